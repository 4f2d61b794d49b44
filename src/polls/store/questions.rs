//! What a vote asks: its questions and choices, written until it opens, and the rules that are frozen then.

use diesel::prelude::*;
use diesel::sql_types::Jsonb;
use serde::Deserialize;

use crate::coops::{QuorumOf, VoteOf};
use crate::files::{self, File};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{Gathered, row, sql};
use crate::polls::corrections::Correction;
use crate::polls::paper::{Choice, Method, Question};
use crate::polls::rules::Rule;
use crate::polls::store::appeals::{CONTESTED, Contested};
use crate::polls::store::corrections::CORRECTIONS;
use crate::polls::{NewQuestion, Poll, slice};
use crate::schema::{choices, polls, questions};

/// The questions of a vote become these, numbered from 1.
pub fn set_questions(conn: &mut PgConnection, id: i64, all: &[NewQuestion], rule: impl Fn(bool) -> Rule) -> Result<()> {
    diesel::delete(questions::table.filter(questions::poll_id.eq(id))).execute(conn)?;
    for (number, new) in (1..).zip(all) {
        let rule = rule(new.special);
        diesel::insert_into(questions::table)
            .values((
                (
                    questions::poll_id.eq(id),
                    questions::number.eq(number),
                    questions::title_en.eq(&new.title_en),
                    questions::title_fr.eq(&new.title_fr),
                    questions::method.eq(new.method),
                    questions::seats.eq(new.seats),
                    questions::points.eq(new.points),
                    questions::budget.eq(new.budget),
                ),
                questions::special.eq(new.special),
                questions::agree_percent.eq(new.agree_percent),
                questions::objections_max.eq(new.objections_max),
                questions::shuffled.eq(new.shuffled),
                questions::lot.eq(new.lot),
                questions::majority_num.eq(rule.majority_num),
                questions::majority_den.eq(rule.majority_den),
                questions::abstentions_count.eq(rule.abstentions_count),
            ))
            .execute(conn)?;
        let chosen = (1..).zip(&new.choices).map(|(place, choice): (i32, _)| {
            (
                choices::poll_id.eq(id),
                choices::question.eq(number),
                choices::number.eq(place),
                choices::place.eq(place),
                choices::title_en.eq(&choice.title_en),
                choices::title_fr.eq(&choice.title_fr),
                choices::cost.eq(choice.cost),
                choices::day.eq(choice.day),
                choices::hour.eq(choice.hour),
                choices::member_id.eq(choice.member),
            )
        });
        diesel::insert_into(choices::table).values(chosen.collect::<Vec<_>>()).execute(conn)?;
    }
    Ok(())
}

/// Something of a vote has changed: whoever edits it sees another version.
pub fn touch(conn: &mut PgConnection, id: i64) -> Result<()> {
    diesel::update(polls::table.find(id)).set(polls::version.eq(polls::version + 1)).execute(conn)?;
    Ok(())
}

/// What it asks stays.
pub fn bind(conn: &mut PgConnection, id: i64, appeal_days: i32) -> Result<()> {
    sql("update polls set bound = true, appeal_days = $2 where id = $1").bind((id, appeal_days)).execute(conn)?;
    Ok(())
}

/// Whether another part of the program set the vote up, and what it asks stays.
pub fn is_bound(conn: &mut PgConnection, id: i64) -> Result<bool> {
    row! {
        struct Bound {
            bound: bool,
        }
    }
    let row: Bound = sql("select bound from polls where id = $1").bind(id).get_result(conn)?;
    Ok(row.bound)
}

/// A question as the database gathers it.
#[derive(Deserialize)]
pub struct Asked {
    pub number: i32,
    title_en: String,
    title_fr: String,
    method: Method,
    seats: i32,
    points: i32,
    budget: Option<i64>,
    shuffled: bool,
    lot: bool,
    agree_percent: i32,
    objections_max: i32,
    special: bool,
    majority_num: i32,
    majority_den: i32,
    abstentions_count: bool,
    quorum_percent: i32,
    quorum_of: QuorumOf,
    second_call: bool,
    at_meeting: bool,
    vote_of: VoteOf,
    choices: Vec<Choice>,
}

/// The questions of the vote `p`, in order, with their choices by number.
pub const QUESTIONS: &str = "coalesce((select jsonb_agg(to_jsonb(q) || jsonb_build_object('quorum_percent', p.quorum_percent, 'quorum_of', p.quorum_of, \
       'second_call', p.second_call_of is not null, 'at_meeting', p.meeting_id is not null, 'vote_of', p.vote_of, \
       'choices', coalesce((select jsonb_agg(to_jsonb(c) order by c.number) from choices c \
         where c.poll_id = q.poll_id and c.question = q.number), '[]')) order by q.number) \
     from questions q where q.poll_id = p.id), '[]') as questions";

#[derive(QueryableByName)]
struct Whole {
    #[diesel(embed)]
    poll: Poll,
    #[diesel(sql_type = Jsonb)]
    questions: Gathered<Vec<Asked>>,
}

/// A vote with its questions.
///
/// # Errors
/// `NotFound`.
pub fn whole(conn: &mut PgConnection, id: i64) -> Result<(Poll, Vec<Question>)> {
    let row: Whole = sql(format!("select p.*, {QUESTIONS} from polls p where p.id = $1")).bind(id).get_result(conn)?;
    Ok((row.poll, row.questions.0.into_iter().map(Question::from).collect()))
}

#[derive(QueryableByName)]
struct EntireRow {
    #[diesel(embed)]
    poll: Poll,
    #[diesel(sql_type = Jsonb)]
    questions: Gathered<Vec<Asked>>,
    #[diesel(sql_type = Jsonb)]
    files: Gathered<Vec<File>>,
    #[diesel(sql_type = Jsonb)]
    corrections: Gathered<Vec<Correction>>,
    #[diesel(sql_type = Jsonb)]
    calls: Gathered<Calls>,
    #[diesel(embed)]
    contested: Contested,
}

/// Whether the rules let a vote without a quorum be called again, with which quorum, and which vote calls this one again.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct Calls {
    pub allowed: bool,
    pub percent: i32,
    pub later: Option<i64>,
}

/// What others see of the second call of the vote `p`.
const CALLS: &str = "jsonb_build_object('allowed', coalesce((select r.second_calls from rule_profiles r), false), \
     'percent', coalesce((select r.quorum_second_percent from rule_profiles r), 0), \
     'later', (select l.id from polls l where l.second_call_of = p.id and l.status not in ('draft', 'cancelled', 'void') limit 1)) as calls";

/// A vote with all that belongs to it, as its page shows it.
pub struct Entire {
    pub poll: Poll,
    pub questions: Vec<Question>,
    pub files: Vec<File>,
    pub corrections: Vec<Correction>,
    pub calls: Calls,
    pub contested: Contested,
}

/// # Errors
/// `NotFound`.
pub fn entire(conn: &mut PgConnection, id: i64) -> Result<Entire> {
    let files = files::gathered(slice::POLL.word, "p.id");
    let row: EntireRow = sql(format!(
        "select p.*, {QUESTIONS}, {files}, {CORRECTIONS}, {CALLS}, {CONTESTED} from polls p where p.id = $1"
    ))
    .bind(id)
    .get_result(conn)?;
    Ok(Entire {
        poll: row.poll,
        questions: row.questions.0.into_iter().map(Question::from).collect(),
        files: row.files.0,
        corrections: row.corrections.0,
        calls: row.calls.0,
        contested: row.contested,
    })
}

/// A vote with its questions and files.
///
/// # Errors
/// `NotFound`.
pub fn with_files(conn: &mut PgConnection, id: i64) -> Result<(Poll, Vec<Question>, Vec<File>)> {
    let whole = entire(conn, id)?;
    Ok((whole.poll, whole.questions, whole.files))
}

/// The questions of a vote, in order; none where there is no such vote.
pub fn questions(conn: &mut PgConnection, id: i64) -> Result<Vec<Question>> {
    match whole(conn, id) {
        Err(Error::NotFound) => Ok(Vec::new()),
        found => found.map(|(_, questions)| questions),
    }
}

impl From<Asked> for Question {
    fn from(row: Asked) -> Self {
        Self {
            number: row.number,
            title_en: row.title_en,
            title_fr: row.title_fr,
            method: row.method,
            seats: row.seats,
            points: row.points,
            budget: row.budget,
            shuffled: row.shuffled,
            lot: row.lot,
            agree_percent: row.agree_percent,
            objections_max: row.objections_max,
            rule: Rule {
                special: row.special,
                majority_num: row.majority_num,
                majority_den: row.majority_den,
                abstentions_count: row.abstentions_count,
                quorum_percent: row.quorum_percent,
                quorum_of: row.quorum_of,
                second_call: row.second_call,
                at_meeting: row.at_meeting,
                vote_of: row.vote_of,
            },
            choices: row.choices,
        }
    }
}

/// The rules of today, and an order of the choices where one is drawn: by the salt of the vote, which nobody chose.
pub fn freeze_questions(conn: &mut PgConnection, id: i64, special: bool, rule: &Rule) -> Result<()> {
    diesel::update(questions::table.filter(questions::poll_id.eq(id).and(questions::special.eq(special))))
        .set((
            questions::majority_num.eq(rule.majority_num),
            questions::majority_den.eq(rule.majority_den),
            questions::abstentions_count.eq(rule.abstentions_count),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn draw_places(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("update choices c set place = drawn.place from (select o.question, o.number, \
           row_number() over (partition by o.question order by md5(p.salt::text || '/' || o.question || '/' || o.number))::int as place \
           from choices o join polls p on p.id = o.poll_id \
           join questions q on q.poll_id = o.poll_id and q.number = o.question and q.shuffled where o.poll_id = $1) drawn \
         where c.poll_id = $1 and c.question = drawn.question and c.number = drawn.number")
    .bind(id)
    .execute(conn)?;
    Ok(())
}
