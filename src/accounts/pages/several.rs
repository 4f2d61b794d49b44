//! Inviting those who were ticked in the list of people: who will be mailed an invitation, who not and why.

use askama::Template;

use crate::accounts::invitations::{self, Whom};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::several::{self, Chosen, Plan};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "accounts/several.html")]
struct SeveralPage {
    page: Page,
    form: Form,
    plan: Plan,
    back: String,
}

async fn several_page(visit: &Visit, form: Form) -> Result<SeveralPage> {
    let ids = several::ids(&form, "member")?;
    let (will, others, mut names) = visit
        .read(move |conn, visit| {
            let (will, others) = invitations::without_way_in(conn, &ids, (visit.today(), visit.now))?;
            Ok((will, others, members::names_in_order(conn, &ids)?))
        })
        .await?;
    names.retain(|(id, _)| will.iter().chain(&others).all(|one| one.member_id != *id));
    let why = |state: &str| visit.lang.t_of("several-not-", &state.replace('_', "-"));
    let not = others.into_iter().map(|one| (one.name, why(&one.state)));
    let plan = Plan {
        not: not.chain(names.into_iter().map(|(_, name)| (name, why("outside")))).collect(),
        will: will
            .into_iter()
            .map(|one| Chosen {
                value: one.member_id.to_string(),
                name: one.name,
                detail: one.email.unwrap_or_default(),
            })
            .collect(),
    };
    let back = several::back(&form, "/members");
    Ok(SeveralPage { page: Page::new(visit, "members", "several-invite-title").with_form(&form), form, plan, back })
}

pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page::ok(&visit, &several_page(&visit, query).await?)
}

pub async fn invite(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let ids = several::ids(form, "member")?;
            let at = (act.today(), act.now);
            let (will, _) = invitations::without_way_in(act.conn, &ids, at)?;
            let count = invitations::ask(act, &Whom::Some(will.iter().map(|one| one.member_id).collect()))?;
            Ok(Done::to(several::back(form, "/members")).say("invitations-asked", count.to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &several_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
