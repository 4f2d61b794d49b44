//! The form of a request: from outside, or of a member who wants another home.

use actix_web::web;
use askama::Template;

use crate::applications::{self, Kind, NewApplication};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Act, Done, Visit};

#[derive(Template)]
#[template(path = "applications/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    is_new: bool,
    is_transfer: bool,
    languages: Vec<(&'static str, String)>,
    members: Pick,
}

async fn form_page(visit: &Visit, id: Option<i64>, kind: Kind, form: Form) -> Result<FormPage> {
    let members = match kind {
        Kind::Outside => Vec::new(),
        Kind::Transfer => {
            let none = visit.lang.t("application-choose-member");
            visit.read(|conn, visit| members::choices(conn, visit.today(), none)).await?
        }
    };
    let address = id.map_or_else(|| "/waiting-list".to_owned(), |id| format!("/waiting-list/{id}"));
    let title = if id.is_some() { "application-edit-title" } else { "application-new-title" };
    Ok(FormPage {
        page: Page::new(visit, "applications", title).with_form(&form),
        members: Pick::of(&form, "transfer_member", members),
        form,
        action: address.clone(),
        back: address,
        is_new: id.is_none(),
        is_transfer: kind == Kind::Transfer,
        languages: visit.lang.choices(),
    })
}

fn kind_of(form: &Form) -> Kind {
    Kind::read(form.value("kind"))
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    let kind = kind_of(&query);
    let mut form = Form::filled([
        ("kind", kind.word().to_owned()),
        ("received_on", visit.today().to_string()),
        ("adults", "1".to_owned()),
        ("children", "0".to_owned()),
        ("member_language", visit.coop()?.language.code().to_owned()),
    ]);
    form.set("transfer_member", query.value("member"));
    page::ok(&visit, &form_page(&visit, None, kind, form).await?)
}

fn read(form: &Form, kind: Kind) -> Result<NewApplication> {
    let reader = form.reader();
    let small = |name: &str| reader.number(name, 0..=12).map(|number| number as i32);
    let outside = kind == Kind::Outside;
    let (given_name, family_name) = (reader.line("given_name", 80), reader.line("family_name", 80));
    if outside && given_name.is_empty() && family_name.is_empty() {
        reader.refuse("given_name", "wrong-required");
    }
    let other_adults = reader.text("other_adults", 400);
    if other_adults.lines().any(|line| !line.trim().is_empty() && !line.contains(',')) {
        reader.refuse("other_adults", "wrong-other-adults");
    }
    let language = reader.choice("member_language", &[("en", Lang::En), ("fr", Lang::Fr)]).unwrap_or(Lang::En);
    let member_id = if outside { None } else { Some(reader.required_number("transfer_member", 1..=i64::MAX)) };
    let new = NewApplication {
        kind,
        given_name: if outside { given_name } else { String::new() },
        family_name: if outside { family_name } else { String::new() },
        email: reader.email("email").filter(|_| outside),
        phone: reader.phone("phone").filter(|_| outside),
        language,
        other_adults: if outside { other_adults } else { String::new() },
        adults: reader.required_number("adults", 1..=20) as i32,
        children: reader.number("children", 0..=20).unwrap_or(0) as i32,
        member_id,
        unit_id: None,
        bedrooms_min: small("bedrooms_min"),
        bedrooms_max: small("bedrooms_max"),
        accessible: reader.checked("needs_accessible"),
        remarks: reader.text("remarks", 2_000),
        source: reader.line("source", 80),
        received_on: reader.required_date("received_on"),
        complete_on: reader.date("complete_on"),
    };
    if new.bedrooms_min.zip(new.bedrooms_max).is_some_and(|(min, max)| max < min) {
        reader.refuse("bedrooms_max", "wrong-order");
    }
    let named = new.other_adults.lines().filter(|line| !line.trim().is_empty()).count();
    if outside && named as i32 >= new.adults && named > 0 {
        reader.refuse("adults", "wrong-adults");
    }
    reader.finish()?;
    Ok(new)
}

/// The form with who asks for a transfer, where that was typed in words.
fn settled(act: &mut Act<'_>, form: &Form) -> Result<Form> {
    let today = act.today();
    pick::settled(form, "transfer_member", || members::choices(act.conn, today, String::new()))
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let kind = kind_of(&form);
    let outcome = visit
        .submit(&form, move |act, form| {
            let form = &settled(act, form)?;
            let new = read(form, kind)?;
            let id = applications::add(act, &new)?;
            let line = applications::find(act.conn, id)?.0;
            Ok(Done::to(format!("/waiting-list/{id}")).say("application-added", line.name).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &form_page(&visit, None, kind, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let (line, whole) = visit.read(move |conn, _| applications::find(conn, id)).await?;
    let entered = applications::as_entered(&line, &whole);
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let form = Form::filled([
        ("kind", entered.kind.word().to_owned()),
        ("version", whole.version.to_string()),
        ("given_name", entered.given_name),
        ("family_name", entered.family_name),
        ("email", entered.email.unwrap_or_default()),
        ("phone", entered.phone.unwrap_or_default()),
        ("member_language", entered.language.code().to_owned()),
        ("other_adults", entered.other_adults),
        ("transfer_member", entered.member_id.map(|id| id.to_string()).unwrap_or_default()),
        ("adults", entered.adults.to_string()),
        ("children", entered.children.to_string()),
        ("bedrooms_min", number(entered.bedrooms_min)),
        ("bedrooms_max", number(entered.bedrooms_max)),
        ("needs_accessible", if entered.accessible { "1" } else { "" }.to_owned()),
        ("remarks", entered.remarks),
        ("source", entered.source),
        ("received_on", entered.received_on.to_string()),
        ("complete_on", entered.complete_on.map(|day| day.to_string()).unwrap_or_default()),
    ]);
    page::ok(&visit, &form_page(&visit, Some(id), entered.kind, form).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, kind) = (*id, kind_of(&form));
    let outcome = visit
        .submit(&form, move |act, form| {
            let (line, _) = applications::find(act.conn, id)?;
            let form = &settled(act, form)?;
            let new = read(form, line.kind())?;
            let version = form.value("version").parse().unwrap_or(0);
            applications::change(act, id, version, &new)?;
            Ok(Done::to(format!("/waiting-list/{id}")).say("application-changed", line.name))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &form_page(&visit, Some(id), kind, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
