//! Calling people to a meeting: the notice, what was added to it, another day or place, calling it off, a reminder.
//!
//! A notice is given by mail to whoever agreed to that, and on paper to everybody else; who has an address gets the mail besides. What was
//! sent is kept word for word with to whom, by which way, and what the mail server said: that is the evidence that the meeting was called.
//! Letters about one meeting to one person keep their order: nothing calls off what has not arrived.
//!
//! What is in camera is in no letter.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::PgConnection;
use serde_json::json;

use super::rules::{self, Period, Timing};
use super::{Item, Meeting, Status, letters, looked_at, manages, slice, store};
use crate::coops;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::mail;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

text_enum! {
    pub enum CallKind {
        /// The notice of the meeting, with its agenda.
        Notice = "notice",
        /// What was put on the agenda since.
        Supplement = "supplement",
        /// Another day, time or place: everybody is asked again whether they come.
        Changed = "changed",
        Cancelled = "cancelled",
        /// To whoever has not said whether they come.
        Reminder = "reminder",
    }
}

text_enum! {
    /// How a notice is given.
    pub enum Way {
        Mail = "mail",
        Letter = "letter",
    }
}

text_enum! {
    /// What the rules said of the day on which it was given.
    pub enum Given {
        InTime = "in_time",
        TooLate = "too_late",
        TooEarly = "too_early",
        NoRule = "no_rule",
    }
}

row! {
    /// Somebody who is called.
    #[derive(Debug, Clone)]
    pub struct Callee {
        pub id: i64,
        pub name: String,
        pub language: String,
        /// Empty where none is known.
        pub address: String,
        /// They agreed to notices by mail, at this address.
        pub consents: bool,
        /// They were called before.
        pub called: bool,
        /// They said whether they come, on the day and at the place as they are now.
        pub answered: bool,
    }
}

impl Callee {
    /// How they are told: nobody is reminded on paper.
    pub fn way(&self, kind: CallKind) -> Way {
        if self.consents || kind == CallKind::Reminder { Way::Mail } else { Way::Letter }
    }

    pub fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or(Lang::En)
    }
}

row! {
    /// What was sent once.
    #[derive(Debug, Clone)]
    pub struct Calling {
        pub id: i64,
        pub kind: CallKind,
        pub sent_at: DateTime<Utc>,
        /// Empty where the program sent it.
        pub sent_by: String,
        pub timing: Given,
        /// How many days before the meeting.
        pub notice_days: i32,
        pub anyway: String,
        pub subject_en: String,
        pub subject_fr: String,
        pub text_en: String,
        pub text_fr: String,
        pub mails: i64,
        pub letters: i64,
    }
}

row! {
    /// To whom, and what became of it.
    #[derive(Debug, Clone)]
    pub struct Recipient {
        pub id: i64,
        pub member_id: i64,
        pub name: String,
        /// The home on the day it was sent; empty where they had none.
        pub home: String,
        pub language: String,
        pub way: Way,
        pub address: String,
        pub handed_on: Option<NaiveDate>,
        pub came_back_on: Option<NaiveDate>,
        pub delivered_at: Option<DateTime<Utc>>,
        /// What the mail server did with it; none while it waits.
        pub accepted: Option<bool>,
        pub answer: String,
    }
}

/// What is kept of a calling.
pub struct Sent<'a> {
    pub kind: CallKind,
    pub timing: Given,
    pub notice_days: i32,
    pub anyway: &'a str,
    /// Subject and text in each language.
    pub en: (String, String),
    pub fr: (String, String),
}

/// What whoever sends a notice adds.
#[derive(Debug, Clone, Default)]
pub struct NewCall {
    pub words_en: String,
    pub words_fr: String,
    /// Why it goes out although the rules say another day.
    pub anyway: String,
}

/// What calling a meeting now would do.
#[derive(Debug)]
pub struct Outlook {
    pub kind: CallKind,
    pub period: Option<Period>,
    pub timing: Option<Timing>,
    pub to: Vec<Callee>,
    pub items: Vec<Item>,
}

impl Outlook {
    pub fn mails(&self) -> usize {
        self.to.iter().filter(|one| one.consents).count()
    }

    pub fn letters(&self) -> usize {
        self.to.len() - self.mails()
    }

    /// Letters of people who get the mail besides.
    pub fn courtesies(&self) -> usize {
        self.to.iter().filter(|one| !one.consents && !one.address.is_empty()).count()
    }

    /// Whether the rules say another day than today.
    pub fn is_out_of_time(&self) -> bool {
        self.timing.is_some_and(|timing| timing != Timing::InTime)
    }
}

/// What calling a meeting on a day would do: its notice, first; later what was added to its agenda, or whoever was not called yet.
/// None when there is nothing to tell.
pub fn outlook(conn: &mut PgConnection, meeting: &Meeting, today: NaiveDate) -> Result<Option<Outlook>> {
    let profile = coops::rule_profile(conn)?;
    let period = rules::notice_period(&profile, meeting.kind, meeting.special_resolution, meeting.held_on);
    let mut to = store::calling::callees(conn, meeting, today)?;
    let items = store::items(conn, meeting.id)?;
    let added = items.iter().any(|item| !item.noticed);
    let kind = match meeting.status {
        Status::Planned => CallKind::Notice,
        Status::Called if added => CallKind::Supplement,
        Status::Called => {
            to.retain(|one| !one.called);
            CallKind::Notice
        }
        Status::Cancelled => return Ok(None),
    };
    if to.is_empty() && meeting.status == Status::Called {
        return Ok(None);
    }
    // who joined since is told as soon as they are there
    let late_comers = meeting.status == Status::Called && kind == CallKind::Notice;
    let timing = period.filter(|_| !late_comers).map(|period| period.timing(today));
    Ok(Some(Outlook { kind, period, timing, to, items }))
}

/// Calls a meeting: sends its notice, or what there is to tell since.
///
/// # Errors
/// `Forbidden`; `Conflict` when it was changed meanwhile, is cancelled or past, has nothing on its agenda, when a member waits for an answer
/// about an item, or there is nothing to tell; `Invalid` on `anyway` when the rules say another day and no reason is given.
pub fn call(act: &mut Act<'_>, id: i64, new: &NewCall, version: i32) -> Result<(usize, usize)> {
    store::lock(act.conn, id)?;
    let meeting = super::to_change(act, id, version)?;
    let today = act.today();
    if meeting.held_on < today {
        return Err(Error::Conflict("conflict-meeting-past"));
    }
    if store::asked::unanswered(act.conn, id)? > 0 {
        return Err(Error::Conflict("conflict-meeting-items-wait"));
    }
    let Some(outlook) = outlook(act.conn, &meeting, today)? else {
        return Err(Error::Conflict("conflict-meeting-told"));
    };
    if outlook.items.is_empty() {
        return Err(Error::Conflict("conflict-meeting-no-agenda"));
    }
    if outlook.is_out_of_time() && new.anyway.is_empty() {
        return Err(Error::field("anyway", "wrong-notice-time"));
    }
    let given = match outlook.timing {
        Some(Timing::InTime) => Given::InTime,
        Some(Timing::TooLate(_)) => Given::TooLate,
        Some(Timing::TooEarly(_)) => Given::TooEarly,
        None => Given::NoRule,
    };
    store::calling::set_called(act.conn, id)?;
    let to: Vec<&Callee> = outlook.to.iter().collect();
    send(act, &meeting, outlook.kind, &to, (given, new))
}

/// Tells whoever was called that the meeting is on another day, at another time or place.
pub(super) fn tell_change(act: &mut Act<'_>, meeting: &Meeting, given: Given, anyway: &str) -> Result<()> {
    let today = act.today();
    let all = store::calling::callees(act.conn, meeting, today)?;
    let new = NewCall { anyway: anyway.to_owned(), ..NewCall::default() };
    send(act, meeting, CallKind::Changed, &all.iter().collect::<Vec<_>>(), (given, &new)).map(drop)
}

/// Tells whoever was called that the meeting is off.
pub(super) fn tell_end(act: &mut Act<'_>, meeting: &Meeting) -> Result<()> {
    let today = act.today();
    let called = store::calling::were_called(act.conn, meeting.id)?;
    let mut all = store::calling::callees(act.conn, meeting, today)?;
    all.retain(|one| called.contains(&one.id));
    send(act, meeting, CallKind::Cancelled, &all.iter().collect::<Vec<_>>(), (Given::NoRule, &NewCall::default()))
        .map(drop)
}

/// Reminds whoever was called by mail and has not said whether they come. How many.
///
/// # Errors
/// `Forbidden`; `Conflict` when the meeting is not called, is past, was reminded of today already, or everybody has answered.
pub fn remind(act: &mut Act<'_>, id: i64) -> Result<usize> {
    store::lock(act.conn, id)?;
    let meeting = looked_at(act, id)?;
    if !manages(act) && !meeting.leads {
        return Err(Error::Forbidden);
    }
    let today = act.today();
    if meeting.status != Status::Called || meeting.held_on < today {
        return Err(Error::Conflict("conflict-meeting-not-called"));
    }
    let zone = act.coop.zone;
    let day = |at: DateTime<Utc>| crate::platform::clock::date_in(zone, at);
    let reminded = store::calling::callings(act.conn, id)?;
    if reminded.iter().any(|one| one.kind == CallKind::Reminder && day(one.sent_at) == today) {
        return Err(Error::Conflict("conflict-meeting-reminded"));
    }
    let mut all = store::calling::callees(act.conn, &meeting, today)?;
    all.retain(|one| one.called && !one.answered && !one.address.is_empty());
    if all.is_empty() {
        return Err(Error::Conflict("conflict-meeting-answered"));
    }
    let to = all.iter().collect::<Vec<_>>();
    send(act, &meeting, CallKind::Reminder, &to, (Given::NoRule, &NewCall::default())).map(|_| all.len())
}

/// Sends a calling and keeps it. How many by mail, and how many on paper.
fn send(
    act: &mut Act<'_>,
    meeting: &Meeting,
    kind: CallKind,
    to: &[&Callee],
    (timing, new): (Given, &NewCall),
) -> Result<(usize, usize)> {
    if to.is_empty() && kind != CallKind::Notice {
        return Ok((0, 0));
    }
    let items = store::items(act.conn, meeting.id)?;
    let said = |lang: Lang| letters::Said::new(act.coop, lang, meeting, &items, (kind, new));
    let (en, fr) = (said(Lang::En), said(Lang::Fr));
    let sent = Sent {
        kind,
        timing,
        notice_days: (meeting.held_on - act.today()).num_days().try_into().unwrap_or(0),
        anyway: &new.anyway,
        en: (en.subject.clone(), en.text(None)?),
        fr: (fr.subject.clone(), fr.text(None)?),
    };
    let author = act.viewer.map(|viewer| viewer.account_id);
    let calling = store::calling::insert(act.conn, meeting.id, &sent, author, act.now)?;
    let rows: HashMap<i64, i64> = store::calling::insert_called(act.conn, (calling, kind), to)?.into_iter().collect();
    for callee in to.iter().filter(|one| !one.address.is_empty()) {
        let said = if callee.lang() == Lang::En { &en } else { &fr };
        let mut letter = letters::letter(act, meeting, said, callee)?;
        letter.proves = rows.get(&callee.id).map(|row| format!("called-{row}"));
        mail::post(act.conn, &letter)?;
    }
    let mails = to.iter().filter(|one| one.way(kind) == Way::Mail).count();
    let detail = json!({ "call": kind, "mails": mails, "letters": to.len() - mails, "timing": timing,
        "anyway": new.anyway, "notice_days": sent.notice_days });
    events::record(act, &slice::MEETING_CALLED, &meeting.subject(), detail)?;
    Ok((mails, to.len() - mails))
}

/// Letters were given to people or posted, on a day.
///
/// # Errors
/// `Forbidden`; `Invalid` on `handed_on` for a day to come.
pub fn hand(act: &mut Act<'_>, id: i64, letters: &[i64], on: NaiveDate) -> Result<()> {
    let meeting = evident(act, id)?;
    if on > act.today() {
        return Err(Error::field("handed_on", "wrong-future"));
    }
    let by = act.viewer.map(|viewer| viewer.account_id);
    let count = store::calling::hand(act.conn, id, letters, on, by)?;
    if count > 0 {
        let detail = json!({ "on": on, "letters": count });
        events::record(act, &slice::MEETING_LETTERS_HANDED, &meeting.subject(), detail)?;
    }
    Ok(())
}

/// A notice came back undelivered: it is given on paper then.
///
/// # Errors
/// `Forbidden`.
pub fn came_back(act: &mut Act<'_>, id: i64, called: i64) -> Result<()> {
    let meeting = evident(act, id)?;
    let (today, by) = (act.today(), act.viewer.map(|viewer| viewer.account_id));
    if store::calling::came_back(act.conn, id, called, today, by)? {
        events::record(act, &slice::MEETING_LETTER_RETURNED, &meeting.subject(), json!({ "on": today }))?;
    }
    Ok(())
}

/// A meeting whose evidence whoever acts may keep, also once it is over.
fn evident(act: &mut Act<'_>, id: i64) -> Result<Meeting> {
    let meeting = looked_at(act, id)?;
    if manages(act) || meeting.leads { Ok(meeting) } else { Err(Error::Forbidden) }
}
