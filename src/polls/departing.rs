//! What votes have of somebody who leaves the co-op. A roll is taken once, so they stay on it, and what they cast counts. But nobody votes
//! any more with a proxy that they hold: it ends, and who gave it is told, to vote themselves or to ask somebody else.

use serde_json::{Value, json};

use super::proxies::{self, refusal};
use super::{State, slice, store};
use crate::platform::departure::{Departure, Fate, Hanging, Verbs};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] = &[
    Hanging { name: "rolls", select: store::ROLLS, fate: Fate::Stays },
    Hanging { name: "proxies", select: store::proxies::HELD, fate: Fate::OnTheDay(Verbs { end, restore }) },
];

fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let all = store::proxies::in_force_of(act.conn, departure.member)?;
    let mut ended = Vec::new();
    for (poll, proxy) in all.into_iter().filter(|(_, proxy)| proxy.holder_id == departure.member) {
        let poll = store::lock(act.conn, poll)?;
        store::proxies::end(act.conn, proxy.id, act.now)?;
        proxies::told(act, &poll, &slice::PROXY_ENDED, Some(proxy.giver_id))?;
        ended.push(json!({ "proxy": proxy.id, "poll": poll.id, "giver": proxy.giver_id }));
    }
    Ok(ended)
}

/// Not where the vote is over, or its giver has voted or made another choice since.
fn restore(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    let number = |name: &str| was[name].as_i64().ok_or(Error::NotFound);
    let (proxy, id, giver) = (number("proxy")?, number("poll")?, number("giver")?);
    let poll = store::lock(act.conn, id)?;
    if !matches!(poll.state(act.now), State::Scheduled | State::Open) || store::has_voted(act.conn, id, giver)? {
        return Ok(false);
    }
    let today = act.today();
    let (all, on_roll) = (store::proxies::of_poll(act.conn, id)?, proxies::on_roll(act.conn, &poll, today)?);
    let most = usize::try_from(poll.proxies_max).unwrap_or(0);
    if refusal(&all, &on_roll, giver, departure.member, most).is_some() {
        return Ok(false);
    }
    store::proxies::resume(act.conn, proxy)?;
    proxies::told(act, &poll, &slice::PROXY_GIVEN, Some(giver))?;
    Ok(true)
}
