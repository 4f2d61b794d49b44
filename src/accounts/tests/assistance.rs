//! Somebody of the office acts for a member, through HTTP.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::members::{self, NewMember, Status};
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::{PASSWORD, Site};
use crate::platform::visit::{Acting, Viewer, Waiting};
use crate::policy::Role;
use crate::tasks::{self, NewTask};

fn isabelle(site: &Site) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: "Isabelle".to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: "2020-01-01".parse().expect("a date"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

fn text(site: &Site, sql: &str) -> String {
    row! {
        struct Row {
            text: String,
        }
    }
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Row>(conn)?.text))
}

#[actix_web::test]
async fn what_the_office_does_for_a_member_names_both_and_stops_at_what_is_personal() {
    let site = Site::new().await;
    let member = isabelle(&site);
    let task = NewTask { title: "Salt the steps".to_owned(), credit_minutes: 60, ..NewTask::default() };
    let task = site.act(|act| tasks::create(act, &task));
    let mut joan = site.as_admin().await;
    let path = format!("/members/{member}/assistance");
    joan.get(&format!("/members/{member}")).await.expect(200).shows(&path);
    joan.get(&path).await.expect(200).shows("Act for Isabelle Roy");
    joan.post(&path, &[("assistance_reason", " ")]).await.expect(422).shows("Please fill in this field.");
    let begun = joan.post(&path, &[("assistance_reason", "no device, at the counter")]).await.expect(303);
    joan.keep_cookies(&begun);
    joan.post(&format!("/tasks/{task}/taking"), &[]).await.expect(422).shows("open for more than a day");
    joan.acting_for = member + 1;
    joan.post(&format!("/tasks/{task}/taking"), &[]).await.expect(422);
    joan.acting_for = member;
    joan.get("/").await.expect(200).shows("You are acting for Isabelle Roy until").shows("Stop acting");
    joan.post(&format!("/tasks/{task}/taking"), &[]).await.expect(303);
    joan.get(&format!("/tasks/{task}")).await.expect(200).shows("Isabelle Roy");
    for path in [
        "/account",
        "/account/tokens",
        "/inbox",
        "/preferences",
        "/profile",
        "/polls",
        "/scorecards",
        "/settings",
        "/accounts",
        "/audit",
    ] {
        joan.get(path).await.expect(403).shows("You are acting for Isabelle Roy");
    }
    let everything = format!("/members/{member}/everything");
    joan.get(&everything).await.expect(403);
    for path in [
        "/polls/1/ballots",
        "/account/password",
        "/profile",
        &format!("/members/{member}/arrears"),
        &format!("/members/{member}/assistance"),
    ] {
        joan.post(path, &[("choice", "for"), ("assistance_reason", "again")]).await.expect(403);
    }
    let ended = joan.post("/assistance/ending", &[]).await.expect(303);
    assert_eq!(ended.location(), format!("/members/{member}"));
    joan.keep_cookies(&ended);
    joan.get("/settings").await.expect(200).hides("Stop acting");
    let event = text(
        &site,
        "select actor_name || ' ' || (detail ->> 'on_behalf_of') as text from events where kind = 'task.assigned' or kind = 'task.taken' order by id desc limit 1",
    );
    assert_eq!(event, format!("Joan Rioux {member}"));
    let own = site.signed_in(Role::Resident, "Isabelle Roy", Some(member)).await;
    let own = own.get(&everything).await.expect(200).shows("What the office did for this person").shows("Joan Rioux");
    own.shows("started acting for a member");
    joan.get("/audit").await.expect(200).shows("started acting for a member").shows("no device, at the counter");
}

#[actix_web::test]
async fn nobody_acts_for_themselves_for_who_left_or_without_the_right() {
    let site = Site::new().await;
    let member = isabelle(&site);
    let path = format!("/members/{member}/assistance");
    let reason = [("assistance_reason", "at the counter")];
    let own = site.signed_in(Role::Admin, "Isabelle Roy", Some(member)).await;
    own.post(&path, &reason).await.expect(409);
    let resident = site.signed_in(Role::Resident, "Paul Roy", None).await;
    resident.get(&path).await.expect(403);
    resident.post(&path, &reason).await.expect(403);
    resident.post("/assistance/ending", &[]).await.expect(303);
    let joan = site.as_admin().await;
    site.act(|act| members::set_status(act, member, Status::Former, act.today(), ""));
    joan.post(&path, &reason).await.expect(409);
}

#[actix_web::test]
async fn it_ends_by_itself_after_half_an_hour() {
    let site = Site::new().await;
    let member = isabelle(&site);
    let mut joan = site.as_admin().await;
    let begun = joan.post(&format!("/members/{member}/assistance"), &[("assistance_reason", "at the counter")]).await;
    joan.keep_cookies(&begun.expect(303));
    joan.get("/settings").await.expect(403);
    let gone = clock::now() - TimeDelta::seconds(1);
    let kept = Acting {
        by: joan.account.expect("an account"),
        member_id: member,
        name: "Isabelle Roy".to_owned(),
        until: gone,
    };
    let kept = serde_json::to_value(serde_json::to_string(&kept).expect("json")).expect("json");
    site.read(|conn| {
        let sql =
            format!("update sessions set state = jsonb_set(state, '{{acting}}', '{kept}') where state ? 'acting'");
        Ok(diesel::sql_query(sql).execute(conn)?)
    });
    site.state.db.changed(site.coop);
    joan.get("/settings").await.expect(200).hides("Stop acting");
}

#[actix_web::test]
async fn it_is_the_accounts_and_not_the_browsers() {
    let site = Site::new().await;
    let member = isabelle(&site);
    let paul = site.signed_in(Role::Observer, "Paul Roy", None).await;
    let path = format!("/members/{member}/assistance");
    let mut joan = site.as_admin().await;
    let begun = joan.post(&path, &[("assistance_reason", "at the counter")]).await.expect(303);
    joan.keep_cookies(&begun);
    joan.acting_for = member;
    let fields = [("email", "paul.roy@example.org"), ("password", PASSWORD)];
    let other = joan.post("/sign-in", &fields).await.expect(303);
    joan.keep_cookies(&other);
    joan.get("/").await.expect(200).hides("Stop acting").shows("Paul Roy");
    joan.get("/tasks/new").await.expect(403);
    // Nor does it help to put somebody else's word into one's own session.
    let forged = Acting {
        by: joan.account.expect("an account"),
        member_id: member,
        name: "Isabelle Roy".to_owned(),
        until: clock::now() + TimeDelta::minutes(9),
    };
    let own = Acting { by: paul.account.expect("an account"), ..forged.clone() };
    for acting in [forged, own] {
        let kept = serde_json::to_value(serde_json::to_string(&acting).expect("json")).expect("json");
        let account = paul.account.expect("an account");
        site.read(|conn| {
            let sql = format!(
                "update sessions set state = state || jsonb_build_object('acting', '{kept}'::jsonb) where account_id = {account}"
            );
            Ok(diesel::sql_query(sql).execute(conn)?)
        });
        site.state.db.changed(site.coop);
        paul.get("/").await.expect(200).hides("Stop acting");
    }
}

#[test]
fn whoever_acts_for_a_member_is_a_resident_and_nothing_waits_for_them() {
    let viewer = Viewer {
        account_id: 1,
        member_id: None,
        name: "Joan Rioux".to_owned(),
        email: Some("joan@example.org".to_owned()),
        role: Role::Admin,
        language: None,
        theme: "auto".to_owned(),
        text_size: 100,
        waiting: serde_json::from_value(serde_json::json!({ "inbox": 3, "tasks": 2, "polls": 1 })).expect("counts"),
        session: String::new(),
        scopes: None,
        acting: None,
    };
    let acting = Acting { by: 1, member_id: 7, name: "Isabelle Roy".to_owned(), until: clock::now() };
    let viewer = viewer.acting_for(acting);
    assert_eq!((viewer.role, viewer.member_id, viewer.account_id), (Role::Resident, Some(7), 1));
    assert_eq!(viewer.waiting, Waiting::default());
}
