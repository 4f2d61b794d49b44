//! The inbox, the choice of what one is told, and stopping a kind of mail from the mail itself.

use actix_web::web;
use askama::Template;

use super::{After, Received, Rhythm, Stopped, Wish, address, kinds, line, stopped_by, title};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::Event;
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::slice::NoticeKind;
use crate::platform::visit::{Done, Visit};

/// Notices of one page of the inbox.
const PAGE_ROWS: i64 = 50;

#[derive(Template)]
#[template(path = "notices/inbox.html")]
struct InboxPage {
    page: Page,
    parts: Vec<Part>,
    has_unread: bool,
    first_address: Option<&'static str>,
    next_address: Option<String>,
}

/// The unread, or the read.
struct Part {
    unread: bool,
    days: Vec<Day>,
}

struct Day {
    words: String,
    rows: Vec<Row>,
}

struct Row {
    id: i64,
    kind: String,
    name: String,
    line: String,
    time: String,
    href: String,
}

pub async fn inbox(visit: Visit, Query(query): Query) -> Answer {
    let after = After::parse(query.value("after"));
    let mut found = visit.read(move |conn, visit| super::inbox(conn, visit.viewer()?, after, PAGE_ROWS + 1)).await?;
    let more = found.len() as i64 > PAGE_ROWS;
    found.truncate(PAGE_ROWS as usize);
    let page = InboxPage {
        page: Page::new(&visit, "", "inbox-title"),
        has_unread: visit.viewer()?.waiting.of("inbox") > 0,
        first_address: after.map(|_| "/inbox"),
        next_address: found.last().filter(|_| more).map(|last| format!("/inbox?after={}", After::of(&last.0))),
        parts: parts(&visit, &found)?,
    };
    page::ok(&visit, &page)
}

/// The notices by part and day, in the order they came.
fn parts(visit: &Visit, found: &[(Received, Event)]) -> Result<Vec<Part>> {
    let (lang, zone) = (visit.lang, visit.coop()?.zone);
    let mut parts: Vec<Part> = Vec::new();
    for (notice, event) in found {
        let unread = notice.read_at.is_none();
        if parts.last().is_none_or(|part| part.unread != unread) {
            parts.push(Part { unread, days: Vec::new() });
        }
        let Some(part) = parts.last_mut() else { continue };
        let words = lang.long_day(clock::date_in(zone, notice.created_at));
        if part.days.last().is_none_or(|day| day.words != words) {
            part.days.push(Day { words, rows: Vec::new() });
        }
        let Some(day) = part.days.last_mut() else { continue };
        day.rows.push(Row {
            id: notice.id,
            kind: kind_words(visit, &notice.kind),
            name: title(lang, event).to_owned(),
            line: line(lang, zone, &notice.kind, event),
            time: lang.time(zone, notice.created_at),
            href: address(visit.state.slices, event),
        });
    }
    Ok(parts)
}

fn kind_words(visit: &Visit, kind: &str) -> String {
    visit.lang.t(&format!("notice-{}", kind.replace('_', "-")))
}

pub async fn read(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done =
        visit.submit(&form, move |act, _| Ok(Done::to("/inbox").say("inbox-marked", super::read(act, id)?))).await?;
    Ok(page::done(&visit, &done))
}

/// Goes on to the page that a notice is about.
pub async fn open(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit.submit(&form, move |act, _| Ok(Done::to(super::open(act, id)?))).await?;
    Ok(page::done(&visit, &done))
}

pub async fn read_all(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, _| {
            super::read_all(act)?;
            Ok(Done::to("/inbox").say("inbox-marked-all", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- preferences ----

#[derive(Template)]
#[template(path = "notices/preferences.html")]
struct PreferencesPage {
    page: Page,
    form: Form,
    rhythms: Vec<(&'static str, String, String)>,
    rows: Vec<WishRow>,
    email: String,
}

struct WishRow {
    kind: &'static str,
    words: String,
    help: String,
    inbox: bool,
    mail: bool,
    mandatory: bool,
}

pub async fn preferences(visit: Visit) -> Answer {
    let (wishes, rhythm) = visit
        .read(|conn, visit| {
            let viewer = visit.viewer()?;
            Ok((super::wishes(conn, visit.state.slices, viewer)?, super::rhythm(conn, viewer)?))
        })
        .await?;
    let lang = visit.lang;
    let row = |wish: &Wish| WishRow {
        kind: wish.kind.word,
        words: kind_words(&visit, wish.kind.word),
        help: visit.lang.t(&format!("notice-{}-help", wish.kind.word.replace('_', "-"))),
        inbox: wish.inbox,
        mail: wish.mail,
        mandatory: wish.kind.mandatory,
    };
    let page = PreferencesPage {
        page: Page::new(&visit, "", "preferences-title"),
        form: Form::filled([("mails", rhythm.word().to_owned())]),
        rhythms: Rhythm::ALL
            .map(|(word, _)| (word, lang.t_of("rhythm-", word), lang.t(&format!("rhythm-{word}-help"))))
            .to_vec(),
        rows: wishes.iter().map(row).collect(),
        email: visit.viewer()?.email.clone().unwrap_or_default(),
    };
    page::ok(&visit, &page)
}

pub async fn set_preferences(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, form| {
            let wanted = |kind: &NoticeKind, way: &str| kind.mandatory || form.has(way, kind.word);
            let wish = |kind| Wish { kind, inbox: wanted(kind, "inbox"), mail: wanted(kind, "mail") };
            let reader = form.reader();
            let rhythm = reader.choice("mails", &Rhythm::ALL);
            reader.finish()?;
            super::wish(act, &kinds(act.state.slices).map(wish).collect::<Vec<_>>(), rhythm)?;
            Ok(Done::to("/preferences").say("preferences-saved", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- stopping ----

#[derive(Template)]
#[template(path = "notices/stop.html")]
struct StopPage {
    page: Page,
    kind: String,
    action: String,
    stopped: bool,
}

fn stop_page(visit: &Visit, which: Stopped, token: &str, stopped: bool) -> StopPage {
    StopPage {
        page: Page::new(visit, "", if stopped { "stopped-title" } else { "stop-title" }),
        kind: kind_words(visit, which.word()),
        action: format!("/notices/stop/{token}"),
        stopped,
    }
}

fn stopped(visit: &Visit, token: &str) -> Result<(i64, Stopped)> {
    stopped_by(&visit.state.keys, visit.state.slices, visit.coop()?.id, token).ok_or(Error::NotFound)
}

/// Scanners open links: opening this one changes nothing.
pub async fn stop_form(visit: Visit, token: web::Path<String>) -> Answer {
    let (_, which) = stopped(&visit, &token)?;
    page::ok(&visit, &stop_page(&visit, which, &token, false))
}

/// Stops a kind of mail. The token is the whole authority: this comes from a mail program's own button (RFC 8058) without
/// cookie, form token or session, and is answered without a redirect, as that RFC asks. Its body is not looked at.
pub async fn stop(visit: Visit, token: web::Path<String>) -> Answer {
    let (account, which) = stopped(&visit, &token)?;
    visit.write(move |act| super::stop(act, account, which)).await?;
    page::ok(&visit, &stop_page(&visit, which, &token, true))
}
