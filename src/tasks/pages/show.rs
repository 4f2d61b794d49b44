//! One task: what it is, whose, what happened to it, and its next step.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::completing::{Doers, doers};
use super::{duration, may_take, places, standing, tag, who};
use crate::comments::pages::Block;
use crate::files::pages as files;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event};
use crate::platform::forms::Form;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::tasks::steps::TaskStep;
use crate::tasks::{self, Lane, Task, slice};

/// The most steps of the history that are shown.
const HISTORY_MAX: i64 = 20;

#[derive(Template)]
#[template(path = "tasks/show.html")]
struct ShowPage {
    page: Page,
    form: Form,
    task: Task,
    who: String,
    places: Option<String>,
    tag: Option<(&'static str, String)>,
    due: Option<String>,
    starts: Option<String>,
    committee: Option<String>,
    credit: Option<String>,
    done: Option<String>,
    /// Who did it, if that was said.
    did: String,
    details: String,
    steps_to_tick: Vec<TaskStep>,
    files: files::Block,
    talk: Block,
    doers: Doers,
    author: Option<String>,
    /// Buttons: the lane, whether it is the usual next step. Empty for who may only look.
    steps: Vec<(&'static str, bool)>,
    may_change: bool,
    may_complete: bool,
    may_take: bool,
    may_give_up: bool,
    may_cancel: bool,
    may_bring: bool,
    may_agree: bool,
    /// Whether they hear of it; none where they are no member.
    hears: Option<bool>,
    history: Vec<(String, String)>,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let page = load(&visit, id.into_inner(), Form::blank()).await?;
    page::ok(&visit, &page)
}

/// What a form of this page comes to: where it leads, or the page again with what is wrong and what was typed.
pub async fn answered(visit: Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            (StatusCode::CONFLICT, form.beside(&Form::blank(), |_, _| String::new()))
        }
        Err(error) => return Err(error),
    };
    let page = load(&visit, id, form).await?;
    page::html(&visit, status, &page)
}

async fn load(visit: &Visit, id: i64, form: Form) -> Result<ShowPage> {
    let (task, whole, events, attached, said) = visit
        .read(move |conn, visit| {
            let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
            let task = tasks::seen_by(conn, id, member, visit.today())?;
            let whole = tasks::whole(conn, id, member)?;
            let events = events::of_subject(conn, "task", id, HISTORY_MAX)?;
            let attached = files::Block::read(conn, slice::TASK.word, id)?;
            let said = Block::read(conn, slice::TASK.word, id)?;
            Ok((task, whole, events, attached, said))
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
    let (open, zone, member) = (task.is_open(), visit.coop()?.zone, visit.viewer()?.member_id);
    let page = Page::named(visit, "tasks", task.title.clone()).with_form(&form);
    let own = task.holders.0.iter().any(|held| held.own && !held.has_left);
    Ok(ShowPage {
        files: files::Block::new(&page, &attached),
        talk: Block::new(visit, &page, &format!("/tasks/{id}"), None, &said)?,
        doers: doers(visit, &task, &form),
        did: whole.did(lang),
        details: markdown::html(&task.details, 3),
        steps_to_tick: whole.steps.0,
        starts: task.starts_on.filter(|day| *day > visit.today()).map(|day| lang.long_day(day)),
        places: places(visit, &task),
        may_give_up: member.is_some() && own && open && visit.may(Permission::TasksCreate),
        may_bring: visit.may(Permission::TasksCreate),
        page,
        form,
        who: who(visit, &task),
        tag: tag(visit, &task),
        due: task.due_on.map(|day| match task.due_at {
            Some(at) => {
                lang.with("task-due-at", &[("day", lang.long_day(day).into()), ("time", lang.time_of_day(at).into())])
            }
            None => lang.long_day(day),
        }),
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
        hears: member
            .filter(|_| visit.may(Permission::TasksCreate))
            .map(|_| tasks::hears(&task, visit.viewer.as_ref().map(|viewer| viewer.account_id), whole.follows)),
        may_cancel: open && standing.may_cancel(),
        history: events
            .iter()
            .filter(|event| !event.is(&slice::TASK_FOLLOWING))
            .map(|event| (happened(visit, event), lang.moment(zone, event.at)))
            .collect(),
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
            ("why", after["why"].as_str().filter(|why| !why.is_empty()).unwrap_or("none").into()),
            ("step", after["step"].as_str().or(event.detail["before"]["step"].as_str()).unwrap_or_default().into()),
            ("count", (after["steps"].as_array().map_or(0, Vec::len) as i64).into()),
            ("outcome", after["outcome"].as_str().unwrap_or_default().into()),
        ],
    )
}
