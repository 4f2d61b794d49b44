//! The figures: who sees them, and that each number is the length of the list that it opens.

use chrono::{Days, NaiveDate, NaiveTime};
use diesel::prelude::*;
use proptest::prelude::*;

use super::{member, resident, task};
use crate::committees;
use crate::platform::clock;
use crate::platform::testing::{Reply, Site};
use crate::tasks::fulfilment::{AGES, Period, added};
use crate::tasks::{Holder, Kind, NewTask};

/// Each number of a page with the list that it opens.
fn numbers(page: &Reply) -> Vec<(String, usize)> {
    let main = page.body.split("<table").skip(1).filter_map(|table| table.split("</table>").next());
    let links = main.flat_map(|table| table.split("<a href=\"/tasks?view=list").skip(1));
    links
        .map(|rest| {
            let (address, rest) = rest.split_once('"').expect("an address");
            let number = rest.split_once('>').expect("a number").1.split('<').next().unwrap_or_default();
            (
                format!("/tasks?view=list{}", address.replace("&#38;", "&").replace("&amp;", "&")),
                number.parse().expect("a number"),
            )
        })
        .collect()
}

/// A year of tasks of two committees and of none: done in time, late, without a day, open, late, called off, missed, of later.
fn year(site: &Site, holder: i64) -> [i64; 2] {
    let today = site.today();
    let from = today - Days::new(300);
    site.act(|act| {
        let garden = committees::add(act, "Garden", "Jardin")?;
        let works = committees::add(act, "Works", "Travaux")?;
        let of = [Some(garden), Some(works), None];
        for number in 0..60_u64 {
            act.now = clock::instant(act.coop.zone, (from + Days::new(number * 5)).and_time(NaiveTime::MIN)).expect("a time");
            let day = act.today();
            let id = crate::tasks::create(
                act,
                &NewTask {
                    title: format!("Task {number}"),
                    kind: if number % 4 == 0 { Kind::Chore } else { Kind::Task },
                    committee_id: of[(number % 3) as usize],
                    due_on: (number % 5 != 0).then(|| day + Days::new(number % 7 * 4)),
                    holders: vec![Holder::Member(holder)],
                    ..NewTask::default()
                },
            )?;
            act.now += chrono::TimeDelta::days((number % 11) as i64 * 3);
            let state = match number % 6 {
                0 | 1 => "status = 'done', done_at = $2",
                2 => "status = 'cancelled', version = version + ($2::timestamptz is null)::int",
                3 => "status = 'waiting', version = version + ($2::timestamptz is null)::int",
                _ => "version = version + ($2::timestamptz is null)::int",
            };
            diesel::sql_query(format!("update tasks set {state} where id = $1"))
                .bind::<diesel::sql_types::BigInt, _>(id)
                .bind::<diesel::sql_types::Timestamptz, _>(act.now)
                .execute(act.conn)?;
        }
        let missed = "with chore as (insert into chores (title, first_on, pool_of, strategy, period, seed) \
               values ('x', '2020-01-01', 'unit', 'nobody', 'turns', 1) returning id) \
             insert into turns (chore_id, task_id, due_on, stint_on, why, closed_as) select chore.id, t.id, t.due_on, t.due_on, '{}', 'missed' \
             from chore, tasks t where t.status = 'cancelled' and t.due_on is not null and t.kind = 'chore'";
        diesel::sql_query(missed).execute(act.conn)?;
        Ok([garden, works])
    })
}

#[actix_web::test]
async fn each_number_is_as_long_as_the_list_that_it_opens() {
    let site = Site::new().await;
    let holder = member(&site, "Odette");
    let [garden, _] = year(&site, holder);
    let admin = site.as_admin().await;
    let mut looked_at = 0;
    for address in [
        "/tasks/figures".to_owned(),
        "/tasks/figures?period=months".to_owned(),
        format!("/tasks/figures?period=months&committee={garden}"),
        "/tasks/figures?period=before&committee=0".to_owned(),
    ] {
        let page = admin.get(&address).await.expect(200).shows("How tasks get done");
        assert!(page.queries <= 6, "{} queries", page.queries);
        for (list, many) in numbers(&page) {
            let shown = admin.get(&list).await.expect(200).body.matches("<th scope=\"row\">").count();
            assert_eq!(shown, many, "{list} of {address}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 60, "{looked_at}");
    let page = admin.get("/tasks/figures?period=months").await;
    for column in ["Missed turns", "Done late", "No committee", "Turns of chores", "More than 90 days ago"] {
        assert!(page.body.contains(column), "{column}");
    }
    // The list says by what it is narrowed, and keeps it when it is searched.
    let list = "/tasks?view=list&status=done-late&kind=chore&from=2026-01-01&until=2026-12-31&committee=0";
    let list = admin.get(list).await.expect(200);
    list.shows("From 1 January 2026")
        .shows("name=\"until\" value=\"2026-12-31\"")
        .shows("No committee")
        .shows("Done late");
    let french = admin.get("/tasks/figures?lang=fr").await.expect(200);
    french.shows("Les tâches en chiffres").shows("Par comité").hides("«tasks");
}

#[actix_web::test]
async fn the_same_numbers_are_a_file() {
    let site = Site::new().await;
    let holder = member(&site, "Odette");
    year(&site, holder);
    let admin = site.as_admin().await;
    let file = admin.get("/tasks/figures.csv?period=months").await.expect(200);
    let text = file.body.replace('"', "");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].contains("Done late") && lines.iter().any(|line| line.contains("Garden")), "{lines:?}");
    let done = |by: &str| -> i64 {
        let of = lines.iter().filter(|line| line.starts_with(by));
        of.map(|line| line.split([',', ';']).nth(2).and_then(|cell| cell.parse::<i64>().ok()).expect("a number")).sum()
    };
    assert!(done("By committee") > 0);
    assert_eq!(done("By committee"), done("By kind"));
    assert_eq!(done("By committee"), done("By month"));
    admin.get("/tasks/figures.xlsx").await.expect(200);
}

#[actix_web::test]
async fn a_lead_sees_their_committee_and_others_see_none() {
    let site = Site::new().await;
    let (lena, her) = resident(&site, "Lena").await;
    let (odette, _) = resident(&site, "Odette").await;
    let [garden, works] = year(&site, her);
    lena.get("/tasks/figures").await.expect(403);
    let from = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day");
    site.act(|act| {
        committees::join(act, garden, her, from)?;
        committees::name_lead(act, garden, her, from, None)
    });
    let page = lena.get("/tasks/figures?period=months").await.expect(200).shows("Garden").hides("Works");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let other = lena.get(&format!("/tasks/figures?period=months&committee={works}")).await.expect(200);
    assert_eq!(numbers(&other), numbers(&page), "another committee is not hers");
    for (list, many) in numbers(&page) {
        let shown = lena.get(&list).await.expect(200).body.matches("<th scope=\"row\">").count();
        assert_eq!(shown, many, "{list}");
    }
    lena.get(&format!("/committees/{garden}")).await.expect(200).shows("/tasks/figures?committee=");
    for visitor in [&odette, &site.as_observer().await] {
        for address in ["/tasks/figures", "/tasks/figures.csv", "/tasks/figures.xlsx"] {
            visitor.get(address).await.expect(403);
        }
    }
    task(&site, "One more", None, None);
}

proptest! {
    /// A period is twelve whole months, this year holds today, and the one before ends where it begins.
    #[test]
    fn a_period_is_twelve_months(days in 0_u64..20_000, starts in 1_u32..=12) {
        let today = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day") + Days::new(days);
        let [year, before, months] = [Period::Year, Period::Before, Period::Months].map(|period| period.days(today, starts));
        for (from, until) in [year, before, months] {
            prop_assert!((364..=365).contains(&(until - from).num_days()));
            prop_assert_eq!(from.format("%d").to_string(), "01");
        }
        prop_assert!(year.0 <= today && today <= year.1);
        prop_assert_eq!(year.0.format("%-m").to_string(), starts.to_string());
        prop_assert_eq!(before.1 + Days::new(1), year.0);
        prop_assert!(months.0 <= today && today <= months.1);
    }

    /// Whenever a task was added, it is of one age.
    #[test]
    fn every_task_has_one_age(ago in 0_i64..2_000) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
        let day = today - chrono::TimeDelta::days(ago);
        let is_of = |bucket: usize| {
            let (from, until) = added(bucket, today);
            from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
        };
        prop_assert_eq!((0..=AGES.len()).filter(|bucket| is_of(*bucket)).count(), 1);
    }
}
