//! Everything about one person, through HTTP.

use diesel::connection::SimpleConnection as _;

use super::add;
use crate::platform::events;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::privacy::slice;

#[actix_web::test]
async fn everything_about_a_person_is_for_them_and_the_office_and_each_look_is_recorded() {
    let site = Site::new().await;
    let (ada, odette) = (add(&site, "Ada", "Ng"), add(&site, "Odette", "Roy"));
    site.act(|act| {
        act.conn.batch_execute(&format!(
            "update members set notes = 'owns a drum', skills = 'soup' where id = {ada};
             insert into arrears (member_id) values ({ada});
             insert into polls (title_en, title_fr, quorum_percent, opens_at, closes_at) \
               values ('Paint', 'Peindre', 0, now(), now() + '1 day');
             insert into questions (poll_id, number, method, majority_num, majority_den, abstentions_count) \
               select id, 1, 'proposal', 1, 2, false from polls;
             insert into roll (poll_id, member_id) select id, {ada} from polls;
             update polls set status = 'open', roll_size = 1;
             insert into open_ballots (poll_id, member_id, answers, cast_at) select id, {ada}, '{{against}}', now() from polls;"
        ))?;
        Ok(())
    });
    let (own, admin) = (site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await, site.as_admin().await);
    let neighbour = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let path = format!("/members/{ada}/everything");
    for address in [path.clone(), format!("{path}.json")] {
        own.get(&address).await.expect(200).shows("soup").shows("gainst").hides("owns a drum");
        admin.get(&address).await.expect(200).shows("soup").hides("gainst").shows("owns a drum");
        neighbour.get(&address).await.expect(404);
    }
    let mine: serde_json::Value =
        serde_json::from_str(&own.get(&format!("{path}.json")).await.expect(200).body).expect("JSON");
    assert_eq!(mine["owed"][0]["in_arrears"], true);
    let theirs: serde_json::Value =
        serde_json::from_str(&admin.get(&format!("{path}.json")).await.expect(200).body).expect("JSON");
    assert_eq!((&theirs["owed"], &theirs["votes"][0]["choice"]), (&serde_json::json!([]), &serde_json::Value::Null));
    site.as_observer().await.get(&path).await.expect(403);
    let told = site.read(|conn| events::of_subject(conn, "member", ada, 50));
    assert_eq!(told.iter().filter(|event| event.is(&slice::MEMBER_EVERYTHING_READ)).count(), 6);
}
