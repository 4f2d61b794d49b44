//! Giving hours away.

use askama::Template;

use super::submit;
use crate::hours::account::{self, Looked};
use crate::hours::{Doer, gifts};
use crate::platform::duration;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Act, Done, Visit};

#[derive(Template)]
#[template(path = "hours/gift.html")]
struct GiftPage {
    page: Page,
    form: Form,
    whom: Pick,
    over: String,
}

async fn gift_page(visit: &Visit, form: Form) -> Result<GiftPage> {
    let member = visit.viewer()?.member_id.ok_or(Error::NotFound)?;
    let (over, all) = visit
        .read(move |conn, visit| {
            let account = account::account(conn, Looked::Member(member), None, visit.today())?;
            let from = account.party().ok_or(Error::NotFound)?;
            Ok((account.to_give(), gifts::receivers(conn, from, visit.today())?))
        })
        .await?;
    let mut options = vec![(String::new(), visit.lang.t("hours-choose-whom"))];
    options.extend(all.into_iter().map(|(id, name)| (id.to_string(), name)));
    Ok(GiftPage {
        page: Page::new(visit, "hours", "hours-gift-title").with_form(&form),
        whom: Pick::of(&form, "gift_whom", options),
        form,
        over: duration::said(over),
    })
}

fn choices(act: &mut Act<'_>) -> Result<Vec<(String, String)>> {
    let (member, today) = (act.member_id()?, act.today());
    let account = account::account(act.conn, Looked::Member(member), None, today)?;
    let from: Doer = account.party().ok_or(Error::NotFound)?;
    let all = gifts::receivers(act.conn, from, today)?;
    Ok(all.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

pub async fn new_form(visit: Visit) -> Answer {
    page::ok(&visit, &gift_page(&visit, Form::blank()).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = submit(&visit, &form, |act, form| {
        let form = &pick::settled(form, "gift_whom", || choices(act))?;
        let reader = form.reader();
        let whom = reader.required_number("gift_whom", 1..=i64::MAX);
        let typed = form.value("gift_hours").trim();
        let minutes = duration::read(typed);
        if minutes.is_none() {
            reader.refuse("gift_hours", if typed.is_empty() { "wrong-required" } else { "wrong-hours-unclear" });
        }
        reader.finish()?;
        let name = gifts::give(act, whom, minutes.unwrap_or(0))?;
        Ok(Done::to("/hours").say("hours-gift-given", name))
    });
    match outcome.await? {
        Ok(answer) => Ok(answer),
        Err(form) => page::refused(&visit, &gift_page(&visit, form).await?),
    }
}
