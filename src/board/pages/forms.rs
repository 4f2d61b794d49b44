//! Recording an election or an appointment, and what the forms of a term have in common.

use askama::Template;
use chrono::NaiveDate;

use crate::board::{self, Came, Ended, Entry, Office, Size, rules};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "board/new.html")]
struct NewPage {
    page: Page,
    form: Form,
    people: Pick,
    offices: Vec<(String, String)>,
    came: Vec<(&'static str, String)>,
    /// What the rules of the co-op say of seats and terms.
    rules: String,
}

/// Everything that can be chosen as an office: its key and its name, "none" first.
pub(super) fn office_options(lang: Lang, own: Vec<(i64, String)>, none: &str) -> Vec<(String, String)> {
    let standard = Office::STANDARD.iter().map(|(key, _)| ((*key).to_owned(), lang.t_of("board-office-", key)));
    let own = own.into_iter().map(|(id, name)| (Office::Own(id).key(), name));
    std::iter::once((String::new(), lang.t(none))).chain(standard).chain(own).collect()
}

pub(super) fn came_options(lang: Lang) -> Vec<(&'static str, String)> {
    Came::ALL.iter().map(|(word, _)| (*word, lang.t_of("board-came-", word))).collect()
}

/// An office by its key; none where the field is empty.
pub(super) fn read_office(reader: &Reader<'_>, form: &Form, field: &str) -> Option<Office> {
    let key = form.value(field);
    let office = Office::parse(key);
    if office.is_none() && !key.is_empty() {
        reader.refuse(field, "wrong-choice");
    }
    office
}

pub(super) fn read_entry(reader: &Reader<'_>) -> Entry {
    Entry {
        from: reader.required_date("term_from"),
        until: reader.required_date("term_until"),
        came: reader.required_choice("came", &Came::ALL).unwrap_or(Came::Elected),
        ended: None,
    }
}

pub(super) fn read_ended(reader: &Reader<'_>) -> Option<(NaiveDate, Ended)> {
    let (day, how) = (reader.date("term_ended_on"), reader.choice("term_ended_how", &Ended::ALL));
    match (day, how) {
        (Some(_), None) => reader.refuse("term_ended_how", "wrong-required"),
        (None, Some(_)) => reader.refuse("term_ended_on", "wrong-required"),
        _ => {}
    }
    day.zip(how)
}

pub async fn new_form(visit: Visit) -> Answer {
    let (size, meetings) = visit
        .read(|conn, visit| {
            let terms = board::terms_from(conn, visit.today(), visit.today())?;
            Ok((board::size(conn)?, terms.iter().map(|term| term.ends_on).collect::<Vec<_>>()))
        })
        .await?;
    let today = visit.today();
    let form = Form::filled([
        ("came", "elected".to_owned()),
        ("term_from", today.to_string()),
        ("term_until", rules::suggested_end(today, size, &meetings).to_string()),
    ]);
    page::ok(&visit, &new_page(&visit, form).await?)
}

async fn new_page(visit: &Visit, form: Form) -> Result<NewPage> {
    let (people, own, size) = visit
        .read(|conn, visit| {
            let people = members::choices(conn, visit.today(), visit.lang.t("committee-choose-person"))?;
            Ok((people, board::own_offices(conn, visit.lang)?, board::size(conn)?))
        })
        .await?;
    Ok(NewPage {
        page: Page::new(visit, "committees", "board-new-title").with_form(&form),
        people: Pick::of(&form, "director_member", people),
        form,
        offices: office_options(visit.lang, own, "board-office-none"),
        came: came_options(visit.lang),
        rules: rules_said(visit.lang, size),
    })
}

fn rules_said(lang: Lang, size: Size) -> String {
    lang.with("board-rules", &[("seats", size.seats.into()), ("months", size.term_months.into())])
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let today = act.today();
            let form = &pick::settled(form, "director_member", || members::choices(act.conn, today, String::new()))?;
            let reader = form.reader();
            let member = reader.required_number("director_member", 1..=i64::MAX);
            let entry = read_entry(&reader);
            let office = read_office(&reader, form, "office");
            reader.finish()?;
            let id = board::seat(act, member, &entry, office)?;
            let name = members::names(act.conn, &[member])?.remove(&member).unwrap_or_default();
            Ok(Done::to("/board").say("board-seated", name).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &new_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
