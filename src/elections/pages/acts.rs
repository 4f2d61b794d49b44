//! What members do in an election: stand, put somebody up, answer, say something of themselves, withdraw.

use actix_web::web;
use askama::Template;

use super::{page_of, submit};
use crate::elections::nominations::{STATEMENT_MAX, WHY_MAX};
use crate::elections::{self, Candidacy, Election, Stands, Status, store};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick;
use crate::platform::visit::Visit;

pub async fn stand(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-stands", move |act, _| elections::stand(act, id)).await
}

pub async fn accept(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-stands", move |act, _| elections::accept(act, id)).await
}

pub async fn decline(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-declined", move |act, _| elections::decline(act, id)).await
}

pub async fn nominate(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    submit(&visit, id, form, "election-nominated", move |act, form| {
        store::find(act.conn, id)?;
        let today = act.today();
        let form = &pick::settled(form, "nominee", || {
            let all = members::options(act.conn, today)?;
            Ok(all.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
        })?;
        let reader = form.reader();
        let nominee = reader.number("nominee", 1..=i64::MAX);
        if nominee.is_none() {
            reader.refuse("nominee", "election-wrong-nobody");
        }
        reader.finish()?;
        elections::nominate(act, id, nominee.unwrap_or_default())
    })
    .await
}

// ---- what a candidate says of themselves ----

#[derive(Template)]
#[template(path = "elections/statement.html")]
struct StatementPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    has_photo: bool,
    member: i64,
}

/// The viewer's own candidacy.
async fn own(visit: &Visit, id: i64) -> Result<(Election, Candidacy)> {
    let member = visit.viewer()?.member_id.ok_or(Error::NotFound)?;
    visit
        .read(move |conn, _| {
            let election = store::find(conn, id)?;
            let all = store::candidacies(conn, id)?;
            let own = all.into_iter().find(|one| one.member_id == member).ok_or(Error::NotFound)?;
            Ok((election, own))
        })
        .await
}

async fn statement_page(visit: &Visit, id: i64, form: Option<Form>) -> Result<StatementPage> {
    let (election, own) = own(visit, id).await?;
    if !election.takes_nominations(visit.today()) || own.status != Stands::Standing {
        return Err(Error::Conflict("election-conflict-over"));
    }
    let form = form.unwrap_or_else(|| {
        Form::filled([
            ("statement_en", own.statement_en.clone()),
            ("statement_fr", own.statement_fr.clone()),
            ("shows_photo", if own.shows_photo { "1" } else { "" }.to_owned()),
        ])
        .once(&["statement"], visit.lang)
    });
    Ok(StatementPage {
        page: Page::new(visit, "elections", "election-statement-title").with_form(&form),
        form,
        id,
        name: election.title(visit.lang).to_owned(),
        has_photo: own.has_photo,
        member: own.member_id,
    })
}

pub async fn statement_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &statement_page(&visit, *id, None).await?)
}

pub async fn write_statement(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            store::find(act.conn, id)?;
            let reader = form.reader();
            let (english, french) =
                reader.both_optional("statement", |reader, field| reader.text(field, STATEMENT_MAX));
            let photo = reader.checked("shows_photo");
            reader.finish()?;
            elections::state(act, id, (&english, &french), photo)?;
            Ok(page_of(id).say("election-stated", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &statement_page(&visit, id, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}

// ---- withdrawing ----

#[derive(Template)]
#[template(path = "elections/withdrawal.html")]
struct WithdrawalPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    /// What follows, by the rule that everybody knew beforehand.
    follows: Vec<String>,
}

async fn withdrawal_page(visit: &Visit, id: i64, form: Form) -> Result<WithdrawalPage> {
    let (election, own) = own(visit, id).await?;
    if own.status != Stands::Standing || own.term_id.is_some() {
        return Err(Error::Conflict("election-conflict-over"));
    }
    let keys: &[&str] = match election.status {
        Status::Called => &["election-withdrawal-before"],
        Status::Voting => &["election-withdrawal-during", "election-rule-withdrawal"],
        _ => &["election-withdrawal-after"],
    };
    Ok(WithdrawalPage {
        page: Page::new(visit, "elections", "election-withdrawal-title").with_form(&form),
        form,
        id,
        name: election.title(visit.lang).to_owned(),
        follows: keys.iter().map(|key| visit.lang.t(key)).collect(),
    })
}

pub async fn withdrawal_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &withdrawal_page(&visit, *id, Form::blank()).await?)
}

pub async fn withdraw(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            store::find(act.conn, id)?;
            let reader = form.reader();
            let why = reader.text("withdrawn_why", WHY_MAX);
            reader.finish()?;
            elections::withdraw(act, id, &why)?;
            Ok(page_of(id).say("election-withdrawn", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &withdrawal_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
