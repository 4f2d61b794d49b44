//! What somebody began writing: kept while they type, offered where they typed it, listed for whoever has no script.

use actix_web::HttpResponse;
use askama::Template;

use super::local;
use crate::platform::drafts::{self, Draft};
use crate::platform::error::Error;
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "accounts/drafts.html", blocks = ["offer"])]
struct DraftsPage {
    page: Page,
    drafts: Vec<Draft>,
}

/// All drafts; for a script, the one of a form (`path`) or nothing.
pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let account = visit.viewer()?.account_id;
    let path = query.value("path").to_owned();
    let one = visit.wants_fragment && !path.is_empty();
    let drafts = visit
        .read(move |conn, _| {
            if one { Ok(drafts::find(conn, account, &path)?.into_iter().collect()) } else { drafts::of(conn, account) }
        })
        .await?;
    let shown = DraftsPage { page: Page::new(&visit, "", "drafts-title"), drafts };
    if one { page::fragment(shown.as_offer().render()) } else { page::ok(&visit, &shown) }
}

/// Keeps what is being typed. Nobody's while somebody acts for another: it would be one's own afterwards.
///
/// # Errors
/// `Invalid` when it comes from no page of ours, `BadRequest` when it says no place of ours, `TooLarge`.
pub async fn add(visit: Visit, form: Form) -> Answer {
    visit.must_be_ours(&form)?;
    let viewer = visit.viewer()?;
    let (account, acts) = (viewer.account_id, viewer.acting.is_some());
    let (path, title) = (form.value("draft_path").to_owned(), form.value("draft_title").to_owned());
    // What somebody is about to vote is kept nowhere.
    if path.len() > 200
        || path == "/"
        || local(&path) != path
        || path.ends_with("/ballots")
        || path.ends_with("/ballot")
    {
        return Err(Error::BadRequest);
    }
    if !acts {
        visit.write(move |act| drafts::keep(act.conn, account, &path, &title, &form, act.now)).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

pub async fn remove(visit: Visit, form: Form) -> Answer {
    let account = visit.viewer()?.account_id;
    let done = visit
        .submit(&form, move |act, form| {
            drafts::forget(act.conn, account, form.value("draft_path"))?;
            Ok(Done::to("/account/drafts").say("draft-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
