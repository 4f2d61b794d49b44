//! What comes after the result: seats that fall vacant. And the photo beside a statement.

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use super::submit;
use crate::elections::{self, Stands, store};
use crate::members::photos;
use crate::platform::error::Error;
use crate::platform::forms::Form;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;

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
