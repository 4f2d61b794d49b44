//! What the calendars keep of people.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Erasing, Part, Shown, Table};

pub const TABLES: &[Table] = &[Table {
    erasing: Erasing::Goes,
    shown: Shown::In(&[Part::new("calendars", "made_at, last_read_on", "{rows} c order by id")]),
    pointing: &[("account_id", Leaving::Stays("under the address of who left nothing is shown"), OF_ACCOUNT)],
    ..Table::about("calendars", "account_id = {account}")
}];
