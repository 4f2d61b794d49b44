//! Minutes: what a meeting did, assembled from what is known of it (notice, attendance, quorum, agenda, decisions, tasks) and from what its
//! writers add, item by item, so that two of them do not stand in each other's way.
//!
//! What is published is kept word for word, with each correction and why; it is what readers see until the next one. What is in camera is
//! kept apart and read by those who sit there. Minutes of the board and of committees are for those who sit there, unless they are published
//! for all; those of general meetings are for everybody.

pub mod assembly;
pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::json;

pub use store::Facts;

use crate::attendance::{self, Held};
use crate::meetings::{self, Meeting};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;
use crate::tasks::{self, Holder, NewTask};

/// The longest text of one part, in characters.
pub const PART_MAX: usize = 20_000;
pub const WHY_MAX: usize = 300;

text_enum! {
    pub enum Status {
        /// Read by those who write them.
        Draft = "draft",
        Published = "published",
        /// By a later meeting.
        Approved = "approved",
    }
}

row! {
    /// The minutes of a meeting as they stand.
    #[derive(Debug, Clone)]
    pub struct Minutes {
        pub status: Status,
        /// Something was written since they were published.
        pub is_ahead: bool,
        pub for_all: bool,
        pub approved_at_id: Option<i64>,
        /// What that meeting is called and when it was; empty where it was none.
        pub approved_en: String,
        pub approved_fr: String,
        pub approved_on: Option<NaiveDate>,
    }
}

/// What was written of an item, or of the meeting as a whole.
#[derive(Debug, Clone, Deserialize)]
pub struct Part {
    pub item_id: Option<i64>,
    /// With marks.
    pub text_en: String,
    pub text_fr: String,
    pub version: i32,
    pub written_at: DateTime<Utc>,
    /// Empty where the program wrote it.
    pub written_by: String,
}

/// What became a task.
#[derive(Debug, Clone, Deserialize)]
pub struct Action {
    pub task_id: i64,
    pub item_id: Option<i64>,
    pub title: String,
    pub who: String,
    pub due_on: Option<NaiveDate>,
    pub done: bool,
}

row! {
    /// What was published once.
    #[derive(Debug, Clone)]
    pub struct Version {
        pub number: i32,
        pub published_at: DateTime<Utc>,
        pub published_by: String,
        pub why: String,
        pub text_en: String,
        pub text_fr: String,
        pub in_camera_en: String,
        pub in_camera_fr: String,
    }
}

impl Version {
    pub fn text(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.text_en } else { &self.text_fr }
    }

    pub fn in_camera(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.in_camera_en } else { &self.in_camera_fr }
    }
}

/// A meeting with its minutes, as somebody sees them.
#[derive(Debug, Clone)]
pub struct Seen {
    pub held: Held,
    pub minutes: Option<Minutes>,
    /// Whether they write them: who leads the meeting.
    pub writes: bool,
    /// Whether they may read what is published.
    pub reads: bool,
}

impl Seen {
    pub fn meeting(&self) -> &Meeting {
        &self.held.meeting
    }

    /// What is in camera is for those who sit there.
    pub fn reads_in_camera(&self) -> bool {
        self.held.meeting.sits
    }

    pub fn status(&self) -> Status {
        self.minutes.as_ref().map_or(Status::Draft, |minutes| minutes.status)
    }
}

/// Whether a meeting has something to write down: it was called to order, or its day is past.
pub fn has_begun(meeting: &Meeting, today: NaiveDate) -> bool {
    meeting.is_on() && (meeting.opened_at.is_some() || meeting.held_on < today)
}

fn seen_of(conn: &mut PgConnection, held: Held) -> Result<Seen> {
    let minutes = store::find(conn, held.meeting.id)?;
    let published = minutes.as_ref().is_some_and(|minutes| minutes.status != Status::Draft);
    let for_all = minutes.as_ref().is_some_and(|minutes| minutes.for_all);
    let reads = published && (for_all || held.meeting.sits || held.leads);
    Ok(Seen { writes: held.leads, reads, minutes, held })
}

/// A meeting with its minutes, as whoever visits sees them.
///
/// # Errors
/// `NotFound` when there is no such meeting, or nothing of it that they may read.
pub fn seen(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Seen> {
    let held = attendance::seen(conn, visit, id)?;
    let seen = seen_of(conn, held)?;
    let open = seen.writes && has_begun(seen.meeting(), visit.today());
    if open || seen.reads { Ok(seen) } else { Err(Error::NotFound) }
}

/// Whether somebody who looks at a meeting is led to its minutes.
pub fn are_there(conn: &mut PgConnection, held: &Held, today: NaiveDate) -> Result<bool> {
    let seen = seen_of(conn, held.clone())?;
    Ok(seen.reads || seen.writes && has_begun(seen.meeting(), today))
}

/// What is known of a meeting beside who was there: what was written, what became tasks.
pub fn facts(conn: &mut PgConnection, meeting: &Meeting) -> Result<Facts> {
    store::facts(conn, meeting)
}

/// What was published, the latest first.
pub fn versions(conn: &mut PgConnection, id: i64) -> Result<Vec<Version>> {
    store::versions(conn, id)
}

// ---- writing ----

/// Minutes that whoever acts may write, which nobody else changes meanwhile.
fn to_write(act: &mut Act<'_>, id: i64) -> Result<Seen> {
    meetings::lock(act.conn, id)?;
    let held = attendance::held_by(act, id)?;
    let today = act.today();
    if !held.leads {
        return Err(Error::Forbidden);
    }
    if !has_begun(&held.meeting, today) {
        return Err(Error::Conflict("conflict-minutes-early"));
    }
    store::begin(act.conn, id, held.meeting.kind.is_general())?;
    seen_of(act.conn, held)
}

fn subject(meeting: &Meeting) -> Subject {
    Subject { id: meeting.id, name: meeting.title_en.clone() }
}

/// An item of this meeting that whoever acts may write of; none for the meeting as a whole.
fn item_of(act: &mut Act<'_>, seen: &Seen, item: Option<i64>) -> Result<()> {
    let Some(item) = item else { return Ok(()) };
    let items = meetings::items(act.conn, seen.meeting().id)?;
    let found = items.into_iter().find(|one| one.id == item).ok_or(Error::NotFound)?;
    if found.in_camera && !seen.reads_in_camera() { Err(Error::Forbidden) } else { Ok(()) }
}

/// Writes a part, in each language what there is.
///
/// # Errors
/// `Forbidden` to who does not lead the meeting, and of an item in camera to who does not sit there; `NotFound`; `Conflict` before the meeting
/// began, and with `conflict-changed` when somebody else wrote that part meanwhile.
pub fn write(act: &mut Act<'_>, id: i64, item: Option<i64>, texts: (&str, &str), version: i32) -> Result<()> {
    let seen = to_write(act, id)?;
    item_of(act, &seen, item)?;
    let by = act.viewer.map(|viewer| viewer.account_id);
    if !store::write(act.conn, (id, item), texts, version, (by, act.now))? {
        return Err(Error::Conflict("conflict-changed"));
    }
    // Drafts are no record: what is published is.
    events::record(act, &slice::MINUTES_WRITTEN, &subject(seen.meeting()), json!({}))?;
    Ok(())
}

/// Makes a task of something that was agreed.
///
/// # Errors
/// As for `write`; those of `tasks::create`.
pub fn assign(
    act: &mut Act<'_>,
    id: i64,
    item: Option<i64>,
    (title, member, due_on): (&str, Option<i64>, Option<NaiveDate>),
) -> Result<i64> {
    let seen = to_write(act, id)?;
    item_of(act, &seen, item)?;
    let task = tasks::create(
        act,
        &NewTask {
            title: title.to_owned(),
            holders: member.map(Holder::Member).into_iter().collect(),
            due_on,
            committee_id: seen.meeting().committee_id,
            ..NewTask::default()
        },
    )?;
    store::assign(act.conn, task, id, item)?;
    events::record(act, &slice::MINUTES_ACTION, &subject(seen.meeting()), json!({ "task": task }))?;
    Ok(task)
}

/// Publishes the minutes as they are now, for all or for those who sit there; again, as a correction, for a reason.
///
/// # Errors
/// As for `write`; `Invalid` on `why` for a correction without a reason; `Conflict` when nothing changed.
pub fn publish(act: &mut Act<'_>, id: i64, for_all: bool, why: &str) -> Result<i32> {
    let seen = to_write(act, id)?;
    let before = store::versions(act.conn, id)?.into_iter().next();
    if before.is_some() && why.is_empty() {
        return Err(Error::field("minutes_why", "wrong-required"));
    }
    let all = assembly::gather(act.conn, act.coop, &seen, act.now)?;
    let (en, fr) = (all.told(Lang::En, false), all.told(Lang::Fr, false));
    let (private_en, private_fr) = (all.told(Lang::En, true), all.told(Lang::Fr, true));
    let for_all = for_all || seen.meeting().kind.is_general();
    let same = before.as_ref().is_some_and(|last| {
        (&last.text_en, &last.text_fr, &last.in_camera_en, &last.in_camera_fr) == (&en, &fr, &private_en, &private_fr)
    });
    if same && seen.minutes.as_ref().is_some_and(|minutes| minutes.for_all == for_all) {
        return Err(Error::Conflict("conflict-minutes-same"));
    }
    let number = before.map_or(1, |last| last.number + 1);
    let by = act.viewer.map(|viewer| viewer.account_id);
    let texts = [en.as_str(), fr.as_str(), private_en.as_str(), private_fr.as_str()];
    store::publish(act.conn, (id, number), texts, why, (by, act.now))?;
    store::set_published(act.conn, id, for_all)?;
    let detail = json!({ "version": number, "for_all": for_all, "why": why });
    events::record(act, &slice::MINUTES_PUBLISHED, &subject(seen.meeting()), detail)?;
    Ok(number)
}

/// Writes down which later meeting approved them, as they are published.
///
/// # Errors
/// As for `write`; `Conflict` when they are not published, or approved; `Invalid` on `approved_at` for a meeting that is not later, of another
/// body, or has not begun.
pub fn approve(act: &mut Act<'_>, id: i64, at: i64) -> Result<()> {
    let seen = to_write(act, id)?;
    match seen.status() {
        Status::Draft => return Err(Error::Conflict("conflict-minutes-draft")),
        Status::Approved => return Err(Error::Conflict("conflict-minutes-approved")),
        Status::Published => {}
    }
    let today = act.today();
    let able = store::approvers(act.conn, seen.meeting(), today)?;
    let Some((_, name, ..)) = able.into_iter().find(|(able, ..)| *able == at) else {
        return Err(Error::field("approved_at", "wrong-choice"));
    };
    store::approve(act.conn, id, at)?;
    events::record(act, &slice::MINUTES_APPROVED, &subject(seen.meeting()), json!({ "meeting": name }))?;
    Ok(())
}

/// Later meetings of the same body that can have approved them: number, titles in English and French, day.
pub fn approvers(
    conn: &mut PgConnection,
    meeting: &Meeting,
    today: NaiveDate,
) -> Result<Vec<(i64, String, String, NaiveDate)>> {
    store::approvers(conn, meeting, today)
}

/// Who may read minutes at all.
pub const READ: Permission = Permission::MeetingsRead;
