//! Privacy: the page that says to everybody what is kept of people, why, who sees it, how long, and what they may ask for; and who
//! answers for it.
//!
//! What it says is what the program does: each time that is named here comes from the slice that keeps it. Technical data is
//! removed every night without asking, because nobody misses it. What is known of a person is never erased by a clock: a dispute,
//! a share still to be paid back or a law may ask for longer, so the program lists who is due and somebody decides. Nobody reads
//! this slice.

pub mod pages;
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
    /// Removed every night; otherwise by the people who keep the register.
    pub by_itself: bool,
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
    let entry = |name, figures: &[(&'static str, i64)], by_itself| Kept { name, figures: figures.to_vec(), by_itself };
    vec![
        entry("former-members", &[("years", months / 12), ("months", months % 12)], false),
        entry("votes", &[], false),
        entry(
            "sessions",
            &[
                ("days", accounts::SESSION_RESIDENT.num_days()),
                ("idle", accounts::IDLE_DAYS),
                ("hours", accounts::SESSION_OTHERS.num_hours()),
            ],
            true,
        ),
        entry("links", &[("minutes", accounts::LINK_MINUTES)], true),
        entry("attempts", &[("days", accounts::TRACES_KEPT.num_days())], true),
        entry("imports", &[("days", imports::UNDO_DAYS)], true),
        entry("mails", &[("days", crate::platform::jobs::SET_ASIDE_KEPT.num_days())], true),
        entry("incidents", &[("years", i64::from(incidents::rules::KEPT_YEARS))], false),
    ]
}
