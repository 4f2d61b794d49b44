//! Governance through HTTP: who reads the calendar, what follows from the rules, filings that come again, numbers, and papers of a meeting.

mod papers;

use chrono::{Days, NaiveDate};

use super::rules::{self, Known, Section};
use crate::board;
use crate::coops::{self, Preset, RuleProfile};
use crate::meetings::{self, NewMeeting};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn member(site: &Site, name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: day("2020-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let id = member(site, name);
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

async fn director<'a>(site: &'a Site, name: &str) -> Visitor<'a> {
    let (visitor, id) = resident(site, name).await;
    site.act(|act| {
        let until = act.today() + Days::new(200);
        let entry = board::Entry { from: act.today(), until, came: board::Came::Elected, ended: None };
        board::seat(act, id, &entry, None).map(drop)
    });
    visitor
}

fn planned(site: &Site, kind: meetings::Kind, in_days: i64) -> i64 {
    site.act(|act| {
        let held_on = act.today() + chrono::TimeDelta::days(in_days);
        let new = NewMeeting {
            kind,
            committee_id: None,
            title_en: String::new(),
            title_fr: String::new(),
            held_on,
            starts_at: chrono::NaiveTime::MIN,
            ends_at: None,
            place: "Common room".to_owned(),
            online: String::new(),
            access: String::new(),
            child_care: String::new(),
            special_resolution: false,
        };
        meetings::plan(act, &new)
    })
}

fn read_queries(page: Reply) -> Reply {
    assert!(page.queries <= 6, "{} queries", page.queries);
    page
}

/// Writes a filing down: its address.
async fn filing(admin: &Visitor<'_>, title: &str, due_on: NaiveDate, months: &str) -> String {
    let due = due_on.to_string();
    let fields = [
        ("filing_kind", "other"),
        ("filing_title_en", title),
        ("filing_title_fr", "Déclaration"),
        ("filing_due", due.as_str()),
        ("every_months", months),
        ("filing_hand", "the treasurer"),
    ];
    admin.post("/governance/filings", &fields).await.expect(303);
    let page = admin.get("/governance").await.expect(200);
    let end = page.body.find(&format!(">{title}</a>")).expect("the filing");
    let start = page.body[..end].rfind("href=\"").expect("its address") + 6;
    page.body[start..end - 1].to_owned()
}

#[actix_web::test]
async fn the_calendar_is_for_the_board_the_office_and_auditors() {
    let site = Site::new().await;
    let (admin, observer, odette) = (site.as_admin().await, site.as_observer().await, director(&site, "Odette").await);
    let (zoe, _) = resident(&site, "Zoe").await;
    let path = filing(&admin, "Insurance", site.today() + Days::new(20), "").await;
    for page in ["/governance", "/governance.csv", "/governance.xlsx", "/governance/annual-return"] {
        zoe.get(page).await.expect(403);
        for who in [&admin, &observer, &odette] {
            read_queries(who.get(page).await.expect(200));
        }
    }
    zoe.get(&path).await.expect(404);
    zoe.post(&format!("{path}/completion"), &[("filed_on", "2026-01-01")]).await.expect(404);
    for who in [&odette, &observer] {
        who.get(&path).await.expect(200).shows("Insurance").shows("The board (the treasurer)").hides("/edit");
        who.get("/governance/filings/new").await.expect(403);
        who.post(&path, &[]).await.expect(403);
        who.post(&format!("{path}/removal"), &[]).await.expect(403);
        who.post("/governance/filings/usual", &[("usual", "tax")]).await.expect(403);
    }
    observer.get(&path).await.expect(200).hides("It is done");
    observer.post(&format!("{path}/completion"), &[("filed_on", "2026-01-01")]).await.expect(403);
    // an auditor's access and a term end; only who gives access reads of the first
    let until = site.today() + Days::new(40);
    site.read(|conn| {
        let sql = format!("update accounts set expires_on = '{until}' where role = 'observer'");
        Ok(diesel::RunQueryDsl::execute(diesel::sql_query(sql), conn)?)
    });
    let all = admin.get("/governance").await.expect(200).shows("Access to this program ends").shows("Add a filing");
    all.shows("Terms on the board end: Odette Roy").shows("href=\"/board\"");
    odette.get("/governance").await.expect(200).hides("Access to this program ends").shows("Terms on the board end");
    admin.get("/governance?lang=fr").await.expect(200).shows("Fin de mandat au conseil\u{a0}: Odette Roy");
    admin.get("/").await.expect(200).shows("href=\"/governance\"").shows("One filing is due within a month.");
    let csv = odette.get("/governance.csv").await.expect(200);
    csv.shows("\"In the next 90 days\",\"Insurance\"").shows("\"The board (the treasurer)\"");
}

#[actix_web::test]
async fn a_filing_that_comes_again_makes_the_next_one_once_and_takes_it_back() {
    let site = Site::new().await;
    let (admin, odette) = (site.as_admin().await, director(&site, "Odette").await);
    let today = site.today();
    let wrong = [("filing_kind", "nothing"), ("filing_due", "soon"), ("every_months", "0")];
    let page = admin.post("/governance/filings", &wrong).await.expect(422);
    for field in ["filing_kind", "filing_title_en", "filing_due", "every_months"] {
        assert!(page.body.contains(&format!("e-{field}")), "{field}");
    }
    admin.post("/governance/filings", &[("filing_kind", "tax"), ("filing_committee", "987654")]).await.expect(422);
    let path = filing(&admin, "Return", today - Days::new(3), "12").await;
    odette
        .get("/governance")
        .await
        .expect(200)
        .shows("<h2 id=\"part-late\">Late</h2>")
        .shows("Comes again every year.");
    admin.get("/").await.expect(200).shows("One filing is late.");
    let (done, tomorrow) = (format!("{path}/completion"), (today + Days::new(1)).to_string());
    odette.post(&done, &[("filed_on", tomorrow.as_str())]).await.expect(422).shows("e-filed_on");
    let token = odette.get(&path).await.expect(200).form_token();
    let on = today.to_string();
    let twice = [("filed_on", on.as_str()), ("form_token", token.as_str())];
    for _ in 0..2 {
        odette.post_raw(&done, &twice).await.expect(303);
    }
    odette.post(&done, &[("filed_on", on.as_str())]).await.expect(409).shows("is noted as done");
    let page =
        admin.get("/governance").await.expect(200).shows("<h2 id=\"part-done\">Done</h2>").hides("id=\"part-late\"");
    assert_eq!(page.body.matches(">Return</a>").count(), 2, "the one that is done, and the next");
    admin.post(&format!("{path}/removal"), &[]).await.expect(409);
    // it was not done after all: the next one goes
    odette.get(&path).await.expect(200).shows("noted by Odette Roy").shows("It is not done after all");
    odette.post(&format!("{path}/reopening"), &[]).await.expect(303);
    odette.post(&format!("{path}/reopening"), &[]).await.expect(409);
    let page = admin.get("/governance").await.expect(200).shows("id=\"part-late\"").hides("part-done");
    assert_eq!(page.body.matches(">Return</a>").count(), 1);
    // unless somebody changed it
    odette.post(&done, &[("filed_on", on.as_str())]).await.expect(303);
    let id: i64 = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let next = site.read(|conn| super::store::next_of(conn, id)).expect("the next one");
    let next = format!("/governance/filings/{next}");
    let form = admin.get(&format!("{next}/edit")).await.expect(200);
    let version = form.field("version");
    let due = (today + Days::new(300)).to_string();
    let fields = [
        ("version", version.as_str()),
        ("filing_kind", "tax"),
        ("filing_title_en", "Return, new form"),
        ("filing_title_fr", "Déclaration"),
        ("filing_due", due.as_str()),
    ];
    admin.post(&next, &fields).await.expect(303);
    admin.post(&next, &fields).await.expect(409);
    odette.post(&format!("{path}/reopening"), &[]).await.expect(409).shows("was changed or done since");
    admin.post(&format!("{next}/removal"), &[]).await.expect(303);
    admin.get(&next).await.expect(404);
    admin.get("/audit").await.expect(200).shows("noted a filing as done").shows("removed a filing");
}

#[actix_web::test]
async fn the_board_is_reminded_a_month_and_a_week_before_once_each() {
    let site = Site::new().await;
    let (admin, odette) = (site.as_admin().await, director(&site, "Odette").await);
    let (zoe, _) = resident(&site, "Zoe").await;
    filing(&admin, "Insurance", site.today() + Days::new(25), "").await;
    filing(&admin, "Return", site.today() + Days::new(5), "12").await;
    let told = |site: &Site| {
        site.read(|conn| {
            use crate::schema::events::dsl;
            use diesel::prelude::*;
            Ok(dsl::events.filter(dsl::kind.eq("filing.due_soon")).count().get_result::<i64>(conn)?)
        })
    };
    for _ in 0..3 {
        site.act(super::notices::remind);
    }
    assert_eq!(told(&site), 2, "once each, also what is in its last week");
    site.do_jobs();
    odette.get("/inbox").await.expect(200).shows("Insurance").shows("This must be done soon.");
    zoe.get("/inbox").await.expect(200).hides("This must be done soon.");
    let run = |sql: &str| site.read(|conn| Ok(diesel::RunQueryDsl::execute(diesel::sql_query(sql), conn)?));
    run("update filings set due_on = due_on - 20 where title_en = 'Insurance'");
    site.act(super::notices::remind);
    site.act(super::notices::remind);
    assert_eq!(told(&site), 3, "and again in the last week");
}

#[actix_web::test]
async fn usual_filings_follow_from_the_rules_and_are_added_when_somebody_says_so() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let page =
        admin.get("/governance").await.expect(200).shows("What most co-ops have").shows("name=\"usual\" value=\"tax\"");
    page.shows("usual=insurance").hides(">Income tax return of the co-op</a>");
    admin.get("/governance/filings/new?usual=insurance").await.expect(200).shows("Renouvellement de l’assurance");
    let token = admin.get("/governance").await.expect(200).form_token();
    for _ in 0..2 {
        let ticked = [("usual", "tax"), ("usual", "insurance"), ("form_token", token.as_str())];
        admin.post_raw("/governance/filings/usual", &ticked).await.expect(303);
    }
    let page = admin.get("/governance").await.expect(200).hides("name=\"usual\" value=\"tax\"");
    assert_eq!(page.body.matches(">Income tax return of the co-op</a>").count(), 1);
    let page = page.shows("usual=insurance");
    // in Quebec the annual report goes in thirty days after the meeting
    assert!(page.body.contains("value=\"annual_return\"") || page.body.contains("usual=annual_return"));
    site.act(|act| coops::change_rules(act, &RuleProfile::of(Preset::Quebec)));
    admin.get("/governance").await.expect(200).shows("name=\"usual\" value=\"annual_return\"");
    site.act(|act| coops::change_rules(act, &RuleProfile::of(Preset::Ontario)));
    admin.get("/governance").await.expect(200).shows("usual=annual_return\"").hides("value=\"annual_return\"");
    admin.get("/governance?lang=fr").await.expect(200).shows("Déclaration de revenus de la coop");
}

fn held(id: i64, kind: meetings::Kind, on: &str, called: bool) -> Known {
    let titles = ("Annual".to_owned(), "Annuelle".to_owned());
    let held_on = day(on);
    Known { id, kind, title_en: titles.0, title_fr: titles.1, held_on, special_resolution: false, called, begun: false }
}

#[test]
fn the_last_day_of_the_annual_meeting_follows_from_the_rules() {
    let annual = |preset, known: &[Known], today: &str| {
        rules::annual(&RuleProfile::of(preset), known, day(today)).expect("a year")
    };
    // the year of all presets ends with December
    let one = annual(Preset::Quebec, &[], "2026-02-01");
    assert_eq!((one.year_ended, one.last_day), (day("2025-12-31"), Some(day("2026-06-30"))));
    let one = annual(Preset::BritishColumbia, &[], "2026-02-01");
    assert_eq!(one.last_day, Some(day("2026-04-30")));
    // nobody said that a co-op missed one of which nothing is known here
    let one = annual(Preset::Quebec, &[], "2026-09-01");
    assert_eq!((one.year_ended, one.last_day), (day("2026-12-31"), Some(day("2027-06-30"))));
    // fifteen months after the last one come first in Ontario
    let last = held(1, meetings::Kind::Annual, "2025-02-10", true);
    let one = annual(Preset::Ontario, std::slice::from_ref(&last), "2026-02-01");
    assert_eq!((one.last_day, one.held.is_none()), (Some(day("2026-05-10")), true));
    let one = annual(Preset::Ontario, std::slice::from_ref(&last), "2026-09-01");
    assert_eq!((one.year_ended, one.last_day), (day("2025-12-31"), Some(day("2026-05-10"))), "it is late");
    // held for this year: the next one counts
    let known = [
        last,
        held(2, meetings::Kind::Annual, "2026-03-02", true),
        held(3, meetings::Kind::Annual, "2027-03-01", false),
    ];
    let one = annual(Preset::Quebec, &known, "2026-09-01");
    assert_eq!(one.held.as_ref().map(|one| one.id), Some(2));
    assert_eq!(one.planned.as_ref().map(|one| one.id), Some(3));
    assert_eq!(one.last_day, Some(day("2027-06-30")));
    let notice = known[2].notice(&RuleProfile::of(Preset::Ontario)).expect("a period");
    assert_eq!((notice.first, notice.last), (day("2027-01-10"), day("2027-02-19")));
}

#[test]
fn what_is_usual_and_when_it_comes_again() {
    assert_eq!(rules::next_due(day("2026-01-31"), 1), Some(day("2026-02-28")));
    assert_eq!(rules::next_due(day("2026-02-28"), 1), Some(day("2026-03-31")), "the end of a month stays one");
    assert_eq!(rules::next_due(day("2026-05-15"), 12), Some(day("2027-05-15")));
    let profile = RuleProfile::of(Preset::Quebec);
    let today = day("2026-02-01");
    let annual = rules::annual(&profile, &[], today);
    let usual = rules::usual(&profile, annual.as_ref(), today);
    let on = |kind| usual.iter().find(|one| one.kind == kind).and_then(|one| one.due_on);
    assert_eq!(on(rules::Kind::AnnualReturn), Some(day("2026-07-30")));
    assert_eq!(on(rules::Kind::Tax), Some(day("2026-06-30")));
    assert_eq!(on(rules::Kind::Insurance), None);
    assert_eq!(rules::section(Some(today), false, today), Section::Soon);
    assert_eq!(rules::section(Some(day("2026-01-31")), false, today), Section::Late);
    assert_eq!(rules::section(Some(day("2026-05-03")), false, today), Section::Later);
    assert_eq!(rules::section(None, false, today), Section::Undated);
}
