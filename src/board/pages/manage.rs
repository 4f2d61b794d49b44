//! What is done with a term that is there, with the offices, and when an annual meeting is put off.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::forms::{came_options, office_options, read_ended, read_entry, read_office};
use crate::board::{self, Ended, Term};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Done, Visit};

/// Runs a verb for a form; `None` with what was wrong in it, so that its page can be shown again.
async fn submit(
    visit: &Visit,
    form: &Form,
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<Done> + Send + 'static,
) -> Result<std::result::Result<actix_web::HttpResponse, Form>> {
    match visit.submit(form, verb).await {
        Ok(done) => Ok(Ok(page::done(visit, &done))),
        Err(Error::Invalid(errors)) => Ok(Err(form.clone().with_errors(errors))),
        Err(error) => Err(error),
    }
}

// ---- one term ----

#[derive(Template)]
#[template(path = "board/term.html")]
struct TermPage {
    page: Page,
    term: Term,
    form: Form,
    came: Vec<(&'static str, String)>,
    /// Why it ended early: for the act itself, and for a correction, which can take that back.
    how: Vec<(&'static str, String)>,
    ended: Vec<(&'static str, String)>,
}

async fn term_page(visit: &Visit, id: i64, form: Form) -> Result<TermPage> {
    let term = visit.read(move |conn, visit| board::find(conn, id, visit.today())).await?;
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut form = form;
    for (name, value) in [
        ("term_from", term.starts_on.to_string()),
        ("term_until", term.ends_on.to_string()),
        ("came", term.came.clone()),
        ("term_ended_on", day(term.ended_on)),
        ("term_ended_how", term.ended_how.clone().unwrap_or_default()),
        ("ended_on", visit.today().to_string()),
    ] {
        if form.names().all(|sent| sent != name) {
            form.set(name, value);
        }
    }
    let how: Vec<_> = Ended::ALL.iter().map(|(word, _)| (*word, visit.lang.t_of("board-ended-", word))).collect();
    let mut ended = vec![("", visit.lang.t("board-ended-not"))];
    ended.extend(how.iter().cloned());
    let title = visit.lang.with("board-term-title", &[("name", term.name.as_str().into())]);
    let page = Page::named(visit, "committees", title).with_form(&form);
    Ok(TermPage { page, term, form, came: came_options(visit.lang), how, ended })
}

pub async fn term(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &term_page(&visit, *id, Form::blank()).await?)
}

pub async fn correct(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let reader = form.reader();
        let mut entry = read_entry(&reader);
        entry.ended = read_ended(&reader);
        reader.finish()?;
        board::correct(act, id, &entry)?;
        Ok(Done::to("/board").say("board-corrected", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &term_page(&visit, id, form).await?),
    }
}

pub async fn end_early(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = submit(&visit, &form, move |act, form| {
        let reader = form.reader();
        let on = reader.required_date("ended_on");
        let how = reader.required_choice("ended_how", &Ended::ALL).unwrap_or(Ended::Resigned);
        reader.finish()?;
        board::end_early(act, id, on, how)?;
        Ok(Done::to("/board").say("board-ended", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &term_page(&visit, id, form).await?),
    }
}

pub async fn strike(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            board::strike(act, id)?;
            Ok(Done::to("/board").say("board-struck", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- offices ----

#[derive(Template)]
#[template(path = "board/offices.html")]
struct OfficesPage {
    page: Page,
    form: Form,
    /// Office, and who holds it today.
    held: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    directors: Vec<(String, String)>,
}

async fn offices_page(visit: &Visit, form: Form) -> Result<OfficesPage> {
    let (terms, holdings, own) = visit
        .read(|conn, visit| {
            let terms = board::terms_from(conn, visit.today(), visit.today())?;
            Ok((terms, board::holdings(conn, Some(visit.today()), visit.lang)?, board::own_offices(conn, visit.lang)?))
        })
        .await?;
    let (lang, today) = (visit.lang, visit.today());
    let offices = office_options(lang, own, "board-choose-office");
    let held = offices.iter().skip(1).map(|(key, name)| {
        let holding = holdings.iter().find(|one| one.office().key() == *key && one.since <= today);
        let holder = holding.and_then(|one| terms.iter().find(|term| term.id == one.term_id));
        (name.clone(), holder.map_or_else(|| lang.t("board-office-vacant"), |term| term.name.clone()))
    });
    let said = |term: &Term| {
        let days = [("from", lang.day(term.starts_on).into()), ("until", lang.day(term.until()).into())];
        (term.id.to_string(), format!("{}, {}", term.name, lang.with("from-until", &days)))
    };
    let nobody = (String::new(), lang.t("board-office-nobody"));
    Ok(OfficesPage {
        page: Page::new(visit, "committees", "board-offices-title").with_form(&form),
        form,
        held: held.collect(),
        directors: std::iter::once(nobody).chain(terms.iter().map(said)).collect(),
        offices,
    })
}

pub async fn offices_form(visit: Visit) -> Answer {
    let form = Form::filled([("office_from", visit.today().to_string())]);
    page::ok(&visit, &offices_page(&visit, form).await?)
}

pub async fn hand_over(visit: Visit, form: Form) -> Answer {
    let outcome = submit(&visit, &form, |act, form| {
        let reader = form.reader();
        let office = read_office(&reader, form, "office");
        if office.is_none() && form.value("office").is_empty() {
            reader.refuse("office", "wrong-required");
        }
        let term = reader.number("office_term", 1..=i64::MAX);
        let from = reader.required_date("office_from");
        reader.finish()?;
        if let Some(office) = office {
            board::hand_over(act, office, term, from)?;
        }
        Ok(Done::to("/board").say("board-office-handed", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &offices_page(&visit, form).await?),
    }
}

pub async fn name_office(visit: Visit, form: Form) -> Answer {
    let outcome = submit(&visit, &form, |act, form| {
        let reader = form.reader();
        let (name_en, name_fr) = reader.both("office_name", |reader, field| reader.line(field, 60));
        reader.finish()?;
        board::name_office(act, &name_en, &name_fr)?;
        Ok(Done::to("/board/offices").say("board-office-named", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &offices_page(&visit, form).await?),
    }
}

// ---- the annual meeting ----

#[derive(Template)]
#[template(path = "board/meeting.html")]
struct MeetingPage {
    page: Page,
    form: Form,
    /// Days on which terms end: the meetings that are known.
    meetings: Vec<(String, String)>,
}

async fn meeting_page(visit: &Visit, form: Form) -> Result<MeetingPage> {
    let terms = visit.read(|conn, visit| board::terms_from(conn, visit.today(), visit.today())).await?;
    let mut days: Vec<NaiveDate> =
        terms.iter().filter(|term| term.ended_on.is_none()).map(|term| term.ends_on).collect();
    days.sort_unstable();
    days.dedup();
    let meetings = days.into_iter().map(|day| (day.to_string(), visit.lang.day(day))).collect();
    Ok(MeetingPage { page: Page::new(visit, "committees", "board-meeting-title").with_form(&form), form, meetings })
}

pub async fn meeting_form(visit: Visit) -> Answer {
    page::ok(&visit, &meeting_page(&visit, Form::blank()).await?)
}

pub async fn move_meeting(visit: Visit, form: Form) -> Answer {
    let outcome = submit(&visit, &form, |act, form| {
        let reader = form.reader();
        let (from, to) = (reader.required_date("meeting_was"), reader.required_date("meeting_on"));
        reader.finish()?;
        let moved = board::move_meeting(act, from, to)?;
        Ok(Done::to("/board").say("board-meeting-moved", moved.to_string()))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &meeting_page(&visit, form).await?),
    }
}
