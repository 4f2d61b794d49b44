//! Decisions: the register of what the co-op decided, numbered in one series without gaps, kept for as long as there is a co-op.
//!
//! What a binding vote came to is entered at its close, in the transaction that counts it, and stays as it was entered. What was decided
//! elsewhere is entered by hand and can be put right, with a trace. A later decision amends or repeals an earlier one: whether one is in
//! force follows from that and stands nowhere else. Every change is an event with a seal of the whole entry (`seal`), so that
//! `cooperator verify` finds an entry that is not what was told of it.

pub mod api;
pub mod notices;
pub mod pages;
pub mod rules;
mod seal;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

pub use store::{Decision, Filter, Listing, Relation};

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::listing::Listed;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use crate::schema::decisions;

text_enum! {
    /// Who decided.
    pub enum Body {
        /// All members, by a vote.
        Members = "members",
        /// Those who came to a general meeting.
        Meeting = "meeting",
        Board = "board",
        Committee = "committee",
    }
}

text_enum! {
    /// What a decision does to an earlier one.
    pub enum Effect {
        Amends = "amends",
        Repeals = "repeals",
    }
}

text_enum! {
    /// Whether a decision holds.
    pub enum Standing {
        InForce = "in_force",
        /// In force, as later decisions changed it.
        Amended = "amended",
        Repealed = "repealed",
        /// The vote that made it is void.
        Void = "void",
        /// Nothing was adopted.
        Nothing = "none",
    }
}

impl Standing {
    pub fn holds(self) -> bool {
        matches!(self, Self::InForce | Self::Amended)
    }
}

/// An entry as it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, QueryableByName, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = decisions)]
pub struct Entry {
    pub decided_on: NaiveDate,
    pub body: Body,
    /// Its number in older books; empty where there is none.
    pub former_number: String,
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    /// How it was decided, in a sentence: what was counted, or what the minutes say.
    pub sums_en: String,
    pub sums_fr: String,
}

impl Entry {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn details(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.details_en } else { &self.details_fr }
    }

    pub fn sums(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.sums_en } else { &self.sums_fr }
    }
}

// ---- reading ----

/// A page of the register.
pub fn list(conn: &mut PgConnection, listing: &Listing, rows: usize) -> Result<Listed<Decision>> {
    Ok(listing.window.page(store::list(conn, listing, rows + 1)?, rows))
}

/// How many a listing has, as far as lists are counted.
pub fn count(conn: &mut PgConnection, listing: &Listing) -> Result<i64> {
    store::count(conn, listing)
}

/// The entry of this number.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, number: i32) -> Result<Decision> {
    store::find(conn, number)
}

/// What this decision says of earlier ones, and later ones of it, by number.
pub fn relations(conn: &mut PgConnection, number: i32) -> Result<Vec<Relation>> {
    store::relations(conn, number)
}

// ---- entering ----

/// Writes what a vote decided, in order, and gives the numbers. Two votes that close at once wait for each other. `tell` follows once
/// the results stand.
pub fn write(act: &mut Act<'_>, entries: &[Entry]) -> Result<Vec<i32>> {
    store::insert(act.conn, entries)
}

/// Records that these were entered.
pub fn tell(act: &mut Act<'_>, numbers: &[i32]) -> Result<()> {
    for number in numbers {
        let decision = store::find(act.conn, *number)?;
        record(act, &slice::DECISION_ENTERED, &decision, json!({ "after": decision.entry }))?;
    }
    Ok(())
}

/// Records that the vote is void that decided these.
pub fn void(act: &mut Act<'_>, numbers: &[i32]) -> Result<()> {
    for number in numbers {
        let decision = store::find(act.conn, *number)?;
        record(act, &slice::DECISION_VOIDED, &decision, json!({}))?;
    }
    Ok(())
}

/// Enters an earlier decision by hand.
///
/// # Errors
/// `Invalid` on `decided_on` when the day is to come.
pub fn enter(act: &mut Act<'_>, entry: &Entry) -> Result<i32> {
    let numbers = enter_all(act, std::slice::from_ref(entry))?;
    numbers.first().copied().ok_or(Error::NotFound)
}

/// Enters several, in order.
///
/// # Errors
/// Those of `enter`.
pub fn enter_all(act: &mut Act<'_>, entries: &[Entry]) -> Result<Vec<i32>> {
    if entries.iter().any(|entry| entry.decided_on > act.today()) {
        return Err(Error::field("decided_on", "wrong-decision-future"));
    }
    let numbers = store::insert(act.conn, entries)?;
    tell(act, &numbers)?;
    Ok(numbers)
}

/// Puts an entry right that was made by hand. `version` is the one that was seen.
///
/// # Errors
/// `Conflict` when a vote made it, or somebody else was quicker; `Invalid` on `decided_on` when the day is to come, or does not fit
/// what stands between this decision and others.
pub fn correct(act: &mut Act<'_>, number: i32, version: i32, entry: &Entry) -> Result<()> {
    let before = store::find(act.conn, number)?;
    if before.poll_id.is_some() {
        return Err(Error::Conflict("conflict-decision-voted"));
    }
    if entry.decided_on > act.today() {
        return Err(Error::field("decided_on", "wrong-decision-future"));
    }
    for relation in store::relations(act.conn, number)? {
        let (later, earlier) = if relation.number == number {
            (entry.decided_on, relation.decided_on)
        } else {
            (relation.decided_on, entry.decided_on)
        };
        if earlier > later {
            return Err(Error::field("decided_on", "wrong-decision-order"));
        }
    }
    let Some(told) = difference(&json!(before.entry), &json!(entry)) else { return Ok(()) };
    if before.version != version || !store::update(act.conn, number, version, entry)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let after = store::find(act.conn, number)?;
    record(act, &slice::DECISION_CORRECTED, &after, told)
}

// ---- what became of it ----

/// Says that a decision amends or repeals an earlier one.
///
/// # Errors
/// `Invalid` on `earlier` when there is no such entry, it is this one, a later one, one that says the same of this one, or nothing was
/// adopted by either; when it is said already with another word.
pub fn relate(act: &mut Act<'_>, number: i32, earlier: i32, effect: Effect) -> Result<()> {
    store::lock(act.conn)?;
    let decision = store::find(act.conn, number)?;
    let wrong = |key| Err(Error::field("earlier", key));
    let other = match store::find(act.conn, earlier) {
        Ok(other) => other,
        Err(Error::NotFound) => return wrong("wrong-decision-unknown"),
        Err(error) => return Err(error),
    };
    if earlier == number {
        return wrong("wrong-decision-itself");
    }
    if other.entry.decided_on > decision.entry.decided_on {
        return wrong("wrong-decision-later");
    }
    if [&decision, &other].iter().any(|one| matches!(one.standing, Standing::Nothing | Standing::Void)) {
        return wrong("wrong-decision-nothing");
    }
    let all = store::relations(act.conn, number)?;
    if all.iter().any(|one| one.number == earlier) {
        return wrong("wrong-decision-circle");
    }
    match all.iter().find(|one| one.earlier == earlier) {
        Some(one) if one.kind == effect => return Ok(()),
        Some(_) => return wrong("wrong-decision-said"),
        None => {}
    }
    store::relate(act.conn, number, earlier, effect)?;
    record(act, &slice::DECISION_RELATED, &decision, json!({ "effect": effect, "earlier": earlier }))
}

/// Takes back what was said of an earlier decision by mistake.
///
/// # Errors
/// `NotFound` when it was not said.
pub fn unrelate(act: &mut Act<'_>, number: i32, earlier: i32) -> Result<()> {
    store::lock(act.conn)?;
    let decision = store::find(act.conn, number)?;
    let effect = store::unrelate(act.conn, number, earlier)?;
    record(act, &slice::DECISION_UNRELATED, &decision, json!({ "effect": effect, "earlier": earlier }))
}

/// Sets the day on which a decision is to be looked at again, or none. With `reviewed`, it was looked at now and stays in force.
///
/// # Errors
/// `Invalid` on `review_on` when it is not a day to come; `Conflict` when the decision is not in force.
pub fn review(act: &mut Act<'_>, number: i32, review_on: Option<NaiveDate>, reviewed: bool) -> Result<()> {
    let before = store::find(act.conn, number)?;
    if !before.standing.holds() {
        return Err(Error::Conflict("conflict-decision-over"));
    }
    if review_on.is_some_and(|day| day <= act.today()) {
        return Err(Error::field("review_on", "wrong-decision-past"));
    }
    if !reviewed && before.review_on == review_on {
        return Ok(());
    }
    store::set_review(act.conn, number, review_on)?;
    let kind = if reviewed { &slice::DECISION_REVIEWED } else { &slice::DECISION_REVIEW_SET };
    let after = store::find(act.conn, number)?;
    let told = json!({ "before": { "review_on": before.review_on }, "after": { "review_on": review_on } });
    record(act, kind, &after, told)
}

/// Records what happened to an entry, with a seal of it as it stands now.
fn record(act: &mut Act<'_>, kind: &'static EventKind, decision: &Decision, mut detail: Value) -> Result<()> {
    let (english, french) = (&decision.entry.title_en, &decision.entry.title_fr);
    detail["title_en"] = json!(english);
    detail["title_fr"] = json!(french);
    detail["seal"] = json!(seal::of(act.conn, decision.number)?);
    events::record(act, kind, &decision.subject(act.coop.language), detail)?;
    Ok(())
}

impl Decision {
    fn subject(&self, lang: Lang) -> Subject {
        Subject { id: self.number.into(), name: format!("{} {}", self.number, self.entry.title(lang)) }
    }
}
