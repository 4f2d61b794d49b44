//! Claims: what is claimed and changed, one claim with what became of it, and the list of those that wait for an answer.

use actix_web::web;
use askama::Template;

use super::{ClaimRow, claim_row, read_version, submit};
use crate::hours::claims::{self, Answer as Given, Claim, NewClaim};
use crate::hours::contests;
use crate::hours::kinds::{self, WorkKind};
use crate::platform::duration;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

/// The longest text that says what was done, in letters.
pub const DONE_MAX: usize = 2_000;
/// The longest reason.
pub const REASON_MAX: usize = 1_000;

#[derive(Template)]
#[template(path = "hours/claim_form.html")]
struct FormPage {
    page: Page,
    form: Form,
    /// The claim that is changed.
    id: Option<i64>,
    action: String,
    kinds: Vec<(String, String)>,
    since: String,
    manages: bool,
}

/// A kind with what it is worth, as it is chosen.
fn option(visit: &Visit, kind: &WorkKind) -> (String, String) {
    let (lang, name) = (visit.lang, kind.name(visit.lang));
    let worth = |key: &str, minutes: i32| {
        lang.with(key, &[("name", name.into()), ("hours", duration::said(minutes.into()).into())])
    };
    let words = match (kind.fixed_minutes, kind.most_minutes) {
        (Some(fixed), _) => worth("hours-kind-fixed", fixed),
        (None, Some(most)) => worth("hours-kind-most", most),
        (None, None) => name.to_owned(),
    };
    (kind.id.to_string(), words)
}

async fn form_page(visit: &Visit, form: Form, claim: Option<(i64, i64)>) -> Result<FormPage> {
    let (all, since) = visit
        .read(|conn, visit| Ok((kinds::list(conn, visit.lang)?, claims::open_since(conn, visit.today())?)))
        .await?;
    let offered = all.iter().filter(|kind| !kind.ended || claim.is_some_and(|(_, own)| own == kind.id));
    let mut options: Vec<_> = offered.map(|kind| option(visit, kind)).collect();
    if !options.is_empty() {
        options.insert(0, (String::new(), visit.lang.t("hours-choose-kind")));
    }
    let id = claim.map(|(id, _)| id);
    let title = if id.is_some() { "hours-claim-edit-title" } else { "hours-claim-new-title" };
    Ok(FormPage {
        page: Page::new(visit, "hours", title).with_form(&form),
        form,
        action: id.map_or_else(|| "/hours/claims".to_owned(), |id| format!("/hours/claims/{id}")),
        id,
        kinds: options,
        since: visit.lang.day(since),
        manages: visit.may(Permission::HoursManage),
    })
}

pub async fn new_form(visit: Visit) -> Answer {
    visit.viewer()?.member_id.ok_or(Error::NotFound)?;
    let form = Form::filled([("worked_on", visit.today().to_string())]);
    page::ok(&visit, &form_page(&visit, form, None).await?)
}

fn read(form: &Form) -> Result<NewClaim> {
    let reader = form.reader();
    let typed = form.value("hours_given").trim();
    let minutes = if typed.is_empty() { None } else { duration::read(typed) };
    if !typed.is_empty() && minutes.is_none() {
        reader.refuse("hours_given", "wrong-hours-unclear");
    }
    let new = NewClaim {
        kind_id: reader.required_number("work_kind", 1..=i64::MAX),
        worked_on: reader.required_date("worked_on"),
        minutes,
        done: reader.text("work_done", DONE_MAX),
        for_home: reader.checked("for_home"),
    };
    if new.done.is_empty() {
        reader.refuse("work_done", "wrong-required");
    }
    reader.finish()?;
    Ok(new)
}

/// An error with a day in it, said as days are.
fn in_words(visit: &Visit, mut form: Form) -> Form {
    for error in form.errors.iter_mut().filter(|error| error.key == "wrong-claim-early") {
        let day = error.limit.as_deref().and_then(|day| day.parse().ok());
        error.limit = day.map(|day| visit.lang.day(day));
    }
    form
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = submit(&visit, &form, |act, form| {
        let id = claims::claim(act, &read(form)?)?;
        Ok(Done::to("/hours").say("hours-claimed", "").made(id))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &form_page(&visit, in_words(&visit, form), None).await?),
    }
}

async fn own(visit: &Visit, id: i64) -> Result<Claim> {
    let member = visit.viewer()?.member_id;
    let claim = found(visit, id).await?.0;
    if Some(claim.member_id) == member { Ok(claim) } else { Err(Error::NotFound) }
}

async fn found(visit: &Visit, id: i64) -> Result<(Claim, bool)> {
    let manages = visit.may(Permission::HoursManage);
    visit.read(move |conn, visit| claims::seen(conn, id, visit.viewer()?, manages, visit.today())).await
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let claim = own(&visit, *id).await?;
    if !claim.is_open() {
        return Err(Error::Conflict("conflict-claim-answered"));
    }
    let form = Form::filled([
        ("version", claim.version.to_string()),
        ("work_kind", claim.kind_id.to_string()),
        ("worked_on", claim.worked_on.to_string()),
        ("hours_given", duration::typed(claim.minutes)),
        ("work_done", claim.done.clone()),
        ("for_home", if claim.unit_id.is_some() { "1".to_owned() } else { String::new() }),
    ]);
    page::ok(&visit, &form_page(&visit, form, Some((claim.id, claim.kind_id))).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let new = read(form)?;
        claims::change(act, id, read_version(form)?, &new)?;
        Ok(Done::to(format!("/hours/claims/{id}")).say("hours-claim-changed", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => {
            let claim = own(&visit, id).await?;
            page::refused(&visit, &form_page(&visit, in_words(&visit, form), Some((id, claim.kind_id))).await?)
        }
    }
}

// ---- one claim ----

#[derive(Template)]
#[template(path = "hours/claim.html")]
struct ShowPage {
    page: Page,
    form: Form,
    claim: Claim,
    row: ClaimRow,
    /// What counts of its kind, and what does not.
    counts: (String, String),
    steps: Vec<(String, String, String)>,
    own: bool,
    may_answer: bool,
    may_reopen: bool,
    answers: Vec<(&'static str, String)>,
}

async fn show_page(visit: &Visit, id: i64, form: Form) -> Result<ShowPage> {
    let manages = visit.may(Permission::HoursManage);
    let (claim, answers, steps, kind, since) = visit
        .read(move |conn, visit| {
            let (claim, answers) = claims::seen(conn, id, visit.viewer()?, manages, visit.today())?;
            let kind = kinds::find(conn, claim.kind_id)?;
            Ok((claim, answers, claims::steps(conn, id)?, kind, claims::open_since(conn, visit.today())?))
        })
        .await?;
    let lang = visit.lang;
    let page = Page::new(visit, "hours", "hours-claim-title").with_form(&form);
    let step = |step: claims::Taken| {
        let by = step.by.unwrap_or_else(|| lang.t("hours-nobody-left"));
        let words = lang.t_of("hours-step-", step.step.word());
        let said = [("by", by.into()), ("step", words.into()), ("hours", duration::said(step.minutes.into()).into())];
        (lang.with("hours-claim-step", &said), page.moment(&step.at), step.says)
    };
    let steps = steps.into_iter().map(step).collect();
    let waiting = claim.status == claims::Status::Waiting;
    let approved = claim.status == claims::Status::Approved;
    Ok(ShowPage {
        form,
        row: claim_row(lang, &claim),
        counts: (kind.counts(lang).to_owned(), kind.counts_not(lang).to_owned()),
        steps,
        own: visit.viewer()?.member_id == Some(claim.member_id),
        may_answer: answers && waiting,
        may_reopen: answers && approved && claim.worked_on >= since,
        answers: Given::ALL.iter().map(|(word, _)| (*word, lang.t_of("hours-answer-", word))).collect(),
        page,
        claim,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &show_page(&visit, *id, Form::blank()).await?)
}

pub async fn answer(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let reader = form.reader();
        let given = reader.required_choice("claim_answer", &Given::ALL).unwrap_or(Given::Return);
        let says = reader.text("claim_reason", REASON_MAX);
        reader.finish()?;
        let claim = claims::answer(act, id, read_version(form)?, given, &says)?;
        Ok(Done::to("/hours/claims").say("hours-claim-answered", claim.member))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &show_page(&visit, id, form).await?),
    }
}

pub async fn reopen(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let reader = form.reader();
        let says = reader.text("claim_reason", REASON_MAX);
        reader.finish()?;
        let claim = claims::reopen(act, id, &says)?;
        Ok(Done::to(format!("/hours/claims/{id}")).say("hours-claim-reopened", claim.member))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &show_page(&visit, id, form).await?),
    }
}

pub async fn withdraw(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            claims::withdraw(act, id)?;
            Ok(Done::to("/hours").say("hours-claim-withdrawn-done", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- what waits for an answer ----

struct ContestRow {
    line: i64,
    title: String,
    who: String,
    says: String,
}

#[derive(Template)]
#[template(path = "hours/claims.html")]
struct WaitingPage {
    page: Page,
    claims: Vec<ClaimRow>,
    contests: Vec<ContestRow>,
}

pub async fn index(visit: Visit) -> Answer {
    let manages = visit.may(Permission::HoursManage);
    let (claims, contests) = visit
        .read(move |conn, visit| {
            let (viewer, today) = (visit.viewer()?, visit.today());
            let leads = match viewer.member_id {
                Some(member) => claims::leads(conn, member, today)?,
                None => false,
            };
            if !manages && !leads {
                return Err(Error::Forbidden);
            }
            let waiting = claims::waiting(conn, viewer.member_id, manages, today)?;
            Ok((waiting, contests::waiting(conn, viewer, manages, today)?))
        })
        .await?;
    let lang = visit.lang;
    let contest = |(contest, line): (contests::Contest, contests::Line)| ContestRow {
        line: line.id,
        title: super::title(lang, &line),
        who: contest.member,
        says: contest.says,
    };
    page::ok(
        &visit,
        &WaitingPage {
            page: Page::new(&visit, "hours", "hours-claims-title"),
            claims: claims.iter().map(|claim| claim_row(lang, claim)).collect(),
            contests: contests.into_iter().map(contest).collect(),
        },
    )
}
