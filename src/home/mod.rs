//! Home: what waits for the visitor, and the pages that lead everywhere else.

pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
