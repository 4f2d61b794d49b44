//! The schema goes up, down and up again; functions follow their texts; programs that meet in one database wait or keep off. Each
//! test has a database of its own, because all of this is committed.

use std::time::{Duration, Instant};

use super::*;
use crate::platform::sql::row;
use crate::platform::testing::empty_database;

row! {
    struct Line {
        line: String,
    }
}

row! {
    struct Number {
        number: i64,
    }
}

/// Whatever the catalogue says of what is ours, a line a thing: extensions' own things aside.
const CATALOGUE: &str = "
  select format('column %s.%s, place %s: %s collate %s%s%s%s default %s, for %s', c.relname, a.attname, a.attnum,
      format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation, case when a.attnotnull then ' not null' end,
      ' identity ' || nullif(a.attidentity::text, ''), ' generated ' || nullif(a.attgenerated::text, ''), pg_get_expr(d.adbin, d.adrelid), a.attacl) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S') and a.attnum > 0 and not a.attisdropped
  union all select format('relation %s: %s of %s, kept apart %s %s, for %s', relname, relkind, relowner::regrole, relrowsecurity,
      relforcerowsecurity, relacl) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v', 'm')
  union all select format('constraint %s of %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
  union all select format('policy %s on %s: %s to %s using %s check %s', policyname, tablename, cmd, roles, qual, with_check)
    from pg_policies where schemaname = 'public'
  union all select format('function of %s, for %s: %s', proowner::regrole, proacl, pg_get_functiondef(p.oid)) from pg_proc p
    where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  union all select format('schema for %s', nspacl) from pg_namespace where nspname = 'public'
  order by 1";

fn catalogue(conn: &mut PgConnection) -> Vec<String> {
    let lines: Vec<Line> = diesel::sql_query(CATALOGUE).load(conn).expect("the catalogue");
    lines.into_iter().map(|line| line.line).collect()
}

fn number(conn: &mut PgConnection, sql: &str) -> i64 {
    diesel::sql_query(sql).get_result::<Number>(conn).expect(sql).number
}

fn connected(url: &str) -> PgConnection {
    PgConnection::establish(url).expect("a connection")
}

/// Compared by what only one of them has: a whole catalogue in a message helps nobody.
#[track_caller]
fn assert_same(one: &[String], other: &[String]) {
    let only = |of: &[String], without: &[String]| -> Vec<String> {
        of.iter().filter(|line| !without.contains(line)).cloned().collect()
    };
    assert_eq!((only(one, other), only(other, one)), (Vec::new(), Vec::new()));
}

#[test]
fn up_down_and_up_again_is_the_same_schema() {
    let (owner, _) = empty_database("down");
    let mut conn = connected(&owner);
    let nothing = catalogue(&mut conn);
    assert_eq!(migrate(&owner).expect("up"), known().expect("the migrations").len());
    let whole = catalogue(&mut conn);
    assert!(whole.len() > 500, "{}", whole.len());
    conn.revert_all_migrations(MIGRATIONS).expect("down");
    let mut left = catalogue(&mut conn);
    left.retain(|line| !line.contains("__diesel_schema_migrations"));
    assert_same(&left, &nothing);
    migrate(&owner).expect("up again");
    assert_same(&catalogue(&mut conn), &whole);
}

#[test]
fn one_step_back_brings_its_triggers_again() {
    let (owner, app) = empty_database("step");
    migrate(&owner).expect("up");
    let mut conn = connected(&owner);
    let whole = catalogue(&mut conn);
    let members = version_of("_members");
    while conn.applied_migrations().expect("the migrations").iter().any(|version| version.to_string() >= members) {
        conn.revert_last_migration(MIGRATIONS).expect("a step down");
        assert!(!schema_is_current(&app).expect("an answer"));
    }
    conn.run_pending_migrations(MIGRATIONS).expect("up, without the functions");
    assert!(!schema_is_current(&app).expect("an answer"), "the triggers went with the tables");
    assert_eq!(migrate(&owner).expect("nothing but the functions"), 0);
    assert!(schema_is_current(&app).expect("an answer"));
    assert_same(&catalogue(&mut conn), &whole);
}

fn version_of(name: &str) -> String {
    let migrations = MigrationSource::<Pg>::migrations(&MIGRATIONS).expect("the migrations");
    let found = migrations.iter().find(|migration| migration.name().to_string().ends_with(name));
    found.expect(name).name().version().to_string()
}

#[test]
fn to_migrate_again_writes_nothing() {
    let (owner, app) = empty_database("again");
    assert!(!schema_is_current(&app).expect("an answer"), "there is nothing yet");
    migrate(&owner).expect("up");
    assert!(schema_is_current(&app).expect("an answer"));
    let mut conn = connected(&owner);
    // Each row of the catalogue names the transaction that wrote it.
    let written = |conn: &mut PgConnection| -> String {
        let rows = "select md5(string_agg(x.xmin::text, ',' order by x.of, x.oid)) as line from (select 1 as of, xmin, oid from pg_proc \
            union all select 2, xmin, oid from pg_trigger union all select 3, xmin, oid from pg_class) x";
        diesel::sql_query(rows).get_result::<Line>(conn).expect("the catalogue").line
    };
    let before = written(&mut conn);
    assert_eq!(migrate(&owner).expect("once more"), 0);
    assert_eq!(written(&mut conn), before);
    assert!(put_functions(&mut conn, &FUNCTIONS[1..]).expect("other texts"), "the check above would have seen this");
    assert_ne!(written(&mut conn), before);
}

#[test]
fn functions_follow_their_texts() {
    let (owner, app) = empty_database("functions");
    migrate(&owner).expect("up");
    let mut conn = connected(&owner);
    let whole = catalogue(&mut conn);
    let text = |answer: i32| {
        format!("create or replace function answer() returns bigint language sql as 'select {answer}::bigint'")
    };
    let answer = |conn: &mut PgConnection| number(conn, "select answer() as number");
    assert!(put_functions(&mut conn, &[&text(1)]).expect("a new text"));
    assert!(!schema_is_current(&app).expect("an answer"), "these are not the functions of this program");
    assert!(!put_functions(&mut conn, &[&text(1)]).expect("the same text"));
    assert!(put_functions(&mut conn, &[&text(2)]).expect("a changed text"));
    assert_eq!(answer(&mut conn), 2);
    put_functions(&mut conn, &[&text(3), "create or replace nonsense"]).expect_err("all or nothing");
    assert_eq!(answer(&mut conn), 2);
    conn.batch_execute("drop function answer(); drop trigger holdings_follow on board_terms").expect("dropped");
    assert_eq!(migrate(&owner).expect("the functions of this program"), 0);
    assert!(schema_is_current(&app).expect("an answer"));
    assert_same(&catalogue(&mut conn), &whole);
}

#[test]
fn every_text_of_functions_is_embedded() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("functions");
    let files: Vec<_> =
        std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").path()).collect();
    assert_eq!(files.len(), FUNCTIONS.len());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a text");
        assert!(FUNCTIONS.contains(&text.as_str()), "{} has no line in FUNCTIONS", file.display());
    }
}

#[test]
fn two_programs_at_once_wait_for_each_other() {
    let (owner, app) = empty_database("at_once");
    let mut conn = connected(&owner);
    conn.batch_execute("select pg_advisory_lock(727274)").expect("the lock");
    let mut done = std::thread::scope(|scope| {
        let both = [(); 2].map(|()| scope.spawn(|| migrate(&owner).expect("up")));
        let waiting = "select count(*) as number from pg_locks where locktype = 'advisory' and objid = 727274 and not granted \
            and database = (select oid from pg_database where datname = current_database())";
        let begun = Instant::now();
        while number(&mut conn, waiting) < 2 {
            assert!(begun.elapsed() < Duration::from_secs(20), "somebody did not wait");
            std::thread::park_timeout(Duration::from_millis(5));
        }
        assert_eq!(number(&mut conn, "select count(*) as number from pg_class where relname = 'coops'"), 0);
        conn.batch_execute("select pg_advisory_unlock(727274)").expect("let go");
        both.map(|one| one.join().expect("a thread"))
    });
    done.sort_unstable();
    assert_eq!(done, [0, known().expect("the migrations").len()]);
    assert!(schema_is_current(&app).expect("an answer"));
}

#[test]
fn the_schema_of_a_later_program_is_left_alone() {
    let (owner, app) = empty_database("later");
    migrate(&owner).expect("up");
    let mut conn = connected(&owner);
    conn.batch_execute("insert into __diesel_schema_migrations (version) values ('29991231000001')")
        .expect("a later migration");
    assert!(!schema_is_current(&app).expect("an answer"));
    conn.batch_execute("delete from functions_applied; drop trigger holdings_follow on board_terms").expect("dropped");
    let refused = migrate(&owner).expect_err("a schema that this program does not know").to_string();
    assert!(refused.contains("29991231000001"), "{refused}");
    let put = "select count(*) as number from pg_trigger where tgname = 'holdings_follow'";
    assert_eq!(number(&mut conn, put), 0, "an older text would have come over a newer one");
}
