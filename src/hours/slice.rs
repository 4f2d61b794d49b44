//! What the rest of the program needs to know of hours: what people give, what they owe.

use super::store;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::person::{End, Retained};
use crate::platform::slice::Slice;
use crate::policy::Permission;

/// A line of the ledger, named after what it was given for. Who gave it, and how much, is for them and for who manages hours.
pub static LINE: SubjectKind = SubjectKind::at("hours", "/hours/lines/{id}").only(Permission::HoursManage);

const KIND: Field = Field::of("hours_kind").for_readers().codes("hours-kind-");
const WORKED_ON: Field = Field::of("worked_on").for_readers().impersonal();
/// Every line: its number, whose, how many minutes.
const LINES: Field = Field::of("lines");

pub static HOURS_RECORDED: EventKind = EventKind::new("hours.recorded", &LINE, &[KIND, WORKED_ON, LINES]);
pub static HOURS_TAKEN_BACK: EventKind = EventKind::new("hours.taken_back", &LINE, &[LINES]);

pub static SLICE: Slice = Slice {
    events: &[&HOURS_RECORDED, &HOURS_TAKEN_BACK],
    verify: Some(super::ledger::verify),
    tables: store::TABLES,
    retained: &[Retained { name: "hours", figures: &[], end: End::Stays }],
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
