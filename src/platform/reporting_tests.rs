//! The views of `reporting`: a contract with other people's programs, kept to one co-op, and read only.

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::coops::{self, Details, Preset};
use crate::platform::sql::row;
use crate::platform::testing::Site;

row! {
    struct Name {
        name: String,
    }
}

/// Each view with its columns in their order, and its comment.
const VIEWS: &str = "select c.relname || ': ' || string_agg(a.attname, ' ' order by a.attnum) as name from pg_class c \
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.relnamespace = 'reporting'::regnamespace and c.relkind = 'v' \
   group by c.relname order by c.relname";

fn names(site: &Site, sql: &str) -> Vec<String> {
    let rows: Vec<Name> = site.read(|conn| Ok(diesel::sql_query(sql).load(conn)?));
    rows.into_iter().map(|row| row.name).collect()
}

/// What a reader of a co-op is answered; the words of the refusal where it is refused.
fn as_reader(site: &Site, coop: i64, sql: &str) -> Result<Vec<String>, String> {
    let mut answer = Err("it was not asked".to_owned());
    let tried = site.state.db.write_now::<()>(site.coop, |conn| {
        let role = format!("cooperator_reports_{coop}_test");
        let enter = format!(
            "reset role; create role {role} in role cooperator_reports; set local app.coop_id = ''; set session authorization {role}"
        );
        for statement in enter.split("; ") {
            diesel::sql_query(statement).execute(conn)?;
        }
        let (before, asked) = sql.rsplit_once(";;").unwrap_or(("", sql));
        if !before.is_empty() {
            diesel::sql_query(before).execute(conn)?;
        }
        let rows = conn.transaction(|conn| diesel::sql_query(asked).load::<Name>(conn));
        answer = rows.map(|rows| rows.into_iter().map(|row| row.name).collect()).map_err(|error| error.to_string());
        Err(crate::platform::error::Error::NotFound) // nothing of it stays, neither the role nor who one is
    });
    assert!(matches!(tried, Err(crate::platform::error::Error::NotFound)), "{tried:?}");
    answer
}

#[actix_web::test]
async fn the_views_are_those_of_the_last_release_and_more() {
    let site = Site::new().await;
    let (now, file) = (names(&site, VIEWS), concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/reporting.txt"));
    if std::env::var_os("UPDATE_LISTINGS").is_some() {
        std::fs::write(file, now.join("\n") + "\n").expect("the listing is written");
    }
    let released = std::fs::read_to_string(file).expect("the listing");
    for view in released.lines() {
        let kept = now.iter().any(|one| one == view || one.starts_with(&format!("{view} ")));
        assert!(kept, "somebody's program reads this, and it is gone or in another order: {view}");
    }
    assert_eq!(now.join("\n") + "\n", released, "what is new is listed with UPDATE_LISTINGS=1");
    for view in &now {
        let (_, columns) = view.split_once(": ").expect("columns");
        let private = ["name", "given_name", "family_name", "email", "phone", "address", "notes", "details", "answers"];
        let told = columns.split(' ').filter(|column| private.contains(column)).collect::<Vec<_>>();
        assert_eq!(told, [""; 0], "{view}");
    }
    let mute = "select relname::text as name from pg_class where relnamespace = 'reporting'::regnamespace and relkind = 'v' \
      and coalesce(obj_description(oid, 'pg_class'), '') !~ ' / '";
    assert_eq!(names(&site, mute), [""; 0], "a view says what it holds, in both languages");
    let open = "select relname::text as name from pg_class where relnamespace = 'reporting'::regnamespace \
      and (relkind <> 'v' or not coalesce(reloptions::text, '') ~ 'security_barrier')";
    assert_eq!(names(&site, open), [""; 0], "views only, each a barrier");
}

#[actix_web::test]
async fn a_reader_sees_its_own_co_op_whatever_it_sets() {
    let site = Site::of_owner().await;
    let state = site.state.clone();
    let other = state
        .db
        .across_now(|conn| coops::found(conn, &state, &Details::plain("Two", "Deux"), Preset::Ontario, false))
        .expect("a second co-op");
    for (coop, label) in [(site.coop, "H1"), (other, "H2")] {
        state
            .db
            .write_now(coop, |conn| {
                Ok(diesel::sql_query("insert into units (label) values ($1)").bind::<Text, _>(label).execute(conn)?)
            })
            .expect("a home");
    }
    let homes = "select home as name from reporting.homes";
    assert_eq!(as_reader(&site, site.coop.0, homes), Ok(vec!["H1".to_owned()]));
    assert_eq!(as_reader(&site, other.0, homes), Ok(vec!["H2".to_owned()]));
    assert_eq!(as_reader(&site, 999_999, homes), Ok(Vec::new()), "of no co-op, nothing");
    // it may say that it is another co-op's; it sees no more
    let lies = format!(
        "select h.home as name from (select set_config('app.coop_id', '{}', true)) x, reporting.homes h",
        other.0
    );
    let seen = as_reader(&site, site.coop.0, &lies).expect("rows");
    assert!(seen.iter().all(|home| home == "H1"), "{seen:?}");
    // nor through a function of its own that is cheaper to ask than whose row it is
    let spy = "create function pg_temp.spy(text) returns boolean language plpgsql cost 0.0001 as \
      $$ begin if $1 = 'H2' then raise 'the row of another'; end if; return true; end $$ ;; \
      select home as name from reporting.homes where pg_temp.spy(home)";
    assert_eq!(as_reader(&site, site.coop.0, spy), Ok(vec!["H1".to_owned()]));
    for refused in [
        "select name from members",
        "select email as name from accounts",
        "select current_setting('x') as name from urn_contents",
        "insert into reporting.homes (home) values ('x') returning home as name",
        "delete from reporting.homes returning home as name",
        "update units set label = 'x' returning label as name",
        "create table reporting.mine (name text)",
        "select empty_urn(1)::text as name",
    ] {
        let words = as_reader(&site, site.coop.0, refused).expect_err(refused);
        assert!(
            words.contains("permission denied")
                || words.contains("not automatically updatable")
                || words.contains("cannot"),
            "{refused}: {words}"
        );
    }
}
