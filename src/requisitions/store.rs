//! Every query of requisitions.

mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Answer, Beside, Members, NewRequisition, Requisition};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{row, sql};
use crate::schema::{requisition_signatures, requisitions};

/// Who can ask for a meeting on a day, of the members `m`.
macro_rules! asks {
    ($day:literal) => {
        concat!("(select s.status in ('member', 'on_leave') from status_on(m.id, ", $day, ") s)")
    };
}

/// Those of which enough have signed and that have no answer.
pub const WAITING: &str = "select q.id from requisitions q where q.reached_on is not null and q.answer is null";
/// The same with the day until which the meeting is held.
pub const DUE: &str = "select q.id, q.title as title_en, q.title as title_fr, q.due_on from requisitions q \
   where q.reached_on is not null and q.answer is null";

/// As the member $1 sees them on the day $2. Who has left is not counted until enough have signed.
fn seen() -> String {
    format!(
        "select q.id, q.member_id, coalesce(entry_name(q.member_id), '') as name, q.language, q.title, q.details, q.opened_at, q.reached_on, q.needed, \
           q.due_on, q.answer, q.meeting_id, coalesce(g.title_en, '') as meeting_en, coalesce(g.title_fr, '') as meeting_fr, g.held_on as meeting_on, \
           q.why, q.answered_at, coalesce(a.name, '') as answered_by, q.withdrawn_at is not null as is_withdrawn, \
           coalesce(q.signed::bigint, (select count(*) from requisition_signatures x join members m on m.id = x.member_id \
             where x.requisition_id = q.id and {})) as signed, \
           exists (select from requisition_signatures x where x.requisition_id = q.id and x.member_id = $1) as signs \
         from requisitions q left join meetings g on g.id = q.meeting_id left join account_holders a on a.id = q.answered_by",
        asks!("$2")
    )
}

row! {
    struct Id {
        id: i64,
    }
}

row! {
    struct Many {
        many: i64,
    }
}

pub fn list(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<Requisition>> {
    Ok(sql(format!(
        "{} order by q.answer is not null or q.withdrawn_at is not null, q.opened_at desc, q.id desc limit 100",
        seen()
    ))
    .bind((member, today))
    .load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Requisition> {
    let found = sql(format!("{} where q.id = $3", seen())).bind((member, today, id)).get_result(conn).optional()?;
    found.ok_or(Error::NotFound)
}

/// How many can ask for a meeting on a day, and whether somebody is one of them.
pub fn members(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Members> {
    Ok(sql(concat!(
        "select count(*) as count, coalesce(bool_or(m.id = $2), false) as is_one from members m where ",
        asks!("$1")
    ))
    .bind((today, member))
    .get_result(conn)?)
}

pub fn beside(conn: &mut PgConnection, one: &Requisition, today: NaiveDate) -> Result<Beside> {
    Ok(sql("select coalesce((select jsonb_agg(m.name order by m.sort_name, m.id) from requisition_signatures x \
             join members m on m.id = x.member_id where x.requisition_id = $1), '[]') as names, \
           coalesce((select jsonb_agg(to_jsonb(g)) from (select b.id, b.title_en, b.title_fr, b.held_on from meetings b \
             where b.kind in ('annual', 'special', 'general') and b.status <> 'cancelled' and b.held_on >= $2 and b.ended_at is null \
             order by b.held_on, b.id limit 50) g), '[]') as meetings")
    .bind((one.id, today))
    .get_result(conn)?)
}

/// Holds one: whoever changes it meanwhile waits.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    let found: Option<i64> =
        requisitions::table.find(id).select(requisitions::id).for_update().first(conn).optional()?;
    found.map(drop).ok_or(Error::NotFound)
}

/// Two forms of one member wait for each other.
pub fn lock_member(conn: &mut PgConnection, member: i64) -> Result<()> {
    use crate::schema::members;
    members::table.find(member).select(members::id).for_update().first::<i64>(conn)?;
    Ok(())
}

/// How many a member has open.
pub fn open_of(conn: &mut PgConnection, member: i64) -> Result<i64> {
    let many: Many = sql(
        "select count(*) as many from requisitions where member_id = $1 and reached_on is null and answer is null \
         and withdrawn_at is null",
    )
    .bind(member)
    .get_result(conn)?;
    Ok(many.many)
}

pub fn open_ones(conn: &mut PgConnection) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select id from requisitions where reached_on is null and answer is null and withdrawn_at is null \
         order by id limit 500")
        .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub fn insert(conn: &mut PgConnection, member: i64, new: &NewRequisition, now: DateTime<Utc>) -> Result<i64> {
    let row = (
        requisitions::member_id.eq(member),
        requisitions::language.eq(new.lang.code()),
        requisitions::title.eq(&new.title),
        requisitions::details.eq(&new.details),
        requisitions::opened_at.eq(now),
    );
    Ok(diesel::insert_into(requisitions::table).values(row).returning(requisitions::id).get_result(conn)?)
}

/// Whether they had not signed.
pub fn sign(conn: &mut PgConnection, id: i64, member: i64, now: DateTime<Utc>) -> Result<bool> {
    let row = (
        requisition_signatures::requisition_id.eq(id),
        requisition_signatures::member_id.eq(member),
        requisition_signatures::signed_at.eq(now),
    );
    Ok(diesel::insert_into(requisition_signatures::table).values(row).on_conflict_do_nothing().execute(conn)? == 1)
}

/// Whether they had signed.
pub fn unsign(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    Ok(diesel::delete(requisition_signatures::table.find((id, member))).execute(conn)? == 1)
}

pub fn reach(
    conn: &mut PgConnection,
    id: i64,
    (signed, needed): (i64, i64),
    (on, due_on): (NaiveDate, Option<NaiveDate>),
) -> Result<()> {
    sql("update requisitions set reached_on = $2, due_on = $3, signed = $4::int, needed = $5::int where id = $1")
        .bind((id, on, due_on, signed, needed))
        .execute(conn)?;
    Ok(())
}

pub fn withdraw(conn: &mut PgConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(requisitions::table.find(id)).set(requisitions::withdrawn_at.eq(now)).execute(conn)?;
    Ok(())
}

pub fn answer(
    conn: &mut PgConnection,
    id: i64,
    (answer, meeting, why): (Answer, Option<i64>, &str),
    by: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    let set = (
        requisitions::answer.eq(answer),
        requisitions::meeting_id.eq(meeting),
        requisitions::why.eq(why),
        requisitions::answered_at.eq(now),
        requisitions::answered_by.eq(by),
    );
    diesel::update(requisitions::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// Who sits on the board, and who signed.
pub fn concerned(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<(Vec<i64>, Vec<i64>)> {
    let board: Vec<Id> =
        sql("select distinct t.member_id as id from board_terms t where t.during @> $1 order by id limit 100")
            .bind(today)
            .load(conn)?;
    let signed: Vec<Id> = sql(
        "select member_id as id from requisition_signatures where requisition_id = $1 order by member_id limit 10000",
    )
    .bind(id)
    .load(conn)?;
    let ids = |rows: Vec<Id>| rows.into_iter().map(|row| row.id).collect();
    Ok((ids(board), ids(signed)))
}
