//! Items that members ask for: until a day that everybody sees, with a receipt, and with one answer: on the agenda, or refused and why.
//! Others can say that they would like it too; what most would like stands first.

use chrono::{DateTime, Utc};
use diesel::PgConnection;
use serde_json::json;

use super::agenda::{self, NewItem};
use super::{Meeting, looked_at, manages, rules, slice, store};
use crate::coops;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

/// The most that one member asks for at one meeting.
pub const ASKED_MAX: i64 = 10;

text_enum! {
    pub enum Answer {
        Taken = "taken",
        Refused = "refused",
    }
}

row! {
    /// What a member asks for.
    #[derive(Debug, Clone)]
    pub struct Asked {
        pub id: i64,
        pub meeting_id: i64,
        pub member_id: i64,
        pub name: String,
        pub language: String,
        pub title: String,
        /// With marks.
        pub details: String,
        pub asked_at: DateTime<Utc>,
        pub answer: Option<Answer>,
        pub item_id: Option<i64>,
        /// Why it was refused.
        pub why: String,
        pub answered_at: Option<DateTime<Utc>>,
        pub answered_by: String,
        pub is_withdrawn: bool,
        pub backers: i64,
        /// Whether who looks is one of them.
        pub backs: bool,
        /// Its number on the agenda; 0 where it is not on it.
        pub number: i64,
    }
}

/// As it is written.
#[derive(Debug, Clone)]
pub struct NewAsked {
    pub lang: Lang,
    pub title: String,
    pub details: String,
}

/// What was asked for a meeting.
pub fn list(conn: &mut PgConnection, meeting: i64, viewer: Option<i64>) -> Result<Vec<Asked>> {
    store::asked::of_meeting(conn, meeting, viewer)
}

/// Whether members can ask for items of a meeting on a day: it is a general one, and the last day is not past.
fn must_be_open(act: &mut Act<'_>, meeting: &Meeting) -> Result<()> {
    let until = rules::items_until(&coops::rule_profile(act.conn)?, meeting.held_on);
    match () {
        () if !meeting.kind.is_general() || !meeting.is_on() => Err(Error::Conflict("conflict-meeting-takes-none")),
        () if act.today() > until => Err(Error::Conflict("conflict-meeting-items-late")),
        () => Ok(()),
    }
}

/// Asks for an item.
///
/// # Errors
/// `Forbidden` to who is not called to it; `Conflict` after the last day; `Invalid` on `asked_title` past `ASKED_MAX`.
pub fn ask(act: &mut Act<'_>, id: i64, new: &NewAsked) -> Result<i64> {
    let member = act.member_id()?;
    ask_for(act, id, member, new)
}

/// The same for a member.
pub fn ask_for(act: &mut Act<'_>, id: i64, member: i64, new: &NewAsked) -> Result<i64> {
    store::lock(act.conn, id)?;
    let meeting = looked_at(act, id)?;
    must_be_open(act, &meeting)?;
    let today = act.today();
    if !store::calling::is_callee(act.conn, &meeting, member, today)? {
        return Err(Error::Forbidden);
    }
    if store::asked::of_member(act.conn, id, member)? >= ASKED_MAX {
        return Err(Error::field("asked_title", "wrong-asked-many"));
    }
    let asked = store::asked::insert(act.conn, (id, member), new, act.now)?;
    let detail = json!({ "asked": asked, "title": new.title, "member_id": member });
    events::record(act, &slice::MEETING_ITEM_ASKED, &meeting.subject(), detail)?;
    Ok(asked)
}

/// Says that one would like it too, or no more.
///
/// # Errors
/// As for `ask`; `Conflict` when it was answered.
pub fn back(act: &mut Act<'_>, id: i64, asked: i64, backs: bool) -> Result<()> {
    let member = act.member_id()?;
    let meeting = looked_at(act, id)?;
    must_be_open(act, &meeting)?;
    let today = act.today();
    let found = store::asked::find(act.conn, id, asked, Some(member))?;
    if found.member_id == member || !store::calling::is_callee(act.conn, &meeting, member, today)? {
        return Err(Error::Forbidden);
    }
    if found.answer.is_some() || found.is_withdrawn {
        return Err(Error::Conflict("conflict-asked-answered"));
    }
    if store::asked::back(act.conn, asked, member, backs)? {
        events::record(
            act,
            &slice::MEETING_ITEM_BACKED,
            &meeting.subject(),
            json!({ "asked": asked, "backs": backs }),
        )?;
    }
    Ok(())
}

/// Takes back what one asked for.
///
/// # Errors
/// `Forbidden` for what somebody else asked; `Conflict` when it was answered.
pub fn withdraw(act: &mut Act<'_>, id: i64, asked: i64) -> Result<()> {
    let member = act.member_id()?;
    let meeting = looked_at(act, id)?;
    let found = store::asked::find(act.conn, id, asked, Some(member))?;
    match () {
        () if found.member_id != member => Err(Error::Forbidden),
        () if found.answer.is_some() => Err(Error::Conflict("conflict-asked-answered")),
        () if found.is_withdrawn => Ok(()),
        () => {
            store::asked::withdraw(act.conn, asked, act.now)?;
            events::record(act, &slice::MEETING_ITEM_WITHDRAWN, &meeting.subject(), json!({ "asked": asked }))?;
            Ok(())
        }
    }
}

/// One that whoever acts may answer, once.
fn to_answer(act: &mut Act<'_>, id: i64, asked: i64) -> Result<(Meeting, Asked)> {
    store::lock(act.conn, id)?;
    let meeting = looked_at(act, id)?;
    if !manages(act) {
        return Err(Error::Forbidden);
    }
    let found = store::asked::find(act.conn, id, asked, None)?;
    if found.answer.is_some() || found.is_withdrawn {
        return Err(Error::Conflict("conflict-asked-answered"));
    }
    Ok((meeting, found))
}

/// Puts it on the agenda: the number of the item that was made.
///
/// # Errors
/// `Forbidden`; `Conflict` when it was answered; those of `add_item`.
pub fn take(act: &mut Act<'_>, id: i64, asked: i64, item: &NewItem) -> Result<()> {
    let (meeting, found) = to_answer(act, id, asked)?;
    let made = agenda::add_item(act, id, item)?;
    answered(act, &meeting, &found, (Answer::Taken, Some(made), ""))
}

/// Refuses it, for a reason.
///
/// # Errors
/// `Forbidden`; `Conflict` when it was answered.
pub fn refuse(act: &mut Act<'_>, id: i64, asked: i64, why: &str) -> Result<()> {
    let (meeting, found) = to_answer(act, id, asked)?;
    answered(act, &meeting, &found, (Answer::Refused, None, why))
}

fn answered(
    act: &mut Act<'_>,
    meeting: &Meeting,
    found: &Asked,
    (answer, item, why): (Answer, Option<i64>, &str),
) -> Result<()> {
    let by = act.viewer.map(|viewer| viewer.account_id);
    store::asked::answer(act.conn, found.id, (answer, item, why), by, act.now)?;
    let detail = json!({ "asked": found.id, "title": found.title, "member_id": found.member_id,
        "item_answer": answer, "why": why });
    events::record(act, &slice::MEETING_ITEM_ANSWERED, &meeting.subject(), detail)?;
    Ok(())
}
