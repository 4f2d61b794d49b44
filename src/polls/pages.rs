//! The pages of the votes: here the list; one vote in `show`, its ballot in `ballot`, and `late` for whoever was too late.
//!
//! Setting up is in `manage` and `questions`, opening and closing in `acts`, misspelt words in `corrections`, the explained result in `outcome`, its
//! files in `files`, votes that recur in `templates`, the ballot tried beforehand in `trial`, who votes in `roll` and who took part in `participation`, those who answer by a link in `guests` and what they see in
//! `guest`, votes with help in `booth`, on paper in `ballot_box`, `papers` and `readings`, and the ways to decide explained in `help`.

pub mod acts;
pub mod appeals;
pub mod ballot;
pub mod ballot_box;
pub mod booth;
mod calls;
mod case;
pub mod corrections;
mod fields;
pub mod files;
pub mod follow;
pub mod guest;
pub mod guests;
pub mod help;
mod late;
pub mod manage;
pub mod outcome;
pub mod papers;
pub mod participation;
pub mod proxies;
pub mod questions;
pub mod readings;
pub mod roll;
pub mod secret;
pub mod show;
mod tally;
pub mod templates;
mod times;
pub mod trial;
pub mod urn;
pub mod versions;

use askama::Template;
use chrono::{DateTime, Datelike, Utc};

use super::store::reads;
use super::{Decision, Status, words};
use crate::platform::forms::Query;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;

pub use tally::live_fragment;

/// Closed votes on one page of the list.
const CLOSED_A_PAGE: i64 = 10;

// ---- the list ----

/// A vote that is open or coming, as a row.
#[derive(Clone)]
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
    to_confirm: bool,
}

/// A closed vote with its bar.
pub struct ClosedRow {
    pub poll_id: i64,
    pub number: i32,
    pub title: String,
    pub outcome: &'static str,
    pub outcome_words: String,
    /// What was chosen, where it is no proposal.
    pub sentence: String,
    pub picture: words::Picture,
    pub facts: String,
}

#[derive(Template)]
#[template(path = "polls/index.html")]
struct PollsPage {
    page: Page,
    first_page: bool,
    drafts: Vec<Row>,
    open: Vec<Row>,
    coming: Vec<Row>,
    closed: Vec<ClosedRow>,
    advice: Vec<ClosedRow>,
    /// Votes that are void: id, title, since when.
    void: Vec<(i64, String, String)>,
    next: Option<i32>,
}

fn row(visit: &Visit, page: &Page, item: &reads::Listed) -> Row {
    let lang = visit.lang;
    let open = item.status == Status::Open;
    let at = if open { item.closes_at } else { item.opens_at };
    let day = page.day_of(&at);
    let waits = open && item.on_roll && !item.has_voted;
    let own = match (item.has_voted, open, item.on_roll) {
        (true, ..) => lang.t("poll-you-voted"),
        (false, true, true) => lang.t("poll-not-yet"),
        (false, true, false) if visit.may(Permission::PollsVote) => lang.t("poll-not-yours"),
        _ => String::new(),
    };
    let when = match item.status {
        Status::Open if item.at_meeting => lang.t("poll-at-meeting-now"),
        Status::Scheduled if item.at_meeting => lang.t("poll-at-meeting-coming"),
        Status::Open => closes(lang, page, item.closes_at, visit.now),
        Status::Draft => lang.t("poll-draft"),
        Status::Disputed => lang.t("poll-disputed"),
        _ => opens(lang, page, item),
    };
    let roll = i64::from(item.roll_size.unwrap_or(0));
    Row {
        id: item.id,
        title: if lang == Lang::En { item.title_en.clone() } else { item.title_fr.clone() },
        day: day.day(),
        month: lang.month_short(day),
        when,
        turnout: if open && (!item.secrecy.is_secret() || visit.may(Permission::PollsManage)) {
            words::turnout(lang, item.vote_of, item.cast, roll)
        } else {
            String::new()
        },
        own,
        waits,
        voted: item.has_voted,
        to_confirm: open && item.to_confirm,
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

/// A decision as a row of a list: bar, day, turnout, rule.
pub fn closed_row(lang: Lang, page: &Page, decision: &Decision) -> ClosedRow {
    let counted = &decision.counted;
    let args = [
        ("number", decision.number.into()),
        ("day", page.day(&page.day_of(&decision.decided_at)).into()),
        ("cast", counted.voted.into()),
        ("roll", counted.roll.into()),
        ("quorum", words::quorum::number(lang, &counted.question.rule, counted.quorum_needed).into()),
        ("majority", words::majority(lang, &counted.question.rule).into()),
    ];
    let (proposal, verdict) = (counted.count().is_some(), counted.verdict.word());
    let facts = match (decision.number, proposal) {
        (0, _) => "poll-advice-facts",
        (_, true) => "poll-decision-facts",
        (_, false) => "poll-decision-facts-chosen",
    };
    ClosedRow {
        poll_id: decision.poll_id,
        number: decision.number,
        title: decision.title(lang).to_owned(),
        outcome: verdict,
        outcome_words: lang.t_of("poll-tag-", verdict),
        sentence: if proposal { String::new() } else { words::outcome_of(lang, counted) },
        picture: words::picture(lang, counted, true),
        facts: lang.with(facts, &args),
    }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let before: Option<i32> = query.value("before").parse().ok();
    let (current, mut closed, advice, void) = visit
        .read(move |conn, visit| {
            let member = visit.viewer()?.member_id;
            let runs = visit.may(Permission::PollsManage);
            let current = if before.is_none() { reads::current(conn, member, runs)? } else { Vec::new() };
            let advice = if before.is_none() { reads::advice(conn, CLOSED_A_PAGE)? } else { Vec::new() };
            let void = if before.is_none() { reads::voided(conn, CLOSED_A_PAGE)? } else { Vec::new() };
            Ok((current, reads::decisions(conn, before, CLOSED_A_PAGE + 1)?, advice, void))
        })
        .await?;
    let more = closed.len() as i64 > CLOSED_A_PAGE;
    closed.truncate(CLOSED_A_PAGE as usize);
    let page = Page::new(&visit, "polls", "polls-title");
    let rows = |status: Status| -> Vec<Row> {
        current.iter().filter(|item| item.status == status).map(|item| row(&visit, &page, item)).collect()
    };
    let (drafts, open, coming) =
        (rows(Status::Draft), [rows(Status::Disputed), rows(Status::Open)].concat(), rows(Status::Scheduled));
    let next = closed.last().filter(|_| more).map(|last| last.number);
    let rows = |all: &[Decision]| all.iter().map(|decision| closed_row(visit.lang, &page, decision)).collect();
    let (closed, advice) = (rows(&closed), rows(&advice));
    let void = void.into_iter().map(|vote| {
        let title = if visit.lang == Lang::En { vote.title_en } else { vote.title_fr };
        (vote.id, title, page.t1("poll-void-since", "when", page.moment(&vote.voided_at)))
    });
    let (void, first_page) = (void.collect(), before.is_none());
    page::ok(&visit, &PollsPage { page, first_page, drafts, open, coming, closed, advice, void, next })
}
