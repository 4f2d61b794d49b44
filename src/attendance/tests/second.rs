//! A meeting without its quorum, and the second one that is planned from it.

use chrono::TimeDelta;

use super::{planned, rules, ten, tick};
use crate::meetings::{self, Kind};
use crate::platform::testing::Site;

#[actix_web::test]
async fn a_meeting_without_its_quorum_is_called_again_with_its_agenda_and_stays_on_record() {
    let site = Site::new().await;
    let members = ten(&site);
    rules(&site, |rules| (rules.quorum_percent, rules.second_calls, rules.quorum_second_percent) = (50, true, 10));
    let id = planned(&site, Kind::Annual, None, site.today());
    let (first, joan) = (format!("/meetings/{id}"), site.as_admin().await);
    let item = [("item_title_en", "Statements"), ("item_purpose", "decision"), ("item_details", "Page 3")];
    joan.post(&format!("{first}/items"), &item).await.expect(303);
    let attendance = format!("{first}/attendance");
    joan.get(&attendance).await.expect(200).hides("Plan a second meeting");
    joan.post(&format!("{first}/door"), &[]).await.expect(303);
    tick(&joan, id, members[0], "in_person").await.expect(303);
    let link = format!("/meetings/new?second_of={id}");
    joan.get(&attendance).await.expect(200).shows("Plan a second meeting").shows(&link);
    let form = joan.get(&link).await.expect(200).shows("which did not have its quorum").shows("Common room");
    form.hides("name=\"meeting_kind\"").hides("name=\"repeats\"").shows(&format!("name=\"second_of\" value=\"{id}\""));

    let second_of = id.to_string();
    let day = (site.today() + TimeDelta::days(30)).to_string();
    let fields = |day| {
        [("second_of", second_of.as_str()), ("held_on", day), ("meeting_starts_at", "19:00"), ("meeting_place", "Gym")]
    };
    joan.post("/meetings", &fields("")).await.expect(422).shows("e-held_on").shows("which did not have its quorum");
    let second = joan.post("/meetings", &fields(&day)).await.expect(303).location().to_owned();
    let page = joan.get(&second).await.expect(200).shows("Statements").shows("Page 3");
    page.shows("the first one did not have its quorum").shows(&format!("href=\"{first}\""));
    joan.get(&first).await.expect(200).shows("The second meeting is on").shows(&format!("href=\"{second}\""));
    let kind = site.read(|conn| meetings::coming(conn, None, site.today(), 9)).pop().expect("the second").kind;
    assert_eq!(kind, Kind::Annual);
    joan.post("/meetings", &fields(&day)).await.expect(409).shows("A second meeting is planned already");
    // called off, there can be another
    let why = [("cancelled_why", "Flood"), ("version", "1")];
    joan.post(&format!("{second}/cancellation"), &why).await.expect(303);
    joan.get(&first).await.expect(200).hides("The second meeting is on");
    let third = joan.post("/meetings", &fields(&day)).await.expect(303).location().to_owned();
    // the lower share of a second call is enough
    let today = site.today();
    let number: i64 = third.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a number");
    super::run(&site, &format!("update meetings set held_on = '{today}' where id = {number}"));
    joan.post(&format!("{third}/door"), &[]).await.expect(303);
    let needed = super::there(&site, number).quorum.needed;
    assert_eq!((needed, super::there(&site, id).quorum.needed), (1, 5));
    // of one that is still to come there is none
    let ahead = planned(&site, Kind::Annual, None, site.today() + TimeDelta::days(3)).to_string();
    let early =
        [("second_of", ahead.as_str()), ("held_on", &day), ("meeting_starts_at", "19:00"), ("meeting_place", "Gym")];
    joan.post("/meetings", &early).await.expect(409);
}

#[actix_web::test]
async fn with_its_quorum_no_second_meeting_is_offered() {
    let site = Site::new().await;
    let members = ten(&site);
    rules(&site, |rules| rules.quorum_percent = 20);
    let id = planned(&site, Kind::General, None, site.today());
    let joan = site.as_admin().await;
    joan.post(&format!("/meetings/{id}/door"), &[]).await.expect(303);
    for member in &members[..3] {
        tick(&joan, id, *member, "in_person").await.expect(303);
    }
    joan.post(&format!("/meetings/{id}/opening"), &[]).await.expect(303);
    for member in &members[..3] {
        tick(&joan, id, *member, "left").await.expect(303);
    }
    joan.get(&format!("/meetings/{id}/attendance")).await.expect(200).hides("Plan a second meeting");
}
