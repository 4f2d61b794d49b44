//! The list of people. One of them, the forms, and what leaves as a file are in files of their own.

pub mod departure;
mod export;
mod forms;
pub mod merging;
mod own;
pub mod photo;
pub mod shares;
mod show;
mod standing;

use std::sync::Arc;

use askama::Template;

pub use export::{COLUMNS, card, cards, column_name, export, phones};
pub use forms::{PHONE_FIELDS, add, edit, edit_form, new_form, take_back};
pub use own::{change_profile, profile};
pub use show::show;
pub use standing::{correct_status, correction_form, note_arrears, set_status};

use super::rules::{self, Edge, Sight};
use super::{Line, Listed, Listing, PAGE_ROWS, Status};
use crate::platform::asked_day::AskedDay;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::shared_parts::PartKey;
use crate::platform::visit::Visit;
use crate::policy::Permission;

// ---- the list ----

#[derive(Template)]
#[template(path = "members/index.html")]
struct MembersPage {
    page: Page,
    of_status: Vec<(&'static str, String)>,
    /// What was searched for, and the status that was asked for.
    query: String,
    status: String,
    sees_contact: bool,
    /// Also whether another day can be chosen: for who keeps or checks the register.
    sees_status: bool,
    nobody_yet: bool,
    day: AskedDay,
    /// The day as it stands in its field: nothing for today.
    on: String,
    /// The list, rendered.
    people: Arc<str>,
}

/// The list itself.
#[derive(Template)]
#[template(path = "members/people.html")]
struct People {
    lang: Lang,
    words: Words,
    lines: Vec<Line>,
    /// Whether it is not the list of everybody who is here today.
    narrowed: bool,
    /// Whether it is about a day in the past.
    past: bool,
    summary: String,
    /// Whether the summary is also said aloud, because only this part of the page is new.
    say: bool,
    sees_contact: bool,
    sees_status: bool,
    previous: Option<String>,
    next: Option<String>,
    /// The list as a spreadsheet, for who may take it away.
    spreadsheet: Option<String>,
    /// The list for an address book: what every member may see.
    cards: bool,
}

/// The words of the rows, looked up once for all of them.
struct Words {
    unit: String,
    committees: String,
    contact: String,
    status: String,
    of_status: Vec<(&'static str, String)>,
}

impl Words {
    fn of(visit: &Visit, sight: Sight) -> Self {
        let t = |key: &str| visit.lang.t(key);
        Self {
            unit: t("members-unit"),
            committees: t("members-committees"),
            contact: t("members-contact"),
            status: t("members-status"),
            of_status: if sight.sees_status() { statuses(visit) } else { Vec::new() },
        }
    }

    fn of_status<'a>(&'a self, word: &'a str) -> &'a str {
        self.of_status.iter().find(|(known, _)| *known == word).map_or(word, |(_, words)| words.as_str())
    }
}

/// Every status and its name in the visitor's language.
fn statuses(visit: &Visit) -> Vec<(&'static str, String)> {
    Status::ALL
        .iter()
        .map(|(word, _)| (*word, visit.lang.t(&format!("member-status-{}", word.replace('_', "-")))))
        .collect()
}

/// What is asked for, with the day as it was asked.
fn read_listing(visit: &Visit, query: &Form, sight: Sight) -> Result<(Listing, AskedDay)> {
    let edge = match (query.value("after"), query.value("before")) {
        ("", "") => Edge::Start,
        (after, "") => rules::read_key(after).map(|(name, id)| Edge::After(name, id)).ok_or(Error::BadRequest)?,
        (_, before) => rules::read_key(before).map(|(name, id)| Edge::Before(name, id)).ok_or(Error::BadRequest)?,
    };
    let words: Vec<_> = query.value("q").split_whitespace().take(10).collect();
    let status = Status::parse(query.value("status")).filter(|_| sight.sees_status());
    let day = super::asked_day(visit, query)?;
    let listing = Listing { query: words.join(" ").chars().take(100).collect(), status, on: day.other(), edge };
    Ok((listing, day))
}

/// The address of a list: its filter, and where it begins.
fn address(path: &str, listing: &Listing, edge: Option<(&str, &Line)>) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    if !listing.query.is_empty() {
        pairs.append_pair("q", &listing.query);
    }
    if let Some(status) = listing.status {
        pairs.append_pair("status", status.word());
    }
    if let Some(day) = listing.on {
        pairs.append_pair("on", &day.to_string());
    }
    if let Some((side, line)) = edge {
        pairs.append_pair(side, &rules::key(&line.sort_name, line.id));
    }
    let pairs = pairs.finish();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{pairs}") }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let sight = super::sight(&visit);
    let (listing, day) = read_listing(&visit, &query, sight)?;
    let key = part_key(&visit, &listing, sight);
    let kept = key.as_ref().and_then(|key| visit.state.shared_parts.get(key));
    let (people, nobody_yet) = if let Some(people) = kept {
        (people, false)
    } else {
        let (people, nobody_yet) = people(&visit, &listing, sight).await?;
        if let Some(key) = key.filter(|_| !nobody_yet) {
            visit.state.shared_parts.keep(key, &people);
        }
        (people, nobody_yet)
    };
    if visit.wants_fragment {
        day.or_refused()?;
        return page::fragment(Ok(people.as_ref().to_owned()));
    }
    let status = day.status();
    let page = MembersPage {
        page: Page::new(&visit, "members", "members-title"),
        of_status: if sight.sees_status() { statuses(&visit) } else { Vec::new() },
        status: listing.status.map_or("", Status::word).to_owned(),
        on: listing.on.map(|day| day.to_string()).unwrap_or_default(),
        day,
        query: listing.query,
        sees_contact: sight != Sight::NoContact,
        sees_status: sight.sees_status(),
        nobody_yet,
        people,
    };
    page::html(&visit, status, &page)
}

/// Whose list this is also; none for what somebody searched for, which nobody else asks for again.
fn part_key(visit: &Visit, listing: &Listing, sight: Sight) -> Option<PartKey> {
    let coop = visit.coop.as_ref().filter(|_| listing.query.is_empty() && !visit.wants_fragment)?;
    let what = format!(
        "members {sight:?} {} {} {} {}",
        visit.may(Permission::MembersExport),
        visit.lang.code(),
        visit.today(),
        address("", listing, None)
    );
    Some(PartKey { coop: coop.id, version: coop.register_version, what: format!("{what} {:?}", listing.edge) })
}

/// The list, rendered, and whether there is nobody in the register at all.
async fn people(visit: &Visit, listing: &Listing, sight: Sight) -> Result<(Arc<str>, bool)> {
    let wanted = listing.clone();
    let (listed, nobody_yet) = visit
        .read(move |conn, visit| {
            let listed = super::list(conn, &wanted, sight, visit.today(), visit.lang, PAGE_ROWS)?;
            let plain = address("", &wanted, None).is_empty() && wanted.edge == Edge::Start;
            let nobody = listed.lines.is_empty() && plain && super::is_empty(conn)?;
            Ok((listed, nobody))
        })
        .await?;
    let edge = |side: &'static str, line: Option<&Line>, wanted: bool| {
        line.filter(|_| wanted).map(|line| address("/members", listing, Some((side, line))))
    };
    let people = People {
        lang: visit.lang,
        words: Words::of(visit, sight),
        summary: summary(visit, listing, &listed),
        say: visit.wants_fragment,
        narrowed: !address("", listing, None).is_empty(),
        past: listing.on.is_some(),
        sees_contact: sight != Sight::NoContact,
        sees_status: sight.sees_status(),
        previous: edge("before", listed.lines.first(), listed.has_previous),
        next: edge("after", listed.lines.last(), listed.has_next),
        spreadsheet: visit.may(Permission::MembersExport).then(|| address("/members.csv", listing, None)),
        cards: sight != Sight::NoContact,
        lines: listed.lines,
    };
    let rendered = people.render().map_err(|error| Error::Internal(anyhow::Error::new(error)))?;
    Ok((rendered.into(), nobody_yet))
}

/// How many are shown; only a list of one page knows how many there are. The day in front where it is not today.
fn summary(visit: &Visit, listing: &Listing, listed: &Listed) -> String {
    let count = listed.lines.len();
    let whole = !listed.has_previous && !listed.has_next;
    let words = match (listed.lines.first(), listed.lines.last()) {
        (Some(first), Some(last)) if !whole => visit.lang.with(
            "members-from-to",
            &[("count", count.into()), ("first", first.name.as_str().into()), ("last", last.name.as_str().into())],
        ),
        (None, _) if !listing.query.is_empty() => {
            visit.lang.with("members-none-found", &[("query", listing.query.as_str().into())])
        }
        _ => visit.lang.with("members-count", &[("count", count.into())]),
    };
    match listing.on {
        Some(day) => visit.lang.with("members-on", &[("day", visit.lang.day(day).into()), ("what", words.into())]),
        None => words,
    }
}
