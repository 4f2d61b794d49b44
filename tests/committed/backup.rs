//! A backup is made, and comes back into a cluster that has nothing: with every row, the trail, the roles and the owners of functions.

use std::process::Output;

use cooperator::platform::embedded_postgres::{Cluster, Settings};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::ISABELLE;
use crate::support::{Folder, Person, Server};

const DEMO: &str = "cooperator_demo";

/// The private database of a folder, as its owner.
pub fn cluster(folder: &Folder) -> Cluster {
    Cluster::start(&Settings { data_dir: folder.0.join("postgres"), durable: true }).expect("the database")
}

pub fn connected(url: &str) -> PgConnection {
    PgConnection::establish(url).expect("a connection")
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn lines(conn: &mut PgConnection, sql: &str) -> Vec<String> {
    let lines: Vec<Line> = diesel::sql_query(sql).load(conn).expect(sql);
    lines.into_iter().map(|line| line.line).collect()
}

/// How many rows each table has, as a superuser sees them, who is kept from none; but sessions and links, which end with a restore.
fn rows(conn: &mut PgConnection) -> Vec<String> {
    let tables = lines(
        conn,
        "select relname::text as line from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' \
         and relname not in ('sessions', 'sign_in_links') order by 1",
    );
    let count = |table: &String| lines(conn, &format!("select '{table} ' || count(*) as line from {table}")).remove(0);
    tables.iter().map(count).collect()
}

/// Everything that a backup must bring back besides rows.
const SHAPE: &str = "
  select format('function %s of %s for %s', p.oid::regprocedure, proowner::regrole, proacl) as line from pg_proc p
    where pronamespace = 'public'::regnamespace and prosecdef
  union all select format('policy %s on %s: %s to %s using %s check %s', policyname, tablename, cmd, roles, qual, with_check) from pg_policies
  union all select format('table %s, kept apart %s %s, for %s', relname, relrowsecurity, relforcerowsecurity, relacl) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v')
  union all select format('view %s, for %s: %s', oid::regclass, relacl, md5(pg_get_viewdef(oid))) from pg_class
    where relnamespace = 'reporting'::regnamespace
  union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select format('sequence %s at %s', sequencename, last_value) from pg_sequences where schemaname = 'public'
  union all select format('%s of %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace
  order by 1";

/// The register of decisions and the files, each row by its digest.
const HELD: &str = "
  select format('decision %s %s', number, md5(to_jsonb(d)::text)) as line from decisions d
  union all select format('relation %s %s', number, md5(to_jsonb(r)::text)) from decision_relations r
  union all select format('file %s %s %s', id, encode(sha256, 'hex'), encode(sha256(bytes), 'hex')) from files where bytes is not null
  order by 1";

#[track_caller]
fn said(output: &Output, code: i32) -> String {
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

#[test]
fn a_backup_comes_back_into_an_empty_cluster() {
    let (from, to) = (Folder::new("backup"), Folder::new("restored"));
    said(&from.run(&["demo", "--only-data"]), 0);
    let file = from.0.join("monday.zip").display().to_string();
    let made = said(&from.run(&["backup", &file]), 0);
    assert!(made.contains("events hold together") && made.contains("key file is not in it"), "{made}");
    let again = said(&from.run(&["backup", &file]), 1);
    assert!(again.contains("never takes the place"), "{again}");
    let restored = said(&to.run(&["restore", &file]), 0);
    assert_eq!(made.lines().nth(1), restored.lines().nth(1), "the trail is as long and ends alike");
    assert_eq!(said(&from.run(&["verify"]), 0), said(&to.run(&["verify"]), 0));
    let twice = said(&to.run(&["restore", &file]), 1);
    assert!(twice.contains("empty"), "{twice}");
    compared(&from, &to);
    damaged_files_are_refused(&file, &to);
    the_key_is_asked_for(&from, &to);
}

fn compared(from: &Folder, to: &Folder) {
    let clusters = [from, to].map(cluster);
    let mut both = clusters.each_ref().map(|cluster| connected(&cluster.owner_url(DEMO)));
    let [before, after] = both.each_mut().map(rows);
    assert!(before.contains(&"members 99".to_owned()) && before.len() > 40, "{before:?}");
    assert_eq!(before, after);
    let [before, after] = both.each_mut().map(|conn| lines(conn, HELD));
    for held in ["decision ", "relation ", "file "] {
        assert!(before.iter().any(|line| line.starts_with(held)), "the demo has no {held}: {before:?}");
    }
    assert_eq!(before, after, "what was decided, and files byte for byte");
    let [before, after] = both.each_mut().map(|conn| lines(conn, SHAPE));
    assert!(
        before.iter().any(|line| line.contains("claim_job") && line.contains("of cooperator_operator")),
        "{before:?}"
    );
    let missing: Vec<_> = before.iter().filter(|line| !after.contains(line)).collect();
    let new: Vec<_> = after.iter().filter(|line| !before.contains(line)).collect();
    assert!(missing.is_empty() && new.is_empty(), "{missing:#?}\n{new:#?}");
    drop(both);
    for cluster in clusters {
        cluster.stop().expect("it stops");
    }
}

fn damaged_files_are_refused(file: &str, folder: &Folder) {
    let whole = std::fs::read(file).expect("the backup");
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for (name, bytes) in [("cut", &whole[..whole.len() / 2]), ("flipped", &flipped), ("text", b"not a backup")] {
        let path = folder.0.join(name).display().to_string();
        std::fs::write(&path, bytes).expect("a file");
        let words = said(&folder.run(&["restore", &path]), 1);
        assert!(words.contains("damaged"), "{name}: {words}");
    }
}

/// Without the old key the server does not start by itself with a new one; with it, everything is as it was.
fn the_key_is_asked_for(from: &Folder, to: &Folder) {
    let missing = said(&to.run(&["demo", "--only-data"]), 1);
    assert!(missing.contains("key file") && missing.contains("new-key"), "{missing}");
    let keys = |folder: &Folder| folder.0.join("keys/server.key");
    assert!(!keys(to).exists(), "none is made without being asked for");
    std::fs::create_dir_all(to.0.join("keys")).expect("a folder");
    std::fs::copy(keys(from), keys(to)).expect("the key");
    let server = Server::start(to, "demo");
    let isabelle = Person::of_demo(&server, ISABELLE);
    assert!(isabelle.get("/members").body.contains("MacDonald"));
    assert!(server.stop().success());
    std::fs::remove_file(keys(to)).expect("the key is lost");
    said(&to.run(&["new-key"]), 0);
    said(&to.run(&["demo", "--only-data"]), 0);
}

/// The owner, who is no superuser, lets a program read the views of the co-op, and stops that.
fn read_by_others(folder: &Folder, as_role: &dyn Fn(&str) -> String) {
    let run = |args: &[&str]| {
        let mut program = folder.program();
        program.env("DATABASE_URL", as_role("cooperator_app")).env("COOPERATOR_OWNER_URL", as_role("coop_owner"));
        program.arg("reporting").args(args).output().expect("the program runs")
    };
    let (reader, asked) = ("cooperator_reports_1_bi", ["grant", "--coop", "1", "--label", "bi"]);
    let told = said(&run(&asked), 0);
    assert!(told.contains(reader) && told.contains("password"), "{told}");
    assert!(said(&run(&asked), 1).contains("reads already"), "once");
    assert!(said(&run(&["grant", "--coop", "7"]), 1).contains("no co-op 7"));
    assert!(said(&run(&["grant", "--coop", "1", "--label", "a; drop"]), 1).contains("small letters"));
    assert!(said(&run(&["list"]), 0).contains("reporting.members (member_id, number"));
    let mut conn = connected(&as_role(reader));
    let homes = "select count(*)::text as line from homes";
    assert_eq!(lines(&mut conn, homes), ["64"]);
    assert_eq!(lines(&mut conn, "select today::text as line from co_op").len(), 1);
    conn.batch_execute("set default_transaction_read_only = off; set app.coop_id = '2'").expect("it may say so");
    assert_eq!(lines(&mut conn, homes), ["0"], "and sees nothing");
    for refused in [
        "select * from public.members",
        "set role cooperator_app",
        "create temporary table x (y int); insert into public.units default values",
    ] {
        assert!(conn.batch_execute(refused).is_err(), "{refused}");
    }
    drop(conn);
    said(&run(&["revoke", reader]), 0);
    assert!(PgConnection::establish(&as_role(reader)).is_err());
    assert!(said(&run(&["revoke", "coop_owner"]), 1).contains("reads nothing"));
}

/// As the owner of one database who is no superuser, and as a role that may only read.
#[test]
fn no_superuser_is_needed() {
    let folder = Folder::new("owner");
    said(&folder.run(&["demo", "--only-data"]), 0);
    let file = |name: &str| folder.0.join(name).display().to_string();
    said(&folder.run(&["backup", &file("first.zip")]), 0);
    let cluster = cluster(&folder);
    let mut conn = connected(&cluster.owner_url("postgres"));
    conn.batch_execute(
        "create role coop_owner login createrole; \
         grant cooperator_app, cooperator_operator, cooperator_backup, cooperator_reports to coop_owner with admin option; \
         create role coop_saver login in role cooperator_backup",
    )
    .expect("roles");
    conn.batch_execute("create database coop owner coop_owner").expect("a database");
    let as_role = |role: &str| cluster.owner_url("coop").replace("//cooperator@", &format!("//{role}@"));
    let run = |role: &str, args: [&str; 2]| {
        let mut program = Folder::new("nowhere").program();
        program.env("COOPERATOR_OWNER_URL", as_role(role)).args(args);
        program.output().expect("the program runs")
    };
    said(&run("coop_owner", ["restore", &file("first.zip")]), 0);
    said(&run("coop_saver", ["backup", &file("second.zip")]), 0);
    said(&run("coop_owner", ["backup", &file("third.zip")]), 0);
    let refused = said(&run("cooperator_app", ["backup", &file("fourth.zip")]), 1);
    assert!(refused.contains("cooperator_backup"), "{refused}");
    let mut both = [connected(&cluster.owner_url(DEMO)), connected(&cluster.owner_url("coop"))];
    let [before, after] = both.each_mut().map(rows);
    assert_eq!(before, after);
    let mut owner = connected(&as_role("coop_owner"));
    let seen = lines(&mut owner, "select count(*)::text as line from members");
    assert_eq!(seen, ["0"], "the owner still sees no co-op's rows without choosing one");
    drop((both, owner, conn));
    read_by_others(&folder, &as_role);
    cluster.stop().expect("it stops");
}
