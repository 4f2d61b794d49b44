//! Whom to tell about the report of a committee: its leads when one was begun for them, the board when one was handed in.

use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let (kind, board) = match event {
        begun if begun.is(&slice::BEGUN) && begun.actor_id.is_none() => (&slice::BEGUN_NOTICE, false),
        handed_in if handed_in.is(&slice::HANDED_IN) => (&slice::HANDED_IN_NOTICE, true),
        _ => return Ok(Vec::new()),
    };
    let today = act.today();
    let members = store::concerned(act.conn, event.subject_id.unwrap_or_default(), today, board)?;
    Ok(vec![Telling::members(kind, members)])
}
