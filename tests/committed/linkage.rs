//! An attacker who reads everything links nobody to a ballot: the live database as its superuser, dumps, the write-ahead log and the files of
//! the database, the logs, what every role can take out. They link the same people in tables made without a thought, and they link everybody
//! with the private key and every version of the urn's row, as docs/secret-votes.md says: so what they try is worth something.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use cooperator::platform::embedded_postgres::Cluster;
use cooperator::polls::urn::sealing::{self, Paper};
use cooperator::routes;
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Integer, Text};

use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server, until};
use crate::{ISABELLE, JOAN, VALERIE};

/// The secret vote of the demo co-op that is open, and the observer who can sign in there.
const POLL: i64 = 26;
const AMRIT: &str = "amrit.sandhu@example.org";
const DATABASE: &str = "cooperator_demo";
/// The own word in every code: nobody writes it anywhere else.
const CANARY: &str = "KANARIEN";
const VOTERS: usize = 1_000;
/// How many cast into the naive tables as well.
const NAIVE: usize = 100;
/// By chance one of the thousand is linked by a place in an order; ten are beyond it.
const CHANCE: usize = 10;

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
struct Pair {
    #[diesel(sql_type = BigInt)]
    member: i64,
    #[diesel(sql_type = Binary)]
    sealed: Vec<u8>,
}

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = Binary)]
    public_key: Vec<u8>,
    #[diesel(sql_type = Integer)]
    size: i32,
}

#[derive(QueryableByName)]
struct Content {
    #[diesel(sql_type = Array<Binary>)]
    sealed: Vec<Vec<u8>>,
    #[diesel(sql_type = Array<BigInt>)]
    voted: Vec<i64>,
}

#[derive(QueryableByName, Clone)]
struct Opened {
    #[diesel(sql_type = Text)]
    code: String,
    #[diesel(sql_type = Array<Text>)]
    answers: Vec<String>,
    #[diesel(sql_type = Array<Integer>)]
    skipped: Vec<i32>,
}

fn number(conn: &mut PgConnection, sql: &str) -> i64 {
    diesel::sql_query(sql).get_result::<Number>(conn).unwrap_or_else(|error| panic!("{sql}: {error}")).number
}

fn lines(conn: &mut PgConnection, sql: &str) -> Vec<String> {
    let rows: Vec<Line> = diesel::sql_query(sql).load(conn).unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.into_iter().map(|row| row.line).collect()
}

fn content(conn: &mut PgConnection) -> Content {
    diesel::sql_query("select sealed, voted from urn_contents where poll_id = 26").get_result(conn).expect("an urn")
}

/// Somebody who voted: what was sealed for them, and under which code it will stand in the list.
struct Cast {
    member: i64,
    sealed: Vec<u8>,
    code: String,
}

/// What really happened, in the order in which it did; and what a holder of every version of the urn's row reads off it, as it stands in the
/// write-ahead log and, until they are swept, among the dead rows: who came with which sealed ballot.
struct Known {
    casts: Vec<Cast>,
    journal: Vec<(i64, Vec<u8>)>,
}

/// A vote with as many on its roll as cast here, and nobody in its urn yet; and tables as somebody would make them who thinks of nothing.
fn prepared(conn: &mut PgConnection) -> Vec<i64> {
    conn.batch_execute(&format!(
        "set app.coop_id = '1'; set synchronous_commit = off; set session_replication_role = replica; \
         insert into members (number, given_name, family_name, language, joined_on) \
           select 'secret' || n, 'Person', 'secret ' || n, 'en', date '2015-01-01' from generate_series(1, {VOTERS}) n; \
         insert into roll (poll_id, member_id) select 26, id from members where number like 'secret%'; \
         update urn_contents set sealed = '{{}}', voted = '{{}}' where poll_id = 26; \
         set session_replication_role = origin; \
         create table naive_ballots (id uuid primary key default gen_random_uuid(), sealed bytea not null); \
         create table naive_voted (member_id bigint primary key); \
         grant select, insert on naive_ballots, naive_voted to cooperator_app; \
         create temp table version_before (sealed bytea[] not null, voted bigint[] not null); \
         insert into version_before values ('{{}}', '{{}}')"
    ))
    .expect("a vote");
    conn.batch_execute("vacuum analyze").expect("statistics");
    let ids = "select id as number from members where number like 'secret%' order by md5(id::text)";
    diesel::sql_query(ids).load::<Number>(conn).expect("members").into_iter().map(|row| row.number).collect()
}

/// Everybody votes, one after the other, and the attacker keeps what is new in each version of the row.
fn all_vote(owner: &mut PgConnection, cluster: &Cluster, members: &[i64]) -> Known {
    let key: Key =
        diesel::sql_query("select public_key, size from urns where poll_id = 26").get_result(owner).expect("a key");
    let size = usize::try_from(key.size).expect("a size");
    let mut app = connected(&cluster.owner_url(DATABASE));
    app.batch_execute("set app.coop_id = '1'; set role cooperator_app; set synchronous_commit = off")
        .expect("the role of the program");
    let mut known = Known { casts: Vec::new(), journal: Vec::new() };
    for (place, member) in members.iter().enumerate() {
        // Codes in an order of their own.
        let code = format!("{:016}{CANARY}", (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 12);
        let answers = vec![format!("{}=1", 1 + (*member * 7 + 3) % 3)];
        let paper = Paper { code: code.clone(), answers, skipped: Vec::new() };
        let sealed = sealing::seal(&key.public_key, &sealing::vote_of(1, POLL), &paper, size).expect("sealed");
        let cast = diesel::sql_query("select came as line from cast_secret(26, $1, array[$2])")
            .bind::<BigInt, _>(member)
            .bind::<Binary, _>(&sealed);
        assert_eq!(cast.get_result::<Line>(&mut app).expect("a cast").line, "cast");
        if place < NAIVE {
            app.transaction(|app| {
                diesel::sql_query("insert into naive_voted values ($1)").bind::<BigInt, _>(member).execute(app)?;
                diesel::sql_query("insert into naive_ballots (sealed) values ($1)")
                    .bind::<Binary, _>(&sealed)
                    .execute(app)
            })
            .expect("a naive cast");
        }
        let new = "select (select v from unnest(c.voted) v except select unnest(b.voted)) as member, \
                     (select s from unnest(c.sealed) s except select unnest(b.sealed)) as sealed \
                   from urn_contents c, version_before b where c.poll_id = 26";
        let new: Pair = diesel::sql_query(new).get_result(owner).expect("what is new");
        let kept =
            "update version_before b set sealed = c.sealed, voted = c.voted from urn_contents c where c.poll_id = 26";
        owner.batch_execute(kept).expect("the version before");
        known.journal.push((new.member, new.sealed));
        known.casts.push(Cast { member: *member, sealed, code });
    }
    known
}

/// How many are paired with what is theirs.
fn linked<'a, T: PartialEq + ?Sized + 'a>(
    truth: &HashMap<i64, &'a T>,
    pairs: impl Iterator<Item = (i64, &'a T)>,
) -> usize {
    pairs.filter(|(member, theirs)| truth.get(member) == Some(theirs)).count()
}

/// Everything that a superuser finds in the live database while the vote is open.
fn attack_the_live_database(owner: &mut PgConnection, known: &Known, [from, to]: [i64; 2]) {
    let sealed_of: HashMap<i64, &[u8]> = known.casts.iter().map(|cast| (cast.member, cast.sealed.as_slice())).collect();
    let by = |owner: &mut PgConnection, sql: &str| {
        let pairs: Vec<Pair> = diesel::sql_query(sql).load(owner).unwrap_or_else(|error| panic!("{sql}: {error}"));
        linked(&sealed_of, pairs.iter().map(|pair| (pair.member, pair.sealed.as_slice())))
    };
    // What was not thought about is linked: by the transaction that wrote two rows, and by their places in the files.
    let naive =
        "select v.member_id as member, b.sealed from naive_voted v join naive_ballots b on b.xmin::text = v.xmin::text";
    let found = by(owner, naive);
    assert!(found * 100 >= NAIVE * 99, "{found} of {NAIVE} are linked in the naive build by their transactions");
    let naive = "select v.member as member, b.sealed from (select member_id as member, row_number() over (order by ctid) n from naive_voted) v \
                 join (select sealed, row_number() over (order by ctid) n from naive_ballots) b using (n)";
    let found = by(owner, naive);
    assert!(found * 100 >= NAIVE * 99, "{found} of {NAIVE} are linked in the naive build by their places");
    // The urn: one row, so one transaction and one place; the orders within it are no order of casts.
    for order in ["v.n = s.n", "v.n = 1001 - s.n"] {
        let urn = format!(
            "select v.v as member, s.s as sealed from urn_contents c, unnest(c.voted) with ordinality v(v, n), \
               unnest(c.sealed) with ordinality s(s, n) where c.poll_id = 26 and {order}"
        );
        let found = by(owner, &urn);
        assert!(found < CHANCE, "{found} of {VOTERS} by their place ({order})");
    }
    let tables = lines(
        owner,
        "select c.oid::regclass::text as line from pg_class c join pg_namespace n on n.oid = c.relnamespace \
         where c.relkind = 'r' and n.nspname in ('public', 'pg_toast') and c.relname not like 'naive%' \
           and c.oid <> (select reltoastrelid from pg_class where relname = 'urn_contents')",
    );
    for table in &tables {
        let sql = format!(
            "select count(*) as number from {table} where xmin::text::bigint > {from} and xmin::text::bigint < {to} \
             or xmax::text::bigint > {from} and xmax::text::bigint < {to}"
        );
        let rows = number(owner, &sql);
        assert_eq!(rows, i64::from(table == "urn_contents"), "{table}: rows of transactions in which somebody voted");
    }
    // The row's own pieces, as they lie beside the table: each says of which version it is, and all that a cast wrote are of the last.
    let toast = |table: &str| {
        format!(
            "select count(distinct xmin::text) as number from {table} where xmin::text::bigint > {from} and xmin::text::bigint < {to}"
        )
    };
    let pieces =
        lines(owner, "select reltoastrelid::regclass::text as line from pg_class where relname = 'urn_contents'");
    assert_eq!(number(owner, &toast(&pieces[0])), 1);
    // Views that tell what goes on: no ballot, no code.
    let views = lines(
        owner,
        "select relname::text as line from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'v' \
         and (relname like 'pg_stat%' or relname in ('pg_locks', 'pg_prepared_statements', 'pg_cursors')) and relname not like 'pg_stats%'",
    );
    assert!(views.len() > 30, "{views:?}");
    for view in views {
        let all =
            lines(owner, &format!("select coalesce(string_agg(t::text, ' '), '') as line from {view} t")).remove(0);
        assert!(!all.contains(CANARY), "{view} tells a code");
        let hex = |cast: &Cast| cast.sealed[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert!(!known.casts.iter().any(|cast| all.contains(&hex(cast))), "{view} tells a sealed ballot");
    }
}

/// Counters that go on: with a cast none does.
fn counters(owner: &mut PgConnection) -> Vec<String> {
    lines(
        owner,
        "select format('%s %s', sequencename, last_value) as line from pg_sequences where schemaname = 'public' order by 1",
    )
}

fn dump(cluster: &Cluster) -> String {
    let dump = Command::new("pg_dump").arg(cluster.owner_url(DATABASE)).output().expect("pg_dump runs");
    assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
    String::from_utf8_lossy(&dump.stdout).into_owned()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

/// The files in which some bytes stand, as they are.
fn files_with(folder: &Path, bytes: &[u8]) -> Vec<PathBuf> {
    let mut all = Vec::new();
    files(folder, &mut all);
    all.retain(|path| contains(&std::fs::read(path).unwrap_or_default(), bytes));
    all
}

/// By Horspool: as far ahead at each step as the last byte under the window allows.
pub fn contains(all: &[u8], part: &[u8]) -> bool {
    let last = part.len() - 1;
    let mut steps = [part.len(); 256];
    for (place, byte) in part[..last].iter().enumerate() {
        steps[usize::from(*byte)] = last - place;
    }
    let mut at = 0;
    while at + last < all.len() {
        if all[at + last] == part[last] && all[at..at + last] == part[..last] {
            return true;
        }
        at += steps[usize::from(all[at + last])];
    }
    false
}

/// The rows of a table in the order of a dump, each as its fields.
fn dumped<'a>(dump: &'a str, table: &str) -> Vec<Vec<&'a str>> {
    let (_, rest) = dump.split_once(&format!("COPY public.{table} ")).unwrap_or_else(|| panic!("{table} is dumped"));
    let (_, rest) = rest.split_once('\n').expect("rows");
    rest.lines().take_while(|line| *line != "\\.").map(|line| line.split('\t').collect()).collect()
}

/// After the close: the list, the journal and every order there is, without the key. Then with it.
fn attack_the_list(owner: &mut PgConnection, cluster: &Cluster, folder: &Folder, known: &Known, urn: &Content) {
    let list: Vec<Opened> =
        diesel::sql_query("select code, answers, skipped from opened_ballots where poll_id = 26 order by ctid")
            .load(owner)
            .expect("a list");
    assert_eq!(list.len(), VOTERS);
    assert!(list.is_sorted_by(|one, other| one.code < other.code), "it lies in the order of its codes");
    assert_eq!(number(owner, "select count(distinct xmin::text) as number from opened_ballots where poll_id = 26"), 1);
    let dump = dump(cluster);
    let codes_dumped: Vec<&str> =
        dumped(&dump, "opened_ballots").into_iter().filter(|row| row[1] == "26").map(|row| row[2]).collect();
    assert!(codes_dumped.is_sorted() && codes_dumped.len() == VOTERS, "so does the dump");
    let code_of: HashMap<i64, &str> = known.casts.iter().map(|cast| (cast.member, cast.code.as_str())).collect();
    let codes: Vec<&str> = list.iter().map(|one| one.code.as_str()).collect();
    // Whoever comes with an order of people: that of the casts, of the sealed ballots that came with them, of their numbers.
    let journal: HashMap<&[u8], i64> =
        known.journal.iter().map(|(member, sealed)| (sealed.as_slice(), *member)).collect();
    let orders: [(&str, Vec<i64>); 3] = [
        ("of the casts", known.journal.iter().map(|(member, _)| *member).collect()),
        ("of the sealed ballots", urn.sealed.iter().map(|sealed| journal[sealed.as_slice()]).collect()),
        ("of the members", urn.voted.clone()),
    ];
    for (name, order) in &orders {
        let forth = linked(&code_of, order.iter().copied().zip(codes.iter().copied()));
        let back = linked(&code_of, order.iter().rev().copied().zip(codes.iter().copied()));
        assert!(forth < CHANCE && back < CHANCE, "{forth} and {back} of {VOTERS} by the order {name}");
        let place: HashMap<&str, usize> = codes.iter().enumerate().map(|(place, code)| (*code, place)).collect();
        let pairs = order.iter().enumerate().map(|(nth, member)| (nth, place[code_of[member]]));
        assert!(!go_together(pairs), "the order {name} and the list go together");
    }
    // No sealed ballot is what a published one gives when it is sealed again, nor has it anything of it.
    let key: Key =
        diesel::sql_query("select public_key, size from urns where poll_id = 26").get_result(owner).expect("a key");
    let size = usize::try_from(key.size).expect("a size");
    let known_sealed: HashSet<&[u8]> = known.casts.iter().map(|cast| cast.sealed.as_slice()).collect();
    assert!(known_sealed.iter().all(|sealed| sealed.len() == size), "all are of one length");
    for one in &list {
        let paper = Paper { code: one.code.clone(), answers: one.answers.clone(), skipped: one.skipped.clone() };
        let again = sealing::seal(&key.public_key, &sealing::vote_of(1, POLL), &paper, size).expect("sealed");
        assert!(!known_sealed.contains(again.as_slice()));
        assert!(known_sealed.iter().all(|sealed| sealed[..32] != again[..32]), "no key of one use comes twice");
    }
    // With the key, everybody: so the journal is what it is said to be, and the key is what must go.
    let private = std::fs::read(key_file(folder)).expect("the key");
    let opened: Vec<(i64, String)> = known
        .journal
        .iter()
        .map(|(member, sealed)| {
            (*member, sealing::open(&private, &sealing::vote_of(1, POLL), sealed).expect("opened").code)
        })
        .collect();
    let found = linked(&code_of, opened.iter().map(|(member, code)| (*member, code.as_str())));
    assert_eq!(found, VOTERS, "the control: with the key all are linked");
}

/// Whether the rank correlation of two orders is a tenth or more, forwards or backwards.
fn go_together(pairs: impl Iterator<Item = (usize, usize)>) -> bool {
    // Twice the distance from the middle.
    let from_middle = |place: usize| 2 * place as i64 - (VOTERS as i64 - 1);
    let (mut both, mut all) = (0, 0);
    for (one, other) in pairs {
        both += from_middle(one) * from_middle(other);
        all += from_middle(one) * from_middle(one);
    }
    10 * both.abs() >= all
}

fn key_file(folder: &Folder) -> PathBuf {
    let mut all =
        std::fs::read_dir(folder.0.join("keys")).expect("the folder of keys").flatten().map(|entry| entry.path());
    all.find(|path| path.to_string_lossy().contains("-26-")).expect("the key of the vote")
}

/// All that each role can read or take out: nobody's name stands beside a code, or in the order of one.
fn attack_what_roles_read(server: &Server, known: &Known) {
    let voter = known.casts[0].member;
    let addresses: Vec<String> = routes::all()
        .filter(|route| route.method == "get" && !route.path.ends_with("/live"))
        .filter_map(|route| match route.path {
            of_vote if of_vote.contains("/polls/{id}") => Some(of_vote.replace("{id}", "26").replace("{number}", "1")),
            of_member if of_member.contains("/members/{id}") => Some(of_member.replace("{id}", &voter.to_string())),
            plain => (!plain.contains('{')).then(|| plain.to_owned()),
        })
        .collect();
    let mut told = 0;
    for who in [JOAN, ISABELLE, VALERIE, AMRIT] {
        let person = Person::of_demo(server, who);
        for address in &addresses {
            let Ok(reply) = person.try_get(address) else { continue }; // a file that is no text
            let has_codes = reply.body.contains(CANARY);
            told += usize::from(has_codes);
            assert!(!has_codes || !reply.body.contains("secret 1"), "{who} reads names and codes at {address}");
            assert!(
                !has_codes || ["/list", "/ballots.csv", "/bundle.json"].iter().any(|end| address.ends_with(end)),
                "{who} reads codes at {address}"
            );
        }
    }
    assert!(told >= 6, "codes were read at {told} places");
}

#[test]
fn whoever_reads_everything_links_nobody_to_a_ballot() {
    let folder = Folder::new("linkage");
    let made = folder.run(&["demo", "--only-data"]);
    assert!(made.status.success(), "{made:?}");
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url(DATABASE));
    let members = prepared(&mut owner);
    let counted = counters(&mut owner);
    let xid = "select pg_current_xact_id()::text::bigint as number";
    let from = number(&mut owner, xid);
    let known = all_vote(&mut owner, &cluster, &members);
    let to = number(&mut owner, xid);
    assert_eq!(counters(&mut owner), counted, "no counter goes on");
    attack_the_live_database(&mut owner, &known, [from, to]);
    let urn = content(&mut owner);
    assert_eq!((urn.sealed.len(), urn.voted.len()), (VOTERS, VOTERS));
    assert!(urn.sealed.is_sorted() && urn.voted.is_sorted());
    // Before the close no code and no choice stands anywhere: not in a dump, nor in a log, the write-ahead log, a file of the database.
    owner.batch_execute("checkpoint").expect("all is on the disk");
    assert!(!dump(&cluster).contains(CANARY), "a code stands in the dump");
    assert_eq!(files_with(&folder.0, CANARY.as_bytes()), Vec::<PathBuf>::new(), "a code stands in a file");
    let sealed = files_with(&folder.0, &known.casts[500].sealed[..24]);
    let there = |part: &str| sealed.iter().any(|path| path.to_string_lossy().contains(part));
    assert!(there("pg_wal") && there("/base/"), "the search finds what is there: {sealed:?}");
    let private = std::fs::read(key_file(&folder)).expect("the key");
    assert_eq!(files_with(&folder.0, &private), [key_file(&folder)], "the key stands in one file alone");

    let server = Server::start(&folder, "demo");
    let joan = Person::of_demo(&server, JOAN);
    assert_eq!(joan.post("/polls/26/closing", "/polls/26/closing", &[]).status, 200);
    assert_eq!(
        lines(&mut owner, "select status || disputed as line from polls join urns on poll_id = id where id = 26"),
        ["closed"]
    );
    attack_the_list(&mut owner, &cluster, &folder, &known, &urn);
    attack_what_roles_read(&server, &known);
    let log = std::fs::read_to_string(folder.0.join("postgres/server.log")).expect("the log of the database");
    assert!(!log.contains(CANARY) && !log.contains("cast_secret"), "a cast stands in the log");

    // Once the appeal period is over nothing is left that opens a sealed ballot, wherever copies of those lie.
    let due = "update jobs set run_at = now() where kind = 'urn.destroy_key' and payload ->> 'poll' = '26'";
    owner.batch_execute(due).expect("a job that is due");
    let destroyed = "select count(*) as number from urns where poll_id = 26 and key_destroyed_at is not null";
    until("the key is destroyed", || number(&mut owner, destroyed) == 1);
    until("its file is gone", || files_with(&folder.0.join("keys"), &private).is_empty());
    owner.batch_execute("checkpoint").expect("all is on the disk");
    assert_eq!(files_with(&folder.0, &private), Vec::<PathBuf>::new());
    assert_eq!(
        number(&mut owner, "select count(*) as number from scrutineers where poll_id = 26 and wrapped is not null"),
        0
    );
    assert!(server.stop().success());
}
