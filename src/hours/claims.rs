//! Hours that somebody says they gave: claimed, answered, and an answer taken back.
//!
//! The lead of the kind's committee answers, or who manages hours; nobody answers their own, nor their home's. What is approved is a line
//! of the ledger. As long as the period is open an approval can be withdrawn: the line is taken back, and the claim waits again.

use chrono::{DateTime, Days, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::kinds::WorkKind;
use super::store::{claims as store, kinds as of_kinds, ledger as lines};
use super::{Doer, Kind, Work, credit, rules, slice, take_back};
use crate::platform::duration;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::{Act, Viewer};
use crate::policy::Permission;

/// How far back a claim may go where nothing is owed, in days.
const BACK_MAX: u64 = 366;

text_enum! {
    pub enum Status {
        Waiting = "waiting",
        Returned = "returned",
        Approved = "approved",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What became of a claim.
    pub enum Step {
        Claimed = "claimed",
        Changed = "changed",
        Approved = "approved",
        Refused = "refused",
        Returned = "returned",
        Withdrawn = "withdrawn",
        Reopened = "reopened",
    }
}

row! {
    /// A claim with the names that go with it.
    #[derive(Debug, Clone)]
    pub struct Claim {
        pub id: i64,
        pub member_id: i64,
        pub member: String,
        /// The home on whose behalf it is.
        pub unit_id: Option<i64>,
        pub home: Option<String>,
        pub kind_id: i64,
        pub kind_en: String,
        pub kind_fr: String,
        pub committee_id: Option<i64>,
        pub worked_on: NaiveDate,
        pub minutes: i32,
        pub done: String,
        pub status: Status,
        pub claimed_at: DateTime<Utc>,
        pub version: i32,
    }
}

impl Claim {
    pub fn kind(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.kind_en } else { &self.kind_fr }
    }

    /// Whether it can still be changed or withdrawn by who made it.
    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::Waiting | Status::Returned)
    }
}

row! {
    /// A step of a claim, with who took it.
    #[derive(Debug)]
    pub struct Taken {
        pub step: Step,
        pub minutes: i32,
        pub says: String,
        pub at: DateTime<Utc>,
        pub by: Option<String>,
    }
}

/// A claim as it is written.
#[derive(Debug, Clone)]
pub struct NewClaim {
    pub worked_on: NaiveDate,
    /// What the clock says; of no account where the kind has a fixed worth.
    pub minutes: Option<i32>,
    pub kind_id: i64,
    pub done: String,
    pub for_home: bool,
}

/// The first day on which hours can still be claimed: that of the earliest period whose grace is not over.
pub fn open_since(conn: &mut PgConnection, today: NaiveDate) -> Result<NaiveDate> {
    let (duties, year_starts) = lines::duties(conn)?;
    let periods = rules::periods(&duties, year_starts, today);
    let open = periods.iter().find(|period| period.told_from() > today).map(|period| period.from);
    Ok(open.unwrap_or_else(|| today.checked_sub_days(Days::new(BACK_MAX)).unwrap_or(today)))
}

/// Whom a claim waits for: who may answer it.
pub fn may_answer(
    conn: &mut PgConnection,
    claim: &Claim,
    viewer: &Viewer,
    manages: bool,
    today: NaiveDate,
) -> Result<bool> {
    let member = viewer.member_id;
    let lives_there = match (member, claim.unit_id) {
        (Some(member), Some(_)) => lines::home_on(conn, member, claim.worked_on)? == claim.unit_id,
        _ => false,
    };
    if member == Some(claim.member_id) || lives_there {
        return Ok(false);
    }
    let leads = match (claim.committee_id, member) {
        (Some(committee), Some(member)) => store::leads(conn, committee, today)?.contains(&member),
        _ => false,
    };
    Ok(manages || leads)
}

/// A claim, for who made it, lives in the home it is for, or answers it; and whether they may answer.
///
/// # Errors
/// `NotFound` for everybody else.
pub fn seen(
    conn: &mut PgConnection,
    id: i64,
    viewer: &Viewer,
    manages: bool,
    today: NaiveDate,
) -> Result<(Claim, bool)> {
    let claim = store::find(conn, id)?;
    let answers = may_answer(conn, &claim, viewer, manages, today)?;
    let own = viewer.member_id == Some(claim.member_id);
    let at_home = match (viewer.member_id, claim.unit_id) {
        (Some(member), Some(unit)) => lines::home_on(conn, member, today)? == Some(unit),
        _ => false,
    };
    if answers || own || at_home { Ok((claim, answers)) } else { Err(Error::NotFound) }
}

/// What became of a claim, from the first step on.
pub fn steps(conn: &mut PgConnection, id: i64) -> Result<Vec<Taken>> {
    store::steps(conn, id)
}

/// The claims that somebody may answer, those of the earliest days first.
pub fn waiting(conn: &mut PgConnection, member: Option<i64>, manages: bool, today: NaiveDate) -> Result<Vec<Claim>> {
    store::waiting(conn, member, manages, today)
}

/// Whether somebody leads a committee whose kinds of work are claimed.
pub fn leads(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<bool> {
    store::leads_some(conn, member, today)
}

/// Says that one gave hours, or one's home.
///
/// # Errors
/// `Forbidden` to who is no member; `Invalid` beside the field for a day to come or of a period that is over, for more hours than the kind
/// allows or a day has, for a kind that is ended, on `for_home` where they live in no home.
pub fn claim(act: &mut Act<'_>, new: &NewClaim) -> Result<i64> {
    let member = act.member_id()?;
    let (kind, unit, minutes) = checked(act, member, new, None)?;
    let id = store::insert(act.conn, member, unit, new, minutes, act.now)?;
    step(act, id, Step::Claimed, minutes, "")?;
    record(act, &slice::HOUR_CLAIM_MADE, id, &kind, member)?;
    Ok(id)
}

/// Says it otherwise, while nobody answered or it was sent back.
///
/// # Errors
/// As for `claim`; `NotFound` for somebody else's; `Conflict` when it was answered or changed meanwhile.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, new: &NewClaim) -> Result<()> {
    let member = act.member_id()?;
    let claim = own(act, id, member)?;
    let (kind, unit, minutes) = checked(act, member, new, Some(&claim))?;
    if !claim.is_open() || !store::update(act.conn, id, version, unit, new, minutes)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    step(act, id, Step::Changed, minutes, "")?;
    record(act, &slice::HOUR_CLAIM_MADE, id, &kind, member)
}

/// Takes one's claim back.
///
/// # Errors
/// `NotFound` for somebody else's; `Conflict` when it was answered.
pub fn withdraw(act: &mut Act<'_>, id: i64) -> Result<()> {
    let member = act.member_id()?;
    let claim = own(act, id, member)?;
    match claim.status {
        Status::Withdrawn => return Ok(()),
        _ if !claim.is_open() => return Err(Error::Conflict("conflict-claim-answered")),
        _ => {}
    }
    put(act, &claim, Status::Withdrawn, Step::Withdrawn, "")?;
    record_plain(act, &slice::HOUR_CLAIM_WITHDRAWN, &claim)
}

/// What is answered to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Approve,
    Refuse,
    Return,
}

impl Answer {
    pub const ALL: [(&'static str, Self); 3] =
        [("approve", Self::Approve), ("return", Self::Return), ("refuse", Self::Refuse)];
}

/// Answers a claim. What is approved is a line of the ledger at once.
///
/// # Errors
/// `NotFound` to who may not; `Conflict` when it was answered or changed meanwhile; `Invalid` on `claim_reason` where a refusal, or what is
/// sent back, says no reason.
pub fn answer(act: &mut Act<'_>, id: i64, version: i32, answer: Answer, says: &str) -> Result<Claim> {
    let claim = to_answer(act, id)?;
    if claim.status != Status::Waiting || claim.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    if answer != Answer::Approve && says.is_empty() {
        return Err(Error::field("claim_reason", "wrong-required"));
    }
    let (status, step, kind) = match answer {
        Answer::Approve => (Status::Approved, Step::Approved, &slice::HOUR_CLAIM_APPROVED),
        Answer::Refuse => (Status::Refused, Step::Refused, &slice::HOUR_CLAIM_REFUSED),
        Answer::Return => (Status::Returned, Step::Returned, &slice::HOUR_CLAIM_RETURNED),
    };
    put(act, &claim, status, step, says)?;
    record_plain(act, kind, &claim)?;
    if answer == Answer::Approve {
        let doer = claim.unit_id.map_or(Doer::Member(claim.member_id), Doer::Unit);
        let work = Work {
            kind: Kind::Claim,
            about: slice::CLAIM.word,
            about_id: id,
            title: claim.kind(act.coop.language),
            worked_on: claim.worked_on,
            minutes: claim.minutes,
        };
        credit(act, &work, &[doer])?;
    }
    Ok(claim)
}

/// Withdraws an approval: its hours are taken back, and the claim waits again.
///
/// # Errors
/// `NotFound` to who may not answer it; `Conflict` when it is not approved, or its period is over; `Invalid` on `claim_reason` without one.
pub fn reopen(act: &mut Act<'_>, id: i64, says: &str) -> Result<Claim> {
    let claim = to_answer(act, id)?;
    if claim.status != Status::Approved {
        return Err(Error::Conflict("conflict-changed"));
    }
    let today = act.today();
    if claim.worked_on < open_since(act.conn, today)? {
        return Err(Error::Conflict("conflict-claim-over"));
    }
    if says.is_empty() {
        return Err(Error::field("claim_reason", "wrong-required"));
    }
    put(act, &claim, Status::Waiting, Step::Reopened, says)?;
    take_back(act, slice::CLAIM.word, id)?;
    record_plain(act, &slice::HOUR_CLAIM_REOPENED, &claim)?;
    Ok(claim)
}

fn own(act: &mut Act<'_>, id: i64, member: i64) -> Result<Claim> {
    let claim = store::lock(act.conn, id)?;
    if claim.member_id == member { Ok(claim) } else { Err(Error::NotFound) }
}

fn to_answer(act: &mut Act<'_>, id: i64) -> Result<Claim> {
    let (manages, today) = (act.may(Permission::HoursManage), act.today());
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let claim = store::lock(act.conn, id)?;
    if may_answer(act.conn, &claim, viewer, manages, today)? { Ok(claim) } else { Err(Error::NotFound) }
}

fn put(act: &mut Act<'_>, claim: &Claim, status: Status, taken: Step, says: &str) -> Result<()> {
    if !store::put(act.conn, claim.id, claim.version, status)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    step(act, claim.id, taken, claim.minutes, says)
}

fn step(act: &mut Act<'_>, id: i64, step: Step, minutes: i32, says: &str) -> Result<()> {
    let account = act.viewer.map(|viewer| viewer.account_id);
    store::insert_step(act.conn, id, step, (minutes, says), account, act.now)
}

/// The kind, the home on whose behalf it is, and what it is worth.
fn checked(
    act: &mut Act<'_>,
    member: i64,
    new: &NewClaim,
    was: Option<&Claim>,
) -> Result<(WorkKind, Option<i64>, i32)> {
    let today = act.today();
    let mut wrong = Vec::new();
    let mut refuse = |field: &str, key: &'static str, limit: Option<String>| {
        wrong.push(FieldError { field: field.to_owned(), key, limit });
    };
    let kind = match of_kinds::find(act.conn, new.kind_id) {
        Err(Error::NotFound) => None,
        found => Some(found?),
    };
    let kind = kind.filter(|kind| !kind.ended || was.is_some_and(|was| was.kind_id == kind.id));
    if kind.is_none() {
        refuse("work_kind", "wrong-choice", None);
    }
    let since = open_since(act.conn, today)?;
    if new.worked_on > today {
        refuse("worked_on", "wrong-future", None);
    } else if new.worked_on < since {
        refuse("worked_on", "wrong-claim-early", Some(since.to_string()));
    }
    let minutes = kind.as_ref().and_then(|kind| kind.fixed_minutes).or(new.minutes).unwrap_or(0);
    let most = kind.as_ref().and_then(|kind| kind.most_minutes).filter(|most| minutes > *most);
    let left = rules::DAY_MAX - store::minutes_on(act.conn, member, new.worked_on, was.map(|was| was.id))?;
    if minutes <= 0 {
        refuse("hours_given", "wrong-required", None);
    } else if minutes > left {
        refuse("hours_given", "wrong-claim-day", Some(duration::said(left.max(0).into())));
    } else if let Some(most) = most {
        refuse("hours_given", "wrong-claim-most", Some(duration::said(most.into())));
    }
    let unit = if new.for_home { lines::home_on(act.conn, member, new.worked_on)? } else { None };
    if new.for_home && unit.is_none() {
        refuse("for_home", "wrong-claim-home", None);
    }
    match kind {
        Some(kind) if wrong.is_empty() => Ok((kind, unit, minutes)),
        _ => Err(Error::Invalid(wrong)),
    }
}

/// A claim that waits. The leads of its committee are told, or else who manages hours.
fn record(act: &mut Act<'_>, event: &'static EventKind, id: i64, kind: &WorkKind, member: i64) -> Result<()> {
    let today = act.today();
    let leads = match kind.committee_id {
        Some(committee) => store::leads(act.conn, committee, today)?,
        None => Vec::new(),
    };
    let told: Vec<i64> = leads.into_iter().filter(|lead| *lead != member).collect();
    let mut detail = json!({ "title_en": kind.name_en, "title_fr": kind.name_fr });
    if !told.is_empty() {
        detail["told"] = json!(told);
    }
    events::record(act, event, &Subject { id, name: kind.name(act.coop.language).to_owned() }, detail)?;
    Ok(())
}

fn record_plain(act: &mut Act<'_>, event: &'static EventKind, claim: &Claim) -> Result<()> {
    let subject = Subject { id: claim.id, name: claim.kind(act.coop.language).to_owned() };
    let detail = json!({ "title_en": claim.kind_en, "title_fr": claim.kind_fr, "told": [claim.member_id] });
    events::record(act, event, &subject, detail)?;
    Ok(())
}
