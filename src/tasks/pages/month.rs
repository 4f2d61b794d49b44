//! A month: which task is due on which day, those that begin later too.

use askama::Template;
use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::{View, tag, who, whose_options};
use crate::committees;
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::tasks::{self, MONTH_MAX, Task};
use crate::units;

#[derive(Template)]
#[template(path = "tasks/month.html")]
struct MonthPage {
    page: Page,
    month: String,
    /// As addresses have it: 2026-12.
    asked: String,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Day>>,
    whose: Vec<(&'static str, String, bool)>,
    committees: Vec<(i64, String, bool)>,
    previous: String,
    next: String,
    board_address: String,
    list_address: String,
    is_cut: bool,
    is_empty: bool,
    may_add: bool,
}

struct Day {
    number: u32,
    /// In full, for a screen that shows no table.
    name: String,
    is_today: bool,
    /// Whether it is of another month.
    is_beside: bool,
    tasks: Vec<Entry>,
}

struct Entry {
    id: i64,
    title: String,
    who: String,
    tag: Option<(&'static str, String)>,
}

/// The first of the month that is asked for; of this one, where that cannot be read.
fn first_of(asked: &str, today: NaiveDate) -> NaiveDate {
    let day = format!("{asked}-01").parse::<NaiveDate>().ok();
    let day = day.filter(|day| (2000..=2100).contains(&day.year())).unwrap_or(today);
    day.with_day(1).unwrap_or(day)
}

fn address(view: View, month: NaiveDate) -> String {
    let query = View { list: false, ..view }.query();
    let and = if query.is_empty() { "" } else { "&" };
    format!("/tasks?view=month&month={}{and}{query}", month.format("%Y-%m"))
}

pub async fn page(visit: Visit, view: View, asked: &Form) -> Answer {
    let (lang, today) = (visit.lang, visit.today());
    let first = first_of(asked.value("month"), today);
    let after = first + Months::new(1);
    let from = first - Days::new(first.weekday().num_days_from_monday().into());
    let left = (7 - after.weekday().num_days_from_monday()) % 7;
    let until = after + Days::new(left.into()) - Days::new(1);
    let (found, committees, home) = visit
        .read(move |conn, visit| {
            let found = tasks::month(conn, &view.filter(visit), (from, until))?;
            let committees = committees::options(conn, visit.lang)?;
            let home = match visit.viewer.as_ref().and_then(|viewer| viewer.member_id) {
                Some(member) => units::of_member(conn, member, visit.today())?.into_iter().next(),
                None => None,
            };
            Ok((found, committees, home.map(|(_, label)| label)))
        })
        .await?;
    let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= until).collect();
    let entry = |task: &Task| Entry {
        id: task.id,
        title: task.title.clone(),
        who: who(&visit, task),
        tag: tag(&visit, task).filter(|(kind, _)| *kind != "lamp"),
    };
    let day = |day: &NaiveDate| Day {
        number: day.day(),
        name: format!("{} {}", lang.weekday(*day), lang.day_and_month(*day)),
        is_today: *day == today,
        is_beside: day.month() != first.month(),
        tasks: found.iter().filter(|task| task.due_on == Some(*day)).map(entry).collect(),
    };
    let page = MonthPage {
        page: Page::new(&visit, "tasks", "tasks-title"),
        month: month_words(lang, first),
        asked: first.format("%Y-%m").to_string(),
        weekdays: days.iter().take(7).map(|day| lang.weekday(*day)).collect(),
        weeks: days.chunks(7).map(|week| week.iter().map(day).collect()).collect(),
        whose: whose_options(&visit, view, home.as_deref()),
        committees: committees.into_iter().map(|(id, name)| (id, name, view.committee_id == Some(id))).collect(),
        previous: address(view, first - Months::new(1)),
        next: address(view, after),
        board_address: View { list: false, ..view }.address(),
        list_address: View { list: true, ..view }.address(),
        is_cut: found.len() as i64 >= MONTH_MAX,
        is_empty: found.is_empty(),
        may_add: visit.may(crate::policy::Permission::TasksCreate),
    };
    page::ok(&visit, &page)
}

/// "December 2026".
fn month_words(lang: Lang, first: NaiveDate) -> String {
    let words =
        lang.with("tasks-month", &[("month", lang.month(first).into()), ("year", first.year().to_string().into())]);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect())
}
