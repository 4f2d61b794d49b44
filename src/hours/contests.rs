//! A line that somebody says is wrong, and what was answered: in words, and where they are right with a further line.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::ledger::{self, NewLine};
use super::store::{claims, contests as store, ledger as lines};
use super::{Kind, slice};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::sql::row;
use crate::platform::visit::{Act, Viewer};
use crate::policy::Permission;

row! {
    /// A line of the ledger with the names that go with it, as it is shown.
    #[derive(Debug, Clone)]
    pub struct Line {
        pub id: i64,
        pub worked_on: NaiveDate,
        pub minutes: i32,
        pub kind: Kind,
        pub member_id: Option<i64>,
        pub member: Option<String>,
        pub unit_id: Option<i64>,
        pub home: Option<String>,
        pub about: String,
        pub about_id: Option<i64>,
        pub title_en: String,
        pub title_fr: String,
        pub takes_back: Option<i64>,
        pub is_taken_back: bool,
        pub note: String,
        pub recorded_at: DateTime<Utc>,
        pub by: Option<String>,
        /// The committee whose lead answers for it, where it was claimed.
        pub committee_id: Option<i64>,
        /// How often somebody said that it is wrong, and whether that still waits for an answer.
        pub contests: i64,
        pub is_contested: bool,
    }
}

impl Line {
    pub fn title(&self, lang: crate::platform::i18n::Lang) -> &str {
        if lang == crate::platform::i18n::Lang::En { &self.title_en } else { &self.title_fr }
    }
}

row! {
    /// What was said of a line, and the answer.
    #[derive(Debug)]
    pub struct Contest {
        pub id: i64,
        pub line_id: i64,
        pub member_id: i64,
        pub member: String,
        pub says: String,
        pub said_at: DateTime<Utc>,
        pub answer: String,
        pub answered_by: Option<String>,
        pub answered_at: Option<DateTime<Utc>>,
    }
}

/// What somebody may do with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    /// It is theirs, or their home's.
    pub own: bool,
    /// They answer for it.
    pub answers: bool,
}

/// A line, for whom it is or who answers for it.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn line(
    conn: &mut PgConnection,
    id: i64,
    viewer: &Viewer,
    manages: bool,
    today: NaiveDate,
) -> Result<(Line, Power)> {
    let line = store::line(conn, id)?;
    let member = viewer.member_id;
    let home = match member {
        Some(member) => lines::home_on(conn, member, today)?,
        None => None,
    };
    let own = member.is_some() && line.member_id == member || home.is_some() && line.unit_id == home;
    let leads = match (line.committee_id, member) {
        (Some(committee), Some(member)) => claims::leads(conn, committee, today)?.contains(&member),
        _ => false,
    };
    let power = Power { own, answers: (manages || leads) && !own };
    if own || manages || power.answers { Ok((line, power)) } else { Err(Error::NotFound) }
}

/// What was said of a line, by time.
pub fn of_line(conn: &mut PgConnection, line: i64) -> Result<Vec<Contest>> {
    store::of_line(conn, line)
}

/// What waits for an answer, for somebody who may give it.
pub fn waiting(
    conn: &mut PgConnection,
    viewer: &Viewer,
    manages: bool,
    today: NaiveDate,
) -> Result<Vec<(Contest, Line)>> {
    let mut found = Vec::new();
    for contest in store::waiting(conn, viewer.member_id, manages, today)? {
        let (line, power) = line(conn, contest.line_id, viewer, manages, today)?;
        if power.answers {
            found.push((contest, line));
        }
    }
    Ok(found)
}

/// Says that a line is wrong.
///
/// # Errors
/// `NotFound` for a line that is neither theirs nor their home's; `Conflict` while another word about it waits for an answer.
pub fn contest(act: &mut Act<'_>, line_id: i64, says: &str) -> Result<i64> {
    let member = act.member_id()?;
    let (line, power) = seen(act, line_id)?;
    if !power.own {
        return Err(Error::NotFound);
    }
    let Some(id) = store::insert(act.conn, line_id, member, says, act.now)? else {
        return Err(Error::Conflict("conflict-hours-contested"));
    };
    let today = act.today();
    let leads = match line.committee_id {
        Some(committee) => claims::leads(act.conn, committee, today)?,
        None => Vec::new(),
    };
    let told: Vec<i64> = leads.into_iter().filter(|lead| *lead != member).collect();
    let mut detail = json!({ "title_en": line.title_en, "title_fr": line.title_fr });
    if !told.is_empty() {
        detail["told"] = json!(told);
    }
    let subject = Subject { id: line_id, name: line.title(act.coop.language).to_owned() };
    events::record(act, &slice::HOURS_CONTESTED, &subject, detail)?;
    Ok(id)
}

fn seen(act: &mut Act<'_>, line: i64) -> Result<(Line, Power)> {
    let (manages, today) = (act.may(Permission::HoursManage), act.today());
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    self::line(act.conn, line, viewer, manages, today)
}

/// Answers what was said of a line, and puts it right where it was wrong: `right` is what it should have been.
///
/// # Errors
/// `NotFound` to who may not answer; `Conflict` when it was answered meanwhile, or the line has been taken back.
pub fn answer(act: &mut Act<'_>, line: i64, id: i64, words: &str, right: Option<i32>) -> Result<i64> {
    let contest = store::lock(act.conn, id)?;
    if contest.line_id != line {
        return Err(Error::NotFound);
    }
    let (line, power) = seen(act, contest.line_id)?;
    if !power.answers {
        return Err(Error::NotFound);
    }
    if contest.answered_at.is_some() {
        return Err(Error::Conflict("conflict-changed"));
    }
    let account = act.viewer.map(|viewer| viewer.account_id);
    store::answer(act.conn, id, words, account, act.now)?;
    let subject = Subject { id: line.id, name: line.title(act.coop.language).to_owned() };
    let detail = json!({ "title_en": line.title_en, "title_fr": line.title_fr, "told": [contest.member_id] });
    events::record(act, &slice::HOURS_ANSWERED, &subject, detail)?;
    let change = right.map_or(0, |right| right - line.minutes);
    if change != 0 {
        if line.takes_back.is_some() || line.is_taken_back {
            return Err(Error::Conflict("conflict-hours-taken-back"));
        }
        let correction = NewLine {
            worked_on: line.worked_on,
            minutes: change,
            kind: Kind::Correction,
            member_id: line.member_id,
            unit_id: line.unit_id,
            about: slice::LINE.word,
            about_id: Some(line.id),
            title: line.title(act.coop.language).to_owned(),
            note: String::new(),
        };
        ledger::write(act, &[correction])?;
    }
    Ok(line.id)
}
