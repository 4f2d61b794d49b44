//! What the rest of the program needs to know of elections: from the call for candidates to seats filled.

use super::store;
use crate::platform::events::fields::{FROM, UNTIL};
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Retained};
use crate::platform::slice::{Attention, NoticeKind, Reader, Searched, Slice};
use crate::policy::Permission;

pub static ELECTION: SubjectKind = SubjectKind::at("election", "/elections/{id}");

const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
const SEATS: Field = Field::of("seats").for_readers().impersonal();
/// The day on which something ends, as notices say it.
const DUE_ON: Field = Field::of("due_on").for_readers().impersonal();
const REASON: Field = Field::of("reason").for_readers();
/// Who is told.
const TOLD: Field = Field::of("told").impersonal();
const CANDIDATES: Field = Field::of("candidates").for_readers().impersonal();
const DESCRIBED: &[Field] = &[
    TITLE_EN,
    TITLE_FR,
    Field::of("details_en").for_readers().marked(),
    Field::of("details_fr").for_readers().marked(),
    SEATS,
    FROM,
    UNTIL,
    Field::of("method").for_readers().codes("poll-method-").impersonal(),
    Field::of("nominate_from").for_readers().impersonal(),
    Field::of("nominate_until").for_readers().impersonal(),
    Field::of("opens_at").for_readers().impersonal(),
    Field::of("closes_at").for_readers().impersonal(),
    Field::of("sealed").for_readers().impersonal(),
    Field::of("by_others").for_readers().impersonal(),
    Field::of("none_stands").for_readers().impersonal(),
    Field::of("acclaims").for_readers().impersonal(),
    Field::of("secrecy").for_readers().codes("poll-secrecy-").impersonal(),
    Field::of("committee_id").for_readers().impersonal(),
    DUE_ON,
];
const TITLED: &[Field] = &[TITLE_EN, TITLE_FR];
const TOLD_OF: &[Field] = &[TITLE_EN, TITLE_FR, TOLD, DUE_ON];
/// Who put up whom, and who stands, is nobody's business while names are sealed.
const WHILE_SEALED: &str = "exists (select from elections e where e.id = events.subject_id and e.sealed and e.status in ('called', 'cancelled'))";

pub static ELECTION_CREATED: EventKind = EventKind::new("election.created", &ELECTION, DESCRIBED);
pub static ELECTION_CHANGED: EventKind = EventKind::new("election.changed", &ELECTION, DESCRIBED);
pub static ELECTION_CALLED: EventKind =
    EventKind::new("election.called", &ELECTION, &[TITLE_EN, TITLE_FR, DUE_ON, SEATS]);
/// Nominations and the vote have other days.
pub static ELECTION_MOVED: EventKind = EventKind::new("election.moved", &ELECTION, DESCRIBED);
/// The vote has other times.
pub static ELECTION_VOTE_MOVED: EventKind = EventKind::new("election.vote_moved", &ELECTION, DESCRIBED);
pub static ELECTION_CANCELLED: EventKind =
    EventKind::new("election.cancelled", &ELECTION, &[TITLE_EN, TITLE_FR, REASON]);
pub static ELECTION_NOMINATED: EventKind =
    EventKind::new("election.nominated", &ELECTION, TOLD_OF).kept_back_while(WHILE_SEALED);
pub static ELECTION_ACCEPTED: EventKind =
    EventKind::new("election.accepted", &ELECTION, TITLED).kept_back_while(WHILE_SEALED);
pub static ELECTION_DECLINED: EventKind =
    EventKind::new("election.declined", &ELECTION, TITLED).kept_back_while(WHILE_SEALED);
pub static ELECTION_STATED: EventKind =
    EventKind::new("election.stated", &ELECTION, TITLED).kept_back_while(WHILE_SEALED);
pub static ELECTION_WITHDREW: EventKind =
    EventKind::new("election.withdrew", &ELECTION, TITLED).kept_back_while(WHILE_SEALED);
/// Somebody withdrew after their name was on the paper.
pub static ELECTION_LEFT: EventKind =
    EventKind::new("election.left", &ELECTION, &[TITLE_EN, TITLE_FR, Field::of("candidate").for_readers()]);
/// Nominations end soon.
pub static ELECTION_ENDING: EventKind = EventKind::new("election.ending", &ELECTION, TOLD_OF);
/// Nominations have ended, and everybody sees who stands.
pub static ELECTION_PUBLISHED: EventKind =
    EventKind::new("election.published", &ELECTION, &[TITLE_EN, TITLE_FR, CANDIDATES]);
pub static ELECTION_DECLARED: EventKind = EventKind::new(
    "election.declared",
    &ELECTION,
    &[
        TITLE_EN,
        TITLE_FR,
        Field::of("how_decided").for_readers().codes("election-way-").impersonal(),
        Field::of("elected").for_readers(),
        Field::of("told_en"),
        Field::of("told_fr"),
        DUE_ON,
    ],
);
pub static ELECTION_FILLED: EventKind =
    EventKind::new("election.filled", &ELECTION, &[TITLE_EN, TITLE_FR, Field::of("seated").for_readers().impersonal()]);
pub static ELECTION_VOIDED: EventKind = EventKind::new("election.voided", &ELECTION, &[TITLE_EN, TITLE_FR, REASON]);
/// Somebody who follows is asked whether they take a seat.
pub static ELECTION_OFFERED: EventKind = EventKind::new("election.offered", &ELECTION, TOLD_OF);
pub static ELECTION_TAKEN: EventKind = EventKind::new("election.taken", &ELECTION, TITLED);
pub static ELECTION_REFUSED: EventKind = EventKind::new("election.refused", &ELECTION, TITLED);

pub static CALLED_NOTICE: NoticeKind = NoticeKind::new("election_called").lets_in();
pub static MOVED_NOTICE: NoticeKind = NoticeKind::new("election_moved");
pub static VOTE_MOVED_NOTICE: NoticeKind = NoticeKind::new("election_vote_moved");
pub static NOMINATED_NOTICE: NoticeKind = NoticeKind::new("election_nominated").pressing().lets_in();
pub static ENDING_NOTICE: NoticeKind = NoticeKind::new("election_ending").reminds().lets_in();
pub static PUBLISHED_NOTICE: NoticeKind = NoticeKind::new("election_published").lets_in();
pub static LEFT_NOTICE: NoticeKind = NoticeKind::new("election_left").pressing();
pub static DECLARED_NOTICE: NoticeKind = NoticeKind::new("election_declared");
pub static VOIDED_NOTICE: NoticeKind = NoticeKind::new("election_voided").pressing();
pub static OFFERED_NOTICE: NoticeKind = NoticeKind::new("election_offered").pressing().lets_in();

pub static DUE: JobKind = JobKind { name: "election.due", lane: &WORK, doing: Doing::Verb(super::due::run) };

pub static SLICE: Slice = Slice {
    events: &[
        &ELECTION_CREATED,
        &ELECTION_CHANGED,
        &ELECTION_CALLED,
        &ELECTION_MOVED,
        &ELECTION_VOTE_MOVED,
        &ELECTION_CANCELLED,
        &ELECTION_NOMINATED,
        &ELECTION_ACCEPTED,
        &ELECTION_DECLINED,
        &ELECTION_STATED,
        &ELECTION_WITHDREW,
        &ELECTION_LEFT,
        &ELECTION_ENDING,
        &ELECTION_PUBLISHED,
        &ELECTION_DECLARED,
        &ELECTION_FILLED,
        &ELECTION_VOIDED,
        &ELECTION_OFFERED,
        &ELECTION_TAKEN,
        &ELECTION_REFUSED,
    ],
    notices: &[
        &CALLED_NOTICE,
        &MOVED_NOTICE,
        &VOTE_MOVED_NOTICE,
        &NOMINATED_NOTICE,
        &ENDING_NOTICE,
        &PUBLISHED_NOTICE,
        &LEFT_NOTICE,
        &DECLARED_NOTICE,
        &VOIDED_NOTICE,
        &OFFERED_NOTICE,
    ],
    about: Some(super::notices::about),
    reminders: &[super::due::look],
    readers: &[Reader { name: "elections", read: super::outcome::read }],
    jobs: &[&DUE],
    navigation: &[NavEntry {
        name: "elections",
        href: "/elections",
        permission: Permission::PollsRead,
        on_phone: false,
        administration: false,
    }],
    waits: Some(store::WAITS),
    attention: &[
        Attention {
            name: "elections-stuck",
            href: "/elections",
            permission: Permission::PollsManage,
            select: store::STUCK,
            bad: true,
        },
        Attention {
            name: "elections-vacant",
            href: "/elections",
            permission: Permission::PollsManage,
            select: store::VACANT,
            bad: false,
        },
    ],
    searched: &[Searched {
        name: "elections",
        permission: Permission::PollsRead,
        href: "/elections/{id}",
        select: store::SEARCHED,
    }],
    tables: store::TABLES,
    departure: super::departing::HANGING,
    merging: Some(super::merging::VERBS),
    retained: &[Retained { name: "elections", figures: &[], end: End::Stays }],
    #[cfg(test)]
    rows: &[
        "insert into elections (title_en, title_fr, seats, starts_on, ends_on, method, nominate_from, nominate_until, opens_at, closes_at, \
           sealed, by_others, none_stands, acclaims, secrecy, appeal_days, status, created_by) \
         select 'x', 'x', 1, current_date + 30, current_date + 700, 'approval', current_date - 1, current_date + 5, now() + interval '9 days', \
           now() + interval '12 days', false, true, true, true, 'list', 30, 'called', min(id) from accounts",
        "insert into candidacies (election_id, number, member_id, nominated_by, status, nominated_at) \
           select min(e.id), 1, min(m.id), min(m.id), 'standing', now() from elections e, members m",
    ],
    ..Slice::named("elections")
};
