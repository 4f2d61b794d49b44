//! Elections, through HTTP.

mod after;
mod people;
mod refusals;
mod secret;
mod vote;

use chrono::{NaiveDate, TimeDelta};

use super::{Status, find, settle_due};
use crate::members::{self, NewMember, Status as MemberStatus};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;

row! {
    struct Number {
        number: i64,
    }
}

fn number(site: &Site, sql: &str) -> i64 {
    use diesel::prelude::*;
    site.read(|conn| {
        Ok(diesel::sql_query(format!("select ({sql})::bigint as number")).get_result::<Number>(conn)?.number)
    })
}

fn run(site: &Site, sql: &str) {
    use diesel::prelude::*;
    site.read(|conn| Ok(diesel::sql_query(sql).execute(conn)?));
}

fn member(site: &Site, given: &str) -> i64 {
    member_of(site, given, MemberStatus::Member)
}

fn member_of(site: &Site, given: &str, status: MemberStatus) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: NaiveDate::from_ymd_opt(2020, 5, 1).unwrap_or_default(),
        status,
    };
    site.act(|act| members::add(act, &new))
}

async fn resident<'a>(site: &'a Site, given: &str, id: i64) -> Visitor<'a> {
    site.signed_in(Role::Resident, &format!("{given} Roy"), Some(id)).await
}

/// The form of an election: nominations from today, for two seats.
fn form(site: &Site) -> Vec<(&'static str, String)> {
    let day = |days: i64| (site.today() + TimeDelta::days(days)).to_string();
    vec![
        ("title_en", "Board election".to_owned()),
        ("title_fr", "Élection du conseil".to_owned()),
        ("details_en", "Two seats.".to_owned()),
        ("seats_to_fill", "2".to_owned()),
        ("term_from", day(20)),
        ("term_until", day(700)),
        ("method", "approval".to_owned()),
        ("nominate_from", day(0)),
        ("nominate_until", day(5)),
        ("opens_at", format!("{}T08:00", day(7))),
        ("closes_at", format!("{}T20:00", day(14))),
        ("by_others", "1".to_owned()),
        ("acclaims", "1".to_owned()),
        ("secrecy", "open".to_owned()),
    ]
}

/// The same with some fields otherwise.
fn with(site: &Site, other: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let mut fields = form(site);
    for (name, value) in other {
        fields.retain(|(known, _)| known != name);
        if !value.is_empty() {
            fields.push((name, (*value).to_owned()));
        }
    }
    fields
}

fn sent<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Sets an election up and calls it.
async fn called(site: &Site, admin: &Visitor<'_>, other: &[(&'static str, &str)]) -> i64 {
    let fields = with(site, other);
    let made = admin.post("/elections", &sent(&fields)).await.expect(303);
    let id: i64 = made.location().rsplit('/').next().and_then(|id| id.parse().ok()).expect("a number");
    admin.post(&format!("/elections/{id}/announcement"), &[]).await.expect(303);
    id
}

/// Nominations end: yesterday was their last day, and voting begins now. What is due is done.
fn nominations_end(site: &Site, id: i64) {
    run(
        site,
        &format!(
            "update elections set nominate_from = nominate_from - 10, nominate_until = nominate_until - 6, \
             opens_at = now() - interval '1 minute', closes_at = now() + interval '2 days' where id = {id}"
        ),
    );
    site.act(|act| settle_due(act, id));
}

fn poll_of(site: &Site, id: i64) -> i64 {
    site.read(|conn| find(conn, id)).poll_id.expect("a vote")
}

fn status(site: &Site, id: i64) -> Status {
    site.read(|conn| find(conn, id)).status
}

/// The number of somebody's choice in the vote.
fn choice(site: &Site, id: i64, member: i64) -> String {
    number(site, &format!("select choice from candidacies where election_id = {id} and member_id = {member}"))
        .to_string()
}

/// Casts a ballot that names these people, and looks at it first where the paper asks for that.
async fn cast(voter: &Visitor<'_>, poll: i64, choices: &[&str]) {
    let mut fields: Vec<(&str, &str)> = choices.iter().map(|choice| ("q1", *choice)).collect();
    fields.push(("checked", "1"));
    voter.post(&format!("/polls/{poll}/ballots"), &fields).await.expect(303);
}

/// The days in which a result can be contested are over. What is due is done.
fn appeals_end(site: &Site, id: i64) {
    run(site, &format!("update elections set appeal_until = current_date - 2 where id = {id}"));
    site.act(|act| settle_due(act, id));
}

#[actix_web::test]
async fn from_the_call_to_the_seats() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let [ana, bea, cy, dee] = ["Ana", "Bea", "Cy", "Dee"].map(|name| member(&site, name));
    let (a, b) = (resident(&site, "Ana", ana).await, resident(&site, "Bea", bea).await);
    let (c, d) = (resident(&site, "Cy", cy).await, resident(&site, "Dee", dee).await);
    // A draft is seen by those who run votes alone; the call tells everybody.
    let fields = with(&site, &[("sealed", "1"), ("none_stands", "1"), ("acclaims", "")]);
    let made = admin.post("/elections", &sent(&fields)).await.expect(303);
    let page = made.location().to_owned();
    let id: i64 = page.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a number");
    admin.get(&page).await.expect(200).shows("Call the election").shows("Members can stand or nominate each other");
    a.get(&page).await.expect(404);
    a.get("/elections").await.expect(200).hides("Board election");
    admin.post(&format!("{page}/announcement"), &[]).await.expect(303);
    let mails = site.do_jobs().join("\n");
    assert!(mails.contains("You can stand: Board election"), "{mails}");
    let shown = a.get(&page).await.expect(200).shows("I stand for the board").shows("Nobody stands yet");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    // Ana stands and says why; Bea puts Cy up, who accepts; Dee is put up and declines.
    a.post(&format!("{page}/candidacy"), &[]).await.expect(303);
    let words = [("statement_en", "I know the **roof**."), ("statement_fr", "")];
    a.post(&format!("{page}/statement"), &words).await.expect(303);
    for nominee in [cy, dee] {
        b.post(&format!("{page}/nominations"), &[("nominee", &nominee.to_string())]).await.expect(303);
    }
    site.do_jobs();
    c.get("/").await.expect(200).shows("Your answer is awaited by").shows("Board election");
    c.get("/inbox").await.expect(200).shows("nominated you for the board");
    c.get(&page).await.expect(200).shows("Bea Roy nominated you. Do you stand?");
    c.post(&format!("{page}/candidacy/acceptance"), &[]).await.expect(303);
    c.get("/").await.expect(200).hides("Your answer is awaited");
    d.post(&format!("{page}/candidacy/refusal"), &[]).await.expect(303);
    // Names are sealed: for other members, for the office, and in the log.
    for visitor in [&b, &admin] {
        let page = visitor.get(&page).await.expect(200).shows("2 people stand so far").hides("I know the");
        page.hides("<h3 class=\"h3\">Ana Roy</h3>").hides("Cy Roy nominated");
    }
    admin.get("/audit").await.expect(200).hides("nominated somebody").hides("stands in an election");
    // Nominations end; twice is once.
    nominations_end(&site, id);
    site.act(|act| settle_due(act, id));
    assert_eq!(number(&site, "select count(*) from polls"), 1);
    let poll = poll_of(&site, id);
    b.get(&page).await.expect(200).shows("Ana Roy").shows("<strong>roof</strong>").shows("Cy Roy").hides("Dee Roy");
    admin.get("/audit").await.expect(200).shows("nominated somebody");
    let ballot = b.get(&format!("/polls/{poll}")).await.expect(200);
    ballot.shows("None of these").shows("that seat stays empty").shows(&format!("/elections/{id}"));
    // Everybody votes for Cy, two for Ana; the result can be contested, then the seats are filled.
    let (of_ana, of_cy) = (choice(&site, id, ana), choice(&site, id, cy));
    for (voter, choices) in
        [(&a, vec![of_ana.as_str(), of_cy.as_str()]), (&b, vec![&of_ana, &of_cy]), (&c, vec![&of_cy])]
    {
        cast(voter, poll, &choices).await;
    }
    admin.post(&format!("/polls/{poll}/closing"), &[]).await.expect(303);
    site.do_jobs();
    assert_eq!(status(&site, id), Status::Declared);
    let shown = d.get(&page).await.expect(200).shows("Elected: Cy Roy and Ana Roy.").shows("Something is wrong");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    assert_eq!(number(&site, "select count(*) from board_terms"), 0, "not before the result stands");
    appeals_end(&site, id);
    site.act(|act| settle_due(act, id));
    assert_eq!(number(&site, "select count(*) from board_terms where came = 'elected'"), 2);
    assert_eq!(status(&site, id), Status::Filled);
    assert_eq!(site.discrepancies(), [""; 0]);
    // Everything that a member is shown of themselves has it, in both languages.
    a.get(&format!("/members/{ana}/everything")).await.expect(200).shows("Elections you were nominated in");
    a.get(&format!("{page}?lang=fr")).await.expect(200).shows("Au conseil").shows("Cy Roy et Ana Roy");
}

#[actix_web::test]
async fn the_help_is_for_everybody() {
    let site = Site::new().await;
    site.anonymous().get("/help/elections").await.expect(200).shows("A seat that it wins stays empty");
    site.anonymous().get("/help/elections?lang=fr").await.expect(200).shows("reste vide").hides("election-help");
}
