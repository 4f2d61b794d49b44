//! The chores of the demo co-op: what goes round the homes, in its season and with its committee.

use std::collections::HashSet;

use chrono::Weekday;

use super::Demo;
use crate::chores::recurrence::{DayOf, End, Every, Rule, Season};
use crate::chores::{self, Keeps, NewChore, PoolOf, Way};
use crate::committees;
use crate::platform::error::Result;
use crate::units;

impl Demo<'_> {
    /// Snow, stairs and the drains, set up by the co-ordinator.
    pub(super) fn chores(&mut self) -> Result<()> {
        let today = self.today();
        let lived: HashSet<i64> = units::homes_on(self.conn, today)?.into_values().map(|(unit, _)| unit).collect();
        let mut all: Vec<(String, i64)> = units::options(self.conn)?
            .into_iter()
            .filter(|(id, _)| lived.contains(id))
            .map(|(id, label)| (label, id))
            .collect();
        all.sort();
        let pool: Vec<i64> = all.into_iter().map(|(_, id)| id).collect();
        let winter = Some(Season { from: 11, to: 4 });
        let each = [
            (
                "Clear the snow at the front door",
                "Maintenance",
                60,
                Every::Weeks(1, vec![Weekday::Mon, Weekday::Thu]),
                winter,
            ),
            ("Sweep the stairs", "Maintenance", 45, Every::Weeks(1, vec![Weekday::Sat]), None),
            ("Take the compost out", "Landscaping", 20, Every::Weeks(2, vec![Weekday::Tue]), None),
            (
                "Check the drains in the basement",
                "Maintenance",
                30,
                Every::Months(1, DayOf::LastOf(Weekday::Fri)),
                None,
            ),
        ];
        for (title, committee, credit_minutes, every, season) in each {
            let new = NewChore {
                title: title.to_owned(),
                details: String::new(),
                committee_id: committees::named(self.conn, committee)?,
                credit_minutes,
                first_on: today,
                rule: Rule::new(every, season, today, End::Never).ok(),
                pool_of: PoolOf::Unit,
                pool: pool.clone(),
                strategy: Way::InOrder,
                months: 12,
                period: Keeps::Turns,
                period_turns: 1,
            };
            let at = self.now;
            chores::set_up(&mut self.at(at), &new)?;
        }
        Ok(())
    }
}
