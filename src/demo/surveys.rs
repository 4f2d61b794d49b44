//! Two rounds of a survey of the demo co-op: one of last spring, counted and partly read, and one that is open.
//!
//! Nobody can answer in the past, so what was answered is put in sealed before the end; everything else is done by the verbs that people use.

use chrono::{DateTime, TimeDelta, Utc};

use super::{DEMO_ACCOUNTS, Demo};
use crate::platform::error::Result;
use crate::surveys::rules::Said;
use crate::surveys::{self, Kind, NewQuestion, NewSurvey};

/// What people wrote last spring, and whether others can read it; one waits to be read.
const WORDS: [(&str, bool); 3] = [
    ("A bench in the courtyard, where one can sit in the shade.", true),
    ("Le chauffage du troisième étage : il fait froid tous les hivers.", true),
    ("Tell us what becomes of the things we report. I wrote twice about the door and heard nothing.", false),
];

/// Of a hundred people, how many are content: from 1 to 5, by question.
const CONTENT: [[i64; 5]; 5] =
    [[2, 8, 16, 48, 26], [6, 18, 24, 38, 14], [8, 20, 30, 30, 12], [0, 6, 14, 44, 36], [10, 24, 32, 26, 8]];

/// A number from 1 to 5, by a lot of 0 to 99.
fn value(content: &[i64; 5], lot: i64) -> usize {
    let mut left = lot;
    let place = content.iter().position(|share| {
        left -= share;
        left < 0
    });
    place.unwrap_or(4) + 1
}

/// What somebody says: now and then they leave a question out, and a few are a little more content than before.
fn said(member: i64, round: i64, words: Option<&str>) -> Vec<Said> {
    let lot = |salt: i64| (member * 53 + salt * 29 + 7) % 100;
    let one = |(salt, content): (i64, &[i64; 5])| {
        let left_out = salt > 0 && (member + salt) % 11 == 0;
        let lot = (lot(salt) + 6 * (round - 1)).min(99);
        if left_out { Said::Nothing } else { Said::Chosen(vec![value(content, lot)]) }
    };
    let words = words.map_or(Said::Nothing, |words| Said::Words(words.to_owned()));
    (0..).zip(&CONTENT).map(one).chain([words]).collect()
}

impl Demo<'_> {
    pub(super) fn surveys(&mut self) -> Result<()> {
        let begun = self.instant(self.today() - TimeDelta::days(200), 9);
        let day = crate::platform::clock::date_in(self.coop.zone, begun);
        let (new, questions) = surveys::ready_made(day);
        let first = surveys::add(&mut self.at(begun - TimeDelta::days(2)), &new, &questions)?;
        surveys::open(&mut self.at(begun), first)?;
        self.answers(first, begun, (1, 37), &WORDS.map(|(words, _)| words))?;
        let end = begun + TimeDelta::days(15);
        surveys::close(&mut self.at(end), first)?;
        let read = WORDS.iter().filter(|(_, released)| *released);
        for (words, _) in read {
            let all = surveys::comments(self.conn, first)?;
            if let Some(comment) = all.iter().find(|comment| comment.text == *words) {
                surveys::release(&mut self.at(end + TimeDelta::days(1)), first, comment.number)?;
            }
        }
        let again = self.instant(self.today() - TimeDelta::days(5), 9);
        let second = surveys::copy(&mut self.at(again), first)?;
        let ends_on = self.today() + TimeDelta::days(9);
        surveys::change(&mut self.at(again), second, &NewSurvey { ends_on, every_months: Some(6), ..new }, 1)?;
        surveys::open(&mut self.at(again), second)?;
        self.answers(second, again, (2, 22), &[])?;
        self.draft()
    }

    /// One that is being written.
    fn draft(&mut self) -> Result<()> {
        let both = |[en, fr]: [&str; 2]| (en.to_owned(), fr.to_owned());
        let (title_en, title_fr) = both(["What to plant in the courtyard", "Que planter dans la cour"]);
        let (intro_en, intro_fr) = both([
            "The garden committee has **$900** for the spring and would like to know what you would enjoy.",
            "Le comité du jardin a **900 $** pour le printemps et aimerait savoir ce qui vous ferait plaisir.",
        ]);
        let ends_on = self.today() + TimeDelta::days(20);
        let new = NewSurvey { title_en, title_fr, intro_en, intro_fr, ends_on, every_months: None };
        let question = |kind, texts, choices: &[[&str; 2]]| {
            let (text_en, text_fr) = both(texts);
            let (choices_en, choices_fr) = choices.iter().copied().map(both).unzip();
            NewQuestion { kind, text_en, text_fr, choices_en, choices_fr, required: false, overall: false }
        };
        let plants = [["Lilacs", "Des lilas"], ["Roses", "Des rosiers"], ["An apple tree", "Un pommier"]];
        let hours = [["Yes", "Oui"], ["No", "Non"], ["I do not know yet", "Je ne sais pas encore"]];
        let questions = [
            question(Kind::Choices, ["What would you like to see?", "Qu’aimeriez-vous voir?"], &plants),
            question(Kind::Choice, ["Would you help to plant?", "Aideriez-vous à planter?"], &hours),
        ];
        let at = self.now - TimeDelta::days(2);
        surveys::add(&mut self.at(at), &new, &questions)?;
        Ok(())
    }

    /// Answers of so many in a hundred of those who are asked, but for the two who can sign in with one click while it is open.
    fn answers(&mut self, id: i64, at: DateTime<Utc>, (round, share): (i64, i64), words: &[&str]) -> Result<()> {
        let own = [0, 1].map(|nth| self.people.get(DEMO_ACCOUNTS[nth].name).copied().unwrap_or_default());
        let people = surveys::asked(self.conn, id)?;
        let answers = people.iter().copied().filter(|member| (member * 37 + 11) % 100 < share && !own.contains(member));
        let all: Vec<(i64, Vec<Said>)> = (0..)
            .zip(answers)
            .map(|(nth, member): (usize, i64)| (member, said(member, round, words.get(nth).copied())))
            .collect();
        surveys::fill_demo(&mut self.at(at), id, &all)
    }
}
