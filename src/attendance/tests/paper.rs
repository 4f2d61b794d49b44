//! The paper sheet: printed, typed in afterwards, corrected with a reason; the file of who was there.

use chrono::Days;

use crate::attendance::tests::*;

#[actix_web::test]
async fn a_sheet_is_printed_and_typed_in_and_corrected_for_a_reason() {
    let site = Site::new().await;
    let members = ten(&site);
    let admin = site.as_admin().await;
    let odette = resident(&site, 0, &members).await;
    let id = planned(&site, Kind::Annual, None, site.today() - Days::new(1));
    let (late, sheet) = (format!("/meetings/{id}/attendance/late"), format!("/meetings/{id}/attendance/sheet"));
    let page = admin.get(&sheet).await.expect(200).shows("10 people are called").shows("Odette Roy");
    assert!(page.queries <= 8, "{} queries", page.queries);
    odette.get(&sheet).await.expect(403);
    admin.get(&late).await.expect(409);
    admin.post(&format!("/meetings/{id}/door"), &[]).await.expect(303);
    admin.get(&sheet).await.expect(200).shows("10 people are called");
    let page = admin.get(&late).await.expect(200).shows("Adjourned at").shows("Odette Roy");
    assert!(page.queries <= 6, "{} queries", page.queries);
    odette.get(&late).await.expect(403);

    let of = |at: usize| members[at].to_string();
    let [one, two, three] = [of(0), of(1), of(2)];
    let [came_two, left_two, came_three] = [format!("came_{two}"), format!("left_{two}"), format!("came_{three}")];
    let send = async |hours: (&str, &str), more: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> = [("member", one.as_str()), ("member", &two), ("member", &three)]
            .into_iter()
            .chain([("held_from", hours.0), ("held_until", hours.1)])
            .chain(more.iter().copied())
            .collect();
        admin.post(&late, &all).await
    };
    let held = ("00:05", "01:45");
    send(("", ""), &[("in_person", &one)]).await.expect(422).shows("e-held_from").shows("e-held_until");
    send(("01:45", "00:05"), &[("in_person", &one)]).await.expect(422).shows("ended before it began");
    let both = [("in_person", one.as_str()), ("online", &one)];
    send(held, &both).await.expect(422).shows("Odette Roy: tick one of the boxes alone");
    send(held, &[(came_two.as_str(), "00:30")]).await.expect(422).shows("Paul Roy: tick whether");
    send(held, &[("in_person", &two), (came_two.as_str(), "soon")]).await.expect(422).shows("enter times as");
    let order = [("in_person", two.as_str()), (came_two.as_str(), "01:00"), (left_two.as_str(), "00:30")];
    send(held, &order).await.expect(422).shows("left before they came");
    assert_eq!(times(&site, id, members[0]), 0);
    let right =
        [("in_person", one.as_str()), ("online", &two), (came_two.as_str(), "00:30"), (left_two.as_str(), "01:00")];
    send(held, &right).await.expect(303);
    let csv = admin.get(&format!("/meetings/{id}/attendance.csv")).await.expect(200);
    let lines: Vec<&str> = csv.body.lines().collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(
        lines.iter().any(|line| line.contains("Odette Roy") && line.contains("100") && line.contains("00:05-01:45"))
    );
    assert!(lines.iter().any(|line| line.contains("Paul Roy") && line.contains("30") && line.contains("from afar")));
    admin.get(&format!("/meetings/{id}/attendance.xlsx")).await.expect(200);

    // now it is over: a reason is needed, and stands in the log
    let changed = [("in_person", three.as_str()), ("gone", &one), (came_three.as_str(), "01:00")];
    send(held, &changed).await.expect(422).shows("e-late_why");
    let with_why: Vec<_> = changed.into_iter().chain([("late_why", "Two names were mixed up")]).collect();
    send(held, &with_why).await.expect(303);
    send(held, &[]).await.expect(422).shows("e-late_why");
    assert_eq!((times(&site, id, members[0]), times(&site, id, members[2])), (0, 1));
    admin.get("/audit").await.expect(200).shows("entered who was at a meeting").shows("Two names were mixed up");
    let page = admin.get(&format!("/meetings/{id}/attendance")).await.expect(200).shows("Zoe Roy").hides("Odette Roy");
    page.shows("from 1:00\u{a0}a.m. to 1:45\u{a0}a.m., in the room");

    // what is still to come is refused: of a meeting that goes on past midnight, a morning is that of the day after
    let today = planned(&site, Kind::Annual, None, site.today());
    run(&site, &format!("update meetings set starts_at = '19:00', ends_at = '01:00' where id = {today}"));
    admin.post(&format!("/meetings/{today}/door"), &[]).await.expect(303);
    let came_one = format!("came_{one}");
    let ahead = [("member", one.as_str()), ("in_person", &one), (came_one.as_str(), "11:59")];
    admin.post(&format!("/meetings/{today}/attendance/late"), &ahead).await.expect(422).shows("still to come");
}
