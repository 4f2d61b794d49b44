//! A question of a draft: how it is answered, its words, and what can be chosen, one a line.

use actix_web::web;
use askama::Template;

use super::{address, load_draft};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::surveys::{self, CHOICE_MAX, CHOICES_MAX, Kind, NewQuestion, Question, Survey, TEXT_MAX};

#[derive(Template)]
#[template(path = "surveys/question.html")]
struct QuestionPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    action: String,
    kinds: Vec<(&'static str, String, String)>,
}

fn question_page(visit: &Visit, survey: &Survey, number: Option<i32>, form: Form) -> QuestionPage {
    let lang = visit.lang;
    let title = if number.is_some() { "survey-question-title" } else { "survey-question-new-title" };
    let kind =
        |word: &'static str| (word, lang.t_of("survey-kind-", word), lang.t(&format!("survey-kind-{word}-help")));
    let questions = format!("/surveys/{}/questions", survey.id);
    QuestionPage {
        page: Page::new(visit, "surveys", title).with_form(&form),
        id: survey.id,
        name: survey.title(lang).to_owned(),
        action: number.map_or_else(|| questions.clone(), |number| format!("{questions}/{number}")),
        kinds: Kind::ALL.map(|(word, _)| kind(word)).to_vec(),
        form,
    }
}

/// What can be chosen, one a line; both languages have as many.
fn choices(form: &Form, reader: &crate::platform::forms::Reader<'_>) -> (Vec<String>, Vec<String>) {
    let lines = |field: &str| -> Vec<String> {
        let text = reader.text(field, CHOICES_MAX * (CHOICE_MAX + 1));
        text.lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .collect()
    };
    let (english, french) = (lines("survey_choices_en"), lines("survey_choices_fr"));
    let (english, french) = match (english.is_empty(), french.is_empty()) {
        (true, false) => (french.clone(), french),
        (false, true) => (english.clone(), english),
        _ => (english, french),
    };
    let long = english.iter().chain(&french).any(|line| line.chars().count() > CHOICE_MAX);
    let field =
        if form.value("survey_choices_en").trim().is_empty() { "survey_choices_fr" } else { "survey_choices_en" };
    match english.len() {
        _ if long => reader.refuse(field, "survey-wrong-long"),
        0 | 1 => reader.refuse("survey_choices_en", "survey-wrong-few"),
        many if many > CHOICES_MAX => reader.refuse(field, "survey-wrong-choices"),
        many if many != french.len() => reader.refuse("survey_choices_fr", "survey-wrong-lines"),
        _ => {}
    }
    (english, french)
}

fn read(form: &Form) -> Result<NewQuestion> {
    let reader = form.reader();
    let kind = reader.required_choice("survey_kind", &Kind::ALL).unwrap_or(Kind::Scale);
    let (text_en, text_fr) = reader.both("survey_text", |reader, field| reader.line(field, TEXT_MAX));
    let chosen = matches!(kind, Kind::Choice | Kind::Choices);
    let (choices_en, choices_fr) = if chosen { choices(form, &reader) } else { (Vec::new(), Vec::new()) };
    let overall = reader.checked("survey_overall");
    if overall && kind != Kind::Scale {
        reader.refuse("survey_overall", "survey-wrong-overall");
    }
    let required = reader.checked("survey_required");
    reader.finish()?;
    Ok(NewQuestion { kind, text_en, text_fr, choices_en, choices_fr, required, overall })
}

fn filled(visit: &Visit, question: &Question) -> Result<Form> {
    let tick = |on: bool| if on { "1".to_owned() } else { String::new() };
    Ok(Form::filled([
        ("survey_kind", question.kind.word().to_owned()),
        ("survey_text_en", question.text_en.clone()),
        ("survey_text_fr", question.text_fr.clone()),
        ("survey_choices_en", question.choices_en.join("\n")),
        ("survey_choices_fr", question.choices_fr.join("\n")),
        ("survey_required", tick(question.required)),
        ("survey_overall", tick(question.overall)),
    ])
    .once(&["survey_text", "survey_choices"], visit.coop()?.language))
}

pub async fn new_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let survey = load_draft(&visit, *id).await?;
    let form = Form::filled([("survey_kind", Kind::Scale.word().to_owned())]);
    page::ok(&visit, &question_page(&visit, &survey, None, form))
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let survey = load_draft(&visit, *id).await?;
    let id = survey.id;
    let outcome = visit
        .submit(&form, move |act, form| {
            surveys::add_question(act, id, &read(form)?)?;
            Ok(Done::to(address(id)).say("survey-question-added", ""))
        })
        .await;
    finished(&visit, (&survey, None), form, outcome)
}

fn finished(visit: &Visit, (survey, number): (&Survey, Option<i32>), form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(visit, &question_page(visit, survey, number, form.with_errors(errors)))
        }
        Err(error) => Err(error),
    }
}

fn one(survey: &Survey, number: i32) -> Result<&Question> {
    survey.questions.0.iter().find(|question| question.number == number).ok_or(Error::NotFound)
}

pub async fn edit_form(visit: Visit, path: web::Path<(i64, i32)>) -> Answer {
    let (id, number) = *path;
    let survey = load_draft(&visit, id).await?;
    let form = filled(&visit, one(&survey, number)?)?;
    page::ok(&visit, &question_page(&visit, &survey, Some(number), form))
}

pub async fn edit(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = *path;
    let survey = load_draft(&visit, id).await?;
    one(&survey, number)?;
    let outcome = visit
        .submit(&form, move |act, form| {
            surveys::change_question(act, id, number, &read(form)?)?;
            Ok(Done::to(address(id)).say("survey-question-saved", ""))
        })
        .await;
    finished(&visit, (&survey, Some(number)), form, outcome)
}

pub async fn remove(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = *path;
    let done = visit
        .submit(&form, move |act, _| {
            surveys::remove_question(act, id, number)?;
            Ok(Done::to(address(id)).say("survey-question-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn move_up(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = *path;
    let done = visit
        .submit(&form, move |act, _| {
            surveys::move_up(act, id, number)?;
            Ok(Done::to(address(id)).say("survey-question-moved", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
