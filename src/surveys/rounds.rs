//! The life of a survey: it opens, people are reminded of it, it ends, and its next round opens.

use chrono::{Days, Months, NaiveTime, TimeDelta};
use serde_json::json;

use super::closing::{close_by_itself, give_up_uncounted};
use super::{ASKED_MONTHS, DAYS_MAX, NewSurvey, Status, Survey, key, rules, slice, store};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::polls::urn::{self, sealing};

/// One, held until the transaction ends: whoever changes it meanwhile waits.
pub fn held(act: &mut Act<'_>, id: i64) -> Result<Survey> {
    store::lock(act.conn, id)?;
    let member = act.viewer.and_then(|viewer| viewer.member_id);
    store::find(act.conn, id, member)
}

/// Opens a draft: everybody who lives in the co-op or is a member of it is asked.
///
/// # Errors
/// `Conflict` when it is no draft, asks nothing, its last day is past or too far away, there is nobody to ask, or the database would write
/// down who answers what.
pub fn open(act: &mut Act<'_>, id: i64) -> Result<()> {
    let survey = held(act, id)?;
    if survey.status != Status::Draft {
        return Err(Error::Conflict("survey-conflict-opened"));
    }
    if survey.questions.0.is_empty() {
        return Err(Error::Conflict("survey-conflict-empty"));
    }
    let today = act.today();
    if survey.ends_on < today || (survey.ends_on - today).num_days() > DAYS_MAX {
        return Err(Error::Conflict("survey-conflict-day"));
    }
    begin(act, &survey)
}

/// Opens it.
fn begin(act: &mut Act<'_>, survey: &Survey) -> Result<()> {
    if urn::settings_tell(act.conn)? {
        return Err(Error::Conflict("survey-conflict-settings"));
    }
    let today = act.today();
    let people = store::people(act.conn, today)?;
    if people.is_empty() {
        return Err(Error::Conflict("survey-conflict-nobody"));
    }
    let asked = i32::try_from(people.len()).map_err(anyhow::Error::new)?;
    let size = sealing::room_for(rules::longest(&survey.questions.0));
    let public = key::make(act, survey.id)?;
    let round = store::last_round(act.conn, survey.series)? + 1;
    let next_on = survey.every_months.and_then(|months| today.checked_add_months(Months::new(months.unsigned_abs())));
    store::forget_next(act.conn, survey.series)?;
    let opening = store::Opening { round, next_on, asked, size: i32::try_from(size).map_err(anyhow::Error::new)? };
    store::open(act.conn, survey.id, &opening, &public, act.now)?;
    store::ask(act.conn, survey.id, &people)?;
    store::stand(act.conn, survey.id)?;
    let midnight = (survey.ends_on + Days::new(1)).and_time(NaiveTime::MIN);
    let end = clock::instant(act.coop.zone, midnight).unwrap_or(act.now + TimeDelta::days(1));
    jobs::enqueue(act.conn, &slice::CLOSE, json!({ "survey": survey.id }), end)?;
    let detail = json!({
        "title_en": survey.title_en, "title_fr": survey.title_fr, "survey_ends_on": survey.ends_on, "survey_asked": asked, "round": round,
    });
    events::record(act, &slice::SURVEY_OPENED, &survey.subject(act.coop.language), detail)?;
    Ok(())
}

/// No more rounds open by themselves.
///
/// # Errors
/// `Conflict` where none would.
pub fn stop(act: &mut Act<'_>, id: i64) -> Result<()> {
    let survey = held(act, id)?;
    if survey.status == Status::Draft || survey.next_on.is_none() {
        return Err(Error::Conflict("survey-conflict-once"));
    }
    store::stop(act.conn, id)?;
    events::record(act, &slice::SURVEY_STOPPED, &survey.subject(act.coop.language), json!({}))?;
    Ok(())
}

/// What is due by the day: ends that were missed, next rounds, reminders of the last days. What cannot be done now is tried again.
pub fn look(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    for id in store::over(act.conn, today)? {
        tried(act, id, close_by_itself);
    }
    for id in store::due_again(act.conn, today)? {
        tried(act, id, next);
    }
    for survey in store::take_unreminded(act.conn, today + Days::new(2), act.now)? {
        let detail =
            json!({ "title_en": survey.title_en, "title_fr": survey.title_fr, "survey_ends_on": survey.ends_on });
        events::record(act, &slice::SURVEY_REMINDED, &survey.subject(act.coop.language), detail)?;
    }
    give_up_uncounted(act)
}

fn tried(act: &mut Act<'_>, id: i64, work: fn(&mut Act<'_>, i64) -> Result<()>) {
    if let Err(error) = act.attempt(|act| work(act, id)) {
        tracing::warn!(%error, "a survey has to wait");
    }
}

/// Opens the next round of one, with the same questions and for as many days.
fn next(act: &mut Act<'_>, id: i64) -> Result<()> {
    let last = held(act, id)?;
    let opened = last.opened_at.map(|at| clock::date_in(act.coop.zone, at)).unwrap_or(last.ends_on);
    let days = (last.ends_on - opened).num_days().clamp(1, DAYS_MAX);
    let ends_on = act.today() + TimeDelta::days(days);
    let new = NewSurvey { ends_on, ..last.written() };
    let id = store::insert(act.conn, &new, Some(last.series), None, act.now)?;
    store::copy_questions(act.conn, last.id, id)?;
    let survey = held(act, id)?;
    begin(act, &survey)
}

/// Who was asked and who has answered is forgotten when it has been over for long.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    let before = act.today().checked_sub_months(Months::new(ASKED_MONTHS)).unwrap_or_default();
    store::forget_asked(act.conn, before)
}
