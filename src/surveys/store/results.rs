//! The queries of the end of a survey: what was sealed, what was counted, what people wrote.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::{Id, ids};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};
use crate::surveys::rules::{Counted, mean};
use crate::surveys::{Comment, Satisfaction, Standing};

row! {
    struct Sealed {
        sealed: Vec<Vec<u8>>,
    }
}

/// Nobody answers any more until this transaction ends.
pub fn hold_closed(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("select pg_advisory_xact_lock(hashtextextended('survey/' || current_coop() || '/' || $1::bigint, 0))")
        .bind(id)
        .execute(conn)?;
    Ok(())
}

pub fn sealed(conn: &mut PgConnection, id: i64) -> Result<Vec<Vec<u8>>> {
    let row: Sealed = sql("select sealed from survey_contents where survey_id = $1").bind(id).get_result(conn)?;
    Ok(row.sealed)
}

pub fn empty(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("select empty_survey($1)").bind(id).execute(conn)?;
    Ok(())
}

pub fn close(conn: &mut PgConnection, id: i64, answered: i32, now: DateTime<Utc>) -> Result<()> {
    sql("update surveys set status = 'closed', failed = '', answered = $2, closed_at = $3, ends_on = least(ends_on, co_op_day($3)), \
           version = version + 1 where id = $1")
    .bind((id, answered, now))
    .execute(conn)?;
    Ok(())
}

pub fn fail(conn: &mut PgConnection, id: i64, why: &str, answered: i32, now: DateTime<Utc>) -> Result<()> {
    sql("update surveys set status = 'uncounted', failed = $2, answered = $3, closed_at = $4, ends_on = least(ends_on, co_op_day($4)), \
           version = version + 1 where id = $1")
    .bind((id, why, answered, now))
    .execute(conn)?;
    Ok(())
}

pub fn write_counted(conn: &mut PgConnection, id: i64, counted: &Counted) -> Result<()> {
    sql("update survey_questions set given = $3, counts = $4 where survey_id = $1 and number = $2")
        .bind((id, counted.number, counted.given, counted.counts.as_deref()))
        .execute(conn)?;
    Ok(())
}

/// Numbers them in the order in which they are given.
pub fn write_comments(conn: &mut PgConnection, id: i64, comments: &[(i32, String)]) -> Result<()> {
    let texts = json!(comments.iter().map(|(question, text)| json!([question, text])).collect::<Vec<_>>());
    sql("insert into survey_comments (survey_id, number, question, text) select $1, t.n::int, (t.one ->> 0)::int, t.one ->> 1 \
         from jsonb_array_elements($2) with ordinality t(one, n)")
    .bind((id, texts))
    .execute(conn)?;
    Ok(())
}

pub fn comments(conn: &mut PgConnection, id: i64) -> Result<Vec<Comment>> {
    Ok(sql("select number, question, text, standing, why from survey_comments where survey_id = $1 order by question, number limit 10000")
        .bind(id)
        .load(conn)?)
}

pub fn settle(
    conn: &mut PgConnection,
    (id, number): (i64, i32),
    (standing, why): (Standing, &str),
    by: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    sql("update survey_comments set standing = $3, why = $4, settled_by = $5, settled_at = $6 where survey_id = $1 and number = $2")
        .bind((id, number, standing, why, by, now))
        .execute(conn)?;
    Ok(())
}

/// The key is no more.
pub fn set_destroyed(conn: &mut PgConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    sql("update surveys set key_destroyed_at = $2 where id = $1 and key_destroyed_at is null")
        .bind((id, now))
        .execute(conn)?;
    Ok(())
}

/// Those that could not be counted since before an instant.
pub fn uncounted_since(conn: &mut PgConnection, before: DateTime<Utc>) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select id from surveys where status = 'uncounted' and key_destroyed_at is null and closed_at < $1 order by id limit 100")
            .bind(before)
            .load(conn)?;
    Ok(ids(rows))
}

row! {
    struct Round {
        survey_id: i64,
        round: i32,
        day: chrono::NaiveDate,
        answered: i32,
        asked: i32,
        counts: Gathered<Option<Vec<i32>>>,
    }
}

pub fn satisfaction(conn: &mut PgConnection, series: Option<i64>) -> Result<Vec<Satisfaction>> {
    let rows: Vec<Round> = sql("select s.id as survey_id, s.round, s.ends_on as day, s.answered, s.asked, coalesce(to_jsonb(q.counts), 'null') as counts \
         from surveys s left join survey_questions q on q.survey_id = s.id and q.overall \
         where s.status = 'closed' and ($1 is null or coalesce(s.series, s.id) = $1) order by s.ends_on desc, s.id desc limit 200")
    .bind(series)
    .load(conn)?;
    let of = |row: Round| Satisfaction {
        survey_id: row.survey_id,
        round: row.round,
        day: row.day,
        answered: row.answered,
        asked: row.asked,
        mean: row.counts.0.as_deref().and_then(mean),
    };
    Ok(rows.into_iter().map(of).collect())
}
