//! The queries of the API. Each list is one query; what belongs to a row comes with it as JSON.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Date, Integer, Jsonb, Nullable, Text, Timestamptz};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::members::{Contact, Look, Member, Register};
use super::polls::{Poll, Rule};
use super::tasks::Task;
use super::units::Unit;
use crate::members::{SeenBy, Sight};
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::schema::submissions;

/// What the query itself wrote as JSON.
fn read<T: DeserializeOwned>(json: Value) -> Result<T> {
    Ok(serde_json::from_value(json).map_err(anyhow::Error::new)?)
}

// ---- members ----

#[derive(QueryableByName)]
struct MemberRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    status: String,
    #[diesel(sql_type = Nullable<Text>)]
    email: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    phone: Option<String>,
    #[diesel(sql_type = Text)]
    email_seen_by: String,
    #[diesel(sql_type = Text)]
    phone_seen_by: String,
    #[diesel(sql_type = Bool)]
    together: bool,
    #[diesel(sql_type = Text)]
    number: String,
    #[diesel(sql_type = Date)]
    joined_on: NaiveDate,
    #[diesel(sql_type = Text)]
    language: String,
    #[diesel(sql_type = Jsonb)]
    units: Value,
    #[diesel(sql_type = Jsonb)]
    committees: Value,
}

impl MemberRow {
    fn seen_by(self, look: Look) -> Result<Member> {
        let (sight, own) = (look.sight, look.own == Some(self.id));
        let sees = |word: &str| own || sight.sees(SeenBy::read(word), self.together);
        let contact = (own || sight != Sight::NoContact).then_some(Contact {
            email: self.email.filter(|_| sees(&self.email_seen_by)),
            phone: self.phone.filter(|_| sees(&self.phone_seen_by)),
        });
        let status = (own || sight.sees_status()).then_some(self.status);
        let register = (sight == Sight::Everything).then_some(Register {
            number: self.number,
            joined_on: self.joined_on,
            language: self.language,
            email_seen_by: self.email_seen_by,
            phone_seen_by: self.phone_seen_by,
        });
        let (units, committees) = (read(self.units)?, read(self.committees)?);
        Ok(Member { id: self.id, name: self.name, status, units, committees, contact, register })
    }
}

/// Members behind the id `after`, or the one of this id, as whoever looks may see them.
pub fn members(conn: &mut PgConnection, look: Look, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Member>> {
    let rows: Vec<MemberRow> = sql(
        "select m.id, m.name, s.status, m.email, m.phone, m.email_seen_by, m.phone_seen_by, m.number, m.joined_on, m.language, \
           exists (select from seats a join seats b on b.committee_id = a.committee_id where a.member_id = m.id \
             and b.member_id = $5 and a.during @> $1 and b.during @> $1) as together, \
           coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'label', u.label) order by u.label) \
             from occupancies o join units u on u.id = o.unit_id where o.member_id = m.id and o.during @> $1), '[]') as units, \
           coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) order by c.name_en) \
             from seats t join committees c on c.id = t.committee_id where t.member_id = m.id and t.during @> $1), '[]') as committees \
         from members m cross join lateral (select coalesce((select h.status from member_statuses h \
           where h.member_id = m.id and h.since <= $1 order by h.since desc limit 1), 'applicant') as status) s \
         where m.id > $2 and ($3 is null or m.id = $3) \
           and ($4 or m.id = $5 or s.status <> 'former') order by m.id limit $6",
    )
    .bind::<Date, _>(look.today)
    .bind::<BigInt, _>(after)
    .bind::<Nullable<BigInt>, _>(id)
    .bind::<Bool, _>(look.sight.sees_status())
    .bind::<Nullable<BigInt>, _>(look.own)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    rows.into_iter().map(|row| row.seen_by(look)).collect()
}

// ---- units ----

#[derive(QueryableByName)]
struct UnitRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    label: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    block: String,
    #[diesel(sql_type = Nullable<Integer>)]
    floor: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    bedrooms: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    area_m2: Option<i32>,
    #[diesel(sql_type = Bool)]
    accessible: bool,
    #[diesel(sql_type = Jsonb)]
    members: Value,
}

/// Units behind the id `after`, or the one of this id, with who lives there on `day`.
pub fn units(conn: &mut PgConnection, day: NaiveDate, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Unit>> {
    let rows: Vec<UnitRow> = sql(
        "select u.id, u.label, u.kind, u.block, u.floor, u.bedrooms, u.area_m2, u.accessible, \
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.sort_name) \
             from occupancies o join members m on m.id = o.member_id where o.unit_id = u.id and o.during @> $1), '[]') as members \
         from units u where u.id > $2 and ($3 is null or u.id = $3) order by u.id limit $4",
    )
    .bind::<Date, _>(day)
    .bind::<BigInt, _>(after)
    .bind::<Nullable<BigInt>, _>(id)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    rows.into_iter()
        .map(|row| {
            Ok(Unit {
                id: row.id,
                label: row.label,
                kind: row.kind,
                block: row.block,
                floor: row.floor,
                bedrooms: row.bedrooms,
                area_m2: row.area_m2,
                accessible: row.accessible,
                members: read(row.members)?,
            })
        })
        .collect()
}

// ---- tasks ----

#[derive(QueryableByName)]
struct TaskRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    details: String,
    #[diesel(sql_type = Text)]
    status: String,
    #[diesel(sql_type = Nullable<Date>)]
    due_on: Option<NaiveDate>,
    #[diesel(sql_type = Jsonb)]
    member: Value,
    #[diesel(sql_type = Jsonb)]
    unit: Value,
    #[diesel(sql_type = Jsonb)]
    committee: Value,
    #[diesel(sql_type = Integer)]
    credit_minutes: i32,
    #[diesel(sql_type = Text)]
    outcome: String,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    done_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Timestamptz)]
    created_at: DateTime<Utc>,
}

/// Tasks behind the id `after`, or the one of this id.
pub fn tasks(conn: &mut PgConnection, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Task>> {
    let rows: Vec<TaskRow> = sql(
        "select t.id, t.title, t.details, t.status, t.due_on, t.credit_minutes, t.outcome, t.done_at, t.created_at, \
           coalesce((select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.id = t.member_id), 'null') as member, \
           coalesce((select jsonb_build_object('id', u.id, 'label', u.label) from units u where u.id = t.unit_id), 'null') as unit, \
           coalesce((select jsonb_build_object('id', c.id, 'name_en', c.name_en, 'name_fr', c.name_fr) \
             from committees c where c.id = t.committee_id), 'null') as committee \
         from tasks t where t.id > $1 and ($2 is null or t.id = $2) order by t.id limit $3",
    )
    .bind::<BigInt, _>(after)
    .bind::<Nullable<BigInt>, _>(id)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    rows.into_iter()
        .map(|row| {
            Ok(Task {
                id: row.id,
                title: row.title,
                details: row.details,
                status: row.status,
                due_on: row.due_on,
                member: read(row.member)?,
                unit: read(row.unit)?,
                committee: read(row.committee)?,
                credit_minutes: row.credit_minutes,
                outcome: row.outcome,
                done_at: row.done_at,
                created_at: row.created_at,
            })
        })
        .collect()
}

// ---- polls ----

#[derive(QueryableByName)]
struct PollRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    title_en: String,
    #[diesel(sql_type = Text)]
    title_fr: String,
    #[diesel(sql_type = Text)]
    details_en: String,
    #[diesel(sql_type = Text)]
    details_fr: String,
    #[diesel(sql_type = Text)]
    status: String,
    #[diesel(sql_type = Bool)]
    special: bool,
    #[diesel(sql_type = Integer)]
    majority_num: i32,
    #[diesel(sql_type = Integer)]
    majority_den: i32,
    #[diesel(sql_type = Bool)]
    abstentions_count: bool,
    #[diesel(sql_type = Integer)]
    quorum_percent: i32,
    #[diesel(sql_type = Timestamptz)]
    opens_at: DateTime<Utc>,
    #[diesel(sql_type = Timestamptz)]
    closes_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Integer>)]
    roll_size: Option<i32>,
    #[diesel(sql_type = Nullable<BigInt>)]
    turnout: Option<i64>,
    #[diesel(sql_type = Jsonb)]
    result: Value,
}

/// Polls behind the id `after`, or the one of this id. The figures of a result leave only when the poll is closed.
pub fn polls(conn: &mut PgConnection, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Poll>> {
    let rows: Vec<PollRow> = sql(
        "select p.id, p.title_en, p.title_fr, p.details_en, p.details_fr, p.status, p.special, p.majority_num, p.majority_den, \
           p.abstentions_count, p.quorum_percent, p.opens_at, p.closes_at, p.roll_size, \
           case when p.roll_size is not null then (select count(*) from open_ballots b where b.poll_id = p.id) end as turnout, \
           coalesce((select jsonb_build_object('number', r.number, 'for', r.for_count, 'against', r.against_count, \
             'abstain', r.abstain_count, 'quorum_needed', r.quorum_needed, 'outcome', r.outcome, 'decided_at', r.decided_at) \
             from results r where r.poll_id = p.id and p.status = 'closed'), 'null') as result \
         from polls p where p.id > $1 and ($2 is null or p.id = $2) order by p.id limit $3",
    )
    .bind::<BigInt, _>(after)
    .bind::<Nullable<BigInt>, _>(id)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    rows.into_iter()
        .map(|row| {
            Ok(Poll {
                id: row.id,
                title_en: row.title_en,
                title_fr: row.title_fr,
                details_en: row.details_en,
                details_fr: row.details_fr,
                status: row.status,
                rule: Rule {
                    special: row.special,
                    majority_num: row.majority_num,
                    majority_den: row.majority_den,
                    abstentions_count: row.abstentions_count,
                    quorum_percent: row.quorum_percent,
                },
                opens_at: row.opens_at,
                closes_at: row.closes_at,
                roll_size: row.roll_size,
                turnout: row.turnout,
                result: read(row.result)?,
            })
        })
        .collect()
}

// ---- requests that were sent before ----

/// Whether this is the first request of its key. Another one at the same moment waits here.
pub fn claim(conn: &mut PgConnection, digest: &[u8], account: Option<i64>, now: DateTime<Utc>) -> Result<bool> {
    let row = (submissions::digest.eq(digest), submissions::account_id.eq(account), submissions::at.eq(now));
    Ok(diesel::insert_into(submissions::table).values(row).on_conflict_do_nothing().execute(conn)? == 1)
}

pub fn outcome(conn: &mut PgConnection, digest: &[u8]) -> Result<Option<Value>> {
    let kept = submissions::table.filter(submissions::digest.eq(digest)).select(submissions::outcome);
    Ok(kept.first::<Option<Value>>(conn).optional()?.flatten())
}

pub fn keep_outcome(conn: &mut PgConnection, digest: &[u8], outcome: &Value) -> Result<()> {
    diesel::update(submissions::table.filter(submissions::digest.eq(digest)))
        .set(submissions::outcome.eq(outcome))
        .execute(conn)?;
    Ok(())
}
