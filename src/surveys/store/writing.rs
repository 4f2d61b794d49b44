//! The queries of drafts and their questions.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Id;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::surveys::{NewQuestion, NewSurvey};

row! {
    struct Number {
        number: i32,
    }
}

pub fn insert(
    conn: &mut PgConnection,
    new: &NewSurvey,
    series: Option<i64>,
    by: Option<i64>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let made: Id = sql("insert into surveys (title_en, title_fr, intro_en, intro_fr, ends_on, every_months, series, created_by, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id")
    .bind((new.title_en.as_str(), new.title_fr.as_str(), new.intro_en.as_str(), new.intro_fr.as_str(), new.ends_on))
    .bind((new.every_months, series, by, now))
    .get_result(conn)?;
    Ok(made.id)
}

pub fn update(conn: &mut PgConnection, id: i64, new: &NewSurvey) -> Result<()> {
    sql("update surveys set title_en = $2, title_fr = $3, intro_en = $4, intro_fr = $5, ends_on = $6, every_months = $7, \
           version = version + 1 where id = $1")
    .bind((id, new.title_en.as_str(), new.title_fr.as_str(), new.intro_en.as_str(), new.intro_fr.as_str()))
    .bind((new.ends_on, new.every_months))
    .execute(conn)?;
    Ok(())
}

/// Its questions changed.
pub fn touch(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("update surveys set version = version + 1 where id = $1").bind(id).execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("delete from surveys where id = $1 and status = 'draft'").bind(id).execute(conn)?;
    Ok(())
}

/// Writes a question, new or anew. One alone measures the goal.
pub fn put_question(conn: &mut PgConnection, id: i64, number: i32, new: &NewQuestion) -> Result<()> {
    if new.overall {
        sql("update survey_questions set overall = false where survey_id = $1 and overall").bind(id).execute(conn)?;
    }
    sql("insert into survey_questions (survey_id, number, kind, text_en, text_fr, choices_en, choices_fr, required, overall) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (coop_id, survey_id, number) do update set kind = excluded.kind, \
           text_en = excluded.text_en, text_fr = excluded.text_fr, choices_en = excluded.choices_en, choices_fr = excluded.choices_fr, \
           required = excluded.required, overall = excluded.overall")
    .bind((id, number, new.kind, new.text_en.as_str(), new.text_fr.as_str()))
    .bind((new.choices_en.as_slice(), new.choices_fr.as_slice(), new.required, new.overall))
    .execute(conn)?;
    Ok(())
}

/// Whether there was such a question. Those after it move up, one after the other: no two have one number at any moment.
pub fn remove_question(conn: &mut PgConnection, id: i64, number: i32) -> Result<bool> {
    let gone =
        sql("delete from survey_questions where survey_id = $1 and number = $2").bind((id, number)).execute(conn)? == 1;
    for after in number + 1..=20 {
        sql("update survey_questions set number = number - 1 where survey_id = $1 and number = $2")
            .bind((id, after))
            .execute(conn)?;
    }
    Ok(gone)
}

/// Two questions change places; everything about them but their numbers. No two measure the goal at any moment.
pub fn swap_questions(conn: &mut PgConnection, id: i64, first: i32, second: i32) -> Result<()> {
    let goal: Option<Number> = sql(
        "update survey_questions set overall = false where survey_id = $1 and number in ($2, $3) and overall returning number",
    )
    .bind((id, first, second))
    .get_result(conn)
    .optional()?;
    sql("update survey_questions q set kind = o.kind, text_en = o.text_en, text_fr = o.text_fr, choices_en = o.choices_en, \
           choices_fr = o.choices_fr, required = o.required from survey_questions o \
         where q.survey_id = $1 and o.survey_id = $1 and q.number in ($2, $3) and o.number = $2 + $3 - q.number")
    .bind((id, first, second))
    .execute(conn)?;
    if let Some(goal) = goal {
        sql("update survey_questions set overall = true where survey_id = $1 and number = $2")
            .bind((id, first + second - goal.number))
            .execute(conn)?;
    }
    Ok(())
}

pub fn copy_questions(conn: &mut PgConnection, from: i64, to: i64) -> Result<()> {
    sql("insert into survey_questions (survey_id, number, kind, text_en, text_fr, choices_en, choices_fr, required, overall) \
         select $2, q.number, q.kind, q.text_en, q.text_fr, q.choices_en, q.choices_fr, q.required, q.overall from survey_questions q \
         where q.survey_id = $1")
    .bind((from, to))
    .execute(conn)?;
    Ok(())
}
