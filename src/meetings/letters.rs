//! The letters about a meeting, as mail, as an entry for calendars, and on paper: the same words in the reader's language.

use askama::Template;
use chrono::Duration;
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};

use super::calling::{CallKind, Callee, NewCall};
use super::{Item, Meeting, pages, replies};
use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Invitation, Letter};
use crate::platform::visit::{Act, Coop};

/// An item as a letter says it: of what is in camera nothing but that.
#[derive(Debug, Clone)]
pub struct SaidItem {
    pub number: usize,
    pub title: String,
    pub facts: String,
}

/// What a letter says, but for whom it is to.
#[derive(Debug, Clone)]
pub struct Said {
    pub lang: Lang,
    pub kind: CallKind,
    pub subject: String,
    pub opening: String,
    pub title: String,
    pub when: String,
    /// What more there is to know, each with its name.
    pub facts: Vec<(String, String)>,
    /// What whoever sends it adds.
    pub words: String,
    pub items: Vec<SaidItem>,
}

/// To whom, and how they reply.
#[derive(Debug, Clone)]
pub struct To<'a> {
    pub name: &'a str,
    pub reply: String,
    /// They are given it on paper besides.
    pub on_paper: bool,
}

#[derive(Template)]
#[template(path = "mail/meetings_called.txt")]
struct Text<'a> {
    said: &'a Said,
    to: Option<&'a To<'a>>,
}

#[derive(Template)]
#[template(path = "mail/meetings_called.html")]
struct Html<'a> {
    lang: Lang,
    coop: &'a Coop,
    said: &'a Said,
    to: &'a To<'a>,
}

impl Said {
    pub fn new(coop: &Coop, lang: Lang, meeting: &Meeting, items: &[Item], (kind, new): (CallKind, &NewCall)) -> Self {
        let title = meeting.title(lang).to_owned();
        let args = [
            ("coop", coop.name(lang).into()),
            ("title", title.as_str().into()),
            ("day", lang.long_day(meeting.held_on).into()),
        ];
        let key = format!("mail-meeting-{}", kind.word());
        let fact = |key: &str, text: &str| (!text.is_empty()).then(|| (lang.t(key), text.to_owned()));
        let facts = [
            fact("field-meeting-place", &meeting.place),
            fact("field-meeting-online", &meeting.online),
            fact("field-meeting-access", &meeting.access),
            fact("field-child-care", &meeting.child_care),
        ];
        let off = kind == CallKind::Cancelled;
        let words = match (off, lang) {
            (true, _) => meeting.cancelled_why.clone(),
            (false, Lang::En) => new.words_en.clone(),
            (false, Lang::Fr) => new.words_fr.clone(),
        };
        Self {
            subject: lang.with(&format!("{key}-subject"), &args),
            opening: lang.with(&format!("{key}-opening"), &args),
            when: pages::when(lang, meeting),
            facts: if off { Vec::new() } else { facts.into_iter().flatten().collect() },
            words,
            items: if off { Vec::new() } else { said_items(lang, items, kind) },
            lang,
            kind,
            title,
        }
    }

    /// As plain text; without whom it is to, as it is kept.
    pub fn text(&self, to: Option<&To<'_>>) -> Result<String> {
        Ok(Text { said: self, to }.render().map_err(anyhow::Error::new)?)
    }

    /// Whether people are asked if they come.
    pub fn asks(&self) -> bool {
        self.kind != CallKind::Cancelled
    }
}

fn said_items(lang: Lang, items: &[Item], kind: CallKind) -> Vec<SaidItem> {
    let said = |(item, number): (&Item, usize)| {
        let mut facts = Vec::new();
        if !item.in_camera {
            facts.push(lang.t_of("item-purpose-", item.purpose.word()));
        }
        facts.extend(item.minutes.map(|minutes| lang.with("item-lasts", &[("count", minutes.into())])));
        if kind == CallKind::Supplement && !item.noticed {
            facts.push(lang.t("item-is-new"));
        }
        let title = if item.in_camera { lang.t("item-in-camera") } else { item.title(lang).to_owned() };
        SaidItem { number, title, facts: facts.join(", ") }
    };
    items.iter().zip(1..).map(said).collect()
}

/// The letter to one person, with the entry for their calendar.
pub fn letter(act: &Act<'_>, meeting: &Meeting, said: &Said, callee: &Callee) -> Result<Letter> {
    let origin = act.origin();
    let token = replies::token(&act.state.keys, act.coop.id, meeting.id, callee.id);
    let to = To {
        name: &callee.name,
        reply: format!("{origin}/meetings/{}/reply/{token}", meeting.id),
        on_paper: !callee.consents && said.kind != CallKind::Reminder,
    };
    let text = said.text(Some(&to))?;
    let html = Html { lang: said.lang, coop: act.coop, said, to: &to }.render().map_err(anyhow::Error::new)?;
    let name = (callee.name.as_str(), callee.address.as_str());
    let mut letter = Letter::new(name, act.coop, said.lang, said.subject.clone(), text, html);
    letter.series = Some(format!("meeting-{}-{}", meeting.id, callee.id));
    letter.invitation = (said.kind != CallKind::Reminder).then(|| invitation(act, meeting, said, callee));
    Ok(letter)
}

/// The entry for calendars: the same number and sequence as in the co-op's feed, so that nobody has it twice.
fn invitation(act: &Act<'_>, meeting: &Meeting, said: &Said, callee: &Callee) -> Invitation {
    let origin = act.origin();
    let host = origin.rsplit("://").next().unwrap_or_default();
    let cancels = said.kind == CallKind::Cancelled;
    let address = format!("{origin}/meetings/{}", meeting.id);
    let mut event = Event::new();
    event
        .uid(&format!("meeting-{}@{host}", meeting.id))
        .sequence(meeting.sequence.unsigned_abs() + 1)
        .timestamp(act.now)
        .summary(&said.title)
        .description(&address)
        .url(&address)
        .status(if cancels { EventStatus::Cancelled } else { EventStatus::Confirmed });
    let organizer = Some(act.coop.contact_email.as_str()).filter(|address| !address.is_empty());
    let organizer = organizer.map_or_else(|| format!("noreply@{host}"), str::to_owned);
    event.add_property("ORGANIZER", format!("mailto:{organizer}"));
    // people reply on the page, not by their calendar
    let mut attendee = Property::new("ATTENDEE", format!("mailto:{}", callee.address));
    attendee.add_parameter("RSVP", "FALSE");
    event.append_property(attendee);
    let place = if meeting.place.is_empty() { &meeting.online } else { &meeting.place };
    if !place.is_empty() {
        event.location(place);
    }
    if let Some(starts) = instant(act, meeting, false) {
        event.starts(starts);
    }
    if let Some(ends) = instant(act, meeting, true) {
        event.ends(ends);
    }
    let mut calendar = Calendar::new();
    calendar.append_property(Property::new("METHOD", if cancels { "CANCEL" } else { "REQUEST" }));
    calendar.push(event.done());
    Invitation { cancels, calendar: calendar.to_string() }
}

/// When it starts or ends. An hour that the clock leaves out is the one after it.
fn instant(act: &Act<'_>, meeting: &Meeting, end: bool) -> Option<chrono::DateTime<chrono::Utc>> {
    let time = if end { meeting.ends_at? } else { meeting.starts_at };
    let after = end && time < meeting.starts_at;
    let day = if after { meeting.held_on.succ_opt()? } else { meeting.held_on };
    let at = day.and_time(time);
    clock::instant(act.coop.zone, at).or_else(|| clock::instant(act.coop.zone, at + Duration::hours(1)))
}
