//! The demo co-op, run by the program on its private database, or served over a line that can be stopped.
//!
//! The demo is made once and copied for each test. Its people are signed in before, because signing in is not what is tested here.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use cooperator::platform::embedded_postgres::{Cluster, Settings};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::asks::try_get;
use crate::chance::Chance;
use crate::proxy::Proxy;
use crate::support::{Folder, Person, Server, free_port, postmaster, signal, until};
use crate::{PROMPT_MAX, RECOVERY_MAX};

const DATABASE: &str = "cooperator_demo";
/// The open vote of the demo co-op.
pub const POLL: &str = "/polls/8";

/// The demo as it was made, and its people.
struct Template {
    folder: Folder,
    joan: Person,
    isabelle: Person,
}

impl Template {
    /// The one that another test uses, or a new one. It goes away with the last test that uses it.
    fn of_all() -> Arc<Self> {
        static MADE: Mutex<Weak<Template>> = Mutex::new(Weak::new());
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        made.upgrade().unwrap_or_else(|| {
            let template = Arc::new(Self::make());
            *made = Arc::downgrade(&template);
            template
        })
    }

    fn make() -> Self {
        let folder = Folder::new("faults");
        let server = Server::start(&folder, "demo");
        let [joan, isabelle] =
            ["joan.rioux@example.org", "isabelle.macdonald@example.org"].map(|email| Person::of_demo(&server, email));
        let database = owner(&folder);
        idle(database);
        assert!(server.stop().success());
        Self { folder, joan, isabelle }
    }
}

/// What a test begins with: the demo to copy, and its own chance.
pub struct Test {
    template: Arc<Template>,
    pub chance: Chance,
}

impl Test {
    pub fn of(name: &str) -> Self {
        Self { chance: Chance::of(name), template: Template::of_all() }
    }

    fn copy(&self, name: &str) -> Folder {
        let folder = Folder::new(name);
        let copied = Command::new("cp").arg("-a").arg(&self.template.folder.0).arg(&folder.0).status();
        assert!(copied.is_ok_and(|status| status.success()), "the demo is copied");
        folder
    }

    /// Joan, who runs the co-op, and Isabelle, who lives in it, as visitors of a server.
    fn people(&self, server: &Server) -> [Person; 2] {
        [&self.template.joan, &self.template.isabelle]
            .map(|person| Person { origin: server.origin.clone(), ..person.clone() })
    }
}

/// The demo on its private database, which the program itself looks after.
pub struct Demo {
    pub server: Server,
    pub folder: Folder,
    pub joan: Person,
    pub isabelle: Person,
}

impl Demo {
    pub fn start(test: &Test, name: &str) -> Self {
        Self::start_with(test, name, |_, _| {})
    }

    /// With something done to its folder or its environment first.
    pub fn start_with(test: &Test, name: &str, prepare: impl FnOnce(&Folder, &mut Command)) -> Self {
        let folder = test.copy(name);
        let mut program = folder.program();
        prepare(&folder, &mut program);
        let server = Server::launch(program, "demo", free_port());
        let [joan, isabelle] = test.people(&server);
        let demo = Self { server, folder, joan, isabelle };
        demo.is_well();
        demo
    }

    pub fn is_well(&self) {
        is_well(&self.joan);
    }
}

/// The demo as a co-op in earnest, on a database at the other end of a line.
pub struct Served {
    pub server: Server,
    pub line: Proxy,
    pub folder: Folder,
    pub joan: Person,
    pub isabelle: Person,
    cluster: Option<Cluster>,
}

impl Served {
    pub fn start(test: &Test, name: &str) -> Self {
        let folder = test.copy(name);
        let settings = Settings { data_dir: folder.0.join("postgres"), durable: true };
        let cluster = Cluster::start(&settings).expect("a database");
        owner(&folder).batch_execute("update coops set demo = false").expect("a co-op in earnest");
        let line = Proxy::to(&socket_folder(&folder).expect("a running database").join(".s.PGSQL.5432"));
        let mut program = folder.program();
        let address = format!("host=127.0.0.1 port={} user=cooperator_app dbname={DATABASE}", line.port);
        program.env("DATABASE_URL", address);
        let server = Server::launch(program, "serve", free_port());
        let [joan, isabelle] = test.people(&server);
        is_well(&joan);
        Self { server, line, folder, joan, isabelle, cluster: Some(cluster) }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.line.start();
        signal("-TERM", self.server.child.id());
        let _ = self.server.child.wait();
        if let Some(Err(error)) = self.cluster.take().map(Cluster::stop) {
            crate::chance::say(&format!("the database did not stop: {error:#}"));
        }
    }
}

/// Waits until a person sees the register, and the server calls itself ready: both within the time for recovery.
#[track_caller]
pub fn is_well(person: &Person) {
    let begun = Instant::now();
    let mut last = String::new();
    let well = |path: &str, last: &mut String| match try_get(person, path) {
        Ok(heard) => {
            *last = format!("{path}: {} {}", heard.status, heard.body.chars().take(200).collect::<String>());
            heard.status == 200
        }
        Err(error) => {
            *last = format!("{path}: {error}");
            false
        }
    };
    while !(well("/members", &mut last) && well("/readyz", &mut last)) {
        assert!(begun.elapsed() < RECOVERY_MAX, "not well after {:?}: {last}", begun.elapsed());
        std::thread::park_timeout(Duration::from_millis(50));
    }
    assert!(begun.elapsed() < RECOVERY_MAX + PROMPT_MAX, "well after {:?}", begun.elapsed());
}

fn socket_folder(folder: &Folder) -> Option<PathBuf> {
    let text = std::fs::read_to_string(folder.0.join("postgres/cluster/postmaster.pid")).ok()?;
    Some(PathBuf::from(text.lines().nth(4)?.trim()))
}

/// The demo's database as its owner sees it, past the line and the pool. Nothing while it does not answer.
pub fn try_owner(folder: &Folder) -> Option<PgConnection> {
    let socket = socket_folder(folder)?;
    PgConnection::establish(&format!("host='{}' user=cooperator dbname={DATABASE}", socket.display())).ok()
}

pub fn owner(folder: &Folder) -> PgConnection {
    try_owner(folder).expect("the database, as its owner")
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// A count that a query with one parameter gives.
pub fn count(conn: &mut PgConnection, sql: &str, about: &str) -> i64 {
    diesel::sql_query(sql).bind::<Text, _>(about).get_result::<Count>(conn).expect("a count").count
}

/// How often a task is there, with all that belongs to it: the row and its event. Half of it would be neither.
pub fn tasks_called(conn: &mut PgConnection, title: &str) -> i64 {
    let rows = count(conn, "select count(*) from tasks where title = $1", title);
    let events = count(conn, "select count(*) from events where kind = 'task.created' and subject_name = $1", title);
    assert_eq!(rows, events, "{title} is there by half");
    rows
}

/// Waits until no job is left and nothing is under way for the program.
pub fn idle(mut conn: PgConnection) {
    until("all jobs are done", || is_idle(&mut conn));
}

/// Whether no job is left, and nothing is under way for the program.
pub fn is_idle(conn: &mut PgConnection) -> bool {
    // A job of somebody who was killed waits for the end of its lease.
    let due = "run_at <= now() and dead_at is null and (lease_until is null or lease_until < now())";
    let busy = format!(
        "select (select count(*) from jobs where {due}) + \
         (select count(*) from pg_stat_activity where usename = 'cooperator_app' and state <> 'idle') as count \
         where $1 = ''"
    );
    count(conn, &busy, "") == 0
}

/// All processes of the private database, stopped where they stand until they may go on.
pub struct Stopped(Vec<u32>);

impl Stopped {
    pub fn database(folder: &Folder) -> Self {
        let first = postmaster(&folder.0);
        signal("-STOP", first);
        let mut stopped = vec![first];
        stopped.extend(children(first));
        stopped.iter().for_each(|process| signal("-STOP", *process));
        Self(stopped)
    }
}

impl Drop for Stopped {
    fn drop(&mut self) {
        // The children first: a postmaster that wakes alone could take them for dead.
        self.0.iter().rev().for_each(|process| signal("-CONT", *process));
    }
}

/// Kills a private database: its first process and all others.
pub fn kill_database(folder: &Folder) {
    let first = postmaster(&folder.0);
    let all = children(first);
    signal("-KILL", first);
    all.into_iter().for_each(|process| signal("-KILL", process));
}

fn children(of: u32) -> Vec<u32> {
    let parent = |process: u32| -> Option<u32> {
        let status = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        status.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
    let entries = std::fs::read_dir("/proc").expect("the processes of this machine").flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.filter(|process| parent(*process) == Some(of)).collect()
}
