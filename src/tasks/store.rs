//! Every query of the tasks.

pub mod api;
pub mod bringing;
pub mod departing;
mod figures;
pub mod following;
pub mod fulfilment;
mod holders;
mod jobs;
mod kept;
mod month;
pub mod reminding;
pub mod steps;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::Untyped;

pub use figures::waiting_for;
pub use holders::*;
pub use jobs::*;
pub use kept::TABLES;
pub use month::month;

use super::{Filter, Kind, Lane, Listing, NewTask, Task, Wanted, Whole};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::listing::{COUNTED_MAX, Order};
use crate::platform::slice::Waits;
use crate::platform::sql::{Kept, row, sql};
use crate::schema::{committees, tasks};

/// Which tasks are a concern of the day: those of a later one are in no lane and wait for nobody.
const BEGUN: &str = "(t.starts_on is null or t.starts_on <= $2)";

/// Open tasks of a member, of the home where they live, of the committees on which they sit, and what is done and waits for the eye of
/// its lead.
pub const WAITS: Waits = Waits {
    entry: "tasks",
    select: "select 'task' as kind, t.id, t.title as title_en, t.title as title_fr, null::timestamptz as closes_at, t.due_on, \
               (select min(u.name) from task_holders h join units u on u.id = h.unit_id where h.task_id = t.id) as place \
             from tasks t where t.status in ('todo', 'doing') and (t.starts_on is null or t.starts_on <= {today}) \
               and t.id in (select w.task_id from tasks_of({member}, {today}) w) \
             union all select 'task:approval', t.id, t.title, t.title, null::timestamptz, null::date, null \
             from tasks t join committees c on c.id = t.committee_id and c.approves \
               join leads l on l.committee_id = c.id and l.member_id = {member} and l.during @> {today} \
             where t.status = 'done' and t.credit_minutes > 0 and not credit_counts(t.id) \
               and not exists (select from task_doers d where d.task_id = t.id and d.member_id = {member})",
    on_home: true,
};

/// What is open first, by its day.
pub const SEARCHED: &str = "select t.id, t.title, coalesce(k.name_{lang}, '') as fact, t.due_on as day \
   from tasks t left join committees k on k.id = t.committee_id \
   where folded(t.title || ' ' || t.details || ' ' || t.outcome) like all ({words}) \
   order by t.status in ('done', 'cancelled'), t.due_on, t.id";
/// What is due within two months before and a year ahead, also what begins later.
pub const DATED: &str = "select 'task' as kind, t.id, t.title as title_en, t.title as title_fr, null::timestamptz as at, t.due_on as day, \
     t.due_at as time, (select min(u.name) from task_holders h join units u on u.id = h.unit_id where h.task_id = t.id) as place, \
     t.status = 'done' as done, t.version, t.created_at as made_at from tasks t \
   where t.due_on between {today} - 60 and {today} + 400 and t.status <> 'cancelled' and case when {committee} is null \
     then t.id in (select w.task_id from tasks_of({member}, {today}) w) \
     else t.committee_id = {committee} or exists (select from task_holders h where h.task_id = t.id and h.committee_id = {committee}) end";
/// Tasks that can be talked about: all. One that is done can still be thanked for.
pub const TALKED: &str =
    "select id, title as title_en, title as title_fr, null::timestamptz as over_at, created_by as author from tasks";
/// Tasks that have files: pictures from before and after.
pub const FILED: &str =
    "select id, title as title_en, title as title_fr, false as is_hidden, false as are_final from tasks";
/// Open tasks whose day has passed.
pub const LATE: &str = "select t.id from tasks t where t.status in ('todo', 'doing', 'waiting') and t.due_on < {today}";
/// What is done and whose hours wait for a second person's yes.
pub const TO_AGREE: &str =
    "select t.id from tasks t where t.status = 'done' and t.credit_minutes > 0 and not credit_counts(t.id)";
/// Open tasks that nobody has, but for those of somebody who left, which are told apart.
pub const UNOWNED: &str = "select t.id from tasks t where t.status in ('todo', 'doing', 'waiting') \
   and (t.starts_on is null or t.starts_on <= {today}) and not exists (select from task_holders h where h.task_id = t.id and not h.waits)";

/// The tasks with what they are to the viewer ($1, on the day $2): `t`.
const SEEN: &str = "(select s.*, s.id in (select w.task_id from tasks_of($1, $2) w) as mine, \
   exists (select from leads l where l.member_id = $1 and l.during @> $2 and (l.committee_id = s.committee_id \
     or l.committee_id = (select w.committee_id from work_days w where w.id = s.work_day_id))) as led from tasks s) t";

/// Who has a task, or waits for it, or had it until they left.
const HOLDERS: &str = "coalesce((select jsonb_agg(jsonb_build_object('member', h.member_id, 'unit', h.unit_id, 'committee', h.committee_id, \
   'name_en', coalesce(hm.name, hu.name, hc.name_en), 'name_fr', coalesce(hm.name, hu.name, hc.name_fr), 'waits', h.waits, \
   'has_left', h.has_left, 'own', coalesce(h.member_id = $1, false) or exists (select from occupancies o where o.unit_id = h.unit_id \
     and o.member_id = $1 and o.during @> $2)) order by h.id) \
   from task_holders h left join members hm on hm.id = h.member_id left join units hu on hu.id = h.unit_id \
   left join committees hc on hc.id = h.committee_id where h.task_id = t.id), '[]')";

/// What a `Task` is read from, beside `t` and who has it.
const COLUMNS: &str = "t.id, t.kind, t.title, t.details, t.status, t.priority, t.starts_on, t.due_on, t.due_at, t.committee_id, t.places, t.places_min, t.work_day_id, \
   t.credit_minutes, t.credit_minutes = 0 or credit_counts(t.id) as credit_counts, coalesce(c.approves, false) as approves, t.valued_by, t.outcome, t.done_at, t.created_by, \
   t.created_at, t.version, c.name_en as committee_en, c.name_fr as committee_fr, a.name as author_name, \
   (select count(*) from task_steps p where p.task_id = t.id) as steps, \
   (select count(*) from task_steps p where p.task_id = t.id and p.ticked_at is not null) as steps_ticked, t.mine, t.led";
const NAMES: &str =
    "left join committees c on c.id = t.committee_id left join account_holders a on a.id = t.created_by";
/// Whose ($3) and of which committee ($4).
const CHOSEN: &str = "($3 = 'all' or ($3 = 'me' and t.mine) or ($3 = 'home' and t.id in (select h.task_id from task_holders h \
     join occupancies o on o.unit_id = h.unit_id where o.member_id = $1 and o.during @> $2)) \
   or ($3 = 'nobody' and not exists (select from task_holders h where h.task_id = t.id and not h.waits and not h.has_left))) \
   and ($4 is null or coalesce(t.committee_id, 0) = $4)";
/// The day that a task stands under.
const DAY: &str = "coalesce(t.due_on, co_op_day(coalesce(t.done_at, t.created_at)))";
/// A turn of a chore that nobody took.
const MISSED: &str = "exists (select from turns u where u.task_id = t.id and u.closed_as = 'missed')";
/// In a list besides: in which state ($5), with which words ($6), of which kind ($7), on which days ($8 to $9), added when ($10 to $11).
fn listed() -> String {
    format!(
        "t.status = any($5) and not exists (select from regexp_split_to_table(folded($6), '\\s+') word \
           where strpos(folded(t.title || ' ' || t.details), word) = 0) and ($7 is null or t.kind = $7) \
         and ($8 is null or {DAY} >= $8) and ($9 is null or {DAY} <= $9) \
         and ($10 is null or co_op_day(t.created_at) >= $10) and ($11 is null or co_op_day(t.created_at) <= $11)"
    )
}

/// What a task is read from, with its place on the board or in a list.
fn columns(lane_count: &str, place: &str) -> String {
    format!("{COLUMNS}, {HOLDERS} as holders, {lane_count} as lane_count, {place} as place")
}

pub fn board(conn: &mut PgConnection, filter: &Filter, done_since: DateTime<Utc>, lane_max: i64) -> Result<Vec<Task>> {
    let query = format!(
        "with chosen as (select t.* from {SEEN} where ((t.status in ('todo', 'doing', 'waiting') and {BEGUN}) or (t.status = 'done' \
           and t.done_at >= $5)) and {CHOSEN}), \
         placed as (select t.*, count(*) over (partition by t.status) as lane_count, row_number() over (partition by t.status \
           order by t.mine and t.status <> 'done' desc, t.done_at desc, t.due_on, t.due_at, t.id) as place from chosen t) \
         select {} from placed t {NAMES} where t.place <= $6 order by t.status, t.place",
        columns("t.lane_count", "''")
    );
    Ok(sql(query)
        .bind((filter.viewer, filter.today, filter.whose.word(), filter.committee_id, done_since, lane_max))
        .load(conn)?)
}

/// A digest of all cards of the board and their versions.
pub fn stands(conn: &mut PgConnection, done_since: DateTime<Utc>) -> Result<String> {
    row! {
        struct Stands {
            stands: String,
        }
    }
    let row: Stands = sql("select left(md5(coalesce(string_agg(t.id || '.' || t.version || '.' || t.ticked, ',' order by t.id), '')), 12) as stands \
         from (select t.id, t.version, (select count(*) from task_steps p where p.task_id = t.id and p.ticked_at is not null) as ticked \
           from tasks t where t.status in ('todo', 'doing', 'waiting') or (t.status = 'done' and t.done_at >= $1)) t")
    .bind(done_since)
    .get_result(conn)?;
    Ok(row.stands)
}

/// What a list stands by; the day among equals.
fn place(order: Order, lang: Lang, blank: &str) -> String {
    let day = format!(
        "coalesce(lpad(((extract(epoch from coalesce(t.done_at, t.due_on::timestamptz)) * 1000000)::bigint + 10000000000000000)::text, \
           17, '0'), {blank})"
    );
    let first = match order.by {
        "title" => "folded(t.title)".to_owned(),
        "owner" => format!(
            "coalesce((select min(coalesce(hm.sort_name, folded(hu.name), folded(hc.name_{}))) from task_holders h \
               left join members hm on hm.id = h.member_id left join units hu on hu.id = h.unit_id \
               left join committees hc on hc.id = h.committee_id where h.task_id = t.id and not h.waits and not h.has_left), {blank})",
            lang.code()
        ),
        "status" => "lpad(strpos('todo doing waiting done cancelled', t.status)::text, 2, '0')".to_owned(),
        "committee" => format!("coalesce(folded(c.name_{}), {blank})", lang.code()),
        _ => return format!("({day}) collate \"C\""),
    };
    format!("({first} || chr(9) || {day}) collate \"C\"")
}

pub fn list(conn: &mut PgConnection, listing: &Listing, rows: usize) -> Result<Vec<Task>> {
    let cut = listing.window.cut();
    let (beyond, order, place) = (cut.beyond, cut.order, place(listing.window.order, listing.lang, cut.blank));
    let query = format!(
        "select {} from {SEEN} {NAMES} where {} and {CHOSEN} and {} \
         and ({place}, t.id) {beyond} ($12, $13) order by {place} {order}, t.id {order} limit $14",
        columns("0::bigint", &place),
        listed(),
        begun(listing.filter.wanted)
    );
    Ok(asked(query, listing).bind((cut.key, cut.id, rows as i64)).load(conn)?)
}

pub fn count(conn: &mut PgConnection, listing: &Listing) -> Result<i64> {
    row! {
        struct Counted {
            count: i64,
        }
    }
    let begun = begun(listing.filter.wanted);
    let listed = listed();
    let query =
        format!("select count(*) from (select from {SEEN} where {listed} and {CHOSEN} and {begun} limit $12) n");
    let counted: Counted = asked(query, listing).bind(COUNTED_MAX + 1).get_result(conn)?;
    Ok(counted.count)
}

/// Whether those are meant that are a concern of the day, or those of later.
fn begun(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Coming => "t.starts_on > $2",
        Wanted::Late => "t.due_on < $2",
        Wanted::OnTime => "(t.due_on is null or co_op_day(t.done_at) <= t.due_on)",
        Wanted::DoneLate => "co_op_day(t.done_at) > t.due_on",
        Wanted::Missed => MISSED,
        Wanted::All | Wanted::Cancelled | Wanted::On(Lane::Done) => "true",
        Wanted::Open | Wanted::On(_) => BEGUN,
    }
}

/// A statement about a listing, with the values that say which tasks.
fn asked(query: String, listing: &Listing) -> Kept<'_, Untyped> {
    let (filter, span) = (&listing.filter, &listing.span);
    sql(query)
        .bind((
            filter.viewer,
            filter.today,
            filter.whose.word(),
            filter.committee_id,
            filter.wanted.statuses(),
            listing.query.as_str(),
        ))
        .bind((span.kind.map(Kind::word), span.from, span.until, span.added_from, span.added_until))
}

/// One task, as somebody sees it who is this member on this day.
pub fn find(conn: &mut PgConnection, id: i64, viewer: Option<(i64, NaiveDate)>) -> Result<Task> {
    let query = format!("select {} from {SEEN} {NAMES} where t.id = $3", columns("0::bigint", "''"));
    Ok(sql(query).bind((viewer.map(|(member, _)| member), viewer.map(|(_, day)| day), id)).get_result(conn)?)
}

/// What belongs to a task, as a member sees it.
pub fn whole(conn: &mut PgConnection, id: i64, viewer: Option<i64>) -> Result<Whole> {
    Ok(sql(
        "select coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'words', s.words, 'ticked', s.ticked_at is not null, 'by', a.name) \
             order by s.id) from task_steps s left join account_holders a on a.id = s.ticked_by where s.task_id = $1), '[]') as steps, \
           coalesce((select jsonb_agg(m.name order by d.id) from task_doers d join members m on m.id = d.member_id \
             where d.task_id = $1), '[]') as did_members, \
           coalesce((select jsonb_agg(u.name order by d.id) from task_doers d join units u on u.id = d.unit_id \
             where d.task_id = $1), '[]') as did_units, \
           (select f.follows from task_followings f where f.task_id = $1 and f.member_id = $2) as follows",
    )
    .bind((id, viewer))
    .get_result(conn)?)
}

/// Whether the hours of a task count.
pub fn credit_counts(conn: &mut PgConnection, id: i64) -> Result<bool> {
    row! {
        struct Counts {
            counts: bool,
        }
    }
    let found: Counts = sql("select credit_counts($1) as counts").bind(id).get_result(conn)?;
    Ok(found.counts)
}

/// Some tasks, as somebody sees them who is this member on this day, by when they are due.
pub fn some(conn: &mut PgConnection, ids: &[i64], viewer: Option<i64>, day: NaiveDate) -> Result<Vec<Task>> {
    let query = format!(
        "select {} from {SEEN} {NAMES} where t.id = any($3) order by t.due_on, t.id limit 1000",
        columns("0::bigint", "''")
    );
    Ok(sql(query).bind((viewer, day, ids)).load(conn)?)
}

pub fn committee_exists(conn: &mut PgConnection, id: i64) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(committees::table.filter(committees::id.eq(id)))).get_result(conn)?)
}

pub fn insert(conn: &mut PgConnection, new: &NewTask, author: Option<i64>, now: DateTime<Utc>) -> Result<i64> {
    Ok(diesel::insert_into(tasks::table)
        .values((
            tasks::kind.eq(new.kind),
            tasks::title.eq(&new.title),
            tasks::details.eq(&new.details),
            tasks::priority.eq(new.priority),
            tasks::starts_on.eq(new.starts_on),
            tasks::due_on.eq(new.due_on),
            tasks::due_at.eq(new.due_at),
            tasks::committee_id.eq(new.committee_id),
            tasks::places.eq(new.places),
            tasks::places_min.eq(new.places_min),
            tasks::work_day_id.eq(new.work_day_id),
            tasks::credit_minutes.eq(new.credit_minutes),
            tasks::created_by.eq(author),
            tasks::valued_by.eq(author.filter(|_| new.credit_minutes > 0)),
            tasks::created_at.eq(now),
        ))
        .returning(tasks::id)
        .get_result(conn)?)
}

/// Whether the task still had this version, and so was changed.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, new: &NewTask, remind_again: bool) -> Result<bool> {
    let ours = tasks::table.filter(tasks::id.eq(id).and(tasks::version.eq(version)));
    let changed = diesel::update(ours)
        .set((
            tasks::title.eq(&new.title),
            tasks::details.eq(&new.details),
            tasks::priority.eq(new.priority),
            tasks::starts_on.eq(new.starts_on),
            tasks::due_on.eq(new.due_on),
            tasks::due_at.eq(new.due_at),
            tasks::committee_id.eq(new.committee_id),
            tasks::places.eq(new.places),
            tasks::places_min.eq(new.places_min),
            tasks::credit_minutes.eq(new.credit_minutes),
            tasks::version.eq(version + 1),
        ))
        .execute(conn)?;
    if changed == 1 && remind_again {
        diesel::update(tasks::table.find(id))
            .set((tasks::reminded_on.eq(None::<NaiveDate>), tasks::late_told_on.eq(None::<NaiveDate>)))
            .execute(conn)?;
    }
    Ok(changed == 1)
}

/// Who said what a task is worth; nobody has agreed to it yet.
pub fn value(conn: &mut PgConnection, id: i64, account: Option<i64>) -> Result<()> {
    diesel::update(tasks::table.find(id))
        .set((tasks::valued_by.eq(account), tasks::credit_agreed_by.eq(None::<i64>)))
        .execute(conn)?;
    Ok(())
}

/// Somebody agrees to what a task is worth. Whether it still had this version.
pub fn agree(conn: &mut PgConnection, id: i64, version: i32, account: Option<i64>) -> Result<bool> {
    let ours = tasks::table.filter(tasks::id.eq(id).and(tasks::version.eq(version)));
    let changed = diesel::update(ours)
        .set((tasks::credit_agreed_by.eq(account), tasks::version.eq(version + 1)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// A lead looked at what was done, or nobody did.
pub fn approve(conn: &mut PgConnection, id: i64, account: Option<i64>) -> Result<()> {
    diesel::update(tasks::table.find(id)).set(tasks::credit_agreed_by.eq(account)).execute(conn)?;
    Ok(())
}

/// A step of a task.
pub struct Put<'a> {
    pub status: &'static str,
    pub done_at: Option<DateTime<Utc>>,
    /// The account that says so.
    pub done_by: Option<i64>,
    /// Stays as it was where none is given.
    pub outcome: Option<&'a str>,
}

/// Sets the status. Whether the task still had this version.
pub fn put(conn: &mut PgConnection, id: i64, version: i32, put: &Put<'_>) -> Result<bool> {
    let ours = tasks::table.filter(tasks::id.eq(id).and(tasks::version.eq(version)));
    let changed = diesel::update(ours)
        .set((
            tasks::status.eq(put.status),
            tasks::done_at.eq(put.done_at),
            tasks::done_by.eq(put.done_by),
            put.outcome.map(|outcome| tasks::outcome.eq(outcome)),
            tasks::version.eq(version + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Who has it changes: nobody was reminded yet. Whether the task still had this version.
pub fn touch(conn: &mut PgConnection, id: i64, version: i32) -> Result<bool> {
    let ours = tasks::table.filter(tasks::id.eq(id).and(tasks::version.eq(version)));
    let changed = diesel::update(ours)
        .set((tasks::reminded_on.eq(None::<NaiveDate>), tasks::version.eq(version + 1)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Holds a task: whoever changes it meanwhile waits.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    tasks::table.find(id).select(tasks::id).for_update().first::<i64>(conn)?;
    Ok(())
}
