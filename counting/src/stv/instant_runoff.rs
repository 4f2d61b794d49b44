//! Instant runoff: in each round every ballot counts for its first continuing candidate, and the lowest is excluded.
//!
//! Elected is who has more than half of the ballots that still count; the rounds go on until two are left, because official
//! results are given so. Ballots that name nobody else are exhausted, from the first round those that never named one. Equal
//! lowest candidates are told apart by the most recent round at which they differed, as in STV, then by lot.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::any_order::{lowest_go_in_any_order, standing_numbers};
use super::{Poll, Standing, next_preference, those, without};
use crate::contest::Candidate;
use crate::outcome::{Action, Figure, Outcome, Over, Round, Transfer};
use crate::ties::{AtTie, Breaker, Open, Place, Wanted, extreme, figures, place};

/// Counts a poll. Votes are in units of weight until they are shown.
pub fn count(poll: &Poll<'_>, breaker: &mut Breaker<'_>) -> Outcome {
    let mut count = Count::start(poll);
    while let Ok(true) = count.round(breaker) {}
    count.outcome
}

struct Count<'a> {
    poll: &'a Poll<'a>,
    standings: Vec<Standing>,
    history: Vec<Vec<u128>>,
    /// The place of the preference for which each group of ballots counts.
    places: Vec<Option<usize>>,
    all: u128,
    outcome: Outcome,
}

impl<'a> Count<'a> {
    fn start(poll: &'a Poll<'a>) -> Self {
        let weights = poll.rankings.weights();
        let blank = u128::from(poll.contest.apart.blank) * u128::from(weights.denominator());
        let all = u128::from(weights.sum()) + blank;
        let mut count = Self {
            poll,
            standings: poll.standings(),
            history: Vec::new(),
            places: vec![Some(0); poll.rankings.len()],
            all,
            outcome: poll.outcome(Figure::zero()),
        };
        count.outcome.valid = count.figure(all);
        count
    }

    fn figure(&self, units: u128) -> Figure {
        Figure::exact(BigRational::new(units.into(), BigInt::from(self.poll.rankings.weights().denominator())))
    }

    /// One round. Whether there is another.
    fn round(&mut self, breaker: &mut Breaker<'_>) -> Result<bool, Open> {
        let votes = self.votes();
        self.history.push(votes);
        self.note();
        if self.outcome.elected.is_empty() {
            self.elect_majority();
        }
        let hopeful = those(&self.standings, Standing::Hopeful);
        if hopeful.len() > 2 {
            let lowest = self.lowest(&hopeful, breaker)?;
            self.exclude(lowest);
            return Ok(true);
        }
        if self.outcome.elected.is_empty() {
            let round = self.history.len();
            let chosen = breaker.look_back(round, Over::Election, hopeful, &self.history, self)?;
            self.elect(chosen);
        }
        Ok(false)
    }

    /// Every ballot counts for its first continuing candidate.
    fn votes(&mut self) -> Vec<u128> {
        let mut votes = vec![0; self.standings.len()];
        for (place, ranking) in self.places.iter_mut().zip(self.poll.rankings.iter()) {
            *place = place.and_then(|from| next_preference(ranking.preferences, from, &self.standings));
            if let Some(place) = place {
                votes[ranking.preferences[*place].candidate()] += u128::from(ranking.units);
            }
        }
        votes
    }

    fn now(&self) -> &[u128] {
        self.history.last().map_or(&[], Vec::as_slice)
    }

    /// More than half of the ballots that still count.
    fn elect_majority(&mut self) {
        let continuing: u128 = self.now().iter().sum();
        let hopeful = those(&self.standings, Standing::Hopeful);
        let winner = hopeful.iter().find(|candidate| self.now()[**candidate] * 2 > continuing);
        if let Some(winner) = winner.or(hopeful.first().filter(|_| hopeful.len() == 1)) {
            self.elect(*winner);
        }
    }

    fn elect(&mut self, candidate: Candidate) {
        self.outcome.elected.push(candidate);
        if let Some(round) = self.outcome.rounds.last_mut() {
            round.elected.push(candidate);
        }
    }

    /// The lowest of the continuing candidates. Once somebody has a majority nothing hangs on a tie.
    fn lowest(&self, hopeful: &[Candidate], breaker: &mut Breaker<'_>) -> Result<Candidate, Open> {
        let lowest = extreme(hopeful, Wanted::Fewest, self.now());
        let round = self.history.len();
        let without_votes = self.now()[lowest[0]] == 0 && lowest.len() < hopeful.len();
        if without_votes || !self.outcome.elected.is_empty() {
            return breaker.choose_any(round, Over::Exclusion, lowest, self);
        }
        breaker.look_back(round, Over::Exclusion, lowest, &self.history, self)
    }

    /// Excludes a candidate and notes where the ballots go next.
    fn exclude(&mut self, candidate: Candidate) {
        self.standings[candidate] = Standing::Excluded;
        let mut received = vec![0_u128; self.standings.len()];
        let mut set_aside = 0_u128;
        for (place, ranking) in self.places.iter().zip(self.poll.rankings.iter()) {
            let Some(from) = place.filter(|place| ranking.preferences[*place].candidate() == candidate) else {
                continue;
            };
            match next_preference(ranking.preferences, from, &self.standings) {
                Some(next) => received[ranking.preferences[next].candidate()] += u128::from(ranking.units),
                None => set_aside += u128::from(ranking.units),
            }
        }
        let votes = self.figure(self.now()[candidate]);
        let transfer = Transfer {
            from: candidate,
            papers: votes.clone(),
            votes,
            to: (0..received.len()).filter(|to| received[*to] > 0).map(|to| (to, self.figure(received[to]))).collect(),
            non_transferable: self.figure(set_aside),
            lost: Figure::zero(),
        };
        if let Some(round) = self.outcome.rounds.last_mut() {
            round.excluded.push(candidate);
            round.transfer = Some(transfer);
        }
    }

    fn note(&mut self) {
        let exhausted = self.figure(self.all - self.now().iter().sum::<u128>());
        let round = Round {
            action: match self.outcome.rounds.last().and_then(|round| round.excluded.first()) {
                Some(excluded) => Action::Exclusion(*excluded),
                None => Action::First,
            },
            votes: figures(self.now(), |votes| self.figure(votes)),
            non_transferable: exhausted.clone(),
            exhausted,
            ..Round::default()
        };
        self.outcome.rounds.push(round);
    }
}

impl AtTie for Count<'_> {
    /// Whoever has a majority on the way has it at the end.
    fn lowest_go_in_any_order(&self) -> bool {
        let hopeful = those(&self.standings, Standing::Hopeful);
        let rankings = self.poll.rankings;
        lowest_go_in_any_order(&hopeful, self.now(), 1, rankings.has_equal_ranks(), |going| {
            let standings = without(&self.standings, going);
            let mut votes = self.now().to_vec();
            for (place, ranking) in self.places.iter().zip(rankings.iter()) {
                let gone = |at: &usize| standings[ranking.preferences[*at].candidate()] == Standing::Excluded;
                let next = place.filter(gone).and_then(|from| next_preference(ranking.preferences, from, &standings));
                if let Some(next) = next {
                    votes[ranking.preferences[next].candidate()] += u128::from(ranking.units);
                }
            }
            Some(votes)
        })
    }

    fn place(&self) -> Place {
        let papers = self.places.iter().map(|place| place.map_or(u64::MAX, |place| place as u64));
        let standing = standing_numbers(&self.standings, &self.outcome.elected, &self.history);
        place(standing.into_iter().chain(papers))
    }
}
