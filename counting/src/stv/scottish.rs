//! STV by the Scottish Local Government Elections Order 2007, schedule 1, rules 45 to 52 (46 to 53 in the Order of 2011):
//! weighted inclusive Gregory transfers with five decimals.
//!
//! At the end of every stage the votes of all candidates and the non-transferable ones add up to the valid ballots.

use super::any_order::{lowest_go_in_any_order, standing_numbers};
use super::{Poll, Standing, next_preference, those, without};
use crate::contest::Candidate;
use crate::number::Fixed5;
use crate::outcome::{Action, Figure, Outcome, Over, Round, Transfer};
use crate::ties::{AtTie, Breaker, Open, Place, Wanted, extreme, figures, place, read_out};

/// Counts a poll.
pub fn count(poll: &Poll<'_>, breaker: &mut Breaker<'_>) -> Outcome {
    let mut count = Count::first_stage(poll);
    count.end_stage(Action::First, None);
    while !count.is_complete() {
        if count.next_stage(breaker).is_err() {
            break;
        }
    }
    count.outcome
}

/// A group of equal papers in the pile of a candidate.
#[derive(Debug, Clone, Copy)]
struct Paper {
    group: u32,
    /// Where on the paper the candidate who has it stands.
    place: u32,
    /// The value of each paper when it was received.
    value: Fixed5,
}

struct Count<'a> {
    poll: &'a Poll<'a>,
    quota: Fixed5,
    standings: Vec<Standing>,
    votes: Vec<Fixed5>,
    piles: Vec<Vec<Paper>>,
    /// The votes at the end of each stage.
    history: Vec<Vec<Fixed5>>,
    /// What papers that name nobody else are worth.
    exhausted: Fixed5,
    outcome: Outcome,
}

impl<'a> Count<'a> {
    /// Rule 45: the papers are sorted into piles by first preference. Rule 46: the quota.
    fn first_stage(poll: &'a Poll<'a>) -> Self {
        let quota = quota(poll.valid, poll.seats);
        let mut outcome = poll.stv_outcome();
        outcome.quota = Some(Figure::whole(quota));
        let mut count = Self {
            poll,
            quota: Fixed5::whole(quota),
            standings: poll.standings(),
            votes: vec![Fixed5::ZERO; poll.candidates()],
            piles: vec![Vec::new(); poll.candidates()],
            history: Vec::new(),
            exhausted: Fixed5::ZERO,
            outcome,
        };
        for (group, ranking) in (0..).zip(poll.rankings.iter()) {
            if let Some(place) = next_preference(ranking.preferences, 0, &count.standings) {
                let candidate = ranking.preferences[place].candidate();
                count.votes[candidate] += Fixed5::whole(ranking.units);
                count.piles[candidate].push(Paper { group, place: place as u32, value: Fixed5::ONE });
            }
        }
        count
    }

    fn vacancies(&self) -> usize {
        self.poll.seats.saturating_sub(self.outcome.elected.len())
    }

    fn hopeful(&self) -> Vec<Candidate> {
        those(&self.standings, Standing::Hopeful)
    }

    fn is_complete(&self) -> bool {
        self.vacancies() == 0 || self.hopeful().is_empty()
    }

    /// One stage transfers one surplus (rule 48) or excludes one candidate (rule 50).
    fn next_stage(&mut self, breaker: &mut Breaker<'_>) -> Result<(), Open> {
        match self.largest_surplus(breaker)? {
            Some(candidate) => self.transfer_surplus(candidate),
            None => {
                let candidate = self.lowest(breaker)?;
                self.exclude(candidate);
            }
        }
        Ok(())
    }

    /// Rule 49: the largest surplus goes first; equal ones by the most recent stage at which they differed, then by lot.
    fn largest_surplus(&self, breaker: &mut Breaker<'_>) -> Result<Option<Candidate>, Open> {
        let mut with_surplus = those(&self.standings, Standing::Elected);
        with_surplus.retain(|candidate| self.votes[*candidate] > self.quota);
        if with_surplus.is_empty() {
            return Ok(None);
        }
        let largest = extreme(&with_surplus, Wanted::Most, &self.votes);
        breaker.look_back(self.history.len() + 1, Over::Surplus, largest, &self.history, self).map(Some)
    }

    /// Rule 50: the fewest votes; equal ones by the most recent stage at which they differed, then by lot.
    fn lowest(&self, breaker: &mut Breaker<'_>) -> Result<Candidate, Open> {
        let hopeful = self.hopeful();
        let lowest = extreme(&hopeful, Wanted::Fewest, &self.votes);
        let stage = self.history.len() + 1;
        let without_papers = lowest.iter().all(|candidate| self.piles[*candidate].is_empty());
        if without_papers && hopeful.len() - lowest.len() >= self.vacancies() {
            return breaker.choose_any(stage, Over::Exclusion, lowest, self); // all of them are excluded next, and no paper moves
        }
        breaker.look_back(stage, Over::Exclusion, lowest, &self.history, self)
    }

    /// Rule 48: every paper of the candidate passes on, each worth surplus × value when received ÷ votes of the candidate,
    /// cut after five decimals. The candidate stays at the quota.
    fn transfer_surplus(&mut self, candidate: Candidate) {
        let (total, surplus) = (self.votes[candidate], self.votes[candidate] - self.quota);
        let transfer = self.pass_on(candidate, surplus, |value| surplus.times_over_cut(value, total));
        self.votes[candidate] = self.quota;
        self.end_stage(Action::Surplus(candidate), Some(transfer));
    }

    /// Rule 50: the papers of the candidate pass on at the value they have.
    fn exclude(&mut self, candidate: Candidate) {
        self.standings[candidate] = Standing::Excluded;
        let transfer = self.pass_on(candidate, self.votes[candidate], |value| value);
        self.votes[candidate] = Fixed5::ZERO;
        self.end_stage(Action::Exclusion(candidate), Some(transfer));
    }

    /// Gives each paper of a pile to its next continuing candidate, or sets it aside when it names none.
    fn pass_on(&mut self, from: Candidate, votes: Fixed5, new_value: impl Fn(Fixed5) -> Fixed5) -> Transfer {
        let mut received = vec![Fixed5::ZERO; self.votes.len()];
        let (mut papers, mut set_aside) = (0, Fixed5::ZERO);
        for paper in std::mem::take(&mut self.piles[from]) {
            let ranking = self.poll.rankings.get(paper.group as usize);
            let value = new_value(paper.value);
            papers += ranking.units;
            match next_preference(ranking.preferences, paper.place as usize + 1, &self.standings) {
                Some(place) => {
                    let to = ranking.preferences[place].candidate();
                    received[to] += value.times_whole(ranking.units);
                    self.piles[to].push(Paper { place: place as u32, value, ..paper });
                }
                None => set_aside += value.times_whole(ranking.units),
            }
        }
        for (votes, more) in self.votes.iter_mut().zip(&received) {
            *votes += *more;
        }
        self.exhausted += set_aside;
        let lost = votes - set_aside - received.iter().copied().sum();
        let reached = those(&self.standings, Standing::Hopeful).into_iter();
        Transfer {
            from,
            votes: votes.figure(),
            papers: Figure::whole(papers),
            to: reached.filter(|to| received[*to] > Fixed5::ZERO).map(|to| (to, received[to].figure())).collect(),
            non_transferable: set_aside.figure(),
            lost: lost.figure(),
        }
    }

    /// Notes the stage, and who is elected at its end.
    fn end_stage(&mut self, action: Action, transfer: Option<Transfer>) {
        self.history.push(self.votes.clone());
        let elected = self.return_elected();
        let with_candidates: Fixed5 = self.votes.iter().copied().sum();
        let excluded = if let Action::Exclusion(candidate) = action { vec![candidate] } else { Vec::new() };
        self.outcome.elected.extend_from_slice(&elected);
        self.outcome.rounds.push(Round {
            action,
            votes: figures(&self.votes, Fixed5::figure),
            quota: Some(Figure::whole(self.quota.units() / Fixed5::SCALE)),
            elected,
            excluded,
            transfer,
            non_transferable: (Fixed5::whole(self.poll.valid) - with_candidates).figure(),
            exhausted: self.exhausted.figure(),
            meek: None,
        });
    }

    /// Rule 47: whoever has the quota is deemed elected. Rule 51: so are those who remain when they are as many as the
    /// vacancies. Rule 52: the more votes, the earlier.
    fn return_elected(&mut self) -> Vec<Candidate> {
        let mut elected: Vec<Candidate> =
            self.hopeful().into_iter().filter(|candidate| self.votes[*candidate] >= self.quota).collect();
        let vacancies = self.vacancies().saturating_sub(elected.len());
        let rest = self.hopeful().len() - elected.len();
        if rest <= vacancies {
            elected = self.hopeful();
        }
        for candidate in &elected {
            self.standings[*candidate] = Standing::Elected;
        }
        read_out(self.poll.contest, &mut elected, &self.history);
        elected
    }
}

impl AtTie for Count<'_> {
    /// Papers keep their value when they pass on, so that only somebody elected on the way could make a difference.
    fn lowest_go_in_any_order(&self) -> bool {
        let equal_ranks = self.poll.rankings.has_equal_ranks();
        lowest_go_in_any_order(&self.hopeful(), &self.votes, self.vacancies(), equal_ranks, |going| {
            let standings = without(&self.standings, going);
            let mut votes = self.votes.clone();
            for paper in going.iter().flat_map(|candidate| &self.piles[*candidate]) {
                let ranking = self.poll.rankings.get(paper.group as usize);
                let next = next_preference(ranking.preferences, paper.place as usize + 1, &standings);
                if let Some(next) = next {
                    votes[ranking.preferences[next].candidate()] += paper.value.times_whole(ranking.units);
                }
            }
            let mut stay = those(&standings, Standing::Hopeful).into_iter();
            (self.poll.seats == 1 || stay.all(|candidate| votes[candidate] < self.quota)).then_some(votes)
        })
    }

    fn place(&self) -> Place {
        let mut papers: Vec<[u64; 4]> = Vec::new();
        for (candidate, pile) in self.piles.iter().enumerate() {
            let numbers =
                |paper: &Paper| [paper.group.into(), candidate as u64, paper.place.into(), paper.value.units() as u64];
            papers.extend(pile.iter().map(numbers));
        }
        papers.sort_unstable();
        let standing = standing_numbers(&self.standings, &self.outcome.elected, &self.history);
        place(standing.into_iter().chain(papers.into_iter().flatten()))
    }
}

/// Rule 46: the valid ballots divided by one more than the seats, cut, and one added.
fn quota(valid: u64, seats: usize) -> u64 {
    valid / (seats as u64).saturating_add(1) + 1
}
