//! API tokens: opaque, 256 random bits, stored only as a hash, shown once, with scopes and an end.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::slice;
use super::{ApiToken, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::keys::{digest, random_token};
use crate::platform::slice::{Scope, Slices};
use crate::platform::visit::{Act, Viewer};

/// In front of every token, so that a scanner finds one that leaked.
pub const PREFIX: &str = "coop_";
/// The longest life of a token, in days.
pub const DAYS_MAX: i64 = 366;

/// Live tokens that one account may have.
const LIVE_MAX: usize = 50;

/// What a token may be good for.
pub fn scopes(slices: Slices) -> impl Iterator<Item = &'static Scope> {
    slices.iter().flat_map(|slice| slice.scopes)
}

/// Makes a token and gives its secret, which nobody can see again.
///
/// # Errors
/// `Invalid` on `scopes` when there is none, or one that the account itself may not use; on `token_name` when there are too
/// many.
pub fn make(act: &mut Act<'_>, name: &str, scopes: &[String], expires_on: NaiveDate) -> Result<(i64, String)> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let known = |word: &String| self::scopes(act.state.slices).find(|scope| scope.word == word);
    let held = |word: &String| known(word).is_some_and(|scope| act.may(scope.permission));
    if scopes.is_empty() || !scopes.iter().all(held) {
        return Err(Error::field("scopes", "token-scopes-none"));
    }
    if store::tokens_of(act.conn, viewer.account_id)?.len() >= LIVE_MAX {
        return Err(Error::field("token_name", "token-too-many"));
    }
    let secret = format!("{PREFIX}{}", random_token());
    let id = store::insert_token(act.conn, viewer.account_id, name, &digest(&secret), scopes, expires_on)?;
    let subject = Subject { id, name: name.to_owned() };
    events::record(
        act,
        &slice::TOKEN_MADE,
        &subject,
        json!({ "after": { "scopes": scopes, "expires_on": expires_on } }),
    )?;
    Ok((id, secret))
}

pub fn own(conn: &mut PgConnection, viewer: &Viewer) -> Result<Vec<ApiToken>> {
    store::tokens_of(conn, viewer.account_id)
}

/// Takes a token out of use, for good.
pub fn revoke(act: &mut Act<'_>, id: i64) -> Result<ApiToken> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let token = store::revoke_token(act.conn, viewer.account_id, id, act.now)?;
    let subject = Subject { id, name: token.name.clone() };
    events::record(act, &slice::TOKEN_REVOKED, &subject, json!({}))?;
    Ok(token)
}
