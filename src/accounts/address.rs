//! The address by which an account signs in: the member's own, and nobody else's.
//!
//! It stands in the register, or beside the account of who is no member; the account only holds on to it (`accounts.address`), which
//! the database keeps equal and lets no second account have. An address that several people share lets nobody in by itself.
//!
//! Whoever changes their own confirms it from the new mailbox first. The office changes anybody else's, and both mailboxes hear of it.
//! Nothing that is said to who asks tells whether somebody else has an address: only its mailbox hears that.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde_json::json;

use super::pages::letters::{self, News};
use super::{Account, slice, store, viewer_of};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::keys::{digest, random_token};
use crate::platform::mail;
use crate::platform::visit::{Act, Viewer};

pub use store::address::Pending;

/// How long a new address waits for its mailbox to confirm it.
pub const CHANGE_HOURS: i64 = 48;
/// Mails that one account has sent to new addresses within an hour.
const MAILS_MAX: i32 = 5;

/// The address that one's own account waits for, if it does.
pub fn pending(
    conn: &mut PgConnection,
    viewer: &Viewer,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Pending>> {
    store::address::pending(conn, viewer.account_id, now)
}

/// Asks for another address of one's own. It changes nothing: a link goes to the new mailbox, and the old one hears of it. Asking
/// again makes the earlier link void.
///
/// # Errors
/// `Invalid` on `new_email` when it is one's own already; `TooMany` after five mails within an hour.
pub fn ask(act: &mut Act<'_>, email: &str, lang: Lang) -> Result<()> {
    let account = own(act)?;
    if account.address.as_deref() == Some(email) {
        return Err(Error::field("new_email", "address-same"));
    }
    send(act, &account, email, lang)?;
    mail::post(act.conn, &letters::news(act.coop, &account, &act.origin(), act.now, &News::AddressAsked)?)?;
    record(act, &slice::ACCOUNT_ADDRESS_ASKED, &account)
}

/// Mails a fresh link to the address that waits, for somebody who lost the mail.
///
/// # Errors
/// `Conflict` when none waits; `TooMany` after five mails within an hour.
pub fn send_again(act: &mut Act<'_>, lang: Lang) -> Result<()> {
    let account = own(act)?;
    let pending = store::address::pending(act.conn, account.id, act.now)?;
    let pending = pending.ok_or(Error::Conflict("conflict-address-not-waiting"))?;
    send(act, &account, &pending.address, lang)
}

/// Stops a change that waits. Nothing happens when none does.
pub fn cancel(act: &mut Act<'_>) -> Result<()> {
    let account = own(act)?;
    if store::address::forget(act.conn, account.id)? {
        record(act, &slice::ACCOUNT_ADDRESS_CANCELLED, &account)
    } else {
        Ok(())
    }
}

/// Keeps the address waiting under a fresh link. The mailbox of another account gets no link, but the reason.
fn send(act: &mut Act<'_>, account: &Account, email: &str, lang: Lang) -> Result<()> {
    let window = TimeDelta::hours(1);
    if store::count_attempt(act.conn, &format!("address:{}", account.id), act.now - window, act.now)? > MAILS_MAX {
        return Err(Error::TooMany(window.num_seconds()));
    }
    let token = random_token();
    let until = act.now + TimeDelta::hours(CHANGE_HOURS);
    store::address::wait(act.conn, account.id, email, &digest(&token), (act.now, until))?;
    let holder = store::account_by_address(act.conn, email)?.filter(|holder| holder.id != account.id);
    let letter = match holder {
        Some(holder) => letters::news(act.coop, &holder, &act.origin(), act.now, &News::AddressTaken)?,
        None => {
            letters::new_address(act.coop, (&account.name, email), lang, &format!("{}/address/{token}", act.origin()))?
        }
    };
    mail::post(act.conn, &letter)
}

/// The change that a link is for, with the name of whose account it is. Uses nothing up.
pub fn of_link(
    conn: &mut PgConnection,
    token: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<(Pending, String)>> {
    let Some(pending) = store::address::of_token(conn, &digest(token), now)? else { return Ok(None) };
    let name = store::account(conn, pending.account_id)?.name;
    Ok(Some((pending, name)))
}

/// Uses a link up: the address that waited is in the register and signs in from now on, and whatever the account held open ends but
/// for the session that confirmed it. Gives the account as it is now.
///
/// # Errors
/// `NotFound` when the link was used, void, or never one, or the account may not come in any more; `Conflict` when another account
/// took the address meanwhile.
pub fn confirm(act: &mut Act<'_>, token: &str) -> Result<Account> {
    let pending = store::address::use_up(act.conn, &digest(token), act.now)?.ok_or(Error::NotFound)?;
    let (before, today) = (store::account(act.conn, pending.account_id)?, act.today());
    if !before.is_open(today) || super::left(act.conn, &[before.id], today)?.contains_key(&before.id) {
        return Err(Error::NotFound);
    }
    let taken = Error::Conflict("conflict-address-taken");
    if store::account_by_address(act.conn, &pending.address)?.is_some_and(|holder| holder.id != before.id) {
        return Err(taken);
    }
    let here = act.viewer.filter(|viewer| viewer.account_id == before.id).map(|viewer| viewer.session.clone());
    let viewer = viewer_of(&before)?;
    let mut act = act.on_behalf_of(Some(&viewer));
    // Somebody may take it in this very moment: the database refuses the second.
    become_its(&mut act, &before, &pending.address).map_err(|error| match error {
        Error::Conflict(_) => taken,
        other => other,
    })?;
    store::raise_epoch(act.conn, before.id, here.as_deref())?;
    changed(&mut act, &before)?;
    store::account(act.conn, before.id)
}

fn become_its(act: &mut Act<'_>, account: &Account, email: &str) -> Result<()> {
    match account.member_id {
        Some(member) => members::set_email(act, member, email)?,
        None => store::address::set_own(act.conn, account.id, email)?,
    }
    store::address::hold(act.conn, account.id)
}

// ---- by the office ----

/// Lets an open account sign in with the address of whose it is, where that is nobody else's.
pub(super) fn take(act: &mut Act<'_>, account: i64) -> Result<()> {
    store::address::take(act.conn, account, act.today())
}

/// Takes the address from a member's account, because the register is about to have another one. The account as it was.
pub fn let_go(act: &mut Act<'_>, member: i64) -> Result<Option<Account>> {
    let Some(id) = store::account_of(act.conn, member)? else { return Ok(None) };
    let account = store::account(act.conn, id)?;
    store::address::let_go(act.conn, id)?;
    Ok(Some(account))
}

/// Goes on where `let_go` stopped, now that the register has another address: the account signs in with that, unless it is somebody
/// else's too. What the account holds open ends, with the links that were mailed to the old address, and both mailboxes are told.
pub fn moved(act: &mut Act<'_>, before: &Account) -> Result<()> {
    take(act, before.id)?;
    store::address::forget(act.conn, before.id)?;
    let after = store::account(act.conn, before.id)?;
    if after.address == before.address {
        return Ok(());
    }
    if before.address.is_some() {
        store::raise_epoch(act.conn, before.id, None)?;
    }
    changed(act, before)?;
    mail::post(act.conn, &letters::news(act.coop, &after, &act.origin(), act.now, &News::AddressChanged)?)
}

/// Whether a member has an open account and an address, and cannot sign in with it, because it is somebody else's too.
pub fn is_shared(conn: &mut PgConnection, member: i64) -> Result<bool> {
    let Some(id) = store::account_of(conn, member)? else { return Ok(false) };
    let account = store::account(conn, id)?;
    Ok(account.disabled_at.is_none() && account.address.is_none() && account.email.is_some())
}

// ---- both ----

/// Tells the old mailbox, and the log.
fn changed(act: &mut Act<'_>, before: &Account) -> Result<()> {
    mail::post(act.conn, &letters::news(act.coop, before, &act.origin(), act.now, &News::AddressChanged)?)?;
    record(act, &slice::ACCOUNT_ADDRESS_CHANGED, before)
}

fn own(act: &mut Act<'_>) -> Result<Account> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::account(act.conn, viewer.account_id)
}

fn record(act: &mut Act<'_>, kind: &'static events::EventKind, account: &Account) -> Result<()> {
    events::record(act, kind, &account.subject(), json!({}))?;
    Ok(())
}
