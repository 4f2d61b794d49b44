//! What crosses in a vote: two entries that are one person and a proxy or an interest between them, a proxy whose holder is erased, and
//! the language that is switched in mid-form.

use super::guests::link_of;
use super::*;
use crate::members::merging::{self, Wanted};
use crate::platform::merging::Side;
use crate::platform::testing::Visitor;
use crate::polls::store;
use crate::privacy::erasure;

fn allow(site: &Site, most: i32) {
    site.act(|act| {
        let mut rules = coops::rule_profile(act.conn)?;
        rules.proxies_max = most;
        coops::change_rules(act, &rules)
    });
}

fn closed_until_the_end(site: &Site, binding: bool) -> i64 {
    let new = NewPoll { shows: Shows::Closed, binding, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    site.act(|act| polls::tests::announced(act, &new))
}

fn merge(site: &Site, kept: i64, other: i64) -> Result<i64> {
    let version = |id| site.read(|conn| Ok(members::whole(conn, id)?.1));
    let wanted = Wanted {
        kept,
        other,
        versions: (version(kept), version(other)),
        from_other: Vec::new(),
        account: Side::Kept,
        statuses: Side::Kept,
        home_ends: None,
    };
    site.try_act(|act| merging::merge(act, &wanted))?;
    Ok(site.read(|conn| merging::merges(conn, kept))[0].id)
}

struct People<'a> {
    ids: Vec<i64>,
    who: Vec<Visitor<'a>>,
}

async fn people<'a>(site: &'a Site, names: &[&str]) -> People<'a> {
    let ids: Vec<i64> = names.iter().map(|name| member(site, name, Status::Member)).collect();
    let mut who = Vec::new();
    for (name, id) in names.iter().zip(&ids) {
        who.push(site.signed_in(Role::Resident, &format!("{name} Roy"), Some(*id)).await);
    }
    People { ids, who }
}

/// Gives a proxy, and the number that it has.
async fn give(who: &Visitor<'_>, site: &Site, poll: i64, holder: i64) -> i64 {
    who.post(&format!("/polls/{poll}/proxies"), &[("holder", &holder.to_string())]).await.expect(303);
    site.read(|conn| store::proxies::of_poll(conn, poll)).last().expect("a proxy").id
}

fn by_proxy(site: &Site, poll: i64) -> Vec<(i64, Option<i64>)> {
    let ballots = site.read(|conn| store::reads::ballots(conn, poll, 100));
    ballots.into_iter().map(|ballot| (ballot.member_id, ballot.cast_by)).collect()
}

#[actix_web::test]
async fn who_gave_a_proxy_and_who_holds_it_turn_out_to_be_one_person() {
    for giver_is_kept in [true, false] {
        let site = Site::new().await;
        let People { ids, who } = people(&site, &["Ana", "Anna", "Cy"]).await;
        allow(&site, 2);
        let poll = closed_until_the_end(&site, true);
        let proxy = give(&who[0], &site, poll, ids[1]).await;
        give(&who[2], &site, poll, ids[1]).await;
        let ballot = format!("/polls/{poll}/proxies/{proxy}/ballot");
        who[1].post(&ballot, &[("q1", "for"), ("reason", "")]).await.expect(303);
        assert_eq!(by_proxy(&site, poll), [(ids[0], Some(ids[1]))]);
        let (kept, other) = if giver_is_kept { (ids[0], ids[1]) } else { (ids[1], ids[0]) };
        let id = merge(&site, kept, other).expect("a merge");
        assert_eq!(by_proxy(&site, poll), [(kept, None)], "one casts one's own ballot in person");
        let left = site.read(|conn| store::proxies::of_poll(conn, poll));
        // What a third gave to the entry that goes ends; to the one that goes on, it stays.
        assert_eq!(left.iter().map(|one| (one.giver_id, one.holder_id)).collect::<Vec<_>>(), {
            if giver_is_kept { vec![] } else { vec![(ids[2], kept)] }
        });
        let goes_on = if giver_is_kept { &who[0] } else { &who[1] };
        goes_on.get(&format!("/polls/{poll}")).await.expect(200).shows("Change my vote").hides("by proxy");
        goes_on.get(&format!("/polls/{poll}/proxies")).await.expect(200).hides("can vote for you</h2>");
        goes_on.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
        assert_eq!(site.discrepancies(), [""; 0]);
        // They were two after all.
        let left = site.act(|act| merging::undo_merge(act, kept, id)).1;
        assert_eq!(left, [""; 0]);
        assert_eq!(by_proxy(&site, poll), [(ids[0], Some(ids[1]))]);
        assert_eq!(site.read(|conn| store::proxies::of_poll(conn, poll)).len(), 2);
        assert_eq!(site.discrepancies(), [""; 0]);
        site.act(|act| polls::close(act, poll));
        let result = who[2].get(&format!("/polls/{poll}/result")).await.expect(200);
        result.shows("Ana Roy (by proxy: Anna Roy)").shows("1 for and 0 against");
    }
}

#[actix_web::test]
async fn two_entries_that_each_gave_a_proxy_have_one_and_what_was_voted_stands() {
    let site = Site::new().await;
    let People { ids, who } = people(&site, &["Ana", "Anna", "Cy", "Dee"]).await;
    allow(&site, 1);
    let poll = closed_until_the_end(&site, true);
    give(&who[0], &site, poll, ids[2]).await;
    let proxy = give(&who[1], &site, poll, ids[3]).await;
    let ballot = format!("/polls/{poll}/proxies/{proxy}/ballot");
    who[3].post(&ballot, &[("q1", "against"), ("reason", "")]).await.expect(303);
    site.do_jobs();
    merge(&site, ids[0], ids[1]).expect("a merge");
    let left = site.read(|conn| store::proxies::of_poll(conn, poll));
    assert_eq!(left.iter().map(|one| (one.giver_id, one.holder_id)).collect::<Vec<_>>(), [(ids[0], ids[2])]);
    assert_eq!(by_proxy(&site, poll), [(ids[0], Some(ids[3]))]);
    who[3].post(&ballot, &[("q1", "for"), ("reason", "")]).await.expect(404);
    site.do_jobs();
    who[3].get("/inbox").await.expect(200).shows("A proxy for this vote that concerns you was given or has ended");
    site.act(|act| polls::close(act, poll));
    let result = who[2].get(&format!("/polls/{poll}/result")).await.expect(200);
    result.shows("Ana Roy (by proxy: Dee Roy)").shows("0 for and 1 against");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn who_cast_for_others_is_named_as_they_are_called_since() {
    let site = Site::new().await;
    let People { ids, who } = people(&site, &["Ana", "Anna", "Cy"]).await;
    allow(&site, 1);
    let poll = closed_until_the_end(&site, true);
    let proxy = give(&who[2], &site, poll, ids[1]).await;
    let ballot = format!("/polls/{poll}/proxies/{proxy}/ballot");
    who[1].post(&ballot, &[("q1", "for"), ("reason", "")]).await.expect(303);
    merge(&site, ids[0], ids[1]).expect("a merge");
    who[2].get(&format!("/polls/{poll}")).await.expect(200).shows("Ana Roy voted for you by proxy");
    site.act(|act| polls::close(act, poll));
    who[2].get(&format!("/polls/{poll}/result")).await.expect(200).shows("Cy Roy (by proxy: Ana Roy)");
}

/// A vote that is over stays under the entries that voted; what its page names is the person as they are called since.
#[actix_web::test]
async fn a_result_names_who_voted_under_an_entry_that_is_shown_no_more() {
    let site = Site::new().await;
    let People { ids, who } = people(&site, &["Ana", "Anna", "Cy"]).await;
    let poll = closed_until_the_end(&site, true);
    for (voter, side) in who.iter().zip(["for", "against", "for"]) {
        voter.post(&format!("/polls/{poll}/ballots"), &[("q1", side)]).await.expect(303);
    }
    site.act(|act| polls::close(act, poll));
    merge(&site, ids[0], ids[1]).expect("a merge");
    let file = who[2].get(&format!("/polls/{poll}/ballots.csv")).await.expect(200);
    file.shows("\"Ana Roy\",\"For\"").shows("\"Ana Roy\",\"Against\"").shows("\"Cy Roy\",\"For\"").hides("Anna");
    let result = who[2].get(&format!("/polls/{poll}/result")).await.expect(200).shows("Against (1)").shows("For (2)");
    assert_eq!(result.body.matches("<b>Ana Roy</b>").count(), 2);
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn while_somebody_is_out_for_an_interest_two_entries_stay_two() {
    for declared in [[true, false], [false, true], [true, true]] {
        let site = Site::new().await;
        let People { ids, who } = people(&site, &["Ana", "Anna", "Cy"]).await;
        let (admin, poll) = (site.as_admin().await, closed_until_the_end(&site, true));
        let path = format!("/polls/{poll}/interest");
        for (entry, _) in who.iter().zip(declared).filter(|(_, declared)| *declared) {
            entry.post(&path, &[]).await.expect(303);
        }
        let roll = site.read(|conn| store::roll::members(conn, poll, false));
        let page = admin.get(&format!("/members/merging?kept={}&other={}", ids[0], ids[1])).await.expect(200);
        page.shows("has declared an interest in a vote").shows(&format!("/polls/{poll}")).hides("merge_sure");
        let refused = merge(&site, ids[0], ids[1]);
        let Err(Error::Invalid(errors)) = refused else { panic!("{refused:?}") };
        assert_eq!((errors[0].key, errors[0].limit.as_deref()), ("merging-interest", Some("Replace the roof")));
        assert_eq!(site.read(|conn| store::roll::members(conn, poll, false)), roll);
        assert_eq!(site.discrepancies(), [""; 0]);
        // Once it is over, what it was decided by stays, and they are one.
        site.act(|act| polls::close(act, poll));
        merge(&site, ids[0], ids[1]).expect("a merge");
        who[0].get(&format!("/polls/{poll}")).await.expect(200);
        assert_eq!(site.discrepancies(), [""; 0]);
    }
}

#[actix_web::test]
async fn a_proxy_ends_with_its_holder_who_leaves_and_what_was_cast_counts() {
    let site = Site::new().await;
    let People { ids, who } = people(&site, &["Ana", "Zephirine", "Cy"]).await;
    allow(&site, 2);
    let poll = closed_until_the_end(&site, true);
    let (page, proxies) = (format!("/polls/{poll}"), format!("/polls/{poll}/proxies"));
    let used = give(&who[0], &site, poll, ids[1]).await;
    let holder = ids[1].to_string();
    let fields = [("holder", holder.as_str()), ("instructions", "As Zephirine Roy likes")];
    who[2].post(&proxies, &fields).await.expect(303);
    let in_force = || site.read(|conn| store::proxies::of_poll(conn, poll));
    let unused = in_force().last().expect("a proxy").id;
    who[1].post(&format!("{proxies}/{used}/ballot"), &[("q1", "for"), ("reason", "")]).await.expect(303);
    site.do_jobs();
    let status = |status| {
        site.act(|act| {
            let today = act.today();
            members::set_status(act, ids[1], status, today, "")
        });
    };
    status(Status::Former);
    assert!(in_force().is_empty());
    let mails = site.do_jobs();
    assert_eq!(mails.iter().filter(|mail| mail.contains("Proxy: Replace the roof")).count(), 2, "{mails:?}");
    // Nobody votes with it any more; who gave it can ask somebody else.
    let late = who[1].post(&format!("{proxies}/{unused}/ballot"), &[("q1", "against"), ("reason", "")]).await;
    late.expect(401);
    who[2].get(&proxies).await.expect(200).shows("Let somebody vote for you");
    site.act(|act| erasure::erase(act, ids[1], true));
    let sign = members::sign(ids[1]);
    who[0].get(&page).await.expect(200).shows(&format!("{sign} voted for you by proxy")).hides("Zephirine");
    assert!(!super::leaks::tables_with(&site, "Zephirine").contains(&"proxies".to_owned()));
    assert_eq!(by_proxy(&site, poll), [(ids[0], Some(ids[1]))]);
    who[2].post(&format!("{page}/ballots"), &[("q1", "against")]).await.expect(303);
    assert_eq!(site.discrepancies(), [""; 0]);
    site.act(|act| polls::close(act, poll));
    let result = who[0].get(&format!("{page}/result")).await.expect(200).shows("1 for, 1 against");
    result.shows(&format!("Ana Roy (by proxy: {sign})")).hides("Zephirine");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_departure_that_was_none_gives_proxies_back_unless_their_givers_chose_otherwise() {
    let site = Site::new().await;
    let People { ids, who } = people(&site, &["Ana", "Bea", "Cy", "Dee"]).await;
    allow(&site, 2);
    let poll = closed_until_the_end(&site, true);
    for giver in [0, 2] {
        give(&who[giver], &site, poll, ids[1]).await;
    }
    let mut admin = site.as_admin().await;
    admin
        .get(&format!("/members/{}/departure", ids[1]))
        .await
        .expect(200)
        .shows("2 proxies that they hold in votes end");
    site.act(|act| {
        let today = act.today();
        members::set_status(act, ids[1], Status::Former, today, "")
    });
    give(&who[2], &site, poll, ids[3]).await;
    let path = format!("/members/{}/statuses/{}", ids[1], site.today());
    let back = admin.post(&path, &[("status_removed", "1")]).await.expect(303);
    admin.keep_cookies(&back);
    admin.get(back.location()).await.expect(200).shows("one proxy in a vote, because");
    let left = site.read(|conn| store::proxies::of_poll(conn, poll));
    let pairs: Vec<_> = left.iter().map(|one| (one.giver_id, one.holder_id)).collect();
    assert_eq!(pairs, [(ids[0], ids[1]), (ids[2], ids[3])]);
}

/// A form in the other language says what was typed, and nothing is done.
#[actix_web::test]
async fn a_form_comes_back_in_the_other_language_as_it_was_filled_in() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let People { ids, who } = people(&site, &["Ana", "Bea"]).await;
    allow(&site, 1);
    let poll = closed_until_the_end(&site, false);
    let vote = format!("/polls/{poll}");
    let before = kinds(&site);

    let holder = ids[1].to_string();
    let fields = [("holder", holder.as_str()), ("instructions", "Against, please."), ("form_hold", "fr")];
    let page = who[0].post(&format!("{vote}/proxies"), &fields).await.expect(200).shows("Procurations");
    page.shows(&format!("<option value=\"{holder}\" selected>")).shows("Against, please.");
    assert!(site.read(|conn| store::proxies::of_poll(conn, poll)).is_empty());

    let held = who[0].post(&format!("{vote}/interest"), &[("form_hold", "fr")]).await.expect(200);
    held.shows("Déclarer mon intérêt").shows(&format!("action=\"{vote}/interest\""));
    assert!(site.read(|conn| store::roll::has(conn, poll, ids[0])));

    let fields = [
        ("guest_name", "Plumber Zwick"),
        ("guest_email", "zwick@example.com"),
        ("guest_language", "fr"),
        ("form_hold", "fr"),
    ];
    let page = admin.post(&format!("{vote}/guests"), &fields).await.expect(200).shows("Créer le lien");
    page.shows("value=\"Plumber Zwick\"").shows("value=\"zwick@example.com\"").shows("<option value=\"fr\" selected>");
    assert!(site.read(|conn| store::guests::of_poll(conn, poll)).is_empty());
    let made = admin.post(&format!("{vote}/guests"), &[("guest_name", "Zwick")]).await.expect(200);
    let paper = [("q1", "against"), ("reason", "It leaks."), ("form_hold", "fr")];
    let page = site.anonymous().post(&link_of(&made.body), &paper).await.expect(200).shows("Envoyer ma réponse");
    page.shows("value=\"against\" checked").shows("It leaks.");

    let (opens, closes) = (local(clock::now() + TimeDelta::days(1)), local(clock::now() + TimeDelta::days(2)));
    let fields = [
        ("title_en", "Replace the roof"),
        ("cost", "12500,50"),
        ("pros_en", "It leaks."),
        ("cons_fr", "C’est cher."),
        ("method", "schulze"),
        ("binding", "no"),
        ("shows", "closed"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
        ("form_hold", "fr"),
    ];
    let page = admin.post("/polls", &fields).await.expect(200).shows("value=\"12500,50\"").shows("It leaks.");
    let page = page.shows("C’est cher.").shows("Préparer un vote").shows("value=\"schulze\" checked");
    // What is filled in or chosen is not folded away.
    assert_eq!(page.body.matches("<details class=\"more\" open>").count(), 2);
    assert_eq!(kinds(&site).len(), before.len() + 1, "one guest was asked");
}

const OPEN: &str = "<details class=\"more\" open>";

#[actix_web::test]
async fn what_is_chosen_or_wrong_is_not_folded_away() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    admin.get("/polls/new").await.expect(200).shows("More ways to decide").hides(OPEN);
    let refused = admin.post("/polls", &[("method", "proposal")]).await.expect(422);
    refused.hides(OPEN);
    for word in ["star", "schulze", "equal-shares", "dots"] {
        let page = admin.post("/polls", &[("method", word)]).await.expect(422);
        let fold = page.body.find(OPEN).expect("an open fold");
        assert!(fold < page.body.find(&format!("value=\"{word}\" checked")).expect("what was chosen"), "{word}");
        assert_eq!(page.body.matches(OPEN).count(), 1, "{word}");
    }
    let page = admin.post("/polls", &[("method", "choice"), ("cost", "much")]).await.expect(422);
    assert_eq!(page.body.matches(OPEN).count(), 1, "the cost is wrong");
    let link = [("email", "odette@example.org"), ("form_hold", "fr")];
    site.anonymous().post("/sign-in/link", &link).await.expect(200).shows(OPEN).shows("odette@example.org");
}
