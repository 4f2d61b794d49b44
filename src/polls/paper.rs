//! The ballot paper: what is asked, how each kind of question is answered, and the one way in which an answer is written.
//!
//! An answer is checked against its question before it is stored, and written so that equal answers are equal texts: ballots are
//! counted in groups of equal ones. A blank is the empty text. Pure: no I/O, no clock.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;

use super::rules::Rule;
use crate::platform::i18n::Lang;
use crate::platform::text_enum::text_enum;

/// The most questions of one vote, and choices of one question.
pub const QUESTIONS_MAX: usize = 40;
pub const CHOICES_MAX: usize = 300;
/// The longest reason beside a ballot, in characters.
pub const REASON_MAX: usize = 2_000;

text_enum! {
    /// How a question is answered and counted. The words are kept with votes and stand in addresses and files.
    pub enum Method {
        Proposal = "proposal",
        Consent = "consent",
        Choice = "choice",
        Approval = "approval",
        Score = "score",
        Dots = "dots",
        Irv = "irv",
        Scottish = "stv-scottish",
        Meek = "stv-meek",
        Schulze = "schulze",
        RankedPairs = "ranked-pairs",
        Star = "star",
        Greedy = "greedy",
        EqualShares = "equal-shares",
        Times = "times",
    }
}

/// What one does on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// One of the built-in sides.
    Side,
    /// One choice, or up to as many as there are seats.
    Some,
    /// Any number of choices.
    Any,
    /// Points for each choice.
    Points,
    /// A number of dots, shared out.
    Dots,
    /// Choices in order. Equal ranks only where the count knows what they mean.
    Ranks { equal: bool },
    /// Yes, if need be, no to each time.
    Times,
}

impl Method {
    pub fn marking(self) -> Marking {
        match self {
            Self::Proposal | Self::Consent => Marking::Side,
            Self::Choice => Marking::Some,
            Self::Approval | Self::Greedy | Self::EqualShares => Marking::Any,
            Self::Score | Self::Star => Marking::Points,
            Self::Dots => Marking::Dots,
            Self::Irv | Self::Scottish => Marking::Ranks { equal: false },
            Self::Meek | Self::Schulze | Self::RankedPairs => Marking::Ranks { equal: true },
            Self::Times => Marking::Times,
        }
    }

    /// Whether it puts a text to the vote and has no choices of its own.
    pub fn has_sides(self) -> bool {
        self.marking() == Marking::Side
    }

    /// Whether money is shared out.
    pub fn spends(self) -> bool {
        matches!(self, Self::Greedy | Self::EqualShares)
    }

    /// Whether more than one can be chosen.
    pub fn has_seats(self) -> bool {
        !matches!(
            self,
            Self::Proposal | Self::Consent | Self::Irv | Self::Star | Self::Greedy | Self::EqualShares | Self::Times
        )
    }

    /// What can be answered without choices.
    pub fn sides(self) -> &'static [Side] {
        match self {
            Self::Proposal => &[Side::For, Side::Against, Side::Abstain],
            Self::Consent => &[Side::Agree, Side::Aside, Side::Object],
            _ => &[],
        }
    }
}

text_enum! {
    /// A side of a proposal or of a consent.
    pub enum Side {
        For = "for",
        Against = "against",
        Abstain = "abstain",
        Agree = "agree",
        /// Does not agree and does not stand in the way.
        Aside = "aside",
        /// Objects, with a reason.
        Object = "object",
    }
}

/// A question as it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// From 1, in the order of the paper.
    pub number: i32,
    pub title_en: String,
    pub title_fr: String,
    pub method: Method,
    pub seats: i32,
    pub points: i32,
    /// In cents.
    pub budget: Option<i64>,
    pub shuffled: bool,
    pub lot: bool,
    pub agree_percent: i32,
    pub objections_max: i32,
    pub rule: Rule,
    /// By their numbers, from 1.
    pub choices: Vec<Choice>,
}

impl Question {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    /// A proposal without a title of its own: the text of the vote is what is decided.
    pub fn proposal(rule: Rule) -> Self {
        Self {
            number: 1,
            title_en: String::new(),
            title_fr: String::new(),
            method: Method::Proposal,
            seats: 1,
            points: 5,
            budget: None,
            shuffled: false,
            lot: false,
            agree_percent: 0,
            objections_max: 0,
            rule,
            choices: Vec::new(),
        }
    }

    /// The choices in the order of the paper.
    pub fn on_paper(&self) -> Vec<&Choice> {
        let mut choices: Vec<&Choice> = self.choices.iter().collect();
        choices.sort_by_key(|choice| (choice.place, choice.number));
        choices
    }

    /// The name of a form's field for the whole question.
    pub fn field(&self) -> String {
        format!("q{}", self.number)
    }
}

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Choice {
    pub number: i32,
    pub place: i32,
    pub title_en: String,
    pub title_fr: String,
    /// In cents.
    pub cost: Option<i64>,
    pub day: Option<NaiveDate>,
    pub hour: Option<NaiveTime>,
    /// Whom it names, where one votes on people.
    #[serde(default)]
    pub member_id: Option<i64>,
    /// Since when it stands no more: it is counted as if it had never stood.
    #[serde(default)]
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Choice {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }
}

/// What somebody answers to one question. Choices by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer {
    #[default]
    Blank,
    Side(Side),
    /// Points above zero.
    Marks(BTreeMap<i32, i32>),
    /// From the best down, equal ones together. What is not named is unranked.
    Ranks(Vec<Vec<i32>>),
}

/// Why an answer cannot be taken: a key of the words, and the number it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong(pub &'static str, pub i64);

impl Answer {
    /// Marks as they are kept: none of zero, and no marks at all are a blank.
    pub fn marks(marks: impl IntoIterator<Item = (i32, i32)>) -> Self {
        let marks: BTreeMap<i32, i32> = marks.into_iter().filter(|(_, points)| *points != 0).collect();
        if marks.is_empty() { Self::Blank } else { Self::Marks(marks) }
    }

    /// Ranks as they are kept: in order, without those that were skipped, equal ones by number.
    pub fn ranks(given: impl IntoIterator<Item = (i32, i32)>) -> Self {
        let mut ranks: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
        for (choice, rank) in given {
            ranks.entry(rank).or_default().push(choice);
        }
        ranks.values_mut().for_each(|rank| rank.sort_unstable());
        if ranks.is_empty() { Self::Blank } else { Self::Ranks(ranks.into_values().collect()) }
    }

    /// As it is kept: `for`, `1=3,4=1`, `3>1=2>5`, or nothing.
    pub fn text(&self) -> String {
        let joined = |numbers: &[i32], between: &str| -> String {
            numbers.iter().map(i32::to_string).collect::<Vec<_>>().join(between)
        };
        match self {
            Self::Blank => String::new(),
            Self::Side(side) => side.word().to_owned(),
            Self::Marks(marks) => {
                marks.iter().map(|(choice, points)| format!("{choice}={points}")).collect::<Vec<_>>().join(",")
            }
            Self::Ranks(ranks) => ranks.iter().map(|rank| joined(rank, "=")).collect::<Vec<_>>().join(">"),
        }
    }

    /// What `text` wrote for a question of this method.
    pub fn read(method: Method, text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Blank);
        }
        match method.marking() {
            Marking::Side => Side::parse(text).filter(|side| method.sides().contains(side)).map(Self::Side),
            Marking::Ranks { .. } => {
                let rank = |rank: &str| rank.split('=').map(|number| number.parse().ok()).collect::<Option<Vec<i32>>>();
                text.split('>').map(rank).collect::<Option<_>>().map(Self::Ranks)
            }
            _ => {
                let mark = |mark: &str| {
                    let (choice, points) = mark.split_once('=')?;
                    Some((choice.parse().ok()?, points.parse().ok()?))
                };
                text.split(',').map(mark).collect::<Option<Vec<_>>>().map(Self::marks)
            }
        }
    }

    /// Whether a question can be answered so.
    ///
    /// # Errors
    /// What is wrong with it, as words for the reader.
    pub fn check(&self, question: &Question) -> Result<(), Wrong> {
        let known = |choice: &i32| question.choices.iter().any(|one| one.number == *choice);
        let foreign = Err(Wrong("poll-wrong-foreign", 0));
        match (self, question.method.marking()) {
            (Self::Blank, Marking::Side) => Err(Wrong("poll-wrong-side", 0)),
            (Self::Blank, _) => Ok(()),
            (Self::Side(side), Marking::Side) if question.method.sides().contains(side) => Ok(()),
            (Self::Marks(marks), marking) if marks.keys().all(known) => marked(question, marking, marks),
            (Self::Ranks(ranks), Marking::Ranks { equal }) if ranks.iter().flatten().all(known) => {
                // A count that passes votes on puts a paper aside that does not say to whom it goes first.
                let several = question.method == Method::Meek && ranks.first().is_some_and(|first| first.len() > 1);
                if several { Err(Wrong("poll-wrong-several-first", 0)) } else { ranked(ranks, equal) }
            }
            _ => foreign,
        }
    }
}

/// Whether in ranks as they were given (choice, place) a place was left out above one that was given. Those who share a place take as many as they are.
pub fn is_skipping(ranks: &[(i32, i32)]) -> bool {
    let above = |rank: i32| ranks.iter().filter(|(_, other)| *other < rank).count() as i32;
    ranks.iter().any(|(_, rank)| *rank > above(*rank) + 1)
}

fn marked(question: &Question, marking: Marking, marks: &BTreeMap<i32, i32>) -> Result<(), Wrong> {
    let (seats, points) = (i64::from(question.seats), i64::from(question.points));
    let within = |most: i64| marks.values().all(|given| (1..=most).contains(&i64::from(*given)));
    match marking {
        Marking::Some if marks.len() as i64 > seats => Err(Wrong("poll-wrong-many", seats)),
        Marking::Some | Marking::Any if within(1) => Ok(()),
        Marking::Points if within(points) => Ok(()),
        Marking::Points => Err(Wrong("poll-wrong-points", points)),
        Marking::Dots if !within(points) || marks.values().map(|given| i64::from(*given)).sum::<i64>() > points => {
            Err(Wrong("poll-wrong-dots", points))
        }
        Marking::Dots => Ok(()),
        Marking::Times if within(2) => Ok(()),
        _ => Err(Wrong("poll-wrong-foreign", 0)),
    }
}

fn ranked(ranks: &[Vec<i32>], equal: bool) -> Result<(), Wrong> {
    let mut all: Vec<i32> = ranks.iter().flatten().copied().collect();
    let named = all.len();
    all.sort_unstable();
    all.dedup();
    match ranks.iter().position(|rank| rank.len() != 1) {
        _ if all.len() != named => Err(Wrong("poll-wrong-foreign", 0)),
        Some(place) if !equal => Err(Wrong("poll-wrong-same-rank", place as i64 + 1)),
        Some(place) if ranks[place].is_empty() => Err(Wrong("poll-wrong-foreign", 0)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::coops::{QuorumOf, VoteOf};

    fn rule() -> Rule {
        Rule {
            special: false,
            majority_num: 1,
            majority_den: 2,
            abstentions_count: false,
            quorum_percent: 0,
            quorum_of: QuorumOf::Votes,
            second_call: false,
            at_meeting: false,
            vote_of: VoteOf::Member,
        }
    }

    fn question(method: Method, choices: i32) -> Question {
        let choice = |number| Choice {
            number,
            place: choices - number,
            title_en: number.to_string(),
            title_fr: String::new(),
            cost: None,
            day: None,
            hour: None,
            member_id: None,
            withdrawn_at: None,
        };
        Question { method, seats: 2, choices: (1..=choices).map(choice).collect(), ..Question::proposal(rule()) }
    }

    #[test]
    fn the_paper_has_the_order_that_was_drawn() {
        let numbers: Vec<i32> = question(Method::Irv, 3).on_paper().iter().map(|choice| choice.number).collect();
        assert_eq!(numbers, [3, 2, 1]);
    }

    proptest! {
        /// Equal answers are equal texts, and a text is read as what was written.
        #[test]
        fn an_answer_is_read_as_it_was_written(
            marks in prop::collection::vec((1..=6_i32, 0..=5_i32), 0..8), ranks in prop::collection::vec((1..=6_i32, 1..=9_i32), 0..6),
        ) {
            let given: BTreeMap<i32, i32> = ranks.into_iter().collect();
            for (method, answer) in [
                (Method::Score, Answer::marks(marks)),
                (Method::Schulze, Answer::ranks(given.clone())),
                (Method::Schulze, Answer::ranks(given.into_iter().map(|(choice, rank)| (choice, rank * 7)))),
                (Method::Consent, Answer::Side(Side::Object)),
            ] {
                prop_assert_eq!(Answer::read(method, &answer.text()), Some(answer.clone()));
                prop_assert_eq!(answer.check(&question(method, 6)), if answer == Answer::Blank && method.has_sides() { Err(Wrong("poll-wrong-side", 0)) } else { Ok(()) });
                prop_assert!(answer == Answer::Blank || method.has_sides() || answer.check(&question(method, 0)).is_err());
            }
        }
    }

    #[test]
    fn what_no_paper_allows_is_refused() {
        for (method, text) in [
            (Method::Choice, "1=1,2=1,3=1"),
            (Method::Approval, "1=2"),
            (Method::Score, "1=6"),
            (Method::Dots, "1=3,2=3"),
            (Method::Irv, "1=2"),
            (Method::Irv, "1>1"),
            (Method::Meek, "1>2=1"),
            (Method::Meek, "1=2>3"),
            (Method::Times, "1=3"),
            (Method::Times, "9=1"),
        ] {
            let answer = Answer::read(method, text).expect("an answer");
            assert!(answer.check(&question(method, 4)).is_err(), "{method:?} {text}");
        }
        assert_eq!(Answer::read(Method::Proposal, "agree"), None);
        assert_eq!(Answer::read(Method::Irv, "1>x"), None);
    }
}
