//! What the API shows of units: one query a list.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::units::api::Unit;

/// Units behind the id `after`, or the one of this id, with who lives there on `day`.
pub fn list(conn: &mut PgConnection, day: NaiveDate, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Unit>> {
    Ok(sql(
        "select u.id, u.label, u.kind, u.block, u.floor, u.bedrooms, u.area_m2, u.accessible, \
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.sort_name) \
             from occupancies o join members m on m.id = o.member_id where o.unit_id = u.id and o.during @> $1), '[]') as members \
         from units u where u.id > $2 and ($3 is null or u.id = $3) order by u.id limit $4",
    )
    .bind((day, after, id, limit))
    .load(conn)?)
}
