//! Attendance of meetings from before the co-op kept its door here, as the sheets of those years have it: who came, who was excused, who
//! was absent. It has no times and counts for no quorum; what was decided then is not asked again. A meeting has a door or a sheet.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::slice::{self, about};
use super::{manages, store};
use crate::meetings::{self, Kind, NewMeeting};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::sql::{Gathered, row};
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

text_enum! {
    /// What a sheet says of somebody.
    pub enum Mark {
        Present = "present",
        Online = "online",
        /// They sent regrets, and the co-op took them.
        Excused = "excused",
        Absent = "absent",
    }
}

row! {
    /// A meeting of a day, with what is known of who was there.
    #[derive(Debug, Clone)]
    pub struct Met {
        pub id: i64,
        pub kind: Kind,
        pub committee_id: Option<i64>,
        pub held_on: NaiveDate,
        /// Its attendance was taken at the door.
        pub has_door: bool,
        pub marks: Gathered<Vec<(i64, Mark)>>,
    }
}

/// The meetings of some days, and what their sheets say.
pub fn met(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<Met>> {
    store::sheets::met(conn, days)
}

/// What each name on the sheet of a meeting has, in the order of lists.
pub fn marks(conn: &mut PgConnection, meeting: i64) -> Result<Vec<(i64, String, Mark)>> {
    store::sheets::marks(conn, meeting)
}

/// Who was a member on a day.
pub fn members_on(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<(NaiveDate, Vec<i64>)>> {
    store::sheets::members_on(conn, days)
}

/// The sheet of one meeting: of one that is known, or of one that is written down with it.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub meeting: Option<i64>,
    pub kind: Kind,
    pub committee_id: Option<i64>,
    pub held_on: NaiveDate,
    /// By the clock of the co-op; of one that is known it is not asked.
    pub starts_at: NaiveTime,
    pub marks: Vec<(i64, Mark)>,
}

/// What a sheet did, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// The meeting was written down with it.
    pub made: bool,
    /// Of each member what stands there now, and what stood there before.
    pub marks: BTreeMap<i64, (Mark, Option<Mark>)>,
}

/// Writes down what a sheet says, and the meeting where that is not known.
///
/// # Errors
/// `Forbidden` to who does not manage meetings; `Conflict` when attendance was taken at the door of the meeting.
pub fn bring(act: &mut Act<'_>, sheet: &Sheet) -> Result<(i64, Noted)> {
    let id = match sheet.meeting {
        Some(id) => id,
        None => meetings::record(
            act,
            &NewMeeting {
                kind: sheet.kind,
                committee_id: sheet.committee_id,
                title_en: String::new(),
                title_fr: String::new(),
                held_on: sheet.held_on,
                starts_at: sheet.starts_at,
                ends_at: None,
                place: String::new(),
                online: String::new(),
                access: String::new(),
                child_care: String::new(),
                special_resolution: false,
            },
        )?,
    };
    meetings::lock(act.conn, id)?;
    if !manages(act) {
        return Err(Error::Forbidden);
    }
    if store::door(act.conn, id, None)?.0.is_some() {
        return Err(Error::Conflict("conflict-sheet-door"));
    }
    let before: BTreeMap<i64, Mark> =
        store::sheets::marks(act.conn, id)?.into_iter().map(|(member, _, mark)| (member, mark)).collect();
    let new: Vec<(i64, Mark)> =
        sheet.marks.iter().filter(|(member, mark)| before.get(member) != Some(mark)).copied().collect();
    store::sheets::put(act.conn, id, &new)?;
    tell(act, &slice::ATTENDANCE_SHEET_BROUGHT, id, &new)?;
    let marks = new.into_iter().map(|(member, mark)| (member, (mark, before.get(&member).copied()))).collect();
    Ok((id, Noted { made: sheet.meeting.is_none(), marks }))
}

/// Takes back what a sheet wrote and nobody changed since: whether all of it went.
pub fn take_back(act: &mut Act<'_>, id: i64, noted: &Noted) -> Result<bool> {
    let now: BTreeMap<i64, Mark> =
        store::sheets::marks(act.conn, id)?.into_iter().map(|(member, _, mark)| (member, mark)).collect();
    let same: Vec<(i64, Mark, Option<Mark>)> = noted
        .marks
        .iter()
        .filter(|(member, (mark, _))| now.get(member) == Some(mark))
        .map(|(member, (mark, before))| (*member, *mark, *before))
        .collect();
    let goes: Vec<i64> = same.iter().filter(|(.., before)| before.is_none()).map(|(member, ..)| *member).collect();
    let back: Vec<(i64, Mark)> =
        same.iter().filter_map(|(member, _, before)| before.map(|before| (*member, before))).collect();
    store::sheets::remove(act.conn, id, &goes)?;
    store::sheets::put(act.conn, id, &back)?;
    let gone: Vec<(i64, Mark)> = same.iter().map(|(member, mark, _)| (*member, *mark)).collect();
    tell(act, &slice::ATTENDANCE_SHEET_TAKEN_BACK, id, &gone)?;
    let whole = same.len() == noted.marks.len();
    let removed = !noted.made || now.len() == goes.len() && meetings::forget(act.conn, id)?;
    Ok(whole && removed)
}

/// The log says how many, and not who.
fn tell(act: &mut Act<'_>, kind: &'static events::EventKind, id: i64, marks: &[(i64, Mark)]) -> Result<()> {
    if marks.is_empty() {
        return Ok(());
    }
    let of = |wanted: Mark| marks.iter().filter(|(_, mark)| *mark == wanted).count();
    let detail = json!({
        "there": of(Mark::Present) + of(Mark::Online), "excused": of(Mark::Excused), "absent": of(Mark::Absent), "about": about(id),
    });
    let today = act.today();
    let title = meetings::find(act.conn, id, None, today)?.title_en;
    events::record(act, kind, &Subject { id, name: title }, detail)?;
    Ok(())
}
