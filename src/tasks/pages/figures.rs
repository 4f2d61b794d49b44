//! How far what was to be done was done: for who manages tasks, and for who leads a committee, of theirs. Each number leads to the list of
//! exactly these tasks.

use askama::Template;
use chrono::NaiveDate;

use super::View;
use crate::committees;
use crate::coops;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;
use crate::tasks::fulfilment::{self, Aged, Of, Period, Scope, Tally};
use crate::tasks::listing::Span;
use crate::tasks::{Wanted, slice};

/// What the address of a committee says of what is no committee's.
const NONE: i64 = 0;

#[derive(Template)]
#[template(path = "tasks/figures.html")]
struct FiguresPage {
    page: Page,
    form: Form,
    periods: Vec<(&'static str, String)>,
    committees: Vec<(String, String)>,
    summary: String,
    days: String,
    parts: Vec<Part>,
    ages: Vec<Line>,
    file: String,
}

/// A table: by what it counts, and its lines.
struct Part {
    name: &'static str,
    lines: Vec<Line>,
}

struct Line {
    words: String,
    /// How much of what was due is done.
    share: String,
    cells: Vec<Cell>,
}

/// A number, what it counts, and the list of exactly these.
struct Cell {
    name: &'static str,
    many: i64,
    address: String,
}

/// What is asked for, and what was found.
struct Found {
    period: Period,
    days: (NaiveDate, NaiveDate),
    today: NaiveDate,
    /// The committee that was chosen.
    chosen: Option<i64>,
    /// Whether all may be looked at together.
    every: bool,
    /// Those that may be chosen.
    committees: Vec<(i64, String)>,
    tally: Vec<(Of, Tally)>,
    ages: Vec<Aged>,
}

async fn find(visit: &Visit, query: &Form) -> Result<Found> {
    let period = Period::parse(query.value("period")).unwrap_or_default();
    let asked: Option<i64> = query.value("committee").parse().ok();
    visit
        .read(move |conn, visit| {
            let (scope, today) = (fulfilment::scope(conn, visit)?, visit.today());
            let starts = coops::rule_profile(conn)?.year_starts_month;
            let days = period.days(today, starts.unsigned_abs());
            let mut committees = committees::options(conn, visit.lang)?;
            match &scope {
                Scope::All => committees.push((NONE, visit.lang.t("tasks-no-committee"))),
                Scope::Led(led) => committees.retain(|(id, _)| led.contains(id)),
            }
            // Who leads several looks at one of them at a time: each number is that of a list.
            let first = committees.first().map(|(id, _)| *id).filter(|_| scope != Scope::All);
            let chosen = asked.filter(|asked| committees.iter().any(|(id, _)| id == asked)).or(first);
            let within: Vec<i64> = chosen.into_iter().collect();
            let within = chosen.map(|_| within.as_slice());
            let (tally, ages) = fulfilment::count(conn, within, days, today)?;
            Ok(Found { period, days, today, chosen, every: scope == Scope::All, committees, tally, ages })
        })
        .await
}

pub async fn page(visit: Visit, Query(query): Query) -> Answer {
    let found = find(&visit, &query).await?;
    let lang = visit.lang;
    let all = found.tally.iter().find(|(of, _)| *of == Of::All).map(|(_, tally)| *tally).unwrap_or_default();
    let mut committees = Vec::new();
    if found.every {
        committees.push((String::new(), lang.t("tasks-every-committee")));
    }
    committees.extend(found.committees.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let (from, until) = found.days;
    let page = FiguresPage {
        form: Form::filled([
            ("period", found.period.word().to_owned()),
            ("committee", found.chosen.map(|id| id.to_string()).unwrap_or_default()),
        ]),
        periods: Period::ALL.map(|(word, _)| (word, lang.t_of("tasks-period-", word))).to_vec(),
        committees,
        summary: summary(lang, all),
        days: lang.with("tasks-figures-days", &[("from", lang.day(from).into()), ("until", lang.day(until).into())]),
        parts: PARTS.map(|name| Part { name, lines: lines(lang, &found, name) }).into(),
        ages: ages(lang, &found),
        file: format!("/tasks/figures.csv?{}", asked(&found)),
        page: Page::new(&visit, "tasks", "tasks-figures"),
    };
    page::ok(&visit, &page)
}

fn asked(found: &Found) -> String {
    let committee = found.chosen.map(|id| format!("&committee={id}")).unwrap_or_default();
    format!("period={}{committee}", found.period.word())
}

/// The finding in a sentence.
fn summary(lang: Lang, all: Tally) -> String {
    if all.due() == 0 {
        return lang.t("tasks-figures-none");
    }
    lang.with(
        "tasks-figures-summary",
        &[
            ("due", all.due().into()),
            ("done", lang.percent(all.done(), all.due()).into()),
            ("on_time", lang.percent(all.on_time, all.due()).into()),
        ],
    )
}

/// By what is counted, in the order of the page.
const PARTS: [&str; 3] = ["committee", "kind", "month"];

fn part_of(of: Of) -> &'static str {
    match of {
        Of::All => "",
        Of::Committee(_) => PARTS[0],
        Of::Kind(_) => PARTS[1],
        Of::Month(_) => PARTS[2],
    }
}

/// The lines of one table: committees by their name with what is none's last, months in their order.
fn lines(lang: Lang, found: &Found, part: &str) -> Vec<Line> {
    let mut all: Vec<(Of, String, Tally)> = (found.tally.iter())
        .filter(|(of, _)| part_of(*of) == part)
        .map(|(of, tally)| (*of, words(lang, found, *of), *tally))
        .collect();
    all.sort_by(|(one, said, _), (other, words, _)| match (one, other) {
        (Of::Committee(one), Of::Committee(other)) => (one.is_none(), said).cmp(&(other.is_none(), words)),
        _ => one.cmp(other),
    });
    all.into_iter().map(|(of, words, tally)| line(lang, found, of, words, tally)).collect()
}

fn words(lang: Lang, found: &Found, of: Of) -> String {
    match of {
        Of::All => lang.t("tasks-figures-all"),
        Of::Committee(None) => lang.t("tasks-no-committee"),
        Of::Committee(Some(id)) => {
            let known = found.committees.iter().find(|(known, _)| *known == id);
            known.map_or_else(|| lang.t("tasks-closed-committee"), |(_, name)| name.clone())
        }
        Of::Kind(kind) => lang.t_of("tasks-kind-", kind.word()),
        Of::Month(month) => format!("{} {}", lang.month(month), month.format("%Y")),
    }
}

fn line(lang: Lang, found: &Found, of: Of, words: String, tally: Tally) -> Line {
    let (from, until) = found.days;
    let mut view = View { list: true, committee_id: found.chosen, ..View::default() };
    view.span = Span { from: Some(from), until: Some(until), ..Span::default() };
    match of {
        Of::All => {}
        Of::Committee(id) => view.committee_id = Some(id.unwrap_or(NONE)),
        Of::Kind(kind) => view.span.kind = Some(kind),
        Of::Month(month) => {
            let next = month.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt());
            view.span = Span { from: Some(month), until: next, ..view.span };
        }
    }
    let cells = tally.parts().map(|(wanted, many)| cell(View { wanted, ..view }, many)).into();
    Line { words, share: lang.percent(tally.done(), tally.due()), cells }
}

fn cell(view: View, many: i64) -> Cell {
    Cell { name: view.wanted.word(), many, address: view.address() }
}

fn ages(lang: Lang, found: &Found) -> Vec<Line> {
    let line = |bucket: usize| {
        let aged = found.ages.iter().find(|aged| aged.bucket == bucket).copied();
        let (open, late) = aged.map_or((0, 0), |aged| (aged.open, aged.late));
        let (added_from, added_until) = fulfilment::added(bucket, found.today);
        let span = Span { added_from, added_until, ..Span::default() };
        let view = View { list: true, committee_id: found.chosen, span, ..View::default() };
        let cells =
            [(Wanted::Open, open), (Wanted::Late, late)].map(|(wanted, many)| cell(View { wanted, ..view }, many));
        Line { words: lang.t(&format!("tasks-age-{bucket}")), share: String::new(), cells: cells.into() }
    };
    (0..=fulfilment::AGES.len()).map(line).collect()
}

/// The same as a file.
pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let (found, lang) = (find(&visit, &query).await?, visit.lang);
    let columns = Tally::default().parts().map(|(wanted, _)| lang.t_of("tasks-figures-", wanted.word()));
    let head = [lang.t("tasks-figures-by"), lang.t("tasks-figures-what")].into_iter().chain(columns);
    let rows = PARTS.iter().flat_map(|part| {
        let row = |line: Line| {
            let mut row = table_row![lang.t_of("tasks-figures-by-", part), line.words];
            row.extend(line.cells.into_iter().map(|cell| cell.many.into()));
            row
        };
        lines(lang, &found, part).into_iter().map(row).collect::<Vec<_>>()
    });
    let table = Table::new(head, rows);
    table.taken(&visit, &slice::TASKS_EXPORTED, &lang.t("tasks-figures-file")).await
}
