//! What an account has beyond its member ends when they leave the co-op: access keys, devices, being an admin or a treasurer.
//!
//! That nobody comes in any more who left needs nothing of this: every visit asks the register of its day (`store::known`). Whoever
//! audits the co-op does so from outside: an observer's access has an end of its own, and stays.

use serde_json::{Value, json};

use super::access::{give_role, keep_another_admin};
use super::{Account, set_treasurer, slice, store};
use crate::platform::departure::{Departure, Fate, Hanging, Verbs};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;
use crate::policy::Role;

pub const HANGING: &[Hanging] = &[
    Hanging {
        name: "keys",
        select: store::KEYS_OF,
        fate: Fate::OnTheDay(Verbs { end: end_keys, restore: restore_key }),
    },
    Hanging {
        name: "role",
        select: store::ROLES_OF,
        fate: Fate::OnTheDay(Verbs { end: end_role, restore: restore_role }),
    },
    // Who comes in again signs in anew: there is nothing to give back.
    Hanging {
        name: "access",
        select: store::ACCESS_OF,
        fate: Fate::OnTheDay(Verbs { end: end_access, restore: |_, _, _| Ok(true) }),
    },
    Hanging { name: "observer", select: store::OBSERVER_OF, fate: Fate::Stays },
];

/// The account that ends; none where it stays: an observer's, and the last admin's, without whom nobody could put anything right.
fn ending(act: &mut Act<'_>, departure: &Departure) -> Result<Option<Account>> {
    let Some(id) = departure.account else { return Ok(None) };
    let account = store::account(act.conn, id)?;
    let stays = match Role::parse(&account.role) {
        Some(Role::Observer) => true,
        Some(Role::Admin) if account.disabled_at.is_none() => match keep_another_admin(act, id) {
            Err(Error::Conflict(_)) => true,
            other => other.map(|()| false)?,
        },
        _ => false,
    };
    Ok((!stays).then_some(account))
}

fn end_keys(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let Some(account) = ending(act, departure)? else { return Ok(Vec::new()) };
    let mut ended = Vec::new();
    for token in store::tokens_of(act.conn, account.id)? {
        store::revoke_token(act.conn, account.id, token.id, act.now)?;
        events::record(act, &slice::TOKEN_REVOKED, &Subject { id: token.id, name: token.name }, json!({}))?;
        ended.push(json!({ "key": token.id }));
    }
    Ok(ended)
}

/// Not a key whose time is over meanwhile.
fn restore_key(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    let (Some(account), Some(key)) = (departure.account, was["key"].as_i64()) else { return Ok(false) };
    let today = act.today();
    let Some(name) = store::restore_token(act.conn, account, key, today)? else { return Ok(false) };
    events::record(act, &slice::TOKEN_GIVEN_BACK, &Subject { id: key, name }, json!({}))?;
    Ok(true)
}

fn end_role(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let Some(account) = ending(act, departure)? else { return Ok(Vec::new()) };
    let mut ended = Vec::new();
    if account.role == Role::Admin.word() {
        give_role(act, &account, Role::Resident)?;
        ended.push(json!({ "role": Role::Admin }));
    }
    if account.treasurer {
        set_treasurer(act, account.id, false)?;
        ended.push(json!({ "treasurer": true }));
    }
    Ok(ended)
}

/// Not where somebody gave the account another role meanwhile.
fn restore_role(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    let Some(id) = departure.account else { return Ok(false) };
    let account = store::account(act.conn, id)?;
    if account.role == Role::Observer.word() {
        return Ok(false);
    }
    if was["treasurer"] == true {
        if !account.treasurer {
            store::set_treasurer(act.conn, id, true)?;
            let detail = json!({ "before": { "treasurer": false }, "after": { "treasurer": true } });
            events::record(act, &slice::ACCOUNT_TREASURER_CHANGED, &account.subject(), detail)?;
        }
    } else if account.role == Role::Resident.word() {
        give_role(act, &account, Role::Admin)?;
    }
    Ok(true)
}

fn end_access(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let Some(account) = ending(act, departure)? else { return Ok(Vec::new()) };
    store::raise_epoch(act.conn, account.id, None)?;
    events::record(act, &slice::ACCOUNT_SESSIONS_ENDED, &account.subject(), json!({}))?;
    Ok(Vec::new())
}
