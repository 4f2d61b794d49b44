//! Seats and leads that end together, and come back together: of a person who leaves the co-op, or of a committee that closes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::slice;
use super::store::departing::{self as ending, Reaching, Span};
use crate::platform::departure::{Departure, Fate, Hanging, Verbs};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] = &[
    Hanging {
        name: "leads",
        select: ending::LEADS,
        fate: Fate::Ends(Verbs {
            end: |act, departure| of_member(act, Span::Lead, departure),
            restore: |act, departure, was| restore(act, Span::Lead, departure.on, was),
        }),
    },
    Hanging {
        name: "seats",
        select: ending::SEATS,
        fate: Fate::Ends(Verbs {
            end: |act, departure| of_member(act, Span::Seat, departure),
            restore: |act, departure, was| restore(act, Span::Seat, departure.on, was),
        }),
    },
];

/// A seat or a lead as it was before it ended.
#[derive(Debug, Serialize, Deserialize)]
struct Was {
    committee: i64,
    member: i64,
    from: NaiveDate,
    until: Option<NaiveDate>,
}

fn of_member(act: &mut Act<'_>, span: Span, departure: &Departure) -> Result<Vec<Value>> {
    let all = ending::of_member(act.conn, span, departure)?;
    all.into_iter().map(|one| end(act, span, one, departure.on)).collect()
}

/// Ends what a committee has of a kind.
pub fn of_committee(act: &mut Act<'_>, span: Span, committee: i64, on: NaiveDate) -> Result<Vec<Value>> {
    let all = ending::of_committee(act.conn, span, committee, on)?;
    all.into_iter().map(|one| end(act, span, one, on)).collect()
}

fn end(act: &mut Act<'_>, span: Span, one: Reaching, on: NaiveDate) -> Result<Value> {
    ending::cut(act.conn, span, one.id, on)?;
    let kind = if span == Span::Seat { &slice::COMMITTEE_LEFT } else { &slice::COMMITTEE_LEAD_ENDED };
    let detail = json!({ "after": { "member_id": one.member, "on": on.max(one.from) } });
    let was = Was { committee: one.committee, member: one.member, from: one.from, until: one.until };
    events::record(act, kind, &Subject { id: one.committee, name: one.name }, detail)?;
    Ok(json!(was))
}

/// Not where somebody entered something else meanwhile, or the committee is closed.
pub fn restore(act: &mut Act<'_>, span: Span, on: NaiveDate, was: &Value) -> Result<bool> {
    let Ok(was) = serde_json::from_value::<Was>(was.clone()) else { return Ok(false) };
    let name = match super::store::words(act.conn, was.committee) {
        Err(Error::NotFound) => return Ok(false),
        words => words?.name_en,
    };
    let span_was = Reaching {
        id: 0,
        committee: was.committee,
        name: name.clone(),
        member: was.member,
        from: was.from,
        until: was.until,
    };
    if ending::is_there(act.conn, span, &span_was)? {
        return Ok(true);
    }
    if !ending::restore(act.conn, span, &span_was, on)? {
        return Ok(false);
    }
    let kind = if span == Span::Seat { &slice::COMMITTEE_JOINED } else { &slice::COMMITTEE_LEAD_NAMED };
    let detail = json!({ "after": { "member_id": was.member, "from": was.from } });
    events::record(act, kind, &Subject { id: was.committee, name }, detail)?;
    Ok(true)
}
