//! Governance: what the co-op must do by when, and who. Most of it follows from what other slices know, each of which declares what it has
//! with a day (`platform::slice::Due`); the annual meeting and its notice follow from the rules (`rules`). What nobody else knows, such as
//! a return or an insurance, is a filing, kept here: one that comes again makes the next one once it is done.
//!
//! The calendar is for the board, for who runs the co-op, and for auditors. Each sees of it what they may see elsewhere.

pub mod calendar;
pub mod notices;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub use rules::Kind;

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::visit::Act;
use crate::policy::Permission;
use crate::schema::filings;

row! {
    /// What is handed in, renewed or looked at again by a day, as somebody sees it.
    #[derive(Debug, Clone, Deserialize)]
    pub struct Filing {
        pub id: i64,
        pub kind: Kind,
        pub title_en: String,
        pub title_fr: String,
        pub due_on: NaiveDate,
        pub every_months: Option<i32>,
        /// None where the board sees to it.
        pub committee_id: Option<i64>,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        /// In whose hand it is there, in words.
        pub hand: String,
        pub details: String,
        pub done_on: Option<NaiveDate>,
        /// Who said so; empty while it is open.
        pub done_by: String,
        pub version: i32,
        /// Whether the viewer sits where it is seen to.
        pub mine: bool,
    }
}

impl Filing {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn committee(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En { self.committee_en.as_deref() } else { self.committee_fr.as_deref() }
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title_en.clone() }
    }

    fn written(&self) -> NewFiling {
        NewFiling {
            kind: self.kind,
            title_en: self.title_en.clone(),
            title_fr: self.title_fr.clone(),
            due_on: self.due_on,
            every_months: self.every_months,
            committee_id: self.committee_id,
            hand: self.hand.clone(),
            details: self.details.clone(),
        }
    }
}

/// A filing as it is written, new or edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = filings, treat_none_as_null = true)]
pub struct NewFiling {
    #[serde(rename = "filing")]
    pub kind: Kind,
    pub title_en: String,
    pub title_fr: String,
    pub due_on: NaiveDate,
    pub every_months: Option<i32>,
    pub committee_id: Option<i64>,
    pub hand: String,
    pub details: String,
}

// ---- reading ----

/// One filing, as a member sees it.
///
/// # Errors
/// `NotFound` when there is none.
pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Filing> {
    store::find(conn, id, member, today)
}

/// Whether somebody reads the calendar by sitting on the board.
pub fn sits(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<bool> {
    member.map_or(Ok(false), |member| store::sits(conn, member, today))
}

// ---- writing ----

fn must_manage(act: &Act<'_>) -> Result<()> {
    if act.viewer.is_none() || act.may(Permission::GovernanceManage) { Ok(()) } else { Err(Error::Forbidden) }
}

fn must_have(act: &mut Act<'_>, committee: Option<i64>, was: Option<i64>) -> Result<()> {
    match committee {
        Some(id) if committee != was && !store::committee_is_open(act.conn, id)? => {
            Err(Error::field("filing_committee", "wrong-choice"))
        }
        _ => Ok(()),
    }
}

/// Writes down what is to be done by a day.
///
/// # Errors
/// `Forbidden` to who does not manage governance; `Invalid` on `filing_committee` where there is no such committee.
pub fn add(act: &mut Act<'_>, new: &NewFiling) -> Result<i64> {
    must_manage(act)?;
    must_have(act, new.committee_id, None)?;
    insert(act, new, None)
}

fn insert(act: &mut Act<'_>, new: &NewFiling, follows: Option<i64>) -> Result<i64> {
    let by = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, new, follows, by)?;
    let subject = Subject { id, name: new.title_en.clone() };
    events::record(act, &slice::FILING_ADDED, &subject, json!({ "after": new }))?;
    Ok(id)
}

/// The usual filings of these kinds, with the days that follow from the rules; what there is already, or has no such day, is left out. How
/// many were added.
pub fn add_usual(act: &mut Act<'_>, kinds: &[Kind]) -> Result<usize> {
    must_manage(act)?;
    store::lock(act.conn)?;
    let today = act.today();
    let offered = calendar::usual(act.conn, today)?;
    let mut added = 0;
    for (one, due_on) in offered.iter().filter_map(|one| Some((one, one.due_on?))) {
        if kinds.contains(&one.kind) {
            let key = one.key();
            let (title_en, title_fr) = (Lang::En.t(&key), Lang::Fr.t(&key));
            let new = NewFiling {
                kind: one.kind,
                title_en,
                title_fr,
                due_on,
                every_months: Some(one.every_months),
                committee_id: None,
                hand: String::new(),
                details: String::new(),
            };
            insert(act, &new, None)?;
            added += 1;
        }
    }
    Ok(added)
}

fn seen(act: &mut Act<'_>, id: i64) -> Result<Filing> {
    let (member, today) = (act.viewer.and_then(|viewer| viewer.member_id), act.today());
    store::lock_one(act.conn, id)?;
    store::find(act.conn, id, member, today)
}

/// Changes a filing. On another day people are reminded again.
///
/// # Errors
/// As for `add`; `Conflict` when it was changed meanwhile, or is done.
pub fn change(act: &mut Act<'_>, id: i64, new: &NewFiling, version: i32) -> Result<()> {
    must_manage(act)?;
    let before = seen(act, id)?;
    if before.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    if before.done_on.is_some() {
        return Err(Error::Conflict("conflict-filing-done"));
    }
    must_have(act, new.committee_id, before.committee_id)?;
    let Some(difference) = difference(&json!(before.written()), &json!(new)) else { return Ok(()) };
    store::update(act.conn, id, new, new.due_on != before.due_on)?;
    let subject = Subject { id, name: new.title_en.clone() };
    events::record(act, &slice::FILING_CHANGED, &subject, difference)?;
    Ok(())
}

/// Takes out one that is not done, and with it those that would come after it.
///
/// # Errors
/// `Forbidden`; `Conflict` when it is done.
pub fn remove(act: &mut Act<'_>, id: i64) -> Result<()> {
    must_manage(act)?;
    let filing = seen(act, id)?;
    if filing.done_on.is_some() {
        return Err(Error::Conflict("conflict-filing-done"));
    }
    store::remove(act.conn, id)?;
    events::record(act, &slice::FILING_REMOVED, &filing.subject(), json!({ "before": filing.written() }))?;
    Ok(())
}

/// Who manages governance, or sits where it is seen to.
fn must_see_to(act: &Act<'_>, filing: &Filing) -> Result<()> {
    if act.viewer.is_none() || filing.mine || act.may(Permission::GovernanceManage) {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}

/// Says that it was done on a day. One that comes again makes the next, with its day: when that is, if it does.
///
/// # Errors
/// `Forbidden`; `Invalid` on `filed_on` for a day to come; `Conflict` when it is done.
pub fn finish(act: &mut Act<'_>, id: i64, on: NaiveDate) -> Result<Option<NaiveDate>> {
    let filing = seen(act, id)?;
    must_see_to(act, &filing)?;
    if filing.done_on.is_some() {
        return Err(Error::Conflict("conflict-filing-done"));
    }
    if on > act.today() {
        return Err(Error::field("filed_on", "wrong-future"));
    }
    let by = act.viewer.map(|viewer| viewer.account_id);
    store::set_done(act.conn, id, Some(on), by)?;
    events::record(act, &slice::FILING_DONE, &filing.subject(), json!({ "after": { "done_on": on } }))?;
    let Some(due_on) = filing.every_months.and_then(|months| rules::next_due(filing.due_on, months)) else {
        return Ok(None);
    };
    insert(act, &NewFiling { due_on, ..filing.written() }, Some(id))?;
    Ok(Some(due_on))
}

/// It was not done after all: the next one goes, as long as nobody changed it.
///
/// # Errors
/// `Forbidden`; `Conflict` when it is open, or when the next one was changed or done.
pub fn reopen(act: &mut Act<'_>, id: i64) -> Result<()> {
    let filing = seen(act, id)?;
    must_see_to(act, &filing)?;
    if filing.done_on.is_none() {
        return Err(Error::Conflict("conflict-filing-open"));
    }
    if let Some(next) = store::next_of(act.conn, id)? {
        let next = seen(act, next)?;
        if next.done_on.is_some() || next.version != 1 {
            return Err(Error::Conflict("conflict-filing-followed"));
        }
        store::remove(act.conn, next.id)?;
        events::record(act, &slice::FILING_REMOVED, &next.subject(), json!({ "before": next.written() }))?;
    }
    store::set_done(act.conn, id, None, None)?;
    let detail = json!({ "before": { "done_on": filing.done_on }, "after": { "done_on": null } });
    events::record(act, &slice::FILING_REOPENED, &filing.subject(), detail)?;
    Ok(())
}

/// The numbers that an annual return asks for, of the days from one to another and as of the last: their words (`annual-`) and how many.
pub fn annual_numbers(conn: &mut PgConnection, from: NaiveDate, day: NaiveDate) -> Result<Vec<(&'static str, i64)>> {
    let numbers = store::annual::numbers(conn, (from, day, day), day)?;
    let movement = crate::members::movement(conn, from.pred_opt().unwrap_or(from), day)?;
    Ok(vec![
        ("members", movement.members),
        ("auxiliaries", numbers.auxiliaries),
        ("joined", movement.joined),
        ("left", movement.gone),
        ("homes", numbers.homes),
        ("lived-in", numbers.lived_in),
        ("empty", numbers.homes - numbers.lived_in),
        ("with-member", numbers.with_member),
        ("shares", numbers.shares),
        ("refunded", numbers.refunded),
        ("directors", numbers.directors.0.len() as i64),
        ("general", numbers.meetings.0.len() as i64),
        ("decisions", numbers.decisions),
    ])
}
