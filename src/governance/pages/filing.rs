//! A filing: shown, written, done, not done after all, taken out; and the usual ones.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::member;
use crate::committees;
use crate::governance::rules::{DETAILS_MAX, HAND_MAX, MONTHS_MAX, TITLE_MAX};
use crate::governance::{self, Filing, Kind, NewFiling, calendar};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

const HOME: &str = "/governance";

fn address(id: i64) -> String {
    format!("/governance/filings/{id}")
}

#[derive(Template)]
#[template(path = "governance/filing.html")]
struct ShowPage {
    page: Page,
    form: Form,
    filing: Filing,
    kind: String,
    due: String,
    late: bool,
    again: Option<String>,
    who: String,
    /// "Done on 3 December, noted by Joan."
    done: Option<String>,
    may_see_to: bool,
    may_manage: bool,
}

/// One for who reads the calendar, or sits where it is seen to.
async fn load(visit: &Visit, id: i64) -> Result<Filing> {
    let (filing, sits) = visit
        .read(move |conn, visit| {
            let (member, today) = (member(visit), visit.today());
            Ok((governance::find(conn, id, member, today)?, governance::sits(conn, member, today)?))
        })
        .await?;
    if filing.mine || sits || visit.may(Permission::GovernanceRead) { Ok(filing) } else { Err(Error::NotFound) }
}

async fn show_page(visit: &Visit, id: i64, form: Option<Form>) -> Result<ShowPage> {
    let filing = load(visit, id).await?;
    let (lang, today) = (visit.lang, visit.today());
    let may_manage = visit.may(Permission::GovernanceManage);
    let form = form.unwrap_or_else(|| Form::filled([("filed_on", today.to_string())]));
    let done = filing.done_on.map(|day| {
        lang.with("filing-done-by", &[("day", lang.long_day(day).into()), ("name", filing.done_by.as_str().into())])
    });
    Ok(ShowPage {
        page: Page::named(visit, "governance", filing.title(lang)).with_form(&form),
        kind: lang.t_of("filing-kind-", filing.kind.word()),
        due: lang.long_day(filing.due_on),
        late: filing.done_on.is_none() && filing.due_on < today,
        again: filing.every_months.map(|months| lang.with("filing-every", &[("count", months.into())])),
        who: calendar::who(lang, &filing),
        may_see_to: (filing.mine && visit.may(Permission::MeetingsReply)) || may_manage,
        may_manage,
        done,
        form,
        filing,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &show_page(&visit, *id, None).await?)
}

// ---- written ----

#[derive(Template)]
#[template(path = "governance/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    is_new: bool,
    action: String,
    back: String,
    kinds: Vec<(&'static str, String)>,
    committees: Vec<(String, String)>,
}

async fn form_page(visit: &Visit, form: Form, filing: Option<&Filing>) -> Result<FormPage> {
    let lang = visit.lang;
    let options = visit.read(move |conn, _| committees::options(conn, lang)).await?;
    let mut committees = vec![(String::new(), lang.t("governance-board"))];
    committees.extend(options.into_iter().map(|(id, name)| (id.to_string(), name)));
    let action = filing.map_or_else(|| "/governance/filings".to_owned(), |filing| address(filing.id));
    Ok(FormPage {
        page: Page::new(visit, "governance", if filing.is_some() { "filing-edit-title" } else { "filing-new-title" })
            .with_form(&form),
        form,
        is_new: filing.is_none(),
        back: filing.map_or_else(|| HOME.to_owned(), |filing| address(filing.id)),
        action,
        kinds: Kind::ALL.map(|(word, _)| (word, lang.t_of("filing-kind-", word))).to_vec(),
        committees,
    })
}

fn read(form: &Form) -> Result<NewFiling> {
    let reader = form.reader();
    let kind = reader.required_choice("filing_kind", &Kind::ALL).unwrap_or(Kind::Other);
    let (title_en, title_fr) = reader.both("filing_title", |reader, field| reader.line(field, TITLE_MAX));
    let due_on = reader.required_date("filing_due");
    let months = reader.number("every_months", 1..=MONTHS_MAX);
    let committee_id = form.value("filing_committee").parse().ok();
    if committee_id.is_none() && !form.value("filing_committee").is_empty() {
        reader.refuse("filing_committee", "wrong-choice");
    }
    let new = NewFiling {
        kind,
        title_en,
        title_fr,
        due_on,
        every_months: months.and_then(|months| i32::try_from(months).ok()),
        committee_id,
        hand: reader.line("filing_hand", HAND_MAX),
        details: reader.text("filing_details", DETAILS_MAX),
    };
    reader.finish()?;
    Ok(new)
}

fn filled(visit: &Visit, filing: &Filing) -> Result<Form> {
    Ok(Form::filled([
        ("version", filing.version.to_string()),
        ("filing_kind", filing.kind.word().to_owned()),
        ("filing_title_en", filing.title_en.clone()),
        ("filing_title_fr", filing.title_fr.clone()),
        ("filing_due", filing.due_on.to_string()),
        ("every_months", filing.every_months.map(|months| months.to_string()).unwrap_or_default()),
        ("filing_committee", filing.committee_id.map(|id| id.to_string()).unwrap_or_default()),
        ("filing_hand", filing.hand.clone()),
        ("filing_details", filing.details.clone()),
    ])
    .once(&["filing_title"], visit.coop()?.language))
}

/// A blank form, or one with the words of a usual filing.
pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let form = match Kind::parse(query.value("usual")).filter(|kind| *kind != Kind::Other) {
        None => Form::filled([("filing_kind", Kind::Other.word().to_owned())]),
        Some(kind) => {
            let key = format!("filing-usual-{}", kind.word().replace('_', "-"));
            let months = if kind == Kind::ByLawReview { 36 } else { 12 };
            Form::filled([
                ("filing_kind", kind.word().to_owned()),
                ("filing_title_en", Lang::En.t(&key)),
                ("filing_title_fr", Lang::Fr.t(&key)),
                ("every_months", months.to_string()),
            ])
        }
    };
    page::ok(&visit, &form_page(&visit, form, None).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let id = governance::add(act, &read(form)?)?;
            Ok(Done::to(HOME).say("filing-added", "").made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, form.with_errors(errors), None).await?),
        Err(error) => Err(error),
    }
}

/// Those that were ticked, with the days that follow from the rules.
pub async fn add_usual(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, form| {
            let kinds: Vec<Kind> = form.all("usual").filter_map(Kind::parse).collect();
            let added = governance::add_usual(act, &kinds)?;
            Ok(Done::to(HOME).say("filings-added", added.to_string()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let filing = load(&visit, *id).await?;
    let form = filled(&visit, &filing)?;
    page::ok(&visit, &form_page(&visit, form, Some(&filing)).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let filing = load(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            governance::change(act, id, &new, version)?;
            Ok(Done::to(address(id)).say("filing-saved", ""))
        })
        .await;
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            (StatusCode::CONFLICT, form.beside(&filled(&visit, &filing)?, |_, says| says.to_owned()))
        }
        Err(error) => return Err(error),
    };
    page::html(&visit, status, &form_page(&visit, form, Some(&filing)).await?)
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            governance::remove(act, id)?;
            Ok(Done::to(HOME).say("filing-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- done ----

pub async fn finish(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    load(&visit, id).await?;
    let lang = visit.lang;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let on = reader.required_date("filed_on");
            reader.finish()?;
            let next = governance::finish(act, id, on)?;
            let done = Done::to(address(id));
            Ok(match next {
                Some(day) => done.say("filing-done-next", lang.long_day(day)),
                None => done.say("filing-done", ""),
            })
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &show_page(&visit, id, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn reopen(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    load(&visit, id).await?;
    let done = visit
        .submit(&form, move |act, _| {
            governance::reopen(act, id)?;
            Ok(Done::to(address(id)).say("filing-reopened", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
