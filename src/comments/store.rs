//! Every query of the comments.

pub mod api;
mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::rules::Person;
use super::{Comment, Discussion, Found, Thing, Version};
use crate::platform::asker::Asker;
use crate::platform::error::Result;
use crate::platform::slice::Talked;
use crate::platform::sql::{Gathered, row, sql};

/// A comment that nothing is left of is not shown: it was taken back, and no answer hangs on it.
const SHOWN: &str = "(c.taken_back_at is null or exists \
    (select from comments r where r.reply_to = c.id and r.taken_back_at is null))";
/// Everything of a comment `c`, as JSON.
const WHOLE: &str = "to_jsonb(c) || jsonb_build_object('author', (select a.name from account_holders a where a.id = c.account_id), \
    'member', (select m.name from members m where m.id = c.member_id))";

row! {
    struct Title {
        id: i64,
        title_en: String,
        title_fr: String,
        over_at: Option<DateTime<Utc>>,
        author: Option<i64>,
        author_member: Option<i64>,
    }
}

/// A thing that others see and can comment on.
///
/// # Errors
/// `NotFound`.
pub fn thing(conn: &mut PgConnection, talked: &'static Talked, asker: &Asker<'_>, id: i64) -> Result<Thing> {
    let text = "select t.id, t.title_en, t.title_fr, t.over_at, t.author, (select a.member_id from accounts a where a.id = t.author) as author_member \
         from ({things}) t where t.id = $1";
    let row: Title = asker.one(text, talked.select, talked.all, id).get_result(conn)?;
    let author = row.author.map(|account| (account, row.author_member));
    Ok(Thing { talked, id: row.id, title_en: row.title_en, title_fr: row.title_fr, over_at: row.over_at, author })
}

row! {
    struct Whole {
        closed_at: Option<DateTime<Utc>>,
        count: i64,
        newest: i64,
        comments: Gathered<Vec<Comment>>,
    }
}

/// What is said of a thing: the latest `limit` comments that answer none, before one of them or with all, each with its answers; by time.
pub fn discussion(
    conn: &mut PgConnection,
    about: &str,
    id: i64,
    before: Option<i64>,
    limit: i64,
) -> Result<Discussion> {
    let row: Whole = sql(format!(
        "with first as (select c.id from comments c where c.about = $1 and c.about_id = $2 and c.reply_to is null \
           and ($3 is null or c.id < $3) and {SHOWN} order by c.id desc limit $4) \
         select (select d.closed_at from closed_discussions d where d.about = $1 and d.about_id = $2) as closed_at, \
           (select count(*) from comments c where c.about = $1 and c.about_id = $2 and c.taken_back_at is null) as count, \
           coalesce((select max(c.id) from comments c where c.about = $1 and c.about_id = $2), 0) as newest, \
           coalesce((select jsonb_agg({WHOLE} order by c.id) from comments c \
             where c.id in (select id from first) or (c.reply_to in (select id from first) and c.taken_back_at is null)), '[]') as comments"
    ))
    .bind((about, id, before, limit + 1))
    .get_result(conn)?;
    Ok(Discussion::of(row.closed_at, row.count, row.newest, row.comments.0, limit))
}

/// The number of the latest comment on a thing; 0 without one.
pub fn newest(conn: &mut PgConnection, about: &str, id: i64) -> Result<i64> {
    row! {
        struct Newest {
            id: i64,
        }
    }
    let text =
        "select coalesce(max(id), 0) as id from comments where about = $1 and about_id = $2 and taken_back_at is null";
    Ok(sql(text).bind((about, id)).get_result::<Newest>(conn)?.id)
}

row! {
    struct One {
        comment: Gathered<Comment>,
        about: String,
        about_id: i64,
        later: i64,
    }
}

/// A comment, what it is about, and how many that answer none came after it, or after the one that it answers.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Found> {
    let row: One = sql(format!(
        "select {WHOLE} as comment, c.about, c.about_id, (select count(*) from comments l where l.about = c.about and l.about_id = c.about_id \
           and l.reply_to is null and l.id > coalesce(c.reply_to, c.id)) as later from comments c where c.id = $1"
    ))
    .bind(id)
    .get_result(conn)?;
    Ok(Found { comment: row.comment.0, about: row.about, about_id: row.about_id, later: row.later })
}

/// The comment, and nobody else changes it until this transaction ends.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<Found> {
    sql("select id from comments where id = $1 for update").bind(id).execute(conn)?;
    find(conn, id)
}

pub fn is_closed(conn: &mut PgConnection, about: &str, id: i64) -> Result<bool> {
    let text = "select from closed_discussions where about = $1 and about_id = $2";
    Ok(sql(text).bind((about, id)).execute(conn)? > 0)
}

/// Whether it was open before.
pub fn close(conn: &mut PgConnection, about: &str, id: i64, account: Option<i64>, now: DateTime<Utc>) -> Result<bool> {
    let text = "insert into closed_discussions (about, about_id, closed_by, closed_at) values ($1, $2, $3, $4) on conflict do nothing";
    Ok(sql(text).bind((about, id, account, now)).execute(conn)? > 0)
}

/// Whether it was closed before.
pub fn reopen(conn: &mut PgConnection, about: &str, id: i64) -> Result<bool> {
    Ok(sql("delete from closed_discussions where about = $1 and about_id = $2").bind((about, id)).execute(conn)? > 0)
}

row! {
    struct Id {
        id: i64,
    }
}

pub fn insert(
    conn: &mut PgConnection,
    thing: &Thing,
    reply_to: Option<i64>,
    (account, member): (i64, Option<i64>),
    text: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    let made: Id = sql("insert into comments (about, about_id, reply_to, account_id, member_id, text, written_at) \
         values ($1, $2, $3, $4, $5, $6, $7) returning id")
    .bind((thing.about(), thing.id, reply_to, account, member, text, now))
    .get_result(conn)?;
    Ok(made.id)
}

/// How many comments an account wrote since an instant.
pub fn written_since(conn: &mut PgConnection, account: i64, at: DateTime<Utc>) -> Result<i64> {
    let text = "select count(*) as id from comments where account_id = $1 and written_at > $2";
    Ok(sql(text).bind((account, at)).get_result::<Id>(conn)?.id)
}

/// Gives a comment another text and keeps the one it had.
pub fn edit(conn: &mut PgConnection, id: i64, text: &str, now: DateTime<Utc>) -> Result<()> {
    sql("insert into comment_versions (comment_id, number, text, written_at) \
         select id, version, text, coalesce(edited_at, written_at) from comments where id = $1")
    .bind(id)
    .execute(conn)?;
    sql("update comments set text = $2, edited_at = $3, version = version + 1 where id = $1")
        .bind((id, text, now))
        .execute(conn)?;
    Ok(())
}

/// What a comment said before, the latest first.
pub fn versions(conn: &mut PgConnection, id: i64) -> Result<Vec<Version>> {
    Ok(sql("select text, written_at from comment_versions where comment_id = $1 order by number desc limit 1000")
        .bind(id)
        .load(conn)?)
}

/// The words go, in every version.
pub fn take_back(conn: &mut PgConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    sql("delete from comment_versions where comment_id = $1").bind(id).execute(conn)?;
    sql("update comments set text = '', taken_back_at = $2, version = version + 1 where id = $1")
        .bind((id, now))
        .execute(conn)?;
    Ok(())
}

/// Hides a comment with a reason, or shows it again without one.
pub fn hide(conn: &mut PgConnection, id: i64, by: Option<(i64, DateTime<Utc>)>, why: &str) -> Result<()> {
    sql("update comments set hidden_by = $2, hidden_at = $3, hidden_why = $4, version = version + 1 where id = $1")
        .bind((id, by.map(|(account, _)| account), by.map(|(_, at)| at), why))
        .execute(conn)?;
    Ok(())
}

/// Everybody who can be mentioned: who is of the co-op on this day.
pub fn people(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Person>> {
    Ok(sql("select m.id, m.name, m.given_name, m.preferred_name from members m \
         where (select s.status from status_on(m.id, $1) s) <> 'former' order by m.sort_name, m.id limit 10000")
    .bind(today)
    .load(conn)?)
}

row! {
    /// A member with the account by which they read; with neither account nor role where they have none.
    pub struct Reader {
        pub member: i64,
        pub name: String,
        pub account: Option<i64>,
        pub role: String,
    }
}

/// Some members, with their open accounts.
pub fn readers(conn: &mut PgConnection, members: &[i64]) -> Result<Vec<Reader>> {
    Ok(sql("select m.id as member, m.name, a.id as account, coalesce(a.role, '') as role from members m \
         left join accounts a on a.member_id = m.id and a.disabled_at is null where m.id = any($1) order by m.id limit 1000")
    .bind(members)
    .load(conn)?)
}

row! {
    /// An open account.
    pub struct Account {
        pub member: Option<i64>,
        pub role: String,
    }
}

/// An account, if it is open.
pub fn account(conn: &mut PgConnection, account: i64) -> Result<Option<Account>> {
    let found =
        sql("select member_id as member, role from accounts where id = $1 and disabled_at is null").bind(account);
    Ok(found.get_result(conn).optional()?)
}
