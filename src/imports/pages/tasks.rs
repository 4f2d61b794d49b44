//! The preview of tasks: what each row says, whom and what its words may mean, and the hours that would be written down.

use super::preview::wrong;
use super::rows::{self, Asked, Parts, Shown};
use super::telling::{left, of, sentence};
use crate::imports::asked::{Group, NONE, Query};
use crate::imports::tasks::reading::Entry;
use crate::imports::tasks::{Plan, Row};
use crate::imports::{Import, What};
use crate::platform::duration;
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;

pub fn preview(visit: &Visit, import: &Import, plan: &Plan, query: &Form) -> Answer {
    let lang = visit.lang;
    let parts = Parts {
        rows: &plan.rows,
        place: |row| (row.group, row.line),
        shown: &|row| shown(lang, import, row),
        questions: &plan.questions,
        asked: &|question| asked(lang, plan, question),
        seal: plan.seal(),
        act: act_words(lang, plan),
        effects: hours(lang, plan),
        notices: Vec::new(),
    };
    rows::preview(visit, import, parts, query)
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
    Shown { line: row.line, name, facts, href: row.known.map(|id| format!("/tasks/{id}")), problems }
}

/// What else the row says, as it says it.
fn facts(lang: Lang, said: &Entry) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| lang.day(day)).unwrap_or_default();
    let hours = if said.minutes > 0 { duration::said(said.minutes.into()) } else { String::new() };
    let outcome = said.outcome.chars().take(80).collect();
    let facts = [said.who.join(", "), said.committee.clone(), day(said.due_on), said.state.clone(), hours, outcome];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn asked(lang: Lang, plan: &Plan, question: &Query) -> Asked {
    let (people, committees) = (plan.book.people.as_slice(), plan.book.committees.as_slice());
    let committees = (lang.t("imports-tasks-committees"), committees);
    let (among, other) = match question.kind {
        "state" => (Vec::new(), None),
        "committee" => (vec![committees], Some("imports-tasks-no-committee")),
        _ => {
            let homes = (lang.t("imports-tasks-homes"), plan.book.homes.as_slice());
            (vec![(lang.t("imports-tasks-people"), people), homes, committees], Some("imports-tasks-nobody"))
        }
    };
    let states = if question.kind == "state" { rows::words("state") } else { &[] };
    let mut others: Vec<(String, String)> =
        states.iter().map(|word| ((*word).to_owned(), lang.t_of("task-status-", word))).collect();
    others.extend(other.map(|key| (NONE.to_owned(), lang.t(key))));
    others.push(rows::out(lang));
    rows::asked(lang, What::Tasks, question, among, others)
}
