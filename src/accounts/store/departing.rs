//! The queries of a departure: what an account has that ends with the membership.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::person::Obstacle;
use crate::schema::api_tokens;

pub const KEYS_OF: &str = "select k.name from api_tokens k join accounts a on a.id = k.account_id where a.id = {account} \
    and a.role <> 'observer' and k.revoked_at is null and k.expires_on >= {day}";
/// What they may do beyond what every member may: one row for being an admin, one for being a treasurer.
pub const ROLES_OF: &str = "select '' from accounts a cross join (values (true), (false)) r (admin) where a.id = {account} \
    and case when r.admin then a.role = 'admin' else a.treasurer end";
pub const ACCESS_OF: &str =
    "select '' from accounts a where a.id = {account} and a.role <> 'observer' and a.disabled_at is null";
pub const OBSERVER_OF: &str =
    "select '' from accounts a where a.id = {account} and a.role = 'observer' and a.disabled_at is null";

/// An admin stays until there is another one who does not leave by the same day.
pub const KEEPS_HERE: &[Obstacle] = &[Obstacle {
    words: "departure-last-admin",
    when: "exists (select from accounts where id = {account} and role = 'admin' and disabled_at is null) and not exists \
           (select from accounts a where a.id <> {account} and a.role = 'admin' and a.disabled_at is null \
             and (a.expires_on is null or a.expires_on >= {day}) and 'former' <> (select s.status from status_on(a.member_id, {day}) s))",
}];

/// A key is good again that was revoked, if its time is not over. Its name.
pub fn restore_token(conn: &mut PgConnection, account: i64, id: i64, today: NaiveDate) -> Result<Option<String>> {
    let own = api_tokens::table.filter(api_tokens::account_id.eq(account).and(api_tokens::id.eq(id)));
    let back = diesel::update(own.filter(api_tokens::expires_on.ge(today)))
        .set(api_tokens::revoked_at.eq(None::<chrono::DateTime<chrono::Utc>>))
        .returning(api_tokens::name);
    Ok(back.get_result(conn).optional()?)
}
