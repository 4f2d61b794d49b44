//! Following a vote: its close in one's calendar, and the stream that keeps its figures up to date.

use actix_web::web;

use crate::platform::calendar;
use crate::platform::error::Error;
use crate::platform::live::Hub;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;
use crate::polls::{State, store};

/// The close of a vote, for a calendar.
pub async fn calendar(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    if !matches!(poll.state(visit.now), State::Scheduled | State::Open) {
        return Err(Error::NotFound);
    }
    let title = visit.lang.with("poll-calendar-title", &[("name", poll.title(visit.lang).into())]);
    let (name, path) = (format!("poll-{id}"), format!("/polls/{id}"));
    let sequence = poll.version.unsigned_abs();
    calendar::file(&visit, &calendar::Moment { name, title, at: poll.closes_at, path, sequence })
}

/// The stream that keeps the tally of an open vote up to date.
pub async fn live(visit: Visit, hub: web::Data<Hub>, id: web::Path<i64>) -> Answer {
    hub.stream(&visit, format!("poll:{id}")).await
}
