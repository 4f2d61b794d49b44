//! Whom to tell about a comment: who is mentioned in it, who wrote the one that it answers, who set up what it is about, and whose
//! comment was hidden or is shown again. Only who may read what it is about, and nobody twice of the same comment.

use serde_json::Value;

use super::{slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::{Telling, talked};
use crate::platform::visit::Act;
use crate::policy::Role;

/// Whom an event of a comment concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let kind = match event {
        named if named.is(&slice::COMMENT_MENTIONED) => &slice::MENTIONED_NOTICE,
        answer if answer.is(&slice::COMMENT_WRITTEN) => &slice::ANSWERED_NOTICE,
        hidden if hidden.is(&slice::COMMENT_HIDDEN) || hidden.is(&slice::COMMENT_SHOWN) => &slice::HIDDEN_NOTICE,
        _ => return Ok(Vec::new()),
    };
    let word = event.detail["about"].as_str().and_then(|about| about.split_once(':')).map_or("", |(word, _)| word);
    let Some(talked) = talked(act.state.slices, word) else { return Ok(Vec::new()) };
    let told: Vec<i64> = event.detail["told"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let policy = &act.state.policy;
    let reads = |role: &str| Role::parse(role).is_some_and(|role| policy.allows(role, talked.permission));
    let mut members = if told.is_empty() { Vec::new() } else { store::roles(act.conn, &told)? };
    members.retain(|(_, role)| reads(role));
    let members = members.into_iter().map(|(member, _)| member).collect();
    let mut tellings = vec![Telling::members(kind, members)];
    if let Some(author) = event.detail["author"].as_i64()
        && store::role(act.conn, author)?.is_some_and(|role| reads(&role))
    {
        tellings.push(Telling::account(&slice::WRITTEN_NOTICE, author));
    }
    Ok(tellings)
}
