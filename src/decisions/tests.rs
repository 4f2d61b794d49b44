//! The register of decisions, through HTTP.

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde_json::json;

use super::{Body, Effect, Entry, Standing};
use crate::members::{self, NewMember, Status};
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::{self, NewPoll, Shows};

fn entry(on: &str, english: &str, french: &str) -> Entry {
    Entry {
        decided_on: on.parse().expect("a day"),
        body: Body::Meeting,
        former_number: String::new(),
        title_en: english.to_owned(),
        title_fr: french.to_owned(),
        details_en: String::new(),
        details_fr: String::new(),
        sums_en: String::new(),
        sums_fr: String::new(),
    }
}

fn enter(site: &Site, on: &str, english: &str, french: &str) -> i32 {
    site.act(|act| super::enter(act, &entry(on, english, french)))
}

/// A vote in which the only member says yes, or nobody does anything; closed.
async fn voted(site: &Site, title: &str, binding: bool, yes: bool) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: title.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: "2020-05-01".parse().expect("a day"),
        status: Status::Member,
    };
    let member = site.act(|act| members::add(act, &new));
    let now = clock::now();
    let new = NewPoll {
        title_en: title.to_owned(),
        title_fr: format!("{title} (fr)"),
        details_en: "New shingles.".to_owned(),
        details_fr: "De nouveaux bardeaux.".to_owned(),
        case: crate::polls::Case::default(),
        binding,
        shows: Shows::Live,
        secrecy: crate::polls::Secrecy::Open,
        record_on: None,
        opens_at: now,
        closes_at: now + TimeDelta::days(1),
    };
    let poll = site.act(|act| polls::tests::announced(act, &new));
    if yes {
        let voter = site.signed_in(Role::Resident, &format!("{title} Roy"), Some(member)).await;
        voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    }
    site.act(|act| polls::close(act, poll));
    poll
}

const WHOLE: [(&str, &str); 8] = [
    ("decided_on", "2004-05-12"),
    ("body", "meeting"),
    ("former_number", "2004-3"),
    ("title_en", ""),
    ("title_fr", "Pas d’étages en location"),
    ("details_en", ""),
    ("details_fr", "Aucun logement n’est loué à court terme."),
    ("sums_fr", "adopté, 31 pour"),
];

#[actix_web::test]
async fn what_a_vote_decides_is_entered_at_its_close_and_stays() {
    let site = Site::new().await;
    let old = enter(&site, "2001-02-03", "Old", "Vieille");
    let poll = voted(&site, "Roof", true, true).await;
    voted(&site, "Colour", false, true).await;
    let observer = site.as_observer().await;
    let list = observer.get("/decisions").await.expect(200);
    assert!(list.queries <= 6, "{} queries", list.queries);
    list.shows("href=\"/decisions/2\"").shows("Roof").hides("Colour").shows("2 decisions").hides("/decisions/new");
    let page = observer.get("/decisions/2").await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = page.shows("2. Roof").shows("Adopted, with 1 for").shows("One of 1 members has voted");
    page.shows("New shingles.").shows(&format!("/polls/{poll}/result")).shows("In force").hides("/review");
    observer.get("/decisions/2?lang=fr").await.expect(200).shows("Roof (fr)").shows("De nouveaux bardeaux.");
    observer.get(&format!("/polls/{poll}/result")).await.expect(200).shows("href=\"/decisions/2\"");
    observer.get("/decisions/3").await.expect(404);
    assert_eq!(old, 1);
    let joan = site.as_admin().await;
    joan.get("/decisions/2").await.expect(200).hides("/decisions/2/edit");
    joan.get("/decisions/2/edit").await.expect(409);
    joan.post("/decisions/2", &[&WHOLE[..], &[("version", "1")]].concat()).await.expect(409);
    let changed = site.try_act(|act| {
        Ok(diesel::sql_query("update decisions set title_en = 'x' where number = 2").execute(act.conn)?)
    });
    assert!(changed.expect_err("refused").to_string().contains("stays as it was entered"));
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn an_earlier_decision_is_entered_by_hand_and_put_right_with_a_trace() {
    let site = Site::new().await;
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    resident.post("/decisions", &WHOLE).await.expect(403);
    let joan = site.as_admin().await;
    let blank = joan.post("/decisions", &[("decided_on", "2999-01-01"), ("title_en", "Dogs")]).await.expect(422);
    blank.shows("f-body").shows("value=\"Dogs\"").shows("value=\"2999-01-01\"");
    let late = [&[("decided_on", "2199-01-01")], &WHOLE[1..]].concat();
    joan.post("/decisions", &late).await.expect(422).shows("This day is still to come");
    let done = joan.post("/decisions", &WHOLE).await.expect(303);
    assert_eq!(done.location(), "/decisions/1");
    let page = resident.get("/decisions/1?lang=fr").await.expect(200);
    page.shows("1. Pas d’étages en location").shows("2004-3").shows("adopté, 31 pour").shows("a inscrit une décision");
    let form = joan.get("/decisions/1/edit?lang=en").await.expect(200);
    assert_eq!(form.field("version"), "1");
    // The co-op writes English: what says the same in both is shown once, there.
    form.shows("name=\"title_fr\" value=\"\"");
    let better = [&WHOLE[..3], &[("title_en", "No floors to rent"), ("version", "1")], &WHOLE[4..]].concat();
    joan.post("/decisions/1", &better).await.expect(303);
    joan.post("/decisions/1", &[&better[..], &[("sums_en", "x")]].concat())
        .await
        .expect(409)
        .shows("No floors to rent");
    joan.get("/decisions/1").await.expect(200).shows("1. No floors to rent").shows("corrected a decision");
    let told = site.read(|conn| crate::platform::events::of_subject(conn, "decision", 1, 1));
    assert_eq!(told[0].detail["before"]["title_en"], "Pas d’étages en location");
    assert_eq!(told[0].detail["after"]["title_en"], "No floors to rent");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_later_decision_amends_or_repeals_an_earlier_one() {
    let site = Site::new().await;
    enter(&site, "2001-02-03", "Dogs stay out", "Pas de chiens");
    enter(&site, "2005-02-03", "Small dogs may come", "Petits chiens permis");
    voted(&site, "Cats", true, false).await;
    let joan = site.as_admin().await;
    let say = async |number: i32, effect: &str, earlier: &str| {
        joan.post(&format!("/decisions/{number}/relations"), &[("effect", effect), ("earlier", earlier)]).await
    };
    for (number, effect, earlier, wrong) in [
        (2, "amends", "", "fill in"),
        (2, "abolishes", "1", "choose one"),
        (2, "amends", "9", "no decision with this number"),
        (2, "amends", "2", "cannot amend or repeal itself"),
        (1, "amends", "2", "taken later"),
        (3, "repeals", "1", "not adopted"),
    ] {
        say(number, effect, earlier).await.expect(422).shows(wrong);
    }
    say(2, "amends", "1").await.expect(303);
    say(2, "repeals", "1").await.expect(422).shows("says something else");
    joan.get("/decisions/1").await.expect(200).shows("In force, amended").shows("Amended by").shows("2. Small dogs");
    let fields =
        [("decided_on", "2010-01-01"), ("body", "board"), ("title_en", "All dogs welcome"), ("effect", "repeals")];
    joan.post("/decisions", &fields).await.expect(422).shows("e-earlier");
    joan.post("/decisions", &[&fields[..], &[("earlier", "1")]].concat()).await.expect(303);
    joan.get("/decisions/1").await.expect(200).shows("Repealed").shows("4. All dogs welcome");
    let list = joan.get("/decisions?standing=in_force").await.expect(200);
    list.shows("Small dogs").shows("All dogs").hides("Dogs stay out").hides("Cats");
    joan.get("/decisions?standing=repealed").await.expect(200).shows("Dogs stay out").hides("Small dogs");
    joan.get("/decisions?standing=none").await.expect(200).shows("Cats").hides("dogs");
    // The day of one of the two cannot turn them round.
    let turned = [("version", "1"), ("decided_on", "2000-01-01"), ("body", "board"), ("title_en", "All dogs welcome")];
    joan.post("/decisions/4", &turned).await.expect(422).shows("does not fit");
    joan.post("/decisions/4/relations/removal", &[("earlier", "1")]).await.expect(303);
    joan.post("/decisions/4/relations/removal", &[("earlier", "1")]).await.expect(404);
    assert_eq!(site.read(|conn| super::find(conn, 1)).standing, Standing::Amended);
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_day_of_review_comes_back_once_to_those_who_run_votes() {
    let site = Site::new().await;
    let (joan, today) = (site.as_admin().await, site.today());
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    enter(&site, "2001-02-03", "Dogs stay out", "Pas de chiens");
    joan.post("/decisions/1/review", &[("review_on", &today.to_string())]).await.expect(422).shows("after today");
    let next = today + Days::new(30);
    // What comes back in the other language is not folded away.
    let (typed, held) = (next.to_string(), ("form_hold", "fr"));
    let page = joan.post("/decisions/1/review", &[("review_on", &typed), held]).await.expect(200).shows(&typed);
    assert_eq!(page.body.matches("<details class=\"more\" open>").count(), 1);
    let page = joan.post("/decisions/1/relations", &[("earlier", "77"), held]).await.expect(200).shows("value=\"77\"");
    assert_eq!(page.body.matches("<details class=\"more\" open>").count(), 1);
    resident.post("/decisions/1/review", &[("review_on", &next.to_string())]).await.expect(403);
    joan.post("/decisions/1/review", &[("review_on", &next.to_string())]).await.expect(303);
    joan.get("/").await.expect(200).hides("to be reviewed");
    let remind = |days: i64| {
        site.act(|act| {
            act.now += TimeDelta::days(days);
            super::notices::remind(act)
        });
        let all = site.read(|conn| crate::platform::events::of_subject(conn, "decision", 1, 100));
        all.iter().filter(|event| event.kind == "decision.review_due").count()
    };
    assert_eq!((remind(29), remind(30), remind(30), remind(31)), (0, 1, 1, 1));
    site.pump();
    let told = site.read(|conn| {
        use crate::schema::notices::dsl;
        Ok(dsl::notices.filter(dsl::kind.eq("decision_review")).select(dsl::account_id).load::<i64>(conn)?)
    });
    assert_eq!(told, [joan.account.expect("an account")]);
    site.read(|conn| Ok(diesel::sql_query("update decisions set review_on = current_date - 2").execute(conn)?));
    joan.get("/").await.expect(200).shows("One decision is to be reviewed").shows("/decisions?standing=review");
    joan.get("/decisions?standing=review").await.expect(200).shows("Dogs stay out");
    joan.get("/decisions/1").await.expect(200).shows("The day to review this decision has come");
    joan.post("/decisions/1/review", &[("review_on", &next.to_string()), ("reviewed", "1")]).await.expect(303);
    joan.get("/decisions/1").await.expect(200).shows("reviewed a decision that stays in force").hides("has come");
    joan.get("/").await.expect(200).hides("to be reviewed");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn words_of_either_language_find_a_decision_accents_aside() {
    let site = Site::new().await;
    enter(&site, "2001-02-03", "Renting floors", "Étages loués");
    enter(&site, "2011-02-03", "Dogs", "Chiens");
    site.act(|act| {
        super::enter(act, &Entry { former_number: "1998-É7".to_owned(), ..entry("1998-01-01", "Old", "Vieux") })
    });
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    for typed in ["rent", "ETAGE", "%C3%A9tages", "floor", "loue", "1"] {
        let page = odette.get(&format!("/decisions?q={typed}")).await.expect(200);
        page.shows("Renting floors").hides("Dogs").hides("Old");
    }
    odette.get("/decisions?q=1998-e7").await.expect(200).shows("Old").hides("Dogs");
    odette.get("/decisions?q=nothing+like+it").await.expect(200).shows("No decision fits");
    odette.get("/decisions?year=2011&body=meeting").await.expect(200).shows("Dogs").hides("Renting");
    odette.get("/decisions?body=board").await.expect(200).hides("Dogs");
    odette.get("/search?q=etages").await.expect(200).shows("Renting floors").shows("/decisions/1");
    let file = odette.get("/decisions.csv?year=2011").await.expect(200);
    file.shows("\"2\",\"2011-02-03\",\"General meeting\"").hides("Renting");
    let workbook = odette.get("/decisions.xlsx").await.expect(200);
    assert!(workbook.header("content-type").contains("spreadsheetml"));
}

#[actix_web::test]
async fn a_long_register_is_read_by_pages() {
    let site = Site::new().await;
    let first: NaiveDate = "2001-01-01".parse().expect("a day");
    let all: Vec<Entry> = (0..120)
        .map(|place| {
            let title = format!("Matter <{place}>");
            Entry { decided_on: first + Days::new(place / 3), ..entry("2001-01-01", &title, &title) }
        })
        .collect();
    let numbers = site.act(|act| super::enter_all(act, &all));
    assert_eq!(numbers, (1..=120).collect::<Vec<i32>>());
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let (mut seen, mut address) = (Vec::new(), "/decisions".to_owned());
    loop {
        let page = odette.get(&address).await.expect(200);
        let links = page.body.split("<th scope=\"row\"><a href=\"/decisions/").skip(1);
        seen.extend(links.filter_map(|rest| rest.split('"').next()?.parse::<i32>().ok()));
        match page.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()) {
            Some(next) => address = next.replace("&amp;", "&"),
            None => break,
        }
    }
    assert_eq!(seen, (1..=120).rev().collect::<Vec<i32>>());
}

#[actix_web::test]
async fn a_sheet_is_looked_at_and_entered_once() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    resident.post("/decisions/import", &[("sheet", "x")]).await.expect(403);
    joan.post("/decisions/import", &[("sheet", "")]).await.expect(422).shows("e-sheet");
    let bad = "Date,Decided by,Title,Colour\n2004-05-12,Board,Dogs,red\n12 May,the janitor,Cats,blue\n";
    let page = joan.post("/decisions/import", &[("sheet", bad)]).await.expect(422);
    let page = page.shows("Dogs").shows("Enter general meeting, board").shows("not brought in: Colour");
    page.shows("2004-05-12,Board,Dogs").hides("/decisions/import/completion");
    joan.post("/decisions/import/completion", &[("sheet", bad)]).await.expect(422);
    let good = bad.replace("12 May,the janitor", "2006-06-06,Assemblée générale");
    let page = joan.post("/decisions/import", &[("sheet", &good)]).await.expect(200);
    page.shows("Enter 2 decisions").shows("General meeting");
    assert!(joan.get("/decisions").await.expect(200).body.contains("Nothing is in the register yet"));
    let token = joan.fresh_token().await;
    for _ in 0..2 {
        let fields = [("form_token", token.as_str()), ("sheet", good.as_str())];
        joan.post_raw("/decisions/import/completion", &fields).await.expect(303);
    }
    // A day later, with another token: what is there is passed over.
    let more = format!("{good}2007-07-07,committee,Birds,green\n");
    joan.post("/decisions/import", &[("sheet", &more)])
        .await
        .expect(200)
        .shows("passed over")
        .shows("Enter one decision");
    joan.post("/decisions/import/completion", &[("sheet", &more)]).await.expect(303);
    joan.get("/decisions").await.expect(200).shows("3 decisions").shows("Birds");
    // The register as a file is a sheet that can be read.
    let file = joan.get("/decisions.csv").await.expect(200);
    let page = joan.post("/decisions/import", &[("sheet", file.body.trim_start_matches('\u{feff}'))]).await.expect(200);
    page.shows("passed over").hides("/decisions/import/completion");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn an_entry_that_is_not_what_was_told_is_found() {
    let site = Site::of_owner().await;
    enter(&site, "2001-02-03", "Dogs", "Chiens");
    voted(&site, "Roof", true, true).await;
    enter(&site, "2005-02-03", "Cats", "Chats");
    site.act(|act| super::relate(act, 3, 1, Effect::Amends));
    assert_eq!(site.discrepancies(), [""; 0]);
    for (sql, number) in [
        ("update decisions set title_fr = 'Chats' where number = 1", 1),
        ("update decisions set title_en = 'Floor' where number = 2", 2),
        ("update decisions set sums_en = 'Rejected' where number = 2", 2),
        ("update decisions set decided_on = decided_on - 1 where number = 2", 2),
        ("update decisions set number = 9 where number = 2", 2),
        ("update decisions set number = 9 where number = 2", 9),
        ("update decisions set review_on = current_date where number = 3", 3),
        ("delete from decisions where number = 1", 1),
        ("delete from decision_relations", 3),
        ("update decision_relations set kind = 'repeals'", 3),
        (
            "insert into decisions (number, decided_on, body, title_en, title_fr) values (4, '2020-01-01', 'board', 'x', 'x')",
            4,
        ),
    ] {
        let found = site.tampered(sql, super::seal::verify);
        let what = format!("decision {number}: expected ");
        assert!(found.iter().any(|one| one.to_string().starts_with(&what)), "{sql}: {found:?}");
    }
    let told = site.read(|conn| crate::platform::events::of_subject(conn, "decision", 3, 1));
    assert_eq!(told[0].detail["earlier"], json!(1));
}

/// What was decided stays word for word when somebody who took part in it is erased: the register is the co-op's, and names nobody.
#[actix_web::test]
async fn the_register_survives_an_erasing() {
    let site = Site::new().await;
    let reader = site.as_observer().await;
    let poll = voted(&site, "Odile", true, true).await;
    let meeting = enter(&site, "2012-05-01", "Odile Roy keeps the keys", "Odile Roy garde les clés");
    site.act(|act| super::relate(act, 1, meeting, Effect::Amends));
    let entries = || [1, meeting].map(|number| site.read(|conn| super::seal::of(conn, number)));
    let outcome = || site.read(|conn| polls::decision(conn, 1)).counted.outcome;
    let before = (entries(), outcome());
    let member: i64 =
        site.read(|conn| Ok(crate::schema::members::table.select(crate::schema::members::id).first(conn)?));
    let today = site.today();
    site.act(|act| members::set_status(act, member, Status::Former, today, ""));
    site.act(|act| crate::privacy::erasure::erase(act, member, true));
    assert_eq!((entries(), outcome()), before);
    reader.get("/decisions/1").await.expect(200).shows("Adopted, with 1 for");
    reader.get("/decisions/2").await.expect(200).shows("Odile Roy keeps the keys");
    let listed = site.as_admin().await.get(&format!("/polls/{poll}/ballots.csv")).await.expect(200);
    let _ = listed.shows("For").hides("Odile Roy");
    assert_eq!(site.discrepancies(), [""; 0]);
    site.act(|act| crate::platform::events::chain(act.conn));
    site.read(|conn| crate::platform::events::verify(conn, None)).expect("the chain holds");
}
