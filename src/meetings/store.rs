//! Every query of the meetings.

pub mod api;
pub mod asked;
pub mod calling;
pub mod consents;
mod kept;
pub mod replies;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::result::DatabaseErrorKind;

pub use kept::TABLES;

use super::slice::MEETING;
use super::{Item, Meeting, NewItem, NewMeeting};
use crate::files::{self, File};
use crate::platform::error::Result;
use crate::platform::slice::Waits;
use crate::platform::sql::{Gathered, row, sql};
use crate::schema::{agenda_items, committees, meetings};

/// Meetings with a day: of all members, and of the committees and the board for who sits there.
pub const DATED: &str = "select 'meeting' as kind, m.id, m.title_en, m.title_fr, null::timestamptz as at, m.held_on as day, m.starts_at as time, \
     nullif(m.place, '') as place, false as done, m.sequence + 1 as version, m.created_at as made_at from meetings m \
   where m.held_on between {today} - 60 and {today} + 400 and m.status <> 'cancelled' and case when {committee} is null \
     then m.kind in ('annual', 'special', 'general') \
       or (m.kind = 'board' and exists (select from board_terms t where t.member_id = {member} and t.during @> {today})) \
       or exists (select from seats s where s.committee_id = m.committee_id and s.member_id = {member} and s.during @> {today}) \
     else m.committee_id = {committee} end";
/// Meetings that have papers: those of a general meeting for all, of the board and a committee for who sits there.
pub const FILED: &str = "select m.id, m.title_en, m.title_fr, false as is_hidden, m.ended_at is not null as are_final from meetings m \
   where m.kind in ('annual', 'special', 'general') or {office} \
     or (m.kind = 'board' and exists (select from board_terms t where t.member_id = {member} and t.during @> {today})) \
     or exists (select from seats s where s.committee_id = m.committee_id and s.member_id = {member} and s.during @> {today})";
/// By their own titles and those of their items, but for what is in camera.
pub const SEARCHED: &str = "select m.id, m.title_{lang} as title, m.place as fact, m.held_on as day \
   from meetings m where folded(m.title_en || ' ' || m.title_fr || ' ' || m.place || ' ' || coalesce((select \
     string_agg(i.title_en || ' ' || i.title_fr, ' ') from agenda_items i where i.meeting_id = m.id and not i.in_camera), '')) \
     like all ({words}) order by m.held_on desc, m.id";

/// Meetings to come that call a member who has not said whether they come, on the day and at the place as they are now.
pub const WAITS: Waits = Waits {
    entry: "meetings",
    select: "select 'meeting' as kind, m.id, m.title_en, m.title_fr, null::timestamptz as closes_at, m.held_on as due_on, null::text as place \
             from meetings m where m.status = 'called' and m.held_on >= {today} and m.ended_at is null \
               and exists (select from callings g join called l on l.calling_id = g.id where g.meeting_id = m.id and l.member_id = {member}) \
               and not exists (select from meeting_replies r where r.meeting_id = m.id and r.member_id = {member} \
                 and r.sequence = m.sequence)",
    on_home: true,
};

/// Whether the member $1 sits there on the day $2: what is in camera is theirs to see.
const SITS: &str = "case m.kind when 'committee' then exists (select from seats s where s.committee_id = m.committee_id \
     and s.member_id = $1 and s.during @> $2) else exists (select from board_terms t where t.member_id = $1 and t.during @> $2) end";

/// Meetings as somebody sees them: the member $1 on the day $2.
fn seen() -> String {
    format!(
        "select m.id, m.kind, m.committee_id, m.title_en, m.title_fr, m.held_on, m.starts_at, m.ends_at, m.place, m.online, m.access, \
           m.child_care, m.special_resolution, m.status, m.cancelled_why, m.series, m.second_of, m.chair_id, m.secretary_id, m.opened_at, m.ended_at, \
           m.sequence, m.created_at, m.version, {SITS} as sits, exists (select from leads l where l.committee_id = m.committee_id \
             and l.member_id = $1 and l.during @> $2) as leads \
         from meetings m"
    )
}

/// One meeting.
pub fn find(conn: &mut PgConnection, id: i64, viewer: Option<i64>, today: NaiveDate) -> Result<Meeting> {
    Ok(sql(format!("{} where m.id = $3", seen())).bind((viewer, today, id)).get_result(conn)?)
}

row! {
    /// What a page shows beside a meeting.
    pub struct Beside {
        /// Whether the viewer is called to it.
        pub is_callee: bool,
        /// How many have said that they come, as it is now.
        pub coming: i64,
        /// How many items members asked for.
        pub asked: i64,
        /// Whether its minutes are published for the viewer.
        pub minutes: bool,
        /// Its second meeting, where it did not have its quorum: number and day.
        pub second: Gathered<Option<(i64, NaiveDate)>>,
        /// Its papers.
        pub files: Gathered<Vec<File>>,
    }
}

pub fn beside(conn: &mut PgConnection, meeting: &Meeting, viewer: Option<i64>, today: NaiveDate) -> Result<Beside> {
    let who = calling::called_to(meeting.kind);
    Ok(sql(format!(
        "select exists (select from members m where m.id = $4 and {who}) as is_callee, \
           (select count(*) from meeting_replies r where r.meeting_id = $5 and r.sequence = $6 and r.answer in ('in_person', 'online')) as coming, \
           (select count(*) from asked_items q where q.meeting_id = $5 and q.withdrawn_at is null) as asked, \
           exists (select from minutes n where n.meeting_id = $5 and n.status <> 'draft' and (n.for_all or $7)) as minutes, \
           coalesce((select jsonb_build_array(s.id, s.held_on) from meetings s where s.second_of = $5 and s.status <> 'cancelled'), 'null') as second, {}",
        files::gathered(MEETING.word, "$5")
    ))
    .bind((today, meeting.held_on, meeting.committee_id, viewer, meeting.id, meeting.sequence, meeting.sits))
    .get_result(conn)?)
}

/// What is to come, the next one first.
pub fn coming(conn: &mut PgConnection, viewer: Option<i64>, today: NaiveDate, rows: i64) -> Result<Vec<Meeting>> {
    Ok(sql(format!("{} where m.held_on >= $2 order by m.held_on, m.starts_at, m.id limit $3", seen()))
        .bind((viewer, today, rows))
        .load(conn)?)
}

/// What is past, the latest first, from before a day on.
pub fn past(
    conn: &mut PgConnection,
    viewer: Option<i64>,
    today: NaiveDate,
    before: Option<NaiveDate>,
    rows: i64,
) -> Result<Vec<Meeting>> {
    Ok(sql(format!(
        "{} where m.held_on < $2 and ($3 is null or m.held_on < $3) order by m.held_on desc, m.starts_at desc, m.id desc limit $4",
        seen()
    ))
    .bind((viewer, today, before, rows))
    .load(conn)?)
}

/// What meetings are called, with their days.
pub fn titles(conn: &mut PgConnection, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    let columns = (meetings::id, meetings::held_on, meetings::title_en);
    let rows: Vec<(i64, NaiveDate, String)> = meetings::table
        .filter(meetings::id.eq_any(ids))
        .order((meetings::held_on, meetings::id))
        .select(columns)
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, day, title)| (id, format!("{day} {title}"))).collect())
}

/// When the last annual meeting before a day was.
pub fn last_annual(conn: &mut PgConnection, before: NaiveDate) -> Result<Option<NaiveDate>> {
    row! {
        struct Held {
            held_on: Option<NaiveDate>,
        }
    }
    let held: Held = sql(
        "select max(held_on) as held_on from meetings where kind = 'annual' and status <> 'cancelled' and held_on < $1",
    )
    .bind(before)
    .get_result(conn)?;
    Ok(held.held_on)
}

/// Whether an annual meeting is planned from a day on.
pub fn annual_planned(conn: &mut PgConnection, from: NaiveDate) -> Result<bool> {
    row! {
        struct Planned {
            planned: bool,
        }
    }
    let planned: Planned = sql("select exists (select from meetings where kind = 'annual' and status <> 'cancelled' \
         and held_on >= $1) as planned")
    .bind(from)
    .get_result(conn)?;
    Ok(planned.planned)
}

/// What a committee is called in both languages, if there is such a one, and whether it is open.
pub fn committee_names(conn: &mut PgConnection, id: i64) -> Result<Option<(String, String, bool)>> {
    let columns = (committees::name_en, committees::name_fr, committees::closed_on.is_null());
    Ok(committees::table.find(id).select(columns).first(conn).optional()?)
}

pub fn insert(conn: &mut PgConnection, new: &NewMeeting, author: Option<i64>) -> Result<i64> {
    let row = (new, meetings::created_by.eq(author));
    Ok(diesel::insert_into(meetings::table).values(row).returning(meetings::id).get_result(conn)?)
}

/// These were planned together with a first one.
pub fn set_series(conn: &mut PgConnection, ids: &[i64], first: i64) -> Result<()> {
    diesel::update(meetings::table.filter(meetings::id.eq_any(ids))).set(meetings::series.eq(first)).execute(conn)?;
    Ok(())
}

pub fn set_second_of(conn: &mut PgConnection, id: i64, first: i64) -> Result<()> {
    diesel::update(meetings::table.find(id)).set(meetings::second_of.eq(first)).execute(conn)?;
    Ok(())
}

pub fn second_of(conn: &mut PgConnection, first: i64) -> Result<Option<(i64, NaiveDate)>> {
    let on = meetings::table.filter(meetings::second_of.eq(first).and(meetings::status.ne(super::Status::Cancelled)));
    Ok(on.select((meetings::id, meetings::held_on)).first(conn).optional()?)
}

/// The last meeting of the same kind, or committee, before one that has something on its agenda.
pub fn like_before(conn: &mut PgConnection, meeting: &Meeting) -> Result<Option<i64>> {
    row! {
        struct Before {
            id: i64,
        }
    }
    let found: Option<Before> =
        sql("select m.id from meetings m where m.kind = $1 and m.committee_id is not distinct from $2 and m.id <> $3 \
         and (m.held_on, m.id) < ($4, $3) and exists (select from agenda_items i where i.meeting_id = m.id) \
         order by m.held_on desc, m.id desc limit 1")
        .bind((meeting.kind.word(), meeting.committee_id, meeting.id, meeting.held_on))
        .get_result(conn)
        .optional()?;
    Ok(found.map(|found| found.id))
}

/// Whether the meeting still had this version, and so was changed.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, new: &NewMeeting, moved: bool) -> Result<bool> {
    let ours = meetings::table.filter(meetings::id.eq(id).and(meetings::version.eq(version)));
    let changed = diesel::update(ours)
        .set((new, meetings::version.eq(version + 1), meetings::sequence.eq(meetings::sequence + i32::from(moved))))
        .execute(conn)?;
    Ok(changed == 1)
}

pub fn cancel(conn: &mut PgConnection, id: i64, version: i32, why: &str) -> Result<bool> {
    let ours = meetings::table.filter(meetings::id.eq(id).and(meetings::version.eq(version)));
    let set = (
        meetings::status.eq(super::Status::Cancelled),
        meetings::cancelled_why.eq(why),
        meetings::version.eq(version + 1),
        meetings::sequence.eq(meetings::sequence + 1),
    );
    Ok(diesel::update(ours).set(set).execute(conn)? == 1)
}

/// Whether it went: what was changed, called or held stays, and what anything hangs on.
pub fn remove(conn: &mut PgConnection, id: i64) -> Result<bool> {
    let bare = meetings::table.filter(meetings::id.eq(id).and(meetings::version.eq(1)));
    let bare = bare.filter(meetings::status.eq(super::Status::Planned).and(meetings::opened_at.is_null()));
    unless_needed(conn, |conn| diesel::delete(bare).execute(conn))
}

/// Whether something went that other rows may need.
fn unless_needed(
    conn: &mut PgConnection,
    remove: impl FnOnce(&mut PgConnection) -> QueryResult<usize>,
) -> Result<bool> {
    match conn.transaction(remove) {
        Err(diesel::result::Error::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => Ok(false),
        removed => Ok(removed? == 1),
    }
}

/// Waits until nobody else changes the agenda of a meeting.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    meetings::table.find(id).select(meetings::id).for_update().first::<i64>(conn)?;
    Ok(())
}

// ---- the agenda ----

pub fn items(conn: &mut PgConnection, meeting: i64) -> Result<Vec<Item>> {
    let all = agenda_items::table.filter(agenda_items::meeting_id.eq(meeting));
    let all = all.order((agenda_items::place, agenda_items::id)).limit(super::rules::ITEMS_MAX as i64 + 1);
    Ok(all.select(Item::as_select()).load(conn)?)
}

pub fn insert_item(conn: &mut PgConnection, meeting: i64, place: i32, new: &NewItem) -> Result<i64> {
    let row = (new, agenda_items::meeting_id.eq(meeting), agenda_items::place.eq(place));
    Ok(diesel::insert_into(agenda_items::table).values(row).returning(agenda_items::id).get_result(conn)?)
}

pub fn update_item(conn: &mut PgConnection, id: i64, version: i32, new: &NewItem) -> Result<bool> {
    let ours = agenda_items::table.filter(agenda_items::id.eq(id).and(agenda_items::version.eq(version)));
    Ok(diesel::update(ours).set((new, agenda_items::version.eq(version + 1))).execute(conn)? == 1)
}

pub fn put_item(conn: &mut PgConnection, id: i64, place: i32) -> Result<()> {
    diesel::update(agenda_items::table.find(id)).set(agenda_items::place.eq(place)).execute(conn)?;
    Ok(())
}

/// Whether it went: what stands in minutes, or was voted on, stays.
pub fn remove_item(conn: &mut PgConnection, id: i64) -> Result<bool> {
    unless_needed(conn, |conn| diesel::delete(agenda_items::table.find(id)).execute(conn))
}

// ---- how it is held ----

pub fn lead(conn: &mut PgConnection, id: i64, chair: Option<i64>, secretary: Option<i64>) -> Result<()> {
    let set = (meetings::chair_id.eq(chair), meetings::secretary_id.eq(secretary));
    diesel::update(meetings::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

pub fn hold(
    conn: &mut PgConnection,
    id: i64,
    opened_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let set = (meetings::opened_at.eq(opened_at), meetings::ended_at.eq(ended_at));
    diesel::update(meetings::table.find(id)).set(set).execute(conn)?;
    Ok(())
}
