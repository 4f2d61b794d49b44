//! Every query of the tasks.

pub mod api;
pub mod departing;
mod figures;
mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::Untyped;

pub use figures::{counts, waiting_for};
pub use kept::TABLES;

use super::{Filter, Listing, NewTask, Owner, Task};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::listing::{COUNTED_MAX, Order};
use crate::platform::slice::Waits;
use crate::platform::sql::{Kept, row, sql};
use crate::schema::{committees, members, tasks, units};

/// Open tasks of a member or of the home where they live.
pub const WAITS: Waits = Waits {
    entry: "tasks",
    select: "select 'task' as kind, t.id, t.title as title_en, t.title as title_fr, null::timestamptz as closes_at, t.due_on, \
               (select u.name from units u where u.id = t.unit_id) as place \
             from tasks t where t.status in ('todo', 'doing') and (t.member_id = {member} or t.unit_id in \
               (select o.unit_id from occupancies o where o.member_id = {member} and o.during @> {today}))",
    on_home: true,
};

/// What is open first, by its day.
pub const SEARCHED: &str = "select t.id, t.title, coalesce(k.name_{lang}, '') as fact, t.due_on as day \
   from tasks t left join committees k on k.id = t.committee_id \
   where folded(t.title || ' ' || t.details || ' ' || t.outcome) like all ({words}) \
   order by t.status in ('done', 'cancelled'), t.due_on, t.id";
/// Open tasks whose day has passed.
pub const LATE: &str = "select t.id from tasks t where t.status in ('todo', 'doing', 'waiting') and t.due_on < {today}";
/// What is done and whose hours wait for a second person's yes.
pub const TO_AGREE: &str =
    "select t.id from tasks t where t.status = 'done' and t.credit_minutes > 0 and not credit_counts(t.id)";
/// Open tasks that nobody has, but for those of somebody who left, which are told apart.
pub const UNOWNED: &str = "select t.id from tasks t where t.status in ('todo', 'doing', 'waiting') and t.member_id is null \
   and t.unit_id is null and t.was_member_id is null";

/// The tasks with whether they are the viewer's ($1, on the day $2): `t`.
const SEEN: &str = "(select s.*, coalesce(s.member_id = $1, false) as own, \
   coalesce(s.unit_id in (select o.unit_id from occupancies o where o.member_id = $1 and o.during @> $2), false) as household \
   from tasks s) t";

/// What a `Task` is read from, beside `t`.
const COLUMNS: &str = "t.id, t.title, t.details, t.status, t.due_on, t.member_id, t.unit_id, t.committee_id, t.credit_minutes, \
   credit_counts(t.id) as credit_counts, t.valued_by, t.outcome, t.done_at, t.created_by, t.created_at, t.version, m.name as member_name, w.name as was_name, u.name as unit_label, \
   c.name_en as committee_en, c.name_fr as committee_fr, a.name as author_name, t.own or t.household as mine";
const NAMES: &str = "left join members m on m.id = t.member_id \
   left join members w on w.id = t.was_member_id and t.member_id is null and t.unit_id is null left join units u on u.id = t.unit_id \
   left join committees c on c.id = t.committee_id left join account_holders a on a.id = t.created_by";
/// Whose ($3) and of which committee ($4).
const CHOSEN: &str = "($3 = 'all' or (t.household and $3 in ('me', 'home')) or ($3 = 'me' and t.own) \
   or ($3 = 'nobody' and t.member_id is null and t.unit_id is null)) and ($4 is null or t.committee_id = $4)";
/// In a list besides: in which state ($5), and with which words ($6).
const LISTED: &str = "t.status = any($5) and not exists (select from regexp_split_to_table(folded($6), '\\s+') word \
   where strpos(folded(t.title || ' ' || t.details), word) = 0)";

pub fn board(conn: &mut PgConnection, filter: &Filter, done_since: DateTime<Utc>, lane_max: i64) -> Result<Vec<Task>> {
    let query = format!(
        "with chosen as (select t.* from {SEEN} where (t.status in ('todo', 'doing', 'waiting') or (t.status = 'done' \
           and t.done_at >= $5)) and {CHOSEN}), \
         placed as (select t.*, count(*) over (partition by t.status) as lane_count, row_number() over (partition by t.status \
           order by (t.own or t.household) and t.status <> 'done' desc, t.done_at desc, t.due_on, t.id) as place from chosen t) \
         select {COLUMNS}, t.lane_count, '' as place from placed t {NAMES} where t.place <= $6 order by t.status, t.place"
    );
    Ok(sql(query)
        .bind((filter.viewer, filter.today, filter.whose.word(), filter.committee_id, done_since, lane_max))
        .load(conn)?)
}

/// What a list stands by; the day among equals.
fn place(order: Order, lang: Lang, blank: &str) -> String {
    let day = format!(
        "coalesce(lpad(((extract(epoch from coalesce(t.done_at, t.due_on::timestamptz)) * 1000000)::bigint + 10000000000000000)::text, \
           17, '0'), {blank})"
    );
    let first = match order.by {
        "title" => "folded(t.title)".to_owned(),
        "owner" => format!("coalesce(m.sort_name, folded(u.name), {blank})"),
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
        "select {COLUMNS}, 0::bigint as lane_count, {place} as place from {SEEN} {NAMES} where {LISTED} and {CHOSEN} \
         and ({place}, t.id) {beyond} ($7, $8) order by {place} {order}, t.id {order} limit $9"
    );
    Ok(asked(query, listing).bind((cut.key, cut.id, rows as i64)).load(conn)?)
}

pub fn count(conn: &mut PgConnection, listing: &Listing) -> Result<i64> {
    row! {
        struct Counted {
            count: i64,
        }
    }
    let query = format!("select count(*) from (select from {SEEN} where {LISTED} and {CHOSEN} limit $7) n");
    let counted: Counted = asked(query, listing).bind(COUNTED_MAX + 1).get_result(conn)?;
    Ok(counted.count)
}

/// A statement about a listing, with the values that say which tasks.
fn asked(query: String, listing: &Listing) -> Kept<'_, Untyped> {
    let filter = &listing.filter;
    sql(query).bind((
        filter.viewer,
        filter.today,
        filter.whose.word(),
        filter.committee_id,
        filter.wanted.statuses(),
        listing.query.as_str(),
    ))
}

/// One task, as somebody sees it who is this member on this day.
pub fn find(conn: &mut PgConnection, id: i64, viewer: Option<(i64, NaiveDate)>) -> Result<Task> {
    let query = format!("select {COLUMNS}, 0::bigint as lane_count, '' as place from {SEEN} {NAMES} where t.id = $3");
    Ok(sql(query).bind((viewer.map(|(member, _)| member), viewer.map(|(_, day)| day), id)).get_result(conn)?)
}

/// Some tasks, as somebody sees them who is this member on this day, by when they are due.
pub fn some(conn: &mut PgConnection, ids: &[i64], viewer: Option<i64>, day: NaiveDate) -> Result<Vec<Task>> {
    let query = format!(
        "select {COLUMNS}, 0::bigint as lane_count, '' as place from {SEEN} {NAMES} where t.id = any($3) \
         order by t.due_on, t.id limit 1000"
    );
    Ok(sql(query).bind((viewer, day, ids)).load(conn)?)
}

/// Which of some tasks their holders were reminded of today.
pub fn reminded(conn: &mut PgConnection, ids: &[i64], today: NaiveDate) -> Result<Vec<i64>> {
    let told = tasks::table.filter(tasks::id.eq_any(ids).and(tasks::reminded_on.eq(today)));
    Ok(told.limit(1_000).select(tasks::id).load(conn)?)
}

/// Marks those of some tasks as reminded of today that are open, due some day, and somebody's; and gives those that were not before.
pub fn remind_some(conn: &mut PgConnection, ids: &[i64], today: NaiveDate) -> Result<Vec<DueSoon>> {
    Ok(sql(
        "update tasks set reminded_on = $1 where id = any($2) and status in ('todo', 'doing', 'waiting') and due_on is not null \
           and reminded_on is distinct from $1 and num_nonnulls(member_id, unit_id) = 1 \
         returning id, title, due_on, member_id, unit_id",
    )
    .bind((today, ids))
    .load(conn)?)
}

pub fn committee_exists(conn: &mut PgConnection, id: i64) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(committees::table.filter(committees::id.eq(id)))).get_result(conn)?)
}

pub fn owner_name(conn: &mut PgConnection, owner: Owner) -> Result<Option<String>> {
    Ok(match owner {
        Owner::Member(id) => members::table.find(id).select(members::name).first(conn).optional()?,
        Owner::Unit(id) => units::table.find(id).select(units::name).first(conn).optional()?,
    })
}

pub fn insert(conn: &mut PgConnection, new: &NewTask, author: Option<i64>, now: DateTime<Utc>) -> Result<i64> {
    Ok(diesel::insert_into(tasks::table)
        .values((
            tasks::title.eq(&new.title),
            tasks::details.eq(&new.details),
            tasks::due_on.eq(new.due_on),
            tasks::member_id.eq(new.member_id()),
            tasks::unit_id.eq(new.unit_id()),
            tasks::committee_id.eq(new.committee_id),
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
            tasks::due_on.eq(new.due_on),
            tasks::member_id.eq(new.member_id()),
            tasks::unit_id.eq(new.unit_id()),
            tasks::committee_id.eq(new.committee_id),
            tasks::credit_minutes.eq(new.credit_minutes),
            tasks::version.eq(version + 1),
        ))
        .execute(conn)?;
    if changed == 1 && remind_again {
        diesel::update(tasks::table.find(id)).set(tasks::reminded_on.eq(None::<NaiveDate>)).execute(conn)?;
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

/// Sets the status; the outcome only if there is one to set. Whether the task still had this version.
pub fn put(
    conn: &mut PgConnection,
    id: i64,
    version: i32,
    status: &str,
    done_at: Option<DateTime<Utc>>,
    outcome: Option<&str>,
) -> Result<bool> {
    let ours = tasks::table.filter(tasks::id.eq(id).and(tasks::version.eq(version)));
    let changed = diesel::update(ours)
        .set((
            tasks::status.eq(status),
            tasks::done_at.eq(done_at),
            outcome.map(|outcome| tasks::outcome.eq(outcome)),
            tasks::version.eq(version + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Gives a task that nobody has, and that is open, to a member. Whether it was one.
pub fn take(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    let free = tasks::table.filter(
        tasks::id
            .eq(id)
            .and(tasks::member_id.is_null())
            .and(tasks::unit_id.is_null())
            .and(tasks::status.eq_any(["todo", "doing", "waiting"])),
    );
    let taken = diesel::update(free)
        .set((
            tasks::member_id.eq(member),
            tasks::reminded_on.eq(None::<NaiveDate>),
            tasks::version.eq(tasks::version + 1),
        ))
        .execute(conn)?;
    Ok(taken == 1)
}

// ---- whom to tell ----

row! {
    /// A task that is due soon, and whose it is.
    #[derive(Debug)]
    pub struct DueSoon {
        pub id: i64,
        pub title: String,
        pub due_on: NaiveDate,
        pub member_id: Option<i64>,
        pub unit_id: Option<i64>,
    }
}

/// Marks open tasks that somebody has and that are due from `today` to `until` as reminded of, and gives those that were
/// not so before. Two runs at once share the work.
pub fn remind(conn: &mut PgConnection, today: NaiveDate, until: NaiveDate, limit: i64) -> Result<Vec<DueSoon>> {
    Ok(sql(
        "update tasks set reminded_on = $1 where id in (select id from tasks where status in ('todo', 'doing', 'waiting') \
           and reminded_on is null and due_on between $1 and $2 and num_nonnulls(member_id, unit_id) = 1 \
           order by due_on, id limit $3 for update skip locked) \
         returning id, title, due_on, member_id, unit_id",
    )
    .bind((today, until, limit))
    .load(conn)?)
}

/// Who lives in a unit on a day.
pub fn residents(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<Vec<i64>> {
    use crate::schema::occupancies;
    Ok(occupancies::table
        .filter(occupancies::unit_id.eq(unit).and(occupancies::during.contains(day)))
        .order(occupancies::member_id)
        .limit(1_000)
        .select(occupancies::member_id)
        .load(conn)?)
}
