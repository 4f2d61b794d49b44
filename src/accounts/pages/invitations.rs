//! `/accounts/invitations`: who can be asked in by mail, and how far each is. `/accounts/letters`: on paper, with a code.

use std::sync::{Arc, OnceLock};

use askama::Template;

use super::letters;
use crate::accounts::invitations::{self, Invitee, LETTERABLE, LETTERS_MAX, MAILABLE, Printed, STATES, Whom};
use crate::accounts::slice;
use crate::accounts::{INVITATION_DAYS, LETTER_DAYS};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::listing;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::{Done, Visit};

const PAGE: usize = 100;
const FILE_MAX: i64 = 20_000;

/// A member in words.
struct Row {
    id: i64,
    mailable: bool,
    name: String,
    number: String,
    email: String,
    state: String,
    /// When the last invitation went out, and until when it is good.
    when: String,
}

fn row(visit: &Visit, zone: chrono_tz::Tz, one: Invitee) -> Row {
    let day = |at| visit.lang.day(clock::date_in(zone, at));
    let when = match (one.way.as_deref(), one.made_at, one.expires_at, one.state.as_str()) {
        (Some(way), Some(made), Some(until), "invited" | "ran_out") => {
            let key = if way == "letter" { "invitation-when-letter" } else { "invitation-when-mail" };
            visit.lang.with(key, &[("made", day(made).into()), ("until", day(until).into())])
        }
        _ => String::new(),
    };
    Row {
        id: one.member_id,
        mailable: one.mailable,
        name: one.name,
        number: one.number,
        email: one.email.unwrap_or_default(),
        state: visit.lang.t_of("invitation-state-", &one.state.replace('_', "-")),
        when,
    }
}

struct Pill {
    word: &'static str,
    words: String,
    count: i64,
    current: bool,
}

#[derive(Template)]
#[template(path = "accounts/invitations.html")]
struct InvitationsPage {
    page: Page,
    form: Form,
    pills: Vec<Pill>,
    state: &'static str,
    /// How many are in it.
    count: i64,
    /// What the state means, and why such people are left out.
    help: String,
    mailable: bool,
    for_letters: bool,
    rows: Vec<Row>,
    next: Option<String>,
    first: bool,
    preview: [(Lang, String, String); 2],
    days: i64,
}

fn state_of(query: &Form) -> Result<Option<&'static str>> {
    match query.value("state") {
        "" => Ok(None),
        word => STATES.into_iter().find(|known| *known == word).map(Some).ok_or(Error::BadRequest),
    }
}

async fn invitations_page(visit: &Visit, query: &Form, form: Form) -> Result<InvitationsPage> {
    let asked = state_of(query)?;
    let after = match query.value("after") {
        "" => None,
        key => Some(listing::read_key(key).ok_or(Error::BadRequest)?),
    };
    let first = after.is_some();
    let (counts, mut found, state) = visit
        .read(move |conn, visit| {
            let at = (visit.today(), visit.now);
            let counts = invitations::counts(conn, at)?;
            let count = |word: &str| counts.iter().find(|(known, _)| known == word).map_or(0, |(_, count)| *count);
            // Whoever can be invited stands there first; then those who were.
            let usual = STATES.into_iter().find(|word| count(word) > 0).unwrap_or("ready");
            let state = asked.unwrap_or(usual);
            let found = invitations::list(conn, &[state], after.as_ref(), PAGE as i64 + 1, at)?;
            Ok((counts, found, state))
        })
        .await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("state", state).append_pair("after", &listing::write_key(&last.sort_name, last.member_id));
        format!("/accounts/invitations?{}", pairs.finish())
    });
    let count = |word: &str| counts.iter().find(|(known, _)| known == word).map_or(0, |(_, count)| *count);
    let words = |family: &str, word: &str| visit.lang.t_of(family, &word.replace('_', "-"));
    let (coop, zone) = (visit.coop()?, visit.coop()?.zone);
    let origin = visit.state.origin_of(coop);
    let shown = |lang| letters::preview(coop, lang, &origin).map(|(subject, text)| (lang, subject, text));
    Ok(InvitationsPage {
        page: Page::new(visit, "accounts", "invitations-title").with_form(&form),
        form,
        pills: STATES
            .into_iter()
            .map(|word| Pill {
                word,
                words: words("invitation-state-", word),
                count: count(word),
                current: word == state,
            })
            .collect(),
        state,
        count: count(state),
        help: words("invitation-help-", state),
        mailable: MAILABLE.contains(&state),
        for_letters: LETTERABLE.contains(&state),
        rows: found.into_iter().map(|one| row(visit, zone, one)).collect(),
        next,
        first,
        preview: [shown(Lang::En)?, shown(Lang::Fr)?],
        days: INVITATION_DAYS,
    })
}

pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page::ok(&visit, &invitations_page(&visit, &query, Form::blank()).await?)
}

fn chosen(form: &Form) -> Vec<i64> {
    form.all("invitee").filter_map(|id| id.parse().ok()).take(2_000).collect()
}

pub async fn ask(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let whom = match form.value("all") {
                "ready" => Whom::All("ready"),
                "ran_out" => Whom::All("ran_out"),
                _ => Whom::Some(chosen(form)),
            };
            let count = invitations::ask(act, &whom)?;
            Ok(Done::to("/accounts/invitations?state=invited").say("invitations-asked", count.to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &invitations_page(&visit, &form.clone(), form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

// ---- files ----

const COLUMNS: [&str; 5] = ["number", "name", "email", "state", "when"];

pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let states: Vec<&str> = state_of(&query)?.into_iter().collect();
    let zone = visit.coop()?.zone;
    let found = visit
        .read(move |conn, visit| invitations::list(conn, &states, None, FILE_MAX, (visit.today(), visit.now)))
        .await?;
    let headings = COLUMNS.iter().map(|column| visit.lang.t_of("invitation-column-", column));
    let rows = found.into_iter().map(|one| {
        let row = row(&visit, zone, one);
        vec![row.number, row.name, row.email, row.state, row.when]
    });
    Table::new(headings, rows).taken(&visit, &slice::INVITATIONS_EXPORTED, &visit.lang.t("invitations-file")).await
}

// ---- letters ----

#[derive(Template)]
#[template(path = "accounts/letters.html")]
struct LettersPage {
    page: Page,
    form: Form,
    rows: Vec<Row>,
    days: i64,
}

#[derive(Template)]
#[template(path = "accounts/letters_printed.html")]
struct PrintedPage {
    page: Page,
    /// Empty when the same form was sent a second time.
    letters: Vec<Printed>,
    address: String,
}

async fn letters_page(visit: &Visit, form: Form) -> Result<LettersPage> {
    let found = visit
        .read(|conn, visit| invitations::for_letters(conn, LETTERS_MAX as i64 * 3, (visit.today(), visit.now)))
        .await?;
    let zone = visit.coop()?.zone;
    Ok(LettersPage {
        page: Page::new(visit, "accounts", "letters-title").with_form(&form),
        form,
        rows: found.into_iter().map(|one| row(visit, zone, one)).collect(),
        days: LETTER_DAYS,
    })
}

pub async fn letters_form(visit: Visit) -> Answer {
    page::ok(&visit, &letters_page(&visit, Form::blank()).await?)
}

/// Makes the letters and shows them, on this answer only: the codes are in no redirect, no record of the form, no log.
pub async fn print(visit: Visit, form: Form) -> Answer {
    let shown = Arc::new(OnceLock::new());
    let told = shown.clone();
    let outcome = visit
        .submit(&form, move |act, form| {
            let _ = told.set(invitations::print(act, &chosen(form))?);
            Ok(Done::to("/accounts/letters"))
        })
        .await;
    match outcome {
        Ok(_) => {
            let address = format!("{}/sign-in/code", visit.state.origin_of(visit.coop()?));
            let letters = shown.get().cloned().unwrap_or_default();
            let page = Page::new(&visit, "accounts", "letters-printed-title");
            page::ok(&visit, &PrintedPage { page, letters, address })
        }
        Err(Error::Invalid(errors)) => page::refused(&visit, &letters_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
