//! Nominations: oneself or another member, the answer of who was put up, what they say of themselves, and withdrawing.
//!
//! One row a person and an election. Who declined or withdrew is put up by nobody but themselves. Whoever stands may stand by the rules of
//! the board when they are put up, when they accept, and when nominations end. While names are sealed no refusal tells who was put up.

use serde_json::json;

use super::{Barred, Candidacy, Election, Stands, Status, slice, store};
use crate::board;
use crate::committees;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;
use crate::polls;

/// The longest statement, and the longest reason for withdrawing, in characters.
pub const STATEMENT_MAX: usize = 4_000;
pub const WHY_MAX: usize = 1_000;

/// Puts oneself up, or back: who declined or withdrew can think again while nominations last.
///
/// # Errors
/// `Conflict` when nominations are not open; `Invalid` on `candidacy` when the rules do not let them stand.
pub fn stand(act: &mut Act<'_>, id: i64) -> Result<()> {
    let member = act.member_id()?;
    let election = open(act, id)?;
    must_be_able(act, &election, member, "candidacy")?;
    if store::put_up(act.conn, (id, member), None, Stands::Standing, act.now)? {
        return super::record(act, &slice::ELECTION_ACCEPTED, &election, json!({}));
    }
    let own = own(act, id)?;
    if own.status == Stands::Standing {
        return Ok(());
    }
    store::set_stands(act.conn, id, own.number, Stands::Standing, None)?;
    super::record(act, &slice::ELECTION_ACCEPTED, &election, json!({}))
}

/// Puts another member up, who is asked whether they stand.
///
/// # Errors
/// `Conflict` when nominations are not open, or only for oneself; `Invalid` on `nominee` when the rules do not let them stand, or somebody
/// put them up already, whatever they answered.
pub fn nominate(act: &mut Act<'_>, id: i64, nominee: i64) -> Result<()> {
    let member = act.member_id()?;
    if nominee == member {
        return stand(act, id);
    }
    let election = open(act, id)?;
    if !election.plan.by_others {
        return Err(Error::Conflict("election-conflict-oneself"));
    }
    let today = act.today();
    let rights = members::voting_rights(act.conn, today, today)?;
    if !rights.iter().any(|right| right.member == member && right.why.is_empty()) {
        return Err(Error::field("nominee", "election-wrong-no-vote"));
    }
    must_be_able(act, &election, nominee, "nominee")?;
    if !store::put_up(act.conn, (id, nominee), Some(member), Stands::Asked, act.now)? {
        return Err(Error::field("nominee", "election-wrong-again"));
    }
    let detail = json!({ "told": [nominee], "due_on": election.plan.nominate_until });
    super::record(act, &slice::ELECTION_NOMINATED, &election, detail)
}

/// Whoever was put up says that they stand.
///
/// # Errors
/// `NotFound` when nobody put them up; else those of `stand`.
pub fn accept(act: &mut Act<'_>, id: i64) -> Result<()> {
    own(act, id)?;
    stand(act, id)
}

/// Whoever was put up says that they do not stand.
///
/// # Errors
/// `NotFound` when nobody put them up; `Conflict` when nominations are over, or they stand: that is withdrawn.
pub fn decline(act: &mut Act<'_>, id: i64) -> Result<()> {
    let election = open(act, id)?;
    let own = own(act, id)?;
    match own.status {
        Stands::Asked => {}
        Stands::Declined => return Ok(()),
        _ => return Err(Error::Conflict("election-conflict-stands")),
    }
    store::set_stands(act.conn, id, own.number, Stands::Declined, None)?;
    super::record(act, &slice::ELECTION_DECLINED, &election, json!({}))
}

/// Keeps what a candidate says of themselves, and whether their photo stands beside it, until nominations end.
///
/// # Errors
/// `NotFound` for who does not stand; `Conflict` when nominations are over.
pub fn state(act: &mut Act<'_>, id: i64, (english, french): (&str, &str), photo: bool) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    let own = own(act, id)?;
    if !can_state(act, &election, &own) {
        return Err(Error::Conflict("election-conflict-over"));
    }
    if (own.statement_en.as_str(), own.statement_fr.as_str(), own.shows_photo) == (english, french, photo) {
        return Ok(());
    }
    store::set_statement(act.conn, id, own.number, (english, french), photo)?;
    super::record(act, &slice::ELECTION_STATED, &election, json!({}))
}

fn can_state(act: &Act<'_>, election: &Election, own: &Candidacy) -> bool {
    election.takes_nominations(act.today()) && matches!(own.status, Stands::Standing | Stands::Asked)
}

/// Withdraws one's own candidacy: before the vote, while it runs, or after it, where one has not taken a seat.
///
/// # Errors
/// `NotFound` for who does not stand; `Conflict` when they have their seat, or the vote is being counted.
pub fn withdraw(act: &mut Act<'_>, id: i64, why: &str) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    let own = own(act, id)?;
    take_back(act, &election, &own, why)
}

/// The same for whoever leaves the co-op.
pub(super) fn take_back(act: &mut Act<'_>, election: &Election, own: &Candidacy, why: &str) -> Result<()> {
    match own.status {
        Stands::Standing | Stands::Asked if own.term_id.is_none() => {}
        Stands::Withdrawn => return Ok(()),
        Stands::Standing => return Err(Error::Conflict("election-conflict-seated")),
        _ => return Err(Error::NotFound),
    }
    if matches!(election.status, Status::Draft | Status::Void | Status::Cancelled) {
        return Err(Error::Conflict("election-conflict-over"));
    }
    store::set_withdrawn(act.conn, election.id, own.number, why, act.now)?;
    if own.offered_at.is_some() && own.took.is_none() {
        store::set_took(act.conn, election.id, own.number, false)?;
    }
    let voting = election.status == Status::Voting;
    let kind = if voting { &slice::ELECTION_LEFT } else { &slice::ELECTION_WITHDREW };
    // While names are sealed nobody is told; later everybody reads it on the page, and whoever votes is told.
    super::record(act, kind, election, if voting { json!({ "candidate": own.name }) } else { json!({}) })?;
    match (voting, election.poll_id, own.choice) {
        (true, Some(poll), Some(choice)) => off_the_paper(act, election, poll, choice),
        _ => Ok(()),
    }
}

/// Takes a name out of the count. Where nobody stands any more there is nothing left to vote on.
fn off_the_paper(act: &mut Act<'_>, election: &Election, poll: i64, choice: i32) -> Result<()> {
    let nobody = store::candidacies(act.conn, election.id)?.iter().all(|one| one.status != Stands::Standing);
    if !nobody {
        return match polls::withdraw(act, poll, 1, choice) {
            Err(Error::Conflict("poll-conflict-not-open")) => Err(Error::Conflict("election-conflict-counting")),
            other => other,
        };
    }
    let reason = act.coop.language.t("election-void-nobody");
    let (known, _) = polls::find(act.conn, poll)?;
    match known.status {
        polls::Status::Scheduled => polls::cancel(act, poll)?,
        _ => polls::void(act, poll, &reason)?,
    }
    super::outcome::void(act, election, &reason)
}

// ---- who may ----

fn open(act: &mut Act<'_>, id: i64) -> Result<Election> {
    let election = store::lock(act.conn, id)?;
    match election.status {
        Status::Draft => Err(Error::NotFound),
        _ if election.takes_nominations(act.today()) => Ok(election),
        _ => Err(Error::Conflict("election-conflict-over")),
    }
}

/// The row of whoever acts.
pub(super) fn own(act: &mut Act<'_>, id: i64) -> Result<Candidacy> {
    let member = act.member_id()?;
    store::candidacies(act.conn, id)?.into_iter().find(|one| one.member_id == member).ok_or(Error::NotFound)
}

/// Why somebody cannot stand, as far as the register has it today.
pub(super) fn barred(act: &mut Act<'_>, election: &Election, member: i64) -> Result<Option<Barred>> {
    let today = act.today();
    if let Some(committee) = election.plan.committee_id
        && committees::sits(act.conn, committee, member, today)?
    {
        return Ok(Some(Barred::Committee));
    }
    why(board::may_sit(act, member, election.plan.starts_on, election.plan.ends_on))
}

/// What the board refuses, in the words of elections.
pub(super) fn why<T>(outcome: Result<T>) -> Result<Option<Barred>> {
    let errors = match outcome {
        Ok(_) => return Ok(None),
        Err(Error::Invalid(errors)) => errors,
        Err(error) => return Err(error),
    };
    let key = errors.first().map_or("", |error| error.key);
    Ok(Some(match key {
        "board-may-not-sit-applicant" => Barred::Applicant,
        "board-may-not-sit-auxiliary" => Barred::Auxiliary,
        "board-may-not-sit-suspended" => Barred::Suspended,
        "board-may-not-sit-former" | "board-left-before" | "wrong-choice" => Barred::Former,
        "board-sits-already" => Barred::Sits,
        board::FULL => Barred::Full,
        "board-ends-too-early" | "board-term-too-long" => Barred::Term,
        _ => Barred::Rules,
    }))
}

fn must_be_able(act: &mut Act<'_>, election: &Election, member: i64, field: &str) -> Result<()> {
    match barred(act, election, member)? {
        None => Ok(()),
        Some(barred) => Err(Error::field(field, barred.key())),
    }
}

impl Barred {
    /// The words for it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rules => "election-barred-rules",
            Self::Applicant => "election-barred-applicant",
            Self::Auxiliary => "election-barred-auxiliary",
            Self::Suspended => "election-barred-suspended",
            Self::Former => "election-barred-former",
            Self::Sits => "election-barred-sits",
            Self::Committee => "election-barred-committee",
            Self::Full => "election-barred-full",
            Self::Term => "election-barred-term",
        }
    }
}
