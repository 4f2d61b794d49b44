//! The queries of absences.

use chrono::{DateTime, Days, NaiveDate, Utc};
use diesel::prelude::*;

use super::{Id, sides};
use crate::chores::absences::Absence;
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::tasks::Holder;

const ABSENCE: &str = "select a.id, a.member_id, a.unit_id, u.name as home, lower(a.during) as starts_on, upper(a.during) - 1 as ends_on \
   from absences a left join units u on u.id = a.unit_id";

/// Those of a member and of their homes that are not over.
pub fn of(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<Vec<Absence>> {
    let query = format!(
        "{ABSENCE} where upper(a.during) > $2 and (a.member_id = $1 or a.unit_id in (select o.unit_id from occupancies o \
           where o.member_id = $1 and o.during @> $2)) order by a.during, a.id limit 100"
    );
    Ok(sql(query).bind((member, today)).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Option<Absence>> {
    Ok(sql(format!("{ABSENCE} where a.id = $1")).bind(id).get_result(conn).optional()?)
}

pub fn insert(
    conn: &mut PgConnection,
    holder: Holder,
    (from, until): (NaiveDate, NaiveDate),
    (account, now): (Option<i64>, DateTime<Utc>),
) -> Result<i64> {
    let (member, unit) = sides(Some(holder));
    let made: Id = sql("insert into absences (member_id, unit_id, during, entered_by, entered_at) \
         values ($1, $2, daterange($3, $4), $5, $6) returning id")
    .bind((member, unit, from, until + Days::new(1), account, now))
    .get_result(conn)?;
    Ok(made.id)
}

pub fn delete(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("delete from absences where id = $1").bind(id).execute(conn)?;
    Ok(())
}
