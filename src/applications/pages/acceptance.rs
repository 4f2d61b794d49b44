//! The form of an acceptance: from when, as what, which home, and whether somebody is in the register already.

use actix_web::web;
use askama::Template;

use super::Row;
use crate::applications::{self, Acceptance, Accepted, Alike, Kind, Person, Step, Who};
use crate::coops;
use crate::members::Status;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::units;

/// What somebody can be admitted as.
const ADMITTED: [(&str, Status); 3] =
    [("auxiliary", Status::Auxiliary), ("member", Status::Member), ("applicant", Status::Applicant)];

/// A person of the request, and who of the register may be the same.
struct Known {
    /// The field of the choice.
    field: String,
    person: Person,
    alike: Vec<(Alike, String, String)>,
}

#[derive(Template)]
#[template(path = "applications/acceptance.html")]
struct AcceptancePage {
    page: Page,
    id: i64,
    row: Row,
    is_transfer: bool,
    form: Form,
    people: Vec<Known>,
    statuses: Vec<(&'static str, String)>,
    homes: Vec<(String, String)>,
}

async fn acceptance_page(visit: &Visit, id: i64, form: Option<Form>, unit: &str) -> Result<AcceptancePage> {
    let (line, (people, alike), homes, preset) = visit
        .read(move |conn, visit| {
            let found = applications::find(conn, id)?;
            let people = if found.0.kind() == Kind::Outside { applications::people(&found.1) } else { Vec::new() };
            let alike = applications::alike(conn, &people, visit.today())?;
            let homes = units::list(conn, visit.today(), None)?;
            Ok((found.0, (people, alike), homes, coops::rule_profile(conn)?.preset))
        })
        .await?;
    if form.is_none() && !Step::Accepted.may_follow(line.state()) {
        return Err(Error::Conflict("conflict-application-decided"));
    }
    let form = form.unwrap_or_else(|| {
        // Quebec admits auxiliary members first (Cooperatives Act, s. 52).
        let usual = if preset == "QC" { "auxiliary" } else { "member" };
        let today = visit.today().to_string();
        Form::filled([
            ("accepted_on", today.clone()),
            ("admitted_as", usual.to_owned()),
            ("home", unit.to_owned()),
            ("home_from", today),
        ])
    });
    let mut homes: Vec<_> =
        homes.into_iter().filter(|home| home.is_dwelling() && Some(home.id) != line.unit_id).collect();
    homes.sort_by_key(|home| home.people.is_some());
    let named = |home: &units::Unit| {
        let key = if home.people.is_none() { "application-home-vacant" } else { "application-home-lived-in" };
        (home.id.to_string(), visit.lang.with(key, &[("label", home.label.as_str().into())]))
    };
    let is_transfer = line.kind() == Kind::Transfer;
    let none = visit.lang.t(if is_transfer { "application-choose-home" } else { "application-no-home-yet" });
    let status = |word: &'static str| (word, visit.lang.t_of("member-status-", word));
    let told = |alike: &Alike| {
        let status = visit.lang.t_of("member-status-", &alike.status.replace('_', "-"));
        (alike.clone(), status, alike.id.to_string())
    };
    let known = people.into_iter().enumerate().map(|(place, person)| Known {
        field: format!("same_as_{place}"),
        person,
        alike: alike.iter().filter(|one| one.place == place as i64).map(told).collect(),
    });
    Ok(AcceptancePage {
        page: Page::new(visit, "applications", "application-accept-title").with_form(&form),
        id,
        row: super::row(visit, &line),
        is_transfer,
        people: known.filter(|known| !known.alike.is_empty()).collect(),
        statuses: ADMITTED.iter().map(|(word, _)| status(word)).collect(),
        homes: std::iter::once((String::new(), none)).chain(homes.iter().map(named)).collect(),
        form,
    })
}

pub async fn acceptance_form(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let unit = query.value("unit").parse::<i64>().map(|unit| unit.to_string()).unwrap_or_default();
    page::ok(&visit, &acceptance_page(&visit, *id, None, &unit).await?)
}

fn read(form: &Form, kind: Kind, people: usize) -> Result<Acceptance> {
    let reader = form.reader();
    let on = reader.required_date("accepted_on");
    let reason = reader.text("step_reason", 500);
    let status = match kind {
        Kind::Outside => reader.required_choice("admitted_as", &ADMITTED).unwrap_or(Status::Member),
        Kind::Transfer => Status::Member,
    };
    let home = reader.number("home", 1..=i64::MAX);
    let from = if home.is_some() { reader.required_date("home_from") } else { on };
    if kind == Kind::Transfer && form.value("home").is_empty() {
        reader.refuse("home", "wrong-choice");
    }
    let who = (0..people)
        .map(|place| match form.value(&format!("same_as_{place}")) {
            "" => Who::Unsaid,
            "new" => Who::New,
            id => id.parse().map_or(Who::Unsaid, Who::Known),
        })
        .collect();
    reader.finish()?;
    Ok(Acceptance { on, reason, status, home: home.map(|home| (home, from)), who })
}

pub async fn accept(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let (line, whole) = applications::find(act.conn, id)?;
            let decision = read(form, line.kind(), applications::people(&whole).len())?;
            let done = match applications::accept(act, id, &decision)? {
                Accepted::Member(member) => Done::to(format!("/members/{member}")),
                Accepted::Move { from, to, on, people } => {
                    let people: String = people.iter().map(|person| format!("&person={person}")).collect();
                    Done::to(format!("/units/{from}/moves?destination={to}&moved_on={on}&checklist=1{people}"))
                }
            };
            let words =
                if line.kind() == Kind::Outside { "application-accepted" } else { "application-accepted-transfer" };
            Ok(done.say(words, line.name))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &acceptance_page(&visit, id, Some(form.with_errors(errors)), "").await?)
        }
        Err(error) => Err(error),
    }
}
