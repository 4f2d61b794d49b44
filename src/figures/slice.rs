//! What the rest of the program needs to know of the figures. They keep nothing of their own.

use crate::platform::page::NavEntry;
use crate::platform::slice::Slice;
use crate::policy::Permission;

pub static SLICE: Slice = Slice {
    navigation: &[NavEntry {
        name: "figures",
        href: "/figures",
        permission: Permission::FiguresRead,
        on_phone: false,
        administration: false,
    }],
    ..Slice::named("figures")
};
