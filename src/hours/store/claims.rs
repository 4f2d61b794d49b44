//! The queries of claims.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::hours::claims::{Claim, NewClaim, Status, Step, Taken};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

pub const CLAIMS: &str = "select c.id, c.member_id, m.name as member, c.unit_id, u.name as home, c.kind_id, k.name_en as kind_en, \
    k.name_fr as kind_fr, k.committee_id, c.worked_on, c.minutes, c.done, c.status, c.claimed_at, c.version \
    from hour_claims c join work_kinds k on k.id = c.kind_id join members m on m.id = c.member_id left join units u on u.id = c.unit_id";

/// Claims that somebody who manages hours could answer: not their own.
pub const WAITING: &str = "select c.id from hour_claims c where c.status = 'waiting' and c.member_id is distinct from \
    (select a.member_id from accounts a where a.id = {account})";
/// Claims of the committees that a resident leads.
pub const WAITING_FOR_LEAD: &str = "select c.id from hour_claims c join work_kinds k on k.id = c.kind_id \
    join leads l on l.committee_id = k.committee_id and l.during @> {today} join accounts a on a.member_id = l.member_id \
    where c.status = 'waiting' and a.id = {account} and a.role = 'resident' and c.member_id <> a.member_id";

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Claim> {
    Ok(sql(format!("{CLAIMS} where c.id = $1")).bind(id).get_result(conn)?)
}

/// The claim, and nobody else changes it until this transaction ends.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<Claim> {
    sql("select from hour_claims where id = $1 for update").bind(id).execute(conn)?;
    find(conn, id)
}

pub fn waiting(conn: &mut PgConnection, member: Option<i64>, manages: bool, today: NaiveDate) -> Result<Vec<Claim>> {
    Ok(sql(format!(
        "{CLAIMS} where c.status = 'waiting' and c.member_id is distinct from $1 and ($2 or exists (select from leads l \
           where l.committee_id = k.committee_id and l.member_id = $1 and l.during @> $3)) order by c.worked_on, c.id limit 200"
    ))
    .bind((member, manages, today))
    .load(conn)?)
}

row! {
    struct Id {
        id: i64,
    }
}

/// Who leads a committee on a day.
pub fn leads(conn: &mut PgConnection, committee: i64, day: NaiveDate) -> Result<Vec<i64>> {
    let text =
        "select l.member_id as id from leads l where l.committee_id = $1 and l.during @> $2 order by 1 limit 100";
    let rows: Vec<Id> = sql(text).bind((committee, day)).load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Whether somebody leads any committee whose kinds of work are claimed.
pub fn leads_some(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<bool> {
    let text = "select from leads l where l.member_id = $1 and l.during @> $2 and exists (select from work_kinds k where k.committee_id = l.committee_id)";
    Ok(sql(text).bind((member, day)).execute(conn)? > 0)
}

/// What a member gave, or says so, on a day, but for one claim.
pub fn minutes_on(conn: &mut PgConnection, member: i64, day: NaiveDate, but: Option<i64>) -> Result<i32> {
    row! {
        struct Sum {
            sum: i32,
        }
    }
    let sum: Sum = sql("select (coalesce((select sum(l.minutes) from hour_lines l where l.member_id = $1 and l.worked_on = $2 \
           and l.kind not in ('gift', 'opening')), 0) \
         + coalesce((select sum(c.minutes) from hour_claims c where c.member_id = $1 and c.worked_on = $2 and c.id is distinct from $3 \
           and (c.status in ('waiting', 'returned') or c.status = 'approved' and c.unit_id is not null)), 0))::int as sum")
    .bind((member, day, but))
    .get_result(conn)?;
    Ok(sum.sum)
}

pub fn insert(
    conn: &mut PgConnection,
    member: i64,
    unit: Option<i64>,
    new: &NewClaim,
    minutes: i32,
    now: DateTime<Utc>,
) -> Result<i64> {
    let made: Id = sql("insert into hour_claims (member_id, unit_id, kind_id, worked_on, minutes, done, claimed_at) \
         values ($1, $2, $3, $4, $5, $6, $7) returning id")
    .bind((member, unit, new.kind_id, new.worked_on, minutes, new.done.as_str(), now))
    .get_result(conn)?;
    Ok(made.id)
}

/// Whether it was open and still had this version. What was sent back waits again.
pub fn update(
    conn: &mut PgConnection,
    id: i64,
    version: i32,
    unit: Option<i64>,
    new: &NewClaim,
    minutes: i32,
) -> Result<bool> {
    let changed = sql("update hour_claims set unit_id = $3, kind_id = $4, worked_on = $5, minutes = $6, done = $7, status = 'waiting', \
           version = version + 1 where id = $1 and version = $2 and status in ('waiting', 'returned')")
    .bind((id, version, unit, new.kind_id, new.worked_on, minutes, new.done.as_str()))
    .execute(conn)?;
    Ok(changed == 1)
}

/// Whether it still had this version.
pub fn put(conn: &mut PgConnection, id: i64, version: i32, status: Status) -> Result<bool> {
    let text = "update hour_claims set status = $3, version = version + 1 where id = $1 and version = $2";
    Ok(sql(text).bind((id, version, status)).execute(conn)? == 1)
}

pub fn insert_step(
    conn: &mut PgConnection,
    id: i64,
    step: Step,
    (minutes, says): (i32, &str),
    account: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    sql("insert into hour_claim_steps (claim_id, number, step, minutes, says, at, entered_by) \
         select $1, coalesce(max(s.number), 0) + 1, $2, $3, $4, $5, $6 from hour_claim_steps s where s.claim_id = $1")
    .bind((id, step, minutes, says, now, account))
    .execute(conn)?;
    Ok(())
}

pub fn steps(conn: &mut PgConnection, id: i64) -> Result<Vec<Taken>> {
    Ok(sql("select s.step, s.minutes, s.says, s.at, a.name as by from hour_claim_steps s left join account_holders a on a.id = s.entered_by \
         where s.claim_id = $1 order by s.number limit 500")
    .bind(id)
    .load(conn)?)
}

/// The latest claims of a member.
pub fn of_member(conn: &mut PgConnection, member: i64) -> Result<Vec<Claim>> {
    Ok(sql(format!("{CLAIMS} where c.member_id = $1 order by c.status in ('waiting', 'returned') desc, c.worked_on desc, c.id desc limit 50"))
        .bind(member)
        .load(conn)?)
}

/// The claims of a member behind the id `after`, perhaps only those of one status.
pub fn page(
    conn: &mut PgConnection,
    member: i64,
    status: Option<Status>,
    after: i64,
    limit: i64,
) -> Result<Vec<Claim>> {
    let query = format!(
        "{CLAIMS} where c.member_id = $1 and c.id > $2 and ($3 is null or c.status = $3) order by c.id limit $4"
    );
    Ok(sql(query).bind((member, after, status.map(Status::word), limit)).load(conn)?)
}
