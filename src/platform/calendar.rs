//! Calendar files (RFC 5545): a day or an hour of the co-op in the calendar of a telephone.

use actix_web::HttpResponse;
use actix_web::http::header;
use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _};

use super::error::Result;
use super::visit::Visit;

/// How long before its time a calendar calls something to mind.
const BEFORE: TimeDelta = TimeDelta::days(1);

/// A moment that somebody wants in their calendar.
pub struct Moment {
    /// What it is, the same each time it is asked for, so that a calendar has it once: `poll-12`.
    pub name: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// The page that it is about, below the co-op's address.
    pub path: String,
    /// How often it changed: a calendar that has it takes the later one.
    pub sequence: u32,
}

/// The file of one moment. It names the page and nothing of what is on it.
///
/// # Errors
/// `NotFound` where there is no co-op.
pub fn file(visit: &Visit, moment: &Moment) -> Result<HttpResponse> {
    let origin = visit.state.origin_of(visit.coop()?);
    let host = origin.rsplit("://").next().unwrap_or_default();
    let event = Event::new()
        .uid(&format!("{}@{host}", moment.name))
        .sequence(moment.sequence)
        .timestamp(visit.now)
        .summary(&moment.title)
        .starts(moment.at)
        .url(&format!("{origin}{}", moment.path))
        .alarm(Alarm::display(&moment.title, -BEFORE))
        .done();
    let calendar = Calendar::new().push(event).done();
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.ics\"", moment.name)))
        .body(calendar.to_string()))
}
