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
    let looker = Looker { own, office, treasurer: own || is_treasurer };
    let (slices, entries) = (act.state.slices, members::merging::entries(act.conn, member)?);
    let all = members::merging::with_all_entries(act.conn, |conn| {
        let mut all = json!({});
        for entry in entries {
            let person = Person::find(conn, slices, entry)?;
            add(&mut all, store::everything(conn, slices, &person, looker)?);
        }
        Ok(all)
    })?;
    events::record(act, &slice::MEMBER_EVERYTHING_READ, &Subject { id: member, name }, json!({}))?;
    Ok(all)
}

/// What is known under one more entry of the same person.
fn add(all: &mut Value, more: Value) {
    for (part, rows) in more.as_object().into_iter().flatten() {
        match all[part].as_array_mut() {
            Some(known) => known.extend(
                rows.as_array().into_iter().flatten().filter(|row| !known.contains(row)).cloned().collect::<Vec<_>>(),
            ),
            None => all[part] = rows.clone(),
        }
    }
}

/// The parts in the order in which they are read: first by what somebody is known, then as the slices stand.
pub fn parts(slices: Slices) -> impl Iterator<Item = &'static Part> {
    let mut all: Vec<_> = tables(slices).collect();
    all.sort_by_key(|table| table.called.is_empty());
    all.into_iter().flat_map(super::super::platform::person::Table::parts)
}
