//! On one's own phone: the code that is shown in the room says that one is there.

use actix_web::web;
use askama::Template;

use super::{member, seen, time_words, zone};
use crate::accounts;
use crate::attendance::pages::door::came_words;
use crate::attendance::{self, Held, Way};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "attendance/here.html")]
struct HerePage {
    page: Page,
    form: Form,
    held: Held,
    title: String,
    ways: Vec<(String, String, String)>,
    /// When they were there.
    mine: Vec<String>,
    is_here: bool,
}

async fn here_page(visit: &Visit, id: i64, form: Form) -> Result<HerePage> {
    let me = member(visit).ok_or(Error::Forbidden)?;
    let held = seen(visit, id).await?;
    let own = visit.read(move |conn, _| attendance::times_of(conn, id, me)).await?;
    let (lang, zone) = (visit.lang, zone(visit)?);
    let counts = held.door.as_ref().is_none_or(|door| door.online_counts);
    let way = |(word, way): (&'static str, Way)| {
        let note = if way == Way::Online && !counts { lang.t("attendance-online-not") } else { String::new() };
        (word.to_owned(), lang.t_of("attendance-way-own-", word), note)
    };
    Ok(HerePage {
        page: Page::new(visit, "meetings", "attendance-here-title").with_form(&form),
        form,
        title: held.meeting.title(lang).to_owned(),
        ways: Way::ALL.into_iter().map(way).collect(),
        is_here: own.last().is_some_and(|time| time.left_at.is_none()),
        mine: own.iter().map(|time| time_words(lang, zone, time)).collect(),
        held,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let form = Form::filled([("attends", Way::InPerson.word().to_owned())]);
    page::ok(&visit, &here_page(&visit, *id, form).await?)
}

async fn again(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &here_page(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

/// A wrong code counts as one attempt; a right one is given back, since a whole meeting types it on one network.
pub async fn come(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang, network) = (*id, visit.lang, visit.network.clone());
    visit.in_person()?;
    let me = member(&visit).ok_or(Error::Forbidden)?;
    seen(&visit, id).await?;
    let reader = form.reader();
    let typed = reader.required_line("room_code", 40);
    let way = reader.required_choice("attends", &Way::ALL);
    if let Err(error) = visit.must_be_ours(&form).and_then(|()| reader.finish()) {
        return again(&visit, id, form, Err(error)).await;
    }
    let whose = format!("{id}-{me}");
    let (counted, there) = (whose.clone(), network.clone());
    let attempts = visit.write(move |act| accounts::count_attempt(act, "room-code", Some(&counted), &there)).await?;
    attempts.or_wait()?;
    let outcome = visit
        .submit(&form, move |act, _| {
            let came = attendance::come_by_code(act, id, &typed, way.unwrap_or(Way::InPerson))?;
            accounts::forget_attempts(act, "room-code", &whose, &network)?;
            accounts::give_back_attempt(act, "room-code", &network)?;
            let (said, name) = came_words(act, lang, &came);
            Ok(Done::to(format!("/meetings/{id}/attendance")).say(said, name))
        })
        .await;
    again(&visit, id, form, outcome).await
}

pub async fn leave(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    visit.in_person()?;
    let me = member(&visit).ok_or(Error::Forbidden)?;
    let outcome = visit
        .submit(&form, move |act, _| {
            let (name, _) = attendance::leave(act, id, me)?;
            Ok(Done::to(format!("/meetings/{id}/attendance")).say("attendance-left", name))
        })
        .await;
    again(&visit, id, form, outcome).await
}
