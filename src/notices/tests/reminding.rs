//! Reminders by the clock: before the day and after it, once; not at night; after an outage; and the mail of the week.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike as _, Utc, Weekday};
use diesel::prelude::*;
use serde_json::Value;

use super::{member, post, resident, stop_path};
use crate::committees;
use crate::members::{self, Status};
use crate::notices::reminding::Hours;
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls;
use crate::tasks::{self, Completion, Holder, NewTask};
use crate::units::{self, NewUnit};

const TORONTO: chrono_tz::Tz = chrono_tz::America::Toronto;

fn local(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time");
    clock::instant(TORONTO, local).expect("an instant")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Reminders go out when they usually do.
fn by_day(site: &Site) {
    site.act(|act| {
        let usual = "update coops set reminders_from = 8, reminders_until = 21";
        Ok(diesel::sql_query(usual).execute(act.conn)?)
    });
}

/// Adds a task on 1 May 2026, at noon, and tells who has it.
fn give(site: &Site, new: NewTask) -> i64 {
    clock::at(local("2026-05-01 12:00"), || {
        let id = site.act(|act| tasks::create(act, &new));
        site.do_jobs();
        id
    })
}

fn due(title: &str, holder: Holder, on: &str) -> NewTask {
    NewTask { title: title.to_owned(), holders: vec![holder], due_on: Some(day(on)), ..NewTask::default() }
}

/// What the hourly looks of a moment send.
fn look(site: &Site, moment: DateTime<Utc>) -> Vec<String> {
    clock::at(moment, || {
        site.act(|act| {
            crate::notices::reminding::remind(act, &Value::Null)?;
            crate::notices::digest::send(act, &Value::Null)
        });
        site.do_jobs()
    })
}

fn look_at(site: &Site, text: &str) -> Vec<String> {
    look(site, local(text))
}

fn complete(site: &Site, id: i64) {
    site.act(|act| {
        let version = tasks::find(act.conn, id)?.version;
        tasks::complete(act, id, &Completion::default(), version)
    });
}

#[actix_web::test]
async fn whoever_has_it_is_told_once_before_the_day_and_once_after_it() {
    let site = Site::new().await;
    by_day(&site);
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    let mine = Holder::Member(me);
    give(
        &site,
        NewTask { due_at: chrono::NaiveTime::from_hms_opt(18, 30, 0), ..due("Fix the bell", mine, "2026-05-04") },
    );
    give(&site, NewTask { kind: tasks::Kind::Chore, ..due("Sweep the stairs", mine, "2026-05-04") });
    let done = give(&site, due("Buy salt", mine, "2026-05-04"));
    let off = give(&site, due("Call the plumber", mine, "2026-05-04"));
    give(&site, NewTask { starts_on: Some(day("2026-05-06")), ..due("Open the pool", mine, "2026-05-08") });
    clock::at(local("2026-05-01 13:00"), || {
        complete(&site, done);
        site.act(|act| {
            let version = tasks::find(act.conn, off)?.version;
            tasks::cancel(act, off, version)
        });
        site.do_jobs()
    });
    assert_eq!(look_at(&site, "2026-05-01 20:05"), [""; 0], "not yet");
    assert_eq!(look_at(&site, "2026-05-02 07:05"), [""; 0], "not at night");
    let before = look_at(&site, "2026-05-02 08:05");
    assert_eq!(before.len(), 1, "{before:?}");
    for words in ["2 reminders", "Fix the bell", "due Monday 4 May 2026 at 6:30\u{a0}p.m.", "Sweep the stairs"] {
        assert!(before[0].contains(words), "{words} is not in {}", before[0]);
    }
    assert_eq!(look_at(&site, "2026-05-03 08:05"), [""; 0], "once");
    assert_eq!(look_at(&site, "2026-05-04 20:05"), [""; 0], "its day is not over");
    let after = look_at(&site, "2026-05-05 08:05");
    assert_eq!(after.len(), 1, "{after:?}");
    assert!(after[0].contains("It was due Monday 4 May 2026.") && after[0].contains("Sweep the stairs"), "{after:?}");
    for words in ["Buy salt", "Call the plumber", "Open the pool"] {
        assert!(!after[0].contains(words), "{words} is in {}", after[0]);
    }
    let begun = look_at(&site, "2026-05-06 08:05");
    assert!(begun.len() == 1 && begun[0].contains("Open the pool") && !begun[0].contains("Fix the bell"), "{begun:?}");
    assert_eq!(look_at(&site, "2026-05-07 08:05"), [""; 0], "nobody is nagged");
    odette.get("/inbox").await.expect(200).shows("A task is late").shows("It was due Monday 4 May 2026.");
    // each kind is a choice, and one press in a mail of several stops them all
    odette.get("/preferences").await.expect(200).shows("value=\"task_late\" checked");
    odette.get(&stop_path(&before[0])).await.expect(200).shows("A task is due soon");
}

#[actix_web::test]
async fn who_is_away_or_gone_is_not_reminded_and_hears_of_it_when_they_are_back() {
    let site = Site::new().await;
    by_day(&site);
    let (_odette, me) = resident(&site, "Odette", Lang::En).await;
    let (_paul, him) = resident(&site, "Paul", Lang::En).await;
    let _office = site.signed_in(Role::Admin, "Joan Roy", None).await;
    give(&site, due("Fix the bell", Holder::Member(me), "2026-05-04"));
    let both = NewTask {
        holders: vec![Holder::Member(me), Holder::Member(him)],
        ..due("Paint", Holder::Member(me), "2026-05-04")
    };
    give(&site, both);
    clock::at(local("2026-05-01 12:00"), || {
        site.act(|act| {
            let away =
                "insert into absences (member_id, during, entered_at) values ($1, '[2026-05-01,2026-05-08)', now())";
            Ok(diesel::sql_query(away).bind::<diesel::sql_types::BigInt, _>(me).execute(act.conn)?)
        });
    });
    let mails = look_at(&site, "2026-05-02 08:05");
    assert!(mails.len() == 1 && mails[0].contains("paul.roy") && mails[0].contains("Paint"), "{mails:?}");
    let late = look_at(&site, "2026-05-05 08:05");
    assert!(late.len() == 1 && late[0].contains("paul.roy"), "{late:?}");
    let back = look_at(&site, "2026-05-08 08:05");
    assert!(back.len() == 1 && back[0].contains("odette.roy") && back[0].contains("Fix the bell"), "{back:?}");
    // who left
    give(&site, due("Wax the floor", Holder::Member(him), "2026-05-20"));
    clock::at(local("2026-05-15 12:00"), || {
        site.act(|act| members::set_status(act, him, Status::Former, act.today(), ""));
        site.do_jobs()
    });
    for moment in ["2026-05-18 08:05", "2026-05-21 08:05"] {
        assert_eq!(look_at(&site, moment), [""; 0]);
    }
}

fn home(site: &Site, residents: &[i64]) -> i64 {
    site.act(|act| {
        let unit = units::add(act, &NewUnit { label: "203".to_owned(), kind: "apartment", ..NewUnit::default() })?;
        for member in residents {
            units::move_in(act, unit, *member, day("2020-01-01"))?;
        }
        Ok(unit)
    })
}

#[actix_web::test]
async fn both_adults_of_a_home_are_reminded_each_in_their_language() {
    let site = Site::new().await;
    by_day(&site);
    let (_odette, me) = resident(&site, "Odette", Lang::En).await;
    let (_luc, him) = resident(&site, "Luc", Lang::Fr).await;
    let unit = home(&site, &[me, him]);
    give(&site, due("Sweep the stairs", Holder::Unit(unit), "2026-05-04"));
    let mails = look_at(&site, "2026-05-02 08:05").join("\n====\n");
    assert_eq!(mails.matches("Subject:").count(), 2, "{mails}");
    assert!(
        mails.contains("It is due Monday 4 May 2026.") && mails.contains("Échéance\u{a0}: lundi 4 mai 2026."),
        "{mails}"
    );
    let late = look_at(&site, "2026-05-05 08:05").join("\n====\n");
    assert!(
        late.contains("It was due Monday 4 May 2026.") && late.contains("au plus tard le lundi 4 mai 2026."),
        "{late}"
    );
    assert!(!late.contains('«') || late.contains("« "), "a word is missing: {late}");
    // a home that is away
    give(&site, due("Rake the leaves", Holder::Unit(unit), "2026-05-20"));
    site.act(|act| {
        let away = "insert into absences (unit_id, during, entered_at) values ($1, '[2026-05-10,2026-06-10)', now())";
        Ok(diesel::sql_query(away).bind::<diesel::sql_types::BigInt, _>(unit).execute(act.conn)?)
    });
    assert_eq!(look_at(&site, "2026-05-18 08:05"), [""; 0]);
}

#[actix_web::test]
async fn after_three_days_without_a_server_there_is_one_mail_with_what_is_still_true() {
    let site = Site::new().await;
    by_day(&site);
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    let (_paul, him) = resident(&site, "Paul", Lang::En).await;
    let fields = ["task_due_soon", "task_late", "task_assigned"].map(|kind| ("mail", kind));
    post(&odette, "/preferences", &fields).await.expect(303);
    for (title, on) in [("Monday's", "2026-05-04"), ("Tuesday's", "2026-05-05"), ("Thursday's", "2026-05-07")] {
        give(&site, due(title, Holder::Member(me), on));
    }
    let done = give(&site, due("Done meanwhile", Holder::Member(me), "2026-05-05"));
    let moved = give(&site, due("Paul's now", Holder::Member(me), "2026-05-05"));
    give(&site, due("Next month's", Holder::Member(me), "2026-06-05"));
    clock::at(local("2026-05-02 23:00"), || {
        complete(&site, done);
        site.act(|act| {
            let version = tasks::find(act.conn, moved)?.version;
            tasks::hand_over(act, moved, Some(Holder::Member(him)), version)
        });
        site.do_jobs()
    });
    // nothing ran from the night of the 2nd to that of the 5th
    assert_eq!(look_at(&site, "2026-05-06 02:05"), [""; 0], "it is night");
    let mails = look_at(&site, "2026-05-06 08:05");
    assert_eq!(mails.len(), 2, "one for each of them: {mails:?}");
    let hers = mails.iter().find(|mail| mail.contains("odette.roy")).expect("hers");
    for words in ["3 reminders", "Monday's", "Tuesday's", "Thursday's"] {
        assert!(hers.contains(words), "{words} is not in {hers}");
    }
    for words in ["Done meanwhile", "Paul's now", "Next month's"] {
        assert!(!hers.contains(words), "{words} is in {hers}");
    }
    assert_eq!(look_at(&site, "2026-05-06 09:05"), [""; 0]);
    // one press ends all reminders by mail, and nothing else
    let stop = stop_path(hers);
    let stranger = site.anonymous();
    stranger.get(&stop).await.expect(200).shows("all reminders");
    stranger.custom(actix_web::test::TestRequest::post().uri(&stop)).await.expect(200).shows("all reminders");
    assert_eq!(look_at(&site, "2026-05-08 08:05"), [""; 0]);
    let page = odette.get("/preferences").await.expect(200);
    assert!(
        page.body.contains("id=\"mail-task_assigned\" name=\"mail\" value=\"task_assigned\" checked"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("value=\"task_late\" checked"));
}

/// On the nights when the clocks change, every hour from noon to noon: one mail, at eight by the clock on the wall.
#[actix_web::test]
async fn reminders_go_out_in_the_morning_also_when_the_clocks_change() {
    for (noon, on) in [("2026-03-07 21:00", "2026-03-10"), ("2026-10-31 21:00", "2026-11-03")] {
        let site = Site::new().await;
        by_day(&site);
        let (_odette, me) = resident(&site, "Odette", Lang::En).await;
        let begun = local(noon);
        clock::at(begun, || {
            site.act(|act| tasks::create(act, &due("Fix the bell", Holder::Member(me), on)));
            site.do_jobs()
        });
        let hours = site.act(Hours::of);
        let mut sent = Vec::new();
        for hour in 0..17 {
            let moment = begun + TimeDelta::minutes(hour * 60 + 5);
            let wall = moment.with_timezone(&TORONTO);
            assert_eq!(hours.are_at(moment), (8..21).contains(&wall.hour()), "{wall}");
            sent.extend(look(&site, moment).iter().map(|_| wall.format("%d %H:%M").to_string()));
        }
        assert_eq!(sent, [format!("{} 08:05", if on.contains("-03-") { "08" } else { "01" })]);
    }
}

#[actix_web::test]
async fn what_somebody_sends_late_at_night_goes_in_the_morning_to_whom_it_still_concerns() {
    let site = Site::new().await;
    by_day(&site);
    let (_odette, me) = resident(&site, "Odette", Lang::En).await;
    let (_paul, him) = resident(&site, "Paul", Lang::En).await;
    let (three, two) = (site.today() - Days::new(3), site.today() - Days::new(2));
    let soon = (site.today() + Days::new(20)).to_string();
    let [hers, his] = [("Fix the bell", me), ("Sweep the stairs", him)]
        .map(|(title, who)| give(&site, due(title, Holder::Member(who), &soon)));
    let joan = site.as_admin().await;
    let seen = [hers, his].map(|id| format!("{id}.1"));
    let fields = [("act", "remind"), ("task", seen[0].as_str()), ("task", seen[1].as_str())];
    joan.post("/tasks/several", &fields).await.expect(303);
    let at_night = clock::at(local(&format!("{three} 23:10")), || {
        site.pump();
        site.read(|conn| {
            use crate::schema::jobs;
            let waiting = jobs::table.filter(jobs::kind.eq("remind.later")).select(jobs::run_at);
            Ok(waiting.load::<DateTime<Utc>>(conn)?)
        })
    });
    let morning = local(&format!("{two} 08:00"));
    assert_eq!(at_night, [morning]);
    let mails = clock::at(morning, || {
        complete(&site, his);
        site.do_jobs()
    });
    assert!(mails.len() == 1 && mails[0].contains("Fix the bell"), "{mails:?}");
}

#[actix_web::test]
async fn the_mail_of_the_week_says_what_there_is_to_do_in_it() {
    let site = Site::new().await;
    by_day(&site);
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    let (luc, him) = resident(&site, "Luc", Lang::Fr).await;
    let (nora, _) = resident(&site, "Nora", Lang::En).await;
    for visitor in [&odette, &luc, &nora] {
        let fields = [("mails", "weekly"), ("inbox", "task_assigned"), ("mail", "task_assigned")];
        post(visitor, "/preferences", &fields).await.expect(303);
    }
    odette.get("/preferences").await.expect(200).shows("value=\"weekly\" checked").shows("One mail a week");
    let since = |text: &str| {
        site.act(|act| {
            let told = "update mail_rhythms set told_until = $1";
            Ok(diesel::sql_query(told).bind::<diesel::sql_types::Timestamptz, _>(local(text)).execute(act.conn)?)
        })
    };
    since("2026-05-01 11:00");
    let unit = home(&site, &[me, him]);
    give(&site, due("Late one", Holder::Member(me), "2026-04-28"));
    let this_week = give(&site, due("Sunday's", Holder::Unit(unit), "2026-05-10"));
    give(&site, due("Next week's", Holder::Member(me), "2026-05-11"));
    assert_eq!(look_at(&site, "2026-05-03 12:05"), [""; 0], "it is Sunday");
    assert_eq!(look_at(&site, "2026-05-04 07:02"), [""; 0], "too early");
    // a server that was down on Monday catches up
    let mails = look_at(&site, "2026-05-05 08:02");
    assert_eq!(mails.len(), 2, "nothing comes to who has nothing to do: {mails:?}");
    let hers = mails.iter().find(|mail| mail.contains("odette.roy")).expect("hers");
    let place = |words: &str| hers.find(words).unwrap_or_else(|| panic!("{words} is not in {hers}"));
    assert!(place("Your week") < place("Late\r\n") || place("Your week") < place("Late\n"));
    for words in [
        "It was due Tuesday 28 April 2026.",
        "This week",
        "For home 203. It is due Sunday 10 May 2026.",
        "New in your inbox",
    ] {
        place(words);
    }
    assert!(place("Late one") < place("Sunday's") && place("New in your inbox") < place("Next week's"), "{hers}");
    let his = mails.iter().find(|mail| mail.contains("luc.roy")).expect("his");
    for words in ["Votre semaine", "Cette semaine", "Pour le logement 203. Échéance\u{a0}: dimanche 10 mai 2026."] {
        assert!(his.contains(words), "{words} is not in {his}");
    }
    assert_eq!(look_at(&site, "2026-05-05 09:02"), [""; 0], "once a week");
    // what is done meanwhile is in no other
    clock::at(local("2026-05-09 12:00"), || complete(&site, this_week));
    let next = look_at(&site, "2026-05-11 08:02");
    assert!(next.len() == 1 && next[0].contains("Late one") && next[0].contains("Next week's"), "{next:?}");
    let stop = stop_path(&next[0]);
    site.anonymous()
        .custom(actix_web::test::TestRequest::post().uri(&stop))
        .await
        .expect(200)
        .shows("the mail of the week");
    assert_eq!(look_at(&site, "2026-05-18 08:02"), [""; 0]);
    odette.get("/preferences").await.expect(200).shows("value=\"none\" checked");
}

#[actix_web::test]
async fn the_mail_of_the_week_says_which_votes_close_in_it() {
    let site = Site::new().await;
    let (odette, _) = resident(&site, "Odette", Lang::En).await;
    post(&odette, "/preferences", &[("mails", "weekly")]).await.expect(303);
    let new = polls::tests::roof(TimeDelta::zero(), TimeDelta::minutes(10));
    site.act(|act| polls::tests::announced(act, &new));
    site.do_jobs();
    site.act(|act| {
        let told = "update mail_rhythms set told_until = now() - interval '10 days'";
        diesel::sql_query(told).execute(act.conn)?;
        crate::notices::digest::send(act, &Value::Null)
    });
    let mails = site.do_jobs().concat();
    let next_monday = site.today().week(Weekday::Mon).first_day() + Days::new(7);
    let closes_on = clock::date_in(TORONTO, new.closes_at);
    assert_eq!(
        mails.contains("Replace the roof") && mails.contains("The vote closes"),
        closes_on < next_monday,
        "{mails}"
    );
    assert_eq!(next_monday.weekday(), Weekday::Mon);
}

#[actix_web::test]
async fn leads_are_told_once_a_week_what_is_late_in_their_committee() {
    let site = Site::new().await;
    by_day(&site);
    let (lena, her) = resident(&site, "Lena", Lang::Fr).await;
    let (_paul, him) = resident(&site, "Paul", Lang::En).await;
    let nora = member(&site, "Nora", Lang::En);
    let from = day("2024-01-01");
    let committee = |en: &str, fr: &str, leads: &[i64]| {
        site.act(|act| {
            let id = committees::add(act, en, fr)?;
            for lead in leads {
                committees::join(act, id, *lead, from)?;
                committees::name_lead(act, id, *lead, from, None)?;
            }
            Ok(id)
        })
    };
    let garden = committee("Garden", "Jardin", &[her]);
    let works = committee("Works", "Travaux", &[him]);
    let of = |committee, new: NewTask| NewTask { committee_id: Some(committee), ..new };
    let nobody = |title: &str, on: &str| NewTask { holders: Vec::new(), ..due(title, Holder::Member(nora), on) };
    give(&site, of(garden, nobody("Sow", "2026-04-20")));
    let second = give(&site, of(garden, nobody("Weed", "2026-05-02")));
    give(&site, of(works, nobody("Paint", "2026-05-06")));
    let monday = look_at(&site, "2026-05-04 08:05");
    assert_eq!(monday.len(), 1, "{monday:?}");
    for words in [
        "Jardin",
        "2 tâches de ce comité sont en retard.",
        "lundi 20 avril 2026",
        "view=list&committee=",
        "status=late",
    ] {
        assert!(monday[0].contains(words), "{words} is not in {}", monday[0]);
    }
    let late = format!("/tasks?view=list&committee={garden}&status=late");
    clock::at(local("2026-05-04 09:00"), || complete(&site, second));
    lena.get(&late).await.expect(200).shows("Sow").hides("Weed");
    assert_eq!(look_at(&site, "2026-05-07 08:05"), [""; 0], "once a week");
    let next = look_at(&site, "2026-05-11 08:05");
    assert_eq!(next.len(), 2, "{next:?}");
    assert!(next.iter().any(|mail| mail.contains("Works: 1 task is late") && mail.contains("paul.roy")), "{next:?}");
}
