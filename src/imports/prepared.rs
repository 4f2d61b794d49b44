//! The plan of an import, whatever its rows are: made of the register of the moment, sealed, entered.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::rules::Problem;
use super::undo::Journal;
use super::what::What;
use super::{Import, Outcome, Plan, entry, meetings, tasks};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::upkeep;

pub enum Prepared {
    Members(Plan),
    Tasks(tasks::Plan),
    Meetings(meetings::Plan),
}

impl Prepared {
    /// What the rows of a file would do to the register as it is now.
    pub fn of(act: &mut Act<'_>, import: &Import, lang: Lang) -> Result<Self> {
        let (today, own) = (act.today(), act.viewer.and_then(|viewer| viewer.member_id));
        Self::read(act.conn, today, import, own, lang)
    }

    /// The same for who only looks; `own` is the member who asks.
    pub fn read(
        conn: &mut PgConnection,
        today: NaiveDate,
        import: &Import,
        own: Option<i64>,
        lang: Lang,
    ) -> Result<Self> {
        Ok(match import.what {
            What::Members => {
                let plan = Plan::read(conn, today, &import.sheet, &import.slots, &import.answers, lang)?;
                Self::Members(Plan { joined_on: import.joined_on, ..plan })
            }
            What::Tasks => Self::Tasks(tasks::Plan::read(conn, today, import, own)?),
            What::Meetings => Self::Meetings(meetings::Plan::read(conn, today, import)?),
        })
    }

    /// The rows that cannot be read, by their places in the sheet.
    pub fn problems(&self) -> Vec<(usize, &[Problem])> {
        let bad: Vec<(usize, &[Problem])> = match self {
            Self::Members(plan) => plan.rows.iter().map(|row| (row.at, row.problems.as_slice())).collect(),
            Self::Tasks(plan) => plan.rows.iter().map(|row| (row.at, row.problems.as_slice())).collect(),
            Self::Meetings(_) => Vec::new(),
        };
        bad.into_iter().filter(|(_, problems)| !problems.is_empty()).collect()
    }

    /// What was shown, as a word, to tell whether the register changed since.
    pub fn seal(&self) -> String {
        match self {
            Self::Members(plan) => plan.seal(),
            Self::Tasks(plan) => plan.seal(),
            Self::Meetings(plan) => plan.seal(),
        }
    }

    /// How much there is to do.
    pub fn size(&self) -> usize {
        match self {
            Self::Members(plan) => plan.people_wanted(),
            Self::Tasks(plan) => plan.coming().count(),
            Self::Meetings(plan) => plan.coming().count(),
        }
    }

    /// Does it. The import is told how far it is.
    pub fn enter(&self, act: &mut Act<'_>, id: i64) -> Result<(Outcome, Journal)> {
        let entered = match self {
            Self::Members(plan) => return entry::enter(act, plan, Some(id)),
            Self::Tasks(plan) => tasks::enter(act, plan, Some(id))?,
            Self::Meetings(plan) => meetings::enter(act, plan, Some(id))?,
        };
        jobs::enqueue(act.conn, &upkeep::slice::COUNT_ROWS, json!({}), act.now)?;
        Ok(entered)
    }
}
