//! What the rest of the program needs to know of the reports of committees.

use super::{notices, store};
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::slice::{NoticeKind, Searched, Slice};
use crate::policy::Permission;

pub static REPORT: SubjectKind =
    SubjectKind::at("committee_report", "/committees/reports/{id}").only(Permission::CommitteesRead);

const COMMITTEE: Field = Field::of("committee_id").for_readers().impersonal();
const HAPPENED: Field = Field::of("happened").for_readers().marked();
const COMING: Field = Field::of("coming").for_readers().marked();
const ASKS: Field = Field::of("asks").for_readers().marked();

pub static BEGUN: EventKind = EventKind::new("committee_report.begun", &REPORT, &[COMMITTEE]);
pub static CHANGED: EventKind = EventKind::new("committee_report.changed", &REPORT, &[HAPPENED, COMING, ASKS]);
pub static HANDED_IN: EventKind =
    EventKind::new("committee_report.handed_in", &REPORT, &[COMMITTEE, HAPPENED, COMING, ASKS]);
pub static REMOVED: EventKind = EventKind::new("committee_report.removed", &REPORT, &[COMMITTEE]).at("/committees");

pub static BEGUN_NOTICE: NoticeKind = NoticeKind::new("committee_report_begun").reminds();
pub static HANDED_IN_NOTICE: NoticeKind = NoticeKind::new("committee_report_handed_in");

pub static SLICE: Slice = Slice {
    events: &[&BEGUN, &CHANGED, &HANDED_IN, &REMOVED],
    notices: &[&BEGUN_NOTICE, &HANDED_IN_NOTICE],
    about: Some(notices::about),
    reminders: &[super::look],
    searched: &[Searched {
        name: "committee-reports",
        permission: Permission::CommitteesRead,
        href: "/committees/reports/{id}",
        select: store::SEARCHED,
    }],
    tables: store::TABLES,
    #[cfg(test)]
    rows: &[
        "insert into committee_reports (committee_id, month, happened, facts, handed_in_at, written_by, changed_at) \
         select c.id, '2020-01-01', 'x', '{\"done\": 1, \"late\": 0, \"open\": 0, \"open_late\": 0, \"meetings\": 0, \"minutes\": 0, \"people\": 1}', \
           '2020-02-01', (select a.id from accounts a order by a.id limit 1), '2020-02-01' from committees c order by c.id limit 1",
    ],
    ..Slice::named("committee_reports")
};
