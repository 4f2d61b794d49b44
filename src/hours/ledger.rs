//! Writing lines of the ledger, and comparing it with what the events told.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::store::ledger as store;
use super::{Doer, Kind, Per, Work, rules, slice};
use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::slice::Discrepancy;
use crate::platform::visit::Act;

/// A line that is to be written.
#[derive(Debug, Clone)]
pub struct NewLine {
    pub worked_on: NaiveDate,
    pub minutes: i32,
    pub kind: Kind,
    pub member_id: Option<i64>,
    pub unit_id: Option<i64>,
    pub about: &'static str,
    pub about_id: Option<i64>,
    pub title: String,
    pub note: String,
}

/// Writes down hours that work earned: a line for each doer, who gets the whole minutes. Three people who paint for two hours gave two hours
/// each. What a home did as a whole is one line of the home; where each member owes for themselves, the adults who lived there that day
/// share it equally. Whoever was credited for this already, and still is, gets nothing more.
pub fn credit(act: &mut Act<'_>, work: &Work<'_>, doers: &[Doer]) -> Result<()> {
    if work.minutes <= 0 {
        return Ok(());
    }
    let (duties, year_starts) = store::duties(act.conn)?;
    let per = rules::duty_on(&duties, year_starts, work.worked_on).map(|duty| duty.per);
    let standing = store::credited(act.conn, work.about, work.about_id)?;
    let mut lines: Vec<NewLine> = Vec::new();
    for doer in doers {
        for (member_id, unit_id, minutes) in parts(act, *doer, per, work)? {
            let whose = |member: Option<i64>, unit: Option<i64>| {
                member.map_or(unit.map(Doer::Unit), |id| Some(Doer::Member(id)))
            };
            let own = whose(member_id, unit_id);
            let has = standing.iter().any(|line| whose(line.member_id, line.unit_id) == own)
                || lines.iter().any(|line| whose(line.member_id, line.unit_id) == own);
            if !has && minutes > 0 {
                lines.push(line(work, member_id, unit_id, minutes));
            }
        }
    }
    write(act, &lines).map(drop)
}

fn line(work: &Work<'_>, member_id: Option<i64>, unit_id: Option<i64>, minutes: i32) -> NewLine {
    NewLine {
        worked_on: work.worked_on,
        minutes,
        kind: work.kind,
        member_id,
        unit_id,
        about: work.about,
        about_id: Some(work.about_id),
        title: work.title.to_owned(),
        note: String::new(),
    }
}

/// Whose the hours of a doer are: member, home, minutes.
fn parts(
    act: &mut Act<'_>,
    doer: Doer,
    per: Option<Per>,
    work: &Work<'_>,
) -> Result<Vec<(Option<i64>, Option<i64>, i32)>> {
    Ok(match (doer, per) {
        (Doer::Member(member), _) => {
            let home = store::home_on(act.conn, member, work.worked_on)?;
            vec![(Some(member), home, work.minutes)]
        }
        (Doer::Unit(unit), Some(Per::Member)) => {
            let adults = store::adults(act.conn, unit, work.worked_on)?;
            let shares = rules::shares(work.minutes, adults.len());
            let shared: Vec<_> =
                adults.iter().zip(shares).map(|(member, minutes)| (Some(*member), Some(unit), minutes)).collect();
            if shared.is_empty() { vec![(None, Some(unit), work.minutes)] } else { shared }
        }
        (Doer::Unit(unit), _) => vec![(None, Some(unit), work.minutes)],
    })
}

/// Writes lines of one thing that was done, with one event; their numbers.
pub fn write(act: &mut Act<'_>, lines: &[NewLine]) -> Result<Vec<i64>> {
    let Some(first) = lines.first() else { return Ok(Vec::new()) };
    let account = act.viewer.map(|viewer| viewer.account_id);
    let mut ids = Vec::with_capacity(lines.len());
    for line in lines {
        ids.push(store::insert(act.conn, line, account, act.now)?);
    }
    let told: Vec<Value> =
        ids.iter().zip(lines).map(|(id, line)| told(*id, line.member_id, line.unit_id, line.minutes)).collect();
    let detail = json!({ "hours_kind": first.kind, "worked_on": first.worked_on, "lines": told });
    let subject = Subject { id: ids.first().copied().unwrap_or_default(), name: first.title.clone() };
    events::record(act, &slice::HOURS_RECORDED, &subject, detail)?;
    Ok(ids)
}

fn told(id: i64, member_id: Option<i64>, unit_id: Option<i64>, minutes: i32) -> Value {
    json!({ "id": id, "member_id": member_id, "unit_id": unit_id, "minutes": minutes })
}

/// What was done was not, or not by them: each line of it that stands is taken back by a further one of the same day. Doing it again
/// changes nothing.
pub fn take_back(act: &mut Act<'_>, about: &'static str, about_id: i64) -> Result<()> {
    let account = act.viewer.map(|viewer| viewer.account_id);
    let lines = store::take_back(act.conn, about, about_id, account, act.now)?;
    let Some(first) = lines.first() else { return Ok(()) };
    let subject = Subject { id: first.id, name: first.title.clone() };
    let told: Vec<Value> = lines.iter().map(|line| told(line.id, line.member_id, line.unit_id, line.minutes)).collect();
    events::record(act, &slice::HOURS_TAKEN_BACK, &subject, json!({ "lines": told }))?;
    Ok(())
}

/// Compares the ledger with what the events told of each line. Whose a line is may have become another entry of the same person.
pub fn verify(conn: &mut PgConnection) -> Result<Vec<Discrepancy>> {
    let entries = store::entries(conn)?;
    let said = |member: Option<i64>, unit: Option<i64>, minutes: i64| {
        let number = |id: Option<i64>| id.map_or("nobody".to_owned(), |id| id.to_string());
        format!("{minutes} minutes of member {}, unit {}", number(member), number(unit))
    };
    let mut expected: HashMap<i64, String> = HashMap::new();
    for event in events::of_kinds(conn, &[&slice::HOURS_RECORDED, &slice::HOURS_TAKEN_BACK])? {
        for line in event.detail["lines"].as_array().into_iter().flatten() {
            let member = line["member_id"].as_i64().map(|id| entries.get(&id).copied().unwrap_or(id));
            let words = said(member, line["unit_id"].as_i64(), line["minutes"].as_i64().unwrap_or_default());
            expected.insert(line["id"].as_i64().unwrap_or_default(), words);
        }
    }
    let mut wrong = Vec::new();
    for line in store::all(conn)? {
        let found = said(line.member_id, line.unit_id, line.minutes.into());
        match expected.remove(&line.id) {
            Some(words) if words == found => {}
            other => {
                let told = other.unwrap_or_else(|| "no such line".to_owned());
                wrong.push(Discrepancy::new(format!("line {} of the hours", line.id), &told, &found));
            }
        }
    }
    let mut gone: Vec<_> = expected.into_iter().collect();
    gone.sort();
    wrong.extend(
        gone.into_iter().map(|(id, words)| Discrepancy::new(format!("line {id} of the hours"), &words, "no such line")),
    );
    Ok(wrong)
}
