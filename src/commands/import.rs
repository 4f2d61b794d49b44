//! `cooperator import members FILE`: the import of the pages without the pages, for an operator.
//!
//! Nothing is stored when a row is in error, unless those rows may be left out.

use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};

use super::{DATABASE, Database, setting};
use crate::config::{ImportCommand, Place};
use crate::imports::pages::words_of;
use crate::imports::{self, Answers, Group, Plan, Verdict, columns};
use crate::platform::clock;
use crate::platform::db::CoopId;
use crate::platform::error::Error;
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::{self, Sheet};
use crate::platform::visit::{Act, Setting};
use crate::{accounts, coops};

pub fn import(place: &Place, command: ImportCommand) -> anyhow::Result<ExitCode> {
    let ImportCommand::Members { file, coop, dry_run, leave_out_errors } = command;
    let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let sheet = spreadsheet::read(&bytes).map_err(|wrong| {
        let line = wrong.line.map(|line| line.to_string()).unwrap_or_default();
        anyhow!("{}: {}", file.display(), Lang::En.with(wrong.key, &[("limit", line.into())]))
    })?;
    let database = Database::open(place, DATABASE)?;
    database.require_current_schema()?;
    let setting = setting(place, &database.app_url, 2)?;
    let outcome = chosen(&setting, coop).and_then(|coop| members(&setting, coop, &sheet, dry_run, leave_out_errors));
    database.close()?;
    outcome
}

fn chosen(setting: &Setting, wanted: Option<i64>) -> anyhow::Result<CoopId> {
    let all = setting.db.across_now(coops::all)?;
    match (wanted, all.as_slice()) {
        (Some(id), _) if all.iter().any(|(known, ..)| known.0 == id) => Ok(CoopId(id)),
        (Some(id), _) => bail!("there is no co-op {id}: `cooperator coop list` names them"),
        (None, [(id, ..)]) => Ok(*id),
        (None, []) => bail!("there is no co-op yet: set one up first"),
        (None, _) => bail!("there are several co-ops: say which one with --coop (`cooperator coop list` names them)"),
    }
}

fn members(setting: &Setting, coop: CoopId, sheet: &Sheet, dry_run: bool, leave_out: bool) -> anyhow::Result<ExitCode> {
    let columns = columns::guess(&sheet.header);
    for (name, column) in sheet.header.iter().zip(&columns).filter(|(_, column)| **column == columns::Column::Ignore) {
        println!("column left out: {name:?} ({})", Lang::En.t(&column.key()));
    }
    let stored = setting.db.write_now(coop, |conn| {
        let coop = accounts::coop(conn)?;
        let mut act = Act { conn, coop: &coop, viewer: None, policy: &setting.policy, origin: "", now: clock::now() };
        let plan = Plan::of(&mut act, sheet, &columns, &Answers::new(), Lang::En)?;
        let in_error = print(&plan);
        if dry_run || (in_error && !leave_out) {
            return Ok((None, in_error));
        }
        Ok((Some(imports::enter(&mut act, &plan)?), in_error))
    });
    let (outcome, in_error) = stored.map_err(|error| match error {
        Error::Invalid(fields) => anyhow!("nothing was stored: {fields:?}"),
        other => anyhow::Error::new(other),
    })?;
    match outcome {
        Some(done) => println!(
            "stored: {} added, {} changed, {} the same, {} left out; {} homes and {} committees added",
            done.added, done.changed, done.same, done.left_out, done.units_added, done.committees_added
        ),
        None => println!("nothing was stored"),
    }
    Ok(if in_error { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Prints the groups and every row in error. Whether there is one.
fn print(plan: &Plan) -> bool {
    let counts = plan.counts();
    println!("{} rows", plan.rows.len());
    for ((word, _), count) in Group::ALL.iter().zip(counts) {
        println!("  {word}: {count}");
    }
    for row in &plan.rows {
        match &row.verdict {
            Verdict::Problem(problems) => {
                for problem in problems {
                    let (column, value, wrong, fix) = words_of(Lang::En, problem);
                    println!("row {}, {column}, {value:?}: {wrong} {fix}", row.line);
                }
            }
            Verdict::Duplicate(at, _) => {
                let member = &plan.known[*at];
                println!(
                    "row {}, Full name, {:?}: perhaps member {}. Give the row that number, or decide in the import pages.",
                    row.line, row.name, member.number
                );
            }
            _ => {}
        }
    }
    let [problems, duplicates, ..] = counts;
    problems + duplicates > 0
}
