//! The queries of swaps.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::{Count, Id, sides};
use crate::chores::swapping::{Stands, Swap};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{row, sql};
use crate::tasks::Holder;

const SWAP: &str = "select s.id, s.turn_id, s.other_turn_id, s.from_member_id, s.from_unit_id, s.to_member_id, s.to_unit_id, s.state, \
   s.asked_by, coalesce(tm.name, tu.name, '') as to_name, coalesce(fm.name, fu.name, '') as from_name, t.due_on, o.due_on as other_due_on, \
   c.title as chore from swaps s join turns t on t.id = s.turn_id join chores c on c.id = t.chore_id \
   left join turns o on o.id = s.other_turn_id left join members tm on tm.id = s.to_member_id left join units tu on tu.id = s.to_unit_id \
   left join members fm on fm.id = s.from_member_id left join units fu on fu.id = s.from_unit_id";

/// Those of a turn that are asked or agreed, the last first.
pub fn of_turn(conn: &mut PgConnection, turn: i64) -> Result<Vec<Swap>> {
    let query = format!(
        "{SWAP} where (s.turn_id = $1 or s.other_turn_id = $1) and s.state in ('asked', 'accepted') order by s.id desc limit 20"
    );
    Ok(sql(query).bind(turn).load(conn)?)
}

/// Those of a turn, or of all, that are asked or agreed, behind the id `after`.
pub fn page(conn: &mut PgConnection, turn: Option<i64>, after: i64, limit: i64) -> Result<Vec<Swap>> {
    let query = format!(
        "{SWAP} where s.id > $1 and ($2 is null or s.turn_id = $2 or s.other_turn_id = $2) and s.state in ('asked', 'accepted') \
         order by s.id limit $3"
    );
    Ok(sql(query).bind((after, turn, limit)).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Swap> {
    sql(format!("{SWAP} where s.id = $1")).bind(id).get_result(conn).optional()?.ok_or(Error::NotFound)
}

pub fn insert(
    conn: &mut PgConnection,
    (turn, other): (i64, Option<i64>),
    (from, to): (Option<Holder>, Holder),
    (account, now): (Option<i64>, DateTime<Utc>),
) -> Result<i64> {
    let ((from_member, from_unit), (to_member, to_unit)) = (sides(from), sides(Some(to)));
    let made: Id = sql(
        "insert into swaps (turn_id, other_turn_id, from_member_id, from_unit_id, to_member_id, to_unit_id, asked_by, asked_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
    )
    .bind((turn, other, from_member, from_unit, to_member, to_unit, account, now))
    .get_result(conn)?;
    Ok(made.id)
}

pub fn put(conn: &mut PgConnection, id: i64, state: Stands, account: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    sql("update swaps set state = $1, answered_by = $2, answered_at = $3 where id = $4")
        .bind((state, account, now, id))
        .execute(conn)?;
    Ok(())
}

/// Nobody answers any more what was asked about a turn that went to somebody else.
pub fn drop_swaps(conn: &mut PgConnection, turn: i64) -> Result<()> {
    sql("update swaps set state = 'withdrawn' where state = 'asked' and (turn_id = $1 or other_turn_id = $1)")
        .bind(turn)
        .execute(conn)?;
    Ok(())
}

/// Whether somebody may stand in on a day: a member who is here, or a home that people live in.
pub fn can_stand_in(conn: &mut PgConnection, to: Holder, day: NaiveDate) -> Result<bool> {
    let (member, unit) = sides(Some(to));
    let found: Count =
        sql("select (select count(*) from members m cross join lateral status_on(m.id, $3) s where m.id = $1 \
             and s.status not in ('former', 'applicant')) \
           + (select count(distinct o.unit_id) from occupancies o where o.unit_id = $2 and o.during @> $3) as count")
        .bind((member, unit, day))
        .get_result(conn)?;
    Ok(found.count > 0)
}

row! {
    struct Person {
        member_id: i64,
    }
}

/// Who had the turn that was asked about last.
pub fn other_side(conn: &mut PgConnection, turn: i64, day: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Person> = sql(
        "with last as (select s.from_member_id, s.from_unit_id from swaps s where s.turn_id = $1 order by s.id desc limit 1) \
         select l.from_member_id as member_id from last l where l.from_member_id is not null \
         union select o.member_id from last l join occupancies o on o.unit_id = l.from_unit_id where o.during @> $2 \
           and o.relation <> 'guest' limit 50",
    )
    .bind((turn, day))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}
