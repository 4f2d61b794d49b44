//! Every query of the hours.

pub mod account;
pub mod claims;
pub mod contests;
pub mod duties;
pub mod exemptions;
mod kept;
pub mod kinds;
pub mod ledger;

pub use kept::TABLES;
