//! A thousand reminders that are due at one moment, five servers on one database, one of them killed half-way: each is sent once.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::backup::{cluster, connected};
use crate::support::{Folder, Server, free_port};

const SERVERS: usize = 5;
const REMINDERS: usize = 1_000;
/// How long all of it may take, beside making the demo.
const ENOUGH: Duration = Duration::from_mins(1);

/// The letters that a mail server took: to whom, and under which Message-ID.
type Taken = Arc<Mutex<Vec<(String, String)>>>;

/// A mail server that takes every letter and keeps who got it.
fn mail_server() -> (String, Taken) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("smtp://{}", listener.local_addr().expect("an address"));
    let taken = Taken::default();
    let kept = taken.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let taken = taken.clone();
            std::thread::spawn(move || talk(stream, &taken));
        }
    });
    (address, kept)
}

/// One connection, as far as RFC 5321 is spoken here. It ends when the other side goes away.
fn talk(stream: TcpStream, taken: &Taken) -> Option<()> {
    let mut answers = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines();
    answers.write_all(b"220 mail\r\n").ok()?;
    let mut to = String::new();
    while let Some(Ok(line)) = lines.next() {
        let answer: &[u8] = match line.get(..4).unwrap_or_default().to_uppercase().as_str() {
            "RCPT" => {
                line.clone_into(&mut to);
                b"250 ok\r\n"
            }
            "DATA" => {
                answers.write_all(b"354 go on\r\n").ok()?;
                let mut id = String::new();
                while let Some(Ok(line)) = lines.next() {
                    if line == "." {
                        break;
                    }
                    if line.starts_with("Message-ID:") {
                        line.clone_into(&mut id);
                    }
                }
                taken.lock().unwrap_or_else(PoisonError::into_inner).push((to.clone(), id));
                b"250 taken\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        };
        answers.write_all(answer).ok()?;
    }
    Some(())
}

/// Waits until something is true.
#[track_caller]
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < ENOUGH, "{what}");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(owner: &mut PgConnection, from: &str) -> usize {
    let found: Count = diesel::sql_query(format!("select count(*) from {from}")).get_result(owner).expect("a count");
    usize::try_from(found.count).expect("it fits")
}

/// A thousand people who have one task each that is due tomorrow; of nothing else is anybody to be reminded.
const DUE: &str = "
    select set_config('app.coop_id', (select min(coop_id) from coops)::text, false);
    update coops set demo = false, reminders_from = 0, reminders_until = 24;
    delete from jobs;
    delete from schedule_runs where task = 'remind';
    update tasks set reminded_on = current_date, late_told_on = current_date;
    create temporary table people as with made as (
      insert into members (number, given_name, family_name, language, joined_on, email)
      select 'R' || n, 'Person', n::text, 'en', '2020-01-01', 'person' || n || '@reminded.org' from generate_series(1, 1000) n
      returning id) select id from made;
    insert into member_statuses (member_id, since, status) select id, '2020-01-01', 'member' from people;
    insert into accounts (role, member_id) select 'resident', id from people;
    with made as (insert into tasks (title, due_on) select 'Reminded ' || id, current_date + 1 from people returning id, title)
      insert into task_holders (task_id, member_id) select made.id, people.id from made join people on made.title = 'Reminded ' || people.id;";

#[test]
fn a_thousand_reminders_are_sent_once_by_five_servers_of_which_one_is_killed() {
    let folder = Folder::new("reminders");
    assert!(folder.run(&["demo", "--only-data"]).status.success());
    let cluster = cluster(&folder);
    let mut owner = connected(&cluster.owner_url("cooperator_demo"));
    owner.batch_execute(DUE).expect("people and what they have to do");
    let (address, taken) = mail_server();
    let begun = Instant::now();
    let mut servers: Vec<Server> = std::thread::scope(|scope| {
        let start = |_| {
            let mut program = folder.program();
            program.env("DATABASE_URL", cluster.app_url("cooperator_demo")).env("COOPERATOR_SMTP_URL", &address);
            scope.spawn(|| Server::launch(program, "serve", free_port()))
        };
        let started: Vec<_> = (0..SERVERS).map(start).collect();
        started.into_iter().map(|server| server.join().expect("a server")).collect()
    });
    let ours = || -> Vec<(String, String)> {
        let taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.iter().filter(|(to, _)| to.contains("@reminded.org")).cloned().collect()
    };
    until("half of the letters are taken", || ours().len() >= REMINDERS / 2);
    servers[0].kill();
    assert!(ours().len() < REMINDERS, "it died half-way");
    // Until nothing is left but the letter that it had in hand, which is nobody's until its lease is over.
    let letters = "jobs where payload ->> 'to_address' like '%@reminded.org'";
    // A lease of a minute that is older than three seconds is that of the dead.
    let living = format!("{letters} and (lease_until is null or lease_until > now() + interval '57 seconds')");
    until("the others have sent the rest", || count(&mut owner, &living) == 0 && count(&mut owner, letters) <= 1);
    owner.batch_execute("update jobs set lease_until = now() where kind = 'mailing'").expect("time passes");
    until("all are sent", || count(&mut owner, letters) == 0);
    assert!(begun.elapsed() < ENOUGH, "{:?}", begun.elapsed());
    let mut by_person: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let all = ours();
    for (to, id) in &all {
        by_person.entry(to.clone()).or_default().insert(id.clone());
    }
    assert_eq!(by_person.len(), REMINDERS, "everybody got one");
    assert!(by_person.values().all(|ids| ids.len() == 1), "nobody got two");
    // A letter that was taken while its server died goes out again under the same Message-ID, by which mail programs know it.
    assert!(all.len() <= REMINDERS + 1, "{} letters", all.len());
    for from in [
        "events where kind = 'task.due_soon' and subject_name like 'Reminded %'",
        "(select distinct account_id from notices where kind = 'task_due_soon') n join accounts a on a.id = n.account_id \
         join members m on m.id = a.member_id where m.email like '%@reminded.org'",
        "notices n join events e on e.id = n.event_id where e.subject_name like 'Reminded %'",
        "deliveries where address like '%@reminded.org' and accepted",
        "tasks where title like 'Reminded %' and reminded_on is not null",
    ] {
        assert_eq!(count(&mut owner, from), REMINDERS, "{from}");
    }
    drop(servers);
    drop(owner);
    cluster.stop().expect("it stops");
}
