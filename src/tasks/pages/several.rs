//! Doing one thing with the tasks that were ticked in the list: which it will be done with, which not and why.

use askama::Template;

use super::form::{options, read_holder, settled};
use super::{short_day, who};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::Pick;
use crate::platform::several::{self, Chosen, Plan};
use crate::platform::undo;
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::tasks::Lane;
use crate::tasks::several::{Deed, Was, assign_all, move_all, obstacle, remind_all, set_due_all, some, take_back_all};

const UNDO: &str = "/tasks/several/undoing";

#[derive(Template)]
#[template(path = "tasks/several.html")]
struct SeveralPage {
    page: Page,
    form: Form,
    deed: &'static str,
    owners: Pick,
    lanes: Vec<(String, String)>,
    plan: Plan,
    back: String,
}

fn read_deed(form: &Form) -> Result<Deed> {
    Deed::ALL.iter().find(|(word, _)| *word == form.value("act")).map(|(_, deed)| *deed).ok_or(Error::BadRequest)
}

/// Ids alone from the list, with the version that was seen from the page of the act.
fn read_tasks(form: &Form) -> Result<Vec<(i64, i32)>> {
    let one = |value: &str| {
        let (id, version) = value.split_once('.').unwrap_or((value, "0"));
        Some((id.parse().ok()?, version.parse().ok()?))
    };
    several::ticked(form, "task")?.into_iter().map(|value| one(value).ok_or(Error::BadRequest)).collect()
}

async fn several_page(visit: &Visit, form: Form) -> Result<SeveralPage> {
    let (deed, ids) = (read_deed(&form)?, read_tasks(&form)?.into_iter().map(|(id, _)| id).collect::<Vec<_>>());
    let viewer = visit.viewer()?;
    let (member, account, manages) = (viewer.member_id, Some(viewer.account_id), visit.may(Permission::TasksManage));
    let found = visit.read(move |conn, visit| some(conn, &ids, member, visit.today())).await?;
    let mut plan = Plan::default();
    for (task, reminded) in found {
        if let Some(why) = obstacle(deed, (&task, reminded), account, manages) {
            plan.not.push((task.title, visit.lang.t(why)));
            continue;
        }
        let day = task.due_on.map(|day| short_day(visit.lang, day, visit.today()));
        let detail = std::iter::once(who(visit, &task)).chain(day).collect::<Vec<_>>().join(", ");
        plan.will.push(Chosen { value: format!("{}.{}", task.id, task.version), name: task.title, detail });
    }
    let owners = if deed == Deed::Assign { options(visit, None).await?.owners } else { Vec::new() };
    let title = visit.lang.t_of("several-task-title-", deed.word());
    Ok(SeveralPage {
        page: Page::named(visit, "tasks", title).with_form(&form),
        back: several::back(&form, "/tasks"),
        owners: Pick::of(&form, "assignee", owners),
        lanes: Lane::ALL.map(|(word, _)| (word.to_owned(), visit.lang.t_of("lane-", word))).to_vec(),
        form,
        deed: deed.word(),
        plan,
    })
}

pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page::ok(&visit, &several_page(&visit, query).await?)
}

pub async fn carry_out(visit: Visit, form: Form) -> Answer {
    let lang = visit.lang;
    let outcome = visit
        .submit(&form, move |act, form| {
            let (deed, seen) = (read_deed(form)?, read_tasks(form)?);
            if seen.is_empty() {
                return Err(Error::field("", "several-none"));
            }
            let reader = form.reader();
            let (count, was) = match deed {
                Deed::Assign => {
                    let owner = read_holder(&settled(act, lang, form)?, &reader);
                    reader.finish()?;
                    (seen.len(), assign_all(act, &seen, owner)?)
                }
                Deed::Due => {
                    let day = reader.required_date("due_on");
                    reader.finish()?;
                    (seen.len(), set_due_all(act, &seen, day)?)
                }
                Deed::Move => {
                    let lane = reader.required_choice("lane", &Lane::ALL);
                    reader.finish()?;
                    (seen.len(), move_all(act, &seen, lane.ok_or(Error::BadRequest)?)?)
                }
                Deed::Remind => {
                    reader.finish()?;
                    (remind_all(act, &seen.iter().map(|(id, _)| *id).collect::<Vec<_>>())?, Vec::new())
                }
            };
            let said = format!("several-task-done-{}", deed.word());
            let back = several::back(form, "/tasks");
            let done = Done::to(back.clone()).say(&said, count.to_string());
            if was.is_empty() { Ok(done) } else { undo::offer(act, done, UNDO, &(back, was)) }
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &several_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

/// Makes the tasks again what they were a moment ago.
pub async fn take_back(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, form| {
            let (back, was): (String, Vec<Was>) = undo::read(act, UNDO, form)?;
            take_back_all(act, &was)?;
            Ok(Done::to(back).say("several-task-undone", was.len().to_string()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
