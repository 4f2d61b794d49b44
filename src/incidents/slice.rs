//! What the rest of the program needs to know of incidents: the register of confidentiality incidents.

use super::store;
use crate::platform::events::fields::FILE;
use crate::platform::events::{COOP, EVERY, EventKind, Field, SubjectKind};
use crate::platform::person::{End, Figure, Retained};
use crate::platform::slice::{Slice, Tab};
use crate::policy::Permission;

pub static INCIDENT: SubjectKind =
    SubjectKind::at("incident", "/incidents/{id}").only(Permission::IncidentsWrite).day();

const EVERYTHING: &[Field] = &[Field::of(EVERY).for_office()];

pub static INCIDENT_ADDED: EventKind = EventKind::new("incident.added", &INCIDENT, EVERYTHING);
pub static INCIDENT_CHANGED: EventKind = EventKind::new("incident.changed", &INCIDENT, EVERYTHING);
pub static INCIDENT_REMOVED: EventKind = EventKind::new("incident.removed", &INCIDENT, EVERYTHING);
pub static INCIDENTS_EXPORTED: EventKind = EventKind::new("incidents.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[&INCIDENT_ADDED, &INCIDENT_CHANGED, &INCIDENT_REMOVED, &INCIDENTS_EXPORTED],
    settings: &[Tab { title: "incidents-title", href: "/incidents", permission: Permission::IncidentsWrite }],
    tables: store::TABLES,
    retained: &[Retained {
        name: "incidents",
        figures: &[("years", Figure::Is(super::rules::KEPT_YEARS as i64))],
        end: End::ByPeople,
    }],
    ..Slice::named("incidents")
};
