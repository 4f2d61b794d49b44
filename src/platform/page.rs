//! A page: the frame around what a slice shows, and the answers a handler gives.
//!
//! A page struct of a slice holds a `Page` and derives `askama::Template`; the frame is `templates/base.html`. Everything in
//! an answer that goes beside the page (message after a change, language toggle) is here too.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::{StatusCode, header};
use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, Utc};
use fluent_templates::fluent_bundle::FluentValue;

use super::assets;
use super::error::{Error, FieldError, Result};
use super::forms::Form;
use super::i18n::Lang;
use super::keys::Keys;
use super::visit::{Coop, Done, Flash, Viewer, Visit};
use crate::policy::Permission;

pub const SESSION_COOKIE: &str = "session";
pub const FLASH_COOKIE: &str = "flash";
pub const LANG_COOKIE: &str = "lang";

/// What a handler gives.
pub type Answer = Result<HttpResponse>;

/// The frame of a page: everything `templates/base.html` needs.
pub struct Page {
    pub visit: Visit,
    /// The name of the page, already in the visitor's language.
    pub title: String,
    /// Which entry of the navigation is current.
    pub section: &'static str,
    pub form_token: String,
    /// Whether the form on the page has errors: said in the title, shown above the form.
    pub refused: bool,
}

/// An entry of the navigation, as a slice declares it. Words: `nav-<name>`.
pub struct NavEntry {
    pub name: &'static str,
    pub href: &'static str,
    pub permission: Permission,
    /// Shown in the bar of a phone, or only in the rail of a wide screen.
    pub on_phone: bool,
    /// For who runs the co-op: below the rule.
    pub administration: bool,
}

/// One entry of the navigation, for a visitor.
pub struct NavItem {
    pub href: &'static str,
    pub name: &'static str,
    pub waiting: i64,
    /// Shown in the bar of a phone, or only in the rail of a wide screen.
    pub on_phone: bool,
    /// A rule is drawn above it: what follows is for administration.
    pub rule_above: bool,
}

impl Page {
    /// A page whose title is the words under `title_key`.
    pub fn new(visit: &Visit, section: &'static str, title_key: &str) -> Self {
        Self::named(visit, section, visit.lang.t(title_key))
    }

    /// A page named after what it shows.
    pub fn named(visit: &Visit, section: &'static str, title: impl Into<String>) -> Self {
        Self { visit: visit.clone(), title: title.into(), section, form_token: visit.form_token(), refused: false }
    }

    pub fn with_form(mut self, form: &Form) -> Self {
        self.refused = !form.errors.is_empty();
        self
    }

    // ---- words ----

    pub fn lang(&self) -> Lang {
        self.visit.lang
    }

    /// Whether only a part of the page was asked for.
    pub fn asks_part(&self) -> bool {
        self.visit.wants_fragment
    }

    pub fn t(&self, key: &str) -> String {
        self.visit.lang.t(key)
    }

    /// The words of one of a family: `t_of("nav-", "tasks")`.
    pub fn t_of(&self, family: &str, word: &str) -> String {
        self.visit.lang.t_of(family, word)
    }

    /// Words with one thing in them, read in the translation as `{ $name }`.
    pub fn t1<'a>(&self, key: &str, name: &'static str, value: impl Into<FluentValue<'a>>) -> String {
        self.visit.lang.with(key, &[(name, value.into())])
    }

    pub fn t2<'a>(
        &self,
        key: &str,
        first: &'static str,
        one: impl Into<FluentValue<'a>>,
        second: &'static str,
        two: impl Into<FluentValue<'a>>,
    ) -> String {
        self.visit.lang.with(key, &[(first, one.into()), (second, two.into())])
    }

    pub fn day(&self, day: &NaiveDate) -> String {
        self.visit.lang.day(*day)
    }

    pub fn long_day(&self, day: &NaiveDate) -> String {
        self.visit.lang.long_day(*day)
    }

    pub fn moment(&self, at: &DateTime<Utc>) -> String {
        self.visit.lang.moment(self.zone(), *at)
    }

    pub fn time(&self, at: &DateTime<Utc>) -> String {
        self.visit.lang.time(self.zone(), *at)
    }

    /// The calendar day of an instant where the co-op is.
    pub fn day_of(&self, at: &DateTime<Utc>) -> NaiveDate {
        super::clock::date_in(self.zone(), *at)
    }

    pub fn zone(&self) -> chrono_tz::Tz {
        self.visit.coop.as_ref().map_or(chrono_tz::America::Toronto, |coop| coop.zone)
    }

    /// What is wrong with a field, in words.
    pub fn wrong(&self, error: &FieldError) -> String {
        match &error.limit {
            Some(limit) => self.t1(error.key, "limit", limit.as_str()),
            None => self.t(error.key),
        }
    }

    /// The label of a field, for the summary above the form.
    pub fn label_of(&self, field: &str) -> String {
        let key = format!("field-{}", field.replace('_', "-"));
        if self.visit.lang.knows(&key) { self.t(&key) } else { String::new() }
    }

    /// Whether a field has a hint, for its tie to the field.
    pub fn knows_hint(&self, field: &str) -> bool {
        self.visit.lang.knows(&format!("hint-{}", field.replace('_', "-")))
    }

    pub fn hint_of(&self, field: &str) -> String {
        self.t(&format!("hint-{}", field.replace('_', "-")))
    }

    // ---- frame ----

    pub fn coop_name(&self) -> &str {
        self.visit.coop.as_ref().map_or("theCooperator", |coop| coop.name(self.visit.lang))
    }

    pub fn is_demo(&self) -> bool {
        self.visit.coop.as_ref().is_some_and(|coop| coop.demo)
    }

    pub fn has_public_pages(&self) -> bool {
        self.visit.coop.as_ref().is_some_and(|coop| coop.public_pages)
    }

    /// Whom to call, for the foot of the page: ": Joan, 819 555-0142".
    pub fn contact(&self) -> String {
        match &self.visit.coop {
            Some(coop) if !coop.contact_phone.is_empty() => {
                let colon = if self.lang() == Lang::Fr { "\u{a0}: " } else { ": " };
                format!("{colon}{}, {}", coop.contact_name, coop.contact_phone)
            }
            _ => String::new(),
        }
    }

    pub fn coop(&self) -> Option<&Coop> {
        self.visit.coop.as_ref()
    }

    pub fn viewer(&self) -> Option<&Viewer> {
        self.visit.viewer.as_ref()
    }

    /// For whom the viewer acts at the moment: their name, and until when.
    pub fn acting(&self) -> Option<(String, String)> {
        let acting = self.viewer()?.acting.as_ref()?;
        Some((acting.name.clone(), self.time(&acting.until)))
    }

    pub fn may(&self, permission: &Permission) -> bool {
        self.visit.may(*permission)
    }

    pub fn flash(&self) -> Option<&Flash> {
        self.visit.flash.as_ref()
    }

    pub fn flash_words(&self, flash: &Flash) -> String {
        self.t2(&flash.key, "name", flash.name.as_str(), "count", flash.name.parse::<i64>().unwrap_or_default())
    }

    pub fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }

    pub fn theme(&self) -> &str {
        self.viewer().map_or("auto", |viewer| viewer.theme.as_str())
    }

    pub fn text_size(&self) -> i32 {
        self.viewer().map_or(100, |viewer| viewer.text_size)
    }

    /// This page in the other language.
    pub fn other_language_address(&self) -> String {
        let kept = self.visit.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        let pairs: Vec<_> = kept.map(str::to_owned).chain([format!("lang={}", self.lang().other().code())]).collect();
        format!("?{}", pairs.join("&"))
    }

    /// The language of the address, for the links of public pages: nobody who only reads gets a cookie.
    pub fn kept_language(&self) -> String {
        let asked = self.visit.query.split('&').any(|pair| pair.starts_with("lang="));
        if asked { format!("?lang={}", self.lang().code()) } else { String::new() }
    }

    /// Whether this page answers a form that was sent to an address that ends like this: it was refused, or is to come back.
    pub fn answers(&self, action: &str) -> bool {
        self.visit.sent && self.visit.path.ends_with(action)
    }

    /// Whether a form of a page with several is the one that the button for the other language sends: the one that the page
    /// answers, or else the first.
    pub fn leads(&self, action: &str, first: bool) -> bool {
        self.answers(action) || first && !self.visit.sent
    }

    /// The pages beside the settings, for this visitor: address, name, whether it is this one.
    pub fn settings_tabs(&self) -> Vec<(&'static str, String, bool)> {
        let tabs = self.visit.state.slices.iter().flat_map(|slice| slice.settings);
        let seen = tabs.filter(|tab| self.visit.may(tab.permission));
        seen.map(|tab| (tab.href, self.t(tab.title), self.visit.path == tab.href)).collect()
    }

    pub fn nav(&self) -> Vec<NavItem> {
        let Some(viewer) = self.viewer() else { return Vec::new() };
        let entries = self.visit.state.slices.iter().flat_map(|slice| slice.navigation);
        let seen: Vec<&NavEntry> = entries.filter(|entry| self.visit.may(entry.permission)).collect();
        let first = seen.iter().find(|entry| entry.administration).map(|entry| entry.name);
        let (of_all, of_office): (Vec<_>, Vec<_>) = seen.into_iter().partition(|entry| !entry.administration);
        let item = |entry: &NavEntry| NavItem {
            href: entry.href,
            name: entry.name,
            waiting: viewer.waiting.of(entry.name),
            on_phone: entry.on_phone,
            rule_above: Some(entry.name) == first,
        };
        of_all.into_iter().chain(of_office).map(item).collect()
    }
}

// ---- answers ----

/// A whole page, or the same address's fragment: caches must keep them apart.
pub fn html(visit: &Visit, status: StatusCode, page: &impl Template) -> Answer {
    let body = page.render().map_err(|error| Error::Internal(anyhow::Error::new(error)))?;
    let asked_back = visit.held && status == StatusCode::UNPROCESSABLE_ENTITY;
    let mut answer = HttpResponse::build(if asked_back { StatusCode::OK } else { status });
    answer
        .content_type("text/html; charset=utf-8")
        .insert_header((header::VARY, "HX-Request, Cookie, Accept-Language"));
    if visit.flash.is_some() {
        answer.cookie(cookie(visit, FLASH_COOKIE, String::new(), 0));
    }
    Ok(answer.body(body))
}

pub fn ok(visit: &Visit, page: &impl Template) -> Answer {
    html(visit, StatusCode::OK, page)
}

/// The page of a form, again, with what is wrong in it.
pub fn refused(visit: &Visit, page: &impl Template) -> Answer {
    html(visit, StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// A part of a page that was rendered already (`page.as_lanes().render()`).
pub fn fragment(body: askama::Result<String>) -> Answer {
    let body = body.map_err(|error| Error::Internal(anyhow::Error::new(error)))?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::VARY, "HX-Request, Cookie, Accept-Language"))
        .body(body))
}

pub fn see_other(location: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish()
}

/// After a change: to the next page, with a message there.
pub fn done(visit: &Visit, done: &Done) -> HttpResponse {
    let mut answer = see_other(&done.location);
    if let Some(flash) = &done.flash
        && let Ok(json) = serde_json::to_vec(flash)
    {
        let text = URL_SAFE_NO_PAD.encode(json);
        let code = visit.state.keys.sign(b"flash", text.as_bytes());
        let _ = answer.add_cookie(&cookie(visit, FLASH_COOKIE, format!("{text}.{code}"), 60));
    }
    answer
}

/// The message that the last answer left in a cookie. Only our own, unchanged, is shown.
pub fn read_flash(keys: &Keys, cookie: Option<&str>) -> Option<Flash> {
    let (text, code) = cookie?.split_once('.')?;
    if !keys.verify(b"flash", text.as_bytes(), code) {
        return None;
    }
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

pub fn lang_cookie(visit: &Visit, lang: Lang) -> Cookie<'static> {
    cookie(visit, LANG_COOKIE, lang.code().to_owned(), 365 * 24 * 3600)
}

/// Over HTTPS, `__Host-` in front: browsers take such a cookie from this very host only.
pub fn cookie_name(secure: bool, name: &str) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

fn cookie(visit: &Visit, name: &str, value: String, seconds: i64) -> Cookie<'static> {
    Cookie::build(cookie_name(visit.state.secure, name), value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visit.state.secure)
        .max_age(actix_web::cookie::time::Duration::seconds(seconds))
        .finish()
}
