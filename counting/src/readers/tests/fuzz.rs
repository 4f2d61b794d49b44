//! Hostile input for every reader: real and small files, changed at random, told to be long, cut, spliced.
//!
//! No input may panic, take longer than [`SECONDS_MAX`], or be read into a contest that reads differently once written. A run
//! of length: `FUZZ=blt FUZZ_SECONDS=600 cargo test --release fuzz -- --nocapture`, best under `ulimit -v 500000`. Seconds are
//! those of the processor, where the system tells them, so that a busy machine neither shortens a run nor looks like a hang.

use std::time::{Duration, Instant};

use super::super::{Format, WriteError, read, write};
use super::{FILES, data};
use crate::contest::Contest;
use crate::{Method, Settings, count};

const SECONDS_MAX: u64 = 10;
const CASES: u64 = 250;

/// Words that readers take as numbers, signs or keys.
const WORDS: [&str; 54] = [
    "0",
    "1",
    "-1",
    "99999999999999999999",
    "18446744073709551615",
    "1000000",
    "4294967296",
    "32768",
    "0.5",
    "1/3",
    "1/0",
    "-",
    "=",
    ">",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    ":",
    "\"",
    "\"\"",
    "*",
    "^",
    "#",
    "||",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u{feff}",
    "é",
    "META",
    "PROJECTS",
    "VOTES",
    "#/Candidates: ",
    "#/Implicit Ranking: false\n",
    "#/Weight Allowed: true\n",
    "# ALTERNATIVE NAME 7: x\n",
    "# NUMBER ALTERNATIVES: 1000\n",
    "/EMPTY_RANKING/",
    "budget;",
    "vote_type;cumulative\n",
    "vote_type;ordinal\n",
    "1e9",
    "null",
    "{\"ballots\":",
    "\"ranks\":[[1],[2,3]]",
    "\"points\":[[1,\"2.5\"]]",
    "\"weight\":\"1/7\"",
    "true",
    "0.0000001",
    "[[[[[[[[[[[[[[[[[[",
];

/// Numbers at random, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

fn seeds(format: Format) -> Vec<Vec<u8>> {
    let own =
        |file: &&&str| Format::of_name(file) == Some(if format == Format::Debian { Format::Json } else { format });
    let mut seeds: Vec<Vec<u8>> = FILES.iter().filter(own).map(|file| unannounced(&data(file))).collect();
    let contests: Vec<Contest> =
        ["condorcet/tideman_A26.cvotes", "mes-pb/Netherlands_Assen_2024.pb"].map(super::contest).to_vec();
    for contest in contests {
        let mut text = Vec::new();
        if write(format, &contest, &mut text).is_ok() {
            seeds.push(unannounced(&text));
        }
    }
    let small = match format {
        Format::Blt => "3 2\n-2\n4 1 2=3 0\n1/3 2 - 1 0\n2 0\n0\n\"A\" \"x\"\nB\n\"C\"\n\"T\"\n",
        Format::PrefLib => "# TITLE: T\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n3: 1,2\n2: {1,2}\n",
        Format::Cvotes => "#/Candidates: A ; B ; C\n#/Weight Allowed: true\nA > B = C ^2 * 3\nx || B * 2 # hm\n",
        Format::Pabulib => {
            "META\nkey;value\nbudget;10.5\nPROJECTS\nproject_id;cost;name\n1;3;\"a \"\"b\"\"\nc\"\n2;4;d\nVOTES\nvoter_id;vote\n1;1,2\n2;\n"
        }
        Format::Csv => "id;weight;Ann;\"B; b\";C\n1;2;1;2;2\n2;1/2;;1;\n3;4;;;\n",
        Format::Debian => {
            "{\"title\":\"T\",\"options\":[\"A [3:1]\",\"B\"],\"default_option\":2,\"ballots\":[[3,\"1-\"],[2,\"21\"]]}"
        }
        Format::Json => {
            "{\"title\":\"T\",\"seats\":1,\"candidates\":[\"A\",\"B\"],\"kind\":\"marked\",\"ballots\":[{\"weight\":\"1/2\",\"points\":[[1,\"2.5\"]]}]}"
        }
    };
    if format == Format::Json {
        seeds.push(super::RCTAB.as_bytes().to_vec());
    }
    if format == Format::Csv {
        seeds.push("Timestamp,1st choice,Rank 2\nx,A,B\ny,B,\n".encode_utf16().flat_map(u16::to_le_bytes).collect());
        seeds.push(b"Timestamp,1st choice,Rank 2\nx,A,B\ny,B,\n".to_vec());
    }
    seeds.extend([small.as_bytes().to_vec(), small.as_bytes().to_vec(), Vec::new()]);
    seeds
}

/// A file that does not say how many ballots it has, or else hardly a change would be read.
fn unannounced(text: &[u8]) -> Vec<u8> {
    let says = |line: &&[u8]| ["# NUMBER VOTERS", "num_"].iter().any(|key| line.starts_with(key.as_bytes()));
    text.split_inclusive(|byte| *byte == b'\n').filter(|line| !says(line)).collect::<Vec<_>>().concat()
}

/// A seed with some changes.
fn changed(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut text = seeds[dice.roll(seeds.len())].clone();
    if text.len() > 400 && !text.starts_with(b"{") && dice.roll(4) > 0 {
        text = fewer_lines(&text, dice);
    }
    let changes = if dice.roll(2) == 0 { 1 } else { 1 + dice.roll(6) };
    for _ in 0..changes {
        change(&mut text, seeds, dice);
    }
    text
}

/// Some lines left out in the middle, so that small changes are not lost in a large file.
fn fewer_lines(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let start = lines.len().min(24 + dice.roll(20));
    let end = lines.len().saturating_sub(dice.roll(24)).max(start);
    [lines[..start].concat(), lines[end..].concat()].concat()
}

fn change(text: &mut Vec<u8>, seeds: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.roll(text.len() + 1);
    let to = (at + dice.roll(40)).min(text.len());
    match dice.roll(9) {
        0 if at < text.len() => text[at] ^= 1 << dice.roll(8),
        1 => text.truncate(at),
        2 => drop(text.drain(at..to)),
        3 => {
            let part = text[at..to].to_vec();
            text.splice(at..at, part);
        }
        4 => {
            let other = &seeds[dice.roll(seeds.len())];
            let from = dice.roll(other.len() + 1);
            text.extend_from_slice(&other[from..(from + dice.roll(300)).min(other.len())]);
        }
        5 if dice.roll(400) == 0 => {
            let part = if at < to { text[at..to].to_vec() } else { b"1 1 0\n".to_vec() };
            let times = dice.roll(8_000_000) / part.len();
            text.splice(at..at, part.repeat(times));
        }
        6 if dice.roll(20) == 0 => {
            let numbers: Vec<String> = (0..dice.roll(3_000)).map(|number| number.to_string()).collect();
            let between = [" ", ",", ";", " > ", "\n"][dice.roll(5)];
            text.splice(at..at, numbers.join(between).into_bytes());
        }
        _ => {
            let word = WORDS[dice.roll(WORDS.len())].as_bytes().to_vec();
            let end = if dice.roll(2) == 0 { at } else { to.min(at + 3) };
            text.splice(at..end, word);
        }
    }
}

/// Reads the text; what can be read is written, read again and counted.
fn check(format: Format, text: &[u8]) -> bool {
    let contest = match read(format, text) {
        Ok(contest) => contest,
        Err(error) => {
            assert!(error.line >= 1 && !error.expected.is_empty() && !error.to_string().contains('\n'), "{error}");
            return false;
        }
    };
    let mut written = Vec::new();
    match write(Format::Json, &contest, &mut written) {
        Ok(()) => assert_eq!(read(Format::Json, written.as_slice()), Ok(contest.clone())),
        Err(error) => panic!("{error}"),
    }
    written.clear();
    match write(format, &contest, &mut written) {
        Ok(()) => drop(read(format, written.as_slice()).expect("what was written")),
        Err(WriteError::NoPlace(_)) => {}
        Err(error) => panic!("{error}"),
    }
    if contest.candidates.len() <= 9 && contest.ballots.groups() <= 60 {
        for method in Method::ALL {
            drop(count(&contest, method, &Settings::default()));
        }
    }
    true
}

/// Time that this thread has had the processor; on systems that do not tell, the time since `start`.
fn worked(start: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next().and_then(|first| first.parse().ok()));
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn fuzz(format: Format, length: Option<Duration>) {
    let (seeds, mut dice) = (seeds(format), Dice(0x9e37_79b9_7f4a_7c15 ^ format as u64));
    let start = Instant::now();
    let (begun, mut told) = (worked(start), 0);
    let (mut cases, mut read, mut longest, mut largest) = (0_u64, 0_u64, Duration::ZERO, 0);
    while length.map_or(cases < CASES, |length| worked(start) - begun < length) {
        let text = changed(&seeds, &mut dice);
        let before = worked(start);
        let result = std::panic::catch_unwind(|| check(format, &text));
        let took = worked(start) - before;
        if result.is_err() || took > Duration::from_secs(SECONDS_MAX) {
            let shown = String::from_utf8_lossy(&text[..text.len().min(3_000)]).into_owned();
            panic!("{format:?}, case {cases}, {took:?}, {} bytes:\n{shown}", text.len());
        }
        read += u64::from(result.is_ok_and(|read| read));
        cases += 1;
        longest = longest.max(took);
        largest = largest.max(text.len());
        let minutes = (worked(start) - begun).as_secs() / 60;
        if minutes > told || length.is_none() && cases == CASES {
            told = minutes;
            println!(
                "{format:?}: {cases} inputs in {:?}, {read} of them read, the largest {largest} bytes, the slowest {longest:?}",
                worked(start) - begun
            );
        }
    }
}

#[test]
fn fuzz_every_reader() {
    let wanted = std::env::var("FUZZ").ok();
    let length = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).map(Duration::from_secs);
    for format in Format::ALL {
        let name = format!("{format:?}").to_lowercase();
        if wanted.as_ref().is_none_or(|wanted| *wanted == name) {
            fuzz(format, length);
        }
    }
}
