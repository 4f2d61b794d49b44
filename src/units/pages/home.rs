//! One home: what is known of it, who lives there, and the forms that change that.

use actix_web::web;
use askama::Template;

use super::kind_key;
use crate::members::{self, Sight};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::undo;
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::units::undoing::{self, Undoing};
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
    people: Pick,
    /// What becomes of those who live there when somebody moves in: (value, words, explanation); empty where nobody does.
    shared: Vec<(&'static str, String, String)>,
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
            let nobody = visit.lang.t("unit-choose-person");
            let people = if may_write { members::choices(conn, visit.today(), nobody)? } else { Vec::new() };
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
    Ok(UnitPage {
        page: Page::named(visit, "units", visit.lang.with("unit-named", &[("label", unit.name.as_str().into())]))
            .with_form(&form),
        kind: visit.lang.t(&kind_key(&unit.kind)),
        facts: facts(visit, &unit),
        vacant: unit.is_dwelling() && now.is_empty(),
        shared: shared_options(visit, &now),
        now,
        before: before.into_iter().filter(|occupant| sees_former || !occupant.is_former).collect(),
        may_write,
        children: children.filter(|_| unit.is_dwelling()),
        people: Pick::of(&form, "occupant_id", people),
        form,
        relations: RELATIONS.iter().map(|word| (*word, visit.lang.t(&format!("relation-{word}")))).collect(),
        unit,
    })
}

fn shared_options(visit: &Visit, now: &[Occupant]) -> Vec<(&'static str, String, String)> {
    let names: Vec<&str> = now.iter().filter(|one| one.relation != "guest").map(|one| one.name.as_str()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let words = |word: &str| visit.lang.t_of("unit-answer-", word);
    undoing::ANSWERS.iter().map(|word| (*word, words(word), names.join(", "))).collect()
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
            let today = act.today();
            let form = pick::settled(form, "occupant_id", || members::choices(act.conn, today, String::new()))?;
            let reader = form.reader();
            let member = reader.required_number("occupant_id", 1..=i64::MAX);
            let from = reader.required_date("moved_in_on");
            let relation = reader.choice("relation", &RELATIONS.map(|word| (word, word))).unwrap_or("member");
            reader.finish()?;
            let name = members::names(act.conn, &[member])?.remove(&member).ok_or(Error::NotFound)?;
            let mut was = undoing::make_room(act, id, &[member], from, form.value("home_shared"))?;
            units::move_in_as(act, id, member, from, relation)?;
            was.push(undoing::of_moving_in(act.conn, id, member, from)?);
            let done = Done::to(format!("/units/{id}")).say("unit-moved-in", name);
            undo::offer(act, done, &format!("/units/{id}/undoing"), &was)
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
            let was = [undoing::move_out(act, id, member, on)?];
            let done = Done::to(format!("/units/{id}")).say("unit-moved-out", name);
            undo::offer(act, done, &format!("/units/{id}/undoing"), &was)
        })
        .await;
    answer(&visit, id, form, outcome).await
}

/// Takes the move back that was entered a moment ago.
pub async fn take_back(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, path) = (*id, visit.path.clone());
    let done = visit
        .submit(&form, move |act, form| {
            units::find(act.conn, id)?;
            let was: Vec<Undoing> = undo::read(act, &path, form)?;
            for one in was.iter().rev() {
                undoing::take_back(act, id, one)?;
            }
            Ok(Done::to(format!("/units/{id}")).say("unit-move-undone", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
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
