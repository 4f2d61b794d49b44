//! The queries of kinds of work.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::Value;

use crate::hours::kinds::{NewKind, WorkKind};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};

const KINDS: &str = "select k.id, k.name_en, k.name_fr, k.counts_en, k.counts_fr, k.not_en, k.not_fr, k.fixed_minutes, k.most_minutes, \
    k.effort, k.committee_id, c.name_en as committee_en, c.name_fr as committee_fr, k.ended_on is not null as ended, k.version \
    from work_kinds k left join committees c on c.id = k.committee_id";

pub fn list(conn: &mut PgConnection, lang: Lang) -> Result<Vec<WorkKind>> {
    let text = format!("{KINDS} order by k.ended_on is not null, folded(k.name_{}), k.id limit 500", lang.code());
    Ok(sql(text).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<WorkKind> {
    Ok(sql(format!("{KINDS} where k.id = $1")).bind(id).get_result(conn)?)
}

row! {
    struct Id {
        id: i64,
    }
}

pub fn insert(conn: &mut PgConnection, new: &NewKind) -> Result<i64> {
    let made: Id = sql("insert into work_kinds (name_en, name_fr, counts_en, counts_fr, not_en, not_fr, fixed_minutes, most_minutes, effort, committee_id) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id")
    .bind((new.name.0.as_str(), new.name.1.as_str(), new.counts.0.as_str(), new.counts.1.as_str()))
    .bind((new.counts_not.0.as_str(), new.counts_not.1.as_str()))
    .bind((new.fixed_minutes, new.most_minutes, new.effort, new.committee_id))
    .get_result(conn)?;
    Ok(made.id)
}

/// Whether it still had this version.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, new: &NewKind) -> Result<bool> {
    let changed = sql("update work_kinds set name_en = $1, name_fr = $2, counts_en = $3, counts_fr = $4, not_en = $5, not_fr = $6, \
           fixed_minutes = $7, most_minutes = $8, effort = $9, committee_id = $10, version = version + 1 where id = $11 and version = $12")
    .bind((new.name.0.as_str(), new.name.1.as_str(), new.counts.0.as_str(), new.counts.1.as_str()))
    .bind((new.counts_not.0.as_str(), new.counts_not.1.as_str()))
    .bind((new.fixed_minutes, new.most_minutes, new.effort, new.committee_id, id, version))
    .execute(conn)?;
    Ok(changed == 1)
}

/// Whether it was not ended before.
pub fn end(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<bool> {
    let text = "update work_kinds set ended_on = $2, version = version + 1 where id = $1 and ended_on is null";
    Ok(sql(text).bind((id, today)).execute(conn)? == 1)
}

// ---- a committee closes ----

row! {
    pub struct Left {
        pub kind: String,
        pub id: i64,
        pub name: Value,
    }
}

/// How many kinds and duties name a committee.
pub fn of_committee(conn: &mut PgConnection, committee: i64) -> Result<usize> {
    Ok(sql("select from work_kinds where committee_id = $1 and ended_on is null").bind(committee).execute(conn)?)
}

/// Its kinds are answered by who manages hours; the list of who is short is theirs, too.
pub fn leave_committee(conn: &mut PgConnection, committee: i64) -> Result<Vec<Left>> {
    Ok(sql("with kinds as (update work_kinds set committee_id = null, version = version + 1 where committee_id = $1 and ended_on is null returning id, name_en), \
         rules as (update duties set committee_id = null where committee_id = $1 returning id, starts_on) \
         select 'kind' as kind, id, to_jsonb(name_en) as name from kinds union all select 'duty', id, to_jsonb(starts_on) from rules order by 1, 2 limit 1000")
    .bind(committee)
    .load(conn)?)
}

/// A kind, or a duty, is the committee's again, if it is nobody else's.
pub fn give_back(conn: &mut PgConnection, kind: &str, id: i64, committee: i64) -> Result<bool> {
    let text = match kind {
        "kind" => {
            "update work_kinds set committee_id = $2, version = version + 1 where id = $1 and committee_id is null and ended_on is null"
        }
        _ => "update duties set committee_id = $2 where id = $1 and committee_id is null",
    };
    Ok(sql(text).bind((id, committee)).execute(conn)? == 1)
}
