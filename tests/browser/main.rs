//! Journeys in a real browser, with script and without, and axe on every page.

mod annual_meeting;
mod api_docs;
mod board_election;
mod committees;
mod duties;
mod elections;
mod first_hour;
mod going_on;
mod guest;
mod homes;
mod journey;
mod look;
mod meetings;
mod merged;
mod open;
mod pages;
mod people;
mod proposal;
mod reports;
mod secret;
mod support;
mod surveys;
mod ways;
