//! What follows from a count: who is elected, which seats stay empty, and who follows where a seat falls vacant. Pure.
//!
//! "None of these" is counted like anybody else. A seat that it wins stays empty; the other seats are filled as counted. Who follows is found
//! by counting the same ballots again for one seat, as if those who are elected or follow already had not stood: the same rule for every
//! method. The list ends where "none of these" would win that seat, or nobody is left. Who withdrew while votes were cast is left out of
//! every count in the same way.

use counting::{Candidate, Contest, Method, Settings};

/// The most who follow: nobody looks further down a list.
const FOLLOWING_MAX: usize = 50;

/// Who won a seat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seated {
    /// Choices by number, in the order of election.
    pub elected: Vec<i32>,
    /// How many seats "none of these" won.
    pub none: usize,
}

/// What a count comes to. `none` is the number of "none of these", where it stands.
pub fn seated(elected: &[Candidate], none: Option<i32>) -> Seated {
    let numbers: Vec<i32> = elected.iter().map(|place| number(*place)).collect();
    let (nobody, elected): (Vec<i32>, Vec<i32>) = numbers.into_iter().partition(|number| Some(*number) == none);
    Seated { elected, none: nobody.len() }
}

/// Who follows those who are elected, the first of them first.
pub fn following(contest: &Contest, elected: &[i32], none: Option<i32>) -> Vec<i32> {
    let mut gone: Vec<Candidate> = elected.iter().filter_map(|number| place(*number)).collect();
    gone.extend(&contest.withdrawn);
    let mut found = Vec::new();
    while found.len() < FOLLOWING_MAX {
        match for_one_seat(contest, &mut gone) {
            Some(next) if Some(number(next)) != none && !gone.contains(&next) => {
                found.push(number(next));
                gone.push(next);
            }
            _ => break,
        }
    }
    found
}

/// Who wins one seat by the same ballots, as if some had not stood.
fn for_one_seat(contest: &Contest, gone: &mut Vec<Candidate>) -> Option<Candidate> {
    gone.sort_unstable();
    gone.dedup();
    let directions = contest.directions.as_ref()?;
    let settings = Settings { seats: Some(1), ..directions.settings() };
    // A ballot that names as many as there were seats names too many for one: each name on it is one vote, as it was.
    let method = if directions.method == Method::Plurality { Method::Approval } else { directions.method };
    let without = Contest { seats: 1, withdrawn: gone.clone(), ..contest.clone() };
    match counting::count(&without, method, &settings).ok()?.elected.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

fn number(place: Candidate) -> i32 {
    i32::try_from(place + 1).unwrap_or(i32::MAX)
}

fn place(number: i32) -> Option<Candidate> {
    usize::try_from(number - 1).ok()
}

#[cfg(test)]
mod tests {
    use counting::contest::{Mark, Markings, POINT, Rankings};
    use counting::{Ballots, Directions, Ratio, Ties};
    use proptest::prelude::*;

    use super::*;

    const METHODS: [Method; 10] = [
        Method::Plurality,
        Method::Approval,
        Method::Score,
        Method::Dots,
        Method::Irv,
        Method::StvScottish,
        Method::StvMeek,
        Method::Schulze,
        Method::RankedPairs,
        Method::Star,
    ];

    /// Ballots as orders of some of the candidates; a method of marks gives points down the order.
    fn contest(method: Method, candidates: usize, seats: usize, orders: &[Vec<usize>]) -> Contest {
        let one = Ratio::from_integer(1);
        let ranked = matches!(
            method,
            Method::Irv | Method::StvScottish | Method::StvMeek | Method::Schulze | Method::RankedPairs
        );
        let (mut rankings, mut markings) = (Rankings::default(), Markings::default());
        for order in orders.iter().filter(|order| !order.is_empty()) {
            if ranked {
                let ranks: Vec<Vec<usize>> = order.iter().map(|candidate| vec![*candidate]).collect();
                rankings.push_ranks(one, &ranks).expect("a ballot");
            } else {
                let few = if method == Method::Plurality { seats } else { order.len() };
                let points = |at: usize| match method {
                    Method::Score | Method::Star | Method::Dots => (5 - at.min(4)) as i64,
                    _ => 1,
                };
                let marks: Vec<Mark> = order
                    .iter()
                    .take(few)
                    .enumerate()
                    .map(|(at, candidate)| Mark { candidate: *candidate, millionths: points(at) * POINT })
                    .collect();
                let mut marks = marks;
                marks.sort_unstable_by_key(|mark| mark.candidate);
                markings.push(one, &marks).expect("a ballot");
            }
        }
        Contest {
            seats,
            candidates: (0..candidates).map(|at| format!("{at}")).collect(),
            ballots: if ranked { Ballots::Ranked(rankings) } else { Ballots::Marked(markings) },
            directions: Some(Directions { method, rule: Settings::default().proposal, seed: Some("seed".to_owned()) }),
            ..Contest::default()
        }
    }

    fn orders(candidates: usize) -> impl Strategy<Value = Vec<Vec<usize>>> {
        let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
        let some = (order, 0..=candidates).prop_map(|(mut order, many)| {
            order.truncate(many);
            order
        });
        prop::collection::vec(some, 1..12)
    }

    fn counted(contest: &Contest, method: Method, ties: Ties) -> Vec<Candidate> {
        let settings = Settings { ties, ..Settings::default() };
        counting::count(contest, method, &settings).map_or_else(|_| Vec::new(), |outcome| outcome.elected)
    }

    proptest! {
        /// In every method: a seat that "none of these" wins stays empty, the others are filled as counted, and nobody follows who is
        /// elected, withdrew, or stands behind "none of these" for the seat.
        #[test]
        fn none_of_these_keeps_its_seat_empty(
            (candidates, orders) in (2..6_usize).prop_flat_map(|candidates| (Just(candidates), orders(candidates))),
            seats in 1..4_usize, at in 0..METHODS.len(), gone in prop::option::of(0..6_usize),
        ) {
            let method = METHODS[at];
            let seats = if matches!(method, Method::Irv | Method::Star) { 1 } else { seats.min(candidates - 1) };
            let mut contest = contest(method, candidates, seats, &orders);
            let none = number(candidates - 1);
            contest.withdrawn = gone.filter(|gone| gone + 1 < candidates && candidates > 2).into_iter().collect();
            let elected = counted(&contest, method, Ties::Lot { seed: "seed".to_owned() });
            let seated = seated(&elected, Some(none));
            prop_assert!(seated.none <= 1 && !seated.elected.contains(&none));
            prop_assert_eq!(seated.elected.len() + seated.none, elected.len());
            prop_assert!(elected.len() <= seats);
            let next = following(&contest, &seated.elected, Some(none));
            let mut all: Vec<i32> = seated.elected.iter().chain(&next).copied().collect();
            prop_assert!(!next.contains(&none));
            prop_assert!(all.iter().all(|one| !contest.withdrawn.contains(&place(*one).expect("a place"))));
            let many = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), many, "nobody twice");
            // The first who follows wins the seat where those who are elected had not stood, and "none of these" ends the list.
            let mut gone: Vec<Candidate> = seated.elected.iter().filter_map(|one| place(*one)).collect();
            gone.extend(&contest.withdrawn);
            let won = for_one_seat(&contest, &mut gone);
            match next.first() {
                Some(first) => prop_assert_eq!(won.map(number), Some(*first)),
                None => prop_assert!(won.is_none_or(|won| number(won) == none)),
            }
        }

        /// Who withdrew while votes were cast changes nothing but that they are not there: the count is that of the same ballots without
        /// their name on them.
        #[test]
        fn who_withdrew_is_as_if_they_had_not_stood(
            (candidates, orders) in (3..6_usize).prop_flat_map(|candidates| (Just(candidates), orders(candidates))),
            seats in 1..3_usize, at in 0..6_usize, gone in 0..6_usize,
        ) {
            // Methods in which an order without a name on it is what the ballot without that name would have said.
            let method = [Method::Approval, Method::Irv, Method::StvScottish, Method::StvMeek, Method::Schulze, Method::RankedPairs][at];
            let (seats, gone) = (if method == Method::Irv { 1 } else { seats }, gone % candidates);
            let mut withdrawn = contest(method, candidates, seats, &orders);
            withdrawn.withdrawn = vec![gone];
            let bare: Vec<Vec<usize>> = orders.iter()
                .map(|order| order.iter().copied().filter(|candidate| *candidate != gone).collect()).collect();
            // The same number of ballots, blank ones too: a quota is taken of the valid ones.
            prop_assume!(bare.iter().all(|order| !order.is_empty()));
            let mut without = contest(method, candidates, seats, &bare);
            without.withdrawn = vec![gone];
            let elected = counted(&withdrawn, method, Ties::None);
            prop_assert_eq!(&elected, &counted(&without, method, Ties::None));
            prop_assert!(!elected.contains(&gone));
        }
    }
}
