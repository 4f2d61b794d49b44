//! What the votes keep of people: who was on a roll, and in open votes what they chose.

use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::lasting(
            &["title_en", "title_fr", "details_en", "details_fr"],
            "a proposal stays as it was decided upon",
        )],
        shown: Shown::Not("who set a vote up is told in what they did"),
        ..Table::named("polls")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "votes",
            "p.title_en, p.title_fr, p.status, b.cast_at, case when {own} or p.status = 'closed' then b.choice end as choice",
            "{rows} r join polls p on p.id = r.poll_id left join open_ballots b on b.poll_id = r.poll_id \
             and b.member_id = r.member_id order by p.id",
        )
        .codes(&[("status", "poll-status-"), ("choice", "poll-")])]),
        ..Table::about("roll", "member_id = {member}")
    },
    Table { shown: Shown::Not("stands with the roll"), ..Table::about("open_ballots", "member_id = {member}") },
    Table::named("results"),
];
