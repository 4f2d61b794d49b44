//! Every query of the hours.

mod kept;
pub mod ledger;

pub use kept::TABLES;
