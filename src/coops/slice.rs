//! What the rest of the program needs to know of the co-op: its names, its rules, who answers for it.

use super::store;
use crate::platform::events::{COOP, EVERY, EventKind, Field};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Slice, Tab};
use crate::policy::Permission;

pub static COOP_FOUNDED: EventKind = EventKind::new("coop.founded", &COOP, &[Field::of("preset").for_readers()]);
pub static COOP_CHANGED: EventKind = EventKind::new(
    "coop.changed",
    &COOP,
    &[
        Field::of("name_en").for_readers(),
        Field::of("name_fr").for_readers(),
        Field::of("default_language").for_readers().codes("language-"),
        Field::of("time_zone").for_readers(),
        Field::of("reminders_from").for_readers(),
        Field::of("reminders_until").for_readers(),
        Field::of("contact_name").for_readers(),
        Field::of("contact_phone").for_readers(),
        Field::of("contact_email").for_readers(),
        Field::of("public_pages").for_readers(),
        Field::of("hosts").for_readers(),
    ],
);
pub static RULES_CHANGED: EventKind = EventKind::new("rules.changed", &COOP, &[Field::of(EVERY).for_readers()]);
pub static COOP_PERSON_IN_CHARGE_NAMED: EventKind = EventKind::new(
    "coop.person_in_charge_named",
    &COOP,
    &[
        Field::of("privacy_name").for_readers(),
        Field::of("privacy_title").for_readers(),
        Field::of("privacy_address").for_readers(),
    ],
);

pub static SLICE: Slice = Slice {
    events: &[&COOP_FOUNDED, &COOP_CHANGED, &RULES_CHANGED, &COOP_PERSON_IN_CHARGE_NAMED],
    navigation: &[NavEntry {
        name: "settings",
        href: "/settings",
        permission: Permission::SettingsWrite,
        on_phone: false,
        administration: true,
    }],
    settings: &[
        Tab { title: "settings-coop", href: "/settings", permission: Permission::SettingsWrite },
        Tab { title: "rules-title", href: "/settings/rules", permission: Permission::SettingsWrite },
    ],
    tables: store::TABLES,
    obstacles: store::OBSTACLES,
    ..Slice::named("coops")
};
