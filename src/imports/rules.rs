//! What an import would do with each row, before it does anything. Pure.
//!
//! Every row of the file has exactly one verdict, so the groups always add up to the file. A row that cannot be read is never
//! dropped: it says which cell is wrong and how to mend it. An empty cell means "not given" and erases nothing.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::cells::{self, Order};
use super::columns::{Column, folded};
use super::register::Register;
use crate::members::{Known, Status};
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::{Row, Sheet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Problem,
    Duplicate,
    Changed,
    New,
    Same,
}

impl Group {
    /// In the order in which they are shown.
    pub const ALL: [(&'static str, Self); 5] = [
        ("problems", Self::Problem),
        ("duplicates", Self::Duplicate),
        ("changed", Self::Changed),
        ("new", Self::New),
        ("same", Self::Same),
    ];
}

/// What a row says, as far as it says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    pub number: Option<String>,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub units: Vec<String>,
    pub joined_on: Option<NaiveDate>,
    pub status: Option<Status>,
    pub committees: Vec<String>,
    pub language: Option<Lang>,
}

impl Entry {
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }
}

/// What is wrong with one cell: the words are under `wrong`, how to mend it under the same key with `-fix`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub column: Column,
    pub value: String,
    pub wrong: &'static str,
    /// The row that it collides with, if it does.
    pub other: Option<u64>,
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
    Problem(Vec<Problem>),
}

#[derive(Debug, Clone)]
pub struct Planned {
    pub line: u64,
    /// The name as far as it can be read, to recognise the row by.
    pub name: String,
    pub entry: Entry,
    pub verdict: Verdict,
}

impl Planned {
    pub fn group(&self) -> Group {
        match self.verdict {
            Verdict::New => Group::New,
            Verdict::Changed(..) => Group::Changed,
            Verdict::Same(_) => Group::Same,
            Verdict::Duplicate(..) => Group::Duplicate,
            Verdict::Problem(_) => Group::Problem,
        }
    }
}

/// What people answered to "is this the same person?", by line.
pub type Answers = HashMap<u64, bool>;

/// Gives every row its verdict.
pub fn plan(sheet: &Sheet, columns: &[Column], known: &[Known], answers: &Answers) -> Vec<Planned> {
    let orders: Vec<Order> =
        (0..columns.len()).map(|at| cells::order(sheet.rows.iter().map(|row| cell(row, at)))).collect();
    let register = Register::of(known);
    let mut seen = Seen::default();
    sheet
        .rows
        .iter()
        .map(|row| {
            let (entry, mut problems) = read(row, columns, &orders);
            if problems.is_empty() {
                problems.extend(seen.collision(row.line, &entry));
            }
            let verdict = if problems.is_empty() {
                let verdict = register.verdict(&entry, answers.get(&row.line).copied());
                seen.one_row_a_member(row.line, &entry, verdict)
            } else {
                Verdict::Problem(problems)
            };
            Planned { line: row.line, name: entry.name(), entry, verdict }
        })
        .collect()
}

fn cell(row: &Row, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| cell.trim())
}

/// Reads one row. What cannot be read becomes a problem, all of them at once.
fn read(row: &Row, columns: &[Column], orders: &[Order]) -> (Entry, Vec<Problem>) {
    let (mut entry, mut problems) = (Entry::default(), Vec::new());
    for (at, column) in columns.iter().enumerate() {
        let value = cell(row, at);
        if value.is_empty() || *column == Column::Ignore {
            continue;
        }
        let order = orders.get(at).copied().unwrap_or(Order::Unclear);
        if let Err(wrong) = put(&mut entry, *column, value, order) {
            problems.push(Problem { column: *column, value: value.to_owned(), wrong, other: None });
        }
    }
    if entry.name().is_empty() {
        let column = if columns.contains(&Column::FullName) { Column::FullName } else { Column::FamilyName };
        problems.push(Problem { column, value: String::new(), wrong: "import-no-name", other: None });
    }
    if names_nobody(&entry.name()) {
        let column = if columns.contains(&Column::FullName) { Column::FullName } else { Column::FamilyName };
        problems.push(Problem { column, value: entry.name(), wrong: "import-no-person", other: None });
    }
    (entry, problems)
}

/// "vacant" beside an empty home, or a line of totals, is nobody's name.
fn names_nobody(name: &str) -> bool {
    let word = folded(name);
    let stands_for_none = ["vacant", "vacante", "empty", "vide", "libre", "none", "aucun", "total", "n a"];
    stands_for_none.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit())
}

fn put(entry: &mut Entry, column: Column, value: &str, order: Order) -> Result<(), &'static str> {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if value.chars().any(|c| c.is_control() && c != '\n' && c != '\r' && c != '\t') {
        return Err("import-unreadable");
    }
    let longest = match column {
        Column::Number => 20,
        Column::Phone => 40,
        Column::FullName => 160,
        Column::GivenName | Column::FamilyName => 80,
        Column::Email => 254,
        _ => 200,
    };
    if line.chars().count() > longest {
        return Err("import-too-long");
    }
    match column {
        Column::Ignore => {}
        Column::Number => entry.number = Some(line),
        Column::GivenName => entry.given_name = line,
        Column::FamilyName => entry.family_name = line,
        Column::FullName => (entry.given_name, entry.family_name) = cells::names(value),
        Column::Email => entry.email = Some(email(&line).ok_or("import-email")?),
        Column::Phone if line.chars().filter(char::is_ascii_digit).count() < 7 => return Err("import-phone"),
        Column::Phone => entry.phone = Some(line),
        Column::Unit => {
            entry.units = cells::several(value);
            if entry.units.iter().any(|label| label.chars().count() > 30) {
                return Err("import-too-long");
            }
        }
        Column::JoinedOn => {
            let wrong = |none: cells::NoDate| if none.unclear { "import-date-unclear" } else { "import-date" };
            entry.joined_on = Some(cells::date(value, order).map_err(wrong)?);
        }
        Column::Status => entry.status = Some(cells::status(value).ok_or("import-status")?),
        Column::Committees => entry.committees = cells::several(value),
        Column::Language => entry.language = Some(cells::language(value).ok_or("import-language")?),
    }
    Ok(())
}

fn email(value: &str) -> Option<String> {
    let value = value.to_lowercase();
    let whole =
        value.parse::<lettre::Address>().is_ok() && value.rsplit('@').next().is_some_and(|host| host.contains('.'));
    whole.then_some(value)
}

/// What earlier rows said, to find two rows about one person.
#[derive(Default)]
struct Seen {
    numbers: HashMap<String, u64>,
    people: HashMap<(String, String), u64>,
    members: HashMap<usize, u64>,
}

impl Seen {
    fn collision(&mut self, line: u64, entry: &Entry) -> Option<Problem> {
        if let Some(number) = &entry.number
            && let Some(other) = self.numbers.insert(number.clone(), line)
        {
            self.numbers.insert(number.clone(), other);
            let wrong = "import-number-twice";
            return Some(Problem { column: Column::Number, value: number.clone(), wrong, other: Some(other) });
        }
        if entry.number.is_some() {
            return None;
        }
        let told_apart = entry.email.clone().unwrap_or_else(|| folded(&entry.units.join(" ")));
        let other = self.people.get(&(folded(&entry.name()), told_apart.clone())).copied();
        self.people.entry((folded(&entry.name()), told_apart)).or_insert(line);
        other.map(|other| Problem {
            column: Column::FamilyName,
            value: entry.name(),
            wrong: "import-person-twice",
            other: Some(other),
        })
    }

    /// Two rows cannot both be the same member.
    fn one_row_a_member(&mut self, line: u64, entry: &Entry, verdict: Verdict) -> Verdict {
        let (Verdict::Changed(at, _) | Verdict::Same(at) | Verdict::Duplicate(at, _)) = &verdict else {
            return verdict;
        };
        match self.members.get(at) {
            Some(other) => {
                let (value, other) = (entry.name(), Some(*other));
                Verdict::Problem(vec![Problem {
                    column: Column::FamilyName,
                    value,
                    wrong: "import-person-twice",
                    other,
                }])
            }
            None => {
                self.members.insert(*at, line);
                verdict
            }
        }
    }
}

/// How many rows are in each group, in the order of `Group::ALL`.
pub fn counts(plan: &[Planned]) -> [usize; 5] {
    Group::ALL.map(|(_, group)| plan.iter().filter(|row| row.group() == group).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::columns::guess;
    use crate::platform::spreadsheet;
    use proptest::prelude::*;

    fn ada() -> Known {
        Known {
            id: 7,
            number: "1000".to_owned(),
            given_name: "Ada".to_owned(),
            family_name: "Ng".to_owned(),
            email: Some("ada@example.org".to_owned()),
            phone: None,
            language: "en".to_owned(),
            joined_on: "2020-01-01".parse().expect("a date"),
            status: "member".to_owned(),
            units: vec!["101".to_owned()],
            committees: vec!["Social".to_owned()],
            version: 1,
            changed_on: None,
        }
    }

    fn verdicts(text: &str) -> Vec<Verdict> {
        let sheet = spreadsheet::read(text.as_bytes()).expect("a sheet");
        let plan = plan(&sheet, &guess(&sheet.header), &[ada()], &Answers::new());
        plan.into_iter().map(|row| row.verdict).collect()
    }

    #[test]
    fn each_row_finds_its_group() {
        let head = "Number,First name,Last name,Email,Unit,Status,Committee\n";
        let one = |row: &str| verdicts(&format!("{head}{row}\n")).remove(0);
        assert_eq!(one("1000,Ada,Ng,,101,Active,Social"), Verdict::Same(0));
        assert_eq!(
            one(",ada,NG,ada@example.org,,,"),
            Verdict::Changed(
                0,
                vec![
                    Change { column: Column::GivenName, old: "Ada".into(), new: "ada".into() },
                    Change { column: Column::FamilyName, old: "Ng".into(), new: "NG".into() },
                ]
            )
        );
        assert_eq!(
            one("1000,Ada,Ng,,205,,Finance").clone(),
            Verdict::Changed(
                0,
                vec![
                    Change { column: Column::Unit, old: "101".into(), new: "205".into() },
                    Change { column: Column::Committees, old: "Social".into(), new: "Social; Finance".into() },
                ]
            )
        );
        assert_eq!(one(",Ada,Ng,,101,,"), Verdict::Duplicate(0, Vec::new()));
        assert_eq!(one(",Eve,Ng,ada@example.org,101,,"), Verdict::New, "a household may share an address");
        assert!(
            matches!(one("1000,Eve,Roy,,,,"), Verdict::Problem(problems) if problems[0].wrong == "import-number-taken")
        );
        for nobody in ["vacant", "Total", "99 membres"] {
            let verdict = one(&format!(",,{nobody},,101,,"));
            assert!(matches!(verdict, Verdict::Problem(problems) if problems[0].wrong == "import-no-person"));
        }
        assert!(matches!(one("x,,,nowhere,,king,"), Verdict::Problem(problems) if problems.len() == 3));
    }

    #[test]
    fn two_rows_are_never_one_person() {
        let wrong = |text: &str| match verdicts(text).pop() {
            Some(Verdict::Problem(problems)) => (problems[0].wrong, problems[0].other),
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
            ("(1000|1001|)", "(Ada|Eve|)", "(Ng|Roy|)", "(ada@example.org|x|)", "(101|7|)", "(Active|king|)", "(2020-01-01|03/04/2020|x|)"), 1..12,
        )) {
            let mut text = "Number,First name,Last name,Email,Unit,Status,Joined\n".to_owned();
            for (number, given, family, email, unit, status, joined) in &rows {
                text += &format!("{number},{given},{family},{email},{unit},{status},{joined}\n");
            }
            if let Ok(sheet) = spreadsheet::read(text.as_bytes()) {
                let plan = plan(&sheet, &guess(&sheet.header), &[ada()], &Answers::new());
                prop_assert_eq!(counts(&plan).iter().sum::<usize>(), sheet.rows.len());
            }
        }
    }
}
