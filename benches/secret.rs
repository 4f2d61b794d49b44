//! `cargo bench --bench secret`: secret ballots into an urn that holds 500 and one that holds 2,000, and the opening of 2,000.
//!
//! Starts the release build on a folder of its own, with a durable PostgreSQL as in production and the demo co-op, whose secret vote gets
//! a roll of 2,000 members with accounts. The urn is filled by the database function that a cast ends in; then people vote through the
//! pages, 8 at once and 32 at once: they look at their ballot, which seals nothing, and cast it, which writes the whole urn anew. Printed are
//! the times of the casts alone, and how many people a second looked and cast. At the end an officer closes: every ballot is opened, counted and published.
//!
//! Nothing may fail: an answer that is not the expected one ends the run. The clients share the processors with the server.
//!
//! On 2026-11-30, alone on two processors:
//!
//! | in it | clients | p50 | p95 | longest | voters/s |
//! |---|---|---|---|---|---|
//! | 500 | 8 | 37.4 ms | 53.2 ms | 73.7 ms | 164 |
//! | 500 | 32 | 113.2 ms | 144.4 ms | 180.5 ms | 155 |
//! | 2,000 | 8 | 83.3 ms | 160.8 ms | 268.1 ms | 80 |
//! | 2,000 | 32 | 275.2 ms | 427.8 ms | 486.0 ms | 67 |
//!
//! 2,128 were opened, counted and published in 558 ms.

#[allow(dead_code, reason = "the committed tests use the rest of it")]
#[path = "../tests/committed/support.rs"]
mod support;

#[allow(dead_code, reason = "the votes use the rest of it")]
#[path = "votes/crowd.rs"]
mod crowd;

use std::time::{Duration, Instant};

use cooperator::platform::embedded_postgres::{Cluster, Settings};
use cooperator::polls::urn::codes;
use cooperator::polls::urn::sealing::{self, Paper};
use crowd::Voter;
use diesel::connection::SimpleConnection as _;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Integer};
use support::{Folder, Person, Server};

const DATABASE: &str = "cooperator_demo";
const ADMIN: &str = "joan.rioux@example.org";
/// The open secret vote of the demo co-op.
const POLL: i64 = 26;
/// How many are in the urn when people begin to vote. (A debug build only shows that it runs.)
const FULL: [usize; 2] = if cfg!(debug_assertions) { [20, 80] } else { [500, 2_000] };
/// How many vote each time.
const CASTS: usize = if cfg!(debug_assertions) { 16 } else { 256 };
const CLIENTS: [usize; 2] = [8, 32];

fn run(owner: &mut PgConnection, sql: &str) {
    owner.batch_execute(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

fn milliseconds(time: Duration) -> String {
    format!("{}.{} ms", time.as_millis(), time.as_micros() % 1_000 / 100)
}

fn main() {
    let folder = Folder::new("secret-votes");
    let made = folder.run(&["demo", "--only-data"]);
    assert!(made.status.success(), "{made:?}");
    let cluster = Cluster::start(&Settings { data_dir: folder.0.join("postgres"), durable: true })
        .expect("the cluster of the demo");
    let mut owner = PgConnection::establish(&cluster.owner_url(DATABASE)).expect("the database");
    run(&mut owner, "set app.coop_id = '1'");
    let voting = CASTS * CLIENTS.len() * FULL.len();
    crowd::join(&mut owner, voting, true);
    crowd::join(&mut owner, FULL[1], false);
    let of_all = format!(
        "set session_replication_role = replica; \
         insert into roll (poll_id, member_id) select {POLL}, id from members where number like 'voter%' or number like 'other%'; \
         update urn_contents set sealed = '{{}}', voted = '{{}}' where poll_id = {POLL}; \
         set session_replication_role = origin; vacuum analyze"
    );
    of_all.split("; ").for_each(|sql| run(&mut owner, sql));
    let server = Server::start(&folder, "demo");
    let people = crowd::sign_in(&server, POLL, voting);
    let (mut filled, mut people) = (0, people.as_slice());
    println!("{:>6} {:>8} {:>10} {:>10} {:>10} {:>10}", "in it", "clients", "p50", "p95", "longest", "voters/s");
    for full in FULL {
        for clients in CLIENTS {
            filled = fill(&mut owner, &cluster, filled, full - CASTS / 2);
            let (voters, rest) = people.split_at(CASTS);
            people = rest;
            let (mut times, took) = vote(&server, voters, clients);
            times.sort_unstable();
            let at = |part: usize| milliseconds(times[(times.len() * part / 100).min(times.len() - 1)]);
            let rate = times.len() as u128 * 1_000 / took.as_millis().max(1);
            println!("{full:>6} {clients:>8} {:>10} {:>10} {:>10} {rate:>10}", at(50), at(95), at(100));
            if (full, clients) != (FULL[1], CLIENTS[1]) {
                take_out(&mut owner, full - CASTS / 2);
            }
        }
    }
    let in_it = count(
        &mut owner,
        &format!("select cardinality(sealed)::bigint as count from urn_contents where poll_id = {POLL}"),
    );
    let joan = Person::of_demo(&server, ADMIN);
    let closing = format!("/polls/{POLL}/closing");
    let token = joan.token(&closing);
    let begun = Instant::now();
    let reply = joan.try_post(&closing, &token, &[]).expect("an answer");
    let took = begun.elapsed();
    assert_eq!(reply.status, 200, "{}", reply.body);
    let opened = count(&mut owner, &format!("select count(*) as count from opened_ballots where poll_id = {POLL}"));
    assert_eq!(opened, in_it, "all are opened");
    println!("{opened} opened, counted and published in {}", milliseconds(took));
    drop(server);
    drop(owner);
    cluster.stop().expect("the database stops");
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(owner: &mut PgConnection, sql: &str) -> i64 {
    diesel::sql_query(sql).get_result::<Count>(owner).unwrap_or_else(|error| panic!("{sql}: {error}")).count
}

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = Binary)]
    public_key: Vec<u8>,
    #[diesel(sql_type = Integer)]
    size: i32,
}

/// Puts ballots of others in until there are so many. How many there are.
fn fill(owner: &mut PgConnection, cluster: &Cluster, from: usize, to: usize) -> usize {
    let key: Key = diesel::sql_query(format!("select public_key, size from urns where poll_id = {POLL}"))
        .get_result(owner)
        .expect("a key");
    let mut app = PgConnection::establish(&cluster.owner_url(DATABASE)).expect("the database");
    run(&mut app, "set app.coop_id = '1'; set role cooperator_app; set synchronous_commit = off");
    for nth in from..to {
        let paper = Paper {
            code: codes::kept(&codes::tracking()),
            answers: vec![format!("{}=1", nth % 3 + 1)],
            skipped: Vec::new(),
        };
        let size = usize::try_from(key.size).expect("a size");
        let sealed = sealing::seal(&key.public_key, &sealing::vote_of(1, POLL), &paper, size).expect("sealed");
        let cast = format!(
            "select count(*) filter (where came = 'cast') as count from (select (cast_secret({POLL}, id, array[$1])).* from members where number = 'other{}') c",
            nth + 1
        );
        let cast = diesel::sql_query(cast).bind::<Binary, _>(sealed).get_result::<Count>(&mut app).expect("a cast");
        assert_eq!(cast.count, 1);
    }
    to.max(from)
}

/// After a turn the urn has as many as before it: the last ones are taken out again, each with a ballot. (Which, makes no difference.)
fn take_out(owner: &mut PgConnection, to: usize) {
    run(
        owner,
        &format!(
            "update urn_contents set sealed = sealed[:{to}], \
               voted = array(select m.id from members m where m.number like 'other%' and m.id = any(voted) order by m.id limit {to}) \
             where poll_id = {POLL}"
        ),
    );
}

/// People look at their ballot and cast it, so many at once. How long each cast took, and all of it.
fn vote(server: &Server, voters: &[Voter], clients: usize) -> (Vec<Duration>, Duration) {
    let begun = Instant::now();
    let times = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|first| {
                let share = voters.iter().enumerate().skip(first).step_by(clients);
                scope.spawn(move || share.map(|(nth, voter)| cast(&server.origin, voter, nth)).collect::<Vec<_>>())
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("all voted")).collect()
    });
    (times, begun.elapsed())
}

fn cast(origin: &str, voter: &Voter, nth: usize) -> Duration {
    let address = format!("{origin}/polls/{POLL}/urn/ballots");
    let send = |fields: &[(String, String)]| {
        let request = ureq::post(&address)
            .config()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(support::PATIENCE))
            .build()
            .header("cookie", &voter.cookie)
            .header("sec-fetch-site", "same-origin");
        let token = ("form_token", voter.token.as_str());
        let all = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([token]);
        let mut response = request.send_form(all).expect("an answer");
        (response.status().as_u16(), response.body_mut().read_to_string().expect("a page"))
    };
    let (status, page) = send(&[("q1".to_owned(), (nth % 3 + 1).to_string())]);
    assert_eq!(status, 200, "{page}");
    let field = |part: &str| {
        let (name, rest) = part.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split_once('"')?.0.to_owned()))
    };
    let hidden = page.split("<input type=\"hidden\" name=\"").skip(1).filter_map(field);
    let fields: Vec<_> =
        hidden.filter(|(name, _)| name != "form_token").chain([("checked".to_owned(), "1".to_owned())]).collect();
    let begun = Instant::now();
    let (status, page) = send(&fields);
    let took = begun.elapsed();
    assert_eq!(status, 303, "{page}");
    took
}
