//! Who has to do with requests: who answers for repairs, who deals with one, whose home it is.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::asker::Asker;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row, sql};
use crate::policy::Permission;

row! {
    /// Who answers for repairs: a committee with its leads, and the office.
    #[derive(Debug, Default)]
    pub struct Answerable {
        committee_en: Option<String>,
        committee_fr: Option<String>,
        /// Names.
        pub leads: Gathered<Vec<String>>,
        pub office: Gathered<Vec<String>>,
        /// Whoever asks leads that committee or sits on it, or deals with some request.
        pub deals: bool,
    }
}

impl Answerable {
    pub fn committee(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En { self.committee_en.as_deref() } else { self.committee_fr.as_deref() }
    }
}

/// `roles` are those that see all requests.
pub fn answerable(conn: &mut PgConnection, asker: &Asker<'_>, roles: &[&str]) -> Result<Answerable> {
    Ok(sql("select c.name_en as committee_en, c.name_fr as committee_fr, \
           coalesce((select jsonb_agg(m.name order by m.sort_name, m.id) from leads l join members m on m.id = l.member_id \
             where l.committee_id = c.id and l.during @> $2), '[]') as leads, \
           coalesce((select jsonb_agg(h.name order by h.name) from accounts a join account_holders h on h.id = a.id \
             where a.role = any($3) and a.disabled_at is null), '[]') as office, \
           exists (select from seats t where t.committee_id = c.id and t.member_id = $1 and t.during @> $2) \
             or exists (select from leads l where l.committee_id = c.id and l.member_id = $1 and l.during @> $2) \
             or exists (select from repairs r where r.dealer_id = $1) as deals \
         from (select) one left join repair_settings p on true left join committees c on c.id = p.committee_id")
    .bind((asker.member, asker.today, roles))
    .get_result(conn)?)
}

row! {
    struct Named {
        id: i64,
        name: String,
    }
}

/// The committee's members and leads; for the office everybody who is of the co-op.
pub fn dealers(conn: &mut PgConnection, asker: &Asker<'_>) -> Result<Vec<(i64, String)>> {
    let rows: Vec<Named> =
        sql("select m.id, m.name from members m where (select s.status from status_on(m.id, $1) s) <> 'former' \
         and ($2 or exists (select from repair_settings p join seats t on t.committee_id = p.committee_id \
             where t.member_id = m.id and t.during @> $1) \
           or exists (select from repair_settings p join leads l on l.committee_id = p.committee_id \
             where l.member_id = m.id and l.during @> $1)) order by m.sort_name, m.id limit 10000")
        .bind((asker.today, asker.may(Permission::RepairsManage)))
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

row! {
    struct Id {
        id: i64,
    }
}

fn ids(rows: Vec<Id>) -> Vec<i64> {
    rows.into_iter().map(|row| row.id).collect()
}

/// Who asked, and the household.
pub fn household(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Vec<i64>> {
    let rows = sql("select member_id as id from repair_household($1, $2) \
         union select asked_by from repairs where id = $1 and asked_by is not null limit 100");
    Ok(ids(rows.bind((id, today)).load(conn)?))
}

/// Who leads the committee that deals with repairs.
pub fn leads(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    let rows = sql("select l.member_id as id from repair_settings p join leads l on l.committee_id = p.committee_id \
         where l.during @> $1 limit 100");
    Ok(ids(rows.bind(today).load(conn)?))
}

/// The open accounts of these roles.
pub fn office(conn: &mut PgConnection, roles: &[&str]) -> Result<Vec<i64>> {
    let rows = sql("select id from accounts where role = any($1) and disabled_at is null order by id limit 1000");
    Ok(ids(rows.bind(roles).load(conn)?))
}

/// Who deals with a request.
pub fn dealer(conn: &mut PgConnection, id: i64) -> Result<Option<i64>> {
    let row = sql("select dealer_id as id from repairs where id = $1 and dealer_id is not null").bind(id);
    Ok(row.get_result::<Id>(conn).optional()?.map(|row| row.id))
}

/// The committee that deals with repairs.
pub fn committee(conn: &mut PgConnection) -> Result<Option<i64>> {
    let row = sql("select committee_id as id from repair_settings where committee_id is not null");
    Ok(row.get_result::<Id>(conn).optional()?.map(|row| row.id))
}

pub fn committee_is_open(conn: &mut PgConnection, id: i64) -> Result<bool> {
    Ok(sql("select from committees where id = $1 and closed_on is null").bind(id).execute(conn)? == 1)
}

pub fn settle(conn: &mut PgConnection, committee: Option<i64>) -> Result<()> {
    sql("insert into repair_settings (committee_id) values ($1) on conflict (coop_id) do update set committee_id = excluded.committee_id")
        .bind(committee)
        .execute(conn)?;
    Ok(())
}
