//! What people wrote: each text stands alone, and others see it once somebody has released it. What could hurt somebody is held back, with
//! a reason that everybody can read.

use serde_json::json;

use super::rounds::held;
use super::{Survey, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use crate::policy::Permission;

text_enum! {
    /// How a comment stands.
    pub enum Standing {
        Waiting = "waiting",
        Released = "released",
        Held = "held",
    }
}

row! {
    /// What somebody wrote.
    #[derive(Debug, Clone)]
    pub struct Comment {
        pub number: i32,
        pub question: i32,
        pub text: String,
        pub standing: Standing,
        /// Why it is held back.
        pub why: String,
    }
}

/// Lets everybody read a comment.
///
/// # Errors
/// `Forbidden`; `NotFound`.
pub fn release(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let (survey, comment) = found(act, id, number)?;
    if comment.standing == Standing::Released {
        return Ok(());
    }
    settle(act, &survey, number, (Standing::Released, ""))?;
    events::record(act, &slice::COMMENT_RELEASED, &survey.subject(act.coop.language), json!({}))?;
    Ok(())
}

/// Holds a comment back, for a reason that everybody can read.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid` on `survey_why` without a reason.
pub fn hold_back(act: &mut Act<'_>, id: i64, number: i32, why: &str) -> Result<()> {
    let (survey, comment) = found(act, id, number)?;
    if why.is_empty() {
        return Err(Error::field("survey_why", "wrong-required"));
    }
    if comment.standing == Standing::Held && comment.why == why {
        return Ok(());
    }
    settle(act, &survey, number, (Standing::Held, why))?;
    events::record(act, &slice::COMMENT_HELD, &survey.subject(act.coop.language), json!({ "why": why }))?;
    Ok(())
}

fn found(act: &mut Act<'_>, id: i64, number: i32) -> Result<(Survey, Comment)> {
    if act.viewer.is_some() && !act.may(Permission::CommentsModerate) {
        return Err(Error::Forbidden);
    }
    let survey = held(act, id)?;
    let comment = store::comments(act.conn, id)?.into_iter().find(|one| one.number == number);
    Ok((survey, comment.ok_or(Error::NotFound)?))
}

fn settle(act: &mut Act<'_>, survey: &Survey, number: i32, (standing, why): (Standing, &str)) -> Result<()> {
    let by = act.viewer.map(|viewer| viewer.account_id);
    store::settle(act.conn, (survey.id, number), (standing, why), by, act.now)
}
