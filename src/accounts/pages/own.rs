//! `/account`: one's own name, appearance, password and devices.

use actix_session::SessionExt as _;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::TimeDelta;

use super::super::{Account, Session, password};
use super::address::OwnAddress;
use super::come_in_again;
use crate::accounts;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::session::hex;
use crate::platform::visit::{Done, Visit};

/// A visit is written down at most every five minutes: whoever came within ten is there now.
const HERE_NOW: TimeDelta = TimeDelta::minutes(10);

/// One device that is signed in.
struct Device {
    hash: String,
    name: String,
    signed_in: String,
    seen: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "accounts/own.html")]
struct OwnPage {
    page: Page,
    account: Account,
    address: OwnAddress,
    role: String,
    devices: Vec<Device>,
    appearance: Form,
    password: Form,
    languages: Vec<(&'static str, String)>,
    themes: Vec<(&'static str, String)>,
    sizes: Vec<(&'static str, String)>,
}

const THEMES: [(&str, &str); 3] = [("auto", "auto"), ("light", "light"), ("dark", "dark")];
const SIZES: [(&str, i32); 3] = [("100", 100), ("115", 115), ("130", 130)];

fn device(visit: &Visit, zone: chrono_tz::Tz, own: &str, session: &Session) -> Device {
    let hash = hex(&session.key_hash);
    let is_this = hash == own;
    let here = is_this || visit.now - session.seen_at < HERE_NOW;
    Device {
        is_this,
        hash,
        name: if session.device.is_empty() { visit.lang.t("device-unknown") } else { session.device.clone() },
        signed_in: visit.lang.moment(zone, session.created_at),
        seen: if here { visit.lang.t("device-now") } else { visit.lang.moment(zone, session.seen_at) },
    }
}

/// The page with its two forms as they are, or as they were sent and refused.
async fn own_page(visit: &Visit, appearance: Option<Form>, password: Option<Form>) -> Result<OwnPage> {
    let (account, sessions, address) = visit
        .read(|conn, visit| {
            let viewer = visit.viewer()?;
            let address = OwnAddress::of(conn, visit)?;
            Ok((accounts::own_account(conn, viewer)?, accounts::own_sessions(conn, viewer, visit.now)?, address))
        })
        .await?;
    let (viewer, zone) = (visit.viewer()?, visit.coop()?.zone);
    let appearance = appearance.unwrap_or_else(|| {
        Form::filled([
            ("language", viewer.language.unwrap_or(visit.lang).code().to_owned()),
            ("theme", viewer.theme.clone()),
            ("text_size", viewer.text_size.to_string()),
        ])
    });
    let password = password.unwrap_or_default();
    let mut page = Page::new(visit, "account", "account-title");
    page.refused = !appearance.errors.is_empty() || !password.errors.is_empty();
    let words = |family: &str, word: &'static str| (word, visit.lang.t_of(family, word));
    Ok(OwnPage {
        role: visit.lang.t_of("role-", viewer.role.word()),
        devices: sessions.iter().map(|session| device(visit, zone, &viewer.session, session)).collect(),
        languages: visit.lang.choices(),
        themes: THEMES.iter().map(|(word, _)| words("theme-", word)).collect(),
        sizes: SIZES.iter().map(|(word, _)| words("text-size-", word)).collect(),
        page,
        account,
        address,
        appearance,
        password,
    })
}

pub async fn show(visit: Visit) -> Answer {
    page::ok(&visit, &own_page(&visit, None, None).await?)
}

fn read_appearance(form: &Form) -> Result<(Lang, &'static str, i32)> {
    let reader = form.reader();
    let language = reader.required_choice("language", &[("en", Lang::En), ("fr", Lang::Fr)]);
    let theme = reader.required_choice("theme", &THEMES);
    let size = reader.required_choice("text_size", &SIZES);
    reader.finish()?;
    Ok((language.unwrap_or(Lang::En), theme.unwrap_or("auto"), size.unwrap_or(100)))
}

pub async fn set_appearance(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let (language, theme, size) = read_appearance(form)?;
            accounts::set_appearance(act, Some(language), theme, size)?;
            Ok(Done::to("/account").say("account-appearance-saved", ""))
        })
        .await;
    match outcome {
        Ok(done) => {
            let lang = Lang::parse(form.value("language")).unwrap_or(visit.lang);
            let mut answer = page::done(&visit, &done);
            answer.add_cookie(&page::lang_cookie(&visit, lang)).map_err(anyhow::Error::new)?;
            Ok(answer)
        }
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &own_page(&visit, Some(form.with_errors(errors)), None).await?)
        }
        Err(error) => Err(error),
    }
}

// ---- password ----

/// How long ago somebody without a password may have come in to set one, or to make a token.
const LATELY: TimeDelta = TimeDelta::minutes(15);

/// Whether whoever sits here knows the account's password, or, where it has none, came in a short while ago: a device that was left
/// open is no proof of who holds it.
///
/// # Errors
/// `Invalid` on `current_password`; `TooMany` after too many guesses; `Conflict` for who has to sign in again.
pub async fn confirm_password(visit: &Visit, form: &Form) -> Result<()> {
    let account = visit.read(|conn, visit| accounts::own_account(conn, visit.viewer()?)).await?;
    if account.password_hash.is_none() {
        let began = visit.read(|conn, visit| accounts::session_began(conn, visit.viewer()?, visit.now)).await?;
        let lately = began.is_some_and(|began| visit.now - began < LATELY);
        return if lately { Ok(()) } else { Err(Error::Conflict("conflict-sign-in-again")) };
    }
    let (whose, network) = (account.id.to_string(), visit.network.clone());
    visit.write(move |act| accounts::count_attempt(act, "confirm", Some(&whose), &network)).await?.or_wait()?;
    let (whose, network) = (account.id.to_string(), visit.network.clone());
    if password::verify(form.value("current_password").to_owned(), account.password_hash).await? {
        visit.write(move |act| accounts::forget_attempts(act, "confirm", &whose, &network)).await
    } else {
        Err(Error::field("current_password", "password-not-current"))
    }
}

async fn read_password(visit: &Visit, form: &Form) -> Result<String> {
    let (viewer, guessed) = (visit.viewer()?, super::guessed(visit).await?);
    let mut own = vec![viewer.name.as_str(), viewer.email.as_deref().unwrap_or_default()];
    own.extend(guessed.iter().map(String::as_str));
    match password::refused(form.value("next_password"), &own) {
        Some(key) => Err(Error::field("next_password", key)),
        None => Ok(form.value("next_password").to_owned()),
    }
}

/// The hash of the new password, once the old one was given.
async fn new_hash(visit: &Visit, form: &Form) -> Result<String> {
    visit.must_be_ours(form)?;
    let new = read_password(visit, form).await?;
    confirm_password(visit, form).await?;
    password::hash(new).await
}

pub async fn set_password(req: HttpRequest, visit: Visit, form: Form) -> Answer {
    if let Some(done) = visit.done_before(&form).await? {
        return Ok(page::done(&visit, &done));
    }
    let hash = match new_hash(&visit, &form).await {
        Ok(hash) => hash,
        Err(Error::Invalid(errors)) => {
            return page::refused(&visit, &own_page(&visit, None, Some(form.with_errors(errors))).await?);
        }
        Err(error) => return Err(error),
    };
    let epoch = std::sync::Arc::new(std::sync::OnceLock::new());
    let told = epoch.clone();
    let done = visit
        .submit(&form, move |act, _| {
            let _ = told.set(accounts::set_password(act, &hash)?);
            Ok(Done::to("/account").say("account-password-saved", ""))
        })
        .await?;
    come_in_again(&req.get_session(), epoch.get())?;
    Ok(page::done(&visit, &done))
}

// ---- devices ----

pub async fn end_session(visit: Visit, hash: web::Path<String>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            accounts::end_session(act, &hash)?;
            Ok(Done::to("/account").say("account-session-ended", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn end_other_sessions(req: HttpRequest, visit: Visit, form: Form) -> Answer {
    let epoch = std::sync::Arc::new(std::sync::OnceLock::new());
    let told = epoch.clone();
    let done = visit
        .submit(&form, move |act, _| {
            let _ = told.set(accounts::end_other_sessions(act)?);
            Ok(Done::to("/account").say("account-sessions-ended", ""))
        })
        .await?;
    come_in_again(&req.get_session(), epoch.get())?;
    Ok(page::done(&visit, &done))
}
