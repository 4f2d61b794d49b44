//! Every query of the polls: setting up, opening, casting, closing. What is only read is in `reads`.

pub mod api;
mod kept;
pub mod merging;
pub mod reads;
pub mod sealed;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Timestamptz};

pub use kept::{HANGING, TABLES};

use super::rules::{Choice, Rule, Tally};
use super::{NewPoll, Poll, Register, Seen, Status};
use crate::platform::error::Result;
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};
use crate::schema::{open_ballots, polls, results};

/// Open votes whose roll a member is on and in which they have not voted.
pub const WAITS: Waits = Waits {
    entry: "polls",
    select: "select 'poll' as kind, p.id, p.title_en, p.title_fr, p.closes_at, \
               co_op_day(p.closes_at) as due_on, null::text as place \
             from roll r join polls p on p.id = r.poll_id and p.status = 'open' where r.member_id = {member} \
               and p.closes_at > clock_timestamp() \
               and not exists (select from open_ballots b where b.poll_id = r.poll_id and b.member_id = r.member_id)",
    on_home: true,
};

pub fn insert(conn: &mut PgConnection, new: &NewPoll, rule: &Rule, account: Option<i64>) -> Result<i64> {
    Ok(diesel::insert_into(polls::table)
        .values((
            polls::title_en.eq(&new.title_en),
            polls::title_fr.eq(&new.title_fr),
            polls::details_en.eq(&new.details_en),
            polls::details_fr.eq(&new.details_fr),
            polls::special.eq(rule.special),
            polls::majority_num.eq(rule.majority_num),
            polls::majority_den.eq(rule.majority_den),
            polls::abstentions_count.eq(rule.abstentions_count),
            polls::quorum_percent.eq(rule.quorum_percent),
            polls::opens_at.eq(new.opens_at),
            polls::closes_at.eq(new.closes_at),
            polls::created_by.eq(account),
        ))
        .returning(polls::id)
        .get_result(conn)?)
}

pub fn update(conn: &mut PgConnection, id: i64, new: &NewPoll, rule: &Rule) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((
            polls::title_en.eq(&new.title_en),
            polls::title_fr.eq(&new.title_fr),
            polls::details_en.eq(&new.details_en),
            polls::details_fr.eq(&new.details_fr),
            polls::special.eq(rule.special),
            polls::majority_num.eq(rule.majority_num),
            polls::majority_den.eq(rule.majority_den),
            polls::opens_at.eq(new.opens_at),
            polls::closes_at.eq(new.closes_at),
            polls::version.eq(polls::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn poll(conn: &mut PgConnection, id: i64) -> Result<Poll> {
    Ok(polls::table.find(id).select(Poll::as_select()).first(conn)?)
}

/// The vote, and nobody else changes it until this transaction ends.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<Poll> {
    Ok(polls::table.find(id).select(Poll::as_select()).for_update().first(conn)?)
}

pub fn set_cancelled(conn: &mut PgConnection, id: i64) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((polls::status.eq(Status::Cancelled), polls::version.eq(polls::version + 1)))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Truth {
        yes: bool,
    }
}

/// Whether a vote waits to be opened, its time has come and is not over, by the database's clock.
pub fn is_due_to_open(conn: &mut PgConnection, id: i64) -> Result<bool> {
    let row: Truth = sql("select exists (select from polls where id = $1 and status = 'scheduled' \
         and opens_at <= clock_timestamp() and closes_at > clock_timestamp()) as yes")
    .bind(id)
    .get_result(conn)?;
    Ok(row.yes)
}

pub fn insert_roll(conn: &mut PgConnection, id: i64, members: &[i64]) -> Result<()> {
    sql("insert into roll (poll_id, member_id) select $1, unnest($2)").bind((id, members)).execute(conn)?;
    Ok(())
}

pub fn set_open(conn: &mut PgConnection, id: i64, rule: &Rule, roll_size: i32, now: DateTime<Utc>) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((
            polls::status.eq(Status::Open),
            polls::roll_size.eq(roll_size),
            polls::opened_at.eq(now),
            polls::majority_num.eq(rule.majority_num),
            polls::majority_den.eq(rule.majority_den),
            polls::abstentions_count.eq(rule.abstentions_count),
            polls::quorum_percent.eq(rule.quorum_percent),
            polls::version.eq(polls::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

// ---- casting and closing ----

/// Names the lock of one vote of this co-op. Voters share it, the count has it alone.
///
/// A lock of the vote's row would do the same, but every voter would write into that row, and a stream of voters could keep
/// the count waiting. This one is in memory and is handed out in the order of asking.
/// In whichever language the words are, the latest first.
pub const SEARCHED: &str = "select p.id, p.title_{lang} as title, '' as fact, co_op_day(p.closes_at) as day from polls p \
   where folded(concat_ws(' ', p.title_en, p.title_fr, p.details_en, p.details_fr)) like all ({words}) \
   order by p.closes_at desc, p.id";
/// Votes whose whole time passed while no server could open them.
pub const MISSED: &str = "select p.id from polls p where p.status = 'scheduled' and p.closes_at <= now()";
/// Open votes that would fail for want of a quorum if they ended now.
pub const SHORT: &str = "select p.id from polls p where p.status = 'open' and p.closes_at > now() \
   and turnout(p.id) * 100 < p.roll_size * p.quorum_percent";
pub const ANY_OPENED: &str = "select 1 from polls where opened_at is not null limit 1";

const LOCK_NAME: &str = "hashtextextended('poll/' || current_coop() || '/' || $1, 0)";

/// Keeps the vote from being closed until this transaction ends. Any number of voters may hold it.
pub fn hold_open(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql(format!("select pg_advisory_xact_lock_shared({LOCK_NAME})")).bind(id).execute(conn)?;
    Ok(())
}

/// Waits for every ballot that is being cast, and keeps others out until this transaction ends.
pub fn hold_closed(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql(format!("select pg_advisory_xact_lock({LOCK_NAME})")).bind(id).execute(conn)?;
    Ok(())
}

row! {
    /// What became of a ballot, while the vote is open.
    pub struct Stored {
        pub title_en: String,
        pub title_fr: String,
        /// Whether it is this member's first ballot; `None` when nothing was stored.
        pub fresh: Option<bool>,
        pub on_roll: bool,
    }
}

/// Stores a ballot if the vote is open by the database's clock. `None` when it is not. An inserted row has no `xmax`. A ballot that says
/// the same stays as it is, and so does one that was not cast when whoever changes it last saw.
pub fn cast(conn: &mut PgConnection, id: i64, member: i64, choice: Choice, seen: Seen) -> Result<Option<Stored>> {
    let (asked, seen) = match seen {
        Seen::Unsaid => (false, None),
        Seen::At(at) => (true, at),
    };
    Ok(sql(
        "with open as materialized (select id, title_en, title_fr from polls \
           where id = $1 and status = 'open' and clock_timestamp() < closes_at), \
         stored as (insert into open_ballots as b (poll_id, member_id, choice, cast_at) \
           select r.poll_id, r.member_id, $3, clock_timestamp() \
           from open join roll r on r.poll_id = open.id and r.member_id = $2 \
           on conflict (coop_id, poll_id, member_id) do update set choice = excluded.choice, cast_at = excluded.cast_at \
             where b.choice <> excluded.choice and (not $4 or b.cast_at is not distinct from $5) \
           returning b.xmax = 0 as fresh) \
         select title_en, title_fr, (select fresh from stored) as fresh, \
           exists (select from roll where poll_id = $1 and member_id = $2) as on_roll from open",
    )
    .bind((id, member, choice, asked, seen))
    .get_result(conn)
    .optional()?)
}

/// Whether the member's ballot says this. Asked in a statement of its own: the one that could not store a ballot may have waited for
/// another that it cannot see, since a statement sees what was committed when it began.
pub fn says(conn: &mut PgConnection, id: i64, member: i64, choice: Choice) -> Result<bool> {
    let said = open_ballots::table.find((id, member)).filter(open_ballots::choice.eq(choice));
    Ok(diesel::select(diesel::dsl::exists(said)).get_result(conn)?)
}

row! {
    struct Part {
        choice: Choice,
        ballots: i64,
    }
}

pub fn tally(conn: &mut PgConnection, id: i64) -> Result<Tally> {
    let parts: Vec<Part> =
        sql("select choice, count(*) as ballots from open_ballots where poll_id = $1 group by choice")
            .bind(id)
            .load(conn)?;
    let of = |choice: Choice| parts.iter().find(|part| part.choice == choice).map_or(0, |part| part.ballots);
    Ok(Tally { in_favour: of(Choice::For), against: of(Choice::Against), abstained: of(Choice::Abstain) })
}

pub fn set_closed(conn: &mut PgConnection, id: i64, at: DateTime<Utc>) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((polls::status.eq(Status::Closed), polls::closed_at.eq(at), polls::version.eq(polls::version + 1)))
        .execute(conn)?;
    Ok(())
}

/// The next number of the register. Two votes that close at once wait for each other.
pub fn next_number(conn: &mut PgConnection) -> Result<i32> {
    row! {
        struct Next {
            number: i32,
        }
    }
    sql("select pg_advisory_xact_lock(73, current_coop()::int)").execute(conn)?;
    let next: Next = sql("select coalesce(max(number), 0) + 1 as number from results").get_result(conn)?;
    Ok(next.number)
}

pub fn insert_result(conn: &mut PgConnection, register: &Register) -> Result<()> {
    diesel::insert_into(results::table).values(register).execute(conn)?;
    Ok(())
}

// ---- reminding ----

/// Open votes that close before `until`, have been open for half their time, and nobody was reminded of yet. Marks them.
pub fn take_unreminded(conn: &mut PgConnection, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<Poll>> {
    use diesel::dsl::sql;
    Ok(diesel::update(
        polls::table.filter(
            polls::status
                .eq(Status::Open)
                .and(polls::closes_at.gt(now))
                .and(polls::closes_at.le(until))
                .and(polls::reminded_at.is_null())
                .and(sql::<Bool>("opened_at + (closes_at - opened_at) / 2 <= ").bind::<Timestamptz, _>(now)),
        ),
    )
    .set(polls::reminded_at.eq(now))
    .returning(Poll::as_returning())
    .get_results(conn)?)
}
