//! Pabulib `.pb`: participatory budgets.
//!
//! Three sections, META, PROJECTS and VOTES, each with a line of column names, fields between semicolons. `vote` lists project
//! numbers between commas, `points` the points for the same projects in the same order. Amounts are exact decimals. The
//! candidates of the contest are the project numbers; their names are beside the costs.

use std::collections::BTreeMap;
use std::io::BufRead;

use num_rational::{BigRational, Ratio};

use super::error::ReadError;
use super::exact;
use super::fields::{self, Record};
use super::gather::{Announced, CANDIDATES_MAX, MarkedPile, Named, RankedPile};
use super::lines::Lines;
use crate::contest::{Apart, BallotError, Budget, Candidate, Contest, Mark, POINT};

pub(super) use super::pabulib_write::write;

/// Reads a contest.
pub(super) fn read(input: impl BufRead) -> Result<Contest, ReadError> {
    let mut lines = Lines::new(input);
    let mut file = File::default();
    let mut section = Section::Start;
    while let Some(record) = fields::next(&mut lines, ';')? {
        match section_of(&record) {
            Some(next) => section = file.open(next, &record)?,
            None => section = file.read(section, record)?,
        }
    }
    file.finish(&lines)
}

/// Where in the file a record is.
enum Section {
    Start,
    Meta(Option<()>),
    Projects(Option<ProjectColumns>),
    Votes(Option<VoteColumns>),
}

fn section_of(record: &Record) -> Option<Section> {
    let alone = record.fields().skip(1).all(str::is_empty);
    match record.field(0) {
        "META" if alone => Some(Section::Meta(None)),
        "PROJECTS" if alone => Some(Section::Projects(None)),
        "VOTES" if alone => Some(Section::Votes(None)),
        _ => None,
    }
}

struct ProjectColumns {
    number: usize,
    cost: usize,
    name: Option<usize>,
}

struct VoteColumns {
    vote: usize,
    points: Option<usize>,
}

/// How the votes are to be read.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Approval,
    Points,
    Ranked,
}

#[derive(Default)]
struct File {
    title: String,
    budget: Option<BigRational>,
    currency: Option<String>,
    kind: Kind,
    numbers: BTreeMap<String, Candidate>,
    candidates: Vec<String>,
    names: Vec<String>,
    costs: Vec<BigRational>,
    marked: MarkedPile,
    ranked: RankedPile,
    named: Named,
    marks: Vec<Mark>,
    blank: u64,
    sections_seen: u8,
    announced: Option<Announced>,
    /// How many projects the file says that it has, and where.
    announced_projects: Option<(BigRational, u64)>,
}

impl File {
    /// Begins a section: each once and in this order, because the votes are read by what the others say.
    fn open(&mut self, section: Section, record: &Record) -> Result<Section, ReadError> {
        let (place, expected) = match section {
            Section::Start | Section::Meta(_) => (1, "one section META, before the others"),
            Section::Projects(_) => (2, "one section PROJECTS, after META"),
            Section::Votes(_) if self.candidates.is_empty() => (0, "projects before the votes"),
            Section::Votes(_) => (3, "one section VOTES, after PROJECTS"),
        };
        if self.sections_seen + 1 != place {
            return Err(record.expected(0, expected));
        }
        self.sections_seen = place;
        Ok(section)
    }

    fn read(&mut self, section: Section, record: Record) -> Result<Section, ReadError> {
        Ok(match section {
            Section::Start => return Err(record.expected(0, "the section META")),
            Section::Meta(None) => Section::Meta(Some(())),
            Section::Meta(Some(())) => {
                self.read_meta(&record)?;
                Section::Meta(Some(()))
            }
            Section::Projects(None) => Section::Projects(Some(project_columns(&record)?)),
            Section::Projects(Some(columns)) => {
                self.read_project(&record, &columns)?;
                Section::Projects(Some(columns))
            }
            Section::Votes(None) => Section::Votes(Some(self.vote_columns(&record)?)),
            Section::Votes(Some(columns)) => {
                self.read_vote(&record, &columns)?;
                Section::Votes(Some(columns))
            }
        })
    }

    fn read_meta(&mut self, record: &Record) -> Result<(), ReadError> {
        let value = record.field(1);
        match record.field(0) {
            "description" => self.title = value.to_owned(),
            "currency" => self.currency = Some(value.to_owned()),
            "num_votes" if !value.is_empty() => {
                let ballots = exact::amount(value).ok_or_else(|| record.expected(1, "a number of votes"))?;
                self.announced = Some(Announced { ballots, line: record.line });
            }
            "num_projects" if !value.is_empty() => {
                let projects = exact::amount(value).ok_or_else(|| record.expected(1, "a number of projects"))?;
                self.announced_projects = Some((projects, record.line));
            }
            "budget" => {
                let budget = exact::amount(value).ok_or_else(|| record.expected(1, "an amount of money"))?;
                self.budget = Some(budget);
            }
            "vote_type" => {
                self.kind = match value {
                    "approval" | "choose-1" => Kind::Approval,
                    "cumulative" | "scoring" => Kind::Points,
                    "ordinal" => Kind::Ranked,
                    _ => {
                        return Err(record.expected(1, "approval, choose-1, cumulative, scoring or ordinal"));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn read_project(&mut self, record: &Record, columns: &ProjectColumns) -> Result<(), ReadError> {
        let number = record.field(columns.number);
        if number.is_empty() || self.numbers.contains_key(number) {
            return Err(record.expected(columns.number, "a number of its own for each project"));
        }
        if self.candidates.len() >= CANDIDATES_MAX {
            return Err(record.expected(columns.number, format!("at most {CANDIDATES_MAX} projects")));
        }
        let cost = exact::amount(record.field(columns.cost));
        self.costs.push(cost.ok_or_else(|| record.expected(columns.cost, "the cost of the project"))?);
        self.numbers.insert(number.to_owned(), self.candidates.len());
        self.candidates.push(number.to_owned());
        self.names.extend(columns.name.map(|at| record.field(at).to_owned()));
        Ok(())
    }

    fn vote_columns(&self, record: &Record) -> Result<VoteColumns, ReadError> {
        let vote = record.column("vote").ok_or_else(|| record.expected(0, "a column vote"))?;
        let points = record.column("points").filter(|_| self.kind == Kind::Points);
        if self.kind == Kind::Points && points.is_none() {
            return Err(record.expected(0, "a column points"));
        }
        Ok(VoteColumns { vote, points })
    }

    fn read_vote(&mut self, record: &Record, columns: &VoteColumns) -> Result<(), ReadError> {
        let vote = record.field(columns.vote);
        if vote.is_empty() {
            self.blank += 1;
            return Ok(());
        }
        self.named.start();
        self.ranked.start();
        self.marks.clear();
        let mut points = columns.points.map(|at| record.field(at).split(','));
        for number in vote.split(',') {
            let candidate = self.named_first(record, columns, number.trim())?;
            let millionths = match &mut points {
                None => POINT,
                Some(points) => {
                    let text = points.next().map(str::trim).and_then(exact::points);
                    text.ok_or_else(|| {
                        record.expected(columns.points.unwrap_or(0), "points for each project of the vote")
                    })?
                }
            };
            if self.kind == Kind::Ranked {
                self.ranked.rank(candidate, false).map_err(|error| refused(record, error))?;
            } else {
                self.marks.push(Mark { candidate, millionths });
            }
        }
        if points.is_some_and(|mut points| points.next().is_some()) {
            return Err(record.expected(columns.points.unwrap_or(0), "as many points as projects in the vote"));
        }
        self.keep().map_err(|error| refused(record, error))
    }

    fn named_first(&mut self, record: &Record, columns: &VoteColumns, number: &str) -> Result<Candidate, ReadError> {
        let known = self.numbers.get(number).copied();
        let candidate = known.ok_or_else(|| record.expected(columns.vote, "numbers of projects between commas"))?;
        if !self.named.first_time(candidate) {
            return Err(record.expected(columns.vote, "each project once"));
        }
        Ok(candidate)
    }

    fn keep(&mut self) -> Result<(), BallotError> {
        let one = Ratio::from_integer(1);
        if self.kind == Kind::Ranked { self.ranked.end(one) } else { self.marked.add(one, &mut self.marks) }
    }

    fn finish<R: BufRead>(self, lines: &Lines<R>) -> Result<Contest, ReadError> {
        if self.sections_seen < 3 {
            return Err(lines.ends("the sections META, PROJECTS and VOTES"));
        }
        let budget = self.budget.ok_or_else(|| lines.ends("a budget in the section META"))?;
        let pile = if self.kind == Kind::Ranked { self.ranked.finish() } else { self.marked.finish() };
        let found = self.candidates.len();
        if let Some((projects, line)) = self.announced_projects
            && projects != BigRational::from_integer(found.into())
        {
            let expected = format!("{projects} projects, as line {line} says");
            return Err(ReadError::new(lines.last(), 1, expected, &found.to_string()));
        }
        let contest = Contest {
            title: self.title,
            seats: 1,
            candidates: self.candidates,
            ballots: pile,
            apart: Apart { blank: self.blank, ..Apart::default() },
            budget: Some(Budget { total: budget, costs: self.costs, names: self.names, currency: self.currency }),
            ..Contest::default()
        };
        if let Some(announced) = self.announced {
            announced.all_found(&contest, lines)?;
        }
        Ok(contest)
    }
}

fn refused(record: &Record, error: BallotError) -> ReadError {
    ReadError::new(record.line, 1, "ballots that this program can keep", &error.to_string())
}

fn project_columns(record: &Record) -> Result<ProjectColumns, ReadError> {
    let needed = |name| record.column(name).ok_or_else(|| record.expected(0, format!("a column {name}")));
    Ok(ProjectColumns { number: needed("project_id")?, cost: needed("cost")?, name: record.column("name") })
}
