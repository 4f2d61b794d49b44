//! The rules of motions: what can be moved, in which order it is voted, and what hands decide. `counting` decides, as with votes.

use super::Motion;
use crate::coops::RuleProfile;
use crate::meetings::{Item, Meeting, Purpose};
use crate::platform::i18n::Lang;
use crate::platform::text_enum::text_enum;
use crate::polls::paper::Question;
use crate::polls::{Count, Pile, Rule, Verdict, rules};

/// The longest motion.
pub const WORDS_MAX: usize = 4_000;
/// The most hands of a count.
pub const HANDS_MAX: i64 = 100_000;

text_enum! {
    pub enum Status {
        /// It is before the meeting.
        Moved = "moved",
        Carried = "carried",
        Lost = "lost",
        Withdrawn = "withdrawn",
        /// What it would have changed is before the meeting no more.
        Fallen = "fallen",
    }
}

text_enum! {
    /// With what whoever chairs decides a tie.
    pub enum Casting {
        For = "for",
        Against = "against",
    }
}

text_enum! {
    /// For what somebody wants to speak.
    pub enum Side {
        For = "for",
        Against = "against",
        /// On how the meeting goes: first, and at once.
        Point = "point",
    }
}

/// Hands as they were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hands {
    pub in_favour: i64,
    pub against: i64,
    pub abstained: i64,
}

impl Hands {
    pub fn all(&self) -> i64 {
        self.in_favour + self.against + self.abstained
    }
}

/// Whether something can be decided under an item. A general meeting decides only what its notice has; the board and committees, any item.
pub fn can_decide(meeting: &Meeting, item: &Item) -> bool {
    !meeting.kind.is_general() || item.noticed && item.purpose == Purpose::Decision
}

/// What hands decide, with the vote of whoever chairs where that decides a tie.
///
/// # Errors
/// On figures that no vote has.
pub fn decide(
    profile: &RuleProfile,
    special: bool,
    hands: Hands,
    could_vote: i64,
    casting: Option<Casting>,
) -> anyhow::Result<Count> {
    let rule = Rule { quorum_percent: 0, ..Rule::of(profile, special) };
    let tied = hands.in_favour == hands.against && hands.in_favour > 0;
    let casts = |side: Casting| i64::from(casting == Some(side) && tied);
    let piles = [
        Pile::of("for".to_owned(), hands.in_favour + casts(Casting::For)),
        Pile::of("against".to_owned(), hands.against + casts(Casting::Against)),
        Pile::of("abstain".to_owned(), hands.abstained),
    ];
    let piles: Vec<Pile> = piles.into_iter().filter(|pile| pile.ballots > 0).collect();
    let outcome = rules::decide(&Question::proposal(rule), "", Lang::En, could_vote.max(1), &piles, "")?;
    Count::of(rule, could_vote, &outcome)
}

/// Whether a motion can be voted on phones and paper: one of a general meeting that is entered into the register, and that all may read.
pub fn can_be_polled(meeting: &Meeting, motion: &Motion) -> bool {
    meeting.kind.is_general() && motion.item_id.is_some() && motion.amends.is_none() && !motion.in_camera
}

/// Whether it is carried.
pub fn is_carried(count: &Count) -> bool {
    count.verdict == Verdict::Adopted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coops::Preset;

    fn carried(special: bool, hands: (i64, i64, i64), casting: Option<Casting>) -> bool {
        let hands = Hands { in_favour: hands.0, against: hands.1, abstained: hands.2 };
        let count = decide(&RuleProfile::of(Preset::Ontario), special, hands, 30, casting).expect("a count");
        is_carried(&count)
    }

    #[test]
    fn hands_decide_by_the_majority_of_the_rules_and_the_chair_a_tie() {
        assert!(carried(false, (10, 9, 5), None) && !carried(false, (10, 10, 5), None));
        assert!(
            carried(false, (10, 10, 5), Some(Casting::For)) && !carried(false, (10, 10, 0), Some(Casting::Against))
        );
        assert!(!carried(false, (9, 10, 0), Some(Casting::For)), "it decides a tie and nothing else");
        assert!(carried(true, (20, 10, 0), None) && !carried(true, (19, 10, 0), None));
        assert!(!carried(false, (0, 0, 0), None), "nothing is decided by nobody");
        assert!(!carried(false, (0, 0, 5), Some(Casting::For)), "nor by the chair alone");
    }
}
