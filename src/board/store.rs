//! Every query of the board.

mod kept;

use chrono::NaiveDate;
use diesel::prelude::*;

pub use kept::TABLES;

use super::rules::{self, Size};
use super::{Entry, Office};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};

/// Seats on the board that end with a departure, and the offices held in them.
pub const SEATS_OF: &str = "select '' from board_terms t where t.member_id = {member} and upper(t.during) > {day}";
pub const OFFICES_OF: &str = "select coalesce(o.name_{lang}, '') from board_holdings h join board_terms t on t.id = h.term_id \
    left join board_offices o on o.id = h.own_office_id where t.member_id = {member} and upper(h.during) > {day}";

row! {
    /// One seat for one term, with who has it.
    #[derive(Debug, Clone)]
    pub struct Term {
        pub id: i64,
        pub member_id: i64,
        pub name: String,
        pub starts_on: NaiveDate,
        /// The first day on which it is over, if nothing comes between.
        pub ends_on: NaiveDate,
        /// `elected` or `appointed`.
        pub came: String,
        pub ended_on: Option<NaiveDate>,
        /// `resigned`, `removed`, or `left` the co-op.
        pub ended_how: Option<String>,
        /// What they are in the co-op today.
        pub status: Option<String>,
    }
}

impl Term {
    /// The first day on which it is really over.
    pub fn until(&self) -> NaiveDate {
        self.ended_on.unwrap_or(self.ends_on)
    }

    pub fn rule(&self) -> rules::Term {
        rules::Term { id: self.id, member: self.member_id, from: self.starts_on, until: self.until() }
    }
}

/// Terms that end within two months, and were not cut short.
pub const ENDING: &str = "select t.id from board_terms t where t.ended_on is null \
   and t.ends_on > {today} and t.ends_on <= {today} + 60";
/// The days on which terms end that were not cut short, with whose.
pub const DUE: &str = "select min(t.id) as id, string_agg(m.name, ', ' order by m.sort_name, m.id) as title_en, \
     string_agg(m.name, ', ' order by m.sort_name, m.id) as title_fr, t.ends_on as due_on \
   from board_terms t join members m on m.id = t.member_id \
   where t.ended_on is null and t.ends_on > {today} and t.ends_on <= {today} + 400 group by t.ends_on";
pub const ANY: &str = "select 1 from board_terms limit 1";
const TERMS: &str = "select t.id, t.member_id, m.name, t.starts_on, t.ends_on, t.came, t.ended_on, t.ended_how, \
    s.status from board_terms t join members m on m.id = t.member_id cross join lateral status_on(m.id, $2) s";

/// Terms that last on a day, and those to come after it, by the name of who has them.
pub fn terms_from(conn: &mut PgConnection, day: NaiveDate, today: NaiveDate) -> Result<Vec<Term>> {
    Ok(sql(format!("{TERMS} where upper(t.during) > $1 order by m.sort_name, m.id, t.starts_on limit 500"))
        .bind((day, today))
        .load(conn)?)
}

/// Every term there ever was, the latest first.
pub fn all_terms(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Term>> {
    Ok(sql(format!("{TERMS} where t.starts_on >= $1 order by t.starts_on desc, m.sort_name, m.id limit 2000"))
        .bind((NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default(), today))
        .load(conn)?)
}

pub fn term(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Term> {
    Ok(sql(format!("{TERMS} where t.id = $1")).bind((id, today)).get_result(conn)?)
}

/// Nobody else changes the board until this transaction ends.
pub fn lock(conn: &mut PgConnection) -> Result<()> {
    sql("select pg_advisory_xact_lock(74, current_coop()::int)").execute(conn)?;
    Ok(())
}

row! {
    struct SizeRow {
        seats: i32,
        months: i32,
    }
}

pub fn size(conn: &mut PgConnection) -> Result<Size> {
    let row: SizeRow =
        sql("select board_seats as seats, board_term_months as months from rule_profiles").get_result(conn)?;
    Ok(Size { seats: row.seats.unsigned_abs() as usize, term_months: row.months.unsigned_abs() })
}

row! {
    struct Id {
        id: i64,
    }
}

row! {
    struct Meet {
        meet: bool,
    }
}

/// Whether terms of two entries of the register share a day.
pub fn meet(conn: &mut PgConnection, one: i64, other: i64) -> Result<bool> {
    let row: Meet = sql("select exists (select from board_terms a join board_terms b on b.during && a.during \
         where a.member_id = $1 and b.member_id = $2) as meet")
    .bind((one, other))
    .get_result(conn)?;
    Ok(row.meet)
}

pub fn insert_term(conn: &mut PgConnection, member: i64, entry: &Entry) -> Result<i64> {
    let row: Id =
        sql("insert into board_terms (member_id, starts_on, ends_on, came) values ($1, $2, $3, $4) returning id")
            .bind((member, entry.from, entry.until, entry.came.word()))
            .get_result(conn)?;
    Ok(row.id)
}

pub fn update_term(conn: &mut PgConnection, id: i64, entry: &Entry) -> Result<()> {
    sql("update board_terms set starts_on = $2, ends_on = $3, came = $4, ended_on = $5, ended_how = $6 where id = $1")
        .bind((
            id,
            entry.from,
            entry.until,
            entry.came.word(),
            entry.ended.map(|(day, _)| day),
            entry.ended.map(|(_, how)| how.word()),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn delete_term(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("delete from board_terms where id = $1").bind(id).execute(conn)?;
    Ok(())
}

/// What ends or begins on one day does so on another. How many terms.
pub fn move_meeting(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate) -> Result<usize> {
    Ok(sql("update board_terms set starts_on = case when starts_on = $1 then $2 else starts_on end, \
           ends_on = case when ends_on = $1 then $2 else ends_on end \
         where starts_on = $1 or (ends_on = $1 and ended_on is null)")
    .bind((from, to))
    .execute(conn)?)
}

row! {
    /// The board of a day without anybody's name.
    #[derive(Debug, Clone, Copy)]
    pub struct Outline {
        pub seats: i64,
        pub filled: i64,
        /// When terms end next, and how many do.
        pub next_on: Option<NaiveDate>,
        pub ending: i64,
    }
}

pub fn outline(conn: &mut PgConnection, day: NaiveDate) -> Result<Outline> {
    Ok(sql("with now as (select upper(during) as until from board_terms where during @> $1) \
         select r.board_seats::bigint as seats, (select count(*) from now) as filled, n.next_on, \
           (select count(*) from now where until = n.next_on) as ending \
         from rule_profiles r cross join (select min(until) as next_on from now) n")
    .bind(day)
    .get_result(conn)?)
}

// ---- offices ----

row! {
    /// An office as one director holds it.
    #[derive(Debug, Clone)]
    pub struct Holding {
        pub term_id: i64,
        office: Option<String>,
        own_office_id: Option<i64>,
        /// What the co-op calls it, where it is one of its own.
        pub own_name: Option<String>,
        pub since: NaiveDate,
        pub until: NaiveDate,
    }
}

impl Holding {
    pub fn office(&self) -> Office {
        match (&self.office, self.own_office_id) {
            (Some(word), _) => Office::parse(word).unwrap_or(Office::Presidency),
            (None, id) => Office::Own(id.unwrap_or_default()),
        }
    }
}

fn own_name(lang: Lang) -> &'static str {
    if lang == Lang::En { "o.name_en" } else { "o.name_fr" }
}

/// Offices that are held on a day or after it; all there ever were when there is no day.
pub fn holdings(conn: &mut PgConnection, day: Option<NaiveDate>, lang: Lang) -> Result<Vec<Holding>> {
    Ok(sql(format!(
        "select h.term_id, h.office, h.own_office_id, {} as own_name, lower(h.during) as since, upper(h.during) as until \
         from board_holdings h left join board_offices o on o.id = h.own_office_id \
         where $1 is null or upper(h.during) > $1 order by lower(h.during), h.id limit 5000",
        own_name(lang)
    ))
    .bind(day)
    .load(conn)?)
}

/// Puts these in the place of all that is known of one office.
pub fn put_holdings(conn: &mut PgConnection, office: Office, after: &[rules::Holding]) -> Result<()> {
    sql("delete from board_holdings where held = $1").bind(office.key()).execute(conn)?;
    let own = if let Office::Own(id) = office { Some(id) } else { None };
    for holding in after {
        sql("insert into board_holdings (term_id, office, own_office_id, during) values ($1, $2, $3, daterange($4, $5))")
            .bind((holding.term, own.is_none().then(|| office.key()), own, holding.from, holding.until))
            .execute(conn)?;
    }
    Ok(())
}

row! {
    struct Named {
        id: i64,
        name: String,
    }
}

/// The offices that the co-op named itself: id and name.
pub fn own_offices(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    let rows: Vec<Named> =
        sql(format!("select o.id, {} as name from board_offices o order by o.id limit 50", own_name(lang)))
            .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

pub fn insert_office(conn: &mut PgConnection, name_en: &str, name_fr: &str) -> Result<i64> {
    let row: Id = sql("insert into board_offices (name_en, name_fr) values ($1, $2) returning id")
        .bind((name_en, name_fr))
        .get_result(conn)?;
    Ok(row.id)
}
