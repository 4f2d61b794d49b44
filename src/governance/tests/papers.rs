//! Notices in the calendar, the numbers of the annual return, and the papers of a meeting.

use chrono::Days;

use super::{director, filing, planned, read_queries, resident};
use crate::meetings::{self, Kind, NewItem, Purpose};
use crate::platform::testing::Site;

fn item(site: &Site, id: i64, title: &str, in_camera: bool) {
    let new = NewItem {
        purpose: Purpose::Decision,
        title_en: title.to_owned(),
        title_fr: format!("{title} (fr)"),
        details: format!("About {title}"),
        minutes: Some(10),
        presenter: String::new(),
        in_camera,
    };
    site.act(|act| meetings::add_item(act, id, &new).map(drop));
}

fn run(site: &Site, sql: &str) {
    site.read(|conn| Ok(diesel::RunQueryDsl::execute(diesel::sql_query(sql), conn)?));
}

#[actix_web::test]
async fn meetings_and_their_notices_stand_in_the_calendar() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let page = admin.get("/governance").await.expect(200).shows("Annual meeting about the year ending");
    page.shows("It is not planned yet.")
        .shows("On the last day allowed, its notice would go out from")
        .hides("Notice: ");
    let id = planned(&site, Kind::Annual, 40);
    let page = admin.get("/governance").await.expect(200).shows("Notice: Annual general meeting");
    page.shows(&format!("href=\"/meetings/{id}\"")).shows("The rules allow it until").hides("It is not planned yet.");
    run(&site, "update meetings set status = 'called'");
    admin.get("/governance").await.expect(200).hides("Notice: ").shows("Notice was given.");
    // a board meeting that was held without minutes
    let board = planned(&site, Kind::Board, 0);
    run(&site, &format!("update meetings set held_on = held_on - 40 where id = {board}"));
    admin.get("/governance").await.expect(200).shows("Minutes to publish: Board meeting").shows("id=\"part-late\"");
}

#[actix_web::test]
async fn the_annual_return_counts_what_is_known_and_says_what_is_not() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let _odette = director(&site, "Odette").await;
    let page = read_queries(admin.get("/governance/annual-return").await.expect(200));
    let page = page.shows("Fill in by hand").shows("They are not kept here.").shows("No general meeting is known here");
    let year = page.body.split("option value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a year");
    // the running year is as of today, and has its director
    let running = format!("/governance/annual-return?year={year}");
    let page = admin.get(&running).await.expect(200).shows("This year is not over yet.").shows("Odette Roy");
    let _ = page.shows("Not held yet").shows("Empty homes");
    let csv = admin.get(&format!("/governance/annual-return.csv?year={year}")).await.expect(200);
    csv.shows("\"Members\",\"1\"")
        .shows("\"Director\",\"Odette Roy\"")
        .shows("\"Number of employees\",\"\",\"Fill in by hand\"");
    admin.get("/governance/annual-return?year=1800").await.expect(200);
    let french = admin.get("/governance/annual-return?lang=fr").await.expect(200);
    french.shows("Chiffres pour la déclaration annuelle").shows("Logements vides");
    admin.get("/audit").await.expect(200).shows("took away a file about governance");
}

#[actix_web::test]
async fn the_papers_are_for_who_sits_there_and_hide_what_is_in_camera_from_others() {
    let site = Site::new().await;
    let (admin, odette) = (site.as_admin().await, director(&site, "Odette").await);
    let (zoe, _) = resident(&site, "Zoe").await;
    let before = planned(&site, Kind::Board, 0);
    item(&site, before, "Gutters", false);
    item(&site, before, "Arrears of 12", true);
    run(&site, &format!("update meetings set held_on = held_on - 20 where id = {before}"));
    run(&site, &format!("insert into minutes (meeting_id, status, for_all) values ({before}, 'published', false)"));
    let texts = "'Written of Gutters', 'Written of Gutters', 'Written of Arrears of 12', 'Written of Arrears of 12'";
    let columns = "meeting_id, number, published_at, text_en, text_fr, in_camera_en, in_camera_fr";
    run(&site, &format!("insert into minute_versions ({columns}) values ({before}, 1, now(), {texts})"));
    let id = planned(&site, Kind::Board, 9);
    item(&site, id, "Roof", false);
    item(&site, id, "Eviction of 14", true);
    filing(&admin, "Insurance", site.today() + Days::new(20), "").await;
    let path = format!("/meetings/{id}/pack");
    zoe.get(&path).await.expect(403);
    site.as_observer().await.get(&path).await.expect(403);
    zoe.get(&format!("/meetings/{id}")).await.expect(200).hides("/pack");
    odette.get(&format!("/meetings/{id}")).await.expect(200).shows(&path);
    let page = read_queries(odette.get(&path).await.expect(200));
    let page = page.shows("Eviction of 14").shows("Written of Gutters").shows("Written of Arrears of 12");
    let _ = page.shows("Roof").shows("These papers hold what is in camera").shows("Insurance").shows("Empty homes");
    // who prepares it and does not sit there reads neither titles nor words
    let page = read_queries(admin.get(&path).await.expect(200)).shows("Roof").shows("In camera");
    let page = page.hides("Eviction").hides("Arrears").hides("These papers hold");
    let _ = page.shows("Written of Gutters").shows("2. In camera");
    let french = odette.get(&format!("{path}?lang=fr")).await.expect(200).shows("Documents de la réunion");
    let _ = french.shows("Eviction of 14 (fr)").shows("Procès-verbal de la dernière réunion");
}

#[actix_web::test]
async fn what_ends_for_somebody_is_told_to_who_may_see_it_elsewhere() {
    use crate::members::{self, Status};
    let site = Site::new().await;
    let (admin, odette) = (site.as_admin().await, director(&site, "Odette").await);
    let (_, zoe) = resident(&site, "Zoe").await;
    let (_, lena) = resident(&site, "Lena").await;
    site.act(|act| {
        let (today, until) = (act.today(), Some(act.today() + Days::new(50)));
        let suspended = members::Change { status: Status::Suspended, from: today, until, reason: String::new() };
        members::change_status(act, zoe, &suspended)?;
        let area = crate::committees::add(act, "Garden", "Jardin")?;
        crate::committees::join(act, area, lena, today)?;
        crate::committees::name_lead(act, area, lena, today, None)
    });
    run(&site, "update leads set during = daterange(lower(during), current_date + 50)");
    run(
        &site,
        &format!(
            "insert into exemptions (member_id, kind, during, percent, granted_at) \
             values ({lena}, 'health', daterange(current_date - 9, current_date + 60), 100, now())"
        ),
    );
    let all = admin.get("/governance").await.expect(200).shows("A suspension ends: Zoe Roy");
    let _ = all.shows("An exemption from hours ends").shows("A lead’s time ends: Garden (Lena Roy)");
    let page = odette.get("/governance").await.expect(200).hides("Zoe Roy").hides("exemption");
    let _ = page.shows("A lead’s time ends: Garden (Lena Roy)");
    let id = planned(&site, Kind::Board, 9);
    let papers = admin.get(&format!("/meetings/{id}/pack")).await.expect(200).hides("Zoe Roy").hides("exemption");
    let _ = papers.shows("A lead’s time ends: Garden (Lena Roy)");
}
