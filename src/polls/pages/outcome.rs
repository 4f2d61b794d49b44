//! The result of a vote, explained as sums.
//!
//! Who voted how is for those who take part in votes. Others (observers) see the counts.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use super::appeals;
use super::calls::{Call, calls};
use super::roll::with_place;
use super::show::{notes, said};
use super::times::{Times, times};
use super::{Page, ballot_box, case, corrections, files, guests};
use crate::counted;
use crate::files::pages::Block;
use crate::members;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::polls::ballot_box::BallotBox;
use crate::polls::paper;
use crate::polls::store::{self, reads};
use crate::polls::urn;
use crate::polls::{Counted, Decision, Poll, Question, Secrecy, Status, Verdict, words};

/// The most names on the page; the file has them all.
const NAMES_MAX: i64 = 1_000;

/// A count as a page tells it: the same of a vote and of an example in the help.
pub struct Told {
    /// How it was counted: a word of `Method`, and of the address that explains it.
    pub method: &'static str,
    pub outcome: &'static str,
    pub outcome_words: String,
    pub sentence: String,
    pub picture: words::Picture,
    /// The same where everybody weighs one.
    pub plain: Option<words::Picture>,
    pub rule: String,
    /// What happened, in sentences, where more did than adding up; and as tables.
    pub rounds: Vec<String>,
    pub tables: Vec<counted::Table>,
    /// What became of the papers: the name of the table, and its lines.
    pub aside_title: String,
    pub aside: Vec<words::Line>,
    pub tests: Vec<words::Test>,
}

impl Told {
    pub fn of(lang: Lang, counted: &Counted) -> Self {
        let (question, named) = (&counted.question, counted.in_language(lang));
        let outcome = counted.verdict.word();
        let told = !question.method.has_sides();
        let rounds = if told { counted::rounds(lang, &named) } else { Vec::new() };
        Self {
            method: question.method.word(),
            outcome,
            outcome_words: lang.t_of("poll-tag-", outcome),
            sentence: words::outcome_of(lang, counted),
            picture: words::picture(lang, counted, true),
            plain: words::plain(lang, counted, true),
            rule: words::rule_of(lang, question, Some(counted.attendance.roll)),
            rounds: rounds.into_iter().filter(|round| !round.is_empty()).collect(),
            tables: if told { counted::tables(lang, &named) } else { Vec::new() },
            aside_title: lang.t("poll-apart"),
            aside: words::papers::set_aside(lang, counted),
            tests: words::tests_of(lang, counted),
        }
    }
}

/// What came of one question.
struct Part {
    /// Empty where the vote has one question.
    title: String,
    /// Its number in the register of decisions; 0 for what only advises.
    number: i32,
    decided: String,
    told: Told,
    /// Addresses of the ballots without names, as files that count alike elsewhere.
    files: Vec<(String, &'static str)>,
    /// Who gave which answer, where there are sides; their number otherwise.
    groups: Vec<(String, Vec<String>)>,
}

impl Part {
    /// As it stands by now: what was counted of a vote that is void is no outcome.
    fn standing(mut self, lang: Lang, void: bool) -> Self {
        if void {
            let counted = lang.with("poll-void-counted", &[("outcome", self.told.sentence.into())]);
            (self.told.outcome, self.told.outcome_words) = (Verdict::Rejected.word(), lang.t("poll-status-void"));
            self.told.sentence = counted;
        }
        self
    }
}

/// Who voted, what they answered, and why.
pub struct Voter {
    /// With the home for which they voted, or how many votes they have.
    pub name: String,
    /// Not where those of a home did not all say the same.
    pub counts: bool,
    pub answers: Vec<paper::Answer>,
    pub reason: String,
}

#[derive(Template)]
#[template(path = "polls/result.html")]
struct ResultPage {
    page: Page,
    id: i64,
    decided: String,
    /// It is void: what stands here is evidence, and no result.
    void: bool,
    /// What anybody can take away to check it.
    bundle: Option<files::Taken>,
    notes: Vec<String>,
    calls: Vec<Call>,
    parts: Vec<Part>,
    said: String,
    /// Of a secret vote: what is published of its ballots, and whether there is a list of them.
    secret: Option<String>,
    list: bool,
    /// What became of its papers, where there were any.
    papers: Vec<String>,
    /// It can be, or could be, contested; and what is contested of it.
    contested: Option<Vec<appeals::Row>>,
    /// What was misspelt and corrected while it was open.
    corrected: Vec<corrections::Line>,
    /// The text, as HTML.
    details: String,
    case: case::Block,
    /// The files that were voted on.
    attached: Block,
    names_shown: bool,
    /// More names than the page shows.
    more: bool,
    /// Name and answers, where a question has no sides to group by.
    voters: Vec<(String, String)>,
    /// Ballots of homes whose people did not all say the same, which do not count.
    apart: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    /// Who can make it when, where times were asked about.
    times: Vec<Times>,
    /// How many guests answered, and for those who see names, who answered what.
    guests_said: String,
    guests: Vec<guests::Line>,
}

/// Everybody who voted, by name.
pub fn named(conn: &mut PgConnection, lang: Lang, questions: &[Question], id: i64, limit: i64) -> Result<Vec<Voter>> {
    let ballots = reads::ballots(conn, id, limit)?;
    let ids: Vec<i64> = ballots.iter().flat_map(|ballot| [Some(ballot.member_id), ballot.cast_by]).flatten().collect();
    let mut of_each: HashMap<i64, Vec<reads::Named>> = HashMap::new();
    ballots.into_iter().for_each(|ballot| of_each.entry(ballot.member_id).or_default().push(ballot));
    let names = members::names_in_order(conn, &ids)?;
    let of: HashMap<i64, String> = names.iter().cloned().collect();
    let voter = |name: &str, ballot: reads::Named| {
        let read =
            |(question, text): (&Question, &String)| paper::Answer::read(question.method, text).unwrap_or_default();
        let name = match ballot.cast_by.and_then(|by| of.get(&by)) {
            Some(by) => lang.with("proxy-line", &[("giver", name.into()), ("holder", by.as_str().into())]),
            None => name.to_owned(),
        };
        let name = with_place(&name, ballot.home.as_ref(), ballot.weight);
        Voter {
            name,
            counts: ballot.counts,
            answers: questions.iter().zip(&ballot.answers).map(read).collect(),
            reason: ballot.reason,
        }
    };
    let mut voters = Vec::new();
    for (member, name) in names {
        let theirs = of_each.remove(&member).unwrap_or_default();
        voters.extend(theirs.into_iter().map(|ballot| voter(&name, ballot)));
    }
    Ok(voters)
}

/// What was asked, in order.
pub fn asked(decisions: &[Decision]) -> Vec<Question> {
    decisions.iter().map(|decision| decision.counted.question.clone()).collect()
}

fn part(lang: Lang, page: &Page, decision: &Decision, several: bool, voters: &[Voter], published: Secrecy) -> Part {
    let counted = &decision.counted;
    let question = &counted.question;
    let at = usize::try_from(question.number - 1).unwrap_or(0);
    let group = |side: &paper::Side| {
        let gave = |voter: &&Voter| voter.counts && voter.answers.get(at) == Some(&paper::Answer::Side(*side));
        let names = voters.iter().filter(gave).map(|voter| voter.name.clone()).collect();
        (lang.t_of("poll-", side.word()), names)
    };
    Part {
        title: if several { decision.title(lang).to_owned() } else { String::new() },
        number: decision.number,
        decided: match decision.number {
            0 => String::new(),
            number => page.t1("poll-decided-number", "number", number),
        },
        told: Told::of(lang, counted),
        files: if published == Secrecy::Figures { Vec::new() } else { files::of_question(decision.poll_id, question) },
        groups: if published == Secrecy::Open {
            question.method.sides().iter().map(group).collect()
        } else {
            Vec::new()
        },
    }
}

/// What the records have of the viewer: how they voted, or that they did.
fn recorded(page: &Page, questions: &[Question], own: &reads::Own) -> String {
    match own {
        own if own.on_paper => page.t("paper-said"),
        own if own.in_urn => page.t("urn-said-voted"),
        own => said(page.lang(), page, questions, own),
    }
}

/// The papers of a secret vote.
fn papers(conn: &mut PgConnection, poll: &Poll) -> Result<BallotBox> {
    if poll.secrecy.is_secret() { store::ballot_box::of(conn, poll.id, 0) } else { Ok(BallotBox::default()) }
}

pub async fn result(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let takes_part = visit.may(Permission::PollsVote);
    let (decisions, entire, voters, (own, said_beside), (bundle, papers)) = visit
        .read(move |conn, visit| {
            let entire = store::entire(conn, id)?;
            let (decisions, bundle) = files::Taken::found(conn, visit, &entire)?;
            let shown = takes_part && entire.poll.secrecy == Secrecy::Open && !decisions.is_empty();
            let voters = if shown { named(conn, visit.lang, &asked(&decisions), id, NAMES_MAX)? } else { Vec::new() };
            let member = visit.viewer()?.member_id;
            let (own, beside) = match member {
                _ if !entire.poll.binding => store::guests::said_beside(conn, id, member)?,
                Some(member) => (reads::own(conn, id, member)?, Vec::new()),
                None => Default::default(),
            };
            let papers = papers(conn, &entire.poll)?;
            Ok((decisions, entire, voters, (own, beside), (bundle, papers)))
        })
        .await?;
    let poll = &entire.poll;
    let names_shown = takes_part && poll.secrecy == Secrecy::Open;
    let void = poll.status == Status::Void;
    let short = decisions.iter().any(|one| one.counted.verdict == Verdict::NoQuorum);
    let Some(first) = decisions.first() else { return Ok(page::see_other(&format!("/polls/{id}"))) };
    let (lang, questions) = (visit.lang, asked(&decisions));
    let published = urn::published(poll.secrecy, usize::try_from(first.counted.voted).unwrap_or(0));
    let page = Page::named(&visit, "polls", poll.title(lang));
    let sided = questions.iter().all(|question| question.method.has_sides());
    let answers = |voter: &Voter| {
        let said = questions.iter().zip(&voter.answers).map(|(question, answer)| words::answer(lang, question, answer));
        (voter.name.clone(), said.collect::<Vec<_>>().join("; "))
    };
    let counting = voters.iter().filter(|voter| voter.counts);
    let reasons = voters.iter().filter(|voter| !voter.reason.is_empty());
    let guests = if names_shown { guests::voters(lang, &questions, &said_beside) } else { Vec::new() };
    let result = ResultPage {
        id,
        decided: page.t1("poll-closed", "when", page.moment(&first.decided_at)),
        notes: notes(&page, poll, poll.state(visit.now)),
        calls: calls(&page, poll, entire.calls, short),
        parts: decisions
            .iter()
            .map(|one| part(lang, &page, one, decisions.len() > 1, &voters, published))
            .map(|part| part.standing(lang, void))
            .collect(),
        void,
        bundle,
        said: recorded(&page, &questions, &own),
        papers: ballot_box::account(&page, &papers),
        contested: entire.contested.until.map(|_| appeals::shown(&page, &entire.contested, false)),
        secret: poll.secrecy.is_secret().then(|| page.t_of("urn-result-", published.word())),
        list: published == Secrecy::List && !void,
        corrected: corrections::made(&page, &questions, &entire.corrections),
        details: markdown::html(poll.details(lang), 3),
        case: case::Block::new(lang, &poll.case, 3),
        attached: Block::new(&page, &entire.files),
        names_shown,
        times: if names_shown { times(lang, &decisions, &voters, &guests) } else { Vec::new() },
        guests_said: guests::many(lang, said_beside.len()),
        guests: guests.iter().map(|guest| guests::Line::of(lang, &questions, guest)).collect(),
        more: voters.len() as i64 >= NAMES_MAX,
        voters: if sided { Vec::new() } else { counting.clone().map(answers).collect() },
        apart: voters.iter().filter(|voter| !voter.counts).map(answers).collect(),
        reasons: reasons.map(|voter| (voter.name.clone(), voter.reason.clone())).collect(),
        page,
    };
    page::ok(&visit, &result)
}
