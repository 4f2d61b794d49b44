//! The goals of the co-op: each beside where it stands, where it stood a year ago, and, where it is missed, what could be done. The goals are those
//! that the co-op's founding documents name: 80% of members active in a month, 4 of 5 satisfied. Turnout, meetings and tasks have no number
//! there; they are told with their quorum, or alone.

use askama::Template;
use chrono::Months;

use super::days;
use crate::figures::drawn::{self, ACTIVE_GOAL, SATISFIED_GOAL};
use crate::figures::rules::{Period, Span};
use crate::figures::store::{self, Reach};
use crate::figures::{Found, Series, find, kinds};
use crate::platform::chart;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;

struct Goal {
    name: &'static str,
    question: String,
    /// Whether it is reached; nothing where there is no number to reach.
    reached: Option<bool>,
    figure: chart::Figure,
    before: Option<String>,
    /// What could be done: words and address.
    acts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "figures/goals.html")]
struct GoalsPage {
    page: Page,
    goals: Vec<Goal>,
    as_of: String,
}

/// Whether the last row of a figure reaches its goal, or the quorum in every row.
fn reached(series: &Series) -> Option<bool> {
    let last = |column: &str| series.numbers(column).last().copied();
    let quorum =
        |part: &str| series.numbers(part).iter().zip(series.numbers("needed")).all(|(part, needed)| *part >= needed);
    match series.figure.name {
        "adoption" => Some(last("active")? * 100 >= last("members")? * ACTIVE_GOAL),
        "satisfaction" => Some(last("mean")? >= SATISFIED_GOAL),
        "turnout" => Some(quorum("voted")),
        "meetings" => Some(quorum("came")),
        _ => None,
    }
}

/// What could be done about one that is missed, for whoever may.
fn acts(visit: &Visit, series: &Series, reach: Option<Reach>) -> Vec<(String, String)> {
    let lang = visit.lang;
    let one = |key: &str, href: &str| (lang.t(key), href.to_owned());
    let last = series.rows.last().and_then(|row| row.id);
    match (series.figure.name, reach) {
        ("adoption", Some(reach)) => {
            let ways = [
                ("goals-uninvited", reach.uninvited, "/accounts/invitations"),
                ("goals-never-came", reach.never_came, "/accounts/invitations"),
                ("goals-unreached", reach.unreached, "/accounts/letters"),
            ];
            let told = ways.into_iter().filter(|(_, many, _)| *many > 0);
            told.map(|(key, many, href)| (lang.with(key, &[("many", many.into())]), href.to_owned())).collect()
        }
        ("satisfaction", _) => {
            let read = last.map(|id| one("goals-read-answers", &format!("/surveys/{id}")));
            read.into_iter().chain([one("goals-ask-again", "/surveys")]).collect()
        }
        ("turnout", _) => vec![one("goals-see-votes", "/polls")],
        ("meetings", _) => vec![one("goals-see-meetings", "/meetings")],
        _ => Vec::new(),
    }
}

fn goal(visit: &Visit, series: &Series, before: &Found, reach: Option<Reach>) -> Option<Goal> {
    let lang: Lang = visit.lang;
    let name = series.figure.name;
    let figure = drawn::figure(lang, series, "/figures", "", true)?;
    let was = before.of(name).and_then(|series| (series.figure.draw)(lang, series));
    let reached = reached(series);
    Some(Goal {
        name,
        question: lang.t_of("goals-question-", name),
        before: was.map(|was| lang.with("goals-before", &[("finding", was.title.into())])),
        acts: if reached == Some(false) { acts(visit, series, reach) } else { Vec::new() },
        reached,
        figure,
    })
}

pub async fn index(visit: Visit) -> Answer {
    let manages = visit.may(Permission::AccountsWrite);
    let (period, now, before, reach) = visit
        .read(move |conn, visit| {
            let today = visit.today();
            let figures = [&kinds::ADOPTION, &kinds::SATISFACTION, &kinds::TURNOUT, &kinds::MEETINGS, &kinds::TASKS];
            let period = Period::of(Span::Months, today, 1);
            let ago = |day: chrono::NaiveDate| day.checked_sub_months(Months::new(12)).unwrap_or(day);
            let then = Period { span: Span::Days, from: ago(period.from), until: ago(period.until) };
            let reach = if manages { Some(store::reach(conn, today)?) } else { None };
            Ok((period, find(conn, &figures, period, today)?, find(conn, &figures, then, today)?, reach))
        })
        .await?;
    let shown = GoalsPage {
        goals: now.series.iter().filter_map(|series| goal(&visit, series, &before, reach)).collect(),
        as_of: days(visit.lang, period),
        page: Page::new(&visit, "figures", "goals-title"),
    };
    page::ok(&visit, &shown)
}
