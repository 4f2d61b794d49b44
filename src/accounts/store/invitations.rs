//! The queries of invitations: how far each member is, and the links and codes that let them in for the first time.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::address::shared;
use crate::accounts::Account;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::sign_in_links;

row! {
    /// A member, and how far their way in is.
    #[derive(Debug, Clone)]
    pub struct Invitee {
        pub member_id: i64,
        pub name: String,
        pub sort_name: String,
        pub number: String,
        pub email: Option<String>,
        pub language: String,
        pub account_id: Option<i64>,
        /// A word of `invitations::STATES`.
        pub state: String,
        /// Whether mail reaches them and no one else.
        pub mailable: bool,
        /// The last invitation: `invitation` or `letter`, when, and until when it is good.
        pub way: Option<String>,
        pub made_at: Option<DateTime<Utc>>,
        pub expires_at: Option<DateTime<Utc>>,
    }
}

/// $1: today, $2: now. Whoever came in once needs no invitation; a shared address would let one person in for another.
static INVITEES: LazyLock<String> = LazyLock::new(|| {
    let shared = shared("m.email", "m.id", "a.id");
    format!(
        "select m.id as member_id, m.name, m.sort_name, m.number, m.email, m.language, a.id as account_id, \
      a.address is not null or (m.email is not null and not o.shares) as mailable, l.kind as way, l.made_at, l.expires_at, case \
        when a.last_sign_in_at is not null then 'joined' \
        when a.disabled_at is not null or a.expires_on < $1 then 'closed' \
        when l.expires_at > $2 then 'invited' \
        when l.expires_at is not null then 'ran_out' \
        when m.email is null then 'no_address' \
        when a.address is null and o.shares then 'shared' \
        else 'ready' end as state \
    from members m left join accounts a on a.member_id = m.id left join lateral (select k.kind, k.made_at, k.expires_at \
      from sign_in_links k where k.account_id = a.id and k.kind <> 'link' order by k.made_at desc limit 1) l on true \
    cross join lateral (select {shared} as shares) o \
    where (select s.status not in ('former', 'applicant') from status_on(m.id, $1) s)"
    )
});

/// Who has a status that lets them in, and has never been given a way in.
pub const UNINVITED: &str = "select m.id from members m where not exists (select 1 from accounts a where a.member_id = m.id) \
   and (select s.status not in ('former', 'applicant') from status_on(m.id, {today}) s)";
/// A second account: somebody besides who set the co-op up.
pub const TWO: &str = "select 1 from accounts offset 1 limit 1";

row! {
    struct Counted {
        state: String,
        count: i64,
    }
}

pub fn counts(conn: &mut PgConnection, today: NaiveDate, now: DateTime<Utc>) -> Result<Vec<(String, i64)>> {
    let rows: Vec<Counted> = sql(format!(
        "with i as ({}) select state, count(*) as count from i group by state order by state limit 20",
        *INVITEES
    ))
    .bind((today, now))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.state, row.count)).collect())
}

/// A to Z, from behind `after`; none of `states` means all.
pub fn invitees(
    conn: &mut PgConnection,
    states: &[&str],
    after: Option<&(String, i64)>,
    limit: i64,
    at: (NaiveDate, DateTime<Utc>),
) -> Result<Vec<Invitee>> {
    let (name, id) = after.map_or(("", 0), |(name, id)| (name.as_str(), *id));
    Ok(sql(format!(
        "with i as ({}) select * from i where (cardinality($3::text[]) = 0 or state = any($3)) \
         and (sort_name, member_id) > ($4, $5) order by sort_name, member_id limit $6",
        *INVITEES
    ))
    .bind((at.0, at.1, states, name, id, limit))
    .load(conn)?)
}

/// Who can be given a letter: whoever was not here yet, and whoever was but has no other way in once the password is lost. Those
/// without an address of their own first.
pub fn for_letters(conn: &mut PgConnection, limit: i64, at: (NaiveDate, DateTime<Utc>)) -> Result<Vec<Invitee>> {
    Ok(sql(format!(
        "with i as ({}) select * from i where state not in ('closed', 'joined') or (state = 'joined' and not mailable) \
         order by state = 'joined', state not in ('no_address', 'shared'), sort_name, member_id limit $3",
        *INVITEES
    ))
    .bind((at.0, at.1, limit))
    .load(conn)?)
}

/// Some of them, by member.
pub fn some(conn: &mut PgConnection, members: &[i64], at: (NaiveDate, DateTime<Utc>)) -> Result<Vec<Invitee>> {
    Ok(sql(format!(
        "with i as ({}) select * from i where member_id = any($3) order by sort_name, member_id limit 5000",
        *INVITEES
    ))
    .bind((at.0, at.1, members))
    .load(conn)?)
}

row! {
    struct Id {
        id: i64,
    }
}

/// Ends what was sent before of this kind and was not used: a new letter makes the older code void.
pub fn void(conn: &mut PgConnection, account: i64, kind: &str) -> Result<()> {
    let unused = sign_in_links::table.filter(
        sign_in_links::account_id.eq(account).and(sign_in_links::kind.eq(kind)).and(sign_in_links::used_at.is_null()),
    );
    diesel::delete(unused).execute(conn)?;
    Ok(())
}

/// The account of the member with this number.
pub fn account_by_number(conn: &mut PgConnection, number: &str) -> Result<Option<Account>> {
    let found: Option<Id> = sql("select a.id from accounts a join members m on m.id = a.member_id where m.number = $1")
        .bind(number)
        .get_result(conn)
        .optional()?;
    let Some(found) = found else { return Ok(None) };
    super::account(conn, found.id).map(Some)
}

/// A code that can still be used: the account is $1, the hash $2, now $3.
const LIVE: &str = "account_id = $1 and token_hash = $2 and kind = 'letter' and used_at is null and expires_at > $3";

/// Whether this code lets this account in.
pub fn knows_code(conn: &mut PgConnection, account: i64, hash: &[u8], now: DateTime<Utc>) -> Result<bool> {
    let found: Option<Id> = sql(format!("select account_id as id from sign_in_links where {LIVE}"))
        .bind((account, hash, now))
        .get_result(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Uses a code up, in one step. Whether it was good.
pub fn use_code(conn: &mut PgConnection, account: i64, hash: &[u8], now: DateTime<Utc>) -> Result<bool> {
    let used =
        sql(format!("update sign_in_links set used_at = $3 where {LIVE}")).bind((account, hash, now)).execute(conn)?;
    Ok(used == 1)
}
