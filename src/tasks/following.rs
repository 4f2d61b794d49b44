//! Who hears of a task: of what is said of it, and that it is done. Whoever has it or wrote it does unless they say that they do not want
//! to; others do once they follow it. That one has it, that its day moved and that it is late is told to its holders all the same.

use serde_json::json;

use super::{Task, account, slice, store};
use crate::platform::error::Result;
use crate::platform::events;
use crate::platform::visit::Act;

/// Whether somebody hears of a task who said this of it, or nothing.
pub fn hears(task: &Task, account: Option<i64>, said: Option<bool>) -> bool {
    said.unwrap_or(task.mine || (account.is_some() && task.created_by == account))
}

/// Somebody wants to hear of a task from now on, or not to.
///
/// # Errors
/// `Forbidden` to who is no member.
pub fn follow(act: &mut Act<'_>, id: i64, follows: bool) -> Result<Task> {
    let member = act.member_id()?;
    let today = act.today();
    let task = store::find(act.conn, id, Some((member, today)))?;
    let said = store::whole(act.conn, id, Some(member))?.follows;
    if hears(&task, account(act), said) != follows && store::following::follow(act.conn, id, member, follows)? {
        let detail = json!({ "after": { "member_id": member, "follows": follows } });
        events::record(act, &slice::TASK_FOLLOWING, &task.subject(), detail)?;
    }
    Ok(task)
}

/// The members who hear of what is said of a task, and those who do not want to.
pub fn followers(act: &mut Act<'_>, id: i64) -> Result<(Vec<i64>, Vec<i64>)> {
    let today = act.today();
    Ok((store::following::followers(act.conn, id, today)?, store::following::mute(act.conn, id)?))
}
