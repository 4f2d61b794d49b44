//! The search: one line for everything, each thing as far as one may see it. What it looks into the slices declare.

pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
