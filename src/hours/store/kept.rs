//! What hours keep of people. Lines stay: they are what was given, and count for the home. Reasons and other words leave with the person.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        shown: Shown::Not("who set a duty is told in what they did"),
        pointing: &[("set_by", Leaving::Stays("who set it"), OF_ACCOUNT)],
        ..Table::named("duties")
    },
    Table {
        texts: &[Texts::codes(&["about"]), Texts::rewritten(&["title", "note"])],
        shown: Shown::In(&[Part::new(
            "hours",
            "worked_on, kind as hours_kind, title as given_for, minutes, note, recorded_at",
            "{rows} l order by worked_on, id",
        )
        .codes(&[("hours_kind", "hours-kind-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("the ledger"), Merging::Moves),
            ("recorded_by", Leaving::Stays("who recorded it"), OF_ACCOUNT),
        ],
        ..Table::about("hour_lines", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Loses("reason = '', kind = 'board'"),
        texts: &[Texts::rewritten(&["reason"])],
        shown: Shown::In(&[Part::new(
            "exemptions",
            "kind as exemption_kind, lower(during) as \"from\", upper(during) as until, percent, reason, granted_at",
            "{rows} e order by id",
        )
        .codes(&[("exemption_kind", "hours-exemption-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("nobody who left is asked for hours"), Merging::Moves),
            ("granted_by", Leaving::Stays("who granted it"), OF_ACCOUNT),
        ],
        ..Table::about("exemptions", "member_id = {member}")
    },
    Table {
        texts: &[Texts::rewritten(&["name_en", "name_fr", "counts_en", "counts_fr", "not_en", "not_fr"])],
        ..Table::named("work_kinds")
    },
    Table {
        erasing: Erasing::Loses("done = ''"),
        texts: &[Texts::rewritten(&["done"])],
        shown: Shown::In(&[Part::new(
            "claims",
            "worked_on, minutes, done as work_done, status, claimed_at",
            "{rows} c order by id",
        )
        .codes(&[("status", "hours-claim-")])]),
        pointing: &[("member_id", Leaving::Stays("what they said they gave"), Merging::Moves)],
        ..Table::about("hour_claims", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Loses("says = ''"),
        texts: &[Texts::rewritten(&["says"])],
        shown: Shown::In(&[Part::new(
            "claim-steps",
            "at as stepped_at, step, minutes, says",
            "{rows} s order by claim_id, number",
        )
        .codes(&[("step", "hours-step-")])]),
        pointing: &[("entered_by", Leaving::Stays("who did it"), OF_ACCOUNT)],
        ..Table::about("hour_claim_steps", "claim_id in (select id from hour_claims where member_id = {member})")
    },
    Table {
        erasing: Erasing::Loses("says = '', answer = ''"),
        texts: &[Texts::rewritten(&["says", "answer"])],
        shown: Shown::In(&[Part::new("hour-contests", "says, said_at, answer, answered_at", "{rows} c order by id")]),
        pointing: &[
            ("member_id", Leaving::Stays("what they contested"), Merging::Moves),
            ("answered_by", Leaving::Stays("who answered"), OF_ACCOUNT),
        ],
        ..Table::about("hour_contests", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::In(&[Part::new("hour-reminders", "period_starts_on, reminded_at", "{rows} r order by id")]),
        pointing: &[(
            "member_id",
            Leaving::Stays("whom a reminder went to"),
            Merging::Stays("what went to one entry went to the person"),
        )],
        ..Table::about("hour_reminders", "member_id = {member}")
    },
];
