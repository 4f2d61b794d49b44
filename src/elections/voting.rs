//! The vote of an election: a poll whose choices are the candidates.
//!
//! The order of the paper is drawn once, here; a choice and its candidate are held together by the number of the choice and by nothing
//! else. The paper says what the set-up said: what follows if "none of these" wins a seat, and if somebody withdraws.

use super::{Election, store};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;
use crate::polls::{self, Case, NewChoice, NewPoll, NewQuestion, Shows};

/// Sets the vote up and announces it. `paper` are the candidates by number, in the order of the paper.
pub(super) fn set_up(act: &mut Act<'_>, election: &Election, paper: &[i32]) -> Result<()> {
    let standing = store::candidacies(act.conn, election.id)?;
    let mut choices = Vec::new();
    for (choice, number) in (1..).zip(paper) {
        let Some(one) = standing.iter().find(|one| one.number == *number) else { continue };
        let (title_en, title_fr) = (one.name.clone(), one.name.clone());
        choices.push(NewChoice { title_en, title_fr, member: Some(one.member_id), ..NewChoice::default() });
        store::set_choice(act.conn, election.id, *number, choice)?;
    }
    let none = election.plan.none_stands.then(|| choices.len() as i32 + 1);
    if none.is_some() {
        let [title_en, title_fr] = [Lang::En, Lang::Fr].map(|lang| lang.t("election-none-of-these"));
        choices.push(NewChoice { title_en, title_fr, ..NewChoice::default() });
    }
    let seats = if election.plan.method.has_seats() { election.plan.seats.min(paper.len() as i32) } else { 1 };
    let question = NewQuestion { seats, choices, ..NewQuestion::of(election.plan.method) };
    let poll = create(act, election, question)?;
    store::set_poll(act.conn, election.id, poll, none)
}

/// The one place where the vote is made. Whoever called the election announces it: the urn of a secret one is prepared by somebody else.
fn create(act: &mut Act<'_>, election: &Election, question: NewQuestion) -> Result<i64> {
    let address = format!("{}/elections/{}", act.origin(), election.id);
    let new = NewPoll {
        title_en: election.plan.title_en.clone(),
        title_fr: election.plan.title_fr.clone(),
        details_en: details(Lang::En, election, &address),
        details_fr: details(Lang::Fr, election, &address),
        case: Case::default(),
        binding: true,
        shows: Shows::Closed,
        secrecy: election.plan.secrecy,
        record_on: None,
        opens_at: election.plan.opens_at,
        closes_at: election.plan.closes_at,
    };
    let poll = polls::create(act, &new, &[question])?;
    polls::bind(act, poll, election.appeal_days)?;
    polls::announce_for(act, poll, election.called_by)?;
    Ok(poll)
}

/// What stands above the paper.
fn details(lang: Lang, election: &Election, address: &str) -> String {
    let mut parts = vec![election.details(lang).to_owned()];
    parts.push(lang.with("election-paper-candidates", &[("address", address.into())]));
    parts.extend(rules(lang, election));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// The rules that the set-up, the paper and the result say in the same words.
pub(super) fn rules(lang: Lang, election: &Election) -> Vec<String> {
    let none = election.plan.none_stands.then(|| lang.t("election-rule-none"));
    none.into_iter().chain([lang.t("election-rule-withdrawal"), lang.t("election-rule-following")]).collect()
}
