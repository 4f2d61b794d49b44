//! Member shares: paid, transferred, refunded, with their certificates. A ledger, to which one only adds.
//!
//! A wrong entry is put right by its opposite. What a share is worth stands in the by-laws, not here.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::rules::shares::{Kind, held};
use super::slice;
use super::{record, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::visit::Act;

pub use store::shares::{CoopEntry, Entry};

/// A movement to be entered.
#[derive(Debug, Clone)]
pub struct NewEntry {
    pub kind: Kind,
    pub quantity: i32,
    pub on: NaiveDate,
    pub certificate: String,
    /// Who receives the shares of a transfer.
    pub other: Option<i64>,
}

/// The ledger of a member, oldest first.
pub fn of_member(conn: &mut PgConnection, member: i64) -> Result<Vec<Entry>> {
    store::shares::of_member(conn, member)
}

/// How many each member holds at the end of a day; who holds none is not among them.
pub fn held_on(conn: &mut PgConnection, day: NaiveDate) -> Result<HashMap<i64, i64>> {
    store::shares::held_on(conn, day)
}

/// The ledger of the whole co-op, oldest first.
pub fn all(conn: &mut PgConnection) -> Result<Vec<CoopEntry>> {
    store::shares::all(conn)
}

/// How many a ledger leaves. One that was written by the verb never falls below none.
pub fn held_after(ledger: &[Entry]) -> i64 {
    held(&ledger.iter().filter_map(Entry::movement).collect::<Vec<_>>()).unwrap_or(0)
}

/// Enters a movement; a transfer is entered with both members.
///
/// # Errors
/// `Invalid` on `share_quantity` when more would go than is held on that day, on `share_other` when a transfer leads nowhere,
/// on `share_on` when it is ahead, on `share_certificate` when shares were paid under it and not given back.
pub fn enter(act: &mut Act<'_>, member: i64, new: &NewEntry) -> Result<()> {
    let other = match (new.kind, new.other) {
        (Kind::Transferred, Some(other)) if other != member => Some(other),
        (Kind::Transferred, _) => return Err(Error::field("share_other", "share-other-needed")),
        (Kind::Received, _) => return Err(Error::field("share_kind", "wrong-choice")),
        (Kind::Paid | Kind::Refunded, _) => None,
    };
    if new.on > act.today() {
        return Err(Error::field("share_on", "share-ahead"));
    }
    if new.kind == Kind::Paid && store::shares::certificate_is_out(act.conn, &new.certificate)? {
        return Err(Error::field("share_certificate", "share-certificate-taken"));
    }
    store::locked_ledger(act.conn, member)?; // two entries for one member wait for each other
    let mut movements: Vec<_> =
        store::shares::of_member(act.conn, member)?.iter().filter_map(Entry::movement).collect();
    movements.push((new.on, new.kind, new.quantity));
    if let Err(day) = held(&movements) {
        let limit = Some(day.to_string());
        return Err(Error::Invalid(vec![FieldError { field: "share_quantity".into(), key: "share-too-many", limit }]));
    }
    let account = act.viewer.map(|viewer| viewer.account_id);
    if let Some(other) = other {
        store::names(act.conn, &[other])?.remove(&other).ok_or(Error::field("share_other", "wrong-choice"))?;
        let received = NewEntry { kind: Kind::Received, other: Some(member), ..new.clone() };
        store::shares::insert(act.conn, other, &received, account, act.now)?;
        note(act, other, &received)?;
    }
    let entry = NewEntry { other, ..new.clone() };
    store::shares::insert(act.conn, member, &entry, account, act.now)?;
    note(act, member, &entry)
}

fn note(act: &mut Act<'_>, member: i64, new: &NewEntry) -> Result<()> {
    let detail = json!({ "after": {
        "share_kind": new.kind.word(), "share_quantity": new.quantity, "on": new.on, "share_certificate": new.certificate,
        "member_id": new.other,
    } });
    record(act, &slice::SHARES_ENTERED, member, detail)
}
