//! The pages of the votes: the list, one vote with its ballot and live tally, and the page for whoever was too late.
//!
//! Setting up, opening and closing are in `manage`, the explained result in `outcome`.

pub mod manage;
pub mod outcome;
mod tally;

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{DateTime, Datelike, Utc};
use diesel::PgConnection;

use super::store::reads::{self, Own};
use super::{CHANGED_SINCE, Choice, Count, Decision, Poll, Rule, Seen, State, Status, TOO_LATE, store, words};
use crate::members::{self, Absence, Standing};
use crate::platform::calendar;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::live::Hub;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::{coops, policy::Role};
use tally::TallyBlock;

pub use tally::live_fragment;

/// Closed votes on one page of the list.
const CLOSED_A_PAGE: i64 = 10;

/// User text as paragraphs: an empty line starts a new one, and so does the end of a line.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

// ---- the list ----

/// A vote that is open or coming, as a row.
struct Row {
    id: i64,
    title: String,
    day: u32,
    month: String,
    when: String,
    turnout: String,
    /// What the viewer has to do with it; empty where nothing.
    own: String,
    waits: bool,
    voted: bool,
}

/// A closed vote with its bar.
pub struct ClosedRow {
    pub poll_id: i64,
    pub number: i32,
    pub title: String,
    pub outcome: &'static str,
    pub outcome_words: String,
    pub bar: words::Bar,
    pub facts: String,
}

#[derive(Template)]
#[template(path = "polls/index.html")]
struct PollsPage {
    page: Page,
    first_page: bool,
    open: Vec<Row>,
    coming: Vec<Row>,
    closed: Vec<ClosedRow>,
    next: Option<i32>,
}

fn row(visit: &Visit, page: &Page, item: &reads::Listed) -> Row {
    let lang = visit.lang;
    let open = item.status == Status::Open;
    let at = if open { item.closes_at } else { item.opens_at };
    let day = page.day_of(&at);
    let waits = open && item.on_roll && item.choice.is_none();
    let own = match (item.choice, open, item.on_roll) {
        (Some(choice), ..) => lang.with("poll-you-voted", &[("choice", lang.t_of("poll-", choice.word()).into())]),
        (None, true, true) => lang.t("poll-not-yet"),
        (None, true, false) if visit.may(Permission::PollsVote) => lang.t("poll-not-yours"),
        _ => String::new(),
    };
    let when = if open { closes(lang, page, item.closes_at, visit.now) } else { opens(lang, page, item) };
    let roll = i64::from(item.roll_size.unwrap_or(0));
    Row {
        id: item.id,
        title: if lang == Lang::En { item.title_en.clone() } else { item.title_fr.clone() },
        day: day.day(),
        month: lang.month_short(day),
        when,
        turnout: if open { turnout(lang, item.cast, roll) } else { String::new() },
        own,
        waits,
        voted: item.choice.is_some(),
    }
}

/// "Closes Thursday 26 November 2026, 8:00 p.m., in 3 days."
fn closes(lang: Lang, page: &Page, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    match words::left(lang, now, at) {
        left if left.is_empty() => lang.t("poll-counting"),
        left => lang.with("poll-closes", &[("when", page.moment(&at).into()), ("left", left.into())]),
    }
}

fn opens(lang: Lang, page: &Page, item: &reads::Listed) -> String {
    let args = [("opens", page.moment(&item.opens_at).into()), ("closes", page.moment(&item.closes_at).into())];
    lang.with("poll-opens", &args)
}

fn turnout(lang: Lang, cast: i64, roll: i64) -> String {
    lang.with("poll-turnout", &[("cast", cast.into()), ("roll", roll.into())])
}

/// A decision as a row of a list: bar, day, turnout, rule.
pub fn closed_row(lang: Lang, page: &Page, decision: &Decision) -> ClosedRow {
    let count = &decision.count;
    let args = [
        ("number", decision.number.into()),
        ("day", page.day(&page.day_of(&decision.decided_at)).into()),
        ("cast", count.tally.cast().into()),
        ("roll", count.roll.into()),
        ("quorum", count.quorum_needed.into()),
        ("majority", words::majority(lang, &count.rule).into()),
    ];
    ClosedRow {
        poll_id: decision.poll_id,
        number: decision.number,
        title: decision.title(lang).to_owned(),
        outcome: count.verdict.word(),
        outcome_words: lang.t_of("poll-tag-", count.verdict.word()),
        bar: words::bar(lang, count),
        facts: lang.with("poll-decision-facts", &args),
    }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let before: Option<i32> = query.value("before").parse().ok();
    let (current, mut closed) = visit
        .read(move |conn, visit| {
            let member = visit.viewer()?.member_id;
            let current = if before.is_none() { reads::current(conn, member)? } else { Vec::new() };
            Ok((current, reads::decisions(conn, before, CLOSED_A_PAGE + 1)?))
        })
        .await?;
    let more = closed.len() as i64 > CLOSED_A_PAGE;
    closed.truncate(CLOSED_A_PAGE as usize);
    let page = Page::new(&visit, "polls", "polls-title");
    let rows = |status: Status| -> Vec<Row> {
        current.iter().filter(|item| item.status == status).map(|item| row(&visit, &page, item)).collect()
    };
    let (open, coming) = (rows(Status::Open), rows(Status::Scheduled));
    let next = closed.last().filter(|_| more).map(|last| last.number);
    let closed = closed.iter().map(|decision| closed_row(visit.lang, &page, decision)).collect();
    page::ok(&visit, &PollsPage { page, first_page: before.is_none(), open, coming, closed, next })
}

// ---- one vote ----

/// What stands where the ballot is.
enum Booth {
    /// The ballot, with the words of its button, and what the viewer voted so far.
    Vote { act: &'static str, said: String },
    /// Why there is none.
    Cannot { why: String },
    /// The vote is over: what the viewer voted.
    None { said: String },
}

#[derive(Template)]
#[template(path = "polls/show.html")]
struct PollPage {
    page: Page,
    form: Form,
    id: i64,
    when: String,
    early: String,
    paragraphs: Vec<String>,
    rule: String,
    tally: Option<TallyBlock>,
    live: bool,
    /// It closes at a time that can be put into a calendar.
    ahead: bool,
    booth: Booth,
    choices: Vec<(&'static str, String, String)>,
    /// When the ballot that the page shows was cast; empty without one.
    seen: String,
    /// Last part of an address and the words for it, for whoever runs votes.
    manage: Vec<(&'static str, &'static str)>,
}

/// A vote as its page needs it.
struct Shown {
    poll: Poll,
    rule: Rule,
    /// What the ballots say so far, once the vote has opened.
    count: Option<Count>,
    own: Own,
    /// How the viewer stood when the vote opened, if they are not on the roll.
    standing: Option<(Standing, Absence)>,
}

impl Shown {
    fn read(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Self> {
        let poll = store::poll(conn, id)?;
        if poll.roll_size.is_none() {
            let rule = Rule::of(&coops::rule_profile(conn)?, poll.special);
            return Ok(Self { poll, rule, count: None, own: Own::default(), standing: None });
        }
        let count = Some(poll.count(&store::tally(conn, id)?)?);
        let member = visit.viewer()?.member_id;
        let own = member.map(|member| reads::own(conn, id, member)).transpose()?.unwrap_or_default();
        let opened_on = crate::platform::clock::date_in(visit.coop()?.zone, poll.opened_at.unwrap_or(visit.now));
        let standing = match member {
            Some(member) if !own.on_roll => {
                let standing = members::standing(conn, member, opened_on)?;
                Some((standing, members::absence(conn, standing, poll.opened_at.unwrap_or(visit.now))?))
            }
            _ => None,
        };
        Ok(Self { rule: poll.rule(), poll, count, own, standing })
    }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let shown = visit.read(move |conn, visit| Shown::read(conn, visit, id)).await?;
    let form = Form::filled([("choice", shown.own.choice.map_or("", Choice::word).to_owned())]);
    page::ok(&visit, &poll_page(&visit, &shown, form))
}

fn poll_page(visit: &Visit, shown: &Shown, form: Form) -> PollPage {
    let (lang, poll) = (visit.lang, &shown.poll);
    let state = poll.state(visit.now);
    let page = Page::named(visit, "polls", poll.title(lang)).with_form(&form);
    let choice =
        |(word, _): &(&'static str, Choice)| (*word, lang.t_of("poll-", word), choice_help(lang, word, &shown.rule));
    PollPage {
        form,
        id: poll.id,
        when: when(lang, &page, poll, state, visit.now),
        early: early(&page, poll),
        paragraphs: paragraphs(poll.details(lang)),
        rule: words::rule(lang, &shown.rule, shown.count.as_ref()),
        tally: shown.count.as_ref().map(|count| TallyBlock::new(lang, page.zone(), poll, count, visit.now)),
        live: matches!(state, State::Open | State::Counting),
        ahead: matches!(state, State::Scheduled | State::Open),
        booth: booth(visit, shown, state, &page),
        choices: Choice::ALL.iter().map(choice).collect(),
        seen: shown.own.cast_at.map_or_else(String::new, |at| at.to_rfc3339()),
        manage: if visit.may(Permission::PollsManage) { manage::links(state) } else { Vec::new() },
        page,
    }
}

fn choice_help(lang: Lang, word: &str, rule: &Rule) -> String {
    match word {
        "abstain" if rule.abstentions_count => lang.t("poll-abstain-counted"),
        "abstain" => lang.t("poll-abstain-quorum-only"),
        _ => lang.t(&format!("poll-{word}-help")),
    }
}

/// The line under the title: when it opens, closes, closed.
fn when(lang: Lang, page: &Page, poll: &Poll, state: State, now: DateTime<Utc>) -> String {
    let moment = |at: &DateTime<Utc>| page.moment(at);
    match state {
        State::Scheduled => lang.with(
            "poll-opens",
            &[("opens", moment(&poll.opens_at).into()), ("closes", moment(&poll.closes_at).into())],
        ),
        State::Missed => lang.t("poll-missed"),
        State::Open | State::Counting => closes(lang, page, poll.closes_at, now),
        State::Closed => {
            lang.with("poll-closed", &[("when", moment(&poll.closed_at.unwrap_or(poll.closes_at)).into())])
        }
        State::Cancelled => lang.t("poll-cancelled"),
    }
}

/// That a vote was closed before the time that had been announced, which stays known. Empty for others.
fn early(page: &Page, poll: &Poll) -> String {
    let early = poll.status == Status::Closed && poll.closed_at.is_some_and(|at| at < poll.closes_at);
    if early { page.t1("poll-closed-early", "when", page.moment(&poll.closes_at)) } else { String::new() }
}

fn booth(visit: &Visit, shown: &Shown, state: State, page: &Page) -> Booth {
    let said = said(visit.lang, page, &shown.own);
    match state {
        State::Open => match why_not(visit, shown, page) {
            Some(why) => Booth::Cannot { why },
            None if shown.own.choice.is_some() => Booth::Vote { act: "poll-change", said },
            None => Booth::Vote { act: "poll-cast", said },
        },
        _ => Booth::None { said },
    }
}

/// "You voted: For, Thursday 20 November 2026, 7:42 p.m."
fn said(lang: Lang, page: &Page, own: &Own) -> String {
    match (own.choice, own.cast_at) {
        (Some(choice), Some(at)) => lang.with(
            "poll-you-voted-at",
            &[("choice", lang.t_of("poll-", choice.word()).into()), ("when", page.moment(&at).into())],
        ),
        _ => String::new(),
    }
}

/// Why somebody has no ballot in an open vote. `None` when they have one.
fn why_not(visit: &Visit, shown: &Shown, page: &Page) -> Option<String> {
    let lang = visit.lang;
    let viewer = visit.viewer.as_ref()?;
    if viewer.role == Role::Observer || !visit.may(Permission::PollsVote) {
        return Some(lang.t("poll-cannot-observer"));
    }
    if shown.own.on_roll {
        return None;
    }
    let Some((standing, absence)) = shown.standing else { return Some(lang.t("poll-cannot-no-member")) };
    let opened = page.day(&page.day_of(&shown.poll.opened_at.unwrap_or(shown.poll.opens_at)));
    let key = match absence {
        Absence::Status(members::Status::Auxiliary) => "poll-cannot-auxiliary",
        Absence::Status(members::Status::Suspended) => "poll-cannot-suspended",
        Absence::Status(members::Status::Applicant | members::Status::Former) => "poll-cannot-joined-after",
        Absence::Owed => "poll-cannot-owed",
        Absence::EnteredLater | Absence::Status(_) => "poll-cannot-registered-after",
    };
    Some(lang.with(key, &[("opened", opened.into()), ("joined", page.day(&standing.joined_on).into())]))
}

/// The close of a vote, for a calendar.
pub async fn calendar(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    if !matches!(poll.state(visit.now), State::Scheduled | State::Open) {
        return Err(Error::NotFound);
    }
    let title = visit.lang.with("poll-calendar-title", &[("name", poll.title(visit.lang).into())]);
    let (name, path) = (format!("poll-{id}"), format!("/polls/{id}"));
    let sequence = poll.version.unsigned_abs();
    calendar::file(&visit, &calendar::Moment { name, title, at: poll.closes_at, path, sequence })
}

/// Casts a ballot. Not by way of `Visit::submit`, which remembers forms with what came of them.
pub async fn cast(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let reader = form.reader();
    let choice = reader.required_choice("choice", &Choice::ALL);
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form).and_then(|()| reader.finish()) {
        let shown = visit.read(move |conn, visit| Shown::read(conn, visit, id)).await?;
        return page::refused(&visit, &poll_page(&visit, &shown, form.with_errors(errors)));
    }
    let choice = choice.ok_or(Error::BadRequest)?;
    let seen =
        if form.names().any(|name| name == "seen") { Seen::At(form.value("seen").parse().ok()) } else { Seen::Unsaid };
    match visit.write(move |act| super::cast(act, id, choice, seen)).await {
        Ok(()) => {
            let words = visit.lang.t_of("poll-", choice.word());
            Ok(page::done(&visit, &Done::to(format!("/polls/{id}")).say("poll-recorded", words)))
        }
        Err(Error::Conflict(TOO_LATE)) => late(&visit, id).await,
        Err(Error::Conflict(CHANGED_SINCE)) => changed_since(&visit, id).await,
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "polls/late.html")]
struct LatePage {
    page: Page,
    id: i64,
    name: String,
    what: String,
    said: String,
}

/// Says what is recorded to whoever sends a form of before it.
async fn changed_since(visit: &Visit, id: i64) -> Answer {
    let member = visit.viewer()?.member_id.ok_or(Error::Forbidden)?;
    let (poll, own) = visit.read(move |conn, _| Ok((store::poll(conn, id)?, reads::own(conn, id, member)?))).await?;
    let page = Page::new(visit, "polls", "poll-late-title");
    let said = said(visit.lang, &page, &own);
    let (name, what) = (poll.title(visit.lang).to_owned(), visit.lang.t("poll-sent-before"));
    page::html(visit, StatusCode::CONFLICT, &LatePage { page, id, name, what, said })
}

/// Says that nothing was recorded, and why.
async fn late(visit: &Visit, id: i64) -> Answer {
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    let lang = visit.lang;
    let page = Page::new(visit, "polls", "poll-late-title");
    let what = match poll.state(visit.now) {
        State::Scheduled | State::Missed | State::Cancelled => lang.t("poll-late-not-open"),
        State::Open | State::Counting | State::Closed => {
            let at = poll.closed_at.unwrap_or(poll.closes_at);
            lang.with("poll-late-closed", &[("when", page.moment(&at).into())])
        }
    };
    let name = poll.title(lang).to_owned();
    page::html(visit, StatusCode::CONFLICT, &LatePage { page, id, name, what, said: lang.t("poll-late-not-recorded") })
}

/// The stream that keeps the tally of an open vote up to date.
pub async fn live(visit: Visit, hub: web::Data<Hub>, id: web::Path<i64>) -> Answer {
    hub.stream(&visit, format!("poll:{id}")).await
}
