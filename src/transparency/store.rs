//! The queries of the activity log, the count of homes, and of decisions what the public may know. Everything else of this slice is asked of the other slices.

mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::Block;
use crate::decisions::Standing;
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::slice::{self, Slices};
use crate::platform::sql::{Gathered, row, sql};
use crate::schema::events;

/// Which events are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Whose; `Some(None)` is the program itself.
    pub actor: Option<Option<i64>>,
    pub kind: Option<String>,
    pub subject_kind: Option<String>,
    pub subject_id: Option<i64>,
    /// From an instant, to before another.
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
    /// Older than this event.
    pub before: Option<i64>,
}

/// Events that match, latest first, but for those that are kept back at the moment.
pub fn events(conn: &mut PgConnection, slices: Slices, filter: &Filter, limit: i64) -> Result<Vec<Event>> {
    let mut query = events::table.select(Event::as_select()).order(events::id.desc()).limit(limit).into_boxed();
    let kept_back = diesel::dsl::sql::<diesel::sql_types::Bool>(&slice::kept_back_now(slices));
    query = query.filter(diesel::dsl::not(kept_back));
    match filter.actor {
        Some(Some(account)) => query = query.filter(events::actor_id.eq(account)),
        Some(None) => query = query.filter(events::actor_id.is_null()),
        None => {}
    }
    if let Some(kind) = &filter.kind {
        query = query.filter(events::kind.eq(kind));
    }
    if let Some(kind) = &filter.subject_kind {
        query = query.filter(events::subject_kind.eq(kind));
    }
    if let Some(id) = filter.subject_id {
        query = query.filter(events::subject_id.eq(id));
    }
    if let Some(from) = filter.from {
        query = query.filter(events::at.ge(from));
    }
    if let Some(until) = filter.until {
        query = query.filter(events::at.lt(until));
    }
    if let Some(before) = filter.before {
        query = query.filter(events::id.lt(before));
    }
    Ok(query.load(conn)?)
}

row! {
    struct Word {
        word: String,
    }
}

/// The kinds among the latest events that are not kept back, for the filter. A bounded look back: the log of a large co-op has no end.
pub fn kinds(conn: &mut PgConnection, slices: Slices) -> Result<Vec<String>> {
    let rows: Vec<Word> = sql(format!(
        "select distinct kind as word from (select kind from events where not {} order by id desc limit 5000) latest \
         order by kind limit 200",
        slice::kept_back_now(slices)
    ))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.word).collect())
}

row! {
    /// How far the chain reaches, and how many events wait for their place in it.
    #[derive(Debug, Clone, Copy)]
    pub struct Chain {
        pub position: Option<i64>,
        pub waiting: i64,
    }
}

pub fn chain(conn: &mut PgConnection) -> Result<Chain> {
    Ok(sql("select (select max(position) from events) as position, \
         (select count(*) from events where hash is null) as waiting")
    .get_result(conn)?)
}

row! {
    /// A decision as the public may know of it: what all members decided, by a vote or at a meeting. Its text may name people.
    #[derive(Debug, Clone, serde::Deserialize)]
    pub struct Entered {
        pub number: i32,
        pub decided_on: NaiveDate,
        pub body: String,
        pub title_en: String,
        pub title_fr: String,
        pub standing: Standing,
    }
}

impl Entered {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }
}

const ENTERED: &str = "select d.number, d.decided_on, d.body, d.title_en, d.title_fr, decision_standing(d.number, r.verdict) as standing \
   from decisions d left join results r on r.number = d.number where d.body in ('members', 'meeting')";
const LATEST_FIRST: &str = "order by d.decided_on desc, d.number desc";

/// Decisions that the public may know of, latest first, before one of a day and a number.
pub fn entered(conn: &mut PgConnection, before: Option<(NaiveDate, i32)>, limit: i64) -> Result<Vec<Entered>> {
    let (day, number) = before.unzip();
    Ok(sql(format!("{ENTERED} and ($1 is null or (d.decided_on, d.number) < ($1, $2)) {LATEST_FIRST} limit $3"))
        .bind((day, number, limit))
        .load(conn)?)
}

/// The one of this number.
pub fn entry(conn: &mut PgConnection, number: i32) -> Result<Entered> {
    Ok(sql(format!("{ENTERED} and d.number = $1")).bind(number).get_result(conn)?)
}

row! {
    /// How many homes there are, in how many of them somebody lives, which blocks were switched, and the latest decisions.
    #[derive(Debug)]
    pub struct Frame {
        pub all: i64,
        pub occupied: i64,
        pub switched: Gathered<Vec<(String, bool)>>,
        pub latest: Gathered<Vec<Entered>>,
    }
}

/// The homes of a day. Parking, storage and common rooms are none.
pub fn frame(conn: &mut PgConnection, day: NaiveDate, latest: i64) -> Result<Frame> {
    Ok(sql(format!(
        "select count(*) as \"all\", count(*) filter (where exists (select from occupancies o \
           where o.unit_id = u.id and o.during @> $1)) as occupied, ({SWITCHED}) as switched, \
           (select coalesce(jsonb_agg(e), '[]') from ({ENTERED} {LATEST_FIRST} limit $2) e) as latest \
         from units u where u.kind in ('apartment', 'townhouse', 'house', 'room')"
    ))
    .bind((day, latest))
    .get_result(conn)?)
}

const SWITCHED: &str = "select coalesce(jsonb_agg(jsonb_build_array(b.block, b.shown)), '[]') from open_blocks b";

row! {
    struct Switched {
        switched: Gathered<Vec<(String, bool)>>,
    }
}

pub fn switched(conn: &mut PgConnection) -> Result<Vec<(String, bool)>> {
    let found: Switched = sql(format!("select ({SWITCHED}) as switched")).get_result(conn)?;
    Ok(found.switched.0)
}

pub fn switch(conn: &mut PgConnection, block: Block, shown: bool) -> Result<()> {
    sql("insert into open_blocks (block, shown) values ($1, $2) \
         on conflict (coop_id, block) do update set shown = excluded.shown")
    .bind((block.word(), shown))
    .execute(conn)?;
    Ok(())
}

row! {
    struct Is {
        is: bool,
    }
}

pub fn is_director(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<bool> {
    let found: Is = sql("select exists (select from board_terms where member_id = $1 and during @> $2) as is")
        .bind((member, day))
        .get_result(conn)?;
    Ok(found.is)
}

/// One more view of a page by an observer. What came later than the clock of the row says is as late as the row.
pub fn note_view(conn: &mut PgConnection, account: i64, page: &str, day: NaiveDate, now: DateTime<Utc>) -> Result<()> {
    sql("insert into observer_views as v (account_id, day, page, first_at, last_at) values ($1, $2, $3, $4, $4) \
         on conflict (coop_id, account_id, day, page) do update set many = v.many + 1, last_at = greatest(v.last_at, excluded.last_at)")
    .bind((account, day, page, now))
    .execute(conn)?;
    Ok(())
}

row! {
    /// What an observer looked at on a day.
    #[derive(Debug, Clone)]
    pub struct View {
        pub name: String,
        pub day: NaiveDate,
        pub page: String,
        pub many: i32,
        pub first_at: DateTime<Utc>,
        pub last_at: DateTime<Utc>,
    }
}

/// The latest days first, at most `limit`.
pub fn views(conn: &mut PgConnection, limit: i64) -> Result<Vec<View>> {
    Ok(sql("select h.name, v.day, v.page, v.many, v.first_at, v.last_at from observer_views v join account_holders h on h.id = v.account_id \
         order by v.day desc, h.name, v.page limit $1")
    .bind(limit)
    .load(conn)?)
}

pub fn forget_views(conn: &mut PgConnection, before: NaiveDate) -> Result<()> {
    sql("delete from observer_views where day < $1").bind(before).execute(conn)?;
    Ok(())
}
