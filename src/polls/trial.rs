//! A vote as it would be if it opened now: for whoever sets it up, to try its ballot. Nothing of it is stored, so nothing can be counted.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::missing;
use super::{Counted, Poll, Question, Rule, Status, calling, roll, store};
use crate::coops;
use crate::files::File;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// What voters would see, with no ballot yet.
pub struct Tried {
    pub poll: Poll,
    pub questions: Vec<Question>,
    pub counted: Vec<Counted>,
    pub files: Vec<File>,
}

/// A vote that has not opened, as it would open now: with the rules of today, and as many votes as there would be. `None` when it has
/// opened or was called off, or when there is nothing to fill in yet.
///
/// # Errors
/// `NotFound`.
pub fn of(
    conn: &mut PgConnection,
    id: i64,
    lang: Lang,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Result<Option<Tried>> {
    let (mut poll, mut questions, files) = store::with_files(conn, id)?;
    if !matches!(poll.status, Status::Draft | Status::Scheduled) || !can_be_tried(&poll, &questions) {
        return Ok(None);
    }
    let profile = coops::rule_profile(conn)?;
    let roll = roll::draw(conn, (profile.vote_of, profile.quorum_of), today, poll.record_on)?;
    if poll.closes_at <= now {
        poll.closes_at = now + (poll.closes_at - poll.opens_at);
    }
    (poll.status, poll.opened_at, poll.roll_size) = (Status::Open, Some(now), Some(roll.votes()));
    poll.quorum_percent = calling::quorum_percent(&profile, poll.second_call_of);
    (poll.quorum_of, poll.quorum_roll) = (profile.quorum_of, Some(roll.quorum_of(profile.quorum_of)));
    (poll.vote_of, poll.proxies_max) = (profile.vote_of, profile.proxies_max);
    for question in &mut questions {
        let rule = Rule::of(&profile, question.rule.special);
        question.rule =
            Rule { quorum_percent: poll.quorum_percent, second_call: poll.second_call_of.is_some(), ..rule };
    }
    let none_yet = |question: &Question| Counted::so_far(&poll, question.clone(), (&[], 0), lang, None);
    let counted = questions.iter().map(none_yet).collect::<Result<_>>()?;
    Ok(Some(Tried { poll, questions, counted, files }))
}

/// Whether a vote asks what can be answered, whenever it is to open.
pub fn can_be_tried(poll: &Poll, questions: &[Question]) -> bool {
    missing(poll, questions, DateTime::<Utc>::MIN_UTC).is_empty()
}
