//! The form of a meeting, new or edited.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::NaiveTime;

use super::{led, manages, member, version};
use crate::committees;
use crate::meetings::rules::{ADDRESS_MAX, PLACE_MAX, TEXT_MAX, TITLE_MAX};
use crate::meetings::{self, Kind, Meeting, NewMeeting, Repeats, Status};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "meetings/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    /// The meeting that is edited; a new one has none yet.
    id: Option<i64>,
    action: String,
    /// What a new one can be: `annual`, `board`, `committee-3`.
    kinds: Vec<(String, String)>,
    /// How a new one can come again.
    repeats: Vec<(String, String)>,
    /// The meeting without a quorum of which a new one is the second.
    first: Option<String>,
    /// It was called: whoever was is told of another day, time or place.
    called: bool,
}

async fn form_page(visit: &Visit, form: Form, edited: Option<&Meeting>) -> Result<FormPage> {
    let lang = visit.lang;
    let mut kinds = Vec::new();
    let first = match first_of(&form) {
        Some(first) if edited.is_none() => {
            let first = own(visit, first).await?;
            Some(lang.with(
                "meeting-second-of",
                &[("name", first.title(lang).into()), ("day", lang.long_day(first.held_on).into())],
            ))
        }
        _ => None,
    };
    if edited.is_none() && first.is_none() {
        let (own, manages) = (led(visit).await?, manages(visit));
        let committees = visit.read(move |conn, _| committees::options(conn, lang)).await?;
        if manages {
            let plain = Kind::ALL.iter().filter(|(_, kind)| *kind != Kind::Committee);
            kinds.extend(plain.map(|(word, _)| ((*word).to_owned(), lang.t_of("meeting-kind-", word))));
        }
        let mine = committees.into_iter().filter(|(id, _)| manages || own.contains(id));
        kinds.extend(mine.map(|(id, name)| {
            (format!("committee-{id}"), lang.with("meeting-of-committee", &[("name", name.as_str().into())]))
        }));
        if kinds.is_empty() {
            return Err(Error::Forbidden);
        }
    }
    let title = if edited.is_some() { "meeting-edit-title" } else { "meeting-new-title" };
    Ok(FormPage {
        page: Page::new(visit, "meetings", title).with_form(&form),
        form,
        id: edited.map(|meeting| meeting.id),
        action: edited.map_or_else(|| "/meetings".to_owned(), |meeting| format!("/meetings/{}", meeting.id)),
        kinds,
        first,
        repeats: Repeats::ALL.map(|(word, _)| (word.to_owned(), lang.t_of("repeats-", word))).to_vec(),
        called: edited.is_some_and(|meeting| meeting.status == Status::Called),
    })
}

/// What kind of meeting, and of which committee.
fn kind(word: &str) -> Option<(Kind, Option<i64>)> {
    match word.strip_prefix("committee-") {
        Some(id) => Some((Kind::Committee, Some(id.parse().ok()?))),
        None => Kind::parse(word).filter(|kind| *kind != Kind::Committee).map(|kind| (kind, None)),
    }
}

/// What was typed; of an edited meeting its kind and committee are what they were.
fn read(form: &Form, known: Option<(Kind, Option<i64>)>) -> Result<NewMeeting> {
    let reader = form.reader();
    let said = known.or_else(|| kind(form.value("meeting_kind")));
    if said.is_none() {
        reader.refuse("meeting_kind", "wrong-choice");
    }
    let (kind, committee_id) = said.unwrap_or((Kind::General, None));
    let (title_en, title_fr) = reader.both_optional("meeting_title", |reader, field| reader.line(field, TITLE_MAX));
    let held_on = reader.required_date("held_on");
    let starts_at = reader.time("meeting_starts_at");
    if starts_at.is_none() && form.value("meeting_starts_at").trim().is_empty() {
        reader.refuse("meeting_starts_at", "wrong-required");
    }
    let ends_at = reader.time("meeting_ends_at");
    if ends_at.is_some() && ends_at == starts_at {
        reader.refuse("meeting_ends_at", "wrong-meeting-ends");
    }
    let new = NewMeeting {
        kind,
        committee_id,
        title_en,
        title_fr,
        held_on,
        starts_at: starts_at.unwrap_or(NaiveTime::MIN),
        ends_at,
        place: reader.line("meeting_place", PLACE_MAX),
        online: reader.line("meeting_online", ADDRESS_MAX),
        access: reader.text("meeting_access", TEXT_MAX),
        child_care: reader.text("child_care", TEXT_MAX),
        special_resolution: reader.checked("special_resolution"),
    };
    if new.place.is_empty() && new.online.is_empty() {
        reader.refuse("meeting_place", "wrong-meeting-nowhere");
    }
    reader.finish()?;
    Ok(new)
}

/// The meeting of which a new one is to be the second.
fn first_of(form: &Form) -> Option<i64> {
    form.value("second_of").parse().ok()
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let form = match first_of(&query) {
        None => Form::blank(),
        Some(first) => {
            let meeting = own(&visit, first).await?;
            let mut form = filled(&visit, &meeting)?;
            form.set("held_on", "");
            form.set("second_of", first.to_string());
            form
        }
    };
    page::ok(&visit, &form_page(&visit, form, None).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            if let Some(first) = first_of(form) {
                let id = meetings::plan_second(act, first, &read(form, Some((Kind::General, None)))?)?;
                return Ok(Done::to(format!("/meetings/{id}")).say("meeting-planned", "").made(id));
            }
            let new = read(form, None)?;
            let reader = form.reader();
            let repeats = reader.choice("repeats", &Repeats::ALL).unwrap_or(Repeats::Never);
            let until = reader.date("repeats_until");
            if repeats != Repeats::Never && form.value("repeats_until").trim().is_empty() {
                reader.refuse("repeats_until", "wrong-required");
            }
            reader.finish()?;
            let id = meetings::plan_series(act, &new, repeats, until)?;
            let said = if repeats == Repeats::Never { "meeting-planned" } else { "meetings-planned" };
            Ok(Done::to(format!("/meetings/{id}")).say(said, "").made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, form.with_errors(errors), None).await?),
        Err(error) => Err(error),
    }
}

/// A meeting that the visitor may change.
pub(super) async fn own(visit: &Visit, id: i64) -> Result<Meeting> {
    let meeting = visit.read(move |conn, visit| meetings::find(conn, id, member(visit), visit.today())).await?;
    if manages(visit) || meeting.leads { Ok(meeting) } else { Err(Error::Forbidden) }
}

/// The form as the meeting is now.
fn filled(visit: &Visit, meeting: &Meeting) -> Result<Form> {
    let time = |at: NaiveTime| at.format("%H:%M").to_string();
    Ok(Form::filled([
        ("version", meeting.version.to_string()),
        ("meeting_title_en", meeting.title_en.clone()),
        ("meeting_title_fr", meeting.title_fr.clone()),
        ("held_on", meeting.held_on.to_string()),
        ("meeting_starts_at", time(meeting.starts_at)),
        ("meeting_ends_at", meeting.ends_at.map(time).unwrap_or_default()),
        ("meeting_place", meeting.place.clone()),
        ("meeting_online", meeting.online.clone()),
        ("meeting_access", meeting.access.clone()),
        ("child_care", meeting.child_care.clone()),
        ("special_resolution", if meeting.special_resolution { "1" } else { "" }.to_owned()),
    ])
    .once(&["meeting_title"], visit.coop()?.language))
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let meeting = own(&visit, *id).await?;
    let form = filled(&visit, &meeting)?;
    page::ok(&visit, &form_page(&visit, form, Some(&meeting)).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let meeting = own(&visit, id).await?;
    let known = Some((meeting.kind, meeting.committee_id));
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form, known)?;
            let reader = form.reader();
            let anyway = reader.line("anyway", PLACE_MAX);
            reader.finish()?;
            meetings::edit(act, id, &new, version(form), &anyway)?;
            Ok(Done::to(format!("/meetings/{id}")).say("meeting-saved", ""))
        })
        .await;
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            (StatusCode::CONFLICT, form.beside(&filled(&visit, &meeting)?, |_, says| says.to_owned()))
        }
        Err(error) => return Err(error),
    };
    page::html(&visit, status, &form_page(&visit, form, Some(&meeting)).await?)
}
