//! Every query of the register of decisions.

pub mod api;
mod kept;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::Value;

pub use kept::TABLES;

use super::{Body, Effect, Entry, Standing};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::listing::{COUNTED_MAX, Window};
use crate::platform::sql::{Kept, row, sql};
use crate::schema::{decision_relations, decisions};

/// In whichever language the words are, the latest first.
pub const SEARCHED: &str = "select d.number::bigint as id, d.title_{lang} as title, d.number::text as fact, d.decided_on as day \
   from decisions d where folded(concat_ws(' ', d.number, d.former_number, d.title_en, d.title_fr, d.details_en, d.details_fr)) \
     like all ({words}) order by d.decided_on desc, d.number desc";
/// Decisions in force whose day of review has come.
pub const TO_REVIEW: &str = "select d.number from decisions d left join results r on r.number = d.number \
   where d.review_on <= {today} and decision_standing(d.number, r.verdict) in ('in_force', 'amended')";

/// Decisions in force with a day of review.
pub const DUE: &str = "select d.number::bigint as id, d.number || ' ' || d.title_en as title_en, d.number || ' ' || d.title_fr as title_fr, \
     d.review_on as due_on from decisions d left join results r on r.number = d.number \
   where d.review_on <= {today} + 400 and decision_standing(d.number, r.verdict) in ('in_force', 'amended')";

/// An entry of the register with what became of it.
#[derive(Debug, Clone, QueryableByName)]
pub struct Decision {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pub number: i32,
    #[diesel(embed)]
    pub entry: Entry,
    #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Date>)]
    pub review_on: Option<NaiveDate>,
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pub version: i32,
    /// The vote that made it.
    #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::BigInt>)]
    pub poll_id: Option<i64>,
    /// What that vote came to.
    #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Text>)]
    pub verdict: Option<String>,
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub standing: Standing,
    /// Why that vote is void; none where it is not.
    #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Text>)]
    pub void_reason: Option<String>,
    /// By which it stands in a list.
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub place: String,
}

/// Which decisions are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words, or a number.
    pub query: String,
    pub standing: Wanted,
    pub body: Option<Body>,
    pub year: Option<i32>,
}

/// By where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    #[default]
    All,
    InForce,
    /// In force, and their day of review has come.
    ToReview,
    Repealed,
    Nothing,
}

impl Wanted {
    pub const ALL: [(&'static str, Self); 5] = [
        ("", Self::All),
        ("in_force", Self::InForce),
        ("review", Self::ToReview),
        ("repealed", Self::Repealed),
        ("none", Self::Nothing),
    ];

    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map_or(Self::All, |(_, wanted)| wanted)
    }

    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, wanted)| *wanted == self).map_or("", |(word, _)| word)
    }
}

/// A list as somebody asked for it.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    pub filter: Filter,
    /// The day on which a review is due or not.
    pub today: NaiveDate,
    pub window: Window,
}

const COLUMNS: &str = "d.*, r.poll_id, r.verdict, (select p.void_reason from polls p where p.id = r.poll_id and p.status = 'void') as void_reason, decision_standing(d.number, r.verdict) as standing, d.decided_on::text as place";
const FROM: &str = "from decisions d left join results r on r.number = d.number";
/// Words ($1) as either language knows them, or a number; where it stands ($2); who decided ($3); in which year ($4); today ($5).
const CHOSEN: &str = "($1 = '' or d.words @@ (websearch_to_tsquery('pg_catalog.english', folded($1)) \
     || websearch_to_tsquery('pg_catalog.french', folded($1))) or d.number::text = $1 or folded(d.former_number) = folded($1)) \
   and ($2 = '' or case $2 when 'in_force' then decision_standing(d.number, r.verdict) in ('in_force', 'amended') \
     when 'review' then d.review_on <= $5 and decision_standing(d.number, r.verdict) in ('in_force', 'amended') \
     else decision_standing(d.number, r.verdict) = $2 end) \
   and ($3 is null or d.body = $3) and ($4 is null or extract(year from d.decided_on) = $4)";

fn asked(query: String, listing: &Listing) -> Kept<'_, diesel::sql_types::Untyped> {
    let filter = &listing.filter;
    sql(query).bind((
        filter.query.as_str(),
        filter.standing.word(),
        filter.body.map(Body::word),
        filter.year,
        listing.today,
    ))
}

/// A page of them: by the day on which they were decided, among equals by number.
pub fn list(conn: &mut PgConnection, listing: &Listing, rows: usize) -> Result<Vec<Decision>> {
    let cut = listing.window.cut();
    let (beyond, order) = (cut.beyond, cut.order);
    let query = format!(
        "select {COLUMNS} {FROM} where {CHOSEN} and (d.decided_on::text collate \"C\", d.number::bigint) {beyond} ($6, $7) \
         order by d.decided_on {order}, d.number {order} limit $8"
    );
    Ok(asked(query, listing).bind((cut.key, cut.id, rows as i64)).load(conn)?)
}

row! {
    struct Counted {
        count: i64,
    }
}

pub fn count(conn: &mut PgConnection, listing: &Listing) -> Result<i64> {
    let query = format!("select count(*) from (select {FROM} where {CHOSEN} limit $6) n");
    let counted: Counted = asked(query, listing).bind(COUNTED_MAX + 1).get_result(conn)?;
    Ok(counted.count)
}

row! {
    struct Year {
        year: i32,
    }
}

/// The years in which something was decided, the latest first.
pub fn years(conn: &mut PgConnection) -> Result<Vec<i32>> {
    let rows: Vec<Year> =
        sql("select distinct extract(year from decided_on)::int as year from decisions order by 1 desc limit 300")
            .load(conn)?;
    Ok(rows.into_iter().map(|row| row.year).collect())
}

pub fn find(conn: &mut PgConnection, number: i32) -> Result<Decision> {
    Ok(sql(format!("select {COLUMNS} {FROM} where d.number = $1")).bind(number).get_result(conn)?)
}

row! {
    /// What a decision says of an earlier one, with the other of the two as one asked.
    #[derive(Debug, Clone)]
    pub struct Relation {
        pub number: i32,
        pub earlier: i32,
        pub kind: Effect,
        /// Of the other.
        pub title_en: String,
        pub title_fr: String,
        pub decided_on: NaiveDate,
    }
}

impl Relation {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }
}

pub fn relations(conn: &mut PgConnection, number: i32) -> Result<Vec<Relation>> {
    Ok(sql("select x.number, x.earlier, x.kind, d.title_en, d.title_fr, d.decided_on from decision_relations x \
         join decisions d on d.number = case x.number when $1 then x.earlier else x.number end \
         where $1 in (x.number, x.earlier) order by d.decided_on, d.number limit 1000")
    .bind(number)
    .load(conn)?)
}

/// Keeps the numbers and what stands between decisions from being changed by others until this transaction ends.
pub fn lock(conn: &mut PgConnection) -> Result<()> {
    sql("select pg_advisory_xact_lock(73, current_coop()::int)").execute(conn)?;
    Ok(())
}

/// Writes entries under the next numbers, in order.
pub fn insert(conn: &mut PgConnection, entries: &[Entry]) -> Result<Vec<i32>> {
    row! {
        struct Last {
            number: i32,
        }
    }
    lock(conn)?;
    let last: Last = sql("select coalesce(max(number), 0) as number from decisions").get_result(conn)?;
    let numbers: Vec<i32> = (last.number + 1..).take(entries.len()).collect();
    for (numbers, entries) in numbers.chunks(1_000).zip(entries.chunks(1_000)) {
        let rows: Vec<_> =
            numbers.iter().zip(entries).map(|(number, entry)| (decisions::number.eq(*number), entry)).collect();
        diesel::insert_into(decisions::table).values(rows).execute(conn)?;
    }
    Ok(numbers)
}

/// Changes an entry if it is still at `version`.
pub fn update(conn: &mut PgConnection, number: i32, version: i32, entry: &Entry) -> Result<bool> {
    let seen = decisions::table.filter(decisions::number.eq(number).and(decisions::version.eq(version)));
    Ok(diesel::update(seen).set((entry, decisions::version.eq(version + 1))).execute(conn)? == 1)
}

pub fn relate(conn: &mut PgConnection, number: i32, earlier: i32, effect: Effect) -> Result<()> {
    use decision_relations as relations;
    diesel::insert_into(relations::table)
        .values((relations::number.eq(number), relations::earlier.eq(earlier), relations::kind.eq(effect)))
        .execute(conn)?;
    Ok(())
}

/// # Errors
/// `NotFound` when it was not said.
pub fn unrelate(conn: &mut PgConnection, number: i32, earlier: i32) -> Result<Effect> {
    let said = decision_relations::table.find((number, earlier));
    Ok(diesel::delete(said).returning(decision_relations::kind).get_result(conn)?)
}

pub fn set_review(conn: &mut PgConnection, number: i32, review_on: Option<NaiveDate>) -> Result<()> {
    diesel::update(decisions::table.find(number)).set(decisions::review_on.eq(review_on)).execute(conn)?;
    Ok(())
}

row! {
    /// A decision whose day of review has come.
    pub struct Due {
        pub number: i32,
    }
}

/// Those in force whose day of review has come and of which nobody was reminded yet. Marks them.
pub fn take_due(conn: &mut PgConnection, today: NaiveDate, limit: i64) -> Result<Vec<Due>> {
    let due = TO_REVIEW.replace("{today}", "$1");
    Ok(sql(format!(
        "update decisions set reminded_for = review_on where number in (select number from ({due} \
           and d.reminded_for is distinct from d.review_on order by d.number limit $2) n) returning number"
    ))
    .bind((today, limit))
    .load(conn)?)
}

/// What a seal covers.
#[derive(QueryableByName)]
pub struct Sealed {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pub number: i32,
    #[diesel(embed)]
    pub entry: Entry,
    #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Date>)]
    pub review_on: Option<NaiveDate>,
    #[diesel(sql_type = diesel::sql_types::Binary)]
    pub salt: Vec<u8>,
    /// What it says of earlier decisions, by their numbers.
    #[diesel(sql_type = diesel::sql_types::Jsonb)]
    pub says: Value,
}

/// All entries by number, or the one of this number.
pub fn sealed(conn: &mut PgConnection, number: Option<i32>) -> Result<Vec<Sealed>> {
    Ok(sql("select d.*, coalesce((select jsonb_agg(jsonb_build_array(x.earlier, x.kind) order by x.earlier) \
           from decision_relations x where x.number = d.number), '[]') as says \
         from decisions d where $1 is null or d.number = $1 order by d.number limit 100000")
    .bind(number)
    .load(conn)?)
}

row! {
    struct There {
        decided_on: NaiveDate,
        title_en: String,
    }
}

/// Which of these are in the register already, by day and title in English.
pub fn there(conn: &mut PgConnection, entries: &[&Entry]) -> Result<BTreeSet<(NaiveDate, String)>> {
    let days: Vec<NaiveDate> = entries.iter().map(|entry| entry.decided_on).collect();
    let titles: Vec<&str> = entries.iter().map(|entry| entry.title_en.as_str()).collect();
    let rows: Vec<There> =
        sql("select d.decided_on, d.title_en from decisions d join unnest($1, $2) as s(day, title) \
           on s.day = d.decided_on and s.title = d.title_en limit 10000")
        .bind((days, titles))
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.decided_on, row.title_en)).collect())
}
