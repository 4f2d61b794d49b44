//! The ballot box: votes on paper in a secret vote, from the hand that gives a paper out to the count.
//!
//! **One roll.** Whoever is handed a paper is struck off, under the same lock and by the same rules as somebody who votes into the urn: from
//! then on they, and a home that has one vote, have voted. Nobody can do both. They are told at once, so that nobody is struck off behind
//! their back. Who brings the paper back unused is on the roll again; for a spoiled one there is another.
//!
//! **Read by two.** When nobody can vote any more the papers are shuffled, numbered, and what each says is entered by two people on their own.
//! What they read differently is shown to both and looked up. Nothing leads from a paper to a voter.
//!
//! **Signed by two.** As many papers as were handed out are in the box or were not returned; two people sign for their number. Before that
//! nothing is opened and nothing is counted. Papers and urn make one list in which a paper looks like any other ballot: it has a code that
//! nobody was told. What cannot be read is counted as such and is no ballot. Readings go when the key of the urn does.

use chrono::{DateTime, Utc};
use diesel::PgConnection;
use serde_json::json;

use super::casting::{Ballot, check};
use super::store::ballot_box as rows;
use super::{Answer, Poll, State, close, seal, slice, store, urn};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::visit::{Act, Viewer};
use crate::policy::Permission;

pub use rows::{BallotBox, Difference, PaperVoter, Reading};

impl BallotBox {
    /// Whether anything is to be counted: somebody was handed a paper.
    pub fn is_used(&self) -> bool {
        self.handed > 0
    }

    /// Whether nothing of it keeps the vote from being counted.
    pub fn is_settled(&self) -> bool {
        !self.is_used() || self.signed_second_by.is_some()
    }

    /// Papers that were handed out and are not in the box.
    pub fn not_returned(&self) -> i64 {
        self.handed - i64::from(self.found.unwrap_or(0))
    }

    /// Papers of the box that are counted.
    pub fn counted(&self) -> i64 {
        i64::from(self.found.unwrap_or(0)) - self.rejected
    }

    /// By which reading an account enters papers: the first, the second, or none where two others do.
    pub fn reading_of(&self, account: i64) -> Option<i32> {
        match (self.read_first_by, self.read_second_by) {
            (first, _) if first == Some(account) || first.is_none() => Some(1),
            (_, second) if second == Some(account) => Some(2),
            (_, None) if self.is_second_reader => Some(2),
            _ => None,
        }
    }

    /// How many papers a reading has so far.
    pub fn read(&self, reading: i32) -> i64 {
        if reading == 1 { self.first_read } else { self.second_read }
    }
}

/// Papers are handed out and counted by those who run votes, and by the two scrutineers of this one. The box as they see it.
///
/// # Errors
/// `Forbidden` for anybody else.
pub fn must_be_asked(conn: &mut PgConnection, id: i64, viewer: Option<&Viewer>, runs: bool) -> Result<BallotBox> {
    let account = viewer.ok_or(Error::Forbidden)?.account_id;
    let ballot_box = rows::of(conn, id, account)?;
    if runs || ballot_box.is_scrutineer { Ok(ballot_box) } else { Err(Error::Forbidden) }
}

/// The same of who acts; and nobody does it in somebody else's name.
pub fn must_be_asked_in_person(act: &mut Act<'_>, id: i64) -> Result<()> {
    if act.viewer.is_some_and(|viewer| viewer.acting.is_some()) {
        return Err(Error::Forbidden);
    }
    let runs = act.may(Permission::PollsManage);
    must_be_asked(act.conn, id, act.viewer, runs)?;
    Ok(())
}

// ---- while the vote is open ----

/// The secret vote, for somebody who hands papers out. Nobody closes it before this transaction ends.
fn open(act: &mut Act<'_>, id: i64) -> Result<Poll> {
    must_be_asked_in_person(act, id)?;
    store::hold_open(act.conn, id)?;
    let poll = store::poll(act.conn, id)?;
    if !poll.secrecy.is_secret() {
        return Err(Error::NotFound);
    }
    if poll.state(act.now) == State::Open { Ok(poll) } else { Err(Error::Conflict("paper-conflict-not-open")) }
}

/// Hands a member their paper, one for each vote they have, and strikes them off the roll.
///
/// # Errors
/// `Invalid` on `paper_voter` for somebody who has voted, whose home has, or who is not on the roll; `Conflict` when the vote is not open.
pub fn hand_out(act: &mut Act<'_>, id: i64, member: i64) -> Result<()> {
    let poll = open(act, id)?;
    let account = act.viewer.ok_or(Error::Forbidden)?.account_id;
    let came = rows::strike_off(act.conn, id, member, (account, act.now))?;
    if came != "struck" {
        return Err(refused("paper_voter", &came));
    }
    told(act, &poll, &slice::PAPER_HANDED, member)
}

/// Why somebody cannot vote now, beside the field that names them: what `at_the_urn` has as a hindrance.
pub fn refused(field: &str, hindrance: &str) -> Error {
    match hindrance {
        "voted" => Error::field(field, "paper-wrong-voted"),
        "by_home" => Error::field(field, "paper-wrong-home"),
        "off_roll" => Error::field(field, "paper-wrong-off-roll"),
        _ => Error::Conflict("paper-conflict-not-open"),
    }
}

/// Somebody brings their paper back unused: they can vote again, on paper or not.
///
/// # Errors
/// `NotFound` without a paper; `Conflict` when the vote is not open.
pub fn take_back(act: &mut Act<'_>, id: i64, member: i64) -> Result<()> {
    let poll = open(act, id)?;
    if !rows::take_back(act.conn, id, member)? {
        return Err(Error::NotFound);
    }
    told(act, &poll, &slice::PAPER_TAKEN_BACK, member)
}

/// Somebody brings a paper back that is spoiled, and gets another one for it.
///
/// # Errors
/// `Conflict` where nobody has a paper, or when the vote is not open.
pub fn spoil(act: &mut Act<'_>, id: i64) -> Result<()> {
    let poll = open(act, id)?;
    if !rows::spoil(act.conn, id)? {
        return Err(Error::Conflict("paper-conflict-none-out"));
    }
    events::record(act, &slice::PAPER_SPOILED, &poll.subject(act.coop.language), json!({}))?;
    Ok(())
}

/// Records what concerns one member, who is told.
pub fn told(act: &mut Act<'_>, poll: &Poll, kind: &'static events::EventKind, member: i64) -> Result<()> {
    let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "told": [member] });
    events::record(act, kind, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

// ---- once nobody can vote any more ----

/// Whether nothing of the box keeps a vote from being counted.
pub fn is_settled(act: &mut Act<'_>, poll: &Poll) -> Result<bool> {
    Ok(rows::of(act.conn, poll.id, 0)?.is_settled())
}

/// The voting is over and the papers are to be counted. Nobody votes from now on, though the end may have been announced for later.
pub fn end(act: &mut Act<'_>, poll: &Poll) -> Result<()> {
    if !rows::set_ended(act.conn, poll.id, act.now)? {
        return Ok(());
    }
    if poll.closes_at > act.now {
        store::set_extended(act.conn, poll, act.now)?;
    }
    let closes_at: DateTime<Utc> = poll.closes_at.min(act.now);
    let seals = seal::at_opening(&store::sealed::rows(act.conn, poll.id)?);
    let detail =
        json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "closes_at": closes_at, "seals": seals });
    events::record(act, &slice::POLL_ENDED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// The vote whose papers are counted, locked, with its box and who acts.
fn counting(act: &mut Act<'_>, id: i64) -> Result<(Poll, BallotBox, i64)> {
    must_be_asked_in_person(act, id)?;
    let poll = store::lock(act.conn, id)?;
    let account = act.viewer.ok_or(Error::Forbidden)?.account_id;
    rows::lock(act.conn, id)?;
    let ballot_box = rows::of(act.conn, id, account)?;
    let waits = poll.state(act.now) == State::Counting && ballot_box.is_used() && !ballot_box.is_settled();
    if waits { Ok((poll, ballot_box, account)) } else { Err(Error::Conflict("paper-conflict-not-counting")) }
}

/// By which reading somebody enters papers; they do from now on.
fn reading(act: &mut Act<'_>, id: i64, ballot_box: &BallotBox, account: i64) -> Result<i32> {
    let reading = ballot_box.reading_of(account).ok_or(Error::Conflict("paper-conflict-two-read"))?;
    rows::set_reader(act.conn, id, reading, account)?;
    Ok(reading)
}

/// Enters what a paper says, or that it cannot be read (`None`). A number that was entered already says this from now on. Whoever signed has
/// to sign again.
///
/// # Errors
/// `Invalid` on `paper_number` for one that is not among those so far nor the next, and on the fields of questions; `Forbidden` for
/// somebody who does not count; `Conflict` where two others read, or nothing is to be counted.
pub fn enter(act: &mut Act<'_>, id: i64, number: i32, ballot: Option<&Ballot>) -> Result<()> {
    let (_, ballot_box, account) = counting(act, id)?;
    let reading = reading(act, id, &ballot_box, account)?;
    let next = ballot_box.read(reading) + 1;
    if !(1..=next).contains(&i64::from(number)) || number > rows::PAPERS_MAX {
        let limit = Some(next.to_string());
        let field = "paper_number".to_owned();
        return Err(Error::Invalid(vec![FieldError { field, key: "paper-wrong-number", limit }]));
    }
    let read = match ballot {
        Some(ballot) => {
            check(&store::questions(act.conn, id)?, &Ballot { reason: None, ..ballot.clone() })?;
            Reading { answers: ballot.answers.iter().map(Answer::text).collect(), skipped: ballot.skipped.clone() }
        }
        None => Reading { answers: Vec::new(), skipped: Vec::new() },
    };
    rows::put(act.conn, id, (reading, number), &read)?;
    let poll = store::poll(act.conn, id)?;
    events::record(act, &slice::PAPER_READ, &poll.subject(act.coop.language), json!({ "paper": number }))?;
    Ok(())
}

/// Takes the last paper of one's own reading out again.
///
/// # Errors
/// As for `enter`; `NotFound` where none was entered.
pub fn remove_last(act: &mut Act<'_>, id: i64) -> Result<()> {
    let (poll, ballot_box, account) = counting(act, id)?;
    let reading = reading(act, id, &ballot_box, account)?;
    if !rows::remove_last(act.conn, id, reading)? {
        return Err(Error::NotFound);
    }
    let paper = json!({ "paper": ballot_box.read(reading) });
    events::record(act, &slice::PAPER_READING_REMOVED, &poll.subject(act.coop.language), paper)?;
    Ok(())
}

/// Signs for the papers: so many were found in the box, and both readings say the same of them. With the second signature the vote is counted.
///
/// # Errors
/// `Invalid` on `paper_found` where it is not as many as were entered, or more than were handed out; `Conflict` where the readings differ,
/// one of them is not complete, or whoever signed first signs again.
pub fn sign(act: &mut Act<'_>, id: i64, found: i32) -> Result<()> {
    let (poll, ballot_box, account) = counting(act, id)?;
    let wrong = |key, limit: i64| {
        let field = "paper_found".to_owned();
        Err(Error::Invalid(vec![FieldError { field, key, limit: Some(limit.to_string()) }]))
    };
    let read = ballot_box.first_read;
    if read != ballot_box.second_read || !rows::differences(act.conn, id)?.is_empty() {
        return Err(Error::Conflict("paper-conflict-differ"));
    }
    if i64::from(found) != read {
        return wrong("paper-wrong-found", read);
    }
    if read > ballot_box.handed {
        return wrong("paper-wrong-more", ballot_box.handed);
    }
    let first = ballot_box.signed_first_by.is_none();
    if first {
        rows::sign_first(act.conn, id, found, (account, act.now))?;
    } else if ballot_box.is_second_signer {
        rows::sign_second(act.conn, id, (account, act.now))?;
    } else {
        return Err(Error::Conflict("paper-conflict-one-signs"));
    }
    let signed = rows::of(act.conn, id, account)?;
    let detail = json!({
        "handed": signed.handed, "spoiled": signed.spoiled, "found": found, "rejected": signed.rejected,
        "not_returned": signed.not_returned(),
    });
    events::record(act, &slice::PAPERS_SIGNED, &poll.subject(act.coop.language), detail)?;
    // Without its key the urn waits for a scrutineer; the papers are signed for all the same.
    if !first && urn::has_key(act, id)? { close(act, id) } else { Ok(()) }
}
