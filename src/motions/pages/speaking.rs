//! Who wants to speak: asked on one's own phone, or by who leads the meeting.

use actix_web::web;
use chrono_tz::Tz;

use super::{index_page, member, seen};
use crate::motions::{self, Side, Speaker};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer};
use crate::platform::visit::{Done, Visit};

/// A turn to speak.
pub(super) struct Turn {
    pub id: i64,
    pub name: String,
    pub words: String,
    pub speaks: bool,
    /// Whether the viewer can give it up.
    pub gives_up: bool,
}

/// Who speaks or waits, in turn, and who spoke.
pub(super) fn turns(lang: Lang, zone: Tz, all: &[Speaker], me: Option<i64>, leads: bool) -> (Vec<Turn>, Vec<Turn>) {
    let turn = |one: &Speaker| {
        let side = lang.t_of("speaker-side-", one.side.word());
        let words = match (one.began_at, one.ended_at) {
            (Some(began), Some(ended)) => {
                let (from, to) = (lang.time(zone, began), lang.time(zone, ended));
                lang.with("speaker-spoke", &[("side", side.into()), ("from", from.into()), ("to", to.into())])
            }
            (Some(began), None) => {
                lang.with("speaker-speaks", &[("side", side.into()), ("time", lang.time(zone, began).into())])
            }
            _ => lang.with("speaker-waits", &[("side", side.into()), ("time", lang.time(zone, one.asked_at).into())]),
        };
        let speaks = one.began_at.is_some() && one.ended_at.is_none();
        let gives_up = one.began_at.is_none() && (leads || Some(one.member_id) == me);
        Turn { id: one.id, name: one.name.clone(), words, speaks, gives_up }
    };
    let (over, on): (Vec<&Speaker>, Vec<&Speaker>) = all.iter().partition(|one| one.ended_at.is_some());
    (on.into_iter().map(turn).collect(), over.into_iter().map(turn).collect())
}

fn back(id: i64) -> Done {
    Done::to(format!("/meetings/{id}/motions#speakers"))
}

async fn again(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &index_page(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn ask(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let held = seen(&visit, id).await?;
    let (own, leads) = (member(&visit), held.leads);
    if own.is_none() && !leads {
        return Err(Error::Forbidden);
    }
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let side = reader.required_choice("speaker_side", &Side::ALL);
            let other = reader.number("speaker", 1..=i64::MAX).filter(|_| leads);
            if other.or(own).is_none() {
                reader.refuse("speaker", "wrong-motion-nobody");
            }
            reader.finish()?;
            motions::ask_to_speak(act, id, other.or(own).unwrap_or_default(), side.unwrap_or(Side::For))?;
            Ok(back(id).say("speaker-noted", ""))
        })
        .await;
    again(&visit, id, form, outcome).await
}

pub async fn call(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, speaker) = path.into_inner();
    seen(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            motions::call(act, id, speaker, form.value("turn"))?;
            Ok(back(id))
        })
        .await;
    again(&visit, id, form, outcome).await
}
