//! Minutes through HTTP: assembled, written by two, published, corrected, approved, and what stays in camera.

use chrono::{NaiveDate, TimeDelta};

use crate::attendance::{self, Noted, Way};
use crate::board;
use crate::meetings::{self, Kind, NewItem, NewMeeting, Purpose};
use crate::members::{self, NewMember, Status};
use crate::motions::{self, Hands, NewMotion};
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;

fn since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day")
}

fn member(site: &Site, name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: since(),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

fn planned(site: &Site, kind: Kind) -> i64 {
    let new = NewMeeting {
        kind,
        committee_id: None,
        title_en: String::new(),
        title_fr: String::new(),
        held_on: site.today(),
        starts_at: chrono::NaiveTime::MIN,
        ends_at: None,
        place: "Common *room*".to_owned(),
        online: String::new(),
        access: String::new(),
        child_care: String::new(),
        special_resolution: false,
    };
    site.act(|act| meetings::plan(act, &new))
}

fn item(site: &Site, id: i64, title: &str, in_camera: bool) -> i64 {
    let new = NewItem {
        purpose: Purpose::Decision,
        title_en: title.to_owned(),
        title_fr: format!("{title} (fr)"),
        details: String::new(),
        minutes: Some(10),
        presenter: String::new(),
        in_camera,
    };
    site.act(|act| meetings::add_item(act, id, &new))
}

/// Held, with everybody there from its call to order on, but for one who came later.
fn held(site: &Site, id: i64, there: &[i64], late: Option<i64>) {
    site.act(|act| {
        attendance::open(act, id)?;
        for member in there {
            attendance::come(act, id, *member, Way::InPerson, Noted::Door)?;
        }
        attendance::call_to_order(act, id, true)
    });
    if let Some(late) = late {
        clock::at(clock::now() + TimeDelta::minutes(20), || {
            site.act(|act| {
                act.now = clock::now();
                attendance::come(act, id, late, Way::Online, Noted::Door).map(drop)
            });
        });
    }
}

async fn write(who: &Visitor<'_>, id: i64, item: i64, en: &str, version: &str) -> crate::platform::testing::Reply {
    let fields = [("version", version), ("minutes_text_en", en), ("minutes_text_fr", "")];
    who.post(&format!("/meetings/{id}/minutes/parts/{item}"), &fields).await
}

#[actix_web::test]
async fn minutes_are_written_by_two_published_corrected_and_approved() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (odette, zoe, lena) = (member(&site, "Odette"), member(&site, "Zoe"), member(&site, "Lena"));
    let visitor = site.signed_in(Role::Resident, "Zoe Roy", Some(zoe)).await;
    let id = planned(&site, Kind::Annual);
    let budget = item(&site, id, "Budget", false);
    let roof = item(&site, id, "Roof_2", false);
    let path = format!("/meetings/{id}/minutes");
    // before it began there is nothing to write down
    admin.get(&path).await.expect(404);
    write(&admin, id, budget, "Early", "0").await.expect(404);
    held(&site, id, &[odette, zoe], None);
    visitor.get(&path).await.expect(404);
    admin.get(&path).await.expect(200).shows("Draft").shows("Nothing is published yet");
    let preview = format!("{path}/preview");
    visitor.get(&preview).await.expect(404);
    let page = admin.get(&preview).await.expect(200).shows("Common *room*").shows("Called to order at");
    assert!(page.queries <= 11, "{} queries", page.queries);
    let page = page.shows("In person (2): Odette Roy, Zoe Roy").shows("1. Budget").shows("2. Roof_2");
    let _ = page.hides("<em>room</em>");

    // what was moved and what came of it, decisions first
    site.read(|conn| {
        Ok(diesel::RunQueryDsl::execute(diesel::sql_query("update agenda_items set noticed = true"), conn)?)
    });
    site.act(|act| {
        let words = "That the budget of *2027* be adopted".to_owned();
        let new = NewMotion {
            item_id: Some(budget),
            amends: None,
            words_en: words.clone(),
            words_fr: words,
            mover: odette,
            seconder: Some(zoe),
            special: false,
        };
        let number = motions::propose(act, id, &new)?;
        let amended = NewMotion { amends: Some(number), words_en: "That half of it be adopted".to_owned(), ..new };
        let amendment = motions::propose(act, id, &amended)?;
        motions::decide(act, id, amendment, Hands { in_favour: 0, against: 2, abstained: 0 }, None)?;
        motions::decide(act, id, number, Hands { in_favour: 2, against: 0, abstained: 0 }, None)
    });
    let page = admin.get(&preview).await.expect(200).shows("Decision 1: That the budget of *2027* be adopted");
    let page = page
        .shows("Moved by Odette Roy. Seconded by Zoe Roy.")
        .shows("2 for, 0 against, 0 abstained, of 2 who could vote");
    let page = page.shows("to motion 1: that it read").shows("0 for, 2 against");
    assert!(page.body.find("Decision 1:") < page.body.find("1. Budget"), "decisions stand first");

    // two write at the same time, each at another part; of the same part the second is shown both texts
    write(&admin, id, budget, "The budget was **explained**.", "0").await.expect(303);
    write(&admin, id, roof, "Three quotes.", "0").await.expect(303);
    write(&admin, id, budget, "Mine, written meanwhile.", "0")
        .await
        .expect(409)
        .shows("Mine, written meanwhile.")
        .shows("explained");
    write(&admin, id, budget, "The budget was **explained** and adopted.", "1").await.expect(303);
    write(&visitor, id, budget, "Not mine to write", "2").await.expect(404);
    admin.get(&format!("{path}/draft")).await.expect(200).shows("<strong>explained</strong>").shows("Written by ");
    admin.get(&format!("{path}/parts/0")).await.expect(200).shows("The meeting as a whole");
    admin.get(&format!("{path}/parts/99999")).await.expect(404);

    // what was agreed is a task
    let actions = format!("{path}/parts/{roof}/actions");
    admin.post(&actions, &[("action_title", "")]).await.expect(422).shows("e-action_title").shows("Three quotes.");
    let who = odette.to_string();
    let task =
        [("action_title", "Ask for a fourth quote"), ("action_member", who.as_str()), ("action_due", "2099-01-31")];
    admin.post(&actions, &task).await.expect(303);
    admin.get("/tasks?view=list").await.expect(200).shows("Ask for a fourth quote");

    // published as it is; what is written afterwards is a correction, with its reason
    let publish = format!("{path}/publication");
    visitor.post(&publish, &[]).await.expect(404);
    admin.post(&publish, &[]).await.expect(303);
    let page = visitor
        .get(&path)
        .await
        .expect(200)
        .shows("Published on")
        .shows("and adopted.")
        .shows("Task: Ask for a fourth quote, Odette Roy");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let _ = page.hides("Write the minutes");
    visitor.get("/search?q=adopted").await.expect(200).shows("Annual general meeting");
    admin.post(&publish, &[("minutes_why", "again")]).await.expect(409);
    write(&admin, id, roof, "Four quotes.", "1").await.expect(303);
    visitor.get(&path).await.expect(200).shows("Three quotes.").hides("Four quotes.");
    admin.get(&path).await.expect(200).shows("Something was written since");
    admin.post(&publish, &[]).await.expect(422).shows("e-minutes_why");
    admin.post(&publish, &[("minutes_why", "A quote was missing.")]).await.expect(303);
    visitor.get(&path).await.expect(200).shows("Four quotes.").shows("What was corrected");
    visitor
        .get(&format!("{path}/versions"))
        .await
        .expect(200)
        .shows("Three</del>")
        .shows("Four</ins>")
        .shows("A quote was missing.");

    // approved by a later meeting of the same body that has begun
    let approve = format!("{path}/approval");
    let early = id.to_string();
    admin.post(&approve, &[("approved_at", early.as_str())]).await.expect(422);
    site.act(|act| {
        act.now = clock::now() + TimeDelta::hours(2);
        attendance::adjourn(act, id)
    });
    let next = planned(&site, Kind::General);
    held(&site, next, &[odette], Some(lena));
    let later = next.to_string();
    admin.post(&approve, &[("approved_at", later.as_str())]).await.expect(303);
    visitor.get(&path).await.expect(200).shows("Approved at the General meeting");
    admin.post(&approve, &[("approved_at", later.as_str())]).await.expect(409);
    admin.get(&format!("/meetings/{next}/minutes/preview")).await.expect(200).shows("From afar (1): Lena Roy (from ");
    admin.get("/audit").await.expect(200).shows("published minutes").hides("Four quotes");
    site.as_observer().await.get(&path).await.expect(200).shows("Four quotes.");
}

#[actix_web::test]
async fn minutes_of_the_board_are_for_the_board_and_in_camera_stays_there() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (odette, zoe) = (member(&site, "Odette"), member(&site, "Zoe"));
    site.act(|act| {
        let until = act.today() + chrono::Days::new(300);
        let entry = board::Entry { from: act.today(), until, came: board::Came::Elected, ended: None };
        board::seat(act, odette, &entry, None).map(drop)
    });
    let director = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let visitor = site.signed_in(Role::Resident, "Zoe Roy", Some(zoe)).await;
    let id = planned(&site, Kind::Board);
    let roof = item(&site, id, "Roof", false);
    let arrears = item(&site, id, "Arrears of home 12", true);
    site.act(|act| attendance::name_roles(act, id, (None, Some(odette)), None));
    held(&site, id, &[odette], None);
    let path = format!("/meetings/{id}/minutes");
    // the secretary sits there and writes; whoever keeps the co-op's papers writes the rest
    write(&director, id, arrears, "A plan was agreed with home 12.", "0").await.expect(303);
    admin.get(&format!("{path}/parts/{arrears}")).await.expect(403);
    write(&admin, id, arrears, "Peeked", "1").await.expect(403);
    admin.get(&format!("{path}/preview")).await.expect(200).shows("2. In camera").hides("home 12");
    admin.get(&format!("{path}/draft")).await.expect(200).hides("home 12");
    director.get(&format!("{path}/preview")).await.expect(200).shows("A plan was agreed with home 12.");
    admin.post(&format!("{path}/publication"), &[]).await.expect(303);
    visitor.get(&path).await.expect(404);
    director.get(&path).await.expect(200).shows("for those who sit there").shows("A plan was agreed with home 12.");
    write(&director, id, 0, "Soup was served.", "0").await.expect(303);
    let all = [("minutes_why", "For all"), ("for_all", "1")];
    director.post(&format!("{path}/publication"), &all).await.expect(303);
    for who in [&visitor, &admin] {
        who.get(&path).await.expect(200).shows("2. In camera").shows("Soup was served.").hides("home 12");
        who.get(&format!("{path}/versions")).await.expect(200).hides("home 12");
        who.get("/search?q=plan+agreed").await.expect(200).hides("Board meeting");
    }
    // what is in the minutes stays on the agenda
    write(&director, id, roof, "Three quotes.", "0").await.expect(303);
    admin.post(&format!("/meetings/{id}/items/{roof}/removal"), &[]).await.expect(409).shows("it stays on the agenda");
}
