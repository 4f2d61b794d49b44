//! Home, the menu, help, and the manifest for phones that keep the site on their first screen.

use actix_web::HttpResponse;
use askama::Template;
use chrono::NaiveDate;
use diesel::PgConnection;

use super::store::{self, Homes, News, Score, Waiting};
use crate::members;
use crate::platform::assets;
use crate::platform::error::Result;
use crate::platform::facade::{Facade, facade};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::slice::{Attention, Beginning};
use crate::platform::visit::Visit;
use crate::policy::Permission;

/// How many things are listed before "see everything".
const WAITING_MAX: i64 = 10;
/// Days in which something is soon: its date is lit.
const SOON_DAYS: i64 = 7;

/// One line of what waits.
struct Todo {
    href: String,
    title: String,
    /// What kind it is, with its fact: "Closes Thursday at 8:00 p.m."
    fact: String,
    is_poll: bool,
    day: Option<NaiveDate>,
    soon: bool,
    late: bool,
}

struct Headline {
    href: String,
    title: String,
    fact: String,
}

/// Something to look at, and what to do about it.
struct Look {
    words: String,
    act: String,
    href: &'static str,
    bad: bool,
}

/// A step of the first week.
struct Step {
    words: String,
    href: &'static str,
    done: bool,
}

#[derive(Template)]
#[template(path = "home/index.html")]
struct HomePage {
    page: Page,
    greeting: String,
    today: String,
    takes_part: bool,
    /// Nobody lives here yet: an admin is shown where to begin.
    begins: bool,
    /// What somebody of the office should look at.
    attention: Vec<Look>,
    /// What a new co-op does in its first week, while some of it is left.
    beginning: Vec<Step>,
    waiting: Vec<Todo>,
    more: bool,
    /// "3 tasks done, 6 of 7 votes cast, 4 h given", or nothing before the first count.
    scores: Option<String>,
    facade: Facade,
    caption: String,
    caption_more: String,
    results: Vec<Headline>,
    coming: Vec<Headline>,
}

pub async fn index(visit: Visit) -> Answer {
    let member = visit.viewer()?.member_id;
    let (office, waiting, scores, news, homes, members) = visit
        .read(move |conn, visit| {
            let office = office(conn, visit)?;
            let today = visit.today();
            let (waiting, scores) = match member {
                Some(member) => {
                    let waiting = store::waiting(conn, visit.state.slices, member, today, WAITING_MAX + 1)?;
                    (waiting, store::scores(conn, member)?)
                }
                None => (Vec::new(), Vec::new()),
            };
            let (news, homes) = (store::news(conn)?, store::homes(conn, today)?);
            // They are told where no vote is open.
            let members = if open_vote(&news).is_some() { 0 } else { members::counts(conn, &[today])?.iter().sum() };
            Ok((office, waiting, scores, news, homes, members))
        })
        .await?;
    let page = Page::new(&visit, "home", "home-title");
    let scores = scores_said(&page, &scores);
    page::ok(&visit, &home_page(page, office, waiting, scores, &news, (&homes, members))?)
}

fn home_page(
    page: Page,
    (attention, beginning): (Vec<Look>, Vec<Step>),
    mut waiting: Vec<Waiting>,
    scores: Option<String>,
    news: &[News],
    (homes, members): (&Homes, i64),
) -> Result<HomePage> {
    // Whether somebody voted is not for who acts for them.
    waiting.retain(|item| item.kind != "poll" || page.may(&Permission::PollsRead));
    let more = waiting.len() as i64 > WAITING_MAX;
    waiting.truncate(WAITING_MAX as usize);
    let takes_part = page.visit.viewer()?.member_id.is_some();
    let name = page.visit.viewer()?.name.split(' ').next().unwrap_or_default().to_owned();
    let greeting = match (takes_part, more) {
        (false, _) => page.t1("home-hello", "name", name),
        (true, true) => page.t1("home-hello-many", "name", name),
        (true, false) => page.t2("home-hello-waiting", "name", name, "count", waiting.len()),
    };
    let (facade, caption, caption_more) = building(&page, news, (homes, members));
    Ok(HomePage {
        attention,
        beginning,
        greeting,
        today: page.lang().long_day(page.visit.today()),
        takes_part,
        begins: homes.homes == 0 && page.may(&Permission::MembersWrite),
        more,
        waiting: waiting.into_iter().map(|item| todo(&page, item)).collect(),
        scores,
        facade,
        caption,
        caption_more,
        results: news.iter().filter(|item| item.kind == "result").map(|item| headline(&page, item)).collect(),
        coming: news.iter().filter(|item| item.kind != "result").map(|item| headline(&page, item)).collect(),
        page,
    })
}

/// What the visitor should look at, and what is left of the first week, as far as they may see to it.
fn office(conn: &mut PgConnection, visit: &Visit) -> Result<(Vec<Look>, Vec<Step>)> {
    let slices = || visit.state.slices.iter();
    let looks: Vec<&Attention> =
        slices().flat_map(|slice| slice.attention).filter(|one| visit.may(one.permission)).collect();
    let mut steps: Vec<&Beginning> =
        slices().flat_map(|slice| slice.beginning).filter(|one| visit.may(one.permission)).collect();
    steps.sort_by_key(|step| step.place);
    let asked: Vec<(&str, &str)> =
        looks.iter().map(|one| (one.name, one.select)).chain(steps.iter().map(|one| (one.name, one.done))).collect();
    let counts = store::attended(conn, &asked, visit.viewer()?.account_id, visit.today())?;
    let count_of = |name: &str| counts.get(name).copied().unwrap_or(0);
    let look = |one: &&Attention| Look {
        words: visit.lang.with(&format!("attention-{}", one.name), &[("count", count_of(one.name).into())]),
        act: visit.lang.t(&format!("attention-{}-act", one.name)),
        href: one.href,
        bad: one.bad,
    };
    let step = |one: &&Beginning| Step {
        words: visit.lang.t(&format!("begin-{}", one.name)),
        href: one.href,
        done: count_of(one.name) > 0,
    };
    let mut attention: Vec<Look> = looks.iter().filter(|one| count_of(one.name) > 0).map(look).collect();
    attention.sort_by_key(|look| !look.bad);
    let beginning: Vec<Step> = steps.iter().map(step).collect();
    let left = beginning.iter().any(|step| !step.done);
    Ok((attention, if left { beginning } else { Vec::new() }))
}

/// The scorecard in one sentence.
fn scores_said(page: &Page, scores: &[Score]) -> Option<String> {
    let of = |word: &str| scores.iter().find(|score| score.figure == word);
    let (done, votes, minutes) = (of("tasks_done")?, of("votes_cast")?, of("minutes_given")?);
    let tasks = page.t1("home-tasks-done", "count", done.value);
    let votes = page.t2("home-votes-cast", "cast", votes.value, "closed", votes.whole.unwrap_or(0));
    let hours = page.t1("home-hours-given", "hours", crate::scorecards::rules::hours(minutes.value.into()));
    Some(format!("{tasks}, {votes}, {hours}"))
}

fn todo(page: &Page, item: Waiting) -> Todo {
    let today = page.visit.today();
    let is_poll = item.kind == "poll";
    let late = item.due_on.is_some_and(|day| day < today);
    let fact = match (&item.closes_at, &item.due_on, &item.place) {
        (Some(at), ..) => page.t1("home-closes", "when", page.moment(at)),
        (None, Some(_), _) if is_poll => page.t("poll-at-meeting-now"),
        (None, Some(day), _) if item.kind == "meeting" => page.t1("home-meeting", "day", page.long_day(day)),
        (None, Some(day), _) if item.kind == "chores/turn" => page.t1("home-swap", "day", page.long_day(day)),
        (None, Some(day), Some(unit)) => {
            page.t2("home-task-due-home", "day", page.long_day(day), "unit", unit.as_str())
        }
        (None, Some(day), _) if item.kind == "survey" => page.t1("survey-home-until", "day", page.long_day(day)),
        (None, Some(day), None) if item.kind == "election" => page.t1("home-election-until", "day", page.long_day(day)),
        (None, None, _) if item.kind == "election" => page.t("home-election"),
        (None, Some(day), None) if item.kind == "repair" => page.t1("home-repair-visit", "day", page.long_day(day)),
        (None, None, _) if item.kind == "task:approval" => page.t("home-task-approval"),
        (None, None, _) if item.kind == "repair" => page.t("home-repair"),
        (None, Some(day), None) => page.t1("home-task-due", "day", page.long_day(day)),
        (None, None, _) => page.t("home-task-no-date"),
    };
    Todo {
        href: format!("/{}s/{}", item.kind.split(':').next().unwrap_or_default(), item.id),
        title: if page.lang() == Lang::En { item.title_en } else { item.title_fr },
        fact,
        is_poll,
        soon: item.due_on.is_some_and(|day| (day - today).num_days() <= SOON_DAYS),
        late,
        day: item.due_on,
    }
}

fn headline(page: &Page, item: &News) -> Headline {
    let title = if page.lang() == Lang::En { &item.title_en } else { &item.title_fr };
    let fact = match item.outcome.as_deref() {
        Some(outcome) => {
            let counts = page.t2("home-counts", "voted", item.voted, "roll", item.roll_size);
            format!(
                "{} {counts} {}",
                page.t_of("home-outcome-", &outcome.replace('_', "-")),
                page.day(&page.day_of(&item.at))
            )
        }
        None if item.kind == "open" => page.t1("home-closes", "when", page.moment(&item.at)),
        None => page.t1("home-opens", "when", page.moment(&item.at)),
    };
    Headline { href: format!("/polls/{}", item.poll_id), title: title.clone(), fact }
}

fn open_vote(news: &[News]) -> Option<&News> {
    news.iter().find(|item| item.kind == "open" && item.roll_size > 0)
}

/// The building: lit windows are the votes cast of the vote that closes next; without one, the homes that are lived in.
fn building(page: &Page, news: &[News], (homes, members): (&Homes, i64)) -> (Facade, String, String) {
    if let Some(open) = open_vote(news) {
        let (voted, roll) = (i64::from(open.voted), i64::from(open.roll_size));
        let caption = page.t2("home-turnout", "voted", voted, "roll", roll);
        let needed = (roll * i64::from(open.quorum_percent) + 99) / 100;
        let more = if needed > 0 { page.t1("home-quorum", "needed", needed) } else { String::new() };
        (facade(roll, voted, open.poll_id), caption, more)
    } else {
        let caption = page.t2("home-occupied", "occupied", homes.occupied, "homes", homes.homes);
        (facade(homes.homes, homes.occupied, 1), caption, page.t1("home-members", "members", members))
    }
}

#[derive(Template)]
#[template(path = "home/menu.html")]
struct MenuPage {
    page: Page,
}

pub async fn menu(visit: Visit) -> Answer {
    page::ok(&visit, &MenuPage { page: Page::new(&visit, "menu", "nav-menu") })
}

#[derive(Template)]
#[template(path = "home/help.html")]
struct HelpPage {
    page: Page,
}

pub async fn help(visit: Visit) -> Answer {
    page::ok(&visit, &HelpPage { page: Page::new(&visit, "", "nav-help") })
}

/// The web app manifest (W3C): name and icons, in the visitor's language.
pub async fn manifest(visit: Visit) -> Answer {
    let name = visit.coop.as_ref().map_or("theCooperator", |coop| coop.name(visit.lang));
    let icon = |file: &str, size: &str| serde_json::json!({ "src": assets::address(file), "sizes": size, "purpose": "any maskable" });
    let manifest = serde_json::json!({
        "name": name,
        "short_name": name,
        "lang": visit.lang.tag(),
        "start_url": "/",
        "display": "standalone",
        "background_color": "#f1f7f9",
        "theme_color": "#0b2b42",
        "icons": [icon("icon-192.png", "192x192"), icon("icon-512.png", "512x512")],
    });
    Ok(HttpResponse::Ok().content_type("application/manifest+json; charset=utf-8").body(manifest.to_string()))
}
