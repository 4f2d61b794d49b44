//! The search, through HTTP: what is found, and by whom.

use diesel::connection::SimpleConnection as _;

use crate::platform::testing::Site;
use crate::policy::Role;

fn run(site: &Site, sql: &str) {
    site.read(|conn| Ok(conn.batch_execute(sql)?));
}

#[actix_web::test]
async fn names_are_found_without_their_accents_and_apostrophes() {
    let site = Site::new().await;
    run(
        &site,
        "insert into members (number, given_name, family_name, language, joined_on) values \
           ('7', 'Élodie', 'O’Brien', 'en', '2020-01-01'), ('8', 'Jean', 'D''Aoust', 'fr', '2020-01-01'), ('9', 'Gone', 'Obrien', 'en', '2020-01-01'); \
         insert into member_statuses (member_id, since, status) select id, '2020-01-01', case number when '9' then 'former' else 'member' end from members; \
         insert into units (label, kind, block) values ('O-12', 'apartment', 'Annexe'); \
         insert into tasks (title, details, created_at) values ('Repair O’Brien’s door', '100 %_sure', now())",
    );
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    for typed in ["obrien", "O%27Brien", "brien%20ELO", "O%E2%80%99BRIEN"] {
        odette.get(&format!("/search?q={typed}")).await.expect(200).shows("Élodie O’Brien").hides("Gone Obrien");
    }
    odette.get("/search?q=daoust").await.expect(200).shows("Jean D&#39;Aoust").shows("One thing for");
    odette.get("/search?q=annexe").await.expect(200).shows("O-12");
    odette.get("/search?q=door").await.expect(200).shows("Repair O’Brien’s door");
    odette.get("/search?q=%25_sure").await.expect(200).shows("Repair O’Brien’s door");
    odette.get("/search?q=1%25sure").await.expect(200).shows("Nothing for “1%sure”");
    odette.get("/search").await.expect(200).shows("Type a name");
    site.as_admin().await.get("/search?q=obrien").await.expect(200).shows("Gone Obrien");
    site.anonymous().get("/search?q=obrien").await.expect(303);
}

#[actix_web::test]
async fn who_waits_for_a_home_is_found_by_the_office_alone() {
    let site = Site::new().await;
    run(
        &site,
        "insert into applications (kind, given_name, family_name, language, adults, children, received_on) \
           values ('outside', 'Zénon', 'Attente', 'fr', 1, 0, '2026-01-01')",
    );
    site.as_admin().await.get("/search?q=zenon").await.expect(200).shows("Zénon Attente");
    site.signed_in(Role::Resident, "Odette Roy", None).await.get("/search?q=zenon").await.expect(200).hides("Zénon");
}
