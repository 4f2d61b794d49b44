//! Whom to tell about a requisition: the board and who manages meetings once enough have signed, and whoever signed when it is answered.

use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::{NoticeKind, Telling};
use crate::platform::visit::Act;
use crate::policy::Permission;

pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let (reached, answered) = (event.is(&slice::REQUISITION_REACHED), event.is(&slice::REQUISITION_ANSWERED));
    if !reached && !answered {
        return Ok(Vec::new());
    }
    let today = act.today();
    let (board, signed) = store::concerned(act.conn, event.subject_id.unwrap_or_default(), today)?;
    Ok(vec![if reached {
        Telling::members(&slice::REACHED_NOTICE, board)
    } else {
        Telling::members(&slice::ANSWERED_NOTICE, signed)
    }])
}

pub fn for_office(event: &Event) -> Option<(&'static NoticeKind, Permission)> {
    event.is(&slice::REQUISITION_REACHED).then_some((&slice::REACHED_NOTICE, Permission::MeetingsManage))
}
