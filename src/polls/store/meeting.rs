//! The queries of votes that are taken at a meeting.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Jsonb};

use super::questions::{Asked, QUESTIONS};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row, sql};
use crate::polls::paper::Question;
use crate::polls::{AtMeeting, Counted, Poll, Register, Shows};
use crate::schema::polls;

/// The most votes of one meeting that its pages show.
const MOST: i64 = 200;

#[derive(QueryableByName)]
pub struct Row {
    #[diesel(embed)]
    poll: Poll,
    #[diesel(sql_type = Jsonb)]
    questions: Gathered<Vec<Asked>>,
    #[diesel(sql_type = Jsonb)]
    registers: Gathered<Vec<Register>>,
    #[diesel(sql_type = Integer)]
    voted: i32,
    #[diesel(sql_type = Bool)]
    counts_papers: bool,
}

impl Row {
    pub fn read(self) -> Result<AtMeeting> {
        let pairs = self.questions.0.into_iter().map(Question::from).zip(&self.registers.0);
        let counted = pairs.map(|(question, register)| Counted::kept(question, register)).collect::<Result<_>>()?;
        let numbers = self.registers.0.iter().filter_map(|register| register.number).collect();
        Ok(AtMeeting { poll: self.poll, voted: self.voted, counted, numbers, counts_papers: self.counts_papers })
    }
}

/// The votes of a meeting that were announced, in the order in which they opened.
pub fn of(conn: &mut PgConnection, meeting: i64) -> Result<Vec<Row>> {
    Ok(sql(format!(
        "select p.*, {QUESTIONS}, case when p.roll_size is null then 0 else turnout(p.id) end as voted, \
           coalesce((select jsonb_agg(to_jsonb(r) order by r.question) from results r where r.poll_id = p.id), '[]') as registers, \
           p.status = 'open' and exists (select from ballot_boxes b where b.poll_id = p.id and b.ended_at is not null) as counts_papers \
         from polls p where p.meeting_id = $1 and p.status <> 'draft' order by p.opened_at nulls last, p.id limit $2"
    ))
    .bind((meeting, MOST))
    .load(conn)?)
}

row! {
    struct Truth {
        yes: bool,
    }
}

pub fn are_open(conn: &mut PgConnection, meeting: i64) -> Result<bool> {
    let row: Truth = sql("select exists (select from polls p where p.meeting_id = $1 and p.status = 'open' and p.closes_at > clock_timestamp()) as yes")
        .bind(meeting)
        .get_result(conn)?;
    Ok(row.yes)
}

row! {
    struct Named {
        id: i64,
        title_en: String,
        title_fr: String,
    }
}

/// Announced votes of no meeting that have not opened, the next first.
pub fn free(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    let rows: Vec<Named> =
        sql("select id, title_en, title_fr from polls where status = 'scheduled' and meeting_id is null \
         order by opens_at, id limit $1")
        .bind(MOST)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, if lang == Lang::En { row.title_en } else { row.title_fr })).collect())
}

/// Where a vote is taken, and when. One that is taken at a meeting shows no figure before its end, so that it can be ended at any moment.
pub fn set(
    conn: &mut PgConnection,
    id: i64,
    meeting: Option<i64>,
    (opens_at, closes_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    diesel::update(polls::table.find(id))
        .set((
            polls::meeting_id.eq(meeting),
            polls::shows.eq(Shows::Closed),
            polls::opens_at.eq(opens_at),
            polls::closes_at.eq(closes_at),
            polls::version.eq(polls::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}
