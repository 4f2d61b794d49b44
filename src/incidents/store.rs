//! Every query of the incidents.

mod kept;

use chrono::NaiveDate;
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Details, Incident};
use crate::platform::error::Result;
use crate::schema::incidents;

pub fn list(conn: &mut PgConnection, after: Option<(NaiveDate, i64)>, limit: i64) -> Result<Vec<Incident>> {
    let mut query = incidents::table.select(Incident::as_select()).into_boxed();
    if let Some((day, id)) = after {
        let same_day = incidents::known_on.eq(day).and(incidents::id.lt(id));
        query = query.filter(incidents::known_on.lt(day).or(same_day));
    }
    Ok(query.order((incidents::known_on.desc(), incidents::id.desc())).limit(limit).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Incident> {
    Ok(incidents::table.find(id).select(Incident::as_select()).first(conn)?)
}

pub fn insert(conn: &mut PgConnection, details: &Details) -> Result<i64> {
    Ok(diesel::insert_into(incidents::table).values(details).returning(incidents::id).get_result(conn)?)
}

/// Changes an entry if it is still at `version`.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, details: &Details) -> Result<bool> {
    let seen = incidents::table.filter(incidents::id.eq(id).and(incidents::version.eq(version)));
    Ok(diesel::update(seen).set((details, incidents::version.eq(version + 1))).execute(conn)? == 1)
}

pub fn remove(conn: &mut PgConnection, id: i64) -> Result<()> {
    diesel::delete(incidents::table.find(id)).execute(conn)?;
    Ok(())
}
