//! Whom to tell about a survey: all who are asked when it opens, near its end those of them who have not answered, all of them when there is
//! a result or when it could not be counted. That somebody answered is told to nobody.

use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::{NoticeKind, Telling};
use crate::platform::visit::Act;
use crate::policy::Permission;

pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let (kind, all) = match event {
        opened if opened.is(&slice::SURVEY_OPENED) => (&slice::SURVEY_OPENED_NOTICE, true),
        soon if soon.is(&slice::SURVEY_REMINDED) => (&slice::SURVEY_REMINDER_NOTICE, false),
        closed if closed.is(&slice::SURVEY_CLOSED) => (&slice::SURVEY_CLOSED_NOTICE, true),
        failed if failed.is(&slice::SURVEY_UNCOUNTED) => (&slice::SURVEY_UNCOUNTED_NOTICE, true),
        _ => return Ok(Vec::new()),
    };
    Ok(vec![Telling::members(kind, store::asked(act.conn, event.subject_id.unwrap_or_default(), all)?)])
}

pub fn for_office(event: &Event) -> Option<(&'static NoticeKind, Permission)> {
    event.is(&slice::SURVEY_UNCOUNTED).then_some((&slice::SURVEY_UNCOUNTED_NOTICE, Permission::PollsManage))
}
