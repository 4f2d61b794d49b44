//! `cooperator occurrences`: on which days rules of recurrence fall. Reads lines of a first day, how many days are wanted, and a rule
//! (`2026-12-01 5 FREQ=WEEKLY;BYDAY=MO`), and answers each with a line: the days, or `refused` and why. Needs no database.

use std::io::{BufRead as _, BufWriter, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::chores::recurrence::{Refused, Rule};

pub fn occurrences() -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        writeln!(out, "{}", answer(&line.context("cannot read the rules")?)).context("cannot write the days")?;
    }
    out.flush().context("cannot write the days")?;
    Ok(ExitCode::SUCCESS)
}

fn answer(line: &str) -> String {
    match days(line) {
        Ok(days) => days.join(" "),
        Err(refused) => format!("refused {refused:?}"),
    }
}

fn days(line: &str) -> Result<Vec<String>, Refused> {
    let mut parts = line.split_whitespace();
    let mut part = || parts.next().ok_or(Refused::Unreadable);
    let first_on = part()?.parse().map_err(|_| Refused::Unreadable)?;
    let most = part()?.parse().map_err(|_| Refused::Unreadable)?;
    let rule = Rule::read(first_on, part()?)?;
    Ok(rule.from(first_on, most).iter().map(ToString::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn each_line_has_its_answer() {
        assert_eq!(answer("2026-12-01 2 FREQ=WEEKLY;BYDAY=MO"), "2026-12-07 2026-12-14");
        assert_eq!(answer("2026-12-01 2 FREQ=HOURLY"), "refused MoreThanDaily");
        for line in ["", "2026-12-01", "2026-02-30 2 FREQ=DAILY", "2026-12-01 x FREQ=DAILY", "2026-12-01 1 é"] {
            assert_eq!(answer(line), "refused Unreadable", "{line}");
        }
    }
}
