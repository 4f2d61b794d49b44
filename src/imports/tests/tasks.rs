//! Tasks from a spreadsheet: the real file, what is asked, what is written into the ledger of hours, and undoing all of it.

use chrono::NaiveDate;

use super::files::id_of;
use super::*;
use crate::hours;
use crate::platform::listing::Window;
use crate::tasks::{self, Filter, Holder, Listing, Span, Wanted, Whose};

const TASKS: &str = include_str!("../../../testdata/riel-tasks.csv");

/// Uploads a file whose rows are `what`.
pub async fn begin(visitor: &Visitor<'_>, what: &str, file: &str) -> String {
    let token = visitor.fresh_token().await;
    address(&upload_of(visitor, &token, what, file.as_bytes()).await.expect(303))
}

pub async fn complete(visitor: &Visitor<'_>, import: &str) -> Reply {
    let preview = visitor.get(import).await.expect(200);
    let done = visitor.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    visitor.get(done.location()).await.expect(200)
}

fn all(site: &Site) -> Vec<tasks::Task> {
    let filter =
        Filter { whose: Whose::All, wanted: Wanted::All, committee_id: None, viewer: None, today: site.today() };
    let listing =
        Listing { filter, span: Span::default(), query: String::new(), lang: Lang::En, window: Window::default() };
    site.read(|conn| tasks::list(conn, &listing, 2_000)).lines
}

fn one(site: &Site, title: &str) -> tasks::Task {
    all(site).into_iter().find(|task| task.title == title).unwrap_or_else(|| panic!("{title}"))
}

/// What stands in the ledger for a task: minutes, of whom, on which day.
fn credited(site: &Site, id: i64) -> Vec<(i32, String, NaiveDate)> {
    let lines = site.read(|conn| hours::credited(conn, "task", id));
    lines.into_iter().map(|line| (line.minutes, line.name, line.worked_on)).collect()
}

fn ledger(site: &Site) -> i64 {
    all(site).iter().flat_map(|task| credited(site, task.id)).map(|(minutes, ..)| i64::from(minutes)).sum()
}

/// The answers to all questions of a page, by a part of what is asked.
pub async fn answer(visitor: &Visitor<'_>, import: &str, answers: &[(&str, &str)]) {
    let page = visitor.get(&format!("{import}?group=asked")).await.expect(200);
    let keys: Vec<String> = page
        .body
        .split("name=\"asked\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap_or_default().replace("&#38;", "&"))
        .collect();
    let mut fields: Vec<(String, String)> = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        fields.push(("asked".to_owned(), key.clone()));
        if let Some((_, word)) = answers.iter().find(|(part, _)| key.contains(part)) {
            fields.push((format!("answer_{at}"), (*word).to_owned()));
        }
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(&format!("{import}/answers"), &fields).await.expect(303);
}

pub fn member_id(site: &Site, name: &str) -> i64 {
    everybody(site).into_iter().find(|line| line.name == name).unwrap_or_else(|| panic!("{name}")).id
}

#[actix_web::test]
async fn a_real_list_of_tasks_comes_in_whole_and_goes_out_again() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    bring_in(&joan, RIEL).await;
    joan.get("/tasks").await.expect(200).shows("/imports/new?what=tasks");
    joan.get("/imports/new?what=tasks").await.expect(200).shows("Import your tasks").shows("Import members instead");
    let import = begin(&joan, "tasks", TASKS).await;
    let columns = joan.get(&format!("{import}/columns")).await.expect(200).shows("140 rows of tasks");
    for word in ["title", "committee", "who", "due_on", "state", "hours", "outcome"] {
        assert!(columns.body.contains(&format!("value=\"{word}\" selected")), "{word}");
    }
    accept_columns(&joan, &import).await;
    let preview = joan.get(&import).await.expect(200).shows("has 140 rows").shows("140 new").shows("Add 140 tasks");
    assert!(preview.queries <= 12, "{} queries", preview.queries);
    preview.shows("193\u{a0}h are written down").shows("96 finished tasks");
    assert!(all(&site).is_empty(), "nothing changes before the last step");
    let done = complete(&joan, &import).await.shows("<dd>140</dd>").shows("193\u{a0}h").shows("Undo this import");
    drop(done);

    let found = all(&site);
    assert_eq!(found.len(), 140);
    assert_eq!(found.iter().filter(|task| task.status == "done").count(), 96);
    assert_eq!(ledger(&site), 193 * 60);
    let budget = one(&site, "Prepare the budget draft");
    assert_eq!((budget.status.as_str(), budget.credit_minutes), ("doing", 30));
    let water = found.iter().find(|task| {
        task.title == "Water the planters" && task.due_on.is_some_and(|day| day.to_string() == "2026-10-11")
    });
    let water = water.expect("the planters");
    assert_eq!((water.outcome.as_str(), water.committee(Lang::En)), ("ok", Some("Maintenance")));
    let day = "2026-10-11".parse().expect("a date");
    assert_eq!(credited(&site, water.id), [(90, "Diego Sharma".to_owned(), day)]);
    let shovel = found.iter().find(|task| {
        task.title == "Shovel the front steps" && task.due_on.is_some_and(|day| day.to_string() == "2026-08-13")
    });
    assert_eq!(credited(&site, shovel.expect("the steps").id)[0].1, "403");
    assert!(site.do_jobs().is_empty(), "nobody is told of what was done elsewhere");
    assert_eq!(site.discrepancies(), [""; 0]);
    joan.get(&format!("/tasks/{}", water.id)).await.expect(200).shows("brought it in from a file");

    let again = begin(&joan, "tasks", TASKS).await;
    joan.get(&again).await.expect(200).shows("140 already here").hides("completion").shows("no new task");

    let touched = one(&site, "Prepare the budget draft");
    site.act(|act| {
        let new = tasks::NewTask { title: "Prepare the whole budget".to_owned(), ..touched.written() };
        tasks::edit(act, touched.id, &new, touched.version)
    });
    let undone = joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    joan.get(undone.location())
        .await
        .expect(200)
        .shows("<dd>139</dd>")
        .shows("Prepare the whole budget")
        .shows("are taken back");
    assert_eq!(all(&site).len(), 1);
    let kept = joan.get("/hours/all.csv").await.expect(200).body;
    let mut lines = csv::Reader::from_reader(kept.trim_start_matches('\u{feff}').as_bytes());
    let minutes: i64 = lines.records().map(|line| line.expect("a line")[6].parse::<i64>().expect("minutes")).sum();
    assert_eq!(minutes, 0, "each line has its counter line");
    assert_eq!(site.discrepancies(), [""; 0]);
    joan.post(&format!("{import}/undoing"), &[]).await.expect(303);
    assert_eq!(all(&site).len(), 1, "undoing twice is undoing once");
    joan.get("/audit").await.expect(200).shows("undid an import of tasks");
}

const ODD: &str = "Task,Committee,Assigned to,Due,Status,Hours\n\
    Salt the steps,Upkeep,Ada,2026-11-01,Done,2\n\
    Sweep the yard,Upkeep,ada,2026-11-02,Closed,1\n\
    Buy salt,,Eve Roy,2026-11-03,To do,1\n\
    Fix the bell,,Unit 999,2026-11-04,En cours,1\n\
    Wash the windows,,Ian Bell & Unit 205,2026-11-05,Done,1h30\n\
    ,,Ian Bell,2026-11-05,Done,1\n\
    Count the chairs,,Ian Bell,2026-31-31,Done,900\n\
    Total,,,,,99\n";

#[actix_web::test]
async fn who_and_what_is_not_clear_is_asked_once_and_nobody_is_guessed() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let register = "Number,First name,Last name,Unit,Committee\n1,Ada,Ng,205,Maintenance\n2,Ada,Roy,301,\n3,Eve,Roy,,\n4,Eve,Roy,301,\n5,Ian,Bell,205,\n";
    bring_in(&joan, register).await;
    let import = begin(&joan, "tasks", ODD).await;
    let page = joan
        .get(&import)
        .await
        .expect(200)
        .shows("2 with problems")
        .shows("4 with questions")
        .shows("1 new")
        .shows("1 empty");
    let page =
        page.shows("does not say what is to be done").shows("This date does not exist").shows("100 hours at most");
    page.shows("Add one task, leave out 6 rows").shows("3\u{a0}h are written down");
    let asked = joan.get(&format!("{import}?group=asked")).await.expect(200);
    let asked =
        asked.shows("Who is “Ada”?").shows("In 2 rows, the first is row 2").shows("Which committee is “Upkeep”?");
    let asked = asked
        .shows("What does the state “Closed” mean?")
        .shows("Who is “Eve Roy”?")
        .shows("Eve Roy (301)")
        .shows("Who is “Unit 999”?");
    assert_eq!(asked.body.matches("name=\"asked\"").count(), 5, "each text once");
    let french = joan.get(&format!("{import}?group=asked&lang=fr")).await.expect(200);
    french.shows("Quel comité est «\u{a0}Upkeep\u{a0}»?");
    joan.get(&format!("{import}?lang=en")).await.expect(200);

    // What is no answer is none, and what is answered of some leaves the others.
    answer(&joan, &import, &[("who:ada", "king"), ("state:closed", "member-1")]).await;
    joan.get(&import).await.expect(200).shows("4 with questions");
    let (ng, upkeep) =
        (member_id(&site, "Ada Ng"), site.read(|conn| committees::named(conn, "Maintenance")).expect("it"));
    let (ng, upkeep) = (format!("member-{ng}"), format!("committee-{upkeep}"));
    answer(&joan, &import, &[("who:ada", &ng), ("committee:upkeep", &upkeep), ("state:closed", "cancelled")]).await;
    joan.get(&import).await.expect(200).shows("2 with questions").shows("3 new").shows("Add 3 tasks");
    answer(&joan, &import, &[("who:eve roy", "none"), ("unit 999", "out")]).await;
    joan.get(&import)
        .await
        .expect(200)
        .shows("4 new")
        .shows("1 left out")
        .shows("5\u{a0}h are written down")
        .hides("with questions");
    complete(&joan, &import).await.shows("<dd>4</dd>").shows("<dd>3</dd>").shows("5\u{a0}h");
    assert_eq!(one(&site, "Sweep the yard").status, "cancelled");
    assert!(one(&site, "Buy salt").is_nobodys());
    let windows = one(&site, "Wash the windows");
    assert_eq!(windows.all_holders().len(), 2);
    assert_eq!(credited(&site, windows.id).iter().map(|(minutes, ..)| *minutes).collect::<Vec<_>>(), [90, 90]);
    let salt = one(&site, "Salt the steps");
    assert_eq!(salt.all_holders(), [Holder::Member(member_id(&site, "Ada Ng"))]);
    assert_eq!((salt.committee(Lang::En), ledger(&site)), (Some("Maintenance"), 300));
}

#[actix_web::test]
async fn which_number_of_a_date_is_the_day_is_asked_of_each_column() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let import = begin(&joan, "tasks", "Task,Due,Done on\nSalt,03/04/2026,21/03/2026\n").await;
    let path = format!("{import}/columns");
    let asked = joan.get(&path).await.expect(200).shows("Which day is 03/04/2026?").hides("Which day is 21");
    assert_eq!(asked.body.matches("name=\"order_").count(), 2, "one question, two answers");
    let chosen = [("column_0", "title"), ("column_1", "due_on"), ("column_2", "done_on")];
    joan.post(&path, &chosen).await.expect(422).shows("has a question");
    let answered = [chosen[0], chosen[1], chosen[2], ("order_1", "day")];
    joan.post(&path, &answered).await.expect(303);
    complete(&joan, &import).await;
    let salt = one(&site, "Salt");
    assert_eq!(salt.due_on.map(|day| day.to_string()).as_deref(), Some("2026-04-03"));
    assert_eq!(salt.status, "done", "the day on which it was done says so");
    let again = begin(&joan, "tasks", "Task,Due,Done on\nSalt,03/04/2026,21/03/2026\n").await;
    joan.get(&again).await.expect(200).shows("as last time").shows("1 already here");
}

#[actix_web::test]
async fn hours_of_who_brings_the_file_wait_for_somebody_else() {
    let site = Site::new().await;
    let ada = ada(&site);
    let joan = site.signed_in(Role::Admin, "Ada Ng", Some(ada)).await;
    let file = "Task,Who,Due,Status,Hours,Done on\nPaint the hall,Ada Ng,2026-11-02,Done,2,2026-10-30\n";
    let import = begin(&joan, "tasks", file).await;
    joan.get(&import).await.expect(200).shows("2\u{a0}h more count once another person agrees").hides("day it was due");
    complete(&joan, &import).await.shows("wait for another person");
    let task = one(&site, "Paint the hall");
    assert_eq!((credited(&site, task.id).len(), task.credit_counts), (0, false));
    let ruth = site
        .signed_in(
            Role::Admin,
            "Ruth Chen",
            Some(site.act(|act| {
                members::add(
                    act,
                    &NewMember {
                        given_name: "Ruth".to_owned(),
                        family_name: "Chen".to_owned(),
                        number: String::new(),
                        email: None,
                        phone: None,
                        language: Lang::En,
                        joined_on: "2020-01-01".parse().expect("a date"),
                        status: Status::Member,
                    },
                )
            })),
        )
        .await;
    ruth.post(&format!("/tasks/{}/agreement", task.id), &[("version", &task.version.to_string())]).await.expect(303);
    let day: NaiveDate = "2026-10-30".parse().expect("a date");
    assert_eq!(credited(&site, task.id), [(120, "Ada Ng".to_owned(), day)], "on the day on which it was done");
}

#[actix_web::test]
async fn a_file_of_tasks_that_cannot_be_read_says_why_and_is_for_who_manages_tasks() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let token = joan.fresh_token().await;
    for (file, words) in
        [("", "Please fill in this field"), ("Task\n\"cut", "On line 2"), ("%PDF-1.7", "not a spreadsheet")]
    {
        let page = upload_of(&joan, &token, "tasks", file.as_bytes()).await.expect(422).shows(words);
        page.shows("Import your tasks");
    }
    let large = "x".repeat(30 * 1024 * 1024);
    upload_of(&joan, &token, "tasks", large.as_bytes()).await.expect(422).shows("larger than 10 MB");
    upload_of(&joan, &token, "kings", b"Task\nSalt\n").await.expect(404);
    let import = begin(&joan, "tasks", "Who,Due\nAda Ng,2026-01-01\n").await;
    let path = format!("{import}/columns");
    joan.post(&path, &[("column_0", "who")]).await.expect(422).shows("what is to be done");
    joan.get("/imports/new?what=tasks&lang=fr").await.expect(200).shows("Importer vos tâches");
    joan.get("/imports/template.csv?what=tasks&lang=en")
        .await
        .expect(200)
        .shows("Who has it")
        .shows("Salt the front steps");
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.get("/imports/new?what=tasks").await.expect(403);
    odette.get("/tasks").await.expect(200).hides("/imports/new");
    upload_of(&odette, &token, "tasks", b"Task\nSalt\n").await.expect(403);
    let import = begin(&joan, "tasks", "Task\nSalt\n").await;
    complete(&joan, &import).await;
    odette.post(&format!("{import}/undoing"), &[]).await.expect(403);
    let later = site.try_act(|act| {
        act.now += chrono::TimeDelta::days(super::super::UNDO_DAYS);
        super::super::undo(act, id_of(&import))
    });
    assert!(later.is_err(), "an undo ends after a week");
}

#[actix_web::test]
async fn a_template_and_an_exported_list_are_understood_in_both_languages() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    bring_in(&joan, "Number,First name,Last name,Unit,Committee\n1,Ada,Ng,101,Maintenance\n").await;
    for (lang, committee) in [("en", "Maintenance"), ("fr", "Entretien")] {
        let sheet = joan.get(&format!("/imports/template.csv?what=tasks&lang={lang}")).await.expect(200).body;
        let import = begin(&joan, "tasks", &sheet.replace(committee, "Maintenance")).await;
        joan.get(&format!("{import}?lang=en")).await.expect(200).shows("1 new").hides("with questions");
    }
}

#[actix_web::test]
async fn a_large_list_is_left_to_a_job() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let mut file = "Task,Due\n".to_owned();
    for number in 0..1_050 {
        file += &format!("Task {number},2026-12-01\n");
    }
    let import = begin(&joan, "tasks", &file).await;
    let preview = joan.get(&import).await.expect(200).shows("1050 new");
    let done = joan.post(&format!("{import}/completion"), &[("seal", &seal(&preview))]).await.expect(303);
    joan.get(done.location()).await.expect(200).shows("The import is under way");
    site.do_jobs();
    joan.get(done.location()).await.expect(200).shows("<dd>1050</dd>");
}
