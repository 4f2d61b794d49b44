//! One home: what is known of it, who lives there, and the forms that change that.

use actix_web::web;
use askama::Template;

use super::kind_key;
use crate::members::{self, Sight};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::units::{self, Occupant, RELATIONS, Unit};

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
    /// How many children live there, for who keeps the register and who lives there.
    children: Option<i64>,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let mut form = Form::blank();
    form.set("moved_in_on", visit.today().to_string());
    form.set("moved_out_on", visit.today().to_string());
    form.set("children_since", visit.today().to_string());
    page::ok(&visit, &unit_page(&visit, *id, form).await?)
}

async fn unit_page(visit: &Visit, id: i64, form: Form) -> Result<UnitPage> {
    let may_write = visit.may(Permission::UnitsWrite);
    let (unit, occupants, people, children) = visit
        .read(move |conn, visit| {
            let unit = units::find(conn, id)?;
            let occupants = units::occupants(conn, id, visit.today())?;
            let people = if may_write { members::options(conn, visit.today())? } else { Vec::new() };
            let own = visit.viewer()?.member_id;
            let lives_there =
                |occupant: &Occupant| Some(occupant.member_id) == own && occupant.lives_there(visit.today());
            let concerned = may_write || occupants.iter().any(lives_there);
            let children = concerned.then(|| units::children(conn, id, visit.today())).transpose()?;
            Ok((unit, occupants, people, children))
        })
        .await?;
    let (today, sees_former) = (visit.today(), members::sight(visit) != Sight::Shared);
    let (before, now): (Vec<_>, Vec<_>) =
        occupants.into_iter().partition(|occupant| occupant.until.is_some_and(|until| until <= today));
    let none = (String::new(), visit.lang.t("unit-choose-person"));
    Ok(UnitPage {
        page: Page::named(visit, "units", visit.lang.with("unit-named", &[("label", unit.name.as_str().into())]))
            .with_form(&form),
        kind: visit.lang.t(&kind_key(&unit.kind)),
        facts: facts(visit, &unit),
        vacant: unit.is_dwelling() && now.is_empty(),
        now,
        before: before.into_iter().filter(|occupant| sees_former || !occupant.is_former).collect(),
        may_write,
        children: children.filter(|_| unit.is_dwelling()),
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
        ("field-home-votes", unit.is_dwelling().then(|| unit.votes.to_string())),
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
            units::move_in_as(act, id, member, from, relation)?;
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
            units::move_out(act, id, member, on)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-moved-out", name))
        })
        .await;
    answer(&visit, id, form, outcome).await
}

/// How many children live there from a day on.
pub async fn count_children(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let children = reader.required_number("home_children", 0..=units::CHILDREN_MAX);
            let since = reader.required_date("children_since");
            reader.finish()?;
            units::count_children(act, id, since, children)?;
            Ok(Done::to(format!("/units/{id}")).say("unit-children-counted", ""))
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
