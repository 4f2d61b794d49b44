//! What is before the meeting, for the projector: the motion and who speaks.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::attendance::Turn;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    /// The motion that is to be voted, or was decided minutes ago; none of what is in camera.
    #[derive(Debug)]
    pub struct Moved {
        pub number: i32,
        pub amends: Option<i32>,
        pub words_en: String,
        pub words_fr: String,
        pub status: String,
        pub votes_for: Option<i32>,
        pub votes_against: Option<i32>,
        pub votes_abstain: Option<i32>,
    }
}

pub fn moved(conn: &mut PgConnection, id: i64, since: DateTime<Utc>) -> Result<Option<Moved>> {
    Ok(sql("select t.number, b.number as amends, coalesce(c.words_en, t.words_en) as words_en, coalesce(c.words_fr, t.words_fr) as words_fr, \
         t.status, t.votes_for, t.votes_against, t.votes_abstain from motions t left join motions b on b.id = t.amends \
         left join lateral (select a.words_en, a.words_fr from motions a where a.amends = t.id and a.status = 'carried' \
           order by a.decided_at desc limit 1) c on true \
         left join agenda_items i on i.id = t.item_id where t.meeting_id = $1 and not coalesce(i.in_camera, false) \
         and (t.status = 'moved' or t.status in ('carried', 'lost') and t.decided_at > $2) \
         order by t.decided_at desc nulls last, t.number desc limit 1")
    .bind((id, since))
    .get_result(conn)
    .optional()?)
}

/// Who speaks, if somebody does, and who is next: name and side.
pub fn turns(conn: &mut PgConnection, id: i64) -> Result<Vec<Turn>> {
    row! {
        struct Row {
            name: String,
            side: String,
            speaks: bool,
        }
    }
    let rows: Vec<Row> = sql("select entry_name(s.member_id) as name, s.side, s.began_at is not null as speaks from speakers s \
         where s.meeting_id = $1 and s.ended_at is null order by s.began_at is null, s.side <> 'point', s.asked_at, s.id limit 4")
    .bind(id)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.name, row.side, row.speaks)).collect())
}
