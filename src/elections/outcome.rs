//! What a vote came to: read from the poll once it is closed, declared, and open to be contested.
//!
//! The reader of events sees that a poll was closed, called off or void, or a contest of it answered, in the order in which it happened, each once; whatever stands
//! by then decides, so that a second look changes nothing.

use serde_json::json;

use super::{Election, Status, Way, rules, seating, settle_due, slice, store};
use crate::counted;
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;
use crate::polls::{self, Verdict};

/// Follows what happens to votes.
pub(super) fn read(act: &mut Act<'_>, events: &[Event]) -> Result<()> {
    for event in events {
        let Some(poll) = event.subject_id.filter(|_| event.subject_kind == polls::slice::POLL.word) else { continue };
        if event.is(&polls::slice::POLL_ANNOUNCED) {
            if let Some(first) = event.detail["second_call_of"].as_i64() {
                called_again(act, first, poll)?;
            }
            continue;
        }
        let is_over = event.is(&polls::slice::POLL_CLOSED);
        let is_answered = event.is(&polls::slice::APPEAL_ANSWERED);
        if !is_over && !is_answered && !event.is(&polls::slice::POLL_VOIDED) && !event.is(&polls::slice::POLL_CANCELLED)
        {
            continue;
        }
        let Some(id) = store::of_poll(act.conn, poll)? else { continue };
        let election = store::lock(act.conn, id)?;
        let unseated = election.status == Status::Filled && election.way == Some(Way::NoQuorum);
        if is_over {
            settle(act, &election, poll)?;
        } else if is_answered {
            settle_due(act, id)?;
        } else if matches!(election.status, Status::Voting | Status::Declared) || unseated {
            let reason = match event.detail["reason"].as_str() {
                Some(reason) if !reason.is_empty() => reason.to_owned(),
                _ => act.coop.language.t("election-void-vote"),
            };
            void(act, &election, &reason)?;
        }
    }
    Ok(())
}

/// A vote without a quorum is called again: its election goes on with that one. The choices are the same, by the same numbers.
fn called_again(act: &mut Act<'_>, first: i64, again: i64) -> Result<()> {
    let Some(id) = store::of_poll(act.conn, first)? else { return Ok(()) };
    let election = store::lock(act.conn, id)?;
    if election.way == Some(Way::NoQuorum) && matches!(election.status, Status::Declared | Status::Filled) {
        store::set_poll(act.conn, id, again, election.none_choice)?;
    }
    Ok(())
}

/// Declares what a closed vote came to.
fn settle(act: &mut Act<'_>, election: &Election, poll: i64) -> Result<()> {
    if election.status != Status::Voting {
        return Ok(());
    }
    let lang = act.coop.language;
    let (known, questions) = polls::find(act.conn, poll)?;
    let Some(found) = polls::counted(act.conn, &known, &questions, lang)?.into_iter().next() else { return Ok(()) };
    if found.verdict == Verdict::NoQuorum {
        return declare(act, election, Way::NoQuorum, &[], &[]);
    }
    let seated = rules::seated(&found.outcome.elected, election.none_choice);
    let contest = polls::contests(act.conn, poll)?.into_iter().next();
    let next = contest.map(|contest| rules::following(&contest, &seated.elected, election.none_choice));
    let all = store::candidacies(act.conn, election.id)?;
    let of_choice = |choice: &i32| all.iter().find(|one| one.choice == Some(*choice)).map(|one| one.number);
    let elected: Vec<i32> = seated.elected.iter().filter_map(of_choice).collect();
    let following: Vec<i32> = next.unwrap_or_default().iter().filter_map(of_choice).collect();
    declare(act, election, Way::Vote, &elected, &following)
}

/// No vote was needed, or there was nobody to vote on.
pub(super) fn without_a_vote(act: &mut Act<'_>, election: &Election, way: Way, paper: &[i32]) -> Result<()> {
    declare(act, election, way, paper, &[])?;
    seating::fill(act, election.id)
}

/// Writes the result down and tells it. Candidates by number. Whatever no vote decided cannot be contested as one.
fn declare(act: &mut Act<'_>, election: &Election, way: Way, elected: &[i32], following: &[i32]) -> Result<()> {
    store::set_places(act.conn, election.id, elected, following)?;
    let until = match election.poll_id {
        Some(poll) if way == Way::Vote => polls::appeals::of(act.conn, poll)?.until,
        _ => None,
    };
    store::set_declared(act.conn, election.id, (Status::Declared, way), act.now, until)?;
    let names: Vec<String> = store::candidacies(act.conn, election.id)?
        .into_iter()
        .filter(|one| one.place.is_some())
        .map(|one| one.name)
        .collect();
    let [told_en, told_fr] = [Lang::En, Lang::Fr].map(|lang| said(lang, way, &names, election.plan.seats));
    let detail = json!({
        "how_decided": way.word(), "elected": names, "told_en": told_en, "told_fr": told_fr, "due_on": until,
    });
    super::record(act, &slice::ELECTION_DECLARED, election, detail)?;
    match until {
        Some(until) => super::due_after(act, election, until),
        None if way == Way::NoQuorum => store::set_status(act.conn, election.id, Status::Filled),
        None => Ok(()),
    }
}

/// "Elected: Ana Roy and Bo Lee. One seat stays empty."
pub(super) fn said(lang: Lang, way: Way, names: &[String], seats: i32) -> String {
    match way {
        Way::NoQuorum => return lang.t("election-said-no-quorum"),
        Way::Nobody => return lang.t("election-said-nobody"),
        Way::Vote | Way::Acclamation => {}
    }
    let who = if names.is_empty() {
        lang.t("election-said-none")
    } else {
        lang.with("election-said-elected", &[("names", counted::list(lang, names).into())])
    };
    let left = i64::from(seats) - names.len() as i64;
    match left {
        ..=0 => who,
        left => format!("{who} {}", lang.with("election-said-empty", &[("count", left.into())])),
    }
}

/// It counts for nothing from now on.
pub(super) fn void(act: &mut Act<'_>, election: &Election, reason: &str) -> Result<()> {
    store::end(act.conn, election.id, Status::Void, reason)?;
    super::record(act, &slice::ELECTION_VOIDED, election, json!({ "reason": reason }))
}
