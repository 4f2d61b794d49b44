//! The public pages. No script, no names of members; kept by caches for five minutes when nobody is signed in. What stands on them the board
//! says, and looks at it before everybody does.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::decisions::{self, PublicDecision, kept};
use crate::figures::pages::{self as figures_pages, Stat};
use crate::figures::{self, Series};
use crate::platform::chart;
use crate::platform::error::{Error, Result};
use crate::platform::facade::{Facade, facade};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::{Done, Visit};
use crate::transparency::{Block, Shown, check_switches, public, rules, store, switch};

/// Decisions on the first page.
const LATEST: usize = 5;

#[derive(Template)]
#[template(path = "transparency/open.html")]
struct OpenPage {
    page: Page,
    promise: String,
    caption: String,
    homes: i64,
    facade: Facade,
    facade_words: String,
    stats: Vec<Stat>,
    charts: Vec<chart::Figure>,
    /// Nothing where decisions are not shown.
    decisions: Option<Vec<PublicDecision>>,
    more: bool,
    as_of: String,
    /// How the board stands, without a name; nothing where nobody wrote it down.
    board: Option<String>,
    /// The block that is looked at before it is shown, whether it is shown already, and its words.
    preview: Option<(&'static str, bool, String)>,
}

/// The figures in words.
fn stats(lang: Lang, shown: &Shown) -> Vec<Stat> {
    let mut stats = Vec::new();
    if let Some(size) = shown.figures.of("size").filter(|size| !size.rows.is_empty()) {
        let members = size.numbers("members").last().copied().unwrap_or(0);
        let day = size.rows.last().and_then(|row| row.cells[0].day()).map(|day| lang.day(day)).unwrap_or_default();
        stats.push(Stat {
            key: "members",
            name: lang.with("open-figure-members", &[("homes", shown.homes.into())]),
            value: lang.number(members),
            note: lang.with("open-figure-members-on", &[("day", day.into())]),
        });
    }
    if shown.has(Block::Homes) {
        let vacant = [("vacant", (shown.homes - shown.occupied).into())];
        stats.push(Stat {
            key: "homes",
            name: lang.t("open-figure-homes"),
            value: format!("{}/{}", shown.occupied, shown.homes),
            note: lang.with("open-figure-vacant", &vacant),
        });
    }
    if let Some(turnout) = shown.figures.of("turnout") {
        stats.push(figures_pages::turnout_stat(lang, turnout));
    }
    stats.extend(shown.figures.of("work").and_then(|work| work_stat(lang, work)));
    stats
}

fn work_stat(lang: Lang, work: &Series) -> Option<Stat> {
    let told = work.rows.iter().filter(|row| row.cells[2] != figures::Value::Nothing(()));
    let sums =
        told.fold((0, 0), |(done, in_time), row| (done + row.cells[1].number(), in_time + row.cells[2].number()));
    (sums.0 > 0).then(|| Stat {
        key: "tasks_on_time",
        name: lang.t("figures-stat-on-time"),
        value: lang.percent(sums.1, sums.0),
        note: lang.with("open-figure-quarters", &[("done", sums.0.into())]),
    })
}

/// The board in figures: members did not agree to have their names here.
fn board_said(lang: Lang, shown: &Shown) -> Option<String> {
    let board = &shown.board;
    let day = board.next_on.filter(|_| board.filled > 0 && shown.has(Block::Board))?;
    let (filled, seats, ending) = (board.filled.into(), board.seats.into(), board.ending.into());
    let figures = [("filled", filled), ("seats", seats), ("ending", ending), ("day", lang.day(day).into())];
    Some(lang.with("open-board-summary", &figures))
}

fn open_page(visit: &Visit, shown: &Shown, preview: Option<(&'static str, bool, String)>) -> Result<OpenPage> {
    let lang = visit.lang;
    let coop = visit.coop()?;
    let page = Page::named(visit, "", lang.with("open-title", &[("coop", coop.name(lang).into())]));
    let homes = if shown.has(Block::Homes) { shown.homes } else { 0 };
    let drawn = facade(homes, shown.occupied.min(homes), coop.id.0);
    let args = [("occupied", shown.occupied.into()), ("homes", homes.into())];
    let caption = match drawn.each {
        1 => lang.t("open-facade-pane"),
        several => lang.with("open-facade-panes", &[("homes", several.into())]),
    };
    let latest = shown.latest.get(..LATEST).unwrap_or(&shown.latest);
    let chart = |series: &Series| figures::pages::drawn_for_everybody(lang, series);
    let listed = decisions::public_decisions(lang, &page, latest, &shown.votes, shown.figures.group_min);
    Ok(OpenPage {
        promise: lang.with("open-lede", &[("coop", coop.name(lang).into()), ("homes", homes.into())]),
        caption,
        homes,
        facade_words: lang.with("open-facade", &args),
        facade: drawn,
        stats: stats(lang, shown),
        charts: shown.figures.series.iter().filter_map(chart).collect(),
        decisions: shown.has(Block::Decisions).then_some(listed),
        more: shown.latest.len() > LATEST,
        board: board_said(lang, shown),
        as_of: page.t1("open-as-of", "day", page.day(&shown.on)),
        preview,
        page,
    })
}

pub async fn index(visit: Visit) -> Answer {
    let shown = visit.read(|conn, visit| public(conn, visit.today(), None)).await?;
    kept(&visit, page::ok(&visit, &open_page(&visit, &shown, None)?)?)
}

// ---- files ----

/// What the page says in words, and the decisions on it.
pub async fn export(visit: Visit) -> Answer {
    let shown = visit.read(|conn, visit| public(conn, visit.today(), None)).await?;
    let lang = visit.lang;
    let headings = ["open-csv-key", "open-csv-what", "open-csv-value", "open-csv-note"].map(|key| lang.t(key));
    let mut rows: Vec<Vec<String>> = stats(lang, &shown)
        .into_iter()
        .map(|stat| vec![stat.key.to_owned(), stat.name, stat.value, stat.note])
        .collect();
    let page = Page::new(&visit, "", "open-decisions");
    let listed = decisions::public_decisions(lang, &page, &shown.latest, &shown.votes, shown.figures.group_min);
    rows.extend(
        listed.into_iter().map(|one| vec![format!("decision-{}", one.number), one.title, one.outcome_words, one.facts]),
    );
    kept(&visit, Table::new(headings, rows).answer(&visit, "figures")?)
}

/// The rows of a figure that is shown.
pub async fn figure_export(visit: Visit, name: web::Path<String>) -> Answer {
    let shown = visit.read(|conn, visit| public(conn, visit.today(), None)).await?;
    let series = shown.figures.of(&name).ok_or(Error::NotFound)?;
    kept(&visit, figures::pages::table(visit.lang, series).answer(&visit, series.figure.name)?)
}

/// All figures that are shown, as data.
pub async fn json(visit: Visit) -> Answer {
    let shown = visit.read(|conn, visit| public(conn, visit.today(), None)).await?;
    let body = figures::pages::described(&visit, shown.period, &shown.figures);
    kept(&visit, HttpResponse::Ok().json(body))
}

// ---- what is shown ----

struct Switch {
    word: &'static str,
    name: String,
    about: String,
    shown: bool,
}

#[derive(Template)]
#[template(path = "transparency/blocks.html")]
struct BlocksPage {
    page: Page,
    blocks: Vec<Switch>,
}

fn named(lang: Lang, block: Block) -> (String, String) {
    (lang.t_of("open-block-", block.word()), lang.t_of("open-block-about-", block.word()))
}

pub async fn blocks(visit: Visit) -> Answer {
    let switched = visit
        .read(|conn, visit| {
            check_switches(conn, visit)?;
            store::switched(conn)
        })
        .await?;
    let shown = rules::shown(&switched);
    let block = |(word, block): (&'static str, Block)| {
        let (name, about) = named(visit.lang, block);
        Switch { word, name, about, shown: shown.contains(&block) }
    };
    let blocks = Block::ALL.into_iter().map(block).collect();
    page::ok(&visit, &BlocksPage { page: Page::new(&visit, "settings", "open-blocks-title"), blocks })
}

/// The page as everybody would see it with this block.
pub async fn preview(visit: Visit, word: web::Path<String>) -> Answer {
    let block = Block::parse(&word).ok_or(Error::NotFound)?;
    let (is_shown, shown) = visit
        .read(move |conn, visit| {
            check_switches(conn, visit)?;
            let is_shown = rules::shown(&store::switched(conn)?).contains(&block);
            Ok((is_shown, public(conn, visit.today(), Some(block))?))
        })
        .await?;
    let preview = (block.word(), is_shown, named(visit.lang, block).0);
    page::ok(&visit, &open_page(&visit, &shown, Some(preview))?)
}

pub async fn change(visit: Visit, word: web::Path<String>, form: Form) -> Answer {
    let block = Block::parse(&word).ok_or(Error::NotFound)?;
    visit.read(check_switches).await?;
    let done = visit
        .submit(&form, move |act, form| -> Result<Done> {
            let reader = form.reader();
            let shown = reader.choice("shown", &[("yes", true), ("no", false)]);
            if shown.is_none() {
                reader.refuse("shown", "wrong-choice");
            }
            reader.finish()?;
            let shown = shown == Some(true);
            switch(act, block, shown)?;
            Ok(Done::to("/open/blocks").say(if shown { "open-block-now-shown" } else { "open-block-now-hidden" }, ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
