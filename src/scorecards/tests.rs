//! Counting, the facts behind a figure, and who may see whose card.

use diesel::prelude::*;

use super::Figure;
use crate::attendance::sheets::{self, Mark, Sheet};
use crate::meetings::Kind;

use crate::hours;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;

fn member(site: &Site, given: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: "2020-01-01".parse().expect("a date"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

/// A task in the database, done so many days after it was due; not done where that is `None`.
fn task(site: &Site, member: i64, title: &str, done_days_late: Option<i64>) {
    site.act(|act| {
        let due = act.today() - chrono::TimeDelta::days(5);
        let done_at = done_days_late.map(|late| crate::platform::clock::instant(act.coop.zone, (due + chrono::TimeDelta::days(late)).and_hms_opt(12, 0, 0).expect("noon")).expect("an instant"));
        diesel::sql_query("with t as (insert into tasks (title, due_on, status, done_at, credit_minutes) values ($1, $3, $4, $5, 90) returning id) insert into task_holders (task_id, member_id) select id, $2 from t")
            .bind::<diesel::sql_types::Text, _>(title)
            .bind::<diesel::sql_types::BigInt, _>(member)
            .bind::<diesel::sql_types::Date, _>(due)
            .bind::<diesel::sql_types::Text, _>(if done_at.is_some() { "done" } else { "todo" })
            .bind::<diesel::sql_types::Nullable<diesel::sql_types::Timestamptz>, _>(done_at)
            .execute(act.conn)?;
        diesel::sql_query("update rule_profiles set year_starts_month = extract(month from $1::date)::int")
            .bind::<diesel::sql_types::Date, _>(due - chrono::TimeDelta::days(20))
            .execute(act.conn)?;
        if let Some(at) = done_at {
            let worked_on = crate::platform::clock::date_in(act.coop.zone, at);
            let about_id = title.len() as i64;
            let work = hours::Work { kind: hours::Kind::Task, about: "task", about_id, title, worked_on, minutes: 90 };
            hours::credit(act, &work, &[hours::Doer::Member(member)])?;
        }
        Ok(())
    });
}

#[actix_web::test]
async fn every_figure_opens_the_facts_that_it_was_counted_from() {
    let site = Site::new().await;
    let odette = member(&site, "Odette");
    task(&site, odette, "Salt the ramp", Some(0));
    task(&site, odette, "Wash the stairs", Some(2));
    task(&site, odette, "Water the planters", None);
    site.act(super::run);
    let visitor = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let card = visitor.get(&format!("/scorecards/{odette}")).await.expect(200);
    assert!(card.queries <= 6, "{} queries", card.queries);
    card.shows(">2</p>").shows("1 of 3").shows("None yet").shows("3\u{a0}h");
    visitor
        .get(&format!("/scorecards/{odette}/tasks-on-time"))
        .await
        .expect(200)
        .shows("1 of 3")
        .shows("Water the planters");
    visitor
        .get(&format!("/scorecards/{odette}/hours-given"))
        .await
        .expect(200)
        .shows("Salt the ramp")
        .hides("Water the planters");
}

/// A meeting of the year that has a sheet, and one whose door was kept.
#[actix_web::test]
async fn meetings_count_for_who_was_called_and_not_for_who_was_excused() {
    let site = Site::new().await;
    let [odette, idris, lou] = ["Odette", "Idris", "Lou"].map(|name| member(&site, name));
    task(&site, odette, "Salt the ramp", Some(0));
    let days = [3, 4].map(|days| site.today() - chrono::TimeDelta::days(days));
    let sheet = |kind, held_on, marks: &[(i64, Mark)]| {
        let starts_at = chrono::NaiveTime::from_hms_opt(19, 0, 0).expect("a time");
        let sheet = Sheet { meeting: None, kind, committee_id: None, held_on, starts_at, marks: marks.to_vec() };
        site.act(|act| sheets::bring(act, &sheet)).0
    };
    sheet(Kind::Annual, days[0], &[(odette, Mark::Online), (idris, Mark::Excused), (lou, Mark::Absent)]);
    sheet(Kind::Board, days[0], &[(lou, Mark::Present)]);
    let door = sheet(Kind::General, days[1], &[(lou, Mark::Absent)]);
    site.read(|conn| {
        for statement in [
            format!("delete from sheet_marks where meeting_id = {door}"),
            format!("update meetings set opened_at = now() - interval '2 hours', ended_at = now() - interval '1 hour' where id = {door}"),
            format!(
                "insert into doors (meeting_id, code, called, of_homes, needed, homes_needed, needed_later, homes_needed_later, online_counts, \
                 proxies_max, opened_at) values ({door}, '1', 3, false, 1, 0, 1, 0, true, 0, now())"
            ),
            format!("insert into meeting_roll (meeting_id, member_id) select {door}, id from members"),
            format!(
                "insert into attendances (meeting_id, member_id, way, noted, came_at, left_at) \
                 values ({door}, {odette}, 'in_person', 'door', now() - interval '90 minutes', now() - interval '80 minutes'), \
                 ({door}, {odette}, 'in_person', 'door', now() - interval '70 minutes', now() - interval '60 minutes')"
            ),
            format!(
                "insert into meeting_replies (meeting_id, member_id, answer, sequence) values ({door}, {lou}, 'regrets', 0)"
            ),
        ] {
            diesel::sql_query(statement).execute(conn)?;
        }
        Ok(())
    });
    site.act(super::run);
    let joan = site.as_admin().await;
    for (who, sum, shown) in [(odette, "2 of 2", "Counted"), (idris, "0 of 1", "Excused"), (lou, "0 of 1", "Excused")] {
        let facts = joan.get(&format!("/scorecards/{who}/meetings-attended")).await.expect(200);
        facts.shows(sum).shows(shown).shows(&format!("/meetings/{door}")).hides("Board meeting");
    }
    joan.get("/scorecards.csv").await.expect(200).shows("Meetings attended").shows("2 of 2");
}

#[actix_web::test]
async fn counting_twice_on_a_day_changes_nothing() {
    let site = Site::new().await;
    let odette = member(&site, "Odette");
    task(&site, odette, "Salt the ramp", Some(0));
    let first = site.act(super::run);
    let second = site.act(super::run);
    assert_eq!((first.id, first.members), (second.id, second.members));
    let count: i64 = site.read(|conn| Ok(crate::schema::scores::table.count().get_result(conn)?));
    assert_eq!(count, Figure::ALL.len() as i64);
}

/// The rows of the figures, by where they lie in their table: one that is written anew lies elsewhere.
fn places(site: &Site) -> Vec<String> {
    use diesel::sql_types::Text;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        place: String,
    }
    let rows: Vec<Row> = site.read(|conn| {
        let all = "select member_id || figure || ' ' || ctid::text as place from scores order by 1";
        Ok(diesel::sql_query(all).load(conn)?)
    });
    rows.into_iter().map(|row| row.place).collect()
}

#[actix_web::test]
async fn only_what_changed_is_written_and_what_is_so_no_longer_goes() {
    let site = Site::new().await;
    let (odette, idris) = (member(&site, "Odette"), member(&site, "Idris"));
    task(&site, odette, "Salt the ramp", Some(0));
    task(&site, idris, "Wash the stairs", Some(0));
    site.act(super::run);
    let before = places(&site);
    site.act(super::run);
    assert_eq!(places(&site), before);
    site.read(|conn| {
        Ok(diesel::sql_query("update tasks set status = 'todo', done_at = null where title = 'Wash the stairs'")
            .execute(conn)?)
    });
    site.act(super::run);
    let after = places(&site);
    let others =
        |all: &[String]| all.iter().filter(|row| row.starts_with(&odette.to_string())).cloned().collect::<Vec<_>>();
    assert_eq!(others(&after), others(&before));
    assert_ne!(after, before);
    let joan = site.as_admin().await;
    joan.get(&format!("/scorecards/{idris}/tasks-done")).await.expect(200).hides("Wash the stairs");
}

#[actix_web::test]
async fn missed_nights_are_counted_to_the_ends_of_their_months_and_any_night_again() {
    let site = Site::new().await;
    let odette = member(&site, "Odette");
    task(&site, odette, "Salt the ramp", Some(0));
    let today = site.today();
    let run_on = |day: chrono::NaiveDate| {
        site.act(|act| {
            let noon = day.and_hms_opt(12, 0, 0).expect("noon");
            act.now = crate::platform::clock::instant(act.coop.zone, noon).expect("an instant");
            super::run(act)
        })
    };
    let first = run_on(today - chrono::Months::new(3));
    let last = run_on(today);
    assert_eq!((first.period_end, last.period_end), (today - chrono::Months::new(3), today));
    let runs = crate::schema::score_runs::table.select(crate::schema::score_runs::period_end);
    let ends: Vec<chrono::NaiveDate> =
        site.read(|conn| Ok(runs.order(crate::schema::score_runs::period_end).load(conn)?));
    let expected = super::rules::month_ends(Some(first.period_end), today);
    assert_eq!(ends[..3], expected[..], "the month of the first run to its end too");
    assert_eq!(ends[3..], [today]);

    let (counted, kept) = site.act(|act| super::as_of(act, ends[3]));
    assert_eq!(Some(counted.as_slice()), kept.as_deref());
    assert!(counted.iter().any(|one| one.figure == "tasks_done" && one.value == 1));
    // before the task was done there was nothing, and looking at it changes nothing
    let before = places(&site);
    let (counted, kept) = site.act(|act| super::as_of(act, ends[3] - chrono::TimeDelta::days(9)));
    assert!(counted.iter().all(|one| one.figure != "tasks_done" || one.value == 0), "{counted:?}");
    assert_eq!((kept, places(&site)), (None, before));
    let ahead = site
        .try_act(|act| super::as_of(act, ends[3] + chrono::TimeDelta::days(1)).map(drop))
        .expect_err("a day to come");
    assert!(matches!(ahead, crate::platform::error::Error::Invalid(_)));
}

/// Thanks come first; then what could be done; and how much the homes gave only where enough homes gave something alike.
#[actix_web::test]
async fn a_card_thanks_first_and_tells_nothing_of_few_homes() {
    let site = Site::new().await;
    let odette = member(&site, "Odette");
    task(&site, odette, "Salt the ramp", Some(0));
    let run = |sql: &str| crate::figures::tests::run(&site, sql);
    run(
        "insert into tasks (title, status, due_on) values ('Paint the fence', 'todo', '2020-01-01'), ('Sort the books', 'todo', null)",
    );
    run("insert into units (label, kind) select 'H' || n, 'apartment' from generate_series(1, 12) n");
    run(&format!(
        "insert into occupancies (unit_id, member_id, during) select id, {odette}, '[2020-01-01,)' from units where label = 'H1'"
    ));
    run(
        "insert into members (number, given_name, family_name, language, joined_on) select 'N' || n, 'Ada' || n, 'Neighbour', 'en', '2020-01-01' from generate_series(2, 12) n",
    );
    run(
        "insert into occupancies (unit_id, member_id, during) select u.id, m.id, '[2020-01-01,)' from units u join members m on 'H' || substr(m.number, 2) = u.label",
    );
    let visitor = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let path = format!("/scorecards/{odette}");
    let card = visitor.get(&path).await.expect(200);
    assert!(card.queries <= 6, "{} queries", card.queries);
    let card = card
        .shows("Thank you for 1\u{a0}h\u{a0}30 and one task since")
        .shows("Sort the books")
        .shows("Paint the fence");
    card.shows("it should have been done by").hides("How much the homes gave").hides("Hours year by year");
    // The year began months ago: five homes gave little, seven much.
    let (year, month) = (site.today() - chrono::Months::new(4), site.today() - chrono::Months::new(2));
    use chrono::Datelike;
    run(&format!("update rule_profiles set year_starts_month = {}", year.month()));
    run(&format!(
        "insert into hour_lines (worked_on, minutes, kind, unit_id, title, recorded_at) \
         select '{month}', case when substr(label, 2)::int < 8 then 1500 else 30 end, 'claim', id, 'x', now() from units"
    ));
    run(&format!(
        "insert into hour_lines (worked_on, minutes, kind, member_id, title, recorded_at) values ('{}', 90, 'claim', {odette}, 'x', now())",
        year - chrono::Months::new(12)
    ));
    let card = visitor.get(&path).await.expect(200);
    assert!(card.queries <= 6, "{} queries", card.queries);
    let card = card.shows("How much the homes gave").shows("7, yours").shows("Hours year by year");
    card.hides("Neighbour");
    let admin = site.as_admin().await;
    admin.get(&path).await.expect(200).shows("Hours year by year").hides("How much the homes gave");
}

#[actix_web::test]
async fn a_card_is_for_its_member_and_for_admins() {
    let site = Site::new().await;
    let (odette, idris) = (member(&site, "Odette"), member(&site, "Idris"));
    site.act(super::run);
    let visitor = site.signed_in(Role::Resident, "Idris Roy", Some(idris)).await;
    visitor.get(&format!("/scorecards/{odette}")).await.expect(404);
    visitor.get(&format!("/scorecards/{odette}/votes-cast")).await.expect(404);
    assert_eq!(visitor.get("/scorecards").await.expect(303).location(), format!("/scorecards/{idris}"));
    let admin = site.as_admin().await;
    admin.get("/scorecards").await.expect(200).shows("Odette Roy").shows("Idris Roy");
    admin.get(&format!("/scorecards/{odette}")).await.expect(200);
    admin.get("/scorecards/999999").await.expect(404);
}

/// The list goes by name, so those who left long ago may come before everybody who has figures.
#[actix_web::test]
async fn who_left_takes_no_place_on_the_list() {
    let site = Site::new().await;
    site.act(|act| {
        diesel::sql_query(
            "insert into members (number, given_name, family_name, joined_on, language) \
             select 'F' || n, 'Aaron', 'Aardvark' || n, '2000-01-01', 'en' from generate_series(1, 250) n",
        )
        .execute(act.conn)?;
        diesel::sql_query(
            "insert into member_statuses (member_id, status, since) select id, 'former', '2001-01-01' from members",
        )
        .execute(act.conn)?;
        Ok(())
    });
    for number in 0..101 {
        member(&site, &format!("Zoe{number:03}"));
    }
    site.act(super::run);
    let joan = site.as_admin().await;
    let first = joan.get("/scorecards").await.expect(200).shows("Zoe000").shows("Zoe099").hides("Zoe100");
    let next = first.body.split("href=\"/scorecards?after=").nth(1).and_then(|rest| rest.split('"').next());
    let next = next.expect("a next page").replace("&amp;", "&");
    let last = joan.get(&format!("/scorecards?after={next}")).await.expect(200).shows("Zoe100").hides("Zoe099");
    assert!(!last.body.contains("scorecards?after="), "nothing follows");
}
