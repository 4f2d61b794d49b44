//! How many are there, for everybody to see: on pages, on the projector, and on the streams that keep both up to date. No name.

use actix_web::web;
use askama::Template;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use super::seen;
use crate::accounts;
use crate::attendance::{self, Before, Course, Held, Moved, Turn, rules};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::live::{Fragment, Hub};
use crate::platform::page::{self, Answer, Page};
use crate::platform::qr::Code;
use crate::platform::visit::Visit;
use crate::polls::{AtMeeting, Status};

/// How many are there, and whether they are enough.
#[derive(Template)]
#[template(path = "attendance/light.html")]
pub struct Light {
    lang: Lang,
    /// Whether the door is open, or was.
    open: bool,
    over: bool,
    met: bool,
    /// What is counted: people or homes.
    of_homes: bool,
    there: i64,
    needed: i64,
    /// Of a second figure, where the rules ask for homes besides people.
    homes: Option<(i64, i64)>,
    /// "There are enough." or how many more must come.
    words: String,
    facts: Vec<String>,
    /// Where it can be read anew; nothing on the projector.
    href: String,
    updated: String,
    updated_iso: String,
}

impl Light {
    pub fn of(lang: Lang, zone: Tz, held: &Held, course: Option<&Course>, now: DateTime<Utc>) -> Self {
        let (door, over) = (held.door.as_ref(), held.is_over());
        let quorum = course.map(|course| course.last.quorum);
        let met = quorum.is_some_and(|quorum| quorum.is_met());
        let short = quorum.map_or(0, |quorum| quorum.short());
        let words = match (over, met) {
            (true, _) => lang.t("attendance-over"),
            (false, true) => lang.t("attendance-enough"),
            (false, false) => lang.with("attendance-short", &[("count", short.into())]),
        };
        let at = held.meeting.ended_at.unwrap_or(now);
        Self {
            lang,
            open: door.is_some(),
            over,
            met,
            of_homes: door.is_some_and(|door| door.of_homes),
            there: quorum.map_or(0, |quorum| quorum.there),
            needed: quorum.map_or(0, |quorum| quorum.needed.max(1)),
            homes: quorum
                .filter(|quorum| quorum.homes_needed > 0)
                .map(|quorum| (quorum.homes_there, quorum.homes_needed)),
            words,
            facts: course.map(|course| facts(lang, held, course)).unwrap_or_default(),
            href: format!("/meetings/{}/attendance", held.meeting.id),
            updated: lang.time(zone, at),
            updated_iso: at.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }

    /// What a figure counts.
    fn label(&self, what: &str, figure: &i64) -> String {
        if self.of_homes {
            self.homes_label(what, figure)
        } else {
            self.counted(&format!("attendance-{what}"), *figure)
        }
    }

    fn homes_label(&self, what: &str, figure: &i64) -> String {
        self.counted(&format!("attendance-homes-{what}"), *figure)
    }

    fn counted(&self, key: &str, figure: i64) -> String {
        self.lang.with(key, &[("count", figure.into())])
    }

    pub fn html(&self) -> Result<String> {
        self.render().map_err(|error| Error::Internal(anyhow::Error::new(error)))
    }

    /// What it says, without the time of day.
    fn telling(&self) -> String {
        format!("{} {} {} {} {:?} {:?}", self.open, self.over, self.there, self.needed, self.homes, self.facts)
    }
}

/// How they are there, and who stands for whom.
fn facts(lang: Lang, held: &Held, course: &Course) -> Vec<String> {
    let mut facts = vec![lang.with("attendance-in-room", &[("count", course.in_room.into())])];
    let counts = held.door.as_ref().is_some_and(|door| door.online_counts);
    if course.afar > 0 {
        let word = if counts { "attendance-afar" } else { "attendance-afar-not" };
        facts.push(lang.with(word, &[("count", course.afar.into())]));
    }
    if course.last.proxies > 0 {
        facts.push(lang.with("attendance-proxies", &[("count", course.last.proxies.into())]));
    }
    if course.last.quorum.needed == 0 && course.last.quorum.homes_needed == 0 {
        let begun = held.meeting.opened_at.is_some();
        facts.push(lang.t(if begun { "attendance-opening-enough" } else { "attendance-any-enough" }));
    }
    if course.last.waiting > 0 {
        facts.push(lang.with("attendance-proxies-wait", &[("count", course.last.waiting.into())]));
    }
    facts
}

/// What the projector shows: how many are there, and the code while people can come.
#[derive(Template)]
#[template(path = "attendance/screen_part.html")]
struct ScreenPart {
    lang: Lang,
    /// All of it, or a line of it beside a motion.
    light: String,
    compact: String,
    code: Option<String>,
    /// The motion that is to be voted, or was decided minutes ago: its name, its words, what came of it.
    motion: Option<(String, String, String)>,
    /// Who speaks, and who is next.
    turns: Vec<String>,
}

/// How long what was decided stays on the wall.
const SHOWN: TimeDelta = TimeDelta::minutes(2);

fn motion_words(lang: Lang, moved: Moved) -> (String, String, String) {
    let mut name = lang.with("motion-number", &[("number", moved.number.into())]);
    if let Some(amends) = moved.amends {
        name = format!("{name} {}", lang.with("motion-amends", &[("number", amends.into())]));
    }
    let outcome = lang.t_of("motion-outcome-", &moved.status);
    let came = match (moved.votes_for, moved.votes_against, moved.votes_abstain) {
        (Some(votes_for), Some(against), Some(abstain)) => {
            let figures = [("for", votes_for.into()), ("against", against.into()), ("abstain", abstain.into())];
            format!("{outcome} {}", lang.with("motion-hands-short", &figures))
        }
        _ => outcome,
    };
    (name, if lang == Lang::En { moved.words_en } else { moved.words_fr }, came)
}

/// A vote on the wall: that people vote now, or what came of it.
fn vote_words(lang: Lang, vote: &AtMeeting) -> (String, String, String) {
    let name = vote.poll.title(lang).to_owned();
    match vote.poll.status {
        Status::Open if vote.counts_papers => (name, lang.t("vote-papers"), String::new()),
        Status::Open => (name, lang.t("screen-vote-phone"), lang.t("screen-vote")),
        Status::Void => {
            let words = lang.with("poll-void-note", &[("reason", vote.poll.void_reason.as_str().into())]);
            (name, words, String::new())
        }
        _ => (name, lang.t("screen-vote-ended"), vote.told(lang)),
    }
}

fn turn_words(lang: Lang, turns: &[Turn]) -> Vec<String> {
    let speaks = turns.iter().filter(|(_, _, speaks)| *speaks).map(|(name, side, _)| {
        let side = lang.t_of("speaker-side-", side);
        lang.with("screen-speaks", &[("name", name.as_str().into()), ("side", side.into())])
    });
    let next: Vec<&str> = turns.iter().filter(|(_, _, speaks)| !speaks).map(|(name, ..)| name.as_str()).collect();
    let next = (!next.is_empty()).then(|| lang.with("screen-next", &[("names", next.join(", ").into())]));
    speaks.chain(next).collect()
}

fn now_of(conn: &mut PgConnection, id: i64) -> Result<(Held, Option<Course>, Tz)> {
    let (now, zone) = (clock::now(), accounts::coop(conn)?.zone);
    let held = attendance::look(conn, id, None, false, clock::date_in(zone, now))?;
    let course = attendance::course(conn, &held, now)?;
    Ok((held, course, zone))
}

/// The part of the pages that changes while people come and go. `None` where the door was never opened.
///
/// # Errors
/// `NotFound` when there is no such meeting.
pub fn light(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Option<Fragment>> {
    let (held, course, zone) = now_of(conn, id)?;
    if held.door.is_none() {
        return Ok(None);
    }
    let light = Light::of(lang, zone, &held, course.as_ref(), clock::now());
    Ok(Some(Fragment { html: light.html()?, telling: light.telling(), last: held.is_over() }))
}

fn screen_part(
    lang: Lang,
    zone: Tz,
    held: &Held,
    (course, before): (Option<&Course>, Before),
    now: DateTime<Utc>,
) -> Result<(String, String)> {
    // nobody presses anything on a wall
    let light = Light { href: String::new(), ..Light::of(lang, zone, held, course, now) };
    let code = held.door.as_ref().filter(|_| !held.is_over()).map(|door| rules::said_code(&door.code));
    let turns = turn_words(lang, &before.turns);
    let motion = match before.vote {
        Some(vote) => Some(vote_words(lang, &vote)),
        None => before.moved.map(|moved| motion_words(lang, moved)),
    };
    let telling = format!("{} {code:?} {motion:?} {turns:?}", light.telling());
    let figures = [("there", light.there.into()), ("needed", light.needed.into())];
    let compact = format!("{} {}", lang.with("attendance-compact", &figures), light.words);
    let part = ScreenPart { lang, light: light.html()?, compact, code, motion, turns };
    let html = part.render().map_err(anyhow::Error::new)?;
    Ok((html, telling))
}

/// The same for the projector.
///
/// # Errors
/// As for `light`.
pub fn screen(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Option<Fragment>> {
    let (held, course, zone) = now_of(conn, id)?;
    if held.door.is_none() {
        return Ok(None);
    }
    let now = clock::now();
    let before = attendance::before_it(conn, id, now - SHOWN)?;
    let (html, telling) = screen_part(lang, zone, &held, (course.as_ref(), before), now)?;
    Ok(Some(Fragment { html, telling, last: held.is_over() }))
}

/// The stream of how many are there.
pub async fn live(visit: Visit, hub: web::Data<Hub>, id: web::Path<i64>) -> Answer {
    seen(&visit, *id).await?;
    hub.stream(&visit, format!("meeting:{id}")).await
}

/// The stream of the projector: it shows the code of the room.
pub async fn screen_live(visit: Visit, hub: web::Data<Hub>, id: web::Path<i64>) -> Answer {
    super::kept(&visit, *id).await?;
    hub.stream(&visit, format!("screen:{id}")).await
}

#[derive(Template)]
#[template(path = "attendance/screen.html")]
struct ScreenPage {
    page: Page,
    id: i64,
    title: String,
    part: String,
    /// Whether people can still come: where, as words and as a picture to hold a phone to.
    open: bool,
    address: String,
    code: Code,
}

/// The page for the projector.
pub async fn screen_page(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, now, lang) = (*id, visit.now, visit.lang);
    let held = super::kept(&visit, id).await?;
    let known = held.clone();
    let (course, before) = visit
        .read(move |conn, _| {
            Ok((attendance::course(conn, &known, now)?, attendance::before_it(conn, id, now - SHOWN)?))
        })
        .await?;
    let (part, _) = screen_part(lang, super::zone(&visit)?, &held, (course.as_ref(), before), now)?;
    let address = format!("{}/meetings/{id}/here", visit.state.origin_of(visit.coop()?));
    let page = ScreenPage {
        page: Page::named(&visit, "meetings", held.meeting.title(lang)),
        id,
        title: held.meeting.title(lang).to_owned(),
        part,
        open: held.door.is_some() && !held.is_over(),
        code: Code::of(&address)?,
        address: address.trim_start_matches("https://").trim_start_matches("http://").to_owned(),
    };
    page::ok(&visit, &page)
}
