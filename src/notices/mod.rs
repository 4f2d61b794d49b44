//! Notices: what people are told, in their inbox and by mail, and what each of them wants to be told.
//!
//! A slice says whom an event concerns (`<slice>::notices::about`) and who has something due soon (`<slice>::notices::remind`);
//! both are listed here and run by jobs, never in a request. Nobody is told of what they did themselves, an event is told once,
//! and a mail goes out in the language of its reader. Account mails (links to sign in, invitations) are no notices: nobody
//! can switch those off.

mod letters;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike as _, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::platform::db::CoopId;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event, Subject};
use crate::platform::i18n::Lang;
use crate::platform::keys::Keys;
use crate::platform::mail;
use crate::platform::visit::{Act, Viewer};
use crate::schema::notices;
use crate::{polls, tasks};

pub const TASK_ASSIGNED: &str = "task_assigned";
pub const TASK_DUE_SOON: &str = "task_due_soon";
pub const POLL_OPENED: &str = "poll_opened";
pub const POLL_CLOSING_SOON: &str = "poll_closing_soon";
pub const POLL_CLOSED: &str = "poll_closed";

/// A kind of notice. Words: `notice-<kind>` with `-help` (preferences), `-line` (inbox and mail) and `-subject` (mail).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    pub word: &'static str,
    /// Whether it always comes, whatever the preferences say: a by-law may ask for it. None does so far.
    pub mandatory: bool,
}

/// Every kind there is, in the order of the preferences page.
pub const KINDS: [Kind; 5] = [
    Kind { word: TASK_ASSIGNED, mandatory: false },
    Kind { word: TASK_DUE_SOON, mandatory: false },
    Kind { word: POLL_OPENED, mandatory: false },
    Kind { word: POLL_CLOSING_SOON, mandatory: false },
    Kind { word: POLL_CLOSED, mandatory: false },
];

/// Says whom an event concerns. Slices that tell of something are listed here.
type About = fn(&mut Act<'_>, &Event) -> Result<Vec<Notice>>;
const ABOUT: &[About] = &[tasks::notices::about, polls::notices::about];
/// Looks through the state for what is due soon and marks it as told. Run every hour of the day.
type Remind = fn(&mut Act<'_>) -> Result<Vec<Notice>>;
const REMIND: &[Remind] = &[tasks::notices::remind, polls::notices::remind];

/// What is older than this is no news: a register that is filled with its past tells nobody.
const NEWS: TimeDelta = TimeDelta::days(7);
/// Nobody is reminded before this hour of the co-op's wall clock.
const FIRST_HOUR: u32 = 8;

/// Something to tell one account.
#[derive(Debug, Clone)]
pub struct Notice {
    pub account_id: i64,
    /// One of `KINDS`.
    pub kind: &'static str,
    /// What it is about, by name.
    pub subject_name: String,
    /// What the words of this kind name beside the subject: `by`, `due_on` (a date), `closes_at` (an instant), `outcome`.
    pub detail: Value,
    /// The page of the subject.
    pub href: String,
}

/// A row of somebody's inbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices)]
pub struct Received {
    pub id: i64,
    pub kind: String,
    pub subject_name: String,
    pub detail: Value,
    pub href: String,
    pub created_at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
}

/// How somebody wants to be told of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    pub kind: Kind,
    pub inbox: bool,
    pub mail: bool,
}

/// The open accounts of some members: account by member.
pub fn accounts_of(conn: &mut PgConnection, members: &[i64], today: NaiveDate) -> Result<HashMap<i64, i64>> {
    if members.is_empty() { Ok(HashMap::new()) } else { store::accounts_of(conn, members, today) }
}

// ---- telling: jobs ----

/// The job after every event: tells whom it concerns.
pub fn tell(act: &mut Act<'_>, payload: &Value, keys: &Keys) -> Result<()> {
    let Some(event) = payload["event"].as_i64() else { return Ok(()) };
    let event = events::find(act.conn, event)?;
    if act.now - event.at > NEWS {
        return Ok(());
    }
    let mut all = Vec::new();
    for about in ABOUT {
        all.extend(about(act, &event)?);
    }
    all.retain(|notice| Some(notice.account_id) != event.actor_id);
    deliver(act, keys, Some(event.id), &all)
}

/// The hourly job: reminds people of what is due soon, by day.
pub fn remind(act: &mut Act<'_>, _: &Value, keys: &Keys) -> Result<()> {
    if act.now.with_timezone(&act.coop.zone).hour() < FIRST_HOUR {
        return Ok(());
    }
    let mut all = Vec::new();
    for remind in REMIND {
        all.extend(remind(act)?);
    }
    deliver(act, keys, None, &all)
}

/// Puts notices into inboxes and posts one mail a person and kind, as each of them wishes.
fn deliver(act: &mut Act<'_>, keys: &Keys, event: Option<i64>, all: &[Notice]) -> Result<()> {
    for kind in KINDS {
        let of_kind: Vec<&Notice> = all.iter().filter(|notice| notice.kind == kind.word).collect();
        if of_kind.is_empty() {
            continue;
        }
        let accounts: Vec<i64> = of_kind.iter().map(|notice| notice.account_id).collect();
        let readers = store::readers(act.conn, &accounts, kind.word, act.today())?;
        let wants = |notice: &&&Notice| readers.get(&notice.account_id).is_some_and(|who| who.inbox || kind.mandatory);
        let for_inbox: Vec<&Notice> = of_kind.iter().filter(wants).copied().collect();
        let fresh: HashSet<i64> = store::insert(act.conn, event, &for_inbox, act.now)?.into_iter().collect();
        let asked: HashSet<i64> = for_inbox.iter().map(|notice| notice.account_id).collect();
        let mut letters: BTreeMap<i64, Vec<&Notice>> = BTreeMap::new();
        for notice in of_kind {
            letters.entry(notice.account_id).or_default().push(notice);
        }
        for (account, about) in letters {
            let Some(reader) = readers.get(&account).filter(|who| who.mail || kind.mandatory) else { continue };
            let told_before = asked.contains(&account) && !fresh.contains(&account);
            if !told_before {
                let stop = format!("{}/notices/stop/{}", act.origin, stop_token(keys, act.coop.id, account, kind.word));
                mail::post(act.conn, &letters::letter(act, reader, kind.word, &about, &stop)?)?;
            }
        }
    }
    Ok(())
}

// ---- the words of a notice ----

/// What a notice is about, in the reader's language where the subject has a name in each.
pub fn title<'a>(lang: Lang, name: &'a str, detail: &'a Value) -> &'a str {
    detail[format!("title_{}", lang.code())].as_str().unwrap_or(name)
}

/// What happened, in a sentence.
pub fn line(lang: Lang, zone: chrono_tz::Tz, kind: &str, name: &str, detail: &Value) -> String {
    words(lang, zone, kind, "-line", name, detail)
}

fn words(lang: Lang, zone: chrono_tz::Tz, kind: &str, which: &str, name: &str, detail: &Value) -> String {
    let text = |field: &str| detail[field].as_str().unwrap_or("none").to_owned();
    let day = |field: &str| text(field).parse().map_or_else(|_| text(field), |day: NaiveDate| lang.long_day(day));
    let moment =
        |field: &str| text(field).parse().map_or_else(|_| text(field), |at: DateTime<Utc>| lang.moment(zone, at));
    lang.with(
        &format!("notice-{}{which}", kind.replace('_', "-")),
        &[
            ("name", title(lang, name, detail).into()),
            ("by", text("by").into()),
            ("outcome", text("outcome").into()),
            ("due_on", day("due_on").into()),
            ("closes_at", moment("closes_at").into()),
        ],
    )
}

// ---- the inbox ----

/// Where a page of the inbox ended: among the unread or the read, and at which notice.
#[derive(Debug, Clone, Copy)]
pub struct After {
    unread: bool,
    id: i64,
}

impl After {
    pub fn parse(text: &str) -> Option<Self> {
        let (part, id) = text.split_once('.')?;
        Some(Self { unread: part == "new", id: id.parse().ok()? })
    }

    pub fn of(notice: &Received) -> Self {
        Self { unread: notice.read_at.is_none(), id: notice.id }
    }
}

impl std::fmt::Display for After {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", if self.unread { "new" } else { "read" }, self.id)
    }
}

/// A page of one's own inbox: the unread first, then the latest.
pub fn inbox(conn: &mut PgConnection, viewer: &Viewer, after: Option<After>, limit: i64) -> Result<Vec<Received>> {
    store::inbox(conn, viewer.account_id, after.map(|after| (after.unread, after.id)), limit)
}

/// Marks a notice as read. No event: what somebody reads is nobody's business.
///
/// # Errors
/// `NotFound` when it is not one of one's own.
pub fn read(act: &mut Act<'_>, id: i64) -> Result<String> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::read(act.conn, viewer.account_id, id, act.now)
}

/// Marks everything one was told about the page of a notice as read, and gives the address of that page.
///
/// # Errors
/// `NotFound` when it is not one of one's own.
pub fn open(act: &mut Act<'_>, id: i64) -> Result<String> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::open(act.conn, viewer.account_id, id, act.now)
}

/// Marks all of one's own notices as read.
pub fn read_all(act: &mut Act<'_>) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::read_all(act.conn, viewer.account_id, act.now)
}

// ---- preferences ----

/// How the viewer wants to be told of each kind.
pub fn wishes(conn: &mut PgConnection, viewer: &Viewer) -> Result<Vec<Wish>> {
    let set = store::wishes(conn, viewer.account_id)?;
    let wish = |kind: Kind| {
        let (inbox, mail) = set.get(kind.word).copied().unwrap_or((true, true));
        Wish { kind, inbox: inbox || kind.mandatory, mail: mail || kind.mandatory }
    };
    Ok(KINDS.into_iter().map(wish).collect())
}

/// Sets how the viewer wants to be told.
pub fn wish(act: &mut Act<'_>, wishes: &[Wish]) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let before = self::wishes(act.conn, viewer)?;
    for wish in wishes {
        store::set_wish(act.conn, viewer.account_id, wish.kind.word, wish.inbox, wish.mail)?;
    }
    let said = |list: &[Wish]| -> Value {
        list.iter().map(|wish| (wish.kind.word.to_owned(), json!({ "inbox": wish.inbox, "mail": wish.mail }))).collect()
    };
    match events::difference(&said(&before), &said(wishes)) {
        Some(difference) => record(act, viewer.account_id, &viewer.name, difference),
        None => Ok(()),
    }
}

fn record(act: &mut Act<'_>, account: i64, name: &str, detail: Value) -> Result<()> {
    let subject = Subject { kind: "account", id: account, name: name.to_owned() };
    events::record(act, "preference.changed", &subject, detail)?;
    Ok(())
}

// ---- stopping a kind of mail from the mail itself ----

/// What a mail carries, so that its reader can stop the kind without signing in: account and kind, signed. Good for nothing
/// else, and for as long as the server keeps its key.
fn stop_token(keys: &Keys, coop: CoopId, account: i64, kind: &str) -> String {
    format!("{account}.{kind}.{}", keys.sign(b"stop-mail", &stop_message(coop, account, kind)))
}

fn stop_message(coop: CoopId, account: i64, kind: &str) -> Vec<u8> {
    format!("{}/{account}/{kind}", coop.0).into_bytes()
}

/// Whose mails of which kind a token stops; `None` when it is not one of ours.
pub fn stopped_by(keys: &Keys, coop: CoopId, token: &str) -> Option<(i64, Kind)> {
    let mut parts = token.splitn(3, '.');
    let account: i64 = parts.next()?.parse().ok()?;
    let kind = KINDS.into_iter().find(|kind| Some(kind.word) == parts.clone().next())?;
    let code = parts.nth(1)?;
    keys.verify(b"stop-mail", &stop_message(coop, account, kind.word), code).then_some((account, kind))
}

/// Stops mails of one kind to one account. The inbox stays as it is.
pub fn stop(act: &mut Act<'_>, account: i64, kind: Kind) -> Result<()> {
    if kind.mandatory {
        return Ok(());
    }
    if let Some(name) = store::stop(act.conn, account, kind.word)? {
        let detail = json!({ "before": { kind.word: { "mail": true } }, "after": { kind.word: { "mail": false } } });
        record(act, account, &name, detail)?;
    }
    Ok(())
}
