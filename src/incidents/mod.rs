//! Incidents: the register of confidentiality incidents, which the law asks of every organization that holds personal information.
//!
//! What an entry holds is what the Regulation respecting confidentiality incidents (chapter, r. 3.1) names in section 7; it is
//! kept for at least five years after the incident was known (section 8). The register is for those who keep the members'
//! register: it tells of people, so observers do not see it. Events say that an entry was made or changed and by whom, never its words.

pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::visit::Act;
use crate::schema::incidents;

/// What is known of an incident, in the order of section 7.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = incidents, treat_none_as_null = true)]
pub struct Details {
    /// Paragraph 1: the personal information, or why it cannot be described.
    pub information: String,
    /// Paragraph 2.
    pub circumstances: String,
    /// Paragraph 3: the day, or the first of a period; nothing where only `happened_about` is known.
    pub happened_from: Option<NaiveDate>,
    /// The last day of a period.
    pub happened_until: Option<NaiveDate>,
    /// When it was, about, in words.
    pub happened_about: String,
    /// Paragraph 4: the day on which the co-op knew of it.
    pub known_on: NaiveDate,
    /// Paragraph 5: how many people it concerns.
    pub people: i32,
    /// Whether that number is only about right.
    pub people_about: bool,
    /// Paragraph 6: whether there is a risk of serious injury, and what led to think so.
    pub serious_risk: bool,
    pub risk_reasons: String,
    /// Paragraph 7: when notice was given, and public notices with their reason.
    pub commission_told_on: Option<NaiveDate>,
    pub people_told_on: Option<NaiveDate>,
    pub public_notice: String,
    /// Paragraph 8: what was done afterwards to reduce the risk.
    pub measures: String,
}

/// An entry of the register.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = incidents)]
pub struct Incident {
    pub id: i64,
    pub version: i32,
    #[diesel(embed)]
    pub details: Details,
}

/// Fields whose words tell of people: an event only marks that they changed.
const PRIVATE: [&str; 6] =
    ["information", "circumstances", "happened_about", "risk_reasons", "public_notice", "measures"];

fn masked(details: &Details) -> Value {
    let mut value = json!(details);
    for name in PRIVATE {
        if let Some(text) = value.get_mut(name).filter(|text| text.as_str().is_some_and(|text| !text.is_empty())) {
            *text = json!("…");
        }
    }
    value
}

fn subject(id: i64, details: &Details) -> Subject {
    Subject { id, name: details.known_on.to_string() }
}

/// At most `limit` entries, the one known last first, those that come after the entry `after`.
pub fn list(conn: &mut PgConnection, after: Option<(NaiveDate, i64)>, limit: i64) -> Result<Vec<Incident>> {
    store::list(conn, after, limit)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Incident> {
    store::find(conn, id)
}

/// Enters an incident.
pub fn add(act: &mut Act<'_>, details: &Details) -> Result<i64> {
    let id = store::insert(act.conn, details)?;
    events::record(act, &slice::INCIDENT_ADDED, &subject(id, details), json!({ "after": masked(details) }))?;
    Ok(id)
}

/// Changes an entry. `version` is the one that was seen.
///
/// # Errors
/// `Conflict` when somebody else was quicker.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, details: &Details) -> Result<()> {
    let before = store::find(act.conn, id)?;
    let Some(mut told) = difference(&json!(before.details), &json!(details)) else { return Ok(()) };
    for (side, whole) in [("before", masked(&before.details)), ("after", masked(details))] {
        let fields = told.get_mut(side).and_then(Value::as_object_mut).into_iter().flatten();
        for (name, value) in fields.filter(|(name, _)| PRIVATE.contains(&name.as_str())) {
            *value = whole[name].clone();
        }
    }
    if before.version != version || !store::update(act.conn, id, version, details)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    events::record(act, &slice::INCIDENT_CHANGED, &subject(id, details), told)?;
    Ok(())
}

/// Takes an entry out that was kept as long as the law asks.
///
/// # Errors
/// `Conflict` before that day.
pub fn remove(act: &mut Act<'_>, id: i64) -> Result<()> {
    let incident = store::find(act.conn, id)?;
    if !rules::may_go(incident.details.known_on, act.today()) {
        return Err(Error::Conflict("conflict-incident-kept"));
    }
    store::remove(act.conn, id)?;
    let detail = json!({ "after": { "known_on": incident.details.known_on } });
    events::record(act, &slice::INCIDENT_REMOVED, &subject(id, &incident.details), detail)?;
    Ok(())
}
