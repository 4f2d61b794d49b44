//! Entering a plan into the register: homes and committees first, then people, then who lives and sits where.

use std::collections::HashMap;
use std::collections::hash_map::Entry::Vacant;

use serde_json::json;

use super::cells::floor;
use super::columns::folded;
use super::rules::{Entry, Group, Verdict};
use super::{Outcome, Plan};
use crate::members::{self, Details, Known, NewMember, Status};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::units::NewUnit;
use crate::{committees, units};

/// Homes and committees by their folded names.
struct Places {
    units: HashMap<String, i64>,
    committees: HashMap<String, i64>,
}

pub fn enter(act: &mut Act<'_>, plan: &Plan) -> Result<Outcome> {
    let wanted = |verdict: &Verdict| matches!(verdict, Verdict::New | Verdict::Changed(..));
    let mut outcome = Outcome::default();
    let places = places(act, plan.rows.iter().filter(|row| wanted(&row.verdict)).map(|row| &row.entry), &mut outcome)?;
    let fresh: Vec<&Entry> = plan.rows.iter().filter(|row| row.group() == Group::New).map(|row| &row.entry).collect();
    add(act, &fresh, &places)?;
    for row in &plan.rows {
        match &row.verdict {
            Verdict::New => outcome.added += 1,
            Verdict::Changed(at, _) => {
                change(act, &plan.known[*at], &row.entry, &places)?;
                outcome.changed += 1;
            }
            Verdict::Same(_) => outcome.same += 1,
            Verdict::Duplicate(..) | Verdict::Problem(_) => outcome.left_out += 1,
        }
    }
    let subject = Subject { kind: "coop", id: act.coop.id.0, name: act.coop.name_en.clone() };
    events::record(act, "members.imported", &subject, json!(outcome))?;
    jobs::enqueue(act.conn, "count_rows", json!({}), act.now)?;
    Ok(outcome)
}

/// Finds the homes and committees that the rows name, and adds those that are not there yet.
fn places<'a>(act: &mut Act<'_>, entries: impl Iterator<Item = &'a Entry>, outcome: &mut Outcome) -> Result<Places> {
    let mut units: HashMap<String, i64> =
        units::options(act.conn)?.into_iter().map(|(id, label)| (folded(&label), id)).collect();
    let mut committees: HashMap<String, i64> = HashMap::new();
    for lang in Lang::ALL {
        committees.extend(committees::options(act.conn, lang)?.into_iter().map(|(id, name)| (folded(&name), id)));
    }
    for entry in entries.filter(|entry| entry.status != Some(Status::Former)) {
        for label in &entry.units {
            if let Vacant(place) = units.entry(folded(label)) {
                place.insert(units::add(act, &home(label))?);
                outcome.units_added += 1;
            }
        }
        for name in &entry.committees {
            if let Vacant(place) = committees.entry(folded(name)) {
                place.insert(committees::add(act, name, name)?);
                outcome.committees_added += 1;
            }
        }
    }
    Ok(Places { units, committees })
}

/// A home of which only the label is known.
fn home(label: &str) -> NewUnit {
    NewUnit { label: label.to_owned(), floor: floor(label), ..NewUnit::default() }
}

/// New people, all at once.
fn add(act: &mut Act<'_>, entries: &[&Entry], places: &Places) -> Result<()> {
    let today = act.today();
    let new: Vec<NewMember> = entries
        .iter()
        .map(|entry| NewMember {
            number: entry.number.clone().unwrap_or_default(),
            given_name: entry.given_name.clone(),
            family_name: entry.family_name.clone(),
            email: entry.email.clone(),
            phone: entry.phone.clone(),
            language: entry.language.unwrap_or(act.coop.language),
            joined_on: entry.joined_on.unwrap_or(today),
            status: entry.status.unwrap_or(Status::Member),
        })
        .collect();
    let ids = members::add_all(act, &new)?;
    let (mut homes, mut seats) = (Vec::new(), Vec::new());
    for ((entry, member), id) in entries.iter().zip(&new).zip(ids) {
        if member.status == Status::Former {
            continue;
        }
        homes.extend(
            entry.units.iter().filter_map(|label| Some((*places.units.get(&folded(label))?, id, member.joined_on))),
        );
        let sits = |name: &String| Some((*places.committees.get(&folded(name))?, id, member.joined_on));
        seats.extend(entry.committees.iter().filter_map(sits));
    }
    units::move_in_all(act, &homes)?;
    committees::join_all(act, &seats)
}

/// Somebody who was in the register already.
fn change(act: &mut Act<'_>, known: &Known, entry: &Entry, places: &Places) -> Result<()> {
    let kept = |new: &str, old: &str| if new.is_empty() { old.to_owned() } else { new.to_owned() };
    let details = Details {
        number: entry.number.clone().unwrap_or_else(|| known.number.clone()),
        given_name: kept(&entry.given_name, &known.given_name),
        family_name: kept(&entry.family_name, &known.family_name),
        email: entry.email.clone().or_else(|| known.email.clone()),
        phone: entry.phone.clone().or_else(|| known.phone.clone()),
        language: entry.language.map_or_else(|| known.language.clone(), |lang| lang.code().to_owned()),
        joined_on: entry.joined_on.unwrap_or(known.joined_on),
    };
    members::change(act, known.id, known.version, &details)?;
    let today = act.today();
    let status = entry.status.unwrap_or_else(|| Status::parse(&known.status).unwrap_or(Status::Member));
    if status.word() != known.status {
        members::believe_status(act, known.id, status, today)?;
    }
    if status == Status::Former {
        return Ok(());
    }
    move_homes(act, known, entry, places)?;
    for name in super::register::added(&known.committees, &entry.committees) {
        if let Some(committee) = places.committees.get(&folded(&name)) {
            committees::join(act, *committee, known.id, today)?;
        }
    }
    Ok(())
}

/// Moves somebody out of the homes that the row does not name and into those it does, today.
fn move_homes(act: &mut Act<'_>, known: &Known, entry: &Entry, places: &Places) -> Result<()> {
    if entry.units.is_empty() {
        return Ok(());
    }
    let today = act.today();
    for label in super::register::added(&entry.units, &known.units) {
        if let Some(unit) = units::labelled(act.conn, &label)? {
            match units::move_out(act, unit, known.id, today) {
                Ok(()) | Err(Error::NotFound | Error::Invalid(_)) => {} // an end is known already, or they came today
                Err(error) => return Err(error),
            }
        }
    }
    for label in super::register::added(&known.units, &entry.units) {
        if let Some(unit) = places.units.get(&folded(&label)) {
            units::move_in(act, *unit, known.id, today)?;
        }
    }
    Ok(())
}
