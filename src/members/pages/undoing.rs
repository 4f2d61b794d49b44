//! The buttons that take a change of a moment ago back: what the office changed of somebody, their status, one's own details.

use actix_web::web;

use super::forms::own_address_stays;
use crate::members::undoing::{self, Undoing};
use crate::members::{self, Own, Whole};
use crate::platform::error::Result;
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer};
use crate::platform::undo;
use crate::platform::visit::{Act, Done, Visit};

/// Offers to take back what the office changed. Not the day of joining: nobody knows afterwards whether it had been known.
pub fn offer_edit(act: &mut Act<'_>, id: i64, done: Done, was: &Whole) -> Result<Done> {
    let (now, version) = members::whole(act.conn, id)?;
    if now == *was || now.details.joined_on != was.details.joined_on {
        return Ok(done);
    }
    undo::offer(act, done, &format!("/members/{id}/undoing"), &(version, was))
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, path) = (*id, visit.path.clone());
    let done = visit
        .submit(&form, move |act, form| {
            members::name(act.conn, id)?;
            let (version, was): (i32, Whole) = undo::read(act, &path, form)?;
            undoing::must_be_at(act.conn, id, version)?;
            own_address_stays(act, id, &was.details)?;
            members::change_whole(act, id, version, &was)?;
            Ok(Done::to(format!("/members/{id}")).say("member-undone", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn status(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, path) = (*id, visit.path.clone());
    let done = visit
        .submit(&form, move |act, form| {
            members::name(act.conn, id)?;
            let was: Undoing = undo::read(act, &path, form)?;
            undoing::take_status_back(act, id, &was)?;
            Ok(Done::to(format!("/members/{id}")).say("member-status-undone", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

/// Offers to take back what members changed of themselves.
pub fn offer_own(act: &mut Act<'_>, done: Done, was: &Own) -> Result<Done> {
    let id = act.member_id()?;
    if members::own(act.conn, id)? == *was {
        return Ok(done);
    }
    let version = undoing::version(act.conn, id)?;
    undo::offer(act, done, "/profile/undoing", &(id, version, was))
}

pub async fn own(visit: Visit, form: Form) -> Answer {
    visit.in_person()?;
    let path = visit.path.clone();
    let done = visit
        .submit(&form, move |act, form| {
            let (id, version, was): (i64, i32, Own) = undo::read(act, &path, form)?;
            if act.member_id()? != id {
                return Err(undo::changed_since());
            }
            undoing::must_be_at(act.conn, id, version)?;
            members::change_own(act, &was)?;
            Ok(Done::to("/profile").say("profile-undone", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
