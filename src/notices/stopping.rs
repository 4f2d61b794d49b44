//! Stopping mails from a mail itself, without signing in: of one kind, of all that remind, of the day or of the week.

use serde_json::json;

use super::{Rhythm, kinds, record, store};
use crate::platform::db::CoopId;
use crate::platform::error::Result;
use crate::platform::keys::Keys;
use crate::platform::slice::{NoticeKind, Slices};
use crate::platform::visit::Act;

/// What a mail carries, so that its reader can stop the kind without signing in: account and kind, signed. Good for nothing
/// else, and for as long as the server keeps its key.
pub fn stop_token(keys: &Keys, coop: CoopId, account: i64, kind: &str) -> String {
    format!("{account}.{kind}.{}", keys.sign(b"stop-mail", &stop_message(coop, account, kind)))
}

fn stop_message(coop: CoopId, account: i64, kind: &str) -> Vec<u8> {
    format!("{}/{account}/{kind}", coop.0).into_bytes()
}

/// What a token in a mail stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    Kind(&'static NoticeKind),
    /// Every kind that reminds of something.
    Reminders,
    /// The mail of the day or of the week; others do not take its place.
    Digest(Rhythm),
}

impl Stopped {
    pub fn word(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word,
            Self::Reminders => "reminders",
            Self::Digest(rhythm) => rhythm.word(),
        }
    }
}

/// What a token stops beside the kinds.
const OTHERS: [Stopped; 3] = [Stopped::Reminders, Stopped::Digest(Rhythm::Daily), Stopped::Digest(Rhythm::Weekly)];

/// Whose mails a token stops, and which; `None` when it is not one of ours.
pub fn stopped_by(keys: &Keys, slices: Slices, coop: CoopId, token: &str) -> Option<(i64, Stopped)> {
    let mut parts = token.splitn(3, '.');
    let (account, word, code) = (parts.next()?.parse::<i64>().ok()?, parts.next()?, parts.next()?);
    let known = kinds(slices).map(Stopped::Kind).chain(OTHERS).find(|known| known.word() == word)?;
    keys.verify(b"stop-mail", &stop_message(coop, account, word), code).then_some((account, known))
}

/// Stops mails to one account: of one kind, of all that remind, or of the day or week. The inbox stays as it is.
pub fn stop(act: &mut Act<'_>, account: i64, stopped: Stopped) -> Result<()> {
    let word = stopped.word();
    let (name, field, was) = match stopped {
        Stopped::Kind(kind) if kind.mandatory => return Ok(()),
        Stopped::Kind(_) => {
            (store::stop(act.conn, account, word)?, word, [json!({ "mail": true }), json!({ "mail": false })])
        }
        Stopped::Reminders => {
            let reminding = kinds(act.state.slices).filter(|kind| kind.reminds);
            return reminding.map(Stopped::Kind).try_for_each(|kind| stop(act, account, kind));
        }
        Stopped::Digest(rhythm) => {
            let name = store::digest::stop(act.conn, account, rhythm, act.now)?;
            (name, "mails", [rhythm, Rhythm::None].map(|rhythm| rhythm.word().into()))
        }
    };
    let Some(name) = name else { return Ok(()) };
    let [before, after] = was;
    record(act, account, &name, json!({ "before": { field: before }, "after": { field: after } }))
}
