//! How whoever comes gets in: a permission, times, pets, the key or an alarm. Only the household and who comes read it; it goes when the
//! request is closed, and at night when nobody of that household lives there any longer.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::{Entry, look_at, record, slice, store};
use crate::platform::asker::Asker;
use crate::platform::error::{Error, Result};
use crate::platform::sql::row;
use crate::platform::visit::Act;

/// What the home says about getting in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    pub enter: Entry,
    pub times: String,
    pub pets: String,
    pub way_in: String,
}

row! {
    /// The same as it is kept.
    #[derive(Debug, Clone)]
    pub struct Given {
        pub enter: Entry,
        pub times: String,
        pub pets: String,
        pub way_in: String,
        /// The visit moved, and the home has not said yet that this still holds.
        pub to_confirm: bool,
        pub given_at: DateTime<Utc>,
    }
}

/// What the home said, for the household and for who comes; nothing for anybody else.
pub fn find(conn: &mut PgConnection, asker: &Asker<'_>, id: i64) -> Result<Option<Given>> {
    store::access(conn, asker, id)
}

/// Says how to get in, anew or once more; what was to be confirmed is.
///
/// # Errors
/// `Forbidden` to who is not of the household; `Conflict` when the request is closed.
pub fn give(act: &mut Act<'_>, id: i64, access: &Access) -> Result<()> {
    let repair = look_at(act, id)?;
    if !repair.lives {
        return Err(Error::Forbidden);
    }
    if !repair.is_open() {
        return Err(Error::Conflict("conflict-repair-closed"));
    }
    store::give_access(act.conn, id, access, act.now)?;
    record(act, &slice::REPAIR_ACCESS_GIVEN, id, serde_json::json!({}))
}

/// Removes what a household that moved out had said.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    store::forget_access_of_others(act.conn, today)
}
