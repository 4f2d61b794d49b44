//! The sealed urn of a secret vote: who voted is known, what they voted is not, until all of it is opened at once.
//!
//! **Prepared by two.** One officer announces the vote; another one prepares its urn, which makes the pair of keys, and names two
//! scrutineers. The private key is a file beside the server's (`platform/keys`), never in the database nor in its backups; each scrutineer
//! takes a code, shown once, with which they can open it where the file is lost. Without all of that the vote does not open.
//!
//! **Cast once.** A voter looks at their answers beside a code that the server drew, to which they can add a word of their own: what they
//! find their ballot by in the published list, and what keeps the server from giving the same code to two. Nothing is stored before they
//! confirm. The ballot is sealed to the urn's key, padded to one length, and put in by `cast_secret`, which writes who has voted and what is
//! in the urn as one row, each in an order of its own. There is no event, no notice, no form, no time and no session written: the first
//! valid ballot is final, since a second one could only replace the first if something led from the voter to it.
//!
//! **Opened once.** At the close as many ballots must be there as those who voted have votes, every one must open, be valid and have a code
//! of its own; else nothing is opened and the vote is disputed, for everybody to see. Opened ballots stand in the order of their codes, the
//! sealed ones go, and the digest of the list is in the event of the close. After the appeal period the key is destroyed.
//!
//! What it is worth, and against whom: `docs/secret-votes.md`.

pub mod codes;
mod opening;
pub mod sealing;
mod waiting;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::PgConnection;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::casting::Ballot;
use super::paper::Question;
use super::store::urns as rows;
use super::{Answer, HOME_HAS_VOTED, Poll, State, TOO_LATE, slice, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::session::hex;
use crate::platform::state::AppState;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

pub use super::bundle::{Listed, list_digest};
use codes::with_word;
pub use opening::{Disputed, destroy_key, dispute, give_up, open, recover};
pub use rows::Urn;
use sealing::Paper;
pub use waiting::{destroy_later, tell_unready, untell};

text_enum! {
    /// Whether a vote is secret, and what is published of a secret one after its close.
    pub enum Secrecy {
        /// Ballots carry the names of who cast them.
        Open = "open",
        /// Every ballot with its code: each voter finds their own, and anybody can count again.
        List = "list",
        /// The ballots of each question without codes: anybody can count again, and nobody can show how they voted.
        Ballots = "ballots",
        /// What was counted, and no ballot.
        Figures = "figures",
    }
}

impl Secrecy {
    pub fn is_secret(self) -> bool {
        self != Self::Open
    }
}

/// The most votes of one voter in a secret vote: each is a ballot of its own in the urn.
pub const WEIGHT_MAX: i32 = 20;
/// Below so many ballots none is published: the figures alone say nearly everything.
pub const PUBLISHED_MIN: usize = 5;
/// How long a code that was shown can be cast with.
const CODE_LASTS: TimeDelta = TimeDelta::minutes(60);
/// What a code was shown for is signed with the server's key.
const SHOWN: &[u8] = b"urn-code";

/// It can be cast once, and was.
pub const ALREADY: &str = "urn-conflict-voted";
/// The code was not shown for this, or too long ago.
pub const LOOK_AGAIN: &str = "urn-wrong-look";

/// What of a vote's ballots is published once it is closed. Of very few nothing is: the figures alone say nearly everything.
pub fn published(secrecy: Secrecy, ballots: usize) -> Secrecy {
    let few = secrecy.is_secret() && ballots < PUBLISHED_MIN;
    if few { Secrecy::Figures } else { secrecy }
}

// ---- before it opens ----

/// What keeps a secret vote from opening, as keys of the words, and what stands in them.
pub fn missing(conn: &mut PgConnection, poll: &Poll) -> Result<Vec<&'static str>> {
    if !poll.secrecy.is_secret() {
        return Ok(Vec::new());
    }
    let urn = rows::urn(conn, poll.id)?;
    let prepared = urn.as_ref().is_some_and(|urn| urn.public_key.is_some());
    let ready = urn.as_ref().is_some_and(Urn::is_ready);
    let tells = settings_tell(conn)?;
    let checks =
        [(!prepared, "urn-missing-key"), (prepared && !ready, "urn-missing-codes"), (tells, "urn-missing-settings")];
    Ok(checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, key)| key).collect())
}

/// Whether the database would write down who seals what, or when.
pub fn settings_tell(conn: &mut PgConnection) -> Result<bool> {
    Ok(!rows::telling_settings(conn)?.is_empty())
}

/// Whether a vote may open as far as its urn goes.
pub fn is_ready(act: &mut Act<'_>, id: i64) -> Result<bool> {
    let poll = store::poll(act.conn, id)?;
    Ok(missing(act.conn, &poll)?.is_empty())
}

/// The same.
///
/// # Errors
/// `Conflict` when it may not.
pub fn must_be_ready(act: &mut Act<'_>, poll: &Poll) -> Result<()> {
    if missing(act.conn, poll)?.is_empty() { Ok(()) } else { Err(Error::Conflict("urn-conflict-unprepared")) }
}

/// Prepares the urn: makes its key and names who can open it if the server loses that. Not whoever announced the vote. Until it opens it
/// can be prepared anew: codes that were taken are void then.
///
/// # Errors
/// `Conflict` in the wrong state or by whoever announced it; `Invalid` on `first` and `second`.
pub fn prepare(act: &mut Act<'_>, id: i64, scrutineers: [i64; 2]) -> Result<()> {
    let poll = store::lock(act.conn, id)?;
    let account = act.viewer.ok_or(Error::Forbidden)?.account_id;
    let urn = rows::seen_by(act.conn, id, account)?.ok_or(Error::Conflict("urn-conflict-state"))?;
    if poll.state(act.now) != State::Scheduled {
        return Err(Error::Conflict("urn-conflict-state"));
    }
    if !urn.is_second {
        return Err(Error::Conflict("urn-conflict-one"));
    }
    let [first, second] = scrutineers;
    if first == second {
        return Err(Error::field("second", "urn-wrong-same"));
    }
    let (can_sign_in, stand) = (rows::with_account(act.conn, &scrutineers)?, rows::named_on_paper(act.conn, id)?);
    let wrong = |(field, member): (&str, i64)| {
        let key = match (can_sign_in.contains(&member), stand.contains(&member)) {
            (false, _) => "urn-wrong-scrutineer",
            (true, true) => "urn-wrong-candidate",
            (true, false) => return None,
        };
        Some(FieldError { field: field.to_owned(), key, limit: None })
    };
    let wrong: Vec<FieldError> = [("first", first), ("second", second)].into_iter().filter_map(wrong).collect();
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let questions = store::questions(act.conn, id)?;
    let pair = sealing::new_pair();
    let size = i32::try_from(sealing::size(&questions)).map_err(anyhow::Error::new)?;
    keep(act, &key_name(act.coop.id.0, id, &pair.public), &pair.private)?;
    rows::prepare(act.conn, id, (account, act.now), (&pair.public, size), &scrutineers)?;
    let detail = json!({ "key": fingerprint(&pair.public) });
    events::record(act, &slice::URN_PREPARED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// The code of the scrutineer who acts, made now and shown once. An earlier one of theirs is void.
///
/// # Errors
/// `Forbidden` for anybody else; `Conflict` once the vote has opened, or where the server has no key.
pub fn take_code(act: &mut Act<'_>, id: i64) -> Result<String> {
    let member = act.member_id()?;
    let poll = store::lock(act.conn, id)?;
    let urn = rows::urn(act.conn, id)?.ok_or(Error::NotFound)?;
    if !urn.scrutineers.contains(&member) {
        return Err(Error::Forbidden);
    }
    if poll.state(act.now) != State::Scheduled {
        return Err(Error::Conflict("urn-conflict-state"));
    }
    let private = private_key(act, &urn, id).ok_or(Error::Conflict("urn-conflict-no-key"))?;
    let code = codes::recovery();
    let wrapped = sealing::wrap(&code, &vote(act, id), &private)?;
    rows::keep_wrapped(act.conn, id, member, &wrapped, act.now)?;
    events::record(act, &slice::URN_CODE_TAKEN, &poll.subject(act.coop.language), json!({}))?;
    if poll.opens_at <= act.now && missing(act.conn, &poll)?.is_empty() {
        super::open(act, id)?;
    }
    Ok(code)
}

/// The vote opens: its empty urn stands there.
///
/// # Errors
/// `Conflict` when somebody has more votes than an urn takes, or the roll is too long.
pub fn stand(act: &mut Act<'_>, id: i64) -> Result<()> {
    let weights = rows::weights(act.conn, id)?;
    if weights.most > WEIGHT_MAX {
        return Err(Error::Conflict("urn-conflict-weights"));
    }
    if weights.votes > rows::BALLOTS_MAX {
        return Err(Error::Conflict("urn-conflict-size"));
    }
    rows::stand(act.conn, id)
}

// ---- casting ----

/// Who casts: a member, and what tells where they sit, a session or the code of a booth. What was looked at there is cast from there.
#[derive(Debug, Clone)]
pub struct Voter {
    pub member: i64,
    pub session: String,
}

/// What a voter is shown beside their answers before they cast.
#[derive(Debug, Clone)]
pub struct Shown {
    /// As many as they have votes: with their own word, if they gave one.
    pub codes: Vec<String>,
    pub until: DateTime<Utc>,
    pub signature: String,
}

/// Codes for what somebody is about to cast. Nothing is kept: what comes back is signed.
///
/// # Errors
/// `Forbidden` for somebody who is not on the roll.
pub fn show(act: &mut Act<'_>, id: i64, voter: &Voter, answers: &[Answer], word: &str) -> Result<Shown> {
    let weight = rows::weight(act.conn, id, voter.member)?.ok_or(Error::Forbidden)?;
    let codes: Vec<String> = (0..weight).map(|_| with_word(&codes::tracking(), word)).collect();
    let until = act.now + CODE_LASTS;
    let signature = act.state.keys.sign(SHOWN, &signed(act, id, voter, answers, &codes, until)?);
    Ok(Shown { codes, until, signature })
}

/// What is signed: whose session saw which codes for which answers, and until when they are good.
fn signed(
    act: &Act<'_>,
    id: i64,
    voter: &Voter,
    answers: &[Answer],
    codes: &[String],
    until: DateTime<Utc>,
) -> Result<Vec<u8>> {
    let Voter { member: voter, session } = voter;
    let answers: Vec<String> = answers.iter().map(Answer::text).collect();
    let all = json!([act.coop.id.0, id, voter, session, answers, codes, until.timestamp()]);
    Ok(all.to_string().into_bytes())
}

/// Casts what was shown. How many have voted now: to be noted once this is committed.
///
/// # Errors
/// `Invalid` on what cannot be answered so; `Conflict` with `LOOK_AGAIN`, `TOO_LATE`, `ALREADY` or `HOME_HAS_VOTED`; `Forbidden` for
/// somebody who is not on the roll.
pub fn cast(
    act: &mut Act<'_>,
    id: i64,
    voter: &Voter,
    questions: &[Question],
    ballot: &Ballot,
    shown: &Shown,
) -> Result<i32> {
    check(questions, ballot)?;
    let message = signed(act, id, voter, &ballot.answers, &shown.codes, shown.until)?;
    if shown.until < act.now || !act.state.keys.verify(SHOWN, &message, &shown.signature) {
        return Err(Error::Conflict(LOOK_AGAIN));
    }
    let urn = rows::urn(act.conn, id)?.ok_or(Error::NotFound)?;
    let (public, size) = urn.public_key.zip(urn.size).ok_or(Error::Conflict(TOO_LATE))?;
    let size = usize::try_from(size).map_err(anyhow::Error::new)?;
    let answers: Vec<String> = ballot.answers.iter().map(Answer::text).collect();
    let vote = vote(act, id);
    let seal = |code: &String| {
        let paper = Paper { code: codes::kept(code), answers: answers.clone(), skipped: ballot.skipped.clone() };
        sealing::seal(&public, &vote, &paper, size)
    };
    let sealed = shown.codes.iter().map(seal).collect::<anyhow::Result<Vec<Vec<u8>>>>()?;
    let came = rows::cast(act.conn, id, voter.member, &sealed)?;
    match came.came.as_str() {
        "cast" => Ok(came.voters),
        "late" => Err(Error::Conflict(TOO_LATE)),
        "voted" => Err(Error::Conflict(ALREADY)),
        "by_home" => Err(Error::Conflict(HOME_HAS_VOTED)),
        "off_roll" => Err(Error::Forbidden),
        _ => Err(Error::Conflict(LOOK_AGAIN)),
    }
}

/// Whether a paper can be filled in so. Nobody gives reasons for a secret ballot, not for an objection either.
pub fn check(questions: &[Question], ballot: &Ballot) -> Result<()> {
    super::check(questions, &Ballot { reason: None, ..ballot.clone() })
}

/// Notes beside the key how many have voted: a database that knows of fewer was put back to an earlier day. Written after the commit, so it
/// never runs ahead of it.
pub fn note(state: &AppState, coop: i64, id: i64, voters: i32) {
    if let Err(error) = state.keys.note_most(&count_name(coop, id), u64::try_from(voters).unwrap_or(0)) {
        tracing::warn!(%error, "how many have voted could not be noted beside the key");
    }
}

// ---- keys ----

/// Whether the urn can be opened here: its key is on this server.
pub fn has_key(act: &mut Act<'_>, id: i64) -> Result<bool> {
    let urn = rows::urn(act.conn, id)?.ok_or(Error::NotFound)?;
    Ok(private_key(act, &urn, id).is_some())
}

/// The private key of an urn, from this server's folder. `None` where it is missing, cannot be read, or is another one.
fn private_key(act: &Act<'_>, urn: &Urn, id: i64) -> Option<Vec<u8>> {
    let public = urn.public_key.as_ref()?;
    match act.state.keys.kept(&key_name(act.coop.id.0, id, public)) {
        Ok(kept) => kept.filter(|private| sealing::belongs(private, public)),
        Err(error) => {
            tracing::error!(%error, "the key of an urn cannot be read");
            None
        }
    }
}

/// Keeps a private key in this server's folder.
fn keep(act: &Act<'_>, name: &str, private: &[u8]) -> Result<()> {
    act.state.keys.keep(name, private).map_err(|error| {
        tracing::error!(%error, "the key of an urn cannot be kept");
        Error::Conflict("urn-conflict-keep")
    })
}

/// By which people know a key: the first 16 signs of the SHA-256 of the public one.
pub fn fingerprint(public: &[u8]) -> String {
    hex(&Sha256::digest(public)[..8])
}

fn key_name(coop: i64, poll: i64, public: &[u8]) -> String {
    format!("urn-{coop}-{poll}-{}.key", fingerprint(public))
}

fn count_name(coop: i64, poll: i64) -> String {
    format!("urn-{coop}-{poll}.count")
}

fn vote(act: &Act<'_>, id: i64) -> Vec<u8> {
    sealing::vote_of(act.coop.id.0, id)
}

/// Puts ballots into the urn of a demo co-op before it opens; the database allows it in no other. Codes are drawn as for anybody.
pub fn fill_demo(act: &mut Act<'_>, id: i64, cast: &[(i64, String)]) -> Result<()> {
    let urn = rows::urn(act.conn, id)?.ok_or(Error::NotFound)?;
    let (public, size) = urn.public_key.zip(urn.size).ok_or(Error::NotFound)?;
    let (vote, size) = (vote(act, id), usize::try_from(size).map_err(anyhow::Error::new)?);
    let seal = |answer: &String| {
        let paper = Paper { code: codes::kept(&codes::tracking()), answers: vec![answer.clone()], skipped: Vec::new() };
        sealing::seal(&public, &vote, &paper, size)
    };
    let mut sealed = cast.iter().map(|(_, answer)| seal(answer)).collect::<anyhow::Result<Vec<Vec<u8>>>>()?;
    let mut voted: Vec<i64> = cast.iter().map(|(member, _)| *member).collect();
    sealed.sort_unstable();
    voted.sort_unstable();
    rows::fill(act.conn, id, &sealed, &voted)
}
