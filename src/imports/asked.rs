//! What is asked of a file whose rows are not people of the register: what its words mean, each once, however many rows have it. As long as
//! nobody answered, those rows are left out.

use super::columns::folded;
use super::rules::Answers;
use crate::platform::i18n::Lang;

/// What is answered where nobody and nothing is meant, and where the rows are left out.
pub const NONE: &str = "none";
pub const OUT: &str = "out";
/// So many as may be meant are proposed before everybody else.
const CANDIDATES_MAX: usize = 8;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Problem,
    /// Something in it is asked and not answered yet.
    Asked,
    New,
    /// It is there already, or further up in the file.
    Same,
    /// Somebody said to leave it out.
    LeftOut,
    /// Nothing is in the row, or sums.
    Nothing,
}

impl Group {
    /// In the order in which they are shown.
    pub const ALL: [(&'static str, Self); 6] = [
        ("problems", Self::Problem),
        ("asked", Self::Asked),
        ("new", Self::New),
        ("same", Self::Same),
        ("left", Self::LeftOut),
        ("nothing", Self::Nothing),
    ];

    /// How many of some rows are of each, in the order of `ALL`.
    pub fn counts(rows: impl Iterator<Item = Self> + Clone) -> [usize; 6] {
        Self::ALL.map(|(_, group)| rows.clone().filter(|one| *one == group).count())
    }
}

/// What a text means.
pub enum Meaning<T> {
    Is(T),
    /// Its rows are left out.
    Out,
    /// Nobody said yet.
    Unclear,
}

/// Somebody or something that can be chosen: a word, and a name in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub word: String,
    name_en: String,
    name_fr: String,
    /// What tells apart those of one name.
    pub fact: String,
}

impl Choice {
    pub fn new(word: String, names: (String, String), fact: String) -> Self {
        Self { word, name_en: names.0, name_fr: names.1, fact }
    }

    pub fn name(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.name_en } else { &self.name_fr }
    }
}

/// Those who share a word with a text, who share most first.
pub fn near(text: &str, among: &[Choice]) -> Vec<Choice> {
    let words: Vec<String> = folded(text).split(' ').filter(|word| word.len() > 2).map(str::to_owned).collect();
    let shared = |one: &Choice| {
        let name = folded(&format!("{} {}", one.name_en, one.name_fr));
        words.iter().filter(|word| name.split(' ').any(|other| other == word.as_str())).count()
    };
    let mut near: Vec<(usize, &Choice)> =
        among.iter().map(|one| (shared(one), one)).filter(|(count, _)| *count > 0).collect();
    near.sort_by(|(one, _), (other, _)| other.cmp(one));
    near.into_iter().take(CANDIDATES_MAX).map(|(_, one)| one.clone()).collect()
}

/// What is asked of a text: whom or what it means.
#[derive(Debug, Clone)]
pub struct Query {
    /// `who`, `committee`, `state`, `mark` …
    pub kind: &'static str,
    pub text: String,
    /// Under which its answer is kept.
    pub key: String,
    /// In how many rows it stands, and in which first.
    pub rows: usize,
    pub line: u64,
    last: u64,
    /// Who may be meant; the others can be chosen too.
    pub candidates: Vec<Choice>,
}

/// Under which an answer is kept.
pub fn key(kind: &str, text: &str) -> String {
    format!("{kind}:{}", folded(text))
}

/// Asks what the texts of one row mean, all of the row at once.
pub struct Questions<'a> {
    pub answers: &'a Answers,
    pub list: &'a mut Vec<Query>,
    pub line: u64,
    pub unclear: bool,
    pub out: bool,
}

impl<'a> Questions<'a> {
    pub fn of(answers: &'a Answers, list: &'a mut Vec<Query>, line: u64) -> Self {
        Self { answers, list, line, unclear: false, out: false }
    }

    /// What was answered; else it is asked.
    pub fn answer(
        &mut self,
        kind: &'static str,
        text: &str,
        candidates: impl FnOnce() -> Vec<Choice>,
    ) -> Option<String> {
        match self.answers.get(&key(kind, text)) {
            Some(word) if word == OUT => {
                self.out = true;
                None
            }
            Some(word) => Some(word.clone()),
            None => {
                self.ask(kind, text, candidates);
                None
            }
        }
    }

    pub fn ask(&mut self, kind: &'static str, text: &str, candidates: impl FnOnce() -> Vec<Choice>) {
        self.unclear = true;
        let key = key(kind, text);
        let line = self.line;
        if let Some(known) = self.list.iter_mut().find(|question| question.key == key) {
            known.rows += usize::from(known.last != line);
            known.last = line;
            return;
        }
        self.list.push(Query { kind, text: text.to_owned(), key, rows: 1, line, last: line, candidates: candidates() });
    }
}
