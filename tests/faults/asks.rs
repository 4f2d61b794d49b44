//! What people hear, and how long they waited for it. No redirect is followed: what came of a form is its own answer.

use std::io::{BufRead as _, BufReader};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use ureq::Error;

use crate::support::Person;
use crate::{BUSY_MAX, PROMPT_MAX};

/// The words of the three kinds of busy page, in English and in French.
pub const SAFE: [&str; 2] = ["everything that was saved is safe", "tout ce qui a été enregistré est à l’abri"];
pub const UNSAVED: [&str; 2] = ["was not saved", "n’a pas été enregistré"];
pub const UNSURE: [&str; 2] =
    ["We do not know yet whether that was saved", "Nous ne savons pas encore si c’est enregistré"];

/// An answer.
pub struct Heard {
    pub status: u16,
    pub took: Duration,
    pub retry_after: Option<u64>,
    pub body: String,
}

impl Heard {
    fn of(begun: Instant, mut response: ureq::http::Response<ureq::Body>) -> Result<Self, Error> {
        let seconds = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        let body = response.body_mut().read_to_string()?;
        Ok(Self { status: response.status().as_u16(), took: begun.elapsed(), retry_after: seconds, body })
    }

    /// What it says, as far as a failed test needs it.
    pub fn said(&self) -> String {
        let main = self.body.find("<main").map_or(self.body.as_str(), |at| &self.body[at..]);
        main.chars().take(600).collect()
    }

    /// A busy page in time, which says when to come back and, in both languages, what became of what was sent.
    #[track_caller]
    pub fn is_busy(&self, words: [&str; 2]) {
        assert_eq!(self.status, 503, "{}", self.said());
        assert!(self.took <= BUSY_MAX, "the busy page took {:?}", self.took);
        assert!(self.retry_after.is_some_and(|seconds| (1..=60).contains(&seconds)), "{:?}", self.retry_after);
        assert!(words.iter().all(|said| self.body.contains(said)), "{words:?} is not in {}", self.said());
    }

    #[track_caller]
    pub fn is_prompt(&self, status: u16) {
        assert_eq!(self.status, status, "{}", self.said());
        assert!(self.took <= PROMPT_MAX, "it took {:?}", self.took);
    }
}

/// Asks for a page.
pub fn try_get(person: &Person, path: &str) -> Result<Heard, Error> {
    let begun = Instant::now();
    let request = person.agent.get(format!("{}{path}", person.origin)).config().max_redirects(0).build();
    Heard::of(begun, request.call()?)
}

pub fn get(person: &Person, path: &str) -> Heard {
    try_get(person, path).expect("an answer")
}

/// Sends a form with a token that was fetched before.
pub fn try_post(person: &Person, path: &str, token: &str, fields: &[(&str, &str)]) -> Result<Heard, Error> {
    let begun = Instant::now();
    let request = person.agent.post(format!("{}{path}", person.origin)).header("sec-fetch-site", "same-origin");
    let all = fields.iter().copied().chain([("form_token", token)]);
    Heard::of(begun, request.config().max_redirects(0).build().send_form(all)?)
}

pub fn post(person: &Person, path: &str, token: &str, fields: &[(&str, &str)]) -> Heard {
    try_post(person, path, token, fields).expect("an answer")
}

/// The ballot of a vote as somebody has it in front of them: what they send says which one they saw.
pub struct Paper<'a> {
    person: &'a Person,
    poll: &'a str,
    token: String,
    seen: String,
}

impl<'a> Paper<'a> {
    pub fn of(person: &'a Person, poll: &'a str) -> Self {
        let page = get(person, poll).body;
        let value = |name: &str| {
            let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a ballot on the page");
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        Self { person, poll, token: value("form_token"), seen: value("seen") }
    }

    pub fn cast(&self, choice: &str) -> Heard {
        let fields = [("q1", choice), ("seen", &self.seen)];
        post(self.person, &format!("{}/ballots", self.poll), &self.token, &fields)
    }
}

/// A task with nothing but a title.
pub fn add_task(person: &Person, token: &str, title: &str) -> Heard {
    post(person, "/tasks", token, &[("task_title", title)])
}

/// All at the same time.
pub fn at_once<T: Send>(how_many: u64, ask: impl Fn(u64) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let asking: Vec<_> = (0..how_many)
            .map(|number| {
                scope.spawn({
                    let ask = &ask;
                    move || ask(number)
                })
            })
            .collect();
        asking.into_iter().map(|one| one.join().expect("an answer")).collect()
    })
}

/// A live page that somebody has open: the messages that have come.
pub struct Live(Arc<Mutex<usize>>);

impl Live {
    pub fn watch(person: &Person, path: &str) -> Self {
        let (count, ours) = (Arc::new(Mutex::new(0)), person.clone());
        let (counted, path) = (count.clone(), format!("{}{path}", person.origin));
        std::thread::spawn(move || {
            let Ok(response) = ours.agent.get(path).config().timeout_global(None).build().call() else { return };
            for line in BufReader::new(response.into_body().into_reader()).lines().map_while(Result::ok) {
                if line.starts_with("id: ") {
                    *counted.lock().expect("a count") += 1;
                }
            }
        });
        Self(count)
    }

    pub fn messages(&self) -> usize {
        *self.0.lock().expect("a count")
    }
}
