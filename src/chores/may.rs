//! Who may do what with chores, and what is somebody's own.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::store;
use crate::platform::error::{Error, Result};
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Act;
use crate::policy::Permission;
use crate::tasks::Holder;

row! {
    /// What a member is to chores.
    #[derive(Debug)]
    pub struct Own {
        /// The committees that they lead.
        pub leads: Gathered<Vec<i64>>,
        /// Where they live.
        pub homes: Gathered<Vec<i64>>,
    }
}

impl Own {
    /// Whether something is theirs, or of a home of theirs.
    pub fn has(&self, member: Option<i64>, holder: Holder) -> bool {
        match holder {
            Holder::Member(id) => member == Some(id),
            Holder::Unit(id) => self.homes.0.contains(&id),
            Holder::Committee(_) => false,
        }
    }
}

/// What a member is to chores on a day.
pub fn own_of(conn: &mut PgConnection, member: Option<i64>, day: NaiveDate) -> Result<Own> {
    store::own(conn, member, day)
}

pub fn own(act: &Act<'_>) -> Option<i64> {
    act.viewer.and_then(|viewer| viewer.member_id)
}

/// Whether somebody sets up the chores of a committee, or of none.
pub fn manages(act: &mut Act<'_>, committee: Option<i64>) -> Result<bool> {
    if act.viewer.is_none() || act.may(Permission::ChoresManage) {
        return Ok(true);
    }
    let (Some(committee), member, today) = (committee, own(act), act.today()) else { return Ok(false) };
    Ok(store::own(act.conn, member, today)?.leads.0.contains(&committee))
}

pub fn must_manage(act: &mut Act<'_>, committee: Option<i64>) -> Result<()> {
    if manages(act, committee)? { Ok(()) } else { Err(Error::Forbidden) }
}

/// Whether something is the viewer's own, or of the home where they live.
pub fn is_own(act: &mut Act<'_>, holder: Holder) -> Result<bool> {
    let (Some(member), today) = (own(act), act.today()) else { return Ok(false) };
    Ok(store::own(act.conn, Some(member), today)?.has(Some(member), holder))
}
