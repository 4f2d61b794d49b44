//! What came of a survey: how many answered, how often each was chosen, and what people wrote, as far as it was released. For everybody in the
//! co-op, on the page, on paper and as a file.

use actix_web::web;
use askama::Template;

use super::{Answer, Page, address, load, mean, options, rate};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::page;
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::surveys::rules::{self, Change};
use crate::surveys::{self, Comment, GOAL, GROUP_MIN, Kind, Question, Satisfaction, Standing, Status, Survey};

/// One of the things that could be chosen: how many chose it.
struct Bar {
    words: String,
    count: i32,
    percent: i32,
}

/// A question with what came of it.
struct Shown {
    number: i32,
    text: String,
    given: String,
    /// Why there are no bars, where that has to be said.
    hidden: Option<String>,
    several: bool,
    mean: Option<String>,
    change: Option<String>,
    bars: Vec<Bar>,
    comments: Vec<String>,
    /// How many are not shown, and why.
    apart: Vec<String>,
}

/// How satisfied people are all in all.
struct Overall {
    said: String,
    /// Of the width of the bar, in percent.
    percent: i32,
    goal: String,
    reached: bool,
    change: Option<String>,
}

struct Round {
    id: i64,
    name: String,
    day: String,
    rate: String,
    mean: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "surveys/results.html")]
struct ResultsPage {
    page: Page,
    id: i64,
    ended: String,
    rate: String,
    rate_percent: i32,
    /// Why nothing was counted.
    failed: Option<String>,
    try_again: bool,
    too_few: Option<String>,
    overall: Option<Overall>,
    shown: Vec<Shown>,
    rounds: Vec<Round>,
    next: Option<String>,
    may_manage: bool,
    may_moderate: bool,
    /// How many comments nobody has read, in words.
    waiting: Option<String>,
}

fn bars(lang: Lang, question: &Question) -> Vec<Bar> {
    let (counts, given) = (question.counts.as_deref().unwrap_or_default(), question.given.unwrap_or_default());
    let one = |((_, words), count): ((String, String), &i32)| Bar {
        words,
        count: *count,
        percent: rules::percent(*count, given),
    };
    let mut bars: Vec<Bar> = options(lang, question).into_iter().zip(counts).map(one).collect();
    if question.kind == Kind::Scale {
        bars.reverse();
    }
    bars
}

/// How a mean compares with that of the round before.
fn change(lang: Lang, before: Option<&Question>, now: Option<i32>) -> Option<String> {
    let (before, now) = (before?.mean()?, now?);
    let key = format!("survey-change-{}", Change::of(before, now).word());
    Some(lang.with(&key, &[("mean", mean(lang, before).into())]))
}

fn shown(lang: Lang, question: &Question, before: Option<&Survey>, comments: &[Comment]) -> Shown {
    let same = |one: &&Question| one.kind == question.kind && one.text_en == question.text_en;
    let before = before.and_then(|survey| survey.questions.0.iter().find(same));
    let given = question.given.unwrap_or_default();
    let own: Vec<&Comment> = comments.iter().filter(|comment| comment.question == question.number).collect();
    let of = |standing: Standing| own.iter().filter(move |comment| comment.standing == standing);
    let waiting = of(Standing::Waiting).count();
    let held =
        of(Standing::Held).map(|comment| lang.with("survey-comment-held", &[("why", comment.why.as_str().into())]));
    let unread = (waiting > 0).then(|| lang.with("survey-comments-unread", &[("count", waiting.into())]));
    let hidden = question.kind != Kind::Text && question.counts.is_none();
    let words = lang.with("survey-given", &[("count", given.into())]);
    Shown {
        number: question.number,
        text: question.text(lang).to_owned(),
        hidden: hidden.then(|| match given {
            0 => words.clone(),
            _ => lang.with("survey-few-here", &[("count", GROUP_MIN.into())]),
        }),
        given: words,
        several: question.kind == Kind::Choices,
        mean: question.mean().map(|now| lang.with("survey-of-five", &[("mean", mean(lang, now).into())])),
        change: change(lang, before, question.mean()),
        bars: if hidden { Vec::new() } else { bars(lang, question) },
        comments: of(Standing::Released).map(|comment| comment.text.clone()).collect(),
        apart: held.chain(unread).collect(),
    }
}

fn overall(lang: Lang, survey: &Survey, before: Option<&Survey>) -> Option<Overall> {
    let now = survey.overall()?.mean()?;
    let reached = rules::tenths(now) >= GOAL * 10;
    let goal = if reached { "survey-goal-reached" } else { "survey-goal-missed" };
    Some(Overall {
        said: lang.with("survey-of-five", &[("mean", mean(lang, now).into())]),
        percent: rules::percent(now, 500),
        goal: lang.with(goal, &[("goal", GOAL.into())]),
        reached,
        change: change(lang, before.and_then(Survey::overall), Some(now)),
    })
}

fn round(page: &Page, survey: &Survey, one: &Satisfaction) -> Round {
    let lang = page.lang();
    let args = [("answered", one.answered.into()), ("asked", one.asked.into())];
    Round {
        id: one.survey_id,
        name: page.t1("survey-round", "number", one.round),
        day: page.day(&one.day),
        rate: lang.with("survey-of-all", &args),
        mean: one.mean.map_or_else(|| page.t("survey-not-shown"), |value| mean(lang, value)),
        own: one.survey_id == survey.id,
    }
}

/// What a result is made of: the round before, comments, and all rounds.
type Beside = (Option<Survey>, Vec<Comment>, Vec<Satisfaction>);

async fn beside(visit: &Visit, survey: &Survey) -> Result<Beside> {
    let survey = survey.clone();
    visit
        .read(move |conn, _| {
            let comments = if survey.shows() { surveys::comments(conn, survey.id)? } else { Vec::new() };
            let rounds = surveys::satisfaction(conn, Some(survey.series))?;
            let before = if rounds.len() > 1 { surveys::before(conn, &survey)? } else { None };
            Ok((before, comments, rounds))
        })
        .await
}

pub async fn show(visit: &Visit, survey: Survey) -> Answer {
    let (before, comments, rounds) = beside(visit, &survey).await?;
    let lang = visit.lang;
    let page = Page::named(visit, "surveys", survey.title(lang));
    let (counted, shows) = (survey.status == Status::Closed, survey.shows());
    let questions = survey.questions.0.iter().filter(|_| shows);
    let moderates = visit.may(Permission::CommentsModerate);
    let results = ResultsPage {
        id: survey.id,
        ended: page.t1("survey-ended", "day", page.long_day(&survey.ends_on)),
        rate: rate(lang, &survey),
        rate_percent: rules::percent(survey.answered, survey.asked.unwrap_or_default()),
        failed: (!counted).then(|| lang.t_of("survey-failed-", &survey.failed)),
        try_again: !counted && !survey.is_given_up && visit.may(Permission::PollsManage),
        too_few: (counted && !shows).then(|| page.t1("survey-few", "count", GROUP_MIN)),
        overall: overall(lang, &survey, before.as_ref()).filter(|_| shows),
        shown: questions.map(|question| shown(lang, question, before.as_ref(), &comments)).collect(),
        rounds: if rounds.len() > 1 {
            rounds.iter().map(|one| round(&page, &survey, one)).collect()
        } else {
            Vec::new()
        },
        next: survey.next_on.map(|day| page.t1("survey-next", "day", page.long_day(&day))),
        may_manage: visit.may(Permission::PollsManage),
        may_moderate: moderates && !comments.is_empty(),
        waiting: (moderates && survey.waiting > 0).then(|| page.t1("survey-unread", "count", survey.waiting)),
        page,
    };
    page::ok(visit, &results)
}

/// What the page shows, as a file.
pub async fn export(visit: Visit, id: web::Path<i64>) -> Answer {
    let survey = load(&visit, *id).await?;
    if survey.status != Status::Closed {
        return Ok(page::see_other(&address(survey.id)));
    }
    let (_, comments, _) = beside(&visit, &survey).await?;
    let lang = visit.lang;
    let headings = ["question", "answer", "count", "percent", "mean"].map(|column| lang.t_of("survey-column-", column));
    let mut rows: Vec<Vec<Cell>> =
        vec![table_row![lang.t("survey-column-rate"), rate(lang, &survey), survey.answered, "", ""]];
    for question in survey.questions.0.iter().filter(|_| survey.shows()) {
        let shown = shown(lang, question, None, &comments);
        if let Some(hidden) = shown.hidden {
            rows.push(table_row![shown.text.as_str(), hidden, "", "", ""]);
        }
        let mean = question.mean().map(|value| mean(lang, value)).unwrap_or_default();
        rows.extend(
            shown
                .bars
                .into_iter()
                .map(|bar| table_row![shown.text.as_str(), bar.words, bar.count, bar.percent, mean.as_str()]),
        );
        rows.extend(shown.comments.into_iter().map(|text| table_row![shown.text.as_str(), text, "", "", ""]));
    }
    Table::new(headings, rows).answer(&visit, &format!("survey-{}", survey.id))
}
