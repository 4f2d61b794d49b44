//! Every query of the accounts: who is visiting, sign-in, sessions, links, tokens, attempts.

pub mod address;
mod departing;
pub mod invitations;
mod kept;
mod known;
pub mod links;
pub mod merging;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use departing::{ACCESS_OF, KEEPS_HERE, KEYS_OF, OBSERVER_OF, ROLES_OF, restore_token};
pub use kept::{OBSTACLES, TABLES};
pub use known::{Whose, known};

use super::slice;
use super::{Account, ApiToken, Session};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};
use crate::policy::Role;
use crate::schema::{account_holders, accounts, api_tokens, attempts, events, sessions, sign_in_links};

/// Accounts that end by themselves, as those of an auditor.
pub const ACCESS_ENDS: &str = "select a.id, a.name as title_en, a.name as title_fr, a.expires_on as due_on from account_holders a \
   where a.disabled_at is null and a.expires_on > {today} and a.expires_on <= {today} + 400";

// ---- accounts ----

/// The account that signs in with this address.
pub fn account_by_address(conn: &mut PgConnection, address: &str) -> Result<Option<Account>> {
    let found = account_holders::table.filter(account_holders::address.eq(address));
    Ok(found.select(Account::as_select()).first(conn).optional()?)
}

pub fn account(conn: &mut PgConnection, id: i64) -> Result<Account> {
    Ok(account_holders::table.find(id).select(Account::as_select()).first(conn)?)
}

pub fn account_of(conn: &mut PgConnection, member: i64) -> Result<Option<i64>> {
    Ok(accounts::table.filter(accounts::member_id.eq(member)).select(accounts::id).first(conn).optional()?)
}

/// In the order of names, from behind the account `after`.
pub fn accounts(conn: &mut PgConnection, after: Option<i64>, limit: i64) -> Result<Vec<Account>> {
    use account_holders::{id, name, table};
    let rows = table.order((name, id)).limit(limit).select(Account::as_select());
    let Some(after) = after else { return Ok(rows.load(conn)?) };
    let last: Option<String> = table.find(after).select(name).first(conn).optional()?;
    let Some(last) = last else { return Ok(Vec::new()) };
    Ok(rows.filter(name.gt(&last).or(name.eq(&last).and(id.gt(after)))).load(conn)?)
}

/// The admins who can come in, locked until the end of the transaction.
pub fn locked_admins(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    let open = accounts::expires_on.is_null().or(accounts::expires_on.ge(today));
    Ok(accounts::table
        .filter(accounts::role.eq("admin").and(accounts::disabled_at.is_null()).and(open.assume_not_null()))
        .order(accounts::id)
        .limit(1_000)
        .select(accounts::id)
        .for_update()
        .load(conn)?)
}

row! {
    struct Left {
        id: i64,
        since: NaiveDate,
    }
}

/// Which of these accounts are a resident's who is a member no more, and since when. `known` says the same.
pub fn left(conn: &mut PgConnection, accounts: &[i64], today: NaiveDate) -> Result<Vec<(i64, NaiveDate)>> {
    let rows: Vec<Left> = sql("select a.id, s.since from accounts a cross join lateral status_on(a.member_id, $2) s \
         where a.id = any($1) and a.role = 'resident' and s.status = 'former' limit 100000")
    .bind((accounts, today))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.since)).collect())
}

pub struct NewAccount<'a> {
    pub member_id: Option<i64>,
    /// Name and e-mail of who is no member.
    pub own: Option<(&'a str, &'a str)>,
    pub address: Option<&'a str>,
    pub role: Role,
    pub password_hash: Option<&'a str>,
    pub language: Option<Lang>,
    pub expires_on: Option<NaiveDate>,
}

pub fn insert_account(conn: &mut PgConnection, new: &NewAccount<'_>) -> Result<i64> {
    Ok(diesel::insert_into(accounts::table)
        .values((
            accounts::member_id.eq(new.member_id),
            accounts::name.eq(new.own.map(|(name, _)| name)),
            accounts::email.eq(new.own.map(|(_, email)| email)),
            accounts::address.eq(new.address),
            accounts::role.eq(new.role.word()),
            accounts::password_hash.eq(new.password_hash),
            accounts::language.eq(new.language.map(Lang::code)),
            accounts::expires_on.eq(new.expires_on),
        ))
        .returning(accounts::id)
        .get_result(conn)?)
}

pub fn set_password(conn: &mut PgConnection, account: i64, hash: &str) -> Result<()> {
    diesel::update(accounts::table.find(account)).set(accounts::password_hash.eq(hash)).execute(conn)?;
    Ok(())
}

/// Ends everything the account holds open: sessions, links, an address that waits, API tokens, and with the epoch whatever is in flight.
pub fn raise_epoch(conn: &mut PgConnection, account: i64, keep_session: Option<&str>) -> Result<i32> {
    let epoch = diesel::update(accounts::table.find(account))
        .set(accounts::security_epoch.eq(accounts::security_epoch + 1))
        .returning(accounts::security_epoch)
        .get_result(conn)?;
    diesel::delete(sign_in_links::table.filter(sign_in_links::account_id.eq(account))).execute(conn)?;
    address::forget(conn, account)?;
    diesel::update(api_tokens::table.filter(api_tokens::account_id.eq(account).and(api_tokens::revoked_at.is_null())))
        .set(api_tokens::revoked_at.eq(diesel::dsl::now))
        .execute(conn)?;
    match keep_session.and_then(unhex) {
        Some(own) => {
            diesel::delete(sessions::table.filter(sessions::account_id.eq(account).and(sessions::key_hash.ne(own))))
                .execute(conn)?
        }
        None => diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(conn)?,
    };
    crate::platform::events::signal_ended(conn, account)?;
    Ok(epoch)
}

/// A closed account lets go of its address: others may sign in with it.
pub fn close(conn: &mut PgConnection, account: i64, at: DateTime<Utc>) -> Result<()> {
    let nothing = (accounts::disabled_at.eq(at), accounts::address.eq(None::<String>));
    diesel::update(accounts::table.find(account)).set(nothing).execute(conn)?;
    Ok(())
}

pub fn reopen(conn: &mut PgConnection, account: i64) -> Result<()> {
    let open = accounts::disabled_at.eq(None::<DateTime<Utc>>);
    diesel::update(accounts::table.find(account)).set(open).execute(conn)?;
    Ok(())
}

pub fn set_role(conn: &mut PgConnection, account: i64, role: Role, expires_on: Option<NaiveDate>) -> Result<()> {
    sql("select set_account_role($1, $2)").bind((account, role.word())).execute(conn)?;
    diesel::update(accounts::table.find(account)).set(accounts::expires_on.eq(expires_on)).execute(conn)?;
    Ok(())
}

pub fn set_treasurer(conn: &mut PgConnection, account: i64, treasurer: bool) -> Result<()> {
    diesel::update(accounts::table.find(account)).set(accounts::treasurer.eq(treasurer)).execute(conn)?;
    Ok(())
}

pub fn set_appearance(
    conn: &mut PgConnection,
    account: i64,
    language: Option<Lang>,
    theme: &str,
    size: i32,
) -> Result<()> {
    diesel::update(accounts::table.find(account))
        .set((accounts::language.eq(language.map(Lang::code)), accounts::theme.eq(theme), accounts::text_size.eq(size)))
        .execute(conn)?;
    Ok(())
}

pub fn signed_in(conn: &mut PgConnection, account: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(accounts::table.find(account)).set(accounts::last_sign_in_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Whether the account came in from a device of this name before.
pub fn knows_device(conn: &mut PgConnection, account: i64, device: &str) -> Result<bool> {
    let known = events::table.filter(
        events::subject_kind
            .eq("account")
            .and(events::subject_id.eq(account))
            .and(events::kind.eq(slice::ACCOUNT_SIGNED_IN.word))
            .and(events::detail.retrieve_as_text("device").eq(device)),
    );
    Ok(diesel::select(diesel::dsl::exists(known)).get_result(conn)?)
}

// ---- attempts ----

/// Counts one more attempt and gives how many were made in the window so far, this one included.
pub fn count_attempt(
    conn: &mut PgConnection,
    subject: &str,
    window_start: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<i32> {
    row! {
        struct Made {
            made: i32,
        }
    }
    let row: Made = sql(
        "insert into attempts as t (subject, made, since) values ($1, 1, $3) on conflict (coop_id, subject) do update \
         set made = case when t.since < $2 then 1 else t.made + 1 end, since = case when t.since < $2 then $3 else t.since end \
         returning made",
    )
    .bind((subject, window_start, now))
    .get_result(conn)?;
    Ok(row.made)
}

/// Takes one attempt back.
pub fn give_back_attempt(conn: &mut PgConnection, subject: &str) -> Result<()> {
    let made = attempts::table.filter(attempts::subject.eq(subject).and(attempts::made.gt(0)));
    diesel::update(made).set(attempts::made.eq(attempts::made - 1)).execute(conn)?;
    Ok(())
}

pub fn forget_attempts(conn: &mut PgConnection, subject: &str) -> Result<()> {
    diesel::delete(attempts::table.filter(attempts::subject.eq(subject))).execute(conn)?;
    Ok(())
}

// ---- links ----

// ---- sessions ----

pub fn sessions_of(conn: &mut PgConnection, account: i64, now: DateTime<Utc>) -> Result<Vec<Session>> {
    Ok(sessions::table
        .filter(sessions::account_id.eq(account).and(sessions::expires_at.gt(now)))
        .order(sessions::seen_at.desc())
        .limit(100)
        .select(Session::as_select())
        .load(conn)?)
}

/// Ends one session of this account. Whether there was one.
pub fn end_session(conn: &mut PgConnection, account: i64, key_hash: &[u8]) -> Result<bool> {
    let ended =
        diesel::delete(sessions::table.filter(sessions::account_id.eq(account).and(sessions::key_hash.eq(key_hash))))
            .execute(conn)?;
    Ok(ended == 1)
}

// ---- tokens ----

pub fn tokens_of(conn: &mut PgConnection, account: i64) -> Result<Vec<ApiToken>> {
    Ok(api_tokens::table
        .filter(api_tokens::account_id.eq(account).and(api_tokens::revoked_at.is_null()))
        .order(api_tokens::id.desc())
        .limit(100)
        .select(ApiToken::as_select())
        .load(conn)?)
}

pub fn insert_token(
    conn: &mut PgConnection,
    account: i64,
    name: &str,
    hash: &[u8],
    scopes: &[String],
    expires_on: NaiveDate,
) -> Result<i64> {
    Ok(diesel::insert_into(api_tokens::table)
        .values((
            api_tokens::account_id.eq(account),
            api_tokens::name.eq(name),
            api_tokens::token_hash.eq(hash),
            api_tokens::scopes.eq(scopes),
            api_tokens::expires_on.eq(expires_on),
        ))
        .returning(api_tokens::id)
        .get_result(conn)?)
}

pub fn revoke_token(conn: &mut PgConnection, account: i64, id: i64, now: DateTime<Utc>) -> Result<ApiToken> {
    Ok(diesel::update(
        api_tokens::table.filter(
            api_tokens::account_id.eq(account).and(api_tokens::id.eq(id)).and(api_tokens::revoked_at.is_null()),
        ),
    )
    .set(api_tokens::revoked_at.eq(now))
    .returning(ApiToken::as_select())
    .get_result(conn)?)
}

pub fn live_token(conn: &mut PgConnection, hash: &[u8], today: NaiveDate) -> Result<Option<ApiToken>> {
    Ok(api_tokens::table
        .filter(
            api_tokens::token_hash.eq(hash).and(api_tokens::revoked_at.is_null()).and(api_tokens::expires_on.ge(today)),
        )
        .select(ApiToken::as_select())
        .first(conn)
        .optional()?)
}

pub fn token_used(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<()> {
    diesel::update(api_tokens::table.find(id)).set(api_tokens::last_used_on.eq(today)).execute(conn)?;
    Ok(())
}

// ---- passwords ----

row! {
    struct Called {
        name: String,
    }
}

/// What the buildings of the co-op are called.
pub fn buildings(conn: &mut PgConnection) -> Result<Vec<String>> {
    let rows: Vec<Called> =
        sql("select distinct block as name from units where block <> '' order by 1 limit 200").load(conn)?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

// ---- tidying ----

/// Removes what has expired: sessions, links, addresses that waited, attempts of another day, forms sent long ago.
pub fn remove_expired(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    use crate::schema::submissions;
    let yesterday = now - super::TRACES_KEPT;
    diesel::delete(sessions::table.filter(sessions::expires_at.lt(now))).execute(conn)?;
    // Invitations stay a while longer, so that the page can say whose ran out.
    let season = now - chrono::TimeDelta::days(90);
    let old = sign_in_links::kind.eq_any(["link", "notice"]).and(sign_in_links::expires_at.lt(yesterday));
    diesel::delete(sign_in_links::table.filter(old.or(sign_in_links::expires_at.lt(season)))).execute(conn)?;
    address::forget_expired(conn, now)?;
    crate::platform::drafts::remove_old(conn, now)?;
    diesel::delete(attempts::table.filter(attempts::since.lt(yesterday))).execute(conn)?;
    diesel::delete(submissions::table.filter(submissions::at.lt(yesterday))).execute(conn)?;
    Ok(())
}

pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}
