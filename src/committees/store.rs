//! Every query of the committees.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Date};

use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::schema::committees;

pub fn insert(conn: &mut PgConnection, name_en: &str, name_fr: &str) -> Result<i64> {
    Ok(diesel::insert_into(committees::table)
        .values((committees::name_en.eq(name_en), committees::name_fr.eq(name_fr)))
        .returning(committees::id)
        .get_result(conn)?)
}

pub fn name(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<String> {
    let (english, french): (String, String) =
        committees::table.find(id).select((committees::name_en, committees::name_fr)).first(conn)?;
    Ok(if lang == Lang::En { english } else { french })
}

pub fn options(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    let mut rows: Vec<(i64, String, String)> =
        committees::table.limit(500).select((committees::id, committees::name_en, committees::name_fr)).load(conn)?;
    rows.sort_by(|a, b| if lang == Lang::En { a.1.cmp(&b.1) } else { a.2.cmp(&b.2) });
    Ok(rows.into_iter().map(|(id, english, french)| (id, if lang == Lang::En { english } else { french })).collect())
}

pub fn named(conn: &mut PgConnection, name: &str) -> Result<Option<i64>> {
    use diesel::dsl::sql;
    Ok(committees::table
        .filter(
            sql::<Bool>("folded(name_en) = folded(")
                .bind::<diesel::sql_types::Text, _>(name)
                .sql(") or folded(name_fr) = folded(")
                .bind::<diesel::sql_types::Text, _>(name)
                .sql(")"),
        )
        .select(committees::id)
        .first(conn)
        .optional()?)
}

#[derive(QueryableByName)]
struct Sits {
    #[diesel(sql_type = Bool)]
    sits: bool,
}

pub fn sits(conn: &mut PgConnection, committee: i64, member: i64, day: NaiveDate) -> Result<bool> {
    let row: Sits = diesel::sql_query(
        "select exists (select from seats where committee_id = $1 and member_id = $2 and during && daterange($3, null)) as sits",
    )
    .bind::<BigInt, _>(committee)
    .bind::<BigInt, _>(member)
    .bind::<Date, _>(day)
    .get_result(conn)?;
    Ok(row.sits)
}

pub fn insert_seat(conn: &mut PgConnection, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    diesel::sql_query("insert into seats (committee_id, member_id, during) values ($1, $2, daterange($3, null))")
        .bind::<BigInt, _>(committee)
        .bind::<BigInt, _>(member)
        .bind::<Date, _>(from)
        .execute(conn)?;
    Ok(())
}
