//! The board: four lanes of cards.

use askama::Template;

use super::show::happened;
use super::{Pill, View, initials, may_take, pills, places, short_day, standing, tag, who, whose_options};
use crate::committees;
use crate::platform::error::Result;
use crate::platform::events;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::tasks::{self, LANE_MAX, Lane, Task, Wanted};
use crate::units;

/// The most tasks that are counted as waiting for somebody.
const WAITING_MAX: i64 = 1_000;

#[derive(Template)]
#[template(path = "tasks/board.html", blocks = ["lanes"])]
struct BoardPage {
    page: Page,
    pills: Vec<Pill>,
    list_address: String,
    whose: Vec<(&'static str, String, bool)>,
    committees: Vec<(i64, String, bool)>,
    lanes: Vec<LaneView>,
    /// How the board stood when these were read.
    stands: String,
    /// Where the buttons were pressed, sent along with each.
    at: String,
    /// After a change by htmx: what to say, and the message with its way back.
    say: String,
    change: Option<Done>,
    /// How many tasks wait for the viewer, for the navigation.
    waiting: i64,
    may_add: bool,
    may_manage: bool,
}

struct LaneView {
    word: &'static str,
    glyph: &'static str,
    /// The lane that usually follows, chosen when the form opens.
    next: &'static str,
    count: i64,
    cards: Vec<Card>,
    /// Where all of them are, when these are only some.
    all_address: Option<String>,
}

struct Card {
    id: i64,
    title: String,
    version: i32,
    mine: bool,
    moved: bool,
    initials: String,
    who: String,
    tag: Option<(&'static str, String)>,
    facts: String,
    may_move: bool,
    may_take: bool,
}

pub async fn page(visit: Visit, view: View) -> Answer {
    let page = load(&visit, view).await?;
    page::ok(&visit, &page)
}

/// The lanes after a button was pressed on one card. Without `done`, somebody else was quicker: it says who, and what they did.
pub async fn fragment(visit: Visit, view: View, id: i64, done: Option<Done>) -> Answer {
    let mut board = load(&visit, view).await?;
    let (waiting, task, last) = visit
        .read(move |conn, visit| {
            let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
            let waiting =
                member.map(|member| tasks::waiting_for(conn, member, visit.today(), WAITING_MAX)).transpose()?;
            let last = events::of_subject(conn, "task", id, 1)?.pop();
            Ok((waiting.map_or(0, |all| all.len() as i64), tasks::find(conn, id)?, last))
        })
        .await?;
    board.waiting = waiting;
    let words = if let Some(Done { flash: Some(flash), .. }) = &done {
        board.page.flash_words(flash)
    } else {
        let happened = last.map(|event| happened(&visit, &event)).unwrap_or_default();
        visit.lang.with("task-moved-meanwhile", &[("name", task.title.into()), ("happened", happened.into())])
    };
    let moved = done.as_ref().and_then(|done| done.flash.as_ref()).is_some_and(|flash| flash.key == "task-moved");
    board.say = match place(&mut board, id) {
        Some((place, count)) if moved => visit.lang.with(
            "task-place",
            &[("words", words.into()), ("place", place.to_string().into()), ("count", count.to_string().into())],
        ),
        _ => words,
    };
    board.change = done;
    page::fragment(board.as_lanes().render())
}

/// Marks the card that was moved; its place in its lane, and how many the lane has.
fn place(board: &mut BoardPage, id: i64) -> Option<(usize, i64)> {
    board.lanes.iter_mut().find_map(|lane| {
        let at = lane.cards.iter().position(|card| card.id == id)?;
        lane.cards[at].moved = true;
        Some((at + 1, lane.count))
    })
}

async fn load(visit: &Visit, view: View) -> Result<BoardPage> {
    let (stands, cards, committees, home) = visit
        .read(move |conn, visit| {
            // asked before the cards: what changes in between is told again, and not missed
            let stands = tasks::stands(conn, visit.now)?;
            let cards = tasks::board(conn, &view.filter(visit), visit.now)?;
            let committees = committees::options(conn, visit.lang)?;
            let home = match visit.viewer.as_ref().and_then(|viewer| viewer.member_id) {
                Some(member) => units::of_member(conn, member, visit.today())?.into_iter().next(),
                None => None,
            };
            Ok((stands, cards, committees, home.map(|(_, label)| label)))
        })
        .await?;
    let chosen = |(id, name): &(i64, String)| (*id, name.clone(), view.committee_id == Some(*id));
    Ok(BoardPage {
        page: Page::new(visit, "tasks", "tasks-title"),
        pills: pills(visit, view, home.as_deref(), &committees),
        list_address: View { list: true, ..view }.address(),
        whose: whose_options(visit, view, home.as_deref()),
        committees: committees.iter().map(chosen).collect(),
        lanes: Lane::ALL.into_iter().map(|(word, lane)| lane_view(visit, view, word, lane, &cards)).collect(),
        stands,
        at: view.at(),
        say: String::new(),
        change: None,
        waiting: 0,
        may_add: visit.may(crate::policy::Permission::TasksCreate),
        may_manage: visit.may(crate::policy::Permission::TasksManage),
    })
}

fn lane_view(visit: &Visit, view: View, word: &'static str, lane: Lane, tasks: &[Task]) -> LaneView {
    let own: Vec<&Task> = tasks.iter().filter(|task| task.lane() == Some(lane)).collect();
    let count = own.first().map_or(0, |task| task.lane_count);
    LaneView {
        word,
        glyph: match lane {
            Lane::Todo => "",
            Lane::Doing => " half",
            Lane::Waiting => " wait",
            Lane::Done => " full",
        },
        next: lane.next().word(),
        count,
        cards: own.into_iter().map(|task| card(visit, task)).collect(),
        all_address: (count > LANE_MAX).then(|| View { list: true, wanted: Wanted::On(lane), ..view }.address()),
    }
}

fn card(visit: &Visit, task: &Task) -> Card {
    let day = match task.done_at {
        Some(at) => Some(crate::platform::clock::date_in(visit.coop.as_ref().map_or(chrono_tz::UTC, |c| c.zone), at)),
        None => task.due_on,
    };
    let day = day.map(|day| short_day(visit.lang, day, visit.today()));
    let at = task.due_at.filter(|_| task.is_open()).map(|at| visit.lang.time_of_day(at));
    let steps = (task.steps > 0 && task.is_open()).then(|| {
        let (ticked, steps) = (task.steps_ticked.to_string(), task.steps.to_string());
        visit.lang.with("task-steps-of", &[("ticked", ticked.into()), ("steps", steps.into())])
    });
    let committee = task.committee(visit.lang).map(str::to_owned);
    let facts: Vec<String> =
        day.into_iter().chain(at).chain(committee).chain(places(visit, task)).chain(steps).collect();
    Card {
        id: task.id,
        title: task.title.clone(),
        version: task.version,
        mine: task.mine && task.lane() != Some(Lane::Done),
        moved: false,
        initials: initials(visit, task),
        who: who(visit, task),
        tag: tag(visit, task),
        facts: facts.join(", "),
        may_move: standing(visit, task).may_change(),
        may_take: may_take(visit, task),
    }
}
