//! Imports: a spreadsheet of members brought into the register, in five steps and one transaction.
//!
//! Until the last step nothing changes but the row that keeps the sheet between two pages. The sum of the groups is always the
//! number of rows in the file. What is in a file is never written into a log or an event. For seven days an import can be
//! undone; what was changed since is left alone.

pub mod cells;
pub mod columns;
mod entry;
pub mod heads;
mod homes;
pub mod pages;
mod reading;
mod register;
pub mod rules;
mod seen;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
mod undo;

use std::collections::HashSet;

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use columns::{Column, Slot};
pub use rules::{Answers, Group, Planned, Verdict};
pub use store::{Past, Progress};
pub use undo::{Undone, undo};

use crate::accounts;
use crate::members::{self, Known, Status};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::spreadsheet::Sheet;
use crate::platform::visit::Act;
use cells::Order;

/// How long a sheet is kept that nobody imported.
const KEPT: TimeDelta = TimeDelta::hours(48);
/// How long an import can be undone.
pub const UNDO_DAYS: i64 = 7;
/// With more people than this, a job does it and a page says how far it is.
const PEOPLE_AT_ONCE_MAX: usize = 1_000;

/// A sheet between two pages.
#[derive(Debug)]
pub struct Import {
    pub id: i64,
    /// The name of the file, for the heading.
    pub name: String,
    pub sheet: Sheet,
    pub slots: Vec<Slot>,
    pub answers: Answers,
    pub outcome: Option<Outcome>,
    /// A job is bringing it in, or was.
    pub started: bool,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    pub left_out: usize,
    pub units_added: usize,
    pub committees_added: usize,
    #[serde(default)]
    pub units_changed: usize,
}

/// What an import would do, and the register it was worked out from.
pub struct Plan {
    pub rows: Vec<Planned>,
    pub known: Vec<Known>,
}

impl Plan {
    /// Works out what the rows of a sheet would do to the register as it is now.
    pub fn of(act: &mut Act<'_>, sheet: &Sheet, slots: &[Slot], answers: &Answers, lang: Lang) -> Result<Self> {
        Self::read(act.conn, act.today(), sheet, slots, answers, lang)
    }

    pub fn read(
        conn: &mut PgConnection,
        today: chrono::NaiveDate,
        sheet: &Sheet,
        slots: &[Slot],
        answers: &Answers,
        lang: Lang,
    ) -> Result<Self> {
        let known = members::known(conn, today, lang)?;
        let tells = slots.iter().any(|slot| matches!(slot.column, Column::Bedrooms | Column::Area));
        let homes = if tells { homes::Homes::of(store::homes(conn)?) } else { homes::Homes::default() };
        Ok(Self { rows: rules::plan(sheet, slots, &known, &homes, answers, today), known })
    }

    /// Rows, in the order of `Group::ALL`.
    pub fn counts(&self) -> [usize; 6] {
        rules::counts(&self.rows)
    }

    /// How many people come in or are changed.
    pub fn people_wanted(&self) -> usize {
        self.rows.iter().filter(|row| row.comes_in()).map(Planned::people_wanted).sum()
    }

    /// Homes that stand empty and are not in the register yet, or of which a row says something else, may come in too, even if
    /// nobody else does.
    pub fn homes_alone(&self) -> usize {
        let alone = |row: &&Planned| match row.group() {
            Group::Nobody => !row.home.units.is_empty(),
            Group::Changed => row.people_wanted() == 0,
            _ => false,
        };
        self.rows.iter().filter(alone).count()
    }

    /// Current members whom no row is about.
    pub fn absent(&self) -> Vec<&Known> {
        let mut there = HashSet::new();
        let mut unread = HashSet::new();
        for row in &self.rows {
            if !row.problems.is_empty() {
                unread.extend(row.name.split(", ").map(columns::folded));
            }
            for person in &row.people {
                if let Verdict::Changed(at, _) | Verdict::Same(at) | Verdict::Duplicate(at, _) = &person.verdict {
                    there.insert(*at);
                }
            }
        }
        let absent = self.known.iter().enumerate().filter(|(at, member)| {
            member.status != Status::Former.word()
                && !there.contains(at)
                && !unread.contains(&columns::folded(&format!("{} {}", member.given_name, member.family_name)))
        });
        absent.map(|(_, member)| member).collect()
    }

    /// The counts as a word, to tell whether the register changed since they were shown.
    pub fn seal(&self) -> String {
        let counts = self.counts().map(|count| count.to_string()).join("-");
        format!("{counts}-{}", self.people_wanted())
    }
}

/// Keeps a sheet for the next page.
pub fn begin(act: &mut Act<'_>, name: &str, sheet: &Sheet) -> Result<i64> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let sheet = heads::guess(sheet.clone(), &store::remembered(act.conn)?);
    let slots = guess(act.conn, &sheet)?;
    store::insert(act.conn, viewer.account_id, name, &sheet, &slots, act.now + KEPT)
}

/// Says on which line the names of the columns stand, or that none has them.
///
/// # Errors
/// `NotFound` when there is no such row, or no row below it.
pub fn choose_header(act: &mut Act<'_>, id: i64, line: Option<u64>) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let sheet = store::find(act.conn, id, viewer.account_id)?.sheet.with_header(line).ok_or(Error::NotFound)?;
    let slots = guess(act.conn, &sheet)?;
    store::set_sheet(act.conn, id, viewer.account_id, &sheet)?;
    store::set_columns(act.conn, id, viewer.account_id, &slots)
}

/// What the columns of a sheet seem to mean: what was chosen before for these names, else a guess.
pub fn guess(conn: &mut PgConnection, sheet: &Sheet) -> Result<Vec<Slot>> {
    Ok(columns::guess(sheet, &store::remembered(conn)?))
}

/// A sheet of one's own.
pub fn find(conn: &mut PgConnection, id: i64, account: i64) -> Result<Import> {
    store::find(conn, id, account)
}

/// Imports of the last days that can be undone, or were: whoever brought them in.
pub fn past(conn: &mut PgConnection) -> Result<Vec<Past>> {
    store::past(conn, None)
}

/// One of them, and whom an undo left alone.
pub fn past_one(conn: &mut PgConnection, id: i64) -> Result<(Past, Vec<(i64, String)>)> {
    let past = store::past(conn, Some(id))?.pop().ok_or(Error::NotFound)?;
    let left = past.undone.as_ref().map(|undone| undone.left_alone.clone()).unwrap_or_default();
    let mut names: Vec<(i64, String)> = members::names(conn, &left)?.into_iter().collect();
    names.sort_by_key(|(_, name)| columns::folded(name));
    Ok((past, names))
}

/// How far a job is with an import.
pub fn progress(conn: &mut PgConnection, id: i64) -> Result<Option<Progress>> {
    store::progress(conn, id)
}

/// A date of a column that could be read either way round, where nobody said which yet.
pub fn question<'a>(sheet: &'a Sheet, slots: &[Slot], at: usize) -> Option<&'a str> {
    slots.get(at).filter(|slot| slot.column == Column::JoinedOn && slot.order == Order::Unclear)?;
    cells::question(reading::column(sheet, at))
}

/// Says what the columns mean, and remembers it for the next file. Answers that were given before are asked again.
///
/// # Errors
/// `Invalid` on `columns` when no column holds a name, two mean the same, or dates could be read either way round.
pub fn match_columns(act: &mut Act<'_>, id: i64, slots: &[Slot]) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    check(slots).map_err(|key| Error::field("columns", key))?;
    let import = store::find(act.conn, id, viewer.account_id)?;
    if (0..slots.len()).any(|at| question(&import.sheet, slots, at).is_some()) {
        return Err(Error::field("columns", "import-date-question"));
    }
    store::remember(act.conn, &import.sheet.header, slots)?;
    store::set_columns(act.conn, id, viewer.account_id, slots)
}

/// Whether columns can be read together. The key of what is wrong if not.
pub fn check(slots: &[Slot]) -> Result<(), &'static str> {
    let named = [Column::GivenName, Column::FamilyName, Column::FullName];
    if !slots.iter().any(|slot| named.contains(&slot.column)) {
        return Err("import-needs-name");
    }
    let used: Vec<_> = slots
        .iter()
        .filter(|slot| slot.column != Column::Ignore && !slot.column.may_repeat())
        .map(|slot| (slot.column, slot.adult))
        .collect();
    let twice = used.iter().any(|one| used.iter().filter(|other| *other == one).count() > 1);
    if twice { Err("import-column-twice") } else { Ok(()) }
}

/// Keeps what was answered to "is this the same person?".
pub fn answer(act: &mut Act<'_>, id: i64, answers: &Answers) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let mut import = store::find(act.conn, id, viewer.account_id)?;
    import.answers.extend(answers.iter().map(|(key, same)| (key.clone(), *same)));
    store::set_answers(act.conn, id, viewer.account_id, &import.answers)
}

/// Mends cells of a sheet: place of the row, place of the cell, new value. How many were another value before.
pub fn correct(act: &mut Act<'_>, id: i64, cells: &[(usize, usize, String)]) -> Result<usize> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let mut import = store::find(act.conn, id, viewer.account_id)?;
    let mut mended = 0;
    for (row, at, value) in cells {
        let cell = import.sheet.rows.get_mut(*row).and_then(|row| row.cells.get_mut(*at));
        if let Some(cell) = cell.filter(|cell| cell.trim() != value.trim()) {
            *cell = value.trim().chars().take(1_000).collect();
            mended += 1;
        }
    }
    if mended > 0 {
        store::set_sheet(act.conn, id, viewer.account_id, &import.sheet)?;
    }
    Ok(mended)
}

/// Brings the rows in that can come in, all in one transaction, and forgets the sheet. Rows with problems are left out, and
/// so are possible duplicates nobody decided about. Many people are left to a job, which asks the same again.
///
/// # Errors
/// `Conflict` when the register is no longer the one that was shown.
pub fn complete(act: &mut Act<'_>, id: i64, seal: &str, lang: Lang) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let import = store::find(act.conn, id, viewer.account_id)?;
    if import.outcome.is_some() || import.started {
        return Ok(());
    }
    let plan = Plan::of(act, &import.sheet, &import.slots, &import.answers, lang)?;
    if plan.seal() != seal {
        return Err(Error::Conflict("import-register-changed"));
    }
    if plan.people_wanted() > PEOPLE_AT_ONCE_MAX {
        store::start(act.conn, id, Some(act.now))?;
        let payload = json!({ "import": id, "account": viewer.account_id, "seal": seal, "lang": lang.code() });
        jobs::enqueue(act.conn, &slice::IMPORT, payload, act.now)?;
        return Ok(());
    }
    finish(act, id, &plan)
}

/// The job of a large import, on behalf of who asked for it. What the register refuses is told on the page, and nothing is tried
/// again.
pub fn complete_later(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let number = |key: &str| payload[key].as_i64().unwrap_or_default();
    let (id, account) = (number("import"), number("account"));
    let lang = payload["lang"].as_str().and_then(Lang::parse).unwrap_or(act.coop.language);
    let viewer = accounts::acting(act.conn, account, act.now)?;
    let import = match store::find(act.conn, id, account) {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    if import.outcome.is_some() {
        return Ok(());
    }
    let tried = act.on_behalf_of(viewer.as_ref()).attempt(|act| {
        let plan = Plan::of(act, &import.sheet, &import.slots, &import.answers, lang)?;
        if plan.seal() != payload["seal"].as_str().unwrap_or_default()
            || !act.may(crate::policy::Permission::MembersWrite)
        {
            return Err(Error::Conflict("import-register-changed"));
        }
        finish(act, id, &plan)
    });
    match tried {
        Err(Error::Conflict(key)) => {
            store::start(act.conn, id, None)?;
            store::fail(act.conn, id, key)
        }
        other => other,
    }
}

fn finish(act: &mut Act<'_>, id: i64, plan: &Plan) -> Result<()> {
    let (outcome, journal) = entry::enter(act, plan, Some(id)).map_err(|error| match error {
        Error::Invalid(_) => Error::Conflict("import-register-changed"), // the register refuses what it allowed a moment ago
        other => other,
    })?;
    store::finish(act.conn, id, outcome, &journal, act.now, act.now + TimeDelta::days(UNDO_DAYS))
}

/// Does what a plan says, for an operator. One transaction is the caller's. The id under which it can be undone.
pub fn enter(act: &mut Act<'_>, name: &str, plan: &Plan) -> Result<(i64, Outcome)> {
    let (outcome, journal) = entry::enter(act, plan, None)?;
    let until = act.now + TimeDelta::days(UNDO_DAYS);
    let id = store::insert_done(act.conn, name, until)?;
    store::finish(act.conn, id, outcome, &journal, act.now, until)?;
    Ok((id, outcome))
}

/// Forgets sheets that were kept long enough. Run every night.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    store::remove_expired(act.conn, act.now)
}
