//! The queries of turns.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use crate::chores::api::WantedTurns;
use crate::chores::rotation::Pick;
use crate::chores::{Chore, Closed, PoolOf, Turn};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{row, sql};

/// What a `Turn` is read from: `t`, its task `k`, its chore `c`. Who left the co-op is told as long as nobody else has it.
const TURN: &str = "select t.id, t.chore_id, c.title as chore, c.committee_id, c.pool_of, t.task_id, k.title, t.due_on, k.starts_on, t.stint_on, t.member_id, t.unit_id, \
   t.why, t.in_order, t.extra, t.closed_as, t.note, k.status, k.credit_minutes as minutes, k.version, \
   coalesce((select jsonb_agg(jsonb_build_object('member', h.member_id, 'unit', h.unit_id, 'committee', h.committee_id, \
     'name_en', coalesce(m.name, u.name, o.name_en), 'name_fr', coalesce(m.name, u.name, o.name_fr)) order by h.id) \
     from task_holders h left join members m on m.id = h.member_id left join units u on u.id = h.unit_id \
     left join committees o on o.id = h.committee_id where h.task_id = t.task_id and not h.waits \
       and (not h.has_left or not exists (select from task_holders n where n.task_id = t.task_id and not n.has_left and not n.waits))), \
     '[]') as holders \
   from turns t join tasks k on k.id = t.task_id join chores c on c.id = t.chore_id";

/// The turns of a chore, by their day; of a long history, the later ones.
pub fn turns(conn: &mut PgConnection, chore: i64) -> Result<Vec<Turn>> {
    let query = format!("{TURN} where t.chore_id = $1 order by t.due_on desc limit 4000");
    let mut rows: Vec<Turn> = sql(query).bind(chore).load(conn)?;
    rows.reverse();
    Ok(rows)
}

/// The turns of the chore that a turn belongs to.
pub fn beside(conn: &mut PgConnection, id: i64) -> Result<Vec<Turn>> {
    let query = format!(
        "{TURN} where t.chore_id = (select o.chore_id from turns o where o.id = $1) order by t.due_on desc limit 1000"
    );
    Ok(sql(query).bind(id).load(conn)?)
}

pub fn turn(conn: &mut PgConnection, id: i64) -> Result<Turn> {
    sql(format!("{TURN} where t.id = $1")).bind(id).get_result(conn).optional()?.ok_or(Error::NotFound)
}

/// The turns of all chores from one day to another.
pub fn rota(conn: &mut PgConnection, from: NaiveDate, until: NaiveDate) -> Result<Vec<Turn>> {
    let query = format!("{TURN} where t.due_on between $1 and $2 order by t.due_on, folded(c.title), t.id limit 4000");
    Ok(sql(query).bind((from, until)).load(conn)?)
}

/// The turns behind the id `after`.
pub fn page(conn: &mut PgConnection, wanted: &WantedTurns, after: i64, limit: i64) -> Result<Vec<Turn>> {
    let query = format!(
        "{TURN} where t.id > $1 and ($2 is null or t.chore_id = $2) and ($3 is null or t.due_on >= $3) and ($4 is null or t.due_on <= $4) \
           and ($5 is null or exists (select from task_holders h where h.task_id = t.task_id and h.member_id = $5 and not h.waits and not h.has_left)) \
           and ($6 is null or exists (select from task_holders h where h.task_id = t.task_id and h.unit_id = $6 and not h.waits)) \
         order by t.id limit $7"
    );
    let WantedTurns { chore_id, member_id, unit_id, due_from, due_until } = *wanted;
    Ok(sql(query).bind((after, chore_id, due_from, due_until, member_id, unit_id, limit)).load(conn)?)
}

/// The pick as the columns of it.
fn columns(chore: &Chore, pick: &Pick) -> (Option<i64>, Option<i64>) {
    match chore.pool_of {
        PoolOf::Unit => (None, pick.holder),
        PoolOf::Member => (pick.holder, None),
    }
}

pub fn insert_turn(conn: &mut PgConnection, chore: &Chore, task: i64, pick: &Pick, extra: bool) -> Result<()> {
    let (member, unit) = columns(chore, pick);
    sql("insert into turns (chore_id, task_id, due_on, stint_on, member_id, unit_id, why, in_order, extra) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
    .bind((chore.id, task, pick.due_on, pick.stint_on, member, unit))
    .bind((json!(pick.reason), pick.moves_order(), extra))
    .execute(conn)?;
    Ok(())
}

pub fn give_turn(conn: &mut PgConnection, chore: &Chore, id: i64, pick: &Pick) -> Result<()> {
    let (member, unit) = columns(chore, pick);
    sql("update turns set stint_on = $1, member_id = $2, unit_id = $3, why = $4, in_order = $5 where id = $6")
        .bind((pick.stint_on, member, unit, json!(pick.reason), pick.moves_order(), id))
        .execute(conn)?;
    Ok(())
}

pub fn close(conn: &mut PgConnection, id: i64, how: Closed, note: &str) -> Result<()> {
    sql("update turns set closed_as = $1, note = $2 where id = $3").bind((how, note, id)).execute(conn)?;
    Ok(())
}

pub fn delete_turn(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("with gone as (delete from swaps where turn_id = $1 or other_turn_id = $1) delete from turns where id = $1")
        .bind(id)
        .execute(conn)?;
    Ok(())
}

row! {
    struct Person {
        member_id: i64,
    }
}

/// Who a member or a home is on a day: whom to tell.
pub fn people(conn: &mut PgConnection, member: Option<i64>, unit: Option<i64>, day: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Person> =
        sql("select $1 as member_id where $1 is not null union select o.member_id from occupancies o \
         where o.unit_id = $2 and o.during @> $3 and o.relation <> 'guest' limit 50")
        .bind((member, unit, day))
        .load(conn)?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}
