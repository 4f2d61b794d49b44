//! Whatever is changed behind the program's back is found by `verify` and named; what the program's own role could change, the database
//! refuses.

use diesel::prelude::*;

use super::verified;
use crate::members::{self, Correction, NewMember, Status};
use crate::platform::clock;
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::{self, NewPoll, Shows};
use crate::privacy::erasure;

/// A co-op in which a vote was closed and another one is open, and statuses were given, corrected, moved and taken back.
struct Told {
    site: Site,
    closed: i64,
    open: i64,
    /// On both rolls; she did not vote.
    dee: i64,
    /// On no roll.
    aux: i64,
}

fn member(site: &Site, given: &str, status: Status) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: "2020-05-01".parse().expect("a date"),
        status,
    };
    site.act(|act| members::add(act, &new))
}

fn vote(site: &Site) -> i64 {
    let new = NewPoll {
        title_en: "Replace the roof".to_owned(),
        title_fr: "Refaire le toit".to_owned(),
        details_en: "It leaks.".to_owned(),
        details_fr: "Il coule.".to_owned(),
        case: crate::polls::Case::default(),
        binding: true,
        shows: Shows::Live,
        secrecy: crate::polls::Secrecy::Open,
        record_on: None,
        opens_at: clock::now(),
        closes_at: clock::now() + chrono::TimeDelta::days(3),
    };
    site.act(|act| polls::tests::announced(act, &new))
}

async fn told() -> Told {
    let site = Site::of_owner().await;
    let [ana, bea, cy, dee] = ["Ana", "Bea", "Cy", "Dee"].map(|given| member(&site, given, Status::Member));
    let (aux, gone) = (member(&site, "Aux", Status::Auxiliary), member(&site, "Gone", Status::Member));
    let (closed, open) = (vote(&site), vote(&site));
    for (name, id, choice) in [("Ana Roy", ana, "for"), ("Bea Roy", bea, "against"), ("Cy Roy", cy, "abstain")] {
        let voter = site.signed_in(Role::Resident, name, Some(id)).await;
        for vote in [closed, open] {
            voter.post(&format!("/polls/{vote}/ballots"), &[("q1", choice)]).await.expect(303);
        }
    }
    site.act(|act| polls::close(act, closed));
    let today = site.today();
    site.act(|act| members::set_status(act, dee, Status::OnLeave, today, ""));
    site.act(|act| members::set_status(act, cy, Status::Former, today, ""));
    let taken_back = Correction { right: None, reason: String::new() };
    site.act(|act| members::correct_status(act, cy, today, &taken_back));
    site.act(|act| {
        let (mut whole, version) = members::whole(act.conn, bea)?;
        whole.details.joined_on = today - chrono::Days::new(9_000);
        members::change_whole(act, bea, version, &whole)
    });
    site.act(|act| members::set_status(act, gone, Status::Former, today, ""));
    site.act(|act| erasure::erase(act, gone, true));
    site.act(|act| events::chain(act.conn));
    Told { site, closed, open, dee, aux }
}

#[actix_web::test]
async fn whatever_is_changed_by_hand_is_found_and_named() {
    let Told { site, closed, open, dee, aux } = told().await;
    let slices = site.state.slices;
    let (lines, whole) = site.read(|conn| verified(conn, slices, None));
    assert!(whole && lines.len() == 1, "untouched: {lines:?}");
    let end = site.read(|conn| events::verify(conn, None)).expect("the chain holds");

    let of = |part: &str, vote: i64| format!("the {part} of vote {vote}: expected ");
    let statuses = |member: i64| format!("the statuses of member {member}: expected ");
    let trail = || "is not what was recorded".to_owned();
    let on_leave = format!("member_id = {dee} and status = 'on_leave'");
    let tampering = [
        (format!("update open_ballots set answers = '{{for}}' where poll_id = {closed}"), of("ballots", closed)),
        (
            format!("update open_ballots set cast_at = cast_at - '1 hour'::interval where poll_id = {closed}"),
            of("ballots", closed),
        ),
        (
            format!(
                "insert into open_ballots (poll_id, member_id, answers, cast_at) values ({closed}, {dee}, '{{for}}', now())"
            ),
            of("ballots", closed),
        ),
        (
            format!("delete from open_ballots where poll_id = {closed} and answers = '{{against}}'"),
            of("ballots", closed),
        ),
        (
            format!("update open_ballots set member_id = {dee} where poll_id = {closed} and answers = '{{for}}'"),
            of("ballots", closed),
        ),
        (format!("insert into roll (poll_id, member_id) values ({closed}, {aux})"), of("roll", closed)),
        (format!("delete from roll where poll_id = {closed} and member_id = {dee}"), of("roll", closed)),
        (format!("insert into roll (poll_id, member_id) values ({open}, {aux})"), of("roll", open)),
        (
            format!("update questions set majority_num = 2, majority_den = 3 where poll_id = {closed}"),
            of("proposal", closed),
        ),
        (format!("update polls set quorum_percent = 0 where id = {closed}"), of("proposal", closed)),
        (
            format!("update questions set abstentions_count = not abstentions_count where poll_id = {open}"),
            of("proposal", open),
        ),
        (format!("update polls set title_fr = 'Refaire la cave' where id = {closed}"), of("proposal", closed)),
        (format!("update polls set cons_fr = 'Trop cher.' where id = {closed}"), of("proposal", closed)),
        (format!("update polls set cost = 100 where id = {closed}"), of("proposal", closed)),
        (format!("update polls set details_en = 'It is old.' where id = {closed}"), of("proposal", closed)),
        (
            format!("update polls set closed_at = closed_at - '1 day'::interval where id = {closed}"),
            of("proposal", closed),
        ),
        (format!("update polls set closes_at = closes_at + '1 day'::interval where id = {open}"), of("proposal", open)),
        (format!("update polls set status = 'open', closed_at = null where id = {closed}"), of("proposal", closed)),
        (format!("update polls set status = 'closed', closed_at = now() where id = {open}"), of("close", open)),
        (format!("update polls set salt = '\\x01' where id = {closed}"), of("ballots", closed)),
        (format!("delete from polls where id = {closed}"), format!("vote {closed}: expected a row, found none")),
        (format!("update results set verdict = 'adopted' where poll_id = {closed}"), of("result", closed)),
        (format!("update results set voted = voted + 1 where poll_id = {closed}"), of("result", closed)),
        (format!("update results set number = 7 where poll_id = {closed}"), of("result", closed)),
        (format!("delete from results where poll_id = {closed}"), of("result", closed)),
        (
            format!(
                "insert into results select coop_id, {open}, 1, 2, 'adopted', outcome, plain, 9, 9, 1, now() from results"
            ),
            of("close", open),
        ),
        (format!("update member_statuses set status = 'suspended' where {on_leave}"), statuses(dee)),
        (format!("update member_statuses set since = since - 1 where {on_leave}"), statuses(dee)),
        (format!("delete from member_statuses where {on_leave}"), statuses(dee)),
        (format!("delete from member_statuses where member_id = {dee}"), statuses(dee)),
        (
            format!("insert into member_statuses (member_id, since, status) values ({aux}, '2025-01-01', 'member')"),
            statuses(aux),
        ),
        (
            "insert into member_statuses (member_id, since, status) values (999999, '2025-01-01', 'member')".to_owned(),
            statuses(999_999),
        ),
        ("update events set detail = detail || '{\"for\": 9}' where kind = 'poll.closed'".to_owned(), trail()),
        ("update events set actor_name = 'Nobody' where position = 3".to_owned(), trail()),
        ("update events set rest = '\\x01' where position = 3".to_owned(), trail()),
        ("update events set subject_kind = 'task' where position = 3".to_owned(), trail()),
        ("delete from events where position = 4".to_owned(), trail()),
        ("delete from events where kind = 'poll.closed'".to_owned(), of("close", closed)),
        // The last one is the erasing: what it sealed is sealed no more.
        ("delete from events where position = (select max(position) from events)".to_owned(), trail()),
    ];
    for (sql, found) in tampering {
        let (lines, whole) = site.tampered(&sql, |conn| verified(conn, slices, Some(&end)));
        assert!(!whole && lines.iter().any(|line| line.contains(&found)), "{sql}: {found} is not in {lines:#?}");
    }
    assert!(site.read(|conn| verified(conn, slices, Some(&end))).1, "each was taken back");
}

/// Somebody who can do what the app can, and write events as well, adds one that excuses what was changed.
#[actix_web::test]
async fn a_second_close_excuses_nothing() {
    let Told { site, closed, .. } = told().await;
    let again = format!(
        "update polls set quorum_percent = 0 where id = {closed}; \
         insert into events (actor_name, kind, subject_kind, subject_id, detail) \
           select actor_name, kind, subject_kind, subject_id, jsonb_build_object('seals', detail -> 'seals') from events \
           where kind = 'poll.closed'"
    );
    let (lines, whole) = site.tampered(&again, |conn| verified(conn, site.state.slices, None));
    assert!(!whole && lines.iter().any(|line| line.contains(&format!("the proposal of vote {closed}"))), "{lines:#?}");
}

#[actix_web::test]
async fn the_role_of_the_app_has_no_right_to_what_is_decided() {
    let Told { site, closed, open, dee, aux, .. } = told().await;
    let (denied, stays, after) = ("permission denied", "a vote stays as it was opened", "never changes after its time");
    let ballot = "insert into open_ballots (poll_id, member_id, answers, cast_at) values";
    for (sql, refusal) in [
        (format!("update open_ballots set answers = '{{for}}' where poll_id = {closed}"), after),
        (format!("{ballot} ({closed}, {dee}, '{{for}}', now())"), after),
        (format!("update open_ballots set member_id = {dee} where poll_id = {open}"), denied),
        ("delete from open_ballots".to_owned(), denied),
        (format!("insert into roll (poll_id, member_id) values ({closed}, {aux})"), after),
        (format!("insert into roll (poll_id, member_id) values ({open}, {aux})"), after),
        ("delete from roll".to_owned(), denied),
        (format!("update polls set quorum_percent = 0 where id = {closed}"), stays),
        (format!("update polls set quorum_percent = 0 where id = {open}"), stays),
        (format!("update polls set title_en = 'x' where id = {closed}"), stays),
        (format!("update polls set status = 'open' where id = {closed}"), stays),
        (format!("update polls set status = 'cancelled' where id = {open}"), stays),
        (format!("update polls set closes_at = closes_at + '1 day'::interval where id = {open}"), stays),
        ("update polls set salt = '\\x01'".to_owned(), denied),
        ("delete from polls".to_owned(), denied),
        ("update results set verdict = 'rejected'".to_owned(), denied),
        ("delete from results".to_owned(), denied),
        ("update accounts set role = 'admin'".to_owned(), denied),
        ("update accounts set member_id = null".to_owned(), denied),
        ("delete from events".to_owned(), denied),
    ] {
        let refused = site.try_act(|act| Ok(diesel::sql_query(&sql).execute(act.conn)?)).expect_err(&sql).to_string();
        assert!(refused.contains(refusal), "{sql}: {refused}");
    }
    let cast = format!("{ballot} ({open}, {dee}, '{{for}}', now())");
    assert_eq!(site.act(|act| Ok(diesel::sql_query(&cast).execute(act.conn)?)), 1, "while it is open she may vote");
}
