//! Templates: keeping a vote as one, the list of them, what each holds, and setting a vote up from one.

use actix_web::http::StatusCode;
use actix_web::web;

use super::case;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::polls::templates::{self, Held, NAME_MAX, Name, Template};
use crate::polls::{NewQuestion, store, words};

/// A template as a row: its name, and what it holds in a few sentences.
pub struct Row {
    pub id: i64,
    pub name: String,
    pub holds: String,
}

impl Row {
    pub fn of(lang: Lang, template: &Template) -> Self {
        let name = template.name(lang).to_owned();
        Self { id: template.id, name, holds: facts(lang, &template.held).join(" ") }
    }
}

/// What a template holds, in sentences: what is asked, whether it decides, when its figures are shown, how long it is open.
fn facts(lang: Lang, held: &Held) -> Vec<String> {
    let methods = held.questions.iter().map(|question| lang.t_of("poll-method-", question.method.word()));
    let methods = crate::counted::list(lang, &methods.collect::<Vec<_>>());
    let asked = [("many", held.questions.len().into()), ("methods", methods.into())];
    let (days, rest) = (held.minutes / 1_440, held.minutes % 1_440);
    let lasts = [("days", days.into()), ("hours", (rest / 60).into()), ("minutes", (rest % 60).into())];
    vec![
        lang.with("template-asks", &asked),
        lang.t(if held.binding { "template-decides" } else { "poll-advisory" }),
        words::shows(lang, held.shows),
        lang.with(if days > 0 { "template-lasts-days" } else { "template-lasts-hours" }, &lasts),
    ]
}

// ---- the list ----

#[derive(askama::Template)]
#[template(path = "polls/templates.html")]
struct TemplatesPage {
    page: Page,
    rows: Vec<Row>,
}

pub async fn index(visit: Visit) -> Answer {
    let all = visit.read(|conn, _| store::templates::all(conn)).await?;
    let rows = all.iter().map(|template| Row::of(visit.lang, template)).collect();
    page::ok(&visit, &TemplatesPage { page: Page::new(&visit, "polls", "templates-title"), rows })
}

// ---- one of them ----

/// A question as its template holds it.
struct Asked {
    title: String,
    /// How it is decided, and what more was said of it.
    method: String,
    choices: Vec<String>,
}

fn asked(lang: Lang, held: &Held, question: &NewQuestion) -> Asked {
    let of = |en: &str, fr: &str| if lang == Lang::En { en.to_owned() } else { fr.to_owned() };
    let own = of(&question.title_en, &question.title_fr);
    let method = lang.t_of("poll-method-", question.method.word());
    let choices = question.choices.iter().map(|choice| {
        let title = of(&choice.title_en, &choice.title_fr);
        choice.cost.map_or_else(|| title.clone(), |cents| format!("{title} ({})", lang.money(cents)))
    });
    Asked {
        title: if own.is_empty() { held.title(lang).to_owned() } else { own },
        method: if question.special { format!("{method}. {}", lang.t("poll-majority-special")) } else { method },
        choices: choices.collect(),
    }
}

#[derive(askama::Template)]
#[template(path = "polls/template.html")]
struct TemplatePage {
    page: Page,
    id: i64,
    title: String,
    /// The text, as HTML.
    details: String,
    case: case::Block,
    facts: Vec<String>,
    questions: Vec<Asked>,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let template = visit.read(move |conn, _| store::templates::find(conn, id)).await?;
    let (lang, held) = (visit.lang, &template.held);
    let shown = TemplatePage {
        page: Page::named(&visit, "polls", template.name(lang)),
        id,
        title: held.title(lang).to_owned(),
        details: markdown::html(held.details(lang), 3),
        case: case::Block::new(lang, &held.case, 3),
        facts: facts(lang, held),
        questions: held.questions.iter().map(|question| asked(lang, held, question)).collect(),
    };
    page::ok(&visit, &shown)
}

/// Sets a vote up from it.
pub async fn begin(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let poll = templates::begin(act, id)?;
            Ok(Done::to(format!("/polls/{poll}/setup")).say("template-begun", "").made(poll))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn take_away(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            templates::take_away(act, id)?;
            Ok(Done::to("/polls/templates").say("template-taken-away", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- keeping and naming ----

#[derive(askama::Template)]
#[template(path = "polls/template_form.html")]
struct FormPage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    /// What it is of, in words.
    of: String,
    /// For a new one: the vote that is kept, and what of it is.
    poll: Option<i64>,
    facts: Vec<String>,
}

fn name(reader: &Reader<'_>) -> Name {
    let (en, fr) = reader.both("template", |reader, field| reader.line(field, NAME_MAX));
    Name { en, fr }
}

/// The form for a vote that is to be kept.
async fn new_page(visit: &Visit, poll: i64, form: Option<Form>) -> Result<FormPage> {
    let (of, questions) = visit.read(move |conn, _| store::whole(conn, poll)).await?;
    let (lang, held) = (visit.lang, Held::of(visit.coop()?, &of, &questions));
    let form = form.unwrap_or_else(|| {
        let titles = [("template_en", &of.title_en), ("template_fr", &of.title_fr)];
        let short = |text: &String| text.chars().take(NAME_MAX).collect::<String>();
        let own = visit.coop().map_or(lang, |coop| coop.language);
        Form::filled(titles.map(|(name, title)| (name, short(title)))).once(&["template"], own)
    });
    Ok(FormPage {
        page: Page::new(visit, "polls", "template-keep").with_form(&form),
        form,
        action: "/polls/templates".to_owned(),
        back: format!("/polls/{poll}"),
        of: of.title(lang).to_owned(),
        poll: Some(poll),
        facts: facts(lang, &held),
    })
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let poll = query.value("of").parse().map_err(|_| Error::NotFound)?;
    page::ok(&visit, &new_page(&visit, poll, None).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let poll: i64 = form.value("of").parse().map_err(|_| Error::NotFound)?;
    let outcome = visit
        .submit(&form, move |act, form| {
            store::poll(act.conn, poll)?;
            let reader = form.reader();
            let name = name(&reader);
            reader.finish()?;
            let id = templates::keep(act, poll, &name)?;
            Ok(Done::to(format!("/polls/templates/{id}")).say("template-kept", "").made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &new_page(&visit, poll, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

/// The form of a name, as the template has it or as it was typed.
async fn edit_page(visit: &Visit, id: i64, form: impl FnOnce(Form) -> Form) -> Result<FormPage> {
    let template = visit.read(move |conn, _| store::templates::find(conn, id)).await?;
    let now = Form::filled([
        ("template_en", template.name_en.clone()),
        ("template_fr", template.name_fr.clone()),
        ("version", template.version.to_string()),
    ]);
    let form = form(now.once(&["template"], visit.coop()?.language));
    Ok(FormPage {
        page: Page::new(visit, "polls", "template-rename-title").with_form(&form),
        form,
        action: format!("/polls/templates/{id}"),
        back: format!("/polls/templates/{id}"),
        of: template.name(visit.lang).to_owned(),
        poll: None,
        facts: Vec::new(),
    })
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &edit_page(&visit, id.into_inner(), |now| now).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            store::templates::lock(act.conn, id)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let reader = form.reader();
            let name = name(&reader);
            reader.finish()?;
            templates::rename(act, id, version, &name)?;
            Ok(Done::to(format!("/polls/templates/{id}")).say("template-renamed", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &edit_page(&visit, id, |_| form.with_errors(errors)).await?)
        }
        // What was typed, beside the name that somebody else has given it.
        Err(Error::Conflict("conflict-changed")) => {
            let shown = edit_page(&visit, id, |now| form.beside(&now, |_, says| says.to_owned())).await?;
            page::html(&visit, StatusCode::CONFLICT, &shown)
        }
        Err(error) => Err(error),
    }
}
