//! What the API shows of tasks: one query a list.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::tasks::api::{Task, Wanted};

const COLUMNS: &str = "t.id, t.title, t.details, t.status, t.priority, t.starts_on, t.due_on, to_char(t.due_at, 'HH24:MI') as due_at, t.places, t.places_min, t.work_day_id, \
     t.credit_minutes, t.outcome, t.done_at, t.created_at, t.version, coalesce((select jsonb_agg(jsonb_build_object( \
     'member', case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end, \
     'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'label', u.label) end, \
     'committee', case when k.id is not null then jsonb_build_object('id', k.id, 'name_en', k.name_en, 'name_fr', k.name_fr) end, \
     'waits', h.waits) order by h.id) \
       from task_holders h left join members m on m.id = h.member_id left join units u on u.id = h.unit_id \
       left join committees k on k.id = h.committee_id where h.task_id = t.id and not h.has_left), '[]') as holders, \
     coalesce((select jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) \
       from committees c where c.id = t.committee_id), 'null') as committee";

/// Tasks behind the id `after`.
pub fn list(conn: &mut PgConnection, wanted: &Wanted, after: i64, limit: i64) -> Result<Vec<Task>> {
    let query = format!(
        "select {COLUMNS} from tasks t where t.id > $1 and ($2 is null or t.status = $2) and ($3 is null or t.committee_id = $3) \
           and ($4 is null or t.id in (select h.task_id from task_holders h where h.member_id = $4 and not h.waits and not h.has_left)) \
           and ($5 is null or t.id in (select h.task_id from task_holders h where h.unit_id = $5 and not h.waits)) \
           and ($6 is null or t.due_on <= $6) and ($7 is null or t.work_day_id = $7) order by t.id limit $8"
    );
    let of = (wanted.committee_id, wanted.member_id, wanted.unit_id, wanted.due_until);
    Ok(sql(query)
        .bind((after, wanted.status.as_deref(), of.0, of.1, of.2, of.3, wanted.work_day_id, limit))
        .load(conn)?)
}

/// One task.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Task> {
    Ok(sql(format!("select {COLUMNS} from tasks t where t.id = $1")).bind(id).get_result(conn)?)
}
