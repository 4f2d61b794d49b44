//! Parts of pages that many readers see alike: rendered once, shown to all of them, until what they show has changed.
//!
//! The list of members is asked for all day and changes a few times a week. Whoever may see the same of it gets the same bytes.
//! A part is kept under everything it depends on, and the version of the data is one of these: nothing is ever thrown away
//! because it is wrong, only because it is old. Several instances keep their own and need not tell each other.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::db::CoopId;

/// At most this many parts are kept, the ones that were used last.
const PARTS_MAX: usize = 48;
/// Larger ones are not kept.
const BYTES_MAX: usize = 256 * 1024;

/// Everything that a part depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartKey {
    pub coop: CoopId,
    /// Of the data that it shows, see `Coop::register_version`.
    pub version: i64,
    /// Which part, for whom, in which language, on which day: in words of the slice that renders it.
    pub what: String,
}

#[derive(Default)]
pub struct SharedParts(Mutex<VecDeque<(PartKey, Arc<str>)>>);

impl SharedParts {
    pub fn get(&self, key: &PartKey) -> Option<Arc<str>> {
        let mut parts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = parts.iter().position(|(known, _)| known == key)?;
        let found = parts.remove(place)?;
        let part = found.1.clone();
        parts.push_front(found);
        Some(part)
    }

    pub fn keep(&self, key: PartKey, part: &Arc<str>) {
        if part.len() > BYTES_MAX {
            return;
        }
        let mut parts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        parts.retain(|(known, _)| known.coop != key.coop || known.what != key.what);
        parts.push_front((key, part.clone()));
        parts.truncate(PARTS_MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(version: i64, what: &str) -> PartKey {
        PartKey { coop: CoopId(1), version, what: what.to_owned() }
    }

    #[test]
    fn a_new_version_takes_the_place_of_the_old_one() {
        let parts = SharedParts::default();
        parts.keep(key(1, "members"), &Arc::from("Ada"));
        assert_eq!(parts.get(&key(1, "members")).as_deref(), Some("Ada"));
        assert_eq!(parts.get(&key(2, "members")), None);
        assert_eq!(parts.get(&key(1, "members for admins")), None);
        assert_eq!(parts.get(&PartKey { coop: CoopId(2), ..key(1, "members") }), None);
        parts.keep(key(2, "members"), &Arc::from("Ada, Grace"));
        assert_eq!(parts.get(&key(1, "members")), None);
        assert_eq!(parts.get(&key(2, "members")).as_deref(), Some("Ada, Grace"));
    }

    #[test]
    fn the_least_used_part_goes_first() {
        let parts = SharedParts::default();
        for number in 0..PARTS_MAX {
            parts.keep(key(1, &number.to_string()), &Arc::from("x"));
        }
        assert!(parts.get(&key(1, "0")).is_some());
        parts.keep(key(1, "one more"), &Arc::from("x"));
        assert!(parts.get(&key(1, "0")).is_some());
        assert!(parts.get(&key(1, "1")).is_none());
        let large: Arc<str> = "x".repeat(BYTES_MAX + 1).into();
        parts.keep(key(1, "large"), &large);
        assert!(parts.get(&key(1, "large")).is_none());
    }
}
