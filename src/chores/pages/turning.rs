//! One turn: whose it is and why, done by whom, swapped, stood in for, called off.

use actix_web::web;
use askama::Template;

use super::{Line, line, member};
use crate::chores::{self, PoolOf, Swap, Turn};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Pick};
use crate::platform::visit::{Act, Done, Visit};
use crate::policy::Permission;
use crate::tasks::Holder;

/// A swap in words, and what the viewer can do with it.
struct SwapLine {
    id: i64,
    words: String,
    may_answer: bool,
    may_withdraw: bool,
}

#[derive(Template)]
#[template(path = "chores/turn.html")]
struct TurnPage {
    page: Page,
    form: Form,
    line: Line,
    picked: String,
    swaps: Vec<SwapLine>,
    /// Turns that the viewer can ask for in exchange.
    others: Vec<(String, String)>,
    stand_ins: Pick,
    doers: Vec<(String, String)>,
    may_swap: bool,
    may_hand_over: bool,
    may_manage: bool,
    may_tick: bool,
}

struct Found {
    turn: Turn,
    rest: Vec<Turn>,
    names: chores::Names,
    swaps: Vec<Swap>,
    own: chores::Own,
    choices: Vec<(String, String)>,
}

fn option(holder: Holder, name: String) -> (String, String) {
    (holder.value(), name)
}

/// Who can stand in: of the kind that the chore goes round, everybody.
fn stand_ins(conn: &mut diesel::PgConnection, visit: &Visit, pool_of: PoolOf) -> Result<Vec<(String, String)>> {
    let lang = visit.lang;
    let mut all = vec![(String::new(), lang.t("chore-choose"))];
    match pool_of {
        PoolOf::Unit => {
            let home = |label: String| lang.with("chore-home", &[("label", label.into())]);
            let homes = chores::homes(conn)?.into_iter();
            all.extend(homes.map(|(id, label)| option(Holder::Unit(id), chores::words::capital(&home(label)))));
        }
        PoolOf::Member => {
            let people = members::options(conn, visit.today())?.into_iter();
            all.extend(people.map(|(id, name)| option(Holder::Member(id), name)));
        }
    }
    Ok(all)
}

async fn found(visit: &Visit, id: i64) -> Result<Found> {
    let today = visit.today();
    visit
        .read(move |conn, visit| {
            let mut rest = chores::turns_beside(conn, id)?;
            let place = rest.iter().position(|turn| turn.id == id).ok_or(Error::NotFound)?;
            let turn = rest.remove(place);
            rest.reverse();
            let names = chores::names(conn, std::slice::from_ref(&turn))?;
            let swaps = chores::open_swaps(conn, id)?;
            let own = chores::own_of(conn, member(visit), today)?;
            let choices = stand_ins(conn, visit, turn.pool_of)?;
            Ok(Found { turn, rest, names, swaps, own, choices })
        })
        .await
}

async fn turn_page(visit: &Visit, id: i64, form: Form) -> Result<TurnPage> {
    let Found { turn, rest, names, swaps, own, choices } = found(visit, id).await?;
    let (lang, today) = (visit.lang, visit.today());
    let is_own = |holder: &Holder| own.has(member(visit), *holder);
    let leads = turn.committee_id.is_some_and(|id| own.leads.0.contains(&id));
    let owns = |turn: &Turn| turn.held().iter().any(is_own);
    let takes_part = visit.may(Permission::ChoresOwn);
    let may_manage = visit.may(Permission::ChoresManage) || (leads && takes_part);
    let line = line(lang, &turn, Some(&names), today);
    let can_change = line.is_open && turn.due_on >= today;
    let asked = swaps.iter().any(|swap| swap.state == chores::Stands::Asked);
    let swap_line = |swap: &Swap| {
        let side = |holder: Option<Holder>| holder.as_ref().is_some_and(is_own);
        let is_asked = swap.state == chores::Stands::Asked;
        SwapLine {
            id: swap.id,
            words: swap_words(visit, swap, turn.pool_of),
            may_answer: takes_part && is_asked && side(swap.to()),
            may_withdraw: takes_part && (side(swap.to()) || side(swap.from()) || may_manage),
        }
    };
    let other = |turn: &&Turn| {
        turn.due_on >= today && turn.state() == chores::turns::State::Open && turn.held().len() == 1 && !owns(turn)
    };
    let offered = |other: &Turn| {
        let who: Vec<String> = other.holders.0.iter().map(|held| held.name(lang)).collect();
        (other.id.to_string(), format!("{}, {}", lang.long_day(other.due_on), who.join(", ")))
    };
    let mut others: Vec<(String, String)> = vec![(String::new(), lang.t("chore-choose"))];
    others.extend(rest.iter().filter(other).take(60).map(offered));
    let mut doers: Vec<(String, String)> = turn
        .holders
        .0
        .iter()
        .filter_map(|held| Some((held.holder().filter(|holder| !matches!(holder, Holder::Committee(_)))?, held)))
        .map(|(holder, held)| option(holder, chores::words::capital(&held.name(lang))))
        .collect();
    let me = member(visit).map(Holder::Member);
    doers.extend(me.filter(|me| !turn.held().contains(me)).map(|me| option(me, lang.t("chore-me"))));
    let picked = turn.picked().filter(|_| !turn.is_as_picked());
    let picked = picked.map(|id| if turn.unit_id.is_some() { names.home(id, lang) } else { names.person(id) });
    Ok(TurnPage {
        page: Page::named(visit, "chores", format!("{}, {}", turn.title, lang.day(turn.due_on))).with_form(&form),
        may_swap: takes_part && can_change && owns(&turn) && !asked && others.len() > 1,
        may_hand_over: can_change && !asked && takes_part && (owns(&turn) || may_manage),
        may_tick: line.is_open && takes_part && turn.starts_on.is_none_or(|day| day <= today) && !doers.is_empty(),
        may_manage: may_manage && line.is_open,
        picked: picked.unwrap_or_default(),
        swaps: swaps.iter().map(swap_line).collect(),
        stand_ins: Pick::of(&form, "stand_in", choices),
        others,
        doers,
        form,
        line,
    })
}

fn swap_words(visit: &Visit, swap: &Swap, pool_of: PoolOf) -> String {
    let lang = visit.lang;
    let name = |name: &String| match pool_of {
        PoolOf::Unit if !name.is_empty() => lang.with("chore-home", &[("label", name.as_str().into())]),
        _ => name.clone(),
    };
    let (from, to) = (name(&swap.from_name), name(&swap.to_name));
    let asked = swap.state == chores::Stands::Asked;
    let said = match swap.other_due_on {
        Some(other) => {
            let key = if asked { "chore-swap-line-asked" } else { "chore-swap-line-accepted" };
            let days = [
                ("from", from.into()),
                ("to", to.into()),
                ("day", lang.day(swap.due_on).into()),
                ("other", lang.day(other).into()),
            ];
            lang.with(key, &days)
        }
        None => {
            let key = if asked { "chore-stand-in-asked" } else { "chore-stand-in-accepted" };
            lang.with(key, &[("to", to.into()), ("day", lang.day(swap.due_on).into())])
        }
    };
    chores::words::capital(&said)
}

pub async fn turn(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &turn_page(&visit, id.into_inner(), Form::blank()).await?)
}

/// What was sent from the page of a turn comes back to it with what is wrong.
async fn answered(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &turn_page(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

fn at(id: i64) -> String {
    format!("/chores/turns/{id}")
}

pub async fn tick(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            chores::turn(act.conn, id)?;
            let doers: Vec<Holder> = form.all("did").filter_map(Holder::parse).collect();
            if doers.is_empty() {
                return Err(Error::field("did", "wrong-did-nobody"));
            }
            let moved = chores::tick(act, id, doers)?;
            Ok(Done::to(at(id)).say("chore-ticked", moved.title))
        })
        .await;
    answered(&visit, id, form, outcome).await
}

pub async fn ask(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            chores::turn(act.conn, id)?;
            let other = form.value("swap_with").parse().map_err(|_| Error::field("swap_with", "wrong-choice"))?;
            chores::ask(act, id, other)?;
            Ok(Done::to(at(id)).say("chore-swap-sent", String::new()))
        })
        .await;
    answered(&visit, id, form, outcome).await
}

fn settled(act: &mut Act<'_>, visit: &Visit, id: i64, form: &Form) -> Result<Form> {
    let turn = chores::turn(act.conn, id)?;
    let chore = chores::find(act.conn, turn.chore_id, None, act.today())?;
    pick::settled(form, "stand_in", || stand_ins(act.conn, visit, chore.pool_of))
}

pub async fn hand_over(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, seen) = (id.into_inner(), visit.clone());
    let outcome = visit
        .submit(&form, move |act, form| {
            let form = settled(act, &seen, id, form)?;
            form.reader().finish()?;
            let to = Holder::parse(form.value("stand_in")).ok_or_else(|| Error::field("stand_in", "wrong-choice"))?;
            chores::hand_over(act, id, to)?;
            Ok(Done::to(at(id)).say("chore-swap-sent", String::new()))
        })
        .await;
    answered(&visit, id, form, outcome).await
}

pub async fn skip(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            chores::turn(act.conn, id)?;
            let reader = form.reader();
            let why = reader.required_line("skip_why", 200);
            reader.finish()?;
            let turn = chores::skip(act, id, &why)?;
            Ok(Done::to(format!("/chores/{}", turn.chore_id)).say("chore-skipped", turn.title))
        })
        .await;
    answered(&visit, id, form, outcome).await
}

pub async fn answer(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            chores::swap(act.conn, id)?;
            let yes = match form.value("answer") {
                "yes" => true,
                "no" => false,
                _ => return Err(Error::BadRequest),
            };
            let swap = chores::answer(act, id, yes)?;
            let said = if yes { "chore-swap-agreed" } else { "chore-swap-declined" };
            Ok(Done::to(at(swap.turn_id)).say(said, String::new()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn withdraw(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let swap = chores::withdraw(act, id)?;
            Ok(Done::to(at(swap.turn_id)).say("chore-swap-back", String::new()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
