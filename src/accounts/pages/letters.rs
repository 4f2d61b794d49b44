//! The letters that accounts are sent: a link, an invitation, news about the account itself.

use askama::Template;
use chrono::{DateTime, Utc};

use super::super::{Account, INVITATION_DAYS, LINK_MINUTES};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::Letter;
use crate::platform::visit::Coop;

#[derive(Template)]
#[template(path = "mail/accounts_link.txt")]
struct LinkText<'a> {
    lang: Lang,
    coop: &'a Coop,
    account: &'a Account,
    address: &'a str,
    minutes: i64,
}

#[derive(Template)]
#[template(path = "mail/accounts_link.html")]
struct LinkHtml<'a> {
    lang: Lang,
    coop: &'a Coop,
    account: &'a Account,
    address: &'a str,
    minutes: i64,
}

/// The letter with the link to sign in by.
pub fn link(coop: &Coop, account: &Account, lang: Lang, address: &str) -> Result<Letter> {
    let minutes = LINK_MINUTES;
    let text = LinkText { lang, coop, account, address, minutes }.render().map_err(anyhow::Error::new)?;
    let html = LinkHtml { lang, coop, account, address, minutes }.render().map_err(anyhow::Error::new)?;
    let subject = lang.with("mail-link-subject", &[("coop", coop.name(lang).into())]);
    Ok(Letter::new((&account.name, &account.email), coop, lang, subject, text, html))
}

#[derive(Template)]
#[template(path = "mail/accounts_invitation.txt")]
struct InvitationText<'a> {
    lang: Lang,
    coop: &'a Coop,
    account: &'a Account,
    address: &'a str,
    origin: &'a str,
    days: i64,
}

#[derive(Template)]
#[template(path = "mail/accounts_invitation.html")]
struct InvitationHtml<'a> {
    lang: Lang,
    coop: &'a Coop,
    account: &'a Account,
    address: &'a str,
    origin: &'a str,
    days: i64,
}

/// The letter that tells somebody they have access now.
pub fn invitation(coop: &Coop, account: &Account, lang: Lang, address: &str, origin: &str) -> Result<Letter> {
    let days = INVITATION_DAYS;
    let text = InvitationText { lang, coop, account, address, origin, days }.render().map_err(anyhow::Error::new)?;
    let html = InvitationHtml { lang, coop, account, address, origin, days }.render().map_err(anyhow::Error::new)?;
    let subject = lang.with("mail-invitation-subject", &[("coop", coop.name(lang).into())]);
    Ok(Letter::new((&account.name, &account.email), coop, lang, subject, text, html))
}

/// The invitation as somebody would get it in this language: subject and text, with words in the place of name and link.
pub fn preview(coop: &Coop, lang: Lang, origin: &str) -> Result<(String, String)> {
    let account = Account {
        id: 0,
        member_id: None,
        email: String::new(),
        name: lang.t("invitation-sample-name"),
        role: String::new(),
        password_hash: None,
        security_epoch: 0,
        disabled_at: None,
        expires_on: None,
        last_sign_in_at: None,
        language: None,
        theme: String::new(),
        text_size: 100,
        treasurer: false,
    };
    let letter = invitation(coop, &account, lang, &lang.t("invitation-sample-link"), origin)?;
    Ok((letter.subject, letter.text))
}

/// What somebody must hear about their own account, because it may not have been them.
pub enum News {
    /// The password was changed.
    Password,
    /// Somebody came in from a device not seen before.
    Device(String),
}

#[derive(Template)]
#[template(path = "mail/accounts_news.txt")]
struct NewsText<'a> {
    lang: Lang,
    account: &'a Account,
    what: &'a str,
    contact: &'a str,
    origin: &'a str,
}

#[derive(Template)]
#[template(path = "mail/accounts_news.html")]
struct NewsHtml<'a> {
    lang: Lang,
    coop: &'a Coop,
    account: &'a Account,
    what: &'a str,
    contact: &'a str,
    origin: &'a str,
}

/// The letter that tells somebody what happened to their account, and what to do if it was not them.
pub fn news(coop: &Coop, account: &Account, origin: &str, at: DateTime<Utc>, news: &News) -> Result<Letter> {
    let lang = account.language.as_deref().and_then(Lang::parse).unwrap_or(coop.language);
    let name = coop.name(lang);
    let moment = lang.moment(coop.zone, at);
    let (what, subject) = match news {
        News::Password => ("mail-news-password", "mail-news-password-subject"),
        News::Device(_) => ("mail-news-device", "mail-news-device-subject"),
    };
    let device = match news {
        News::Device(device) if !device.is_empty() => device.clone(),
        _ => lang.t("device-unknown"),
    };
    let what = lang.with(what, &[("moment", moment.into()), ("device", device.into()), ("coop", name.into())]);
    let contact = match coop.contact_phone.as_str() {
        "" => String::new(),
        phone => lang.with("mail-news-call", &[("name", coop.contact_name.as_str().into()), ("phone", phone.into())]),
    };
    let (what, contact) = (what.as_str(), contact.as_str());
    let text = NewsText { lang, account, what, contact, origin }.render().map_err(anyhow::Error::new)?;
    let html = NewsHtml { lang, coop, account, what, contact, origin }.render().map_err(anyhow::Error::new)?;
    let subject = lang.with(subject, &[("coop", name.into())]);
    Ok(Letter::new((&account.name, &account.email), coop, lang, subject, text, html))
}
