//! Every query of the home page. It reads votes and scores, and what the slices say is waiting; nobody reads it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::Value;

use crate::platform::error::Result;
use crate::platform::slice::{self, Slices, Whose};
use crate::platform::sql::{row, sql};

row! {
    pub struct Waiting {
        /// What it is: the words, and the address with an `s`.
        pub kind: String,
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub closes_at: Option<DateTime<Utc>>,
        pub due_on: Option<NaiveDate>,
        /// The home that it was given to, where it was not given to the person.
        pub place: Option<String>,
    }
}

/// What waits for a member, soonest first: whatever the slices say does.
pub fn waiting(
    conn: &mut PgConnection,
    slices: Slices,
    member: i64,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<Waiting>> {
    let whose = Whose { account: "null::bigint", member: "$1", today: "$2" };
    let all = slice::listed(slices, &whose);
    Ok(sql(format!("select * from ({all}) w order by due_on nulls last, kind, id limit $3"))
        .bind((member, today, limit))
        .load(conn)?)
}

row! {
    struct Counts {
        counts: Value,
    }
}

/// How many rows each selection has, by its name.
pub fn attended(
    conn: &mut PgConnection,
    all: &[(&str, &str)],
    account: i64,
    today: NaiveDate,
) -> Result<HashMap<String, i64>> {
    if all.is_empty() {
        return Ok(HashMap::new());
    }
    let query = slice::attended(all.iter().copied(), "$1", "$2");
    let found: Counts = sql(query).bind((account, today)).get_result(conn)?;
    Ok(serde_json::from_value(found.counts).unwrap_or_default())
}

row! {
    pub struct News {
        /// `result`, `open` or `coming`.
        pub kind: String,
        pub poll_id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub at: DateTime<Utc>,
        pub outcome: Option<String>,
        /// Both 0 of a secret vote that is open: how many have voted is for the office.
        pub voted: i32,
        pub roll_size: i32,
        /// 0 where it is taken of something else than votes.
        pub quorum_percent: i32,
    }
}

/// The last results, the open votes and those that are coming.
pub fn news(conn: &mut PgConnection) -> Result<Vec<News>> {
    Ok(sql(
        "(select 'result' as kind, r.poll_id, p.title_en, p.title_fr, r.decided_at as at, r.verdict as outcome, r.voted, r.roll_size, case p.quorum_of when 'votes' then p.quorum_percent else 0 end as quorum_percent \
          from results r join polls p on p.id = r.poll_id where r.question = 1 order by r.decided_at desc limit 3) \
         union all \
         (select 'open', p.id, p.title_en, p.title_fr, p.closes_at, null, \
            case p.secrecy when 'open' then turnout(p.id) else 0 end, case p.secrecy when 'open' then coalesce(p.roll_size, 0) else 0 end, case p.quorum_of when 'votes' then p.quorum_percent else 0 end \
          from polls p where p.status = 'open' order by p.closes_at limit 3) \
         union all \
         (select 'coming', p.id, p.title_en, p.title_fr, p.opens_at, null, 0, 0, p.quorum_percent \
          from polls p where p.status = 'scheduled' order by p.opens_at limit 3)",
    )
    .load(conn)?)
}

row! {
    pub struct Homes {
        pub homes: i64,
        pub occupied: i64,
    }
}

/// How many homes there are, and how many are lived in.
pub fn homes(conn: &mut PgConnection, today: NaiveDate) -> Result<Homes> {
    Ok(sql(
        "select count(*) as homes, \
           count(*) filter (where exists (select from occupancies o where o.unit_id = u.id and o.during @> $1)) as occupied \
         from units u where u.kind in ('apartment', 'townhouse', 'house', 'room')",
    )
    .bind(today)
    .get_result(conn)?)
}

row! {
    pub struct Score {
        pub figure: String,
        pub value: i32,
        pub whole: Option<i32>,
    }
}

/// A member's figures of the latest run.
pub fn scores(conn: &mut PgConnection, member: i64) -> Result<Vec<Score>> {
    Ok(sql("select figure, value, whole from scores where member_id = $1 \
         and run_id = (select id from score_runs order by period_end desc limit 1) limit 10")
    .bind(member)
    .load(conn)?)
}
