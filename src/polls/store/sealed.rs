//! The rows of a vote that its events seal, all of them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::files::{self, Sealed};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::polls::paper::Question;
use crate::polls::store;
use crate::polls::store::urns::{Opened, Urn};
use crate::polls::{Poll, Register, Status, slice};
use crate::schema::{open_ballots, polls, results, roll};

/// More ballots than any vote has.
const BALLOTS_MAX: i64 = 1_000_000;

/// Of whom, what, when it was cast, by whom for them, and the questions in which a place was left out.
pub type Ballot = (i64, Vec<String>, DateTime<Utc>, Option<i64>, Vec<i32>);

row! {
    /// A correction that was made: where, from what to what, by whom and when.
    pub struct Corrected {
        pub number: i32,
        pub question: Option<i32>,
        pub choice: Option<i32>,
        pub field: String,
        pub language: String,
        pub before: String,
        pub after: String,
        pub proposed_by: i64,
        pub settled_by: Option<i64>,
        pub settled_at: Option<DateTime<Utc>>,
    }
}

row! {
    struct Salt {
        salt: Vec<u8>,
    }
}

/// A vote with everything that decides it.
pub struct Rows {
    pub poll: Poll,
    pub salt: Vec<u8>,
    pub questions: Vec<Question>,
    pub files: Vec<Sealed>,
    pub corrected: Vec<Corrected>,
    /// Who, for which home, with what weight, and living where.
    pub roll: Vec<(i64, Option<i64>, i32, Option<i64>)>,
    pub ballots: Vec<Ballot>,
    /// Of a secret vote: its urn, and what was found in it, by code.
    pub urn: Option<Urn>,
    pub opened: Vec<Opened>,
    /// One a question, in order; none before the close.
    pub results: Vec<Register>,
}

/// # Errors
/// `NotFound` when there is no vote of this id.
pub fn rows(conn: &mut PgConnection, id: i64) -> Result<Rows> {
    let poll = store::poll(conn, id)?;
    let Salt { salt } = sql("select salt from polls where id = $1").bind(id).get_result(conn)?;
    Ok(Rows {
        poll,
        salt,
        questions: store::questions(conn, id)?,
        files: files::sealed(conn, slice::POLL.word, id)?,
        corrected: sql("select * from corrections where poll_id = $1 and outcome = 'made' order by number limit 1000")
            .bind(id)
            .load(conn)?,
        roll: roll::table
            .filter(roll::poll_id.eq(id))
            .order(roll::member_id)
            .limit(BALLOTS_MAX)
            .select((roll::member_id, roll::unit_id, roll::weight, roll::home_id))
            .load(conn)?,
        ballots: open_ballots::table
            .filter(open_ballots::poll_id.eq(id))
            .order(open_ballots::member_id)
            .limit(BALLOTS_MAX)
            .select((
                open_ballots::member_id,
                open_ballots::answers,
                open_ballots::cast_at,
                open_ballots::cast_by,
                open_ballots::skipped,
            ))
            .load(conn)?,
        opened: store::urns::opened(conn, id)?,
        urn: store::urns::urn(conn, id)?,
        results: store::registers(conn, id)?,
    })
}

/// Votes that have opened, or have a result.
pub fn begun(conn: &mut PgConnection) -> Result<Vec<i64>> {
    let decided = results::table.filter(results::poll_id.eq(polls::id));
    Ok(polls::table
        .filter(
            polls::status
                .eq_any([Status::Open, Status::Closed, Status::Disputed, Status::Void])
                .or(diesel::dsl::exists(decided)),
        )
        .order(polls::id)
        .limit(100_000)
        .select(polls::id)
        .load(conn)?)
}
