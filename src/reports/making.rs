//! Asking for a report, and making it: part by part, each in a transaction of its own, so that everybody can see how far it is.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::store::{self, Asked};
use super::{Question, Run, Saved, State, slice};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::policy::Permission;

/// A run that is older answers nobody's question any more, even if nothing happened since: the program may have been exchanged.
const ANSWERS_FOR: TimeDelta = TimeDelta::hours(1);
/// Whoever asked is told of what took longer.
const LONG: TimeDelta = TimeDelta::seconds(5);

pub(super) fn must_be_allowed(act: &Act<'_>) -> Result<()> {
    if act.viewer.is_some() && !act.may(Permission::ReportsMake) { Err(Error::Forbidden) } else { Ok(()) }
}

fn subject(act: &Act<'_>, id: i64, report: &str) -> Subject {
    Subject { id, name: act.coop.language.t_of("report-", report) }
}

/// Asks for a report. The number of the run that answers: a new one, or one that answers the same.
///
/// # Errors
/// `Forbidden`.
pub fn ask(act: &mut Act<'_>, question: &Question, saved: Option<i64>) -> Result<i64> {
    must_be_allowed(act)?;
    let today = act.today();
    if let Some(run) = store::same(act.conn, question, today, act.now - ANSWERS_FOR)? {
        return Ok(run);
    }
    let asked = Asked { by: act.viewer.map(|viewer| viewer.account_id), at: act.now, today, saved, due_on: None };
    match store::insert(act.conn, question, &asked)? {
        Some(run) => begin(act, run, question).map(|()| run),
        None => store::newest(act.conn, question, today),
    }
}

/// Begins the run of a saved report whose day has come, once.
pub(super) fn ask_by_itself(act: &mut Act<'_>, question: &Question, saved: &Saved) -> Result<()> {
    let asked = Asked { by: None, at: act.now, today: act.today(), saved: Some(saved.id), due_on: saved.next_on };
    match store::insert(act.conn, question, &asked)? {
        Some(run) => begin(act, run, question),
        None => Ok(()),
    }
}

fn begin(act: &mut Act<'_>, run: i64, question: &Question) -> Result<()> {
    let detail = json!({ "report": question.report.name, "from": question.from, "until": question.until });
    let subject = subject(act, run, question.report.name);
    events::record(act, &slice::REPORT_ASKED, &subject, detail)?;
    jobs::enqueue(act.conn, &slice::MAKE, json!({ "run": run }), act.now)?;
    Ok(())
}

/// The job: makes the next part, and leaves the one after it to another. What fails is not tried again by itself: whoever asked is told, and
/// can ask again.
pub fn make(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let id = payload["run"].as_i64().unwrap_or_default();
    let Some(run) = store::being_made(act.conn, id)? else { return Ok(()) };
    match act.attempt(|act| next_part(act, &run)) {
        Ok(true) => ready(act, &run),
        Ok(false) => {
            jobs::enqueue(act.conn, &slice::MAKE, json!({ "run": id }), act.now)?;
            Ok(())
        }
        Err(error) => {
            tracing::warn!(run = id, report = run.report, %error, "a report could not be made");
            failed(act, &run)
        }
    }
}

/// Whether it was the last.
fn next_part(act: &mut Act<'_>, run: &Run) -> Result<bool> {
    let (question, made) = (run.question()?, run.parts.0.len());
    let Some(part) = question.report.parts.get(made) else { return Ok(true) };
    let at = i32::try_from(made).map_err(anyhow::Error::new)?;
    let many = store::fill(act.conn, run.id, at, part, &question, run.today)?;
    store::insert_part(act.conn, run.id, at, many, act.now)?;
    Ok(made + 1 == question.report.parts.len())
}

/// Whom a run is told to: whoever asked for it, or whoever saved the report that came by itself.
fn owner(act: &mut Act<'_>, run: &Run) -> Result<Option<i64>> {
    match (run.due_on, run.saved_id) {
        (Some(_), Some(saved)) => Ok(store::saved::find(act.conn, saved)?.saved_by),
        _ => Ok(run.asked_by),
    }
}

fn ready(act: &mut Act<'_>, run: &Run) -> Result<()> {
    store::end(act.conn, run.id, State::Ready, act.now)?;
    let made = store::find(act.conn, run.id)?;
    if run.due_on.is_some() {
        let subject = Subject { id: run.id, name: run.saved_name.clone() };
        events::record(act, &slice::REPORT_SENT, &subject, json!({ "report": run.report, "rows": made.many() }))?;
        return Ok(());
    }
    let told = run.asked_by.filter(|_| act.now - run.asked_at > LONG);
    let subject = subject(act, run.id, &run.report);
    events::record(act, &slice::REPORT_READY, &subject, json!({ "rows": made.many(), "told_account": told }))?;
    Ok(())
}

fn failed(act: &mut Act<'_>, run: &Run) -> Result<()> {
    store::empty(act.conn, run.id)?;
    store::end(act.conn, run.id, State::Failed, act.now)?;
    let told = owner(act, run)?;
    let subject = match run.due_on {
        Some(_) => Subject { id: run.id, name: run.saved_name.clone() },
        None => subject(act, run.id, &run.report),
    };
    events::record(act, &slice::REPORT_FAILED, &subject, json!({ "told_account": told }))?;
    Ok(())
}

/// Forgets reports of long ago.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    store::forget(act.conn, act.now)
}
