//! Departures: what hangs on a person when they leave the co-op, ended on their day, and given back if they did not leave after all.
//!
//! What there is the slices declare (`platform::departure`); this walks the list. A departure is a step of the ledger, and `follow`
//! makes everything that hangs on the person agree with the ledger: of a new step it writes the ends, on the day it does the rest, of
//! a step that is gone it gives back what that had ended. Doing it again changes nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::store::{self, Hangs};
use super::{Status, record, slice};
use crate::platform::departure::{Departure, Fate, Hanging};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::slice::Slices;
use crate::platform::visit::Act;

/// How many things of each kind could not be given back.
pub type Lost = BTreeMap<&'static str, i64>;

/// What somebody's leaving would mean.
#[derive(Debug)]
pub struct Outlook {
    pub name: String,
    /// What ends or is given on, in the order in which that is declared.
    pub ends: Vec<Hangs>,
    pub stays: Vec<Hangs>,
    /// The words that say what is to be done first.
    pub obstacles: Vec<&'static str>,
}

fn kinds(slices: Slices) -> impl Iterator<Item = &'static Hanging> {
    slices.iter().flat_map(|slice| slice.departure)
}

/// What it would mean if somebody left on a day.
///
/// # Errors
/// `NotFound` when there is no such member.
pub fn outlook(conn: &mut PgConnection, slices: Slices, lang: Lang, member: i64, on: NaiveDate) -> Result<Outlook> {
    let name = super::name(conn, member)?;
    let departure = Departure { member, account: store::account_of(conn, member)?, on, until: None };
    let stays = |one: &Hangs| kinds(slices).any(|kind| kind.name == one.name && matches!(kind.fate, Fate::Stays));
    let (stays, ends) = store::hanging(conn, slices, lang, &departure)?.into_iter().partition(stays);
    Ok(Outlook { name, ends, stays, obstacles: obstacles(conn, slices, &departure)? })
}

fn obstacles(conn: &mut PgConnection, slices: Slices, departure: &Departure) -> Result<Vec<&'static str>> {
    let mut found = Vec::new();
    for obstacle in slices.iter().flat_map(|slice| slice.keeps_here) {
        if store::keeps_here(conn, departure, obstacle.when)? {
            found.push(obstacle.words);
        }
    }
    Ok(found)
}

/// Nobody is given anything for days on which they are gone.
///
/// # Errors
/// `Invalid` on `field` when this member has left by the day, or will have; `NotFound` when there is no such member.
pub fn must_be_here(conn: &mut PgConnection, member: i64, day: NaiveDate, field: &str) -> Result<()> {
    if super::standing(conn, member, day)?.status != Status::Former {
        return Ok(());
    }
    let since = store::ledger(conn, member)?.into_iter().rev().find(|(since, _)| *since <= day);
    let limit = since.map(|(since, _)| since.to_string());
    Err(Error::Invalid(vec![FieldError { field: field.to_owned(), key: "member-gone", limit }]))
}

/// What somebody was just given ends when they leave, where that is known.
pub fn ends_with_them(act: &mut Act<'_>, member: i64) -> Result<()> {
    if store::departures(act.conn, member)?.is_empty() {
        return Ok(());
    }
    follow(act, member).map(drop)
}

/// Makes what hangs on a member agree with their ledger. What could not be given back of a departure that was none.
///
/// # Errors
/// `Invalid` on `status_from` when a slice says that they cannot leave yet.
pub fn follow(act: &mut Act<'_>, member: i64) -> Result<Lost> {
    let account = store::account_of(act.conn, member)?;
    let ledger = store::ledger(act.conn, member)?;
    let left: Vec<Departure> = (0..ledger.len())
        .filter(|at| ledger[*at].1 == Status::Former.word())
        .map(|at| Departure { member, account, on: ledger[at].0, until: ledger.get(at + 1).map(|next| next.0) })
        .collect();
    let known = store::departures(act.conn, member)?;
    let mut lost = Lost::new();
    for gone in known.iter().filter(|known| left.iter().all(|one| one.on != known.on_date)) {
        let departure = Departure { member, account, on: gone.on_date, until: None };
        take_back(act, &departure, &gone.ended, &mut lost)?;
    }
    for departure in left {
        match known.iter().find(|known| known.on_date == departure.on) {
            Some(known) => end(act, &departure, known.acted_at.is_some())?,
            None => {
                if let Some(words) = obstacles(act.conn, act.state.slices, &departure)?.into_iter().next() {
                    return Err(Error::field("status_from", words));
                }
                store::put_departure(act.conn, &departure)?;
                end(act, &departure, false)?;
            }
        }
    }
    Ok(lost)
}

/// Ends what ends with a departure and has not ended yet.
fn end(act: &mut Act<'_>, departure: &Departure, acted: bool) -> Result<()> {
    let today = act.today();
    let acts = !acted && departure.on <= today;
    if acts {
        record(act, &slice::MEMBER_LEFT, departure.member, json!({ "after": { "on": departure.on } }))?;
    }
    let mut ended = Vec::new();
    for kind in kinds(act.state.slices) {
        let verbs = match &kind.fate {
            Fate::Ends(verbs) => verbs,
            Fate::OnTheDay(verbs) if acts && departure.lasts(today) => verbs,
            Fate::OnTheDay(_) | Fate::Stays => continue,
        };
        let all = (verbs.end)(act, departure)?;
        ended.extend(all.into_iter().map(|what| json!({ "name": kind.name, "what": what })));
    }
    if let (true, Some(account)) = (acts, departure.account) {
        events::signal_ended(act.conn, account)?;
    }
    if acts || !ended.is_empty() {
        store::add_ended(act.conn, departure, ended, acts.then_some(act.now))?;
    }
    Ok(())
}

/// Gives back what a departure ended, the last thing first.
fn take_back(act: &mut Act<'_>, departure: &Departure, ended: &Value, lost: &mut Lost) -> Result<()> {
    store::remove_departure(act.conn, departure)?;
    for one in ended.as_array().into_iter().flatten().rev() {
        let Some(kind) = kinds(act.state.slices).find(|kind| one["name"] == kind.name) else { continue };
        let Some(verbs) = kind.fate.verbs() else { continue };
        if !(verbs.restore)(act, departure, &one["what"])? {
            *lost.entry(kind.name).or_default() += 1;
        }
    }
    Ok(())
}

// ---- on the day ----

/// Every night: those whose day has come leave, each in an act of their own.
pub fn see_off(act: &mut Act<'_>, _: &Value) -> Result<()> {
    let today = act.today();
    for member in store::departures_due(act.conn, today)? {
        jobs::enqueue(act.conn, &slice::LEAVE, json!({ "member": member }), act.now)?;
    }
    Ok(())
}

/// The job behind it. Whoever did not leave after all meanwhile stays.
pub fn leave(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let Some(member) = payload["member"].as_i64() else { return Ok(()) };
    match store::locked_ledger(act.conn, member) {
        Ok(_) => follow(act, member).map(drop),
        Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}
