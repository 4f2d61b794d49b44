//! The co-op's figures for whoever is signed in: all of them, and each with the period before it and with what is behind it.

pub mod goals;

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use super::drawn;
use super::kinds::{self, Seen};
use super::rules::{Compared, Period, Span};
use super::{Fact, Figure, Found, Series};
use crate::coops;
use crate::platform::chart;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

/// Lines behind a figure on its page.
const FACTS_MAX: i64 = 200;

/// One of the large figures at the head of a page.
pub struct Stat {
    /// Its name in files, whatever the language.
    pub key: &'static str,
    pub name: String,
    pub value: String,
    pub note: String,
}

/// What somebody asked for. Where it was no period, the default and what is wrong with it.
struct Asked {
    period: Period,
    compared: Compared,
    wrong: Vec<FieldError>,
}

impl Asked {
    fn of(form: &Form, today: NaiveDate, year_starts: u32) -> Result<Self> {
        let compared = Compared::parse(form.value("compared")).unwrap_or_default();
        match Period::asked(form, today, year_starts) {
            Ok(period) => Ok(Self { period, compared, wrong: Vec::new() }),
            Err(Error::Invalid(wrong)) => {
                Ok(Self { period: Period::of(Span::default(), today, year_starts), compared, wrong })
            }
            Err(other) => Err(other),
        }
    }

    /// With `?`.
    fn query(&self) -> String {
        let compared = match self.compared {
            Compared::Nothing => String::new(),
            other => format!("&compared={}", other.word()),
        };
        format!("?{}{compared}", self.period.query())
    }
}

/// What a page is made of.
struct Read {
    asked: Asked,
    found: Found,
    before: Option<(Period, Found)>,
    facts: Vec<Fact>,
}

async fn read(visit: &Visit, form: &Form, figures: Vec<&'static Figure>, with_facts: bool) -> Result<Read> {
    let form = form.clone();
    visit
        .read(move |conn, visit| {
            let (today, starts) = (visit.today(), coops::rule_profile(conn)?.year_starts_month.unsigned_abs());
            let asked = Asked::of(&form, today, starts)?;
            let found = super::find(conn, &figures, asked.period, today)?;
            let before = match asked.period.compared(asked.compared) {
                Some(period) => Some((period, super::find(conn, &figures, period, today)?)),
                None => None,
            };
            let facts = match figures.first().filter(|figure| with_facts && may_see_behind(visit, figure)) {
                Some(figure) => super::facts(conn, figure, asked.period, today, FACTS_MAX + 1)?,
                None => Vec::new(),
            };
            Ok(Read { asked, found, before, facts })
        })
        .await
}

fn may_see_behind(visit: &Visit, figure: &Figure) -> bool {
    figure.facts.is_some_and(|(_, permission)| visit.may(permission))
}

/// A figure, and what it was in the period it is compared with.
struct Shown {
    figure: chart::Figure,
    before: Option<String>,
}

#[derive(Template)]
#[template(path = "figures/index.html")]
struct IndexPage {
    page: Page,
    form: Form,
    periods: Vec<(&'static str, String)>,
    comparisons: Vec<(&'static str, String)>,
    stats: Vec<Stat>,
    figures: Vec<Shown>,
    days: String,
}

fn form_of(asked: &Asked, sent: &Form) -> Form {
    let mut form = Form::filled([
        ("figures_period", asked.period.span.word().to_owned()),
        ("figures_from", asked.period.from.to_string()),
        ("figures_to", asked.period.until.to_string()),
        ("compared", asked.compared.word().to_owned()),
    ]);
    if !asked.wrong.is_empty() {
        for name in ["figures_period", "figures_from", "figures_to"] {
            form.set(name, sent.value(name));
        }
    }
    form.with_errors(asked.wrong.clone())
}

fn words_of<T>(lang: Lang, family: &str, words: &[(&'static str, T)]) -> Vec<(&'static str, String)> {
    words.iter().map(|(word, _)| (*word, lang.t_of(family, &word.replace('_', "-")))).collect()
}

pub fn days(lang: Lang, period: Period) -> String {
    lang.with("figures-days", &[("from", lang.day(period.from).into()), ("until", lang.day(period.until).into())])
}

pub async fn index(visit: Visit, Query(form): Query) -> Answer {
    let read = read(&visit, &form, kinds::of_members(), false).await?;
    let lang = visit.lang;
    let query = read.asked.query();
    let shown = |series: &Series| {
        let figure = drawn::figure(lang, series, "/figures", &query, true)?;
        let before = read.before.as_ref().and_then(|(period, found)| {
            let before = (series.figure.draw)(lang, found.of(series.figure.name)?)?;
            let args = [("days", days(lang, *period).into()), ("finding", before.title.into())];
            Some(lang.with("figures-before", &args))
        });
        Some(Shown { figure, before })
    };
    let shown = IndexPage {
        page: Page::new(&visit, "figures", "figures-title"),
        form: form_of(&read.asked, &form),
        periods: words_of(lang, "figures-period-", &Span::ALL),
        comparisons: words_of(lang, "figures-compared-", &Compared::ALL),
        stats: stats(lang, &read.found),
        figures: read.found.series.iter().filter_map(shown).collect(),
        days: days(lang, read.asked.period),
    };
    if read.asked.wrong.is_empty() { page::ok(&visit, &shown) } else { page::refused(&visit, &shown) }
}

fn stats(lang: Lang, found: &Found) -> Vec<Stat> {
    let stat =
        |key, value: String, note: String| Stat { key, name: lang.t(&format!("figures-stat-{key}")), value, note };
    let mut stats = Vec::new();
    if let Some(growth) = found.of("growth") {
        let moved = [("joined", growth.sum("joined").into()), ("left", growth.sum("left").into())];
        let members = growth.numbers("members").last().copied().unwrap_or(0);
        stats.push(stat("members", lang.number(members), lang.with("figures-stat-moved", &moved)));
    }
    if let Some(vacancies) = found.of("vacancies") {
        let empty = vacancies.numbers("homes_empty").last().copied().unwrap_or(0);
        let days = [("days", vacancies.sum("days_empty").into())];
        stats.push(stat("empty", lang.number(empty), lang.with("figures-stat-days-empty", &days)));
    }
    if let Some(turnout) = found.of("turnout") {
        stats.push(turnout_stat(lang, turnout));
    }
    if let Some(tasks) = found.of("tasks") {
        let (on_time, done) = (tasks.sum("on_time"), tasks.sum("on_time") + tasks.sum("late"));
        let note = lang.with("figures-stat-done", &[("done", done.into())]);
        stats.push(stat("on-time", lang.percent(on_time, done), note));
    }
    stats
}

/// How many voted and could have, over the votes whose numbers are told.
pub fn turnout_stat(lang: Lang, turnout: &Series) -> Stat {
    let told = turnout.rows.iter().filter(|row| row.cells[3] != super::Value::Nothing(()));
    let (mut voted, mut roll, mut votes) = (0, 0, 0);
    for row in told {
        (voted, roll, votes) = (voted + row.cells[3].number(), roll + row.cells[4].number(), votes + 1);
    }
    Stat {
        key: "turnout",
        name: lang.t("figures-stat-turnout"),
        value: lang.percent(voted, roll),
        note: lang.with("figures-stat-votes", &[("votes", votes.into())]),
    }
}

// ---- one of them ----

struct ShownFact {
    title: String,
    href: String,
    day: String,
    what: String,
}

#[derive(Template)]
#[template(path = "figures/show.html")]
struct FigurePage {
    page: Page,
    figure: Option<chart::Figure>,
    before: Option<chart::Figure>,
    days: String,
    days_before: String,
    /// What each column says.
    columns: Vec<(String, String)>,
    facts: Vec<ShownFact>,
    more_facts: bool,
    query: String,
    compared: bool,
}

pub async fn show(visit: Visit, name: web::Path<String>, Query(form): Query) -> Answer {
    let figure = super::named(&name, Seen::ByMembers)?;
    let read = read(&visit, &form, vec![figure], true).await?;
    if !read.asked.wrong.is_empty() {
        return index(visit, Query(form)).await;
    }
    let lang = visit.lang;
    let query = read.asked.query();
    let drawn = |found: &Found, query: &str| {
        found.series.first().and_then(|series| drawn::figure(lang, series, "/figures", query, true))
    };
    let before = read.before.as_ref().and_then(|(period, found)| {
        let query = format!("?{}", period.query());
        let figure = drawn(found, &query)?;
        // Two tables of one page have two names.
        let note = format!("{}, {}", figure.note, days(lang, *period));
        Some(chart::Figure { id: "before", closer: false, note, ..figure })
    });
    let column = |column: &super::Column| {
        let word = column.name.replace('_', "-");
        (lang.t_of("figures-column-", &word), lang.t_of("figures-about-", &word))
    };
    let fact = |fact: &Fact| {
        let args = [
            ("from", lang.day(fact.day).into()),
            ("until", fact.until.map(|day| lang.day(day)).unwrap_or_default().into()),
        ];
        ShownFact {
            title: fact.title.clone(),
            href: fact.href.clone(),
            day: match fact.until {
                Some(_) => lang.with("figures-days", &args),
                None => lang.day(fact.day),
            },
            what: lang.t_of("figures-fact-", &fact.what),
        }
    };
    let shown = FigurePage {
        page: Page::named(&visit, "figures", lang.t(&format!("figures-{}-name", figure.name))),
        figure: drawn(&read.found, &query).map(|figure| chart::Figure { closer: false, ..figure }),
        days: days(lang, read.asked.period),
        days_before: read.before.as_ref().map(|(period, _)| days(lang, *period)).unwrap_or_default(),
        columns: figure.columns.iter().map(column).collect(),
        facts: read.facts.iter().take(FACTS_MAX as usize).map(fact).collect(),
        more_facts: read.facts.len() as i64 > FACTS_MAX,
        compared: read.before.is_some(),
        before,
        query,
    };
    page::ok(&visit, &shown)
}

// ---- for everybody ----

/// A figure as it stands on the public pages: nothing leads behind it.
pub fn drawn_for_everybody(lang: Lang, series: &Series) -> Option<chart::Figure> {
    drawn::figure(lang, series, "/open/figures", &format!("?lang={}", lang.code()), false)
}

pub use drawn::table;

// ---- files ----

/// A figure as a table. A file has no place beside a field: what is no period is refused.
pub async fn export(visit: Visit, name: web::Path<String>, Query(form): Query) -> Answer {
    let figure = super::named(&name, Seen::ByMembers)?;
    let read = read(&visit, &form, vec![figure], false).await?.refused_if_wrong()?;
    let series = read.found.series.first().ok_or(Error::NotFound)?;
    let name = format!("{}-{}-{}", figure.name, read.asked.period.from, read.asked.period.until);
    drawn::table(visit.lang, series).answer(&visit, &name)
}

/// A figure, or all of them, with what each column is.
pub async fn json_of_one(visit: Visit, name: web::Path<String>, Query(form): Query) -> Answer {
    let figure = super::named(&name, Seen::ByMembers)?;
    let read = read(&visit, &form, vec![figure], false).await?.refused_if_wrong()?;
    Ok(HttpResponse::Ok().json(described(&visit, read.asked.period, &read.found)))
}

pub async fn json_of_all(visit: Visit, Query(form): Query) -> Answer {
    let read = read(&visit, &form, kinds::of_members(), false).await?.refused_if_wrong()?;
    Ok(HttpResponse::Ok().json(described(&visit, read.asked.period, &read.found)))
}

impl Read {
    fn refused_if_wrong(self) -> Result<Self> {
        if self.asked.wrong.is_empty() { Ok(self) } else { Err(Error::Invalid(self.asked.wrong)) }
    }
}

/// Figures as data: each column with its name and its meaning in both languages, its unit, and what is left out.
pub fn described(visit: &Visit, period: Period, found: &Found) -> Json {
    let both = |key: &str| json!({ "en": Lang::En.t(key), "fr": Lang::Fr.t(key) });
    let one = |series: &Series| {
        let columns = series.figure.columns.iter().map(|column| {
            let word = column.name.replace('_', "-");
            json!({ "name": column.name, "unit": column.unit.word(), "title": both(&format!("figures-column-{word}")),
                    "about": both(&format!("figures-about-{word}")) })
        });
        json!({ "figure": series.figure.name, "title": both(&format!("figures-{}-name", series.figure.name)),
                "about": both(&format!("figures-{}-note", series.figure.name)), "columns": columns.collect::<Vec<_>>(),
                "rows": series.rows.iter().map(|row| &row.cells).collect::<Vec<_>>() })
    };
    json!({
        "co_op": visit.coop.as_ref().map(|coop| json!({ "en": coop.name(Lang::En), "fr": coop.name(Lang::Fr) })),
        "from": period.from, "until": period.until, "as_of": visit.today(), "smallest_group": found.group_min,
        "left_out": both("figures-left-out"), "figures": found.series.iter().map(one).collect::<Vec<_>>(),
    })
}
