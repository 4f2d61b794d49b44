//! What an import would do, worked out from a sheet and the register of the moment.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::columns::{self, Column, Slot};
use super::homes::Homes;
use super::rules::{self, Answers, Planned, Verdict};
use super::store;
use crate::committees;
use crate::members::{self, Known, Status};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::Sheet;
use crate::platform::visit::Act;

/// What an import would do, and the register it was worked out from.
pub struct Plan {
    pub rows: Vec<Planned>,
    pub known: Vec<Known>,
    /// What the rows name that is not there yet, as it will be called.
    pub new_homes: Vec<String>,
    pub new_committees: Vec<String>,
    /// The day of joining of those for whom the file has none; unknown where that is `None`.
    pub joined_on: Option<NaiveDate>,
}

impl Plan {
    /// Works out what the rows of a sheet would do to the register as it is now.
    pub fn of(act: &mut Act<'_>, sheet: &Sheet, slots: &[Slot], answers: &Answers, lang: Lang) -> Result<Self> {
        Self::read(act.conn, act.today(), sheet, slots, answers, lang)
    }

    pub fn read(
        conn: &mut PgConnection,
        today: NaiveDate,
        sheet: &Sheet,
        slots: &[Slot],
        answers: &Answers,
        lang: Lang,
    ) -> Result<Self> {
        let known = members::known(conn, today, lang)?;
        let mut committees = HashSet::new();
        if slots.iter().any(|slot| slot.column == Column::Committees) {
            for lang in Lang::ALL {
                committees.extend(committees::options(conn, lang)?.into_iter().map(|(_, name)| columns::folded(&name)));
            }
        }
        let tells = slots.iter().any(|slot| slot.column == Column::Unit);
        let homes = if tells { Homes::of(store::homes(conn)?) } else { Homes::default() };
        Ok(Self::against(known, (&homes, &committees), sheet, slots, answers, today))
    }

    /// What a file would do to an empty register.
    pub fn alone(today: NaiveDate, sheet: &Sheet, slots: &[Slot]) -> Self {
        let (homes, committees) = (Homes::default(), HashSet::new());
        Self::against(Vec::new(), (&homes, &committees), sheet, slots, &Answers::new(), today)
    }

    fn against(
        known: Vec<Known>,
        (homes, committees): (&Homes, &HashSet<String>),
        sheet: &Sheet,
        slots: &[Slot],
        answers: &Answers,
        today: NaiveDate,
    ) -> Self {
        let rows = rules::plan(sheet, slots, &known, homes, answers, today);
        let (new_homes, new_committees) = (rules::new_homes(&rows, homes), rules::new_committees(&rows, committees));
        Self { rows, known, new_homes, new_committees, joined_on: None }
    }

    /// Rows, in the order of `Group::ALL`.
    pub fn counts(&self) -> [usize; 6] {
        rules::counts(&self.rows)
    }

    /// How many people come in or are changed.
    pub fn people_wanted(&self) -> usize {
        self.rows.iter().filter(|row| row.comes_in()).map(Planned::people_wanted).sum()
    }

    pub fn people_added_and_changed(&self) -> (usize, usize) {
        let coming = self.rows.iter().filter(|row| row.comes_in()).flat_map(|row| &row.people);
        let added = coming.clone().filter(|person| person.verdict == Verdict::New).count();
        (added, coming.filter(|person| matches!(person.verdict, Verdict::Changed(..))).count())
    }

    /// How many new people have no day of joining in the file, and how many no status.
    pub fn unsaid(&self) -> (usize, usize) {
        let coming = self.rows.iter().filter(|row| row.comes_in()).flat_map(|row| &row.people);
        let new = coming.filter(|person| person.verdict == Verdict::New).map(|person| &person.entry);
        (
            new.clone().filter(|entry| entry.joined_on.is_none()).count(),
            new.filter(|entry| entry.status.is_none()).count(),
        )
    }

    /// The keys of those who may be somebody of the register.
    pub fn asked_about(&self) -> impl Iterator<Item = String> {
        let rows = self.rows.iter().filter(|row| row.problems.is_empty());
        rows.flat_map(|row| {
            let asked = row.people.iter().filter(|person| matches!(person.verdict, Verdict::Duplicate(..)));
            asked.map(|person| rules::key(row.line, person.adult))
        })
    }

    /// Current members whom no row is about.
    pub fn absent(&self) -> Vec<&Known> {
        let mut there = HashSet::new();
        let mut unread = HashSet::new();
        for row in &self.rows {
            if !row.problems.is_empty() {
                unread.extend(row.name.split(", ").map(columns::folded));
            }
            for person in &row.people {
                if let Verdict::Changed(at, _) | Verdict::Same(at) | Verdict::Duplicate(at, _) = &person.verdict {
                    there.insert(*at);
                }
            }
        }
        let absent = self.known.iter().enumerate().filter(|(at, member)| {
            member.status != Status::Former.word()
                && !there.contains(at)
                && !unread.contains(&columns::folded(&format!("{} {}", member.given_name, member.family_name)))
        });
        absent.map(|(_, member)| member).collect()
    }

    /// The counts as a word, to tell whether the register changed since they were shown.
    pub fn seal(&self) -> String {
        let counts = self.counts().map(|count| count.to_string()).join("-");
        format!("{counts}-{}", self.people_wanted())
    }
}
