//! Who may: the chair, the lead of a committee, whoever has the code of the room or their own.

use crate::attendance::tests::*;
use crate::board;
use crate::committees;

#[actix_web::test]
async fn the_code_of_the_room_lets_members_in_and_wrong_ones_are_limited() {
    let site = Site::new().await;
    let members = ten(&site);
    let admin = site.as_admin().await;
    let (odette, paul) = (resident(&site, 0, &members).await, resident(&site, 1, &members).await);
    let id = planned(&site, Kind::Annual, None, site.today());
    let here = format!("/meetings/{id}/here");
    odette.get(&here).await.expect(200).shows("The door is not open yet");
    admin.post(&format!("/meetings/{id}/door"), &[]).await.expect(303);
    let code = site.read(|conn| attendance::look(conn, id, None, false, site.today())).door.expect("a door").code;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    odette.get(&format!("/meetings/{id}/attendance")).await.hides(&code[..3]);
    odette.get(&format!("/meetings/{id}/screen")).await.expect(403);
    odette.get(&format!("/meetings/{id}/screen/live")).await.expect(403);
    odette.get(&format!("/meetings/{id}/live")).await.expect(200);
    admin.get(&format!("/meetings/{id}/screen")).await.expect(200).shows(&code[..3]).hides("Roy");
    admin.get(&here).await.expect(403);

    odette.post(&here, &[("room_code", ""), ("attends", "in_person")]).await.expect(422).shows("e-room_code");
    odette.post(&here, &[("room_code", wrong), ("attends", "in_person")]).await.expect(422).shows("not the code");
    odette.post(&here, &[("room_code", &code), ("attends", "asleep")]).await.expect(422).shows("e-attends");
    let spaced = format!(" {} {}", &code[..3], &code[3..]);
    let fields = [("room_code", spaced.as_str()), ("attends", "in_person")];
    odette.post(&here, &fields).await.expect(303);
    let again = odette.post(&here, &fields).await.expect(303);
    told(&odette, &again).get(&here).await.shows("Noted already");
    assert_eq!((times(&site, id, members[0]), there(&site, id).people), (1, 1));
    odette.get(&here).await.expect(200).shows("It is noted that you are there");
    odette.post(&format!("{here}/leaving"), &[]).await.expect(303);
    assert_eq!(there(&site, id).people, 0);

    // the tenth wrong one is the last
    for _ in 0..10 {
        paul.post(&here, &[("room_code", wrong), ("attends", "online")]).await.expect(422);
    }
    paul.post(&here, &[("room_code", &code), ("attends", "online")]).await.expect(429);
    assert_eq!(times(&site, id, members[1]), 0);
    // another code: the one before is good no more
    admin.post(&format!("/meetings/{id}/room-code"), &[]).await.expect(303);
    let zoe = resident(&site, 2, &members).await;
    zoe.post(&here, &[("room_code", &code), ("attends", "in_person")]).await.expect(422);
}

#[actix_web::test]
async fn somebodys_own_code_is_read_by_who_keeps_the_door_alone() {
    let site = Site::new().await;
    let members = ten(&site);
    let admin = site.as_admin().await;
    let odette = resident(&site, 0, &members).await;
    let id = planned(&site, Kind::Annual, None, site.today());
    let other = planned(&site, Kind::Special, None, site.today());
    for meeting in [id, other] {
        admin.post(&format!("/meetings/{meeting}/door"), &[]).await.expect(303);
    }
    odette.get(&format!("/meetings/{id}/my-code")).await.expect(200).shows("Odette Roy").shows("<svg width=\"300\"");
    admin.get(&format!("/meetings/{id}/my-code")).await.expect(403);
    let sign = site.state.keys.sign(b"attendance-card", format!("{}/{id}/{}", site.coop.0, members[0]).as_bytes());
    let token = format!("{}.{sign}", members[0]);
    let address = format!("/meetings/{id}/codes/{token}");
    odette.get(&address).await.expect(403);
    odette.post(&address, &[]).await.expect(403);
    for wrong in [format!("/meetings/{other}/codes/{token}"), format!("/meetings/{id}/codes/{}.{sign}", members[1])] {
        admin.get(&wrong).await.expect(404);
        admin.post(&wrong, &[]).await.expect(404);
    }
    admin.get(&address).await.expect(200).shows("Odette Roy");
    admin.post(&address, &[]).await.expect(303);
    admin.get(&address).await.expect(200).shows("since");
    assert_eq!(times(&site, id, members[0]), 1);
    admin.get("/audit").await.expect(200).hides(&sign);
}

#[actix_web::test]
async fn chair_and_lead_hold_their_meeting_and_no_other() {
    let site = Site::new().await;
    let members = ten(&site);
    let admin = site.as_admin().await;
    let (zoe, lena) = (resident(&site, 2, &members).await, resident(&site, 3, &members).await);
    let observer = site.as_observer().await;
    let garden = site.act(|act| {
        let id = committees::add(act, "Garden", "Jardin")?;
        for member in &members[3..6] {
            committees::join(act, id, *member, since())?;
        }
        committees::name_lead(act, id, members[3], since(), None)?;
        Ok(id)
    });
    site.act(|act| {
        let entry = board::Entry {
            from: act.today(),
            until: act.today() + chrono::Days::new(300),
            came: board::Came::Elected,
            ended: None,
        };
        board::seat(act, members[2], &entry, None).map(drop)
    });
    let own = planned(&site, Kind::Committee, Some(garden), site.today());
    let board = planned(&site, Kind::Board, None, site.today());
    lena.post(&format!("/meetings/{own}/door"), &[]).await.expect(303);
    lena.post(&format!("/meetings/{board}/door"), &[]).await.expect(403);
    assert_eq!(there(&site, own).quorum.needed, 2, "more than half of three");
    tick(&lena, own, members[4], "online").await.expect(303);
    assert_eq!(there(&site, own).people, 1);
    // somebody else is noted, and does not count
    let came = tick(&lena, own, members[9], "in_person").await.expect(303);
    told(&lena, &came).get(&format!("/meetings/{own}/door")).await.shows("does not count for the quorum");
    assert_eq!(there(&site, own).people, 1);

    // whoever chairs the board's meeting holds it
    zoe.post(&format!("/meetings/{board}/door"), &[]).await.expect(403);
    let roles = format!("/meetings/{board}/roles");
    zoe.post(&roles, &[("chair", &members[2].to_string())]).await.expect(403);
    admin.post(&roles, &[("chair", "987654")]).await.expect(422).shows("e-chair");
    admin
        .post(&roles, &[("chair", &members[2].to_string()), ("doorkeeper", &members[6].to_string())])
        .await
        .expect(303);
    zoe.post(&format!("/meetings/{board}/door"), &[]).await.expect(303);
    zoe.get(&format!("/meetings/{board}/attendance")).await.expect(200).shows("Call to order");
    zoe.get(&roles).await.expect(200).shows("Tom Roy");
    let tom = resident(&site, 6, &members).await;
    tom.get(&roles).await.expect(403);
    tom.post(&format!("/meetings/{board}/opening"), &[("without_quorum", "1")]).await.expect(403);
    tick(&tom, board, members[2], "in_person").await.expect(303);
    zoe.post(&format!("{roles}/{}/removal", members[6]), &[]).await.expect(303);
    zoe.post(&format!("{roles}/{}/removal", members[6]), &[]).await.expect(404);
    tick(&tom, board, members[2], "left").await.expect(403);

    observer.get(&format!("/meetings/{board}/attendance")).await.expect(200).hides("Zoe Roy");
    observer.get(&format!("/meetings/{board}/door")).await.expect(403);
    observer.get(&format!("/meetings/{board}/attendance.csv")).await.expect(403);
}
