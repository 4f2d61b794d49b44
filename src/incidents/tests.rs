//! The register of incidents, through HTTP.

use crate::platform::testing::Site;
use crate::policy::Role;

const WHOLE: [(&str, &str); 9] = [
    ("information", "Phone numbers of two people"),
    ("circumstances", "A letter went to the neighbour"),
    ("happened_from", "2026-03-02"),
    ("known_on", "2026-03-04"),
    ("people", "2"),
    ("serious_risk", "no"),
    ("risk_reasons", "The neighbour knows both"),
    ("measures", "The letter came back unread"),
    ("version", "1"),
];

fn with<'a>(extra: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = WHOLE.iter().copied().filter(|(name, _)| !extra.iter().any(|(other, _)| other == name));
    kept.chain(extra.iter().copied()).collect()
}

#[actix_web::test]
async fn an_incident_holds_what_section_seven_names_and_its_changes_are_told() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    joan.get("/incidents").await.expect(200).shows("No incidents recorded").hides(".csv");
    joan.post("/incidents", &WHOLE).await.expect(303);
    let page = joan.get("/incidents").await.expect(200).shows("2 March 2026").shows("The letter came back unread");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Kept until at least 4 March 2031").shows("s. 7").shows("The commission was not told");
    let address = joan.get("/incidents").await.body;
    let id = address.split("/incidents/").find_map(|rest| rest.split('"').next()?.parse::<i64>().ok());
    let path = format!("/incidents/{}", id.expect("a link"));
    joan.get(&path).await.expect(200).shows("value=\"2026-03-02\"").hides("removal");
    let serious = [("serious_risk", "yes"), ("people_about", "1"), ("commission_told_on", "2026-03-05")];
    joan.post(&path, &with(&serious)).await.expect(303);
    joan.post(&path, &with(&[("people", "9")])).await.expect(409);
    joan.get("/incidents").await.expect(200).shows("About 2").shows("The commission was told on 5 March 2026");
    joan.get(&path)
        .await
        .expect(200)
        .shows("changed a confidentiality incident")
        .shows("Number of people")
        .shows("Joan Rioux");
    joan.get("/incidents.csv").await.expect(200).shows("Phone numbers of two people").shows("About 2");
    assert!(joan.get("/incidents.xlsx").await.expect(200).body.starts_with("PK"));
    joan.post(&format!("{path}/removal"), &[]).await.expect(409);

    // The log says that it changed, not what it says; observers and residents see none of it.
    joan.get("/audit").await.expect(200).shows("entered a confidentiality incident").hides("unread");
    let observer = site.as_observer().await;
    observer.get("/audit.csv").await.expect(200).shows("incident.added").hides("unread");
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    for visitor in [&observer, &odette] {
        for address in ["/incidents", "/incidents.csv", "/incidents.xlsx", "/incidents/new", path.as_str()] {
            visitor.get(address).await.expect(403);
        }
        visitor.post("/incidents", &WHOLE).await.expect(403);
    }
}

#[actix_web::test]
async fn what_is_missing_or_cannot_be_is_said_beside_its_field() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    for (wrong, field) in [
        (("information", ""), "information"),
        (("measures", ""), "measures"),
        (("risk_reasons", ""), "risk_reasons"),
        (("serious_risk", ""), "serious_risk"),
        (("people", "-1"), "people"),
        (("people", ""), "people"),
        (("happened_from", ""), "happened_from"),
        (("happened_until", "2026-03-01"), "happened_until"),
        (("known_on", "2026-03-01"), "known_on"),
        (("known_on", "2999-03-01"), "known_on"),
        (("commission_told_on", "2999-03-01"), "commission_told_on"),
    ] {
        let reply = joan.post("/incidents", &with(&[wrong])).await.expect(422);
        reply.shows(&format!("id=\"e-{field}\"")).shows("A letter went to the neighbour");
    }
    joan.post("/incidents", &with(&[("happened_from", ""), ("happened_about", "last spring")])).await.expect(303);
    joan.get("/incidents").await.expect(200).shows("last spring");
}

#[actix_web::test]
async fn an_old_entry_may_go_and_the_list_has_pages() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    joan.post("/incidents", &with(&[("happened_from", "2015-01-01"), ("known_on", "2015-01-02")])).await.expect(303);
    site.read(|conn| {
        use diesel::connection::SimpleConnection as _;
        let many = "insert into incidents (information, circumstances, happened_from, known_on, people, serious_risk, risk_reasons, \
            measures) select 'x', 'x', '2016-01-01', '2016-01-02', 1, false, 'x', 'x' from generate_series(1, 60)";
        Ok(conn.batch_execute(many)?)
    });
    let first = joan.get("/incidents").await.expect(200).hides("2 January 2015");
    let next =
        first.body.split("/incidents?after=").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    let last = joan.get(&format!("/incidents?after={next}")).await.expect(200).shows("2 January 2015");
    let id = last
        .body
        .rsplit("/incidents/")
        .next()
        .and_then(|rest| rest.split('"').next())
        .expect("the last entry")
        .to_owned();
    joan.get(&format!("/incidents/{id}")).await.expect(200).shows("Remove from the register");
    joan.post(&format!("/incidents/{id}/removal"), &[]).await.expect(303);
    joan.get(&format!("/incidents/{id}")).await.expect(404);
    joan.get("/incidents?after=nonsense").await.expect(400);
}
