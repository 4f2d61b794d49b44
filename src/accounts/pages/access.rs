//! `/accounts`: who can sign in, for admins.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use chrono::{Days, NaiveDate};
use diesel::PgConnection;

use super::super::{Account, Invitation};
use crate::accounts;
use crate::accounts::slice;
use crate::coops::pages::languages;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::{Done, Visit};
use crate::policy::Role;

const PAGE: usize = 100;
/// The furthest end of anybody's access.
const YEARS_MAX: i64 = 5;
const ROLES: [(&str, Role); 3] = [("resident", Role::Resident), ("observer", Role::Observer), ("admin", Role::Admin)];

// ---- the list ----

struct Row {
    account: Account,
    role: String,
    signed_in: String,
    state: String,
    /// Closed, or past its end.
    shut: bool,
}

#[derive(Template)]
#[template(path = "accounts/index.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    /// Whether this is not the first page.
    later: bool,
    next: Option<i64>,
}

/// `left`: the day on which access ended with the membership.
fn state(visit: &Visit, account: &Account, left: Option<NaiveDate>) -> String {
    let lang = visit.lang;
    match (account.disabled_at, left, account.expires_on) {
        (Some(_), ..) => lang.t("account-state-closed"),
        (None, Some(day), _) => lang.with("account-state-left", &[("day", lang.day(day).into())]),
        (None, None, Some(day)) if day < visit.today() => {
            lang.with("account-state-ended", &[("day", lang.day(day).into())])
        }
        (None, None, Some(day)) => lang.with("account-state-until", &[("day", lang.day(day).into())]),
        (None, None, None) => lang.t("account-state-open"),
    }
}

fn row(visit: &Visit, zone: chrono_tz::Tz, account: Account, left: &HashMap<i64, NaiveDate>) -> Row {
    let left = left.get(&account.id).copied();
    Row {
        role: visit.lang.t_of("role-", &account.role),
        signed_in: match account.last_sign_in_at {
            Some(at) => visit.lang.moment(zone, at),
            None => visit.lang.t("account-never"),
        },
        state: state(visit, &account, left),
        shut: left.is_some() || !account.is_open(visit.today()),
        account,
    }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let after: Option<i64> = match query.value("after") {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::BadRequest)?),
    };
    let (mut accounts, left) = visit
        .read(move |conn, visit| {
            let accounts = accounts::list(conn, after, PAGE as i64 + 1)?;
            let left = left(conn, visit, &accounts)?;
            Ok((accounts, left))
        })
        .await?;
    let more = accounts.len() > PAGE;
    accounts.truncate(PAGE);
    let zone = visit.coop()?.zone;
    let list = ListPage {
        page: Page::new(&visit, "accounts", "accounts-title"),
        next: accounts.last().filter(|_| more).map(|account| account.id),
        rows: accounts.into_iter().map(|account| row(&visit, zone, account, &left)).collect(),
        later: after.is_some(),
    };
    page::ok(&visit, &list)
}

fn left(conn: &mut PgConnection, visit: &Visit, all: &[Account]) -> Result<HashMap<i64, NaiveDate>> {
    let ids: Vec<i64> = all.iter().map(|account| account.id).collect();
    accounts::left(conn, &ids, visit.today())
}

/// The same as a file.
pub async fn export(visit: Visit) -> Answer {
    let (accounts, left) = visit
        .read(|conn, visit| {
            let accounts = accounts::all(conn)?;
            left(conn, visit, &accounts).map(|left| (accounts, left))
        })
        .await?;
    let zone = visit.coop()?.zone;
    let rows = accounts
        .into_iter()
        .map(|account| row(&visit, zone, account, &left))
        .map(|row| vec![row.account.name, row.account.email, row.role, row.signed_in, row.state]);
    let headings = ["field-name", "field-email", "field-role", "account-last-sign-in", "account-state"];
    Table::new(headings.map(|key| visit.lang.t(key)), rows)
        .taken(&visit, &slice::ACCOUNTS_EXPORTED, &format!("accounts-{}", visit.today()))
        .await
}

// ---- a new one ----

#[derive(Template)]
#[template(path = "accounts/new.html")]
struct NewPage {
    page: Page,
    form: Form,
    roles: Vec<(&'static str, String, String)>,
    languages: Vec<(&'static str, String)>,
    /// The member the account is for.
    member: Option<String>,
}

fn role_choices(visit: &Visit) -> Vec<(&'static str, String, String)> {
    let words = |word| (word, visit.lang.t_of("role-", word), visit.lang.t_of("role-help-", word));
    ROLES.iter().map(|(word, _)| words(*word)).collect()
}

fn new_page(visit: &Visit, form: Form, member: Option<String>) -> NewPage {
    NewPage {
        page: Page::new(visit, "accounts", "account-new-title").with_form(&form),
        form,
        roles: role_choices(visit),
        languages: languages(visit.lang),
        member,
    }
}

async fn contact_of(visit: &Visit, member: &str) -> Result<Option<members::Contact>> {
    if member.is_empty() {
        return Ok(None);
    }
    let id: i64 = member.parse().map_err(|_| Error::NotFound)?;
    visit.read(move |conn, _| members::contact(conn, id)).await.map(Some)
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let contact = contact_of(&visit, query.value("member")).await?;
    let mut form = Form::filled([("role", "resident".to_owned())]);
    form.set("language", visit.coop()?.language.code());
    if let Some(contact) = &contact {
        form.set("name", contact.name.clone());
        form.set("email", contact.email.clone().unwrap_or_default());
        form.set("language", contact.language.code());
        form.set("member_id", query.value("member"));
    }
    page::ok(&visit, &new_page(&visit, form, contact.map(|contact| contact.name)))
}

fn read_invitation(today: NaiveDate, form: &Form) -> Result<Invitation> {
    let reader = form.reader();
    let name = reader.required_line("name", 120);
    let email = reader.email("email");
    if form.value("email").trim().is_empty() {
        reader.refuse("email", "wrong-required");
    }
    let role = reader.required_choice("role", &ROLES).unwrap_or(Role::Resident);
    let language = reader.required_choice("language", &[("en", Lang::En), ("fr", Lang::Fr)]);
    let member_id = reader.number("member_id", 1..=i64::MAX);
    let mut expires_on = reader.date("expires_on");
    match (role, expires_on) {
        (Role::Admin, Some(_)) => reader.refuse("expires_on", "account-admin-stays"),
        (_, Some(day)) if day < today || (day - today).num_days() > YEARS_MAX * 366 => {
            reader.refuse("expires_on", "account-end-wrong");
        }
        (Role::Observer, None) if form.value("expires_on").is_empty() => {
            expires_on = today.checked_add_days(Days::new(accounts::OBSERVER_DAYS));
        }
        _ => {}
    }
    reader.finish()?;
    Ok(Invitation { name, email: email.unwrap_or_default(), role, member_id, language, expires_on })
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let invitation = read_invitation(act.today(), form)?;
            let id = accounts::invite(act, &invitation)?;
            Ok(Done::to("/accounts").say("account-invited", invitation.name).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let contact = contact_of(&visit, form.value("member_id")).await.unwrap_or_default();
            let page = new_page(&visit, form.with_errors(errors), contact.map(|contact| contact.name));
            page::refused(&visit, &page)
        }
        Err(error) => Err(error),
    }
}

// ---- one of them ----

#[derive(Template)]
#[template(path = "accounts/show.html")]
struct ShowPage {
    page: Page,
    row: Row,
    form: Form,
    roles: Vec<(&'static str, String, String)>,
    is_own: bool,
}

async fn show_page(visit: &Visit, id: i64, refused: Option<Form>) -> Result<ShowPage> {
    let (account, left) = visit
        .read(move |conn, visit| {
            let account = accounts::find(conn, id)?;
            let left = left(conn, visit, std::slice::from_ref(&account))?;
            Ok((account, left))
        })
        .await?;
    let treasurer = if account.treasurer { "1" } else { "" }.to_owned();
    let form = refused.unwrap_or_else(|| Form::filled([("role", account.role.clone()), ("treasurer", treasurer)]));
    Ok(ShowPage {
        page: Page::named(visit, "accounts", account.name.clone()).with_form(&form),
        form,
        roles: role_choices(visit),
        is_own: account.id == visit.viewer()?.account_id,
        row: row(visit, visit.coop()?.zone, account, &left),
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &show_page(&visit, *id, None).await?)
}

pub async fn set_role(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let role = reader.required_choice("role", &ROLES).unwrap_or(Role::Resident);
            reader.finish()?;
            let account = accounts::set_role(act, id, role)?;
            Ok(Done::to(format!("/accounts/{id}")).say("account-role-saved", account.name))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &show_page(&visit, id, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn set_treasurer(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let account = accounts::set_treasurer(act, id, form.reader().checked("treasurer"))?;
            Ok(Done::to(format!("/accounts/{id}")).say("account-treasurer-saved", account.name))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &show_page(&visit, id, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn close(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            let account = accounts::set_closed(act, *id, true)?;
            let done = Done::to(format!("/accounts/{id}")).say("account-closed", account.name);
            Ok(done.undo(format!("/accounts/{id}/reopening"), Vec::new()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn reopen(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            let account = accounts::set_closed(act, *id, false)?;
            Ok(Done::to(format!("/accounts/{id}")).say("account-reopened", account.name))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn invite_again(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            let account = accounts::invite_again(act, *id)?;
            Ok(Done::to(format!("/accounts/{id}")).say("account-invited", account.name))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
