//! Whatever is done to people and homes, in whatever order: the register stays sound, what was refused changed nothing, and what it
//! says of any day is what the events tell of that day. `LAWS=1000 cargo test --release --lib moves` does it more often.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::{day, home, member};
use crate::members::{self, Change, Correction, Listing, Sight, Status};
use crate::moves::{self, Destination, Move};
use crate::platform::error::Result;
use crate::platform::events::{self, Event};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::platform::visit::Act;
use crate::units::{self, RELATIONS};

const PEOPLE: usize = 3;
const HOMES: usize = 3;
/// What is done happens within this many days.
const DAYS: u64 = 300;

/// Something that the office does. People and homes by their place in the list, days counted from the first one.
#[derive(Debug, Clone)]
enum Doing {
    Status { who: usize, status: Status, from: u64, until: Option<u64> },
    Correct { who: usize, step: usize, right: Option<(Status, u64)> },
    MoveIn { who: usize, home: usize, from: u64, relation: usize },
    MoveOut { who: usize, home: usize, on: u64 },
    CorrectStay { home: usize, stay: usize, right: Option<(u64, Option<u64>)> },
    Household { who: Vec<usize>, from: usize, to: Option<usize>, on: u64 },
}

fn doing() -> impl Strategy<Value = Doing> {
    let status = || (0..Status::ALL.len()).prop_map(|at| Status::ALL[at].1);
    let household = proptest::sample::subsequence((0..PEOPLE).collect::<Vec<_>>(), 0..=PEOPLE);
    prop_oneof![
        3 => (0..PEOPLE, status(), 0..DAYS, proptest::option::of(0..DAYS))
            .prop_map(|(who, status, from, until)| Doing::Status { who, status, from, until }),
        1 => (0..PEOPLE, 0..4_usize, proptest::option::of((status(), 0..DAYS)))
            .prop_map(|(who, step, right)| Doing::Correct { who, step, right }),
        3 => (0..PEOPLE, 0..HOMES, 0..DAYS, 0..RELATIONS.len())
            .prop_map(|(who, home, from, relation)| Doing::MoveIn { who, home, from, relation }),
        2 => (0..PEOPLE, 0..HOMES, 0..DAYS).prop_map(|(who, home, on)| Doing::MoveOut { who, home, on }),
        2 => (0..HOMES, 0..4_usize, proptest::option::of((0..DAYS, proptest::option::of(0..DAYS))))
            .prop_map(|(home, stay, right)| Doing::CorrectStay { home, stay, right }),
        2 => (household, 0..HOMES, proptest::option::of(0..HOMES), 0..DAYS)
            .prop_map(|(who, from, to, on)| Doing::Household { who, from, to, on }),
    ]
}

fn at(offset: u64) -> NaiveDate {
    day("2024-01-01") + Days::new(offset)
}

/// The people and homes of one case, and the word in their names that tells them from those of other cases.
struct Cast {
    tag: String,
    people: Vec<i64>,
    homes: Vec<i64>,
}

impl Cast {
    fn of(site: &Site, case: u32) -> Self {
        let tag = format!("case{case}.");
        Self {
            people: (0..PEOPLE).map(|at| member(site, &format!("{tag} {at}"))).collect(),
            homes: (0..HOMES).map(|at| home(site, &format!("{tag}{at}"))).collect(),
            tag,
        }
    }

    fn carry_out(&self, act: &mut Act<'_>, doing: &Doing) -> Result<()> {
        match doing {
            Doing::Status { who, status, from, until } => {
                let change = Change { status: *status, from: at(*from), until: until.map(at), reason: String::new() };
                members::change_status(act, self.people[*who], &change).map(drop)
            }
            Doing::Correct { who, step, right } => {
                let ledger = members::statuses(act.conn, self.people[*who])?;
                let Some(wrong) = ledger.get(*step).map(|step| step.since) else { return Ok(()) };
                let right = right.map(|(status, since)| (status, at(since)));
                members::correct_status(act, self.people[*who], wrong, &Correction { right, reason: String::new() })
                    .map(drop)
            }
            Doing::MoveIn { who, home, from, relation } => {
                units::move_in_as(act, self.homes[*home], self.people[*who], at(*from), RELATIONS[*relation])
            }
            Doing::MoveOut { who, home, on } => units::move_out(act, self.homes[*home], self.people[*who], at(*on)),
            Doing::CorrectStay { home, stay, right } => {
                let there = units::occupants(act.conn, self.homes[*home], at(0))?;
                let Some(wrong) = there.get(*stay).map(|stay| stay.id) else { return Ok(()) };
                let right = right.map(|(from, until)| units::Stay {
                    from: at(from),
                    until: until.map(at),
                    relation: RELATIONS[0],
                });
                units::correct_stay(act, self.homes[*home], wrong, right.as_ref())
            }
            Doing::Household { who, from, to, on } => {
                let to = to.map_or(Destination::LeavesCoop, |to| Destination::Unit(self.homes[to]));
                let people = who.iter().map(|who| self.people[*who]).collect();
                moves::carry_out(
                    act,
                    &Move { from: self.homes[*from], people, to, on: at(*on), children: 0, checklist: false },
                )
            }
        }
    }

    /// What happened to all of them, in order.
    fn events(&self, site: &Site) -> Vec<Event> {
        let of = |kind: &'static str, id: &i64| site.read(|conn| events::of_subject(conn, kind, *id, 10_000));
        let mut all: Vec<Event> = self.people.iter().flat_map(|id| of("member", id)).collect();
        all.extend(self.homes.iter().flat_map(|id| of("unit", id)));
        all.sort_by_key(|event| event.id);
        all
    }
}

type Ledger = Vec<(NaiveDate, String)>;

/// From, until, whom, where: a time in a home.
type Stay = (NaiveDate, Option<NaiveDate>, i64, i64);

/// What one knows who read nothing but the events.
#[derive(Debug, Default, PartialEq)]
struct Told {
    ledgers: BTreeMap<i64, Ledger>,
    stays: BTreeSet<Stay>,
}

fn date(value: &Value) -> NaiveDate {
    value.as_str().and_then(|text| text.parse().ok()).expect("a date in an event")
}

fn word(value: &Value) -> String {
    value.as_str().expect("a word in an event").to_owned()
}

impl Told {
    fn hear(&mut self, event: &Event) {
        let (id, after) = (event.subject_id.expect("a subject"), &event.detail["after"]);
        match event.kind.as_str() {
            "member.added" => {
                self.ledgers.insert(id, vec![(date(&after["joined_on"]), word(&after["status"]))]);
            }
            "member.status_changed" => {
                let (from, ledger) = (date(&after["from"]), ledger(&event.detail["ledger"]));
                let past =
                    |ledger: &Ledger| ledger.iter().filter(|(since, _)| *since < from).cloned().collect::<Ledger>();
                assert_eq!(past(&ledger), past(&self.ledgers[&id]), "a change rewrote what was before it");
                assert_eq!(status_on(&ledger, from), after["status"].as_str(), "the day itself has the new status");
                self.ledgers.insert(id, ledger);
            }
            "member.status_corrected" => drop(self.ledgers.insert(id, ledger(&event.detail["ledger"]))),
            "unit.moved_in" => {
                self.stays.insert((date(&after["from"]), None, after["member_id"].as_i64().expect("a member"), id));
            }
            "unit.moved_out" => {
                let who = after["member_id"].as_i64().expect("a member");
                let stay = self.stays.iter().rfind(|stay| stay.1.is_none() && stay.2 == who && stay.3 == id).copied();
                let stay = stay.expect("who moves out lives there");
                self.stays.remove(&stay);
                self.stays.insert((stay.0, Some(date(&after["on"])), who, id));
            }
            "unit.stay_corrected" => {
                let stay = |side: &Value| -> Option<Stay> {
                    let until = side["until"].as_str().map(|_| date(&side["until"]));
                    side["member_id"].as_i64().map(|who| (date(&side["from"]), until, who, id))
                };
                let was = stay(&event.detail["before"]).expect("what was wrong");
                assert!(self.stays.remove(&was), "what is corrected was there: {was:?}");
                self.stays.extend(stay(after));
            }
            _ => {}
        }
    }
}

fn ledger(value: &Value) -> Ledger {
    let steps = value.as_array().expect("a ledger in an event");
    steps.iter().map(|step| (date(&step["from"]), word(&step["status"]))).collect()
}

fn status_on(ledger: &Ledger, day: NaiveDate) -> Option<&str> {
    ledger.iter().rfind(|(since, _)| *since <= day).map(|(_, status)| status.as_str())
}

/// What the register says, read as its pages read it.
fn stored(site: &Site, cast: &Cast) -> Told {
    site.read(|conn| {
        let mut told = Told::default();
        for id in &cast.people {
            let steps = members::statuses(conn, *id)?;
            told.ledgers.insert(*id, steps.into_iter().rev().map(|step| (step.since, step.status)).collect());
        }
        for id in &cast.homes {
            let there = units::occupants(conn, *id, at(0))?;
            told.stays.extend(there.into_iter().map(|stay| (stay.from, stay.until, stay.member_id, *id)));
        }
        Ok(told)
    })
}

/// What must be so whatever happened.
fn assert_sound(told: &Told) {
    for ledger in told.ledgers.values() {
        for pair in ledger.windows(2) {
            assert!(pair[0].0 < pair[1].0, "one status a day: {ledger:?}");
            assert_ne!(pair[0].1, pair[1].1, "nobody becomes what they are: {ledger:?}");
        }
        for (place, (since, _)) in ledger.iter().enumerate().filter(|(_, (_, status))| status == "suspended") {
            let end = ledger.get(place + 1).expect("a suspension has an end").0;
            assert!(end <= *since + Months::new(6), "a suspension of at most six months: {ledger:?}");
        }
    }
    for one in &told.stays {
        assert!(one.1.is_none_or(|until| until > one.0), "nobody leaves before they came: {one:?}");
        let twice = told.stays.iter().find(|other| {
            *other != one
                && (other.2, other.3) == (one.2, one.3)
                && other.0 >= one.0
                && one.1.is_none_or(|until| other.0 < until)
        });
        assert_eq!(twice, None, "nobody lives twice in one home: {one:?}");
    }
}

/// The lists of one day against the events.
fn assert_day(site: &Site, cast: &Cast, told: &Told, on: NaiveDate) {
    let living = |who: i64| {
        told.stays.iter().filter(move |stay| stay.2 == who && stay.0 <= on && stay.1.is_none_or(|until| until > on))
    };
    let label =
        |home: i64| cast.homes.iter().position(|id| *id == home).map(|at| format!("{}{at}", cast.tag)).expect("a home");
    let expected: BTreeMap<i64, (String, Vec<String>)> = told
        .ledgers
        .iter()
        .filter_map(|(id, ledger)| {
            let status = status_on(ledger, on)?;
            let mut homes: Vec<String> = living(*id).map(|stay| label(stay.3)).collect();
            homes.sort();
            Some((*id, (status.to_owned(), homes)))
        })
        .collect();
    let mut listed = BTreeMap::new();
    for status in [None, Some(Status::Former)] {
        let listing = Listing { query: cast.tag.clone(), on: Some(on), status, ..Listing::default() };
        let lines = site.read(|conn| members::list(conn, &listing, Sight::Everything, on, Lang::En, 100)).lines;
        listed.extend(lines.into_iter().map(|line| {
            let homes = line.units.as_deref().unwrap_or_default();
            (line.id, (line.status, homes.split("; ").filter(|home| !home.is_empty()).map(str::to_owned).collect()))
        }));
    }
    assert_eq!(listed, expected, "the register of {on}");
    for unit in site.read(|conn| units::list(conn, on, None)).into_iter().filter(|unit| cast.homes.contains(&unit.id)) {
        let there =
            told.stays.iter().filter(|stay| stay.3 == unit.id && stay.0 <= on && stay.1.is_none_or(|until| until > on));
        let people: BTreeSet<i64> = there.map(|stay| stay.2).collect();
        let shown = unit.people.as_deref().unwrap_or_default().split(", ").filter(|name| !name.is_empty()).count();
        assert_eq!(shown, people.len(), "home {} on {on}", unit.label);
        for person in people {
            let homes = site.read(|conn| units::of_member(conn, person, on));
            assert!(homes.iter().any(|(id, _)| *id == unit.id), "{person} lives in {} on {on}", unit.label);
        }
    }
}

#[actix_web::test]
async fn any_day_is_what_the_events_tell_of_it() {
    let cases = std::env::var("LAWS").ok().and_then(|text| text.parse().ok()).unwrap_or(32);
    let story = (proptest::collection::vec(doing(), 1..25), proptest::collection::vec(0..DAYS + 60, 4));
    let (done, refused, case) = (Cell::new(0_u32), Cell::new(0_u32), Cell::new(0_u32));
    let site = Site::new().await;
    TestRunner::new(ProptestConfig::with_cases(cases))
        .run(&story, |(story, days)| {
            case.set(case.get() + 1);
            let cast = Cast::of(&site, case.get());
            let mut told = Told::default();
            cast.events(&site).iter().for_each(|event| told.hear(event));
            let mut heard = cast.events(&site).len();
            for doing in &story {
                let outcome = site.try_act(|act| cast.carry_out(act, doing));
                let events = cast.events(&site);
                if let Ok(()) = outcome {
                    done.set(done.get() + 1);
                } else {
                    refused.set(refused.get() + 1);
                    prop_assert_eq!(events.len(), heard, "what was refused left a trace: {:?}", doing);
                }
                events[heard..].iter().for_each(|event| told.hear(event));
                heard = events.len();
                prop_assert_eq!(&stored(&site, &cast), &told, "after {:?}", doing);
                assert_sound(&told);
            }
            prop_assert_eq!(site.discrepancies(), [""; 0]);
            let turns =
                told.ledgers.values().flatten().map(|(since, _)| *since).chain(told.stays.iter().map(|stay| stay.0));
            let all: BTreeSet<NaiveDate> =
                turns.flat_map(|day| [day - Days::new(1), day]).take(8).chain(days.into_iter().map(at)).collect();
            for on in all {
                assert_day(&site, &cast, &told, on);
            }
            Ok(())
        })
        .expect("the register of any day");
    let (done, refused) = (done.get(), refused.get());
    println!("{done} things were done, {refused} refused, in {} cases", case.get());
    assert!(done > refused / 8, "{done} done, {refused} refused: too few to show anything");
}
