//! What the API shows of meetings: one query a list.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::SITS;
use crate::meetings::api::{Meeting, Minutes};
use crate::platform::error::{Error, Result};
use crate::platform::sql::sql;

fn columns() -> String {
    format!(
        "m.id, m.kind, m.title_en, m.title_fr, m.held_on, to_char(m.starts_at, 'HH24:MI') as starts_at, \
           to_char(m.ends_at, 'HH24:MI') as ends_at, m.place, m.online, m.status, m.opened_at, m.ended_at, m.created_at, m.version, \
           coalesce((select jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) from committees c \
             where c.id = m.committee_id), 'null') as committee, \
           coalesce((select jsonb_agg(jsonb_build_object('number', i.number, 'in_camera', i.in_camera, 'noticed', i.noticed, 'minutes', i.minutes, \
               'purpose', case when s.sits or not i.in_camera then i.purpose end, \
               'title_en', case when s.sits or not i.in_camera then i.title_en end, \
               'title_fr', case when s.sits or not i.in_camera then i.title_fr end) order by i.number) \
             from (select a.*, row_number() over (order by a.place, a.id) as number from agenda_items a where a.meeting_id = m.id) i), '[]') as items \
         from meetings m cross join lateral (select {SITS} as sits) s"
    )
}

/// Meetings behind the id `after`, as a member sees them on a day.
pub fn page(
    conn: &mut PgConnection,
    (viewer, today): (Option<i64>, NaiveDate),
    after: i64,
    limit: i64,
) -> Result<Vec<Meeting>> {
    let query = format!("select {} where m.id > $3 order by m.id limit $4", columns());
    Ok(sql(query).bind((viewer, today, after, limit)).load(conn)?)
}

/// One meeting.
pub fn shown(conn: &mut PgConnection, (viewer, today): (Option<i64>, NaiveDate), id: i64) -> Result<Meeting> {
    let query = format!("select {} where m.id = $3", columns());
    sql(query).bind((viewer, today, id)).get_result(conn).optional()?.ok_or(Error::NotFound)
}

/// The minutes of one, as they are published for whoever looks.
pub fn minutes(conn: &mut PgConnection, (viewer, today): (Option<i64>, NaiveDate), id: i64) -> Result<Minutes> {
    let query = format!(
        "select m.id as meeting_id, n.status, v.number as version, v.published_at, v.text_en, v.text_fr from meetings m \
           join minutes n on n.meeting_id = m.id join minute_versions v on v.meeting_id = m.id \
         where m.id = $3 and n.status <> 'draft' and (n.for_all or {SITS}) order by v.number desc limit 1"
    );
    sql(query).bind((viewer, today, id)).get_result(conn).optional()?.ok_or(Error::NotFound)
}
