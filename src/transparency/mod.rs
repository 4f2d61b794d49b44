//! Transparency: what the public sees, and who changed what.
//!
//! The public pages are figures and decisions, never names of members. The board says, block by block, what stands on them. The activity log is
//! read from the events and changes nothing; who may not change the register sees no phone number and no e-mail address in it.

pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{Months, NaiveDate};
use diesel::prelude::*;
use serde_json::json;

pub use rules::Block;
pub use store::{Entered, View};

use crate::board;
use crate::figures::{self, Found, Period};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;
use crate::polls::{self, Decision};

/// Decisions on the first page, and one more to know whether there are others.
const LATEST: i64 = 6;

/// What the public sees of a day.
#[derive(Debug)]
pub struct Shown {
    pub on: NaiveDate,
    pub blocks: Vec<Block>,
    pub homes: i64,
    pub occupied: i64,
    pub board: board::Outline,
    pub period: Period,
    /// Those of the blocks that are shown.
    pub figures: Found,
    /// The latest entries of the register of decisions, latest first, and the votes that made them.
    pub latest: Vec<Entered>,
    pub votes: Vec<Decision>,
}

impl Shown {
    pub fn has(&self, block: Block) -> bool {
        self.blocks.contains(&block)
    }
}

/// The public pages of a day. `also` is a block that is looked at before it is shown.
pub fn public(conn: &mut PgConnection, on: NaiveDate, also: Option<Block>) -> Result<Shown> {
    let frame = store::frame(conn, on, LATEST)?;
    let mut blocks = rules::shown(&frame.switched.0);
    blocks.extend(also.filter(|also| !blocks.contains(also)));
    let period = Period::of(figures::rules::Span::Months, on, 1);
    let of_blocks: Vec<_> = blocks.iter().filter_map(|block| block.figure()).collect();
    let figures = figures::find(conn, &of_blocks, period, on)?;
    let latest = if blocks.contains(&Block::Decisions) { frame.latest.0 } else { Vec::new() };
    let numbers: Vec<i32> = latest.iter().map(|entered| entered.number).collect();
    Ok(Shown {
        on,
        homes: frame.all,
        occupied: frame.occupied,
        board: board::outline(conn, on)?,
        period,
        figures,
        votes: if numbers.is_empty() { Vec::new() } else { polls::decisions_numbered(conn, &numbers)? },
        latest,
        blocks,
    })
}

/// Whether the visitor says what everybody sees: who keeps the settings, and directors.
///
/// # Errors
/// `Forbidden` for others.
pub fn check_switches(conn: &mut PgConnection, visit: &Visit) -> Result<()> {
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
    let directs = match member {
        Some(member) => store::is_director(conn, member, visit.today())?,
        None => false,
    };
    if directs || visit.may(Permission::SettingsWrite) { Ok(()) } else { Err(Error::Forbidden) }
}

/// Shows a block to everybody, or no more. Nothing happens where it is so already.
pub fn switch(act: &mut Act<'_>, block: Block, shown: bool) -> Result<()> {
    if rules::shown(&store::switched(act.conn)?).contains(&block) == shown {
        return Ok(());
    }
    store::switch(act.conn, block, shown)?;
    let kind = if shown { &slice::BLOCK_SHOWN } else { &slice::BLOCK_HIDDEN };
    events::record_of_coop(act, kind, json!({ "open_block": block.word() }))
}

/// For how long it is kept what observers looked at, in months.
pub const VIEWS_MONTHS: u32 = 24;

/// Notes that an observer looked at a page: its address, not what was asked of it.
pub fn note_view(act: &mut Act<'_>, page: &str) -> Result<()> {
    let Some(viewer) = act.viewer else { return Ok(()) };
    store::note_view(act.conn, viewer.account_id, page, act.today(), act.now)
}

/// What observers looked at, for directors and who keeps the settings.
///
/// # Errors
/// `Forbidden` for others.
pub fn views(conn: &mut PgConnection, visit: &Visit, limit: i64) -> Result<Vec<View>> {
    check_switches(conn, visit)?;
    store::views(conn, limit)
}

/// Forgets what is older.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    store::forget_views(act.conn, today.checked_sub_months(Months::new(VIEWS_MONTHS)).unwrap_or(today))
}
