//! The letters that accounts are sent: a link, an invitation, news about the account itself.

use askama::Template;
use chrono::{DateTime, Utc};

use super::super::address::CHANGE_HOURS;
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

/// Name and address of whose account it is.
fn to(account: &Account) -> (&str, &str) {
    (&account.name, account.address.as_deref().unwrap_or_default())
}

/// The letter with the link to sign in by.
pub fn link(coop: &Coop, account: &Account, lang: Lang, address: &str) -> Result<Letter> {
    let minutes = LINK_MINUTES;
    let text = LinkText { lang, coop, account, address, minutes }.render().map_err(anyhow::Error::new)?;
    let html = LinkHtml { lang, coop, account, address, minutes }.render().map_err(anyhow::Error::new)?;
    let subject = lang.with("mail-link-subject", &[("coop", coop.name(lang).into())]);
    Ok(Letter::new(to(account), coop, lang, subject, text, html))
}

#[derive(Template)]
#[template(path = "mail/accounts_address.txt")]
struct AddressText<'a> {
    lang: Lang,
    coop: &'a Coop,
    name: &'a str,
    link: &'a str,
    hours: i64,
}

#[derive(Template)]
#[template(path = "mail/accounts_address.html")]
struct AddressHtml<'a> {
    lang: Lang,
    coop: &'a Coop,
    name: &'a str,
    link: &'a str,
    hours: i64,
}

/// The letter with the link by which a new address, that of `to`, is confirmed.
pub fn new_address(coop: &Coop, to: (&str, &str), lang: Lang, link: &str) -> Result<Letter> {
    let (name, hours) = (to.0, CHANGE_HOURS);
    let text = AddressText { lang, coop, name, link, hours }.render().map_err(anyhow::Error::new)?;
    let html = AddressHtml { lang, coop, name, link, hours }.render().map_err(anyhow::Error::new)?;
    let subject = lang.with("mail-address-subject", &[("coop", coop.name(lang).into())]);
    Ok(Letter::new(to, coop, lang, subject, text, html))
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
    Ok(Letter::new(to(account), coop, lang, subject, text, html))
}

/// The invitation as somebody would get it in this language: subject and text, with words in the place of name and link.
pub fn preview(coop: &Coop, lang: Lang, origin: &str) -> Result<(String, String)> {
    let account = Account {
        id: 0,
        member_id: None,
        email: None,
        address: None,
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
    /// Another address was asked for.
    AddressAsked,
    /// The address is another one now.
    AddressChanged,
    /// Somebody else asked for the address that is this account's.
    AddressTaken,
}

impl News {
    /// The family of its words, what to do if it was not them, and where.
    fn words(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Password => ("password", "mail-news-not-mine", "/sign-in"),
            Self::Device(_) => ("device", "mail-news-not-mine", "/sign-in"),
            Self::AddressAsked => ("address-asked", "mail-news-stop", "/account/address"),
            Self::AddressChanged => ("address-changed", "mail-news-office", "/sign-in"),
            Self::AddressTaken => ("address-taken", "mail-news-yours", "/sign-in"),
        }
    }
}

#[derive(Template)]
#[template(path = "mail/accounts_news.txt")]
struct NewsText<'a> {
    lang: Lang,
    account: &'a Account,
    what: &'a str,
    advice: &'a str,
    link: &'a str,
    contact: &'a str,
}

#[derive(Template)]
#[template(path = "mail/accounts_news.html")]
struct NewsHtml<'a> {
    lang: Lang,
    coop: &'a Coop,
    account: &'a Account,
    what: &'a str,
    advice: &'a str,
    link: &'a str,
    contact: &'a str,
}

/// The letter that tells somebody what happened to their account, and what to do if it was not them.
pub fn news(coop: &Coop, account: &Account, origin: &str, at: DateTime<Utc>, news: &News) -> Result<Letter> {
    let lang = account.language.as_deref().and_then(Lang::parse).unwrap_or(coop.language);
    let name = coop.name(lang);
    let moment = lang.moment(coop.zone, at);
    let (words, advice, path) = news.words();
    let key = format!("mail-news-{words}");
    let device = match news {
        News::Device(device) if !device.is_empty() => device.clone(),
        _ => lang.t("device-unknown"),
    };
    let what = lang.with(&key, &[("moment", moment.into()), ("device", device.into()), ("coop", name.into())]);
    let contact = match coop.contact_phone.as_str() {
        "" => String::new(),
        phone => lang.with("mail-news-call", &[("name", coop.contact_name.as_str().into()), ("phone", phone.into())]),
    };
    let (advice, link) = (lang.t(advice), format!("{origin}{path}"));
    let (what, advice, link, contact) = (what.as_str(), advice.as_str(), link.as_str(), contact.as_str());
    let text = NewsText { lang, account, what, advice, link, contact }.render().map_err(anyhow::Error::new)?;
    let html = NewsHtml { lang, coop, account, what, advice, link, contact }.render().map_err(anyhow::Error::new)?;
    let subject = lang.with(&format!("{key}-subject"), &[("coop", name.into())]);
    Ok(Letter::new(to(account), coop, lang, subject, text, html))
}
