//! One vote: what it is about, its ballot for whoever is on the roll, its figures as far as they may be seen.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use chrono::{DateTime, Utc};
use diesel::PgConnection;

use super::ballot::Paper;
use super::calls::{Call, calls, is_callable, short};
use super::fields::{self, Fields};
use super::tally::TallyBlock;
use super::{acts, ballot_box, case, closes, corrections, guests, roll};
use crate::comments::Discussion;
use crate::comments::pages::Block;
use crate::coops::VoteOf;
use crate::counted;
use crate::files::{File, pages as files};
use crate::members::{self, Absence, Standing};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::{Permission, Role};
use crate::polls::corrections::Correction;
use crate::polls::roll::LeftOut;
use crate::polls::store::reads::{self, Own};
use crate::polls::store::{Calls, Entire};
use crate::polls::trial::Tried;
use crate::polls::{self, Counted, Poll, Question, Shows, State, Status, proxies, slice, store, words};

/// What stands where the ballot is.
enum Booth {
    /// The ballot, with the words of its button, and what the viewer voted so far.
    Vote { act: &'static str, said: String },
    /// Why there is none.
    Cannot { why: String },
    /// The vote is over, or only looked at: what the viewer voted.
    None { said: String },
}

#[derive(Template)]
#[template(path = "polls/show.html")]
pub struct PollPage {
    page: Page,
    form: Form,
    id: i64,
    /// Its ballot is only tried, before it opens; and whether an order of its choices is drawn then.
    trial: bool,
    drawn: bool,
    /// Where the ballot is sent, and whether it goes into an urn.
    action: String,
    secret: bool,
    when: String,
    /// That its end was moved, and other things to know before one votes.
    notes: Vec<String>,
    calls: Vec<Call>,
    /// It had no quorum, and can be called again.
    callable: bool,
    /// The text, as HTML.
    details: String,
    case: case::Block,
    /// When its text was changed, after others had seen it.
    changed: String,
    /// What was misspelt and corrected since it opened.
    corrected: Vec<corrections::Line>,
    questions: Vec<Fields>,
    tally: Option<TallyBlock>,
    /// The figures for somebody who has voted, where the live part must not show them.
    figures: Vec<words::Shown>,
    live: bool,
    /// It closes at a time that can be put into a calendar.
    ahead: bool,
    booth: Booth,
    /// How the viewer's home votes, and how many votes they have.
    home: Vec<String>,
    /// Last part of an address and its words: what else somebody on the roll can do.
    more: Vec<(&'static str, &'static str)>,
    /// When the ballot that the page shows was cast; empty without one.
    seen: String,
    /// Last part of an address and the words for it, for whoever runs votes.
    manage: Vec<(&'static str, &'static str)>,
    files: files::Block,
    talk: Block,
}

/// A vote as its page needs it.
struct Shown {
    poll: Poll,
    questions: Vec<Question>,
    /// What the ballots say so far, once the vote has opened.
    counted: Vec<Counted>,
    own: Own,
    /// Others of the viewer's home on the roll, by id.
    names: HashMap<i64, String>,
    /// How the viewer stood when the vote opened, if they are not on the roll.
    standing: Option<(Standing, Absence)>,
    said: Discussion,
    files: Vec<File>,
    corrections: Vec<Correction>,
    calls: Calls,
    /// Why a secret vote is not counted, or not yet: a key of the words; empty where it is, or will be by itself.
    uncounted: String,
}

impl Shown {
    fn read(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Self> {
        let Entire { poll, questions, files, corrections, calls, .. } = store::entire(conn, id)?;
        let state = poll.state(visit.now);
        if state == State::Draft && !visit.may(Permission::PollsManage) {
            return Err(Error::NotFound);
        }
        let said = Block::read(conn, slice::POLL.word, id)?;
        if poll.roll_size.is_none() {
            return Ok(Self {
                poll,
                questions,
                counted: Vec::new(),
                own: Own::default(),
                names: HashMap::new(),
                standing: None,
                said,
                files,
                corrections,
                calls,
                uncounted: String::new(),
            });
        }
        let counted = polls::counted(conn, &poll, &questions, visit.lang)?;
        let member = visit.viewer()?.member_id;
        let own = member.map(|member| reads::own(conn, id, member)).transpose()?.unwrap_or_default();
        let opened_on = clock::date_in(visit.coop()?.zone, poll.opened_at.unwrap_or(visit.now));
        let standing = match member {
            Some(member) if !own.on_roll && own.left_out.is_none() => {
                Some(members::absence(conn, member, opened_on, poll.opened_at.unwrap_or(visit.now))?)
            }
            _ => None,
        };
        let mates: Vec<i64> = own.answered.iter().chain(&own.awaited).copied().chain(own.cast_by).collect();
        let names = if mates.is_empty() { HashMap::new() } else { members::names(conn, &mates)? };
        let uncounted = ballot_box::uncounted(conn, &poll, state)?;
        Ok(Self { poll, questions, counted, own, names, standing, said, files, corrections, calls, uncounted })
    }

    /// "Ann and Bo".
    fn list(&self, lang: Lang, ids: &[i64]) -> String {
        let names: Vec<String> = ids.iter().filter_map(|id| self.names.get(id).cloned()).collect();
        counted::list(lang, &names)
    }

    /// A vote that is tried: as it would be if it opened now, for somebody on its roll.
    fn tried(tried: Tried) -> Self {
        let own = Own { on_roll: true, weight: 1, ..Own::default() };
        let Tried { poll, questions, counted, files } = tried;
        let (names, said) = (HashMap::new(), Discussion::default());
        let (corrections, calls) = (Vec::new(), Calls::default());
        let uncounted = String::new();
        Self { poll, questions, counted, own, names, standing: None, said, files, corrections, calls, uncounted }
    }

    /// The ballot that the viewer cast, as a form.
    fn form(&self) -> Form {
        fields::filled(&self.questions, self.own.answers.as_deref().unwrap_or_default(), &self.own.reason)
    }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let shown = visit.read(move |conn, visit| Shown::read(conn, visit, id)).await?;
    if shown.poll.status == Status::Draft {
        return Ok(page::see_other(&format!("/polls/{id}/setup")));
    }
    page::ok(&visit, &poll_page(&visit, &shown, shown.form())?)
}

/// The page with a ballot that was not cast: as it was filled in.
pub async fn again(visit: Visit, id: i64, form: Form) -> Answer {
    let shown = visit.read(move |conn, visit| Shown::read(conn, visit, id)).await?;
    page::refused(&visit, &poll_page(&visit, &shown, form)?)
}

/// The page of a vote that is tried, with what was filled in so far: what voters will see, less what there is only once it is open.
pub fn trial_page(visit: &Visit, tried: Tried, form: Form) -> Result<PollPage> {
    let shown = Shown::tried(tried);
    let page = poll_page(visit, &shown, form)?;
    let drawn = shown.questions.iter().any(|question| question.shuffled);
    let booth = Booth::Vote { act: "poll-cast", said: String::new() };
    let action = Paper::Trial.address(shown.poll.id);
    Ok(PollPage { trial: true, drawn, action, booth, live: false, ahead: false, more: Vec::new(), ..page })
}

fn poll_page(visit: &Visit, shown: &Shown, form: Form) -> Result<PollPage> {
    let (lang, poll) = (visit.lang, &shown.poll);
    let state = poll.state(visit.now);
    let page = Page::named(visit, "polls", poll.title(lang)).with_form(&form);
    let open = matches!(state, State::Open | State::Counting);
    let hidden = open && poll.shows == Shows::Voted && shown.own.answers.is_some();
    // Where the figures are seen, only a vote in which everybody voted can be closed early.
    let manages = visit.may(Permission::PollsManage);
    let all_voted = shown.counted.first().is_some_and(|one| one.voted >= one.roll);
    let offered = |(act, _): &(&str, &str)| *act != "closing" || poll.shows == Shows::Closed || all_voted;
    let secret = poll.secrecy.is_secret();
    let announced = secret && !matches!(state, State::Draft);
    let urn = announced.then_some([("urn", "urn-title"), ("paper", "paper-title")]).into_iter().flatten();
    let guests = guests::has_page(poll).then_some(("guests", "guests-title"));
    let tally = || TallyBlock::new(lang, page.zone(), poll, &shown.counted, visit.now);
    let talk = Block::new(visit, &page, &format!("/polls/{}", poll.id), poll.closed_at, &shown.said)?;
    Ok(PollPage {
        form,
        id: poll.id,
        trial: false,
        drawn: false,
        action: (if secret { Paper::Secret } else { Paper::Own }).address(poll.id),
        secret,
        when: when(lang, &page, poll, state, visit.now),
        notes: std::iter::once(&shown.uncounted)
            .filter(|key| !key.is_empty())
            .map(|key| lang.t(key))
            .chain(notes(&page, poll, state))
            .collect(),
        calls: calls(&page, poll, shown.calls, short(&shown.counted)),
        callable: short(&shown.counted) && is_callable(poll, shown.calls),
        details: markdown::html(poll.details(lang), 2),
        case: case::Block::new(lang, &poll.case, 2),
        changed: poll
            .text_changed_at
            .map_or_else(String::new, |at| page.t1("poll-text-changed", "when", page.moment(&at))),
        corrected: corrections::made(&page, &shown.questions, &shown.corrections),
        questions: fields::fields(lang, &shown.questions, poll.quorum_roll.or(poll.roll_size).map(i64::from)),
        tally: (poll.roll_size.is_some() && !matches!(state, State::Void | State::Disputed)).then(tally),
        figures: if hidden { words::shown(lang, poll, &shown.counted, false) } else { Vec::new() },
        live: open,
        ahead: matches!(state, State::Scheduled | State::Open) && poll.meeting_id.is_none(),
        booth: booth(visit, shown, state, &page),
        home: home(lang, shown),
        more: more(shown, state),
        seen: shown.own.cast_at.map_or_else(String::new, |at| at.to_rfc3339()),
        manage: acts::links(poll, state)
            .into_iter()
            .filter(offered)
            .chain(urn)
            .chain(guests)
            .filter(|_| manages)
            .collect(),
        files: files::Block::new(&page, &shown.files),
        talk,
        page,
    })
}

/// The line under the title: when it opens, closes, closed.
fn when(lang: Lang, page: &Page, poll: &Poll, state: State, now: DateTime<Utc>) -> String {
    let moment = |at: &DateTime<Utc>| page.moment(at);
    match state {
        State::Scheduled if poll.meeting_id.is_some() => lang.t("poll-at-meeting-coming"),
        State::Open if poll.meeting_id.is_some() => lang.t("poll-at-meeting-now"),
        State::Scheduled => lang.with(
            "poll-opens",
            &[("opens", moment(&poll.opens_at).into()), ("closes", moment(&poll.closes_at).into())],
        ),
        State::Draft => lang.t("poll-draft"),
        State::Missed => lang.t("poll-missed"),
        State::Open | State::Counting => closes(lang, page, poll.closes_at, now),
        State::Closed => {
            lang.with("poll-closed", &[("when", moment(&poll.closed_at.unwrap_or(poll.closes_at)).into())])
        }
        State::Cancelled => lang.t("poll-cancelled"),
        State::Disputed => lang.t("poll-disputed"),
        State::Void => {
            lang.with("poll-void-since", &[("when", moment(&poll.voided_at.unwrap_or(poll.closes_at)).into())])
        }
    }
}

/// What to know of a vote before one votes: whether it decides, when its figures are shown, and how its end was moved.
pub fn notes(page: &Page, poll: &Poll, state: State) -> Vec<String> {
    let mut notes = Vec::new();
    if state == State::Void {
        notes.push(page.t1("poll-void-note", "reason", poll.void_reason.as_str()));
    }
    if !poll.binding {
        notes.push(page.t("poll-advisory"));
    }
    if poll.secrecy.is_secret() && state != State::Void {
        notes.push(page.t_of("poll-secrecy-note-", poll.secrecy.word()));
    }
    let tells = poll.shows != Shows::Live && !poll.secrecy.is_secret() && poll.meeting_id.is_none();
    if tells && matches!(state, State::Open | State::Scheduled) {
        notes.push(words::shows(page.lang(), poll.shows));
    }
    if let Some(first) = poll.announced_closes_at {
        notes.push(page.t1("poll-extended-note", "when", page.moment(&first)));
    }
    if poll.status == Status::Closed && poll.closed_at.is_some_and(|at| at < poll.closes_at) {
        notes.push(page.t1("poll-closed-early", "when", page.moment(&poll.closes_at)));
    }
    notes
}

fn booth(visit: &Visit, shown: &Shown, state: State, page: &Page) -> Booth {
    let said = match &shown.own {
        own if own.on_paper => page.t("paper-yours"),
        own if own.in_urn => page.t("urn-recorded"),
        own => said(visit.lang, page, &shown.questions, own),
    };
    match state {
        State::Open if shown.own.in_urn => Booth::None { said },
        State::Open => match why_not(visit, shown, page) {
            Some(why) => Booth::Cannot { why },
            None if shown.own.answers.is_some() => Booth::Vote { act: "poll-change", said },
            None if shown.poll.secrecy.is_secret() => Booth::Vote { act: "urn-look", said },
            None => Booth::Vote { act: "poll-cast", said },
        },
        _ => Booth::None { said },
    }
}

/// "Your vote is recorded: For (Thursday 20 November 2026, 7:42 p.m.)."
pub fn said(lang: Lang, page: &Page, questions: &[Question], own: &Own) -> String {
    let (Some(answers), Some(at)) = (&own.answers, own.cast_at) else { return String::new() };
    let answer = |(question, text): (&Question, &String)| {
        let answer = polls::Answer::read(question.method, text).unwrap_or_default();
        words::answer(lang, question, &answer)
    };
    let choice = questions.iter().zip(answers).map(answer).collect::<Vec<_>>().join("; ");
    lang.with("poll-you-voted-at", &[("choice", choice.into()), ("when", page.moment(&at).into())])
}

/// Why somebody has no ballot in an open vote. `None` when they have one.
fn why_not(visit: &Visit, shown: &Shown, page: &Page) -> Option<String> {
    let lang = visit.lang;
    let viewer = visit.viewer.as_ref()?;
    if viewer.role == Role::Observer || !visit.may(Permission::PollsVote) {
        return Some(lang.t("poll-cannot-observer"));
    }
    if shown.own.on_roll {
        let by_other = shown.poll.vote_of == VoteOf::HomeFirst && !shown.own.answered.is_empty();
        return by_other
            .then(|| lang.with("poll-home-voted", &[("names", shown.list(lang, &shown.own.answered).into())]));
    }
    if let Some(reason) = shown.own.left_out {
        return Some(roll::why(page, &shown.poll, reason));
    }
    let Some((standing, absence)) = shown.standing else { return Some(lang.t("poll-cannot-no-member")) };
    let opened = page.day(&page.day_of(&shown.poll.opened_at.unwrap_or(shown.poll.opens_at)));
    let key = match absence {
        Absence::Status(members::Status::Auxiliary) => "poll-cannot-auxiliary",
        Absence::Status(members::Status::Suspended) => "poll-cannot-suspended",
        Absence::Status(members::Status::Applicant | members::Status::Former) => "poll-cannot-joined-after",
        Absence::Owed => "poll-cannot-owed",
        Absence::EnteredLater | Absence::Status(_) => "poll-cannot-registered-after",
    };
    Some(lang.with(key, &[("opened", opened.into()), ("joined", page.day(&standing.joined_on).into())]))
}

/// How the viewer's home votes, and how many votes they have, for whoever fills the ballot in.
fn home(lang: Lang, shown: &Shown) -> Vec<String> {
    let own = &shown.own;
    let votes = [("many", own.weight.into())];
    let mut notes = Vec::new();
    if let Some(by) = own.cast_by {
        notes.push(lang.with("proxy-voted-for-you", &[("name", shown.list(lang, &[by]).into())]));
    }
    match shown.poll.vote_of {
        VoteOf::Member => {}
        VoteOf::HomeFirst => notes.push(lang.with("poll-home-first", &votes)),
        VoteOf::HomeJointly => {
            notes.push(lang.with("poll-home-jointly", &votes));
            if !own.answered.is_empty() {
                notes.push(lang.with("poll-home-answered", &[("names", shown.list(lang, &own.answered).into())]));
            }
            if !own.awaited.is_empty() {
                notes.push(lang.with("poll-home-awaited", &[("names", shown.list(lang, &own.awaited).into())]));
            }
            if own.answers.is_some() && own.awaited.is_empty() && !own.answered.is_empty() {
                notes.push(lang.t(if own.agree { "poll-home-agrees" } else { "poll-home-differs" }));
            }
        }
        VoteOf::Shares => notes.push(lang.with("poll-weighs", &votes)),
    }
    notes
}

/// Proxies and interests, for whoever is or was on the roll.
fn more(shown: &Shown, state: State) -> Vec<(&'static str, &'static str)> {
    let own = &shown.own;
    let interested = own.left_out == Some(LeftOut::Interest);
    let coming = state == State::Scheduled;
    let proxies = proxies::are_known(&shown.poll) && (coming || (own.on_roll && state == State::Open));
    let interest = state == State::Open && (own.on_roll || interested) && !own.in_urn;
    let words = if interested { "interest-back" } else { "interest-title" };
    let all = [("proxies", "proxies-title", proxies), ("interest", words, interest)];
    all.into_iter().filter(|one| one.2).map(|(address, words, _)| (address, words)).collect()
}
