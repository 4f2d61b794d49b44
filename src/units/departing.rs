//! Who leaves the co-op moves out on that day, and lives there again if they did not leave.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::store::departing as ending;
use super::{RELATIONS, Stay, slice, store};
use crate::platform::departure::{Departure, Fate, Hanging, Verbs};
use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] =
    &[Hanging { name: "homes", select: ending::HOMES, fate: Fate::Ends(Verbs { end, restore }) }];

/// A time in a home as it was before it ended with the membership.
#[derive(Debug, Serialize, Deserialize)]
struct Was {
    unit: i64,
    from: NaiveDate,
    until: Option<NaiveDate>,
    relation: String,
}

fn side(member: i64, from: NaiveDate, until: Option<NaiveDate>, relation: &str) -> Value {
    json!({ "member_id": member, "from": from, "until": until, "relation": relation })
}

fn known(relation: &str) -> &'static str {
    RELATIONS.into_iter().find(|known| *known == relation).unwrap_or("member")
}

/// What would only have begun on that day or later never was.
fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let (member, on, mut ended) = (departure.member, departure.on, Vec::new());
    for stay in ending::reaching(act.conn, departure)? {
        let subject = Subject { id: stay.unit, name: stay.label };
        let before = side(member, stay.from, stay.until, &stay.relation);
        if stay.from >= on {
            store::remove_stay(act.conn, stay.id)?;
            events::record(act, &slice::UNIT_STAY_CORRECTED, &subject, json!({ "before": before, "after": null }))?;
        } else {
            let cut = Stay { from: stay.from, until: Some(on), relation: known(&stay.relation) };
            store::correct_stay(act.conn, stay.id, &cut)?;
            if stay.until.is_none() {
                let detail = json!({ "after": { "member_id": member, "on": on } });
                events::record(act, &slice::UNIT_MOVED_OUT, &subject, detail)?;
            } else {
                let after = side(member, stay.from, Some(on), &stay.relation);
                let detail = json!({ "before": before, "after": after });
                events::record(act, &slice::UNIT_STAY_CORRECTED, &subject, detail)?;
            }
        }
        ended.push(json!(Was { unit: stay.unit, from: stay.from, until: stay.until, relation: stay.relation }));
    }
    Ok(ended)
}

/// Not where somebody entered something else for them meanwhile.
fn restore(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    let Ok(was) = serde_json::from_value::<Was>(was.clone()) else { return Ok(false) };
    let Some(name) = ending::label(act.conn, was.unit)? else { return Ok(false) };
    let subject = Subject { id: was.unit, name };
    let member = departure.member;
    let there = ending::meeting(act.conn, member, was.unit, was.from, was.until)?;
    let relation = known(&was.relation);
    let after = side(member, was.from, was.until, relation);
    match there.as_slice() {
        [] if was.from >= departure.on => {
            if !ending::meeting(act.conn, member, was.unit, was.from, None)?.is_empty() {
                return Ok(false);
            }
            store::insert_occupancy(act.conn, was.unit, member, was.from, relation)?;
            let detail = json!({ "after": { "member_id": member, "from": was.from, "relation": relation } });
            events::record(act, &slice::UNIT_MOVED_IN, &subject, detail)?;
            if was.until.is_none() {
                return Ok(true);
            }
            let began = store::stay_that_began(act.conn, was.unit, member, was.from)?.unwrap_or_default();
            let stay = Stay { from: was.from, until: was.until, relation };
            store::correct_stay(act.conn, began, &stay)?;
            let before = side(member, was.from, None, relation);
            let detail = json!({ "before": before, "after": after });
            events::record(act, &slice::UNIT_STAY_CORRECTED, &subject, detail)?;
            Ok(true)
        }
        [one] if one.from == was.from && one.until == Some(departure.on) => {
            let stay = Stay { from: was.from, until: was.until, relation: known(&one.relation) };
            store::correct_stay(act.conn, one.id, &stay)?;
            let before = side(member, one.from, one.until, &one.relation);
            let after = side(member, was.from, was.until, &one.relation);
            let detail = json!({ "before": before, "after": after });
            events::record(act, &slice::UNIT_STAY_CORRECTED, &subject, detail)?;
            Ok(true)
        }
        all => Ok(all.iter().any(|one| one.from == was.from && one.until == was.until)),
    }
}
