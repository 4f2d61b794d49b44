//! What the rest of the program needs to know of privacy: what is kept of people, why and how long.

use crate::platform::slice::{Slice, Tab};
use crate::policy::Permission;

pub static SLICE: Slice = Slice {
    settings: &[Tab {
        title: "privacy-settings-title",
        href: "/settings/privacy",
        permission: Permission::SettingsWrite,
    }],
    ..Slice::named("privacy")
};
