//! What the rest of the program needs to know of privacy: what is kept of people, why and how long.

use crate::members;
use crate::platform::events::{EventKind, Field};
use crate::platform::slice::{Slice, Tab};
use crate::policy::Permission;

pub static MEMBER_EVERYTHING_READ: EventKind = EventKind::new("member.everything_read", &members::slice::MEMBER, &[]);
pub static MEMBER_ERASED: EventKind = EventKind::new(
    "member.erased",
    &members::slice::MEMBER,
    &[Field::of("asked").for_readers().impersonal(), Field::of("sealed").impersonal()],
);

pub static SLICE: Slice = Slice {
    events: &[&MEMBER_EVERYTHING_READ, &MEMBER_ERASED],
    settings: &[Tab {
        title: "privacy-settings-title",
        href: "/settings/privacy",
        permission: Permission::SettingsWrite,
    }],
    ..Slice::named("privacy")
};
