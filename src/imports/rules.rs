//! What an import would do with each row, before it does anything. Pure.
//!
//! Every row of the file has exactly one verdict, so the groups always add up to the file. A row that cannot be read is never
//! dropped: it says which cell is wrong and how to mend it. An empty cell means "not given" and erases nothing.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::cells::{self, Order};
use super::columns::{Column, folded};
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
    (entry, problems)
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
    let whole = value.parse::<lettre::Address>().is_ok() && value.rsplit('@').next().is_some_and(|host| host.contains('.'));
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
        other.map(|other| Problem { column: Column::FamilyName, value: entry.name(), wrong: "import-person-twice", other: Some(other) })
    }

    /// Two rows cannot both be the same member.
    fn one_row_a_member(&mut self, line: u64, entry: &Entry, verdict: Verdict) -> Verdict {
        let (Verdict::Changed(at, _) | Verdict::Same(at) | Verdict::Duplicate(at, _)) = &verdict else { return verdict };
        match self.members.get(at) {
            Some(other) => {
                let (value, other) = (entry.name(), Some(*other));
                Verdict::Problem(vec![Problem { column: Column::FamilyName, value, wrong: "import-person-twice", other }])
            }
            None => {
                self.members.insert(*at, line);
                verdict
            }
        }
    }
}

/// The register, ready to be looked things up in.
struct Register<'a> {
    known: &'a [Known],
    by_number: HashMap<&'a str, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

fn name_of(known: &Known) -> String {
    folded(&format!("{} {}", known.given_name, known.family_name))
}

impl<'a> Register<'a> {
    fn of(known: &'a [Known]) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, member) in known.iter().enumerate() {
            by_name.entry(name_of(member)).or_default().push(at);
        }
        Self { known, by_number: known.iter().enumerate().map(|(at, member)| (member.number.as_str(), at)).collect(), by_name }
    }

    /// By number; else by e-mail and name; a name alone only makes one ask.
    fn verdict(&self, entry: &Entry, answer: Option<bool>) -> Verdict {
        if let Some(at) = entry.number.as_deref().and_then(|number| self.by_number.get(number)).copied() {
            let member = &self.known[at];
            let same_part = folded(&member.given_name) == folded(&entry.given_name)
                || folded(&member.family_name) == folded(&entry.family_name)
                || name_of(member) == folded(&entry.name());
            if same_part {
                return self.about(at, entry);
            }
            let value = entry.number.clone().unwrap_or_default();
            return Verdict::Problem(vec![Problem { column: Column::Number, value, wrong: "import-number-taken", other: None }]);
        }
        let named: &[usize] = self.by_name.get(&folded(&entry.name())).map_or(&[], Vec::as_slice);
        let by_email = named.iter().find(|at| entry.email.is_some() && self.known[**at].email == entry.email);
        if let Some(at) = by_email {
            return self.about(*at, entry);
        }
        let lives_there = |at: &&usize| {
            self.known[**at].units.iter().any(|label| entry.units.iter().any(|other| folded(other) == folded(label)))
        };
        match (named.iter().find(lives_there).or(named.first()), answer) {
            (Some(at), Some(true)) => self.about(*at, entry),
            (Some(at), None) => match self.about(*at, entry) {
                Verdict::Changed(at, changes) => Verdict::Duplicate(at, changes),
                Verdict::Same(at) => Verdict::Duplicate(at, Vec::new()),
                other => other,
            },
            (Some(_), Some(false)) | (None, _) => Verdict::New,
        }
    }

    fn about(&self, at: usize, entry: &Entry) -> Verdict {
        let member = &self.known[at];
        if let (Some(joined), Some(changed)) = (entry.joined_on, member.changed_on)
            && joined >= changed
            && joined != member.joined_on
        {
            let value = joined.to_string();
            return Verdict::Problem(vec![Problem { column: Column::JoinedOn, value, wrong: "import-joined-late", other: None }]);
        }
        let changes = changes(member, entry);
        if changes.is_empty() { Verdict::Same(at) } else { Verdict::Changed(at, changes) }
    }
}

/// What a row would change of a member.
fn changes(member: &Known, entry: &Entry) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut compare = |column, old: &str, new: &str| {
        if old != new {
            changes.push(Change { column, old: old.to_owned(), new: new.to_owned() });
        }
    };
    let given = |new: &Option<String>, old: &str| new.clone().unwrap_or_else(|| old.to_owned());
    let (email, phone) = (member.email.as_deref().unwrap_or_default(), member.phone.as_deref().unwrap_or_default());
    compare(Column::Number, &member.number, &given(&entry.number, &member.number));
    if !entry.given_name.is_empty() {
        compare(Column::GivenName, &member.given_name, &entry.given_name);
    }
    if !entry.family_name.is_empty() {
        compare(Column::FamilyName, &member.family_name, &entry.family_name);
    }
    compare(Column::Email, email, &given(&entry.email, email));
    compare(Column::Phone, phone, &given(&entry.phone, phone));
    if let Some(joined) = entry.joined_on {
        compare(Column::JoinedOn, &member.joined_on.to_string(), &joined.to_string());
    }
    if let Some(status) = entry.status {
        compare(Column::Status, &member.status, status.word());
    }
    if let Some(language) = entry.language {
        compare(Column::Language, &member.language, language.code());
    }
    let leaves = entry.status.map_or(member.status.as_str(), Status::word) == Status::Former.word();
    if !entry.units.is_empty() && !leaves && !same_set(&member.units, &entry.units) {
        compare(Column::Unit, &member.units.join("; "), &entry.units.join("; "));
    }
    let added = added(&member.committees, &entry.committees);
    if !added.is_empty() && !leaves {
        let all = [member.committees.as_slice(), &added].concat();
        compare(Column::Committees, &member.committees.join("; "), &all.join("; "));
    }
    changes
}

fn same_set(one: &[String], other: &[String]) -> bool {
    let sorted = |list: &[String]| {
        let mut list: Vec<String> = list.iter().map(|value| folded(value)).collect();
        list.sort();
        list
    };
    sorted(one) == sorted(other)
}

/// What of `wanted` is not there yet.
pub fn added(there: &[String], wanted: &[String]) -> Vec<String> {
    wanted.iter().filter(|new| !there.iter().any(|old| folded(old) == folded(new))).cloned().collect()
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
        assert_eq!(one(",ada,NG,ada@example.org,,,"), Verdict::Changed(0, vec![
            Change { column: Column::GivenName, old: "Ada".into(), new: "ada".into() },
            Change { column: Column::FamilyName, old: "Ng".into(), new: "NG".into() },
        ]));
        assert_eq!(one("1000,Ada,Ng,,205,,Finance").clone(), Verdict::Changed(0, vec![
            Change { column: Column::Unit, old: "101".into(), new: "205".into() },
            Change { column: Column::Committees, old: "Social".into(), new: "Social; Finance".into() },
        ]));
        assert_eq!(one(",Ada,Ng,,101,,"), Verdict::Duplicate(0, Vec::new()));
        assert_eq!(one(",Eve,Ng,ada@example.org,101,,"), Verdict::New, "a household may share an address");
        assert!(matches!(one("1000,Eve,Roy,,,,"), Verdict::Problem(problems) if problems[0].wrong == "import-number-taken"));
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
        assert_eq!(wrong("Number,Name,Email\n1000,Ada Ng,\n,Ada Ng,ada@example.org\n"), ("import-person-twice", Some(2)));
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
