//! The queries of the figures. They read the tables of others: a page of ten figures is one query.

pub mod select;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::rules::{self, Period};
use super::{Figure, Found, Row, Series, Value};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};

/// The most rows of all figures together: eleven of ten years, and the votes of as long.
const ROWS_MAX: i64 = 20_000;

row! {
    struct Told {
        figure: i32,
        id: Option<i64>,
        cells: Gathered<Vec<Value>>,
        moved: Vec<i64>,
        group_min: i32,
    }
}

/// One statement: the rows of each figure under its place in `figures`. The first row of all has only the smallest group.
pub fn find(conn: &mut PgConnection, figures: &[&'static Figure], period: Period, today: NaiveDate) -> Result<Found> {
    use std::fmt::Write as _;
    let mut text = format!(
        "with {} select -1 as figure, 0::bigint as place, null::bigint as id, '[]'::jsonb as cells, \
           array[]::bigint[] as moved, (select people from few) as group_min",
        select::SHARED
    );
    for (at, figure) in figures.iter().enumerate() {
        let moved = if figure.anchored { "x.moved" } else { "array[]::bigint[]" };
        let _ = write!(
            text,
            " union all select {at}, x.place::bigint, x.id::bigint, x.cells, {moved}, 0 from ({}) x",
            figure.select
        );
    }
    text.push_str(" order by figure, place limit $4");
    let rows: Vec<Told> = sql(text).bind((period.from, period.until.min(today), today, ROWS_MAX)).load(conn)?;
    let group_min = rows.first().map_or(0, |row| i64::from(row.group_min));
    let of = |(at, figure): (usize, &&'static Figure)| {
        let told = rows.iter().filter(|row| usize::try_from(row.figure) == Ok(at));
        let rows: Vec<(Row, &[i64])> =
            told.map(|row| (Row { id: row.id, cells: row.cells.0.clone() }, row.moved.as_slice())).collect();
        let rows = if figure.anchored {
            rules::anchored(rows, group_min, period.from)
        } else {
            rows.into_iter().map(|(row, _)| row).collect()
        };
        Series { figure, rows }
    };
    Ok(Found { series: figures.iter().enumerate().map(of).collect(), group_min })
}

row! {
    /// One thing behind a figure.
    #[derive(Debug, Clone)]
    pub struct Fact {
        pub title: String,
        pub href: String,
        pub day: NaiveDate,
        /// The last day of what lasts, where it is over.
        pub until: Option<NaiveDate>,
        /// What happened: a word of `figures-fact-`.
        pub what: String,
    }
}

pub fn facts(
    conn: &mut PgConnection,
    figure: &Figure,
    period: Period,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<Fact>> {
    let Some((facts, _)) = figure.facts else { return Ok(Vec::new()) };
    Ok(sql(format!("with {} {facts} order by day desc, title limit $4", select::SHARED))
        .bind((period.from, period.until.min(today), today, limit))
        .load(conn)?)
}

row! {
    /// Why members may not be here: nobody invited them, they never came, no mail reaches them. Of those who belong to the co-op now.
    #[derive(Debug, Clone, Copy)]
    pub struct Reach {
        pub uninvited: i64,
        pub never_came: i64,
        pub unreached: i64,
    }
}

pub fn reach(conn: &mut PgConnection, today: NaiveDate) -> Result<Reach> {
    Ok(sql("select count(*) filter (where a.id is null) as uninvited, \
           count(*) filter (where a.last_sign_in_at is null and a.id is not null) as never_came, \
           count(*) filter (where m.email is null or m.email in (select x.address from (select distinct on (d.address) d.address, d.accepted \
             from deliveries d order by d.address, d.ended_at desc) x where not x.accepted)) as unreached \
         from members m cross join lateral status_on(m.id, $1) s left join accounts a on a.member_id = m.id \
         where s.status not in ('former', 'applicant') and m.merged_into is null")
    .bind(today)
    .get_result(conn)?)
}
