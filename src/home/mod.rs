//! Home: what waits for the visitor, and the pages that lead everywhere else.

pub mod pages;
mod store;
#[cfg(test)]
mod tests;
