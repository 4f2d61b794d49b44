//! Chores through HTTP: set up, planned, whose turn and why, swapped, stood in for, called off, done; absences and departures.

mod machines;

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::recurrence::{End, Every, Rule};
use super::turns::State;
use super::{Keeps, NewChore, PoolOf, Turn, Way};
use crate::hours;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::tasks::Holder;
use crate::units::{self, NewUnit};

fn long_ago() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day")
}

fn member(site: &Site, given_name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: long_ago(),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

fn home(site: &Site, label: &str, residents: &[i64]) -> i64 {
    let label = label.to_owned();
    site.act(|act| {
        let unit = units::add(act, &NewUnit { label, kind: "apartment", ..NewUnit::default() })?;
        for member in residents {
            units::move_in(act, unit, *member, long_ago())?;
        }
        Ok(unit)
    })
}

async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let id = member(site, name);
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

async fn post(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    let token = visitor.get("/chores/absences").await.form_token();
    let all: Vec<_> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
    visitor.post_raw(path, &all).await
}

/// A chore of every day from today on.
fn daily(site: &Site, pool_of: PoolOf, pool: &[i64]) -> NewChore {
    let first_on = site.today();
    NewChore {
        title: "Sweep the stairs".to_owned(),
        details: String::new(),
        committee_id: None,
        credit_minutes: 60,
        first_on,
        rule: Rule::new(Every::Days(1), None, first_on, End::Never).ok(),
        pool_of,
        pool: pool.to_vec(),
        strategy: Way::InOrder,
        months: 12,
        period: Keeps::Turns,
        period_turns: 1,
    }
}

fn set_up(site: &Site, new: &NewChore) -> i64 {
    site.act(|act| super::set_up(act, new))
}

fn turns(site: &Site, chore: i64) -> Vec<Turn> {
    site.read(|conn| super::turns_of(conn, chore))
}

fn notices(site: &Site, kind: &str) -> usize {
    site.read(|conn| {
        use crate::schema::notices::dsl;
        Ok(dsl::notices.filter(dsl::kind.eq(kind)).count().get_result::<i64>(conn)?)
    }) as usize
}

fn picked(turns: &[Turn]) -> Vec<i64> {
    turns.iter().map(|turn| turn.picked().unwrap_or(0)).collect()
}

#[actix_web::test]
async fn a_chore_is_set_up_in_plain_words_and_goes_round_homes() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (_, him) = resident(&site, "Paul").await;
    let (first, second) = (home(&site, "11", &[me]).to_string(), home(&site, "12", &[him]).to_string());
    let begins = format!("unit-{second}");
    let day = site.today().to_string();
    let admin = site.as_admin().await;
    let token = admin.get("/chores/new").await.expect(200).shows("Set up the chore").form_token();
    let mut form = vec![
        ("form_token", token.as_str()),
        ("chore_title", "Clear the snow"),
        ("credit_hours", "1h30"),
        ("first_on", day.as_str()),
        ("often", "weeks"),
        ("every", "2"),
        ("weekdays", "1"),
        ("season_from", "11"),
        ("season_to", "4"),
        ("ends", "never"),
        ("strategy", "in_order"),
        ("period", "turns"),
        ("pool_of", "unit"),
        ("pool_units", first.as_str()),
        ("pool_units", second.as_str()),
        ("begins_with", begins.as_str()),
    ];
    odette.get("/chores/new").await.expect(403);
    let made = admin.post_raw("/chores", &form).await.expect(303);
    let page = odette.get(made.location()).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Every second Monday, from November to April").hides("is next in order").hides("Change");
    let id: i64 = made.location().rsplit('/').next().and_then(|id| id.parse().ok()).expect("its number");
    let planned = turns(&site, id);
    assert!(planned.len() >= 6, "{} turns", planned.len());
    let index = odette.get("/chores").await.expect(200);
    assert!(index.queries <= 6, "{} queries", index.queries);
    index.shows("Clear the snow").hides("Set up a chore");
    // whoever begins was said; that somebody is only next stands where the turn is
    let turn = odette.get(&format!("/chores/turns/{}", planned[0].id)).await.expect(200);
    assert!(turn.queries <= 6, "{} queries", turn.queries);
    turn.shows("Home 12 is next in order.");
    odette.get("/chores").await.shows("Your turns");
    admin.get("/chores").await.hides("Your turns");
    // nobody is told of turns that lie ahead
    site.pump();
    assert_eq!(
        notices(&site, "task_assigned"),
        planned.iter().filter(|turn| turn.starts_on <= Some(site.today())).count()
    );
    // planning what is planned changes nothing
    site.act(|act| super::plan(act, id));
    let again = turns(&site, id);
    assert_eq!(picked(&again), picked(&planned));
    assert_eq!(
        again.iter().map(|turn| turn.task_id).collect::<Vec<_>>(),
        planned.iter().map(|turn| turn.task_id).collect::<Vec<_>>()
    );
    // what makes no sense is told beside its field, in the reader's language, and changes nothing
    let token = admin.get("/chores/new").await.form_token();
    form[0].1 = token.as_str();
    for (field, value, words) in [
        ("every", "0", "Enter a number from 1"),
        ("first_on", "3000-01-01", "from the year 2000 to the year 2100"),
        ("season_to", "", "Choose both months"),
        ("pool_of", "member", "Choose who takes part"),
        ("begins_with", "unit-999999", "Choose somebody who takes part"),
    ] {
        let wrong: Vec<_> = form.iter().map(|(name, was)| (*name, if *name == field { value } else { *was })).collect();
        admin.post_raw("/chores", &wrong).await.expect(422).shows(words);
    }
    assert_eq!(site.read(|conn| super::list(conn, None, site.today())).len(), 1);
    let edited = admin.get(&format!("/chores/{id}/edit")).await.expect(200).shows("Clear the snow");
    edited.shows(&format!("<option value=\"{begins}\" selected>"));
    let sheet = odette.get("/chores/sheet").await.expect(200).shows("<svg").shows("/chores");
    assert!(sheet.queries <= 6, "{} queries", sheet.queries);
}

#[actix_web::test]
async fn an_absence_gives_turns_to_others_and_says_until_when() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (_, him) = resident(&site, "Paul").await;
    let (_, her) = resident(&site, "Nora").await;
    let chore = set_up(&site, &daily(&site, PoolOf::Member, &[me, him, her]));
    let before = turns(&site, chore);
    assert_eq!(picked(&before)[..4], [me, him, her, me]);
    let (from, until) = (site.today() + Days::new(2), site.today() + Days::new(4));
    let days = [("away_from", from.to_string()), ("away_until", until.to_string())];
    let own = format!("member-{me}");
    let mut fields: Vec<_> = days.iter().map(|(name, day)| (*name, day.as_str())).collect();
    fields.push(("away_who", own.as_str()));
    post(&odette, "/chores/absences", &fields).await.expect(303);
    let after = turns(&site, chore);
    assert_ne!(after[3].picked(), Some(me));
    let moved = before.iter().zip(&after).filter(|(was, is)| was.picked() != is.picked()).count();
    assert_eq!(moved, 1, "no other turn moves");
    let page = odette.get(&format!("/chores/turns/{}", after[3].id)).await.expect(200);
    page.shows("steps in for Odette Roy").shows("Odette Roy is away until");
    // the account of whoever was away is one short: they have the next turn that is planned
    site.act(|act| {
        act.now += TimeDelta::days(1);
        super::plan(act, chore)
    });
    let last = turns(&site, chore).pop().expect("a turn");
    assert_eq!(last.picked(), Some(me));
    let other = format!("member-{him}");
    fields[2].1 = other.as_str();
    post(&odette, "/chores/absences", &fields).await.expect(403);
    let back = format!("{}", from - Days::new(400));
    fields[0].1 = back.as_str();
    fields[2].1 = own.as_str();
    post(&odette, "/chores/absences", &fields).await.expect(422);
    odette.get("/chores/absences").await.expect(200).shows("Me: from");
}

#[actix_web::test]
async fn what_nobody_did_is_missed_and_what_somebody_away_missed_is_excused() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let chore = set_up(&site, &daily(&site, PoolOf::Member, &[me]));
    let later = |days: i64| {
        site.act(|act| {
            act.now += TimeDelta::days(days);
            super::plan(act, chore)
        });
        turns(&site, chore)
    };
    let states: Vec<State> = later(3).iter().take(5).map(Turn::state).collect();
    assert_eq!(states, [State::Missed, State::Missed, State::Open, State::Open, State::Open], "one late, one current");
    let (from, until) = (site.today(), site.today() + Days::new(2));
    site.act(|act| {
        act.now += TimeDelta::days(3);
        super::be_away(act, Holder::Member(me), from, until).or(Ok(0))
    });
    let (from, until) = (from.to_string(), until.to_string());
    let own = format!("member-{me}");
    let fields = [("away_who", own.as_str()), ("away_from", from.as_str()), ("away_until", until.as_str())];
    post(&odette, "/chores/absences", &fields).await.expect(303);
    let after = turns(&site, chore);
    assert_eq!(after[1].state(), State::Missed, "it lies ahead of today");
    assert_eq!(after[2].picked(), None, "nobody else is in the rotation");
}

#[actix_web::test]
async fn a_swap_needs_both_and_leaves_the_account_as_it_is() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, him) = resident(&site, "Paul").await;
    let (nora, her) = resident(&site, "Nora").await;
    let chore = set_up(&site, &daily(&site, PoolOf::Member, &[me, him, her]));
    let before = turns(&site, chore);
    let (mine, his) = (before[3].id, before[4].id);
    let path = format!("/chores/turns/{mine}/swaps");
    let with = his.to_string();
    post(&nora, &path, &[("swap_with", with.as_str())]).await.expect(403);
    let own = before[0].id.to_string();
    post(&odette, &path, &[("swap_with", own.as_str())]).await.expect(422).shows("This turn cannot be swapped");
    post(&odette, &path, &[("swap_with", with.as_str())]).await.expect(303);
    post(&odette, &path, &[("swap_with", with.as_str())]).await.expect(409);
    let swap = site.read(|conn| super::open_swaps(conn, mine))[0].id;
    paul.get("/").await.expect(200).shows("A neighbour asks you to take the turn");
    nora.get("/").await.expect(200).hides("A neighbour asks you to take the turn");
    paul.get(&format!("/chores/turns/{mine}")).await.expect(200).shows("Yes, I agree");
    post(&nora, &format!("/chores/swaps/{swap}/answer"), &[("answer", "yes")]).await.expect(403);
    post(&paul, &format!("/chores/swaps/{swap}/answer"), &[("answer", "yes")]).await.expect(303);
    paul.get("/").await.expect(200).hides("A neighbour asks you to take the turn");
    let after = turns(&site, chore);
    assert_eq!((after[3].held(), after[4].held()), (vec![Holder::Member(him)], vec![Holder::Member(me)]));
    assert_eq!(picked(&after), picked(&before), "the account counts the picks");
    paul.get(&format!("/chores/turns/{mine}")).await.shows("The turn was picked for Odette Roy.");
    site.act(|act| super::plan(act, chore));
    assert_eq!(turns(&site, chore)[3].held(), [Holder::Member(him)], "the plan leaves it");
    // accepted by mistake: taken back at once
    post(&paul, &format!("/chores/swaps/{swap}/removal"), &[]).await.expect(303);
    let back = turns(&site, chore);
    assert_eq!((back[3].held(), back[4].held()), (vec![Holder::Member(me)], vec![Holder::Member(him)]));
    // a lead hands over for somebody in hospital; the stand-in's yes alone is enough
    let admin = site.as_admin().await;
    let stand_in = format!("member-{her}");
    let token = admin.get(&format!("/chores/turns/{mine}")).await.form_token();
    let asked = [("form_token", token.as_str()), ("stand_in", stand_in.as_str())];
    admin.post_raw(&format!("/chores/turns/{mine}/stand-in"), &asked).await.expect(303);
    let swap = site.read(|conn| super::open_swaps(conn, mine))[0].id;
    post(&nora, &format!("/chores/swaps/{swap}/answer"), &[("answer", "yes")]).await.expect(303);
    let after = turns(&site, chore);
    assert_eq!((after[3].held(), after[3].picked()), (vec![Holder::Member(her)], Some(me)));
}

#[actix_web::test]
async fn a_turn_is_called_off_called_for_and_done_by_whoever_did_it() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, him) = resident(&site, "Paul").await;
    let chore = set_up(&site, &daily(&site, PoolOf::Member, &[me, him]));
    let first = turns(&site, chore)[0].clone();
    // a neighbour says that Paul did Odette's turn: both are kept, and the hours go to Paul
    let did = format!("member-{him}");
    let path = format!("/chores/turns/{}/tick", first.id);
    post(&paul, &path, &[]).await.expect(422);
    post(&paul, &path, &[("did", did.as_str())]).await.expect(303);
    post(&odette, &path, &[("did", did.as_str())]).await.expect(409);
    assert_eq!(turns(&site, chore)[0].state(), State::Done);
    let credited = site.read(|conn| hours::credited(conn, "task", first.task_id));
    assert_eq!(credited.iter().map(|line| (line.member_id, line.minutes)).collect::<Vec<_>>(), [(Some(him), 60)]);
    assert_eq!(turns(&site, chore)[0].picked(), Some(me), "the rotation picked her all the same");
    // called off: out of the account, and said why
    let second = turns(&site, chore)[1].clone();
    let skip = format!("/chores/turns/{}/skipping", second.id);
    post(&odette, &skip, &[("skip_why", "No snow")]).await.expect(403);
    let admin = site.as_admin().await;
    let token = admin.get("/chores/new").await.form_token();
    admin.post_raw(&skip, &[("form_token", token.as_str()), ("skip_why", "No snow")]).await.expect(303);
    assert_eq!(turns(&site, chore)[1].state(), State::Skipped);
    odette.get(&format!("/chores/turns/{}", second.id)).await.expect(200).shows("No snow").shows("Called off");
    // called for, where no rule names the day
    let new = NewChore { rule: None, title: "Clear the snow".to_owned(), ..daily(&site, PoolOf::Member, &[me, him]) };
    let snow = set_up(&site, &new);
    assert!(turns(&site, snow).is_empty());
    let token = admin.get("/chores/new").await.form_token();
    let called = admin.post_raw(&format!("/chores/{snow}/call"), &[("form_token", token.as_str())]).await.expect(303);
    odette.get(called.location()).await.expect(200).shows("Odette Roy is next in order.");
    assert_eq!(picked(&turns(&site, snow)), [me]);
    // ended: nothing is planned any more, what was done stays
    let version = site.read(|conn| super::find(conn, chore, None, site.today())).version.to_string();
    let token = admin.get("/chores/new").await.form_token();
    let sent = [("form_token", token.as_str()), ("version", version.as_str())];
    admin.post_raw(&format!("/chores/{chore}/ending"), &sent).await.expect(303);
    let left = turns(&site, chore);
    assert!(left.iter().all(|turn| turn.due_on <= site.today() + Days::new(1)), "{left:?}");
    assert_eq!(left[0].state(), State::Done);
}

#[actix_web::test]
async fn who_is_exempt_is_left_out_and_never_named() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (_, him) = resident(&site, "Paul").await;
    let (first, second) = (home(&site, "11", &[me]), home(&site, "12", &[him]));
    let empty = home(&site, "13", &[]);
    site.act(|act| super::store::exempt_for_tests(act.conn, him));
    let chore = set_up(&site, &daily(&site, PoolOf::Unit, &[second, empty, first]));
    let all = turns(&site, chore);
    assert!(all.iter().all(|turn| turn.picked() == Some(first)));
    let page = odette.get(&format!("/chores/turns/{}", all[0].id)).await.expect(200);
    page.shows("nobody lives in home 13").hides("home 12");
}

#[actix_web::test]
async fn who_leaves_leaves_the_rotation_and_their_turns_go_to_others() {
    let site = Site::new().await;
    let (_, me) = resident(&site, "Odette").await;
    let (_, him) = resident(&site, "Paul").await;
    let chore = set_up(&site, &daily(&site, PoolOf::Member, &[me, him]));
    site.act(|act| {
        let today = act.today();
        members::set_status(act, him, Status::Former, today, "")
    });
    site.do_jobs();
    assert_eq!(site.read(|conn| super::pool(conn, chore)).len(), 1);
    assert!(
        turns(&site, chore).iter().skip(1).all(|turn| turn.picked() == Some(me) && turn.held() == [Holder::Member(me)])
    );
}
