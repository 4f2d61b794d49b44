//! Reports through HTTP, as the people who make them.

mod wrong;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::kinds::{Part, Report};
use super::{EVERY, Run, State, drawn};
use crate::demo;
use crate::figures::Span;
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet;
use crate::platform::sql::{row, sql};
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

/// A report whose statement fails, for the tests of that.
pub static BROKEN: Report =
    Report { name: "broken", by_committee: false, choices: &[], usual: Span::Months, parts: &[&FAILS] };
static FAILS: Part = Part::failing();

row! {
    struct Many {
        many: i64,
    }
}

/// How many rows a selection has.
pub fn count(site: &Site, of: &str) -> i64 {
    site.read(|conn| Ok(sql(format!("select count(*) as many from {of}")).get_result::<Many>(conn)?.many))
}

pub fn run_sql(site: &Site, text: &str) {
    site.act(|act| Ok(diesel::sql_query(text).execute(act.conn).map(|_| ())?));
}

async fn demo_site() -> Site {
    let mut site = Site::empty().await;
    let state = site.state.clone();
    let made = site.state.db.across_now(|conn| demo::make(conn, &state, clock::now()));
    made.expect("the demo co-op");
    site.coop = site.state.db.across_now(crate::coops::all).expect("the co-ops")[0].0;
    site
}

/// Asks for a report and does what it takes. The number of its run.
async fn made(site: &Site, admin: &Visitor<'_>, name: &str, filters: &[(&str, &str)]) -> i64 {
    let asked = admin.post(&format!("/reports/{name}/runs"), filters).await.expect(303);
    site.do_jobs();
    asked.location().rsplit('/').next().and_then(|id| id.parse().ok()).expect("a number")
}

fn run(site: &Site, id: i64) -> Run {
    site.read(|conn| super::find(conn, id))
}

fn few_queries(page: Reply) -> Reply {
    assert!(page.queries <= 6, "{} queries", page.queries);
    page
}

/// The sheets of the workbook of a run, their cells as words.
fn sheets(site: &Site, id: i64, lang: Lang) -> Vec<(String, Vec<Vec<String>>)> {
    use calamine::Reader as _;
    let bytes = site.act(|act| {
        let run = super::find(act.conn, id)?;
        let rows = drawn::all_rows(act.conn, &run)?;
        drawn::workbook(lang, act.coop, &run, &rows)
    });
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let cells = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).expect("a sheet");
            (name, range.rows().map(cells).collect())
        })
        .collect()
}

/// Every report of the demo co-op: on screen, on paper, and in every file the same rows, in words of both languages.
#[actix_web::test]
async fn every_report_is_the_same_on_screen_and_in_its_files() {
    let site = demo_site().await;
    let admin = site.signed_in(Role::Admin, "Rapporteuse", None).await;
    few_queries(admin.get("/reports").await.expect(200)).shows("Task log").hides("«");
    for report in EVERY {
        let name = report.name;
        few_queries(admin.get(&format!("/reports/{name}")).await.expect(200)).hides("«report");
        let filters = [("figures_period", "year")];
        let id = made(&site, &admin, name, &filters).await;
        let found = run(&site, id);
        assert_eq!((found.state, found.parts.0.len()), (State::Ready, report.parts.len()), "{name}");
        for (lang, empty) in [(Lang::En, "There is nothing"), (Lang::Fr, "Il n’y a rien")] {
            let page = few_queries(admin.get(&format!("/reports/runs/{id}?lang={}", lang.code())).await.expect(200));
            let nothing = page.body.matches(empty).count();
            assert_eq!(nothing, found.parts.0.iter().filter(|part| part.many == 0).count(), "{name}");
            assert!(!page.body.contains("«report-") && !page.body.contains("«figures-"), "{name}: {}", page.body);
            few_queries(admin.get(&format!("/reports/runs/{id}/paper")).await.expect(200)).hides("«report-");
        }
        admin.get("/reports?lang=en").await.expect(200);
        let book = admin.get(&format!("/reports/runs/{id}/workbook")).await.expect(200);
        assert!(
            book.header("content-type").contains("spreadsheet") && book.header("content-disposition").contains(name)
        );
        let book = sheets(&site, id, Lang::En);
        assert_eq!(book.len(), report.parts.len() + 1, "{name}");
        assert_eq!(book[0].1[0][..2], ["Report", &Lang::En.t_of("report-", name)]);
        for (at, part) in report.parts.iter().enumerate() {
            let many = usize::try_from(found.parts.0[at].many).expect("few");
            let (sheet, cells) = &book[at + 1];
            assert!(sheet.len() <= 31, "{sheet}");
            assert_eq!(cells.len(), many + 1, "{name} {}", part.name);
            let address = format!("/reports/runs/{id}/parts/{}", part.name);
            let page = few_queries(admin.get(&address).await.expect(200));
            assert_eq!(page.body.matches("<th scope=\"row\">").count(), many.min(100), "{name} {}", part.name);
            let file = admin.get(&format!("{address}.csv")).await.expect(200);
            let told = spreadsheet::read(file.body.as_bytes()).map(|sheet| sheet.rows.len()).unwrap_or(0);
            assert_eq!(told, many, "{name} {}", part.name);
            assert_eq!(
                file.body.lines().next().map(|line| line.matches("\",\"").count() + 1),
                Some(part.columns().len())
            );
        }
    }
    // The demo says something to each of them.
    let silent: Vec<_> = site.read(super::latest).into_iter().filter(|run| run.many() == 0).collect();
    assert!(silent.is_empty(), "{silent:?}");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn the_register_is_as_it_was_on_the_last_day() {
    let site = demo_site().await;
    let admin = site.signed_in(Role::Admin, "Rapporteuse", None).await;
    let full =
        "members m cross join lateral status_on(m.id, {}) s where s.status in ('member', 'on_leave', 'suspended')";
    for day in ["2025-01-31", "2020-06-30"] {
        let days = [("figures_period", "days"), ("figures_from", "2020-01-01"), ("figures_to", day)];
        let filters = [&days[..], &[("report_chosen", "full")]].concat();
        let id = made(&site, &admin, "register", &filters).await;
        let there = count(&site, &full.replace("{}", &format!("date '{day}'")));
        assert!(there > 0, "{day}");
        assert_eq!(i64::from(run(&site, id).parts.0[0].many), there, "{day}");
    }
    let (here, full, everybody) = (
        made(&site, &admin, "register", &[]).await,
        made(&site, &admin, "register", &[("report_chosen", "full")]).await,
        made(&site, &admin, "register", &[("report_chosen", "everybody")]).await,
    );
    let many = |id: i64| run(&site, id).parts.0[0].many;
    assert!(
        many(full) <= many(here) && many(here) < many(everybody),
        "{} {} {}",
        many(full),
        many(here),
        many(everybody)
    );
}

#[actix_web::test]
async fn whoever_asks_the_same_gets_the_same_run_until_something_happens() {
    let site = Site::new().await;
    let (one, other) = (site.as_admin().await, site.signed_in(Role::Admin, "Second", None).await);
    site.pump();
    let first = made(&site, &one, "tasks", &[]).await;
    site.pump();
    for _ in 0..5 {
        assert_eq!(made(&site, &one, "tasks", &[]).await, first);
        assert_eq!(made(&site, &other, "tasks", &[]).await, first);
    }
    assert_ne!(made(&site, &one, "tasks", &[("report_chosen", "late")]).await, first);
    // While one is being made, nobody begins another.
    let asked = one.post("/reports/votes/runs", &[]).await.expect(303);
    let again = other.post("/reports/votes/runs", &[]).await.expect(303);
    assert_eq!(asked.location(), again.location());
    one.get(again.location()).await.expect(200).shows("0 of 3 parts are ready");
    one.get_fragment(again.location()).await.expect(200).shows("hx-trigger").hides("<h1>");
    assert_eq!(count(&site, "report_runs where report = 'votes'"), 1);
    site.do_jobs();
    assert_eq!(one.get_fragment(again.location()).await.expect(200).header("hx-refresh"), "true");
    one.post("/tasks", &[("task_title", "Sweep the path"), ("credit_hours", "0")]).await.expect(303);
    let fresh = made(&site, &one, "tasks", &[]).await;
    assert_ne!(fresh, first);
    one.get(&format!("/reports/runs/{fresh}")).await.expect(200).shows("Sweep the path");
    one.get(&format!("/reports/runs/{first}")).await.expect(200).hides("Sweep the path");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_committee_has_a_report_of_its_own() {
    let site = demo_site().await;
    let admin = site.signed_in(Role::Admin, "Rapporteuse", None).await;
    row! {
        struct Of {
            id: i64,
            many: i64,
        }
    }
    let one: Of = site.read(|conn| {
        Ok(sql("select c.id, count(*) as many from tasks t join committees c on c.id = t.committee_id \
             where t.status = 'done' group by c.id order by 2 desc, c.id limit 1")
        .get_result(conn)?)
    });
    let of = one.id.to_string();
    let days = [("figures_period", "months"), ("report_chosen", "done")];
    let id = made(&site, &admin, "tasks", &[&days[..], &[("report_committee", of.as_str())]].concat()).await;
    let every = made(&site, &admin, "tasks", &days).await;
    let (own, all) = (run(&site, id).parts.0[0].many, run(&site, every).parts.0[0].many);
    assert!(own > 0 && own < all && i64::from(own) <= one.many, "{own} of {all}, {}", one.many);
    assert_eq!(run(&site, id).parts.0[1].many, 1, "a line for the one committee");
}

// ---- what comes by itself ----

/// The saved report of a run, sent as it says.
async fn saved(site: &Site, admin: &Visitor<'_>, name: &str, fields: &[(&str, &str)]) -> i64 {
    let run = made(site, admin, name, &[("figures_period", "last_month")]).await.to_string();
    let all = [&[("run", run.as_str()), ("figures_period", "last_month")], fields].concat();
    admin.post("/reports/saved", &all).await.expect(303);
    site.read(|conn| Ok(super::all_saved(conn)?.last().map(|saved| saved.id))).expect("a saved report")
}

/// The morning of the schedule.
fn morning(site: &Site) {
    site.act(|act| super::send_due(act, &serde_json::Value::Null));
    site.do_jobs();
    site.pump();
}

#[actix_web::test]
async fn a_saved_report_comes_on_its_day_once_and_says_when_it_is_empty() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let second = site.signed_in(Role::Admin, "Second", None).await;
    let resident = site.signed_in(Role::Resident, "Nobody", None).await;
    let fields = [("report_name", "Votes, every month"), ("report_sent", "monthly")];
    let id = saved(&site, &admin, "votes", &fields).await;
    let first = site.read(|conn| super::saved(conn, id));
    assert_eq!(first.next_on, super::rules::next_on(super::Sent::Monthly, site.today(), 1));
    admin.get("/reports").await.expect(200).shows("Votes, every month").shows("On the first of each month. Next on");
    morning(&site);
    assert_eq!(count(&site, "report_runs where due_on is not null"), 0, "its day has not come");
    // Three of its days passed while the server was down.
    run_sql(&site, &format!("update saved_reports set next_on = current_date - 70 where id = {id}"));
    morning(&site);
    morning(&site);
    assert_eq!(count(&site, "report_runs where due_on is not null and state = 'ready'"), 1);
    assert!(site.read(|conn| super::saved(conn, id)).next_on > Some(site.today()));
    for told in [&admin, &second] {
        let inbox = told.get("/inbox").await.expect(200).shows("There is nothing in it this time.");
        assert_eq!(inbox.body.matches("There is nothing in it").count(), 1, "told once");
    }
    resident.get("/inbox").await.expect(200).hides("There is nothing in it");
    let letters = "jobs where kind = 'mail' and payload::text like '%Votes, every month%'";
    assert_eq!(count(&site, "notices n join events e on e.id = n.event_id where e.kind = 'report.sent'"), 2);
    assert_eq!(count(&site, &format!("{letters} and payload::text like '%<table%'")), 0);
    // It can be changed, made at once, and thrown away; what was made stays.
    let form = admin.get(&format!("/reports/saved/{id}")).await.expect(200).shows("It comes next on");
    let version = form.field("version");
    let fields =
        [("version", version.as_str()), ("report_name", "Votes"), ("report_sent", "never"), ("figures_period", "year")];
    admin.post(&format!("/reports/saved/{id}"), &fields).await.expect(303);
    let other =
        [("version", version.as_str()), ("report_name", "Mine"), ("report_sent", "never"), ("figures_period", "year")];
    second.post(&format!("/reports/saved/{id}"), &other).await.expect(409).shows("Votes");
    assert_eq!(site.read(|conn| super::saved(conn, id)).next_on, None);
    let now = admin.post(&format!("/reports/saved/{id}/runs"), &[]).await.expect(303);
    site.do_jobs();
    admin.get(now.location()).await.expect(200).shows("This is the saved report");
    admin.post(&format!("/reports/saved/{id}/removal"), &[]).await.expect(303);
    admin.get(now.location()).await.expect(200).hides("This is the saved report");
    admin.get(&format!("/reports/saved/{id}")).await.expect(404);
    admin.get("/audit").await.expect(200).shows("stopped keeping a report").hides("«");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn what_took_long_is_told_to_whoever_asked() {
    let site = Site::new().await;
    let (admin, second) = (site.as_admin().await, site.signed_in(Role::Admin, "Second", None).await);
    admin.post("/reports/committees/runs", &[]).await.expect(303);
    run_sql(&site, "update report_runs set asked_at = now() - interval '20 seconds'");
    site.do_jobs();
    site.pump();
    admin.get("/inbox").await.expect(200).shows("The report you asked for is ready.");
    second.get("/inbox").await.expect(200).hides("is ready");
    made(&site, &admin, "growth", &[]).await;
    site.pump();
    assert_eq!(count(&site, "notices"), 1, "what is ready at once is no news");
}

/// The day as of which something is asked.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}
