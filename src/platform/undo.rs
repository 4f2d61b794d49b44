//! Taking a change back: the message that says what was done carries what was before, sealed, so that nothing can be put back that
//! never was. Whoever takes it back checks that nothing changed since; the form's token makes it happen once.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::act::{Act, Done};
use super::error::{Error, Result};
use super::forms::Form;

/// The longest that is carried, in letters: the message travels in a cookie. A longer one has no way back.
const LENGTH_MAX: usize = 2_000;
const FIELD: &str = "undo";

fn message(act: &Act<'_>, action: &str, text: &str) -> Vec<u8> {
    format!("{}/{action}/{text}", act.coop.id.0).into_bytes()
}

/// The message of `done` with a button that sends what was to `action`.
pub fn offer(act: &Act<'_>, done: Done, action: &str, was: &impl Serialize) -> Result<Done> {
    let text = URL_SAFE_NO_PAD.encode(serde_json::to_vec(was).map_err(anyhow::Error::new)?);
    if text.len() > LENGTH_MAX {
        return Ok(done);
    }
    let code = act.state.keys.sign(b"undo", &message(act, action, &text));
    Ok(done.undo(action, vec![(FIELD.to_owned(), format!("{text}.{code}"))]))
}

/// What was, as a button carried it to `action`.
///
/// # Errors
/// `BadRequest` when it is not what was sealed for this co-op and this action.
pub fn read<T: DeserializeOwned>(act: &Act<'_>, action: &str, form: &Form) -> Result<T> {
    let (text, code) = form.value(FIELD).split_once('.').ok_or(Error::BadRequest)?;
    if !act.state.keys.verify(b"undo", &message(act, action, text), code) {
        return Err(Error::BadRequest);
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::BadRequest)?;
    serde_json::from_slice(&bytes).map_err(|_| Error::BadRequest)
}

/// The refusal of a way back after something else changed.
pub fn changed_since() -> Error {
    Error::Conflict("conflict-undo")
}
