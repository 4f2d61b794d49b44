//! The form of a home: a new one, or what is known of one.

use actix_web::web;
use askama::Template;

use super::kind_key;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::units::{self, KINDS, NewUnit};

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
    page::ok(
        &visit,
        &form_page(&visit, None, Form::filled([("unit_kind", "apartment".to_owned()), ("home_votes", "1".to_owned())])),
    )
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
        votes: if form.value("home_votes").is_empty() { 1 } else { small("home_votes", 0..=99).unwrap_or(1) },
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
            let id = units::add(act, &unit)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-added", unit.name()).made(id))
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
    let unit = visit.read(move |conn, _| units::find(conn, id)).await?;
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
        ("home_votes", unit.votes.to_string()),
    ]);
    page::ok(&visit, &form_page(&visit, Some(id), form))
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let (unit, version) = read_unit(form)?;
            units::change(act, id, version, &unit)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-changed", unit.name()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, Some(id), form.with_errors(errors))),
        Err(error) => Err(error),
    }
}
