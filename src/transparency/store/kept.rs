//! What the log keeps of people. Events are the platform's; whoever reads them to others says what is done with them.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[BLOCKS, VIEWS, Table {
    erasing: Erasing::Sealed,
    texts: &[Texts::rewritten(&["actor_name", "subject_name", "detail"]), Texts::codes(&["kind", "subject_kind"])],
    shown: Shown::In(&[
        Part::new(
            "changes",
            "at, actor_name, kind, detail",
            "{rows} e where (subject_kind = 'member' and subject_id = {member}) \
               or (subject_kind = 'account' and subject_id = {account}) order by id",
        )
        .codes(KINDS),
        Part::new(
            "assisted",
            "at, actor_name, kind, subject_name",
            "{rows} e where detail @> jsonb_build_object('on_behalf_of', {member}) order by id",
        )
        .codes(KINDS),
        Part::new(
            "acts",
            "at, kind, subject_name",
            "{rows} events where actor_id = {account} and ((subject_kind = 'member' and subject_id = {member}) \
               or (subject_kind = 'account' and subject_id = {account})) is not true and ({own} or not {kept_back}) order by id",
        )
        .codes(KINDS),
    ]),
    pointing: &[("actor_id", Leaving::Stays("who did it"), OF_ACCOUNT)],
    ..Table::about(
        "events",
        "(subject_kind = 'member' and subject_id = {member}) or (subject_kind = 'account' and subject_id = {account}) \
         or actor_id = {account} or detail @> jsonb_build_object('on_behalf_of', {member})",
    )
}];

const BLOCKS: Table = Table { texts: &[Texts::codes(&["block"])], ..Table::named("open_blocks") };

const VIEWS: Table = Table {
    erasing: Erasing::Goes,
    texts: &[Texts::codes(&["page"])],
    shown: Shown::In(&[Part::new(
        "observer-views",
        "day, page, many, first_at, last_at",
        "{rows} v order by day, page",
    )]),
    pointing: &[("account_id", Leaving::Stays("what they looked at"), OF_ACCOUNT)],
    ..Table::about("observer_views", "account_id = {account}")
};

const KINDS: &[(&str, &str)] = &[("kind", "event-")];
