//! The pages of elections: the list, one election with all that concerns it, and the help. Setting one up is in `manage`, what people do in
//! it in `acts`, and vacant seats in `seats`.

pub mod acts;
pub mod manage;
mod parts;
pub mod seats;

use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use super::{Candidacy, Election, Stands, Status, store, voting};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{Choice, Pick};
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;
use crate::polls;
use crate::polls::appeals::Contested;
use crate::polls::pages::appeals;
use parts::{Card, Office, Own, Tag};

/// An election as a row.
struct Row {
    id: i64,
    title: String,
    tag: Tag,
    fact: String,
}

#[derive(Template)]
#[template(path = "elections/index.html")]
struct ElectionsPage {
    page: Page,
    running: Vec<Row>,
    over: Vec<Row>,
}

pub async fn index(visit: Visit) -> Answer {
    let all = visit.read(|conn, visit| super::list(conn, visit.may(Permission::PollsManage))).await?;
    let page = Page::new(&visit, "elections", "elections-title");
    let row = |one: &Election| Row {
        id: one.id,
        title: one.title(visit.lang).to_owned(),
        tag: parts::tag(&visit, one),
        fact: parts::next_step(&page, one),
    };
    let (running, over): (Vec<&Election>, Vec<&Election>) = all
        .iter()
        .partition(|one| matches!(one.status, Status::Draft | Status::Called | Status::Voting | Status::Declared));
    let (running, over) = (running.into_iter().map(row).collect(), over.into_iter().map(row).collect());
    page::ok(&visit, &ElectionsPage { page, running, over })
}

#[derive(Template)]
#[template(path = "elections/show.html")]
struct ElectionPage {
    page: Page,
    form: Form,
    id: i64,
    tag: Tag,
    next: String,
    facts: Vec<(String, String)>,
    details: String,
    rules: Vec<String>,
    /// Why it was called off, or is void.
    reason: String,
    /// The vote, and whether it takes ballots.
    poll: Option<i64>,
    is_open: bool,
    /// What its urn still needs.
    urn: Option<Vec<String>>,
    /// Names are nobody's business yet, and how many stand.
    hidden: Option<String>,
    candidates: Vec<Card>,
    result: Option<String>,
    following: Vec<String>,
    own: Own,
    /// Others can be put up.
    people: Option<Pick>,
    /// What is contested of its vote.
    appeals: Vec<appeals::Row>,
    contests: bool,
    office: Office,
}

/// What is read for the page.
struct Found {
    election: Election,
    candidacies: Vec<Candidacy>,
    contested: Option<Contested>,
    /// Members who can be put up, where somebody can.
    people: Vec<(i64, String)>,
}

fn find(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Found> {
    let election = store::find(conn, id)?;
    if election.status == Status::Draft && !visit.may(Permission::PollsManage) {
        return Err(Error::NotFound);
    }
    let today = visit.today();
    let member = visit.viewer()?.member_id.filter(|_| visit.may(Permission::PollsVote));
    let nominates = election.takes_nominations(today) && election.plan.by_others && member.is_some();
    let people = if nominates { members::options(conn, today)? } else { Vec::new() };
    let declared = !matches!(election.status, Status::Draft | Status::Called | Status::Voting);
    Ok(Found {
        candidacies: store::candidacies(conn, id)?,
        contested: match election.poll_id.filter(|_| declared) {
            Some(poll) => Some(polls::appeals::of(conn, poll)?),
            None => None,
        },
        people,
        election,
    })
}

async fn election_page(visit: &Visit, id: i64, mut form: Form) -> Result<ElectionPage> {
    let found = visit.read(move |conn, visit| find(conn, visit, id)).await?;
    let Found { election, candidacies, .. } = &found;
    manage::fill_days(&mut form, election, visit.coop()?);
    let (lang, member) = (visit.lang, visit.viewer()?.member_id);
    let page = Page::named(visit, "elections", election.title(lang)).with_form(&form);
    let stand = candidacies.iter().filter(|one| one.status == Stands::Standing).count();
    let hidden = election.hides_names().then(|| match election.status {
        Status::Cancelled => lang.t("election-sealed-for-good"),
        _ => lang.with(
            "election-sealed",
            &[("count", stand.into()), ("day", lang.long_day(election.plan.nominate_until).into())],
        ),
    });
    let own = member.and_then(|member| candidacies.iter().find(|one| one.member_id == member));
    let people = (!found.people.is_empty()).then(|| {
        let others = found.people.iter().filter(|(one, _)| Some(*one) != member);
        let nobody = (String::new(), lang.t("election-choose"));
        let all: Vec<Choice> =
            std::iter::once(nobody).chain(others.map(|(one, name)| (one.to_string(), name.clone()))).collect();
        Pick::of(&form, "nominee", all)
    });
    let following = parts::following(candidacies);
    Ok(ElectionPage {
        id,
        tag: parts::tag(visit, election),
        next: parts::next_step(&page, election),
        facts: parts::facts(&page, election),
        details: markdown::html(election.details(lang), 3),
        rules: voting::rules(lang, election),
        reason: election.reason.clone(),
        poll: election.poll_id,
        is_open: election.is_open,
        urn: parts::urn(&page, election),
        candidates: if hidden.is_some() { Vec::new() } else { parts::cards(&page, candidacies) },
        hidden,
        result: parts::result(lang, election, candidacies),
        following: if election.way.is_some() { following } else { Vec::new() },
        own: parts::own(&page, election, own),
        people,
        contests: found.contested.as_ref().is_some_and(|contested| contested.until.is_some()),
        appeals: found.contested.iter().flat_map(|contested| appeals::shown(&page, contested, false)).collect(),
        office: parts::office(&page, election, candidacies),
        page,
        form,
    })
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &election_page(&visit, *id, Form::blank()).await?)
}

/// The page again, with what is wrong in one of its forms.
async fn refused(visit: &Visit, id: i64, form: Form) -> Answer {
    page::refused(visit, &election_page(visit, id, form).await?)
}

/// What a verb on the page comes to: back to it with a message, or what is wrong beside the field.
async fn submit(
    visit: &Visit,
    id: i64,
    form: Form,
    said: &'static str,
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<()> + Send + 'static,
) -> Answer {
    let outcome = visit
        .submit(&form, move |act, form| {
            verb(act, form)?;
            Ok(page_of(id).say(said, ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => refused(visit, id, form.with_errors(errors)).await,
        Err(error) => Err(error),
    }
}

fn page_of(id: i64) -> crate::platform::visit::Done {
    crate::platform::visit::Done::to(format!("/elections/{id}"))
}

#[derive(Template)]
#[template(path = "elections/help.html")]
struct HelpPage {
    page: Page,
    parts: Vec<(String, Vec<String>)>,
}

/// How an election goes, in plain words.
pub async fn help(visit: Visit) -> Answer {
    let page = Page::new(&visit, "elections", "election-help-title");
    let part = |name: &str, many: usize| {
        let words = (1..=many).map(|number| page.t(&format!("election-help-{name}-{number}"))).collect();
        (page.t(&format!("election-help-{name}")), words)
    };
    let parts = vec![part("call", 2), part("stand", 3), part("paper", 3), part("result", 3), part("vacancy", 2)];
    page::ok(&visit, &HelpPage { page, parts })
}

fn both(lang: Lang, english: &str, french: &str) -> String {
    let (own, other) = if lang == Lang::En { (english, french) } else { (french, english) };
    if own.is_empty() { other.to_owned() } else { own.to_owned() }
}
