//! One task: what it is, whose, what happened to it, and its next step.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::{duration, may_take, standing, tag, who};
use crate::platform::error::Result;
use crate::platform::events::{self, Event};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::tasks::{self, Lane, Task};

/// The most steps of the history that are shown.
const HISTORY_MAX: i64 = 20;

#[derive(Template)]
#[template(path = "tasks/show.html")]
struct ShowPage {
    page: Page,
    form: Form,
    task: Task,
    who: String,
    tag: Option<(&'static str, String)>,
    due: Option<String>,
    committee: Option<String>,
    credit: Option<String>,
    done: Option<String>,
    author: Option<String>,
    /// Buttons: the lane, whether it is the usual next step. Empty for who may only look.
    steps: Vec<(&'static str, bool)>,
    may_change: bool,
    may_complete: bool,
    may_take: bool,
    may_cancel: bool,
    may_agree: bool,
    history: Vec<(String, String)>,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let page = load(&visit, id.into_inner(), Form::blank()).await?;
    page::ok(&visit, &page)
}

/// The page again, with what is wrong in the outcome.
pub async fn again(visit: Visit, status: StatusCode, id: i64, form: Form) -> Answer {
    let page = load(&visit, id, form).await?;
    page::html(&visit, status, &page)
}

async fn load(visit: &Visit, id: i64, form: Form) -> Result<ShowPage> {
    let (task, events) = visit
        .read(move |conn, visit| {
            let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
            let task = tasks::seen_by(conn, id, member, visit.today())?;
            Ok((task, events::of_subject(conn, "task", id, HISTORY_MAX)?))
        })
        .await?;
    let (lang, lane, standing) = (visit.lang, task.lane(), standing(visit, &task));
    let may_step = standing.may_step(lane);
    let steps: &[(&str, bool)] = match lane {
        _ if !may_step => &[],
        Some(Lane::Todo) => &[("doing", true), ("waiting", false)],
        Some(Lane::Doing) => &[("waiting", false), ("todo", false)],
        Some(Lane::Waiting) => &[("doing", true), ("todo", false)],
        Some(Lane::Done) => &[("doing", false), ("todo", false)],
        None => &[("todo", true)],
    };
    let open = !matches!(lane, None | Some(Lane::Done));
    let zone = visit.coop()?.zone;
    Ok(ShowPage {
        page: Page::named(visit, "tasks", task.title.clone()).with_form(&form),
        form,
        who: who(visit, &task),
        tag: tag(visit, &task),
        due: task.due_on.map(|day| lang.long_day(day)),
        committee: task.committee(lang).map(str::to_owned),
        credit: (task.credit_minutes > 0).then(|| duration(lang, task.credit_minutes)),
        done: task.done_at.map(|at| lang.moment(zone, at)),
        author: task.author_name.clone(),
        steps: steps.to_vec(),
        may_change: standing.may_change(),
        may_complete: open && may_step,
        may_take: may_take(visit, &task),
        may_agree: visit.may(Permission::TasksCreate)
            && tasks::may_agree(&task, visit.viewer.as_ref().map(|viewer| viewer.account_id), standing),
        may_cancel: open && visit.may(Permission::TasksManage),
        history: events.iter().map(|event| (happened(visit, event), lang.moment(zone, event.at))).collect(),
        task,
    })
}

/// An event in words.
pub fn happened(visit: &Visit, event: &Event) -> String {
    let lang = visit.lang;
    let after = &event.detail["after"];
    let to = after["status"].as_str().map(|word| lang.t_of("task-status-", word)).unwrap_or_default();
    let name = match (after["name"].as_str(), after["unit_id"].as_i64()) {
        (Some(label), Some(_)) => lang.with("task-home", &[("home", label.into())]),
        (Some(name), None) => name.to_owned(),
        (None, _) => String::new(),
    };
    let due = after["due_on"].as_str().and_then(|day| day.parse().ok()).map(|day: NaiveDate| lang.long_day(day));
    lang.with(
        &format!("task-history-{}", event.kind.trim_start_matches("task.").replace(['.', '_'], "-")),
        &[
            ("actor", event.actor_name.as_str().into()),
            ("to", to.into()),
            ("name", name.into()),
            ("due", due.unwrap_or_default().into()),
            ("outcome", after["outcome"].as_str().unwrap_or_default().into()),
        ],
    )
}
