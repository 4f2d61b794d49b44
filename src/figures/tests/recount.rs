//! A program in another language counts every figure of the demo co-op again, from its facts, and compares it with what the pages say.

use std::process::Command;

use diesel::prelude::*;
use serde_json::{Map, Value as Json, json};

use crate::platform::clock;
use crate::platform::sql::{Gathered, row, sql};
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::scorecards;

/// The facts, a table each; moments by the co-op's own clock.
const FACTS: &[(&str, &str)] = &[
    ("statuses", "select member_id, since, status from member_statuses"),
    ("members", "select id, name, merged_into from members"),
    ("units", "select id, kind from units"),
    (
        "occupancies",
        "select unit_id, member_id, lower(during) as first, upper(during) as after, relation from occupancies",
    ),
    (
        "meetings",
        "select m.id, m.kind, m.status, m.held_on, m.ended_at is not null as ended, m.title_en, m.title_fr, d.called, d.needed, d.of_homes \
         from meetings m left join doors d on d.meeting_id = m.id",
    ),
    ("meeting_roll", "select meeting_id, member_id from meeting_roll"),
    ("meeting_replies", "select meeting_id, member_id, answer from meeting_replies"),
    ("attendances", "select meeting_id, member_id from attendances"),
    ("sheet_marks", "select meeting_id, member_id, mark from sheet_marks"),
    (
        "votes",
        "select distinct on (p.id) r.number, p.quorum_of, p.title_en, p.title_fr, r.decided_at at time zone z.zone as decided_at, r.voted, r.roll_size, \
           r.quorum_present, r.quorum_roll, r.quorum_needed from results r join polls p on p.id = r.poll_id and p.status = 'closed' cross join z \
         where r.number is not null order by p.id, r.question",
    ),
    ("polls", "select id, status, closed_at at time zone z.zone as closed_at from polls cross join z"),
    (
        "roll",
        "select r.poll_id, r.member_id, exists (select from open_ballots b where b.poll_id = r.poll_id and (b.member_id = r.member_id or b.home = r.unit_id)) \
           or exists (select from urn_contents c where c.poll_id = r.poll_id and r.member_id = any(c.voted)) as has_voted from roll r",
    ),
    ("committees", "select id, name_en as title_en, name_fr as title_fr from committees"),
    (
        "tasks",
        "select id, committee_id, status, due_on, starts_on, done_at at time zone z.zone as done_at from tasks cross join z",
    ),
    ("task_doers", "select task_id, member_id, unit_id from task_doers"),
    ("task_holders", "select task_id, member_id, unit_id, waits, has_left from task_holders"),
    (
        "hour_lines",
        "select id, worked_on, kind, minutes, member_id, unit_id, takes_back, recorded_at at time zone z.zone as recorded_at from hour_lines cross join z",
    ),
    ("accounts", "select id, member_id from accounts"),
    (
        "acts",
        "select actor_id, kind, subject_kind, subject_id, at at time zone z.zone as at from events cross join z where actor_id is not null",
    ),
    (
        "surveys",
        "select s.id, s.title_en, s.title_fr, s.ends_on, s.answered, s.asked, q.counts from surveys s \
         join survey_questions q on q.survey_id = s.id and q.overall where s.status = 'closed'",
    ),
];

row! {
    struct Rows {
        rows: Gathered<Json>,
    }
}

fn facts(site: &Site) -> Map<String, Json> {
    let table = |select: &str| {
        let text = format!(
            "with z as (select time_zone as zone from coops where coop_id = current_coop()) \
             select coalesce(jsonb_agg(to_jsonb(x)), '[]') as rows from ({select}) x"
        );
        site.read(move |conn| {
            let found: Rows = sql(text).get_result(conn)?;
            Ok(found.rows.0)
        })
    };
    let mut all: Map<String, Json> = FACTS.iter().map(|(name, select)| ((*name).to_owned(), table(select))).collect();
    let few = site.read(|conn| Ok(crate::coops::rule_profile(conn)?.group_size_min_for_stats));
    all.insert("few".to_owned(), few.into());
    all.insert("today".to_owned(), site.today().to_string().into());
    all
}

#[actix_web::test]
async fn every_figure_of_the_demo_is_what_its_facts_come_to() {
    let mut site = Site::empty().await;
    let state = site.state.clone();
    let made = site.state.db.across_now(|conn| crate::demo::make(conn, &state, clock::now()));
    made.expect("the demo co-op");
    let coops = site.state.db.across_now(crate::coops::all).expect("the co-ops");
    site.coop = coops[0].0;
    let run = site.act(scorecards::run);
    let admin = site.signed_in(Role::Admin, "Rita Recount", None).await;
    let today = site.today();
    let ago = |days: i64| today - chrono::TimeDelta::days(days);
    let mut documents = Map::new();
    let days = [(900, 500), (400, 0), (370, 5), (200, 200), (3_000, 2_000)];
    let own = days.map(|(from, to)| {
        format!("/figures.json?figures_period=days&figures_from={}&figures_to={}", ago(from), ago(to))
    });
    let named = ["/figures.json", "/figures.json?figures_period=year", "/figures.json?figures_period=last_year"];
    for address in named.iter().map(|name| (*name).to_owned()).chain(own) {
        let body = admin.get(&address).await.expect(200).body;
        documents.insert(address, serde_json::from_str(&body).expect("JSON"));
    }
    for block in ["hours", "meetings", "vacancies", "satisfaction"] {
        admin.post(&format!("/open/blocks/{block}"), &[("shown", "yes")]).await.expect(303);
    }
    let public: Json =
        serde_json::from_str(&site.anonymous().get("/open/figures.json").await.expect(200).body).expect("JSON");
    let period = json!([public["from"], public["until"]]);
    documents.insert("/open/figures.json".to_owned(), public);
    let csv = |path: &'static str| admin.get(path);
    let given = json!({
        "facts": facts(&site),
        "pages": {
            "figures": documents,
            "public": { "period": period, "csv": csv("/open/figures.csv").await.expect(200).body },
            "scores": { "from": run.period_start, "to": run.period_end, "csv": csv("/scorecards.csv").await.expect(200).body },
        },
    });
    let path = std::env::temp_dir().join(format!("figures-{}.json", std::process::id()));
    std::fs::write(&path, given.to_string()).expect("a file");
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/recount/figures.py");
    let counted = Command::new("python3").arg(program).arg(&path).output().expect("python3");
    let _ = std::fs::remove_file(&path);
    let said = String::from_utf8_lossy(&counted.stdout);
    assert!(counted.status.success(), "{said} {}", String::from_utf8_lossy(&counted.stderr));
    let said: Json = serde_json::from_str(&said).expect("JSON");
    println!("{} figures of the demo were counted again", said["compared"]);
    assert!(said["compared"].as_i64().expect("a number") > 1_000, "{said}");
}
