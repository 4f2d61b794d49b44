//! Mailed links, of which only the hashes are kept.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::sign_in_links;

/// `kind`: `link`, `notice`, `invitation` or `letter`; `made_at` is when, for those who ask how far an invitation is.
pub fn insert_link(
    conn: &mut PgConnection,
    account: i64,
    hash: &[u8],
    kind: &str,
    made_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(sign_in_links::table)
        .values((
            sign_in_links::kind.eq(kind),
            sign_in_links::made_at.eq(made_at),
            sign_in_links::token_hash.eq(hash),
            sign_in_links::account_id.eq(account),
            sign_in_links::expires_at.eq(expires_at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Links of kind `notice` for those of some accounts that are open residents', one each. The accounts that got one.
pub fn insert_mailed_links(
    conn: &mut PgConnection,
    accounts: &[i64],
    hashes: &[Vec<u8>],
    made_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<HashSet<i64>> {
    let given: Vec<Given> = sql("insert into sign_in_links (token_hash, account_id, kind, made_at, expires_at) \
         select t.hash, a.id, 'notice', $3, $4 from unnest($1::bytea[], $2::bigint[]) t(hash, account) \
         join accounts a on a.id = t.account where a.role = 'resident' and not a.treasurer and a.disabled_at is null \
         returning account_id")
    .bind((hashes, accounts, made_at, expires_at))
    .load(conn)?;
    Ok(given.into_iter().map(|row| row.account_id).collect())
}

row! {
    struct Given {
        account_id: i64,
    }
}

/// Whose a link is, used or not.
pub fn link_holder(conn: &mut PgConnection, hash: &[u8]) -> Result<Option<(i64, String)>> {
    let found: Option<Holder> =
        sql("select a.id, a.name from sign_in_links l join account_holders a on a.id = l.account_id \
         where l.token_hash = $1 and l.kind <> 'letter'")
        .bind(hash)
        .get_result(conn)
        .optional()?;
    Ok(found.map(|row| (row.id, row.name)))
}

row! {
    struct Holder {
        id: i64,
        name: String,
    }
}

/// Uses a link up, in one step: two uses at once, and one of them finds nothing.
pub fn use_link(conn: &mut PgConnection, hash: &[u8], now: DateTime<Utc>) -> Result<Option<i64>> {
    Ok(diesel::update(
        sign_in_links::table.filter(
            sign_in_links::token_hash
                .eq(hash)
                .and(sign_in_links::kind.ne("letter"))
                .and(sign_in_links::used_at.is_null())
                .and(sign_in_links::expires_at.gt(now)),
        ),
    )
    .set(sign_in_links::used_at.eq(now))
    .returning(sign_in_links::account_id)
    .get_result(conn)
    .optional()?)
}
