//! Each question of a bundle counted again: by the rule of the text, with the names of the count, and lots from what was sealed.

use anyhow::{Context as _, ensure};
use chrono::DateTime;
use counting::{Contest, Directions, Outcome};
use serde_json::Value;

use super::Faults;
use crate::coops::QuorumOf;
use crate::platform::i18n::Lang;
use crate::polls::bundle::made::{count_of, names};
use crate::polls::bundle::{Asked, Bundle, Kept, Kind, Paper};
use crate::polls::paper::{Answer, CHOICES_MAX, Choice, QUESTIONS_MAX, Question};
use crate::polls::rules::{self, Attendance, Entitled, Pile, Rule, Verdict};

/// Compares every question with its result.
pub fn counts(bundle: &Bundle, sealed: &Value, answers: Option<&[Vec<Pile>]>, faults: &mut Faults) {
    let questions = &bundle.paper.questions;
    let other = answers.is_some_and(|answers| answers.len() != questions.len());
    if questions.len() != bundle.results.len() || questions.len() > QUESTIONS_MAX || other {
        return faults.name("totals", "the questions", "not one result each");
    }
    for (at, (asked, kept)) in questions.iter().zip(&bundle.results).enumerate() {
        let place = format!("question {}", at + 1);
        let numbered = |number: i32| usize::try_from(number).is_ok_and(|number| number == at + 1);
        let fits = numbered(asked.number) && numbered(kept.question);
        let read = question(&bundle.paper, asked).and_then(|question| {
            ensure!(fits, "it does not stand in its place");
            Ok(question)
        });
        match read {
            Ok(question) => {
                let piles = answers.and_then(|answers| answers.get(at)).map(Vec::as_slice);
                One { bundle, asked, kept, question, place: &place }.compare(sealed, piles, faults);
            }
            Err(error) => faults.name("rule", &place, format!("{error:#}")),
        }
    }
}

/// One question with all that is said of it.
struct One<'a> {
    bundle: &'a Bundle,
    asked: &'a Asked,
    kept: &'a Kept,
    question: Question,
    place: &'a str,
}

impl One<'_> {
    fn compare(&self, sealed: &Value, piles: Option<&[Pile]>, faults: &mut Faults) {
        let paper = &self.bundle.paper;
        let seed_of = if paper.kind == Kind::Secret { "list" } else { "ballots" };
        let seed = sealed[seed_of].as_str().unwrap_or_default();
        let said = self.kept.count.get("seed").and_then(Value::as_str);
        if said != self.question.lot.then_some(seed) {
            faults.name("lot", self.place, "lots are drawn from something else than what was sealed");
        }
        let present = self.bundle.ballots.present;
        let needed = self.question.rule.quorum_needed(paper.roll.quorum.into());
        if self.kept.quorum_needed != needed {
            faults.name("quorum", self.place, format!("{needed} must take part, not {}", self.kept.quorum_needed));
        }
        let allowed = piles.filter(|piles| self.allowed(piles, faults));
        let found = self.directed(seed).and_then(|(contest, directions)| {
            self.same_rule(&contest, faults)?;
            let Some(piles) = allowed else { return Ok(None) };
            let ballots = rules::contest(&self.question, "", Lang::En, piles)?;
            let contest = Contest { ballots: ballots.ballots, apart: ballots.apart, ..contest };
            Ok(Some(counting::count(&contest, directions.method, &directions.settings())?))
        });
        match found {
            Ok(Some(outcome)) => self.same_outcome(&outcome, faults),
            Ok(None) => {}
            Err(error) => faults.name("rule", self.place, format!("it cannot be counted: {error:#}")),
        }
        match serde_json::from_value::<Outcome>(self.kept.outcome.clone()) {
            Ok(outcome) => {
                let verdict = Verdict::of(&outcome, present >= needed);
                if verdict != self.kept.verdict {
                    let words = format!("{}, not {}", verdict.word(), self.kept.verdict.word());
                    faults.name("verdict", self.place, words);
                }
            }
            Err(error) => faults.name("count", self.place, format!("the outcome cannot be read: {error}")),
        }
    }

    /// Whether the paper allows all answers.
    fn allowed(&self, piles: &[Pile], faults: &mut Faults) -> bool {
        let allows = |text: &str| {
            let read = Answer::read(self.question.method, text).filter(|answer| answer.text() == text)?;
            let sorted = match &read {
                Answer::Ranks(ranks) => ranks.iter().all(|rank| rank.is_sorted()),
                _ => true,
            };
            (sorted && read.check(&self.question).is_ok()).then_some(())
        };
        let wrong: Vec<&Pile> = piles.iter().filter(|pile| allows(&pile.answer).is_none()).collect();
        for pile in &wrong {
            let place = format!("{}, answer {:?}", self.place, pile.answer);
            faults.name("answer", place, "the paper allows no such answer");
        }
        wrong.is_empty()
    }

    /// The contest without ballots as the text directs it, with the names that its count has where these are of the text.
    fn directed(&self, seed: &str) -> anyhow::Result<(Contest, Directions)> {
        let (paper, cast) = (&self.bundle.paper, &self.bundle.ballots);
        let attendance = Attendance { roll: paper.roll.quorum.into(), present: cast.present };
        let attendance = (paper.quorum_of != QuorumOf::Votes).then_some(attendance);
        let entitled = Entitled { roll: paper.roll.votes.into(), attendance };
        let (method, settings) = rules::settings(&self.question, entitled, seed)?;
        let seed = self.question.lot.then(|| seed.to_owned());
        let directions = Directions { method, rule: settings.proposal, seed };
        let count = &self.kept.count;
        let called = |lang: &Lang| {
            let (title, candidates) = names(paper, self.asked, &self.question, *lang);
            count["title"] == title && count["candidates"] == Value::from(candidates)
        };
        let lang = [Lang::En, Lang::Fr].into_iter().find(called).context("its names are not those of the text")?;
        let (title, candidates) = names(paper, self.asked, &self.question, lang);
        let contest = rules::contest(&self.question, &title, lang, &[])?;
        Ok((Contest { candidates, directions: Some(directions.clone()), ..contest }, directions))
    }

    /// Whether it was to be counted as the text says; of what lots are drawn from is told elsewhere.
    fn same_rule(&self, contest: &Contest, faults: &mut Faults) -> anyhow::Result<()> {
        let (mut told, mut directed) = (self.kept.count.clone(), count_of(contest)?);
        for count in [&mut told, &mut directed] {
            count.as_object_mut().context("how it is counted is no object")?.remove("seed");
        }
        let differing = differing(&told, &directed);
        if !differing.is_empty() {
            faults.name("rule", self.place, format!("how it is counted is not what the text says: {differing}"));
        }
        Ok(())
    }

    fn same_outcome(&self, outcome: &Outcome, faults: &mut Faults) {
        let found = serde_json::to_value(outcome).unwrap_or_default();
        let differing = differing(&self.kept.outcome, &found);
        if !differing.is_empty() {
            faults.name("count", self.place, format!("the ballots come to something else: {differing}"));
        }
    }
}

/// The names of the fields in which two objects differ.
fn differing(one: &Value, other: &Value) -> String {
    let (Some(a), Some(b)) = (one.as_object(), other.as_object()) else {
        return if one == other { String::new() } else { "all of it".to_owned() };
    };
    let mut names: Vec<&str> =
        a.keys().chain(b.keys()).filter(|name| a.get(*name) != b.get(*name)).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// The question that a text asks.
fn question(paper: &Paper, asked: &Asked) -> anyhow::Result<Question> {
    let (num, den) = asked.majority.split_once('/').context("no majority")?;
    let rule = Rule {
        special: asked.special,
        majority_num: num.parse().context("no majority")?,
        majority_den: den.parse().context("no majority")?,
        abstentions_count: asked.abstentions_count,
        quorum_percent: paper.quorum_percent,
        quorum_of: paper.quorum_of,
        second_call: paper.second_call_of.is_some(),
        at_meeting: paper.meeting.is_some(),
        vote_of: paper.vote_of,
    };
    ensure!((0..=100).contains(&paper.quorum_percent), "a quorum of {} percent", paper.quorum_percent);
    ensure!(asked.seats > 0 && rule.majority_num > 0 && rule.majority_den > 0, "no seats, or no majority");
    ensure!(asked.choices.len() <= CHOICES_MAX, "more than {CHOICES_MAX} choices");
    let mut choices: Vec<Choice> = (1..)
        .zip(&asked.choices)
        .map(|(place, choice)| Choice {
            number: choice.number,
            place,
            title_en: choice.title.en.clone(),
            title_fr: choice.title.fr.clone(),
            cost: choice.cost,
            day: None,
            hour: None,
            member_id: None,
            // When does not matter for the count: since the opening or later, it is as if the name had never stood.
            withdrawn_at: choice.withdrawn_at.as_ref().map(|_| DateTime::UNIX_EPOCH),
        })
        .collect();
    choices.sort_by_key(|choice| choice.number);
    ensure!(
        (1..).zip(&choices).all(|(number, choice): (i32, _)| choice.number == number),
        "choices not numbered from 1"
    );
    ensure!(asked.method.has_sides() == choices.is_empty(), "sides and choices, or neither");
    Ok(Question {
        number: asked.number,
        title_en: asked.title.en.clone(),
        title_fr: asked.title.fr.clone(),
        method: asked.method,
        seats: asked.seats,
        points: asked.points,
        budget: asked.budget,
        shuffled: false,
        lot: asked.lot,
        agree_percent: asked.agree_percent,
        objections_max: asked.objections_max,
        rule,
        choices,
    })
}
