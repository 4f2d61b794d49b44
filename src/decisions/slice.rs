//! What the rest of the program needs to know of decisions: the register of what the co-op decided.

use super::store;
use crate::platform::due::Due;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Attention, NoticeKind, Searched, Slice};
use crate::policy::Permission;

pub static DECISION: SubjectKind = SubjectKind::at("decision", "/decisions/{id}");

const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
const REVIEW_ON: Field = Field::of("review_on").for_readers().impersonal();
const EFFECT: Field = Field::of("effect").for_readers().codes("decision-effect-").impersonal();
const EARLIER: Field = Field::of("earlier").for_readers().impersonal();
/// Of the whole entry, see `seal`.
const SEAL: Field = Field::of("seal").impersonal();
const WRITTEN: &[Field] = &[
    Field::of("decided_on").for_readers().impersonal(),
    Field::of("body").for_readers().codes("decision-body-").impersonal(),
    Field::of("former_number").for_readers(),
    TITLE_EN,
    TITLE_FR,
    Field::of("details_en").for_readers().marked(),
    Field::of("details_fr").for_readers().marked(),
    Field::of("sums_en").for_readers(),
    Field::of("sums_fr").for_readers(),
    SEAL,
];

pub static DECISION_ENTERED: EventKind = EventKind::new("decision.entered", &DECISION, WRITTEN);
pub static DECISION_CORRECTED: EventKind = EventKind::new("decision.corrected", &DECISION, WRITTEN);
pub static DECISION_RELATED: EventKind =
    EventKind::new("decision.related", &DECISION, &[TITLE_EN, TITLE_FR, EFFECT, EARLIER, SEAL]);
pub static DECISION_UNRELATED: EventKind =
    EventKind::new("decision.unrelated", &DECISION, &[TITLE_EN, TITLE_FR, EFFECT, EARLIER, SEAL]);
pub static DECISION_REVIEW_SET: EventKind =
    EventKind::new("decision.review_set", &DECISION, &[TITLE_EN, TITLE_FR, REVIEW_ON, SEAL]);
pub static DECISION_REVIEWED: EventKind =
    EventKind::new("decision.reviewed", &DECISION, &[TITLE_EN, TITLE_FR, REVIEW_ON, SEAL]);
pub static DECISION_REVIEW_DUE: EventKind =
    EventKind::new("decision.review_due", &DECISION, &[TITLE_EN, TITLE_FR, REVIEW_ON, SEAL]);

pub static DECISION_VOIDED: EventKind = EventKind::new("decision.voided", &DECISION, &[TITLE_EN, TITLE_FR, SEAL]);

/// Events that carry a seal of their entry: all.
pub static SEALED: [&EventKind; 8] = [
    &DECISION_ENTERED,
    &DECISION_CORRECTED,
    &DECISION_RELATED,
    &DECISION_UNRELATED,
    &DECISION_REVIEW_SET,
    &DECISION_REVIEWED,
    &DECISION_REVIEW_DUE,
    &DECISION_VOIDED,
];

pub static DECISION_REVIEW_NOTICE: NoticeKind = NoticeKind::new("decision_review").reminds();

pub static SLICE: Slice = Slice {
    events: &SEALED,
    notices: &[&DECISION_REVIEW_NOTICE],
    for_office: Some(super::notices::for_office),
    reminders: &[super::notices::remind],
    navigation: &[NavEntry {
        name: "decisions",
        href: "/decisions",
        permission: Permission::PollsRead,
        on_phone: false,
        administration: false,
    }],
    due: &[Due { kind: "decision", permission: Permission::PollsRead, href: "/decisions/{id}", select: store::DUE }],
    attention: &[Attention {
        name: "decisions-review",
        href: "/decisions?standing=review",
        permission: Permission::PollsManage,
        select: store::TO_REVIEW,
        bad: false,
    }],
    searched: &[Searched {
        name: "decisions",
        permission: Permission::PollsRead,
        href: "/decisions/{id}",
        select: store::SEARCHED,
    }],
    verify: Some(super::seal::verify),
    tables: store::TABLES,
    api: Some(super::api::described),
    ..Slice::named("decisions")
};
