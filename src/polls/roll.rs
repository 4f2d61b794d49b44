//! The electoral roll: whose the votes of a vote are, what each weighs, and why somebody has none. It is taken once, when the vote opens.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::store;
use crate::coops::{QuorumOf, VoteOf};
use crate::members::{self, Reason, Status, VotingRight};
use crate::platform::error::Result;
use crate::platform::text_enum::text_enum;
use crate::units;

text_enum! {
    /// Why somebody of the co-op is not on a roll.
    pub enum LeftOut {
        Auxiliary = "auxiliary",
        Suspended = "suspended",
        /// Something is owed, and the rules take it into account. For the treasurer's eyes and one's own.
        Arrears = "arrears",
        /// Homes vote, and they live in none that has a vote.
        NoHome = "no_home",
        /// Shares vote, and they hold none.
        NoShare = "no_share",
        /// They came after the day on which one had to be a member.
        JoinedSince = "joined_since",
        /// They have an interest of their own in what is decided, and said so.
        Interest = "interest",
        /// It is taken at a meeting, and they were not there when it opened.
        NotThere = "not_there",
    }
}

impl LeftOut {
    fn of(reason: Reason) -> Self {
        match reason {
            Reason::Arrears => Self::Arrears,
            Reason::Status(Status::Suspended) => Self::Suspended,
            Reason::Status(Status::Auxiliary) => Self::Auxiliary,
            Reason::Status(_) => Self::JoinedSince,
        }
    }
}

/// Somebody on a roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub member: i64,
    /// The home whose vote it is, where homes vote.
    pub unit: Option<i64>,
    pub weight: i32,
    /// Where they live, where homes do not vote and the quorum is taken of them.
    pub home: Option<i64>,
}

/// Who may vote, and who of the co-op may not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roll {
    pub places: Vec<Place>,
    pub left_out: Vec<(i64, LeftOut)>,
}

impl Roll {
    /// How many votes there are: all that its members or its homes weigh together.
    pub fn votes(&self) -> i32 {
        let homes: BTreeMap<i64, i32> =
            self.places.iter().filter_map(|place| Some((place.unit?, place.weight))).collect();
        let own: i32 = self.places.iter().filter(|place| place.unit.is_none()).map(|place| place.weight).sum();
        own + homes.values().sum::<i32>()
    }

    /// The same in what the quorum is taken of.
    pub fn quorum_of(&self, of: QuorumOf) -> i32 {
        let homes =
            || self.places.iter().filter_map(|place| place.unit.or(place.home)).collect::<BTreeSet<i64>>().len();
        match of {
            QuorumOf::Votes => self.votes(),
            QuorumOf::Members => self.places.len() as i32,
            QuorumOf::Homes => homes() as i32,
        }
    }

    /// The same for a vote that is taken at a meeting: of those who may vote, only those who are there, or for whom somebody there stands.
    pub fn in_room(self, room: &Room) -> Self {
        let mut kept = Self { places: Vec::new(), left_out: self.left_out };
        for place in self.places {
            let out = match place.member {
                member if room.recused.contains(&member) => LeftOut::Interest,
                member if room.there.contains(&member) || room.stood_for.iter().any(|(one, _)| *one == member) => {
                    kept.places.push(place);
                    continue;
                }
                _ => LeftOut::NotThere,
            };
            kept.left_out.push((place.member, out));
        }
        kept
    }

    /// How many are left out for each reason.
    pub fn reasons(&self) -> BTreeMap<&'static str, usize> {
        let mut reasons = BTreeMap::new();
        for (_, reason) in &self.left_out {
            *reasons.entry(reason.word()).or_default() += 1;
        }
        reasons
    }
}

/// Who is at a meeting when a vote opens there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Room {
    /// Who is there and counts, in person or from afar.
    pub there: Vec<i64>,
    /// Absent members, each with who is there and stands for them.
    pub stood_for: Vec<(i64, i64)>,
    /// Who has an interest of their own in what is decided.
    pub recused: Vec<i64>,
}

/// What a roll is made from: everybody of the co-op with what stands in their way, as the register has it.
#[derive(Debug)]
pub struct Register {
    pub rights: Vec<VotingRight>,
    /// The home of each, with how many votes it has; none where homes do not matter.
    pub homes: HashMap<i64, (i64, i32)>,
    pub shares: HashMap<i64, i64>,
}

/// Everybody is on the roll or is left out with the first reason that stands in their way.
pub fn take(by: VoteOf, register: &Register) -> Roll {
    let mut roll = Roll::default();
    for right in &register.rights {
        match place(by, register, right) {
            Ok(place) => roll.places.push(place),
            Err(reason) => roll.left_out.push((right.member, reason)),
        }
    }
    roll
}

fn place(by: VoteOf, register: &Register, right: &VotingRight) -> std::result::Result<Place, LeftOut> {
    let member = right.member;
    if let Some(reason) = right.why.first() {
        return Err(LeftOut::of(*reason));
    }
    if !right.on_record {
        return Err(LeftOut::JoinedSince);
    }
    let home = register.homes.get(&member).map(|(unit, _)| *unit);
    match by {
        VoteOf::Member => Ok(Place { member, unit: None, weight: 1, home }),
        VoteOf::HomeFirst | VoteOf::HomeJointly => match register.homes.get(&member) {
            Some((unit, votes)) if *votes > 0 => Ok(Place { member, unit: Some(*unit), weight: *votes, home: None }),
            _ => Err(LeftOut::NoHome),
        },
        VoteOf::Shares => match register.shares.get(&member).map(|many| i32::try_from(*many)) {
            Some(Ok(weight)) if weight > 0 => Ok(Place { member, unit: None, weight, home }),
            _ => Err(LeftOut::NoShare),
        },
    }
}

/// The roll as it would be today. With a day of record, only those are on it who could vote on that day too, and homes and shares
/// are those of that day.
pub fn draw(
    conn: &mut PgConnection,
    (by, quorum_of): (VoteOf, QuorumOf),
    today: NaiveDate,
    record_on: Option<NaiveDate>,
) -> Result<Roll> {
    let day = record_on.unwrap_or(today);
    let rights = members::voting_rights(conn, today, day)?;
    let homes =
        if by.is_of_homes() || quorum_of == QuorumOf::Homes { units::homes_on(conn, day)? } else { HashMap::new() };
    let shares = if by == VoteOf::Shares { members::shares::held_on(conn, day)? } else { HashMap::new() };
    Ok(take(by, &Register { rights, homes, shares }))
}

/// Everybody on the roll of a vote that has opened.
pub fn everybody(conn: &mut PgConnection, poll: i64) -> Result<Vec<i64>> {
    store::roll::members(conn, poll, false)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_reasons() -> impl Strategy<Value = Vec<Reason>> {
        prop_oneof![
            4 => Just(Vec::new()),
            1 => Just(vec![Reason::Arrears]),
            1 => Just(vec![Reason::Status(Status::Suspended), Reason::Arrears]),
            1 => Just(vec![Reason::Status(Status::Auxiliary)]),
        ]
    }

    prop_compose! {
        fn any_register()(
            rights in prop::collection::vec(any_reasons(), 0..30),
            homes in prop::collection::vec((0..30_i64, 0..12_i64), 0..40),
            votes in prop::collection::vec(0..4_i32, 12),
            shares in prop::collection::vec((0..30_i64, 1..500_i64), 0..40),
            on_record in prop::collection::vec(any::<bool>(), 30),
        ) -> Register {
            let lives = homes.into_iter().map(|(member, unit)| (member, (unit, votes[unit as usize]))).collect();
            let right = |((member, why), on_record)| VotingRight { member, why, on_record };
            let rights = (0..).zip(rights).zip(on_record).map(right).collect();
            Register { rights, homes: lives, shares: shares.into_iter().collect() }
        }
    }

    fn votes_of(register: &Register, unit: i64) -> i32 {
        register.homes.values().find(|home| home.0 == unit).map_or(0, |home| home.1)
    }

    proptest! {
        #[test]
        fn everybody_is_on_the_roll_or_knows_why_not(register in any_register()) {
            for (_, by) in VoteOf::ALL {
                let roll = take(by, &register);
                let all: Vec<i64> = register.rights.iter().map(|right| right.member).collect();
                let mut told: Vec<i64> = roll.places.iter().map(|place| place.member).collect();
                told.extend(roll.left_out.iter().map(|(member, _)| *member));
                told.sort_unstable();
                prop_assert_eq!(told, all, "each once");
                for place in &roll.places {
                    let member = place.member;
                    prop_assert!(place.weight > 0 && place.unit.is_some() == by.is_of_homes());
                    let shares = register.shares.get(&member).map_or(0, |many| *many as i32);
                    let weighs = match (by, place.unit) {
                        (VoteOf::Shares, _) => shares,
                        (_, Some(unit)) => { prop_assert_eq!(register.homes[&member].0, unit); register.homes[&member].1 }
                        _ => 1,
                    };
                    prop_assert_eq!(place.weight, weighs);
                    prop_assert!(register.rights[member as usize].on_record);
                }
                // A home has its votes once, however many live there.
                let homes: BTreeSet<i64> = roll.places.iter().filter_map(|place| place.unit).collect();
                let of_homes: i32 = homes.iter().map(|unit| votes_of(&register, *unit)).sum();
                let own: i32 = roll.places.iter().filter(|place| place.unit.is_none()).map(|place| place.weight).sum();
                prop_assert_eq!(roll.votes(), own + of_homes);
                let present: BTreeSet<i64> = roll.places.iter().filter_map(|place| register.homes.get(&place.member)).map(|home| home.0).collect();
                prop_assert_eq!(roll.quorum_of(QuorumOf::Homes), present.len() as i32);
                prop_assert_eq!(roll.quorum_of(QuorumOf::Members), roll.places.len() as i32);
                prop_assert_eq!(roll.quorum_of(QuorumOf::Votes), roll.votes());
            }
        }
    }
}
