//! A departure asks every table: of each column by which a row points at a person it is declared what becomes of the row.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::members::{self, Status};
use crate::platform::departure::Leaving;
use crate::platform::merging::Merging;
use crate::platform::slice::tables;
use crate::platform::sql::row;
use crate::platform::tenancy::tests::rows as all_rows;
use crate::platform::testing::Site;

row! {
    /// A column that points at members or accounts, by a key or by its name.
    #[derive(Debug)]
    struct Pointing {
        table: String,
        column: String,
        /// `members` or `accounts`.
        whom: String,
    }
}

const POINTING: &str = "select c.table_name::text as \"table\", c.column_name::text as \"column\", \
      coalesce(min(k.confrelid::regclass::text), case when c.column_name ~ '(account|actor)_id$|by$' then 'accounts' else 'members' end) \
      as whom \
    from information_schema.columns c left join pg_constraint k on k.contype = 'f' \
      and k.conrelid = to_regclass(format('public.%I', c.table_name)) and k.confrelid in ('members'::regclass, 'accounts'::regclass) \
      and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname = c.column_name) \
    where c.table_schema = 'public' and c.table_name <> 'account_holders' and c.data_type = 'bigint' and c.column_name <> 'coop_id' \
      and (k.oid is not null or c.column_name ~ '(^|_)(member|account|actor|person|other)_id$|(^|_)by$') \
    group by 1, 2, c.column_name order by 1, 2";

row! {
    struct Count {
        count: i64,
    }
}

fn count(site: &Site, sql: &str) -> i64 {
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Count>(conn)?.count))
}

fn pointing(site: &Site) -> Vec<Pointing> {
    site.read(|conn| Ok(diesel::sql_query(POINTING).load(conn)?))
}

/// Whoever adds a column that points at people, and forgets to say what becomes of its rows when they leave, finds out here.
#[actix_web::test]
async fn every_column_that_points_at_people_declares_what_becomes_of_it() {
    let site = Site::new().await;
    let there: BTreeSet<String> =
        pointing(&site).into_iter().map(|one| format!("{}.{}", one.table, one.column)).collect();
    assert!(there.len() >= 30, "{there:?}");
    let declared: BTreeSet<String> = tables(site.state.slices)
        .flat_map(|table| table.pointing.iter().map(|(column, ..)| format!("{}.{column}", table.name)))
        .collect();
    assert_eq!(declared, there);
    for (column, fate, merging) in tables(site.state.slices).flat_map(|table| table.pointing) {
        assert_ne!(*fate, Leaving::Stays(""), "{column}: why?");
        assert_ne!(*merging, Merging::Stays(""), "{column}: why?");
    }
}

#[actix_web::test]
async fn whoever_is_in_every_table_leaves_each_as_declared() {
    let site = Site::new().await;
    for sql in all_rows() {
        site.act(|act| Ok(diesel::sql_query(sql).execute(act.conn)?));
    }
    let member = count(&site, "select id as count from members");
    let account = count(&site, "select id as count from accounts where member_id is not null");
    let all = pointing(&site);
    // What the rows leave open is theirs, too, where the table lets it be.
    for one in &all {
        let id = if one.whom == "members" { member } else { account };
        let sql = format!("update {} set {} = {id} where {} is null", one.table, one.column, one.column);
        let _ = site.try_act(|act| Ok(diesel::sql_query(&sql).execute(act.conn)?));
    }
    let today = site.today();
    let rows = |one: &Pointing, so: &str| {
        let id = if one.whom == "members" { member } else { account };
        let so = so.replace("{day}", &format!("'{today}'"));
        count(&site, &format!("select count(*) as count from {} where {} = {id} and ({so})", one.table, one.column))
    };
    let fate = |one: &Pointing| {
        let table = tables(site.state.slices).find(|table| table.name == one.table).expect("a declared table");
        table.pointing.iter().find(|(column, ..)| *column == one.column).expect("a declared fate").1
    };
    let so = |fate: Leaving| match fate {
        Leaving::Ends(so) | Leaving::Freed(so) => so,
        Leaving::Stays(_) | Leaving::Removed => "true",
    };
    let whole = |one: &Pointing| count(&site, &format!("select count(*) as count from {}", one.table));
    let before: Vec<(i64, i64)> = all.iter().map(|one| (rows(one, so(fate(one))), whole(one))).collect();
    assert!(before.iter().filter(|(rows, _)| *rows > 0).count() >= 30, "{before:?}");
    site.act(|act| members::set_status(act, member, Status::Former, today, ""));
    for (one, (rows_before, whole_before)) in all.iter().zip(before) {
        let (after, is) = (rows(one, so(fate(one))), format!("{}.{}", one.table, one.column));
        match fate(one) {
            Leaving::Stays(why) => assert!(after >= rows_before, "{is} stays, because {why}"),
            Leaving::Ends(_) => assert_eq!((rows_before > 0, after), (true, 0), "{is} ends"),
            Leaving::Freed(_) => {
                assert_eq!((rows_before > 0, after, whole(one)), (true, 0, whole_before), "{is} is freed");
            }
            Leaving::Removed => assert_eq!((rows_before > 0, after), (true, 0), "{is} is removed"),
        }
    }
}
