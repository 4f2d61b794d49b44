//! What is due or ends by a day, as each slice declares it, for the calendar of governance.

use super::slice::Slices;
use crate::policy::Permission;

/// A kind of thing that is due or ends by a day: a selection of `id`, `title_en`, `title_fr` and `due_on`, which is null where the day is
/// not known yet; `{today}` stands for the co-op's day. Words: `due-<kind>` with `{ $name }`, the title, and `due-<kind>-who`, whose turn it
/// is.
pub struct Due {
    pub kind: &'static str,
    pub permission: Permission,
    /// Where it is seen, with `{id}`.
    pub href: &'static str,
    pub select: &'static str,
}

/// SQL of all rows that are due on a day, as SQL, and that somebody may see: `kind`, `id`, titles and `due_on`.
pub fn select(slices: Slices, may: impl Fn(Permission) -> bool, today: &str) -> String {
    let seen = slices.iter().flat_map(|slice| slice.due).filter(|due| may(due.permission));
    let rows = seen.map(|due| {
        let select = due.select.replace("{today}", today);
        format!("select '{}' as kind, d.id, d.title_en, d.title_fr, d.due_on from ({select}) d", due.kind)
    });
    let none = "select '' as kind, 0::bigint as id, '' as title_en, '' as title_fr, null::date as due_on where false";
    rows.chain([none.to_owned()]).collect::<Vec<_>>().join(" union all ")
}
