//! What is said to a ballot that was not recorded: that it came too late, or from before another one.

use actix_web::http::StatusCode;
use askama::Template;

use super::show::said;
use crate::platform::error::Error;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::polls::store::reads;
use crate::polls::{State, store};

#[derive(Template)]
#[template(path = "polls/late.html")]
struct LatePage {
    page: Page,
    id: i64,
    name: String,
    what: String,
    said: String,
}

/// Says what is recorded to whoever sends a form of before it.
pub async fn changed_since(visit: &Visit, id: i64) -> Answer {
    let member = visit.viewer()?.member_id.ok_or(Error::Forbidden)?;
    let (poll, questions, own) = visit
        .read(move |conn, _| {
            let (poll, questions) = store::whole(conn, id)?;
            Ok((poll, questions, reads::own(conn, id, member)?))
        })
        .await?;
    let page = Page::new(visit, "polls", "poll-late-title");
    let said = said(visit.lang, &page, &questions, &own);
    let (name, what) = (poll.title(visit.lang).to_owned(), visit.lang.t("poll-sent-before"));
    page::html(visit, StatusCode::CONFLICT, &LatePage { page, id, name, what, said })
}

/// Says that nothing was recorded, and why.
pub async fn late(visit: &Visit, id: i64) -> Answer {
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    let lang = visit.lang;
    let page = Page::new(visit, "polls", "poll-late-title");
    let what = match poll.state(visit.now) {
        State::Draft | State::Scheduled | State::Missed | State::Cancelled => lang.t("poll-late-not-open"),
        State::Void => lang.with("poll-void-note", &[("reason", poll.void_reason.as_str().into())]),
        State::Open | State::Counting | State::Closed | State::Disputed => {
            let at = poll.closed_at.unwrap_or(poll.closes_at);
            lang.with("poll-late-closed", &[("when", page.moment(&at).into())])
        }
    };
    let name = poll.title(lang).to_owned();
    page::html(visit, StatusCode::CONFLICT, &LatePage { page, id, name, what, said: lang.t("poll-late-not-recorded") })
}
