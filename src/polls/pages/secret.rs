//! The ballot of a secret vote: looked at beside its code, cast once, and the page that says that it is in the urn.
//!
//! Nothing is remembered of these requests: no form, no draft, no event, and not that the session was used.

use actix_web::web;
use askama::Template;
use chrono::DateTime;

use super::ballot::{CheckPage, Paper, check_page};
use super::fields::read;
use super::{late, show};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::session;
use crate::platform::visit::{Act, Visit};
use crate::polls::paper::Question;
use crate::polls::store::reads;
use crate::polls::urn::{self, ALREADY, LOOK_AGAIN, Shown, Voter, codes};
use crate::polls::{Ballot, HOME_HAS_VOTED, Poll, State, TOO_LATE, store};

/// Fields of the check page alone.
const OF_CHECK: [&str; 4] = ["checked", "code", "until", "signature"];

/// What came of a paper that was sent.
pub enum Sent {
    /// It is in the urn; so many have voted.
    Cast(i32),
    Look(Box<(Poll, Vec<Question>, Ballot, Shown)>),
}

/// A paper, sent to be looked at or to be cast.
pub async fn send(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    session::leave_as_it_is();
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form) {
        return show::again(visit, id, form.with_errors(errors)).await;
    }
    let checked = !form.value("checked").is_empty();
    match sent(&visit, id, &form, checked).await {
        Ok(Sent::Cast(voters)) => {
            let coop = visit.coop()?.id.0;
            urn::note(&visit.state, coop, id, voters);
            Ok(page::see_other(&format!("/polls/{id}/recorded")))
        }
        Ok(Sent::Look(looked)) => looked_at(&visit, Paper::Secret, *looked, &form, ""),
        // It was shown too long ago, or for something else: they look at it once more.
        Err(Error::Conflict(LOOK_AGAIN)) => match sent(&visit, id, &form, false).await? {
            Sent::Look(looked) => looked_at(&visit, Paper::Secret, *looked, &form, LOOK_AGAIN),
            Sent::Cast(_) => Err(Error::BadRequest),
        },
        Err(Error::Invalid(errors)) => show::again(visit, id, form.with_errors(errors)).await,
        Err(Error::Conflict(TOO_LATE)) => late::late(&visit, id).await,
        Err(Error::Conflict(ALREADY | HOME_HAS_VOTED)) => Ok(page::see_other(&format!("/polls/{id}/recorded"))),
        Err(error) => Err(error),
    }
}

async fn sent(visit: &Visit, id: i64, form: &Form, checked: bool) -> Result<Sent> {
    let form = form.clone();
    visit
        .write(move |act| {
            in_person(act)?;
            let session = act.viewer.ok_or(Error::Forbidden)?.session.clone();
            let voter = Voter { member: act.member_id()?, session };
            take(act, id, &voter, &form, checked)
        })
        .await
}

/// Takes a paper to be looked at or to be cast.
///
/// # Errors
/// Those of `urn::show` and `urn::cast`.
pub fn take(act: &mut Act<'_>, id: i64, voter: &Voter, form: &Form, checked: bool) -> Result<Sent> {
    store::hold_open(act.conn, id)?;
    let (poll, questions) = store::whole(act.conn, id)?;
    if !poll.secrecy.is_secret() {
        return Err(Error::NotFound);
    }
    let ballot = Ballot { reason: None, ..read(&questions, form)? };
    urn::check(&questions, &ballot)?;
    if checked {
        let shown = shown(form).ok_or(Error::Conflict(LOOK_AGAIN))?;
        return Ok(Sent::Cast(urn::cast(act, id, voter, &questions, &ballot, &shown)?));
    }
    if store::has_voted(act.conn, id, voter.member)? {
        return Err(Error::Conflict(ALREADY));
    }
    if poll.state(act.now) != State::Open {
        return Err(Error::Conflict(TOO_LATE));
    }
    let word = codes::own_word(form.value("own_word")).ok_or(Error::field("own_word", "urn-wrong-word"))?;
    let shown = urn::show(act, id, voter, &ballot.answers, &word)?;
    Ok(Sent::Look(Box::new((poll, questions, ballot, shown))))
}

/// Nobody votes secretly for somebody else, not the office either.
fn in_person(act: &Act<'_>) -> Result<()> {
    let acting = act.viewer.is_some_and(|viewer| viewer.acting.is_some());
    if acting { Err(Error::Conflict("urn-conflict-acting")) } else { Ok(()) }
}

/// What the check page showed, as it comes back.
fn shown(form: &Form) -> Option<Shown> {
    let until = form.value("until").parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0))?;
    let codes: Vec<String> = form.all("code").map(str::to_owned).collect();
    Some(Shown { codes, until, signature: form.value("signature").to_owned() })
}

/// The page of a look.
pub fn looked_at(
    visit: &Visit,
    paper: Paper,
    (poll, questions, ballot, shown): (Poll, Vec<Question>, Ballot, Shown),
    form: &Form,
    remark: &'static str,
) -> Reply {
    let name = poll.title(visit.lang).to_owned();
    let plain = Form::filled(
        form.fields().filter(|(name, _)| !OF_CHECK.contains(name)).map(|(name, value)| (name, value.to_owned())),
    );
    let mut check: CheckPage = check_page(visit, (poll.id, paper), name, &questions, &ballot, &plain);
    check.with_codes(visit.lang, &shown, poll.secrecy, remark);
    page::ok(visit, &check)
}

#[derive(Template)]
#[template(path = "polls/recorded.html")]
struct RecordedPage {
    page: Page,
    id: i64,
    name: String,
    lines: Vec<String>,
}

/// That a ballot is in the urn: no choice, no code, no time. The same page at any time, for whoever has voted.
pub async fn recorded(visit: Visit, id: web::Path<i64>) -> Reply {
    let id = id.into_inner();
    session::leave_as_it_is();
    let member = visit.viewer()?.member_id;
    let (poll, voted) = visit
        .read(move |conn, _| {
            let poll = store::poll(conn, id)?;
            let own = member.map(|member| reads::own(conn, id, member)).transpose()?.unwrap_or_default();
            Ok((poll, own.in_urn && !own.on_paper))
        })
        .await?;
    if !poll.secrecy.is_secret() || !voted {
        return Ok(page::see_other(&format!("/polls/{id}")));
    }
    let page = Page::new(&visit, "polls", "urn-recorded-title");
    let lines = vec![
        page.t("urn-recorded-final"),
        page.t1("urn-recorded-results", "when", page.moment(&poll.closes_at)),
        page.t_of("urn-recorded-", poll.secrecy.word()),
        page.t("urn-recorded-told"),
    ];
    page::ok(&visit, &RecordedPage { id, name: poll.title(visit.lang).to_owned(), lines, page })
}
