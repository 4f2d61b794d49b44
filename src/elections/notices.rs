//! Whom to tell about an election: all who can vote of the call, the candidates and the result; whoever is asked something, or contested
//! the result, of what concerns them alone; and whoever is on the roll of a vote of a name that stands on it no more.

use serde_json::Value;

use super::{slice, store};
use crate::members;
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::Telling;
use crate::platform::visit::Act;
use crate::polls;

/// Whom an event of an election concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let told = || event.detail["told"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let kind = match event {
        called if called.is(&slice::ELECTION_CALLED) => &slice::CALLED_NOTICE,
        moved if moved.is(&slice::ELECTION_MOVED) => &slice::MOVED_NOTICE,
        later if later.is(&slice::ELECTION_VOTE_MOVED) => &slice::VOTE_MOVED_NOTICE,
        ending if ending.is(&slice::ELECTION_ENDING) => &slice::ENDING_NOTICE,
        published if published.is(&slice::ELECTION_PUBLISHED) => &slice::PUBLISHED_NOTICE,
        declared if declared.is(&slice::ELECTION_DECLARED) => &slice::DECLARED_NOTICE,
        voided if voided.is(&slice::ELECTION_VOIDED) || voided.is(&slice::ELECTION_CANCELLED) => &slice::VOIDED_NOTICE,
        asked if asked.is(&slice::ELECTION_NOMINATED) => {
            return Ok(vec![Telling::members(&slice::NOMINATED_NOTICE, told())]);
        }
        offered if offered.is(&slice::ELECTION_OFFERED) => {
            return Ok(vec![Telling::members(&slice::OFFERED_NOTICE, told())]);
        }
        left if left.is(&slice::ELECTION_LEFT) => {
            let election = store::find(act.conn, left.subject_id.unwrap_or(0))?;
            let on_roll = election.poll_id.map(|poll| polls::roll::everybody(act.conn, poll)).transpose()?;
            match on_roll {
                Some(on_roll) if !on_roll.is_empty() => {
                    return Ok(vec![Telling::members(&slice::LEFT_NOTICE, on_roll)]);
                }
                // It has not opened: there is no roll yet.
                _ => &slice::LEFT_NOTICE,
            }
        }
        _ => return Ok(Vec::new()),
    };
    let today = act.today();
    let rights = members::voting_rights(act.conn, today, today)?;
    let voters = rights.into_iter().filter(|right| right.why.is_empty()).map(|right| right.member).collect();
    Ok(vec![Telling::members(kind, voters)])
}
