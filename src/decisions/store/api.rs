//! What the API shows of the register: one query a list.

use diesel::prelude::*;

use crate::decisions::api::Decision;
use crate::platform::error::Result;
use crate::platform::sql::sql;

/// Entries behind the number `after`, or the one of this number.
pub fn list(conn: &mut PgConnection, number: Option<i32>, after: i64, limit: i64) -> Result<Vec<Decision>> {
    Ok(sql("select d.*, r.poll_id, decision_standing(d.number, r.verdict) as standing, \
           coalesce((select jsonb_agg(jsonb_build_object('number', x.number, 'earlier', x.earlier, 'effect', x.kind) \
             order by x.number, x.earlier) from decision_relations x where d.number in (x.number, x.earlier)), '[]') as relations \
         from decisions d left join results r on r.number = d.number \
         where d.number > $1 and ($2 is null or d.number = $2) order by d.number limit $3")
    .bind((after, number, limit))
    .load(conn)?)
}
