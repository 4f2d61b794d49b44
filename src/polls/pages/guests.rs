//! The guests of a vote, for those who run votes: asking one by a link, which is shown once, making another link, taking it back.

use std::sync::{Arc, OnceLock};

use actix_web::web;
use askama::Template;

use super::outcome::Voter;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::mail::Letter;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Coop, Done, Visit};
use crate::polls::guests::{self, GUESTS_MAX, NAME_MAX, NAMED_MONTHS, Post, Said};
use crate::polls::{Poll, Question, Status, paper, store, words};

/// A guest as a row.
struct Row {
    number: i32,
    name: String,
    facts: String,
    /// Whether there is still a name to take away.
    named: bool,
}

#[derive(Template)]
#[template(path = "polls/guests.html")]
struct GuestsPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    /// Whether links can be made.
    open: bool,
    rows: Vec<Row>,
    languages: Vec<(String, String)>,
}

/// What a guest is called: by their name, or by their number once it is gone.
pub fn called(lang: Lang, number: i32, name: Option<&str>) -> String {
    match name {
        Some(name) => lang.with("guests-marked", &[("name", name.into())]),
        None => lang.with("guests-number", &[("number", number.into())]),
    }
}

/// Guests as people who answered, beside the members who did.
pub fn voters(lang: Lang, questions: &[Question], said: &[Said]) -> Vec<Voter> {
    let read = |(question, text): (&Question, &String)| paper::Answer::read(question.method, text).unwrap_or_default();
    let voter = |one: &Said| Voter {
        name: called(lang, one.number, one.name.as_deref()),
        answers: questions.iter().zip(&one.answers).map(read).collect(),
        reason: one.reason.clone(),
        counts: true,
    };
    said.iter().map(voter).collect()
}

/// "Two guests answered by a link."; nothing where none did.
pub fn many(lang: Lang, guests: usize) -> String {
    if guests == 0 { String::new() } else { lang.with("guests-count", &[("count", guests.into())]) }
}

/// What a guest answered, in words.
pub struct Line {
    pub name: String,
    pub said: String,
    pub reason: String,
}

impl Line {
    pub fn of(lang: Lang, questions: &[Question], guest: &Voter) -> Self {
        let pairs = questions.iter().zip(&guest.answers);
        let said = pairs.map(|(question, answer)| words::answer(lang, question, answer)).collect::<Vec<_>>().join("; ");
        Self { name: guest.name.clone(), said, reason: guest.reason.clone() }
    }
}

/// Whether a vote has a page of guests: one that others see, and that asks for advice.
pub fn has_page(poll: &Poll) -> bool {
    !poll.binding && poll.status != Status::Draft && !poll.secrecy.is_secret()
}

async fn guests_page(visit: &Visit, id: i64, form: Form) -> Result<Option<GuestsPage>> {
    let (poll, guests) =
        visit.read(move |conn, _| Ok((store::poll(conn, id)?, store::guests::of_poll(conn, id)?))).await?;
    if !has_page(&poll) {
        return Ok(None);
    }
    let page = Page::new(visit, "polls", "guests-title").with_form(&form);
    let row = |guest: &guests::Guest| Row {
        number: guest.number,
        name: guest.name.clone().unwrap_or_else(|| called(visit.lang, guest.number, None)),
        facts: page.t2(
            if guest.has_answered { "guests-answered" } else { "guests-asked" },
            "day",
            page.day(&page.day_of(&guest.invited_at)),
            "number",
            guest.number,
        ),
        named: guest.name.is_some(),
    };
    let languages =
        [Lang::En, Lang::Fr].map(|lang| (lang.code().to_owned(), visit.lang.t_of("language-", lang.code())));
    Ok(Some(GuestsPage {
        id,
        name: poll.title(visit.lang).to_owned(),
        open: guests::are_welcome(&poll, visit.now),
        rows: guests.iter().map(row).collect(),
        languages: languages.into(),
        form,
        page,
    }))
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let own = visit.coop()?.language.code().to_owned();
    match guests_page(&visit, id, Form::filled([("guest_language", own)])).await? {
        Some(shown) => page::ok(&visit, &shown),
        None => Ok(page::see_other(&format!("/polls/{id}"))),
    }
}

#[derive(Template)]
#[template(path = "polls/guest_made.html")]
struct MadePage {
    page: Page,
    id: i64,
    /// Empty when the same form was sent a second time.
    link: String,
    said: String,
}

/// Makes a link and shows it, on this answer only: it is in no redirect, no record of the form, no log.
async fn made(
    visit: Visit,
    id: i64,
    form: Form,
    said: String,
    verb: impl FnOnce(&mut Act<'_>) -> Result<String> + Send + 'static,
) -> Answer {
    let shown = Arc::new(OnceLock::new());
    let told = shown.clone();
    let outcome = visit
        .submit(&form, move |act, _| {
            let _ = told.set(verb(act)?);
            Ok(Done::to(format!("/polls/{id}/guests")))
        })
        .await;
    match outcome {
        Ok(_) => {
            let page = Page::new(&visit, "polls", "guests-made-title");
            page::ok(&visit, &MadePage { page, id, link: shown.get().cloned().unwrap_or_default(), said })
        }
        Err(Error::Invalid(errors)) => again(&visit, id, form.with_errors(errors)).await,
        Err(error) => Err(error),
    }
}

/// The form again, with what is wrong in it.
async fn again(visit: &Visit, id: i64, form: Form) -> Answer {
    match guests_page(visit, id, form).await? {
        Some(shown) => page::refused(visit, &shown),
        None => Err(Error::Conflict("guests-conflict-not-asked")),
    }
}

/// Whom to ask, and where the link is mailed, if anywhere.
fn read(form: &Form, own: Lang) -> Result<(String, Option<Post>)> {
    let reader = form.reader();
    let name = reader.required_line("guest_name", NAME_MAX);
    let address = reader.email("guest_email");
    let languages = [("en", Lang::En), ("fr", Lang::Fr)];
    let lang = reader.choice("guest_language", &languages).unwrap_or(own);
    reader.finish()?;
    Ok((name, address.map(|address| Post { address, lang })))
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, own) = (id.into_inner(), visit.coop()?.language);
    let (name, post) = match visit.must_be_ours(&form).and_then(|()| read(&form, own)) {
        Ok(read) => read,
        Err(Error::Invalid(errors)) => return again(&visit, id, form.with_errors(errors)).await,
        Err(error) => return Err(error),
    };
    let said = match &post {
        Some(post) => visit.lang.with("guests-mailed", &[("address", post.address.as_str().into())]),
        None => String::new(),
    };
    made(visit, id, form, said, move |act| guests::invite(act, id, &name, post.as_ref())).await
}

pub async fn renew(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    let said = visit.lang.t("guests-renewed");
    made(visit, id, form, said, move |act| guests::renew(act, id, number, None)).await
}

pub async fn revoke(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            guests::revoke(act, id, number)?;
            Ok(Done::to(format!("/polls/{id}/guests")).say("guests-revoked", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- the letter ----

#[derive(Template)]
#[template(path = "mail/polls_guest.txt")]
struct LetterText<'a> {
    lang: Lang,
    coop: &'a Coop,
    name: &'a str,
    vote: &'a str,
    until: &'a str,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "mail/polls_guest.html")]
struct LetterHtml<'a> {
    lang: Lang,
    coop: &'a Coop,
    name: &'a str,
    vote: &'a str,
    until: &'a str,
    link: &'a str,
}

/// The letter that asks a guest. It is the only place where their address stands.
pub fn letter(coop: &Coop, poll: &Poll, name: &str, post: &Post, link: &str) -> Result<Letter> {
    let (lang, vote) = (post.lang, poll.title(post.lang));
    let until = &lang.moment(coop.zone, poll.closes_at);
    let text = LetterText { lang, coop, name, vote, until, link }.render().map_err(anyhow::Error::new)?;
    let html = LetterHtml { lang, coop, name, vote, until, link }.render().map_err(anyhow::Error::new)?;
    let subject = lang.with("mail-guest-subject", &[("coop", coop.name(lang).into()), ("vote", vote.into())]);
    Ok(Letter::new((name, &post.address), coop, lang, subject, text, html))
}
