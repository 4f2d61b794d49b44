//! What earlier rows said, to find two rows about one person. Pure.

use std::collections::HashMap;

use super::columns::{Column, Slot, folded};
use super::rules::{Entry, Problem, Verdict};

#[derive(Default)]
pub struct Seen {
    numbers: HashMap<String, u64>,
    people: HashMap<(String, String), u64>,
    members: HashMap<usize, u64>,
}

fn problem(column: Column, value: String, wrong: &'static str, other: u64) -> Problem {
    Problem { slot: Slot::first(column), at: None, value, wrong, other: Some(other) }
}

impl Seen {
    /// What an earlier row has in common with this person that only one can have.
    pub fn collision(&mut self, line: u64, entry: &Entry) -> Option<Problem> {
        if let Some(number) = &entry.number {
            let other = self.numbers.get(number).copied();
            self.numbers.entry(number.clone()).or_insert(line);
            return other.map(|other| problem(Column::Number, number.clone(), "import-number-twice", other));
        }
        let told_apart = entry.email.clone().unwrap_or_else(|| folded(&entry.units.join(" ")));
        let key = (folded(&entry.name()), told_apart);
        let other = self.people.get(&key).copied();
        self.people.entry(key).or_insert(line);
        other.map(|other| problem(Column::FamilyName, entry.name(), "import-person-twice", other))
    }

    /// Two rows cannot both be the same member.
    pub fn one_row_a_member(&mut self, line: u64, entry: &Entry, verdict: Verdict) -> Result<Verdict, Problem> {
        let (Verdict::Changed(at, _) | Verdict::Same(at) | Verdict::Duplicate(at, _)) = &verdict else {
            return Ok(verdict);
        };
        match self.members.insert(*at, line) {
            Some(other) => Err(problem(Column::FamilyName, entry.name(), "import-person-twice", other)),
            None => Ok(verdict),
        }
    }
}
