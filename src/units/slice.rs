//! What the rest of the program needs to know of units: homes and who lives in them.

use super::store;
use crate::platform::events::fields::{FILE, FROM, MEMBER_ID, ON, UNTIL};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Attention, Beginning, Scope, Searched, Slice};
use crate::policy::Permission;

pub static UNIT: SubjectKind = SubjectKind::at("unit", "/units/{id}");

const RELATION: Field = Field::of("relation").for_readers().codes("relation-");

pub static UNIT_ADDED: EventKind = EventKind::new(
    "unit.added",
    &UNIT,
    &[Field::of("label").for_readers(), Field::of("kind").for_readers().codes("unit-kind-")],
);
pub static UNIT_CHANGED: EventKind = EventKind::new(
    "unit.changed",
    &UNIT,
    &[
        Field::of("label").for_readers(),
        Field::of("kind").for_readers().codes("unit-kind-"),
        Field::of("block").for_readers(),
        Field::of("floor").for_readers(),
        Field::of("bedrooms").for_readers(),
        Field::of("area_m2").for_readers(),
        Field::of("accessible").for_readers(),
        Field::of("occupants_min").for_readers(),
        Field::of("occupants_max").for_readers(),
        Field::of("votes").for_readers(),
    ],
);
pub static UNIT_MOVED_IN: EventKind = EventKind::new("unit.moved_in", &UNIT, &[MEMBER_ID, FROM, RELATION]);
pub static UNIT_MOVED_OUT: EventKind = EventKind::new("unit.moved_out", &UNIT, &[MEMBER_ID, ON]);
pub static UNIT_STAY_CORRECTED: EventKind =
    EventKind::new("unit.stay_corrected", &UNIT, &[MEMBER_ID, FROM, UNTIL, RELATION]);
pub static UNIT_CHILDREN_COUNTED: EventKind =
    EventKind::new("unit.children_counted", &UNIT, &[Field::of("children").for_office(), FROM]);
pub static UNITS_EXPORTED: EventKind = EventKind::new("units.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[
        &UNIT_ADDED,
        &UNIT_CHANGED,
        &UNIT_MOVED_IN,
        &UNIT_MOVED_OUT,
        &UNIT_STAY_CORRECTED,
        &UNIT_CHILDREN_COUNTED,
        &UNITS_EXPORTED,
    ],
    navigation: &[NavEntry {
        name: "units",
        href: "/units",
        permission: Permission::UnitsRead,
        on_phone: false,
        administration: false,
    }],
    merging: Some(super::merging::VERBS),
    attention: &[Attention {
        name: "homes-empty",
        href: "/waiting-list",
        permission: Permission::ApplicationsWrite,
        select: store::EMPTY,
        bad: false,
    }],
    beginning: &[Beginning {
        name: "homes",
        place: 1,
        href: "/imports/new",
        permission: Permission::UnitsWrite,
        done: store::ANY,
    }],
    searched: &[Searched {
        name: "units",
        permission: Permission::UnitsRead,
        href: "/units/{id}",
        select: store::SEARCHED,
    }],
    tables: store::TABLES,
    departure: super::departing::HANGING,
    scopes: &[Scope { word: "units:read", permission: Permission::UnitsRead }],
    api: Some(super::api::described),
    ..Slice::named("units")
};
