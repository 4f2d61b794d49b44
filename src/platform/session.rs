//! Sessions: one row each in PostgreSQL, so that they can be listed and ended.
//!
//! The cookie holds a random key; the table holds only its SHA-256. A session belongs to one co-op: the same cookie is
//! nothing to another. A visit is written down at most every five minutes, so that reading pages does not write.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError, generate_session_key};
use actix_web::cookie::time::Duration;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::upsert::excluded;
use sha2::{Digest as _, Sha256};

use super::clock;
use super::db::{CoopId, Db};
use super::error::Error;
use super::keys::digest;
use super::recent::Recent;
use super::visit::{Coop, Viewer};
use crate::schema::sessions;

/// What a session remembers, by name, as JSON.
pub type State = HashMap<String, String>;

/// Where actix-identity keeps its values in a session.
pub const ACCOUNT_KEY: &str = "account";
pub const SIGNED_IN_KEY: &str = "signed_in";
pub const VISITED_KEY: &str = "visited";
/// The account's security epoch when the session began: a higher one ends the session.
pub const EPOCH_KEY: &str = "epoch";
/// What browser this is, in a few words, for the list of sessions.
pub const DEVICE_KEY: &str = "device";
/// For whom somebody of the office acts, and until when.
pub const ACTING_KEY: &str = "acting";
/// The key of this session's row, so that a page can mark "this device".
pub const OWN_HASH_KEY: &str = "own";
/// Set by `load` when the row was visited lately: what the state was, without the visit.
const FRESH_KEY: &str = "fresh";

const VISITS_APART: TimeDelta = TimeDelta::minutes(5);

/// The sessions of the co-op that a request is for.
#[derive(Clone)]
pub struct Sessions {
    pub db: Db,
    pub look_up: LookUp,
    pub visitors: Arc<Visitors>,
}

/// Visitors of a moment ago.
pub type Visitors = Recent<(Known, Option<Stored>)>;

/// Finds the live session of a key's hash, and with it, in the same query, the co-op and the account; and what waits for its person, where
/// that is asked for.
pub type LookUp = fn(&mut PgConnection, &[u8], DateTime<Utc>, Asked) -> Result<(Known, Option<Stored>), Error>;

/// What a request needs to know of its visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Who they are, and what waits for them: for a page and its navigation.
    Page,
    /// Who they are. What waits is told as it was at their last page.
    Visitor,
}

/// A session as its row has it.
#[derive(Clone)]
pub struct Stored {
    pub state: State,
    pub seen_at: DateTime<Utc>,
}

/// The co-op of a connection and, where one was named that may come in, an account with its security epoch. Nothing is believed yet.
#[derive(Clone)]
pub struct Known {
    pub coop: Coop,
    pub viewer: Option<(Viewer, i32)>,
}

/// What is found out about a request on its way in.
pub struct Arrival {
    coop: CoopId,
    asked: Asked,
    known: RefCell<Option<Known>>,
    /// Why the session could not be read or written: the middleware hands on only that it could not.
    failure: RefCell<Option<Error>>,
    /// Nothing is to be written of the session.
    untouched: Cell<bool>,
}

tokio::task_local! {
    /// The request that is being answered. Set by the gate, around the session middleware.
    static ARRIVAL: Arrival;
}

/// Answers a request of `coop`.
///
/// # Errors
/// Where the session could not be read or written, why.
pub async fn arriving<T>(
    coop: CoopId,
    asked: Asked,
    answer: impl Future<Output = Result<T, actix_web::Error>>,
) -> Result<T, actix_web::Error> {
    let arrival =
        Arrival { coop, asked, known: RefCell::default(), failure: RefCell::default(), untouched: Cell::default() };
    let outcome = ARRIVAL.scope(arrival, async {
        let outcome = answer.await;
        outcome.map_err(|error| ARRIVAL.with(|arrival| arrival.failure.take()).map_or(error, Into::into))
    });
    outcome.await
}

/// Nothing is written of the session that this request came with: when somebody voted secretly, it would tell the minute.
pub fn leave_as_it_is() {
    let _ = ARRIVAL.try_with(|arrival| arrival.untouched.set(true));
}

/// Remembers why, and says as much as the middleware can hand on.
fn failed(error: Error) -> anyhow::Error {
    let words = anyhow::anyhow!("{error}");
    let _ = ARRIVAL.try_with(|arrival| arrival.failure.replace(Some(error)));
    words
}

/// The co-op of the request that is being answered.
pub fn arrived_at() -> Option<CoopId> {
    ARRIVAL.try_with(|arrival| arrival.coop).ok()
}

/// What was found together with the session, once.
pub fn take_known() -> Option<Known> {
    ARRIVAL.try_with(|arrival| arrival.known.take()).ok().flatten()
}

fn coop() -> CoopId {
    arrived_at().unwrap_or(CoopId(0))
}

/// The state without what changes at every visit, so that two can be compared.
fn essence(state: &State) -> String {
    let mut pairs: Vec<_> =
        state.iter().filter(|(key, _)| ![VISITED_KEY, FRESH_KEY, OWN_HASH_KEY].contains(&key.as_str())).collect();
    pairs.sort();
    format!("{:x?}", Sha256::digest(format!("{pairs:?}").as_bytes()).as_slice())
}

impl Sessions {
    /// Who visits with the session of this hash; the visitor without a session where it is empty.
    pub async fn visitor(&self, key_hash: Vec<u8>, now: DateTime<Utc>) -> Result<(Known, Option<Stored>), Error> {
        let (coop, look_up) = (coop(), self.look_up);
        let asked = ARRIVAL.try_with(|arrival| arrival.asked).unwrap_or(Asked::Page);
        let changes = self.db.changes(coop);
        if let Some(found) = self.visitors.get(coop, &key_hash, changes) {
            return Ok(found);
        }
        let hash = key_hash.clone();
        let mut found = self.db.read(coop, move |conn| look_up(conn, &hash, now, asked)).await?;
        if asked == Asked::Page {
            self.visitors.keep(coop, key_hash, changes, found.clone());
        } else if let (Some((viewer, _)), Some((last, _))) = (&mut found.0.viewer, self.visitors.last(coop, &key_hash))
        {
            viewer.waiting = last.viewer.map(|(viewer, _)| viewer.waiting).unwrap_or_default();
        }
        Ok(found)
    }

    async fn store(
        &self,
        key: String,
        mut state: State,
        ttl: &Duration,
        may_be_new: bool,
    ) -> Result<(), anyhow::Error> {
        state.remove(FRESH_KEY);
        state.remove(OWN_HASH_KEY);
        let key_hash = digest(&key);
        let account: Option<i64> = state.get(ACCOUNT_KEY).and_then(|id| id.trim_matches('"').parse().ok());
        let device =
            state.get(DEVICE_KEY).and_then(|text| serde_json::from_str::<String>(text).ok()).unwrap_or_default();
        let now = clock::now();
        let expires_at = now + TimeDelta::seconds(ttl.whole_seconds());
        let json = serde_json::to_value(&state)?;
        self.db
            .write_aside(coop(), move |conn| {
                let row = (
                    sessions::key_hash.eq(&key_hash),
                    sessions::account_id.eq(account),
                    sessions::state.eq(&json),
                    sessions::device.eq(&device),
                    sessions::seen_at.eq(now),
                    sessions::expires_at.eq(expires_at),
                );
                if may_be_new {
                    diesel::insert_into(sessions::table)
                        .values(row)
                        .on_conflict(diesel::dsl::sql::<diesel::sql_types::Untyped>("(coop_id, key_hash)"))
                        .do_update()
                        .set((sessions::state.eq(excluded(sessions::state)), sessions::seen_at.eq(now)))
                        .execute(conn)?;
                } else {
                    // A session that was ended elsewhere meanwhile must stay ended: never insert here.
                    diesel::update(sessions::table.filter(sessions::key_hash.eq(&key_hash)))
                        .set((
                            sessions::account_id.eq(account),
                            sessions::state.eq(&json),
                            sessions::device.eq(&device),
                            sessions::seen_at.eq(now),
                            sessions::expires_at.eq(expires_at),
                        ))
                        .execute(conn)?;
                }
                Ok(())
            })
            .await
            .map_err(failed)
    }
}

impl SessionStore for Sessions {
    async fn load(&self, session_key: &SessionKey) -> Result<Option<State>, LoadError> {
        let key_hash = digest(session_key.as_ref());
        let own = hex(&key_hash);
        let now = clock::now();
        let (known, stored) = self.visitor(key_hash, now).await.map_err(|error| LoadError::Other(failed(error)))?;
        let _ = ARRIVAL.try_with(|arrival| arrival.known.replace(Some(known)));
        let Some(stored) = stored else { return Ok(None) };
        let mut state = stored.state;
        if now - stored.seen_at < VISITS_APART {
            state.insert(FRESH_KEY.to_owned(), essence(&state));
        }
        state.insert(OWN_HASH_KEY.to_owned(), format!("\"{own}\""));
        Ok(Some(state))
    }

    async fn save(&self, state: State, ttl: &Duration) -> Result<SessionKey, SaveError> {
        let key = generate_session_key();
        self.store(key.as_ref().to_owned(), state, ttl, true).await.map_err(SaveError::Other)?;
        Ok(key)
    }

    async fn update(&self, key: SessionKey, state: State, ttl: &Duration) -> Result<SessionKey, UpdateError> {
        let untouched = ARRIVAL.try_with(|arrival| arrival.untouched.get()).unwrap_or(false);
        if untouched || state.get(FRESH_KEY).is_some_and(|before| *before == essence(&state)) {
            return Ok(key); // nothing but the visit itself, and one was written down lately
        }
        self.store(key.as_ref().to_owned(), state, ttl, false).await.map_err(UpdateError::Other)?;
        Ok(key)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(()) // the deadlines of actix-identity decide; the row's expiry follows at the next write
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let key_hash = digest(key.as_ref());
        self.db
            .write_aside(coop(), move |conn| {
                diesel::delete(sessions::table.filter(sessions::key_hash.eq(&key_hash))).execute(conn)?;
                Ok(())
            })
            .await
            .map_err(failed)
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// "Firefox, Android": enough to recognise one's own device, not enough to follow anybody.
pub fn device_name(user_agent: &str) -> String {
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = find(&[("Edg/", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
