//! The figures, through HTTP, and what others count with them.

mod apart;
mod recount;

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::{EVERY, Period, Series, find, rules::Span};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;

pub fn run(site: &Site, sql: &str) {
    use diesel::prelude::*;
    site.act(|act| Ok(diesel::sql_query(sql).execute(act.conn).map(|_| ())?));
}

/// A figure from one day to another, as of `today`.
pub fn counted(site: &Site, name: &str, (from, until): (NaiveDate, NaiveDate), today: NaiveDate) -> Series {
    let figure = super::named(name, super::Seen::ByMembers).expect("a figure");
    let period = Period { span: Span::Days, from, until };
    site.read(|conn| Ok(find(conn, &[figure], period, today)?.series.remove(0)))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn rows(series: &Series) -> Vec<Vec<Json>> {
    let cells = |row: &super::Row| row.cells.iter().map(|cell| serde_json::to_value(cell).expect("a cell")).collect();
    series.rows.iter().map(cells).collect()
}

/// Members with a status from a day on, each in a home of their own: `(number, day, status)`.
fn register(site: &Site, steps: &[(i64, &str, &str)]) {
    for number in steps.iter().map(|step| step.0).collect::<std::collections::BTreeSet<_>>() {
        run(
            site,
            &format!(
                "with m as (insert into members (number, given_name, family_name, language, joined_on) \
                   values ('F{number}', 'Ada{number}', 'Figure', 'en', '2020-01-01') returning id), \
                 u as (insert into units (label, kind) values ('F{number}', 'apartment') returning id) \
                 insert into occupancies (unit_id, member_id, during) select u.id, m.id, '[2020-01-01,)' from u, m"
            ),
        );
    }
    for (number, since, status) in steps {
        run(
            site,
            &format!(
                "insert into member_statuses (member_id, since, status) select id, '{since}', '{status}' from members where number = 'F{number}'"
            ),
        );
    }
}

#[actix_web::test]
async fn members_are_counted_at_the_end_of_each_month() {
    let site = Site::new().await;
    register(
        &site,
        &[
            (1, "2026-01-31", "member"),
            (2, "2026-02-01", "auxiliary"),
            (2, "2026-02-28", "member"),
            (2, "2026-03-10", "on_leave"),
            (3, "2026-02-10", "member"),
            (3, "2026-03-31", "former"),
        ],
    );
    let growth = counted(&site, "growth", (day("2026-01-01"), day("2026-04-15")), day("2026-12-01"));
    let expected = [("2026-01-31", 1, 1, 0), ("2026-02-28", 3, 2, 0), ("2026-03-31", 2, 0, 1), ("2026-04-15", 2, 0, 0)];
    let expected: Vec<Vec<Json>> = expected
        .iter()
        .map(|(day, all, came, went)| vec![(*day).into(), (*all).into(), (*came).into(), (*went).into()])
        .collect();
    assert_eq!(rows(&growth), expected);
    // Told to everybody once five homes moved: two months after the first, never.
    assert_eq!(
        rows(&counted(&site, "size", (day("2026-01-01"), day("2026-04-15")), day("2026-12-01"))),
        Vec::<Vec<Json>>::new()
    );
    run(&site, "update rule_profiles set group_size_min_for_stats = 3");
    let size = rows(&counted(&site, "size", (day("2026-01-01"), day("2026-04-15")), day("2026-12-01")));
    assert_eq!(size, [vec![Json::from("2026-02-28"), 3.into()]]);
}

#[actix_web::test]
async fn a_home_is_empty_between_those_who_lived_there() {
    let site = Site::new().await;
    register(&site, &[(1, "2026-01-01", "member"), (2, "2026-01-01", "member")]);
    run(
        &site,
        "update occupancies set during = '[2026-01-10,2026-02-20)' where member_id = (select id from members where number = 'F1')",
    );
    run(
        &site,
        "insert into occupancies (unit_id, member_id, during) select u.id, m.id, '[2026-03-06,)' from units u, members m where u.label = 'F1' and m.number = 'F2'",
    );
    run(&site, "insert into units (label, kind) values ('P1', 'parking'), ('Never', 'apartment')");
    let empty = counted(&site, "vacancies", (day("2026-01-01"), day("2026-03-31")), day("2026-12-01"));
    // The home where nobody ever lived stood empty all the time, and a place to park never.
    assert_eq!(empty.numbers("days_empty"), [31 + 9, 28 + 9, 31 + 5]);
    assert_eq!(empty.numbers("homes_empty"), [1, 2, 1]);
    let admin = site.as_admin().await;
    let page = admin
        .get("/figures/vacancies?figures_period=days&figures_from=2026-01-01&figures_to=2026-03-31&compared=before")
        .await
        .expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = page
        .shows("Homes stood empty for 113 days in all, and one is empty now")
        .shows("20 February 2026 to 5 March 2026");
    page.shows(">30 November 2025<").shows("Never</a>").hides("P1</a>");
}

#[actix_web::test]
async fn hours_are_told_by_quarter_and_of_enough_homes() {
    let site = Site::new().await;
    register(&site, &[1, 2, 3, 4, 5, 6].map(|number| (number, "2020-01-01", "member")));
    let line = |number: i64, kind: &str, minutes: i64, recorded: &str| {
        run(
            &site,
            &format!(
                "insert into hour_lines (worked_on, minutes, kind, unit_id, title, recorded_at) select '2025-01-01', {minutes}, '{kind}', id, 'x', \
                 '{recorded} 12:00+00' from units where label = 'F{number}'"
            ),
        );
    };
    for number in 1..=5 {
        line(number, "task", 60, "2026-02-10");
    }
    // Two kinds of few homes are told together, with those of another; one of few homes alone is not told.
    for (number, kind) in [(1, "meeting"), (2, "meeting"), (3, "board"), (4, "board"), (5, "board"), (6, "claim")] {
        line(number, kind, 10, "2026-03-31");
    }
    line(1, "task", 500, "2026-04-01");
    line(1, "gift", 999, "2026-02-10");
    let told = counted(&site, "hours", (day("2026-01-01"), day("2026-12-01")), day("2026-12-01"));
    let expected = [
        vec![Json::from("2026-01-01"), "task".into(), 300.into()],
        vec!["2026-01-01".into(), "other".into(), 60.into()],
    ];
    assert_eq!(rows(&told), expected);
    assert!(
        counted(&site, "hours", (day("2026-01-01"), day("2026-03-30")), day("2026-12-01")).rows.is_empty(),
        "not over"
    );
    assert!(
        counted(&site, "hours", (day("2026-01-01"), day("2026-12-31")), day("2026-03-31")).rows.is_empty(),
        "today is its last day"
    );
}

#[actix_web::test]
async fn a_figure_is_the_same_as_page_file_and_data() {
    let site = Site::new().await;
    register(&site, &[(1, "2026-01-31", "member"), (2, "2026-02-28", "member")]);
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let days = "figures_period=days&figures_from=2026-01-01&figures_to=2026-02-28";
    let page = resident.get(&format!("/figures/growth?{days}")).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("<th scope=\"row\">28 February 2026</th><td class=\"num\">2</td>").hides("Ada2");
    let file = resident.get(&format!("/figures/growth.csv?{days}")).await.expect(200).body;
    assert!(file.contains("\"2026-01-31\",\"1\",\"1\",\"0\"\r\n\"2026-02-28\",\"2\",\"1\",\"0\""), "{file}");
    let data: Json =
        serde_json::from_str(&resident.get(&format!("/figures.json?{days}")).await.expect(200).body).expect("JSON");
    assert_eq!(data["figures"][0]["rows"], serde_json::json!([["2026-01-31", 1, 1, 0], ["2026-02-28", 2, 1, 0]]));
    for figure in data["figures"].as_array().expect("a list") {
        for column in figure["columns"].as_array().expect("a list") {
            for words in [&column["title"], &column["about"], &figure["title"], &figure["about"]] {
                assert!(
                    !words["en"].as_str().unwrap_or("«").contains('«')
                        && !words["fr"].as_str().unwrap_or("").is_empty(),
                    "{column}"
                );
            }
        }
    }
    // Who looks behind it sees who joined.
    let admin = site.as_admin().await;
    admin.get(&format!("/figures/growth?{days}")).await.expect(200).shows("Ada2 Figure</a>").shows("joined");
    resident.get("/figures/nothing").await.expect(404);
    site.anonymous().get("/figures/growth.json").await.expect(303);
}

#[actix_web::test]
async fn a_period_that_cannot_be_is_refused_beside_its_field() {
    let site = Site::new().await;
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    for path in ["/figures", "/figures/growth"] {
        let asked = format!("{path}?figures_period=days&figures_from=2026-05-01&figures_to=2026-04-30");
        let page = resident.get(&asked).await.expect(422).shows("Enter a last day that is not before the first day.");
        page.shows("value=\"2026-05-01\"").shows("value=\"2026-04-30\"");
        resident
            .get(&format!("{asked}&lang=fr"))
            .await
            .expect(422)
            .shows("Entrez un dernier jour qui ne précède pas le premier.");
    }
    resident.get("/figures/growth.csv?figures_period=days&figures_from=x").await.expect(422);
    resident.get("/figures?figures_period=nonsense&compared=nonsense").await.expect(200);
}

#[test]
fn every_figure_has_its_words() {
    for lang in Lang::ALL {
        for figure in EVERY {
            for key in ["name", "note"] {
                assert!(lang.knows(&format!("figures-{}-{key}", figure.name)), "{} {key}", figure.name);
            }
        }
    }
}

#[actix_web::test]
async fn goals_say_where_they_stand_and_what_could_be_done() {
    let site = Site::new().await;
    register(&site, &[1, 2, 3, 4, 5, 6].map(|number| (number, "2020-01-01", "member")));
    let resident = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let page = resident.get("/figures/goals").await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Do members use it?").shows("Only 0% of members were here").shows("Not reached").hides("never invited");
    let admin = site.as_admin().await;
    let page = admin.get("/figures/goals").await.expect(200).shows("6 people were never invited");
    page.shows("No mail reaches 6 people").hides("invited and never signed in");
}
