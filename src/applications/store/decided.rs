//! The queries of an acceptance, and of forgetting who came to nothing.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{Id, STATE};
use crate::applications::Person;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    /// Somebody in the register who may be the same person.
    #[derive(Debug, Clone)]
    pub struct Alike {
        /// Which of the people asked for.
        pub place: i64,
        pub id: i64,
        pub name: String,
        pub number: String,
        pub joined_on: NaiveDate,
        pub status: String,
    }
}

/// Who has the same name, e-mail address or phone number as one of some people, whatever the case and the accents.
pub fn alike(conn: &mut PgConnection, people: &[Person], day: NaiveDate) -> Result<Vec<Alike>> {
    let given: Vec<&str> = people.iter().map(|person| person.given_name.as_str()).collect();
    let family: Vec<&str> = people.iter().map(|person| person.family_name.as_str()).collect();
    let emails: Vec<&str> = people.iter().map(|person| person.email.as_deref().unwrap_or_default()).collect();
    let digits: Vec<String> = people.iter().map(Person::phone_digits).collect();
    Ok(sql("select p.place - 1 as place, m.id, m.name, m.number, m.joined_on, \
           (select s.status from status_on(m.id, $5) s) as status \
         from unnest($1, $2, $3, $4) with ordinality as p (given, family, email, digits, place) \
         join members m on (folded(m.family_name) = folded(p.family) \
             and (folded(m.given_name) = folded(p.given) or folded(m.preferred_name) = folded(p.given))) \
           or (p.email <> '' and lower(m.email) = lower(p.email)) \
           or (length(p.digits) >= 10 and right(regexp_replace(m.phone, '[^0-9]', '', 'g'), 10) = right(p.digits, 10)) \
         order by p.place, m.sort_name, m.id limit 100")
    .bind((given, family, emails, digits, day))
    .load(conn)?)
}

/// The register knows the person now: nothing of them is kept twice.
pub fn accepted(conn: &mut PgConnection, id: i64, member: i64, unit: Option<i64>) -> Result<()> {
    sql(
        "update applications set member_id = $2, given_unit_id = $3, given_name = '', family_name = '', email = null, \
         phone = null, other_adults = '', version = version + 1 where id = $1",
    )
    .bind((id, member, unit))
    .execute(conn)?;
    Ok(())
}

/// Which members live in a home together with this one on a day.
pub fn household(conn: &mut PgConnection, member: i64, unit: i64, day: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select o.member_id as id from occupancies o where o.unit_id = $2 and o.during @> $3 \
         and exists (select from occupancies p where p.unit_id = $2 and p.member_id = $1 and p.during @> $3) \
         order by o.member_id limit 50")
    .bind((member, unit, day))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

// ---- forgetting ----

/// Takes the person out; how many they were, what they looked for and what came of it stays.
pub fn forget(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<()> {
    sql("update applications set given_name = '', family_name = '', email = null, phone = null, other_adults = '', \
         remarks = '', source = '', forgotten_on = $2, version = version + 1 where id = $1")
    .bind((id, day))
    .execute(conn)?;
    sql("update application_steps set reason = '' where application_id = $1 and reason <> ''")
        .bind(id)
        .execute(conn)?;
    sql("delete from application_interviews where application_id = $1").bind(id).execute(conn)?;
    Ok(())
}

/// Requests that came to nothing on or before a day and still name somebody.
pub fn ended_by(conn: &mut PgConnection, day: NaiveDate, limit: i64) -> Result<Vec<i64>> {
    let text = format!(
        "select a.id from applications a where a.forgotten_on is null and {STATE} in ('refused', 'withdrawn', 'expired') \
         and (select max(s.on_date) from application_steps s where s.application_id = a.id) <= $1 order by a.id limit $2"
    );
    let rows: Vec<Id> = sql(text).bind((day, limit)).load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
