//! The queries of addresses: which account signs in with which, and which one waits to be confirmed.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::schema::{accounts, address_changes};

/// Whether the address of a person is somebody else's too: of another member who is here on the day $1, or another account's to sign in
/// with. `{email}`, `{member}` and `{account}` are the person's; whom a guest shares an address with in the register is no matter.
const SHARED: &str = "({member} is not null and exists (select from members o where o.id <> {member} and o.email = {email} \
      and (select f.status <> 'former' from status_on(o.id, $1) f)) \
    or exists (select from accounts b where b.address = {email} and b.id is distinct from {account}))";

pub fn shared(email: &str, member: &str, account: &str) -> String {
    SHARED.replace("{email}", email).replace("{member}", member).replace("{account}", account)
}

/// Gives an open account the address of whose it is, unless somebody else has it too.
pub fn take(conn: &mut PgConnection, account: i64, today: NaiveDate) -> Result<()> {
    let shared = shared("h.email", "h.member_id", "h.id");
    sql(format!(
        "update accounts a set address = h.email from account_holders h where a.id = $2 and h.id = a.id and a.address is null \
         and a.disabled_at is null and not {shared}"
    ))
    .bind((today, account))
    .execute(conn)?;
    Ok(())
}

/// The same for an address that was confirmed: only another account could stand in the way, and the database refuses then.
pub fn hold(conn: &mut PgConnection, account: i64) -> Result<()> {
    sql("update accounts a set address = h.email from account_holders h where a.id = $1 and h.id = a.id")
        .bind(account)
        .execute(conn)?;
    Ok(())
}

pub fn let_go(conn: &mut PgConnection, account: i64) -> Result<()> {
    diesel::update(accounts::table.find(account)).set(accounts::address.eq(None::<String>)).execute(conn)?;
    Ok(())
}

/// Changes the address of who is no member, with which the account signs in.
pub fn set_own(conn: &mut PgConnection, account: i64, email: &str) -> Result<()> {
    let both = (accounts::email.eq(email), accounts::address.eq(email));
    diesel::update(accounts::table.find(account)).set(both).execute(conn)?;
    Ok(())
}

// ---- waiting ----

/// An address that waits for its mailbox to confirm it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = address_changes)]
pub struct Pending {
    pub account_id: i64,
    pub address: String,
    pub expires_at: DateTime<Utc>,
}

/// In the place of one that waited before. `times` are when it was asked for, and until when it waits.
pub fn wait(
    conn: &mut PgConnection,
    account: i64,
    address: &str,
    hash: &[u8],
    times: (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    forget(conn, account)?;
    diesel::insert_into(address_changes::table)
        .values((
            address_changes::account_id.eq(account),
            address_changes::address.eq(address),
            address_changes::token_hash.eq(hash),
            address_changes::asked_at.eq(times.0),
            address_changes::expires_at.eq(times.1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whether one waited.
pub fn forget(conn: &mut PgConnection, account: i64) -> Result<bool> {
    let gone = diesel::delete(address_changes::table.filter(address_changes::account_id.eq(account))).execute(conn)?;
    Ok(gone == 1)
}

pub fn pending(conn: &mut PgConnection, account: i64, now: DateTime<Utc>) -> Result<Option<Pending>> {
    let own = address_changes::account_id.eq(account).and(address_changes::expires_at.gt(now));
    Ok(address_changes::table.filter(own).select(Pending::as_select()).first(conn).optional()?)
}

pub fn of_token(conn: &mut PgConnection, hash: &[u8], now: DateTime<Utc>) -> Result<Option<Pending>> {
    let live = address_changes::token_hash.eq(hash).and(address_changes::expires_at.gt(now));
    Ok(address_changes::table.filter(live).select(Pending::as_select()).first(conn).optional()?)
}

/// Uses it up, in one step: of two at once one finds nothing.
pub fn use_up(conn: &mut PgConnection, hash: &[u8], now: DateTime<Utc>) -> Result<Option<Pending>> {
    let live = address_changes::token_hash.eq(hash).and(address_changes::expires_at.gt(now));
    let used = diesel::delete(address_changes::table.filter(live)).returning(Pending::as_returning());
    Ok(used.get_result(conn).optional()?)
}

pub fn forget_expired(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(address_changes::table.filter(address_changes::expires_at.le(now))).execute(conn)?;
    Ok(())
}
