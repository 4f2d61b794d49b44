//! What the register keeps of people.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Loses(
            "given_name = '', family_name = {sign}, preferred_name = '', number = {sign}, email = null, phone = null, \
             phone_label = '', pronoun = '', skills = '', emergency_contact = '', notes = '', email_seen_by = 'nobody', \
             phone_seen_by = 'nobody', pronoun_seen_by = 'nobody', skills_seen_by = 'nobody', photo_seen_by = 'nobody', \
             version = version + 1",
        ),
        called: &[
            "name",
            "given_name || ' ' || family_name",
            "family_name || ', ' || given_name",
            "family_name || ' ' || given_name",
            "email",
            "phone",
        ],
        texts: &[
            Texts::own(&["number", "given_name", "family_name", "preferred_name", "pronoun"]),
            Texts::own(&["email", "phone", "phone_label"]),
            Texts::rewritten(&["skills", "notes"]),
            Texts::lasting(&["emergency_contact"], "whom another member wants called is theirs to say"),
        ],
        shown: Shown::In(&[Part::new(
            "register",
            "number, given_name, family_name, preferred_name, pronoun, email, phone, phone_label, skills, emergency_contact, \
             language, case when joined_known then joined_on end as joined_on, email_seen_by, phone_seen_by, pronoun_seen_by, skills_seen_by, photo_seen_by, created_at, \
             case when {office} then notes end as notes",
            "{rows} m",
        )
        .codes(&[
            ("language", "language-"),
            ("email_seen_by", "seen-by-"),
            ("phone_seen_by", "seen-by-"),
            ("pronoun_seen_by", "seen-by-"),
            ("skills_seen_by", "seen-by-"),
            ("photo_seen_by", "seen-by-"),
        ])]),
        pointing: &[("merged_into", Leaving::Stays("which entry goes on"), Merging::Composed)],
        ..Table::about("members", "id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        called: &["number"],
        texts: &[Texts::own(&["label", "number"])],
        shown: Shown::In(&[Part::new("phones", "label, number", "{rows} p order by place")]),
        pointing: &[("member_id", Leaving::Stays("the register keeps how to reach them, until they are erased"), Merging::Composed)],
        ..Table::about("member_phones", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::In(&[Part::new(
            "photo",
            "set_at, 'data:image/jpeg;base64,' || translate(encode(jpeg, 'base64'), chr(10), '') as photo",
            "{rows} f",
        )]),
        pointing: &[("member_id", Leaving::Stays("the register keeps it, until they are erased"), Merging::Composed)],
        ..Table::about("member_photos", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Loses("reason = ''"),
        texts: &[Texts::rewritten(&["reason"])],
        shown: Shown::In(&[Part::new(
            "statuses",
            "since, status, reason, planned, entered_at",
            "{rows} s order by since",
        )
        .codes(&[("status", "member-status-")])]),
        pointing: &[("member_id", Leaving::Stays("the ledger"), Merging::Composed), ("account_id", Leaving::Stays("who entered it"), OF_ACCOUNT), ("corrected_by", Leaving::Stays("who corrected it"), OF_ACCOUNT)],
        ..Table::about("member_statuses", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::nameless(&["ended"], "numbers, days and roles")],
        shown: Shown::Not("what a departure ended, for the case that it was none; statuses and events tell it"),
        pointing: &[("member_id", Leaving::Stays("the departure itself"), Merging::Composed)],
        ..Table::about("departures", "member_id = {member}")
    },
    Table {
        texts: &[Texts::nameless(&["certificate"], "the number of a certificate")],
        shown: Shown::In(&[Part::new(
            "shares",
            "on_date, kind, quantity, certificate, entered_at",
            "{rows} s order by on_date, id",
        )
        .codes(&[("kind", "share-kind-")])]),
        pointing: &[("member_id", Leaving::Stays("the ledger"), Merging::Moves), ("other_id", Leaving::Stays("the ledger"), Merging::Moves), ("account_id", Leaving::Stays("who entered it"), OF_ACCOUNT)],
        ..Table::about("share_entries", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::In(&[Part::new("owed", "true as in_arrears", "{rows} a where {treasurer}")]),
        pointing: &[("member_id", Leaving::Stays("what is owed is owed"), Merging::Composed)],
        ..Table::about("arrears", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Loses("journal = null"),
        texts: &[Texts::own(&["journal"])],
        shown: Shown::In(&[Part::new("merges", "merged_at, undone_at", "{rows} g order by id")]),
        pointing: &[
            ("kept_id", Leaving::Stays("what was done"), Merging::Stays("what was done")),
            ("other_id", Leaving::Stays("what was done"), Merging::Stays("what was done")),
            ("account_id", Leaving::Stays("who did it"), OF_ACCOUNT),
        ],
        ..Table::about("merges", "kept_id = {member} or other_id = {member} or journal::text like any ({named})")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::Not("that somebody else of the same name is somebody else"),
        pointing: &[
            ("one_id", Leaving::Stays("two people stay two"), Merging::Stays("said of these two entries")),
            ("other_id", Leaving::Stays("two people stay two"), Merging::Stays("said of these two entries")),
            ("account_id", Leaving::Stays("who said so"), OF_ACCOUNT),
        ],
        ..Table::about("namesakes", "one_id = {member} or other_id = {member}")
    },
];
