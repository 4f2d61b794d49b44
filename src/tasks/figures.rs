//! What others count of tasks: what a member has to do, what was done and whether in time.
//!
//! Which day something was done is decided in the co-op's time zone. A task without a due date is never late. A unit's task
//! is done by everybody who lived there on that day.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::store;
use crate::platform::error::Result;
use crate::platform::sql::row;

row! {
    /// Something that somebody has to do.
    #[derive(Debug, Clone)]
    pub struct Waiting {
        pub id: i64,
        pub title: String,
        pub due_on: Option<NaiveDate>,
        /// The label of the unit, when it is the unit's task.
        pub unit_label: Option<String>,
    }
}

/// Open tasks (to do or doing) of a member or of the unit where they live, the soonest first, undated ones last.
pub fn waiting_for(conn: &mut PgConnection, member: i64, today: NaiveDate, limit: i64) -> Result<Vec<Waiting>> {
    store::waiting_for(conn, member, today, limit)
}

/// How many tasks, of the co-op or of one committee. `done` = `on_time` + `late`; `overdue` are among the `open`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub done: i64,
    pub on_time: i64,
    /// Done after the due date.
    pub late: i64,
    /// Open today, whenever they are due.
    pub open: i64,
    pub overdue: i64,
}

#[derive(Debug, Clone, Default)]
pub struct Overview {
    pub all: Counts,
    /// By committee (id, English name, French name), the busiest first; tasks without a committee are last, under `None`.
    pub by_committee: Vec<(Option<(i64, String, String)>, Counts)>,
}

/// What was done from `from` to `to`, both included, and what is open today.
pub fn overview(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Result<Overview> {
    let by_committee = store::counts(conn, from, to, today)?;
    let mut all = Counts::default();
    for (_, counts) in &by_committee {
        all.done += counts.done;
        all.on_time += counts.on_time;
        all.late += counts.late;
        all.open += counts.open;
        all.overdue += counts.overdue;
    }
    Ok(Overview { all, by_committee })
}
