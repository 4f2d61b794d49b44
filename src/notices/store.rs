//! Every query of the notices and the preferences.

pub mod digest;
mod kept;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Notice, Received, Rhythm};
use crate::platform::error::{Error, Result};
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};
use crate::schema::{account_holders, accounts, events, notices, preferences};

/// Rows a statement inserts at once, well below the protocol's limit of parameters.
const BATCH: usize = 1_000;

/// What somebody was told and has not read.
pub const WAITS: Waits = Waits {
    entry: "inbox",
    select: "select n.id from notices n where n.account_id = {account} and n.read_at is null",
    on_home: false,
};

/// Mails that wait to be sent to an account. Two who share a mailbox are told apart by their names.
pub const QUEUED: &str = "select '' from jobs j join account_holders a on a.id = {account} and a.role <> 'observer' \
    where j.kind in ('letter', 'mailing') and j.payload ->> 'to_address' = a.email and j.payload ->> 'to_name' = a.name";

/// Drops the mails that wait for an account.
pub fn drop_queued(conn: &mut PgConnection, account: i64) -> Result<()> {
    sql("delete from jobs j using account_holders a where a.id = $1 and a.role <> 'observer' and j.kind in ('letter', 'mailing') \
         and j.payload ->> 'to_address' = a.email and j.payload ->> 'to_name' = a.name")
    .bind(account)
    .execute(conn)?;
    Ok(())
}

/// The open accounts of some members, and those of some accounts that are open.
pub fn accounts_of(conn: &mut PgConnection, members: &[i64], own: &[i64], today: NaiveDate) -> Result<Vec<i64>> {
    if members.is_empty() && own.is_empty() {
        return Ok(Vec::new());
    }
    let theirs = accounts::member_id.eq_any(members).assume_not_null().or(accounts::id.eq_any(own));
    let theirs = accounts::table.filter(theirs).into_boxed();
    open_ones(conn, theirs, today)
}

/// The open accounts of some roles.
pub fn accounts_as(conn: &mut PgConnection, roles: &[&str], today: NaiveDate) -> Result<Vec<i64>> {
    open_ones(conn, accounts::table.filter(accounts::role.eq_any(roles)).into_boxed(), today)
}

fn open_ones(conn: &mut PgConnection, all: accounts::BoxedQuery<'_, Pg>, today: NaiveDate) -> Result<Vec<i64>> {
    Ok(all
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::expires_on.is_null().or(accounts::expires_on.ge(today)))
        .order(accounts::id)
        .limit(100_000)
        .select(accounts::id)
        .load(conn)?)
}

row! {
    struct ReaderRow {
        id: i64,
        name: String,
        email: String,
        language: String,
        inbox: bool,
        mail: bool,
        rhythm: String,
    }
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
    pub rhythm: Rhythm,
}

/// Those of some accounts that are open, with what each wants of a kind.
pub fn readers(conn: &mut PgConnection, ids: &[i64], kind: &str, today: NaiveDate) -> Result<HashMap<i64, Reader>> {
    let rows: Vec<ReaderRow> =
        sql("select a.id, a.name, coalesce(a.email, '') as email, coalesce(a.language, m.language, c.default_language) as language, \
           coalesce(p.inbox, true) as inbox, coalesce(p.mail, true) as mail, coalesce(r.rhythm, 'each') as rhythm \
         from account_holders a join coops c on true left join members m on m.id = a.member_id \
         left join preferences p on p.account_id = a.id and p.kind = $2 left join mail_rhythms r on r.account_id = a.id \
         where a.id = any($1) and a.disabled_at is null and (a.expires_on is null or a.expires_on >= $3) limit 100000")
        .bind((ids, kind, today))
        .load(conn)?;
    let reader = |row: ReaderRow| {
        let lang = Lang::parse(&row.language).unwrap_or(Lang::En);
        let rhythm = Rhythm::parse(&row.rhythm).unwrap_or(Rhythm::Each);
        (row.id, Reader { name: row.name, email: row.email, lang, inbox: row.inbox, mail: row.mail, rhythm })
    };
    Ok(rows.into_iter().map(reader).collect())
}

row! {
    struct Mails {
        many: i64,
    }
}

/// How many of some members have an open account with an address and want mails of a kind.
pub fn mailed(conn: &mut PgConnection, members: &[i64], kind: &str, today: NaiveDate) -> Result<i64> {
    let found: Mails = sql("select count(*) as many from account_holders a \
         left join preferences p on p.account_id = a.id and p.kind = $2 \
         where a.member_id = any($1) and a.email <> '' and coalesce(p.mail, true) and a.disabled_at is null \
           and (a.expires_on is null or a.expires_on >= $3)")
    .bind((members, kind, today))
    .get_result(conn)?;
    Ok(found.many)
}

/// Inserts notices and gives the accounts and events that had not been told of each other yet.
pub fn insert(conn: &mut PgConnection, all: &[&Notice<'_>], now: DateTime<Utc>) -> Result<Vec<(i64, i64)>> {
    let mut fresh = Vec::new();
    for batch in all.chunks(BATCH) {
        let row = |notice: &&Notice<'_>| {
            (
                notices::account_id.eq(notice.account_id),
                notices::event_id.eq(notice.event.id),
                notices::kind.eq(notice.kind.word),
                notices::created_at.eq(now),
            )
        };
        let told: Vec<(i64, i64)> = diesel::insert_into(notices::table)
            .values(batch.iter().map(row).collect::<Vec<_>>())
            .on_conflict_do_nothing()
            .returning((notices::account_id, notices::event_id))
            .get_results(conn)?;
        fresh.extend(told);
    }
    Ok(fresh)
}

/// The unread first, then the latest; `after` is whether the last one was unread, and its id.
pub fn inbox(
    conn: &mut PgConnection,
    account: i64,
    after: Option<(bool, i64)>,
    limit: i64,
) -> Result<Vec<(Received, Event)>> {
    let mut query = notices::table
        .inner_join(events::table.on(events::id.eq(notices::event_id)))
        .filter(notices::account_id.eq(account))
        .order((notices::read_at.is_null().desc(), notices::id.desc()))
        .limit(limit)
        .select((Received::as_select(), Event::as_select()))
        .into_boxed();
    query = match after {
        None => query,
        Some((true, id)) => query.filter(notices::read_at.is_not_null().or(notices::id.lt(id))),
        Some((false, id)) => query.filter(notices::read_at.is_not_null().and(notices::id.lt(id))),
    };
    Ok(query.load(conn)?)
}

/// The event of one's own notice.
fn event_of(conn: &mut PgConnection, account: i64, id: i64) -> Result<Event> {
    let found = notices::table
        .inner_join(events::table.on(events::id.eq(notices::event_id)))
        .filter(notices::account_id.eq(account).and(notices::id.eq(id)))
        .select(Event::as_select())
        .first(conn)
        .optional()?;
    found.ok_or(Error::NotFound)
}

/// Marks a notice as read, and gives the name of what it is about.
pub fn read(conn: &mut PgConnection, account: i64, id: i64, now: DateTime<Utc>) -> Result<String> {
    let name = event_of(conn, account, id)?.subject_name;
    let own = notices::table.filter(notices::account_id.eq(account).and(notices::id.eq(id)));
    diesel::update(own.filter(notices::read_at.is_null())).set(notices::read_at.eq(now)).execute(conn)?;
    Ok(name)
}

/// Marks all notices about the same thing as read, and gives the event of this one.
pub fn open(conn: &mut PgConnection, account: i64, id: i64, now: DateTime<Utc>) -> Result<Event> {
    let event = event_of(conn, account, id)?;
    let about =
        events::subject_kind.eq(&event.subject_kind).and(events::subject_id.is_not_distinct_from(event.subject_id));
    let same = events::table.filter(about).select(events::id);
    let unread = notices::table.filter(notices::account_id.eq(account).and(notices::read_at.is_null()));
    diesel::update(unread.filter(notices::event_id.eq_any(same))).set(notices::read_at.eq(now)).execute(conn)?;
    Ok(event)
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
    .bind((account, kind, inbox, mail))
    .execute(conn)?;
    Ok(())
}

/// Turns the mails of a kind off. The name of the account, if they were on.
pub fn stop(conn: &mut PgConnection, account: i64, kind: &str) -> Result<Option<String>> {
    let name: Option<String> =
        account_holders::table.find(account).select(account_holders::name).first(conn).optional()?;
    let name = name.ok_or(Error::NotFound)?;
    let changed = sql("insert into preferences as p (account_id, kind, inbox, mail) values ($1, $2, true, false) \
         on conflict (coop_id, account_id, kind) do update set mail = false where p.mail")
    .bind((account, kind))
    .execute(conn)?;
    Ok((changed == 1).then_some(name))
}
