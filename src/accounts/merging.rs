//! Two entries of the register are one person, who has one account. Of two the one that was chosen goes on; the other one is closed:
//! its devices and keys end, its address is free, and what was done with it is told under it as ever. An admin who is the last one
//! keeps their account open, as everywhere.

use diesel::PgConnection;
use serde::{Deserialize, Serialize};

use super::{Account, address, set_closed, store};
use crate::platform::error::Result;
use crate::platform::events;
use crate::platform::merging::Side;
use crate::platform::visit::Act;

/// What was done with the accounts, enough to undo it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Joined {
    /// The account that changed over to the kept entry.
    given: Option<i64>,
    /// The one that was the kept entry's until then, and is the other's.
    taken: Option<i64>,
    /// The one that was open and is closed.
    closed: Option<i64>,
}

/// The accounts of two entries.
pub fn both(conn: &mut PgConnection, kept: i64, other: i64) -> Result<[Option<Account>; 2]> {
    let mut of = |member: i64| match store::account_of(conn, member)? {
        Some(id) => store::account(conn, id).map(Some),
        None => Ok(None),
    };
    Ok([of(kept)?, of(other)?])
}

/// One account for two entries: the one that goes on as it was, without its address for now; `address::moved` gives it the one that
/// the register will have.
pub fn join(act: &mut Act<'_>, kept: i64, other: i64, goes_on: Side) -> Result<(Option<Account>, Joined)> {
    let [own, others] = both(act.conn, kept, other)?;
    let mut joined = Joined::default();
    if let (Some(own), Some(others)) = (&own, &others) {
        let loser = if goes_on == Side::Kept { others } else { own };
        if loser.disabled_at.is_none() {
            set_closed(act, loser.id, true)?;
            events::signal_ended(act.conn, loser.id)?;
            joined.closed = Some(loser.id);
        }
    }
    let goes_on = match (&own, others) {
        (Some(_), Some(others)) if goes_on == Side::Other => Some(others),
        (None, Some(others)) => Some(others),
        _ => None,
    };
    let Some(account) = goes_on else { return Ok((address::let_go(act, kept)?, joined)) };
    store::address::let_go(act.conn, account.id)?;
    store::merging::give(act.conn, account.id, kept, own.as_ref().map(|own| (own.id, other)))?;
    joined.given = Some(account.id);
    joined.taken = own.map(|own| own.id);
    Ok((Some(account), joined))
}

/// They were two people after all: each has their own account. Those whose addresses follow, as for `join`.
pub fn part(act: &mut Act<'_>, kept: i64, other: i64, joined: &Joined) -> Result<Vec<Account>> {
    let held = both(act.conn, kept, other)?;
    for account in held.iter().flatten() {
        store::address::let_go(act.conn, account.id)?;
    }
    if let Some(given) = joined.given.filter(|given| held[0].as_ref().is_some_and(|own| own.id == *given)) {
        store::merging::give(act.conn, given, other, joined.taken.map(|taken| (taken, kept)))?;
    }
    Ok(held.into_iter().flatten().collect())
}

/// Opens again what `join` closed, unless somebody did.
pub fn reopen(act: &mut Act<'_>, joined: &Joined) -> Result<()> {
    if let Some(closed) = joined.closed {
        set_closed(act, closed, false)?;
    }
    Ok(())
}
