//! One's own address: asking for another one, and the link by which the new mailbox confirms it.

use actix_session::SessionExt as _;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use diesel::PgConnection;

use super::come_in_again;
use super::own::confirm_password;
use crate::accounts::address::{self, CHANGE_HOURS};
use crate::accounts::{self, Account};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// The address of one's own account, and the one that waits with its end: a part of two pages.
pub struct OwnAddress {
    pub current: Option<String>,
    pub pending: Option<(String, String)>,
}

impl OwnAddress {
    pub fn of(conn: &mut PgConnection, visit: &Visit) -> Result<Self> {
        let (viewer, zone) = (visit.viewer()?, visit.coop()?.zone);
        let pending = address::pending(conn, viewer, visit.now)?;
        let pending = pending.map(|pending| (pending.address, visit.lang.moment(zone, pending.expires_at)));
        Ok(Self { current: viewer.email.clone(), pending })
    }
}

// ---- asking ----

#[derive(Template)]
#[template(path = "accounts/address_form.html")]
struct AskPage {
    page: Page,
    form: Form,
    address: OwnAddress,
    has_password: bool,
    hours: i64,
    back: &'static str,
}

/// Where the address stands that one can change: a member's in their profile.
fn back(visit: &Visit) -> &'static str {
    if visit.viewer.as_ref().is_some_and(|viewer| viewer.member_id.is_some()) { "/profile" } else { "/account" }
}

async fn ask_page(visit: &Visit, form: Form) -> Result<AskPage> {
    let (address, account) = visit
        .read(|conn, visit| Ok((OwnAddress::of(conn, visit)?, accounts::own_account(conn, visit.viewer()?)?)))
        .await?;
    let page = Page::new(visit, "account", "address-form-title").with_form(&form);
    let has_password = account.password_hash.is_some();
    Ok(AskPage { page, form, address, has_password, hours: CHANGE_HOURS, back: back(visit) })
}

pub async fn form(visit: Visit) -> Answer {
    visit.in_person()?;
    page::ok(&visit, &ask_page(&visit, Form::blank()).await?)
}

async fn ask_once(visit: &Visit, form: &Form) -> Result<Done> {
    visit.must_be_ours(form)?;
    let reader = form.reader();
    let email = reader.email("new_email");
    if form.value("new_email").trim().is_empty() {
        reader.refuse("new_email", "wrong-required");
    }
    reader.finish()?;
    confirm_password(visit, form).await?;
    let (email, lang, back) = (email.unwrap_or_default(), visit.lang, back(visit));
    visit
        .submit(form, move |act, _| {
            address::ask(act, &email, lang)?;
            Ok(Done::to(back).say("address-asked", ""))
        })
        .await
}

pub async fn ask(visit: Visit, form: Form) -> Answer {
    visit.in_person()?;
    match ask_once(&visit, &form).await {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &ask_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn send_again(visit: Visit, form: Form) -> Answer {
    visit.in_person()?;
    let (lang, back) = (visit.lang, back(&visit));
    let done = visit
        .submit(&form, move |act, _| {
            address::send_again(act, lang)?;
            Ok(Done::to(back).say("address-sent-again", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn cancel(visit: Visit, form: Form) -> Answer {
    visit.in_person()?;
    let back = back(&visit);
    let done = visit
        .submit(&form, move |act, _| {
            address::cancel(act)?;
            Ok(Done::to(back).say("address-cancelled", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- confirming ----

/// What the page of a link says.
enum State {
    /// A button; to whom the account belongs, and the new address.
    Waiting(String, String),
    /// It was confirmed just now.
    Confirmed(String),
    Void,
    Taken,
}

#[derive(Template)]
#[template(path = "accounts/address_link.html")]
struct LinkPage {
    page: Page,
    token: String,
    state: State,
    /// Who is signed in here, where that is somebody else.
    other: Option<String>,
}

fn link_page(visit: &Visit, token: String, state: State, account: Option<i64>) -> LinkPage {
    let other = visit.viewer.as_ref().filter(|viewer| account.is_some_and(|account| account != viewer.account_id));
    let other = other.map(|viewer| viewer.name.clone());
    LinkPage { page: Page::new(visit, "", "address-link-title"), token, state, other }
}

/// Scanners open links: opening this one changes nothing. As with links to sign in, its address is a secret until it is used.
pub async fn link(visit: Visit, token: web::Path<String>) -> Answer {
    let token = token.into_inner();
    let asked = token.clone();
    let found = visit.read(move |conn, visit| address::of_link(conn, &asked, visit.now)).await?;
    match found {
        Some((pending, name)) => {
            let state = State::Waiting(name, pending.address);
            page::ok(&visit, &link_page(&visit, token, state, Some(pending.account_id)))
        }
        None => page::html(&visit, StatusCode::GONE, &link_page(&visit, token, State::Void, None)),
    }
}

pub async fn confirm(req: HttpRequest, visit: Visit, token: web::Path<String>, form: Form) -> Answer {
    visit.must_be_ours(&form)?;
    let network = visit.network.clone();
    let attempts = visit.write(move |act| accounts::count_attempt(act, "use-link", None, &network)).await?;
    attempts.or_wait()?;
    let token = token.into_inner();
    let used = token.clone();
    match visit.write(move |act| address::confirm(act, &used)).await {
        Ok(account) => confirmed(&req, &visit, token, account),
        Err(Error::NotFound) => page::html(&visit, StatusCode::GONE, &link_page(&visit, token, State::Void, None)),
        Err(Error::Conflict("conflict-address-taken")) => {
            page::html(&visit, StatusCode::CONFLICT, &link_page(&visit, token, State::Taken, None))
        }
        Err(error) => Err(error),
    }
}

/// Whoever confirmed it for themselves stays signed in; everybody else is told, and nothing of theirs changes.
fn confirmed(req: &HttpRequest, visit: &Visit, token: String, account: Account) -> Answer {
    if visit.viewer.as_ref().is_some_and(|viewer| viewer.account_id == account.id) {
        come_in_again(&req.get_session(), Some(&account.security_epoch))?;
        return Ok(page::done(visit, &Done::to(back(visit)).say("address-confirmed", "")));
    }
    let state = State::Confirmed(account.address.unwrap_or_default());
    page::ok(visit, &link_page(visit, token, state, Some(account.id)))
}
