//! The rules of who is there: who counts for the quorum at a moment, and when it was reached, lost and reached again.
//!
//! Whoever is called and there counts, once. Somebody absent who let another member stand for them counts while that member is there, from
//! the moment they said so until they come themselves: from then on they stand for themselves alone. Both never count for one person.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use crate::meetings::rules::Quorum;
use crate::platform::text_enum::text_enum;

/// How long a wrong tick can be undone as if it had never been.
pub const UNDO: TimeDelta = TimeDelta::minutes(10);
/// How many digits the code of the room has.
pub const CODE_DIGITS: usize = 6;
/// The longest reason for a correction.
pub const WHY_MAX: usize = 200;

text_enum! {
    /// How somebody takes part.
    pub enum Way {
        InPerson = "in_person",
        Online = "online",
    }
}

text_enum! {
    /// How it became known that they are there.
    pub enum Noted {
        /// Ticked by who keeps the door.
        Door = "door",
        /// They typed the code of the room.
        Room = "room",
        /// They showed their own code at the door.
        Card = "card",
        /// From the paper sheet.
        Sheet = "sheet",
    }
}

/// What counts at a meeting, as it was when the door was opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    pub called: i64,
    /// Homes are counted, and not people.
    pub of_homes: bool,
    /// To begin, and to go on.
    pub needed: i64,
    pub homes_needed: i64,
    pub needed_later: i64,
    pub homes_needed_later: i64,
    pub online_counts: bool,
    pub proxies_max: i64,
}

/// Somebody who is called was there, from when to when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub member: i64,
    pub home: Option<i64>,
    pub way: Way,
    pub came_at: DateTime<Utc>,
    pub left_at: Option<DateTime<Utc>>,
}

/// Somebody who is called lets somebody else stand for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxy {
    pub giver: i64,
    pub home: Option<i64>,
    pub holder: i64,
    pub said_at: DateTime<Utc>,
}

/// What a moment of the course is told for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The quorum was there for the first time, or again.
    Reached,
    Lost,
    CalledToOrder,
    Adjourned,
}

impl What {
    pub fn word(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Lost => "lost",
            Self::CalledToOrder => "called-to-order",
            Self::Adjourned => "adjourned",
        }
    }
}

/// How many are there at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct There {
    /// People who count: those who are there, and those for whom one of them stands.
    pub people: i64,
    pub homes: i64,
    /// Of the people, for whom another one stands.
    pub proxies: i64,
    /// For whom somebody would stand who is not there.
    pub waiting: i64,
    pub quorum: Quorum,
}

/// How it went: the moments that matter, and how it is at the end of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub moments: Vec<(DateTime<Utc>, What, There)>,
    pub last: There,
    /// Of those who are called, how many are there in person, and from afar.
    pub in_room: i64,
    pub afar: i64,
}

impl Course {
    /// Whether there were enough at any time.
    pub fn was_met(&self) -> bool {
        self.last.quorum.is_met() || self.moments.iter().any(|(_, what, _)| *what == What::Reached)
    }
}

/// Who is there at a moment, as the sweep over time keeps it.
#[derive(Default)]
struct Room {
    people: HashMap<i64, i64>,
    homes: HashMap<i64, i64>,
}

impl Room {
    fn step(&mut self, span: &Span, by: i64) {
        *self.people.entry(span.member).or_default() += by;
        if let Some(home) = span.home {
            *self.homes.entry(home).or_default() += by;
        }
    }

    fn has(&self, member: i64) -> bool {
        self.people.get(&member).is_some_and(|times| *times > 0)
    }

    fn there(&self, figures: &Figures, proxies: &[&Proxy], begun: bool) -> There {
        let present = self.people.values().filter(|times| **times > 0).count() as i64;
        let mut homes: HashSet<i64> =
            self.homes.iter().filter(|(_, times)| **times > 0).map(|(home, _)| *home).collect();
        let (mut counted, mut waiting) = (0, 0);
        let mut held: HashMap<i64, i64> = HashMap::new();
        for proxy in proxies {
            let has = held.entry(proxy.holder).or_default();
            *has += 1;
            if *has > figures.proxies_max {
                continue;
            }
            if self.has(proxy.holder) {
                counted += 1;
                homes.extend(proxy.home);
            } else {
                waiting += 1;
            }
        }
        let (people, homes) = (present + counted, homes.len() as i64);
        let (needed, homes_needed) = if begun {
            (figures.needed_later, figures.homes_needed_later)
        } else {
            (figures.needed, figures.homes_needed)
        };
        let there = if figures.of_homes { homes } else { people };
        let quorum = Quorum { needed, there, homes_needed, homes_there: homes };
        There { people, homes, proxies: counted, waiting, quorum }
    }
}

/// How it went from the first who came until `until`. Those of `spans` are called; what does not count is left out here. Once the quorum
/// was there while the meeting was open, the figures for going on hold.
pub fn course(
    figures: &Figures,
    spans: &[Span],
    proxies: &[Proxy],
    (opened_at, ended_at): (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    until: DateTime<Utc>,
) -> Course {
    let counting: Vec<&Span> = spans.iter().filter(|span| span.way == Way::InPerson || figures.online_counts).collect();
    let mut first_came: HashMap<i64, DateTime<Utc>> = HashMap::new();
    for span in spans {
        let first = first_came.entry(span.member).or_insert(span.came_at);
        *first = (*first).min(span.came_at);
    }
    let ends_at = |proxy: &Proxy| first_came.get(&proxy.giver).copied();
    let mut steps: BTreeMap<DateTime<Utc>, Vec<(&Span, i64)>> = BTreeMap::new();
    for span in counting {
        steps.entry(span.came_at).or_default().push((span, 1));
        if let Some(left) = span.left_at {
            steps.entry(left).or_default().push((span, -1));
        }
    }
    let bare = proxies.iter().flat_map(|proxy| std::iter::once(proxy.said_at).chain(ends_at(proxy)));
    for at in bare.chain(opened_at).chain(ended_at).chain([until]) {
        steps.entry(at).or_default();
    }
    let mut room = Room::default();
    let mut moments = Vec::new();
    let (mut met, mut begun) = (false, false);
    let mut last = room.there(figures, &[], false);
    // in what it ends with, everybody leaves; how it was before is what is told of it
    let end = ended_at.unwrap_or(until).min(until);
    for (at, changes) in steps {
        if at > end {
            break;
        }
        if ended_at == Some(at) {
            moments.push((at, What::Adjourned, last));
            break;
        }
        changes.into_iter().for_each(|(span, by)| room.step(span, by));
        let in_force: Vec<&Proxy> = proxies
            .iter()
            .filter(|proxy| proxy.said_at <= at && ends_at(proxy).is_none_or(|ended| ended > at))
            .collect();
        last = room.there(figures, &in_force, begun);
        if opened_at == Some(at) {
            moments.push((at, What::CalledToOrder, last));
        }
        if last.quorum.is_met() != met {
            met = !met;
            moments.push((at, if met { What::Reached } else { What::Lost }, last));
        }
        if met && !begun && opened_at.is_some_and(|opened| opened <= at) {
            begun = true;
            last = room.there(figures, &in_force, true);
        }
    }
    let stays = |span: &&Span| span.left_at.is_none_or(|left| left > end || ended_at == Some(end) && left == end);
    let here =
        |way: Way| spans.iter().filter(|span| span.way == way && span.came_at <= end).filter(stays).count() as i64;
    Course { moments, last, in_room: here(Way::InPerson), afar: here(Way::Online) }
}

/// Who counts at a moment: who is there, and each absent member with who is there and stands for them. As many as `course` has people.
pub fn room(figures: &Figures, spans: &[Span], proxies: &[Proxy], at: DateTime<Utc>) -> (Vec<i64>, Vec<(i64, i64)>) {
    let counts = |span: &&Span| span.way == Way::InPerson || figures.online_counts;
    let is_on = |span: &&Span| span.came_at <= at && span.left_at.is_none_or(|left| left > at);
    let there: BTreeSet<i64> = spans.iter().filter(counts).filter(is_on).map(|span| span.member).collect();
    let came: HashSet<i64> = spans.iter().filter(|span| span.came_at <= at).map(|span| span.member).collect();
    let mut held: HashMap<i64, i64> = HashMap::new();
    let mut stood_for = Vec::new();
    for proxy in proxies.iter().filter(|proxy| proxy.said_at <= at && !came.contains(&proxy.giver)) {
        let has = held.entry(proxy.holder).or_default();
        *has += 1;
        if *has <= figures.proxies_max && there.contains(&proxy.holder) {
            stood_for.push((proxy.giver, proxy.holder));
        }
    }
    (there.into_iter().collect(), stood_for)
}

/// How many whole minutes somebody was there, all times together.
pub fn minutes(spans: &[(DateTime<Utc>, Option<DateTime<Utc>>)], until: DateTime<Utc>) -> i64 {
    spans
        .iter()
        .map(|(came, left)| (left.unwrap_or(until) - *came).max(TimeDelta::zero()))
        .sum::<TimeDelta>()
        .num_minutes()
}

/// A code of the room as it is typed: digits alone matter.
pub fn typed_code(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(CODE_DIGITS + 1).collect()
}

/// A code as it is read aloud: "483 192".
pub fn said_code(code: &str) -> String {
    let (one, two) = code.split_at_checked(CODE_DIGITS / 2).unwrap_or((code, ""));
    format!("{one} {two}")
}

#[cfg(test)]
mod tests;
