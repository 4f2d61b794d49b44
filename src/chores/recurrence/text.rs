//! Rules as they are stored: the value of an `RRULE`, of RFC 5545. Reading is left to the crate `rrule`; it writes `1MO` as `MO`, so
//! writing is not.

use chrono::{NaiveDate, Weekday};
use rrule::{Frequency, NWeekday, RRule, Unvalidated};

use super::{DayOf, End, Every, Refused, Rule, Season};

impl DayOf {
    fn text(self) -> String {
        match self {
            Self::Day(day) if day > 28 => {
                let days: Vec<String> = (28..=day).map(|day| day.to_string()).collect();
                format!(";BYMONTHDAY={};BYSETPOS=-1", days.join(","))
            }
            Self::Day(day) => format!(";BYMONTHDAY={day}"),
            Self::Last => ";BYMONTHDAY=-1".to_owned(),
            Self::Nth(nth, weekday) => format!(";BYDAY={nth}{}", code(weekday)),
            Self::LastOf(weekday) => format!(";BYDAY=-1{}", code(weekday)),
        }
    }

    fn of(rule: &RRule<Unvalidated>) -> Option<Self> {
        match (rule.get_by_month_day(), rule.get_by_weekday(), rule.get_by_set_pos()) {
            ([-1], [], []) => Some(Self::Last),
            ([day @ 1..=28], [], []) => Some(Self::Day(*day as u32)),
            ([28, .., day], [], [-1]) => Some(Self::Day(u32::try_from(*day).ok()?)),
            ([], [NWeekday::Nth(-1, weekday)], []) => Some(Self::LastOf(*weekday)),
            ([], [NWeekday::Nth(nth @ 1..=4, weekday)], []) => Some(Self::Nth(*nth as u8, *weekday)),
            _ => None,
        }
    }
}

/// Two letters of RFC 5545.
const fn code(weekday: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.num_days_from_monday() as usize]
}

impl Every {
    fn of(rule: &RRule<Unvalidated>, months: &[u8]) -> Result<Self, Refused> {
        let bare = rule.get_by_month_day().is_empty() && rule.get_by_set_pos().is_empty();
        let every = match rule.get_freq() {
            Frequency::Daily if bare && rule.get_by_weekday().is_empty() => Some(Self::Days(rule.get_interval())),
            Frequency::Weekly if bare => {
                let weekdays: Option<Vec<Weekday>> = rule.get_by_weekday().iter().map(plain).collect();
                weekdays.map(|weekdays| Self::Weeks(rule.get_interval(), weekdays))
            }
            Frequency::Monthly => DayOf::of(rule).map(|of| Self::Months(rule.get_interval(), of)),
            Frequency::Yearly => match (months, DayOf::of(rule)) {
                ([month], Some(of)) => Some(Self::Years(rule.get_interval(), (*month).into(), of)),
                _ => None,
            },
            Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => return Err(Refused::MoreThanDaily),
            _ => None,
        };
        every.ok_or(Refused::NotOffered)
    }
}

fn plain(weekday: &NWeekday) -> Option<Weekday> {
    if let NWeekday::Every(weekday) = weekday { Some(*weekday) } else { None }
}

impl Season {
    /// What the months of a rule say, in any order, as long as no month between the first and the last is missing.
    fn read(months: &[u8]) -> Result<Option<Self>, Refused> {
        let said: Vec<u32> = (1..=12).filter(|month| months.iter().any(|said| u32::from(*said) == *month)).collect();
        if said.is_empty() || said.len() == 12 {
            return Ok(None);
        }
        let begins = |month: &&u32| !said.contains(&((**month + 10) % 12 + 1));
        let from = said.iter().find(begins).copied().ok_or(Refused::Season)?;
        let season = Self { from, to: (from + said.len() as u32 - 2) % 12 + 1 };
        let mut meant = season.months();
        meant.sort_unstable();
        if meant == said { Ok(Some(season)) } else { Err(Refused::NotOffered) }
    }
}

impl Rule {
    /// The value of an `RRULE`. With a season it is read with the count starting anew each year, as the module says.
    pub fn text(&self) -> String {
        let (freq, on) = match &self.every {
            Every::Days(_) => ("DAILY", String::new()),
            Every::Weeks(_, weekdays) => {
                let days: Vec<&str> = weekdays.iter().map(|day| code(*day)).collect();
                ("WEEKLY", format!(";BYDAY={}", days.join(",")))
            }
            Every::Months(_, of) => ("MONTHLY", of.text()),
            Every::Years(_, month, of) => ("YEARLY", format!(";BYMONTH={month}{}", of.text())),
        };
        let season = self.season.map_or_else(String::new, |season| {
            let months: Vec<String> = season.months().iter().map(u32::to_string).collect();
            format!(";BYMONTH={}", months.join(","))
        });
        let end = match self.end {
            End::Never => String::new(),
            End::On(day) => format!(";UNTIL={}", day.format("%Y%m%d")),
            End::After(times) => format!(";COUNT={times}"),
        };
        format!("FREQ={freq};INTERVAL={}{season}{on}{end}", self.every.interval())
    }

    /// Reads the value of an `RRULE` that holds from a day on.
    pub fn read(first_on: NaiveDate, text: &str) -> Result<Self, Refused> {
        if text.len() > 200 || !text.is_ascii() {
            return Err(Refused::Unreadable);
        }
        let upper = text.trim().to_ascii_uppercase();
        let (ends, rest): (Vec<&str>, Vec<&str>) = upper.split(';').partition(|part| part.starts_with("UNTIL="));
        let parsed: RRule<Unvalidated> = rest.join(";").parse().map_err(|_| Refused::Unreadable)?;
        let end = match (ends.as_slice(), parsed.get_count()) {
            ([], None) => End::Never,
            ([], Some(times)) => End::After(times),
            ([until], None) => End::On(until_day(until).ok_or(Refused::Unreadable)?),
            _ => return Err(Refused::Unreadable),
        };
        let strange = !parsed.get_by_year_day().is_empty()
            || !parsed.get_by_week_no().is_empty()
            || !parsed.get_by_hour().is_empty()
            || !parsed.get_by_minute().is_empty()
            || !parsed.get_by_second().is_empty()
            || parsed.get_week_start() != Weekday::Mon;
        let every = Every::of(&parsed, parsed.get_by_month())?;
        if strange {
            return Err(Refused::NotOffered);
        }
        let season = if matches!(every, Every::Years(..)) { None } else { Season::read(parsed.get_by_month())? };
        Self::new(every, season, first_on, end)
    }
}

/// The day of an `UNTIL`; a time after it is not looked at.
fn until_day(part: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(part.strip_prefix("UNTIL=")?.get(..8)?, "%Y%m%d").ok()
}
