//! Hours of meetings: where the co-op counts them, whoever is called and was there is credited with the time between the call to order and
//! the adjournment. Once it is adjourned; again, after what was wrong is put right.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{held, store};
use crate::coops;
use crate::hours::{self, Doer, Work};
use crate::meetings::Kind;
use crate::platform::error::Result;
use crate::platform::visit::Act;

/// The kind of subject that the hours come from.
const ABOUT: &str = "meeting";

/// How many minutes somebody was there while the meeting went on.
fn minutes(times: &[(DateTime<Utc>, Option<DateTime<Utc>>)], from: DateTime<Utc>, until: DateTime<Utc>) -> i32 {
    let clipped = |(came, left): &(DateTime<Utc>, Option<DateTime<Utc>>)| {
        let (came, left) = ((*came).max(from), left.unwrap_or(until).min(until));
        (came < left).then_some((came, Some(left)))
    };
    let inside: Vec<_> = times.iter().filter_map(clipped).collect();
    super::rules::minutes(&inside, until).try_into().unwrap_or(0)
}

/// Brings the ledger of hours to what is known of a meeting. Where that says the same already, nothing is written.
pub(super) fn settle(act: &mut Act<'_>, id: i64) -> Result<()> {
    if !coops::rule_profile(act.conn)?.meetings_credited {
        return Ok(());
    }
    let meeting = held(act, id)?.meeting;
    let mut times: BTreeMap<i64, Vec<_>> = BTreeMap::new();
    if let (Some(from), Some(until)) = (meeting.opened_at, meeting.ended_at) {
        for span in store::spans(act.conn, id)? {
            times.entry(span.member).or_default().push((span.came_at, span.left_at));
        }
        let wanted: BTreeMap<i64, i32> = times
            .iter()
            .map(|(member, times)| (*member, minutes(times, from, until)))
            .filter(|(_, m)| *m > 0)
            .collect();
        let credited: BTreeMap<i64, i32> = hours::credited(act.conn, ABOUT, id)?
            .into_iter()
            .filter_map(|line| Some((line.member_id?, line.minutes)))
            .collect();
        if wanted == credited {
            return Ok(());
        }
        hours::take_back(act, ABOUT, id)?;
        let mut by_minutes: BTreeMap<i32, Vec<Doer>> = BTreeMap::new();
        for (member, minutes) in wanted {
            by_minutes.entry(minutes).or_default().push(Doer::Member(member));
        }
        let title = meeting.title(act.coop.language).to_owned();
        let kind = match meeting.kind {
            Kind::Board => hours::Kind::Board,
            Kind::Committee => hours::Kind::Committee,
            Kind::Annual | Kind::Special | Kind::General => hours::Kind::Meeting,
        };
        for (minutes, doers) in by_minutes {
            let work = Work { kind, about: ABOUT, about_id: id, title: &title, worked_on: meeting.held_on, minutes };
            hours::credit(act, &work, &doers)?;
        }
        return Ok(());
    }
    hours::take_back(act, ABOUT, id)
}
