//! A ballot that is tried before its vote opens: it is read and refused as one that counts, and nothing of it is kept.

use super::ways::of;
use super::*;
use crate::polls::{Method, trial};

row! {
    struct Row {
        text: String,
    }
}

/// Every row there is, but for who looks when.
fn everything(site: &Site) -> Vec<(String, String)> {
    let rows = |sql: &str| -> Vec<String> {
        use diesel::prelude::*;
        let found: Vec<Row> = site.read(|conn| Ok(diesel::sql_query(sql).load(conn)?));
        found.into_iter().map(|row| row.text).collect()
    };
    let tables = rows(
        "select relname::text as text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') \
         and relname not in ('sessions', 'attempts') order by 1",
    );
    let of = |table: String| {
        let all = format!("select coalesce(string_agg(t::text, ' ' order by t::text), '') as text from {table} t");
        let said = rows(&all).remove(0);
        (table, said)
    };
    tables.into_iter().map(of).collect()
}

fn draft(site: &Site, questions: &[NewQuestion]) -> i64 {
    let new = NewPoll { shows: Shows::Closed, ..roof(TimeDelta::days(1), TimeDelta::days(3)) };
    site.act(|act| polls::create(act, &new, questions))
}

/// What somebody fills in wrong, what the page says to it, and what they fill in right.
fn filled(method: Method) -> (Vec<(&'static str, &'static str)>, &'static str, Vec<(&'static str, &'static str)>) {
    use Method as M;
    match method {
        M::Proposal => (vec![], "Choose one of the answers", vec![("q1", "for")]),
        M::Consent => (vec![("q1", "object"), ("reason", " ")], "Say why you object", vec![("q1", "aside")]),
        M::Choice => (vec![("q1", "1"), ("q1", "2")], "Choose at most 1", vec![("q1", "2")]),
        M::Approval | M::Greedy | M::EqualShares => {
            (vec![("q1", "9")], "This is not one of the choices", vec![("q1", "1"), ("q1", "2")])
        }
        M::Score | M::Star => (vec![("q1-1", "6")], "at most 5 points", vec![("q1-1", "0"), ("q1-2", "5")]),
        M::Dots => (vec![("q1-1", "8"), ("q1-2", "8")], "You have 10 dots in all", vec![("q1-1", "1"), ("q1-2", "5")]),
        M::Irv | M::Scottish => {
            (vec![("q1-1", "1"), ("q1-2", "1")], "Two choices have place 1", vec![("q1-2", "1"), ("q1-1", "2")])
        }
        M::Meek | M::Schulze | M::RankedPairs => (vec![("q1-1", "x")], "Type whole numbers", vec![("q1-2", "1")]),
        M::Times => (vec![("q1-1", "7")], "This is not one of the choices", vec![("q1-1", "2"), ("q1-2", "1")]),
    }
}

#[actix_web::test]
async fn every_ballot_can_be_tried_and_leaves_nothing() {
    let site = Site::new().await;
    for name in ["Ana", "Bea", "Cy"] {
        member(&site, name, Status::Member);
    }
    let admin = site.as_admin().await;
    for (word, method) in Method::ALL {
        let names: &[&str] = if method.has_sides() { &[] } else { &["Al", "Bo", "Cléo"] };
        let poll = draft(&site, &[of(method, names)]);
        let path = format!("/polls/{poll}/trial");
        let (wrong, says, right) = filled(method);
        admin.get(&format!("/polls/{poll}/setup")).await.expect(200).shows(&path);
        let before = everything(&site);
        let page = admin.get(&path).await.expect(200).shows("This is a trial").shows("Cast my vote").hides(" checked");
        assert!(page.queries <= 6, "{word}: {} queries", page.queries);
        let page = page.shows("0 of 3 members have voted").shows(&format!("action=\"{path}\"")).hides("hx-sse");
        page.hides("/ballots\"").hides("f-comment").hides("/copies");
        let refused = admin.post(&path, &wrong).await.expect(422).shows(says).shows("This is a trial");
        refused.hides(&format!("action=\"/polls/{poll}/ballots\""));
        let held = [right.as_slice(), &[("form_hold", "fr")]].concat();
        admin.post(&path, &held).await.expect(200).shows("Ceci est un essai").shows("Déposer mon vote");
        let sent = admin.post(&path, &right).await;
        let done = if sent.status == 200 {
            sent.shows("Nothing is sent yet").shows("This is a trial").shows(&format!("action=\"{path}\""));
            admin.post(&path, &[right.as_slice(), &[("checked", "1")]].concat()).await
        } else {
            sent
        };
        let mut reader = admin.clone();
        let done = done.expect(303);
        assert_eq!(done.location(), path, "{word}");
        reader.keep_cookies(&done);
        reader.get(&path).await.expect(200).shows("Nothing was kept.");
        for ((table, old), (_, new)) in before.iter().zip(everything(&site)) {
            assert_eq!(*old, new, "{word}: {table}");
        }
    }
}

/// The paper on a page, from the first question to the button.
fn paper(body: &str) -> String {
    let from = body.find("<fieldset class=\"field q\" id=\"f-q1\"").expect("a paper");
    let rest = &body[from..];
    rest[..rest.find("<button class=\"btn big fill\">").expect("a button")].to_owned()
}

/// What the paper is tried with is what it is voted with, also where the rules changed since the questions were written.
#[actix_web::test]
async fn the_trial_is_the_page_that_voters_see() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let (admin, voter) = (site.as_admin().await, site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await);
    let titled = |title: &str, question: NewQuestion| NewQuestion {
        title_en: title.to_owned(),
        title_fr: title.to_owned(),
        ..question
    };
    let questions =
        [titled("Paint it?", NewQuestion::proposal(true)), titled("Which first?", of(Method::Meek, &["A", "B"]))];
    let poll = draft(&site, &questions);
    site.act(|act| {
        let rules = coops::rule_profile(act.conn)?;
        coops::change_rules(act, &coops::RuleProfile { majority_special_num: 3, majority_special_den: 4, ..rules })
    });
    let (path, vote) = (format!("/polls/{poll}/trial"), format!("/polls/{poll}"));
    for other in [&voter, &site.as_observer().await] {
        other.get(&path).await.expect(403);
        other.post(&path, &[("q1", "for")]).await.expect(403);
    }
    let tried = admin.get(&path).await.expect(200).shows("at least three quarters");
    site.act(|act| polls::announce(act, poll));
    admin.get(&path).await.expect(200);
    site.act(|act| polls::open(act, poll));
    let voted = voter.get(&vote).await.expect(200);
    // Only where it goes when the order is asked for differs.
    assert_eq!(paper(&tried.body).replace("/trial#", "/ballots#"), paper(&voted.body));
    // Nothing is tried once it is open.
    admin.get(&path).await.expect(303);
    admin.post(&path, &[("q1", "for")]).await.expect(409);
    assert_eq!(site.read(|conn| polls::store::turnout(conn, poll)), 0);
    admin.get("/polls/987654/trial").await.expect(404);
    // What cannot be filled in yet is not tried: the set-up says what is missing.
    let bare = draft(&site, &[NewQuestion::of(Method::Choice)]);
    let setup = format!("/polls/{bare}/setup");
    assert_eq!(admin.get(&format!("/polls/{bare}/trial")).await.expect(303).location(), setup);
    admin.get(&setup).await.expect(200).hides("/trial");
    let now = (clock::now(), site.today());
    assert!(site.read(|conn| trial::of(conn, bare, Lang::En, now)).is_none());
}
