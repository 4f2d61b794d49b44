//! What stands in the papers of a meeting beside its agenda and the calendar.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use crate::decisions::Body;
use crate::meetings::Meeting;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row, sql};

/// The meeting of the same body before this one, and its minutes as the viewer may read them.
#[derive(Debug, Clone, Deserialize)]
pub struct Before {
    pub title_en: String,
    pub title_fr: String,
    pub held_on: NaiveDate,
    /// Whether they were approved.
    pub approved: bool,
    /// With marks; none where nothing is published that the viewer may read.
    pub text_en: Option<String>,
    pub text_fr: Option<String>,
    pub in_camera_en: Option<String>,
    pub in_camera_fr: Option<String>,
    pub called: Option<i64>,
    pub came: i64,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Motion {
    pub number: i32,
    pub words_en: String,
    pub words_fr: String,
    pub mover: String,
}

/// A vote that is open or coming.
#[derive(Debug, Clone, Deserialize)]
pub struct Vote {
    pub title_en: String,
    pub title_fr: String,
    pub open: bool,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Decided {
    pub number: i32,
    pub title_en: String,
    pub title_fr: String,
    pub decided_on: NaiveDate,
    pub body: Body,
}

/// Late tasks of a committee; of none where that is empty.
#[derive(Debug, Clone, Deserialize)]
pub struct Late {
    pub name_en: String,
    pub name_fr: String,
    pub late: i64,
}

/// One of two texts.
pub fn of<'a>(lang: Lang, en: &'a str, fr: &'a str) -> &'a str {
    if lang == Lang::En { en } else { fr }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Papers {
        pub before: Gathered<Option<Before>>,
        pub motions: Gathered<Vec<Motion>>,
        pub votes: Gathered<Vec<Vote>>,
        /// Since the meeting before, or of the last three months.
        pub decisions: Gathered<Vec<Decided>>,
        pub late: Gathered<Vec<Late>>,
        pub members: i64,
        pub homes: i64,
        pub lived_in: i64,
        /// Of the last vote that was counted: how many votes were cast, and how many there were. Both 0 where there was none.
        pub voted: i64,
        pub roll: i64,
    }
}

const BEFORE: &str = "select b.title_en, b.title_fr, b.held_on, coalesce(n.status = 'approved', false) as approved, v.text_en, v.text_fr, \
     case when $3 then v.in_camera_en end as in_camera_en, case when $3 then v.in_camera_fr end as in_camera_fr, d.called, \
     (select count(distinct a.member_id) from attendances a join meeting_roll r on r.meeting_id = a.meeting_id and r.member_id = a.member_id \
       where a.meeting_id = b.id) as came \
   from meetings m join meetings b on b.id <> m.id and b.status <> 'cancelled' and (b.held_on, b.id) < (m.held_on, m.id) \
     and (b.opened_at is not null or b.held_on < $2) and b.committee_id is not distinct from m.committee_id \
     and (b.kind in ('annual', 'special', 'general')) = (m.kind in ('annual', 'special', 'general')) \
   left join minutes n on n.meeting_id = b.id left join doors d on d.meeting_id = b.id \
   left join lateral (select x.text_en, x.text_fr, x.in_camera_en, x.in_camera_fr from minute_versions x where x.meeting_id = b.id \
     and n.status <> 'draft' and (n.for_all or $4) order by x.number desc limit 1) v on true \
   where m.id = $1 order by b.held_on desc, b.id desc limit 1";

/// The papers of a meeting; `reads` says whether minutes that are not for all are for whom they are printed for.
pub fn read(conn: &mut PgConnection, meeting: &Meeting, reads: bool, today: NaiveDate) -> Result<Papers> {
    Ok(sql(format!(
        "with before as ({BEFORE}) \
         select coalesce((select to_jsonb(b) from before b), 'null') as before, \
           coalesce((select jsonb_agg(jsonb_build_object('number', t.number, 'words_en', t.words_en, 'words_fr', t.words_fr, \
               'mover', coalesce(entry_name(t.mover_id), '')) order by t.number) from motions t left join agenda_items i on i.id = t.item_id \
             where t.meeting_id = $1 and t.status = 'moved' and ($3 or not coalesce(i.in_camera, false))), '[]') as motions, \
           coalesce((select jsonb_agg(jsonb_build_object('title_en', p.title_en, 'title_fr', p.title_fr, 'open', p.status = 'open', \
               'opens_at', p.opens_at, 'closes_at', p.closes_at) order by p.closes_at, p.id) from polls p where p.status in ('open', 'scheduled')), '[]') as votes, \
           coalesce((select jsonb_agg(to_jsonb(d)) from (select d.number, d.title_en, d.title_fr, d.decided_on, d.body from decisions d \
             where d.decided_on >= coalesce((select b.held_on from before b), $2 - 90) and d.decided_on <= $2 order by d.decided_on, d.number limit 100) d), '[]') as decisions, \
           coalesce((select jsonb_agg(to_jsonb(l) order by l.late desc, l.name_en) from (select coalesce(c.name_en, '') as name_en, \
               coalesce(c.name_fr, '') as name_fr, count(*) as late from tasks t left join committees c on c.id = t.committee_id \
             where t.status in ('todo', 'doing', 'waiting') and t.due_on < $2 group by c.id, c.name_en, c.name_fr) l), '[]') as late, \
           (select count(*) from members m cross join lateral status_on(m.id, $2) s where s.status in ('member', 'on_leave', 'suspended')) as members, \
           h.homes, h.lived_in, coalesce(r.voted, 0)::bigint as voted, coalesce(r.roll_size, 0)::bigint as roll \
         from (select count(*) as homes, count(*) filter (where exists (select from occupancies o where o.unit_id = u.id and o.during @> $2)) as lived_in \
             from units u where u.kind in ('apartment', 'townhouse', 'house', 'room')) h \
         left join lateral (select r.voted, r.roll_size from results r order by r.decided_at desc, r.poll_id, r.question limit 1) r on true"
    ))
    .bind((meeting.id, today, meeting.sits, reads))
    .get_result(conn)?)
}
