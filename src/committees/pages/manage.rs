//! The forms of whoever manages a committee: a lead their own, who keeps the register all of them.

use actix_web::web;
use askama::Template;

use super::show::again;
use crate::committees::rules::Power;
use crate::committees::{self, Words};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick;
use crate::platform::visit::{Act, Done, Visit};

// ---- what it looks after ----

#[derive(Template)]
#[template(path = "committees/edit.html")]
struct EditPage {
    page: Page,
    id: i64,
    name: String,
    power: Power,
    form: Form,
}

/// The form, or the refusal of whoever does not manage this committee.
async fn load(visit: &Visit, id: i64) -> Result<(Words, i32, Power)> {
    visit
        .read(move |conn, visit| {
            let power = committees::power(conn, visit, id)?;
            if !power.manages() {
                return Err(Error::Forbidden);
            }
            let (words, version) = committees::words(conn, id)?;
            Ok((words, version, power))
        })
        .await
}

fn edit_page(visit: &Visit, id: i64, words: &Words, power: Power, form: Form) -> EditPage {
    let name = if visit.lang == crate::platform::i18n::Lang::En { &words.name_en } else { &words.name_fr };
    let page = Page::new(visit, "committees", "committee-edit-title").with_form(&form);
    EditPage { page, id, name: name.clone(), power, form }
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let (words, version, power) = load(&visit, *id).await?;
    let form = Form::filled([
        ("version", version.to_string()),
        ("committee_name_en", words.name_en.clone()),
        ("committee_name_fr", words.name_fr.clone()),
        ("mandate_en", words.mandate_en.clone()),
        ("mandate_fr", words.mandate_fr.clone()),
        ("approves", if words.approves { "1" } else { "" }.to_owned()),
    ])
    .once(&["committee_name"], visit.coop()?.language);
    page::ok(&visit, &edit_page(&visit, *id, &words, power, form))
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let (before, _, power) = load(&visit, id).await?;
    let kept = before.clone();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let mut words = Words {
                mandate_en: reader.text("mandate_en", 2_000),
                mandate_fr: reader.text("mandate_fr", 2_000),
                approves: reader.checked("approves"),
                ..before
            };
            if power.keeps_register {
                (words.name_en, words.name_fr) = reader.both("committee_name", |reader, field| reader.line(field, 80));
            }
            let version = reader.required_number("version", 1..=i64::from(i32::MAX)) as i32;
            reader.finish()?;
            committees::change(act, id, version, &words)?;
            Ok(Done::to(format!("/committees/{id}")).say("committee-changed", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &edit_page(&visit, id, &kept, power, form.with_errors(errors)))
        }
        Err(error) => Err(error),
    }
}

// ---- who sits there, who leads ----

/// Runs a verb for one of the forms on the committee's page, and shows that page again where it refuses.
async fn submit(
    visit: Visit,
    id: i64,
    form: Form,
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<Done> + Send + 'static,
) -> Answer {
    match visit.submit(&form, verb).await {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            // What is wrong in a form is told only to whoever may send it.
            load(&visit, id).await?;
            page::refused(&visit, &again(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

fn name_of(act: &mut Act<'_>, member: i64) -> Result<String> {
    Ok(members::names(act.conn, &[member])?.remove(&member).unwrap_or_default())
}

fn home(id: i64) -> Done {
    Done::to(format!("/committees/{id}"))
}

pub async fn put_in(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    submit(visit, id, form, move |act, form| {
        let today = act.today();
        let form = &pick::settled(form, "seat_member", || members::choices(act.conn, today, String::new()))?;
        let reader = form.reader();
        let member = reader.required_number("seat_member", 1..=i64::MAX);
        let from = reader.required_date("seat_from");
        reader.finish()?;
        committees::put_in(act, id, member, from)?;
        let undo = vec![("leaving_member".to_owned(), member.to_string()), ("leaving_on".to_owned(), from.to_string())];
        Ok(home(id).say("committee-put-in", name_of(act, member)?).undo(format!("/committees/{id}/removals"), undo))
    })
    .await
}

pub async fn take_out(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    submit(visit, id, form, move |act, form| {
        let reader = form.reader();
        let member = reader.required_number("leaving_member", 1..=i64::MAX);
        let on = reader.required_date("leaving_on");
        reader.finish()?;
        committees::take_out(act, id, member, on)?;
        let undo = vec![("seat_member".to_owned(), member.to_string()), ("seat_from".to_owned(), on.to_string())];
        Ok(home(id).say("committee-taken-out", name_of(act, member)?).undo(format!("/committees/{id}/members"), undo))
    })
    .await
}

pub async fn name_lead(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    submit(visit, id, form, move |act, form| {
        let reader = form.reader();
        let member = reader.required_number("lead_member", 1..=i64::MAX);
        let from = reader.required_date("lead_from");
        let instead_of = reader.number("instead_of", 1..=i64::MAX);
        reader.finish()?;
        committees::name_lead(act, id, member, from, instead_of)?;
        Ok(home(id).say("committee-lead-named", name_of(act, member)?))
    })
    .await
}

pub async fn end_lead(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    submit(visit, id, form, move |act, form| {
        let reader = form.reader();
        let member = reader.required_number("ending_lead", 1..=i64::MAX);
        let on = reader.required_date("ending_on");
        reader.finish()?;
        committees::end_lead(act, id, member, on)?;
        Ok(home(id).say("committee-lead-ended", name_of(act, member)?))
    })
    .await
}

// ---- its end ----

pub async fn close(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    submit(visit, id, form, move |act, form| {
        let reader = form.reader();
        let on = reader.required_date("closed_on");
        reader.finish()?;
        committees::close(act, id, on)?;
        Ok(home(id).say("committee-closed", ""))
    })
    .await
}

pub async fn reopen(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    submit(visit, id, form, move |act, _| {
        Ok(match committees::reopen(act, id)? {
            0 => home(id).say("committee-reopened", ""),
            lost => home(id).say("committee-reopened-lost", lost.to_string()),
        })
    })
    .await
}
