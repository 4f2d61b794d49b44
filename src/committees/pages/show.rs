//! One committee of a day, and taking or leaving a seat of one's own.

use actix_web::web;
use askama::Template;

use crate::committees::rules::Power;
use crate::committees::{self, Committee, PastSeat, Seat};
use crate::members::{self, Sight};
use crate::platform::asked_day::AskedDay;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::Pick;
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

#[derive(Template)]
#[template(path = "committees/show.html")]
pub(super) struct CommitteePage {
    page: Page,
    committee: Committee,
    seats: Vec<Seat>,
    past: Vec<PastSeat>,
    /// Whether the viewer is somebody who could sit there.
    may_join: bool,
    day: AskedDay,
    /// Where the committee is, without a day.
    address: String,
    /// Whether another day can be chosen: for who keeps or checks the register.
    may_choose: bool,
    may_export: bool,
    /// What the viewer may do with it; nothing on a day in the past.
    manages: Option<Manages>,
    form: Form,
}

/// The forms of whoever manages a committee.
struct Manages {
    power: Power,
    /// Who can be put on it.
    others: Pick,
    /// Who sits on it, can be taken off it, and can lead it.
    seated: Vec<(String, String)>,
    can_lead: Vec<(String, String)>,
    /// Those whose place somebody can take as lead: for a lead, only themselves.
    leads: Vec<(String, String)>,
    /// How many open tasks would become the co-op's if it closed.
    open_tasks: usize,
}

pub async fn show(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let asked = members::asked_day(&visit, &query)?;
    let status = asked.status();
    let mut form = Form::blank();
    for name in ["seat_from", "leaving_on", "lead_from", "ending_on", "closed_on"] {
        form.set(name, visit.today().to_string());
    }
    page::html(&visit, status, &committee_page(&visit, *id, asked, form).await?)
}

/// The page of today, with what was wrong in one of its forms.
pub(super) async fn again(visit: &Visit, id: i64, form: Form) -> Result<CommitteePage> {
    committee_page(visit, id, AskedDay::today(visit), form).await
}

async fn committee_page(visit: &Visit, id: i64, day: AskedDay, form: Form) -> Result<CommitteePage> {
    let (own, on, today) = (visit.viewer()?.member_id, day.on, day.other().is_none());
    let (committee, seats, past, power, people, open_tasks) = visit
        .read(move |conn, visit| {
            let (committee, seats) = committees::find(conn, id, on, visit.lang, own)?;
            let past = committees::past_seats(conn, id, on)?;
            let power = committees::power(conn, visit, id)?;
            let manages = today && power.manages();
            let people = if manages { members::options(conn, on)? } else { Vec::new() };
            let open_tasks = if today && power.keeps_register {
                let closings = visit.state.slices.iter().filter_map(|slice| slice.closing.as_ref());
                closings.map(|closing| (closing.count)(conn, id)).sum::<Result<usize>>()?
            } else {
                0
            };
            Ok((committee, seats, past, power, people, open_tasks))
        })
        .await?;
    let sees_former = members::sight(visit) != Sight::Shared;
    let past = past.into_iter().filter(|seat| sees_former || !seat.is_former).collect();
    let manages = (today && power.manages())
        .then(|| Manages { open_tasks, ..manages(visit, power, own, &seats, &people, &form) });
    let title = match day.other() {
        Some(day) => visit.lang.with(
            "committee-title-on",
            &[("name", committee.name.as_str().into()), ("day", visit.lang.day(day).into())],
        ),
        None => committee.name.clone(),
    };
    let page = Page::named(visit, "committees", title).with_form(&form);
    let may_join = own.is_some() && today && committee.closed_on.is_none();
    let address = format!("/committees/{id}");
    let may_export = visit.may(Permission::MembersExport);
    let may_choose = sees_former;
    Ok(CommitteePage { page, committee, seats, past, may_join, day, address, may_choose, may_export, manages, form })
}

fn manages(
    visit: &Visit,
    power: Power,
    own: Option<i64>,
    seats: &[Seat],
    people: &[(i64, String)],
    form: &Form,
) -> Manages {
    let option = |id: i64, name: &str| (id.to_string(), name.to_owned());
    let choose = (String::new(), visit.lang.t("committee-choose-person"));
    let sits = |id: i64| seats.iter().any(|seat| seat.member_id == id);
    let others = people.iter().filter(|(id, _)| !sits(*id)).map(|(id, name)| option(*id, name));
    let seated = seats.iter().map(|seat| option(seat.member_id, &seat.name));
    let can_lead = seats.iter().filter(|seat| seat.leads_since.is_none());
    let leads =
        seats.iter().filter(|seat| seat.leads_since.is_some() && power.may_name_lead(own, Some(seat.member_id)));
    let leads: Vec<_> = leads.map(|seat| option(seat.member_id, &seat.name)).collect();
    let before = power.keeps_register.then(|| (String::new(), visit.lang.t("committee-instead-of-nobody")));
    Manages {
        power,
        others: Pick::of(form, "seat_member", std::iter::once(choose.clone()).chain(others).collect()),
        seated: std::iter::once(choose.clone()).chain(seated).collect(),
        can_lead: std::iter::once(choose).chain(can_lead.map(|seat| option(seat.member_id, &seat.name))).collect(),
        leads: before.into_iter().chain(leads).collect(),
        open_tasks: 0,
    }
}

pub async fn join(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    change(visit, *id, form, true).await
}

pub async fn leave(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    change(visit, *id, form, false).await
}

/// Takes or leaves a seat of one's own; the message offers the opposite.
async fn change(visit: Visit, id: i64, form: Form, joins: bool) -> Answer {
    let lang = visit.lang;
    let done = visit
        .submit(&form, move |act, _| {
            let (member, today) = (act.member_id()?, act.today());
            let (committee, _) = committees::find(act.conn, id, today, lang, Some(member))?;
            let (key, opposite) = if joins {
                if committee.closed_on.is_some() {
                    return Err(crate::platform::error::Error::Conflict("conflict-committee-closed"));
                }
                committees::join(act, id, member, today)?;
                ("committee-joined", "departure")
            } else {
                committees::leave(act, id, member, today)?;
                ("committee-left", "seats")
            };
            Ok(Done::to(format!("/committees/{id}"))
                .say(key, committee.name)
                .undo(format!("/committees/{id}/{opposite}"), Vec::new()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
