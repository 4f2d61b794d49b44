//! Homes that are in the register, and what a row would change of them. Pure.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::cells::home_key;
use super::columns::{Column, folded};
use super::rules::{Change, Home};

/// What an import may say of a home: bedrooms, and square metres.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub bedrooms: Option<i32>,
    pub area_m2: Option<i32>,
}

/// A home before and after an import.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HomeChanged {
    pub id: i64,
    pub before: Facts,
    pub after: Facts,
}

impl HomeChanged {
    /// What an undo makes of the home as it is now: a fact that is still as the import left it is as before.
    pub fn put_back(&self, now: Facts) -> Facts {
        let back = |now, after, before| if now == after { before } else { now };
        Facts {
            bedrooms: back(now.bedrooms, self.after.bedrooms, self.before.bedrooms),
            area_m2: back(now.area_m2, self.after.area_m2, self.before.area_m2),
        }
    }
}

/// Homes by their labels.
#[derive(Debug, Default)]
pub struct Homes {
    by_label: HashMap<String, (i64, Facts)>,
}

impl Homes {
    /// A label as it is written wins over one that only has another word before it.
    pub fn of(known: Vec<(i64, String, Facts)>) -> Self {
        let mut by_label: HashMap<_, _> =
            known.iter().map(|(id, label, facts)| (folded(label), (*id, *facts))).collect();
        for (id, label, facts) in &known {
            by_label.entry(home_key(label)).or_insert((*id, *facts));
        }
        Self { by_label }
    }

    pub fn find(&self, label: &str) -> Option<(i64, Facts)> {
        self.by_label.get(&folded(label)).or_else(|| self.by_label.get(&home_key(label))).copied()
    }

    pub fn add(&mut self, label: &str, id: i64, facts: Facts) {
        self.by_label.insert(folded(label), (id, facts));
        self.by_label.entry(home_key(label)).or_insert((id, facts));
    }

    /// What a row would change of its home. What it says of several homes at once is said of none of them.
    pub fn changes(&self, said: &Home) -> Vec<Change> {
        let [label] = said.units.as_slice() else { return Vec::new() };
        let Some((_, known)) = self.find(label) else { return Vec::new() };
        let facts = [(Column::Bedrooms, known.bedrooms, said.bedrooms), (Column::Area, known.area_m2, said.area_m2)];
        let words = |fact: Option<i32>| fact.map(|number| number.to_string()).unwrap_or_default();
        let differs = facts.into_iter().filter(|(_, old, new)| new.is_some() && old != new);
        differs.map(|(column, old, new)| Change { column, old: words(old), new: words(new) }).collect()
    }
}
