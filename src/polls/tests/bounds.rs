//! The largest votes there can be, and what is larger than that.

use chrono::TimeDelta;
use diesel::connection::SimpleConnection as _;

use super::{local, member, roof};
use crate::members::Status;
use crate::platform::clock;
use crate::platform::error::Error;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::paper::{CHOICES_MAX, QUESTIONS_MAX};
use crate::polls::{self, Method, NewChoice, NewPoll, NewQuestion, Shows};

/// A word that no line breaks by itself.
fn long(letter: char, length: usize) -> String {
    std::iter::repeat_n(letter, length).collect()
}

fn with_choices(method: Method, many: usize) -> NewQuestion {
    let choice =
        |n| NewChoice { title_en: format!("Way {n}"), title_fr: format!("Façon {n}"), ..NewChoice::default() };
    NewQuestion { choices: (1..=many).map(choice).collect(), ..NewQuestion::of(method) }
}

#[actix_web::test]
async fn three_hundred_choices_are_a_paper_and_one_more_is_none() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let new = roof(TimeDelta::zero(), TimeDelta::days(3));
    for method in [Method::Approval, Method::Schulze] {
        let poll = site.act(|act| {
            let id = polls::create(act, &new, &[with_choices(method, CHOICES_MAX)])?;
            polls::announce(act, id)?;
            Ok(id)
        });
        let page = voter.get(&format!("/polls/{poll}")).await.expect(200).shows("Way 300");
        assert!(page.queries <= 6, "{} queries", page.queries);
        let fields = if method == Method::Approval { ("q1", "300") } else { ("q1-300", "1") };
        voter.post(&format!("/polls/{poll}/ballots"), &[fields, ("checked", "1")]).await.expect(303);
        site.act(|act| polls::close(act, poll));
        voter.get(&format!("/polls/{poll}/result")).await.expect(200).shows("Way 300");
    }
    let more = site.try_act(|act| polls::create(act, &new, &[with_choices(Method::Approval, CHOICES_MAX + 1)]));
    assert!(matches!(more, Err(Error::Invalid(_))), "{more:?}");
}

#[actix_web::test]
async fn forty_questions_are_a_paper_and_one_more_is_none() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let admin = site.as_admin().await;
    let titled = |n: usize| NewQuestion {
        title_en: format!("Matter {n}"),
        title_fr: format!("Sujet {n}"),
        ..NewQuestion::proposal(false)
    };
    let all: Vec<NewQuestion> = (1..=QUESTIONS_MAX).map(titled).collect();
    let new = roof(TimeDelta::zero(), TimeDelta::days(3));
    let poll = site.act(|act| polls::create(act, &new, &all));
    let setup = admin.get(&format!("/polls/{poll}/setup")).await.expect(200).shows("Matter 40");
    assert!(setup.queries <= 6, "{} queries", setup.queries);
    let before = site.read(|conn| polls::store::poll(conn, poll)).version;
    let version = before.to_string();
    let one_more = [("method", "proposal"), ("version", version.as_str())];
    admin.post(&format!("/polls/{poll}/questions"), &one_more).await.expect(422);
    assert_eq!(site.read(|conn| polls::questions(conn, poll)).len(), QUESTIONS_MAX);
    site.act(|act| polls::announce(act, poll));
    let page = voter.get(&format!("/polls/{poll}")).await.expect(200).shows("Question 40 of 40");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let names: Vec<String> = (1..=QUESTIONS_MAX).map(|n| format!("q{n}")).collect();
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "for")).collect();
    // One that was overlooked is named, and nothing is stored.
    let path = format!("/polls/{poll}/ballots");
    voter.post(&path, &fields[..QUESTIONS_MAX - 1]).await.expect(422).shows("q40");
    assert!(site.read(|conn| polls::store::reads::own(conn, poll, ana)).answers.is_none());
    fields.push(("checked", "1"));
    voter.post(&path, &fields).await.expect(303);
    site.act(|act| polls::close(act, poll));
    let result = voter.get(&format!("/polls/{poll}/result")).await.expect(200).shows("Matter 40");
    assert!(result.queries <= 6, "{} queries", result.queries);
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_title_is_as_long_as_a_title_and_comes_back_as_it_was_typed() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let in_days = |days| local(clock::now() + TimeDelta::days(days));
    let (opens, closes) = (in_days(1), in_days(8));
    let fields = |title: &'static str| {
        [
            ("title_en", title),
            ("title_fr", title),
            ("details_en", "Why"),
            ("details_fr", "Pourquoi"),
            ("method", "proposal"),
            ("binding", "yes"),
            ("shows", "live"),
            ("opens_at", opens.clone().leak()),
            ("closes_at", closes.clone().leak()),
        ]
    };
    let too_long: &'static str = long('é', 500).leak();
    admin.post("/polls", &fields(too_long)).await.expect(422).shows("200").shows(too_long);
    assert_eq!(super::kinds(&site), [""; 0], "nothing was set up");
    let longest: &'static str = long('W', 200).leak();
    admin.post("/polls", &fields(longest)).await.expect(303);
    admin.get("/polls").await.expect(200).shows(longest);
}

/// A co-op of 2,300: opening, page, reminder and close ask the database no more often than in one of three.
#[actix_web::test]
async fn a_roll_of_thousands_opens_is_voted_on_and_closes() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let admin = site.as_admin().await;
    let mut asked = Vec::new();
    for many in [3, 2_300] {
        site.read(|conn| {
            Ok(conn.batch_execute(&format!(
                "insert into members (number, given_name, family_name, language, joined_on) \
                   select 'c{many}-' || n, 'Person', 'No ' || n, 'en', date '2015-01-01' from generate_series(1, {many}) n; \
                 insert into member_statuses (member_id, since, status) \
                   select id, joined_on, 'member' from members where number like 'c{many}-%'"
            ))?)
        });
        let new = NewPoll { shows: Shows::Closed, ..roof(TimeDelta::hours(1), TimeDelta::days(3)) };
        let poll = site.act(|act| polls::tests::announced(act, &new));
        let opened = admin.post(&format!("/polls/{poll}/opening"), &[]).await.expect(303);
        voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
        let page = voter.get(&format!("/polls/{poll}")).await.expect(200).shows("has voted");
        let closed = admin.post(&format!("/polls/{poll}/closing"), &[]).await.expect(303);
        let result = voter.get(&format!("/polls/{poll}/result")).await.expect(200);
        let roll = site.read(|conn| polls::store::poll(conn, poll)).roll_size;
        assert!(roll.is_some_and(|roll| roll > many), "{roll:?} of {many}");
        asked.push([opened.queries, page.queries, closed.queries, result.queries]);
    }
    assert_eq!(asked[0], asked[1], "queries with a few, and with thousands");
}
