//! Whatever is done to the board, in whatever order: it stays sound, what was refused changed nothing, and who sits on any day is
//! what the events tell of that day. `LAWS=2000 cargo test --release replay` does it more often.

use std::cell::Cell;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::{holds, member};
use crate::board::{self, Came, Ended, Entry, Office};
use crate::members::{self, Status};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::platform::visit::Act;

const PEOPLE: usize = 5;
const SEATS: usize = 3;
/// Days are counted from this many days before today.
const BEFORE: u64 = 500;
const SPAN: u64 = 1_400;

/// Something that the office does. People and terms by their place, days counted from the first one.
#[derive(Debug, Clone)]
enum Doing {
    Seat { who: usize, from: u64, long: u64, office: Option<usize> },
    End { which: usize, after: u64 },
    Correct { which: usize, from: u64, long: u64, ended: Option<u64> },
    Strike { which: usize },
    HandOver { office: usize, to: Option<usize>, from: u64 },
    Move { which: usize, to: u64 },
    Leave { who: usize, on: u64 },
}

fn doing() -> impl Strategy<Value = Doing> {
    let office = || proptest::option::of(0..Office::STANDARD.len());
    prop_oneof![
        8 => (0..PEOPLE, 0..SPAN, 1..800_u64, office())
            .prop_map(|(who, from, long, office)| Doing::Seat { who, from, long, office }),
        2 => (0..9_usize, 1..700_u64).prop_map(|(which, after)| Doing::End { which, after }),
        2 => (0..9_usize, 0..SPAN, 1..800_u64, proptest::option::of(1..700_u64))
            .prop_map(|(which, from, long, ended)| Doing::Correct { which, from, long, ended }),
        1 => (0..9_usize).prop_map(|which| Doing::Strike { which }),
        3 => (0..Office::STANDARD.len(), proptest::option::of(0..9_usize), 0..SPAN)
            .prop_map(|(office, to, from)| Doing::HandOver { office, to, from }),
        2 => (0..9_usize, BEFORE..SPAN).prop_map(|(which, to)| Doing::Move { which, to }),
        1 => (0..PEOPLE, 0..SPAN).prop_map(|(who, on)| Doing::Leave { who, on }),
    ]
}

/// A term as the events tell it: whose, from, until, an earlier end.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Told {
    whose: i64,
    from: NaiveDate,
    until: NaiveDate,
    ended: Option<NaiveDate>,
}

impl Told {
    fn end(&self) -> NaiveDate {
        self.ended.unwrap_or(self.until)
    }
}

type Board = BTreeMap<i64, Told>;

fn date(value: &Value) -> Option<NaiveDate> {
    value.as_str().and_then(|text| text.parse().ok())
}

fn hear(told: &mut Board, event: &Event) {
    let (after, term) = (&event.detail["after"], event.detail["term"].as_i64());
    let whose = event.subject_id.expect("a subject");
    let a_date = |name: &str| date(&after[name]).expect("a date in an event");
    match (event.kind.as_str(), term) {
        ("board.elected" | "board.appointed", Some(term)) => {
            let new = Told { whose, from: a_date("from"), until: a_date("until"), ended: None };
            assert_eq!(told.insert(term, new), None);
        }
        ("board.ended", Some(term)) => told.get_mut(&term).expect("a term").ended = Some(a_date("on")),
        ("board.corrected", Some(term)) => {
            let known = told.get_mut(&term).expect("a term");
            known.from = date(&after["from"]).unwrap_or(known.from);
            known.until = date(&after["until"]).unwrap_or(known.until);
            if after.get("ended_on").is_some() {
                known.ended = date(&after["ended_on"]);
            }
        }
        ("board.struck", Some(term)) => drop(told.remove(&term)),
        ("board.meeting_moved", _) => {
            let (was, is) = (date(&event.detail["before"]["on"]).expect("a date"), a_date("on"));
            for known in told.values_mut() {
                known.from = if known.from == was { is } else { known.from };
                known.until = if known.until == was && known.ended.is_none() { is } else { known.until };
            }
        }
        _ => {}
    }
}

struct Cast {
    people: Vec<i64>,
    first: NaiveDate,
}

impl Cast {
    fn at(&self, offset: u64) -> NaiveDate {
        self.first + Days::new(offset)
    }

    fn carry_out(&self, act: &mut Act<'_>, doing: &Doing) -> Result<()> {
        let today = act.today();
        let terms = board::history(act.conn, today)?;
        let of = |which: usize| terms.get(which % terms.len().max(1));
        let office = |at: usize| Office::STANDARD[at].1;
        match doing {
            Doing::Seat { who, from, long, office: with } => {
                let (from, until) = (self.at(*from), self.at(from + long));
                let entry = Entry { from, until, came: Came::Elected, ended: None };
                board::seat(act, self.people[*who], &entry, with.map(office)).map(drop)
            }
            Doing::End { which, after } => {
                let Some(term) = of(*which) else { return Ok(()) };
                board::end_early(act, term.id, term.starts_on + Days::new(*after), Ended::Resigned)
            }
            Doing::Correct { which, from, long, ended } => {
                let Some(term) = of(*which) else { return Ok(()) };
                let ended = ended.map(|after| (self.at(from + after), Ended::Removed));
                let (from, until) = (self.at(*from), self.at(from + long));
                board::correct(act, term.id, &Entry { from, until, came: Came::Appointed, ended })
            }
            Doing::Strike { which } => of(*which).map_or(Ok(()), |term| board::strike(act, term.id)),
            Doing::HandOver { office: which, to, from } => {
                let to = to.and_then(of).map(|term| term.id);
                board::hand_over(act, office(*which), to, self.at(*from))
            }
            Doing::Move { which, to } => {
                let Some(term) = of(*which) else { return Ok(()) };
                board::move_meeting(act, term.ends_on, self.at(*to)).map(drop)
            }
            Doing::Leave { who, on } => members::set_status(act, self.people[*who], Status::Former, self.at(*on), ""),
        }
    }

    /// What happened after an event, in order.
    fn events(&self, site: &Site, after: i64) -> Vec<Event> {
        let mut all: Vec<Event> = site.read(|conn| events::of_subject(conn, "coop", site.coop.0, 1_000));
        for id in &self.people {
            all.extend(site.read(|conn| events::of_subject(conn, "member", *id, 1_000)));
        }
        all.retain(|event| event.id > after);
        all.sort_by_key(|event| event.id);
        all
    }
}

fn stored(site: &Site) -> Board {
    let terms = site.read(|conn| board::history(conn, NaiveDate::default()));
    let told = |term: board::Term| {
        (term.id, Told { whose: term.member_id, from: term.starts_on, until: term.ends_on, ended: term.ended_on })
    };
    terms.into_iter().map(told).collect()
}

/// Nobody twice, never too many, offices within terms and one holder each, on every day on which something changes.
fn assert_sound(site: &Site, told: &Board) {
    let holdings = site.read(|conn| board::holdings(conn, None, Lang::En));
    for day in told.values().map(|term| term.from) {
        let mut on: Vec<i64> =
            told.values().filter(|term| term.from <= day && day < term.end()).map(|term| term.whose).collect();
        assert!(on.len() <= SEATS, "{} sit on {day}", on.len());
        let all = on.len();
        on.sort_unstable();
        on.dedup();
        assert_eq!(on.len(), all, "somebody sits twice on {day}");
        let listed = site.read(|conn| board::terms_from(conn, day, day));
        let listed = listed.iter().filter(|term| term.starts_on <= day).count();
        assert_eq!(listed, all, "the board of {day} is what the events tell");
    }
    for one in &holdings {
        let term = told.get(&one.term_id).expect("an office of a term");
        assert!(term.from <= one.since && one.since < one.until && one.until <= term.end(), "{one:?} in {term:?}");
        let other = holdings.iter().find(|other| {
            !std::ptr::eq(*other, one)
                && other.office() == one.office()
                && other.since < one.until
                && one.since < other.until
        });
        assert!(other.is_none(), "two hold it: {one:?}, {other:?}");
    }
}

#[actix_web::test]
async fn any_board_is_what_the_events_tell_of_it() {
    let cases = std::env::var("LAWS").ok().and_then(|text| text.parse().ok()).unwrap_or(32);
    let (done, refused) = (Cell::new(0_u32), Cell::new(0_u32));
    let site = Site::new().await;
    let run = |text: &str| site.read(|conn| Ok(diesel::sql_query(text).execute(conn)?));
    run(&format!("update rule_profiles set board_seats = {SEATS}"));
    let first = super::sooner(&site, BEFORE);
    TestRunner::new(ProptestConfig::with_cases(cases))
        .run(&proptest::collection::vec(doing(), 1..25), |story| {
            run("delete from board_terms");
            let cast = Cast { people: (0..PEOPLE).map(|at| member(&site, &format!("P{at}"))).collect(), first };
            let mut last = cast.events(&site, 0).last().map_or(0, |event| event.id);
            let mut told = Board::new();
            for doing in &story {
                let outcome = site.try_act(|act| cast.carry_out(act, doing));
                prop_assert!(!matches!(outcome, Err(Error::Internal(_))), "{:?} after {:?}", outcome, doing);
                let new = cast.events(&site, last);
                let count = if outcome.is_ok() { &done } else { &refused };
                count.set(count.get() + 1);
                prop_assert!(outcome.is_ok() || new.is_empty(), "what was refused left a trace: {:?}", doing);
                new.iter().for_each(|event| hear(&mut told, event));
                last = new.last().map_or(last, |event| event.id);
                prop_assert_eq!(&stored(&site), &told, "after {:?}", doing);
                assert_sound(&site, &told);
            }
            holds(&site);
            Ok(())
        })
        .expect("the board of any day");
    let (done, refused) = (done.get(), refused.get());
    println!("{done} things were done, {refused} refused");
    assert!(done > refused / 8, "{done} done, {refused} refused: too few to show anything");
}
