//! The files of a result: who voted what, what was counted, and the ballots without their names, from which anybody can count again.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use counting::readers::{self, Format};
use diesel::PgConnection;
use sha2::{Digest as _, Sha256};

use super::outcome::{Voter, asked, named};
use crate::platform::error::{Error, Result};
use crate::platform::page::Answer;
use crate::platform::session::hex;
use crate::platform::shared_parts::PartKey;
use crate::platform::table_file::Table;
use crate::platform::visit::Visit;
use crate::polls::bundle::{self, Bundle, Paper};
use crate::polls::paper::Marking;
use crate::polls::store::{self, Entire, reads};
use crate::polls::urn::{codes, published};
use crate::polls::{self, Decision, Poll, Question, Secrecy, Status, slice, words};

/// The most ballots of a file with names.
const FILE_MAX: i64 = 100_000;

/// The files of a question's ballots and the words for them. Only rankings have a form that other programs read.
pub fn of_question(poll: i64, question: &Question) -> Vec<(String, &'static str)> {
    let ranked = matches!(question.method.marking(), Marking::Ranks { .. });
    let path = |ending: &str| format!("/polls/{poll}/questions/{}/ballots.{ending}", question.number);
    let mut files = vec![(path("json"), "poll-count-json")];
    files.extend(ranked.then(|| (path("blt"), "poll-count-blt")));
    files
}

/// The ballots of a question without names, grouped, with what `cooperator count` needs to find the same again.
pub async fn count_file(visit: Visit, path: web::Path<(i64, i64)>) -> Answer {
    let (id, number) = path.into_inner();
    let (poll, ballots, contests) = visit
        .read(move |conn, _| {
            let ballots = store::registers(conn, id)?.first().map_or(0, |register| register.voted);
            Ok((store::poll(conn, id)?, ballots, polls::contests(conn, id)?))
        })
        .await?;
    if published(poll.secrecy, usize::try_from(ballots).unwrap_or(0)) == Secrecy::Figures {
        return Err(Error::NotFound);
    }
    let contest = usize::try_from(number - 1).ok().and_then(|at| contests.get(at)).ok_or(Error::NotFound)?;
    let (format, ending) = if visit.path.ends_with(".blt") { (Format::Blt, "blt") } else { (Format::Json, "json") };
    let mut body = Vec::new();
    readers::write(format, contest, &mut body).map_err(|_| Error::NotFound)?;
    let kind = if format == Format::Json { "application/json" } else { "text/plain; charset=utf-8" };
    let name = format!("attachment; filename=\"vote-{id}-{number}.{ending}\"");
    Ok(HttpResponse::Ok().content_type(kind).insert_header((header::CONTENT_DISPOSITION, name)).body(body))
}

/// What the page of a result says of its bundle.
pub struct Taken {
    /// Of the file, by which everybody knows that it is the same.
    pub sha256: String,
    /// Of the ballots alone, as the event of the close seals it.
    pub ballots: String,
}

impl Taken {
    fn of(bundle: &Bundle) -> Result<Self> {
        Ok(Self { sha256: hex(&Sha256::digest(bundle.file()?)), ballots: bundle::digest(&bundle.ballots) })
    }

    /// What a vote came to, and what is said of its bundle, where it has one. A bundle is made once: with the same paper it stays as it is,
    /// and of 100,000 ballots it takes a second.
    pub fn found(conn: &mut PgConnection, visit: &Visit, entire: &Entire) -> Result<(Vec<Decision>, Option<Self>)> {
        let what = format!("bundle {} {}", entire.poll.id, bundle::digest(&Paper::of_entire(entire)));
        let key = PartKey { coop: visit.coop()?.id, version: 0, what };
        let kept = visit.state.shared_parts.get(&key).filter(|_| entire.poll.status == Status::Closed);
        if let Some((sha256, ballots)) = kept.as_deref().and_then(|kept| kept.split_once(' ')) {
            let registers = store::registers(conn, entire.poll.id)?;
            let taken = Self { sha256: sha256.to_owned(), ballots: ballots.to_owned() };
            return Ok((reads::decided(entire, &registers)?, Some(taken)));
        }
        let (registers, bundle) = bundle::material_of(conn, entire)?;
        let taken = bundle.map(|bundle| Self::of(&bundle)).transpose()?;
        if let Some(Self { sha256, ballots }) = &taken {
            visit.state.shared_parts.keep(key, &format!("{sha256} {ballots}").into());
        }
        Ok((reads::decided(entire, &registers)?, taken))
    }
}

/// Everything that decided a vote, without names, for whoever wants to check it.
pub async fn bundle_file(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let (_, _, bundle) = visit.read(move |conn, _| bundle::material(conn, id)).await?;
    let file = bundle.ok_or(Error::NotFound)?.file()?;
    let name = format!("attachment; filename=\"vote-{id}.json\"");
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(file))
}

/// The program that checks bundles.
pub async fn program(_: Visit) -> Answer {
    let name = "attachment; filename=\"recount.py\"";
    Ok(HttpResponse::Ok()
        .content_type("text/x-python; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(bundle::PROGRAM))
}

/// What a vote came to.
///
/// # Errors
/// `NotFound` before it was counted.
fn decided(conn: &mut PgConnection, id: i64) -> Result<Vec<Decision>> {
    let (_, decisions) = reads::decisions_of(conn, id)?;
    if decisions.is_empty() { Err(Error::NotFound) } else { Ok(decisions) }
}

/// The ballots of a secret vote by their codes.
///
/// # Errors
/// `NotFound` where they are not published so.
fn listed(conn: &mut PgConnection, poll: &Poll, questions: &[Question]) -> Result<Vec<Voter>> {
    let opened = store::urns::opened(conn, poll.id)?;
    if published(poll.secrecy, opened.len()) != Secrecy::List {
        return Err(Error::NotFound);
    }
    let read = |(question, text): (&Question, &String)| polls::Answer::read(question.method, text).unwrap_or_default();
    let voter = |ballot: store::urns::Opened| Voter {
        answers: questions.iter().zip(&ballot.answers).map(read).collect(),
        name: codes::grouped(&ballot.code),
        counts: true,
        reason: String::new(),
    };
    Ok(opened.into_iter().map(voter).collect())
}

/// Who voted what, for members, once the vote is closed; of a secret vote what was voted, by code.
pub async fn ballots_export(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, lang) = (id.into_inner(), visit.lang);
    let (questions, voters) = visit
        .read(move |conn, _| {
            let decisions = decided(conn, id)?;
            let questions = asked(&decisions);
            let poll = store::poll(conn, id)?;
            let voters = match poll.secrecy {
                Secrecy::Open => named(conn, lang, &questions, id, FILE_MAX)?,
                _ => listed(conn, &poll, &questions)?,
            };
            Ok((questions, voters))
        })
        .await?;
    let title = |question: &Question| match question.title(lang) {
        "" => lang.t("field-choice"),
        title => title.to_owned(),
    };
    let asked = questions.iter().map(title);
    let headings: Vec<String> = [lang.t("poll-csv-name")]
        .into_iter()
        .chain(asked)
        .chain([lang.t("field-reason"), lang.t("poll-csv-counts")])
        .collect();
    let rows = voters.into_iter().map(|voter| {
        let said = questions.iter().zip(&voter.answers).map(|(question, answer)| words::answer(lang, question, answer));
        [voter.name.clone()]
            .into_iter()
            .chain(said)
            .chain([voter.reason.clone(), lang.t(if voter.counts { "audit-yes" } else { "audit-no" })])
            .collect::<Vec<_>>()
    });
    Table::new(headings, rows).taken(&visit, &slice::BALLOTS_EXPORTED, &format!("vote-{id}-ballots")).await
}

/// The counts, and what they were tested against; none of a vote that is void.
pub async fn result_export(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let standing = move |conn: &mut PgConnection| match store::poll(conn, id)?.status {
        Status::Void => Err(Error::NotFound),
        _ => decided(conn, id),
    };
    let decisions = visit.read(move |conn, _| standing(conn)).await?;
    words::table(visit.lang, &decisions).answer(&visit, &format!("vote-{id}-result"))
}
