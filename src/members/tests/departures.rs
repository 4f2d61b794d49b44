//! Departures: what ends today, what ends on a day that lies ahead, what comes back, and what is refused beforehand.

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::{add, day, unit};
use crate::board::{self, Came, Entry, Office};
use crate::members::{self, Correction, Status, departures};
use crate::platform::act::Act;
use crate::platform::events;
use crate::platform::sql::row;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;
use crate::tasks::{self, Holder, NewTask};
use crate::{accounts, committees, units};

row! {
    struct Count {
        count: i64,
    }
}

fn count(site: &Site, from: &str) -> i64 {
    let sql = format!("select count(*) as count from {from}");
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Count>(conn)?.count))
}

/// Somebody on whom much hangs: a home, a seat that they lead with, a seat on the board with an office, a task, keys, a role.
struct Marie<'a> {
    id: i64,
    account: i64,
    own: Visitor<'a>,
    home: i64,
    garden: i64,
    task: i64,
}

async fn marie(site: &Site) -> Marie<'_> {
    let id = add(site, "Marie", "Roy");
    let own = site.signed_in(Role::Resident, "Marie Roy", Some(id)).await;
    let account = own.account.expect("an account");
    let since = day("2021-01-01");
    let (home, garden) =
        site.act(|act| Ok((units::add(act, &unit("305"))?, committees::add(act, "Garden", "Jardin")?)));
    site.act(|act| units::move_in(act, home, id, since));
    site.act(|act| committees::join(act, garden, id, since));
    site.act(|act| committees::name_lead(act, garden, id, since, None));
    let today = site.today();
    let term = Entry { from: today - Days::new(9), until: today + Days::new(300), came: Came::Elected, ended: None };
    site.act(|act| board::seat(act, id, &term, Some(Office::Secretary)));
    site.act(|act| accounts::set_treasurer(act, account, true));
    let new = NewTask { title: "Salt the steps".to_owned(), holders: vec![Holder::Member(id)], ..NewTask::default() };
    let task = site.act(|act| tasks::create(act, &new));
    site.act(|act| {
        let key = format!(
            "insert into api_tokens (account_id, name, token_hash, scopes, expires_on) \
             values ({account}, 'Sheet', '\\x01', '{{account:read}}', current_date + 90)"
        );
        Ok(diesel::sql_query(key).execute(act.conn)?)
    });
    Marie { id, account, own, home, garden, task }
}

impl Marie<'_> {
    fn leaves(&self, site: &Site, on: NaiveDate) {
        site.act(|act| members::set_status(act, self.id, Status::Former, on, ""));
    }

    /// How much of what has dates of its own lasts after a day: home, seat, lead, term, office.
    fn lasting(&self, site: &Site, after: NaiveDate) -> [i64; 5] {
        let of = |table: &str| {
            format!("{table} where member_id = {} and (upper(during) is null or upper(during) > '{after}')", self.id)
        };
        let offices = format!(
            "board_holdings h join board_terms t on t.id = h.term_id where t.member_id = {} and upper(h.during) > '{after}'",
            self.id
        );
        [of("occupancies"), of("seats"), of("leads"), of("board_terms"), offices].map(|from| count(site, &from))
    }

    /// What ends on the day: the task, the key, the device, being a treasurer.
    fn held(&self, site: &Site) -> [i64; 4] {
        [
            format!("task_holders where task_id = {} and member_id = {} and not has_left", self.task, self.id),
            format!("api_tokens where account_id = {} and revoked_at is null", self.account),
            format!("sessions where account_id = {}", self.account),
            format!("accounts where id = {} and treasurer", self.account),
        ]
        .map(|from| count(site, &from))
    }

    fn correct(&self, site: &Site, wrong: NaiveDate, right: Option<NaiveDate>) -> members::Lost {
        let correction = Correction { right: right.map(|on| (Status::Former, on)), reason: String::new() };
        site.act(|act| members::correct_status(act, self.id, wrong, &correction))
    }
}

/// The nightly job of a day.
fn night(site: &Site, days: i64) {
    site.act(|act| {
        let now = act.now + TimeDelta::days(days);
        let mut later = Act::new(act.conn, act.coop, None, act.state, now);
        departures::see_off(&mut later, &Value::Null)?;
        let rows: Vec<Count> = diesel::sql_query(
            "delete from jobs where kind = 'departure' returning (payload ->> 'member')::bigint as count",
        )
        .load(later.conn)?;
        rows.into_iter().try_for_each(|row| {
            let mut own = Act::new(&mut *later.conn, later.coop, None, later.state, now);
            departures::leave(&mut own, &json!({ "member": row.count }))
        })
    });
}

#[actix_web::test]
async fn a_departure_of_today_reaches_everything_and_taking_it_back_restores_it() {
    let site = Site::new().await;
    let (marie, joan, today) = (marie(&site).await, site.as_admin().await, site.today());
    let path = format!("/members/{}/departure", marie.id);
    let page = joan.get(&path).await.expect(200);
    for words in ["Salt the steps", "Garden", "305", "office of the board", "treasurer", "Sheet", "signed out"] {
        assert!(page.body.contains(words), "{words} is not said beforehand");
    }
    assert_eq!((marie.lasting(&site, today), marie.held(&site)), ([1; 5], [1; 4]), "looking changes nothing");
    joan.post(&path, &[("status_from", &today.to_string())]).await.expect(303);
    assert_eq!((marie.lasting(&site, today), marie.held(&site)), ([0; 5], [0; 4]));
    marie.own.get("/tasks").await.expect(303);
    joan.get(&format!("/tasks/{}", marie.task)).await.expect(200).shows("Marie Roy had it before leaving");
    joan.get("/").await.expect(200).shows("One task belonged to somebody who left");
    joan.get("/board").await.expect(200).hides("Marie Roy");

    let parts = "events where part_of = (select max(id) from events where kind = 'member.status_changed')";
    assert!(count(&site, parts) >= 9, "{} events of one act", count(&site, parts));
    assert_eq!(count(&site, &format!("{parts} and kind = 'task.freed'")), 1);

    assert_eq!(marie.correct(&site, today, None), members::Lost::new());
    assert_eq!((marie.lasting(&site, today), marie.held(&site)), ([1; 5], [1, 1, 0, 1]), "a device signs in anew");
    joan.get(&format!("/members/{}", marie.id))
        .await
        .expect(200)
        .shows("305")
        .shows("Garden")
        .hides(&format!("until {}", crate::platform::i18n::Lang::En.day(today)));
    joan.get("/").await.expect(200).hides("belonged to somebody who left");
}

#[actix_web::test]
async fn a_departure_ahead_ends_on_its_day_and_moves_with_it() {
    let site = Site::new().await;
    let (marie, joan, today) = (marie(&site).await, site.as_admin().await, site.today());
    let (on, later) = (today + Days::new(20), today + Days::new(40));
    marie.leaves(&site, on);
    assert_eq!((marie.lasting(&site, on), marie.held(&site)), ([0; 5], [1; 4]), "only what has dates has its end");
    assert_eq!(marie.lasting(&site, today), [1; 5]);
    let until = crate::platform::i18n::Lang::En.day(on);
    for path in
        [format!("/members/{}", marie.id), format!("/committees/{}", marie.garden), format!("/units/{}", marie.home)]
    {
        assert!(joan.get(&path).await.expect(200).body.contains(&until), "the end on {path}");
    }
    joan.get("/board").await.expect(200).shows(&until);
    marie.own.get(&format!("/members/{}", marie.id)).await.expect(200).shows("You are leaving the co-op on");
    night(&site, 19);
    assert_eq!(marie.held(&site), [1; 4]);

    assert_eq!(marie.correct(&site, on, Some(later)), members::Lost::new());
    assert_eq!((marie.lasting(&site, on), marie.lasting(&site, later)), ([1; 5], [0; 5]), "the ends move with the day");
    night(&site, 20);
    assert_eq!(marie.held(&site), [1; 4]);
    night(&site, 40);
    assert_eq!(marie.held(&site), [0; 4]);
    let told = || count(&site, "events where kind in ('member.left', 'task.freed', 'token.revoked')");
    let once = told();
    night(&site, 41);
    assert_eq!((once, told()), (3, 3), "a second night does nothing");
    let first = "(select id from events where kind = 'member.left')";
    assert_eq!(count(&site, &format!("events where kind = 'task.freed' and part_of = {first}")), 1);
}

#[actix_web::test]
async fn what_somebody_else_has_meanwhile_stays_theirs_and_is_said() {
    let site = Site::new().await;
    let (marie, mut joan, today) = (marie(&site).await, site.as_admin().await, site.today());
    let odette = add(&site, "Odette", "Ng");
    let taker = site.signed_in(Role::Resident, "Odette Ng", Some(odette)).await;
    marie.leaves(&site, today);
    taker.post(&format!("/tasks/{}/taking", marie.task), &[]).await.expect(303);
    let term = Entry { from: today, until: today + Days::new(300), came: Came::Appointed, ended: None };
    site.act(|act| board::seat(act, odette, &term, Some(Office::Secretary)));
    let back =
        joan.post(&format!("/members/{}/statuses/{today}", marie.id), &[("status_removed", "1")]).await.expect(303);
    joan.keep_cookies(&back);
    joan.get(back.location()).await.expect(200).shows("one task, which somebody took").shows("somebody else has now");
    site.read(|conn| Ok(diesel::sql_query("set constraints all immediate").execute(conn)?));
    assert_eq!(count(&site, &format!("task_holders where task_id = {} and member_id = {odette}", marie.task)), 1);
    assert_eq!(marie.lasting(&site, today), [1, 1, 1, 1, 0], "the seat is free and comes back, the office is not");
}

#[actix_web::test]
async fn who_left_hears_nothing_more_and_what_was_queued_is_not_sent() {
    let site = Site::new().await;
    let marie = marie(&site).await;
    site.pump();
    let queued = "jobs where kind = 'mailing' and payload ->> 'to_address' like 'marie%'";
    assert_eq!(count(&site, queued), 1, "she was told of her task");
    let told = count(&site, "notices");
    marie.leaves(&site, site.today());
    assert_eq!(count(&site, queued), 0, "a mail that waited is not sent");
    let assigned = json!({ "after": { "member_id": marie.id } });
    let subject = events::Subject { id: marie.task, name: "Salt".to_owned() };
    site.act(|act| events::record(act, &tasks::slice::TASK_ASSIGNED, &subject, assigned.clone()));
    site.pump();
    assert_eq!((count(&site, queued), count(&site, "notices")), (0, told));
}

#[actix_web::test]
async fn nothing_new_is_given_to_who_is_gone_by_then() {
    let site = Site::new().await;
    let (marie, joan, today) = (marie(&site).await, site.as_admin().await, site.today());
    let (on, after) = (today + Days::new(10), (today + Days::new(11)).to_string());
    marie.leaves(&site, on);
    let assignee = format!("member-{}", marie.id);
    let task = [("task_title", "Paint"), ("assignee", assignee.as_str()), ("credit_hours", "0"), ("due_on", &after)];
    joan.post("/tasks", &task).await.expect(422).shows("e-assignee").shows("they leave on");
    let (who, social) = (marie.id.to_string(), site.act(|act| committees::add(act, "Social", "Vie sociale")));
    joan.post(&format!("/committees/{social}/members"), &[("seat_member", &who), ("seat_from", &after)])
        .await
        .expect(422)
        .shows("e-seat_member");
    let other = site.act(|act| units::add(act, &unit("306")));
    joan.post(
        &format!("/units/{other}/occupancies"),
        &[("occupant_id", &who), ("moved_in_on", &after), ("relation", "member")],
    )
    .await
    .expect(422)
    .shows("e-occupant_id");
    let tomorrow = today + Days::new(1);
    site.act(|act| committees::join(act, social, marie.id, tomorrow));
    assert_eq!(marie.lasting(&site, on), [0; 5], "what begins before ends with the departure");

    night(&site, 10);
    let role = |role| site.try_act(|act| accounts::set_role(act, marie.account, role)).map(drop);
    assert!(marie.correct(&site, on, Some(today)).is_empty());
    assert!(role(Role::Admin).is_err());
    assert!(site.try_act(|act| accounts::set_treasurer(act, marie.account, true)).is_err());
    assert!(role(Role::Observer).is_ok(), "who audits comes from outside");
}

#[actix_web::test]
async fn the_last_admin_stays_until_there_is_another_one() {
    let site = Site::new().await;
    let id = add(&site, "Ada", "Ng");
    let ada = site.signed_in(Role::Admin, "Ada Ng", Some(id)).await;
    let (path, today) = (format!("/members/{id}/departure"), site.today().to_string());
    ada.get(&path).await.expect(200).shows("only admin");
    ada.post(&path, &[("status_from", &today)]).await.expect(422).shows("e-status_from");
    let joan = site.as_admin().await;
    joan.post(&path, &[("status_from", &today)]).await.expect(303);
    ada.get("/settings").await.expect(303);
    let account = ada.account.expect("an account");
    assert_eq!(count(&site, &format!("accounts where id = {account} and role = 'resident'")), 1);
}

#[actix_web::test]
async fn a_committee_that_closes_gives_its_tasks_to_the_coop_and_has_all_back_when_opened_again() {
    let site = Site::new().await;
    let (marie, mut joan, today) = (marie(&site).await, site.as_admin().await, site.today());
    let new = NewTask { title: "Sow".to_owned(), committee_id: Some(marie.garden), ..NewTask::default() };
    let (sow, prune) = site.act(|act| Ok((tasks::create(act, &new)?, tasks::create(act, &new)?)));
    site.act(|act| Ok(diesel::sql_query("update committees set formed_on = '2020-01-01'").execute(act.conn)?));
    let path = format!("/committees/{}", marie.garden);
    joan.get(&path).await.expect(200).shows("One person leaves it").shows("Its 2 open tasks pass to the co-op");
    joan.post(&format!("{path}/closing"), &[("closed_on", &today.to_string())]).await.expect(303);
    let of_garden = format!("tasks where committee_id = {}", marie.garden);
    assert_eq!((count(&site, &of_garden), marie.lasting(&site, today)), (0, [1, 0, 0, 1, 1]));
    site.act(|act| {
        let version = tasks::find(act.conn, prune)?.version;
        tasks::complete(act, prune, &tasks::Completion::default(), version)
    });
    let opened = joan.post(&format!("{path}/reopening"), &[]).await.expect(303);
    joan.keep_cookies(&opened);
    joan.get(opened.location()).await.expect(200).shows("in the meantime: 1");
    assert_eq!(count(&site, &format!("{of_garden} and id = {sow}")), 1);
    assert_eq!((count(&site, &of_garden), marie.lasting(&site, today)), (1, [1; 5]));
}
