//! What the rest of the program needs to know of repairs: what residents ask to have repaired.
//!
//! The log says that something happened to a request of this number, and who did it. What it is, where, and how it ended is for those
//! who see the request: its title is the subject of no event.

use super::{notices, store};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Retained};
use crate::platform::slice::{Attention, Filed, NoticeKind, Slice, Tab, Talked};
use crate::policy::Permission;

pub static REPAIR: SubjectKind = SubjectKind::at("repair", "/repairs/{id}").only(Permission::RepairsRead);

const STATUS: Field = Field::of("status").for_office().codes("repair-status-");
const URGENCY: Field = Field::of("urgency").for_office().codes("repair-urgency-");
const UNIT_ID: Field = Field::of("unit_id").for_office();
const DEALER_ID: Field = Field::of("dealer_id").for_office();
/// The name of who deals with it.
const NAME: Field = Field::of("name").for_office();
const VISIT_ON: Field = Field::of("visit_on").for_office();
const VISIT_FROM: Field = Field::of("visit_from").for_office();
const VISIT_TO: Field = Field::of("visit_to").for_office();
const OUTCOME: Field = Field::of("outcome").for_office();
/// That its words changed, never to what: whoever takes something private out of them takes it out everywhere.
const WORDS: Field = Field::of("words").for_office();
const DEALT: &[Field] = &[STATUS, DEALER_ID, NAME];
const TITLES: &[Field] = &[Field::of("title_en").for_readers(), Field::of("title_fr").for_readers()];

pub static REPAIR_ASKED: EventKind = EventKind::new("repair.asked", &REPAIR, &[STATUS, URGENCY, UNIT_ID]);
pub static REPAIR_CHANGED: EventKind = EventKind::new("repair.changed", &REPAIR, &[URGENCY, UNIT_ID, WORDS]);
/// Somebody deals with it from here on, of their own.
pub static REPAIR_TAKEN: EventKind = EventKind::new("repair.taken", &REPAIR, DEALT);
/// Somebody else deals with it, or nobody.
pub static REPAIR_GIVEN: EventKind = EventKind::new("repair.given", &REPAIR, DEALT);
pub static REPAIR_PLANNED: EventKind =
    EventKind::new("repair.planned", &REPAIR, &[STATUS, DEALER_ID, NAME, VISIT_ON, VISIT_FROM, VISIT_TO]);
pub static REPAIR_REPAIRED: EventKind = EventKind::new("repair.repaired", &REPAIR, &[STATUS, OUTCOME]);
pub static REPAIR_CLOSED_WITHOUT: EventKind = EventKind::new("repair.closed_without", &REPAIR, &[STATUS, OUTCOME]);
pub static REPAIR_WITHDRAWN: EventKind = EventKind::new("repair.withdrawn", &REPAIR, &[STATUS]);
pub static REPAIR_REOPENED: EventKind = EventKind::new("repair.reopened", &REPAIR, &[STATUS]);
/// Whoever dealt with it left the co-op.
pub static REPAIR_FREED: EventKind = EventKind::new("repair.freed", &REPAIR, DEALT);
/// They did not leave after all.
pub static REPAIR_GIVEN_BACK: EventKind = EventKind::new("repair.given_back", &REPAIR, DEALT);
/// The home says how to get in, or that it still holds. Never what.
pub static REPAIR_ACCESS_GIVEN: EventKind = EventKind::new("repair.access_given", &REPAIR, &[]);
pub static REPAIR_DISCUSSION_CLOSED: EventKind = EventKind::new("repair.discussion_closed", &REPAIR, TITLES);
pub static REPAIR_DISCUSSION_REOPENED: EventKind = EventKind::new("repair.discussion_reopened", &REPAIR, TITLES);
pub static REPAIRS_SETTLED: EventKind =
    EventKind::new("repairs.settled", &COOP, &[Field::of("committee_id").for_readers()]);

pub static REPAIR_ASKED_NOTICE: NoticeKind = NoticeKind::new("repair_asked");
pub static REPAIR_URGENT_NOTICE: NoticeKind = NoticeKind::new("repair_urgent").pressing();
pub static REPAIR_STEP_NOTICE: NoticeKind = NoticeKind::new("repair_step");
pub static REPAIR_DEALING_NOTICE: NoticeKind = NoticeKind::new("repair_dealing");
pub static REPAIR_REOPENED_NOTICE: NoticeKind = NoticeKind::new("repair_reopened");
pub static REPAIR_WORDS_NOTICE: NoticeKind = NoticeKind::new("repair_words");

pub static SLICE: Slice = Slice {
    events: &[
        &REPAIR_ASKED,
        &REPAIR_CHANGED,
        &REPAIR_TAKEN,
        &REPAIR_GIVEN,
        &REPAIR_PLANNED,
        &REPAIR_REPAIRED,
        &REPAIR_CLOSED_WITHOUT,
        &REPAIR_WITHDRAWN,
        &REPAIR_REOPENED,
        &REPAIR_FREED,
        &REPAIR_GIVEN_BACK,
        &REPAIR_ACCESS_GIVEN,
        &REPAIR_DISCUSSION_CLOSED,
        &REPAIR_DISCUSSION_REOPENED,
        &REPAIRS_SETTLED,
    ],
    notices: &[
        &REPAIR_URGENT_NOTICE,
        &REPAIR_ASKED_NOTICE,
        &REPAIR_STEP_NOTICE,
        &REPAIR_DEALING_NOTICE,
        &REPAIR_REOPENED_NOTICE,
        &REPAIR_WORDS_NOTICE,
    ],
    about: Some(notices::about),
    tidying: Some(super::access::tidy),
    navigation: &[NavEntry {
        name: "repairs",
        href: "/repairs",
        permission: Permission::RepairsRead,
        on_phone: false,
        administration: false,
    }],
    settings: &[Tab {
        title: "repairs-settings-title",
        href: "/repairs/settings",
        permission: Permission::SettingsWrite,
    }],
    waits: Some(store::WAITS),
    attention: &[
        Attention {
            name: "repairs-urgent",
            href: "/repairs?status=sent&urgency=now",
            permission: Permission::RepairsManage,
            select: store::URGENT,
            bad: true,
        },
        Attention {
            name: "repairs-unseen",
            href: "/repairs?status=sent",
            permission: Permission::RepairsManage,
            select: store::UNSEEN,
            bad: false,
        },
    ],
    talked: &[Talked {
        kind: &REPAIR,
        permission: Permission::RepairsRead,
        all: Some(Permission::RepairsManage),
        select: store::TALKED,
        follows: Some((&REPAIR_WORDS_NOTICE, notices::followers)),
        closed: &REPAIR_DISCUSSION_CLOSED,
        reopened: &REPAIR_DISCUSSION_REOPENED,
    }],
    filed: &[Filed {
        kind: &REPAIR,
        permission: Permission::RepairsRead,
        keeps: Permission::RepairsAsk,
        removes: Permission::RepairsManage,
        all: Some(Permission::RepairsManage),
        select: store::FILED,
    }],
    tables: store::TABLES,
    retained: &[
        Retained { name: "repair-access", figures: &[], end: End::ByItself },
        Retained { name: "repairs", figures: &[], end: End::Stays },
    ],
    departure: super::departing::HANGING,
    closing: Some(super::departing::CLOSING),
    #[cfg(test)]
    rows: &[
        "insert into repairs (unit_id, place, title, urgency, asked_by, entered_by, dealer_id, asked_at, asked_on) \
           select u.id, 'x', 'x', 'soon', m.id, a.id, m.id, now(), '2026-01-05' from members m, units u, accounts a \
           where a.member_id = m.id order by m.id, u.id limit 1",
        "insert into repair_access (repair_id, enter, given_at) select id, 'yes', now() from repairs order by id limit 1",
        "insert into repair_settings (committee_id) select id from committees order by id limit 1",
    ],
    ..Slice::named("repairs")
};
