//! The queries of exemptions.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::hours::Doer;
use crate::hours::exemptions::{Exemption, NewExemption};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// The days on which exemptions end, with how many. Whose they are is read where they are granted, and nowhere else.
pub const DUE: &str = "select min(e.id) as id, count(*)::text as title_en, count(*)::text as title_fr, upper(e.during) as due_on \
   from exemptions e where upper(e.during) > {today} and upper(e.during) <= {today} + 400 group by upper(e.during)";

const EXEMPTIONS: &str = "select e.id, e.member_id, e.unit_id, coalesce(m.name, u.name, '') as name, e.kind, lower(e.during) as \"from\", \
    upper(e.during) as until, e.percent, e.reason, e.granted_at, e.version \
    from exemptions e left join members m on m.id = e.member_id left join units u on u.id = e.unit_id";

pub fn list(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Exemption>> {
    Ok(sql(format!(
        "{EXEMPTIONS} order by coalesce(upper(e.during) <= $1, false), coalesce(m.sort_name, folded(u.name)), e.id limit 2000"
    ))
    .bind(today)
    .load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Exemption> {
    Ok(sql(format!("{EXEMPTIONS} where e.id = $1")).bind(id).get_result(conn)?)
}

/// Those of a member and of a home.
pub fn of(conn: &mut PgConnection, member: Option<i64>, unit: Option<i64>) -> Result<Vec<Exemption>> {
    let text =
        format!("{EXEMPTIONS} where e.member_id = $1 or e.unit_id = $2 order by lower(e.during) desc, e.id limit 100");
    Ok(sql(text).bind((member, unit)).load(conn)?)
}

pub fn exists(conn: &mut PgConnection, whom: Doer) -> Result<bool> {
    let text = "select from members where id = $1 union all select from units where id = $2 \
        and kind in ('apartment', 'townhouse', 'house', 'room')";
    Ok(sql(text).bind((whom.member(), whom.unit())).execute(conn)? > 0)
}

pub fn insert(
    conn: &mut PgConnection,
    whom: Doer,
    new: &NewExemption,
    until: Option<NaiveDate>,
    (account, now): (Option<i64>, DateTime<Utc>),
) -> Result<i64> {
    row! {
        struct Id {
            id: i64,
        }
    }
    let made: Id =
        sql("insert into exemptions (member_id, unit_id, kind, during, percent, reason, granted_by, granted_at) \
         values ($1, $2, $3, daterange($4, $5), $6, $7, $8, $9) returning id")
        .bind((whom.member(), whom.unit(), new.kind, new.from, until))
        .bind((new.percent, new.reason.as_str(), account, now))
        .get_result(conn)?;
    Ok(made.id)
}

/// Whether it still had this version.
pub fn update(
    conn: &mut PgConnection,
    id: i64,
    version: i32,
    new: &NewExemption,
    until: Option<NaiveDate>,
) -> Result<bool> {
    let changed = sql(
        "update exemptions set kind = $3, during = daterange($4, $5), percent = $6, reason = $7, version = version + 1 \
         where id = $1 and version = $2",
    )
    .bind((id, version, new.kind, new.from, until, new.percent, new.reason.as_str()))
    .execute(conn)?;
    Ok(changed == 1)
}

pub fn remove(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("delete from exemptions where id = $1").bind(id).execute(conn)?;
    Ok(())
}
