//! The photo of a member: put there by the member or by the office, seen by whom the member chose.
//!
//! Only the program's own drawing of a photo is kept (see `rules::photo`). The office may put one in or take it away; who sees
//! it stays the member's choice.

use diesel::prelude::*;
use serde_json::json;

use super::slice;
use super::{Eye, SeenBy, Sight, record, store};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

/// A photo as it is kept, and who sees it: `nobody`, `committees` or `members`.
#[derive(Debug, Clone)]
pub struct Photo {
    pub is_there: bool,
    pub seen_by: String,
}

/// Whether the viewer may change this member's photo.
///
/// # Errors
/// `NotFound` for everybody but the member and the office.
pub fn own_or_office(eye: Eye, member: i64) -> Result<()> {
    if eye.own == Some(member) || eye.sight == Sight::Everything { Ok(()) } else { Err(Error::NotFound) }
}

/// What the form about the photo shows.
pub fn photo(conn: &mut PgConnection, member: i64) -> Result<Photo> {
    store::photos::photo(conn, member)
}

/// The JPEG, for a viewer who sees it.
///
/// # Errors
/// `NotFound` when there is none, or not for them.
pub fn seen(conn: &mut PgConnection, member: i64, eye: Eye, today: chrono::NaiveDate) -> Result<Vec<u8>> {
    if !super::find(conn, member, eye, today)?.has_photo {
        return Err(Error::NotFound);
    }
    store::photos::jpeg(conn, member)
}

/// The JPEG of a member who shows it beside something of theirs, whoever else sees it.
///
/// # Errors
/// `NotFound` when there is none.
pub fn shown(conn: &mut PgConnection, member: i64) -> Result<Vec<u8>> {
    store::photos::jpeg(conn, member)
}

/// Keeps a photo that `rules::photo::square` made, and who sees it if the member says so.
pub fn keep(act: &mut Act<'_>, member: i64, jpeg: Option<&[u8]>, seen_by: Option<SeenBy>) -> Result<()> {
    let before = store::photos::photo(act.conn, member)?;
    let mut fields = serde_json::Map::new();
    if let Some(jpeg) = jpeg {
        store::photos::put(act.conn, member, jpeg, act.now)?;
        fields.insert("photo".to_owned(), json!("…"));
    }
    if let Some(seen_by) = seen_by.map(SeenBy::word).filter(|word| *word != before.seen_by) {
        store::photos::set_seen_by(act.conn, member, seen_by)?;
        fields.insert("photo_seen_by".to_owned(), json!(seen_by));
    }
    if fields.is_empty() {
        return Ok(());
    }
    record(act, &slice::MEMBER_PHOTO_CHANGED, member, json!({ "after": fields }))
}

/// Takes the photo away. Doing it twice changes nothing.
pub fn remove(act: &mut Act<'_>, member: i64) -> Result<()> {
    super::contact(act.conn, member)?;
    if store::photos::remove(act.conn, member)? {
        record(act, &slice::MEMBER_PHOTO_REMOVED, member, json!({}))?;
    }
    Ok(())
}
