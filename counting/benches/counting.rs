//! How long counting takes: 10 seats, 30 candidates, 100,000 ballots, most of them different.
//!
//! `cargo bench -p counting --bench counting` measures; with `BALLOTS_FILE=x.blt` it writes the ballots to that file instead,
//! to try the command on them: `/usr/bin/time -v cooperator count x.blt --method stv-meek`.

use std::fmt::Write as _;
use std::hint::black_box;

use counting::readers::{Format, read};
use counting::{Contest, Method, Settings, Ties, count};
use criterion::Criterion;

const SEATS: usize = 10;
const CANDIDATES: u64 = 30;
const BALLOTS: usize = 100_000;

/// Numbers that are the same on every machine (xorshift64*).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound
    }
}

/// A ballot file: ballots of 1 to 30 preferences; the candidate numbered 1 is four times as popular as the last.
fn ballot_file() -> String {
    let mut numbers = Numbers(20_260_101);
    let mut file = format!("{CANDIDATES} {SEATS}\n");
    for _ in 0..BALLOTS {
        let mut left: Vec<u64> = (1..=CANDIDATES).collect();
        file.push('1');
        for _ in 0..=numbers.below(CANDIDATES) {
            let _ = write!(file, " {}", left.remove(preferred(&left, &mut numbers)));
        }
        file.push_str(" 0\n");
    }
    file.push_str("0\n");
    for candidate in 1..=CANDIDATES {
        let _ = writeln!(file, "\"Candidate {candidate}\"");
    }
    file + "\"A large election\"\n"
}

/// The place of one of those left, each as likely as it is popular.
fn preferred(left: &[u64], numbers: &mut Numbers) -> usize {
    let popularity = |candidate: &u64| 40 - candidate;
    let mut drawn = numbers.below(left.iter().map(popularity).sum());
    for (at, candidate) in left.iter().enumerate() {
        match drawn.checked_sub(popularity(candidate)) {
            Some(rest) => drawn = rest,
            None => return at,
        }
    }
    left.len() - 1
}

fn contest(file: &str) -> Contest {
    read(Format::Blt, file.as_bytes()).expect("the ballots just made")
}

fn main() {
    let file = ballot_file();
    if let Some(path) = std::env::var_os("BALLOTS_FILE") {
        std::fs::write(path, file).expect("a file that can be written");
        return;
    }
    let contest = contest(&file);
    println!("{} ballots, {} groups, {} bytes", contest.ballots.total(), contest.ballots.groups(), file.len());
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    criterion.bench_function("read", |bench| bench.iter(|| black_box(self::contest(&file))));
    let settings = Settings { ties: Ties::Lot { seed: "bench".into() }, ..Settings::default() };
    for method in [Method::StvScottish, Method::StvMeek, Method::Irv, Method::Schulze] {
        criterion.bench_function(method.name(), |bench| {
            bench.iter(|| black_box(count(&contest, method, &settings)).expect("a count"));
        });
    }
    criterion.final_summary();
}
