//! Inviting the members: who can be asked in by mail, who needs a letter on paper, and how far each of them is.
//!
//! Mails go out by jobs, some at a time; letters are printed by the office and carry a code. Both work once; only their hashes are
//! kept. Whoever came in once is not invited again.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::access::{Holder, Invitation, open, send_invitation};
use super::slice;
use super::store::invitations as store;
use super::{Account, LETTER_DAYS, acting, address, codes, record_as, signed_in};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::keys::digest;
use crate::platform::visit::Act;
use crate::policy::Role;

pub use store::Invitee;

/// How far somebody is. Left out of the mails: `no_address`, `shared`, `closed`, `joined`.
pub const STATES: [&str; 7] = ["ready", "invited", "ran_out", "joined", "no_address", "shared", "closed"];
/// Who can be mailed an invitation.
pub const MAILABLE: [&str; 3] = ["ready", "invited", "ran_out"];
/// Who can be given a letter on paper.
pub const LETTERABLE: [&str; 5] = ["no_address", "shared", "ready", "invited", "ran_out"];
/// Mails of one job: a job's effects commit together.
const BATCH: usize = 50;
/// Letters of one printing.
pub const LETTERS_MAX: usize = 100;
/// Somebody is mailed again after this at the earliest, however often the button is pressed.
const AGAIN_AFTER: TimeDelta = TimeDelta::hours(1);

/// How many there are of each state.
pub fn counts(conn: &mut PgConnection, at: At) -> Result<Vec<(String, i64)>> {
    store::counts(conn, at.0, at.1)
}

/// Today and now.
pub type At = (chrono::NaiveDate, chrono::DateTime<chrono::Utc>);

/// A to Z, those in one of `states`.
pub fn list(
    conn: &mut PgConnection,
    states: &[&str],
    after: Option<&(String, i64)>,
    limit: i64,
    at: At,
) -> Result<Vec<Invitee>> {
    store::invitees(conn, states, after, limit, at)
}

/// Who can be given a letter on paper.
pub fn for_letters(conn: &mut PgConnection, limit: i64, at: At) -> Result<Vec<Invitee>> {
    store::for_letters(conn, limit, at)
}

/// Whom to invite.
#[derive(Debug, Clone)]
pub enum Whom {
    Some(Vec<i64>),
    /// Everybody in this state.
    All(&'static str),
}

/// Those of some members who can be mailed a way in that they do not have; and the others, who have one or cannot.
pub fn without_way_in(conn: &mut PgConnection, members: &[i64], at: At) -> Result<(Vec<Invitee>, Vec<Invitee>)> {
    let found = store::some(conn, members, at)?;
    Ok(found.into_iter().partition(|one| is_mailable(one) && one.state != "invited"))
}

/// Asks for invitations by mail. Nothing is sent here: jobs do, some at a time. How many were asked for.
///
/// # Errors
/// `Invalid` on `invitee` when nobody was chosen who can be mailed.
pub fn ask(act: &mut Act<'_>, whom: &Whom) -> Result<usize> {
    let at = (act.today(), act.now);
    let found = match whom {
        Whom::Some(members) => store::some(act.conn, members, at)?,
        Whom::All(state) => store::invitees(act.conn, &[state], None, 5_000, at)?,
    };
    let ready: Vec<i64> = found.iter().filter(|one| is_mailable(one)).map(|one| one.member_id).collect();
    if ready.is_empty() {
        return Err(Error::field("invitee", "wrong-nobody-to-invite"));
    }
    let by = act.viewer.map(|viewer| viewer.account_id);
    for some in ready.chunks(BATCH) {
        jobs::enqueue(act.conn, &slice::INVITE, json!({ "members": some, "by": by }), act.now)?;
    }
    Ok(ready.len())
}

/// A member without an address may have an account all the same, by letter: mail cannot reach it.
fn is_mailable(one: &Invitee) -> bool {
    one.mailable && MAILABLE.contains(&one.state.as_str())
}

/// Whoever was here already needs no letter, unless it is their only way back in.
fn may_have_letter(one: &Invitee) -> bool {
    LETTERABLE.contains(&one.state.as_str()) || (one.state == "joined" && !one.mailable)
}

/// The job behind `ask`: opens accounts where there are none, and mails the links, on behalf of who asked.
pub fn send(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let members: Vec<i64> = payload["members"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let viewer = match payload["by"].as_i64() {
        Some(by) => acting(act.conn, by, act.now)?,
        None => None,
    };
    let (now, mut act) = (act.now, act.on_behalf_of(viewer.as_ref()));
    let at = (act.today(), act.now);
    for one in store::some(act.conn, &members, at)? {
        let just_now =
            one.way.as_deref() == Some("invitation") && one.made_at.is_some_and(|made| now - made < AGAIN_AFTER);
        if !is_mailable(&one) || just_now {
            continue;
        }
        let account = account_of(&mut act, &one)?;
        if account.address.is_some() {
            send_invitation(&mut act, &account)?;
            events::record(&mut act, &slice::ACCOUNT_INVITED, &account.subject(), json!({}))?;
        }
    }
    Ok(())
}

/// The account of somebody who is asked in, opened where there is none. Without an address of their own they sign in with their
/// member number.
fn account_of(act: &mut Act<'_>, one: &Invitee) -> Result<Account> {
    if let Some(id) = one.account_id {
        address::take(act, id)?;
        return super::find(act.conn, id);
    }
    let invitation = Invitation {
        holder: if one.mailable { Holder::Member(one.member_id) } else { Holder::ByNumber(one.member_id) },
        role: Role::Resident,
        language: Lang::parse(&one.language),
        expires_on: None,
    };
    open(act, &invitation, None)
}

// ---- letters ----

/// A letter as it is printed, once.
#[derive(Debug, Clone)]
pub struct Printed {
    pub name: String,
    pub number: String,
    pub lang: Lang,
    pub code: String,
    pub until: chrono::NaiveDate,
}

/// Makes the letters of some members. An older code of theirs is void from now on.
///
/// # Errors
/// `Invalid` on `invitee` when nobody was chosen who can be given one, or more than a hundred at once.
pub fn print(act: &mut Act<'_>, members: &[i64]) -> Result<Vec<Printed>> {
    let at = (act.today(), act.now);
    let found = store::some(act.conn, members, at)?;
    let chosen: Vec<Invitee> = found.into_iter().filter(may_have_letter).collect();
    if chosen.is_empty() || chosen.len() > LETTERS_MAX {
        return Err(Error::field("invitee", "wrong-nobody-to-print"));
    }
    let until = act.now + TimeDelta::days(LETTER_DAYS);
    let mut letters = Vec::new();
    for one in chosen {
        let account = account_of(act, &one)?;
        let code = codes::fresh();
        store::void(act.conn, account.id, "letter")?;
        super::store::links::insert_link(act.conn, account.id, &hash(&one.number, &code), "letter", act.now, until)?;
        events::record(act, &slice::ACCOUNT_LETTER_PRINTED, &account.subject(), json!({}))?;
        letters.push(Printed {
            name: one.name,
            number: one.number,
            lang: Lang::parse(&one.language).unwrap_or(act.coop.language),
            code,
            until: crate::platform::clock::date_in(act.coop.zone, until),
        });
    }
    Ok(letters)
}

/// A code is good for one member number alone, so that a table of hashes must be tried number by number.
fn hash(number: &str, code: &str) -> Vec<u8> {
    digest(&format!("letter/{number}/{}", codes::plain(code)))
}

/// Whose code this is, if it is still good. Uses nothing up.
pub fn for_code(act: &mut Act<'_>, number: &str, code: &str) -> Result<Option<Account>> {
    let today = act.today();
    let found = store::account_by_number(act.conn, number)?.filter(|account| account.is_open(today));
    let Some(account) = found else { return Ok(None) };
    let good = store::knows_code(act.conn, account.id, &hash(number, code), act.now)?;
    Ok(Some(account).filter(|_| good))
}

/// Uses the code up, sets the password that was chosen, ends whatever the account held open, and lets its owner in.
///
/// # Errors
/// `NotFound` when the code was used meanwhile.
pub fn use_code(
    act: &mut Act<'_>,
    account: &Account,
    typed: (&str, &str),
    password: &str,
    device: &str,
) -> Result<Account> {
    if !store::use_code(act.conn, account.id, &hash(typed.0, typed.1), act.now)? {
        return Err(Error::NotFound);
    }
    super::store::set_password(act.conn, account.id, password)?;
    super::store::raise_epoch(act.conn, account.id, None)?;
    record_as(act, account, &slice::ACCOUNT_PASSWORD_SET, json!({ "way": "letter" }))?;
    signed_in(act, account, "letter", device)?;
    super::find(act.conn, account.id)
}
