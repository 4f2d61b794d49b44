//! The ballot paper as the fields of a form: how they are shown, filled in and read.

use std::collections::BTreeMap;

use crate::platform::error::Result;
use crate::platform::forms::{Form, Reader};
use crate::platform::i18n::Lang;
use crate::polls::paper::{self, Answer, Marking, Method, Question, REASON_MAX, Side};
use crate::polls::{Ballot, Seen, words};

/// A question as its fields show it.
pub struct Fields {
    pub name: String,
    /// How it is counted: a word of `Method`, and of the address that explains it.
    pub method: &'static str,
    /// "Question 2 of 3"; empty where there is one.
    pub place: String,
    pub title: String,
    /// What to do: how many may be chosen, what points mean.
    pub help: String,
    /// How it is decided.
    pub rule: String,
    /// `side`, `one`, `many`, `pick` (points for each choice), `rank` (a place for each), `radio` (yes and no for each) or `number`.
    pub kind: &'static str,
    pub rows: Vec<Row>,
    /// What can be picked for each choice: ranks, points, yes and no.
    pub options: Vec<(String, String)>,
}

impl Fields {
    /// What a form puts first, second and so on: the names of those that share a place stand together.
    pub fn order(&self, form: &Form) -> Vec<String> {
        let mut order: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
        for row in &self.rows {
            if let Ok(rank) = form.value(&row.name).parse() {
                order.entry(rank).or_default().push(&row.title);
            }
        }
        order.into_values().map(|names| names.join(", ")).collect()
    }
}

/// A side or a choice.
pub struct Row {
    /// The name of its own field, where it has one.
    pub name: String,
    pub value: String,
    pub title: String,
    pub note: String,
}

/// The questions of a paper, in order.
pub fn fields(lang: Lang, questions: &[Question], roll: Option<i64>) -> Vec<Fields> {
    let many = questions.len();
    let of = |question: &Question| Fields {
        name: question.field(),
        method: question.method.word(),
        place: if many > 1 {
            lang.with("poll-question-of", &[("number", question.number.into()), ("many", many.into())])
        } else {
            String::new()
        },
        title: question.title(lang).to_owned(),
        help: help(lang, question),
        rule: words::rule_of(lang, question, roll),
        kind: kind(question),
        rows: rows(lang, question),
        options: options(lang, question),
    };
    questions.iter().map(of).collect()
}

pub fn kind(question: &Question) -> &'static str {
    match question.method.marking() {
        Marking::Side => "side",
        Marking::Some if question.seats == 1 => "one",
        Marking::Some | Marking::Any => "many",
        Marking::Points => "pick",
        Marking::Ranks { .. } => "rank",
        Marking::Times => "radio",
        Marking::Dots => "number",
    }
}

fn help(lang: Lang, question: &Question) -> String {
    let args = [("seats", question.seats.into()), ("points", question.points.into())];
    match question.method.marking() {
        Marking::Side => String::new(),
        Marking::Some if question.seats == 1 => lang.t("poll-help-one"),
        Marking::Some => lang.with("poll-help-some", &args),
        Marking::Any => lang.t("poll-help-any"),
        Marking::Points => lang.with("poll-help-points", &args),
        Marking::Dots => lang.with("poll-help-dots", &args),
        Marking::Ranks { .. } if question.method == Method::Meek => lang.t("poll-help-ranks-after-first"),
        Marking::Ranks { equal: true } => lang.t("poll-help-ranks-equal"),
        Marking::Ranks { equal: false } => lang.t("poll-help-ranks"),
        Marking::Times => lang.t("poll-help-times"),
    }
}

fn rows(lang: Lang, question: &Question) -> Vec<Row> {
    let side = |side: &Side| Row {
        name: question.field(),
        value: side.word().to_owned(),
        title: lang.t_of("poll-", side.word()),
        note: words::side_help(lang, *side, &question.rule),
    };
    if question.method.has_sides() {
        return question.method.sides().iter().map(side).collect();
    }
    let own = !matches!(kind(question), "one" | "many");
    let choice = |choice: &paper::Choice| Row {
        name: if own { format!("{}-{}", question.field(), choice.number) } else { question.field() },
        value: choice.number.to_string(),
        title: match choice.withdrawn_at {
            Some(_) => lang.with("poll-choice-withdrew", &[("name", choice.title(lang).into())]),
            None => choice.title(lang).to_owned(),
        },
        note: choice.cost.map(|cents| lang.money(cents)).unwrap_or_default(),
    };
    question.on_paper().into_iter().map(choice).collect()
}

/// What can be picked for each choice. Nothing is picked beforehand.
fn options(lang: Lang, question: &Question) -> Vec<(String, String)> {
    let numbers = |words: &dyn Fn(i32) -> String, from: i32, to: i32| -> Vec<(String, String)> {
        (from..=to).map(|number| (number.to_string(), words(number))).collect()
    };
    match question.method.marking() {
        Marking::Points => numbers(&|points| points.to_string(), 0, question.points),
        Marking::Ranks { .. } => {
            let rank = |rank: i32| lang.with("poll-rank", &[("rank", rank.into())]);
            let none = (String::new(), lang.t("poll-rank-none"));
            [vec![none], numbers(&rank, 1, question.choices.len() as i32)].concat()
        }
        Marking::Times => ["2", "1", "0"].map(|value| (value.to_owned(), lang.t_of("poll-time-", value))).to_vec(),
        _ => Vec::new(),
    }
}

/// The form as a ballot fills it.
pub fn filled(questions: &[Question], answers: &[String], reason: &str) -> Form {
    let mut values: Vec<(String, String)> = vec![("reason".to_owned(), reason.to_owned())];
    for (question, answer) in questions.iter().zip(answers) {
        let (field, ranks) = (question.field(), matches!(question.method.marking(), Marking::Ranks { .. }));
        match Answer::read(question.method, answer).unwrap_or_default() {
            Answer::Blank => {}
            Answer::Side(side) => values.push((field, side.word().to_owned())),
            Answer::Marks(marks) if matches!(kind(question), "one" | "many") => {
                values.extend(marks.keys().map(|choice| (field.clone(), choice.to_string())));
            }
            Answer::Marks(marks) => {
                values.extend(marks.iter().map(|(choice, points)| (format!("{field}-{choice}"), points.to_string())));
            }
            Answer::Ranks(all) if ranks => {
                let rank = |(rank, choices): (i32, &Vec<i32>)| {
                    choices.iter().map(move |choice| (*choice, rank)).collect::<Vec<_>>()
                };
                let named = (1..).zip(&all).flat_map(rank);
                values.extend(named.map(|(choice, rank)| (format!("{field}-{choice}"), rank.to_string())));
            }
            Answer::Ranks(_) => {}
        }
    }
    Form::filled(values.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

/// What a form answers.
///
/// # Errors
/// `Invalid` for a form that is held, and for what is no answer at all.
pub fn read(questions: &[Question], form: &Form) -> Result<Ballot> {
    let reader = form.reader();
    let mut skipped = Vec::new();
    let mut answers = Vec::new();
    for question in questions {
        answers.push(read_answer(&reader, form, question, &mut skipped));
    }
    let reason = form.names().any(|name| name == "reason").then(|| reader.text("reason", REASON_MAX));
    reader.finish()?;
    let seen =
        if form.names().any(|name| name == "seen") { Seen::At(form.value("seen").parse().ok()) } else { Seen::Unsaid };
    Ok(Ballot { answers, reason, seen, skipped })
}

fn read_answer(reader: &Reader<'_>, form: &Form, question: &Question, skipped: &mut Vec<i32>) -> Answer {
    let field = question.field();
    let chosen = || form.all(&field).filter(|value| !value.is_empty());
    let foreign = || {
        reader.refuse(&field, "poll-wrong-foreign");
        Answer::Blank
    };
    match question.method.marking() {
        Marking::Side => match form.value(&field) {
            "" => Answer::Blank,
            word => Side::parse(word).map_or_else(foreign, Answer::Side),
        },
        Marking::Some | Marking::Any => {
            let numbers: Option<Vec<i32>> = chosen().map(|value| value.parse().ok()).collect();
            numbers.map_or_else(foreign, |numbers| Answer::marks(numbers.into_iter().map(|number| (number, 1))))
        }
        Marking::Points | Marking::Dots | Marking::Times => Answer::marks(numbered(reader, form, question)),
        Marking::Ranks { .. } => {
            let ranks = numbered(reader, form, question);
            if paper::is_skipping(&ranks) {
                skipped.push(question.number);
            }
            Answer::ranks(ranks)
        }
    }
}

/// The number that stands beside each choice.
fn numbered(reader: &Reader<'_>, form: &Form, question: &Question) -> Vec<(i32, i32)> {
    let field = question.field();
    let number = |choice: &paper::Choice| {
        let value = form.value(&format!("{field}-{}", choice.number)).trim();
        if value.is_empty() {
            return None;
        }
        let found = value.parse::<i32>().ok().filter(|number| (0..=1_000).contains(number));
        if found.is_none() {
            reader.refuse(&field, "poll-wrong-numbers");
        }
        found.map(|found| (choice.number, found))
    };
    question.choices.iter().filter_map(number).collect()
}
