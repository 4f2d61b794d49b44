//! What the rest of the program needs to know of transparency: the public pages, the figures, the log.

use super::store;
use crate::platform::events::fields::FILE;
use crate::platform::events::{COOP, EventKind};
use crate::platform::page::NavEntry;
use crate::platform::slice::Slice;
use crate::policy::Permission;

pub static ACTIVITY_EXPORTED: EventKind = EventKind::new("activity.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[&ACTIVITY_EXPORTED],
    navigation: &[
        NavEntry {
            name: "figures",
            href: "/figures",
            permission: Permission::FiguresRead,
            on_phone: false,
            administration: false,
        },
        NavEntry {
            name: "audit",
            href: "/audit",
            permission: Permission::AuditRead,
            on_phone: false,
            administration: false,
        },
    ],
    tables: store::TABLES,
    ..Slice::named("transparency")
};
