//! Events: everything that happens, once, in the transaction in which it happened.
//!
//! An event has readers that the verb does not know: the log, the notices, the live pages. The rows are append-only by grant
//! and by trigger. What an event of a kind holds is declared (`catalogue`); its place among all others it gets afterwards (`chain`).

mod catalogue;
mod chain;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

pub use catalogue::{COOP, EVERY, EventKind, Field, Sight, SubjectKind, Told, fields, fields_of};
pub use chain::{Broken, Link, Mark, Rewritten, chain, rewrite, verify};

use super::act::Act;
use super::error::Result;
use crate::schema::events;

/// What an event is about.
#[derive(Debug, Clone)]
pub struct Subject {
    pub id: i64,
    /// Its name on that day, so that the trail can be read after it was renamed.
    pub name: String,
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = events)]
pub struct Event {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub actor_id: Option<i64>,
    pub actor_name: String,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: Option<i64>,
    pub subject_name: String,
    pub detail: Value,
    /// The first event of the same act, if this is not it.
    pub part_of: Option<i64>,
    pub position: Option<i64>,
    /// The digest of what its hash covers beside what it is of and what it seals.
    pub rest: Option<Vec<u8>>,
    pub hash: Option<Vec<u8>>,
    /// Random, hashed with the rest, forgotten when the event is rewritten. Events of the first versions have none.
    pub salt: Option<Vec<u8>>,
}

impl Event {
    pub fn is(&self, kind: &EventKind) -> bool {
        self.kind == kind.word
    }
}

/// Events that one statement inserts, well below the protocol's limit of parameters.
const BATCH: usize = 1_000;

/// The columns of an event that is recorded.
macro_rules! row {
    ($act:expr, $kind:expr, $subject:expr, $detail:expr) => {
        (
            events::at.eq($act.now),
            events::actor_id.eq($act.viewer.map(|viewer| viewer.account_id)),
            events::actor_name.eq($act.viewer.map_or("theCooperator", |viewer| viewer.name.as_str())),
            events::kind.eq($kind.word),
            events::subject_kind.eq($kind.subject.word),
            events::subject_id.eq($subject.id),
            events::subject_name.eq(&$subject.name),
            events::detail.eq($detail),
            events::part_of.eq($act.first_event()),
        )
    };
}

/// Records that something happened to `subject`. `detail` may hold `before` and `after`; never a secret, never a ballot. Where
/// somebody of the office acts for a member, both are named: the actor, and on whose behalf.
pub fn record(act: &mut Act<'_>, kind: &'static EventKind, subject: &Subject, detail: Value) -> Result<i64> {
    let detail = checked(act, kind, detail);
    let id: i64 = diesel::insert_into(events::table)
        .values(row!(act, kind, subject, detail))
        .returning(events::id)
        .get_result(act.conn)?;
    act.has_recorded(id);
    Ok(id)
}

/// Records that the same happened to many, in a few statements.
pub fn record_all(act: &mut Act<'_>, kind: &'static EventKind, all: Vec<(Subject, Value)>) -> Result<()> {
    let mut all = all.into_iter();
    let Some((first, detail)) = all.next() else { return Ok(()) };
    record(act, kind, &first, detail)?;
    let rest: Vec<_> = all.map(|(subject, detail)| (subject, checked(act, kind, detail))).collect();
    for some in rest.chunks(BATCH) {
        let rows: Vec<_> = some.iter().map(|(subject, detail)| row!(act, kind, subject, detail)).collect();
        diesel::insert_into(events::table).values(rows).execute(act.conn)?;
    }
    Ok(())
}

/// The detail, which must be of its kind, with whom the actor stood in for.
fn checked(act: &Act<'_>, kind: &'static EventKind, mut detail: Value) -> Value {
    debug_assert!(is_declared(act, kind), "{} is in no slice's declaration", kind.word);
    debug_assert_eq!(undeclared(kind, &detail), Vec::<&str>::new(), "fields of {}", kind.word);
    if let (Some(acting), Value::Object(detail)) = (act.viewer.and_then(|viewer| viewer.acting.as_ref()), &mut detail) {
        detail.insert("on_behalf_of".to_owned(), acting.member_id.into());
    }
    detail
}

fn is_declared(act: &Act<'_>, kind: &'static EventKind) -> bool {
    super::slice::event_kind(act.state.slices, kind.word).is_some_and(|declared| std::ptr::eq(declared, kind))
}

fn undeclared<'a>(kind: &EventKind, detail: &'a Value) -> Vec<&'a str> {
    fields_of(detail).map(|(name, _)| name.as_str()).filter(|name| kind.field(name).is_none()).collect()
}

/// Records what concerns the co-op as a whole.
pub fn record_of_coop(act: &mut Act<'_>, kind: &'static EventKind, detail: Value) -> Result<()> {
    let subject = Subject { id: act.coop.id.0, name: act.coop.name_en.clone() };
    record(act, kind, &subject, detail)?;
    Ok(())
}

/// The two sides of a change, only the fields that differ. `None` when nothing does.
pub fn difference(before: &Value, after: &Value) -> Option<Value> {
    let (Value::Object(old), Value::Object(new)) = (before, after) else { return None };
    let changed: Vec<&String> = new.keys().filter(|key| old.get(*key) != new.get(*key)).collect();
    if changed.is_empty() {
        return None;
    }
    let side = |values: &serde_json::Map<String, Value>| -> Value {
        changed.iter().map(|key| ((*key).clone(), values.get(*key).cloned().unwrap_or(Value::Null))).collect()
    };
    Some(serde_json::json!({ "before": side(old), "after": side(new) }))
}

/// Some events by their ids, in the order in which they were recorded.
pub fn some(conn: &mut PgConnection, ids: &[i64]) -> Result<Vec<Event>> {
    Ok(events::table
        .filter(events::id.eq_any(ids))
        .order(events::id)
        .limit(ids.len() as i64)
        .select(Event::as_select())
        .load(conn)?)
}

/// Everything of some kinds that happened, in the order in which it was recorded.
pub fn of_kinds(conn: &mut PgConnection, kinds: &[&EventKind]) -> Result<Vec<Event>> {
    Ok(events::table
        .filter(events::kind.eq_any(kinds.iter().map(|kind| kind.word)))
        .order(events::id)
        .limit(1_000_000)
        .select(Event::as_select())
        .load(conn)?)
}

/// What happened to some subjects of one kind, in the order in which it was recorded.
pub fn about(conn: &mut PgConnection, kind: &str, ids: &[i64]) -> Result<Vec<Event>> {
    Ok(events::table
        .filter(events::subject_kind.eq(kind).and(events::subject_id.eq_any(ids)))
        .order(events::id)
        .limit(1_000_000)
        .select(Event::as_select())
        .load(conn)?)
}

/// How many files an account took away of a subject since an instant, of its latest thousands of events.
pub fn files_since(
    conn: &mut PgConnection,
    kind: &SubjectKind,
    id: i64,
    account: i64,
    at: DateTime<Utc>,
) -> Result<i64> {
    super::sql::row! {
        struct Counted {
            count: i64,
        }
    }
    let counted: Counted = super::sql::sql(
        "select count(*) from (select * from events where subject_kind = $1 and subject_id = $2 order by id desc limit 5000) e \
         where e.actor_id = $3 and e.at > $4 and e.kind like '%.exported'",
    )
    .bind((kind.word.to_owned(), id, account, at))
    .get_result(conn)?;
    Ok(counted.count)
}

/// What happened to a subject, the latest first.
pub fn of_subject(conn: &mut PgConnection, kind: &str, id: i64, limit: i64) -> Result<Vec<Event>> {
    Ok(events::table
        .filter(events::subject_kind.eq(kind).and(events::subject_id.eq(id)))
        .order(events::id.desc())
        .limit(limit)
        .select(Event::as_select())
        .load(conn)?)
}

/// Tells the live pages of every instance that an account's rights changed, when the transaction commits: its streams end, and
/// come back if they still may.
pub fn signal_ended(conn: &mut PgConnection, account: i64) -> Result<()> {
    let topic = format!("ended:{account}");
    super::sql::sql("select pg_notify('live', current_coop() || '/' || $1)").bind(topic).execute(conn)?;
    Ok(())
}
