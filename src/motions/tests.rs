//! Motions through HTTP: moved, amended, voted by hands, entered into the register; who speaks.

mod votes;

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

use crate::attendance::{self, Noted, Way};
use crate::board;
use crate::coops;
use crate::decisions;
use crate::meetings::{self, Kind, NewItem, NewMeeting, Purpose};
use crate::members::{self, NewMember, Status};
use crate::motions::{self, Motion};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

const NAMES: [&str; 6] = ["Odette", "Paul", "Zoe", "Lena", "Amir", "Ines"];

/// A meeting under way with six members, five of them there; its first item can be decided, its second cannot.
struct World {
    members: Vec<i64>,
    id: i64,
    items: Vec<i64>,
}

fn since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day")
}

fn item(title: &str, in_camera: bool) -> NewItem {
    NewItem {
        purpose: Purpose::Decision,
        title_en: title.to_owned(),
        title_fr: title.to_owned(),
        details: String::new(),
        minutes: None,
        presenter: String::new(),
        in_camera,
    }
}

fn world(site: &Site, kind: Kind) -> World {
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
    let members: Vec<i64> = NAMES.iter().map(add).collect();
    if kind == Kind::Board {
        for member in &members[..5] {
            site.act(|act| {
                let until = act.today() + chrono::Days::new(300);
                let entry = board::Entry { from: act.today(), until, came: board::Came::Elected, ended: None };
                board::seat(act, *member, &entry, None).map(drop)
            });
        }
    }
    let new = NewMeeting {
        kind,
        committee_id: None,
        title_en: String::new(),
        title_fr: String::new(),
        held_on: site.today(),
        starts_at: NaiveTime::MIN,
        ends_at: None,
        place: "Common room".to_owned(),
        online: String::new(),
        access: String::new(),
        child_care: String::new(),
        special_resolution: false,
    };
    let (id, items) = site.act(|act| {
        let id = meetings::plan(act, &new)?;
        let items = [("Roof", false), ("Paint", false), ("Arrears of home 12", true)];
        let items = items.iter().map(|(title, secret)| meetings::add_item(act, id, &item(title, *secret)));
        Ok((id, items.collect::<crate::platform::error::Result<Vec<i64>>>()?))
    });
    let noticed = format!("update agenda_items set noticed = true where id = {}", items[0]);
    site.read(|conn| Ok(diesel::sql_query(noticed).execute(conn)?));
    site.act(|act| {
        attendance::open(act, id)?;
        for member in &members[..5] {
            attendance::come(act, id, *member, Way::InPerson, Noted::Door)?;
        }
        attendance::call_to_order(act, id, false)
    });
    World { members, id, items }
}

impl World {
    fn at(&self, rest: &str) -> String {
        format!("/meetings/{}/motions{rest}", self.id)
    }

    fn all(&self, site: &Site) -> Vec<Motion> {
        site.read(|conn| motions::list(conn, self.id, true))
    }

    /// Moves something; the second one there seconds it.
    async fn moved(&self, who: &Visitor<'_>, more: &[(&str, &str)]) -> Reply {
        let [mover, seconder] = [0, 1].map(|at| self.members[at].to_string());
        let item = self.items[0].to_string();
        let plain = [
            ("motion_item", item.as_str()),
            ("motion_words_en", "That we borrow $900,000."),
            ("mover", &mover),
            ("seconder", &seconder),
        ];
        let said = |name: &str| more.iter().any(|(other, _)| *other == name);
        let fields: Vec<(&str, &str)> =
            plain.into_iter().filter(|(name, _)| !said(name)).chain(more.iter().copied()).collect();
        who.post(&self.at(""), &fields).await
    }

    async fn declared(
        &self,
        who: &Visitor<'_>,
        number: i32,
        hands: (&str, &str, &str),
        more: &[(&str, &str)],
    ) -> Reply {
        let plain = [("votes_for", hands.0), ("votes_against", hands.1), ("votes_abstain", hands.2)];
        let fields: Vec<(&str, &str)> = plain.into_iter().chain(more.iter().copied()).collect();
        who.post(&self.at(&format!("/{number}/result")), &fields).await
    }
}

fn decisions_of(site: &Site) -> i64 {
    crate::platform::sql::row! {
        struct Count {
            count: i64,
        }
    }
    site.read(|conn| Ok(diesel::sql_query("select count(*) as count from decisions").get_result::<Count>(conn)?.count))
}

#[actix_web::test]
async fn a_motion_is_moved_amended_voted_and_entered() {
    let site = Site::new().await;
    let world = world(&site, Kind::Special);
    let admin = site.as_admin().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", Some(world.members[0])).await;
    odette.get(&world.at("")).await.expect(200).shows("Nothing was moved yet").hides("Write down a motion");
    odette.get(&world.at("/new")).await.expect(403);
    world.moved(&odette, &[]).await.expect(403);
    admin.get(&world.at("/new")).await.expect(200).shows("Roof").hides(">Paint<").shows("stood in its notice");

    // what cannot be is said beside its field
    let (paint, absent, mover) =
        (world.items[1].to_string(), world.members[5].to_string(), world.members[0].to_string());
    world.moved(&admin, &[("motion_item", &paint)]).await.expect(422).shows("e-motion_item");
    world.moved(&admin, &[("motion_words_en", "")]).await.expect(422).shows("e-motion_words_en");
    world.moved(&admin, &[("mover", "")]).await.expect(422).shows("e-mover");
    world.moved(&admin, &[("mover", &absent)]).await.expect(422).shows("e-mover");
    world.moved(&admin, &[("seconder", &mover)]).await.expect(422).shows("cannot second it");
    assert!(world.all(&site).is_empty());
    world.moved(&admin, &[("seconder", "")]).await.expect(303);
    world.declared(&admin, 1, ("4", "1", "0"), &[]).await.expect(422).shows("Nobody has seconded it");
    odette.post(&world.at("/1/seconding"), &[("seconder", &mover)]).await.expect(403);
    admin.post(&world.at("/1/seconding"), &[("seconder", &mover)]).await.expect(422);
    admin.post(&world.at("/1/seconding"), &[("seconder", &world.members[1].to_string())]).await.expect(303);

    // an amendment goes first, and changes what the motion reads; what was moved stays
    let amended = [("motion_amends", "1"), ("motion_words_en", "That we borrow $700,000.")];
    world.moved(&admin, &amended).await.expect(303);
    admin.get(&world.at("/new?amends=1")).await.expect(200).shows("That we borrow $900,000.");
    admin.get(&world.at("/new?amends=7")).await.expect(404);
    world.declared(&admin, 1, ("4", "1", "0"), &[]).await.expect(409);
    world.declared(&admin, 2, ("3", "2", "0"), &[]).await.expect(303);
    world.declared(&admin, 2, ("3", "2", "0"), &[]).await.expect(409);
    let page =
        odette.get(&world.at("/1")).await.expect(200).shows("That we borrow $700,000.").shows("How it read before");
    page.shows("That we borrow $900,000.");

    // more hands than people, and one of them has an interest
    world.declared(&admin, 1, ("", "", ""), &[]).await.expect(422).shows("e-votes_for");
    world.declared(&admin, 1, ("5", "1", "0"), &[]).await.expect(422).shows("may vote now: 5");
    admin.post(&world.at("/1/recusals"), &[("recused", &world.members[4].to_string())]).await.expect(303);
    world.declared(&admin, 1, ("4", "1", "0"), &[]).await.expect(422).shows("may vote now: 4");
    let before = decisions_of(&site);
    world.declared(&admin, 1, ("3", "1", "0"), &[]).await.expect(303);
    assert_eq!(decisions_of(&site), before + 1);
    let motion = world.all(&site).remove(0);
    assert_eq!((motion.status, motion.could_vote, motion.needed), (motions::Status::Carried, Some(4), Some(3)));
    let entry = site.read(|conn| decisions::find(conn, motion.decision.expect("a number"))).entry;
    assert_eq!((entry.title_en.as_str(), entry.details_en.as_str()), ("Roof", "That we borrow $700,000."));
    assert!(entry.sums_en.contains("3 for, 1 against") && entry.sums_fr.contains("3 pour"), "{entry:?}");
    assert_eq!(entry.body, decisions::Body::Meeting);
    let page = odette.get(&world.at("")).await.expect(200).shows("Carried").shows("3 for, 1 against");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = admin.get(&world.at("/1")).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    let screen = site.read(|conn| attendance::screen(conn, world.id, Lang::Fr)).expect("a screen").html;
    assert!(screen.contains("Proposition 1") && screen.contains("adoptée") && screen.contains("700,000"), "{screen}");

    // withdrawn: what would have changed it falls
    world.moved(&admin, &[]).await.expect(303);
    world.moved(&admin, &[("motion_amends", "3")]).await.expect(303);
    admin.post(&world.at("/3/withdrawal"), &[]).await.expect(303);
    assert_eq!(world.all(&site)[3].status, motions::Status::Fallen);
    admin.get("/audit").await.expect(200).shows("declared what came of a motion").shows("That we borrow");
}

#[actix_web::test]
async fn without_a_quorum_nothing_is_declared_and_the_chair_decides_a_tie() {
    let site = Site::new().await;
    site.act(|act| {
        let rules = coops::rule_profile(act.conn)?;
        coops::change_rules(act, &coops::RuleProfile { quorum_continues_percent: 50, ..rules })
    });
    let world = world(&site, Kind::Annual);
    let admin = site.as_admin().await;
    world.moved(&admin, &[]).await.expect(303);
    // a tie is the chair's, in Ontario; without a word of theirs it is lost
    world.declared(&admin, 1, ("2", "2", "1"), &[("chair_vote", "for")]).await.expect(303);
    let motion = world.all(&site).remove(0);
    assert_eq!((motion.status, motion.chair_vote), (motions::Status::Carried, Some(motions::Casting::For)));
    world.moved(&admin, &[]).await.expect(303);
    world.declared(&admin, 2, ("2", "2", "0"), &[]).await.expect(303);
    world.moved(&admin, &[("motion_special", "1")]).await.expect(303);
    world.declared(&admin, 3, ("3", "2", "0"), &[]).await.expect(303);
    let status = |at: usize| world.all(&site).remove(at).status;
    assert_eq!((status(1), status(2)), (motions::Status::Lost, motions::Status::Lost), "two thirds are more");

    // three leave: nothing is declared, but to adjourn can be
    for member in &world.members[..3] {
        site.act(|act| attendance::leave(act, world.id, *member).map(drop));
    }
    let [three, four] = [3, 4].map(|at| world.members[at].to_string());
    let two = [("mover", three.as_str()), ("seconder", &four)];
    world.moved(&admin, &two).await.expect(303);
    world.declared(&admin, 4, ("2", "0", "0"), &[]).await.expect(422).shows("There is no quorum now");
    let adjourn =
        [("mover", three.as_str()), ("seconder", &four), ("motion_item", "0"), ("motion_words_en", "To adjourn")];
    world.moved(&admin, &adjourn).await.expect(303);
    world.declared(&admin, 5, ("2", "0", "0"), &[]).await.expect(303);
    assert_eq!((status(4), world.all(&site)[4].decision), (motions::Status::Carried, None));
    site.act(|act| attendance::adjourn(act, world.id));
    world.moved(&admin, &two).await.expect(409);
    world.declared(&admin, 4, ("2", "0", "0"), &[]).await.expect(409);
}

#[actix_web::test]
async fn what_is_in_camera_is_for_who_sits_there() {
    let site = Site::new().await;
    let world = world(&site, Kind::Board);
    let admin = site.as_admin().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", Some(world.members[0])).await;
    let ines = site.signed_in(Role::Resident, "Ines Roy", Some(world.members[5])).await;
    let secret = world.items[2].to_string();
    world.moved(&admin, &[("motion_item", &secret)]).await.expect(422);
    let roles = format!("/meetings/{}/roles", world.id);
    admin.post(&roles, &[("chair", &world.members[0].to_string())]).await.expect(303);
    // the board decides under any item
    world.moved(&odette, &[("motion_item", &world.items[1].to_string())]).await.expect(303);
    world.declared(&odette, 1, ("5", "0", "0"), &[]).await.expect(303);
    let before = decisions_of(&site);
    let words = [("motion_item", secret.as_str()), ("motion_words_en", "That home 12 pays by month")];
    world.moved(&odette, &words).await.expect(303);
    world.declared(&odette, 2, ("5", "0", "0"), &[]).await.expect(303);
    odette.get(&world.at("/2")).await.expect(200).shows("home 12 pays");
    assert_eq!(decisions_of(&site), before, "it is not entered where everybody reads it");
    for who in [&ines, &admin] {
        who.get(&world.at("")).await.expect(200).hides("home 12").shows("Motion 1");
        who.get(&world.at("/2")).await.expect(404);
    }
    admin.get("/audit").await.expect(200).hides("home 12 pays");
    let screen = site.read(|conn| attendance::screen(conn, world.id, Lang::En)).expect("a screen").html;
    assert!(!screen.contains("home 12") && screen.contains("Motion 1"), "{screen}");
}

#[actix_web::test]
async fn speakers_have_their_turns() {
    let site = Site::new().await;
    let world = world(&site, Kind::Annual);
    let admin = site.as_admin().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", Some(world.members[0])).await;
    let ines = site.signed_in(Role::Resident, "Ines Roy", Some(world.members[5])).await;
    let speakers = format!("/meetings/{}/speakers", world.id);
    odette.post(&speakers, &[("speaker_side", "shout")]).await.expect(422).shows("e-speaker_side");
    odette.post(&speakers, &[("speaker_side", "for")]).await.expect(303);
    odette.post(&speakers, &[("speaker_side", "against")]).await.expect(303);
    ines.post(&speakers, &[("speaker_side", "for")]).await.expect(422).shows("not noted as there");
    for (at, side) in [(1, "against"), (2, "point")] {
        let fields = [("speaker", world.members[at].to_string()), ("speaker_side", side.to_owned())];
        admin.post(&speakers, &[(fields[0].0, &fields[0].1), (fields[1].0, &fields[1].1)]).await.expect(303);
    }
    // nobody notes another one but who leads
    let other = world.members[3].to_string();
    odette.post(&speakers, &[("speaker", &other), ("speaker_side", "for")]).await.expect(303);
    let turns = || site.read(|conn| motions::speakers(conn, world.id));
    assert_eq!(turns().iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Zoe Roy", "Odette Roy", "Paul Roy"]);
    let (zoe, own, paul) = (turns()[0].id, turns()[1].id, turns()[2].id);
    odette.post(&format!("{speakers}/{zoe}"), &[("turn", "begin")]).await.expect(403);
    odette.post(&format!("{speakers}/{paul}"), &[("turn", "remove")]).await.expect(403);
    admin.post(&format!("{speakers}/{zoe}"), &[("turn", "begin")]).await.expect(303);
    odette.post(&format!("{speakers}/{own}"), &[("turn", "remove")]).await.expect(303);
    admin.post(&format!("{speakers}/{paul}"), &[("turn", "begin")]).await.expect(303);
    let page = odette.get(&world.at("")).await.expect(200).shows("speaks since").shows("Who spoke");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let screen = site.read(|conn| attendance::screen(conn, world.id, Lang::En)).expect("a screen").html;
    assert!(screen.contains("Paul Roy speaks: Against"), "{screen}");
    admin.post(&format!("{speakers}/{paul}"), &[("turn", "end")]).await.expect(303);
    admin.post(&format!("{speakers}/{paul}"), &[("turn", "end")]).await.expect(404);
    assert!(turns().iter().all(|one| one.ended_at.is_some()) && turns().len() == 2);
}
