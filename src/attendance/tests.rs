//! Attendance through HTTP: the door on several devices, the quorum, proxies, the code of the room, the paper sheet.

mod hours;
mod paper;
mod second;
mod who;

use actix_web::test::TestRequest;
use chrono::NaiveDate;
use diesel::prelude::*;

use crate::attendance::{self, Held, There};
use crate::coops::{self, RuleProfile};
use crate::meetings::{self, Kind, NewMeeting};
use crate::members::{self, NewMember, Status};
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

const NAMES: [&str; 10] = ["Odette", "Paul", "Zoe", "Lena", "Amir", "Ines", "Tom", "Mia", "Noah", "Rose"];

fn since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day")
}

/// Ten members who may vote, in no home.
fn ten(site: &Site) -> Vec<i64> {
    let add = |name: &&str| {
        let new = NewMember {
            number: String::new(),
            given_name: (*name).to_owned(),
            family_name: "Roy".to_owned(),
            email: None,
            phone: None,
            language: Lang::En,
            joined_on: since(),
            status: Status::Member,
        };
        site.act(|act| members::add(act, &new))
    };
    NAMES.iter().map(add).collect()
}

async fn resident<'a>(site: &'a Site, at: usize, members: &[i64]) -> Visitor<'a> {
    site.signed_in(Role::Resident, &format!("{} Roy", NAMES[at]), Some(members[at])).await
}

fn planned(site: &Site, kind: Kind, committee_id: Option<i64>, held_on: NaiveDate) -> i64 {
    let new = NewMeeting {
        kind,
        committee_id,
        title_en: String::new(),
        title_fr: String::new(),
        held_on,
        starts_at: chrono::NaiveTime::MIN,
        ends_at: chrono::NaiveTime::from_hms_opt(2, 0, 0),
        place: "Common room".to_owned(),
        online: String::new(),
        access: String::new(),
        child_care: String::new(),
        special_resolution: false,
    };
    site.act(|act| meetings::plan(act, &new))
}

fn rules(site: &Site, change: impl FnOnce(&mut RuleProfile)) {
    site.act(|act| {
        let mut rules = coops::rule_profile(act.conn)?;
        change(&mut rules);
        coops::change_rules(act, &rules)
    });
}

fn there(site: &Site, id: i64) -> There {
    let course = site.read(|conn| {
        let held: Held = attendance::look(conn, id, None, false, site.today())?;
        attendance::course(conn, &held, clock::now())
    });
    course.expect("an open door").last
}

fn times(site: &Site, id: i64, member: i64) -> usize {
    site.read(|conn| attendance::times_of(conn, id, member)).len()
}

fn run(site: &Site, sql: &str) {
    site.read(|conn| Ok(diesel::sql_query(sql).execute(conn)?));
}

/// The same visitor with the message that an answer left.
fn told<'a>(who: &Visitor<'a>, reply: &Reply) -> Visitor<'a> {
    let mut who = who.clone();
    who.keep_cookies(reply);
    who
}

/// Ticks at the door.
async fn tick(who: &Visitor<'_>, id: i64, member: i64, act: &str) -> Reply {
    who.post(&format!("/meetings/{id}/door/{member}"), &[("act", act)]).await
}

#[actix_web::test]
async fn three_doors_at_once_note_nobody_twice() {
    let site = Site::new().await;
    let members = ten(&site);
    let admin = site.as_admin().await;
    let (lena, amir, odette) =
        (resident(&site, 3, &members).await, resident(&site, 4, &members).await, resident(&site, 0, &members).await);
    let id = planned(&site, Kind::Annual, None, site.today());
    let (path, door) = (format!("/meetings/{id}/attendance"), format!("/meetings/{id}/door"));
    admin.get(&path).await.expect(200).shows("The door is not open yet").shows("Open the door");
    admin.get(&door).await.expect(409);
    tick(&admin, id, members[1], "in_person").await.expect(409);
    odette.post(&door, &[]).await.expect(403);
    admin.post(&door, &[]).await.expect(303);
    admin.post(&door, &[]).await.expect(303);
    assert_eq!((there(&site, id).people, there(&site, id).quorum.needed), (0, 3));

    for keeper in [members[3], members[4]] {
        let roles = format!("/meetings/{id}/roles");
        admin.post(&roles, &[("doorkeeper", &keeper.to_string())]).await.expect(303);
    }
    odette.get(&door).await.expect(403);
    tick(&odette, id, members[1], "in_person").await.expect(403);
    let page = lena.get(&door).await.expect(200).shows("Paul Roy");
    assert!(page.queries <= 6, "{} queries", page.queries);

    // Paul is ticked on three devices, and once twice with one form
    let token = lena.fresh_token().await;
    let fields = [("act", "in_person"), ("form_token", token.as_str())];
    let paul = format!("{door}/{}", members[1]);
    assert_eq!(lena.post_raw(&paul, &fields).await.expect(303).location(), format!("{door}#m-{}", members[1]));
    lena.post_raw(&paul, &fields).await.expect(303);
    for (who, way) in [(&amir, "in_person"), (&admin, "online")] {
        tick(who, id, members[1], way).await.expect(303);
    }
    assert_eq!((times(&site, id, members[1]), there(&site, id).people), (1, 1));
    let again = tick(&amir, id, members[1], "in_person").await;
    told(&amir, &again).get(&door).await.shows("Noted already: Paul Roy, since").shows("Nothing has changed");

    // undone as if it had never been, within minutes
    tick(&amir, id, members[1], "undo").await.expect(303);
    assert_eq!(times(&site, id, members[1]), 0);
    tick(&amir, id, members[1], "in_person").await.expect(303);
    tick(&amir, id, members[1], "left").await.expect(303);
    tick(&amir, id, members[1], "left").await.expect(303);
    assert_eq!(there(&site, id).people, 0);
    tick(&amir, id, members[1], "undo").await.expect(303);
    assert_eq!((times(&site, id, members[1]), there(&site, id).people), (1, 1));
    run(&site, "update attendances set came_at = now() - interval '11 minutes'");
    tick(&amir, id, members[1], "undo").await.expect(409);
    tick(&amir, id, members[1], "dance").await.expect(400);
    tick(&amir, id, 987_654, "in_person").await.expect(404);

    // by a fragment, one row alone comes back
    let token = amir.fresh_token().await;
    let request =
        TestRequest::post().uri(&format!("{door}/{}", members[2])).insert_header(("sec-fetch-site", "same-origin"));
    let request = request.insert_header(("hx-request", "true")).insert_header(("hx-request-type", "partial"));
    let row = amir.custom(request.set_form([("act", "in_person"), ("form_token", token.as_str())])).await.expect(200);
    assert!(row.body.contains("Zoe Roy") && !row.body.contains("Paul Roy") && row.body.contains("is noted"));
    let found = amir.get(&format!("{door}?q=zoe+roy")).await.expect(200).shows("Zoe Roy").hides("Paul Roy");
    assert!(found.queries <= 6, "{} queries", found.queries);

    // everybody sees how many, and only who keeps the door who
    let page =
        odette.get(&path).await.expect(200).hides("Paul Roy").hides("Zoe Roy").shows("people counted as present");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = lena.get(&path).await.expect(200).shows("Paul Roy").hides("Adjourn");
    assert!(page.queries <= 6, "{} queries", page.queries);
    for lang in Lang::ALL {
        let light = site.read(|conn| attendance::light(conn, id, lang)).expect("a light");
        let screen = site.read(|conn| attendance::screen(conn, id, lang)).expect("a screen");
        assert!(!light.html.contains("Roy") && !screen.html.contains("Roy") && !light.last);
        assert!(!light.html.contains('«') || lang == Lang::Fr);
    }
}

#[actix_web::test]
async fn a_quorum_is_needed_to_begin_lost_and_regained() {
    let site = Site::new().await;
    let members = ten(&site);
    rules(&site, |rules| rules.quorum_continues_percent = 30);
    let admin = site.as_admin().await;
    let id = planned(&site, Kind::Special, None, site.today());
    let path = format!("/meetings/{id}/attendance");
    let send = async |what: &str, fields: &[(&str, &str)]| admin.post(&format!("/meetings/{id}/{what}"), fields).await;
    send("opening", &[]).await.expect(409);
    send("door", &[]).await.expect(303);
    send("adjournment", &[]).await.expect(409);
    for member in &members[..2] {
        tick(&admin, id, *member, "in_person").await.expect(303);
    }
    send("opening", &[]).await.expect(422).shows("Still missing: 1").shows("e-without_quorum");
    admin.get(&path).await.shows("One more must come").shows("can be contested");
    // a new rule changes nothing of a door that is open
    rules(&site, |rules| rules.quorum_percent = 90);
    tick(&admin, id, members[2], "in_person").await.expect(303);
    admin.get(&path).await.shows("There are enough");
    send("opening", &[]).await.expect(303);
    send("opening", &[("undo", "1")]).await.expect(303);
    send("opening", &[]).await.expect(303);
    send("opening", &[]).await.expect(303);
    tick(&admin, id, members[0], "left").await.expect(303);
    assert!(!there(&site, id).quorum.is_met());
    admin.get(&path).await.shows("The quorum is lost").shows("One more must come");
    // from afar does not count in Ontario, where by-laws do not say so
    tick(&admin, id, members[3], "online").await.expect(303);
    assert!(!there(&site, id).quorum.is_met());
    admin.get(&path).await.shows("does not count, by the rules");
    tick(&admin, id, members[0], "in_person").await.expect(303);
    assert!(there(&site, id).quorum.is_met());
    assert_eq!(times(&site, id, members[0]), 2, "both times are kept");
    send("adjournment", &[]).await.expect(303);
    admin.get(&path).await.shows("The meeting is over").shows("Adjourned");
    tick(&admin, id, members[5], "in_person").await.expect(409);
    send("room-code", &[]).await.expect(409);
    send("adjournment", &[("undo", "1")]).await.expect(303);
    assert_eq!(there(&site, id).people, 3, "whoever left with the end is there again");
    send("room-code", &[]).await.expect(303);
    tick(&admin, id, members[5], "in_person").await.expect(303);
    send("adjournment", &[]).await.expect(303);

    // without a quorum it begins only where somebody says that this is known
    let other = planned(&site, Kind::Annual, None, site.today());
    admin.post(&format!("/meetings/{other}/door"), &[]).await.expect(303);
    admin.post(&format!("/meetings/{other}/opening"), &[]).await.expect(422);
    admin.post(&format!("/meetings/{other}/opening"), &[("without_quorum", "1")]).await.expect(303);
    // one that is cancelled has no door, nor one on another day
    let tomorrow = planned(&site, Kind::Annual, None, site.today() + chrono::Days::new(1));
    admin.post(&format!("/meetings/{tomorrow}/door"), &[]).await.expect(409);
    let nobodys = planned(&site, Kind::Board, None, site.today());
    admin.post(&format!("/meetings/{nobodys}/door"), &[]).await.expect(409);
}

#[actix_web::test]
async fn a_proxy_counts_while_its_holder_is_there_and_never_beside_who_gave_it() {
    let site = Site::new().await;
    let members = ten(&site);
    rules(&site, |rules| rules.proxies_max = 1);
    let admin = site.as_admin().await;
    let id = planned(&site, Kind::Annual, None, site.today());
    run(
        &site,
        &format!(
            "insert into meeting_replies (meeting_id, member_id, answer, holder_id, sequence, said_at) \
             values ({id}, {}, 'proxy', {}, 0, now() - interval '1 day')",
            members[0], members[1]
        ),
    );
    admin.post(&format!("/meetings/{id}/door"), &[]).await.expect(303);
    let counts = || (there(&site, id).people, there(&site, id).proxies, there(&site, id).waiting);
    assert_eq!(counts(), (0, 0, 1));
    let path = format!("/meetings/{id}/attendance");
    admin.get(&path).await.shows("One proxy waits for its holder");
    admin.get(&format!("/meetings/{id}/door")).await.shows("Paul Roy stands for them");
    tick(&admin, id, members[1], "in_person").await.expect(303);
    assert_eq!(counts(), (2, 1, 0));
    tick(&admin, id, members[1], "left").await.expect(303);
    assert_eq!(counts(), (0, 0, 1));
    tick(&admin, id, members[1], "in_person").await.expect(303);
    let came = tick(&admin, id, members[0], "in_person").await.expect(303);
    told(&admin, &came).get(&path).await.shows("Nobody stands for them any more");
    assert_eq!(counts(), (2, 0, 0), "both are there, and each counts once");
    tick(&admin, id, members[0], "left").await.expect(303);
    assert_eq!(counts(), (1, 0, 0), "it does not come back");

    // where the rules know none, nobody counts by one
    rules(&site, |rules| rules.proxies_max = 0);
    let other = planned(&site, Kind::Annual, None, site.today());
    run(&site, &format!("update meeting_replies set meeting_id = {other}"));
    admin.post(&format!("/meetings/{other}/door"), &[]).await.expect(303);
    tick(&admin, other, members[1], "in_person").await.expect(303);
    assert_eq!((there(&site, other).people, there(&site, other).waiting), (1, 0));
}
