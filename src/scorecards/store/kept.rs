//! What the scorecards keep of people.

use crate::platform::departure::Leaving;
use crate::platform::merging::Merging;
use crate::platform::person::{Part, Shown, Table};

pub const TABLES: &[Table] = &[
    Table::named("score_runs"),
    Table {
        shown: Shown::In(&[Part::new(
            "scores",
            "r.period_start, r.period_end, s.figure, s.value, s.whole",
            "{rows} s join score_runs r on r.id = s.run_id order by r.id, s.figure",
        )
        .codes(&[("figure", "score-")])]),
        pointing: &[(
            "member_id",
            Leaving::Stays("what was so in a period"),
            Merging::Stays("what was counted in a period; the next count finds the person whole"),
        )],
        ..Table::about("scores", "member_id = {member}")
    },
];
