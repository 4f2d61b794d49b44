//! The board of directors: who has a seat for which term, how that came and ended, and who holds which office meanwhile.
//!
//! A term is one seat from a day to before another, mostly from annual meeting to annual meeting. Nobody has two terms on one day,
//! and the board never has more directors than seats. An office is held within a term; a director may hold two, an office has one
//! holder. Wrong entries are put right, and the log keeps what stood there.

mod departing;
mod merging;
mod offices;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

pub use offices::{Office, hand_over, name_office, own_offices};
pub use rules::Size;
pub use store::{Holding, Outline, Term};

use crate::members::{self, Reason, Status};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, EventKind, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

/// How somebody came to their seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// By the members, at a meeting.
    Elected,
    /// By the board, to fill a vacancy until the next annual meeting.
    Appointed,
}

impl Came {
    pub const ALL: [(&'static str, Self); 2] = [("elected", Self::Elected), ("appointed", Self::Appointed)];

    pub fn word(self) -> &'static str {
        if self == Self::Elected { "elected" } else { "appointed" }
    }
}

/// Why a term ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Resigned,
    Removed,
    /// They are no member any more.
    Left,
}

impl Ended {
    pub const ALL: [(&'static str, Self); 3] =
        [("resigned", Self::Resigned), ("removed", Self::Removed), ("left", Self::Left)];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, how)| *how == self).map_or("left", |(word, _)| word)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, how)| *how)
    }
}

/// A term as it is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub from: NaiveDate,
    /// The first day on which it is over.
    pub until: NaiveDate,
    pub came: Came,
    /// An earlier end, and why.
    pub ended: Option<(NaiveDate, Ended)>,
}

impl Entry {
    fn of(term: &Term) -> Self {
        let came = if term.came == "elected" { Came::Elected } else { Came::Appointed };
        let how = term.ended_how.as_deref().and_then(Ended::parse);
        Self { from: term.starts_on, until: term.ends_on, came, ended: term.ended_on.zip(how) }
    }

    fn told(&self) -> Value {
        json!({ "from": self.from, "until": self.until, "came": self.came.word(),
                "ended_on": self.ended.map(|(day, _)| day), "ended_how": self.ended.map(|(_, how)| how.word()) })
    }
}

// ---- reading ----

/// Terms that last on a day and those to come after it, by name; what their people are in the co-op as of `today`.
pub fn terms_from(conn: &mut PgConnection, day: NaiveDate, today: NaiveDate) -> Result<Vec<Term>> {
    store::terms_from(conn, day, today)
}

/// Every term there ever was, the latest first.
pub fn history(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Term>> {
    store::all_terms(conn, today)
}

pub fn find(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Term> {
    store::term(conn, id, today)
}

/// How many seats there are, and how long a term is.
pub fn size(conn: &mut PgConnection) -> Result<Size> {
    store::size(conn)
}

/// Offices that are held on a day or after it; all there ever were when there is no day.
pub fn holdings(conn: &mut PgConnection, day: Option<NaiveDate>, lang: Lang) -> Result<Vec<Holding>> {
    store::holdings(conn, day, lang)
}

/// How many seats are filled on a day and when terms end next: what the public may read, without a name.
pub fn outline(conn: &mut PgConnection, day: NaiveDate) -> Result<Outline> {
    store::outline(conn, day)
}

/// Whether the rules allow a term of this length.
///
/// # Errors
/// `Invalid` on `term_until`.
pub fn check_term(conn: &mut PgConnection, from: NaiveDate, until: NaiveDate) -> Result<()> {
    let size = store::size(conn)?;
    rules::check_length(from, until, size).map_err(refused)
}

/// How many more terms of these days there can be.
pub fn free_seats(conn: &mut PgConnection, (from, until): (NaiveDate, NaiveDate), today: NaiveDate) -> Result<usize> {
    let size = store::size(conn)?;
    let terms: Vec<rules::Term> = store::terms_from(conn, from, today)?.iter().map(Term::rule).collect();
    Ok(rules::free(&terms, from, until, size))
}

/// Whether somebody may have a seat for a term, as far as that hangs on them and not on how many others sit.
///
/// # Errors
/// Those of `seat`, but for a full board.
pub fn may_sit(act: &mut Act<'_>, member: i64, from: NaiveDate, until: NaiveDate) -> Result<()> {
    must_be_eligible(act, member, &Entry { from, until, came: Came::Elected, ended: None })?;
    must_stay_member(act, member, until)?;
    match check(act, &rules::Term { id: 0, member, from, until }) {
        Err(Error::Invalid(errors)) if errors.iter().all(|error| error.key == FULL) => Ok(()),
        other => other,
    }
}

// ---- changing ----

/// Gives somebody a seat for a term, and an office with it where one is named.
///
/// # Errors
/// `Invalid` on `director_member` when they may not sit on the board or have a seat then, on `term_from` when no seat is free, on
/// `term_until` when the term would end too early or too late.
pub fn seat(act: &mut Act<'_>, member: i64, entry: &Entry, office: Option<Office>) -> Result<i64> {
    store::lock(act.conn)?;
    must_be_eligible(act, member, entry)?;
    must_stay_member(act, member, entry.until)?;
    let new = rules::Term { id: 0, member, from: entry.from, until: entry.until };
    check(act, &new)?;
    let id = store::insert_term(act.conn, member, entry)?;
    let kind = if entry.came == Came::Elected { &slice::BOARD_ELECTED } else { &slice::BOARD_APPOINTED };
    let office_key = office.map(Office::key);
    let after = json!({ "from": entry.from, "until": entry.until, "office": office_key });
    record(act, kind, member, json!({ "term": id, "after": after }))?;
    if let Some(office) = office {
        offices::give(act, office, Some(&rules::Term { id, ..new }), entry.from)?;
    }
    Ok(id)
}

/// Ends a term before its time; the offices held in it end with it.
///
/// # Errors
/// `Invalid` on `ended_on` when that day is not within the term; `Conflict` when it ended early already.
pub fn end_early(act: &mut Act<'_>, id: i64, on: NaiveDate, how: Ended) -> Result<()> {
    store::lock(act.conn)?;
    let term = store::term(act.conn, id, on)?;
    if term.ended_on.is_some() {
        return Err(Error::Conflict("conflict-changed"));
    }
    if on <= term.starts_on || on >= term.ends_on {
        return Err(Error::field("ended_on", "board-not-within-term"));
    }
    let entry = Entry { ended: Some((on, how)), ..Entry::of(&term) };
    store::update_term(act.conn, id, &entry)?;
    record(act, &slice::BOARD_ENDED, term.member_id, json!({ "term": id, "after": { "on": on, "how": how.word() } }))
}

/// Puts a wrong entry right. Whether they might sit is not asked again: they did.
///
/// # Errors
/// As for `seat` otherwise; `Invalid` on `term_ended_on` when the early end is not within the term.
pub fn correct(act: &mut Act<'_>, id: i64, entry: &Entry) -> Result<()> {
    store::lock(act.conn)?;
    let today = act.today();
    let term = store::term(act.conn, id, today)?;
    let before = Entry::of(&term);
    let Some(mut difference) = difference(&before.told(), &entry.told()) else { return Ok(()) };
    difference["term"] = id.into();
    if entry.until <= entry.from {
        return Err(refused(rules::Refusal::EndsTooEarly));
    }
    if entry.ended.is_some_and(|(day, _)| day <= entry.from || day >= entry.until) {
        return Err(Error::field("term_ended_on", "board-not-within-term"));
    }
    let latest = rules::latest_end(entry.from, store::size(act.conn)?);
    if entry.until > latest {
        return Err(refused(rules::Refusal::TooLong(latest)));
    }
    let until = entry.ended.map_or(entry.until, |(day, _)| day);
    must_stay_member(act, term.member_id, until)?;
    check(act, &rules::Term { id, member: term.member_id, from: entry.from, until })?;
    store::update_term(act.conn, id, entry)?;
    offices::give_way(act, &[id])?;
    record(act, &slice::BOARD_CORRECTED, term.member_id, difference)
}

/// Takes an entry out that was wrong altogether, with the offices in it.
pub fn strike(act: &mut Act<'_>, id: i64) -> Result<()> {
    store::lock(act.conn)?;
    let today = act.today();
    let term = store::term(act.conn, id, today)?;
    store::delete_term(act.conn, id)?;
    record(act, &slice::BOARD_STRUCK, term.member_id, json!({ "term": id, "before": Entry::of(&term).told() }))
}

/// An annual meeting was put off or brought forward: the terms that end then, and those that begin then, go with it. How many.
///
/// # Errors
/// `Invalid` on `meeting_was` when nothing ends on that day, on `meeting_on` when the terms would not go together on the other.
pub fn move_meeting(act: &mut Act<'_>, from: NaiveDate, to: NaiveDate) -> Result<usize> {
    store::lock(act.conn)?;
    let today = act.today();
    if to < today {
        return Err(Error::field("meeting_on", "wrong-past"));
    }
    let known = store::terms_from(act.conn, today, today)?;
    if from < today || known.iter().all(|term| term.ended_on.is_some() || term.ends_on != from) {
        return Err(Error::field("meeting_was", "wrong-choice"));
    }
    let terms: Vec<rules::Term> = known.iter().map(Term::rule).collect();
    let mut after = rules::moved(&terms, from, to);
    // Who resigned on the day of the meeting did so then.
    for (term, known) in after.iter_mut().zip(&known).filter(|(_, known)| known.ended_on.is_some()) {
        term.until = known.until();
    }
    let size = store::size(act.conn)?;
    rules::check_moved(&terms, &after, size).map_err(|_| Error::field("meeting_on", "board-meeting-cannot-move"))?;
    let moving: Vec<i64> =
        known.iter().filter(|term| term.ends_on == from || term.starts_on == from).map(|term| term.id).collect();
    let moved = store::move_meeting(act.conn, from, to)?;
    offices::give_way(act, &moving)?;
    let detail = json!({ "before": { "on": from }, "after": { "on": to, "terms": moved } });
    events::record_of_coop(act, &slice::BOARD_MEETING_MOVED, detail)?;
    Ok(moved)
}

fn check(act: &mut Act<'_>, new: &rules::Term) -> Result<()> {
    let size = store::size(act.conn)?;
    let today = act.today();
    let terms: Vec<rules::Term> = store::terms_from(act.conn, new.from, today)?.iter().map(Term::rule).collect();
    rules::check(&terms, new, size).map_err(refused)
}

/// Who is no member of full right on the first day has no seat. What is owed counts for a term that is not over; that this is why
/// is said to nobody here.
fn must_be_eligible(act: &mut Act<'_>, member: i64, entry: &Entry) -> Result<()> {
    let lasts = entry.until > act.today();
    let first = match members::may_stand(act.conn, member, entry.from, lasts) {
        Ok(reasons) => reasons.into_iter().next(),
        Err(Error::NotFound) => return Err(Error::field("director_member", "wrong-choice")),
        Err(error) => return Err(error),
    };
    let key = match first {
        None => return Ok(()),
        Some(Reason::Arrears) => "board-may-not-sit",
        Some(Reason::Status(status)) => match status {
            Status::Applicant => "board-may-not-sit-applicant",
            Status::Auxiliary => "board-may-not-sit-auxiliary",
            Status::Suspended => "board-may-not-sit-suspended",
            _ => "board-may-not-sit-former",
        },
    };
    Err(Error::field("director_member", key))
}

/// A term that is recorded later ends no later than its director left the co-op.
fn must_stay_member(act: &mut Act<'_>, member: i64, until: NaiveDate) -> Result<()> {
    let last = until.pred_opt().unwrap_or(until);
    match members::standing(act.conn, member, last)?.status {
        Status::Former => Err(Error::field("term_until", "board-left-before")),
        _ => Ok(()),
    }
}

/// Every seat is taken.
pub const FULL: &str = "board-full";

/// Beside the field that can mend it.
fn refused(refusal: rules::Refusal) -> Error {
    let (field, key, day) = match refusal {
        rules::Refusal::EndsTooEarly => ("term_until", "board-ends-too-early", None),
        rules::Refusal::TooLong(latest) => ("term_until", "board-term-too-long", Some(latest)),
        rules::Refusal::SitsAlready(until) => ("term_from", "board-sits-already", Some(until)),
        rules::Refusal::Full(day) => ("term_from", FULL, Some(day)),
    };
    let limit = day.map(|day| day.to_string());
    Error::Invalid(vec![FieldError { field: field.to_owned(), key, limit }])
}

fn record(act: &mut Act<'_>, kind: &'static EventKind, member: i64, detail: Value) -> Result<()> {
    let name = members::names(act.conn, &[member])?.remove(&member).ok_or(Error::NotFound)?;
    events::record(act, kind, &Subject { id: member, name }, detail)?;
    Ok(())
}
