//! Requisitions through HTTP: asked for, signed, reached, answered; who reads names; who leaves; rules without a number.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use crate::coops::{self, Preset, RuleProfile};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let new = NewMember {
        number: String::new(),
        given_name: name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"),
        status: Status::Member,
    };
    let id = site.act(|act| members::add(act, &new));
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

/// A co-op in which half of the members must sign, and the meeting is held within three weeks.
async fn coop() -> Site {
    let site = Site::new().await;
    rules(&site, 50);
    site
}

fn rules(site: &Site, requisition_percent: i32) {
    let profile = RuleProfile { requisition_percent, requisition_days: 21, ..RuleProfile::of(Preset::Quebec) };
    site.act(|act| coops::change_rules(act, &profile));
}

fn few_queries(page: Reply) -> Reply {
    assert!(page.queries <= 6, "{} queries", page.queries);
    page
}

fn count(site: &Site, kind: &str) -> i64 {
    site.read(|conn| {
        use crate::schema::events::dsl;
        Ok(dsl::events.filter(dsl::kind.eq(kind)).count().get_result(conn)?)
    })
}

#[actix_web::test]
async fn enough_members_sign_the_board_is_told_and_a_meeting_answers() {
    let site = coop().await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let (zoe, _) = resident(&site, "Zoe").await;
    let (odette, her) = resident(&site, "Odette").await;
    let (lena, _) = resident(&site, "Lena").await;
    let (ida, _) = resident(&site, "Ida").await;
    site.act(|act| {
        let until = act.today() + Days::new(300);
        let entry = crate::board::Entry { from: act.today(), until, came: crate::board::Came::Elected, ended: None };
        crate::board::seat(act, her, &entry, None).map(drop)
    });
    let page = few_queries(zoe.get("/requisitions").await.expect(200)).shows("Nobody is asking for a meeting.");
    let _ = page.shows("50 % of the members must sign: 2 of 4.").shows("within 21 days");
    zoe.get("/meetings").await.expect(200).shows("href=\"/requisitions\"");
    zoe.post("/requisitions", &[("requisition_title", "")]).await.expect(422).shows("e-requisition_title");
    observer.get("/requisitions").await.expect(200).hides("f-requisition_title");
    observer.post("/requisitions", &[("requisition_title", "x")]).await.expect(403);
    admin.post("/requisitions", &[("requisition_title", "x")]).await.expect(403);
    let token = zoe.get("/requisitions").await.form_token();
    let fields = [("requisition_title", "The roof"), ("requisition_details", "It **leaks**."), ("form_token", &token)];
    let made = zoe.post_raw("/requisitions", &fields).await.expect(303);
    zoe.post_raw("/requisitions", &fields).await.expect(303);
    let path = made.location().to_owned();
    assert_eq!(count(&site, "requisition.opened"), 1, "sent twice, asked once");
    let page = few_queries(zoe.get(&path).await.expect(200)).shows("1 of 2 needed").shows("<strong>leaks</strong>");
    let _ = page.shows("You have signed.").shows("<li>Zoe Roy</li>");
    // others see the count and no names; whoever signs sees them; a signature is taken back
    let (signature, yes, no) = (format!("{path}/signature"), [("signs", "yes")], [("signs", "no")]);
    lena.get(&path).await.expect(200).shows("1 of 2 needed").hides("<li>Zoe Roy</li>").shows("Sign</button>");
    observer.get(&path).await.expect(200).hides("<li>Zoe Roy</li>").hides("Sign</button>");
    admin.get(&path).await.expect(200).shows("<li>Zoe Roy</li>");
    admin.get("/audit").await.expect(200).shows("asked for a meeting").hides("signed for a meeting");
    zoe.post(&signature, &no).await.expect(303);
    zoe.get(&path).await.expect(200).shows("0 of 2 needed").hides("<li>Zoe Roy</li>");
    zoe.post(&signature, &yes).await.expect(303);
    zoe.post(&signature, &yes).await.expect(303);
    admin.get("/").await.expect(200).hides("Enough members have signed");
    lena.post(&signature, &yes).await.expect(303);
    let due = (site.today() + Days::new(21)).to_string();
    lena.get(&path).await.expect(200).shows("2 of 2 needed").shows("Enough have signed: to be held by");
    assert_eq!(count(&site, "requisition.reached"), 1);
    // from now on it stands
    zoe.post(&signature, &no).await.expect(409);
    ida.post(&signature, &yes).await.expect(409);
    zoe.post(&format!("{path}/withdrawal"), &[]).await.expect(409);
    site.do_jobs();
    odette.get("/inbox").await.expect(200).shows("Enough members have signed. A meeting has to be called.");
    ida.get("/inbox").await.expect(200).hides("Enough members have signed");
    admin.get("/").await.expect(200).shows("Enough members have signed to ask for a meeting.");
    let calendar = odette.get("/governance.csv").await.expect(200);
    calendar.shows("Meeting that members ask for: The roof").shows(&due);
    // one answer
    let answer = format!("{path}/answer");
    zoe.get(&answer).await.expect(403);
    few_queries(admin.get(&answer).await.expect(200)).shows("2 of 2 needed");
    admin.post(&answer, &[]).await.expect(422).shows("e-requisition_answer");
    admin.post(&answer, &[("requisition_answer", "refused")]).await.expect(422).shows("e-requisition_why");
    let wrong = [("requisition_answer", "meeting"), ("requisition_meeting", "987654")];
    admin.post(&answer, &wrong).await.expect(422).shows("e-requisition_meeting");
    let plan = [
        ("meeting_kind", "special"),
        ("held_on", due.as_str()),
        ("meeting_starts_at", "19:00"),
        ("meeting_place", "Here"),
    ];
    let meeting = admin.post("/meetings", &plan).await.expect(303).location().to_owned();
    let number = meeting.trim_start_matches("/meetings/");
    let right = [("requisition_answer", "meeting"), ("requisition_meeting", number)];
    admin.post(&answer, &right).await.expect(303);
    admin.post(&answer, &right).await.expect(409);
    ida.get(&path).await.expect(200).shows(&format!("href=\"{meeting}\"")).shows("A meeting is called");
    site.do_jobs();
    lena.get("/inbox").await.expect(200).shows("The meeting that you signed for has an answer.");
    odette.get("/governance.csv").await.expect(200).hides("The roof");
    for (page, words) in [("/requisitions", "Demander une assemblée"), (path.as_str(), "2 sur 2 nécessaires")] {
        zoe.get(&format!("{page}?lang=fr")).await.expect(200).shows(words);
    }
}

#[actix_web::test]
async fn who_leaves_is_not_counted_until_enough_have_signed() {
    let site = coop().await;
    let mut all = Vec::new();
    for name in ["Zoe", "Odette", "Lena", "Ida", "Nora", "Vera"] {
        all.push(resident(&site, name).await);
    }
    let made = all[0].0.post("/requisitions", &[("requisition_title", "Heat")]).await.expect(303);
    let path = made.location().to_owned();
    all[1].0.post(&format!("{path}/signature"), &[("signs", "yes")]).await.expect(303);
    all[2].0.get(&path).await.expect(200).shows("2 of 3 needed");
    let gone = all[1].1;
    site.act(|act| {
        let today = act.today();
        members::set_status(act, gone, Status::Former, today, "")
    });
    all[2].0.get(&path).await.expect(200).shows("1 of 3 needed");
    // fewer members need fewer signatures: the hourly look notices
    for (_, left) in &all[3..] {
        let left = *left;
        site.act(|act| {
            let today = act.today();
            members::set_status(act, left, Status::Former, today, "")
        });
    }
    assert_eq!(count(&site, "requisition.reached"), 0);
    site.act(super::look);
    site.act(super::look);
    assert_eq!(count(&site, "requisition.reached"), 1);
    all[2].0.get(&path).await.expect(200).shows("1 of 1 needed");
}

#[actix_web::test]
async fn without_a_number_in_the_rules_signatures_are_counted_and_refused_with_a_reason() {
    let site = coop().await;
    rules(&site, 0);
    let admin = site.as_admin().await;
    let (zoe, _) = resident(&site, "Zoe").await;
    let (lena, _) = resident(&site, "Lena").await;
    let post = async |title: &str| zoe.post("/requisitions", &[("requisition_title", title)]).await;
    let made = post("Cats").await.expect(303);
    let path = made.location().to_owned();
    zoe.get(&path).await.expect(200).shows("One member has signed").shows("The by-laws do: look there.");
    lena.post(&format!("{path}/signature"), &[("signs", "yes")]).await.expect(303);
    lena.post(&format!("{path}/signature"), &[("signs", "maybe")]).await.expect(400);
    lena.post(&format!("{path}/withdrawal"), &[]).await.expect(403);
    lena.get(&path).await.expect(200).shows("2 members have signed").hides("Take it back");
    assert_eq!(count(&site, "requisition.reached"), 0);
    let refused = [("requisition_answer", "refused"), ("requisition_why", "It was decided in May.")];
    admin.post(&format!("{path}/answer"), &refused).await.expect(303);
    zoe.get(&path).await.expect(200).shows("It was decided in May.").hides("Sign</button>");
    for title in ["Dogs", "Bikes", "Boats"] {
        post(title).await.expect(303);
    }
    post("Trains").await.expect(422).shows("e-requisition_title");
    let last = site.read(|conn| {
        use crate::schema::requisitions::dsl;
        Ok(dsl::requisitions.select(diesel::dsl::max(dsl::id)).first::<Option<i64>>(conn)?.unwrap_or_default())
    });
    zoe.post(&format!("/requisitions/{last}/withdrawal"), &[]).await.expect(303);
    zoe.get(&format!("/requisitions/{last}")).await.expect(200).shows("Taken back");
    post("Trains").await.expect(303);
    zoe.get("/requisitions/987654").await.expect(404);
}
