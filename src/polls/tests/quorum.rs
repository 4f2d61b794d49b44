//! A quorum of homes or of people, whosever the votes are, and the second call of a vote that had none.

use super::again::both;
use super::ways::{asked, of};
use super::*;
use crate::coops::{QuorumOf, RuleProfile, VoteOf};
use crate::platform::testing::Visitor;
use crate::polls::{Attendance, Method, State, Verdict, store};
use crate::units::{self, NewUnit};

fn rules(site: &Site, change: impl FnOnce(&mut RuleProfile)) {
    site.act(|act| {
        let mut rules = coops::rule_profile(act.conn)?;
        change(&mut rules);
        coops::change_rules(act, &rules)
    });
}

/// Ana and Bea live in one home, Cy in another, Dee in a third, and Eli in none.
struct House<'a> {
    ids: [i64; 5],
    people: Vec<Visitor<'a>>,
}

async fn house(site: &Site) -> House<'_> {
    let names = ["Ana", "Bea", "Cy", "Dee", "Eli"];
    let ids = names.map(|name| member(site, name, Status::Member));
    site.act(|act| {
        for (label, people) in [("1", &ids[..2]), ("2", &ids[2..3]), ("3", &ids[3..4])] {
            let new = NewUnit { label: label.to_owned(), kind: "apartment", ..NewUnit::default() };
            let (unit, today) = (units::add(act, &new)?, act.today());
            people.iter().try_for_each(|id| units::move_in(act, unit, *id, today))?;
        }
        Ok(())
    });
    let mut people = Vec::new();
    for (name, id) in names.into_iter().zip(ids) {
        people.push(site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await);
    }
    House { ids, people }
}

impl House<'_> {
    async fn vote(&self, at: usize, id: i64) {
        self.people[at].post(&format!("/polls/{id}/ballots"), &[("q1", "for")]).await.expect(303);
    }
}

/// What the database says of the quorum of a vote.
fn attendance(site: &Site, id: i64) -> Attendance {
    row! {
        struct Row {
            roll: i32,
            present: i32,
        }
    }
    use diesel::RunQueryDsl as _;
    let sql = format!("select quorum_roll({id}) as roll, quorum_present({id}) as present");
    let row: Row = site.read(|conn| Ok(diesel::sql_query(&sql).get_result(conn)?));
    Attendance { roll: row.roll.into(), present: row.present.into() }
}

#[actix_web::test]
async fn a_quorum_is_of_homes_where_members_vote() {
    let site = Site::new().await;
    let house = house(&site).await;
    let admin = site.as_admin().await;
    rules(&site, |rules| (rules.quorum_of, rules.quorum_percent) = (QuorumOf::Homes, 60));
    let coming = site
        .act(|act| polls::create(act, &roof(TimeDelta::days(1), TimeDelta::days(3)), &[NewQuestion::proposal(false)]));
    admin.get(&format!("/polls/{coming}/setup")).await.expect(200).shows("60% of the homes on the roll");
    admin.get("/polls/new").await.expect(200).shows("60% of the homes on the roll");
    let id = open_poll(&site);
    let page = format!("/polls/{id}");
    let shown = house.people[0]
        .get(&page)
        .await
        .expect(200)
        .shows("Somebody must vote in at least 2 of the 3 homes on the roll");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    // Three votes, of one home and of somebody without one.
    for at in [0, 1, 4] {
        house.vote(at, id).await;
    }
    assert_eq!(attendance(&site, id), Attendance { roll: 3, present: 1 });
    let shown = house.people[0].get(&page).await.expect(200).shows("1 of the 2 needed take part");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    let _ = shown.shows("3 of 5 members have voted");
    admin.get("/").await.expect(200).shows("One open vote has no quorum yet");
    site.act(|act| polls::close(act, id));
    let result = house.people[0].get(&format!("{page}/result")).await.expect(200).shows("Did enough homes take part?");
    assert!(result.queries <= 6, "{} queries", result.queries);
    let result = result.shows("somebody voted in 1 homes, and 2 were needed").shows("Quorum: 60% of 3, rounded up");
    let _ = result.shows("<th scope=\"row\">Homes in which somebody voted</th><td class=\"num\">1</td>");
    for (kept, again) in both(&site, id) {
        assert_eq!((kept.verdict, &kept.outcome), (Verdict::NoQuorum, &again));
        assert_eq!((kept.voted, kept.attendance), (3, Attendance { roll: 3, present: 1 }));
    }
    // The same with one home more.
    let id = open_poll(&site);
    for at in [0, 3] {
        house.vote(at, id).await;
    }
    site.act(|act| polls::close(act, id));
    assert_eq!(both(&site, id)[0].0.verdict, Verdict::Adopted);
    house.people[0].get("/polls").await.expect(200).shows("quorum 2 homes");
    house.people[0].get("/").await.expect(200);
    house.people[0].get("/figures").await.expect(200);
    house.people[0].get("/open/decisions/2").await.expect(200).shows("homes on the roll");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_quorum_is_of_people_where_homes_vote() {
    let site = Site::new().await;
    let house = house(&site).await;
    rules(&site, |rules| {
        (rules.vote_of, rules.quorum_of, rules.quorum_percent) = (VoteOf::HomeFirst, QuorumOf::Members, 50);
    });
    let id = open_poll(&site);
    house.people[0]
        .get(&format!("/polls/{id}"))
        .await
        .expect(200)
        .shows("At least 2 of the 4 people on the roll must take part");
    house.vote(0, id).await;
    // Ana voted for herself and for Bea.
    assert_eq!(attendance(&site, id), Attendance { roll: 4, present: 2 });
    site.act(|act| polls::close(act, id));
    let (kept, again) = both(&site, id).remove(0);
    assert_eq!((kept.verdict, kept.voted, kept.roll), (Verdict::Adopted, 1, 3));
    assert_eq!(kept.outcome, again);
    rules(&site, |rules| rules.vote_of = VoteOf::HomeJointly);
    let id = open_poll(&site);
    house.vote(0, id).await;
    assert_eq!(attendance(&site, id).present, 0, "her home has not answered yet");
    house.vote(1, id).await;
    assert_eq!(attendance(&site, id).present, 2);
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn who_leaves_the_roll_leaves_the_quorum_too() {
    let site = Site::new().await;
    let house = house(&site).await;
    rules(&site, |rules| (rules.quorum_of, rules.quorum_percent) = (QuorumOf::Homes, 50));
    let id = open_poll(&site);
    let kept = |site: &Site| site.read(|conn| store::poll(conn, id)).quorum_roll.map(i64::from);
    for (declared, homes) in [("yes", 2), ("no", 3)] {
        house.people[2].post(&format!("/polls/{id}/interest"), &[("declared", declared)]).await.expect(303);
        assert_eq!((kept(&site), attendance(&site, id).roll), (Some(homes), homes));
        assert_eq!(site.discrepancies(), [""; 0]);
    }
    // Dee's second entry, and hers, are one person in one home.
    let twin = member(&site, "Deirdre", Status::Member);
    site.act(|act| {
        let new = NewUnit { label: "4".to_owned(), kind: "apartment", ..NewUnit::default() };
        let (unit, today) = (units::add(act, &new)?, act.today());
        units::move_in(act, unit, twin, today)
    });
    let id = open_poll(&site);
    let kept = |site: &Site| site.read(|conn| store::poll(conn, id)).quorum_roll.map(i64::from);
    assert_eq!(kept(&site), Some(4));
    let was = site.read(|conn| store::merging::on_roll(conn, id, house.ids[3], twin));
    site.act(|act| store::merging::merge(act.conn, id, house.ids[3], twin));
    assert_eq!(kept(&site), Some(3));
    site.act(|act| store::merging::part(act.conn, id, house.ids[3], twin, &was));
    assert_eq!((kept(&site), attendance(&site, id).roll), (Some(4), 4));
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_vote_without_a_quorum_is_called_again_once() {
    let site = Site::new().await;
    let house = house(&site).await;
    let admin = site.as_admin().await;
    rules(&site, |rules| rules.quorum_percent = 60);
    let questions = [NewQuestion::proposal(true)];
    let first = asked(&site, Shows::Closed, &questions);
    let page = format!("/polls/{first}");
    admin.post(&format!("{page}/second-calls"), &[]).await.expect(409).shows("Only a closed vote");
    house.vote(0, first).await;
    site.act(|act| polls::close(act, first));
    admin.get(&page).await.expect(200).hides("Call this vote again");
    admin.post(&format!("{page}/second-calls"), &[]).await.expect(409).shows("know no second call");
    rules(&site, |rules| (rules.second_calls, rules.quorum_second_percent) = (true, 20));
    house.people[0].get(&format!("{page}/result")).await.expect(200).shows("called again, once, with a quorum of 20%");
    house.people[0].post(&format!("{page}/second-calls"), &[]).await.expect(403);
    admin.get(&page).await.expect(200).shows("Call this vote again");
    let setup = admin.post(&format!("{page}/second-calls"), &[]).await.expect(303).location().to_owned();
    let second = setup.strip_suffix("/setup").expect("a draft").to_owned();
    let id: i64 = second.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a number");
    admin.post(&format!("{page}/second-calls"), &[]).await.expect(409).shows("called again already");
    house.people[0].get(&page).await.expect(200).hides(&format!("href=\"{second}\""));
    // Its times are its own, and nothing else.
    let shown = admin
        .get(&setup)
        .await
        .expect(200)
        .shows("second call of a vote that had no quorum")
        .shows("At least 20% of the members");
    let _ = shown.hides("Another question").hides("/removal");
    let form =
        admin.get(&format!("{second}/edit")).await.expect(200).hides("name=\"title_en\"").hides("name=\"binding\"");
    let (opens, closes) = (local(clock::now() - TimeDelta::minutes(1)), local(clock::now() + TimeDelta::days(2)));
    let version = form.field("version");
    let times = [
        ("version", version.as_str()),
        ("title_en", "Another title"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
    ];
    admin.post(&second, &times).await.expect(303);
    let [before, after] = [first, id].map(|id| site.read(|conn| store::whole(conn, id)));
    assert_eq!((after.0.title_en.as_str(), after.0.second_call_of), ("Replace the roof", Some(first)));
    let plain = |questions: &[polls::Question]| questions.iter().map(NewQuestion::from).collect::<Vec<_>>();
    assert_eq!(plain(&before.1), plain(&after.1));
    let changed = site.try_act(|act| {
        let (poll, _) = store::whole(act.conn, id)?;
        let new = NewPoll { title_en: "Another".to_owned(), ..polls::setup::as_it_is(&poll) };
        polls::change(act, id, poll.version, &new)
    });
    assert!(matches!(changed, Err(Error::Conflict("second-call-conflict-same"))));
    let add = [("version", after.0.version.to_string())];
    let add = [("version", add[0].1.as_str()), ("method", "choice")];
    admin.post(&format!("{second}/questions"), &add).await.expect(409);
    admin.post(&format!("{second}/announcement"), &[]).await.expect(303);
    assert_eq!(site.read(|conn| store::poll(conn, id)).state(clock::now()), State::Open);
    // Both say so, and so does the notice.
    let shown = house.people[1].get(&second).await.expect(200).shows("second call of a vote that had no quorum");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    let shown =
        shown.shows("At least one of the 5 members on the roll must vote. That is the quorum of a second call.");
    let _ = shown.shows(&format!("href=\"{page}\""));
    house.people[1].get(&page).await.expect(200).shows("was called again").shows(&format!("href=\"{second}\""));
    admin.get(&page).await.expect(200).hides("Call this vote again");
    let mails = site.do_jobs();
    assert!(mails.iter().any(|mail| mail.contains("Second call, you can vote")), "{mails:?}");
    house.vote(1, id).await;
    site.act(|act| polls::close(act, id));
    let result = house.people[1].get(&format!("{second}/result")).await.expect(200).shows("Adopted, with 1 for");
    let _ = result.shows("That is the quorum of a second call.").shows("See the first vote");
    admin.post(&format!("{second}/second-calls"), &[]).await.expect(409);
    let api = site.read(|conn| store::api::list(conn, Some(id), 0, 1));
    assert_eq!((api[0].second_call_of, api[0].quorum_percent, api[0].quorum_of.as_str()), (Some(first), 20, "votes"));
    house.people[0].get(&format!("{second}?lang=fr")).await.expect(200).shows("Seconde convocation");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_second_call_without_a_quorum_has_no_third_and_a_cancelled_one_can_be_made_anew() {
    let site = Site::new().await;
    let house = house(&site).await;
    let admin = site.as_admin().await;
    rules(&site, |rules| {
        (rules.quorum_percent, rules.second_calls, rules.quorum_second_percent) = (60, true, 40);
    });
    let first = asked(&site, Shows::Closed, &[of(Method::Choice, &["Al", "Bo"])]);
    site.act(|act| polls::close(act, first));
    let call = format!("/polls/{first}/second-calls");
    let setup = admin.post(&call, &[]).await.expect(303).location().to_owned();
    admin.post(&setup.replace("/setup", "/cancellation"), &[]).await.expect(303);
    let setup = admin.post(&call, &[]).await.expect(303).location().to_owned();
    let id: i64 = setup.split('/').nth(2).and_then(|id| id.parse().ok()).expect("a number");
    site.act(|act| {
        polls::announce(act, id)?;
        polls::open(act, id)?;
        polls::close(act, id)
    });
    assert_eq!(both(&site, id)[0].0.verdict, Verdict::NoQuorum);
    let result =
        house.people[0].get(&format!("/polls/{id}/result")).await.expect(200).hides("let this vote be called again");
    let _ = result.shows("nobody voted, and 2 were needed");
    admin.post(&format!("/polls/{id}/second-calls"), &[]).await.expect(409).shows("there is no third");
    // A copy of it is a vote of its own, with the quorum of a first call.
    let copy = site.act(|act| polls::copy(act, id));
    let copy = site.read(|conn| store::poll(conn, copy));
    assert_eq!((copy.second_call_of, copy.quorum_percent), (None, 60));
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_second_call_needs_no_more_than_the_first() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let form = admin.get("/settings/rules/votes").await.expect(200).shows("What the quorum is taken of");
    let seen = form.field("seen");
    let rules = |second, of| {
        [
            ("quorum_percent", "30"),
            ("quorum_of", of),
            ("second_calls", "1"),
            ("quorum_second_percent", second),
            ("majority_ordinary_num", "1"),
            ("majority_ordinary_den", "2"),
            ("majority_special_num", "2"),
            ("majority_special_den", "3"),
            ("vote_of", "member"),
            ("proxies_max", "0"),
            ("seen", seen.as_str()),
        ]
    };
    admin.post("/settings/rules/votes", &rules("40", "homes")).await.expect(422).shows("#f-quorum_second_percent");
    admin.post("/settings/rules/votes", &rules("10", "floors")).await.expect(422).shows("#f-quorum_of");
    admin.post("/settings/rules/votes", &rules("10", "homes")).await.expect(303);
    admin.get("/settings/rules").await.expect(200).shows("The homes where they live").shows("10%");
}
