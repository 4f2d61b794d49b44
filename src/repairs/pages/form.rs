//! The form of a request, new or edited.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use diesel::prelude::*;

use super::{place, readers, unless_wrong, version};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Act, Done, Visit};
use crate::policy::Permission;
use crate::repairs::rules::{ACCESS_MAX, DETAILS_MAX, PLACE_MAX, TITLE_MAX};
use crate::repairs::{self, Access, Entry, NewRepair, Repair, Urgency};
use crate::units;

#[derive(Template)]
#[template(path = "repairs/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    /// The request that is edited; a new one has none yet.
    id: Option<i64>,
    action: String,
    homes: Pick,
    urgencies: Vec<(String, String, String)>,
    entries: Vec<(String, String)>,
    readers: Vec<String>,
    /// Where an edited one is.
    place: String,
    /// Whom to call.
    contact: String,
}

/// What the form offers for a place: one's own homes, all for the office, and the common ones.
fn homes(conn: &mut PgConnection, lang: Lang, own: &[(i64, String)], office: bool) -> Result<Vec<(String, String)>> {
    let home =
        |(id, name): &(i64, String)| (id.to_string(), lang.with("repair-home", &[("home", name.as_str().into())]));
    let mut all = vec![(String::new(), lang.t("repair-common"))];
    all.extend(own.iter().map(home));
    if office {
        let others = units::options(conn)?.into_iter().filter(|(id, _)| own.iter().all(|(known, _)| known != id));
        all.extend(others.map(|one| home(&one)));
    }
    Ok(all)
}

fn own_homes(conn: &mut PgConnection, asker: &crate::platform::asker::Asker<'_>) -> Result<Vec<(i64, String)>> {
    asker.member.map_or(Ok(Vec::new()), |member| units::of_member(conn, member, asker.today))
}

/// The choices of whether somebody may go in.
pub fn entries(lang: Lang) -> Vec<(String, String)> {
    let none = (String::new(), lang.t("repair-enter-none"));
    let all = Entry::ALL.iter().map(|(word, _)| ((*word).to_owned(), lang.t_of("repair-enter-", word)));
    std::iter::once(none).chain(all).collect()
}

async fn form_page(visit: &Visit, form: Option<Form>, edited: Option<&Repair>) -> Result<FormPage> {
    let (own, homes, answerable) = visit
        .read(|conn, visit| {
            let asker = visit.asker();
            let own = own_homes(conn, &asker)?;
            let homes = homes(conn, visit.lang, &own, asker.may(Permission::RepairsManage))?;
            let answerable = repairs::answerable(conn, &asker, &visit.state.policy)?;
            Ok((own, homes, answerable))
        })
        .await?;
    let lang = visit.lang;
    let form = form.unwrap_or_else(|| {
        let home = own.first().map(|(id, _)| id.to_string()).unwrap_or_default();
        Form::filled([("repair_home", home)])
    });
    let title = if edited.is_some() { "repair-edit-title" } else { "repair-new-title" };
    let urgency = |(word, _): &(&'static str, Urgency)| {
        ((*word).to_owned(), lang.t_of("repair-urgency-", word), lang.t_of("repair-urgency-means-", word))
    };
    let page = Page::new(visit, "repairs", title).with_form(&form);
    Ok(FormPage {
        homes: Pick::of(&form, "repair_home", homes),
        form,
        id: edited.map(|repair| repair.id),
        action: edited.map_or_else(|| "/repairs".to_owned(), |repair| format!("/repairs/{}", repair.id)),
        urgencies: Urgency::ALL.iter().map(urgency).collect(),
        entries: entries(lang),
        readers: readers(lang, &answerable, &own),
        place: edited.map(|repair| place(lang, repair)).unwrap_or_default(),
        contact: page.contact(),
        page,
    })
}

/// Reads what somebody says about getting in; nothing where they say nothing.
pub fn read_access(reader: &Reader<'_>) -> Option<Access> {
    let enter = reader.choice("access_enter", &Entry::ALL);
    let line = |name: &str| reader.line(name, ACCESS_MAX);
    let (times, pets, way_in) = (line("access_times"), line("access_pets"), line("access_way_in"));
    if enter.is_none() && [&times, &pets, &way_in].iter().any(|words| !words.is_empty()) {
        reader.refuse("access_enter", "wrong-repair-enter");
    }
    Some(Access { enter: enter?, times, pets, way_in })
}

fn read(form: &Form) -> Result<(NewRepair, Option<Access>)> {
    let reader = form.reader();
    let home = form.value("repair_home");
    let unit_id = home.parse().ok();
    if unit_id.is_none() && !home.is_empty() {
        reader.refuse("repair_home", "wrong-choice");
    }
    let access = read_access(&reader);
    let new = NewRepair {
        unit_id,
        place: reader.required_line("repair_place", PLACE_MAX),
        title: reader.required_line("repair_title", TITLE_MAX),
        details: reader.text("repair_details", DETAILS_MAX),
        urgency: reader.required_choice("urgency", &Urgency::ALL).unwrap_or(Urgency::Whenever),
    };
    reader.finish()?;
    Ok((new, access))
}

/// The form with the home that was typed in words.
fn settled(act: &mut Act<'_>, lang: Lang, form: &Form) -> Result<Form> {
    let asker = act.asker();
    pick::settled(form, "repair_home", || {
        let own = own_homes(act.conn, &asker)?;
        homes(act.conn, lang, &own, asker.may(Permission::RepairsManage))
    })
}

pub async fn new_form(visit: Visit) -> Answer {
    page::ok(&visit, &form_page(&visit, None, None).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let lang = visit.lang;
    let outcome = visit
        .submit(&form, move |act, form| {
            let (new, access) = read(&settled(act, lang, form)?)?;
            let id = repairs::ask(act, &new, access.as_ref())?;
            Ok(Done::to(format!("/repairs/{id}")).say("repair-asked", "").made(id))
        })
        .await;
    match outcome {
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &form_page(&visit, Some(form.with_errors(errors)), None).await?)
        }
        outcome => unless_wrong(&visit, outcome),
    }
}

/// A request that the visitor may edit.
async fn own(visit: &Visit, id: i64) -> Result<Repair> {
    let repair = visit.read(move |conn, visit| repairs::find(conn, &visit.asker(), id)).await?;
    if repair.own { Ok(repair) } else { Err(Error::Forbidden) }
}

/// The form as the request is now.
fn filled(repair: &Repair) -> Form {
    Form::filled([
        ("version", repair.version.to_string()),
        ("repair_place", repair.place.clone()),
        ("repair_title", repair.title.clone()),
        ("repair_details", repair.details.clone()),
        ("urgency", repair.urgency.word().to_owned()),
    ])
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let repair = own(&visit, id.into_inner()).await?;
    page::ok(&visit, &form_page(&visit, Some(filled(&repair)), Some(&repair)).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let repair = own(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let (new, _) = read(form)?;
            repairs::edit(act, id, version(form), &new)?;
            Ok(Done::to(format!("/repairs/{id}")).say("repair-saved", ""))
        })
        .await;
    match outcome {
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &form_page(&visit, Some(form.with_errors(errors)), Some(&repair)).await?)
        }
        Err(Error::Conflict("conflict-changed")) => {
            let lang = visit.lang;
            let form = form.beside(&filled(&repair), |field, says| match field {
                "urgency" => lang.t_of("repair-urgency-", repair.urgency.word()),
                _ => says.to_owned(),
            });
            page::html(&visit, StatusCode::CONFLICT, &form_page(&visit, Some(form), Some(&repair)).await?)
        }
        outcome => unless_wrong(&visit, outcome),
    }
}
