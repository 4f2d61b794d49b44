//! What earlier rows said, to find two rows about one person. Pure.

use std::collections::HashMap;

use super::cells::home_key;
use super::columns::{Column, Slot, folded};
use super::rules::{Entry, Problem, Verdict};

#[derive(Default)]
pub struct Seen {
    numbers: HashMap<String, u64>,
    people: HashMap<(String, String), u64>,
    members: HashMap<usize, u64>,
    /// The first row of each name, and whether it had a number.
    names: HashMap<String, (u64, bool)>,
}

fn problem(column: Column, value: String, wrong: &'static str, other: u64) -> Problem {
    Problem { slot: Slot::first(column), at: None, value, wrong, other: Some(other), proposal: None }
}

impl Seen {
    /// What an earlier row has in common with this person that only one can have.
    pub fn collision(&mut self, line: u64, entry: &Entry) -> Option<Problem> {
        if let Some(number) = &entry.number {
            let other = self.numbers.get(number).copied();
            self.numbers.entry(number.clone()).or_insert(line);
            return other.map(|other| problem(Column::Number, number.clone(), "import-number-twice", other));
        }
        let told_apart = entry.email.clone().unwrap_or_else(|| home_key(&entry.units.join(" ")));
        let key = (folded(&entry.name()), told_apart);
        let other = self.people.get(&key).copied();
        self.people.entry(key).or_insert(line);
        other.map(|other| problem(Column::FamilyName, entry.name(), "import-person-twice", other))
    }

    /// Somebody new of the same name as in an earlier row may be the same person, unless each has a number: one asks.
    pub fn namesake(
        &mut self,
        line: u64,
        entry: &Entry,
        verdict: Verdict,
        answer: Option<bool>,
    ) -> Result<Verdict, Problem> {
        let numbered = entry.number.is_some();
        let earlier = self.names.get(&folded(&entry.name())).copied();
        let first = self.names.entry(folded(&entry.name())).or_insert((line, numbered));
        if !numbered {
            first.1 = false;
        }
        match (earlier, answer) {
            (Some((other, other_numbered)), None) if verdict == Verdict::New && !(numbered && other_numbered) => {
                Ok(Verdict::Namesake(other))
            }
            (Some((other, _)), Some(true)) if verdict == Verdict::New => {
                Err(problem(Column::FamilyName, entry.name(), "import-person-twice", other))
            }
            _ => Ok(verdict),
        }
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
