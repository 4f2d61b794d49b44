//! The public pages. No script, no names of members; kept by caches for five minutes when nobody is signed in.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use diesel::PgConnection;

use crate::decisions::Standing;
use crate::platform::error::Result;
use crate::platform::facade::{Facade, facade};
use crate::platform::forms::Query;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::Visit;
use crate::polls::pages::closed_row;
use crate::polls::{self, Decision, words};
use crate::transparency::{Entered, PublicFigures, public_figures, store};

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

/// A decision as the public sees it: of a vote with its numbers, or without if too few voted.
pub struct PublicDecision {
    pub number: i32,
    pub title: String,
    /// The look of its tag, as that of an outcome, and its words.
    pub outcome: &'static str,
    pub outcome_words: String,
    /// What later decisions made of one that a vote adopted; empty where it holds as it was taken.
    pub standing: String,
    pub picture: Option<words::Picture>,
    pub facts: String,
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

/// An entry of the register, with what its vote came to if one made it.
fn public_decision(
    lang: Lang,
    page: &Page,
    entered: &Entered,
    vote: Option<&Decision>,
    group_min: i64,
) -> PublicDecision {
    let standing = lang.t_of("decision-standing-", entered.standing.word());
    let day = page.day(&entered.decided_on);
    let mut facts = vec![("number", entered.number.into()), ("day", day.into())];
    let (number, title) = (entered.number, entered.title(lang).to_owned());
    let Some(vote) = vote else {
        facts.push(("body", lang.t_of("decision-body-", &entered.body).into()));
        let outcome = if entered.standing.holds() { "adopted" } else { "" };
        let facts = lang.with("open-decision-entered", &facts);
        return PublicDecision {
            number,
            title,
            outcome,
            outcome_words: standing,
            standing: String::new(),
            picture: None,
            facts,
        };
    };
    let row = closed_row(lang, page, vote);
    let shown = is_shown(vote, group_min);
    facts.push(("least", group_min.into()));
    PublicDecision {
        number,
        title,
        outcome: row.outcome,
        outcome_words: row.outcome_words,
        standing: match entered.standing {
            Standing::Amended | Standing::Repealed | Standing::Void => standing,
            Standing::InForce | Standing::Nothing => String::new(),
        },
        picture: shown.then_some(row.picture),
        facts: if shown { row.facts } else { lang.with("open-decision-hidden", &facts) },
    }
}

/// Whether the numbers of a vote are about enough people.
fn is_shown(vote: &Decision, group_min: i64) -> bool {
    vote.counted.voted >= group_min
}

/// Entries with their votes.
fn public_decisions(
    lang: Lang,
    page: &Page,
    entries: &[Entered],
    votes: &[Decision],
    group_min: i64,
) -> Vec<PublicDecision> {
    let vote = |entered: &Entered| votes.iter().find(|vote| vote.number == entered.number);
    entries.iter().map(|entered| public_decision(lang, page, entered, vote(entered), group_min)).collect()
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
    let latest = figures.latest.get(..LATEST).unwrap_or(&figures.latest);
    let shown = OpenPage {
        promise: lang.with("open-lede", &[("coop", coop.name(lang).into()), ("homes", figures.homes.into())]),
        caption,
        homes: figures.homes,
        facade_words: lang.with("open-facade", &homes),
        facade: drawn,
        stats: stats(lang, &figures),
        decisions: public_decisions(lang, &page, latest, &figures.decisions, figures.group_min),
        more: figures.latest.len() > LATEST,
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
    next: Option<String>,
}

pub async fn decisions(visit: Visit, Query(query): Query) -> Answer {
    let before = query.value("before").split_once('_');
    let before = before.and_then(|(day, number)| day.parse().ok().zip(number.parse().ok()));
    let (mut found, votes, group_min) = visit
        .read(move |conn, _| {
            let found = store::entered(conn, before, A_PAGE + 1)?;
            let numbers: Vec<i32> = found.iter().map(|entered| entered.number).collect();
            Ok((found, polls::decisions_numbered(conn, &numbers)?, group_min(conn)?))
        })
        .await?;
    let more = found.len() as i64 > A_PAGE;
    found.truncate(A_PAGE as usize);
    let page = Page::new(&visit, "", "open-decisions");
    let decisions = public_decisions(visit.lang, &page, &found, &votes, group_min);
    let next = found.last().filter(|_| more).map(|last| format!("{}_{}", last.decided_on, last.number));
    kept(&visit, page::ok(&visit, &DecisionsPage { page, decisions, next })?)
}

#[derive(Template)]
#[template(path = "transparency/decision.html")]
struct DecisionPage {
    page: Page,
    decision: PublicDecision,
    /// What a vote came to, and by which rule; empty where no vote made it.
    sentence: String,
    rule: String,
    tests: Vec<words::Test>,
}

/// The fewest people a public figure may be about.
fn group_min(conn: &mut PgConnection) -> Result<i64> {
    Ok(crate::coops::rule_profile(conn)?.group_size_min_for_stats.into())
}

pub async fn decision(visit: Visit, number: web::Path<i32>) -> Answer {
    let number = number.into_inner();
    let (entered, vote, group_min) = visit
        .read(move |conn, _| {
            let entered = store::entry(conn, number)?;
            Ok((entered, polls::decisions_numbered(conn, &[number])?.pop(), group_min(conn)?))
        })
        .await?;
    let lang = visit.lang;
    let page = Page::named(&visit, "", entered.title(lang));
    let decision = public_decision(lang, &page, &entered, vote.as_ref(), group_min);
    let of_vote = vote.as_ref().map(|vote| &vote.counted);
    let shown = vote.as_ref().is_some_and(|vote| is_shown(vote, group_min));
    let shown = DecisionPage {
        sentence: match of_vote {
            Some(counted) if shown => words::outcome_of(lang, counted),
            Some(_) => decision.outcome_words.clone(),
            None => String::new(),
        },
        rule: of_vote.map(|one| words::rule_of(lang, &one.question, Some(one.attendance.roll))).unwrap_or_default(),
        tests: of_vote.filter(|_| shown).map(|one| words::tests_of(lang, one)).unwrap_or_default(),
        decision,
        page,
    };
    kept(&visit, page::ok(&visit, &shown)?)
}

/// The sums behind a decision, as far as the page shows them.
pub async fn sums_export(visit: Visit, number: web::Path<i32>) -> Answer {
    let number = number.into_inner();
    let (vote, group_min) = visit.read(move |conn, _| Ok((polls::decision(conn, number)?, group_min(conn)?))).await?;
    let shown = if is_shown(&vote, group_min) { vec![vote] } else { Vec::new() };
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
    rows.extend(decision_rows(&visit, &figures));
    kept(&visit, Table::new(headings, rows).answer(&visit, "figures")?)
}

fn decision_rows(visit: &Visit, figures: &PublicFigures) -> Vec<Vec<String>> {
    let lang = visit.lang;
    let page = Page::new(visit, "", "open-decisions");
    let row = |vote: &Decision| {
        let row = closed_row(lang, &page, vote);
        let (value, facts) = if is_shown(vote, figures.group_min) {
            (words::outcome_of(lang, &vote.counted), row.facts)
        } else {
            let day = page.day(&page.day_of(&vote.decided_at));
            let facts = [("number", vote.number.into()), ("day", day.into()), ("least", figures.group_min.into())];
            (row.outcome_words, lang.with("open-decision-hidden", &facts))
        };
        vec![format!("decision-{}", row.number), row.title, value, facts]
    };
    figures.decisions.iter().map(row).collect()
}
