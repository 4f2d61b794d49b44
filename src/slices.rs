//! The slices of the program, in the order of the navigation. A new one is a line here, its routes, its policy, and its own folders.

use crate::platform::slice::Slices;
use crate::{
    accounts, applications, attendance, board, calendars, chores, comments, committee_reports, committees, coops,
    decisions, elections, figures, files, governance, home, hours, imports, incidents, meetings, members, minutes,
    motions, moves, notices, polls, privacy, repairs, reports, requisitions, scorecards, search, surveys, tasks,
    transparency, units, upkeep, workdays,
};

pub static ALL: Slices = &[
    &home::slice::SLICE,
    &search::slice::SLICE,
    &tasks::slice::SLICE,
    &chores::slice::SLICE,
    &workdays::slice::SLICE,
    &repairs::slice::SLICE,
    &polls::slice::SLICE,
    &surveys::slice::SLICE,
    &comments::slice::SLICE,
    &files::slice::SLICE,
    &decisions::slice::SLICE,
    &meetings::slice::SLICE,
    &minutes::slice::SLICE,
    &attendance::slice::SLICE,
    &motions::slice::SLICE,
    &requisitions::slice::SLICE,
    &elections::slice::SLICE,
    &governance::slice::SLICE,
    &members::slice::SLICE,
    &units::slice::SLICE,
    &moves::slice::SLICE,
    &committees::slice::SLICE,
    &committee_reports::slice::SLICE,
    &board::slice::SLICE,
    &hours::slice::SLICE,
    &scorecards::slice::SLICE,
    &figures::slice::SLICE,
    &reports::slice::SLICE,
    &transparency::slice::SLICE,
    &imports::slice::SLICE,
    &applications::slice::SLICE,
    &accounts::slice::SLICE,
    &calendars::slice::SLICE,
    &notices::slice::SLICE,
    &coops::slice::SLICE,
    &privacy::slice::SLICE,
    &incidents::slice::SLICE,
    &upkeep::slice::SLICE,
];

#[cfg(test)]
#[path = "slices_tests.rs"]
mod tests;
