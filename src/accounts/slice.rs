//! What the rest of the program needs to know of accounts: who comes in, and how.

use super::store;
use crate::members;
use crate::platform::drafts;
use crate::platform::due::Due;
use crate::platform::events::fields::{FILE, UNTIL};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::slice::{Attention, Beginning, Scope, Slice};
use crate::policy::Permission;

pub static ACCOUNT: SubjectKind = SubjectKind::at("account", "/accounts/{id}").only(Permission::AccountsWrite).person();
pub static TOKEN: SubjectKind = SubjectKind::without_page("token");

const ROLE: Field = Field::of("role").for_readers().codes("role-").impersonal();
const EXPIRES_ON: Field = Field::of("expires_on").for_readers().impersonal();
const WAY: Field = Field::of("way").for_readers().impersonal();

pub static ACCOUNT_OPENED: EventKind =
    EventKind::new("account.opened", &ACCOUNT, &[ROLE, EXPIRES_ON, Field::of("email").for_office()]);
pub static ACCOUNT_INVITED: EventKind = EventKind::new("account.invited", &ACCOUNT, &[]);
pub static ACCOUNT_LETTER_PRINTED: EventKind = EventKind::new("account.letter_printed", &ACCOUNT, &[]);
pub static ACCOUNT_SIGNED_IN: EventKind =
    EventKind::new("account.signed_in", &ACCOUNT, &[WAY, Field::of("device").for_office()]).daily();
pub static ACCOUNT_PASSWORD_SET: EventKind = EventKind::new("account.password_set", &ACCOUNT, &[WAY]);
pub static ACCOUNT_SESSION_ENDED: EventKind = EventKind::new("account.session_ended", &ACCOUNT, &[]);
pub static ACCOUNT_SESSIONS_ENDED: EventKind = EventKind::new("account.sessions_ended", &ACCOUNT, &[]);
pub static ACCOUNT_ROLE_CHANGED: EventKind = EventKind::new("account.role_changed", &ACCOUNT, &[ROLE, EXPIRES_ON]);
pub static ACCOUNT_TREASURER_CHANGED: EventKind =
    EventKind::new("account.treasurer_changed", &ACCOUNT, &[Field::of("treasurer").for_readers()]);
pub static ACCOUNT_CLOSED: EventKind = EventKind::new("account.closed", &ACCOUNT, &[]);
pub static ACCOUNT_REOPENED: EventKind = EventKind::new("account.reopened", &ACCOUNT, &[]);
pub static ACCOUNT_ADDRESS_ASKED: EventKind = EventKind::new("account.address_asked", &ACCOUNT, &[]);
pub static ACCOUNT_ADDRESS_CANCELLED: EventKind = EventKind::new("account.address_cancelled", &ACCOUNT, &[]);
pub static ACCOUNT_ADDRESS_CHANGED: EventKind = EventKind::new("account.address_changed", &ACCOUNT, &[]);
pub static TOKEN_MADE: EventKind =
    EventKind::new("token.made", &TOKEN, &[Field::of("scopes").for_readers(), EXPIRES_ON]);
pub static TOKEN_REVOKED: EventKind = EventKind::new("token.revoked", &TOKEN, &[]);
/// Its account's member did not leave after all.
pub static TOKEN_GIVEN_BACK: EventKind = EventKind::new("token.given_back", &TOKEN, &[]);
pub static MEMBER_ASSISTANCE_BEGUN: EventKind =
    EventKind::new("member.assistance_begun", &members::slice::MEMBER, &[Field::of("reason").for_office(), UNTIL]);
pub static MEMBER_ASSISTANCE_ENDED: EventKind = EventKind::new("member.assistance_ended", &members::slice::MEMBER, &[]);
pub static ACCOUNTS_EXPORTED: EventKind = EventKind::new("accounts.exported", &COOP, FILE);
pub static INVITATIONS_EXPORTED: EventKind = EventKind::new("invitations.exported", &COOP, FILE);

pub static SEND_LINK: JobKind = JobKind { name: "sign_in_link", lane: &WORK, doing: Doing::Verb(super::mail_link) };
pub static INVITE: JobKind = JobKind { name: "invite", lane: &WORK, doing: Doing::Verb(super::invitations::send) };

pub static SLICE: Slice = Slice {
    events: &[
        &ACCOUNT_OPENED,
        &ACCOUNT_INVITED,
        &ACCOUNT_LETTER_PRINTED,
        &ACCOUNT_SIGNED_IN,
        &ACCOUNT_PASSWORD_SET,
        &ACCOUNT_SESSION_ENDED,
        &ACCOUNT_SESSIONS_ENDED,
        &ACCOUNT_ROLE_CHANGED,
        &ACCOUNT_TREASURER_CHANGED,
        &ACCOUNT_CLOSED,
        &ACCOUNT_REOPENED,
        &ACCOUNT_ADDRESS_ASKED,
        &ACCOUNT_ADDRESS_CANCELLED,
        &ACCOUNT_ADDRESS_CHANGED,
        &TOKEN_MADE,
        &TOKEN_REVOKED,
        &TOKEN_GIVEN_BACK,
        &MEMBER_ASSISTANCE_BEGUN,
        &MEMBER_ASSISTANCE_ENDED,
        &ACCOUNTS_EXPORTED,
        &INVITATIONS_EXPORTED,
    ],
    jobs: &[&SEND_LINK, &INVITE],
    tidying: Some(super::tidy),
    navigation: &[NavEntry {
        name: "accounts",
        href: "/accounts",
        permission: Permission::AccountsWrite,
        on_phone: false,
        administration: true,
    }],
    due: &[Due {
        kind: "access",
        permission: Permission::AccountsWrite,
        href: "/accounts",
        select: store::ACCESS_ENDS,
    }],
    attention: &[Attention {
        name: "uninvited",
        href: "/accounts/invitations",
        permission: Permission::AccountsWrite,
        select: store::invitations::UNINVITED,
        bad: false,
    }],
    beginning: &[Beginning {
        name: "access",
        place: 5,
        href: "/accounts/invitations",
        permission: Permission::AccountsWrite,
        done: store::invitations::TWO,
    }],
    tables: store::TABLES,
    departure: super::departing::HANGING,
    keeps_here: store::KEEPS_HERE,
    obstacles: store::OBSTACLES,
    retained: &[
        Retained {
            name: "sessions",
            figures: &[
                ("days", Figure::Is(super::SESSION_RESIDENT.num_days())),
                ("idle", Figure::Is(super::IDLE_DAYS)),
                ("hours", Figure::Is(super::SESSION_OTHERS.num_hours())),
            ],
            end: End::ByItself,
        },
        Retained { name: "drafts", figures: &[("days", Figure::Is(drafts::KEPT_DAYS))], end: End::ByItself },
        Retained {
            name: "links",
            figures: &[("minutes", Figure::Is(super::LINK_MINUTES)), ("days", Figure::Is(super::MAILED_LINK_DAYS))],
            end: End::ByItself,
        },
        Retained {
            name: "address-changes",
            figures: &[("hours", Figure::Is(super::address::CHANGE_HOURS))],
            end: End::ByItself,
        },
        Retained {
            name: "invitations",
            figures: &[("days", Figure::Is(super::INVITATION_DAYS)), ("letters", Figure::Is(super::LETTER_DAYS))],
            end: End::ByItself,
        },
        Retained {
            name: "attempts",
            figures: &[("days", Figure::Is(super::TRACES_KEPT.num_days()))],
            end: End::ByItself,
        },
    ],
    scopes: &[Scope { word: "account:read", permission: Permission::AccountOwn }],
    api: Some(super::api::described),
    ..Slice::named("accounts")
};
