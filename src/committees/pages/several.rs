//! Putting those who were ticked in the list of people on a committee: who will sit there, who not and why.

use askama::Template;

use crate::committees;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::several::{self, Chosen, Plan};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "committees/several.html")]
struct SeveralPage {
    page: Page,
    form: Form,
    /// None as long as no committee was chosen.
    committee: Option<(i64, String)>,
    committees: Vec<(String, String)>,
    plan: Plan,
    back: String,
}

async fn several_page(visit: &Visit, mut form: Form) -> Result<SeveralPage> {
    let (ids, wanted) = (several::ids(&form, "member")?, form.value("committee").parse::<i64>().ok());
    let (all, candidates) = visit
        .read(move |conn, visit| {
            let all = committees::options(conn, visit.lang)?;
            Ok((all, committees::candidates(conn, wanted.unwrap_or_default(), &ids, visit.today())?))
        })
        .await?;
    let committee = all.iter().find(|(id, _)| Some(*id) == wanted).cloned();
    let mut plan = Plan::default();
    for one in candidates {
        let why = match (one.former, one.sits) {
            (true, _) => "several-not-outside",
            (_, true) => "several-not-sits",
            _ => {
                plan.will.push(Chosen { value: one.id.to_string(), name: one.name, detail: String::new() });
                continue;
            }
        };
        plan.not.push((one.name, visit.lang.t(why)));
    }
    if form.value("seat_from").is_empty() {
        form.set("seat_from", visit.today().to_string());
    }
    Ok(SeveralPage {
        page: Page::new(visit, "members", "several-seat-title").with_form(&form),
        back: several::back(&form, "/members"),
        committees: all.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        form,
        committee,
        plan,
    })
}

pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page::ok(&visit, &several_page(&visit, query).await?)
}

pub async fn put_in(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let committee = reader.required_number("committee", 1..=i64::MAX);
            let from = reader.required_date("seat_from");
            reader.finish()?;
            let count = committees::put_in_all(act, committee, &several::ids(form, "member")?, from)?;
            Ok(Done::to(format!("/committees/{committee}")).say("several-seated", count.to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &several_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
