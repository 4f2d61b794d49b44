//! The queries of invitations: how far each member is, and the links and codes that let them in for the first time.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Bool, Date, Nullable, Text, Timestamptz};

use crate::accounts::Account;
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::schema::{accounts, sign_in_links};

/// A member, and how far their way in is.
#[derive(Debug, Clone, QueryableByName)]
pub struct Invitee {
    #[diesel(sql_type = BigInt)]
    pub member_id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Text)]
    pub sort_name: String,
    #[diesel(sql_type = Text)]
    pub number: String,
    #[diesel(sql_type = Nullable<Text>)]
    pub email: Option<String>,
    #[diesel(sql_type = Text)]
    pub language: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub account_id: Option<i64>,
    /// A word of `invitations::STATES`.
    #[diesel(sql_type = Text)]
    pub state: String,
    /// Whether mail reaches them and no one else.
    #[diesel(sql_type = Bool)]
    pub mailable: bool,
    /// The last invitation: `invitation` or `letter`, when, and until when it is good.
    #[diesel(sql_type = Nullable<Text>)]
    pub way: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub made_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub expires_at: Option<DateTime<Utc>>,
}

/// $1: today, $2: now. Whoever came in once needs no invitation; a shared address would let one person in for another.
const INVITEES: &str = "select m.id as member_id, m.name, m.sort_name, m.number, m.email, m.language, a.id as account_id, \
      case when a.id is null then m.email is not null else a.email not like '%invalid' end as mailable, l.kind as way, l.made_at, l.expires_at, case \
        when a.last_sign_in_at is not null then 'joined' \
        when a.disabled_at is not null or a.expires_on < $1 then 'closed' \
        when l.expires_at > $2 then 'invited' \
        when l.expires_at is not null then 'ran_out' \
        when m.email is null and (a.id is null or a.email like '%invalid') then 'no_address' \
        when a.id is null and (exists (select from members o where o.id <> m.id and lower(o.email) = lower(m.email) \
            and not exists (select from member_statuses f where f.member_id = o.id and f.status = 'former' and f.since <= $1 \
              and not exists (select from member_statuses n where n.member_id = o.id and n.since > f.since and n.since <= $1))) \
          or exists (select from accounts b where b.email = lower(m.email))) then 'shared' \
        else 'ready' end as state \
    from members m left join accounts a on a.member_id = m.id left join lateral (select k.kind, k.made_at, k.expires_at \
      from sign_in_links k where k.account_id = a.id and k.kind <> 'link' order by k.made_at desc limit 1) l on true \
    where coalesce((select s.status from member_statuses s where s.member_id = m.id and s.since <= $1 \
      order by s.since desc limit 1), 'applicant') not in ('former', 'applicant')";

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = BigInt)]
    count: i64,
}

pub fn counts(conn: &mut PgConnection, today: NaiveDate, now: DateTime<Utc>) -> Result<Vec<(String, i64)>> {
    let rows: Vec<Counted> = sql(format!(
        "with i as ({INVITEES}) select state, count(*) as count from i group by state order by state limit 20"
    ))
    .bind::<Date, _>(today)
    .bind::<Timestamptz, _>(now)
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
        "with i as ({INVITEES}) select * from i where (cardinality($3::text[]) = 0 or state = any($3)) \
         and (sort_name, member_id) > ($4, $5) order by sort_name, member_id limit $6"
    ))
    .bind::<Date, _>(at.0)
    .bind::<Timestamptz, _>(at.1)
    .bind::<Array<Text>, _>(states)
    .bind::<Text, _>(name)
    .bind::<BigInt, _>(id)
    .bind::<BigInt, _>(limit)
    .load(conn)?)
}

/// Who can be given a letter: whoever was not here yet, and whoever was but has no other way in once the password is lost. Those
/// without an address of their own first.
pub fn for_letters(conn: &mut PgConnection, limit: i64, at: (NaiveDate, DateTime<Utc>)) -> Result<Vec<Invitee>> {
    Ok(sql(format!(
        "with i as ({INVITEES}) select * from i where state not in ('closed', 'joined') or (state = 'joined' and not mailable) \
         order by state = 'joined', state not in ('no_address', 'shared'), sort_name, member_id limit $3"
    ))
    .bind::<Date, _>(at.0)
    .bind::<Timestamptz, _>(at.1)
    .bind::<BigInt, _>(limit)
    .load(conn)?)
}

/// Some of them, by member.
pub fn some(conn: &mut PgConnection, members: &[i64], at: (NaiveDate, DateTime<Utc>)) -> Result<Vec<Invitee>> {
    Ok(sql(format!(
        "with i as ({INVITEES}) select * from i where member_id = any($3) order by sort_name, member_id limit 5000"
    ))
    .bind::<Date, _>(at.0)
    .bind::<Timestamptz, _>(at.1)
    .bind::<Array<BigInt>, _>(members)
    .load(conn)?)
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
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
        .bind::<Text, _>(number)
        .get_result(conn)
        .optional()?;
    let Some(found) = found else { return Ok(None) };
    Ok(accounts::table.find(found.id).select(Account::as_select()).first(conn).optional()?)
}

/// A code that can still be used: the account is $1, the hash $2, now $3.
const LIVE: &str = "account_id = $1 and token_hash = $2 and kind = 'letter' and used_at is null and expires_at > $3";

/// Whether this code lets this account in.
pub fn knows_code(conn: &mut PgConnection, account: i64, hash: &[u8], now: DateTime<Utc>) -> Result<bool> {
    let found: Option<Id> = sql(format!("select account_id as id from sign_in_links where {LIVE}"))
        .bind::<BigInt, _>(account)
        .bind::<Binary, _>(hash)
        .bind::<Timestamptz, _>(now)
        .get_result(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Uses a code up, in one step. Whether it was good.
pub fn use_code(conn: &mut PgConnection, account: i64, hash: &[u8], now: DateTime<Utc>) -> Result<bool> {
    let used = sql(format!("update sign_in_links set used_at = $3 where {LIVE}"))
        .bind::<BigInt, _>(account)
        .bind::<Binary, _>(hash)
        .bind::<Timestamptz, _>(now)
        .execute(conn)?;
    Ok(used == 1)
}
