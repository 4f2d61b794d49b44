//! The urn of a secret vote: what is left to do before it opens, the codes of the scrutineers, the way back of a lost key, and after the close
//! the list of its ballots.

use std::sync::{Arc, OnceLock};

use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use crate::accounts;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::pick::{self, Choice, Pick};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::polls::ballot_box::BallotBox;
use crate::polls::store::urns::{self as rows, Urn};
use crate::polls::urn::{self, codes, published};
use crate::polls::{Answer, Poll, Secrecy, State, store, words};

/// A step of what is left to do: its words, and whether it is done.
struct Step {
    done: bool,
    said: String,
}

#[derive(Template)]
#[template(path = "polls/urn.html")]
struct UrnPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    steps: Vec<Step>,
    /// Settings of the database that would tell, for whoever runs votes.
    settings: Vec<String>,
    /// Two from whom to choose, for an officer who may prepare it.
    people: Option<[Pick; 2]>,
    /// It was prepared before: it can be again.
    again: bool,
    /// The viewer is a scrutineer and can take a code; and has taken one.
    takes: bool,
    has_taken: bool,
    /// The viewer hands papers out and counts them.
    counts: bool,
    /// The time is up and the urn does not open.
    locked: bool,
    recovers: bool,
}

/// What is read for the page.
struct Told {
    poll: Poll,
    urn: Option<Urn>,
    scrutineers: Vec<(i64, String)>,
    settings: Vec<(String, String)>,
    people: Vec<(String, String)>,
    papers: BallotBox,
}

fn read(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Told> {
    let poll = store::poll(conn, id)?;
    let runs = visit.may(Permission::PollsManage);
    if !poll.secrecy.is_secret() || poll.state(visit.now) == State::Draft {
        return Err(Error::NotFound);
    }
    let urn = rows::seen_by(conn, id, visit.viewer()?.account_id)?;
    let scrutineers = match &urn {
        Some(urn) if !urn.scrutineers.is_empty() => members::names_in_order(conn, &urn.scrutineers)?,
        _ => Vec::new(),
    };
    let settings = if runs { rows::telling_settings(conn)? } else { Vec::new() };
    let prepares = runs && urn.as_ref().is_some_and(|urn| urn.is_second);
    let people = if prepares { people(conn)? } else { Vec::new() };
    let papers = match poll.state(visit.now) {
        State::Counting => store::ballot_box::of(conn, id, 0)?,
        _ => BallotBox::default(),
    };
    Ok(Told { poll, urn, scrutineers, settings, people, papers })
}

/// Who can be a scrutineer: members who can sign in.
fn people(conn: &mut PgConnection) -> Result<Vec<Choice>> {
    let ids = rows::who_can_sign_in(conn)?;
    Ok(members::names_in_order(conn, &ids)?.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

fn steps(page: &Page, told: &Told) -> Vec<Step> {
    let (urn, opened) = (told.urn.as_ref(), told.poll.roll_size.is_some());
    let prepared = urn.is_some_and(|urn| urn.public_key.is_some());
    let key = urn.and_then(|urn| urn.public_key.as_deref()).map(urn::fingerprint);
    let mut all = vec![
        Step { done: urn.is_some(), said: page.t("urn-step-announced") },
        Step {
            done: prepared,
            said: match &key {
                Some(key) => page.t1("urn-step-prepared", "key", key.as_str()),
                None => page.t("urn-step-prepare"),
            },
        },
    ];
    for (member, name) in &told.scrutineers {
        let done = urn.is_some_and(|urn| urn.with_code.contains(member));
        let words = if done { "urn-step-code-taken" } else { "urn-step-code" };
        all.push(Step { done, said: page.t1(words, "name", name.as_str()) });
    }
    if told.scrutineers.is_empty() {
        all.push(Step { done: false, said: page.t("urn-step-codes") });
    }
    all.push(Step { done: opened, said: page.t(if opened { "urn-step-opened" } else { "urn-step-opens" }) });
    if let Some(at) = urn.and_then(|urn| urn.key_destroyed_at) {
        all.push(Step { done: true, said: page.t1("urn-step-destroyed", "when", page.moment(&at)) });
    }
    all
}

fn urn_page(visit: &Visit, told: &Told, form: Form) -> Result<UrnPage> {
    let page = Page::new(visit, "polls", "urn-title").with_form(&form);
    let state = told.poll.state(visit.now);
    let coming = state == State::Scheduled;
    let member = visit.viewer()?.member_id;
    let urn = told.urn.as_ref();
    let is_scrutineer = |urn: &Urn| member.is_some_and(|member| urn.scrutineers.contains(&member));
    let prepares = coming && urn.is_some_and(|urn| urn.is_second) && visit.may(Permission::PollsManage);
    let nobody = || std::iter::once((String::new(), page.t("urn-choose")));
    let pick = |name| Pick::of(&form, name, nobody().chain(told.people.iter().cloned()).collect());
    let takes = coming && urn.is_some_and(|urn| is_scrutineer(urn) && urn.public_key.is_some());
    let locked = state == State::Counting && told.papers.is_settled();
    Ok(UrnPage {
        id: told.poll.id,
        name: told.poll.title(visit.lang).to_owned(),
        steps: steps(&page, told),
        settings: told.settings.iter().map(|(name, value)| format!("{name} = {value}")).collect(),
        people: prepares.then(|| [pick("first"), pick("second")]),
        again: urn.is_some_and(|urn| urn.public_key.is_some()),
        takes,
        has_taken: takes && urn.zip(member).is_some_and(|(urn, member)| urn.with_code.contains(&member)),
        counts: told.poll.roll_size.is_some() && (visit.may(Permission::PollsManage) || urn.is_some_and(is_scrutineer)),
        locked,
        recovers: locked && (visit.may(Permission::PollsManage) || urn.is_some_and(is_scrutineer)),
        form,
        page,
    })
}

async fn shown(visit: &Visit, id: i64, form: Form) -> Result<UrnPage> {
    let told = visit.read(move |conn, visit| read(conn, visit, id)).await?;
    urn_page(visit, &told, form)
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Reply {
    page::ok(&visit, &shown(&visit, *id, Form::blank()).await?)
}

/// The page again, with what is wrong.
async fn again(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Reply {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &shown(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn prepare(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let form = &pick::settled(form, "first", || people(act.conn))?;
            let form = &pick::settled(form, "second", || people(act.conn))?;
            let reader = form.reader();
            let chosen = ["first", "second"].map(|field| {
                let member = reader.number(field, 1..=i64::MAX);
                if member.is_none() {
                    reader.refuse(field, "urn-wrong-nobody");
                }
                member.unwrap_or_default()
            });
            reader.finish()?;
            urn::prepare(act, id, chosen)?;
            Ok(Done::to(format!("/polls/{id}/urn")).say("urn-prepared", ""))
        })
        .await;
    again(&visit, id, form, outcome).await
}

#[derive(Template)]
#[template(path = "polls/urn_code.html")]
struct CodePage {
    page: Page,
    id: i64,
    name: String,
    /// Empty when the same form was sent a second time.
    code: String,
    /// Where it is entered if the key is lost.
    address: String,
}

/// Makes a scrutineer's code and shows it, on this answer only.
pub async fn take_code(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let made = Arc::new(OnceLock::new());
    let told = made.clone();
    visit
        .submit(&form, move |act, _| {
            let _ = told.set((urn::take_code(act, id)?, format!("{}/polls/{id}/urn", act.origin())));
            Ok(Done::to(format!("/polls/{id}/urn")))
        })
        .await?;
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    let page = Page::new(&visit, "polls", "urn-code-title");
    let name = poll.title(visit.lang).to_owned();
    let (code, address) = made.get().cloned().unwrap_or_default();
    page::ok(&visit, &CodePage { page, id, name, code, address })
}

/// Codes are tried as passwords are: so often in a while from one network, and for one urn from anywhere.
const TRIED: &str = "recovery";

pub async fn recover(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let outcome = recovered(&visit, id, &form).await;
    again(&visit, id, form, outcome).await
}

async fn recovered(visit: &Visit, id: i64, form: &Form) -> Result<Done> {
    visit.must_be_ours(form)?;
    let (counter, network) = (id.to_string(), visit.network.clone());
    let attempts = visit
        .write(move |act| {
            let is_scrutineer = rows::urn(act.conn, id)?
                .zip(act.member_id().ok())
                .is_some_and(|(urn, member)| urn.scrutineers.contains(&member));
            if !is_scrutineer && !act.may(Permission::PollsManage) {
                return Err(Error::Forbidden);
            }
            accounts::count_attempt(act, TRIED, Some(&counter), &network)
        })
        .await?;
    attempts.or_wait()?;
    let (counter, network) = (id.to_string(), visit.network.clone());
    visit
        .submit(form, move |act, form| {
            let reader = form.reader();
            let code = reader.required_line("recovery_code", 80);
            reader.finish()?;
            urn::recover(act, id, &code)?;
            accounts::forget_attempts(act, TRIED, &counter, &network)?;
            accounts::give_back_attempt(act, TRIED, &network)?;
            Ok(Done::to(format!("/polls/{id}/result")).say("poll-counted", ""))
        })
        .await
}

// ---- the list ----

#[derive(Template)]
#[template(path = "polls/list.html")]
struct ListPage {
    page: Page,
    id: i64,
    name: String,
    digest: String,
    headings: Vec<String>,
    /// A code, and what its ballot says of each question.
    rows: Vec<(String, Vec<String>)>,
}

/// Every ballot of a secret vote by its code, all on one page: it is searched by eye, or by the browser on the reader's own machine. No address
/// leads to one of them.
pub async fn list(visit: Visit, id: web::Path<i64>) -> Reply {
    let id = id.into_inner();
    let (poll, questions, opened) = visit
        .read(move |conn, _| {
            let (poll, questions) = store::whole(conn, id)?;
            Ok((poll, questions, rows::opened(conn, id)?))
        })
        .await?;
    if poll.state(visit.now) != State::Closed || published(poll.secrecy, opened.len()) != Secrecy::List {
        return Err(Error::NotFound);
    }
    let (lang, page) = (visit.lang, Page::new(&visit, "polls", "urn-list-title"));
    let digest = urn::list_digest(&opened.iter().map(urn::Listed::from).collect::<Vec<_>>());
    let said = |ballot: &rows::Opened| -> Vec<String> {
        let pairs = questions.iter().zip(&ballot.answers);
        pairs
            .map(|(question, text)| {
                words::answer(lang, question, &Answer::read(question.method, text).unwrap_or_default())
            })
            .collect()
    };
    page::ok(
        &visit,
        &ListPage {
            id,
            name: poll.title(lang).to_owned(),
            digest,
            headings: match questions.as_slice() {
                [_] => vec![page.t("urn-list-answer")],
                several => several.iter().map(|question| poll.title_of(question, lang)).collect(),
            },
            rows: opened.iter().map(|ballot| (codes::grouped(&ballot.code), said(ballot))).collect(),
            page,
        },
    )
}

// ---- how it works ----

/// A part of the help: its name, and its paragraphs.
const PARTS: [(&str, usize); 6] = [
    ("urn-help-voter", 3),
    ("urn-help-paper", 3),
    ("urn-help-close", 3),
    ("urn-help-wrong", 2),
    ("urn-help-two", 3),
    ("urn-help-trust", 4),
];

#[derive(Template)]
#[template(path = "polls/urn_help.html")]
struct HelpPage {
    page: Page,
    parts: Vec<(&'static str, String, Vec<String>)>,
}

pub async fn help(visit: Visit) -> Reply {
    let page = Page::new(&visit, "help", "urn-help-title");
    let paragraphs = |name: &str, many| (1..=many).map(|number| page.t(&format!("{name}-{number}"))).collect();
    let parts = PARTS.map(|(name, many)| (name, page.t(name), paragraphs(name, many))).to_vec();
    page::ok(&visit, &HelpPage { page, parts })
}
