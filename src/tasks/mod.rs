//! Tasks: what is to be done, by whom, until when, and what came of it.
//!
//! A task is held by members, by homes (everybody who lives there), by committees (everybody who sits on them), or by nobody yet; its
//! committee says whose area it is. Every change checks the version that its author saw, so that two people never overwrite each other
//! unknowingly. Who did it is not who had it, nor who says so: all three are kept, and the hours go to who did it. When something was
//! done is the instant of the verb (`act.now`); which day that was is decided in the co-op's time zone.

pub mod api;
mod bringing;
mod departing;
mod figures;
mod following;
pub mod fulfilment;
mod holding;
mod jobs;
mod listing;
mod moving;
pub mod notices;
pub mod pages;
pub mod rules;
pub mod several;
pub mod slice;
pub mod steps;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use bringing::{Alike, Brought, alike, bring, prints, take_out, titles};
pub use figures::{Waiting, waiting_for};
pub use following::{follow, hears};
pub use holding::{give, give_up, hand_over, take, take_away};
pub use jobs::{did_on, of_work_day};
pub use listing::{Filter, Listing, Span, Wanted, Whose};
pub use moving::{Completion, Moved, agree, cancel, complete, may_agree, move_to, take_back};
use rules::Standing;
pub use rules::{Holder, Kind, Lane, Priority};

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::listing::Listed;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Act;
use crate::policy::Permission;

/// How long a finished task stays on the board.
pub const DONE_SHOWN: TimeDelta = TimeDelta::days(14);
/// The most cards that a lane of the board shows; the rest is in the list.
pub const LANE_MAX: i64 = 60;
/// The most tasks of one month.
pub const MONTH_MAX: i64 = 400;
/// The most people, homes and committees that hold one task.
pub const HOLDERS_MAX: usize = 200;

/// Who has a task, or waits for a place, or had it until they left.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Held {
    pub member: Option<i64>,
    pub unit: Option<i64>,
    pub committee: Option<i64>,
    name_en: String,
    name_fr: String,
    pub waits: bool,
    pub has_left: bool,
    /// Whether it is the viewer, or the home where they live.
    pub own: bool,
}

impl Held {
    pub fn holder(&self) -> Option<Holder> {
        let (member, unit) = (self.member.map(Holder::Member), self.unit.map(Holder::Unit));
        member.or(unit).or(self.committee.map(Holder::Committee))
    }

    /// Its name alone: of a person, of a home, of a committee.
    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.name_en } else { &self.name_fr }
    }

    /// Whether they have it now.
    pub fn has_it(&self) -> bool {
        !self.waits && !self.has_left
    }
}

row! {
    /// A task with the names that go with it, as somebody sees it.
    #[derive(Debug, Clone)]
    pub struct Task {
        pub id: i64,
        pub kind: Kind,
        pub title: String,
        /// What done means, with marks.
        pub details: String,
        /// `todo`, `doing`, `waiting`, `done` or `cancelled`.
        pub status: String,
        pub priority: Priority,
        /// From when on it is anybody's concern.
        pub starts_on: Option<NaiveDate>,
        pub due_on: Option<NaiveDate>,
        /// By the clock of the co-op.
        pub due_at: Option<NaiveTime>,
        pub committee_id: Option<i64>,
        /// How many can sign up for it, and how many it needs at least.
        pub places: Option<i32>,
        pub places_min: Option<i32>,
        /// Whose job it is.
        pub work_day_id: Option<i64>,
        pub credit_minutes: i32,
        /// Whether the hours count, see `agree`.
        pub credit_counts: bool,
        /// Whether a lead of its committee looks at what was done, before its hours count.
        pub approves: bool,
        /// Who said what it is worth.
        pub valued_by: Option<i64>,
        pub outcome: String,
        pub done_at: Option<DateTime<Utc>>,
        pub created_by: Option<i64>,
        pub created_at: DateTime<Utc>,
        pub version: i32,
        /// In the order in which they came.
        pub holders: Gathered<Vec<Held>>,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        pub author_name: Option<String>,
        /// Steps to tick, and how many are.
        pub steps: i64,
        pub steps_ticked: i64,
        /// Whether it is the viewer's own, of the home where they live, or of a committee on which they sit.
        pub mine: bool,
        /// Whether the viewer leads the committee whose area it is.
        pub led: bool,
        /// On the board: how many tasks its lane has in all.
        pub lane_count: i64,
        /// In the list: what it stands by.
        pub place: String,
    }
}

impl Task {
    /// Where it is on the board; nowhere when it was cancelled.
    pub fn lane(&self) -> Option<Lane> {
        Lane::parse(&self.status)
    }

    /// Still to be done.
    pub fn is_open(&self) -> bool {
        !matches!(self.lane(), None | Some(Lane::Done))
    }

    /// Whether it is done, and a lead looks at that before its hours count.
    pub fn looked_at(&self) -> bool {
        self.approves && self.lane() == Some(Lane::Done)
    }

    /// Who has it.
    pub fn held(&self) -> impl Iterator<Item = &Held> {
        self.holders.0.iter().filter(|held| held.has_it())
    }

    /// Who has it, without names.
    pub fn all_holders(&self) -> Vec<Holder> {
        self.held().filter_map(Held::holder).collect()
    }

    pub fn is_nobodys(&self) -> bool {
        self.held().next().is_none()
    }

    /// Places that are free, where people sign up for it.
    pub fn places_free(&self) -> Option<i32> {
        Some((self.places? - i32::try_from(self.held().count()).unwrap_or(i32::MAX)).max(0))
    }

    pub fn committee(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.committee_en.as_deref(),
            Lang::Fr => self.committee_fr.as_deref(),
        }
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title.clone() }
    }

    /// What it says, as it is written.
    pub fn written(&self) -> NewTask {
        NewTask {
            kind: self.kind,
            title: self.title.clone(),
            details: self.details.clone(),
            holders: self.all_holders(),
            priority: self.priority,
            starts_on: self.starts_on,
            due_on: self.due_on,
            due_at: self.due_at,
            committee_id: self.committee_id,
            places: self.places,
            places_min: self.places_min,
            work_day_id: self.work_day_id,
            credit_minutes: self.credit_minutes,
        }
    }
}

/// A task as it is written, new or edited.
#[derive(Debug, Clone, Default)]
pub struct NewTask {
    /// Editing does not change it.
    pub kind: Kind,
    pub title: String,
    /// What done means, with marks.
    pub details: String,
    /// Who has it from the beginning. Editing does not change it: see `give`, `take_away`, `hand_over`.
    pub holders: Vec<Holder>,
    pub priority: Priority,
    pub starts_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    pub due_at: Option<NaiveTime>,
    pub committee_id: Option<i64>,
    pub places: Option<i32>,
    pub places_min: Option<i32>,
    /// Editing does not change it.
    pub work_day_id: Option<i64>,
    pub credit_minutes: i32,
}

impl NewTask {
    fn facts(&self) -> Value {
        json!({ "title": self.title, "details": self.details, "priority": self.priority.word(), "starts_on": self.starts_on,
                "due_on": self.due_on, "due_at": self.due_at.map(|at| at.format("%H:%M").to_string()),
                "committee_id": self.committee_id, "places": self.places, "places_min": self.places_min,
                "credit_minutes": self.credit_minutes })
    }
}

row! {
    /// What belongs to one task, beside what a list shows of it.
    #[derive(Debug)]
    pub struct Whole {
        pub steps: Gathered<Vec<steps::TaskStep>>,
        /// The names of the members and homes that did it.
        did_members: Gathered<Vec<String>>,
        did_units: Gathered<Vec<String>>,
        /// Whether the viewer said that they want to hear of it, or not to.
        pub follows: Option<bool>,
    }
}

impl Whole {
    /// Who did it, in words; nothing where nobody said so.
    pub fn did(&self, lang: Lang) -> String {
        let home = |label: &String| lang.with("task-home", &[("home", label.as_str().into())]);
        self.did_members.0.iter().cloned().chain(self.did_units.0.iter().map(home)).collect::<Vec<_>>().join(", ")
    }
}

// ---- reading ----

/// What belongs to one task, as a member sees it.
pub fn whole(conn: &mut PgConnection, id: i64, viewer: Option<i64>) -> Result<Whole> {
    store::whole(conn, id, viewer)
}

/// The cards of the board, lane by lane: those of the viewer first, then by due date; the latest first among the done.
pub fn board(conn: &mut PgConnection, filter: &Filter, now: DateTime<Utc>) -> Result<Vec<Task>> {
    store::board(conn, filter, now - DONE_SHOWN, LANE_MAX)
}

/// The tasks that are due from one day to another, at most `MONTH_MAX`.
pub fn month(conn: &mut PgConnection, filter: &Filter, days: (NaiveDate, NaiveDate)) -> Result<Vec<Task>> {
    store::month(conn, filter, days, MONTH_MAX)
}

/// How the board stands: another text as soon as any card on it changed.
pub fn stands(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<String> {
    store::stands(conn, now - DONE_SHOWN)
}

/// A page of at most `rows` tasks, usually by due date, and what is done by when it was done.
pub fn list(conn: &mut PgConnection, listing: &Listing, rows: usize) -> Result<Listed<Task>> {
    Ok(listing.window.page(store::list(conn, listing, rows + 1)?, rows))
}

/// How many tasks a listing has in all, as far as they are counted.
pub fn count(conn: &mut PgConnection, listing: &Listing) -> Result<i64> {
    store::count(conn, listing)
}

/// One task.
///
/// # Errors
/// `NotFound` when there is none.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Task> {
    store::find(conn, id, None)
}

/// One task as a member sees it on a day: `mine` says whether it is theirs.
pub fn seen_by(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Task> {
    store::find(conn, id, member.map(|member| (member, today)))
}

/// What somebody is to a task, and so what they may do with it.
pub fn standing(task: &Task, account: Option<i64>, manages: bool) -> Standing {
    Standing { manages, leads: task.led, created: account.is_some() && task.created_by == account, owns: task.mine }
}

// ---- writing ----

fn manages(act: &Act<'_>) -> bool {
    act.viewer.is_none() || act.may(Permission::TasksManage)
}

fn account(act: &Act<'_>) -> Option<i64> {
    act.viewer.map(|viewer| viewer.account_id)
}

fn look_at(act: &mut Act<'_>, id: i64) -> Result<(Task, Standing)> {
    let member = act.viewer.and_then(|viewer| viewer.member_id);
    let today = act.today();
    let task = seen_by(act.conn, id, member, today)?;
    let standing = standing(&task, account(act), manages(act));
    Ok((task, standing))
}

/// The same, for somebody who changes it and saw it in a version.
fn to_change(act: &mut Act<'_>, id: i64, version: i32) -> Result<(Task, Standing)> {
    let (task, standing) = look_at(act, id)?;
    if !standing.may_change() {
        return Err(Error::Forbidden);
    }
    if task.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    Ok((task, standing))
}

fn check_committee(act: &mut Act<'_>, committee: Option<i64>) -> Result<()> {
    match committee {
        Some(id) if !store::committee_exists(act.conn, id)? => Err(Error::field("committee_id", "wrong-choice")),
        _ => Ok(()),
    }
}

/// Adds a task.
///
/// # Errors
/// `Invalid` on `assignee` when it is not the author's to give to them (see `rules::may_give`), there is no such member, unit or
/// committee, or they will have left the co-op when it is due; on `committee_id` when there is no such committee; on `places` and
/// `places_min` as `jobs::check_places` says.
pub fn create(act: &mut Act<'_>, new: &NewTask) -> Result<i64> {
    check_committee(act, new.committee_id)?;
    jobs::check_places(new, new.work_day_id, new.holders.len())?;
    let author = account(act);
    let id = store::insert(act.conn, new, author, act.now)?;
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::TASK_CREATED, &subject, jobs::made(new))?;
    for holder in &new.holders {
        holding::begin(act, &subject, *holder, &[], new)?;
    }
    Ok(id)
}

/// Changes what a task says; not who has it.
///
/// # Errors
/// `Forbidden` to who neither has it, nor wrote it, nor leads its committee, nor manages tasks; `Conflict` when it was changed
/// meanwhile; `Invalid` as for a new one, and on `credit_hours` when its holder would value it.
pub fn edit(act: &mut Act<'_>, id: i64, new: &NewTask, version: i32) -> Result<Task> {
    let (task, standing) = to_change(act, id, version)?;
    if task.credit_minutes != new.credit_minutes {
        if !standing.may_value() {
            return Err(Error::field("credit_hours", "wrong-hours-not-yours"));
        }
        if task.lane() == Some(Lane::Done) {
            return Err(Error::field("credit_hours", "wrong-hours-done"));
        }
    }
    check_committee(act, new.committee_id)?;
    jobs::check_places(new, task.work_day_id, task.held().count())?;
    let Some(difference) = difference(&task.written().facts(), &new.facts()) else { return Ok(task) };
    if !store::update(act.conn, id, version, new, task.due_on != new.due_on)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    if task.credit_minutes != new.credit_minutes {
        let account = account(act);
        store::value(act.conn, id, account)?;
    }
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::TASK_EDITED, &subject, difference)?;
    if task.places != new.places {
        holding::move_up(act, id)?;
    }
    Ok(task)
}
