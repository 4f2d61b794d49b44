//! The tally of a vote: the same block on its page and on the live stream, the same for everybody who looks. Where figures are hidden
//! until one has voted, or until the close, it tells how many have voted and nothing else.

use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use diesel::PgConnection;

use crate::accounts;
use crate::comments::{self, pages::News};
use crate::coops::QuorumOf;
use crate::platform::chart::width;
use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::live::Fragment;
use crate::polls::{self, Counted, Poll, Shows, Status, slice, store, words};

#[derive(Template)]
#[template(path = "polls/tally.html")]
pub struct TallyBlock {
    lang: Lang,
    href: String,
    closed: bool,
    shown: Vec<words::Shown>,
    /// Empty of a secret vote while it is open: who comes and goes would tell who voted.
    turnout: String,
    /// How much of the roll has voted, and where the quorum is.
    voted: String,
    mark: String,
    anybody: bool,
    needed: bool,
    reached: bool,
    quorum: String,
    updated: String,
    updated_iso: String,
}

impl TallyBlock {
    pub fn new(lang: Lang, zone: Tz, poll: &Poll, counted: &[Counted], now: DateTime<Utc>) -> Self {
        let first = counted.first();
        let (cast, roll) = first.map_or((0, 0), |first| (first.voted, first.roll));
        let needed = first.map_or(0, |first| first.quorum_needed);
        let quorum = first.map_or_else(|| lang.t("poll-quorum-none"), |first| words::quorum::so_far(lang, first));
        let closed = poll.status == Status::Closed;
        let seen = closed || poll.shows == Shows::Live;
        let reached = first.is_none_or(Counted::quorum_reached);
        let untold = poll.secrecy.is_secret() && !closed;
        let quorum = match (untold, needed, reached) {
            (true, 1.., true) => lang.t("urn-quorum-reached"),
            (true, 1.., false) => lang.t("urn-quorum-missing"),
            _ => quorum,
        };
        Self {
            lang,
            href: format!("/polls/{}", poll.id),
            closed,
            shown: if seen { words::shown(lang, poll, counted, closed) } else { Vec::new() },
            turnout: if untold { String::new() } else { words::turnout(lang, poll.vote_of, cast, roll) },
            voted: width(cast, roll),
            mark: width(needed, roll),
            anybody: cast > 0,
            // Where the quorum is taken of something else, it has no place among the votes.
            needed: needed > 0 && poll.quorum_of == QuorumOf::Votes,
            reached,
            quorum,
            updated: lang.time(zone, now),
            updated_iso: now.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }
}

/// What stands there once the vote is void.
#[derive(Template)]
#[template(source = "<p class=\"notice bad\">{{ said }}</p>", ext = "html")]
struct VoidBlock {
    said: String,
}

/// The block for the live stream. `None` where a vote has not opened.
pub fn live_fragment(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Option<Fragment>> {
    let (poll, questions) = store::whole(conn, id)?;
    if poll.roll_size.is_none() {
        return Ok(None);
    }
    if poll.status == Status::Void {
        let html = lang.with("poll-void-note", &[("reason", poll.void_reason.as_str().into())]);
        let html = VoidBlock { said: html }.render().map_err(anyhow::Error::new)?;
        return Ok(Some(Fragment { html, telling: poll.status.word().to_owned(), last: true }));
    }
    let counted = polls::counted(conn, &poll, &questions, lang)?;
    let zone = accounts::coop(conn)?.zone;
    let block = TallyBlock::new(lang, zone, &poll, &counted, clock::now());
    let (newest, address) = (comments::newest(conn, slice::POLL.word, id)?, format!("/polls/{id}"));
    let news = News::new(lang, address, newest).render().map_err(anyhow::Error::new)?;
    let html = block.render().map_err(anyhow::Error::new)? + news.as_str();
    let untold = poll.secrecy.is_secret() && poll.status == Status::Open;
    let figure = |one: &Counted| {
        if untold {
            (None, i64::from(one.quorum_reached()), None)
        } else {
            (Some(one.attendance), one.voted, one.outcome.rounds.first().cloned())
        }
    };
    let figures: Vec<_> = counted.iter().map(figure).collect();
    // A corrected name is shown as well as a figure.
    let telling = format!("{} {} {figures:?} {newest}", poll.status.word(), poll.version);
    Ok(Some(Fragment { html, telling, last: poll.status == Status::Closed }))
}
