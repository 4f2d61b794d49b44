//! Chores: duties that come back, and go round the homes or people of a pool.
//!
//! On which days a chore is due is `recurrence`; whose turn it is, and why, `rotation`; what becomes of turns in time, `turns`. All three
//! are pure.

pub mod recurrence;
pub mod rotation;
pub mod turns;
pub mod words;
