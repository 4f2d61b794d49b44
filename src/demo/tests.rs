//! The demo co-op, as its visitors find it.

use diesel::prelude::*;

use crate::platform::clock;
use crate::platform::testing::Site;
use crate::schema::{
    accounts, decision_relations, decisions, incidents, member_photos, members, results, tasks, unit_children, units,
};

fn count<T>(site: &Site, query: T) -> i64
where
    T: diesel::query_dsl::methods::LoadQuery<'static, PgConnection, i64>,
{
    site.read(|conn| Ok(query.internal_load(conn)?.next().expect("a row")?))
}

#[actix_web::test]
async fn it_is_whole_and_refuses_a_second_time() {
    let mut site = Site::empty().await;
    let state = site.state.clone();
    let made = site.state.db.across_now(|conn| super::make(conn, &state, clock::now()));
    made.expect("the demo co-op");
    let again = site.state.db.across_now(|conn| super::make(conn, &state, clock::now()));
    assert!(again.is_err());
    let coops = site.state.db.across_now(crate::coops::all).expect("the co-ops");
    site.coop = coops[0].0;
    assert_eq!(count(&site, members::table.count()), 99);
    assert_eq!(count(&site, units::table.count()), 64);
    assert_eq!(count(&site, results::table.count()), 7 + 14 + 1);
    assert_eq!(count(&site, decisions::table.count()), 12 + 19 + 1 + 1);
    assert_eq!(count(&site, decision_relations::table.count()), 3);
    assert!(count(&site, tasks::table.filter(tasks::status.eq("done")).count()) > 90);
    assert!(count(&site, accounts::table.count()) > 60);
    use diesel::sql_query;
    let counted = |sql: &str| site.read(|conn| Ok(sql_query(sql).execute(conn)?));
    assert_eq!(counted("select from applications"), 12);
    assert_eq!(counted("select from applications where kind = 'transfer'"), 2);
    assert_eq!(counted("select from sign_in_links where kind = 'letter'"), 1);
    assert_eq!(count(&site, member_photos::table.count()), 3);
    assert_eq!(count(&site, incidents::table.count()), 1);
    assert!(count(&site, unit_children::table.count()) > 8);
    assert_eq!(
        counted(
            "select from notices n join events e on e.id = n.event_id where n.kind = 'poll_opened' and e.detail ? 'title_fr'"
        ),
        8
    );
    assert_eq!(counted("select from elections where status = 'called'"), 1);
    assert_eq!(counted("select from elections where status = 'draft'"), 1);
    assert_eq!(counted("select from elections where status = 'voting'"), 1);
    assert_eq!(counted("select from candidacies where status = 'standing'"), 3 + 4);
    assert_eq!(counted("select from candidacies where status = 'asked'"), 1);
    assert_eq!(counted("select from repairs"), 3);
    assert_eq!(counted("select from work_days"), 2);
    assert_eq!(counted("select from tasks where work_day_id is not null and status = 'done'"), 6);
    assert_eq!(
        counted(
            "select from task_holders h join tasks t on t.id = h.task_id where t.work_day_id is not null and h.waits"
        ),
        1
    );
    assert_eq!(counted("select from repair_access"), 1);
    assert_eq!(counted("select from comments"), 8);
    assert_eq!(counted("select from comments where hidden_at is not null or edited_at is not null"), 2);
    assert_eq!(counted("select from polls where text_changed_at is not null"), 1);
    let details = site.read(|conn| {
        use crate::schema::events::dsl;
        Ok(dsl::events.select(dsl::detail).load::<serde_json::Value>(conn)?)
    });
    let sides = details.iter().flat_map(|detail| [Some(detail), detail.get("before"), detail.get("after")]);
    let fields = sides.flatten().filter_map(|side| side.as_object()).flat_map(|side| side.keys());
    let names: std::collections::BTreeSet<&String> =
        fields.filter(|name| !["before", "after"].contains(&name.as_str())).collect();
    for (name, lang) in names.iter().flat_map(|name| crate::platform::i18n::Lang::ALL.map(|lang| (name, lang))) {
        let known = ["fact-", "field-"].iter().any(|kind| lang.knows(&format!("{kind}{}", name.replace('_', "-"))));
        assert!(known, "{name} has no words in {lang:?}, and the log shows it");
    }
    assert!(names.len() > 60);
    let whole = site.read(|conn| crate::platform::events::verify(conn, None));
    assert!(whole.as_ref().is_ok_and(|end| end.count > 500), "the audit chain holds: {whole:?}");
    assert_eq!(site.discrepancies(), [""; 0]);
}
