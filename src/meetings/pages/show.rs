//! One meeting: when, where, what about; its notice by the rules; and calling it off.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::form::own;
use super::{manages, member, version, when};
use crate::coops;
use crate::files::{File, pages as files};
use crate::meetings::replies::{self, Reply};
use crate::meetings::rules::{self, Timing};
use crate::meetings::{self, Item, Meeting, Status, store};
use crate::platform::duration;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// An item as a reader sees it.
struct Line {
    id: i64,
    number: usize,
    /// None where it is in camera and not for them.
    title: Option<String>,
    /// "Decision, 20 minutes, presented by Zoé".
    facts: String,
    details: String,
    in_camera: bool,
    /// It was not in the notice of a general meeting: it can be talked about and not voted on.
    unnoticed: bool,
}

#[derive(Template)]
#[template(path = "meetings/show.html")]
struct ShowPage {
    page: Page,
    meeting: Meeting,
    title: String,
    kind: String,
    when: String,
    /// The address under which people take part from afar, where it is one.
    link: Option<String>,
    items: Vec<Line>,
    /// How long it takes, where every item says so.
    length: Option<String>,
    /// When notice of it is given, by the rules.
    notice: Option<String>,
    /// The last day on which members can ask for an item.
    items_until: Option<String>,
    may_change: bool,
    /// The notice and the replies, for who prepares it: also once it is over.
    prepares: bool,
    /// Whether notice was given.
    called: bool,
    /// What they said: "You come in person." Empty where they said nothing yet; none where they are not asked.
    reply: Option<String>,
    /// Whether they were asked again, since another day or place was said.
    reply_is_old: bool,
    /// "23 people have said that they come."
    coming: Option<String>,
    /// How many items members asked for.
    asked: i64,
    takes_items: bool,
    /// Whether there are minutes to read, or to write.
    minutes: bool,
    /// What is to be read before it; and whether the viewer may bring papers.
    papers: files::Block,
    brings: bool,
    /// Its second meeting, where it did not have its quorum: number and day.
    second: Option<(i64, String)>,
}

fn line(lang: Lang, number: usize, item: Item, sits: bool, called: bool) -> Line {
    let hidden = item.in_camera && !sits;
    let mut facts = Vec::new();
    if !hidden {
        facts.push(lang.t_of("item-purpose-", item.purpose.word()));
    }
    facts.extend(item.minutes.map(|minutes| lang.with("item-lasts", &[("count", minutes.into())])));
    if !hidden && !item.presenter.is_empty() {
        facts.push(lang.with("item-presented", &[("name", item.presenter.as_str().into())]));
    }
    Line {
        id: item.id,
        number,
        title: (!hidden).then(|| item.title(lang).to_owned()),
        facts: facts.join(", "),
        details: if hidden { String::new() } else { markdown::html(&item.details, 4) },
        in_camera: item.in_camera,
        unnoticed: called && !item.noticed && !hidden,
    }
}

/// What the rules say of its notice, on a day.
fn notice_words(visit: &Visit, rules: &coops::RuleProfile, meeting: &Meeting) -> Option<String> {
    let period = rules::notice_period(rules, meeting.kind, meeting.special_resolution, meeting.held_on)?;
    let (lang, today) = (visit.lang, visit.today());
    let word = match period.timing(today) {
        Timing::InTime => "now",
        Timing::TooEarly(_) => "later",
        Timing::TooLate(_) => "late",
    };
    Some(lang.with(
        &format!("meeting-notice-{word}"),
        &[
            ("first", lang.long_day(period.first).into()),
            ("last", lang.long_day(period.last).into()),
            ("least", period.least.into()),
            ("most", period.most.into()),
        ],
    ))
}

/// What a page shows of a meeting beside itself.
struct Beside {
    items: Vec<Item>,
    rules: coops::RuleProfile,
    own: Option<Reply>,
    is_called: bool,
    coming: i64,
    asked: i64,
    minutes: bool,
    /// Whether the viewer leads it or writes its minutes.
    officer: bool,
    papers: Vec<File>,
    second: Option<(i64, NaiveDate)>,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let (meeting, beside) = visit
        .read(move |conn, visit| {
            let (viewer, today) = (member(visit), visit.today());
            let meeting = meetings::find(conn, id, viewer, today)?;
            let beside = store::beside(conn, &meeting, viewer, today)?;
            let own = match viewer {
                Some(viewer) if beside.is_callee => replies::of_member(conn, &meeting, viewer)?,
                _ => None,
            };
            let (items, rules) = (meetings::items(conn, id)?, coops::rule_profile(conn)?);
            let (is_called, coming, asked, minutes) = (beside.is_callee, beside.coming, beside.asked, beside.minutes);
            let officer = viewer.is_some() && [meeting.chair_id, meeting.secretary_id].contains(&viewer);
            let reads = meeting.kind.is_general() || meeting.sits || manages(visit);
            let papers = if reads { beside.files.0 } else { Vec::new() };
            let second = beside.second.0;
            Ok((meeting, Beside { items, rules, own, is_called, coming, asked, minutes, officer, papers, second }))
        })
        .await?;
    page::ok(&visit, &show_page(&visit, meeting, beside))
}

fn show_page(visit: &Visit, meeting: Meeting, beside: Beside) -> ShowPage {
    let (lang, today) = (visit.lang, visit.today());
    let (coming, may) = (meeting.is_on() && meeting.held_on >= today, manages(visit) || meeting.leads);
    let Beside { items, rules, own, is_called, asked, minutes: published, officer, papers, second, .. } = beside;
    let begun = meeting.is_on() && (meeting.opened_at.is_some() || meeting.held_on < today);
    let minutes: Option<i64> = items.iter().map(|item| item.minutes.map(i64::from)).sum();
    let called = meeting.status == Status::Called;
    let notice = if coming && may && !called { notice_words(visit, &rules, &meeting) } else { None };
    let until = rules::items_until(&rules, meeting.held_on);
    let title = meeting.title(lang).to_owned();
    let (sits, general) = (meeting.sits, meeting.kind.is_general());
    let asks = coming && is_called && meeting.ended_at.is_none();
    let page = Page::named(visit, "meetings", title.clone());
    ShowPage {
        papers: files::Block::new(&page, &papers),
        brings: manages(visit) && meeting.ended_at.is_none(),
        page,
        kind: lang.t_of("meeting-kind-", meeting.kind.word()),
        when: when(lang, &meeting),
        link: Some(meeting.online.clone()).filter(|online| online.starts_with("https://")),
        items: items
            .into_iter()
            .zip(1..)
            .map(|(item, number)| line(lang, number, item, sits, called && general))
            .collect(),
        length: minutes.filter(|minutes| *minutes > 0).map(duration::said),
        notice,
        items_until: (coming && general && until >= today).then(|| lang.long_day(until)),
        may_change: coming && may,
        prepares: may,
        called,
        reply_is_old: own.as_ref().is_some_and(|own| own.is_old),
        reply: asks.then(|| own.map_or_else(String::new, |own| lang.t_of("reply-said-", own.answer.word()))),
        coming: (called && beside.coming > 0).then(|| lang.with("meeting-coming", &[("count", beside.coming.into())])),
        asked,
        takes_items: general && meeting.is_on(),
        minutes: published || begun && (may || officer),
        second: second.map(|(id, day)| (id, lang.long_day(day))),
        title,
        meeting,
    }
}

#[derive(Template)]
#[template(path = "meetings/cancel.html")]
struct CancelPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    when: String,
}

async fn cancel_page(visit: &Visit, id: i64, form: Option<Form>) -> Result<CancelPage> {
    let meeting = own(visit, id).await?;
    let form = form.unwrap_or_else(|| Form::filled([("version", meeting.version.to_string())]));
    Ok(CancelPage {
        page: Page::new(visit, "meetings", "meeting-cancel-title").with_form(&form),
        form,
        id,
        title: meeting.title(visit.lang).to_owned(),
        when: when(visit.lang, &meeting),
    })
}

pub async fn cancel_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &cancel_page(&visit, *id, None).await?)
}

pub async fn cancel(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let why = reader.required_line("cancelled_why", rules::PLACE_MAX);
            reader.finish()?;
            meetings::cancel(act, id, &why, version(form))?;
            Ok(Done::to(format!("/meetings/{id}")).say("meeting-cancelled", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &cancel_page(&visit, id, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}
