//! One request as a handler sees it: who is visiting which co-op, in which language, at what time.
//!
//! A handler reads through `Visit::read` and changes things through `Visit::submit`, which runs a verb in one transaction
//! together with the record that this form was sent, so that the same form sent twice is done once.

use std::collections::HashMap;
use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

pub use super::act::{Act, Done, Flash, Undo};
pub use super::acting::Acting;
use super::asker::Asker;
use super::clock;
use super::db::CoopId;
use super::drafts;
use super::error::{Error, Result};
use super::forms::{Form, TOKEN_FIELD};
use super::i18n::Lang;
use super::keys::random;
use super::state::AppState;
use crate::policy::{Permission, Role};
use crate::schema::submissions;

/// How long a form can be sent, and how long it is remembered that it was: older, and it could be done twice.
pub const FORM_LASTS: TimeDelta = TimeDelta::days(1);
/// A token says in which hour its page was opened.
const STAMP_SECONDS: i64 = 3_600;

/// The co-op as every page needs it.
#[derive(Debug, Clone)]
pub struct Coop {
    pub id: CoopId,
    pub name_en: String,
    pub name_fr: String,
    pub language: Lang,
    pub zone: Tz,
    pub contact_name: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub demo: bool,
    pub public_pages: bool,
    /// Another one after every change of members, homes or committees.
    pub register_version: i64,
    /// The host name it answers to, where a server has several co-ops.
    pub host: Option<String>,
}

impl Coop {
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::Fr => &self.name_fr,
        }
    }
}

/// How much waits for somebody, by what it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Waiting(HashMap<String, i64>);

impl Waiting {
    pub fn of(&self, what: &str) -> i64 {
        self.0.get(what).copied().unwrap_or(0)
    }
}

/// Somebody who is signed in, or a machine that shows their token.
#[derive(Debug, Clone)]
pub struct Viewer {
    pub account_id: i64,
    pub member_id: Option<i64>,
    pub name: String,
    /// None for who signs in with a member number.
    pub email: Option<String>,
    pub role: Role,
    pub language: Option<Lang>,
    pub theme: String,
    pub text_size: i32,
    /// What waits, for the counts in the navigation.
    pub waiting: Waiting,
    /// The hash of this session's row; empty for an API token.
    pub session: String,
    /// What an API token may do; `None` for a person in a browser.
    pub scopes: Option<Vec<String>>,
    /// For whom somebody of the office acts at the moment.
    pub acting: Option<Acting>,
}

#[derive(Clone)]
pub struct Inner {
    pub state: Arc<AppState>,
    pub coop: Option<Coop>,
    pub viewer: Option<Viewer>,
    pub lang: Lang,
    pub now: DateTime<Utc>,
    pub path: String,
    pub query: String,
    /// htmx asked for a part of the page.
    pub wants_fragment: bool,
    /// The request came from this machine itself, and asked for it by a name of this machine.
    pub from_loopback: bool,
    /// The network the request came from, for limits: an IPv4 address or an IPv6 /64.
    pub network: String,
    pub device: String,
    pub flash: Option<Flash>,
    /// What was sent is to come back as it was typed.
    pub held: bool,
    /// The request is the sending of a form, not of a page's address.
    pub sent: bool,
}

/// Cheap to clone; handed to handlers and to the pages they make.
#[derive(Clone)]
pub struct Visit(pub Arc<Inner>);

impl std::ops::Deref for Visit {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.extensions().get::<Self>().cloned().ok_or_else(|| {
                Error::Internal(anyhow::anyhow!("a route outside the visitor's scope asked for a visit"))
            }),
        )
    }
}

impl Visit {
    /// The co-op being visited. The gate lets nobody past without one, except to the set-up.
    pub fn coop(&self) -> Result<&Coop> {
        self.coop.as_ref().ok_or(Error::NotFound)
    }

    /// The same visit by nobody in particular: what is shown and done has nothing to do with who is signed in on the device.
    pub fn as_nobody(&self) -> Self {
        Self(Arc::new(Inner { viewer: None, flash: None, ..(*self.0).clone() }))
    }

    pub fn viewer(&self) -> Result<&Viewer> {
        self.viewer.as_ref().ok_or(Error::SignIn)
    }

    /// What nobody can do for another: refused while somebody of the office acts for a member.
    ///
    /// # Errors
    /// `Forbidden` then.
    pub fn in_person(&self) -> Result<()> {
        let acting = self.viewer.as_ref().is_some_and(|viewer| viewer.acting.is_some());
        if acting { Err(Error::Forbidden) } else { Ok(()) }
    }

    pub fn may(&self, permission: Permission) -> bool {
        self.viewer.as_ref().is_some_and(|viewer| viewer.may(&self.state.policy, permission))
    }

    /// Whoever visits, as one who asks for things that not everybody sees.
    pub fn asker(&self) -> Asker<'_> {
        Asker::new(self.viewer.as_ref(), &self.state.policy, self.today())
    }

    pub fn today(&self) -> NaiveDate {
        self.coop.as_ref().map_or_else(|| self.now.date_naive(), |coop| clock::date_in(coop.zone, self.now))
    }

    /// Reads, on one connection, in one step.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PgConnection, &Self) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let visit = self.clone();
        self.state.db.read(self.coop()?.id, move |conn| work(conn, &visit)).await
    }

    /// Runs a verb in one transaction, without the form's token: for changes that a machine asks for.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Act<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let visit = self.clone();
        self.state.db.write(self.coop()?.id, move |conn| work(&mut visit.act(conn)?)).await
    }

    fn act<'a>(&'a self, conn: &'a mut PgConnection) -> Result<Act<'a>> {
        Ok(Act::new(conn, self.coop()?, self.viewer.as_ref(), &self.state, self.now))
    }

    /// Runs a verb for a form: once, however often the same form is sent. The second time, the first answer is given again.
    ///
    /// # Errors
    /// Whatever the verb refuses; those of `must_be_ours`.
    pub async fn submit(
        &self,
        form: &Form,
        verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<Done> + Send + 'static,
    ) -> Result<Done> {
        self.must_be_ours(form)?;
        let digest = self.digest_of(form);
        let (visit, form) = (self.clone(), form.clone());
        self.state
            .db
            .write(self.coop()?.id, move |conn| {
                if let Some(first) = claim(conn, &visit, &digest)? {
                    return Ok(first);
                }
                let done = verb(&mut visit.act(conn)?, &form)?;
                if let Some(viewer) = visit.viewer.as_ref().filter(|viewer| viewer.acting.is_none()) {
                    drafts::forget(conn, viewer.account_id, &visit.path)?;
                }
                let outcome = serde_json::to_value(&done).map_err(anyhow::Error::new)?;
                diesel::update(submissions::table.filter(submissions::digest.eq(&digest)))
                    .set(submissions::outcome.eq(outcome))
                    .execute(conn)?;
                Ok(done)
            })
            .await
    }

    /// Refuses a form that is held, is not one of ours for this visitor, or is too old: what was typed comes back with a fresh token.
    ///
    /// # Errors
    /// `Invalid`, of no field.
    pub fn must_be_ours(&self, form: &Form) -> Result<()> {
        match self.token_is_ours(form.value(TOKEN_FIELD)) {
            _ if form.is_held() => Err(Error::Invalid(Vec::new())),
            true => Ok(()),
            false => Err(Error::field("", "form-old")),
        }
    }

    /// What came of this very form when it was sent before; `None` the first time. For handlers that check something before they
    /// submit, which the first time has changed.
    pub async fn done_before(&self, form: &Form) -> Result<Option<Done>> {
        let digest = self.digest_of(form);
        self.read(move |conn, _| outcome(conn, &digest)).await
    }

    fn digest_of(&self, form: &Form) -> Vec<u8> {
        let mut hasher = Sha256::new();
        hasher.update(form.value(TOKEN_FIELD));
        hasher.update(&self.path);
        hasher.update(form.content());
        hasher.finalize().to_vec()
    }

    /// A token for the forms of one page. All of them share it: what tells two forms apart is also their content.
    pub fn form_token(&self) -> String {
        let stamp = format!("{}-{}", self.now.timestamp() / STAMP_SECONDS, super::session::hex(&random::<12>()));
        let code = self.state.keys.sign(b"form", &self.token_message(&stamp));
        format!("{stamp}.{code}")
    }

    /// Whether a token is one of ours, for this visitor, and so young that its form would still be remembered had it been sent.
    pub fn token_is_ours(&self, token: &str) -> bool {
        let Some((stamp, code)) = token.split_once('.') else { return false };
        let hour = stamp.split_once('-').and_then(|(hour, _)| hour.parse::<i64>().ok());
        let youngest = (self.now - FORM_LASTS).timestamp();
        let fresh = hour.and_then(|hour| hour.checked_mul(STAMP_SECONDS)).is_some_and(|made| made > youngest);
        fresh && self.state.keys.verify(b"form", &self.token_message(stamp), code)
    }

    /// A token is good for one account of one co-op, acting for itself or for one member.
    fn token_message(&self, stamp: &str) -> Vec<u8> {
        let coop = self.coop.as_ref().map_or(0, |coop| coop.id.0);
        let account = self.viewer.as_ref().map_or(0, |viewer| viewer.account_id);
        let member =
            self.viewer.as_ref().and_then(|viewer| viewer.acting.as_ref()).map_or(0, |acting| acting.member_id);
        format!("{coop}/{account}/{member}/{stamp}").into_bytes()
    }
}

/// Marks a form as being done. If it was done before, the outcome of that time.
fn claim(conn: &mut PgConnection, visit: &Visit, digest: &[u8]) -> Result<Option<Done>> {
    let account = visit.viewer.as_ref().map(|viewer| viewer.account_id);
    let fresh = diesel::insert_into(submissions::table)
        .values((submissions::digest.eq(digest), submissions::account_id.eq(account), submissions::at.eq(visit.now)))
        .on_conflict_do_nothing()
        .execute(conn)?;
    if fresh == 1 {
        return Ok(None);
    }
    outcome(conn, digest)?.map(Some).ok_or(Error::Conflict("conflict-form-old"))
}

fn outcome(conn: &mut PgConnection, digest: &[u8]) -> Result<Option<Done>> {
    let outcome: Option<Option<serde_json::Value>> = submissions::table
        .filter(submissions::digest.eq(digest))
        .select(submissions::outcome)
        .first(conn)
        .optional()?;
    Ok(outcome.flatten().and_then(|json| serde_json::from_value(json).ok()))
}
