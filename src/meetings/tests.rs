//! Meetings through HTTP: planned, changed, called off; their agendas; what stays in camera.

use chrono::{Days, NaiveDate};

use crate::board;
use crate::committees;
use crate::meetings::{self, Item};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;

mod api;
mod asked;
mod calling;
mod papers;

fn since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day")
}

async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let new = NewMember {
        number: String::new(),
        given_name: name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: since(),
        status: Status::Member,
    };
    let id = site.act(|act| members::add(act, &new));
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

fn in_days(site: &Site, days: u64) -> String {
    (site.today() + Days::new(days)).to_string()
}

/// Plans a meeting: its path.
async fn planned(who: &Visitor<'_>, kind: &str, day: &str) -> String {
    let fields =
        [("meeting_kind", kind), ("held_on", day), ("meeting_starts_at", "19:00"), ("meeting_place", "Common room")];
    who.post("/meetings", &fields).await.expect(303).location().to_owned()
}

fn id_of(path: &str) -> i64 {
    path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id")
}

fn agenda(site: &Site, path: &str) -> Vec<Item> {
    site.read(|conn| meetings::items(conn, id_of(path)))
}

#[actix_web::test]
async fn a_meeting_is_planned_changed_and_called_off() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (odette, _) = resident(&site, "Odette").await;
    admin.get("/meetings").await.expect(200).shows("No meeting is planned").shows("must be held by");
    admin.get("/meetings/new").await.expect(200).shows("Annual general meeting").shows("Board meeting");
    odette.get("/meetings/new").await.expect(403);

    // what is wrong stands beside its field, and nothing is stored
    let (past, far) = (since().to_string(), in_days(&site, 40));
    for (field, value, says) in [
        ("meeting_kind", "party", "Choose one of the options"),
        ("held_on", past.as_str(), "today’s date or a later one"),
        ("held_on", "20000-01-01", "date"),
        ("meeting_starts_at", "", "required"),
        ("meeting_starts_at", "25:99", "time"),
        ("meeting_ends_at", "19:00", "ends when it starts"),
        ("meeting_place", "", "Say where it is"),
    ] {
        let mut fields = vec![
            ("meeting_kind", "annual"),
            ("held_on", far.as_str()),
            ("meeting_starts_at", "19:00"),
            ("meeting_ends_at", "21:00"),
            ("meeting_place", "Common room"),
        ];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let reply = admin.post("/meetings", &fields).await.expect(422);
        assert!(reply.body.contains(&format!("e-{field}")), "{field}: {says}");
    }
    admin.get("/meetings").await.shows("No meeting is planned");

    let token = admin.fresh_token().await;
    let fields = [
        ("meeting_kind", "annual"),
        ("held_on", far.as_str()),
        ("meeting_starts_at", "19:00"),
        ("meeting_place", "Common room"),
        ("meeting_online", "https://call.example.org/riel"),
        ("form_token", token.as_str()),
    ];
    let path = admin.post_raw("/meetings", &fields).await.expect(303).location().to_owned();
    assert_eq!(admin.post_raw("/meetings", &fields).await.expect(303).location(), path, "sent twice, planned once");
    let page = odette.get("/meetings").await.expect(200).shows("Annual general meeting").hides("must be held by");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page =
        odette.get(&path).await.expect(200).shows("href=\"https://call.example.org/riel\"").hides("By the rules");
    assert!(page.queries <= 6, "{} queries", page.queries);
    admin.get(&path).await.expect(200).shows("By the rules, notice is given").shows("must reach the board by");
    admin.get("/meetings").await.hides("must be held by");

    // another day is another entry of calendars; a title is not
    let sequence = || site.read(|conn| meetings::find(conn, id_of(&path), None, since())).sequence;
    let changed = |day: &str, title: &str, version: &str| {
        [
            ("held_on", day),
            ("meeting_title_en", title),
            ("version", version),
            ("meeting_starts_at", "19:00"),
            ("meeting_place", "Common room"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let send = async |fields: [(String, String); 5]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        admin.post(&path, &fields).await
    };
    odette.get(&format!("{path}/edit")).await.expect(403);
    send(changed(&far, "Annual meeting and supper", "1")).await.expect(303);
    let asked_to_call = sequence();
    send(changed(&in_days(&site, 41), "Annual meeting and supper", "2")).await.expect(303);
    assert_eq!(sequence(), asked_to_call + 1);
    send(changed(&far, "Lost", "2")).await.expect(409).shows("Lost");
    odette.get("/search?q=supper").await.expect(200).shows("Annual meeting and supper");

    admin.post(&format!("{path}/cancellation"), &[("version", "3"), ("cancelled_why", "")]).await.expect(422);
    let why = [("version", "3"), ("cancelled_why", "The boiler broke.")];
    odette.post(&format!("{path}/cancellation"), &why).await.expect(403);
    admin.post(&format!("{path}/cancellation"), &why).await.expect(303);
    odette.get(&path).await.expect(200).shows("Cancelled").shows("The boiler broke.");
    admin.get("/meetings").await.expect(200).shows("must be held by");
    send(changed(&far, "Again", "4")).await.expect(409);
}

#[actix_web::test]
async fn an_agenda_is_written_ordered_and_in_camera_nobody_else_reads_it() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (odette, _) = resident(&site, "Odette").await;
    let (zoe, director) = resident(&site, "Zoe").await;
    site.act(|act| {
        let to = act.today() + Days::new(300);
        let entry = board::Entry { from: act.today(), until: to, came: board::Came::Elected, ended: None };
        board::seat(act, director, &entry, None).map(drop)
    });
    let path = planned(&admin, "board", &in_days(&site, 9)).await;
    let items = format!("{path}/items");
    for title in ["Welcome", "Budget", "Roof"] {
        let fields = [("item_title_en", title), ("item_purpose", "discussion"), ("item_minutes", "20")];
        admin.post(&items, &fields).await.expect(303);
    }
    odette.post(&items, &[("item_title_en", "Mine"), ("item_purpose", "decision")]).await.expect(403);
    admin.post(&items, &[("item_title_en", ""), ("item_purpose", "decision")]).await.expect(422);
    admin
        .post(&items, &[("item_title_en", "Long"), ("item_purpose", "decision"), ("item_minutes", "900")])
        .await
        .expect(422);
    let titles = || agenda(&site, &path).into_iter().map(|item| item.title_en).collect::<Vec<_>>();
    assert_eq!(titles(), ["Welcome", "Budget", "Roof"]);
    let roof = agenda(&site, &path)[2].id;
    for _ in 0..4 {
        admin.post(&format!("{items}/{roof}/move"), &[("to", "up")]).await.expect(303);
    }
    assert_eq!(titles(), ["Roof", "Welcome", "Budget"]);
    admin.post(&format!("{items}/{roof}/removal"), &[]).await.expect(303);
    odette.get(&path).await.expect(200).shows("1. Welcome").shows("40\u{a0}min").hides("Roof");

    // Only who sits there writes what is in camera, and reads it.
    let secret = [("item_title_en", "Arrears of home 12"), ("item_purpose", "decision"), ("in_camera", "1")];
    admin.post(&items, &secret).await.expect(422).shows("Only those who sit there");
    site.act(|act| {
        meetings::add_item(
            act,
            id_of(&path),
            &meetings::NewItem {
                purpose: meetings::Purpose::Decision,
                title_en: "Arrears of home 12".to_owned(),
                title_fr: "Arriérés du logement 12".to_owned(),
                details: "Who owes what".to_owned(),
                minutes: Some(15),
                presenter: String::new(),
                in_camera: true,
            },
        )
    });
    let hidden = agenda(&site, &path)[2].id;
    zoe.get(&path).await.expect(200).shows("Arrears of home 12").shows("Who owes what").shows("In camera");
    for who in [&odette, &admin] {
        who.get(&path).await.expect(200).shows("3. In camera").hides("Arrears").hides("Who owes");
        who.get("/search?q=arrears").await.expect(200).hides("home 12");
    }
    admin.get(&format!("{items}/{hidden}/edit")).await.expect(403);
    admin.post(&format!("{items}/{hidden}/removal"), &[]).await.expect(403);
    admin.get("/audit").await.expect(200).hides("Arrears");

    // A lead plans the meetings of their committee, and no others.
    let (lena, lead) = resident(&site, "Lena").await;
    let garden = site.act(|act| {
        let id = committees::add(act, "Garden", "Jardin")?;
        committees::join(act, id, lead, since())?;
        committees::name_lead(act, id, lead, since(), None)?;
        Ok(id)
    });
    lena.get("/meetings/new").await.expect(200).shows("Garden committee meeting").hides("Board meeting");
    let own = planned(&lena, &format!("committee-{garden}"), &in_days(&site, 3)).await;
    lena.get(&own).await.expect(200).shows("Garden committee meeting").hides("By the rules");
    lena.post(&format!("{own}/items"), &[("item_title_en", "Beds"), ("item_purpose", "decision"), ("in_camera", "1")])
        .await
        .expect(303);
    odette.get(&own).await.expect(200).hides("Beds");
    let board =
        [("meeting_kind", "board"), ("held_on", "2099-01-01"), ("meeting_starts_at", "19:00"), ("meeting_place", "x")];
    lena.post("/meetings", &board).await.expect(403);
    lena.post(&format!("{path}/items"), &[("item_title_en", "Mine"), ("item_purpose", "decision")]).await.expect(403);
    // A committee that is closed meets no more; what was planned can still be moved, and called off.
    let closed = format!("update committees set closed_on = formed_on + 1 where id = {garden}");
    site.read(|conn| Ok(diesel::RunQueryDsl::execute(diesel::sql_query(closed), conn)?));
    let (kind, day) = (format!("committee-{garden}"), in_days(&site, 5));
    let late =
        [("meeting_kind", kind.as_str()), ("held_on", &day), ("meeting_starts_at", "19:00"), ("meeting_place", "x")];
    admin.post("/meetings", &late).await.expect(422).shows("e-meeting_kind");
    let moved =
        [("version", "1"), ("held_on", "2099-01-01"), ("meeting_starts_at", "18:00"), ("meeting_place", "Garden")];
    admin.post(&own, &moved).await.expect(303);
    site.as_observer().await.get(&own).await.expect(200).hides("Beds");
}

#[actix_web::test]
async fn a_series_is_planned_at_once_and_one_evening_moves_alone() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (first, until) = (in_days(&site, 7), in_days(&site, 100));
    let fields = |until: &str| {
        [
            ("meeting_kind", "board"),
            ("held_on", first.as_str()),
            ("meeting_starts_at", "19:00"),
            ("meeting_place", "Office"),
            ("repeats", "monthly"),
            ("repeats_until", until),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let send = async |until: &str| {
        let fields = fields(until);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        admin.post("/meetings", &fields).await
    };
    send("").await.expect(422).shows("e-repeats_until");
    send(&in_days(&site, 9)).await.expect(422).shows("a second meeting");
    admin.get("/meetings").await.shows("No meeting is planned");
    let path = send(&until).await.expect(303).location().to_owned();
    let all = || site.read(|conn| meetings::coming(conn, None, site.today(), 50));
    let planned = all();
    assert!((3..=4).contains(&planned.len()), "{}", planned.len());
    assert!(planned.iter().all(|one| one.series == Some(id_of(&path))));
    // one evening moves, the others stay
    let second = planned[1].id;
    let moved = in_days(&site, 50);
    let fields =
        [("version", "1"), ("held_on", moved.as_str()), ("meeting_starts_at", "18:00"), ("meeting_place", "Office")];
    admin.post(&format!("/meetings/{second}"), &fields).await.expect(303);
    let after = all();
    let changed = planned.iter().filter(|was| after.iter().any(|is| is.id == was.id && is.sequence != was.sequence));
    assert_eq!(changed.map(|one| one.id).collect::<Vec<_>>(), [second]);

    // an agenda begins with what is usual, or as last time
    let usual = format!("{path}/items/usual");
    admin.post(&usual, &[("like", "usual")]).await.expect(303);
    admin.get(&path).await.expect(200).shows("Approval of the agenda").shows("Planned in a series");
    admin.post(&usual, &[("like", "usual")]).await.expect(409);
    admin.post(&format!("{path}/items"), &[("item_title_en", "Roof"), ("item_purpose", "decision")]).await.expect(303);
    let next = format!("/meetings/{second}");
    admin.post(&format!("{next}/items/usual"), &[("like", "before")]).await.expect(303);
    assert_eq!(agenda(&site, &next).len(), agenda(&site, &path).len());
}
