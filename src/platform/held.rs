//! Forms that come back as they were typed instead of being done: in another language, or once somebody signed in again.
//!
//! A form with the field `form_hold` is *held*: its handler reads it, refuses nothing, changes nothing, and shows its page with what
//! was typed. The gate reads every form before its handler, because the field may name the language of the answer.

use std::rc::Rc;

use actix_web::dev::ServiceRequest;
use actix_web::error::PayloadError;
use actix_web::http::Method;
use actix_web::web::Bytes;
use actix_web::{FromRequest as _, HttpMessage as _, HttpRequest};

use super::error::{Error, Result};
use super::forms::{Form, TOKEN_FIELD};
use super::i18n::Lang;

/// Asks for a form to come back: in the language that it names, or as it is.
pub const HOLD_FIELD: &str = "form_hold";
/// Where a form that waits for a sign-in is to go.
const PATH_FIELD: &str = "held_path";
/// What was typed into it, as one value.
const FIELDS_FIELD: &str = "held_fields";

/// What the body of a request was read as.
#[derive(Clone)]
struct Taken(Rc<Result<Form>>);

pub fn is_form(req: &HttpRequest) -> bool {
    req.content_type() == "application/x-www-form-urlencoded"
}

/// Reads the form of a request, once, for whoever asks for it afterwards.
pub async fn take(req: &mut ServiceRequest) {
    if req.method() != Method::POST || !is_form(req.request()) {
        return;
    }
    let (http, payload) = req.parts_mut();
    let read = match Bytes::from_request(http, payload).await {
        Ok(body) => Form::parse(&body),
        Err(error) => Err(unread(&error)),
    };
    req.extensions_mut().insert(Taken(Rc::new(read)));
}

/// Why a body was not read.
fn unread(error: &actix_web::Error) -> Error {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Error::TooLarge,
        _ => Error::BadRequest,
    }
}

/// The form that was read from a request.
///
/// # Errors
/// `BadRequest` when there is none or it is no text, `TooLarge`.
pub fn form_of(req: &HttpRequest) -> Result<Form> {
    let taken = req.extensions().get::<Taken>().cloned().ok_or(Error::BadRequest)?;
    match taken.0.as_ref() {
        Ok(form) => Ok(form.clone()),
        Err(Error::TooLarge) => Err(Error::TooLarge),
        Err(_) => Err(Error::BadRequest),
    }
}

/// Whether a request's form is to come back, and in which language.
pub fn asked_of(req: &HttpRequest) -> (bool, Option<Lang>) {
    form_of(req).map_or((false, None), |form| (form.is_held(), Lang::parse(form.value(HOLD_FIELD))))
}

impl Form {
    pub fn is_held(&self) -> bool {
        !self.value(HOLD_FIELD).is_empty()
    }

    /// The form that this sign-in form carries for later: where it goes, and its fields.
    pub fn carried(&self) -> Option<(&str, Vec<(String, String)>)> {
        let path = Some(self.value(PATH_FIELD)).filter(|path| path.starts_with('/'))?;
        let fields = serde_urlencoded::from_str(self.value(FIELDS_FIELD)).ok()?;
        Some((path, fields))
    }

    /// The hidden fields with which a sign-in form carries another form along.
    pub fn carrying(&self) -> [(&'static str, &str); 2] {
        [PATH_FIELD, FIELDS_FIELD].map(|name| (name, self.value(name)))
    }

    /// A sign-in form that carries this one, but for what is secret in it.
    pub fn carried_to(&self, path: &str) -> Self {
        Self::filled([(PATH_FIELD, path.to_owned()), (FIELDS_FIELD, self.kept())])
    }

    /// What was typed, as one value, but for what is secret in it and what the program itself put there.
    pub fn kept(&self) -> String {
        let kept: Vec<_> = self.fields().filter(|(name, _)| is_kept(name)).collect();
        serde_urlencoded::to_string(&kept).unwrap_or_default()
    }
}

/// Passwords, codes and the token of the page stay where they were typed.
fn is_kept(name: &str) -> bool {
    ![TOKEN_FIELD, HOLD_FIELD, PATH_FIELD, FIELDS_FIELD, "draft_path", "draft_title"].contains(&name)
        && !["password", "code", "token"].iter().any(|secret| name.ends_with(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_carried_is_what_was_typed_without_secrets() {
        let typed =
            Form::parse(b"form_token=t&title=Hall+%26+stairs&step=1&step=2&new_password=p&setup_token=x&form_hold=fr");
        let carried = typed.expect("a form").carried_to("/tasks");
        let (path, fields) = carried.carried().expect("a form is carried");
        assert_eq!(path, "/tasks");
        let plain: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(plain, [("title", "Hall & stairs"), ("step", "1"), ("step", "2")]);
        assert!(Form::blank().carried().is_none());
    }
}
