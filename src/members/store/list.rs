//! The queries of the list of people.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Integer, Nullable, Text};

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
    /// `None` where nobody knows it.
    pub joined_on: Option<NaiveDate>,
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
    Nullable<Date>,
    Text,
    Nullable<Text>,
    Nullable<Text>,
);

/// All words in name or number, or the label of a home, or digits of a phone that may be seen. What it asks of each member stands in
/// the index that gives their order, so that the whole of a long list is gone through in no time. `{names}` is what is looked
/// into for names.
const SEARCH: &str = "and (i.{names} like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%' \
      from regexp_split_to_table(folded($6), '\\s+') word)) \
    or i.id in (select o.member_id from occupancies o join units u on u.id = o.unit_id \
      where o.during @> $1 and folded($6) in (folded(u.label), folded(u.name))) \
    or ($7 <> '' and ($8 or i.phone_seen_by = 'members') and (strpos(i.phone_digits, $7) > 0 \
      or i.id in (select p.member_id from member_phones p where strpos(p.digits, $7) > 0))))";

/// Which members `i` a list is about, by their status.
fn of_status(listing: &Listing) -> String {
    let wanted = if listing.status.is_some() { "s.status = $5" } else { "s.status <> 'former'" };
    // On a past day, whoever had no status yet was not there.
    let there = if listing.on.is_some() { "and s.since is not null" } else { "" };
    // Most are members; of the others only those are asked who ever had the status.
    let ever = match listing.status {
        None | Some(Status::Applicant | Status::Member) => "",
        Some(_) => "i.id in (select e.member_id from member_statuses e where e.status = $5 and e.since <= $1) and",
    };
    format!("{ever} (select {wanted} {there} from status_on(i.id, $1) s)")
}

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
    let status = of_status(listing);
    // Who goes by another name is neither found by the old one nor shown with it but by those who keep the register.
    let (names, given) = match sight {
        Sight::Everything => ("found_by", "m.given_name"),
        _ => ("known_as", "case when m.preferred_name <> '' then m.preferred_name else m.given_name end"),
    };
    let search = if listing.query.is_empty() { String::new() } else { SEARCH.replace("{names}", names) };
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
        "select m.id, m.name, m.sort_name, {email}, {phone}, m.number, {given}, m.family_name, m.language, \
           case when m.joined_known then m.joined_on end, '', null, null from members m where m.id in ( \
             select i.id from members i where (i.sort_name, i.id) {beyond} ($2, $3) and {status} {search} \
             order by i.sort_name{order}, i.id{order} limit $4) \
         order by m.sort_name{order}, m.id{order}"
    );
    let digits = if sight == Sight::NoContact { String::new() } else { rules::phone_digits(&listing.query) };
    let query = kept::<LineColumns>(&text).bind((
        day,
        sort_name,
        id,
        rows as i64,
        listing.status.unwrap_or(Status::Former).word(),
        listing.query.as_str(),
        digits,
        sight == Sight::Everything,
    ));
    let mut lines: Vec<Line> = query.load(conn)?;
    belongings(conn, &mut lines, sight.sees_status(), day, lang)?;
    Ok(lines)
}

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
        "union all select w.id, 2, s.status from unnest($1) w(id) cross join lateral status_on(w.id, $2) s"
    } else {
        ""
    };
    let text = format!(
        "select o.member_id, 0, u.name from occupancies o join units u on u.id = o.unit_id \
         where o.member_id = any($1) and o.during @> $2 \
         union all select s.member_id, 1, {committee} from seats s join committees k on k.id = s.committee_id \
         where s.member_id = any($1) and s.during @> $2 {status}"
    );
    let ids: Vec<i64> = lines.iter().map(|line| line.id).collect();
    let query = kept::<(BigInt, Integer, Text)>(&text).bind((&ids, day));
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
