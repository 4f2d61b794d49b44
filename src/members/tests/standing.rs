//! The ledger of statuses, standing, and what only a treasurer sees.

use diesel::prelude::*;

use super::{add, day, new, resident};
use crate::members::slice;
use crate::members::{self, NewMember, Status};
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;

async fn set(admin: &Visitor<'_>, id: i64, status: &str, from: &str, until: &str) -> crate::platform::testing::Reply {
    let fields =
        [("member_status", status), ("status_from", from), ("status_until", until), ("status_reason", "as decided")];
    admin.post(&format!("/members/{id}/status"), &fields).await
}

#[actix_web::test]
async fn statuses_follow_the_rules_and_say_who_entered_them() {
    let site = Site::new().await;
    let id = add(&site, "Ada", "Ng");
    let admin = site.as_admin().await;
    set(&admin, id, "auxiliary", "2021-01-01", "").await.expect(422).shows("e-member_status");
    set(&admin, id, "member", "2021-01-01", "").await.expect(422).shows("e-member_status");
    set(&admin, id, "suspended", "2021-01-01", "2021-07-02").await.expect(422).shows("2021-07-01");
    set(&admin, id, "suspended", "2021-01-01", "2020-12-01").await.expect(422).shows("e-status_until");
    set(&admin, id, "suspended", "2021-01-01", "").await.expect(303);
    let page = admin.get(&format!("/members/{id}")).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("since 1 July 2021").shows("entered by Joan Rioux").shows("as decided");
    for (on, status) in
        [("2020-12-31", Status::Member), ("2021-06-30", Status::Suspended), ("2021-07-01", Status::Member)]
    {
        assert_eq!(site.read(|conn| members::standing(conn, id, day(on))).status, status, "{on}");
    }
    let told = site.read(|conn| crate::platform::events::of_subject(conn, "member", id, 9));
    assert!(told.iter().all(|event| !event.detail.to_string().contains("as decided")), "a reason is the office's own");
}

#[actix_web::test]
async fn a_wrong_entry_is_corrected_and_the_log_keeps_it() {
    let site = Site::new().await;
    let id = add(&site, "Ada", "Ng");
    let admin = site.as_admin().await;
    set(&admin, id, "on_leave", "2022-03-01", "2022-09-01").await.expect(303);
    let path = format!("/members/{id}/statuses/2022-03-01");
    admin.get(&path).await.expect(200).shows("value=\"2022-03-01\"");
    let right = [("member_status", "on_leave"), ("status_from", "2022-04-01"), ("status_reason", "typed wrong")];
    admin.post(&path, &right).await.expect(303);
    admin.get(&format!("/members/{id}")).await.expect(200).shows("corrected by Joan Rioux").shows("typed wrong");
    admin.get(&path).await.expect(404);
    assert_eq!(site.read(|conn| members::standing(conn, id, day("2022-03-15"))).status, Status::Member);
    let path = format!("/members/{id}/statuses/2022-04-01");
    admin.post(&path, &[("member_status", "former"), ("status_from", "2019-01-01")]).await.expect(422);
    admin.post(&path, &[("status_removed", "1")]).await.expect(303);
    assert_eq!(site.read(|conn| members::statuses(conn, id)).len(), 1, "the end that was written ahead goes with it");
    admin.post(&format!("/members/{id}/statuses/2020-01-01"), &[("status_removed", "1")]).await.expect(422);
    let kinds: Vec<_> = site.read(|conn| crate::platform::events::of_subject(conn, "member", id, 9));
    assert_eq!(kinds.iter().filter(|event| event.is(&slice::MEMBER_STATUS_CORRECTED)).count(), 2);
    resident(&site, id).await.get(&path).await.expect(403);
}

/// Sets the treasurer's flag of whoever visits.
async fn treasurer(site: &Site, visitor: &Visitor<'_>) {
    let account = visitor.account.expect("an account");
    site.act(|act| crate::accounts::set_treasurer(act, account, true));
}

#[actix_web::test]
async fn only_a_treasurer_and_oneself_see_what_is_owed() {
    let site = Site::new().await;
    let (ada, odette) = (add(&site, "Ada", "Ng"), add(&site, "Odette", "Roy"));
    let own = site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await;
    let keeper = resident(&site, odette).await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let (page, path) = (format!("/members/{ada}"), format!("/members/{ada}/arrears"));
    let pages = || async {
        let mut all = Vec::new();
        for visitor in [&admin, &observer] {
            for address in [&page, "/members", "/members.csv", "/audit.csv", "/figures", "/open"] {
                let body = visitor.get(address).await.body;
                all.push(body.lines().filter(|line| !line.contains("form_token")).collect::<Vec<_>>().join("\n"));
            }
        }
        all
    };
    keeper.post(&path, &[("in_arrears", "1")]).await.expect(403);
    admin.post(&path, &[("in_arrears", "1")]).await.expect(403);
    treasurer(&site, &keeper).await;
    site.state
        .db
        .write_now(site.coop, |conn| Ok(diesel::sql_query("delete from arrears").execute(conn)?))
        .expect("none");
    keeper.post(&path, &[]).await.expect(303);
    let before = pages().await;
    keeper.post(&path, &[("in_arrears", "1")]).await.expect(303);
    let after = pages().await;
    for (before, after) in before.iter().zip(&after).filter(|(before, _)| !before.contains("arrears.reviewed")) {
        assert_eq!(before, after, "nobody else's pages change");
    }
    keeper.get(&page).await.expect(200).shows("Money is owed").shows("checked");
    own.get(&page).await.expect(200).shows("Money is owed");
    admin.get(&page).await.expect(200).hides("Money is owed").shows("Only the treasurer knows");
    let told = site.read(|conn| crate::platform::events::of_subject(conn, "member", ada, 9));
    assert!(told.iter().all(|event| !event.kind.contains("arrears")), "not even that it was about them");
    observer.post(&path, &[]).await.expect(403);
}

#[actix_web::test]
async fn the_roll_is_who_may_vote_by_status_and_rules() {
    let site = Site::new().await;
    let today = site.today();
    let mut people = Vec::new();
    for (word, status) in Status::ALL {
        for owes in [false, true] {
            let who = NewMember { status, ..new(word, if owes { "Owing" } else { "Clear" }) };
            let id = site.act(|act| members::add(act, &who));
            if owes {
                site.act(|act| {
                    let row = format!("insert into arrears (member_id) values ({id})");
                    diesel::sql_query(row).execute(act.conn)?;
                    Ok(())
                });
            }
            people.push((id, status, owes));
        }
    }
    for (auxiliary, suspended, arrears) in
        [(false, false, false), (true, false, false), (false, true, true), (true, true, true)]
    {
        site.act(|act| {
            let mut rules = crate::coops::rule_profile(act.conn)?;
            (rules.auxiliary_may_vote, rules.suspended_may_vote, rules.arrears_bars_vote) =
                (auxiliary, suspended, arrears);
            crate::coops::change_rules(act, &rules)
        });
        let limits = site.read(super::super::store::limits);
        let rights = site.read(|conn| members::voting_rights(conn, today, today));
        let roll: Vec<i64> = rights.into_iter().filter(|one| one.why.is_empty()).map(|one| one.member).collect();
        let expected: Vec<i64> = people
            .iter()
            .filter(|(_, status, owes)| members::rights(*status, *owes, &limits).vote.is_empty())
            .map(|(id, ..)| *id)
            .collect();
        assert_eq!(roll, expected, "{limits:?}");
        let by_hand = 4 + 2 * usize::from(auxiliary) + 2 * usize::from(suspended);
        assert_eq!(roll.len(), if arrears { by_hand / 2 } else { by_hand });
    }
}
