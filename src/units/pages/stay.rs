//! Putting a time in a home right that was entered wrongly, or taking it out.

use actix_web::web;
use askama::Template;

use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::units::{self, RELATIONS, Stay};

#[derive(Template)]
#[template(path = "units/stay.html")]
struct StayPage {
    page: Page,
    form: Form,
    unit: i64,
    label: String,
    stay: i64,
    name: String,
    relations: Vec<(&'static str, String)>,
}

async fn stay_page(visit: &Visit, (unit, stay): (i64, i64), form: Option<Form>) -> Result<StayPage> {
    let (home, was) = visit.read(move |conn, _| Ok((units::find(conn, unit)?, units::stay(conn, unit, stay)?))).await?;
    let form = form.unwrap_or_else(|| {
        Form::filled([
            ("relation", was.relation.clone()),
            ("moved_in_on", was.from.to_string()),
            ("moved_out_on", was.until.map(|day| day.to_string()).unwrap_or_default()),
        ])
    });
    Ok(StayPage {
        page: Page::new(visit, "units", "unit-stay-title").with_form(&form),
        form,
        unit,
        label: home.name,
        stay,
        name: was.name,
        relations: RELATIONS.iter().map(|word| (*word, visit.lang.t(&format!("relation-{word}")))).collect(),
    })
}

pub async fn stay_form(visit: Visit, path: web::Path<(i64, i64)>) -> Answer {
    page::ok(&visit, &stay_page(&visit, *path, None).await?)
}

pub async fn correct_stay(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (unit, stay) = *path;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let right = (!reader.checked("stay_removed")).then(|| Stay {
                from: reader.required_date("moved_in_on"),
                until: reader.date("moved_out_on"),
                relation: reader.required_choice("relation", &RELATIONS.map(|word| (word, word))).unwrap_or("member"),
            });
            reader.finish()?;
            units::correct_stay(act, unit, stay, right.as_ref())?;
            Ok(Done::to(format!("/units/{unit}")).say("unit-stay-corrected", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &stay_page(&visit, (unit, stay), Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}
