//! The form of a task, new or edited.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::NaiveDate;
use diesel::prelude::*;

use super::{read_version, standing};
use crate::platform::duration;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Act, Done, Visit};
use crate::policy::Permission;
use crate::tasks::{self, Holder, NewTask, Priority, Task, rules};
use crate::{committees, members, units};

#[derive(Template)]
#[template(path = "tasks/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    /// The task that is edited; a new one has none yet.
    id: Option<i64>,
    /// Where the form goes, and where "Cancel" leads.
    action: String,
    owners: Pick,
    committees: Vec<(String, String)>,
    priorities: Vec<(String, String)>,
    may_value: bool,
}

/// What the form offers to choose from.
pub struct Options {
    pub owners: Vec<(String, String)>,
    committees: Vec<(String, String)>,
}

pub async fn options(visit: &Visit, task: Option<&Task>) -> Result<Options> {
    let area = task.and_then(|task| Some((task.committee_id?.to_string(), task.committee(visit.lang)?.to_owned())));
    visit
        .read(move |conn, visit| {
            let (lang, today) = (visit.lang, visit.today());
            let own = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
            let owners = owners(conn, lang, own, visit.may(Permission::TasksManage), today)?;
            let mut committees = vec![(String::new(), lang.t("task-no-committee"))];
            committees.extend(committees::options(conn, lang)?.into_iter().map(|(id, name)| (id.to_string(), name)));
            // A committee that is closed meanwhile stays with the tasks it has.
            committees.extend(area.filter(|(id, _)| committees.iter().all(|(known, _)| known != id)));
            Ok(Options { owners, committees })
        })
        .await
}

/// Anybody who is here, and any home.
pub fn people(conn: &mut PgConnection, lang: Lang, today: NaiveDate) -> Result<Vec<(String, String)>> {
    let home =
        |(id, label): (i64, String)| (Holder::Unit(id).value(), lang.with("task-home", &[("home", label.into())]));
    let members = members::options(conn, today)?.into_iter().map(|(id, name)| (Holder::Member(id).value(), name));
    let mut all = vec![(String::new(), lang.t("task-nobody-else"))];
    all.extend(members);
    all.extend(units::options(conn)?.into_iter().map(home));
    Ok(all)
}

/// To whom somebody may give a task: nobody, themselves, their home, their team and the committees they lead; all people, homes and
/// committees for who manages tasks.
fn owners(
    conn: &mut PgConnection,
    lang: Lang,
    own: Option<i64>,
    manages: bool,
    today: NaiveDate,
) -> Result<Vec<(String, String)>> {
    let home =
        |(id, label): (i64, String)| (Holder::Unit(id).value(), lang.with("task-home", &[("home", label.into())]));
    let all_of = |(id, name): (i64, String)| {
        (Holder::Committee(id).value(), lang.with("task-all-of", &[("committee", name.into())]))
    };
    let mut owners = vec![(String::new(), lang.t("task-nobody"))];
    owners.extend(own.map(|id| (Holder::Member(id).value(), lang.t("task-me"))));
    if manages {
        let others = members::options(conn, today)?.into_iter().filter(|(id, _)| Some(*id) != own);
        owners.extend(others.map(|(id, name)| (Holder::Member(id).value(), name)));
        owners.extend(units::options(conn)?.into_iter().map(home));
        owners.extend(committees::options(conn, lang)?.into_iter().map(all_of));
    } else if let Some(member) = own {
        owners.extend(units::of_member(conn, member, today)?.into_iter().map(home));
        let team = committees::team(conn, member, today)?;
        let led = |id: &i64| team.iter().any(|one| one.committee == *id);
        owners.extend(committees::options(conn, lang)?.into_iter().filter(|(id, _)| led(id)).map(all_of));
        for one in team {
            let value = Holder::Member(one.member).value();
            if Some(one.member) != own && owners.iter().all(|(known, _)| *known != value) {
                owners.push((value, one.name));
            }
        }
    }
    Ok(owners)
}

/// The form with whom it gives the task to, where that was typed in words.
pub fn settled(act: &mut Act<'_>, lang: Lang, form: &Form) -> Result<Form> {
    let own = act.viewer.and_then(|viewer| viewer.member_id);
    let (manages, today) = (act.may(Permission::TasksManage), act.today());
    pick::settled(form, "assignee", || owners(act.conn, lang, own, manages, today))
}

async fn form_page(visit: &Visit, form: Form, task: Option<&Task>) -> Result<FormPage> {
    let Options { owners, committees } = options(visit, task).await?;
    let title = if task.is_some() { "task-edit-title" } else { "task-new-title" };
    Ok(FormPage {
        page: Page::new(visit, "tasks", title).with_form(&form),
        owners: Pick::of(&form, "assignee", owners),
        form,
        action: task.map_or_else(|| "/tasks".to_owned(), |task| format!("/tasks/{}", task.id)),
        id: task.map(|task| task.id),
        committees,
        priorities: Priority::ALL
            .into_iter()
            .map(|(word, _)| (word.to_owned(), visit.lang.t_of("task-priority-", word)))
            .collect(),
        may_value: task.is_none_or(|task| standing(visit, task).may_value()),
    })
}

/// Whose it is to be.
pub fn read_holder(form: &Form, reader: &Reader<'_>) -> Option<Holder> {
    let holder = Holder::parse(form.value("assignee"));
    if holder.is_none() && !form.value("assignee").is_empty() {
        reader.refuse("assignee", "wrong-choice");
    }
    holder
}

fn read(form: &Form) -> Result<NewTask> {
    let reader = form.reader();
    let number = |text: &str| text.parse::<i64>().ok();
    let holder = read_holder(form, &reader);
    let hours = form.value("credit_hours").trim();
    let credit_minutes = if hours.is_empty() { Some(0) } else { rules::minutes(hours) };
    if credit_minutes.is_none() {
        reader.refuse("credit_hours", "wrong-hours");
    }
    let committee = form.value("committee_id");
    if !committee.is_empty() && number(committee).is_none() {
        reader.refuse("committee_id", "wrong-choice");
    }
    let new = NewTask {
        kind: tasks::Kind::default(),
        title: reader.required_line("task_title", rules::TITLE_MAX),
        details: reader.text("done_means", rules::DETAILS_MAX),
        holders: holder.into_iter().collect(),
        priority: reader.choice("priority", &Priority::ALL).unwrap_or_default(),
        starts_on: reader.date("starts_on"),
        due_on: reader.date("due_on"),
        due_at: reader.time("due_at"),
        committee_id: number(committee),
        places: reader.number("places", 1..=200).map(|places| places as i32),
        places_min: reader.number("places_min", 1..=200).map(|places| places as i32),
        work_day_id: None,
        credit_minutes: credit_minutes.unwrap_or(0),
    };
    if new.due_at.is_some() && form.value("due_on").is_empty() {
        reader.refuse("due_on", "wrong-day-of-time");
    }
    if new.starts_on.zip(new.due_on).is_some_and(|(starts, due)| starts > due) {
        reader.refuse("starts_on", "wrong-starts-after-due");
    }
    reader.finish()?;
    Ok(new)
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let from = [("committee_id", "committee"), ("task_title", "title"), ("done_means", "details")];
    let mut form = Form::filled(from.map(|(field, name)| (field, query.value(name).to_owned())));
    form.set("priority", Priority::Normal.word());
    page::ok(&visit, &form_page(&visit, form, None).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let lang = visit.lang;
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(&settled(act, lang, form)?)?;
            let id = tasks::create(act, &new)?;
            Ok(Done::to(format!("/tasks/{id}")).say("task-added", new.title).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, form.with_errors(errors), None).await?),
        Err(error) => Err(error),
    }
}

async fn task(visit: &Visit, id: i64) -> Result<Task> {
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
    visit.read(move |conn, visit| tasks::seen_by(conn, id, member, visit.today())).await
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let task = task(&visit, id.into_inner()).await?;
    if !standing(&visit, &task).may_change() {
        return Err(Error::Forbidden);
    }
    page::ok(&visit, &form_page(&visit, filled(&task), Some(&task)).await?)
}

/// The form as the task is now.
fn filled(task: &Task) -> Form {
    Form::filled([
        ("version", task.version.to_string()),
        ("task_title", task.title.clone()),
        ("done_means", task.details.clone()),
        ("priority", task.priority.word().to_owned()),
        ("starts_on", task.starts_on.map(|day| day.to_string()).unwrap_or_default()),
        ("due_on", task.due_on.map(|day| day.to_string()).unwrap_or_default()),
        ("due_at", task.due_at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default()),
        ("places", task.places.map(|places| places.to_string()).unwrap_or_default()),
        ("places_min", task.places_min.map(|places| places.to_string()).unwrap_or_default()),
        ("committee_id", task.committee_id.map(|id| id.to_string()).unwrap_or_default()),
        ("credit_hours", duration::typed(task.credit_minutes)),
    ])
}

/// What was typed, beside what the task says now.
fn beside(visit: &Visit, mut form: Form, task: &Task) -> Form {
    if !standing(visit, task).may_value() {
        form.set("credit_hours", duration::typed(task.credit_minutes));
    }
    form.beside(&filled(task), |field, says| match field {
        "priority" => visit.lang.t_of("task-priority-", task.priority.word()),
        "starts_on" => task.starts_on.map(|day| visit.lang.long_day(day)).unwrap_or_default(),
        "committee_id" => task.committee(visit.lang).unwrap_or_default().to_owned(),
        "due_on" => task.due_on.map(|day| visit.lang.long_day(day)).unwrap_or_default(),
        _ => says.to_owned(),
    })
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (id.into_inner(), visit.lang);
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(&settled(act, lang, form)?)?;
            tasks::edit(act, id, &new, read_version(form)?)?;
            Ok(Done::to(format!("/tasks/{id}")).say("task-saved", new.title))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let task = task(&visit, id).await?;
            page::refused(&visit, &form_page(&visit, form.with_errors(errors), Some(&task)).await?)
        }
        Err(Error::Conflict("conflict-changed")) => {
            let task = task(&visit, id).await?;
            let form = beside(&visit, form, &task);
            page::html(&visit, StatusCode::CONFLICT, &form_page(&visit, form, Some(&task)).await?)
        }
        Err(error) => Err(error),
    }
}
