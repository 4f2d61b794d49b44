//! What somebody dealt with who leaves the co-op is anybody's again; a committee that closes deals with repairs no longer.
//!
//! What somebody asked for stays with their home as long as others of the household live there.

use diesel::PgConnection;
use serde_json::{Value, json};

use super::{committee, settle, steps, store};
use crate::platform::departure::{Closing, Departure, Fate, Hanging, Verbs};
use crate::platform::error::Result;
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] =
    &[Hanging { name: "repairs", select: store::DEALT_BY, fate: Fate::OnTheDay(Verbs { end, restore }) }];

fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let freed = steps::free(act, departure.member)?;
    Ok(freed.into_iter().map(|id| json!({ "repair": id })).collect())
}

fn restore(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    steps::give_back(act, was["repair"].as_i64().unwrap_or_default(), departure.member)
}

// ---- a committee closes ----

pub const CLOSING: Closing = Closing { count: nothing, end: deals_no_longer, restore: deals_again };

/// The page of a committee counts its open tasks; requests are none.
#[allow(clippy::unnecessary_wraps, reason = "as a `Closing` has it")]
fn nothing(_: &mut PgConnection, _: i64) -> Result<usize> {
    Ok(0)
}

fn deals_no_longer(act: &mut Act<'_>, closed: i64) -> Result<Vec<Value>> {
    if committee(act.conn)? != Some(closed) {
        return Ok(Vec::new());
    }
    settle(act, None)?;
    Ok(vec![json!({ "deals": true })])
}

/// Not where another committee deals with them meanwhile.
fn deals_again(act: &mut Act<'_>, again: i64, _: &Value) -> Result<bool> {
    match committee(act.conn)? {
        None => settle(act, Some(again)).map(|()| true),
        other => Ok(other == Some(again)),
    }
}
