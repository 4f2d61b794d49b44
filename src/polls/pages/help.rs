//! Help on votes: which way to decide fits which question, and each way with its example, counted when the page is made.

use actix_web::web;
use askama::Template;

use super::fields::{self, Fields};
use super::outcome::Told;
use crate::platform::error::Error;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::polls::help::{self, NEIGHBOURS};
use crate::polls::{Method, words};

/// The questions that a co-op asks, and the ways that fit, the plainest first.
const FITTING: [(&str, &[Method]); 5] = [
    ("text", &[Method::Proposal, Method::Consent]),
    (
        "one",
        &[
            Method::Choice,
            Method::Approval,
            Method::Irv,
            Method::Score,
            Method::Star,
            Method::Schulze,
            Method::RankedPairs,
        ],
    ),
    ("seats", &[Method::Scottish, Method::Meek, Method::Dots]),
    ("money", &[Method::Greedy, Method::EqualShares]),
    ("date", &[Method::Times]),
];

/// A way to decide, as a list shows it.
struct Way {
    word: &'static str,
    name: String,
    /// When to take it.
    when: String,
}

impl Way {
    fn of(page: &Page, method: Method) -> Self {
        let word = method.word();
        Self { word, name: page.t_of("poll-method-", word), when: page.t(&format!("way-{word}-when")) }
    }
}

#[derive(Template)]
#[template(path = "polls/ways.html")]
struct WaysPage {
    page: Page,
    groups: Vec<(&'static str, Vec<Way>)>,
}

pub async fn index(visit: Visit) -> Answer {
    let page = Page::new(&visit, "", "ways-title");
    let group = |(word, methods): (&'static str, &[Method])| {
        (word, methods.iter().map(|method| Way::of(&page, *method)).collect())
    };
    let groups = FITTING.map(group).into();
    page::ok(&visit, &WaysPage { page, groups })
}

#[derive(Template)]
#[template(path = "polls/way.html")]
struct WayPage {
    page: Page,
    way: Way,
    /// The paper as a ballot shows it.
    paper: Fields,
    asked: String,
    names: String,
    ballots: Vec<(&'static str, String)>,
    told: Told,
    others: Vec<Way>,
}

impl WayPage {
    /// What is said of this way: how it is counted, what its example shows, what it is good for.
    fn said(&self, what: &str) -> String {
        self.page.t(&format!("way-{}-{what}", self.way.word))
    }
}

pub async fn show(visit: Visit, method: web::Path<String>) -> Answer {
    let method = Method::parse(&method).ok_or(Error::NotFound)?;
    let (lang, example) = (visit.lang, help::example(method));
    let counted = example.counted()?;
    let question = &counted.question;
    let mut papers = fields::fields(lang, std::slice::from_ref(question), Some(counted.roll));
    let page = Page::named(&visit, "", lang.t_of("poll-method-", method.word()));
    let show = WayPage {
        way: Way::of(&page, method),
        paper: papers.pop().ok_or(Error::NotFound)?,
        asked: question.title(lang).to_owned(),
        names: crate::counted::list(lang, &NEIGHBOURS.map(str::to_owned)),
        ballots: example.answers().map(|(name, answer)| (name, words::answer(lang, question, &answer))).collect(),
        told: Told::of(lang, &counted),
        others: example.others().into_iter().map(|other| Way::of(&page, other)).collect(),
        page,
    };
    page::ok(&visit, &show)
}
