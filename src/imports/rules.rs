//! What an import would do with each row, before it does anything. Pure.
//!
//! A row is about one person, or about one home and the adults in it. Every row of the file is in exactly one group, so the
//! groups always add up to the file. A row that cannot be read is never dropped: it says which cell is wrong and how to mend it.
//! An empty cell means "not given" and erases nothing.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::cells::home_key;
use super::columns::{Column, Slot, folded};
use super::homes::Homes;
use super::reading::{self, Read, Reading};
use super::register::Register;
use super::seen::Seen;
use crate::members::{Known, Status};
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::Sheet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Problem,
    Duplicate,
    Changed,
    New,
    Same,
    /// Nobody is in the row: a home that stands empty, a line of totals.
    Nobody,
}

impl Group {
    /// In the order in which they are shown. A row with several people is in the first of theirs.
    pub const ALL: [(&'static str, Self); 6] = [
        ("problems", Self::Problem),
        ("duplicates", Self::Duplicate),
        ("changed", Self::Changed),
        ("new", Self::New),
        ("same", Self::Same),
        ("nobody", Self::Nobody),
    ];
}

/// What a row says of one person, as far as it says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    pub number: Option<String>,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    /// The first one; further ones apart, at most three.
    pub phone: Option<String>,
    pub more_phones: Vec<String>,
    pub units: Vec<String>,
    pub joined_on: Option<NaiveDate>,
    pub status: Option<Status>,
    pub committees: Vec<String>,
    pub language: Option<Lang>,
    /// What stood beside the name and is kept nowhere: "(bail)", "Dr.".
    pub aside: Vec<String>,
    /// Which of these are said of the whole home. They are believed of somebody new, but change nobody who is known.
    pub of_home: Vec<Column>,
}

impl Entry {
    /// What is said of this person alone.
    pub fn own(&self) -> Self {
        let mut own = self.clone();
        for column in std::mem::take(&mut own.of_home) {
            match column {
                Column::JoinedOn => own.joined_on = None,
                Column::Status => own.status = None,
                Column::Language => own.language = None,
                _ => {}
            }
        }
        own
    }

    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }
}

/// What a row says of its home.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Home {
    /// The names of the homes, with the building if the row tells it.
    pub units: Vec<String>,
    /// The same without it.
    pub labels: Vec<String>,
    pub block: String,
    pub floor: Option<i32>,
    pub bedrooms: Option<i32>,
    pub area_m2: Option<i32>,
}

/// What is wrong with one cell: the words are under `wrong`, how to mend it under the same key with `-fix`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub slot: Slot,
    /// The place of the cell in the row, if the file has such a column.
    pub at: Option<usize>,
    pub value: String,
    pub wrong: &'static str,
    /// The row that it collides with, if it does.
    pub other: Option<u64>,
    /// What the cell may have been meant to say: one looks at it and agrees.
    pub proposal: Option<String>,
}

/// One field that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub column: Column,
    pub old: String,
    pub new: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    New,
    /// The member it is about, by its place in the register that the plan was made from.
    Changed(usize, Vec<Change>),
    Same(usize),
    /// Perhaps the member at this place; the changes if so.
    Duplicate(usize, Vec<Change>),
    /// Nobody of the register, but perhaps the person of this earlier row.
    Namesake(u64),
}

impl Verdict {
    pub fn group(&self) -> Group {
        match self {
            Self::New => Group::New,
            Self::Changed(..) => Group::Changed,
            Self::Same(_) => Group::Same,
            Self::Duplicate(..) | Self::Namesake(_) => Group::Duplicate,
        }
    }
}

/// One person of a row.
#[derive(Debug, Clone)]
pub struct Person {
    pub adult: u8,
    pub entry: Entry,
    pub verdict: Verdict,
}

#[derive(Debug, Clone)]
pub struct Planned {
    pub line: u64,
    /// Its place among the rows of the sheet.
    pub at: usize,
    /// The names as far as they can be read, to recognise the row by.
    pub name: String,
    pub home: Home,
    /// What it would change of a home that is known.
    pub home_changes: Vec<Change>,
    pub people: Vec<Person>,
    /// Nothing of a row with a problem comes in.
    pub problems: Vec<Problem>,
}

impl Planned {
    pub fn group(&self) -> Group {
        if !self.problems.is_empty() {
            return Group::Problem;
        }
        let mut groups: Vec<Group> = self.people.iter().map(|person| person.verdict.group()).collect();
        if !self.home_changes.is_empty() {
            groups.push(Group::Changed);
        }
        Group::ALL.iter().map(|(_, group)| *group).find(|group| groups.contains(group)).unwrap_or(Group::Nobody)
    }

    /// Whether this row is brought in.
    pub fn comes_in(&self) -> bool {
        matches!(self.group(), Group::New | Group::Changed)
    }

    /// How many people of this row are brought in, if it is.
    pub fn people_wanted(&self) -> usize {
        self.people.iter().filter(|person| matches!(person.verdict, Verdict::New | Verdict::Changed(..))).count()
    }
}

/// What people answered, a word by the key of what was asked: `same` or `other` by the key of row and adult, where members come in;
/// what a text means by `who:` and the text, where tasks do.
pub type Answers = HashMap<String, String>;
/// "It is the same person."
pub const SAME: &str = "same";
pub const OTHER: &str = "other";

/// The key of somebody in a file: `12`, or `12.2` for the second adult of row 12.
pub fn key(line: u64, adult: u8) -> String {
    if adult <= 1 { line.to_string() } else { format!("{line}.{adult}") }
}

/// Gives every row its verdict.
pub fn plan(
    sheet: &Sheet,
    slots: &[Slot],
    known: &[Known],
    homes: &Homes,
    answers: &Answers,
    today: NaiveDate,
) -> Vec<Planned> {
    let reading = Reading::of(sheet, slots, today);
    let register = Register::of(known);
    let mut seen = Seen::default();
    let rows = sheet.rows.iter().enumerate();
    rows.map(|(at, row)| {
        let mut read = reading.row(row);
        call_as_known(&mut read, homes);
        let name = read
            .people
            .iter()
            .map(|(_, entry)| entry.name())
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let home_changes = homes.changes(&read.home);
        let (home, problems) = (read.home, read.problems);
        let mut planned = Planned { line: row.line, at, name, home, home_changes, people: Vec::new(), problems };
        if planned.problems.is_empty() {
            judge(&mut planned, read.people, &register, &mut seen, answers);
        }
        for problem in &mut planned.problems {
            problem.at = problem.at.or_else(|| reading::place(slots, problem.slot));
        }
        planned
    })
    .collect()
}

/// Calls the homes of a row as the register does. A number that several buildings have is asked about.
fn call_as_known(read: &mut Read, homes: &Homes) {
    for name in &mut read.home.units {
        match homes.resolve(name) {
            Some(known) => *name = known,
            None => {
                let slot = Slot::first(Column::Unit);
                let (value, wrong) = (name.clone(), "import-home-which");
                read.problems.push(Problem { slot, at: None, value, wrong, other: None, proposal: None });
            }
        }
    }
    for (_, entry) in &mut read.people {
        entry.units.clone_from(&read.home.units);
    }
}

/// Compares the people of a row with the register and with the rows above.
fn judge(row: &mut Planned, people: Vec<(u8, Entry)>, register: &Register<'_>, seen: &mut Seen, answers: &Answers) {
    for (adult, entry) in people {
        let answer = answers.get(&key(row.line, adult)).map(|word| word == SAME);
        let verdict = seen
            .collision(row.line, &entry)
            .map_or(Ok(()), Err)
            .and_then(|()| register.verdict(&entry, answer))
            .and_then(|verdict| seen.one_row_a_member(row.line, &entry, verdict))
            .and_then(|verdict| seen.namesake(row.line, &entry, verdict, answer));
        match verdict {
            Ok(Verdict::New) => row.people.push(Person { adult, entry, verdict: Verdict::New }),
            Ok(verdict) => row.people.push(Person { adult, entry: entry.own(), verdict }),
            Err(mut problem) => {
                problem.slot.adult = adult;
                row.problems.push(problem);
            }
        }
    }
}

/// Homes that are named and not in the register yet, each once, by the name they will have.
pub fn new_homes(plan: &[Planned], homes: &Homes) -> Vec<String> {
    let mut seen = HashSet::new();
    let coming = plan.iter().filter(|row| {
        row.group() == Group::Nobody
            || row.comes_in() && row.people.iter().any(|person| person.entry.status != Some(Status::Former))
    });
    let named = coming.flat_map(|row| &row.home.units).filter(|name| homes.find(name).is_none());
    named.filter(|name| seen.insert(home_key(name))).cloned().collect()
}

/// Committees that are named and not there yet, each once. `known` are folded.
pub(super) fn new_committees(plan: &[Planned], known: &HashSet<String>) -> Vec<String> {
    let mut seen = known.clone();
    let people = plan.iter().filter(|row| row.comes_in()).flat_map(|row| &row.people);
    let here = people.filter(|person| person.entry.status != Some(Status::Former));
    here.flat_map(|person| &person.entry.committees).filter(|name| seen.insert(folded(name))).cloned().collect()
}

/// How many rows are in each group, in the order of `Group::ALL`.
pub fn counts(plan: &[Planned]) -> [usize; 6] {
    Group::ALL.map(|(_, group)| plan.iter().filter(|row| row.group() == group).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::guessing::{Remembered, guess};
    use crate::platform::spreadsheet;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-26".parse().expect("a date")
    }

    fn ada() -> Known {
        Known {
            id: 7,
            number: "1000".to_owned(),
            given_name: "Ada".to_owned(),
            family_name: "Ng".to_owned(),
            email: Some("ada@example.org".to_owned()),
            phone: None,
            more_phones: Vec::new(),
            language: "en".to_owned(),
            joined_on: "2020-01-01".parse().expect("a date"),
            status: "member".to_owned(),
            units: vec!["101".to_owned()],
            committees: vec!["Social".to_owned()],
            committee_names: vec!["Social".to_owned(), "Vie associative".to_owned()],
            version: 1,
            changed_on: None,
            also: vec!["57\tAda\tOkafor\tada.ng@example.org".to_owned()],
        }
    }

    /// The rows as the plan has them: the one person's verdict, or the problems.
    fn verdicts(text: &str) -> Vec<Result<Verdict, Vec<Problem>>> {
        let sheet = spreadsheet::read(text.as_bytes()).expect("a sheet");
        let plan =
            plan(&sheet, &guess(&sheet, &Remembered::default()), &[ada()], &Homes::default(), &Answers::new(), today());
        plan.into_iter().map(|mut row| row.people.pop().map(|person| person.verdict).ok_or(row.problems)).collect()
    }

    #[test]
    fn a_row_of_an_entry_that_became_anothers_is_about_that_one() {
        let one = |row: &str| verdicts(&format!("no,first name,last name,email\n{row}\n")).remove(0);
        let same = one("57,Ada,Okafor,ada.ng@example.org");
        assert!(matches!(same, Ok(Verdict::Same(0))), "its number, name and address are known: {same:?}");
        let changed = one("57,Ada,Okafor,new@example.org");
        assert!(
            matches!(&changed, Ok(Verdict::Changed(0, changes)) if changes.len() == 1 && changes[0].new == "new@example.org"),
            "{changed:?}"
        );
    }

    #[test]
    fn each_row_finds_its_group() {
        let head = "Number,First name,Last name,Email,Unit,Status,Committee\n";
        let one = |row: &str| verdicts(&format!("{head}{row}\n")).remove(0);
        assert_eq!(one("1000,Ada,Ng,,101,Active,Social"), Ok(Verdict::Same(0)));
        assert_eq!(one(",ada,NG,ada@example.org,,,"), Ok(Verdict::Same(0)), "capitals and accents are no change");
        assert!(matches!(one("1000,Ada,Nguyen,,,,"), Ok(Verdict::Changed(0, changes)) if changes.len() == 1));
        assert_eq!(
            one("1000,Ada,Ng,,Unit 101,,"),
            Ok(Verdict::Same(0)),
            "a home's number is one with and without a word"
        );
        assert_eq!(
            one("1000,Ada,Ng,,205,,Finance").clone(),
            Ok(Verdict::Changed(
                0,
                vec![
                    Change { column: Column::Unit, old: "101".into(), new: "205".into() },
                    Change { column: Column::Committees, old: "Social".into(), new: "Social; Finance".into() },
                ]
            ))
        );
        assert_eq!(one(",Ada,Ng,,101,,"), Ok(Verdict::Duplicate(0, Vec::new())));
        assert_eq!(one(",Eve,Ng,ada@example.org,101,,"), Ok(Verdict::New), "a household may share an address");
        assert!(matches!(one("1000,Eve,Roy,,,,"), Err(problems) if problems[0].wrong == "import-number-taken"));
        for nobody in ["n/a", "99 membres"] {
            let verdict = one(&format!(",,{nobody},,101,,"));
            assert!(matches!(verdict, Err(problems) if problems[0].wrong == "import-no-person"));
        }
        assert!(matches!(one(",,Zoé et Ian Roy,,101,,"), Err(problems) if problems[0].wrong == "import-two-people"));
        assert!(matches!(one(",,CÃ´tÃ©,,101,,"), Err(problems) if problems[0].wrong == "import-unreadable"));
        assert!(matches!(one("x,,,nowhere,,king,"), Err(problems) if problems.len() == 3));
        for empty in [
            ",,vacant,,101,,",
            ",,,,101,,",
            "Total,,,,,,",
            "TOTAL,,99 membres,,,,",
            "Nombre de membres,1,,,,,",
            ",,Printed 2026-11-01,,,,",
        ] {
            assert_eq!(one(empty), Err(Vec::new()), "{empty} is nobody, and no problem");
        }
    }

    #[test]
    fn a_row_may_be_a_home_with_several_adults() {
        let text = "Logement;Ch.;Membre 1;Courriel 1;Membre 2;Courriel 2;Téléphone;Date d'entrée;Comité\n\
            101;2;\"ROY, Eve\";e@example.org;Ian Bell;e@example.org;613-555-0144;29/08/2019;Finances\n\
            102;1;Uma Côté;;;u2@example.org;;;\n;;Sans Logement;;;;;;\n401;4;vacant;;;;;;\n";
        let sheet = spreadsheet::read(text.as_bytes()).expect("a sheet");
        let rows =
            plan(&sheet, &guess(&sheet, &Remembered::default()), &[ada()], &Homes::default(), &Answers::new(), today());
        assert_eq!(
            rows.iter().map(Planned::group).collect::<Vec<_>>(),
            [Group::New, Group::Problem, Group::Problem, Group::Nobody]
        );
        let [eve, ian] = rows[0].people.as_slice() else { panic!("two people") };
        assert_eq!((eve.entry.name(), ian.entry.name()), ("Eve Roy".to_owned(), "Ian Bell".to_owned()));
        assert_eq!(
            (ian.entry.units.as_slice(), ian.entry.joined_on),
            (["101".to_owned()].as_slice(), eve.entry.joined_on)
        );
        assert_eq!(
            (ian.entry.phone.as_deref(), ian.entry.committees.len()),
            (None, 0),
            "what is not said of Ian is not assumed"
        );
        assert_eq!(ian.entry.email, eve.entry.email, "a household may share an address");
        assert_eq!((rows[0].home.bedrooms, rows[3].home.units.as_slice()), (Some(2), ["401".to_owned()].as_slice()));
        assert_eq!((rows[1].problems[0].wrong, rows[1].problems[0].at), ("import-no-name", Some(4)));
        assert_eq!((rows[2].problems[0].wrong, rows[2].problems[0].at), ("import-no-home", Some(0)));
    }

    #[test]
    fn what_is_said_of_a_home_fills_in_who_is_new_and_changes_nobody_else() {
        let text = "Unit,Member 1,Member 2,Email 2,Joined\n101,Eve Roy,Ada Ng,ada@example.org,2015-05-05\n\
            102,Uma Bell,Ian Bell,,2016-06-06\n";
        let sheet = spreadsheet::read(text.as_bytes()).expect("a sheet");
        let slots = guess(&sheet, &Remembered::default());
        let rows = plan(&sheet, &slots, &[ada()], &Homes::default(), &Answers::new(), today());
        assert_eq!(rows[0].people[1].verdict, Verdict::Same(0), "her own joining date stays");
        assert_eq!(rows[1].people[1].entry.joined_on, "2016-06-06".parse().ok());
    }

    #[test]
    fn what_stands_beside_an_empty_first_place_is_of_the_first_adult_there_is() {
        let text = "Unit,Member 1,Email 1,Member 2,Email 2,Phone,Joined,Status\n\
            101,,e@example.org,Eve Roy,,819 555-0142,2015-05-05,\n102,,,Ian Bell,,,32/13/2019,king\n";
        let sheet = spreadsheet::read(text.as_bytes()).expect("a sheet");
        let slots = guess(&sheet, &Remembered::default());
        let rows = plan(&sheet, &slots, &[], &Homes::default(), &Answers::new(), today());
        let eve = &rows[0].people[0].entry;
        assert_eq!((eve.phone.as_deref(), eve.email.as_deref()), (Some("819 555-0142"), Some("e@example.org")));
        let wrong: Vec<_> = rows[1].problems.iter().map(|problem| (problem.wrong, problem.at)).collect();
        assert_eq!(wrong, [("import-date", Some(6)), ("import-status", Some(7))]);
    }

    #[test]
    fn two_rows_of_one_name_are_asked_about() {
        assert_eq!(verdicts("Name,Unit\nEve Roy,1\nEve ROY,2\n").pop(), Some(Ok(Verdict::Namesake(2))));
        assert_eq!(verdicts("Number,Name\n1,Eve Roy\n2,Eve Roy\n").pop(), Some(Ok(Verdict::New)), "numbers tell apart");
        let sheet = spreadsheet::read(b"Name,Unit\nEve Roy,1\nEve Roy,2\n").expect("a sheet");
        let slots = guess(&sheet, &Remembered::default());
        let group = |same: &str| {
            let answers = Answers::from([("3".to_owned(), same.to_owned())]);
            plan(&sheet, &slots, &[], &Homes::default(), &answers, today())[1].group()
        };
        assert_eq!((group(SAME), group(OTHER)), (Group::Problem, Group::New));
    }

    #[test]
    fn two_rows_are_never_one_person() {
        let wrong = |text: &str| match verdicts(text).pop() {
            Some(Err(problems)) => (problems[0].wrong, problems[0].other),
            other => panic!("{other:?}"),
        };
        assert_eq!(wrong("Number,Name,Unit\n1,Eve Roy,1\n1,Ian Roy,2\n"), ("import-number-twice", Some(2)));
        assert_eq!(wrong("Name,Unit\nEve Roy,1\n\"Roy, Eve\",1\n"), ("import-person-twice", Some(2)));
        assert_eq!(
            wrong("Number,Name,Email\n1000,Ada Ng,\n,Ada Ng,ada@example.org\n"),
            ("import-person-twice", Some(2))
        );
    }

    proptest! {
        #[test]
        fn the_groups_always_add_up(rows in proptest::collection::vec(
            ("(1000|1001|)", "(Ada|Eve|)", "(Ng|Roy|)", "(ada@example[.]org|x|)", "(101|7|)", "(Active|king|)", "(2020-01-01|03/04/2020|x|)"), 12,
        ), seconds in proptest::collection::vec(("(Ian Bell|Ada Ng|vacant|total|)", "(ian@example[.]org|)"), 1..12), several: bool) {
            let mut text = "Number,First name,Last name,Email,Unit,Status,Joined,Member 2,Email 2\n".to_owned();
            let mut filled = 0;
            for ((number, given, family, email, unit, status, joined), (name, email_2)) in rows.iter().zip(&seconds) {
                let row = format!("{number},{given},{family},{email},{unit},{status},{joined},{name},{email_2}\n");
                filled += usize::from(row.len() > 9);
                text += &row;
            }
            if let Ok(sheet) = spreadsheet::read(text.as_bytes()) {
                prop_assert_eq!(sheet.rows.len(), filled, "no row of the file is lost");
                let slots = guess(&sheet, &Remembered::default());
                let slots = if several { slots } else { slots.into_iter().filter(|slot| slot.adult == 1).collect() };
                let plan = plan(&sheet, &slots, &[ada()], &Homes::default(), &Answers::new(), today());
                prop_assert_eq!(counts(&plan).iter().sum::<usize>(), sheet.rows.len());
                prop_assert!(plan.iter().zip(&sheet.rows).all(|(planned, row)| planned.line == row.line));
            }
        }
    }
}
