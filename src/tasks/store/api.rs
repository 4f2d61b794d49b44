//! What the API shows of tasks: one query a list.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::tasks::api::Task;

/// Tasks behind the id `after`, or the one of this id.
pub fn list(conn: &mut PgConnection, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Task>> {
    Ok(sql(
        "select t.id, t.title, t.details, t.status, t.due_on, t.credit_minutes, t.outcome, t.done_at, t.created_at, \
           coalesce((select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = t.member_id), 'null') as member, \
           coalesce((select jsonb_build_object('id', u.id, 'label', u.label) from units u where u.id = t.unit_id), 'null') as unit, \
           coalesce((select jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) \
             from committees c where c.id = t.committee_id), 'null') as committee \
         from tasks t where t.id > $1 and ($2 is null or t.id = $2) order by t.id limit $3",
    )
    .bind((after, id, limit))
    .load(conn)?)
}
