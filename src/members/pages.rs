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
pub mod undoing;

use std::sync::Arc;

use askama::Template;

pub use export::{COLUMNS, card, cards, column_name, export, phones};
pub use forms::{PHONE_FIELDS, add, edit, edit_form, new_form, take_back};
pub use own::{change_profile, profile};
pub use show::show;
pub use standing::{correct_status, correction_form, note_arrears, set_status};

use super::rules::Sight;
use super::{Line, Listing, PAGE_ROWS, Status};
use crate::platform::asked_day::AskedDay;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::listing::{self, Asked, Chip, Edge, Heading, Listed, Order};
use crate::platform::page::{self, Answer, Page};
use crate::platform::shared_parts::PartKey;
use crate::platform::visit::Visit;
use crate::policy::Permission;

// ---- the list ----

#[derive(Template)]
#[template(path = "members/index.html")]
struct MembersPage {
    page: Page,
    /// What to choose from; the first narrows nothing.
    of_status: Vec<(String, String)>,
    of_committee: Vec<(String, String)>,
    asked: Asked,
    sees_contact: bool,
    /// Also whether another day can be chosen: for who keeps or checks the register.
    sees_status: bool,
    nobody_yet: bool,
    day: AskedDay,
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
    headings: Vec<Heading>,
    chips: Vec<Chip>,
    /// Letters that names begin with: the letter, the list of it, whether it was asked for.
    letters: Vec<(String, String, bool)>,
    /// The list without its filters.
    cleared: String,
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
    /// Whether rows can be ticked, to do something with several of them; their ids, and the address of the list.
    ticks: bool,
    ids: String,
    from: String,
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

const COLUMNS_SEEN: &[&str] = &["name", "unit"];
const COLUMNS_ALL: &[&str] = &["name", "unit", "status"];
const USUAL: Order = Order { by: "name", descending: false };

/// What is asked for, as the store and as addresses know it, with the day as it was asked.
fn read_listing(visit: &Visit, query: &Form, sight: Sight) -> Result<(Listing, Asked, AskedDay)> {
    let status = Status::parse(query.value("status")).filter(|_| sight.sees_status());
    let letter = Some(query.value("letter").to_lowercase()).filter(|letter| letter.chars().count() == 1);
    let committee: Option<i64> = query.value("committee").parse().ok();
    let (words, day) = (listing::words(query), super::asked_day(visit, query)?);
    let filters = [
        ("q", words.clone()),
        ("status", status.map_or("", Status::word).to_owned()),
        ("committee", committee.map(|id| id.to_string()).unwrap_or_default()),
        ("letter", letter.clone().unwrap_or_default()),
        ("on", day.other().map(|day| day.to_string()).unwrap_or_default()),
    ];
    let columns = if sight.sees_status() { COLUMNS_ALL } else { COLUMNS_SEEN };
    let asked = Asked::read("/members", columns, USUAL, query, filters)?;
    let window = asked.window.clone();
    Ok((Listing { query: words, status, committee, letter, on: day.other(), window }, asked, day))
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let sight = super::sight(&visit);
    let (listing, asked, day) = read_listing(&visit, &query, sight)?;
    let key = part_key(&visit, &listing, &asked, sight);
    let kept = key.as_ref().and_then(|key| visit.state.shared_parts.get(key));
    let (people, nobody_yet) = if let Some(people) = kept {
        (people, false)
    } else {
        let (people, nobody_yet) = people(&visit, &listing, &asked, sight).await?;
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
        of_status: std::iter::once((String::new(), visit.lang.t("members-status-current")))
            .chain(statuses(&visit).into_iter().map(|(word, name)| (word.to_owned(), name)))
            .collect(),
        of_committee: committees(&visit).await?,
        day,
        asked,
        sees_contact: sight != Sight::NoContact,
        sees_status: sight.sees_status(),
        nobody_yet,
        people,
    };
    page::html(&visit, status, &page)
}

/// Whose list this is also; none for what somebody searched for, which nobody else asks for again.
fn part_key(visit: &Visit, listing: &Listing, asked: &Asked, sight: Sight) -> Option<PartKey> {
    let coop = visit.coop.as_ref().filter(|_| listing.query.is_empty() && !visit.wants_fragment)?;
    let what = format!(
        "members {sight:?} {} {} {} {} {:?}",
        visit.may(Permission::MembersExport),
        visit.lang.code(),
        visit.today(),
        asked.address(),
        listing.window.edge
    );
    Some(PartKey { coop: coop.id, version: coop.register_version, what })
}

/// The committees to choose from, read once for everybody until the register changes.
async fn committees(visit: &Visit) -> Result<Vec<(String, String)>> {
    let coop = visit.coop()?;
    let what = format!("members committees {}", visit.lang.code());
    let key = PartKey { coop: coop.id, version: coop.register_version, what };
    if let Some(kept) = visit.state.shared_parts.get(&key) {
        return serde_json::from_str(&kept).map_err(|error| Error::Internal(error.into()));
    }
    let found = visit.read(|conn, visit| super::committees(conn, visit.lang)).await?;
    let all = (String::new(), visit.lang.t("members-every-committee"));
    let options: Vec<_> =
        std::iter::once(all).chain(found.into_iter().map(|(id, name)| (id.to_string(), name))).collect();
    let text = serde_json::to_string(&options).map_err(|error| Error::Internal(error.into()))?;
    visit.state.shared_parts.keep(key, &text.into());
    Ok(options)
}

/// The list, rendered, and whether there is nobody in the register at all.
async fn people(visit: &Visit, listing: &Listing, asked: &Asked, sight: Sight) -> Result<(Arc<str>, bool)> {
    let (wanted, plain) = (listing.clone(), !asked.is_narrowed() && listing.window.edge == Edge::Start);
    let (listed, extent, committee, nobody_yet) = visit
        .read(move |conn, visit| {
            let listed = super::list(conn, &wanted, sight, visit.today(), visit.lang, PAGE_ROWS)?;
            let long = !listed.is_whole() || wanted.letter.is_some();
            let extent = if long { Some(super::extent(conn, &wanted, sight, visit.today())?) } else { None };
            let committee = match wanted.committee {
                Some(id) => super::committees(conn, visit.lang)?.into_iter().find(|(known, _)| *known == id),
                None => None,
            };
            let nobody = listed.lines.is_empty() && plain && super::is_empty(conn)?;
            Ok((listed, extent, committee, nobody))
        })
        .await?;
    let (previous, next) = asked.turns(&listed, |line| (&line.place, line.id));
    let (count, letters) = extent.unwrap_or((listed.lines.len() as i64, Vec::new()));
    let people = People {
        lang: visit.lang,
        words: Words::of(visit, sight),
        summary: summary(visit, listing, &listed, count),
        say: visit.wants_fragment,
        headings: asked.headings(),
        chips: asked.chips(|name, value| chip(visit, name, value, committee.as_ref())),
        letters: letters.into_iter().map(|letter| strip(asked, letter)).collect(),
        cleared: asked.cleared(),
        narrowed: asked.is_narrowed(),
        past: listing.on.is_some(),
        sees_contact: sight != Sight::NoContact,
        sees_status: sight.sees_status(),
        previous,
        next,
        spreadsheet: visit.may(Permission::MembersExport).then(|| asked.file()),
        cards: sight != Sight::NoContact,
        ticks: sight == Sight::Everything && listing.on.is_none(),
        ids: listed.lines.iter().map(|line| line.id.to_string()).collect::<Vec<_>>().join(","),
        from: asked.address(),
        lines: listed.lines,
    };
    let rendered = people.render().map_err(|error| Error::Internal(anyhow::Error::new(error)))?;
    Ok((rendered.into(), nobody_yet))
}

/// A letter that names begin with: the letter, the list of it, whether it was asked for.
fn strip(asked: &Asked, letter: String) -> (String, String, bool) {
    let current = asked.filter("letter") == letter;
    let address = asked.narrowed_to("letter", if current { "" } else { &letter });
    (letter.to_uppercase(), address, current)
}

/// A filter that is set, in words.
fn chip(visit: &Visit, name: &str, value: &str, committee: Option<&(i64, String)>) -> String {
    let lang = visit.lang;
    match name {
        "status" => lang.t_of("member-status-", &value.replace('_', "-")),
        "committee" => committee.map_or_else(|| lang.t("list-unknown"), |(_, name)| name.clone()),
        "letter" => lang.with("list-letter", &[("letter", value.to_uppercase().into())]),
        "on" => value.parse().map_or_else(|_| value.to_owned(), |day| lang.day(day)),
        _ => lang.with("list-words", &[("words", value.into())]),
    }
}

/// How many there are in all, and who of them is on this page. The day in front where it is not today.
fn summary(visit: &Visit, listing: &Listing, listed: &Listed<Line>, count: i64) -> String {
    let lang = visit.lang;
    let words = match (listed.lines.first(), listed.lines.last()) {
        (Some(first), Some(last)) if !listed.is_whole() => {
            let total = listing::total(lang, "members", count);
            let first = ("first", first.name.as_str().into());
            let shown = ("shown", listed.lines.len().into());
            lang.with("members-from-to", &[("total", total.into()), shown, first, ("last", last.name.as_str().into())])
        }
        (None, _) if !listing.query.is_empty() => {
            lang.with("members-none-found", &[("query", listing.query.as_str().into())])
        }
        _ => lang.with("members-count", &[("count", listed.lines.len().into())]),
    };
    match listing.on {
        Some(day) => lang.with("members-on", &[("day", lang.day(day).into()), ("what", words.into())]),
        None => words,
    }
}
