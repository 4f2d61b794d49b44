//! Scorecards: what each member gave, with the facts behind every figure.
//!
//! A card is counted from the facts when it is looked at, by the same statement that lists them, so a figure and the list that it opens can never
//! disagree. The nightly run counts the co-op's year of participation so far for everybody; of each month the last night is kept. A scorecard is
//! for its member and for admins; there is no ranking anywhere.

pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Months, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

pub use rules::Figure;
pub use store::{Counted, Way};

use crate::coops;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;
use crate::schema::{score_runs, scores};

/// How many years before this one a card looks back.
const YEARS: u32 = 4;
/// The most lines of a file.
const FILE_LINES_MAX: i64 = 100_000;

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = score_runs)]
pub struct Run {
    pub id: i64,
    pub period_start: NaiveDate,
    pub period_end: NaiveDate,
    pub ran_at: DateTime<Utc>,
    pub members: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Deserialize)]
#[diesel(table_name = scores)]
pub struct Score {
    pub figure: String,
    pub value: i32,
    pub whole: Option<i32>,
}

/// One task, vote, meeting or line of hours behind a figure.
#[derive(Debug, Clone)]
pub struct Fact {
    pub href: String,
    pub title_en: String,
    pub title_fr: String,
    pub happened_on: Option<NaiveDate>,
    pub counted: bool,
    /// 1, or minutes; 0 of what is told and is no part of the whole.
    pub amount: i32,
}

/// One member's card: from which day on, its figures until today, those of the end of each month before.
pub struct Card {
    pub name: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub scores: Vec<Score>,
    /// How many homes gave how much, until the last month that is over; nothing where they are too few.
    pub told: NaiveDate,
    pub groups: Vec<rules::Group>,
    /// Minutes given in the years of participation, by the calendar year in which each began.
    pub years: Vec<(i64, i64)>,
    pub ways: Vec<Way>,
    pub history: Vec<(NaiveDate, Score)>,
}

/// Counts everybody's figures for the year so far. Again on the same day, it writes only what is other than before. The first run of a month
/// counts the months before to their ends, also those in which no run was.
pub fn run(act: &mut Act<'_>) -> Result<Run> {
    let today = act.today();
    let last = store::latest_run(act.conn)?.map(|run| run.period_end);
    for day in rules::month_ends(last, today) {
        count(act, day)?;
    }
    count(act, today)?;
    store::latest_run(act.conn)?.ok_or(Error::NotFound)
}

/// Counts the year until a day, and tells of it.
fn count(act: &mut Act<'_>, day: NaiveDate) -> Result<()> {
    let (run, members) = figures(act, day)?;
    let subject = Subject { id: run.id, name: run.period_end.to_string() };
    let detail = json!({ "from": run.period_start, "to": run.period_end, "members": members });
    events::record(act, &slice::SCORES_COUNTED, &subject, detail)?;
    Ok(())
}

/// Writes down the figures of the year until a day, and of how many they are.
fn figures(act: &mut Act<'_>, day: NaiveDate) -> Result<(Run, i64)> {
    let (from, to) = period(act.conn, day)?;
    let run = store::begin(act.conn, from, to, act.now)?;
    let members = store::write_scores(act.conn, run.id, from, to)?;
    Ok((run, members))
}

/// The year of participation of a day, until that day.
fn period(conn: &mut PgConnection, day: NaiveDate) -> Result<(NaiveDate, NaiveDate)> {
    Ok(rules::period(day, coops::rule_profile(conn)?.year_starts_month.unsigned_abs()))
}

/// The figures as they are counted until a day from what is known now, and those that were kept of that night, if they were. Nothing is
/// written.
///
/// # Errors
/// `Invalid` on `as_of` for a day that is not yet.
pub fn as_of(act: &mut Act<'_>, day: NaiveDate) -> Result<(Vec<Counted>, Option<Vec<Counted>>)> {
    if day > act.today() {
        return Err(Error::field("as_of", "wrong-future"));
    }
    let kept = store::run_until(act.conn, day)?.map(|run| store::of_run(act.conn, run)).transpose()?;
    let mut counted = None;
    let undone = act.attempt(|act| {
        let (run, _) = figures(act, day)?;
        counted = Some(store::of_run(act.conn, run.id)?);
        Err::<(), _>(Error::NotFound) // all of it is undone
    });
    match (counted, undone) {
        (Some(counted), _) => Ok((counted, kept)),
        (None, undone) => undone.and(Err(Error::NotFound)),
    }
}

/// The nightly job.
pub fn run_nightly(act: &mut Act<'_>, _: &Value) -> Result<()> {
    run(act).map(|_| ())
}

/// Whose card the visitor may open: their own; an admin, anybody's.
pub fn may_see(visit: &Visit, member: i64) -> bool {
    visit.may(Permission::ScoresRun) || visit.viewer.as_ref().is_some_and(|viewer| viewer.member_id == Some(member))
}

/// A member's card.
///
/// # Errors
/// `NotFound` for somebody else's card.
pub fn card(conn: &mut PgConnection, visit: &Visit, member: i64) -> Result<Card> {
    if !may_see(visit, member) {
        return Err(Error::NotFound);
    }
    let (name, year_starts, least) = store::frame(conn, member)?;
    let (from, to) = rules::period(visit.today(), year_starts);
    // Of whole months, so that nobody sees from one day to the next which home gave something.
    let told = rules::month_before(to);
    let first = from.checked_sub_months(Months::new(12 * YEARS)).unwrap_or(from);
    let beside = store::beside(conn, member, (from, told), (first, to), year_starts)?;
    Ok(Card {
        name,
        from,
        to,
        told,
        groups: if told > from { rules::groups(&beside.homes, beside.own, least) } else { Vec::new() },
        years: beside.years,
        scores: store::scores_now(conn, member, from, to)?,
        ways: store::ways(conn, to)?,
        history: store::history(conn, member)?,
    })
}

/// The latest figures of everybody, for a file.
fn all(conn: &mut PgConnection) -> Result<Vec<store::Line>> {
    let run = store::latest_run(conn)?.ok_or(Error::NotFound)?;
    store::lines(conn, run.id, ("", 0), FILE_LINES_MAX)
}

/// A day and another, both included.
pub type Days = (NaiveDate, NaiveDate);

/// The facts behind a figure of a member's card, and of which days they are.
///
/// # Errors
/// `NotFound` for somebody else's card.
pub fn facts(conn: &mut PgConnection, visit: &Visit, member: i64, figure: Figure) -> Result<(Days, Vec<Fact>)> {
    if !may_see(visit, member) {
        return Err(Error::NotFound);
    }
    members::contact(conn, member)?;
    let days = period(conn, visit.today())?;
    let facts = store::facts(conn, member, figure, days)?;
    Ok((days, facts))
}
