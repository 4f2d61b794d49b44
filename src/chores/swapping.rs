//! Swaps by consent: a turn for a turn, or a stand-in. The account of the rotation stays as it is.
//!
//! Both sides say yes: one by asking, the other by answering. Until the first of the two turns is due either takes it back at once, and
//! whoever leads may cancel it. Where somebody cannot act, a lead asks for them, and the stand-in's yes alone is enough; no reason is kept.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::turns::State;
use super::{Turn, is_own, manages, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use crate::tasks::{self, Holder};

text_enum! {
    pub enum Stands {
        Asked = "asked",
        Accepted = "accepted",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Swap {
        pub id: i64,
        pub turn_id: i64,
        pub other_turn_id: Option<i64>,
        pub from_member_id: Option<i64>,
        pub from_unit_id: Option<i64>,
        pub to_member_id: Option<i64>,
        pub to_unit_id: Option<i64>,
        pub state: Stands,
        pub asked_by: Option<i64>,
        /// The name of whoever is asked, and of whoever had the turn: of a home, or of a person.
        pub to_name: String,
        pub from_name: String,
        pub due_on: NaiveDate,
        pub other_due_on: Option<NaiveDate>,
        pub chore: String,
    }
}

impl Swap {
    pub fn to(&self) -> Option<Holder> {
        self.to_unit_id.map(Holder::Unit).or(self.to_member_id.map(Holder::Member))
    }

    pub fn from(&self) -> Option<Holder> {
        self.from_unit_id.map(Holder::Unit).or(self.from_member_id.map(Holder::Member))
    }
}

/// The swaps of a turn that are asked or agreed, the last first.
pub fn open_swaps(conn: &mut PgConnection, turn: i64) -> Result<Vec<Swap>> {
    store::swaps::of_turn(conn, turn)
}

/// One swap.
///
/// # Errors
/// `NotFound` when there is none.
pub fn swap(conn: &mut PgConnection, id: i64) -> Result<Swap> {
    store::swaps::find(conn, id)
}

fn open_turn(act: &mut Act<'_>, id: i64) -> Result<Turn> {
    let turn = store::turn(act.conn, id)?;
    store::lock(act.conn, turn.chore_id)?;
    let turn = store::turn(act.conn, id)?;
    if turn.state() != State::Open || turn.due_on < act.today() {
        return Err(Error::Conflict("conflict-turn-closed"));
    }
    Ok(turn)
}

/// Whoever has a turn alone.
fn holder(turn: &Turn) -> Option<Holder> {
    match turn.held().as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Asks somebody to swap a turn for one of theirs.
///
/// # Errors
/// `Forbidden` to who does not have the turn; `Invalid` on `swap_with` where the other turn is none of this chore that somebody else has;
/// `Conflict` where one is not open, or asked about already.
pub fn ask(act: &mut Act<'_>, id: i64, other: i64) -> Result<i64> {
    let turn = open_turn(act, id)?;
    let Some(from) = holder(&turn) else { return Err(Error::Forbidden) };
    if !is_own(act, from)? {
        return Err(Error::Forbidden);
    }
    let theirs = store::turn(act.conn, other).map_err(|_| Error::field("swap_with", "wrong-choice"))?;
    let open = theirs.state() == State::Open && theirs.due_on >= act.today();
    let to = holder(&theirs).filter(|to| *to != from && open && theirs.chore_id == turn.chore_id);
    let Some(to) = to else { return Err(Error::field("swap_with", "wrong-swap-turn")) };
    if is_own(act, to)? {
        return Err(Error::field("swap_with", "wrong-swap-self"));
    }
    asked(act, &turn, Some(other), Some(from), to)
}

/// Asks somebody to stand in: whoever has the turn asks, or a lead for them.
///
/// # Errors
/// As for `ask`, on `stand_in`.
pub fn hand_over(act: &mut Act<'_>, id: i64, to: Holder) -> Result<i64> {
    let turn = open_turn(act, id)?;
    let today = act.today();
    let from = holder(&turn);
    let own = if let Some(from) = from { is_own(act, from)? } else { false };
    let chore = store::find(act.conn, turn.chore_id, None, today)?;
    if !own && !manages(act, chore.committee_id)? {
        return Err(Error::Forbidden);
    }
    if from == Some(to) {
        return Err(Error::field("stand_in", "wrong-swap-self"));
    }
    if !store::swaps::can_stand_in(act.conn, to, turn.due_on)? {
        return Err(Error::field("stand_in", "wrong-choice"));
    }
    asked(act, &turn, None, from, to)
}

fn asked(act: &mut Act<'_>, turn: &Turn, other: Option<i64>, from: Option<Holder>, to: Holder) -> Result<i64> {
    let open = store::swaps::of_turn(act.conn, turn.id)?;
    if open.iter().any(|swap| swap.state == Stands::Asked) {
        return Err(Error::Conflict("conflict-swap-asked"));
    }
    let account = act.viewer.map(|viewer| viewer.account_id);
    let id = store::swaps::insert(act.conn, (turn.id, other), (from, to), (account, act.now))?;
    let detail = json!({ "after": told(to, turn.due_on) });
    events::record(act, &slice::SWAP_ASKED, &turn.subject(), detail)?;
    Ok(id)
}

fn told(holder: Holder, due_on: NaiveDate) -> Value {
    let id = |kind: &str| (holder.kind() == kind).then(|| holder.id());
    json!({ "member_id": id("member"), "unit_id": id("unit"), "due_on": due_on })
}

fn locked(act: &mut Act<'_>, id: i64) -> Result<(Swap, Turn, Option<Turn>)> {
    let swap = store::swaps::find(act.conn, id)?;
    let turn = store::turn(act.conn, swap.turn_id)?;
    store::lock(act.conn, turn.chore_id)?;
    let (swap, turn) = (store::swaps::find(act.conn, id)?, store::turn(act.conn, swap.turn_id)?);
    let other = swap.other_turn_id.map(|id| store::turn(act.conn, id)).transpose()?;
    Ok((swap, turn, other))
}

/// Whether the turns are still as they were when somebody asked, and open.
fn stands(act: &Act<'_>, swap: &Swap, turn: &Turn, other: Option<&Turn>) -> bool {
    let today = act.today();
    let open = |turn: &Turn| turn.state() == State::Open && turn.due_on >= today;
    open(turn) && holder(turn) == swap.from() && other.is_none_or(|other| open(other) && holder(other) == swap.to())
}

/// Says yes or no to a swap.
///
/// # Errors
/// `Forbidden` to who was not asked; `Conflict` when it is answered, or the turns changed meanwhile.
pub fn answer(act: &mut Act<'_>, id: i64, yes: bool) -> Result<Swap> {
    let (swap, turn, other) = locked(act, id)?;
    let Some(to) = swap.to() else { return Err(Error::NotFound) };
    if !is_own(act, to)? {
        return Err(Error::Forbidden);
    }
    let changed = yes && !stands(act, &swap, &turn, other.as_ref());
    if swap.state != Stands::Asked || changed {
        return Err(Error::Conflict("conflict-swap-over"));
    }
    put(act, &swap, if yes { Stands::Accepted } else { Stands::Refused })?;
    if yes {
        give(act, &turn, Some(to))?;
        if let Some(other) = other {
            give(act, &other, swap.from())?;
        }
    }
    let kind = if yes { &slice::SWAP_ACCEPTED } else { &slice::SWAP_REFUSED };
    events::record(act, kind, &turn.subject(), json!({ "after": told(to, turn.due_on) }))?;
    Ok(swap)
}

fn put(act: &mut Act<'_>, swap: &Swap, state: Stands) -> Result<()> {
    let account = act.viewer.map(|viewer| viewer.account_id);
    store::swaps::put(act.conn, swap.id, state, account, act.now)
}

fn give(act: &mut Act<'_>, turn: &Turn, to: Option<Holder>) -> Result<()> {
    tasks::hand_over(&mut act.on_behalf_of(None), turn.task_id, to, turn.version).map(|_| ())
}

/// Takes a swap back, asked or agreed: either side, until the first of the two turns is due; and whoever leads.
///
/// # Errors
/// `Forbidden` to others; `Conflict` when it is too late.
pub fn withdraw(act: &mut Act<'_>, id: i64) -> Result<Swap> {
    let (swap, turn, other) = locked(act, id)?;
    let today = act.today();
    let mut may = false;
    for side in [swap.to(), swap.from()].into_iter().flatten() {
        may |= is_own(act, side)?;
    }
    let chore = store::find(act.conn, turn.chore_id, None, today)?;
    if !may && !manages(act, chore.committee_id)? {
        return Err(Error::Forbidden);
    }
    match swap.state {
        Stands::Asked => {}
        Stands::Accepted => {
            let open = |turn: &Turn| turn.state() == State::Open && turn.due_on > today;
            let as_agreed =
                holder(&turn) == swap.to() && other.as_ref().is_none_or(|other| holder(other) == swap.from());
            if !open(&turn) || !other.as_ref().is_none_or(open) || !as_agreed {
                return Err(Error::Conflict("conflict-swap-over"));
            }
            give(act, &turn, swap.from())?;
            if let Some(other) = &other {
                give(act, other, swap.to())?;
            }
        }
        Stands::Refused | Stands::Withdrawn => return Ok(swap),
    }
    put(act, &swap, Stands::Withdrawn)?;
    let to = swap.to().ok_or(Error::NotFound)?;
    events::record(act, &slice::SWAP_WITHDRAWN, &turn.subject(), json!({ "after": told(to, turn.due_on) }))?;
    Ok(swap)
}
