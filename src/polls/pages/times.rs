//! Who can make it when: a table of everybody who answered, members and then guests, under the times that a vote asked about.

use super::outcome::Voter;
use crate::platform::i18n::Lang;
use crate::polls::{Answer, Decision, Method, Question};

/// More times or people than a page has room for: the lists of names say the same.
const TIMES_MAX: usize = 30;
const PEOPLE_MAX: usize = 200;

/// The table of one question.
pub struct Times {
    /// Empty where the vote has one question.
    pub title: String,
    pub times: Vec<String>,
    /// A name, and a word for each time.
    pub rows: Vec<(String, Vec<String>)>,
    /// How many can make each, "if need be" included: of the members, and where there are guests, with them.
    pub sums: Vec<(String, Vec<String>)>,
}

pub fn times(lang: Lang, decisions: &[Decision], members: &[Voter], guests: &[Voter]) -> Vec<Times> {
    let asked = decisions.iter().enumerate();
    let tables = asked.filter_map(|(at, decision)| {
        let question = &decision.counted.question;
        let people = members.len() + guests.len();
        let fits = question.choices.len() <= TIMES_MAX && (1..=PEOPLE_MAX).contains(&people);
        let title = if decisions.len() > 1 { decision.title(lang).to_owned() } else { String::new() };
        (question.method == Method::Times && fits).then(|| table(lang, title, question, at, members, guests))
    });
    tables.collect()
}

/// What somebody marked each time with: 2 is yes, 1 if need be.
fn marks(voter: &Voter, at: usize, question: &Question) -> Vec<i32> {
    let answer = voter.answers.get(at).cloned().unwrap_or_default();
    let Answer::Marks(marks) = answer else { return vec![0; question.choices.len()] };
    question.on_paper().iter().map(|choice| marks.get(&choice.number).copied().unwrap_or(0)).collect()
}

fn table(lang: Lang, title: String, question: &Question, at: usize, members: &[Voter], guests: &[Voter]) -> Times {
    let row = |voter: &Voter| {
        let words = marks(voter, at, question).into_iter().map(|mark| lang.t(&format!("poll-time-{mark}"))).collect();
        (voter.name.clone(), words)
    };
    let sum = |key: &str, people: &mut dyn Iterator<Item = &Voter>| {
        let mut can = vec![0_i64; question.choices.len()];
        for voter in people {
            let marked = marks(voter, at, question);
            can.iter_mut().zip(marked).for_each(|(can, mark)| *can += i64::from(mark > 0));
        }
        (lang.t(key), can.into_iter().map(|can| lang.number(can)).collect())
    };
    let mut sums = vec![sum("poll-bars-can", &mut members.iter())];
    if !guests.is_empty() {
        sums.push(sum("guests-can-with", &mut members.iter().chain(guests)));
    }
    Times {
        title,
        times: question.on_paper().iter().map(|choice| choice.title(lang).to_owned()).collect(),
        rows: members.iter().chain(guests).map(row).collect(),
        sums,
    }
}
