//! The pages of reports: all of them, the filters of one, what came of asking, and those that were saved.

pub mod runs;
pub mod saved;

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::{EVERY, Question, Report, Run, Saved, State, drawn};
use crate::committees;
use crate::coops;
use crate::figures::{Period, Span};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::reports;

const HOME: &str = "/reports";
/// How often a page that was asked for looks whether it is ready, and how long one waits between two looks: most are in less.
const LOOKS: usize = 20;
const BETWEEN: std::time::Duration = std::time::Duration::from_millis(50);

/// A line of the list of runs.
struct RunLine {
    id: i64,
    name: String,
    facts: String,
    state: State,
    standing: String,
}

/// A line of the list of saved reports.
struct SavedLine {
    id: i64,
    name: String,
    facts: String,
    next: String,
}

#[derive(Template)]
#[template(path = "reports/index.html")]
struct IndexPage {
    page: Page,
    /// Name, title, what it says.
    reports: Vec<(&'static str, String, String)>,
    saved: Vec<SavedLine>,
    runs: Vec<RunLine>,
}

/// How a run stands, in words.
fn standing(lang: Lang, run: &Run) -> String {
    match run.state {
        State::Ready => lang.with("report-rows", &[("rows", run.many().into())]),
        State::Making => lang.t("report-state-making"),
        State::Failed => lang.t("report-state-failed"),
    }
}

/// "Joan Rioux, 1 December 2026, 12:03".
fn asked(visit: &Visit, run: &Run) -> String {
    let zone = visit.coop.as_ref().map_or(chrono_tz::UTC, |coop| coop.zone);
    let when = visit.lang.moment(zone, run.asked_at);
    let by = if run.asker.is_empty() { visit.lang.t("report-by-itself") } else { run.asker.clone() };
    visit.lang.with("report-asked", &[("by", by.into()), ("when", when.into())])
}

fn saved_line(lang: Lang, saved: &Saved, today: NaiveDate, starts: u32) -> Result<SavedLine> {
    let question = saved.question(today, starts)?;
    let committee = if lang == Lang::En { &saved.committee_en } else { &saved.committee_fr };
    let mut facts = vec![lang.t_of("report-", question.report.name), drawn::filters(lang, &question, committee)];
    if question.span != Span::Days {
        facts.insert(1, lang.t_of("figures-period-", &question.span.word().replace('_', "-")));
    }
    let next = saved.next_on.map_or_else(String::new, |day| {
        let rhythm = lang.t_of("report-sent-", saved.sent.word());
        lang.with("report-next", &[("rhythm", rhythm.into()), ("day", lang.day(day).into())])
    });
    Ok(SavedLine { id: saved.id, name: saved.name.clone(), facts: facts.join(" · "), next })
}

pub async fn index(visit: Visit) -> Answer {
    let (saved, runs, starts) = visit
        .read(|conn, _| {
            let starts = coops::rule_profile(conn)?.year_starts_month.unsigned_abs();
            Ok((reports::all_saved(conn)?, reports::latest(conn)?, starts))
        })
        .await?;
    let lang = visit.lang;
    let report =
        |one: &&Report| (one.name, lang.t_of("report-", one.name), lang.t(&format!("report-{}-about", one.name)));
    let run = |run: &Run| {
        let question = run.question().ok()?;
        let name = if run.saved_name.is_empty() { lang.t_of("report-", &run.report) } else { run.saved_name.clone() };
        let filters = drawn::filters(lang, &question, drawn::committee(lang, run));
        let facts = format!("{filters} · {}", asked(&visit, run));
        Some(RunLine { id: run.id, name, facts, state: run.state, standing: standing(lang, run) })
    };
    let page = IndexPage {
        page: Page::new(&visit, "reports", "reports-title"),
        reports: EVERY.iter().map(report).collect(),
        saved: saved.iter().filter_map(|one| saved_line(lang, one, visit.today(), starts).ok()).collect(),
        runs: runs.iter().filter_map(run).collect(),
    };
    page::ok(&visit, &page)
}

// ---- filters ----

/// What the fields of the filters choose from.
pub struct Filters {
    periods: Vec<(&'static str, String)>,
    /// Empty where the report is not of committees.
    committees: Vec<(String, String)>,
    choices: Vec<(&'static str, String)>,
}

impl Filters {
    fn of(lang: Lang, report: &Report, committees: &[(i64, String)]) -> Self {
        let every = (String::new(), lang.t("tasks-every-committee"));
        let all = committees.iter().map(|(id, name)| (id.to_string(), name.clone()));
        Self {
            periods: Span::ALL.map(|(word, _)| (word, lang.t_of("figures-period-", &word.replace('_', "-")))).to_vec(),
            committees: if report.by_committee { std::iter::once(every).chain(all).collect() } else { Vec::new() },
            choices: report
                .choices
                .iter()
                .map(|choice| (*choice, lang.t(&format!("report-{}-{choice}", report.name))))
                .collect(),
        }
    }
}

/// What the filters say.
///
/// # Errors
/// `Invalid` beside the field that says something else.
fn question(
    form: &Form,
    report: &'static Report,
    committees: &[(i64, String)],
    (today, starts): (NaiveDate, u32),
) -> Result<Question> {
    let mut wrong: Vec<FieldError> = Vec::new();
    let reader = form.reader();
    let known: Vec<(String, i64)> = committees.iter().map(|(id, _)| (id.to_string(), *id)).collect();
    let options: Vec<(&str, i64)> = known.iter().map(|(word, id)| (word.as_str(), *id)).collect();
    let committee = if report.by_committee { reader.choice("report_committee", &options) } else { None };
    let choices: Vec<(&str, &'static str)> = report.choices.iter().map(|choice| (*choice, *choice)).collect();
    let chosen = if choices.is_empty() { None } else { reader.choice("report_chosen", &choices) };
    let span = reader.choice("figures_period", &Span::ALL);
    let mut errors = |outcome: Result<()>| match outcome {
        Err(Error::Invalid(more)) => {
            wrong.extend(more);
            Ok(())
        }
        other => other,
    };
    errors(reader.finish())?;
    let period = match span {
        Some(Span::Days) => Period::asked(form, today, starts),
        span => Ok(Period::of(span.unwrap_or(report.usual), today, starts)),
    };
    let period = match period {
        Ok(period) => Some(period),
        Err(error) => errors(Err(error)).map(|()| None)?,
    };
    match period {
        Some(period) if wrong.is_empty() => Ok(Question {
            report,
            span: period.span,
            from: period.from,
            until: period.until,
            committee,
            chosen: chosen.unwrap_or_else(|| report.choice("")),
        }),
        _ => Err(Error::Invalid(wrong)),
    }
}

/// The filters of a question, as its form has them.
fn fields(question: &Question) -> Vec<(&'static str, String)> {
    vec![
        ("figures_period", question.span.word().to_owned()),
        ("figures_from", question.from.to_string()),
        ("figures_to", question.until.to_string()),
        ("report_committee", question.committee.map(|id| id.to_string()).unwrap_or_default()),
        ("report_chosen", question.chosen.to_owned()),
    ]
}

#[derive(Template)]
#[template(path = "reports/ask.html")]
struct AskPage {
    page: Page,
    form: Form,
    name: &'static str,
    about: String,
    filters: Filters,
    /// What it consists of: name, what it says.
    parts: Vec<(String, String)>,
}

/// The days and committees that a form needs.
struct Frame {
    committees: Vec<(i64, String)>,
    starts: u32,
}

async fn frame(visit: &Visit) -> Result<Frame> {
    let lang = visit.lang;
    visit
        .read(move |conn, _| {
            let starts = coops::rule_profile(conn)?.year_starts_month.unsigned_abs();
            Ok(Frame { committees: committees::options(conn, lang)?, starts })
        })
        .await
}

fn ask_page(visit: &Visit, report: &'static Report, form: Form, frame: &Frame) -> AskPage {
    let lang = visit.lang;
    let part =
        |part: &&reports::Part| (drawn::part_name(lang, part), lang.t(&format!("report-part-{}-about", part.name)));
    AskPage {
        page: Page::named(visit, "reports", lang.t_of("report-", report.name)).with_form(&form),
        name: report.name,
        about: lang.t(&format!("report-{}-about", report.name)),
        filters: Filters::of(lang, report, &frame.committees),
        parts: report.parts.iter().map(part).collect(),
        form,
    }
}

pub async fn form(visit: Visit, name: web::Path<String>, Query(sent): Query) -> Answer {
    let report = reports::named(&name)?;
    let frame = frame(&visit).await?;
    let days = (visit.today(), frame.starts);
    // An address with filters fills them in; one that says something else than they do begins anew.
    let asked = question(&sent, report, &frame.committees, days)
        .or_else(|_| question(&Form::blank(), report, &frame.committees, days))?;
    page::ok(&visit, &ask_page(&visit, report, Form::filled(fields(&asked)), &frame))
}

/// Asks, and waits a moment: most reports are ready before a page is.
pub async fn ask(visit: Visit, name: web::Path<String>, form: Form) -> Answer {
    let report = reports::named(&name)?;
    let frame = frame(&visit).await?;
    let (starts, committees) = (frame.starts, frame.committees.clone());
    let outcome = visit
        .submit(&form, move |act, form| {
            let question = question(form, report, &committees, (act.today(), starts))?;
            let id = reports::ask(act, &question, None)?;
            Ok(Done::to(address(id)).made(id))
        })
        .await;
    match outcome {
        Ok(done) => wait(&visit, &done).await,
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &ask_page(&visit, report, form.with_errors(errors), &frame))
        }
        Err(error) => Err(error),
    }
}

fn address(run: i64) -> String {
    format!("/reports/runs/{run}")
}

/// To the report that was asked for, once it is ready or has taken a second.
async fn wait(visit: &Visit, done: &Done) -> Answer {
    let id = done.id.unwrap_or_default();
    for _ in 0..LOOKS {
        let run = visit.read(move |conn, _| reports::find(conn, id)).await?;
        if run.state != State::Making {
            break;
        }
        actix_web::rt::time::sleep(BETWEEN).await;
    }
    Ok(page::done(visit, done))
}
