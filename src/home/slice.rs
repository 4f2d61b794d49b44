//! What the rest of the program needs to know of home: what waits.

use crate::platform::page::NavEntry;
use crate::platform::slice::Slice;
use crate::policy::Permission;

pub static SLICE: Slice = Slice {
    navigation: &[NavEntry {
        name: "home",
        href: "/",
        permission: Permission::HomeRead,
        on_phone: true,
        administration: false,
    }],
    ..Slice::named("home")
};
