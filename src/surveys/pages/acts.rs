//! What is done with a survey: answered, opened, ended, not repeated any more.
//!
//! Nothing is remembered of an answer that is sent: no form, no draft, no event, and not that the session was used.

use actix_web::web;

use super::{address, again, load};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer};
use crate::platform::session;
use crate::platform::visit::{Act, Done, Visit};
use crate::surveys::rules::Said;
use crate::surveys::{self, ALREADY, Kind, Question, Survey};

/// What somebody says to a question, as it is sealed. What cannot be read is left as it came, to be refused.
fn said(question: &Question, form: &Form) -> String {
    let field = question.field();
    if question.kind == Kind::Text {
        return form.value(&field).replace("\r\n", "\n").trim().to_owned();
    }
    let chosen: Option<Vec<usize>> = form.all(&field).map(|one| one.parse().ok()).collect();
    match chosen {
        Some(mut chosen) => {
            chosen.sort_unstable();
            chosen.dedup();
            Said::Chosen(chosen).text()
        }
        None => form.value(&field).to_owned(),
    }
}

/// Words are measured, so that the field says how long they can be.
fn measured(survey: &Survey, form: &Form) -> Result<Vec<String>> {
    let reader = form.reader();
    for question in survey.questions.0.iter().filter(|question| question.kind == Kind::Text) {
        reader.text(&question.field(), surveys::COMMENT_MAX);
    }
    reader.finish()?;
    Ok(survey.questions.0.iter().map(|question| said(question, form)).collect())
}

pub async fn send(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    session::leave_as_it_is();
    visit.in_person()?;
    let survey = load(&visit, id).await?;
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form) {
        return again(&visit, id, form.with_errors(errors)).await;
    }
    let there = |say: &str| page::done(&visit, &Done::to(address(id)).say(say, ""));
    let outcome = match measured(&survey, &form) {
        Ok(said) => visit.write(move |act| surveys::answer(act, id, &said)).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(many) => {
            surveys::note(&visit.state, visit.coop()?.id.0, id, many);
            Ok(there("survey-is-answered"))
        }
        Err(Error::Conflict(ALREADY)) => Ok(there(ALREADY)),
        Err(Error::Invalid(errors)) => again(&visit, id, form.with_errors(errors)).await,
        Err(error) => Err(error),
    }
}

/// One of the acts that are a button, and where it leads.
async fn act(
    visit: Visit,
    id: i64,
    form: Form,
    verb: fn(&mut Act<'_>, i64) -> Result<()>,
    said: &'static str,
) -> Answer {
    load(&visit, id).await?;
    let done = visit
        .submit(&form, move |act, _| {
            verb(act, id)?;
            Ok(Done::to(address(id)).say(said, ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn open(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    act(visit, *id, form, surveys::open, "survey-is-opened").await
}

pub async fn close(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    act(visit, *id, form, surveys::close, "survey-is-closed").await
}

pub async fn stop(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    act(visit, *id, form, surveys::stop, "survey-is-stopped").await
}
