//! What elections have of somebody who leaves the co-op: their candidacy is withdrawn on the day, by the rules of any withdrawal. What they
//! were put up for and had not answered is withdrawn, too. Whoever has a seat has it of the board, which ends it.

use serde_json::{Value, json};

use super::{Stands, Status, nominations, store};
use crate::platform::departure::{Departure, Fate, Hanging, Verbs};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] =
    &[Hanging { name: "candidacies", select: store::CANDIDACIES, fate: Fate::OnTheDay(Verbs { end, restore }) }];

fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let mut ended = Vec::new();
    for (id, number) in store::running_of(act.conn, departure.member)? {
        let election = store::lock(act.conn, id)?;
        let Some(own) = store::candidacies(act.conn, id)?.into_iter().find(|one| one.number == number) else {
            continue;
        };
        // A vote that is being counted at this moment ends first; whoever may not sit then is not seated.
        match act.attempt(|act| nominations::take_back(act, &election, &own, "")) {
            Ok(()) => ended.push(json!({ "election": id, "number": number, "was": own.status.word() })),
            Err(Error::Conflict(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(ended)
}

/// Only while nominations last: a name that was taken off a paper stays off it.
fn restore(act: &mut Act<'_>, _: &Departure, was: &Value) -> Result<bool> {
    let id = was["election"].as_i64().ok_or(Error::NotFound)?;
    let number = was["number"].as_i64().and_then(|number| i32::try_from(number).ok()).ok_or(Error::NotFound)?;
    let election = store::lock(act.conn, id)?;
    let withdrawn =
        store::candidacies(act.conn, id)?.iter().any(|one| one.number == number && one.status == Stands::Withdrawn);
    if election.status != Status::Called || !withdrawn {
        return Ok(false);
    }
    let was = was["was"].as_str().and_then(Stands::parse).unwrap_or(Stands::Asked);
    store::set_stands(act.conn, id, number, was, None)?;
    Ok(true)
}
