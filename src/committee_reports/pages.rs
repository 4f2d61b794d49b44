//! The pages of the reports of a committee: its months, one of them, and the form of its lead.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::{Facts, Line, Report, TEXT_MAX, Words, month_name};
use crate::committee_reports as reports;
use crate::committees;
use crate::platform::duration;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// A month in the list.
struct Month {
    name: String,
    /// As the form sends it.
    value: NaiveDate,
    id: Option<i64>,
    handed_in: Option<String>,
}

#[derive(Template)]
#[template(path = "committee_reports/index.html")]
struct IndexPage {
    page: Page,
    committee: i64,
    name: String,
    months: Vec<Month>,
    /// Whether the visitor may write them.
    writes: bool,
}

/// Whether the visitor leads the committee or keeps the register.
fn writes(conn: &mut diesel::PgConnection, visit: &Visit, committee: i64) -> Result<bool> {
    Ok(committees::power(conn, visit, committee)?.manages())
}

fn months(visit: &Visit, lines: Vec<Line>, writes: bool) -> Vec<Month> {
    let lang = visit.lang;
    let shown = |line: &Line| writes || line.handed_in_at.is_some();
    let month = |line: Line| Month {
        name: month_name(lang, line.month),
        value: line.month,
        id: line.id,
        handed_in: line.handed_in_at.map(|at| {
            let zone = visit.coop.as_ref().map_or(chrono_tz::UTC, |coop| coop.zone);
            lang.day(crate::platform::clock::date_in(zone, at))
        }),
    };
    lines.into_iter().filter(shown).map(month).collect()
}

async fn index_page(visit: &Visit, committee: i64) -> Result<IndexPage> {
    let lang = visit.lang;
    let (found, lines, writes) = visit
        .read(move |conn, visit| {
            let (found, _) = committees::find(conn, committee, visit.today(), lang, None)?;
            let writes = writes(conn, visit, committee)?;
            Ok((found, reports::list(conn, committee, visit.today())?, writes))
        })
        .await?;
    Ok(IndexPage {
        page: Page::new(visit, "committees", "committee-reports-title"),
        committee,
        name: found.name,
        months: months(visit, lines, writes),
        writes,
    })
}

pub async fn index(visit: Visit, committee: web::Path<i64>) -> Answer {
    page::ok(&visit, &index_page(&visit, *committee).await?)
}

pub async fn add(visit: Visit, committee: web::Path<i64>, form: Form) -> Answer {
    let committee = *committee;
    visit.read(move |conn, visit| if writes(conn, visit, committee)? { Ok(()) } else { Err(Error::Forbidden) }).await?;
    let done = visit
        .submit(&form, move |act, form| {
            let month = form.value("month").parse().map_err(|_| Error::BadRequest)?;
            let id = reports::begin(act, committee, month)?;
            Ok(Done::to(format!("/committees/reports/{id}/edit")).made(id))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

/// A number with its name.
struct Fact {
    name: String,
    value: String,
}

fn facts(lang: Lang, facts: &Facts) -> Vec<Fact> {
    let number =
        |key: &str, value: i64| Fact { name: lang.t_of("committee-report-fact-", key), value: lang.number(value) };
    let mut all = vec![
        number("done", facts.done),
        number("late", facts.late),
        number("open", facts.open),
        number("open-late", facts.open_late),
        number("meetings", facts.meetings),
        number("people", facts.people),
    ];
    if facts.minutes > 0 {
        all.insert(2, Fact { name: lang.t("committee-report-fact-hours"), value: duration::said(facts.minutes) });
    }
    all
}

async fn load(visit: &Visit, id: i64) -> Result<(Report, bool)> {
    visit
        .read(move |conn, visit| {
            let report = reports::find(conn, id, visit.today())?;
            let writes = writes(conn, visit, report.committee_id)?;
            // A draft is for those who write it.
            if report.handed_in_at.is_none() && !writes { Err(Error::NotFound) } else { Ok((report, writes)) }
        })
        .await
}

#[derive(Template)]
#[template(path = "committee_reports/show.html")]
struct ShowPage {
    page: Page,
    report: Report,
    month: String,
    facts: Vec<Fact>,
    /// What was written: heading and text, as HTML.
    texts: Vec<(String, String)>,
    told: String,
    writes: bool,
}

fn title(lang: Lang, report: &Report) -> String {
    format!("{}, {}", report.name(lang), month_name(lang, report.month))
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (report, writes) = load(&visit, *id).await?;
    let lang = visit.lang;
    let zone = visit.coop()?.zone;
    let words = report.words();
    let texts = [("happened", &words.happened), ("coming", &words.coming), ("asks", &words.asks)];
    let told = report.handed_in_at.map_or_else(String::new, |at| {
        lang.with(
            "committee-report-told",
            &[("by", report.writer.as_str().into()), ("when", lang.moment(zone, at).into())],
        )
    });
    let shown = ShowPage {
        page: Page::named(&visit, "committees", title(lang, &report)),
        month: month_name(lang, report.month),
        facts: facts(lang, &report.facts.0),
        texts: texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| (lang.t_of("committee-report-", name), markdown::html(text, 3)))
            .collect(),
        told,
        writes,
        report,
    };
    page::ok(&visit, &shown)
}

// ---- written ----

#[derive(Template)]
#[template(path = "committee_reports/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    report: Report,
    facts: Vec<Fact>,
}

fn filled(report: &Report) -> Form {
    Form::filled([
        ("version", report.version.to_string()),
        ("happened", report.happened.clone()),
        ("coming", report.coming.clone()),
        ("asks", report.asks.clone()),
    ])
}

fn form_page(visit: &Visit, report: Report, form: Form) -> FormPage {
    let lang = visit.lang;
    FormPage {
        page: Page::named(visit, "committees", title(lang, &report)).with_form(&form),
        facts: facts(lang, &report.facts.0),
        form,
        report,
    }
}

async fn load_own(visit: &Visit, id: i64) -> Result<Report> {
    match load(visit, id).await? {
        (report, true) => Ok(report),
        _ => Err(Error::Forbidden),
    }
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let report = load_own(&visit, *id).await?;
    let form = filled(&report);
    page::ok(&visit, &form_page(&visit, report, form))
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let report = load_own(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let words = Words {
                happened: reader.text("happened", TEXT_MAX),
                coming: reader.text("coming", TEXT_MAX),
                asks: reader.text("asks", TEXT_MAX),
            };
            reader.finish()?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let hand_in = form.value("then") == "hand_in";
            reports::write(act, id, version, &words, hand_in)?;
            let said = if hand_in { "committee-report-is-handed-in" } else { "committee-report-is-saved" };
            Ok(Done::to(format!("/committees/reports/{id}")).say(said, ""))
        })
        .await;
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            (StatusCode::CONFLICT, form.beside(&filled(&report), |_, says| says.to_owned()))
        }
        Err(error) => return Err(error),
    };
    page::html(&visit, status, &form_page(&visit, report, form))
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let report = load_own(&visit, *id).await?;
    let done = visit
        .submit(&form, move |act, _| {
            reports::remove(act, report.id)?;
            Ok(Done::to(format!("/committees/{}/reports", report.committee_id)).say("committee-report-is-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
