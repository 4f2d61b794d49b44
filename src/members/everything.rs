//! Everything that is known about one person, for that person and for whoever keeps the register. Each look is recorded.
//!
//! A choice in a vote that is still open is nobody's but the voter's, what is owed the treasurer's, the office's notes the office's.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::slice;
use super::{Eye, Sight, record, store};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

/// All of it, by kind, as JSON.
///
/// # Errors
/// `NotFound` for everybody but the person and who keeps the register.
pub fn everything(act: &mut Act<'_>, member: i64, eye: Eye) -> Result<Value> {
    let own = eye.own == Some(member);
    let office = eye.sight == Sight::Everything;
    if !own && !office {
        return Err(Error::NotFound);
    }
    let treasurer = match eye.account {
        Some(account) => store::is_treasurer(act.conn, account)?,
        None => false,
    };
    let all = store::erasing::everything(act.conn, member, own, office, own || treasurer)?;
    record(act, &slice::MEMBER_EVERYTHING_READ, member, json!({}))?;
    Ok(all)
}

/// The kinds in the order in which they are read.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    store::erasing::kinds()
}

/// Whether there is such a member, for a page that reads nothing else.
pub fn name(conn: &mut PgConnection, member: i64) -> Result<String> {
    store::names(conn, &[member])?.remove(&member).ok_or(Error::NotFound)
}
