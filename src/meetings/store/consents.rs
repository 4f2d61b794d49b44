//! The queries of who agreed to notices by mail.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::meetings::consents::Consent;
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::schema::notice_consents;

/// Everybody who belongs to the co-op, or one of them.
pub fn list(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<Consent>> {
    Ok(sql("select m.id as member_id, m.name, coalesce(m.email, '') as address, n.address as agreed, n.given_at \
         from members m left join notice_consents n on n.member_id = m.id and n.withdrawn_at is null \
         where case when $1 is null then (select s.status from status_on(m.id, $2) s) not in ('applicant', 'former') else m.id = $1 end \
         order by m.sort_name, m.id limit 100000")
    .bind((member, today))
    .load(conn)?)
}

pub fn give(conn: &mut PgConnection, member: i64, address: &str, by: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    let row = (
        notice_consents::member_id.eq(member),
        notice_consents::address.eq(address),
        notice_consents::given_at.eq(now),
        notice_consents::given_by.eq(by),
    );
    diesel::insert_into(notice_consents::table).values(row).execute(conn)?;
    Ok(())
}

/// Whether there was one.
pub fn withdraw(conn: &mut PgConnection, member: i64, by: Option<i64>, now: DateTime<Utc>) -> Result<bool> {
    let open = notice_consents::member_id.eq(member).and(notice_consents::withdrawn_at.is_null());
    let set = (notice_consents::withdrawn_at.eq(now), notice_consents::withdrawn_by.eq(by));
    Ok(diesel::update(notice_consents::table.filter(open)).set(set).execute(conn)? > 0)
}
