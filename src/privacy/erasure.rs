//! Erasing a former member: the person goes from every table, the counts stay.
//!
//! Statuses, homes, seats, ballots, scores and shares keep their rows under a number that says nothing. In the events, names and
//! private values give way to that number; each event so rewritten is sealed anew in the event of the erasing, so that the chain
//! still tells a change from an erasure. What is done with which table, and what stands in the way, the slices declare.

use chrono::{Months, NaiveDate};
use diesel::prelude::*;
use serde_json::{Map, Value, json};

use super::store::{self, Traces};
use super::{Person, slice};
use crate::members::{self, Status};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event, EventKind, Rewritten, Subject};
use crate::platform::slice::{Slices, event_kind};
use crate::platform::visit::Act;
use crate::{accounts, coops};

/// What will happen, before it does.
#[derive(Debug)]
pub struct Outlook {
    pub name: String,
    /// What will stand where the name stood.
    pub sign: String,
    /// Nothing while they are no former member.
    pub retention: Option<Retention>,
    pub traces: Traces,
}

/// How long what is known of a former member is kept.
#[derive(Debug, Clone, Copy)]
pub struct Retention {
    pub left_on: NaiveDate,
    /// The day on which it may be erased without the person asking for it.
    pub until: NaiveDate,
}

impl Retention {
    fn of(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<Option<Self>> {
        let months = Months::new(coops::rule_profile(conn)?.retention_months.unsigned_abs());
        let latest = members::statuses(conn, member)?.into_iter().find(|step| step.since <= today);
        let left = latest.filter(|step| step.status == Status::Former.word()).map(|step| step.since);
        Ok(left.map(|left_on| Self { left_on, until: left_on.checked_add_months(months).unwrap_or(NaiveDate::MAX) }))
    }

    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.until <= today
    }
}

/// What erasing this member would touch.
pub fn outlook(conn: &mut PgConnection, slices: Slices, member: i64, today: NaiveDate) -> Result<Outlook> {
    let name = members::name(conn, member)?;
    let retention = Retention::of(conn, member, today)?;
    let person = Person::find(conn, slices, member)?;
    Ok(Outlook { name, retention, traces: store::traces(conn, slices, &person)?, sign: person.sign })
}

/// Erases a former member. `asked`: they asked for it themselves, which need not wait for the retention time.
///
/// # Errors
/// `Conflict` when they are no former member, when the retention time is not over and nobody asked, or when a slice says that
/// something else is to be done first.
pub fn erase(act: &mut Act<'_>, member: i64, asked: bool) -> Result<()> {
    let today = act.today();
    let retention = Retention::of(act.conn, member, today)?.ok_or(Error::Conflict("conflict-erase-not-former"))?;
    if !asked && !retention.is_over(today) {
        return Err(Error::Conflict("conflict-erase-too-early"));
    }
    events::chain(act.conn)?;
    // Whoever was entered twice is gone under every entry. The one that is shown goes last: while another one has the same name, that
    // would not be theirs alone.
    let mut entries = members::merging::entries(act.conn, member)?;
    entries.sort_by_key(|entry| *entry == member);
    entries.into_iter().try_for_each(|entry| erase_entry(act, entry, asked))
}

fn erase_entry(act: &mut Act<'_>, member: i64, asked: bool) -> Result<()> {
    let slices = act.state.slices;
    let person = members::merging::with_all_entries(act.conn, |conn| Person::find(conn, slices, member))?;
    for obstacle in slices.iter().flat_map(|slice| slice.obstacles) {
        if store::holds(act.conn, &person, obstacle.when)? {
            return Err(Error::Conflict(obstacle.words));
        }
    }
    let sealed = rewrite_events(act, &person)?;
    members::merging::with_all_entries(act.conn, |conn| store::erase(conn, slices, &person))?;
    if let Some(account) = person.account {
        events::signal_ended(act.conn, account)?;
    }
    let subject = Subject { id: member, name: person.sign };
    events::record(act, &slice::MEMBER_ERASED, &subject, json!({ "after": { "asked": asked }, "sealed": sealed }))?;
    Ok(())
}

// ---- events ----

/// Takes the person out of all events, and gives the seals of those that changed.
fn rewrite_events(act: &mut Act<'_>, person: &Person) -> Result<Value> {
    let slices = act.state.slices;
    let (mut sealed, mut last) = (Map::new(), 0);
    loop {
        let ids = store::sealed(act.conn, slices, person, last)?;
        let Some(id) = ids.last() else { return Ok(sealed.into()) };
        last = *id;
        let found = events::some(act.conn, &ids)?;
        let rewritten: Vec<Rewritten> =
            found.iter().filter_map(|event| without(event, event_kind(slices, &event.kind), person)).collect();
        if let Value::Object(seals) = events::rewrite(act.conn, &rewritten)? {
            sealed.extend(seals);
        }
    }
}

/// The event without the person; nothing where it is the same.
fn without(event: &Event, kind: Option<&EventKind>, person: &Person) -> Option<Rewritten> {
    let is = |word: &str, id: Option<i64>| event.subject_kind == word && id.is_some() && event.subject_id == id;
    let about =
        is(members::slice::MEMBER.word, Some(person.member)) || is(accounts::slice::ACCOUNT.word, person.account);
    let by = person.account.is_some() && event.actor_id == person.account;
    let another = kind.is_some_and(|kind| kind.subject.is_person); // whose name is theirs to keep
    let new = Rewritten {
        id: event.id,
        actor_name: if by { person.sign.clone() } else { event.actor_name.clone() },
        subject_name: match (about, another) {
            (true, _) => person.sign.clone(),
            (false, true) => event.subject_name.clone(),
            (false, false) => replaced(&event.subject_name, person),
        },
        detail: if about { impersonal(&event.detail, kind) } else { scrubbed(&event.detail, kind, person) },
    };
    let same =
        new.actor_name == event.actor_name && new.subject_name == event.subject_name && new.detail == event.detail;
    (!same).then_some(new)
}

fn replaced(text: &str, person: &Person) -> String {
    person.words.iter().fold(text.to_owned(), |text, word| text.replace(word.as_str(), &person.sign))
}

fn is_impersonal(kind: Option<&EventKind>, name: &str) -> bool {
    kind.and_then(|kind| kind.field(name)).is_some_and(|field| field.impersonal)
}

/// A detail with the person's words replaced wherever they can stand.
fn scrubbed(value: &Value, kind: Option<&EventKind>, person: &Person) -> Value {
    match value {
        Value::String(text) => replaced(text, person).into(),
        Value::Array(items) => items.iter().map(|item| scrubbed(item, kind, person)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                // A seal that held the letters of a name would be none any more.
                let value = if is_impersonal(kind, name) { value.clone() } else { scrubbed(value, kind, person) };
                (name.clone(), value)
            })
            .collect(),
        other => other.clone(),
    }
}

/// A detail about the person: what its kind declares to be impersonal keeps its value, the rest keeps its name.
fn impersonal(value: &Value, kind: Option<&EventKind>) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| match value {
                _ if is_impersonal(kind, name) => (name.clone(), value.clone()),
                Value::Object(_) => (name.clone(), impersonal(value, kind)),
                Value::String(_) | Value::Array(_) => (name.clone(), Value::String("…".to_owned())),
                other => (name.clone(), other.clone()),
            })
            .collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::slice::{MEMBER_CHANGED, MEMBER_STATUS_CHANGED};

    #[test]
    fn what_is_about_the_person_keeps_only_what_says_nothing_of_them() {
        let detail = json!({
            "before": { "email": "a@b.ca", "status": "member", "number": "1042" },
            "after": { "email": null, "status": "former", "from": "2020-01-01", "phones": ["819"], "quorum": 3 },
        });
        let expected = json!({
            "before": { "email": "…", "status": "member", "number": "…" },
            "after": { "email": null, "status": "former", "from": "2020-01-01", "phones": "…", "quorum": 3 },
        });
        assert_eq!(impersonal(&detail, Some(&MEMBER_STATUS_CHANGED)), expected);
    }

    #[test]
    fn what_no_kind_declares_counts_as_personal() {
        let detail = json!({ "after": { "language": "fr", "status": "former" } });
        let of = |kind| impersonal(&detail, kind);
        assert_eq!(of(Some(&MEMBER_CHANGED)), json!({ "after": { "language": "fr", "status": "…" } }));
        assert_eq!(of(None), json!({ "after": { "language": "…", "status": "…" } }));
    }

    #[test]
    fn other_texts_lose_the_name_and_nothing_else() {
        let person = Person { words: vec!["Zoé Côté".to_owned()], ..Person::nameless(7, None) };
        let detail = json!({ "after": { "title": "Call Zoé Côté", "who": ["Zoé Côté", "Ian"], "hours": 2 } });
        let expected = json!({ "after": { "title": "Call № 7", "who": ["№ 7", "Ian"], "hours": 2 } });
        assert_eq!(scrubbed(&detail, None, &person), expected);
        let sealed = json!({ "seals": { "roll": "12ab" }, "title_en": "12ab" });
        let short = Person { words: vec!["2a".to_owned()], ..Person::nameless(7, None) };
        let expected = json!({ "seals": { "roll": "12ab" }, "title_en": "1№ 7b" });
        assert_eq!(scrubbed(&sealed, Some(&crate::polls::slice::POLL_CLOSED), &short), expected);
    }
}
