//! One chore: its rule, whose turn it is and why, what was.

use actix_web::web;
use askama::Template;

use super::{Line, days_of, line, member};
use crate::chores::turns::State;
use crate::chores::{self, Chore, Way};
use crate::platform::error::Error;
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::tasks::pages::duration;

/// The most turns that the page shows of what was.
const PAST_MAX: usize = 60;

#[derive(Template)]
#[template(path = "chores/show.html")]
struct ShowPage {
    page: Page,
    chore: Chore,
    days: String,
    committee: String,
    goes_round: String,
    hours: String,
    ahead: Vec<Line>,
    past: Vec<Line>,
    pool: Vec<String>,
    /// The turn that a tick closes today.
    closing: Option<(i64, String)>,
    may_manage: bool,
    is_over: bool,
    takes_part: bool,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, today, lang) = (id.into_inner(), visit.today(), visit.lang);
    let (chore, turns, names, pool) = visit
        .read(move |conn, visit| {
            let chore = chores::find(conn, id, member(visit), today)?;
            let mut turns = chores::turns_of(conn, id)?;
            let past = turns.iter().filter(|turn| turn.due_on < today).count();
            turns.drain(..past.saturating_sub(PAST_MAX));
            let names = chores::names(conn, &turns)?;
            Ok((chore, turns, names, chores::pool(conn, id)?))
        })
        .await?;
    let in_words = |turn: &chores::Turn| line(lang, turn, Some(&names), today);
    let is_past = |turn: &&chores::Turn| turn.due_on < today && turn.state() != State::Open;
    let closing = chores::closing(&turns, today).map(|turn| (turn.id, lang.long_day(turn.due_on)));
    let home = |label: &String| lang.with("chore-home", &[("label", label.as_str().into())]);
    let named =
        |(_, name): &(i64, String)| if chore.pool_of == chores::PoolOf::Unit { home(name) } else { name.clone() };
    let page = ShowPage {
        page: Page::named(&visit, "chores", chore.title.clone()),
        days: days_of(lang, &chore),
        committee: chore.committee(lang).unwrap_or_default().to_owned(),
        goes_round: goes_round(lang, &chore),
        hours: if chore.credit_minutes > 0 { duration(lang, chore.credit_minutes) } else { String::new() },
        ahead: turns.iter().filter(|turn| !is_past(turn)).map(in_words).collect(),
        past: turns.iter().rev().filter(is_past).map(in_words).collect(),
        pool: pool.iter().map(named).collect(),
        closing,
        may_manage: visit.may(Permission::ChoresManage) || chore.led,
        is_over: chore.is_over(today),
        takes_part: visit.may(Permission::ChoresOwn),
        chore,
    };
    page::ok(&visit, &page)
}

/// "In order, 12 in the rotation; each keeps it for a week."
fn goes_round(lang: crate::platform::i18n::Lang, chore: &Chore) -> String {
    let way = match chore.strategy {
        Way::LeastEffort => lang.with("chore-way-least-effort", &[("months", chore.months.into())]),
        way => lang.t_of("chore-way-", &way.word().replace('_', "-")),
    };
    if chore.strategy == Way::Nobody {
        return way;
    }
    let keeps = match chore.period {
        chores::Keeps::Turns => lang.with("chore-keeps-turns", &[("count", chore.period_turns.into())]),
        other => lang.t_of("chore-keeps-", other.word()),
    };
    let among = lang.with("chore-among", &[("count", chore.pool_size.into())]);
    format!("{way} {among} {keeps}")
}

pub async fn call(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let made = chores::call(act, id)?;
            Ok(Done::to(format!("/chores/turns/{}", made.id)).say("chore-called", made.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn end(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            let today = act.today();
            chores::find(act.conn, id, None, today)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let chore = chores::end(act, id, version)?;
            Ok(Done::to(format!("/chores/{id}")).say("chore-ended", chore.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
