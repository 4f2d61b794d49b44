//! What the rest of the program needs to know of calendars.

use super::store;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::slice::Slice;

/// An address for a calendar program. Its name is that of whoever made it.
pub static CALENDAR: SubjectKind = SubjectKind::without_page("calendar").person();

pub static CALENDAR_MADE: EventKind =
    EventKind::new("calendar.made", &CALENDAR, &[Field::of("committee_id").for_readers()]);
pub static CALENDAR_ENDED: EventKind = EventKind::new("calendar.ended", &CALENDAR, &[]);

pub static SLICE: Slice = Slice {
    events: &[&CALENDAR_MADE, &CALENDAR_ENDED],
    tables: store::TABLES,
    #[cfg(test)]
    rows: &["insert into calendars (account_id, secret_hash, language, made_at) \
           select a.id, sha256('x'), 'en', now() from accounts a order by a.id limit 1"],
    ..Slice::named("calendars")
};
