//! Beginning and ending to act for a member. For whom, and until when, stands in the session.

use actix_session::SessionExt as _;
use actix_web::{HttpRequest, web};
use askama::Template;

use crate::accounts::assistance;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::session::ACTING_KEY;
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "accounts/assistance.html")]
struct AssistancePage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    minutes: i64,
}

async fn assistance_page(visit: &Visit, id: i64, form: Form) -> Result<AssistancePage> {
    let name = visit.read(move |conn, _| members::name(conn, id)).await?;
    Ok(AssistancePage {
        page: Page::new(visit, "members", "assistance-title").with_form(&form),
        form,
        id,
        name,
        minutes: assistance::ASSISTANCE_MINUTES,
    })
}

pub async fn begin_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &assistance_page(&visit, *id, Form::blank()).await?)
}

pub async fn begin(req: HttpRequest, visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let begun = std::sync::Arc::new(std::sync::OnceLock::new());
    let told = begun.clone();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let reason = reader.line("assistance_reason", 200);
            reader.finish()?;
            let acting = assistance::begin(act, id, &reason)?;
            let done = Done::to("/").say("assistance-begun", acting.name.clone());
            let _ = told.set(acting);
            Ok(done)
        })
        .await;
    match outcome {
        Ok(done) => {
            if let Some(acting) = begun.get() {
                let kept = req.get_session().insert(ACTING_KEY, acting);
                kept.map_err(|error| Error::Internal(anyhow::anyhow!("the session could not be kept: {error}")))?;
                req.get_session().renew(); // other rights, another key
            }
            Ok(page::done(&visit, &done))
        }
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &assistance_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn end(req: HttpRequest, visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, _| {
            let after = assistance::end(act)?.map_or_else(|| "/".to_owned(), |member| format!("/members/{member}"));
            Ok(Done::to(after).say("assistance-ended", ""))
        })
        .await?;
    req.get_session().remove(ACTING_KEY);
    req.get_session().renew();
    Ok(page::done(&visit, &done))
}
