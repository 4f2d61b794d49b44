//! A calendar as a file (RFC 5545, RFC 7986): days without a clock for what is due on a day, instants in UTC for what has a time, so
//! that no telephone needs to know the co-op's time zone.

use chrono::Duration;
use chrono_tz::Tz;
use icalendar::{Calendar, Class, Component as _, Event, EventLike as _, Property};

use super::{Entry, Read};
use crate::platform::clock;
use crate::platform::i18n::Lang;

/// How often a calendar program should look again.
const REFRESHED: Duration = Duration::hours(1);

/// The file. `origin` is the address of the co-op, `coop` its name.
pub fn file(read: &Read, origin: &str, coop: &str, zone: Tz) -> String {
    let lang = read.lang;
    let name = match &read.committee {
        Some((en, fr)) => {
            let committee = if lang == Lang::En { en } else { fr };
            lang.with("calendar-name-committee", &[("coop", coop.into()), ("committee", committee.as_str().into())])
        }
        None => lang.with("calendar-name", &[("coop", coop.into())]),
    };
    let mut calendar = Calendar::new();
    calendar.name(&name).ttl(&REFRESHED);
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    for entry in &read.entries {
        if let Some(event) = event(lang, entry, origin, zone) {
            calendar.push(event);
        }
    }
    calendar.to_string()
}

fn event(lang: Lang, entry: &Entry, origin: &str, zone: Tz) -> Option<Event> {
    let host = origin.rsplit("://").next().unwrap_or_default();
    let title = if lang == Lang::En { &entry.title_en } else { &entry.title_fr };
    let words = if entry.done { "calendar-done-" } else { "calendar-open-" };
    let address = format!("{origin}/{}s/{}", entry.kind, entry.id);
    let mut event = Event::new();
    event
        .uid(&format!("{}-{}@{host}", entry.kind, entry.id))
        .sequence(entry.version.unsigned_abs())
        .timestamp(entry.made_at)
        .summary(&lang.with(&format!("{words}{}", entry.kind), &[("name", title.as_str().into())]))
        .description(&address)
        .url(&address)
        .class(Class::Private)
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(place) = &entry.place {
        event.location(place);
    }
    match (entry.at, entry.day, entry.time) {
        (Some(at), ..) => event.starts(at),
        (None, Some(day), Some(time)) => event.starts(clock::instant(zone, day.and_time(time)).or_else(|| {
            // an hour that the clock leaves out: the one after it
            clock::instant(zone, day.and_time(time) + Duration::hours(1))
        })?),
        (None, Some(day), None) => event.starts(day),
        (None, None, _) => return None,
    };
    Some(event.done())
}
