//! The queries of the list of people.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Integer, Nullable, Text};

use super::STATUS;
use crate::members::rules::{self, Edge, Sight};
use crate::members::{Listing, Status};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::kept;

/// A member as a line of the list. Contacts are there only as far as the viewer sees them.
#[derive(Debug, Queryable)]
pub struct Line {
    pub id: i64,
    pub name: String,
    pub sort_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub number: String,
    pub given_name: String,
    pub family_name: String,
    pub language: String,
    pub joined_on: NaiveDate,
    /// Empty where the viewer does not see statuses.
    pub status: String,
    /// Labels of the homes, `; ` between them.
    pub units: Option<String>,
    /// Names of the committees, `; ` between them.
    pub committees: Option<String>,
}

type LineColumns = (
    BigInt,
    Text,
    Text,
    Nullable<Text>,
    Nullable<Text>,
    Text,
    Text,
    Text,
    Text,
    Date,
    Text,
    Nullable<Text>,
    Nullable<Text>,
);

/// Two queries a page, whatever its length: the members, then what belongs to all of them at once. Each is simple enough
/// that the planner does well by it even before it has statistics.
pub fn list(
    conn: &mut PgConnection,
    listing: &Listing,
    sight: Sight,
    day: NaiveDate,
    lang: Lang,
    rows: usize,
) -> Result<Vec<Line>> {
    let (sort_name, id, beyond, order) = match &listing.edge {
        Edge::Start => ("", 0, ">", ""),
        Edge::After(name, id) => (name.as_str(), *id, ">", ""),
        Edge::Before(name, id) => (name.as_str(), *id, "<", " desc"),
    };
    let status = if listing.status.is_some() { format!("{STATUS} = $5") } else { format!("m.id not in ({FORMER})") };
    // Who joined later was not there; on the list of today they are, so that somebody prepared for next month is found.
    let there = if listing.on.is_some() {
        "and m.id in (select b.member_id from member_statuses b where b.since <= $1)"
    } else {
        ""
    };
    let search = if listing.query.is_empty() { "" } else { SEARCH };
    let (email, phone) = match sight {
        Sight::Everything => ("m.email", "m.phone"),
        // What every member may see, and no more: this list is kept and shown to all of them. What somebody's own
        // committees see besides stands on the person's page.
        Sight::Shared => (
            "case when m.email_seen_by = 'members' then m.email end",
            "case when m.phone_seen_by = 'members' then m.phone end",
        ),
        Sight::NoContact => ("null", "null"),
    };
    let text = format!(
        "select m.id, m.name, m.sort_name, {email}, {phone}, m.number, m.given_name, m.family_name, m.language, \
           m.joined_on, '', null, null from members m \
         where (m.sort_name, m.id) {beyond} ($2, $3) and {status} {there} {search} order by m.sort_name{order}, m.id{order} limit $4"
    );
    let digits = if sight == Sight::NoContact { String::new() } else { rules::phone_digits(&listing.query) };
    let query = kept::<LineColumns>(&text)
        .bind::<Date, _>(day)
        .bind::<Text, _>(sort_name)
        .bind::<BigInt, _>(id)
        .bind::<BigInt, _>(rows as i64)
        .bind::<Text, _>(listing.status.unwrap_or(Status::Former).word())
        .bind::<Text, _>(listing.query.as_str())
        .bind::<Text, _>(digits)
        .bind::<Bool, _>(sight == Sight::Everything);
    let mut lines: Vec<Line> = query.load(conn)?;
    belongings(conn, &mut lines, sight.sees_status(), day, lang)?;
    Ok(lines)
}

/// Who is a former member on the day $1.
const FORMER: &str = "select f.member_id from member_statuses f where f.status = 'former' and f.since <= $1 and not exists \
    (select from member_statuses l where l.member_id = f.member_id and l.since > f.since and l.since <= $1)";

/// All words in name or number, or the label of a home, or digits of a phone that may be seen.
const SEARCH: &str = "and (not exists (select from regexp_split_to_table(folded($6), '\\s+') word where strpos(m.found_by, word) = 0) \
    or m.id in (select o.member_id from occupancies o join units u on u.id = o.unit_id \
      where o.during @> $1 and folded(u.label) = folded($6)) \
    or ($7 <> '' and ($8 or m.phone_seen_by = 'members') and (strpos(regexp_replace(m.phone, '[^0-9]', '', 'g'), $7) > 0 \
      or exists (select from member_phones p where p.member_id = m.id \
        and strpos(regexp_replace(p.number, '[^0-9]', '', 'g'), $7) > 0))))";

/// Puts homes, committees and, where they are seen, statuses into the lines.
fn belongings(
    conn: &mut PgConnection,
    lines: &mut [Line],
    with_status: bool,
    day: NaiveDate,
    lang: Lang,
) -> Result<()> {
    let committee = if lang == Lang::En { "k.name_en" } else { "k.name_fr" };
    let status = if with_status {
        "union all (select distinct on (t.member_id) t.member_id, 2, t.status from member_statuses t \
         where t.member_id = any($1) and t.since <= $2 order by t.member_id, t.since desc)"
    } else {
        ""
    };
    let text = format!(
        "select o.member_id, 0, u.label from occupancies o join units u on u.id = o.unit_id \
         where o.member_id = any($1) and o.during @> $2 \
         union all select s.member_id, 1, {committee} from seats s join committees k on k.id = s.committee_id \
         where s.member_id = any($1) and s.during @> $2 {status}"
    );
    if with_status {
        lines.iter_mut().for_each(|line| line.status.push_str(Status::Applicant.word()));
    }
    let ids: Vec<i64> = lines.iter().map(|line| line.id).collect();
    let query = kept::<(BigInt, Integer, Text)>(&text).bind::<Array<BigInt>, _>(&ids).bind::<Date, _>(day);
    let mut found: Vec<(i64, i32, String)> = query.load(conn)?;
    found.sort_unstable_by(|a, b| (a.1, &a.2).cmp(&(b.1, &b.2)));
    let places: HashMap<i64, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    for (id, kind, words) in found {
        let Some(line) = places.get(&id).and_then(|at| lines.get_mut(*at)) else { continue };
        let list = match kind {
            0 => &mut line.units,
            1 => &mut line.committees,
            _ => {
                line.status = words;
                continue;
            }
        };
        match list {
            Some(list) => {
                list.push_str("; ");
                list.push_str(&words);
            }
            None => *list = Some(words),
        }
    }
    Ok(())
}
