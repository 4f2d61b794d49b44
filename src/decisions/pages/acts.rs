//! What whoever runs votes says of an entry afterwards: what it does to an earlier one, and when it is looked at again.

use actix_web::web;

use super::decision_page;
use super::form::read_effect;
use crate::decisions;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer};
use crate::platform::visit::{Done, Visit};

async fn answer(visit: &Visit, number: i32, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(visit, &decision_page(visit, number, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

fn back(number: i32) -> Done {
    Done::to(format!("/decisions/{number}"))
}

pub async fn relate(visit: Visit, number: web::Path<i32>, form: Form) -> Answer {
    let number = *number;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let said = read_effect(&reader);
            if said.is_none() && form.value("earlier").trim().is_empty() && form.value("effect").is_empty() {
                reader.refuse("earlier", "wrong-required");
            }
            reader.finish()?;
            let (earlier, effect) = said.ok_or(Error::BadRequest)?;
            decisions::relate(act, number, earlier, effect)?;
            Ok(back(number).say("decision-related", earlier.to_string()))
        })
        .await;
    answer(&visit, number, form, outcome).await
}

pub async fn unrelate(visit: Visit, number: web::Path<i32>, form: Form) -> Answer {
    let number = *number;
    let done = visit
        .submit(&form, move |act, form| {
            let earlier: i32 = form.value("earlier").parse().map_err(|_| Error::NotFound)?;
            decisions::unrelate(act, number, earlier)?;
            Ok(back(number).say("decision-unrelated", earlier.to_string()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn review(visit: Visit, number: web::Path<i32>, form: Form) -> Answer {
    let number = *number;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let (day, reviewed) = (reader.date("review_on"), reader.checked("reviewed"));
            reader.finish()?;
            decisions::review(act, number, day, reviewed)?;
            Ok(back(number).say(if reviewed { "decision-reviewed" } else { "decision-review-set" }, ""))
        })
        .await;
    answer(&visit, number, form, outcome).await
}
