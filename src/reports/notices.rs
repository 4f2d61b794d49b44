//! Whom to tell about a report: whoever waits for one that took long, whoever it failed, and everybody who may make reports when one comes by
//! itself. The mail is a link: what the report says stays inside.

use super::slice;
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::{NoticeKind, Telling};
use crate::platform::visit::Act;
use crate::policy::Permission;

pub fn about(_: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let kind = match event {
        ready if ready.is(&slice::REPORT_READY) => &slice::REPORT_READY_NOTICE,
        failed if failed.is(&slice::REPORT_FAILED) => &slice::REPORT_FAILED_NOTICE,
        _ => return Ok(Vec::new()),
    };
    Ok(event.detail["told_account"].as_i64().map(|account| Telling::account(kind, account)).into_iter().collect())
}

pub fn for_office(event: &Event) -> Option<(&'static NoticeKind, Permission)> {
    event.is(&slice::REPORT_SENT).then_some((&slice::REPORT_SENT_NOTICE, Permission::ReportsMake))
}
