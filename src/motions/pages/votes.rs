//! The page of a meeting's votes: what each came to, and for who leads it, the buttons that open and end them.

use actix_web::web;
use askama::Template;

use super::decide::pressed;
use super::{goes_on, seen};
use crate::motions;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Done, Visit};
use crate::policy::Permission;
use crate::polls::{self, AtMeeting, State, words};

/// A vote in the list.
struct Vote {
    pub id: i64,
    pub title: String,
    pub tag: (&'static str, String),
    /// How many voted, or what it came to.
    pub words: String,
    /// What can be pressed: that it opens, ends, is not taken here.
    pub opens: bool,
    pub ends: bool,
    pub leaves: bool,
    /// Whether papers can be handed out, or are to be counted.
    pub papers: bool,
}

/// Whether somebody leads the meeting while it goes on, and whether they run votes.
#[derive(Debug, Clone, Copy)]
struct Can {
    pub leads: bool,
    pub runs: bool,
}

fn vote(lang: Lang, one: &AtMeeting, can: Can, now: chrono::DateTime<chrono::Utc>) -> Vote {
    let (poll, state) = (&one.poll, one.state(now));
    let secret = poll.secrecy.is_secret();
    let (class, key) = match state {
        State::Draft | State::Scheduled | State::Missed => ("", "vote-coming"),
        State::Open => ("lamp", "vote-open"),
        State::Counting => ("lamp", if one.counts_papers { "vote-papers" } else { "vote-counting" }),
        State::Closed => ("ok", "vote-ended"),
        State::Disputed => ("bad", "vote-disputed"),
        State::Cancelled => ("", "vote-off"),
        State::Void => ("bad", "vote-void"),
    };
    let words = match state {
        // who comes and goes would tell who voted
        State::Open if secret => lang.t("vote-open-secret"),
        State::Open => words::turnout(lang, poll.vote_of, one.voted.into(), poll.roll_size.unwrap_or(0).into()),
        State::Void => lang.with("poll-void-note", &[("reason", poll.void_reason.as_str().into())]),
        _ => one.told(lang),
    };
    let coming = state == State::Scheduled;
    Vote {
        id: poll.id,
        title: poll.title(lang).to_owned(),
        tag: (class, lang.t(key)),
        words,
        opens: can.leads && coming,
        ends: can.leads && state == State::Open,
        leaves: can.runs && coming,
        papers: secret && matches!(state, State::Open | State::Counting) && can.runs,
    }
}

#[derive(Template)]
#[template(path = "motions/votes.html")]
struct VotesPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    votes: Vec<Vote>,
    /// For who runs votes, until the meeting is over: those that could be taken to it.
    takes: bool,
    free: Vec<(String, String)>,
}

async fn votes_page(visit: &Visit, id: i64, form: Form) -> Result<VotesPage> {
    let held = seen(visit, id).await?;
    let lang = visit.lang;
    let runs = visit.may(Permission::PollsManage);
    let takes = runs && held.meeting.kind.is_general() && !held.is_over();
    let (votes, free) = visit
        .read(move |conn, _| {
            let free = if takes { polls::can_be_taken_to(conn, lang)? } else { Vec::new() };
            Ok((polls::at_meeting(conn, id)?, free))
        })
        .await?;
    let can = Can { leads: held.leads && goes_on(&held), runs };
    Ok(VotesPage {
        page: Page::new(visit, "meetings", "votes-title").with_form(&form),
        form,
        id,
        title: held.meeting.title(lang).to_owned(),
        votes: votes.iter().map(|one| vote(lang, one, can, visit.now)).collect(),
        takes,
        free: free.into_iter().map(|(poll, title)| (poll.to_string(), title)).collect(),
    })
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &votes_page(&visit, *id, Form::blank()).await?)
}

/// Does something on the page of votes; what is wrong stands there.
async fn done_here(
    visit: Visit,
    form: Form,
    id: i64,
    verb: impl FnOnce(&mut Act<'_>, &Form) -> Result<Done> + Send + 'static,
) -> Answer {
    seen(&visit, id).await?;
    match visit.submit(&form, verb).await {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &votes_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

fn here(id: i64) -> String {
    format!("/meetings/{id}/votes")
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    done_here(visit, form, id, move |act, form| {
        let reader = form.reader();
        let poll = reader.number("poll_id", 1..=i64::MAX);
        if poll.is_none() {
            reader.refuse("poll_id", "wrong-choice");
        }
        reader.finish()?;
        motions::take_vote(act, id, poll.unwrap_or_default())?;
        Ok(Done::to(here(id)).say("vote-taken", ""))
    })
    .await
}

/// What is pressed beside a vote.
pub async fn change(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, poll) = path.into_inner();
    done_here(visit, form, id, move |act, form| {
        let said = match form.value("vote") {
            "open" => motions::open_vote(act, id, poll).map(|()| "vote-opened"),
            "end" => motions::end_vote(act, id, poll).map(|()| "vote-is-ended"),
            "leave" => motions::give_back(act, id, poll).map(|()| "vote-left"),
            _ => Err(Error::BadRequest),
        }?;
        Ok(Done::to(here(id)).say(said, ""))
    })
    .await
}

/// A motion is voted on phones and paper.
pub async fn vote_on(visit: Visit, path: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = path.into_inner();
    pressed(visit, form, (id, number), move |act, form| {
        let reader = form.reader();
        let secret = reader.required_choice("vote_how", &[("open", false), ("secret", true)]).unwrap_or_default();
        reader.finish()?;
        let poll = motions::vote_on(act, id, number, secret)?;
        let done = if secret {
            Done::to(format!("/polls/{poll}")).say("vote-secret-made", "")
        } else {
            Done::to(here(id)).say("vote-opened", "")
        };
        Ok(done.made(poll))
    })
    .await
}
