//! Whom to tell about a comment: who is mentioned in it, who wrote the one that it answers, and whose comment was hidden or is shown
//! again. Only who may read what it is about.

use serde_json::Value;

use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::{Telling, talked};
use crate::platform::visit::Act;
use crate::policy::Role;

/// Whom an event of a comment concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Option<Telling>> {
    let kind = match event {
        named if named.is(&slice::COMMENT_MENTIONED) => &slice::MENTIONED_NOTICE,
        answer if answer.is(&slice::COMMENT_WRITTEN) => &slice::ANSWERED_NOTICE,
        hidden if hidden.is(&slice::COMMENT_HIDDEN) || hidden.is(&slice::COMMENT_SHOWN) => &slice::HIDDEN_NOTICE,
        _ => return Ok(None),
    };
    let word = event.detail["about"].as_str().and_then(|about| about.split_once(':')).map_or("", |(word, _)| word);
    let Some(talked) = talked(act.state.slices, word) else { return Ok(None) };
    let told: Vec<i64> = event.detail["told"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let policy = &act.state.policy;
    let reads = |role: &str| Role::parse(role).is_some_and(|role| policy.allows(role, talked.permission));
    let mut members = if told.is_empty() { Vec::new() } else { store::roles(act.conn, &told)? };
    members.retain(|(_, role)| reads(role));
    Ok(Some(Telling { kind, members: members.into_iter().map(|(member, _)| member).collect() }))
}
