//! STV by Meek's method: the reference rule of the Proportional Representation Foundation, with nine decimals.
//!
//! Every elected candidate keeps a share of each vote and passes the rest on; the shares are found by iteration. The votes of
//! a round are those at its end, before an exclusion is carried out. Section letters are those of the reference rule.

use super::any_order::{lowest_go_in_any_order, standing_numbers};
use super::paths::Paths;
use super::{Poll, Standing, those, without};
use crate::contest::Candidate;
use crate::number::Fixed9;
use crate::outcome::{Action, MeekEnd, MeekRound, Outcome, Over, Round};
use crate::ties::{AtTie, Breaker, Open, Place, Wanted, extreme, figures, place, read_out};

/// Below this total surplus (a millionth) the shares are found well enough: omega.
const OMEGA: Fixed9 = Fixed9::from_units(1_000);

/// Counts a poll.
pub fn count(poll: &Poll<'_>, breaker: &mut Breaker<'_>) -> Outcome {
    let mut count = Count::start(poll);
    loop {
        let shares = count.round();
        if count.rest_fill_the_seats() {
            count.end_round(shares, &[]);
            break;
        }
        let Ok(excluded) = count.exclusion(&shares, breaker) else {
            count.end_round(shares, &[]);
            break;
        };
        count.end_round(shares, &excluded);
        if count.is_complete() {
            break;
        }
    }
    count.outcome
}

struct Count<'a> {
    poll: &'a Poll<'a>,
    standings: Vec<Standing>,
    keep: Vec<Fixed9>,
    /// Where each group of ballots stopped, see [`Paths::new`].
    stops: Vec<usize>,
    history: Vec<Vec<Fixed9>>,
    outcome: Outcome,
}

/// What the iterations of a round found.
struct Shares {
    votes: Vec<Fixed9>,
    keep: Vec<Fixed9>,
    quota: Fixed9,
    surplus: Fixed9,
    iterations: u32,
    ended_by: MeekEnd,
    elected: Vec<Candidate>,
}

impl<'a> Count<'a> {
    /// A: every keep factor is 1.
    fn start(poll: &'a Poll<'a>) -> Self {
        let standings = poll.standings();
        let of = |standing: &Standing| {
            if *standing == Standing::Hopeful { Fixed9::ONE } else { Fixed9::ZERO }
        };
        let keep = standings.iter().map(of).collect();
        let stops = vec![usize::MAX; poll.rankings.len()];
        Self { poll, standings, keep, stops, history: Vec::new(), outcome: poll.stv_outcome() }
    }

    fn hopeful(&self) -> Vec<Candidate> {
        those(&self.standings, Standing::Hopeful)
    }

    fn vacancies(&self) -> usize {
        self.poll.seats.saturating_sub(self.outcome.elected.len())
    }

    /// B.1: all seats are filled, or nobody is left to choose from.
    fn is_complete(&self) -> bool {
        self.vacancies() == 0 || self.hopeful().is_empty()
    }

    /// B.2: iterates until somebody is elected or the shares are found.
    fn round(&mut self) -> Shares {
        let paths = Paths::new(self.poll, &self.standings, &mut self.stops);
        let mut before: Option<Fixed9> = None;
        let mut iterations = 0;
        loop {
            iterations += 1;
            let votes = paths.votes(&self.keep);
            let quota = quota(&votes, self.poll.seats);
            let mut elected = self.elect(&votes, quota);
            let surplus = self.total_surplus(&votes, quota);
            let ended_by = match before {
                _ if !elected.is_empty() => Some(MeekEnd::Elected),
                _ if surplus < OMEGA => Some(MeekEnd::Omega),
                Some(before) if surplus >= before => Some(MeekEnd::Stable),
                _ => None,
            };
            if let Some(ended_by) = ended_by {
                self.history.push(votes.clone());
                read_out(self.poll.contest, &mut elected, &self.history);
                self.outcome.elected.extend_from_slice(&elected);
                return Shares { votes, keep: self.keep.clone(), quota, surplus, iterations, ended_by, elected };
            }
            before = Some(surplus);
            self.update_keep_factors(&votes, quota);
        }
    }

    /// B.2.c: every hopeful candidate with the quota is elected.
    fn elect(&mut self, votes: &[Fixed9], quota: Fixed9) -> Vec<Candidate> {
        let mut elected = self.hopeful();
        elected.retain(|candidate| votes[*candidate] >= quota);
        for candidate in &elected {
            self.standings[*candidate] = Standing::Elected;
        }
        elected
    }

    /// B.2.d: what the elected have above the quota, together (one below it, by a rounding, takes from the sum), not below 0.
    fn total_surplus(&self, votes: &[Fixed9], quota: Fixed9) -> Fixed9 {
        let elected = those(&self.standings, Standing::Elected).into_iter();
        let sum: Fixed9 = elected.map(|candidate| votes[candidate] - quota).sum();
        sum.max(Fixed9::ZERO)
    }

    /// B.2.f: keep × quota ÷ votes for each elected candidate, rounded up twice.
    fn update_keep_factors(&mut self, votes: &[Fixed9], quota: Fixed9) {
        for candidate in those(&self.standings, Standing::Elected) {
            self.keep[candidate] = self.keep[candidate].times_up(quota).over_up(votes[candidate]);
        }
    }

    /// C: whether as many (or fewer) are left as there are vacancies.
    fn rest_fill_the_seats(&self) -> bool {
        self.hopeful().len() <= self.vacancies()
    }

    /// B.3: unless somebody was elected in the round, the lowest is excluded; tied is everybody within the total surplus.
    fn exclusion(&self, shares: &Shares, breaker: &mut Breaker<'_>) -> Result<Vec<Candidate>, Open> {
        if shares.ended_by == MeekEnd::Elected {
            return Ok(Vec::new());
        }
        let hopeful = self.hopeful();
        let Some(lowest) = extreme(&hopeful, Wanted::Fewest, &shares.votes).first().copied() else {
            return Ok(Vec::new());
        };
        let within = shares.votes[lowest] + shares.surplus;
        let tied: Vec<Candidate> =
            hopeful.iter().copied().filter(|candidate| shares.votes[*candidate] <= within).collect();
        let round = self.history.len();
        let without_votes = tied.iter().all(|candidate| shares.votes[*candidate] == Fixed9::ZERO);
        let chosen = if without_votes && hopeful.len() - tied.len() >= self.vacancies() {
            breaker.choose_any(round, Over::Exclusion, tied, self) // all of them are excluded next, and no vote moves
        } else {
            breaker.choose(round, Over::Exclusion, tied, self)
        };
        chosen.map(|candidate| vec![candidate])
    }

    /// Carries an exclusion out, elects the rest when they are as many as the vacancies (C), and notes the round.
    fn end_round(&mut self, shares: Shares, excluded: &[Candidate]) {
        for candidate in excluded {
            self.standings[*candidate] = Standing::Excluded;
            self.keep[*candidate] = Fixed9::ZERO;
        }
        let mut elected = shares.elected;
        if self.rest_fill_the_seats() {
            let mut rest = self.hopeful();
            read_out(self.poll.contest, &mut rest, &self.history);
            for candidate in &rest {
                self.standings[*candidate] = Standing::Elected;
            }
            self.outcome.elected.extend_from_slice(&rest);
            elected.extend(rest);
        }
        let with_candidates: Fixed9 = shares.votes.iter().copied().sum();
        let left = (Fixed9::whole(self.poll.valid) - with_candidates).figure();
        self.outcome.quota = Some(shares.quota.figure());
        self.outcome.rounds.push(Round {
            action: if self.outcome.rounds.is_empty() { Action::First } else { Action::Shares },
            votes: figures(&shares.votes, Fixed9::figure),
            quota: Some(shares.quota.figure()),
            elected,
            excluded: excluded.to_vec(),
            transfer: None,
            non_transferable: left.clone(),
            exhausted: left,
            meek: Some(MeekRound {
                iterations: shares.iterations,
                ended_by: shares.ended_by,
                keep: figures(&shares.keep, Fixed9::figure),
                total_surplus: shares.surplus.figure(),
            }),
        });
    }
}

impl AtTie for Count<'_> {
    /// Only while nobody is elected: the last digits of the keep factors come from all rounds before. With one seat, whoever
    /// has the quota on the way has it at the end.
    fn lowest_go_in_any_order(&self) -> bool {
        let Some(votes) = self.history.last().filter(|_| self.outcome.elected.is_empty()) else { return false };
        let equal_ranks = self.poll.rankings.has_equal_ranks();
        lowest_go_in_any_order(&self.hopeful(), votes, self.vacancies(), equal_ranks, |going| {
            let standings = without(&self.standings, going);
            let votes = Paths::new(self.poll, &standings, &mut self.stops.clone()).votes(&self.keep);
            let quota = quota(&votes, self.poll.seats);
            let mut stay = those(&standings, Standing::Hopeful).into_iter();
            (self.poll.seats == 1 || stay.all(|candidate| votes[candidate] < quota)).then_some(votes)
        })
    }

    fn place(&self) -> Place {
        let keep = self.keep.iter().map(|keep| keep.units() as u64);
        let stops = self.stops.iter().map(|stop| *stop as u64);
        let standing = standing_numbers(&self.standings, &self.outcome.elected, &self.history);
        place(standing.into_iter().chain(keep).chain(stops))
    }
}

/// B.2.b: the votes divided by one more than the seats, cut after nine decimals, and a billionth added.
fn quota(votes: &[Fixed9], seats: usize) -> Fixed9 {
    let all: Fixed9 = votes.iter().copied().sum();
    all.over_whole_down((seats as u64).saturating_add(1)) + Fixed9::UNIT
}
