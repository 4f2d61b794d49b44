//! Comments, through HTTP: on a vote, which stands for whatever can be talked about.

mod order;
mod told;

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::accounts::tokens;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::keys::{digest, random_token};
use crate::platform::session::hex;
use crate::platform::sql::row;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::polls;
use crate::polls::tests::{announced, roof};

row! {
    struct Row {
        text: String,
    }
}

fn rows(site: &Site, sql: &str) -> Vec<String> {
    let rows: Vec<Row> = site.read(|conn| Ok(diesel::sql_query(sql).load(conn)?));
    rows.into_iter().map(|row| row.text).collect()
}

fn member(site: &Site, given: &str, family: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: "2020-05-01".parse().expect("a day"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

async fn resident<'a>(site: &'a Site, given: &str) -> (Visitor<'a>, i64) {
    let id = member(site, given, "Roy");
    (site.signed_in(Role::Resident, &format!("{given} Roy"), Some(id)).await, id)
}

/// A vote that is open, and its address.
fn open_vote(site: &Site) -> (i64, String) {
    let new = roof(TimeDelta::zero(), TimeDelta::days(3));
    let id = site.act(|act| announced(act, &new));
    (id, format!("/polls/{id}"))
}

/// Says something, and gives the number of the comment.
async fn say(who: &Visitor<'_>, address: &str, text: &str) -> i64 {
    let reply = who.post(&format!("{address}/comments"), &[("comment", text)]).await.expect(303);
    number(&reply)
}

async fn answer(who: &Visitor<'_>, to: i64, text: &str) -> i64 {
    number(&who.post(&format!("/comments/{to}/replies"), &[("comment", text)]).await.expect(303))
}

fn number(reply: &Reply) -> i64 {
    reply.location().rsplit(['-', '/']).next().and_then(|id| id.parse().ok()).expect("the number of a comment")
}

fn events(site: &Site) -> Vec<String> {
    rows(
        site,
        "select kind as text from events where kind like 'comment.%' or kind like 'poll.discussion%' order by id",
    )
}

#[actix_web::test]
async fn a_vote_is_talked_about_before_while_and_after() {
    let site = Site::new().await;
    let ((ana, _), (bea, _)) = (resident(&site, "Ana").await, resident(&site, "Bea").await);
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let coming = site.act(|act| announced(act, &roof(TimeDelta::days(1), TimeDelta::days(3))));
    let address = format!("/polls/{coming}");
    ana.get(&address).await.expect(200).shows("Nobody has said anything yet").shows("Send comment");
    say(&ana, &address, "Before it opens").await;
    site.act(|act| polls::open(act, coming));
    let first = say(&bea, &address, "While it runs\nwith a line\n\nand a <b> paragraph").await;
    answer(&ana, first, "An answer").await;
    site.act(|act| polls::close(act, coming).or_else(|_| polls::close_early(act, coming)));
    say(&ana, &address, "After all").await;
    let page = bea.get(&address).await.expect(200).shows("4 comments").shows("Before it opens").shows("An answer");
    assert!(page.queries <= 6, "{} queries", page.queries);
    assert_eq!(page.body.matches("After the close").count(), 1, "what was said later is marked");
    let page = page.shows("<p>While it runs<br>with a line</p>").shows(&format!("id=\"comment-{first}\""));
    let order = ["Before it opens", "While it runs", "An answer", "After all"].map(|text| page.body.find(text));
    assert!(order.is_sorted() && order[0].is_some(), "by time: {order:?}");
    page.hides("<b> paragraph");
    observer.get(&address).await.expect(200).shows("After all").hides("Send comment").hides("/replies");
    observer.post(&format!("{address}/comments"), &[("comment", "I may not")]).await.expect(403);
    admin.get(&format!("{address}/comments")).await.expect(200).shows("Send comment");
    assert_eq!(events(&site), ["comment.written"; 4]);
    let told = rows(&site, "select detail::text || subject_name as text from events where kind like 'comment.%'");
    assert!(!told.iter().any(|text| text.contains("While it runs") || text.contains("After all")), "{told:?}");
}

#[actix_web::test]
async fn whoever_does_not_see_a_vote_does_not_see_what_is_said_of_it() {
    let site = Site::new().await;
    let (ana, _) = resident(&site, "Ana").await;
    let admin = site.as_admin().await;
    let new = roof(TimeDelta::days(1), TimeDelta::days(3));
    let draft = site.act(|act| polls::create(act, &new, &[polls::NewQuestion::proposal(false)]));
    for who in [&ana, &admin] {
        who.get(&format!("/polls/{draft}/comments")).await.expect(404);
        who.post(&format!("/polls/{draft}/comments"), &[("comment", "x")]).await.expect(404);
    }
    site.anonymous().get("/polls/1/comments").await.expect(303);
    ana.get("/comments/999999").await.expect(404);
}

#[actix_web::test]
async fn what_is_refused_comes_back_and_the_same_form_twice_is_one_comment() {
    let site = Site::new().await;
    let (ana, _) = resident(&site, "Ana").await;
    let (_, address) = open_vote(&site);
    let to = format!("{address}/comments");
    ana.post(&to, &[("comment", "  \n ")]).await.expect(422).shows("#f-comment");
    let long = "é".repeat(super::LENGTH_MAX + 1);
    ana.post(&to, &[("comment", &long)]).await.expect(422).shows(&long).shows("5000");
    assert!(events(&site).is_empty());
    let token = ana.fresh_token().await;
    let form = [("comment", "Once"), ("form_token", token.as_str())];
    let first = ana.post_raw(&to, &form).await.expect(303).location().to_owned();
    assert_eq!(ana.post_raw(&to, &form).await.expect(303).location(), first);
    assert_eq!(events(&site), ["comment.written"]);
    let longest = "é".repeat(super::LENGTH_MAX);
    say(&ana, &address, &longest).await;
    for number in 0..super::WRITTEN_MAX - 2 {
        say(&ana, &address, &format!("Number {number}")).await;
    }
    ana.post(&to, &[("comment", "Too many")]).await.expect(429);
    let page = ana.get(&address).await.expect(200).shows("Number 27").hides("Once").shows("Show earlier comments");
    let earlier = page.body.split("/comments?before=").nth(1).and_then(|rest| rest.split('"').next()).expect("earlier");
    let page = ana.get(&format!("{to}?before={earlier}")).await.expect(200).shows("Once").hides("Number 27");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Show the latest comments").hides("Show earlier");
    let old: i64 = first.rsplit('-').next().and_then(|id| id.parse().ok()).expect("a number");
    let place = ana.get(&format!("/comments/{old}")).await.expect(303).location().to_owned();
    assert_eq!(place, format!("{to}?before={}#comment-{old}", old + 1));
    ana.get(place.split('#').next().unwrap_or_default()).await.expect(200).shows("Once");
}

#[actix_web::test]
async fn an_edit_shows_and_what_it_said_before_can_be_read() {
    let site = Site::new().await;
    let ((ana, _), (bea, _)) = (resident(&site, "Ana").await, resident(&site, "Bea").await);
    let (_, address) = open_vote(&site);
    let id = say(&ana, &address, "The roof leaks badly").await;
    let (one, form) = (format!("/comments/{id}"), format!("/comments/{id}/edit"));
    bea.get(&form).await.expect(403);
    for typed in [&[("comment", "Mine now"), ("version", "1")][..], &[("comment", ""), ("version", "x")]] {
        bea.post(&one, typed).await.expect(403);
    }
    ana.get(&form).await.expect(200).shows("The roof leaks badly").shows("name=\"version\" value=\"1\"");
    ana.post(&one, &[("comment", ""), ("version", "1")]).await.expect(422).shows("#f-comment");
    bea.get(&address).await.hides("/versions");
    ana.post(&one, &[("comment", "The roof leaks badly"), ("version", "1")]).await.expect(303);
    assert_eq!(events(&site), ["comment.written"], "nothing was changed");
    ana.post(&one, &[("comment", "The roof leaks a lot"), ("version", "1")]).await.expect(303);
    bea.get(&address).await.shows("The roof leaks a lot").hides("badly").shows(&format!("/comments/{id}/versions"));
    let page = bea.get(&format!("/comments/{id}/versions")).await.expect(200);
    page.shows("Removed: </span>badly</del>").shows("Added: </span>a lot</ins>").shows("The roof leaks badly");
    let late = [("comment", "From an old page"), ("version", "1")];
    ana.post(&one, &late).await.expect(409).shows("From an old page").shows("The roof leaks a lot");
    assert_eq!(events(&site), ["comment.written", "comment.edited"]);
}

#[actix_web::test]
async fn what_is_taken_back_is_gone_in_every_version() {
    let site = Site::new().await;
    let ((ana, _), (bea, _)) = (resident(&site, "Ana").await, resident(&site, "Bea").await);
    let (_, address) = open_vote(&site);
    let (lonely, id) = (say(&ana, &address, "Quetzal alone").await, say(&ana, &address, "Quetzal one").await);
    ana.post(&format!("/comments/{id}"), &[("comment", "Quetzal two"), ("version", "1")]).await.expect(303);
    let reply = answer(&bea, id, "Why?").await;
    bea.post(&format!("/comments/{id}/removal"), &[]).await.expect(403);
    for gone in [lonely, id] {
        ana.post(&format!("/comments/{gone}/removal"), &[]).await.expect(303);
    }
    ana.post(&format!("/comments/{id}/removal"), &[("again", "1")]).await.expect(409);
    let page = bea.get(&address).await.expect(200).shows("The author took this comment back").shows("Why?");
    page.hides("Quetzal").hides(&format!("comment-{lonely}\"")).hides(&format!("/comments/{id}/replies"));
    bea.get(&format!("/comments/{id}/versions")).await.expect(404);
    bea.get(&format!("/comments/{id}/replies")).await.expect(409);
    bea.post(&format!("/comments/{id}/replies"), &[("comment", "More")]).await.expect(409);
    let left = "select count(*)::text as text from (select text from comments union all select text from comment_versions) t \
        where text like '%Quetzal%'";
    assert_eq!(rows(&site, left), ["0"]);
    bea.post(&format!("/comments/{reply}/removal"), &[]).await.expect(303);
    bea.get(&address).await.expect(200).hides("took this comment back").shows("Nobody has said anything yet");
}

#[actix_web::test]
async fn only_a_comment_of_the_same_talk_is_answered_and_on_one_level() {
    let site = Site::new().await;
    let (ana, _) = resident(&site, "Ana").await;
    let (_, address) = open_vote(&site);
    let id = say(&ana, &address, "One").await;
    let reply = answer(&ana, id, "Two").await;
    ana.post(&format!("/comments/{reply}/replies"), &[("comment", "Three")]).await.expect(404);
    ana.get(&address).await.hides(&format!("/comments/{reply}/replies")).shows(&format!("/comments/{id}/replies"));
    assert_eq!(events(&site).len(), 2);
}

#[actix_web::test]
async fn an_open_page_is_told_that_there_is_more_and_not_what() {
    let site = Site::new().await;
    let (ana, _) = resident(&site, "Ana").await;
    let (vote, address) = open_vote(&site);
    let block = |lang| site.read(|conn| polls::live_fragment(conn, vote, lang)).expect("a block");
    let before = block(Lang::En).telling;
    let id = say(&ana, &address, "Quetzal").await;
    let after = block(Lang::En);
    assert_ne!(before, after.telling);
    assert!(after.html.contains(&format!("hidden data-newest=\"{id}\"")) && !after.html.contains("Quetzal"));
    assert!(block(Lang::Fr).html.contains("Voir les nouveaux commentaires"));
    ana.get(&address).await.shows(&format!("data-newest=\"{id}\"")).shows("<div id=\"comment-news\"");
    let about = rows(&site, "select detail ->> 'about' as text from events where kind = 'comment.written'");
    assert_eq!(about, [format!("poll:{vote}")], "the pump tells the page of the vote");
}

#[actix_web::test]
async fn a_program_reads_what_may_be_read() {
    let site = Site::new().await;
    let ((ana, _), admin) = (resident(&site, "Ana").await, site.as_admin().await);
    let (vote, address) = open_vote(&site);
    let (shown, hidden) = (say(&ana, &address, "Shown words").await, say(&ana, &address, "Hidden words").await);
    admin.post(&format!("/comments/{hidden}/hiding"), &[("hidden_why", "Rude")]).await.expect(303);
    let account = ana.account.expect("an account");
    let secret = format!("{}{}", tokens::PREFIX, random_token());
    let sql = format!(
        "insert into api_tokens (account_id, name, token_hash, scopes, expires_on) \
         values ({account}, 'Tool', '\\x{}', '{{polls:read}}', now()::date + 30)",
        hex(&digest(&secret))
    );
    site.read(|conn| Ok(diesel::sql_query(sql).execute(conn)?));
    let tool = site.anonymous().with_bearer(&secret);
    let list = tool.get(&format!("/api/v1/polls/{vote}/comments")).await.expect(200);
    let list = list.shows("Shown words").hides("Hidden words").hides("Rude").shows("\"state\":\"hidden\"");
    assert!(list.shows("\"author\":\"Ana Roy\"").queries <= 6);
    let path = format!("/api/v1/polls/{vote}/comments?limit=1");
    let first: serde_json::Value = serde_json::from_str(&tool.get(&path).await.expect(200).body).expect("JSON");
    assert_eq!((&first["items"][0]["id"], &first["next"]), (&shown.into(), &shown.into()));
    tool.get("/api/v1/polls/999999/comments").await.expect(404);
}
