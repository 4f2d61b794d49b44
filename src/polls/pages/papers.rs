//! Ballot papers to print: each on a sheet of its own, with a number on its stub and none on the paper, in both languages at once.

use actix_web::web;
use askama::Template;

use super::ballot_box::must_be_asked;
use super::fields::{self, Fields};
use crate::platform::error::Error;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::visit::Visit;
use crate::polls::paper::Marking;
use crate::polls::{Poll, Question, State, store};

/// The most papers that are printed at once.
const COPIES_MAX: i64 = 200;

/// What stands on a paper in both languages; once where both say the same.
struct Both {
    en: String,
    fr: String,
}

impl Both {
    fn new(en: String, fr: String) -> Self {
        let fr = if en == fr { String::new() } else { fr };
        Self { en, fr }
    }

    fn of(words: impl Fn(Lang) -> String) -> Self {
        Self::new(words(Lang::En), words(Lang::Fr))
    }
}

/// A line of a paper: what can be marked.
struct Line {
    words: Both,
    note: Both,
}

/// A question as it is printed.
struct Printed {
    title: Both,
    /// What to do.
    help: Both,
    /// A number is written in a box, and no circle filled.
    numbers: bool,
    /// Circles beside each line, by what each is for; one without words where there are none.
    circles: Vec<Both>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "polls/papers.html")]
struct PapersPage {
    page: Page,
    id: i64,
    title: Both,
    /// The numbers of the stubs.
    stubs: Vec<String>,
    questions: Vec<Printed>,
    how: Vec<Both>,
}

/// Whether papers can be printed: not before the order of the choices is drawn, and not once nobody can vote any more.
pub fn are_printable(poll: &Poll, questions: &[Question], state: State) -> bool {
    let drawn = questions.iter().all(|question| !question.shuffled);
    poll.secrecy.is_secret() && (state == State::Open || state == State::Scheduled && drawn)
}

/// Whether it is answered by numbers in boxes, and not by filling in circles.
fn has_numbers(question: &Question) -> bool {
    matches!(question.method.marking(), Marking::Points | Marking::Dots | Marking::Ranks { .. })
}

fn printed([en, fr]: [&Fields; 2], question: &Question) -> Printed {
    let numbers = has_numbers(question);
    let line = |(en, fr): (&fields::Row, &fields::Row)| Line {
        words: Both::new(en.title.clone(), fr.title.clone()),
        note: Both::new(en.note.clone(), fr.note.clone()),
    };
    let circle = |((_, en), (_, fr)): (&(String, String), &(String, String))| Both::new(en.clone(), fr.clone());
    let times = question.method.marking() == Marking::Times;
    Printed {
        title: Both::new(en.title.clone(), fr.title.clone()),
        help: Both::new(en.help.clone(), fr.help.clone()),
        numbers,
        circles: match (numbers, times) {
            (true, _) => Vec::new(),
            (_, true) => en.options.iter().zip(&fr.options).map(circle).collect(),
            _ => vec![Both::new(String::new(), String::new())],
        },
        lines: en.rows.iter().zip(&fr.rows).map(line).collect(),
    }
}

/// As many ballot papers as were asked for.
pub async fn show(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Reply {
    let id = id.into_inner();
    let (first, copies) = asked(&query);
    let (poll, questions) = visit
        .read(move |conn, visit| {
            must_be_asked(conn, visit, id)?;
            store::whole(conn, id)
        })
        .await?;
    if !are_printable(&poll, &questions, poll.state(visit.now)) {
        return Err(Error::NotFound);
    }
    let [en, fr] = [Lang::En, Lang::Fr].map(|lang| fields::fields(lang, &questions, None));
    let papers = PapersPage {
        page: Page::new(&visit, "polls", "papers-title"),
        id,
        title: Both::of(|lang| poll.title(lang).to_owned()),
        stubs: (first..first + copies).map(|number| number.to_string()).collect(),
        questions: questions.iter().enumerate().map(|(at, question)| printed([&en[at], &fr[at]], question)).collect(),
        how: how(&questions).into_iter().map(|key| Both::of(|lang| lang.t(key))).collect(),
    };
    page::ok(&visit, &papers)
}

/// The first number of a stub, and how many papers.
fn asked(query: &Form) -> (i64, i64) {
    let number = |name: &str, most: i64| query.value(name).parse::<i64>().unwrap_or(1).clamp(1, most);
    (number("first", i64::from(store::ballot_box::PAPERS_MAX)), number("copies", COPIES_MAX))
}

/// How a paper is filled in, as keys of the words.
fn how(questions: &[Question]) -> Vec<&'static str> {
    let side = |question: &Question| question.method.sides().last().copied();
    let mut how = Vec::new();
    if questions.iter().any(|question| !has_numbers(question)) {
        how.push("paper-how-mark");
    }
    if questions.iter().any(has_numbers) {
        how.push("paper-how-number");
    }
    if questions.iter().any(|question| side(question).is_some()) {
        how.push("paper-how-blank");
    }
    how.extend(["paper-how-name", "paper-how-spoiled", "paper-how-fold"]);
    how
}
