//! Which co-op a request is for: by its host name, or the only one there is.
//!
//! Nothing else in the program asks. The answer is remembered for half a minute, so a page does not pay for it.

use crate::platform::sql::row;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::db::{CoopId, Db};
use super::error::Result;

const REMEMBERED: Duration = Duration::from_secs(30);
/// More host names than this at once are forgotten together: a stranger can invent any number of them.
const HOSTS_MAX: usize = 2_000;

#[derive(Clone)]
pub struct Tenancy {
    db: Db,
    known: Arc<RwLock<Known>>,
}

/// Which co-op was found under a name, asked for as the server's own or not, and when.
type Known = HashMap<(String, bool), (CoopId, Instant)>;

row! {
    struct Found {
        coop: Option<i64>,
    }
}

impl Tenancy {
    pub fn new(db: Db) -> Self {
        Self { db, known: Arc::default() }
    }

    /// The co-op of a `Host` header: the one that answers to this name or, where the name is the server's own (`named`), the only
    /// one there is. `None` while the server is empty, or for a name that no co-op answers to.
    pub async fn coop_of(&self, host: &str, named: bool) -> Result<Option<CoopId>> {
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name).to_ascii_lowercase();
        let key = (name.clone(), named);
        if let Some((coop, at)) = self.known.read().ok().and_then(|known| known.get(&key).copied())
            && at.elapsed() < REMEMBERED
        {
            return Ok(Some(coop));
        }
        let wanted = name;
        let found = self
            .db
            .across(move |conn| {
                let row: Found = diesel::sql_query("select coop_of_host($1, $2) as coop")
                    .bind::<Text, _>(wanted)
                    .bind::<Bool, _>(named)
                    .get_result(conn)?;
                Ok(row.coop.map(CoopId))
            })
            .await?;
        if let (Some(coop), Ok(mut known)) = (found, self.known.write()) {
            if known.len() >= HOSTS_MAX {
                known.clear();
            }
            known.insert(key, (coop, Instant::now()));
        }
        Ok(found)
    }

    /// Forgets everything, after a co-op was added.
    pub fn forget(&self) {
        if let Ok(mut known) = self.known.write() {
            known.clear();
        }
    }
}

#[cfg(test)]
#[path = "tenancy_tests.rs"]
pub mod tests;
