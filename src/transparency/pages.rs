//! The pages of transparency: `open` for the public, `audit` for who may read the log.

pub mod audit;
pub mod decisions;
pub mod observers;
pub mod open;
