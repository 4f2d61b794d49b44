//! What the meetings keep of people: who planned one, who leads it, who said that they come, and whoever is named in its texts.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::rewritten(&[
            "title_en",
            "title_fr",
            "place",
            "online",
            "access",
            "child_care",
            "cancelled_why",
        ])],
        shown: Shown::Not("what somebody planned is in their acts"),
        pointing: &[
            ("created_by", Leaving::Stays("who planned it"), OF_ACCOUNT),
            ("chair_id", Leaving::Stays("who led it, or is asked to; the page of the meeting says so"), Merging::Moves),
            ("secretary_id", Leaving::Stays("who wrote its minutes, or is asked to"), Merging::Moves),
        ],
        ..Table::named("meetings")
    },
    Table {
        texts: &[Texts::rewritten(&["title_en", "title_fr", "details", "presenter"])],
        ..Table::named("agenda_items")
    },
    Table {
        texts: &[Texts::own(&["needs"])],
        erasing: Erasing::Loses("needs = case when member_id = {member} then '' else needs end"),
        shown: Shown::In(&[Part::new(
            "meeting-replies",
            "m.title_en, m.title_fr, m.held_on, r.answer, case when {own} or {office} then r.needs end as needs, r.said_at",
            "{rows} r join meetings m on m.id = r.meeting_id order by m.held_on, m.id",
        )
        .codes(&[("answer", "reply-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("what they said; who has left is not called"), Merging::Unites(&["meeting_id"])),
            ("holder_id", Leaving::Stays("whom they asked to vote for them"), Merging::Moves),
        ],
        ..Table::about("meeting_replies", "member_id = {member} or holder_id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::own(&["address"])],
        shown: Shown::In(&[Part::new(
            "notice-consents",
            "n.address, n.given_at, n.withdrawn_at",
            "{rows} n order by n.id",
        )]),
        pointing: &[
            ("member_id", Leaving::Stays("what they agreed to, for when they come back"), Merging::Stays("it names the address of its own entry")),
            ("given_by", Leaving::Stays("who wrote it down"), OF_ACCOUNT),
            ("withdrawn_by", Leaving::Stays("who wrote it down"), OF_ACCOUNT),
        ],
        ..Table::about("notice_consents", "member_id = {member}")
    },
    Table {
        texts: &[
            Texts::lasting(&["subject_en", "subject_fr", "text_en", "text_fr"], "the text of a notice is the evidence of it"),
            Texts::rewritten(&["anyway"]),
        ],
        shown: Shown::Not("who sent it is in their acts"),
        pointing: &[("sent_by", Leaving::Stays("who sent it"), OF_ACCOUNT)],
        ..Table::named("callings")
    },
    Table {
        erasing: Erasing::Loses("address = case when way = 'mail' then '-' else '' end"),
        texts: &[Texts::own(&["address"])],
        shown: Shown::In(&[Part::new(
            "meetings-called",
            "m.title_en, m.title_fr, m.held_on, g.sent_at, l.way, l.address, l.handed_on",
            "{rows} l join callings g on g.id = l.calling_id join meetings m on m.id = g.meeting_id order by l.id",
        )
        .codes(&[("way", "call-way-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("that they were called"), Merging::Unites(&["calling_id"])),
            ("handed_by", Leaving::Stays("who gave them the letter"), OF_ACCOUNT),
            ("came_back_by", Leaving::Stays("who wrote down that it came back"), OF_ACCOUNT),
        ],
        ..Table::about("called", "member_id = {member}")
    },
    Table {
        texts: &[Texts::rewritten(&["title", "details", "why"])],
        shown: Shown::In(&[Part::new(
            "items-asked",
            "m.title_en, m.title_fr, q.title, q.details, q.asked_at, q.answer as item_answer, q.why, q.answered_at",
            "{rows} q join meetings m on m.id = q.meeting_id order by q.id",
        )
        .codes(&[("item_answer", "asked-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("who asked for it"), Merging::Moves),
            ("answered_by", Leaving::Stays("who answered"), OF_ACCOUNT),
        ],
        ..Table::about("asked_items", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::In(&[Part::new(
            "items-backed",
            "q.title",
            "{rows} b join asked_items q on q.id = b.asked_id order by q.id",
        )]),
        pointing: &[("member_id", Leaving::Stays("what they would like"), Merging::Unites(&["asked_id"]))],
        ..Table::about("asked_item_backers", "member_id = {member}")
    },
];
