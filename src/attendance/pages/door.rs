//! The door, on the phone of who keeps it: everybody by letter, each with what can be ticked.

use actix_web::web;
use askama::Template;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::fragments::Light;
use super::{kept, time_words, zone};
use crate::attendance::{self, Came, Held, Noted, Person, Way, rules};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::folded;
use crate::platform::several;
use crate::platform::visit::{Act, Done, Visit};

/// As many stand on one page without letters.
const ALL_MAX: usize = 40;
/// The most that a search shows.
const FOUND_MAX: usize = 60;

/// Somebody at the door.
struct Row {
    id: i64,
    name: String,
    home: String,
    /// Since when they are there, or when they were.
    words: Vec<String>,
    here: bool,
    /// The last tick is so young that it can be undone.
    young: bool,
    /// They are called, and count.
    called: bool,
    /// Who stands for them until they come.
    holder: Option<String>,
    /// What was just ticked for them, and whether nothing came of it.
    says: Option<String>,
}

fn row(lang: Lang, zone: Tz, person: &Person, now: DateTime<Utc>) -> Row {
    let last = person.times.0.last().map(|time| time.left_at.unwrap_or(time.came_at));
    Row {
        id: person.id,
        name: person.name.clone(),
        home: person.home.clone().unwrap_or_default(),
        words: person.times.0.iter().map(|time| time_words(lang, zone, time)).collect(),
        here: person.here().is_some(),
        young: last.is_some_and(|last| now - last <= rules::UNDO),
        called: person.called,
        holder: person.holder.clone(),
        says: None,
    }
}

#[derive(Template)]
#[template(path = "attendance/door.html")]
struct DoorPage {
    page: Page,
    id: i64,
    title: String,
    light: String,
    over: bool,
    q: String,
    letters: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    /// The address of this very list, to come back to.
    from: String,
    more: bool,
}

/// One row of it, after a tick.
#[derive(Template)]
#[template(path = "attendance/row.html")]
struct RowPart {
    page: Page,
    id: i64,
    over: bool,
    from: String,
    row: Row,
}

fn address(id: i64, name: &str, value: &str) -> String {
    let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
    if value.is_empty() { format!("/meetings/{id}/door") } else { format!("/meetings/{id}/door?{name}={value}") }
}

/// Whether somebody is meant by what was typed: parts of their name, or their home.
fn is_meant(person: &Person, typed: &str) -> bool {
    let (name, home) = (folded(&person.name), person.home.as_deref().map(folded).unwrap_or_default());
    typed.split(' ').all(|word| name.contains(word) || home == word)
}

pub async fn show(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let (id, lang, now) = (*id, visit.lang, visit.now);
    let held = kept(&visit, id).await?;
    if held.door.is_none() {
        return Err(Error::Conflict("conflict-door-closed"));
    }
    let typed = folded(query.value("q"));
    let (known, searched) = (held.clone(), !typed.is_empty());
    let (course, mut people) = visit
        .read(move |conn, visit| {
            let others = searched.then(|| visit.today());
            Ok((attendance::course(conn, &known, now)?, attendance::people(conn, id, others)?))
        })
        .await?;
    let asked = query.value("letter").to_uppercase();
    let mut letters: Vec<String> = people.iter().map(|person| person.letter.clone()).collect();
    letters.dedup();
    let letter = match letters.iter().find(|letter| **letter == asked) {
        _ if searched || people.len() <= ALL_MAX => None,
        Some(letter) => Some(letter.clone()),
        None => letters.first().cloned(),
    };
    people.retain(|person| match &letter {
        Some(letter) => person.letter == *letter,
        None => !searched || is_meant(person, &typed),
    });
    let zone = zone(&visit)?;
    let more = searched && people.len() > FOUND_MAX;
    people.truncate(if searched { FOUND_MAX } else { usize::MAX });
    let all_letters = letters.into_iter().map(|one| {
        let current = letter.as_ref() == Some(&one);
        (one.clone(), address(id, "letter", &one), current)
    });
    let page = DoorPage {
        page: Page::new(&visit, "meetings", "attendance-door"),
        id,
        title: held.meeting.title(lang).to_owned(),
        light: Light::of(lang, zone, &held, course.as_ref(), now).html()?,
        over: held.is_over(),
        letters: if letter.is_some() || searched { all_letters.collect() } else { Vec::new() },
        rows: people.iter().map(|person| row(lang, zone, person, now)).collect(),
        from: if searched {
            address(id, "q", query.value("q"))
        } else {
            address(id, "letter", letter.as_deref().unwrap_or_default())
        },
        q: query.value("q").to_owned(),
        more,
    };
    page::ok(&visit, &page)
}

/// What is said after somebody came.
pub(super) fn came_words(act: &Act<'_>, lang: Lang, came: &Came) -> (&'static str, String) {
    match came.already {
        Some(since) => {
            let since = lang.time(act.coop.zone, since);
            (
                "attendance-already",
                lang.with("attendance-name-since", &[("name", came.name.as_str().into()), ("time", since.into())]),
            )
        }
        None if came.ends_proxy => ("attendance-came-proxy", came.name.clone()),
        None if !came.called => ("attendance-came-uncalled", came.name.clone()),
        None => ("attendance-came", came.name.clone()),
    }
}

pub async fn tick(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let ((id, member), lang) = (path.into_inner(), visit.lang);
    let from = several::back(&form, &format!("/meetings/{id}/door"));
    let back = format!("{from}#m-{member}");
    kept(&visit, id).await?;
    let done = visit
        .submit(&form, move |act, form| {
            let (said, name) = match form.value("act") {
                "left" => match attendance::leave(act, id, member)? {
                    (name, true) => ("attendance-left", name),
                    (name, false) => ("attendance-not-there", name),
                },
                "undo" => ("attendance-tick-undone", attendance::undo(act, id, member)?),
                way => {
                    let way = Way::parse(way).ok_or(Error::BadRequest)?;
                    let came = attendance::come(act, id, member, way, Noted::Door)?;
                    came_words(act, lang, &came)
                }
            };
            Ok(Done::to(back).say(said, name))
        })
        .await?;
    if visit.wants_fragment { row_part(&visit, id, member, from, &done).await } else { Ok(page::done(&visit, &done)) }
}

async fn row_part(visit: &Visit, id: i64, member: i64, from: String, done: &Done) -> Answer {
    let held: Held = kept(visit, id).await?;
    let (person, zone) = (person(visit, id, member).await?, zone(visit)?);
    let page = Page::new(visit, "meetings", "attendance-door");
    let mut row = row(visit.lang, zone, &person, visit.now);
    row.says = done.flash.as_ref().map(|flash| page.flash_words(flash));
    page::fragment(RowPart { page, id, over: held.is_over(), from, row }.render())
}

async fn person(visit: &Visit, id: i64, member: i64) -> Result<Person> {
    let people = visit.read(move |conn, visit| attendance::people(conn, id, Some(visit.today()))).await?;
    people.into_iter().find(|one| one.id == member).ok_or(Error::NotFound)
}
