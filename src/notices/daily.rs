//! The mail of the day: what came to somebody's inbox since the last one and is not read yet, for those who want one mail instead of
//! many. What is pressing does not wait for it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::letters::{self, Reason};
use super::{Notice, kinds, stop_token, store};
use crate::accounts;
use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::mail;
use crate::platform::visit::Act;

/// When it goes out, by the co-op's clocks.
const HOUR: u32 = 7;
/// What stands for its kind in the address that stops it.
pub const WORD: &str = "daily";

/// The hourly job: sends the mail of today to those who have not had it, once its hour has come. A server that was down then catches up.
pub fn send(act: &mut Act<'_>, _: &Value) -> Result<()> {
    let hour = act.today().and_hms_opt(HOUR, 0, 0);
    let Some(due) = hour.and_then(|hour| clock::instant(act.coop.zone, hour)).filter(|due| *due <= act.now) else {
        return Ok(());
    };
    let readers = store::daily::take(act.conn, due, act.now)?;
    let ids: Vec<i64> = readers.keys().copied().collect();
    let left = accounts::left(act.conn, &ids, act.today())?;
    let mut letters: BTreeMap<i64, Vec<Notice<'_>>> = BTreeMap::new();
    let waiting = store::daily::waiting(act.conn, &readers, act.now)?;
    for (account_id, kind, event) in &waiting {
        let kind = kinds(act.state.slices).find(|known| known.word == kind && !known.pressing);
        if let Some(kind) = kind.filter(|_| !left.contains_key(account_id)) {
            letters.entry(*account_id).or_default().push(Notice { account_id: *account_id, kind, event });
        }
    }
    let entering: Vec<i64> = letters
        .iter()
        .filter(|(_, about)| about.iter().any(|notice| notice.kind.lets_in))
        .map(|(account, _)| *account)
        .collect();
    let links = accounts::mailed_links(act, &entering)?;
    for (account, about) in &letters {
        let Some((reader, _)) = readers.get(account) else { continue };
        let stop =
            format!("{}/notices/stop/{}", act.origin(), stop_token(&act.state.keys, act.coop.id, *account, WORD));
        let about: Vec<&Notice<'_>> = about.iter().collect();
        let link = links.get(account).map(String::as_str);
        mail::post(act.conn, &letters::letter(act, reader, Reason::Daily, &about, link, &stop)?)?;
    }
    Ok(())
}
