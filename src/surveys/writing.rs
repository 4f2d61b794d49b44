//! Writing a survey: as long as it is a draft, everything about it can be changed.

use serde_json::json;

use super::rounds::held;
use super::{Kind, NewQuestion, NewSurvey, QUESTIONS_MAX, Status, Survey, WORDS_MAX, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::visit::Act;
use crate::policy::Permission;

fn must_manage(act: &Act<'_>) -> Result<()> {
    if act.viewer.is_some() && !act.may(Permission::PollsManage) { Err(Error::Forbidden) } else { Ok(()) }
}

/// One that can still be changed.
fn draft(act: &mut Act<'_>, id: i64) -> Result<Survey> {
    must_manage(act)?;
    let survey = held(act, id)?;
    if survey.status == Status::Draft { Ok(survey) } else { Err(Error::Conflict("survey-conflict-opened")) }
}

/// A new draft, with questions or without.
///
/// # Errors
/// `Forbidden`; those of `add_question`.
pub fn add(act: &mut Act<'_>, new: &NewSurvey, questions: &[NewQuestion]) -> Result<i64> {
    must_manage(act)?;
    let by = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, new, None, by, act.now)?;
    let subject = Subject { id, name: new.title_en.clone() };
    events::record(act, &slice::SURVEY_WRITTEN, &subject, json!({ "after": new }))?;
    for question in questions {
        add_question(act, id, question)?;
    }
    Ok(id)
}

/// Changes what a draft is called, says, and when it ends.
///
/// # Errors
/// `Forbidden`; `Conflict` when it is no draft, or was changed meanwhile.
pub fn change(act: &mut Act<'_>, id: i64, new: &NewSurvey, version: i32) -> Result<()> {
    let before = draft(act, id)?;
    if before.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    let Some(difference) = difference(&json!(before.written()), &json!(new)) else { return Ok(()) };
    store::update(act.conn, id, new)?;
    let subject = Subject { id, name: new.title_en.clone() };
    events::record(act, &slice::SURVEY_CHANGED, &subject, difference)?;
    Ok(())
}

/// Throws a draft away.
///
/// # Errors
/// `Forbidden`; `Conflict` when it is no draft.
pub fn remove(act: &mut Act<'_>, id: i64) -> Result<()> {
    let survey = draft(act, id)?;
    store::remove(act.conn, id)?;
    let before = json!({ "title_en": survey.title_en, "title_fr": survey.title_fr });
    events::record(act, &slice::SURVEY_REMOVED, &survey.subject(act.coop.language), json!({ "before": before }))?;
    Ok(())
}

/// A new draft with the texts and questions of another one, of the same series: what is measured can be compared.
///
/// # Errors
/// `Forbidden`.
pub fn copy(act: &mut Act<'_>, id: i64) -> Result<i64> {
    must_manage(act)?;
    let survey = held(act, id)?;
    let ends_on = act.today() + chrono::Days::new(14);
    let new = NewSurvey { ends_on, every_months: None, ..survey.written() };
    let by = act.viewer.map(|viewer| viewer.account_id);
    let series = (survey.status != Status::Draft).then_some(survey.series);
    let copy = store::insert(act.conn, &new, series, by, act.now)?;
    store::copy_questions(act.conn, id, copy)?;
    let subject = Subject { id: copy, name: new.title_en.clone() };
    events::record(act, &slice::SURVEY_WRITTEN, &subject, json!({ "after": new }))?;
    Ok(copy)
}

// ---- questions ----

/// How many questions a draft has, written down after each change.
fn asked(act: &mut Act<'_>, survey: &Survey, questions: usize) -> Result<()> {
    let before = json!({ "survey_questions": survey.questions.0.len() });
    let detail = json!({ "before": before, "after": { "survey_questions": questions } });
    store::touch(act.conn, survey.id)?;
    events::record(act, &slice::SURVEY_ASKED, &survey.subject(act.coop.language), detail)?;
    Ok(())
}

/// Whether there is room for so many questions that ask for words.
fn must_fit(survey: &Survey, new: &NewQuestion, instead_of: Option<i32>) -> Result<()> {
    let others = survey.questions.0.iter().filter(|question| Some(question.number) != instead_of);
    let words = others.filter(|question| question.kind == Kind::Text).count();
    let too_many = new.kind == Kind::Text && words >= WORDS_MAX;
    if too_many { Err(Error::field("survey_kind", "survey-wrong-words")) } else { Ok(()) }
}

/// Adds a question at the end.
///
/// # Errors
/// `Forbidden`; `Conflict` when it is no draft; `Invalid` on `survey_kind` where it has too many.
pub fn add_question(act: &mut Act<'_>, id: i64, new: &NewQuestion) -> Result<()> {
    let survey = draft(act, id)?;
    must_fit(&survey, new, None)?;
    let many = survey.questions.0.len();
    if many >= QUESTIONS_MAX {
        return Err(Error::field("survey_kind", "survey-wrong-many"));
    }
    let number = i32::try_from(many + 1).map_err(anyhow::Error::new)?;
    store::put_question(act.conn, id, number, new)?;
    asked(act, &survey, many + 1)
}

/// Writes a question anew.
///
/// # Errors
/// As for `add_question`; `NotFound`.
pub fn change_question(act: &mut Act<'_>, id: i64, number: i32, new: &NewQuestion) -> Result<()> {
    let survey = draft(act, id)?;
    let many = survey.questions.0.len();
    if !survey.questions.0.iter().any(|question| question.number == number) {
        return Err(Error::NotFound);
    }
    must_fit(&survey, new, Some(number))?;
    store::put_question(act.conn, id, number, new)?;
    asked(act, &survey, many)
}

/// Takes a question out; those after it move up.
///
/// # Errors
/// As for `change_question`.
pub fn remove_question(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let survey = draft(act, id)?;
    let many = survey.questions.0.len();
    if !store::remove_question(act.conn, id, number)? {
        return Err(Error::NotFound);
    }
    asked(act, &survey, many.saturating_sub(1))
}

/// Puts a question before the one above it.
///
/// # Errors
/// As for `change_question`.
pub fn move_up(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let survey = draft(act, id)?;
    if number < 2 || !survey.questions.0.iter().any(|question| question.number == number) {
        return Err(Error::NotFound);
    }
    store::swap_questions(act.conn, id, number - 1, number)?;
    asked(act, &survey, survey.questions.0.len())
}
