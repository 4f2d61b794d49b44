//! Reports under a name: saved, changed, thrown away, sent when their day has come.

use serde_json::{Value, json};

use super::making::{ask_by_itself, must_be_allowed};
use super::rules::next_on;
use super::{NewSaved, Question, Saved, Sent, named, slice, store};
use crate::coops;
use crate::figures::{Period, Span};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::visit::Act;

impl Saved {
    /// What it asks on a day. `year_starts` is the month in which the co-op's year starts.
    ///
    /// # Errors
    /// `NotFound` where there is no such report any more.
    pub fn question(&self, today: chrono::NaiveDate, year_starts: u32) -> Result<Question> {
        let report = named(&self.report)?;
        let period = match (self.from_on, self.until_on) {
            (Some(from), Some(until)) => Period { span: Span::Days, from, until },
            _ => Period::of(self.span, today, year_starts),
        };
        Ok(Question {
            report,
            span: period.span,
            from: period.from,
            until: period.until,
            committee: self.committee_id,
            chosen: report.choice(&self.chosen),
        })
    }

    fn told(&self) -> Value {
        json!({ "name": self.name, "report": self.report, "report_span": self.span, "from": self.from_on, "until": self.until_on,
                "committee_id": self.committee_id, "report_chosen": self.chosen, "report_sent": self.sent })
    }
}

fn told(new: &NewSaved) -> Value {
    let own = (new.question.span == Span::Days).then_some((new.question.from, new.question.until));
    json!({ "name": new.name, "report": new.question.report.name, "report_span": new.question.span, "from": own.map(|days| days.0),
            "until": own.map(|days| days.1), "committee_id": new.question.committee, "report_chosen": new.question.chosen, "report_sent": new.sent })
}

/// When it comes next. What is sent is counted anew each time, so its days have to move along.
fn next(act: &mut Act<'_>, new: &NewSaved, but: Option<i64>) -> Result<Option<chrono::NaiveDate>> {
    if store::saved::is_taken(act.conn, &new.name, but)? {
        return Err(Error::field("report_name", "report-name-taken"));
    }
    if new.sent != Sent::Never && new.question.span == Span::Days {
        return Err(Error::field("report_sent", "report-sent-days"));
    }
    let starts = coops::rule_profile(act.conn)?.year_starts_month.unsigned_abs();
    Ok(next_on(new.sent, act.today(), starts))
}

/// Keeps a report with its filters.
///
/// # Errors
/// `Forbidden`; `Invalid` on `report_name` when another one has it, on `report_sent` where its days do not move along.
pub fn save(act: &mut Act<'_>, new: &NewSaved) -> Result<i64> {
    must_be_allowed(act)?;
    let next_on = next(act, new, None)?;
    let by = act.viewer.map(|viewer| viewer.account_id);
    let id = store::saved::insert(act.conn, new, next_on, by, act.now)?;
    let subject = Subject { id, name: new.name.clone() };
    events::record(act, &slice::REPORT_SAVED, &subject, json!({ "after": told(new) }))?;
    Ok(id)
}

/// Changes its name, its filters, or when it comes.
///
/// # Errors
/// As for `save`; `Conflict` when it was changed meanwhile.
pub fn change(act: &mut Act<'_>, id: i64, new: &NewSaved, version: i32) -> Result<()> {
    must_be_allowed(act)?;
    let before = store::saved::held(act.conn, id)?;
    if before.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    let Some(difference) = difference(&before.told(), &told(new)) else { return Ok(()) };
    // A rhythm that stays does not lose the day that is due.
    let next_on = match next(act, new, Some(id))? {
        Some(_) if new.sent == before.sent => before.next_on,
        next_on => next_on,
    };
    store::saved::update(act.conn, id, new, next_on)?;
    let subject = Subject { id, name: new.name.clone() };
    events::record(act, &slice::REPORT_CHANGED, &subject, difference)?;
    Ok(())
}

/// Throws the name and the filters away; reports that were made stay as long as any.
///
/// # Errors
/// `Forbidden`.
pub fn remove(act: &mut Act<'_>, id: i64) -> Result<()> {
    must_be_allowed(act)?;
    let saved = store::saved::held(act.conn, id)?;
    store::saved::remove(act.conn, id)?;
    let subject = Subject { id, name: saved.name.clone() };
    events::record(act, &slice::REPORT_REMOVED, &subject, json!({ "before": saved.told() }))?;
    Ok(())
}

/// The job of each morning: begins the reports whose day has come. Days that passed while the server was down are made up for once.
pub fn send_due(act: &mut Act<'_>, _: &Value) -> Result<()> {
    let today = act.today();
    let starts = coops::rule_profile(act.conn)?.year_starts_month.unsigned_abs();
    for saved in store::saved::due(act.conn, today)? {
        let question = saved.question(today, starts)?;
        ask_by_itself(act, &question, &saved)?;
        store::saved::put_off(act.conn, saved.id, next_on(saved.sent, today, starts))?;
    }
    Ok(())
}
