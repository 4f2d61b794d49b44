//! Erasing a former member: what will happen, and the deed.

use actix_web::web;
use askama::Template;

use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::privacy::erasure::{self, Outlook};

#[derive(Template)]
#[template(path = "privacy/erasure.html")]
struct ErasurePage {
    page: Page,
    form: Form,
    id: i64,
    outlook: Outlook,
    /// Whether the retention time is over.
    due: bool,
}

async fn erasure_page(visit: &Visit, id: i64, form: Form) -> Result<ErasurePage> {
    let outlook = visit.read(move |conn, visit| erasure::outlook(conn, visit.state.slices, id, visit.today())).await?;
    let page = Page::new(visit, "members", "erasing-title").with_form(&form);
    let due = outlook.retention.is_some_and(|retention| retention.is_over(visit.today()));
    Ok(ErasurePage { page, form, id, outlook, due })
}

pub async fn form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &erasure_page(&visit, *id, Form::blank()).await?)
}

pub async fn erase(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            if !reader.checked("erase_sure") {
                reader.refuse("erase_sure", "wrong-required");
            }
            let asked = reader.checked("erase_asked");
            reader.finish()?;
            erasure::erase(act, id, asked)?;
            Ok(Done::to(format!("/members/{id}")).say("member-erased", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &erasure_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
