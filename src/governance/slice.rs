//! What the rest of the program needs to know of governance: filings, and where the calendar is.

use super::{notices, store};
use crate::platform::events::fields::FILE;
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Attention, Dated, NoticeKind, Slice};
use crate::policy::Permission;

pub static FILING: SubjectKind = SubjectKind::at("filing", "/governance/filings/{id}").only(Permission::GovernanceRead);

const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
const DUE_ON: Field = Field::of("due_on").for_readers();
const DONE_ON: &[Field] = &[Field::of("done_on").for_readers()];
const FACTS: &[Field] = &[
    Field::of("filing").for_readers().codes("filing-kind-"),
    TITLE_EN,
    TITLE_FR,
    DUE_ON,
    Field::of("every_months").for_readers(),
    Field::of("committee_id").for_readers(),
    Field::of("hand").for_readers(),
    Field::of("details").for_readers(),
];

pub static FILING_ADDED: EventKind = EventKind::new("filing.added", &FILING, FACTS);
pub static FILING_CHANGED: EventKind = EventKind::new("filing.changed", &FILING, FACTS);
pub static FILING_REMOVED: EventKind = EventKind::new("filing.removed", &FILING, FACTS);
pub static FILING_DONE: EventKind = EventKind::new("filing.done", &FILING, DONE_ON);
pub static FILING_REOPENED: EventKind = EventKind::new("filing.reopened", &FILING, DONE_ON);
pub static FILING_DUE_SOON: EventKind = EventKind::new("filing.due_soon", &FILING, &[TITLE_EN, TITLE_FR, DUE_ON]);
pub static GOVERNANCE_EXPORTED: EventKind = EventKind::new("governance.exported", &COOP, FILE);

pub static FILING_DUE_SOON_NOTICE: NoticeKind = NoticeKind::new("filing_due_soon").reminds();

pub static SLICE: Slice = Slice {
    events: &[
        &FILING_ADDED,
        &FILING_CHANGED,
        &FILING_REMOVED,
        &FILING_DONE,
        &FILING_REOPENED,
        &FILING_DUE_SOON,
        &GOVERNANCE_EXPORTED,
    ],
    notices: &[&FILING_DUE_SOON_NOTICE],
    about: Some(notices::about),
    reminders: &[notices::remind],
    navigation: &[NavEntry {
        name: "governance",
        href: "/governance",
        permission: Permission::GovernanceRead,
        on_phone: false,
        administration: true,
    }],
    attention: &[
        Attention {
            name: "filings-late",
            href: "/governance",
            permission: Permission::GovernanceManage,
            select: store::LATE,
            bad: true,
        },
        Attention {
            name: "filings-soon",
            href: "/governance",
            permission: Permission::GovernanceManage,
            select: store::SOON,
            bad: false,
        },
    ],
    dated: Some(Dated { permission: Permission::MeetingsRead, select: store::DATED }),
    tables: store::TABLES,
    #[cfg(test)]
    rows: &["insert into filings (kind, title_en, title_fr, due_on, created_by) \
         select 'other', 'x', 'x', '2020-01-31', a.id from accounts a order by a.id limit 1"],
    ..Slice::named("governance")
};
