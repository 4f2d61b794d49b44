//! The numbers that an annual return asks for, of one financial year: what is known here, and what has to be filled in by hand.

use askama::Template;
use chrono::{Datelike as _, NaiveDate};

use super::member;
use crate::governance::rules::next_due;
use crate::governance::slice;
use crate::governance::store::annual::{self as store, Director, Held, Numbers};
use crate::meetings::Kind;
use crate::meetings::rules::year_end;
use crate::members::{self, Movement};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Query;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::{coops, governance};

/// How many years one can ask for.
const YEARS: usize = 7;

/// What a return asks for that is kept elsewhere.
const BY_HAND: [&str; 4] = ["share-value", "employees", "federation", "statements"];

/// A financial year: its first day and its last.
#[derive(Debug, Clone, Copy)]
struct Year {
    from: NaiveDate,
    ends: NaiveDate,
}

/// A number with its name.
struct Fact {
    name: String,
    value: String,
    note: String,
}

/// All that is read for the page and its file.
struct Return {
    year: Year,
    /// The day as of which it is: the end of the year, or today.
    day: NaiveDate,
    years: Vec<Year>,
    numbers: Numbers,
    movement: Movement,
}

/// The running year first, then those before it.
fn years(rules: &coops::RuleProfile, today: NaiveDate) -> Vec<Year> {
    let running = year_end(rules, today).and_then(|ended| next_due(ended, 12));
    let before = |ends: NaiveDate| year_end(rules, ends.pred_opt()?);
    let year = |ends: NaiveDate| Some(Year { from: before(ends)?.succ_opt()?, ends });
    std::iter::successors(running, |ends| before(*ends)).filter_map(year).take(YEARS).collect()
}

async fn load(visit: &Visit, query: &Query) -> Result<Return> {
    let asked: Option<i32> = query.0.value("year").parse().ok();
    visit
        .read(move |conn, visit| {
            let today = visit.today();
            if !visit.may(Permission::GovernanceRead) && !governance::sits(conn, member(visit), today)? {
                return Err(Error::Forbidden);
            }
            let years = years(&coops::rule_profile(conn)?, today);
            let ended = years.iter().find(|year| year.ends <= today).copied();
            let named = asked.and_then(|asked| years.iter().find(|year| year.ends.year() == asked).copied());
            let year = named.or(ended).ok_or(Error::NotFound)?;
            let day = year.ends.min(today);
            let until = next_due(year.ends, 12).unwrap_or(year.ends);
            let numbers = store::numbers(conn, (year.from, day, until), today)?;
            let movement = members::movement(conn, year.from.pred_opt().unwrap_or(year.from), day)?;
            Ok(Return { year, day, years, numbers, movement })
        })
        .await
}

/// The annual meeting about the year: the first one after its end.
fn meeting(read: &Return) -> Option<&Held> {
    read.numbers.meetings.0.iter().find(|one| one.kind == Kind::Annual && one.held_on > read.year.ends)
}

/// "14 of 52 members; 13 were needed."
fn attended(lang: Lang, held: &Held) -> String {
    match (held.called, held.needed) {
        (Some(called), Some(needed)) => lang.with(
            "annual-attended",
            &[
                ("came", held.came.into()),
                ("called", called.into()),
                ("needed", needed.into()),
                ("homes", held.homes_needed.unwrap_or(0).into()),
            ],
        ),
        _ => lang.t("annual-no-attendance"),
    }
}

fn facts(lang: Lang, read: &Return) -> Vec<Fact> {
    let numbers = &read.numbers;
    let number = |value: i64| lang.number(value);
    let fact = |key: &str, value: String| Fact {
        name: lang.t_of("annual-", key),
        value,
        note: if lang.knows(&format!("annual-{key}-note")) {
            lang.t(&format!("annual-{key}-note"))
        } else {
            String::new()
        },
    };
    let mut all = vec![
        fact("members", number(read.movement.members)),
        fact("auxiliaries", number(numbers.auxiliaries)),
        fact("joined", number(read.movement.joined)),
        fact("left", number(read.movement.gone)),
        fact("homes", number(numbers.homes)),
        fact("lived-in", number(numbers.lived_in)),
        fact("empty", number(numbers.homes - numbers.lived_in)),
        fact("with-member", number(numbers.with_member)),
        fact("shares", number(numbers.shares)),
        fact(
            "owed",
            lang.with(
                "annual-owed-value",
                &[("people", numbers.owed_people.into()), ("shares", numbers.owed_shares.into())],
            ),
        ),
        fact("refunded", number(numbers.refunded)),
        fact("directors", number(numbers.directors.0.len() as i64)),
    ];
    let annual = meeting(read);
    all.push(fact("meeting", annual.map_or_else(|| lang.t("annual-meeting-none"), |one| lang.day(one.held_on))));
    all.extend(annual.map(|one| fact("meeting-attended", attended(lang, one))));
    let within = numbers.meetings.0.iter().filter(|one| one.held_on <= read.day).count();
    all.push(fact("general", number(within as i64)));
    all.push(fact("decisions", number(numbers.decisions)));
    all
}

fn by_hand(lang: Lang) -> Vec<String> {
    BY_HAND.map(|key| lang.t_of("annual-hand-", key)).to_vec()
}

#[derive(Template)]
#[template(path = "governance/annual.html")]
struct AnnualPage {
    page: Page,
    /// "Year from 1 January 2026 to 31 December 2026".
    title: String,
    as_of: String,
    running: bool,
    /// The years to choose from, with their names.
    years: Vec<(i32, String, bool)>,
    facts: Vec<Fact>,
    by_hand: Vec<String>,
    directors: Vec<(String, String, String)>,
    /// Number, name, day, attendance.
    meetings: Vec<(i64, String, String, String)>,
    query: String,
}

fn named(lang: Lang, year: Year) -> String {
    lang.with("annual-year", &[("from", lang.day(year.from).into()), ("to", lang.day(year.ends).into())])
}

pub async fn index(visit: Visit, query: Query) -> Answer {
    let read = load(&visit, &query).await?;
    let lang = visit.lang;
    let director = |one: &Director| (one.name.clone(), lang.day(one.starts_on), lang.day(one.until));
    let held = |one: &Held| (one.id, one.title(lang).to_owned(), lang.day(one.held_on), attended(lang, one));
    let year = |year: &Year| (year.ends.year(), named(lang, *year), year.ends == read.year.ends);
    let page = AnnualPage {
        page: Page::new(&visit, "governance", "annual-title"),
        title: named(lang, read.year),
        as_of: lang.with("annual-as-of", &[("day", lang.day(read.day).into())]),
        running: read.year.ends > visit.today(),
        years: read.years.iter().map(year).collect(),
        facts: facts(lang, &read),
        by_hand: by_hand(lang),
        directors: read.numbers.directors.0.iter().map(director).collect(),
        meetings: read.numbers.meetings.0.iter().map(held).collect(),
        query: format!("?year={}", read.year.ends.year()),
    };
    page::ok(&visit, &page)
}

/// The same as a file: the numbers, then the directors and the meetings.
pub async fn export(visit: Visit, query: Query) -> Answer {
    let read = load(&visit, &query).await?;
    let lang = visit.lang;
    let headings = ["what", "value", "note"].map(|column| lang.t_of("annual-column-", column));
    let mut rows: Vec<_> =
        facts(lang, &read).into_iter().map(|one| table_row![one.name, one.value, one.note]).collect();
    for one in &read.numbers.directors.0 {
        let term =
            lang.with("annual-term", &[("from", lang.day(one.starts_on).into()), ("to", lang.day(one.until).into())]);
        rows.push(table_row![lang.t("annual-director"), one.name.clone(), term]);
    }
    for one in &read.numbers.meetings.0 {
        rows.push(table_row![one.title(lang).to_owned(), one.held_on, attended(lang, one)]);
    }
    rows.extend(by_hand(lang).into_iter().map(|name| table_row![name, "", lang.t("annual-by-hand")]));
    let name = format!("annual-return-{}", read.year.ends.year());
    Table::new(headings, rows).taken(&visit, &slice::GOVERNANCE_EXPORTED, &name).await
}
