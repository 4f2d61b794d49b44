//! Everybody's accounts, for admins.

use chrono::Days;

use crate::accounts;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;

fn member(site: &Site) -> i64 {
    site.act(|act| {
        let joined_on = act.today();
        let new = NewMember {
            number: String::new(),
            given_name: "Élodie".to_owned(),
            family_name: "Gagnon".to_owned(),
            email: Some("elodie@example.org".to_owned()),
            phone: None,
            language: Lang::Fr,
            joined_on,
            status: Status::Member,
        };
        members::add(act, &new)
    })
}

fn account(site: &Site, email: &str) -> Option<accounts::Account> {
    site.read(|conn| accounts::store::account_by_address(conn, email))
}

#[actix_web::test]
async fn the_list_is_for_admins_and_pages_by_key() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    site.act(|act| {
        for number in 0..101 {
            let invitation = accounts::Invitation {
                holder: accounts::Holder::Guest {
                    name: format!("Person {number:03}"),
                    email: format!("p{number}@example.org"),
                },
                role: Role::Resident,
                language: None,
                expires_on: None,
            };
            accounts::open(act, &invitation, None)?;
        }
        Ok(())
    });
    let first = joan.get("/accounts").await.expect(200).shows("Person 000").shows("Joan Rioux").hides("Person 100");
    assert!(first.queries <= 6, "{} queries", first.queries);
    let next =
        first.body.split("/accounts?after=").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    joan.get(&format!("/accounts?after={next}")).await.expect(200).shows("Person 100").hides("Person 000");
    joan.get("/accounts?after=999999999").await.expect(200);
    joan.get("/accounts?after=x").await.expect(400);
    for role in [Role::Resident, Role::Observer] {
        let visitor = site.signed_in(role, &format!("Other {}", role.word()), None).await;
        visitor.get("/accounts").await.expect(403);
    }
}

#[actix_web::test]
async fn an_invited_member_comes_in_by_the_link() {
    let site = Site::new().await;
    let (joan, member) = (site.as_admin().await, member(&site));
    let form = joan.get(&format!("/accounts/new?member={member}")).await.expect(200);
    assert!(form.queries <= 6, "{} queries", form.queries);
    form.shows("Élodie Gagnon").shows("elodie@example.org").shows("value=\"fr\" selected");
    let id = member.to_string();
    let token = joan.fresh_token().await;
    let fields = [("form_token", token.as_str()), ("role", "resident"), ("language", "fr"), ("member_id", &id)];
    for _ in 0..2 {
        joan.post_raw("/accounts", &fields).await.expect(303);
    }
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "sent twice, done once");
    assert!(mails[0].contains("Bonjour Élodie Gagnon"), "{}", mails[0]);
    let path = mails[0].split("http://localhost:8080").nth(1).and_then(|rest| rest.split_whitespace().next());
    assert_eq!(site.anonymous().post(path.expect("a link"), &[]).await.expect(303).location(), "/");
    let account = account(&site, "elodie@example.org").expect("an account");
    assert_eq!((account.member_id, account.expires_on), (Some(member), None));
    joan.post("/accounts", &fields[1..])
        .await
        .expect(422)
        .shows("This member already has an account")
        .shows("Élodie Gagnon");
    let at_home = super::invitations::member(&site, "Yves", Some("elodie@example.org"), Lang::Fr).to_string();
    let nowhere = super::invitations::member(&site, "Nora", None, Lang::Fr).to_string();
    for (who, words) in [(at_home, "This address already has an account"), (nowhere, "no e-mail for this member")] {
        let fields = [("role", "resident"), ("language", "fr"), ("member_id", who.as_str())];
        joan.post("/accounts", &fields).await.expect(422).shows(words).shows(&format!("/members/{who}/edit"));
    }
}

#[actix_web::test]
async fn what_cannot_be_an_invitation_is_refused_and_nothing_is_stored() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let good = [("name", "Paul Roy"), ("email", "paul@example.org"), ("role", "resident"), ("language", "en")];
    let wrong = [
        ("name", "", "e-name"),
        ("email", "", "e-email"),
        ("email", "paul", "e-email"),
        ("role", "owner", "e-role"),
        ("role", "", "e-role"),
        ("language", "de", "e-language"),
        ("expires_on", "2020-01-01", "e-expires_on"),
        ("expires_on", "2150-01-01", "e-expires_on"),
        ("expires_on", "tomorrow", "e-expires_on"),
        ("member_id", "99999999", "#f-member_id"),
        ("member_id", "x", "#f-member_id"),
    ];
    for (field, value, shown) in wrong {
        let mut fields: Vec<_> = good.into_iter().filter(|(name, _)| *name != field).collect();
        fields.push((field, value));
        joan.post("/accounts", &fields).await.expect(422).shows(shown);
    }
    let lasting = [good.as_slice(), &[("expires_on", "2027-01-01")]].concat();
    let admin: Vec<_> =
        lasting.into_iter().map(|(name, value)| (name, if name == "role" { "admin" } else { value })).collect();
    joan.post("/accounts", &admin).await.expect(422).shows("have no end date");
    assert!(account(&site, "paul@example.org").is_none());
    assert_eq!(site.do_jobs().len(), 0);
    joan.get("/accounts/new?member=99999999").await.expect(404);
    joan.get("/accounts/new?member=x").await.expect(404);
}

#[actix_web::test]
async fn an_observer_has_access_for_a_year_where_nothing_was_said() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let fields = [("name", "Amrit Sandhu"), ("email", "amrit@example.org"), ("role", "observer"), ("language", "en")];
    joan.post("/accounts", &fields).await.expect(303);
    let year = site.act(|act| Ok(act.today().checked_add_days(Days::new(accounts::OBSERVER_DAYS))));
    assert_eq!(account(&site, "amrit@example.org").expect("an account").expires_on, year);
}

#[actix_web::test]
async fn a_closed_account_is_out_at_once_and_can_be_opened_again() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let machine = site.anonymous().with_bearer(&super::tokens::token_of(&site, &odette).await);
    let path = format!("/accounts/{}", odette.account.expect("an account"));
    for _ in 0..2 {
        joan.post(&format!("{path}/closing"), &[]).await.expect(303);
    }
    odette.get("/account").await.expect(303);
    machine.get("/api/v1/me").await.expect(401);
    let fields = [("email", "odette.roy@example.org"), ("password", crate::platform::testing::PASSWORD)];
    site.anonymous().post("/sign-in", &fields).await.expect(422);
    site.anonymous().post("/sign-in/link", &fields[..1]).await.expect(200);
    assert_eq!(site.do_jobs().len(), 0);
    joan.post(&format!("{path}/invitation"), &[]).await.expect(409).shows("closed or has ended");
    joan.get(&path).await.expect(200).shows("Reopen the account");
    joan.post(&format!("{path}/reopening"), &[]).await.expect(303);
    site.anonymous().post("/sign-in", &fields).await.expect(303);
    machine.get("/api/v1/me").await.expect(401);
}

#[actix_web::test]
async fn a_new_role_is_in_force_at_once() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let path = format!("/accounts/{}", odette.account.expect("an account"));
    joan.get(&path).await.expect(200).shows("odette.roy@example.org").hides("This is your own account");
    joan.post(&format!("{path}/role"), &[("role", "king")]).await.expect(422).shows("e-role");
    joan.post(&format!("{path}/role"), &[("role", "observer")]).await.expect(303);
    odette.get("/account").await.expect(303);
    let again = site.device_of(odette.account.expect("an account")).await;
    again.get("/accounts").await.expect(403);
    let changed = account(&site, "odette.roy@example.org").expect("an account");
    assert!(changed.role == "observer" && changed.expires_on.is_some(), "{changed:?}");
    joan.post(&format!("{path}/role"), &[("role", "admin")]).await.expect(303);
    assert_eq!(account(&site, "odette.roy@example.org").expect("an account").expires_on, None);
    again.get("/account").await.expect(303);
}

#[actix_web::test]
async fn the_last_admin_stays() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let path = format!("/accounts/{}", joan.account.expect("an account"));
    joan.get(&path).await.expect(200).shows("This is your own account");
    joan.post(&format!("{path}/role"), &[("role", "resident")]).await.expect(409).shows("only admin");
    joan.post(&format!("{path}/closing"), &[]).await.expect(409).shows("only admin");
    let second = site.signed_in(Role::Admin, "Paul Roy", None).await;
    let other = format!("/accounts/{}", second.account.expect("an account"));
    second.post(&format!("{path}/closing"), &[]).await.expect(303);
    second.post(&format!("{other}/closing"), &[]).await.expect(409);
    second.post(&format!("{path}/closing"), &[]).await.expect(303); // it is closed already
}

#[actix_web::test]
async fn invitations_again_are_few() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let path = format!("/accounts/{}/invitation", odette.account.expect("an account"));
    for _ in 0..3 {
        joan.post(&path, &[]).await.expect(303);
    }
    joan.post(&path, &[]).await.expect(429);
    assert_eq!(site.do_jobs().len(), 3);
}

#[actix_web::test]
async fn unknown_accounts_are_not_found_and_others_may_not() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let acts: [(&str, &[(&str, &str)]); 4] =
        [("role", &[("role", "admin")]), ("closing", &[]), ("reopening", &[]), ("invitation", &[])];
    let own = odette.account.expect("an account").to_string();
    for (visitor, id, status) in [(&joan, "99999999", 404), (&joan, "x", 404), (&odette, &own, 403)] {
        for (act, fields) in acts {
            visitor.post(&format!("/accounts/{id}/{act}"), fields).await.expect(status);
        }
    }
    joan.get("/accounts/99999999").await.expect(404);
    odette.get("/accounts/new").await.expect(403);
}
