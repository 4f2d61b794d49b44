//! How a figure is said and drawn: its finding as a sentence, and a chart of the rows of its table.

use chrono::{Datelike, NaiveDate};

use super::kinds::Unit;
use super::{Series, Value};
use crate::platform::chart::{self, Drawing};
use crate::platform::duration;
use crate::platform::i18n::Lang;
use crate::platform::table_file::{Cell, Table};

/// Bars that a chart has room for, and rows of bars that lie.
const BARS_MAX: usize = 8;
const ROWS_MAX: usize = 6;
/// The goals of the co-op's founding documents: members active in a month, in percent, and satisfaction, in hundredths of 5.
pub const ACTIVE_GOAL: i64 = 80;
pub const SATISFIED_GOAL: i64 = 400;
/// The least share of members among tenants, in percent (Quebec, Cooperatives Act, s. 128.1).
const MEMBERS_LEAST: i64 = 50;

/// What a figure shows, as a sentence; the drawing in words; the drawing.
pub struct Drawn {
    pub title: String,
    pub description: String,
    pub drawing: Drawing,
}

/// How a figure is drawn. Nothing where there is nothing to draw.
pub type Draw = fn(Lang, &Series) -> Option<Drawn>;

/// A whole figure for a page; `address` is its own, `query` the period with its `?`. Rows lead to what they are about where `links` says so.
pub fn figure(lang: Lang, series: &Series, stem: &str, query: &str, links: bool) -> Option<chart::Figure> {
    let drawn = (series.figure.draw)(lang, series)?;
    let href = |id: Option<i64>| {
        series.figure.href.filter(|_| links).zip(id).map(|(href, id)| href.replace("{id}", &id.to_string()))
    };
    Some(chart::Figure {
        id: series.figure.name,
        title: drawn.title,
        note: lang.t(&format!("figures-{}-note", series.figure.name)),
        description: drawn.description,
        drawing: drawn.drawing,
        table: shown(lang, series),
        hrefs: series.rows.iter().map(|row| href(row.id)).collect(),
        address: format!("{stem}/{}", series.figure.name),
        query: query.to_owned(),
        closer: links,
    })
}

pub fn headings(lang: Lang, series: &Series) -> Vec<String> {
    series.figure.columns.iter().map(|column| lang.t_of("figures-column-", &column.name.replace('_', "-"))).collect()
}

/// As a file: numbers are numbers and days are days.
pub fn table(lang: Lang, series: &Series) -> Table {
    let cell = |(value, unit): (&Value, Unit)| match (value, unit) {
        (Value::Number(number), _) => Cell::from(*number),
        (Value::Day(day), _) => Cell::from(*day),
        (Value::Word(word), Unit::Word(family)) => Cell::from(lang.t_of(family, word)),
        (value, _) => Cell::from(value.text(lang)),
    };
    let row =
        |row: &super::Row| row.cells.iter().zip(series.figure.columns.iter().map(|one| one.unit)).map(cell).collect();
    Table::new(headings(lang, series), series.rows.iter().map(row).collect::<Vec<Vec<Cell>>>())
}

/// As people read it.
fn shown(lang: Lang, series: &Series) -> Table {
    let row = |row: &super::Row| -> Vec<String> {
        let cells = row.cells.iter().zip(series.figure.columns);
        cells.map(|(value, column)| said(lang, value, column.name, column.unit)).collect()
    };
    Table::new(headings(lang, series), series.rows.iter().map(row).collect::<Vec<_>>())
}

fn said(lang: Lang, value: &Value, column: &str, unit: Unit) -> String {
    match (value, unit) {
        (Value::Number(number), Unit::Minutes) => duration::said(*number),
        (Value::Number(number), Unit::Mark) => mark(lang, *number),
        (Value::Number(number), _) => lang.number(*number),
        (Value::Day(day), _) if column == "quarter" => quarter(lang, *day),
        (Value::Day(day), _) => lang.day(*day),
        (Value::Word(word), Unit::Word(family)) => lang.t_of(family, word),
        (Value::Nothing(()), Unit::Title) => lang.t("figures-no-committee"),
        (Value::Nothing(()), _) => lang.t("figures-too-few"),
        (value, _) => value.text(lang).to_owned(),
    }
}

/// "Jan – Mar 2026".
pub fn quarter(lang: Lang, first: NaiveDate) -> String {
    let last = first.checked_add_months(chrono::Months::new(2)).unwrap_or(first);
    format!("{} – {} {}", lang.month_short(first), lang.month_short(last), last.year())
}

/// "4.2", « 4,2 ».
pub fn mark(lang: Lang, hundredths: i64) -> String {
    let tenths = (hundredths + 5) / 10;
    let point = if lang == Lang::En { "." } else { "," };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

fn days(series: &Series) -> Vec<NaiveDate> {
    let day = |row: &super::Row| row.cells.iter().find_map(Value::day);
    series.rows.iter().filter_map(day).collect()
}

fn listed(parts: impl Iterator<Item = (String, String)>) -> String {
    parts.map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join(", ")
}

/// The next even number with a single digit before its zeros, so that the axis reads well: 83 becomes 100, 14 becomes 20.
fn round_up(most: i64) -> i64 {
    let mut step = 2;
    while step * 10 < most {
        step *= 10;
    }
    (most + step - 1) / step * step
}

/// A line through values, a label a row; `most` is the top of the axis.
fn line(series: &Series, values: &[i64], most: i64, say: impl Fn(i64) -> String, lang: Lang) -> (String, Drawing) {
    let labels: Vec<String> = days(series).iter().map(|day| lang.month_short(*day)).collect();
    let points: Vec<(String, i64)> = labels.into_iter().zip(values.iter().copied()).collect();
    let every = points.len().div_ceil(5);
    let words = listed(points.iter().map(|(label, value)| (label.clone(), say(*value))));
    (words, Drawing::Line(chart::line(&points, most, every, say)))
}

/// A change in words: of a first and a last value.
fn changed(first: i64, last: i64) -> &'static str {
    match last - first {
        0 => "same",
        1.. => "more",
        _ => "fewer",
    }
}

pub fn growth(lang: Lang, series: &Series) -> Option<Drawn> {
    let values = series.numbers("members");
    let (last, most) = (*values.last()?, values.iter().copied().max().filter(|most| *most > 0)?);
    let (joined, left) = (series.sum("joined"), series.sum("left"));
    // Those there were before the first month.
    let first = last - joined + left;
    let args = [
        ("many", (last - first).abs().into()),
        ("members", last.into()),
        ("joined", joined.into()),
        ("left", left.into()),
    ];
    let (description, drawing) = line(series, &values, round_up(most), |value| lang.number(value), lang);
    Some(Drawn { title: lang.with(&format!("figures-growth-{}", changed(first, last)), &args), description, drawing })
}

pub fn size(lang: Lang, series: &Series) -> Option<Drawn> {
    let values = series.numbers("members");
    // One number is no line: it stands among the large ones.
    let last = *values.last().filter(|_| values.len() > 1)?;
    let most = values.iter().copied().max().filter(|most| *most > 0)?;
    let args = [("members", last.into()), ("day", lang.day(*days(series).last()?).into())];
    let (description, drawing) = line(series, &values, round_up(most), |value| lang.number(value), lang);
    Some(Drawn { title: lang.with("figures-size-title", &args), description, drawing })
}

pub fn tenants(lang: Lang, series: &Series) -> Option<Drawn> {
    let (tenants, members) = (series.numbers("tenants"), series.numbers("members"));
    let (all, part) = (*tenants.last().filter(|all| **all > 0)?, *members.last()?);
    let shares: Vec<i64> = tenants.iter().zip(&members).map(|(all, part)| part * 100 / (*all).max(1)).collect();
    let key = if part * 100 >= all * MEMBERS_LEAST { "figures-tenants-enough" } else { "figures-tenants-few" };
    let args = [("share", lang.percent(part, all).into()), ("members", part.into()), ("tenants", all.into())];
    let (description, drawing) = line(series, &shares, 100, |value| lang.percent(value, 100), lang);
    Some(Drawn { title: lang.with(key, &args), description, drawing })
}

/// The line is of homes and not of days: a month that has just begun has few days.
pub fn vacancies(lang: Lang, series: &Series) -> Option<Drawn> {
    let values = series.numbers("homes_empty");
    let (most, last) = (values.iter().copied().max()?, *values.last()?);
    let args = [("days", series.sum("days_empty").into()), ("homes", last.into())];
    let (description, drawing) = line(series, &values, round_up(most.max(1)), |value| lang.number(value), lang);
    Some(Drawn { title: lang.with("figures-vacancies-title", &args), description, drawing })
}

/// A bar for each of the latest rows: the share of `part` in `whole`, with a mark where `needed` of it stands.
fn shares(lang: Lang, series: &Series, columns: [&str; 3], label: impl Fn(usize) -> String) -> (String, Drawing) {
    let [part, whole, needed] = columns.map(|column| series.numbers(column));
    let share = |part: i64, whole: i64| part * 100 / whole.max(1);
    let first = part.len().saturating_sub(BARS_MAX);
    let bar = |at: usize| {
        let mark = (needed[at] > 0 && whole[at] > 0).then(|| share(needed[at], whole[at]));
        (label(at), share(part[at], whole[at]), lang.percent(part[at], whole[at]), mark)
    };
    let bars: Vec<chart::Bar> = (first..part.len()).map(bar).collect();
    let words = listed(bars.iter().map(|bar| (bar.0.clone(), bar.2.clone())));
    let drawn = chart::columns(&bars, 100, &lang.t("figures-quorum-mark"), |tick| lang.percent(tick, 100));
    (words, Drawing::Columns(drawn))
}

/// How many of all, on average, and how often fewer than needed.
fn quorum(lang: Lang, series: &Series, family: &str, columns: [&str; 3]) -> String {
    let [part, whole, needed] = columns.map(|column| series.numbers(column));
    let missed = part.iter().zip(&needed).filter(|(part, needed)| part < needed).count();
    let args = [
        ("average", lang.percent(part.iter().sum(), whole.iter().sum()).into()),
        ("votes", part.len().into()),
        ("missed", missed.into()),
    ];
    lang.with(&format!("figures-{family}-{}", if missed == 0 { "all" } else { "missed" }), &args)
}

/// Rows with all of their numbers.
fn known(series: &Series, column: &str) -> Series {
    let at = series.figure.columns.iter().position(|one| one.name == column);
    let has = |row: &&super::Row| at.is_some_and(|at| row.cells[at] != Value::Nothing(()));
    Series { figure: series.figure, rows: series.rows.iter().filter(has).cloned().collect() }
}

pub fn meetings(lang: Lang, series: &Series) -> Option<Drawn> {
    let (series, columns) = (known(series, "came"), ["came", "called", "needed"]);
    let days = days(&series);
    let (description, drawing) = shares(lang, &series, columns, |at| lang.month_short(days[at]));
    (!days.is_empty()).then(|| Drawn { title: quorum(lang, &series, "meetings", columns), description, drawing })
}

pub fn turnout(lang: Lang, series: &Series) -> Option<Drawn> {
    let (series, columns) = (known(series, "voted"), ["voted", "roll", "needed"]);
    let numbers = series.numbers("number");
    let (description, drawing) = shares(lang, &series, columns, |at| numbers[at].to_string());
    (!numbers.is_empty()).then(|| Drawn { title: quorum(lang, &series, "turnout", columns), description, drawing })
}

pub fn adoption(lang: Lang, series: &Series) -> Option<Drawn> {
    let series = known(series, "active");
    let (members, active, days) = (series.numbers("members"), series.numbers("active"), days(&series));
    let (all, part) = (*members.last()?, *active.last()?);
    let goal: Vec<i64> = members.iter().map(|all| all * ACTIVE_GOAL / 100).collect();
    let bar = |at: usize| {
        let share = active[at] * 100 / members[at].max(1);
        (lang.month_short(days[at]), share, lang.percent(active[at], members[at]), Some(ACTIVE_GOAL))
    };
    let bars: Vec<chart::Bar> = (goal.len().saturating_sub(BARS_MAX)..goal.len()).map(bar).collect();
    let key = if part * 100 >= all * ACTIVE_GOAL { "figures-adoption-reached" } else { "figures-adoption-missed" };
    let args = [("share", lang.percent(part, all).into()), ("month", lang.month(*days.last()?).into())];
    let drawn = chart::columns(&bars, 100, &lang.t("figures-goal-mark"), |tick| lang.percent(tick, 100));
    let description = listed(bars.iter().map(|bar| (bar.0.clone(), bar.2.clone())));
    Some(Drawn { title: lang.with(key, &args), description, drawing: Drawing::Columns(drawn) })
}

pub fn satisfaction(lang: Lang, series: &Series) -> Option<Drawn> {
    let series = known(series, "mean");
    let (means, days) = (series.numbers("mean"), days(&series));
    let last = *means.last()?;
    let bar = |at: usize| (lang.month_short(days[at]), means[at], mark(lang, means[at]), Some(SATISFIED_GOAL));
    let bars: Vec<chart::Bar> = (means.len().saturating_sub(BARS_MAX)..means.len()).map(bar).collect();
    let key = if last >= SATISFIED_GOAL { "figures-satisfaction-reached" } else { "figures-satisfaction-missed" };
    let drawn = chart::columns(&bars, 500, &lang.t("figures-goal-mark"), |tick| mark(lang, tick));
    let description = listed(bars.iter().map(|bar| (bar.0.clone(), bar.2.clone())));
    let title = lang.with(key, &[("mean", mark(lang, last).into())]);
    Some(Drawn { title, description, drawing: Drawing::Columns(drawn) })
}

/// Bars that lie, with their parts in words.
fn stacked(keys: [String; 3], rows: &[(String, [i64; 3], String)]) -> (String, Drawing) {
    let words = rows.iter().map(|(name, _, words)| format!("{name}: {words}")).collect::<Vec<_>>().join(". ");
    (words, Drawing::Stacked(chart::stacked(keys, rows)))
}

/// A row a committee, the busiest first.
pub fn tasks(lang: Lang, series: &Series) -> Option<Drawn> {
    let [on_time, late, open] = ["on_time", "late", "open"].map(|column| series.numbers(column));
    let named = |at: usize| match &series.rows[at].cells[0] {
        Value::Nothing(()) => lang.t("figures-no-committee"),
        title => title.text(lang).to_owned(),
    };
    let row = |at: usize| {
        let parts = [on_time[at], late[at], open[at]];
        let args = [("on_time", parts[0].into()), ("late", parts[1].into()), ("open", parts[2].into())];
        (named(at), parts, lang.with("figures-tasks-row", &args))
    };
    let rows: Vec<_> = (0..series.rows.len().min(ROWS_MAX)).map(row).collect();
    let latest = (0..late.len()).max_by_key(|at| (late[*at], usize::MAX - at))?;
    let done: i64 = on_time.iter().chain(&late).sum();
    let args = [
        ("share", lang.percent(on_time.iter().sum(), done).into()),
        ("area", named(latest).into()),
        ("done", done.into()),
    ];
    let title = lang.with(if late[latest] > 0 { "figures-tasks-late" } else { "figures-tasks-on-time" }, &args);
    let keys = ["on-time", "late", "open"].map(|key| lang.t_of("figures-tasks-key-", key));
    let (description, drawing) = stacked(keys, &rows);
    Some(Drawn { title, description, drawing })
}

pub fn work(lang: Lang, series: &Series) -> Option<Drawn> {
    let quarters = days(series);
    let (done, in_time) = (series.numbers("done"), series.numbers("on_time"));
    let whole = known(series, "on_time");
    let row = |at: usize| {
        let tells = series.rows[at].cells[2] != Value::Nothing(());
        let parts = if tells { [in_time[at], done[at] - in_time[at], 0] } else { [0, 0, done[at]] };
        let args = [("on_time", parts[0].into()), ("late", parts[1].into()), ("done", done[at].into())];
        let words = if tells { "figures-work-row" } else { "figures-work-row-done" };
        (quarter(lang, quarters[at]), parts, lang.with(words, &args))
    };
    let rows: Vec<_> = (quarters.len().saturating_sub(ROWS_MAX)..quarters.len()).map(row).collect();
    let (part, all) = (whole.sum("on_time"), whole.sum("done"));
    let key = if all > 0 { "figures-work-title" } else { "figures-work-title-done" };
    let title = lang.with(key, &[("share", lang.percent(part, all).into()), ("done", series.sum("done").into())]);
    let keys = ["on-time", "late", "done"].map(|key| lang.t_of("figures-tasks-key-", key));
    let (description, drawing) = stacked(keys, &rows);
    (!rows.is_empty()).then_some(Drawn { title, description, drawing })
}

/// The kinds of hours as they are drawn: work, meeting, the others.
const GROUPS: [&[&str]; 2] = [&["task", "chore", "claim"], &["meeting", "committee", "board"]];

pub fn hours(lang: Lang, series: &Series) -> Option<Drawn> {
    let mut quarters = days(series);
    quarters.dedup();
    let minutes = series.numbers("minutes");
    let group = |at: usize| {
        let kind = series.rows[at].cells[1].text(lang);
        GROUPS.iter().position(|group| group.contains(&kind)).unwrap_or(2)
    };
    let sums = |quarter: NaiveDate| {
        let mut parts = [0; 3];
        for at in (0..minutes.len()).filter(|at| series.rows[*at].cells[0].day() == Some(quarter)) {
            parts[group(at)] += minutes[at];
        }
        parts
    };
    let row = |first: &NaiveDate| {
        let parts = sums(*first);
        let args = [("hours", duration::said(parts.iter().sum()).into())];
        (quarter(lang, *first), parts.map(|part| part.max(0)), lang.with("figures-hours-row", &args))
    };
    let rows: Vec<_> = quarters[quarters.len().saturating_sub(ROWS_MAX)..].iter().map(row).collect();
    let args = [("hours", duration::said(minutes.iter().sum()).into()), ("quarters", quarters.len().into())];
    let keys = ["work", "meetings", "others"].map(|key| lang.t_of("figures-hours-key-", key));
    let (description, drawing) = stacked(keys, &rows);
    (!rows.is_empty()).then_some(Drawn { title: lang.with("figures-hours-title", &args), description, drawing })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_ends_at_an_even_number_that_holds_everybody() {
        assert_eq!((round_up(1), round_up(9), round_up(14), round_up(83)), (2, 10, 14, 100));
        for most in 1..3_000 {
            assert!(round_up(most) >= most && round_up(most) % 2 == 0);
        }
    }

    #[test]
    fn a_mark_is_read_in_tenths() {
        assert_eq!((mark(Lang::En, 424), mark(Lang::Fr, 425)), ("4.2".to_owned(), "4,3".to_owned()));
    }
}
