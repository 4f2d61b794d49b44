//! When the viewer, or their home, is away.

use actix_web::web;
use askama::Template;

use super::member;
use crate::chores::{self, Absence};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::tasks::Holder;
use crate::units;

#[derive(Template)]
#[template(path = "chores/absences.html")]
struct AwayPage {
    page: Page,
    form: Form,
    whose: Vec<(String, String)>,
    absences: Vec<(i64, String)>,
}

async fn away_page(visit: &Visit, form: Form) -> Result<AwayPage> {
    let (lang, today) = (visit.lang, visit.today());
    let own = member(visit).ok_or(Error::Forbidden)?;
    let (homes, absences) = visit
        .read(move |conn, _| Ok((units::of_member(conn, own, today)?, chores::absences_of(conn, own, today)?)))
        .await?;
    let home = |label: &str| lang.with("chore-away-home", &[("label", label.into())]);
    let mut whose: Vec<(String, String)> =
        homes.iter().map(|(id, label)| (Holder::Unit(*id).value(), home(label))).collect();
    whose.insert(0, (Holder::Member(own).value(), lang.t("chore-me")));
    let in_words = |absence: &Absence| {
        let who = absence.home.as_deref().map_or_else(|| lang.t("chore-me"), home);
        let (from, until) = (lang.day(absence.starts_on), lang.day(absence.ends_on));
        (
            absence.id,
            lang.with("chore-away-line", &[("who", who.into()), ("from", from.into()), ("until", until.into())]),
        )
    };
    Ok(AwayPage {
        page: Page::new(visit, "chores", "chore-away-title").with_form(&form),
        absences: absences.iter().map(in_words).collect(),
        whose,
        form,
    })
}

pub async fn absences(visit: Visit) -> Answer {
    page::ok(&visit, &away_page(&visit, Form::blank()).await?)
}

pub async fn be_away(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let (from, until) = (reader.required_date("away_from"), reader.required_date("away_until"));
            reader.finish()?;
            let who = Holder::parse(form.value("away_who")).ok_or_else(|| Error::field("away_who", "wrong-choice"))?;
            chores::be_away(act, who, from, until)?;
            Ok(Done::to("/chores/absences").say("chore-away-entered", String::new()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &away_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn be_back(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            chores::be_back(act, id)?;
            Ok(Done::to("/chores/absences").say("chore-away-taken-back", String::new()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
