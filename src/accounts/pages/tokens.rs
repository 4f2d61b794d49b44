//! `/account/tokens`: one's own API tokens. A secret is on one answer and nowhere else.

use std::sync::{Arc, OnceLock};

use actix_web::web;
use askama::Template;
use chrono::{Days, NaiveDate};

use super::super::ApiToken;
use super::own::confirm_password;
use crate::accounts::{self, tokens};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::{Done, Visit};

/// How long a token lives unless another day is chosen.
const DAYS_USUAL: u64 = 90;

struct Row {
    token: ApiToken,
    scopes: String,
    made: String,
    has_ended: bool,
}

#[derive(Template)]
#[template(path = "accounts/tokens.html")]
struct TokensPage {
    page: Page,
    form: Form,
    rows: Vec<Row>,
    scopes: Vec<(&'static str, String)>,
    asks_password: bool,
}

/// `members:read` has its words under `scope-members-read`.
fn scope_words(visit: &Visit, scope: &str) -> String {
    visit.lang.t_of("scope-", &scope.replace(':', "-"))
}

/// The scopes that this account may give a token.
fn offered(visit: &Visit) -> Vec<(&'static str, String)> {
    let held = tokens::scopes(visit.state.slices).filter(|scope| visit.may(scope.permission));
    held.map(|scope| (scope.word, scope_words(visit, scope.word))).collect()
}

async fn tokens_page(visit: &Visit, form: Form) -> Result<TokensPage> {
    let (tokens, account) = visit
        .read(|conn, visit| {
            let viewer = visit.viewer()?;
            Ok((tokens::own(conn, viewer)?, accounts::own_account(conn, viewer)?))
        })
        .await?;
    let (today, zone) = (visit.today(), visit.coop()?.zone);
    let words = |token: &ApiToken| {
        let all: Vec<_> = token.scopes.iter().map(|scope| scope_words(visit, scope)).collect();
        all.join(", ")
    };
    Ok(TokensPage {
        page: Page::new(visit, "account", "tokens-title").with_form(&form),
        form,
        scopes: offered(visit),
        rows: tokens
            .into_iter()
            .map(|token| Row {
                scopes: words(&token),
                made: visit.lang.day(clock::date_in(zone, token.created_at)),
                has_ended: token.expires_on < today,
                token,
            })
            .collect(),
        asks_password: account.password_hash.is_some(),
    })
}

/// One's own tokens as a file; never a secret.
pub async fn export(visit: Visit) -> Answer {
    let shown = tokens_page(&visit, Form::blank()).await?;
    let rows = shown
        .rows
        .into_iter()
        .map(|row| table_row![row.token.name, row.scopes, row.made, row.token.last_used_on, row.token.expires_on]);
    let headings = ["field-token-name", "tokens-may", "tokens-made", "tokens-used", "field-ends-on"];
    Table::new(headings.map(|key| visit.lang.t(key)), rows).answer(&visit, "access-keys")
}

pub async fn list(visit: Visit) -> Answer {
    let usual = visit.today().checked_add_days(Days::new(DAYS_USUAL)).unwrap_or_default();
    page::ok(&visit, &tokens_page(&visit, Form::filled([("ends_on", usual.to_string())])).await?)
}

struct NewToken {
    name: String,
    scopes: Vec<String>,
    ends_on: NaiveDate,
}

fn read_token(today: NaiveDate, form: &Form) -> Result<NewToken> {
    let reader = form.reader();
    let name = reader.required_line("token_name", 80);
    let mut scopes: Vec<String> = form.all("scopes").map(str::to_owned).collect();
    scopes.sort();
    scopes.dedup();
    if scopes.is_empty() {
        reader.refuse("scopes", "token-scopes-none");
    }
    let ends_on = reader.required_date("ends_on");
    if ends_on != NaiveDate::default() && !(1..=tokens::DAYS_MAX).contains(&(ends_on - today).num_days()) {
        reader.refuse("ends_on", "token-ends-on");
    }
    reader.finish()?;
    Ok(NewToken { name, scopes, ends_on })
}

#[derive(Template)]
#[template(path = "accounts/token_made.html")]
struct MadePage {
    page: Page,
    name: String,
    /// Empty when the same form was sent a second time.
    secret: String,
}

/// Makes a token and shows its secret, on this answer only: it is in no redirect, no record of the form, no log.
pub async fn make(visit: Visit, form: Form) -> Answer {
    match make_once(&visit, &form).await {
        Ok(secret) => {
            let name = form.value("token_name").trim().to_owned();
            page::ok(&visit, &MadePage { page: Page::new(&visit, "account", "token-made-title"), name, secret })
        }
        Err(Error::Invalid(errors)) => page::refused(&visit, &tokens_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

async fn make_once(visit: &Visit, form: &Form) -> Result<String> {
    visit.must_be_ours(form)?;
    let new = read_token(visit.today(), form)?;
    confirm_password(visit, form).await?;
    let shown = Arc::new(OnceLock::new());
    let told = shown.clone();
    visit
        .submit(form, move |act, _| {
            let (id, secret) = tokens::make(act, &new.name, &new.scopes, new.ends_on)?;
            let _ = told.set(secret);
            Ok(Done::to("/account/tokens").made(id))
        })
        .await?;
    Ok(shown.get().cloned().unwrap_or_default())
}

pub async fn revoke(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            let token = tokens::revoke(act, *id)?;
            Ok(Done::to("/account/tokens").say("token-revoked", token.name))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
