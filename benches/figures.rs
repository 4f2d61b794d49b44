//! `cargo bench --bench figures`: the scores of a co-op of 100,000 members with two million facts, beside the bare SQL of them in the same run; and
//! the figures of a co-op of 200 members, alone and among 100,000 others.
//!
//! Prints milliseconds and ratios, both sides taken in turns. Needs `psql` beside the private PostgreSQL.

#[allow(dead_code, reason = "the committed tests use the rest of it")]
#[path = "../tests/committed/support.rs"]
mod support;

use std::process::Command;
use std::time::Instant;

use support::{Folder, Person, Server};

const ADMIN: &str = "joan.rioux@example.org";
const RESIDENT: &str = "isabelle.macdonald@example.org";
const FEDERATION: &str = include_str!("register/federation.sql");
const FACTS: &str = include_str!("figures/facts.sql");
const BARE: &str = include_str!("figures/bare.sql");
const SAMPLES: usize = 5;
const PAGES: [&str; 3] = ["/figures", "/figures/hours", "/scorecards/1"];

/// That line of the federation lets the demo co-op itself grow.
const GROWN: &str = "insert into place select coop_id, 113000, 4000 from coops where demo;";

fn main() {
    let (alone, among) = (Folder::new("figures-alone"), Folder::new("figures-among"));
    let (lone, server) = (Server::start(&alone, "demo"), Server::start(&among, "demo"));
    pages(&lone, &server, "both alone");
    assert!(FEDERATION.contains(GROWN));
    psql(&among, &[&FEDERATION.replace(GROWN, ""), "vacuum analyze"]);
    quiet(&among);
    pages(&lone, &server, "alone, and among 100,000 people in 500 other co-ops");
    psql(&among, &[FACTS, "vacuum analyze"]);
    scores(&among);
}

/// Waits until the nights of all co-ops are counted: they are due at once here.
fn quiet(folder: &Folder) {
    let due = "select (select count(*) from score_runs) < (select count(*) from coops) \
               or exists (select from jobs where run_at <= now() and dead_at is null)";
    for _ in 0..300 {
        if asked(folder, due) == "f" {
            return;
        }
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    panic!("the server is still busy with the federation");
}

/// The middle of some times.
fn middle(times: &mut [u128]) -> u128 {
    times.sort_unstable();
    times[times.len() / 2]
}

/// "1.02".
fn ratio(one: u128, other: u128) -> String {
    let hundredths = one * 100 / other.max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The same pages of the same co-op of two servers, in turns.
fn pages(lone: &Server, among: &Server, what: &str) {
    println!("\n{what}:");
    let readers = [RESIDENT, ADMIN].map(|email| (Person::of_demo(lone, email), Person::of_demo(among, email)));
    for path in PAGES {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let (one, other) = &readers[usize::from(path.starts_with("/scorecards"))];
        for _ in 0..SAMPLES * 5 {
            for (person, times) in [(one, &mut ours), (other, &mut theirs)] {
                let begun = Instant::now();
                assert_eq!(person.get(path).status, 200, "{path}");
                times.push(begun.elapsed().as_micros());
            }
        }
        let (ours, theirs) = (middle(&mut ours), middle(&mut theirs));
        println!("{path:16} {:>7} µs alone, {:>7} µs among others: {} times", ours, theirs, ratio(theirs, ours));
    }
}

/// A night of the scores by the program, and the bare statements that add the same facts up and write the same rows. First from nothing, then
/// with what is there already.
fn scores(folder: &Folder) {
    let coop = asked(folder, "select coop_id from coops where demo");
    let url = format!("postgres://cooperator@/cooperator_demo?host={}", folder.0.join("postgres/socket").display());
    let many = "select (select count(*) from members where coop_id = c.coop_id) || ' members and ' \
        || (select count(*) from hour_lines where coop_id = c.coop_id) || ' lines of hours' from coops c where demo";
    println!("\nscores of {}:", asked(folder, many));
    for what in ["from nothing", "with what is there"] {
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for _ in 0..3 {
            if what == "from nothing" {
                psql(folder, &["drop table if exists bare_scores", "truncate scores, score_runs"]);
            }
            let begun = Instant::now();
            let program = folder.program().env("DATABASE_URL", &url).args(["scores", "run", "--coop", &coop]).output();
            let said = program.expect("the program runs");
            assert!(said.status.success(), "{said:?}");
            ours.push(begun.elapsed().as_millis());
            let begun = Instant::now();
            psql(folder, &[BARE]);
            bare.push(begun.elapsed().as_millis());
        }
        let (ours, bare) = (middle(&mut ours), middle(&mut bare));
        println!("{what:20} {ours:>6} ms by the program, {bare:>6} ms bare: {} times", ratio(ours, bare));
    }
}

fn address(folder: &Folder) -> String {
    format!("host={} user=cooperator dbname=cooperator_demo", folder.0.join("postgres/socket").display())
}

fn psql(folder: &Folder, statements: &[&str]) {
    let mut psql = Command::new("psql");
    psql.args([&address(folder), "-q", "-v", "ON_ERROR_STOP=1"]);
    for statement in statements {
        psql.args(["-c", statement]);
    }
    assert!(psql.status().is_ok_and(|status| status.success()), "psql");
}

fn asked(folder: &Folder, statement: &str) -> String {
    let said = Command::new("psql").args([&address(folder), "-Atc", statement]).output().expect("psql");
    String::from_utf8_lossy(&said.stdout).trim().to_owned()
}
