//! Moving into a home where somebody lives, and taking a move back that was entered a moment ago: the time in the home is again what
//! it was before, or never was.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Occupant, RELATIONS, Stay, correct_stay, store};
use crate::platform::error::{Error, Result};
use crate::platform::undo::changed_since;
use crate::platform::visit::Act;

/// A time in a home as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    from: NaiveDate,
    until: Option<NaiveDate>,
    relation: String,
    since_known: bool,
}

impl Known {
    fn of(stay: Occupant) -> Self {
        Self { from: stay.from, until: stay.until, relation: stay.relation, since_known: stay.since_known }
    }
}

/// A time in a home as a move left it, and as it was before.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Undoing {
    stay: i64,
    left: Known,
    was: Option<Known>,
}

/// What takes a move in back.
pub fn of_moving_in(conn: &mut PgConnection, unit: i64, member: i64, from: NaiveDate) -> Result<Undoing> {
    let stay = store::stay_that_began(conn, unit, member, from)?.ok_or(Error::NotFound)?;
    Ok(Undoing { stay, left: Known::of(store::stay(conn, unit, stay)?), was: None })
}

/// Ends a time in a home, see `move_out`; and what takes that back.
pub fn move_out(act: &mut Act<'_>, unit: i64, member: i64, on: NaiveDate) -> Result<Undoing> {
    let since = store::lives_there_since(act.conn, unit, member)?.ok_or(Error::NotFound)?;
    let stay = store::stay_that_began(act.conn, unit, member, since)?.ok_or(Error::NotFound)?;
    let was = Known::of(store::stay(act.conn, unit, stay)?);
    super::move_out(act, unit, member, on)?;
    Ok(Undoing { stay, left: Known::of(store::stay(act.conn, unit, stay)?), was: Some(was) })
}

/// What becomes of those who live in a home when others move in.
pub const ANSWERS: [&str; 2] = ["share", "leave"];

/// Who lives in a unit on a day, guests apart: id and name.
pub fn living_there(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    let all = store::occupants(conn, unit, day)?;
    let there = all.into_iter().filter(|one| one.lives_there(day) && one.relation != "guest");
    Ok(there.map(|one| (one.member_id, one.name)).collect())
}

/// Others move into a home on a day: whoever lives there shares it with them, or moves out that day. What takes that back.
///
/// # Errors
/// `Invalid` on `home_shared` when somebody lives there and nobody said which; on `moved_in_on` when they moved in on that day or later.
pub fn make_room(act: &mut Act<'_>, unit: i64, newcomers: &[i64], on: NaiveDate, answer: &str) -> Result<Vec<Undoing>> {
    let mut there = living_there(act.conn, unit, on)?;
    there.retain(|(id, _)| !newcomers.contains(id));
    match answer {
        _ if there.is_empty() => Ok(Vec::new()),
        "share" => Ok(Vec::new()),
        "leave" => {
            there.into_iter().map(|(id, _)| move_out(act, unit, id, on)).collect::<Result<_>>().map_err(|error| {
                if let Error::Invalid(_) = error { Error::field("moved_in_on", "unit-moved-in-later") } else { error }
            })
        }
        _ => Err(Error::field("home_shared", "unit-occupied")),
    }
}

/// Takes a move back.
///
/// # Errors
/// `Conflict` when that time in the home was changed since; `Invalid` as for `correct_stay`.
pub fn take_back(act: &mut Act<'_>, unit: i64, undoing: &Undoing) -> Result<()> {
    let now = match store::stay(act.conn, unit, undoing.stay) {
        Err(Error::NotFound) => return Err(changed_since()),
        found => Known::of(found?),
    };
    if now != undoing.left {
        return Err(changed_since());
    }
    let Some(was) = &undoing.was else { return correct_stay(act, unit, undoing.stay, None) };
    let relation = RELATIONS.into_iter().find(|word| *word == was.relation).ok_or(Error::BadRequest)?;
    correct_stay(act, unit, undoing.stay, Some(&Stay { from: was.from, until: was.until, relation }))?;
    store::set_since_known(act.conn, undoing.stay, was.since_known)
}
