//! What every request asks, whatever it is for.

use diesel::prelude::*;

use crate::accounts::{self, Holder, Invitation};
use crate::members::Status;
use crate::platform::sql::row;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;
use crate::polls::tests::member;

const OTHERS: i64 = 40;

row! {
    struct Looked {
        idx_scan: i64,
        seq_tup_read: i64,
    }
}

/// How often a status was looked up so far, and how many rows were read because nobody knew where to look.
fn looked(site: &Site) -> (i64, i64) {
    let sql = "select sum(idx_scan)::bigint as idx_scan, sum(seq_tup_read)::bigint as seq_tup_read from pg_stat_xact_user_tables \
               where relname in ('member_statuses', 'accounts')";
    let found: Looked = site.read(|conn| Ok(diesel::sql_query(sql).get_result(conn)?));
    (found.idx_scan, found.seq_tup_read)
}

/// Who is visiting is found by one look into each table, however many others there are.
#[actix_web::test]
async fn one_visitor_is_looked_up_and_not_everybody() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let visitor = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let alone = one_page(&site, &visitor).await;
    for number in 0..OTHERS {
        let other = member(&site, &format!("Other {number}"), Status::Member);
        let address = format!("update members set email = 'other{number}@example.org' where id = {other}");
        site.read(|conn| Ok(diesel::sql_query(&address).execute(conn)?));
        let holder = Holder::Member(other);
        let invitation = Invitation { holder, role: Role::Resident, language: None, expires_on: None };
        site.act(|act| accounts::open(act, &invitation, None));
    }
    site.read(|conn| Ok(diesel::sql_query("analyze accounts").execute(conn)?));
    let among_many = one_page(&site, &visitor).await;
    assert!(among_many.0 <= alone.0, "{among_many:?} looks among many, {alone:?} alone");
    assert!(among_many.1 <= alone.1 + OTHERS, "{among_many:?} rows among many, {alone:?} alone");
}

/// What a page costs that shows nothing of anybody.
async fn one_page(site: &Site, visitor: &Visitor<'_>) -> (i64, i64) {
    let before = looked(site);
    visitor.get("/help/votes").await.expect(200);
    let after = looked(site);
    (after.0 - before.0, after.1 - before.1)
}
