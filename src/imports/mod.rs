//! Imports: a spreadsheet of members brought into the register, in five steps and one transaction.
//!
//! Until the last step nothing changes but the row that keeps the sheet between two pages. The sum of the groups is always the
//! number of rows in the file. What is in a file is never written into a log or an event.

pub mod cells;
pub mod columns;
mod entry;
pub mod pages;
mod register;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;
mod upload;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

pub use columns::Column;
pub use rules::{Answers, Group, Planned, Verdict};

use crate::members::{self, Known};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::Sheet;
use crate::platform::visit::Act;

/// How long a sheet is kept that nobody imported.
const KEPT: TimeDelta = TimeDelta::hours(48);

/// A sheet between two pages.
#[derive(Debug)]
pub struct Import {
    pub id: i64,
    /// The name of the file, for the heading.
    pub name: String,
    pub sheet: Sheet,
    pub columns: Vec<Column>,
    pub answers: Answers,
    pub outcome: Option<Outcome>,
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
}

/// What an import would do, and the register it was worked out from.
pub struct Plan {
    pub rows: Vec<Planned>,
    pub known: Vec<Known>,
}

impl Plan {
    /// Works out what the rows of a sheet would do to the register as it is now.
    pub fn of(act: &mut Act<'_>, sheet: &Sheet, columns: &[Column], answers: &Answers, lang: Lang) -> Result<Self> {
        Self::read(act.conn, act.today(), sheet, columns, answers, lang)
    }

    pub fn read(
        conn: &mut PgConnection,
        today: chrono::NaiveDate,
        sheet: &Sheet,
        columns: &[Column],
        answers: &Answers,
        lang: Lang,
    ) -> Result<Self> {
        let known = members::known(conn, today, lang)?;
        Ok(Self { rows: rules::plan(sheet, columns, &known, answers), known })
    }

    /// In the order of `Group::ALL`.
    pub fn counts(&self) -> [usize; 5] {
        rules::counts(&self.rows)
    }

    /// The counts as a word, to tell whether the register changed since they were shown.
    pub fn seal(&self) -> String {
        self.counts().map(|count| count.to_string()).join("-")
    }
}

/// Keeps a sheet for the next page.
pub fn begin(act: &mut Act<'_>, name: &str, sheet: &Sheet) -> Result<i64> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let columns = columns::guess(&sheet.header);
    store::insert(act.conn, viewer.account_id, name, sheet, &columns, act.now + KEPT)
}

/// A sheet of one's own.
pub fn find(conn: &mut PgConnection, id: i64, account: i64) -> Result<Import> {
    store::find(conn, id, account)
}

/// Says what the columns mean. Answers that were given before are asked again.
///
/// # Errors
/// `Invalid` on `columns` when no column holds a name, or two mean the same.
pub fn match_columns(act: &mut Act<'_>, id: i64, columns: &[Column]) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let named = [Column::GivenName, Column::FamilyName, Column::FullName].iter().any(|name| columns.contains(name));
    if !named {
        return Err(Error::field("columns", "import-needs-name"));
    }
    let twice = Column::ALL
        .iter()
        .any(|(_, column)| *column != Column::Ignore && columns.iter().filter(|other| *other == column).count() > 1);
    if twice {
        return Err(Error::field("columns", "import-column-twice"));
    }
    store::set_columns(act.conn, id, viewer.account_id, columns)
}

/// Keeps what was answered to "is this the same person?".
pub fn answer(act: &mut Act<'_>, id: i64, answers: &Answers) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let mut import = store::find(act.conn, id, viewer.account_id)?;
    import.answers.extend(answers);
    store::set_answers(act.conn, id, viewer.account_id, &import.answers)
}

/// Brings the rows in that can come in, all in this transaction, and forgets the sheet. Rows with problems are left out, and
/// so are possible duplicates nobody decided about.
///
/// # Errors
/// `Conflict` when the register is no longer the one that was shown.
pub fn complete(act: &mut Act<'_>, id: i64, seal: &str, lang: Lang) -> Result<Outcome> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let import = store::find(act.conn, id, viewer.account_id)?;
    if let Some(outcome) = import.outcome {
        return Ok(outcome);
    }
    let plan = Plan::of(act, &import.sheet, &import.columns, &import.answers, lang)?;
    if plan.seal() != seal {
        return Err(Error::Conflict("import-register-changed"));
    }
    let outcome = enter(act, &plan).map_err(|error| match error {
        Error::Invalid(_) => Error::Conflict("import-register-changed"), // the register refuses what it allowed a moment ago
        other => other,
    })?;
    store::finish(act.conn, id, outcome)?;
    Ok(outcome)
}

/// Does what a plan says. One transaction is the caller's.
pub fn enter(act: &mut Act<'_>, plan: &Plan) -> Result<Outcome> {
    entry::enter(act, plan)
}

/// Forgets sheets that were kept long enough. For the nightly job.
pub fn forget_expired(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    store::remove_expired(conn, now)
}
