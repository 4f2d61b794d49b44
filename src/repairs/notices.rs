//! Whom to tell about requests: who answers for repairs, that one came; the household, how far it is; who deals with it, that it is
//! theirs, is not needed, or not fixed. No notice has a word of the request: its page has.

use super::{Urgency, offices, slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

/// Whom an event of this slice concerns. Who that is is looked up now.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let id = event.subject_id.unwrap_or_default();
    let is = |kind: &[&crate::platform::events::EventKind]| kind.iter().any(|kind| event.is(kind));
    if is(&[&slice::REPAIR_ASKED, &slice::REPAIR_FREED]) {
        return to_answerable(act, id);
    }
    let home = |act: &mut Act<'_>| -> Result<Telling> {
        Ok(Telling::members(&slice::REPAIR_STEP_NOTICE, household(act, id)?))
    };
    if is(&[&slice::REPAIR_TAKEN, &slice::REPAIR_REPAIRED, &slice::REPAIR_CLOSED_WITHOUT]) {
        return Ok(vec![home(act)?]);
    }
    let dealer: Vec<i64> = store::dealer(act.conn, id)?.into_iter().collect();
    if is(&[&slice::REPAIR_GIVEN, &slice::REPAIR_PLANNED]) {
        return Ok(vec![home(act)?, Telling::members(&slice::REPAIR_DEALING_NOTICE, dealer)]);
    }
    if is(&[&slice::REPAIR_WITHDRAWN, &slice::REPAIR_ACCESS_GIVEN, &slice::REPAIR_GIVEN_BACK]) {
        return Ok(vec![Telling::members(&slice::REPAIR_DEALING_NOTICE, dealer)]);
    }
    if is(&[&slice::REPAIR_REOPENED]) {
        if dealer.is_empty() {
            return to_answerable(act, id);
        }
        return Ok(vec![home(act)?, Telling::members(&slice::REPAIR_REOPENED_NOTICE, dealer)]);
    }
    Ok(Vec::new())
}

/// Who leads the committee that deals with repairs, at once where somebody is in danger; without a lead, or then too, the office.
fn to_answerable(act: &mut Act<'_>, id: i64) -> Result<Vec<Telling>> {
    let urgent = store::urgency(act.conn, id)? == Some(Urgency::Now);
    let kind = if urgent { &slice::REPAIR_URGENT_NOTICE } else { &slice::REPAIR_ASKED_NOTICE };
    let today = act.today();
    let members = store::leads(act.conn, today)?;
    let accounts =
        if urgent || members.is_empty() { store::office(act.conn, &offices(&act.state.policy))? } else { Vec::new() };
    Ok(vec![Telling { kind, members, accounts }])
}

fn household(act: &mut Act<'_>, id: i64) -> Result<Vec<i64>> {
    let today = act.today();
    store::household(act.conn, id, today)
}

/// Who follows what is said of a request: the household, and who deals with it; as long as nobody does, who leads the committee.
pub fn followers(act: &mut Act<'_>, id: i64) -> Result<(Vec<i64>, Vec<i64>)> {
    let mut all = household(act, id)?;
    match store::dealer(act.conn, id)? {
        Some(dealer) => all.push(dealer),
        None => {
            let today = act.today();
            all.extend(store::leads(act.conn, today)?);
        }
    }
    Ok((all, Vec::new()))
}
