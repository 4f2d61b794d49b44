//! What the rest of the program needs to know of transparency: the public pages, the log.

use super::store;
use crate::platform::events::fields::FILE;
use crate::platform::events::{COOP, EventKind, Field};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::slice::{Slice, Tab};
use crate::policy::Permission;

pub static ACTIVITY_EXPORTED: EventKind = EventKind::new("activity.exported", &COOP, FILE);

const BLOCK: Field = Field::of("open_block").for_readers().codes("open-block-");
pub static BLOCK_SHOWN: EventKind = EventKind::new("open.block_shown", &COOP, &[BLOCK]);
pub static BLOCK_HIDDEN: EventKind = EventKind::new("open.block_hidden", &COOP, &[BLOCK]);

pub static VIEWS_EXPORTED: EventKind = EventKind::new("observer_views.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[&ACTIVITY_EXPORTED, &BLOCK_SHOWN, &BLOCK_HIDDEN, &VIEWS_EXPORTED],
    navigation: &[NavEntry {
        name: "audit",
        href: "/audit",
        permission: Permission::AuditRead,
        on_phone: false,
        administration: false,
    }],
    settings: &[Tab { title: "open-blocks-title", href: "/open/blocks", permission: Permission::SettingsWrite }],
    tables: store::TABLES,
    tidying: Some(super::tidy),
    retained: &[Retained {
        name: "observer-views",
        figures: &[("months", Figure::Is(super::VIEWS_MONTHS as i64))],
        end: End::ByItself,
    }],
    #[cfg(test)]
    rows: &[
        "insert into open_blocks (block, shown) values ('hours', true)",
        "insert into observer_views (account_id, day, page, first_at, last_at) select id, '2020-01-01', '/x', now(), now() from accounts order by id limit 1",
    ],
    ..Slice::named("transparency")
};
