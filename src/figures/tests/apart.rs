//! Nobody, and no observer, finds what one home did by any two pages or files: over co-ops made by chance.
//!
//! Each line of hours has its own power of two as its minutes, so a sum says which lines are in it, whatever the program claims. Every number of
//! minutes that the pages and files of any period show is taken, and every pair of them: what is in the one and not in the other must be
//! of no home at all, or of as many as the smallest group.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::{register, run};
use crate::platform::testing::{Site, Visitor};
use crate::transparency::{self, Block};

const HOMES: i64 = 9;
/// As many as have a power of two each that a line can have.
const LINES: u32 = 22;
const SMALLEST: usize = 4;

/// Chance that is the same each time (Knuth's generator, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, many: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % many) as i64
    }
}

/// The numbers of minutes of a document, each alone and all of them together.
fn minutes(document: &Json) -> Vec<i64> {
    let figures = document["figures"].as_array().expect("a list").iter();
    let mut found = Vec::new();
    for figure in figures.filter(|figure| figure["figure"] == "hours") {
        found.extend(figure["rows"].as_array().expect("a list").iter().map(|row| row[2].as_i64().expect("minutes")));
    }
    found.push(found.iter().sum());
    found
}

async fn documents(reader: &Visitor<'_>, addresses: &[String]) -> Vec<Json> {
    let mut found = Vec::new();
    for address in addresses {
        found.push(serde_json::from_str(&reader.get(address).await.expect(200).body).expect("JSON"));
    }
    found
}

/// Which homes are in a sum.
fn homes_of(sum: i64, homes: &[i64]) -> BTreeSet<i64> {
    (0..LINES as usize).filter(|line| sum >> line & 1 == 1).map(|line| homes[line]).collect()
}

fn apart(numbers: &BTreeSet<i64>, homes: &[i64]) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |sum: i64, of: String| {
        let many = homes_of(sum, homes).len();
        if many != 0 && many < SMALLEST {
            found.push(format!("{of}: {many} homes"));
        }
    };
    for one in numbers {
        look(*one, format!("{one}"));
        for other in numbers {
            look(one & !other, format!("{one} without {other}"));
        }
    }
    found
}

#[actix_web::test]
async fn no_two_pages_tell_what_one_home_did() {
    let mut chance = Chance(19);
    let mut told = 0;
    for _ in 0..6 {
        let site = Site::new().await;
        run(&site, &format!("update rule_profiles set group_size_min_for_stats = {SMALLEST}"));
        register(&site, &(1..=HOMES).map(|number| (number, "2020-01-01", "member")).collect::<Vec<_>>());
        site.act(|act| transparency::switch(act, Block::Hours, true));
        let mut homes = Vec::new();
        for line in 0..LINES {
            let home = 1 + chance.below(HOMES as u64);
            let kind = ["task", "task", "chore", "meeting", "board"][chance.below(5) as usize];
            let entered =
                NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day") + chrono::TimeDelta::days(chance.below(182));
            homes.push(home);
            run(
                &site,
                &format!(
                    "insert into hour_lines (worked_on, minutes, kind, unit_id, title, recorded_at) select '2025-12-31', {}, '{kind}', id, 'x', \
                 '{entered} 12:00+00' from units where label = 'F{home}'",
                    1_i64 << line
                ),
            );
        }
        let ends = ["2026-01-01", "2026-02-14", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01"];
        let mut addresses = vec!["/figures.json?figures_period=year".to_owned(), "/figures.json".to_owned()];
        for (at, from) in ends.iter().enumerate() {
            addresses.extend(
                ends[at..]
                    .iter()
                    .map(|until| format!("/figures.json?figures_period=days&figures_from={from}&figures_to={until}")),
            );
        }
        let observer = site.as_observer().await;
        let mut seen = documents(&observer, &addresses).await;
        seen.extend(documents(&site.anonymous(), &["/open/figures.json".to_owned()]).await);
        let numbers: BTreeSet<i64> = seen.iter().flat_map(minutes).filter(|sum| *sum > 0).collect();
        assert_eq!(apart(&numbers, &homes), [""; 0]);
        told += numbers.len();
    }
    assert!(told > 6, "only {told} numbers were told: nothing was tried");
    // The test finds what it looks for: two numbers of which one has a home more.
    assert!(!apart(&BTreeSet::from([0b1111, 0b11111]), &(0..i64::from(LINES)).collect::<Vec<_>>()).is_empty());
}

/// From how many members there are on two days nobody finds that one home came or went.
#[actix_web::test]
async fn no_two_sizes_tell_who_moved() {
    let mut chance = Chance(20);
    for _ in 0..4 {
        let site = Site::new().await;
        run(&site, &format!("update rule_profiles set group_size_min_for_stats = {SMALLEST}"));
        let mut moved: BTreeMap<NaiveDate, Vec<i64>> = BTreeMap::new();
        let mut steps = Vec::new();
        for number in 1..=30 {
            let mut at =
                NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day") + chrono::TimeDelta::days(chance.below(700));
            for status in ["member", "former"].into_iter().take(1 + chance.below(2) as usize) {
                moved.entry(at).or_default().push(number);
                steps.push((number, at.to_string(), status));
                at += chrono::TimeDelta::days(1 + chance.below(299));
            }
        }
        register(
            &site,
            &steps.iter().map(|(number, since, status)| (*number, since.as_str(), *status)).collect::<Vec<_>>(),
        );
        let shown = super::counted(&site, "size", ("2024-01-01".parse().expect("a day"), site.today()), site.today());
        let days: Vec<NaiveDate> = shown.rows.iter().filter_map(|row| row.cells[0].day()).collect();
        assert!(days.len() > 2, "{days:?}");
        for (at, first) in days.iter().enumerate() {
            for second in &days[at + 1..] {
                let between = moved.range(*first + chrono::TimeDelta::days(1)..=*second);
                let homes: BTreeSet<i64> = between.flat_map(|(_, homes)| homes).copied().collect();
                assert!(homes.is_empty() || homes.len() >= SMALLEST, "{homes:?} between {first} and {second}");
            }
        }
    }
}
