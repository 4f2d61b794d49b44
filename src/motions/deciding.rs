//! A motion decided by show of hands, or withdrawn.

use serde_json::json;

use super::{Casting, Hands, Motion, Status, as_it_reads, pages, rules, slice, store, to_change};
use crate::attendance::{self, Held};
use crate::coops;
use crate::decisions::{self, Body, Entry};
use crate::meetings::Kind;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

fn limited(field: &str, key: &'static str, limit: i64) -> Error {
    let limit = Some(limit.to_string());
    Error::Invalid(vec![FieldError { field: field.to_owned(), key, limit }])
}

/// How many may vote on a motion now: who counts for the quorum, but those with an interest in it who are there.
fn could_vote(act: &mut Act<'_>, held: &Held, motion: &Motion) -> Result<(i64, bool)> {
    let (id, now) = (held.meeting.id, act.now);
    let Some(course) = attendance::course(act.conn, held, now)? else { return Ok((0, false)) };
    let there = super::present(act.conn, id)?;
    let recused = motion.recused.0.iter().filter(|(member, _)| there.iter().any(|(one, _)| one == member)).count();
    let of_homes = held.door.as_ref().is_some_and(|door| door.of_homes);
    // of a home, others may live there who have no interest
    let out = if of_homes { 0 } else { recused as i64 };
    Ok(((course.last.quorum.there - out).max(0), course.last.quorum.is_met()))
}

/// Declares what the hands decided. Where it is carried, the decision is entered into the register in the same step.
///
/// # Errors
/// As for `propose`; `Conflict` while an amendment to it is open; `Invalid` on `votes_for` without a seconder, without a quorum, and for
/// more hands than there are people who may vote.
pub fn decide(act: &mut Act<'_>, id: i64, number: i32, hands: Hands, casting: Option<Casting>) -> Result<Status> {
    let (held, all, motion) = to_change(act, id, number)?;
    if all.iter().any(|one| one.amends == Some(motion.id) && one.is_open()) {
        return Err(Error::Conflict("conflict-motion-amended"));
    }
    if motion.seconder.is_none() {
        return Err(Error::field("votes_for", "wrong-motion-seconder"));
    }
    let (most, quorum) = could_vote(act, &held, &motion)?;
    if !quorum && motion.item_id.is_some() {
        return Err(Error::field("votes_for", "wrong-motion-quorum"));
    }
    if hands.all() > most {
        return Err(limited("votes_for", "wrong-motion-hands", most));
    }
    let profile = coops::rule_profile(act.conn)?;
    let casting = casting.filter(|_| profile.chair_casts && hands.in_favour == hands.against && hands.in_favour > 0);
    let count = rules::decide(&profile, motion.special, hands, most, casting)?;
    let carried = rules::is_carried(&count);
    let status = if carried { Status::Carried } else { Status::Lost };
    let author = act.viewer.map(|viewer| viewer.account_id);
    let figures = [hands.in_favour, hands.against, hands.abstained, most, count.base, count.majority_needed];
    store::decide(act.conn, motion.id, status, figures, casting, (act.now, author))?;
    let entered = carried && motion.amends.is_none() && motion.item_id.is_some() && !motion.in_camera;
    let decision = if entered { Some(enter(act, &held, &motion, id)?) } else { None };
    let detail = json!({ "motion": number, "outcome": status, "votes_for": hands.in_favour, "votes_against": hands.against,
                         "votes_abstain": hands.abstained, "there": most, "decision": decision,
                         "about": attendance::slice::about(id) });
    events::record(act, &slice::MOTION_DECIDED, &held.meeting.subject(), detail)?;
    Ok(status)
}

/// Enters what was carried into the register of decisions, as it reads now. The number there.
fn enter(act: &mut Act<'_>, held: &Held, motion: &Motion, id: i64) -> Result<i32> {
    let all = super::list(act.conn, id, held.meeting.sits)?;
    let decided = all.iter().find(|one| one.id == motion.id).ok_or(Error::NotFound)?;
    let text = as_it_reads(&all, decided);
    let [sums_en, sums_fr] = [Lang::En, Lang::Fr].map(|lang| pages::sums(lang, decided));
    let title = |lang: Lang| motion.item(lang).unwrap_or_default().to_owned();
    let entry = Entry {
        decided_on: act.today(),
        body: match held.meeting.kind {
            Kind::Board => Body::Board,
            Kind::Committee => Body::Committee,
            _ => Body::Meeting,
        },
        former_number: String::new(),
        title_en: title(Lang::En),
        title_fr: title(Lang::Fr),
        details_en: text.words_en.clone(),
        details_fr: text.words_fr.clone(),
        sums_en,
        sums_fr,
    };
    let number = decisions::enter(act, &entry)?;
    store::entered(act.conn, motion.id, number)?;
    Ok(number)
}

/// Who moved it takes it back: what would have changed it falls.
///
/// # Errors
/// As for `propose`.
pub fn withdraw(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let (held, all, motion) = to_change(act, id, number)?;
    store::close(act.conn, motion.id, Status::Withdrawn)?;
    let mut under = vec![motion.id];
    while let Some(parent) = under.pop() {
        for one in all.iter().filter(|one| one.amends == Some(parent) && one.is_open()) {
            store::close(act.conn, one.id, Status::Fallen)?;
            under.push(one.id);
        }
    }
    let detail = json!({ "motion": number, "about": attendance::slice::about(id) });
    events::record(act, &slice::MOTION_WITHDRAWN, &held.meeting.subject(), detail)?;
    Ok(())
}
