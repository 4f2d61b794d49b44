//! Who wants one mail a day or a week, and what it tells them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::Reader;
use crate::notices::Rhythm;
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::slice::{self, Slices, Whose};
use crate::platform::sql::{row, sql};
use crate::schema::{events, mail_rhythms, notices, preferences};

/// The most that one mail tells of; the inbox has the rest.
const TOLD_MAX: usize = 100;

/// Somebody whose mail is due.
#[derive(Debug, Clone)]
pub struct Taker {
    pub reader: Reader,
    member: Option<i64>,
    /// What came before this they were told.
    told_until: DateTime<Utc>,
}

row! {
    struct Taken {
        id: i64,
        name: String,
        email: String,
        language: String,
        member_id: Option<i64>,
        told_until: DateTime<Utc>,
    }
}

/// Those who have not had the mail that was due, each with until when they were told before. Marks them as told until now.
pub fn take(
    conn: &mut PgConnection,
    rhythm: Rhythm,
    due: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<BTreeMap<i64, Taker>> {
    let rows: Vec<Taken> = sql("with due as (select account_id, told_until from mail_rhythms \
           where rhythm = $3 and told_until < $1 order by account_id limit 100000 for update), \
         told as (update mail_rhythms r set told_until = $2 from due where r.account_id = due.account_id) \
         select a.id, a.name, coalesce(a.email, '') as email, coalesce(a.language, m.language, c.default_language) as language, \
           a.member_id, due.told_until from due join account_holders a on a.id = due.account_id join coops c on true \
         left join members m on m.id = a.member_id where a.disabled_at is null")
    .bind((due, now, rhythm.word()))
    .load(conn)?;
    let taker = |row: Taken| {
        let lang = Lang::parse(&row.language).unwrap_or(Lang::En);
        let reader = Reader { name: row.name, email: row.email, lang, inbox: true, mail: true, rhythm };
        (row.id, Taker { reader, member: row.member_id, told_until: row.told_until })
    };
    Ok(rows.into_iter().map(taker).collect())
}

row! {
    /// Something that waits for somebody and is late, or whose day is near.
    #[derive(Debug, Clone)]
    pub struct Standing {
        account_id: i64,
        /// What it is: with an `s` its address.
        pub kind: String,
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub closes_at: Option<DateTime<Utc>>,
        pub due_on: Option<NaiveDate>,
        /// The home that it was given to, where it was not given to the person.
        pub place: Option<String>,
    }
}

/// What waits for each of them and is due, or closes, before a day: whatever the slices say does, soonest first.
pub fn standing(
    conn: &mut PgConnection,
    slices: Slices,
    takers: &BTreeMap<i64, Taker>,
    today: NaiveDate,
    before: NaiveDate,
) -> Result<BTreeMap<i64, Vec<Standing>>> {
    let members: (Vec<i64>, Vec<i64>) =
        takers.iter().filter_map(|(account, taker)| Some((*account, taker.member?))).unzip();
    // A name that no selection of a slice uses.
    let whose = Whose { account: "taker.account_id", member: "taker.member_id", today: "$3" };
    let all = slice::listed(slices, &whose);
    let rows: Vec<Standing> = sql(format!(
        "select taker.account_id, w.* from unnest($1, $2) taker(account_id, member_id) cross join lateral \
           (select * from ({all}) w where w.due_on < $4 or co_op_day(w.closes_at) < $4 \
            order by coalesce(w.due_on, co_op_day(w.closes_at)), w.kind, w.id limit 100) w \
         order by taker.account_id, coalesce(w.due_on, co_op_day(w.closes_at)), w.kind, w.id limit 100000"
    ))
    .bind((members.0, members.1, today, before))
    .load(conn)?;
    let mut all: BTreeMap<i64, Vec<Standing>> = BTreeMap::new();
    for row in rows {
        all.entry(row.account_id).or_default().push(row);
    }
    Ok(all)
}

/// What waits for them: the account, the kind, and what it tells of; the latest first.
pub fn waiting(
    conn: &mut PgConnection,
    takers: &BTreeMap<i64, Taker>,
    now: DateTime<Utc>,
) -> Result<Vec<(i64, String, Event)>> {
    let Some(earliest) = takers.values().map(|taker| taker.told_until).min() else { return Ok(Vec::new()) };
    let unwanted = preferences::table
        .filter(preferences::account_id.eq(notices::account_id).and(preferences::kind.eq(notices::kind)))
        .filter(preferences::mail.eq(false));
    let found: Vec<(i64, String, DateTime<Utc>, Event)> = notices::table
        .inner_join(events::table.on(events::id.eq(notices::event_id)))
        .filter(notices::account_id.eq_any(takers.keys().copied().collect::<Vec<_>>()))
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
        *many <= TOLD_MAX && takers.get(account).is_some_and(|taker| *at > taker.told_until)
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

/// Ends the mail of the day or of the week. The name of the account, if it had one.
pub fn stop(conn: &mut PgConnection, account: i64, rhythm: Rhythm, now: DateTime<Utc>) -> Result<Option<String>> {
    row! {
        struct Named {
            name: String,
        }
    }
    let found: Option<Named> =
        sql("update mail_rhythms r set rhythm = 'none', told_until = $2 from account_holders a \
         where r.account_id = $1 and r.rhythm = $3 and a.id = r.account_id returning a.name")
        .bind((account, now, rhythm.word()))
        .get_result(conn)
        .optional()?;
    Ok(found.map(|row| row.name))
}
