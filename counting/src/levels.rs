//! From an order with equal ones to the elected: seats are filled from the best level down, and a level that is too large for
//! the seats left is a tie.

use super::contest::{Candidate, Contest};
use super::outcome::{Broken, Detail, Figure, Outcome, Over, Round, Tie};
use super::{Method, Settings, Ties, lot};

/// An outcome before the count: nobody elected, one round without figures.
pub fn start(contest: &Contest, method: Method, seats: usize) -> Outcome {
    Outcome {
        method,
        title: contest.title.clone(),
        candidates: contest.candidates.clone(),
        withdrawn: contest.withdrawn.clone(),
        seats,
        valid: Figure::exact(contest.ballots.total()),
        blank: contest.apart.blank,
        invalid: contest.apart.invalid,
        abstentions: contest.apart.abstentions,
        quota: None,
        rounds: vec![Round::default()],
        elected: Vec::new(),
        ranking: None,
        ties: Vec::new(),
        detail: Detail::None,
    }
}

/// Who stands: all but the withdrawn.
pub fn standing(contest: &Contest) -> Vec<Candidate> {
    (0..contest.candidates.len()).filter(|candidate| !contest.withdrawn.contains(candidate)).collect()
}

/// Candidates by figure, the highest first, equal ones together.
pub fn by_figure<V: Ord>(among: &[Candidate], figure: impl Fn(Candidate) -> V) -> Vec<Vec<Candidate>> {
    let mut order = among.to_vec();
    order.sort_by_key(|candidate| std::cmp::Reverse(figure(*candidate)));
    order.chunk_by(|a, b| figure(*a) == figure(*b)).map(<[Candidate]>::to_vec).collect()
}

/// Equal candidates in the order in which they are read out, which nothing hangs on: by name.
pub fn read_out(contest: &Contest, level: &[Candidate]) -> Vec<Candidate> {
    let mut level = level.to_vec();
    level.sort_by(|a, b| contest.candidates[*a].cmp(&contest.candidates[*b]).then(a.cmp(b)));
    level
}

/// Equal candidates in the order of the tie rule, with the record of it; `None` for the order if the tie stays.
pub fn order(contest: &Contest, settings: &Settings, over: Over, tied: &[Candidate]) -> (Option<Vec<Candidate>>, Tie) {
    let (order, broken) = match &settings.ties {
        Ties::None => (None, Broken::Not),
        Ties::BallotOrder => {
            let mut order = tied.to_vec();
            order.sort_unstable();
            (Some(order), Broken::BallotOrder)
        }
        Ties::Lot { seed } => {
            let draws = lot::order(seed, contest, tied);
            let order = draws.iter().map(|(candidate, _)| *candidate).collect();
            (Some(order), Broken::Lot { seed: seed.clone(), draws })
        }
    };
    let tie = Tie { round: 1, over, between: read_out(contest, tied), chosen: Vec::new(), broken };
    (order, tie)
}

/// Fills the seats of the outcome from these levels.
pub fn elect(outcome: &mut Outcome, contest: &Contest, settings: &Settings, levels: &[Vec<Candidate>]) {
    for level in levels {
        let left = outcome.seats - outcome.elected.len();
        if left == 0 {
            break;
        }
        if level.len() <= left {
            outcome.elected.extend(read_out(contest, level));
            continue;
        }
        let (order, mut tie) = order(contest, settings, Over::Election, level);
        tie.round = outcome.rounds.len();
        tie.chosen = order.map(|order| order[..left].to_vec()).unwrap_or_default();
        outcome.elected.extend(&tie.chosen);
        outcome.ties.push(tie);
        break;
    }
    if let Some(round) = outcome.rounds.last_mut() {
        round.elected.clone_from(&outcome.elected);
    }
}
