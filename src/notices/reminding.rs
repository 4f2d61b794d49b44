//! The hours of reminders. What is due is looked for once an hour, and recorded as events; no reminder leaves while people rest. One
//! that comes up then, because a server was away or somebody sent it late, is told in the morning to whom it still concerns.

use chrono::{DateTime, Days, NaiveDate, Timelike as _, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

use super::slice;
use crate::coops;
use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::mail::Until;
use crate::platform::visit::Act;

/// Between which hours of the co-op's clocks people are reminded.
#[derive(Debug, Clone, Copy)]
pub struct Hours {
    zone: Tz,
    from: u32,
    until: u32,
}

impl Hours {
    pub fn of(act: &mut Act<'_>) -> Result<Self> {
        let set = coops::details(act.conn)?;
        let hour = |hour: i32| u32::try_from(hour).unwrap_or(0);
        Ok(Self { zone: act.coop.zone, from: hour(set.reminders_from), until: hour(set.reminders_until) })
    }

    /// Whether people are reminded at a moment.
    pub fn are_at(self, moment: DateTime<Utc>) -> bool {
        (self.from..self.until).contains(&moment.with_timezone(&self.zone).hour())
    }

    /// When they begin on a day. Where the clocks skip that hour, an hour later.
    pub fn begin_on(self, day: NaiveDate) -> Option<DateTime<Utc>> {
        let at = |hour: u32| day.and_hms_opt(hour, 0, 0).and_then(|local| clock::instant(self.zone, local));
        at(self.from).or_else(|| at(self.from + 1))
    }

    /// Until when a reminder of a moment may leave.
    pub fn until(self, moment: DateTime<Utc>) -> Option<Until> {
        let day = clock::date_in(self.zone, moment);
        let end_on = |day: NaiveDate| self.begin_on(day).zip(self.end_on(day));
        let (_, end) = end_on(day)?;
        Some(Until { moment: end, next: day.checked_add_days(Days::new(1)).and_then(end_on) })
    }

    /// When they end on a day, which no clock skips by day: at midnight where they last until then.
    fn end_on(self, day: NaiveDate) -> Option<DateTime<Utc>> {
        let midnight = self.until == 24;
        let day = if midnight { day.checked_add_days(Days::new(1))? } else { day };
        clock::instant(self.zone, day.and_hms_opt(if midnight { 0 } else { self.until }, 0, 0)?)
    }

    /// When they begin next, after a moment at which nobody is reminded.
    fn begin_after(self, moment: DateTime<Utc>) -> DateTime<Utc> {
        let today = clock::date_in(self.zone, moment);
        let tomorrow = today.checked_add_days(Days::new(1));
        let begins = [Some(today), tomorrow].into_iter().flatten().filter_map(|day| self.begin_on(day));
        begins.into_iter().find(|begins| *begins > moment).unwrap_or(moment)
    }
}

/// The hourly job: records what is due soon or late. After an outage there is one look, at what is still true.
pub fn remind(act: &mut Act<'_>, _: &Value) -> Result<()> {
    if !Hours::of(act)?.are_at(act.now) {
        return Ok(());
    }
    for remind in act.state.slices.iter().flat_map(|slice| slice.reminders) {
        remind(act)?;
    }
    Ok(())
}

/// Puts reminders off until the morning.
pub fn put_off(act: &mut Act<'_>, events: &[i64]) -> Result<()> {
    let begins = Hours::of(act)?.begin_after(act.now);
    jobs::enqueue(act.conn, &slice::TELL_LATER, json!({ "events": events }), begins)?;
    Ok(())
}

/// Tells what was put off.
pub fn tell_later(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let ids: Vec<i64> = payload["events"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let events = events::some(act.conn, &ids)?;
    super::tell(act, &events)
}
