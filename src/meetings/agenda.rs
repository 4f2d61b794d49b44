//! The agenda: what a meeting is about, item by item, in order.

use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Meeting, Purpose, looked_at, rules, slice, store, to_change};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, difference};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;
use crate::schema::agenda_items;

/// An item of the agenda.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = agenda_items)]
pub struct Item {
    pub id: i64,
    pub purpose: Purpose,
    pub title_en: String,
    pub title_fr: String,
    /// With marks.
    pub details: String,
    pub minutes: Option<i32>,
    pub presenter: String,
    /// Without those who do not sit there.
    pub in_camera: bool,
    /// It stood in the notice: of a general meeting, only such an item can be voted on.
    pub noticed: bool,
    pub version: i32,
}

impl Item {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    fn written(&self) -> NewItem {
        NewItem {
            purpose: self.purpose,
            title_en: self.title_en.clone(),
            title_fr: self.title_fr.clone(),
            details: self.details.clone(),
            minutes: self.minutes,
            presenter: self.presenter.clone(),
            in_camera: self.in_camera,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = agenda_items, treat_none_as_null = true)]
pub struct NewItem {
    pub purpose: Purpose,
    pub title_en: String,
    pub title_fr: String,
    pub details: String,
    pub minutes: Option<i32>,
    pub presenter: String,
    pub in_camera: bool,
}

impl NewItem {
    /// What the log says of it: of one in camera, that it is.
    fn facts(&self) -> Value {
        if self.in_camera { json!({ "in_camera": true }) } else { json!(self) }
    }
}

/// The agenda of a meeting, in order.
pub fn items(conn: &mut PgConnection, meeting: i64) -> Result<Vec<Item>> {
    store::items(conn, meeting)
}

/// A meeting whose agenda whoever acts may change, which nobody else changes meanwhile, and its items.
fn agenda(act: &mut Act<'_>, id: i64) -> Result<(Meeting, Vec<Item>)> {
    store::lock(act.conn, id)?;
    let version = looked_at(act, id)?.version;
    let meeting = to_change(act, id, version)?;
    let items = store::items(act.conn, id)?;
    Ok((meeting, items))
}

fn item_of(meeting: &Meeting, items: &[Item], item: i64) -> Result<Item> {
    let found = items.iter().find(|one| one.id == item).cloned().ok_or(Error::NotFound)?;
    if found.in_camera && !meeting.sits { Err(Error::Forbidden) } else { Ok(found) }
}

/// What is in camera is for who sits there to write.
fn may_write(act: &Act<'_>, meeting: &Meeting, new: &NewItem) -> Result<()> {
    let may = !new.in_camera || meeting.sits || act.viewer.is_none();
    if may { Ok(()) } else { Err(Error::field("in_camera", "wrong-in-camera")) }
}

/// Adds an item at the end of the agenda.
///
/// # Errors
/// As for `edit`; `Invalid` on `in_camera` for who does not sit there, and on `item_title_en` when there are `rules::ITEMS_MAX`.
pub fn add_item(act: &mut Act<'_>, id: i64, new: &NewItem) -> Result<i64> {
    let (meeting, items) = agenda(act, id)?;
    may_write(act, &meeting, new)?;
    if items.len() >= rules::ITEMS_MAX {
        return Err(Error::field("item_title_en", "wrong-items-many"));
    }
    let item = store::insert_item(act.conn, id, items.len() as i32 + 1, new)?;
    events::record(act, &slice::MEETING_ITEM_ADDED, &meeting.subject(), json!({ "after": new.facts() }))?;
    Ok(item)
}

/// Fills an empty agenda: as it was at the last meeting of this kind, without what was in camera, or with what is usual.
///
/// # Errors
/// As for `edit`; `Conflict` when something is on the agenda.
pub fn add_usual(act: &mut Act<'_>, id: i64, as_before: bool) -> Result<usize> {
    let (meeting, items) = agenda(act, id)?;
    if !items.is_empty() {
        return Err(Error::Conflict("conflict-agenda-begun"));
    }
    if let Some(before) = if as_before { store::like_before(act.conn, &meeting)? } else { None } {
        return copy(act, id, before, false);
    }
    let new = rules::usual(meeting.kind);
    for item in new {
        add_item(act, id, &usual(item))?;
    }
    Ok(new.len())
}

/// Copies the agenda of another meeting, without what was in camera: how many items. With `whole`, also what stands below the titles.
pub(super) fn copy(act: &mut Act<'_>, id: i64, from: i64, whole: bool) -> Result<usize> {
    let open: Vec<Item> = store::items(act.conn, from)?.into_iter().filter(|item| !item.in_camera).collect();
    for item in &open {
        let written = item.written();
        let details = if whole { written.details.clone() } else { String::new() };
        add_item(act, id, &NewItem { details, ..written })?;
    }
    Ok(open.len())
}

fn usual((purpose, key, minutes): &(Purpose, &str, i32)) -> NewItem {
    NewItem {
        purpose: *purpose,
        title_en: Lang::En.t(key),
        title_fr: Lang::Fr.t(key),
        details: String::new(),
        minutes: Some(*minutes),
        presenter: String::new(),
        in_camera: false,
    }
}

/// Changes an item.
///
/// # Errors
/// As for `add_item`; `NotFound` when it is not on this agenda; `Conflict` when it was changed meanwhile.
pub fn edit_item(act: &mut Act<'_>, id: i64, item: i64, new: &NewItem, version: i32) -> Result<()> {
    let (meeting, items) = agenda(act, id)?;
    let before = item_of(&meeting, &items, item)?.written();
    may_write(act, &meeting, new)?;
    if before == *new {
        return Ok(());
    }
    if !store::update_item(act.conn, item, version, new)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let secret = before.in_camera || new.in_camera;
    let detail = if secret { None } else { difference(&json!(before), &json!(new)) };
    let detail = detail.unwrap_or_else(|| json!({ "after": { "in_camera": new.in_camera } }));
    events::record(act, &slice::MEETING_ITEM_EDITED, &meeting.subject(), detail)?;
    Ok(())
}

/// Puts an item one place up or down. At the end of the agenda it stays where it is.
///
/// # Errors
/// As for `edit_item`.
pub fn move_item(act: &mut Act<'_>, id: i64, item: i64, up: bool) -> Result<()> {
    let (meeting, items) = agenda(act, id)?;
    item_of(&meeting, &items, item)?;
    let Some(at) = items.iter().position(|one| one.id == item) else { return Err(Error::NotFound) };
    let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < items.len()) };
    let Some(other) = other else { return Ok(()) };
    let mut order: Vec<i64> = items.iter().map(|one| one.id).collect();
    order.swap(at, other);
    for (id, place) in order.into_iter().zip(1..) {
        store::put_item(act.conn, id, place)?;
    }
    events::record(act, &slice::MEETING_ITEM_MOVED, &meeting.subject(), json!({ "after": { "place": other + 1 } }))?;
    Ok(())
}

/// Takes an item off the agenda.
///
/// # Errors
/// As for `edit_item`.
pub fn remove_item(act: &mut Act<'_>, id: i64, item: i64) -> Result<()> {
    let (meeting, items) = agenda(act, id)?;
    let before = item_of(&meeting, &items, item)?.written();
    if !store::remove_item(act.conn, item)? {
        return Err(Error::Conflict("conflict-item-written"));
    }
    events::record(act, &slice::MEETING_ITEM_REMOVED, &meeting.subject(), json!({ "before": before.facts() }))?;
    Ok(())
}
