//! One request: what it is, how far it is, its history in words, and what who looks may do with it.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{NaiveDate, NaiveTime};

use super::{form, place, status_tag, urgency_tag, visit_words};
use crate::comments::pages::Block;
use crate::files::pages as files;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::Pick;
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::repairs::access::{self, Given};
use crate::repairs::{self, Appointment, Repair, Status, Whole, rules, slice, steps};

/// The most steps of the history that are shown.
const HISTORY_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "repairs/show.html")]
struct ShowPage {
    page: Page,
    form: Form,
    repair: Repair,
    place: String,
    urgency: (&'static str, String),
    status: (&'static str, String),
    visit: Option<String>,
    /// The day is over, and it is still open.
    past: bool,
    asked: String,
    closed: Option<String>,
    /// How to get in, for the household and who comes.
    access: Option<Given>,
    access_form: Form,
    entries: Vec<(String, String)>,
    files: files::Block,
    talk: Block,
    /// To whom it can be handed; none for who does not deal with it.
    dealers: Option<Pick>,
    ways: Vec<(String, String, String)>,
    may_take: bool,
    may_ask: bool,
    /// Where a task is made of it.
    task: Option<String>,
    history: Vec<(String, String)>,
}

impl ShowPage {
    fn is_own_and_open(&self) -> bool {
        self.repair.own && self.repair.is_open() && self.may_ask
    }

    /// Whether the home may say how to get in.
    fn may_give_access(&self) -> bool {
        self.repair.lives && self.repair.is_open() && self.may_ask
    }

    fn may_reopen(&self) -> bool {
        !self.repair.is_open() && (self.repair.own || self.repair.deals) && self.may_ask
    }

    /// What the outcome is the answer to.
    fn outcome_title(&self) -> String {
        self.page.t(if self.repair.status == Status::Repaired { "repair-done" } else { "repair-why-without" })
    }

    fn reopen_words(&self) -> &'static str {
        if self.repair.status == Status::Repaired { "repair-not-fixed" } else { "repair-still-needed" }
    }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let page = load(&visit, id.into_inner(), Form::blank()).await?;
    page::ok(&visit, &page)
}

/// What a form of this page comes to: where it leads, or the page again with what is wrong and what was typed.
pub async fn answered(visit: Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            (StatusCode::CONFLICT, form.beside(&Form::blank(), |_, _| String::new()))
        }
        Err(error) => return Err(error),
    };
    let page = load(&visit, id, form).await?;
    page::html(&visit, status, &page)
}

/// What the home said, as its form has it; what was typed, where that comes back.
fn access_form(form: &Form, given: Option<&Given>) -> Form {
    match given {
        Some(given) if form.names().all(|name| !name.starts_with("access_")) => Form::filled([
            ("access_enter", given.enter.word().to_owned()),
            ("access_times", given.times.clone()),
            ("access_pets", given.pets.clone()),
            ("access_way_in", given.way_in.clone()),
        ]),
        _ => form.clone(),
    }
}

/// The address at which a task is made of a request: its title and the committee, never the home nor the way in.
fn task_address(repair: &Repair) -> String {
    let title: String = url::form_urlencoded::byte_serialize(repair.title.as_bytes()).collect();
    let committee = repair.committee_id.map(|id| format!("&committee={id}")).unwrap_or_default();
    format!("/tasks/new?title={title}{committee}")
}

/// Who may be chosen to deal with it, whoever does so first.
fn pick(lang: Lang, form: &Form, repair: &Repair, people: Vec<(i64, String)>) -> Pick {
    let mut options = vec![(String::new(), lang.t("repair-nobody"))];
    options.extend(people.into_iter().map(|(id, name)| (id.to_string(), name)));
    let mut form = form.clone();
    if form.names().all(|name| !name.starts_with("dealer")) {
        form.set("dealer", repair.dealer_id.map(|id| id.to_string()).unwrap_or_default());
    }
    Pick::of(&form, "dealer", options)
}

async fn load(visit: &Visit, id: i64, form: Form) -> Result<ShowPage> {
    let (repair, access, events, attached, said, people) = visit
        .read(move |conn, visit| {
            let asker = visit.asker();
            let Whole { repair, files } = repairs::whole(conn, &asker, id)?;
            // Whoever acts for a member does not read where the key is.
            let in_person = visit.in_person().is_ok();
            let looks = in_person && repair.is_open() && (repair.lives || repair.comes);
            let access = if looks { access::find(conn, &asker, id)? } else { None };
            let events = events::of_subject(conn, slice::REPAIR.word, id, HISTORY_MAX)?;
            let said = Block::read(conn, slice::REPAIR.word, id)?;
            let deals = repair.deals && repair.is_open();
            let people = if deals { Some(repairs::dealers(conn, &asker)?) } else { None };
            Ok((repair, access, events, files.0, said, people))
        })
        .await?;
    let lang = visit.lang;
    let member = visit.viewer()?.member_id;
    let page = Page::named(visit, "repairs", repair.title.clone()).with_form(&form);
    let way = |status: Status| {
        (
            status.word().to_owned(),
            lang.t_of("repair-status-", status.word()),
            lang.t_of("repair-closing-", status.word()),
        )
    };
    let makes = (repair.leads || repair.comes) && repair.is_open() && visit.may(Permission::TasksCreate);
    Ok(ShowPage {
        place: place(lang, &repair),
        urgency: urgency_tag(lang, &repair),
        status: status_tag(lang, repair.status),
        visit: repair.appointment().filter(|_| repair.is_open()).map(|visit| visit_words(lang, visit)),
        past: steps::is_past(&repair, visit.today()),
        asked: page.moment(&repair.asked_at),
        closed: repair.closed_at.map(|at| page.moment(&at)),
        access_form: access_form(&form, access.as_ref()),
        access,
        entries: form::entries(lang).into_iter().skip(1).collect(),
        files: files::Block::new(&page, &attached),
        talk: Block::new(visit, &page, &format!("/repairs/{id}"), repair.closed_at, &said)?,
        dealers: people.map(|people| pick(lang, &form, &repair, people)),
        ways: [Status::Repaired, Status::ClosedWithout].map(way).to_vec(),
        may_take: repair.deals && repair.is_open() && member.is_some() && !repair.comes,
        may_ask: visit.may(Permission::RepairsAsk),
        task: makes.then(|| task_address(&repair)),
        history: events.iter().map(|event| (happened(lang, event), page.moment(&event.at))).collect(),
        page,
        form,
        repair,
    })
}

/// An event in words.
fn happened(lang: Lang, event: &Event) -> String {
    let after = &event.detail["after"];
    let time = |name: &str| after[name].as_str().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
    let day: Option<NaiveDate> = after["visit_on"].as_str().and_then(|day| day.parse().ok());
    let visit = day.map(|on| visit_words(lang, Appointment { on, from: time("visit_from"), to: time("visit_to") }));
    let urgency = after["urgency"].as_str().and_then(rules::Urgency::parse);
    lang.with(
        &format!("repair-history-{}", event.kind.trim_start_matches("repair.").replace(['.', '_'], "-")),
        &[
            ("actor", event.actor_name.as_str().into()),
            ("name", after["name"].as_str().unwrap_or("none").into()),
            ("visit", visit.unwrap_or_default().into()),
            (
                "urgency",
                urgency.map(|one| lang.t_of("repair-urgency-", one.word())).unwrap_or_else(|| "none".to_owned()).into(),
            ),
            ("outcome", after["outcome"].as_str().unwrap_or_default().into()),
        ],
    )
}
