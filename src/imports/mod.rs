//! Imports: a spreadsheet of members, of tasks or of who came to meetings brought in, in five steps and one transaction.
//!
//! What is true of files is here; what the rows are, and what is made of them, in `what` and beside it.
//! Until the last step nothing changes but the row that keeps the sheet between two pages. The sum of the groups is always the
//! number of rows in the file. What is in a file is never written into a log or an event. For seven days an import can be
//! undone; what was changed since is left alone.

mod asked;
mod cells;
pub mod columns;
mod dates;
mod entry;
pub mod guessing;
mod headings;
pub mod heads;
mod homes;
pub mod meetings;
mod names;
mod nobody;
pub mod pages;
mod parts;
mod plan;
mod prepared;
mod private;
mod reading;
mod register;
#[cfg(test)]
mod roster_tests;
pub mod rules;
mod seen;
pub mod slice;
mod store;
pub mod tasks;
#[cfg(test)]
mod tests;
mod undo;
pub mod what;

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use columns::{Column, Slot};
pub use plan::Plan;
pub use rules::{Answers, Group, Planned, Verdict};
pub use store::{Begun, Past, Progress};
pub use undo::{Undone, undo};
pub use what::{What, check};

use crate::accounts;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::spreadsheet::{Accents, Sheet};
use crate::platform::visit::Act;
use dates::Order;
pub use guessing::Why;
use prepared::Prepared;

/// How long a sheet is kept that nobody imported.
const KEPT: TimeDelta = TimeDelta::hours(48);
/// How long an import can be undone.
pub const UNDO_DAYS: i64 = 7;
/// With more people or tasks than this, a job does it and a page says how far it is.
const AT_ONCE_MAX: usize = 1_000;

/// A sheet between two pages.
#[derive(Debug)]
pub struct Import {
    pub id: i64,
    pub what: What,
    /// The name of the file, for the heading.
    pub name: String,
    pub sheet: Sheet,
    pub slots: Vec<Slot>,
    pub answers: Answers,
    pub outcome: Option<Outcome>,
    /// A job is bringing it in, or was.
    pub started: bool,
    /// The columns are taken for what they were in the last file with these headings.
    pub recalled: bool,
    /// The day of joining of those for whom the file has none; unknown where that is `None`.
    pub joined_on: Option<chrono::NaiveDate>,
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
    /// The hours of tasks that were written down, and those that wait for a second person's yes, in minutes.
    #[serde(default)]
    pub minutes: i64,
    #[serde(default)]
    pub minutes_waiting: i64,
    /// The meetings that were written down with their attendance.
    #[serde(default)]
    pub meetings: usize,
}

/// Keeps a sheet for the next page.
///
/// # Errors
/// `Forbidden` to who may not bring such things in.
pub fn begin(act: &mut Act<'_>, what: What, name: &str, sheet: &Sheet) -> Result<i64> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    what.must_be_allowed(act)?;
    let remembered = store::remembered(act.conn, what)?;
    let sheet = heads::guess(sheet.clone(), &remembered);
    let (slots, recalled) = (guessing::guess(&sheet, &remembered), remembered.file(&sheet.header).is_some());
    store::insert(act.conn, (what, viewer.account_id), name, &sheet, (&slots, recalled), act.now + KEPT)
}

/// Says on which line the names of the columns stand, or that none has them; and, where the accents of the file are a guess, that
/// they are the other ones.
///
/// # Errors
/// `NotFound` when there is no such row, or no row below it.
pub fn choose_header(act: &mut Act<'_>, id: i64, line: Option<u64>, accents: Option<Accents>) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let Import { what, sheet, .. } = store::find(act.conn, id, viewer.account_id)?;
    let otherwise = accents.is_some_and(|wanted| sheet.reading == Some(wanted.other()));
    let sheet = if otherwise { sheet.read_otherwise() } else { sheet };
    let sheet = sheet.with_header(line).ok_or(Error::NotFound)?;
    store::set_sheet(act.conn, id, viewer.account_id, &sheet)?;
    guess_again(act, id, what, &sheet)
}

/// The columns of the last file with these headings count no more: they are guessed anew, here and in the next file.
pub fn forget(act: &mut Act<'_>, id: i64) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let Import { what, sheet, .. } = store::find(act.conn, id, viewer.account_id)?;
    store::forget(act.conn, what, &sheet.header)?;
    guess_again(act, id, what, &sheet)
}

fn guess_again(act: &mut Act<'_>, id: i64, what: What, sheet: &Sheet) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let remembered = store::remembered(act.conn, what)?;
    let (slots, recalled) = (guessing::guess(sheet, &remembered), remembered.file(&sheet.header).is_some());
    store::set_columns(act.conn, id, viewer.account_id, (&slots, recalled))
}

/// What the columns of a sheet of members seem to mean: what was chosen for the last file with these headings, else a guess.
pub fn guess(conn: &mut PgConnection, sheet: &Sheet) -> Result<Vec<Slot>> {
    Ok(guessing::guess(sheet, &store::remembered(conn, What::Members)?))
}

/// A sheet of one's own.
pub fn find(conn: &mut PgConnection, id: i64, account: i64) -> Result<Import> {
    store::find(conn, id, account)
}

/// Files of one's own that were not gone through to the end.
pub fn begun(conn: &mut PgConnection, account: i64) -> Result<Vec<Begun>> {
    store::begun(conn, account)
}

/// Imports of the last days that can be undone, or were: whoever brought them in.
pub fn past(conn: &mut PgConnection) -> Result<Vec<Past>> {
    store::past(conn, None)
}

/// One of them, and whom or what an undo left alone.
pub fn past_one(conn: &mut PgConnection, id: i64) -> Result<(Past, Vec<(i64, String)>)> {
    let past = store::past(conn, Some(id))?.pop().ok_or(Error::NotFound)?;
    let left = past.undone.as_ref().map(|undone| undone.left_alone.clone()).unwrap_or_default();
    match past.what {
        What::Members => {}
        What::Tasks => return Ok((past, crate::tasks::titles(conn, &left)?)),
        What::Meetings => return Ok((past, crate::meetings::titles(conn, &left)?)),
    }
    let mut names: Vec<(i64, String)> = members::names(conn, &left)?.into_iter().collect();
    names.sort_by_key(|(_, name)| columns::folded(name));
    Ok((past, names))
}

/// How far a job is with an import.
pub fn progress(conn: &mut PgConnection, id: i64) -> Result<Option<Progress>> {
    store::progress(conn, id)
}

/// What somebody has to say of a column before its cells can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// This date could be read either way round.
    Date(String),
    /// So many rows have no home, the first on this line: perhaps the home of the row above.
    Above { rows: usize, line: u64 },
}

/// What there is to ask of a column that nobody answered yet.
pub fn question(sheet: &Sheet, slots: &[Slot], at: usize) -> Option<Question> {
    let slot = slots.get(at).filter(|slot| slot.order == Order::Unclear)?;
    match slot.column {
        Column::Meeting => {
            let days = meetings::reading::days(sheet, slots, NaiveDate::MAX);
            let asked = dates::question(days.iter().map(|(_, day)| day.as_str()))?;
            // once for all of them, where it stands first
            let first = days.iter().find(|(_, day)| day == asked).map(|(at, _)| *at);
            let said = slots.iter().any(|slot| slot.column == Column::Meeting && slot.order != Order::Unclear);
            (first == Some(at) && !said).then(|| Question::Date(asked.to_owned()))
        }
        column if column.is_date() => {
            dates::question(reading::column(sheet, at)).map(|cell| Question::Date(cell.to_owned()))
        }
        Column::Unit if slots.iter().all(|slot| slot.adult == 1) => {
            let below = reading::without_home(sheet, slots);
            below.keys().min().map(|line| Question::Above { rows: below.len(), line: *line })
        }
        _ => None,
    }
}

/// Says what the columns mean. Answers that were given before are asked again.
///
/// # Errors
/// `Invalid` on `columns` when no column holds a name, two mean the same, one of a meeting has no day, or something has to be said of one.
pub fn match_columns(act: &mut Act<'_>, id: i64, slots: &[Slot]) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let import = store::find(act.conn, id, viewer.account_id)?;
    check(import.what, slots).map_err(|key| Error::field("columns", key))?;
    let today = act.today();
    let dated = meetings::reading::days(&import.sheet, slots, today).len();
    if slots.iter().filter(|slot| slot.column == Column::Meeting).count() != dated {
        return Err(Error::field("columns", "import-meeting-undated"));
    }
    if (0..slots.len()).any(|at| question(&import.sheet, slots, at).is_some()) {
        return Err(Error::field("columns", "import-date-question"));
    }
    let recalled = import.recalled && import.slots == slots;
    store::set_columns(act.conn, id, viewer.account_id, (slots, recalled))
}

/// Keeps what was answered: who is the same person, what a text means.
pub fn answer(act: &mut Act<'_>, id: i64, answers: &Answers) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let mut import = store::find(act.conn, id, viewer.account_id)?;
    import.answers.extend(answers.iter().map(|(key, word)| (key.clone(), word.clone())));
    store::set_answers(act.conn, id, viewer.account_id, &import.answers)
}

/// Says when those joined for whom the file has no day; `None` leaves it unknown.
///
/// # Errors
/// `Invalid` on `joined_on` for a day that is not yet.
pub fn assume_joined(act: &mut Act<'_>, id: i64, day: Option<chrono::NaiveDate>) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::find(act.conn, id, viewer.account_id)?;
    if day.is_some_and(|day| day > act.today()) {
        return Err(Error::field("joined_on", "import-joined-later"));
    }
    store::set_joined_on(act.conn, id, viewer.account_id, day)
}

/// Everybody who may be somebody of the register is.
pub fn all_same(act: &mut Act<'_>, id: i64, lang: Lang) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let import = store::find(act.conn, id, viewer.account_id)?;
    let plan = Plan::of(act, &import.sheet, &import.slots, &import.answers, lang)?;
    let answers: Answers = plan.asked_about().map(|key| (key, rules::SAME.to_owned())).collect();
    answer(act, id, &answers)
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
/// so are those nobody decided about. Many are left to a job, which asks the same again.
///
/// # Errors
/// `Conflict` when the register is no longer the one that was shown.
pub fn complete(act: &mut Act<'_>, id: i64, seal: &str, lang: Lang) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let import = store::find(act.conn, id, viewer.account_id)?;
    if import.outcome.is_some() || import.started {
        return Ok(());
    }
    import.what.must_be_allowed(act)?;
    let plan = Prepared::of(act, &import, lang)?;
    if plan.seal() != seal {
        return Err(Error::Conflict("import-register-changed"));
    }
    if plan.size() > AT_ONCE_MAX {
        store::start(act.conn, id, Some(act.now))?;
        let payload = json!({ "import": id, "account": viewer.account_id, "seal": seal, "lang": lang.code() });
        jobs::enqueue(act.conn, &slice::IMPORT, payload, act.now)?;
        return Ok(());
    }
    finish(act, &import, &plan)
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
        let plan = Prepared::of(act, &import, lang)?;
        if plan.seal() != payload["seal"].as_str().unwrap_or_default() || !act.may(import.what.permission()) {
            return Err(Error::Conflict("import-register-changed"));
        }
        finish(act, &import, &plan)
    });
    match tried {
        Err(Error::Conflict(key)) => {
            store::start(act.conn, id, None)?;
            store::fail(act.conn, id, key)
        }
        other => other,
    }
}

fn finish(act: &mut Act<'_>, import: &Import, plan: &Prepared) -> Result<()> {
    let id = import.id;
    store::remember(act.conn, import.what, &import.sheet.header, &import.slots)?;
    let (outcome, journal) = plan.enter(act, id).map_err(|error| match error {
        Error::Invalid(_) => Error::Conflict("import-register-changed"), // the register refuses what it allowed a moment ago
        other => other,
    })?;
    store::finish(act.conn, id, outcome, &journal, act.now, act.now + TimeDelta::days(UNDO_DAYS))
}

/// Does what a plan of members says, for an operator. One transaction is the caller's. The id under which it can be undone.
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
