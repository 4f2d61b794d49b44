//! Every query of the scorecards. They read tasks, votes and the ledger of hours; nobody reads them.

mod kept;
mod measures;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Fact, Figure, Run, Score};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};
use crate::schema::score_runs;

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

/// Counts a period, one statement a figure. Everybody who was not a former member for the whole of it has every figure, also when it is 0.
/// What is as it was is neither written nor locked; the figures of whoever is there no longer go. How many have figures.
pub fn write_scores(conn: &mut PgConnection, run: i64, from: NaiveDate, to: NaiveDate) -> Result<i64> {
    for figure in Figure::ALL {
        let whole = if figure.has_whole() { "coalesce(g.whole, 0)" } else { "null" };
        let statement = format!(
            "with n as materialized (select h.id as member_id, coalesce(g.value, 0)::int as value, {whole}::int as whole from ({HERE}) h \
               left join (select f.member_id, sum(f.amount) filter (where f.counted) as value, sum(f.amount) as whole from ({}) f group by 1) g \
               on g.member_id = h.id) \
             insert into scores as s (run_id, member_id, figure, value, whole) select $1, n.member_id, $4, n.value, n.whole from n \
             left join scores k on k.run_id = $1 and k.member_id = n.member_id and k.figure = $4 \
             where k.member_id is null or (k.value, k.whole) is distinct from (n.value, n.whole) order by n.member_id \
             on conflict (coop_id, member_id, run_id, figure) do update set value = excluded.value, whole = excluded.whole",
            measures::facts(figure)
        );
        sql(statement).bind((run, from, to, figure.word())).execute(conn)?;
    }
    row! {
        struct Members {
            members: i32,
        }
    }
    let counted: Members = sql(format!(
        "with h as materialized ({HERE}), gone as (delete from scores s where s.run_id = $1 and s.member_id not in (select h.id from h)) \
         update score_runs r set members = (select count(*) from h) where r.id = $1 returning r.members"
    ))
    .bind((run, from, to))
    .get_result(conn)?;
    Ok(counted.members.into())
}

/// Who was not a former member from $2 to $3 all the time.
const HERE: &str = "select m.id from members m where exists (select from member_statuses st where st.member_id = m.id \
   and st.status <> 'former' and st.since <= $3 and not exists (select from member_statuses later where later.member_id = st.member_id \
     and later.since > st.since and later.since <= $2))";

/// The figures of one member of a period, as they are now.
pub fn scores_now(conn: &mut PgConnection, member: i64, from: NaiveDate, to: NaiveDate) -> Result<Vec<Score>> {
    let of = |figure: Figure| {
        let whole = if figure.has_whole() { "coalesce(sum(f.amount), 0)" } else { "null" };
        format!(
            "select '{}' as figure, coalesce(sum(f.amount) filter (where f.counted), 0)::int as value, {whole}::int as whole \
             from ({}) f where f.member_id = $1",
            figure.word(),
            measures::facts(figure)
        )
    };
    row! {
        struct Now {
            figure: String,
            value: i32,
            whole: Option<i32>,
        }
    }
    let rows: Vec<Now> = sql(Figure::ALL.map(of).join(" union all ")).bind((member, from, to)).load(conn)?;
    Ok(rows.into_iter().map(|row| Score { figure: row.figure, value: row.value, whole: row.whole }).collect())
}

pub fn latest_run(conn: &mut PgConnection) -> Result<Option<Run>> {
    Ok(score_runs::table.order(score_runs::period_end.desc()).select(Run::as_select()).first(conn).optional()?)
}

/// Whose card it is: the name, when the co-op's year starts, and the smallest group.
pub fn frame(conn: &mut PgConnection, member: i64) -> Result<(String, u32, usize)> {
    row! {
        struct Frame {
            name: String,
            year_starts_month: i32,
            group_min: i32,
        }
    }
    let found: Frame = sql("select m.name, p.year_starts_month, p.group_size_min_for_stats as group_min \
         from members m cross join rule_profiles p where m.id = $1")
    .bind(member)
    .get_result(conn)?;
    Ok((found.name, found.year_starts_month.unsigned_abs(), found.group_min.unsigned_abs() as usize))
}

/// What the homes gave that were lived in on the last of some days, with the place of the member's home among them; and what the member
/// gave in each year of participation from a day on, by the calendar year in which it began.
#[derive(Debug, Default)]
pub struct Beside {
    pub homes: Vec<i64>,
    pub own: Option<usize>,
    pub years: Vec<(i64, i64)>,
}

pub fn beside(
    conn: &mut PgConnection,
    member: i64,
    (from, to): (NaiveDate, NaiveDate),
    (first, today): (NaiveDate, NaiveDate),
    year_starts: u32,
) -> Result<Beside> {
    row! {
        struct Given {
            what: String,
            key: i64,
            minutes: i64,
        }
    }
    let rows: Vec<Given> = sql(format!(
        "select case u.id when home_on($1, $5) then 'own' else 'home' end as what, u.id as key, coalesce(sum(l.minutes), 0)::bigint as minutes \
         from units u left join hour_lines l on l.unit_id = u.id and l.worked_on between $4 and $5 and l.kind not in ('gift', 'opening') \
         where u.kind in ('apartment', 'townhouse', 'house', 'room') and exists (select from occupancies o where o.unit_id = u.id and o.during @> $5) \
         group by u.id union all \
         select 'year', extract(year from f.day)::bigint - (extract(month from f.day)::int < $6)::int, sum(f.amount)::bigint \
         from ({}) f where f.member_id = $1 group by 2 order by 1, 2 limit 5000",
        measures::facts(Figure::MinutesGiven)
    ))
    .bind((member, first, today, from, to, year_starts as i32))
    .load(conn)?;
    let mut found = Beside::default();
    for row in rows {
        match row.what.as_str() {
            "year" => found.years.push((row.key, row.minutes)),
            what => {
                if what == "own" {
                    found.own = Some(found.homes.len());
                }
                found.homes.push(row.minutes);
            }
        }
    }
    Ok(found)
}

row! {
    /// A task that somebody could take.
    #[derive(Debug, Clone)]
    pub struct Way {
        pub id: i64,
        pub title: String,
        pub due_on: Option<NaiveDate>,
    }
}

/// Three open tasks that nobody has, the soonest first, and those that should be done already last.
pub fn ways(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Way>> {
    Ok(sql("select t.id, t.title, t.due_on from tasks t where t.status = 'todo' and (t.starts_on is null or t.starts_on <= $1) \
         and not exists (select from task_holders h where h.task_id = t.id and not h.has_left) order by t.due_on < $1, t.due_on, t.id limit 3")
    .bind(today)
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
pub fn facts(
    conn: &mut PgConnection,
    member: i64,
    figure: Figure,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Fact>> {
    let rows: Vec<FactRow> = sql(format!(
        "select f.kind as subject_kind, f.id as subject_id, coalesce(t.title, p.title_en, g.title_en, k.name_en, l.title, '') as title_en, \
           coalesce(t.title, p.title_fr, g.title_fr, k.name_fr, l.title, '') as title_fr, f.day as happened_on, f.counted, f.amount \
         from ({}) f left join tasks t on f.kind = 'task' and t.id = f.id \
         left join polls p on f.kind = 'poll' and p.id = f.id \
         left join meetings g on f.kind = 'meeting' and g.id = f.id \
         left join hour_lines l on f.kind = 'hours' and l.id = f.id \
         left join hour_claims c on l.about = 'hour_claim' and c.id = l.about_id left join work_kinds k on k.id = c.kind_id \
         where f.member_id = $1 order by f.day desc nulls last, f.id desc limit 5000",
        measures::facts(figure)
    ))
    .bind((member, from, to))
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
