//! The board, through HTTP.

mod replay;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use crate::board::{self, Came, Ended, Entry, Office};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn member(site: &Site, given_name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: day("2018-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

fn elected(from: &str, until: &str) -> Entry {
    Entry { from: day(from), until: day(until), came: Came::Elected, ended: None }
}

fn today(site: &Site) -> NaiveDate {
    site.act(|act| Ok(act.today()))
}

fn later(site: &Site, days: u64) -> NaiveDate {
    today(site) + Days::new(days)
}

fn sooner(site: &Site, days: u64) -> NaiveDate {
    today(site) - Days::new(days)
}

fn term_id(site: &Site, member: i64) -> i64 {
    let terms = site.read(|conn| board::history(conn, day("2030-01-01")));
    terms.iter().find(|term| term.member_id == member).expect("a term").id
}

async fn post(
    visitor: &Visitor<'_>,
    path: &str,
    fields: &[(&str, String)],
    status: u16,
) -> crate::platform::testing::Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post(path, &fields).await.expect(status)
}

fn seat_form(who: i64, from: NaiveDate, until: NaiveDate) -> Vec<(&'static str, String)> {
    vec![
        ("director_member", who.to_string()),
        ("came", "elected".to_owned()),
        ("term_from", from.to_string()),
        ("term_until", until.to_string()),
        ("office", String::new()),
    ]
}

/// Exclusion constraints that wait for the commit are asked now: tests commit nothing.
fn holds(site: &Site) {
    site.read(|conn| Ok(diesel::sql_query("set constraints all immediate").execute(conn)?));
    site.read(|conn| Ok(diesel::sql_query("set constraints all deferred").execute(conn)?));
}

#[actix_web::test]
async fn who_sits_in_what_office_and_which_seats_end_at_the_next_meeting() {
    let site = Site::new().await;
    let people: Vec<i64> = ["Ada", "Ben", "Carl", "Dora", "Eve"].iter().map(|name| member(&site, name)).collect();
    let (last, next, after) = (sooner(&site, 200), later(&site, 165), later(&site, 530));
    site.act(|act| {
        for (at, who) in people.iter().enumerate() {
            let until = if at < 3 { next } else { after };
            let office = [Some(Office::Treasurer), None, Some(Office::Presidency), None, None][at];
            let entry = Entry { from: last, until, came: Came::Elected, ended: None };
            board::seat(act, *who, &entry, office)?;
        }
        Ok(())
    });
    let visitor = site.signed_in(Role::Resident, "Ada Roy", Some(people[0])).await;
    let page = visitor.get("/board").await.expect(200).shows("7 seats: 5 filled, 2 vacant.");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page = page.shows("3 seats end at the annual meeting on").shows("and 2 more are vacant").hides("/board/terms");
    let table = page.body.split("<tbody>").nth(1).expect("a table");
    let order: Vec<usize> = ["Carl Roy", "Ada Roy", "Ben Roy"].iter().filter_map(|name| table.find(name)).collect();
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "the presidency, then the treasury, then by name");
    assert_eq!(page.body.matches("Vacant seat").count(), 2);
    page.shows("4 and 3 end from one annual meeting to the next");
    visitor.get(&format!("/board?meeting={after}")).await.expect(200).shows("5 seats end at the annual meeting on");
    visitor.get("/board?on=2999-01-01").await.expect(422).shows("e-on").shows("Enter a date that exists");
    visitor.get("/board.csv?on=-5000-01-01").await.expect(422);
    visitor.get("/board?meeting=2020-01-01").await.expect(422).shows("Enter a date after today.");
    visitor.get("/board?lang=fr").await.expect(200).shows("Présidence").shows("3 sièges prennent fin");
    let (now, soon) = (today(&site), later(&site, 30));
    let gone = site.read(|conn| board::terms_from(conn, now, now))[0].id;
    site.act(|act| board::end_early(act, gone, soon, Ended::Resigned));
    visitor.get("/board").await.expect(200).shows("3 seats end at the annual meeting on");
    for path in ["/board/terms/new", "/board/offices", "/board/meeting", "/board/terms/1"] {
        visitor.get(path).await.expect(403);
    }
    visitor.get("/menu").await.expect(200).shows("/board");
    visitor.get("/committees").await.expect(200).shows("/board");
}

#[actix_web::test]
async fn an_election_is_recorded_and_refused_with_a_reason() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let (start, end) = (today(&site), later(&site, 700));
    let form = joan.get("/board/terms/new").await.expect(200).shows("The board has 7 seats");
    assert!(form.queries <= 6, "{} queries", form.queries);
    let mut fields = seat_form(ada, start, end);
    fields[4].1 = "presidency".to_owned();
    post(&joan, "/board/terms", &fields, 303).await;
    joan.get("/board").await.expect(200).shows("Ada Roy").shows("Presidency").shows("elected");
    joan.get(&format!("/members/{ada}")).await.expect(200).shows("<dt>Board of directors</dt>");
    let twice = seat_form(ada, start + Days::new(1), end);
    post(&joan, "/board/terms", &twice, 422).await.shows("e-term_from").shows("This person already has a seat until");
    post(&joan, "/board/terms", &seat_form(ben, end, start), 422).await.shows("e-term_until");
    post(&joan, "/board/terms", &seat_form(ben, start, later(&site, 3_000)), 422).await.shows("this term must end by");
    post(&joan, "/board/terms", &seat_form(99_999, start, end), 422).await.shows("e-director_member");
    post(&joan, "/board/terms", &[("office", "own-77".to_owned())], 422).await.shows("e-director_member");
    let mut odd = seat_form(ben, start, end);
    odd[4].1 = "emperor".to_owned();
    post(&joan, "/board/terms", &odd, 422).await.shows("e-office");
    // Who is suspended, or was an applicant then, has no seat.
    site.act(|act| members::set_status(act, ben, Status::Suspended, act.today(), ""));
    post(&joan, "/board/terms", &seat_form(ben, start, end), 422).await.shows("This person is suspended");
    post(&joan, "/board/terms", &seat_form(ben, day("2017-01-01"), day("2018-06-01")), 422)
        .await
        .shows("not a member on");
    // A full board takes nobody.
    let carl = member(&site, "Carl");
    site.act(|act| {
        let size = board::size(act.conn)?;
        assert_eq!((size.seats, size.term_months), (7, 24));
        Ok(())
    });
    for number in 0..6 {
        let who = member(&site, &format!("P{number}"));
        site.act(|act| {
            board::seat(act, who, &Entry { from: start, until: end, came: Came::Elected, ended: None }, None)
        });
    }
    post(&joan, "/board/terms", &seat_form(carl, start, end), 422).await.shows("All seats are filled");
    holds(&site);
}

#[actix_web::test]
async fn what_somebody_owes_bars_them_and_nobody_is_told_that_this_is_why() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let ada = member(&site, "Ada");
    site.read(|conn| Ok(diesel::sql_query(format!("insert into arrears (member_id) values ({ada})")).execute(conn)?));
    let reply = post(&joan, "/board/terms", &seat_form(ada, today(&site), later(&site, 700)), 422).await;
    reply.shows("this person cannot be on the board now").hides("arrears").hides(" owe");
    // A term that is long over is a matter of record.
    post(&joan, "/board/terms", &seat_form(ada, day("2019-03-01"), day("2021-03-01")), 303).await;
}

#[actix_web::test]
async fn a_term_ends_early_is_corrected_and_struck() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let ada = member(&site, "Ada");
    let (start, end) = (sooner(&site, 300), later(&site, 300));
    let mut fields = seat_form(ada, start, end);
    fields[4].1 = "secretary".to_owned();
    post(&joan, "/board/terms", &fields, 303).await;
    let path = format!("/board/terms/{}", term_id(&site, ada));
    joan.get(&path).await.expect(200).shows("Ada Roy on the board").shows("/ending");
    let ending = |on: NaiveDate| vec![("ended_how", "resigned".to_owned()), ("ended_on", on.to_string())];
    post(&joan, &format!("{path}/ending"), &ending(end), 422).await.shows("e-ended_on");
    post(&joan, &format!("{path}/ending"), &[], 422).await.shows("e-ended_how");
    post(&joan, &format!("{path}/ending"), &ending(sooner(&site, 10)), 303).await;
    post(&joan, &format!("{path}/ending"), &ending(sooner(&site, 9)), 409).await;
    joan.get("/board").await.expect(200).hides("Ada Roy").shows("0 filled");
    joan.get(&format!("/board?on={}", sooner(&site, 11))).await.expect(200).shows("Secretary").shows("resigned");
    joan.get("/board/history").await.expect(200).shows("resigned").shows("Secretary");
    // It was another day, and nothing happened early.
    let right = |until: NaiveDate| {
        vec![
            ("came", "appointed".to_owned()),
            ("term_from", start.to_string()),
            ("term_until", until.to_string()),
            ("term_ended_how", String::new()),
            ("term_ended_on", String::new()),
        ]
    };
    post(&joan, &path, &right(start), 422).await.shows("e-term_until");
    post(&joan, &path, &right(later(&site, 100)), 303).await;
    joan.get("/board").await.expect(200).shows("Ada Roy").shows("appointed to fill a vacancy").shows("Secretary");
    let half = [&right(end)[..3], &[("term_ended_how", "resigned".to_owned())]].concat();
    post(&joan, &path, &half, 422).await.shows("e-term_ended_on");
    holds(&site);
    post(&joan, &format!("{path}/removal"), &[], 303).await;
    joan.get("/board").await.expect(200).hides("Ada Roy");
    joan.get(&path).await.expect(404);
    joan.get("/audit").await.expect(200).shows("removed a wrong term from the board");
}

#[actix_web::test]
async fn an_office_is_handed_over_and_a_co_op_names_its_own() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let (start, end) = (sooner(&site, 300), later(&site, 300));
    let entry = Entry { from: start, until: end, came: Came::Elected, ended: None };
    site.act(|act| board::seat(act, ada, &entry, Some(Office::Presidency)));
    site.act(|act| board::seat(act, ben, &entry, None));
    let page = joan.get("/board/offices").await.expect(200).shows("Presidency").shows("Ada Roy");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let hand = |office: &str, to: String, from: NaiveDate| {
        vec![("office", office.to_owned()), ("office_term", to), ("office_from", from.to_string())]
    };
    let to_ben = term_id(&site, ben).to_string();
    post(&joan, "/board/offices", &hand("", to_ben.clone(), start), 422).await.shows("e-office");
    post(&joan, "/board/offices", &hand("presidency", to_ben.clone(), end), 422).await.shows("e-office_term");
    post(&joan, "/board/offices", &hand("own-5", to_ben.clone(), today(&site)), 422).await.shows("e-office");
    post(&joan, "/board/offices", &hand("presidency", to_ben.clone(), sooner(&site, 100)), 303).await;
    let names = [("office_name_en", "Registrar".to_owned()), ("office_name_fr", "Registraire".to_owned())];
    post(&joan, "/board/offices/names", &names, 303).await;
    post(&joan, "/board/offices/names", &names, 422).await.shows("e-office_name_en");
    let own = site.read(|conn| board::own_offices(conn, Lang::Fr));
    assert_eq!(own[0].1, "Registraire");
    post(&joan, "/board/offices", &hand(&format!("own-{}", own[0].0), to_ben, sooner(&site, 50)), 303).await;
    let now = joan.get("/board").await.expect(200).shows("Presidency, Registrar");
    assert!(now.body.find("Ben Roy") < now.body.find("Ada Roy"), "offices come first");
    let then = joan.get(&format!("/board?on={}", sooner(&site, 101))).await.expect(200).hides("Registrar");
    assert!(then.body.find("Ada Roy") < then.body.find("Ben Roy"));
    post(&joan, "/board/offices", &hand("presidency", String::new(), today(&site)), 303).await;
    joan.get("/board").await.expect(200).hides("Presidency");
    holds(&site);
}

#[actix_web::test]
async fn a_meeting_that_is_put_off_moves_ends_and_beginnings_together() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let (start, meeting, end) = (sooner(&site, 300), later(&site, 60), later(&site, 790));
    let entry = |from, until| Entry { from, until, came: Came::Elected, ended: None };
    site.act(|act| board::seat(act, ada, &entry(start, meeting), Some(Office::Treasurer)));
    site.act(|act| board::seat(act, ada, &entry(meeting, end), Some(Office::Treasurer)));
    site.act(|act| board::seat(act, ben, &entry(start, end - Days::new(365)), None));
    joan.get("/board").await.expect(200).shows("Elected for later");
    let to = later(&site, 90);
    let moves =
        |from: NaiveDate, to: NaiveDate| vec![("meeting_was", from.to_string()), ("meeting_on", to.to_string())];
    post(&joan, "/board/meeting", &moves(later(&site, 61), to), 422).await.shows("e-meeting_was");
    post(&joan, "/board/meeting", &moves(meeting, sooner(&site, 1)), 422).await.shows("e-meeting_on");
    post(&joan, "/board/meeting", &moves(meeting, end), 422).await.shows("do not fit on this day");
    post(&joan, "/board/meeting", &moves(meeting, to), 303).await;
    holds(&site);
    let holdings = site.read(|conn| board::holdings(conn, None, Lang::En));
    let spans: Vec<_> = holdings.iter().map(|one| (one.since, one.until)).collect();
    assert_eq!(spans, [(start, to), (to, end)], "offices follow their terms");
}

#[actix_web::test]
async fn the_register_of_directors_of_any_day_on_screen_and_in_files() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    site.act(|act| board::seat(act, ada, &elected("2021-03-20", "2023-03-25"), Some(Office::Presidency)));
    site.act(|act| board::seat(act, ben, &elected("2022-03-19", "2024-03-23"), None));
    let visitor = site.signed_in(Role::Resident, "Ben Roy", Some(ben)).await;
    let page = visitor.get("/board?on=2022-05-01").await.expect(200).shows("Board of directors on 1 May 2022");
    page.shows("Ada Roy").shows("Ben Roy").shows("Tamarack Co-op, 1 May 2022").hides("The next annual meeting");
    visitor.get("/board?on=2023-03-25").await.expect(200).hides("Ada Roy").shows("Ben Roy");
    let csv = visitor.get("/board.csv?on=2022-05-01").await.expect(200);
    assert!(csv.header("content-disposition").contains("board-2022-05-01.csv"));
    csv.shows("\"Ada Roy\",\"Presidency\",\"2021-03-20\",\"2023-03-25\",\"elected\"").shows("Vacant seat");
    visitor.get("/board.xlsx?on=2022-05-01").await.expect(200);
    let history = visitor.get("/board/history").await.expect(200).shows("2021").shows("2024");
    assert!(history.queries <= 6, "{} queries", history.queries);
    assert_eq!(history.body.matches("Ada Roy").count(), 3, "2021, 2022 and 2023");
    visitor.get("/board/history.csv").await.expect(200).shows("\"Ben Roy\",\"\",\"2022-03-19\",\"2024-03-23\"");
    visitor.get("/board/history.xlsx").await.expect(200);
    let anonymous = site.anonymous();
    anonymous.get("/board").await.expect(303);
}

#[actix_web::test]
async fn who_leaves_the_co_op_leaves_the_board_that_day() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let ada = member(&site, "Ada");
    let (leave, suspended) = (sooner(&site, 20), sooner(&site, 10));
    let entry = Entry { from: sooner(&site, 300), until: later(&site, 300), came: Came::Elected, ended: None };
    site.act(|act| board::seat(act, ada, &entry, Some(Office::Secretary)));
    site.act(|act| members::set_status(act, ada, Status::OnLeave, leave, ""));
    joan.get("/board").await.expect(200).hides("No longer a full member");
    site.act(|act| members::set_status(act, ada, Status::Suspended, suspended, ""));
    joan.get("/board").await.expect(200).shows("No longer a full member: Suspended.");
    site.act(|act| members::set_status(act, ada, Status::Former, act.today(), ""));
    joan.get("/board").await.expect(200).hides("Ada Roy");
    let terms = site.read(|conn| board::history(conn, day("2030-01-01")));
    assert_eq!(terms[0].ended_how.as_deref().and_then(Ended::parse), Some(Ended::Left));
    let holdings = site.read(|conn| board::holdings(conn, None, Lang::En));
    assert_eq!(holdings[0].until, today(&site), "the office ended with the term");
    let late = seat_form(ada, sooner(&site, 300), later(&site, 300));
    post(&joan, "/board/terms", &late, 422).await.shows("e-term_until").shows("left the co-op before that");
    // Neighbours read the register of directors, and find no page of who has left.
    let ben = member(&site, "Ben");
    let visitor = site.signed_in(Role::Resident, "Ben Roy", Some(ben)).await;
    visitor.get("/board/history").await.expect(200).shows("Ada Roy").hides(&format!("/members/{ada}"));
    holds(&site);
}
