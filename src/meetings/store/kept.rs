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
];
