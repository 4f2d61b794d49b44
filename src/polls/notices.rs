//! Whom to tell about a vote: the whole roll when it opens and when it is decided, and before the close those who have not
//! voted; of a corrected word those who have. Nobody is reminded of what they already did.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::urn::{self, Secrecy};
use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events::{self, Event};
use crate::platform::slice::{NoticeKind, Telling};
use crate::platform::visit::Act;
use crate::policy::Permission;

/// Whom an event of a vote concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let (kind, unvoted) = match event {
        again if again.is(&slice::POLL_OPENED) && !again.detail["second_call_of"].is_null() => {
            (&slice::POLL_CALLED_AGAIN_NOTICE, false)
        }
        // who is at a meeting is told there
        opened if opened.is(&slice::POLL_OPENED) && !opened.detail["meeting_id"].is_null() => return Ok(Vec::new()),
        opened if opened.is(&slice::POLL_OPENED) => (&slice::POLL_OPENED_NOTICE, false),
        extended if extended.is(&slice::POLL_EXTENDED) => (&slice::POLL_EXTENDED_NOTICE, false),
        soon if soon.is(&slice::POLL_REMINDED) => (&slice::POLL_REMINDER_NOTICE, true),
        proxy if proxy.is(&slice::PROXY_GIVEN) || proxy.is(&slice::PROXY_ENDED) => {
            return Ok(vec![Telling::members(&slice::PROXY_NOTICE, told_of(proxy))]);
        }
        corrected if corrected.is(&slice::POLL_CORRECTED) => {
            // Whoever has not voted reads it as it is now.
            let members = store::roll::voters(act.conn, corrected.subject_id.unwrap_or(0))?;
            return Ok(vec![Telling::members(&slice::POLL_CORRECTED_NOTICE, members)]);
        }
        closed if closed.is(&slice::POLL_CLOSED) => return closed_of(act, closed),
        prepared if prepared.is(&slice::URN_PREPARED) => {
            let urn = store::urns::urn(act.conn, prepared.subject_id.unwrap_or(0))?;
            let told = urn.map(|urn| urn.scrutineers).unwrap_or_default();
            return Ok(vec![Telling::members(&slice::SCRUTINEER_NOTICE, told)]);
        }
        paper
            if [&slice::BOOTH_OPENED, &slice::PAPER_HANDED, &slice::PAPER_TAKEN_BACK]
                .iter()
                .any(|kind| paper.is(kind)) =>
        {
            let told = paper.detail["told"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
            let kind = match paper {
                booth if booth.is(&slice::BOOTH_OPENED) => &slice::BOOTH_NOTICE,
                handed if handed.is(&slice::PAPER_HANDED) => &slice::PAPER_HANDED_NOTICE,
                _ => &slice::PAPER_TAKEN_BACK_NOTICE,
            };
            return Ok(vec![Telling::members(kind, told)]);
        }
        ended if ended.is(&slice::POLL_ENDED) => {
            let urn = store::urns::urn(act.conn, ended.subject_id.unwrap_or(0))?;
            let told = urn.map(|urn| urn.scrutineers).unwrap_or_default();
            return Ok(vec![Telling::members(&slice::PAPERS_TO_COUNT_NOTICE, told)]);
        }
        waits if waits.is(&slice::URN_AWAITED) || waits.is(&slice::URN_LATE) => {
            // Scrutineers without their code, unless they were told a moment ago.
            let urn = store::urns::urn(act.conn, waits.subject_id.unwrap_or(0))?;
            let told = urn
                .filter(|urn| urn.prepared_at.is_some_and(|at| act.now - at > TimeDelta::hours(1)))
                .map(|urn| urn.without_code())
                .unwrap_or_default();
            return Ok(vec![Telling::members(&slice::SCRUTINEER_NOTICE, told)]);
        }
        contested if contested.is(&slice::POLL_CONTESTED) => {
            let urn = store::urns::urn(act.conn, contested.subject_id.unwrap_or(0))?;
            let told = urn.map(|urn| urn.scrutineers).unwrap_or_default();
            return Ok(vec![Telling::members(&slice::CONTESTED_NOTICE, told)]);
        }
        answered if answered.is(&slice::APPEAL_ANSWERED) || answered.is(&slice::APPEAL_EXAMINED) => {
            return Ok(vec![Telling::members(&slice::APPEAL_NOTICE, told_of(answered))]);
        }
        disputed if disputed.is(&slice::POLL_DISPUTED) => (&slice::POLL_DISPUTED_NOTICE, false),
        voided if voided.is(&slice::POLL_VOIDED) => (&slice::POLL_VOIDED_NOTICE, false),
        _ => return Ok(Vec::new()),
    };
    let Some(poll) = event.subject_id else { return Ok(Vec::new()) };
    Ok(vec![Telling::members(kind, store::roll::members(act.conn, poll, unvoted)?)])
}

/// Members whom an event names to be told.
fn told_of(event: &Event) -> Vec<i64> {
    event.detail["told"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect()
}

/// That an urn is to be prepared, or a result contested, is for those who run votes, members or not.
pub fn for_office(event: &Event) -> Option<(&'static NoticeKind, Permission)> {
    let secret = event.detail["secrecy"].as_str().is_some_and(|word| word != Secrecy::Open.word());
    let kind = match event {
        late if late.is(&slice::URN_LATE) => &slice::URN_LATE_NOTICE,
        contested if contested.is(&slice::POLL_CONTESTED) => &slice::CONTESTED_NOTICE,
        awaited if awaited.is(&slice::URN_AWAITED) => &slice::URN_NOTICE,
        announced if announced.is(&slice::POLL_ANNOUNCED) && secret => &slice::URN_NOTICE,
        _ => return None,
    };
    Some((kind, Permission::PollsManage))
}

/// What was decided, to everybody on the roll; after a secret vote also whether they are recorded as having voted, for that is what they can
/// contest.
fn closed_of(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let Some(poll) = event.subject_id else { return Ok(Vec::new()) };
    let all = store::roll::members(act.conn, poll, false)?;
    let mut told = vec![Telling::members(&slice::POLL_CLOSED_NOTICE, all)];
    if store::poll(act.conn, poll)?.secrecy.is_secret() {
        let (mut voted, not) = (store::roll::voters(act.conn, poll)?, store::roll::members(act.conn, poll, true)?);
        let on_paper: Vec<i64> =
            store::ballot_box::voters(act.conn, poll)?.into_iter().map(|voter| voter.member_id).collect();
        voted.retain(|member| !on_paper.contains(member));
        told.push(Telling::members(&slice::PAPER_RECORDED_NOTICE, on_paper));
        told.push(Telling::members(&slice::VOTED_NOTICE, voted));
        told.push(Telling::members(&slice::NOT_VOTED_NOTICE, not));
    }
    Ok(told)
}

/// Records of which open votes it is time to remind those who have not voted, half-way and in the last day; and which urns are not ready.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    for poll in store::take_unreminded(act.conn, act.now)? {
        let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "closes_at": poll.closes_at });
        events::record(act, &slice::POLL_REMINDED, &poll.subject(act.coop.language), detail)?;
    }
    urn::tell_unready(act, None)
}
