//! Motions: what is moved at a meeting, amended, voted by show of hands, and entered into the register of decisions.
//!
//! Whoever leads the meeting writes down what is moved and what was counted. A general meeting decides only under items that its notice
//! has; how the meeting goes on can always be moved. An amendment says how the motion would read, and is voted before it: nothing that was
//! moved is written over. More hands than there are people who may vote are refused; without a quorum nothing is declared. What is in
//! camera is for who sits there, and is not entered into the register that all read. In place of hands a general meeting can vote on phones and
//! paper: by a vote of those who are there (`votes`), from whose result the motion is decided.

mod deciding;
pub mod pages;
pub mod rules;
pub mod slice;
mod speaking;
mod store;
#[cfg(test)]
mod tests;
mod votes;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

pub use deciding::{decide, withdraw};
pub use rules::{Casting, Hands, Side, Status};
pub use speaking::{Speaker, ask_to_speak, call, speakers};
pub use votes::{end_vote, give_back, open_vote, take_vote, vote_on};

use crate::attendance::{self, Held};
use crate::meetings;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Act;

row! {
    /// A motion with the names that go with it.
    #[derive(Debug, Clone)]
    pub struct Motion {
        pub id: i64,
        pub number: i32,
        pub item_id: Option<i64>,
        pub item_en: Option<String>,
        pub item_fr: Option<String>,
        pub in_camera: bool,
        pub amends: Option<i64>,
        /// As it was moved.
        pub words_en: String,
        pub words_fr: String,
        pub mover: String,
        pub mover_id: i64,
        pub seconder: Option<String>,
        pub special: bool,
        pub status: Status,
        pub votes_for: Option<i32>,
        pub votes_against: Option<i32>,
        pub votes_abstain: Option<i32>,
        pub could_vote: Option<i32>,
        pub base: Option<i32>,
        pub needed: Option<i32>,
        pub chair_vote: Option<Casting>,
        pub decided_at: Option<DateTime<Utc>>,
        pub decision: Option<i32>,
        /// The vote by which it is decided, or was, where not by hands.
        pub poll_id: Option<i64>,
        /// Who has an interest in it: number and name.
        pub recused: Gathered<Vec<(i64, String)>>,
    }
}

impl Motion {
    pub fn words(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.words_en } else { &self.words_fr }
    }

    pub fn item(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En { self.item_en.as_deref() } else { self.item_fr.as_deref() }
    }

    pub fn is_open(&self) -> bool {
        self.status == Status::Moved
    }

    /// Whether people vote on it, or are about to.
    pub fn is_voted_on(&self) -> bool {
        self.is_open() && self.poll_id.is_some()
    }
}

/// What a motion says now: as the amendment to it reads that was carried last.
pub fn as_it_reads<'a>(all: &'a [Motion], motion: &'a Motion) -> &'a Motion {
    let carried = all.iter().filter(|one| one.amends == Some(motion.id) && one.status == Status::Carried);
    match carried.max_by_key(|one| one.decided_at) {
        Some(amendment) => as_it_reads(all, amendment),
        None => motion,
    }
}

/// A motion as it is written down.
#[derive(Debug, Clone)]
pub struct NewMotion {
    pub item_id: Option<i64>,
    /// The number of the motion that it changes.
    pub amends: Option<i32>,
    pub words_en: String,
    pub words_fr: String,
    pub mover: i64,
    pub seconder: Option<i64>,
    pub special: bool,
}

/// The motions of a meeting that somebody may read, in order. `sits` says whether they sit there.
pub fn list(conn: &mut PgConnection, meeting: i64, sits: bool) -> Result<Vec<Motion>> {
    Ok(store::list(conn, meeting)?.into_iter().filter(|motion| sits || !motion.in_camera).collect())
}

/// Those who are called and there: number and name.
pub fn present(conn: &mut PgConnection, meeting: i64) -> Result<Vec<(i64, String)>> {
    let people = attendance::people(conn, meeting, None)?.into_iter();
    Ok(people.filter(|one| one.called && one.here().is_some()).map(|one| (one.id, one.name)).collect())
}

/// A meeting that was called to order and is not over, which whoever acts leads.
fn to_run(act: &mut Act<'_>, id: i64) -> Result<Held> {
    let held = attendance::to_lead_on(act, id)?;
    match held.times() {
        (None, _) => Err(Error::Conflict("conflict-meeting-not-begun")),
        (_, Some(_)) => Err(Error::Conflict("conflict-meeting-over")),
        _ => Ok(held),
    }
}

/// The same with a motion that whoever acts may read, and all of them.
fn to_change(act: &mut Act<'_>, id: i64, number: i32) -> Result<(Held, Vec<Motion>, Motion)> {
    let held = to_run(act, id)?;
    let all = list(act.conn, id, held.meeting.sits)?;
    let motion = all.iter().find(|one| one.number == number).cloned().ok_or(Error::NotFound)?;
    match motion.is_open() {
        true if motion.is_voted_on() => Err(Error::Conflict("conflict-motion-voting")),
        true => Ok((held, all, motion)),
        false => Err(Error::Conflict("conflict-motion-decided")),
    }
}

/// Writes down what was moved. Its number.
///
/// # Errors
/// `Forbidden` to who does not lead the meeting; `Conflict` where it was not called to order, or is over; `Invalid` on `motion_item` where
/// nothing can be decided under it, on `motion_amends` where that motion is decided, on `mover` or `seconder` for who is not there.
pub fn propose(act: &mut Act<'_>, id: i64, new: &NewMotion) -> Result<i32> {
    let held = to_run(act, id)?;
    let all = list(act.conn, id, held.meeting.sits)?;
    let amended = match new.amends {
        Some(number) => match all.iter().find(|one| one.number == number && one.is_open() && !one.is_voted_on()) {
            Some(motion) => Some(motion),
            None => return Err(Error::field("motion_amends", "wrong-motion-amends")),
        },
        None => None,
    };
    let item_id = amended.map_or(new.item_id, |motion| motion.item_id);
    let special = amended.map_or(new.special, |motion| motion.special && new.special);
    let items = meetings::items(act.conn, id)?;
    let item = item_id.map(|id| items.iter().find(|item| item.id == id).ok_or(())).transpose();
    let Ok(item) = item else { return Err(Error::field("motion_item", "wrong-choice")) };
    if item.is_some_and(|item| !rules::can_decide(&held.meeting, item)) {
        return Err(Error::field("motion_item", "wrong-motion-item"));
    }
    let secret = item.is_some_and(|item| item.in_camera);
    if secret && !held.meeting.sits {
        return Err(Error::field("motion_item", "wrong-in-camera"));
    }
    let there: Vec<i64> = present(act.conn, id)?.into_iter().map(|(member, _)| member).collect();
    if !there.contains(&new.mover) {
        return Err(Error::field("mover", "wrong-motion-not-there"));
    }
    match new.seconder {
        Some(one) if one == new.mover => return Err(Error::field("seconder", "wrong-motion-same")),
        Some(one) if !there.contains(&one) => return Err(Error::field("seconder", "wrong-motion-not-there")),
        _ => {}
    }
    let author = act.viewer.map(|viewer| viewer.account_id);
    let new = NewMotion { item_id, special, ..new.clone() };
    let number = store::insert(act.conn, id, &new, amended.map(|motion| motion.id), (act.now, author))?;
    let words = if secret { json!({}) } else { json!({ "words_en": new.words_en, "words_fr": new.words_fr }) };
    let detail = json!({ "motion": number, "about": attendance::slice::about(id), "after": words });
    events::record(act, &slice::MOTION_MOVED, &held.meeting.subject(), detail)?;
    Ok(number)
}

/// Somebody seconds a motion.
///
/// # Errors
/// As for `propose`; `NotFound` when there is no such motion; `Conflict` when it is decided.
pub fn second(act: &mut Act<'_>, id: i64, number: i32, member: i64) -> Result<()> {
    let (held, _, motion) = to_change(act, id, number)?;
    if member == motion.mover_id {
        return Err(Error::field("seconder", "wrong-motion-same"));
    }
    if !present(act.conn, id)?.iter().any(|(one, _)| *one == member) {
        return Err(Error::field("seconder", "wrong-motion-not-there"));
    }
    store::second(act.conn, motion.id, member)?;
    let detail = json!({ "motion": number, "member_id": member, "about": attendance::slice::about(id) });
    events::record(act, &slice::MOTION_SECONDED, &held.meeting.subject(), detail)?;
    Ok(())
}

/// Somebody has an interest of their own in a motion, and does not vote on it. With `back`, they have none.
///
/// # Errors
/// As for `second`.
pub fn recuse(act: &mut Act<'_>, id: i64, number: i32, member: i64, back: bool) -> Result<()> {
    let (held, _, motion) = to_change(act, id, number)?;
    if !back && !present(act.conn, id)?.iter().any(|(one, _)| *one == member) {
        return Err(Error::field("recused", "wrong-motion-not-there"));
    }
    if store::recuse(act.conn, motion.id, member, back)? {
        let detail =
            json!({ "motion": number, "member_id": member, "back": back, "about": attendance::slice::about(id) });
        events::record(act, &slice::MOTION_RECUSED, &held.meeting.subject(), detail)?;
    }
    Ok(())
}
