//! What people wrote, for who reads it before others do: released, or held back with a reason.

use actix_web::web;
use askama::Template;

use super::load;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::surveys::{self, Comment, Standing, Survey, WHY_MAX};

/// A comment with its form. The field of its reason carries its number: several stand on a page.
struct Line {
    number: i32,
    text: String,
    question: String,
    standing: &'static str,
    words: String,
    /// The name of the field in which a reason is given.
    field: String,
}

/// The comments of a question.
#[derive(Template)]
#[template(path = "surveys/comments.html")]
struct CommentsPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    waiting: Vec<Line>,
    settled: Vec<Line>,
}

fn line(page: &Page, survey: &Survey, comment: Comment) -> Line {
    let lang = page.lang();
    let question = survey.questions.0.iter().find(|question| question.number == comment.question);
    let words = match comment.standing {
        Standing::Held => page.t1("survey-comment-held", "why", comment.why.as_str()),
        other => lang.t_of("survey-standing-", other.word()),
    };
    Line {
        number: comment.number,
        question: question.map(|question| question.text(lang).to_owned()).unwrap_or_default(),
        field: format!("survey_why_{}", comment.number),
        text: comment.text,
        standing: comment.standing.word(),
        words,
    }
}

async fn comments_page(visit: &Visit, id: i64, form: Form) -> Result<CommentsPage> {
    let survey = load(visit, id).await?;
    let comments = visit.read(move |conn, _| surveys::comments(conn, id)).await?;
    let page = Page::new(visit, "surveys", "survey-comments-title").with_form(&form);
    let lines = comments.into_iter().map(|comment| line(&page, &survey, comment));
    let (waiting, settled) = lines.partition(|line| line.standing == Standing::Waiting.word());
    Ok(CommentsPage { id, name: survey.title(visit.lang).to_owned(), waiting, settled, form, page })
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &comments_page(&visit, *id, Form::blank()).await?)
}

pub async fn settle(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = *path;
    load(&visit, id).await?;
    let field = format!("survey_why_{number}");
    let typed = field.clone();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let why = reader.line(&typed, WHY_MAX);
            reader.finish()?;
            let said = match form.value("standing") {
                "released" => surveys::release(act, id, number).map(|()| "survey-comment-is-released")?,
                "held" => surveys::hold_back(act, id, number, &why).map(|()| "survey-comment-is-held")?,
                _ => return Err(Error::BadRequest),
            };
            Ok(Done::to(format!("/surveys/{id}/comments")).say(said, ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(mut errors)) => {
            for error in errors.iter_mut().filter(|error| error.field == "survey_why") {
                error.field.clone_from(&field);
            }
            page::refused(&visit, &comments_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
