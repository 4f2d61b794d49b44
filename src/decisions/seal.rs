//! A seal of an entry in every event that tells of it: SHA-256 over its salt and its fields in the order written here, with what it says
//! of earlier decisions. The chain of events covers the seals, so an entry that was changed past the program is found, and so is one
//! that is missing. A seal says nothing to who reads the events: the salt stands in the row alone.

use std::collections::BTreeMap;

use diesel::PgConnection;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events;
use crate::platform::session::hex;
use crate::platform::slice::Discrepancy;

/// The seal of an entry as it stands.
pub fn of(conn: &mut PgConnection, number: i32) -> Result<String> {
    let sealed = store::sealed(conn, Some(number))?.pop();
    sealed.map(|sealed| digest(&sealed)).ok_or(crate::platform::error::Error::NotFound)
}

/// The fields as JSON, a list in a fixed order, behind the salt.
fn digest(sealed: &store::Sealed) -> String {
    let fields: Value = json!([sealed.number, sealed.entry, sealed.review_on, sealed.says]);
    let mut hash = Sha256::new();
    hash.update(&sealed.salt);
    hash.update(fields.to_string());
    hex(&hash.finalize())
}

/// Compares every entry with the latest event that tells of it, and the numbers with a series without gaps.
pub fn verify(conn: &mut PgConnection) -> Result<Vec<Discrepancy>> {
    let mut told: BTreeMap<i64, (String, i64)> = BTreeMap::new();
    for event in events::of_kinds(conn, &slice::SEALED)? {
        let seal = event.detail["seal"].as_str().unwrap_or("no seal").to_owned();
        told.insert(event.subject_id.unwrap_or(0), (seal, event.id));
    }
    let (mut all, mut next) = (Vec::new(), 1);
    for sealed in store::sealed(conn, None)? {
        let (what, found) = (|number: i32| format!("decision {number}"), digest(&sealed));
        for missing in next..sealed.number {
            if !told.contains_key(&i64::from(missing)) {
                all.push(Discrepancy::new(what(missing), "an entry", "a gap in the numbers"));
            }
        }
        next = sealed.number + 1;
        match told.remove(&i64::from(sealed.number)) {
            Some((seal, _)) if seal == found => {}
            Some((seal, event)) => {
                all.push(Discrepancy::new(what(sealed.number), &format!("{seal} (event {event})"), &found));
            }
            None => all.push(Discrepancy::new(what(sealed.number), "an event that tells of it", "none")),
        }
    }
    all.extend(told.into_keys().map(|number| Discrepancy::new(format!("decision {number}"), "a row", "none")));
    Ok(all)
}
