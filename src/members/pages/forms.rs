//! Adding a member, changing one, giving one another status: for who keeps the register.

use actix_web::web;
use askama::Template;

use super::member_page;
use crate::members::{self, Details, NewMember, Status};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

const LANGUAGES: [(&str, Lang); 2] = [("en", Lang::En), ("fr", Lang::Fr)];
const NAME_LENGTH_MAX: usize = 80;

#[derive(Template)]
#[template(path = "members/form.html")]
struct MemberForm {
    page: Page,
    form: Form,
    /// Where the form goes, and where "Cancel" leads.
    action: String,
    back: String,
    /// Empty when the member is there already: a status is then changed on the member's own page.
    statuses: Vec<(&'static str, String)>,
    languages: Vec<(&'static str, String)>,
}

fn new_page(visit: &Visit, form: Form) -> MemberForm {
    MemberForm {
        page: Page::new(visit, "members", "member-new-title").with_form(&form),
        form,
        action: "/members".to_owned(),
        back: "/members".to_owned(),
        statuses: super::statuses(visit),
        languages: super::own::languages(visit),
    }
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let mut form = Form::filled([
        ("member_status", "member".to_owned()),
        ("member_language", visit.coop()?.language.code().to_owned()),
        ("joined_on", visit.today().to_string()),
    ]);
    form.set("given_name", query.value("given_name"));
    page::ok(&visit, &new_page(&visit, form))
}

/// Reads what both forms ask for.
fn read_details(form: &Form, reader: &Reader<'_>) -> Details {
    let given_name = reader.line("given_name", NAME_LENGTH_MAX);
    let family_name = reader.line("family_name", NAME_LENGTH_MAX);
    if given_name.is_empty() && family_name.is_empty() {
        reader.refuse("given_name", "wrong-required");
    }
    let language = reader.required_choice("member_language", &LANGUAGES).unwrap_or(Lang::En);
    Details {
        number: reader.line("number", 20),
        given_name,
        family_name,
        email: reader.email("email"),
        phone: reader.phone("phone"),
        language: language.code().to_owned(),
        joined_on: if form.value("joined_on").is_empty() {
            reader.required_date("joined_on")
        } else {
            reader.date("joined_on").unwrap_or_default()
        },
    }
}

fn read_new(form: &Form) -> Result<NewMember> {
    let reader = form.reader();
    let details = read_details(form, &reader);
    let status = reader.required_choice("member_status", &Status::ALL);
    reader.finish()?;
    Ok(NewMember {
        number: details.number,
        given_name: details.given_name,
        family_name: details.family_name,
        email: details.email,
        phone: details.phone,
        language: Lang::parse(&details.language).unwrap_or(Lang::En),
        joined_on: details.joined_on,
        status: status.unwrap_or(Status::Member),
    })
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let new = read_new(form)?;
            let id = members::add(act, &new)?;
            let name = format!("{} {}", new.given_name, new.family_name).trim().to_owned();
            Ok(Done::to(format!("/members/{id}")).say("member-added", name).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &new_page(&visit, form.with_errors(errors))),
        Err(error) => Err(error),
    }
}

// ---- changing ----

fn edit_page(visit: &Visit, id: i64, form: Form) -> MemberForm {
    MemberForm {
        page: Page::new(visit, "members", "member-edit-title").with_form(&form),
        form,
        action: format!("/members/{id}"),
        back: format!("/members/{id}"),
        statuses: Vec::new(),
        languages: super::own::languages(visit),
    }
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let (details, version) = visit.read(move |conn, _| members::details(conn, id)).await?;
    let form = Form::filled([
        ("version", version.to_string()),
        ("number", details.number),
        ("given_name", details.given_name),
        ("family_name", details.family_name),
        ("email", details.email.unwrap_or_default()),
        ("phone", details.phone.unwrap_or_default()),
        ("member_language", details.language),
        ("joined_on", details.joined_on.to_string()),
    ]);
    page::ok(&visit, &edit_page(&visit, id, form))
}

pub async fn change(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let mut details = read_details(form, &reader);
            details.number = reader.required_line("number", 20);
            let version = reader.required_number("version", 1..=i64::from(i32::MAX)) as i32;
            reader.finish()?;
            members::change(act, id, version, &details)?;
            let name = format!("{} {}", details.given_name, details.family_name).trim().to_owned();
            Ok(Done::to(format!("/members/{id}")).say("member-changed", name))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &edit_page(&visit, id, form.with_errors(errors))),
        Err(error) => Err(error),
    }
}

pub async fn set_status(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let status = reader.required_choice("member_status", &Status::ALL);
            let from = reader.required_date("status_from");
            let reason = reader.line("status_reason", 200);
            reader.finish()?;
            members::set_status(act, id, status.unwrap_or(Status::Member), from, &reason)?;
            Ok(Done::to(format!("/members/{id}")).say("member-status-set", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &member_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
