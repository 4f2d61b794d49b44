//! Attendance sheets from a file: a row a person, a column a meeting. Worked out against the register of the moment; nothing is guessed.
//!
//! A name, a sign or a kind of meeting that is not clear is asked once (`asked`), and so is when the meetings began, which no sheet says. An
//! empty cell is an absence of who was a member on that day, and says nothing of others. A meeting that is known keeps its attendance where
//! that was taken at the door; what a sheet said before is changed where this one says otherwise.

mod entry;
mod people;
pub mod reading;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

pub use entry::{enter, undo};
use people::People;

use super::Import;
use super::asked::{Choice, Group, Query, Questions};
use super::columns::{Column, folded};
use super::dates;
use super::rules::Problem;
use crate::attendance::sheets::{self, Mark, Met};
use crate::committees;
use crate::meetings::Kind;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::Row as Cells;
use crate::tasks::Holder;

/// What becomes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    New,
    /// The meeting is known, and its attendance was not taken at the door.
    Known(i64),
    /// Attendance was taken at the door: the column is left out.
    Door(i64),
    /// It is not held yet.
    Ahead,
    /// No cell says anything.
    Empty,
    /// Another column is of the same meeting.
    Twice,
    /// Nobody said yet what kind of meeting it was.
    Unclear,
}

/// A meeting of the sheet.
#[derive(Debug, Clone)]
pub struct Meeting {
    pub at: usize,
    pub day: NaiveDate,
    pub kind: Kind,
    pub committee_id: Option<i64>,
    pub stands: Stands,
    /// What is known of who was there.
    marks: HashMap<i64, Mark>,
    /// Who was a member on that day.
    members: Vec<i64>,
}

impl Meeting {
    fn counts(&self) -> bool {
        matches!(self.stands, Stands::New | Stands::Known(_) | Stands::Unclear)
    }
}

/// What a row would note: of which meeting, what, and what stood there before.
pub type Note = (usize, Mark, Option<Mark>);

/// A row of the file and what it would do.
#[derive(Debug, Clone)]
pub struct Row {
    pub line: u64,
    pub at: usize,
    pub name: String,
    pub group: Group,
    pub problems: Vec<Problem>,
    pub member: Option<i64>,
    /// What it says that is not known yet.
    pub notes: Vec<Note>,
    /// The row further up that is about the same person.
    pub earlier: Option<u64>,
}

/// What an import of attendance sheets would do.
pub struct Plan {
    pub meetings: Vec<Meeting>,
    pub rows: Vec<Row>,
    pub questions: Vec<Query>,
    pub people: Vec<Choice>,
    pub committees: Vec<Choice>,
    /// When those that are not known began.
    pub starts_at: Option<NaiveTime>,
}

impl Plan {
    /// Works out what the rows would do as the register is now.
    pub fn read(conn: &mut PgConnection, today: NaiveDate, import: &Import) -> Result<Self> {
        let people = People::of(conn, today)?;
        let committees = committees(conn)?;
        let mut questions = Vec::new();
        let line = import.sheet.header_line.unwrap_or(1);
        let mut asking = Questions::of(&import.answers, &mut questions, line);
        let mut meetings = columns(import, &committees, &mut asking, today);
        known(conn, &mut meetings)?;
        let is_new = |meeting: &Meeting| matches!(meeting.stands, Stands::New | Stands::Unclear);
        let asks = meetings.iter().any(is_new);
        let starts_at = asks.then(|| asking.answer("time", "", Vec::new)).flatten().and_then(|word| time(&word));
        let mut plan = Self { meetings, rows: Vec::new(), questions, people: Vec::new(), committees, starts_at };
        let mut seen: HashMap<i64, u64> = HashMap::new();
        for (at, cells) in import.sheet.rows.iter().enumerate() {
            let row = plan.row(at, cells, import, &people, &mut seen);
            plan.rows.push(row);
        }
        plan.people = people.choices;
        Ok(plan)
    }

    fn row(&mut self, at: usize, cells: &Cells, import: &Import, people: &People, seen: &mut HashMap<i64, u64>) -> Row {
        let (number, name) = people::said(cells, &import.slots);
        let shown = if name.is_empty() { number.clone() } else { name.clone() };
        let mut row = Row {
            line: cells.line,
            at,
            name: shown,
            group: Group::Nothing,
            problems: Vec::new(),
            member: None,
            notes: Vec::new(),
            earlier: None,
        };
        if row.name.is_empty() || reading::is_sum(&row.name) {
            return row;
        }
        let mut asking = Questions::of(&import.answers, &mut self.questions, cells.line);
        row.member = people.meant(&number, &name, &mut asking);
        let said = marks(&self.meetings, cells, &mut asking);
        let waits = self.meetings.iter().any(|meeting| {
            meeting.stands == Stands::Unclear || meeting.stands == Stands::New && self.starts_at.is_none()
        });
        row.group = match row.member {
            _ if asking.out => Group::LeftOut,
            _ if asking.unclear || waits => Group::Asked,
            None => Group::LeftOut,
            Some(member) => {
                row.earlier = seen.get(&member).copied();
                seen.entry(member).or_insert(cells.line);
                row.notes = if row.earlier.is_some() { Vec::new() } else { notes(&self.meetings, member, &said) };
                if row.notes.is_empty() { Group::Same } else { Group::New }
            }
        };
        row
    }

    /// Rows, in the order of `Group::ALL`.
    pub fn counts(&self) -> [usize; 6] {
        Group::counts(self.rows.iter().map(|row| row.group))
    }

    /// The rows that come in.
    pub fn coming(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.group == Group::New)
    }

    /// What comes in of one meeting.
    pub fn sheet(&self, of: usize) -> Vec<(i64, Mark)> {
        let noted = |row: &Row| {
            let (_, mark, _) = row.notes.iter().find(|(meeting, ..)| *meeting == of)?;
            Some((row.member?, *mark))
        };
        self.coming().filter_map(noted).collect()
    }

    /// How many notes are new, and how many change one.
    pub fn notes(&self) -> (usize, usize) {
        let all: Vec<&Note> = self.coming().flat_map(|row| &row.notes).collect();
        let changed = all.iter().filter(|(.., before)| before.is_some()).count();
        (all.len() - changed, changed)
    }

    /// The counts as a word, to tell whether the register changed since they were shown.
    pub fn seal(&self) -> String {
        let (new, changed) = self.notes();
        format!("{}-{new}-{changed}", self.counts().map(|count| count.to_string()).join("-"))
    }
}

/// A time of the day as it is answered: 19:00.
pub fn time(word: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(word, "%H:%M").ok()
}

fn committees(conn: &mut PgConnection) -> Result<Vec<Choice>> {
    let french: HashMap<i64, String> = committees::options(conn, Lang::Fr)?.into_iter().collect();
    let choice = |(id, english): (i64, String)| {
        let name_fr = french.get(&id).cloned().unwrap_or_else(|| english.clone());
        Choice::new(Holder::Committee(id).value(), (english, name_fr), String::new())
    };
    Ok(committees::options(conn, Lang::En)?.into_iter().map(choice).collect())
}

/// The meetings of the columns: day and kind, as far as that is clear.
fn columns(import: &Import, committees: &[Choice], asking: &mut Questions<'_>, today: NaiveDate) -> Vec<Meeting> {
    let order = reading::order(&import.sheet, &import.slots, today);
    let mut meetings: Vec<Meeting> = Vec::new();
    for (at, _) in import.slots.iter().enumerate().filter(|(_, slot)| slot.column == Column::Meeting) {
        let Some((day, words)) = import.sheet.header.get(at).and_then(|name| reading::parts(name, today)) else {
            continue;
        };
        let Ok(day) = dates::date(&day, order, today) else { continue };
        let is_said = super::reading::column(&import.sheet, at).next().is_some();
        let meant =
            if is_said && day <= today { meant(&words, committees, asking) } else { Some((Kind::General, None)) };
        let (kind, committee_id) = meant.unwrap_or((Kind::General, None));
        let twice = meetings.iter().any(|other| {
            other.stands == Stands::New && (other.day, other.kind, other.committee_id) == (day, kind, committee_id)
        });
        let stands = match meant {
            _ if day > today => Stands::Ahead,
            _ if !is_said => Stands::Empty,
            None => Stands::Unclear,
            Some(_) if twice => Stands::Twice,
            Some(_) => Stands::New,
        };
        meetings.push(Meeting { at, day, kind, committee_id, stands, marks: HashMap::new(), members: Vec::new() });
    }
    meetings
}

/// What kind of meeting the words of a heading mean: as is known, as a committee is called, or as was answered.
fn meant(words: &str, committees: &[Choice], asking: &mut Questions<'_>) -> Option<(Kind, Option<i64>)> {
    let called = |one: &&Choice| Lang::ALL.iter().any(|lang| folded(one.name(*lang)) == folded(words));
    let answer = match (reading::kind(words), committees.iter().find(called)) {
        (Some(kind), _) => return Some((kind, None)),
        (None, Some(committee)) => committee.word.clone(),
        (None, None) => asking.answer("kind", words, || super::asked::near(words, committees))?,
    };
    match Holder::parse(&answer) {
        Some(Holder::Committee(id)) => Some((Kind::Committee, Some(id))),
        _ => Kind::parse(&answer).map(|kind| (kind, None)),
    }
}

/// What is known of the meetings, and who was a member on their days.
fn known(conn: &mut PgConnection, meetings: &mut [Meeting]) -> Result<()> {
    let days: Vec<NaiveDate> = meetings.iter().filter(|one| one.counts()).map(|meeting| meeting.day).collect();
    let (met, members) = (sheets::met(conn, &days)?, sheets::members_on(conn, &days)?);
    let members: HashMap<NaiveDate, Vec<i64>> = members.into_iter().collect();
    for meeting in meetings {
        meeting.members = members.get(&meeting.day).cloned().unwrap_or_default();
        if meeting.stands != Stands::New {
            continue;
        }
        let same =
            |met: &&Met| (met.held_on, met.kind, met.committee_id) == (meeting.day, meeting.kind, meeting.committee_id);
        // of two on one day, the one whose door was not opened
        let Some(found) = met.iter().filter(same).min_by_key(|met| met.has_door) else { continue };
        meeting.stands = if found.has_door { Stands::Door(found.id) } else { Stands::Known(found.id) };
        meeting.marks = found.marks.0.iter().copied().collect();
    }
    Ok(())
}

/// What the cells of a row say, each of its meeting.
fn marks(meetings: &[Meeting], cells: &Cells, asking: &mut Questions<'_>) -> Vec<(usize, Option<Mark>)> {
    let mut said = Vec::new();
    for (of, meeting) in meetings.iter().enumerate().filter(|(_, meeting)| meeting.counts()) {
        let cell = cells.cells.get(meeting.at).map_or("", String::as_str);
        let mark = reading::mark(cell)
            .unwrap_or_else(|text| asking.answer("mark", &text, Vec::new).and_then(|word| Mark::parse(&word)));
        said.push((of, mark));
    }
    said
}

/// What of that is not known yet. An empty cell is an absence of who was a member, and changes nothing.
fn notes(meetings: &[Meeting], member: i64, said: &[(usize, Option<Mark>)]) -> Vec<Note> {
    let note = |(of, mark): &(usize, Option<Mark>)| {
        let meeting = &meetings[*of];
        let before = meeting.marks.get(&member).copied();
        match (mark, before) {
            (Some(mark), before) => (before != Some(*mark)).then_some((*of, *mark, before)),
            (None, None) => meeting.members.contains(&member).then_some((*of, Mark::Absent, None)),
            (None, Some(_)) => None,
        }
    };
    said.iter().filter_map(note).collect()
}
