//! The form of a motion, or of an amendment to one.

use actix_web::web;
use askama::Template;

use super::{led, majority};
use crate::coops;
use crate::meetings::{self, Item};
use crate::motions::{self, Motion, NewMotion, as_it_reads, rules};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Choice, Pick};
use crate::platform::visit::{Done, Visit};

/// What stands for how the meeting goes on.
const PROCEDURAL: &str = "0";

#[derive(Template)]
#[template(path = "motions/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    items: Vec<(String, String)>,
    /// The motion that it changes, and how that reads now.
    amends: Option<(i32, String)>,
    mover: Pick,
    seconder: Pick,
    ordinary: String,
    special: String,
    /// Whether some items cannot be decided, as the notice has them not.
    unnoticed: bool,
}

fn choices(present: Vec<(i64, String)>, nobody: String) -> Vec<Choice> {
    let named = present.into_iter().map(|(member, name)| (member.to_string(), name));
    std::iter::once((String::new(), nobody)).chain(named).collect()
}

async fn form_page(visit: &Visit, id: i64, form: Option<Form>, amends: Option<i32>) -> Result<FormPage> {
    let held = led(visit, id).await?;
    let (lang, sits) = (visit.lang, held.meeting.sits);
    let (items, present, all, profile) = visit
        .read(move |conn, _| {
            Ok((
                meetings::items(conn, id)?,
                motions::present(conn, id)?,
                motions::list(conn, id, sits)?,
                coops::rule_profile(conn)?,
            ))
        })
        .await?;
    let amended: Option<&Motion> = match amends {
        Some(number) => Some(all.iter().find(|one| one.number == number && one.is_open()).ok_or(Error::NotFound)?),
        None => None,
    };
    let form = form.unwrap_or_else(|| match amended.map(|motion| as_it_reads(&all, motion)) {
        Some(text) => {
            Form::filled([("motion_words_en", text.words_en.clone()), ("motion_words_fr", text.words_fr.clone())])
        }
        None => Form::blank(),
    });
    let readable = |item: &&Item| sits || !item.in_camera;
    let can = |item: &&Item| rules::can_decide(&held.meeting, item);
    let votable = items.iter().filter(readable).filter(can);
    let nobody = choices(present, lang.t("motion-nobody"));
    let mut options: Vec<(String, String)> =
        votable.map(|item| (item.id.to_string(), item.title(lang).to_owned())).collect();
    options.push((PROCEDURAL.to_owned(), lang.t("motion-procedural-long")));
    let key = if amended.is_some() { "motion-amend" } else { "motion-new" };
    Ok(FormPage {
        page: Page::new(visit, "meetings", key).with_form(&form),
        id,
        title: held.meeting.title(lang).to_owned(),
        unnoticed: items.iter().filter(readable).any(|item| !rules::can_decide(&held.meeting, item)),
        items: options,
        amends: amended.map(|motion| (motion.number, as_it_reads(&all, motion).words(lang).to_owned())),
        mover: Pick::of(&form, "mover", nobody.clone()),
        seconder: Pick::of(&form, "seconder", nobody),
        ordinary: majority(lang, &profile, false),
        special: majority(lang, &profile, true),
        form,
    })
}

pub async fn new_form(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let amends = query.value("amends").parse().ok();
    page::ok(&visit, &form_page(&visit, *id, None, amends).await?)
}

/// What was typed.
fn read(form: &Form) -> Result<NewMotion> {
    let reader = form.reader();
    let amends = reader.number("motion_amends", 1..=i64::from(i32::MAX)).map(|number| number as i32);
    let (words_en, words_fr) = reader.both("motion_words", |reader, field| reader.text(field, rules::WORDS_MAX));
    let item = reader.number("motion_item", 0..=i64::MAX);
    if item.is_none() && amends.is_none() {
        reader.refuse("motion_item", "wrong-choice");
    }
    let mover = reader.number("mover", 1..=i64::MAX);
    if mover.is_none() {
        reader.refuse("mover", "wrong-motion-mover");
    }
    let seconder = reader.number("seconder", 1..=i64::MAX);
    let special = reader.checked("motion_special");
    reader.finish()?;
    let item_id = item.filter(|item| *item > 0);
    Ok(NewMotion { item_id, amends, words_en, words_fr, mover: mover.unwrap_or_default(), seconder, special })
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    led(&visit, id).await?;
    let amends = form.value("motion_amends").parse().ok();
    let outcome = visit
        .submit(&form, move |act, form| {
            let there = choices(motions::present(act.conn, id)?, String::new());
            let mut form = form.clone();
            for field in ["mover", "seconder"] {
                form = pick::settled(&form, field, || Ok(there.clone()))?;
            }
            let number = motions::propose(act, id, &read(&form)?)?;
            Ok(Done::to(format!("/meetings/{id}/motions/{number}")).say("motion-moved", number.to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &form_page(&visit, id, Some(form.with_errors(errors)), amends).await?)
        }
        Err(error) => Err(error),
    }
}
