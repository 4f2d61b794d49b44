//! What machines read of chores, turns, swaps and absences.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::{CommitteeName, MemberName, UnitName};
use crate::chores::turns::State;
use crate::chores::{self, Names, words};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

/// A duty that comes back.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 4, "title": "Salt the front steps", "details": "", "committee": null, "credit_minutes": 30, "first_on": "2026-11-02",
    "rule": "FREQ=WEEKLY;INTERVAL=1;BYMONTH=11,12,1,2,3,4;BYDAY=MO", "rule_en": "every Monday, from November to April",
    "rule_fr": "tous les lundis, de novembre à avril", "pool_of": "unit", "pool_size": 14, "pool": null, "strategy": "in_order",
    "look_back_months": 12, "period": "turns", "period_turns": 1, "ended_on": null, "version": 1
}))]
pub struct Chore {
    pub id: i64,
    pub title: String,
    pub details: String,
    /// Whose area it is.
    pub committee: Option<CommitteeName>,
    /// What each turn counts for, in minutes.
    pub credit_minutes: i32,
    pub first_on: NaiveDate,
    /// The value of an `RRULE` (RFC 5545); null where it is due when somebody calls for it.
    pub rule: Option<String>,
    /// The same in words.
    pub rule_en: Option<String>,
    pub rule_fr: Option<String>,
    /// `unit` or `member`: what it goes round.
    pub pool_of: String,
    pub pool_size: i64,
    /// Whom it goes round, in order. Only where one chore is asked for.
    pub pool: Option<Vec<InPool>>,
    /// `in_order`, `least_effort`, `random` or `nobody`.
    pub strategy: String,
    /// How far back `least_effort` looks.
    pub look_back_months: i32,
    /// `turns`, `week` or `month`: how long one keeps it.
    pub period: String,
    /// How many turns one keeps it, where the period is `turns`.
    pub period_turns: i32,
    pub ended_on: Option<NaiveDate>,
    pub version: i32,
}

#[derive(Serialize, ToSchema)]
pub struct InPool {
    /// Of the home or the member.
    pub id: i64,
    pub name: String,
}

impl Chore {
    pub fn of(chore: &chores::Chore, pool: Option<Vec<(i64, String)>>) -> Self {
        let rule = chore.rule();
        let said = |lang| rule.as_ref().map(|rule| words::rule(rule, lang));
        let committee = |id| CommitteeName {
            id,
            name_en: chore.committee_en.clone().unwrap_or_default(),
            name_fr: chore.committee_fr.clone().unwrap_or_default(),
        };
        Self {
            id: chore.id,
            title: chore.title.clone(),
            details: chore.details.clone(),
            committee: chore.committee_id.map(committee),
            credit_minutes: chore.credit_minutes,
            first_on: chore.first_on,
            rule_en: said(Lang::En),
            rule_fr: said(Lang::Fr),
            rule: chore.rule.clone(),
            pool_of: chore.pool_of.word().to_owned(),
            pool_size: chore.pool_size,
            pool: pool.map(|pool| pool.into_iter().map(|(id, name)| InPool { id, name }).collect()),
            strategy: chore.strategy.word().to_owned(),
            look_back_months: chore.months,
            period: chore.period.word().to_owned(),
            period_turns: chore.period_turns,
            ended_on: chore.ended_on,
            version: chore.version,
        }
    }
}

/// Somebody who has a turn: one of the three.
#[derive(Serialize, ToSchema)]
pub struct TurnHolder {
    pub member: Option<MemberName>,
    pub unit: Option<UnitName>,
    pub committee: Option<CommitteeName>,
}

/// One turn of a chore.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 90, "chore_id": 4, "chore": "Salt the front steps", "task_id": 310, "title": "Salt the front steps", "due_on": "2026-12-07",
    "starts_on": "2026-12-07", "state": "open", "holders": [{ "member": null, "unit": { "id": 7, "label": "203" }, "committee": null }],
    "picked_member_id": null, "picked_unit_id": 7, "why_en": "Home 203 is next in order.", "why_fr": "C’est au tour du logement 203.",
    "called_for": false, "note": "", "credit_minutes": 30, "version": 1
}))]
pub struct Turn {
    pub id: i64,
    pub chore_id: i64,
    pub chore: String,
    /// The task that it is.
    pub task_id: i64,
    pub title: String,
    pub due_on: NaiveDate,
    /// From when on it can be done.
    pub starts_on: Option<NaiveDate>,
    /// `open`, `done`, `missed`, `excused` or `skipped`.
    pub state: String,
    /// Who has it now.
    pub holders: Vec<TurnHolder>,
    /// Whom the rotation picked, whoever has it now.
    pub picked_member_id: Option<i64>,
    pub picked_unit_id: Option<i64>,
    /// Why it is theirs.
    pub why_en: String,
    pub why_fr: String,
    /// Somebody called for it, beside the rule.
    pub called_for: bool,
    /// Why it was called off.
    pub note: String,
    pub credit_minutes: i32,
    pub version: i32,
}

impl Turn {
    fn of(turn: &chores::Turn, names: &Names) -> Self {
        let holder = |held: &chores::HeldBy| TurnHolder {
            member: held.member.map(|id| MemberName { id, name: held.name_en.clone() }),
            unit: held.unit.map(|id| UnitName { id, label: held.name_en.clone() }),
            committee: held.committee.map(|id| CommitteeName {
                id,
                name_en: held.name_en.clone(),
                name_fr: held.name_fr.clone(),
            }),
        };
        Self {
            id: turn.id,
            chore_id: turn.chore_id,
            chore: turn.chore.clone(),
            task_id: turn.task_id,
            title: turn.title.clone(),
            due_on: turn.due_on,
            starts_on: turn.starts_on,
            state: state(turn.state()).to_owned(),
            holders: turn.holders.0.iter().map(holder).collect(),
            picked_member_id: turn.member_id,
            picked_unit_id: turn.unit_id,
            why_en: names.why(turn, Lang::En),
            why_fr: names.why(turn, Lang::Fr),
            called_for: turn.extra,
            note: turn.note.clone(),
            credit_minutes: turn.minutes,
            version: turn.version,
        }
    }

    pub fn all(conn: &mut PgConnection, turns: &[chores::Turn]) -> Result<Vec<Self>> {
        let names = chores::names(conn, turns)?;
        Ok(turns.iter().map(|turn| Self::of(turn, &names)).collect())
    }

    /// One turn as it is now.
    pub fn find(conn: &mut PgConnection, id: i64) -> Result<Self> {
        let turn = chores::turn(conn, id)?;
        Self::all(conn, std::slice::from_ref(&turn))?.pop().ok_or(Error::NotFound)
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Done => "done",
        State::Missed => "missed",
        State::Excused => "excused",
        State::Skipped => "skipped",
    }
}

/// What one side asked of another: a turn for a turn, or to stand in.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 12, "turn_id": 90, "other_turn_id": null, "from_member_id": null, "from_unit_id": 7, "to_member_id": null, "to_unit_id": 9,
    "from_name": "203", "to_name": "205", "due_on": "2026-12-07", "other_due_on": null, "state": "asked"
}))]
pub struct Swap {
    pub id: i64,
    pub turn_id: i64,
    /// The turn that is given for it; null for a stand-in.
    pub other_turn_id: Option<i64>,
    pub from_member_id: Option<i64>,
    pub from_unit_id: Option<i64>,
    pub to_member_id: Option<i64>,
    pub to_unit_id: Option<i64>,
    /// Who had the turn, and who is asked.
    pub from_name: String,
    pub to_name: String,
    pub due_on: NaiveDate,
    pub other_due_on: Option<NaiveDate>,
    /// `asked`, `accepted`, `refused` or `withdrawn`.
    pub state: String,
}

impl From<chores::Swap> for Swap {
    fn from(swap: chores::Swap) -> Self {
        Self {
            id: swap.id,
            turn_id: swap.turn_id,
            other_turn_id: swap.other_turn_id,
            from_member_id: swap.from_member_id,
            from_unit_id: swap.from_unit_id,
            to_member_id: swap.to_member_id,
            to_unit_id: swap.to_unit_id,
            from_name: swap.from_name,
            to_name: swap.to_name,
            due_on: swap.due_on,
            other_due_on: swap.other_due_on,
            state: swap.state.word().to_owned(),
        }
    }
}

/// Days on which the account's member, or the home where they live, takes no turns.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({ "id": 3, "member_id": 12, "unit_id": null, "starts_on": "2026-12-20", "ends_on": "2027-01-05" }))]
pub struct Absence {
    pub id: i64,
    pub member_id: Option<i64>,
    pub unit_id: Option<i64>,
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
}

impl From<chores::Absence> for Absence {
    fn from(absence: chores::Absence) -> Self {
        let chores::Absence { id, member_id, unit_id, starts_on, ends_on, .. } = absence;
        Self { id, member_id, unit_id, starts_on, ends_on }
    }
}
