//! The rules of meetings: when notice is given, until when the annual one is held, how many can ask for one, and whether there are
//! enough. All figures come from the rule profile; nothing here is advice on law.

use chrono::{Days, Months, NaiveDate};

use crate::coops::RuleProfile;
use crate::platform::text_enum::text_enum;

/// The longest title of a meeting or an item.
pub const TITLE_MAX: usize = 120;
pub const PLACE_MAX: usize = 200;
pub const ADDRESS_MAX: usize = 500;
pub const TEXT_MAX: usize = 4_000;
/// The most items of one agenda.
pub const ITEMS_MAX: usize = 100;
/// The longest item, in minutes.
pub const MINUTES_MAX: i64 = 600;

text_enum! {
    pub enum Kind {
        /// The general meeting of the year, with the accounts and mostly the elections.
        Annual = "annual",
        /// A general meeting for what its notice says, also one that members asked for.
        Special = "special",
        /// Any other general meeting, such as the one on the budget.
        General = "general",
        Board = "board",
        Committee = "committee",
    }
}

impl Kind {
    /// Whether all members are called to it, and the act and by-laws speak of its notice.
    pub fn is_general(self) -> bool {
        matches!(self, Self::Annual | Self::Special | Self::General)
    }
}

text_enum! {
    pub enum Status {
        /// Being prepared: notice was not given.
        Planned = "planned",
        /// The members were called.
        Called = "called",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// What an item of the agenda is for.
    pub enum Purpose {
        Information = "information",
        Discussion = "discussion",
        /// Something is decided; only what the notice has can be.
        Decision = "decision",
    }
}

text_enum! {
    /// How a meeting comes again.
    pub enum Repeats {
        Never = "never",
        Weekly = "weekly",
        Fortnightly = "fortnightly",
        /// On the same weekday of its week of the month: the second Tuesday; a fifth is the last where there is none.
        Monthly = "monthly",
    }
}

/// The most meetings that are planned together.
pub const SERIES_MAX: usize = 26;

/// The days of a series from its first until a last one, at most `SERIES_MAX`.
pub fn series(first: NaiveDate, repeats: Repeats, until: NaiveDate) -> Vec<NaiveDate> {
    let day = |turn: u32| match repeats {
        Repeats::Never => (turn == 0).then_some(first),
        Repeats::Weekly => first.checked_add_days(Days::new(7 * u64::from(turn))),
        Repeats::Fortnightly => first.checked_add_days(Days::new(14 * u64::from(turn))),
        Repeats::Monthly => same_weekday(first, turn),
    };
    (0..SERIES_MAX as u32).map_while(day).take_while(|day| *day == first || *day <= until).collect()
}

/// The same weekday of the same week, so many months later.
fn same_weekday(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    use chrono::Datelike as _;
    let month = first.with_day(1)?.checked_add_months(Months::new(months))?;
    let week = u8::try_from((first.day() - 1) / 7 + 1).ok()?;
    let nth = |week| NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), first.weekday(), week);
    nth(week).or_else(|| nth(week - 1))
}

/// What is usually on the agenda of a kind of meeting: what for, the key of its title, minutes.
pub fn usual(kind: Kind) -> &'static [(Purpose, &'static str, i32)] {
    use Purpose::{Decision, Discussion, Information};
    match kind {
        Kind::Annual => &[
            (Information, "usual-opening", 5),
            (Decision, "usual-agenda", 5),
            (Decision, "usual-minutes-annual", 5),
            (Information, "usual-board-report", 15),
            (Decision, "usual-statements", 20),
            (Decision, "usual-auditor", 5),
            (Decision, "usual-election", 30),
            (Discussion, "usual-questions", 15),
        ],
        Kind::Special | Kind::General => &[
            (Information, "usual-opening", 5),
            (Decision, "usual-agenda", 5),
            (Decision, "usual-minutes", 5),
            (Discussion, "usual-questions", 15),
        ],
        Kind::Board => &[
            (Information, "usual-opening", 5),
            (Decision, "usual-agenda", 5),
            (Decision, "usual-minutes", 5),
            (Information, "usual-correspondence", 5),
            (Information, "usual-finances", 15),
            (Discussion, "usual-committees", 15),
            (Discussion, "usual-other", 10),
        ],
        Kind::Committee => &[
            (Decision, "usual-agenda", 5),
            (Decision, "usual-minutes", 5),
            (Discussion, "usual-tasks", 20),
            (Discussion, "usual-other", 10),
        ],
    }
}

/// The days on which notice of a meeting can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first one: any earlier is too early.
    pub first: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
    /// How many days before the meeting the last one is, by the rule.
    pub least: i32,
    pub most: i32,
}

/// When notice of a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    InTime,
    /// So many days after the last one.
    TooLate(i64),
    /// So many days before the first one.
    TooEarly(i64),
}

impl Period {
    pub fn timing(&self, given_on: NaiveDate) -> Timing {
        let (late, early) = ((given_on - self.last).num_days(), (self.first - given_on).num_days());
        match () {
            () if late > 0 => Timing::TooLate(late),
            () if early > 0 => Timing::TooEarly(early),
            () => Timing::InTime,
        }
    }
}

/// When notice of a general meeting can be given; none where no rule says, as for the board. Calendar days, of which the day of the notice
/// is none and the day of the meeting is one.
pub fn notice_period(rules: &RuleProfile, kind: Kind, special_resolution: bool, held_on: NaiveDate) -> Option<Period> {
    if !kind.is_general() {
        return None;
    }
    let plain = kind == Kind::General && !special_resolution;
    let least = if plain { rules.notice_days_other.min(rules.notice_days_max) } else { rules.notice_days_min };
    let before = |days: i32| held_on.checked_sub_days(Days::new(u64::try_from(days).unwrap_or(0)));
    Some(Period { first: before(rules.notice_days_max)?, last: before(least)?, least, most: rules.notice_days_max })
}

/// The day on which the financial year ended last before a day, or ends on it.
pub fn year_end(rules: &RuleProfile, day: NaiveDate) -> Option<NaiveDate> {
    let month = u32::try_from(rules.year_ends_month).ok()?;
    let ends = |year: i32| NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt();
    use chrono::Datelike as _;
    let this = ends(day.year())?;
    if this <= day { Some(this) } else { ends(day.year() - 1) }
}

/// The last day of the annual meeting after a financial year: so long after its end, and so long after the annual meeting before, whichever
/// comes first. None where no rule says.
pub fn annual_deadline(rules: &RuleProfile, year_ended: NaiveDate, last_held: Option<NaiveDate>) -> Option<NaiveDate> {
    let after = |day: NaiveDate, months: i32| {
        let months = u32::try_from(months).ok().filter(|months| *months > 0)?;
        day.checked_add_months(Months::new(months))
    };
    let apart = last_held.and_then(|held| after(held, rules.agm_months_apart));
    after(year_ended, rules.agm_months).into_iter().chain(apart).min()
}

/// How many members must ask for a meeting; none where the rules have no figure.
pub fn requisition_needed(rules: &RuleProfile, members: i64) -> Option<i64> {
    (rules.requisition_percent > 0).then(|| share(members, rules.requisition_percent).max(1))
}

/// The last day of a meeting that was asked for on a day.
pub fn requisition_deadline(rules: &RuleProfile, asked_on: NaiveDate) -> Option<NaiveDate> {
    let days = u64::try_from(rules.requisition_days).ok().filter(|days| *days > 0)?;
    asked_on.checked_add_days(Days::new(days))
}

/// The last day on which a member can ask for an item.
pub fn items_until(rules: &RuleProfile, held_on: NaiveDate) -> NaiveDate {
    let days = Days::new(u64::try_from(rules.item_days).unwrap_or(0));
    held_on.checked_sub_days(days).unwrap_or(held_on)
}

/// What a share of a whole is, a broken one counting as a whole one more.
fn share(whole: i64, percent: i32) -> i64 {
    (whole * i64::from(percent) + 99) / 100
}

/// Whether there are enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    pub needed: i64,
    pub there: i64,
    pub homes_needed: i64,
    pub homes_there: i64,
}

impl Quorum {
    /// Whoever is there is enough where no rule says more, but somebody is.
    pub fn is_met(&self) -> bool {
        self.there >= self.needed.max(1) && self.homes_there >= self.homes_needed
    }

    /// How many more must come.
    pub fn short(&self) -> i64 {
        (self.needed.max(1) - self.there).max(self.homes_needed - self.homes_there).max(0)
    }
}

/// The rules as they hold for a meeting: of a second one, where what had no quorum can be called again, the lower share is enough. Where
/// that is nought, whoever comes is (as in model rules for co-operatives in British Columbia).
pub fn of_meeting(rules: &RuleProfile, is_second: bool) -> RuleProfile {
    if !is_second || !rules.second_calls {
        return rules.clone();
    }
    let percent = rules.quorum_second_percent;
    RuleProfile {
        quorum_percent: percent,
        quorum_continues_percent: rules.quorum_continues_percent.min(percent),
        quorum_homes_min: if percent == 0 { 0 } else { rules.quorum_homes_min },
        ..rules.clone()
    }
}

/// The quorum of a meeting to which so many are called. Once it was opened with one, the rule for going on holds: where it is nought, the
/// quorum of the opening is enough.
pub fn quorum(rules: &RuleProfile, called: i64, there: i64, homes_there: i64, opened: bool) -> Quorum {
    let percent = if opened { rules.quorum_continues_percent } else { rules.quorum_percent };
    let homes = if opened && rules.quorum_continues_percent == 0 { 0 } else { rules.quorum_homes_min };
    Quorum { needed: share(called, percent), there, homes_needed: i64::from(homes), homes_there }
}

#[cfg(test)]
mod tests;
