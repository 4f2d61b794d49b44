//! The paper sheet, typed in: many ticks at once, times where they are known.

use actix_web::web;
use askama::Template;
use chrono::{DateTime, Days, NaiveTime, Utc};
use chrono_tz::Tz;

use super::{led, time_words, zone};
use crate::attendance::{self, Entry, Held, Hours, Person, Way, rules};
use crate::meetings::Meeting;
use crate::platform::clock;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// As many stand on one page without letters: each has some five fields.
const ALL_MAX: usize = 200;

/// Somebody on the sheet.
struct Line {
    id: i64,
    name: String,
    home: String,
    words: Vec<String>,
    in_person: bool,
    online: bool,
    gone: bool,
    came: String,
    left: String,
    wrong: Option<FieldError>,
}

#[derive(Template)]
#[template(path = "attendance/late.html")]
struct LatePage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    letter: String,
    letters: Vec<(String, String, bool)>,
    lines: Vec<Line>,
    /// Whether it is asked when the meeting was held.
    hours: bool,
    /// A reason is needed in any case.
    over: bool,
}

fn field(name: &str, member: i64) -> String {
    format!("{name}_{member}")
}

fn line(visit: &Visit, zone: Tz, form: &Form, person: &Person) -> Line {
    let id = person.id.to_string();
    let came = field("came", person.id);
    Line {
        id: person.id,
        name: person.name.clone(),
        home: person.home.clone().unwrap_or_default(),
        words: person.times.0.iter().map(|time| time_words(visit.lang, zone, time)).collect(),
        in_person: form.has("in_person", &id),
        online: form.has("online", &id),
        gone: form.has("gone", &id),
        left: form.value(&field("left", person.id)).to_owned(),
        wrong: form.error(&came).cloned(),
        came: form.value(&came).to_owned(),
    }
}

/// Whether nobody knows yet when it was held, and it is over by the calendar.
fn asks_hours(visit: &Visit, held: &Held) -> bool {
    !held.is_over() && held.meeting.held_on < visit.today()
}

async fn sheet(visit: &Visit, id: i64) -> Result<(Held, Vec<Person>)> {
    let held = led(visit, id).await?;
    if held.door.is_none() {
        return Err(Error::Conflict("conflict-door-closed"));
    }
    Ok((held, visit.read(move |conn, _| attendance::people(conn, id, None)).await?))
}

fn at_letter(id: i64, letter: &str) -> String {
    let value: String = url::form_urlencoded::byte_serialize(letter.as_bytes()).collect();
    format!("/meetings/{id}/attendance/late?letter={value}")
}

/// The letter that is shown, and those of the page: of few, all of them and none.
fn letters(id: i64, people: &[Person], asked: &str) -> (String, Vec<(String, String, bool)>) {
    let mut all: Vec<String> = people.iter().map(|person| person.letter.clone()).collect();
    all.dedup();
    if people.len() <= ALL_MAX {
        return (String::new(), Vec::new());
    }
    let asked = asked.to_uppercase();
    let letter = all.iter().find(|one| **one == asked).or(all.first()).cloned().unwrap_or_default();
    let link = |one: String| (one.clone(), at_letter(id, &one), one == letter);
    (letter.clone(), all.into_iter().map(link).collect())
}

async fn late_page(visit: &Visit, id: i64, asked: &str, form: Option<Form>) -> Result<LatePage> {
    let (held, people) = sheet(visit, id).await?;
    let zone = zone(visit)?;
    let (letter, letters) = letters(id, &people, asked);
    let at = |at: DateTime<Utc>| at.with_timezone(&zone).time();
    let begins = held.meeting.opened_at.map_or(held.meeting.starts_at, at);
    let said = |time: NaiveTime| time.format("%H:%M").to_string();
    let form = form.unwrap_or_else(|| {
        let ends = held.meeting.ends_at.map(said).unwrap_or_default();
        Form::filled([("held_from", said(begins)), ("held_until", ends)])
    });
    let shown = people.iter().filter(|person| letter.is_empty() || person.letter == letter);
    Ok(LatePage {
        page: Page::new(visit, "meetings", "attendance-late").with_form(&form),
        id,
        title: held.meeting.title(visit.lang).to_owned(),
        lines: shown.map(|person| line(visit, zone, &form, person)).collect(),
        hours: asks_hours(visit, &held),
        over: held.is_over(),
        letter,
        letters,
        form,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    page::ok(&visit, &late_page(&visit, *id, query.value("letter"), None).await?)
}

/// A time of the meeting as an instant: what is before noon of one that goes on past midnight is the day after.
fn instant(zone: Tz, meeting: &Meeting, time: NaiveTime) -> Option<DateTime<Utc>> {
    let past_midnight = meeting.ends_at.is_some_and(|ends| ends < meeting.starts_at);
    let noon = NaiveTime::from_hms_opt(12, 0, 0)?;
    let day = if past_midnight && time < noon { meeting.held_on + Days::new(1) } else { meeting.held_on };
    clock::instant(zone, day.and_time(time))
}

/// Reads the sheet with what is known of the meeting.
struct Sheet<'a> {
    form: &'a Form,
    held: &'a Held,
    zone: Tz,
    now: DateTime<Utc>,
    hours: Option<Hours>,
}

impl Sheet<'_> {
    fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, &'static str> {
        let reader = self.form.reader();
        let Some(time) = reader.time(name) else {
            return if reader.finish().is_err() { Err("wrong-late-time") } else { Ok(None) };
        };
        instant(self.zone, &self.held.meeting, time).map(Some).ok_or("wrong-late-time")
    }

    /// What is entered for somebody, if anything.
    fn entry(&self, person: &Person) -> Result<Option<Entry>, &'static str> {
        let id = person.id.to_string();
        let [came, left] = ["came", "left"].map(|name| self.time(&field(name, person.id)));
        let (came, left) = (came?, left?);
        let ticked = Way::ALL.into_iter().filter(|(word, _)| self.form.has(word, &id)).map(|(_, way)| way);
        let ways: Vec<Way> = ticked.collect();
        let known = person.times.0.last();
        match (ways.as_slice(), self.form.has("gone", &id)) {
            ([], true) if came.is_none() && left.is_none() => {
                return Ok(known.map(|_| Entry { member: person.id, there: None }));
            }
            ([], false) if came.is_none() && left.is_none() => return Ok(None),
            ([_, ..] | [], true) | ([_, _, ..], _) => return Err("wrong-late-both"),
            _ => {}
        }
        let Some(way) = ways.first().copied().or(known.map(|time| time.way)) else { return Err("wrong-late-way") };
        let meeting = &self.held.meeting;
        let begins = self.hours.map(|hours| hours.from).or(meeting.opened_at);
        let begins = begins.or_else(|| instant(self.zone, meeting, meeting.starts_at)).unwrap_or(self.now);
        let came = came.unwrap_or(begins.min(left.unwrap_or(self.now)));
        let left = left.or(self.hours.map(|hours| hours.until)).or(meeting.ended_at);
        match left {
            _ if came > self.now || left.is_some_and(|left| left > self.now) => Err("wrong-late-ahead"),
            Some(left) if left < came => Err("wrong-late-order"),
            left => Ok(Some(Entry { member: person.id, there: Some((way, came, left)) })),
        }
    }
}

/// When the meeting was held, where that is asked.
fn hours(visit: &Visit, held: &Held, zone: Tz, form: &Form) -> Result<Option<Hours>> {
    if !asks_hours(visit, held) {
        return Ok(None);
    }
    let reader = form.reader();
    let times = ["held_from", "held_until"].map(|name| {
        let time = reader.time(name);
        if time.is_none() && form.value(name).trim().is_empty() {
            reader.refuse(name, "wrong-required");
        }
        time.and_then(|time| instant(zone, &held.meeting, time))
    });
    reader.finish()?;
    match times {
        [Some(from), Some(until)] if from < until => Ok(Some(Hours { from, until })),
        _ => Err(Error::field("held_until", "wrong-late-order-held")),
    }
}

pub async fn enter(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let (held, people) = sheet(&visit, id).await?;
    let (zone, now) = (zone(&visit)?, visit.now);
    let read = hours(&visit, &held, zone, &form).and_then(|hours| {
        let sheet = Sheet { form: &form, held: &held, zone, now, hours };
        let (mut entries, mut wrong) = (Vec::new(), Vec::new());
        for person in people.iter().filter(|person| form.has("member", &person.id.to_string())) {
            match sheet.entry(person) {
                Ok(entry) => entries.extend(entry),
                Err(key) => {
                    let field = field("came", person.id);
                    wrong.push(FieldError { field, key, limit: Some(person.name.clone()) });
                }
            }
        }
        if wrong.is_empty() { Ok((hours, entries)) } else { Err(Error::Invalid(wrong)) }
    });
    let letter = form.value("letter").to_owned();
    let outcome = match read {
        Ok((hours, entries)) => {
            let to = if letter.is_empty() { format!("/meetings/{id}/attendance") } else { at_letter(id, &letter) };
            visit
                .submit(&form, move |act, form| {
                    let reader = form.reader();
                    let why = reader.line("late_why", rules::WHY_MAX);
                    reader.finish()?;
                    let many = attendance::enter(act, id, &entries, &why, hours)?;
                    Ok(Done::to(to).say("attendance-entered", many.to_string()))
                })
                .await
        }
        Err(error) => visit.must_be_ours(&form).and(Err(error)),
    };
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &late_page(&visit, id, &letter, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}
