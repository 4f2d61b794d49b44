//! The pages of motions: the list with who speaks, and what all of them say of a motion.

mod decide;
mod form;
pub mod speaking;
pub mod votes;

use actix_web::web;
use askama::Template;

pub use decide::{declare, recuse, second, show, withdraw};
pub use form::{add, new_form};

use self::speaking::{Turn, turns};
use super::{Casting, Motion, Side, Status, as_it_reads};
use crate::attendance::{self, Held};
use crate::coops::RuleProfile;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::polls::{Rule, words};

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

async fn seen(visit: &Visit, id: i64) -> Result<Held> {
    let held = visit.read(move |conn, visit| attendance::seen(conn, visit, id)).await?;
    if held.meeting.is_on() { Ok(held) } else { Err(Error::Conflict("conflict-meeting-cancelled")) }
}

/// A meeting that is under way, for who leads it.
async fn led(visit: &Visit, id: i64) -> Result<Held> {
    let held = seen(visit, id).await?;
    match held.times() {
        _ if !held.leads => Err(Error::Forbidden),
        (None, _) => Err(Error::Conflict("conflict-meeting-not-begun")),
        (_, Some(_)) => Err(Error::Conflict("conflict-meeting-over")),
        _ => Ok(held),
    }
}

fn goes_on(held: &Held) -> bool {
    matches!(held.times(), (Some(_), None))
}

/// What was counted, as a sum in words: "18 for, 4 against, 2 abstained, of 30 who could vote. Needed: 12 of 22. Carried."
pub fn sums(lang: Lang, motion: &Motion) -> String {
    let (Some(votes_for), Some(against), Some(abstain), Some(could), Some(base), Some(needed)) =
        (motion.votes_for, motion.votes_against, motion.votes_abstain, motion.could_vote, motion.base, motion.needed)
    else {
        return String::new();
    };
    let mut said = lang.with(
        "motion-sums",
        &[
            ("for", votes_for.into()),
            ("against", against.into()),
            ("abstain", abstain.into()),
            ("could", could.into()),
            ("base", base.into()),
            ("needed", needed.into()),
        ],
    );
    if let Some(side) = motion.chair_vote {
        said = format!("{said} {}", lang.t_of("motion-chair-", side.word()));
    }
    format!("{said} {}", lang.t_of("motion-outcome-", motion.status.word()))
}

/// The majority that a motion needs, in words.
fn majority(lang: Lang, profile: &RuleProfile, special: bool) -> String {
    words::majority(lang, &Rule::of(profile, special))
}

/// A motion in the list.
struct Line {
    number: i32,
    item: String,
    words: String,
    facts: String,
    /// A class of tag and its words.
    tag: (&'static str, String),
    sums: String,
    decision: Option<i32>,
    /// The number of the motion that it changes.
    amends: Option<i32>,
    /// Whether it is voted on phones and paper, now or soon.
    voting: bool,
}

fn line(lang: Lang, all: &[Motion], motion: &Motion) -> Line {
    let class = match motion.status {
        Status::Carried => "ok",
        Status::Lost => "bad",
        Status::Moved => "lamp",
        _ => "",
    };
    let mover = lang.with("motion-mover", &[("name", motion.mover.as_str().into())]);
    let seconder = match &motion.seconder {
        Some(name) => lang.with("motion-seconder", &[("name", name.as_str().into())]),
        None => lang.t("motion-no-seconder"),
    };
    Line {
        number: motion.number,
        item: motion.item(lang).map_or_else(|| lang.t("motion-procedural"), str::to_owned),
        words: as_it_reads(all, motion).words(lang).to_owned(),
        facts: format!("{mover} {seconder}"),
        tag: (
            class,
            lang.t(&format!("motion-status-{}", if motion.is_voted_on() { "voting" } else { motion.status.word() })),
        ),
        voting: motion.is_voted_on(),
        sums: sums(lang, motion),
        decision: motion.decision,
        amends: motion.amends.and_then(|id| all.iter().find(|one| one.id == id)).map(|one| one.number),
    }
}

#[derive(Template)]
#[template(path = "motions/index.html")]
struct IndexPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    goes_on: bool,
    leads: bool,
    lines: Vec<Line>,
    /// Whether it can vote on phones and paper.
    general: bool,
    turns: Vec<Turn>,
    spoke: Vec<Turn>,
    sides: Vec<(String, String)>,
    /// Those who are there, for who leads the meeting.
    present: Vec<(String, String)>,
    /// Whether they can ask to speak themselves.
    can_ask: bool,
}

async fn index_page(visit: &Visit, id: i64, form: Form) -> Result<IndexPage> {
    let held = seen(visit, id).await?;
    let (lang, me, leads, sits) = (visit.lang, member(visit), held.leads, held.meeting.sits);
    let (motions, speakers, present) = visit
        .read(move |conn, _| {
            let present = if leads { super::present(conn, id)? } else { Vec::new() };
            Ok((super::list(conn, id, sits)?, super::speakers(conn, id)?, present))
        })
        .await?;
    let zone = visit.coop()?.zone;
    let (turns, spoke) = turns(lang, zone, &speakers, me, leads);
    let waits = speakers.iter().any(|one| Some(one.member_id) == me && one.ended_at.is_none());
    let side = |(word, _): (&'static str, Side)| (word.to_owned(), lang.t_of("speaker-side-", word));
    Ok(IndexPage {
        page: Page::new(visit, "meetings", "motions-title").with_form(&form),
        form,
        id,
        title: held.meeting.title(lang).to_owned(),
        goes_on: goes_on(&held),
        leads,
        lines: motions.iter().map(|motion| line(lang, &motions, motion)).collect(),
        general: held.meeting.kind.is_general(),
        turns,
        spoke,
        sides: Side::ALL.into_iter().map(side).collect(),
        present: present.into_iter().map(|(member, name)| (member.to_string(), name)).collect(),
        can_ask: me.is_some() && !waits,
    })
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &index_page(&visit, *id, Form::blank()).await?)
}

fn casting_words(lang: Lang) -> Vec<(String, String)> {
    let none = [(String::new(), lang.t("motion-chair-none"))].into_iter();
    let side = |(word, _): (&'static str, Casting)| (word.to_owned(), lang.t_of("motion-chair-", word));
    none.chain(Casting::ALL.into_iter().map(side)).collect()
}
