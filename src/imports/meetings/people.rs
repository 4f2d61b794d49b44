//! Whom the rows of an attendance sheet mean: by number and name, also who has left since.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::imports::asked::{Choice, NONE, Questions, near};
use crate::imports::cells::says_nothing;
use crate::imports::columns::{Column, Slot, folded};
use crate::members;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::Row;
use crate::tasks::Holder;

/// Everybody who ever was in the register, by number and by each way to write their names.
pub struct People {
    pub choices: Vec<Choice>,
    by_number: HashMap<String, i64>,
    by_name: HashMap<String, Vec<i64>>,
}

impl People {
    pub fn of(conn: &mut PgConnection, today: NaiveDate) -> Result<Self> {
        let mut people = Self { choices: Vec::new(), by_number: HashMap::new(), by_name: HashMap::new() };
        for member in members::known(conn, today, Lang::En)? {
            let name = format!("{} {}", member.given_name, member.family_name).trim().to_owned();
            if name.is_empty() {
                continue;
            }
            people.call(member.id, &name);
            people.call(member.id, &format!("{} {}", member.family_name, member.given_name));
            let mut numbers = vec![member.number.clone()];
            for also in member.also() {
                people.call(member.id, &format!("{} {}", also.given_name, also.family_name));
                numbers.push(also.number.to_owned());
            }
            people.by_number.extend(numbers.into_iter().map(|number| (folded(&number), member.id)));
            let word = Holder::Member(member.id).value();
            people.choices.push(Choice::new(word, (name.clone(), name), member.number));
        }
        people.by_number.remove("");
        people.choices.sort_by_key(|person| folded(person.name(Lang::En)));
        Ok(people)
    }

    fn call(&mut self, member: i64, name: &str) {
        let named = self.by_name.entry(folded(name)).or_default();
        if !named.contains(&member) {
            named.push(member);
        }
    }

    /// Who is meant; else it is asked. A number alone is enough; one with another's name is not.
    pub fn meant(&self, number: &str, name: &str, asking: &mut Questions<'_>) -> Option<i64> {
        let numbered = self.by_number.get(&folded(number)).copied();
        let named = self.by_name.get(&folded(name)).map_or(&[][..], Vec::as_slice);
        match (numbered, named) {
            (Some(member), _) if name.is_empty() || named.contains(&member) => return Some(member),
            (None, [only]) => return Some(*only),
            _ => {}
        }
        let text = [number, name].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let candidates = || {
            let words: Vec<String> =
                numbered.iter().chain(named).map(|member| Holder::Member(*member).value()).collect();
            let exact: Vec<Choice> = self.choices.iter().filter(|one| words.contains(&one.word)).cloned().collect();
            if exact.is_empty() { near(name, &self.choices) } else { exact }
        };
        let answer = asking.answer("who", &text, candidates)?;
        match Holder::parse(&answer) {
            Some(Holder::Member(member)) if self.choices.iter().any(|one| one.word == answer) => Some(member),
            _ => {
                if answer != NONE {
                    asking.ask("who", &text, || near(name, &self.choices));
                }
                None
            }
        }
    }
}

/// Number and name of a row, as its columns have them.
pub fn said(row: &Row, slots: &[Slot]) -> (String, String) {
    let cell = |column: Column| {
        let at = slots.iter().position(|slot| slot.column == column)?;
        row.cells.get(at).map(|cell| cell.trim()).filter(|cell| !says_nothing(cell))
    };
    let text = |text: Option<&str>| text.unwrap_or_default().chars().take(200).collect::<String>();
    let parts = [cell(Column::GivenName), cell(Column::FamilyName)];
    let name = cell(Column::FullName)
        .map_or_else(|| parts.into_iter().flatten().collect::<Vec<_>>().join(" "), |name| text(Some(name)));
    (text(cell(Column::Number)), name)
}
