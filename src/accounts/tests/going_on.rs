//! What was typed is never lost: the language changes in mid-form, the session ends, the page is older than a day.

use crate::platform::testing::{PASSWORD, Reply, Site};
use crate::policy::Role;

const TASK: [(&str, &str); 3] =
    [("task_title", "Sweep the « hall » & stairs"), ("done_means", "Twice\r\na week"), ("due_on", "soon")];

fn keeps_the_task(reply: Reply) -> Reply {
    reply.shows("value=\"Sweep the « hall » &#38; stairs\"").shows("Twice\r\na week</textarea>").shows("value=\"soon\"")
}

fn tasks(site: &Site) -> i64 {
    use crate::schema::tasks::dsl::tasks;
    use diesel::prelude::*;
    site.read(|conn| Ok(tasks.count().get_result(conn)?))
}

/// The hidden fields of the form that leads to an address, as a browser would send them.
fn hidden(reply: &Reply, action: &str) -> Vec<(String, String)> {
    let form = reply.body.split(&format!("action=\"{action}\"")).nth(1).and_then(|rest| rest.split("</form>").next());
    let fields = form.expect("a form").split("<input type=\"hidden\" name=\"").skip(1);
    let plain = |text: &str| text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&");
    let read = fields.map(|field| {
        let (name, rest) = field.split_once("\" value=\"").expect("a value");
        (plain(name), plain(rest.split_once("\">").expect("its end").0))
    });
    read.collect()
}

fn with<'a>(fields: &'a [(String, String)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(more.iter().copied()).collect()
}

#[actix_web::test]
async fn the_language_changes_in_mid_form_and_on_a_refused_one() {
    let site = Site::new().await;
    let mut odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let held = odette.post("/tasks", &[&TASK[..], &[("form_hold", "fr")]].concat()).await.expect(200);
    let held = keeps_the_task(held).shows("<html lang=\"fr-CA\"").hides("id=\"errors\"");
    odette.keep_cookies(&held);
    let refused = keeps_the_task(odette.post("/tasks", &TASK).await.expect(422)).shows("id=\"errors\"");
    refused.shows("<html lang=\"fr-CA\"");
    let back = odette.post("/tasks", &[&TASK[..], &[("form_hold", "en")]].concat()).await.expect(200);
    keeps_the_task(back).shows("<html lang=\"en-CA\"").hides("id=\"errors\"");
    assert_eq!(tasks(&site), 0);
}

#[actix_web::test]
async fn a_session_that_ended_in_mid_form_goes_on_where_it_was() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let mut gone = site.anonymous();
    let secret = [("current_password", "hunter2")];
    let page = gone.post("/tasks", &[&TASK[..], &secret].concat()).await.expect(401).hides("hunter2");
    let carried = hidden(&page, "/sign-in");
    let wrong = [("email", "odette.roy@example.org"), ("password", "wrong")];
    let page = gone.post_raw("/sign-in", &with(&carried, &wrong)).await.expect(422);
    let carried = hidden(&page, "/sign-in");
    let french = gone.post_raw("/sign-in", &with(&carried, &[("form_hold", "fr")])).await.expect(200);
    assert_eq!(hidden(&french.shows("<html lang=\"fr-CA\""), "/sign-in")[1..], carried[1..], "in French as well");
    let right = [("email", "odette.roy@example.org"), ("password", PASSWORD)];
    let page = gone.post_raw("/sign-in", &with(&carried, &right)).await.expect(200);
    gone.keep_cookies(&page);
    let fields = hidden(&page, "/tasks");
    let page = gone.post_raw("/tasks", &with(&fields, &[("form_hold", "1")])).await.expect(200).hides("id=\"errors\"");
    let token = keeps_the_task(page).form_token();
    assert_eq!(tasks(&site), 0, "nothing was sent yet");
    let sent = [("form_token", token.as_str()), ("task_title", "Sweep"), ("done_means", "Twice")];
    gone.post_raw("/tasks", &sent).await.expect(303);
    assert_eq!(tasks(&site), 1);
}

#[actix_web::test]
async fn whoever_signs_in_by_mail_goes_on_from_the_page_they_left() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let gone = site.anonymous();
    let page = gone.post("/tasks", &TASK).await.expect(401);
    let carried = hidden(&page, "/sign-in/link");
    let asked =
        gone.post_raw("/sign-in/link", &with(&carried, &[("email", "odette.roy@example.org")])).await.expect(200);
    let fields = hidden(&asked, "/tasks");
    let too_early = gone.post_raw("/tasks", &with(&fields, &[("form_hold", "1")])).await.expect(401);
    assert_eq!(hidden(&too_early, "/sign-in/link")[2..], carried[2..], "still there");
}

#[actix_web::test]
async fn a_page_that_was_open_for_days_is_sent_again_as_it_was_typed() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let old = odette.post_raw("/tasks", &[&TASK[..2], &[("form_token", "430000-0.x")]].concat()).await.expect(422);
    let token = old.shows("open for more than a day").shows("Twice\r\na week</textarea>").form_token();
    odette.post_raw("/tasks", &[&TASK[..2], &[("form_token", &token)]].concat()).await.expect(303);
    let button = odette.post_raw("/inbox/reading", &[("form_token", "430000-0.x")]).await.expect(422);
    button.shows("open for more than a day");
}

#[actix_web::test]
async fn a_mailed_link_leads_to_where_its_user_was_going() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let visitor = site.anonymous();
    for (next, leads_to) in [("/polls/8?from=mail", "/polls/8?from=mail"), ("//evil.example", "/"), ("", "/")] {
        let fields = [("email", "odette.roy@example.org"), ("next", next)];
        visitor.post("/sign-in/link", &fields).await.expect(200);
        let mails = site.do_jobs();
        let path = format!(
            "/sign-in/link/{}",
            mails[0].split("/sign-in/link/").nth(1).expect("a link").split_whitespace().next().expect("its end")
        );
        let page = visitor.get(&path).await.expect(200);
        let action = path.split('?').next().expect("a path");
        let reply = visitor.post_raw(action, &with(&hidden(&page, action), &[])).await.expect(303);
        assert_eq!(reply.location(), leads_to);
    }
}

#[actix_web::test]
async fn what_somebody_began_to_write_waits_for_them_alone_until_it_is_sent() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let draft =
        [&TASK[..], &[("draft_path", "/tasks"), ("draft_title", "New task"), ("current_password", "hunter2")]].concat();
    odette.post("/account/drafts", &draft).await.expect(204);
    odette.post("/account/drafts", &draft).await.expect(204);
    let list = odette.get("/account/drafts").await.expect(200).shows("New task").hides("hunter2");
    assert_eq!(list.body.matches("New task").count(), 3, "one draft, named on each of its buttons");
    // Going on is a held form: it comes back as typed, and nothing is done.
    let held = odette.post_raw("/tasks", &with(&hidden(&list, "/tasks"), &[("form_hold", "en")])).await.expect(200);
    keeps_the_task(held).hides("id=\"errors\"");
    assert_eq!(tasks(&site), 0);
    // Nobody else has it, and no place of somebody else's server is taken.
    let paul = site.signed_in(Role::Resident, "Paul Roy", None).await;
    paul.get("/account/drafts").await.expect(200).hides("New task");
    for elsewhere in ["https://example.org/", "//example.org/x", "/", "tasks"] {
        odette.post("/account/drafts", &[("a", "b"), ("draft_path", elsewhere)]).await.expect(400);
    }
    let long = "x".repeat(70_000);
    odette.post("/account/drafts", &[("a", long.as_str()), ("draft_path", "/polls")]).await.expect(413);
    // Sent, it is gone; thrown away, too; and by itself after a month.
    odette.post("/tasks", &[("task_title", "Sweep"), ("done_means", "Twice")]).await.expect(303);
    assert_eq!(tasks(&site), 1);
    odette.get("/account/drafts").await.expect(200).hides("New task");
    odette.post("/account/drafts", &draft).await.expect(204);
    odette.post("/account/drafts/removal", &[("draft_path", "/tasks")]).await.expect(303);
    odette.get("/account/drafts").await.expect(200).hides("New task");
    odette.post("/account/drafts", &draft).await.expect(204);
    site.act(|act| {
        act.now += chrono::TimeDelta::days(31);
        crate::accounts::tidy(act)
    });
    odette.get("/account/drafts").await.hides("New task");
}
