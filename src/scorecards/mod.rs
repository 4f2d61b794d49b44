//! Scorecards: what each member gave, with the facts behind every figure.
//!
//! The nightly run counts the co-op's year of participation so far. It writes the facts down first and adds them up after,
//! so a figure and the list that it opens can never disagree. A scorecard is for its member and for admins; there is no
//! ranking anywhere. Earlier figures are kept, one run a day.

pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

pub use rules::Figure;

use crate::coops;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;
use crate::schema::{score_runs, scores};

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

/// One member's card: the run it is from, its figures, the last of each month before.
pub struct Card {
    pub run: Run,
    pub scores: Vec<Score>,
    pub history: Vec<(NaiveDate, Score)>,
}

/// Counts everybody's figures for the year so far. Running it again on the same day replaces that day's figures.
pub fn run(act: &mut Act<'_>) -> Result<Run> {
    let starts = coops::rule_profile(act.conn)?.year_starts_month.unsigned_abs();
    let (from, to) = rules::period(act.today(), starts);
    let id = store::begin(act.conn, from, to, act.now)?;
    store::insert_facts(act.conn, id, from, to)?;
    let members = store::insert_scores(act.conn, id, from, to)?;
    let subject = Subject { id, name: to.to_string() };
    events::record(act, &slice::SCORES_COUNTED, &subject, json!({ "from": from, "to": to, "members": members }))?;
    store::latest_run(act.conn)?.ok_or(Error::NotFound)
}

/// The nightly job.
pub fn run_nightly(act: &mut Act<'_>, _: &Value) -> Result<()> {
    run(act).map(|_| ())
}

/// Whose card the visitor may open: their own; an admin, anybody's.
pub fn may_see(visit: &Visit, member: i64) -> bool {
    visit.may(Permission::ScoresRun) || visit.viewer.as_ref().is_some_and(|viewer| viewer.member_id == Some(member))
}

/// A member's card, or nothing before the first run.
///
/// # Errors
/// `NotFound` for somebody else's card.
pub fn card(conn: &mut PgConnection, visit: &Visit, member: i64) -> Result<Option<Card>> {
    if !may_see(visit, member) {
        return Err(Error::NotFound);
    }
    members::contact(conn, member)?;
    let Some(run) = store::latest_run(conn)? else { return Ok(None) };
    let scores = store::scores_of(conn, run.id, member)?;
    if scores.is_empty() && visit.may(Permission::ScoresRun) {
        return Err(Error::NotFound);
    }
    let history = store::history(conn, member)?;
    Ok(Some(Card { run, scores, history }))
}

/// The latest figures of everybody, for a file.
fn all(conn: &mut PgConnection) -> Result<Vec<store::Line>> {
    let run = store::latest_run(conn)?.ok_or(Error::NotFound)?;
    store::lines(conn, run.id, ("", 0), FILE_LINES_MAX)
}

/// The facts behind a figure of a member's card.
///
/// # Errors
/// `NotFound` for somebody else's card.
pub fn facts(conn: &mut PgConnection, visit: &Visit, member: i64, figure: Figure) -> Result<(Run, Vec<Fact>)> {
    if !may_see(visit, member) {
        return Err(Error::NotFound);
    }
    members::contact(conn, member)?;
    let run = store::latest_run(conn)?.ok_or(Error::NotFound)?;
    let facts = store::facts(conn, run.id, member, figure.word())?;
    Ok((run, facts))
}
