//! No row of one co-op is visible to another, or can be changed, taken or pointed at: asked of the catalogue and tried on every
//! table there is, so that a new table cannot be forgotten.

use diesel::prelude::*;
use diesel::sql_types::{Jsonb, Text};

use crate::coops::{self, Details, Preset};
use crate::platform::db::CoopId;
use crate::platform::error::Error;
use crate::platform::sql::row;
use crate::platform::testing::Site;

/// Tables that belong to no co-op.
const OF_NO_COOP: [&str; 3] = ["__diesel_schema_migrations", "functions_applied", "server_key"];

/// One row in every table, each pointing at the others wherever it can, then those that slices declare. The co-op's own row and
/// rules are there already.
pub fn rows() -> impl Iterator<Item = &'static str> {
    ROWS.iter().chain(crate::slices::ALL.iter().flat_map(|slice| slice.rows)).copied()
}

const ROWS: &[&str] = &[
    "insert into coop_hosts (host) values ('one.example.org')",
    "insert into members (number, given_name, family_name, language, joined_on) values ('1', 'Odette', 'Roy', 'fr', '2020-01-01')",
    "insert into member_statuses (member_id, since, status) select id, '2020-01-01', 'member' from members",
    "insert into departures (member_id, on_date, acted_at) select id, '2019-01-01', now() from members",
    "insert into accounts (role, member_id) select 'resident', id from members",
    "insert into member_phones (member_id, place, number) select id, 2, '819 555-0102' from members",
    "insert into member_photos (member_id, jpeg, set_at) select id, '\\x01', now() from members",
    "insert into arrears (member_id) select id from members",
    "insert into sessions (key_hash, account_id, state, expires_at) select '\\x01', id, '{}', now() + '1 day' from accounts",
    "insert into sign_in_links (token_hash, account_id, expires_at) select '\\x01', id, now() + '1 day' from accounts",
    "insert into address_changes (account_id, address, token_hash, asked_at, expires_at) select id, 'x', '\\x01', now(), now() from accounts",
    "insert into drafts (account_id, path, title, fields, saved_at) select id, '/tasks', 'x', 'a=b', now() from accounts",
    "insert into attempts (subject) values ('x')",
    "insert into api_tokens (account_id, name, token_hash, scopes, expires_on) select id, 'x', '\\x01', '{}', '2030-01-01' from accounts",
    "insert into share_entries (member_id, kind, quantity, on_date, entered_at) select id, 'paid', 1, '2020-01-01', now() from members",
    "insert into submissions (digest) values ('\\x01')",
    "insert into jobs (kind, lane, payload) values ('x', 'work', '{}')",
    "insert into event_cursors (reader, position) values ('x', 1)",
    "insert into deliveries (way, address, subject, ended_at, accepted, answer, tries) values ('mail', 'x', 'x', now(), true, '250', 1)",
    "insert into schedule_runs (task, due_at) values ('x', now())",
    "insert into merges (kept_id, other_id, account_id, merged_at) select m.id, m.id, a.id, now() from members m, accounts a",
    "insert into namesakes (one_id, other_id, account_id, noted_at) select m.id, m.id, a.id, now() from members m, accounts a",
    "insert into units (label) values ('22')",
    "insert into occupancies (unit_id, member_id, during) select u.id, m.id, '[2020-01-01,)' from units u, members m",
    "insert into applications (kind, language, adults, children, received_on, member_id, unit_id, given_unit_id) \
       select 'transfer', 'fr', 1, 0, '2026-01-05', m.id, u.id, u.id from members m, units u",
    "insert into application_steps (application_id, state, on_date, account_id, entered_at) select p.id, 'invited', '2026-02-01', a.id, now() \
       from applications p, accounts a",
    "insert into application_interviews (application_id, on_date, present, notes, account_id, entered_at) \
       select p.id, '2026-02-01', 'x', 'x', a.id, now() from applications p, accounts a",
    "insert into unit_children (unit_id, since, children) select id, '2020-01-01', 1 from units",
    "insert into incidents (information, circumstances, happened_from, known_on, people, serious_risk, risk_reasons, measures) \
       values ('x', 'x', '2020-01-01', '2020-01-02', 1, false, 'x', 'x')",
    "insert into committees (name_en, name_fr) values ('Garden', 'Jardin')",
    "insert into seats (committee_id, member_id, during) select c.id, m.id, '[2020-01-01,)' from committees c, members m",
    "insert into leads (committee_id, member_id, during) select c.id, m.id, '[2020-01-01,)' from committees c, members m",
    "insert into board_offices (name_en, name_fr) values ('Registrar', 'Registraire')",
    "insert into board_terms (member_id, starts_on, ends_on, came) select id, '2020-01-01', '2030-01-01', 'elected' from members",
    "insert into board_holdings (term_id, own_office_id, during) select t.id, o.id, '[2020-01-01,2030-01-01)' from board_terms t, board_offices o",
    "insert into tasks (title, committee_id, created_by) select 'x', c.id, a.id from committees c, accounts a",
    "insert into task_holders (task_id, member_id) select t.id, m.id from tasks t, members m",
    "insert into task_doers (task_id, member_id) select t.id, m.id from tasks t, members m",
    "insert into task_followings (task_id, member_id, follows) select t.id, m.id, true from tasks t, members m",
    "insert into late_reviews (committee_id, week_on) select id, '2026-11-30' from committees limit 1",
    "insert into task_steps (task_id, words) select id, 'x' from tasks",
    "insert into polls (title_en, title_fr, quorum_percent, opens_at, closes_at, created_by) \
       select 'x', 'x', 0, now(), now() + '1 day', id from accounts",
    "insert into questions (poll_id, number, method, majority_num, majority_den, abstentions_count) select id, 1, 'choice', 1, 2, false from polls",
    "insert into choices (poll_id, question, number, place, title_en, title_fr) select poll_id, number, 1, 1, 'x', 'x' from questions",
    "insert into roll (poll_id, member_id) select p.id, m.id from polls p, members m",
    "insert into left_out (poll_id, member_id, reason) select p.id, m.id, 'arrears' from polls p, members m",
    "update polls set status = 'open', roll_size = 1, quorum_roll = 1",
    "insert into open_ballots (poll_id, member_id, answers, cast_at) select poll_id, member_id, '{for}', now() from roll",
    "insert into proxies (poll_id, giver_id, holder_id, given_at) select poll_id, member_id, member_id, now() from roll",
    "insert into reasons (poll_id, member_id, reason) select poll_id, member_id, 'x' from open_ballots",
    "insert into decisions (number, decided_on, body, title_en, title_fr) select n, '2020-01-01', 'meeting', 'x', 'x' from generate_series(1, 2) n",
    "insert into decision_relations (number, earlier, kind) values (2, 1, 'amends')",
    "insert into results (poll_id, question, number, verdict, outcome, roll_size, voted, quorum_needed, decided_at) \
       select poll_id, number, 1, 'chosen', '{}', 1, 1, 0, now() from questions",
    "insert into polls (title_en, title_fr, status, quorum_percent, opens_at, closes_at, created_by) \
       select 'x', 'x', 'scheduled', 0, now() + '1 day', now() + '2 days', id from accounts",
    "insert into notices (account_id, event_id, kind) select a.id, e.id, 'x' from accounts a, events e",
    "insert into preferences (account_id, kind, inbox, mail) select id, 'x', true, true from accounts",
    "insert into imports (account_id, sheet, matching, expires_at) select id, '{}', '{}', now() + '1 day' from accounts",
    "insert into import_layouts (headings, matching) values ('nom|courriel', '[\"full_name\", \"email\"]')",
    "insert into score_runs (period_start, period_end, ran_at, members) values ('2026-01-01', '2026-02-01', now(), 1)",
    "insert into scores (run_id, member_id, figure, value) select r.id, m.id, 'tasks_done', 1 from score_runs r, members m",
];

row! {
    struct Name {
        name: String,
    }
}

row! {
    struct Count {
        count: i64,
    }
}

fn names(conn: &mut PgConnection, sql: &str) -> Vec<String> {
    let rows: Vec<Name> = diesel::sql_query(sql).load(conn).expect("the catalogue");
    rows.into_iter().map(|row| row.name).collect()
}

const WITH_COOP: &str = "select table_name::text as name from information_schema.tables t \
    where table_schema = 'public' and table_type = 'BASE TABLE' and exists (select from information_schema.columns c \
    where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'coop_id') order by 1";

/// Of the catalogue itself, because a role sees in `information_schema` only what it may use.
const ALL: &str = "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1";

/// Two co-ops on one connection. Only the first has rows, one in every table.
async fn two() -> (Site, CoopId, CoopId) {
    let site = Site::new().await;
    let (one, state) = (site.coop, site.state.clone());
    let two = state
        .db
        .across_now(|conn| coops::found(conn, &state, &Details::plain("Two", "Deux"), Preset::Ontario, false))
        .expect("a second co-op");
    for sql in rows() {
        let made = state.db.write_now(one, |conn| Ok(diesel::sql_query(sql).execute(conn)?));
        assert!(made.as_ref().is_ok_and(|rows| *rows >= 1), "{sql}: {made:?}");
    }
    (site, one, two)
}

fn count(site: &Site, coop: CoopId, sql: &str) -> i64 {
    let counted = site.state.db.write_now(coop, |conn| Ok(diesel::sql_query(sql).get_result::<Count>(conn)?.count));
    counted.unwrap_or_else(|error| panic!("{sql}: {error}"))
}

#[actix_web::test]
async fn every_table_is_kept_apart_or_known_to_belong_to_no_coop() {
    let (site, ..) = two().await;
    site.read(|conn| {
        let with = names(conn, WITH_COOP);
        assert!(with.len() >= 25, "{with:?}");
        let without: Vec<String> = names(conn, ALL).into_iter().filter(|table| !with.contains(table)).collect();
        assert_eq!(without, OF_NO_COOP, "a table without coop_id is open to every co-op");
        for table in with {
            row! {
                struct Kept {
                    enabled: bool,
                    forced: bool,
                    open_to_app: Vec<String>,
                    in_key: bool,
                }
            }
            let kept: Kept = diesel::sql_query(
                "select c.relrowsecurity as enabled, c.relforcerowsecurity as forced, \
                   array(select p.policyname || ' ' || p.cmd || ' ' || p.qual || ' ' || p.with_check from pg_policies p \
                     where p.tablename = c.relname and p.permissive = 'PERMISSIVE' and p.roles && '{public,cooperator_app}') as open_to_app, \
                   (select bool_and(exists (select from unnest(i.indkey) k join pg_attribute a on a.attnum = k and a.attrelid = c.oid \
                     where a.attname = 'coop_id')) from pg_index i where i.indrelid = c.oid and i.indisunique \
                     and c.relname <> 'coop_hosts') is not false as in_key \
                 from pg_class c where c.oid = ('public.' || $1)::regclass",
            )
            .bind::<Text, _>(&table)
            .get_result(conn)?;
            assert!(kept.enabled && kept.forced, "{table}: row-level security is not in force, call keep_apart");
            let rule = "(coop_id = current_coop())";
            assert_eq!(kept.open_to_app, [format!("one_coop ALL {rule} {rule}")], "{table}");
            assert!(kept.in_key, "{table}: a unique key without coop_id tells one co-op what another has");
        }
        Ok(())
    });
}

#[actix_web::test]
async fn every_key_into_a_coop_carries_the_coop() {
    let site = Site::new().await;
    let loose = site.read(|conn| {
        Ok(names(
            conn,
            "select k.conrelid::regclass || ': ' || k.conname as name from pg_constraint k \
             where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists ( \
               select from unnest(k.conkey, k.confkey) as pair(own, theirs) \
               join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own and a.attname = 'coop_id' \
               join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.theirs and b.attname = 'coop_id')",
        ))
    });
    assert_eq!(loose, [""; 0], "a foreign key without coop_id can point into another co-op");
}

/// Tries a change as one co-op, counts as the other what is left, and takes everything back.
fn left_after(site: &Site, by: CoopId, change: &str, other: CoopId, counting: &str) -> i64 {
    let mut left = -1;
    let _ = site.state.db.write_now(by, |conn| {
        let refused = conn.transaction(|conn| diesel::sql_query(change).execute(conn)).err();
        let usual = ["permission denied", "foreign key", "events are never"];
        let told = refused.map(|error| error.to_string()).unwrap_or_default();
        assert!(told.is_empty() || usual.iter().any(|words| told.contains(words)), "{change}: {told}");
        diesel::sql_query(format!("set local app.coop_id = {}", other.0)).execute(conn)?;
        left = diesel::sql_query(counting).get_result::<Count>(conn)?.count;
        Err::<(), _>(Error::NotFound)
    });
    left
}

#[actix_web::test]
async fn rows_of_another_coop_are_neither_seen_nor_changed_nor_taken() {
    let (site, one, two) = two().await;
    for table in site.read(|conn| Ok(names(conn, WITH_COOP))) {
        let counting = format!("select count(*) as count from {table} where coop_id = {}", one.0);
        let there = count(&site, one, &counting);
        assert!(there > 0, "{table} is empty: add a row for it to `rows` of its slice");
        assert_eq!(count(&site, two, &counting), 0, "{table}: seen by another co-op");
        for change in [
            format!("update {table} set coop_id = {} where coop_id = {}", two.0, one.0),
            format!("update {table} set coop_id = coop_id"),
            format!("delete from {table} where coop_id = {}", one.0),
            format!("delete from {table}"),
        ] {
            assert_eq!(left_after(&site, two, &change, one, &counting), there, "{change} reached into another co-op");
        }
    }
    let own = "select count(*) as count from preferences";
    assert_eq!(left_after(&site, one, "delete from preferences", one, own), 0, "a change would have been seen here");
}

#[actix_web::test]
async fn nothing_can_be_put_into_another_coop() {
    let (site, one, two) = two().await;
    for table in site.read(|conn| Ok(names(conn, WITH_COOP))) {
        let insert = format!("insert into {table} (coop_id) values ({})", one.0);
        let refused = site.state.db.write_now(two, |conn| Ok(diesel::sql_query(&insert).execute(conn)?));
        let words = refused.expect_err(&insert).to_string();
        assert!(words.contains("row-level security"), "{insert}: {words}");
    }
}

/// A row of the first co-op, written again under the second's name, points at what the second has not.
#[actix_web::test]
async fn no_row_can_point_into_another_coop() {
    row! {
        struct Row {
            row: serde_json::Value,
        }
    }
    let (site, one, two) = two().await;
    let pointing = site.read(|conn| {
        Ok(names(
            conn,
            "select distinct conrelid::regclass::text as name from pg_constraint \
             where contype = 'f' and connamespace = 'public'::regnamespace and confrelid not in ('coops'::regclass, conrelid) order by 1",
        ))
    });
    assert!(pointing.len() >= 15, "{pointing:?}");
    for table in pointing {
        let columns = site.read(|conn| {
            let sql = format!(
                "select column_name::text as name from information_schema.columns where table_schema = 'public' \
                 and table_name = '{table}' and is_generated = 'NEVER' order by ordinal_position"
            );
            Ok(names(conn, &sql).join(", "))
        });
        let sql = format!("select to_jsonb(t) as row from {table} t where coop_id = {} limit 1", one.0);
        let row =
            site.state.db.read_now(one, |conn| Ok(diesel::sql_query(sql).get_result::<Row>(conn)?.row)).expect("a row");
        let mut copy = row;
        copy["coop_id"] = two.0.into();
        let sql = format!(
            "insert into {table} ({columns}) overriding system value select {columns} from jsonb_populate_record(null::{table}, $1)"
        );
        let refused =
            site.state.db.write_now(two, |conn| Ok(diesel::sql_query(&sql).bind::<Jsonb, _>(&copy).execute(conn)?));
        let words = refused.expect_err(&table).to_string();
        assert!(words.contains("foreign key"), "{table}: {words}");
    }
}

#[actix_web::test]
async fn without_a_coop_every_table_looks_empty() {
    let (site, ..) = two().await;
    for table in site.read(|conn| Ok(names(conn, WITH_COOP))) {
        let sql = format!("select count(*) as count from {table}");
        let found = site.state.db.across_now(|conn| Ok(diesel::sql_query(sql).get_result::<Count>(conn)?.count));
        assert_eq!(found.expect("a count"), 0, "{table}");
    }
}
