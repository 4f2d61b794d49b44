//! The same request sent twice is done once: the key that the client chose, and the answer that was given.

use actix_web::HttpRequest;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::store;
use crate::platform::error::{Error, Result};
use crate::platform::session::hex;
use crate::platform::visit::{Act, Visit};

pub const HEADER: &str = "Idempotency-Key";

/// What a key and its request are kept as.
pub struct Key {
    digest: Vec<u8>,
    of: String,
}

/// The key of a request, if it has one: good for one account and one address.
///
/// # Errors
/// `Invalid` when it is no printable text of 1 to 200 characters, or there are several.
pub fn key(req: &HttpRequest, visit: &Visit, body: &[u8]) -> Result<Option<Key>> {
    let mut sent = req.headers().get_all(HEADER);
    let Some(value) = sent.next() else { return Ok(None) };
    let readable = value.to_str().is_ok_and(|text| (1..=200).contains(&text.len()));
    if !readable || sent.next().is_some() {
        return Err(Error::field(HEADER, "wrong-idempotency-key"));
    }
    let mut hasher = Sha256::new();
    hasher.update(format!("idempotency/{}/{}/", visit.viewer()?.account_id, visit.path));
    hasher.update(value.as_bytes());
    Ok(Some(Key { digest: hasher.finalize().to_vec(), of: hex(&Sha256::digest(body)) }))
}

/// What was made, and the answer that said so.
#[derive(Serialize, Deserialize)]
pub struct Made {
    pub location: String,
    /// Kept as text, so that the second answer is the first to the letter.
    pub body: String,
}

/// Runs `verb`, or gives the answer of the first time that this key came.
///
/// # Errors
/// `Invalid` when the key came with another body before.
pub fn once(act: &mut Act<'_>, key: Option<&Key>, verb: impl FnOnce(&mut Act<'_>) -> Result<Made>) -> Result<Made> {
    let Some(key) = key else { return verb(act) };
    let account = act.viewer.map(|viewer| viewer.account_id);
    if !store::claim(act.conn, &key.digest, account, act.now)? {
        let first = store::outcome(act.conn, &key.digest)?.unwrap_or_default();
        let same = first.get("of").and_then(Value::as_str) == Some(key.of.as_str());
        let made = serde_json::from_value(first["made"].clone()).ok().filter(|_| same);
        return made.ok_or_else(|| Error::field(HEADER, "wrong-idempotency-other"));
    }
    let made = verb(act)?;
    store::keep_outcome(act.conn, &key.digest, &json!({ "of": key.of, "made": made }))?;
    Ok(made)
}
