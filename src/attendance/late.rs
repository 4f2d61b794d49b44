//! The paper sheet, typed in afterwards, and what was noted wrong.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::slice::{self, about};
use super::{Held, Noted, Way, crediting, store, to_run};
use crate::meetings;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// What is entered for somebody. It takes the place of all that was noted of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub member: i64,
    /// None where they were not there at all.
    pub there: Option<(Way, DateTime<Utc>, Option<DateTime<Utc>>)>,
}

/// When the meeting was held, where it was not called to order and adjourned here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// Enters who was there. Where something was noted already, or the meeting is over, for a reason. How many.
///
/// # Errors
/// `Forbidden` to who does not lead the meeting; `Conflict` when its door was never opened; `Invalid` on `late_why` without a reason, on
/// nothing where nothing is entered.
pub fn enter(act: &mut Act<'_>, id: i64, entries: &[Entry], why: &str, hours: Option<Hours>) -> Result<usize> {
    let (held, _) = to_run(act, id)?;
    let before = store::all_times(act.conn, id)?;
    let known = |member: i64| before.iter().filter(move |(who, _)| *who == member);
    let changes = held.is_over() || entries.iter().any(|entry| known(entry.member).next().is_some());
    if changes && why.is_empty() {
        return Err(Error::field("late_why", "wrong-required"));
    }
    if entries.is_empty() && hours.is_none() {
        return Err(Error::field("", "wrong-late-nothing"));
    }
    let (today, author) = (act.today(), act.viewer.map(|viewer| viewer.account_id));
    let mut told = Vec::new();
    for entry in entries {
        if !store::is_called(act.conn, id, entry.member)? && !store::is_here(act.conn, entry.member, today)? {
            return Err(Error::NotFound);
        }
        store::forget_all(act.conn, id, entry.member)?;
        if let Some((way, came, left)) = entry.there {
            store::note(act.conn, id, entry.member, way, (came, left), author)?;
        }
        let was: Vec<_> = known(entry.member).map(|(_, time)| (time.came_at, time.left_at)).collect();
        let is: Vec<_> = entry.there.iter().map(|(_, came, left)| (*came, *left)).collect();
        let after = json!({ "times": said(act, &is), "attends": entry.there.map(|(way, ..)| way) });
        let detail = json!({ "member_id": entry.member, "why": why, "noted": Noted::Sheet, "about": about(id),
                             "before": { "times": said(act, &was) }, "after": after });
        told.push((held.meeting.subject(), detail));
    }
    events::record_all(act, &slice::ATTENDANCE_ENTERED, told)?;
    if let Some(hours) = hours {
        end(act, &held, hours)?;
    }
    crediting::settle(act, id)?;
    Ok(entries.len())
}

/// The meeting was held from when to when, on paper: whoever is still there left at its end.
fn end(act: &mut Act<'_>, held: &Held, hours: Hours) -> Result<()> {
    let (id, author) = (held.meeting.id, act.viewer.map(|viewer| viewer.account_id));
    meetings::hold(act.conn, id, Some(hours.from), Some(hours.until))?;
    store::all_leave(act.conn, id, hours.until, author)?;
    let detail = json!({ "times": said(act, &[(hours.from, Some(hours.until))]), "about": about(id) });
    events::record(act, &slice::ATTENDANCE_ADJOURNED, &held.meeting.subject(), detail)?;
    Ok(())
}

/// "19:02-20:45, 20:50-", by the clock of the co-op.
fn said(act: &Act<'_>, times: &[(DateTime<Utc>, Option<DateTime<Utc>>)]) -> Value {
    let at = |at: DateTime<Utc>| at.with_timezone(&act.coop.zone).format("%H:%M").to_string();
    let all = times.iter().map(|(came, left)| format!("{}-{}", at(*came), left.map(at).unwrap_or_default()));
    all.collect::<Vec<_>>().join(", ").into()
}
