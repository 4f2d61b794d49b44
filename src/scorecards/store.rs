//! Every query of the scorecards. They read tasks, votes and the ledger of hours; nobody reads them.

mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Fact, Run, Score};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::{score_facts, score_runs, scores};

/// A member's tasks: their own, and those of the home where they lived on the day that counts.
const OF_MEMBER: &str = "cross join lateral task_people(t.id, coalesce(t.done_on, t.due_on)) w";

const TASKS: &str = "(select *, co_op_day(done_at) as done_on from tasks where status <> 'cancelled') t";

/// Starts a run: the one of the same day is replaced, and facts are kept only for the newest. Two runs at
/// once wait for each other.
pub fn begin(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate, now: DateTime<Utc>) -> Result<i64> {
    sql("select pg_advisory_xact_lock(76, current_coop()::int)").execute(conn)?;
    let same_day = score_runs::table.filter(score_runs::period_end.eq(to)).select(score_runs::id);
    diesel::delete(scores::table.filter(scores::run_id.eq_any(same_day))).execute(conn)?;
    diesel::delete(score_facts::table).execute(conn)?;
    let same_day: Option<i64> =
        score_runs::table.filter(score_runs::period_end.eq(to)).select(score_runs::id).first(conn).optional()?;
    if let Some(run) = same_day {
        diesel::update(score_runs::table.find(run))
            .set((score_runs::period_start.eq(from), score_runs::ran_at.eq(now)))
            .execute(conn)?;
        return Ok(run);
    }
    Ok(diesel::insert_into(score_runs::table)
        .values((
            score_runs::period_start.eq(from),
            score_runs::period_end.eq(to),
            score_runs::ran_at.eq(now),
            score_runs::members.eq(0),
        ))
        .returning(score_runs::id)
        .get_result(conn)?)
}

/// Writes down the facts of a period, one statement a figure.
pub fn insert_facts(conn: &mut PgConnection, run: i64, from: NaiveDate, to: NaiveDate) -> Result<()> {
    let into =
        "insert into score_facts (run_id, member_id, figure, subject_kind, subject_id, happened_on, counted, amount)";
    let done = format!(
        "{into} select $1, w.member_id, 'tasks_done', 'task', t.id, t.done_on, true, 1 \
         from {TASKS} {OF_MEMBER} where t.status = 'done' and t.done_on between $2 and $3"
    );
    // What a home gave as a whole counts for everybody who lived there. A line that was taken back, and the one that does so, are none.
    let hours = format!(
        "{into} select $1, w.member_id, 'minutes_given', 'hours', l.id, l.worked_on, true, l.minutes from hour_lines l \
         cross join lateral (select l.member_id where l.member_id is not null union select o.member_id from occupancies o \
           where l.member_id is null and o.unit_id = l.unit_id and o.during @> l.worked_on and o.relation <> 'guest') w \
         where l.worked_on between $2 and $3 and l.kind not in ('gift', 'opening') and l.takes_back is null \
           and not exists (select from hour_lines t where t.takes_back = l.id)"
    );
    let on_time = format!(
        "{into} select $1, w.member_id, 'tasks_on_time', 'task', t.id, t.due_on, coalesce(t.done_on <= t.due_on, false), 1 \
         from {TASKS} {OF_MEMBER} where t.due_on between $2 and $3 and (t.status = 'done' or t.due_on < $3)"
    );
    let votes = format!(
        "{into} select $1, entry_of(r.member_id), 'votes_cast', 'poll', p.id, co_op_day(p.closed_at), bool_or(has_voted(p.id, r.member_id)), 1 \
         from polls p join roll r on r.poll_id = p.id \
         where p.status = 'closed' and co_op_day(p.closed_at) between $2 and $3 group by entry_of(r.member_id), p.id, p.closed_at"
    );
    for statement in [done, hours, on_time, votes] {
        sql(statement).bind((run, from, to)).execute(conn)?;
    }
    Ok(())
}

/// Adds the facts up. Everybody who was not a former member for the whole period has every figure, also when it is 0.
pub fn insert_scores(conn: &mut PgConnection, run: i64, from: NaiveDate, to: NaiveDate) -> Result<usize> {
    let written = sql(
        "insert into scores (run_id, member_id, figure, value, whole) \
         select $1, m.id, f.figure, coalesce(sum(s.amount) filter (where s.counted), 0)::int, \
           case when f.figure in ('tasks_on_time', 'votes_cast') then count(s.member_id)::int end \
         from members m cross join (values ('tasks_done'), ('tasks_on_time'), ('votes_cast'), ('minutes_given')) f(figure) \
         left join score_facts s on s.run_id = $1 and s.member_id = m.id and s.figure = f.figure \
         where exists (select from member_statuses st where st.member_id = m.id and st.status <> 'former' and st.since <= $3 \
           and not exists (select from member_statuses later where later.member_id = st.member_id \
             and later.since > st.since and later.since <= $2)) \
         group by m.id, f.figure",
    )
    .bind((run, from, to))
    .execute(conn)?;
    let members = written / 4;
    diesel::update(score_runs::table.find(run)).set(score_runs::members.eq(members as i32)).execute(conn)?;
    Ok(members)
}

pub fn latest_run(conn: &mut PgConnection) -> Result<Option<Run>> {
    Ok(score_runs::table.order(score_runs::period_end.desc()).select(Run::as_select()).first(conn).optional()?)
}

pub fn scores_of(conn: &mut PgConnection, run: i64, member: i64) -> Result<Vec<Score>> {
    Ok(scores::table
        .filter(scores::run_id.eq(run).and(scores::member_id.eq(member)))
        .select(Score::as_select())
        .limit(20)
        .load(conn)?)
}

/// The last run of each month: month's day, value, whole.
pub fn history(conn: &mut PgConnection, member: i64) -> Result<Vec<(NaiveDate, Score)>> {
    row! {
        struct Past {
            period_end: NaiveDate,
            figure: String,
            value: i32,
            whole: Option<i32>,
        }
    }
    let rows: Vec<Past> = sql(
        "select distinct on (date_trunc('month', r.period_end), s.figure) r.period_end, s.figure, s.value, s.whole \
         from scores s join score_runs r on r.id = s.run_id where s.member_id = $1 \
         order by date_trunc('month', r.period_end) desc, s.figure, r.period_end desc limit 48",
    )
    .bind(member)
    .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| (row.period_end, Score { figure: row.figure, value: row.value, whole: row.whole }))
        .collect())
}

row! {
    struct FactRow {
        subject_kind: String,
        subject_id: i64,
        title_en: String,
        title_fr: String,
        happened_on: Option<NaiveDate>,
        counted: bool,
        amount: i32,
    }
}

/// The facts behind one figure, newest first.
pub fn facts(conn: &mut PgConnection, run: i64, member: i64, figure: &str) -> Result<Vec<Fact>> {
    let rows: Vec<FactRow> =
        sql("select f.subject_kind, f.subject_id, coalesce(t.title, p.title_en, k.name_en, l.title, '') as title_en, \
           coalesce(t.title, p.title_fr, k.name_fr, l.title, '') as title_fr, f.happened_on, f.counted, f.amount \
         from score_facts f left join tasks t on f.subject_kind = 'task' and t.id = f.subject_id \
         left join polls p on f.subject_kind = 'poll' and p.id = f.subject_id \
         left join hour_lines l on f.subject_kind = 'hours' and l.id = f.subject_id \
         left join hour_claims c on l.about = 'hour_claim' and c.id = l.about_id left join work_kinds k on k.id = c.kind_id \
         where f.run_id = $1 and f.member_id = $2 and f.figure = $3 \
         order by f.happened_on desc nulls last, f.subject_id desc limit 500")
        .bind((run, member, figure))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| Fact {
            href: match row.subject_kind.as_str() {
                "hours" => format!("/hours/lines/{}", row.subject_id),
                kind => format!("/{kind}s/{}", row.subject_id),
            },
            title_en: row.title_en,
            title_fr: row.title_fr,
            happened_on: row.happened_on,
            counted: row.counted,
            amount: row.amount,
        })
        .collect())
}

row! {
    pub struct Line {
        pub member_id: i64,
        pub name: String,
        pub sort_name: String,
        pub tasks_done: i32,
        pub on_time: i32,
        pub on_time_whole: i32,
        pub votes: i32,
        pub votes_whole: i32,
        pub minutes: i32,
    }
}

/// Everybody's figures in the order of their names, never of their figures: there is no ranking.
pub fn lines(conn: &mut PgConnection, run: i64, after: (&str, i64), limit: i64) -> Result<Vec<Line>> {
    Ok(sql("select m.id as member_id, m.name, m.sort_name, \
           max(s.value) filter (where s.figure = 'tasks_done') as tasks_done, \
           max(s.value) filter (where s.figure = 'tasks_on_time') as on_time, \
           max(s.whole) filter (where s.figure = 'tasks_on_time') as on_time_whole, \
           max(s.value) filter (where s.figure = 'votes_cast') as votes, \
           max(s.whole) filter (where s.figure = 'votes_cast') as votes_whole, \
           max(s.value) filter (where s.figure = 'minutes_given') as minutes \
         from (select id, name, sort_name from members where (sort_name, id) > ($2, $3) \
           and exists (select from scores where scores.run_id = $1 and scores.member_id = members.id) \
           order by sort_name, id limit $4) m \
         join scores s on s.member_id = m.id and s.run_id = $1 \
         group by m.id, m.name, m.sort_name order by m.sort_name, m.id")
    .bind((run, after.0, after.1, limit))
    .load(conn)?)
}
