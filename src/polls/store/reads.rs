//! The reading queries of the polls: lists, the register of decisions, who voted, turnout.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Jsonb;
use serde::Deserialize;

use crate::coops::VoteOf;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row, sql};
use crate::polls::roll::LeftOut;
use crate::polls::store::{self, Asked, Entire, QUESTIONS};
use crate::polls::{Counted, Poll, Question, Register, Secrecy, Status};

/// The most rows of a list that has no pages.
const OPEN_MAX: i64 = 100;

row! {
    /// What a member has to do with a vote.
    #[derive(Debug, Clone, Default, Deserialize)]
    pub struct Own {
        pub on_roll: bool,
        /// The home for which they vote, where homes do.
        pub unit_id: Option<i64>,
        pub weight: i32,
        /// Why they are not on the roll.
        pub left_out: Option<LeftOut>,
        /// Others of their home on the roll: who has answered, and who has not.
        pub answered: Vec<i64>,
        pub awaited: Vec<i64>,
        /// Whether those of the home who have answered said the same.
        pub agree: bool,
        /// What they answered, as `Answer::text` writes it; `None` without a ballot.
        pub answers: Option<Vec<String>>,
        pub reason: String,
        pub cast_at: Option<DateTime<Utc>>,
        /// Who cast it for them.
        pub cast_by: Option<i64>,
        /// Whether they, or their home, have voted in a secret vote; and whether they did so on paper.
        pub in_urn: bool,
        pub on_paper: bool,
    }
}

/// What a member ($2) has to do with a vote ($1), under whichever entry they were on the roll when it was taken.
pub const OWN: &str = "select r.member_id is not null as on_roll, r.unit_id, coalesce(r.weight, 0) as weight, \
           (select l.reason from left_out l where l.poll_id = $1 and l.member_id in (select entries_of($2)) limit 1) as left_out, \
           array(select o.member_id from roll h join open_ballots o on o.poll_id = h.poll_id and o.member_id = h.member_id \
             where h.poll_id = $1 and h.unit_id = r.unit_id and h.member_id <> r.member_id order by 1) as answered, \
           array(select h.member_id from roll h where h.poll_id = $1 and h.unit_id = r.unit_id and h.member_id <> r.member_id \
             and not exists (select from open_ballots o where o.poll_id = h.poll_id and o.member_id = h.member_id) order by 1) as awaited, \
           (select count(distinct o.answers) from roll h join open_ballots o on o.poll_id = h.poll_id and o.member_id = h.member_id \
             where h.poll_id = $1 and h.unit_id = r.unit_id) <= 1 as agree, \
           b.answers, coalesce(w.reason, '') as reason, b.cast_at, case when b.cast_by is not null then entry_of(b.cast_by) end as cast_by, \
           r.member_id is not null and exists (select from urn_contents c where c.poll_id = $1) and has_voted($1, r.member_id) as in_urn, \
           exists (select from paper_voters v join roll h on h.poll_id = v.poll_id and h.member_id = v.member_id \
             where v.poll_id = $1 and (h.member_id = r.member_id or h.unit_id = r.unit_id)) as on_paper \
         from (select 1) one \
         left join roll r on r.poll_id = $1 and r.member_id in (select entries_of($2)) \
         left join open_ballots b on b.poll_id = r.poll_id and b.member_id = r.member_id \
         left join reasons w on w.poll_id = b.poll_id and w.member_id = b.member_id order by b.cast_at limit 1";

pub fn own(conn: &mut PgConnection, poll: i64, member: i64) -> Result<Own> {
    Ok(sql(OWN).bind((poll, member)).get_result(conn)?)
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
        pub vote_of: VoteOf,
        pub secrecy: Secrecy,
        /// Whether it is taken at a meeting, when that comes to it.
        pub at_meeting: bool,
        pub cast: i64,
        pub on_roll: bool,
        pub has_voted: bool,
        /// For who runs votes: whether a correction waits for a second person.
        pub to_confirm: bool,
    }
}

/// Votes that are open or coming, soonest first, with what `member` has to do with them; drafts too for who runs votes.
pub fn current(conn: &mut PgConnection, member: Option<i64>, drafts: bool) -> Result<Vec<Listed>> {
    Ok(sql("select p.id, p.title_en, p.title_fr, p.status, p.opens_at, p.closes_at, p.roll_size, p.meeting_id is not null as at_meeting, \
           turnout(p.id)::bigint as \"cast\", \
           p.vote_of, p.secrecy, r.member_id is not null as on_roll, coalesce(has_voted(p.id, r.member_id), false) as has_voted, \
           $3 and exists (select from corrections x where x.poll_id = p.id and x.outcome is null) as to_confirm \
         from polls p left join roll r on r.poll_id = p.id and r.member_id = $1 \
         where p.status in ('open', 'scheduled', 'disputed') or (p.status = 'draft' and $3) \
         order by case p.status when 'open' then p.closes_at else p.opens_at end, p.id limit $2")
    .bind((member, OPEN_MAX, drafts))
    .load(conn)?)
}

/// One entry of the register of decisions: a question of a vote that decides, with everything that was counted.
#[derive(Debug, Clone)]
pub struct Decision {
    pub poll_id: i64,
    /// Its place in the register; 0 for what only advises.
    pub number: i32,
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    pub decided_at: DateTime<Utc>,
    pub counted: Counted,
}

impl Decision {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn details(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.details_en } else { &self.details_fr }
    }

    fn of(poll: &Poll, question: Question, register: &Register) -> Result<Self> {
        Ok(Self {
            poll_id: poll.id,
            number: register.number.unwrap_or(0),
            title_en: poll.title_of(&question, Lang::En),
            title_fr: poll.title_of(&question, Lang::Fr),
            details_en: poll.details_en.clone(),
            details_fr: poll.details_fr.clone(),
            decided_at: register.decided_at,
            counted: Counted::kept(question, register)?,
        })
    }
}

#[derive(QueryableByName)]
struct Decided {
    #[diesel(embed)]
    poll: Poll,
    #[diesel(sql_type = Jsonb)]
    questions: Gathered<Vec<Asked>>,
    #[diesel(sql_type = Jsonb)]
    register: Gathered<Register>,
}

impl Decided {
    fn decision(self) -> Result<Decision> {
        let question = self.questions.0.into_iter().find(|asked| asked.number == self.register.0.question);
        Decision::of(&self.poll, question.ok_or(Error::NotFound)?.into(), &self.register.0)
    }
}

/// Of votes that are not void since.
const DECIDED: &str =
    "to_jsonb(r) as register from results r join polls p on p.id = r.poll_id and p.status = 'closed' where";

/// What votes decided, latest first, before a number of the register.
pub fn decisions(conn: &mut PgConnection, before: Option<i32>, limit: i64) -> Result<Vec<Decision>> {
    let query = format!("select p.*, {QUESTIONS}, {DECIDED} r.number < $1 order by r.number desc limit $2");
    let rows: Vec<Decided> = sql(query).bind((before.unwrap_or(i32::MAX), limit)).load(conn)?;
    rows.into_iter().map(Decided::decision).collect()
}

pub fn decisions_numbered(conn: &mut PgConnection, numbers: &[i32]) -> Result<Vec<Decision>> {
    let rows: Vec<Decided> =
        sql(format!("select p.*, {QUESTIONS}, {DECIDED} r.number = any($1)")).bind(numbers).load(conn)?;
    rows.into_iter().map(Decided::decision).collect()
}

/// What votes that only advise came to, latest first.
pub fn advice(conn: &mut PgConnection, limit: i64) -> Result<Vec<Decision>> {
    let query = format!(
        "select p.*, {QUESTIONS}, {DECIDED} r.number is null order by r.decided_at desc, r.poll_id, r.question limit $1"
    );
    let rows: Vec<Decided> = sql(query).bind(limit).load(conn)?;
    rows.into_iter().map(Decided::decision).collect()
}

pub fn decision(conn: &mut PgConnection, number: i32) -> Result<Decision> {
    decisions_numbered(conn, &[number])?.pop().ok_or(Error::NotFound)
}

/// A vote and what it came to, a row a question; none before its close.
pub fn decisions_of(conn: &mut PgConnection, poll: i64) -> Result<(Poll, Vec<Decision>)> {
    let (entire, decisions) = result(conn, poll)?;
    Ok((entire.poll, decisions))
}

/// The same with all that belongs to the vote.
pub fn result(conn: &mut PgConnection, poll: i64) -> Result<(Entire, Vec<Decision>)> {
    let entire = store::entire(conn, poll)?;
    let registers = store::registers(conn, poll)?;
    let decisions = decided(&entire, &registers)?;
    Ok((entire, decisions))
}

/// What a vote came to, a row a question.
pub fn decided(entire: &Entire, registers: &[Register]) -> Result<Vec<Decision>> {
    let pairs = entire.questions.iter().cloned().zip(registers);
    pairs.map(|(question, register)| Decision::of(&entire.poll, question, register)).collect()
}

row! {
    /// A vote that is void.
    #[derive(Debug, Clone)]
    pub struct Voided {
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub voided_at: DateTime<Utc>,
    }
}

/// The latest votes that are void.
pub fn voided(conn: &mut PgConnection, limit: i64) -> Result<Vec<Voided>> {
    Ok(sql("select id, title_en, title_fr, voided_at from polls where status = 'void' order by voided_at desc, id limit $1")
        .bind(limit)
        .load(conn)?)
}

row! {
    /// Who voted what, and why. People by the entry that is shown of them, which may have voted under two.
    pub struct Named {
        pub member_id: i64,
        /// The home for which they voted, where homes do.
        pub home: Option<String>,
        pub weight: i32,
        /// Who cast it by proxy.
        pub cast_by: Option<i64>,
        /// Whether it counts: not where those of a home did not all say the same.
        pub counts: bool,
        pub answers: Vec<String>,
        pub reason: String,
    }
}

/// Who voted what, at most `limit`, in the order of the members' ids.
pub fn ballots(conn: &mut PgConnection, poll: i64, limit: i64) -> Result<Vec<Named>> {
    Ok(sql("with jointly as materialized (select r.unit_id from counting_ballots($1) c \
           join polls p on p.id = $1 and p.vote_of = 'home_jointly' \
           join roll r on r.poll_id = $1 and r.member_id = c.member_id) \
         select coalesce(m.id, entry_of(b.member_id)) as member_id, u.name as home, r.weight, \
           case when b.cast_by is not null then coalesce(h.id, entry_of(b.cast_by)) end as cast_by, b.answers, coalesce(w.reason, '') as reason, \
           p.vote_of <> 'home_jointly' or r.unit_id in (select unit_id from jointly) as counts \
         from open_ballots b join polls p on p.id = b.poll_id \
         join roll r on r.poll_id = b.poll_id and r.member_id = b.member_id left join units u on u.id = r.unit_id \
         left join reasons w on w.poll_id = b.poll_id and w.member_id = b.member_id \
         left join members m on m.id = b.member_id left join members h on h.id = b.cast_by \
         where b.poll_id = $1 order by b.member_id limit $2")
    .bind((poll, limit))
    .load(conn)?)
}
