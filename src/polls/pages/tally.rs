//! The tally of a vote: the same block on its page and on the live stream, the same for everybody who looks.

use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use diesel::PgConnection;

use crate::accounts;
use crate::platform::chart::width;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::live::Fragment;
use crate::polls::{Count, Poll, Status, store, words};

#[derive(Template)]
#[template(path = "polls/tally.html")]
pub struct TallyBlock {
    lang: Lang,
    href: String,
    closed: bool,
    outcome: String,
    bar: words::Bar,
    turnout: String,
    /// How much of the roll has voted, and where the quorum is.
    voted: String,
    mark: String,
    quorum: String,
    updated: String,
    updated_iso: String,
}

impl TallyBlock {
    pub fn new(lang: Lang, zone: Tz, poll: &Poll, count: &Count, now: DateTime<Utc>) -> Self {
        let cast = count.tally.cast();
        let quorum = match (count.quorum_needed, count.quorum_reached) {
            (0, _) => lang.t("poll-quorum-none"),
            (needed, true) => lang.with("poll-quorum-reached", &[("needed", needed.into())]),
            (needed, false) => {
                lang.with("poll-quorum-missing", &[("needed", needed.into()), ("missing", (needed - cast).into())])
            }
        };
        Self {
            lang,
            href: format!("/polls/{}", poll.id),
            closed: poll.status == Status::Closed,
            outcome: words::outcome(lang, count),
            turnout: super::turnout(lang, cast, count.roll),
            voted: width(cast, count.roll),
            mark: width(count.quorum_needed, count.roll),
            quorum,
            updated: lang.time(zone, now),
            updated_iso: now.to_rfc3339_opts(SecondsFormat::Secs, true),
            bar: words::bar(lang, count),
        }
    }
}

/// The block for the live stream. `None` where a vote has not opened.
pub fn live_fragment(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Option<Fragment>> {
    let poll = store::poll(conn, id)?;
    if poll.roll_size.is_none() {
        return Ok(None);
    }
    let count = poll.count(&store::tally(conn, id)?)?;
    let zone = accounts::coop(conn)?.zone;
    let block = TallyBlock::new(lang, zone, &poll, &count, clock::now());
    let html = block.render().map_err(|error| Error::Internal(anyhow::Error::new(error)))?;
    let telling = format!("{} {:?}", poll.status.word(), count.tally);
    Ok(Some(Fragment { html, telling, last: poll.status == Status::Closed }))
}
