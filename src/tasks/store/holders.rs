//! The queries of who has a task and who did it.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::{committees, members, units};
use crate::tasks::rules::Holder;

/// A holder as three columns, of which one is set.
fn columns(holder: Holder) -> (Option<i64>, Option<i64>, Option<i64>) {
    let id = |kind: &str| (holder.kind() == kind).then(|| holder.id());
    (id("member"), id("unit"), id("committee"))
}

/// The row of one holder of a task ($1): $2, $3 and $4 say who.
const OF_ONE: &str = "task_id = $1 and (member_id = $2 or unit_id = $3 or committee_id = $4)";

/// The name of a person, a home or a committee, if there is such a one.
pub fn holder_name(conn: &mut PgConnection, holder: Holder) -> Result<Option<String>> {
    Ok(match holder {
        Holder::Member(id) => members::table.find(id).select(members::name).first(conn).optional()?,
        Holder::Unit(id) => units::table.find(id).select(units::name).first(conn).optional()?,
        Holder::Committee(id) => {
            let open = committees::table.find(id).filter(committees::closed_on.is_null());
            open.select(committees::name_en).first(conn).optional()?
        }
    })
}

/// Somebody has a task, or waits for it, from now on.
pub fn hold(
    conn: &mut PgConnection,
    task: i64,
    holder: Holder,
    (taken, waits): (bool, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let (member, unit, committee) = columns(holder);
    sql(format!("delete from task_holders where {OF_ONE}")).bind((task, member, unit, committee)).execute(conn)?;
    sql("insert into task_holders (task_id, member_id, unit_id, committee_id, taken, waits, since) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind((task, member, unit, committee, taken, waits, now))
        .execute(conn)?;
    sql("delete from task_holders where task_id = $1 and has_left").bind(task).execute(conn)?;
    Ok(())
}

/// Whoever waited has a place.
pub fn move_up(conn: &mut PgConnection, task: i64, holder: Holder) -> Result<()> {
    let (member, unit, committee) = columns(holder);
    sql(format!("update task_holders set waits = false where {OF_ONE}"))
        .bind((task, member, unit, committee))
        .execute(conn)?;
    Ok(())
}

/// Somebody has a task no longer. Whether they had it, and did not only wait for it.
pub fn let_go(conn: &mut PgConnection, task: i64, holder: Holder) -> Result<bool> {
    row! {
        struct Gone {
            waits: bool,
        }
    }
    let (member, unit, committee) = columns(holder);
    let gone: Option<Gone> = sql(format!("delete from task_holders where {OF_ONE} returning waits"))
        .bind((task, member, unit, committee))
        .get_result(conn)
        .optional()?;
    Ok(gone.is_some_and(|gone| !gone.waits))
}

/// How many open tasks somebody has that they took themselves, of those that are a concern of the day.
pub fn claims(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<i64> {
    row! {
        struct Counted {
            count: i64,
        }
    }
    let counted: Counted = sql("select count(*) from task_holders h join tasks t on t.id = h.task_id \
         where h.member_id = $1 and h.taken and not h.has_left and t.places is null and t.status in ('todo', 'doing', 'waiting') \
           and (t.starts_on is null or t.starts_on <= $2)")
    .bind((member, today))
    .get_result(conn)?;
    Ok(counted.count)
}

/// The members who have a task on a day: themselves, with their household, with their committee.
pub fn people(conn: &mut PgConnection, task: i64, day: NaiveDate) -> Result<Vec<i64>> {
    row! {
        struct Person {
            member_id: i64,
        }
    }
    let all: Vec<Person> = sql("select h.member_id from task_holders h where h.task_id = $1 and not h.waits and not h.has_left \
           and h.member_id is not null \
         union select o.member_id from task_holders h join occupancies o on o.unit_id = h.unit_id and o.during @> $2 where h.task_id = $1 \
         union select s.member_id from task_holders h join seats s on s.committee_id = h.committee_id and s.during @> $2 where h.task_id = $1 \
         order by 1 limit 1000")
    .bind((task, day))
    .load(conn)?;
    Ok(all.into_iter().map(|person| person.member_id).collect())
}

/// The members whom a holder stands for on a day.
pub fn people_of(conn: &mut PgConnection, holder: Holder, day: NaiveDate) -> Result<Vec<i64>> {
    use crate::schema::{occupancies, seats};
    Ok(match holder {
        Holder::Member(id) => vec![id],
        Holder::Unit(id) => {
            let here = occupancies::table.filter(occupancies::unit_id.eq(id).and(occupancies::during.contains(day)));
            here.order(occupancies::member_id).limit(1_000).select(occupancies::member_id).load(conn)?
        }
        Holder::Committee(id) => {
            let here = seats::table.filter(seats::committee_id.eq(id).and(seats::during.contains(day)));
            here.order(seats::member_id).limit(1_000).select(seats::member_id).load(conn)?
        }
    })
}

/// The leads of a task's committee on a day, and the member who wrote it.
pub fn answerable(conn: &mut PgConnection, task: i64, day: NaiveDate) -> Result<Vec<i64>> {
    row! {
        struct Person {
            member_id: i64,
        }
    }
    let all: Vec<Person> = sql("select l.member_id from tasks t join leads l on l.committee_id = t.committee_id and l.during @> $2 where t.id = $1 \
         union select a.member_id from tasks t join accounts a on a.id = t.created_by where t.id = $1 and a.member_id is not null \
         order by 1 limit 1000")
    .bind((task, day))
    .load(conn)?;
    Ok(all.into_iter().map(|person| person.member_id).collect())
}

// ---- who did it ----

/// Notes who did a task.
pub fn note_doers(conn: &mut PgConnection, task: i64, doers: &[Holder]) -> Result<()> {
    for doer in doers {
        let (member, unit, _) = columns(*doer);
        sql("insert into task_doers (task_id, member_id, unit_id) values ($1, $2, $3) on conflict do nothing")
            .bind((task, member, unit))
            .execute(conn)?;
    }
    Ok(())
}

/// Who did a task.
pub fn doers(conn: &mut PgConnection, task: i64) -> Result<Vec<Holder>> {
    let all: Vec<Did> = sql("select member_id, unit_id from task_doers where task_id = $1 order by id limit 1000")
        .bind(task)
        .load(conn)?;
    Ok(all.into_iter().filter_map(Did::holder).collect())
}

row! {
    struct Did {
        member_id: Option<i64>,
        unit_id: Option<i64>,
    }
}

impl Did {
    fn holder(self) -> Option<Holder> {
        self.member_id.map(Holder::Member).or(self.unit_id.map(Holder::Unit))
    }
}

/// Nobody did it after all. Who was said to have.
pub fn take_doers(conn: &mut PgConnection, task: i64) -> Result<Vec<Holder>> {
    let all: Vec<Did> =
        sql("delete from task_doers where task_id = $1 returning member_id, unit_id").bind(task).load(conn)?;
    Ok(all.into_iter().filter_map(Did::holder).collect())
}

/// Whether a member is one of those who did a task: themselves, or with the home that did.
pub fn did_it(conn: &mut PgConnection, task: i64, member: i64, day: NaiveDate) -> Result<bool> {
    row! {
        struct Did {
            did: bool,
        }
    }
    let found: Did =
        sql("select exists (select from task_doers d where d.task_id = $1 and (d.member_id = $2 or d.unit_id in \
         (select o.unit_id from occupancies o where o.member_id = $2 and o.during @> $3))) as did")
        .bind((task, member, day))
        .get_result(conn)?;
    Ok(found.did)
}
