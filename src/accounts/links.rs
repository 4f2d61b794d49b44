//! Mailed links: asked for, or in a mail about something else. Each lets its person in once, with one press on the page that it leads to.

use std::collections::HashMap;

use chrono::TimeDelta;
use diesel::PgConnection;
use serde_json::{Value, json};
use url::form_urlencoded::byte_serialize;

use super::pages::letters;
use super::store::{self, links as rows};
use super::{Account, LINK_MINUTES, MAILED_LINK_DAYS, signed_in, slice};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::keys::{digest, random_token};
use crate::platform::visit::Act;
use crate::platform::{jobs, mail};

/// Links that one address is mailed within an hour: when one network asks for them, and whoever asks. A stranger uses up their own.
const LINKS_MAX: i32 = 3;
const LINKS_EVERYWHERE_MAX: i32 = 30;

/// Asks for a mailed link. Nothing is looked up here: the job does, so known and unknown addresses take the same time. Whoever asks
/// too often from one network is told the same, and gets no more. `next` is where its user was going.
pub fn ask_for_link(act: &mut Act<'_>, email: &str, network: &str, lang: Lang, next: &str) -> Result<()> {
    let hour_ago = act.now - TimeDelta::hours(1);
    if store::count_attempt(act.conn, &format!("mailed@{network}:{email}"), hour_ago, act.now)? > LINKS_MAX {
        return Ok(());
    }
    let payload = json!({ "email": email, "lang": lang, "next": next });
    jobs::enqueue(act.conn, &slice::SEND_LINK, payload, act.now)?;
    Ok(())
}

/// The job behind `ask_for_link`.
pub fn mail_link(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let email = payload["email"].as_str().unwrap_or_default();
    let asked = payload["lang"].as_str().and_then(Lang::parse).unwrap_or(act.coop.language);
    let today = act.today();
    let Some(account) = store::account_by_address(act.conn, email)?.filter(|account| account.is_open(today)) else {
        return Ok(());
    };
    let hour_ago = act.now - TimeDelta::hours(1);
    if store::count_attempt(act.conn, &format!("mailed:{email}"), hour_ago, act.now)? > LINKS_EVERYWHERE_MAX {
        return Ok(());
    }
    let lang = account.language.as_deref().and_then(Lang::parse).unwrap_or(asked);
    let mut address = new_link(act, &account, "link", TimeDelta::minutes(LINK_MINUTES))?;
    if let Some(next) = payload["next"].as_str().filter(|next| *next != "/") {
        address.extend(["?next=", &byte_serialize(next.as_bytes()).collect::<String>()]);
    }
    let letter = letters::link(act.coop, &account, lang, &address)?;
    mail::post(act.conn, &letter)
}

/// A fresh link for an account; only its hash is kept.
pub(super) fn new_link(act: &mut Act<'_>, account: &Account, kind: &str, lasts: TimeDelta) -> Result<String> {
    let token = random_token();
    rows::insert_link(act.conn, account.id, &digest(&token), kind, act.now, act.now + lasts)?;
    Ok(format!("{}/sign-in/link/{token}", act.origin()))
}

/// Fresh links for mails that tell of something, by account: each lets its person in with one press. Only residents get one. Who may do
/// more signs in as always, since mails are forwarded and lie about for longer than a link that was asked for.
pub fn mailed_links(act: &mut Act<'_>, accounts: &[i64]) -> Result<HashMap<i64, String>> {
    let tokens: Vec<String> = accounts.iter().map(|_| random_token()).collect();
    let hashes: Vec<Vec<u8>> = tokens.iter().map(|token| digest(token)).collect();
    let until = act.now + TimeDelta::days(MAILED_LINK_DAYS);
    let given = rows::insert_mailed_links(act.conn, accounts, &hashes, act.now, until)?;
    let origin = act.origin();
    let all = accounts.iter().zip(tokens).filter(|(account, _)| given.contains(account));
    Ok(all.map(|(account, token)| (*account, format!("{origin}/sign-in/link/{token}"))).collect())
}

/// Whose a mailed link is, used or not, by account and name. `None` once it is gone.
pub fn link_holder(conn: &mut PgConnection, token: &str) -> Result<Option<(i64, String)>> {
    rows::link_holder(conn, &digest(token))
}

/// Uses a mailed link up and says whose it was.
///
/// # Errors
/// `NotFound` when it was used, has expired, or never was; and those of `signed_in`.
pub fn use_link(act: &mut Act<'_>, token: &str, device: &str) -> Result<Account> {
    let id = rows::use_link(act.conn, &digest(token), act.now)?.ok_or(Error::NotFound)?;
    let account = store::account(act.conn, id)?;
    if !account.is_open(act.today()) {
        return Err(Error::NotFound);
    }
    signed_in(act, &account, "link", device)?;
    Ok(account)
}
