//! Every query of the minutes.

mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;

pub use kept::TABLES;

use super::{Action, Minutes, Part, Status, Version};
use crate::meetings::Meeting;
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};

use crate::schema::{minute_actions, minute_parts, minute_versions, minutes};

/// Published minutes by their words, but for what is in camera and what is for those who sit there.
pub const SEARCHED: &str = "select m.id, m.title_{lang} as title, m.place as fact, m.held_on as day from minutes n \
   join meetings m on m.id = n.meeting_id \
   join lateral (select v.text_en, v.text_fr from minute_versions v where v.meeting_id = n.meeting_id order by v.number desc limit 1) v on true \
   where n.status <> 'draft' and n.for_all and folded(v.text_en || ' ' || v.text_fr) like all ({words}) order by m.held_on desc, m.id";

/// Meetings that were held in the last year and have no minutes yet.
pub const MISSING: &str = "select m.id from meetings m left join minutes n on n.meeting_id = m.id \
   where m.status <> 'cancelled' and m.ended_at is not null and m.held_on between {today} - 365 and {today} - 7 \
     and coalesce(n.status, 'draft') = 'draft'";

/// General and board meetings of the last year whose minutes are not published: a month after them is usual.
pub const TO_PUBLISH: &str = "select m.id, m.title_en, m.title_fr, m.held_on + 30 as due_on from meetings m \
   left join minutes n on n.meeting_id = m.id where m.status <> 'cancelled' and m.kind <> 'committee' \
     and (m.ended_at is not null or m.held_on < {today}) and m.held_on >= {today} - 365 and m.held_on <= {today} \
     and coalesce(n.status, 'draft') = 'draft'";
/// Those that are published and that no meeting approved: the next one of the same body can, where one is planned.
pub const TO_APPROVE: &str = "select m.id, m.title_en, m.title_fr, (select min(l.held_on) from meetings l where l.status <> 'cancelled' \
       and l.held_on >= {today} and l.ended_at is null and (l.kind = 'board') = (m.kind = 'board') and l.kind <> 'committee' \
       and (m.kind <> 'annual' or l.kind = 'annual')) as due_on \
   from meetings m join minutes n on n.meeting_id = m.id where m.kind <> 'committee' and m.held_on >= {today} - 730 and n.status = 'published'";

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Option<Minutes>> {
    Ok(sql("select n.status, exists (select from minute_parts p where p.meeting_id = n.meeting_id and p.written_at > coalesce(( \
             select max(v.published_at) from minute_versions v where v.meeting_id = n.meeting_id), '-infinity')) as is_ahead, n.for_all, n.approved_at_id, coalesce(a.title_en, '') as approved_en, coalesce(a.title_fr, '') as approved_fr, \
           a.held_on as approved_on from minutes n left join meetings a on a.id = n.approved_at_id where n.meeting_id = $1")
    .bind(id)
    .get_result(conn)
    .optional()?)
}

/// From the first word on there are minutes.
pub fn begin(conn: &mut PgConnection, id: i64, for_all: bool) -> Result<()> {
    let row = (minutes::meeting_id.eq(id), minutes::for_all.eq(for_all));
    diesel::insert_into(minutes::table).values(row).on_conflict_do_nothing().execute(conn)?;
    Ok(())
}

/// Whether the part still had this version, 0 for one that was not written yet.
pub fn write(
    conn: &mut PgConnection,
    (id, item): (i64, Option<i64>),
    (en, fr): (&str, &str),
    version: i32,
    (by, now): (Option<i64>, DateTime<Utc>),
) -> Result<bool> {
    let set = (
        minute_parts::text_en.eq(en),
        minute_parts::text_fr.eq(fr),
        minute_parts::written_by.eq(by),
        minute_parts::written_at.eq(now),
    );
    if version == 0 {
        let row = (minute_parts::meeting_id.eq(id), minute_parts::item_id.eq(item), set);
        return Ok(diesel::insert_into(minute_parts::table).values(row).on_conflict_do_nothing().execute(conn)? == 1);
    }
    let ours = minute_parts::table
        .filter(minute_parts::meeting_id.eq(id).and(minute_parts::item_id.is_not_distinct_from(item)))
        .filter(minute_parts::version.eq(version));
    Ok(diesel::update(ours).set((set, minute_parts::version.eq(version + 1))).execute(conn)? == 1)
}

pub fn assign(conn: &mut PgConnection, task: i64, id: i64, item: Option<i64>) -> Result<()> {
    let row = (minute_actions::task_id.eq(task), minute_actions::meeting_id.eq(id), minute_actions::item_id.eq(item));
    diesel::insert_into(minute_actions::table).values(row).execute(conn)?;
    Ok(())
}

pub fn versions(conn: &mut PgConnection, id: i64) -> Result<Vec<Version>> {
    Ok(sql("select v.number, v.published_at, coalesce(a.name, '') as published_by, v.why, v.text_en, v.text_fr, v.in_camera_en, \
           v.in_camera_fr from minute_versions v left join account_holders a on a.id = v.published_by \
         where v.meeting_id = $1 order by v.number desc limit 50")
    .bind(id)
    .load(conn)?)
}

pub fn publish(
    conn: &mut PgConnection,
    (id, number): (i64, i32),
    [en, fr, private_en, private_fr]: [&str; 4],
    why: &str,
    (by, now): (Option<i64>, DateTime<Utc>),
) -> Result<()> {
    let row = (
        minute_versions::meeting_id.eq(id),
        minute_versions::number.eq(number),
        minute_versions::published_at.eq(now),
        minute_versions::published_by.eq(by),
        minute_versions::why.eq(why),
        minute_versions::text_en.eq(en),
        minute_versions::text_fr.eq(fr),
        minute_versions::in_camera_en.eq(private_en),
        minute_versions::in_camera_fr.eq(private_fr),
    );
    diesel::insert_into(minute_versions::table).values(row).execute(conn)?;
    Ok(())
}

/// What was approved stays so: a correction of it says why.
pub fn set_published(conn: &mut PgConnection, id: i64, for_all: bool) -> Result<()> {
    let ours = minutes::table.filter(minutes::meeting_id.eq(id));
    diesel::update(ours).set(minutes::for_all.eq(for_all)).execute(conn)?;
    let draft = ours.filter(minutes::status.eq(Status::Draft));
    diesel::update(draft).set(minutes::status.eq(Status::Published)).execute(conn)?;
    Ok(())
}

pub fn approve(conn: &mut PgConnection, id: i64, at: i64) -> Result<()> {
    let set = (minutes::status.eq(Status::Approved), minutes::approved_at_id.eq(at));
    diesel::update(minutes::table.filter(minutes::meeting_id.eq(id))).set(set).execute(conn)?;
    Ok(())
}

/// Later meetings of the same body that were held.
pub fn approvers(
    conn: &mut PgConnection,
    meeting: &Meeting,
    today: NaiveDate,
) -> Result<Vec<(i64, String, String, NaiveDate)>> {
    row! {
        struct Later {
            id: i64,
            title_en: String,
            title_fr: String,
            held_on: NaiveDate,
        }
    }
    let rows: Vec<Later> =
        sql("select l.id, l.title_en, l.title_fr, l.held_on from meetings l join meetings m on m.id = $1 \
         where l.status <> 'cancelled' and (l.held_on, l.starts_at, l.id) > (m.held_on, m.starts_at, m.id) \
           and (l.opened_at is not null or l.held_on < $2) and l.committee_id is not distinct from m.committee_id \
           and (l.kind in ('annual', 'special', 'general')) = (m.kind in ('annual', 'special', 'general')) \
         order by l.held_on, l.id limit 50")
        .bind((meeting.id, today))
        .load(conn)?;
    Ok(rows.into_iter().map(|one| (one.id, one.title_en, one.title_fr, one.held_on)).collect())
}

row! {
    /// What is known of a meeting beside who was there.
    #[derive(Debug, Clone)]
    pub struct Facts {
        pub parts: Gathered<Vec<Part>>,
        pub actions: Gathered<Vec<Action>>,
        /// The notice; none where it was not given here.
        pub noticed: Gathered<Option<Noticed>>,
        /// Empty where nobody was named.
        pub chair: String,
        pub secretary: String,
        /// The names of those who sent their regrets, in order.
        pub regrets: Gathered<Vec<String>>,
    }
}

/// What was written, what became tasks, how it was called, who led it and who could not come.
pub fn facts(conn: &mut PgConnection, meeting: &Meeting) -> Result<Facts> {
    Ok(sql("select coalesce((select jsonb_agg(jsonb_build_object('item_id', p.item_id, 'text_en', p.text_en, 'text_fr', p.text_fr, \
             'version', p.version, 'written_at', p.written_at, 'written_by', coalesce(a.name, '')) order by p.id) \
           from minute_parts p left join account_holders a on a.id = p.written_by where p.meeting_id = $1), '[]') as parts, \
         coalesce((select jsonb_agg(jsonb_build_object('task_id', x.task_id, 'item_id', x.item_id, 'title', t.title, 'due_on', t.due_on, \
             'done', t.status = 'done', 'who', coalesce((select string_agg(m.name, ', ' order by m.sort_name, m.id) from task_holders h \
               join members m on m.id = h.member_id where h.task_id = t.id), '')) order by x.task_id) \
           from minute_actions x join tasks t on t.id = x.task_id where x.meeting_id = $1), '[]') as actions, \
         coalesce((select jsonb_build_object('sent_at', g.sent_at, 'notice_days', g.notice_days, 'anyway', g.anyway, \
             'mails', (select count(*) from called l where l.calling_id = g.id and l.way = 'mail'), \
             'letters', (select count(*) from called l where l.calling_id = g.id and l.way = 'letter')) \
           from callings g where g.meeting_id = $1 and g.kind = 'notice' order by g.id limit 1), 'null') as noticed, \
         coalesce((select m.name from members m where m.id = $2), '') as chair, \
         coalesce((select m.name from members m where m.id = $3), '') as secretary, \
         coalesce((select jsonb_agg(m.name order by m.sort_name, m.id) from meeting_replies r join members m on m.id = r.member_id \
           where r.meeting_id = $1 and r.answer = 'regrets'), '[]') as regrets")
    .bind((meeting.id, meeting.chair_id, meeting.secretary_id))
    .get_result(conn)?)
}

/// When notice was given, and how.
#[derive(Debug, Clone, Deserialize)]
pub struct Noticed {
    pub sent_at: DateTime<Utc>,
    pub notice_days: i32,
    pub mails: i64,
    pub letters: i64,
    pub anyway: String,
}
