//! What the rest of the program needs to know of members: the register of people.

use super::store;
use crate::platform::due::Due;
use crate::platform::events::fields::{FILE, FROM, ON, UNTIL};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::schedule::Scheduled;
use crate::platform::slice::{Attention, Beginning, Scope, Searched, Slice};
use crate::policy::Permission;

pub static MEMBER: SubjectKind = SubjectKind::at("member", "/members/{id}").person();

const STATUS: Field = Field::of("status").for_readers().codes("member-status-").impersonal();
const JOINED_ON: Field = Field::of("joined_on").for_readers().impersonal();
/// All statuses of a member with their days: what `cooperator verify` holds the register to.
pub const LEDGER: Field = Field::of("ledger").for_readers().codes("member-status-").impersonal();
const LANGUAGE: Field = Field::of("language").for_readers().codes("language-").impersonal();

/// Who sees a field of a person.
const fn sight(name: &'static str) -> Field {
    Field::of(name).for_readers().codes("seen-by-").impersonal()
}

pub static MEMBER_ADDED: EventKind =
    EventKind::new("member.added", &MEMBER, &[Field::of("number").for_readers(), JOINED_ON, STATUS, LEDGER]);
pub static MEMBER_CHANGED: EventKind = EventKind::new(
    "member.changed",
    &MEMBER,
    &[
        Field::of("number").for_readers(),
        Field::of("given_name").for_readers(),
        Field::of("family_name").for_readers(),
        Field::of("preferred_name").for_readers(),
        JOINED_ON,
        LEDGER,
        LANGUAGE,
        Field::of("email").for_office(),
        Field::of("phone").for_office(),
        Field::of("phone_label").for_office(),
        Field::of("more_phones").for_office(),
        Field::of("pronoun").for_office(),
        Field::of("skills").for_office(),
        Field::of("emergency_contact").for_office(),
        Field::of("notes").for_office(),
        sight("email_seen_by"),
        sight("phone_seen_by"),
        sight("pronoun_seen_by"),
        sight("skills_seen_by"),
        sight("photo_seen_by"),
    ],
);
pub static MEMBER_STATUS_CHANGED: EventKind =
    EventKind::new("member.status_changed", &MEMBER, &[STATUS, FROM, UNTIL, LEDGER]);
pub static MEMBER_STATUS_CORRECTED: EventKind =
    EventKind::new("member.status_corrected", &MEMBER, &[STATUS, FROM, LEDGER]);
/// The day of a departure has come.
pub static MEMBER_LEFT: EventKind = EventKind::new("member.left", &MEMBER, &[ON]);
/// Another entry turned out to be this person. What of the register is otherwise since, and how the statuses are.
pub static MEMBER_MERGED: EventKind = EventKind::new(
    "member.merged",
    &MEMBER,
    &[
        Field::of("other_id").for_readers().impersonal(),
        Field::of("other_number").for_readers(),
        Field::of("number").for_readers(),
        Field::of("given_name").for_readers(),
        Field::of("family_name").for_readers(),
        Field::of("preferred_name").for_readers(),
        JOINED_ON,
        LEDGER,
        LANGUAGE,
        Field::of("email").for_office(),
        Field::of("phone").for_office(),
        Field::of("phone_label").for_office(),
        Field::of("more_phones").for_office(),
        Field::of("pronoun").for_office(),
        Field::of("skills").for_office(),
        Field::of("emergency_contact").for_office(),
        Field::of("notes").for_office(),
    ],
);
pub static MEMBER_MERGE_UNDONE: EventKind =
    EventKind::new("member.merge_undone", &MEMBER, &[Field::of("other_id").for_readers().impersonal(), LEDGER]);
/// Somebody who is alike is somebody else.
pub static MEMBER_NAMESAKE_NOTED: EventKind =
    EventKind::new("member.namesake_noted", &MEMBER, &[Field::of("other_id").for_readers().impersonal()]);
/// They had been entered by mistake a moment ago.
pub static MEMBER_TAKEN_BACK: EventKind = EventKind::new(
    "member.taken_back",
    &COOP,
    &[Field::of("taken_out").impersonal(), Field::of("sealed").impersonal()],
);
pub static MEMBER_PHOTO_CHANGED: EventKind =
    EventKind::new("member.photo_changed", &MEMBER, &[Field::of("photo").for_office(), sight("photo_seen_by")]);
pub static MEMBER_PHOTO_REMOVED: EventKind = EventKind::new("member.photo_removed", &MEMBER, &[]);
pub static SHARES_ENTERED: EventKind = EventKind::new(
    "shares.entered",
    &MEMBER,
    &[
        Field::of("share_kind").for_office().codes("share-kind-").impersonal(),
        Field::of("share_quantity").for_office(),
        Field::of("share_certificate").for_office(),
        Field::of("on").for_office(),
        Field::of("member_id").for_office(),
    ],
);
pub static ARREARS_REVIEWED: EventKind = EventKind::new("arrears.reviewed", &COOP, &[]);
pub static MEMBERS_EXPORTED: EventKind = EventKind::new("members.exported", &COOP, FILE);
pub static SHARES_EXPORTED: EventKind = EventKind::new("shares.exported", &COOP, FILE);

pub static SEE_OFF: JobKind =
    JobKind { name: "departures", lane: &WORK, doing: Doing::Verb(super::departures::see_off) };
pub static LEAVE: JobKind = JobKind { name: "departure", lane: &WORK, doing: Doing::Verb(super::departures::leave) };

pub static SLICE: Slice = Slice {
    events: &[
        &MEMBER_ADDED,
        &MEMBER_CHANGED,
        &MEMBER_STATUS_CHANGED,
        &MEMBER_STATUS_CORRECTED,
        &MEMBER_LEFT,
        &MEMBER_MERGED,
        &MEMBER_MERGE_UNDONE,
        &MEMBER_NAMESAKE_NOTED,
        &MEMBER_TAKEN_BACK,
        &MEMBER_PHOTO_CHANGED,
        &MEMBER_PHOTO_REMOVED,
        &SHARES_ENTERED,
        &ARREARS_REVIEWED,
        &MEMBERS_EXPORTED,
        &SHARES_EXPORTED,
    ],
    jobs: &[&SEE_OFF, &LEAVE],
    // Before anybody is up: sign-in and notices go by the day itself, and wait for nothing.
    schedule: &[Scheduled { job: &SEE_OFF, at: "3 0 * * *" }],
    attention: &[Attention {
        name: "duplicates",
        href: "/members/duplicates",
        permission: Permission::MembersWrite,
        select: store::merging::ALIKE,
        bad: false,
    }],
    due: &[
        Due {
            kind: "suspension",
            permission: Permission::MembersWrite,
            href: "/members/{id}",
            select: store::statuses::SUSPENSIONS_END,
        },
        Due {
            kind: "leave",
            permission: Permission::MembersWrite,
            href: "/members/{id}",
            select: store::statuses::LEAVES_END,
        },
        Due {
            kind: "auxiliary",
            permission: Permission::MembersWrite,
            href: "/members/{id}",
            select: store::statuses::AUXILIARIES_END,
        },
    ],
    navigation: &[NavEntry {
        name: "members",
        href: "/members",
        permission: Permission::MembersRead,
        on_phone: false,
        administration: false,
    }],
    tidying: Some(super::merging::forget_journals),
    verify: Some(super::ledger::verify),
    beginning: &[Beginning {
        name: "people",
        place: 2,
        href: "/imports/new",
        permission: Permission::MembersWrite,
        done: store::TWO,
    }],
    searched: &[Searched {
        name: "members",
        permission: Permission::MembersRead,
        href: "/members/{id}",
        select: store::SEARCHED,
    }],
    tables: store::TABLES,
    retained: &[Retained {
        name: "former-members",
        figures: &[
            ("years", Figure::YearsOf("retention_months")),
            ("months", Figure::MonthsBeyond("retention_months")),
        ],
        end: End::ByPeople,
    }],
    scopes: &[Scope { word: "members:read", permission: Permission::MembersRead }],
    api: Some(super::api::described),
    ..Slice::named("members")
};
