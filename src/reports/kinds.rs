//! Which reports there are: their filters, their parts, and where the rows of a part come from.

use diesel::PgConnection;
use serde_json::Value;

use super::Question;
use super::store::select;
use crate::figures::kinds as figures;
use crate::figures::{Column, Figure, Span, Unit, column};
use crate::governance;
use crate::hours;
use crate::platform::error::Result;

/// A report. Words: `report-<name>`, `report-<name>-about`.
#[derive(Debug)]
pub struct Report {
    pub name: &'static str,
    /// Whether it can be of one committee alone.
    pub by_committee: bool,
    /// Which rows one can ask for, the usual ones first. Words: `report-<name>-<choice>`.
    pub choices: &'static [&'static str],
    /// Which days it is about, where nobody says.
    pub usual: Span,
    pub parts: &'static [&'static Part],
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Report {}

impl Report {
    /// The choice of this word; the usual one where it is none.
    pub fn choice(&self, word: &str) -> &'static str {
        let known = self.choices.iter().find(|choice| **choice == word);
        known.or(self.choices.first()).copied().unwrap_or("")
    }
}

/// A row as it is counted: the number of what it is about where that has a page, and its cells.
pub type Counted = (Option<i64>, Vec<Value>);

/// Where rows come from.
pub enum Source {
    /// A statement, see `store/select`.
    Select(&'static str),
    /// A figure of the co-op, as members see it.
    Figure(&'static Figure),
    /// Another slice's own reckoning.
    Reckoned(fn(&mut PgConnection, &Question) -> Result<Vec<Counted>>),
}

/// A part of a report: a sheet of its workbook. Words: `report-part-<name>`, `report-part-<name>-about`, and those of its columns.
pub struct Part {
    pub name: &'static str,
    columns: &'static [Column],
    pub source: Source,
    /// The address of what a row is about.
    pub href: Option<&'static str>,
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Part {
    pub fn columns(&self) -> &'static [Column] {
        if let Source::Figure(figure) = &self.source { figure.columns } else { self.columns }
    }
}

const fn figure(figure: &'static Figure, name: &'static str) -> Part {
    Part { name, columns: &[], source: Source::Figure(figure), href: figure.href }
}

const fn part(
    name: &'static str,
    select: &'static str,
    href: Option<&'static str>,
    columns: &'static [Column],
) -> Part {
    Part { name, columns, source: Source::Select(select), href }
}

const MEMBER: Option<&str> = Some("/members/{id}");

static PEOPLE: Part = part(
    "people",
    select::PEOPLE,
    MEMBER,
    &[
        column("number", Unit::Text),
        column("name", Unit::Text),
        column("status", Unit::Word("member-status-")),
        column("since", Unit::Day),
        column("joined_on", Unit::Day),
        column("home", Unit::Text),
        column("shares", Unit::Number),
        column("email", Unit::Text),
        column("phone", Unit::Text),
    ],
);
static HOMES: Part = part(
    "homes",
    select::HOMES,
    Some("/units/{id}"),
    &[
        column("home", Unit::Text),
        column("home_kind", Unit::Word("unit-kind-")),
        column("bedrooms", Unit::Number),
        column("people", Unit::Number),
        column("members", Unit::Number),
        column("lived_since", Unit::Day),
    ],
);
static MOVES: Part = part(
    "moves",
    select::MOVES,
    MEMBER,
    &[
        column("day", Unit::Day),
        column("number", Unit::Text),
        column("name", Unit::Text),
        column("moved", Unit::Word("figures-fact-")),
        column("home", Unit::Text),
    ],
);
static TASKS: Part = part(
    "tasks",
    select::TASKS,
    Some("/tasks/{id}"),
    &[
        column("task", Unit::Text),
        column("committee", Unit::Title),
        column("whose", Unit::Text),
        column("due_on", Unit::Day),
        column("done_on", Unit::Day),
        column("task_status", Unit::Word("task-status-")),
        column("late", Unit::Word("report-late-")),
        column("minutes", Unit::Minutes),
    ],
);
static BY_COMMITTEE: Part = part(
    "by-committee",
    select::BY_COMMITTEE,
    Some("/committees/{id}"),
    &[
        column("committee", Unit::Title),
        column("on_time", Unit::Number),
        column("late_done", Unit::Number),
        column("open", Unit::Number),
        column("open_late", Unit::Number),
    ],
);
static RESULTS: Part = part(
    "results",
    select::RESULTS,
    Some("/polls/{id}/result"),
    &[
        column("vote", Unit::Title),
        column("question", Unit::Title),
        column("method", Unit::Word("poll-method-")),
        column("verdict", Unit::Word("report-verdict-")),
        column("binding", Unit::Word("report-binding-")),
        column("day", Unit::Day),
        column("decision", Unit::Number),
    ],
);
static DECISIONS: Part = part(
    "decisions",
    select::DECISIONS,
    Some("/decisions/{id}"),
    &[
        column("decision", Unit::Number),
        column("day", Unit::Day),
        column("body", Unit::Word("decision-body-")),
        column("title", Unit::Title),
        column("review_on", Unit::Day),
    ],
);
const OF_MEETINGS: &[Column] = &[
    column("meeting", Unit::Title),
    column("meeting_kind", Unit::Word("meeting-kind-")),
    column("committee", Unit::Title),
    column("day", Unit::Day),
    column("came", Unit::Number),
    column("called", Unit::Number),
    column("needed", Unit::Number),
];
static MEETINGS: Part = part("meetings", select::MEETINGS, Some("/meetings/{id}"), OF_MEETINGS);
static GENERAL: Part = part("general", select::GENERAL, Some("/meetings/{id}"), OF_MEETINGS);
static WHO_CAME: Part = part(
    "who-came",
    select::WHO_CAME,
    MEMBER,
    &[
        column("number", Unit::Text),
        column("name", Unit::Text),
        column("times_called", Unit::Number),
        column("times_came", Unit::Number),
        column("times_excused", Unit::Number),
    ],
);
static STANDING: Part = Part {
    name: "standing",
    columns: &[
        column("who", Unit::Text),
        column("minutes_due", Unit::Minutes),
        column("minutes_excused", Unit::Minutes),
        column("minutes_before", Unit::Minutes),
        column("minutes_given", Unit::Minutes),
        column("minutes_gifts", Unit::Minutes),
        column("minutes_missing", Unit::Minutes),
    ],
    source: Source::Reckoned(standing),
    href: None,
};
static GIVEN: Part = part(
    "given",
    select::GIVEN,
    MEMBER,
    &[
        column("name", Unit::Text),
        column("home", Unit::Text),
        column("work_kind", Unit::Word("hours-kind-")),
        column("lines", Unit::Number),
        column("minutes", Unit::Minutes),
    ],
);
static COMMITTEES: Part = part(
    "committees",
    select::COMMITTEES,
    Some("/committees/{id}"),
    &[
        column("committee", Unit::Title),
        column("leads", Unit::Text),
        column("people", Unit::Number),
        column("meetings_held", Unit::Number),
        column("done", Unit::Number),
        column("open", Unit::Number),
        column("open_late", Unit::Number),
        column("minutes", Unit::Minutes),
    ],
);
static SEATS: Part = part(
    "seats",
    select::SEATS,
    MEMBER,
    &[
        column("committee", Unit::Title),
        column("name", Unit::Text),
        column("seat", Unit::Word("report-seat-")),
        column("since", Unit::Day),
        column("until", Unit::Day),
    ],
);
static NUMBERS: Part = Part {
    name: "numbers",
    columns: &[column("what", Unit::Word("annual-")), column("count", Unit::Number)],
    source: Source::Reckoned(numbers),
    href: None,
};
static DIRECTORS: Part = part(
    "directors",
    select::DIRECTORS,
    MEMBER,
    &[
        column("name", Unit::Text),
        column("office", Unit::Word("board-office-")),
        column("since", Unit::Day),
        column("until", Unit::Day),
        column("came_by", Unit::Word("board-came-")),
    ],
);
static FILINGS: Part = part(
    "filings",
    select::FILINGS,
    Some("/governance/filings/{id}"),
    &[
        column("title", Unit::Title),
        column("due_on", Unit::Day),
        column("done_on", Unit::Day),
        column("committee", Unit::Title),
    ],
);
static TOLD: Part = part(
    "told",
    select::TOLD,
    Some("/committees/reports/{id}"),
    &[
        column("committee", Unit::Title),
        column("day", Unit::Day),
        column("happened", Unit::Text),
        column("coming", Unit::Text),
        column("asks", Unit::Text),
    ],
);
static GROWTH: Part = figure(&figures::GROWTH, "growth");
static TENANTS: Part = figure(&figures::TENANTS, "tenants");
static VACANCIES: Part = figure(&figures::VACANCIES, "vacancies");
static TURNOUT: Part = figure(&figures::TURNOUT, "turnout");

const fn report(name: &'static str, parts: &'static [&'static Part]) -> Report {
    Report { name, by_committee: false, choices: &[], usual: Span::Months, parts }
}

/// All of them, in the order of the page.
pub static EVERY: &[&Report] = &[
    &Report { choices: &["here", "full", "everybody"], ..report("register", &[&PEOPLE, &HOMES]) },
    &report("growth", &[&GROWTH, &MOVES, &TENANTS]),
    &Report {
        by_committee: true,
        choices: &["all", "done", "open", "late"],
        ..report("tasks", &[&TASKS, &BY_COMMITTEE])
    },
    &report("votes", &[&RESULTS, &TURNOUT, &DECISIONS]),
    &Report { by_committee: true, ..report("attendance", &[&MEETINGS, &WHO_CAME]) },
    &report("hours", &[&STANDING, &GIVEN]),
    &Report { by_committee: true, ..report("committees", &[&COMMITTEES, &SEATS, &TOLD]) },
    &Report { usual: Span::LastYear, ..report("annual", &[&NUMBERS, &DIRECTORS, &GENERAL, &DECISIONS]) },
    &Report {
        usual: Span::LastMonth,
        ..report("board", &[&GROWTH, &MOVES, &VACANCIES, &BY_COMMITTEE, &TOLD, &MEETINGS, &DECISIONS, &FILINGS])
    },
];

/// How it stands with the hours of everybody in the period of the duty that the last day is in.
fn standing(conn: &mut PgConnection, asked: &Question) -> Result<Vec<Counted>> {
    let row = |one: hours::account::Short| {
        let of = one.period;
        let cells = [of.due, of.excused, of.carried, of.given, of.gifts, of.missing].map(Value::from);
        (None, std::iter::once(Value::from(one.name)).chain(cells).collect())
    };
    Ok(hours::account::standing(conn, asked.until)?.into_iter().map(row).collect())
}

/// What the annual return asks for, as of the last day.
fn numbers(conn: &mut PgConnection, asked: &Question) -> Result<Vec<Counted>> {
    let numbers = governance::annual_numbers(conn, asked.from, asked.until)?;
    Ok(numbers.into_iter().map(|(what, count)| (None, vec![Value::from(what), Value::from(count)])).collect())
}

#[cfg(test)]
impl Part {
    /// A part that cannot be counted.
    pub const fn failing() -> Self {
        part("people", "select 1 / 0 as place, null::bigint as id, '[]'::jsonb as cells", None, &[])
    }
}
