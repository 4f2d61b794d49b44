//! Chance that can be had again: a seed for the run, and from it numbers for each test.

use std::io::Write as _;
use std::sync::LazyLock;

/// The seed of this run: the operator's, or one from the clock. Printed where no test runner catches it.
static SEED: LazyLock<u64> = LazyLock::new(|| {
    let wished = std::env::var("FAULTS_SEED").ok().map(|text| text.parse().expect("FAULTS_SEED is a whole number"));
    let clock = || std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_micros() as u64 % 1_000_000_000);
    let seed = wished.unwrap_or_else(clock);
    say(&format!("FAULTS_SEED={seed}"));
    seed
});

/// A line for whoever runs the tests, whether they pass or not.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Numbers that follow from the seed and the name of a test (splitmix64).
pub struct Chance(u64);

impl Chance {
    pub fn of(test: &str) -> Self {
        Self(test.bytes().fold(*SEED, |sum, byte| sum.wrapping_mul(1_099_511_628_211) ^ u64::from(byte)))
    }

    /// A number from `least` to `most`.
    pub fn among(&mut self, least: u64, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        least + (mixed ^ (mixed >> 31)) % (most - least + 1)
    }
}
