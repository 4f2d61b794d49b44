//! "What counts": the kinds of work, for everybody to read, and how who manages hours writes them.

use actix_web::web;
use askama::Template;

use super::{read_version, submit};
use crate::committees;
use crate::hours::kinds::{self, Effort, NewKind, WorkKind};
use crate::hours::rules::DAY_MAX;
use crate::platform::duration;
use crate::platform::error::Result;
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

const NAME_MAX: usize = 80;
const WORDS_MAX: usize = 1_000;

/// What a kind is worth, as it is chosen.
const WORTHS: [(&str, Worth); 3] = [("clock", Worth::Clock), ("most", Worth::Most), ("fixed", Worth::Fixed)];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worth {
    Clock,
    Most,
    Fixed,
}

struct Row {
    id: i64,
    name: String,
    counts: String,
    counts_not: String,
    worth: String,
    effort: String,
    answers: String,
    ended: bool,
}

#[derive(Template)]
#[template(path = "hours/kinds.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    manages: bool,
    takes_part: bool,
}

pub async fn index(visit: Visit) -> Answer {
    let all = visit.read(|conn, visit| kinds::list(conn, visit.lang)).await?;
    let manages = visit.may(Permission::HoursManage);
    let rows = all.iter().filter(|kind| manages || !kind.ended).map(|kind| row(&visit, kind)).collect();
    let takes_part = visit.viewer()?.member_id.is_some();
    page::ok(&visit, &ListPage { page: Page::new(&visit, "hours", "hours-kinds-title"), rows, manages, takes_part })
}

fn row(visit: &Visit, kind: &WorkKind) -> Row {
    let lang = visit.lang;
    let hours = |minutes: i32| [("hours", duration::said(minutes.into()).into())];
    Row {
        id: kind.id,
        name: kind.name(lang).to_owned(),
        counts: kind.counts(lang).to_owned(),
        counts_not: kind.counts_not(lang).to_owned(),
        worth: match (kind.fixed_minutes, kind.most_minutes) {
            (Some(fixed), _) => lang.with("hours-worth-is-fixed", &hours(fixed)),
            (None, Some(most)) => lang.with("hours-worth-is-most", &hours(most)),
            (None, None) => lang.t("hours-worth-is-clock"),
        },
        effort: lang.t_of("hours-effort-", kind.effort.word()),
        answers: kind.committee(lang).map_or_else(
            || lang.t("hours-answers-office"),
            |name| lang.with("hours-answers-lead", &[("name", name.into())]),
        ),
        ended: kind.ended,
    }
}

#[derive(Template)]
#[template(path = "hours/kind_form.html")]
struct FormPage {
    page: Page,
    form: Form,
    id: Option<i64>,
    action: String,
    worths: Vec<(&'static str, String)>,
    efforts: Vec<(&'static str, String)>,
    committees: Vec<(String, String)>,
    ended: bool,
}

async fn form_page(visit: &Visit, form: Form, kind: Option<&WorkKind>) -> Result<FormPage> {
    let lang = visit.lang;
    let mut committees = vec![(String::new(), lang.t("hours-answers-office"))];
    let open = visit.read(move |conn, _| committees::options(conn, lang)).await?;
    committees.extend(open.into_iter().map(|(id, name)| (id.to_string(), name)));
    let title = if kind.is_some() { "hours-kind-edit-title" } else { "hours-kind-new-title" };
    Ok(FormPage {
        page: Page::new(visit, "hours", title).with_form(&form),
        form,
        action: kind.map_or_else(|| "/hours/kinds".to_owned(), |kind| format!("/hours/kinds/{}", kind.id)),
        id: kind.map(|kind| kind.id),
        worths: WORTHS.map(|(word, _)| (word, lang.t_of("hours-worth-", word))).to_vec(),
        efforts: Effort::ALL.map(|(word, _)| (word, lang.t_of("hours-effort-", word))).to_vec(),
        committees,
        ended: kind.is_some_and(|kind| kind.ended),
    })
}

fn read(form: &Form) -> Result<NewKind> {
    let reader = form.reader();
    let name = reader.both("kind_name", |reader, field| reader.line(field, NAME_MAX));
    let counts = reader.both_optional("kind_counts", |reader, field| reader.text(field, WORDS_MAX));
    let counts_not = reader.both_optional("kind_counts_not", |reader, field| reader.text(field, WORDS_MAX));
    let worth = reader.required_choice("kind_worth", &WORTHS).unwrap_or(Worth::Clock);
    let minutes = duration::read(form.value("kind_hours").trim()).filter(|minutes| (1..=DAY_MAX).contains(minutes));
    if worth != Worth::Clock && minutes.is_none() {
        reader.refuse("kind_hours", "wrong-kind-hours");
    }
    let effort = reader.required_choice("kind_effort", &Effort::ALL).unwrap_or(Effort::Light);
    let committee_id = reader.number("kind_committee", 1..=i64::MAX);
    reader.finish()?;
    let of = |kind: Worth| minutes.filter(|_| worth == kind);
    let (fixed_minutes, most_minutes) = (of(Worth::Fixed), of(Worth::Most));
    Ok(NewKind { name, counts, counts_not, fixed_minutes, most_minutes, effort, committee_id })
}

pub async fn new_form(visit: Visit) -> Answer {
    let form = Form::filled([("kind_worth", "clock".to_owned()), ("kind_effort", "light".to_owned())]);
    page::ok(&visit, &form_page(&visit, form, None).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = submit(&visit, &form, |act, form| {
        let id = kinds::add(act, &read(form)?)?;
        Ok(Done::to("/hours/kinds").say("hours-kind-added", "").made(id))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &form_page(&visit, form, None).await?),
    }
}

async fn found(visit: &Visit, id: i64) -> Result<WorkKind> {
    visit.read(move |conn, _| kinds::find(conn, id)).await
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let kind = found(&visit, *id).await?;
    let worth = match (kind.fixed_minutes, kind.most_minutes) {
        (Some(_), _) => "fixed",
        (None, Some(_)) => "most",
        (None, None) => "clock",
    };
    let form = Form::filled([
        ("version", kind.version.to_string()),
        ("kind_name_en", kind.name_en.clone()),
        ("kind_name_fr", kind.name_fr.clone()),
        ("kind_counts_en", kind.counts_en.clone()),
        ("kind_counts_fr", kind.counts_fr.clone()),
        ("kind_counts_not_en", kind.not_en.clone()),
        ("kind_counts_not_fr", kind.not_fr.clone()),
        ("kind_worth", worth.to_owned()),
        ("kind_hours", kind.fixed_minutes.or(kind.most_minutes).map(duration::typed).unwrap_or_default()),
        ("kind_effort", kind.effort.word().to_owned()),
        ("kind_committee", kind.committee_id.map(|id| id.to_string()).unwrap_or_default()),
    ])
    .once(&["kind_name", "kind_counts", "kind_counts_not"], visit.coop()?.language);
    page::ok(&visit, &form_page(&visit, form, Some(&kind)).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let new = read(form)?;
        kinds::change(act, id, read_version(form)?, &new)?;
        Ok(Done::to("/hours/kinds").say("hours-kind-changed", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => {
            let kind = found(&visit, id).await?;
            page::refused(&visit, &form_page(&visit, form, Some(&kind)).await?)
        }
    }
}

pub async fn end(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            kinds::end(act, id)?;
            Ok(Done::to("/hours/kinds").say("hours-kind-ended", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
