//! Members: the people of the co-op, their status of each day, and how to reach them.
//!
//! The status of a day is never stored: it is the latest dated row on or before that day.

mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Applicant,
    Auxiliary,
    Member,
    OnLeave,
    Suspended,
    Former,
}

impl Status {
    pub const ALL: [(&'static str, Self); 6] = [
        ("applicant", Self::Applicant),
        ("auxiliary", Self::Auxiliary),
        ("member", Self::Member),
        ("on_leave", Self::OnLeave),
        ("suspended", Self::Suspended),
        ("former", Self::Former),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("former", |(word, _)| word)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, status)| *status)
    }
}

/// Somebody to be put into the register.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// The co-op's own member number; the next free one when empty.
    pub number: String,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: Lang,
    pub joined_on: NaiveDate,
    pub status: Status,
}

/// Puts somebody into the register.
///
/// # Errors
/// `Invalid` on `number` when another member has it.
pub fn add(act: &mut Act<'_>, new: &NewMember) -> Result<i64> {
    let number = if new.number.is_empty() { store::next_number(act.conn)? } else { new.number.clone() };
    if store::number_is_taken(act.conn, &number)? {
        return Err(crate::platform::error::Error::field("number", "member-number-taken"));
    }
    let id = store::insert(act.conn, new, &number)?;
    store::insert_status(act.conn, id, new.joined_on, new.status, "")?;
    let name = format!("{} {}", new.given_name, new.family_name).trim().to_owned();
    let detail = json!({ "after": { "number": number, "joined_on": new.joined_on, "status": new.status.word() } });
    events::record(act, "member.added", &Subject { kind: "member", id, name }, detail)?;
    Ok(id)
}

/// Who can be chosen in a form: id and name of everybody who is not a former member on `day`, by family name.
pub fn options(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    store::options(conn, day)
}

/// Who may vote on `day`: members and those on leave, who stay members. Not auxiliary members (Quebec, s. 52), not the
/// suspended.
pub fn electorate(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<i64>> {
    store::with_status(conn, day, &["member", "on_leave"])
}

/// The names of some members, by id.
pub fn names(conn: &mut PgConnection, ids: &[i64]) -> Result<std::collections::HashMap<i64, String>> {
    store::names(conn, ids)
}

/// What somebody was in the co-op on a day, and since when they are in the register.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub status: Status,
    pub joined_on: NaiveDate,
}

/// How a member stood on a day. Before their first dated status they are an applicant.
pub fn standing(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Standing> {
    store::standing(conn, member, day)
}

/// How many members there were at the end of each of some days, auxiliary members and applicants left out.
pub fn counts(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<i64>> {
    store::counts(conn, days)
}

/// How many members there are, and how that came: full members, auxiliary members and applicants left out.
#[derive(Debug, Clone, Copy, QueryableByName)]
pub struct Movement {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub members: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub joined: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub gone: i64,
}

/// The members of a day, and how many of them came, and others went, since an earlier day.
pub fn movement(conn: &mut PgConnection, since: NaiveDate, day: NaiveDate) -> Result<Movement> {
    store::movement(conn, since, day)
}
