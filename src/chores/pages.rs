//! Chores as pages: this week and the next six, one chore, one turn. The form, absences and the sheet for the stairwell are in files of
//! their own.

mod away;
mod form;
mod sheet;
mod show;
mod turning;

use askama::Template;
use chrono::{Datelike, Days, NaiveDate};

pub use away::{absences, be_away, be_back};
pub use form::{add, edit, edit_form, new_form};
pub use sheet::sheet;
pub use show::{call, end, show};
pub use turning::{answer, ask, hand_over, skip, tick, turn, withdraw};

use super::turns::State;
use super::{Chore, Names, Turn, words};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;

/// How many weeks lie ahead on the page and on the sheet.
pub const WEEKS: u64 = 6;

/// A turn in words.
#[derive(Clone)]
pub struct Line {
    pub id: i64,
    pub task: i64,
    pub chore: i64,
    pub day: NaiveDate,
    pub title: String,
    pub who: String,
    pub why: String,
    /// Whether the reason is only that they are next.
    pub is_next: bool,
    /// A class of tag and its words; empty where there is nothing to say.
    pub tag: (&'static str, String),
    pub is_open: bool,
    pub note: String,
}

pub fn line(lang: Lang, turn: &Turn, names: Option<&Names>, today: NaiveDate) -> Line {
    let holders: Vec<String> = turn.holders.0.iter().map(|held| held.name(lang)).collect();
    let who = if holders.is_empty() { lang.t("chore-nobody") } else { words::capital(&holders.join(", ")) };
    Line {
        id: turn.id,
        task: turn.task_id,
        chore: turn.chore_id,
        day: turn.due_on,
        title: turn.title.clone(),
        who,
        why: names.map(|names| names.why(turn, lang)).unwrap_or_default(),
        is_next: turn.reason().is_some_and(|reason| reason.is_plain()),
        tag: tag(lang, turn, today),
        is_open: turn.state() == State::Open,
        note: turn.note.clone(),
    }
}

fn tag(lang: Lang, turn: &Turn, today: NaiveDate) -> (&'static str, String) {
    let said = |class, word| (class, lang.t_of("chore-state-", word));
    match turn.state() {
        State::Open if turn.due_on < today => said("bad", "late"),
        State::Open if turn.due_on == today => said("lamp", "today"),
        State::Open => ("", String::new()),
        State::Done => said("ok", "done"),
        State::Missed => said("bad", "missed"),
        State::Excused => said("", "excused"),
        State::Skipped => said("", "skipped"),
    }
}

/// The days of a chore in words: its rule, or that it is called for.
pub fn days_of(lang: Lang, chore: &Chore) -> String {
    let said = chore.rule().map_or_else(|| lang.t("chore-called-for"), |rule| words::rule(&rule, lang));
    words::capital(&said)
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
}

/// Lines by the week in which they are due.
pub fn weeks(lang: Lang, lines: Vec<Line>, today: NaiveDate) -> Vec<(String, Vec<Line>)> {
    let this = monday(today);
    let mut weeks: Vec<(NaiveDate, Vec<Line>)> = Vec::new();
    for line in lines {
        let week = monday(line.day);
        match weeks.last_mut() {
            Some((last, lines)) if *last == week => lines.push(line),
            _ => weeks.push((week, vec![line])),
        }
    }
    let named = |week: NaiveDate| {
        if week == this {
            lang.t("chores-this-week")
        } else {
            lang.with("chores-week", &[("day", lang.day(week).into())])
        }
    };
    weeks.into_iter().map(|(week, lines)| (named(week), lines)).collect()
}

pub fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

#[derive(Template)]
#[template(path = "chores/index.html")]
struct IndexPage {
    page: Page,
    /// The viewer's own.
    own: Vec<Line>,
    weeks: Vec<(String, Vec<Line>)>,
    /// Number, title, days, committee, whether it is over.
    chores: Vec<(i64, String, String, String, bool)>,
    may_set_up: bool,
    takes_part: bool,
}

pub async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let (from, until) = (monday(today), monday(today) + Days::new(7 * (WEEKS + 1) - 1));
    let (turns, names, chores, own) = visit
        .read(move |conn, visit| {
            let turns = super::rota(conn, from, until)?;
            let names = super::names(conn, &turns)?;
            let chores = super::list(conn, member(visit), today)?;
            Ok((turns, names, chores, super::own_of(conn, member(visit), today)?))
        })
        .await?;
    let lang = visit.lang;
    let me = member(&visit);
    let lines = turns.iter().map(|turn| line(lang, turn, Some(&names), today)).collect::<Vec<_>>();
    let is_own = |turn: &Turn| turn.state() == State::Open && turn.held().into_iter().any(|held| own.has(me, held));
    let mine = turns.iter().zip(&lines).filter(|(turn, _)| is_own(turn)).map(|(_, line)| line.clone()).collect();
    let in_words = |chore: &Chore| {
        let committee = chore.committee(lang).unwrap_or_default().to_owned();
        (chore.id, chore.title.clone(), days_of(lang, chore), committee, chore.is_over(today))
    };
    let page = IndexPage {
        page: Page::new(&visit, "chores", "chores-title"),
        own: mine,
        weeks: weeks(lang, lines, today),
        chores: chores.iter().map(in_words).collect(),
        may_set_up: visit.may(Permission::ChoresManage) || !own.leads.0.is_empty(),
        takes_part: visit.may(Permission::ChoresOwn),
    };
    page::ok(&visit, &page)
}
