//! The rules of tasks: which step follows which, who may take it, when a task is late, how hours are read.
//!
//! Pure: values in, values out. Hours are whole minutes from the moment they are read.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::platform::duration;
use crate::platform::text_enum::text_enum;

/// The most that one task can be credited with: 100 hours.
pub const MINUTES_MAX: i32 = 6_000;
/// The longest title, in letters.
pub const TITLE_MAX: usize = 200;
/// The longest text that says what done means, in letters.
pub const DETAILS_MAX: usize = 8_000;
/// The longest text that says what came of it, in letters.
pub const OUTCOME_MAX: usize = 4_000;

/// The most open tasks that one person holds who took them without being given them: whoever takes all leaves nothing to others.
pub const CLAIMS_MAX: i64 = 5;

text_enum! {
    /// What the hours of a task are given for.
    #[derive(Default)]
    pub enum Kind {
        #[default]
        Task = "task",
        /// One turn of what comes again and again.
        Chore = "chore",
    }
}

text_enum! {
    /// How pressing a task is.
    #[derive(Default)]
    pub enum Priority {
        High = "high",
        #[default]
        Normal = "normal",
        Low = "low",
    }
}

/// A place on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    Todo,
    Doing,
    Waiting,
    Done,
}

impl Lane {
    pub const ALL: [(&'static str, Self); 4] =
        [("todo", Self::Todo), ("doing", Self::Doing), ("waiting", Self::Waiting), ("done", Self::Done)];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, lane)| *lane == self).map_or("todo", |(word, _)| word)
    }

    /// The lane that usually follows: begun, then done; what was done is mostly moved back because it was not.
    pub fn next(self) -> Self {
        match self {
            Self::Todo | Self::Waiting | Self::Done => Self::Doing,
            Self::Doing => Self::Done,
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, lane)| *lane)
    }
}

/// What putting a task on a lane means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is there already.
    Stay,
    Move,
    Complete,
    /// A task that was done, or cancelled, is to be done after all.
    Reopen,
}

/// The step from a status (`None` is cancelled) to a lane. Every lane can be reached from every other in one step: people
/// move cards back as often as forward.
pub fn step(from: Option<Lane>, to: Lane) -> Step {
    match (from, to) {
        (Some(from), to) if from == to => Step::Stay,
        (_, Lane::Done) => Step::Complete,
        (None | Some(Lane::Done), _) => Step::Reopen,
        _ => Step::Move,
    }
}

/// What somebody is to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// May manage all tasks.
    pub manages: bool,
    /// Leads the committee whose area it is.
    pub leads: bool,
    /// Wrote it.
    pub created: bool,
    /// It is theirs, their home's, or of a committee on which they sit.
    pub owns: bool,
}

impl Standing {
    /// Whoever has the task, whoever wrote it, whoever leads its committee, and admins move and edit it. For everybody else it is to
    /// look at: a task that nobody has is first taken, then moved.
    pub fn may_change(self) -> bool {
        self.manages || self.leads || self.created || self.owns
    }

    /// What a task is worth is not for its holder alone to say.
    pub fn may_value(self) -> bool {
        self.manages || self.leads || self.created
    }

    /// Calling a task off is for those who answer for it.
    pub fn may_cancel(self) -> bool {
        self.manages || self.leads
    }

    /// A cancelled task comes back only by those who can cancel.
    pub fn may_step(self, from: Option<Lane>) -> bool {
        if from.is_none() { self.may_cancel() } else { self.may_change() }
    }
}

/// Since when a task had been done that an event opened again.
pub fn done_before(reopened: &Value) -> Option<DateTime<Utc>> {
    reopened["before"]["done_at"].as_str()?.parse().ok()
}

/// By whom a task had been done that an event opened again.
pub fn done_by_before(reopened: &Value) -> Vec<Holder> {
    let words = reopened["before"]["did"].as_array().into_iter().flatten();
    words.filter_map(|word| Holder::parse(word.as_str()?)).collect()
}

/// Who has a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    Member(i64),
    /// Everybody who lives there.
    Unit(i64),
    /// Everybody who sits on it.
    Committee(i64),
}

impl Holder {
    pub fn kind(self) -> &'static str {
        match self {
            Self::Member(_) => "member",
            Self::Unit(_) => "unit",
            Self::Committee(_) => "committee",
        }
    }

    pub fn id(self) -> i64 {
        let (Self::Member(id) | Self::Unit(id) | Self::Committee(id)) = self;
        id
    }

    /// As forms and events have it: `member-12`.
    pub fn value(self) -> String {
        format!("{}-{}", self.kind(), self.id())
    }

    pub fn parse(value: &str) -> Option<Self> {
        let (kind, id) = value.split_once('-')?;
        let id = id.parse().ok().filter(|id| *id > 0)?;
        match kind {
            "member" => Some(Self::Member(id)),
            "unit" => Some(Self::Unit(id)),
            "committee" => Some(Self::Committee(id)),
            _ => None,
        }
    }
}

/// To whom somebody can give a task who does not manage all: themselves, their homes, who sits with them on the task's committee where
/// they lead it, and the committees that they lead.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    pub own: Option<i64>,
    pub units: Vec<i64>,
    pub team: Vec<i64>,
    pub committees: Vec<i64>,
}

/// Whether somebody who does not manage all tasks may give one to `to`. Residents give tasks to themselves, to their own home, or leave
/// them for anybody to take: work is handed to others only by those who answer for the whole, and by a lead to their own committee.
/// Whoever had it already may keep it.
pub fn may_give(reach: &Reach, was: &[Holder], to: Holder) -> bool {
    was.contains(&to)
        || match to {
            Holder::Member(member) => reach.own == Some(member) || reach.team.contains(&member),
            Holder::Unit(unit) => reach.units.contains(&unit),
            Holder::Committee(committee) => reach.committees.contains(&committee),
        }
}

/// Who did a task when nobody says who: the people and homes that have it; where there are none, whoever says that it is done.
pub fn doers(holders: &[Holder], own: Option<Holder>) -> Vec<Holder> {
    let people: Vec<Holder> =
        holders.iter().copied().filter(|holder| !matches!(holder, Holder::Committee(_))).collect();
    if people.is_empty() { own.into_iter().collect() } else { people }
}

/// Done on or before the due date. A task without a due date is never late.
pub fn on_time(done_on: NaiveDate, due_on: Option<NaiveDate>) -> bool {
    due_on.is_none_or(|due| done_on <= due)
}

/// Still open after its due date.
pub fn late(lane: Option<Lane>, due_on: Option<NaiveDate>, today: NaiveDate) -> bool {
    !matches!(lane, None | Some(Lane::Done)) && due_on.is_some_and(|due| due < today)
}

/// Reads hours as people type them: `1.5`, `1,5`, `1h30`, `1:30`, `2 h`, `90 min`. `None` when they are unclear or more
/// than `MINUTES_MAX`. A fraction is rounded to the nearest minute, half up.
pub fn minutes(text: &str) -> Option<i32> {
    duration::read(text).filter(|minutes| *minutes <= MINUTES_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_are_read_as_people_type_them() {
        let cases = [
            ("1.5", 90),
            ("1,5", 90),
            ("1h30", 90),
            ("1 h 30", 90),
            ("1:30", 90),
            ("90 min", 90),
            ("90m", 90),
            ("2", 120),
            ("2 h", 120),
            ("2 hours", 120),
            ("1 heure", 60),
            ("1 h 30 min", 90),
            ("0,25", 15),
            (".5", 30),
            ("1.33", 80),
            ("0", 0),
            ("1.5 h", 90),
            ("100", 6_000),
            ("1hr", 60),
            ("0h45", 45),
        ];
        for (text, expected) in cases {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        for text in ["", "soon", "1h75", "-1", "101", "1.2.3", "1e3", "6001 min", "99999999999", "h", "١"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).expect("a day")
    }

    #[test]
    fn the_due_date_itself_is_on_time() {
        assert!(on_time(day(5), Some(day(5))) && !on_time(day(6), Some(day(5))) && on_time(day(6), None));
        assert!(!late(Some(Lane::Doing), Some(day(5)), day(5)) && late(Some(Lane::Doing), Some(day(5)), day(6)));
        assert!(!late(Some(Lane::Done), Some(day(5)), day(6)) && !late(None, Some(day(5)), day(6)));
    }

    fn lanes() -> impl Strategy<Value = Option<Lane>> {
        prop_oneof![Just(None), (0..4_usize).prop_map(|at| Some(Lane::ALL[at].1))]
    }

    fn holders() -> impl Strategy<Value = Holder> {
        let id = 1..4_i64;
        prop_oneof![
            id.clone().prop_map(Holder::Member),
            id.clone().prop_map(Holder::Unit),
            id.prop_map(Holder::Committee)
        ]
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,20}") {
            prop_assert!(minutes(&text).is_none_or(|read| (0..=MINUTES_MAX).contains(&read)));
        }

        #[test]
        fn what_is_shown_reads_back(count in 1..=MINUTES_MAX) {
            prop_assert_eq!(minutes(&duration::typed(count)), Some(count));
        }

        #[test]
        fn every_step_can_be_taken_back(from in lanes(), to in lanes()) {
            if let (Some(here), Some(there)) = (from, to) {
                prop_assert_eq!(step(from, there) == Step::Stay, step(to, here) == Step::Stay);
                prop_assert_eq!(step(from, there) == Step::Complete, here != there && there == Lane::Done);
                prop_assert_eq!(step(from, there) == Step::Reopen, here == Lane::Done && there != Lane::Done);
            }
        }

        #[test]
        fn a_stranger_changes_nothing_and_a_manager_everything(from in lanes(), created: bool, owns: bool) {
            prop_assert!(!Standing::default().may_step(from));
            let manager = Standing { manages: true, leads: false, created, owns };
            prop_assert!(manager.may_step(from) && manager.may_change() && manager.may_value() && manager.may_cancel());
            let resident = Standing { created, owns, ..Standing::default() };
            prop_assert!(!resident.may_cancel());
            prop_assert_eq!(resident.may_step(from), from.is_some() && (created || owns));
        }

        #[test]
        fn residents_hand_work_to_nobody_else(was in prop::collection::vec(holders(), 0..3), to in holders()) {
            let reach = Reach { own: Some(1), units: vec![2], ..Reach::default() };
            let mine = [Holder::Member(1), Holder::Unit(2)];
            prop_assert_eq!(may_give(&reach, &was, to), was.contains(&to) || mine.contains(&to));
        }

        #[test]
        fn a_lead_hands_work_to_their_committee_and_to_nobody_else(to in holders()) {
            let reach = Reach { own: Some(1), units: vec![2], team: vec![3], committees: vec![1] };
            let mine = [Holder::Member(1), Holder::Unit(2), Holder::Member(3), Holder::Committee(1)];
            prop_assert_eq!(may_give(&reach, &[], to), mine.contains(&to));
        }

        #[test]
        fn a_holder_reads_back(holder in holders()) {
            prop_assert_eq!(Holder::parse(&holder.value()), Some(holder));
        }

        #[test]
        fn a_committee_has_done_nothing_itself(had in prop::collection::vec(holders(), 0..4)) {
            let did = doers(&had, Some(Holder::Member(9)));
            prop_assert!(!did.is_empty() && did.iter().all(|doer| !matches!(doer, Holder::Committee(_))));
            prop_assert!(doers(&had, None).iter().all(|doer| had.contains(doer)));
        }
    }
}
