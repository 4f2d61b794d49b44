//! The pages of attendance: what they share, and the one from which a meeting is held.

pub mod acts;
pub mod card;
pub mod door;
mod export;
pub mod fragments;
pub mod here;
pub mod late;
mod printed;
pub mod roles;

use actix_web::web;
use askama::Template;
use chrono::{DateTime, Utc};

pub use export::export;
pub use printed::sheet;

use self::fragments::Light;
use super::rules::{Way, What};
use super::sheets::Mark;
use super::{Course, Held, Person, Time};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

/// A meeting that goes on, as whoever visits sees it.
async fn seen(visit: &Visit, id: i64) -> Result<Held> {
    let held = visit.read(move |conn, visit| super::seen(conn, visit, id)).await?;
    if held.meeting.is_on() { Ok(held) } else { Err(Error::Conflict("conflict-meeting-cancelled")) }
}

/// The same for who keeps the door.
async fn kept(visit: &Visit, id: i64) -> Result<Held> {
    let held = seen(visit, id).await?;
    if held.keeps { Ok(held) } else { Err(Error::Forbidden) }
}

/// The same for who leads it.
async fn led(visit: &Visit, id: i64) -> Result<Held> {
    let held = seen(visit, id).await?;
    if held.leads { Ok(held) } else { Err(Error::Forbidden) }
}

fn zone(visit: &Visit) -> Result<chrono_tz::Tz> {
    Ok(visit.coop()?.zone)
}

fn way_words(lang: Lang, way: Way) -> String {
    lang.t_of("attendance-way-", way.word())
}

/// "from 7:02 p.m. to 8:40 p.m., in the room".
fn time_words(lang: Lang, zone: chrono_tz::Tz, time: &Time) -> String {
    let way = way_words(lang, time.way);
    let came = lang.time(zone, time.came_at);
    match time.left_at {
        Some(left) => lang.with(
            "attendance-from-to",
            &[("from", came.into()), ("to", lang.time(zone, left).into()), ("way", way.into())],
        ),
        None => lang.with("attendance-since", &[("time", came.into()), ("way", way.into())]),
    }
}

/// Somebody in the list of who was there.
struct Line {
    name: String,
    home: String,
    times: Vec<String>,
    minutes: i64,
    called: bool,
}

fn line(lang: Lang, zone: chrono_tz::Tz, person: &Person, until: DateTime<Utc>) -> Line {
    Line {
        name: person.name.clone(),
        home: person.home.clone().unwrap_or_default(),
        times: person.times.0.iter().map(|time| time_words(lang, zone, time)).collect(),
        minutes: person.minutes(until),
        called: person.called,
    }
}

/// A moment of the course: when, what, how many.
struct Moment {
    time: String,
    what: String,
    lost: bool,
    there: i64,
    needed: i64,
}

fn moments(lang: Lang, zone: chrono_tz::Tz, course: &Course) -> Vec<Moment> {
    let moment = |(at, what, there): &(DateTime<Utc>, What, super::There)| Moment {
        time: lang.time(zone, *at),
        what: lang.t_of("attendance-moment-", what.word()),
        lost: *what == What::Lost,
        there: there.quorum.there,
        needed: there.quorum.needed.max(1),
    };
    course.moments.iter().map(moment).collect()
}

#[derive(Template)]
#[template(path = "attendance/show.html")]
struct ShowPage {
    page: Page,
    form: Form,
    held: Held,
    title: String,
    light: String,
    /// Before the day of the meeting.
    ahead: bool,
    begun: bool,
    over: bool,
    /// There were never enough: a second meeting can be called.
    never: bool,
    /// How many more must come for a quorum.
    short: i64,
    /// Since when they are there, or when they were.
    mine: Vec<String>,
    is_here: bool,
    /// Whether they are a member, who can be there.
    can_come: bool,
    moments: Vec<Moment>,
    people: Vec<Line>,
    chair: Option<String>,
    secretary: Option<String>,
    /// What an attendance sheet of earlier years says: how many, of the viewer, of each.
    sheet: Option<String>,
    own_mark: Option<String>,
    marks: Vec<(String, String)>,
}

impl ShowPage {
    fn live(&self) -> bool {
        self.held.door.is_some() && !self.over
    }
}

fn mark_words(lang: Lang, mark: Mark) -> String {
    lang.t_of("attendance-mark-", mark.word())
}

/// How many were there by the attendance sheet, if there is one.
fn sheet_words(lang: Lang, marks: &[(i64, String, Mark)]) -> Option<String> {
    let of = |wanted: &[Mark]| marks.iter().filter(|(.., mark)| wanted.contains(mark)).count();
    let counts = [
        ("there", of(&[Mark::Present, Mark::Online]).into()),
        ("excused", of(&[Mark::Excused]).into()),
        ("absent", of(&[Mark::Absent]).into()),
    ];
    (!marks.is_empty()).then(|| lang.with("attendance-sheet-says", &counts))
}

async fn show_page(visit: &Visit, id: i64, form: Form) -> Result<ShowPage> {
    let held = seen(visit, id).await?;
    let (now, lang, me) = (visit.now, visit.lang, member(visit));
    let known = held.clone();
    let (course, people, own, marks) = visit
        .read(move |conn, _| {
            let course = super::course(conn, &known, now)?;
            let people = if known.keeps { super::people(conn, id, None)? } else { Vec::new() };
            let own = match (me, &known.door) {
                (Some(me), Some(_)) if !known.keeps => super::times_of(conn, id, me)?,
                (Some(me), _) => {
                    people.iter().find(|one| one.id == me).map(|one| one.times.0.clone()).unwrap_or_default()
                }
                _ => Vec::new(),
            };
            let marks = if known.door.is_none() { super::sheets::marks(conn, id)? } else { Vec::new() };
            Ok((course, people, own, marks))
        })
        .await?;
    let zone = zone(visit)?;
    let until = held.meeting.ended_at.unwrap_or(now);
    let named = |who: Option<i64>| people.iter().find(|one| Some(one.id) == who).map(|one| one.name.clone());
    let was_there = people.iter().filter(|one| !one.times.0.is_empty());
    let title = held.meeting.title(lang).to_owned();
    Ok(ShowPage {
        page: Page::new(visit, "meetings", "attendance-title").with_form(&form),
        form,
        light: Light::of(lang, zone, &held, course.as_ref(), now).html()?,
        ahead: held.meeting.held_on > visit.today(),
        begun: held.meeting.opened_at.is_some(),
        over: held.is_over(),
        never: held.meeting.kind.is_general() && course.as_ref().is_some_and(|course| !course.was_met()),
        short: course.as_ref().map_or(0, |course| course.last.quorum.short()),
        is_here: own.last().is_some_and(|time| time.left_at.is_none()),
        mine: own.iter().map(|time| time_words(lang, zone, time)).collect(),
        can_come: me.is_some(),
        moments: course.as_ref().map(|course| moments(lang, zone, course)).unwrap_or_default(),
        chair: named(held.meeting.chair_id),
        secretary: named(held.meeting.secretary_id),
        people: was_there.map(|one| line(lang, zone, one, until)).collect(),
        sheet: sheet_words(lang, &marks),
        own_mark: marks.iter().find(|(member, ..)| Some(*member) == me).map(|(.., mark)| mark_words(lang, *mark)),
        marks: if held.keeps {
            marks.iter().map(|(_, name, mark)| (name.clone(), mark_words(lang, *mark))).collect()
        } else {
            Vec::new()
        },
        title,
        held,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &show_page(&visit, *id, Form::blank()).await?)
}
