//! The co-op: its names, whom to call, and its rule profile, which holds everything that law or by-laws decide.
//!
//! A preset fills the profile with what is usual in a province. It is a starting point that the co-op confirms against its
//! own by-laws, never legal advice, and the pages say so.

pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

pub use rules::{Preset, QuorumOf, RuleProfile, Transfers, VoteOf};
pub use store::SetBy;

use crate::accounts::{self, Invitation};
use crate::platform::db::CoopId;
use crate::platform::error::Result;
use crate::platform::events::{self, Subject, difference};
use crate::platform::state::AppState;
use crate::platform::visit::Act;
use crate::schema::coops;

/// What an admin may change about the co-op.
#[derive(Debug, Clone, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = coops)]
pub struct Details {
    pub name_en: String,
    pub name_fr: String,
    pub default_language: String,
    pub time_zone: String,
    /// The hours of the co-op's clocks between which reminders are sent.
    pub reminders_from: i32,
    pub reminders_until: i32,
    pub contact_name: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub public_pages: bool,
}

/// Who answers for personal information: named, with where to write to. Shown to everybody (Act respecting the protection of
/// personal information in the private sector, section 3.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = coops)]
pub struct PersonInCharge {
    pub privacy_name: String,
    pub privacy_title: String,
    /// An e-mail address or a postal one.
    pub privacy_address: String,
}

impl PersonInCharge {
    pub fn is_named(&self) -> bool {
        !self.privacy_name.is_empty()
    }

    /// Whether the address is one for mail programs.
    pub fn is_mail(&self) -> bool {
        self.privacy_address.contains('@') && !self.privacy_address.contains([' ', '<', ','])
    }
}

/// Sets a co-op up: its row, its rules, its first admin, and the host name it answers to where there are several.
///
/// `conn` is in a transaction and set to no co-op; from here on it is set to the new one.
pub fn found(
    conn: &mut PgConnection,
    state: &AppState,
    details: &Details,
    preset: Preset,
    demo: bool,
) -> Result<CoopId> {
    let id = store::begin(conn)?;
    store::insert(conn, id, details, demo)?;
    store::insert_rules(conn, &RuleProfile::of(preset))?;
    let coop = accounts::coop(conn)?;
    let mut act = Act::by_itself(conn, &coop, state);
    let subject = Subject { id: id.0, name: details.name_en.clone() };
    events::record(&mut act, &slice::COOP_FOUNDED, &subject, json!({ "after": { "preset": preset.word() } }))?;
    Ok(id)
}

/// Gives the new co-op its first admin, who has a password from the start.
pub fn first_admin(act: &mut Act<'_>, invitation: &Invitation, password_hash: &str) -> Result<accounts::Account> {
    accounts::open(act, invitation, Some(password_hash))
}

/// The host names that a co-op answers to.
pub fn hosts(conn: &mut PgConnection) -> Result<Vec<String>> {
    store::hosts(conn)
}

/// Makes the co-op answer to these host names and no others.
///
/// # Errors
/// `Conflict` when another co-op answers to one of them.
pub fn answer_to(act: &mut Act<'_>, hosts: &[String]) -> Result<()> {
    let mut hosts: Vec<String> = hosts.iter().map(|host| host.to_lowercase()).collect();
    hosts.sort();
    hosts.dedup();
    let before = store::hosts(act.conn)?;
    if let Some(difference) = difference(&json!({ "hosts": before }), &json!({ "hosts": hosts })) {
        store::put_hosts(act.conn, &hosts)?;
        events::record_of_coop(act, &slice::COOP_CHANGED, difference)?;
    }
    Ok(())
}

/// Every co-op of this server: id, English name, whether it is a demo.
pub fn all(conn: &mut PgConnection) -> Result<Vec<(CoopId, String, bool)>> {
    store::all(conn)
}

pub fn details(conn: &mut PgConnection) -> Result<Details> {
    store::details(conn)
}

pub fn rule_profile(conn: &mut PgConnection) -> Result<RuleProfile> {
    store::rules(conn)
}

/// Who set each rule last, and when.
pub fn rules_set_by(conn: &mut PgConnection) -> Result<Vec<SetBy>> {
    store::rules_set_by(conn, slice::RULES_CHANGED.word)
}

/// Changes names, contact, time zone or what the public sees.
pub fn change(act: &mut Act<'_>, details: &Details) -> Result<()> {
    let before = json!(store::details(act.conn)?);
    if let Some(difference) = difference(&before, &json!(details)) {
        store::update(act.conn, details)?;
        events::record_of_coop(act, &slice::COOP_CHANGED, difference)?;
    }
    Ok(())
}

/// Changes the rule profile. Votes that are open keep the rule they opened with.
pub fn change_rules(act: &mut Act<'_>, rules: &RuleProfile) -> Result<()> {
    let before = json!(store::rules(act.conn)?);
    if let Some(difference) = difference(&before, &json!(rules)) {
        store::update_rules(act.conn, rules)?;
        events::record_of_coop(act, &slice::RULES_CHANGED, difference)?;
    }
    Ok(())
}

pub fn person_in_charge(conn: &mut PgConnection) -> Result<PersonInCharge> {
    store::person_in_charge(conn)
}

/// Names who answers for personal information.
pub fn put_in_charge(act: &mut Act<'_>, person: &PersonInCharge) -> Result<()> {
    let before = json!(store::person_in_charge(act.conn)?);
    if let Some(difference) = difference(&before, &json!(person)) {
        store::put_in_charge(act.conn, person)?;
        events::record_of_coop(act, &slice::COOP_PERSON_IN_CHARGE_NAMED, difference)?;
    }
    Ok(())
}

/// Two set-up forms sent at once: the second waits for the first.
pub fn one_set_up_at_a_time(conn: &mut PgConnection) -> Result<()> {
    store::lock_set_up(conn)
}
