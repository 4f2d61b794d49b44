//! What machines read of the ledger of hours, of claims, and of kinds of work.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::{MemberName, UnitName};
use crate::hours::{claims, contests, kinds};
use crate::platform::error::Result;
use crate::platform::visit::Viewer;

/// How it stands for the account's member, or for their home where homes owe.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "name": "203", "per": "home", "from": "2026-01-01", "until": "2027-01-01", "due": 2880, "given": 1290, "gifts": 0, "carried": 0,
    "missing": 1590, "over": 0, "exempt": false
}))]
pub struct Account {
    /// Of the member, or of the home.
    pub name: String,
    /// `home` or `member`; null where nothing is owed.
    pub per: Option<String>,
    /// The period of today; it ends before `until`.
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// What the duty asks for, and what was given, in minutes.
    pub due: i64,
    pub given: i64,
    /// What others gave, less what was given away.
    pub gifts: i64,
    /// Saved up before.
    pub carried: i64,
    pub missing: i64,
    pub over: i64,
    /// Whether nothing is asked of them today, although there is a duty.
    pub exempt: bool,
}

/// One line of the ledger. What was wrong is put right by a further one.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 700, "worked_on": "2026-11-20", "minutes": 90, "kind": "task", "member": { "id": 12, "name": "Odette Roy" },
    "unit": { "id": 7, "label": "203" }, "about": "task", "about_id": 310, "title_en": "Salt the front steps",
    "title_fr": "Salt the front steps", "takes_back": null, "is_taken_back": false, "note": "", "is_contested": false,
    "recorded_at": "2026-11-20T15:00:00Z"
}))]
pub struct HourLine {
    pub id: i64,
    pub worked_on: NaiveDate,
    /// Less than nothing where a line is taken back.
    pub minutes: i32,
    /// `task`, `chore`, `meeting`, `committee`, `board`, `claim`, `gift`, `correction` or `opening`.
    pub kind: String,
    /// Whose it is: null where a home did it as a whole.
    pub member: Option<MemberName>,
    /// Where they lived that day.
    pub unit: Option<UnitName>,
    /// Where the hours come from: the word of the kind, and its number.
    pub about: String,
    pub about_id: Option<i64>,
    pub title_en: String,
    pub title_fr: String,
    /// The line that this one takes back.
    pub takes_back: Option<i64>,
    pub is_taken_back: bool,
    pub note: String,
    /// Somebody says that it is wrong, and nobody answered yet.
    pub is_contested: bool,
    pub recorded_at: DateTime<Utc>,
}

/// A line with what was said of it.
#[derive(Serialize, ToSchema)]
pub struct WholeLine {
    #[serde(flatten)]
    pub line: HourLine,
    pub contests: Vec<Contest>,
}

/// What somebody said of a line, and what was answered.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 5, "line_id": 700, "member": { "id": 12, "name": "Odette Roy" }, "says": "It was two hours.", "said_at": "2026-11-21T15:00:00Z",
    "answer": "", "answered_by": null, "answered_at": null
}))]
pub struct Contest {
    pub id: i64,
    pub line_id: i64,
    pub member: MemberName,
    pub says: String,
    pub said_at: DateTime<Utc>,
    /// Empty as long as nobody answered.
    pub answer: String,
    pub answered_by: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
}

/// Hours that somebody says they gave.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 31, "member": { "id": 12, "name": "Odette Roy" }, "unit": null, "kind_id": 2, "kind_en": "Snow", "kind_fr": "Neige",
    "worked_on": "2026-11-20", "minutes": 90, "done": "The front walk, twice.", "status": "waiting", "claimed_at": "2026-11-20T15:00:00Z",
    "version": 1
}))]
pub struct Claim {
    pub id: i64,
    pub member: MemberName,
    /// The home on whose behalf it is.
    pub unit: Option<UnitName>,
    pub kind_id: i64,
    pub kind_en: String,
    pub kind_fr: String,
    pub worked_on: NaiveDate,
    pub minutes: i32,
    pub done: String,
    /// `waiting`, `returned`, `approved`, `refused` or `withdrawn`.
    pub status: String,
    pub claimed_at: DateTime<Utc>,
    pub version: i32,
}

/// A claim with what became of it.
#[derive(Serialize, ToSchema)]
pub struct WholeClaim {
    #[serde(flatten)]
    pub claim: Claim,
    /// Whether the account may answer it.
    pub may_answer: bool,
    pub steps: Vec<ClaimStep>,
}

#[derive(Serialize, ToSchema)]
pub struct ClaimStep {
    /// `claimed`, `changed`, `approved`, `refused`, `returned`, `withdrawn` or `reopened`.
    pub step: String,
    pub minutes: i32,
    pub says: String,
    pub at: DateTime<Utc>,
    pub by: Option<String>,
}

/// A kind of work that can be claimed, and what counts.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 2, "name_en": "Snow", "name_fr": "Neige", "counts_en": "Clearing and salting.", "counts_fr": "Déneiger et saler.", "not_en": "",
    "not_fr": "", "fixed_minutes": null, "most_minutes": 240, "effort": "physical", "committee_id": 3, "is_ended": false, "version": 1
}))]
pub struct WorkKind {
    pub id: i64,
    pub name_en: String,
    pub name_fr: String,
    pub counts_en: String,
    pub counts_fr: String,
    pub not_en: String,
    pub not_fr: String,
    /// What a claim is worth, whatever the clock says.
    pub fixed_minutes: Option<i32>,
    /// The most that a claim may be.
    pub most_minutes: Option<i32>,
    /// `sitting`, `light`, `physical` or `home`.
    pub effort: String,
    /// The committee whose lead answers.
    pub committee_id: Option<i64>,
    pub is_ended: bool,
    pub version: i32,
}

fn unit(id: Option<i64>, label: Option<String>) -> Option<UnitName> {
    Some(UnitName { id: id?, label: label? })
}

impl From<contests::Line> for HourLine {
    fn from(line: contests::Line) -> Self {
        Self {
            id: line.id,
            worked_on: line.worked_on,
            minutes: line.minutes,
            kind: line.kind.word().to_owned(),
            member: line.member_id.zip(line.member).map(|(id, name)| MemberName { id, name }),
            unit: unit(line.unit_id, line.home),
            about: line.about,
            about_id: line.about_id,
            title_en: line.title_en,
            title_fr: line.title_fr,
            takes_back: line.takes_back,
            is_taken_back: line.is_taken_back,
            note: line.note,
            is_contested: line.is_contested,
            recorded_at: line.recorded_at,
        }
    }
}

impl From<contests::Contest> for Contest {
    fn from(contest: contests::Contest) -> Self {
        Self {
            id: contest.id,
            line_id: contest.line_id,
            member: MemberName { id: contest.member_id, name: contest.member },
            says: contest.says,
            said_at: contest.said_at,
            answer: contest.answer,
            answered_by: contest.answered_by,
            answered_at: contest.answered_at,
        }
    }
}

impl From<claims::Claim> for Claim {
    fn from(claim: claims::Claim) -> Self {
        Self {
            id: claim.id,
            member: MemberName { id: claim.member_id, name: claim.member },
            unit: unit(claim.unit_id, claim.home),
            kind_id: claim.kind_id,
            kind_en: claim.kind_en,
            kind_fr: claim.kind_fr,
            worked_on: claim.worked_on,
            minutes: claim.minutes,
            done: claim.done,
            status: claim.status.word().to_owned(),
            claimed_at: claim.claimed_at,
            version: claim.version,
        }
    }
}

impl From<kinds::WorkKind> for WorkKind {
    fn from(kind: kinds::WorkKind) -> Self {
        Self {
            id: kind.id,
            name_en: kind.name_en,
            name_fr: kind.name_fr,
            counts_en: kind.counts_en,
            counts_fr: kind.counts_fr,
            not_en: kind.not_en,
            not_fr: kind.not_fr,
            fixed_minutes: kind.fixed_minutes,
            most_minutes: kind.most_minutes,
            effort: kind.effort.word().to_owned(),
            committee_id: kind.committee_id,
            is_ended: kind.ended,
            version: kind.version,
        }
    }
}

impl WholeLine {
    /// A line as somebody sees it who may.
    pub fn find(conn: &mut PgConnection, id: i64, viewer: &Viewer, manages: bool, today: NaiveDate) -> Result<Self> {
        let (line, _) = contests::line(conn, id, viewer, manages, today)?;
        let contests = contests::of_line(conn, id)?.into_iter().map(Contest::from).collect();
        Ok(Self { line: line.into(), contests })
    }
}

impl WholeClaim {
    /// A claim as somebody sees it who may.
    pub fn find(conn: &mut PgConnection, id: i64, viewer: &Viewer, manages: bool, today: NaiveDate) -> Result<Self> {
        let (claim, may_answer) = claims::seen(conn, id, viewer, manages, today)?;
        let step = |step: claims::Taken| ClaimStep {
            step: step.step.word().to_owned(),
            minutes: step.minutes,
            says: step.says,
            at: step.at,
            by: step.by,
        };
        let steps = claims::steps(conn, id)?.into_iter().map(step).collect();
        Ok(Self { claim: claim.into(), may_answer, steps })
    }
}
