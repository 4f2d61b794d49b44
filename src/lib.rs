//! theCooperator: one place for a housing co-op's members, homes, duties, meetings and decisions.
//!
//! `routes` says what answers and to whom, `gate` applies it, each slice (`members`, `tasks`, `polls` …) holds one noun of the
//! co-op from its pages to its queries, and `platform` is what they stand on. ARCHITECTURE.md is the map.

pub mod accounts;
pub mod api;
pub mod app;
pub mod applications;
pub mod attendance;
pub mod board;
pub mod calendars;
pub mod chores;
pub mod commands;
pub mod comments;
pub mod committee_reports;
pub mod committees;
pub mod config;
pub mod coops;
pub mod counted;
pub mod decisions;
pub mod demo;
pub mod elections;
pub mod figures;
pub mod files;
pub mod gate;
pub mod governance;
pub mod home;
pub mod hours;
pub mod imports;
pub mod incidents;
pub mod meetings;
pub mod members;
pub mod minutes;
pub mod motions;
pub mod moves;
pub mod notices;
pub mod platform;
pub mod policy;
pub mod polls;
pub mod privacy;
pub mod repairs;
pub mod reports;
pub mod requisitions;
pub mod routes;
pub mod schema;
pub mod scorecards;
pub mod search;
pub mod slices;
pub mod surveys;
pub mod tasks;
pub mod transparency;
pub mod units;
pub mod upkeep;
pub mod workdays;
