//! What the forms of one request do.

use actix_web::web;

use super::form::read_access;
use super::{show, version};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::Answer;
use crate::platform::pick;
use crate::platform::visit::{Act, Done, Visit};
use crate::repairs::rules::DETAILS_MAX;
use crate::repairs::{self, Appointment, Status, access, steps};

/// Does a step, if the request is there for the visitor: who does not see it is told so before anything of the form is read.
async fn step(
    visit: Visit,
    id: i64,
    form: Form,
    said: &'static str,
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<()> + Send + 'static,
) -> Answer {
    let outcome = visit
        .submit(&form, move |act, form| {
            let asker = act.asker();
            repairs::find(act.conn, &asker, id)?;
            verb(act, form)?;
            Ok(Done::to(format!("/repairs/{id}")).say(said, ""))
        })
        .await;
    show::answered(visit, id, form, outcome).await
}

pub async fn take(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    step(visit, id, form, "repair-taken", move |act, form| steps::take(act, id, version(form))).await
}

pub async fn hand_over(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    step(visit, id, form, "repair-given", move |act, form| {
        let asker = act.asker();
        let form = &pick::settled(form, "dealer", || {
            let people = repairs::dealers(act.conn, &asker)?;
            Ok(people.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
        })?;
        let to = match form.value("dealer") {
            "" => None,
            word => Some(word.parse().map_err(|_| Error::field("dealer", "wrong-choice"))?),
        };
        steps::hand_over(act, id, version(form), to)
    })
    .await
}

pub async fn plan(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    step(visit, id, form, "repair-planned", move |act, form| {
        let reader = form.reader();
        let visit = Appointment {
            on: reader.required_date("visit_on"),
            from: reader.time("visit_from"),
            to: reader.time("visit_to"),
        };
        reader.finish()?;
        steps::plan(act, id, version(form), visit)
    })
    .await
}

pub async fn close(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let said =
        if form.value("repair_how") == Status::Repaired.word() { "repair-is-repaired" } else { "repair-is-closed" };
    step(visit, id, form, said, move |act, form| {
        let reader = form.reader();
        let ways = [Status::Repaired, Status::ClosedWithout].map(|status| (status.word(), status));
        let how = reader.required_choice("repair_how", &ways);
        let outcome = reader.required_text("repair_outcome", DETAILS_MAX);
        reader.finish()?;
        steps::close(act, id, version(form), how == Some(Status::Repaired), &outcome)
    })
    .await
}

pub async fn reopen(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    step(visit, id, form, "repair-reopened", move |act, form| {
        let reader = form.reader();
        let words = reader.required_text("not_fixed", crate::comments::LENGTH_MAX);
        reader.finish()?;
        steps::reopen(act, id, version(form), &words)
    })
    .await
}

pub async fn withdraw(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    step(visit, id, form, "repair-withdrawn", move |act, form| steps::withdraw(act, id, version(form))).await
}

/// How to get in, anew or confirmed.
pub async fn give_access(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    step(visit, id, form, "repair-access-given", move |act, form| {
        let reader = form.reader();
        let given = read_access(&reader);
        if given.is_none() && form.value("access_enter").is_empty() {
            reader.refuse("access_enter", "wrong-repair-enter");
        }
        reader.finish()?;
        let given = given.ok_or_else(|| Error::field("access_enter", "wrong-repair-enter"))?;
        access::give(act, id, &given)
    })
    .await
}
