//! Who is exempt, for who manages hours alone.

use actix_web::web;
use askama::Template;

use super::{exempted, read_version, submit};
use crate::hours::Doer;
use crate::hours::exemptions::{self, Exemption, NewExemption, Why};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Act, Done, Visit};
use crate::{members, units};

const REASON_MAX: usize = 1_000;

struct Row {
    id: i64,
    name: String,
    words: String,
    reason: String,
    over: bool,
}

#[derive(Template)]
#[template(path = "hours/exemptions.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
}

pub async fn index(visit: Visit) -> Answer {
    let all = visit.read(|conn, visit| exemptions::list(conn, visit.today())).await?;
    let (lang, today) = (visit.lang, visit.today());
    let row = |one: Exemption| Row {
        id: one.id,
        words: exempted(lang, &one),
        over: one.until.is_some_and(|until| until <= today),
        name: one.name,
        reason: one.reason,
    };
    let rows = all.into_iter().map(row).collect();
    page::ok(&visit, &ListPage { page: Page::new(&visit, "hours", "hours-exemptions-title"), rows })
}

#[derive(Template)]
#[template(path = "hours/exemption_form.html")]
struct FormPage {
    page: Page,
    form: Form,
    /// Whom it is for, of one that is changed.
    one: Option<Exemption>,
    action: String,
    whom: Pick,
    whys: Vec<(&'static str, String)>,
}

/// Everybody who can be exempt, the homes after the people.
fn everybody(conn: &mut diesel::PgConnection, lang: Lang, today: chrono::NaiveDate) -> Result<Vec<(String, String)>> {
    let mut all: Vec<(String, String)> =
        members::options(conn, today)?.into_iter().map(|(id, name)| (format!("member-{id}"), name)).collect();
    let home =
        |(id, name): (i64, String)| (format!("unit-{id}"), lang.with("hours-whole-home", &[("home", name.into())]));
    all.extend(units::options(conn)?.into_iter().map(home));
    Ok(all)
}

async fn form_page(visit: &Visit, form: Form, one: Option<Exemption>) -> Result<FormPage> {
    let lang = visit.lang;
    let mut options = vec![(String::new(), lang.t("hours-choose-whom"))];
    if one.is_none() {
        options.extend(visit.read(move |conn, visit| everybody(conn, lang, visit.today())).await?);
    }
    let title = if one.is_some() { "hours-exemption-edit-title" } else { "hours-exemption-new-title" };
    Ok(FormPage {
        page: Page::new(visit, "hours", title).with_form(&form),
        whom: Pick::of(&form, "exempt_whom", options),
        form,
        action: one
            .as_ref()
            .map_or_else(|| "/hours/exemptions".to_owned(), |one| format!("/hours/exemptions/{}", one.id)),
        one,
        whys: Why::ALL.map(|(word, _)| (word, lang.t_of("hours-exemption-", word))).to_vec(),
    })
}

fn read(form: &Form) -> Result<NewExemption> {
    let reader = form.reader();
    let kind = reader.required_choice("exempt_why", &Why::ALL).unwrap_or(Why::Board);
    let percent = reader.required_number("exempt_percent", 1..=100);
    let new = NewExemption {
        kind,
        from: reader.required_date("exempt_from"),
        last_day: reader.date("exempt_until"),
        percent: i32::try_from(percent).unwrap_or(100),
        reason: reader.text("exempt_reason", REASON_MAX),
    };
    reader.finish()?;
    Ok(new)
}

fn read_whom(form: &Form) -> Result<Doer> {
    let wrong = || {
        Error::field(
            "exempt_whom",
            if form.value("exempt_whom").is_empty() { "wrong-required" } else { "wrong-choice" },
        )
    };
    let (kind, id) = form.value("exempt_whom").split_once('-').ok_or_else(wrong)?;
    let id = id.parse().map_err(|_| wrong())?;
    match kind {
        "member" => Ok(Doer::Member(id)),
        "unit" => Ok(Doer::Unit(id)),
        _ => Err(wrong()),
    }
}

pub async fn new_form(visit: Visit) -> Answer {
    let form = Form::filled([("exempt_from", visit.today().to_string()), ("exempt_percent", "100".to_owned())]);
    page::ok(&visit, &form_page(&visit, form, None).await?)
}

fn grant(act: &mut Act<'_>, lang: Lang, form: &Form) -> Result<Done> {
    let today = act.today();
    let form = &pick::settled(form, "exempt_whom", || everybody(act.conn, lang, today))?;
    let (new, whom) = match (read(form), read_whom(form)) {
        (Ok(new), Ok(whom)) => (new, whom),
        (Err(Error::Invalid(mut wrong)), Err(Error::Invalid(whom))) => {
            wrong.splice(0..0, whom);
            return Err(Error::Invalid(wrong));
        }
        (Err(error), _) | (_, Err(error)) => return Err(error),
    };
    let id = exemptions::grant(act, whom, &new)?;
    Ok(Done::to("/hours/exemptions").say("hours-exemption-granted", "").made(id))
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let lang = visit.lang;
    match submit(&visit, &form, move |act, form| grant(act, lang, form)).await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &form_page(&visit, form, None).await?),
    }
}

async fn found(visit: &Visit, id: i64) -> Result<Exemption> {
    visit.read(move |conn, _| exemptions::find(conn, id)).await
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let one = found(&visit, *id).await?;
    let form = Form::filled([
        ("version", one.version.to_string()),
        ("exempt_why", one.kind.word().to_owned()),
        ("exempt_from", one.from.to_string()),
        ("exempt_until", one.until.and_then(|day| day.pred_opt()).map(|day| day.to_string()).unwrap_or_default()),
        ("exempt_percent", one.percent.to_string()),
        ("exempt_reason", one.reason.clone()),
    ]);
    page::ok(&visit, &form_page(&visit, form, Some(one)).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let new = read(form)?;
        exemptions::change(act, id, read_version(form)?, &new)?;
        Ok(Done::to("/hours/exemptions").say("hours-exemption-changed", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => {
            let one = found(&visit, id).await?;
            page::refused(&visit, &form_page(&visit, form, Some(one)).await?)
        }
    }
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            exemptions::remove(act, id)?;
            Ok(Done::to("/hours/exemptions").say("hours-exemption-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
