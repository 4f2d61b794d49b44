//! The buttons of who leads a meeting: the door, the call to order, the adjournment, another code.

use actix_web::web;

use super::show_page;
use crate::attendance;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer};
use crate::platform::visit::{Act, Done, Visit};

fn back(id: i64) -> String {
    format!("/meetings/{id}/attendance")
}

/// With a button that takes it back, for some minutes.
fn with_undo(id: i64, said: &str, what: &str) -> Done {
    Done::to(back(id)).say(said, "").undo(format!("/meetings/{id}/{what}"), vec![("undo".to_owned(), "1".to_owned())])
}

async fn pressed(
    visit: Visit,
    form: Form,
    id: i64,
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<Done> + Send + 'static,
) -> Answer {
    match visit.submit(&form, verb).await {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &show_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn open(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    pressed(visit, form, id, move |act, _| {
        attendance::open(act, id)?;
        Ok(Done::to(back(id)).say("attendance-opened", ""))
    })
    .await
}

pub async fn new_code(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    pressed(visit, form, id, move |act, _| {
        attendance::new_code(act, id)?;
        Ok(Done::to(back(id)).say("attendance-code-new", ""))
    })
    .await
}

pub async fn call_to_order(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    pressed(visit, form, id, move |act, form| {
        if !form.value("undo").is_empty() {
            attendance::put_off(act, id)?;
            return Ok(Done::to(back(id)).say("attendance-undone", ""));
        }
        attendance::call_to_order(act, id, form.has("without_quorum", "1"))?;
        Ok(with_undo(id, "attendance-called-to-order", "opening"))
    })
    .await
}

pub async fn adjourn(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    pressed(visit, form, id, move |act, form| {
        if !form.value("undo").is_empty() {
            attendance::go_on(act, id)?;
            return Ok(Done::to(back(id)).say("attendance-undone", ""));
        }
        attendance::adjourn(act, id)?;
        Ok(with_undo(id, "attendance-adjourned", "adjournment"))
    })
    .await
}
