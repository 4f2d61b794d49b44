//! What the rest of the program needs to know of reports.

use super::{DAYS_KEPT, notices, store};
use crate::platform::events::fields::{FILE, FROM, UNTIL};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::schedule::Scheduled;
use crate::platform::slice::{Attention, NoticeKind, Slice};
use crate::policy::Permission;

/// A report under a name.
pub static REPORT: SubjectKind = SubjectKind::at("report", "/reports/saved/{id}").only(Permission::ReportsMake);
/// A report that was asked for.
pub static RUN: SubjectKind = SubjectKind::at("report_run", "/reports/runs/{id}").only(Permission::ReportsMake);

const WHICH: Field = Field::of("report").for_readers().codes("report-").impersonal();
const ROWS: Field = Field::of("rows").for_readers().impersonal();
/// Whose account is told.
const TOLD: Field = Field::of("told_account").impersonal();
const SAVED: &[Field] = &[
    Field::of("name").for_readers(),
    WHICH,
    Field::of("report_span").for_readers().codes("figures-period-").impersonal(),
    FROM,
    UNTIL,
    Field::of("committee_id").for_readers().impersonal(),
    Field::of("report_chosen").for_readers().impersonal(),
    Field::of("report_sent").for_readers().codes("report-sent-").impersonal(),
];

pub static REPORT_SAVED: EventKind = EventKind::new("report.saved", &REPORT, SAVED);
pub static REPORT_CHANGED: EventKind = EventKind::new("report.changed", &REPORT, SAVED);
pub static REPORT_REMOVED: EventKind = EventKind::new("report.removed", &REPORT, SAVED).at("/reports");
pub static REPORT_ASKED: EventKind = EventKind::new("report.asked", &RUN, &[WHICH, FROM, UNTIL]).daily();
pub static REPORT_READY: EventKind = EventKind::new("report.ready", &RUN, &[ROWS, TOLD]).daily();
pub static REPORT_FAILED: EventKind = EventKind::new("report.failed", &RUN, &[TOLD]);
pub static REPORT_SENT: EventKind = EventKind::new("report.sent", &RUN, &[WHICH, ROWS]);
pub static REPORT_EXPORTED: EventKind = EventKind::new("report.exported", &COOP, FILE);

pub static REPORT_READY_NOTICE: NoticeKind = NoticeKind::new("report_ready").to_doer();
pub static REPORT_FAILED_NOTICE: NoticeKind = NoticeKind::new("report_failed").to_doer();
pub static REPORT_SENT_NOTICE: NoticeKind = NoticeKind::new("report_sent");

pub static MAKE: JobKind = JobKind { name: "report.make", lane: &WORK, doing: Doing::Verb(super::make) };
pub static SEND: JobKind = JobKind { name: "report.send", lane: &WORK, doing: Doing::Verb(super::send_due) };

pub static SLICE: Slice = Slice {
    events: &[
        &REPORT_SAVED,
        &REPORT_CHANGED,
        &REPORT_REMOVED,
        &REPORT_ASKED,
        &REPORT_READY,
        &REPORT_FAILED,
        &REPORT_SENT,
        &REPORT_EXPORTED,
    ],
    notices: &[&REPORT_READY_NOTICE, &REPORT_FAILED_NOTICE, &REPORT_SENT_NOTICE],
    about: Some(notices::about),
    for_office: Some(notices::for_office),
    jobs: &[&MAKE, &SEND],
    schedule: &[Scheduled { job: &SEND, at: "0 6 * * *" }],
    tidying: Some(super::tidy),
    navigation: &[NavEntry {
        name: "reports",
        href: "/reports",
        permission: Permission::ReportsMake,
        on_phone: false,
        administration: true,
    }],
    attention: &[Attention {
        name: "reports-failed",
        href: "/reports",
        permission: Permission::ReportsMake,
        select: store::FAILED,
        bad: true,
    }],
    tables: store::TABLES,
    retained: &[Retained { name: "reports", figures: &[("days", Figure::Is(DAYS_KEPT))], end: End::ByItself }],
    #[cfg(test)]
    rows: &[
        "insert into saved_reports (name, report, span, saved_by, saved_at) select 'x', 'tasks', 'months', a.id, '2020-01-01' from accounts a order by a.id limit 1",
        "insert into report_runs (report, span, from_on, until_on, today, asked_by, asked_at, seen, state, ended_at) \
           select 'tasks', 'months', '2020-01-01', '2020-01-31', '2020-02-01', a.id, '2020-02-01', 0, 'ready', '2020-02-01' from accounts a order by a.id limit 1",
        "insert into report_parts (run_id, part, many, cut, made_at) select r.id, 0, 1, false, '2020-02-01' from report_runs r",
        "insert into report_rows (run_id, part, place, cells) select r.id, 0, 1, '[\"x\", null, null, null, null, \"done\", null, null]' from report_runs r",
    ],
    ..Slice::named("reports")
};
