//! The queries of the way in. Only this file names its table, but for the close, which removes the row.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::platform::asker::Asker;
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::repairs::access::{Access, Given};

/// For the household and for who comes, as long as somebody of that household lives there.
pub fn access(conn: &mut PgConnection, asker: &Asker<'_>, id: i64) -> Result<Option<Given>> {
    Ok(sql("select a.enter, a.times, a.pets, a.way_in, a.to_confirm, a.given_at from repair_access a \
         join repair_sight($1, $2, $3, false) s on s.repair_id = a.repair_id and (s.lives or s.comes) \
         where a.repair_id = $4 and exists (select from repair_household(a.repair_id, $3))")
    .bind((asker.account, asker.member, asker.today, id))
    .get_result(conn)
    .optional()?)
}

pub fn give_access(conn: &mut PgConnection, id: i64, access: &Access, now: DateTime<Utc>) -> Result<()> {
    sql("insert into repair_access (repair_id, enter, times, pets, way_in, given_at) values ($1, $2, $3, $4, $5, $6) \
         on conflict (coop_id, repair_id) do update set enter = excluded.enter, times = excluded.times, pets = excluded.pets, \
           way_in = excluded.way_in, to_confirm = false, given_at = excluded.given_at")
    .bind((id, access.enter.word(), access.times.as_str(), access.pets.as_str(), access.way_in.as_str(), now))
    .execute(conn)?;
    Ok(())
}

pub fn ask_access_again(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("update repair_access set to_confirm = true where repair_id = $1").bind(id).execute(conn)?;
    Ok(())
}

/// Removes what was said by households of which nobody lives there any longer.
pub fn forget_access_of_others(conn: &mut PgConnection, today: NaiveDate) -> Result<()> {
    sql("delete from repair_access a where not exists (select from repair_household(a.repair_id, $1))")
        .bind(today)
        .execute(conn)?;
    Ok(())
}
