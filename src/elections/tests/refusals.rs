//! What cannot be done, and the words for it: nothing changes.

use super::*;

#[actix_web::test]
async fn what_does_not_go_together_is_refused_beside_its_field() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let day = |days: i64| (site.today() + TimeDelta::days(days)).to_string();
    let (past, soon, late) = (day(-1), format!("{}T08:00", day(3)), day(2_000));
    for (other, field) in [
        (vec![("title_en", ""), ("title_fr", "")], "title_en"),
        (vec![("seats_to_fill", "8")], "seats_to_fill"),
        (vec![("method", "irv")], "method"),
        (vec![("method", "proposal")], "method"),
        (vec![("acclaims", "")], "acclaims"),
        (vec![("nominate_from", past.as_str()), ("nominate_until", past.as_str())], "nominate_until"),
        (vec![("opens_at", soon.as_str())], "opens_at"),
        (vec![("term_from", past.as_str())], "term_from"),
        (vec![("term_until", late.as_str())], "term_until"),
        (vec![("committee_id", "99")], "committee_id"),
    ] {
        let fields = with(&site, &other);
        admin.post("/elections", &sent(&fields)).await.expect(422).shows(&format!("id=\"e-{field}\""));
    }
    assert_eq!(number(&site, "select count(*) from elections"), 0);
    let resident = resident(&site, "Ana", member(&site, "Ana")).await;
    resident.post("/elections", &sent(&form(&site))).await.expect(403);
}

#[actix_web::test]
async fn who_may_not_sit_on_the_board_cannot_stand_and_reads_why() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (ana, aux) = (member(&site, "Ana"), member_of(&site, "Aux", MemberStatus::Auxiliary));
    let (sits, guard) = (member(&site, "Sy"), member(&site, "Gus"));
    let committee = site.act(|act| {
        let id = crate::committees::add(act, "Election committee", "Comité d’élection")?;
        let today = act.today();
        crate::committees::join(act, id, guard, today)?;
        Ok(id)
    });
    run(
        &site,
        &format!(
            "insert into board_terms (member_id, starts_on, ends_on, came) values ({sits}, current_date - 9, current_date + 300, 'elected')"
        ),
    );
    let id = called(&site, &admin, &[("committee_id", &committee.to_string())]).await;
    let page = format!("/elections/{id}");
    let a = resident(&site, "Ana", ana).await;
    for (nominee, why) in [
        (aux.to_string(), "Auxiliary members cannot hold office"),
        (sits.to_string(), "already has a seat"),
        (guard.to_string(), "on the election committee"),
        ("999999".to_owned(), "no longer a member"),
        (String::new(), "Choose a person"),
    ] {
        a.post(&format!("{page}/nominations"), &[("nominee", &nominee)]).await.expect(422).shows(why);
    }
    let g = resident(&site, "Gus", guard).await;
    g.post(&format!("{page}/candidacy"), &[]).await.expect(422).shows("on the election committee");
    // What is owed bars, and nobody else is told that this is why.
    run(&site, &format!("insert into arrears (member_id) values ({ana})"));
    a.post(&format!("{page}/candidacy"), &[]).await.expect(422).shows("cannot be on the board now").hides("arrears");
    assert_eq!(number(&site, "select count(*) from candidacies"), 0);
}

#[actix_web::test]
async fn who_declined_is_put_up_by_nobody_but_themselves() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let [ana, bea, cy] = ["Ana", "Bea", "Cy"].map(|name| member(&site, name));
    let (a, b, c) =
        (resident(&site, "Ana", ana).await, resident(&site, "Bea", bea).await, resident(&site, "Cy", cy).await);
    let id = called(&site, &admin, &[]).await;
    let page = format!("/elections/{id}");
    let nominee = cy.to_string();
    let fields = [("nominee", nominee.as_str())];
    a.post(&format!("{page}/nominations"), &fields).await.expect(303);
    // Once, whoever tries, before and after the answer.
    b.post(&format!("{page}/nominations"), &fields).await.expect(422).shows("was nominated already");
    c.post(&format!("{page}/candidacy/refusal"), &[]).await.expect(303);
    for visitor in [&a, &b] {
        visitor.post(&format!("{page}/nominations"), &fields).await.expect(422).shows("does not want to stand");
    }
    assert_eq!(number(&site, "select count(*) from candidacies where status = 'declined'"), 1);
    // The very same form sent twice is done once.
    let token = c.get(&page).await.form_token();
    for _ in 0..2 {
        c.post_raw(&format!("{page}/candidacy"), &[("form_token", &token)]).await.expect(303);
    }
    assert_eq!(number(&site, "select count(*) from events where kind = 'election.accepted'"), 1);
    c.post(&format!("{page}/candidacy/refusal"), &[]).await.expect(409);
    a.post(&format!("{page}/candidacy/refusal"), &[]).await.expect(404);
    a.get(&format!("{page}/statement")).await.expect(404);
    a.get(&format!("{page}/withdrawal")).await.expect(404);
    c.post(&format!("{page}/statement"), &[("statement_en", &"x".repeat(4_001))])
        .await
        .expect(422)
        .shows("e-statement_en");
}

#[actix_web::test]
async fn nothing_is_done_out_of_its_time() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let [ana, bea, cy] = ["Ana", "Bea", "Cy"].map(|name| member(&site, name));
    let (a, b, c) =
        (resident(&site, "Ana", ana).await, resident(&site, "Bea", bea).await, resident(&site, "Cy", cy).await);
    let tomorrow = (site.today() + TimeDelta::days(1)).to_string();
    let id = called(&site, &admin, &[("nominate_from", &tomorrow), ("by_others", ""), ("seats_to_fill", "1")]).await;
    let page = format!("/elections/{id}");
    a.post(&format!("{page}/candidacy"), &[]).await.expect(409);
    run(&site, "update elections set nominate_from = current_date - 3");
    a.post(&format!("{page}/nominations"), &[("nominee", &bea.to_string())]).await.expect(409);
    admin.post(&page, &sent(&form(&site))).await.expect(400);
    admin.get(&format!("{page}/edit")).await.expect(409);
    for visitor in [&a, &b] {
        visitor.post(&format!("{page}/candidacy"), &[]).await.expect(303);
    }
    // Days are only made later.
    let day = |days: i64| (site.today() + TimeDelta::days(days)).to_string();
    let days = |until: i64| {
        vec![
            ("nominate_until", day(until)),
            ("opens_at", format!("{}T08:00", day(9))),
            ("closes_at", format!("{}T08:00", day(12))),
        ]
    };
    admin.post(&format!("{page}/days"), &sent(&days(4))).await.expect(422).shows("earlier than was announced");
    admin.post(&format!("{page}/days"), &sent(&days(6))).await.expect(303);
    // The vote cannot be set up once its time is over: whoever runs it is told, and gives other days.
    run(
        &site,
        "update elections set nominate_until = current_date - 2, opens_at = now() - interval '2 days', closes_at = now() - interval '1 day'",
    );
    site.act(|act| settle_due(act, id));
    assert_eq!(status(&site, id), Status::Called);
    admin.get("/").await.expect(200).shows("could not be held");
    c.post(&format!("{page}/candidacy"), &[]).await.expect(409);
    admin.post(&format!("{page}/cancellation"), &[("cancel_reason", "")]).await.expect(422).shows("e-cancel_reason");
    admin.post(&format!("{page}/cancellation"), &[("cancel_reason", "We begin anew.")]).await.expect(303);
    a.get(&page).await.expect(200).shows("We begin anew.");
    admin.post(&format!("{page}/announcement"), &[]).await.expect(409);
    a.get("/elections/987654").await.expect(404);
}
