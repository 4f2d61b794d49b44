//! Accounts: who may come in, how they sign in, what they hold open.
//!
//! An account belongs to one co-op and has one role. It signs in with a password or by a link that is mailed; both lead to
//! a session of the same kind. Raising the security epoch ends everything at once: sessions, links, live pages, tokens.
//! What a stranger can ask gives the same answer in the same time whether an address is known or not.

mod access;
pub mod address;
pub mod api;
pub mod assistance;
pub mod codes;
mod departing;
pub mod invitations;
mod links;
pub mod merging;
mod own;
pub mod pages;
pub mod password;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
pub mod tokens;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use access::{
    Holder, Invitation, OBSERVER_DAYS, all, find, invite, invite_again, list, of_member, open, set_closed, set_role,
    set_treasurer,
};
pub use links::{ask_for_link, link_holder, mail_link, mailed_links, use_link};
pub use own::{
    end_other_sessions, end_session, own_account, own_sessions, session_began, set_appearance, set_password,
};
pub use store::unhex;

use pages::letters::{self, News};

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::keys::digest;
use crate::platform::session::{Asked, Known, Stored};
use crate::platform::visit::{Act, Coop, FORM_LASTS, Viewer, Waiting};
use crate::platform::{clock, mail};
use crate::policy::Role;
use crate::schema::{account_holders, api_tokens, sessions};
use store::Whose;

/// How long a mailed link can be used.
pub const LINK_MINUTES: i64 = 15;
/// How long the link can be used that stands in a mail about something else.
pub const MAILED_LINK_DAYS: i64 = 7;
/// How long an invitation by mail can be used, and the code of a printed letter.
pub const INVITATION_DAYS: i64 = 7;
pub const LETTER_DAYS: i64 = 30;
/// How long a session lasts, whatever happens: people who administer or look behind the figures sign in daily.
pub const SESSION_RESIDENT: TimeDelta = TimeDelta::days(90);
pub const SESSION_OTHERS: TimeDelta = TimeDelta::hours(12);
/// How many days without a visit end a session.
pub const IDLE_DAYS: i64 = 14;
/// How long attempts to sign in, used links and sent forms are kept before the nightly job removes them.
pub const TRACES_KEPT: TimeDelta = FORM_LASTS;
/// Attempts allowed in a quarter of an hour: for one address from one network, for one network, and for one address from everywhere.
/// The last is loose, because whoever knows an address could shut its owner out with it. Those of a network that came to something
/// are given back, but until then they count: a meeting on one Wi-Fi signs in at the same moment.
const ATTEMPTS_MAX: i32 = 10;
const ATTEMPTS_NETWORK_MAX: i32 = 120;
const ATTEMPTS_ADDRESS_MAX: i32 = 200;
/// Wrong tokens that one network may show in the same time: machines do not gather for a meeting.
const WRONG_TOKENS_MAX: i32 = 60;
const ATTEMPTS_WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Links that one network may ask for in a quarter of an hour: on the evening of a vote a whole building does.
const LINKS_NETWORK_MAX: i32 = 300;

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = account_holders)]
pub struct Account {
    pub id: i64,
    pub member_id: Option<i64>,
    /// Of whose account it is: a member's as the register has it.
    pub name: String,
    pub email: Option<String>,
    /// The address by which it signs in, and where mail reaches it. None for who signs in with a member number, and while it is
    /// closed.
    pub address: Option<String>,
    pub role: String,
    pub password_hash: Option<String>,
    pub security_epoch: i32,
    pub disabled_at: Option<DateTime<Utc>>,
    pub expires_on: Option<NaiveDate>,
    pub last_sign_in_at: Option<DateTime<Utc>>,
    pub language: Option<String>,
    pub theme: String,
    pub text_size: i32,
    /// Notes who owes something, and alone sees it.
    pub treasurer: bool,
}

impl Account {
    /// Whether the account may come in on a day.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.disabled_at.is_none() && self.expires_on.is_none_or(|last| last >= today)
    }

    /// What stands for its address in lists: a closed account's is only that of whose it is.
    pub fn shown_address(&self) -> Option<&str> {
        self.address.as_deref().or(self.email.as_deref().filter(|_| self.disabled_at.is_some()))
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.name.clone() }
    }
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct Session {
    pub key_hash: Vec<u8>,
    pub device: String,
    pub created_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = api_tokens)]
pub struct ApiToken {
    pub id: i64,
    pub account_id: i64,
    pub name: String,
    pub scopes: Vec<String>,
    pub created_at: DateTime<Utc>,
    pub expires_on: NaiveDate,
    pub last_used_on: Option<NaiveDate>,
}

// ---- who is visiting ----

/// What a session says of itself; checked against the account before it is believed.
pub struct SessionClaim {
    pub account: i64,
    pub epoch: i32,
    /// When it began, in seconds since 1970.
    pub signed_in: i64,
    pub own: String,
}

pub struct Recognised {
    pub coop: Coop,
    pub viewer: Option<Viewer>,
}

/// Finds a session with its account. For the session store.
pub fn look_up(
    conn: &mut PgConnection,
    key_hash: &[u8],
    now: DateTime<Utc>,
    asked: Asked,
) -> Result<(Known, Option<Stored>)> {
    store::known(conn, Whose::Session(key_hash), now, asked)
}

/// The co-op of this connection, for a visitor without a session.
pub fn nobody(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<Known> {
    Ok(store::known(conn, Whose::Nobodys, now, Asked::Visitor)?.0)
}

/// The co-op and, if the session's claim holds, who is visiting.
pub fn recognise(known: Known, claim: Option<SessionClaim>, now: DateTime<Utc>) -> Recognised {
    let viewer = known.viewer.zip(claim).and_then(|((mut viewer, epoch), claim)| {
        let lasts = if viewer.role == Role::Resident { SESSION_RESIDENT } else { SESSION_OTHERS };
        let began = DateTime::from_timestamp(claim.signed_in, 0)?;
        viewer.session = claim.own;
        (claim.account == viewer.account_id && claim.epoch == epoch && now - began < lasts).then_some(viewer)
    });
    Recognised { coop: known.coop, viewer }
}

/// Whose API token this is. An unknown, expired or revoked token is nobody's, and counts as an attempt of its network.
pub fn recognise_token(
    conn: &mut PgConnection,
    token: &str,
    network: &str,
    now: DateTime<Utc>,
) -> Result<(Recognised, Attempts)> {
    let found = if token.starts_with(tokens::PREFIX) {
        store::live_token(conn, &digest(token), now.date_naive())?
    } else {
        None
    };
    let whose = found.as_ref().map_or(Whose::Nobodys, |token| Whose::Account(token.account_id));
    let known = store::known(conn, whose, now, Asked::Visitor)?.0;
    let mut attempts = Attempts { allowed: true };
    let viewer = if let (Some(token), Some((mut viewer, _))) = (found, known.viewer) {
        let today = now.date_naive();
        if token.last_used_on != Some(today) {
            store::token_used(conn, token.id, today)?;
        }
        viewer.scopes = Some(token.scopes);
        Some(viewer)
    } else {
        if !token.is_empty() {
            let made = store::count_attempt(conn, &format!("token@{network}"), now - ATTEMPTS_WINDOW, now)?;
            attempts.allowed = made <= WRONG_TOKENS_MAX;
        }
        None
    };
    Ok((Recognised { coop: known.coop, viewer }, attempts))
}

/// The viewer that an account is, for what the program does on somebody's behalf.
pub fn acting(conn: &mut PgConnection, account: i64, now: DateTime<Utc>) -> Result<Option<Viewer>> {
    Ok(store::known(conn, Whose::Account(account), now, Asked::Page)?.0.viewer.map(|(viewer, _)| viewer))
}

/// Those of some accounts that ended with the membership of a resident, and on which day: `store::known` lets them in no more.
pub fn left(conn: &mut PgConnection, accounts: &[i64], today: NaiveDate) -> Result<HashMap<i64, NaiveDate>> {
    Ok(store::left(conn, accounts, today)?.into_iter().collect())
}

/// The co-op of this connection, for jobs.
pub fn coop(conn: &mut PgConnection) -> Result<Coop> {
    Ok(nobody(conn, clock::now())?.coop)
}

// ---- signing in ----

/// Counts an attempt of a network before anything is looked at, so that parallel guesses all count. With a `name` (an address, a
/// number) also how often this one was tried, from there and from everywhere.
pub fn count_attempt(act: &mut Act<'_>, what: &str, name: Option<&str>, network: &str) -> Result<Attempts> {
    let of_network = if what == "link" { LINKS_NETWORK_MAX } else { ATTEMPTS_NETWORK_MAX };
    let mut limits = vec![(format!("{what}@{network}"), of_network)];
    if let Some(name) = name {
        let [from_there, from_everywhere] = counters(what, name, network);
        limits.extend([(from_there, ATTEMPTS_MAX), (from_everywhere, ATTEMPTS_ADDRESS_MAX)]);
    }
    let mut allowed = true;
    for (counter, most) in limits {
        allowed &= store::count_attempt(act.conn, &counter, act.now - ATTEMPTS_WINDOW, act.now)? <= most;
    }
    Ok(Attempts { allowed })
}

/// Gives an attempt back to its network: it came to something, and others there may try theirs.
pub fn give_back_attempt(act: &mut Act<'_>, what: &str, network: &str) -> Result<()> {
    store::give_back_attempt(act.conn, &format!("{what}@{network}"))
}

/// Forgets the attempts made under a name: who typed it got it right.
pub fn forget_attempts(act: &mut Act<'_>, what: &str, name: &str, network: &str) -> Result<()> {
    counters(what, name, network).iter().try_for_each(|counter| store::forget_attempts(act.conn, counter))
}

fn counters(what: &str, name: &str, network: &str) -> [String; 2] {
    [format!("{what}@{network}:{name}"), format!("{what}:{name}")]
}

/// Whether one more attempt may be made. Given back as a value, because the count must be kept either way.
pub struct Attempts {
    allowed: bool,
}

impl Attempts {
    pub fn or_wait(&self) -> Result<()> {
        if self.allowed { Ok(()) } else { Err(Error::TooMany(ATTEMPTS_WINDOW.num_seconds())) }
    }
}

/// What is needed to check a password: the hash and the account, if there is one that may come in. Who has no address
/// signs in with their member number.
pub fn for_sign_in(act: &mut Act<'_>, typed: &str) -> Result<Option<Account>> {
    let today = act.today();
    let account = if typed.contains('@') {
        store::account_by_address(act.conn, typed)?
    } else {
        store::invitations::account_by_number(act.conn, typed)?
    };
    Ok(account.filter(|account| account.is_open(today)))
}

/// Records that somebody came in, and tells them by mail when it was from a device not seen before. The session itself is
/// made by the page.
///
/// # Errors
/// `Invalid` on `email` for a resident who is a member no more. Every way in ends here, so they hear of it once they have shown
/// who they are.
pub fn signed_in(act: &mut Act<'_>, account: &Account, way: &str, device: &str) -> Result<()> {
    if left(act.conn, &[account.id], act.today())?.contains_key(&account.id) {
        return Err(Error::field("email", "sign-in-left"));
    }
    let is_new = account.last_sign_in_at.is_some() && !store::knows_device(act.conn, account.id, device)?;
    store::signed_in(act.conn, account.id, act.now)?;
    store::invitations::void(act.conn, account.id, "invitation")?;
    store::invitations::void(act.conn, account.id, "letter")?;
    if is_new && way != "demo" {
        let news = News::Device(device.to_owned());
        mail::post(act.conn, &letters::news(act.coop, account, &act.origin(), act.now, &news)?)?;
    }
    record_as(act, account, &slice::ACCOUNT_SIGNED_IN, json!({ "way": way, "device": device }))
}

/// The account itself as who acts, although nobody is signed in.
fn viewer_of(account: &Account) -> Result<Viewer> {
    Ok(Viewer {
        account_id: account.id,
        member_id: account.member_id,
        name: account.name.clone(),
        email: account.address.clone(),
        role: Role::parse(&account.role).ok_or(Error::NotFound)?,
        language: None,
        theme: account.theme.clone(),
        text_size: account.text_size,
        waiting: Waiting::default(),
        session: String::new(),
        scopes: None,
        acting: None,
    })
}

/// An event whose actor is the account itself.
fn record_as(act: &mut Act<'_>, account: &Account, kind: &'static EventKind, detail: Value) -> Result<()> {
    let viewer = viewer_of(account)?;
    events::record(&mut act.on_behalf_of(Some(&viewer)), kind, &account.subject(), detail)?;
    Ok(())
}

/// One of the accounts of the demo co-op, for the buttons that sign in with one click.
pub fn demo_account(act: &mut Act<'_>, email: &str, device: &str) -> Result<Account> {
    let account = store::account_by_address(act.conn, email)?.ok_or(Error::NotFound)?;
    signed_in(act, &account, "demo", device)?;
    Ok(account)
}

/// What the buildings of the co-op are called, which whoever guesses a password tries.
pub fn buildings(conn: &mut PgConnection) -> Result<Vec<String>> {
    store::buildings(conn)
}

/// Removes what has expired. Run every night.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    store::remove_expired(act.conn, act.now)
}
