//! What comes after the result: contesting it and answering that, seats that fall vacant, and the photo beside a statement.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::parts::{self, AppealRow};
use super::{page_of, submit};
use crate::elections::appeals::TEXT_MAX;
use crate::elections::{self, Stands, store};
use crate::members::photos;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

pub async fn contest(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "appeal-sent", move |act, form| {
        store::find(act.conn, id)?;
        let reader = form.reader();
        let says = reader.required_text("says", TEXT_MAX);
        reader.finish()?;
        elections::contest(act, id, &says)
    })
    .await
}

pub async fn examine(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    submit(&visit, id, form, "appeal-examined", move |act, _| elections::examine(act, id, number)).await
}

// ---- answering ----

#[derive(Template)]
#[template(path = "elections/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    appeal: AppealRow,
    answers: Vec<(&'static str, String, String)>,
}

/// # Errors
/// `NotFound`; `Conflict` when it is answered, or the viewer's own.
async fn answer_page(visit: &Visit, (id, number): (i64, i32), form: Form) -> Result<AnswerPage> {
    let (election, appeal) = visit
        .read(move |conn, _| {
            let election = store::find(conn, id)?;
            let all = store::appeals(conn, id)?;
            Ok((election, all.into_iter().find(|one| one.number == number).ok_or(Error::NotFound)?))
        })
        .await?;
    let lang = visit.lang;
    let page = Page::new(visit, "elections", "appeal-answer-act").with_form(&form);
    let row = parts::appeal(&page, &appeal);
    if !row.open {
        return Err(Error::Conflict(if appeal.is_open() { "appeal-conflict-own" } else { "appeal-conflict-answered" }));
    }
    let answer = |word, key: &str| (word, lang.t(key), String::new());
    Ok(AnswerPage {
        form,
        id,
        name: election.title(lang).to_owned(),
        appeal: row,
        answers: vec![answer("no", "appeal-dismiss"), answer("yes", "appeal-uphold")],
        page,
    })
}

pub async fn answer_form(visit: Visit, path: web::Path<(i64, i32)>) -> Answer {
    page::ok(&visit, &answer_page(&visit, path.into_inner(), Form::blank()).await?)
}

pub async fn answer(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            if !store::appeals(act.conn, id)?.iter().any(|one| one.number == number) {
                return Err(Error::NotFound);
            }
            let reader = form.reader();
            let upheld = reader.required_choice("upheld", &[("yes", true), ("no", false)]);
            let says = reader.required_text("appeal_answer", TEXT_MAX);
            reader.finish()?;
            elections::answer(act, id, number, upheld.unwrap_or_default(), &says)?;
            Ok(page_of(id).say("appeal-answered", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &answer_page(&visit, (id, number), form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

// ---- seats and photos ----

pub async fn seat_again(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-seated", move |act, _| elections::seat_again(act, id)).await
}

pub async fn offer(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-offered", move |act, form| {
        let seat = form.value("vacated").parse().map_err(|_| Error::NotFound)?;
        elections::offer(act, id, seat)
    })
    .await
}

pub async fn take(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-taken", move |act, _| elections::take(act, id, true)).await
}

pub async fn refuse(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-refused", move |act, _| elections::take(act, id, false)).await
}

/// The photo of a candidate who shows it.
pub async fn photo(visit: Visit, path: web::Path<(i64, i32)>) -> Answer {
    let (id, number) = path.into_inner();
    let own = visit.viewer()?.member_id;
    let jpeg = visit
        .read(move |conn, _| {
            let election = store::find(conn, id)?;
            let all = store::candidacies(conn, id)?;
            let one = all.iter().find(|one| one.number == number && one.shows_photo).ok_or(Error::NotFound)?;
            let seen = !election.hides_names() && matches!(one.status, Stands::Standing | Stands::Withdrawn);
            if !seen && own != Some(one.member_id) {
                return Err(Error::NotFound);
            }
            photos::shown(conn, one.member_id)
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("image/jpeg")
        .insert_header((header::CACHE_CONTROL, "private, max-age=300"))
        .insert_header((header::VARY, "Cookie"))
        .insert_header(("content-security-policy", "default-src 'none'; sandbox"))
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\""))
        .body(jpeg))
}
