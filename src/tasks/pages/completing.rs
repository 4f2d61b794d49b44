//! A task is done: what came of it, and who did it. On the task's own page for those who have it; on a page of its own for anybody else.

use actix_web::web;
use askama::Template;

use super::form::people;
use super::{holder_words, read_version, standing};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Act, Done, Visit};
use crate::tasks::rules::OUTCOME_MAX;
use crate::tasks::{self, Completion, Holder, Task};

/// Those of whom the form asks whether they did it: (value, name, ticked).
pub type Doers = Vec<(String, String, bool)>;

/// Who has a task, and the viewer. Ticked is who has it; where nobody does, the viewer.
pub fn doers(visit: &Visit, task: &Task, form: &Form) -> Doers {
    let own = visit.viewer.as_ref().and_then(|viewer| viewer.member_id).map(Holder::Member);
    let named = |holder: &Holder| !matches!(holder, Holder::Committee(_));
    let mut all: Vec<(Holder, String)> =
        task.held().filter_map(|held| Some((held.holder().filter(named)?, holder_words(visit, held)))).collect();
    let nobody = all.is_empty();
    if let Some(own) = own.filter(|own| all.iter().all(|(holder, _)| holder != own)) {
        all.push((own, visit.lang.t("task-you")));
    }
    let asked = !form.value("did_asked").is_empty();
    let ticked = |holder: Holder| {
        if asked {
            form.has("did", &holder.value())
        } else {
            nobody || Some(holder) != own || task.all_holders().contains(&holder)
        }
    };
    all.into_iter().map(|(holder, name)| (holder.value(), name, ticked(holder))).collect()
}

fn read(reader: &Reader<'_>, form: &Form) -> Completion {
    let outcome = reader.text("outcome", OUTCOME_MAX);
    if form.value("did_asked").is_empty() {
        return Completion { outcome, ..Completion::default() };
    }
    let others = form.all("did_other").filter(|value| !value.is_empty());
    let mut doers = Vec::new();
    for value in form.all("did").chain(others) {
        match Holder::parse(value) {
            Some(holder) if !doers.contains(&holder) => doers.push(holder),
            Some(_) => {}
            None => reader.refuse("did", "wrong-choice"),
        }
    }
    if doers.is_empty() {
        reader.refuse("did", "wrong-did-nobody");
    }
    Completion { outcome, doers: Some(doers), done_at: None }
}

#[derive(Template)]
#[template(path = "tasks/completing.html")]
struct CompletingPage {
    page: Page,
    form: Form,
    task: Task,
    doers: Doers,
    others: Pick,
}

async fn completing_page(visit: &Visit, id: i64, form: Form) -> Result<CompletingPage> {
    let (task, people) = visit
        .read(move |conn, visit| {
            let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
            let task = tasks::seen_by(conn, id, member, visit.today())?;
            Ok((task, people(conn, visit.lang, visit.today())?))
        })
        .await?;
    if !standing(visit, &task).may_change() {
        return Err(Error::Forbidden);
    }
    if !task.is_open() {
        return Err(Error::Conflict("conflict-task-closed"));
    }
    Ok(CompletingPage {
        page: Page::named(visit, "tasks", visit.lang.t("task-complete")).with_form(&form),
        doers: doers(visit, &task, &form),
        others: Pick::of(&form, "did_other", people),
        form,
        task,
    })
}

/// The form with whom it names beside those who have the task, where that was typed in words.
fn settled(act: &mut Act<'_>, lang: Lang, form: &Form) -> Result<Form> {
    let today = act.today();
    pick::settled(form, "did_other", || people(act.conn, lang, today))
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &completing_page(&visit, id.into_inner(), Form::blank()).await?)
}

pub async fn complete(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (id.into_inner(), visit.lang);
    let elsewhere = form.names().any(|name| name.starts_with("did_other"));
    let outcome = visit
        .submit(&form, move |act, form| {
            let form = settled(act, lang, form)?;
            let reader = form.reader();
            let completion = read(&reader, &form);
            reader.finish()?;
            let moved = tasks::complete(act, id, &completion, read_version(&form)?)?;
            let done = Done::to(format!("/tasks/{id}")).say("task-completed", moved.title.clone());
            Ok(super::with_undo(done, id, &moved, None))
        })
        .await;
    match outcome {
        Err(Error::Invalid(errors)) if elsewhere => {
            page::refused(&visit, &completing_page(&visit, id, form.with_errors(errors)).await?)
        }
        outcome => super::show::answered(visit, id, form, outcome).await,
    }
}
