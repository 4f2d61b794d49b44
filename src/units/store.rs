//! Every query of the units.

pub mod api;
pub mod departing;
mod kept;
pub mod merging;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Date, Text};

pub use kept::TABLES;

use super::rules::{self, Fit};
use super::{MovingIn, NewUnit, Stay};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::{occupancies, units};

/// Whether this building has a home of this label.
pub fn label_is_taken(conn: &mut PgConnection, label: &str, block: &str) -> Result<bool> {
    let there = units::table.filter(units::label.eq(label).and(units::block.eq(block)));
    Ok(diesel::select(diesel::dsl::exists(there)).get_result(conn)?)
}

pub fn insert(conn: &mut PgConnection, new: &NewUnit) -> Result<i64> {
    Ok(diesel::insert_into(units::table)
        .values((
            units::label.eq(&new.label),
            units::kind.eq(new.kind),
            units::block.eq(&new.block),
            units::floor.eq(new.floor),
            units::bedrooms.eq(new.bedrooms),
            units::area_m2.eq(new.area_m2),
            units::accessible.eq(new.accessible),
            units::occupants_min.eq(new.occupants_min),
            units::occupants_max.eq(new.occupants_max),
            units::votes.eq(new.votes),
        ))
        .returning(units::id)
        .get_result(conn)?)
}

pub fn name(conn: &mut PgConnection, unit: i64) -> Result<String> {
    Ok(units::table.find(unit).select(units::name).first(conn)?)
}

pub fn insert_occupancy(
    conn: &mut PgConnection,
    unit: i64,
    member: i64,
    from: NaiveDate,
    relation: &str,
) -> Result<()> {
    sql("insert into occupancies (unit_id, member_id, during, relation) values ($1, $2, daterange($3, null), $4)")
        .bind((unit, member, from, relation))
        .execute(conn)?;
    Ok(())
}

/// The names of some units.
pub fn names(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> = units::table
        .filter(units::id.eq_any(ids))
        .limit(ids.len() as i64)
        .select((units::id, units::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

pub fn insert_occupancies(conn: &mut PgConnection, stays: &[MovingIn]) -> Result<()> {
    let units: Vec<i64> = stays.iter().map(|stay| stay.unit).collect();
    let members: Vec<i64> = stays.iter().map(|stay| stay.member).collect();
    let days: Vec<NaiveDate> = stays.iter().map(|stay| stay.from).collect();
    let known: Vec<bool> = stays.iter().map(|stay| stay.since_known).collect();
    sql("insert into occupancies (unit_id, member_id, during, since_known) \
         select s.unit_id, s.member_id, daterange(s.since, null), s.known from unnest($1, $2, $3, $4) s (unit_id, member_id, since, known)")
    .bind((units, members, days, known))
    .execute(conn)?;
    Ok(())
}

pub fn update(conn: &mut PgConnection, id: i64, version: i32, details: &NewUnit) -> Result<bool> {
    let seen = units::table.filter(units::id.eq(id).and(units::version.eq(version)));
    let changed = diesel::update(seen)
        .set((
            units::label.eq(&details.label),
            units::kind.eq(details.kind),
            units::block.eq(&details.block),
            units::floor.eq(details.floor),
            units::bedrooms.eq(details.bedrooms),
            units::area_m2.eq(details.area_m2),
            units::accessible.eq(details.accessible),
            units::occupants_min.eq(details.occupants_min),
            units::occupants_max.eq(details.occupants_max),
            units::votes.eq(details.votes),
            units::version.eq(version + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

row! {
    /// A unit, and on the list of all who lives there on the day.
    #[derive(Debug)]
    pub struct Unit {
        pub id: i64,
        pub label: String,
        /// What it is called where it stands alone: with the building, if it has one.
        pub name: String,
        pub kind: String,
        pub block: String,
        pub floor: Option<i32>,
        pub bedrooms: Option<i32>,
        pub area_m2: Option<i32>,
        pub accessible: bool,
        pub version: i32,
        pub occupants_min: Option<i32>,
        pub occupants_max: Option<i32>,
        pub votes: i32,
        /// How many children live there.
        pub children: i64,
        /// How many live there, children too, guests apart.
        pub occupants: i64,
        /// Names, with a comma between them.
        pub people: Option<String>,
        /// The first day after the last occupancy, where there was one.
        pub vacant_since: Option<NaiveDate>,
        pub is_own: bool,
    }
}

impl Unit {
    pub fn details(&self) -> NewUnit {
        let kind = super::KINDS.iter().find(|kind| **kind == self.kind).copied().unwrap_or("apartment");
        NewUnit {
            label: self.label.clone(),
            kind,
            block: self.block.clone(),
            floor: self.floor,
            bedrooms: self.bedrooms,
            area_m2: self.area_m2,
            accessible: self.accessible,
            occupants_min: self.occupants_min,
            occupants_max: self.occupants_max,
            votes: self.votes,
        }
    }

    pub fn fit(&self) -> Fit {
        rules::fit(self.occupants, self.occupants_min, self.occupants_max)
    }

    pub fn is_dwelling(&self) -> bool {
        super::DWELLINGS.contains(&self.kind.as_str())
    }
}

/// The children of each unit on the day $1. A count is of the household it was made in: it ends when none of the adults who lived
/// there then is left.
const CHILDREN: &str = "select k.unit_id, k.children from (select distinct on (unit_id) unit_id, since, children from unit_children \
    where since <= $1 order by unit_id, since desc) k where exists (select from occupancies h where h.unit_id = k.unit_id \
    and h.relation <> 'guest' and h.during @> $1 and h.during @> k.since)";

row! {
    struct Count {
        count: i64,
    }
}

pub fn children(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<i64> {
    let found: Count =
        sql(format!("select coalesce(sum(c.children), 0) as count from ({CHILDREN}) c where c.unit_id = $2"))
            .bind((day, unit))
            .get_result(conn)?;
    Ok(found.count)
}

/// Whether an adult who is no guest lives there on a day.
pub fn is_lived_in(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<bool> {
    let found: Count =
        sql("select count(*) as count from occupancies where unit_id = $2 and relation <> 'guest' and during @> $1")
            .bind((day, unit))
            .get_result(conn)?;
    Ok(found.count > 0)
}

pub fn put_children(conn: &mut PgConnection, unit: i64, since: NaiveDate, children: i64) -> Result<()> {
    sql("insert into unit_children (unit_id, since, children) values ($1, $2, $3::int) \
         on conflict (coop_id, unit_id, since) do update set children = excluded.children")
    .bind((unit, since, children))
    .execute(conn)?;
    Ok(())
}

pub const SEARCHED: &str = "select u.id, u.label as title, u.block as fact, null::date as day from units u \
   where folded(u.label || ' ' || u.block) like all ({words}) order by u.block, u.label";
/// Homes where nobody lives today.
pub const EMPTY: &str = "select u.id from units u where not exists (select 1 from occupancies o where o.unit_id = u.id \
   and (upper_inf(o.during) or upper(o.during) > {today}))";
pub const ANY: &str = "select 1 from units limit 1";

pub fn list(conn: &mut PgConnection, day: NaiveDate, own: Option<i64>) -> Result<Vec<Unit>> {
    Ok(sql(format!(
        "select u.id, u.label, u.name, u.kind, u.block, u.floor, u.bedrooms, u.area_m2, u.accessible, u.version, \
           u.occupants_min, u.occupants_max, u.votes, coalesce(c.children, 0)::bigint as children, \
           coalesce(o.count, 0) + coalesce(c.children, 0) as occupants, o.people, \
           case when o.people is null then o.last end as vacant_since, coalesce(o.own, false) as is_own \
         from units u left join ( \
           select o.unit_id, count(*) filter (where o.during @> $1 and o.relation <> 'guest') as count, string_agg(m.name, ', ' order by m.sort_name, m.id) filter (where o.during @> $1) as people, \
             max(upper(o.during)) filter (where upper(o.during) <= $1) as last, \
             bool_or(o.member_id = $2 and o.during @> $1) as own \
           from occupancies o join members m on m.id = o.member_id group by o.unit_id) o on o.unit_id = u.id \
           left join ({CHILDREN}) c on c.unit_id = u.id \
         order by u.block, u.floor desc nulls last, u.label limit 5000",
    ))
    .bind((day, own))
    .load(conn)?)
}

pub fn unit(conn: &mut PgConnection, id: i64) -> Result<Unit> {
    Ok(sql(
        "select u.*, 0::bigint as children, 0::bigint as occupants, null::text as people, null::date as vacant_since, false as is_own from units u where u.id = $1",
    )
    .bind(id)
    .get_result(conn)?)
}

impl Occupant {
    pub fn lives_there(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| until > day)
    }
}

row! {
    /// Somebody who lives in a unit, or did.
    #[derive(Debug)]
    pub struct Occupant {
        /// The number of this time in this home.
        pub id: i64,
        pub member_id: i64,
        pub name: String,
        pub from: NaiveDate,
        /// The first day on which it was over.
        pub until: Option<NaiveDate>,
        /// Whether they are no member any more.
        pub is_former: bool,
        /// One of `RELATIONS`.
        pub relation: String,
        /// Whether they moved in on the first day; else nobody knows when.
        pub since_known: bool,
    }
}

pub fn occupants(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<Occupant>> {
    Ok(sql("select o.id, m.id as member_id, m.name, lower(o.during) as \"from\", upper(o.during) as until, \
           s.status = 'former' as is_former, o.relation, o.since_known \
         from occupancies o join members m on m.id = o.member_id cross join lateral status_on(m.id, $2) s where o.unit_id = $1 \
         order by lower(o.during) desc, m.sort_name, m.id limit 200")
    .bind((id, day))
    .load(conn)?)
}

pub fn stay(conn: &mut PgConnection, unit: i64, id: i64) -> Result<Occupant> {
    Ok(sql("select o.id, m.id as member_id, m.name, lower(o.during) as \"from\", upper(o.during) as until, false as is_former, \
         o.relation, o.since_known from occupancies o join members m on m.id = o.member_id where o.unit_id = $1 and o.id = $2")
    .bind((unit, id))
    .get_result(conn)?)
}

/// Whether somebody lives in a unit at the time that a stay should have, but for that stay.
pub fn lives_there_besides(conn: &mut PgConnection, unit: i64, but: &Occupant, right: &Stay) -> Result<bool> {
    let found: Count = sql("select count(*) as count from occupancies \
         where unit_id = $1 and member_id = $2 and id <> $3 and during && daterange($4, $5)")
    .bind((unit, but.member_id, but.id, right.from, right.until))
    .get_result(conn)?;
    Ok(found.count > 0)
}

pub fn correct_stay(conn: &mut PgConnection, id: i64, right: &Stay) -> Result<()> {
    sql("update occupancies set during = daterange($2, $3), relation = $4, since_known = true where id = $1")
        .bind((id, right.from, right.until, right.relation))
        .execute(conn)?;
    Ok(())
}

pub fn set_since_known(conn: &mut PgConnection, id: i64, known: bool) -> Result<()> {
    sql("update occupancies set since_known = $2 where id = $1").bind((id, known)).execute(conn)?;
    Ok(())
}

pub fn remove_stay(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("delete from occupancies where id = $1").bind(id).execute(conn)?;
    Ok(())
}

row! {
    struct Since {
        since: Option<NaiveDate>,
    }
}

/// Since when somebody lives in a unit whose end is not known; `None` when they do not.
pub fn lives_there_since(conn: &mut PgConnection, unit: i64, member: i64) -> Result<Option<NaiveDate>> {
    let row: Since = sql(
        "select max(lower(during)) as since from occupancies where unit_id = $1 and member_id = $2 and upper(during) is null",
    )
    .bind((unit, member))
    .get_result(conn)?;
    Ok(row.since)
}

/// Whether somebody lives in a unit on a day or at any time after it.
pub fn lives_there_after(conn: &mut PgConnection, unit: i64, member: i64, day: NaiveDate) -> Result<bool> {
    let row: Since = sql("select max(lower(during)) as since from occupancies \
         where unit_id = $1 and member_id = $2 and during && daterange($3, null)")
    .bind((unit, member, day))
    .get_result(conn)?;
    Ok(row.since.is_some())
}

pub fn end_occupancy(conn: &mut PgConnection, unit: i64, member: i64, since: NaiveDate, on: NaiveDate) -> Result<()> {
    sql(
        "update occupancies set during = daterange($3, $4) where unit_id = $1 and member_id = $2 and lower(during) = $3",
    )
    .bind((unit, member, since, on))
    .execute(conn)?;
    Ok(())
}

/// The stay of somebody in a unit that began on a day.
pub fn stay_that_began(conn: &mut PgConnection, unit: i64, member: i64, from: NaiveDate) -> Result<Option<i64>> {
    let began = diesel::dsl::sql::<Bool>("lower(during) = ").bind::<Date, _>(from);
    let stays = occupancies::table.filter(occupancies::unit_id.eq(unit).and(occupancies::member_id.eq(member)));
    Ok(stays.filter(began).select(occupancies::id).first(conn).optional()?)
}

pub fn labelled(conn: &mut PgConnection, label: &str) -> Result<Option<i64>> {
    use diesel::dsl::sql;
    let same = sql::<Bool>("folded(name) = folded(").bind::<Text, _>(label).sql(")");
    Ok(units::table.filter(same).order(units::id).select(units::id).first(conn).optional()?)
}

pub fn options(conn: &mut PgConnection) -> Result<Vec<(i64, String)>> {
    Ok(units::table
        .order((units::block, units::floor, units::label))
        .limit(5_000)
        .select((units::id, units::name))
        .load(conn)?)
}

row! {
    struct Named {
        id: i64,
        name: String,
    }
}

pub fn of_member(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    let rows: Vec<Named> = sql("select u.id, u.name from occupancies o join units u on u.id = o.unit_id \
         where o.member_id = $1 and o.during @> $2 order by u.name limit 50")
    .bind((member, day))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

row! {
    struct LivesIn {
        member_id: i64,
        unit_id: i64,
        votes: i32,
    }
}

pub fn homes_on(conn: &mut PgConnection, day: NaiveDate) -> Result<HashMap<i64, (i64, i32)>> {
    let rows: Vec<LivesIn> = sql("select distinct on (o.member_id) o.member_id, o.unit_id, u.votes \
         from occupancies o join units u on u.id = o.unit_id where o.during @> $1 and o.relation <> 'guest' \
         order by o.member_id, lower(o.during), o.unit_id limit 100000")
    .bind(day)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.member_id, (row.unit_id, row.votes))).collect())
}
