//! The chores of the demo co-op: what goes round the homes, in its season and with its committee; nine weeks of it are done, and somebody
//! asks for a swap.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, Weekday};

use super::{Demo, store};
use crate::accounts;
use crate::accounts::pages::DEMO_ACCOUNTS;
use crate::chores::recurrence::{DayOf, End, Every, Rule, Season};
use crate::chores::turns::State;
use crate::chores::{self, Keeps, NewChore, PoolOf, Turn, Way};
use crate::committees;
use crate::platform::error::{Error, Result};
use crate::platform::visit::{Act, Viewer};
use crate::tasks::Holder;
use crate::units;

/// For how long they have gone round.
const PAST: Days = Days::new(63);

struct Round {
    title: &'static str,
    details: &'static str,
    committee: &'static str,
    minutes: i32,
    every: Every,
    season: Option<Season>,
    /// Who began, by the place in the list of homes.
    from: usize,
}

fn rounds() -> [Round; 4] {
    let all_year = |title, details, committee, minutes, every, from| Round {
        title,
        details,
        committee,
        minutes,
        every,
        season: None,
        from,
    };
    let snow = Every::Weeks(1, vec![Weekday::Mon, Weekday::Thu]);
    let winter = Some(Season { from: 11, to: 4 });
    [
        Round {
            season: winter,
            ..all_year(
                "Clear the snow at the front door",
                "Steps and ramp free of snow and salted before 8 a.m. Shovel and salt are in the north entrance.",
                "Maintenance",
                60,
                snow,
                20,
            )
        },
        all_year("Sweep the stairs", "", "Maintenance", 45, Every::Weeks(1, vec![Weekday::Sat]), 53),
        all_year(
            "Take the compost out",
            "Both brown bins at the curb by 7 a.m., back by the evening.",
            "Landscaping",
            20,
            Every::Weeks(2, vec![Weekday::Tue]),
            40,
        ),
        all_year(
            "Check the drains in the basement",
            "",
            "Maintenance",
            30,
            Every::Months(1, DayOf::LastOf(Weekday::Fri)),
            10,
        ),
    ]
}

impl Demo<'_> {
    pub(super) fn chores(&mut self) -> Result<()> {
        let (today, began) = (self.today(), self.today() - PAST);
        let mut of_home: HashMap<i64, Vec<i64>> = HashMap::new();
        for (member, (unit, _)) in units::homes_on(self.conn, today)? {
            of_home.entry(unit).or_default().push(member);
        }
        of_home.values_mut().for_each(|members| members.sort_unstable());
        let homes = units::options(self.conn)?.into_iter().filter(|(id, _)| of_home.contains_key(id));
        let mut homes: Vec<(String, i64)> = homes.map(|(id, label)| (label, id)).collect();
        homes.sort();
        let homes: Vec<i64> = homes.into_iter().map(|(_, id)| id).collect();
        let mut made = Vec::new();
        for round in rounds() {
            made.push(self.set_up(round, began, &homes)?);
        }
        for day in began.iter_days().take_while(|day| *day < today) {
            for chore in &made {
                self.lived(*chore, day, &of_home)?;
            }
        }
        for chore in &made {
            chores::plan(&mut self.at(self.now), *chore)?;
        }
        self.swap(made[1], &of_home)
    }

    fn set_up(&mut self, round: Round, began: NaiveDate, homes: &[i64]) -> Result<i64> {
        let mut pool = homes.to_vec();
        pool.rotate_left(round.from % homes.len().max(1));
        let new = NewChore {
            title: round.title.to_owned(),
            details: round.details.to_owned(),
            committee_id: committees::named(self.conn, round.committee)?,
            credit_minutes: round.minutes,
            first_on: began,
            rule: Rule::new(round.every, round.season, began, End::Never).ok(),
            pool_of: PoolOf::Unit,
            pool,
            strategy: Way::InOrder,
            months: 12,
            period: Keeps::Turns,
            period_turns: 1,
        };
        let at = self.instant(began, 9);
        chores::set_up(&mut self.at(at), &new)
    }

    /// A day of a chore: turns are planned, and who has one does it; now and then nobody comes.
    fn lived(&mut self, chore: i64, day: NaiveDate, of_home: &HashMap<i64, Vec<i64>>) -> Result<()> {
        let (morning, evening) = (self.instant(day, 6), self.instant(day, 19));
        chores::plan(&mut self.at(morning), chore)?;
        let turns = chores::turns_of(self.conn, chore)?;
        let due = turns.into_iter().filter(|turn| turn.due_on == day && turn.state() == State::Open);
        for turn in due.filter(|turn| turn.id % 13 != 7) {
            let Some(unit) = turn.unit_id else { continue };
            let Some(viewer) = self.somebody_of(unit, of_home)? else { continue };
            let mut act = Act::new(self.conn, self.coop, Some(&viewer), self.state, evening);
            chores::tick(&mut act, turn.id, vec![Holder::Unit(unit)])?;
        }
        Ok(())
    }

    /// Who of a home has an account.
    fn somebody_of(&mut self, unit: i64, of_home: &HashMap<i64, Vec<i64>>) -> Result<Option<Viewer>> {
        for member in of_home.get(&unit).into_iter().flatten() {
            if let Ok(account) = store::account(self.conn, *member) {
                return accounts::acting(self.conn, account, self.now);
            }
        }
        Ok(None)
    }

    /// Whoever has the next turn asks the home of the first who can sign in with one click to swap.
    fn swap(&mut self, chore: i64, of_home: &HashMap<i64, Vec<i64>>) -> Result<()> {
        let isabelle = self.people.get(DEMO_ACCOUNTS[0].name).copied().ok_or(Error::NotFound)?;
        let tomorrow = self.today() + Days::new(1);
        let is_ahead = |turn: &Turn| turn.due_on >= tomorrow && turn.state() == State::Open;
        let ahead: Vec<Turn> = chores::turns_of(self.conn, chore)?.into_iter().filter(is_ahead).collect();
        let is_hers =
            |turn: &&Turn| turn.unit_id.and_then(|unit| of_home.get(&unit)).is_some_and(|who| who.contains(&isabelle));
        let Some(hers) = ahead.iter().find(is_hers) else { return Ok(()) };
        for other in ahead.iter().filter(|turn| turn.id != hers.id) {
            let Some(viewer) = other.unit_id.map(|unit| self.somebody_of(unit, of_home)).transpose()?.flatten() else {
                continue;
            };
            let mut act = Act::new(self.conn, self.coop, Some(&viewer), self.state, self.now);
            return chores::ask(&mut act, other.id, hers.id).map(|_| ());
        }
        Ok(())
    }
}
