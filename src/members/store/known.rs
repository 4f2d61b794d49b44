//! The register as an import must know it to recognise people.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Integer, Nullable, Text};

use super::STATUS;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::sql;

/// A member as an import knows them.
#[derive(Debug, Clone, QueryableByName)]
pub struct Known {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Text)]
    pub number: String,
    #[diesel(sql_type = Text)]
    pub given_name: String,
    #[diesel(sql_type = Text)]
    pub family_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    pub email: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub phone: Option<String>,
    /// The others.
    #[diesel(sql_type = Array<Text>)]
    pub more_phones: Vec<String>,
    #[diesel(sql_type = Text)]
    pub language: String,
    #[diesel(sql_type = Date)]
    pub joined_on: NaiveDate,
    #[diesel(sql_type = Text)]
    pub status: String,
    #[diesel(sql_type = Array<Text>)]
    pub units: Vec<String>,
    #[diesel(sql_type = Array<Text>)]
    pub committees: Vec<String>,
    /// The names of the same committees in both languages, by which a file may call them.
    #[diesel(sql_type = Array<Text>)]
    pub committee_names: Vec<String>,
    #[diesel(sql_type = Integer)]
    pub version: i32,
    /// When the status changed for the first time after joining, if it did.
    #[diesel(sql_type = Nullable<Date>)]
    pub changed_on: Option<NaiveDate>,
}

pub fn known(conn: &mut PgConnection, today: NaiveDate, lang: Lang) -> Result<Vec<Known>> {
    let name = if lang == Lang::En { "k.name_en" } else { "k.name_fr" };
    let text = format!(
        "select m.id, m.number, m.given_name, m.family_name, m.email, m.phone, \
         array(select p.number from member_phones p where p.member_id = m.id order by p.place) as more_phones, m.language, m.joined_on, {STATUS} as status, \
         array(select u.label from occupancies o join units u on u.id = o.unit_id \
           where o.member_id = m.id and o.during @> $1 order by 1) as units, \
         array(select {name} from seats s join committees k on k.id = s.committee_id \
           where s.member_id = m.id and s.during @> $1 order by 1) as committees, \
         array(select unnest(array[k.name_en, k.name_fr]) from seats s join committees k on k.id = s.committee_id \
           where s.member_id = m.id and s.during @> $1) as committee_names, m.version, \
         (select min(s.since) from member_statuses s where s.member_id = m.id and s.since <> m.joined_on) as changed_on \
         from members m order by m.sort_name, m.id limit 100000"
    );
    Ok(sql(text).bind::<Date, _>(today).load(conn)?)
}
