//! Journeys in a real browser, with script and without, and axe on every page.

mod journey;
mod pages;
mod support;
