//! What follows from the rules: until when the annual meeting is held, when notice goes out, what is usually handed in and when, and in
//! which part of the calendar something stands. All figures come from the rule profile; nothing here is advice on law.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use serde::Deserialize;

use crate::coops::RuleProfile;
use crate::meetings::rules::{self as meetings, Period};
use crate::platform::text_enum::text_enum;

pub const TITLE_MAX: usize = 120;
pub const HAND_MAX: usize = 120;
pub const DETAILS_MAX: usize = 2_000;
/// The longest time until a filing comes again: ten years.
pub const MONTHS_MAX: i64 = 120;
/// How many days before a filing people are reminded of it, the first time and the last.
pub const REMINDERS: [i32; 2] = [30, 7];
/// What is due within so many days stands first.
const SOON_DAYS: i64 = 90;
/// In Quebec the annual report goes in so many days after the annual meeting.
const QUEBEC_REPORT_DAYS: u64 = 30;
/// A corporation's income tax return goes in so many months after its year.
const TAX_MONTHS: i32 = 6;

text_enum! {
    /// What kind of filing.
    pub enum Kind {
        /// What the registrar or the ministry wants each year.
        AnnualReturn = "annual_return",
        Tax = "tax",
        Insurance = "insurance",
        /// Financial statements, with an audit or a review.
        Audit = "audit",
        ByLawReview = "by_law_review",
        Other = "other",
    }
}

text_enum! {
    /// The parts of the calendar, in order.
    pub enum Section {
        Late = "late",
        Soon = "soon",
        Later = "later",
        /// Its day is not known yet.
        Undated = "undated",
        Done = "done",
    }
}

pub fn section(due_on: Option<NaiveDate>, done: bool, today: NaiveDate) -> Section {
    match due_on {
        _ if done => Section::Done,
        None => Section::Undated,
        Some(day) if day < today => Section::Late,
        Some(day) if (day - today).num_days() <= SOON_DAYS => Section::Soon,
        Some(_) => Section::Later,
    }
}

/// So many months later; the last day of a month gives the last day of the other.
pub fn next_due(due_on: NaiveDate, months: i32) -> Option<NaiveDate> {
    let later = due_on.checked_add_months(Months::new(u32::try_from(months).ok()?))?;
    let ends_month = due_on.succ_opt().is_some_and(|next| next.month() != due_on.month());
    if !ends_month {
        return Some(later);
    }
    later.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// A general meeting that is known here.
#[derive(Debug, Clone, Deserialize)]
pub struct Known {
    pub id: i64,
    pub kind: meetings::Kind,
    pub title_en: String,
    pub title_fr: String,
    pub held_on: NaiveDate,
    pub special_resolution: bool,
    pub called: bool,
    /// It was called to order.
    pub begun: bool,
}

impl Known {
    fn was_held(&self, today: NaiveDate) -> bool {
        self.begun || self.held_on < today
    }

    /// When its notice is given.
    pub fn notice(&self, rules: &RuleProfile) -> Option<Period> {
        meetings::notice_period(rules, self.kind, self.special_resolution, self.held_on)
    }
}

/// How the annual meetings stand on a day.
#[derive(Debug, Clone)]
pub struct Annual {
    /// The end of the financial year that the one to come is about.
    pub year_ended: NaiveDate,
    /// Its last day, where a rule says one.
    pub last_day: Option<NaiveDate>,
    /// The one to come, where it is planned.
    pub planned: Option<Known>,
    /// The last one, where it was held after the end of the year before.
    pub held: Option<Known>,
}

/// `known` are general meetings that were not called off, oldest first. A co-op whose meetings are not known here is told of the coming year
/// alone: nobody said that it missed one.
pub fn annual(rules: &RuleProfile, known: &[Known], today: NaiveDate) -> Option<Annual> {
    let ended = meetings::year_end(rules, today)?;
    let all = || known.iter().filter(|one| one.kind == meetings::Kind::Annual);
    let last = all().rfind(|one| one.was_held(today));
    let planned = all().find(|one| !one.was_held(today)).cloned();
    let held = last.filter(|one| one.held_on > ended).cloned();
    let last_on = last.map(|one| one.held_on);
    let next = next_due(ended, 12)?;
    let of = |year| meetings::annual_deadline(rules, year, last_on);
    let missed = held.is_none() && last.is_none() && of(ended).is_some_and(|day| day < today);
    let year_ended = if held.is_some() || missed { next } else { ended };
    Some(Annual { year_ended, last_day: of(year_ended), planned, held })
}

/// What most co-ops hand in, renew or look at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    pub kind: Kind,
    /// None where nothing known here says the day.
    pub due_on: Option<NaiveDate>,
    pub every_months: i32,
}

impl Usual {
    /// The words of its title.
    pub fn key(&self) -> String {
        format!("filing-usual-{}", self.kind.word().replace('_', "-"))
    }
}

/// The days that follow from the annual meeting, planned or at the latest, and from the end of the financial year.
pub fn usual(rules: &RuleProfile, annual: Option<&Annual>, today: NaiveDate) -> Vec<Usual> {
    let meeting = annual.and_then(|one| one.planned.as_ref().map(|one| one.held_on).or(one.last_day));
    let report =
        meeting.filter(|_| rules.preset == "QC").and_then(|day| day.checked_add_days(Days::new(QUEBEC_REPORT_DAYS)));
    let ended = meetings::year_end(rules, today);
    let taxes = ended.and_then(|ended| next_due(ended, TAX_MONTHS));
    let taxes = if taxes.is_some_and(|day| day < today) { taxes.and_then(|day| next_due(day, 12)) } else { taxes };
    let one = |kind, due_on, every_months| Usual { kind, due_on, every_months };
    vec![
        one(Kind::AnnualReturn, report, 12),
        one(Kind::Audit, meeting, 12),
        one(Kind::Tax, taxes, 12),
        one(Kind::Insurance, None, 12),
        one(Kind::ByLawReview, None, 36),
    ]
}
