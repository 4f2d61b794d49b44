//! Who wants one mail a day, and what waits for it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Reader;
use crate::notices::Rhythm;
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};
use crate::schema::{events, mail_rhythms, notices, preferences};

/// The most that one mail tells of; the inbox has the rest.
const TOLD_MAX: usize = 100;

row! {
    struct Taken {
        id: i64,
        name: String,
        email: String,
        language: String,
        told_until: DateTime<Utc>,
    }
}

/// Those who have not had the mail of the day that was due, each with until when they were told before. Marks them as told until now.
pub fn take(
    conn: &mut PgConnection,
    due: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<BTreeMap<i64, (Reader, DateTime<Utc>)>> {
    let rows: Vec<Taken> = sql("with due as (select account_id, told_until from mail_rhythms \
           where rhythm = 'daily' and told_until < $1 order by account_id limit 100000 for update), \
         told as (update mail_rhythms r set told_until = $2 from due where r.account_id = due.account_id) \
         select a.id, a.name, coalesce(a.email, '') as email, coalesce(a.language, m.language, c.default_language) as language, \
           due.told_until from due join account_holders a on a.id = due.account_id join coops c on true \
         left join members m on m.id = a.member_id where a.disabled_at is null")
    .bind((due, now))
    .load(conn)?;
    let reader = |row: Taken| {
        let lang = Lang::parse(&row.language).unwrap_or(Lang::En);
        let reader = Reader { name: row.name, email: row.email, lang, inbox: true, mail: true, rhythm: Rhythm::Daily };
        (row.id, (reader, row.told_until))
    };
    Ok(rows.into_iter().map(reader).collect())
}

/// What waits for them: the account, the kind, and what it tells of; the latest first.
pub fn waiting(
    conn: &mut PgConnection,
    readers: &BTreeMap<i64, (Reader, DateTime<Utc>)>,
    now: DateTime<Utc>,
) -> Result<Vec<(i64, String, Event)>> {
    let Some(earliest) = readers.values().map(|(_, until)| *until).min() else { return Ok(Vec::new()) };
    let unwanted = preferences::table
        .filter(preferences::account_id.eq(notices::account_id).and(preferences::kind.eq(notices::kind)))
        .filter(preferences::mail.eq(false));
    let found: Vec<(i64, String, DateTime<Utc>, Event)> = notices::table
        .inner_join(events::table.on(events::id.eq(notices::event_id)))
        .filter(notices::account_id.eq_any(readers.keys().copied().collect::<Vec<_>>()))
        .filter(notices::created_at.gt(earliest).and(notices::created_at.le(now)).and(notices::read_at.is_null()))
        .filter(diesel::dsl::not(diesel::dsl::exists(unwanted)))
        .order((notices::account_id, notices::id.desc()))
        .limit(100_000)
        .select((notices::account_id, notices::kind, notices::created_at, Event::as_select()))
        .load(conn)?;
    let mut told: BTreeMap<i64, usize> = BTreeMap::new();
    let fresh = |(account, _, at, _): &(i64, String, DateTime<Utc>, Event)| {
        let many = told.entry(*account).or_default();
        *many += 1;
        *many <= TOLD_MAX && readers.get(account).is_some_and(|(_, until)| at > until)
    };
    Ok(found.into_iter().filter(fresh).map(|(account, kind, _, event)| (account, kind, event)).collect())
}

/// How somebody wants their mails; each at once where they never said.
pub fn rhythm(conn: &mut PgConnection, account: i64) -> Result<Rhythm> {
    let said = mail_rhythms::table.find(account).select(mail_rhythms::rhythm).first(conn).optional()?;
    Ok(said.unwrap_or(Rhythm::Each))
}

pub fn set_rhythm(conn: &mut PgConnection, account: i64, rhythm: Rhythm, now: DateTime<Utc>) -> Result<()> {
    sql("insert into mail_rhythms (account_id, rhythm, told_until) values ($1, $2, $3) \
         on conflict (coop_id, account_id) do update set rhythm = excluded.rhythm, told_until = excluded.told_until")
    .bind((account, rhythm.word(), now))
    .execute(conn)?;
    Ok(())
}

/// Ends the mail of the day. The name of the account, if it had one.
pub fn stop(conn: &mut PgConnection, account: i64, now: DateTime<Utc>) -> Result<Option<String>> {
    row! {
        struct Named {
            name: String,
        }
    }
    let found: Option<Named> =
        sql("update mail_rhythms r set rhythm = 'none', told_until = $2 from account_holders a \
         where r.account_id = $1 and r.rhythm = 'daily' and a.id = r.account_id returning a.name")
        .bind((account, now))
        .get_result(conn)
        .optional()?;
    Ok(found.map(|row| row.name))
}
