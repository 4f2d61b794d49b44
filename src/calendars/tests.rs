//! Calendar addresses through HTTP: what stands in them, who reads them, and that another program understands the file.

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta};
use diesel::prelude::*;

use crate::committees;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::tasks::{self, Completion, Holder, NewTask};

fn member(site: &Site, given_name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let id = member(site, name);
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

fn task(site: &Site, title: &str, holder: Holder, on: NaiveDate, at: Option<&str>) -> i64 {
    let due_at = at.map(|at| NaiveTime::parse_from_str(at, "%H:%M").expect("a time"));
    let new =
        NewTask { title: title.to_owned(), holders: vec![holder], due_on: Some(on), due_at, ..NewTask::default() };
    site.act(|act| tasks::create(act, &new))
}

/// Makes an address: its path below the co-op's.
async fn address(visitor: &Visitor<'_>, committee: &str) -> String {
    let made = visitor.post("/calendars", &[("committee_id", committee)]).await.expect(200);
    let secret =
        made.body.split("/calendars/").find_map(|rest| rest.split_once(".ics")).expect("an address").0.to_owned();
    assert!(secret.len() >= 40, "{secret}");
    format!("/calendars/{secret}.ics")
}

fn events(reply: &Reply) -> Vec<Vec<(ICalendarProperty, String)>> {
    let calendar = ICalendar::parse(&reply.body).expect("a calendar that another program can read");
    let all = calendar.components.iter().filter(|one| one.component_type == ICalendarComponentType::VEvent);
    let said = |value: &ICalendarValue| match value {
        ICalendarValue::Text(text) => text.clone(),
        ICalendarValue::Integer(number) => number.to_string(),
        ICalendarValue::PartialDateTime(at) => {
            let parts =
                [at.year.map(i32::from), at.month.map(i32::from), at.day.map(i32::from), at.hour.map(i32::from)];
            let minute = at.minute.map(i32::from);
            parts.into_iter().chain([minute]).flatten().map(|part| part.to_string()).collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
    };
    all.map(|event| {
        let entries = event.entries.iter();
        entries.map(|entry| (entry.name.clone(), entry.values.first().map(said).unwrap_or_default())).collect()
    })
    .collect()
}

fn of<'a>(event: &'a [(ICalendarProperty, String)], name: &ICalendarProperty) -> &'a str {
    event.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

#[actix_web::test]
async fn a_calendar_reads_what_somebody_has_to_do_and_knows_it_again_when_it_moves() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (_, him) = resident(&site, "Paul").await;
    let year = site.today() + TimeDelta::days(120);
    // The clock of Toronto says 18:30 in both: 22:30 in July by UTC, 23:30 in January.
    let day = |month, day: u32| {
        let this = NaiveDate::from_ymd_opt(site.today().year(), month, day).expect("a day");
        if this > site.today() { this } else { this.with_year(this.year() + 1).expect("a day") }
    };
    let (july, january) = (day(7, 12), day(1, 12));
    let summer = task(&site, "Water the planters, and \"sing\"; é", Holder::Member(me), july, Some("18:30"));
    let winter = task(&site, "Salt", Holder::Member(me), january, Some("18:30"));
    let whole = task(&site, "Rake", Holder::Member(me), year, None);
    task(&site, "His", Holder::Member(him), year, None);
    let path = address(&odette, "").await;
    let anybody = site.anonymous();
    let reply = anybody.get(&path).await.expect(200);
    assert!(reply.header("content-type").starts_with("text/calendar"));
    let all = events(&reply);
    assert_eq!(all.len(), 3, "{}", reply.body);
    let find = |all: &[Vec<(ICalendarProperty, String)>], id: i64| {
        let uid = format!("task-{id}@");
        all.iter().find(|event| of(event, &ICalendarProperty::Uid).starts_with(&uid)).cloned().expect("an event")
    };
    let starts = |id| of(&find(&all, id), &ICalendarProperty::Dtstart).to_owned();
    let text = |day: NaiveDate, rest: &str| format!("{}{rest}", day.format("%Y %-m %-d"));
    assert_eq!(starts(summer), text(july, " 22 30"));
    assert_eq!(starts(winter), text(january, " 23 30"));
    assert_eq!(starts(whole), text(year, ""));
    assert_eq!(of(&find(&all, summer), &ICalendarProperty::Summary), "Water the planters, and \"sing\"; é");
    // One moves: it is the same entry, later in its row; the others are as they were.
    let before = find(&all, winter);
    let moved = january + TimeDelta::days(2);
    site.act(|act| {
        let task = tasks::find(act.conn, winter)?;
        tasks::edit(act, winter, &NewTask { due_on: Some(moved), ..task.written() }, task.version)
    });
    site.act(|act| tasks::complete(act, whole, &Completion::default(), 1));
    let later = events(&anybody.get(&path).await.expect(200));
    let after = find(&later, winter);
    assert_eq!(of(&after, &ICalendarProperty::Uid), of(&before, &ICalendarProperty::Uid));
    let sequence = |event: &[_]| of(event, &ICalendarProperty::Sequence).parse::<i32>().expect("a number");
    assert!(sequence(&after) > sequence(&before));
    assert_eq!(of(&after, &ICalendarProperty::Dtstart), text(moved, " 23 30"));
    assert_eq!(find(&later, summer), find(&all, summer));
    assert_eq!(of(&find(&later, whole), &ICalendarProperty::Summary), "Done: Rake");
}

#[actix_web::test]
async fn an_address_is_secret_ends_and_shows_nothing_that_its_holder_may_not_see() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, _) = resident(&site, "Paul").await;
    let garden = site.act(|act| {
        let id = committees::add(act, "Garden", "Jardin")?;
        committees::join(act, id, me, NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day"))?;
        Ok(id)
    });
    let soon = site.today() + TimeDelta::days(9);
    task(&site, "Sow", Holder::Committee(garden), soon, None);
    let all = garden.to_string();
    paul.post("/calendars", &[("committee_id", &all)]).await.expect(422);
    odette.post("/calendars", &[("committee_id", "garden")]).await.expect(400);
    let page = odette.get("/calendars").await.expect(200).shows("Tasks of Garden");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let (of_garden, own) = (address(&odette, &all).await, address(&odette, "").await);
    let anybody = site.anonymous();
    for path in [&of_garden, &own] {
        anybody.get(path).await.expect(200).shows("SUMMARY:Sow");
    }
    // In the language in which it was made.
    odette.get("/calendars?lang=fr").await;
    let french = odette.post("/calendars?lang=fr", &[("committee_id", &all)]).await.expect(200);
    let secret =
        french.body.split("/calendars/").find_map(|rest| rest.split_once(".ics")).expect("an address").0.to_owned();
    anybody.get(&format!("/calendars/{secret}.ics")).await.expect(200).shows("Jardin");
    // Nothing of the secret is kept, and what was read is known again.
    let kept = "select count(*) as n from calendars c where c::text like $1 or exists (select from events e where e.detail::text like $1)";
    let word = own.trim_start_matches("/calendars/").trim_end_matches(".ics").to_owned();
    let found = site.read(|conn| {
        #[derive(diesel::QueryableByName)]
        struct Count {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let row: Count =
            diesel::sql_query(kept).bind::<diesel::sql_types::Text, _>(format!("%{word}%")).get_result(conn)?;
        Ok(row.n)
    });
    assert_eq!(found, 0);
    let first = anybody.get(&own).await.expect(200);
    let again = anybody
        .custom(actix_web::test::TestRequest::get().uri(&own).insert_header(("if-none-match", first.header("etag"))))
        .await;
    again.expect(304);
    // Whoever leaves the committee, or stops it, reads it no longer; a wrong address is answered the same.
    site.act(|act| committees::leave(act, garden, me, act.today()));
    anybody.get(&of_garden).await.expect(404);
    anybody.get(&own).await.expect(200).hides("SUMMARY:Sow");
    let id = site.read(|conn| super::store::of_account(conn, odette.account.expect("an account")))[0].id;
    paul.post(&format!("/calendars/{id}/ending"), &[]).await.expect(404);
    for _ in 0..2 {
        odette.post(&format!("/calendars/{id}/ending"), &[]).await.expect(303);
    }
    anybody.get(&own).await.expect(404);
    anybody.get("/calendars/never.ics").await.expect(404);
}

#[actix_web::test]
async fn who_left_the_co_op_has_no_calendar_of_it() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let path = address(&odette, "").await;
    site.anonymous().get(&path).await.expect(200);
    site.act(|act| members::set_status(act, me, Status::Former, act.today(), ""));
    site.anonymous().get(&path).await.expect(404);
}
