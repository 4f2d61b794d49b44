//! Surveys: a co-op asks all its people how satisfied they are, again and again, and nobody learns who said what.
//!
//! Who is asked is taken once, at the opening. What somebody answers is sealed as a secret vote is (`polls/urn`): there is no event, form,
//! draft or time of it, and who has answered stands beside the sealed answers in one row, each in an order of its own. An answer counts once
//! and cannot be changed. At the end all of them are opened, counted and written once, and the key is destroyed; of what people wrote, each
//! text stands alone, in an order of chance. Of fewer than `GROUP_MIN` answers nothing is opened at all.
//!
//! Nothing is ever counted of some of those who answered: two figures that differ by one person would tell what they said.

mod answering;
mod closing;
mod comments;
mod key;
mod merging;
pub mod notices;
pub mod pages;
mod ready;
mod rounds;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
mod writing;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

pub use answering::{ALREADY, LATE, answer, fill_demo};
pub use closing::{close, close_due, destroy_key};
pub use comments::{Comment, Standing, hold_back, release};
pub use key::note;
pub use ready::ready_made;
pub use rounds::{look, open, stop, tidy};
pub use writing::{add, add_question, change, change_question, copy, move_up, remove, remove_question};

use crate::platform::error::Result;
use crate::platform::events::Subject;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row};
use crate::platform::text_enum::text_enum;

pub const TITLE_MAX: usize = 120;
pub const INTRO_MAX: usize = 2_000;
pub const TEXT_MAX: usize = 300;
pub const CHOICE_MAX: usize = 120;
/// What somebody writes into an answer, in letters.
pub const COMMENT_MAX: usize = 500;
pub const WHY_MAX: usize = 300;
pub const QUESTIONS_MAX: usize = 20;
/// How many of them can ask for words: each makes every sealed answer longer.
pub const WORDS_MAX: usize = 5;
pub const CHOICES_MAX: usize = 12;
/// The longest that one is open, in days: it ends before its next round.
pub const DAYS_MAX: i64 = 60;
/// Of fewer people than this nothing is shown: who knows them would know who said what.
pub const GROUP_MIN: usize = 5;
/// The co-op's own goal, of 5.
pub const GOAL: i32 = 4;
/// Who was asked and who has answered is forgotten so many months after the end.
pub const ASKED_MONTHS: u32 = 12;

text_enum! {
    /// How a question is answered.
    pub enum Kind {
        /// From 1, very dissatisfied, to 5, very satisfied.
        Scale = "scale",
        Choice = "choice",
        Choices = "choices",
        Text = "text",
    }
}

text_enum! {
    pub enum Status {
        Draft = "draft",
        Open = "open",
        Closed = "closed",
        /// It is over, and what was answered could not be read.
        Uncounted = "uncounted",
    }
}

/// What is asked, and after the end what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub number: i32,
    pub kind: Kind,
    pub text_en: String,
    pub text_fr: String,
    pub choices_en: Vec<String>,
    pub choices_fr: Vec<String>,
    pub required: bool,
    pub overall: bool,
    /// How many answered it; none where nothing is shown.
    pub given: Option<i32>,
    /// How many chose each.
    pub counts: Option<Vec<i32>>,
}

impl Question {
    pub fn text(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.text_en } else { &self.text_fr }
    }

    pub fn choices(&self, lang: Lang) -> &[String] {
        if lang == Lang::En { &self.choices_en } else { &self.choices_fr }
    }

    /// The name of its field.
    pub fn field(&self) -> String {
        format!("q{}", self.number)
    }

    /// How many answers there are to choose from.
    pub fn options(&self) -> usize {
        match self.kind {
            Kind::Scale => 5,
            Kind::Choice | Kind::Choices => self.choices_en.len(),
            Kind::Text => 0,
        }
    }

    /// The mean of a scale, in hundredths.
    pub fn mean(&self) -> Option<i32> {
        self.counts.as_deref().filter(|_| self.kind == Kind::Scale).and_then(rules::mean)
    }
}

row! {
    /// One survey, as somebody sees it.
    #[derive(Debug, Clone)]
    pub struct Survey {
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        /// With marks.
        pub intro_en: String,
        pub intro_fr: String,
        pub status: Status,
        pub ends_on: NaiveDate,
        /// The first of its rounds.
        pub series: i64,
        pub round: Option<i32>,
        pub every_months: Option<i32>,
        pub next_on: Option<NaiveDate>,
        pub asked: Option<i32>,
        pub answered: i32,
        pub public_key: Option<Vec<u8>>,
        pub size: Option<i32>,
        pub failed: String,
        /// Its key is no more.
        pub is_given_up: bool,
        pub opened_at: Option<DateTime<Utc>>,
        pub version: i32,
        /// Whether the viewer is one of those who were asked, and has answered.
        pub is_asked: bool,
        pub has_answered: bool,
        pub questions: Gathered<Vec<Question>>,
        /// How many comments nobody has read.
        pub waiting: i64,
    }
}

impl Survey {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn intro(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.intro_en } else { &self.intro_fr }
    }

    fn subject(&self, lang: Lang) -> Subject {
        Subject { id: self.id, name: self.title(lang).to_owned() }
    }

    /// Whether so many answered that something can be shown.
    pub fn shows(&self) -> bool {
        self.status == Status::Closed && usize::try_from(self.answered).is_ok_and(|answered| answered >= GROUP_MIN)
    }

    pub fn overall(&self) -> Option<&Question> {
        self.questions.0.iter().find(|question| question.overall)
    }

    fn written(&self) -> NewSurvey {
        NewSurvey {
            title_en: self.title_en.clone(),
            title_fr: self.title_fr.clone(),
            intro_en: self.intro_en.clone(),
            intro_fr: self.intro_fr.clone(),
            ends_on: self.ends_on,
            every_months: self.every_months,
        }
    }
}

/// As it is written; its event says the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewSurvey {
    pub title_en: String,
    pub title_fr: String,
    pub intro_en: String,
    pub intro_fr: String,
    #[serde(rename = "survey_ends_on")]
    pub ends_on: NaiveDate,
    pub every_months: Option<i32>,
}

/// A question as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    pub kind: Kind,
    pub text_en: String,
    pub text_fr: String,
    pub choices_en: Vec<String>,
    pub choices_fr: Vec<String>,
    pub required: bool,
    pub overall: bool,
}

row! {
    /// A closed round, for the figures of the co-op.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Satisfaction {
        pub survey_id: i64,
        pub round: i32,
        /// Its last day.
        pub day: NaiveDate,
        pub answered: i32,
        pub asked: i32,
        /// How satisfied people are all in all, in hundredths of 1 to 5; none where too few answered or nothing asks it.
        pub mean: Option<i32>,
    }
}

// ---- reading ----

/// Those that are open first, then the latest. Drafts are for who runs surveys.
pub fn list(conn: &mut PgConnection, member: Option<i64>) -> Result<Vec<Survey>> {
    store::list(conn, member)
}

/// One of them.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>) -> Result<Survey> {
    store::find(conn, id, member)
}

/// Everybody who is asked in one.
pub fn asked(conn: &mut PgConnection, id: i64) -> Result<Vec<i64>> {
    store::asked(conn, id, true)
}

/// What people wrote into a closed one, in the order of chance in which it is kept.
pub fn comments(conn: &mut PgConnection, id: i64) -> Result<Vec<Comment>> {
    store::comments(conn, id)
}

/// How satisfied people were in every closed round, of one series or of all, the latest first.
pub fn satisfaction(conn: &mut PgConnection, series: Option<i64>) -> Result<Vec<Satisfaction>> {
    store::satisfaction(conn, series)
}

/// The counted round before one, with its questions.
pub fn before(conn: &mut PgConnection, survey: &Survey) -> Result<Option<Survey>> {
    store::before(conn, survey)
}
