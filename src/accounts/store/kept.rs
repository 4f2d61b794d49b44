//! What the accounts keep of people: who comes in, from where, and the traces of trying.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Obstacle, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Loses(
            "name = null, email = null, address = null, password_hash = null, language = null, \
             disabled_at = coalesce(disabled_at, now()), last_sign_in_at = null, treasurer = false, \
             security_epoch = security_epoch + 1",
        ),
        texts: &[Texts::own(&["name", "email", "address", "password_hash"])],
        shown: Shown::In(&[Part::new(
            "account",
            "address, role, language, created_at, last_sign_in_at, disabled_at",
            "{rows} a",
        )
        .codes(&[("role", "role-"), ("language", "language-")])]),
        pointing: &[("member_id", Leaving::Stays("whose it is; nobody comes in with it"), Merging::ByVerb)],
        ..Table::about("accounts", "id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::own(&["state", "device"])],
        shown: Shown::In(&[Part::new("devices", "device, created_at, seen_at", "{rows} s order by created_at")]),
        pointing: &[("account_id", Leaving::Removed, OF_ACCOUNT)],
        ..Table::about("sessions", "account_id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::codes(&["path"]), Texts::rewritten(&["title", "fields"])],
        shown: Shown::In(&[Part::new("drafts", "saved_at, title, fields", "{rows} d where {own} order by saved_at")]),
        pointing: &[(
            "account_id",
            Leaving::Stays("nobody comes in to read it, and it goes after a month"),
            OF_ACCOUNT,
        )],
        ..Table::about("drafts", "account_id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::Not("the print of a key that was mailed, and opens nothing after minutes or days"),
        pointing: &[("account_id", Leaving::Removed, OF_ACCOUNT)],
        ..Table::about("sign_in_links", "account_id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        called: &["address"],
        texts: &[Texts::own(&["address"])],
        shown: Shown::In(&[Part::new("address-change", "address, asked_at, expires_at", "{rows} c")]),
        pointing: &[("account_id", Leaving::Removed, OF_ACCOUNT)],
        ..Table::about("address_changes", "account_id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::own(&["subject"])],
        shown: Shown::Not("counts for a day who tries too often, under whatever was typed"),
        ..Table::about("attempts", "subject like any ({named})")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::own(&["name", "scopes"])],
        shown: Shown::In(&[Part::new("keys", "name, scopes, created_at, expires_on", "{rows} k order by id")]),
        pointing: &[("account_id", Leaving::Ends("revoked_at is null"), OF_ACCOUNT)],
        ..Table::about("api_tokens", "account_id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::own(&["outcome"])],
        shown: Shown::Not(
            "for a day, that a form was sent, so that it is not done twice; what it did is told elsewhere",
        ),
        pointing: &[("account_id", Leaving::Stays("for a day, that a form was sent"), OF_ACCOUNT)],
        ..Table::about("submissions", "account_id = {account} or outcome::text like any ({named})")
    },
];

pub const OBSTACLES: &[Obstacle] = &[Obstacle {
    words: "conflict-last-admin",
    when: "exists (select from accounts where id = {account} and role = 'admin' and disabled_at is null) and not exists \
           (select from accounts where id <> {account} and role = 'admin' and disabled_at is null)",
}];
