//! The form of a chore: on which days, in plain words; whom it goes round, and how.

use actix_web::web;
use askama::Template;
use chrono::{Datelike, Weekday};

use super::member;
use crate::chores::recurrence::{DayOf, End, Every, Rule, Season};
use crate::chores::{self, Chore, Keeps, NewChore, PoolOf, Way, words};
use crate::platform::duration;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::tasks::{Holder, rules as hours};
use crate::{committees, members};

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// How often, as the form asks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Often {
    Days,
    Weeks,
    Months,
    Years,
    Called,
}

const OFTEN: [(&str, Often); 5] = [
    ("weeks", Often::Weeks),
    ("days", Often::Days),
    ("months", Often::Months),
    ("years", Often::Years),
    ("called", Often::Called),
];
/// Which day of a month.
const DAY_KINDS: [&str; 7] = ["day", "last_day", "1", "2", "3", "4", "last"];
const ENDS: [&str; 3] = ["never", "on", "after"];

#[derive(Template)]
#[template(path = "chores/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    is_new: bool,
    action: String,
    committees: Vec<(String, String)>,
    often: Vec<(&'static str, String)>,
    weekdays: Vec<(String, String)>,
    weekday_options: Vec<(String, String)>,
    day_kinds: Vec<(&'static str, String)>,
    months: Vec<(String, String)>,
    seasons: Vec<(String, String)>,
    ends: Vec<(&'static str, String)>,
    pools: Vec<(&'static str, String, String)>,
    homes: Vec<(String, String)>,
    people: Vec<(String, String)>,
    first_ones: Vec<(String, String)>,
    ways: Vec<(&'static str, String, String)>,
    periods: Vec<(&'static str, String)>,
}

async fn form_page(visit: &Visit, id: Option<i64>, form: Form) -> Result<FormPage> {
    let (lang, today) = (visit.lang, visit.today());
    let (committees, homes, people) = visit
        .read(move |conn, _| {
            let committees = committees::options(conn, lang)?;
            Ok((committees, chores::homes(conn)?, members::options(conn, today)?))
        })
        .await?;
    let numbered = |(id, name): (i64, String)| (id.to_string(), name);
    let mut areas = vec![(String::new(), lang.t("chore-no-committee"))];
    areas.extend(committees.into_iter().map(numbered));
    let weekday = |day: Weekday| (day.number_from_monday().to_string(), words::weekday(lang, day));
    let months: Vec<(String, String)> =
        (1..=12).map(|month| (month.to_string(), lang.month(words::month_of(month)))).collect();
    let mut seasons = vec![(String::new(), lang.t("chore-all-year"))];
    seasons.extend(months.iter().cloned());
    let of = |family: &str, word: &str| lang.t_of(family, &word.replace('_', "-"));
    let explained = |family: &'static str| {
        move |word: &'static str| {
            let help = format!("{}-help", word.replace('_', "-"));
            (word, of(family, word), lang.t_of(family, &help))
        }
    };
    let mut first_ones = vec![(String::new(), lang.t("chore-first-listed"))];
    let home = |label: &str| words::capital(&lang.with("chore-home", &[("label", label.into())]));
    first_ones.extend(homes.iter().map(|(id, label)| (Holder::Unit(*id).value(), home(label))));
    first_ones.extend(people.iter().map(|(id, name)| (Holder::Member(*id).value(), name.clone())));
    let title = if id.is_some() { "chore-edit-title" } else { "chore-new-title" };
    Ok(FormPage {
        page: Page::new(visit, "chores", title).with_form(&form),
        is_new: id.is_none(),
        action: id.map_or_else(|| "/chores".to_owned(), |id| format!("/chores/{id}")),
        committees: areas,
        often: OFTEN.iter().map(|(word, _)| (*word, of("chore-often-", word))).collect(),
        weekdays: WEEKDAYS.map(weekday).to_vec(),
        weekday_options: WEEKDAYS.map(weekday).to_vec(),
        day_kinds: DAY_KINDS.iter().map(|word| (*word, of("chore-day-", word))).collect(),
        months,
        seasons,
        ends: ENDS.iter().map(|word| (*word, of("chore-ends-", word))).collect(),
        pools: PoolOf::ALL.iter().map(|(word, _)| explained("chore-pool-")(word)).collect(),
        homes: homes.into_iter().map(numbered).collect(),
        people: people.into_iter().map(numbered).collect(),
        first_ones,
        ways: Way::ALL.iter().map(|(word, _)| explained("chore-strategy-")(word)).collect(),
        periods: Keeps::ALL.iter().map(|(word, _)| (*word, of("chore-period-", word))).collect(),
        form,
    })
}

// ---- from a chore to the form ----

fn day_fields(of: DayOf) -> [(&'static str, String); 3] {
    let (kind, day, weekday) = match of {
        DayOf::Day(day) => ("day".to_owned(), day.to_string(), String::new()),
        DayOf::Last => ("last_day".to_owned(), String::new(), String::new()),
        DayOf::Nth(nth, weekday) => (nth.to_string(), String::new(), weekday.number_from_monday().to_string()),
        DayOf::LastOf(weekday) => ("last".to_owned(), String::new(), weekday.number_from_monday().to_string()),
    };
    [("day_kind", kind), ("month_day", day), ("nth_weekday", weekday)]
}

fn rule_fields(form: &mut Vec<(&'static str, String)>, rule: Option<&Rule>) {
    let Some(rule) = rule else {
        form.push(("often", "called".to_owned()));
        form.push(("every", "1".to_owned()));
        return;
    };
    let often = match rule.every() {
        Every::Days(_) => "days",
        Every::Weeks(_, weekdays) => {
            form.extend(weekdays.iter().map(|day| ("weekdays", day.number_from_monday().to_string())));
            "weeks"
        }
        Every::Months(_, of) => {
            form.extend(day_fields(*of));
            "months"
        }
        Every::Years(_, month, of) => {
            form.extend(day_fields(*of));
            form.push(("in_month", month.to_string()));
            "years"
        }
    };
    form.extend([("often", often.to_owned()), ("every", rule.every().interval().to_string())]);
    if let Some(season) = rule.season() {
        form.extend([("season_from", season.from.to_string()), ("season_to", season.to.to_string())]);
    }
    match rule.end() {
        End::Never => form.push(("ends", "never".to_owned())),
        End::On(day) => form.extend([("ends", "on".to_owned()), ("ends_on_day", day.to_string())]),
        End::After(times) => form.extend([("ends", "after".to_owned()), ("times", times.to_string())]),
    }
}

fn filled(chore: &NewChore, version: i32) -> Form {
    let mut fields = vec![
        ("version", version.to_string()),
        ("chore_title", chore.title.clone()),
        ("done_means", chore.details.clone()),
        ("committee_id", chore.committee_id.map(|id| id.to_string()).unwrap_or_default()),
        ("credit_hours", duration::typed(chore.credit_minutes)),
        ("first_on", chore.first_on.to_string()),
        ("pool_of", chore.pool_of.word().to_owned()),
        ("strategy", chore.strategy.word().to_owned()),
        ("look_back", chore.months.to_string()),
        ("period", chore.period.word().to_owned()),
        ("period_turns", chore.period_turns.to_string()),
    ];
    let pool = if chore.pool_of == PoolOf::Unit { "pool_units" } else { "pool_members" };
    fields.extend(chore.pool.iter().map(|id| (pool, id.to_string())));
    fields.extend(chore.pool.first().map(|first| ("begins_with", chore.pool_of.holder(*first).value())));
    rule_fields(&mut fields, chore.rule.as_ref());
    Form::filled(fields)
}

// ---- from the form to a chore ----

fn read_weekday(form: &Form, name: &str) -> Option<Weekday> {
    let number: usize = form.value(name).parse().ok()?;
    WEEKDAYS.get(number.checked_sub(1)?).copied()
}

fn read_day_of(reader: &Reader<'_>, form: &Form) -> DayOf {
    let kind = form.value("day_kind");
    match kind {
        "last_day" => return DayOf::Last,
        "" | "day" => return DayOf::Day(reader.required_number("month_day", 1..=31) as u32),
        _ => {}
    }
    let Some(weekday) = read_weekday(form, "nth_weekday") else {
        reader.refuse("nth_weekday", "wrong-choice");
        return DayOf::Last;
    };
    match kind.parse() {
        Ok(nth @ 1..=4) => DayOf::Nth(nth, weekday),
        _ if kind == "last" => DayOf::LastOf(weekday),
        _ => {
            reader.refuse("day_kind", "wrong-choice");
            DayOf::Last
        }
    }
}

fn read_season(reader: &Reader<'_>, form: &Form) -> Option<Season> {
    let month = |name: &str| form.value(name).parse().unwrap_or(0);
    match (form.value("season_from").is_empty(), form.value("season_to").is_empty()) {
        (true, true) => None,
        (false, false) => Some(Season { from: month("season_from"), to: month("season_to") }),
        _ => {
            reader.refuse("season_from", "wrong-chore-season");
            None
        }
    }
}

fn read_rule(reader: &Reader<'_>, form: &Form) -> Option<Rule> {
    let first_on = reader.required_date("first_on");
    let often = reader.required_choice("often", &OFTEN)?;
    if often == Often::Called {
        return None;
    }
    let n = reader.required_number("every", 0..=999) as u16;
    let every = match often {
        Often::Days => Every::Days(n),
        Often::Weeks => {
            let days = form.all("weekdays").filter_map(|day| day.parse::<usize>().ok()?.checked_sub(1));
            Every::Weeks(n, days.filter_map(|day| WEEKDAYS.get(day).copied()).collect())
        }
        Often::Months => Every::Months(n, read_day_of(reader, form)),
        Often::Years => Every::Years(n, reader.required_number("in_month", 1..=12) as u32, read_day_of(reader, form)),
        Often::Called => return None,
    };
    let season = if often == Often::Years { None } else { read_season(reader, form) };
    let end = match form.value("ends") {
        "on" => End::On(reader.required_date("ends_on_day")),
        "after" => End::After(reader.required_number("times", 0..=9_999) as u32),
        _ => End::Never,
    };
    match Rule::new(every, season, first_on, end) {
        Ok(rule) => Some(rule),
        Err(refused) => {
            let (field, key) = refused.key();
            reader.refuse(field, key);
            None
        }
    }
}

/// Whom it goes round, as they are listed, from whoever begins.
fn read_pool(reader: &Reader<'_>, form: &Form, pool_of: PoolOf) -> Vec<i64> {
    let field = if pool_of == PoolOf::Unit { "pool_units" } else { "pool_members" };
    let mut pool: Vec<i64> = form.all(field).filter_map(|id| id.parse().ok()).collect();
    let said = form.value("begins_with");
    if said.is_empty() || pool.is_empty() {
        return pool;
    }
    let place = Holder::parse(said).and_then(|first| pool.iter().position(|id| pool_of.holder(*id) == first));
    match place {
        Some(place) => pool.rotate_left(place),
        None => reader.refuse("begins_with", "wrong-chore-begins"),
    }
    pool
}

fn read(form: &Form) -> Result<NewChore> {
    let reader = form.reader();
    let typed = form.value("credit_hours").trim();
    let credit_minutes = if typed.is_empty() { Some(0) } else { hours::minutes(typed) };
    if credit_minutes.is_none() {
        reader.refuse("credit_hours", "wrong-hours");
    }
    let pool_of = reader.required_choice("pool_of", &PoolOf::ALL).unwrap_or(PoolOf::Unit);
    let new = NewChore {
        title: reader.required_line("chore_title", hours::TITLE_MAX),
        details: reader.text("done_means", hours::DETAILS_MAX),
        committee_id: reader.number("committee_id", 1..=i64::MAX),
        credit_minutes: credit_minutes.unwrap_or(0),
        rule: read_rule(&reader, form),
        first_on: form.reader().required_date("first_on"),
        pool_of,
        pool: read_pool(&reader, form, pool_of),
        strategy: reader.required_choice("strategy", &Way::ALL).unwrap_or(Way::InOrder),
        months: reader.number("look_back", 1..=60).unwrap_or(12) as i32,
        period: reader.choice("period", &Keeps::ALL).unwrap_or(Keeps::Turns),
        period_turns: reader.number("period_turns", 1..=60).unwrap_or(1) as i32,
    };
    reader.finish()?;
    Ok(new)
}

// ---- handlers ----

pub async fn new_form(visit: Visit) -> Answer {
    let fields = [
        ("first_on", visit.today().to_string()),
        ("often", "weeks".to_owned()),
        ("every", "1".to_owned()),
        ("weekdays", visit.today().weekday().number_from_monday().to_string()),
        ("ends", "never".to_owned()),
        ("pool_of", "unit".to_owned()),
        ("strategy", "in_order".to_owned()),
        ("look_back", "12".to_owned()),
        ("period", "turns".to_owned()),
        ("period_turns", "1".to_owned()),
    ];
    let (today, own) = (visit.today(), member(&visit));
    let own = visit.read(move |conn, _| chores::own_of(conn, own, today)).await?;
    if own.leads.0.is_empty() && !visit.may(Permission::ChoresManage) {
        return Err(Error::Forbidden);
    }
    page::ok(&visit, &form_page(&visit, None, Form::filled(fields)).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form)?;
            let id = chores::set_up(act, &new)?;
            Ok(Done::to(format!("/chores/{id}")).say("chore-set-up", new.title).made(id))
        })
        .await;
    answered(&visit, None, form, outcome).await
}

async fn answered(visit: &Visit, id: Option<i64>, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &form_page(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

fn may_edit(visit: &Visit, chore: &Chore) -> bool {
    visit.may(Permission::ChoresManage) || chore.led
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, today) = (id.into_inner(), visit.today());
    let (chore, written) = visit
        .read(move |conn, visit| {
            let chore = chores::find(conn, id, member(visit), today)?;
            let written = chores::written(conn, &chore)?;
            Ok((chore, written))
        })
        .await?;
    if !may_edit(&visit, &chore) {
        return Err(Error::Forbidden);
    }
    page::ok(&visit, &form_page(&visit, Some(id), filled(&written, chore.version)).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let today = act.today();
            chores::find(act.conn, id, None, today)?;
            let new = read(form)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            chores::edit(act, id, &new, version)?;
            Ok(Done::to(format!("/chores/{id}")).say("chore-edited", new.title))
        })
        .await;
    answered(&visit, Some(id), form, outcome).await
}
