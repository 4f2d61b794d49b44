//! Repairs through HTTP: the way of a request, who sees it and who does not, how to get in, and what people are told.

mod access;
mod leaving;
mod sight;
mod told;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::{Status, store};
use crate::members::{self, NewMember, Status as Standing};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::units::{self, NewUnit};
use crate::{committees, repairs};

row! {
    struct Row {
        text: String,
    }
}

fn rows(site: &Site, sql: &str) -> Vec<String> {
    let rows: Vec<Row> = site.read(|conn| Ok(diesel::sql_query(sql).load(conn)?));
    rows.into_iter().map(|row| row.text).collect()
}

fn since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day")
}

fn member(site: &Site, given: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given.to_owned(),
        family_name: "Roy".to_owned(),
        email: Some(format!("{}@example.org", given.to_lowercase())),
        phone: None,
        language: Lang::En,
        joined_on: since(),
        status: Standing::Member,
    };
    site.act(|act| members::add(act, &new))
}

async fn resident<'a>(site: &'a Site, given: &str) -> (Visitor<'a>, i64) {
    let id = member(site, given);
    (site.signed_in(Role::Resident, &format!("{given} Roy"), Some(id)).await, id)
}

fn home_of(site: &Site, label: &str, people: &[i64]) -> i64 {
    site.act(|act| {
        let unit = units::add(act, &NewUnit { label: label.to_owned(), ..NewUnit::default() })?;
        for member in people {
            units::move_in(act, unit, *member, since())?;
        }
        Ok(unit)
    })
}

/// Everybody who has to do with a request from home 12.
struct House<'a> {
    site: &'a Site,
    /// Who asks, with whom they live, and who lives next door.
    odette: Visitor<'a>,
    zoe: Visitor<'a>,
    paul: Visitor<'a>,
    /// Who leads the committee, and who sits on it.
    lena: Visitor<'a>,
    nora: Visitor<'a>,
    admin: Visitor<'a>,
    observer: Visitor<'a>,
    members: Members,
    unit: i64,
    committee: i64,
}

struct Members {
    odette: i64,
    zoe: i64,
    lena: i64,
    nora: i64,
}

async fn house(site: &Site) -> House<'_> {
    let ((odette, odette_id), (zoe, zoe_id), (paul, paul_id)) =
        (resident(site, "Odette").await, resident(site, "Zoe").await, resident(site, "Paul").await);
    let ((lena, lena_id), (nora, nora_id)) = (resident(site, "Lena").await, resident(site, "Nora").await);
    let unit = home_of(site, "12", &[odette_id, zoe_id]);
    home_of(site, "13", &[paul_id]);
    let committee = site.act(|act| {
        let id = committees::add(act, "Upkeep", "Entretien")?;
        for member in [lena_id, nora_id] {
            committees::join(act, id, member, since())?;
        }
        committees::name_lead(act, id, lena_id, since(), None)?;
        repairs::settle(act, Some(id))?;
        Ok(id)
    });
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let members = Members { odette: odette_id, zoe: zoe_id, lena: lena_id, nora: nora_id };
    House { site, odette, zoe, paul, lena, nora, admin, observer, members, unit, committee }
}

const WAY_IN: &str = "The key is under pot Quetzal";

impl House<'_> {
    /// Odette asks for a repair at home, and says how to get in. Its address.
    async fn ask(&self, urgency: &str) -> String {
        let home = self.unit.to_string();
        let fields = [
            ("repair_home", home.as_str()),
            ("repair_place", "bathroom"),
            ("repair_title", "Tap Marmalade drips"),
            ("repair_details", "Since Zanzibar day"),
            ("urgency", urgency),
            ("access_enter", "yes"),
            ("access_times", "after 16:00"),
            ("access_pets", "Cat Figaro"),
            ("access_way_in", WAY_IN),
        ];
        self.odette.post("/repairs", &fields).await.expect(303).location().to_owned()
    }

    /// Something is broken in the laundry room.
    async fn ask_common(&self) -> String {
        let fields = [
            ("repair_home", ""),
            ("repair_place", "laundry room"),
            ("repair_title", "Dryer Pelican hums"),
            ("urgency", "soon"),
        ];
        self.odette.post("/repairs", &fields).await.expect(303).location().to_owned()
    }

    fn version(&self, address: &str) -> String {
        rows(self.site, &format!("select version::text as text from repairs where id = {}", id(address))).remove(0)
    }

    /// Does a step in the version of the moment.
    async fn step(&self, who: &Visitor<'_>, address: &str, step: &str, fields: &[(&str, &str)]) -> Reply {
        let version = self.version(address);
        let mut all = vec![("version", version.as_str())];
        all.extend(fields);
        who.post(&format!("{address}/{step}"), &all).await
    }

    fn status(&self, address: &str) -> Status {
        let word = rows(self.site, &format!("select status as text from repairs where id = {}", id(address))).remove(0);
        Status::parse(&word).expect("a status")
    }

    fn access_rows(&self) -> usize {
        rows(self.site, "select way_in as text from repair_access").len()
    }

    fn day(&self, ahead: u64) -> String {
        (self.site.today() + Days::new(ahead)).to_string()
    }
}

fn id(address: &str) -> i64 {
    address.rsplit('/').next().and_then(|id| id.parse().ok()).expect("the number of a request")
}

fn events(site: &Site, address: &str) -> Vec<String> {
    rows(
        site,
        &format!(
            "select kind as text from events where subject_kind = 'repair' and subject_id = {} order by id",
            id(address)
        ),
    )
}

#[actix_web::test]
async fn a_request_goes_from_asked_to_repaired_and_back_when_it_is_not_fixed() {
    let site = Site::new().await;
    let house = house(&site).await;
    let page = house.odette.get("/repairs/new").await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Who will read this").shows("about home 12: everybody who lives there").shows("Lena Roy: they lead");
    let path = house.ask("soon").await;
    house
        .odette
        .get(&path)
        .await
        .expect(200)
        .shows("Tap Marmalade drips")
        .shows("Sent")
        .shows("Home 12, bathroom")
        .hides("I’ll take it");
    let list = house.lena.get("/repairs").await.expect(200).shows("Tap Marmalade drips");
    assert!(list.queries <= 6, "{} queries", list.queries);
    let page = house.lena.get(&path).await.expect(200).shows("I’ll take it");
    assert!(page.queries <= 6, "{} queries", page.queries);
    house.step(&house.lena, &path, "taking", &[]).await.expect(303);
    assert_eq!(house.status(&path), Status::Seen);
    house.lena.get("/").await.expect(200).shows("Tap Marmalade drips").shows("A repair request.");
    let day = house.day(2);
    house
        .step(&house.lena, &path, "visit", &[("visit_on", &day), ("visit_from", "09:00"), ("visit_to", "11:00")])
        .await
        .expect(303);
    house
        .odette
        .get(&path)
        .await
        .expect(200)
        .shows("Visit planned")
        .shows("between 9:00")
        .shows("Lena Roy planned a visit by Lena Roy");
    house.step(&house.lena, &path, "closing", &[("repair_how", "repaired")]).await.expect(422);
    let said = [("repair_how", "repaired"), ("repair_outcome", "New washer")];
    house.step(&house.lena, &path, "closing", &said).await.expect(303);
    house
        .odette
        .get(&path)
        .await
        .expect(200)
        .shows("What was done")
        .shows("New washer")
        .shows("It is not fixed")
        .hides("Closed without repair");
    house.step(&house.odette, &path, "reopening", &[("not_fixed", "")]).await.expect(422);
    house.step(&house.odette, &path, "reopening", &[("not_fixed", "It drips again")]).await.expect(303);
    assert_eq!(house.status(&path), Status::Seen);
    house.lena.get(&path).await.expect(200).shows("It drips again").shows("closed it as repaired: New washer");
    let without = [("repair_how", "closed_without"), ("repair_outcome", "The tap is replaced in spring")];
    house.step(&house.lena, &path, "closing", &without).await.expect(303);
    house
        .odette
        .get(&path)
        .await
        .expect(200)
        .shows("Closed without repair")
        .shows("Why it was closed without repair")
        .shows("It is needed after all")
        .hides("What was done");
    house.odette.get("/repairs?lang=fr").await.expect(200).shows("Fermée sans réparation");
    assert_eq!(
        events(&site, &path),
        ["asked", "taken", "planned", "repaired", "reopened", "closed_without"].map(|word| format!("repair.{word}"))
    );
}

#[actix_web::test]
async fn whatever_is_wrong_is_said_beside_its_field_and_changes_nothing() {
    let site = Site::new().await;
    let house = house(&site).await;
    house
        .odette
        .post("/repairs", &[])
        .await
        .expect(422)
        .shows("e-repair_title")
        .shows("e-repair_place")
        .shows("e-urgency");
    let common =
        [("repair_place", "roof"), ("repair_title", "Leak"), ("urgency", "now"), ("access_way_in", "code 1234")];
    house
        .odette
        .post("/repairs", &common)
        .await
        .expect(422)
        .shows("Choose whether somebody may come in")
        .shows("code 1234");
    let common = [common.as_slice(), &[("access_enter", "yes")]].concat();
    house.odette.post("/repairs", &common).await.expect(422).shows("This is about a home");
    // Nobody asks in the name of another home.
    let home = house.unit.to_string();
    let fields = [("repair_home", home.as_str()), ("repair_place", "x"), ("repair_title", "x"), ("urgency", "now")];
    house.paul.post("/repairs", &fields).await.expect(422).shows("e-repair_home");
    assert_eq!(rows(&site, "select title as text from repairs"), [""; 0]);
    house.admin.post("/repairs", &fields).await.expect(303);
    let path = house.ask("soon").await;
    let (past, day) = ("2020-01-01", house.day(1));
    house.step(&house.lena, &path, "visit", &[("visit_on", past)]).await.expect(422).shows("This day is over");
    house.step(&house.lena, &path, "visit", &[("visit_on", "never")]).await.expect(422).shows("e-visit_on");
    let backwards = [("visit_on", day.as_str()), ("visit_from", "11:00"), ("visit_to", "09:00")];
    house.step(&house.lena, &path, "visit", &backwards).await.expect(422).shows("after the beginning");
    house.step(&house.admin, &path, "visit", &[("visit_on", &day)]).await.expect(422).shows("who deals with it");
    house.step(&house.lena, &path, "handing-over", &[("dealer", "987654")]).await.expect(422).shows("e-dealer");
    let odette = house.members.odette.to_string();
    house.step(&house.lena, &path, "handing-over", &[("dealer", &odette)]).await.expect(422);
    house.lena.post(&format!("{path}/taking"), &[("version", "7")]).await.expect(409);
    house
        .odette
        .post(&path, &[("version", "7"), ("repair_place", "x"), ("repair_title", "Mine"), ("urgency", "now")])
        .await
        .expect(409)
        .shows("Mine");
    assert_eq!(house.status(&path), Status::Sent);
    // The other language brings back what was typed.
    let held = [("repair_title", "Half a sentence"), ("form_hold", "fr")];
    house.odette.post("/repairs", &held).await.expect(200).shows("Half a sentence").shows("Ce qui est brisé");
}

#[actix_web::test]
async fn the_same_form_sent_twice_asks_once() {
    let site = Site::new().await;
    let house = house(&site).await;
    let token = house.odette.fresh_token().await;
    let fields =
        [("form_token", token.as_str()), ("repair_place", "stairs"), ("repair_title", "Lamp out"), ("urgency", "soon")];
    let first = house.odette.post_raw("/repairs", &fields).await.expect(303);
    let second = house.odette.post_raw("/repairs", &fields).await.expect(303);
    assert_eq!(first.location(), second.location());
    assert_eq!(rows(&site, "select title as text from repairs").len(), 1);
}

#[actix_web::test]
async fn words_that_are_taken_out_are_nowhere_any_more() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    let shorter = [("repair_place", "bathroom"), ("repair_title", "Tap drips"), ("urgency", "soon")];
    let version = house.version(&path);
    let fields = [shorter.as_slice(), &[("version", version.as_str())]].concat();
    house.paul.post(&path, &fields).await.expect(404);
    house.lena.post(&path, &fields).await.expect(403);
    house.zoe.post(&path, &fields).await.expect(303);
    house.lena.get(&path).await.expect(200).hides("Zanzibar").hides("Marmalade").shows("changed what the request says");
    for word in ["Zanzibar", "Marmalade"] {
        assert_eq!(everywhere(&site, word), [""; 0]);
    }
    assert_eq!(everywhere(&site, "Tap drips"), ["repairs"]);
    house.step(&house.lena, &path, "withdrawal", &[]).await.expect(403);
    house.step(&house.zoe, &path, "withdrawal", &[]).await.expect(303);
    house.odette.get(&path).await.expect(200).shows("Withdrawn").hides("Closed without repair");
}

/// The tables in whose rows a word stands.
fn everywhere(site: &Site, word: &str) -> Vec<String> {
    let tables = rows(
        site,
        "select table_name::text as text from information_schema.columns c where table_schema = 'public' and column_name = 'coop_id' \
         and exists (select from pg_class k where k.oid = to_regclass('public.' || c.table_name) and k.relkind = 'r') order by 1",
    );
    assert!(tables.len() > 50 && tables.contains(&"repair_access".to_owned()));
    let holds = |table: &String| {
        let sql = format!("select 'x' as text from {table} t where to_jsonb(t)::text like '%{word}%' limit 1");
        !rows(site, &sql).is_empty()
    };
    tables.into_iter().filter(holds).collect()
}

#[actix_web::test]
async fn a_task_is_made_of_its_title_and_never_of_its_home() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    let page = house.lena.get(&path).await.expect(200);
    let link = page.body.split("href=\"/tasks/new?").nth(1).and_then(|rest| rest.split('"').next()).expect("the link");
    assert_eq!(
        link.replace("&#38;", "&").replace("&amp;", "&"),
        format!("title=Tap+Marmalade+drips&committee={}", house.committee)
    );
    house
        .lena
        .get(&format!("/tasks/new?{}", link.replace("&#38;", "&")))
        .await
        .expect(200)
        .shows("Tap Marmalade drips")
        .hides("Quetzal")
        .hides("Zanzibar");
    house.odette.get(&path).await.expect(200).hides("/tasks/new?");
}

#[actix_web::test]
async fn the_settings_say_which_committee_deals_with_repairs() {
    let site = Site::new().await;
    let house = house(&site).await;
    house.odette.get("/repairs/settings").await.expect(403);
    house.admin.get("/repairs/settings").await.expect(200).shows("Upkeep");
    house
        .admin
        .post("/repairs/settings", &[("repairs_committee", "987654")])
        .await
        .expect(422)
        .shows("e-repairs_committee");
    house.admin.post("/repairs/settings", &[("repairs_committee", "")]).await.expect(303);
    assert_eq!(site.read(store::committee), None);
    let path = house.ask("soon").await;
    house.lena.get(&path).await.expect(404);
    house.admin.get(&path).await.expect(200);
    house.odette.get("/repairs/new").await.expect(200).hides("Lena Roy");
}
