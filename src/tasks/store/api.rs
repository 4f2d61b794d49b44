//! What the API shows of tasks: one query a list.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::tasks::api::Task;

/// Tasks behind the id `after`, or the one of this id.
pub fn list(conn: &mut PgConnection, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Task>> {
    Ok(sql(
        "select t.id, t.title, t.details, t.status, t.priority, t.starts_on, t.due_on, to_char(t.due_at, 'HH24:MI') as due_at, t.places, \
           t.credit_minutes, t.outcome, t.done_at, t.created_at, t.version, \
           coalesce((select jsonb_agg(jsonb_build_object( \
               'member', case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end, \
               'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'label', u.label) end, \
               'committee', case when k.id is not null then jsonb_build_object('id', k.id, 'name_en', k.name_en, 'name_fr', k.name_fr) end, \
               'waits', h.waits) order by h.id) \
             from task_holders h left join members m on m.id = h.member_id left join units u on u.id = h.unit_id \
             left join committees k on k.id = h.committee_id where h.task_id = t.id and not h.has_left), '[]') as holders, \
           coalesce((select jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) \
             from committees c where c.id = t.committee_id), 'null') as committee \
         from tasks t where t.id > $1 and ($2 is null or t.id = $2) order by t.id limit $3",
    )
    .bind((after, id, limit))
    .load(conn)?)
}
