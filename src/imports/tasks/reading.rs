//! What the cells of a row say of a task, as they stand there. Pure.

use chrono::NaiveDate;

use crate::imports::cells::says_nothing;
use crate::imports::columns::{Column, Slot, folded};
use crate::imports::dates::{self, NoDate, Order};
use crate::imports::parts::{Wrong, checked};
use crate::imports::rules::Problem;
use crate::platform::duration;
use crate::platform::spreadsheet::{Row, Sheet};
use crate::tasks::rules::{DETAILS_MAX, MINUTES_MAX, OUTCOME_MAX, TITLE_MAX};

/// What a row says, as far as it says it. People, committee and state are still words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    pub details: String,
    pub committee: String,
    pub who: Vec<String>,
    pub due_on: Option<NaiveDate>,
    pub state: String,
    pub minutes: i32,
    pub outcome: String,
    pub done_on: Option<NaiveDate>,
    /// Whether any of its cells says something.
    says: bool,
}

impl Entry {
    /// An empty row, or one of sums.
    pub fn is_nothing(&self) -> bool {
        let sums = ["total", "totals", "totaux", "sum", "somme"].contains(&folded(&self.title).as_str());
        !self.says || sums && self.who.is_empty() && self.due_on.is_none() && self.state.is_empty()
    }
}

/// How the columns of a sheet are read.
pub struct Reading<'a> {
    slots: &'a [Slot],
    orders: Vec<Order>,
    today: NaiveDate,
}

impl<'a> Reading<'a> {
    pub fn of(sheet: &Sheet, slots: &'a [Slot], today: NaiveDate) -> Self {
        Self { slots, orders: dates::orders(sheet, slots), today }
    }

    /// Reads one row. What cannot be read becomes a problem, all of them at once.
    pub fn row(&self, row: &Row) -> (Entry, Vec<Problem>) {
        let (mut entry, mut problems) = (Entry::default(), Vec::new());
        for (at, slot) in self.slots.iter().enumerate().filter(|(_, slot)| slot.column != Column::Ignore) {
            let value = row.cells.get(at).map_or("", |cell| cell.trim());
            if says_nothing(value) {
                continue;
            }
            entry.says = true;
            if let Err(Wrong { wrong, proposal }) = self.put(&mut entry, at, slot.column, value) {
                problems.push(Problem { at: Some(at), proposal, ..problem(*slot, value, wrong) });
            }
        }
        if entry.says && entry.title.is_empty() && !problems.iter().any(|problem| problem.slot.column == Column::Title)
        {
            problems.push(problem(Slot::first(Column::Title), "", "import-no-title"));
        }
        (entry, problems)
    }

    fn put(&self, entry: &mut Entry, at: usize, column: Column, value: &str) -> Result<(), Wrong> {
        match column {
            Column::Title => entry.title = checked(value, TITLE_MAX)?,
            Column::Details => entry.details = text(value, DETAILS_MAX)?,
            Column::Outcome => entry.outcome = text(value, OUTCOME_MAX)?,
            Column::Committee => entry.committee = checked(value, 200)?,
            Column::State => entry.state = checked(value, 80)?,
            Column::Who => entry.who = several(&checked(value, 400)?),
            Column::Hours => {
                let minutes = duration::read(value).ok_or("import-hours")?;
                entry.minutes = Some(minutes).filter(|minutes| *minutes <= MINUTES_MAX).ok_or("import-hours-many")?;
            }
            Column::DueOn => entry.due_on = Some(self.day(at, value)?),
            Column::DoneOn => {
                let day = self.day(at, value)?;
                entry.done_on = Some(day).filter(|day| *day <= self.today);
                entry.done_on.ok_or("import-done-later")?;
            }
            _ => {}
        }
        Ok(())
    }

    fn day(&self, at: usize, value: &str) -> Result<NaiveDate, Wrong> {
        let order = self.orders.get(at).copied().unwrap_or(Order::Unclear);
        dates::date(value, order, self.today).map_err(|none| match none {
            NoDate::None => "import-date".into(),
            NoDate::Unclear => "import-date-unclear".into(),
            NoDate::Part(first) => Wrong { wrong: "import-date-part", proposal: Some(first.to_string()) },
        })
    }
}

/// A text of several lines, as it stands there.
fn text(value: &str, longest: usize) -> Result<String, Wrong> {
    checked(value, longest)?;
    let lines: Vec<&str> = value.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim().to_owned())
}

/// Several people in one cell, with `;`, `/`, `|`, `&`, "and" or "et" between them. A comma may be part of a name.
fn several(cell: &str) -> Vec<String> {
    let mut apart = cell.replace([';', '/', '|', '&'], "\n");
    for word in [" and ", " et "] {
        apart = apart.replace(word, "\n");
    }
    let mut found: Vec<String> = Vec::new();
    for part in apart.split('\n').map(str::trim).filter(|part| !says_nothing(part)) {
        if !found.iter().any(|known| folded(known) == folded(part)) {
            found.push(part.to_owned());
        }
    }
    found
}

fn problem(slot: Slot, value: &str, wrong: &'static str) -> Problem {
    Problem { slot, at: None, value: value.to_owned(), wrong, other: None, proposal: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::guessing::{Remembered, guess};
    use crate::imports::what::What;
    use crate::platform::spreadsheet;
    use proptest::prelude::*;

    fn rows(file: &str) -> Vec<(Entry, Vec<&'static str>)> {
        let sheet = spreadsheet::read(file.as_bytes()).expect("a sheet");
        let slots = guess(&sheet, &Remembered { what: What::Tasks, ..Remembered::default() });
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
        let reading = Reading::of(&sheet, &slots, today);
        let read = sheet.rows.iter().map(|row| reading.row(row));
        read.map(|(entry, problems)| (entry, problems.into_iter().map(|problem| problem.wrong).collect())).collect()
    }

    #[test]
    fn a_row_says_what_its_cells_say_in_both_languages() {
        for head in ["Task,Assigned to,Due,Hours,Status", "Tâche;Attribuée à;Échéance;Heures;Statut"] {
            let sign = if head.contains(';') { ";" } else { "," };
            let row = ["Salt the steps", "Ada Ng & Unit 203", "24/12/2026", "1h30", "Done"].join(sign);
            let (entry, problems) = rows(&format!("{head}\n{row}\n")).remove(0);
            assert_eq!(problems, [""; 0]);
            assert_eq!((entry.title.as_str(), entry.minutes, entry.state.as_str()), ("Salt the steps", 90, "Done"));
            assert_eq!(entry.who, ["Ada Ng", "Unit 203"]);
            assert_eq!(entry.due_on.map(|day| day.to_string()).as_deref(), Some("2026-12-24"));
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_and_sums_are_nobodys_task() {
        let all = rows(
            "Task,Who,Due,Hours,Done on\nA,,31/31/2026,soon,2030-01-01\n,Ada Ng,,,\nTotal,,,12,\n,,,,\nB,,,900,\nC,,20000-01-01,,\n",
        );
        let problems: Vec<_> = all.iter().map(|(_, problems)| problems.as_slice()).collect();
        let wrong = ["import-date", "import-hours", "import-done-later"];
        let expected: [&[&str]; 5] = [&wrong, &["import-no-title"], &[], &["import-hours-many"], &["import-date"]];
        assert_eq!(problems, expected);
        assert!(all[2].0.is_nothing() && !all[0].0.is_nothing());
    }

    proptest! {
        #[test]
        fn no_cell_makes_it_panic(cells in proptest::collection::vec(".{0,24}", 9)) {
            let columns = What::Tasks.columns().iter().skip(1).map(|column| Slot::first(*column));
            let slots: Vec<Slot> = columns.collect();
            let sheet = Sheet { rows: vec![Row { line: 2, cells }], ..Sheet::default() };
            let today = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
            let (entry, problems) = Reading::of(&sheet, &slots, today).row(&sheet.rows[0]);
            prop_assert!(entry.minutes <= MINUTES_MAX && (entry.is_nothing() || !entry.title.is_empty() || !problems.is_empty()));
        }
    }
}
