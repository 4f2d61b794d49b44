//! How the co-op is doing, for whoever is signed in: a few figures, and charts with the same numbers as tables.

use actix_web::web;
use askama::Template;
use chrono::{Datelike, Months, NaiveDate};

use crate::platform::chart::{self, Drawing, Figure};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::Visit;
use crate::polls::{self, Turnout};
use crate::transparency::pages::open::Stat;
use crate::transparency::store;
use crate::{members, tasks};

/// How far back the charts look, in months, and how many votes and committees they have room for.
const MONTHS: u32 = 12;
const VOTES_MAX: usize = 8;
const AREAS_MAX: usize = 6;

#[derive(Template)]
#[template(path = "transparency/figures.html")]
struct FiguresPage {
    page: Page,
    stats: Vec<Stat>,
    figures: Vec<Figure>,
    as_of: String,
}

/// What the page is drawn from.
struct Numbers {
    homes: store::Homes,
    tasks: tasks::Overview,
    /// The last day of each of the last months, and today.
    days: Vec<NaiveDate>,
    members: Vec<i64>,
    votes: Vec<Turnout>,
}

/// The days the line of members is drawn through: the first of each month, then today.
fn days(today: NaiveDate) -> Vec<NaiveDate> {
    let first = today.with_day(1).unwrap_or(today);
    let mut days: Vec<NaiveDate> =
        (0..MONTHS).rev().filter_map(|back| first.checked_sub_months(Months::new(back))).collect();
    if days.last() != Some(&today) {
        days.push(today);
    }
    days
}

async fn numbers(visit: &Visit) -> Result<Numbers> {
    visit
        .read(|conn, visit| {
            let today = visit.today();
            let year_ago = today.checked_sub_months(Months::new(MONTHS)).unwrap_or(today);
            let days = days(today);
            Ok(Numbers {
                homes: store::homes(conn, today, 0)?,
                tasks: tasks::overview(conn, year_ago, today, today)?,
                members: members::counts(conn, &days)?,
                votes: polls::turnout(conn, year_ago, today)?,
                days,
            })
        })
        .await
}

/// Those there are numbers for.
fn figures(lang: Lang, numbers: &Numbers) -> Vec<Figure> {
    let figures = [turnout_figure(lang, numbers), tasks_figure(lang, numbers), members_figure(lang, numbers)];
    figures.into_iter().flatten().collect()
}

/// The numbers of one figure.
pub async fn export(visit: Visit, name: web::Path<String>) -> Answer {
    let figures = figures(visit.lang, &numbers(&visit).await?);
    let figure = figures.into_iter().find(|figure| figure.id == *name).ok_or(Error::NotFound)?;
    figure.table.answer(&visit, &format!("{}-{}", figure.id, visit.today()))
}

pub async fn index(visit: Visit) -> Answer {
    let numbers = numbers(&visit).await?;
    let lang = visit.lang;
    let page = Page::new(&visit, "figures", "figures-title");
    let as_of = page.t1("open-as-of", "day", page.day(&visit.today()));
    let figures = figures(lang, &numbers);
    page::ok(&visit, &FiguresPage { stats: stats(lang, &numbers), figures, as_of, page })
}

/// How many voted and could have, over these votes.
fn average(votes: &[Turnout]) -> (i64, i64) {
    let cast = votes.iter().map(|vote| i64::from(vote.cast)).sum();
    (cast, votes.iter().map(|vote| i64::from(vote.roll)).sum())
}

fn stats(lang: Lang, numbers: &Numbers) -> Vec<Stat> {
    let now = numbers.members.last().copied().unwrap_or(0);
    let growth = now - numbers.members.first().copied().unwrap_or(0);
    let key = match growth {
        0 => "figures-members-same",
        1.. => "figures-members-more",
        _ => "figures-members-fewer",
    };
    let (cast, roll) = average(&numbers.votes);
    let (homes, tasks) = (&numbers.homes, numbers.tasks.all);
    let stat = |key, name: &str, value: String, note: String| Stat { key, name: lang.t(name), value, note };
    vec![
        stat("members", "figures-members", lang.number(now), lang.with(key, &[("many", growth.abs().into())])),
        stat(
            "homes",
            "open-figure-homes",
            format!("{}/{}", homes.occupied, homes.all),
            lang.with("open-figure-vacant", &[("vacant", (homes.all - homes.occupied).into())]),
        ),
        stat(
            "turnout",
            "open-figure-turnout",
            lang.percent(cast, roll),
            lang.with("open-figure-votes", &[("votes", numbers.votes.len().into())]),
        ),
        stat(
            "tasks_on_time",
            "open-figure-tasks",
            lang.percent(tasks.on_time, tasks.done),
            lang.with("open-figure-tasks-done", &[("done", tasks.done.into())]),
        ),
    ]
}

/// Do enough members vote? Columns by vote, with the quorum across each.
fn turnout_figure(lang: Lang, numbers: &Numbers) -> Option<Figure> {
    let votes = &numbers.votes[numbers.votes.len().saturating_sub(VOTES_MAX)..];
    let share = |part: i32, whole: i32| i64::from(part) * 100 / i64::from(whole.max(1));
    let bar = |vote: &Turnout| {
        let value = share(vote.cast, vote.roll);
        let mark = (vote.quorum_needed > 0).then(|| share(vote.quorum_needed, vote.roll));
        (vote.number.to_string(), value, lang.percent(value, 100), mark)
    };
    let bars: Vec<chart::Bar> = votes.iter().map(bar).collect();
    let (cast, roll) = average(votes);
    let missed = votes.iter().filter(|vote| vote.cast < vote.quorum_needed).count();
    let key = if missed == 0 { "figures-turnout-all" } else { "figures-turnout-missed" };
    let args = [("average", lang.percent(cast, roll).into()), ("votes", votes.len().into()), ("missed", missed.into())];
    let row = |vote: &Turnout| {
        let numbers = [vote.cast, vote.roll, vote.quorum_needed].map(|number| lang.number(number.into()));
        let day = lang.day(vote.closed_on);
        [vec![format!("{}. {}", vote.number, vote.title(lang)), day], numbers.to_vec()].concat()
    };
    let headings = ["figures-vote", "figures-closed", "figures-cast", "figures-roll", "figures-quorum-needed"];
    (!votes.is_empty()).then(|| Figure {
        id: "turnout",
        title: lang.with(key, &args),
        note: lang.t("figures-turnout-note"),
        description: bars.iter().map(|bar| format!("{}: {}", bar.0, bar.2)).collect::<Vec<_>>().join(", "),
        drawing: Drawing::Columns(chart::columns(&bars, 100, &lang.t("figures-quorum-mark"), |tick| {
            lang.percent(tick, 100)
        })),
        table: Table::new(headings.map(|key| lang.t(key)), votes.iter().map(row)),
    })
}

/// Are tasks on time? A row a committee, the busiest first.
fn tasks_figure(lang: Lang, numbers: &Numbers) -> Option<Figure> {
    let named = |committee: &Option<(i64, String, String)>| match committee {
        Some((_, english, french)) => if lang == Lang::En { english } else { french }.clone(),
        None => lang.t("figures-tasks-no-committee"),
    };
    let drawn: Vec<(String, [i64; 3], String)> = numbers
        .tasks
        .by_committee
        .iter()
        .filter(|(_, counts)| counts.done + counts.open > 0)
        .take(AREAS_MAX)
        .map(|(committee, counts)| {
            let parts = [counts.on_time, counts.late, counts.open];
            let args = [("on_time", parts[0].into()), ("late", parts[1].into()), ("open", parts[2].into())];
            (named(committee), parts, lang.with("figures-tasks-row", &args))
        })
        .collect();
    let latest = numbers.tasks.by_committee.iter().max_by_key(|(_, counts)| counts.late);
    let (late, all) = (latest.map_or(0, |(_, counts)| counts.late), numbers.tasks.all);
    let title = match latest {
        Some((committee, _)) if late > 0 => lang.with("figures-tasks-late", &[("area", named(committee).into())]),
        _ => lang.with("figures-tasks-on-time", &[("done", all.done.into())]),
    };
    let row = |(name, parts, _): &(String, [i64; 3], String)| {
        [vec![name.clone()], parts.iter().map(|part| lang.number(*part)).collect()].concat()
    };
    let words =
        ["figures-tasks-key-on-time", "figures-tasks-key-late", "figures-tasks-key-open"].map(|key| lang.t(key));
    (!drawn.is_empty()).then(|| Figure {
        id: "tasks",
        title,
        note: lang.t("figures-tasks-note"),
        description: drawn.iter().map(|(name, _, words)| format!("{name}: {words}")).collect::<Vec<_>>().join(". "),
        table: Table::new([vec![lang.t("figures-tasks-area")], words.to_vec()].concat(), drawn.iter().map(row)),
        drawing: Drawing::Stacked(chart::stacked(words, &drawn)),
    })
}

/// Are we more or fewer? A line through the first of each month.
fn members_figure(lang: Lang, numbers: &Numbers) -> Option<Figure> {
    let (first, last) = (*numbers.members.first()?, *numbers.members.last()?);
    let most = numbers.members.iter().copied().max().filter(|most| *most > 0)?;
    let key = match last - first {
        0 => "figures-growth-same",
        1.. => "figures-growth-more",
        _ => "figures-growth-fewer",
    };
    let month = |day: &NaiveDate| lang.month_short(*day);
    let points: Vec<(String, i64)> =
        numbers.days.iter().zip(&numbers.members).map(|(day, members)| (month(day), *members)).collect();
    let row = |(day, members): (&NaiveDate, &i64)| vec![lang.day(*day), lang.number(*members)];
    Some(Figure {
        id: "growth",
        title: lang.with(key, &[("many", (last - first).abs().into()), ("members", last.into())]),
        note: lang.t("figures-growth-note"),
        description: points.iter().map(|(month, many)| format!("{month}: {many}")).collect::<Vec<_>>().join(", "),
        drawing: Drawing::Line(chart::line(&points, round_up(most), 3, |tick| lang.number(tick))),
        table: Table::new(
            ["figures-day", "figures-members-heading"].map(|key| lang.t(key)),
            numbers.days.iter().zip(&numbers.members).map(row),
        ),
    })
}

/// The next even number with a single digit before its zeros, so that the axis reads well: 83 becomes 100, 14 becomes 20.
fn round_up(most: i64) -> i64 {
    let mut step = 2;
    while step * 10 < most {
        step *= 10;
    }
    (most + step - 1) / step * step
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
    fn the_line_has_a_point_a_month_and_today() {
        let all = days("2026-11-20".parse().expect("a date"));
        assert_eq!(
            (all.len(), all[0].to_string(), all[12].to_string()),
            (13, "2025-12-01".into(), "2026-11-20".into())
        );
        assert_eq!(days("2026-11-01".parse().expect("a date")).len(), 12);
    }
}
