//! What is written is read as it was.

use num_rational::{BigRational, Ratio};
use proptest::prelude::*;

use super::super::{Format, read, write};
use super::FILES;
use crate::contest::{Apart, Ballots, Budget, Candidate, Contest, DefaultOption, Mark, Markings, Rankings};
use crate::simple::ProposalRule;
use crate::simple::proposal::{Base, Bound, Condition, Quorum};
use crate::tests::make::laws;
use crate::{Directions, Method};

fn again(format: Format, contest: &Contest) -> Contest {
    let mut text = Vec::new();
    write(format, contest, &mut text).expect("a contest that the format can hold");
    match read(format, text.as_slice()) {
        Ok(contest) => contest,
        Err(error) => panic!("{error}\n{}", String::from_utf8_lossy(&text)),
    }
}

#[test]
fn real_files_are_the_same_in_their_format_and_in_ours() {
    for file in FILES {
        let contest = super::contest(file);
        assert_eq!(again(Format::Json, &contest), contest, "{file}");
        let format = Format::of_name(file).filter(|format| *format != Format::Json).unwrap_or(Format::Debian);
        assert_eq!(again(format, &contest), contest, "{file}");
    }
}

/// Names with signs of the formats in them, but none that a line of names cannot hold.
fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[A-Za-zéß][A-Za-z ,.;'()=>é-]{0,8}[A-Za-zé]", 1..7)
}

/// Each candidate at most once, equal ranks here and there.
fn ranks(candidates: usize, equal: bool) -> impl Strategy<Value = Vec<Vec<Candidate>>> {
    let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
    (order, 1..=candidates, prop::collection::vec(any::<bool>(), candidates)).prop_map(
        move |(order, length, joined)| {
            let mut ranks: Vec<Vec<Candidate>> = Vec::new();
            for (at, candidate) in order.into_iter().take(length).enumerate() {
                match ranks.last_mut().filter(|_| equal && joined[at]) {
                    Some(rank) => rank.push(candidate),
                    None => ranks.push(vec![candidate]),
                }
            }
            ranks.iter_mut().for_each(|rank| rank.sort_unstable());
            ranks
        },
    )
}

fn of_ranks(weighted: Vec<(Ratio<u64>, Vec<Vec<Candidate>>)>) -> Ballots {
    let (mut rankings, mut seen) = (Rankings::default(), std::collections::BTreeSet::new());
    for (weight, ranks) in weighted {
        if seen.insert(ranks.clone()) {
            rankings.push_ranks(weight, &ranks).expect("a ballot");
        }
    }
    Ballots::Ranked(rankings)
}

fn ranked(parts: bool, equal: bool) -> impl Strategy<Value = Contest> {
    names()
        .prop_flat_map(move |names| {
            let weight = (1..50_u64, 1..if parts { 4_u64 } else { 2 }).prop_map(|(n, of)| Ratio::new(n, of));
            let ballots = prop::collection::vec((weight, ranks(names.len(), equal)), 1..8);
            let withdrawn = prop::collection::btree_set(0..names.len(), 0..2);
            (Just(names), ballots, 1..4_usize, 0..3_u64, withdrawn)
        })
        .prop_map(|(candidates, ballots, seats, blank, withdrawn)| Contest {
            title: "A contest".to_owned(),
            seats,
            candidates,
            ballots: of_ranks(ballots),
            apart: Apart { blank, ..Apart::default() },
            withdrawn: withdrawn.into_iter().collect(),
            ..Contest::default()
        })
}

fn marked() -> impl Strategy<Value = Contest> {
    (2..7_usize)
        .prop_flat_map(|candidates| {
            let marks = prop::collection::btree_map(0..candidates, -3_000_000..9_000_000_i64, 1..=candidates);
            let ballots = prop::collection::vec((1..5_u64, marks), 1..8);
            let costs = prop::collection::vec((0..1_000_u64, 1..3_u32), candidates);
            (Just(candidates), ballots, costs, any::<bool>())
        })
        .prop_map(|(candidates, ballots, costs, approval)| {
            let (mut markings, mut seen) = (Markings::default(), std::collections::BTreeSet::new());
            for (weight, marks) in ballots {
                let points = |millionths: i64| {
                    if approval { crate::contest::POINT } else { millionths }
                };
                let marks: Vec<Mark> = marks
                    .into_iter()
                    .map(|(candidate, millionths)| Mark { candidate, millionths: points(millionths) })
                    .collect();
                if seen.insert(marks.clone()) {
                    markings.push(Ratio::from_integer(weight), &marks).expect("a ballot");
                }
            }
            let cents = |(units, places): (u64, u32)| BigRational::new(units.into(), 10_u64.pow(places).into());
            Contest {
                title: "A budget; with \"quotes\"".to_owned(),
                seats: 1,
                candidates: (1..=candidates).map(|number| format!("P{number}")).collect(),
                ballots: Ballots::Marked(markings),
                budget: Some(Budget {
                    total: cents((98_765, 2)),
                    costs: costs.into_iter().map(cents).collect(),
                    names: (1..=candidates).map(|number| format!("Project \"{number}\"; new")).collect(),
                    currency: Some("CAD".to_owned()),
                }),
                ..Contest::default()
            }
        })
}

/// How a proposal is decided, with every base, bound and kind of quorum.
fn directions() -> impl Strategy<Value = Directions> {
    let share = || (0..6_u64, 1..6_u64).prop_map(|(part, of)| Ratio::new(part, of));
    let votes = || (0..90_i32, 1..4_i32).prop_map(|(n, of)| BigRational::new(n.into(), of.into()));
    let base =
        move || prop_oneof![Just(Base::VotesCast), votes().prop_map(Base::Present), votes().prop_map(Base::Entitled)];
    let quorum = prop::option::of((votes(), prop::option::of(votes())));
    let bound = prop_oneof![Just(Bound::AtLeast), Just(Bound::MoreThan), Just(Bound::AtMost)];
    let further = prop::collection::vec((0..9_usize, bound, share(), base()), 0..3);
    let rule = (share(), any::<bool>(), base(), any::<bool>(), quorum, further);
    let method = prop_oneof![Just(Method::Majority), Just(Method::Consent)];
    (method, prop::option::of("[ -~]{0,12}"), rule).prop_map(
        |(method, seed, (share, more_than, base, abstentions_count, quorum, further))| Directions {
            method,
            seed,
            rule: ProposalRule {
                share,
                more_than,
                base,
                abstentions_count,
                quorum: quorum.map(|(needed, present)| Quorum { needed, present }),
                further: further
                    .into_iter()
                    .map(|(option, bound, share, base)| Condition { option, bound, share, base })
                    .collect(),
            },
        },
    )
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn rankings_are_read_as_written_in_csv(contest in ranked(true, true)) {
        let contest = Contest { title: String::new(), seats: 1, withdrawn: Vec::new(), ..contest };
        let names: std::collections::BTreeSet<_> = contest.candidates.iter().collect();
        let namesakes = names.len() < contest.candidates.len();
        let mut text = Vec::new();
        match write(Format::Csv, &contest, &mut text) {
            Ok(()) => prop_assert_eq!(read(Format::Csv, text.as_slice()), Ok(contest)),
            Err(error) => prop_assert!(namesakes, "{} {:?}", error, contest.candidates),
        }
    }

    #[test]
    fn ranked_contests_are_read_as_written(contest in ranked(true, true)) {
        prop_assert_eq!(again(Format::Json, &contest), contest.clone());
        prop_assert_eq!(again(Format::Blt, &contest), contest.clone());
        let standing = Contest { withdrawn: Vec::new(), ..contest };
        let one_seat = Contest { seats: 1, ..standing.clone() };
        prop_assert_eq!(again(Format::PrefLib, &one_seat), one_seat.clone());
        let read = again(Format::Cvotes, &standing);
        prop_assert_eq!(read.ballots, standing.ballots);
        prop_assert_eq!((read.seats, read.apart), (standing.seats, standing.apart));
    }

    #[test]
    fn whole_rankings_are_read_as_written_in_debians_form(contest in ranked(false, true), quorum in 0..90_u64) {
        let options = contest.candidates.len();
        let default = DefaultOption {
            option: options - 1,
            quorum: BigRational::new(quorum.into(), 2.into()),
            majorities: (0..options).map(|at| (1 + at as u64 % 3, 1)).collect(),
        };
        let contest = Contest { default_option: Some(default), seats: 1, withdrawn: Vec::new(), ..contest };
        prop_assert_eq!(again(Format::Debian, &contest), contest.clone());
        prop_assert_eq!(again(Format::Json, &contest), contest);
    }

    #[test]
    fn directions_are_read_as_written(contest in ranked(false, false), directions in directions()) {
        let candidates = contest.candidates.len();
        let mut directions = directions;
        directions.rule.further.iter_mut().for_each(|one| one.option %= candidates);
        let contest = Contest { directions: Some(directions), ..contest };
        prop_assert_eq!(again(Format::Json, &contest), contest);
    }

    #[test]
    fn budgets_are_read_as_written(contest in marked()) {
        prop_assert_eq!(again(Format::Json, &contest), contest.clone());
        prop_assert_eq!(again(Format::Pabulib, &contest), contest);
    }

    #[test]
    fn project_orders_are_read_as_written(contest in ranked(false, false)) {
        let projects = contest.candidates.len();
        let contest = Contest {
            candidates: (1..=projects).map(|number| number.to_string()).collect(),
            budget: Some(Budget {
                total: BigRational::from_integer(100.into()),
                costs: vec![BigRational::from_integer(7.into()); projects],
                names: Vec::new(),
                currency: None,
            }),
            seats: 1,
            withdrawn: Vec::new(),
            ..contest
        };
        prop_assert_eq!(again(Format::Pabulib, &contest), contest);
    }
}
