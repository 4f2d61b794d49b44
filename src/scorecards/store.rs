//! Every query of the scorecards. They read tasks, votes and the ledger of hours; nobody reads them.

mod kept;
mod measures;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Fact, Figure, Run, Score};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};
use crate::schema::{score_runs, scores};

/// Begins to count until a day: the run of its month goes on, or a new one begins. Two at once wait for each other.
pub fn begin(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate, now: DateTime<Utc>) -> Result<Run> {
    sql("select pg_advisory_xact_lock(76, current_coop()::int)").execute(conn)?;
    let until = (score_runs::period_start.eq(from), score_runs::period_end.eq(to), score_runs::ran_at.eq(now));
    let month = to.with_day(1).unwrap_or(to);
    let known: Option<Run> = diesel::update(score_runs::table.filter(score_runs::month.eq(month)))
        .set(until)
        .returning(Run::as_select())
        .get_result(conn)
        .optional()?;
    match known {
        Some(run) => Ok(run),
        None => Ok(diesel::insert_into(score_runs::table)
            .values((until, score_runs::members.eq(0)))
            .returning(Run::as_select())
            .get_result(conn)?),
    }
}

/// Writes down the facts of a period, one statement a figure: those that are new or other than before, and none that is so no longer.
pub fn write_facts(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate) -> Result<()> {
    for figure in Figure::ALL {
        let statement = format!(
            "with f as materialized ({}), gone as (delete from score_facts s where s.figure = $1 and not exists (select from f \
               where f.member_id = s.member_id and f.kind = s.subject_kind and f.id = s.subject_id)) \
             insert into score_facts as s (member_id, figure, subject_kind, subject_id, happened_on, counted, amount) \
             select f.member_id, $1, f.kind, f.id, f.day, f.counted, f.amount from f \
             on conflict (coop_id, member_id, figure, subject_kind, subject_id) \
             do update set happened_on = excluded.happened_on, counted = excluded.counted, amount = excluded.amount \
             where (s.happened_on, s.counted, s.amount) is distinct from (excluded.happened_on, excluded.counted, excluded.amount)",
            measures::facts(figure)
        );
        sql(statement).bind((figure.word(), from, to)).execute(conn)?;
    }
    Ok(())
}

/// Adds the facts up. Everybody who was not a former member for the whole period has every figure, also when it is 0. What is as it was is
/// not written.
pub fn write_scores(conn: &mut PgConnection, run: i64, from: NaiveDate, to: NaiveDate) -> Result<i64> {
    let figures = Figure::ALL.map(Figure::word).to_vec();
    let wholes: Vec<&str> = Figure::ALL.into_iter().filter(|figure| figure.has_whole()).map(Figure::word).collect();
    row! {
        struct Counted {
            members: i64,
        }
    }
    let counted: Counted = sql("with n as materialized (select m.id as member_id, f.figure, \
             coalesce(sum(s.amount) filter (where s.counted), 0)::int as value, \
             case when f.figure = any($5) then coalesce(sum(s.amount), 0)::int end as whole \
           from members m cross join unnest($4::text[]) f(figure) \
           left join score_facts s on s.member_id = m.id and s.figure = f.figure \
           where exists (select from member_statuses st where st.member_id = m.id and st.status <> 'former' and st.since <= $3 \
             and not exists (select from member_statuses later where later.member_id = st.member_id \
               and later.since > st.since and later.since <= $2)) \
           group by m.id, f.figure), \
         gone as (delete from scores s where s.run_id = $1 and not exists (select from n where n.member_id = s.member_id)), \
         written as (insert into scores as s (run_id, member_id, figure, value, whole) select $1, n.member_id, n.figure, n.value, n.whole from n \
           on conflict (coop_id, member_id, run_id, figure) do update set value = excluded.value, whole = excluded.whole \
           where (s.value, s.whole) is distinct from (excluded.value, excluded.whole)) \
         select count(distinct n.member_id) as members from n")
    .bind((run, from, to, figures, wholes))
    .get_result(conn)?;
    diesel::update(score_runs::table.find(run)).set(score_runs::members.eq(counted.members as i32)).execute(conn)?;
    Ok(counted.members)
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
    let rows: Vec<Past> =
        sql("select r.period_end, s.figure, s.value, s.whole from scores s join score_runs r on r.id = s.run_id \
         where s.member_id = $1 order by r.period_end desc, s.figure limit 60")
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
pub fn facts(conn: &mut PgConnection, member: i64, figure: &str) -> Result<Vec<Fact>> {
    let rows: Vec<FactRow> =
        sql("select f.subject_kind, f.subject_id, coalesce(t.title, p.title_en, g.title_en, k.name_en, l.title, '') as title_en, \
           coalesce(t.title, p.title_fr, g.title_fr, k.name_fr, l.title, '') as title_fr, f.happened_on, f.counted, f.amount \
         from score_facts f left join tasks t on f.subject_kind = 'task' and t.id = f.subject_id \
         left join polls p on f.subject_kind = 'poll' and p.id = f.subject_id \
         left join meetings g on f.subject_kind = 'meeting' and g.id = f.subject_id \
         left join hour_lines l on f.subject_kind = 'hours' and l.id = f.subject_id \
         left join hour_claims c on l.about = 'hour_claim' and c.id = l.about_id left join work_kinds k on k.id = c.kind_id \
         where f.member_id = $1 and f.figure = $2 \
         order by f.happened_on desc nulls last, f.subject_id desc limit 500")
        .bind((member, figure))
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
        pub scores: Gathered<Vec<Score>>,
    }
}

/// Everybody's figures in the order of their names, never of their figures: there is no ranking.
pub fn lines(conn: &mut PgConnection, run: i64, after: (&str, i64), limit: i64) -> Result<Vec<Line>> {
    Ok(sql("select m.id as member_id, m.name, m.sort_name, \
           jsonb_agg(jsonb_build_object('figure', s.figure, 'value', s.value, 'whole', s.whole)) as scores \
         from (select id, name, sort_name from members where (sort_name, id) > ($2, $3) \
           and exists (select from scores where scores.run_id = $1 and scores.member_id = members.id) \
           order by sort_name, id limit $4) m \
         join scores s on s.member_id = m.id and s.run_id = $1 \
         group by m.id, m.name, m.sort_name order by m.sort_name, m.id")
    .bind((run, after.0, after.1, limit))
    .load(conn)?)
}

row! {
    /// A figure of somebody, as an operator reads it.
    #[derive(Debug, PartialEq, Eq)]
    pub struct Counted {
        pub number: String,
        pub figure: String,
        pub value: i32,
        pub whole: Option<i32>,
    }
}

/// All figures of a run, in the order of the members' numbers.
pub fn of_run(conn: &mut PgConnection, run: i64) -> Result<Vec<Counted>> {
    Ok(sql("select m.number, s.figure, s.value, s.whole from scores s join members m on m.id = s.member_id where s.run_id = $1 \
       order by m.number, m.id, s.figure limit 10000000")
        .bind(run)
        .load(conn)?)
}

/// The run that ended on a day.
pub fn run_until(conn: &mut PgConnection, day: NaiveDate) -> Result<Option<i64>> {
    Ok(score_runs::table.filter(score_runs::period_end.eq(day)).select(score_runs::id).first(conn).optional()?)
}
