//! Tasks from a file: what each row says, and what it would do. Worked out against the register of the moment; nothing is guessed.
//!
//! A text that could be somebody, a committee or a state and is not clear is asked once, however many rows have it (`asking`). As long as
//! nobody answered, its rows are left out. A row that is there already (same title, same day, same people) is not brought in again.

mod asking;
mod entry;
pub mod reading;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use asking::Asking;
pub use asking::Book;
pub use entry::{enter, undo};
use reading::{Entry, Reading};

use super::asked::{Group, Meaning, Query, Questions};
use super::columns::folded;
use super::rules::{Answers, Problem};
use super::{Import, reading as cells};
use crate::coops;
use crate::platform::error::Result;
use crate::tasks::rules::Lane;
use crate::tasks::{self, Brought, Holder, NewTask};
use crate::units;

/// A row of the file and what it would do.
#[derive(Debug, Clone)]
pub struct Row {
    pub line: u64,
    /// Its place among the rows of the sheet.
    pub at: usize,
    pub said: Entry,
    pub group: Group,
    pub problems: Vec<Problem>,
    /// What it would bring, once everything in it is clear.
    pub brought: Option<Brought>,
    /// Where it is there already: the task, or the row further up.
    pub known: Option<i64>,
    pub earlier: Option<u64>,
}

/// What an import of tasks would do.
pub struct Plan {
    pub rows: Vec<Row>,
    pub questions: Vec<Query>,
    /// Everybody and every committee, to choose from.
    pub book: Book,
    /// The hours that would be written down, and those that wait for a second person's yes, in minutes.
    pub minutes: i64,
    pub waiting: i64,
    /// How many done tasks have no day of their own, and count on the day on which they were due.
    pub done_when_due: usize,
}

/// Who brings the file in: member and homes. Hours of their own tasks wait for somebody else.
struct Own {
    holders: Vec<Holder>,
    /// From how many minutes on hours need a second person.
    alone_max: i32,
}

impl Plan {
    /// Works out what the rows would do as the register is now; `own` is the member who asks.
    pub fn read(conn: &mut PgConnection, today: NaiveDate, import: &Import, own: Option<i64>) -> Result<Self> {
        let book = Book::of(conn, today)?;
        let own = Own::of(conn, own, today)?;
        let reading = Reading::of(&import.sheet, &import.slots, today);
        let read: Vec<_> = import.sheet.rows.iter().map(|row| reading.row(row)).collect();
        let mut titles: Vec<&str> = read.iter().map(|(entry, _)| entry.title.as_str()).collect();
        titles.sort_unstable();
        titles.dedup();
        let mut there: HashMap<Key, (Option<i64>, u64)> = HashMap::new();
        for task in tasks::alike(conn, &titles)? {
            there.entry(key(&task.title, task.due_on, &task.holders())).or_insert((Some(task.id), 0));
        }
        let mut plan = Self { rows: Vec::new(), questions: Vec::new(), book, minutes: 0, waiting: 0, done_when_due: 0 };
        for ((at, row), (said, mut problems)) in import.sheet.rows.iter().enumerate().zip(read) {
            for problem in &mut problems {
                problem.at = problem.at.or_else(|| cells::place(&import.slots, problem.slot));
            }
            let mut row = Row {
                line: row.line,
                at,
                said,
                group: Group::New,
                problems,
                brought: None,
                known: None,
                earlier: None,
            };
            plan.judge(&mut row, &import.answers, &mut there, today);
            plan.count(&row, &own);
            plan.rows.push(row);
        }
        Ok(plan)
    }

    fn judge(
        &mut self,
        row: &mut Row,
        answers: &Answers,
        there: &mut HashMap<Key, (Option<i64>, u64)>,
        today: NaiveDate,
    ) {
        row.group = if row.said.is_nothing() {
            Group::Nothing
        } else if !row.problems.is_empty() {
            Group::Problem
        } else {
            match understood(&row.said, &self.book, answers, &mut self.questions, row.line) {
                Meaning::Unclear => Group::Asked,
                Meaning::Out => Group::LeftOut,
                Meaning::Is(brought) => {
                    let new = &brought.new;
                    let place = there.entry(key(&new.title, new.due_on, &new.holders));
                    let group = match &place {
                        std::collections::hash_map::Entry::Occupied(known) => {
                            let (known, line) = *known.get();
                            (row.known, row.earlier) = (known, Some(line).filter(|_| known.is_none()));
                            Group::Same
                        }
                        std::collections::hash_map::Entry::Vacant(_) => Group::New,
                    };
                    place.or_insert((None, row.line));
                    row.brought = Some(Brought { done_on: brought.done_on.map(|day| day.min(today)), ..brought });
                    group
                }
            }
        };
    }

    /// Adds up what a row would write into the ledger of hours.
    fn count(&mut self, row: &Row, own: &Own) {
        let Some(brought) =
            row.brought.as_ref().filter(|brought| row.group == Group::New && brought.lane == Some(Lane::Done))
        else {
            return;
        };
        self.done_when_due += usize::from(row.said.done_on.is_none());
        let minutes = i64::from(brought.new.credit_minutes) * brought.doers().count() as i64;
        let waits =
            brought.new.credit_minutes > own.alone_max || brought.doers().any(|doer| own.holders.contains(&doer));
        *(if waits { &mut self.waiting } else { &mut self.minutes }) += minutes;
    }

    /// Rows, in the order of `Group::ALL`.
    pub fn counts(&self) -> [usize; 6] {
        Group::counts(self.rows.iter().map(|row| row.group))
    }

    /// What comes in.
    pub fn coming(&self) -> impl Iterator<Item = &Brought> {
        self.rows.iter().filter(|row| row.group == Group::New).filter_map(|row| row.brought.as_ref())
    }

    /// The counts as a word, to tell whether the register changed since they were shown.
    pub fn seal(&self) -> String {
        format!("{}-{}-{}", self.counts().map(|count| count.to_string()).join("-"), self.minutes, self.waiting)
    }
}

impl Own {
    fn of(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Self> {
        let mut holders: Vec<Holder> = member.map(Holder::Member).into_iter().collect();
        if let Some(member) = member {
            holders.extend(units::of_member(conn, member, today)?.into_iter().map(|(id, _)| Holder::Unit(id)));
        }
        Ok(Self { holders, alone_max: coops::rule_profile(conn)?.credit_alone_hours * 60 })
    }
}

/// By what a task is known again: title, day, who has it.
type Key = (String, Option<NaiveDate>, Vec<String>);

fn key(title: &str, due_on: Option<NaiveDate>, holders: &[Holder]) -> Key {
    let mut words: Vec<String> = holders.iter().map(|holder| holder.value()).collect();
    words.sort_unstable();
    (folded(title), due_on, words)
}

/// What a row means, with what was answered. What is not clear becomes a question; all of a row at once.
fn understood(said: &Entry, book: &Book, answers: &Answers, questions: &mut Vec<Query>, line: u64) -> Meaning<Brought> {
    let mut asking = Asking { book, questions: Questions::of(answers, questions, line) };
    let committee_id = asking.committee(&said.committee);
    // a day on which it was done says that it is, where no column says how far it is
    let done = said.state.is_empty() && said.done_on.is_some();
    let lane = if done { Some(Lane::Done) } else { asking.state(&said.state) };
    let mut holders: Vec<Holder> = Vec::new();
    for text in &said.who {
        if let Some(holder) = asking.who(text).filter(|holder| !holders.contains(holder)) {
            holders.push(holder);
        }
    }
    if asking.questions.out {
        return Meaning::Out;
    }
    if asking.questions.unclear {
        return Meaning::Unclear;
    }
    let is_done = lane == Some(Lane::Done);
    let new = NewTask {
        title: said.title.clone(),
        details: said.details.clone(),
        holders,
        due_on: said.due_on,
        committee_id,
        credit_minutes: said.minutes,
        ..NewTask::default()
    };
    let done_on = said.done_on.or(said.due_on).filter(|_| is_done);
    Meaning::Is(Brought { new, lane, outcome: said.outcome.clone(), done_on })
}
