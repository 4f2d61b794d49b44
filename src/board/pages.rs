//! The board of a day. Its history, the forms, and what leaves as a file are in files of their own.

mod export;
mod forms;
mod history;
mod manage;

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;

pub use export::{export, history_export};
pub use forms::{add, new_form};
pub use history::history;
pub use manage::{correct, end_early, hand_over, meeting_form, move_meeting, name_office, offices_form, strike, term};

use super::{Holding, Office, Size, Term, rules};
use crate::members::{self, Sight, Status};
use crate::platform::asked_day::AskedDay;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

/// A director of a day.
struct Director {
    term: i64,
    member: i64,
    name: String,
    /// Whether this visitor finds their page: neighbours do not find former members.
    found: bool,
    offices: String,
    since: NaiveDate,
    until: NaiveDate,
    came: String,
    ended: Option<String>,
    /// Why whoever keeps the register should look: they are no member of full right any more.
    look_at: Option<String>,
}

#[derive(Template)]
#[template(path = "board/index.html")]
struct BoardPage {
    page: Page,
    day: AskedDay,
    summary: String,
    directors: Vec<Director>,
    vacant: usize,
    /// Who has been elected for later.
    coming: Vec<Director>,
    meeting: Option<Meeting>,
    may_write: bool,
    /// Whether they sit here today, and read the calendar of governance.
    sits: bool,
}

/// The next annual meeting: which seats end there, and which go on.
struct Meeting {
    on: NaiveDate,
    /// Whether somebody asked for this day; else it is the first on which a term ends.
    asked: bool,
    /// What is wrong with the day that was asked for.
    wrong: Option<FieldError>,
    summary: String,
    over: Vec<Director>,
    going_on: Vec<Director>,
    /// How many seats end on which day from here on, and how it would be most even.
    ends: Vec<(NaiveDate, String)>,
    even: String,
}

/// The name of an office.
fn office_name(lang: Lang, holding: &Holding) -> String {
    match &holding.own_name {
        Some(name) => name.clone(),
        None => lang.t_of("board-office-", &holding.office().key()),
    }
}

/// The offices of one term that are held on a day, the first first.
fn offices_of(lang: Lang, term: &Term, holdings: &[Holding], day: NaiveDate) -> (Option<Office>, String) {
    let mut held: Vec<&Holding> = holdings
        .iter()
        .filter(|holding| holding.term_id == term.id && holding.since <= day && day < holding.until)
        .collect();
    held.sort_by_key(|holding| holding.office());
    let names: Vec<String> = held.iter().map(|holding| office_name(lang, holding)).collect();
    (held.first().map(|holding| holding.office()), names.join(", "))
}

fn director(visit: &Visit, term: &Term, holdings: &[Holding], day: NaiveDate) -> Director {
    let lang = visit.lang;
    let status = term.status.as_deref().and_then(Status::parse);
    let sight = members::sight(visit);
    let ended = term.ended_how.as_deref().map(|how| lang.t_of("board-ended-", how));
    let full = matches!(status, Some(Status::Member | Status::OnLeave));
    let may_look = sight == Sight::Everything && day == visit.today() && !full;
    let look_at = status.filter(|_| may_look).map(|status| {
        let word = lang.t_of("member-status-", &status.word().replace('_', "-"));
        lang.with("board-look-at", &[("status", word.into())])
    });
    let (_, offices) = offices_of(lang, term, holdings, day);
    Director {
        term: term.id,
        member: term.member_id,
        name: term.name.clone(),
        found: sight.sees_status() || status != Some(Status::Former),
        offices: if offices.is_empty() { lang.t("board-office-none") } else { offices },
        since: term.starts_on,
        until: term.until(),
        came: lang.t_of("board-came-", &term.came),
        ended,
        look_at,
    }
}

/// Those who sit on a day, offices first, then by name; and those to come.
fn board_of(visit: &Visit, terms: &[Term], holdings: &[Holding], day: NaiveDate) -> (Vec<Director>, Vec<Director>) {
    let (mut now, coming): (Vec<&Term>, Vec<&Term>) = terms.iter().partition(|term| term.rule().holds(day));
    now.sort_by_key(|term| {
        let (first, _) = offices_of(visit.lang, term, holdings, day);
        (first.is_none(), first)
    });
    let director = |term: &Term, day: NaiveDate| director(visit, term, holdings, day);
    let coming = coming.into_iter().map(|term| director(term, term.starts_on)).collect();
    (now.into_iter().map(|term| director(term, day)).collect(), coming)
}

/// How many sit and how many seats are vacant, in words.
fn summary(lang: Lang, size: Size, sit: usize) -> String {
    let vacant = size.seats.saturating_sub(sit);
    lang.with("board-summary", &[("seats", size.seats.into()), ("sit", sit.into()), ("vacant", vacant.into())])
}

async fn load(visit: &Visit, on: NaiveDate) -> Result<(Vec<Term>, Vec<Holding>, Size)> {
    visit
        .read(move |conn, visit| {
            let terms = super::terms_from(conn, on, visit.today())?;
            let holdings = super::holdings(conn, Some(on), visit.lang)?;
            Ok((terms, holdings, super::size(conn)?))
        })
        .await
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let day = AskedDay::of(&visit, &query);
    let (on, past) = (day.on, day.other());
    let (terms, holdings, size) = load(&visit, on).await?;
    let meeting = match past {
        None => meeting(&visit, &query, &terms, &holdings, size, on)?,
        Some(_) => None,
    };
    let (directors, coming) = board_of(&visit, &terms, &holdings, on);
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
    let title = match past {
        Some(day) => visit.lang.with("board-title-on", &[("day", visit.lang.day(day).into())]),
        None => visit.lang.t("board-title"),
    };
    let wrong_meeting = meeting.as_ref().is_some_and(|meeting| meeting.wrong.is_some());
    let status = if wrong_meeting { StatusCode::UNPROCESSABLE_ENTITY } else { day.status() };
    let page = BoardPage {
        summary: summary(visit.lang, size, directors.len()),
        vacant: size.seats.saturating_sub(directors.len()),
        sits: past.is_none() && directors.iter().any(|one| Some(one.member) == member),
        coming: if past.is_none() { coming } else { Vec::new() },
        may_write: visit.may(crate::policy::Permission::MembersWrite) && past.is_none(),
        page: Page::named(&visit, "committees", title),
        directors,
        meeting,
        day,
    };
    page::html(&visit, status, &page)
}

/// What ends at the next annual meeting, or at that of a day that somebody asked for.
fn meeting(
    visit: &Visit,
    query: &Form,
    terms: &[Term],
    holdings: &[Holding],
    size: Size,
    today: NaiveDate,
) -> Result<Option<Meeting>> {
    let lang = visit.lang;
    let now: Vec<rules::Term> = terms.iter().map(Term::rule).filter(|term| term.holds(today)).collect();
    let reader = query.reader();
    let asked = reader.date("meeting");
    if asked.is_some_and(|day| day <= today) {
        reader.refuse("meeting", "board-meeting-not-ahead");
    }
    let wrong = match reader.finish() {
        Err(Error::Invalid(mut errors)) => errors.pop(),
        _ => None,
    };
    let asked = asked.filter(|_| wrong.is_none());
    let Some(on) = asked.or_else(|| {
        let full = terms.iter().filter(|term| term.rule().holds(today)).map(|term| term.ends_on);
        rules::next_meeting(full, today)
    }) else {
        return Ok(None);
    };
    let (over, going_on) = rules::at_meeting(&now, on);
    let directors = |some: &[rules::Term]| -> Vec<Director> {
        let of = |wanted: &rules::Term| terms.iter().find(|term| term.id == wanted.id);
        some.iter().filter_map(of).map(|term| director(visit, term, holdings, today)).collect()
    };
    let day = lang.day(on);
    let mut ends: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for term in &now {
        *ends.entry(term.until).or_default() += 1;
    }
    let even: Vec<String> = rules::staggered(size).iter().map(ToString::to_string).collect();
    let vacant = size.seats.saturating_sub(now.len());
    let figures = [("count", over.len().into()), ("day", day.into()), ("vacant", vacant.into())];
    Ok(Some(Meeting {
        on,
        asked: asked.is_some(),
        wrong,
        summary: lang.with("board-meeting-ends", &figures),
        over: directors(&over),
        going_on: directors(&going_on),
        ends: ends
            .into_iter()
            .map(|(day, count)| (day, lang.with("board-seats-end", &[("count", count.into())])))
            .collect(),
        even: lang.with(
            "board-even",
            &[
                ("seats", size.seats.into()),
                ("months", size.term_months.into()),
                ("even", even.join(if lang == Lang::En { " and " } else { " et " }).into()),
            ],
        ),
    }))
}
