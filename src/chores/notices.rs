//! Whom to tell about swaps. That a turn is somebody's is told as of any task.

use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

/// Whom an event of this slice concerns: of a question who is asked; of an answer, everybody who lives with it.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let today = act.today();
    let after = &event.detail["after"];
    let (member, unit) = (after["member_id"].as_i64(), after["unit_id"].as_i64());
    let kind = if event.is(&slice::SWAP_ASKED) {
        &slice::CHORE_SWAP_ASKED_NOTICE
    } else if [&slice::SWAP_ACCEPTED, &slice::SWAP_REFUSED, &slice::SWAP_WITHDRAWN].iter().any(|kind| event.is(kind)) {
        &slice::CHORE_SWAP_ANSWERED_NOTICE
    } else {
        return Ok(Vec::new());
    };
    let mut members = store::people(act.conn, member, unit, today)?;
    if kind == &slice::CHORE_SWAP_ANSWERED_NOTICE {
        members.extend(store::swaps::other_side(act.conn, event.subject_id.unwrap_or_default(), today)?);
        members.sort_unstable();
        members.dedup();
    }
    Ok(vec![Telling::members(kind, members)])
}
