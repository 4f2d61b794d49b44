//! The day that a list is asked for by `?on=`. What is no day is said beside the field, above the list of today.

use actix_web::http::StatusCode;
use chrono::NaiveDate;

use super::error::{Error, FieldError, Result};
use super::forms::Form;
use super::visit::Visit;

#[derive(Debug, Clone)]
pub struct AskedDay {
    /// The day that was asked for; today where none was, or no day.
    pub on: NaiveDate,
    today: NaiveDate,
    pub wrong: Option<FieldError>,
}

impl AskedDay {
    pub fn of(visit: &Visit, query: &Form) -> Self {
        let today = visit.today();
        let reader = query.reader();
        let on = reader.date("on").unwrap_or(today);
        let wrong = match reader.finish() {
            Err(Error::Invalid(mut errors)) => errors.pop(),
            _ => None,
        };
        Self { on, today, wrong }
    }

    /// Today, where nobody asked.
    pub fn today(visit: &Visit) -> Self {
        Self { on: visit.today(), today: visit.today(), wrong: None }
    }

    /// The day, where it is not today.
    pub fn other(&self) -> Option<NaiveDate> {
        Some(self.on).filter(|day| *day != self.today)
    }

    /// Whether nobody knows yet what else will be entered for it.
    pub fn is_ahead(&self) -> bool {
        self.on > self.today
    }

    /// What stands after an address so that it is about the same day.
    pub fn query(&self) -> String {
        self.other().map(|day| format!("?on={day}")).unwrap_or_default()
    }

    /// With what the list is answered.
    pub fn status(&self) -> StatusCode {
        if self.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }

    /// For a file, which has no place to say what is wrong.
    ///
    /// # Errors
    /// `Invalid` when it is no day.
    pub fn or_refused(self) -> Result<NaiveDate> {
        match self.wrong {
            Some(wrong) => Err(Error::Invalid(vec![wrong])),
            None => Ok(self.on),
        }
    }
}
