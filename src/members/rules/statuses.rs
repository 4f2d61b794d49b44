//! The ledger of a member's statuses: which may follow which, for how long, and what was so on a day. Pure.
//!
//! Steps are in the order of their days, one a day. A suspension always has an end: the step after it, written ahead where nobody
//! knows better. What was written ahead gives way to whatever really happens.

use chrono::{Months, NaiveDate};

use super::rights::Limits;
use crate::members::Status;

/// A suspension lasts at most this long (Quebec, Cooperatives Act, s. 57).
pub const SUSPENDED_MONTHS_MAX: u32 = 6;

/// From a day on, a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub since: NaiveDate,
    pub status: Status,
    /// Written ahead as the end of the step before.
    pub planned: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The new status cannot come after this one.
    CannotFollow(Status),
    /// They have it already.
    Same,
    /// A step of this day or later is known.
    TooEarly(NaiveDate),
    /// The end comes before the beginning.
    EndsTooEarly,
    /// The last day on which it may end.
    TooLong(NaiveDate),
    /// There is no step of this day, or another one stands there.
    NoSuchStep,
    /// The first step begins on the day of joining, which is changed with the details.
    FirstStays,
}

/// Whether one status may come after another.
pub fn may_follow(before: Status, next: Status) -> bool {
    use Status::{Applicant, Auxiliary, Former, Member, OnLeave, Suspended};
    match next {
        Applicant => before == Former,
        Auxiliary => matches!(before, Applicant | Former | Suspended),
        Member => before != Member,
        OnLeave => matches!(before, Member | Suspended),
        Suspended => matches!(before, Auxiliary | Member | OnLeave),
        Former => before != Former,
    }
}

/// The last day on which a status that began on `from` may end, where there is one.
pub fn latest_end(status: Status, from: NaiveDate, limits: &Limits) -> Option<NaiveDate> {
    let months = match status {
        Status::Suspended => SUSPENDED_MONTHS_MAX,
        Status::Auxiliary => limits.auxiliary_months_max.unsigned_abs(),
        _ => return None,
    };
    from.checked_add_months(Months::new(months))
}

/// The status of a day. Before their first step people are applicants.
pub fn on(ledger: &[Step], day: NaiveDate) -> Status {
    ledger.iter().rfind(|step| step.since <= day).map_or(Status::Applicant, |step| step.status)
}

/// The ledger of somebody who is new: a member from the day of joining. What is not for long, and having left, is so from today,
/// or from the day of leaving where that is known.
pub fn begin(
    status: Status,
    joined: NaiveDate,
    today: NaiveDate,
    left: Option<NaiveDate>,
    limits: &Limits,
) -> Vec<Step> {
    let later = matches!(status, Status::Suspended | Status::OnLeave | Status::Former);
    let from = if later { left.filter(|_| status == Status::Former).unwrap_or(today).max(joined) } else { joined };
    let member = Step { since: joined, status: Status::Member, planned: false };
    let mut steps: Vec<Step> = (from > joined).then_some(member).into_iter().collect();
    steps.push(Step { since: from, status, planned: false });
    let end = latest_end(status, from, limits).filter(|_| status == Status::Suspended);
    steps.extend(end.map(|since| Step { since, status: Status::Member, planned: true }));
    steps
}

/// A change somebody asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub status: Status,
    pub from: NaiveDate,
    /// The first day on which it is over, where an end is known.
    pub until: Option<NaiveDate>,
    /// An import is believed: the office's own sheet may say what the rules would not have allowed.
    pub believed: bool,
}

/// The ledger after a change.
pub fn change(ledger: &[Step], wanted: &Wanted, limits: &Limits) -> Result<Vec<Step>, Refusal> {
    let Wanted { status, from, until, believed } = *wanted;
    let mut steps: Vec<Step> = ledger.iter().copied().filter(|step| !(step.planned && step.since > from)).collect();
    if let Some(later) = steps.last().filter(|step| step.since > from) {
        return Err(Refusal::TooEarly(later.since));
    }
    steps.retain(|step| step.since != from);
    let before = steps.last().map(|step| step.status);
    if let Some(before) = before.filter(|_| !believed) {
        if before == status {
            return Err(Refusal::Same);
        }
        if !may_follow(before, status) {
            return Err(Refusal::CannotFollow(before));
        }
    }
    steps.push(Step { since: from, status, planned: false });
    let latest = latest_end(status, from, limits);
    if let Some(until) = until {
        if until <= from {
            return Err(Refusal::EndsTooEarly);
        }
        if let Some(latest) = latest.filter(|latest| until > *latest) {
            return Err(Refusal::TooLong(latest));
        }
    }
    let end = match status {
        Status::Suspended => until.or(latest),
        Status::OnLeave => until,
        _ => None,
    };
    steps.extend(end.map(|since| Step { since, status: after(before), planned: true }));
    Ok(steps)
}

/// What somebody is again when a suspension or a leave is over: what they were, if one can go on being that.
fn after(before: Option<Status>) -> Status {
    before.filter(|status| matches!(status, Status::Auxiliary | Status::OnLeave)).unwrap_or(Status::Member)
}

/// The ledger after a wrong step was put right, or taken out where `right` is nothing.
pub fn correct(
    ledger: &[Step],
    wrong: NaiveDate,
    right: Option<(Status, NaiveDate)>,
    limits: &Limits,
) -> Result<Vec<Step>, Refusal> {
    let at = ledger.iter().position(|step| step.since == wrong).ok_or(Refusal::NoSuchStep)?;
    if at == 0 && right.is_none_or(|(_, since)| since != wrong) {
        return Err(Refusal::FirstStays);
    }
    let mut steps = ledger.to_vec();
    steps.remove(at);
    // What was written ahead ended the wrong status, and ends nothing any more.
    let other = right.is_none_or(|(status, _)| status != ledger[at].status);
    if other && steps.get(at).is_some_and(|next| next.planned) {
        steps.remove(at);
    }
    if let Some((status, since)) = right {
        if steps.iter().any(|step| step.since == since) {
            return Err(Refusal::TooEarly(since));
        }
        let place = steps.partition_point(|step| step.since < since);
        if place != at {
            return Err(Refusal::TooEarly(steps[place.min(at)].since));
        }
        steps.insert(at, Step { since, status, planned: false });
    }
    // Nobody becomes what they are: the later of two alike goes.
    while at > 0 && at < steps.len() && steps[at - 1].status == steps[at].status {
        if right.is_some() {
            return Err(Refusal::Same);
        }
        steps.remove(at);
    }
    around(&mut steps, at, right.is_some(), limits)?;
    Ok(steps)
}

/// Whether the steps beside the corrected one still go together; a suspension gets its end.
fn around(steps: &mut Vec<Step>, at: usize, there: bool, limits: &Limits) -> Result<(), Refusal> {
    for pair in [at.checked_sub(1), there.then_some(at)].into_iter().flatten() {
        if let [before, next] = steps[pair..].get(..2).unwrap_or_default() {
            if before.status == next.status {
                return Err(Refusal::Same);
            }
            if !may_follow(before.status, next.status) {
                return Err(Refusal::CannotFollow(before.status));
            }
        }
    }
    for place in [at.checked_sub(1), there.then_some(at)].into_iter().flatten() {
        let Some(step) = steps.get(place).copied().filter(|step| step.status == Status::Suspended) else { continue };
        let Some(latest) = latest_end(step.status, step.since, limits) else { continue };
        match steps.get(place + 1) {
            Some(next) if next.since > latest => return Err(Refusal::TooLong(latest)),
            Some(_) => {}
            None => {
                let before = place.checked_sub(1).map(|before| steps[before].status);
                steps.push(Step { since: latest, status: after(before), planned: true });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMITS: Limits = Limits {
        auxiliary_months_max: 6,
        auxiliary_may_vote: false,
        suspended_may_vote: false,
        arrears_bars_vote: false,
        arrears_bars_office: true,
    };

    fn day(offset: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day") + chrono::Days::new(offset.into())
    }

    fn status() -> impl Strategy<Value = Status> {
        (0..Status::ALL.len()).prop_map(|at| Status::ALL[at].1)
    }

    /// A change, or a correction of the step with this number.
    #[derive(Debug, Clone)]
    enum Doing {
        Change(Status, u32, Option<u32>),
        Correct(usize, Option<(Status, i32)>),
    }

    fn doing() -> impl Strategy<Value = Doing> {
        prop_oneof![
            3 => (status(), 0u32..1_500, proptest::option::of(1u32..400)).prop_map(|(s, d, u)| Doing::Change(s, d, u)),
            1 => (0usize..6, proptest::option::of((status(), -40i32..40))).prop_map(|(at, to)| Doing::Correct(at, to)),
        ]
    }

    fn holds(ledger: &[Step]) {
        for pair in ledger.windows(2) {
            assert!(pair[0].since < pair[1].since, "{ledger:?}");
            assert!(may_follow(pair[0].status, pair[1].status), "{ledger:?}");
        }
        for (at, step) in ledger.iter().enumerate().filter(|(_, step)| step.status == Status::Suspended) {
            let end = ledger.get(at + 1).expect("a suspension ends").since;
            assert!(end <= latest_end(Status::Suspended, step.since, &LIMITS).expect("a day"), "{ledger:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_done_the_ledger_holds_and_a_refusal_changes_nothing(all in proptest::collection::vec(doing(), 0..25)) {
            let mut ledger = vec![Step { since: day(0), status: Status::Applicant, planned: false }];
            for doing in all {
                let next = match doing {
                    Doing::Change(status, from, until) => {
                        let until = until.map(|days| day(from + days));
                        change(&ledger, &Wanted { status, from: day(from), until, believed: false }, &LIMITS)
                    }
                    Doing::Correct(at, to) => match ledger.get(at).copied() {
                        Some(step) => {
                            let to = to.map(|(status, days)| (status, step.since + chrono::TimeDelta::days(days.into())));
                            correct(&ledger, step.since, to, &LIMITS)
                        }
                        None => continue,
                    },
                };
                if let Ok(next) = next {
                    holds(&next);
                    prop_assert_eq!(next[0].since, day(0));
                    ledger = next;
                }
            }
        }

        /// Every accepted change paints its days over what was there; its end paints back what was before.
        #[test]
        fn the_status_of_a_day_is_what_the_changes_in_their_order_say(
            all in proptest::collection::vec((status(), 0u32..300, proptest::option::of(1u32..200)), 0..15)
        ) {
            let mut ledger = vec![Step { since: day(0), status: Status::Applicant, planned: false }];
            let mut painted = vec![Status::Applicant; 1_200];
            for (status, from, until) in all {
                let wanted = Wanted { status, from: day(from), until: until.map(|days| day(from + days)), believed: false };
                let Ok(next) = change(&ledger, &wanted, &LIMITS) else { continue };
                let before = after((from > 0).then(|| painted[from as usize - 1]));
                painted[from as usize..].fill(status);
                if let Some(end) = next.last().filter(|step| step.planned) {
                    let end = (end.since - day(0)).num_days() as usize;
                    painted[end..].fill(before);
                }
                ledger = next;
            }
            for (offset, expected) in painted.iter().enumerate() {
                prop_assert_eq!(on(&ledger, day(offset as u32)), *expected, "day {} of {:?}", offset, &ledger);
            }
        }
    }

    fn member() -> Vec<Step> {
        vec![Step { since: day(0), status: Status::Member, planned: false }]
    }

    fn wanted(status: Status, from: u32, until: Option<u32>) -> Wanted {
        Wanted { status, from: day(from), until: until.map(day), believed: false }
    }

    #[test]
    fn who_is_new_was_a_member_before_a_suspension_or_leaving() {
        let words = |status, left: Option<u32>| -> Vec<(NaiveDate, Status)> {
            begin(status, day(0), day(900), left.map(day), &LIMITS)
                .iter()
                .map(|step| (step.since, step.status))
                .collect()
        };
        assert_eq!(words(Status::Member, None), [(day(0), Status::Member)]);
        assert_eq!(words(Status::Applicant, None), [(day(0), Status::Applicant)]);
        assert_eq!(words(Status::OnLeave, None), [(day(0), Status::Member), (day(900), Status::OnLeave)]);
        assert_eq!(words(Status::Former, None), [(day(0), Status::Member), (day(900), Status::Former)]);
        assert_eq!(words(Status::Former, Some(40)), [(day(0), Status::Member), (day(40), Status::Former)]);
        let suspended = begin(Status::Suspended, day(0), day(900), None, &LIMITS);
        holds(&suspended);
        assert_eq!((suspended.len(), on(&suspended, day(900))), (3, Status::Suspended));
        assert_eq!(begin(Status::Suspended, day(9), day(9), None, &LIMITS).len(), 2);
    }

    #[test]
    fn a_suspension_ends_by_itself_and_never_after_six_months() {
        let ledger = change(&member(), &wanted(Status::Suspended, 31, None), &LIMITS).expect("a suspension");
        let end = latest_end(Status::Suspended, day(31), &LIMITS).expect("a day");
        assert_eq!(end.to_string(), "2020-08-01");
        assert_eq!(on(&ledger, end.pred_opt().expect("a day")), Status::Suspended);
        assert_eq!(on(&ledger, end), Status::Member);
        assert_eq!(change(&member(), &wanted(Status::Suspended, 31, Some(300)), &LIMITS), Err(Refusal::TooLong(end)));
        assert_eq!(change(&member(), &wanted(Status::Suspended, 31, Some(31)), &LIMITS), Err(Refusal::EndsTooEarly));
        let early = change(&ledger, &wanted(Status::Former, 60, None), &LIMITS).expect("leaving");
        assert_eq!(early.len(), 3, "the end that was written ahead gives way");
    }

    #[test]
    fn an_auxiliary_member_has_the_months_of_the_rules() {
        let ledger = vec![Step { since: day(0), status: Status::Applicant, planned: false }];
        let limits = Limits { auxiliary_months_max: 1, ..LIMITS };
        let asked = wanted(Status::Auxiliary, 10, Some(80));
        assert_eq!(change(&ledger, &asked, &limits), Err(Refusal::TooLong(day(41))));
        assert!(change(&ledger, &wanted(Status::Auxiliary, 10, Some(41)), &limits).is_ok());
        assert_eq!(
            change(&member(), &wanted(Status::Auxiliary, 5, None), &limits),
            Err(Refusal::CannotFollow(Status::Member))
        );
        assert!(change(&member(), &Wanted { believed: true, ..wanted(Status::Auxiliary, 5, None) }, &limits).is_ok());
    }

    #[test]
    fn a_wrong_entry_can_be_moved_changed_and_taken_out() {
        let ledger = change(&member(), &wanted(Status::OnLeave, 50, None), &LIMITS).expect("a leave");
        let moved = correct(&ledger, day(50), Some((Status::OnLeave, day(40))), &LIMITS).expect("a day earlier");
        assert_eq!(on(&moved, day(45)), Status::OnLeave);
        assert_eq!(correct(&ledger, day(50), None, &LIMITS), Ok(member()));
        assert_eq!(correct(&ledger, day(0), None, &LIMITS), Err(Refusal::FirstStays));
        assert_eq!(correct(&ledger, day(7), None, &LIMITS), Err(Refusal::NoSuchStep));
        let back = change(&ledger, &wanted(Status::Member, 90, None), &LIMITS).expect("back again");
        assert_eq!(correct(&back, day(50), None, &LIMITS), Ok(member()), "coming back from nowhere is nothing");
        assert_eq!(correct(&back, day(90), Some((Status::Member, day(30))), &LIMITS), Err(Refusal::TooEarly(day(50))));
        let suspended = correct(&ledger, day(50), Some((Status::Suspended, day(50))), &LIMITS).expect("a suspension");
        assert!(suspended[2].planned);
        assert_eq!(correct(&suspended, day(50), None, &LIMITS), Ok(member()));
    }
}
