//! What crosses slices: two entries of one person, erasing, a committee that closes, what is known of somebody, rows that were tampered with.

use super::{credit, day, duty, home, kinds, led_by, member, month, number, resident, run, work};
use crate::hours::{self, Doer};
use crate::members::{self, merging};
use crate::platform::merging::Side;
use crate::platform::testing::Site;

#[actix_web::test]
async fn hours_follow_a_person_whose_entries_become_one_and_come_back() {
    let site = Site::new().await;
    let (ada, twice) = (member(&site, "Ada"), member(&site, "Adah"));
    home(&site, "101", &[ada]);
    credit(&site, &work(1, "Paint", "2026-03-05", 60), &[Doer::Member(twice)]);
    credit(&site, &work(2, "Wash", "2026-03-06", 90), &[Doer::Member(ada)]);
    let of = |member: i64| {
        number(&site, &format!("select coalesce(sum(minutes), 0) from hour_lines where member_id = {member}"))
    };
    let version = |id| site.read(move |conn| Ok(members::whole(conn, id)?.1));
    let wanted = merging::Wanted {
        kept: ada,
        other: twice,
        versions: (version(ada), version(twice)),
        from_other: Vec::new(),
        account: Side::Kept,
        statuses: Side::Kept,
        home_ends: None,
    };
    site.act(|act| merging::merge(act, &wanted));
    let merge = site.read(move |conn| merging::merges(conn, ada))[0].id;
    assert_eq!((of(ada), of(twice)), (150, 0));
    assert_eq!(site.discrepancies(), [""; 0], "a line of what became another entry is no discrepancy");
    site.act(|act| merging::undo_merge(act, ada, merge));
    assert_eq!((of(ada), of(twice)), (90, 60));
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_line_that_was_changed_or_put_in_or_removed_is_found() {
    let site = Site::of_owner().await;
    let ada = member(&site, "Ada");
    credit(&site, &work(1, "Paint", "2026-03-05", 60), &[Doer::Member(ada)]);
    let insert = format!(
        "insert into hour_lines (worked_on, minutes, kind, member_id, title, recorded_at) values ('2026-01-01', 600, 'task', {ada}, 'x', now())"
    );
    for (sql, words) in [
        ("update hour_lines set minutes = 600", "found 600 minutes"),
        ("delete from hour_lines", "found no such line"),
        (insert.as_str(), "expected no such line"),
    ] {
        let found = site.tampered(sql, |conn| crate::platform::slice::verify(crate::slices::ALL, conn));
        let said: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(said.len() == 1 && said[0].contains(words), "{sql}: {said:?}");
    }
}

#[actix_web::test]
async fn a_committee_that_closes_leaves_its_kinds_to_who_manages_hours_and_has_them_back() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let committee = led_by(&site, ben);
    let (gardening, _) = kinds(&site, Some(committee));
    duty(&site, &month(&site, 1), 1, "home");
    run(&site, &format!("update duties set committee_id = {committee}"));
    let of = || {
        number(
            &site,
            &format!(
                "select (select count(*) from work_kinds where committee_id = {committee}) * 10 + (select count(*) from duties where committee_id = {committee})"
            ),
        )
    };
    assert_eq!(of(), 11);
    let today = site.today();
    let admin = site.as_admin().await;
    let (closing, reopening) =
        (format!("/committees/{committee}/closing"), format!("/committees/{committee}/reopening"));
    admin.post(&closing, &[("closed_on", today.to_string().as_str())]).await.expect(303);
    assert_eq!(of(), 0);
    let own = resident(&site, "Ada Roy", ada).await;
    let (kind, today) = (gardening.to_string(), today.to_string());
    let fields =
        [("work_kind", kind.as_str()), ("worked_on", today.as_str()), ("hours_given", "1"), ("work_done", "x")];
    super::post(&own, "/hours/claims", &fields, 303).await;
    site.pump();
    admin.get("/hours/claims").await.expect(200).shows("Gardening, 1\u{a0}h");
    admin.post(&reopening, &[]).await.expect(303);
    assert_eq!(of(), 11);
}

#[actix_web::test]
async fn what_is_known_of_somebody_has_their_hours_and_erasing_leaves_the_sums() {
    let site = Site::new().await;
    let ada = member(&site, "Ada");
    let unit = home(&site, "101", &[ada]);
    let (gardening, _) = kinds(&site, None);
    credit(&site, &work(1, "Paint with Ada Roy", "2026-03-05", 60), &[Doer::Member(ada)]);
    run(
        &site,
        &format!(
            "insert into exemptions (member_id, kind, during, percent, reason, granted_at) values ({ada}, 'health', '[2026-01-01,)', 50, 'After the operation', now())"
        ),
    );
    let own = resident(&site, "Ada Roy", ada).await;
    let (kind, today) = (gardening.to_string(), site.today().to_string());
    let fields = [
        ("work_kind", kind.as_str()),
        ("worked_on", today.as_str()),
        ("hours_given", "1"),
        ("work_done", "Weeded the beds"),
    ];
    super::post(&own, "/hours/claims", &fields, 303).await;
    let everything = own.get(&format!("/members/{ada}/everything")).await.expect(200);
    everything
        .shows("Hours you gave")
        .shows("Paint with Ada Roy")
        .shows("After the operation")
        .shows("Weeded the beds");
    assert_eq!(number(&site, &format!("select sum(minutes) from hour_lines where unit_id = {unit}")), 60);
    let last = hours::account::LINES_MAX;
    let lines = site.read(move |conn| hours::account::all_lines(conn, hours::account::Whose::Home(unit), last));
    assert_eq!((lines.len(), lines[0].worked_on), (1, day("2026-03-05")));
}
