//! Every query of chores: the chores themselves and whom they go round here, the rest in files of their own.

pub mod absences;
pub mod departing;
mod kept;
pub mod seats;
pub mod swaps;
mod turns;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;
pub use turns::*;

use super::recurrence::Rule;
use super::{Chore, Holder, NewChore, Own, PoolOf};
use crate::platform::error::{Error, Result};
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};

/// Turns that somebody is asked to take, for one of theirs or in place of somebody.
pub const WAITS: Waits = Waits {
    entry: "chores",
    select: "select 'chores/turn' as kind, t.id, c.title as title_en, c.title as title_fr, null::timestamptz as closes_at, t.due_on, \
               null::text as place from swaps s join turns t on t.id = s.turn_id join chores c on c.id = t.chore_id \
             where s.state = 'asked' and t.due_on >= {today} and (s.to_member_id = {member} or s.to_unit_id in (select o.unit_id \
               from occupancies o where o.member_id = {member} and o.during @> {today}))",
    on_home: true,
};

/// Chores in words, for the search.
pub const SEARCHED: &str = "select c.id, c.title, coalesce(k.name_{lang}, '') as fact, null::date as day \
   from chores c left join committees k on k.id = c.committee_id \
   where folded(c.title || ' ' || c.details) like all ({words}) order by c.ended_on is not null, c.title";

/// What a `Chore` is read from, as $1 sees it on the day $2.
const CHORE: &str = "select c.id, c.title, c.details, c.committee_id, c.credit_minutes, c.first_on, c.rule, c.pool_of, c.strategy, \
   c.months, c.period, c.period_turns, c.seed, c.ended_on, c.version, k.name_en as committee_en, k.name_fr as committee_fr, \
   coalesce(c.committee_id in (select l.committee_id from leads l where l.member_id = $1 and l.during @> $2), false) as led, \
   (select count(*) from chore_pool p where p.chore_id = c.id) as pool_size \
   from chores c left join committees k on k.id = c.committee_id";

row! {
    struct Id {
        id: i64,
    }
}

row! {
    struct Count {
        count: i64,
    }
}

row! {
    struct Named {
        id: i64,
        name: String,
    }
}

pub fn list(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<Chore>> {
    let query = format!("{CHORE} order by coalesce(c.ended_on <= $2, false), folded(c.title), c.id limit 500");
    Ok(sql(query).bind((member, today)).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Chore> {
    sql(format!("{CHORE} where c.id = $3"))
        .bind((member, today, id))
        .get_result(conn)
        .optional()?
        .ok_or(Error::NotFound)
}

/// Keeps others from planning a chore until this is committed.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    let found: Option<Id> =
        sql("select id from chores where id = $1 for update").bind(id).get_result(conn).optional()?;
    found.map(|_| ()).ok_or(Error::NotFound)
}

/// The chores that are not over.
pub fn going_on(conn: &mut PgConnection) -> Result<Vec<i64>> {
    let ids: Vec<Id> = sql("select id from chores where ended_on is null order by id limit 1000").load(conn)?;
    Ok(ids.into_iter().map(|row| row.id).collect())
}

pub fn insert(
    conn: &mut PgConnection,
    new: &NewChore,
    seed: i64,
    author: Option<i64>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let made: Id = sql(
        "insert into chores (title, details, committee_id, credit_minutes, first_on, rule, pool_of, strategy, months, period, \
           period_turns, seed, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id",
    )
    .bind((new.title.as_str(), new.details.as_str(), new.committee_id, new.credit_minutes, new.first_on))
    .bind((new.rule.as_ref().map(Rule::text), new.pool_of, new.strategy, new.months, new.period, new.period_turns))
    .bind((seed, author, now))
    .get_result(conn)?;
    Ok(made.id)
}

/// Writes a chore anew, if nobody was quicker.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, new: &NewChore) -> Result<bool> {
    let changed = sql(
        "update chores set title = $1, details = $2, committee_id = $3, credit_minutes = $4, first_on = $5, rule = $6, pool_of = $7, \
           strategy = $8, months = $9, period = $10, period_turns = $11, version = version + 1 where id = $12 and version = $13",
    )
    .bind((new.title.as_str(), new.details.as_str(), new.committee_id, new.credit_minutes, new.first_on))
    .bind((new.rule.as_ref().map(Rule::text), new.pool_of, new.strategy, new.months, new.period, new.period_turns))
    .bind((id, version))
    .execute(conn)?;
    Ok(changed == 1)
}

pub fn end(conn: &mut PgConnection, id: i64, version: i32, on: Option<NaiveDate>) -> Result<bool> {
    let changed = sql("update chores set ended_on = $1, version = version + 1 where id = $2 and version = $3")
        .bind((on, id, version))
        .execute(conn)?;
    Ok(changed == 1)
}

// ---- the pool ----

fn column(pool_of: PoolOf) -> &'static str {
    match pool_of {
        PoolOf::Unit => "unit_id",
        PoolOf::Member => "member_id",
    }
}

/// Whom a chore goes round, in order.
pub fn pool(conn: &mut PgConnection, id: i64) -> Result<Vec<(Holder, String)>> {
    let rows: Vec<Named> =
        sql("select coalesce(p.unit_id, p.member_id) as id, coalesce(u.name, m.name) as name from chore_pool p \
         left join units u on u.id = p.unit_id left join members m on m.id = p.member_id where p.chore_id = $1 \
         order by p.place, p.id limit 1000")
        .bind(id)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Puts the pool into this order. Whoever stays has been in it since they came; others come on this day.
pub fn put_pool(conn: &mut PgConnection, id: i64, pool_of: PoolOf, pool: &[Holder], today: NaiveDate) -> Result<()> {
    let column = column(pool_of);
    sql(format!("delete from chore_pool where chore_id = $1 and ({column} is null or not {column} = any($2))"))
        .bind((id, pool))
        .execute(conn)?;
    sql(format!(
        "insert into chore_pool (chore_id, {column}, place, since) select $1, t.id, t.place::int, $3 \
         from unnest($2::bigint[]) with ordinality t (id, place) \
         on conflict (coop_id, chore_id, {column}) where {column} is not null do update set place = excluded.place"
    ))
    .bind((id, pool, today))
    .execute(conn)?;
    Ok(())
}

/// How many of these homes or people there are.
pub fn known(conn: &mut PgConnection, pool_of: PoolOf, ids: &[Holder]) -> Result<usize> {
    let table = match pool_of {
        PoolOf::Unit => "units",
        PoolOf::Member => "members",
    };
    let found: Count = sql(format!("select count(*) from {table} where id = any($1)")).bind(ids).get_result(conn)?;
    Ok(usize::try_from(found.count).unwrap_or(0))
}

/// The homes that can be chosen: those that people live in, not parking places.
pub fn homes(conn: &mut PgConnection) -> Result<Vec<(i64, String)>> {
    let rows: Vec<Named> = sql(
        "select u.id, u.name from units u where u.kind not in ('parking', 'storage', 'common_room') order by u.block, \
           length(u.label), u.label limit 1000",
    )
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The chores in whose pool somebody is.
pub fn chores_of(conn: &mut PgConnection, holder: crate::tasks::Holder) -> Result<Vec<i64>> {
    let (member, unit) = sides(Some(holder));
    let rows: Vec<Id> = sql(
        "select distinct c.id from chores c join chore_pool p on p.chore_id = c.id where c.ended_on is null and (p.member_id = $1 \
           or p.unit_id = $2 or p.member_id in (select o.member_id from occupancies o where o.unit_id = $2)) order by c.id limit 500",
    )
    .bind((member, unit))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// A holder as the two columns of it.
pub fn sides(holder: Option<crate::tasks::Holder>) -> (Option<i64>, Option<i64>) {
    match holder {
        Some(crate::tasks::Holder::Member(id)) => (Some(id), None),
        Some(crate::tasks::Holder::Unit(id)) => (None, Some(id)),
        _ => (None, None),
    }
}

// ---- committees ----

pub fn committee_is_open(conn: &mut PgConnection, id: i64) -> Result<bool> {
    let found: Count =
        sql("select count(*) from committees where id = $1 and closed_on is null").bind(id).get_result(conn)?;
    Ok(found.count == 1)
}

/// What a member is to chores on a day.
pub fn own(conn: &mut PgConnection, member: Option<i64>, day: NaiveDate) -> Result<Own> {
    let query = "select coalesce((select jsonb_agg(l.committee_id) from leads l where l.member_id = $1 and l.during @> $2), '[]') as leads, \
       coalesce((select jsonb_agg(o.unit_id) from occupancies o where o.member_id = $1 and o.during @> $2), '[]') as homes";
    Ok(sql(query).bind((member, day)).get_result(conn)?)
}

/// Somebody is asked for nothing, this year.
#[cfg(test)]
pub fn exempt_for_tests(conn: &mut PgConnection, member: i64) -> Result<()> {
    sql("insert into exemptions (member_id, kind, during, percent, granted_at) values ($1, 'health', daterange('2020-01-01', null), 100, now())")
        .bind(member)
        .execute(conn)?;
    Ok(())
}
