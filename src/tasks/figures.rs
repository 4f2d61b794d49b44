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
