//! The counters against real elections with published figures, and against the laws that every count obeys.
//!
//! `LAWS=100000` runs that many contests a law instead of a few hundred.

mod deciding;
mod laws_order;
mod laws_proposals;
mod laws_stv;
mod laws_sums;
pub mod make;
mod real_other;
mod real_stv;
