//! Meetings: when members, the board or a committee meet, where, and what about.
//!
//! General meetings are for all members, and the act and the by-laws say when their notice is given (`rules`). Board and committee
//! meetings are for who sits there; that they are held is no secret. An item in camera is: whoever does not sit there sees that there
//! is one, and neither its title nor a word of it, here, in the log, in search, in calendars or in the API.

mod agenda;
pub mod api;
pub mod asked;
pub mod calling;
pub mod consents;
mod holding;
mod letters;
pub mod pages;
pub mod replies;
pub mod rules;
mod second;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

pub use agenda::{Item, NewItem, add_item, add_usual, edit_item, items, move_item, remove_item};
pub use holding::{hold, lead, lock};
pub use rules::{Kind, Purpose, Repeats, Status};
pub use second::{plan_second, second_of};

use self::calling::Given;
use self::rules::Timing;
use crate::committees;
use crate::coops;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::visit::Act;
use crate::policy::Permission;
use crate::schema::meetings;

row! {
    /// A meeting with the names that go with it, as somebody sees it.
    #[derive(Debug, Clone)]
    pub struct Meeting {
        pub id: i64,
        pub kind: Kind,
        pub committee_id: Option<i64>,
        /// What it is called: where nobody said so, by its kind or its committee.
        pub title_en: String,
        pub title_fr: String,
        pub held_on: NaiveDate,
        /// By the clock of the co-op.
        pub starts_at: NaiveTime,
        /// Before the start where it ends the day after.
        pub ends_at: Option<NaiveTime>,
        pub place: String,
        /// How to take part from afar.
        pub online: String,
        pub access: String,
        pub child_care: String,
        pub special_resolution: bool,
        pub status: Status,
        pub cancelled_why: String,
        /// Those that were planned together have the number of the first.
        pub series: Option<i64>,
        /// The one that did not have its quorum, of which this is the second meeting.
        pub second_of: Option<i64>,
        /// Who leads it, and who writes its minutes, where that is known.
        pub chair_id: Option<i64>,
        pub secretary_id: Option<i64>,
        /// When it was called to order, and adjourned.
        pub opened_at: Option<DateTime<Utc>>,
        pub ended_at: Option<DateTime<Utc>>,
        /// Rises when whoever comes must know: RFC 5545, section 3.8.7.4.
        pub sequence: i32,
        pub created_at: DateTime<Utc>,
        pub version: i32,
        /// Whether the viewer sits on the committee, or else on the board: what is in camera is theirs to see.
        pub sits: bool,
        /// Whether the viewer leads the committee.
        pub leads: bool,
    }
}

impl Meeting {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn is_on(&self) -> bool {
        self.status != Status::Cancelled
    }

    pub fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title_en.clone() }
    }

    fn written(&self) -> NewMeeting {
        NewMeeting {
            kind: self.kind,
            committee_id: self.committee_id,
            title_en: self.title_en.clone(),
            title_fr: self.title_fr.clone(),
            held_on: self.held_on,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            place: self.place.clone(),
            online: self.online.clone(),
            access: self.access.clone(),
            child_care: self.child_care.clone(),
            special_resolution: self.special_resolution,
        }
    }
}

/// A meeting as it is written, new or edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = meetings, treat_none_as_null = true)]
pub struct NewMeeting {
    /// Editing does not change it, nor the committee.
    pub kind: Kind,
    pub committee_id: Option<i64>,
    /// Where both are empty it is called by its kind or its committee.
    pub title_en: String,
    pub title_fr: String,
    pub held_on: NaiveDate,
    pub starts_at: NaiveTime,
    pub ends_at: Option<NaiveTime>,
    pub place: String,
    pub online: String,
    pub access: String,
    pub child_care: String,
    pub special_resolution: bool,
}

impl NewMeeting {
    /// Whether somebody who would come to the one would miss the other.
    fn moves(&self, other: &Self) -> bool {
        (self.held_on, self.starts_at, &self.place, &self.online)
            != (other.held_on, other.starts_at, &other.place, &other.online)
    }
}

// ---- reading ----

/// One meeting, as somebody sees it on a day.
///
/// # Errors
/// `NotFound` when there is none.
pub fn find(conn: &mut PgConnection, id: i64, viewer: Option<i64>, today: NaiveDate) -> Result<Meeting> {
    store::find(conn, id, viewer, today)
}

/// What is to come, the next one first, at most `rows`.
pub fn coming(conn: &mut PgConnection, viewer: Option<i64>, today: NaiveDate, rows: i64) -> Result<Vec<Meeting>> {
    store::coming(conn, viewer, today, rows)
}

/// What meetings are called, with their days, the earliest first.
pub fn titles(conn: &mut PgConnection, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    store::titles(conn, ids)
}

/// What is past, the latest first, from before a day on, at most `rows`.
pub fn past(
    conn: &mut PgConnection,
    viewer: Option<i64>,
    today: NaiveDate,
    before: Option<NaiveDate>,
    rows: i64,
) -> Result<Vec<Meeting>> {
    store::past(conn, viewer, today, before, rows)
}

/// The last day of the next annual meeting, where a rule says one and none is planned. A co-op whose meetings are not known here is told of
/// the coming year alone: nobody said that it missed one.
pub fn annual_due(conn: &mut PgConnection, today: NaiveDate) -> Result<Option<NaiveDate>> {
    let rules = coops::rule_profile(conn)?;
    let Some(ended) = rules::year_end(&rules, today) else { return Ok(None) };
    let last = store::last_annual(conn, today)?;
    let next = ended.checked_add_months(chrono::Months::new(12)).unwrap_or(ended);
    // the meeting of the year that ended was held already: the next year is the one that counts
    let held = last.is_some_and(|held| held > ended);
    let due = rules::annual_deadline(&rules, if held { next } else { ended }, last);
    let due = match due {
        Some(due) if due < today && last.is_none() => rules::annual_deadline(&rules, next, None),
        due => due,
    };
    let planned = store::annual_planned(conn, today)?;
    Ok(due.filter(|_| !planned))
}

// ---- writing ----

fn manages(act: &Act<'_>) -> bool {
    act.viewer.is_none() || act.may(Permission::MeetingsManage)
}

fn looked_at(act: &mut Act<'_>, id: i64) -> Result<Meeting> {
    let member = act.viewer.and_then(|viewer| viewer.member_id);
    let today = act.today();
    store::find(act.conn, id, member, today)
}

/// A meeting that whoever acts may change, of the version that they saw.
fn to_change(act: &mut Act<'_>, id: i64, version: i32) -> Result<Meeting> {
    let meeting = looked_at(act, id)?;
    if !manages(act) && !meeting.leads {
        return Err(Error::Forbidden);
    }
    if meeting.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    if !meeting.is_on() {
        return Err(Error::Conflict("conflict-meeting-cancelled"));
    }
    Ok(meeting)
}

/// A meeting as it is kept: it has a title. The committee of one that is planned already may have been closed since.
fn titled(act: &mut Act<'_>, new: &NewMeeting, planned: bool) -> Result<NewMeeting> {
    let names = match new.committee_id {
        Some(id) => store::committee_names(act.conn, id)?.filter(|(_, _, open)| *open || planned),
        None => None,
    };
    if new.committee_id.is_some() && names.is_none() {
        return Err(Error::field("meeting_kind", "wrong-choice"));
    }
    if !new.title_en.is_empty() {
        return Ok(new.clone());
    }
    let called = |lang: Lang, name: Option<&String>| match name {
        Some(name) => lang.with("meeting-of-committee", &[("name", name.as_str().into())]),
        None => lang.t_of("meeting-kind-", new.kind.word()),
    };
    let (en, fr) = (names.as_ref().map(|(en, ..)| en), names.as_ref().map(|(_, fr, _)| fr));
    Ok(NewMeeting { title_en: called(Lang::En, en), title_fr: called(Lang::Fr, fr), ..new.clone() })
}

/// The committees that whoever acts leads.
fn led(act: &mut Act<'_>) -> Result<Vec<i64>> {
    let today = act.today();
    let Some(member) = act.viewer.and_then(|viewer| viewer.member_id) else { return Ok(Vec::new()) };
    Ok(committees::team(act.conn, member, today)?.into_iter().map(|one| one.committee).collect())
}

/// Plans a meeting.
///
/// # Errors
/// `Forbidden` to who neither manages meetings nor leads its committee; `Invalid` on `held_on` when the day is past, on `meeting_kind`
/// when there is no such committee, or it is closed.
pub fn plan(act: &mut Act<'_>, new: &NewMeeting) -> Result<i64> {
    if !manages(act) && !led(act)?.iter().any(|id| new.committee_id == Some(*id)) {
        return Err(Error::Forbidden);
    }
    if act.viewer.is_some() && new.held_on < act.today() {
        return Err(Error::field("held_on", "wrong-past"));
    }
    let new = titled(act, new, false)?;
    let author = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, &new, author)?;
    let subject = Subject { id, name: new.title_en.clone() };
    events::record(act, &slice::MEETING_PLANNED, &subject, json!({ "after": new }))?;
    Ok(id)
}

/// Writes down a meeting that was held before the co-op kept its meetings here.
///
/// # Errors
/// `Forbidden` to who does not manage meetings; `Invalid` as for `plan`, and on `held_on` for a day that is not yet.
pub fn record(act: &mut Act<'_>, new: &NewMeeting) -> Result<i64> {
    if !manages(act) {
        return Err(Error::Forbidden);
    }
    if new.held_on > act.today() {
        return Err(Error::field("held_on", "wrong-future"));
    }
    let new = titled(act, new, true)?;
    let author = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, &new, author)?;
    events::record(
        act,
        &slice::MEETING_RECORDED,
        &Subject { id, name: new.title_en.clone() },
        json!({ "after": new }),
    )?;
    Ok(id)
}

/// Forgets a meeting that was only written down, by mistake: whether it went. One that anything hangs on stays.
pub fn forget(conn: &mut PgConnection, id: i64) -> Result<bool> {
    store::remove(conn, id)
}

/// Plans a meeting and those that come after it, each of which is its own from then on: the first one's number.
///
/// # Errors
/// As for `plan`; `Invalid` on `repeats_until` when that is before the second one.
pub fn plan_series(act: &mut Act<'_>, new: &NewMeeting, repeats: Repeats, until: Option<NaiveDate>) -> Result<i64> {
    let days = rules::series(new.held_on, repeats, until.unwrap_or(new.held_on));
    if repeats != Repeats::Never && days.len() < 2 {
        return Err(Error::field("repeats_until", "wrong-series-short"));
    }
    let first = plan(act, new)?;
    if days.len() > 1 {
        store::set_series(act.conn, &[first], first)?;
    }
    let mut others = Vec::new();
    for day in days.into_iter().skip(1) {
        others.push(plan(act, &NewMeeting { held_on: day, ..new.clone() })?);
    }
    store::set_series(act.conn, &others, first)?;
    Ok(first)
}

/// Changes what is said of a meeting; not its kind, nor its committee. Another day, time or place is a new sequence of its calendar entry,
/// and whoever was called is told of it and asked again whether they come; nothing else is told.
///
/// # Errors
/// As for `plan`; `Conflict` when it was changed meanwhile, is cancelled, or has begun; `Invalid` on `anyway` when it was called, the rules
/// say that notice of the new day is given on another day than today, and no reason is given.
pub fn edit(act: &mut Act<'_>, id: i64, new: &NewMeeting, version: i32, anyway: &str) -> Result<Meeting> {
    let meeting = to_change(act, id, version)?;
    let before = meeting.written();
    let new = titled(act, &NewMeeting { kind: before.kind, committee_id: before.committee_id, ..new.clone() }, true)?;
    if new.held_on != before.held_on && new.held_on < act.today() {
        return Err(Error::field("held_on", "wrong-past"));
    }
    let Some(difference) = difference(&json!(before), &json!(new)) else { return Ok(meeting) };
    let moves = new.moves(&before);
    if moves && meeting.opened_at.is_some() {
        return Err(Error::Conflict("conflict-meeting-begun"));
    }
    let tells = moves && meeting.status == Status::Called;
    let given = if tells { given(act, &new, anyway)? } else { Given::NoRule };
    if !store::update(act.conn, id, version, &new, moves)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let meeting = looked_at(act, id)?;
    events::record(act, &slice::MEETING_EDITED, &meeting.subject(), difference)?;
    if tells {
        calling::tell_change(act, &meeting, given, anyway)?;
    }
    Ok(meeting)
}

/// What the rules say of telling people today of a meeting as it is written now.
fn given(act: &mut Act<'_>, new: &NewMeeting, anyway: &str) -> Result<Given> {
    let profile = coops::rule_profile(act.conn)?;
    let period = rules::notice_period(&profile, new.kind, new.special_resolution, new.held_on);
    let given = match period.map(|period| period.timing(act.today())) {
        // whoever was called earlier had the first notice in time
        None => Given::NoRule,
        Some(Timing::InTime | Timing::TooEarly(_)) => Given::InTime,
        Some(Timing::TooLate(_)) => Given::TooLate,
    };
    if given == Given::TooLate && anyway.is_empty() && act.viewer.is_some() {
        return Err(Error::field("anyway", "wrong-notice-time"));
    }
    Ok(given)
}

/// Calls a meeting off, for a reason.
///
/// # Errors
/// As for `edit`, and `Conflict` when its day is past.
pub fn cancel(act: &mut Act<'_>, id: i64, why: &str, version: i32) -> Result<Meeting> {
    let meeting = to_change(act, id, version)?;
    if meeting.held_on < act.today() {
        return Err(Error::Conflict("conflict-meeting-past"));
    }
    if meeting.opened_at.is_some() {
        return Err(Error::Conflict("conflict-meeting-begun"));
    }
    if !store::cancel(act.conn, id, version, why)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    events::record(act, &slice::MEETING_CANCELLED, &meeting.subject(), json!({ "after": { "why": why } }))?;
    let off = looked_at(act, id)?;
    if meeting.status == Status::Called {
        calling::tell_end(act, &off)?;
    }
    Ok(off)
}
