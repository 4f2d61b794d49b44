//! Who has a task: those who have it, those who wait for a place, and giving it to one more.

use actix_web::web;
use askama::Template;

use super::form::{options, read_holder, settled};
use super::{holder_words, read_version, standing};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::Pick;
use crate::platform::visit::{Done, Visit};
use crate::tasks::{self, Holder, Task};

#[derive(Template)]
#[template(path = "tasks/holders.html")]
struct HoldersPage {
    page: Page,
    form: Form,
    task: Task,
    /// Value, name, and whether they only wait for a place.
    holders: Vec<(String, String, bool)>,
    owners: Pick,
    may_give: bool,
}

async fn holders_page(visit: &Visit, id: i64, form: Form) -> Result<HoldersPage> {
    let task = visit
        .read(move |conn, visit| {
            let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
            tasks::seen_by(conn, id, member, visit.today())
        })
        .await?;
    if !standing(visit, &task).may_change() {
        return Err(Error::Forbidden);
    }
    let has: Vec<String> = task.all_holders().into_iter().map(Holder::value).collect();
    let offered = options(visit, None).await?.owners.into_iter();
    let open = |(value, _): &(String, String)| !value.is_empty() && !has.contains(value);
    let owners = std::iter::once((String::new(), visit.lang.t("task-choose"))).chain(offered.filter(open)).collect();
    let holders = task.holders.0.iter().filter(|held| !held.has_left);
    Ok(HoldersPage {
        page: Page::named(visit, "tasks", visit.lang.t("task-holders-title")).with_form(&form),
        holders: holders
            .filter_map(|held| Some((held.holder()?.value(), holder_words(visit, held), held.waits)))
            .collect(),
        owners: Pick::of(&form, "assignee", owners),
        may_give: task.is_open() && task.places_free() != Some(0),
        form,
        task,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &holders_page(&visit, id.into_inner(), Form::blank()).await?)
}

pub async fn give(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (id.into_inner(), visit.lang);
    let outcome = visit
        .submit(&form, move |act, form| {
            let form = settled(act, lang, form)?;
            let reader = form.reader();
            let holder = read_holder(&form, &reader);
            if holder.is_none() {
                reader.refuse("assignee", "wrong-required");
            }
            reader.finish()?;
            let Some(holder) = holder else { return Err(Error::BadRequest) };
            let task = tasks::give(act, id, holder, read_version(&form)?)?;
            Ok(Done::to(format!("/tasks/{id}/holders")).say("task-given", task.title))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &holders_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn take_away(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            tasks::find(act.conn, id)?;
            let holder = Holder::parse(form.value("holder")).ok_or(Error::BadRequest)?;
            let task = tasks::take_away(act, id, holder, read_version(form)?)?;
            Ok(Done::to(format!("/tasks/{id}/holders")).say("task-taken-away", task.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
