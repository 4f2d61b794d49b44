//! What members decided, for everybody: the list, each with its numbers, and a feed (Atom, RFC 4287).

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use diesel::PgConnection;

use crate::decisions::Standing;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Query;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::polls::pages::closed_row;
use crate::polls::{self, Decision, words};
use crate::transparency::{Block, Entered, rules, store};

/// Decisions on a page of all, and in the feed.
const A_PAGE: i64 = 20;

/// A decision as the public sees it: of a vote with its numbers, or without if too few voted.
pub struct PublicDecision {
    pub number: i32,
    pub title: String,
    /// The look of its tag, as that of an outcome, and its words.
    pub outcome: &'static str,
    pub outcome_words: String,
    /// What later decisions made of one that a vote adopted; empty where it holds as it was taken.
    pub standing: String,
    pub picture: Option<words::Picture>,
    pub facts: String,
}

/// An entry of the register, with what its vote came to if one made it.
fn public_decision(
    lang: Lang,
    page: &Page,
    entered: &Entered,
    vote: Option<&Decision>,
    group_min: i64,
) -> PublicDecision {
    let standing = lang.t_of("decision-standing-", entered.standing.word());
    let day = page.day(&entered.decided_on);
    let mut facts = vec![("number", entered.number.into()), ("day", day.into())];
    let (number, title) = (entered.number, entered.title(lang).to_owned());
    let Some(vote) = vote else {
        facts.push(("body", lang.t_of("decision-body-", &entered.body).into()));
        let outcome = if entered.standing.holds() { "adopted" } else { "" };
        let facts = lang.with("open-decision-entered", &facts);
        return PublicDecision {
            number,
            title,
            outcome,
            outcome_words: standing,
            standing: String::new(),
            picture: None,
            facts,
        };
    };
    let row = closed_row(lang, page, vote);
    let shown = is_shown(vote, group_min);
    facts.push(("least", group_min.into()));
    PublicDecision {
        number,
        title,
        outcome: row.outcome,
        outcome_words: row.outcome_words,
        standing: match entered.standing {
            Standing::Amended | Standing::Repealed | Standing::Void => standing,
            Standing::InForce | Standing::Nothing => String::new(),
        },
        picture: shown.then_some(row.picture),
        facts: if shown { row.facts } else { lang.with("open-decision-hidden", &facts) },
    }
}

/// Whether the numbers of a vote are about enough people.
pub fn is_shown(vote: &Decision, group_min: i64) -> bool {
    vote.counted.voted >= group_min
}

/// Entries with their votes.
pub fn public_decisions(
    lang: Lang,
    page: &Page,
    entries: &[Entered],
    votes: &[Decision],
    group_min: i64,
) -> Vec<PublicDecision> {
    let vote = |entered: &Entered| votes.iter().find(|vote| vote.number == entered.number);
    entries.iter().map(|entered| public_decision(lang, page, entered, vote(entered), group_min)).collect()
}

/// Lets caches keep a page that is the same for everybody.
pub fn kept(visit: &Visit, mut answer: HttpResponse) -> Answer {
    if visit.viewer.is_none() && visit.flash.is_none() {
        let five_minutes = header::HeaderValue::from_static("public, max-age=300");
        answer.headers_mut().insert(header::CACHE_CONTROL, five_minutes);
    }
    Ok(answer)
}

/// # Errors
/// `NotFound` where the co-op does not show its decisions.
fn check(conn: &mut PgConnection) -> Result<()> {
    let blocks = rules::shown(&store::switched(conn)?);
    if blocks.contains(&Block::Decisions) { Ok(()) } else { Err(Error::NotFound) }
}

#[derive(Template)]
#[template(path = "transparency/decisions.html")]
struct DecisionsPage {
    page: Page,
    decisions: Vec<PublicDecision>,
    next: Option<String>,
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let before = query.value("before").split_once('_');
    let before = before.and_then(|(day, number)| day.parse().ok().zip(number.parse().ok()));
    let (mut found, votes, group_min) = visit
        .read(move |conn, _| {
            check(conn)?;
            let found = store::entered(conn, before, A_PAGE + 1)?;
            let numbers: Vec<i32> = found.iter().map(|entered| entered.number).collect();
            Ok((found, polls::decisions_numbered(conn, &numbers)?, group_min(conn)?))
        })
        .await?;
    let more = found.len() as i64 > A_PAGE;
    found.truncate(A_PAGE as usize);
    let page = Page::new(&visit, "", "open-decisions");
    let decisions = public_decisions(visit.lang, &page, &found, &votes, group_min);
    let next = found.last().filter(|_| more).map(|last| format!("{}_{}", last.decided_on, last.number));
    kept(&visit, page::ok(&visit, &DecisionsPage { page, decisions, next })?)
}

#[derive(Template)]
#[template(path = "transparency/decision.html")]
struct DecisionPage {
    page: Page,
    decision: PublicDecision,
    /// What a vote came to, and by which rule; empty where no vote made it.
    sentence: String,
    rule: String,
    tests: Vec<words::Test>,
}

/// The fewest people a public figure may be about.
fn group_min(conn: &mut PgConnection) -> Result<i64> {
    Ok(crate::coops::rule_profile(conn)?.group_size_min_for_stats.into())
}

pub async fn show(visit: Visit, number: web::Path<i32>) -> Answer {
    let number = number.into_inner();
    let (entered, vote, group_min) = visit
        .read(move |conn, _| {
            check(conn)?;
            let entered = store::entry(conn, number)?;
            Ok((entered, polls::decisions_numbered(conn, &[number])?.pop(), group_min(conn)?))
        })
        .await?;
    let lang = visit.lang;
    let page = Page::named(&visit, "", entered.title(lang));
    let decision = public_decision(lang, &page, &entered, vote.as_ref(), group_min);
    let of_vote = vote.as_ref().map(|vote| &vote.counted);
    let shown = vote.as_ref().is_some_and(|vote| is_shown(vote, group_min));
    let shown = DecisionPage {
        sentence: match of_vote {
            Some(counted) if shown => words::outcome_of(lang, counted),
            Some(_) => decision.outcome_words.clone(),
            None => String::new(),
        },
        rule: of_vote.map(|one| words::rule_of(lang, &one.question, Some(one.attendance.roll))).unwrap_or_default(),
        tests: of_vote.filter(|_| shown).map(|one| words::tests_of(lang, one)).unwrap_or_default(),
        decision,
        page,
    };
    kept(&visit, page::ok(&visit, &shown)?)
}

/// The sums behind a decision, as far as the page shows them.
pub async fn sums_export(visit: Visit, number: web::Path<i32>) -> Answer {
    let number = number.into_inner();
    let read = visit.read(move |conn, _| {
        check(conn)?;
        Ok((polls::decision(conn, number)?, group_min(conn)?))
    });
    let (vote, group_min) = read.await?;
    let shown = if is_shown(&vote, group_min) { vec![vote] } else { Vec::new() };
    kept(&visit, words::table(visit.lang, &shown).answer(&visit, &format!("decision-{number}"))?)
}

/// An entry of the feed.
struct FeedEntry {
    number: i32,
    title: String,
    /// The day of the decision, as an instant: noon, whatever the zone.
    updated: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "transparency/decisions.atom", escape = "xml")]
struct Feed {
    title: String,
    origin: String,
    lang: &'static str,
    query: &'static str,
    updated: String,
    entries: Vec<FeedEntry>,
}

/// The latest decisions as a feed, in the language of the address.
pub async fn feed(visit: Visit) -> Answer {
    let (found, votes, group_min) = visit
        .read(move |conn, _| {
            check(conn)?;
            let found = store::entered(conn, None, A_PAGE)?;
            let numbers: Vec<i32> = found.iter().map(|entered| entered.number).collect();
            Ok((found, polls::decisions_numbered(conn, &numbers)?, group_min(conn)?))
        })
        .await?;
    let lang = visit.lang;
    let coop = visit.coop()?;
    let page = Page::new(&visit, "", "open-decisions");
    let shown = public_decisions(lang, &page, &found, &votes, group_min);
    let entry = |(entered, shown): (&Entered, PublicDecision)| FeedEntry {
        number: shown.number,
        title: shown.title,
        updated: format!("{}T12:00:00Z", entered.decided_on),
        summary: format!("{}. {}", shown.outcome_words, shown.facts),
    };
    let feed = Feed {
        title: lang.with("open-feed-title", &[("coop", coop.name(lang).into())]),
        origin: visit.state.origin_of(coop),
        lang: lang.tag(),
        query: if lang == Lang::En { "?lang=en" } else { "?lang=fr" },
        updated: found
            .first()
            .map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |one| format!("{}T12:00:00Z", one.decided_on)),
        entries: found.iter().zip(shown).map(entry).collect(),
    };
    let body = feed.render().map_err(|error| Error::Internal(error.into()))?;
    kept(&visit, HttpResponse::Ok().content_type("application/atom+xml; charset=utf-8").body(body))
}
