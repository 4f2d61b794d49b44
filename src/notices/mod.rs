//! Notices: what people are told, in their inbox and by mail, and what each of them wants to be told.
//!
//! A slice says whom an event concerns (`<slice>::notices::about`), and records as events what is due soon. This slice follows the
//! events and tells of them, never in a request. Nobody is told of what they did themselves, an event is told once, and a mail goes
//! out in the language of its reader. A notice keeps the event, never a copy of it: what erasing takes out of the event is gone
//! from the inbox too. Account mails (links to sign in, invitations) are no notices: nobody can switch those off.

mod departing;
mod digest;
mod letters;
pub mod pages;
pub mod reminding;
pub mod slice;
mod stopping;
mod store;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::accounts;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event, Subject};
use crate::platform::i18n::Lang;
use crate::platform::mail;
use crate::platform::slice::{NoticeKind, Slices};
use crate::platform::text_enum::text_enum;
use crate::platform::visit::{Act, Viewer};
use crate::policy::Role;
use crate::schema::notices;
use reminding::Hours;
pub use stopping::{Stopped, stop, stopped_by};
use store::Reader;

/// What is older than this is no news: a register that is filled with its past tells nobody.
const NEWS: TimeDelta = TimeDelta::days(7);

text_enum! {
    /// How somebody wants their mails.
    pub enum Rhythm {
        /// Each at once.
        Each = "each",
        /// One a day; only what is pressing comes at once.
        Daily = "daily",
        /// One a week, with what there is to do in it.
        Weekly = "weekly",
        None = "none",
    }
}

/// Something to tell one account.
#[derive(Debug, Clone, Copy)]
pub struct Notice<'a> {
    pub account_id: i64,
    pub kind: &'static NoticeKind,
    pub event: &'a Event,
}

/// A row of somebody's inbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices)]
pub struct Received {
    pub id: i64,
    pub kind: String,
    pub created_at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
}

/// How somebody wants to be told of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    pub kind: &'static NoticeKind,
    pub inbox: bool,
    pub mail: bool,
}

/// Every kind of notice there is, in the order of the preferences page.
pub fn kinds(slices: Slices) -> impl Iterator<Item = &'static NoticeKind> {
    slices.iter().flat_map(|slice| slice.notices).copied()
}

// ---- telling ----

/// How many mails a notice of this kind would be, for some members.
pub fn mailed(conn: &mut PgConnection, kind: &NoticeKind, members: &[i64], today: NaiveDate) -> Result<i64> {
    store::mailed(conn, members, kind.word, today)
}

/// Follows the events: tells each to those whom it concerns. A reminder that comes at an hour of rest waits for the morning.
pub fn tell(act: &mut Act<'_>, all: &[Event]) -> Result<()> {
    let mut told: Vec<Notice<'_>> = Vec::new();
    let (mut put_off, mut rest) = (Vec::new(), None);
    let news = act.now - NEWS;
    for event in all.iter().filter(|event| event.at >= news) {
        for (kind, accounts) in concerned(act, event)? {
            let waits = kind.reminds
                && match rest {
                    Some(rest) => rest,
                    None => *rest.insert(!Hours::of(act)?.are_at(act.now)),
                };
            if waits {
                put_off.push(event.id);
            } else {
                told.extend(accounts.into_iter().map(|account_id| Notice { account_id, kind, event }));
            }
        }
    }
    if !put_off.is_empty() {
        reminding::put_off(act, &put_off)?;
    }
    deliver(act, &told)
}

/// The accounts that an event concerns, by the kind of notice.
fn concerned(act: &mut Act<'_>, event: &Event) -> Result<Vec<(&'static NoticeKind, Vec<i64>)>> {
    let mut all = Vec::new();
    let declares = |kinds: &[&'static events::EventKind]| kinds.iter().any(|kind| event.is(kind));
    let Some(slice) = act.state.slices.iter().find(|slice| declares(slice.events)) else { return Ok(all) };
    if let Some((kind, permission)) = slice.for_office.and_then(|concerned| concerned(event)) {
        let roles = Role::ALL.into_iter().filter(|role| act.state.policy.allows(*role, permission));
        let accounts = store::accounts_as(act.conn, &roles.map(Role::word).collect::<Vec<_>>(), act.today())?;
        all.push((kind, accounts));
    }
    let Some(about) = slice.about else { return Ok(all) };
    for telling in about(act, event)? {
        let mut accounts = store::accounts_of(act.conn, &telling.members, &telling.accounts, act.today())?;
        accounts.retain(|account| telling.kind.to_doer || Some(*account) != event.actor_id);
        all.push((telling.kind, accounts));
    }
    Ok(all)
}

impl Reader {
    /// Whether a kind comes to them by a mail of its own. Who has one mail a day or a week finds in it what came to their inbox.
    fn is_mailed_at_once(&self, kind: &NoticeKind) -> bool {
        let waits = matches!(self.rhythm, Rhythm::Daily | Rhythm::Weekly) && self.inbox && !kind.pressing;
        kind.mandatory || (self.mail && self.rhythm != Rhythm::None && !waits)
    }
}

/// What of one time is one mail to one person: of a kind, or all that they are reminded of.
type Letters<'a> = BTreeMap<(&'static str, i64), (Reader, Vec<&'a Notice<'a>>)>;

/// Puts notices into inboxes and posts their mails, as each person wishes. Who left the co-op is told nothing.
fn deliver(act: &mut Act<'_>, all: &[Notice<'_>]) -> Result<()> {
    let accounts: Vec<i64> = all.iter().map(|notice| notice.account_id).collect();
    let left = accounts::left(act.conn, &accounts, act.today())?;
    let all: Vec<&Notice<'_>> = all.iter().filter(|notice| !left.contains_key(&notice.account_id)).collect();
    let mut letters = Letters::new();
    for kind in kinds(act.state.slices) {
        let of_kind: Vec<&Notice<'_>> = all.iter().copied().filter(|notice| notice.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let accounts: Vec<i64> = of_kind.iter().map(|notice| notice.account_id).collect();
        let readers = store::readers(act.conn, &accounts, kind.word, act.today())?;
        let wants =
            |notice: &&&Notice<'_>| readers.get(&notice.account_id).is_some_and(|who| who.inbox || kind.mandatory);
        let for_inbox: Vec<&Notice<'_>> = of_kind.iter().filter(wants).copied().collect();
        let fresh: HashSet<(i64, i64)> = store::insert(act.conn, &for_inbox, act.now)?.into_iter().collect();
        let asked: HashSet<i64> = for_inbox.iter().map(|notice| notice.account_id).collect();
        for notice in of_kind {
            let Some(reader) = readers.get(&notice.account_id).filter(|who| who.is_mailed_at_once(kind)) else {
                continue;
            };
            let told_before =
                asked.contains(&notice.account_id) && !fresh.contains(&(notice.account_id, notice.event.id));
            if !told_before {
                let letter = if kind.reminds { Stopped::Reminders.word() } else { kind.word };
                letters.entry((letter, notice.account_id)).or_insert((reader.clone(), Vec::new())).1.push(notice);
            }
        }
    }
    post(act, &letters)
}

fn post(act: &mut Act<'_>, letters: &Letters<'_>) -> Result<()> {
    let entering = |about: &[&Notice<'_>]| about.iter().any(|notice| notice.kind.lets_in);
    let mut links = BTreeMap::new();
    let words: HashSet<&'static str> = letters.keys().map(|(word, _)| *word).collect();
    for word in words {
        let of_word = letters.iter().filter(|((known, _), (_, about))| *known == word && entering(about));
        let accounts: Vec<i64> = of_word.map(|((_, account), _)| *account).collect();
        links
            .extend(accounts::mailed_links(act, &accounts)?.into_iter().map(|(account, link)| ((word, account), link)));
    }
    let reminds = |about: &[&Notice<'_>]| about.iter().any(|notice| notice.kind.reminds);
    let until = if letters.values().any(|(_, about)| reminds(about)) { Hours::of(act)?.until(act.now) } else { None };
    for (of, (reader, about)) in letters {
        let first = about.first().map(|notice| notice.kind).filter(|kind| about.iter().all(|one| one.kind == *kind));
        let reason = first.map_or(Stopped::Reminders, Stopped::Kind);
        let items = letters::items(act, reader, about, links.get(of).map(String::as_str));
        let subject = letters::subject(reader.lang, act.coop.zone, reason, about);
        let mut letter = letters::letter(act, of.1, reader, reason, subject, &items)?;
        letter.until = until.filter(|_| reminds(about));
        mail::post(act.conn, &letter)?;
    }
    Ok(())
}

// ---- the words of a notice ----

/// What a notice is about, in the reader's language where the subject has a name in each.
pub fn title(lang: Lang, event: &Event) -> &str {
    event.detail[format!("title_{}", lang.code())].as_str().unwrap_or(&event.subject_name)
}

/// What happened, in a sentence.
pub fn line(lang: Lang, zone: chrono_tz::Tz, kind: &str, event: &Event) -> String {
    words(lang, zone, kind, "-line", event)
}

fn words(lang: Lang, zone: chrono_tz::Tz, kind: &str, which: &str, event: &Event) -> String {
    let after = &event.detail["after"];
    let fact =
        |name: &str| event.detail[name].as_str().or_else(|| after[name].as_str()).filter(|fact| !fact.is_empty());
    let text = |name: &str| fact(name).unwrap_or("none").to_owned();
    let day = |name: &str| text(name).parse().map_or_else(|_| text(name), |day: NaiveDate| lang.long_day(day));
    let only_the_time = after.get("due_at").is_some() && after.get("due_on").is_none();
    let was = event.detail["before"]["due_on"].as_str().and_then(|day| day.parse().ok());
    let was = was.map_or_else(|| "none".to_owned(), |day: NaiveDate| lang.long_day(day));
    let time = |name: &str| {
        let at = NaiveTime::parse_from_str(&text(name), "%H:%M");
        at.map_or_else(|_| text(name), |at| lang.time_of_day(at))
    };
    let moment = |name: &str| text(name).parse().map_or_else(|_| text(name), |at: DateTime<Utc>| lang.moment(zone, at));
    lang.with(
        &format!("notice-{}{which}", kind.replace('_', "-")),
        &[
            ("name", title(lang, event).into()),
            ("by", event.actor_id.map_or("none", |_| event.actor_name.as_str()).into()),
            ("told", text(&format!("told_{}", lang.code())).into()),
            ("happened", event.kind.rsplit('.').next().unwrap_or_default().into()),
            ("due_on", if only_the_time { "same".to_owned() } else { day("due_on") }.into()),
            ("due_at", time("due_at").into()),
            ("why", text("why").into()),
            ("outcome", text("outcome").into()),
            ("due_was", was.into()),
            ("reason", text("reason").into()),
            ("opens_at", moment("opens_at").into()),
            ("closes_at", moment("closes_at").into()),
            ("late", event.detail["late"].as_i64().unwrap_or(0).into()),
            ("rows", event.detail["rows"].as_i64().unwrap_or(0).into()),
        ],
    )
}

/// The page that a notice leads to.
pub fn address(slices: Slices, event: &Event) -> String {
    let kind = crate::platform::slice::event_kind(slices, &event.kind);
    kind.zip(event.subject_id).and_then(|(kind, id)| kind.address_of(id)).unwrap_or_else(|| "/inbox".to_owned())
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
pub fn inbox(
    conn: &mut PgConnection,
    viewer: &Viewer,
    after: Option<After>,
    limit: i64,
) -> Result<Vec<(Received, Event)>> {
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

/// Marks everything one was told about the subject of a notice as read, and gives the address of that page.
///
/// # Errors
/// `NotFound` when it is not one of one's own.
pub fn open(act: &mut Act<'_>, id: i64) -> Result<String> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let event = store::open(act.conn, viewer.account_id, id, act.now)?;
    Ok(address(act.state.slices, &event))
}

/// Marks all of one's own notices as read.
pub fn read_all(act: &mut Act<'_>) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    store::read_all(act.conn, viewer.account_id, act.now)
}

// ---- preferences ----

/// How the viewer wants to be told of each kind.
pub fn wishes(conn: &mut PgConnection, slices: Slices, viewer: &Viewer) -> Result<Vec<Wish>> {
    let set = store::wishes(conn, viewer.account_id)?;
    let wish = |kind: &'static NoticeKind| {
        let (inbox, mail) = set.get(kind.word).copied().unwrap_or((true, true));
        Wish { kind, inbox: inbox || kind.mandatory, mail: mail || kind.mandatory }
    };
    Ok(kinds(slices).map(wish).collect())
}

/// How the viewer wants their mails.
pub fn rhythm(conn: &mut PgConnection, viewer: &Viewer) -> Result<Rhythm> {
    store::digest::rhythm(conn, viewer.account_id)
}

/// Sets how the viewer wants to be told; the rhythm of the mails stays where they do not say.
pub fn wish(act: &mut Act<'_>, wishes: &[Wish], rhythm: Option<Rhythm>) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let before = (self::wishes(act.conn, act.state.slices, viewer)?, self::rhythm(act.conn, viewer)?);
    let rhythm = rhythm.unwrap_or(before.1);
    for wish in wishes {
        store::set_wish(act.conn, viewer.account_id, wish.kind.word, wish.inbox, wish.mail)?;
    }
    if rhythm != before.1 {
        store::digest::set_rhythm(act.conn, viewer.account_id, rhythm, act.now)?;
    }
    let said = |list: &[Wish], rhythm: Rhythm| {
        let of_kind = |wish: &Wish| (wish.kind.word.to_owned(), json!({ "inbox": wish.inbox, "mail": wish.mail }));
        let mut said: Value = list.iter().map(of_kind).collect();
        said["mails"] = rhythm.word().into();
        said
    };
    match events::difference(&said(&before.0, before.1), &said(wishes, rhythm)) {
        Some(difference) => record(act, viewer.account_id, &viewer.name, difference),
        None => Ok(()),
    }
}

fn record(act: &mut Act<'_>, account: i64, name: &str, detail: Value) -> Result<()> {
    let subject = Subject { id: account, name: name.to_owned() };
    events::record(act, &slice::PREFERENCE_CHANGED, &subject, detail)?;
    Ok(())
}
