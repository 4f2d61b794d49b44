//! Home: what waits for the visitor, and the pages that lead everywhere else.

pub mod pages;
