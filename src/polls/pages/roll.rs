//! Who votes: the roll as it was taken when the vote opened, or as it would be if it opened today; who is left out, and why.
//!
//! Everybody sees how many and why; names are for whoever runs votes, because not to be on a roll can tell what one owes. That alone is
//! said to nobody but the person.

use std::collections::{BTreeMap, HashMap};

use actix_web::web;
use askama::Template;
use diesel::prelude::*;

use crate::coops::{self, QuorumOf, VoteOf};
use crate::platform::error::{Error, Result};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::polls::roll::{self, LeftOut, Place, Roll};
use crate::polls::{Poll, State, store};
use crate::{members, units};

#[derive(Template)]
#[template(path = "polls/roll.html")]
struct RollPage {
    page: Page,
    id: i64,
    name: String,
    /// What the roll is taken by, and of which day.
    facts: Vec<String>,
    /// For whoever runs votes.
    names_shown: bool,
    places: Vec<String>,
    /// A reason, how many it keeps out, and their names.
    out: Vec<(String, usize, Vec<String>)>,
}

/// A roll with the names of what is on it.
struct Told {
    poll: Poll,
    by: VoteOf,
    roll: Roll,
    /// It has not been taken yet.
    coming: bool,
    names: Vec<(i64, String)>,
    units: HashMap<i64, String>,
}

fn read(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Told> {
    let poll = store::poll(conn, id)?;
    let runs = visit.may(Permission::PollsManage);
    let (by, roll, coming) = match poll.state(visit.now) {
        State::Draft if !runs => return Err(Error::NotFound),
        State::Draft | State::Scheduled | State::Missed => {
            let by = coops::rule_profile(conn)?.vote_of;
            (by, roll::draw(conn, (by, QuorumOf::Votes), visit.today(), poll.record_on)?, true)
        }
        _ => {
            let left_out = store::roll::left_out(conn, id)?;
            (poll.vote_of, Roll { places: store::roll::places(conn, id)?, left_out }, false)
        }
    };
    let mut told = Told { poll, by, roll, coming, names: Vec::new(), units: HashMap::new() };
    if runs {
        let out = told.roll.left_out.iter().map(|(member, _)| *member);
        let ids: Vec<i64> = told.roll.places.iter().map(|place| place.member).chain(out).collect();
        told.names = members::names_in_order(conn, &ids)?;
        let homes: Vec<i64> = told.roll.places.iter().filter_map(|place| place.unit).collect();
        told.units = if homes.is_empty() { HashMap::new() } else { units::names(conn, &homes)? };
    }
    Ok(told)
}

pub async fn roll(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let told = visit.read(move |conn, visit| read(conn, visit, id)).await?;
    let page = Page::new(&visit, "polls", "roll-title");
    page::ok(
        &visit,
        &RollPage {
            id,
            name: told.poll.title(visit.lang).to_owned(),
            facts: facts(&page, &told),
            names_shown: visit.may(Permission::PollsManage),
            places: places(&told),
            out: out(&page, &told),
            page,
        },
    )
}

fn facts(page: &Page, told: &Told) -> Vec<String> {
    let (lang, poll) = (page.lang(), &told.poll);
    let key = if told.coming { "roll-would-be" } else { "roll-is" };
    let many = [("roll", told.roll.votes().into()), ("unit", told.by.unit().into())];
    let mut facts = vec![lang.t_of("roll-by-", told.by.word()), lang.with(key, &many)];
    if told.by != VoteOf::Member {
        facts.push(lang.with("roll-people", &[("many", told.roll.places.len().into())]));
    }
    facts.push(match (poll.record_on, poll.opened_at) {
        (Some(day), _) => page.t1("roll-record", "day", page.day(&day)),
        (None, Some(at)) => page.t1("roll-taken", "when", page.moment(&at)),
        (None, None) => page.t("roll-at-opening"),
    });
    facts.push(page.t("roll-stays"));
    facts
}

/// "Ann Roy", "Ann Roy (204)", "Ann Roy (× 12)".
fn places(told: &Told) -> Vec<String> {
    let places: HashMap<i64, &Place> = told.roll.places.iter().map(|place| (place.member, place)).collect();
    let line = |(member, name): &(i64, String)| {
        let place = places.get(member)?;
        Some(with_place(name, place.unit.and_then(|unit| told.units.get(&unit)), place.weight))
    };
    told.names.iter().filter_map(line).collect()
}

/// A name with the home for which somebody votes, or how many votes they have.
pub fn with_place(name: &str, unit: Option<&String>, weight: i32) -> String {
    match (unit, weight) {
        (Some(unit), _) => format!("{name} ({unit})"),
        (None, 1) => name.to_owned(),
        (None, weight) => format!("{name} (×\u{a0}{weight})"),
    }
}

/// The reasons, each with how many it keeps out and who they are.
fn out(page: &Page, told: &Told) -> Vec<(String, usize, Vec<String>)> {
    let names: HashMap<i64, &String> = told.names.iter().map(|(member, name)| (*member, name)).collect();
    let mut groups: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for (member, reason) in &told.roll.left_out {
        groups.entry(reason.word()).or_default().push(*member);
    }
    let group = |(reason, members): (&str, Vec<i64>)| {
        let named = members.iter().filter_map(|member| names.get(member).map(|name| (*name).clone()));
        (page.t_of("roll-out-", reason), members.len(), named.collect())
    };
    groups.into_iter().map(group).collect()
}

/// Why somebody has no vote in a vote that has opened, said to themselves.
pub fn why(page: &Page, poll: &Poll, reason: LeftOut) -> String {
    let opened = page.day(&page.day_of(&poll.opened_at.unwrap_or(poll.opens_at)));
    let key = match (reason, poll.record_on) {
        (LeftOut::JoinedSince, Some(day)) => return page.t1("poll-cannot-joined-since", "day", page.day(&day)),
        (LeftOut::Auxiliary, _) => "poll-cannot-auxiliary",
        (LeftOut::Suspended, _) => "poll-cannot-suspended",
        (LeftOut::Arrears, _) => "poll-cannot-owed",
        (LeftOut::NoHome, _) => "poll-cannot-no-home",
        (LeftOut::NoShare, _) => "poll-cannot-no-share",
        (LeftOut::JoinedSince, None) => "poll-cannot-joined-after",
        (LeftOut::Interest, _) => "poll-cannot-interest",
        (LeftOut::NotThere, _) => "poll-cannot-not-there",
    };
    page.t1(key, "opened", opened)
}
