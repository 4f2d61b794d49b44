//! Saying whether one comes, signed in or by the link of a mail; and who comes, for whoever prepares the meeting.

use actix_web::web;
use askama::Template;

use super::form::own;
use super::{member, when};
use crate::coops;
use crate::meetings::replies::{self, Coming, NEEDS_MAX, NewReply, Reply};
use crate::meetings::rules;
use crate::meetings::{self, Meeting, Status, store};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "meetings/reply.html")]
struct ReplyPage {
    page: Page,
    form: Form,
    action: String,
    /// Where the meeting is shown; none by a link of a mail.
    back: Option<String>,
    name: String,
    title: String,
    when: String,
    place: String,
    online: String,
    options: Vec<(String, String, String)>,
    /// Who can vote for them; empty where nobody can.
    holders: Vec<(String, String)>,
    /// They said so of another day or place.
    is_old: bool,
    /// It is off, over or past: nothing is asked.
    over: Option<String>,
    /// It was just kept.
    said: Option<String>,
}

/// Who replies, and how.
struct By {
    member: i64,
    name: String,
    token: Option<String>,
}

impl By {
    fn action(&self, meeting: i64) -> String {
        match &self.token {
            Some(token) => format!("/meetings/{meeting}/reply/{token}"),
            None => format!("/meetings/{meeting}/reply"),
        }
    }
}

async fn reply_page(visit: &Visit, id: i64, by: &By, form: Option<Form>, fresh: bool) -> Result<ReplyPage> {
    let (who, signed_in) = (by.member, by.token.is_none());
    let (meeting, own, called, holders) = visit
        .read(move |conn, visit| {
            let today = visit.today();
            let meeting = meetings::find(conn, id, Some(who), today)?;
            let proxies = coops::rule_profile(conn)?.proxies_max > 0 && meeting.kind.is_general() && signed_in;
            let holders = if proxies { members::choices(conn, today, String::new())? } else { Vec::new() };
            let called = store::calling::is_callee(conn, &meeting, who, today)?;
            Ok((meeting.clone(), replies::of_member(conn, &meeting, who)?, called, holders))
        })
        .await?;
    if !called {
        return Err(Error::Forbidden);
    }
    let lang = visit.lang;
    let form = form.unwrap_or_else(|| match &own {
        Some(own) => Form::filled([
            ("reply", own.answer.word().to_owned()),
            ("holder", own.holder_id.map_or_else(String::new, |holder| holder.to_string())),
            ("needs", own.needs.clone()),
        ]),
        None => Form::blank(),
    });
    let can = |answer: &Coming| match answer {
        Coming::Online => !meeting.online.is_empty(),
        Coming::Proxy => !holders.is_empty(),
        Coming::InPerson | Coming::Regrets => true,
    };
    let option = |(word, _): (&str, Coming)| {
        (word.to_owned(), lang.t_of("reply-own-", word), lang.t(&format!("reply-own-{word}-help")))
    };
    let over = match () {
        () if !meeting.is_on() => Some(lang.with("reply-off", &[("why", meeting.cancelled_why.as_str().into())])),
        () if meeting.held_on < visit.today() || meeting.ended_at.is_some() => Some(lang.t("reply-over")),
        () => None,
    };
    let said = own.as_ref().filter(|own| fresh && !own.is_old).map(|own| lang.t_of("reply-kept-", own.answer.word()));
    Ok(ReplyPage {
        page: Page::new(visit, if signed_in { "meetings" } else { "" }, "reply-title").with_form(&form),
        action: by.action(id),
        back: signed_in.then(|| format!("/meetings/{id}")),
        name: by.name.clone(),
        title: meeting.title(lang).to_owned(),
        when: when(lang, &meeting),
        place: meeting.place.clone(),
        online: meeting.online.clone(),
        options: Coming::ALL.into_iter().filter(|(_, answer)| can(answer)).map(option).collect(),
        holders,
        is_old: own.is_some_and(|own| own.is_old),
        over,
        said,
        form,
    })
}

fn read(form: &Form) -> Result<NewReply> {
    let reader = form.reader();
    let answer = reader.required_choice("reply", &Coming::ALL);
    let holder_id = (answer == Some(Coming::Proxy)).then(|| form.value("holder").parse().ok()).flatten();
    let needs = reader.text("needs", NEEDS_MAX);
    reader.finish()?;
    let Some(answer) = answer else { return Err(Error::BadRequest) };
    Ok(NewReply { answer, holder_id, needs })
}

async fn oneself(visit: &Visit) -> Result<By> {
    let id = member(visit).ok_or(Error::Forbidden)?;
    let name = visit.read(move |conn, _| members::name(conn, id)).await?;
    Ok(By { member: id, name, token: None })
}

pub async fn reply_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let by = oneself(&visit).await?;
    page::ok(&visit, &reply_page(&visit, *id, &by, None, false).await?)
}

pub async fn reply(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let by = oneself(&visit).await?;
    visit.read(move |conn, visit| meetings::find(conn, id, member(visit), visit.today())).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form)?;
            replies::reply_oneself(act, id, &new)?;
            Ok(Done::to(format!("/meetings/{id}")).say(&format!("reply-kept-{}", new.answer.word()), ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &reply_page(&visit, id, &by, Some(form.with_errors(errors)), false).await?)
        }
        Err(error) => Err(error),
    }
}

/// Whose link it is; who follows it need not be signed in, and if they are it changes nothing.
async fn of_link(visit: &Visit, id: i64, token: &str) -> Result<(Visit, By)> {
    let found = replies::of_token(&visit.state.keys, visit.coop()?.id, id, token).ok_or(Error::NotFound)?;
    let nobody = visit.as_nobody();
    let name = nobody.read(move |conn, _| members::name(conn, found)).await?;
    Ok((nobody, By { member: found, name, token: Some(token.to_owned()) }))
}

/// Scanners open links: opening this one says nothing.
pub async fn link_form(visit: Visit, at: web::Path<(i64, String)>) -> Answer {
    let (id, token) = at.into_inner();
    let (nobody, by) = of_link(&visit, id, &token).await?;
    page::ok(&nobody, &reply_page(&nobody, id, &by, None, true).await?)
}

pub async fn link_reply(visit: Visit, at: web::Path<(i64, String)>, form: Form) -> Answer {
    let (id, token) = at.into_inner();
    let (nobody, by) = of_link(&visit, id, &token).await?;
    let (who, to) = (by.member, by.action(id));
    let outcome = nobody
        .submit(&form, move |act, form| {
            let new = read(form)?;
            replies::reply(act, id, who, &new)?;
            Ok(Done::to(to))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&nobody, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&nobody, &reply_page(&nobody, id, &by, Some(form.with_errors(errors)), false).await?)
        }
        Err(Error::Conflict("conflict-reply-late")) => {
            page::refused(&nobody, &reply_page(&nobody, id, &by, None, false).await?)
        }
        Err(error) => Err(error),
    }
}

// ---- who comes ----

struct Said {
    name: String,
    answer: String,
    needs: String,
    is_old: bool,
}

#[derive(Template)]
#[template(path = "meetings/replies.html")]
struct RepliesPage {
    page: Page,
    id: i64,
    title: String,
    when: String,
    /// "23 come, 2 from afar, 5 cannot, 34 have not answered".
    tally: String,
    /// Whether those who come would be enough.
    outlook: Option<(String, bool)>,
    groups: Vec<(String, Vec<Said>)>,
    silent: Vec<String>,
    may_remind: bool,
}

/// Whether a general meeting would have its quorum with those who said that they come.
fn quorum_words(
    visit: &Visit,
    profile: &coops::RuleProfile,
    votes: &[i64],
    homes: &std::collections::HashMap<i64, i64>,
    all: &[Reply],
) -> (String, bool) {
    let counts = |reply: &&Reply| {
        !reply.is_old
            && votes.contains(&reply.member_id)
            && (reply.answer != Coming::Regrets)
            && (reply.answer != Coming::Online || profile.meets_online)
    };
    let there: Vec<i64> = all.iter().filter(counts).map(|reply| reply.member_id).collect();
    let lit: std::collections::HashSet<i64> = there.iter().filter_map(|member| homes.get(member)).copied().collect();
    let size = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let quorum = rules::quorum(profile, size(votes.len()), size(there.len()), size(lit.len()), false);
    let args = [
        ("there", quorum.there.into()),
        ("needed", quorum.needed.max(1).into()),
        ("homes", quorum.homes_there.into()),
        ("homesneeded", quorum.homes_needed.into()),
        ("short", quorum.short().into()),
    ];
    let met = quorum.is_met();
    (visit.lang.with(if met { "replies-enough" } else { "replies-short" }, &args), met)
}

pub async fn list(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let meeting = own(&visit, id).await?;
    let asked: Meeting = meeting.clone();
    let (all, callees, profile, votes, homes) = visit
        .read(move |conn, visit| {
            let today = visit.today();
            let rights = members::voting_rights(conn, today, today)?;
            let votes: Vec<i64> =
                rights.into_iter().filter(|right| right.why.is_empty()).map(|right| right.member).collect();
            let homes =
                crate::units::homes_on(conn, today)?.into_iter().map(|(member, (home, _))| (member, home)).collect();
            let callees = store::calling::callees(conn, &asked, today)?;
            Ok((
                replies::of_meeting(conn, &asked)?,
                callees,
                rules::of_meeting(&coops::rule_profile(conn)?, asked.second_of.is_some()),
                votes,
                homes,
            ))
        })
        .await?;
    let lang = visit.lang;
    let tally = replies::tally(callees.len(), &all);
    let said = |reply: &Reply| Said {
        name: reply.name.clone(),
        answer: if reply.holder.is_empty() {
            String::new()
        } else {
            lang.with("reply-by-holder", &[("name", reply.holder.as_str().into())])
        },
        needs: reply.needs.clone(),
        is_old: reply.is_old,
    };
    let group = |(word, answer): (&str, Coming)| {
        let rows: Vec<Said> = all.iter().filter(|reply| reply.answer == answer).map(said).collect();
        (!rows.is_empty()).then(|| (lang.t_of("reply-", word), rows))
    };
    let called = meeting.status == Status::Called && meeting.held_on >= visit.today();
    let silent: Vec<String> = callees.iter().filter(|one| !one.answered).map(|one| one.name.clone()).collect();
    let args = [
        ("coming", tally.in_person.into()),
        ("online", tally.online.into()),
        ("regrets", tally.regrets.into()),
        ("proxies", tally.proxies.into()),
        ("silent", tally.silent().into()),
    ];
    let page = RepliesPage {
        page: Page::new(&visit, "meetings", "replies-title"),
        title: meeting.title(lang).to_owned(),
        when: when(lang, &meeting),
        tally: lang.with("replies-tally", &args),
        outlook: meeting.kind.is_general().then(|| quorum_words(&visit, &profile, &votes, &homes, &all)),
        groups: Coming::ALL.into_iter().filter_map(group).collect(),
        may_remind: called && callees.iter().any(|one| one.called && !one.answered && !one.address.is_empty()),
        silent,
        id,
    };
    page::ok(&visit, &page)
}
