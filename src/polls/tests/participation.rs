//! Who takes part: counted from closed votes, shown to those who run votes.

use super::*;
use crate::members::merging::Wanted;
use crate::platform::merging::Side;

const PAGE: &str = "/polls/participation";

/// A closed vote in which these voted.
async fn closed(site: &Site, voters: &[&crate::platform::testing::Visitor<'_>]) -> i64 {
    let poll = open_poll(site);
    for voter in voters {
        voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    }
    site.act(|act| polls::close(act, poll));
    poll
}

fn line(name: &str, asked: i64, answered: i64) -> String {
    format!(
        "{name}</a></th><td class=\"num\" data-label=\"Votes they could vote in\">{asked}</td>\
         <td class=\"num\" data-label=\"Votes they voted in\">{answered}</td>"
    )
}

#[actix_web::test]
async fn closed_votes_of_a_period_are_counted_for_each_member() {
    let site = Site::new().await;
    let (ana, _) = (member(&site, "Ana", Status::Member), member(&site, "=Bea", Status::Member));
    let (admin, voter) = (site.as_admin().await, site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await);
    admin.get(PAGE).await.expect(200).shows("Nobody fits");
    let long_ago = site.act(|act| {
        act.now -= TimeDelta::days(800);
        let new = roof(TimeDelta::days(-801), TimeDelta::days(4));
        let id = polls::tests::announced(act, &new)?;
        polls::close(act, id)?;
        Ok(id)
    });
    closed(&site, &[&voter]).await;
    member(&site, "Cleo", Status::Member);
    closed(&site, &[&voter]).await;
    let open = open_poll(&site);
    voter.post(&format!("/polls/{open}/ballots"), &[("q1", "for")]).await.expect(303);
    let page = admin.get(PAGE).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = page.shows(&line("Ana Roy", 2, 2)).shows(&line("=Bea Roy", 2, 0)).shows(&line("Cleo Roy", 1, 0));
    page.shows("an open one would tell who has voted by now").shows("3 members");
    let silent = admin.get(&format!("{PAGE}?answered=none")).await.expect(200);
    silent.hides("Ana Roy").shows("Cleo Roy").shows("2 members");
    admin.get(&format!("{PAGE}?q=cle")).await.expect(200).hides("Ana Roy").shows("Cleo Roy");
    // In the year of the first vote Cleo was not there yet, and nobody voted; that somebody voted later is still said.
    let year =
        site.read(|conn| polls::store::poll(conn, long_ago)).closed_at.expect("its close").format("%Y").to_string();
    let then = admin.get(&format!("{PAGE}?year={year}")).await.expect(200).hides("Cleo Roy");
    then.shows(&line("Ana Roy", 1, 0)).shows(&format!("<option value=\"{year}\" selected"));
    let file = admin.get(&format!("{PAGE}.csv?answered=none")).await.expect(200).hides("Ana Roy").body;
    assert!(file.contains("\"'=Bea Roy\""), "{file}");
    assert!(admin.get(&format!("{PAGE}.xlsx")).await.expect(200).header("content-type").contains("spreadsheetml"));
    for visitor in [&voter, &site.as_observer().await] {
        visitor.get(PAGE).await.expect(403);
        visitor.get(&format!("{PAGE}.csv")).await.expect(403);
    }
    admin.get("/polls").await.expect(200).shows(PAGE);
    voter.get("/polls").await.expect(200).hides(PAGE);
    admin.get("/audit").await.expect(200).shows("downloaded who takes part in votes");
}

#[actix_web::test]
async fn whoever_was_erased_is_left_out_and_one_person_is_one_line() {
    let site = Site::new().await;
    let (ana, twin) = (member(&site, "Ana", Status::Member), member(&site, "Anna", Status::Member));
    let gone = member(&site, "Zoe", Status::Member);
    let admin = site.as_admin().await;
    let voter = site.signed_in(Role::Resident, "Anna Roy", Some(twin)).await;
    closed(&site, &[&voter]).await;
    admin.get(PAGE).await.expect(200).shows(&line("Ana Roy", 1, 0)).shows(&line("Anna Roy", 1, 1)).shows("Zoe Roy");
    site.act(|act| {
        let today = act.today();
        members::set_status(act, gone, Status::Former, today, "")?;
        crate::privacy::erasure::erase(act, gone, true)
    });
    let version = |id| site.read(|conn| Ok(members::whole(conn, id)?.1));
    let wanted = Wanted {
        kept: ana,
        other: twin,
        versions: (version(ana), version(twin)),
        from_other: Vec::new(),
        account: Side::Other,
        statuses: Side::Kept,
        home_ends: None,
    };
    site.act(|act| members::merging::merge(act, &wanted));
    let page = admin.get(PAGE).await.expect(200).shows(&line("Ana Roy", 1, 1)).hides("Anna Roy").hides("Zoe Roy");
    page.shows("One member");
}

#[actix_web::test]
async fn many_are_read_page_by_page() {
    let site = Site::new().await;
    for number in 0..101 {
        member(&site, &format!("M{number:03}"), Status::Member);
    }
    closed(&site, &[]).await;
    let admin = site.as_admin().await;
    let first = admin.get(PAGE).await.expect(200).shows("M099").hides("M100");
    let next =
        first.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    admin.get(&next.replace("&amp;", "&").replace("&#38;", "&")).await.expect(200).shows("M100").hides("M099");
    let file = admin.get(&format!("{PAGE}.csv")).await.expect(200).body;
    assert_eq!(file.matches(" Roy\"").count(), 101);
}
