//! Days on which somebody, or a whole home, takes no turns. What was theirs goes to others; what they missed is excused.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use serde_json::json;

use super::{Closed, Turn, is_own, own, planning, slice, store, turns};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::sql::row;
use crate::platform::visit::Act;
use crate::policy::Permission;
use crate::tasks::Holder;

/// The longest absence. Whoever is away longer has a sabbatical.
const DAYS_MAX: i64 = 366;
/// How far back an absence may begin: what was missed then is excused.
const BACK: Days = Days::new(60);

row! {
    #[derive(Debug, Clone)]
    pub struct Absence {
        pub id: i64,
        pub member_id: Option<i64>,
        pub unit_id: Option<i64>,
        pub home: Option<String>,
        pub starts_on: NaiveDate,
        /// The last day.
        pub ends_on: NaiveDate,
    }
}

impl Absence {
    fn holder(&self) -> Option<Holder> {
        self.unit_id.map(Holder::Unit).or(self.member_id.map(Holder::Member))
    }
}

/// The absences of a member and of the homes where they live that are not over.
pub fn absences_of(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<Vec<Absence>> {
    store::absences::of(conn, member, today)
}

/// One of them.
///
/// # Errors
/// `NotFound` when there is none.
pub fn absence(conn: &mut PgConnection, id: i64) -> Result<Absence> {
    store::absences::find(conn, id)?.ok_or(Error::NotFound)
}

/// Enters that somebody or a home is away, and gives their turns to others. Its number.
///
/// # Errors
/// `Forbidden` where they are somebody else; `Invalid` on the days where they are in the wrong order, too long, or too long ago.
pub fn be_away(act: &mut Act<'_>, holder: Holder, from: NaiveDate, until: NaiveDate) -> Result<i64> {
    if !act.may(Permission::ChoresManage) && !is_own(act, holder)? {
        return Err(Error::Forbidden);
    }
    let today = act.today();
    if until < from {
        return Err(Error::field("away_until", "wrong-order"));
    }
    if (until - from).num_days() > DAYS_MAX {
        return Err(Error::field("away_until", "wrong-away-long"));
    }
    if from < today - BACK || from > today + Days::new(730) {
        return Err(Error::field("away_from", "wrong-away-day"));
    }
    let account = act.viewer.map(|viewer| viewer.account_id);
    let id = store::absences::insert(act.conn, holder, (from, until), (account, act.now))?;
    record(act, &slice::ABSENCE_ENTERED, id)?;
    for chore in store::chores_of(act.conn, holder)? {
        store::lock(act.conn, chore)?;
        excuse(act, chore, holder, (from, until))?;
        planning::plan(act, chore)?;
    }
    Ok(id)
}

fn record(act: &mut Act<'_>, kind: &'static events::EventKind, id: i64) -> Result<()> {
    events::record(act, kind, &Subject { id, name: format!("№ {id}") }, json!({})).map(|_| ())
}

/// Turns before today that they had and did not do.
fn excuse(act: &mut Act<'_>, chore: i64, holder: Holder, (from, until): (NaiveDate, NaiveDate)) -> Result<()> {
    let today = act.today();
    let rows = store::turns(act.conn, chore)?;
    let theirs: Vec<&Turn> = rows.iter().filter(|turn| turn.held() == [holder]).collect();
    let standing: Vec<turns::Standing> = theirs.iter().map(|turn| turn.standing()).collect();
    let lost = turns::excused(&standing, holder.id(), from, until, today);
    for turn in theirs.into_iter().filter(|turn| lost.contains(&turn.due_on)) {
        planning::close(act, turn, Closed::Excused, "")?;
    }
    Ok(())
}

/// They are not away after all. Turns that others were given stay theirs.
///
/// # Errors
/// `NotFound` where there is none that is the viewer's.
pub fn be_back(act: &mut Act<'_>, id: i64) -> Result<()> {
    let Some(holder) = absence(act.conn, id)?.holder() else { return Err(Error::NotFound) };
    if own(act).is_none() || !(is_own(act, holder)? || act.may(Permission::ChoresManage)) {
        return Err(Error::NotFound);
    }
    store::absences::delete(act.conn, id)?;
    record(act, &slice::ABSENCE_TAKEN_BACK, id)?;
    for chore in store::chores_of(act.conn, holder)? {
        planning::plan(act, chore)?;
    }
    Ok(())
}
