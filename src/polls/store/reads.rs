//! The reading queries of the polls: lists, the register of decisions, who voted, turnout.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};
use crate::polls::rules::count;
use crate::polls::{Choice, Count, Poll, Register, Status, Tally};
use crate::schema::{open_ballots, polls, results};

/// The most rows of a list that has no pages.
const OPEN_MAX: i64 = 100;

row! {
    /// What a member has to do with a vote.
    #[derive(Debug, Clone, Default)]
    pub struct Own {
        pub on_roll: bool,
        pub choice: Option<Choice>,
        pub cast_at: Option<DateTime<Utc>>,
    }
}

/// Under whichever entry they were on the roll when it was taken.
pub fn own(conn: &mut PgConnection, poll: i64, member: i64) -> Result<Own> {
    Ok(sql("select r.member_id is not null as on_roll, b.choice, b.cast_at from (select 1) one \
         left join roll r on r.poll_id = $1 and r.member_id in (select entries_of($2)) \
         left join open_ballots b on b.poll_id = r.poll_id and b.member_id = r.member_id order by b.cast_at limit 1")
    .bind((poll, member))
    .get_result(conn)?)
}

row! {
    /// A vote in the list of those that are open or coming.
    #[derive(Debug, Clone)]
    pub struct Listed {
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub status: Status,
        pub opens_at: DateTime<Utc>,
        pub closes_at: DateTime<Utc>,
        pub roll_size: Option<i32>,
        pub cast: i64,
        pub on_roll: bool,
        pub choice: Option<Choice>,
    }
}

/// Votes that are open or coming, soonest first, with what `member` has to do with them.
pub fn current(conn: &mut PgConnection, member: Option<i64>) -> Result<Vec<Listed>> {
    Ok(sql("select p.id, p.title_en, p.title_fr, p.status, p.opens_at, p.closes_at, p.roll_size, \
           turnout(p.id)::bigint as \"cast\", \
           r.member_id is not null as on_roll, b.choice \
         from polls p left join roll r on r.poll_id = p.id and r.member_id = $1 \
         left join open_ballots b on b.poll_id = p.id and b.member_id = r.member_id \
         where p.status in ('open', 'scheduled') \
         order by case p.status when 'open' then p.closes_at else p.opens_at end, p.id limit $2")
    .bind((member, OPEN_MAX))
    .load(conn)?)
}

/// One entry of the register of decisions, with the rule it was decided by.
#[derive(Debug, Clone)]
pub struct Decision {
    pub poll_id: i64,
    pub number: i32,
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    pub decided_at: DateTime<Utc>,
    /// Everything that was counted.
    pub count: Count,
}

impl Decision {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn details(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.details_en } else { &self.details_fr }
    }

    /// What the register keeps, counted again by the rule that was frozen.
    fn of((poll, register): (Poll, Register)) -> Result<Self> {
        let tally = Tally {
            in_favour: i64::from(register.for_count),
            against: i64::from(register.against_count),
            abstained: i64::from(register.abstain_count),
        };
        Ok(Self {
            poll_id: poll.id,
            number: register.number,
            count: count(poll.rule(), register.roll_size.into(), &tally)?,
            decided_at: register.decided_at,
            title_en: poll.title_en,
            title_fr: poll.title_fr,
            details_en: poll.details_en,
            details_fr: poll.details_fr,
        })
    }
}

pub fn decisions(conn: &mut PgConnection, before: Option<i32>, limit: i64) -> Result<Vec<Decision>> {
    let rows: Vec<(Poll, Register)> = polls::table
        .inner_join(results::table.on(results::poll_id.eq(polls::id)))
        .filter(results::number.lt(before.unwrap_or(i32::MAX)))
        .order(results::number.desc())
        .limit(limit)
        .select((Poll::as_select(), Register::as_select()))
        .load(conn)?;
    rows.into_iter().map(Decision::of).collect()
}

pub fn decision(conn: &mut PgConnection, number: i32) -> Result<Decision> {
    let row: (Poll, Register) = polls::table
        .inner_join(results::table.on(results::poll_id.eq(polls::id)))
        .filter(results::number.eq(number))
        .select((Poll::as_select(), Register::as_select()))
        .first(conn)?;
    Decision::of(row)
}

pub fn decision_of(conn: &mut PgConnection, poll: i64) -> Result<Decision> {
    let row: (Poll, Register) = polls::table
        .inner_join(results::table.on(results::poll_id.eq(polls::id)))
        .filter(polls::id.eq(poll))
        .select((Poll::as_select(), Register::as_select()))
        .first(conn)?;
    Decision::of(row)
}

/// Who voted what, at most `limit`, in the order of the members' ids.
pub fn ballots(conn: &mut PgConnection, poll: i64, limit: i64) -> Result<Vec<(i64, Choice)>> {
    Ok(open_ballots::table
        .filter(open_ballots::poll_id.eq(poll))
        .order(open_ballots::member_id)
        .limit(limit)
        .select((open_ballots::member_id, open_ballots::choice))
        .load(conn)?)
}

row! {
    struct Id {
        id: i64,
    }
}

/// Members on the roll; with `unvoted`, only those whose ballot is missing.
pub fn roll(conn: &mut PgConnection, poll: i64, unvoted: bool) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select r.member_id as id from roll r where r.poll_id = $1 and not ($2 and exists \
         (select from open_ballots b where b.poll_id = r.poll_id and b.member_id = r.member_id)) \
         order by r.member_id limit 100000")
    .bind((poll, unvoted))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

row! {
    /// How many voted in one vote.
    #[derive(Debug, Clone)]
    pub struct Turnout {
        pub poll_id: i64,
        pub number: i32,
        pub title_en: String,
        pub title_fr: String,
        pub closed_on: NaiveDate,
        pub cast: i32,
        pub roll: i32,
        pub quorum_needed: i32,
    }
}

impl Turnout {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }
}

pub fn turnout(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Turnout>> {
    Ok(sql("select * from (select p.id as poll_id, r.number, p.title_en, p.title_fr, \
             co_op_day(r.decided_at) as closed_on, \
             r.for_count + r.against_count + r.abstain_count as \"cast\", r.roll_size as roll, r.quorum_needed \
           from results r join polls p on p.id = r.poll_id) t \
         where closed_on between $1 and $2 order by number limit 1000")
    .bind((from, to))
    .load(conn)?)
}
