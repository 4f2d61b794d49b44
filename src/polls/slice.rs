//! What the rest of the program needs to know of polls: votes from their set-up to their result.

mod notices;
mod office;

pub use notices::*;

use super::store;
use crate::platform::events::{COOP, EventKind, Field, SubjectKind, fields};
use crate::platform::jobs::{DECISIONS, Doing, JobKind, WORK};
use crate::platform::live::Topic;
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::slice::{Beginning, Dated, Filed, Scope, Searched, Slice, Talked};
use crate::policy::Permission;

pub static POLL: SubjectKind = SubjectKind::at("poll", "/polls/{id}");

const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
/// The day on which one had to be a member.
const RECORD_ON: Field = Field::of("record_on").for_readers();
const OPENS_AT: Field = Field::of("opens_at").for_readers();
const CLOSES_AT: Field = Field::of("closes_at").for_readers();
const MEETING_ID: Field = Field::of("meeting_id").for_readers().impersonal();
const SECOND_CALL_OF: Field = Field::of("second_call_of").for_readers();
const NUMBERS: Field = Field::of("numbers").for_readers();
/// What is asked: method, title and choices of each; at the opening, how many.
const QUESTIONS: Field = Field::of("questions").for_readers();
/// Whether ballots are secret, and what is published of them.
const SECRECY: Field = Field::of("secrecy").for_readers().codes("poll-secrecy-");
/// Digests of what is frozen, see `seal`.
const SEALS: Field = Field::of("seals").impersonal();
const DESCRIBED: &[Field] = &[
    TITLE_EN,
    TITLE_FR,
    Field::of("details_en").for_readers().marked(),
    Field::of("details_fr").for_readers().marked(),
    Field::of("cost").for_readers().money(),
    Field::of("pros_en").for_readers().marked(),
    Field::of("pros_fr").for_readers().marked(),
    Field::of("cons_en").for_readers().marked(),
    Field::of("cons_fr").for_readers().marked(),
    Field::of("binding").for_readers(),
    Field::of("shows").for_readers().codes("poll-shows-of-"),
    SECRECY,
    RECORD_ON,
    OPENS_AT,
    CLOSES_AT,
    SECOND_CALL_OF,
    MEETING_ID,
    QUESTIONS,
];

pub static POLL_CREATED: EventKind = EventKind::new("poll.created", &POLL, DESCRIBED);
pub static POLL_CHANGED: EventKind = EventKind::new("poll.changed", &POLL, DESCRIBED);
/// What a vote asks was written or changed.
pub static POLL_ASKED: EventKind = EventKind::new("poll.asked", &POLL, &[QUESTIONS]);
pub static POLL_ANNOUNCED: EventKind =
    EventKind::new("poll.announced", &POLL, &[TITLE_EN, TITLE_FR, OPENS_AT, CLOSES_AT, SECOND_CALL_OF, SECRECY]);
pub static POLL_CANCELLED: EventKind = EventKind::new("poll.cancelled", &POLL, &[]);
pub static POLL_OPENED: EventKind = EventKind::new(
    "poll.opened",
    &POLL,
    &[
        TITLE_EN,
        TITLE_FR,
        CLOSES_AT,
        Field::of("roll").for_readers(),
        Field::of("quorum_percent").for_readers(),
        Field::of("quorum_of").for_readers().codes("quorum-of-"),
        SECOND_CALL_OF,
        Field::of("vote_of").for_readers().codes("vote-of-"),
        SECRECY,
        RECORD_ON,
        Field::of("off_roll").for_readers(),
        QUESTIONS,
        MEETING_ID,
        fields::ABOUT,
        SEALS,
    ],
);
/// Two entries of the register turned out to be one person.
pub static POLL_ROLL_CORRECTED: EventKind =
    EventKind::new("poll.roll_corrected", &POLL, &[Field::of("roll").for_readers(), SEALS]);
/// Somebody left the roll for an interest of their own, or is back on it.
pub static INTEREST_DECLARED: EventKind =
    EventKind::new("poll.interest_declared", &POLL, &[Field::of("roll").for_readers(), SEALS]);
pub static INTEREST_WITHDRAWN: EventKind =
    EventKind::new("poll.interest_withdrawn", &POLL, &[Field::of("roll").for_readers(), SEALS]);
/// Somebody lets somebody else vote for them, or not any more. `told` is the other one of the two.
const TOLD: &[Field] = &[TITLE_EN, TITLE_FR, Field::of("told").impersonal()];
pub static PROXY_GIVEN: EventKind = EventKind::new("poll.proxy_given", &POLL, TOLD).at("/polls/{id}/proxies");
pub static PROXY_ENDED: EventKind = EventKind::new("poll.proxy_ended", &POLL, TOLD).at("/polls/{id}/proxies");
/// A secret vote: its urn has a key, by its fingerprint; a scrutineer took their code; the key came back with such a code; it is no more.
const KEY: &[Field] = &[Field::of("key").for_readers().impersonal()];
pub static URN_PREPARED: EventKind = EventKind::new("urn.prepared", &POLL, KEY).at("/polls/{id}/urn");
pub static URN_CODE_TAKEN: EventKind = EventKind::new("urn.code_taken", &POLL, &[]).at("/polls/{id}/urn");
pub static URN_KEY_RECOVERED: EventKind = EventKind::new("urn.key_recovered", &POLL, &[]).at("/polls/{id}/urn");
pub static URN_KEY_DESTROYED: EventKind = EventKind::new("urn.key_destroyed", &POLL, KEY).at("/polls/{id}/urn");
/// Somebody got a code with which they vote on another device; `told` is that person alone.
pub static BOOTH_OPENED: EventKind =
    EventKind::new("booth.opened", &POLL, TOLD).at("/polls/{id}/paper").kept_back_while(WHILE_OPEN);
/// A ballot paper: handed to somebody, who has voted from then on, or brought back unused; `told` is that person alone. One was spoiled and
/// replaced; one was read, or its reading taken out, by its number; two people sign for all of them.
pub static PAPER_HANDED: EventKind =
    EventKind::new("paper.handed", &POLL, TOLD).at("/polls/{id}/paper").kept_back_while(WHILE_OPEN);
pub static PAPER_TAKEN_BACK: EventKind =
    EventKind::new("paper.taken_back", &POLL, TOLD).at("/polls/{id}/paper").kept_back_while(WHILE_OPEN);
pub static PAPER_SPOILED: EventKind =
    EventKind::new("paper.spoiled", &POLL, &[]).at("/polls/{id}/paper").kept_back_while(WHILE_OPEN);
const PAPER: &[Field] = &[Field::of("paper").for_readers().impersonal()];
pub static PAPER_READ: EventKind = EventKind::new("paper.read", &POLL, PAPER).at("/polls/{id}/paper");
pub static PAPER_READING_REMOVED: EventKind =
    EventKind::new("paper.reading_removed", &POLL, PAPER).at("/polls/{id}/paper");
pub static PAPERS_SIGNED: EventKind = EventKind::new(
    "paper.signed",
    &POLL,
    &[
        Field::of("handed").for_readers().impersonal(),
        Field::of("spoiled").for_readers().impersonal(),
        Field::of("found").for_readers().impersonal(),
        Field::of("rejected").for_readers().impersonal(),
        Field::of("not_returned").for_readers().impersonal(),
    ],
)
.at("/polls/{id}/paper");
/// Nobody votes any more, and papers are to be counted before the vote is closed.
pub static POLL_ENDED: EventKind = EventKind::new("poll.ended", &POLL, &[TITLE_EN, TITLE_FR, CLOSES_AT, SEALS]);
/// An urn is not ready: its vote opens soon; its vote should have opened.
const UNREADY: &[Field] = &[TITLE_EN, TITLE_FR, OPENS_AT];
pub static URN_AWAITED: EventKind = EventKind::new("urn.awaited", &POLL, UNREADY).at("/polls/{id}/urn");
pub static URN_LATE: EventKind = EventKind::new("urn.late", &POLL, UNREADY).at("/polls/{id}/urn");
/// What was found in the urn cannot be right: nothing was opened.
pub static POLL_DISPUTED: EventKind = EventKind::new(
    "poll.disputed",
    &POLL,
    &[TITLE_EN, TITLE_FR, Field::of("disputed").for_readers().codes("urn-disputed-")],
);
/// Somebody contests the result, it is looked into, and answered. `told` is who wrote it.
const TROUBLE: Field = Field::of("trouble").for_readers().codes("appeal-kind-").impersonal();
pub static POLL_CONTESTED: EventKind =
    EventKind::new("poll.contested", &POLL, &[TITLE_EN, TITLE_FR, TROUBLE]).at("/polls/{id}/appeals");
pub static APPEAL_EXAMINED: EventKind = EventKind::new("appeal.examined", &POLL, TOLD).at("/polls/{id}/appeals");
pub static APPEAL_ANSWERED: EventKind = EventKind::new(
    "appeal.answered",
    &POLL,
    &[
        TITLE_EN,
        TITLE_FR,
        Field::of("told").impersonal(),
        Field::of("standing").for_readers().codes("appeal-status-").impersonal(),
        Field::of("reason").for_readers(),
    ],
)
.at("/polls/{id}/appeals");
/// The end of an open vote was put off.
pub static POLL_EXTENDED: EventKind = EventKind::new("poll.extended", &POLL, &[TITLE_EN, TITLE_FR, CLOSES_AT, SEALS]);
/// A text of an open vote was misspelt: what it says and what it is to say; who proposed it and who confirmed it.
const CORRECTED: &[Field] = &[
    TITLE_EN,
    TITLE_FR,
    Field::of("corrected").for_readers().codes("correction-of-"),
    Field::of("language").for_readers().codes("correction-in-"),
    Field::of("text").for_readers().marked(),
    Field::of("proposed_by").for_readers(),
    SEALS,
];
pub static CORRECTION_PROPOSED: EventKind =
    EventKind::new("poll.correction_proposed", &POLL, CORRECTED).at("/polls/{id}/corrections");
pub static CORRECTION_DECLINED: EventKind = EventKind::new("poll.correction_declined", &POLL, CORRECTED);
pub static POLL_CORRECTED: EventKind = EventKind::new("poll.corrected", &POLL, CORRECTED);
/// A choice of an open vote stands no more: who stood withdrew.
pub static CHOICE_WITHDRAWN: EventKind =
    EventKind::new("poll.choice_withdrawn", &POLL, &[TITLE_EN, TITLE_FR, Field::of("choice").for_readers(), SEALS]);
/// The counts of an open vote are shown as they grow: with the instant at which each voted they would tell what each chose.
const WHILE_OPEN: &str = "exists (select from polls where polls.id = events.subject_id and polls.status = 'open')";
/// By somebody whom its voter lets vote for them.
const BY_PROXY: &[Field] = &[Field::of("by_proxy").for_readers()];
pub static POLL_BALLOT_CAST: EventKind =
    EventKind::new("poll.ballot_cast", &POLL, BY_PROXY).kept_back_while(WHILE_OPEN);
pub static POLL_BALLOT_CHANGED: EventKind =
    EventKind::new("poll.ballot_changed", &POLL, BY_PROXY).kept_back_while(WHILE_OPEN);
pub static POLL_REMINDED: EventKind = EventKind::new("poll.reminded", &POLL, &[TITLE_EN, TITLE_FR, CLOSES_AT]);
pub static POLL_CLOSED: EventKind = EventKind::new(
    "poll.closed",
    &POLL,
    &[
        TITLE_EN,
        TITLE_FR,
        NUMBERS,
        Field::of("verdicts").for_readers().codes("poll-tag-"),
        Field::of("voted").for_readers(),
        Field::of("roll").for_readers(),
        Field::of("quorum_needed").for_readers(),
        MEETING_ID,
        fields::ABOUT,
        Field::of("told_en"),
        Field::of("told_fr"),
        SEALS,
    ],
)
.at("/polls/{id}/result");
/// It went wrong and counts for nothing; with the numbers of the register that are void with it.
pub static POLL_VOIDED: EventKind = EventKind::new(
    "poll.voided",
    &POLL,
    &[TITLE_EN, TITLE_FR, Field::of("reason").for_readers(), NUMBERS, fields::ABOUT],
);
/// No more is to be said of it for now; it is open to comments again.
pub static POLL_DISCUSSION_CLOSED: EventKind = EventKind::new("poll.discussion_closed", &POLL, &[TITLE_EN, TITLE_FR]);
pub static POLL_DISCUSSION_REOPENED: EventKind =
    EventKind::new("poll.discussion_reopened", &POLL, &[TITLE_EN, TITLE_FR]);
/// Of a guest the events know the number in the vote, and nothing else.
const GUEST: &[Field] = &[Field::of("guest").for_readers().impersonal()];
pub static GUEST_INVITED: EventKind = EventKind::new("guest.invited", &POLL, GUEST);
pub static GUEST_REVOKED: EventKind = EventKind::new("guest.revoked", &POLL, GUEST);
pub static GUEST_ANSWERED: EventKind = EventKind::new("guest.answered", &POLL, GUEST).kept_back_while(WHILE_OPEN);
/// A vote that recurs, kept by a name: for those who run votes.
pub static TEMPLATE: SubjectKind = SubjectKind::at("template", "/polls/templates/{id}").only(Permission::PollsManage);
const TEMPLATE_EN: Field = Field::of("template_en").for_readers();
const TEMPLATE_FR: Field = Field::of("template_fr").for_readers();
const NAMED: &[Field] = &[TEMPLATE_EN, TEMPLATE_FR];
pub static TEMPLATE_KEPT: EventKind =
    EventKind::new("template.kept", &TEMPLATE, &[TEMPLATE_EN, TEMPLATE_FR, TITLE_EN, TITLE_FR]);
pub static TEMPLATE_RENAMED: EventKind = EventKind::new("template.renamed", &TEMPLATE, NAMED);
pub static TEMPLATE_TAKEN_AWAY: EventKind =
    EventKind::new("template.taken_away", &TEMPLATE, NAMED).at("/polls/templates");
pub static BALLOTS_EXPORTED: EventKind = EventKind::new("ballots.exported", &COOP, fields::FILE);
pub static PARTICIPATION_EXPORTED: EventKind = EventKind::new("participation.exported", &COOP, fields::FILE);

pub static OPEN: JobKind = JobKind { name: "poll.open", lane: &DECISIONS, doing: Doing::Verb(super::open_due) };
pub static CLOSE: JobKind = JobKind { name: "poll.close", lane: &DECISIONS, doing: Doing::Verb(super::close_due) };
pub static DESTROY_KEY: JobKind =
    JobKind { name: "urn.destroy_key", lane: &WORK, doing: Doing::Verb(super::urn::destroy_key) };

pub static SLICE: Slice = Slice {
    events: &[
        &POLL_CREATED,
        &POLL_CHANGED,
        &POLL_ASKED,
        &POLL_ANNOUNCED,
        &POLL_CANCELLED,
        &POLL_OPENED,
        &POLL_EXTENDED,
        &CORRECTION_PROPOSED,
        &CORRECTION_DECLINED,
        &POLL_CORRECTED,
        &CHOICE_WITHDRAWN,
        &POLL_ROLL_CORRECTED,
        &INTEREST_DECLARED,
        &INTEREST_WITHDRAWN,
        &PROXY_GIVEN,
        &PROXY_ENDED,
        &POLL_BALLOT_CAST,
        &POLL_BALLOT_CHANGED,
        &POLL_REMINDED,
        &POLL_ENDED,
        &POLL_CLOSED,
        &POLL_DISPUTED,
        &POLL_VOIDED,
        &POLL_CONTESTED,
        &APPEAL_EXAMINED,
        &APPEAL_ANSWERED,
        &URN_AWAITED,
        &URN_LATE,
        &URN_PREPARED,
        &URN_CODE_TAKEN,
        &URN_KEY_RECOVERED,
        &URN_KEY_DESTROYED,
        &BOOTH_OPENED,
        &PAPER_HANDED,
        &PAPER_TAKEN_BACK,
        &PAPER_SPOILED,
        &PAPER_READ,
        &PAPER_READING_REMOVED,
        &PAPERS_SIGNED,
        &POLL_DISCUSSION_CLOSED,
        &POLL_DISCUSSION_REOPENED,
        &GUEST_INVITED,
        &GUEST_REVOKED,
        &GUEST_ANSWERED,
        &TEMPLATE_KEPT,
        &TEMPLATE_RENAMED,
        &TEMPLATE_TAKEN_AWAY,
        &BALLOTS_EXPORTED,
        &PARTICIPATION_EXPORTED,
    ],
    notices: &[
        &POLL_OPENED_NOTICE,
        &POLL_CALLED_AGAIN_NOTICE,
        &POLL_EXTENDED_NOTICE,
        &POLL_CORRECTED_NOTICE,
        &POLL_REMINDER_NOTICE,
        &PROXY_NOTICE,
        &POLL_CLOSED_NOTICE,
        &POLL_VOIDED_NOTICE,
        &POLL_DISPUTED_NOTICE,
        &VOTED_NOTICE,
        &NOT_VOTED_NOTICE,
        &SCRUTINEER_NOTICE,
        &BOOTH_NOTICE,
        &PAPER_HANDED_NOTICE,
        &PAPER_TAKEN_BACK_NOTICE,
        &PAPERS_TO_COUNT_NOTICE,
        &PAPER_RECORDED_NOTICE,
        &CONTESTED_NOTICE,
        &APPEAL_NOTICE,
        &URN_NOTICE,
        &URN_LATE_NOTICE,
    ],
    about: Some(super::notices::about),
    for_office: Some(super::notices::for_office),
    reminders: &[super::notices::remind],
    jobs: &[&OPEN, &CLOSE, &DESTROY_KEY],
    live: &[Topic { kind: "poll", fragment: super::live_fragment }],
    navigation: &[NavEntry {
        name: "polls",
        href: "/polls",
        permission: Permission::PollsRead,
        on_phone: true,
        administration: false,
    }],
    waits: Some(store::WAITS),
    merging: Some(super::merging::VERBS),
    verify: Some(super::seal::verify),
    attention: office::ATTENTION,
    beginning: &[Beginning {
        name: "vote",
        place: 6,
        href: "/polls/new",
        permission: Permission::PollsManage,
        done: store::ANY_OPENED,
    }],
    searched: &[
        Searched { name: "polls", permission: Permission::PollsRead, href: "/polls/{id}", select: store::SEARCHED },
        Searched { name: "said", permission: Permission::PollsRead, href: "/comments/{id}", select: store::SAID },
    ],
    talked: &[Talked {
        kind: &POLL,
        permission: Permission::PollsRead,
        all: None,
        select: store::TALKED,
        follows: None,
        closed: &POLL_DISCUSSION_CLOSED,
        reopened: &POLL_DISCUSSION_REOPENED,
    }],
    filed: &[Filed {
        kind: &POLL,
        permission: Permission::PollsRead,
        keeps: Permission::PollsManage,
        removes: Permission::PollsManage,
        all: None,
        select: store::FILED,
    }],
    dated: Some(Dated { permission: Permission::PollsRead, select: store::DATED }),
    tables: store::TABLES,
    departure: super::departing::HANGING,
    tidying: Some(super::guests::tidy),
    retained: &[
        Retained { name: "votes", figures: &[], end: End::Stays },
        Retained {
            name: "guests",
            figures: &[("months", Figure::Is(super::guests::NAMED_MONTHS as i64))],
            end: End::ByItself,
        },
    ],
    scopes: &[
        Scope { word: "polls:read", permission: Permission::PollsRead },
        Scope { word: "polls:vote", permission: Permission::PollsVote },
    ],
    api: Some(super::api::described),
    #[cfg(test)]
    rows: office::ROWS,
    ..Slice::named("polls")
};
