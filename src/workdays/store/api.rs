//! What the API shows of work days: one query a list.

use diesel::prelude::*;

use crate::platform::error::{Error, Result};
use crate::platform::sql::sql;
use crate::workdays::api::WorkDay;

const COLUMNS: &str = "w.id, w.title, w.held_on, to_char(w.starts_at, 'HH24:MI') as starts_at, to_char(w.ends_at, 'HH24:MI') as ends_at, \
     w.place, w.notes, w.called_off_at, w.created_at, w.version, \
     coalesce((select jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) from committees c \
       where c.id = w.committee_id), 'null') as committee, \
     coalesce((select jsonb_agg(jsonb_build_object('task_id', t.id, 'title', t.title, 'status', t.status, 'places', t.places, \
         'places_min', t.places_min, \
         'taken', (select count(*) from task_holders h where h.task_id = t.id and not h.waits and not h.has_left), \
         'waiting', (select count(*) from task_holders h where h.task_id = t.id and h.waits and not h.has_left)) order by t.id) \
       from tasks t where t.work_day_id = w.id), '[]') as jobs";

/// Work days behind the id `after`.
pub fn page(conn: &mut PgConnection, after: i64, limit: i64) -> Result<Vec<WorkDay>> {
    let query = format!("select {COLUMNS} from work_days w where w.id > $1 order by w.id limit $2");
    Ok(sql(query).bind((after, limit)).load(conn)?)
}

/// One work day.
pub fn shown(conn: &mut PgConnection, id: i64) -> Result<WorkDay> {
    let query = format!("select {COLUMNS} from work_days w where w.id = $1");
    sql(query).bind(id).get_result(conn).optional()?.ok_or(Error::NotFound)
}
