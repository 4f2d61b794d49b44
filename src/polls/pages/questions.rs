//! A question of a vote that is being set up: how it is answered and counted, and what can be chosen.
//!
//! Choices are rows with a title in each language; one that is left empty is none. The order of the rows is the order on the paper.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{NaiveDate, NaiveTime};

use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Done, Visit};
use crate::polls::paper::{CHOICES_MAX, Marking};
use crate::polls::{self, Method, NewChoice, NewQuestion, Poll, store};

/// Empty rows that a form offers beyond those that are filled.
const SPARE_ROWS: usize = 4;
/// The most dollars of a cost or a budget.
const DOLLARS_MAX: i64 = 100_000_000;

#[derive(Template)]
#[template(path = "polls/question.html")]
struct QuestionPage {
    page: Page,
    form: Form,
    id: i64,
    number: usize,
    name: String,
    method: Method,
    method_words: String,
    method_help: String,
    majorities: Vec<(&'static str, String, String)>,
    rows: usize,
}

impl QuestionPage {
    fn new(visit: &Visit, poll: &Poll, number: usize, question: &NewQuestion, form: Form) -> Self {
        let lang = visit.lang;
        let word = question.method.word();
        let filled = (1..=CHOICES_MAX).rev().find(|row| {
            ["en", "fr", "day"].iter().any(|part| !form.value(&format!("c{row}-{part}")).trim().is_empty())
        });
        Self {
            page: Page::new(visit, "polls", "poll-question-title").with_form(&form),
            id: poll.id,
            number,
            name: poll.title(lang).to_owned(),
            method: question.method,
            method_words: lang.t_of("poll-method-", word),
            method_help: lang.t(&format!("poll-method-{word}-help")),
            majorities: ["ordinary", "special"]
                .map(|word| (word, lang.t_of("poll-majority-", word), String::new()))
                .to_vec(),
            rows: (filled.unwrap_or(0) + SPARE_ROWS).min(CHOICES_MAX),
            form,
        }
    }

    fn has_points(&self) -> bool {
        matches!(self.method.marking(), Marking::Points | Marking::Dots) && self.method != Method::Star
    }
}

/// The form as the question is now.
fn filled(question: &NewQuestion, version: i32) -> Form {
    let percent = |number: i32| if number == 0 { String::new() } else { number.to_string() };
    let mut values = vec![
        ("question_en".to_owned(), question.title_en.clone()),
        ("question_fr".to_owned(), question.title_fr.clone()),
        ("majority".to_owned(), if question.special { "special" } else { "ordinary" }.to_owned()),
        ("seats".to_owned(), question.seats.to_string()),
        ("points".to_owned(), question.points.to_string()),
        ("budget".to_owned(), question.budget.map(dollars).unwrap_or_default()),
        ("agree_percent".to_owned(), percent(question.agree_percent)),
        ("objections_max".to_owned(), question.objections_max.to_string()),
        ("shuffled".to_owned(), if question.shuffled { "1" } else { "" }.to_owned()),
        ("lot".to_owned(), if question.lot { "1" } else { "" }.to_owned()),
        ("version".to_owned(), version.to_string()),
    ];
    for (row, choice) in (1..).zip(&question.choices) {
        let other = if choice.title_fr == choice.title_en { String::new() } else { choice.title_fr.clone() };
        let timed = choice.day.is_some();
        values.push((format!("c{row}-en"), if timed { String::new() } else { choice.title_en.clone() }));
        values.push((format!("c{row}-fr"), if timed { String::new() } else { other }));
        values.push((format!("c{row}-cost"), choice.cost.map(dollars).unwrap_or_default()));
        values.push((format!("c{row}-day"), choice.day.map(|day| day.to_string()).unwrap_or_default()));
        let hour = choice.hour.map(|hour| hour.format("%H:%M").to_string());
        values.push((format!("c{row}-hour"), hour.unwrap_or_default()));
    }
    Form::filled(values.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

/// "1250.50", as a field holds it.
pub fn dollars(cents: i64) -> String {
    if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{}.{:02}", cents / 100, cents % 100) }
}

/// An amount in cents as people type it: "1250", "1,250.50", « 1 250,50 ». `None` when nothing was typed.
pub fn cents(reader: &Reader<'_>, form: &Form, name: &str) -> Option<i64> {
    let typed: String =
        form.value(name).chars().filter(|c| !c.is_whitespace() && !matches!(c, '$' | '\u{a0}')).collect();
    if typed.is_empty() {
        return None;
    }
    let (whole, part) = match typed.rfind(['.', ',']) {
        Some(at) if typed.len() - at <= 3 => (&typed[..at], &typed[at + 1..]),
        _ => (typed.as_str(), ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let amount = || -> Option<i64> {
        let dollars: i64 = whole.parse().ok().filter(|dollars| (0..=DOLLARS_MAX).contains(dollars))?;
        let rest: i64 = if part.is_empty() { 0 } else { format!("{part:0<2}").parse().ok()? };
        Some(dollars * 100 + rest).filter(|cents| *cents > 0)
    };
    let found = amount();
    if found.is_none() {
        reader.refuse(name, "poll-wrong-money");
    }
    found
}

/// What the form says of a question of a method.
fn read(method: Method, form: &Form, alone: bool) -> Result<NewQuestion> {
    let reader = form.reader();
    let mut question = NewQuestion::of(method);
    let said = ["question_en", "question_fr"].iter().any(|name| !form.value(name).trim().is_empty());
    if said || !alone {
        (question.title_en, question.title_fr) = reader.both("question", |reader, field| reader.line(field, 200));
    }
    if method.has_sides() {
        let special = reader.choice("majority", &[("ordinary", false), ("special", true)]);
        question.special = special.unwrap_or_default();
        question.agree_percent = reader.number("agree_percent", 0..=100).unwrap_or(0) as i32;
        question.objections_max = reader.number("objections_max", 0..=1_000).unwrap_or(0) as i32;
    } else {
        question.shuffled = reader.checked("shuffled");
        question.lot = reader.checked("lot");
        question.choices = read_choices(method, &reader, form);
    }
    if method.has_seats() {
        question.seats = reader.number("seats", 1..=100).unwrap_or(1) as i32;
    }
    if matches!(method.marking(), Marking::Points | Marking::Dots) && method != Method::Star {
        question.points = reader.required_number("points", 1..=100) as i32;
    }
    if method.spends() {
        question.budget = cents(&reader, form, "budget");
        if question.budget.is_none() && form.value("budget").trim().is_empty() {
            reader.refuse("budget", "wrong-required");
        }
    }
    reader.finish()?;
    Ok(question)
}

fn read_choices(method: Method, reader: &Reader<'_>, form: &Form) -> Vec<NewChoice> {
    let mut choices = Vec::new();
    for row in 1..=CHOICES_MAX {
        let name = |part: &str| format!("c{row}-{part}");
        if method.marking() == Marking::Times {
            let Some(day) = reader.date(&name("day")) else { continue };
            let typed = form.value(&name("hour")).trim();
            let hour = NaiveTime::parse_from_str(typed, "%H:%M").ok();
            if hour.is_none() && !typed.is_empty() {
                reader.refuse(&name("hour"), "poll-wrong-hour");
            }
            choices.push(time(day, hour));
            continue;
        }
        let (english, french) = (reader.line(&name("en"), 200), reader.line(&name("fr"), 200));
        if english.is_empty() && french.is_empty() {
            continue;
        }
        let or = |one: &str, other: &str| if one.is_empty() { other.to_owned() } else { one.to_owned() };
        choices.push(NewChoice {
            title_en: or(&english, &french),
            title_fr: or(&french, &english),
            cost: if method.spends() { cents(reader, form, &name("cost")) } else { None },
            ..NewChoice::default()
        });
    }
    choices
}

/// A time to choose: "Tuesday 1 December 2026, 7:00 p.m.", the same wherever one looks from.
fn time(day: NaiveDate, hour: Option<NaiveTime>) -> NewChoice {
    let title = |lang: Lang| match hour {
        Some(hour) => format!("{}, {}", lang.long_day(day), lang.time_of_day(hour)),
        None => lang.long_day(day),
    };
    NewChoice { title_en: title(Lang::En), title_fr: title(Lang::Fr), day: Some(day), hour, ..NewChoice::default() }
}

/// A vote with its questions, one of which is meant.
fn asked(conn: &mut diesel::PgConnection, id: i64, number: usize) -> Result<(Poll, Vec<NewQuestion>)> {
    let (poll, asked) = store::whole(conn, id)?;
    let questions: Vec<NewQuestion> = asked.iter().map(NewQuestion::from).collect();
    if number == 0 || number > questions.len() {
        return Err(Error::NotFound);
    }
    Ok((poll, questions))
}

pub async fn edit_form(visit: Visit, at: web::Path<(i64, usize)>) -> Answer {
    let (id, number) = at.into_inner();
    let (poll, questions) = visit.read(move |conn, _| asked(conn, id, number)).await?;
    let question = &questions[number - 1];
    page::ok(&visit, &QuestionPage::new(&visit, &poll, number, question, filled(question, poll.version)))
}

pub async fn edit(visit: Visit, at: web::Path<(i64, usize)>, form: Form) -> Answer {
    let (id, number) = at.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let (_, mut questions) = asked(act.conn, id, number)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let alone = questions.len() == 1;
            questions[number - 1] = read(questions[number - 1].method, form, alone)?;
            polls::ask(act, id, version, &questions)?;
            Ok(Done::to(format!("/polls/{id}/setup")).say("poll-changed", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let (poll, questions) = visit.read(move |conn, _| asked(conn, id, number)).await?;
            let shown = QuestionPage::new(&visit, &poll, number, &questions[number - 1], form.with_errors(errors));
            page::refused(&visit, &shown)
        }
        // Somebody else changed what is asked: the form again as it was typed, to be saved knowing that.
        Err(Error::Conflict("conflict-changed")) => {
            let (poll, questions) = visit.read(move |conn, _| asked(conn, id, number)).await?;
            let mut form = form;
            form.set("version", poll.version.to_string());
            let told = FieldError { field: String::new(), key: "poll-question-changed", limit: None };
            let shown = QuestionPage::new(&visit, &poll, number, &questions[number - 1], form.with_errors(vec![told]));
            page::html(&visit, StatusCode::CONFLICT, &shown)
        }
        Err(error) => Err(error),
    }
}

/// Changes the list of what a vote asks, and goes on to a page.
async fn relist(
    visit: Visit,
    id: i64,
    form: Form,
    change: impl FnOnce(&mut Vec<NewQuestion>, &Form) -> Result<String> + Send + 'static,
) -> Answer {
    let done = visit
        .submit(&form, move |act: &mut Act<'_>, form| {
            let mut questions = store::whole(act.conn, id)?.1.iter().map(NewQuestion::from).collect();
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let to = change(&mut questions, form)?;
            polls::ask(act, id, version, &questions)?;
            Ok(Done::to(to).say("poll-changed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    relist(visit, id, form, move |questions, form| {
        let method = Method::parse(form.value("method")).ok_or(Error::BadRequest)?;
        questions.push(NewQuestion::of(method));
        Ok(format!("/polls/{id}/questions/{}/edit", questions.len()))
    })
    .await
}

pub async fn remove(visit: Visit, at: web::Path<(i64, usize)>, form: Form) -> Answer {
    let (id, number) = at.into_inner();
    relist(visit, id, form, move |questions, _| {
        if number == 0 || number > questions.len() {
            return Err(Error::NotFound);
        }
        questions.remove(number - 1);
        Ok(format!("/polls/{id}/setup"))
    })
    .await
}
