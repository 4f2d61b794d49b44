//! Every query of the co-op itself: its row, its rule profile, its host names.

mod kept;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

pub use kept::{OBSTACLES, TABLES};

use super::{Details, PersonInCharge, RuleProfile};
use crate::platform::db::CoopId;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::{coop_hosts, coops, rule_profiles};

/// More names than any co-op has.
const HOSTS_MAX: i64 = 100;

row! {
    struct Next {
        id: i64,
    }
}

row! {
    struct Listed {
        coop_id: i64,
        name_en: String,
        demo: bool,
    }
}

/// Every co-op of the server: id, English name, whether it is a demo.
pub fn all(conn: &mut PgConnection) -> Result<Vec<(CoopId, String, bool)>> {
    let rows: Vec<Listed> = sql("select coop_id, name_en, demo from all_coops()").load(conn)?;
    Ok(rows.into_iter().map(|row| (CoopId(row.coop_id), row.name_en, row.demo)).collect())
}

/// Reserves an id and sets the connection to it, for this transaction: what follows is written into the new co-op.
pub fn begin(conn: &mut PgConnection) -> Result<CoopId> {
    let next: Next = sql("select nextval('coop_ids') as id").get_result(conn)?;
    sql("select set_config('app.coop_id', $1, true)").bind(next.id.to_string()).execute(conn)?;
    Ok(CoopId(next.id))
}

pub fn insert(conn: &mut PgConnection, id: CoopId, details: &Details, demo: bool) -> Result<()> {
    diesel::insert_into(coops::table).values((coops::coop_id.eq(id.0), details, coops::demo.eq(demo))).execute(conn)?;
    Ok(())
}

pub fn update(conn: &mut PgConnection, details: &Details) -> Result<()> {
    diesel::update(coops::table).set(details).execute(conn)?;
    Ok(())
}

pub fn details(conn: &mut PgConnection) -> Result<Details> {
    Ok(coops::table.select(Details::as_select()).first(conn)?)
}

pub fn person_in_charge(conn: &mut PgConnection) -> Result<PersonInCharge> {
    Ok(coops::table.select(PersonInCharge::as_select()).first(conn)?)
}

pub fn put_in_charge(conn: &mut PgConnection, person: &PersonInCharge) -> Result<()> {
    diesel::update(coops::table).set(person).execute(conn)?;
    Ok(())
}

pub fn insert_rules(conn: &mut PgConnection, rules: &RuleProfile) -> Result<()> {
    diesel::insert_into(rule_profiles::table).values(rules).execute(conn)?;
    Ok(())
}

pub fn update_rules(conn: &mut PgConnection, rules: &RuleProfile) -> Result<()> {
    diesel::update(rule_profiles::table).set(rules).execute(conn)?;
    Ok(())
}

pub fn rules(conn: &mut PgConnection) -> Result<RuleProfile> {
    Ok(rule_profiles::table.select(RuleProfile::as_select()).first(conn)?)
}

row! {
    /// The last change of a rule.
    #[derive(Debug)]
    pub struct SetBy {
        pub rule: String,
        pub name: String,
        pub at: DateTime<Utc>,
    }
}

/// The last change of each rule that was changed, of as many changes as a page can ask for.
pub fn rules_set_by(conn: &mut PgConnection, kind: &str) -> Result<Vec<SetBy>> {
    Ok(sql("select distinct on (rule) rule, e.actor_name as name, e.at from (select * from events where kind = $1 \
         order by id desc limit 1000) e, jsonb_object_keys(e.detail -> 'after') rule order by rule, e.id desc limit 200")
    .bind(kind.to_owned())
    .load(conn)?)
}

pub fn hosts(conn: &mut PgConnection) -> Result<Vec<String>> {
    Ok(coop_hosts::table.select(coop_hosts::host).order(coop_hosts::host).limit(HOSTS_MAX).load(conn)?)
}

pub fn put_hosts(conn: &mut PgConnection, hosts: &[String]) -> Result<()> {
    diesel::delete(coop_hosts::table).execute(conn)?;
    let rows: Vec<_> = hosts.iter().map(|host| coop_hosts::host.eq(host)).collect();
    diesel::insert_into(coop_hosts::table).values(rows).execute(conn)?;
    Ok(())
}

pub fn lock_set_up(conn: &mut PgConnection) -> Result<()> {
    sql("select pg_advisory_xact_lock(72, 0)").execute(conn)?;
    Ok(())
}
