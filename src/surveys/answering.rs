//! Answering: what somebody says is sealed and put in, once. No event, no form and no time is written.

use super::rules::{self, Said};
use super::{Question, Status, Survey, key, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::visit::Act;
use crate::polls::urn::sealing::{self, Paper};

/// They have answered; what they said stays.
pub const ALREADY: &str = "survey-conflict-already";
/// It is over.
pub const LATE: &str = "survey-conflict-late";

/// Answers a survey for the member who acts: one text a question, as `Said::text` writes it. How many answers there are now, to be noted
/// once this is committed.
///
/// # Errors
/// `Invalid` on the fields of questions; `Conflict` with `ALREADY` or `LATE`; `Forbidden` to who was not asked.
pub fn answer(act: &mut Act<'_>, id: i64, said: &[String]) -> Result<i32> {
    let member = act.member_id()?;
    let survey = store::find(act.conn, id, Some(member))?;
    match survey.status {
        Status::Draft => return Err(Error::NotFound),
        Status::Open if survey.has_answered => return Err(Error::Conflict(ALREADY)),
        Status::Open => {}
        Status::Closed | Status::Uncounted => return Err(Error::Conflict(LATE)),
    }
    check(&survey.questions.0, said)?;
    let sealed = seal(act, &survey, said)?;
    let came = store::answer(act.conn, id, member, &sealed)?;
    match came.came.as_str() {
        "answered" => Ok(came.many),
        "already" => Err(Error::Conflict(ALREADY)),
        "late" => Err(Error::Conflict(LATE)),
        "off_roll" => Err(Error::Forbidden),
        other => Err(Error::Internal(anyhow::anyhow!("an answer came back as {other}"))),
    }
}

/// Whether questions can be answered so.
fn check(questions: &[Question], said: &[String]) -> Result<()> {
    if questions.len() != said.len() {
        return Err(Error::BadRequest);
    }
    let wrong = |(question, text): (&Question, &String)| {
        let key = match rules::read(question, text) {
            Some(_) => return None,
            None if text.is_empty() => "survey-wrong-required",
            None => "wrong-choice",
        };
        Some(FieldError { field: question.field(), key, limit: None })
    };
    let errors: Vec<FieldError> = questions.iter().zip(said).filter_map(wrong).collect();
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    if said.iter().all(String::is_empty) { Err(Error::field("", "survey-wrong-nothing")) } else { Ok(()) }
}

fn seal(act: &Act<'_>, survey: &Survey, said: &[String]) -> Result<Vec<u8>> {
    let (public, size) = survey.public_key.as_ref().zip(survey.size).ok_or(Error::Conflict(LATE))?;
    let size = usize::try_from(size).map_err(anyhow::Error::new)?;
    let paper = Paper { code: String::new(), answers: said.to_vec(), skipped: Vec::new() };
    Ok(sealing::seal(public, &key::bound_to(act.coop.id.0, survey.id), &paper, size)?)
}

/// Puts answers into a survey of a demo co-op as it opens; the database allows it in no other, since nobody can have answered in the past.
pub fn fill_demo(act: &mut Act<'_>, id: i64, all: &[(i64, Vec<Said>)]) -> Result<()> {
    let survey = store::find(act.conn, id, None)?;
    let text = |said: &Vec<Said>| said.iter().map(Said::text).collect::<Vec<_>>();
    let mut sealed = all.iter().map(|(_, said)| seal(act, &survey, &text(said))).collect::<Result<Vec<_>>>()?;
    let mut people: Vec<i64> = all.iter().map(|(member, _)| *member).collect();
    sealed.sort_unstable();
    people.sort_unstable();
    store::fill(act.conn, id, &sealed, &people)
}
