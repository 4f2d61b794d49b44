//! What the register says of a member: the office's side of it and the member's own.
//!
//! An event tells that a contact was changed and, as before, an e-mail and a first phone; further phones, an emergency contact
//! and notes are only marked in it, because events cannot be taken back.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::rules::statuses;
use super::slice;
use super::{NewMember, ledger, record, store};
use crate::accounts;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::visit::Act;

/// What the register cannot do without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = crate::schema::members, treat_none_as_null = true)]
pub struct Details {
    pub number: String,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    /// The one that is shown first.
    pub phone: Option<String>,
    pub language: String,
    pub joined_on: NaiveDate,
}

/// What members may add about themselves. Nothing of it is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = crate::schema::members)]
pub struct About {
    /// Stands in the place of the given name, everywhere but in the register itself.
    pub preferred_name: String,
    pub pronoun: String,
    /// What the first phone is: mobile, work.
    pub phone_label: String,
    pub skills: String,
    pub emergency_contact: String,
}

/// A phone after the first one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    pub label: String,
    pub number: String,
}

/// Everything that the office may change of a member in one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    pub details: Details,
    pub about: About,
    /// For those who keep the register.
    pub notes: String,
    pub more_phones: Vec<Phone>,
}

impl Whole {
    /// The phones, the one that is shown first in front.
    pub fn phones(&self) -> Vec<Phone> {
        let first = self.details.phone.clone().map(|number| Phone { label: self.about.phone_label.clone(), number });
        first.into_iter().chain(self.more_phones.clone()).collect()
    }
}

/// How members are reached, and who sees which field: `nobody`, `committees` or `members`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = crate::schema::members, treat_none_as_null = true)]
pub struct OwnDetails {
    pub phone: Option<String>,
    pub language: String,
    pub email_seen_by: String,
    pub phone_seen_by: String,
    pub pronoun_seen_by: String,
    pub skills_seen_by: String,
}

/// Everything that members may change of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    pub details: OwnDetails,
    pub about: About,
    pub more_phones: Vec<Phone>,
}

/// Stands for a value that an event does not repeat.
const UNSAID: &str = "…";

impl About {
    /// Field, value, and whether an event may repeat it.
    fn fields(&self) -> [(&'static str, &str, bool); 5] {
        [
            ("preferred_name", &self.preferred_name, true),
            ("pronoun", &self.pronoun, false),
            ("phone_label", &self.phone_label, false),
            ("skills", &self.skills, false),
            ("emergency_contact", &self.emergency_contact, false),
        ]
    }
}

/// Adds what differs in free fields to the difference of the others.
fn told(difference: Option<Value>, pairs: impl Iterator<Item = (&'static str, String, String, bool)>) -> Option<Value> {
    let mut before = Map::new();
    let mut after = Map::new();
    for (name, old, new, said) in pairs.filter(|(_, old, new, _)| old != new) {
        let side = |value: String| match value {
            empty if empty.is_empty() => Value::Null,
            _ if !said => UNSAID.into(),
            value => value.into(),
        };
        before.insert(name.to_owned(), side(old));
        after.insert(name.to_owned(), side(new));
    }
    let mut whole = match difference {
        None if before.is_empty() => return None,
        None => json!({ "before": {}, "after": {} }),
        Some(difference) => difference,
    };
    for (side, fields) in [("before", before), ("after", after)] {
        if let Some(known) = whole.get_mut(side).and_then(Value::as_object_mut) {
            known.extend(fields);
        }
    }
    Some(whole)
}

fn pairs<'a>(before: &'a About, after: &'a About) -> impl Iterator<Item = (&'static str, String, String, bool)> + 'a {
    before
        .fields()
        .into_iter()
        .zip(after.fields())
        .map(|((name, old, said), (_, new, _))| (name, old.to_owned(), new.to_owned(), said))
}

fn phones_pair(before: &[Phone], after: &[Phone]) -> (&'static str, String, String, bool) {
    let text = |phones: &[Phone]| phones.iter().map(|phone| format!("{}\n{}\n", phone.label, phone.number)).collect();
    ("more_phones", text(before), text(after), false)
}

/// What differs between what the register said of somebody and what it says, as an event tells it.
pub fn told_between(before: &Whole, after: &Whole) -> Option<Value> {
    let others = pairs(&before.about, &after.about)
        .chain([("notes", before.notes.clone(), after.notes.clone(), false)])
        .chain([phones_pair(&before.more_phones, &after.more_phones)]);
    told(difference(&json!(before.details), &json!(after.details)), others)
}

// ---- adding ----

/// Puts somebody into the register.
///
/// # Errors
/// `Invalid` on `number` when another member has it.
pub fn add(act: &mut Act<'_>, new: &NewMember) -> Result<i64> {
    add_who_left(act, new, None)
}

/// The same for somebody who is a former member since a day, where that is known.
///
/// # Errors
/// Also `Invalid` on `left_on` when it is not after the day of joining.
pub fn add_who_left(act: &mut Act<'_>, new: &NewMember, left_on: Option<NaiveDate>) -> Result<i64> {
    if left_on.is_some_and(|day| day <= new.joined_on) {
        return Err(Error::field("left_on", "member-left-too-early"));
    }
    let number = if new.number.is_empty() { store::next_number(act.conn)? } else { new.number.clone() };
    if store::number_is_taken(act.conn, &number, None)? {
        return Err(Error::field("number", "member-number-taken"));
    }
    let id = store::insert(act.conn, new, &number)?;
    let ledger = ledger::begin(act, id, new, left_on)?;
    events::record(act, &slice::MEMBER_ADDED, &subject(id, new), added(new, &number, &ledger))?;
    Ok(id)
}

/// Puts many people into the register at once, for an import, which checked their numbers.
pub fn add_all(act: &mut Act<'_>, new: &[NewMember]) -> Result<Vec<i64>> {
    let first: i64 = store::next_number(act.conn)?.parse().map_err(anyhow::Error::new)?;
    let given =
        new.iter().filter_map(|member| member.number.parse::<i64>().ok()).filter(|number| *number < 999_999_999);
    let next = first.max(given.max().map_or(0, |number| number + 1));
    let mut numbered = new.to_vec();
    for (number, member) in (next..).zip(numbered.iter_mut().filter(|member| member.number.is_empty())) {
        member.number = number.to_string();
    }
    let account = act.viewer.map(|viewer| viewer.account_id);
    let (limits, today) = (store::limits(act.conn)?, act.today());
    let ids = store::insert_all(act.conn, &numbered, account, (act.now, today), &limits)?;
    let told = numbered.iter().zip(&ids).map(|(new, id)| {
        let ledger = statuses::begin(new.status, new.joined_on, today, None, &limits);
        (subject(*id, new), added(new, &new.number, &ledger::told(&ledger)))
    });
    events::record_all(act, &slice::MEMBER_ADDED, told.collect())?;
    Ok(ids)
}

/// Of these people nobody knows when they joined: the day that was entered is the first on which the register has them.
pub fn joined_unknown(act: &mut Act<'_>, ids: &[i64]) -> Result<()> {
    store::set_joined_known(act.conn, ids, false)
}

fn subject(id: i64, new: &NewMember) -> Subject {
    Subject { id, name: format!("{} {}", new.given_name, new.family_name).trim().to_owned() }
}

/// Somebody new, as an event tells it.
fn added(new: &NewMember, number: &str, ledger: &Value) -> Value {
    let after = json!({ "number": number, "joined_on": new.joined_on, "status": new.status.word() });
    json!({ "after": after, "ledger": ledger })
}

/// Phones beside the first one of somebody who is new, for an import.
pub fn give_phones(act: &mut Act<'_>, id: i64, numbers: &[String]) -> Result<()> {
    let phone = |number: &String| Phone { label: String::new(), number: number.clone() };
    store::put_phones(act.conn, id, &numbers.iter().map(phone).collect::<Vec<_>>())
}

// ---- changing ----

/// Changes what an import knows of a member. `version` is the one that was seen.
///
/// # Errors
/// `Conflict` when somebody else was quicker; `Invalid` on `number` when another member has it, on `joined_on` when a later
/// status began before it.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, details: &Details) -> Result<()> {
    let (mut whole, _) = store::whole(act.conn, id)?;
    whole.details = details.clone();
    change_whole(act, id, version, &whole)
}

/// Everything the office may change of a member, and the version it stands at.
pub fn whole(conn: &mut PgConnection, id: i64) -> Result<(Whole, i32)> {
    store::whole(conn, id)
}

/// Changes what the office may change of a member. `version` is the one that was seen. With the e-mail the address changes by which
/// their account signs in.
///
/// # Errors
/// As for `change`.
pub fn change_whole(act: &mut Act<'_>, id: i64, version: i32, after: &Whole) -> Result<()> {
    let (before, current) = store::whole(act.conn, id)?;
    if store::number_is_taken(act.conn, &after.details.number, Some(id))? {
        return Err(Error::field("number", "member-number-taken"));
    }
    let (was, joined, today) = (before.details.joined_on, after.details.joined_on, act.today());
    let moved = was != joined;
    if joined > was && (store::was_here_before(act.conn, id, joined)? || (was <= today && joined > today)) {
        return Err(Error::field("joined_on", "member-joined-after"));
    }
    if moved && !store::move_first_status(act.conn, id, was, joined)? {
        return Err(Error::field("joined_on", "member-joined-too-late"));
    }
    let Some(mut detail) = told_between(&before, after) else { return Ok(()) };
    let moves = before.details.email != after.details.email;
    let held = if moves { accounts::address::let_go(act, id)? } else { None };
    if version != current || !store::update(act.conn, id, version, after)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    if let Some(account) = held {
        accounts::address::moved(act, &account)?;
    }
    if moved {
        store::set_joined_known(act.conn, &[id], true)?;
        detail["ledger"] = ledger::told_of(act.conn, id)?; // after the update, which waits for who changes it
    }
    if before.more_phones != after.more_phones {
        store::put_phones(act.conn, id, &after.more_phones)?;
    }
    record(act, &slice::MEMBER_CHANGED, id, detail)
}

/// Everything that members may change of themselves.
pub fn own(conn: &mut PgConnection, id: i64) -> Result<Own> {
    store::own(conn, id)
}

/// Gives a member the e-mail that they confirmed.
pub fn set_email(act: &mut Act<'_>, id: i64, email: &str) -> Result<()> {
    let before = store::contact(act.conn, id)?.email;
    store::set_email(act.conn, id, email)?;
    record(act, &slice::MEMBER_CHANGED, id, json!({ "before": { "email": before }, "after": { "email": email } }))
}

/// Changes what members say of themselves, and who sees it. Their e-mail is another matter: they confirm it (`accounts::address`).
pub fn change_own(act: &mut Act<'_>, after: &Own) -> Result<()> {
    let id = act.member_id()?;
    let before = store::own(act.conn, id)?;
    let others = pairs(&before.about, &after.about).chain([phones_pair(&before.more_phones, &after.more_phones)]);
    let Some(detail) = told(difference(&json!(before.details), &json!(after.details)), others) else { return Ok(()) };
    store::update_own(act.conn, id, after)?;
    if before.more_phones != after.more_phones {
        store::put_phones(act.conn, id, &after.more_phones)?;
    }
    record(act, &slice::MEMBER_CHANGED, id, detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_marks_what_is_private_and_repeats_what_is_not() {
        let before = About { skills: "bread".to_owned(), ..About::default() };
        let after =
            About { preferred_name: "Zo".to_owned(), emergency_contact: "Ann 819".to_owned(), ..About::default() };
        let detail = told(None, pairs(&before, &after)).expect("a change");
        let expected = json!({
            "before": { "preferred_name": null, "skills": "…", "emergency_contact": null },
            "after": { "preferred_name": "Zo", "skills": null, "emergency_contact": "…" },
        });
        assert_eq!(detail, expected);
        assert_eq!(told(None, pairs(&after, &after)), None);
    }
}
