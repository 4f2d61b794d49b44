//! The form of a move.

use actix_web::web;
use askama::Template;

use super::{Destination, Move};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::units::{self, undoing};

#[derive(Template)]
#[template(path = "moves/new.html")]
struct MovePage {
    page: Page,
    form: Form,
    unit: i64,
    label: String,
    /// Who lives there today: id and name.
    people: Vec<(String, String)>,
    destinations: Vec<(String, String)>,
    /// How many children live there today.
    children: i64,
    /// What becomes of those who live in the other home: (value, words, who); empty where nobody does.
    shared: Vec<(&'static str, String, String)>,
}

/// The choice in the list of destinations that is no home.
const LEAVES_COOP: &str = "leaves";

async fn move_page(visit: &Visit, id: i64, mut form: Form) -> Result<MovePage> {
    let (unit, occupants, homes, children) = visit
        .read(move |conn, visit| {
            let unit = units::find(conn, id)?;
            let occupants = units::occupants(conn, id, visit.today())?;
            Ok((unit, occupants, units::options(conn)?, units::children(conn, id, visit.today())?))
        })
        .await?;
    let shared = shared(visit, &form).await?;
    let today = visit.today();
    let people: Vec<(String, String)> = occupants
        .into_iter()
        .filter(|occupant| occupant.lives_there(today))
        .map(|occupant| (occupant.member_id.to_string(), occupant.name))
        .collect();
    if form.names().next().is_none() {
        form = Form::filled(
            people
                .iter()
                .map(|(id, _)| ("person", id.clone()))
                .chain([("moved_on", today.to_string()), ("checklist", "1".to_owned())])
                .chain([("moving_children", children.to_string())]),
        );
    }
    let others = homes.into_iter().filter(|(home, _)| *home != id);
    let named = |label: &str| visit.lang.with("unit-named", &[("label", label.into())]);
    let destinations =
        [(String::new(), visit.lang.t("move-choose")), (LEAVES_COOP.to_owned(), visit.lang.t("move-leaves"))]
            .into_iter()
            .chain(others.map(|(home, label)| (home.to_string(), named(&label))))
            .collect();
    Ok(MovePage {
        page: Page::new(visit, "units", "move-title").with_form(&form),
        form,
        unit: id,
        label: unit.name,
        people,
        destinations,
        children,
        shared,
    })
}

/// What can become of those who live in the home that was chosen.
async fn shared(visit: &Visit, form: &Form) -> Result<Vec<(&'static str, String, String)>> {
    let Ok(to) = form.value("destination").parse::<i64>() else { return Ok(Vec::new()) };
    let on = form.value("moved_on").parse().unwrap_or_else(|_| visit.today());
    let there = visit.read(move |conn, _| undoing::living_there(conn, to, on)).await?;
    if there.is_empty() {
        return Ok(Vec::new());
    }
    let names: Vec<String> = there.into_iter().map(|(_, name)| name).collect();
    let words = |word: &str| visit.lang.t_of("unit-answer-", word);
    Ok(undoing::ANSWERS.iter().map(|word| (*word, words(word), names.join(", "))).collect())
}

/// The address may fill the form, as an accepted transfer does.
pub async fn new_form(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let form = if query.value("destination").is_empty() { Form::blank() } else { query };
    page::ok(&visit, &move_page(&visit, *id, form).await?)
}

fn read_move(form: &Form, from: i64) -> Result<Move> {
    let reader = form.reader();
    let to = match form.value("destination") {
        LEAVES_COOP => Some(Destination::LeavesCoop),
        "" => {
            reader.refuse("destination", "wrong-choice");
            None
        }
        _ => Some(Destination::Unit(reader.required_number("destination", 1..=i64::MAX))),
    };
    let people: Vec<i64> = form.all("person").filter_map(|id| id.parse().ok()).take(50).collect();
    if people.is_empty() {
        reader.refuse("person", "wrong-nobody-chosen");
    }
    let on = reader.required_date("moved_on");
    let children = reader.number("moving_children", 0..=units::CHILDREN_MAX).unwrap_or(0);
    let checklist = reader.checked("checklist");
    reader.finish()?;
    Ok(Move { from, people, to: to.ok_or(Error::BadRequest)?, on, children, checklist })
}

pub async fn carry_out(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let plan = read_move(form, id)?;
            if let Destination::Unit(to) = plan.to
                && to != id
            {
                undoing::make_room(act, to, &plan.people, plan.on, form.value("home_shared"))
                    .map_err(super::on_moved_on)?;
            }
            super::carry_out(act, &plan)?;
            let after = match plan.to {
                Destination::Unit(to) => to,
                Destination::LeavesCoop => id,
            };
            let label = units::find(act.conn, id)?.name;
            Ok(Done::to(format!("/units/{after}")).say("move-done", label))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &move_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
