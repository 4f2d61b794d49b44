//! Methods that compare each candidate with each other: Schulze, ranked pairs, and the rule of Debian's constitution.

mod debian;
mod pairs;
mod ranked_pairs;
mod schulze;

use super::contest::{Ballots, Contest};
use super::{CountError, Method, Outcome, Settings};

/// The most candidates that are compared each with each: 160,000 figures.
const CANDIDATES_MAX: usize = 400;

/// Counts by one of these methods.
///
/// # Errors
/// When the ballots are not ranked, there are too many candidates, or there is no default option where the rule is Debian's.
pub fn count(contest: &Contest, method: Method, settings: &Settings) -> Result<Outcome, CountError> {
    let needs = |needed| CountError::Needs { method, needed };
    let Ballots::Ranked(rankings) = &contest.ballots else { return Err(needs("ranked ballots")) };
    if contest.candidates.len() <= contest.withdrawn.len() {
        return Err(needs("candidates"));
    }
    if contest.candidates.len() > CANDIDATES_MAX {
        return Err(needs("400 candidates or fewer"));
    }
    let seats = settings.seats.unwrap_or(contest.seats);
    if seats == 0 {
        return Err(needs("at least one seat"));
    }
    let pairs = pairs::Pairs::new(contest.candidates.len(), rankings);
    match method {
        Method::Debian => {
            let default = contest.default_option.as_ref().ok_or(needs("a default option"))?;
            if contest.candidates.len() > debian::OPTIONS_MAX {
                return Err(needs("100 options or fewer"));
            }
            if default.option >= contest.candidates.len() || default.majorities.len() != contest.candidates.len() {
                return Err(needs("a default option that stands, and a majority for each option"));
            }
            Ok(debian::count(contest, default, &pairs, settings))
        }
        Method::RankedPairs => Ok(ranked_pairs::count(contest, seats, &pairs, settings)),
        _ => Ok(schulze::count(contest, seats, &pairs, settings)),
    }
}
