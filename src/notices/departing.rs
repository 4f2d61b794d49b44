//! Mails that wait to be sent to somebody who leaves the co-op are not sent.

use crate::platform::departure::{Departure, Fate, Hanging, Verbs};
use crate::platform::error::Result;
use crate::platform::visit::Act;

use super::store;

/// Nothing is said of it, and nothing comes back: what they are told of later is told anew.
pub const HANGING: &[Hanging] = &[Hanging {
    name: "mails",
    select: store::QUEUED,
    fate: Fate::OnTheDay(Verbs { end, restore: |_, _, _| Ok(true) }),
}];

/// What is written to them about the departure is posted after this, and goes out.
fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<serde_json::Value>> {
    if let Some(account) = departure.account {
        store::drop_queued(act.conn, account)?;
    }
    Ok(Vec::new())
}
