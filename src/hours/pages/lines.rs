//! One line of the ledger: what it is, who recorded it, what was said of it, and who answered what.

use actix_web::web;
use askama::Template;

use super::claims::REASON_MAX;
use super::{Row, row, submit};
use crate::hours::contests::{self, Contest, Power};
use crate::platform::duration;
use crate::platform::error::Result;
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

/// The most that a corrected line can be.
pub const RIGHT_MAX: i32 = 60_000;

struct Said {
    id: i64,
    who: String,
    says: String,
    when: String,
    /// Who answered, when, and what.
    answer: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "hours/line.html")]
struct LinePage {
    page: Page,
    form: Form,
    row: Row,
    home: String,
    recorded: String,
    taken_back: bool,
    said: Vec<Said>,
    may_contest: bool,
    may_answer: bool,
    may_correct: bool,
}

async fn line_page(visit: &Visit, id: i64, form: Form) -> Result<LinePage> {
    let manages = visit.may(Permission::HoursManage);
    let (line, power, all) = visit
        .read(move |conn, visit| {
            let (line, power) = contests::line(conn, id, visit.viewer()?, manages, visit.today())?;
            Ok((line, power, contests::of_line(conn, id)?))
        })
        .await?;
    let lang = visit.lang;
    let page = Page::named(visit, "hours", super::title(lang, &line)).with_form(&form);
    let by = line.by.clone().unwrap_or_else(|| lang.t("hours-nobody-left"));
    let recorded =
        lang.with("hours-recorded-by", &[("by", by.into()), ("when", page.moment(&line.recorded_at).into())]);
    let Power { own, answers } = power;
    let stands = line.takes_back.is_none() && !line.is_taken_back;
    Ok(LinePage {
        form,
        row: row(visit, &line),
        home: line.home.clone().unwrap_or_default(),
        recorded,
        taken_back: line.is_taken_back,
        said: all.into_iter().map(|one| said(&page, one)).collect(),
        may_contest: own && !line.is_contested,
        may_answer: answers && line.is_contested,
        may_correct: stands,
        page,
    })
}

fn said(page: &Page, contest: Contest) -> Said {
    let lang = page.lang();
    let answer = contest.answered_at.map(|at| {
        let by = contest.answered_by.unwrap_or_else(|| lang.t("hours-nobody-left"));
        (lang.with("hours-answered-by", &[("by", by.into()), ("when", page.moment(&at).into())]), contest.answer)
    });
    Said { id: contest.id, who: contest.member, says: contest.says, when: page.moment(&contest.said_at), answer }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &line_page(&visit, *id, Form::blank()).await?)
}

pub async fn contest(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let reader = form.reader();
        let says = reader.text("contest_says", REASON_MAX);
        if says.is_empty() {
            reader.refuse("contest_says", "wrong-required");
        }
        reader.finish()?;
        contests::contest(act, id, &says)?;
        Ok(Done::to(format!("/hours/lines/{id}")).say("hours-contested", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &line_page(&visit, id, form).await?),
    }
}

pub async fn answer(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (line, id) = path.into_inner();
    let outcome = submit(&visit, &form, move |act, form| {
        let reader = form.reader();
        let words = reader.text("contest_answer", REASON_MAX);
        if words.is_empty() {
            reader.refuse("contest_answer", "wrong-required");
        }
        let typed = form.value("right_hours").trim();
        let right = duration::read(typed).filter(|minutes| *minutes <= RIGHT_MAX);
        if !typed.is_empty() && right.is_none() {
            reader.refuse("right_hours", "wrong-hours-unclear");
        }
        reader.finish()?;
        let line = contests::answer(act, line, id, &words, right)?;
        Ok(Done::to(format!("/hours/lines/{line}")).say("hours-contest-answered-done", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &line_page(&visit, line, form).await?),
    }
}
