//! Comments: what people say of a thing of the co-op, before it is decided and after. The votes are talked about so; whatever else
//! is to be only declares it (`Slice::talked`) and shows the block of `pages`.
//!
//! Whoever may read the thing reads what is said of it, and nobody else is mentioned in it or told of it. A comment is answered on one level. Its author edits it, and what it said before
//! stays to be read; takes it back, and the words are gone in every version. Who moderates hides one with a reason, and shows it again.
//! No event holds a word of a comment: what is taken back or erased is nowhere else.

pub mod api;
mod notices;
pub mod pages;
mod rules;
mod sight;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::i18n::Lang;
use crate::platform::slice::Talked;
use crate::platform::sql::row;
use crate::platform::visit::{Act, Viewer};

use sight::strangers;
pub use sight::thing;
pub use store::newest;

/// The most characters of a comment.
pub const LENGTH_MAX: usize = 5_000;
/// The most comments of one person within ten minutes.
const WRITTEN_MAX: i64 = 30;
const WRITTEN_WITHIN: TimeDelta = TimeDelta::minutes(10);

/// Something that can be talked about.
#[derive(Clone)]
pub struct Thing {
    talked: &'static Talked,
    pub id: i64,
    pub title_en: String,
    pub title_fr: String,
    /// From when on it is over: what is said later could not change it.
    pub over_at: Option<DateTime<Utc>>,
    /// The account that set it up, and whose it is.
    author: Option<(i64, Option<i64>)>,
}

impl Thing {
    /// The word of its kind.
    fn about(&self) -> &'static str {
        self.talked.kind.word
    }

    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    /// Its page.
    pub fn address(&self) -> String {
        self.talked.kind.address.unwrap_or_default().replace("{id}", &self.id.to_string())
    }

    fn told(&self) -> Value {
        json!({ "title_en": self.title_en, "title_fr": self.title_fr, "about": format!("{}:{}", self.about(), self.id) })
    }
}

/// A comment, with who wrote it.
#[derive(Debug, Clone, Deserialize)]
pub struct Comment {
    pub id: i64,
    /// The comment that it answers.
    pub reply_to: Option<i64>,
    account_id: i64,
    member_id: Option<i64>,
    /// As the account is called, and as the member is.
    author: Option<String>,
    member: Option<String>,
    text: String,
    pub written_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub taken_back_at: Option<DateTime<Utc>>,
    pub hidden_at: Option<DateTime<Utc>>,
    hidden_why: String,
    pub version: i32,
}

impl Comment {
    pub fn author(&self) -> &str {
        self.member.as_deref().or(self.author.as_deref()).unwrap_or_default()
    }

    /// Whether somebody wrote it. What a member said stays theirs whatever account they have.
    pub fn is_of(&self, viewer: &Viewer) -> bool {
        match self.member_id {
            Some(member) => viewer.member_id == Some(member),
            None => viewer.account_id == self.account_id,
        }
    }

    /// Its words, for somebody who may see them: nobody once it is taken back, and while it is hidden its author and who moderates.
    pub fn text_for(&self, viewer: &Viewer, moderates: bool) -> Option<&str> {
        let seen = self.taken_back_at.is_none() && (self.hidden_at.is_none() || moderates || self.is_of(viewer));
        seen.then_some(self.text.as_str())
    }
}

/// A comment with its answers, by time.
#[derive(Debug)]
pub struct Thread {
    pub first: Comment,
    pub replies: Vec<Comment>,
}

/// What is said of a thing, by time, as far as one page shows it.
#[derive(Debug, Default)]
pub struct Discussion {
    /// Since when no more is to be said.
    pub closed_at: Option<DateTime<Utc>>,
    /// How many comments there are in all.
    pub count: i64,
    /// The number of the latest.
    pub newest: i64,
    pub threads: Vec<Thread>,
    /// Where the page before this one ends, if there is one.
    pub earlier: Option<i64>,
}

impl Discussion {
    /// Of comments by time; of those that answer none there is one more than `limit` where there are earlier ones.
    fn of(closed_at: Option<DateTime<Utc>>, count: i64, newest: i64, comments: Vec<Comment>, limit: i64) -> Self {
        let (first, replies): (Vec<_>, Vec<_>) = comments.into_iter().partition(|comment| comment.reply_to.is_none());
        let mut threads: Vec<Thread> = first.into_iter().map(|first| Thread { first, replies: Vec::new() }).collect();
        for reply in replies {
            let thread = threads.iter_mut().find(|thread| Some(thread.first.id) == reply.reply_to);
            thread.into_iter().for_each(|thread| thread.replies.push(reply.clone()));
        }
        let more = threads.len() as i64 > limit;
        let threads = threads.split_off(usize::from(more));
        let earlier = threads.first().filter(|_| more).map(|thread| thread.first.id);
        Self { closed_at, count, newest, threads, earlier }
    }
}

/// A comment on its own: what it is about, and how many began after it or after the one that it answers.
struct Found {
    comment: Comment,
    about: String,
    about_id: i64,
    later: i64,
}

row! {
    /// What a comment said before.
    pub struct Version {
        pub text: String,
        pub written_at: DateTime<Utc>,
    }
}

/// A comment, locked, and what it is about.
fn found(act: &mut Act<'_>, id: i64) -> Result<(Comment, Thing)> {
    let found = store::lock(act.conn, id)?;
    let asker = act.asker();
    let thing = thing(act.conn, act.state.slices, &asker, &found.about, found.about_id)?;
    Ok((found.comment, thing))
}

/// One's own, which can still be changed.
fn own(act: &mut Act<'_>, id: i64) -> Result<(Comment, Thing)> {
    let (comment, thing) = found(act, id)?;
    match act.viewer {
        Some(viewer) if comment.is_of(viewer) => {}
        _ => return Err(Error::Forbidden),
    }
    if comment.taken_back_at.is_some() { Err(Error::Conflict("comment-conflict-gone")) } else { Ok((comment, thing)) }
}

// ---- saying something ----

/// Says something of a thing, or answers a comment on it. Whoever is mentioned is told, who wrote the comment that is answered, and who
/// set the thing up.
///
/// # Errors
/// `Invalid` on `comment` when the discussion is closed, a name has several people, or somebody mentioned does not see the thing; `Conflict` when what is answered is gone;
/// `TooMany` after thirty within ten minutes.
pub fn write(act: &mut Act<'_>, thing: &Thing, reply_to: Option<i64>, text: &str) -> Result<i64> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    must_be_open(act, thing)?;
    if store::written_since(act.conn, viewer.account_id, act.now - WRITTEN_WITHIN)? >= WRITTEN_MAX {
        return Err(Error::TooMany(WRITTEN_WITHIN.num_seconds()));
    }
    let answered = reply_to.map(|id| answered(act, thing, id)).transpose()?;
    let (text, mentioned) = read(act, thing, text)?;
    let by = (viewer.account_id, viewer.member_id);
    let id = store::insert(act.conn, thing, answered.as_ref().map(|comment| comment.id), by, &text, act.now)?;
    let told = answered.and_then(|comment| comment.member_id).filter(|member| !mentioned.contains(member));
    let mut others = mentioned.clone();
    others.extend(told.iter().chain(&viewer.member_id));
    let author = thing.author.filter(|(account, member)| {
        *account != viewer.account_id && !member.is_some_and(|member| others.contains(&member))
    });
    let mut detail = thing.told();
    if let Some((author, _)) = author {
        detail["author"] = author.into();
    }
    record_with(act, &slice::COMMENT_WRITTEN, thing, id, told.as_slice(), detail)?;
    mention(act, thing, id, &mentioned)?;
    Ok(id)
}

/// The comment that can be answered.
fn answered(act: &mut Act<'_>, thing: &Thing, id: i64) -> Result<Comment> {
    let found = store::lock(act.conn, id)?;
    let there = found.about == thing.about() && found.about_id == thing.id && found.comment.reply_to.is_none();
    if !there {
        return Err(Error::NotFound);
    }
    let gone = found.comment.taken_back_at.is_some() || found.comment.hidden_at.is_some();
    if gone { Err(Error::Conflict("comment-conflict-gone")) } else { Ok(found.comment) }
}

fn must_be_open(act: &mut Act<'_>, thing: &Thing) -> Result<()> {
    let closed = store::is_closed(act.conn, thing.about(), thing.id)?;
    if closed { Err(Error::field("comment", "comment-wrong-closed")) } else { Ok(()) }
}

/// A text with its mentions written whole, and who they are.
fn read(act: &mut Act<'_>, thing: &Thing, text: &str) -> Result<(String, Vec<i64>)> {
    if !text.contains('@') {
        return Ok((text.to_owned(), Vec::new()));
    }
    let today = act.today();
    let found = rules::mentions(text, &store::people(act.conn, today)?);
    let wrong = |key, names| {
        let error = FieldError { field: "comment".to_owned(), key, limit: Some(names) };
        Err(Error::Invalid(vec![error]))
    };
    if let Some(names) = found.unclear {
        return wrong("comment-wrong-several", names);
    }
    let strangers = strangers(act, thing, &found.people)?;
    if !strangers.is_empty() {
        return wrong("comment-wrong-strangers", strangers.join(", "));
    }
    Ok((found.text, found.people))
}

fn mention(act: &mut Act<'_>, thing: &Thing, id: i64, members: &[i64]) -> Result<()> {
    if members.is_empty() { Ok(()) } else { record(act, &slice::COMMENT_MENTIONED, thing, id, members, "") }
}

fn record(
    act: &mut Act<'_>,
    kind: &'static EventKind,
    thing: &Thing,
    comment: i64,
    told: &[i64],
    reason: &str,
) -> Result<()> {
    let mut detail = thing.told();
    // What the log shows of a thing that not everybody sees is that there is one.
    if !reason.is_empty() && thing.talked.all.is_none() {
        detail["hidden_why"] = reason.into();
    }
    record_with(act, kind, thing, comment, told, detail)
}

fn record_with(
    act: &mut Act<'_>,
    kind: &'static EventKind,
    thing: &Thing,
    comment: i64,
    told: &[i64],
    mut detail: Value,
) -> Result<()> {
    if !told.is_empty() {
        detail["told"] = json!(told);
    }
    let subject = Subject { id: comment, name: thing.title(act.coop.language).to_owned() };
    events::record(act, kind, &subject, detail)?;
    Ok(())
}

// ---- changing what one said ----

/// Gives one's own comment another text. Whoever is mentioned for the first time is told.
///
/// # Errors
/// `Forbidden` when it is somebody else's; `Conflict` when it was taken back, is hidden, or was edited since `version`; those of `write`.
pub fn edit(act: &mut Act<'_>, id: i64, version: i32, text: &str) -> Result<Thing> {
    let (comment, thing) = own(act, id)?;
    if comment.hidden_at.is_some() {
        return Err(Error::Conflict("comment-conflict-hidden"));
    }
    if comment.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    must_be_open(act, &thing)?;
    let (text, mentioned) = read(act, &thing, text)?;
    if text == comment.text {
        return Ok(thing);
    }
    let mut before: Vec<String> = store::versions(act.conn, id)?.into_iter().map(|version| version.text).collect();
    before.push(comment.text);
    let told: HashSet<i64> = before_mentions(act, &before)?;
    store::edit(act.conn, id, &text, act.now)?;
    record(act, &slice::COMMENT_EDITED, &thing, id, &[], "")?;
    let fresh: Vec<i64> = mentioned.into_iter().filter(|member| !told.contains(member)).collect();
    mention(act, &thing, id, &fresh)?;
    Ok(thing)
}

/// Who was mentioned in texts before.
fn before_mentions(act: &mut Act<'_>, texts: &[String]) -> Result<HashSet<i64>> {
    if !texts.iter().any(|text| text.contains('@')) {
        return Ok(HashSet::new());
    }
    let today = act.today();
    let people = store::people(act.conn, today)?;
    Ok(texts.iter().flat_map(|text| rules::mentions(text, &people).people).collect())
}

/// Takes one's own comment back: its words are gone. That there was one is said as long as answers hang on it.
///
/// # Errors
/// `Forbidden` when it is somebody else's; `Conflict` when it is gone already.
pub fn take_back(act: &mut Act<'_>, id: i64) -> Result<Thing> {
    let (_, thing) = own(act, id)?;
    store::take_back(act.conn, id, act.now)?;
    record(act, &slice::COMMENT_TAKEN_BACK, &thing, id, &[], "")?;
    Ok(thing)
}

// ---- keeping order ----

/// Hides a comment from all but its author, who is told why, and those who moderate.
///
/// # Errors
/// `Conflict` when it is hidden or gone already.
pub fn hide(act: &mut Act<'_>, id: i64, why: &str) -> Result<Thing> {
    let (comment, thing) = found(act, id)?;
    if comment.hidden_at.is_some() || comment.taken_back_at.is_some() {
        return Err(Error::Conflict("comment-conflict-gone"));
    }
    let account = act.viewer.ok_or(Error::SignIn)?.account_id;
    store::hide(act.conn, id, Some((account, act.now)), why)?;
    record(act, &slice::COMMENT_HIDDEN, &thing, id, comment.member_id.as_slice(), why)?;
    Ok(thing)
}

/// Shows a hidden comment again. One that is shown stays so.
pub fn show_again(act: &mut Act<'_>, id: i64) -> Result<Thing> {
    let (comment, thing) = found(act, id)?;
    if comment.hidden_at.is_some() {
        store::hide(act.conn, id, None, "")?;
        record(act, &slice::COMMENT_SHOWN, &thing, id, comment.member_id.as_slice(), "")?;
    }
    Ok(thing)
}

/// Lets nobody say more of a thing. What was said stays.
pub fn close(act: &mut Act<'_>, thing: &Thing) -> Result<()> {
    let account = act.viewer.map(|viewer| viewer.account_id);
    if store::close(act.conn, thing.about(), thing.id, account, act.now)? {
        record_of_thing(act, thing.talked.closed, thing)?;
    }
    Ok(())
}

/// Lets people talk about a thing again.
pub fn reopen(act: &mut Act<'_>, thing: &Thing) -> Result<()> {
    if store::reopen(act.conn, thing.about(), thing.id)? {
        record_of_thing(act, thing.talked.reopened, thing)?;
    }
    Ok(())
}

fn record_of_thing(act: &mut Act<'_>, kind: &'static EventKind, thing: &Thing) -> Result<()> {
    let subject = Subject { id: thing.id, name: thing.title(act.coop.language).to_owned() };
    let detail = json!({ "title_en": thing.title_en, "title_fr": thing.title_fr });
    events::record(act, kind, &subject, detail)?;
    Ok(())
}
