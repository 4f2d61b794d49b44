//! Upkeep: the work behind the pages that belongs to no other slice, and what could not be done.
//!
//! Work that failed to its last try is set aside, with its reason. Nothing of it is lost: somebody of the office has it tried
//! again, or drops it.

pub mod slice;
