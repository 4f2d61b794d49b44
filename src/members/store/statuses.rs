//! The queries of the ledger of statuses.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::members::Status;
use crate::members::rules::rights::Limits;
use crate::members::rules::statuses as rules;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::{member_statuses, members};

/// Suspensions whose end was written ahead, and so of leaves.
pub const SUSPENSIONS_END: &str = "select m.id, m.name as title_en, m.name as title_fr, p.since as due_on from member_statuses p \
   join members m on m.id = p.member_id where p.planned and p.since > {today} and p.since <= {today} + 400 \
     and (select s.status = 'suspended' from status_on(m.id, p.since - 1) s)";
pub const LEAVES_END: &str = "select m.id, m.name as title_en, m.name as title_fr, p.since as due_on from member_statuses p \
   join members m on m.id = p.member_id where p.planned and p.since > {today} and p.since <= {today} + 400 \
     and (select s.status = 'on_leave' from status_on(m.id, p.since - 1) s)";
/// Auxiliary members whose time ends: by what was written ahead, or else by the rules.
pub const AUXILIARIES_END: &str = "select m.id, m.name as title_en, m.name as title_fr, \
     coalesce(p.since, (s.since + make_interval(months => r.auxiliary_months_max))::date) as due_on \
   from rule_profiles r cross join members m cross join lateral status_on(m.id, {today}) s \
   left join lateral (select min(t.since) as since from member_statuses t where t.member_id = m.id and t.planned and t.since > {today}) p on true \
   where s.status = 'auxiliary' and s.since is not null and r.auxiliary_months_max > 0";

row! {
    /// An entry of the ledger as the office reads it.
    #[derive(Debug, Clone)]
    pub struct Step {
        pub since: NaiveDate,
        pub status: String,
        pub reason: String,
        pub planned: bool,
        /// Who entered it, where somebody did.
        pub entered_by: Option<String>,
        pub entered_at: Option<DateTime<Utc>>,
        pub corrected_by: Option<String>,
        pub corrected_at: Option<DateTime<Utc>>,
    }
}

row! {
    /// A former member who still has a name.
    #[derive(Debug)]
    pub struct Gone {
        pub id: i64,
        pub name: String,
        pub left_on: NaiveDate,
    }
}

/// Whoever bears a number for a name was erased.
pub fn gone_for(conn: &mut PgConnection, months: i32, today: NaiveDate, limit: i64) -> Result<Vec<Gone>> {
    Ok(sql("select m.id, m.name, f.since as left_on from members m cross join lateral status_on(m.id, $1) f \
         where f.status = 'former' and f.since + make_interval(months => $2) <= $1 \
           and not (m.given_name = '' and m.family_name = m.number) order by f.since, m.id limit $3")
    .bind((today, months, limit))
    .load(conn)?)
}

pub fn statuses(conn: &mut PgConnection, id: i64) -> Result<Vec<Step>> {
    Ok(sql("select s.since, s.status, s.reason, s.planned, a.name as entered_by, s.entered_at, \
           c.name as corrected_by, s.corrected_at from member_statuses s left join account_holders a on a.id = s.account_id \
           left join account_holders c on c.id = s.corrected_by where s.member_id = $1 order by s.since desc limit 200")
    .bind(id)
    .load(conn)?)
}

/// The ledger, oldest first. Two changes of one member wait for each other.
pub fn locked_ledger(conn: &mut PgConnection, id: i64) -> Result<Vec<rules::Step>> {
    members::table.find(id).select(members::id).for_update().first::<i64>(conn)?;
    let rows: Vec<(NaiveDate, String, bool)> = member_statuses::table
        .filter(member_statuses::member_id.eq(id))
        .order(member_statuses::since)
        .limit(1_000)
        .select((member_statuses::since, member_statuses::status, member_statuses::planned))
        .load(conn)?;
    let step = |(since, word, planned): (NaiveDate, String, bool)| {
        Some(rules::Step { since, status: Status::parse(&word)?, planned })
    };
    Ok(rows.into_iter().filter_map(step).collect())
}

row! {
    /// An entry of the ledger as it stands, with everything that is known of how it came.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    pub struct Entry {
        pub since: NaiveDate,
        pub status: String,
        reason: String,
        planned: bool,
        account_id: Option<i64>,
        entered_at: Option<DateTime<Utc>>,
        corrected_by: Option<i64>,
        corrected_at: Option<DateTime<Utc>>,
    }
}

/// The whole ledger, oldest first.
pub fn entries(conn: &mut PgConnection, id: i64) -> Result<Vec<Entry>> {
    Ok(sql("select since, status, reason, planned, account_id, entered_at, corrected_by, corrected_at from member_statuses \
         where member_id = $1 order by since limit 1000")
    .bind(id)
    .load(conn)?)
}

/// Puts an entry back as it was.
pub fn put_entry(conn: &mut PgConnection, id: i64, entry: &Entry) -> Result<()> {
    sql("insert into member_statuses (member_id, since, status, reason, planned, account_id, entered_at, corrected_by, corrected_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
    .bind((id, entry.since, entry.status.as_str(), entry.reason.as_str()))
    .bind((entry.planned, entry.account_id, entry.entered_at, entry.corrected_by, entry.corrected_at))
    .execute(conn)?;
    Ok(())
}

/// Writes an entry; a second one on the same day takes the place of the first.
pub fn put_step(
    conn: &mut PgConnection,
    member: i64,
    step: &rules::Step,
    reason: &str,
    account: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    sql("insert into member_statuses (member_id, since, status, reason, planned, account_id, entered_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (coop_id, member_id, since) do update \
         set status = excluded.status, reason = excluded.reason, planned = excluded.planned, \
           account_id = excluded.account_id, entered_at = excluded.entered_at")
    .bind((member, step.since, step.status.word(), reason, step.planned, account, now))
    .execute(conn)?;
    Ok(())
}

pub fn remove_step(conn: &mut PgConnection, member: i64, since: NaiveDate) -> Result<()> {
    diesel::delete(member_statuses::table)
        .filter(member_statuses::member_id.eq(member).and(member_statuses::since.eq(since)))
        .execute(conn)?;
    Ok(())
}

/// Puts what is right in the place of a wrong entry; who entered it first stays. Who corrected it, and when, is added.
pub fn correct_step(
    conn: &mut PgConnection,
    member: i64,
    wrong: NaiveDate,
    right: &rules::Step,
    reason: &str,
    by: (Option<i64>, DateTime<Utc>),
) -> Result<()> {
    diesel::update(member_statuses::table)
        .filter(member_statuses::member_id.eq(member).and(member_statuses::since.eq(wrong)))
        .set((
            member_statuses::since.eq(right.since),
            member_statuses::status.eq(right.status.word()),
            member_statuses::planned.eq(false),
            member_statuses::reason.eq(reason),
            member_statuses::corrected_by.eq(by.0),
            member_statuses::corrected_at.eq(by.1),
        ))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Was {
        was: bool,
    }
}

/// Whether somebody lived in a home or sat on a committee before a day.
pub fn was_here_before(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<bool> {
    let found: Was = sql("select exists (select from occupancies where member_id = $1 and lower(during) < $2) \
         or exists (select from seats where member_id = $1 and lower(during) < $2) as was")
    .bind((id, day))
    .get_result(conn)?;
    Ok(found.was)
}

/// All statuses of a member with the day from which each holds, oldest first.
pub fn ledger(conn: &mut PgConnection, id: i64) -> Result<Vec<(NaiveDate, String)>> {
    Ok(member_statuses::table
        .filter(member_statuses::member_id.eq(id))
        .order(member_statuses::since)
        .limit(1_000)
        .select((member_statuses::since, member_statuses::status))
        .load(conn)?)
}

/// The first status began on the day of joining: it moves with that day. False when another status began before it.
pub fn move_first_status(conn: &mut PgConnection, id: i64, before: NaiveDate, after: NaiveDate) -> Result<bool> {
    let others = member_statuses::table.filter(
        member_statuses::member_id.eq(id).and(member_statuses::since.ne(before)).and(member_statuses::since.le(after)),
    );
    if diesel::select(diesel::dsl::exists(others)).get_result(conn)? {
        return Ok(false);
    }
    let first = member_statuses::table.filter(member_statuses::member_id.eq(id).and(member_statuses::since.eq(before)));
    diesel::update(first).set(member_statuses::since.eq(after)).execute(conn)?;
    Ok(true)
}

row! {
    /// A member whose statuses are not those of the latest event that told them.
    pub struct Otherwise {
        pub id: i64,
        pub event: Option<i64>,
        pub told: Option<Value>,
        pub found: Option<Value>,
    }
}

pub fn otherwise_than_told(conn: &mut PgConnection) -> Result<Vec<Otherwise>> {
    Ok(sql("select id, t.event, t.ledger as told, f.ledger as found from \
           (select distinct on (e.subject_id) e.subject_id as id, e.id as event, e.detail -> 'ledger' as ledger from events e \
             where e.subject_kind = 'member' and e.detail -> 'ledger' is not null order by e.subject_id, e.id desc) t \
         full join (select s.member_id as id, jsonb_agg(jsonb_build_object('from', s.since, 'status', s.status) order by s.since) as ledger \
           from member_statuses s group by 1) f using (id) \
         where t.ledger is distinct from f.ledger order by id limit 1000")
    .load(conn)?)
}

row! {
    struct StandingOn {
        id: i64,
        status: String,
        status_then: String,
        owes: bool,
        auxiliary_months_max: i32,
        auxiliary_may_vote: bool,
        suspended_may_vote: bool,
        arrears_bars_vote: bool,
        arrears_bars_office: bool,
    }
}

/// How somebody stands on one day, and stood on another, by the rules of today.
pub struct Stood {
    pub id: i64,
    pub status: Status,
    pub then: Status,
    pub owes: bool,
    pub limits: Limits,
}

/// Everybody who is more than an applicant on a day and not a former member, with what they were on another day.
pub fn standings(conn: &mut PgConnection, day: NaiveDate, then: NaiveDate) -> Result<Vec<Stood>> {
    let rows: Vec<StandingOn> = sql("select m.id, s.status, t.status as status_then, \
           exists (select from arrears a where a.member_id = m.id) as owes, p.auxiliary_months_max, p.auxiliary_may_vote, \
           p.suspended_may_vote, p.arrears_bars_vote, p.arrears_bars_office \
         from members m cross join lateral status_on(m.id, $1) s cross join lateral status_on(m.id, $2) t cross join rule_profiles p \
         where s.status not in ('applicant', 'former') order by m.id limit 100000")
    .bind((day, then))
    .load(conn)?;
    let stood = |row: StandingOn| {
        let limits = Limits {
            auxiliary_months_max: row.auxiliary_months_max,
            auxiliary_may_vote: row.auxiliary_may_vote,
            suspended_may_vote: row.suspended_may_vote,
            arrears_bars_vote: row.arrears_bars_vote,
            arrears_bars_office: row.arrears_bars_office,
        };
        let (status, then) = (Status::parse(&row.status)?, Status::parse(&row.status_then)?);
        Some(Stood { id: row.id, status, then, owes: row.owes, limits })
    };
    Ok(rows.into_iter().filter_map(stood).collect())
}
