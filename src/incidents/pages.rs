//! The register on a page that can be printed for the commission, its file, and the form of an entry with its history.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::slice;
use super::{Details, Incident, rules};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::{Done, Visit};

const A_PAGE: i64 = 50;
const FILE_MAX: i64 = 10_000;
const HISTORY_MAX: i64 = 100;

/// The paragraphs of section 7 in their order, then the notices.
const COLUMNS: [&str; 10] = [
    "information",
    "circumstances",
    "happened",
    "known-on",
    "people",
    "serious-risk",
    "risk-reasons",
    "notices",
    "public-notice",
    "measures",
];

/// An entry as names and values.
struct Shown {
    id: i64,
    title: String,
    serious: bool,
    facts: Vec<(String, String)>,
    kept_until: String,
}

#[derive(Template)]
#[template(path = "incidents/index.html")]
struct IncidentsPage {
    page: Page,
    incidents: Vec<Shown>,
    next: Option<String>,
}

/// When it happened: a day, a period, or about when.
fn happened(visit: &Visit, details: &Details) -> String {
    let lang = visit.lang;
    match (details.happened_from, details.happened_until) {
        (Some(from), Some(until)) if until > from => {
            lang.with("incident-period", &[("from", lang.day(from).into()), ("until", lang.day(until).into())])
        }
        (Some(day), _) => lang.day(day),
        (None, _) => details.happened_about.clone(),
    }
}

fn value(visit: &Visit, details: &Details, column: &str) -> String {
    let lang = visit.lang;
    let told = |key: &str, day: Option<NaiveDate>| match day {
        Some(day) => lang.with(key, &[("day", lang.day(day).into())]),
        None => lang.t(&format!("{key}-not")),
    };
    match column {
        "information" => details.information.clone(),
        "circumstances" => details.circumstances.clone(),
        "happened" => happened(visit, details),
        "known-on" => lang.day(details.known_on),
        "people" if details.people_about => lang.with("incident-people-about", &[("people", details.people.into())]),
        "people" => details.people.to_string(),
        "serious-risk" => lang.t(if details.serious_risk { "incident-serious" } else { "incident-not-serious" }),
        "risk-reasons" => details.risk_reasons.clone(),
        "notices" => {
            let told = [
                told("incident-commission-told", details.commission_told_on),
                told("incident-people-told", details.people_told_on),
            ];
            told.join(" ")
        }
        "public-notice" => details.public_notice.clone(),
        _ => details.measures.clone(),
    }
}

fn shown(visit: &Visit, incident: &Incident) -> Shown {
    let details = &incident.details;
    let facts = COLUMNS.iter().map(|column| (visit.lang.t_of("incident-", column), value(visit, details, column)));
    Shown {
        id: incident.id,
        title: visit.lang.with("incident-of", &[("day", visit.lang.day(details.known_on).into())]),
        serious: details.serious_risk,
        facts: facts.filter(|(_, value)| !value.is_empty()).collect(),
        kept_until: visit.lang.day(rules::kept_until(details.known_on)),
    }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let after = match query.value("after") {
        "" => None,
        key => {
            let (day, id) = key.split_once('_').ok_or(Error::BadRequest)?;
            let (day, id) = (day.parse().ok(), id.parse().ok());
            Some(day.zip(id).ok_or(Error::BadRequest)?)
        }
    };
    let mut found = visit.read(move |conn, _| super::list(conn, after, A_PAGE + 1)).await?;
    let more = found.len() as i64 > A_PAGE;
    found.truncate(A_PAGE as usize);
    let next = found.last().filter(|_| more);
    let page = IncidentsPage {
        page: Page::new(&visit, "settings", "incidents-title"),
        next: next.map(|last| format!("/incidents?after={}_{}", last.details.known_on, last.id)),
        incidents: found.iter().map(|incident| shown(&visit, incident)).collect(),
    };
    page::ok(&visit, &page)
}

/// The register as a file, a column a paragraph of section 7.
pub async fn export(visit: Visit) -> Answer {
    let found = visit.read(|conn, _| super::list(conn, None, FILE_MAX)).await?;
    let rows =
        found.iter().map(|one| COLUMNS.iter().map(|column| value(&visit, &one.details, column)).collect::<Vec<_>>());
    let headings = COLUMNS.iter().map(|column| visit.lang.t_of("incident-", column));
    Table::new(headings, rows).taken(&visit, &slice::INCIDENTS_EXPORTED, &format!("incidents-{}", visit.today())).await
}

// ---- one entry ----

/// Who did what to the entry, and to which fields.
struct Told {
    at: String,
    who: String,
    act: String,
    fields: String,
}

#[derive(Template)]
#[template(path = "incidents/form.html")]
struct IncidentForm {
    page: Page,
    form: Form,
    /// Nothing for a new one.
    id: Option<i64>,
    history: Vec<Told>,
    kept_until: String,
    may_go: bool,
}

fn told(page: &Page, event: &Event) -> Told {
    let fields = event.detail.get("after").and_then(serde_json::Value::as_object);
    let names = fields.into_iter().flat_map(serde_json::Map::keys).map(|name| page.label_of(name));
    let all = event.is(&slice::INCIDENT_ADDED);
    Told {
        at: page.moment(&event.at),
        who: event.actor_name.clone(),
        act: page.t_of("event-", &event.kind.replace('.', "-")),
        fields: names.filter(|name| !all && !name.is_empty()).collect::<Vec<_>>().join(", "),
    }
}

async fn form_page(visit: &Visit, id: Option<i64>, form: Option<Form>) -> Result<IncidentForm> {
    let (known, history) = match id {
        Some(id) => {
            let read = move |conn: &mut diesel::PgConnection, _: &Visit| {
                Ok((Some(super::find(conn, id)?), events::of_subject(conn, "incident", id, HISTORY_MAX)?))
            };
            visit.read(read).await?
        }
        None => (None, Vec::new()),
    };
    let title = if id.is_some() { "incident-edit-title" } else { "incident-new-title" };
    let form = form.unwrap_or_else(|| match &known {
        Some(incident) => filled(incident),
        None => Form::filled([("known_on", visit.today().to_string())]),
    });
    let page = Page::new(visit, "settings", title).with_form(&form);
    let known_on = known.map(|incident| incident.details.known_on);
    Ok(IncidentForm {
        history: history.iter().map(|event| told(&page, event)).collect(),
        kept_until: known_on.map(|day| visit.lang.day(rules::kept_until(day))).unwrap_or_default(),
        may_go: known_on.is_some_and(|day| rules::may_go(day, visit.today())),
        page,
        form,
        id,
    })
}

fn filled(incident: &Incident) -> Form {
    let (details, day) =
        (&incident.details, |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default());
    let check = |yes: bool| if yes { "1" } else { "" }.to_owned();
    Form::filled([
        ("version", incident.version.to_string()),
        ("information", details.information.clone()),
        ("circumstances", details.circumstances.clone()),
        ("happened_from", day(details.happened_from)),
        ("happened_until", day(details.happened_until)),
        ("happened_about", details.happened_about.clone()),
        ("known_on", details.known_on.to_string()),
        ("people", details.people.to_string()),
        ("people_about", check(details.people_about)),
        ("serious_risk", if details.serious_risk { "yes" } else { "no" }.to_owned()),
        ("risk_reasons", details.risk_reasons.clone()),
        ("commission_told_on", day(details.commission_told_on)),
        ("people_told_on", day(details.people_told_on)),
        ("public_notice", details.public_notice.clone()),
        ("measures", details.measures.clone()),
    ])
}

const TEXT_MAX: usize = 4_000;

fn read_details(form: &Form, today: NaiveDate) -> Result<(Details, i32)> {
    let reader = form.reader();
    let needed = |name: &'static str| {
        let text = reader.text(name, TEXT_MAX);
        if text.is_empty() {
            reader.refuse(name, "wrong-required");
        }
        text
    };
    let details = Details {
        information: needed("information"),
        circumstances: needed("circumstances"),
        happened_from: reader.date("happened_from"),
        happened_until: reader.date("happened_until"),
        happened_about: reader.line("happened_about", 200),
        known_on: reader.required_date("known_on"),
        people: reader.required_number("people", 0..=1_000_000) as i32,
        people_about: reader.checked("people_about"),
        serious_risk: reader.required_choice("serious_risk", &[("yes", true), ("no", false)]).unwrap_or(true),
        risk_reasons: needed("risk_reasons"),
        commission_told_on: reader.date("commission_told_on"),
        people_told_on: reader.date("people_told_on"),
        public_notice: reader.text("public_notice", TEXT_MAX),
        measures: needed("measures"),
    };
    let version = reader.number("version", 1..=i64::from(i32::MAX)).unwrap_or(0) as i32;
    if details.happened_from.is_none() && details.happened_about.is_empty() && form.value("happened_from").is_empty() {
        reader.refuse("happened_from", "wrong-incident-when");
    }
    if details.happened_until.is_some_and(|until| details.happened_from.is_none_or(|from| until < from)) {
        reader.refuse("happened_until", "wrong-incident-period");
    }
    if details.happened_from.is_some_and(|from| from > details.known_on) && !form.value("known_on").is_empty() {
        reader.refuse("known_on", "wrong-incident-known");
    }
    for (name, day) in [
        ("known_on", Some(details.known_on)),
        ("commission_told_on", details.commission_told_on),
        ("people_told_on", details.people_told_on),
    ] {
        if day.is_some_and(|day| day > today) {
            reader.refuse(name, "wrong-incident-future");
        }
    }
    reader.finish()?;
    Ok((details, version))
}

pub async fn new_form(visit: Visit) -> Answer {
    page::ok(&visit, &form_page(&visit, None, None).await?)
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &form_page(&visit, Some(*id), None).await?)
}

/// After a form was sent: on, or the form again with what is wrong.
async fn answer(visit: &Visit, id: Option<i64>, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(visit, &form_page(visit, id, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let (details, _) = read_details(form, act.today())?;
            let id = super::add(act, &details)?;
            Ok(Done::to("/incidents").say("incident-added", "").made(id))
        })
        .await;
    answer(&visit, None, form, outcome).await
}

pub async fn change(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let (details, version) = read_details(form, act.today())?;
            super::change(act, id, version, &details)?;
            Ok(Done::to("/incidents").say("incident-changed", ""))
        })
        .await;
    answer(&visit, Some(id), form, outcome).await
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            super::remove(act, id)?;
            Ok(Done::to("/incidents").say("incident-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
