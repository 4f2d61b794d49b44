//! Faults below the program: a frozen, locked, full, killed or foreign-speaking database, and what visitors are told meanwhile.
//!
//! `cargo test --test faults` runs them. What is left to chance follows from a seed, which is printed at the start;
//! `FAULTS_SEED=… cargo test --test faults` runs the same again. In every one of them: who is answered
//! "done" finds it done, who is told "not saved" finds nothing, and who is told "we cannot tell" may send it again.

mod asks;
mod chance;
mod closing;
mod committing;
mod frozen;
mod full;
mod keys;
mod killed;
mod language;
mod locked;
mod points;
mod proxy;
#[allow(dead_code, reason = "the committed tests use the rest of it")]
#[path = "../committed/support.rs"]
mod support;
mod urn;
mod voters;
mod world;

use std::time::Duration;

/// How long the busy page may take, with half a second for a machine that does much else.
const BUSY_MAX: Duration = Duration::from_millis(3_500);
/// How long an answer may take that asks no database, or gives up soon.
const PROMPT_MAX: Duration = Duration::from_secs(1);
/// How long after a fault all must be well again.
const RECOVERY_MAX: Duration = Duration::from_secs(5);
