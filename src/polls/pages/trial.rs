//! Trying a ballot before its vote opens: the page that voters will see, and what it says to what they send. Nothing is stored, whatever
//! comes: it is read and checked as a ballot is, on a connection that only reads.

use actix_web::web;

use super::ballot::{self, Judged, Paper};
use super::show;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer};
use crate::platform::visit::{Done, Visit};
use crate::polls;
use crate::polls::trial::{self, Tried};

async fn tried(visit: &Visit, id: i64) -> Result<Option<Tried>> {
    visit.read(move |conn, visit| trial::of(conn, id, visit.lang, (visit.now, visit.today()))).await
}

/// As the path that casts does: read, looked at, and checked before it would be stored.
fn judge(tried: &Tried, form: &Form) -> Result<Judged> {
    let judged = ballot::judge(&tried.questions, form)?;
    if let Judged::Take(ballot) = &judged {
        polls::check(&tried.questions, ballot)?;
    }
    Ok(judged)
}

/// The page with what was filled in. Where there is nothing to try, the set-up says what is missing, or leads on to the vote.
async fn paper(visit: &Visit, id: i64, form: Form) -> Answer {
    match tried(visit, id).await? {
        Some(tried) => page::refused(visit, &show::trial_page(visit, tried, form)?),
        None => Ok(page::see_other(&format!("/polls/{id}/setup"))),
    }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    match tried(&visit, id).await? {
        Some(tried) => page::ok(&visit, &show::trial_page(&visit, tried, Form::blank())?),
        None => Ok(page::see_other(&format!("/polls/{id}/setup"))),
    }
}

pub async fn send(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form) {
        return paper(&visit, id, form.with_errors(errors)).await;
    }
    let Some(tried) = tried(&visit, id).await? else { return Err(Error::Conflict("trial-over")) };
    match judge(&tried, &form) {
        Ok(Judged::Look(read)) => {
            let name = tried.poll.title(visit.lang).to_owned();
            page::ok(&visit, &ballot::check_page(&visit, (id, Paper::Trial), name, &tried.questions, &read, &form))
        }
        Ok(Judged::Take(read)) => {
            let said = ballot::said(visit.lang, &tried.questions, &read);
            let key = if said.is_empty() { "trial-taken" } else { "trial-taken-one" };
            Ok(page::done(&visit, &Done::to(Paper::Trial.address(id)).say(key, said)))
        }
        Err(Error::Invalid(errors)) => paper(&visit, id, form.with_errors(errors)).await,
        Err(error) => Err(error),
    }
}
