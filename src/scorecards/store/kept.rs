//! What the scorecards keep of people.

use crate::platform::departure::Leaving;
use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table::named("score_runs"),
    Table {
        shown: Shown::In(&[Part::new(
            "scores",
            "r.period_start, r.period_end, s.figure, s.value, s.whole",
            "{rows} s join score_runs r on r.id = s.run_id order by r.id, s.figure",
        )
        .codes(&[("figure", "score-")])]),
        leaving: &[("member_id", Leaving::Stays("what was so in a period"))],
        ..Table::about("scores", "member_id = {member}")
    },
    Table {
        texts: &[Texts::codes(&["figure"])],
        shown: Shown::Not("the tasks and votes that it counts are shown themselves"),
        leaving: &[("member_id", Leaving::Stays("what was so in a period"))],
        ..Table::about("score_facts", "member_id = {member}")
    },
];
