//! Entered twice, as the office sees it: compared, made one, apart again; and what is refused on the way.

use diesel::prelude::*;
use serde_json::Value;

use super::merging::{count, merge, wanted};
use super::{add, day, new, resident, unit};
use crate::members::merging::Wanted;
use crate::members::{self, NewMember, Status, merging};
use crate::platform::error::Error;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::polls::{self, NewPoll, Shows};
use crate::tasks::{self, Holder, NewTask};
use crate::{committees, privacy, units};

fn open_poll(site: &Site) -> i64 {
    let opens_at = crate::platform::clock::now();
    let new = NewPoll {
        title_en: "Replace the roof".to_owned(),
        title_fr: "Refaire le toit".to_owned(),
        details_en: String::new(),
        details_fr: String::new(),
        case: crate::polls::Case::default(),
        binding: true,
        shows: Shows::Live,
        secrecy: crate::polls::Secrecy::Open,
        record_on: None,
        opens_at,
        closes_at: opens_at + chrono::TimeDelta::days(3),
    };
    site.act(|act| polls::tests::announced(act, &new))
}

async fn vote(visitor: &Visitor<'_>, poll: i64) -> Reply {
    visitor.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await
}

async fn make_one(joan: &Visitor<'_>, wanted: &Wanted, more: &[(&str, &str)]) -> Reply {
    let ids =
        [wanted.kept, wanted.other, wanted.versions.0.into(), wanted.versions.1.into()].map(|id: i64| id.to_string());
    let mut fields: Vec<(&str, &str)> =
        ["kept", "other", "version", "other_version"].into_iter().zip(ids.iter().map(String::as_str)).collect();
    fields.extend(more);
    joan.post("/members/merging", &fields).await
}

const SURE: (&str, &str) = ("merge_sure", "1");

#[actix_web::test]
async fn a_whole_life_is_on_one_page_and_the_trail_tells_it() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (zoe, twin) = (add(&site, "Zoé", "Côté"), add(&site, "Zoe", "Cote"));
    let own = site.signed_in(Role::Resident, "Zoe Cote", Some(twin)).await;
    let (home, garden) =
        site.act(|act| Ok((units::add(act, &unit("305"))?, committees::add(act, "Garden", "Jardin")?)));
    site.act(|act| units::move_in(act, home, twin, day("2021-01-01")));
    site.act(|act| committees::join(act, garden, zoe, day("2021-01-01")));
    site.act(|act| committees::join(act, garden, twin, day("2020-06-01")));
    let new = NewTask { title: "Salt the steps".to_owned(), holders: vec![Holder::Member(twin)], ..NewTask::default() };
    let task = site.act(|act| tasks::create(act, &new));
    let (over, running) = (open_poll(&site), open_poll(&site));
    vote(&own, over).await.expect(303);
    site.act(|act| polls::close(act, over));
    vote(&own, running).await.expect(303);
    assert_eq!(site.discrepancies(), [""; 0]);

    joan.get(&format!("/members/merging?kept={zoe}")).await.expect(200).shows("Zoe Cote, no.");
    let page = joan.get(&format!("/members/merging?kept={zoe}&other={twin}")).await.expect(200);
    page.shows("Tasks: 1. Seats on committees: 1.").shows("305").shows("Zoé").shows("Zoe").hides("merge_home");
    let both = wanted(&site, zoe, twin);
    make_one(&joan, &both, &[]).await.expect(422).shows("f-merge_sure");
    make_one(&joan, &both, &[SURE, ("email", "other")]).await.expect(303);

    assert_eq!(site.discrepancies(), [""; 0], "seals hold: the open roll was told anew, the closed one is as it was");
    let page = joan.get(&format!("/members/{zoe}")).await.expect(200).shows("Was entered twice: also no.");
    page.shows("305").shows("Garden").shows("zoe@example.org").hides("zoé@example.org");
    assert_eq!(joan.get(&format!("/members/{twin}")).await.expect(303).location(), format!("/members/{zoe}"));
    joan.get("/members").await.shows("Zoé Côté").hides("Zoe Cote");
    joan.get("/members.csv").await.expect(200).hides("Cote,");
    joan.get("/search?q=cote").await.hides("Zoe Cote");
    joan.get("/audit").await.shows("made two entries one").shows("corrected the list of voters");
    // The account came along, and with it the open vote and the one that is over.
    own.get("/tasks?who=me").await.expect(200).shows("Salt the steps");
    own.get(&format!("/members/{zoe}")).await.expect(200).shows("This is you");
    assert_eq!(count(&site, &format!("seats where member_id = {zoe} and lower(during) = '2020-06-01'")), 1);
    assert_eq!(count(&site, &format!("roll where poll_id = {running}")), 1);
    assert_eq!(count(&site, &format!("polls where id = {running} and roll_size = 1")), 1);
    assert_eq!(count(&site, &format!("open_ballots where poll_id = {running} and member_id = {zoe}")), 1);
    assert_eq!(count(&site, &format!("open_ballots where poll_id = {over} and member_id = {twin}")), 1, "sealed");
    own.get(&format!("/members/{zoe}/everything")).await.expect(200).shows("Became one").shows("Replace the roof");
    site.act(|act| polls::close(act, running));
    assert_eq!(site.discrepancies(), [""; 0]);

    // The task is changed since; the vote is over since: both stay, and are named.
    site.act(|act| {
        Ok(diesel::sql_query(format!("update tasks set title = 'Salt' where id = {task}")).execute(act.conn)?)
    });
    let id = site.read(|conn| merging::merges(conn, zoe))[0].id;
    let undone = joan.post(&format!("/members/{zoe}/merges/{id}/undoing"), &[]).await.expect(303);
    let mut joan = joan;
    joan.keep_cookies(&undone);
    joan.get(&format!("/members/{zoe}")).await.shows("They are two again").shows("Tasks").hides("Was entered twice");
    joan.get(&format!("/members/{twin}")).await.expect(200).shows("305").shows("Zoe Cote");
    assert_eq!(site.discrepancies(), [""; 0]);
    joan.post(&format!("/members/{zoe}/merges/{id}/undoing"), &[]).await.expect(404);
}

#[actix_web::test]
async fn what_cannot_be_one_is_refused_with_a_reason() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (zoe, twin) = (add(&site, "Zoé", "Côté"), add(&site, "Zoe", "Cote"));
    let (one, other) = (resident(&site, zoe).await, site.signed_in(Role::Resident, "Zoe Cote", Some(twin)).await);
    let poll = open_poll(&site);
    vote(&one, poll).await.expect(303);
    vote(&other, poll).await.expect(303);
    let page = joan.get(&format!("/members/merging?kept={zoe}&other={twin}")).await.expect(200);
    page.shows("Both entries have voted in a vote that is still open").hides("Make them one");
    let both = wanted(&site, zoe, twin);
    make_one(&joan, &both, &[SURE]).await.expect(422).shows("“Replace the roof”");
    site.act(|act| polls::close(act, poll));
    let mut stale = both.clone();
    stale.versions.1 += 1;
    make_one(&joan, &stale, &[SURE]).await.expect(409);
    let mut itself = both.clone();
    itself.other = zoe;
    make_one(&joan, &itself, &[SURE]).await.expect(422);
    one.get(&format!("/members/merging?kept={zoe}")).await.expect(403);

    // The account that is not chosen ends at once, on every device, and is not opened again.
    make_one(&joan, &both, &[SURE, ("merge_account", "kept")]).await.expect(303);
    other.get("/account").await.expect(303);
    one.get("/account").await.expect(200);
    let closed = other.account.expect("an account");
    let opened = site.try_act(|act| crate::accounts::set_closed(act, closed, false));
    assert!(matches!(opened, Err(Error::Conflict("conflict-account-merged"))), "{:?}", opened.err());
    // What is one already is one, and whoever comes second hears of it.
    make_one(&joan, &both, &[SURE, ("merge_account", "kept")]).await.expect(404);
    let third = add(&site, "Zoé", "Cotée");
    let id = site.read(|conn| merging::merges(conn, zoe))[0].id;
    merge(&site, third, zoe).expect("a chain");
    assert_eq!(site.read(|conn| merging::goes_on_as(conn, twin)), Some(third), "a chain leads to its end");
    joan.post(&format!("/members/{zoe}/merges/{id}/undoing"), &[]).await.expect(404);
}

#[actix_web::test]
async fn one_ballot_of_two_counts_once_and_the_last_admin_stays() {
    let site = Site::new().await;
    let (zoe, twin) = (add(&site, "Zoé", "Côté"), add(&site, "Zoe", "Cote"));
    let own = resident(&site, zoe).await;
    let poll = open_poll(&site);
    vote(&own, poll).await.expect(303);
    let id = merge(&site, zoe, twin).expect("only one has voted");
    let size = || count(&site, &format!("polls where id = {poll} and roll_size = 1"));
    assert_eq!((size(), count(&site, &format!("open_ballots where poll_id = {poll}"))), (1, 1));
    assert_eq!(site.act(|act| merging::undo_merge(act, zoe, id)).1, [""; 0]);
    assert_eq!((size(), count(&site, &format!("roll where poll_id = {poll}"))), (0, 2));
    assert_eq!(site.discrepancies(), [""; 0]);

    site.signed_in(Role::Admin, "Zoe Cote", Some(twin)).await;
    let refused = merge(&site, zoe, twin);
    assert!(matches!(refused, Err(Error::Conflict("conflict-last-admin"))), "{refused:?}");
}

#[actix_web::test]
async fn statuses_go_back_to_the_earlier_entry_and_nobody_sees_more_than_before() {
    let site = Site::new().await;
    let old =
        NewMember { joined_on: day("2010-05-01"), phone: Some("+1 819 555-0199".to_owned()), ..new("Zoé", "Côté") };
    let twin = site.act(|act| members::add(act, &old));
    site.act(|act| members::set_status(act, twin, Status::Former, day("2018-03-01"), "moved away"));
    let zoe = add(&site, "Zoé", "Côté");
    let open = format!("update members set email_seen_by = 'members', phone_seen_by = 'members' where id = {zoe}");
    site.act(|act| Ok(diesel::sql_query(open).execute(act.conn)?));
    merge(&site, zoe, twin).expect("a merge");
    let steps: Vec<(String, String)> = site
        .read(|conn| members::statuses(conn, zoe))
        .into_iter()
        .map(|step| (step.since.to_string(), step.status))
        .collect();
    let expected = [("2020-01-01", "member"), ("2018-03-01", "former"), ("2010-05-01", "member")];
    assert_eq!(steps, expected.map(|(day, status)| (day.to_owned(), status.to_owned())));
    let joined = format!(
        "members where id = {zoe} and joined_on = '2010-05-01' and phone_seen_by = 'nobody' and email_seen_by = 'members'"
    );
    assert_eq!(count(&site, &joined), 1, "the phones are of both, and one of them was shown to nobody");
    let phones = site.read(|conn| members::whole(conn, zoe)).0.phones();
    assert_eq!(phones.len(), 2, "{phones:?}");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn whoever_was_entered_twice_is_erased_under_both_entries() {
    let site = Site::new().await;
    let (one, twin) = (add(&site, "Zéphirine", "Quetzal"), add(&site, "Zéphirine", "Quetzal"));
    let new = NewTask { title: "Call Zéphirine Quetzal".to_owned(), ..NewTask::default() };
    site.act(|act| tasks::create(act, &new));
    merge(&site, one, twin).expect("a merge");
    site.act(|act| members::set_status(act, one, Status::Former, site.today(), ""));
    site.act(|act| privacy::erasure::erase(act, one, true));
    let left = site.read(|conn| {
        merging::with_all_entries(conn, |conn| {
            let mut left = Vec::new();
            for table in ["members", "events", "merges", "tasks", "member_phones"] {
                let sql =
                    format!("select count(*) as count from {table} t where t::text ~ 'Zéphirine|Quetzal|zéphirine'");
                left.push((table, diesel::sql_query(sql).get_result::<super::merging::Count>(conn)?.count));
            }
            Ok(left)
        })
    });
    assert!(left.iter().all(|(_, count)| *count == 0), "{left:?}");
    site.pump();
    let chain = site.read(|conn| crate::platform::events::verify(conn, None));
    assert!(chain.is_ok(), "{chain:?}");
    let id = site.read(|conn| merging::merges(conn, one))[0].id;
    let undone = site.try_act(|act| merging::undo_merge(act, one, id));
    assert!(matches!(undone, Err(Error::NotFound)), "there is nothing to go back to: {undone:?}");
}

#[actix_web::test]
async fn a_week_later_a_merge_is_what_it_is() {
    let site = Site::new().await;
    let (zoe, twin) = (add(&site, "Zoé", "Côté"), add(&site, "Zoe", "Cote"));
    let id = merge(&site, zoe, twin).expect("a merge");
    let past = "update merges set merged_at = merged_at - interval '8 days'";
    site.act(|act| Ok(diesel::sql_query(past).execute(act.conn)?));
    let late = site.try_act(|act| merging::undo_merge(act, zoe, id));
    assert!(matches!(late, Err(Error::NotFound)), "{late:?}");
    site.act(merging::forget_journals);
    assert_eq!(count(&site, "merges where journal is null"), 1);
    let joan = site.as_admin().await;
    joan.get(&format!("/members/{zoe}")).await.shows("Was entered twice").hides("/undoing");
}

#[actix_web::test]
async fn who_may_be_the_same_is_asked_about_once() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (zoe, twin) = (add(&site, "Zoé", "Côté"), add(&site, "Zoe", "Cote"));
    add(&site, "Ian", "Côté"); // the same phone, as people have who live together
    joan.get("/").await.shows("Two entries may be the same person");
    joan.get("/members/duplicates").await.expect(200).shows("Same name · Same phone").hides("Ian");
    joan.post("/members/duplicates", &[("one", &twin.to_string()), ("other", &zoe.to_string())]).await.expect(303);
    joan.get("/").await.hides("may be the same person");
    joan.get("/members/duplicates").await.shows("Nobody seems to be in the register twice");
}

#[actix_web::test]
async fn who_was_added_by_mistake_is_taken_back_while_nothing_hangs_on_them() {
    let site = Site::new().await;
    let mut joan = site.as_admin().await;
    let fields = [
        ("given_name", "Zéphirine"),
        ("family_name", "Quetzal"),
        ("member_status", "member"),
        ("member_language", "fr"),
        ("joined_on", "2024-01-01"),
    ];
    let added = joan.post("/members", &fields).await.expect(303);
    let path = added.location().to_owned();
    joan.keep_cookies(&added);
    joan.get(&path).await.shows(&format!("action=\"{path}/removal\"")).shows("Undo");
    joan.post(&format!("{path}/removal"), &[]).await.expect(303);
    joan.get(&path).await.expect(404);
    assert_eq!(count(&site, "events t where t::text ~ 'Zéphirine|Quetzal'"), 0);
    site.pump();
    assert_eq!(site.discrepancies(), [""; 0]);

    let stays = add(&site, "Ian", "Roy");
    let garden = site.act(|act| committees::add(act, "Garden", "Jardin"));
    site.act(|act| committees::join(act, garden, stays, site.today()));
    joan.get(&format!("/members/{stays}")).await.expect(200).hides(&format!("{stays}/removal"));
    joan.post(&format!("/members/{stays}/removal"), &[]).await.expect(409);
}

#[actix_web::test]
async fn a_machine_is_led_to_the_entry_that_goes_on() {
    let site = Site::new().await;
    let (zoe, twin) = (add(&site, "Zoé", "Côté"), add(&site, "Zoe", "Cote"));
    let own = resident(&site, zoe).await;
    merge(&site, zoe, twin).expect("a merge");
    let machine = super::people::machine(&site, &own);
    let there = machine.get(&format!("/api/v1/members/{twin}")).await.expect(307);
    assert_eq!(there.location(), format!("/api/v1/members/{zoe}"));
    let list: Value = serde_json::from_str(&machine.get("/api/v1/members").await.expect(200).body).expect("JSON");
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "{list}");
}
