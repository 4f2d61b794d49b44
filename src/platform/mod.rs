//! What every slice stands on, and what knows no slice: database, tenancy, sessions, forms, pages, words, jobs, mail.

pub mod act;
pub mod acting;
pub mod asked_day;
pub mod assets;
pub mod chart;
pub mod clock;
pub mod db;
pub mod embedded_postgres;
pub mod error;
pub mod error_pages;
pub mod events;
pub mod facade;
pub mod forms;
pub mod i18n;
pub mod jobs;
pub mod keys;
pub mod live;
pub mod mail;
pub mod page;
pub mod person;
pub mod phone;
pub mod pump;
pub mod recent;
pub mod schedule;
pub mod session;
pub mod shared_parts;
pub mod slice;
pub mod spreadsheet;
pub mod sql;
pub mod state;
pub mod table_file;
pub mod tenancy;
#[cfg(test)]
pub mod testing;
pub mod upload;
pub mod visit;
