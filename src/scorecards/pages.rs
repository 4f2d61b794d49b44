//! The scorecard of a member, the facts behind its figures, the list for admins.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::rules::{Group, hours};
use super::slice;
use super::store::{self, Line};
use super::{Card, Figure, Run, Score, Way};
use crate::platform::chart;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page, see_other};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

const LINES_MAX: i64 = 100;

/// One figure as it stands on the card.
struct Shown {
    figure: Figure,
    /// "9", "9 of 10", "21 h 30".
    value: String,
    /// For the bar: how much of the whole, in percent; nothing where there is no whole.
    percent: Option<i64>,
}

fn shown(page: &Page, figure: Figure, scores: &[Score]) -> Shown {
    let score = scores.iter().find(|score| score.figure == figure.word());
    let (value, whole) = score.map_or((0, None), |score| (i64::from(score.value), score.whole.map(i64::from)));
    Shown {
        figure,
        value: said(page, figure, value, whole),
        percent: whole.filter(|whole| *whole > 0).map(|whole| value * 100 / whole),
    }
}

fn said(page: &Page, figure: Figure, value: i64, whole: Option<i64>) -> String {
    match (figure, whole) {
        (Figure::MinutesGiven, _) => hours(value),
        (_, Some(whole)) => page.t2("score-of", "value", value, "whole", whole),
        (_, None) => page.lang().number(value),
    }
}

/// One month of the history table.
struct Month {
    day: NaiveDate,
    values: Vec<String>,
}

#[derive(Template)]
#[template(path = "scorecards/show.html")]
struct CardPage {
    page: Page,
    member: i64,
    own: bool,
    /// What is thanked for; and open tasks that nobody has: address, title, until when.
    thanks: String,
    ways: Vec<(String, String, String)>,
    from: NaiveDate,
    to: NaiveDate,
    figures: Vec<Shown>,
    months: Vec<Month>,
    /// What was given year by year; and how much the homes gave, where enough did.
    years: Option<chart::Figure>,
    others: Option<chart::Figure>,
}

/// One's own card; for admins, everybody's.
pub async fn index(visit: Visit, query: Query) -> Answer {
    if visit.may(Permission::ScoresRun) {
        return list(visit, query).await;
    }
    match visit.viewer()?.member_id {
        Some(member) => Ok(see_other(&format!("/scorecards/{member}"))),
        None => Err(Error::NotFound),
    }
}

pub async fn show(visit: Visit, member: web::Path<i64>) -> Answer {
    let member = member.into_inner();
    let card = visit.read(move |conn, visit| super::card(conn, visit, member)).await?;
    let own = visit.viewer()?.member_id == Some(member);
    let page = if own {
        Page::new(&visit, "scorecards", "score-title-own")
    } else {
        Page::named(&visit, "scorecards", visit.lang.with("score-title-of", &[("name", card.name.as_str().into())]))
    };
    page::ok(&visit, &card_page(page, member, own, &card))
}

fn card_page(page: Page, member: i64, own: bool, card: &Card) -> CardPage {
    let lang = page.lang();
    let figures = Figure::ALL.into_iter().map(|figure| {
        let mut shown = shown(&page, figure, &card.scores);
        if card.scores.iter().any(|score| score.figure == figure.word() && score.whole == Some(0)) {
            shown.value = lang.t("score-none-of");
        }
        shown
    });
    let figures = figures.collect();
    let value = |figure: Figure| {
        card.scores.iter().find(|score| score.figure == figure.word()).map_or(0, |score| i64::from(score.value))
    };
    let (minutes, done) = (value(Figure::MinutesGiven), value(Figure::TasksDone));
    let args = [("hours", hours(minutes).into()), ("tasks", done.into()), ("from", lang.day(card.from).into())];
    let thanks = match (minutes > 0, done > 0) {
        (false, false) => "score-thanks-none",
        (true, false) => "score-thanks-hours",
        (false, true) => "score-thanks-tasks",
        (true, true) => "score-thanks-both",
    };
    let way = |way: &Way| {
        let key = |day| if day < card.to { "score-way-late" } else { "score-way-until" };
        let until = way.due_on.map(|day| lang.with(key(day), &[("day", lang.day(day).into())]));
        (format!("/tasks/{}", way.id), way.title.clone(), until.unwrap_or_default())
    };
    CardPage {
        years: years(lang, card),
        others: others(lang, card).filter(|_| own),
        figures,
        months: months(&page, &card.history),
        thanks: lang.with(thanks, &args),
        ways: card.ways.iter().map(way).collect(),
        from: card.from,
        to: card.to,
        page,
        member,
        own,
    }
}

fn figure(
    id: &'static str,
    title: String,
    note: String,
    bars: &[chart::Bar],
    rows: Vec<Vec<String>>,
    headings: [String; 2],
) -> chart::Figure {
    let most = bars.iter().map(|bar| bar.1).max().unwrap_or(0).max(1);
    let said = |bar: &chart::Bar| format!("{}: {}", bar.0, bar.2);
    chart::Figure {
        id,
        title,
        note,
        description: bars.iter().map(said).collect::<Vec<_>>().join(", "),
        drawing: chart::Drawing::Columns(chart::columns(bars, most, "", |_| String::new())),
        table: Table::new(headings, rows),
        hrefs: Vec::new(),
        address: String::new(),
        query: String::new(),
        closer: false,
    }
}

/// The hours of each year, once there are two.
fn years(lang: Lang, card: &Card) -> Option<chart::Figure> {
    let bars: Vec<chart::Bar> =
        card.years.iter().map(|(year, minutes)| (year.to_string(), (*minutes).max(0), hours(*minutes), None)).collect();
    let rows = bars.iter().map(|bar| vec![bar.0.clone(), bar.2.clone()]).collect();
    let headings = ["score-year", "score-hours-given"].map(|key| lang.t(key));
    let (title, note) = (lang.t("score-years-title"), lang.t("score-years-note"));
    (bars.len() > 1).then(|| figure("years", title, note, &bars, rows, headings))
}

/// How many homes gave how much; the reader's own group stands ahead.
fn others(lang: Lang, card: &Card) -> Option<chart::Figure> {
    let own = card.groups.iter().position(|group| group.own);
    let label = |group: &Group| match group.until {
        Some(until) => lang.with("score-group", &[("from", (group.from / 60).into()), ("until", (until / 60).into())]),
        None => lang.with("score-group-last", &[("from", (group.from / 60).into())]),
    };
    let words = |group: &Group| {
        let key = if group.own { "score-group-own" } else { "score-group-homes" };
        lang.with(key, &[("homes", group.homes.into())])
    };
    let bars: Vec<chart::Bar> =
        card.groups.iter().map(|group| (label(group), group.homes, words(group), None)).collect();
    let rows = bars.iter().map(|bar| vec![bar.0.clone(), bar.2.clone()]).collect();
    let headings = ["score-hours-given", "score-homes"].map(|key| lang.t(key));
    let args = [("from", lang.day(card.from).into()), ("until", lang.day(card.told).into())];
    let (title, note) = (lang.t("score-others-title"), lang.with("score-others-note", &args));
    let mut drawn = figure("others", title, note, &bars, rows, headings);
    if let chart::Drawing::Columns(columns) = drawn.drawing {
        drawn.drawing = chart::Drawing::Columns(columns.with_one_ahead(own));
    }
    own.map(|_| drawn)
}

fn months(page: &Page, history: &[(NaiveDate, Score)]) -> Vec<Month> {
    let mut days: Vec<NaiveDate> = history.iter().map(|(day, _)| *day).collect();
    days.dedup();
    days.into_iter()
        .map(|day| {
            let scores: Vec<Score> =
                history.iter().filter(|(of, _)| *of == day).map(|(_, score)| score.clone()).collect();
            Month { day, values: Figure::ALL.into_iter().map(|figure| shown(page, figure, &scores).value).collect() }
        })
        .collect()
}

struct ShownFact {
    href: String,
    title: String,
    day: String,
    counted: bool,
    excused: bool,
    amount: String,
}

#[derive(Template)]
#[template(path = "scorecards/facts.html")]
struct FactsPage {
    page: Page,
    member: i64,
    figure: Figure,
    from: NaiveDate,
    to: NaiveDate,
    facts: Vec<ShownFact>,
    sum: String,
}

pub async fn facts(visit: Visit, path: web::Path<(i64, String)>) -> Answer {
    let (member, figure) = path.into_inner();
    let figure = Figure::parse(&figure).ok_or(Error::NotFound)?;
    let ((from, to), facts) = visit.read(move |conn, visit| super::facts(conn, visit, member, figure)).await?;
    let page = Page::new(&visit, "scorecards", &format!("score-{}", figure.slug()));
    let amount = |fact: &super::Fact| i64::from(fact.amount);
    let value = facts.iter().filter(|fact| fact.counted).map(amount).sum();
    let whole = figure.has_whole().then(|| facts.iter().map(amount).sum());
    let sum = said(&page, figure, value, whole);
    let lang = visit.lang;
    let facts = facts
        .into_iter()
        .map(|fact| ShownFact {
            href: fact.href,
            title: if lang == Lang::En { fact.title_en } else { fact.title_fr },
            day: fact.happened_on.map(|day| lang.day(day)).unwrap_or_default(),
            counted: fact.counted,
            excused: fact.amount == 0,
            amount: if figure == Figure::MinutesGiven { hours(fact.amount.into()) } else { String::new() },
        })
        .collect();
    page::ok(&visit, &FactsPage { page, member, figure, from, to, facts, sum })
}

/// One member in the list.
struct ShownLine {
    member_id: i64,
    name: String,
    /// In the order of `Figure::ALL`.
    values: Vec<String>,
}

#[derive(Template)]
#[template(path = "scorecards/index.html")]
struct ListPage {
    page: Page,
    run: Option<Run>,
    lines: Vec<ShownLine>,
    /// The address of the next page, when there is one.
    next: Option<String>,
}

async fn list(visit: Visit, Query(query): Query) -> Answer {
    let after = query.value("after").to_owned();
    let (run, mut lines) = visit
        .read(move |conn, _| {
            let Some(run) = store::latest_run(conn)? else { return Ok((None, Vec::new())) };
            let (name, id) = after.rsplit_once('|').unwrap_or(("", "0"));
            let lines = store::lines(conn, run.id, (name, id.parse().unwrap_or(0)), LINES_MAX + 1)?;
            Ok((Some(run), lines))
        })
        .await?;
    let page = Page::new(&visit, "scorecards", "score-list-title");
    let more = lines.len() as i64 > LINES_MAX;
    lines.truncate(LINES_MAX as usize);
    let next = lines.last().filter(|_| more).map(|last| {
        let key: String =
            url::form_urlencoded::byte_serialize(format!("{}|{}", last.sort_name, last.member_id).as_bytes()).collect();
        format!("/scorecards?after={key}")
    });
    let lines = lines.into_iter().map(|line| line_of(&page, line)).collect();
    page::ok(&visit, &ListPage { page, run, lines, next })
}

fn line_of(page: &Page, line: Line) -> ShownLine {
    let values = Figure::ALL.into_iter().map(|figure| shown(page, figure, &line.scores.0).value).collect();
    ShownLine { member_id: line.member_id, name: line.name, values }
}

/// Everybody's figures, the whole list.
pub async fn export(visit: Visit) -> Answer {
    let lines = visit.read(|conn, _| super::all(conn)).await?;
    let page = Page::new(&visit, "scorecards", "score-list-title");
    let headings = std::iter::once("member").chain(Figure::ALL.map(Figure::slug));
    let rows = lines.into_iter().map(|line| {
        let line = line_of(&page, line);
        table_row![line.name].into_iter().chain(line.values.into_iter().map(Into::into)).collect::<Vec<_>>()
    });
    Table::new(headings.map(|name| visit.lang.t_of("score-", name)).collect::<Vec<_>>(), rows)
        .taken(&visit, &slice::SCORES_EXPORTED, &format!("scorecards-{}", visit.today()))
        .await
}

/// The figures of a member at the end of each month.
pub async fn history_export(visit: Visit, member: web::Path<i64>) -> Answer {
    let member = member.into_inner();
    let card = visit.read(move |conn, visit| super::card(conn, visit, member)).await?;
    let page = Page::new(&visit, "scorecards", "score-list-title");
    let names = Figure::ALL.map(|figure| visit.lang.t_of("score-", figure.slug()));
    let rows = months(&page, &card.history).into_iter().map(|month| {
        let values = month.values.into_iter().map(Into::into);
        table_row![month.day].into_iter().chain(values).collect::<Vec<_>>()
    });
    Table::new([vec![visit.lang.t("score-until")], names.to_vec()].concat(), rows)
        .answer(&visit, &format!("scorecard-{member}"))
}

/// Counts now instead of tonight.
pub async fn run_now(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, |act, _| -> Result<Done> {
            let run = super::run(act)?;
            Ok(Done::to("/scorecards").say("score-counted", run.members.to_string()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
