//! Every query of the repairs.

mod access;
mod kept;
mod people;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use access::*;
pub use kept::TABLES;
pub use people::*;

use super::{Appointment, NewRepair, Repair, Status, Urgency, Whole};
use crate::files;
use crate::platform::asker::Asker;
use crate::platform::error::Result;
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};
use crate::policy::Permission;

/// Open requests that somebody deals with, those that nobody does for who leads the committee, and those of which their home is asked
/// whether the way in still holds.
pub const WAITS: Waits = Waits {
    entry: "repairs",
    select: "select 'repair' as kind, r.id, r.title as title_en, r.title as title_fr, null::timestamptz as closes_at, \
               r.visit_on as due_on, null::text as place \
             from repairs r where r.status in ('sent', 'seen', 'planned') and (r.dealer_id = {member} \
               or (r.dealer_id is null and exists (select from repair_settings p join leads l on l.committee_id = p.committee_id \
                 where l.member_id = {member} and l.during @> {today})) \
               or (exists (select from repair_access a where a.repair_id = r.id and a.to_confirm) \
                 and exists (select from repair_household(r.id, {today}) h where h.member_id = {member})))",
    on_home: true,
};

/// What cannot wait and nobody deals with.
pub const URGENT: &str = "select r.id from repairs r where r.status = 'sent' and r.urgency = 'now'";
/// What else nobody deals with.
pub const UNSEEN: &str = "select r.id from repairs r where r.status = 'sent' and r.urgency <> 'now'";
/// Open requests that a person deals with.
pub const DEALT_BY: &str =
    "select '№ ' || r.id from repairs r where r.dealer_id = {member} and r.status in ('sent', 'seen', 'planned')";

/// Requests as they are talked about. Their name stands in the log and in mails: it is their number.
pub const TALKED: &str = "select r.id, 'Repair ' || r.id as title_en, 'Réparation ' || r.id as title_fr, r.closed_at as over_at, \
   null::bigint as author from repair_sight({account}, {member}, {today}, {office}) s join repairs r on r.id = s.repair_id";
/// Requests that have photos.
pub const FILED: &str = "select r.id, 'Repair ' || r.id as title_en, 'Réparation ' || r.id as title_fr, false as is_hidden, \
   false as are_final from repair_sight({account}, {member}, {today}, {office}) s join repairs r on r.id = s.repair_id";

/// What a `Repair` is read from: `s` is what it is to who looks ($1 to $4).
const COLUMNS: &str = "r.id, r.unit_id, u.name as home, r.place, r.title, r.details, r.urgency, r.status, r.asked_by, \
   coalesce(m.name, a.name) as asker, r.dealer_id, d.name as dealer, r.visit_on, r.visit_from, r.visit_to, r.outcome, r.asked_at, \
   r.closed_at, r.version, s.own, s.lives, s.comes, s.deals, s.leads, \
   (select p.committee_id from repair_settings p) as committee_id";
const FROM: &str = "from repair_sight($1, $2, $3, $4) s join repairs r on r.id = s.repair_id left join units u on u.id = r.unit_id \
   left join members m on m.id = r.asked_by left join account_holders a on a.id = r.entered_by left join members d on d.id = r.dealer_id";

/// The most requests that one part of the page shows.
pub const SHOWN_MAX: i64 = 200;

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// One's own and one's home's that are open.
    Own,
    /// Those that are closed.
    Past,
    /// Those that one may deal with: what the filter says, else what is open.
    ToDeal,
}

/// Which requests are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    pub part: Part,
    pub status: Option<Status>,
    pub urgency: Option<Urgency>,
    /// Who deals with them; 0 for nobody.
    pub dealer: Option<i64>,
}

impl Filter {
    pub fn part(part: Part) -> Self {
        Self { part, status: None, urgency: None, dealer: None }
    }
}

/// Whether whoever asks sees all requests.
fn sees_all(asker: &Asker<'_>) -> bool {
    asker.may(Permission::RepairsManage)
}

/// One more than `SHOWN_MAX` where there are more.
pub fn list(conn: &mut PgConnection, asker: &Asker<'_>, filter: &Filter) -> Result<Vec<Repair>> {
    let part = match filter.part {
        Part::Own => "s.own and r.closed_at is null",
        Part::Past => "s.own and r.closed_at is not null",
        Part::ToDeal => "s.deals and ($5 is not null or r.closed_at is null)",
    };
    let order = if filter.part == Part::Past || filter.status.is_some_and(|status| !status.is_open()) {
        "r.closed_at desc, r.id desc"
    } else {
        "strpos('now soon whenever', r.urgency), r.asked_at, r.id"
    };
    let query = format!(
        "select {COLUMNS} {FROM} where {part} and ($5 is null or r.status = $5) and ($6 is null or r.urgency = $6) \
         and ($7 is null or coalesce(r.dealer_id, 0) = $7) order by {order} limit {}",
        SHOWN_MAX + 1
    );
    Ok(sql(query)
        .bind((asker.account, asker.member, asker.today, sees_all(asker)))
        .bind((filter.status.map(Status::word), filter.urgency.map(Urgency::word), filter.dealer))
        .load(conn)?)
}

/// # Errors
/// `NotFound` for who does not see it.
pub fn find(conn: &mut PgConnection, asker: &Asker<'_>, id: i64) -> Result<Repair> {
    let query = format!("select {COLUMNS} {FROM} where r.id = $5");
    Ok(sql(query).bind((asker.account, asker.member, asker.today, sees_all(asker), id)).get_result(conn)?)
}

/// The same with its photos.
///
/// # Errors
/// `NotFound`.
pub fn whole(conn: &mut PgConnection, asker: &Asker<'_>, id: i64) -> Result<Whole> {
    let query = format!("select {COLUMNS}, {} {FROM} where r.id = $5", files::gathered("repair", "r.id"));
    Ok(sql(query).bind((asker.account, asker.member, asker.today, sees_all(asker), id)).get_result(conn)?)
}

/// Nobody else changes it until this transaction ends.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("select id from repairs where id = $1 for update").bind(id).execute(conn)?;
    Ok(())
}

row! {
    struct Id {
        id: i64,
    }
}

/// Of an account and the member that it is.
pub fn insert(
    conn: &mut PgConnection,
    new: &NewRepair,
    (account, member): (Option<i64>, Option<i64>),
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<i64> {
    let made: Id =
        sql("insert into repairs (unit_id, place, title, details, urgency, asked_by, entered_by, asked_at, asked_on) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id")
        .bind((new.unit_id, new.place.as_str(), new.title.as_str(), new.details.as_str(), new.urgency.word()))
        .bind((member, account, now, today))
        .get_result(conn)?;
    Ok(made.id)
}

pub fn update(conn: &mut PgConnection, id: i64, new: &NewRepair) -> Result<()> {
    sql("update repairs set place = $2, title = $3, details = $4, urgency = $5, version = version + 1 where id = $1")
        .bind((id, new.place.as_str(), new.title.as_str(), new.details.as_str(), new.urgency.word()))
        .execute(conn)?;
    Ok(())
}

/// Who deals with it, and how far it is so. A visit goes with whoever was to come.
pub fn put_dealer(conn: &mut PgConnection, id: i64, status: Status, dealer: Option<i64>) -> Result<()> {
    sql("update repairs set status = $2, dealer_id = $3, visit_on = case when $3 is not null then visit_on end, \
           visit_from = case when $3 is not null then visit_from end, visit_to = case when $3 is not null then visit_to end, \
           version = version + 1 where id = $1")
    .bind((id, status.word(), dealer))
    .execute(conn)?;
    Ok(())
}

pub fn plan(conn: &mut PgConnection, id: i64, dealer: i64, visit: Appointment) -> Result<()> {
    sql("update repairs set status = 'planned', dealer_id = $2, visit_on = $3, visit_from = $4, visit_to = $5, \
           version = version + 1 where id = $1")
    .bind((id, dealer, visit.on, visit.from, visit.to))
    .execute(conn)?;
    Ok(())
}

/// Closes it, and removes the way in.
pub fn close(conn: &mut PgConnection, id: i64, status: Status, outcome: &str, now: DateTime<Utc>) -> Result<()> {
    sql("delete from repair_access where repair_id = $1").bind(id).execute(conn)?;
    sql("update repairs set status = $2, outcome = $3, closed_at = $4, version = version + 1 where id = $1")
        .bind((id, status.word(), outcome, now))
        .execute(conn)?;
    Ok(())
}

/// What was done before stands in its history.
pub fn reopen(conn: &mut PgConnection, id: i64, status: Status) -> Result<()> {
    sql("update repairs set status = $2, outcome = '', closed_at = null, visit_on = null, visit_from = null, visit_to = null, \
           version = version + 1 where id = $1")
    .bind((id, status.word()))
    .execute(conn)?;
    Ok(())
}

const OPEN: &str = "status in ('sent', 'seen', 'planned')";

/// The open requests that a member deals with are nobody's.
pub fn free(conn: &mut PgConnection, member: i64) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql(format!(
        "update repairs set dealer_id = null, status = 'sent', visit_on = null, visit_from = null, visit_to = null, \
           version = version + 1 where dealer_id = $1 and {OPEN} returning id"
    ))
    .bind(member)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Whether an open request that nobody deals with is a member's again.
pub fn give_back(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    let text = format!(
        "update repairs set dealer_id = $2, status = 'seen', version = version + 1 where id = $1 and dealer_id is null and {OPEN}"
    );
    Ok(sql(text).bind((id, member)).execute(conn)? == 1)
}

/// Whether a member deals with a request.
pub fn has(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    Ok(sql("select from repairs where id = $1 and dealer_id = $2").bind((id, member)).execute(conn)? == 1)
}

/// How urgent one is.
pub fn urgency(conn: &mut PgConnection, id: i64) -> Result<Option<Urgency>> {
    row! {
        struct Of {
            urgency: Urgency,
        }
    }
    let found: Option<Of> = sql("select urgency from repairs where id = $1").bind(id).get_result(conn).optional()?;
    Ok(found.map(|row| row.urgency))
}
