//! Secret ballots with real commits: an attacker who reads everything links nobody to a ballot, many casts of one person at once are one,
//! what was acknowledged survives, and a database that was put back to an earlier day is found out.

use std::collections::HashMap;
use std::process::Command;

use cooperator::polls::urn::sealing::{self, Paper};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Text};

use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server};
use crate::{ISABELLE, JOAN, VALERIE};

/// The secret vote of the demo co-op that is open.
const URN: &str = "/polls/26";
const DATABASE: &str = "cooperator_demo";
/// A word that stands in no ballot but these.
const CANARY: &str = "canary of no other vote";
const VOTERS: usize = 1_000;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Urn {
    #[diesel(sql_type = Array<Binary>)]
    sealed: Vec<Vec<u8>>,
    #[diesel(sql_type = Array<BigInt>)]
    voted: Vec<i64>,
}

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = Binary)]
    public_key: Vec<u8>,
    #[diesel(sql_type = diesel::sql_types::Integer)]
    size: i32,
}

fn number(conn: &mut PgConnection, sql: &str) -> i64 {
    diesel::sql_query(sql).get_result::<Number>(conn).unwrap_or_else(|error| panic!("{sql}: {error}")).number
}

fn urn(conn: &mut PgConnection) -> Urn {
    diesel::sql_query("select sealed, voted from urn_contents where poll_id = 26").get_result(conn).expect("an urn")
}

/// A vote with as many on its roll as cast here, and nobody in its urn yet; and tables as somebody would make them who thinks of nothing.
fn prepared(conn: &mut PgConnection) -> Vec<i64> {
    conn.batch_execute(&format!(
        "set app.coop_id = '1'; set session_replication_role = replica; \
         insert into members (number, given_name, family_name, language, joined_on) \
           select 'secret' || n, 'Person', 'secret ' || n, 'en', date '2015-01-01' from generate_series(1, {VOTERS}) n; \
         insert into roll (poll_id, member_id) select 26, id from members where number like 'secret%'; \
         update urn_contents set sealed = '{{}}', voted = '{{}}' where poll_id = 26; \
         set session_replication_role = origin; \
         create table naive_ballots (id uuid primary key default gen_random_uuid(), sealed bytea not null); \
         create table naive_voted (member_id bigint primary key); \
         grant select, insert on naive_ballots, naive_voted to cooperator_app"
    ))
    .expect("a vote");
    conn.batch_execute("vacuum analyze").expect("statistics");
    let ids = "select id as number from members where number like 'secret%' order by md5(id::text)";
    diesel::sql_query(ids).load::<Number>(conn).expect("members").into_iter().map(|row| row.number).collect()
}

/// How many of those who voted are paired with their own ballot.
fn linked(truth: &HashMap<i64, Vec<u8>>, guesses: impl IntoIterator<Item = (i64, Vec<u8>)>) -> usize {
    guesses.into_iter().filter(|(member, sealed)| truth.get(member) == Some(sealed)).count()
}

#[test]
fn whoever_reads_the_database_links_nobody_to_a_ballot() {
    let folder = Folder::new("linkage");
    let made = folder.run(&["demo", "--only-data"]);
    assert!(made.status.success(), "{made:?}");
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url(DATABASE));
    let members = prepared(&mut owner);
    let key: Key = diesel::sql_query("select public_key, size from urns where poll_id = 26")
        .get_result(&mut owner)
        .expect("a key");
    let mut app = connected(&cluster.owner_url(DATABASE));
    app.batch_execute("set app.coop_id = '1'; set role cooperator_app").expect("the role of the program");
    let size = usize::try_from(key.size).expect("a size");
    let mut truth = HashMap::new();
    let from = number(&mut owner, "select pg_current_xact_id()::text::bigint as number");
    for (place, member) in members.iter().enumerate() {
        let paper =
            Paper { code: format!("CANARYCODE{place:04}"), answers: vec![CANARY.to_owned()], skipped: Vec::new() };
        let sealed = sealing::seal(&key.public_key, &sealing::vote_of(1, 26), &paper, size).expect("sealed");
        let cast = diesel::sql_query("select came as line from cast_secret(26, $1, array[$2])")
            .bind::<BigInt, _>(member)
            .bind::<Binary, _>(&sealed);
        assert_eq!(cast.get_result::<Line>(&mut app).expect("a cast").line, "cast");
        if place < 100 {
            app.transaction(|app| {
                diesel::sql_query("insert into naive_voted values ($1)").bind::<BigInt, _>(member).execute(app)?;
                diesel::sql_query("insert into naive_ballots (sealed) values ($1)")
                    .bind::<Binary, _>(&sealed)
                    .execute(app)
            })
            .expect("a naive cast");
        }
        truth.insert(*member, sealed);
    }
    let to = number(&mut owner, "select pg_current_xact_id()::text::bigint as number");
    // The attack works on what was not thought about: rows of one transaction belong together.
    #[derive(QueryableByName)]
    struct Pair {
        #[diesel(sql_type = BigInt)]
        member_id: i64,
        #[diesel(sql_type = Binary)]
        sealed: Vec<u8>,
    }
    let naive = "select v.member_id, b.sealed from naive_voted v join naive_ballots b on b.xmin::text = v.xmin::text";
    let pairs: Vec<Pair> = diesel::sql_query(naive).load(&mut owner).expect("pairs");
    let found = linked(&truth, pairs.into_iter().map(|pair| (pair.member_id, pair.sealed)));
    assert!(found >= 99, "the attacker links {found} of 100 of the naive build");
    // No other row was written by a transaction of a cast: nothing to join with.
    let tables = "select c.oid::regclass::text as line from pg_class c join pg_namespace n on n.oid = c.relnamespace \
                  where c.relkind = 'r' and n.nspname in ('public', 'pg_toast') and c.relname not like 'naive%' \
                    and c.oid <> (select reltoastrelid from pg_class where relname = 'urn_contents')";
    let tables: Vec<String> =
        diesel::sql_query(tables).load::<Line>(&mut owner).expect("tables").into_iter().map(|row| row.line).collect();
    for table in &tables {
        let sql = format!(
            "select count(*) as number from {table} where xmin::text::bigint > {from} and xmin::text::bigint < {to} \
             or xmax::text::bigint > {from} and xmax::text::bigint < {to}"
        );
        let rows = number(&mut owner, &sql);
        assert_eq!(rows, i64::from(table == "urn_contents"), "{table}: rows of transactions in which somebody voted");
    }
    // What there is stands in orders of its own: the nth who voted is not whose the nth ballot is, but by chance (one in a thousand).
    let urn = urn(&mut owner);
    assert_eq!((urn.sealed.len(), urn.voted.len()), (VOTERS, VOTERS));
    assert!(urn.sealed.is_sorted() && urn.voted.is_sorted());
    let mut lengths: Vec<usize> = urn.sealed.iter().map(Vec::len).collect();
    lengths.dedup();
    assert_eq!(lengths, [size]);
    let by_place = linked(&truth, urn.voted.iter().copied().zip(urn.sealed.iter().cloned()));
    let backwards = linked(&truth, urn.voted.iter().rev().copied().zip(urn.sealed.iter().cloned()));
    assert!(by_place < 10 && backwards < 10, "{by_place} and {backwards} of {VOTERS}");
    // A dump has the same orders, and nothing readable of what was voted.
    let dump = Command::new("pg_dump").arg(cluster.owner_url(DATABASE)).output().expect("pg_dump runs");
    assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
    let dump = String::from_utf8_lossy(&dump.stdout).into_owned();
    assert!(!dump.contains(CANARY) && !dump.contains("CANARYCODE"), "a choice or a code stands in the dump");
    let log = std::fs::read_to_string(folder.0.join("postgres/server.log")).expect("the log of the database");
    assert!(!log.contains(CANARY) && !log.contains("cast_secret"), "a cast stands in the log");
}

/// A look at a ballot, as fields to cast it with.
fn looked(person: &Person, choice: &str) -> Vec<(String, String)> {
    let page = person.post(&format!("{URN}/urn/ballots"), URN, &[("q1", choice)]);
    assert_eq!(page.status, 200, "{}", page.body);
    let field = |part: &str| {
        let (name, rest) = part.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split_once('"')?.0.to_owned()))
    };
    let fields = page.body.split("<input type=\"hidden\" name=\"").skip(1).filter_map(field);
    fields.filter(|(name, _)| name != "form_token").chain([("checked".to_owned(), "1".to_owned())]).collect()
}

#[test]
fn thirty_two_secret_casts_at_once_are_one_and_it_survives_a_kill() {
    let folder = Folder::new("secret-casts");
    let mut server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url(DATABASE));
    let isabelle = Person::of_demo(&server, ISABELLE);
    let before = urn(&mut owner);
    let token = isabelle.token(URN);
    let looks: Vec<_> = (0..32).map(|nth| looked(&isabelle, ["1", "2", "3"][nth % 3])).collect();
    std::thread::scope(|scope| {
        for look in &looks {
            let (isabelle, token) = (isabelle.clone(), token.clone());
            scope.spawn(move || {
                let fields: Vec<(&str, &str)> =
                    look.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let reply = isabelle.try_post(&format!("{URN}/urn/ballots"), &token, &fields).expect("an answer");
                assert!([200, 503].contains(&reply.status), "{}: {}", reply.status, reply.body);
            });
        }
    });
    server.kill();
    let after = urn(&mut owner);
    assert_eq!((after.sealed.len(), after.voted.len()), (before.sealed.len() + 1, before.voted.len() + 1));
    // It goes on as if nothing had happened, and is counted whole.
    let server = Server::start(&folder, "demo");
    let isabelle = Person::of_demo(&server, ISABELLE);
    assert!(isabelle.get(URN).body.contains("Your ballot is in the urn"));
    let valerie = Person::of_demo(&server, VALERIE);
    let fields = looked(&valerie, "2");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(valerie.post(&format!("{URN}/urn/ballots"), URN, &fields).body.contains("Your ballot is in the urn"));
    let joan = Person::of_demo(&server, JOAN);
    let result = joan.post(&format!("{URN}/closing"), &format!("{URN}/closing"), &[]);
    assert_eq!(result.status, 200);
    let list = valerie.get(&format!("{URN}/list")).body;
    let code = &fields.iter().find(|(name, _)| *name == "code").expect("a code").1;
    assert!(list.contains(code), "{list}");
}

#[test]
fn a_database_of_yesterday_makes_the_vote_disputed() {
    let folder = Folder::new("secret-restored");
    let server = Server::start(&folder, "demo");
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url(DATABASE));
    let yesterday = urn(&mut owner);
    let (isabelle, joan) = (Person::of_demo(&server, ISABELLE), Person::of_demo(&server, JOAN));
    let fields = looked(&isabelle, "1");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    isabelle.post(&format!("{URN}/urn/ballots"), URN, &fields);
    diesel::sql_query("update urn_contents set sealed = $1, voted = $2 where poll_id = 26 and set_config('app.coop_id', '1', false) = '1'")
        .bind::<Array<Binary>, _>(&yesterday.sealed)
        .bind::<Array<BigInt>, _>(&yesterday.voted)
        .execute(&mut owner)
        .expect("as it was yesterday");
    joan.post(&format!("{URN}/closing"), &format!("{URN}/closing"), &[]);
    let page = isabelle.get(URN).body;
    assert!(page.contains("put back to an earlier day"), "{page}");
}
