//! What the rest of the program needs to know of hours: what people give, what they owe.

use super::store;
use crate::platform::due::Due;
use crate::platform::events::fields::FILE;
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Retained};
use crate::platform::slice::{Attention, NoticeKind, Scope, Slice, Tab};
use crate::policy::Permission;

/// A line of the ledger, named after what it was given for. Who gave it, and how much, is for them and for who manages hours.
pub static LINE: SubjectKind = SubjectKind::at("hours", "/hours/lines/{id}").only(Permission::HoursManage);
/// Named after the kind of work.
pub static CLAIM: SubjectKind = SubjectKind::at("hour_claim", "/hours/claims/{id}").only(Permission::HoursManage);
pub static WORK_KIND: SubjectKind = SubjectKind::at("work_kind", "/hours/kinds").only(Permission::HoursOwn);
/// It has no name but its number: nobody reads in the log who is exempt.
pub static EXEMPTION: SubjectKind =
    SubjectKind::at("exemption", "/hours/exemptions/{id}/edit").only(Permission::HoursManage);
/// The last day of a period.
pub static PERIOD: SubjectKind = SubjectKind::at("hour_period", "/hours").only(Permission::HoursOwn).day();

const KIND: Field = Field::of("hours_kind").for_readers().codes("hours-kind-");
const WORKED_ON: Field = Field::of("worked_on").for_readers().impersonal();
/// Every line: its number, whose, how many minutes.
const LINES: Field = Field::of("lines");
const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
/// Members who are to be told.
const TOLD: Field = Field::of("told");
const COMMITTEE: Field = Field::of("committee_id").for_readers();

pub static HOURS_RECORDED: EventKind = EventKind::new("hours.recorded", &LINE, &[KIND, WORKED_ON, LINES]);
pub static HOURS_TAKEN_BACK: EventKind = EventKind::new("hours.taken_back", &LINE, &[LINES]);
pub static HOURS_CONTESTED: EventKind = EventKind::new("hours.contested", &LINE, &[TITLE_EN, TITLE_FR, TOLD]);
pub static HOURS_ANSWERED: EventKind = EventKind::new("hours.answered", &LINE, &[TITLE_EN, TITLE_FR, TOLD]);
pub static HOURS_GIVEN: EventKind = EventKind::new("hours.given", &LINE, &[TOLD]).at("/hours");
pub static HOURS_MISSING: EventKind =
    EventKind::new("hours.missing", &PERIOD, &[TOLD, Field::of("due_on").for_readers()]);
pub static HOURS_EXPORTED: EventKind = EventKind::new("hours.exported", &COOP, FILE);

const CLAIMED: &[Field] = &[TITLE_EN, TITLE_FR, TOLD];
pub static HOUR_CLAIM_MADE: EventKind = EventKind::new("hour_claim.made", &CLAIM, CLAIMED);
pub static HOUR_CLAIM_APPROVED: EventKind = EventKind::new("hour_claim.approved", &CLAIM, CLAIMED);
pub static HOUR_CLAIM_REFUSED: EventKind = EventKind::new("hour_claim.refused", &CLAIM, CLAIMED);
pub static HOUR_CLAIM_RETURNED: EventKind = EventKind::new("hour_claim.returned", &CLAIM, CLAIMED);
pub static HOUR_CLAIM_WITHDRAWN: EventKind = EventKind::new("hour_claim.withdrawn", &CLAIM, CLAIMED);
pub static HOUR_CLAIM_REOPENED: EventKind = EventKind::new("hour_claim.reopened", &CLAIM, CLAIMED);

const SAID: &[Field] = &[
    Field::of("name_en").for_readers(),
    Field::of("name_fr").for_readers(),
    Field::of("counts_en").for_readers(),
    Field::of("counts_fr").for_readers(),
    Field::of("not_en").for_readers(),
    Field::of("not_fr").for_readers(),
    Field::of("fixed_minutes").for_readers(),
    Field::of("most_minutes").for_readers(),
    Field::of("effort").for_readers().codes("hours-effort-"),
    COMMITTEE,
];
pub static WORK_KIND_ADDED: EventKind = EventKind::new("work_kind.added", &WORK_KIND, SAID);
pub static WORK_KIND_CHANGED: EventKind = EventKind::new("work_kind.changed", &WORK_KIND, SAID);
pub static WORK_KIND_ENDED: EventKind = EventKind::new("work_kind.ended", &WORK_KIND, &[]);

pub static EXEMPTION_GRANTED: EventKind = EventKind::new("exemption.granted", &EXEMPTION, &[TOLD]).at("/hours");
pub static EXEMPTION_CHANGED: EventKind = EventKind::new("exemption.changed", &EXEMPTION, &[TOLD]).at("/hours");
pub static EXEMPTION_REMOVED: EventKind = EventKind::new("exemption.removed", &EXEMPTION, &[TOLD]).at("/hours");

const ASKED: &[Field] = &[
    Field::of("duty_from").for_readers(),
    Field::of("duty_per").for_readers().codes("hours-per-"),
    Field::of("duty_minutes").for_readers(),
    Field::of("duty_months").for_readers(),
    Field::of("duty_carry").for_readers().codes("hours-carry-"),
    Field::of("duty_carry_minutes").for_readers(),
    Field::of("duty_grace").for_readers(),
    COMMITTEE,
];
pub static DUTY_SET: EventKind = EventKind::new("duty.set", &COOP, ASKED).at("/hours/duty");
pub static DUTY_REMOVED: EventKind = EventKind::new("duty.removed", &COOP, ASKED).at("/hours/duty");

pub static CLAIMED_NOTICE: NoticeKind = NoticeKind::new("hours_claimed");
pub static CLAIM_ANSWERED_NOTICE: NoticeKind = NoticeKind::new("hours_claim_answered");
pub static CONTESTED_NOTICE: NoticeKind = NoticeKind::new("hours_contested");
pub static CONTEST_ANSWERED_NOTICE: NoticeKind = NoticeKind::new("hours_contest_answered");
pub static GIVEN_NOTICE: NoticeKind = NoticeKind::new("hours_given");
pub static EXEMPTED_NOTICE: NoticeKind = NoticeKind::new("hours_exempted");
pub static MISSING_NOTICE: NoticeKind = NoticeKind::new("hours_missing").reminds();

pub static SLICE: Slice = Slice {
    events: &[
        &HOURS_RECORDED,
        &HOURS_TAKEN_BACK,
        &HOURS_CONTESTED,
        &HOURS_ANSWERED,
        &HOURS_GIVEN,
        &HOURS_MISSING,
        &HOURS_EXPORTED,
        &HOUR_CLAIM_MADE,
        &HOUR_CLAIM_APPROVED,
        &HOUR_CLAIM_REFUSED,
        &HOUR_CLAIM_RETURNED,
        &HOUR_CLAIM_WITHDRAWN,
        &HOUR_CLAIM_REOPENED,
        &WORK_KIND_ADDED,
        &WORK_KIND_CHANGED,
        &WORK_KIND_ENDED,
        &EXEMPTION_GRANTED,
        &EXEMPTION_CHANGED,
        &EXEMPTION_REMOVED,
        &DUTY_SET,
        &DUTY_REMOVED,
    ],
    notices: &[
        &CLAIMED_NOTICE,
        &CLAIM_ANSWERED_NOTICE,
        &CONTESTED_NOTICE,
        &CONTEST_ANSWERED_NOTICE,
        &GIVEN_NOTICE,
        &EXEMPTED_NOTICE,
        &MISSING_NOTICE,
    ],
    about: Some(super::notices::about),
    for_office: Some(super::notices::for_office),
    reminders: &[super::notices::remind],
    navigation: &[NavEntry {
        name: "hours",
        href: "/hours",
        permission: Permission::HoursOwn,
        on_phone: false,
        administration: false,
    }],
    settings: &[Tab { title: "hours-duty-title", href: "/hours/duty", permission: Permission::HoursManage }],
    due: &[Due {
        kind: "exemptions",
        permission: Permission::HoursManage,
        href: "/hours/exemptions",
        select: store::exemptions::DUE,
    }],
    attention: &[
        Attention {
            name: "hours-claims",
            href: "/hours/claims",
            permission: Permission::HoursManage,
            select: store::claims::WAITING,
            bad: false,
        },
        Attention {
            name: "hours-claims-led",
            href: "/hours/claims",
            permission: Permission::HoursOwn,
            select: store::claims::WAITING_FOR_LEAD,
            bad: false,
        },
        Attention {
            name: "hours-contests",
            href: "/hours/claims#contests",
            permission: Permission::HoursManage,
            select: store::contests::WAITING,
            bad: false,
        },
    ],
    verify: Some(super::ledger::verify),
    tables: store::TABLES,
    retained: &[Retained { name: "hours", figures: &[], end: End::Stays }],
    closing: Some(super::closing::CLOSING),
    scopes: &[
        Scope { word: "hours:read", permission: Permission::HoursOwn },
        Scope { word: "hours:write", permission: Permission::HoursOwn },
    ],
    api: Some(super::api::described),
    #[cfg(test)]
    rows: &[
        "insert into hour_lines (worked_on, minutes, kind, member_id, unit_id, title, recorded_at, recorded_by) \
           select '2026-01-05', 60, 'opening', m.id, u.id, 'x', now(), a.id from members m, units u, accounts a order by m.id limit 1",
        "insert into duties (starts_on, per, minutes, months, carry, grace_days, committee_id, set_by, set_at) \
           select '2026-01-01', 'home', 240, 12, 'some', 30, c.id, a.id, now() from committees c, accounts a order by a.id limit 1",
        "insert into exemptions (member_id, kind, during, percent, reason, granted_by, granted_at) \
           select m.id, 'health', '[2025-01-01,2025-02-01)', 50, 'x', a.id, now() from members m, accounts a order by m.id limit 1",
        "insert into work_kinds (name_en, name_fr, effort, committee_id) select 'x', 'x', 'light', c.id from committees c limit 1",
        "insert into hour_claims (member_id, unit_id, kind_id, worked_on, minutes, done, claimed_at) \
           select m.id, u.id, k.id, '2026-01-05', 60, 'x', now() from members m, units u, work_kinds k order by m.id limit 1",
        "insert into hour_claim_steps (claim_id, number, step, minutes, at, entered_by) \
           select c.id, 1, 'claimed', 60, now(), a.id from hour_claims c, accounts a order by a.id limit 1",
        "insert into hour_contests (line_id, member_id, says, said_at, answered_by) \
           select l.id, l.member_id, 'x', now(), a.id from hour_lines l, accounts a order by a.id limit 1",
        "insert into hour_reminders (period_starts_on, member_id, reminded_at) select '2020-01-01', m.id, now() from members m limit 1",
    ],
    ..Slice::named("hours")
};
