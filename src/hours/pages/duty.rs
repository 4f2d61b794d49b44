//! What the co-op asks for, beside its settings: said in one sentence, and seen before it is set.

use askama::Template;
use chrono::{Datelike, Months, NaiveDate};

use super::submit;
use crate::committees;
use crate::hours::rules::{self, CARRY_MAX, DUTY_MAX};
use crate::hours::{Carry, Duty, Per, duty};
use crate::platform::duration;
use crate::platform::error::Result;
use crate::platform::forms::Form;
use crate::platform::held::HOLD_FIELD;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// How many months are reckoned together, as words.
const SPANS: [(&str, i32); 4] = [("1", 1), ("3", 3), ("6", 6), ("12", 12)];

struct Row {
    starts_on: NaiveDate,
    from: String,
    words: String,
    /// It has not begun, and can be taken back.
    ahead: bool,
}

#[derive(Template)]
#[template(path = "hours/duty.html")]
struct DutyPage {
    page: Page,
    form: Form,
    now: String,
    rows: Vec<Row>,
    /// What the form would set, in a sentence, where it can be read.
    preview: Option<String>,
    pers: Vec<(&'static str, String)>,
    spans: Vec<(&'static str, String)>,
    carries: Vec<(&'static str, String)>,
    committees: Vec<(String, String)>,
}

/// A duty in a sentence.
fn sentence(lang: Lang, duty: &Duty, year_starts: u32) -> String {
    if duty.minutes == 0 {
        return lang.t("hours-duty-none");
    }
    let month = |ahead: u32| {
        let first = NaiveDate::from_ymd_opt(2026, year_starts.clamp(1, 12), 1).unwrap_or_default();
        let day = first.checked_add_months(Months::new(ahead)).unwrap_or(first);
        lang.t_of("hours-month-", &day.month().to_string())
    };
    let given = lang.with(
        "hours-duty-sentence",
        &[
            ("per", duty.per.word().into()),
            ("hours", duration::said(duty.minutes.into()).into()),
            ("months", duty.months.into()),
            ("first", month(0).into()),
            ("last", month(11).into()),
        ],
    );
    let kept = lang.with(
        "hours-duty-kept",
        &[("carry", duty.carry.word().into()), ("hours", duration::said(duty.carry_minutes.into()).into())],
    );
    let grace = lang.with("hours-duty-grace", &[("days", duty.grace_days.into())]);
    format!("{given} {kept} {grace}")
}

/// What a form says, held or not.
fn plainly(form: &Form) -> Option<Duty> {
    let fields = form.fields().filter(|(name, _)| *name != HOLD_FIELD);
    read(&Form::filled(fields.map(|(name, value)| (name, value.to_owned())))).ok()
}

async fn duty_page(visit: &Visit, form: Form) -> Result<DutyPage> {
    let lang = visit.lang;
    let (duties, year_starts, open) = visit
        .read(move |conn, _| {
            let (duties, year_starts) = duty::all(conn)?;
            Ok((duties, year_starts, committees::options(conn, lang)?))
        })
        .await?;
    let today = visit.today();
    let preview = plainly(&form).map(|new| sentence(lang, &new, year_starts));
    let row = |duty: &Duty| Row {
        starts_on: duty.starts_on,
        from: lang.day(duty.starts_on),
        words: sentence(lang, duty, year_starts),
        ahead: duty.starts_on > today,
    };
    let mut committees = vec![(String::new(), lang.t("hours-duty-no-committee"))];
    committees.extend(open.into_iter().map(|(id, name)| (id.to_string(), name)));
    let now = rules::duty_on(&duties, year_starts, today);
    Ok(DutyPage {
        page: Page::new(visit, "settings", "hours-duty-title").with_form(&form),
        form,
        now: now.map_or_else(|| lang.t("hours-duty-none"), |duty| sentence(lang, duty, year_starts)),
        rows: duties.iter().rev().map(row).collect(),
        preview,
        pers: Per::ALL.map(|(word, _)| (word, lang.t_of("hours-per-", word))).to_vec(),
        spans: SPANS.map(|(word, _)| (word, lang.t_of("hours-span-", word))).to_vec(),
        carries: Carry::ALL.map(|(word, _)| (word, lang.t_of("hours-carry-", word))).to_vec(),
        committees,
    })
}

/// The form as the latest duty is, from the next month on.
pub async fn index(visit: Visit) -> Answer {
    let (duties, _) = visit.read(|conn, _| duty::all(conn)).await?;
    let next = rules::first_of_month(visit.today()).checked_add_months(Months::new(1)).unwrap_or_default();
    let last = duties.last();
    let form = Form::filled([
        ("duty_per", last.map_or(Per::Home, |duty| duty.per).word().to_owned()),
        ("duty_hours", last.map_or_else(|| "4 h".to_owned(), |duty| duration::typed(duty.minutes))),
        ("duty_months", last.map_or(12, |duty| duty.months).to_string()),
        ("duty_carry", last.map_or(Carry::Some, |duty| duty.carry).word().to_owned()),
        ("duty_carry_hours", last.map_or_else(|| "8 h".to_owned(), |duty| duration::typed(duty.carry_minutes))),
        ("duty_grace", last.map_or(30, |duty| duty.grace_days).to_string()),
        ("duty_committee", last.and_then(|duty| duty.committee_id).map(|id| id.to_string()).unwrap_or_default()),
        ("duty_from", last.map_or(next, |duty| duty.starts_on.max(next)).to_string()),
    ]);
    page::ok(&visit, &duty_page(&visit, form).await?)
}

fn read(form: &Form) -> Result<Duty> {
    let reader = form.reader();
    let hours = |field: &str, most: i32| {
        let typed = form.value(field).trim();
        let minutes = if typed.is_empty() { Some(0) } else { duration::read(typed) };
        minutes.filter(|minutes| *minutes <= most).unwrap_or_else(|| {
            reader.refuse(field, "wrong-duty-hours");
            0
        })
    };
    let per = reader.required_choice("duty_per", &Per::ALL).unwrap_or(Per::Home);
    let minutes = hours("duty_hours", DUTY_MAX);
    let months = reader.required_choice("duty_months", &SPANS).unwrap_or(12);
    let carry = reader.required_choice("duty_carry", &Carry::ALL).unwrap_or(Carry::Nothing);
    let carry_minutes = if carry == Carry::Some { hours("duty_carry_hours", CARRY_MAX) } else { 0 };
    let grace = reader.required_number("duty_grace", 0..=365);
    let starts_on = reader.required_date("duty_from");
    if !form.value("duty_from").is_empty() && !(2000..2100).contains(&starts_on.year()) {
        reader.refuse("duty_from", "wrong-date");
    }
    let committee_id = reader.number("duty_committee", 1..=i64::MAX);
    reader.finish()?;
    let grace_days = i32::try_from(grace).unwrap_or(0);
    Ok(Duty { starts_on, per, minutes, months, carry, carry_minutes, grace_days, committee_id })
}

pub async fn set(visit: Visit, form: Form) -> Answer {
    let outcome = submit(&visit, &form, |act, form| {
        duty::set(act, &read(form)?)?;
        Ok(Done::to("/hours/duty").say("hours-duty-set", ""))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &duty_page(&visit, form).await?),
    }
}

pub async fn remove(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let starts_on = reader.required_date("duty_from");
            reader.finish()?;
            duty::remove(act, starts_on)?;
            Ok(Done::to("/hours/duty").say("hours-duty-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
