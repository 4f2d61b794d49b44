//! Entering a plan into the register: homes and committees first, then people, then who lives and sits where.

use std::collections::HashMap;
use std::collections::hash_map::Entry::Vacant;

use chrono::NaiveDate;
use serde_json::json;

use super::cells::{floor, home_key};
use super::columns::folded;
use super::homes::{Facts, HomeChanged, Homes, KnownHome};
use super::register::spelled;
use super::rules::{Entry, Group, Planned, Verdict};
use super::slice;
use super::undo::{self, Journal};
use super::{Outcome, Plan, store};
use crate::members::{self, Details, Known, NewMember, Phone, Status};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::units::{MovingIn, NewUnit};
use crate::upkeep;
use crate::{committees, units};

/// Homes and committees by their folded names.
struct Places {
    units: Homes,
    committees: HashMap<String, i64>,
}

/// Does what a plan says. `import` is told how far it is.
pub fn enter(act: &mut Act<'_>, plan: &Plan, import: Option<i64>) -> Result<(Outcome, Journal)> {
    let (mut outcome, mut journal) = (Outcome::default(), Journal::default());
    let coming: Vec<&Planned> = plan.rows.iter().filter(|row| row.comes_in()).collect();
    let mut steps = Steps { import, done: 0, total: plan.people_wanted() };
    let (places, new_units, new_committees) = places(act, plan, &mut steps)?;
    (outcome.units_added, outcome.committees_added) = (new_units.len(), new_committees.len());
    journal.homes = change_homes(act, &coming, &places)?;
    outcome.units_changed = journal.homes.len();
    let people = || coming.iter().flat_map(|row| &row.people);
    let fresh: Vec<&Entry> =
        people().filter(|person| person.verdict == Verdict::New).map(|person| &person.entry).collect();
    journal.added = add(act, &fresh, plan.joined_on, &places)?;
    outcome.added = fresh.len();
    steps.take(act, fresh.len())?;
    let changed: Vec<(&Known, &Entry)> = people()
        .filter_map(|person| match &person.verdict {
            Verdict::Changed(at, _) => Some((&plan.known[*at], &person.entry)),
            _ => None,
        })
        .collect();
    journal.changed = changed.iter().map(|(known, _)| known.id).collect();
    journal.before = members::taking_back::contents(act.conn, &journal.changed)?;
    for (known, entry) in &changed {
        change(act, known, entry, &places)?;
        steps.take(act, 1)?;
    }
    outcome.changed = changed.len();
    let still = |row: &&Planned| !matches!(row.group(), Group::Problem | Group::Duplicate);
    outcome.same = plan
        .rows
        .iter()
        .filter(still)
        .flat_map(|row| &row.people)
        .filter(|person| matches!(person.verdict, Verdict::Same(_)))
        .count();
    outcome.left_out = plan.rows.iter().filter(|row| !still(row)).count();
    undo::seal(act, &mut journal, &new_units, &new_committees)?;
    events::record_of_coop(act, &slice::MEMBERS_IMPORTED, json!(outcome))?;
    jobs::enqueue(act.conn, &upkeep::slice::COUNT_ROWS, json!({}), act.now)?;
    Ok((outcome, journal))
}

/// How far an import is; told every so often.
pub struct Steps {
    pub import: Option<i64>,
    pub done: usize,
    pub total: usize,
}

impl Steps {
    pub fn take(&mut self, act: &mut Act<'_>, count: usize) -> Result<()> {
        let before = self.done / 50;
        self.done += count;
        match self.import {
            Some(id) if self.done / 50 != before => store::tell(act.conn, id, self.done, self.total),
            _ => Ok(()),
        }
    }
}

/// Finds the homes and committees that the rows name, and adds those that are not there yet: homes that stand empty too.
fn places(act: &mut Act<'_>, plan: &Plan, steps: &mut Steps) -> Result<(Places, Vec<i64>, Vec<i64>)> {
    let mut units = Homes::of(store::homes(act.conn)?);
    let mut committees: HashMap<String, i64> = HashMap::new();
    for lang in Lang::ALL {
        committees.extend(committees::options(act.conn, lang)?.into_iter().map(|(id, name)| (folded(&name), id)));
    }
    let (mut new_units, mut new_committees, said) = (Vec::new(), Vec::new(), described(plan));
    for row in plan.rows.iter().filter(|row| row.comes_in() || row.group() == Group::Nobody) {
        let entries: Vec<&Entry> = row
            .people
            .iter()
            .map(|person| &person.entry)
            .filter(|entry| entry.status != Some(Status::Former))
            .collect();
        let lived_in = row.people.is_empty() || !entries.is_empty();
        let named = row.home.units.iter().zip(&row.home.labels).filter(|_| lived_in);
        for (name, label) in named {
            if units.find(name).is_none() {
                let facts = said.get(&home_key(name)).copied().unwrap_or_default();
                let new = NewUnit {
                    label: label.to_owned(),
                    block: row.home.block.clone(),
                    floor: facts.floor.or_else(|| floor(label)),
                    bedrooms: facts.bedrooms,
                    area_m2: facts.area_m2,
                    ..NewUnit::default()
                };
                let id = units::add(act, &new)?;
                units.add(KnownHome { id, name: name.clone(), facts: Facts::default() });
                new_units.push(id);
                steps.total += 1;
                steps.take(act, 1)?;
            }
        }
        for name in entries.iter().flat_map(|entry| &entry.committees) {
            if let Vacant(place) = committees.entry(folded(name)) {
                new_committees.push(*place.insert(committees::add(act, name, name)?));
            }
        }
    }
    Ok((Places { units, committees }, new_units, new_committees))
}

/// What the rows say of homes, by their keys; the first that says something counts. What is said of several homes in one row is
/// said of none of them.
fn described(plan: &Plan) -> HashMap<String, Facts> {
    let mut said: HashMap<String, Facts> = HashMap::new();
    for row in plan.rows.iter().filter(|row| row.comes_in() || row.group() == Group::Nobody) {
        if let [label] = row.home.units.as_slice() {
            let facts = said.entry(home_key(label)).or_default();
            facts.bedrooms = facts.bedrooms.or(row.home.bedrooms);
            facts.area_m2 = facts.area_m2.or(row.home.area_m2);
            facts.floor = facts.floor.or(row.home.floor);
        }
    }
    said
}

/// Homes that were known already, of which a row says something else.
fn change_homes(act: &mut Act<'_>, coming: &[&Planned], places: &Places) -> Result<Vec<HomeChanged>> {
    let mut changed = Vec::new();
    for row in coming.iter().filter(|row| !row.home_changes.is_empty()) {
        let Some(id) = row.home.units.first().and_then(|name| places.units.find(name)).map(|home| home.id) else {
            continue;
        };
        let unit = units::find(act.conn, id)?;
        let before = Facts { bedrooms: unit.bedrooms, area_m2: unit.area_m2, floor: unit.floor };
        let after = Facts {
            bedrooms: row.home.bedrooms.or(before.bedrooms),
            area_m2: row.home.area_m2.or(before.area_m2),
            floor: row.home.floor.or(before.floor),
        };
        if before != after {
            set_facts(act, &unit, after)?;
            changed.push(HomeChanged { id, before, after });
        }
    }
    Ok(changed)
}

pub fn set_facts(act: &mut Act<'_>, unit: &units::Unit, facts: Facts) -> Result<()> {
    let details = NewUnit { bedrooms: facts.bedrooms, area_m2: facts.area_m2, floor: facts.floor, ..unit.details() };
    units::change(act, unit.id, unit.version, &details)
}

/// New people, all at once. Their ids. `assumed` is the day of joining of those for whom the file has none.
fn add(act: &mut Act<'_>, entries: &[&Entry], assumed: Option<NaiveDate>, places: &Places) -> Result<Vec<i64>> {
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
            joined_on: entry.joined_on.or(assumed).unwrap_or(today),
            status: entry.status.unwrap_or(Status::Member),
        })
        .collect();
    let ids = members::add_all(act, &new)?;
    if assumed.is_none() {
        let without = entries.iter().zip(&ids).filter(|(entry, _)| entry.joined_on.is_none()).map(|(_, id)| *id);
        members::joined_unknown(act, &without.collect::<Vec<_>>())?;
    }
    let with_phones = entries.iter().zip(&ids).filter(|(entry, _)| !entry.more_phones.is_empty());
    for (entry, id) in with_phones {
        members::give_phones(act, *id, &entry.more_phones)?;
    }
    let (mut homes, mut seats) = (Vec::new(), Vec::new());
    for ((entry, member), id) in entries.iter().zip(&new).zip(ids.iter().copied()) {
        if member.status == Status::Former {
            continue;
        }
        let mut lives_in: Vec<i64> = entry.units.iter().filter_map(|name| Some(places.units.find(name)?.id)).collect();
        lives_in.sort_unstable();
        lives_in.dedup();
        let stay = |unit| MovingIn { unit, member: id, from: member.joined_on, since_known: entry.joined_on.is_some() };
        homes.extend(lives_in.into_iter().map(stay));
        let sits = |name: &String| Some((*places.committees.get(&folded(name))?, id, member.joined_on));
        seats.extend(entry.committees.iter().filter_map(sits));
    }
    units::move_in_all(act, &homes)?;
    committees::join_all(act, &seats)?;
    Ok(ids)
}

/// Somebody who was in the register already.
fn change(act: &mut Act<'_>, known: &Known, entry: &Entry, places: &Places) -> Result<()> {
    let entry = &super::register::as_known(known, entry);
    let details = Details {
        number: entry.number.clone().unwrap_or_else(|| known.number.clone()),
        given_name: spelled(&known.given_name, &entry.given_name).to_owned(),
        family_name: spelled(&known.family_name, &entry.family_name).to_owned(),
        email: entry.email.clone().or_else(|| known.email.clone()),
        phone: entry.phone.clone().or_else(|| known.phone.clone()),
        language: entry.language.map_or_else(|| known.language.clone(), |lang| lang.code().to_owned()),
        joined_on: entry.joined_on.unwrap_or(known.joined_on),
    };
    members::change(act, known.id, known.version, &details)?;
    let further = super::register::further_phones(known, entry);
    if !further.is_empty() {
        let (mut whole, version) = members::whole(act.conn, known.id)?;
        whole.more_phones.extend(further.into_iter().map(|number| Phone { label: String::new(), number }));
        members::change_whole(act, known.id, version, &whole)?;
    }
    let today = act.today();
    let status = entry.status.unwrap_or_else(|| Status::parse(&known.status).unwrap_or(Status::Member));
    if status.word() != known.status {
        members::believe_status(act, known.id, status, today)?;
    }
    if status == Status::Former {
        return Ok(());
    }
    move_homes(act, known, entry, places)?;
    for name in super::register::added(&known.committee_names, &entry.committees) {
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
    for label in super::register::other_homes(&entry.units, &known.units) {
        if let Some(unit) = units::labelled(act.conn, &label)? {
            match units::move_out(act, unit, known.id, today) {
                Ok(()) | Err(Error::NotFound) => {} // an end is known already
                Err(Error::Invalid(_)) => units::take_stay_back(act, unit, known.id, today)?, // they came today, by mistake
                Err(error) => return Err(error),
            }
        }
    }
    for label in super::register::other_homes(&known.units, &entry.units) {
        if let Some(unit) = places.units.find(&label).map(|home| home.id) {
            units::move_in(act, unit, known.id, today)?;
        }
    }
    Ok(())
}
