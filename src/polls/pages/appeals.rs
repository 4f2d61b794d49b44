//! Contesting a result: the course of it in plain words, the one form, where each contest stands, and the answer of those who run votes.

use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::markdown;
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::polls::appeals::{self, Appeal, Contested, Kind, Standing, TEXT_MAX};
use crate::polls::store::urns as rows;
use crate::polls::{Poll, State, roll, store};

/// A contest, as far as the viewer sees it.
pub struct Row {
    pub number: i32,
    pub title: String,
    pub look: &'static str,
    pub status: String,
    /// What went wrong, and the day on which it came.
    pub kind: String,
    pub day: String,
    /// As HTML, only for whoever wrote it, who answers, and the scrutineers.
    pub says: String,
    pub answer: String,
    /// The viewer can answer it; it is being looked into.
    pub open: bool,
    pub examined: bool,
}

/// What is contested, in the order in which it came. `trusted` are scrutineers: they read what is written.
pub fn shown(page: &Page, contested: &Contested, trusted: bool) -> Vec<Row> {
    contested.appeals.0.iter().map(|one| row(page, one, trusted)).collect()
}

fn row(page: &Page, one: &Appeal, trusted: bool) -> Row {
    let (lang, answers) = (page.lang(), page.may(&Permission::PollsManage));
    let own = page.visit.viewer.as_ref().and_then(|viewer| viewer.member_id) == Some(one.member_id);
    let reads = own || answers || trusted;
    let number = ("number", one.number.into());
    Row {
        number: one.number,
        title: if reads {
            lang.with("appeal-of", &[number, ("name", one.name.as_str().into())])
        } else {
            lang.with("appeal-number", &[number])
        },
        look: match one.status {
            Standing::Upheld => "ok",
            Standing::Dismissed => "",
            Standing::Received | Standing::Examined => "lamp",
        },
        status: lang.t_of("appeal-status-", one.status.word()),
        kind: lang.t_of("appeal-kind-", &one.kind.word().replace('_', "-")),
        day: page.t1("appeal-received", "when", page.moment(&one.received_at)),
        says: if reads { markdown::html(&one.says, 4) } else { String::new() },
        answer: one.answer.clone(),
        open: one.is_open() && answers && !own,
        examined: one.status == Standing::Examined,
    }
}

#[derive(Template)]
#[template(path = "polls/appeals.html")]
struct AppealsPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    secret: bool,
    /// Both scrutineers, by name.
    scrutineers: String,
    until: String,
    /// The viewer can contest it; it can be contested no more; they were not on the roll.
    can: bool,
    over: bool,
    stranger: bool,
    kinds: Vec<(&'static str, String, String)>,
    rows: Vec<Row>,
}

struct Told {
    poll: Poll,
    contested: Contested,
    scrutineers: Vec<(i64, String)>,
    on_roll: bool,
}

/// # Errors
/// `NotFound` before the close, and where the result cannot be contested at all.
fn read(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Told> {
    let poll = store::poll(conn, id)?;
    let contested = appeals::of(conn, id)?;
    if contested.until.is_none() || !matches!(poll.state(visit.now), State::Closed | State::Void) {
        return Err(Error::NotFound);
    }
    let urn = rows::urn(conn, id)?;
    let scrutineers = match urn {
        Some(urn) if !urn.scrutineers.is_empty() => members::names_in_order(conn, &urn.scrutineers)?,
        _ => Vec::new(),
    };
    let member = visit.viewer()?.member_id.filter(|_| visit.may(Permission::PollsVote));
    let on_roll = match member {
        Some(member) => roll::everybody(conn, id)?.contains(&member),
        None => false,
    };
    Ok(Told { poll, contested, scrutineers, on_roll })
}

fn is_trusted(visit: &Visit, scrutineers: &[(i64, String)]) -> bool {
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
    scrutineers.iter().any(|(one, _)| Some(*one) == member)
}

fn appeals_page(visit: &Visit, told: &Told, form: Form) -> AppealsPage {
    let page = Page::new(visit, "polls", "appeals-title").with_form(&form);
    let (lang, today) = (visit.lang, visit.today());
    let kind =
        |(word, _): &(&'static str, Kind)| (*word, lang.t_of("appeal-kind-", &word.replace('_', "-")), String::new());
    let runs = told.poll.state(visit.now) == State::Closed && told.contested.can_be(today);
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
    let waits = told.contested.appeals.0.iter().any(|one| Some(one.member_id) == member && one.is_open());
    let names: Vec<String> = told.scrutineers.iter().map(|(_, name)| name.clone()).collect();
    AppealsPage {
        id: told.poll.id,
        name: told.poll.title(lang).to_owned(),
        secret: told.poll.secrecy.is_secret(),
        scrutineers: if names.is_empty() { String::new() } else { crate::counted::list(lang, &names) },
        until: told.contested.until.map(|day| lang.long_day(day)).unwrap_or_default(),
        can: runs && told.on_roll && !waits,
        over: !runs,
        stranger: !told.on_roll,
        kinds: Kind::ALL.iter().map(kind).collect(),
        rows: shown(&page, &told.contested, is_trusted(visit, &told.scrutineers)),
        form,
        page,
    }
}

async fn whole(visit: &Visit, id: i64, form: Form) -> Result<AppealsPage> {
    let told = visit.read(move |conn, visit| read(conn, visit, id)).await?;
    Ok(appeals_page(visit, &told, form))
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Reply {
    page::ok(&visit, &whole(&visit, *id, Form::blank()).await?)
}

fn here(id: i64) -> String {
    format!("/polls/{id}/appeals")
}

pub async fn contest(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let poll = store::poll(act.conn, id)?;
            let reader = form.reader();
            // In an open vote there is no code and no record to check: whatever went wrong is said in words.
            let kind = if poll.secrecy.is_secret() {
                reader.required_choice("appeal_kind", &Kind::ALL).unwrap_or(Kind::Other)
            } else {
                Kind::Other
            };
            let says = reader.required_text("appeal_says", TEXT_MAX);
            reader.finish()?;
            appeals::contest(act, id, kind, &says)?;
            Ok(Done::to(here(id)).say("appeal-sent", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &whole(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn examine(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Reply {
    let (id, number) = path.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            appeals::examine(act, id, number)?;
            Ok(Done::to(here(id)).say("appeal-examined", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

#[derive(Template)]
#[template(path = "polls/appeal.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    one: Row,
    answers: Vec<(&'static str, String, String)>,
    /// A vote of its own can be set up again at once; that of an election is held again with it.
    repeats: bool,
}

/// # Errors
/// `NotFound`; `Conflict` when it is answered, or the viewer's own.
async fn answer_page(visit: &Visit, (id, number): (i64, i32), form: Form) -> Result<AnswerPage> {
    let (poll, contested, bound) = visit
        .read(move |conn, _| {
            Ok((store::poll(conn, id)?, appeals::of(conn, id)?, store::questions::is_bound(conn, id)?))
        })
        .await?;
    let lang = visit.lang;
    let appeal = contested.appeals.0.iter().find(|one| one.number == number).ok_or(Error::NotFound)?;
    let page = Page::new(visit, "polls", "appeal-answer-act").with_form(&form);
    let one = row(&page, appeal, false);
    if !one.open {
        return Err(Error::Conflict(if appeal.is_open() { "appeal-conflict-own" } else { "appeal-conflict-answered" }));
    }
    let answer = |word, key: &str| (word, lang.t(key), String::new());
    Ok(AnswerPage {
        form,
        id,
        name: poll.title(lang).to_owned(),
        one,
        answers: vec![answer("no", "appeal-dismiss"), answer("yes", "appeal-uphold")],
        repeats: !bound,
        page,
    })
}

pub async fn answer_form(visit: Visit, path: web::Path<(i64, i32)>) -> Reply {
    page::ok(&visit, &answer_page(&visit, path.into_inner(), Form::blank()).await?)
}

pub async fn answer(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Reply {
    let (id, number) = path.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            if !appeals::of(act.conn, id)?.appeals.0.iter().any(|one| one.number == number) {
                return Err(Error::NotFound);
            }
            let reader = form.reader();
            let upheld = reader.required_choice("upheld", &[("yes", true), ("no", false)]);
            let says = reader.required_text("appeal_answer", TEXT_MAX);
            let repeats = reader.checked("appeal_repeats");
            reader.finish()?;
            let reply = appeals::Reply { upheld: upheld.unwrap_or_default(), says, repeats };
            Ok(match appeals::answer(act, id, number, &reply)? {
                Some(copy) => Done::to(format!("/polls/{copy}/setup")).say("poll-copied", "").made(copy),
                None => Done::to(here(id)).say("appeal-answered", ""),
            })
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &answer_page(&visit, (id, number), form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
