//! Who is visiting, as found out a moment ago: a page asks for it again only when something was written meanwhile.
//!
//! An answer is good for one second, and only as long as nothing was written for the co-op: through this process (`Db::changes`
//! counts that) or, as the database tells, through another one. So what one has just done always shows, and an account that was
//! closed is out at its next click. Only what somebody does to the tables by hand may take that second to be seen.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::db::CoopId;

const GOOD_FOR: Duration = Duration::from_secs(1);
/// More than this at once are forgotten together.
const KEPT_MAX: usize = 4_096;

/// Which visitor: the hash of a session's key, or nothing for those without a session.
type Key = (CoopId, Vec<u8>);

struct Found<T> {
    /// How many changes there had been when the question was asked.
    changes: u64,
    at: Instant,
    answer: T,
}

pub struct Recent<T>(Mutex<HashMap<Key, Found<T>>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Recent<T> {
    pub fn get(&self, coop: CoopId, key: &[u8], changes: u64) -> Option<T> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.get(&(coop, key.to_vec()))?;
        (found.changes == changes && found.at.elapsed() < GOOD_FOR).then(|| found.answer.clone())
    }

    /// The last answer, however old.
    pub fn last(&self, coop: CoopId, key: &[u8]) -> Option<T> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&(coop, key.to_vec())).map(|found| found.answer.clone())
    }

    /// Keeps an answer. `changes` is what the count was before the question was asked.
    pub fn keep(&self, coop: CoopId, key: Vec<u8>, changes: u64, answer: T) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT_MAX {
            all.clear();
        }
        all.insert((coop, key), Found { changes, at: Instant::now(), answer });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_for_one_visitor_and_ends_with_the_next_change() {
        let recent = Recent::default();
        let (coop, other) = (CoopId(1), CoopId(2));
        recent.keep(coop, vec![1], 7, "Ada");
        assert_eq!(recent.get(coop, &[1], 7), Some("Ada"));
        assert_eq!(recent.get(coop, &[1], 8), None);
        assert_eq!(recent.get(coop, &[2], 7), None);
        assert_eq!(recent.get(other, &[1], 7), None);
        assert_eq!((recent.last(coop, &[1]), recent.last(coop, &[2])), (Some("Ada"), None));
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let recent = Recent::default();
        for number in 0..=KEPT_MAX {
            recent.keep(CoopId(1), number.to_be_bytes().to_vec(), 0, ());
        }
        assert!(recent.0.lock().is_ok_and(|all| all.len() == 1));
    }
}
