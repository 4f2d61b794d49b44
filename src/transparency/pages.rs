//! The pages of transparency: `open` for the public, `figures` for whoever is signed in, `audit` for who may read the log.

pub mod audit;
pub mod figures;
pub mod open;
