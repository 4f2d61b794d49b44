//! Guests: people without an account whom a vote that asks for advice asks, too, each by a link of their own.
//!
//! What guests answer is kept apart from the ballots and never counted with them: the result is the members'. Of a link only the digest
//! is kept; whoever has it answers as that guest until the close. The events name no guest but by their number in the vote.

use chrono::{DateTime, Utc};
use diesel::PgConnection;
use serde_json::json;

use super::casting::{self, Ballot};
use super::paper::{Answer, Question};
use super::{Poll, State, TOO_LATE, slice, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::keys::{digest, random_token};
use crate::platform::mail;
use crate::platform::visit::Act;

pub use store::guests::{Guest, Invited, Said};

/// The most guests of one vote.
pub const GUESTS_MAX: i64 = 50;
/// The longest name of a guest, in characters.
pub const NAME_MAX: usize = 80;
/// How long after the close a guest's name is kept, in months.
pub const NAMED_MONTHS: i32 = 12;

/// Where a link is mailed, and in which language. The address is kept with no guest.
#[derive(Debug, Clone)]
pub struct Post {
    pub address: String,
    pub lang: Lang,
}

/// Whether guests can be asked, or asked anew: in a vote that asks for advice, once others see it and until its close.
pub fn are_welcome(poll: &Poll, now: DateTime<Utc>) -> bool {
    !poll.binding && matches!(poll.state(now), State::Scheduled | State::Open)
}

/// Asks somebody from outside. Their link, which nobody can ask for again.
///
/// # Errors
/// `Conflict` where guests cannot be asked; `Invalid` from the fifty-first on.
pub fn invite(act: &mut Act<'_>, id: i64, name: &str, post: Option<&Post>) -> Result<String> {
    let poll = welcoming(act, id)?;
    let (count, highest) = store::guests::count(act.conn, id)?;
    if count >= GUESTS_MAX {
        let limit = Some(GUESTS_MAX.to_string());
        return Err(Error::Invalid(vec![FieldError {
            field: "guest_name".to_owned(),
            key: "guests-wrong-many",
            limit,
        }]));
    }
    let (token, number) = (random_token(), highest + 1);
    let by = act.viewer.map(|viewer| viewer.account_id);
    store::guests::insert(act.conn, (id, number), name, &digest(&token), (by, act.now))?;
    sent(act, &poll, number, name, &token, post)
}

/// Another link for a guest; the one before leads nowhere any more. What they answered stays.
///
/// # Errors
/// `NotFound`; `Conflict` where guests cannot be asked.
pub fn renew(act: &mut Act<'_>, id: i64, number: i32, post: Option<&Post>) -> Result<String> {
    let poll = welcoming(act, id)?;
    let token = random_token();
    let name = store::guests::renew(act.conn, id, number, &digest(&token))?.ok_or(Error::NotFound)?;
    sent(act, &poll, number, &name, &token, post)
}

/// Records a link that was made, and mails it where there is somewhere to.
fn sent(act: &mut Act<'_>, poll: &Poll, number: i32, name: &str, token: &str, post: Option<&Post>) -> Result<String> {
    let link = format!("{}/guests/{token}", act.origin());
    if let Some(post) = post {
        let letter = super::pages::guests::letter(act.coop, poll, name, post, &link)?;
        mail::post(act.conn, &letter)?;
    }
    record(act, &slice::GUEST_INVITED, poll, number)?;
    Ok(link)
}

/// Takes a link back, before the close with what its guest answered, afterwards with the guest's name alone.
///
/// # Errors
/// `NotFound`.
pub fn revoke(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let poll = store::lock(act.conn, id)?;
    let over = matches!(poll.state(act.now), State::Counting | State::Closed | State::Disputed | State::Void);
    let gone =
        if over { store::guests::forget(act.conn, id, number)? } else { store::guests::remove(act.conn, id, number)? };
    if gone { record(act, &slice::GUEST_REVOKED, &poll, number) } else { Err(Error::NotFound) }
}

/// The vote, locked, if guests can be asked.
fn welcoming(act: &mut Act<'_>, id: i64) -> Result<Poll> {
    let poll = store::lock(act.conn, id)?;
    if are_welcome(&poll, act.now) { Ok(poll) } else { Err(Error::Conflict("guests-conflict-not-asked")) }
}

fn record(act: &mut Act<'_>, kind: &'static events::EventKind, poll: &Poll, number: i32) -> Result<()> {
    events::record(act, kind, &poll.subject(act.coop.language), json!({ "guest": number }))?;
    Ok(())
}

/// Whose a link is.
pub fn of_link(conn: &mut PgConnection, token: &str) -> Result<Option<Invited>> {
    store::guests::of_link(conn, &digest(token))
}

/// The paper for whoever has a link, while nobody closes the vote or takes the link back before this transaction ends.
///
/// # Errors
/// `NotFound` when the link is nobody's.
pub fn paper_of(act: &mut Act<'_>, token: &str) -> Result<(Invited, Vec<Question>)> {
    let hash = digest(token);
    let guest = store::guests::of_link(act.conn, &hash)?.ok_or(Error::NotFound)?;
    store::hold_open(act.conn, guest.poll_id)?;
    if !store::guests::hold(act.conn, guest.poll_id, guest.number, &hash)? {
        return Err(Error::NotFound);
    }
    let questions = store::questions(act.conn, guest.poll_id)?;
    Ok((guest, questions))
}

/// Keeps what a guest answers, on the paper that `paper_of` gave, in place of what they answered before.
///
/// # Errors
/// `Invalid` with the fields of questions that cannot be answered so; `Conflict` with `TOO_LATE` when the vote is not open.
pub fn answer(act: &mut Act<'_>, guest: &Invited, questions: &[Question], ballot: &Ballot) -> Result<()> {
    casting::check(questions, ballot)?;
    let answers: Vec<String> = ballot.answers.iter().map(Answer::text).collect();
    let reason = ballot.reason.as_deref().unwrap_or_default();
    let stored = store::guests::answer(act.conn, (guest.poll_id, guest.number), &answers, reason)?;
    let Some(stored) = stored else { return Err(Error::Conflict(TOO_LATE)) };
    if stored.changed {
        let name = if act.coop.language == Lang::En { stored.title_en } else { stored.title_fr };
        let subject = Subject { id: guest.poll_id, name };
        events::record(act, &slice::GUEST_ANSWERED, &subject, json!({ "guest": guest.number }))?;
    }
    Ok(())
}

/// Takes the names of guests away whose time is over. For the nightly job.
pub fn tidy(act: &mut Act<'_>) -> Result<()> {
    store::guests::forget_old(act.conn, NAMED_MONTHS, act.now)
}
