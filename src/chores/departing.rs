//! Who leaves the co-op leaves the rotations, and their turns go to others; the chores of a committee that closes are the co-op's.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::store::departing as store;
use super::{planning, slice};
use crate::platform::departure::{Closing, Departure, Fate, Hanging, Verbs};
use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] =
    &[Hanging { name: "chores", select: store::CHORES, fate: Fate::OnTheDay(Verbs { end, restore }) }];

fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let places = store::leave(act.conn, departure.member)?;
    for place in &places {
        planning::plan(act, place.chore_id)?;
    }
    let value = |place: store::Place| json!({ "chore": place.chore_id, "place": place.place, "since": place.since });
    Ok(places.into_iter().map(value).collect())
}

/// They are in the rotation again; turns that others were given stay theirs.
fn restore(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    let Ok(since) = serde_json::from_value(was["since"].clone()) else { return Ok(false) };
    let place = was["place"].as_i64().and_then(|place| i32::try_from(place).ok()).unwrap_or(0);
    let place = store::Place { chore_id: was["chore"].as_i64().unwrap_or_default(), place, since };
    if !store::come_back(act.conn, departure.member, &place)? {
        return Ok(false);
    }
    planning::plan(act, place.chore_id)?;
    Ok(true)
}

pub const CLOSING: Closing = Closing { count: of_committee, end: hand_to_coop, restore: give_back };

fn of_committee(conn: &mut PgConnection, committee: i64) -> Result<usize> {
    Ok(store::of_committee(conn, committee)?.len())
}

fn hand_to_coop(act: &mut Act<'_>, committee: i64) -> Result<Vec<Value>> {
    let handed = store::hand_to_coop(act.conn, committee)?;
    let detail = json!({ "before": { "committee_id": committee }, "after": { "committee_id": null } });
    let told =
        handed.iter().map(|chore| (Subject { id: chore.id, name: chore.title.clone() }, detail.clone())).collect();
    events::record_all(act, &slice::CHORE_EDITED, told)?;
    Ok(handed.into_iter().map(|chore| json!({ "chore": chore.id })).collect())
}

fn give_back(act: &mut Act<'_>, committee: i64, was: &Value) -> Result<bool> {
    let id = was["chore"].as_i64().unwrap_or_default();
    let Some(name) = store::give_to_committee(act.conn, id, committee)? else { return Ok(false) };
    let detail = json!({ "before": { "committee_id": null }, "after": { "committee_id": committee } });
    events::record(act, &slice::CHORE_EDITED, &Subject { id, name }, detail)?;
    Ok(true)
}
