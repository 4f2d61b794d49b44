//! What pages say of where else a vote leads: to its meeting, to the vote that it calls again or that calls it again.

use super::Page;
use crate::polls::store::Calls;
use crate::polls::{Counted, Poll, Status, Verdict, words};

/// That a vote is taken at a meeting, is a second call, or can have one or has one: words, and where they lead.
pub struct Call {
    pub said: String,
    pub link: Option<(String, String)>,
}

/// Whether nothing was decided for want of a quorum.
pub fn short(counted: &[Counted]) -> bool {
    counted.iter().any(|one| one.verdict == Verdict::NoQuorum)
}

/// Whether the rules let a vote be called again that is over without a quorum.
pub fn is_callable(poll: &Poll, calls: Calls) -> bool {
    poll.status == Status::Closed && poll.second_call_of.is_none() && calls.allowed && calls.later.is_none()
}

pub fn calls(page: &Page, poll: &Poll, calls: Calls, short: bool) -> Vec<Call> {
    let link = |id: i64, key: &str| Some((format!("/polls/{id}"), page.t(key)));
    let first = poll
        .second_call_of
        .map(|first| Call { said: page.t("second-call-is"), link: link(first, "second-call-first") });
    let later =
        calls.later.map(|later| Call { said: page.t("second-call-was"), link: link(later, "second-call-later") });
    let possible = (short && is_callable(poll, calls))
        .then(|| Call { said: words::quorum::second_call(page.lang(), calls.percent), link: None });
    let meeting = poll.meeting_id.map(|meeting| Call {
        said: page.t("poll-at-meeting"),
        link: Some((format!("/meetings/{meeting}/votes"), page.t("poll-at-meeting-link"))),
    });
    [meeting, first, later, possible].into_iter().flatten().collect()
}
