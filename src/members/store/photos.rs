//! The queries of photos.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::members::photos::Photo;
use crate::platform::error::Result;
use crate::schema::{member_photos, members};

pub fn photo(conn: &mut PgConnection, member: i64) -> Result<Photo> {
    let seen_by: String = members::table.find(member).select(members::photo_seen_by).first(conn)?;
    let kept = member_photos::table.filter(member_photos::member_id.eq(member));
    Ok(Photo { is_there: diesel::select(diesel::dsl::exists(kept)).get_result(conn)?, seen_by })
}

pub fn jpeg(conn: &mut PgConnection, member: i64) -> Result<Vec<u8>> {
    Ok(member_photos::table.find(member).select(member_photos::jpeg).first(conn)?)
}

pub fn put(conn: &mut PgConnection, member: i64, jpeg: &[u8], now: DateTime<Utc>) -> Result<()> {
    remove(conn, member)?;
    let row = (member_photos::member_id.eq(member), member_photos::jpeg.eq(jpeg), member_photos::set_at.eq(now));
    diesel::insert_into(member_photos::table).values(row).execute(conn)?;
    Ok(())
}

pub fn set_seen_by(conn: &mut PgConnection, member: i64, word: &str) -> Result<()> {
    diesel::update(members::table.find(member)).set(members::photo_seen_by.eq(word)).execute(conn)?;
    Ok(())
}

/// Whether there was one.
pub fn remove(conn: &mut PgConnection, member: i64) -> Result<bool> {
    Ok(diesel::delete(member_photos::table.find(member)).execute(conn)? == 1)
}
