//! Privacy: the page that says to everybody what is kept of people, why, who sees it, how long, and what they may ask for; and who
//! answers for it.
//!
//! What it says is what the program does: each time that is named here comes from the slice that keeps it. Technical data is
//! removed every night without asking, because nobody misses it. What is known of a person is never erased by a clock: a dispute,
//! a share still to be paid back or a law may ask for longer, so the program lists who is due and somebody decides. Nobody reads
//! this slice.

pub mod pages;
pub mod slice;
#[cfg(test)]
mod tests;

use fluent_templates::fluent_bundle::FluentValue;

use crate::coops::RuleProfile;
use crate::{accounts, imports, incidents};

/// Something that is kept, for how long, and how it goes.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The words: `kept-NAME` says what, `kept-NAME-for` how long.
    pub name: &'static str,
    pub figures: Vec<(&'static str, i64)>,
    pub end: End,
}

/// How something goes that was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Removed every night.
    ByItself,
    /// By the people who keep the register.
    ByPeople,
    /// It does not.
    Stays,
}

impl End {
    pub fn word(self) -> &'static str {
        match self {
            Self::ByItself => "itself",
            Self::ByPeople => "people",
            Self::Stays => "stays",
        }
    }
}

impl Kept {
    /// The figures as arguments of words.
    pub fn arguments(&self) -> Vec<(&'static str, FluentValue<'static>)> {
        self.figures.iter().map(|(name, figure)| (*name, FluentValue::from(*figure))).collect()
    }
}

/// Everything with a time, by the rules of the co-op and of the program.
pub fn kept(rules: &RuleProfile) -> Vec<Kept> {
    let months = i64::from(rules.retention_months);
    let entry = |name, figures: &[(&'static str, i64)], end| Kept { name, figures: figures.to_vec(), end };
    vec![
        entry("former-members", &[("years", months / 12), ("months", months % 12)], End::ByPeople),
        entry("applicants", &[("months", i64::from(rules.application_months))], End::ByPeople),
        entry("votes", &[], End::Stays),
        entry(
            "sessions",
            &[
                ("days", accounts::SESSION_RESIDENT.num_days()),
                ("idle", accounts::IDLE_DAYS),
                ("hours", accounts::SESSION_OTHERS.num_hours()),
            ],
            End::ByItself,
        ),
        entry("links", &[("minutes", accounts::LINK_MINUTES)], End::ByItself),
        entry("invitations", &[("days", accounts::INVITATION_DAYS), ("letters", accounts::LETTER_DAYS)], End::ByItself),
        entry("attempts", &[("days", accounts::TRACES_KEPT.num_days())], End::ByItself),
        entry("imports", &[("days", imports::UNDO_DAYS)], End::ByItself),
        entry("mails", &[("days", crate::platform::jobs::SET_ASIDE_KEPT.num_days())], End::ByItself),
        entry("incidents", &[("years", i64::from(incidents::rules::KEPT_YEARS))], End::ByPeople),
    ]
}
