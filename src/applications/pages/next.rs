//! Who is next for a home, and why the others are not.

use actix_web::web;
use askama::Template;

use super::{Row, cells, headings, row, rule_said};
use crate::applications::slice;
use crate::applications::{self, Line, Obstacle};
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;

use crate::units::Unit;

#[derive(Template)]
#[template(path = "applications/next.html")]
struct NextPage {
    page: Page,
    unit: Unit,
    about: String,
    rule: Vec<String>,
    fitting: Vec<Row>,
    others: Vec<Row>,
}

/// What stands in the way, in words.
fn why(visit: &Visit, obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::NotComplete => visit.lang.t("obstacle-not-complete"),
        Obstacle::TooMany(by) => visit.lang.with("obstacle-too-many", &[("by", (*by).into())]),
        Obstacle::TooFew(by) => visit.lang.with("obstacle-too-few", &[("by", (*by).into())]),
        Obstacle::FewerBedrooms => visit.lang.t("obstacle-fewer-bedrooms"),
        Obstacle::MoreBedrooms => visit.lang.t("obstacle-more-bedrooms"),
        Obstacle::NotAccessible => visit.lang.t("obstacle-not-accessible"),
        Obstacle::OwnHome => visit.lang.t("obstacle-own-home"),
        Obstacle::TooSoon(day) => visit.lang.with("obstacle-too-soon", &[("day", visit.lang.day(*day).into())]),
    }
}

fn reasons(visit: &Visit, all: &[Obstacle]) -> String {
    all.iter().map(|obstacle| why(visit, obstacle)).collect::<Vec<_>>().join(" ")
}

/// "2 bedrooms, for 2 to 4 people".
fn about(visit: &Visit, unit: &Unit) -> String {
    let rooms = unit.bedrooms.map(|count| visit.lang.with("application-bedrooms", &[("count", count.into())]));
    let people = match (unit.occupants_min, unit.occupants_max) {
        (None, None) => None,
        (Some(min), None) => Some(visit.lang.with("unit-people-at-least", &[("min", min.into())])),
        (None, Some(max)) => Some(visit.lang.with("unit-people-at-most", &[("max", max.into())])),
        (Some(min), Some(max)) => {
            Some(visit.lang.with("unit-people-from-to", &[("min", min.into()), ("max", max.into())]))
        }
    };
    let accessible = unit.accessible.then(|| visit.lang.t("application-accessible"));
    rooms.into_iter().chain(people).chain(accessible).collect::<Vec<_>>().join(", ")
}

pub async fn next(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let next = visit.read(move |conn, visit| applications::next_for(conn, id, visit.today())).await?;
    let title = visit.lang.with("application-next-title", &[("label", next.unit.label.as_str().into())]);
    let told = |(line, all): &(Line, Vec<Obstacle>)| Row { why: reasons(&visit, all), ..row(&visit, line) };
    let page = NextPage {
        page: Page::named(&visit, "applications", title),
        about: about(&visit, &next.unit),
        rule: rule_said(&visit, &next.rule),
        fitting: next.fitting.iter().map(|line| row(&visit, line)).collect(),
        others: next.others.iter().map(told).collect(),
        unit: next.unit,
    };
    page::ok(&visit, &page)
}

/// Place, who, and for those who do not fit, why.
pub async fn export(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let next = visit.read(move |conn, visit| applications::next_for(conn, id, visit.today())).await?;
    let mut columns = vec![visit.lang.t("application-column-place")];
    columns.extend(headings(&visit));
    columns.push(visit.lang.t("application-column-why"));
    let line =
        |place: Cell, line: &Line, why: String| [table_row![place], cells(&visit, line), table_row![why]].concat();
    let fitting = next.fitting.iter().zip(1..).map(|(one, place)| line(Cell::Number(place), one, String::new()));
    let others = next.others.iter().map(|(one, all)| line("".into(), one, reasons(&visit, all)));
    Table::new(columns, fitting.chain(others))
        .taken(&visit, &slice::APPLICATIONS_EXPORTED, &format!("{}-{id}", visit.lang.t("application-file")))
        .await
}
