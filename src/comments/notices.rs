//! Whom to tell about a comment: who is mentioned in it, who wrote the one that it answers, who set up what it is about, who follows
//! it, and whose comment was hidden or is shown again. Only who sees what it is about at the moment, and nobody twice of the same
//! comment.

use chrono::NaiveDate;
use diesel::PgConnection;
use serde_json::Value;

use super::sight::sees;
use super::{slice, store};
use crate::platform::asker::Asker;
use crate::platform::error::Result;
use crate::platform::events::{self, Event};
use crate::platform::slice::{Talked, Telling, talked};
use crate::platform::visit::Act;
use crate::policy::{Policy, Role};

/// Whom an event of a comment concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let kind = match event {
        named if named.is(&slice::COMMENT_MENTIONED) => &slice::MENTIONED_NOTICE,
        answer if answer.is(&slice::COMMENT_WRITTEN) => &slice::ANSWERED_NOTICE,
        hidden if hidden.is(&slice::COMMENT_HIDDEN) || hidden.is(&slice::COMMENT_SHOWN) => &slice::HIDDEN_NOTICE,
        _ => return Ok(Vec::new()),
    };
    let (word, id) = event.detail["about"].as_str().and_then(|about| about.split_once(':')).unwrap_or_default();
    let (Some(talked), Ok(id)) = (talked(act.state.slices, word), id.parse()) else { return Ok(Vec::new()) };
    let seen = Seen { talked, id, policy: &act.state.policy, today: act.today() };
    let told = told(event);
    let mut tellings = vec![Telling::members(kind, seen.by(act.conn, &told)?)];
    // What is said as a part of another act is told with that one.
    let follows = talked.follows.filter(|_| event.is(&slice::COMMENT_WRITTEN) && event.part_of.is_none());
    let (kind, (mut others, mute)) = match follows {
        Some((kind, follow)) => (Some(kind), follow(act, id)?),
        None => (None, Default::default()),
    };
    if let Some(author) = event.detail["author"].as_i64()
        && let Some(open) = store::account(act.conn, author)?
        && !open.member.is_some_and(|member| mute.contains(&member))
    {
        others.retain(|member| Some(*member) != open.member);
        if seen.by_account(act.conn, author, &open)? {
            tellings.push(Telling::account(&slice::WRITTEN_NOTICE, author));
        }
    }
    if let Some(kind) = kind {
        let said = events::about(act.conn, slice::COMMENT.word, event.subject_id.as_slice())?;
        let mentioned: Vec<i64> =
            said.iter().filter(|event| event.is(&slice::COMMENT_MENTIONED)).flat_map(self::told).collect();
        others.retain(|member| !told.contains(member) && !mentioned.contains(member));
        tellings.push(Telling::members(kind, seen.by(act.conn, &others)?));
    }
    Ok(tellings)
}

/// The members whom an event names to be told.
fn told(event: &Event) -> Vec<i64> {
    event.detail["told"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect()
}

/// A thing, and by whom it can be seen.
struct Seen<'a> {
    talked: &'static Talked,
    id: i64,
    policy: &'a Policy,
    today: NaiveDate,
}

impl Seen<'_> {
    /// Those of some members who have an account and see it.
    fn by(&self, conn: &mut PgConnection, members: &[i64]) -> Result<Vec<i64>> {
        let readers = if members.is_empty() { Vec::new() } else { store::readers(conn, members)? };
        let mut seen = Vec::new();
        for reader in readers {
            let Some(role) = Role::parse(&reader.role) else { continue };
            let asker = Asker::absent(reader.account, Some(reader.member), role, self.policy, self.today);
            if sees(conn, self.talked, &asker, self.id)? {
                seen.push(reader.member);
            }
        }
        Ok(seen)
    }

    fn by_account(&self, conn: &mut PgConnection, account: i64, open: &store::Account) -> Result<bool> {
        let Some(role) = Role::parse(&open.role) else { return Ok(false) };
        let asker = Asker::absent(Some(account), open.member, role, self.policy, self.today);
        sees(conn, self.talked, &asker, self.id)
    }
}
