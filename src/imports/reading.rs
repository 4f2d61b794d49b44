//! Rows read into people and homes. Pure.
//!
//! What a row says once (home, date, status, language) holds for every adult in it; what belongs to one person (name, number,
//! e-mail, phone, committees) is never assumed of another.

use chrono::NaiveDate;

use super::cells::{self, Order};
use super::columns::{self, Column, Slot, folded};
use super::register::PHONES_MAX;
use super::rules::{Entry, Home, Problem};
use crate::platform::spreadsheet::{Row, Sheet};

/// What tells who somebody is.
const NAMING: [Column; 4] = [Column::Number, Column::GivenName, Column::FamilyName, Column::FullName];

/// How notes below a list begin, folded.
const NOTES: [&str; 16] = [
    "nombre de",
    "nombre d",
    "number of",
    "printed",
    "imprime le",
    "imprimee le",
    "mise a jour",
    "last updated",
    "updated",
    "generated",
    "exported",
    "exporte le",
    "en date du",
    "as of",
    "fin de la liste",
    "end of list",
];

/// How the columns of a sheet are read.
pub struct Reading<'a> {
    slots: &'a [Slot],
    orders: Vec<Order>,
    /// Which columns have the family name before the given name.
    family_first: Vec<bool>,
    today: NaiveDate,
    adults: u8,
    /// A row is a home: it must say which.
    of_homes: bool,
}

/// What one row says.
#[derive(Debug, Default)]
pub struct Read {
    pub people: Vec<(u8, Entry)>,
    pub home: Home,
    pub problems: Vec<Problem>,
}

/// The place of a column, of another adult if this one has none of their own.
pub fn place(slots: &[Slot], wanted: Slot) -> Option<usize> {
    let of = |adult| slots.iter().position(|slot| slot.column == wanted.column && slot.adult == adult);
    of(wanted.adult).or_else(|| of(1))
}

fn cell(row: &Row, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| cell.trim())
}

/// The cells of one column.
pub fn column(sheet: &Sheet, at: usize) -> impl Iterator<Item = &str> + Clone {
    sheet.rows.iter().map(move |row| cell(row, at)).filter(|cell| !cell.is_empty())
}

impl<'a> Reading<'a> {
    pub fn of(sheet: &Sheet, slots: &'a [Slot], today: NaiveDate) -> Self {
        let order = |(at, slot): (usize, &Slot)| match (slot.column, slot.order) {
            (Column::JoinedOn, Order::Unclear) => cells::order(column(sheet, at)),
            (_, order) => order,
        };
        let adults =
            slots.iter().filter(|slot| slot.column != Column::Ignore).map(|slot| slot.adult).max().unwrap_or(1);
        let of_homes = adults > 1 && slots.iter().any(|slot| slot.column == Column::Unit);
        let family_first = sheet.header.iter().map(|name| columns::family_first(name)).collect();
        Self { slots, orders: slots.iter().enumerate().map(order).collect(), family_first, today, adults, of_homes }
    }

    /// Reads one row. What cannot be read becomes a problem, all of them at once.
    pub fn row(&self, row: &Row) -> Read {
        let mut read = Read::default();
        if self.is_total(row) {
            return read;
        }
        self.home(row, &mut read);
        if self.is_empty_home(row) {
            return read;
        }
        let others = (2..=self.adults).any(|other| self.says_anything(row, other));
        for adult in 1..=self.adults {
            // What stands beside an empty place for the first adult is of the first one that there is.
            let is_there =
                if adult == 1 { !others || self.names_somebody(row, 1) } else { self.says_anything(row, adult) };
            if is_there {
                self.person(row, adult, &mut read);
            }
        }
        if self.of_homes
            && read.home.units.is_empty()
            && !read.problems.iter().any(|problem| problem.slot.column == Column::Unit)
        {
            read.problems.push(problem(Slot::first(Column::Unit), "", "import-no-home"));
        }
        read
    }

    fn cells<'b>(&'b self, row: &'b Row, adult: u8) -> impl Iterator<Item = (usize, Slot, &'b str)> {
        let filled = self.slots.iter().enumerate().map(move |(at, slot)| (at, *slot, cell(row, at)));
        filled.filter(move |(_, slot, value)| slot.adult == adult && slot.column != Column::Ignore && !value.is_empty())
    }

    fn says_anything(&self, row: &Row, adult: u8) -> bool {
        self.cells(row, adult).any(|(_, slot, _)| slot.column.is_personal())
    }

    /// Whether a row tells who this adult is. What else stands beside the first one may be about the whole home.
    fn names_somebody(&self, row: &Row, adult: u8) -> bool {
        self.cells(row, adult).any(|(_, slot, _)| NAMING.contains(&slot.column))
    }

    /// "TOTAL" below a list, and what is counted beside it.
    fn is_total(&self, row: &Row) -> bool {
        let first = row.cells.iter().map(|cell| folded(cell)).find(|cell| !cell.is_empty()).unwrap_or_default();
        let words = ["total", "totals", "totaux", "sous total", "subtotal", "grand total", "somme", "sum"];
        let about_somebody = [Column::Email, Column::Phone, Column::GivenName, Column::JoinedOn];
        words.iter().any(|word| {
            first == *word
                || first
                    .strip_prefix(word)
                    .is_some_and(|rest| rest.starts_with(' ') && rest.bytes().any(|b| b.is_ascii_digit()))
        }) && !self.cells(row, 1).any(|(_, slot, _)| about_somebody.contains(&slot.column))
            || self.is_note(row)
    }

    /// "Nombre de membres, 1", "Printed 2026-11-01": a note where a name or a home would stand, and nothing to reach anybody by.
    fn is_note(&self, row: &Row) -> bool {
        let begins = |text: &str| {
            let text = folded(text);
            NOTES
                .iter()
                .any(|words| text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        };
        let about_somebody = [Column::Email, Column::Phone, Column::JoinedOn];
        let mut cells =
            self.cells(row, 1).filter(|(_, slot, _)| slot.column == Column::Unit || NAMING.contains(&slot.column));
        cells.any(|(_, _, value)| begins(value) || cells::holds_date(value))
            && !self.cells(row, 1).any(|(_, slot, _)| about_somebody.contains(&slot.column))
            && !(2..=self.adults).any(|adult| self.says_anything(row, adult))
    }

    /// A home that stands empty: "vacant" for a name, or no word about anybody.
    fn is_empty_home(&self, row: &Row) -> bool {
        let stands_empty = |value: &str| {
            ["vacant", "vacante", "empty", "vide", "libre", "a louer", "inoccupe"].contains(&folded(value).as_str())
        };
        let mut has_home = false;
        for (_, slot, value) in (1..=self.adults).flat_map(|adult| self.cells(row, adult)) {
            match slot.column {
                Column::Unit => has_home = true,
                Column::Bedrooms | Column::Area => {}
                Column::FullName | Column::FamilyName | Column::GivenName | Column::Status if stands_empty(value) => {}
                _ => return false,
            }
        }
        has_home
    }

    fn home(&self, row: &Row, read: &mut Read) {
        for (at, slot, value) in self.cells(row, 1).filter(|(_, slot, _)| !slot.column.is_personal()) {
            let wrong = match slot.column {
                Column::Unit => {
                    read.home.units = cells::several(value);
                    let long = read.home.units.iter().any(|label| label.chars().count() > 30);
                    checked(value, 200).err().or(long.then_some("import-too-long"))
                }
                Column::Bedrooms => {
                    read.home.bedrooms = value.parse().ok().filter(|rooms| (0..=12).contains(rooms));
                    read.home.bedrooms.is_none().then_some("import-bedrooms")
                }
                _ => {
                    let plain: String = value.split(['m', ' ', ',', '.']).next().unwrap_or_default().to_owned();
                    read.home.area_m2 = plain.parse().ok().filter(|area| (1..=5_000).contains(area));
                    read.home.area_m2.is_none().then_some("import-area")
                }
            };
            read.problems.extend(wrong.map(|wrong| Problem { at: Some(at), ..problem(slot, value, wrong) }));
        }
    }

    fn person(&self, row: &Row, adult: u8, read: &mut Read) {
        let mut entry = Entry { units: read.home.units.clone(), ..Entry::default() };
        let shared = [Column::JoinedOn, Column::Status, Column::Language];
        let is_first = read.people.is_empty();
        let own: Vec<_> = self.cells(row, adult).filter(|(_, slot, _)| slot.column.is_personal()).collect();
        let mine = |column| own.iter().any(|(_, slot, _)| slot.column == column);
        let of_home =
            self.cells(row, 1).filter(|(_, slot, _)| adult > 1 && slot.column.is_personal() && !mine(slot.column));
        let of_home: Vec<_> = of_home.filter(|(_, slot, _)| is_first || shared.contains(&slot.column)).collect();
        entry.of_home =
            of_home.iter().map(|(_, slot, _)| slot.column).filter(|column| shared.contains(column)).collect();
        let count_own = own.len();
        for (number, (at, slot, value)) in own.into_iter().chain(of_home).enumerate() {
            // What is wrong with a cell of the home is said once, with the first adult.
            if let Err(wrong) = self.put(&mut entry, at, slot.column, value)
                && (is_first || number < count_own)
            {
                read.problems.push(Problem { at: Some(at), ..problem(slot, value, wrong) });
            }
        }
        let name = entry.name();
        let full = self.slots.iter().any(|slot| slot.column == Column::FullName && slot.adult == adult);
        let slot = Slot { adult, ..Slot::first(if full { Column::FullName } else { Column::FamilyName }) };
        let has_wrong_name = read.problems.iter().any(|problem| problem.slot == slot);
        if name.is_empty() && !has_wrong_name {
            read.problems.push(problem(slot, "", "import-no-name"));
        } else if names_nobody(&name) {
            read.problems.push(problem(slot, &name, "import-no-person"));
        }
        read.people.push((adult, entry));
    }

    fn put(&self, entry: &mut Entry, at: usize, column: Column, value: &str) -> Result<(), &'static str> {
        let longest = match column {
            Column::Number => 20,
            Column::Phone => 120,
            Column::FullName => 160,
            Column::GivenName | Column::FamilyName => 80,
            Column::Email => 254,
            _ => 200,
        };
        let line = checked(value, longest)?;
        let order = self.orders.get(at).copied().unwrap_or(Order::Unclear);
        let family_first = self.family_first.get(at).copied().unwrap_or(false);
        let names = matches!(column, Column::GivenName | Column::FamilyName | Column::FullName);
        if names && cells::names_two(value) && !names_nobody(value) {
            return Err("import-two-people");
        }
        match column {
            Column::Ignore | Column::Unit | Column::Bedrooms | Column::Area => {}
            Column::Number => entry.number = Some(line),
            Column::GivenName => entry.given_name = line,
            Column::FamilyName => entry.family_name = line,
            Column::FullName => (entry.given_name, entry.family_name) = cells::names(value, family_first),
            Column::Email => entry.email = Some(email(&line).ok_or("import-email")?),
            Column::Phone => {
                for number in cells::phones(value).ok_or("import-phone")? {
                    if entry.phone.is_none() {
                        entry.phone = Some(number);
                    } else if entry.phone.as_ref() != Some(&number) && !entry.more_phones.contains(&number) {
                        entry.more_phones.push(number);
                    }
                }
                if entry.more_phones.len() > PHONES_MAX {
                    return Err("import-phones-many");
                }
            }
            Column::JoinedOn => {
                let wrong = |none: cells::NoDate| if none.unclear { "import-date-unclear" } else { "import-date" };
                entry.joined_on = Some(cells::date(value, order, self.today).map_err(wrong)?);
            }
            Column::Status => entry.status = Some(cells::status(value).ok_or("import-status")?),
            Column::Committees => entry.committees = cells::several(value),
            Column::Language => entry.language = Some(cells::language(value).ok_or("import-language")?),
        }
        Ok(())
    }
}

fn problem(slot: Slot, value: &str, wrong: &'static str) -> Problem {
    Problem { slot, at: None, value: value.to_owned(), wrong, other: None }
}

/// A line of a count is nobody's name.
fn names_nobody(name: &str) -> bool {
    let word = folded(name);
    ["none", "aucun", "aucune", "n a", "total", "totaux"].contains(&word.as_str())
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// A text as one line, if it can be read and is not too long.
fn checked(value: &str, longest: usize) -> Result<String, &'static str> {
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

fn email(value: &str) -> Option<String> {
    let value = value.to_lowercase();
    let whole =
        value.parse::<lettre::Address>().is_ok() && value.rsplit('@').next().is_some_and(|host| host.contains('.'));
    whole.then_some(value)
}
