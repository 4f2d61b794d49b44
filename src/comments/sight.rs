//! Who sees what can be talked about.

use diesel::prelude::*;

use super::{Thing, store};
use crate::platform::asker::Asker;
use crate::platform::error::{Error, Result};
use crate::platform::slice::{Slices, Talked, talked};
use crate::platform::visit::Act;
use crate::policy::Role;

/// The thing of this kind and number, for whoever asks.
///
/// # Errors
/// `NotFound` when there is none that they see.
pub fn thing(conn: &mut PgConnection, slices: Slices, asker: &Asker<'_>, about: &str, id: i64) -> Result<Thing> {
    let talked = talked(slices, about).filter(|talked| asker.may(talked.permission)).ok_or(Error::NotFound)?;
    store::thing(conn, talked, asker, id)
}

/// Whether somebody sees a thing at the moment.
pub fn sees(conn: &mut PgConnection, talked: &'static Talked, asker: &Asker<'_>, id: i64) -> Result<bool> {
    match store::thing(conn, talked, asker, id) {
        Ok(_) => Ok(asker.may(talked.permission)),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Who of some members does not see a thing, by name. A mention would tell them of it.
pub fn strangers(act: &mut Act<'_>, thing: &Thing, members: &[i64]) -> Result<Vec<String>> {
    if thing.talked.all.is_none() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for reader in store::readers(act.conn, members)? {
        let role = Role::parse(&reader.role).unwrap_or(Role::Resident);
        let asker = Asker::absent(reader.account, Some(reader.member), role, &act.state.policy, act.today());
        if !sees(act.conn, thing.talked, &asker, thing.id)? {
            names.push(reader.name);
        }
    }
    Ok(names)
}
