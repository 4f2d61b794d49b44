//! `cooperator import members FILE`: the import of the pages without the pages, for an operator.
//!
//! Nothing is stored when a row is in error, unless those rows may be left out.

use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};

use super::{DATABASE, Database, state};
use crate::config::{ImportCommand, Place};
use crate::imports::columns::{self, Slot};
use crate::imports::guessing::{self, Remembered, why_left_out};
use crate::imports::pages::words_of;
use crate::imports::{self, Answers, Group, Plan, Question, Verdict, What, heads};
use crate::platform::clock;
use crate::platform::db::CoopId;
use crate::platform::error::Error;
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::{self, Sheet};
use crate::platform::state::AppState;
use crate::platform::visit::Act;
use crate::{accounts, coops};

pub fn import(place: &Place, command: ImportCommand) -> anyhow::Result<ExitCode> {
    match command {
        ImportCommand::Members { file, coop, mapping, header, dry_run, leave_out_errors } => {
            let mapping = mapping.as_deref().map(read_mapping).transpose()?.unwrap_or_default();
            let sheet = read_sheet(&file, header.as_deref(), &mapping)?;
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            members_file(place, coop, &Job { name, sheet, mapping, dry_run, leave_out: leave_out_errors })
        }
        ImportCommand::Undo { id, coop } => undo(place, id, coop),
    }
}

/// Reads a table; `header` is the line on which the names of its columns stand, "none", or not said.
fn read_sheet(file: &Path, header: Option<&str>, mapping: &Remembered) -> anyhow::Result<Sheet> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let sheet = spreadsheet::read(&bytes).map_err(|wrong| {
        let line = wrong.line.map(|line| line.to_string()).unwrap_or_default();
        anyhow!("{}: {}", file.display(), Lang::En.with(wrong.key, &[("limit", line.into())]))
    })?;
    let mut sheet = match header {
        None => heads::guess(sheet, mapping),
        Some(word) => {
            let line =
                (word != "none").then(|| word.parse()).transpose().context("--header takes a line or \"none\"")?;
            sheet.with_header(line).with_context(|| format!("there is no row {word} with rows below it"))?
        }
    };
    if sheet.header_line.is_none() {
        sheet.header = (1..=sheet.header.len()).map(|number| number.to_string()).collect();
    }
    Ok(sheet)
}

fn members_file(place: &Place, coop: Option<i64>, job: &Job) -> anyhow::Result<ExitCode> {
    if job.dry_run && coop.is_none() && !Database::is_there(place, DATABASE)? {
        return alone(job);
    }
    Database::existing(place, DATABASE)?.used(|database| {
        let state = state(place, &database.app_url, 2)?;
        chosen(&state, coop).and_then(|coop| members(&state, coop, job))
    })
}

/// What to do when the columns cannot be read together.
const MAPPING_HINT: &str = "The columns are named above; say what they hold with --mapping FILE, a JSON file like \
     {\"Qui\": \"full_name\", \"Chez\": \"unit\"}.";

/// What is to be done with a file.
struct Job {
    name: String,
    sheet: Sheet,
    mapping: Remembered,
    dry_run: bool,
    leave_out: bool,
}

/// Reads what columns mean from JSON: `{"Date d'entrée": "joined_on/day", "Membre 2": "full_name_2", "Ch.": "ignore"}`.
fn read_mapping(file: &Path) -> anyhow::Result<Remembered> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let words: HashMap<String, String> =
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON object of column names", file.display()))?;
    let known = || What::Members.columns().iter().map(|column| column.word()).collect::<Vec<_>>().join(", ");
    let columns: Result<_, _> = words
        .into_iter()
        .map(|(name, word)| {
            let slot = Slot::parse(&word).with_context(|| {
                format!("{word:?} is none of: {} (with _2 for a second adult, /day or /month for dates)", known())
            })?;
            anyhow::Ok((columns::folded(&name), slot))
        })
        .collect();
    Ok(Remembered { columns: columns?, ..Remembered::default() })
}

/// What a file would do to an empty register, where there is no database to ask.
fn alone(job: &Job) -> anyhow::Result<ExitCode> {
    let sheet = &job.sheet;
    say_sheet(sheet);
    let slots = guessing::guess(sheet, &job.mapping);
    say_columns(sheet, &slots);
    imports::check(What::Members, &slots)
        .map_err(|key| anyhow!("nothing can be read: {} {MAPPING_HINT}", Lang::En.t(key)))?;
    say!("there is no database here, so that the file is compared with an empty register");
    let in_error = print(&Plan::alone(clock::now().date_naive(), sheet, &slots));
    say!("nothing was stored");
    Ok(if in_error { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn say_sheet(sheet: &Sheet) {
    for words in imports::pages::notices(Lang::En, sheet) {
        say!("{words}");
    }
}

/// What each column is taken for, or why it is left out.
fn say_columns(sheet: &Sheet, slots: &[Slot]) {
    for (at, (name, slot)) in sheet.header.iter().zip(slots).enumerate() {
        let word = slot.word();
        match imports::question(sheet, slots, at) {
            Some(Question::Date(cell)) => say!(
                "column {name:?}: {cell:?} could be read either way round; say which in a mapping: {{{name:?}: \"{word}/day\"}} or \"{word}/month\""
            ),
            Some(Question::Above { rows, line }) => say!(
                "column {name:?}: {rows} rows name no home, the first is row {line}; say in a mapping {{{name:?}: \"{word}/above\"}} if they live in the home above, or \"{word}/alone\""
            ),
            None => match why_left_out(What::Members, sheet, slots, at) {
                Some(why) => say!("column left out: {name:?} ({})", Lang::En.t(&why.key())),
                None => say!("column {name:?}: {word}"),
            },
        }
    }
}

fn undo(place: &Place, id: Option<i64>, coop: Option<i64>) -> anyhow::Result<ExitCode> {
    Database::existing(place, DATABASE)?.used(|database| {
        let state = state(place, &database.app_url, 2)?;
        chosen(&state, coop).and_then(|coop| undo_in(&state, coop, id))
    })
}

fn undo_in(state: &AppState, coop: CoopId, id: Option<i64>) -> anyhow::Result<ExitCode> {
    let past = state.db.read_now(coop, imports::past).map_err(anyhow::Error::new)?;
    let wanted = past.iter().find(|past| past.undone.is_none() && id.is_none_or(|id| id == past.id));
    let Some(wanted) = wanted else { bail!("there is no such import of the last {} days to undo", imports::UNDO_DAYS) };
    let (undone, left) = state
        .db
        .write_now(coop, |conn| {
            let coop = accounts::coop(conn)?;
            let mut act = Act::by_itself(conn, &coop, state);
            let undone = imports::undo(&mut act, wanted.id)?;
            let (_, left) = imports::past_one(act.conn, wanted.id)?;
            Ok((undone, left))
        })
        .map_err(anyhow::Error::new)?;
    say!(
        "import {} of {:?} undone: {} removed, {} put back; {} homes and {} committees removed",
        wanted.id,
        wanted.name,
        undone.removed,
        undone.put_back,
        undone.units_removed,
        undone.committees_removed
    );
    let one = if wanted.what == What::Tasks { "task" } else { "member" };
    for (id, name) in &left {
        say!("left alone, because it changed since: {name} ({one} {id})");
    }
    Ok(ExitCode::SUCCESS)
}

fn chosen(state: &AppState, wanted: Option<i64>) -> anyhow::Result<CoopId> {
    let all = state.db.across_now(coops::all)?;
    match (wanted, all.as_slice()) {
        (Some(id), _) if all.iter().any(|(known, ..)| known.0 == id) => Ok(CoopId(id)),
        (Some(id), _) => bail!("there is no co-op {id}: `cooperator coop list` names them"),
        (None, [(id, ..)]) => Ok(*id),
        (None, []) => bail!("there is no co-op yet: set one up first"),
        (None, _) => bail!("there are several co-ops: say which one with --coop (`cooperator coop list` names them)"),
    }
}

fn members(state: &AppState, coop: CoopId, job: &Job) -> anyhow::Result<ExitCode> {
    let sheet = &job.sheet;
    say_sheet(sheet);
    let stored = state.db.write_now(coop, |conn| {
        let coop = accounts::coop(conn)?;
        let mut act = Act::by_itself(conn, &coop, state);
        let slots = if job.mapping.columns.is_empty() {
            imports::guess(act.conn, sheet)?
        } else {
            guessing::guess(sheet, &job.mapping)
        };
        say_columns(sheet, &slots);
        imports::check(What::Members, &slots).map_err(|key| Error::field("columns", key))?;
        let plan = Plan::of(&mut act, sheet, &slots, &Answers::new(), Lang::En)?;
        let in_error = print(&plan);
        if job.dry_run || (in_error && !job.leave_out) {
            return Ok((None, in_error));
        }
        Ok((Some(imports::enter(&mut act, &job.name, &plan)?), in_error))
    });
    let (outcome, in_error) = stored.map_err(|error| match error {
        Error::Invalid(fields) => {
            let hint = if fields.iter().any(|field| field.field == "columns") { MAPPING_HINT } else { "" };
            let words: Vec<String> = fields.iter().map(|field| Lang::En.t(field.key)).collect();
            anyhow!("nothing was stored: {} {hint}", words.join(" "))
        }
        other => anyhow::Error::new(other),
    })?;
    match outcome {
        Some((id, done)) => say!(
            "stored: {} added, {} changed, {} the same, {} left out; {} homes and {} committees added; `cooperator import undo --id {id}` \
             undoes it for {} days",
            done.added,
            done.changed,
            done.same,
            done.left_out,
            done.units_added,
            done.committees_added,
            imports::UNDO_DAYS
        ),
        None => say!("nothing was stored"),
    }
    Ok(if in_error { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Prints the groups and every row in error. Whether there is one.
fn print(plan: &Plan) -> bool {
    let counts = plan.counts();
    say!("{} rows", plan.rows.len());
    for ((word, _), count) in Group::ALL.iter().zip(counts) {
        say!("  {word}: {count}");
    }
    for (what, names) in [("home", &plan.new_homes), ("committee", &plan.new_committees)] {
        for name in names {
            say!("new {what}: {name}");
        }
    }
    let absent = plan.absent();
    say!("{} current members are in the register and not in this file", absent.len());
    for row in &plan.rows {
        for change in &row.home_changes {
            say!(
                "row {}, home {}: {} {:?} becomes {:?}",
                row.line,
                row.home.units.join(", "),
                change.column.word(),
                change.old,
                change.new
            );
        }
        for problem in &row.problems {
            let (column, value, wrong, fix) = words_of(Lang::En, problem);
            say!("row {}, {column}, {value:?}: {wrong} {fix}", row.line);
        }
        for person in row.people.iter().filter(|_| row.problems.is_empty()) {
            if let Verdict::Namesake(line) = &person.verdict {
                say!(
                    "row {}, Full name, {:?}: perhaps the person of row {line}. Give both rows a number, or decide in the import pages.",
                    row.line,
                    person.entry.name()
                );
            }
            if let Verdict::Duplicate(at, _) = &person.verdict {
                say!(
                    "row {}, Full name, {:?}: perhaps member {}. Give the row that number, or decide in the import pages.",
                    row.line,
                    person.entry.name(),
                    plan.known[*at].number
                );
            }
        }
    }
    let [problems, duplicates, ..] = counts;
    problems + duplicates > 0
}
