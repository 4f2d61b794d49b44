//! Rows read into people and homes. Pure.
//!
//! What a row says once (home, date, status, language) holds for every adult in it; what belongs to one person (name, number,
//! e-mail, phone, committees) is never assumed of another.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::columns::{Column, Slot, folded};
use super::dates::{self, NoDate, Order};
use super::homes::named;
use super::nobody::{Look, names_nobody};
use super::parts::{Parts, Wrong, checked};
use super::register::PHONES_MAX;
use super::rules::{Entry, Home, Problem};
use super::{cells, headings, private};
use crate::platform::spreadsheet::{Row, Sheet};

/// What tells who somebody is.
const NAMING: [Column; 4] = [Column::Number, Column::GivenName, Column::FamilyName, Column::FullName];

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
    header: &'a [String],
    /// Committees that stand alone in some cell, folded.
    committees: HashSet<String>,
    /// The homes of rows that do not name one, by their lines, where an empty cell means the home of the row above.
    carried: HashMap<u64, Vec<String>>,
    /// Lines of which nobody said yet whether it does.
    asked: HashSet<u64>,
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

/// The homes of the rows above for rows without one, by their lines, in a list that names each home once: there an empty cell seems
/// to mean the home of the row above. A list that names a home for each of its people has some twice.
pub fn without_home(sheet: &Sheet, slots: &[Slot]) -> HashMap<u64, Vec<String>> {
    let mut below = HashMap::new();
    let Some(at) = slots.iter().position(|slot| slot.column == Column::Unit) else { return below };
    let naming: Vec<usize> =
        slots.iter().enumerate().filter(|(_, slot)| slot.column.names_somebody()).map(|(at, _)| at).collect();
    let (mut seen, mut above) = (HashSet::new(), Vec::new());
    let mut block = String::new();
    let at_block = slots.iter().position(|slot| slot.column == Column::Block);
    for row in &sheet.rows {
        let look = Look { slots, header: &sheet.header, row };
        let named = naming.iter().filter_map(|at| row.cells.get(*at)).any(|cell| !cell.trim().is_empty());
        if look.is_no_row() || look.section().is_some() {
            continue;
        }
        let here = at_block.map_or("", |at| cell(row, at));
        match cell(row, at) {
            "" if named && !above.is_empty() && (here.is_empty() || here == block) => {
                below.insert(row.line, Vec::clone(&above));
            }
            "" => {}
            value => {
                if !seen.insert(format!("{} {}", folded(here), cells::home_key(value))) {
                    return HashMap::new();
                }
                above = cells::homes(value);
                here.clone_into(&mut block);
            }
        }
    }
    let applicant = |row: &&crate::platform::spreadsheet::Row| {
        let status = slots.iter().position(|slot| slot.column == Column::Status);
        status.is_some_and(|at| {
            cells::status(cell(row, at)).is_some_and(|status| status != crate::members::Status::Member)
        })
    };
    for row in sheet.rows.iter().filter(applicant) {
        below.remove(&row.line);
    }
    below
}

/// The cells of one column.
pub fn column(sheet: &Sheet, at: usize) -> impl Iterator<Item = &str> + Clone {
    sheet.rows.iter().map(move |row| cell(row, at)).filter(|cell| !cell.is_empty())
}

impl<'a> Reading<'a> {
    pub fn of(sheet: &'a Sheet, slots: &'a [Slot], today: NaiveDate) -> Self {
        let adults =
            slots.iter().filter(|slot| slot.column != Column::Ignore).map(|slot| slot.adult).max().unwrap_or(1);
        let of_homes = adults > 1 && slots.iter().any(|slot| slot.column == Column::Unit);
        let family_first = sheet.header.iter().map(|name| headings::family_first(name)).collect();
        let named = slots.iter().enumerate().filter(|(_, slot)| slot.column == Column::Committees);
        let committees = named.flat_map(|(at, _)| column(sheet, at)).flat_map(cells::committees);
        let committees = committees.map(|name| folded(&name)).collect();
        let below = if of_homes { HashMap::new() } else { without_home(sheet, slots) };
        let goes_on = |wanted: Order| slots.iter().any(|slot| slot.column == Column::Unit && slot.order == wanted);
        Self {
            slots,
            orders: dates::orders(sheet, slots),
            family_first,
            today,
            adults,
            of_homes,
            header: &sheet.header,
            committees,
            asked: if goes_on(Order::Unclear) { below.keys().copied().collect() } else { HashSet::new() },
            carried: if goes_on(Order::Above) { below } else { HashMap::new() },
        }
    }

    /// Reads one row. What cannot be read becomes a problem, all of them at once.
    pub fn row(&self, row: &Row) -> Read {
        let mut read = Read::default();
        let look = Look { slots: self.slots, header: self.header, row };
        if look.is_no_row() {
            return read;
        }
        if let Some(at) = look.section() {
            let slot = self.slots.get(at).copied().unwrap_or(Slot::first(Column::Ignore));
            read.problems.push(Problem { at: Some(at), ..problem(slot, cell(row, at), "import-section") });
            return read;
        }
        self.home(row, &mut read);
        if look.is_empty_home() {
            return read;
        }
        if self.asked.contains(&row.line) {
            read.problems.push(problem(Slot::first(Column::Unit), "", "import-home-above"));
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

    fn home(&self, row: &Row, read: &mut Read) {
        let (carried, block) = (self.carried.get(&row.line), self.block(row, read));
        let said: Vec<_> = self.cells(row, 1).filter(|(_, slot, _)| !slot.column.is_personal()).collect();
        if let Some(labels) = carried.filter(|_| !said.iter().any(|(_, slot, _)| slot.column == Column::Unit)) {
            read.home.labels.clone_from(labels);
        }
        for (at, slot, value) in said {
            let wrong = match slot.column {
                Column::Unit if dates::was_made_of_a_number(value) => Some("import-home-date"),
                Column::Unit => {
                    read.home.labels = cells::homes(value);
                    let long = read.home.labels.iter().any(|label| label.chars().count() > 30);
                    checked(value, 200).err().or(long.then_some("import-too-long"))
                }
                Column::Floor => {
                    read.home.floor = cells::floor_named(value);
                    read.home.floor.is_none().then_some("import-floor")
                }
                Column::Bedrooms => {
                    read.home.bedrooms = value.parse().ok().filter(|rooms| (0..=12).contains(rooms));
                    read.home.bedrooms.is_none().then_some("import-bedrooms")
                }
                Column::Area => {
                    let plain: String = value.split(['m', ' ', ',', '.']).next().unwrap_or_default().to_owned();
                    read.home.area_m2 = plain.parse().ok().filter(|area| (1..=5_000).contains(area));
                    read.home.area_m2.is_none().then_some("import-area")
                }
                _ => None,
            };
            read.problems.extend(wrong.map(|wrong| Problem { at: Some(at), ..problem(slot, value, wrong) }));
        }
        read.home.units = read.home.labels.iter().map(|label| named(label, &block)).collect();
        read.home.block = block;
    }

    fn block(&self, row: &Row, read: &mut Read) -> String {
        let Some((at, slot, value)) = self.cells(row, 1).find(|(_, slot, _)| slot.column == Column::Block) else {
            return String::new();
        };
        checked(value, 60).unwrap_or_else(|wrong| {
            read.problems.push(Problem { at: Some(at), ..problem(slot, value, wrong) });
            String::new()
        })
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
        let mut parts = Parts::default();
        for (number, (at, slot, value)) in own.into_iter().chain(of_home).enumerate() {
            // What is wrong with a cell of the home is said once, with the first adult.
            let said = parts
                .put(&self.family_first, at, slot.column, value)
                .unwrap_or_else(|| self.put(&mut entry, at, slot.column, value));
            if let Err(wrong) = said
                && (is_first || number < count_own)
            {
                let Wrong { wrong, proposal } = wrong;
                read.problems.push(Problem { at: Some(at), proposal, ..problem(slot, value, wrong) });
            }
        }
        parts.name(&mut entry);
        let name = entry.name();
        let full = self.slots.iter().any(|slot| slot.column == Column::FullName && slot.adult == adult);
        let slot = Slot { adult, ..Slot::first(if full { Column::FullName } else { Column::FamilyName }) };
        let has_wrong_name =
            read.problems.iter().any(|problem| problem.slot.column.names_somebody() && problem.slot.adult == adult);
        if name.is_empty() && !has_wrong_name {
            read.problems.push(problem(slot, "", "import-no-name"));
        } else if !has_wrong_name && names_nobody(&name) {
            read.problems.push(problem(slot, &name, "import-no-person"));
        } else if !has_wrong_name && parts.is_half(row, self.slots) {
            read.problems.push(problem(Slot { adult, ..Slot::first(Column::GivenName) }, "", "import-alone"));
        }
        read.people.push((adult, entry.clone()));
        for (number, person) in parts.others.into_iter().enumerate() {
            let shared = Entry {
                units: entry.units.clone(),
                joined_on: entry.joined_on,
                status: entry.status,
                language: entry.language,
                ..Entry::default()
            };
            let other = Entry { given_name: person.given, family_name: person.family, ..shared };
            read.people.push((self.adults + u8::try_from(number + 1).unwrap_or(1), other));
        }
    }

    fn put(&self, entry: &mut Entry, at: usize, column: Column, value: &str) -> Result<(), Wrong> {
        if cells::says_nothing(value) {
            return Ok(());
        }
        let longest = match column {
            Column::Number => 20,
            Column::Phone => 120,
            Column::Email => 254,
            _ => 200,
        };
        let line = checked(value, longest)?;
        if matches!(column, Column::Number | Column::Phone) && private::is_insurance_number(value) {
            return Err("import-insurance".into());
        }
        match column {
            Column::Number => entry.number = Some(line),
            Column::Email => {
                let wrong = |()| Wrong { wrong: "import-email", proposal: cells::proposed_email(value) };
                let mut found = cells::emails(value).map_err(wrong)?;
                if found.len() > 1 {
                    return Err(Wrong { wrong: "import-emails-many", proposal: found.into_iter().next() });
                }
                entry.email = found.pop();
            }
            Column::Phone => {
                for number in cells::phones(value).ok_or("import-phone")? {
                    if entry.phone.is_none() {
                        entry.phone = Some(number);
                    } else if entry.phone.as_ref() != Some(&number) && !entry.more_phones.contains(&number) {
                        entry.more_phones.push(number);
                    }
                }
                if entry.more_phones.len() > PHONES_MAX {
                    return Err("import-phones-many".into());
                }
            }
            Column::JoinedOn => {
                let order = self.orders.get(at).copied().unwrap_or(Order::Unclear);
                entry.joined_on = Some(dates::date(value, order, self.today).map_err(|none| match none {
                    NoDate::None => "import-date".into(),
                    NoDate::Unclear => "import-date-unclear".into(),
                    NoDate::Part(first) => Wrong { wrong: "import-date-part", proposal: Some(first.to_string()) },
                })?);
            }
            Column::Status => entry.status = Some(cells::status(value).ok_or("import-status")?),
            Column::Committees => entry.committees = cells::committees_among(value, &self.committees),
            Column::Language => entry.language = Some(cells::language(value).ok_or("import-language")?),
            _ => {}
        }
        Ok(())
    }
}

fn problem(slot: Slot, value: &str, wrong: &'static str) -> Problem {
    Problem { slot, at: None, value: value.to_owned(), wrong, other: None, proposal: None }
}
