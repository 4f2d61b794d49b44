//! STAR: score, then automatic runoff. The two with the most points go into a runoff, which the one wins whom more ballots score higher.
//!
//! Ties are broken as the Equal Vote Coalition publishes it (Official Tiebreaker Protocol for STAR voting): among those with equal
//! points, who is preferred to most of the others who are tied, then who has the most ballots with the highest score; in the runoff, who
//! has more points, then the most ballots with the highest score. What is left is drawn, or stays a tie. One seat.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::contest::{Ballots, Candidate, Contest, Markings, POINT};
use super::levels::{by_figure, order, read_out, standing, start};
use super::outcome::{Action, Broken, Detail, Figure, Outcome, Over, Round, Rule, Tie};
use super::simple::{Tally, sums};
use super::{CountError, Method, Settings};

/// The highest score of a ballot.
const TOP: i64 = 5 * POINT;

/// Counts by STAR.
///
/// # Errors
/// When the ballots have no points, or nobody stands.
pub fn count(contest: &Contest, settings: &Settings) -> Result<Outcome, CountError> {
    let needs = |needed| CountError::Needs { method: Method::Star, needed };
    let Ballots::Marked(markings) = &contest.ballots else { return Err(needs("ballots with marks or points")) };
    if contest.candidates.len() <= contest.withdrawn.len() {
        return Err(needs("candidates"));
    }
    let mut star =
        Star { contest, settings, markings, points: sums(contest), outcome: start(contest, Method::Star, 1) };
    star.outcome.rounds[0].votes = star.points.figures();
    match star.finalists().as_deref() {
        Some([first, second]) => star.runoff(*first, *second),
        Some([only]) => star.elect(*only),
        _ => {}
    }
    Ok(star.outcome)
}

/// Whole levels as long as they fit into the places, and the one that does not.
fn take(levels: Vec<Vec<Candidate>>, places: usize) -> (Vec<Candidate>, Vec<Candidate>) {
    let mut chosen = Vec::new();
    for level in levels {
        if chosen.len() == places {
            break;
        }
        if chosen.len() + level.len() > places {
            return (chosen, level);
        }
        chosen.extend(level);
    }
    (chosen, Vec::new())
}

struct Star<'a> {
    contest: &'a Contest,
    settings: &'a Settings,
    markings: &'a Markings,
    points: Tally,
    outcome: Outcome,
}

impl Star<'_> {
    /// The two with the most points, or the only one who stands; `None` where a tie for a place stays.
    fn finalists(&mut self) -> Option<Vec<Candidate>> {
        let levels = by_figure(&standing(self.contest), |candidate| self.points.of(candidate));
        self.outcome.ranking = Some(levels.clone());
        let (mut chosen, tied) = take(levels, 2);
        if !tied.is_empty() {
            let places = 2 - chosen.len();
            chosen.extend(self.of_tied(&tied, places)?);
        }
        self.outcome.detail = Detail::Runoff(chosen.clone());
        Some(chosen)
    }

    /// Who of those with equal points takes the places that are left: the rules of the scoring round, in their order.
    fn of_tied(&mut self, tied: &[Candidate], places: usize) -> Option<Vec<Candidate>> {
        let won = |one: &Candidate| {
            tied.iter().filter(|other| *other != one && self.prefer(*one, **other) > self.prefer(**other, *one)).count()
        };
        let wins: Vec<(Candidate, usize)> = tied.iter().map(|one| (*one, won(one))).collect();
        let by_wins = by_figure(tied, |one| wins.iter().find(|(known, _)| *known == one).map(|(_, wins)| *wins));
        let (mut chosen, equal) = take(by_wins, places);
        if equal.is_empty() {
            self.ruled(1, tied, &chosen, Rule::HeadToHead);
            return Some(chosen);
        }
        let (more, equal) = take(by_figure(&equal, |one| self.top_scores(one)), places - chosen.len());
        chosen.extend(more);
        if equal.is_empty() {
            self.ruled(1, tied, &chosen, Rule::TopScores);
            return Some(chosen);
        }
        self.drawn(1, &equal, places, chosen)
    }

    /// The places that no rule fills, by lot if there is one.
    fn drawn(
        &mut self,
        round: usize,
        tied: &[Candidate],
        places: usize,
        mut chosen: Vec<Candidate>,
    ) -> Option<Vec<Candidate>> {
        let (drawn, mut tie) = order(self.contest, self.settings, Over::Election, &read_out(self.contest, tied));
        let left = places - chosen.len();
        tie.round = round;
        tie.chosen = drawn.map(|drawn| drawn[..left].to_vec()).unwrap_or_default();
        chosen.extend(tie.chosen.iter().copied());
        let whole = !tie.chosen.is_empty();
        self.outcome.ties.push(tie);
        whole.then_some(chosen)
    }

    fn runoff(&mut self, first: Candidate, second: Candidate) {
        let (one, other) = (self.prefer(first, second), self.prefer(second, first));
        let all: i128 = self.markings.iter().map(|ballot| i128::from(ballot.units)).sum();
        let mut votes = vec![Figure::zero(); self.contest.candidates.len()];
        (votes[first], votes[second]) = (self.figure(one), self.figure(other));
        let equal = self.figure(all - one - other);
        self.outcome.rounds.push(Round { action: Action::Runoff, votes, non_transferable: equal, ..Round::default() });
        if let Some(winner) = self.winner(first, second, one.cmp(&other)) {
            self.elect(winner);
        }
    }

    /// The rules of the runoff, in their order.
    fn winner(&mut self, first: Candidate, second: Candidate, preferred: std::cmp::Ordering) -> Option<Candidate> {
        use std::cmp::Ordering::{Equal, Greater};
        let of = |order| if order == Greater { first } else { second };
        if preferred != Equal {
            return Some(of(preferred));
        }
        let points = self.points.of(first).cmp(&self.points.of(second));
        let top = self.top_scores(first).cmp(&self.top_scores(second));
        for (order, rule) in [(points, Rule::Points), (top, Rule::TopScores)] {
            if order != Equal {
                self.ruled(2, &[first, second], &[of(order)], rule);
                return Some(of(order));
            }
        }
        self.drawn(2, &[first, second], 1, Vec::new())?.pop()
    }

    fn elect(&mut self, winner: Candidate) {
        self.outcome.elected = vec![winner];
        if let Some(round) = self.outcome.rounds.last_mut() {
            round.elected = vec![winner];
        }
    }

    fn ruled(&mut self, round: usize, tied: &[Candidate], chosen: &[Candidate], rule: Rule) {
        let between = read_out(self.contest, tied);
        let tie = Tie { round, over: Over::Election, between, chosen: chosen.to_vec(), broken: Broken::Rule(rule) };
        self.outcome.ties.push(tie);
    }

    /// What the ballots weigh that score one higher than the other.
    fn prefer(&self, one: Candidate, other: Candidate) -> i128 {
        let of = |marks: &[super::contest::Mark], candidate: Candidate| {
            marks.iter().find(|mark| mark.candidate == candidate).map_or(0, |mark| mark.millionths)
        };
        let prefers = self.markings.iter().filter(|ballot| of(ballot.marks, one) > of(ballot.marks, other));
        prefers.map(|ballot| i128::from(ballot.units)).sum()
    }

    /// What the ballots weigh that give the highest score.
    fn top_scores(&self, candidate: Candidate) -> i128 {
        let gives = |marks: &[super::contest::Mark]| {
            marks.iter().any(|mark| mark.candidate == candidate && mark.millionths >= TOP)
        };
        self.markings.iter().filter(|ballot| gives(ballot.marks)).map(|ballot| i128::from(ballot.units)).sum()
    }

    fn figure(&self, units: i128) -> Figure {
        let denominator = BigInt::from(self.markings.weights().denominator());
        Figure::exact(BigRational::new(units.into(), denominator))
    }
}
