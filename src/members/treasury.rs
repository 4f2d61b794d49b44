//! What only a treasurer notes: whether a member owes the co-op something. Yes or no, never an amount.
//!
//! Nobody else finds out from here, nor from the activity log: the event says that the treasurer went through the list, not
//! about whom.

use serde_json::json;

use super::slice;
use super::store;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// Notes that a member owes something, or no more.
///
/// # Errors
/// `Forbidden` for everybody but a treasurer.
pub fn note_arrears(act: &mut Act<'_>, member: i64, owes: bool) -> Result<()> {
    let account = act.viewer.map(|viewer| viewer.account_id).ok_or(Error::Forbidden)?;
    if !store::is_treasurer(act.conn, account)? {
        return Err(Error::Forbidden);
    }
    super::name(act.conn, member)?;
    store::set_arrears(act.conn, member, owes)?;
    events::record_of_coop(act, &slice::ARREARS_REVIEWED, json!({}))?;
    Ok(())
}
