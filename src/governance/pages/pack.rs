//! The papers of a meeting on paper: cover, agenda, minutes of the one before, what is open, what was decided, the calendar, figures. For who
//! sits there or prepares it; what is in camera is in it for those who sit there alone.

use actix_web::web;
use askama::Template;

use super::{Part, member, parts};
use crate::governance::calendar;
use crate::governance::rules::Section;
use crate::governance::store::pack::{self as store, Papers, of};
use crate::meetings::{self, Item, Meeting};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::{Permission, Role};

/// An item of the agenda on paper.
struct Line {
    number: usize,
    /// None where it is in camera and not for them.
    title: Option<String>,
    facts: String,
    details: String,
    in_camera: bool,
}

/// The meeting before this one.
struct Last {
    title: String,
    day: String,
    approved: bool,
    /// None where no minutes are published that they may read.
    text: Option<String>,
    in_camera: String,
}

/// A number with its name.
struct Figure {
    name: String,
    value: String,
}

#[derive(Template)]
#[template(path = "governance/pack.html")]
struct PackPage {
    page: Page,
    meeting: Meeting,
    title: String,
    when: String,
    printed: String,
    items: Vec<Line>,
    last: Option<Last>,
    /// Number, words, who moved it.
    motions: Vec<(i32, String, String)>,
    /// Title, until when.
    votes: Vec<(String, String)>,
    /// "Decided since the last meeting", or in the last three months.
    decisions_name: String,
    /// Number, title, who decided, when.
    decisions: Vec<(i32, String, String, String)>,
    /// Committee, how many are late.
    late: Vec<(String, i64)>,
    calendar: Vec<Part>,
    figures: Vec<Figure>,
    has_private: bool,
}

fn line(lang: Lang, number: usize, item: Item, sits: bool) -> Line {
    let hidden = item.in_camera && !sits;
    let mut facts = Vec::new();
    if !hidden {
        facts.push(lang.t_of("item-purpose-", item.purpose.word()));
        facts.extend(item.minutes.map(|minutes| lang.with("item-lasts", &[("count", minutes.into())])));
    }
    if !hidden && !item.presenter.is_empty() {
        facts.push(lang.with("item-presented", &[("name", item.presenter.as_str().into())]));
    }
    Line {
        number,
        title: (!hidden).then(|| item.title(lang).to_owned()),
        facts: facts.join(", "),
        details: if hidden { String::new() } else { markdown::html(&item.details, 4) },
        in_camera: item.in_camera,
    }
}

fn last(lang: Lang, papers: &Papers) -> Option<Last> {
    let before = papers.before.0.as_ref()?;
    let text = before.text_en.as_deref().zip(before.text_fr.as_deref());
    let private = before.in_camera_en.as_deref().zip(before.in_camera_fr.as_deref());
    Some(Last {
        title: of(lang, &before.title_en, &before.title_fr).to_owned(),
        day: lang.long_day(before.held_on),
        approved: before.approved,
        text: text.map(|(en, fr)| markdown::html(of(lang, en, fr), 3)),
        in_camera: private.map(|(en, fr)| markdown::html(of(lang, en, fr), 4)).unwrap_or_default(),
    })
}

fn figures(lang: Lang, papers: &Papers) -> Vec<Figure> {
    let figure = |key: &str, value: String| Figure { name: lang.t_of("pack-figure-", key), value };
    let mut all = vec![
        figure("members", lang.number(papers.members)),
        figure("homes", lang.number(papers.homes)),
        figure("empty", lang.number(papers.homes - papers.lived_in)),
    ];
    if papers.roll > 0 {
        all.push(figure("turnout", lang.percent(papers.voted, papers.roll)));
    }
    let came = papers.before.0.as_ref().and_then(|before| Some((before.came, before.called?)));
    all.extend(came.map(|(came, called)| {
        figure("came", lang.with("pack-came", &[("came", came.into()), ("called", called.into())]))
    }));
    all
}

/// What everybody of the co-op may see of the calendar, within three months: papers are handed on.
fn soon(lang: Lang, lines: Vec<calendar::Line>) -> Vec<Part> {
    let soon = lines.into_iter().filter(|line| matches!(line.section, Section::Late | Section::Soon));
    parts(lang, soon.collect())
}

async fn load(visit: &Visit, id: i64) -> Result<(Meeting, Vec<Item>, Papers, Vec<calendar::Line>)> {
    visit
        .read(move |conn, visit| {
            let (viewer, today) = (member(visit), visit.today());
            let meeting = meetings::find(conn, id, viewer, today)?;
            let officer = viewer.is_some() && [meeting.chair_id, meeting.secretary_id].contains(&viewer);
            let reads = meeting.sits || meeting.leads || visit.may(Permission::MeetingsManage);
            if !reads && !officer {
                return Err(Error::Forbidden);
            }
            let (items, papers) = (meetings::items(conn, id)?, store::read(conn, &meeting, reads, today)?);
            let policy = &visit.state.policy;
            let may = |one| policy.allows(Role::Resident, one);
            let lines = match meeting.committee_id {
                Some(_) => Vec::new(),
                None => calendar::read(conn, (visit.state.slices, visit.lang), may, viewer, today)?.lines,
            };
            Ok((meeting, items, papers, lines))
        })
        .await
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (meeting, items, papers, lines) = load(&visit, *id).await?;
    let lang = visit.lang;
    let sits = meeting.sits;
    let title = meeting.title(lang).to_owned();
    let page = Page::new(&visit, "meetings", "pack-title");
    let motion =
        |one: &store::Motion| (one.number, of(lang, &one.words_en, &one.words_fr).to_owned(), one.mover.clone());
    let vote = |one: &store::Vote| {
        let (key, at) = if one.open { ("pack-vote-open", &one.closes_at) } else { ("pack-vote-coming", &one.opens_at) };
        (of(lang, &one.title_en, &one.title_fr).to_owned(), page.t1(key, "when", page.moment(at)))
    };
    let decided = |one: &store::Decided| {
        let body = lang.t_of("decision-body-", one.body.word());
        (one.number, of(lang, &one.title_en, &one.title_fr).to_owned(), body, lang.day(one.decided_on))
    };
    let late = |one: &store::Late| {
        let name = of(lang, &one.name_en, &one.name_fr);
        (if name.is_empty() { lang.t("pack-no-committee") } else { name.to_owned() }, one.late)
    };
    let pack = PackPage {
        when: meetings::pages::when(lang, &meeting),
        printed: page.t1("pack-printed", "day", lang.long_day(visit.today())),
        has_private: sits && items.iter().any(|item| item.in_camera),
        items: items.into_iter().zip(1..).map(|(item, number)| line(lang, number, item, sits)).collect(),
        decisions_name: lang.t(if papers.before.0.is_some() { "pack-decisions" } else { "pack-decisions-recent" }),
        last: last(lang, &papers),
        motions: papers.motions.0.iter().map(motion).collect(),
        votes: papers.votes.0.iter().map(vote).collect(),
        decisions: papers.decisions.0.iter().map(decided).collect(),
        late: papers.late.0.iter().map(late).collect(),
        calendar: soon(lang, lines),
        figures: if meeting.committee_id.is_some() { Vec::new() } else { figures(lang, &papers) },
        title,
        meeting,
        page,
    };
    page::ok(&visit, &pack)
}
