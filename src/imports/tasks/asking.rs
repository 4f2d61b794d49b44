//! Whom and what the words of a file mean: people, homes, committees, states. What could be several, or nobody, is asked, each text once.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::imports::asked::{self, Choice, NONE, Questions};
use crate::imports::cells::{home_key, is_home};
use crate::imports::columns::folded;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::tasks::Holder;
use crate::tasks::rules::Lane;
use crate::{committees, members, units};

/// The state of a task that was called off.
pub const CANCELLED: &str = "cancelled";
/// Who and what there is to be meant.
#[derive(Debug, Default)]
pub struct Book {
    pub people: Vec<Choice>,
    pub homes: Vec<Choice>,
    pub committees: Vec<Choice>,
    /// Holders by each way to write their names, folded.
    by_name: HashMap<String, Vec<Holder>>,
    by_home: HashMap<String, Vec<Holder>>,
    by_word: HashMap<String, Holder>,
}

fn choice(holder: Holder, names: (String, String), fact: String) -> Choice {
    Choice::new(holder.value(), names, fact)
}

impl Book {
    /// Everybody who is in the co-op now, every home, every committee there still is.
    pub fn of(conn: &mut PgConnection, today: NaiveDate) -> Result<Self> {
        let mut book = Self::default();
        for member in members::known(conn, today, Lang::En)? {
            if member.status == members::Status::Former.word() {
                continue;
            }
            let (holder, name) = (Holder::Member(member.id), format!("{} {}", member.given_name, member.family_name));
            let name = name.trim().to_owned();
            book.call(holder, &name);
            book.call(holder, &format!("{} {}", member.family_name, member.given_name));
            for also in member.also() {
                book.call(holder, &format!("{} {}", also.given_name, also.family_name));
            }
            book.people.push(choice(holder, (name.clone(), name), member.units.join(", ")));
        }
        book.people.sort_by_key(|person| folded(person.name(Lang::En)));
        for (id, name) in units::options(conn)? {
            let holder = Holder::Unit(id);
            let key = home_key(&name);
            let label = key.split('|').next().unwrap_or_default().to_owned();
            book.by_home.entry(label.clone()).or_default().push(holder);
            if key != label {
                book.by_home.entry(key).or_default().push(holder);
            }
            book.by_word.insert(holder.value(), holder);
            let named = |lang: Lang| lang.with("task-home", &[("home", name.as_str().into())]);
            book.homes.push(choice(holder, (named(Lang::En), named(Lang::Fr)), String::new()));
        }
        let french: HashMap<i64, String> = committees::options(conn, Lang::Fr)?.into_iter().collect();
        for (id, english) in committees::options(conn, Lang::En)? {
            let holder = Holder::Committee(id);
            let name_fr = french.get(&id).cloned().unwrap_or_else(|| english.clone());
            book.call(holder, &english);
            book.call(holder, &name_fr);
            book.committees.push(choice(holder, (english, name_fr), String::new()));
        }
        Ok(book)
    }

    fn call(&mut self, holder: Holder, name: &str) {
        let named = self.by_name.entry(folded(name)).or_default();
        if !named.contains(&holder) {
            named.push(holder);
        }
        self.by_word.insert(holder.value(), holder);
    }

    /// Everybody of whom a text may tell, as far as names and homes say so.
    fn meant(&self, text: &str) -> &[Holder] {
        let found = if is_home(text) { self.by_home.get(&home_key(text)) } else { self.by_name.get(&folded(text)) };
        found.map_or(&[], Vec::as_slice)
    }

    fn all(&self) -> impl Iterator<Item = &Choice> {
        self.people.iter().chain(&self.homes).chain(&self.committees)
    }

    /// Those who may be meant: all of that name, else those who share a word of it.
    fn candidates(&self, text: &str, among: &[Choice]) -> Vec<Choice> {
        let exact: Vec<String> = self.meant(text).iter().map(|holder| holder.value()).collect();
        if !exact.is_empty() {
            return self.all().filter(|one| exact.contains(&one.word)).cloned().collect();
        }
        asked::near(text, among)
    }
}

/// Asks what the texts of one row mean.
pub struct Asking<'a> {
    pub book: &'a Book,
    pub questions: Questions<'a>,
}

impl Asking<'_> {
    /// Who is meant; nobody where that was answered, or it is not clear yet.
    pub fn who(&mut self, text: &str) -> Option<Holder> {
        let nobody = ["nobody", "personne", "unassigned", "non attribue", "non attribuee", "anybody", "n importe qui"];
        if nobody.contains(&folded(text).as_str()) {
            return None;
        }
        match self.book.meant(text) {
            [only] => Some(*only),
            _ => self.answered("who", text),
        }
    }

    /// Whose area it is.
    pub fn committee(&mut self, text: &str) -> Option<i64> {
        if text.is_empty() {
            return None;
        }
        let named: Vec<i64> = self.book.meant(text).iter().filter_map(|holder| committee(*holder)).collect();
        match named.as_slice() {
            [only] => Some(*only),
            _ => self.answered("committee", text).and_then(committee),
        }
    }

    fn answered(&mut self, kind: &'static str, text: &str) -> Option<Holder> {
        match self.answer(kind, text)?.as_str() {
            NONE => None,
            word => match self.book.by_word.get(word) {
                Some(holder) => Some(*holder),
                None => {
                    self.ask(kind, text);
                    None
                }
            },
        }
    }

    /// How far a task is; nowhere when it was called off.
    pub fn state(&mut self, text: &str) -> Option<Lane> {
        if text.is_empty() {
            return Some(Lane::Todo);
        }
        let word = state(text).map(str::to_owned).or_else(|| self.answer("state", text))?;
        let lane = Lane::parse(&word);
        if lane.is_none() && word != CANCELLED {
            self.ask("state", text);
        }
        lane
    }

    fn answer(&mut self, kind: &'static str, text: &str) -> Option<String> {
        let book = self.book;
        self.questions.answer(kind, text, || candidates(book, kind, text))
    }

    fn ask(&mut self, kind: &'static str, text: &str) {
        let book = self.book;
        self.questions.ask(kind, text, || candidates(book, kind, text));
    }
}

fn candidates(book: &Book, kind: &str, text: &str) -> Vec<Choice> {
    match kind {
        "who" => book.candidates(text, &book.people),
        "committee" => book.candidates(text, &book.committees),
        _ => Vec::new(),
    }
}

fn committee(holder: Holder) -> Option<i64> {
    if let Holder::Committee(id) = holder { Some(id) } else { None }
}

/// The words of both languages for how far a task is, as lists have them.
fn state(text: &str) -> Option<&'static str> {
    Some(match folded(text).as_str() {
        "to do" | "todo" | "open" | "new" | "not started" | "planned" | "no" | "0" | "a faire" | "ouvert"
        | "ouverte" | "nouveau" | "nouvelle" | "pas commence" | "pas commencee" | "non commence" | "non commencee"
        | "non demarre" | "non demarree" | "prevu" | "prevue" | "non" => "todo",
        "doing" | "in progress" | "started" | "under way" | "underway" | "ongoing" | "en cours" | "commence"
        | "commencee" | "entame" | "entamee" => "doing",
        "waiting" | "on hold" | "blocked" | "pending" | "paused" | "en attente" | "bloque" | "bloquee" | "suspendu"
        | "suspendue" => "waiting",
        "done" | "completed" | "complete" | "finished" | "yes" | "100" | "x" | "fait" | "faite" | "termine"
        | "terminee" | "complet" | "completee" | "fini" | "finie" | "accompli" | "accomplie" | "effectue"
        | "effectuee" | "oui" => "done",
        "cancelled" | "canceled" | "called off" | "dropped" | "annule" | "annulee" | "abandonne" | "abandonnee" => {
            CANCELLED
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_in_both_languages_and_as_we_call_them() {
        for (text, expected) in
            [("In Progress", "doing"), ("À faire", "todo"), ("TERMINÉE", "done"), ("Annulé", CANCELLED)]
        {
            assert_eq!(state(text), Some(expected), "{text}");
        }
        assert_eq!((state("closed"), state("fermé"), state("?")), (None, None, None), "done or called off: one asks");
        for lang in Lang::ALL {
            for word in ["todo", "doing", "waiting", "done", CANCELLED] {
                assert_eq!(state(&lang.t(&format!("task-status-{word}"))), Some(word), "{lang:?}");
            }
        }
    }
}
