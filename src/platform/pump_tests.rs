//! Events reach their readers in order and once, whatever fails on the way.

use std::sync::Mutex;

use super::*;
use crate::platform::events::{EventKind, SubjectKind, record};
use crate::platform::slice::{Slice, Slices};
use crate::platform::testing::Site;
use crate::{accounts, slices};

static THING: SubjectKind = SubjectKind::without_page("thing");
static HAPPENED: EventKind = EventKind::new("thing.happened", &THING, &[]);

/// What the reader of these tests was given, by co-op.
static READ: Mutex<Vec<(i64, i64)>> = Mutex::new(Vec::new());

/// Reads, and stumbles over the thing number 7.
fn read(act: &mut Act<'_>, events: &[Event]) -> Result<()> {
    let things: Vec<i64> =
        events.iter().filter(|event| event.is(&HAPPENED)).filter_map(|event| event.subject_id).collect();
    if things.contains(&7) {
        return Err(Error::Internal(anyhow::anyhow!("the thing number 7")));
    }
    READ.lock().expect("what was read").extend(things.into_iter().map(|thing| (act.coop.id.0, thing)));
    Ok(())
}

static FOLLOWER: Slice =
    Slice { events: &[&HAPPENED], readers: &[Reader { name: "follower", read }], ..Slice::named("follower") };

/// A site whose program has one slice more.
async fn site() -> Site {
    let plain = Site::new().await;
    let slices: Slices = Box::leak(slices::ALL.iter().copied().chain([&FOLLOWER]).collect());
    let of = &plain.state;
    let state = Arc::new(AppState {
        db: of.db.clone(),
        keys: of.keys.clone(),
        policy: of.policy.clone(),
        origin: of.origin.clone(),
        secure: of.secure,
        loopback: of.loopback,
        proxies: Default::default(),
        shared_parts: Default::default(),
        slices,
    });
    let mut site = Site::with(state);
    site.coop = plain.coop;
    site
}

fn pump(site: &Site) -> Pump {
    Pump { state: site.state.clone(), db: site.state.db.clone(), load_coop: accounts::coop }
}

fn happen(site: &Site, things: &[i64]) {
    site.act(|act| {
        for thing in things {
            let subject = events::Subject { id: *thing, name: "x".to_owned() };
            record(act, &HAPPENED, &subject, json!({}))?;
        }
        Ok(())
    });
}

fn told(site: &Site) -> Vec<i64> {
    let read = READ.lock().expect("what was read");
    read.iter().filter(|(coop, _)| *coop == site.coop.0).map(|(_, thing)| *thing).collect()
}

#[actix_web::test]
async fn a_reader_gets_each_event_once_and_in_order() {
    let site = site().await;
    happen(&site, &[1, 2, 3]);
    pump(&site).round(true).expect("a round");
    happen(&site, &[4]);
    for _ in 0..3 {
        pump(&site).round(true).expect("a round");
    }
    assert_eq!(told(&site), [1, 2, 3, 4]);
}

/// What one event does to a reader must not keep the others from it, nor this one from being seen by people.
#[actix_web::test]
async fn an_event_that_a_reader_stumbles_over_becomes_a_job() {
    use crate::schema::jobs;

    let site = site().await;
    happen(&site, &[5, 6, 7, 8]);
    pump(&site).round(true).expect("a round");
    happen(&site, &[9]);
    pump(&site).round(true).expect("a round");
    assert_eq!(told(&site), [5, 6, 8, 9]);
    let left: Vec<Value> = site.read(|conn| {
        Ok(jobs::table.filter(jobs::kind.eq(READ_AGAIN.name)).select(jobs::payload).limit(10).load(conn)?)
    });
    assert!(left.len() == 1 && left[0]["reader"] == "follower", "{left:?}");
}

/// The pump may die between two steps: what it had placed is found by the next one, although nothing new was written.
#[actix_web::test]
async fn what_was_placed_and_not_read_is_found() {
    let site = site().await;
    pump(&site).round(true).expect("a round");
    happen(&site, &[1, 2]);
    site.state.db.take_written();
    site.read(events::chain);
    assert_eq!(told(&site), [0; 0]);
    pump(&site).round(true).expect("a round");
    assert_eq!(told(&site), [1, 2]);
}

/// A reading wakes the pump. When everything is read there is none, or an idle server would never rest.
#[actix_web::test]
async fn a_pump_that_has_nothing_to_do_rests() {
    let site = site().await;
    happen(&site, &[1, 2]);
    let mut written = site.state.db.written();
    let rounds = (1..=5).find(|_| {
        written.mark_unchanged();
        pump(&site).round(true).expect("a round");
        !written.has_changed().expect("a database")
    });
    assert!(rounds.is_some_and(|rounds| rounds <= 3), "it wakes itself: {rounds:?}");
}

/// Events of one act name the first of them.
#[actix_web::test]
async fn one_act_has_one_first_event() {
    let site = site().await;
    happen(&site, &[1, 2, 3]);
    let all: Vec<(i64, Option<i64>)> = site.read(|conn| {
        Ok(events_table::table
            .filter(events_table::kind.eq(HAPPENED.word))
            .order(events_table::id)
            .select((events_table::id, events_table::part_of))
            .load(conn)?)
    });
    let first = all[0].0;
    assert_eq!(all.iter().map(|(_, part_of)| *part_of).collect::<Vec<_>>(), [None, Some(first), Some(first)]);
}
