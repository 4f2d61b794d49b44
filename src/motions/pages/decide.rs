//! One motion: what it says, who has an interest in it, and what the hands decided.

use actix_web::web;
use askama::Template;

use super::{Line, casting_words, goes_on, line, majority, seen};
use crate::coops;
use crate::motions::{self, Casting, Hands, Motion, Status, rules};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Done, Visit};

#[derive(Template)]
#[template(path = "motions/show.html")]
struct ShowPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    line: Line,
    majority: String,
    /// What it read before amendments changed it, the first first.
    earlier: Vec<String>,
    /// Amendments to it.
    amendments: Vec<Line>,
    /// Whether one is still to be voted before it.
    waits: bool,
    recused: Vec<(i64, String)>,
    /// Whether the visitor can write here what comes of it.
    runs: bool,
    /// The vote by which it is decided, or was.
    poll: Option<i64>,
    /// The ways to vote on phones and paper, where it can be voted so.
    hows: Vec<(String, String)>,
    seconded: bool,
    present: Vec<(String, String)>,
    castings: Vec<(String, String)>,
}

/// What a motion read at first and after each amendment but the last.
fn earlier<'a>(all: &'a [Motion], motion: &'a Motion) -> Vec<&'a Motion> {
    let mut carried: Vec<&Motion> =
        all.iter().filter(|one| one.amends == Some(motion.id) && one.status == Status::Carried).collect();
    carried.sort_by_key(|one| one.decided_at);
    carried.pop();
    let any = all.iter().any(|one| one.amends == Some(motion.id) && one.status == Status::Carried);
    if any { std::iter::once(motion).chain(carried).collect() } else { Vec::new() }
}

async fn show_page(visit: &Visit, id: i64, number: i32, form: Form) -> Result<ShowPage> {
    let held = seen(visit, id).await?;
    let (lang, sits, leads) = (visit.lang, held.meeting.sits, held.leads);
    let (all, profile, present) = visit
        .read(move |conn, _| {
            let present = if leads { motions::present(conn, id)? } else { Vec::new() };
            Ok((motions::list(conn, id, sits)?, coops::rule_profile(conn)?, present))
        })
        .await?;
    let motion = all.iter().find(|one| one.number == number).ok_or(Error::NotFound)?;
    let amendments: Vec<&Motion> = all.iter().filter(|one| one.amends == Some(motion.id)).collect();
    Ok(ShowPage {
        page: Page::named(visit, "meetings", lang.with("motion-number", &[("number", number.into())])).with_form(&form),
        form,
        id,
        title: held.meeting.title(lang).to_owned(),
        line: line(lang, &all, motion),
        majority: majority(lang, &profile, motion.special),
        earlier: earlier(&all, motion).into_iter().map(|one| one.words(lang).to_owned()).collect(),
        waits: amendments.iter().any(|one| one.is_open()),
        amendments: amendments.into_iter().map(|one| line(lang, &all, one)).collect(),
        recused: motion.recused.0.clone(),
        runs: leads && goes_on(&held) && motion.is_open() && !motion.is_voted_on(),
        poll: motion.poll_id,
        hows: if rules::can_be_polled(&held.meeting, motion) {
            ["open", "secret"].map(|word| (word.to_owned(), lang.t_of("vote-how-", word))).to_vec()
        } else {
            Vec::new()
        },
        seconded: motion.seconder.is_some(),
        present: present.into_iter().map(|(member, name)| (member.to_string(), name)).collect(),
        castings: if profile.chair_casts { casting_words(lang) } else { Vec::new() },
    })
}

pub async fn show(visit: Visit, path: web::Path<(i64, i32)>) -> Answer {
    let (id, number) = path.into_inner();
    page::ok(&visit, &show_page(&visit, id, number, Form::blank()).await?)
}

pub(super) async fn pressed(
    visit: Visit,
    form: Form,
    (id, number): (i64, i32),
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<Done> + Send + 'static,
) -> Answer {
    // who may not see it, or not lead, is told so before anything that was typed
    let held = seen(&visit, id).await?;
    if !held.leads {
        return Err(Error::Forbidden);
    }
    match visit.submit(&form, verb).await {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &show_page(&visit, id, number, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

fn at(id: i64, number: i32) -> String {
    format!("/meetings/{id}/motions/{number}")
}

/// The member that a field names.
fn named(form: &Form, field: &str) -> Result<i64> {
    let reader = form.reader();
    let member = reader.number(field, 1..=i64::MAX);
    if member.is_none() {
        reader.refuse(field, "wrong-motion-nobody");
    }
    reader.finish()?;
    Ok(member.unwrap_or_default())
}

pub async fn second(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    pressed(visit, form, (id, number), move |act, form| {
        motions::second(act, id, number, named(form, "seconder")?)?;
        Ok(Done::to(at(id, number)).say("motion-seconded", ""))
    })
    .await
}

pub async fn recuse(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    pressed(visit, form, (id, number), move |act, form| {
        let back = !form.value("back").is_empty();
        motions::recuse(act, id, number, named(form, "recused")?, back)?;
        Ok(Done::to(at(id, number)).say("motion-recused", ""))
    })
    .await
}

pub async fn declare(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    pressed(visit, form, (id, number), move |act, form| {
        let reader = form.reader();
        let hands =
            ["votes_for", "votes_against", "votes_abstain"].map(|field| reader.number(field, 0..=rules::HANDS_MAX));
        if hands.iter().all(Option::is_none) {
            reader.refuse("votes_for", "wrong-motion-count");
        }
        let casting = reader.choice("chair_vote", &Casting::ALL);
        reader.finish()?;
        let [in_favour, against, abstained] = hands.map(|many| many.unwrap_or(0));
        let status = motions::decide(act, id, number, Hands { in_favour, against, abstained }, casting)?;
        let said = if status == Status::Carried { "motion-is-carried" } else { "motion-is-lost" };
        Ok(Done::to(at(id, number)).say(said, number.to_string()))
    })
    .await
}

pub async fn withdraw(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    pressed(visit, form, (id, number), move |act, _| {
        motions::withdraw(act, id, number)?;
        Ok(Done::to(at(id, number)).say("motion-is-withdrawn", number.to_string()))
    })
    .await
}
