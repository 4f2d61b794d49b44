//! An access request: everything that is known about one person, for that person and for whoever keeps the register. Each look is
//! recorded.
//!
//! A choice in a vote that is still open is nobody's but the voter's, what is owed the treasurer's, the office's notes the office's.

use serde_json::{Value, json};

use super::{Looker, Person, slice, store};
use crate::accounts;
use crate::members::{self, Eye, Sight};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::person::Part;
use crate::platform::slice::{Slices, tables};
use crate::platform::visit::Act;

/// All of it, by part, as JSON.
///
/// # Errors
/// `NotFound` for everybody but the person and who keeps the register.
pub fn answer(act: &mut Act<'_>, member: i64, eye: Eye) -> Result<Value> {
    let (own, office) = (eye.own == Some(member), eye.sight == Sight::Everything);
    if !own && !office {
        return Err(Error::NotFound);
    }
    let name = members::name(act.conn, member)?;
    let is_treasurer = match eye.account {
        Some(account) => accounts::find(act.conn, account)?.treasurer,
        None => false,
    };
    let person = Person::find(act.conn, act.state.slices, member)?;
    let looker = Looker { own, office, treasurer: own || is_treasurer };
    let all = store::everything(act.conn, act.state.slices, &person, looker)?;
    events::record(act, &slice::MEMBER_EVERYTHING_READ, &Subject { id: member, name }, json!({}))?;
    Ok(all)
}

/// The parts in the order in which they are read: first by what somebody is known, then as the slices stand.
pub fn parts(slices: Slices) -> impl Iterator<Item = &'static Part> {
    let mut all: Vec<_> = tables(slices).collect();
    all.sort_by_key(|table| table.called.is_empty());
    all.into_iter().flat_map(super::super::platform::person::Table::parts)
}
