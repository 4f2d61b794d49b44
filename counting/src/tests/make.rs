//! What tests start from: the real elections, and contests out of thin air.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use num_rational::Ratio;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::Value;

use crate::contest::{Ballots, Candidate, Contest, Rankings};
use crate::readers::{Format, read};

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/elections")
}

/// The entries of `expected.json`.
pub fn expected() -> Vec<Value> {
    let file = File::open(folder().join("expected.json")).expect("the figures");
    let all: Value = serde_json::from_reader(BufReader::new(file)).expect("JSON");
    all["elections"].as_array().expect("entries").clone()
}

/// The contest of an entry.
pub fn contest_of(entry: &Value) -> Contest {
    let name = entry["file"].as_str().expect("a file");
    let file = BufReader::new(File::open(folder().join(name)).expect("the ballots"));
    read(Format::of_name(name).expect("a format"), file).expect("readable ballots")
}

/// How many contests a law is tried on.
pub fn laws() -> Config {
    let cases = std::env::var("LAWS").ok().and_then(|text| text.parse().ok()).unwrap_or(250);
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_101), ..Config::default() }
}

/// A contest of ranked ballots, as plain lists: each ballot its weight and ranks.
#[derive(Debug, Clone)]
pub struct Plain {
    pub seats: usize,
    pub candidates: usize,
    pub ballots: Vec<(u64, Vec<Vec<Candidate>>)>,
}

impl Plain {
    /// The contest; candidate `order[i]` stands in place i, and carries its name along.
    pub fn contest(&self, order: &[Candidate]) -> Contest {
        let mut rankings = Rankings::default();
        let mut place = vec![0; self.candidates];
        for (at, candidate) in order.iter().enumerate() {
            place[*candidate] = at;
        }
        for (weight, ranks) in &self.ballots {
            let ranks: Vec<Vec<Candidate>> =
                ranks.iter().map(|rank| rank.iter().map(|candidate| place[*candidate]).collect()).collect();
            rankings.push_ranks(Ratio::from_integer(*weight), &ranks).expect("a ballot");
        }
        Contest {
            title: "Board".into(),
            seats: self.seats,
            candidates: order.iter().map(|candidate| format!("Candidate {candidate}")).collect(),
            ballots: Ballots::Ranked(rankings),
            ..Contest::default()
        }
    }

    pub fn as_it_is(&self) -> Contest {
        self.contest(&(0..self.candidates).collect::<Vec<_>>())
    }
}

/// Contests of up to seven candidates with ballots of any length; with `equal`, some rank candidates as equals.
pub fn plain(equal: bool) -> impl Strategy<Value = Plain> {
    (1..=4_usize, 1..=7_usize)
        .prop_flat_map(move |(seats, candidates)| {
            let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
            let ballot = (1..30_u64, order, 0..=candidates, any::<u8>());
            (Just(seats), Just(candidates), proptest::collection::vec(ballot, 1..25))
        })
        .prop_map(move |(seats, candidates, ballots)| {
            let ballots = ballots.into_iter().map(|(weight, order, length, joins)| {
                let mut ranks: Vec<Vec<Candidate>> = Vec::new();
                for (at, candidate) in order.into_iter().take(length).enumerate() {
                    match ranks.last_mut() {
                        Some(last) if equal && joins & 0x11 == 0 && at % 2 == 1 => last.push(candidate),
                        _ => ranks.push(vec![candidate]),
                    }
                }
                (weight, ranks)
            });
            Plain { seats, candidates, ballots: ballots.collect() }
        })
}
