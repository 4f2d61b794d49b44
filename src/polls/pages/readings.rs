//! Papers of a box as two people read them: one after the other, each entered on its own, and what both sign for.

use actix_web::web;
use askama::Template;

use super::ballot_box::{again, must_be_asked};
use super::fields::{self, Fields};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::visit::{Done, Visit};
use crate::polls::{State, ballot_box, store};

#[derive(Template)]
#[template(path = "polls/reading.html")]
struct ReadingPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    /// What was entered so far.
    so_far: String,
    questions: Vec<Fields>,
    to: String,
    /// The last paper of this reading can be taken out; its number.
    last: i64,
}

/// The paper to enter: the one that is asked for, or the next.
async fn reading_page(visit: &Visit, id: i64, asked: Option<i32>, form: Option<Form>) -> Result<ReadingPage> {
    let account = visit.viewer()?.account_id;
    let (poll, questions, ballot_box, read) = visit
        .read(move |conn, visit| {
            let (poll, questions) = store::whole(conn, id)?;
            let ballot_box = must_be_asked(conn, visit, id)?;
            let waits = poll.state(visit.now) == State::Counting && ballot_box.is_used() && !ballot_box.is_settled();
            if !waits {
                return Err(Error::Conflict("paper-conflict-not-counting"));
            }
            let read = match (ballot_box.reading_of(account), asked) {
                (Some(reading), Some(number)) => store::ballot_box::reading(conn, id, (reading, number))?,
                _ => None,
            };
            Ok((poll, questions, ballot_box, read))
        })
        .await?;
    let reading = ballot_box.reading_of(account).ok_or(Error::Conflict("paper-conflict-two-read"))?;
    let so_far = ballot_box.read(reading);
    let form = form.unwrap_or_else(|| {
        let number = asked.map_or(so_far + 1, i64::from).to_string();
        let answers = read.as_ref().map(|read| read.answers.clone()).unwrap_or_default();
        let filled = fields::filled(&questions, &answers, "");
        let unreadable = read.as_ref().is_some_and(|read| read.answers.is_empty());
        let mut all: Vec<(&str, String)> = filled.fields().map(|(name, value)| (name, value.to_owned())).collect();
        all.push(("paper_number", number));
        if unreadable {
            all.push(("unreadable", "1".to_owned()));
        }
        Form::filled(all)
    });
    let page = Page::new(visit, "polls", "reading-title").with_form(&form);
    let words = if reading == 1 { "paper-first-read" } else { "paper-second-read" };
    Ok(ReadingPage {
        id,
        name: poll.title(visit.lang).to_owned(),
        so_far: page.t1(words, "many", so_far),
        questions: fields::fields(visit.lang, &questions, None),
        to: format!("/polls/{id}/paper/readings"),
        last: so_far,
        form,
        page,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Reply {
    let asked = query.value("number").parse().ok();
    page::ok(&visit, &reading_page(&visit, *id, asked, None).await?)
}

pub async fn enter(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let number = reader.required_number("paper_number", 1..=i64::from(store::ballot_box::PAPERS_MAX));
            reader.finish()?;
            let questions = store::questions(act.conn, id)?;
            let ballot = match form.value("unreadable") {
                "" => Some(fields::read(&questions, form)?),
                _ => None,
            };
            let number = i32::try_from(number).map_err(anyhow::Error::new)?;
            ballot_box::enter(act, id, number, ballot.as_ref())?;
            Ok(Done::to(format!("/polls/{id}/paper/readings")).say("paper-entered", number.to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &reading_page(&visit, id, None, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            ballot_box::remove_last(act, id)?;
            Ok(Done::to(format!("/polls/{id}/paper/readings")).say("paper-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn sign(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let found = reader.required_number("paper_found", 0..=i64::from(store::ballot_box::PAPERS_MAX));
            reader.finish()?;
            ballot_box::sign(act, id, i32::try_from(found).map_err(anyhow::Error::new)?)?;
            Ok(Done::to(format!("/polls/{id}/paper")).say("paper-signed", ""))
        })
        .await;
    again(&visit, id, form, outcome).await
}
