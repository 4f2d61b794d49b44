//! Calling a meeting: by mail and on paper, in time or for a reason, what changes afterwards, and the replies.

use super::{id_of, in_days, planned, resident, since};
use crate::meetings::{self, consents};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Site, Visitor};

fn written(site: &Site, name: &str, email: &str, lang: Lang) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: name.to_owned(),
        family_name: "Roy".to_owned(),
        email: Some(email.to_owned()),
        phone: None,
        language: lang,
        joined_on: since(),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

/// Takes the address of a member out of the register.
fn unreachable(site: &Site, member: i64) {
    let sql = format!("update members set email = null where id = {member}");
    site.read(|conn| Ok(diesel::RunQueryDsl::execute(diesel::sql_query(sql), conn)?));
}

async fn with_item(admin: &Visitor<'_>, site: &Site, kind: &str, days: u64) -> String {
    let path = planned(admin, kind, &in_days(site, days)).await;
    let fields = [("item_title_en", "Budget"), ("item_title_fr", "Budget"), ("item_purpose", "decision")];
    admin.post(&format!("{path}/items"), &fields).await.expect(303);
    path
}

async fn call(admin: &Visitor<'_>, path: &str, anyway: &str) -> crate::platform::testing::Reply {
    let version = admin.get(&format!("{path}/notice")).await.expect(200).field("version");
    admin.post(&format!("{path}/notice"), &[("version", version.as_str()), ("anyway", anyway)]).await
}

/// Another day of a meeting, or other words of it.
async fn change(admin: &Visitor<'_>, path: &str, day: &str, place: &str) -> crate::platform::testing::Reply {
    let version = admin.get(&format!("{path}/edit")).await.expect(200).field("version");
    let fields =
        [("version", version.as_str()), ("held_on", day), ("meeting_starts_at", "19:00"), ("meeting_place", place)];
    admin.post(path, &fields).await
}

/// The link to reply in a mail.
fn link(mail: &str) -> String {
    let at = mail.find("/reply/").expect("a link");
    let start = mail[..at].rfind("/meetings/").expect("its path");
    mail[start..].split(|c: char| c.is_whitespace() || c == '"').next().unwrap_or_default().to_owned()
}

#[actix_web::test]
async fn a_meeting_is_called_by_mail_and_on_paper_and_the_evidence_stands() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (zoe, on_paper) = resident(&site, "Zoe").await;
    unreachable(&site, on_paper);
    let odette = written(&site, "Odette", "odette@example.org", Lang::Fr);
    site.act(|act| consents::set(act, odette, true));
    let path = planned(&admin, "annual", &in_days(&site, 30)).await;
    let notice = format!("{path}/notice");
    admin.get(&notice).await.expect(200).shows("Nothing is on the agenda").hides("Send it to");
    admin.post(&notice, &[("version", "1")]).await.expect(409).shows("Nothing is on the agenda yet");
    admin
        .post(&format!("{path}/items"), &[("item_title_en", "Budget"), ("item_purpose", "decision")])
        .await
        .expect(303);

    let page = admin.get(&notice).await.expect(200).shows("1 by mail, 1 on paper").shows("Today is in time");
    assert!(page.queries <= 6, "{} queries", page.queries);
    zoe.get(&notice).await.expect(403);
    zoe.post(&notice, &[("version", "1")]).await.expect(403);
    let token = admin.fresh_token().await;
    let fields = [
        ("version", "1"),
        ("words_en", "Soup at six."),
        ("words_fr", "Soupe à dix-huit heures."),
        ("form_token", token.as_str()),
    ];
    admin.post_raw(&notice, &fields).await.expect(303);
    admin.post_raw(&notice, &fields).await.expect(303);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "sent twice, called once");
    for says in [
        "odette@example.org",
        "Soupe à dix-huit heures",
        "1. Budget",
        "method=REQUEST",
        "METHOD:REQUEST",
        "RSVP=FALSE",
        "SEQUENCE:1",
    ] {
        assert!(mails[0].contains(says), "{says} in {}", mails[0]);
    }
    let evidence = format!("{path}/notices");
    let page = admin.get(&evidence).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = page
        .shows("The mail server took it")
        .shows("odette@example.org")
        .shows("To be given on paper")
        .shows("Soup at six.");
    let page = page.shows("In time by the rules: 30 days");
    let letter = page.field("letter");
    zoe.get(&evidence).await.expect(403);
    admin
        .get(&format!("{evidence}/letters"))
        .await
        .expect(200)
        .shows("Zoe Roy")
        .shows("Soup at six.")
        .hides("Odette")
        .shows("<br");
    let (handed, today) = (format!("{evidence}/handed"), site.today().to_string());
    let late = in_days(&site, 1);
    admin.post(&handed, &[("handed_on", today.as_str())]).await.expect(422).shows("Choose at least one");
    admin
        .post(&handed, &[("handed_on", late.as_str()), ("letter", letter.as_str())])
        .await
        .expect(422)
        .shows("e-handed_on");
    admin.get("/").await.expect(200).shows("One notice is still to be given on paper.");
    admin.post(&handed, &[("handed_on", today.as_str()), ("letter", letter.as_str())]).await.expect(303);
    admin.get(&evidence).await.expect(200).shows("Given on").hides("To be given on paper");
    admin.get("/").await.expect(200).hides("to be given on paper");

    // a mail that comes back is given on paper
    let page = admin.get(&evidence).await.expect(200);
    let back =
        page.body.split("/notices/").find(|part| part.contains("/return\"")).expect("a button").split('/').next();
    let back = format!("{evidence}/{}/return", back.expect("its number"));
    admin.post(&back, &[]).await.expect(303);
    admin.get(&evidence).await.expect(200).shows("Came back on").shows("One letter to give or post");
    admin.get(&format!("{evidence}/letters")).await.expect(200).shows("Odette Roy").shows("Soupe à dix-huit heures");

    // everybody is told; who joins later is told alone; what is new on the agenda is told to all
    admin.get(&notice).await.expect(200).shows("Everybody has been told");
    admin.post(&notice, &[("version", "1")]).await.expect(409).shows("told already");
    written(&site, "Lena", "lena@example.org", Lang::En);
    call(&admin, &path, "").await.expect(303);
    assert_eq!(site.do_jobs().len(), 1);
    admin.post(&format!("{path}/items"), &[("item_title_en", "Roof"), ("item_purpose", "decision")]).await.expect(303);
    zoe.get(&path).await.expect(200).shows("Not in the notice");
    call(&admin, &path, "").await.expect(303);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|mail| mail.contains("Roof")));
    zoe.get(&path).await.expect(200).hides("Not in the notice");
    admin.get("/audit").await.expect(200).shows("told people of a meeting").hides("odette@example.org");
}

#[actix_web::test]
async fn a_notice_on_another_day_than_the_rules_say_needs_a_reason() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    resident(&site, "Zoe").await;
    let path = with_item(&admin, &site, "annual", 9).await;
    admin.get(&format!("{path}/notice")).await.expect(200).shows("at least 10 days before").shows("one day late");
    call(&admin, &path, "").await.expect(422).shows("e-anyway");
    assert_eq!(site.do_jobs().len(), 0);
    call(&admin, &path, "All members agreed.").await.expect(303);
    admin
        .get(&format!("{path}/notices"))
        .await
        .expect(200)
        .shows("Later than the rules say, 9 days")
        .shows("All members agreed.");

    let early = with_item(&admin, &site, "annual", 60).await;
    admin.get(&format!("{early}/notice")).await.expect(200).shows("10 days early");
    call(&admin, &early, "").await.expect(422);
    // the board has no such rule
    let board = with_item(&admin, &site, "board", 2).await;
    admin.get(&format!("{board}/notice")).await.expect(200).hides("By the rules");
    call(&admin, &board, "").await.expect(303);
}

#[actix_web::test]
async fn another_day_asks_again_a_typo_does_not_and_calling_off_follows() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let odette = written(&site, "Odette", "odette@example.org", Lang::En);
    let visitor = site.signed_in(crate::policy::Role::Resident, "Odette Roy", Some(odette)).await;
    let path = with_item(&admin, &site, "annual", 30).await;
    visitor.get("/").await.expect(200).hides("Do you come?");
    call(&admin, &path, "").await.expect(303);
    let mails = site.do_jobs();
    assert!(mails[0].contains("You also get this on paper"), "{}", mails[0]);
    let link = link(&mails[0]);

    // from the mail, without signing in: opening says nothing, a wrong token is nobody's
    visitor.get("/").await.expect(200).shows("Do you come?");
    let anyone = site.anonymous();
    let page = anyone.get(&link).await.expect(200).shows("Odette Roy").hides("sign out");
    visitor.get("/").await.expect(200).shows("Do you come?");
    let (token, form) = (page.form_token(), link.clone());
    anyone.post_raw(&form, &[("form_token", token.as_str())]).await.expect(422).shows("e-reply");
    let said = [("reply", "in_person"), ("needs", "A ramp"), ("form_token", token.as_str())];
    assert_eq!(anyone.post_raw(&form, &said).await.expect(303).location(), form);
    anyone.post_raw(&form, &said).await.expect(303);
    anyone.get(&link).await.expect(200).shows("Thank you: we expect you.").shows("A ramp");
    anyone.get(&format!("{link}x")).await.expect(404);
    let other = with_item(&admin, &site, "annual", 33).await;
    anyone.get(&format!("{other}/reply/{}", link.rsplit('/').next().unwrap_or_default())).await.expect(404);
    anyone.get(&format!("{path}/reply")).await.expect(303);
    visitor.get("/").await.expect(200).hides("Do you come?");
    visitor.get(&path).await.expect(200).shows("You said that you come.").shows("One person has said that they come.");
    admin.get(&format!("{path}/replies")).await.expect(200).shows("A ramp").shows("there are enough");
    visitor.get(&format!("{path}/replies")).await.expect(403);
    admin.get("/audit").await.expect(200).hides("A ramp");

    // what is needed changes nothing of that; another place asks again, and tells
    change(&admin, &path, &in_days(&site, 30), "Common room").await.expect(303);
    assert_eq!(site.do_jobs().len(), 0, "nothing is told of what did not move");
    change(&admin, &path, &in_days(&site, 30), "Library").await.expect(303);
    let mails = site.do_jobs();
    assert!(mails[0].contains("another day, time or place") && mails[0].contains("SEQUENCE:2"), "{}", mails[0]);
    visitor.get(&path).await.expect(200).shows("has changed since you replied");
    admin.get(&format!("{path}/replies")).await.expect(200).shows("for the old time").shows("1 are missing");
    let again = [("reply", "regrets")];
    visitor.post(&format!("{path}/reply"), &again).await.expect(303);
    visitor.post(&format!("{path}/reply"), &[("reply", "online")]).await.expect(422).shows("e-reply");
    visitor.post(&format!("{path}/reply"), &[("reply", "proxy")]).await.expect(422);
    visitor.get(&path).await.expect(200).shows("You said that you cannot come.");
    // a day too near is late for whoever must be told of it
    change(&admin, &path, &in_days(&site, 3), "Library").await.expect(422).shows("e-anyway");

    // nobody left to remind: who said it is not asked; who did not is, once a day
    let remind = format!("{path}/reminder");
    admin.post(&remind, &[]).await.expect(409);
    written(&site, "Lena", "lena@example.org", Lang::En);
    call(&admin, &path, "").await.expect(303);
    assert_eq!(site.do_jobs().len(), 1);
    admin.post(&remind, &[]).await.expect(303);
    let mails = site.do_jobs();
    assert!(mails.len() == 1 && mails[0].contains("lena@example.org") && !mails[0].contains("text/calendar"));
    admin.post(&remind, &[]).await.expect(409).shows("reminded today already");

    let version = admin.get(&format!("{path}/cancellation")).await.expect(200).field("version");
    let off = [("version", version.as_str()), ("cancelled_why", "The boiler broke.")];
    admin.post(&format!("{path}/cancellation"), &off).await.expect(303);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 2);
    for says in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", "The boiler broke."] {
        assert!(mails[0].contains(says), "{says} in {}", mails[0]);
    }
    assert_eq!(mails.iter().filter(|mail| mail.contains("SEQUENCE:3")).count(), 2);
    anyone.get(&link).await.expect(200).shows("called off").hides("Send my reply");
    let token = anyone.get("/sign-in").await.form_token();
    anyone
        .post_raw(&link, &[("reply", "in_person"), ("form_token", token.as_str())])
        .await
        .expect(422)
        .shows("called off");
    visitor.get("/").await.expect(200).hides("Do you come?");
}

#[actix_web::test]
async fn notices_by_mail_are_agreed_to_for_one_address() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (zoe, without) = resident(&site, "Zoe").await;
    unreachable(&site, without);
    zoe.get("/meetings/consent").await.expect(200).shows("has no mail address of yours");
    zoe.post("/meetings/consent", &[("consent", "yes")]).await.expect(422).shows("e-consent");
    let odette = written(&site, "Odette", "odette@example.org", Lang::En);
    let visitor = site.signed_in(crate::policy::Role::Resident, "Odette Roy", Some(odette)).await;
    visitor.post("/meetings/consent", &[("consent", "maybe")]).await.expect(400);
    visitor.post("/meetings/consent", &[("consent", "yes")]).await.expect(303);
    visitor.get("/meetings/consent").await.expect(200).shows("come to odette@example.org, as you agreed");
    admin.get("/meetings/consents").await.expect(200).shows("1 of 2 members agreed").shows("Agreed on");
    visitor.get("/meetings/consents").await.expect(403);
    // another address is another consent
    site.read(|conn| {
        let sql = format!("update members set email = 'new@example.org' where id = {odette}");
        Ok(diesel::RunQueryDsl::execute(diesel::sql_query(sql), conn)?)
    });
    visitor.get("/meetings/consent").await.expect(200).shows("Your address has changed since");
    admin.get("/meetings/consents").await.expect(200).shows("0 of 2").shows("Agreed to another address");
    // signed on paper, and taken back
    admin.post(&format!("/meetings/consents/{odette}"), &[("consent", "yes")]).await.expect(303);
    admin.get("/meetings/consents").await.expect(200).shows("1 of 2");
    visitor.post("/meetings/consent", &[("consent", "no")]).await.expect(303);
    admin.get("/meetings/consents").await.expect(200).shows("0 of 2");
    let rows: Vec<String> = site.read(|conn| {
        use crate::schema::notice_consents as n;
        use diesel::prelude::*;
        Ok(n::table.filter(n::withdrawn_at.is_not_null()).order(n::id).select(n::address).load(conn)?)
    });
    assert_eq!(rows, ["odette@example.org", "new@example.org"], "what was agreed to and when stays");
}

#[actix_web::test]
async fn where_the_rules_know_proxies_one_is_given_and_not_handed_on() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (zoe, zoe_id) = resident(&site, "Zoe").await;
    let (odette, odette_id) = resident(&site, "Odette").await;
    let (_, lena) = resident(&site, "Lena").await;
    let path = with_item(&admin, &site, "annual", 30).await;
    let reply = format!("{path}/reply");
    zoe.get(&reply).await.expect(200).hides("Somebody votes for me");
    site.read(|conn| {
        Ok(diesel::RunQueryDsl::execute(diesel::sql_query("update rule_profiles set proxies_max = 1"), conn)?)
    });
    let (to_odette, to_zoe, to_lena) = (odette_id.to_string(), zoe_id.to_string(), lena.to_string());
    zoe.get(&reply).await.expect(200).shows("Somebody votes for me");
    let give = async |who: &Visitor<'_>, to: &str| who.post(&reply, &[("reply", "proxy"), ("holder", to)]).await;
    give(&zoe, "").await.expect(422).shows("e-holder");
    give(&zoe, &to_zoe).await.expect(422).shows("e-holder");
    give(&zoe, &to_odette).await.expect(303);
    give(&odette, &to_lena).await.expect(422).shows("You vote for somebody else");
    give(&odette, &to_zoe).await.expect(422).shows("lets somebody else vote for them");
    odette.post(&reply, &[("reply", "in_person")]).await.expect(303);
    admin.get(&format!("{path}/replies")).await.expect(200).shows("Odette Roy votes for them");
    let meeting = site.read(|conn| meetings::find(conn, id_of(&path), None, since()));
    assert_eq!(site.read(|conn| meetings::store::replies::proxies(conn, &meeting)), [(zoe_id, odette_id)]);
}
