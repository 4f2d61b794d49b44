//! A draft: what it is called, how it stands, as residents will see it, used again, thrown away.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::{Asked, HOME, address, asked, load, load_draft};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::surveys::{self, DAYS_MAX, INTRO_MAX, NewSurvey, QUESTIONS_MAX, Question, Survey, TITLE_MAX};

/// A question in the list of a draft.
struct Line {
    number: i32,
    text: String,
    facts: String,
}

fn line(lang: Lang, question: &Question) -> Line {
    let mut facts = vec![lang.t_of("survey-kind-", question.kind.word())];
    if question.options() > 0 && !question.choices_en.is_empty() {
        facts.push(question.choices(lang).join(" / "));
    }
    facts.push(lang.t(if question.required { "survey-is-required" } else { "survey-is-optional" }));
    if question.overall {
        facts.push(lang.t("survey-is-overall"));
    }
    Line { number: question.number, text: question.text(lang).to_owned(), facts: facts.join(" · ") }
}

#[derive(Template)]
#[template(path = "surveys/draft.html")]
struct DraftPage {
    page: Page,
    id: i64,
    title: String,
    intro: String,
    until: String,
    again: String,
    lines: Vec<Line>,
    may_add: bool,
}

fn every(lang: Lang, months: Option<i32>) -> String {
    lang.t(&format!("survey-every-{}", months.unwrap_or_default()))
}

pub fn show(visit: &Visit, survey: &Survey) -> Answer {
    let lang = visit.lang;
    let page = Page::named(visit, "surveys", survey.title(lang));
    let draft = DraftPage {
        id: survey.id,
        title: survey.title(lang).to_owned(),
        intro: markdown::html(survey.intro(lang), 2),
        until: page.t1("survey-until", "day", page.long_day(&survey.ends_on)),
        again: every(lang, survey.every_months),
        lines: survey.questions.0.iter().map(|question| line(lang, question)).collect(),
        may_add: survey.questions.0.len() < QUESTIONS_MAX,
        page,
    };
    page::ok(visit, &draft)
}

#[derive(Template)]
#[template(path = "surveys/preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    intro: String,
    until: String,
    asked: Vec<Asked>,
}

/// As those who are asked will see it; nothing can be sent.
pub async fn preview(visit: Visit, id: web::Path<i64>) -> Answer {
    let survey = load_draft(&visit, *id).await?;
    let lang = visit.lang;
    let page = Page::new(&visit, "surveys", "survey-preview-title");
    let preview = PreviewPage {
        form: Form::blank(),
        id: survey.id,
        title: survey.title(lang).to_owned(),
        intro: markdown::html(survey.intro(lang), 3),
        until: page.t1("survey-until", "day", page.long_day(&survey.ends_on)),
        asked: asked(lang, &survey),
        page,
    };
    page::ok(&visit, &preview)
}

// ---- written ----

#[derive(Template)]
#[template(path = "surveys/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    is_new: bool,
    action: String,
    back: String,
    every: Vec<(&'static str, String)>,
}

fn form_page(visit: &Visit, form: Form, id: Option<i64>) -> FormPage {
    let title = if id.is_some() { "survey-edit-title" } else { "survey-new-title" };
    let every = [("0", None), ("3", Some(3)), ("6", Some(6)), ("12", Some(12))];
    FormPage {
        page: Page::new(visit, "surveys", title).with_form(&form),
        form,
        is_new: id.is_none(),
        action: id.map_or_else(|| HOME.to_owned(), address),
        back: id.map_or_else(|| HOME.to_owned(), address),
        every: every.map(|(value, months)| (value, self::every(visit.lang, months))).to_vec(),
    }
}

fn read(visit_day: chrono::NaiveDate, form: &Form) -> Result<NewSurvey> {
    let reader = form.reader();
    let (title_en, title_fr) = reader.both("survey_title", |reader, field| reader.line(field, TITLE_MAX));
    let (intro_en, intro_fr) = reader.both_optional("survey_intro", |reader, field| reader.text(field, INTRO_MAX));
    let ends_on = reader.required_date("survey_ends_on");
    if !form.value("survey_ends_on").is_empty() {
        match (ends_on - visit_day).num_days() {
            days if days < 0 => reader.refuse("survey_ends_on", "survey-wrong-past"),
            days if days > DAYS_MAX => reader.refuse("survey_ends_on", "survey-wrong-far"),
            _ => {}
        }
    }
    let months = [("0", None), ("3", Some(3)), ("6", Some(6)), ("12", Some(12))];
    let every_months = reader.choice("survey_every", &months).flatten();
    reader.finish()?;
    Ok(NewSurvey { title_en, title_fr, intro_en, intro_fr, ends_on, every_months })
}

fn filled(visit: &Visit, new: &NewSurvey, version: i32) -> Result<Form> {
    Ok(Form::filled([
        ("version", version.to_string()),
        ("survey_title_en", new.title_en.clone()),
        ("survey_title_fr", new.title_fr.clone()),
        ("survey_intro_en", new.intro_en.clone()),
        ("survey_intro_fr", new.intro_fr.clone()),
        ("survey_ends_on", new.ends_on.to_string()),
        ("survey_every", new.every_months.unwrap_or_default().to_string()),
    ])
    .once(&["survey_title", "survey_intro"], visit.coop()?.language))
}

pub async fn new_form(visit: Visit) -> Answer {
    let ends_on = visit.today() + chrono::Days::new(14);
    let form = Form::filled([("survey_ends_on", ends_on.to_string()), ("survey_every", "0".to_owned())]);
    page::ok(&visit, &form_page(&visit, form, None))
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let new = read(act.today(), form)?;
            let id = surveys::add(act, &new, &[])?;
            Ok(Done::to(address(id)).say("survey-is-written", "").made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, form.with_errors(errors), None)),
        Err(error) => Err(error),
    }
}

/// A draft of the survey that comes with the program.
pub async fn add_ready(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, _| {
            let (new, questions) = surveys::ready_made(act.today());
            let id = surveys::add(act, &new, &questions)?;
            Ok(Done::to(address(id)).say("survey-is-written", "").made(id))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let survey = load_draft(&visit, *id).await?;
    let form = filled(&visit, &survey.written(), survey.version)?;
    page::ok(&visit, &form_page(&visit, form, Some(survey.id)))
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let survey = load_draft(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(act.today(), form)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            surveys::change(act, id, &new, version)?;
            Ok(Done::to(address(id)).say("survey-is-saved", ""))
        })
        .await;
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            let now = filled(&visit, &survey.written(), survey.version)?;
            (StatusCode::CONFLICT, form.beside(&now, |_, says| says.to_owned()))
        }
        Err(error) => return Err(error),
    };
    page::html(&visit, status, &form_page(&visit, form, Some(id)))
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            surveys::remove(act, id)?;
            Ok(Done::to(HOME).say("survey-is-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

/// Uses one again.
pub async fn copy(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = load(&visit, *id).await?.id;
    let done = visit
        .submit(&form, move |act, _| {
            let copy = surveys::copy(act, id)?;
            Ok(Done::to(address(copy)).say("survey-is-copied", "").made(copy))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
