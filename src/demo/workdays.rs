//! The work days of the demo co-op: one that was, with its hours, and one to come, for which people sign up. Which jobs there are follows
//! the season of the day.

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};

use super::{Demo, store};
use crate::committees;
use crate::platform::error::Result;
use crate::tasks::Holder;
use crate::workdays::{self, NewJob, NewWorkDay};

/// A job: title, what done means, how many people it needs and takes, minutes.
type Work = (&'static str, &'static str, (i32, i32), i32);

const OUTDOORS: [Work; 7] = [
    ("Rake the front lawn", "Grass clear up to the sidewalk, bags at the curb.", (3, 6), 120),
    ("Clean the gutters of the shed", "Water runs off when you pour a bucket in.", (2, 2), 90),
    ("Sort the bike shed", "Every bicycle has a tag. Those without one stand by the gate.", (2, 4), 120),
    ("Scrub the garden chairs", "", (1, 3), 60),
    ("Cut back the hedge along the lane", "A stroller and a wheelchair get through side by side.", (2, 4), 120),
    ("Préparer le dîner", "Soupe et sandwichs pour vingt personnes, à midi dans la salle commune.", (2, 3), 120),
    ("Turn the compost", "All of it moved to the left bin, lid closed.", (1, 2), 60),
];
const INDOORS: [Work; 7] = [
    ("Wash the stairwells, floors 1 to 4", "Steps and railings, from the top down.", (4, 8), 120),
    ("Empty the storage room", "What has no name on it by noon goes to the thrift shop.", (3, 5), 120),
    ("Paint the laundry room", "Two coats of white. Paint and rollers are in locker 12.", (2, 4), 180),
    ("Check every smoke alarm", "Each rings when its button is pressed; batteries are at the office.", (2, 2), 90),
    ("Repair the chairs of the common room", "", (1, 2), 90),
    ("Préparer le dîner", "Soupe et sandwichs pour vingt personnes, à midi dans la salle commune.", (2, 3), 120),
    ("Look after the children", "In the playroom, with paper and glue.", (1, 2), 120),
];
/// Who comes to such days, in the order in which they sign up.
const PEOPLE: [&str; 13] = [
    "Isabelle MacDonald",
    "Valérie Simard",
    "Michael MacDonald",
    "Margaret Poulin",
    "Aisha Sharma",
    "George Tran",
    "Françoise Tran",
    "Minh Caron",
    "Benoît Ibrahim",
    "Raphaëlle Rodríguez",
    "Zeynep Larivière-Bédard",
    "Tomasz Larivière-Bédard",
    "Michael Cloutier",
];
/// Which of them sign up for which job: one has too few people, one is full and somebody waits, one has nobody.
const WAS: [&[usize]; 7] = [&[0, 2, 4, 6], &[3, 5], &[7, 8, 9], &[10], &[11, 12], &[1, 4], &[]];
const COMING: [&[usize]; 7] = [&[2, 5, 6, 7, 11], &[8], &[3, 9], &[10, 12, 1], &[4], &[1, 6], &[]];

fn title(day: NaiveDate) -> &'static str {
    match day.month() {
        4 | 5 => "Spring clean-up",
        6..=8 => "Summer work day",
        9..=11 => "Fall clean-up",
        _ => "Winter work day",
    }
}

fn works(day: NaiveDate) -> [Work; 7] {
    if (4..=11).contains(&day.month()) { OUTDOORS } else { INDOORS }
}

fn saturday(mut day: NaiveDate) -> NaiveDate {
    while day.weekday() != Weekday::Sat {
        day = day + Days::new(1);
    }
    day
}

impl Demo<'_> {
    pub(super) fn workdays(&mut self) -> Result<()> {
        let (was, coming) = (saturday(self.today() - Days::new(44)), saturday(self.today() + Days::new(10)));
        let past = self.work_day(was, &WAS)?;
        let jobs = crate::tasks::of_work_day(self.conn, past, None, was)?;
        let came: Vec<(i64, Vec<Holder>)> = jobs.iter().map(|job| (job.id, job.all_holders())).collect();
        let evening = self.instant(was, 18);
        workdays::note_who_came(&mut self.at(evening), past, &came)?;
        self.work_day(coming, &COMING).map(drop)
    }

    /// Plans a day, writes its jobs and lets people sign up in the days before.
    fn work_day(&mut self, held_on: NaiveDate, signed: &[&[usize]; 7]) -> Result<i64> {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let new = NewWorkDay {
            title: title(held_on).to_owned(),
            held_on,
            starts_at: at(9),
            ends_at: at(13),
            place: "Common room, ground floor".to_owned(),
            committee_id: committees::named(self.conn, "Maintenance")?,
            notes:
                "Coffee from 8:30 a.m., lunch at noon for everyone who helps.\n\n- Bring gloves and **old clothes**.\n\
                    - Children are welcome."
                    .to_owned(),
        };
        let planned = self.instant(held_on - TimeDelta::days(28), 10).min(self.now - TimeDelta::hours(3));
        let id = workdays::plan(&mut self.at(planned), &new)?;
        let job = |(title, details, (places_min, places), credit_minutes): Work| NewJob {
            title: title.to_owned(),
            details: details.to_owned(),
            places_min,
            places,
            credit_minutes,
        };
        workdays::add_jobs(&mut self.at(planned), id, &works(held_on).map(job))?;
        let jobs = crate::tasks::of_work_day(self.conn, id, None, held_on)?;
        for (job, people) in jobs.iter().zip(signed) {
            for person in *people {
                let Some(member) = self.people.get(PEOPLE[*person]).copied() else { continue };
                if store::account(self.conn, member).is_err() {
                    continue;
                }
                let when = planned + TimeDelta::minutes(5 + 7 * i64::try_from(*person).unwrap_or(0));
                self.as_member(member, when, |act| workdays::take(act, id, job.id).map(drop))?;
            }
        }
        Ok(id)
    }
}
