//! Erasing a former member: nothing of the person is left anywhere, every figure is as it was, and the chain holds.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::declared::{Column, declared_texts};
use super::{add, day};
use crate::members::{self, Eye, Sight, Status};
use crate::platform::events;
use crate::platform::person::{Erasing, Names, Table};
use crate::platform::slice::tables;
use crate::platform::sql::row;
use crate::platform::tenancy::tests::rows;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;
use crate::privacy::{Person, access_request, erasure};
use crate::{committees, polls, scorecards, units};

row! {
    struct Name {
        name: String,
    }
}

row! {
    struct Count {
        count: i64,
    }
}

/// The tables in which some row holds one of these words.
fn places(site: &Site, words: &[&str]) -> Vec<String> {
    site.read(|conn| {
        let tables: Vec<Name> = diesel::sql_query(
            "select table_name::text as name from information_schema.columns where table_schema = 'public' \
             and column_name = 'coop_id' group by 1 order by 1",
        )
        .load(conn)?;
        let mut found = Vec::new();
        for table in tables {
            for word in words {
                let sql = format!(
                    "select count(*) as count from {} x where strpos(lower(x::text), lower($1)) > 0",
                    table.name
                );
                if diesel::sql_query(sql).bind::<Text, _>(word).get_result::<Count>(conn)?.count > 0 {
                    found.push(format!("{word} in {}", table.name));
                }
            }
        }
        Ok(found)
    })
}

const WORDS: [&str; 6] = ["Zéphirine", "Quetzal", "zephirine.q@", "quetzal@", "613 555-0188", "450 555-0177"];

/// A life in the co-op that leaves traces everywhere.
async fn life(site: &Site, admin: &Visitor<'_>) -> i64 {
    let id = add(site, "Zéphirine", "Quetzal");
    site.act(|act| members::set_email(act, id, "zephirine.q@example.org"));
    let own = site.signed_in(Role::Resident, "Zéphirine Quetzal", Some(id)).await;
    let fields = [
        ("preferred_name", "Zéphirine"),
        ("phone", "613 555-0188"),
        ("phone_2", "450 555-0177"),
        ("skills", "Quetzal feathers"),
        ("emergency_contact", "Mother Quetzal"),
        ("member_language", "fr"),
        ("email_seen_by", "members"),
    ];
    own.post("/profile", &fields).await.expect(303);
    let home = units::NewUnit { label: "12B".to_owned(), kind: "apartment", floor: Some(1), ..Default::default() };
    let (home, garden) = site.act(|act| Ok((units::add(act, &home)?, committees::add(act, "Garden", "Jardin")?)));
    site.act(|act| units::move_in(act, home, id, day("2021-01-01")));
    site.act(|act| committees::join(act, garden, id, day("2021-01-01")));
    let task =
        [("task_title", "Call Zéphirine Quetzal"), ("credit_hours", "1"), ("assignee", ""), ("due_on", "2030-01-01")];
    admin.post("/tasks", &task).await;
    admin
        .post(
            &format!("/members/{id}/shares"),
            &[("share_kind", "paid"), ("share_quantity", "3"), ("share_on", "2021-01-01")],
        )
        .await
        .expect(303);
    site.do_jobs();
    let poll = site.act(|act| {
        let new = polls::NewPoll {
            title_en: "Paint".to_owned(),
            title_fr: "Peindre".to_owned(),
            details_en: "In blue.".to_owned(),
            details_fr: "En bleu.".to_owned(),
            case: crate::polls::Case::default(),
            binding: true,
            shows: polls::Shows::Live,
            secrecy: crate::polls::Secrecy::Open,
            record_on: None,
            opens_at: act.now,
            closes_at: act.now + chrono::TimeDelta::days(1),
        };
        polls::tests::announced(act, &new)
    });
    own.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    site.act(|act| polls::close(act, poll));
    site.act(|act| {
        act.conn.batch_execute(&format!(
            "insert into jobs (kind, lane, payload) values ('letter', 'letters', '{{\"to_name\": \"Zéphirine Quetzal\", \"to_address\": \"zephirine.q@example.org\"}}');
             with t as (insert into tasks (title, details) values ('Salt', 'Ask Zéphirine Quetzal at 613 555-0188') returning id) insert into task_holders (task_id, member_id) select id, {id} from t;
             insert into attempts (subject) values ('sign-in:zephirine.q@example.org');
             insert into notices (account_id, event_id, kind) select a.id, (select min(e.id) from events e), 'x' from accounts a;
             insert into deliveries (way, address, subject, ended_at, accepted, answer, tries) \
               values ('mail', 'zephirine.q@example.org', 'For Zéphirine Quetzal', now(), false, '550 no Zéphirine Quetzal', 1);
             insert into imports (account_id, sheet, matching, expires_at) select id, '{{\"rows\": [[\"Quetzal\", \"Zéphirine\"]]}}', \
               '{{}}', now() + '1 day'::interval from accounts where role = 'admin';
             insert into arrears (member_id) values ({id});"
        ))?;
        scorecards::run(act)
    });
    id
}

/// Figures, decisions and lists, without what is different on each look.
async fn figures(site: &Site, admin: &Visitor<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for address in ["/open", "/open/figures.csv", "/open/decisions", "/open/decisions/1"] {
        all.push(site.anonymous().get(address).await.expect(200).body);
    }
    for address in ["/figures", "/polls/{poll}/result", "/scorecards"] {
        let poll: Count =
            site.read(|conn| Ok(diesel::sql_query("select min(id) as count from polls").get_result(conn)?));
        let body = admin.get(&address.replace("{poll}", &poll.count.to_string())).await.body;
        let steady = |line: &&str| !line.contains("form_token") && !line.contains("Quetzal") && !line.contains("№");
        all.push(body.lines().filter(steady).collect::<Vec<_>>().join("\n"));
    }
    let counts = "select (select count(*) from members) * 1000000 + (select count(*) from member_statuses) * 100000 \
        + (select count(*) from occupancies) * 10000 + (select count(*) from seats) * 1000 + (select count(*) from open_ballots) * 100 \
        + (select coalesce(sum(value), 0) from scores) * 10 + (select sum(quantity) from share_entries) as count";
    let counts: Count = site.read(|conn| Ok(diesel::sql_query(counts).get_result(conn)?));
    all.push(counts.count.to_string());
    all
}

#[actix_web::test]
async fn nothing_of_the_person_is_left_and_every_figure_is_as_it_was() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let id = life(&site, &admin).await;
    let path = format!("/members/{id}/anonymisation");
    let sure = [("erase_sure", "1")];
    admin.post(&path, &sure).await.expect(409);
    let yesterday = site.today() - chrono::Days::new(2);
    site.act(|act| members::set_status(act, id, Status::Former, yesterday, "Quetzal moved"));
    site.act(|act| events::chain(act.conn));
    let chained = site.read(|conn| events::verify(conn, None)).expect("the chain holds before");
    assert!(places(&site, &WORDS).len() >= 15, "{:?}", places(&site, &WORDS));

    admin.get(&path).await.expect(200).shows("Zéphirine Quetzal").shows("what will happen").shows("is kept until");
    admin.post(&path, &sure).await.expect(409);
    admin.post(&path, &[("erase_asked", "1")]).await.expect(422);
    let before = figures(&site, &admin).await;
    admin.post(&path, &[("erase_asked", "1"), ("erase_sure", "1")]).await.expect(303);
    assert_eq!(places(&site, &WORDS), [""; 0], "the person is still in the database");
    for (before, after) in before.iter().zip(figures(&site, &admin).await) {
        assert_eq!(*before, after);
    }
    site.act(|act| events::chain(act.conn));
    let after = site.read(|conn| events::verify(conn, None)).expect("the chain holds after");
    assert!(after.count > chained.count);
    assert_eq!(site.discrepancies(), [""; 0]);
    assert_eq!(
        site.read(|conn| events::verify(conn, Some(&chained))),
        Ok(after.clone()),
        "the mark noted before is in it"
    );
    let cut = events::Mark::read(&format!("{}:{}", after.count + 1, "00")).expect("a mark");
    assert_eq!(site.read(|conn| events::verify(conn, Some(&cut))), Err(events::Broken::End(after.clone())));
    let other = events::Mark::read(&format!("{}:{}", chained.count, "00")).expect("a mark");
    assert_eq!(site.read(|conn| events::verify(conn, Some(&other))), Err(events::Broken::End(after)));
    admin.get(&format!("/members/{id}")).await.expect(200).shows(&members::sign(id));
    admin.get("/audit").await.expect(200).shows("erased a former member").hides("sealed");
    admin.get("/audit.csv").await.expect(200).hides("Quetzal");
    admin.get("/members?status=former").await.expect(200).hides("Quetzal");
}

#[actix_web::test]
async fn a_rewritten_event_without_its_seal_breaks_the_chain() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (ada, bea) = (add(&site, "Adalind", "Ng"), add(&site, "Beatrix", "Roy"));
    let own = site.signed_in(Role::Resident, "Beatrix Roy", Some(bea)).await;
    own.post("/profile", &[("phone", "613 555-0199"), ("member_language", "en")]).await.expect(303);
    let today = site.today();
    for member in [ada, bea] {
        site.act(|act| members::set_status(act, member, Status::Former, today, ""));
        let path = format!("/members/{member}/anonymisation");
        admin.post(&path, &[("erase_asked", "1"), ("erase_sure", "1")]).await.expect(303);
    }
    site.act(|act| events::chain(act.conn));
    assert!(site.read(|conn| events::verify(conn, None)).is_ok(), "two erasings one after the other");
    assert_eq!(places(&site, &["Adalind", "Beatrix"]), [""; 0]);

    let rewrite = |id: i64, detail: &str| {
        let sql = format!("select rewrite_event({id}, 'Nobody', 'Nothing', '{detail}')");
        site.act(|act| Ok(diesel::sql_query(&sql).execute(act.conn)?));
    };
    let told = site.read(|conn| events::of_subject(conn, "member", ada, 50));
    let sealed = told.last().expect("the first event about her").id;
    rewrite(sealed, "{}");
    assert_eq!(
        site.read(|conn| events::verify(conn, None)),
        Err(events::Broken::Event(sealed)),
        "the seal is over the text of the erasing, not over any"
    );
    let refused = site.try_act(|act| Ok(diesel::sql_query("update events set actor_name = 'x'").execute(act.conn)?));
    assert!(refused.is_err(), "the app itself cannot change an event");
}

#[actix_web::test]
async fn a_namesake_and_a_shared_address_keep_what_is_theirs() {
    let site = Site::new().await;
    let (gone, stays) = (add(&site, "Jean", "Tremblay"), add(&site, "Jean", "Tremblay"));
    let today = site.today();
    site.act(|act| members::set_status(act, gone, Status::Former, today, ""));
    site.act(|act| erasure::erase(act, gone, true));
    let page = site.as_admin().await.get(&format!("/members/{stays}")).await.expect(200);
    page.shows("Jean Tremblay").shows("jean@example.org");
    let told = site.read(|conn| events::of_subject(conn, "member", stays, 9));
    assert!(told.iter().all(|event| event.subject_name == "Jean Tremblay"));
}

/// Puts the person's words into every text in which declarations say that somebody may be named, and into their own.
fn name_everywhere(site: &Site, declared: &[(&Table, Column)]) -> BTreeSet<&'static str> {
    site.read(|conn| {
        Ok(conn.batch_execute(
            "update members set given_name = 'Zéphirine', family_name = 'Quetzal', preferred_name = 'Zéphirine', \
               email = 'zephirine.q@example.org', phone = '613 555-0188', emergency_contact = 'Mother Quetzal';
             update member_phones set label = 'Zéphirine Quetzal', number = '450 555-0177';
             insert into events (actor_id, actor_name, kind, subject_kind, subject_id, subject_name, detail) \
               select a.id, 'Zéphirine Quetzal', e.*, jsonb_build_object('on_behalf_of', a.member_id, 'title', 'Call Zéphirine Quetzal') from accounts a, \
                 (values ('task.created', 'task', 1, 'Call Zéphirine Quetzal')) e union all \
               select null, 'x', 'member.changed', 'member', m.id, m.name, jsonb_build_object('after', jsonb_build_object('phone', m.phone)) \
                 from members m;",
        )?)
    });
    let mut named = BTreeSet::from(["members", "member_phones", "events"]);
    // A member's account has no name of its own.
    let by_hand: Vec<&str> = named.iter().copied().chain(["accounts"]).collect();
    for (table, column) in declared.iter().filter(|(table, _)| !by_hand.contains(&table.name)) {
        let is_text =
            table.columns(|names| matches!(names, Names::GiveWay | Names::Own)).contains(&column.name.as_str());
        if !is_text {
            continue;
        }
        let words = "'Zéphirine Quetzal, zephirine.q@example.org, 613 555-0188'";
        let value = match column.kind.as_str() {
            "jsonb" => format!("jsonb_build_array({words})"),
            "ARRAY" => format!("array[{words}]"),
            _ => words.to_owned(),
        };
        let sql = format!("update {} set {} = {value}", table.name, column.name);
        site.read(|conn| {
            assert!(diesel::sql_query(&sql).execute(conn)? > 0, "{sql}");
            Ok(())
        });
        named.insert(table.name);
    }
    site.read(|conn| Ok(conn.batch_execute("update deliveries set address = 'zephirine.q@example.org'")?));
    named
}

/// Whoever adds a table and forgets to say what erasing does to it finds out here.
#[actix_web::test]
async fn a_person_who_is_in_every_table_is_gone_from_all_of_them() {
    let site = Site::new().await;
    for sql in rows() {
        site.act(|act| Ok(diesel::sql_query(sql).execute(act.conn)?));
    }
    let count = |table: &str| {
        let sql = format!("select count(*) as count from {table}");
        site.read(|conn| Ok(diesel::sql_query(&sql).get_result::<Count>(conn)?.count))
    };
    let member: Count = site.read(|conn| Ok(diesel::sql_query("select id as count from members").get_result(conn)?));
    let (member, yesterday) = (member.count, site.today() - chrono::Days::new(1));
    site.act(|act| members::set_status(act, member, Status::Former, yesterday, ""));
    // What went with the departure is there again, so that erasing has all to do.
    for sql in rows().filter(|sql| {
        ["into sessions", "into sign_in_links", "into tasks", "into address_changes", "into chore_pool"]
            .iter()
            .any(|table| sql.contains(table))
    }) {
        site.act(|act| Ok(diesel::sql_query(sql).execute(act.conn)?));
    }
    let declared = declared_texts(&site);
    let named = name_everywhere(&site, &declared);
    let told = places(&site, &["Quetzal"]);
    assert!(named.len() >= 18 && named.iter().all(|table| told.contains(&format!("Quetzal in {table}"))), "{told:?}");

    let eye = Eye { sight: Sight::Everything, own: Some(member), account: None };
    let everything = site.act(|act| access_request::answer(act, member, eye));
    let parts = access_request::parts(site.state.slices);
    let empty: Vec<_> = parts.map(|part| part.name).filter(|name| everything[name] == serde_json::json!([])).collect();
    assert_eq!(empty, [""; 0], "parts that show nothing of somebody who is in every table");

    site.act(|act| erasure::erase(act, member, true));
    assert_eq!(places(&site, &WORDS), [""; 0], "the person is still in the database");
    for table in tables(site.state.slices).filter(|table| table.erasing == Erasing::Goes) {
        assert_eq!(count(table.name), 0, "{}", table.name);
    }
    site.act(|act| events::chain(act.conn));
    site.read(|conn| events::verify(conn, None)).expect("the chain holds");
}

#[actix_web::test]
async fn a_name_that_json_writes_otherwise_is_found_and_a_phone_of_somebody_else_is_not_theirs() {
    let site = Site::new().await;
    let (gone, stays) = (add(&site, "Bo \"Bobby\"", "O\\Hara_5%"), add(&site, "Ada", "Ng"));
    let today = site.today();
    site.act(|act| members::set_status(act, gone, Status::Former, today, ""));
    site.read(|conn| {
        diesel::sql_query("insert into submissions (digest, outcome) values ('\\x01', jsonb_build_array($1))")
            .bind::<Text, _>("For Bo \"Bobby\" O\\Hara_5%")
            .execute(conn)?;
        diesel::sql_query("insert into submissions (digest, outcome) values ('\\x02', '[\"For Bo Bobby OHara55\"]')")
            .execute(conn)?;
        Ok(diesel::sql_query("insert into member_phones (member_id, place, number) values ($1, 2, '+1 613 555-0199')")
            .bind::<BigInt, _>(stays)
            .execute(conn)?)
    });
    site.read(|conn| {
        Ok(conn.batch_execute("update members set phone = '+1 613 555-0199' where given_name like 'Bo%'")?)
    });
    let words = site.read(|conn| Person::find(conn, site.state.slices, gone)).words;
    assert!(words.contains(&"Bo \"Bobby\" O\\Hara_5%".to_owned()), "{words:?}");
    assert!(!words.contains(&"+1 613 555-0199".to_owned()), "{words:?}");
    site.act(|act| erasure::erase(act, gone, true));
    let left = "select count(*) as count from submissions where digest in ('\\x01', '\\x02')";
    assert_eq!(site.read(|conn| Ok(diesel::sql_query(left).get_result::<Count>(conn)?.count)), 1);
}
