//! What machines read of meetings.

use diesel::connection::SimpleConnection as _;

use crate::api::tests::{coop, read};
use crate::board;
use crate::meetings::replies::{self, Coming, NewReply};
use crate::meetings::{self, Kind, NewItem, NewMeeting, Purpose};
use crate::policy::Role;

#[actix_web::test]
async fn machines_read_meetings_minutes_and_their_own_reply() {
    let coop = coop().await;
    let site = &coop.site;
    let id = site.act(|act| {
        let until = act.today() + chrono::Days::new(300);
        let entry = board::Entry { from: act.today(), until, came: board::Came::Elected, ended: None };
        board::seat(act, coop.odette, &entry, None)?;
        let new = NewMeeting {
            kind: Kind::Board,
            committee_id: None,
            title_en: String::new(),
            title_fr: String::new(),
            held_on: act.today(),
            starts_at: chrono::NaiveTime::MIN,
            ends_at: None,
            place: "Office".to_owned(),
            online: String::new(),
            access: String::new(),
            child_care: String::new(),
            special_resolution: false,
        };
        let id = meetings::plan(act, &new)?;
        for (title, in_camera) in [("Roof", false), ("Arrears of home 12", true)] {
            let item = NewItem {
                purpose: Purpose::Decision,
                title_en: title.to_owned(),
                title_fr: title.to_owned(),
                details: String::new(),
                minutes: None,
                presenter: String::new(),
                in_camera,
            };
            meetings::add_item(act, id, &item)?;
        }
        let reply = NewReply { answer: Coming::InPerson, holder_id: None, needs: "A ramp".to_owned() };
        replies::reply(act, id, coop.odette, &reply)?;
        Ok(id)
    });
    let published = |for_all: bool| {
        site.read(|conn| {
            Ok(conn.batch_execute(&format!(
                "insert into minutes (meeting_id, for_all, status) values ({id}, {for_all}, 'published') \
                   on conflict (coop_id, meeting_id) do update set for_all = excluded.for_all; \
                 insert into minute_versions (meeting_id, number, published_at, text_en, text_fr, in_camera_en) \
                   values ({id}, 1, now(), 'Soup was served.', 'x', 'Home 12 owes') on conflict do nothing"
            ))?)
        });
    };
    let scopes = &["meetings:read"];
    let director = coop.machine_with(Role::Resident, Some(coop.odette), scopes).await;
    let admin = coop.machine_with(Role::Admin, None, scopes).await;
    let other = coop.machine_with(Role::Resident, Some(coop.amara), scopes).await;
    let path = format!("/api/v1/meetings/{id}");
    for who in [&admin, &other] {
        let shown = read(&who.get(&path).await.expect(200).hides("home 12"));
        assert_eq!(shown["items"][0]["title_en"], "Roof");
        assert_eq!(
            (shown["items"][1]["in_camera"].as_bool(), shown["items"][1]["title_en"].as_str()),
            (Some(true), None)
        );
        let all = read(&who.get("/api/v1/meetings").await.expect(200).hides("home 12"));
        assert_eq!(all["items"].as_array().map(Vec::len), Some(1));
        who.get(&format!("{path}/reply")).await.expect(404);
        who.get(&format!("{path}/minutes")).await.expect(404);
    }
    director.get(&path).await.expect(200).shows("Arrears of home 12");
    let reply = read(&director.get(&format!("{path}/reply")).await.expect(200));
    assert_eq!((reply["answer"].as_str(), reply["needs"].as_str()), (Some("in_person"), Some("A ramp")));
    published(false);
    other.get(&format!("{path}/minutes")).await.expect(404);
    director.get(&format!("{path}/minutes")).await.expect(200).shows("Soup was served.").hides("Home 12 owes");
    published(true);
    other.get(&format!("{path}/minutes")).await.expect(200).shows("Soup was served.").hides("Home 12 owes");
    coop.machine_with(Role::Admin, None, &["tasks:read"]).await.get(&path).await.expect(403);
    admin.get("/api/v1/meetings/987654").await.expect(404);
}
