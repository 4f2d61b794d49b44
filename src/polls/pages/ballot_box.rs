//! The ballot box of a secret vote, for those who run votes and its two scrutineers: papers to print, whom one was handed to, and once nobody
//! votes any more the way to their count.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use super::papers;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::pick::{self, Choice, Pick};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::polls::ballot_box::{self, BallotBox, Difference, PaperVoter};
use crate::polls::{Answer, Poll, Question, State, store, words};

/// So few papers tell whoever counts them how somebody voted.
const FEW: i64 = 5;

/// A person who has a paper.
struct Handed {
    member: i64,
    name: String,
    papers: i32,
}

/// Where two readings of a paper differ: what each of them says.
struct Differing {
    number: i32,
    first: String,
    second: String,
}

/// The papers as they are counted.
struct Count {
    /// What each of the two has read so far, in words.
    readings: [String; 2],
    /// The viewer reads, or can.
    reads: bool,
    differing: Vec<Differing>,
    /// Both readings are complete and the same: it can be signed. By the viewer, too.
    agree: bool,
    signs: bool,
    /// How it stands with the signatures.
    signed: String,
}

#[derive(Template)]
#[template(path = "polls/ballot_box.html")]
struct BoxPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    /// Papers can be printed.
    prints: bool,
    /// From whom to choose, while the vote is open.
    voters: Option<Pick>,
    /// The same for who votes with help.
    helped: Option<Pick>,
    handed: Vec<Handed>,
    /// How many papers are out, and how many were replaced.
    out: i64,
    spoiled: i32,
    /// Whoever counts so few can guess who voted how.
    few: bool,
    count: Option<Count>,
    /// What was signed for, after the count.
    account: Vec<String>,
    /// Nothing is to be done yet, or any more.
    remark: String,
}

struct Told {
    poll: Poll,
    questions: Vec<Question>,
    account: i64,
    ballot_box: BallotBox,
    handed: Vec<PaperVoter>,
    /// Who votes in it, by name, while it is open.
    on_roll: Vec<Choice>,
    differences: Vec<Difference>,
}

/// Who votes in it, by name.
pub fn on_roll(conn: &mut PgConnection, id: i64) -> Result<Vec<Choice>> {
    let members = store::roll::members(conn, id, false)?;
    Ok(members::names_in_order(conn, &members)?.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

fn read(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Told> {
    let (poll, questions) = store::whole(conn, id)?;
    if !poll.secrecy.is_secret() || poll.state(visit.now) == State::Draft {
        return Err(Error::NotFound);
    }
    let ballot_box = must_be_asked(conn, visit, id)?;
    let account = visit.viewer()?.account_id;
    let state = poll.state(visit.now);
    let handed = if state == State::Open { store::ballot_box::voters(conn, id)? } else { Vec::new() };
    let on_roll = if state == State::Open { on_roll(conn, id)? } else { Vec::new() };
    let differences = if state == State::Counting { store::ballot_box::differences(conn, id)? } else { Vec::new() };
    Ok(Told { poll, questions, account, ballot_box, handed, on_roll, differences })
}

/// What a paper says, in one line.
fn said(lang: Lang, questions: &[Question], answers: Option<&Vec<String>>) -> String {
    match answers {
        None => lang.t("paper-not-read"),
        Some(answers) if answers.is_empty() => lang.t("paper-unreadable"),
        Some(answers) => {
            let answer = |(question, text): (&Question, &String)| {
                words::answer(lang, question, &Answer::read(question.method, text).unwrap_or_default())
            };
            questions.iter().zip(answers).map(answer).collect::<Vec<_>>().join("; ")
        }
    }
}

impl Count {
    fn of(page: &Page, told: &Told) -> Self {
        let (lang, ballot_box) = (page.lang(), &told.ballot_box);
        let of = |reading: i32, words: &str| page.t1(words, "many", ballot_box.read(reading));
        let complete = ballot_box.first_read == ballot_box.second_read && told.differences.is_empty();
        let differing = told.differences.iter().map(|one| Differing {
            number: one.number,
            first: said(lang, &told.questions, one.first.as_ref()),
            second: said(lang, &told.questions, one.second.as_ref()),
        });
        // As long as the second one has not begun, nothing differs.
        let differing = if ballot_box.second_read == 0 { Vec::new() } else { differing.collect() };
        Self {
            readings: [of(1, "paper-first-read"), of(2, "paper-second-read")],
            reads: ballot_box.reading_of(told.account).is_some(),
            agree: complete,
            signs: complete && ballot_box.is_second_signer,
            signed: match ballot_box.signed_first_at {
                Some(at) => page.t1("paper-signed-first", "when", page.moment(&at)),
                None => String::new(),
            },
            differing,
        }
    }
}

/// "12 handed out. 1 spoiled and replaced. …" Nothing where nobody had a paper, and nobody was helped.
pub fn account(page: &Page, ballot_box: &BallotBox) -> Vec<String> {
    let helped = (ballot_box.helped > 0).then(|| page.t1("paper-helped", "many", ballot_box.helped));
    if !ballot_box.is_used() {
        return helped.into_iter().collect();
    }
    let mut lines = vec![page.t1("paper-of-handed", "many", ballot_box.handed)];
    if ballot_box.spoiled > 0 {
        lines.push(page.t1("paper-of-spoiled", "many", ballot_box.spoiled));
    }
    lines.push(page.t1("paper-of-counted", "many", ballot_box.counted()));
    if ballot_box.rejected > 0 {
        lines.push(page.t1("paper-of-rejected", "many", ballot_box.rejected));
    }
    lines.push(page.t1("paper-of-missing", "many", ballot_box.not_returned()));
    lines.extend(helped);
    lines
}

/// Why a secret vote is not counted, or not yet, as a key of the words.
pub fn uncounted(conn: &mut PgConnection, poll: &Poll, state: State) -> Result<String> {
    Ok(match state {
        State::Disputed => {
            format!("urn-disputed-{}", store::urns::urn(conn, poll.id)?.map(|urn| urn.disputed).unwrap_or_default())
        }
        State::Counting if poll.secrecy.is_secret() && !store::ballot_box::of(conn, poll.id, 0)?.is_settled() => {
            "paper-counting".to_owned()
        }
        _ => String::new(),
    })
}

fn box_page(visit: &Visit, told: &Told, form: Form) -> BoxPage {
    let page = Page::new(visit, "polls", "paper-title").with_form(&form);
    let (state, ballot_box) = (told.poll.state(visit.now), &told.ballot_box);
    let papers: HashMap<String, &PaperVoter> =
        told.handed.iter().map(|voter| (voter.member_id.to_string(), voter)).collect();
    let handed = told.on_roll.iter().filter_map(|(member, name)| {
        let voter = papers.get(member)?;
        Some(Handed { member: voter.member_id, name: name.clone(), papers: voter.papers })
    });
    let counting = state == State::Counting && ballot_box.is_used() && !ballot_box.is_settled();
    let pick = |name: &str| {
        let nobody = std::iter::once((String::new(), page.t("urn-choose")));
        (state == State::Open).then(|| Pick::of(&form, name, nobody.chain(told.on_roll.iter().cloned()).collect()))
    };
    BoxPage {
        id: told.poll.id,
        name: told.poll.title(visit.lang).to_owned(),
        prints: papers::are_printable(&told.poll, &told.questions, state),
        voters: pick("paper_voter"),
        helped: pick("booth_voter"),
        handed: handed.collect(),
        out: ballot_box.handed,
        spoiled: ballot_box.spoiled,
        few: matches!(state, State::Open | State::Counting) && (1..FEW).contains(&ballot_box.handed),
        count: counting.then(|| Count::of(&page, told)),
        account: if ballot_box.is_used() && ballot_box.is_settled() { account(&page, ballot_box) } else { Vec::new() },
        remark: match state {
            State::Scheduled => page.t("paper-before"),
            State::Open | State::Counting => String::new(),
            _ if ballot_box.is_used() => String::new(),
            _ => page.t("paper-none"),
        },
        form,
        page,
    }
}

async fn shown(visit: &Visit, id: i64, form: Form) -> Result<BoxPage> {
    let told = visit.read(move |conn, visit| read(conn, visit, id)).await?;
    Ok(box_page(visit, &told, form))
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Reply {
    page::ok(&visit, &shown(&visit, *id, Form::blank()).await?)
}

/// The page again, with what is wrong.
pub async fn again(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Reply {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &shown(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

fn here(id: i64) -> String {
    format!("/polls/{id}/paper")
}

/// Papers are for those who run votes and for the scrutineers.
pub fn must_be_asked(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<BallotBox> {
    ballot_box::must_be_asked(conn, id, visit.viewer.as_ref(), visit.may(Permission::PollsManage))
}

pub async fn hand_out(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let form = &pick::settled(form, "paper_voter", || on_roll(act.conn, id))?;
            let reader = form.reader();
            let member = reader.number("paper_voter", 1..=i64::MAX);
            if member.is_none() {
                reader.refuse("paper_voter", "urn-wrong-nobody");
            }
            reader.finish()?;
            let member = member.unwrap_or_default();
            ballot_box::hand_out(act, id, member)?;
            let name = members::names_in_order(act.conn, &[member])?.pop().map(|(_, name)| name).unwrap_or_default();
            Ok(Done::to(here(id)).say("paper-handed", name))
        })
        .await;
    again(&visit, id, form, outcome).await
}

pub async fn take_back(visit: Visit, at: web::Path<(i64, i64)>, form: Form) -> Reply {
    let (id, member) = at.into_inner();
    let outcome = visit
        .submit(&form, move |act, _| {
            ballot_box::take_back(act, id, member)?;
            Ok(Done::to(here(id)).say("paper-taken-back", ""))
        })
        .await;
    again(&visit, id, form, outcome).await
}

pub async fn spoil(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, _| {
            ballot_box::spoil(act, id)?;
            Ok(Done::to(here(id)).say("paper-spoiled", ""))
        })
        .await;
    again(&visit, id, form, outcome).await
}
