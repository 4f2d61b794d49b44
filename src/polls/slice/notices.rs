//! What people are told of a vote.

use crate::platform::slice::NoticeKind;

pub static POLL_OPENED_NOTICE: NoticeKind = NoticeKind::new("poll_opened").lets_in();
/// The same of a second call.
pub static POLL_CALLED_AGAIN_NOTICE: NoticeKind = NoticeKind::new("poll_called_again").lets_in();
pub static POLL_EXTENDED_NOTICE: NoticeKind = NoticeKind::new("poll_extended").lets_in();
pub static POLL_CORRECTED_NOTICE: NoticeKind = NoticeKind::new("poll_corrected");
pub static POLL_REMINDER_NOTICE: NoticeKind = NoticeKind::new("poll_reminder").pressing().reminds().lets_in();
pub static PROXY_NOTICE: NoticeKind = NoticeKind::new("poll_proxy").lets_in();
pub static POLL_CLOSED_NOTICE: NoticeKind = NoticeKind::new("poll_closed");
pub static POLL_VOIDED_NOTICE: NoticeKind = NoticeKind::new("poll_voided").pressing();
pub static POLL_DISPUTED_NOTICE: NoticeKind = NoticeKind::new("poll_disputed").pressing();
/// After a secret vote, to everybody on its roll: whether they are recorded as having voted.
pub static VOTED_NOTICE: NoticeKind = NoticeKind::new("poll_recorded").to_doer();
pub static NOT_VOTED_NOTICE: NoticeKind = NoticeKind::new("poll_not_recorded").to_doer();
/// To the two who can open an urn: there is a code to take.
pub static SCRUTINEER_NOTICE: NoticeKind = NoticeKind::new("urn_scrutineer").pressing().lets_in();
/// To who was struck off the roll for a paper, or is back on it; to the scrutineers, that there are papers to count; and after the close, that
/// somebody is recorded as having had one.
pub static PAPER_HANDED_NOTICE: NoticeKind = NoticeKind::new("paper_handed").pressing().to_doer();
pub static BOOTH_NOTICE: NoticeKind = NoticeKind::new("booth_opened").pressing().to_doer();
pub static PAPER_TAKEN_BACK_NOTICE: NoticeKind = NoticeKind::new("paper_taken_back").pressing();
pub static PAPERS_TO_COUNT_NOTICE: NoticeKind = NoticeKind::new("papers_to_count").pressing().lets_in();
pub static PAPER_RECORDED_NOTICE: NoticeKind = NoticeKind::new("paper_recorded").to_doer();

/// To those who run votes and to scrutineers: a result is contested. To who contests it: it is looked into, or answered.
pub static CONTESTED_NOTICE: NoticeKind = NoticeKind::new("poll_contested").pressing();
pub static APPEAL_NOTICE: NoticeKind = NoticeKind::new("poll_appeal");
/// To those who run votes: an urn is to be prepared; its vote did not open.
pub static URN_NOTICE: NoticeKind = NoticeKind::new("urn_awaited").pressing();
pub static URN_LATE_NOTICE: NoticeKind = NoticeKind::new("urn_late").pressing();
