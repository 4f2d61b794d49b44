//! Proxies of a vote: giving one, taking it back, declining; voting with one that one holds. And an interest of one's own.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;
use diesel::prelude::*;

use super::ballot;
use super::fields::{self, Fields};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Choice, Pick};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::polls::proxies::{self, INSTRUCTIONS_MAX, Proxy, VOTED_THEMSELVES};
use crate::polls::{Poll, State, interests, roll, store};

/// A proxy as one of the two sees it.
struct Row {
    id: i64,
    name: String,
    instructions: String,
    /// Whether it was used, or is of no use any more.
    fact: String,
    /// Whether its holder can vote with it.
    votes: bool,
}

#[derive(Template)]
#[template(path = "polls/proxies.html")]
struct ProxiesPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    /// Whether proxies can be given and taken back.
    open: bool,
    /// Whether the viewer can give one.
    gives: bool,
    limit: String,
    given: Option<Row>,
    held: Vec<Row>,
    people: Pick,
    /// Who votes for whom, for those who run votes.
    all: Vec<String>,
}

/// What is read for the page.
struct Told {
    poll: Poll,
    proxies: Vec<Proxy>,
    on_roll: Vec<i64>,
    voted: bool,
    names: Vec<(i64, String)>,
}

fn read(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Told> {
    let poll = store::poll(conn, id)?;
    let state = poll.state(visit.now);
    if state == State::Draft || !proxies::are_known(&poll) {
        return Err(Error::NotFound);
    }
    let proxies = store::proxies::of_poll(conn, id)?;
    let on_roll = proxies::on_roll(conn, &poll, visit.today())?;
    let voted = match visit.viewer()?.member_id {
        Some(member) => store::has_voted(conn, id, member)?,
        None => false,
    };
    let of_proxies = proxies.iter().flat_map(|proxy| [proxy.giver_id, proxy.holder_id]);
    let ids: Vec<i64> = on_roll.iter().copied().chain(of_proxies).collect();
    let names = members::names_in_order(conn, &ids)?;
    Ok(Told { poll, proxies, on_roll, voted, names })
}

fn proxies_page(visit: &Visit, told: &Told, form: Form) -> Result<ProxiesPage> {
    let lang = visit.lang;
    let page = Page::new(visit, "polls", "proxies-title").with_form(&form);
    let own = visit.viewer()?.member_id;
    let names: HashMap<i64, &str> = told.names.iter().map(|(id, name)| (*id, name.as_str())).collect();
    let name = |id: i64| names.get(&id).copied().unwrap_or_default().to_owned();
    let open = matches!(told.poll.state(visit.now), State::Scheduled | State::Open);
    let votes = told.poll.state(visit.now) == State::Open;
    let row = |proxy: &Proxy, other: i64| Row {
        id: proxy.id,
        name: name(other),
        instructions: proxy.instructions.clone(),
        fact: lang.t(match (proxy.voted, proxy.voted_self) {
            (_, true) => "proxy-voted-self",
            (true, false) => "proxy-voted",
            (false, _) => "proxy-unused",
        }),
        votes: votes && !proxy.voted_self,
    };
    let given = told.proxies.iter().find(|proxy| Some(proxy.giver_id) == own).map(|proxy| row(proxy, proxy.holder_id));
    let held: Vec<Row> = told
        .proxies
        .iter()
        .filter(|proxy| Some(proxy.holder_id) == own)
        .map(|proxy| row(proxy, proxy.giver_id))
        .collect();
    let may = own.is_some_and(|own| told.on_roll.contains(&own)) && !told.voted;
    let most = usize::try_from(told.poll.proxies_max).unwrap_or(0);
    let can_hold = |(id, _): &&(i64, String)| {
        own.is_some_and(|own| proxies::refusal(&told.proxies, &told.on_roll, own, *id, most).is_none())
    };
    let people = told.names.iter().filter(can_hold).map(|(id, name)| (id.to_string(), name.clone()));
    let nobody = std::iter::once((String::new(), page.t("proxy-choose")));
    let line = |proxy: &Proxy| {
        lang.with("proxy-line", &[("giver", name(proxy.giver_id).into()), ("holder", name(proxy.holder_id).into())])
    };
    let runs = visit.may(Permission::PollsManage);
    Ok(ProxiesPage {
        id: told.poll.id,
        name: told.poll.title(lang).to_owned(),
        open,
        gives: open && told.poll.meeting_id.is_none() && may && given.is_none() && held.is_empty(),
        limit: lang.with("proxies-limit", &[("many", told.poll.proxies_max.into())]),
        given,
        held,
        people: Pick::of(&form, "holder", nobody.chain(people).collect()),
        form,
        all: if runs { told.proxies.iter().map(line).collect() } else { Vec::new() },
        page,
    })
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let told = visit.read(move |conn, visit| read(conn, visit, id)).await?;
    page::ok(&visit, &proxies_page(&visit, &told, Form::blank())?)
}

/// Those of whom one can be chosen.
fn people(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Vec<Choice>> {
    let poll = store::poll(conn, id)?;
    let on_roll = proxies::on_roll(conn, &poll, today)?;
    let names = members::names_in_order(conn, &on_roll)?.into_iter().map(|(id, name)| (id.to_string(), name));
    Ok(std::iter::once(Choice::default()).chain(names).collect())
}

pub async fn give(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let today = act.today();
            let form = &pick::settled(form, "holder", || people(act.conn, id, today))?;
            let reader = form.reader();
            let holder = reader.number("holder", 1..=i64::MAX);
            let instructions = reader.text("instructions", INSTRUCTIONS_MAX);
            if holder.is_none() {
                reader.refuse("holder", "proxy-wrong-nobody");
            }
            reader.finish()?;
            proxies::give(act, id, holder.unwrap_or_default(), &instructions)?;
            Ok(Done::to(format!("/polls/{id}/proxies")).say("proxy-given", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let told = visit.read(move |conn, visit| read(conn, visit, id)).await?;
            page::refused(&visit, &proxies_page(&visit, &told, form.with_errors(errors))?)
        }
        Err(error) => Err(error),
    }
}

pub async fn end(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, proxy) = path.into_inner();
    let outcome = visit
        .submit(&form, move |act, _| {
            proxies::end(act, id, proxy)?;
            Ok(Done::to(format!("/polls/{id}/proxies")).say("proxy-ended", ""))
        })
        .await?;
    Ok(page::done(&visit, &outcome))
}

// ---- voting with one ----

#[derive(Template)]
#[template(path = "polls/proxy.html")]
struct ProxyPage {
    page: Page,
    form: Form,
    id: i64,
    proxy: i64,
    name: String,
    instructions: String,
    questions: Vec<Fields>,
}

/// The paper, as it was filled in or sent.
async fn paper(visit: &Visit, id: i64, proxy: i64, form: Option<Form>) -> Result<ProxyPage> {
    let (poll, questions, found, name, own) = visit
        .read(move |conn, visit| {
            let holder = visit.viewer()?.member_id;
            let (poll, questions) = store::whole(conn, id)?;
            let all = store::proxies::of_poll(conn, id)?;
            let found = all.into_iter().find(|one| one.id == proxy && Some(one.holder_id) == holder);
            let found = found.ok_or(Error::NotFound)?;
            let name = members::name(conn, found.giver_id)?;
            let own = store::reads::own(conn, id, found.giver_id)?;
            Ok((poll, questions, found, name, own))
        })
        .await?;
    if poll.state(visit.now) != State::Open {
        return Err(Error::Conflict("proxy-conflict-over"));
    }
    // What somebody votes for themselves is not for their proxy's eyes.
    if found.voted_self {
        return Err(Error::Conflict(VOTED_THEMSELVES));
    }
    let form =
        form.unwrap_or_else(|| fields::filled(&questions, own.answers.as_deref().unwrap_or_default(), &own.reason));
    Ok(ProxyPage {
        page: Page::named(visit, "polls", visit.lang.with("proxy-vote-title", &[("name", name.into())]))
            .with_form(&form),
        id,
        proxy,
        name: poll.title(visit.lang).to_owned(),
        instructions: found.instructions,
        questions: fields::fields(visit.lang, &questions, poll.roll_size.map(i64::from)),
        form,
    })
}

pub async fn ballot_form(visit: Visit, path: web::Path<(i64, i64)>) -> Answer {
    let (id, proxy) = path.into_inner();
    let shown = paper(&visit, id, proxy, None).await?;
    page::ok(&visit, &shown)
}

pub async fn again(visit: &Visit, id: i64, proxy: i64, form: Form) -> Answer {
    let shown = paper(visit, id, proxy, Some(form)).await?;
    page::refused(visit, &shown)
}

pub async fn cast(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, proxy) = path.into_inner();
    ballot::send(visit, id, Some(proxy), form).await
}

// ---- an interest of one's own ----

#[derive(Template)]
#[template(path = "polls/interest.html")]
struct InterestPage {
    page: Page,
    id: i64,
    name: String,
    /// It was declared, and can be taken back.
    declared: bool,
}

pub async fn interest_form(visit: Visit, id: web::Path<i64>) -> Answer {
    interest_page(&visit, id.into_inner()).await
}

async fn interest_page(visit: &Visit, id: i64) -> Answer {
    let (poll, own) = visit
        .read(move |conn, visit| {
            let member = visit.viewer()?.member_id.ok_or(Error::NotFound)?;
            Ok((store::poll(conn, id)?, store::reads::own(conn, id, member)?))
        })
        .await?;
    let declared = own.left_out == Some(roll::LeftOut::Interest);
    if poll.state(visit.now) != State::Open || !(own.on_roll || declared) {
        return Ok(page::see_other(&format!("/polls/{id}")));
    }
    let page = Page::new(visit, "polls", "interest-title");
    page::ok(visit, &InterestPage { page, id, name: poll.title(visit.lang).to_owned(), declared })
}

pub async fn interest(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            let back = form.value("declared") == "no";
            if back {
                interests::withdraw(act, id)?;
            } else {
                interests::declare(act, id)?;
            }
            let key = if back { "interest-withdrawn" } else { "interest-declared" };
            Ok(Done::to(format!("/polls/{id}")).say(key, ""))
        })
        .await;
    match done {
        Ok(done) => Ok(page::done(&visit, &done)),
        // Held: the question again, in the other language.
        Err(Error::Invalid(errors)) if errors.is_empty() => interest_page(&visit, id).await,
        Err(error) => Err(error),
    }
}
