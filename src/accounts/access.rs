//! Everybody's accounts, for admins: who gets access, as what, until when.
//!
//! A co-op always has an admin who can come in: the last one can be neither closed nor given another role, and an admin's
//! access has no end date. An observer's has one, because observers come from outside and their errand ends.

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde_json::json;

use super::pages::letters;
use super::slice;
use super::{Account, INVITATION_DAYS, address, links, store};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::mail;
use crate::platform::visit::Act;
use crate::policy::Role;

/// How long an observer's access lasts where nothing else was said.
pub const OBSERVER_DAYS: u64 = 365;
/// Invitations that one person is sent within an hour.
const INVITATIONS_MAX: i32 = 3;

/// The most lines of a file.
const FILE_LINES_MAX: i64 = 100_000;

/// Who gets access, as what, until when.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub holder: Holder,
    pub role: Role,
    pub language: Option<Lang>,
    pub expires_on: Option<NaiveDate>,
}

/// Whose account it is.
#[derive(Debug, Clone)]
pub enum Holder {
    /// A member's, who signs in with the address that the register has of them.
    Member(i64),
    /// A member's who has no address of their own, and signs in with the member number.
    ByNumber(i64),
    /// Somebody's from outside.
    Guest { name: String, email: String },
}

impl Holder {
    fn member(&self) -> Option<i64> {
        match self {
            Self::Member(id) | Self::ByNumber(id) => Some(*id),
            Self::Guest { .. } => None,
        }
    }
}

/// Gives somebody access and mails them a link to sign in with.
///
/// # Errors
/// `Invalid` on `email` when the address has an account already or the member none, or on `member_id` when the member has an account,
/// or is a member no more.
pub fn invite(act: &mut Act<'_>, invitation: &Invitation) -> Result<Account> {
    let account = open(act, invitation, None)?;
    send_invitation(act, &account)?;
    Ok(account)
}

/// Opens an account without telling anybody: for the set-up and the demo.
///
/// # Errors
/// As for `invite`.
pub fn open(act: &mut Act<'_>, invitation: &Invitation, password_hash: Option<&str>) -> Result<Account> {
    let member_id = invitation.holder.member();
    if let Some(member) = member_id
        && store::account_of(act.conn, member)?.is_some()
    {
        return Err(Error::field("member_id", "account-of-member"));
    }
    if invitation.role != Role::Observer {
        must_be_here(act, member_id, "member_id")?;
    }
    let address = match &invitation.holder {
        Holder::Member(id) => email_of(act, *id)?,
        Holder::ByNumber(_) => None,
        Holder::Guest { email, .. } => Some(email.clone()),
    };
    match &address {
        Some(address) if store::account_by_address(act.conn, address)?.is_some() => {
            return Err(Error::field("email", "account-exists"));
        }
        None if matches!(invitation.holder, Holder::Member(_)) => {
            return Err(Error::field("email", "account-no-address"));
        }
        _ => {}
    }
    let new = store::NewAccount {
        member_id,
        own: match &invitation.holder {
            Holder::Guest { name, email } => Some((name, email)),
            _ => None,
        },
        address: address.as_deref(),
        role: invitation.role,
        password_hash,
        language: invitation.language,
        expires_on: invitation.expires_on,
    };
    let id = store::insert_account(act.conn, &new)?;
    let account = store::account(act.conn, id)?;
    let detail = json!({ "after": { "role": invitation.role, "email": address, "expires_on": invitation.expires_on } });
    events::record(act, &slice::ACCOUNT_OPENED, &account.subject(), detail)?;
    Ok(account)
}

fn email_of(act: &mut Act<'_>, member: i64) -> Result<Option<String>> {
    match members::contact(act.conn, member) {
        Err(Error::NotFound) => Err(Error::field("member_id", "wrong-choice")),
        contact => Ok(contact?.email),
    }
}

/// Mails the invitation again, for somebody who lost it.
///
/// # Errors
/// `Conflict` when the account is closed or has ended; `TooMany` after three within an hour.
pub fn invite_again(act: &mut Act<'_>, id: i64) -> Result<Account> {
    let account = store::account(act.conn, id)?;
    if !account.is_open(act.today()) || super::left(act.conn, &[id], act.today())?.contains_key(&id) {
        return Err(Error::Conflict("conflict-account-closed"));
    }
    if account.address.is_none() {
        return Err(Error::Conflict("conflict-account-no-mail"));
    }
    let window = TimeDelta::hours(1);
    if store::count_attempt(act.conn, &format!("invitation:{id}"), act.now - window, act.now)? > INVITATIONS_MAX {
        return Err(Error::TooMany(window.num_seconds()));
    }
    send_invitation(act, &account)?;
    events::record(act, &slice::ACCOUNT_INVITED, &account.subject(), json!({}))?;
    Ok(account)
}

/// Mails a link that is good for a week; an older one that was not used is not good any more.
pub(super) fn send_invitation(act: &mut Act<'_>, account: &Account) -> Result<()> {
    store::invitations::void(act.conn, account.id, "invitation")?;
    let address = links::new_link(act, account, "invitation", TimeDelta::days(INVITATION_DAYS))?;
    let lang = account.language.as_deref().and_then(Lang::parse).unwrap_or(act.coop.language);
    mail::post(act.conn, &letters::invitation(act.coop, account, lang, &address, &act.origin())?)
}

/// One account.
///
/// # Errors
/// `NotFound` when there is none of this id.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Account> {
    store::account(conn, id)
}

/// The account of a member, if they have one.
pub fn of_member(conn: &mut PgConnection, member: i64) -> Result<Option<i64>> {
    store::account_of(conn, member)
}

/// At most `limit` accounts in the order of names, those that come after the account `after`.
pub fn list(conn: &mut PgConnection, after: Option<i64>, limit: i64) -> Result<Vec<Account>> {
    store::accounts(conn, after, limit)
}

/// All accounts, for a file.
pub fn all(conn: &mut PgConnection) -> Result<Vec<Account>> {
    store::accounts(conn, None, FILE_LINES_MAX)
}

/// Closes an account, or opens it again. Everything it holds ends at once, and its address is free. Opened again, it gets its address
/// back if nobody else took it. Doing it twice changes nothing.
///
/// # Errors
/// `Conflict` when it is the last admin's.
pub fn set_closed(act: &mut Act<'_>, id: i64, closed: bool) -> Result<Account> {
    let account = store::account(act.conn, id)?;
    if account.disabled_at.is_some() == closed {
        return Ok(account);
    }
    if let Some(member) = account.member_id.filter(|_| !closed) {
        // Another entry goes on for that of the register, with an account of its own.
        members::name(act.conn, member).map_err(|_| Error::Conflict("conflict-account-merged"))?;
    }
    if closed && account.role == Role::Admin.word() {
        keep_another_admin(act, id)?;
    }
    if closed {
        store::close(act.conn, id, act.now)?;
    } else {
        store::reopen(act.conn, id)?;
        address::take(act, id)?;
    }
    store::raise_epoch(act.conn, id, None)?;
    let kind = if closed { &slice::ACCOUNT_CLOSED } else { &slice::ACCOUNT_REOPENED };
    events::record(act, kind, &account.subject(), json!({}))?;
    Ok(account)
}

/// Gives an account another role. What it holds ends, so that the new role is in force at once. An admin's access has no end
/// date; an observer's gets one, a year from today, where it had none.
///
/// # Errors
/// `Conflict` when it is the last admin's; `Invalid` on `role` for an admin who is a member no more.
pub fn set_role(act: &mut Act<'_>, id: i64, role: Role) -> Result<Account> {
    let account = store::account(act.conn, id)?;
    if account.role == role.word() {
        return Ok(account);
    }
    if role == Role::Admin {
        must_be_here(act, account.member_id, "role")?;
    }
    if account.role == Role::Admin.word() {
        keep_another_admin(act, id)?;
    }
    give_role(act, &account, role)?;
    Ok(account)
}

/// Nobody is given access, or more of it, who is a member no more.
fn must_be_here(act: &mut Act<'_>, member: Option<i64>, field: &str) -> Result<()> {
    let today = act.today();
    match member {
        Some(member) => members::must_be_here(act.conn, member, today, field).map_err(|error| match error {
            Error::NotFound => Error::field(field, "wrong-choice"),
            other => other,
        }),
        None => Ok(()),
    }
}

/// Writes another role, whoever may have it.
pub(super) fn give_role(act: &mut Act<'_>, account: &Account, role: Role) -> Result<()> {
    let id = account.id;
    let expires_on = match role {
        Role::Admin => None,
        Role::Resident => account.expires_on,
        Role::Observer => account.expires_on.or_else(|| act.today().checked_add_days(Days::new(OBSERVER_DAYS))),
    };
    store::set_role(act.conn, id, role, expires_on)?;
    if role == Role::Observer {
        set_treasurer(act, id, false)?;
    }
    store::raise_epoch(act.conn, id, None)?;
    let detail = json!({
        "before": { "role": account.role, "expires_on": account.expires_on },
        "after": { "role": role, "expires_on": expires_on },
    });
    events::record(act, &slice::ACCOUNT_ROLE_CHANGED, &account.subject(), detail)?;
    Ok(())
}

/// Makes somebody a treasurer, or one no more. Observers read and note nothing.
///
/// # Errors
/// `Invalid` on `treasurer` for an observer, and for who is a member no more.
pub fn set_treasurer(act: &mut Act<'_>, id: i64, treasurer: bool) -> Result<Account> {
    let account = store::account(act.conn, id)?;
    if treasurer && account.role == Role::Observer.word() {
        return Err(Error::field("treasurer", "account-observer-no-treasurer"));
    }
    if treasurer {
        must_be_here(act, account.member_id, "treasurer")?;
    }
    if account.treasurer != treasurer {
        store::set_treasurer(act.conn, id, treasurer)?;
        let detail = json!({ "before": { "treasurer": account.treasurer }, "after": { "treasurer": treasurer } });
        events::record(act, &slice::ACCOUNT_TREASURER_CHANGED, &account.subject(), detail)?;
    }
    Ok(account)
}

/// A co-op without an admin could never be put right from its own pages. Two admins who take each other's role away at the
/// same moment wait for each other here, and the second is refused.
pub(super) fn keep_another_admin(act: &mut Act<'_>, id: i64) -> Result<()> {
    let others = store::locked_admins(act.conn, act.today())?.into_iter().filter(|admin| *admin != id).count();
    if others == 0 { Err(Error::Conflict("conflict-last-admin")) } else { Ok(()) }
}
