//! Votes, through HTTP.

mod again;
mod appeals;
mod aside;
mod ballot_box;
mod booth;
mod bounds;
pub mod bundle;
mod case;
mod copying;
mod corrections;
mod crossings;
mod filed;
mod guests;
mod help;
pub mod leaks;
mod participation;
mod proxies;
mod quorum;
mod roll;
mod templates;
mod trial;
pub mod urn;
mod voiding;
mod ways;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;

use super::{NewPoll, NewQuestion, Shows};
use crate::figures::tests as figures;
use crate::members::{self, NewMember, Status};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::Site;
use crate::platform::visit::Act;
use crate::policy::Role;
use crate::{coops, polls};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn member(site: &Site, given: &str, status: Status) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: day("2020-05-01"),
        status,
    };
    site.act(|act| members::add(act, &new))
}

/// A proposal, for the tests of other slices too.
pub fn roof(opens_in: TimeDelta, lasts: TimeDelta) -> NewPoll {
    let opens_at = clock::now() + opens_in;
    NewPoll {
        title_en: "Replace the roof".to_owned(),
        title_fr: "Refaire le toit".to_owned(),
        details_en: "It leaks.\nIt is old.".to_owned(),
        details_fr: "Il coule.".to_owned(),
        case: crate::polls::Case::default(),
        binding: true,
        shows: Shows::Live,
        secrecy: crate::polls::Secrecy::Open,
        record_on: None,
        opens_at,
        closes_at: opens_at + lasts,
    }
}

/// A vote on the proposal that its text makes, announced: for the tests of other slices too.
pub fn announced(act: &mut Act<'_>, new: &NewPoll) -> Result<i64> {
    let id = polls::create(act, new, &[NewQuestion::proposal(false)])?;
    polls::announce(act, id)?;
    Ok(id)
}

fn open_poll(site: &Site) -> i64 {
    let new = roof(TimeDelta::zero(), TimeDelta::days(3));
    site.act(|act| polls::tests::announced(act, &new))
}

fn kinds(site: &Site) -> Vec<String> {
    use crate::schema::events;
    use diesel::prelude::*;
    site.read(|conn| {
        Ok(events::table.filter(events::subject_kind.eq("poll")).order(events::id).select(events::kind).load(conn)?)
    })
}

fn local(at: DateTime<Utc>) -> String {
    at.with_timezone(&chrono_tz::America::Toronto).format("%Y-%m-%dT%H:%M").to_string()
}

#[actix_web::test]
async fn a_vote_from_its_first_word_to_its_decision() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (ana, bea) = (member(&site, "Ana", Status::Member), member(&site, "Bea", Status::OnLeave));
    member(&site, "Aux", Status::Auxiliary);
    let (opens, closes) = (local(clock::now() - TimeDelta::minutes(1)), local(clock::now() + TimeDelta::days(2)));
    let fields = [
        ("title_en", "Replace the roof"),
        ("title_fr", "Refaire le toit"),
        ("details_en", "It leaks."),
        ("details_fr", "Il coule."),
        ("method", "proposal"),
        ("binding", "yes"),
        ("shows", "closed"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
    ];
    let made = admin.post("/polls", &fields).await.expect(303);
    let setup = made.location().to_owned();
    let address = setup.strip_suffix("/setup").expect("the page of what is left to do").to_owned();
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    voter.get("/polls").await.expect(200).hides("Replace the roof");
    voter.get(&address).await.expect(404);
    let page = admin.get(&setup).await.expect(200).shows("Announce the vote").shows("2 members would be on the roll");
    assert!(page.queries <= 6, "{} queries", page.queries);
    admin.post(&format!("{address}/announcement"), &[]).await.expect(303);
    let page = voter.get("/polls").await.expect(200).shows("Replace the roof").shows("You have not voted yet");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = voter.get(&address).await.expect(200).shows("Cast my vote").shows("0 of 2 members").hides("checked");
    assert!(page.queries <= 6, "{} queries", page.queries);
    voter.post(&format!("{address}/ballots"), &[("q1", "for")]).await.expect(303);
    voter.get(&address).await.expect(200).shows("Change my vote").shows("value=\"for\" checked");
    voter.post(&format!("{address}/ballots"), &[("q1", "for")]).await.expect(303);
    voter.post(&format!("{address}/ballots"), &[("q1", "against")]).await.expect(303);
    voter.post(&format!("{address}/ballots"), &[("q1", "for")]).await.expect(303);
    let other = site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await;
    let ballots = format!("{address}/ballots");
    other.post(&ballots, &[("q1", "abstain")]).await.expect(303);
    admin.get(&format!("{address}/closing")).await.expect(200).shows("You cannot undo this");
    admin.post(&format!("{address}/closing"), &[]).await.expect(303);
    let result = other.get(&format!("{address}/result")).await.expect(200);
    assert!(result.queries <= 6, "{} queries", result.queries);
    let result = result.shows("This vote was closed early. It was due to close");
    result.shows("Adopted, with 1 for and 0 against.").shows("Ana Roy").shows("Decision 1");
    other
        .get(&format!("{address}/ballots.csv"))
        .await
        .expect(200)
        .shows("\"Ana Roy\",\"For\",")
        .shows("\"Bea Roy\",\"Abstain\",");
    voter.post(&ballots, &[("q1", "against")]).await.expect(409).shows("The vote closed");
    let expected = [
        "poll.created",
        "poll.announced",
        "poll.opened",
        "poll.ballot_cast",
        "poll.ballot_changed",
        "poll.ballot_changed",
    ];
    assert_eq!(kinds(&site), [&expected[..], &["poll.ballot_cast", "poll.closed"]].concat());
}

#[actix_web::test]
async fn a_form_that_is_wrong_keeps_what_was_typed() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let fields = [("title_en", "Replace the roof"), ("opens_at", "2026-03-08T02:30"), ("closes_at", "tomorrow")];
    let reply = admin.post("/polls", &fields).await.expect(422);
    let reply = reply.shows("Replace the roof").shows("2026-03-08T02:30").shows("This hour does not exist");
    reply.shows("#f-details_en").shows("#f-method").shows("#f-binding").shows("#f-closes_at").hides("#f-title_fr");
    assert!(kinds(&site).is_empty());
    let (later, soon) = (local(clock::now() + TimeDelta::days(3)), local(clock::now() + TimeDelta::days(2)));
    let whole = [
        ("title_en", "a"),
        ("title_fr", "a"),
        ("details_en", "a"),
        ("details_fr", "a"),
        ("method", "proposal"),
        ("binding", "yes"),
        ("shows", "live"),
        ("opens_at", later.as_str()),
        ("closes_at", soon.as_str()),
    ];
    admin.post("/polls", &whole).await.expect(422).shows("after the opening");
    assert!(kinds(&site).is_empty());
}

#[actix_web::test]
async fn the_same_form_twice_is_one_vote() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let poll = open_poll(&site);
    let token = voter.fresh_token().await;
    let form = [("q1", "for"), ("form_token", token.as_str())];
    let path = format!("/polls/{poll}/ballots");
    voter.post_raw(&path, &form).await.expect(303);
    voter.post_raw(&path, &form).await.expect(303);
    assert_eq!(kinds(&site), ["poll.created", "poll.announced", "poll.opened", "poll.ballot_cast"]);
    let page = voter.get(&format!("/polls/{poll}")).await.form_token();
    assert!(voter.post_raw(&path, &[("form_token", page.as_str())]).await.expect(422).body.contains("#f-q1"));
}

#[actix_web::test]
async fn whoever_is_not_on_the_roll_is_told_why() {
    let site = Site::new().await;
    let aux = member(&site, "Aux", Status::Auxiliary);
    let gone = member(&site, "Sus", Status::Suspended);
    let poll = open_poll(&site);
    let late = member(&site, "Late", Status::Member);
    let path = format!("/polls/{poll}");
    for (name, id, words) in [
        ("Aux Roy", Some(aux), "you were an auxiliary member"),
        ("Sus Roy", Some(gone), "your membership was suspended"),
        ("Late Roy", Some(late), "not yet in the register as a member"),
        ("No Body", None, "is not linked to a member"),
    ] {
        let visitor = site.signed_in(Role::Resident, name, id).await;
        let page = visitor.get(&path).await.expect(200).shows(words).hides("Cast my vote");
        assert!(page.queries <= 6, "{} queries", page.queries);
        visitor.post(&format!("{path}/ballots"), &[("q1", "for")]).await.expect(403);
    }
    let observer = site.as_observer().await;
    observer.get(&path).await.expect(200).shows("can read votes but not take part");
    observer.post(&format!("{path}/ballots"), &[("q1", "for")]).await.expect(403);
    assert_eq!(kinds(&site), ["poll.created", "poll.announced", "poll.opened"]);
}

#[actix_web::test]
async fn only_those_who_run_votes_run_them_and_observers_see_no_names() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let (observer, admin) = (site.as_observer().await, site.as_admin().await);
    let poll = open_poll(&site);
    let path = format!("/polls/{poll}");
    for act in ["opening", "closing", "cancellation"] {
        voter.get(&format!("{path}/{act}")).await.expect(403);
        observer.post(&format!("{path}/{act}"), &[]).await.expect(403);
    }
    voter.get("/polls/new").await.expect(403);
    voter.get("/polls/999").await.expect(404);
    voter.post("/polls/999/ballots", &[("q1", "for")]).await.expect(404);
    admin.post("/polls/999/closing", &[]).await.expect(404);
    voter.post(&format!("{path}/ballots"), &[("q1", "for")]).await.expect(303);
    voter.get(&format!("{path}/ballots.csv")).await.expect(404);
    observer.get(&format!("{path}/result")).await.expect(303);
    site.act(|act| polls::close(act, poll));
    observer
        .get(&format!("{path}/result"))
        .await
        .expect(200)
        .shows("Your account sees only the numbers")
        .hides("Ana Roy");
    observer.get(&format!("{path}/ballots.csv")).await.expect(403);
    observer.get(&format!("{path}/result.csv")).await.expect(200).shows("\"Members who voted\",\"1\"").hides("Ana Roy");
    admin.post(&format!("{path}/cancellation"), &[]).await.expect(409);
}

#[actix_web::test]
async fn jobs_open_and_close_in_time_and_only_once() {
    let site = Site::new().await;
    member(&site, "Ana", Status::Member);
    let poll = site.act(|act| polls::tests::announced(act, &roof(TimeDelta::hours(1), TimeDelta::days(3))));
    let (payload, none) = (json!({ "poll": poll }), json!({}));
    site.act(|act| polls::open_due(act, &payload));
    assert_eq!(kinds(&site), ["poll.created", "poll.announced"], "its time has not come");
    assert!(site.try_act(|act| polls::close(act, poll)).is_err());
    site.act(|act| polls::open(act, poll));
    site.act(|act| polls::open_due(act, &payload));
    site.act(|act| polls::open(act, poll));
    let later = member(&site, "Late", Status::Member);
    let late = site.signed_in(Role::Resident, "Late Roy", Some(later)).await;
    late.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(403);
    assert_eq!(kinds(&site).len(), 3, "the roll is frozen");
    site.act(|act| polls::close_due(act, &payload));
    site.act(|act| polls::close_due(act, &payload));
    assert_eq!(kinds(&site), ["poll.created", "poll.announced", "poll.opened", "poll.closed"]);
    assert!(matches!(site.try_act(|act| polls::close_due(act, &none)), Err(Error::NotFound)));
}

#[actix_web::test]
async fn a_vote_that_nobody_could_open_waits_for_new_times() {
    let site = Site::new().await;
    let poll = site.act(|act| polls::tests::announced(act, &roof(TimeDelta::hours(1), TimeDelta::days(3))));
    let admin = site.as_admin().await;
    site.act(|act| {
        act.now += TimeDelta::days(9);
        assert!(matches!(polls::open(act, poll), Err(Error::Conflict("poll-conflict-missed"))));
        Ok(())
    });
    let form = admin.get(&format!("/polls/{poll}/edit")).await.expect(200).shows("Replace the roof");
    assert!(form.body.contains("name=\"version\" value=\"2\""));
    let (opens, closes) = (local(clock::now() + TimeDelta::days(1)), local(clock::now() + TimeDelta::days(2)));
    let mut fields = [
        ("title_en", "Replace all the roofs"),
        ("title_fr", "Refaire le toit"),
        ("details_en", "It leaks."),
        ("details_fr", "Il coule."),
        ("method", "proposal"),
        ("binding", "yes"),
        ("shows", "live"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
        ("version", "2"),
    ];
    admin.post(&format!("/polls/{poll}"), &fields).await.expect(303);
    admin.get(&format!("/polls/{poll}")).await.expect(200).shows("Replace all the roofs").shows("more than half");
    (fields[0].1, fields[2].1) = ("Another title", "It drips.");
    let again = admin.post(&format!("/polls/{poll}"), &fields).await.expect(409).shows("Another title");
    again
        .shows("The saved version says: Replace all the roofs")
        .shows("It drips.")
        .shows("name=\"version\" value=\"3\"");
    admin.post(&format!("/polls/{poll}/cancellation"), &[]).await.expect(303);
    admin.get(&format!("/polls/{poll}")).await.expect(200).shows("was cancelled");
    assert_eq!(kinds(&site), ["poll.created", "poll.announced", "poll.changed", "poll.cancelled"]);
}

#[actix_web::test]
async fn the_live_block_is_the_block_of_the_page() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let poll = open_poll(&site);
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    let block = |lang| site.read(|conn| polls::live_fragment(conn, poll, lang)).expect("a block").html;
    assert!(block(Lang::En).contains("One of 1 members has voted"));
    assert!(block(Lang::Fr).contains("Quorum atteint"));
    assert!(!block(Lang::En).contains("Ana"));
    let page = voter.get(&format!("/polls/{poll}")).await.expect(200);
    page.shows("One of 1 members has voted").shows(&format!("hx-sse:connect=\"/polls/{poll}/live\""));
    site.act(|act| polls::close(act, poll));
    assert!(block(Lang::En).contains("Adopted, with 1 for"));
    assert!(site.read(|conn| polls::live_fragment(conn, poll, Lang::Fr)).is_some_and(|block| block.last));
    voter.get(&format!("/polls/{poll}")).await.expect(200).hides("hx-sse:connect");
}

#[actix_web::test]
async fn those_who_have_not_voted_are_reminded_once() {
    let site = Site::new().await;
    let (ana, bea) = (member(&site, "Ana", Status::Member), member(&site, "Bea", Status::Member));
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let hidden = NewPoll { shows: Shows::Closed, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    let poll = site.act(|act| announced(act, &hidden));
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    let told = |site: &Site, kind: &str| -> Vec<i64> {
        use crate::schema::events;
        use diesel::prelude::*;
        let event: Event =
            site.read(|conn| Ok(events::table.filter(events::kind.eq(kind)).select(Event::as_select()).first(conn)?));
        site.act(|act| polls::notices::about(act, &event)).remove(0).members
    };
    assert_eq!(told(&site, "poll.opened"), [ana, bea]);
    site.act(polls::notices::remind);
    assert_eq!(kinds(&site).len(), 4, "the last day has not come");
    let remind_after = |hours: i64| {
        site.act(|act| {
            act.now += TimeDelta::hours(hours);
            polls::notices::remind(act)
        });
        kinds(&site)[4..].iter().filter(|kind| *kind == "poll.reminded").count()
    };
    assert_eq!([40, 60, 61].map(remind_after), [0, 1, 1], "a vote of three days has a last day and no half-way");
    assert_eq!(told(&site, "poll.reminded"), [bea]);
    // An hour more is no new last day; a week more has one, and is half-way no second time.
    for (hours_on, reminds) in [(73, [(62, 1), (72, 1)]), (240, [(144, 1), (217, 2)])] {
        site.act(|act| polls::extend(act, poll, act.now + TimeDelta::hours(hours_on)));
        for (after, times) in reminds {
            assert_eq!(remind_after(after), times, "{after} hours on of {hours_on}");
        }
    }
    // A vote of a week is half-way once, and has its last day.
    let week = roof(TimeDelta::zero(), TimeDelta::days(7));
    let long = site.act(|act| announced(act, &week));
    let before = remind_after(0);
    assert_eq!([83, 85, 130, 145, 150].map(remind_after).map(|all| all - before), [0, 1, 1, 2, 2], "vote {long}");
}

#[actix_web::test]
async fn votes_are_counted_for_their_period() {
    let site = Site::new().await;
    let (ana, bea) = (member(&site, "Ana", Status::Member), member(&site, "Bea", Status::Member));
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let poll = open_poll(&site);
    voter.get("/").await.expect(200).shows(&format!("href=\"/polls/{poll}\""));
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    site.act(|act| polls::close(act, poll));
    let today = clock::date_in(chrono_tz::America::Toronto, clock::now());
    site.act(crate::scorecards::run);
    let admin = site.as_admin().await;
    admin.get(&format!("/scorecards/{ana}/votes-cast")).await.expect(200).shows("1 of 1");
    admin.get(&format!("/scorecards/{bea}/votes-cast")).await.expect(200).shows("0 of 1");
    figures::run(&site, "update rule_profiles set group_size_min_for_stats = 1");
    let turnout = figures::counted(&site, "turnout", (today, today), today);
    assert_eq!((turnout.sum("voted"), turnout.sum("roll"), turnout.rows.len()), (1, 2, 1));
    let before = (day("2020-01-01"), day("2020-12-31"));
    assert!(figures::counted(&site, "turnout", before, today).rows.is_empty());
}

#[actix_web::test]
async fn who_owes_something_is_told_so_and_nobody_else_is() {
    let site = Site::new().await;
    let (ana, bea) = (member(&site, "Ana", Status::Member), member(&site, "Bea", Status::Member));
    site.act(|act| {
        let rules = coops::RuleProfile { arrears_bars_vote: true, ..coops::rule_profile(act.conn)? };
        coops::change_rules(act, &rules)?;
        use diesel::connection::SimpleConnection as _;
        act.conn.batch_execute(&format!("insert into arrears (member_id) values ({ana})"))?;
        Ok(())
    });
    let path = format!("/polls/{}", open_poll(&site));
    site.do_jobs();
    let page = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await.get(&path).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("you owed money to the co-op").shows("Nobody else sees this reason").hides("not yet in the register");
    let neighbour = site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await;
    neighbour.get(&path).await.expect(200).hides("owed");
    site.as_admin().await.get(&path).await.expect(200).hides("owed");
    // Who was entered only after the opening is still told that.
    let late = member(&site, "Late", Status::Member);
    let late = site.signed_in(Role::Resident, "Late Roy", Some(late)).await;
    late.get(&path).await.expect(200).shows("not yet in the register").hides("owed");
}

#[actix_web::test]
async fn a_form_sent_before_says_nothing_that_is_no_longer_so() {
    let site = Site::new().await;
    let odette = member(&site, "Odette", Status::Member);
    let poll = open_poll(&site);
    let voter = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let ballots = format!("/polls/{poll}/ballots");
    let token = voter.fresh_token().await;
    let first = [("q1", "for"), ("seen", ""), ("form_token", token.as_str())];
    voter.post_raw(&ballots, &first).await.expect(303);
    voter.post_raw(&ballots, &first).await.expect(303);
    let page = voter.get(&format!("/polls/{poll}")).await.expect(200).body;
    let seen = page.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a time");
    let change = [("q1", "abstain"), ("seen", seen)];
    voter.post(&ballots, &change).await.expect(303);
    voter.post(&ballots, &change).await.expect(303);
    voter.post(&ballots, &[("q1", "against")]).await.expect(303);
    voter
        .post_raw(&ballots, &first)
        .await
        .expect(409)
        .shows("then changed your vote")
        .shows("Your vote is recorded: Against");
    voter.get(&format!("/polls/{poll}")).await.expect(200).shows("Your vote is recorded: Against");
}

/// What somebody voted stands in their ballot and nowhere else: no form, no event, no job, no inbox says it.
#[actix_web::test]
async fn a_ballot_leaves_its_choice_nowhere_else() {
    use diesel::prelude::*;

    row! {
        struct Row {
            text: String,
        }
    }

    let site = Site::new().await;
    let odette = member(&site, "Odette", Status::Member);
    let poll = open_poll(&site);
    let voter = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let rows = |sql: &str| -> Vec<String> {
        let found: Vec<Row> = site.read(|conn| Ok(diesel::sql_query(sql).load(conn)?));
        found.into_iter().map(|row| row.text).collect()
    };
    let tables = rows(
        "select relname::text as text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') \
         and relname not in ('open_ballots') order by 1",
    );
    let everything = || -> Vec<(String, Vec<String>)> {
        let of = |table: &String| rows(&format!("select t::text as text from {table} t order by 1"));
        tables.iter().map(|table| (table.clone(), of(table))).collect()
    };
    let before = everything();
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "against")]).await.expect(303);
    site.pump();
    let words = ["against", "Against", "Contre"];
    for ((table, old), (_, new)) in before.iter().zip(everything()) {
        for row in new.iter().filter(|row| !old.contains(row)) {
            assert!(!words.iter().any(|word| row.contains(word)), "{table}: {row}");
        }
    }
    assert_eq!(rows("select answers::text as text from open_ballots"), ["{against}"]);
}

#[actix_web::test]
async fn what_others_had_seen_of_a_text_stays_to_be_read() {
    let site = Site::new().await;
    let (admin, ana) = (site.as_admin().await, member(&site, "Ana", Status::Member));
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let new = roof(TimeDelta::days(1), TimeDelta::days(3));
    let id = site.act(|act| polls::create(act, &new, &[NewQuestion::proposal(false)]));
    let path = format!("/polls/{id}");
    let edit = async |text: &str| {
        let version = admin.get(&format!("{path}/edit")).await.expect(200).field("version");
        let (opens, closes) = (local(new.opens_at), local(new.closes_at));
        let fields = [
            ("title_en", "Replace the roof"),
            ("title_fr", "Refaire le toit"),
            ("details_en", text),
            ("details_fr", "Il coule."),
            ("binding", "yes"),
            ("shows", "live"),
            ("opens_at", opens.as_str()),
            ("closes_at", closes.as_str()),
            ("version", version.as_str()),
        ];
        admin.post(&path, &fields).await.expect(303);
    };
    edit("A secret draft.").await;
    voter.get(&format!("{path}/versions")).await.expect(404);
    site.act(|act| polls::announce(act, id));
    voter.get(&path).await.expect(200).hides("/versions");
    voter.get(&format!("{path}/versions")).await.expect(200).shows("has not changed");
    edit("It leaks in two places.").await;
    edit("It leaks in three places.").await;
    let page = voter.get(&path).await.expect(200).shows(&format!("{path}/versions")).shows("The text was changed");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = voter.get(&format!("{path}/versions")).await.expect(200).shows("by Joan Rioux");
    page.shows("two</del>").shows("three</ins>").shows("A secret draft");
    voter.get(&format!("{path}/versions?lang=fr")).await.expect(200).shows("Joan Rioux");
}
