//! The homes: all of them, one of them, and the forms of who keeps the register.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::rules::{self, Fit};
use super::{KINDS, NewUnit, Occupant, RELATIONS, Unit};
use crate::members::{self, Sight};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

// ---- all homes ----

#[derive(Template)]
#[template(path = "units/index.html")]
struct UnitsPage {
    page: Page,
    summary: String,
    floors: Vec<Floor>,
    /// The day it is about, where that is not today.
    past: Option<NaiveDate>,
    /// Whether another day can be chosen: for who keeps or checks the register.
    sees_past: bool,
    on: NaiveDate,
    /// Homes that ask for a decision: which, and why.
    to_look_at: Vec<(i64, String, String)>,
    spreadsheet: Option<String>,
}

/// The homes of one floor, or other spaces of one block.
struct Floor {
    id: usize,
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

/// The day that a list is asked for: today, or one in the past for who keeps or checks the register.
fn asked_day(visit: &Visit, query: &Form) -> Result<NaiveDate> {
    let today = visit.today();
    match query.value("on") {
        "" => Ok(today),
        _ if members::sight(visit) == Sight::Shared => Err(Error::Forbidden),
        text => text.parse().ok().filter(|day: &NaiveDate| *day <= today).ok_or(Error::BadRequest),
    }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let (own, on) = (visit.viewer()?.member_id, asked_day(&visit, &query)?);
    let units = visit.read(move |conn, _| super::list(conn, on, own)).await?;
    let (dwellings, vacant) = units
        .iter()
        .filter(|unit| unit.is_dwelling())
        .fold((0, 0), |(all, vacant), unit| (all + 1, vacant + i64::from(unit.people.is_none())));
    let lived_in = dwellings - vacant;
    let figures = [("count", dwellings.into()), ("occupied", lived_in.into()), ("vacant", vacant.into())];
    let summary = visit.lang.with("units-summary", &figures);
    let sees_past = members::sight(&visit) != Sight::Shared;
    let past = (on != visit.today()).then_some(on);
    let page = UnitsPage {
        page: Page::new(&visit, "units", "units-title"),
        summary,
        to_look_at: if sees_past { to_look_at(&visit, &units, on) } else { Vec::new() },
        floors: floors(&visit, units),
        spreadsheet: visit.may(Permission::MembersExport).then(|| match past {
            Some(day) => format!("/units.csv?on={day}"),
            None => "/units.csv".to_owned(),
        }),
        past,
        sees_past,
        on,
    };
    page::ok(&visit, &page)
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
    units.iter().filter_map(|unit| Some((unit.id, unit.label.clone(), why(unit)?))).collect()
}

/// The homes of a day with who lived there, as a spreadsheet.
pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let on = asked_day(&visit, &query)?;
    let units = visit.write(move |act| super::export(act, on)).await?;
    let names = ["label", "unit-kind", "block", "floor", "bedrooms", "area-m2", "occupants-min", "occupants-max"];
    let mut head: Vec<String> = names.iter().map(|name| visit.lang.t(&format!("field-{name}"))).collect();
    head.extend(["unit-accessible", "unit-now", "units-vacant-since-column"].map(|key| visit.lang.t(key)));
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let rows = units.into_iter().map(|unit| {
        let accessible = if unit.accessible { visit.lang.t("yes") } else { String::new() };
        let vacant = unit.vacant_since.filter(|_| unit.people.is_none()).map(|day| day.to_string());
        vec![
            unit.label,
            visit.lang.t(&kind_key(&unit.kind)),
            unit.block,
            number(unit.floor),
            number(unit.bedrooms),
            number(unit.area_m2),
            number(unit.occupants_min),
            number(unit.occupants_max),
            accessible,
            unit.people.unwrap_or_default(),
            vacant.unwrap_or_default(),
        ]
    });
    Table::new(head, rows).answer(&visit, &format!("homes-{on}"))
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
            floors.push(Floor { id: floors.len(), block: named.then(|| unit.block.clone()), name, units: Vec::new() });
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

// ---- one home ----

#[derive(Template)]
#[template(path = "units/show.html")]
struct UnitPage {
    page: Page,
    unit: Unit,
    kind: String,
    /// What else is known of it, as name and value.
    facts: Vec<(String, String)>,
    now: Vec<Occupant>,
    before: Vec<Occupant>,
    vacant: bool,
    may_write: bool,
    form: Form,
    people: Vec<(String, String)>,
    relations: Vec<(&'static str, String)>,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let mut form = Form::blank();
    form.set("moved_in_on", visit.today().to_string());
    form.set("moved_out_on", visit.today().to_string());
    page::ok(&visit, &unit_page(&visit, *id, form).await?)
}

async fn unit_page(visit: &Visit, id: i64, form: Form) -> Result<UnitPage> {
    let may_write = visit.may(Permission::UnitsWrite);
    let (unit, occupants, people) = visit
        .read(move |conn, visit| {
            let unit = super::find(conn, id)?;
            let occupants = super::occupants(conn, id, visit.today())?;
            let people = if may_write { members::options(conn, visit.today())? } else { Vec::new() };
            Ok((unit, occupants, people))
        })
        .await?;
    let (today, sees_former) = (visit.today(), members::sight(visit) != Sight::Shared);
    let (before, now): (Vec<_>, Vec<_>) =
        occupants.into_iter().partition(|occupant| occupant.until.is_some_and(|until| until <= today));
    let none = (String::new(), visit.lang.t("unit-choose-person"));
    Ok(UnitPage {
        page: Page::named(visit, "units", visit.lang.with("unit-named", &[("label", unit.label.as_str().into())]))
            .with_form(&form),
        kind: visit.lang.t(&kind_key(&unit.kind)),
        facts: facts(visit, &unit),
        vacant: unit.is_dwelling() && now.is_empty(),
        now,
        before: before.into_iter().filter(|occupant| sees_former || !occupant.is_former).collect(),
        may_write,
        form,
        relations: RELATIONS.iter().map(|word| (*word, visit.lang.t(&format!("relation-{word}")))).collect(),
        people: std::iter::once(none).chain(people.into_iter().map(|(id, name)| (id.to_string(), name))).collect(),
        unit,
    })
}

fn facts(visit: &Visit, unit: &Unit) -> Vec<(String, String)> {
    let known = [
        ("field-block", Some(unit.block.clone()).filter(|block| !block.is_empty())),
        ("field-floor", unit.floor.map(|floor| floor.to_string())),
        ("field-bedrooms", unit.bedrooms.map(|rooms| rooms.to_string())),
        ("unit-area", unit.area_m2.map(|area| format!("{area}\u{a0}m²"))),
        ("unit-meant-for", meant_for(visit, unit)),
        ("unit-accessible", unit.accessible.then(|| visit.lang.t("yes"))),
    ];
    known.into_iter().filter_map(|(key, value)| Some((visit.lang.t(key), value?))).collect()
}

fn meant_for(visit: &Visit, unit: &Unit) -> Option<String> {
    let (min, max) = (unit.occupants_min, unit.occupants_max);
    let words = match (min, max) {
        (None, None) => return None,
        (Some(min), None) => visit.lang.with("unit-people-at-least", &[("min", min.into())]),
        (None, Some(max)) => visit.lang.with("unit-people-at-most", &[("max", max.into())]),
        (Some(min), Some(max)) => visit.lang.with("unit-people-from-to", &[("min", min.into()), ("max", max.into())]),
    };
    Some(words)
}

// ---- who keeps the register ----

#[derive(Template)]
#[template(path = "units/form.html")]
struct UnitForm {
    page: Page,
    form: Form,
    action: String,
    back: String,
    is_new: bool,
    kinds: Vec<(&'static str, String)>,
}

fn form_page(visit: &Visit, id: Option<i64>, form: Form) -> UnitForm {
    let title = if id.is_some() { "unit-edit-title" } else { "unit-new-title" };
    let address = id.map_or_else(|| "/units".to_owned(), |id| format!("/units/{id}"));
    UnitForm {
        page: Page::new(visit, "units", title).with_form(&form),
        form,
        action: address.clone(),
        back: address,
        is_new: id.is_none(),
        kinds: KINDS.iter().map(|kind| (*kind, visit.lang.t(&kind_key(kind)))).collect(),
    }
}

pub async fn new_form(visit: Visit) -> Answer {
    page::ok(&visit, &form_page(&visit, None, Form::filled([("unit_kind", "apartment".to_owned())])))
}

fn read_unit(form: &Form) -> Result<(NewUnit, i32)> {
    let reader = form.reader();
    let small = |name: &str, bounds| reader.number(name, bounds).map(|number| number as i32);
    let unit = NewUnit {
        label: reader.required_line("label", 30),
        kind: reader.required_choice("unit_kind", &KINDS.map(|kind| (kind, kind))).unwrap_or("apartment"),
        block: reader.line("block", 60),
        floor: small("floor", -9..=200),
        bedrooms: small("bedrooms", 0..=12),
        area_m2: small("area_m2", 1..=5_000),
        accessible: reader.checked("accessible"),
        occupants_min: small("occupants_min", 1..=30),
        occupants_max: small("occupants_max", 1..=30),
    };
    if unit.occupants_min.zip(unit.occupants_max).is_some_and(|(min, max)| max < min) {
        reader.refuse("occupants_max", "wrong-occupants-max");
    }
    let version = small("version", 1..=i64::from(i32::MAX)).unwrap_or(0);
    reader.finish()?;
    Ok((unit, version))
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let (unit, _) = read_unit(form)?;
            let id = super::add(act, &unit)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-added", unit.label).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, None, form.with_errors(errors))),
        Err(error) => Err(error),
    }
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let unit = visit.read(move |conn, _| super::find(conn, id)).await?;
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let form = Form::filled([
        ("version", unit.version.to_string()),
        ("label", unit.label),
        ("unit_kind", unit.kind),
        ("block", unit.block),
        ("floor", number(unit.floor)),
        ("bedrooms", number(unit.bedrooms)),
        ("area_m2", number(unit.area_m2)),
        ("accessible", if unit.accessible { "1" } else { "" }.to_owned()),
        ("occupants_min", number(unit.occupants_min)),
        ("occupants_max", number(unit.occupants_max)),
    ]);
    page::ok(&visit, &form_page(&visit, Some(id), form))
}

pub async fn change(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let (unit, version) = read_unit(form)?;
            super::change(act, id, version, &unit)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-changed", unit.label))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, Some(id), form.with_errors(errors))),
        Err(error) => Err(error),
    }
}

pub async fn move_in(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let member = reader.required_number("occupant_id", 1..=i64::MAX);
            let from = reader.required_date("moved_in_on");
            let relation = reader.choice("relation", &RELATIONS.map(|word| (word, word))).unwrap_or("member");
            reader.finish()?;
            let name = members::names(act.conn, &[member])?.remove(&member).ok_or(Error::NotFound)?;
            super::move_in_as(act, id, member, from, relation)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-moved-in", name))
        })
        .await;
    answer(&visit, id, form, outcome).await
}

pub async fn move_out(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let member = reader.required_number("occupant_id", 1..=i64::MAX);
            let on = reader.required_date("moved_out_on");
            reader.finish()?;
            let name = members::names(act.conn, &[member])?.remove(&member).ok_or(Error::NotFound)?;
            super::move_out(act, id, member, on)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-moved-out", name))
        })
        .await;
    answer(&visit, id, form, outcome).await
}

/// After a change of who lives there: the page of the home, with what was done or what is wrong.
async fn answer(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &unit_page(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
