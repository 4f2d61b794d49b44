//! The ballots as a tree of the ways they go, so that equal beginnings are computed once (Meek).
//!
//! A way passes the elected candidates of a ballot and ends with its first continuing one, who keeps all that arrives.

use super::{Poll, Standing};
use crate::contest::{Candidate, Preference};
use crate::number::Fixed9;

const NONE: u32 = u32::MAX;

/// One step of a way: a candidate after the steps before.
struct Step {
    candidate: Candidate,
    parent: u32,
    first_child: u32,
    next_sibling: u32,
    /// Ballots that come here.
    ballots: u64,
}

/// All ways; a step comes after the one it follows.
pub struct Paths {
    steps: Vec<Step>,
}

impl Paths {
    /// `stops` holds, for each group of ballots, the place at which it stopped for good in an earlier round.
    pub fn new(poll: &Poll<'_>, standings: &[Standing], stops: &mut [usize]) -> Self {
        let root = Step { candidate: 0, parent: NONE, first_child: NONE, next_sibling: NONE, ballots: 0 };
        let mut paths = Self { steps: vec![root] };
        for (ranking, stop) in poll.rankings.iter().zip(stops) {
            let end = ranking.preferences.len().min(*stop);
            if let Some(place) = paths.add(ranking.units, &ranking.preferences[..end], standings) {
                *stop = place;
            }
        }
        paths
    }

    /// A rank with several candidates, one of them with a keep factor, ends the way for good: it says no single next
    /// preference. Its place, when the way comes to one.
    fn add(&mut self, ballots: u64, preferences: &[Preference], standings: &[Standing]) -> Option<usize> {
        let (mut step, mut place) = (0, 0);
        for rank in preferences.chunk_by(|_, next| next.equal_to_previous()) {
            match rank {
                [preference] => {
                    let candidate = preference.candidate();
                    if standings[candidate] != Standing::Excluded {
                        step = self.after(step, candidate);
                        self.steps[step as usize].ballots += ballots;
                    }
                    if standings[candidate] == Standing::Hopeful {
                        return None;
                    }
                }
                several => {
                    if several.iter().any(|preference| standings[preference.candidate()] != Standing::Excluded) {
                        return Some(place);
                    }
                }
            }
            place += rank.len();
        }
        None
    }

    /// The step to a candidate after a step, made when there is none.
    fn after(&mut self, parent: u32, candidate: Candidate) -> u32 {
        let mut child = self.steps[parent as usize].first_child;
        while child != NONE {
            let step = &self.steps[child as usize];
            if step.candidate == candidate {
                return child;
            }
            child = step.next_sibling;
        }
        let made = self.steps.len() as u32;
        let next_sibling = self.steps[parent as usize].first_child;
        self.steps.push(Step { candidate, parent, first_child: NONE, next_sibling, ballots: 0 });
        self.steps[parent as usize].first_child = made;
        made
    }

    /// The votes of all candidates: along each way a candidate keeps `weight × keep`, rounded up, of what arrives.
    pub fn votes(&self, keep: &[Fixed9]) -> Vec<Fixed9> {
        let keep: Vec<u64> = keep.iter().map(|keep| keep.units() as u64).collect();
        let mut votes = vec![0_i128; keep.len()];
        let mut left: Vec<u64> = Vec::with_capacity(self.steps.len());
        left.push(Fixed9::SCALE as u64);
        for step in &self.steps[1..] {
            let weight = left[step.parent as usize];
            let kept = (weight * keep[step.candidate]).div_ceil(Fixed9::SCALE as u64).min(weight);
            votes[step.candidate] += i128::from(step.ballots) * i128::from(kept);
            left.push(weight - kept);
        }
        votes.into_iter().map(Fixed9::from_units).collect()
    }
}
