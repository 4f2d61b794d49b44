//! The queries of templates.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::polls::templates::{Held, TEMPLATES_MAX, Template};

row! {
    struct Row {
        id: i64,
        name_en: String,
        name_fr: String,
        holds: String,
        version: i32,
    }
}

impl Row {
    fn template(self) -> Result<Template> {
        let held = serde_json::from_str(&self.holds).map_err(anyhow::Error::new)?;
        Ok(Template { id: self.id, name_en: self.name_en, name_fr: self.name_fr, held, version: self.version })
    }
}

/// All there are, the latest first.
pub fn all(conn: &mut PgConnection) -> Result<Vec<Template>> {
    let rows: Vec<Row> =
        sql("select id, name_en, name_fr, holds, version from poll_templates order by id desc limit $1")
            .bind(TEMPLATES_MAX)
            .load(conn)?;
    rows.into_iter().map(Row::template).collect()
}

/// How many there are. Nobody else keeps one until this transaction ends.
pub fn count(conn: &mut PgConnection) -> Result<i64> {
    row! {
        struct Counted {
            count: i64,
        }
    }
    sql("select pg_advisory_xact_lock(hashtextextended('templates/' || current_coop(), 0))").execute(conn)?;
    Ok(sql("select count(*) from poll_templates").get_result::<Counted>(conn)?.count)
}

/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Template> {
    let row: Row = sql("select id, name_en, name_fr, holds, version from poll_templates where id = $1")
        .bind(id)
        .get_result(conn)?;
    row.template()
}

/// The template, and nobody else changes it until this transaction ends.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<Template> {
    sql("select id from poll_templates where id = $1 for update").bind(id).execute(conn)?;
    find(conn, id)
}

pub fn insert(
    conn: &mut PgConnection,
    (name_en, name_fr): (&str, &str),
    held: &Held,
    (by, at): (Option<i64>, DateTime<Utc>),
) -> Result<i64> {
    row! {
        struct Id {
            id: i64,
        }
    }
    let holds = serde_json::to_string(held).map_err(anyhow::Error::new)?;
    let made: Id = sql("insert into poll_templates (name_en, name_fr, holds, kept_by, kept_at) \
         values ($1, $2, $3, $4, $5) returning id")
    .bind((name_en, name_fr, holds, by, at))
    .get_result(conn)?;
    Ok(made.id)
}

pub fn rename(conn: &mut PgConnection, id: i64, (name_en, name_fr): (&str, &str)) -> Result<()> {
    sql("update poll_templates set name_en = $2, name_fr = $3, version = version + 1 where id = $1")
        .bind((id, name_en, name_fr))
        .execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("delete from poll_templates where id = $1").bind(id).execute(conn)?;
    Ok(())
}
