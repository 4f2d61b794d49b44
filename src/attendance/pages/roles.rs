//! Who leads a meeting, who writes its minutes, and who keeps its door.

use actix_web::web;
use askama::Template;

use super::led;
use crate::attendance;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Choice, Pick};
use crate::platform::visit::{Act, Done, Visit};

/// The fields that name somebody.
const FIELDS: [&str; 3] = ["chair", "secretary", "doorkeeper"];

#[derive(Template)]
#[template(path = "attendance/roles.html")]
struct RolesPage {
    page: Page,
    id: i64,
    title: String,
    chair: Pick,
    secretary: Pick,
    doorkeeper: Pick,
    doorkeepers: Vec<(i64, String)>,
    form: Form,
}

async fn roles_page(visit: &Visit, id: i64, form: Option<Form>) -> Result<RolesPage> {
    let held = led(visit, id).await?;
    let (lang, nobody) = (visit.lang, visit.lang.t("attendance-nobody"));
    let (choices, doorkeepers) = visit
        .read(move |conn, visit| {
            Ok((members::choices(conn, visit.today(), nobody)?, attendance::doorkeepers(conn, id)?))
        })
        .await?;
    let who = |member: Option<i64>| member.map(|id| id.to_string()).unwrap_or_default();
    let form = form.unwrap_or_else(|| {
        Form::filled([("chair", who(held.meeting.chair_id)), ("secretary", who(held.meeting.secretary_id))])
    });
    let [chair, secretary, doorkeeper] = FIELDS.map(|field| Pick::of(&form, field, choices.clone()));
    Ok(RolesPage {
        page: Page::new(visit, "meetings", "attendance-roles").with_form(&form),
        id,
        title: held.meeting.title(lang).to_owned(),
        chair,
        secretary,
        doorkeeper,
        doorkeepers,
        form,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &roles_page(&visit, *id, None).await?)
}

/// The members that the fields of a form name.
fn named(act: &mut Act<'_>, form: &Form) -> Result<[Option<i64>; 3]> {
    let today = act.today();
    let choices: Vec<Choice> = members::choices(act.conn, today, String::new())?;
    let mut settled = form.clone();
    for field in FIELDS {
        settled = pick::settled(&settled, field, || Ok(choices.clone()))?;
    }
    let reader = settled.reader();
    let found = FIELDS.map(|field| reader.number(field, 1..=i64::MAX));
    reader.finish()?;
    Ok(found)
}

pub async fn name(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    led(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let [chair, secretary, doorkeeper] = named(act, form)?;
            attendance::name_roles(act, id, (chair, secretary), doorkeeper)?;
            Ok(Done::to(format!("/meetings/{id}/roles")).say("attendance-roles-saved", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &roles_page(&visit, id, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn dismiss(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, member) = path.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            attendance::dismiss(act, id, member)?;
            Ok(Done::to(format!("/meetings/{id}/roles")).say("attendance-roles-saved", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
