//! Second calls: a vote that had no quorum is called again, once, where the rules allow it, with the quorum that they give a second call.
//!
//! It is the same vote: text, case, questions and set-up are copied and stay, and only its times are its own. It says which vote it calls
//! again, from its announcement on; the roll and the quorum are taken when it opens, as those of any vote.

use super::setup::{self, NewQuestion};
use super::{State, Verdict, appeals, slice, store};
use crate::coops::{self, RuleProfile};
use crate::files;
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

/// The quorum of a vote by the rules: as a second call, or the first.
pub fn quorum_percent(profile: &RuleProfile, second_call_of: Option<i64>) -> i32 {
    let lower = second_call_of.is_some() && profile.second_calls;
    if lower { profile.quorum_second_percent } else { profile.quorum_percent }
}

/// Sets up the second call of a vote that had no quorum, as a draft.
///
/// # Errors
/// `Conflict` when the vote is not closed or had its quorum, is itself a second call, was called again already, or the rules know no
/// second calls.
pub fn call_again(act: &mut Act<'_>, id: i64) -> Result<i64> {
    let poll = store::lock(act.conn, id)?;
    let short = store::registers(act.conn, id)?.iter().any(|register| register.verdict == Verdict::NoQuorum);
    let why = if poll.state(act.now) != State::Closed || !short {
        Some("second-call-conflict-quorum")
    } else if poll.second_call_of.is_some() {
        Some("second-call-conflict-second")
    } else if !coops::rule_profile(act.conn)?.second_calls {
        Some("second-call-conflict-rules")
    } else if store::later_call(act.conn, id)?.is_some() {
        Some("second-call-conflict-again")
    } else {
        None
    };
    if let Some(key) = why {
        return Err(Error::Conflict(key));
    }
    let asked: Vec<NewQuestion> = store::questions(act.conn, id)?.iter().map(NewQuestion::from).collect();
    let opens_at = setup::next_time_of(act, &poll);
    let record_on = poll.record_on;
    let again = setup::create_as(act, &setup::like(poll, opens_at, record_on), &asked, Some(id))?;
    if store::questions::is_bound(act.conn, id)? {
        let days = appeals::of(act.conn, id)?.days.unwrap_or_default();
        setup::bind(act, again, days)?;
    }
    files::copy(act, slice::POLL.word, id, again)?;
    Ok(again)
}
