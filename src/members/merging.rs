//! Two entries of the register that are one person become one, and are two again within a week if they were two people.
//!
//! One entry is kept. The other one stays as a row that nobody is shown (see the policy of `members`), because sealed history points
//! at it. What follows the person is declared by the slices (`platform::merging`); what is theirs in the register is put together
//! here. Every row that this changed is in a journal with how it was before and after: undoing puts back what is still as it was after.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::details::told_between;
use super::{Whole, departures, ledger, record, slice, store};
use crate::accounts;
use crate::accounts::merging::Joined;
use crate::platform::error::{Error, Result};
use crate::platform::merging::{Merge, Merging, Side};
use crate::platform::slice::tables;
use crate::platform::visit::Act;

pub use store::merging::{Between, Entry, Merged, Pair, with_all_entries};

/// How long a merge can be undone.
pub const UNDO_DAYS: i64 = 7;
/// The fields of which one value can go on, in the order of the form.
pub const FIELDS: [&str; 11] = [
    "number",
    "given_name",
    "family_name",
    "preferred_name",
    "pronoun",
    "email",
    "language",
    "skills",
    "emergency_contact",
    "notes",
    "photo",
];
/// Phones that an entry has at most.
const PHONES_MAX: usize = 4;

/// What was chosen of two entries.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub kept: i64,
    pub other: i64,
    /// The versions that were seen of both.
    pub versions: (i32, i32),
    /// Fields whose value is the other entry's.
    pub from_other: Vec<&'static str>,
    /// Whose account goes on, where both have one.
    pub account: Side,
    /// Whose statuses hold, where they are about the same days.
    pub statuses: Side,
    pub home_ends: Option<Side>,
}

/// What was done, in parts that can be undone.
#[derive(Serialize, Deserialize)]
struct Journal {
    /// Of each row its table, its key, and how it was before and after.
    rows: Value,
    accounts: Joined,
    /// What the verbs of each slice gave back.
    slices: BTreeMap<String, Value>,
}

/// An entry as the page that compares two of them shows it.
///
/// # Errors
/// `NotFound` when there is none of this id.
pub fn entry(conn: &mut PgConnection, id: i64, today: chrono::NaiveDate) -> Result<Entry> {
    store::merging::entry(conn, id, today)
}

/// Everybody but one, to be chosen from: by name and number, also who left.
pub fn everybody_but(conn: &mut PgConnection, id: i64) -> Result<Vec<(i64, String, String)>> {
    store::merging::everybody_but(conn, id)
}

/// An open vote that has to be over first.
pub fn between(conn: &mut PgConnection, kept: i64, other: i64) -> Result<Option<Between>> {
    store::merging::between(conn, kept, other)
}

/// Entries that may be the same person, by two.
pub fn pairs(conn: &mut PgConnection) -> Result<Vec<Pair>> {
    store::merging::pairs(conn)
}

/// Two entries that are alike are two people: nobody is asked again.
///
/// # Errors
/// `NotFound` when one of them is not there.
pub fn note_two(act: &mut Act<'_>, ids: [i64; 2]) -> Result<()> {
    if store::names(act.conn, &ids)?.len() < 2 {
        return Err(Error::NotFound);
    }
    store::merging::note_two(act.conn, ids, act.viewer.map(|viewer| viewer.account_id), act.now)?;
    record(act, &slice::MEMBER_NAMESAKE_NOTED, ids[0], json!({ "other_id": ids[1] }))
}

/// The entry that goes on for one that is shown no more.
pub fn goes_on_as(conn: &mut PgConnection, id: i64) -> Result<Option<i64>> {
    Ok(store::merging::entry_of(conn, id)?.filter(|kept| *kept != id))
}

/// All entries of one person, the one that is shown among them.
pub fn entries(conn: &mut PgConnection, id: i64) -> Result<Vec<i64>> {
    store::merging::entries_of(conn, id)
}

/// The merges of an entry that were not undone, the latest first.
pub fn merges(conn: &mut PgConnection, id: i64) -> Result<Vec<Merged>> {
    store::merging::merges_of(conn, id)
}

impl Merged {
    pub fn until(&self) -> DateTime<Utc> {
        self.merged_at + TimeDelta::days(UNDO_DAYS)
    }

    pub fn can_be_undone(&self, now: DateTime<Utc>) -> bool {
        self.has_journal && now < self.until()
    }
}

/// The columns by which rows point at members, but for those whose rows stay or are seen to by a verb.
fn columns(act: &Act<'_>) -> Vec<(&'static str, &'static str, Merging)> {
    let all =
        tables(act.state.slices).flat_map(|table| {
            table.pointing.iter().filter(|(_, _, merging)| !matches!(merging, Merging::Stays(_) | Merging::ByVerb)).map(
                |(column, _, merging)| (table.name, if table.name == "members" { "id" } else { *column }, *merging),
            )
        });
    all.collect()
}

fn snapshot(act: &mut Act<'_>, merge: &Merge) -> Result<Value> {
    let columns = columns(act).into_iter().map(|(table, column, _)| json!([table, column])).collect::<Value>();
    store::merging::rows_of(act.conn, &[merge.kept, merge.other], &columns)
}

/// Makes two entries one. The number of the merge, by which it can be undone.
///
/// # Errors
/// `NotFound` when one of them is shown no more; `Invalid` when an entry is to become itself, when both have voted in a vote that is
/// open, when both have a seat on the board on one day, or when somebody would get an address of their own past its mailbox;
/// `Conflict` when one changed since, or the last admin's account would be closed.
pub fn merge(act: &mut Act<'_>, wanted: &Wanted) -> Result<i64> {
    let merge = Merge { kept: wanted.kept, other: wanted.other, home_ends: wanted.home_ends };
    if merge.kept == merge.other {
        return Err(Error::field("other", "merging-itself"));
    }
    store::merging::lock(act.conn, merge.kept, merge.other)?;
    let (kept, other) = (store::whole(act.conn, merge.kept)?, store::whole(act.conn, merge.other)?);
    if (kept.1, other.1) != wanted.versions {
        return Err(Error::Conflict("conflict-changed"));
    }
    let after = composed(&kept.0, &other.0, &wanted.from_other);
    own_way_in_stays(act, wanted, &after)?;
    let before = snapshot(act, &merge)?;
    let mut slices = BTreeMap::new();
    for slice in act.state.slices {
        if let Some(verbs) = &slice.merging {
            slices.insert(slice.name.to_owned(), (verbs.merge)(act, &merge)?);
        }
    }
    let (held, accounts) = accounts::merging::join(act, merge.kept, merge.other, wanted.account)?;
    let number = (after.details.number != kept.0.details.number).then_some(kept.0.details.number.as_str());
    store::merging::compose(act.conn, wanted, number)?;
    store::merging::hide(act.conn, &merge)?;
    if !store::update(act.conn, merge.kept, kept.1, &after)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    store::put_phones(act.conn, merge.kept, &after.more_phones)?;
    for (table, column, how) in columns(act) {
        match how {
            Merging::Moves => store::merging::move_rows(act.conn, table, column, None, &merge)?,
            Merging::Unites(same) => store::merging::move_rows(act.conn, table, column, Some(same), &merge)?,
            Merging::Composed | Merging::ByVerb | Merging::Stays(_) => {}
        }
    }
    if let Some(account) = held {
        accounts::address::moved(act, &account)?;
    }
    departures::follow(act, merge.kept)?;
    let now_there = snapshot(act, &merge)?;
    let rows = store::merging::changed(act.conn, &before, &now_there)?;
    let journal = json!(Journal { rows, accounts, slices });
    let account = act.viewer.map(|viewer| viewer.account_id);
    let id = store::merging::note(act.conn, &merge, account, act.now, &journal)?;
    let mut detail = told_between(&kept.0, &after).unwrap_or_else(|| json!({}));
    detail["other_id"] = json!(merge.other);
    detail["other_number"] = json!(number.unwrap_or(&other.0.details.number));
    detail["ledger"] = ledger::told_of(act.conn, merge.kept)?;
    record(act, &slice::MEMBER_MERGED, merge.kept, detail)?;
    Ok(id)
}

/// What the register will say: the kept entry's, where the other's was not chosen, and the phones of both.
fn composed(kept: &Whole, other: &Whole, from_other: &[&'static str]) -> Whole {
    let (k, o) = (kept, other);
    let pick = |name: &str, k: &String, o: &String| if from_other.contains(&name) { o.clone() } else { k.clone() };
    let mut after = k.clone();
    after.details.number = pick("number", &k.details.number, &o.details.number);
    after.details.given_name = pick("given_name", &k.details.given_name, &o.details.given_name);
    after.details.family_name = pick("family_name", &k.details.family_name, &o.details.family_name);
    after.details.language = pick("language", &k.details.language, &o.details.language);
    after.details.joined_on = k.details.joined_on.min(o.details.joined_on);
    after.about.preferred_name = pick("preferred_name", &k.about.preferred_name, &o.about.preferred_name);
    after.about.pronoun = pick("pronoun", &k.about.pronoun, &o.about.pronoun);
    after.about.skills = pick("skills", &k.about.skills, &o.about.skills);
    after.about.emergency_contact = pick("emergency_contact", &k.about.emergency_contact, &o.about.emergency_contact);
    after.notes = pick("notes", &k.notes, &o.notes);
    if from_other.contains(&"email") {
        after.details.email.clone_from(&o.details.email);
    }
    let mut phones = k.phones();
    for phone in o.phones() {
        if phones.iter().all(|known| digits(&known.number) != digits(&phone.number)) {
            phones.push(phone);
        }
    }
    phones.truncate(PHONES_MAX);
    let first = (!phones.is_empty()).then(|| phones.remove(0));
    after.about.phone_label = first.as_ref().map(|phone| phone.label.clone()).unwrap_or_default();
    after.details.phone = first.map(|phone| phone.number);
    after.more_phones = phones;
    after
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Nobody gets an address of their own past its mailbox, nor another account than the one they came in with.
fn own_way_in_stays(act: &mut Act<'_>, wanted: &Wanted, after: &Whole) -> Result<()> {
    let Some(own) = act.viewer.and_then(|viewer| viewer.member_id) else { return Ok(()) };
    if own != wanted.kept && own != wanted.other {
        return Ok(());
    }
    if store::contact(act.conn, own)?.email != after.details.email {
        return Err(Error::field("merge_email", "member-own-address"));
    }
    let both = accounts::merging::both(act.conn, wanted.kept, wanted.other)?.iter().all(Option::is_some);
    if both && (own == wanted.kept) != (wanted.account == Side::Kept) {
        return Err(Error::field("merge_account", "merging-own-account"));
    }
    Ok(())
}

/// They were two people after all. What changed since stays as it is: the tables it is in.
///
/// # Errors
/// `NotFound` when there is no such merge of this entry, it was undone, or a week is over.
pub fn undo_merge(act: &mut Act<'_>, kept: i64, id: i64) -> Result<(i64, Vec<String>)> {
    let (merged, journal) = store::merging::find(act.conn, kept, id)?;
    let Some(journal) = journal.filter(|_| act.now < merged.merged_at + TimeDelta::days(UNDO_DAYS)) else {
        return Err(Error::NotFound);
    };
    let journal: Journal = serde_json::from_value(journal).map_err(anyhow::Error::new)?;
    let merge = Merge { kept, other: merged.other_id, home_ends: None };
    let held = accounts::merging::part(act, kept, merge.other, &journal.accounts)?;
    let mut left = store::merging::put_back(act.conn, &journal.rows)?;
    for account in &held {
        accounts::address::moved(act, account)?;
    }
    accounts::merging::reopen(act, &journal.accounts)?;
    for slice in act.state.slices {
        if let (Some(verbs), Some(was)) = (&slice.merging, journal.slices.get(slice.name))
            && !(verbs.undo)(act, &merge, was)?
        {
            left.push("roll".to_owned());
        }
    }
    store::merging::set_undone(act.conn, id, act.now)?;
    let ledger = ledger::told_of(act.conn, kept)?;
    record(act, &slice::MEMBER_MERGE_UNDONE, kept, json!({ "other_id": merge.other, "ledger": ledger }))?;
    // What is all as it was agrees with the ledgers already.
    if !left.is_empty() {
        departures::follow(act, kept)?;
        departures::follow(act, merge.other)?;
    }
    left.sort();
    left.dedup();
    Ok((merge.other, left))
}

/// After a week a merge is what it is: the rows of before are forgotten.
pub fn forget_journals(act: &mut Act<'_>) -> Result<()> {
    store::merging::forget_journals(act.conn, act.now - TimeDelta::days(UNDO_DAYS))
}
