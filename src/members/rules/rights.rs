//! Good standing: whether somebody may vote and may stand for the board, and if not, why. Pure.
//!
//! The law says what a status takes away, the rule profile what the by-laws add. What is owed is a yes or a no, never an amount.

use diesel::prelude::*;
use serde::Deserialize;

use crate::members::Status;
use crate::schema::rule_profiles;

/// What the rule profile says of members.
#[derive(Debug, Clone, Copy, Queryable, Selectable, Deserialize)]
#[diesel(table_name = rule_profiles)]
pub struct Limits {
    pub auxiliary_months_max: i32,
    pub auxiliary_may_vote: bool,
    pub suspended_may_vote: bool,
    pub arrears_bars_vote: bool,
    pub arrears_bars_office: bool,
}

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Status(Status),
    /// Something is owed, and the rules take it into account. For the treasurer's eyes and one's own.
    Arrears,
}

/// Each list holds what stands in the way; nothing in it means yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    pub vote: Vec<Reason>,
    pub stand: Vec<Reason>,
}

/// What somebody of this status may do. Auxiliary members neither vote nor hold office (Quebec, Cooperatives Act, ss. 52, 221.2),
/// the suspended neither while it lasts (s. 57), unless the rules say that they vote.
pub fn rights(status: Status, in_arrears: bool, limits: &Limits) -> Rights {
    let full = matches!(status, Status::Member | Status::OnLeave);
    let votes = full
        || (status == Status::Auxiliary && limits.auxiliary_may_vote)
        || (status == Status::Suspended && limits.suspended_may_vote);
    let why = |may: bool, owing_bars: bool| {
        let status = (!may).then_some(Reason::Status(status));
        status.into_iter().chain((owing_bars && in_arrears).then_some(Reason::Arrears)).collect()
    };
    Rights { vote: why(votes, limits.arrears_bars_vote), stand: why(full, limits.arrears_bars_office) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        auxiliary_months_max: 6,
        auxiliary_may_vote: false,
        suspended_may_vote: false,
        arrears_bars_vote: false,
        arrears_bars_office: true,
    };

    #[test]
    fn only_members_vote_unless_the_rules_say_more() {
        let votes = |status, limits: &Limits| rights(status, false, limits).vote.is_empty();
        for (word, status) in Status::ALL {
            assert_eq!(votes(status, &LIMITS), matches!(word, "member" | "on_leave"), "{word}");
            let open = Limits { auxiliary_may_vote: true, suspended_may_vote: true, ..LIMITS };
            assert_eq!(votes(status, &open), !matches!(word, "applicant" | "former"), "{word}");
            assert_eq!(rights(status, false, &open).stand.is_empty(), matches!(word, "member" | "on_leave"), "{word}");
        }
    }

    #[test]
    fn owing_takes_away_what_the_rules_say_and_the_reason_is_named() {
        let owing = rights(Status::Member, true, &LIMITS);
        assert_eq!((owing.vote, owing.stand), (vec![], vec![Reason::Arrears]));
        let strict = Limits { arrears_bars_vote: true, ..LIMITS };
        assert_eq!(rights(Status::Member, true, &strict).vote, [Reason::Arrears]);
        assert_eq!(
            rights(Status::Suspended, true, &strict).stand,
            [Reason::Status(Status::Suspended), Reason::Arrears],
            "every reason is said"
        );
        assert!(rights(Status::Member, false, &strict).vote.is_empty());
    }
}
