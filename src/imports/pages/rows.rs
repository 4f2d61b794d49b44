//! The preview of a file whose rows are not people of the register: every row, what is asked about its words, what would happen.

use askama::Template;

use super::notices;
use super::preview::{PREVIEW_ROWS, Tab, Wrong};
use super::telling::left_out_columns;
use crate::imports::asked::{Choice, Group, OUT, Query};
use crate::imports::{Answers, Import, What};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::tasks::Holder;

/// How many questions one page asks; the next come when these are answered.
const QUESTIONS_MAX: usize = 20;

/// What a kind of file says of itself.
pub struct Parts<'a, R> {
    pub rows: &'a [R],
    /// The group of a row, and its line.
    pub place: fn(&R) -> (Group, u64),
    pub shown: &'a dyn Fn(&R) -> Shown,
    pub questions: &'a [Query],
    pub asked: &'a dyn Fn(&Query) -> Asked,
    pub seal: String,
    /// Everything that will happen, as the words of the button; empty when nothing will.
    pub act: String,
    /// What else comes of it.
    pub effects: Vec<String>,
    pub notices: Vec<String>,
}

#[derive(Template)]
#[template(path = "imports/rows.html")]
struct RowsPage {
    page: Page,
    what: What,
    id: i64,
    name: String,
    total: usize,
    tabs: Vec<Tab>,
    group: &'static str,
    rows: Vec<Shown>,
    next: Option<u64>,
    asked: Vec<Asked>,
    /// How many questions are not on this page.
    asked_later: usize,
    has_problems: bool,
    seal: String,
    act: String,
    effects: Vec<String>,
    notices: Vec<String>,
    recalled: bool,
    left_out_columns: Vec<String>,
}

impl RowsPage {
    fn key(&self, word: &str) -> String {
        key(self.what, word)
    }
}

/// The key of what is said of one kind of file.
pub fn key(what: What, word: &str) -> String {
    format!("imports-{}-{word}", what.word())
}

/// One row of the file.
pub struct Shown {
    pub line: u64,
    pub name: String,
    pub facts: String,
    /// Where it is to be seen, if it is there already.
    pub href: Option<String>,
    pub problems: Vec<Wrong>,
}

/// What is asked of one text.
pub struct Asked {
    key: String,
    words: String,
    /// In which rows it stands.
    rows: String,
    /// Groups of answers: their name, and word and name of each.
    answers: Vec<(String, Vec<(String, String)>)>,
}

pub fn preview<R>(visit: &Visit, import: &Import, parts: Parts<'_, R>, query: &Form) -> Answer {
    let (lang, place) = (visit.lang, parts.place);
    let counts = Group::counts(parts.rows.iter().map(|row| place(row).0));
    let first = Group::ALL.iter().zip(counts).find(|(_, count)| *count > 0).map_or(Group::ALL[2], |(group, _)| *group);
    let wanted = Group::ALL.iter().find(|(word, _)| *word == query.value("group")).copied();
    let (word, group) = wanted.unwrap_or(first);
    let after = query.value("after").parse().unwrap_or(0);
    let of_group = |row: &&R| place(row).0 == group && place(row).1 > after;
    let mut rows: Vec<&R> = parts.rows.iter().filter(of_group).collect();
    let next = (rows.len() > PREVIEW_ROWS).then(|| place(rows[PREVIEW_ROWS - 1]).1);
    rows.truncate(PREVIEW_ROWS);
    let tab = |((word, tab), count): (&(&'static str, Group), usize)| Tab {
        word,
        words: lang.with(&key(import.what, &format!("group-{word}")), &[("count", count.into())]),
        current: *tab == group,
    };
    let page = RowsPage {
        page: Page::new(visit, "imports", "imports-preview-title"),
        what: import.what,
        id: import.id,
        name: import.name.clone(),
        total: parts.rows.len(),
        tabs: Group::ALL.iter().zip(counts).filter(|(_, count)| *count > 0).map(tab).collect(),
        group: word,
        rows: rows.into_iter().map(parts.shown).collect(),
        next,
        asked: parts.questions.iter().take(QUESTIONS_MAX).map(parts.asked).collect(),
        asked_later: parts.questions.len().saturating_sub(QUESTIONS_MAX),
        has_problems: counts[0] > 0,
        seal: parts.seal,
        act: parts.act,
        effects: parts.effects,
        notices: notices(lang, &import.sheet).into_iter().chain(parts.notices).collect(),
        recalled: import.recalled,
        left_out_columns: left_out_columns(lang, import),
    };
    page::ok(visit, &page)
}

/// A question with its answers: those who may be meant first, what else can be said last.
pub fn asked(
    lang: Lang,
    what: What,
    question: &Query,
    among: Vec<(String, &[Choice])>,
    others: Vec<(String, String)>,
) -> Asked {
    let named = |choice: &Choice| {
        let name = choice.name(lang);
        let name = if choice.fact.is_empty() { name.to_owned() } else { format!("{name} ({})", choice.fact) };
        (choice.word.clone(), name)
    };
    let perhaps = (lang.t("imports-tasks-perhaps"), question.candidates.as_slice());
    let groups = std::iter::once(perhaps).chain(among);
    let mut answers: Vec<_> =
        groups.map(|(name, choices)| (name, choices.iter().map(named).collect::<Vec<_>>())).collect();
    answers.push((lang.t("imports-tasks-otherwise"), others));
    answers.retain(|(_, choices)| !choices.is_empty());
    let of = [
        ("text", question.text.as_str().into()),
        ("count", question.rows.into()),
        ("line", question.line.to_string().into()),
    ];
    let rows = if question.text.is_empty() { String::new() } else { lang.with("imports-tasks-ask-rows", &of) };
    Asked {
        key: question.key.clone(),
        words: lang.with(&key(what, &format!("ask-{}", question.kind)), &of),
        rows,
        answers,
    }
}

/// "Leave these rows out".
pub fn out(lang: Lang) -> (String, String) {
    (OUT.to_owned(), lang.t("imports-tasks-out"))
}

/// What was answered to these questions, as far as it can be an answer: one of the words that its kind has, or somebody.
pub fn answers(form: &Form) -> Answers {
    let is_one = |key: &str, word: &str| {
        let kind = key.split(':').next().unwrap_or_default();
        word == OUT
            || words(kind).contains(&word)
            || kind == "time" && crate::imports::meetings::time(word).is_some()
            || ["who", "committee", "kind"].contains(&kind) && Holder::parse(word).is_some()
    };
    let asked = form.all("asked").enumerate();
    let answered = asked.map(|(at, key)| (key.to_owned(), form.value(&format!("answer_{at}")).to_owned()));
    answered.filter(|(key, word)| is_one(key, word)).collect()
}

/// The words that can be answered to a kind of question.
pub fn words(kind: &str) -> &'static [&'static str] {
    match kind {
        "state" => &["todo", "doing", "waiting", "done", "cancelled"],
        "mark" => &["present", "online", "excused", "absent"],
        "kind" => &["annual", "special", "general", "board"],
        "who" | "committee" => &["none"],
        _ => &[],
    }
}
