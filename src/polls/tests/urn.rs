//! Secret votes: prepared by two, cast once, opened once.

mod astray;

use diesel::prelude::*;

use super::ways::of;
use super::*;
use crate::platform::testing::{Reply, Visitor};
use crate::polls::urn::{self, codes, sealing};
use crate::polls::{Method, Secrecy, Status as Standing, store};

fn secret(secrecy: Secrecy) -> NewPoll {
    NewPoll { secrecy, ..roof(TimeDelta::zero(), TimeDelta::days(3)) }
}

/// A secret vote that is open, and its people.
pub struct Urn<'a> {
    pub id: i64,
    pub page: String,
    pub joan: Visitor<'a>,
    pub voters: Vec<Visitor<'a>>,
    pub members: Vec<i64>,
    pub codes: Vec<String>,
}

pub async fn people<'a>(site: &'a Site, names: &[&str]) -> (Vec<i64>, Vec<Visitor<'a>>) {
    let members: Vec<i64> = names.iter().map(|name| member(site, name, Status::Member)).collect();
    let mut voters = Vec::new();
    for (name, member) in names.iter().zip(&members) {
        voters.push(site.signed_in(Role::Resident, &format!("{name} Roy"), Some(*member)).await);
    }
    (members, voters)
}

/// Announced by Joan, prepared by Paul, its codes taken by the first two voters: so it opens.
pub async fn opened<'a>(site: &'a Site, secrecy: Secrecy, asked: &[NewQuestion], names: &[&str]) -> Urn<'a> {
    let people = people(site, names).await;
    opened_for(site, secrecy, asked, people).await
}

/// The same for people who are there.
pub async fn opened_for<'a>(
    site: &'a Site,
    secrecy: Secrecy,
    asked: &[NewQuestion],
    (members, voters): (Vec<i64>, Vec<Visitor<'a>>),
) -> Urn<'a> {
    let joan = site.as_admin().await;
    let paul = site.signed_in(Role::Admin, "Paul Roy", None).await;
    let id = site.act(|act| polls::create(act, &secret(secrecy), asked));
    let page = format!("/polls/{id}");
    joan.post(&format!("{page}/announcement"), &[]).await.expect(303);
    let both = [members[0].to_string(), members[1].to_string()];
    paul.post(&format!("{page}/urn"), &[("first", &both[0]), ("second", &both[1])]).await.expect(303);
    let mut codes = Vec::new();
    for scrutineer in &voters[..2] {
        codes.push(code_of(&scrutineer.post(&format!("{page}/urn/code"), &[]).await.expect(200)));
    }
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Open);
    Urn { id, page, joan, voters, members, codes }
}

/// The code that stands on a page.
pub fn code_of(reply: &Reply) -> String {
    let (_, rest) = reply.body.split_once("<p class=\"code").expect("a code");
    rest.split_once('>').and_then(|(_, rest)| rest.split_once('<')).expect("a code").0.to_owned()
}

/// What the page of the check sends.
pub fn hidden(reply: &Reply) -> Vec<(String, String)> {
    let field = |part: &str| {
        let (name, rest) = part.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split_once('"')?.0.to_owned()))
    };
    let parts = reply.body.split("<input type=\"hidden\" name=\"").skip(1);
    let mut all: Vec<(String, String)> = parts.filter_map(field).filter(|(name, _)| name != "form_token").collect();
    all.push(("checked".to_owned(), "1".to_owned()));
    all
}

async fn send(visitor: &Visitor<'_>, page: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(&format!("{page}/urn/ballots"), &fields).await
}

/// Looks and casts. The code.
pub async fn cast(visitor: &Visitor<'_>, page: &str, fields: &[(&str, &str)]) -> String {
    let check = visitor.post(&format!("{page}/urn/ballots"), fields).await.expect(200);
    let fields = hidden(&check);
    let code = fields.iter().find(|(name, _)| name == "code").expect("a code").1.clone();
    let reply = send(visitor, page, &fields).await.expect(303);
    assert_eq!(reply.location(), format!("{page}/recorded"));
    code
}

pub const FIVE: [&str; 6] = ["Ana", "Bea", "Cy", "Dee", "Eva", "Flo"];

#[actix_web::test]
async fn a_secret_vote_from_its_announcement_to_its_list() {
    let site = Site::new().await;
    let Urn { id, page, joan, voters, .. } = opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    let shown = voters[2].get(&page).await.expect(200).shows("This is a secret vote").shows("A word of your own");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    let _ = shown.hides("name=\"reason\"").hides("name=\"seen\"").hides("of 6 members").hides("checked");
    voters[2].post(&format!("{page}/ballots"), &[("q1", "for")]).await.expect(409).shows("This vote is secret");
    let check =
        voters[2].post(&format!("{page}/urn/ballots"), &[("q1", "for"), ("own_word", "tulip")]).await.expect(200);
    let check = check.shows("For").shows("Your code").shows("-TULIP").shows("Nothing is sent yet");
    assert!(check.queries <= 6, "{} queries", check.queries);
    voters[2].get(&format!("{page}/recorded")).await.expect(303);
    let first = send(&voters[2], &page, &hidden(&check)).await.expect(303);
    assert!(
        first.headers.get_all("set-cookie").all(|cookie| !cookie.to_str().unwrap_or_default().contains("flash")),
        "nothing is said by a cookie"
    );
    // Pressed twice: the same page, and the first ballot stays.
    assert_eq!(send(&voters[2], &page, &hidden(&check)).await.expect(303).location(), format!("{page}/recorded"));
    let code = hidden(&check).into_iter().find(|(name, _)| name == "code").expect("a code").1;
    let done = voters[2].get(&format!("{page}/recorded")).await.expect(200).shows("Your ballot is in the urn");
    let _ = done.hides(&code).hides("TULIP").hides("For");
    voters[2].get(&page).await.expect(200).shows("Your ballot is in the urn").hides("<form id=\"form\"").hides(&code);
    voters[2].post(&format!("{page}/urn/ballots"), &[("q1", "against")]).await.expect(303);
    voters[2].get("/").await.expect(200).hides("You have not voted yet");
    for (voter, answer) in voters.iter().zip(["for", "for", "", "against", "abstain"]) {
        if !answer.is_empty() {
            cast(voter, &page, &[("q1", answer)]).await;
        }
    }
    // Nothing of it is told before the close.
    voters[5].get(&page).await.expect(200).hides("5 of 6").hides("66");
    voters[5].get(&format!("{page}/list")).await.expect(404);
    assert!(!kinds(&site).iter().any(|kind| kind.contains("ballot")), "{:?}", kinds(&site));
    joan.post(&format!("{page}/closing"), &[]).await.expect(303);
    let result = voters[2].get(&format!("{page}/result")).await.expect(200);
    assert!(result.queries <= 6, "{} queries", result.queries);
    let result = result.shows("3 for").shows("This vote was secret").shows("Our records say that you voted");
    let _ = result.hides("Ana Roy").hides(&code).shows(&format!("{page}/list"));
    let list = voters[5].get(&format!("{page}/list")).await.expect(200).shows(&code).shows("5 ballots");
    assert!(list.queries <= 6, "{} queries", list.queries);
    let file = voters[5].get(&format!("{page}/ballots.csv")).await.expect(200).shows(&code);
    let _ = file.hides("Roy");
    voters[5].get(&format!("{page}/questions/1/ballots.json")).await.expect(200).hides(&code);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    // Everybody is told what is recorded of them.
    let mails = site.do_jobs();
    let told = |words: &str| mails.iter().filter(|mail| mail.contains(words)).count();
    assert_eq!((told("say that you voted"), told("say that you did not vote")), (5, 1));
    assert!(mails.iter().all(|mail| !mail.contains(&code)));
    assert_eq!(site.read(|conn| store::urns::found(conn, id)).sealed.len(), 0, "the urn is empty");
}

#[actix_web::test]
async fn nothing_that_is_kept_of_a_cast_says_what_or_when() {
    let site = Site::new().await;
    let Urn { page, voters, .. } = opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    let rows = |table: &str| {
        row! {
            struct Text {
                rows: String,
            }
        }
        let query = format!(
            "select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text)::text, '') as rows from {table} t"
        );
        site.read(|conn| Ok(diesel::sql_query(&query).get_result::<Text>(conn)?.rows))
    };
    row! {
        struct Name {
            name: String,
        }
    }
    let tables = "select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace \
                  and relname not like '\\_\\_%' order by 1";
    let tables: Vec<String> =
        site.read(|conn| Ok(diesel::sql_query(tables).load::<Name>(conn)?.into_iter().map(|row| row.name).collect()));
    let check = voters[3].post(&format!("{page}/urn/ballots"), &[("q1", "against"), ("own_word", "canary")]).await;
    let fields = hidden(&check.expect(200));
    let before: Vec<String> = tables.iter().map(|table| rows(table)).collect();
    assert!(before.iter().all(|rows| !rows.to_lowercase().contains("canary")), "looking keeps nothing");
    send(&voters[3], &page, &fields).await.expect(303);
    voters[3].get(&format!("{page}/recorded")).await.expect(200);
    for (table, before) in tables.iter().zip(before) {
        assert_eq!(rows(table) != before, table == "urn_contents", "{table} changed, or did not");
    }
}

#[actix_web::test]
async fn the_urn_is_prepared_by_another_person_with_two_scrutineers() {
    let site = Site::new().await;
    let (members, voters) = people(&site, &["Ana", "Bea"]).await;
    let joan = site.as_admin().await;
    let paul = site.signed_in(Role::Admin, "Paul Roy", None).await;
    let id = site.act(|act| polls::create(act, &secret(Secrecy::List), &[NewQuestion::proposal(false)]));
    let page = format!("/polls/{id}");
    paul.get(&format!("{page}/urn")).await.expect(404);
    joan.post(&format!("{page}/announcement"), &[]).await.expect(303);
    assert_eq!(
        site.read(|conn| store::poll(conn, id)).status,
        Standing::Scheduled,
        "its time has come, its urn has not"
    );
    joan.post(&format!("{page}/opening"), &[]).await.expect(409).shows("cannot open yet");
    paul.get("/").await.expect(200).shows("waits for its urn");
    let both = [members[0].to_string(), members[1].to_string()];
    let fields = [("first", both[0].as_str()), ("second", both[1].as_str())];
    joan.get(&format!("{page}/urn")).await.expect(200).hides("name=\"first\"");
    joan.post(&format!("{page}/urn"), &fields).await.expect(409).shows("Somebody else than the person");
    voters[0].post(&format!("{page}/urn"), &fields).await.expect(403);
    voters[0].post(&format!("{page}/urn/code"), &[]).await.expect(403);
    let form = paul.get(&format!("{page}/urn")).await.expect(200).shows("name=\"first\"");
    assert!(form.queries <= 6, "{} queries", form.queries);
    paul.post(&format!("{page}/urn"), &[("first", &both[0])]).await.expect(422).shows("Choose somebody.");
    paul.post(&format!("{page}/urn"), &[("first", &both[0]), ("second", &both[0])])
        .await
        .expect(422)
        .shows("somebody else");
    let stranger = member(&site, "Without", Status::Member).to_string();
    let alone = [("first", both[0].as_str()), ("second", stranger.as_str())];
    paul.post(&format!("{page}/urn"), &alone).await.expect(422).shows("who can sign in");
    paul.post(&format!("{page}/urn"), &fields).await.expect(303);
    let mails = site.do_jobs();
    assert_eq!(mails.iter().filter(|mail| mail.contains("Take your code as scrutineer")).count(), 2);
    paul.post(&format!("{page}/urn/code"), &[]).await.expect(403);
    let one = code_of(&voters[0].post(&format!("{page}/urn/code"), &[]).await.expect(200));
    let again = code_of(&voters[0].post(&format!("{page}/urn/code"), &[]).await.expect(200));
    assert_ne!(one, again);
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Scheduled);
    voters[1].post(&format!("{page}/urn/code"), &[]).await.expect(200);
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Open);
    // Once it is open, nothing of it changes.
    paul.post(&format!("{page}/urn"), &fields).await.expect(409);
    voters[1].post(&format!("{page}/urn/code"), &[]).await.expect(409);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}

#[actix_web::test]
async fn what_was_looked_at_is_what_is_cast() {
    let site = Site::new().await;
    let Urn { id, page, voters, .. } = opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    let check = voters[2].post(&format!("{page}/urn/ballots"), &[("q1", "for")]).await.expect(200);
    let honest = hidden(&check);
    let with = |name: &str, value: &str| -> Vec<(String, String)> {
        honest
            .iter()
            .map(|(field, old)| (field.clone(), if field == name { value.to_owned() } else { old.clone() }))
            .collect()
    };
    let later = (clock::now() + TimeDelta::days(9)).timestamp().to_string();
    for (name, value) in [
        ("q1", "against"),
        ("code", "AAAA-AAAA-AAAA-AAAA"),
        ("until", later.as_str()),
        ("until", "x"),
        ("signature", "x"),
    ] {
        let again = send(&voters[2], &page, &with(name, value)).await.expect(200);
        let _ = again.shows("Look at it once more").shows("Nothing is sent yet");
    }
    // Somebody else's look is not mine.
    send(&voters[3], &page, &honest).await.expect(200).shows("Look at it once more");
    let without: Vec<(String, String)> = honest.iter().filter(|(name, _)| name != "code").cloned().collect();
    send(&voters[2], &page, &without).await.expect(200).shows("Look at it once more");
    assert_eq!(site.read(|conn| store::urns::found(conn, id)).voters, 0);
    send(&voters[2], &page, &honest).await.expect(303);
    for wrong in ["two words", "été", "thirteensigns"] {
        let fields = [("q1", "for"), ("own_word", wrong)];
        voters[3].post(&format!("{page}/urn/ballots"), &fields).await.expect(422).shows("12 at most");
    }
    voters[3].post(&format!("{page}/urn/ballots"), &[("q1", "perhaps")]).await.expect(422);
    voters[3].post(&format!("{page}/urn/ballots"), &[]).await.expect(422);
}

#[actix_web::test]
async fn a_lost_key_comes_back_with_the_code_of_a_scrutineer() {
    let site = Site::of_owner().await;
    let Urn { id, page, joan, voters, codes, .. } =
        opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    for voter in &voters {
        cast(voter, &page, &[("q1", "for")]).await;
    }
    let urn = site.read(|conn| store::urns::urn(conn, id)).expect("an urn");
    let public = urn.public_key.expect("a key");
    let name = format!("urn-{}-{id}-{}.key", site.coop.0, urn::fingerprint(&public));
    let kept = site.state.keys.kept(&name).expect("a look").expect("the key");
    assert!(sealing::belongs(&kept, &public));
    site.state.keys.forget(&name).expect("lost");
    joan.post(&format!("{page}/closing"), &[]).await.expect(409).shows("has no key for this urn");
    over(&site, id);
    assert!(site.try_act(|act| polls::close(act, id)).is_err());
    joan.get(&format!("{page}/urn")).await.expect(200).shows("The urn is locked").shows("name=\"recovery_code\"");
    voters[4].get(&format!("{page}/urn")).await.expect(200).hides("name=\"recovery_code\"");
    let recovery = format!("{page}/urn/recovery");
    voters[4].post(&recovery, &[("recovery_code", &codes[0])]).await.expect(403);
    voters[0].post(&recovery, &[("recovery_code", "")]).await.expect(422);
    let wrong = codes::recovery();
    voters[0].post(&recovery, &[("recovery_code", &wrong)]).await.expect(422).shows("does not open the urn");
    // So many wrong ones from one network, and no more for a while: not the right one either, nor by the other of the two.
    for tried in 1..=12 {
        let reply = voters[0].post(&recovery, &[("recovery_code", &codes::recovery())]).await;
        if tried <= 8 {
            reply.expect(422).shows("does not open the urn");
        } else {
            reply.expect(429).shows("Too many attempts");
        }
    }
    voters[1].post(&recovery, &[("recovery_code", &codes[1])]).await.expect(429);
    let later = "update attempts set since = since - interval '16 minutes' where subject like 'recovery%'";
    site.read(|conn| Ok(diesel::connection::SimpleConnection::batch_execute(conn, later)?));
    // Another key in its place is not taken for it.
    site.state.keys.keep(&name, &sealing::new_pair().private).expect("another");
    let typed = codes[1].to_lowercase().replace('-', " ");
    voters[1].post(&recovery, &[("recovery_code", &typed)]).await.expect(303);
    voters[0].get(&format!("{page}/result")).await.expect(200).shows("6 for");
    // But for the times, which were moved by hand.
    let others = |one: &String| !one.starts_with("the proposal of") && !one.starts_with("the paper of");
    assert_eq!(site.discrepancies().into_iter().filter(others).collect::<Vec<_>>(), Vec::<String>::new());
    // After the appeal period nothing opens it any more.
    site.act(|act| urn::destroy_key(act, &json!({ "poll": id })));
    site.act(|act| urn::destroy_key(act, &json!({ "poll": id })));
    assert_eq!(site.state.keys.kept(&name).expect("a look"), None);
    assert!(site.read(|conn| store::urns::wrapped(conn, id)).iter().all(|one| one.wrapped.is_none()));
    assert_eq!(site.discrepancies().into_iter().filter(others).collect::<Vec<_>>(), Vec::<String>::new());
}

/// Its time is up.
fn over(site: &Site, id: i64) {
    let sql = format!(
        "set local session_replication_role = replica; update polls set opens_at = now() - interval '2 days', \
         closes_at = now() - interval '1 minute' where id = {id}; set local session_replication_role = default"
    );
    site.act(|act| {
        Ok(diesel::connection::SimpleConnection::batch_execute(
            act.conn,
            &format!("reset role; {sql}; set role cooperator_app"),
        )?)
    });
}

#[actix_web::test]
async fn an_urn_that_cannot_be_right_is_disputed_and_nothing_is_opened() {
    for (what, sql, why) in [
        ("dropped", "sealed = sealed[2:]", "not as many ballots"),
        ("added", "sealed = sealed || sealed[1]", "not as many ballots"),
        ("doubled for another", "sealed = sealed[2:] || sealed[2]", "Two ballots have the same code"),
        (
            "changed",
            "sealed = array[set_byte(sealed[1], 60, get_byte(sealed[1], 60) # 1)] || sealed[2:]",
            "was damaged",
        ),
        ("cut", "sealed = array[substring(sealed[1] from 2)] || sealed[2:]", "was damaged"),
        ("a voter dropped", "voted = voted[2:]", "put back to an earlier day"),
        ("an earlier day", "voted = voted[2:], sealed = sealed[2:]", "put back to an earlier day"),
    ] {
        let site = Site::of_owner().await;
        let Urn { id, page, joan, voters, .. } =
            opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
        for voter in &voters {
            cast(voter, &page, &[("q1", "for")]).await;
        }
        let sql = format!("reset role; update urn_contents set {sql} where poll_id = {id}; set role cooperator_app");
        site.act(|act| Ok(diesel::connection::SimpleConnection::batch_execute(act.conn, &sql)?));
        joan.post(&format!("{page}/closing"), &[]).await.expect(303);
        assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Disputed, "{what}");
        assert!(site.read(|conn| store::urns::opened(conn, id)).is_empty(), "{what}");
        joan.get("/polls").await.expect(200).shows("disputed");
        voters[0].get(&page).await.expect(200).shows("disputed").shows(why);
        voters[0].get(&format!("{page}/result")).await.expect(303);
        let mails = site.do_jobs();
        assert!(mails.iter().any(|mail| mail.contains("Disputed")), "{what}");
        // It ends as void, and can be repeated.
        joan.post(&format!("{page}/voiding"), &[("void_reason", "The urn was damaged.")]).await.expect(303);
        joan.post(&format!("{page}/copies"), &[]).await.expect(303);
        assert_eq!(site.discrepancies(), Vec::<String>::new(), "{what}");
    }
}

#[actix_web::test]
async fn of_very_few_and_of_figures_alone_no_ballot_is_published() {
    for (secrecy, voting, list, again) in [
        (Secrecy::List, 4, false, false),
        (Secrecy::List, 5, true, true),
        (Secrecy::Ballots, 6, false, true),
        (Secrecy::Figures, 6, false, false),
    ] {
        let site = Site::new().await;
        let asked = [of(Method::Schulze, &["Ann", "Bo", "Cy"])];
        let Urn { page, joan, voters, .. } = opened(&site, secrecy, &asked, &FIVE).await;
        for voter in &voters[..voting] {
            cast(voter, &page, &[("q1-1", "1"), ("q1-3", "2")]).await;
        }
        joan.post(&format!("{page}/closing"), &[]).await.expect(303);
        let found = |yes: bool| if yes { 200 } else { 404 };
        let result = voters[0].get(&format!("{page}/result")).await.expect(200);
        assert_eq!(result.body.contains(&format!("{page}/list")), list, "{secrecy:?} {voting}");
        assert_eq!(result.body.contains("ballots.json"), again, "{secrecy:?} {voting}");
        voters[0].get(&format!("{page}/list")).await.expect(found(list));
        voters[0].get(&format!("{page}/ballots.csv")).await.expect(found(list));
        for file in ["json", "blt"] {
            voters[0].get(&format!("{page}/questions/1/ballots.{file}")).await.expect(found(again));
        }
    }
}

#[actix_web::test]
async fn nobody_votes_secretly_for_another_or_leaves_with_a_ballot() {
    let site = Site::new().await;
    let Urn { page, voters, members, joan, id, .. } =
        opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    voters[2].get(&format!("{page}/proxies")).await.expect(404);
    cast(&voters[2], &page, &[("q1", "for")]).await;
    voters[2].post(&format!("{page}/interest"), &[]).await.expect(409).shows("nobody can take it out");
    voters[3].post(&format!("{page}/interest"), &[]).await.expect(303);
    voters[3].post(&format!("{page}/urn/ballots"), &[("q1", "for")]).await.expect(403);
    // Two entries of one person: one of them has voted.
    let twice = member(&site, "Flora", Status::Member);
    let _ = (twice, members, joan, id);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}
