//! Somebody's own code: shown on their phone or on paper, read at the door by who keeps it. It holds for one meeting, and says nothing to
//! anybody else.

use actix_web::web;
use askama::Template;

use super::{kept, member, seen, time_words, zone};
use crate::attendance::pages::door::came_words;
use crate::attendance::{self, Noted, Way};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::qr::Code;
use crate::platform::visit::{Done, Visit};

const PURPOSE: &[u8] = b"attendance-card";

fn message(visit: &Visit, meeting: i64, member: i64) -> Result<Vec<u8>> {
    Ok(format!("{}/{meeting}/{member}", visit.coop()?.id.0).into_bytes())
}

fn token(visit: &Visit, meeting: i64, member: i64) -> Result<String> {
    Ok(format!("{member}.{}", visit.state.keys.sign(PURPOSE, &message(visit, meeting, member)?)))
}

/// Whose code it is.
fn whose(visit: &Visit, meeting: i64, token: &str) -> Result<i64> {
    let (member, code) = token.split_once('.').ok_or(Error::NotFound)?;
    let member: i64 = member.parse().map_err(|_| Error::NotFound)?;
    let right = visit.state.keys.verify(PURPOSE, &message(visit, meeting, member)?, code);
    if right { Ok(member) } else { Err(Error::NotFound) }
}

#[derive(Template)]
#[template(path = "attendance/my_code.html")]
struct OwnPage {
    page: Page,
    id: i64,
    title: String,
    name: String,
    code: Code,
}

/// One's own code.
pub async fn own(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let me = member(&visit).ok_or(Error::Forbidden)?;
    let held = seen(&visit, id).await?;
    let address = format!("{}/meetings/{id}/codes/{}", visit.state.origin_of(visit.coop()?), token(&visit, id, me)?);
    let page = OwnPage {
        page: Page::new(&visit, "meetings", "attendance-my-code"),
        id,
        title: held.meeting.title(visit.lang).to_owned(),
        name: visit.viewer()?.name.clone(),
        code: Code::of(&address)?,
    };
    page::ok(&visit, &page)
}

#[derive(Template)]
#[template(path = "attendance/card.html")]
struct CardPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    action: String,
    name: String,
    times: Vec<String>,
    is_here: bool,
}

async fn card_page(visit: &Visit, id: i64, token: &str, form: Form) -> Result<CardPage> {
    let held = kept(visit, id).await?;
    let member = whose(visit, id, token)?;
    let (name, times) =
        visit.read(move |conn, _| Ok((members::name(conn, member)?, attendance::times_of(conn, id, member)?))).await?;
    let zone = zone(visit)?;
    Ok(CardPage {
        page: Page::named(visit, "meetings", name.clone()).with_form(&form),
        form,
        id,
        title: held.meeting.title(visit.lang).to_owned(),
        action: format!("/meetings/{id}/codes/{token}"),
        is_here: times.last().is_some_and(|time| time.left_at.is_none()),
        times: times.iter().map(|time| time_words(visit.lang, zone, time)).collect(),
        name,
    })
}

pub async fn show(visit: Visit, path: web::Path<(i64, String)>) -> Answer {
    let (id, token) = path.into_inner();
    page::ok(&visit, &card_page(&visit, id, &token, Form::blank()).await?)
}

/// Who showed their code comes.
pub async fn come(visit: Visit, path: web::Path<(i64, String)>, form: Form) -> Answer {
    let ((id, token), lang) = (path.into_inner(), visit.lang);
    kept(&visit, id).await?;
    let member = whose(&visit, id, &token)?;
    let outcome = visit
        .submit(&form, move |act, _| {
            let came = attendance::come(act, id, member, Way::InPerson, Noted::Card)?;
            let (said, name) = came_words(act, lang, &came);
            Ok(Done::to(format!("/meetings/{id}/door")).say(said, name))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &card_page(&visit, id, &token, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
