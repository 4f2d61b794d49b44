//! What becomes of a ballot paper that is sent: the look at one's answers before they are cast, and casting.
//!
//! Nothing is remembered of a form here (`Visit::submit` would): what somebody chose stands in their ballot alone.

use actix_web::web;
use askama::Template;

use super::fields::{kind, read};
use super::{late, proxies, show};
use crate::counted;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::visit::{Done, Visit};
use crate::polls::paper::{Answer, Question};
use crate::polls::urn::Shown;
use crate::polls::{self, Ballot, CHANGED_SINCE, Secrecy, TOO_LATE, store, words};

/// What becomes of a paper that was sent.
pub enum Judged {
    /// It can be filled in so, and whoever did looks at the answers before they count.
    Look(Ballot),
    /// It is to be checked and counted.
    Take(Ballot),
}

/// Reads a paper, the same for one that counts and for a trial.
///
/// # Errors
/// `Invalid` for what is no answer, or is to be looked at and cannot be filled in so.
pub fn judge(questions: &[Question], form: &Form) -> Result<Judged> {
    let ballot = read(questions, form)?;
    if !needs_a_look(questions) || !form.value("checked").is_empty() {
        return Ok(Judged::Take(ballot));
    }
    polls::check(questions, &ballot)?;
    Ok(Judged::Look(ballot))
}

/// The answer to the only question in words; empty where there are several.
pub fn said(lang: Lang, questions: &[Question], ballot: &Ballot) -> String {
    match (questions, ballot.answers.as_slice()) {
        ([question], [answer]) => words::answer(lang, question, answer),
        _ => String::new(),
    }
}

/// Whether one looks at one's answers before they are cast: one question with one answer is seen whole as it is.
fn needs_a_look(questions: &[Question]) -> bool {
    let plain = |question: &Question| matches!(kind(question), "side" | "one");
    questions.len() > 1 || !questions.iter().all(plain)
}

// ---- looking and casting ----

/// Whose paper it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    Own,
    /// That of somebody who lets the viewer vote for them: by which proxy.
    Proxy(i64),
    /// Nobody's: it is tried.
    Trial,
    /// One's own, of a secret vote.
    Secret,
    /// The same in the booth, where somebody votes with help.
    Booth,
}

impl Paper {
    /// Where it is sent.
    pub fn address(self, poll: i64) -> String {
        match self {
            Self::Own => format!("/polls/{poll}/ballots"),
            Self::Proxy(proxy) => format!("/polls/{poll}/proxies/{proxy}/ballot"),
            Self::Trial => format!("/polls/{poll}/trial"),
            Self::Secret => format!("/polls/{poll}/urn/ballots"),
            Self::Booth => "/booth/ballots".to_owned(),
        }
    }
}

#[derive(Template)]
#[template(path = "polls/check.html")]
pub struct CheckPage {
    page: Page,
    back: String,
    action: String,
    trial: bool,
    name: String,
    answers: Vec<(String, String)>,
    reason: String,
    /// What is left out, or was understood otherwise than it was filled in.
    remarks: Vec<String>,
    /// The fields again, as they were filled in.
    kept: Vec<(String, String)>,
    /// By which a secret ballot is found later; and what to do with it.
    codes: Vec<String>,
    codes_help: Vec<String>,
}

impl CheckPage {
    /// The codes under which a secret ballot would be cast, and what is needed to cast it.
    pub fn with_codes(&mut self, lang: Lang, shown: &Shown, secrecy: Secrecy, remark: &'static str) {
        if !remark.is_empty() {
            self.remarks.insert(0, lang.t(remark));
        }
        self.codes_help = vec![lang.t_of("urn-check-", secrecy.word()), lang.t("urn-check-final")];
        if secrecy == Secrecy::List {
            self.codes.clone_from(&shown.codes);
        }
        self.kept.extend(shown.codes.iter().map(|code| ("code".to_owned(), code.clone())));
        self.kept.push(("until".to_owned(), shown.until.timestamp().to_string()));
        self.kept.push(("signature".to_owned(), shown.signature.clone()));
    }
}

pub fn check_page(
    visit: &Visit,
    (id, paper): (i64, Paper),
    name: String,
    questions: &[Question],
    ballot: &Ballot,
    form: &Form,
) -> CheckPage {
    let lang = visit.lang;
    let pairs = questions.iter().zip(&ballot.answers);
    let title = |question: &Question| match question.title(lang) {
        "" => name.clone(),
        own => own.to_owned(),
    };
    let mut remarks: Vec<String> =
        pairs.clone().filter_map(|(question, answer)| unranked(lang, question, answer)).collect();
    if !ballot.skipped.is_empty() {
        remarks.push(lang.t("poll-check-skipped"));
    }
    let kept = form.fields().filter(|(name, _)| *name != "form_token" && *name != "checked");
    CheckPage {
        page: Page::new(visit, "polls", "poll-check-title"),
        back: match paper {
            Paper::Trial => paper.address(id),
            Paper::Booth => "/booth".to_owned(),
            _ => format!("/polls/{id}"),
        },
        action: paper.address(id),
        trial: paper == Paper::Trial,
        answers: pairs.map(|(question, answer)| (title(question), words::answer(lang, question, answer))).collect(),
        reason: ballot.reason.clone().unwrap_or_default(),
        remarks,
        kept: kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        codes: Vec::new(),
        codes_help: Vec::new(),
        name,
    }
}

/// "Not ranked: Cy and Dee."
fn unranked(lang: Lang, question: &Question, answer: &Answer) -> Option<String> {
    let Answer::Ranks(ranks) = answer else { return None };
    let named = |number: i32| ranks.iter().flatten().any(|ranked| *ranked == number);
    let left = question.on_paper().into_iter().filter(|choice| !named(choice.number));
    let names: Vec<String> = left.map(|choice| choice.title(lang).to_owned()).collect();
    let said = || lang.with("poll-check-unranked", &[("names", counted::list(lang, &names).into())]);
    (!names.is_empty()).then(said)
}

/// The paper again, as it was filled in, with what is wrong.
async fn again(visit: Visit, id: i64, proxy: Option<i64>, form: Form) -> Reply {
    match proxy {
        Some(proxy) => proxies::again(&visit, id, proxy, form).await,
        None => show::again(visit, id, form).await,
    }
}

/// What came of a ballot that was sent.
enum Sent {
    Cast(String),
    Look(Box<(Vec<Question>, Ballot)>),
}

/// Casts a ballot. Not by way of `Visit::submit`, which remembers forms with what came of them.
pub async fn cast(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    send(visit, id.into_inner(), None, form).await
}

/// The same for oneself, and by a proxy for somebody else.
pub async fn send(visit: Visit, id: i64, proxy: Option<i64>, form: Form) -> Reply {
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form) {
        return again(visit, id, proxy, form.with_errors(errors)).await;
    }
    let (lang, filled) = (visit.lang, form.clone());
    let sent = visit
        .write(move |act| {
            let questions = polls::paper_of(act, id)?;
            let ballot = match judge(&questions, &filled)? {
                Judged::Look(ballot) => return Ok(Sent::Look(Box::new((questions, ballot)))),
                Judged::Take(ballot) => ballot,
            };
            match proxy {
                Some(proxy) => polls::cast_by_proxy(act, id, proxy, &questions, &ballot)?,
                None => polls::cast(act, id, &questions, &ballot)?,
            }
            Ok(Sent::Cast(said(lang, &questions, &ballot)))
        })
        .await;
    match sent {
        Ok(Sent::Cast(said)) => {
            let key = if said.is_empty() { "poll-recorded-all" } else { "poll-recorded" };
            Ok(page::done(
                &visit,
                &Done::to(format!("/polls/{id}{}", if proxy.is_some() { "/proxies" } else { "" })).say(key, said),
            ))
        }
        Ok(Sent::Look(looked)) => {
            let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
            let (name, paper) = (poll.title(lang).to_owned(), proxy.map_or(Paper::Own, Paper::Proxy));
            page::ok(&visit, &check_page(&visit, (id, paper), name, &looked.0, &looked.1, &form))
        }
        Err(Error::Invalid(errors)) => again(visit, id, proxy, form.with_errors(errors)).await,
        Err(Error::Conflict(TOO_LATE)) => late::late(&visit, id).await,
        Err(Error::Conflict(CHANGED_SINCE)) => late::changed_since(&visit, id).await,
        Err(error) => Err(error),
    }
}
