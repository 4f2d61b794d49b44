//! A name put together from the cells of a row: given name, family name, the whole of it, or several people in one cell. Pure.

use super::columns::{Column, Slot, folded};
use super::names::{self, Doubt, Names};
use super::nobody::names_nobody;
use super::rules::Entry;
use crate::platform::spreadsheet::Row;

/// What is wrong with a cell, and what it may have been meant to say.
pub struct Wrong {
    pub wrong: &'static str,
    pub proposal: Option<String>,
}

impl From<&'static str> for Wrong {
    fn from(wrong: &'static str) -> Self {
        Self { wrong, proposal: None }
    }
}

impl From<Doubt> for Wrong {
    fn from(doubt: Doubt) -> Self {
        Self { wrong: doubt.wrong, proposal: doubt.proposal }
    }
}

/// The parts of a name as the columns of a row give them.
#[derive(Default)]
pub struct Parts {
    given: String,
    family: String,
    whole: Option<(String, Names)>,
    aside: Vec<String>,
    /// Further people of the same cell.
    pub others: Vec<Names>,
}

impl Parts {
    /// Takes a cell if it is a name or a part of one.
    pub fn put(&mut self, family_first: &[bool], at: usize, column: Column, value: &str) -> Option<Result<(), Wrong>> {
        column.names_somebody().then(|| self.take(family_first.get(at).copied().unwrap_or(false), column, value))
    }

    fn take(&mut self, family_first: bool, column: Column, value: &str) -> Result<(), Wrong> {
        checked(value, if column == Column::FullName { 160 } else { 80 })?;
        let people = names::people(value).filter(|_| column == Column::FullName);
        if people.is_none() && names::names_two(value) && !names_nobody(value) {
            let proposal = if column == Column::FullName { names::proposed_people(value, family_first) } else { None };
            return Err(Wrong { wrong: "import-two-people", proposal });
        }
        if column != Column::FullName {
            let (part, aside) = names::plain(value)?;
            self.aside.extend(aside);
            *(if column == Column::GivenName { &mut self.given } else { &mut self.family }) = part;
            return Ok(());
        }
        if names_nobody(value) {
            return Err("import-no-person".into());
        }
        for (number, person) in people.unwrap_or_else(|| vec![value]).into_iter().enumerate() {
            let mut read = names::read(person, family_first)?;
            self.aside.append(&mut read.aside);
            if number == 0 { self.whole = Some((person.to_owned(), read)) } else { self.others.push(read) }
        }
        Ok(())
    }

    /// A whole name beside a part of it does not double: the rest of it is the other part.
    pub fn name(&mut self, entry: &mut Entry) {
        if let Some((said, read)) = self.whole.take() {
            let rest = |part: &str| {
                let part: Vec<String> = folded(part).split(' ').map(str::to_owned).collect();
                let words = said.split([' ', ',']).filter(|word| !word.is_empty() && !part.contains(&folded(word)));
                words.collect::<Vec<_>>().join(" ")
            };
            match (self.given.is_empty(), self.family.is_empty()) {
                (true, true) => (self.given, self.family) = (read.given, read.family),
                (false, true) => self.family = rest(&self.given),
                (true, false) => self.given = rest(&self.family),
                (false, false) => {}
            }
        }
        (entry.given_name, entry.family_name) = (self.given.clone(), self.family.clone());
        entry.aside = std::mem::take(&mut self.aside);
    }

    /// Half a name and nothing else in its row may be a note.
    pub fn is_half(&self, row: &Row, slots: &[Slot]) -> bool {
        let has = |column| slots.iter().any(|slot| slot.column == column);
        (self.given.is_empty() || self.family.is_empty())
            && has(Column::GivenName)
            && has(Column::FamilyName)
            && row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() == 1
    }
}

/// A text as one line, if it can be read and is not too long.
pub fn checked(value: &str, longest: usize) -> Result<String, &'static str> {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut before = ' ';
    for c in value.chars() {
        // What is left when UTF-8 was read as something else, and written as that.
        let garbled = matches!(before, 'Ã' | 'Â') && matches!(c, '\u{80}'..='\u{bf}');
        if garbled || c == '\u{fffd}' || c.is_control() && !matches!(c, '\n' | '\r' | '\t') {
            return Err("import-unreadable");
        }
        before = c;
    }
    if line.chars().count() > longest { Err("import-too-long") } else { Ok(line) }
}
