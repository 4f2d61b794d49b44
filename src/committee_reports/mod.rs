//! What each committee tells of a month, on one page: half of it are numbers that are known here, the other half its lead writes.
//!
//! Until it is handed in, its numbers are those of the moment and only those who may write it see it. From then on they are kept as they
//! were, and everybody with an account reads it. A committee that has begun to report goes on: on the first of each month the program begins
//! the report of the month before and tells the leads.

mod notices;
pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Datelike as _, Months, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::committees;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Act;

pub const TEXT_MAX: usize = 4_000;
/// How many months back a report can be begun, this one too.
pub const MONTHS: u32 = 12;
/// So many months after its last report, a committee has stopped to report.
const GOES_ON: u32 = 3;
/// The tasks that are named.
const TASKS_NAMED: i64 = 30;

/// The numbers of a month: of its days, but what is open and who sits there is as of the day on which it is counted. Minutes are those that
/// done tasks count for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub done: i64,
    pub late: i64,
    pub open: i64,
    pub open_late: i64,
    pub meetings: i64,
    pub minutes: i64,
    pub people: i64,
}

/// What a lead writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub happened: String,
    pub coming: String,
    pub asks: String,
}

row! {
    #[derive(Debug, Clone)]
    pub struct Report {
        pub id: i64,
        pub committee_id: i64,
        pub name_en: String,
        pub name_fr: String,
        pub month: NaiveDate,
        pub happened: String,
        pub coming: String,
        pub asks: String,
        pub handed_in_at: Option<DateTime<Utc>>,
        pub changed_at: DateTime<Utc>,
        pub writer: String,
        pub version: i32,
        /// As they were when it was handed in, or as they are.
        pub facts: Gathered<Facts>,
        /// What was done in the month: the number of the last task of this title, the title, how many times.
        pub tasks: Gathered<Vec<(i64, String, i64)>>,
    }
}

impl Report {
    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.name_en } else { &self.name_fr }
    }

    pub fn words(&self) -> Words {
        Words { happened: self.happened.clone(), coming: self.coming.clone(), asks: self.asks.clone() }
    }

    fn subject(&self, lang: Lang) -> Subject {
        Subject { id: self.id, name: format!("{}, {}", self.name(lang), month_name(lang, self.month)) }
    }
}

row! {
    /// A month of a committee in its list.
    #[derive(Debug, Clone)]
    pub struct Line {
        pub month: NaiveDate,
        /// None where nobody began it.
        pub id: Option<i64>,
        pub handed_in_at: Option<DateTime<Utc>>,
    }
}

/// "November 2026".
pub fn month_name(lang: Lang, month: NaiveDate) -> String {
    format!("{} {}", lang.month(month), month.year())
}

/// The first day of the month that a day is in, so many months back.
pub fn month_of(day: NaiveDate, back: u32) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    first.checked_sub_months(Months::new(back)).unwrap_or(first)
}

/// The months of a committee, the latest first: those of the last year that it was there for, and all of which there is a report.
pub fn list(conn: &mut PgConnection, committee: i64, today: NaiveDate) -> Result<Vec<Line>> {
    store::list(conn, committee, month_of(today, MONTHS - 1), today)
}

/// One. Whether it may be seen is for the caller to say: a draft is for those who may write it.
pub fn find(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Report> {
    store::find(conn, id, today)
}

/// Begins the report of a month. One that is there already is given back.
///
/// # Errors
/// `Forbidden` for whoever neither leads the committee nor keeps the register; `Invalid` on `month` for a month that is not yet, or is long
/// over.
pub fn begin(act: &mut Act<'_>, committee: i64, month: NaiveDate) -> Result<i64> {
    committees::must_manage(act, committee)?;
    let today = act.today();
    let known = (0..MONTHS).map(|back| month_of(today, back)).any(|one| one == month);
    if !known {
        return Err(Error::field("month", "committee-report-month"));
    }
    begin_of(act, committee, month)
}

fn begin_of(act: &mut Act<'_>, committee: i64, month: NaiveDate) -> Result<i64> {
    let by = act.viewer.map(|viewer| viewer.account_id);
    let Some(id) = store::insert(act.conn, committee, month, by, act.now)? else {
        return store::of_month(act.conn, committee, month);
    };
    let today = act.today();
    let subject = store::find(act.conn, id, today)?.subject(act.coop.language);
    events::record(act, &slice::BEGUN, &subject, json!({ "committee_id": committee }))?;
    Ok(id)
}

/// Writes down what a lead says, and hands it in where they say so. What was handed in can be corrected; its numbers stay.
///
/// # Errors
/// As for `begin`; `Conflict` when it was changed meanwhile; `Invalid` on `happened` where there is nothing to hand in.
pub fn write(act: &mut Act<'_>, id: i64, version: i32, words: &Words, hand_in: bool) -> Result<()> {
    let today = act.today();
    let before = store::held(act.conn, id, today)?;
    committees::must_manage(act, before.committee_id)?;
    if before.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    let by = act.viewer.map(|viewer| viewer.account_id);
    let subject = before.subject(act.coop.language);
    if let Some(difference) = difference(&json!(before.words()), &json!(words)) {
        store::update(act.conn, id, words, by, act.now)?;
        // What is still a draft is told to nobody, and is in no log.
        if before.handed_in_at.is_some() {
            events::record(act, &slice::CHANGED, &subject, difference)?;
        }
    }
    if hand_in && before.handed_in_at.is_none() {
        if words == &Words::default() && before.facts.0.done + before.facts.0.meetings == 0 {
            return Err(Error::field("happened", "committee-report-nothing"));
        }
        store::hand_in(act.conn, id, &before.facts.0, by, act.now)?;
        let detail = json!({ "committee_id": before.committee_id, "happened": words.happened, "coming": words.coming, "asks": words.asks });
        events::record(act, &slice::HANDED_IN, &subject, detail)?;
    }
    Ok(())
}

/// Throws a draft away.
///
/// # Errors
/// As for `begin`; `Conflict` when it was handed in.
pub fn remove(act: &mut Act<'_>, id: i64) -> Result<()> {
    let today = act.today();
    let report = store::held(act.conn, id, today)?;
    committees::must_manage(act, report.committee_id)?;
    if report.handed_in_at.is_some() {
        return Err(Error::Conflict("committee-report-handed-in"));
    }
    store::remove(act.conn, id)?;
    let subject = report.subject(act.coop.language);
    events::record(act, &slice::REMOVED, &subject, json!({ "committee_id": report.committee_id }))?;
    Ok(())
}

/// Begins the reports of the month that is over, of committees that report; each once.
pub fn look(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    let month = month_of(today, 1);
    for committee in store::reporting(act.conn, month, month_of(today, 1 + GOES_ON))? {
        begin_of(act, committee, month)?;
    }
    Ok(())
}
