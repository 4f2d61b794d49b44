//! The queries of the API. Each list is one query; what belongs to a row comes with it as JSON.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::members::{Contact, Look, Member, Register};
use super::polls::{Poll, Rule};
use super::tasks::Task;
use super::units::Unit;
use crate::members::{SeenBy, Sight};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::submissions;

/// What the query itself wrote as JSON.
fn read<T: DeserializeOwned>(json: Value) -> Result<T> {
    Ok(serde_json::from_value(json).map_err(anyhow::Error::new)?)
}

// ---- members ----

row! {
    struct MemberRow {
        id: i64,
        name: String,
        status: String,
        email: Option<String>,
        phone: Option<String>,
        email_seen_by: String,
        phone_seen_by: String,
        together: bool,
        number: String,
        joined_on: NaiveDate,
        language: String,
        units: Value,
        committees: Value,
    }
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
    .bind((look.today, after, id, look.sight.sees_status(), look.own, limit))
    .load(conn)?;
    rows.into_iter().map(|row| row.seen_by(look)).collect()
}

// ---- units ----

row! {
    struct UnitRow {
        id: i64,
        label: String,
        kind: String,
        block: String,
        floor: Option<i32>,
        bedrooms: Option<i32>,
        area_m2: Option<i32>,
        accessible: bool,
        members: Value,
    }
}

/// Units behind the id `after`, or the one of this id, with who lives there on `day`.
pub fn units(conn: &mut PgConnection, day: NaiveDate, id: Option<i64>, after: i64, limit: i64) -> Result<Vec<Unit>> {
    let rows: Vec<UnitRow> = sql(
        "select u.id, u.label, u.kind, u.block, u.floor, u.bedrooms, u.area_m2, u.accessible, \
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.sort_name) \
             from occupancies o join members m on m.id = o.member_id where o.unit_id = u.id and o.during @> $1), '[]') as members \
         from units u where u.id > $2 and ($3 is null or u.id = $3) order by u.id limit $4",
    )
    .bind((day, after, id, limit))
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

row! {
    struct TaskRow {
        id: i64,
        title: String,
        details: String,
        status: String,
        due_on: Option<NaiveDate>,
        member: Value,
        unit: Value,
        committee: Value,
        credit_minutes: i32,
        outcome: String,
        done_at: Option<DateTime<Utc>>,
        created_at: DateTime<Utc>,
    }
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
    .bind((after, id, limit))
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

row! {
    struct PollRow {
        id: i64,
        title_en: String,
        title_fr: String,
        details_en: String,
        details_fr: String,
        status: String,
        special: bool,
        majority_num: i32,
        majority_den: i32,
        abstentions_count: bool,
        quorum_percent: i32,
        opens_at: DateTime<Utc>,
        closes_at: DateTime<Utc>,
        roll_size: Option<i32>,
        turnout: Option<i64>,
        result: Value,
    }
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
    .bind((after, id, limit))
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
