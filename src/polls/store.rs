//! Every query of the polls: setting up, opening, casting, closing. What is only read is in `reads`.

pub mod api;
pub mod appeals;
pub mod ballot_box;
pub mod booths;
pub mod bundle;
pub mod corrections;
mod dated;
pub mod guests;
mod kept;
pub mod meeting;
pub mod merging;
pub mod participation;
pub mod proxies;
pub mod questions;
pub mod reads;
pub mod roll;
pub mod sealed;
pub mod templates;
pub mod urns;
pub mod versions;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

pub use dated::{DATED, MISSED};
pub use kept::{ROLLS, TABLES};
pub use questions::{
    Asked, Calls, Entire, QUESTIONS, draw_places, entire, freeze_questions, questions, set_questions, touch, whole,
    with_files,
};

use super::calling;
use super::paper::QUESTIONS_MAX;
use super::rules::Pile;
use super::{HOME_HAS_VOTED, NewPoll, Poll, Register, Seen, Status};
use crate::coops::{QuorumOf, RuleProfile};
use crate::platform::error::{Error, Result};
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};
use crate::schema::{open_ballots, polls, results};

/// Open votes whose roll a member is on and in which they have not voted.
pub const WAITS: Waits = Waits {
    entry: "polls",
    select: "select 'poll' as kind, p.id, p.title_en, p.title_fr, case when p.meeting_id is null then p.closes_at end as closes_at, \
               co_op_day(case when p.meeting_id is null then p.closes_at else p.opened_at end) as due_on, null::text as place \
             from roll r join polls p on p.id = r.poll_id and p.status = 'open' where r.member_id = {member} \
               and p.closes_at > clock_timestamp() \
               and not has_voted(r.poll_id, r.member_id)",
    on_home: true,
};

/// A draft. `second_call_of` is the vote that it calls again, if it does.
pub fn insert(
    conn: &mut PgConnection,
    new: &NewPoll,
    profile: &RuleProfile,
    account: Option<i64>,
    second_call_of: Option<i64>,
) -> Result<i64> {
    Ok(diesel::insert_into(polls::table)
        .values((
            polls::title_en.eq(&new.title_en),
            polls::title_fr.eq(&new.title_fr),
            polls::details_en.eq(&new.details_en),
            polls::details_fr.eq(&new.details_fr),
            polls::binding.eq(new.binding),
            polls::shows.eq(new.shows),
            polls::secrecy.eq(new.secrecy),
            (
                polls::quorum_percent.eq(calling::quorum_percent(profile, second_call_of)),
                polls::quorum_of.eq(profile.quorum_of),
                polls::second_call_of.eq(second_call_of),
            ),
            polls::vote_of.eq(profile.vote_of),
            polls::proxies_max.eq(profile.proxies_max),
            polls::record_on.eq(new.record_on),
            polls::opens_at.eq(new.opens_at),
            polls::closes_at.eq(new.closes_at),
            polls::created_by.eq(account),
            &new.case,
        ))
        .returning(polls::id)
        .get_result(conn)?)
}

pub fn update(conn: &mut PgConnection, id: i64, new: &NewPoll) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((
            polls::title_en.eq(&new.title_en),
            polls::title_fr.eq(&new.title_fr),
            polls::details_en.eq(&new.details_en),
            polls::details_fr.eq(&new.details_fr),
            polls::binding.eq(new.binding),
            polls::shows.eq(new.shows),
            polls::secrecy.eq(new.secrecy),
            polls::record_on.eq(new.record_on),
            polls::opens_at.eq(new.opens_at),
            polls::closes_at.eq(new.closes_at),
            &new.case,
            polls::version.eq(polls::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

/// The vote is announced: it opens by itself at its time.
pub fn set_scheduled(conn: &mut PgConnection, id: i64) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((polls::status.eq(Status::Scheduled), polls::version.eq(polls::version + 1)))
        .execute(conn)?;
    Ok(())
}

/// The vote that calls this one again, drafts too.
pub fn later_call(conn: &mut PgConnection, id: i64) -> Result<Option<i64>> {
    let counts = polls::status.ne_all([Status::Cancelled, Status::Void]);
    Ok(polls::table.filter(polls::second_call_of.eq(id).and(counts)).select(polls::id).first(conn).optional()?)
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

row! { struct Truth { yes: bool } }

/// Whether a vote waits to be opened, its time has come and is not over, by the database's clock.
pub fn is_due_to_open(conn: &mut PgConnection, id: i64) -> Result<bool> {
    let row: Truth = sql("select exists (select from polls where id = $1 and status = 'scheduled' \
         and meeting_id is null and opens_at <= clock_timestamp() and closes_at > clock_timestamp()) as yes")
    .bind(id)
    .get_result(conn)?;
    Ok(row.yes)
}

pub fn set_open(
    conn: &mut PgConnection,
    id: i64,
    (profile, quorum_percent): (&RuleProfile, i32),
    (roll_size, quorum_roll): (i32, i32),
    now: DateTime<Utc>,
) -> Result<()> {
    appeals::freeze(conn, id, profile.appeal_days)?;
    diesel::update(polls::table.find(id))
        .set((
            polls::status.eq(Status::Open),
            polls::roll_size.eq(roll_size),
            polls::quorum_roll.eq(quorum_roll),
            polls::opened_at.eq(now),
            polls::quorum_percent.eq(quorum_percent),
            polls::quorum_of.eq(profile.quorum_of),
            polls::vote_of.eq(profile.vote_of),
            polls::proxies_max.eq(profile.proxies_max),
            polls::version.eq(polls::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

/// The end is put off; what was announced first stays known.
pub fn set_extended(conn: &mut PgConnection, poll: &Poll, closes_at: DateTime<Utc>) -> Result<()> {
    diesel::update(polls::table.find(poll.id))
        .set((
            polls::closes_at.eq(closes_at),
            polls::announced_closes_at.eq(poll.announced_closes_at.unwrap_or(poll.closes_at)),
            polls::version.eq(polls::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

// ---- casting and closing ----

/// In whichever language the words are, the latest first.
pub const SEARCHED: &str = "select p.id, p.title_{lang} as title, '' as fact, co_op_day(p.closes_at) as day from polls p \
   where p.status <> 'draft' and folded(concat_ws(' ', p.title_en, p.title_fr, p.details_en, p.details_fr, \
     p.pros_en, p.pros_fr, p.cons_en, p.cons_fr)) like all ({words}) \
   order by p.closes_at desc, p.id";
/// Votes that others see, and so can talk about.
pub const TALKED: &str =
    "select id, title_en, title_fr, closed_at as over_at, created_by as author from polls where status <> 'draft'";
/// What is said of votes that others see, the latest first. What is hidden is found by nobody.
pub const SAID: &str = "select c.id, p.title_{lang} as title, left(regexp_replace(c.text, '\\s+', ' ', 'g'), 120) as fact, \
     co_op_day(c.written_at) as day \
   from comments c join polls p on p.id = c.poll_id and p.status <> 'draft' \
   where c.taken_back_at is null and c.hidden_at is null and folded(c.text) like all ({words}) order by c.id desc";
/// Votes that have files: those of a draft are seen by who sets it up, and from its opening on they are part of what is voted on.
pub const FILED: &str = "select id, title_en, title_fr, status = 'draft' as is_hidden, status not in ('draft', 'scheduled') as are_final from polls";
/// Open votes that would fail for want of a quorum if they ended now.
pub const SHORT: &str = "select p.id from polls p where p.status = 'open' and p.closes_at > now() \
   and case p.quorum_of when 'votes' then turnout(p.id) * 100 < p.roll_size * p.quorum_percent \
     else quorum_present(p.id) * 100 < p.quorum_roll * p.quorum_percent end";
pub const ANY_OPENED: &str = "select 1 from polls where opened_at is not null limit 1";

/// Names the lock of one vote of this co-op. Voters share it, the count has it alone. A lock of the vote's row would do the same, but every
/// voter would write into it, and a stream of voters could keep the count waiting. This one is in memory, in the order of asking.
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
        /// Somebody else of their home has voted for it.
        pub by_home: bool,
    }
}

/// Whose ballot it is, and who casts it for them, if somebody does.
#[derive(Debug, Clone, Copy)]
pub struct Voter {
    pub member: i64,
    pub by: Option<i64>,
}

/// Stores a ballot if the vote is open by the database's clock. `None` when it is not. An inserted row has no `xmax`. A ballot that says
/// the same stays as it is, and so does one that was not cast when whoever changes it last saw.
pub fn cast(
    conn: &mut PgConnection,
    id: i64,
    Voter { member, by }: Voter,
    (answers, skipped): (&[String], &[i32]),
    seen: Seen,
) -> Result<Option<Stored>> {
    let (asked, seen) = match seen {
        Seen::Unsaid => (false, None),
        Seen::At(at) => (true, at),
    };
    sql(
        "with open as materialized (select id, title_en, title_fr, vote_of from polls \
           where id = $1 and secrecy = 'open' and status = 'open' and clock_timestamp() < closes_at), \
         taken as materialized (select exists (select from open join roll r on r.poll_id = open.id and r.member_id = $2 \
           join open_ballots o on o.poll_id = r.poll_id and o.home = r.unit_id and o.member_id <> r.member_id) as by_home), \
         stored as (insert into open_ballots as b (poll_id, member_id, answers, cast_at, home, weight, cast_by, skipped) \
           select r.poll_id, r.member_id, $3, clock_timestamp(), case open.vote_of when 'home_first' then r.unit_id end, r.weight, $6, $7 \
           from open join roll r on r.poll_id = open.id and r.member_id = $2 join taken on not by_home \
           where $6::bigint is null or exists (select from proxies x join roll h on h.poll_id = x.poll_id and h.member_id = x.holder_id \
             where x.poll_id = r.poll_id and x.giver_id = r.member_id and x.holder_id = $6 and x.ended_at is null) \
           on conflict (coop_id, poll_id, member_id) do update \
             set answers = excluded.answers, cast_at = excluded.cast_at, cast_by = excluded.cast_by, skipped = excluded.skipped \
             where (b.answers <> excluded.answers or b.cast_by is distinct from excluded.cast_by) \
               and (excluded.cast_by is null or b.cast_by is not null) and (not $4 or b.cast_at is not distinct from $5) \
           returning b.xmax = 0 as fresh) \
         select title_en, title_fr, (select fresh from stored) as fresh, \
           exists (select from roll where poll_id = $1 and member_id = $2) as on_roll, by_home from open, taken",
    )
    .bind((id, member, answers, asked, seen, by, skipped))
    .get_result(conn)
    .optional()
    .map_err(|error| match Error::from(error) {
        // Another of the home was first by a moment.
        Error::Conflict(_) => Error::Conflict(HOME_HAS_VOTED),
        other => other,
    })
}

/// Whether the member's ballot says this, cast by the same. Asked in a statement of its own: the one that could not store a ballot may
/// have waited for another that it cannot see, since a statement sees what was committed when it began.
pub fn says(conn: &mut PgConnection, id: i64, Voter { member, by }: Voter, answers: &[String]) -> Result<bool> {
    let said = open_ballots::table
        .find((id, member))
        .filter(open_ballots::answers.eq(answers).and(open_ballots::cast_by.is_not_distinct_from(by)));
    Ok(diesel::select(diesel::dsl::exists(said)).get_result(conn)?)
}

/// Whether somebody has voted, or their home where whoever casts first does so for it.
pub fn has_voted(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    let row: Truth = sql("select has_voted($1, $2) as yes").bind((id, member)).get_result(conn)?;
    Ok(row.yes)
}

/// How many have voted.
pub fn turnout(conn: &mut PgConnection, id: i64) -> Result<i32> {
    row! { struct Turnout { voted: i32 } }
    let found: Turnout = sql("select turnout($1) as voted").bind(id).get_result(conn)?;
    Ok(found.voted)
}

/// Keeps the reason that somebody gives beside their ballot; an empty one is taken back.
pub fn set_reason(conn: &mut PgConnection, id: i64, member: i64, reason: &str) -> Result<()> {
    sql("with gone as (delete from reasons where poll_id = $1 and member_id = $2 and $3 = '') \
         insert into reasons (poll_id, member_id, reason) select $1, $2, $3 where $3 <> '' \
         on conflict (coop_id, poll_id, member_id) do update set reason = excluded.reason")
    .bind((id, member, reason))
    .execute(conn)?;
    Ok(())
}

row! {
    struct Part {
        question: i32,
        answer: String,
        ballots: i64,
        weight: i64,
        skipped: i64,
        present: i64,
    }
}

/// The ballots of a vote by what they answer: one list of piles a question, in order. And how many take part, where the quorum is
/// taken of something else than votes.
pub fn piles(conn: &mut PgConnection, id: i64, questions: usize, of: QuorumOf) -> Result<(Vec<Vec<Pile>>, i64)> {
    let parts: Vec<Part> = sql(
        "select q.number as question, b.answers[q.number] as answer, count(*) as ballots, sum(b.weight) as weight, \
           coalesce(sum(b.weight) filter (where q.number = any(b.skipped)), 0) as skipped, \
           case when $3 then (select quorum_present($1)) else 0 end::bigint as present \
         from counting_ballots($1) b cross join generate_series(1, $2) q(number) group by 1, 2 order by 1, 2",
    )
    .bind((id, questions as i32, of != QuorumOf::Votes))
    .load(conn)?;
    let present = parts.first().map_or(0, |part| part.present);
    let mut all = vec![Vec::new(); questions];
    for part in parts {
        if let Some(piles) = usize::try_from(part.question - 1).ok().and_then(|at| all.get_mut(at)) {
            piles.push(Pile { answer: part.answer, ballots: part.ballots, weight: part.weight, skipped: part.skipped });
        }
    }
    Ok((all, present))
}

pub fn set_closed(conn: &mut PgConnection, id: i64, at: DateTime<Utc>) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((polls::status.eq(Status::Closed), polls::closed_at.eq(at), polls::version.eq(polls::version + 1)))
        .execute(conn)?;
    Ok(())
}

pub fn set_void(conn: &mut PgConnection, id: i64, reason: &str, at: DateTime<Utc>) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((
            polls::status.eq(Status::Void),
            polls::void_reason.eq(reason),
            polls::voided_at.eq(at),
            polls::version.eq(polls::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}

/// What a closed vote came to, a row a question, in their order.
pub fn registers(conn: &mut PgConnection, id: i64) -> Result<Vec<Register>> {
    Ok(results::table
        .filter(results::poll_id.eq(id))
        .order(results::question)
        .limit(QUESTIONS_MAX as i64)
        .select(Register::as_select())
        .load(conn)?)
}

pub fn insert_results(conn: &mut PgConnection, registers: &[Register]) -> Result<()> {
    diesel::insert_into(results::table).values(registers).execute(conn)?;
    Ok(())
}

// ---- reminding ----

/// Open votes of which those who have not voted should be reminded now. Marks them.
///
/// In the last day, once a close: one that was put off has a last day again. And half-way through a vote that lasts four days or more,
/// unless somebody was reminded before. Never before half its time is over.
pub fn take_unreminded(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<Vec<Poll>> {
    Ok(sql("update polls set reminded_at = $1 where status = 'open' and closes_at > $1 \
           and opened_at + (closes_at - opened_at) / 2 <= $1 \
           and case when closes_at - interval '24 hours' <= $1 then reminded_at is null or reminded_at < closes_at - interval '24 hours' \
             else reminded_at is null and closes_at - opened_at >= interval '4 days' end \
         returning polls.*")
    .bind(now)
    .load(conn)?)
}
