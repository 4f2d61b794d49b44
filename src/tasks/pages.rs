//! The pages of tasks: what they share, and what their buttons do.

mod board;
pub mod completing;
pub mod figures;
mod form;
pub mod holders;
mod list;
pub mod live;
mod month;
pub mod several;
mod show;
pub mod steps;

use actix_web::web;
use chrono::{Datelike as _, NaiveDate};

pub use form::{add, edit, edit_form, new_form};
pub use list::export;
pub use show::show;

use super::listing::Span;
use super::{Filter, Held, Holder, Kind, Lane, Moved, Priority, Standing, Task, Wanted, Whose, rules};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

/// What of the tasks is looked at: the filters in the address, and whether as a list.
#[derive(Debug, Clone, Copy, Default)]
struct View {
    whose: Whose,
    committee_id: Option<i64>,
    wanted: Wanted,
    list: bool,
    span: Span,
}

impl View {
    /// Reads filters from an address. What cannot be read does not filter.
    fn read(query: &Form) -> Self {
        fn named<T: Copy + Default>(options: &[(&str, T)], word: &str) -> T {
            options.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning).unwrap_or_default()
        }
        Self {
            whose: named(&Whose::ALL, query.value("who")),
            committee_id: query.value("committee").parse().ok(),
            wanted: named(&Wanted::ALL, query.value("status")),
            list: query.value("view") == "list",
            span: Span {
                kind: Kind::parse(query.value("kind")),
                from: query.value("from").parse().ok(),
                until: query.value("until").parse().ok(),
                added_from: query.value("added-from").parse().ok(),
                added_until: query.value("added-until").parse().ok(),
            },
        }
    }

    /// Where a button was pressed, as its form says it.
    fn at(self) -> String {
        format!("board?{}", self.query())
    }

    /// The address of this view.
    fn address(self) -> String {
        let query = self.query();
        if query.is_empty() { "/tasks".to_owned() } else { format!("/tasks?{query}") }
    }

    fn query(self) -> String {
        let mut pairs = Vec::new();
        if self.list {
            pairs.push("view=list".to_owned());
        }
        if self.whose != Whose::All {
            pairs.push(format!("who={}", self.whose.word()));
        }
        pairs.extend(self.committee_id.map(|id| format!("committee={id}")));
        if self.list && self.wanted != Wanted::Open {
            pairs.push(format!("status={}", self.wanted.word()));
        }
        if self.list {
            pairs.extend(self.span.kind.map(|kind| format!("kind={}", kind.word())));
            pairs.extend(self.span.days().into_iter().filter_map(|(name, day)| Some(format!("{name}={}", day?))));
        }
        pairs.join("&")
    }

    fn filter(self, visit: &Visit) -> Filter {
        let viewer = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
        let (whose, wanted, committee_id) = (self.whose, self.wanted, self.committee_id);
        Filter { whose, wanted, committee_id, viewer, today: visit.today() }
    }
}

/// One filter as a link.
struct Pill {
    words: String,
    address: String,
    current: bool,
}

/// The filters that board and list share. `home` is the label of the viewer's unit.
fn pills(visit: &Visit, view: View, home: Option<&str>, committees: &[(i64, String)]) -> Vec<Pill> {
    let lang = visit.lang;
    let whose = |whose: Whose, words: String| Pill {
        words,
        address: View { whose, committee_id: None, ..view }.address(),
        current: view.whose == whose && view.committee_id.is_none(),
    };
    let mut all = vec![whose(Whose::All, lang.t("tasks-all"))];
    if visit.viewer.as_ref().is_some_and(|viewer| viewer.member_id.is_some()) {
        all.push(whose(Whose::Mine, lang.t("tasks-mine")));
    }
    if let Some(label) = home {
        all.push(whose(Whose::Home, lang.with("tasks-of-home", &[("home", label.into())])));
    }
    all.push(whose(Whose::Nobody, lang.t("tasks-of-nobody")));
    all.extend(committees.iter().map(|(id, name)| Pill {
        words: name.clone(),
        address: View { committee_id: Some(*id), whose: Whose::All, ..view }.address(),
        current: view.committee_id == Some(*id),
    }));
    all
}

/// The same filters as choices of a form: (value, words, chosen).
fn whose_options(visit: &Visit, view: View, home: Option<&str>) -> Vec<(&'static str, String, bool)> {
    let lang = visit.lang;
    let member = visit.viewer.as_ref().is_some_and(|viewer| viewer.member_id.is_some());
    let words = |whose| match (whose, home) {
        (Whose::All, _) => Some(lang.t("tasks-everybody")),
        (Whose::Mine, _) => member.then(|| lang.t("tasks-mine")),
        (Whose::Nobody, _) => Some(lang.t("tasks-of-nobody")),
        (Whose::Home, label) => label.map(|label| lang.with("tasks-of-home", &[("home", label.into())])),
    };
    let option = |(word, whose): (&'static str, Whose)| Some((word, words(whose)?, view.whose == whose));
    Whose::ALL.into_iter().filter_map(option).collect()
}

/// Board, list or month.
pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let view = View::read(&query);
    if query.value("view") == "month" {
        return month::page(visit, view, &query).await;
    }
    if view.list { list::page(visit, &query).await } else { board::page(visit, view).await }
}

// ---- words about a task ----

/// What the viewer may do with tasks at all, and what they are to one of them.
fn standing(visit: &Visit, task: &Task) -> Standing {
    if !visit.may(Permission::TasksCreate) {
        return Standing::default();
    }
    let account = visit.viewer.as_ref().map(|viewer| viewer.account_id);
    super::standing(task, account, visit.may(Permission::TasksManage))
}

fn may_take(visit: &Visit, task: &Task) -> bool {
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id).map(Holder::Member);
    let asked = task.is_nobodys() || task.places.is_some();
    let has = task.holders.0.iter().any(|held| held.holder() == member && !held.has_left);
    member.is_some() && task.is_open() && asked && !has && visit.may(Permission::TasksCreate)
}

/// A holder in words.
fn holder_words(visit: &Visit, held: &Held) -> String {
    let (lang, name) = (visit.lang, held.name(visit.lang));
    match held.holder() {
        Some(Holder::Member(_)) if held.own => lang.t("task-you"),
        Some(Holder::Unit(_)) => {
            lang.with(if held.own { "task-your-home" } else { "task-home" }, &[("home", name.into())])
        }
        _ => name.to_owned(),
    }
}

/// The most names that a card or a row shows.
const NAMES_SHOWN: usize = 3;

/// Whose it is, in words.
fn who(visit: &Visit, task: &Task) -> String {
    let lang = visit.lang;
    let names: Vec<String> = task.held().map(|held| holder_words(visit, held)).collect();
    if names.len() > NAMES_SHOWN {
        let shown = names[..NAMES_SHOWN - 1].join(", ");
        let more = (names.len() + 1 - NAMES_SHOWN).to_string();
        return lang.with("task-and-more", &[("names", shown.into()), ("count", more.into())]);
    }
    if !names.is_empty() {
        return names.join(", ");
    }
    match task.holders.0.iter().rfind(|held| held.has_left) {
        Some(was) => lang.with("task-nobody-left", &[("name", was.name(lang).into())]),
        None => lang.t("task-nobody"),
    }
}

/// Two letters for a name, the label of a home, how many of a committee it is; a question mark for nobody.
fn initials(visit: &Visit, task: &Task) -> String {
    let first = |word: &str| word.chars().next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let Some(held) = task.held().next() else { return "?".to_owned() };
    let name = held.name(visit.lang);
    match held.holder() {
        Some(Holder::Unit(_)) => name.chars().take(3).collect(),
        _ => {
            let words: Vec<&str> = name.split_whitespace().collect();
            let last = if words.len() > 1 { words.last() } else { None };
            words.first().into_iter().chain(last).map(|word| first(word)).collect()
        }
    }
}

/// "2 of 4 places taken", "all 4 places taken, 1 waits".
fn places(visit: &Visit, task: &Task) -> Option<String> {
    let (places, taken) = (task.places?, task.held().count());
    let waiting = task.holders.0.iter().filter(|held| held.waits && !held.has_left).count();
    let args = [
        ("places", places.to_string().into()),
        ("taken", taken.to_string().into()),
        ("waiting", (waiting as i64).into()),
    ];
    Some(visit.lang.with(if waiting > 0 { "task-places-waiting" } else { "task-places" }, &args))
}

/// "Sunday 22 November", with the year when it is another one.
fn short_day(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        format!("{} {}", lang.weekday(day), lang.day_and_month(day))
    } else {
        lang.long_day(day)
    }
}

/// What there is to say of a task's date at a glance: kind (`bad`, `lamp`, `ok`) and words.
fn tag(visit: &Visit, task: &Task) -> Option<(&'static str, String)> {
    let (lang, today) = (visit.lang, visit.today());
    if task.lane() == Some(Lane::Done) {
        return Some(("ok", lang.t("task-tag-done")));
    }
    let Some(due_on) = task.due_on else {
        let high = task.priority == Priority::High && task.is_open();
        return high.then(|| ("lamp", lang.t("task-tag-high")));
    };
    let days = (due_on - today).num_days();
    if rules::late(task.lane(), task.due_on, today) {
        return Some(("bad", lang.t("task-tag-late")));
    }
    match days {
        _ if task.lane().is_none() => None,
        _ if task.priority == Priority::High => Some(("lamp", lang.t("task-tag-high"))),
        0 => Some(("lamp", lang.t("task-tag-today"))),
        1..=7 => Some(("lamp", lang.t("task-tag-week"))),
        _ => None,
    }
}

/// "1 h 30 min".
pub fn duration(lang: Lang, minutes: i32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, odd) => lang.with("tasks-duration-minutes", &[("minutes", odd.into())]),
        (hours, 0) => lang.with("tasks-duration-hours", &[("hours", hours.into())]),
        (hours, odd) => lang.with("tasks-duration-both", &[("hours", hours.into()), ("minutes", odd.into())]),
    }
}

// ---- buttons ----

fn read_version(form: &Form) -> Result<i32> {
    form.value("version").parse().map_err(|_| Error::BadRequest)
}

/// Where a button was pressed: on the board with these filters, or else on the page of the task.
fn pressed_on_board(form: &Form) -> Option<View> {
    let at = form.value("at").strip_prefix("board?")?;
    Some(View { list: false, ..View::read(&Form::parse(at.as_bytes()).ok()?) })
}

/// Puts a task on another lane, on the board or on its own page.
pub async fn move_to(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (id.into_inner(), visit.lang);
    let to = Lane::parse(form.value("to")).ok_or(Error::BadRequest)?;
    let view = pressed_on_board(&form);
    let back = view.map_or_else(|| format!("/tasks/{id}"), |view| format!("{}#{}", view.address(), to.word()));
    let outcome = visit
        .submit(&form, move |act, form| {
            let step = if form.value("undo").is_empty() { super::move_to } else { super::take_back };
            let moved = step(act, id, to, read_version(form)?)?;
            let done = Done::to(back).say("task-moved", lang.t_of("lane-", to.word()));
            Ok(with_undo(done, id, &moved, view))
        })
        .await;
    match (view.filter(|_| visit.wants_fragment), outcome) {
        (Some(view), Ok(done)) => board::fragment(visit, view, id, Some(done)).await,
        (Some(view), Err(Error::Conflict("conflict-changed"))) => board::fragment(visit, view, id, None).await,
        (_, outcome) => Ok(page::done(&visit, &outcome?)),
    }
}

/// The button that takes a step back, if it left a lane.
fn with_undo(done: Done, id: i64, moved: &Moved, view: Option<View>) -> Done {
    let Some(from) = moved.from else { return done };
    let (version, at) = (moved.version.to_string(), view.map(View::at).unwrap_or_default());
    let fields = [("to", from.word()), ("version", &version), ("at", &at), ("undo", "1")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    done.undo(format!("/tasks/{id}/move"), fields.to_vec())
}

/// "I'll take it."
pub async fn take(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let view = pressed_on_board(&form);
    let back = view.map_or_else(|| format!("/tasks/{id}"), |view| format!("{}#task-{id}", view.address()));
    let outcome = visit
        .submit(&form, move |act, _| {
            let (task, waits) = super::take(act, id)?;
            Ok(Done::to(back).say(if waits { "task-waits-for-place" } else { "task-taken" }, task.title))
        })
        .await;
    match (view.filter(|_| visit.wants_fragment), outcome) {
        (Some(view), Ok(done)) => board::fragment(visit, view, id, Some(done)).await,
        (Some(view), Err(Error::Conflict(_))) => board::fragment(visit, view, id, None).await,
        (_, outcome) => Ok(page::done(&visit, &outcome?)),
    }
}

/// "I cannot do it."
pub async fn give_up(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let why = reader.line("give_up_why", rules::TITLE_MAX);
            reader.finish()?;
            let task = super::give_up(act, id, &why)?;
            Ok(Done::to(format!("/tasks/{id}")).say("task-given-up", task.title))
        })
        .await;
    show::answered(visit, id, form, outcome).await
}

/// "Follow", or "Mute".
pub async fn follow(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            super::find(act.conn, id)?;
            let reader = form.reader();
            let follows = reader.required_choice("follows", &[("yes", true), ("no", false)]);
            reader.finish()?;
            let follows = follows.unwrap_or_default();
            let task = super::follow(act, id, follows)?;
            Ok(Done::to(format!("/tasks/{id}#talk"))
                .say(if follows { "task-followed" } else { "task-muted" }, task.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn agree(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            let task = super::agree(act, id, read_version(form)?)?;
            Ok(Done::to(format!("/tasks/{id}")).say("task-agreed", task.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn cancel(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            let moved = super::cancel(act, id, read_version(form)?)?;
            let done = Done::to(format!("/tasks/{id}")).say("task-cancelled", moved.title.clone());
            Ok(with_undo(done, id, &moved, None))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
