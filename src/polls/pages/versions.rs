//! What a vote said before: each change of what others had seen, with who made it, when, and which words.

use actix_web::web;
use askama::Template;

use crate::platform::compared::{Piece, compared};
use crate::platform::error::Error;
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::polls::{Status, slice, store};

/// One change.
struct Change {
    when: String,
    /// What was asked otherwise: not by its words.
    asked: bool,
    /// The title, the text, arguments and cost, as far as they changed.
    texts: Vec<Vec<Piece>>,
}

#[derive(Template)]
#[template(path = "polls/versions.html")]
struct VersionsPage {
    page: Page,
    id: i64,
    name: String,
    changes: Vec<Change>,
}

pub async fn versions(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let (poll, changes) =
        visit.read(move |conn, _| Ok((store::poll(conn, id)?, store::versions::changes(conn, id)?))).await?;
    if poll.status == Status::Draft {
        return Err(Error::NotFound);
    }
    let page = Page::new(&visit, "polls", "poll-versions-title");
    let changes = changes.iter().map(|event| change(&page, event)).filter(|one| one.asked || !one.texts.is_empty());
    let (name, changes) = (poll.title(visit.lang).to_owned(), changes.collect());
    page::ok(&visit, &VersionsPage { page, id, name, changes })
}

fn change(page: &Page, event: &Event) -> Change {
    let side = |side: &str, field: &str| event.detail[side][field].as_str().map(str::to_owned);
    let text = |name: &str| {
        let field = |lang: Lang| format!("{name}_{}", lang.code());
        let (own, other) = (field(page.lang()), field(page.lang().other()));
        let both = |field: &str| Some(compared(&side("before", field)?, &side("after", field)?));
        both(&own).or_else(|| both(&other))
    };
    let cost = |side: &str| {
        let cost = event.detail[side].get("cost")?;
        Some(cost.as_i64().map(|cents| page.lang().money(cents)).unwrap_or_default())
    };
    let costs = || Some(compared(&cost("before")?, &cost("after")?));
    Change {
        when: page.t2("poll-version", "when", page.moment(&event.at), "who", event.actor_name.as_str()),
        asked: event.is(&slice::POLL_ASKED),
        texts: ["title", "details", "pros", "cons"].into_iter().filter_map(text).chain(costs()).collect(),
    }
}
