//! The chain: each event is hashed together with the hash before it, by the pump and not by the writer, so that writers never wait
//! for one another. `verify` names the first row that was changed, removed or put in between.
//!
//! A hash is over the hash before it and the digest of a `Link`: what the event is of, what it seals, and one digest of the rest. So a
//! stranger can be shown what an event seals and follow the chain to it, and learns nothing of what else it or any other event says.
//!
//! A person can be taken out of an event (`rewrite`), in one way: a later event of the chain holds a seal (`sealed`)
//! over the row as it stands now and its hash. The digest of the rest stays, and so the hash, and the rows after it still follow.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::SecondsFormat;
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::Event;
use crate::platform::canonical;
use crate::platform::error::Result;
use crate::platform::session::hex;
use crate::platform::sql::sql;
use crate::schema::events;

/// An event as it stands after somebody was taken out of it.
#[derive(Debug, Clone)]
pub struct Rewritten {
    pub id: i64,
    pub actor_name: String,
    pub subject_name: String,
    pub detail: Value,
}

/// How many events get their places at once.
const BATCH: i64 = 5_000;

/// Gives events without a place the next places in the chain, and gives them back, in order. One chain a co-op: two at once wait
/// for each other.
pub fn chain(conn: &mut PgConnection) -> Result<Vec<Event>> {
    sql("select pg_advisory_xact_lock(72, current_coop()::int)").execute(conn)?;
    let waiting: Vec<Event> = events::table
        .filter(events::position.is_null())
        .order(events::id)
        .limit(BATCH)
        .select(Event::as_select())
        .load(conn)?;
    if waiting.is_empty() {
        return Ok(waiting);
    }
    let last: Option<(Option<i64>, Option<Vec<u8>>)> = events::table
        .filter(events::position.is_not_null())
        .order(events::position.desc())
        .select((events::position, events::hash))
        .first(conn)
        .optional()?;
    let (mut position, mut hash) = match last {
        Some((position, hash)) => (position.unwrap_or(0), hash.unwrap_or_default()),
        None => (0, Vec::new()),
    };
    let mut placed = Vec::with_capacity(waiting.len());
    for mut event in waiting {
        position += 1;
        let rest = rest(&event);
        hash = Link::of(&event, &rest).hash(&hash);
        (event.position, event.rest, event.hash) = (Some(position), Some(rest), Some(hash.clone()));
        placed.push(event);
    }
    sql("update events e set position = v.position, rest = v.rest, hash = v.hash \
         from unnest($1, $2, $3, $4) as v (id, position, rest, hash) where e.id = v.id")
    .bind((
        placed.iter().map(|event| event.id).collect::<Vec<_>>(),
        placed.iter().map(|event| event.position).collect::<Vec<_>>(),
        placed.iter().map(|event| event.rest.clone()).collect::<Vec<_>>(),
        placed.iter().map(|event| event.hash.clone()).collect::<Vec<_>>(),
    ))
    .execute(conn)?;
    Ok(placed)
}

/// What the hash of an event covers: what the event is of and what it seals, for everybody to see, and the digest of the rest.
#[derive(Debug, Clone, Deserialize)]
pub struct Link {
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: Option<i64>,
    /// The field `seals` of its detail: digests, which say nothing.
    pub seals: Option<Value>,
    /// In hexadecimal.
    pub rest: String,
}

impl Link {
    fn of(event: &Event, rest: &[u8]) -> Self {
        Self {
            kind: event.kind.clone(),
            subject_kind: event.subject_kind.clone(),
            subject_id: event.subject_id,
            seals: event.detail.get("seals").cloned(),
            rest: hex(rest),
        }
    }

    /// SHA-256 of `[kind, subject kind, subject id, seals, rest]` as JSON, keys in order, without blanks.
    pub fn digest(&self) -> Vec<u8> {
        let Self { kind, subject_kind, subject_id, seals, rest } = self;
        Sha256::digest(canonical::json(&json!([kind, subject_kind, subject_id, seals, rest]))).to_vec()
    }

    /// SHA-256 of the hash before and the digest.
    pub fn hash(&self, previous: &[u8]) -> Vec<u8> {
        Sha256::new_with_prefix(previous).chain_update(self.digest()).finalize().to_vec()
    }
}

/// SHA-256 over the other fields of a row and its salt, each with its length in front, so that no two rows read alike.
fn rest(event: &Event) -> Vec<u8> {
    let mut detail = event.detail.clone();
    if let Value::Object(fields) = &mut detail {
        fields.remove("seals");
    }
    let fields = [
        event.id.to_string(),
        event.part_of.map_or_else(String::new, |id| id.to_string()),
        event.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        event.actor_id.map_or_else(String::new, |id| id.to_string()),
        event.actor_name.clone(),
        event.subject_name.clone(),
        detail.to_string(),
    ];
    let salt = event.salt.as_deref().unwrap_or_default();
    let mut hasher = Sha256::new();
    for field in fields.iter().map(String::as_bytes).chain([salt]) {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field);
    }
    hasher.finalize().to_vec()
}

/// What ties a rewritten event to its place: the row as it stands now, and the hash it kept, which covers the hash before it.
fn seal(event: &Event) -> String {
    let mut hasher = Sha256::new_with_prefix(b"sealed");
    hasher.update(rest(event));
    hasher.update(event.position.unwrap_or(0).to_be_bytes());
    hasher.update(event.hash.as_deref().unwrap_or_default());
    URL_SAFE_NO_PAD.encode(hasher.finalize())
}

/// Rewrites events and gives their seals by id, for the event of the erasing. An event that has no place in the chain yet
/// gets one with its new text, and needs no seal.
pub fn rewrite(conn: &mut PgConnection, all: &[Rewritten]) -> Result<Value> {
    for new in all {
        sql("select rewrite_event($1, $2, $3, $4)")
            .bind((new.id, new.actor_name.as_str(), new.subject_name.as_str(), &new.detail))
            .execute(conn)?;
    }
    let mut seals = serde_json::Map::new();
    for some in all.chunks(1_000) {
        let ids: Vec<i64> = some.iter().map(|new| new.id).collect();
        let chained = events::table.filter(events::id.eq_any(&ids).and(events::hash.is_not_null()));
        let rows: Vec<Event> = chained.limit(1_000).select(Event::as_select()).load(conn)?;
        seals.extend(rows.iter().map(|event| (event.id.to_string(), seal(event).into())));
    }
    Ok(seals.into())
}

/// A place in the chain with the hash that stands there, written `COUNT:HASH`. Noted outside the database, it tells later whether
/// the end was cut off: what is left would hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub count: i64,
    hash: String,
}

impl Mark {
    pub fn read(text: &str) -> anyhow::Result<Self> {
        let parts = text.split_once(':').and_then(|(count, hash)| Some((count.parse().ok()?, hash.to_owned())));
        let (count, hash) = parts.ok_or_else(|| anyhow::anyhow!("not COUNT:HASH as verify prints it: {text}"))?;
        Ok(Self { count, hash })
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.count, self.hash)
    }
}

/// Where a chain does not hold.
#[derive(Debug, PartialEq, Eq)]
pub enum Broken {
    /// The first event that is not what was recorded.
    Event(i64),
    /// The chain holds up to here, and the mark is not in it.
    End(Mark),
}

/// Walks the chain. `Ok` with its end, if all events hold together and the mark that was noted before is among them.
pub fn verify(conn: &mut PgConnection, noted: Option<&Mark>) -> Result<std::result::Result<Mark, Broken>> {
    let (mut count, mut hash) = (0_i64, Vec::new());
    let mut met = noted.is_none_or(|noted| noted.count == 0);
    // Events whose text is not the one that was hashed, with the seal that would excuse it; and the erasings, in order.
    let (mut open, mut erasings): (Vec<(i64, String)>, Vec<(i64, Value)>) = (Vec::new(), Vec::new());
    loop {
        let batch: Vec<Event> = events::table
            .filter(events::position.gt(count))
            .order(events::position)
            .limit(1_000)
            .select(Event::as_select())
            .load(conn)?;
        if batch.is_empty() {
            let end = Mark { count, hash: hex(&hash) };
            return Ok(match first_unsealed(&open, &erasings) {
                Some(event) => Err(Broken::Event(event)),
                None if met => Ok(end),
                None => Err(Broken::End(end)),
            });
        }
        for event in batch {
            let Some(kept) = event.hash.clone().filter(|_| event.position == Some(count + 1)) else {
                return Ok(Err(Broken::Event(first_unsealed(&open, &erasings).unwrap_or(event.id))));
            };
            let stored = event.rest.clone().unwrap_or_default();
            if kept != Link::of(&event, &stored).hash(&hash) {
                return Ok(Err(Broken::Event(first_unsealed(&open, &erasings).unwrap_or(event.id))));
            }
            if stored != rest(&event) {
                open.push((event.id, seal(&event)));
            }
            if let Some(sealed) = event.detail.get("sealed") {
                erasings.push((event.id, sealed.clone()));
            }
            hash = kept;
            count += 1;
            met |= noted.is_some_and(|noted| noted.count == count && noted.hash == hex(&hash));
        }
    }
}

/// The first event that no erasing seals as it stands. An erasing that was rewritten itself counts only when a later one, which
/// counts, seals it.
fn first_unsealed(open: &[(i64, String)], erasings: &[(i64, Value)]) -> Option<i64> {
    let mut seals: HashMap<i64, &str> = HashMap::new();
    let holds = |seals: &HashMap<i64, &str>, id: i64, seal: &str| seals.get(&id) == Some(&seal);
    for (erasing, sealed) in erasings.iter().rev() {
        let counts = open.iter().find(|(id, _)| id == erasing).is_none_or(|(id, seal)| holds(&seals, *id, seal));
        let Some(sealed) = sealed.as_object().filter(|_| counts) else { continue };
        for (id, seal) in sealed {
            if let (Ok(id), Some(seal)) = (id.parse(), seal.as_str()) {
                seals.entry(id).or_insert(seal); // the latest seal is the one that counts
            }
        }
    }
    open.iter().find(|(id, seal)| !holds(&seals, *id, seal)).map(|(id, _)| *id)
}
