//! The end: all answers are opened at once, counted and written once, and the key goes. Where one of them cannot be read nothing is counted,
//! and everybody is told so.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::rounds::held;
use super::rules::{self, Tally};
use super::{GROUP_MIN, Status, Survey, key, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::keys::random;
use crate::platform::visit::Act;
use crate::polls::urn::sealing;

/// What could not be counted is kept so many days, for a key that comes back.
const KEPT_DAYS: i64 = 30;

/// Ends a survey now, or tries once more to count one that could not be.
///
/// # Errors
/// `Conflict` when it is a draft, or is counted.
pub fn close(act: &mut Act<'_>, id: i64) -> Result<()> {
    let survey = held(act, id)?;
    match survey.status {
        Status::Open => finish(act, &survey),
        Status::Uncounted if !survey.is_given_up => finish(act, &survey),
        Status::Uncounted => Err(Error::Conflict("survey-conflict-uncounted")),
        Status::Draft | Status::Closed => Err(Error::Conflict("survey-conflict-closed")),
    }
}

/// The job of the end of the last day.
pub fn close_due(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    close_by_itself(act, payload["survey"].as_i64().ok_or(Error::NotFound)?)
}

/// Ends one whose last day is past.
pub fn close_by_itself(act: &mut Act<'_>, id: i64) -> Result<()> {
    let survey = held(act, id)?;
    let over = survey.status == Status::Open && survey.ends_on < act.today();
    if over { finish(act, &survey) } else { Ok(()) }
}

fn finish(act: &mut Act<'_>, survey: &Survey) -> Result<()> {
    store::hold_closed(act.conn, survey.id)?;
    let sealed = store::sealed(act.conn, survey.id)?;
    let answered = i32::try_from(sealed.len()).map_err(anyhow::Error::new)?;
    match opened(act, survey, &sealed)? {
        Ok(tally) => {
            store::close(act.conn, survey.id, answered, act.now)?;
            write(act, survey.id, tally)?;
            store::empty(act.conn, survey.id)?;
            jobs::enqueue(act.conn, &slice::DESTROY_KEY, json!({ "survey": survey.id }), act.now)?;
            told(act, survey, answered)
        }
        // a second try that fails says nothing new
        Err(_) if survey.status == Status::Uncounted => Err(Error::Conflict("survey-conflict-uncounted")),
        Err(why) => {
            store::fail(act.conn, survey.id, why, answered, act.now)?;
            let detail = json!({ "title_en": survey.title_en, "title_fr": survey.title_fr, "survey_failed": why });
            events::record(act, &slice::SURVEY_UNCOUNTED, &survey.subject(act.coop.language), detail)?;
            Ok(())
        }
    }
}

fn told(act: &mut Act<'_>, survey: &Survey, answered: i32) -> Result<()> {
    let detail = json!({
        "title_en": survey.title_en, "title_fr": survey.title_fr, "survey_asked": survey.asked, "survey_answered": answered,
    });
    events::record(act, &slice::SURVEY_CLOSED, &survey.subject(act.coop.language), detail)?;
    Ok(())
}

/// What all answers say together, or why that cannot be known.
fn opened(act: &mut Act<'_>, survey: &Survey, sealed: &[Vec<u8>]) -> Result<std::result::Result<Tally, &'static str>> {
    if key::noted(act, survey.id)? > sealed.len() as u64 {
        return Ok(Err("restored"));
    }
    if sealed.len() < GROUP_MIN {
        return Ok(Ok(Tally::default()));
    }
    let Some(private) = key::private(act, survey)? else { return Ok(Err("key")) };
    let bound = key::bound_to(act.coop.id.0, survey.id);
    let size = survey.size.and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    let open = |one: &Vec<u8>| (one.len() == size).then(|| sealing::open(&private, &bound, one)).flatten();
    let answers: Option<Vec<Vec<String>>> = sealed.iter().map(|one| Some(open(one)?.answers)).collect();
    Ok(answers.and_then(|answers| rules::tally(&survey.questions.0, &answers)).ok_or("damaged"))
}

/// Writes what was counted, and what people wrote in an order of chance.
fn write(act: &mut Act<'_>, id: i64, tally: Tally) -> Result<()> {
    for counted in &tally.counted {
        store::write_counted(act.conn, id, counted)?;
    }
    let mut drawn: Vec<([u8; 16], (i32, String))> = tally.comments.into_iter().map(|one| (random(), one)).collect();
    drawn.sort_unstable_by_key(|(lot, _)| *lot);
    let comments: Vec<(i32, String)> = drawn.into_iter().map(|(_, one)| one).collect();
    store::write_comments(act.conn, id, &comments)
}

/// The job that destroys the key once what was sealed with it is counted, or given up.
pub fn destroy_key(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let survey = held(act, payload["survey"].as_i64().ok_or(Error::NotFound)?)?;
    if matches!(survey.status, Status::Closed | Status::Uncounted) {
        store::set_destroyed(act.conn, survey.id, act.now)?;
        key::forget(act, &survey)?;
    }
    Ok(())
}

/// What could not be counted for so long never will be: what was answered goes, unread.
pub fn give_up_uncounted(act: &mut Act<'_>) -> Result<()> {
    for id in store::uncounted_since(act.conn, act.now - TimeDelta::days(KEPT_DAYS))? {
        store::empty(act.conn, id)?;
        destroy_key(act, &json!({ "survey": id }))?;
    }
    Ok(())
}
