//! One request: what is wanted, its story, the interviews, and what can happen to it next.

use actix_web::web;
use askama::Template;

use super::Row;
use crate::applications::{self, Interview, NewInterview, State, Step, Whole};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// One thing that happened.
struct Told {
    day: String,
    words: String,
    reason: String,
    by: String,
}

#[derive(Template)]
#[template(path = "applications/show.html")]
struct ShowPage {
    page: Page,
    row: Row,
    whole: Whole,
    others: Vec<String>,
    from_unit: Option<i64>,
    story: Vec<Told>,
    interviews: Vec<(String, Interview)>,
    is_open: bool,
    may_accept: bool,
    may_forget: bool,
    steps: Vec<(&'static str, String)>,
    form: Form,
}

async fn show_page(visit: &Visit, id: i64, mut form: Form) -> Result<ShowPage> {
    let ((line, whole), steps, interviews) = visit
        .read(move |conn, _| {
            Ok((applications::find(conn, id)?, applications::steps(conn, id)?, applications::interviews(conn, id)?))
        })
        .await?;
    let state = line.state();
    let day = |day| visit.lang.day(day);
    let plain =
        |on, key: &str| Told { day: day(on), words: visit.lang.t(key), reason: String::new(), by: String::new() };
    let mut story = vec![plain(line.received_on, "application-story-received")];
    story.extend(line.complete_on.map(|on| plain(on, "application-story-complete")));
    story.extend(steps.into_iter().map(|step| Told {
        day: day(step.on_date),
        words: visit.lang.t_of("application-story-", &step.state),
        reason: step.reason,
        by: step.entered_by.unwrap_or_default(),
    }));
    let choices: Vec<_> = Step::ALL
        .iter()
        .filter(|(_, step)| *step != Step::Accepted && step.may_follow(state))
        .map(|(word, _)| (*word, visit.lang.t_of("application-step-", word)))
        .collect();
    for name in ["step_on", "interview_on"] {
        if form.value(name).is_empty() && form.errors.is_empty() {
            form.set(name, visit.today().to_string());
        }
    }
    Ok(ShowPage {
        page: Page::named(visit, "applications", super::name(visit, &line)).with_form(&form),
        row: super::row(visit, &line),
        others: whole.other_adults.lines().map(str::to_owned).collect(),
        from_unit: line.unit_id,
        story,
        interviews: interviews.into_iter().map(|one| (visit.lang.day(one.on_date), one)).collect(),
        is_open: state.is_open(),
        may_accept: Step::Accepted.may_follow(state),
        may_forget: state.came_to_nothing() && whole.forgotten_on.is_none(),
        steps: if state == State::Accepted { Vec::new() } else { choices },
        whole,
        form,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &show_page(&visit, *id, Form::blank()).await?)
}

async fn answer(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &show_page(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn enter(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let step = reader.required_choice("step", &Step::ALL).filter(|step| *step != Step::Accepted);
            let on = reader.required_date("step_on");
            let reason = reader.text("step_reason", 500);
            reader.finish()?;
            let step = step.ok_or_else(|| Error::field("step", "wrong-choice"))?;
            applications::enter(act, id, step, on, &reason)?;
            Ok(Done::to(format!("/waiting-list/{id}")).say("application-step-saved", ""))
        })
        .await;
    answer(&visit, id, form, outcome).await
}

pub async fn note_interview(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let new = NewInterview {
                on: reader.required_date("interview_on"),
                present: reader.required_line("interview_present", 300),
                notes: reader.required_text("interview_notes", 8_000),
            };
            reader.finish()?;
            applications::interview(act, id, &new)?;
            Ok(Done::to(format!("/waiting-list/{id}")).say("application-interview-saved", ""))
        })
        .await;
    answer(&visit, id, form, outcome).await
}

pub async fn forget(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            if !form.reader().checked("forget_sure") {
                return Err(Error::field("forget_sure", "wrong-forget-sure"));
            }
            applications::forget(act, id)?;
            Ok(Done::to(format!("/waiting-list/{id}")).say("application-forgotten", ""))
        })
        .await;
    answer(&visit, id, form, outcome).await
}
