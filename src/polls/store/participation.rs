//! The query of the participation report: of how many closed votes of a period somebody was on the roll, and how many they answered.
//! Whoever was erased is left out. What was on a roll twice and turned out to be one person is that person, once a vote.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::listing::{COUNTED_MAX, Window};
use crate::platform::sql::{Kept, row, sql};

row! {
    /// Somebody who could vote in a period.
    #[derive(Debug, Clone)]
    pub struct Participation {
        pub id: i64,
        pub name: String,
        pub asked: i64,
        pub answered: i64,
        /// The day of their last ballot in a vote that is closed, whenever that was.
        pub last_on: Option<NaiveDate>,
        pub place: String,
    }
}

/// The report as somebody asked for it.
#[derive(Debug, Clone)]
pub struct Listing {
    pub words: String,
    /// Days of the co-op, both included: of votes that closed on them.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Only those who answered none.
    pub silent: bool,
    pub window: Window,
}

/// Closed votes alone: in one that is open it would tell who has voted by now.
const TAKEN: &str = "closed as materialized (select id from polls where status = 'closed' and co_op_day(closed_at) between $2 and $3), \
   mine as (select coalesce(m.id, entry_of(r.member_id)) as id, r.poll_id, b.member_id is not null or h.member_id is not null or (p.secrecy <> 'open' and has_voted(r.poll_id, r.member_id)) as voted \
     from closed c join polls p on p.id = c.id join roll r on r.poll_id = c.id left join members m on m.id = r.member_id \
     left join open_ballots b on b.poll_id = r.poll_id and b.member_id = r.member_id \
     left join open_ballots h on h.poll_id = r.poll_id and h.home = r.unit_id), \
   taken as materialized (select id, count(distinct poll_id) as asked, count(distinct poll_id) filter (where voted) as answered \
     from mine group by id)";
const FROM: &str = "from taken t join members m on m.id = t.id \
   where not (m.given_name = '' and m.family_name = m.number) and (not $4 or t.answered = 0) \
     and m.found_by like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%' \
       from unnest(string_to_array(folded($1), ' ')) word))";

fn asked(query: String, listing: &Listing) -> Kept<'_, diesel::sql_types::Untyped> {
    sql(query).bind((listing.words.as_str(), listing.from, listing.to, listing.silent))
}

/// A page of it, by name.
pub fn list(conn: &mut PgConnection, listing: &Listing, rows: usize) -> Result<Vec<Participation>> {
    let cut = listing.window.cut();
    let (beyond, order) = (cut.beyond, cut.order);
    let query = format!(
        "with {TAKEN}, page as materialized (select m.id, m.name, m.sort_name, t.asked, t.answered {FROM} \
           and (m.sort_name, m.id) {beyond} ($5 collate \"C\", $6) order by m.sort_name {order}, m.id {order} limit $7), \
         last as (select coalesce(m.id, entry_of(v.member_id)) as id, max(v.at) as at from (select b.member_id, max(b.cast_at) as at \
             from open_ballots b join polls p on p.id = b.poll_id and p.status = 'closed' group by b.member_id) v \
           left join members m on m.id = v.member_id group by 1) \
         select g.id, g.name, g.asked, g.answered, g.sort_name as place, co_op_day(l.at) as last_on \
         from page g left join last l on l.id = g.id order by g.sort_name {order}, g.id {order}"
    );
    Ok(asked(query, listing).bind((cut.key, cut.id, rows as i64)).load(conn)?)
}

row! {
    struct Counted {
        count: i64,
    }
}

pub fn count(conn: &mut PgConnection, listing: &Listing) -> Result<i64> {
    let query = format!("with {TAKEN} select count(*) from (select {FROM} limit $5) n");
    let counted: Counted = asked(query, listing).bind(COUNTED_MAX + 1).get_result(conn)?;
    Ok(counted.count)
}

row! {
    struct Year {
        year: i32,
    }
}

/// The years in which a vote closed, the latest first.
pub fn years(conn: &mut PgConnection) -> Result<Vec<i32>> {
    let rows: Vec<Year> = sql("select distinct extract(year from co_op_day(closed_at))::int as year from polls \
         where status = 'closed' and closed_at is not null order by 1 desc limit 300")
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.year).collect())
}
