//! Homes that are in the register, and what a row would change of them. Pure.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::cells::home_key;
use super::columns::{Column, folded};
use super::rules::{Change, Home};

/// What an import may say of a home: bedrooms, square metres, floor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub bedrooms: Option<i32>,
    pub area_m2: Option<i32>,
    #[serde(default)]
    pub floor: Option<i32>,
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
            floor: back(now.floor, self.after.floor, self.before.floor),
        }
    }
}

/// How a home is called where it stands alone: by its label, with the building in brackets where it has one. Two buildings may each
/// have a 101. The database says the same (`units.name`).
pub fn named(label: &str, block: &str) -> String {
    if block.is_empty() { label.to_owned() } else { format!("{label} ({block})") }
}

/// A home of the register.
#[derive(Debug, Clone)]
pub struct KnownHome {
    pub id: i64,
    pub name: String,
    pub facts: Facts,
}

/// Homes by their names.
#[derive(Debug, Default)]
pub struct Homes {
    by_name: HashMap<String, KnownHome>,
    /// The names of those with one label, by its key.
    by_label: HashMap<String, Vec<String>>,
}

impl Homes {
    /// A name as it is written wins over one that only has another word before it.
    pub fn of(known: Vec<KnownHome>) -> Self {
        let mut homes = Self::default();
        for home in known {
            homes.add(home);
        }
        homes
    }

    pub fn find(&self, name: &str) -> Option<&KnownHome> {
        self.by_name.get(&folded(name)).or_else(|| self.by_name.get(&home_key(name)))
    }

    pub fn add(&mut self, home: KnownHome) {
        let key = home_key(&home.name);
        let label = key.split('|').next().unwrap_or_default().to_owned();
        self.by_label.entry(label).or_default().push(home.name.clone());
        self.by_name.entry(key).or_insert_with(|| home.clone());
        self.by_name.insert(folded(&home.name), home);
    }

    /// The name in the register of the home that a file names, or the file's own where there is none yet. A number alone is the home
    /// of that number in whichever building; `None` when several buildings have it.
    pub fn resolve(&self, name: &str) -> Option<String> {
        if let Some(home) = self.find(name) {
            return Some(home.name.clone());
        }
        match self.by_label.get(&home_key(name)).map(Vec::as_slice) {
            Some([only]) => Some(only.clone()),
            Some([_, _, ..]) => None,
            _ => Some(name.to_owned()),
        }
    }

    /// What a row would change of its home. What it says of several homes at once is said of none of them.
    pub fn changes(&self, said: &Home) -> Vec<Change> {
        let [label] = said.units.as_slice() else { return Vec::new() };
        let Some(KnownHome { facts: known, .. }) = self.find(label) else { return Vec::new() };
        let facts = [
            (Column::Floor, known.floor, said.floor),
            (Column::Bedrooms, known.bedrooms, said.bedrooms),
            (Column::Area, known.area_m2, said.area_m2),
        ];
        let words = |fact: Option<i32>| fact.map(|number| number.to_string()).unwrap_or_default();
        let differs = facts.into_iter().filter(|(_, old, new)| new.is_some() && old != new);
        differs.map(|(column, old, new)| Change { column, old: words(old), new: words(new) }).collect()
    }
}
