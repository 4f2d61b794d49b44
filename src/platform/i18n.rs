//! Words in English and French, from `locales/<language>/*.ftl`, one file a slice.
//!
//! Every string on a screen or in a mail comes from here. A test holds both languages complete.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use chrono::{DateTime, Datelike, Locale, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use serde::{Deserialize, Serialize};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| {
            // Isolation marks would end up in attributes and mail subjects.
            bundle.set_use_isolating(false);
            for (name, function) in super::french::FUNCTIONS {
                // Refused is only a second one of a name, and words that want it fail the test of the words.
                let _ = bundle.add_function(name, function);
            }
        },
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    En,
    Fr,
}

/// Words that were said before, by key: English, French.
static SAID: [LazyLock<RwLock<HashMap<String, String>>>; 2] =
    [LazyLock::new(RwLock::default), LazyLock::new(RwLock::default)];

static EN: LanguageIdentifier = langid!("en");
static FR: LanguageIdentifier = langid!("fr");

impl Lang {
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Each code with its name, to choose from.
    pub fn choices(self) -> Vec<(&'static str, String)> {
        vec![("en", self.t("language-en")), ("fr", self.t("language-fr"))]
    }

    pub fn parse(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "fr" => Some(Self::Fr),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The tag for `<html lang>`: both are Canadian.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en-CA",
            Self::Fr => "fr-CA",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Fr,
            Self::Fr => Self::En,
        }
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::En => &EN,
            Self::Fr => &FR,
        }
    }

    /// The words under `key`, without arguments. An unknown key shows itself, and fails a test.
    ///
    /// They are formatted once and kept: a page says some fifty of them. As many are kept as the locales have, never more.
    pub fn t(self, key: &str) -> String {
        let said = &SAID[usize::from(self == Self::Fr)];
        if let Some(words) = said.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return words.clone();
        }
        let Some(words) = LOCALES.try_lookup(self.id(), key) else { return format!("«{key}»") };
        said.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), words.clone());
        words
    }

    /// The words of one of a family: `t_of("nav-", "tasks")` are those under `nav-tasks`.
    pub fn t_of(self, family: &str, word: &str) -> String {
        self.t(&format!("{family}{word}"))
    }

    /// The words under `key`, with arguments.
    pub fn with(self, key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
        let args: HashMap<Cow<'static, str>, FluentValue<'_>> =
            args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        let said = LOCALES.try_lookup_with_args(self.id(), key, &args).unwrap_or_else(|| format!("«{key}»"));
        // "until 8:00 p.m.": a sentence that ends so has its full stop.
        if said.contains(".m..") { said.replace(".m..", ".m.") } else { said }
    }

    /// Whether there are words under `key`.
    pub fn knows(self, key: &str) -> bool {
        LOCALES.try_lookup(self.id(), key).is_some()
    }

    /// The first language that an `Accept-Language` header (RFC 9110, 12.5.4) prefers and we speak.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(Self, u32)> = None;
        for item in header.split(',').take(20) {
            let mut parts = item.split(';');
            let Some(lang) = parts.next().map(str::trim).and_then(Self::parse) else { continue };
            let quality = parts
                .find_map(|part| part.trim().strip_prefix("q=").map(str::to_owned))
                .map_or(1_000, |q| thousandths(&q));
            if quality > 0 && best.is_none_or(|(_, so_far)| quality > so_far) {
                best = Some((lang, quality));
            }
        }
        best.map(|(lang, _)| lang)
    }

    fn locale(self) -> Locale {
        match self {
            Self::En => Locale::en_CA,
            Self::Fr => Locale::fr_CA,
        }
    }

    /// "Thursday 26 November 2026", « jeudi 26 novembre 2026 ».
    pub fn long_day(self, day: NaiveDate) -> String {
        format!("{} {} {}", self.weekday(day), self.day_and_month(day), day.year())
    }

    /// "26 November 2026", « 1er novembre 2026 ».
    pub fn day(self, day: NaiveDate) -> String {
        format!("{} {}", self.day_and_month(day), day.year())
    }

    /// "26 November", « 26 novembre ».
    pub fn day_and_month(self, day: NaiveDate) -> String {
        let number = match (self, day.day()) {
            (Self::Fr, 1) => "1er".to_owned(),
            (_, number) => number.to_string(),
        };
        format!("{number} {}", self.month(day))
    }

    /// "November", « novembre ».
    pub fn month(self, day: NaiveDate) -> String {
        day.format_localized("%B", self.locale()).to_string()
    }

    pub fn weekday(self, day: NaiveDate) -> String {
        day.format_localized("%A", self.locale()).to_string()
    }

    /// "Thu", « jeu. ».
    pub fn weekday_short(self, day: NaiveDate) -> String {
        day.format_localized("%a", self.locale()).to_string()
    }

    /// "26", for the date block of a list.
    pub fn day_number(self, day: NaiveDate) -> u32 {
        day.day()
    }

    /// "Nov", « nov. ».
    pub fn month_short(self, day: NaiveDate) -> String {
        day.format_localized("%b", self.locale()).to_string()
    }

    /// "8:00 p.m.", « 20 h ».
    pub fn time(self, zone: Tz, at: DateTime<Utc>) -> String {
        self.time_of_day(at.with_timezone(&zone).time())
    }

    /// The same of a time on the wall.
    pub fn time_of_day(self, time: NaiveTime) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self {
            Self::En => {
                let half = if hour < 12 { "a.m." } else { "p.m." };
                let shown = if hour % 12 == 0 { 12 } else { hour % 12 };
                format!("{shown}:{minute:02}\u{a0}{half}")
            }
            Self::Fr if minute == 0 => format!("{hour}\u{a0}h"),
            Self::Fr => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        }
    }

    /// "Thursday 26 November 2026, 8:00 p.m.", « jeudi 26 novembre 2026, 20 h ».
    pub fn moment(self, zone: Tz, at: DateTime<Utc>) -> String {
        let day = at.with_timezone(&zone).date_naive();
        format!("{}, {}", self.long_day(day), self.time(zone, at))
    }

    /// "1,254", « 1 254 » with a narrow space that does not break.
    pub fn number(self, value: i64) -> String {
        let separator = match self {
            Self::En => ",",
            Self::Fr => "\u{a0}",
        };
        let digits = value.unsigned_abs().to_string();
        let mut out = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push_str(separator);
            }
            out.push(digit);
        }
        if value < 0 { format!("-{out}") } else { out }
    }

    /// An amount of dollars from cents: "$1,250.50", « 1 250,50 $ ». Cents only where there are any.
    pub fn money(self, cents: i64) -> String {
        let (dollars, rest) = (self.number(cents / 100), cents % 100);
        match (self, rest) {
            (Self::En, 0) => format!("${dollars}"),
            (Self::En, rest) => format!("${dollars}.{rest:02}"),
            (Self::Fr, 0) => format!("{dollars}\u{a0}$"),
            (Self::Fr, rest) => format!("{dollars},{rest:02}\u{a0}$"),
        }
    }

    /// A share as a whole percentage, rounded half up: "64%", « 64 % ». Nothing of nothing is "–".
    pub fn percent(self, part: i64, whole: i64) -> String {
        if whole <= 0 {
            return "–".to_owned();
        }
        let rounded = (part * 200 + whole) / (whole * 2);
        match self {
            Self::En => format!("{rounded}%"),
            Self::Fr => format!("{rounded}\u{a0}%"),
        }
    }
}

/// A quality value of at most three decimals, in thousandths; unreadable counts as zero.
fn thousandths(quality: &str) -> u32 {
    let (whole, fraction) = quality.trim().split_once('.').unwrap_or((quality.trim(), ""));
    let padded: String = fraction.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), padded.parse::<u32>()) {
        (Ok(whole), Ok(fraction)) => (whole * 1_000 + fraction).min(1_000),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_language_follows_quality() {
        assert_eq!(Lang::accepted("fr-CA,fr;q=0.9,en;q=0.8"), Some(Lang::Fr));
        assert_eq!(Lang::accepted("de, en;q=0.3, fr;q=0.7"), Some(Lang::Fr));
        assert_eq!(Lang::accepted("de, *;q=0.1"), None);
        assert_eq!(Lang::accepted("fr;q=0, en"), Some(Lang::En));
        assert_eq!(Lang::accepted("é;;;,=,q"), None);
    }

    #[test]
    fn a_sentence_that_ends_with_a_time_has_one_full_stop() {
        let said = |when: &str| Lang::En.with("election-next-open", &[("when", when.into())]);
        assert_eq!(said("Tuesday, 8:00\u{a0}p.m."), "You can vote until Tuesday, 8:00\u{a0}p.m.");
        assert_eq!(said("noon"), "You can vote until noon.");
    }

    #[test]
    fn dates_and_numbers_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a date");
        assert_eq!(Lang::En.long_day(day), "Tuesday 1 December 2026");
        assert_eq!(Lang::Fr.long_day(day), "mardi 1er décembre 2026");
        let at = "2026-11-27T01:00:00Z".parse().expect("an instant");
        let zone = chrono_tz::America::Toronto;
        assert_eq!(Lang::En.moment(zone, at), "Thursday 26 November 2026, 8:00\u{a0}p.m.");
        assert_eq!(Lang::Fr.moment(zone, at), "jeudi 26 novembre 2026, 20\u{a0}h");
        assert_eq!(Lang::En.number(1_254), "1,254");
        assert_eq!(Lang::Fr.number(-1_254_000), "-1\u{a0}254\u{a0}000");
        assert_eq!(Lang::Fr.percent(2, 3), "67\u{a0}%");
        assert_eq!(Lang::En.percent(0, 0), "–");
    }
}
