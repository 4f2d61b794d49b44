//! Rules and reasons in words, in both languages.

use chrono::{NaiveDate, Weekday};

use super::recurrence::{DayOf, End, Every, Rule, Season};
use super::rotation::{Code, Holder, Passed, Reason, Why};
use crate::platform::i18n::Lang;

/// "every second Monday, from November to April".
pub fn rule(rule: &Rule, lang: Lang) -> String {
    let season = rule.season().map_or_else(String::new, |season| season_words(season, lang));
    let end = match rule.end() {
        End::Never => String::new(),
        End::On(day) => lang.with("chore-rule-until", &[("day", lang.day(day).into())]),
        End::After(times) => lang.with("chore-rule-times", &[("times", times.into())]),
    };
    format!("{}{season}{end}", every(rule.every(), lang))
}

fn every(every: &Every, lang: Lang) -> String {
    let n = every.interval();
    let with = |key: &str, args: &[(&'static str, String)]| {
        let mut given = vec![("n", n.into())];
        given.extend(args.iter().map(|(name, value)| (*name, value.clone().into())));
        lang.with(key, &given)
    };
    match every {
        Every::Days(_) => lang.with("chore-rule-days", &[("n", n.into())]),
        Every::Weeks(1, days) if days.len() == 7 => lang.with("chore-rule-days", &[("n", n.into())]),
        Every::Weeks(1, days) if *days == WORKING => lang.t("chore-rule-working-days"),
        Every::Weeks(1, days) => {
            lang.with("chore-rule-every-week", &[("days", listed(lang, days, "chore-rule-weekday").into())])
        }
        Every::Weeks(2, days) if days.len() == 1 => {
            lang.with("chore-rule-second-weekday", &[("day", weekday(lang, days[0]).into())])
        }
        Every::Weeks(_, days) => with("chore-rule-weeks", &[("days", listed(lang, days, "chore-rule-on-weekday"))]),
        Every::Months(_, of) => {
            let said = with("chore-rule-months", &[("day", day_of(lang, *of))]);
            format!("{said}{}", shorter(lang, *of))
        }
        Every::Years(_, month, of) => {
            let named = month_of(*month);
            let day = match of {
                DayOf::Day(day) => lang.day_and_month(NaiveDate::from_ymd_opt(2024, *month, *day).unwrap_or(named)),
                _ => {
                    let args = [("day", day_of(lang, *of).into()), ("month", lang.month(named).into())];
                    lang.with("chore-rule-day-of-month", &args)
                }
            };
            let said = if matches!(of, DayOf::Day(_)) { "chore-rule-years-day" } else { "chore-rule-years" };
            let tail = if *month == 2 { shorter(lang, *of) } else { String::new() };
            format!("{}{tail}", with(said, &[("day", day)]))
        }
    }
}

const WORKING: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

fn season_words(season: Season, lang: Lang) -> String {
    let month = |month| lang.month(month_of(month));
    if season.from == season.to {
        return lang.with("chore-rule-month", &[("month", month(season.from).into())]);
    }
    lang.with("chore-rule-season", &[("from", month(season.from).into()), ("to", month(season.to).into())])
}

/// "the last Friday".
pub fn day_of(lang: Lang, of: DayOf) -> String {
    match of {
        DayOf::Day(day) => lang.with("chore-rule-day", &[("day", day.into())]),
        DayOf::Last => lang.t("chore-rule-last-day"),
        DayOf::Nth(nth, day) => {
            lang.with("chore-rule-nth", &[("nth", nth.into()), ("weekday", weekday(lang, day).into())])
        }
        DayOf::LastOf(day) => lang.with("chore-rule-last", &[("weekday", weekday(lang, day).into())]),
    }
}

/// What a day means that not every month has.
fn shorter(lang: Lang, of: DayOf) -> String {
    if matches!(of, DayOf::Day(29..)) { lang.t("chore-rule-shorter") } else { String::new() }
}

/// The first of a month, to say its name.
pub fn month_of(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, 1).unwrap_or_default()
}

/// "Monday".
pub fn weekday(lang: Lang, day: Weekday) -> String {
    // the first of January 2024 was a Monday
    let monday = month_of(1);
    lang.weekday(monday + chrono::Days::new(day.num_days_from_monday().into()))
}

/// "Monday, Tuesday and Friday", each as `key` says it.
fn listed(lang: Lang, days: &[Weekday], key: &str) -> String {
    let said: Vec<String> = days.iter().map(|day| lang.with(key, &[("day", weekday(lang, *day).into())])).collect();
    match said.split_last() {
        Some((last, before)) if !before.is_empty() => {
            lang.with("chore-rule-and", &[("before", before.join(", ").into()), ("last", last.clone().into())])
        }
        _ => said.concat(),
    }
}

/// Why somebody has a turn, in one sentence. `name` says a holder's name as it stands within a sentence: "home 12".
pub fn reason(reason: &Reason, holder: Option<Holder>, lang: Lang, name: &dyn Fn(Holder) -> String) -> String {
    let named = |holder: Option<Holder>| holder.map(name).unwrap_or_default();
    let who = named(holder);
    let other = named(reason.other);
    let number = |value: Option<i64>| lang.number(value.unwrap_or(0));
    let of = reason.of.unwrap_or(1);
    let said = match reason.code {
        Code::InOrder => lang.with("chore-why-in-order", &[("who", who.into())]),
        Code::Fewer => {
            let args = [
                ("who", who.into()),
                ("other", other.into()),
                ("has", number(reason.has).into()),
                ("other_has", number(reason.other_has).into()),
            ];
            lang.with("chore-why-fewer", &args)
        }
        Code::LeastEffort => lang.with("chore-why-least-effort", &[("who", who.into()), ("months", of.into())]),
        Code::Drawn => lang.with("chore-why-drawn", &[("who", who.into()), ("count", of.into())]),
        Code::Instead => lang.with("chore-why-instead", &[("who", who.into()), ("other", other.into())]),
        Code::SamePeriod => lang.with("chore-why-same-period", &[("who", who.into())]),
        Code::Nobody => lang.t("chore-why-nobody"),
        Code::NobodyLeft => lang.t("chore-why-nobody-left"),
    };
    let passed = reason.passed.iter().filter_map(|passed| passed_words(passed, lang, name));
    capital(&std::iter::once(said).chain(passed).collect::<Vec<_>>().join("; ")) + "."
}

fn passed_words(passed: &Passed, lang: Lang, name: &dyn Fn(Holder) -> String) -> Option<String> {
    let who = ("who", name(passed.holder).into());
    match (passed.why, passed.until) {
        (Why::Away, Some(until)) => Some(lang.with("chore-why-away", &[who, ("until", lang.day(until).into())])),
        (Why::Away, None) => Some(lang.with("chore-why-away-open", &[who])),
        (Why::Vacant, _) => Some(lang.with("chore-why-vacant", &[who])),
        (Why::Exempt | Why::Left, _) => None,
    }
}

/// With its first letter as a sentence has it.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
#[path = "tests/words.rs"]
mod tests;
