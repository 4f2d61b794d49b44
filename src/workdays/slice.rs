//! What the rest of the program needs to know of work days. What happens to their jobs, tasks say.

use super::store;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::slice::{Searched, Slice};
use crate::policy::Permission;

pub static WORK_DAY: SubjectKind = SubjectKind::at("work_day", "/workdays/{id}");

const HELD_ON: Field = Field::of("held_on").for_readers();
const FACTS: &[Field] = &[
    Field::of("title").for_readers(),
    HELD_ON,
    Field::of("starts_at").for_readers(),
    Field::of("ends_at").for_readers(),
    Field::of("meets_at").for_readers(),
    Field::of("committee_id").for_readers(),
    Field::of("details").for_readers().marked(),
];

pub static WORK_DAY_PLANNED: EventKind = EventKind::new("work_day.planned", &WORK_DAY, FACTS);
pub static WORK_DAY_EDITED: EventKind = EventKind::new("work_day.edited", &WORK_DAY, FACTS);
pub static WORK_DAY_CALLED_OFF: EventKind = EventKind::new("work_day.called_off", &WORK_DAY, &[HELD_ON]);

pub static SLICE: Slice = Slice {
    events: &[&WORK_DAY_PLANNED, &WORK_DAY_EDITED, &WORK_DAY_CALLED_OFF],
    searched: &[Searched {
        name: "workdays",
        permission: Permission::TasksRead,
        href: "/workdays/{id}",
        select: store::SEARCHED,
    }],
    tables: store::TABLES,
    api: Some(super::api::described),
    #[cfg(test)]
    rows: &["insert into work_days (title, held_on, starts_at, ends_at, committee_id, created_by) \
         select 'x', '2020-01-04', '09:00', '12:00', c.id, a.id from committees c, accounts a order by a.id limit 1"],
    ..Slice::named("workdays")
};
