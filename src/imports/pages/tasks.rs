//! The preview of tasks: every row, what is asked about whom, and the hours that would be written down.

use askama::Template;

use super::notices;
use super::preview::{PREVIEW_ROWS, Tab, Wrong, wrong};
use super::telling::{left, left_out_columns, of, sentence};
use crate::imports::tasks::reading::Entry;
use crate::imports::tasks::{Choice, Group, NONE, OUT, Plan, Row};
use crate::imports::{Answers, Import};
use crate::platform::duration;
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::tasks::Holder;

/// How many questions one page asks; the next come when these are answered.
const QUESTIONS_MAX: usize = 20;
/// The states that can be chosen where a word is not known.
const STATES: [&str; 5] = ["todo", "doing", "waiting", "done", "cancelled"];

#[derive(Template)]
#[template(path = "imports/tasks.html")]
struct TasksPage {
    page: Page,
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
    /// Everything that will happen, as the words of the button; empty when nothing will.
    act: String,
    /// What becomes of the hours, and on which day they count.
    hours: Vec<String>,
    notices: Vec<String>,
    recalled: bool,
    left_out_columns: Vec<String>,
}

/// One row of the file.
struct Shown {
    line: u64,
    name: String,
    facts: String,
    /// The task that is there already.
    known: Option<i64>,
    problems: Vec<Wrong>,
}

/// What is asked of one text.
struct Asked {
    key: String,
    words: String,
    rows: String,
    /// Groups of answers: their name, and word and name of each.
    answers: Vec<(String, Vec<(String, String)>)>,
}

pub fn preview(visit: &Visit, import: &Import, plan: &Plan, query: &Form) -> Answer {
    let counts = plan.counts();
    let first = Group::ALL.iter().zip(counts).find(|(_, count)| *count > 0).map_or(Group::ALL[2], |(group, _)| *group);
    let wanted = Group::ALL.iter().find(|(word, _)| *word == query.value("group")).copied();
    let (word, group) = wanted.unwrap_or(first);
    let after = query.value("after").parse().unwrap_or(0);
    let mut rows: Vec<&Row> = plan.rows.iter().filter(|row| row.group == group && row.line > after).collect();
    let next = (rows.len() > PREVIEW_ROWS).then(|| rows[PREVIEW_ROWS - 1].line);
    rows.truncate(PREVIEW_ROWS);
    let lang = visit.lang;
    let tab = |((word, tab), count): (&(&'static str, Group), usize)| Tab {
        word,
        words: lang.with(&format!("imports-tasks-group-{word}"), &[("count", count.into())]),
        current: *tab == group,
    };
    let page = TasksPage {
        page: Page::new(visit, "imports", "imports-preview-title"),
        id: import.id,
        name: import.name.clone(),
        total: plan.rows.len(),
        tabs: Group::ALL.iter().zip(counts).filter(|(_, count)| *count > 0).map(tab).collect(),
        group: word,
        rows: rows.into_iter().map(|row| shown(lang, import, row)).collect(),
        next,
        asked: plan.questions.iter().take(QUESTIONS_MAX).map(|question| asked(lang, plan, question)).collect(),
        asked_later: plan.questions.len().saturating_sub(QUESTIONS_MAX),
        has_problems: counts[0] > 0,
        seal: plan.seal(),
        act: act_words(lang, plan),
        hours: hours(lang, plan),
        notices: notices(lang, &import.sheet),
        recalled: import.recalled,
        left_out_columns: left_out_columns(lang, import),
    };
    page::ok(visit, &page)
}

/// "Add 138 tasks, leave out 2 rows"; nothing where none comes in.
fn act_words(lang: Lang, plan: &Plan) -> String {
    let [problems, asked, new, _, out, _] = plan.counts();
    if new == 0 {
        return String::new();
    }
    sentence(lang, [("imports-act-add", of(lang, &[("tasks", new)])), left(lang, problems + asked + out)])
}

fn hours(lang: Lang, plan: &Plan) -> Vec<String> {
    let said =
        |key: &str, minutes: i64| (minutes > 0).then(|| lang.with(key, &[("hours", duration::said(minutes).into())]));
    let day =
        (plan.done_when_due > 0).then(|| lang.with("imports-tasks-when-due", &[("count", plan.done_when_due.into())]));
    [said("imports-tasks-hours", plan.minutes), said("imports-tasks-hours-waiting", plan.waiting), day]
        .into_iter()
        .flatten()
        .collect()
}

fn shown(lang: Lang, import: &Import, row: &Row) -> Shown {
    let name = match row.group {
        Group::Nothing => lang.t("imports-tasks-nothing"),
        _ => row.said.title.clone(),
    };
    let mut facts = facts(lang, &row.said);
    if let Some(line) = row.earlier {
        facts = format!("{facts} · {}", lang.with("imports-tasks-earlier", &[("line", line.to_string().into())]));
    }
    let problems = row.problems.iter().map(|problem| wrong(lang, import, row.at, problem)).collect();
    Shown { line: row.line, name, facts, known: row.known, problems }
}

/// What else the row says, as it says it.
fn facts(lang: Lang, said: &Entry) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| lang.day(day)).unwrap_or_default();
    let hours = if said.minutes > 0 { duration::said(said.minutes.into()) } else { String::new() };
    let outcome = said.outcome.chars().take(80).collect();
    let facts = [said.who.join(", "), said.committee.clone(), day(said.due_on), said.state.clone(), hours, outcome];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn asked(lang: Lang, plan: &Plan, question: &crate::imports::tasks::Query) -> Asked {
    let named = |choice: &Choice| {
        let name = choice.name(lang);
        let name = if choice.fact.is_empty() { name.to_owned() } else { format!("{name} ({})", choice.fact) };
        (choice.word.clone(), name)
    };
    let all = |key: &str, choices: &[Choice]| (lang.t(key), choices.iter().map(named).collect::<Vec<_>>());
    let mut answers = vec![all("imports-tasks-perhaps", &question.candidates)];
    let mut others = vec![(OUT.to_owned(), lang.t("imports-tasks-out"))];
    match question.kind {
        "state" => {
            let states = STATES.map(|word| (word.to_owned(), lang.t(&format!("task-status-{word}"))));
            answers.push((lang.t("column-state"), states.to_vec()));
        }
        "committee" => {
            answers.push(all("imports-tasks-committees", &plan.book.committees));
            others.insert(0, (NONE.to_owned(), lang.t("imports-tasks-no-committee")));
        }
        _ => {
            answers.push(all("imports-tasks-people", &plan.book.people));
            answers.push(all("imports-tasks-homes", &plan.book.homes));
            answers.push(all("imports-tasks-committees", &plan.book.committees));
            others.insert(0, (NONE.to_owned(), lang.t("imports-tasks-nobody")));
        }
    }
    answers.push((lang.t("imports-tasks-otherwise"), others));
    answers.retain(|(_, choices)| !choices.is_empty());
    let of = [
        ("text", question.text.as_str().into()),
        ("count", question.rows.into()),
        ("line", question.line.to_string().into()),
    ];
    Asked {
        key: question.key.clone(),
        words: lang.with(&format!("imports-tasks-ask-{}", question.kind), &of),
        rows: lang.with("imports-tasks-ask-rows", &of),
        answers,
    }
}

/// What was answered to these questions, as far as it can be an answer.
pub fn answers(form: &Form) -> Answers {
    let is_one = |key: &str, word: &str| match key.split(':').next() {
        Some("state") => word == OUT || STATES.contains(&word),
        Some("who" | "committee") => [NONE, OUT].contains(&word) || Holder::parse(word).is_some(),
        _ => false,
    };
    let asked = form.all("asked").enumerate();
    let answered = asked.map(|(at, key)| (key.to_owned(), form.value(&format!("answer_{at}")).to_owned()));
    answered.filter(|(key, word)| is_one(key, word)).collect()
}
