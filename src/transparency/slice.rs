//! What the rest of the program needs to know of transparency: the public pages, the log.

use super::store;
use crate::platform::events::fields::FILE;
use crate::platform::events::{COOP, EventKind, Field};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Slice, Tab};
use crate::policy::Permission;

pub static ACTIVITY_EXPORTED: EventKind = EventKind::new("activity.exported", &COOP, FILE);

const BLOCK: Field = Field::of("open_block").for_readers().codes("open-block-");
pub static BLOCK_SHOWN: EventKind = EventKind::new("open.block_shown", &COOP, &[BLOCK]);
pub static BLOCK_HIDDEN: EventKind = EventKind::new("open.block_hidden", &COOP, &[BLOCK]);

pub static SLICE: Slice = Slice {
    events: &[&ACTIVITY_EXPORTED, &BLOCK_SHOWN, &BLOCK_HIDDEN],
    navigation: &[NavEntry {
        name: "audit",
        href: "/audit",
        permission: Permission::AuditRead,
        on_phone: false,
        administration: false,
    }],
    settings: &[Tab { title: "open-blocks-title", href: "/open/blocks", permission: Permission::SettingsWrite }],
    tables: store::TABLES,
    #[cfg(test)]
    rows: &["insert into open_blocks (block, shown) values ('hours', true)"],
    ..Slice::named("transparency")
};
