//! What requisitions keep of people: who began one, and who signed.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::rewritten(&["title", "details", "why"])],
        shown: Shown::In(&[Part::new(
            "requisitions",
            "q.title, q.details, q.opened_at, q.reached_on, q.answered_at",
            "{rows} q order by q.id",
        )]),
        pointing: &[
            ("member_id", Leaving::Stays("what they asked for; others signed it"), Merging::Moves),
            ("answered_by", Leaving::Stays("who answered"), OF_ACCOUNT),
        ],
        ..Table::about("requisitions", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "requisitions-signed",
            "q.title, x.signed_at",
            "{rows} x join requisitions q on q.id = x.requisition_id order by x.signed_at, q.id",
        )]),
        pointing: &[(
            "member_id",
            Leaving::Stays("who has left is not counted until enough have signed"),
            Merging::Unites(&["requisition_id"]),
        )],
        ..Table::about("requisition_signatures", "member_id = {member}")
    },
];
