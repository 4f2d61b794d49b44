//! Every query of the notices and the preferences.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Text};

use super::{Notice, Received};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::sql::sql;
use crate::schema::{accounts, notices, preferences};

/// Rows a statement inserts at once, well below the protocol's limit of parameters.
const BATCH: usize = 1_000;

#[derive(QueryableByName)]
struct OfMember {
    #[diesel(sql_type = BigInt)]
    member_id: i64,
    #[diesel(sql_type = BigInt)]
    account_id: i64,
}

pub fn accounts_of(conn: &mut PgConnection, members: &[i64], today: NaiveDate) -> Result<HashMap<i64, i64>> {
    let rows: Vec<OfMember> =
        sql("select member_id, id as account_id from accounts where member_id = any($1) and disabled_at is null \
         and (expires_on is null or expires_on >= $2) limit 100000")
        .bind::<Array<BigInt>, _>(members)
        .bind::<Date, _>(today)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.member_id, row.account_id)).collect())
}

#[derive(QueryableByName)]
struct ReaderRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    email: String,
    #[diesel(sql_type = Text)]
    language: String,
    #[diesel(sql_type = Bool)]
    inbox: bool,
    #[diesel(sql_type = Bool)]
    mail: bool,
}

/// Somebody to be told of something.
#[derive(Debug, Clone)]
pub struct Reader {
    pub name: String,
    pub email: String,
    /// What they chose for their pages, else what the register says, else the co-op's own.
    pub lang: Lang,
    pub inbox: bool,
    pub mail: bool,
}

/// Those of some accounts that are open, with what each wants of a kind.
pub fn readers(conn: &mut PgConnection, ids: &[i64], kind: &str, today: NaiveDate) -> Result<HashMap<i64, Reader>> {
    let rows: Vec<ReaderRow> =
        sql("select a.id, a.name, a.email, coalesce(a.language, m.language, c.default_language) as language, \
           coalesce(p.inbox, true) as inbox, coalesce(p.mail, true) as mail \
         from accounts a join coops c on true left join members m on m.id = a.member_id \
         left join preferences p on p.account_id = a.id and p.kind = $2 \
         where a.id = any($1) and a.disabled_at is null and (a.expires_on is null or a.expires_on >= $3) limit 100000")
        .bind::<Array<BigInt>, _>(ids)
        .bind::<Text, _>(kind)
        .bind::<Date, _>(today)
        .load(conn)?;
    let reader = |row: ReaderRow| {
        let lang = Lang::parse(&row.language).unwrap_or(Lang::En);
        (row.id, Reader { name: row.name, email: row.email, lang, inbox: row.inbox, mail: row.mail })
    };
    Ok(rows.into_iter().map(reader).collect())
}

/// Inserts notices and gives the accounts that had not been told of this event yet.
pub fn insert(conn: &mut PgConnection, event: Option<i64>, all: &[&Notice], now: DateTime<Utc>) -> Result<Vec<i64>> {
    let mut fresh = Vec::new();
    for batch in all.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|notice| {
                (
                    notices::account_id.eq(notice.account_id),
                    notices::event_id.eq(event),
                    notices::kind.eq(notice.kind),
                    notices::subject_name.eq(&notice.subject_name),
                    notices::detail.eq(&notice.detail),
                    notices::href.eq(&notice.href),
                    notices::created_at.eq(now),
                )
            })
            .collect();
        let told: Vec<i64> = diesel::insert_into(notices::table)
            .values(rows)
            .on_conflict_do_nothing()
            .returning(notices::account_id)
            .get_results(conn)?;
        fresh.extend(told);
    }
    Ok(fresh)
}

/// The unread first, then the latest; `after` is whether the last one was unread, and its id.
pub fn inbox(conn: &mut PgConnection, account: i64, after: Option<(bool, i64)>, limit: i64) -> Result<Vec<Received>> {
    let mut query = notices::table
        .filter(notices::account_id.eq(account))
        .order((notices::read_at.is_null().desc(), notices::id.desc()))
        .limit(limit)
        .select(Received::as_select())
        .into_boxed();
    query = match after {
        None => query,
        Some((true, id)) => query.filter(notices::read_at.is_not_null().or(notices::id.lt(id))),
        Some((false, id)) => query.filter(notices::read_at.is_not_null().and(notices::id.lt(id))),
    };
    Ok(query.load(conn)?)
}

/// Marks a notice as read, and gives the name of what it is about.
pub fn read(conn: &mut PgConnection, account: i64, id: i64, now: DateTime<Utc>) -> Result<String> {
    let own = notices::table.filter(notices::account_id.eq(account).and(notices::id.eq(id)));
    let name: Option<String> = own.select(notices::subject_name).first(conn).optional()?;
    let name = name.ok_or(Error::NotFound)?;
    diesel::update(own.filter(notices::read_at.is_null())).set(notices::read_at.eq(now)).execute(conn)?;
    Ok(name)
}

/// Marks all notices with the address of this one as read, and gives the address.
pub fn open(conn: &mut PgConnection, account: i64, id: i64, now: DateTime<Utc>) -> Result<String> {
    let own = notices::table.filter(notices::account_id.eq(account));
    let href: Option<String> = own.filter(notices::id.eq(id)).select(notices::href).first(conn).optional()?;
    let href = href.ok_or(Error::NotFound)?;
    diesel::update(own.filter(notices::href.eq(&href).and(notices::read_at.is_null())))
        .set(notices::read_at.eq(now))
        .execute(conn)?;
    Ok(href)
}

pub fn read_all(conn: &mut PgConnection, account: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(notices::table.filter(notices::account_id.eq(account).and(notices::read_at.is_null())))
        .set(notices::read_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// What an account has set: kind, and whether it wants inbox and mail.
pub fn wishes(conn: &mut PgConnection, account: i64) -> Result<HashMap<String, (bool, bool)>> {
    let rows: Vec<(String, bool, bool)> = preferences::table
        .filter(preferences::account_id.eq(account))
        .limit(100)
        .select((preferences::kind, preferences::inbox, preferences::mail))
        .load(conn)?;
    Ok(rows.into_iter().map(|(kind, inbox, mail)| (kind, (inbox, mail))).collect())
}

pub fn set_wish(conn: &mut PgConnection, account: i64, kind: &str, inbox: bool, mail: bool) -> Result<()> {
    sql("insert into preferences (account_id, kind, inbox, mail) values ($1, $2, $3, $4) \
         on conflict (coop_id, account_id, kind) do update set inbox = excluded.inbox, mail = excluded.mail")
    .bind::<BigInt, _>(account)
    .bind::<Text, _>(kind)
    .bind::<Bool, _>(inbox)
    .bind::<Bool, _>(mail)
    .execute(conn)?;
    Ok(())
}

/// Turns the mails of a kind off. The name of the account, if they were on.
pub fn stop(conn: &mut PgConnection, account: i64, kind: &str) -> Result<Option<String>> {
    let name: Option<String> = accounts::table.find(account).select(accounts::name).first(conn).optional()?;
    let name = name.ok_or(Error::NotFound)?;
    let changed = sql("insert into preferences as p (account_id, kind, inbox, mail) values ($1, $2, true, false) \
         on conflict (coop_id, account_id, kind) do update set mail = false where p.mail")
    .bind::<BigInt, _>(account)
    .bind::<Text, _>(kind)
    .execute(conn)?;
    Ok((changed == 1).then_some(name))
}
