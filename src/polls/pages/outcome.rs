//! The result of a vote, explained as sums, and its files.
//!
//! Who voted how is for those who take part in votes. Others (observers) see the counts.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use super::{Page, early, paragraphs, said};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::page::{self, Answer};
use crate::platform::table_file::Table;
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::polls::rules::Choice;
use crate::polls::slice;
use crate::polls::store::{self, reads};
use crate::polls::{Decision, words};

/// The most names on the page; the file has them all.
const NAMES_MAX: i64 = 1_000;
const FILE_MAX: i64 = 100_000;

#[derive(Template)]
#[template(path = "polls/result.html")]
struct ResultPage {
    page: Page,
    id: i64,
    decided: String,
    early: String,
    outcome: &'static str,
    outcome_words: String,
    sentence: String,
    bar: words::Bar,
    said: String,
    rule: String,
    tests: Vec<words::Test>,
    paragraphs: Vec<String>,
    names_shown: bool,
    /// More names than the page shows.
    more: bool,
    groups: Vec<(String, Vec<String>)>,
}

/// Every name with its choice, by name.
fn named(conn: &mut PgConnection, id: i64, limit: i64) -> Result<Vec<(String, Choice)>> {
    let ballots = reads::ballots(conn, id, limit)?;
    let ids: Vec<i64> = ballots.iter().map(|(member, _)| *member).collect();
    let mut choices: HashMap<i64, Choice> = ballots.into_iter().collect();
    let names = members::names_in_order(conn, &ids)?;
    Ok(names.into_iter().filter_map(|(member, name)| Some((name, choices.remove(&member)?))).collect())
}

/// The decision of a vote. A vote that is not counted has none.
fn decided(conn: &mut PgConnection, id: i64) -> Result<Option<Decision>> {
    match reads::decision_of(conn, id) {
        Ok(decision) => Ok(Some(decision)),
        Err(Error::NotFound) => store::poll(conn, id).map(|_| None),
        Err(error) => Err(error),
    }
}

pub async fn result(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let names_shown = visit.may(Permission::PollsVote);
    let found = visit
        .read(move |conn, visit| {
            let Some(decision) = decided(conn, id)? else { return Ok(None) };
            let ballots = if names_shown { named(conn, id, NAMES_MAX)? } else { Vec::new() };
            let member = visit.viewer()?.member_id;
            let own = member.map(|member| reads::own(conn, id, member)).transpose()?.unwrap_or_default();
            Ok(Some((decision, store::poll(conn, id)?, ballots, own)))
        })
        .await?;
    let Some((decision, poll, ballots, own)) = found else { return Ok(page::see_other(&format!("/polls/{id}"))) };
    let (lang, count) = (visit.lang, &decision.count);
    let page = Page::named(&visit, "polls", decision.title(lang));
    let decided = page.t2("poll-decided", "number", decision.number, "when", page.moment(&decision.decided_at));
    let group = |(word, choice): &(&'static str, Choice)| {
        let names = ballots.iter().filter(|(_, voted)| voted == choice).map(|(name, _)| name.clone()).collect();
        (lang.t_of("poll-", word), names)
    };
    let result = ResultPage {
        id,
        decided,
        early: early(&page, &poll),
        outcome: count.verdict.word(),
        outcome_words: lang.t_of("poll-tag-", count.verdict.word()),
        sentence: words::outcome(lang, count),
        bar: words::bar(lang, count),
        said: said(lang, &page, &own),
        rule: words::rule(lang, &count.rule, Some(count)),
        tests: words::tests(lang, count),
        paragraphs: paragraphs(decision.details(lang)),
        names_shown,
        more: ballots.len() as i64 >= NAMES_MAX,
        groups: Choice::ALL.iter().map(group).collect(),
        page,
    };
    page::ok(&visit, &result)
}

/// Who voted what, for members, once the vote is closed.
pub async fn ballots_export(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let ballots = visit
        .read(move |conn, _| {
            decided(conn, id)?.ok_or(Error::NotFound)?;
            named(conn, id, FILE_MAX)
        })
        .await?;
    let lang = visit.lang;
    let headings = [lang.t("poll-csv-name"), lang.t("field-choice")];
    let rows = ballots.into_iter().map(|(name, choice)| vec![name, lang.t_of("poll-", choice.word())]);
    Table::new(headings, rows).taken(&visit, &slice::BALLOTS_EXPORTED, &format!("vote-{id}-ballots")).await
}

/// The counts, and what they were tested against.
pub async fn result_export(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let decision = visit.read(move |conn, _| decided(conn, id)?.ok_or(Error::NotFound)).await?;
    let tests = words::tests(visit.lang, &decision.count);
    words::table(visit.lang, tests).answer(&visit, &format!("vote-{id}-result"))
}
