//! The homes: all of them. One of them, and its form, are in files of their own.

mod forms;
mod home;
mod stay;

use askama::Template;
use chrono::NaiveDate;

pub use forms::{add, edit, edit_form, new_form};
pub use home::{count_children, move_in, move_out, show, take_back};
pub use stay::{correct_stay, stay_form};

use super::Unit;
use super::rules::{self, Fit};
use super::slice;
use crate::members::{self, Sight};
use crate::platform::asked_day::AskedDay;
use crate::platform::forms::Query;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;

// ---- all homes ----

#[derive(Template)]
#[template(path = "units/index.html")]
struct UnitsPage {
    page: Page,
    summary: String,
    floors: Vec<Floor>,
    /// Whether another day can be chosen: for who keeps or checks the register.
    sees_past: bool,
    day: AskedDay,
    /// Homes that ask for a decision: which, and why.
    to_look_at: Vec<(i64, String, String)>,
    spreadsheet: Option<String>,
}

/// The homes of one floor, or other spaces of one block.
struct Floor {
    /// Set on the first floor of a block that has a name.
    block: Option<String>,
    name: String,
    units: Vec<Pane>,
}

/// One home in the grid.
struct Pane {
    id: i64,
    label: String,
    words: String,
    class: &'static str,
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let (own, day) = (visit.viewer()?.member_id, members::asked_day(&visit, &query)?);
    let (on, status) = (day.on, day.status());
    let units = visit.read(move |conn, _| super::list(conn, on, own)).await?;
    let (dwellings, vacant) = units
        .iter()
        .filter(|unit| unit.is_dwelling())
        .fold((0, 0), |(all, vacant), unit| (all + 1, vacant + i64::from(unit.people.is_none())));
    let lived_in = dwellings - vacant;
    let figures = [("count", dwellings.into()), ("occupied", lived_in.into()), ("vacant", vacant.into())];
    let summary = visit.lang.with("units-summary", &figures);
    let sees_past = members::sight(&visit) != Sight::Shared;
    let page = UnitsPage {
        page: Page::new(&visit, "units", "units-title"),
        summary,
        to_look_at: if sees_past { to_look_at(&visit, &units, on) } else { Vec::new() },
        floors: floors(&visit, units),
        spreadsheet: visit.may(Permission::MembersExport).then(|| format!("/units.csv{}", day.query())),
        sees_past,
        day,
    };
    page::html(&visit, status, &page)
}

/// Vacant homes, and those whose people are more or fewer than they are meant for: which home, and why.
fn to_look_at(visit: &Visit, units: &[Unit], on: NaiveDate) -> Vec<(i64, String, String)> {
    let why = |unit: &Unit| match (unit.people.is_none() && unit.is_dwelling(), unit.vacant_since, unit.fit()) {
        (true, Some(since), _) => {
            let days = rules::vacant_days(since, on);
            Some(visit.lang.with("units-vacant-days", &[("days", days.into()), ("day", visit.lang.day(since).into())]))
        }
        (true, None, _) => Some(visit.lang.t("units-never-lived-in")),
        (_, _, Fit::TooMany(by)) => Some(visit.lang.with("units-too-many", &[("by", by.into())])),
        (_, _, Fit::TooFew(by)) => Some(visit.lang.with("units-too-few", &[("by", by.into())])),
        (_, _, Fit::Suits) => None,
    };
    units.iter().filter_map(|unit| Some((unit.id, unit.name.clone(), why(unit)?))).collect()
}

/// The homes of a day with who lived there, as a spreadsheet.
pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let on = members::asked_day(&visit, &query)?.or_refused()?;
    let units = visit.read(move |conn, _| super::list(conn, on, None)).await?;
    let names = ["label", "unit-kind", "block", "floor", "bedrooms", "area-m2", "occupants-min", "occupants-max"];
    let mut head: Vec<String> = names.iter().map(|name| visit.lang.t(&format!("field-{name}"))).collect();
    head.extend(["unit-accessible", "unit-now", "units-vacant-since-column"].map(|key| visit.lang.t(key)));
    let office = visit.may(Permission::UnitsWrite);
    head.push(visit.lang.t("field-home-votes"));
    if office {
        head.push(visit.lang.t("field-children"));
    }
    let rows = units.into_iter().map(|unit| {
        let votes = unit.is_dwelling().then_some(unit.votes);
        let accessible = unit.accessible.then(|| visit.lang.t("yes"));
        let vacant = unit.vacant_since.filter(|_| unit.people.is_none());
        let mut row = table_row![
            unit.label,
            visit.lang.t(&kind_key(&unit.kind)),
            unit.block,
            unit.floor,
            unit.bedrooms,
            unit.area_m2,
            unit.occupants_min,
            unit.occupants_max,
            accessible,
            unit.people,
            vacant,
            votes,
        ];
        if office {
            row.push(unit.children.into());
        }
        row
    });
    Table::new(head, rows).taken(&visit, &slice::UNITS_EXPORTED, &format!("homes-{on}")).await
}

/// Puts homes on their floors. They come sorted by block and floor.
fn floors(visit: &Visit, units: Vec<Unit>) -> Vec<Floor> {
    let (mut floors, mut place, mut block) = (Vec::<Floor>::new(), None, None);
    for unit in units {
        let here = (unit.block.clone(), unit.floor);
        if place.as_ref() != Some(&here) {
            let name = match unit.floor {
                Some(0) => visit.lang.t("units-ground-floor"),
                Some(floor) => visit.lang.with("units-floor", &[("floor", floor.into())]),
                None => visit.lang.t("units-no-floor"),
            };
            let fresh = block.as_ref() != Some(&unit.block);
            block = Some(unit.block.clone());
            let named = fresh && !unit.block.is_empty();
            floors.push(Floor { block: named.then(|| unit.block.clone()), name, units: Vec::new() });
            place = Some(here);
        }
        if let Some(floor) = floors.last_mut() {
            floor.units.push(pane(visit, unit));
        }
    }
    floors
}

fn pane(visit: &Visit, unit: Unit) -> Pane {
    let class = match (unit.is_own, unit.is_dwelling() && unit.people.is_none()) {
        (true, _) => "mine",
        (_, true) => "vacant",
        _ => "",
    };
    let words = match (&unit.people, unit.vacant_since) {
        (Some(people), _) if unit.is_own => visit.lang.with("units-yours", &[("people", people.as_str().into())]),
        (Some(people), _) => people.clone(),
        (None, _) if !unit.is_dwelling() => visit.lang.t(&kind_key(&unit.kind)),
        (None, Some(day)) => visit.lang.with("units-vacant-since", &[("day", visit.lang.day(day).into())]),
        (None, None) => visit.lang.t("units-vacant"),
    };
    Pane { id: unit.id, label: unit.label, words, class }
}

fn kind_key(kind: &str) -> String {
    format!("unit-kind-{}", kind.replace('_', "-"))
}
