//! Bundles made without a database: random votes by every method, and real elections.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::all_fit;
use crate::coops::{QuorumOf, VoteOf};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::session::hex;
use crate::polls::bundle::{
    self, Asked, Bundle, Cast, Chain, Kind, Link, Listed, Paper, Piled, Publishes, RollTotals, Said, Sealing,
};
use crate::polls::paper::Choice;
use crate::polls::tests::again::{Dice, REAL, answers, question_of, real_elections};
use crate::polls::{Answer, Attendance, Counted, Entitled, Method, NewQuestion, Pile, Question, Register, Rule};

/// A vote as it was cast: who has how many votes, and what each answers.
pub struct Votes {
    pub kind: Kind,
    pub publishes: Publishes,
    pub questions: Vec<Question>,
    pub roll: RollTotals,
    /// Where the quorum is not taken of votes: who takes part.
    pub attendance: Option<Attendance>,
    /// How many votes each has, its code, and its answers.
    pub cast: Vec<(i64, String, Vec<String>)>,
    pub lang: Lang,
}

pub fn rule() -> Rule {
    Rule {
        special: false,
        majority_num: 1,
        majority_den: 2,
        abstentions_count: false,
        quorum_percent: 20,
        quorum_of: QuorumOf::Votes,
        second_call: false,
        at_meeting: false,
        vote_of: VoteOf::Member,
    }
}

/// A question as it is once its vote opened.
pub fn opened(number: i32, new: &NewQuestion, rule: Rule) -> Question {
    let choice = |(number, choice): (i32, &crate::polls::NewChoice)| Choice {
        number,
        place: 100 - number,
        title_en: choice.title_en.clone(),
        title_fr: choice.title_fr.clone(),
        cost: choice.cost,
        day: None,
        hour: None,
        member_id: None,
        withdrawn_at: None,
    };
    Question {
        number,
        title_en: new.title_en.clone(),
        title_fr: new.title_fr.clone(),
        method: new.method,
        seats: new.seats,
        points: new.points,
        budget: new.budget,
        shuffled: false,
        lot: new.lot,
        agree_percent: new.agree_percent,
        objections_max: new.objections_max,
        rule: Rule { special: new.special, ..rule },
        choices: (1..).zip(&new.choices).map(choice).collect(),
    }
}

impl Votes {
    fn paper(&self) -> Paper {
        let rule = &self.questions[0].rule;
        Paper {
            vote: 12,
            kind: self.kind,
            publishes: self.publishes,
            title: Said::new("The board, and more", "Le conseil, et plus"),
            details: Said::new("It is time.", "C’est le temps."),
            pros: Said::new("", ""),
            cons: Said::new("", ""),
            cost: None,
            binding: true,
            second_call_of: None,
            meeting: None,
            vote_of: rule.vote_of,
            quorum_of: rule.quorum_of,
            quorum_percent: rule.quorum_percent,
            roll: self.roll,
            opens_at: "2026-11-01T14:00:00.000000Z".to_owned(),
            closes_at: "2026-11-08T14:00:00.000000Z".to_owned(),
            opened_at: "2026-11-01T14:00:00.123456Z".to_owned(),
            files: Vec::new(),
            corrected: Vec::new(),
            questions: self.questions.iter().map(Asked::of).collect(),
        }
    }

    fn piles(&self, question: usize) -> Vec<Pile> {
        let mut piles: BTreeMap<&str, Pile> = BTreeMap::new();
        for (votes, _, answers) in &self.cast {
            let answer = answers[question].as_str();
            let pile = piles.entry(answer).or_insert_with(|| Pile::of(answer.to_owned(), 0));
            pile.ballots += 1;
            pile.weight += votes;
        }
        piles.into_values().collect()
    }

    fn list(&self) -> Vec<Listed> {
        let listed =
            |(_, code, answers): &(i64, String, Vec<String>)| Listed { code: code.clone(), answers: answers.clone() };
        let mut list: Vec<Listed> = self.cast.iter().map(listed).collect();
        list.sort();
        list
    }

    fn cast(&self) -> Cast {
        let voted = self.cast.iter().map(|(votes, ..)| votes).sum();
        let piled = |pile: Pile| Piled { answer: pile.answer, ballots: pile.ballots, votes: pile.weight };
        let piles = || (0..self.questions.len()).map(|at| self.piles(at).into_iter().map(piled).collect()).collect();
        Cast {
            voted,
            present: self.attendance.map_or(voted, |attendance| attendance.present),
            list: (self.publishes == Publishes::List).then(|| self.list()),
            piles: (self.publishes == Publishes::Ballots).then(piles),
        }
    }

    /// The register of a question as a close writes it.
    fn register(&self, at: usize, seed: &str) -> Register {
        let question = &self.questions[at];
        let own = question.title(self.lang);
        let title = if own.is_empty() { "The board, and more" } else { own };
        let entitled = Entitled { roll: self.roll.votes.into(), attendance: self.attendance };
        let counted = Counted::of(question.clone(), title, self.lang, entitled, &self.piles(at), Some(seed));
        let counted = counted.expect("a count");
        Register {
            poll_id: 12,
            question: question.number,
            number: Some(question.number + 40),
            verdict: counted.verdict,
            outcome: serde_json::to_value(&counted.outcome).expect("an outcome"),
            plain: None,
            roll_size: counted.roll as i32,
            voted: counted.voted as i32,
            quorum_needed: counted.quorum_needed as i32,
            decided_at: "2026-11-08T14:00:00Z".parse().expect("a time"),
            skipped: 0,
            quorum_roll: counted.attendance.roll as i32,
            quorum_present: counted.attendance.present as i32,
        }
    }

    /// The bundle, as a close and the chain would make it.
    pub fn bundle(&self) -> Bundle {
        let list = bundle::list_digest(&self.list());
        let salted = hex(&[7; 32]);
        let seed = if self.kind == Kind::Secret { &list } else { &salted };
        let (paper, cast) = (self.paper(), self.cast());
        let registers: Vec<Register> = (0..self.questions.len()).map(|at| self.register(at, seed)).collect();
        let results = bundle::results_of(paper.quorum_of, &self.questions, &registers, seed).expect("results");
        let text = bundle::digest(&paper);
        let opened = json!({ "paper": text, "roll": "a", "proposal": "b" });
        let mut closed = json!({
            "paper": text, "roll": "a", "proposal": "c", "published": bundle::digest(&cast),
            "outcomes": bundle::digest(&results),
        });
        if self.kind == Kind::Secret {
            closed["list"] = json!(list);
        } else {
            closed["ballots"] = json!(salted);
        }
        let extended = json!({ "paper": text, "roll": "a", "proposal": "d" });
        let chain = chain_of(&[
            ("poll.opened", opened),
            ("", json!(1)),
            ("poll.extended", extended),
            ("", json!(2)),
            ("poll.closed", closed),
        ]);
        Bundle::of(paper, cast, results, chain)
    }
}

/// A chain of events of the vote, and of others, which have no kind here.
fn chain_of(events: &[(&str, Value)]) -> Chain {
    let before = vec![9; 32];
    let (mut last, mut links) = (before.clone(), Vec::new());
    for (kind, seals) in events {
        let link = events::Link {
            kind: (*kind).to_owned(),
            subject_kind: "poll".to_owned(),
            subject_id: Some(12),
            seals: Some(seals.clone()),
            rest: hex(&[kind.len() as u8; 32]),
        };
        last = link.hash(&last);
        links.push(if kind.is_empty() {
            Link::Other(hex(&link.digest()))
        } else {
            Link::Own(Sealing { kind: link.kind, seals: seals.clone(), rest: link.rest, hash: hex(&last) })
        });
    }
    Chain { before: hex(&before), links }
}

const CROCKFORD: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

pub fn code(dice: &mut Dice) -> String {
    let drawn: String = (0..16).map(|_| char::from(CROCKFORD[dice.throw(32) as usize])).collect();
    match dice.throw(3) {
        0 => drawn + "-Élan7",
        _ => drawn,
    }
}

/// In every third question in which one elects somebody withdraws, or several do; somebody is left. Ballots name them all the same.
fn somebody_withdraws(dice: &mut Dice, question: &mut Question) {
    if !crate::elections::METHODS.contains(&question.method) || dice.throw(3) > 0 {
        return;
    }
    let many = question.choices.len() as i32;
    for _ in 0..=dice.throw(2) {
        let standing = question.choices.iter().filter(|choice| choice.withdrawn_at.is_none()).count();
        let choice = &mut question.choices[dice.throw(many) as usize];
        if standing > 1 && choice.withdrawn_at.is_none() {
            choice.withdrawn_at = Some("2026-11-03T09:30:00Z".parse().expect("a time"));
        }
    }
}

/// A random vote of a question or two, by the methods in turn.
fn random(dice: &mut Dice, number: usize) -> Votes {
    let secret = number.is_multiple_of(2);
    let publishes = match number % 20 {
        19 => Publishes::Figures,
        at if at % 4 == 0 => Publishes::List,
        _ if secret && dice.throw(2) == 0 => Publishes::List,
        _ => Publishes::Ballots,
    };
    let secret = secret || publishes == Publishes::List;
    let homes = dice.throw(4) == 0;
    let rule = Rule {
        majority_num: 1 + dice.throw(2),
        majority_den: 3,
        abstentions_count: dice.throw(2) == 0,
        quorum_percent: dice.throw(8) * 10,
        quorum_of: if homes { QuorumOf::Homes } else { QuorumOf::Votes },
        ..rule()
    };
    let many = 1 + dice.throw(2) as usize;
    let asked = |dice: &mut Dice, at: usize| opened(at as i32 + 1, &dice.question(number + at), rule);
    let mut questions: Vec<Question> = (0..many).map(|at| asked(dice, at)).collect();
    let voters = dice.throw(14);
    let mut cast = Vec::new();
    for _ in 0..voters {
        let votes = if secret || dice.throw(3) > 0 { 1 } else { 1 + i64::from(dice.throw(5)) };
        let answers = questions.iter().map(|question| dice.answer(question).text()).collect();
        cast.push((votes, code(dice), answers));
    }
    for question in &mut questions {
        somebody_withdraws(dice, question);
    }
    let voted: i64 = cast.iter().map(|(votes, ..)| votes).sum();
    let roll = voted as i32 + dice.throw(12);
    let present = dice.throw(7);
    let attendance = homes.then(|| Attendance { roll: i64::from(present + dice.throw(5)), present: present.into() });
    let roll = RollTotals { votes: roll, quorum: attendance.map_or(roll, |attendance| attendance.roll as i32) };
    let lang = if dice.throw(2) == 0 { Lang::En } else { Lang::Fr };
    let kind = if secret { Kind::Secret } else { Kind::Open };
    Votes { kind, publishes, questions, roll, attendance, cast, lang }
}

#[test]
fn a_thousand_random_votes_fit_for_both_programs() {
    let mut dice = Dice::of(11);
    let (mut seen, mut withdrawn) = (BTreeSet::new(), BTreeSet::new());
    let mut bundles = Vec::new();
    for number in 0..1_000 {
        let votes = random(&mut dice, number);
        let bundle = votes.bundle();
        for (question, kept) in votes.questions.iter().zip(&bundle.results) {
            if question.choices.iter().any(|choice| choice.withdrawn_at.is_some()) {
                withdrawn.insert(question.method.word());
            }
            seen.insert((question.method.word(), votes.publishes.word(), kept.verdict.word()));
        }
        bundles.push((format!("vote-{number:04}"), bundle));
    }
    for (word, _) in Method::ALL {
        let of: Vec<_> = seen.iter().filter(|(method, ..)| *method == word).collect();
        assert!(of.len() > 3, "{word}: {of:?}");
    }
    assert_eq!(withdrawn.len(), crate::elections::METHODS.len(), "{withdrawn:?}");
    all_fit("random", &bundles);
}

#[test]
fn twenty_real_elections_fit_for_both_programs() {
    let mut dice = Dice::of(13);
    let mut bundles = Vec::new();
    for (at, ((name, method), contest)) in REAL.iter().zip(real_elections()).enumerate() {
        let new = NewQuestion { lot: at % 2 == 0, ..question_of(&contest, name, *method) };
        let question = opened(1, &new, rule());
        let papers = answers(&contest);
        assert!(papers.iter().all(|answer| answer.check(&question).is_ok()), "{name}");
        let cast: Vec<_> = papers.iter().map(Answer::text).map(|text| (1, code(&mut dice), vec![text])).collect();
        let roll = RollTotals { votes: cast.len() as i32, quorum: cast.len() as i32 };
        let publishes = if at % 3 == 0 { Publishes::List } else { Publishes::Ballots };
        let votes = Votes {
            kind: Kind::Secret,
            publishes,
            questions: vec![question],
            roll,
            attendance: None,
            cast,
            lang: Lang::En,
        };
        bundles.push((name.replace('/', "-"), votes.bundle()));
    }
    assert_eq!(bundles.len(), 20);
    all_fit("real", &bundles);
}
