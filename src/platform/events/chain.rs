//! The chain: each event is hashed together with the hash before it, by the pump and not by the writer, so that writers never wait
//! for one another. `verify` names the first row that was changed, removed or put in between.
//!
//! A person can be taken out of an event (`rewrite`), in one way: a later event of the chain holds a seal (`sealed`)
//! over the row as it stands now, the hash before it and its own. Its hash stays, so the rows after it still follow.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::SecondsFormat;
use diesel::prelude::*;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::Event;
use crate::platform::error::{Error, Result};
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
        hash = link(&hash, &event);
        (event.position, event.hash) = (Some(position), Some(hash.clone()));
        placed.push(event);
    }
    sql("update events e set position = v.position, hash = v.hash \
         from unnest($1, $2, $3) as v (id, position, hash) where e.id = v.id")
    .bind((
        placed.iter().map(|event| event.id).collect::<Vec<_>>(),
        placed.iter().map(|event| event.position).collect::<Vec<_>>(),
        placed.iter().map(|event| event.hash.clone()).collect::<Vec<_>>(),
    ))
    .execute(conn)?;
    Ok(placed)
}

/// SHA-256 over the hash before and the row's fields, each with its length in front, so that no two rows read alike.
fn link(previous: &[u8], event: &Event) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    let fields = [
        event.id.to_string(),
        event.part_of.map_or_else(String::new, |id| id.to_string()),
        event.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        event.actor_id.map_or_else(String::new, |id| id.to_string()),
        event.actor_name.clone(),
        event.kind.clone(),
        event.subject_kind.clone(),
        event.subject_id.map_or_else(String::new, |id| id.to_string()),
        event.subject_name.clone(),
        event.detail.to_string(),
    ];
    for field in fields {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field);
    }
    if let Some(salt) = &event.salt {
        hasher.update((salt.len() as u64).to_be_bytes());
        hasher.update(salt);
    }
    hasher.finalize().to_vec()
}

/// What ties a rewritten event to its place: the hash before it, the row as it stands now, and the hash it kept.
fn seal(previous: &[u8], event: &Event) -> String {
    let mut hasher = Sha256::new_with_prefix(b"sealed");
    hasher.update(link(previous, event));
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
        let places: Vec<i64> = rows.iter().filter_map(|event| event.position).map(|place| place - 1).collect();
        let before: Vec<(Option<i64>, Option<Vec<u8>>)> = events::table
            .filter(events::position.eq_any(places))
            .limit(1_000)
            .select((events::position, events::hash))
            .load(conn)?;
        let before: HashMap<i64, Vec<u8>> =
            before.into_iter().filter_map(|(place, hash)| Some((place?, hash?))).collect();
        for event in rows {
            let place = event.position.unwrap_or(0) - 1;
            let previous = match before.get(&place) {
                Some(hash) => hash.as_slice(),
                None if place == 0 => &[],
                None => return Err(Error::Internal(anyhow::anyhow!("event {} has none before it", event.id))),
            };
            seals.insert(event.id.to_string(), seal(previous, &event).into());
        }
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
            let end = Mark { count, hash: crate::platform::session::hex(&hash) };
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
            if kept != link(&hash, &event) {
                open.push((event.id, seal(&hash, &event)));
            }
            if let Some(sealed) = event.detail.get("sealed") {
                erasings.push((event.id, sealed.clone()));
            }
            hash = kept;
            count += 1;
            met |=
                noted.is_some_and(|noted| noted.count == count && noted.hash == crate::platform::session::hex(&hash));
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
