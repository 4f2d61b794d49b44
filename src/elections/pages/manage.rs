//! Setting an election up, calling it, giving it other days and calling it off, for those who run votes.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{Days, NaiveDateTime, NaiveTime};
use diesel::PgConnection;

use super::{page_of, submit};
use crate::board;
use crate::committees;
use crate::elections::{self, Election, METHODS, NewElection, Status, store};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Coop, Done, Visit};
use crate::polls::pages::manage::instant;
use crate::polls::{Method, Secrecy};

/// In the order in which a form offers them: people are elected in secret where nobody wants it otherwise.
const SECRECIES: [Secrecy; 4] = [Secrecy::List, Secrecy::Ballots, Secrecy::Figures, Secrecy::Open];
const TITLE_MAX: usize = 200;
const DETAILS_MAX: usize = 10_000;
const REASON_MAX: usize = 500;
/// What `<input type="datetime-local">` wants.
const LOCAL: &str = "%Y-%m-%dT%H:%M";

#[derive(Template)]
#[template(path = "elections/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    id: Option<i64>,
    methods: Vec<(&'static str, String, String)>,
    secrecies: Vec<(&'static str, String, String)>,
    committees: Vec<(String, String)>,
}

type Known = Vec<(i64, String)>;

fn known(conn: &mut PgConnection, visit: &Visit) -> Result<Known> {
    committees::options(conn, visit.lang)
}

fn form_page(visit: &Visit, committees: &Known, id: Option<i64>, form: Form) -> FormPage {
    let lang = visit.lang;
    let method = |method: Method| {
        let word = method.word();
        (word, lang.t_of("poll-method-", word), lang.t(&format!("poll-method-{word}-help")))
    };
    let secrecy = |secrecy: Secrecy| {
        let word = secrecy.word();
        (word, lang.t_of("poll-secrecy-", word), lang.t(&format!("poll-secrecy-{word}-help")))
    };
    let nobody = (String::new(), lang.t("election-no-committee"));
    let title = if id.is_some() { "election-edit-title" } else { "election-new-title" };
    FormPage {
        page: Page::new(visit, "elections", title).with_form(&form),
        id,
        methods: METHODS.map(method).to_vec(),
        secrecies: SECRECIES.map(secrecy).to_vec(),
        committees: std::iter::once(nobody)
            .chain(committees.iter().map(|(id, name)| (id.to_string(), name.clone())))
            .collect(),
        form,
    }
}

/// A usual time-table: two weeks of nominations, a week of voting, a term from the day after.
pub async fn new_form(visit: Visit) -> Answer {
    let (committees, size, free, meetings) = visit
        .read(|conn, visit| {
            let today = visit.today();
            let terms = board::terms_from(conn, today, today)?;
            let size = board::size(conn)?;
            let starts = today.checked_add_days(Days::new(27)).unwrap_or(today);
            let free = board::free_seats(conn, (starts, starts.succ_opt().unwrap_or(starts)), today)?;
            let meetings: Vec<_> = terms.iter().map(|term| term.ends_on).collect();
            Ok((known(conn, visit)?, size, free, meetings))
        })
        .await?;
    let day = |days| visit.today().checked_add_days(Days::new(days)).unwrap_or_default();
    let time = |days, hour| {
        NaiveDateTime::new(day(days), NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()).format(LOCAL).to_string()
    };
    let form = Form::filled([
        ("method", Method::Approval.word().to_owned()),
        ("secrecy", Secrecy::List.word().to_owned()),
        ("seats_to_fill", free.max(1).to_string()),
        ("term_from", day(27).to_string()),
        ("term_until", board::rules::suggested_end(day(27), size, &meetings).to_string()),
        ("nominate_from", day(1).to_string()),
        ("nominate_until", day(15).to_string()),
        ("opens_at", time(18, 8)),
        ("closes_at", time(25, 20)),
        ("by_others", "1".to_owned()),
        ("sealed", "1".to_owned()),
        ("acclaims", "1".to_owned()),
    ]);
    page::ok(&visit, &form_page(&visit, &committees, None, form))
}

fn read(coop: &Coop, reader: &Reader<'_>) -> NewElection {
    let (title_en, title_fr) = reader.both("title", |reader, field| reader.line(field, TITLE_MAX));
    let (details_en, details_fr) = reader.both_optional("details", |reader, field| reader.text(field, DETAILS_MAX));
    let methods = METHODS.map(|method| (method.word(), method));
    NewElection {
        title_en,
        title_fr,
        details_en,
        details_fr,
        seats: reader.required_number("seats_to_fill", 1..=50) as i32,
        starts_on: reader.required_date("term_from"),
        ends_on: reader.required_date("term_until"),
        method: reader.required_choice("method", &methods).unwrap_or(Method::Approval),
        nominate_from: reader.required_date("nominate_from"),
        nominate_until: reader.required_date("nominate_until"),
        opens_at: instant(coop, reader, "opens_at"),
        closes_at: instant(coop, reader, "closes_at"),
        sealed: reader.checked("sealed"),
        by_others: reader.checked("by_others"),
        none_stands: reader.checked("none_stands"),
        acclaims: reader.checked("acclaims"),
        secrecy: reader.required_choice("secrecy", &Secrecy::ALL).unwrap_or(Secrecy::List),
        committee_id: reader.number("committee_id", 1..=i64::MAX),
    }
}

/// The committee must be one that there is.
fn read_known(act: &mut crate::platform::visit::Act<'_>, form: &Form) -> Result<NewElection> {
    let reader = form.reader();
    let new = read(act.coop, &reader);
    if let Some(committee) = new.committee_id
        && !committees::options(act.conn, act.coop.language)?.iter().any(|(id, _)| *id == committee)
    {
        reader.refuse("committee_id", "wrong-choice");
    }
    reader.finish()?;
    Ok(new)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let new = read_known(act, form)?;
            let id = elections::create(act, &new)?;
            Ok(page_of(id).say("election-created", "").made(id))
        })
        .await;
    answer(&visit, form, None, outcome).await
}

fn filled(election: &Election, coop: &Coop) -> Form {
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&coop.zone).format(LOCAL).to_string();
    let checked = |so: bool| if so { "1".to_owned() } else { String::new() };
    Form::filled([
        ("title_en", election.plan.title_en.clone()),
        ("title_fr", election.plan.title_fr.clone()),
        ("details_en", election.plan.details_en.clone()),
        ("details_fr", election.plan.details_fr.clone()),
        ("seats_to_fill", election.plan.seats.to_string()),
        ("term_from", election.plan.starts_on.to_string()),
        ("term_until", election.plan.ends_on.to_string()),
        ("method", election.plan.method.word().to_owned()),
        ("nominate_from", election.plan.nominate_from.to_string()),
        ("nominate_until", election.plan.nominate_until.to_string()),
        ("secrecy", election.plan.secrecy.word().to_owned()),
        ("opens_at", local(election.plan.opens_at)),
        ("closes_at", local(election.plan.closes_at)),
        ("sealed", checked(election.plan.sealed)),
        ("by_others", checked(election.plan.by_others)),
        ("none_stands", checked(election.plan.none_stands)),
        ("acclaims", checked(election.plan.acclaims)),
        ("committee_id", election.plan.committee_id.map(|id| id.to_string()).unwrap_or_default()),
        ("version", election.version.to_string()),
    ])
    .once(&["title", "details"], coop.language)
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let (election, committees) =
        visit.read(move |conn, visit| Ok((store::find(conn, id)?, known(conn, visit)?))).await?;
    if election.status != Status::Draft {
        return Err(Error::Conflict("election-conflict-called"));
    }
    page::ok(&visit, &form_page(&visit, &committees, Some(id), filled(&election, visit.coop()?)))
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            store::find(act.conn, id)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let new = read_known(act, form)?;
            elections::change(act, id, version, &new)?;
            Ok(page_of(id).say("election-changed", ""))
        })
        .await;
    answer(&visit, form, Some(id), outcome).await
}

async fn answer(visit: &Visit, form: Form, id: Option<i64>, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            let committees = visit.read(known).await?;
            page::refused(visit, &form_page(visit, &committees, id, form.with_errors(errors)))
        }
        Err(error) => match (id, &error) {
            (Some(id), Error::Conflict("conflict-changed")) => {
                let (now, committees) =
                    visit.read(move |conn, visit| Ok((store::find(conn, id)?, known(conn, visit)?))).await?;
                let form = form.beside(&filled(&now, visit.coop()?), |_, says| says.to_owned());
                page::html(visit, StatusCode::CONFLICT, &form_page(visit, &committees, Some(id), form))
            }
            _ => Err(error),
        },
    }
}

pub async fn announce(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-called", move |act, _| elections::call(act, id)).await
}

/// The days as they are, where nobody typed others.
pub(super) fn fill_days(form: &mut Form, election: &Election, coop: &Coop) {
    if form.names().any(|name| name == "opens_at") {
        return;
    }
    let now = filled(election, coop);
    for name in ["nominate_until", "opens_at", "closes_at"] {
        form.set(name, now.value(name));
    }
}

pub async fn move_days(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-moved", move |act, form| {
        let found = store::find(act.conn, id)?;
        let reader = form.reader();
        // Once nominations are over only the vote moves, and the form does not ask for their last day.
        let fixed = found.status == Status::Voting;
        let until = if fixed { found.plan.nominate_until } else { reader.required_date("nominate_until") };
        let times = (instant(act.coop, &reader, "opens_at"), instant(act.coop, &reader, "closes_at"));
        reader.finish()?;
        elections::move_days(act, id, until, times)
    })
    .await
}

pub async fn cancel(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-cancelled", move |act, form| {
        store::find(act.conn, id)?;
        let reader = form.reader();
        let reason = reader.required_text("cancel_reason", REASON_MAX);
        reader.finish()?;
        elections::cancel(act, id, &reason)
    })
    .await
}

pub async fn copy(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, _| {
            let copy = elections::copy(act, id)?;
            Ok(page_of(copy).say("election-copied", "").made(copy))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => super::refused(&visit, id, form.with_errors(errors)).await,
        Err(error) => Err(error),
    }
}
