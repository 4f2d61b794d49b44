//! Calling a meeting: what would go out and to whom; afterwards the evidence of what did, letters to print, and reminding.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::form::own;
use super::{version, when};
use crate::meetings::calling::{self, CallKind, Calling, Given, NewCall, Outlook, Recipient, Way};
use crate::meetings::letters::Said;
use crate::meetings::rules::{PLACE_MAX, TEXT_MAX, Timing};
use crate::meetings::{Meeting, store};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "meetings/notice.html")]
struct NoticePage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    when: String,
    /// "To 64 people: 50 by mail, 14 on paper. Six of these get the mail as well."
    to: Option<String>,
    /// What the rules say of today, and whether they are against it.
    rule: Option<(String, bool)>,
    /// Why it cannot go out yet: the words, and where that is mended.
    stops: Vec<(String, String)>,
    /// What goes out, as text.
    text: String,
    act: String,
}

/// What the rules say of giving notice today.
fn rule(visit: &Visit, outlook: &Outlook) -> Option<(String, bool)> {
    let (period, timing) = (outlook.period?, outlook.timing?);
    let (word, days) = match timing {
        Timing::InTime => ("in-time", 0),
        Timing::TooLate(days) => ("too-late", days),
        Timing::TooEarly(days) => ("too-early", days),
    };
    let lang = visit.lang;
    let args = [
        ("first", lang.long_day(period.first).into()),
        ("last", lang.long_day(period.last).into()),
        ("least", period.least.into()),
        ("most", period.most.into()),
        ("days", days.into()),
    ];
    Some((lang.with(&format!("notice-{word}"), &args), timing != Timing::InTime))
}

async fn notice_page(visit: &Visit, id: i64, form: Option<Form>) -> Result<NoticePage> {
    let meeting = own(visit, id).await?;
    let called = meeting.clone();
    let (outlook, waiting) = visit
        .read(move |conn, visit| {
            Ok((calling::outlook(conn, &called, visit.today())?, store::asked::unanswered(conn, id)?))
        })
        .await?;
    let lang = visit.lang;
    let form = form.unwrap_or_else(|| Form::filled([("version", meeting.version.to_string())]));
    let mut stops = Vec::new();
    let items = outlook.as_ref().map_or(&[][..], |outlook| outlook.items.as_slice());
    if items.is_empty() {
        stops.push((lang.t("notice-stop-agenda"), format!("/meetings/{id}/items/new")));
    }
    if waiting > 0 {
        let words = lang.with("notice-stop-asked", &[("count", waiting.into())]);
        stops.push((words, format!("/meetings/{id}/asked")));
    }
    let kind = outlook.as_ref().map_or(CallKind::Notice, |outlook| outlook.kind);
    let words = |name: &str| form.value(name).to_owned();
    let new = NewCall { words_en: words("words_en"), words_fr: words("words_fr"), anyway: String::new() };
    let said = Said::new(visit.coop()?, lang, &meeting, items, (kind, &new));
    let count = outlook.as_ref().map_or(0, |outlook| outlook.to.len());
    Ok(NoticePage {
        page: Page::named(visit, "meetings", lang.t_of("notice-title-", kind.word())).with_form(&form),
        title: meeting.title(lang).to_owned(),
        when: when(lang, &meeting),
        to: outlook.as_ref().map(|outlook| {
            let args = [
                ("count", count.into()),
                ("mails", outlook.mails().into()),
                ("letters", outlook.letters().into()),
                ("both", outlook.courtesies().into()),
            ];
            lang.with("notice-to", &args)
        }),
        rule: outlook.as_ref().and_then(|outlook| rule(visit, outlook)),
        act: lang.with("notice-act", &[("count", count.into())]),
        text: said.text(None)?.trim().to_owned(),
        stops,
        id,
        form,
    })
}

pub async fn notice_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &notice_page(&visit, *id, None).await?)
}

pub async fn notice(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    own(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let new = NewCall {
                words_en: reader.text("words_en", TEXT_MAX),
                words_fr: reader.text("words_fr", TEXT_MAX),
                anyway: reader.line("anyway", PLACE_MAX),
            };
            reader.finish()?;
            let (_, letters) = calling::call(act, id, &new, version(form))?;
            let done = Done::to(format!("/meetings/{id}/notices"));
            Ok(if letters > 0 {
                done.say("notice-sent-letters", letters.to_string())
            } else {
                done.say("notice-sent", "")
            })
        })
        .await;
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(error) => return Err(error),
    };
    page::html(&visit, status, &notice_page(&visit, id, Some(form)).await?)
}

// ---- the evidence ----

/// Something that was sent.
struct Telling {
    id: i64,
    name: String,
    /// "Wednesday 2 December at 7:00 p.m., by Joan Roy: 50 by mail, 14 on paper".
    line: String,
    timing: Option<String>,
    subject: String,
    text: String,
    open: bool,
}

/// Somebody it went to.
struct Told {
    id: i64,
    name: String,
    home: String,
    way: String,
    address: String,
    state: String,
    bad: bool,
    /// It is given on paper, and was not yet.
    to_hand: bool,
    may_return: bool,
}

#[derive(Template)]
#[template(path = "meetings/notices.html")]
struct NoticesPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    all: Vec<Telling>,
    told: Vec<Told>,
    /// How many letters are still to be given.
    to_hand: usize,
    /// Whether anybody is told on paper.
    on_paper: bool,
}

fn state(page: &Page, one: &Recipient) -> (String, bool) {
    let needs_paper = one.way == Way::Letter || one.came_back_on.is_some() || one.accepted == Some(false);
    match (one.handed_on, one.came_back_on, one.delivered_at, one.accepted) {
        (Some(day), ..) => (page.t1("called-handed", "day", page.long_day(&day)), false),
        (None, Some(day), ..) => (page.t1("called-returned", "day", page.long_day(&day)), true),
        (None, None, _, Some(false)) => (page.t1("called-refused", "answer", one.answer.as_str()), true),
        _ if needs_paper => (page.t("called-to-hand"), false),
        (None, None, Some(at), Some(true)) => (page.t1("called-delivered", "when", page.moment(&at)), false),
        _ => (page.t("called-waits"), false),
    }
}

fn told(page: &Page, one: &Recipient) -> Told {
    let (state, bad) = state(page, one);
    let needs_paper = one.way == Way::Letter || one.came_back_on.is_some() || one.accepted == Some(false);
    Told {
        id: one.id,
        name: one.name.clone(),
        home: one.home.clone(),
        way: page.t_of("call-way-", one.way.word()),
        address: one.address.clone(),
        state,
        bad,
        to_hand: needs_paper && one.handed_on.is_none(),
        may_return: one.way == Way::Mail && one.came_back_on.is_none() && one.accepted == Some(true),
    }
}

fn telling(page: &Page, one: &Calling, open: bool) -> Telling {
    let lang = page.lang();
    let args = [
        ("when", page.moment(&one.sent_at).into()),
        ("by", one.sent_by.as_str().into()),
        ("mails", one.mails.into()),
        ("letters", one.letters.into()),
    ];
    let timing = (one.timing != Given::NoRule).then(|| {
        let args = [("days", one.notice_days.into()), ("why", one.anyway.as_str().into())];
        lang.with(&format!("call-timing-said-{}", one.timing.word().replace('_', "-")), &args)
    });
    let (subject, text) =
        if lang == Lang::En { (&one.subject_en, &one.text_en) } else { (&one.subject_fr, &one.text_fr) };
    Telling {
        id: one.id,
        name: lang.t_of("call-", one.kind.word()),
        line: lang.with(if one.sent_by.is_empty() { "call-line-program" } else { "call-line" }, &args),
        timing,
        subject: subject.clone(),
        text: text.trim().to_owned(),
        open,
    }
}

/// What was sent of a meeting, the one that is asked for, and whom that went to.
async fn evidence(
    visit: &Visit,
    id: i64,
    query: &Form,
) -> Result<(Meeting, Vec<Calling>, Option<i64>, Vec<Recipient>)> {
    let meeting = own(visit, id).await?;
    let asked: Option<i64> = query.value("calling").parse().ok();
    let (all, shown, told) = visit
        .read(move |conn, _| {
            let all = store::calling::callings(conn, id)?;
            let shown = asked.filter(|asked| all.iter().any(|one| one.id == *asked)).or(all.first().map(|one| one.id));
            let told = match shown {
                Some(calling) => store::calling::recipients(conn, calling, false)?,
                None => Vec::new(),
            };
            Ok((all, shown, told))
        })
        .await?;
    Ok((meeting, all, shown, told))
}

async fn notices_page(visit: &Visit, id: i64, query: &Form, form: Form) -> Result<NoticesPage> {
    let (meeting, all, shown, recipients) = evidence(visit, id, query).await?;
    let page = Page::new(visit, "meetings", "notices-of-meeting-title").with_form(&form);
    let told: Vec<Told> = recipients.iter().map(|one| told(&page, one)).collect();
    Ok(NoticesPage {
        title: meeting.title(visit.lang).to_owned(),
        all: all.iter().map(|one| telling(&page, one, Some(one.id) == shown)).collect(),
        to_hand: told.iter().filter(|one| one.to_hand).count(),
        on_paper: recipients
            .iter()
            .any(|one| one.way == Way::Letter || one.came_back_on.is_some() || one.accepted == Some(false)),
        told,
        page,
        form,
        id,
    })
}

pub async fn notices(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    let form = Form::filled([("handed_on", visit.today().to_string())]);
    page::ok(&visit, &notices_page(&visit, *id, &query.0, form).await?)
}

/// Letters were given: those that are ticked, on a day.
pub async fn hand(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    own(&visit, id).await?;
    let back = form.value("calling").parse().map_or(String::new(), |calling: i64| format!("?calling={calling}"));
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let on = reader.required_date("handed_on");
            let letters: Vec<i64> = form.all("letter").filter_map(|id| id.parse().ok()).collect();
            if letters.is_empty() {
                reader.refuse("letter", "wrong-nothing-chosen");
            }
            reader.finish()?;
            calling::hand(act, id, &letters, on)?;
            Ok(Done::to(format!("/meetings/{id}/notices{back}")).say("letters-handed", letters.len().to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let query = form.clone();
            page::refused(&visit, &notices_page(&visit, id, &query, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

/// A mail came back: the notice is given on paper.
pub async fn give_back(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, called) = *ids;
    own(&visit, id).await?;
    let done = visit
        .submit(&form, move |act, _| {
            calling::came_back(act, id, called)?;
            Ok(Done::to(format!("/meetings/{id}/notices")).say("notice-returned", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

/// Reminds whoever has not said whether they come.
pub async fn remind(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    own(&visit, id).await?;
    let done = visit
        .submit(&form, move |act, _| {
            let count = calling::remind(act, id)?;
            Ok(Done::to(format!("/meetings/{id}/replies")).say("meeting-reminded", count.to_string()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- on paper ----

/// A letter to one person in their language.
struct Printed {
    lang: Lang,
    name: String,
    home: String,
    subject: String,
    text: String,
}

#[derive(Template)]
#[template(path = "meetings/letters.html")]
struct LettersPage {
    page: Page,
    id: i64,
    title: String,
    address: String,
    letters: Vec<Printed>,
}

/// Letters to print, of what was sent last or is asked for: to all who are told on paper, word for word as it is kept.
pub async fn letters(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    let id = *id;
    let (meeting, all, shown, recipients) = evidence(&visit, id, &query.0).await?;
    let sent = all.into_iter().find(|one| Some(one.id) == shown);
    let printed = |one: Recipient| {
        let sent = sent.as_ref()?;
        let lang = Lang::parse(&one.language).unwrap_or(Lang::En);
        let (subject, text) =
            if lang == Lang::En { (&sent.subject_en, &sent.text_en) } else { (&sent.subject_fr, &sent.text_fr) };
        let (subject, text) = (subject.clone(), text.trim().to_owned());
        Some(Printed { lang, name: one.name, home: one.home, subject, text })
    };
    let on_paper = recipients
        .into_iter()
        .filter(|one| one.way == Way::Letter || one.came_back_on.is_some() || one.accepted == Some(false));
    let page = LettersPage {
        page: Page::new(&visit, "meetings", "meeting-letters-title"),
        title: meeting.title(visit.lang).to_owned(),
        address: format!("{}/meetings/{id}/reply", visit.state.origin_of(visit.coop()?)),
        letters: on_paper.filter_map(printed).collect(),
        id,
    };
    page::ok(&visit, &page)
}
