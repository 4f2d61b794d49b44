//! The public pages. No script, no names of members; kept by caches for five minutes when nobody is signed in.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use diesel::PgConnection;

use crate::platform::error::{Error, Result};
use crate::platform::facade::{Facade, facade};
use crate::platform::forms::Query;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::Visit;
use crate::polls::pages::{ClosedRow, closed_row};
use crate::polls::{self, Decision, words};
use crate::transparency::{PublicFigures, public_figures};

/// Decisions on the first page, and on a page of all.
const LATEST: usize = 5;
const A_PAGE: i64 = 20;

/// One of the large figures.
pub struct Stat {
    /// Its name in files, whatever the language.
    pub key: &'static str,
    pub name: String,
    pub value: String,
    pub note: String,
}

/// A decision as the public sees it: with its numbers, or without if too few voted.
pub struct PublicDecision {
    pub row: ClosedRow,
    pub shown: bool,
}

#[derive(Template)]
#[template(path = "transparency/open.html")]
struct OpenPage {
    page: Page,
    promise: String,
    caption: String,
    homes: i64,
    facade: Facade,
    facade_words: String,
    stats: Vec<Stat>,
    decisions: Vec<PublicDecision>,
    more: bool,
    as_of: String,
    /// How the board stands, without a name; nothing where nobody wrote it down.
    board: Option<String>,
}

fn public_decision(lang: Lang, page: &Page, decision: &Decision, group_min: i64) -> PublicDecision {
    let mut row = closed_row(lang, page, decision);
    let shown = decision.counted.voted >= group_min;
    if !shown {
        let day = page.day(&page.day_of(&decision.decided_at));
        let args = [("number", decision.number.into()), ("day", day.into()), ("least", group_min.into())];
        row.facts = lang.with("open-decision-hidden", &args);
    }
    PublicDecision { row, shown }
}

/// The figures in words. A figure about too few people says so instead.
fn stats(lang: Lang, figures: &PublicFigures) -> Vec<Stat> {
    let number = |key: &'static str, people: i64| -> String {
        if figures.is_shown(people) {
            lang.number(people)
        } else {
            lang.with(key, &[("least", figures.group_min.into())])
        }
    };
    let moved = |people: i64| number("open-fewer-than", people);
    let (cast, roll, votes) = figures.turnout();
    let movement = [("joined", moved(figures.members.joined).into()), ("gone", moved(figures.members.gone).into())];
    vec![
        Stat {
            key: "members",
            name: lang.with("open-figure-members", &[("homes", figures.homes.into())]),
            value: number("open-fewer-than", figures.members.members),
            note: lang.with("open-figure-movement", &movement),
        },
        Stat {
            key: "homes",
            name: lang.t("open-figure-homes"),
            value: format!("{}/{}", figures.occupied, figures.homes),
            note: lang.with("open-figure-vacant", &[("vacant", (figures.homes - figures.occupied).into())]),
        },
        Stat {
            key: "turnout",
            name: lang.t("open-figure-turnout"),
            value: lang.percent(cast, roll),
            note: lang.with("open-figure-votes", &[("votes", votes.into())]),
        },
        Stat {
            key: "tasks_on_time",
            name: lang.t("open-figure-tasks"),
            value: lang.percent(figures.tasks.on_time, figures.tasks.done),
            note: lang.with("open-figure-tasks-done", &[("done", figures.tasks.done.into())]),
        },
    ]
}

/// The board in figures: members did not agree to have their names here.
fn board_said(lang: Lang, figures: &PublicFigures) -> Option<String> {
    let board = &figures.board;
    let day = board.next_on.filter(|_| board.filled > 0)?;
    let (filled, seats, ending) = (board.filled.into(), board.seats.into(), board.ending.into());
    let figures = [("filled", filled), ("seats", seats), ("ending", ending), ("day", lang.day(day).into())];
    Some(lang.with("open-board-summary", &figures))
}

pub async fn index(visit: Visit) -> Answer {
    let figures = visit.read(|conn, visit| public_figures(conn, visit.today())).await?;
    let lang = visit.lang;
    let coop = visit.coop()?;
    let page = Page::named(&visit, "", lang.with("open-title", &[("coop", coop.name(lang).into())]));
    let drawn = facade(figures.homes, figures.occupied, coop.id.0);
    let homes = [("occupied", figures.occupied.into()), ("homes", figures.homes.into())];
    let caption = match drawn.each {
        1 => lang.t("open-facade-pane"),
        several => lang.with("open-facade-panes", &[("homes", several.into())]),
    };
    let decisions = figures.decisions.iter().take(LATEST);
    let shown = OpenPage {
        promise: lang.with("open-lede", &[("coop", coop.name(lang).into()), ("homes", figures.homes.into())]),
        caption,
        homes: figures.homes,
        facade_words: lang.with("open-facade", &homes),
        facade: drawn,
        stats: stats(lang, &figures),
        decisions: decisions.map(|one| public_decision(lang, &page, one, figures.group_min)).collect(),
        more: figures.decisions.len() > LATEST,
        board: board_said(lang, &figures),
        as_of: page.t1("open-as-of", "day", page.day(&figures.on)),
        page,
    };
    kept(&visit, page::ok(&visit, &shown)?)
}

/// Lets caches keep a page that is the same for everybody.
fn kept(visit: &Visit, mut answer: HttpResponse) -> Answer {
    if visit.viewer.is_none() && visit.flash.is_none() {
        let five_minutes = header::HeaderValue::from_static("public, max-age=300");
        answer.headers_mut().insert(header::CACHE_CONTROL, five_minutes);
    }
    Ok(answer)
}

#[derive(Template)]
#[template(path = "transparency/decisions.html")]
struct DecisionsPage {
    page: Page,
    decisions: Vec<PublicDecision>,
    next: Option<i32>,
}

pub async fn decisions(visit: Visit, Query(query): Query) -> Answer {
    let before: Option<i32> = query.value("before").parse().ok();
    let (mut found, group_min) = visit
        .read(move |conn, _| {
            let rules = crate::coops::rule_profile(conn)?;
            Ok((polls::decisions(conn, before, A_PAGE + 1)?, i64::from(rules.group_size_min_for_stats)))
        })
        .await?;
    let more = found.len() as i64 > A_PAGE;
    found.truncate(A_PAGE as usize);
    let page = Page::new(&visit, "", "open-decisions");
    let decisions = found.iter().map(|one| public_decision(visit.lang, &page, one, group_min)).collect();
    let next = found.last().filter(|_| more).map(|last| last.number);
    kept(&visit, page::ok(&visit, &DecisionsPage { page, decisions, next })?)
}

#[derive(Template)]
#[template(path = "transparency/decision.html")]
struct DecisionPage {
    page: Page,
    decision: PublicDecision,
    sentence: String,
    rule: String,
    tests: Vec<words::Test>,
}

/// A decision, and the fewest people a public figure may be about.
fn found_decision(conn: &mut PgConnection, number: i32) -> Result<(Decision, i64)> {
    let rules = crate::coops::rule_profile(conn)?;
    Ok((polls::decision(conn, number)?, i64::from(rules.group_size_min_for_stats)))
}

pub async fn decision(visit: Visit, number: web::Path<i32>) -> Answer {
    let number = number.into_inner();
    let (found, group_min) = visit.read(move |conn, _| found_decision(conn, number)).await?;
    let (lang, counted) = (visit.lang, &found.counted);
    let page = Page::named(&visit, "", found.title(lang));
    let decision = public_decision(lang, &page, &found, group_min);
    let shown = DecisionPage {
        sentence: if decision.shown { words::outcome_of(lang, counted) } else { decision.row.outcome_words.clone() },
        rule: words::rule_of(lang, &counted.question, Some(counted.roll)),
        tests: if decision.shown { words::tests_of(lang, counted) } else { Vec::new() },
        decision,
        page,
    };
    kept(&visit, page::ok(&visit, &shown)?)
}

/// The sums behind a decision, as far as the page shows them.
pub async fn sums_export(visit: Visit, number: web::Path<i32>) -> Answer {
    let number = number.into_inner();
    let (found, group_min) = visit.read(move |conn, _| found_decision(conn, number)).await?;
    let shown = if found.counted.voted >= group_min { vec![found] } else { Vec::new() };
    kept(&visit, words::table(visit.lang, &shown).answer(&visit, &format!("decision-{number}"))?)
}

/// All figures of the public page, and the decisions behind them.
pub async fn export(visit: Visit) -> Answer {
    let figures = visit.read(|conn, visit| public_figures(conn, visit.today())).await?;
    let lang = visit.lang;
    let headings = ["open-csv-key", "open-csv-what", "open-csv-value", "open-csv-note"].map(|key| lang.t(key));
    let mut rows: Vec<Vec<String>> = stats(lang, &figures)
        .into_iter()
        .map(|stat| vec![stat.key.to_owned(), stat.name, stat.value, stat.note])
        .collect();
    rows.extend(decision_rows(&visit, &figures)?);
    kept(&visit, Table::new(headings, rows).answer(&visit, "figures")?)
}

fn decision_rows(visit: &Visit, figures: &PublicFigures) -> Result<Vec<Vec<String>>> {
    let lang = visit.lang;
    let page = Page::new(visit, "", "open-decisions");
    let row = |decision: &Decision| -> Result<Vec<String>, Error> {
        let public = public_decision(lang, &page, decision, figures.group_min);
        let value = if public.shown { words::outcome_of(lang, &decision.counted) } else { public.row.outcome_words };
        Ok(vec![format!("decision-{}", public.row.number), public.row.title, value, public.row.facts])
    };
    figures.decisions.iter().map(row).collect()
}
