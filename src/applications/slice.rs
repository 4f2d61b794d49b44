//! What the rest of the program needs to know of applications: the waiting list.

use super::store;
use crate::platform::events::fields::{FILE, ON};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::slice::{Searched, Slice};
use crate::policy::Permission;

pub static APPLICATION: SubjectKind =
    SubjectKind::at("application", "/waiting-list/{id}").only(Permission::ApplicationsWrite);

const WHAT: &[Field] = &[
    Field::of("kind").for_office().codes("application-kind-"),
    Field::of("adults").for_office(),
    Field::of("children").for_office(),
    Field::of("bedrooms_min").for_office(),
    Field::of("bedrooms_max").for_office(),
    Field::of("received_on").for_office(),
    Field::of("complete_on").for_office(),
    Field::of("contact").for_office(),
];

pub static APPLICATION_RECEIVED: EventKind = EventKind::new("application.received", &APPLICATION, WHAT);
pub static APPLICATION_CHANGED: EventKind = EventKind::new("application.changed", &APPLICATION, WHAT);
pub static APPLICATION_STEP: EventKind = EventKind::new(
    "application.step",
    &APPLICATION,
    &[Field::of("status").for_readers().codes("application-state-"), ON],
);
pub static APPLICATION_INTERVIEW_NOTED: EventKind = EventKind::new("application.interview_noted", &APPLICATION, &[]);
pub static APPLICATION_BECAME_MEMBER: EventKind =
    EventKind::new("application.became_member", &APPLICATION, &[Field::of("member_id").for_office()]);
pub static APPLICATION_FORGOTTEN: EventKind = EventKind::new("application.forgotten", &APPLICATION, &[]);
pub static APPLICATIONS_EXPORTED: EventKind = EventKind::new("applications.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[
        &APPLICATION_RECEIVED,
        &APPLICATION_CHANGED,
        &APPLICATION_STEP,
        &APPLICATION_INTERVIEW_NOTED,
        &APPLICATION_BECAME_MEMBER,
        &APPLICATION_FORGOTTEN,
        &APPLICATIONS_EXPORTED,
    ],
    navigation: &[NavEntry {
        name: "applications",
        href: "/waiting-list",
        permission: Permission::ApplicationsWrite,
        on_phone: false,
        administration: true,
    }],
    searched: &[Searched {
        name: "applications",
        permission: Permission::ApplicationsWrite,
        href: "/waiting-list/{id}",
        select: store::SEARCHED,
    }],
    tables: store::TABLES,
    departure: store::HANGING,
    retained: &[Retained {
        name: "applicants",
        figures: &[("months", Figure::Rule("application_months"))],
        end: End::ByPeople,
    }],
    ..Slice::named("applications")
};
