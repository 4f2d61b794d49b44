//! The queries of the list of people.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Integer, Nullable, Text};

use crate::members::rules::{self, Sight};
use crate::members::{Listing, Status};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::listing::{COUNTED_MAX, Order};
use crate::platform::sql::{Kept, kept};

/// A member as a line of the list. Contacts are there only as far as the viewer sees them.
#[derive(Debug, Queryable)]
pub struct Line {
    pub id: i64,
    pub name: String,
    /// What the list stands by.
    pub place: String,
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

/// Which members `i` a list is about.
fn chosen(listing: &Listing, sight: Sight) -> String {
    let wanted = if listing.status.is_some() { "s.status = $5" } else { "s.status <> 'former'" };
    // On a past day, whoever had no status yet was not there.
    let there = if listing.on.is_some() { "and s.since is not null" } else { "" };
    // Most are members; of the others only those are asked who ever had the status.
    let ever = match listing.status {
        None | Some(Status::Applicant | Status::Member) => "",
        Some(_) => "i.id in (select e.member_id from member_statuses e where e.status = $5 and e.since <= $1) and",
    };
    let seat = match listing.committee {
        Some(_) => "i.id in (select c.member_id from seats c where c.committee_id = $9 and c.during @> $1) and",
        None => "",
    };
    // Who goes by another name is neither found by the old one nor shown with it but by those who keep the register.
    let names = if sight == Sight::Everything { "found_by" } else { "known_as" };
    let search = if listing.query.is_empty() { String::new() } else { SEARCH.replace("{names}", names) };
    format!("{seat} {ever} (select {wanted} {there} from status_on(i.id, $1) s) {search}")
}

/// Those whose names begin with the letter that was asked for.
fn of_letter(listing: &Listing) -> &'static str {
    if listing.letter.is_some() { "i.sort_name >= $10 and i.sort_name < $10 || chr(1114111) and" } else { "" }
}

/// What a list stands by; names among equals. A home by its building, and by its number as a number.
fn place(order: Order, blank: &str) -> String {
    match order.by {
        "unit" => format!(
            "(coalesce((select min((folded(u.block) || chr(10) || folded(substring(u.label from '^[^0-9]*')) \
               || lpad(coalesce(substring(u.label from '[0-9]+'), ''), 9, '0') || folded(u.label)) collate \"C\") \
               from occupancies o join units u on u.id = o.unit_id where o.member_id = i.id and o.during @> $1), {blank}) \
             || chr(9) || i.sort_name) collate \"C\""
        ),
        "status" => "(lpad(strpos('applicant auxiliary member on_leave suspended former', \
               (select s.status from status_on(i.id, $1) s))::text, 2, '0') || chr(9) || i.sort_name) collate \"C\""
            .to_owned(),
        _ => "i.sort_name".to_owned(),
    }
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
    let cut = listing.window.cut();
    let (beyond, order, place) = (cut.beyond, cut.order, place(listing.window.order, cut.blank));
    let (chosen, of_letter) = (chosen(listing, sight), of_letter(listing));
    let given = match sight {
        Sight::Everything => "m.given_name",
        _ => "case when m.preferred_name <> '' then m.preferred_name else m.given_name end",
    };
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
        "select m.id, m.name, w.place, {email}, {phone}, m.number, {given}, m.family_name, m.language, \
           case when m.joined_known then m.joined_on end, '', null, null from ( \
             select i.id, {place} as place from members i where ({place}, i.id) {beyond} ($2, $3) and {of_letter} {chosen} \
             order by {place} {order}, i.id {order} limit $4) w join members m on m.id = w.id \
         order by w.place {order}, m.id {order}"
    );
    let mut lines: Vec<Line> =
        asked::<LineColumns>(text, listing, sight, day, (cut.key, cut.id, rows as i64)).load(conn)?;
    belongings(conn, &mut lines, sight.sees_status(), day, lang)?;
    Ok(lines)
}

/// A statement about a listing, with its values.
fn asked<'a, Columns>(
    text: String,
    listing: &'a Listing,
    sight: Sight,
    day: NaiveDate,
    (key, id, rows): (&'a str, i64, i64),
) -> Kept<'a, Columns> {
    let digits = if sight == Sight::NoContact { String::new() } else { rules::phone_digits(&listing.query) };
    kept::<Columns>(text)
        .bind((
            day,
            key,
            id,
            rows,
            listing.status.unwrap_or(Status::Former).word(),
            listing.query.as_str(),
            digits,
            sight == Sight::Everything,
        ))
        .bind((listing.committee, listing.letter.as_deref()))
}

/// How many a listing has in all, as far as they are counted, and the letters that it has names of, whichever was asked for: each
/// found from the one before it, so that a very long list is not gone through.
pub fn extent(conn: &mut PgConnection, listing: &Listing, sight: Sight, day: NaiveDate) -> Result<(i64, Vec<String>)> {
    let (chosen, of_letter) = (chosen(listing, sight), of_letter(listing));
    let text = format!(
        "with recursive letters (letter) as ( \
           (select left(i.sort_name, 1) from members i where {chosen} order by i.sort_name limit 1) \
           union all select (select left(i.sort_name, 1) from members i where i.sort_name > l.letter || chr(1114111) and {chosen} \
             order by i.sort_name limit 1) from letters l where l.letter is not null) \
         select (select count(*) from (select from members i where {of_letter} {chosen} limit $4) n), l.letter from letters l \
         where l.letter is not null limit 200"
    );
    let query = asked::<(BigInt, Text)>(text, listing, sight, day, ("", 0, COUNTED_MAX + 1));
    let rows: Vec<(i64, String)> = query.load(conn)?;
    let count = rows.first().map_or(0, |(count, _)| *count);
    Ok((count, rows.into_iter().map(|(_, letter)| letter).collect()))
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

/// The committees there are, by name, in a language.
pub fn committees(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    let name = format!("name_{}", lang.code());
    let text = format!("select id, {name} from committees where closed_on is null order by {name}, id limit 500");
    Ok(kept::<(BigInt, Text)>(text).load(conn)?)
}
