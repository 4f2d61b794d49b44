//! One's own account: what it holds open, its password, how its pages look.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::pages::letters::{self, News};
use super::slice;
use super::{Account, Session, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::i18n::Lang;
use crate::platform::mail;
use crate::platform::session::hex;
use crate::platform::visit::{Act, Viewer};

pub fn own_account(conn: &mut PgConnection, viewer: &Viewer) -> Result<Account> {
    store::account(conn, viewer.account_id)
}

pub fn own_sessions(conn: &mut PgConnection, viewer: &Viewer, now: DateTime<Utc>) -> Result<Vec<Session>> {
    store::sessions_of(conn, viewer.account_id, now)
}

/// When the visitor's session began.
pub fn session_began(conn: &mut PgConnection, viewer: &Viewer, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let sessions = store::sessions_of(conn, viewer.account_id, now)?;
    Ok(sessions.into_iter().find(|session| hex(&session.key_hash) == viewer.session).map(|session| session.created_at))
}

/// Ends one session of one's own, named by the hash of its key.
///
/// # Errors
/// `NotFound` when it is nobody's or somebody else's.
pub fn end_session(act: &mut Act<'_>, key_hash: &str) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let key_hash = store::unhex(key_hash).ok_or(Error::NotFound)?;
    if !store::end_session(act.conn, viewer.account_id, &key_hash)? {
        return Err(Error::NotFound);
    }
    events::signal_ended(act.conn, viewer.account_id)?;
    record_own(act, &slice::ACCOUNT_SESSION_ENDED, json!({}))
}

/// Ends every session of one's own but this one, and every API token. Gives the epoch that this session must carry now.
pub fn end_other_sessions(act: &mut Act<'_>) -> Result<i32> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let epoch = store::raise_epoch(act.conn, viewer.account_id, Some(&viewer.session))?;
    record_own(act, &slice::ACCOUNT_SESSIONS_ENDED, json!({}))?;
    Ok(epoch)
}

/// Sets one's own password, ends all other sessions and all API tokens, and tells the account's owner by mail, who may not be
/// the one who did it. The hash was made before, outside the transaction.
pub fn set_password(act: &mut Act<'_>, hash: &str) -> Result<i32> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::set_password(act.conn, viewer.account_id, hash)?;
    let epoch = store::raise_epoch(act.conn, viewer.account_id, Some(&viewer.session))?;
    record_own(act, &slice::ACCOUNT_PASSWORD_SET, json!({}))?;
    let account = store::account(act.conn, viewer.account_id)?;
    mail::post(act.conn, &letters::news(act.coop, &account, &act.origin(), act.now, &News::Password)?)?;
    Ok(epoch)
}

/// Sets language, theme (`auto`, `light`, `dark`) and text size (100, 115, 130 percent) of one's own pages.
pub fn set_appearance(act: &mut Act<'_>, language: Option<Lang>, theme: &str, text_size: i32) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::set_appearance(act.conn, viewer.account_id, language, theme, text_size)
}

fn record_own(act: &mut Act<'_>, kind: &'static EventKind, detail: Value) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let subject = Subject { id: viewer.account_id, name: viewer.name.clone() };
    events::record(act, kind, &subject, detail)?;
    Ok(())
}
