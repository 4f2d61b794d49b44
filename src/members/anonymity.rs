//! Erasing a former member: the person goes from every table, the counts stay.
//!
//! Statuses, homes, seats, ballots, scores and shares keep their rows under a number that says nothing. In the events, names and
//! private values give way to that number; each event so rewritten is sealed anew in the event of the erasing, so that the chain
//! still tells a change from an erasure. What people wrote in the text of a proposal stays: it was decided.

use chrono::{Months, NaiveDate};
use diesel::prelude::*;
use serde_json::{Map, Value, json};

use super::{Status, record, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event, Rewritten};
use crate::platform::visit::Act;

pub use store::erasing::{Due, Traces};

/// What stands where a name stood.
pub fn sign(member: i64) -> String {
    format!("№ {member}")
}

/// What will happen, before it does.
#[derive(Debug)]
pub struct Outlook {
    pub name: String,
    /// Since when they are gone; nothing while they are not.
    pub left_on: Option<NaiveDate>,
    /// Until when the rules keep what is known.
    pub kept_until: Option<NaiveDate>,
    pub traces: Traces,
}

impl Outlook {
    /// Whether it may be done without the person asking for it.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.kept_until.is_some_and(|until| until <= today)
    }
}

/// Former members whose retention time is over and who were not erased, those who left first in front.
pub fn due(conn: &mut PgConnection, today: NaiveDate, limit: i64) -> Result<Vec<Due>> {
    store::erasing::due(conn, today, limit)
}

/// What erasing this member would touch.
pub fn outlook(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<Outlook> {
    let name = store::names(conn, &[member])?.remove(&member).ok_or(Error::NotFound)?;
    let limits = store::limits(conn)?;
    let left_on = store::statuses(conn, member)?
        .into_iter()
        .find(|step| step.since <= today)
        .filter(|step| step.status == Status::Former.word())
        .map(|step| step.since);
    let months = Months::new(limits.retention_months.unsigned_abs());
    let kept_until = left_on.and_then(|day| day.checked_add_months(months));
    let needles = needles(&store::erasing::identity(conn, member)?);
    let traces = store::erasing::traces(conn, member, &needles)?;
    Ok(Outlook { name, left_on, kept_until, traces })
}

/// Erases a former member. `asked`: they asked for it themselves, which need not wait for the retention time.
///
/// # Errors
/// `Conflict` when they are no former member, when the retention time is not over and nobody asked, when they are the only
/// admin, or named as the co-op's contact.
pub fn erase(act: &mut Act<'_>, member: i64, asked: bool) -> Result<()> {
    let today = act.today();
    let outlook = outlook(act.conn, member, today)?;
    if outlook.left_on.is_none() {
        return Err(Error::Conflict("conflict-erase-not-former"));
    }
    if !asked && !outlook.is_due(today) {
        return Err(Error::Conflict("conflict-erase-too-early"));
    }
    if outlook.traces.only_admin {
        return Err(Error::Conflict("conflict-last-admin"));
    }
    if outlook.traces.is_contact {
        return Err(Error::Conflict("conflict-erase-contact"));
    }
    let identity = store::erasing::identity(act.conn, member)?;
    let needles = needles(&identity);
    let sign = sign(member);
    events::chain(act.conn)?;
    let found = store::erasing::events_about(act.conn, member, &needles)?;
    let rewritten: Vec<Rewritten> =
        found.iter().filter_map(|event| without(event, member, identity.account, &needles, &sign)).collect();
    let sealed = events::rewrite(act.conn, &rewritten)?;
    store::erasing::erase(act.conn, member, &sign, &needles, &identity)?;
    record(act, &slice::MEMBER_ERASED, member, json!({ "after": { "asked": asked }, "sealed": sealed }))
}

/// Everything by which the person could be found in a text: longest first, so that no half is left.
fn needles(identity: &store::erasing::Identity) -> Vec<String> {
    let mut all: Vec<String> = identity.words.iter().map(|word| word.trim().to_owned()).collect();
    all.retain(|word| word.chars().count() >= 5);
    all.sort_by_key(|word| std::cmp::Reverse(word.len()));
    all.dedup();
    all
}

/// Fields of an event about the person that say nothing of who it is.
const PLAIN: [&str; 17] = [
    "status",
    "from",
    "until",
    "on",
    "joined_on",
    "role",
    "expires_on",
    "way",
    "language",
    "email_seen_by",
    "phone_seen_by",
    "pronoun_seen_by",
    "skills_seen_by",
    "photo_seen_by",
    "share_kind",
    "asked",
    "sealed",
];

/// The event without the person; nothing where it is the same.
fn without(event: &Event, member: i64, account: Option<i64>, needles: &[String], sign: &str) -> Option<Rewritten> {
    let about = (event.subject_kind == "member" && event.subject_id == Some(member))
        || (event.subject_kind == "account" && account.is_some() && event.subject_id == account);
    let by = account.is_some() && event.actor_id == account;
    let another = matches!(event.subject_kind.as_str(), "member" | "account"); // whose name is theirs to keep
    let new = Rewritten {
        id: event.id,
        actor_name: if by { sign.to_owned() } else { event.actor_name.clone() },
        subject_name: match (about, another) {
            (true, _) => sign.to_owned(),
            (false, true) => event.subject_name.clone(),
            (false, false) => replaced(&event.subject_name, needles, sign),
        },
        detail: if about { plain(&event.detail) } else { scrubbed(&event.detail, needles, sign) },
    };
    let same =
        new.actor_name == event.actor_name && new.subject_name == event.subject_name && new.detail == event.detail;
    (!same).then_some(new)
}

fn replaced(text: &str, needles: &[String], sign: &str) -> String {
    needles.iter().fold(text.to_owned(), |text, needle| text.replace(needle.as_str(), sign))
}

/// A detail with the person's words replaced wherever they stand.
fn scrubbed(value: &Value, needles: &[String], sign: &str) -> Value {
    match value {
        Value::String(text) => replaced(text, needles, sign).into(),
        Value::Array(items) => items.iter().map(|item| scrubbed(item, needles, sign)).collect(),
        Value::Object(fields) => {
            let all: Map<String, Value> =
                fields.iter().map(|(name, value)| (name.clone(), scrubbed(value, needles, sign))).collect();
            all.into()
        }
        other => other.clone(),
    }
}

/// A detail about the person: only what is plain keeps its value, the rest keeps its name.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| match value {
                _ if PLAIN.contains(&name.as_str()) => (name.clone(), value.clone()),
                Value::Object(_) => (name.clone(), plain(value)),
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
        assert_eq!(plain(&detail), expected);
    }

    #[test]
    fn other_texts_lose_the_name_and_nothing_else() {
        let needles = ["Zoé Côté".to_owned()];
        let detail = json!({ "after": { "title": "Call Zoé Côté", "who": ["Zoé Côté", "Ian"], "hours": 2 } });
        let expected = json!({ "after": { "title": "Call № 7", "who": ["№ 7", "Ian"], "hours": 2 } });
        assert_eq!(scrubbed(&detail, &needles, &sign(7)), expected);
    }
}
