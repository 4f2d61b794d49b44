//! Who votes and moves cards, and what the tables hold of it between two turns.

use std::collections::BTreeSet;

use cooperator::accounts::password;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::client::Line;
use super::recorded::run;
use super::support::{self, Server};

const PASSWORD: &str = "quatre chevaux verts";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    Ballot,
    Card,
}

impl Write {
    pub fn path(self, person: &Person) -> String {
        match self {
            Self::Ballot => format!("/polls/{}/ballots", person.poll),
            Self::Card => format!("/tasks/{}/move", person.card),
        }
    }
}

/// Somebody with an account, a place on the roll of the open vote, and a card that nobody else moves.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    email: String,
    #[diesel(sql_type = BigInt)]
    poll: i64,
    #[diesel(sql_type = BigInt)]
    card: i64,
}

pub struct Person {
    email: String,
    poll: i64,
    card: i64,
    pub cookie: String,
    token: String,
    /// How many forms they have sent: of two that are alike the second would only be answered.
    sent: u64,
    version: u64,
}

impl Person {
    /// Sends what is not so yet: the other choice, the other lane.
    pub fn write(&mut self, line: &mut Line, write: Write) {
        let Self { token, sent, version, .. } = self;
        let there = *sent % 2 == 0;
        let form = match write {
            Write::Ballot => format!("form_token={token}&sent={sent}&q1={}", if there { "for" } else { "against" }),
            Write::Card => {
                format!("form_token={token}&sent={sent}&version={version}&to={}", if there { "doing" } else { "todo" })
            }
        };
        self.sent += 1;
        if write == Write::Card {
            self.version += 1;
        }
        let (status, said) = line.post(&write.path(self), &form);
        assert_eq!(status, 303, "{form}\n{said}");
    }
}

/// Gives some members on the roll of the open vote a password and a card.
pub fn gather(owner: &mut PgConnection, how_many: usize) -> Vec<Person> {
    let hash = password::hash_now(PASSWORD).expect("a hash");
    let rows: Vec<Row> = diesel::sql_query(
        "with vote as (select p.id from polls p join questions q on q.poll_id = p.id and q.method = 'proposal' \
         where p.status = 'open' and p.secrecy = 'open' order by p.closes_at desc limit 1), \
         chosen as (select a.id, a.member_id, a.address as email, vote.id as poll from vote join roll r on r.poll_id = vote.id \
           join accounts a on a.member_id = r.member_id and a.role = 'resident' and a.disabled_at is null order by a.id limit $1), \
         known as (update accounts set password_hash = $2 where id in (select id from chosen)), \
         cards as (insert into tasks (title, created_by) select 'Card of ' || email, id from chosen returning id, created_by), \
         held as (insert into task_holders (task_id, member_id) select cards.id, chosen.member_id from cards join chosen on chosen.id = cards.created_by) \
         select email, poll, cards.id as card from chosen join cards on cards.created_by = chosen.id order by card",
    )
    .bind::<BigInt, _>(how_many as i64)
    .bind::<Text, _>(hash)
    .load(owner)
    .expect("members on the roll");
    assert_eq!(rows.len(), how_many, "the demo has enough members");
    let nobody = (String::new(), String::new());
    rows.into_iter()
        .map(|Row { email, poll, card }| {
            let (cookie, token) = nobody.clone();
            Person { email, poll, card, cookie, token, sent: 0, version: 1 }
        })
        .collect()
}

/// Signs everybody in and opens the page of the vote, whose token is good for every form of the day.
pub fn sign_in(server: &Server, all: &mut [Person]) {
    for person in all {
        let browser = support::Person::new(server);
        let fields = [("email", person.email.as_str()), ("password", PASSWORD), ("next", "/")];
        let reply = browser.post("/sign-in", "/sign-in", &fields);
        assert_eq!(reply.status, 200, "{}", reply.body);
        person.token = browser.token(&format!("/polls/{}", person.poll));
        let jar = browser.agent.cookie_jar_lock();
        let pairs: BTreeSet<String> =
            jar.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect();
        person.cookie = pairs.into_iter().collect::<Vec<_>>().join("; ");
    }
}

/// Every turn begins with the same cards, and with nothing that the turn before left to the database to write down.
pub fn reset(owner: &mut PgConnection, all: &mut [Person]) {
    run(owner, "update tasks set status = 'todo', version = 1 where title like 'Card of %'");
    run(owner, "checkpoint");
    for person in all {
        person.version = 1;
        person.sent += person.sent % 2;
    }
}

/// New jobs come due when they are released, so that a request's statements stand alone in the log.
pub fn hold_jobs(owner: &mut PgConnection) {
    run(
        owner,
        "create function hold_job() returns trigger language plpgsql as \
         $$ begin new.run_at := '3000-01-01'; return new; end $$",
    );
    run(owner, "create trigger hold_job before insert on jobs for each row execute function hold_job()");
}

pub fn release_jobs(owner: &mut PgConnection) {
    run(owner, "drop trigger hold_job on jobs");
    run(owner, "drop function hold_job");
    run(owner, "update jobs set run_at = now() where run_at = '3000-01-01'");
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(owner: &mut PgConnection, sql: &str) -> u64 {
    let row: Count = diesel::sql_query(sql).get_result(owner).unwrap_or_else(|error| panic!("{sql}: {error}"));
    row.count as u64
}

/// Events that have no place in the chain yet.
pub fn unchained(owner: &mut PgConnection) -> u64 {
    count(owner, "select count(*) from events where hash is null")
}

/// Work that is due.
pub fn waiting_jobs(owner: &mut PgConnection) -> u64 {
    count(owner, "select count(*) from jobs where run_at <= now() and dead_at is null")
}

/// What pgbench says it did is there: every write an event and a form, every ballot stored, every card moved as often.
pub fn check_written(owner: &mut PgConnection, write: Write, clients: usize, written: u64) {
    assert_eq!(unchained(owner), written, "an event each");
    match write {
        Write::Ballot => {
            let voted = "select count(*) from open_ballots b join roll r using (poll_id, member_id) \
                         join task_holders h using (member_id) join tasks t on t.id = h.task_id where t.title like 'Card of %' and b.cast_at > now() - interval '5 seconds'";
            assert!(count(owner, voted) >= clients as u64, "a ballot each");
        }
        Write::Card => {
            let moved = "select coalesce(sum(version - 1), 0)::bigint as count from tasks where title like 'Card of %'";
            assert_eq!(count(owner, moved), written, "cards moved");
        }
    }
}

/// Takes the events and jobs away that pgbench made: nobody is told of them, and the chain goes on without them.
pub fn forget_unchained(owner: &mut PgConnection) {
    run(owner, "set session_replication_role = replica");
    run(owner, "delete from events where hash is null");
    run(owner, "delete from jobs where run_at <= now()");
    run(owner, "set session_replication_role = default");
}
