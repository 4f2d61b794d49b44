//! `/api/v1/polls/{id}/ballot`: the own ballot of who holds the token, in a vote that is open. Nobody else's is ever here.

use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use crate::api::{Body, Kind, Problem, Refusals, json, no_query};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Query;
use crate::platform::page::Answer as Reply;
use crate::platform::visit::{Act, Visit};
use crate::polls::paper::{Answer, Question, REASON_MAX, Side};
use crate::polls::store::{self, reads};
use crate::polls::{self, Seen};

/// What somebody has to do with a vote.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({ "on_roll": true, "cast_at": "2026-11-05T22:14:03Z", "answers": [{ "side": "for" }], "reason": "" }))]
pub struct Own {
    /// Whether they may vote in it.
    pub on_roll: bool,
    /// When their ballot was cast; null without one.
    pub cast_at: Option<DateTime<Utc>>,
    /// One a question, in order; empty without a ballot.
    pub answers: Vec<Filled>,
    /// Why they vote so, if they say.
    pub reason: String,
}

/// An answer to a question: a side, marks, or ranks, whichever its method asks for. A blank has none of them.
#[derive(Serialize, Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Filled {
    /// `for`, `against` or `abstain` of a proposal; `agree`, `aside` or `object` of a consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// Points of choices: 1 where one only chooses; of times 2 for yes and 1 for if need be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<Vec<Marked>>,
    /// Numbers of choices from the best down, those of one rank together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranks: Option<Vec<Vec<i32>>>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Marked {
    #[schema(minimum = 1, maximum = 300)]
    pub choice: i32,
    #[schema(minimum = 0, maximum = 100)]
    pub points: i32,
}

/// A ballot to be cast.
#[derive(Deserialize, ToSchema)]
#[schema(example = json!({ "answers": [{ "side": "for" }, { "ranks": [[3], [1, 2]] }], "reason": "It leaks." }))]
#[allow(dead_code, reason = "the shape of what `read` takes from a body")]
pub struct NewBallot {
    /// One a question, in order.
    #[schema(min_items = 1, max_items = 40)]
    pub answers: Vec<Filled>,
    /// Why; without it, what was said before stays.
    #[schema(max_length = 2000)]
    pub reason: Option<String>,
}

#[derive(OpenApi)]
#[openapi(paths(own, cast))]
pub struct Described;

impl Filled {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Blank => Self::default(),
            Answer::Side(side) => Self { side: Some(side.word().to_owned()), ..Self::default() },
            Answer::Marks(marks) => {
                let marked = |(choice, points): (&i32, &i32)| Marked { choice: *choice, points: *points };
                Self { marks: Some(marks.iter().map(marked).collect()), ..Self::default() }
            }
            Answer::Ranks(ranks) => Self { ranks: Some(ranks.clone()), ..Self::default() },
        }
    }

    /// The answer, unless it is two at once or names a choice twice.
    fn answer(self) -> Option<Answer> {
        match (self.side, self.marks, self.ranks) {
            (None, None, None) => Some(Answer::Blank),
            (Some(side), None, None) => Side::parse(&side).map(Answer::Side),
            (None, Some(marks), None) => {
                let mut choices: Vec<i32> = marks.iter().map(|mark| mark.choice).collect();
                choices.sort_unstable();
                choices.dedup();
                let once = choices.len() == marks.len();
                once.then(|| Answer::marks(marks.into_iter().map(|mark| (mark.choice, mark.points))))
            }
            (None, None, Some(ranks)) => {
                let placed = (1..).zip(ranks).flat_map(|(place, rank)| rank.into_iter().map(move |one| (one, place)));
                Some(Answer::ranks(placed))
            }
            _ => None,
        }
    }
}

fn found(questions: &[Question], own: reads::Own) -> Own {
    let answer =
        |(question, text): (&Question, &String)| Filled::of(&Answer::read(question.method, text).unwrap_or_default());
    Own {
        on_roll: own.on_roll,
        cast_at: own.cast_at,
        answers: questions.iter().zip(own.answers.unwrap_or_default().iter()).map(answer).collect(),
        reason: own.reason,
    }
}

/// Your own part in a vote.
#[utoipa::path(get, path = "/api/v1/polls/{id}/ballot", tag = "polls", operation_id = "own_ballot", params(("id" = i64, Path)),
    responses((status = 200, description = "Whether you are on the roll, and your ballot", body = Own), Refusals))]
pub async fn own(visit: Visit, id: web::Path<i64>, query: Query) -> Reply {
    no_query(&query)?;
    let own = visit
        .read(move |conn, visit| {
            let member = visit.viewer()?.member_id;
            let (poll, questions) = store::whole(conn, *id)?;
            if poll.status == polls::Status::Draft {
                return Err(Error::NotFound);
            }
            let own = member.map(|member| reads::own(conn, *id, member)).transpose()?;
            Ok(found(&questions, own.unwrap_or_default()))
        })
        .await?;
    Ok(json(&own))
}

/// What a body asks for, whatever the questions are. The words of a wrong answer name its place in the list, from 0.
fn read(mut body: Body) -> Result<(Vec<Answer>, Option<String>)> {
    let at = body.fields.iter().position(|(name, _)| name == "answers");
    let given = at.map(|at| body.fields.remove(at).1).unwrap_or_default();
    let form = body.form(&[("reason", Kind::Text)])?;
    let reader = form.reader();
    let reason = body.fields.iter().any(|(_, value)| !value.is_null()).then(|| reader.text("reason", REASON_MAX));
    reader.finish()?;
    let filled: Vec<Filled> =
        serde_json::from_value(given).map_err(|_| Error::field("answers", "poll-wrong-answers"))?;
    let answers = filled.into_iter().map(Filled::answer).enumerate();
    let answer = |(at, answer): (usize, Option<Answer>)| {
        answer.ok_or_else(|| Error::field(&format!("answers/{at}"), "poll-wrong-answers"))
    };
    Ok((answers.map(answer).collect::<Result<_>>()?, reason))
}

/// Casts or changes your ballot, until the close. The same ballot sent again changes nothing.
#[utoipa::path(post, path = "/api/v1/polls/{id}/ballot", tag = "polls", operation_id = "cast_ballot", request_body = NewBallot,
    params(("id" = i64, Path)),
    responses(
        (status = 200, description = "Your ballot as it is kept", body = Own),
        (status = 409, description = "The vote is not open", body = Problem, content_type = "application/problem+json",
            example = json!({ "type": "urn:cooperator:problem:conflict", "title": "Somebody was quicker", "status": 409 })),
        (status = 413, description = "The body is larger than 64 KB", body = Problem, content_type = "application/problem+json",
            example = json!({ "type": "about:blank", "title": "Payload Too Large", "status": 413 })),
        (status = 415, description = "The body is not JSON", body = Problem, content_type = "application/problem+json",
            example = json!({ "type": "about:blank", "title": "Unsupported Media Type", "status": 415 })),
        Refusals))]
pub async fn cast(visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Reply {
    no_query(&query)?;
    Ok(json(&visit.write(move |act| cast_by(act, *id, body)).await?))
}

fn cast_by(act: &mut Act<'_>, id: i64, body: Body) -> Result<Own> {
    let questions = polls::paper_of(act, id)?;
    let (answers, reason) = read(body)?;
    if questions.len() != answers.len() {
        return Err(Error::field("answers", "poll-wrong-answers"));
    }
    polls::cast(act, id, &questions, &polls::Ballot { answers, reason, seen: Seen::Unsaid, skipped: Vec::new() })
        .map_err(named)?;
    let own = reads::own(act.conn, id, act.member_id()?)?;
    Ok(found(&questions, own))
}

/// Errors of the page's fields, by the names of the API.
fn named(error: Error) -> Error {
    let Error::Invalid(errors) = error else { return error };
    let field = |wrong: FieldError| {
        let number: Option<usize> = wrong.field.strip_prefix('q').and_then(|number| number.parse().ok());
        let field = number.map_or(wrong.field.clone(), |number| format!("answers/{}", number.saturating_sub(1)));
        FieldError { field, ..wrong }
    };
    Error::Invalid(errors.into_iter().map(field).collect())
}
