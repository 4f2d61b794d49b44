//! How it stands for a home or a member: what is due, what was given, what is saved up, and every line behind it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use serde::Deserialize;

use super::contests::Line;
use super::exemptions::Exemption;
use super::rules::{self, Asked, Duty, Given, Period, Reckoned};
use super::store::{account as store, exemptions as of_exemptions};
use super::{Carry, Doer, Per};
use crate::platform::error::{Error, Result};

/// The most lines of a page; all of them are in the file.
pub const LINES_MAX: i64 = 400;

/// Whose lines are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's of a home, and its own.
    Home(i64),
    Member(i64),
    /// A member's, and what the home did as a whole where they live: while nothing is owed.
    Own(i64, Option<i64>),
    All,
}

/// What is asked of a home or a member in a month, and what they gave in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Month {
    pub first_day: NaiveDate,
    /// How much of the duty is asked, in percent; nothing where they are not here.
    pub percent: Option<i32>,
    pub minutes: i64,
    pub gifts: i64,
}

/// How it stands.
#[derive(Debug)]
pub struct Account {
    pub whose: Whose,
    /// The member, or the home.
    pub name: String,
    /// The duty of today, if anything is owed.
    pub duty: Option<Duty>,
    /// All periods, the latest last; those of a year where nothing is owed.
    pub reckoned: Vec<Reckoned>,
    /// Which of them is looked at.
    pub at: usize,
    /// Its months: the first day, what is due, what was given.
    pub months: Vec<(NaiveDate, i64, Given)>,
    /// Whether nothing is asked of them today, although there is a duty.
    pub exempt: bool,
    pub lines: Vec<Line>,
    pub exemptions: Vec<Exemption>,
    /// Whether the member answers claims of a committee that they lead, and whether they read who is short.
    pub answers: bool,
    pub reads_short: bool,
}

impl Account {
    pub fn period(&self) -> &Reckoned {
        &self.reckoned[self.at]
    }

    /// Who owes, where something is owed.
    pub fn party(&self) -> Option<Doer> {
        self.duty.as_ref()?;
        match self.whose {
            Whose::Home(unit) => Some(Doer::Unit(unit)),
            Whose::Member(member) => Some(Doer::Member(member)),
            Whose::Own(..) | Whose::All => None,
        }
    }

    /// What of the period of today is more than is due, and can be given away.
    pub fn to_give(&self) -> i64 {
        self.party().and(self.reckoned.last()).map_or(0, |period| period.over)
    }
}

/// Whose account somebody looks at.
#[derive(Debug, Clone, Copy)]
pub enum Looked {
    /// A member's: that of their home where homes owe.
    Member(i64),
    Home(i64),
}

/// The account, with the lines of the period that begins on `from`, or else of today's.
///
/// # Errors
/// `NotFound` when there is no such member or home.
pub fn account(conn: &mut PgConnection, looked: Looked, from: Option<NaiveDate>, today: NaiveDate) -> Result<Account> {
    let frame = store::frame(conn, looked, today)?;
    let owes = rules::duty_on(&frame.duties, frame.year_starts, today).filter(|duty| duty.minutes > 0).cloned();
    let per = rules::duty_on(&frame.duties, frame.year_starts, today).map(|duty| duty.per);
    let (whose, name) = match (looked, per, frame.home) {
        (Looked::Home(unit), ..) => (Whose::Home(unit), frame.home_name),
        (Looked::Member(_), Some(Per::Home), Some(home)) => (Whose::Home(home), frame.home_name),
        (Looked::Member(member), Some(Per::Member), _) => (Whose::Member(member), frame.member_name),
        (Looked::Member(member), _, home) => (Whose::Own(member, home), frame.member_name),
    };
    let name = name.ok_or(Error::NotFound)?;
    // A home owes nothing where members do, and whoever has no home owes nothing where homes do.
    let fits = matches!((whose, per), (Whose::Home(_), Some(Per::Home)) | (Whose::Member(_), Some(Per::Member)));
    let mut months = store::months(conn, whose, fits.then_some(()).and(frame.duties.first()), per, today)?;
    months.sort_by_key(|month| month.first_day);
    let year = plain_year(&months, frame.year_starts, today);
    let duties = if fits { frame.duties.as_slice() } else { std::slice::from_ref(&year) };
    let periods = rules::periods(duties, frame.year_starts, today);
    let reckoned = reckoned(&periods, &months);
    let last = periods.len().checked_sub(1).ok_or(Error::NotFound)?;
    let at = from.and_then(|from| periods.iter().position(|period| period.from == from)).unwrap_or(last);
    let period = &periods[at];
    let shown = shown(period, &months);
    let this_month = rules::first_of_month(today);
    let exempt =
        fits && owes.is_some() && months.iter().any(|month| month.first_day == this_month && month.percent == Some(0));
    let lines = store::lines(conn, whose, Some((period.from, period.until)), LINES_MAX + 1)?;
    let member = if let Looked::Member(member) = looked { Some(member) } else { None };
    let exemptions = of_exemptions::of(conn, member, frame.home)?;
    let reads_short = frame.duties.iter().any(|duty| duty.committee_id.is_some_and(|id| frame.sits.contains(&id)));
    Ok(Account {
        whose,
        name,
        duty: owes.filter(|_| fits),
        reckoned,
        at,
        months: shown,
        exempt,
        lines,
        exemptions,
        answers: frame.leads,
        reads_short,
    })
}

/// Every line of somebody, or of everybody, the earliest first.
pub fn all_lines(conn: &mut PgConnection, whose: Whose, limit: i64) -> Result<Vec<Line>> {
    let mut lines = store::lines(conn, whose, None, limit)?;
    lines.reverse();
    Ok(lines)
}

fn reckoned(periods: &[Period<'_>], months: &[Month]) -> Vec<Reckoned> {
    let asked: Vec<Asked> =
        months.iter().filter_map(|month| Some(Asked { first_day: month.first_day, percent: month.percent? })).collect();
    let given: Vec<Given> = months.iter().map(given).collect();
    rules::reckon(periods, &asked, &given)
}

fn given(month: &Month) -> Given {
    Given { first_day: month.first_day, minutes: month.minutes, gifts: month.gifts }
}

/// The months of a period, each once.
fn shown(period: &Period<'_>, months: &[Month]) -> Vec<(NaiveDate, i64, Given)> {
    let of = |day: NaiveDate| months.iter().find(|month| month.first_day == day);
    let line = |day: NaiveDate| {
        let due = of(day).and_then(|month| month.percent).map_or(0, |percent| rules::due(period.duty.minutes, percent));
        (day, due, of(day).map_or(Given { first_day: day, minutes: 0, gifts: 0 }, given))
    };
    period.firsts().map(line).collect()
}

/// Stands for a duty where nothing is owed: years of the co-op, from the first hours on.
fn plain_year(months: &[Month], year_starts: u32, today: NaiveDate) -> Duty {
    let first = months.first().map_or(today, |month| month.first_day.min(today));
    let back = (first.month() + 12 - year_starts.clamp(1, 12)) % 12;
    let starts_on = rules::first_of_month(first);
    Duty {
        starts_on: starts_on.checked_sub_months(chrono::Months::new(back)).unwrap_or(starts_on),
        per: Per::Member,
        minutes: 0,
        months: 12,
        carry: Carry::Nothing,
        carry_minutes: 0,
        grace_days: 0,
        committee_id: None,
    }
}

// ---- who is short ----

/// A home or a member, and how a period stands for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    pub party: Doer,
    pub name: String,
    pub period: Reckoned,
}

/// A period that is over, its grace too, and who is short in it, in the order of names.
#[derive(Debug)]
pub struct ShortList {
    pub from: NaiveDate,
    pub last_day: NaiveDate,
    pub told_from: NaiveDate,
    pub duty: Duty,
    pub short: Vec<Short>,
    /// How many gave what is due, or are not asked.
    pub others: usize,
}

/// How the last of some periods stands for everybody who is asked or gave something, in the order of names. What was saved up under a duty of
/// the other kind does not count, so nothing before it is needed.
fn of_everybody(conn: &mut PgConnection, periods: &[Period<'_>]) -> Result<Vec<Short>> {
    let Some(last) = periods.last() else { return Ok(Vec::new()) };
    let per = last.duty.per;
    let first = periods.iter().rposition(|period| period.duty.per != per).map_or(0, |before| before + 1);
    let periods = &periods[first..];
    let mut months: BTreeMap<i64, (String, Vec<Month>)> = BTreeMap::new();
    for row in store::months_of_all(conn, per, periods[0].from, last.until)? {
        months.entry(row.party_id).or_insert_with(|| (row.name.clone(), Vec::new())).1.push(row.month());
    }
    let one = |id: i64| {
        let (name, months) = months.get(&id)?;
        let party = if per == Per::Home { Doer::Unit(id) } else { Doer::Member(id) };
        Some(Short { party, name: name.clone(), period: reckoned(periods, months).pop()? })
    };
    Ok(store::order(conn, per)?.into_iter().filter_map(one).collect())
}

/// How it stands for everybody with the duty of the period that a day is in. Nobody where nothing was owed then.
pub fn standing(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<Short>> {
    let (duties, year_starts) = super::store::ledger::duties(conn)?;
    let periods = rules::periods(&duties, year_starts, day);
    let Some(at) = periods.iter().rposition(|period| period.has(day) && period.duty.minutes > 0) else {
        return Ok(Vec::new());
    };
    of_everybody(conn, &periods[..=at])
}

/// Who is short in the last period of which it is told. None where nothing was owed in it.
pub fn short(conn: &mut PgConnection, today: NaiveDate) -> Result<Option<ShortList>> {
    let (duties, year_starts) = super::store::ledger::duties(conn)?;
    let periods = rules::periods(&duties, year_starts, today);
    let Some(at) = periods.iter().rposition(|period| period.told_from() <= today) else { return Ok(None) };
    let last = &periods[at];
    if last.duty.minutes == 0 {
        return Ok(None);
    }
    let all = of_everybody(conn, &periods[..=at])?;
    let many = all.len();
    let short: Vec<Short> = all.into_iter().filter(|one| one.period.missing > 0).collect();
    Ok(Some(ShortList {
        from: last.from,
        last_day: last.last_day(),
        told_from: last.told_from(),
        duty: last.duty.clone(),
        others: many - short.len(),
        short,
    }))
}
