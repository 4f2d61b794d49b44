//! What a guest sees by their link: the paper of one vote, and after the close what it came to. No account, no other page.
//!
//! Opening the link changes nothing, since scanners of mails open links. A guest sees no figure before the close and no name at all.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use diesel::PgConnection;

use super::fields::{self, Fields};
use super::{case, closes};
use crate::accounts;
use crate::files::pages::Block;
use crate::files::{self, File};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::polls::guests::{self, Invited};
use crate::polls::{self, Poll, Question, State, TOO_LATE, slice, store, words};

/// What stands where the paper is.
enum Place {
    Paper {
        questions: Vec<Fields>,
        action: String,
        act: &'static str,
        said: String,
    },
    /// Not open yet, or not any more: why, and what they answered.
    Closed {
        why: String,
        said: String,
        outcomes: Vec<String>,
    },
    /// The link leads nowhere.
    Dead,
}

#[derive(Template)]
#[template(path = "polls/guest.html")]
struct GuestPage {
    page: Page,
    form: Form,
    when: String,
    name: String,
    /// As HTML.
    details: String,
    case: Option<case::Block>,
    files: Option<Block>,
    place: Place,
    /// What was just sent came too late.
    late: bool,
}

/// A vote as a guest may see it.
struct Shown {
    guest: Invited,
    poll: Poll,
    questions: Vec<Question>,
    files: Vec<File>,
    /// A sentence a question, after the close.
    outcomes: Vec<String>,
}

impl Shown {
    fn read(conn: &mut PgConnection, visit: &Visit, token: &str) -> Result<Option<Self>> {
        let Some(guest) = guests::of_link(conn, token)? else { return Ok(None) };
        let (poll, questions, files) = store::with_files(conn, guest.poll_id)?;
        let lang = visit.lang;
        let outcomes = if poll.state(visit.now) == State::Closed {
            let counted = polls::counted(conn, &poll, &questions, lang)?;
            words::shown(lang, &poll, &counted, true).into_iter().map(|one| titled(lang, one)).collect()
        } else {
            Vec::new()
        };
        Ok(Some(Self { guest, poll, questions, files, outcomes }))
    }
}

fn titled(lang: Lang, one: words::Shown) -> String {
    match one.title.as_str() {
        "" => one.outcome,
        _ => lang.with("poll-outcome-of", &[("title", one.title.into()), ("outcome", one.outcome.into())]),
    }
}

fn guest_page(visit: &Visit, token: &str, shown: Option<&Shown>, form: Option<Form>) -> GuestPage {
    let Some(shown) = shown else {
        let (page, form) = (Page::new(visit, "", "guest-dead-title"), Form::blank());
        let (when, name, details) = (String::new(), String::new(), String::new());
        return GuestPage { page, form, when, name, details, case: None, files: None, place: Place::Dead, late: false };
    };
    let (lang, poll, guest) = (visit.lang, &shown.poll, &shown.guest);
    let own = guest.answers.as_deref().unwrap_or_default();
    let form = form.unwrap_or_else(|| fields::filled(&shown.questions, own, &guest.reason));
    let page = Page::named(visit, "", poll.title(lang)).with_form(&form);
    let said = said(visit, shown);
    let state = poll.state(visit.now);
    let place = match state {
        State::Open => Place::Paper {
            questions: fields::fields(lang, &shown.questions, None),
            action: format!("/guests/{token}"),
            act: if guest.answers.is_some() { "guest-change" } else { "guest-answer" },
            said,
        },
        state => Place::Closed { why: why(&page, poll, state), said, outcomes: shown.outcomes.clone() },
    };
    GuestPage {
        when: if state == State::Open { closes(lang, &page, poll.closes_at, visit.now) } else { String::new() },
        name: page.t2("guest-hello", "name", guest.name.as_str(), "coop", page.coop_name()),
        details: markdown::html(poll.details(lang), 2),
        case: Some(case::Block::new(lang, &poll.case, 2)),
        files: Some(Block::below(&page, &shown.files, &format!("/guests/{token}/files"))),
        place,
        late: false,
        form,
        page,
    }
}

/// Why there is no paper.
fn why(page: &Page, poll: &Poll, state: State) -> String {
    match state {
        State::Scheduled => page.t1("guest-coming", "when", page.moment(&poll.opens_at)),
        State::Counting => page.t("poll-counting"),
        State::Closed => page.t1("guest-closed", "when", page.moment(&poll.closed_at.unwrap_or(poll.closes_at))),
        State::Cancelled => page.t("poll-cancelled"),
        State::Void => page.t("guest-void"),
        State::Disputed => page.t("poll-disputed"),
        State::Draft | State::Missed | State::Open => page.t("poll-late-not-open"),
    }
}

/// "Your answer is recorded: Monday (if need be)."
fn said(visit: &Visit, shown: &Shown) -> String {
    let Some(answers) = &shown.guest.answers else { return String::new() };
    let answer = |(question, text): (&Question, &String)| {
        let answer = polls::Answer::read(question.method, text).unwrap_or_default();
        words::answer(visit.lang, question, &answer)
    };
    let all = shown.questions.iter().zip(answers).map(answer).collect::<Vec<_>>().join("; ");
    visit.lang.with("guest-said", &[("answer", all.into())])
}

/// No search engine lists a page whose address is a secret.
fn unlisted(answer: Answer) -> Answer {
    let tag = (header::HeaderName::from_static("x-robots-tag"), header::HeaderValue::from_static("noindex, nofollow"));
    answer.map(|mut answer: HttpResponse| {
        answer.headers_mut().insert(tag.0, tag.1);
        answer
    })
}

async fn shown(visit: &Visit, token: &str) -> Result<Option<Shown>> {
    let token = token.to_owned();
    visit.read(move |conn, visit| Shown::read(conn, visit, &token)).await
}

pub async fn show(visit: Visit, token: web::Path<String>) -> Answer {
    let token = token.into_inner();
    let shown = shown(&visit, &token).await?;
    let status = if shown.is_some() { StatusCode::OK } else { StatusCode::GONE };
    unlisted(page::html(&visit, status, &guest_page(&visit, &token, shown.as_ref(), None)))
}

/// A file of the vote that a link is for, and of no other.
pub async fn file(visit: Visit, request: HttpRequest, at: web::Path<(String, i64)>) -> Answer {
    let (token, id) = at.into_inner();
    let found = visit
        .read(move |conn, _| {
            let guest = guests::of_link(conn, &token)?.ok_or(Error::NotFound)?;
            files::find_of(conn, slice::POLL.word, guest.poll_id, id)
        })
        .await?;
    unlisted(files::pages::give(&visit, &request, &found).await)
}

/// The page with an answer that was not kept: as it was filled in.
async fn again(visit: &Visit, token: &str, form: Form) -> Answer {
    match shown(visit, token).await? {
        Some(shown) => unlisted(page::refused(visit, &guest_page(visit, token, Some(&shown), Some(form)))),
        None => unlisted(page::html(visit, StatusCode::GONE, &guest_page(visit, token, None, None))),
    }
}

/// Keeps an answer. As with ballots, no form is remembered: the same one twice says the same.
pub async fn answer(visit: Visit, token: web::Path<String>, form: Form) -> Answer {
    let token = token.into_inner();
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form) {
        return again(&visit, &token, form.with_errors(errors)).await;
    }
    let network = visit.network.clone();
    visit.write(move |act| accounts::count_attempt(act, "guest", None, &network)).await?.or_wait()?;
    let (used, filled, network) = (token.clone(), form.clone(), visit.network.clone());
    let kept = visit
        .write(move |act| {
            let (guest, questions) = guests::paper_of(act, &used)?;
            let ballot = fields::read(&questions, &filled)?;
            guests::answer(act, &guest, &questions, &ballot)?;
            // A link that is somebody's is no guess.
            accounts::give_back_attempt(act, "guest", &network)
        })
        .await;
    match kept {
        Ok(()) => Ok(page::done(&visit, &Done::to(format!("/guests/{token}")).say("guest-recorded", ""))),
        Err(Error::Invalid(errors)) => again(&visit, &token, form.with_errors(errors)).await,
        Err(Error::NotFound) => again(&visit, &token, form).await,
        Err(Error::Conflict(TOO_LATE)) => {
            let shown = shown(&visit, &token).await?;
            let late = GuestPage { late: true, ..guest_page(&visit, &token, shown.as_ref(), None) };
            unlisted(page::html(&visit, StatusCode::CONFLICT, &late))
        }
        Err(error) => Err(error),
    }
}
