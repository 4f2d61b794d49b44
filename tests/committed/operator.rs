//! What an operator meets: a second co-op, another key, a port that is taken, settings that are empty, a stop.

use std::io::Read as _;
use std::net::TcpListener;
use std::process::Stdio;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, RunQueryDsl as _};

use crate::backup::{cluster, connected};
use crate::support::{Folder, Person, Server, free_port, signal, until};
use crate::{ISABELLE, POLL};

/// Runs a command, and gives its code and all it said.
fn run(folder: &Folder, args: &[&str]) -> (Option<i32>, String) {
    let output = folder.run(args);
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code(), text)
}

#[track_caller]
fn well(folder: &Folder, args: &[&str]) -> String {
    let (code, said) = run(folder, args);
    assert_eq!(code, Some(0), "{args:?}: {said}");
    said
}

fn add<'a>(name: &'a str, host: &'a str) -> Vec<&'a str> {
    let head = ["coop", "add", "--name-en", name, "--name-fr", name, "--host", host];
    [head.as_slice(), &["--admin-name", "Joan Rioux", "--admin-email", "joan@example.org"]].concat()
}

#[test]
fn a_second_co_op_leaves_the_first_alone() {
    let folder = Folder::new("second");
    well(&folder, &["migrate"]);
    well(&folder, &add("Riel", "riel.example.org"));
    well(&folder, &["coop", "hosts", "1"]);
    assert!(well(&folder, &["coop", "list"]).contains("the server's own address"));
    let server = Server::start(&folder, "serve");
    let title = |host: Option<&str>| {
        let agent = Person::new(&server).agent;
        let request = agent.get(format!("{}/sign-in", server.origin));
        let request = match host {
            Some(host) => request.header("host", host),
            None => request,
        };
        request.call().expect("an answer").body_mut().read_to_string().expect("a page")
    };
    assert!(title(None).contains("Riel"));
    let said = well(&folder, &add("Tamarack", "tamarack.example.org"));
    assert!(said.contains("co-op 1 (Riel) answers to the server's own address"), "{said}");
    assert!(title(Some("tamarack.example.org")).contains("Tamarack"));
    // What was found a moment ago is remembered; a server that starts now asks anew.
    assert!(server.stop().success());
    let server = Server::start(&folder, "serve");
    let first = Person::new(&server).get("/sign-in");
    assert!(first.status == 200 && first.body.contains("Riel"), "{}", first.body);
    assert!(server.stop().success());
    well(&folder, &["coop", "rename", "2", "--name-en", "Larch"]);
    well(&folder, &["coop", "hosts", "2", "larch.example.org", "LARCH.example.net"]);
    let list = well(&folder, &["coop", "list"]);
    assert!(list.contains("2\tLarch\tlarch.example.net larch.example.org"), "{list}");
    assert_eq!(run(&folder, &["coop", "hosts", "1", "larch.example.org"]).0, Some(1), "another co-op has it");
    assert_eq!(run(&folder, &["coop", "rename", "7", "--name-en", "x"]).0, Some(1));
    let own = folder
        .program()
        .env("COOPERATOR_ORIGIN", "https://coop.example.org")
        .args(add("Third", "coop.example.org"))
        .output();
    let own = own.expect("the program runs");
    assert!(!own.status.success() && String::from_utf8_lossy(&own.stderr).contains("own address"), "{own:?}");
    well(&folder, &["verify"]);
}

#[test]
fn two_keys_on_one_database_are_refused() {
    let folder = Folder::new("keys");
    well(&folder, &["migrate"]);
    well(&folder, &add("Riel", "riel.example.org"));
    let other = folder.0.join("other-keys").display().to_string();
    let (code, said) = run(&folder, &["--keys", &other, "coop", "list"]);
    assert!(code == Some(1) && said.contains("is missing") && said.contains("COOPERATOR_KEYS"), "{said}");
    assert!(!std::path::Path::new(&other).exists(), "no key is made without being asked for");
    std::fs::create_dir_all(&other).expect("a folder");
    std::fs::write(format!("{other}/server.key"), [7; 64]).expect("a key");
    let closed = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(format!("{other}/server.key"), closed).expect("chmod");
    let (code, said) = run(&folder, &["--keys", &other, "serve", "--listen", "127.0.0.1:0"]);
    assert!(code == Some(1) && said.contains("is not the one"), "{said}");
    well(&folder, &["--keys", &other, "new-key"]);
    well(&folder, &["--keys", &other, "coop", "list"]);
    assert_eq!(run(&folder, &["coop", "list"]).0, Some(1), "now the old one is the other");
}

#[test]
fn a_schema_of_a_later_program_is_said_in_words() {
    let folder = Folder::new("later");
    let server = Server::start(&folder, "demo");
    let person = Person::new(&server);
    assert_eq!(person.get("/readyz").body, "ready\n");
    let cluster = cluster(&folder);
    let mut conn = connected(&cluster.owner_url("cooperator_demo"));
    conn.batch_execute("insert into __diesel_schema_migrations (version) values ('29991231000001')")
        .expect("a later one");
    let reply = person.get("/readyz");
    assert!(reply.status == 503 && reply.body.contains("update the program"), "{}", reply.body);
    let (code, said) = run(&folder, &["verify"]);
    assert!(code == Some(1) && !said.contains("cooperator migrate"), "{said}");
    conn.batch_execute("delete from __diesel_schema_migrations where version > '2999'").expect("none");
    conn.batch_execute(
        "delete from __diesel_schema_migrations where version = (select max(version) from __diesel_schema_migrations)",
    )
    .expect("an earlier one");
    let reply = person.get("/readyz");
    assert!(reply.status == 503 && reply.body.contains("cooperator migrate"), "{}", reply.body);
    drop(conn);
    cluster.stop().expect("the server still has it");
}

#[test]
fn what_is_wrong_is_said_in_one_line_that_names_the_setting() {
    let folder = Folder::new("lines");
    let refused = |prepare: &dyn Fn(&mut std::process::Command), says: &str| {
        let mut program = folder.program();
        prepare(&mut program);
        let output = program.output().expect("the program runs");
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && words.contains(says) && words.lines().count() == 1, "{words}");
        assert!(!folder.0.join("postgres").exists(), "no database is made for {says}");
    };
    refused(
        &|program| {
            program.env("DATABASE_URL", "").arg("serve");
        },
        "DATABASE_URL is empty",
    );
    refused(
        &|program| {
            program.env("COOPERATOR_SMTP_URL", "").arg("serve");
        },
        "COOPERATOR_SMTP_URL is empty",
    );
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    refused(
        &|program| {
            program.args(["serve", "--listen", &address]);
        },
        "COOPERATOR_LISTEN",
    );
    refused(
        &|program| {
            program.args(["demo", "--listen", &address]);
        },
        "COOPERATOR_LISTEN",
    );
    well(&folder, &["migrate"]);
    std::fs::write(folder.0.join("file"), "x").expect("a file");
    let below = folder.0.join("file/keys").display().to_string();
    let (code, said) = run(&folder, &["--keys", &below, "serve", "--listen", "127.0.0.1:0"]);
    assert!(code == Some(1) && said.contains("COOPERATOR_KEYS") && said.lines().count() == 1, "{said}");
}

#[test]
fn commands_say_only_their_answer_and_make_nothing() {
    let folder = Folder::new("quiet");
    // A reader that goes away at once, as `head` does after its lines.
    for command in ["routes", "openapi"] {
        let mut child =
            folder.program().arg(command).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect(command);
        drop(child.stdout.take());
        let mut words = String::new();
        child.stderr.take().expect("its errors").read_to_string(&mut words).expect("text");
        assert_eq!(words, "", "{command}");
        child.wait().expect("it ends");
    }
    well(&folder, &["demo", "--only-data"]);
    let mut program = folder.program();
    program.env_remove("COOPERATOR_LOG").arg("verify");
    let output = program.output().expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "no line of a log");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    let cluster = cluster(&folder);
    let there = diesel::PgConnection::establish(&cluster.owner_url("cooperator")).is_ok();
    assert!(!there, "verify makes no database beside the demo's");
    cluster.stop().expect("it stops");
}

/// A mail server that takes the connection and says nothing, a page that is watched, and connections that rest.
#[test]
fn nothing_holds_up_a_stop() {
    let folder = Folder::new("stopping");
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut program = folder.program();
    program.env("COOPERATOR_SMTP_URL", format!("smtp://{}", silent.local_addr().expect("an address")));
    let mut server = Server::launch(program, "demo", free_port());
    let isabelle = Person::of_demo(&server, ISABELLE);
    let stranger = Person::new(&server);
    assert_eq!(stranger.post("/sign-in/link", "/sign-in", &[("email", ISABELLE)]).status, 200);
    silent.set_nonblocking(true).expect("a socket");
    let mut mails = Vec::new();
    until("the mail is on its way", || {
        mails.extend(silent.accept().map(|(stream, _)| stream));
        !mails.is_empty()
    });
    let stream = isabelle.agent.get(format!("{}{POLL}/live", server.origin)).call().expect("a stream");
    let resting: Vec<_> = (0..20)
        .map(|_| std::net::TcpStream::connect(server.origin.trim_start_matches("http://")).expect("a connection"))
        .collect();
    assert_eq!(stranger.get("/readyz").status, 200);
    let begun = Instant::now();
    signal("-TERM", server.child.id());
    until("it calls itself not ready first", || {
        stranger.try_get("/readyz").is_ok_and(|reply| reply.status == 503 && reply.body == "stopping\n")
    });
    assert_eq!(isabelle.get("/members").status, 200, "who comes meanwhile is still served");
    assert!(server.child.wait().expect("it ends").success());
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    drop((stream, resting, mails));
}

#[derive(diesel::QueryableByName)]
struct Committed {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    xact_commit: i64,
}

/// A server that nobody asks anything looks at its queues now and then, and does not turn round and round.
#[test]
fn an_idle_server_rests() {
    const LOOKED_AT: Duration = Duration::from_secs(3);
    const COMMITTED_MAX: i64 = 25 * 3;
    let folder = Folder::new("idle");
    let server = Server::start(&folder, "demo");
    let mut owner = connected(&cluster(&folder).owner_url("cooperator_demo"));
    let mut committed = || {
        let sql = "select xact_commit from pg_stat_database where datname = current_database()";
        let found: Committed = diesel::sql_query(sql).get_result(&mut owner).expect("a count");
        found.xact_commit
    };
    // What the demo began is done first.
    let mut before = committed();
    until("it comes to rest", || {
        std::thread::park_timeout(LOOKED_AT);
        let now = committed();
        now - std::mem::replace(&mut before, now) <= COMMITTED_MAX
    });
    assert!(server.stop().success());
}
