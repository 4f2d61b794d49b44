//! Every query of the motions.

mod kept;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::rules::{Casting, Side, Status};
use super::{Motion, NewMotion, Speaker};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// The motions of a meeting, in order.
pub fn list(conn: &mut PgConnection, meeting: i64) -> Result<Vec<Motion>> {
    Ok(sql("select t.id, t.number, t.item_id, i.title_en as item_en, i.title_fr as item_fr, coalesce(i.in_camera, false) as in_camera, t.amends, \
         t.words_en, t.words_fr, entry_name(t.mover_id) as mover, t.mover_id, entry_name(t.seconder_id) as seconder, t.special, t.status, \
         t.votes_for, t.votes_against, t.votes_abstain, t.could_vote, t.base, t.needed, t.chair_vote, t.decided_at, t.decision, t.poll_id, \
         coalesce((select jsonb_agg(jsonb_build_array(r.member_id, entry_name(r.member_id)) order by r.member_id) from recusals r \
           where r.motion_id = t.id), '[]') as recused \
       from motions t left join agenda_items i on i.id = t.item_id where t.meeting_id = $1 order by t.number limit 1000")
    .bind(meeting)
    .load(conn)?)
}

/// Writes a motion down. Its number; the door of the meeting is held.
pub fn insert(
    conn: &mut PgConnection,
    meeting: i64,
    new: &NewMotion,
    amends: Option<i64>,
    (at, author): (DateTime<Utc>, Option<i64>),
) -> Result<i32> {
    row! {
        struct Number {
            number: i32,
        }
    }
    let made: Number = sql("insert into motions (meeting_id, number, item_id, amends, words_en, words_fr, mover_id, seconder_id, special, moved_at, moved_by) \
         select $1, coalesce((select max(t.number) from motions t where t.meeting_id = $1), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 returning number")
    .bind((meeting, new.item_id, amends, new.words_en.as_str(), new.words_fr.as_str()))
    .bind((new.mover, new.seconder, new.special, at, author))
    .get_result(conn)?;
    Ok(made.number)
}

pub fn second(conn: &mut PgConnection, motion: i64, member: i64) -> Result<()> {
    sql("update motions set seconder_id = $2 where id = $1").bind((motion, member)).execute(conn)?;
    Ok(())
}

/// Whether that changed anything.
pub fn recuse(conn: &mut PgConnection, motion: i64, member: i64, back: bool) -> Result<bool> {
    let text = if back {
        "delete from recusals where motion_id = $1 and member_id = $2"
    } else {
        "insert into recusals (motion_id, member_id) values ($1, $2) on conflict do nothing"
    };
    Ok(sql(text).bind((motion, member)).execute(conn)? == 1)
}

/// What the hands decided: for, against, abstained, how many could vote, of how many the majority is taken, how many it needed.
pub fn decide(
    conn: &mut PgConnection,
    motion: i64,
    status: Status,
    figures: [i64; 6],
    casting: Option<Casting>,
    (at, author): (DateTime<Utc>, Option<i64>),
) -> Result<()> {
    let [votes_for, against, abstain, most, base, needed] = figures;
    sql("update motions set status = $2, votes_for = $3::int, votes_against = $4::int, votes_abstain = $5::int, could_vote = $6::int, base = $7::int, \
           needed = $8::int, chair_vote = $9, decided_at = $10, decided_by = $11 where id = $1")
    .bind((motion, status, votes_for, against, abstain))
    .bind((most, base, needed, casting, at, author))
    .execute(conn)?;
    Ok(())
}

pub fn entered(conn: &mut PgConnection, motion: i64, decision: i32) -> Result<()> {
    sql("update motions set decision = $2 where id = $1").bind((motion, decision)).execute(conn)?;
    Ok(())
}

/// It is before the meeting no more, and nothing was counted.
pub fn close(conn: &mut PgConnection, motion: i64, status: Status) -> Result<()> {
    sql("update motions set status = $2 where id = $1").bind((motion, status)).execute(conn)?;
    Ok(())
}

/// A motion is voted on by a vote of its own, or by none after all.
pub fn set_poll(conn: &mut PgConnection, motion: i64, poll: Option<i64>) -> Result<()> {
    sql("update motions set poll_id = $2 where id = $1").bind((motion, poll)).execute(conn)?;
    Ok(())
}

row! {
    /// The motion that a vote decides.
    pub struct Voted {
        pub id: i64,
        pub number: i32,
    }
}

/// The motion before its meeting that a vote decides, and nobody else changes it until this transaction ends.
pub fn voted_by(conn: &mut PgConnection, poll: i64) -> Result<Option<Voted>> {
    Ok(sql("select id, number from motions where poll_id = $1 and status = 'moved' for update")
        .bind(poll)
        .get_result(conn)
        .optional()?)
}

// ---- who speaks ----

pub fn speakers(conn: &mut PgConnection, meeting: i64) -> Result<Vec<Speaker>> {
    Ok(sql("select s.id, s.member_id, entry_name(s.member_id) as name, s.side, s.asked_at, s.began_at, s.ended_at from speakers s \
         where s.meeting_id = $1 order by s.ended_at desc nulls first, s.began_at is null, s.side <> 'point', s.asked_at, s.id limit 200")
    .bind(meeting)
    .load(conn)?)
}

/// Somebody asks to speak. False where they wait already.
pub fn ask(conn: &mut PgConnection, meeting: i64, member: i64, side: Side, at: DateTime<Utc>) -> Result<bool> {
    let made = sql(
        "insert into speakers (meeting_id, member_id, side, asked_at) values ($1, $2, $3, $4) on conflict do nothing",
    )
    .bind((meeting, member, side, at))
    .execute(conn)?;
    Ok(made == 1)
}

/// Whoever speaks has spoken.
pub fn end_turns(conn: &mut PgConnection, meeting: i64, at: DateTime<Utc>) -> Result<()> {
    sql("update speakers set ended_at = greatest(began_at, $2) where meeting_id = $1 and began_at is not null and ended_at is null")
        .bind((meeting, at))
        .execute(conn)?;
    Ok(())
}

pub fn begin_turn(conn: &mut PgConnection, speaker: i64, at: DateTime<Utc>) -> Result<()> {
    sql("update speakers set began_at = $2 where id = $1 and ended_at is null").bind((speaker, at)).execute(conn)?;
    Ok(())
}

pub fn give_up_turn(conn: &mut PgConnection, speaker: i64) -> Result<()> {
    sql("delete from speakers where id = $1 and began_at is null").bind(speaker).execute(conn)?;
    Ok(())
}
