//! Every query of surveys.

mod kept;
mod results;
mod writing;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;
pub use results::*;
pub use writing::*;

use super::Survey;
use crate::platform::error::{Error, Result};
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};

pub const WAITS: Waits = Waits {
    entry: "surveys",
    select: "select 'survey' as kind, s.id, s.title_en, s.title_fr, null::timestamptz as closes_at, s.ends_on as due_on, null::text as place \
             from survey_roll r join surveys s on s.id = r.survey_id and s.status = 'open' join survey_contents c on c.survey_id = s.id \
             where r.member_id = {member} and s.ends_on >= {today} and not {member} = any(c.people)",
    on_home: true,
};

/// Comments that nobody has read.
pub const COMMENTS_WAITING: &str = "select w.number from survey_comments w where w.standing = 'waiting'";
/// Drafts that have lain for a week.
pub const DRAFTS_LEFT: &str =
    "select s.id from surveys s where s.status = 'draft' and co_op_day(s.created_at) <= {today} - 7";
/// What could not be counted and still may be.
pub const UNCOUNTED: &str = "select s.id from surveys s where s.status = 'uncounted' and s.key_destroyed_at is null";
/// Drafts are found by nobody.
pub const SEARCHED: &str = "select s.id, s.title_{lang} as title, '' as fact, s.ends_on as day \
   from surveys s where s.status <> 'draft' and folded(s.title_en || ' ' || s.title_fr) like all ({words}) order by s.ends_on desc, s.id desc";
/// The next rounds.
pub const DUE: &str =
    "select s.id, s.title_en, s.title_fr, s.next_on as due_on from surveys s where s.next_on is not null";
/// Who leaves was asked all the same.
pub const HANGING: &str = "select s.title_{lang} from survey_roll r join surveys s on s.id = r.survey_id and s.status = 'open' where r.member_id = {member}";

/// One as the member $1 sees it.
const SEEN: &str = "select s.id, s.title_en, s.title_fr, s.intro_en, s.intro_fr, s.status, s.ends_on, coalesce(s.series, s.id) as series, s.round, \
     s.every_months, s.next_on, s.asked, coalesce(s.answered, cardinality(c.people), 0) as answered, s.public_key, s.size, s.failed, \
     s.key_destroyed_at is not null as is_given_up, s.opened_at, s.version, \
     exists (select from survey_roll r where r.survey_id = s.id and r.member_id = $1) as is_asked, \
     coalesce($1 = any(c.people), false) as has_answered, \
     coalesce((select jsonb_agg(jsonb_build_object('number', q.number, 'kind', q.kind, 'text_en', q.text_en, 'text_fr', q.text_fr, \
         'choices_en', q.choices_en, 'choices_fr', q.choices_fr, 'required', q.required, 'overall', q.overall, 'given', q.given, \
         'counts', q.counts) order by q.number) from survey_questions q where q.survey_id = s.id), '[]') as questions, \
     (select count(*) from survey_comments w where w.survey_id = s.id and w.standing = 'waiting') as waiting \
   from surveys s left join survey_contents c on c.survey_id = s.id";

row! {
    struct Id {
        id: i64,
    }
}

row! {
    struct Many {
        many: i32,
    }
}

fn ids(rows: Vec<Id>) -> Vec<i64> {
    rows.into_iter().map(|row| row.id).collect()
}

pub fn list(conn: &mut PgConnection, member: Option<i64>) -> Result<Vec<Survey>> {
    let query = format!(
        "{SEEN} order by array_position(array['draft', 'open', 'uncounted', 'closed'], s.status), s.ends_on desc, s.id desc limit 200"
    );
    Ok(sql(query).bind(member).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>) -> Result<Survey> {
    let found = sql(format!("{SEEN} where s.id = $2")).bind((member, id)).get_result(conn).optional()?;
    found.ok_or(Error::NotFound)
}

/// The counted round before one.
pub fn before(conn: &mut PgConnection, survey: &Survey) -> Result<Option<Survey>> {
    let query = format!(
        "{SEEN} where coalesce(s.series, s.id) = $2 and s.status = 'closed' and s.round < $3 order by s.round desc limit 1"
    );
    Ok(sql(query).bind((None::<i64>, survey.series, survey.round)).get_result(conn).optional()?)
}

/// Holds one: whoever changes it meanwhile waits.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    let found: Option<Id> =
        sql("select id from surveys where id = $1 for update").bind(id).get_result(conn).optional()?;
    found.map(drop).ok_or(Error::NotFound)
}

// ---- its life ----

/// Everybody who is in the co-op on a day: who is or was admitted and has not left, and who lives there and is no guest.
pub fn people(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select m.id from members m cross join lateral status_on(m.id, $1) s where s.status not in ('applicant', 'former') \
           or s.status <> 'former' and exists (select from occupancies o where o.member_id = m.id and o.during @> $1 and o.relation <> 'guest') \
         order by m.id limit 100000")
        .bind(today)
        .load(conn)?;
    Ok(ids(rows))
}

/// Who was asked; all of them, or those who have not answered.
pub fn asked(conn: &mut PgConnection, id: i64, all: bool) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select r.member_id as id from survey_roll r join survey_contents c on c.survey_id = r.survey_id \
         where r.survey_id = $1 and ($2 or not r.member_id = any(c.people)) order by r.member_id limit 100000")
        .bind((id, all))
        .load(conn)?;
    Ok(ids(rows))
}

/// The last round of a series that opened; 0 before the first.
pub fn last_round(conn: &mut PgConnection, series: i64) -> Result<i32> {
    let many: Many = sql("select coalesce(max(round), 0) as many from surveys where coalesce(series, id) = $1")
        .bind(series)
        .get_result(conn)?;
    Ok(many.many)
}

/// What is known of a survey when it opens.
pub struct Opening {
    pub round: i32,
    pub next_on: Option<NaiveDate>,
    pub asked: i32,
    pub size: i32,
}

pub fn open(conn: &mut PgConnection, id: i64, opening: &Opening, public: &[u8], now: DateTime<Utc>) -> Result<()> {
    sql("update surveys set status = 'open', round = $2, next_on = $3, asked = $4, size = $5, public_key = $6, opened_at = $7, \
           version = version + 1 where id = $1")
    .bind((id, opening.round, opening.next_on, opening.asked, opening.size))
    .bind((public, now))
    .execute(conn)?;
    Ok(())
}

/// Another round of a series opens: the next one comes after it.
pub fn forget_next(conn: &mut PgConnection, series: i64) -> Result<()> {
    sql("update surveys set next_on = null where coalesce(series, id) = $1 and next_on is not null")
        .bind(series)
        .execute(conn)?;
    Ok(())
}

pub fn stop(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("update surveys set next_on = null, every_months = null where id = $1").bind(id).execute(conn)?;
    Ok(())
}

pub fn ask(conn: &mut PgConnection, id: i64, people: &[i64]) -> Result<()> {
    sql("insert into survey_roll (survey_id, member_id) select $1, p from unnest($2) p")
        .bind((id, people))
        .execute(conn)?;
    Ok(())
}

/// An empty row stands there for what is answered.
pub fn stand(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("insert into survey_contents (survey_id) values ($1)").bind(id).execute(conn)?;
    Ok(())
}

row! {
    /// What came of an answer, and how many there are.
    pub struct Came {
        pub came: String,
        pub many: i32,
    }
}

/// Puts a sealed answer in, by the database's clock.
pub fn answer(conn: &mut PgConnection, id: i64, member: i64, sealed: &[u8]) -> Result<Came> {
    Ok(sql("select came, many from answer_survey($1, $2, $3)").bind((id, member, sealed)).get_result(conn)?)
}

/// All answers of a demo co-op at once.
pub fn fill(conn: &mut PgConnection, id: i64, sealed: &[Vec<u8>], people: &[i64]) -> Result<()> {
    sql("select fill_survey($1, $2, $3)").bind((id, sealed, people)).execute(conn)?;
    Ok(())
}

/// Open ones whose last day is past.
pub fn over(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select id from surveys where status = 'open' and ends_on < $1 order by id limit 100")
        .bind(today)
        .load(conn)?;
    Ok(ids(rows))
}

/// Those whose next round is due and that are over.
pub fn due_again(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select id from surveys where status in ('closed', 'uncounted') and next_on <= $1 order by id limit 100")
            .bind(today)
            .load(conn)?;
    Ok(ids(rows))
}

/// Open ones that end by a day and of which nobody was reminded. Marks them. Not of one that opened today.
pub fn take_unreminded(conn: &mut PgConnection, by: NaiveDate, now: DateTime<Utc>) -> Result<Vec<Survey>> {
    let rows: Vec<Id> =
        sql("update surveys set reminded_at = $2 where status = 'open' and reminded_at is null and ends_on <= $1 \
           and co_op_day(opened_at) < co_op_day($2) returning id")
        .bind((by, now))
        .load(conn)?;
    rows.into_iter().map(|row| find(conn, row.id, None)).collect()
}

// ---- people ----

/// The surveys that somebody has answered.
pub fn answered_by(conn: &mut PgConnection, member: i64) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select survey_id as id from survey_contents where $1 = any(people) order by 1 limit 10000")
            .bind(member)
            .load(conn)?;
    Ok(ids(rows))
}

/// They have answered these.
pub fn note_person(conn: &mut PgConnection, member: i64, surveys: &[i64]) -> Result<()> {
    sql("update survey_contents c set people = array(select distinct p from unnest(c.people || $1) p order by p) where c.survey_id = any($2)")
        .bind((member, surveys))
        .execute(conn)?;
    Ok(())
}

/// Nothing says any more that they have.
pub fn forget_person(conn: &mut PgConnection, member: i64, surveys: &[i64]) -> Result<()> {
    sql("update survey_contents set people = array_remove(people, $1) where survey_id = any($2)")
        .bind((member, surveys))
        .execute(conn)?;
    Ok(())
}

/// Of surveys that ended before a day nothing says who was asked, and who answered.
pub fn forget_asked(conn: &mut PgConnection, before: NaiveDate) -> Result<()> {
    sql("delete from survey_roll r using surveys s where s.id = r.survey_id and s.status in ('closed', 'uncounted') and s.ends_on < $1")
        .bind(before)
        .execute(conn)?;
    sql("update survey_contents c set people = '{}' from surveys s where s.id = c.survey_id and s.status in ('closed', 'uncounted') \
           and s.ends_on < $1 and c.people <> '{}'")
    .bind(before)
    .execute(conn)?;
    Ok(())
}
