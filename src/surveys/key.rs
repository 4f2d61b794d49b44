//! The key of a survey: made at the opening, a file beside the server's key, destroyed after the end. It is in no database and no backup.

use sha2::{Digest as _, Sha256};

use super::Survey;
use crate::platform::error::{Error, Result};
use crate::platform::session::hex;
use crate::platform::state::AppState;
use crate::platform::visit::Act;
use crate::polls::urn::sealing;

/// Makes a pair of keys, keeps the private one and gives the public one.
pub fn make(act: &Act<'_>, id: i64) -> Result<Vec<u8>> {
    let pair = sealing::new_pair();
    act.state.keys.keep(&name(act.coop.id.0, id, &pair.public), &pair.private).map_err(|error| {
        tracing::error!(%error, "the key of a survey cannot be kept");
        Error::Conflict("survey-conflict-keep")
    })?;
    Ok(pair.public)
}

/// The private key. None where it is not there, or is another one.
///
/// # Errors
/// Where the file cannot be read: it may be another time.
pub fn private(act: &Act<'_>, survey: &Survey) -> Result<Option<Vec<u8>>> {
    let Some(public) = &survey.public_key else { return Ok(None) };
    let kept = act.state.keys.kept(&name(act.coop.id.0, survey.id, public)).map_err(anyhow::Error::new)?;
    Ok(kept.filter(|private| sealing::belongs(private, public)))
}

/// Destroys it, with what was noted beside it.
pub fn forget(act: &Act<'_>, survey: &Survey) -> Result<()> {
    let coop = act.coop.id.0;
    let key = survey.public_key.as_ref().map(|public| name(coop, survey.id, public));
    for name in key.into_iter().chain([count_name(coop, survey.id)]) {
        act.state.keys.forget(&name).map_err(anyhow::Error::new)?;
    }
    Ok(())
}

/// Notes beside the key how many answers there are: a database that knows of fewer was put back to an earlier day. After the commit.
pub fn note(state: &AppState, coop: i64, id: i64, many: i32) {
    if let Err(error) = state.keys.note_most(&count_name(coop, id), u64::try_from(many).unwrap_or(0)) {
        tracing::warn!(%error, "how many have answered could not be noted beside the key");
    }
}

pub fn noted(act: &Act<'_>, id: i64) -> Result<u64> {
    Ok(act.state.keys.noted(&count_name(act.coop.id.0, id)).map_err(anyhow::Error::new)?)
}

/// What an answer is sealed for: it opens for no other survey, and is no ballot.
pub fn bound_to(coop: i64, id: i64) -> Vec<u8> {
    format!("survey/{coop}/{id}").into_bytes()
}

fn name(coop: i64, id: i64, public: &[u8]) -> String {
    format!("survey-{coop}-{id}-{}.key", hex(&Sha256::digest(public)[..8]))
}

fn count_name(coop: i64, id: i64) -> String {
    format!("survey-{coop}-{id}.count")
}

/// The name of the file of a key, for tests that take it away and bring it back.
#[cfg(test)]
pub fn file(act: &Act<'_>, survey: &Survey) -> String {
    name(act.coop.id.0, survey.id, survey.public_key.as_deref().unwrap_or_default())
}
