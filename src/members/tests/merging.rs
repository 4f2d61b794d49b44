//! Two entries that are one person: what moves, what stays under seal, what is refused, and that it can be undone without a trace.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde_json::Value;

use crate::members::merging::Wanted;
use crate::members::{self, NewMember, merging};
use crate::platform::error::{Error, Result};
use crate::platform::merging::{Merging, OF_ACCOUNT, Side};
use crate::platform::slice::tables;
use crate::platform::sql::row;
use crate::platform::tenancy::tests::rows as all_rows;
use crate::platform::testing::Site;

row! {
    pub struct Count {
        pub count: i64,
    }
}

row! {
    struct Table {
        name: String,
    }
}

row! {
    struct Rows {
        rows: Value,
    }
}

pub fn count(site: &Site, from: &str) -> i64 {
    let sql = format!("select count(*) as count from {from}");
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Count>(conn)?.count))
}

/// What was chosen where nobody chose anything: the kept entry's.
pub fn wanted(site: &Site, kept: i64, other: i64) -> Wanted {
    let version = |id| site.read(|conn| Ok(members::whole(conn, id)?.1));
    Wanted {
        kept,
        other,
        versions: (version(kept), version(other)),
        from_other: Vec::new(),
        account: Side::Kept,
        statuses: Side::Kept,
        home_ends: None,
    }
}

pub fn merge(site: &Site, kept: i64, other: i64) -> Result<i64> {
    let wanted = wanted(site, kept, other);
    site.try_act(|act| merging::merge(act, &wanted))?;
    Ok(site.read(|conn| merging::merges(conn, kept))[0].id)
}

fn undo(site: &Site, kept: i64, id: i64) -> Vec<String> {
    site.act(|act| merging::undo_merge(act, kept, id)).1
}

/// Every row of every table, but for what only grows: the trail, its readers and jobs, versions, and the merge itself. And but for an
/// address that waited to be confirmed: it is void whenever the office touches what an account signs in with.
fn everything(site: &Site) -> BTreeMap<String, Value> {
    let names = "select table_name::text as name from information_schema.columns where table_schema = 'public' and column_name = 'coop_id' \
        and table_name not in ('account_holders', 'events', 'event_cursors', 'jobs', 'merges', 'coops', 'address_changes') order by 1";
    let all = |conn: &mut PgConnection| {
        let tables: Vec<Table> = diesel::sql_query(names).load(conn)?;
        assert!(tables.len() >= 40, "{}", tables.len());
        tables
            .into_iter()
            .map(|table| {
                let sql = format!(
                    "select coalesce(jsonb_agg(to_jsonb(t) - 'version' order by to_jsonb(t)::text), '[]') as rows from {} t",
                    table.name
                );
                Ok((table.name, diesel::sql_query(sql).get_result::<Rows>(conn)?.rows))
            })
            .collect()
    };
    site.read(|conn| merging::with_all_entries(conn, all))
}

/// Somebody is in every table there is, is merged into somebody of whom there is nothing but a name, and is apart again.
#[actix_web::test]
async fn whoever_is_in_every_table_moves_as_declared_and_comes_back_to_the_last_row() {
    for other_is_new in [false, true] {
        let site = Site::new().await;
        // A host name is one co-op's of the whole server, and the transaction of the first round may still hold it.
        for sql in all_rows().filter(|sql| !sql.contains("coop_hosts")) {
            site.act(|act| Ok(diesel::sql_query(sql).execute(act.conn)?));
        }
        assert_eq!(count(&site, "members"), 1, "the rows are about one person");
        let whole =
            site.read(|conn| Ok(diesel::sql_query("select id as count from members").get_result::<Count>(conn)?.count));
        // Without an address, which an account would take over: that ends what the account holds open.
        let nobody = NewMember { email: None, ..super::new("Odette", "Roi") };
        let new = site.act(|act| members::add(act, &nobody));
        let (kept, other) = if other_is_new { (whole, new) } else { (new, whole) };
        let pointing: Vec<(&str, &str, Merging)> =
            tables(site.state.slices).flat_map(|t| t.pointing.iter().map(|p| (t.name, p.0, p.2))).collect();
        // What points at accounts stays, and is compared below with everything else.
        let pointing: Vec<_> = pointing.into_iter().filter(|(_, _, how)| *how != OF_ACCOUNT).collect();
        let of = |table: &str, column: &str, id: i64| count(&site, &format!("{table} where {column} = {id}"));
        let had: Vec<i64> = pointing.iter().map(|(table, column, _)| of(table, column, other)).collect();
        let before = everything(&site);
        let id = merge(&site, kept, other).expect("a merge");
        assert_eq!(count(&site, "members"), 1, "one is shown");
        for ((table, column, how), had) in pointing.iter().zip(&had) {
            let (left, is) = (of(table, column, other), format!("{table}.{column}"));
            match how {
                Merging::Moves | Merging::Unites(_) | Merging::ByVerb => {
                    assert_eq!((left, of(table, column, kept) >= *had), (0, true), "{is} follows");
                }
                Merging::Composed | Merging::Stays(_) => assert!(left >= *had, "{is} stays"),
            }
        }
        assert_eq!(had.iter().filter(|had| **had > 0).count() >= 12, !other_is_new, "{had:?}");
        assert_eq!(undo(&site, kept, id), [""; 0]);
        let after = everything(&site);
        for (table, rows) in before {
            assert_eq!(after[&table], rows, "{table}");
        }
        let again = site.try_act(|act| merging::undo_merge(act, kept, id));
        assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
    }
}
