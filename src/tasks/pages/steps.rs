//! The steps of a task: written, ticked, taken out.

use actix_web::web;

use super::show;
use crate::platform::error::Error;
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer};
use crate::platform::visit::{Done, Visit};
use crate::tasks::steps::{self, WORDS_MAX};

/// Where the steps are on the page of a task.
fn there(id: i64) -> String {
    format!("/tasks/{id}#steps")
}

/// Adds the steps that were typed, each on a line.
pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let text = reader.required_text("step_words", WORDS_MAX * steps::STEPS_MAX);
            let all: Vec<String> =
                text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
            if all.iter().any(|line| line.chars().count() > WORDS_MAX) {
                reader.refuse("step_words", "wrong-step-long");
            }
            reader.finish()?;
            steps::add(act, id, &all)?;
            Ok(Done::to(there(id)).say("task-steps-added", all.len().to_string()))
        })
        .await;
    show::answered(visit, id, form, outcome).await
}

pub async fn tick(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, step) = path.into_inner();
    let ticked = match form.value("ticked") {
        "1" => true,
        "0" => false,
        _ => return Err(Error::BadRequest),
    };
    let done = visit
        .submit(&form, move |act, _| {
            steps::tick(act, id, step, ticked)?;
            Ok(Done::to(there(id)))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn remove(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, step) = path.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            steps::remove(act, id, step)?;
            Ok(Done::to(there(id)).say("task-step-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
