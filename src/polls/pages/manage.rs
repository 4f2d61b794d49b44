//! Running votes: set up, change, open, close, call off. Each act that cannot be undone has a page of its own before it.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{Days, NaiveDateTime, NaiveTime};

use super::words;
use crate::coops::{self, RuleProfile};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Coop, Done, Visit};
use crate::polls::rules::Rule;
use crate::polls::{self, NewPoll, Poll, State, Status, store};

const LOCAL: &str = "%Y-%m-%dT%H:%M";

/// What can be done to a vote in a state: last part of the address, and its words.
pub fn links(state: State) -> Vec<(&'static str, &'static str)> {
    match state {
        State::Scheduled => {
            vec![("edit", "poll-edit"), ("opening", "poll-open-now"), ("cancellation", "poll-cancel")]
        }
        State::Missed => vec![("edit", "poll-edit"), ("cancellation", "poll-cancel")],
        State::Open | State::Counting => vec![("closing", "poll-close-now")],
        State::Closed | State::Cancelled => Vec::new(),
    }
}

// ---- setting up and changing ----

#[derive(Template)]
#[template(path = "polls/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    act: &'static str,
    majorities: Vec<(&'static str, String, String)>,
    rules: String,
}

/// The form, for a new vote or for the one with this id.
fn form_page(visit: &Visit, profile: &RuleProfile, id: Option<i64>, form: Form) -> FormPage {
    let lang = visit.lang;
    let majority = |word: &'static str, special| {
        let name = lang.t_of("poll-majority-", word);
        (word, name, words::majority(lang, &Rule::of(profile, special)))
    };
    let (title, act) = if id.is_some() { ("poll-edit-title", "save") } else { ("polls-new", "poll-create") };
    FormPage {
        page: Page::new(visit, "polls", title).with_form(&form),
        form,
        action: id.map_or_else(|| "/polls".to_owned(), |id| format!("/polls/{id}")),
        back: id.map_or_else(|| "/polls".to_owned(), |id| format!("/polls/{id}")),
        act,
        majorities: vec![majority("ordinary", false), majority("special", true)],
        rules: lang.with("poll-form-rules", &[("quorum", lang.percent(i64::from(profile.quorum_percent), 100).into())]),
    }
}

pub async fn new_form(visit: Visit) -> Answer {
    let profile = visit.read(|conn, _| coops::rule_profile(conn)).await?;
    let day = |days, hour| {
        let date = visit.today().checked_add_days(Days::new(days)).unwrap_or_default();
        NaiveDateTime::new(date, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()).format(LOCAL).to_string()
    };
    let form = Form::filled([("opens_at", day(1, 8)), ("closes_at", day(8, 20))]);
    page::ok(&visit, &form_page(&visit, &profile, None, form))
}

/// Reads the form. Times are those of the co-op's clocks on the wall.
fn read(coop: &Coop, form: &Form) -> Result<NewPoll> {
    let reader = form.reader();
    let (title_en, title_fr) = reader.both("title", |reader, field| reader.line(field, 200));
    let (details_en, details_fr) = reader.both("details", |reader, field| reader.text(field, 20_000));
    let new = NewPoll {
        title_en,
        title_fr,
        details_en,
        details_fr,
        special: reader.required_choice("majority", &[("ordinary", false), ("special", true)]).unwrap_or_default(),
        opens_at: instant(coop, &reader, "opens_at"),
        closes_at: instant(coop, &reader, "closes_at"),
    };
    reader.finish()?;
    Ok(new)
}

/// A time that the clocks skip does not exist, and is refused rather than moved.
fn instant(coop: &Coop, reader: &Reader<'_>, name: &str) -> chrono::DateTime<chrono::Utc> {
    let local = reader.required_local_time(name);
    clock::instant(coop.zone, local).unwrap_or_else(|| {
        reader.refuse(name, "poll-wrong-skipped");
        chrono::DateTime::default()
    })
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let new = read(act.coop, form)?;
            let id = polls::create(act, &new)?;
            let key = if new.opens_at <= act.now { "poll-opened" } else { "poll-created" };
            Ok(Done::to(format!("/polls/{id}")).say(key, "").made(id))
        })
        .await;
    answer(&visit, form, None, outcome).await
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let (poll, profile) = visit.read(move |conn, _| Ok((store::poll(conn, id)?, coops::rule_profile(conn)?))).await?;
    if poll.status != Status::Scheduled {
        return Err(Error::Conflict("poll-conflict-not-scheduled"));
    }
    let form = filled(&poll, visit.coop()?);
    page::ok(&visit, &form_page(&visit, &profile, Some(id), form))
}

/// The form as the vote is now.
fn filled(poll: &Poll, coop: &Coop) -> Form {
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&coop.zone).format(LOCAL).to_string();
    Form::filled([
        ("title_en", poll.title_en.clone()),
        ("title_fr", poll.title_fr.clone()),
        ("details_en", poll.details_en.clone()),
        ("details_fr", poll.details_fr.clone()),
        ("majority", if poll.special { "special" } else { "ordinary" }.to_owned()),
        ("opens_at", local(poll.opens_at)),
        ("closes_at", local(poll.closes_at)),
        ("version", poll.version.to_string()),
    ])
    .once(&["title", "details"], coop.language)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let new = read(act.coop, form)?;
            polls::change(act, id, version, &new)?;
            Ok(Done::to(format!("/polls/{id}")).say("poll-changed", ""))
        })
        .await;
    answer(&visit, form, Some(id), outcome).await
}

async fn answer(visit: &Visit, form: Form, id: Option<i64>, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            let profile = visit.read(|conn, _| coops::rule_profile(conn)).await?;
            page::refused(visit, &form_page(visit, &profile, id, form.with_errors(errors)))
        }
        Err(error) => match (id, &error) {
            (Some(id), Error::Conflict("conflict-changed")) => changed(visit, form, id).await,
            _ => Err(error),
        },
    }
}

/// The form again, with what was typed beside what somebody else has made of the vote.
async fn changed(visit: &Visit, form: Form, id: i64) -> Answer {
    let (poll, profile) = visit.read(move |conn, _| Ok((store::poll(conn, id)?, coops::rule_profile(conn)?))).await?;
    let (lang, zone) = (visit.lang, visit.coop()?.zone);
    let form = form.beside(&filled(&poll, visit.coop()?), |field, says| match field {
        "majority" => lang.t_of("poll-majority-", says),
        "opens_at" => lang.moment(zone, poll.opens_at),
        "closes_at" => lang.moment(zone, poll.closes_at),
        _ => says.to_owned(),
    });
    page::html(visit, StatusCode::CONFLICT, &form_page(visit, &profile, Some(id), form))
}

// ---- opening, closing, calling off ----

#[derive(Template)]
#[template(path = "polls/confirm.html")]
struct ConfirmPage {
    page: Page,
    id: i64,
    name: String,
    lines: Vec<String>,
    act: &'static str,
    button: &'static str,
    danger: bool,
}

/// The page before an act, while the vote is in a state where it can be done.
async fn confirm(visit: Visit, id: i64, act: &'static str, button: &'static str, lines: &[&str]) -> Answer {
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    if !links(poll.state(visit.now)).iter().any(|(known, _)| *known == act) {
        return Ok(page::see_other(&format!("/polls/{id}")));
    }
    let page = Page::new(&visit, "polls", &format!("poll-confirm-{act}"));
    let lines = lines.iter().map(|key| line(&visit, &page, &poll, key)).collect();
    let name = poll.title(visit.lang).to_owned();
    page::ok(&visit, &ConfirmPage { page, id, name, lines, act, button, danger: act != "opening" })
}

fn line(visit: &Visit, page: &Page, poll: &Poll, key: &str) -> String {
    visit.lang.with(key, &[("closes", page.moment(&poll.closes_at).into())])
}

pub async fn opening(visit: Visit, id: web::Path<i64>) -> Answer {
    let lines = ["poll-confirm-opening-roll", "poll-confirm-opening-tell", "poll-confirm-opening-until"];
    confirm(visit, id.into_inner(), "opening", "poll-open-now", &lines).await
}

pub async fn closing(visit: Visit, id: web::Path<i64>) -> Answer {
    let lines = ["poll-confirm-closing-early", "poll-confirm-closing-count"];
    confirm(visit, id.into_inner(), "closing", "poll-close-now", &lines).await
}

pub async fn cancellation(visit: Visit, id: web::Path<i64>) -> Answer {
    confirm(visit, id.into_inner(), "cancellation", "poll-cancel", &["poll-confirm-cancellation-what"]).await
}

/// Does an act and goes on to a page of the vote.
async fn act(
    visit: Visit,
    form: Form,
    to: String,
    said: &'static str,
    verb: impl FnOnce(&mut Act<'_>) -> Result<()> + Send + 'static,
) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            verb(act)?;
            Ok(Done::to(to).say(said, ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn open(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    act(visit, form, format!("/polls/{id}"), "poll-opened", move |act| polls::open(act, id)).await
}

pub async fn close(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    act(visit, form, format!("/polls/{id}/result"), "poll-counted", move |act| polls::close(act, id)).await
}

pub async fn cancel(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    act(visit, form, "/polls".to_owned(), "poll-called-off", move |act| polls::cancel(act, id)).await
}
