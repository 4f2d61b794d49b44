//! Who manages a committee and who can lead it. Pure.

use chrono::NaiveDate;

/// A committee has a few leads, not a crowd of them.
pub const LEADS_MAX: usize = 3;

/// Somebody's lead: from a day on, until the first day on which it is over where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    pub member: i64,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Lead {
    /// Whether it lasts on a day or begins after it.
    fn reaches(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| until > day)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    LeadsAlready,
    /// As many lead it as can.
    Enough,
    /// Whoever should be followed does not lead it.
    NobodyToFollow,
}

/// Whether somebody can lead a committee from a day on, in the place of another where one is named.
pub fn can_lead(leads: &[Lead], member: i64, from: NaiveDate, instead_of: Option<i64>) -> Result<(), Refusal> {
    let lasting: Vec<&Lead> = leads.iter().filter(|lead| lead.reaches(from)).collect();
    if lasting.iter().any(|lead| lead.member == member) {
        return Err(Refusal::LeadsAlready);
    }
    if let Some(former) = instead_of
        && lasting.iter().all(|lead| lead.member != former)
    {
        return Err(Refusal::NobodyToFollow);
    }
    let staying = lasting.iter().filter(|lead| Some(lead.member) != instead_of).count();
    if staying >= LEADS_MAX { Err(Refusal::Enough) } else { Ok(()) }
}

/// What somebody may do with one committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Power {
    /// Keeps the register of the whole co-op.
    pub keeps_register: bool,
    /// Leads this committee on the day.
    pub leads: bool,
}

impl Power {
    /// Its members and its mandate.
    pub fn manages(self) -> bool {
        self.keeps_register || self.leads
    }

    /// A lead hands on their own lead, and nobody else's; who keeps the register names anybody.
    pub fn may_name_lead(self, own: Option<i64>, instead_of: Option<i64>) -> bool {
        self.keeps_register || (self.leads && own.is_some() && instead_of == own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::default() + chrono::Days::new(number)
    }

    proptest! {
        /// Whatever is asked for, in any order: never more leads on a day than there may be, never one person twice.
        #[test]
        fn leads_stay_few(asked in proptest::collection::vec((0_i64..6, 0_u64..40, proptest::option::of(0_i64..6)), 0..40)) {
            let mut leads: Vec<Lead> = Vec::new();
            for (member, from, instead_of) in asked {
                let from = day(from);
                if can_lead(&leads, member, from, instead_of).is_err() {
                    continue;
                }
                for lead in leads.iter_mut().filter(|lead| Some(lead.member) == instead_of && lead.reaches(from)) {
                    lead.until = Some(from.max(lead.from));
                }
                leads.push(Lead { member, from, until: None });
            }
            for number in 0..45 {
                let on: Vec<i64> = leads.iter()
                    .filter(|lead| lead.from <= day(number) && lead.reaches(day(number)))
                    .map(|lead| lead.member).collect();
                prop_assert!(on.len() <= LEADS_MAX, "{on:?}");
                let mut once = on.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), on.len());
            }
        }

        #[test]
        fn a_lead_names_nobody_but_who_follows_them(own in proptest::option::of(0_i64..4), instead_of in proptest::option::of(0_i64..4)) {
            let lead = Power { keeps_register: false, leads: true };
            prop_assert_eq!(lead.may_name_lead(own, instead_of), own.is_some() && own == instead_of);
            let neighbour = Power { keeps_register: false, leads: false };
            prop_assert!(!neighbour.manages() && !neighbour.may_name_lead(own, instead_of));
        }
    }
}
