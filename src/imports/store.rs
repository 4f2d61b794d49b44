//! Every query of the imports.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::{Answers, Column, Import, Outcome};
use crate::platform::error::Result;
use crate::platform::spreadsheet::Sheet;
use crate::schema::imports;

pub fn insert(
    conn: &mut PgConnection,
    account: i64,
    name: &str,
    sheet: &Sheet,
    columns: &[Column],
    expires_at: DateTime<Utc>,
) -> Result<i64> {
    Ok(diesel::insert_into(imports::table)
        .values((
            imports::account_id.eq(account),
            imports::name.eq(name),
            imports::sheet.eq(json!(sheet)),
            imports::matching.eq(json!(columns)),
            imports::expires_at.eq(expires_at),
        ))
        .returning(imports::id)
        .get_result(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64, account: i64) -> Result<Import> {
    let (name, sheet, matching, answers, outcome): (String, Value, Value, Value, Option<Value>) = imports::table
        .filter(imports::id.eq(id).and(imports::account_id.eq(account)))
        .select((imports::name, imports::sheet, imports::matching, imports::answers, imports::outcome))
        .first(conn)?;
    let answers: HashMap<String, bool> = read(answers)?;
    Ok(Import {
        id,
        name,
        sheet: read(sheet)?,
        columns: read(matching)?,
        answers: answers.into_iter().filter_map(|(line, same)| Some((line.parse().ok()?, same))).collect(),
        outcome: outcome.map(read).transpose()?,
    })
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T> {
    Ok(serde_json::from_value(value).map_err(anyhow::Error::new)?)
}

pub fn set_columns(conn: &mut PgConnection, id: i64, account: i64, columns: &[Column]) -> Result<()> {
    diesel::update(imports::table.filter(imports::id.eq(id).and(imports::account_id.eq(account))))
        .set((imports::matching.eq(json!(columns)), imports::answers.eq(json!({}))))
        .execute(conn)?;
    Ok(())
}

pub fn set_answers(conn: &mut PgConnection, id: i64, account: i64, answers: &Answers) -> Result<()> {
    let answers: HashMap<String, bool> = answers.iter().map(|(line, same)| (line.to_string(), *same)).collect();
    diesel::update(imports::table.filter(imports::id.eq(id).and(imports::account_id.eq(account))))
        .set(imports::answers.eq(json!(answers)))
        .execute(conn)?;
    Ok(())
}

/// Keeps what was done and forgets the sheet.
pub fn finish(conn: &mut PgConnection, id: i64, outcome: Outcome) -> Result<()> {
    diesel::update(imports::table.find(id))
        .set((
            imports::outcome.eq(json!(outcome)),
            imports::sheet.eq(json!(Sheet::default())),
            imports::answers.eq(json!({})),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn remove_expired(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(imports::table.filter(imports::expires_at.lt(now))).execute(conn)?;
    Ok(())
}
