//! Every query of the members.

pub mod api;
mod departures;
mod kept;
mod known;
mod list;
pub mod merging;
mod person;
pub mod photos;
pub mod shares;
pub mod statuses;
pub mod taking_back;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::{Details, Limits, Movement, NewMember, Own, Phone, Standing, Status, Whole};
use crate::members::rules::statuses as rules;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row, sql};
use crate::schema::{accounts, arrears, member_phones, member_statuses, members, rule_profiles};

pub use departures::{
    Hangs, add_ended, departures, departures_due, hanging, keeps_here, put_departure, remove_departure,
};
pub use kept::TABLES;
pub use known::{Alike, Known, alike, known, set_joined_known};
pub use list::{Line, committees, extent, list};
pub use person::{Person, person};
pub use statuses::{
    Entry, Gone, Step, Stood, correct_step, entries, gone_for, ledger, locked_ledger, move_first_status,
    otherwise_than_told, put_entry, put_step, remove_step, standings, statuses, was_here_before,
};

/// By the names and the number that who asks may find them by. Who left is found by the office alone.
pub const SEARCHED: &str = "select m.id, m.name as title, coalesce((select string_agg(u.name, '; ' order by u.label) \
     from occupancies o join units u on u.id = o.unit_id where o.member_id = m.id and o.during @> {today}), '') as fact, \
     null::date as day \
   from members m where (case when {office} then m.found_by else m.known_as end) like all ({words}) \
     and ({office} or (select s.status <> 'former' from status_on(m.id, {today}) s)) order by m.sort_name, m.id";
/// Two people: somebody besides who set the co-op up.
pub const TWO: &str = "select 1 from members offset 1 limit 1";
/// The status of a day, for a member `m`, with the day as $1.
const STATUS: &str = "(select s.status from status_on(m.id, $1) s)";

row! {
    struct Id {
        id: i64,
    }
}

row! {
    struct Named {
        id: i64,
        name: String,
    }
}

pub fn is_empty(conn: &mut PgConnection) -> Result<bool> {
    Ok(members::table.select(members::id).limit(1).first::<i64>(conn).optional()?.is_none())
}

row! {
    /// A time in a home or on a committee.
    #[derive(Debug)]
    pub struct Stay {
        /// `unit`, `committee`, `lead` of a committee, or `board`.
        pub kind: String,
        pub id: i64,
        pub name: String,
        pub from: NaiveDate,
        /// The first day on which it was over.
        pub until: Option<NaiveDate>,
        pub since_known: bool,
    }
}

impl Stay {
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.until.is_some_and(|until| until <= today)
    }
}

pub fn stays(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Vec<Stay>> {
    let name = if lang == Lang::En { "k.name_en" } else { "k.name_fr" };
    let text = format!(
        "select 'unit' as kind, u.id, u.name, lower(o.during) as \"from\", upper(o.during) as until, o.since_known \
         from occupancies o join units u on u.id = o.unit_id where o.member_id = $1 \
         union all select 'committee', k.id, {name}, lower(s.during), upper(s.during), true \
         from seats s join committees k on k.id = s.committee_id where s.member_id = $1 \
         union all select 'lead', k.id, {name}, lower(l.during), upper(l.during), true \
         from leads l join committees k on k.id = l.committee_id where l.member_id = $1 \
         union all select 'board', t.id, '', t.starts_on, upper(t.during), true from board_terms t where t.member_id = $1 \
         order by 4 desc, 3 limit 200"
    );
    Ok(sql(text).bind(id).load(conn)?)
}

/// What the rule profile says of members.
pub fn limits(conn: &mut PgConnection) -> Result<Limits> {
    Ok(rule_profiles::table.select(Limits::as_select()).first(conn)?)
}

fn more_phones(conn: &mut PgConnection, id: i64) -> Result<Vec<Phone>> {
    let rows: Vec<(String, String)> = member_phones::table
        .filter(member_phones::member_id.eq(id))
        .order(member_phones::place)
        .limit(10)
        .select((member_phones::label, member_phones::number))
        .load(conn)?;
    Ok(rows.into_iter().map(|(label, number)| Phone { label, number }).collect())
}

pub fn whole(conn: &mut PgConnection, id: i64) -> Result<(Whole, i32)> {
    let (details, about, notes, version) = members::table
        .find(id)
        .select((Details::as_select(), super::About::as_select(), members::notes, members::version))
        .first(conn)?;
    Ok((Whole { details, about, notes, more_phones: more_phones(conn, id)? }, version))
}

pub fn own(conn: &mut PgConnection, id: i64) -> Result<Own> {
    let (details, about) =
        members::table.find(id).select((super::OwnDetails::as_select(), super::About::as_select())).first(conn)?;
    Ok(Own { details, about, more_phones: more_phones(conn, id)? })
}

pub fn is_treasurer(conn: &mut PgConnection, account: i64) -> Result<bool> {
    let open =
        accounts::table.filter(accounts::id.eq(account).and(accounts::treasurer).and(accounts::disabled_at.is_null()));
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(conn)?)
}

pub fn account_of(conn: &mut PgConnection, id: i64) -> Result<Option<i64>> {
    Ok(accounts::table.filter(accounts::member_id.eq(id)).select(accounts::id).first(conn).optional()?)
}

// ---- writing ----

/// One more than the highest whole number after which there is room, at least 1000. A number of nine nines ends nothing.
pub fn next_number(conn: &mut PgConnection) -> Result<String> {
    sql("select pg_advisory_xact_lock(75, current_coop()::int)").execute(conn)?;
    let next =
        sql("select greatest(coalesce(max(u.number), 999) + 1, 1000) as id from (select number::bigint as number \
         from members where number ~ '^[0-9]{1,9}$') u where u.number < 999999999 \
         and not exists (select from members m where m.number = (u.number + 1)::text)");
    // An entry that became another one keeps its number.
    let next: Id = merging::with_all_entries(conn, |conn| Ok(next.get_result(conn)?))?;
    Ok(next.id.to_string())
}

/// Whether somebody else than `but` has this number.
pub fn number_is_taken(conn: &mut PgConnection, number: &str, but: Option<i64>) -> Result<bool> {
    let others = members::table.filter(members::number.eq(number).and(members::id.ne(but.unwrap_or(0))));
    merging::with_all_entries(conn, |conn| Ok(diesel::select(diesel::dsl::exists(others)).get_result(conn)?))
}

pub fn insert(conn: &mut PgConnection, new: &NewMember, number: &str) -> Result<i64> {
    Ok(diesel::insert_into(members::table)
        .values((
            members::number.eq(number),
            members::given_name.eq(&new.given_name),
            members::family_name.eq(&new.family_name),
            members::email.eq(&new.email),
            members::phone.eq(&new.phone),
            members::language.eq(new.language.code()),
            members::joined_on.eq(new.joined_on),
        ))
        .returning(members::id)
        .get_result(conn)?)
}

/// Inserts many members with their first statuses, in two statements. `now` is the time and the day of it. The ids come back in the
/// order of `new`.
pub fn insert_all(
    conn: &mut PgConnection,
    new: &[NewMember],
    account: Option<i64>,
    now: (DateTime<Utc>, NaiveDate),
    limits: &Limits,
) -> Result<Vec<i64>> {
    let mut ids = Vec::with_capacity(new.len());
    for some in new.chunks(2_000) {
        let rows: Vec<_> = some
            .iter()
            .map(|member| {
                (
                    members::number.eq(&member.number),
                    members::given_name.eq(&member.given_name),
                    members::family_name.eq(&member.family_name),
                    members::email.eq(&member.email),
                    members::phone.eq(&member.phone),
                    members::language.eq(member.language.code()),
                    members::joined_on.eq(member.joined_on),
                )
            })
            .collect();
        let made: Vec<(i64, String)> = diesel::insert_into(members::table)
            .values(rows)
            .returning((members::id, members::number))
            .get_results(conn)?;
        let made: HashMap<String, i64> = made.into_iter().map(|(id, number)| (number, id)).collect();
        let some_ids: Vec<i64> = some.iter().filter_map(|member| made.get(&member.number).copied()).collect();
        let begun = |member: &NewMember| rules::begin(member.status, member.joined_on, now.1, None, limits);
        let statuses: Vec<_> = some
            .iter()
            .zip(&some_ids)
            .flat_map(|(member, id)| begun(member).into_iter().map(move |step| (*id, step)))
            .map(|(id, step)| {
                (
                    member_statuses::member_id.eq(id),
                    member_statuses::since.eq(step.since),
                    member_statuses::status.eq(step.status.word()),
                    member_statuses::planned.eq(step.planned),
                    member_statuses::account_id.eq(account),
                    member_statuses::entered_at.eq(now.0),
                )
            })
            .collect();
        diesel::insert_into(member_statuses::table).values(statuses).execute(conn)?;
        ids.extend(some_ids);
    }
    Ok(ids)
}

/// Changes a member if they are still at `version`.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, whole: &Whole) -> Result<bool> {
    let seen = members::table.filter(members::id.eq(id).and(members::version.eq(version)));
    let new = (&whole.details, &whole.about, members::notes.eq(&whole.notes), members::version.eq(version + 1));
    Ok(diesel::update(seen).set(new).execute(conn)? == 1)
}

pub fn update_own(conn: &mut PgConnection, id: i64, own: &Own) -> Result<()> {
    diesel::update(members::table.find(id))
        .set((&own.details, &own.about, members::version.eq(members::version + 1)))
        .execute(conn)?;
    Ok(())
}

pub fn set_email(conn: &mut PgConnection, id: i64, email: &str) -> Result<()> {
    let new = (members::email.eq(email), members::version.eq(members::version + 1));
    diesel::update(members::table.find(id)).set(new).execute(conn)?;
    Ok(())
}

/// The phones after the first one, in their order.
pub fn put_phones(conn: &mut PgConnection, id: i64, phones: &[Phone]) -> Result<()> {
    diesel::delete(member_phones::table.filter(member_phones::member_id.eq(id))).execute(conn)?;
    let rows: Vec<_> = (2..)
        .zip(phones)
        .map(|(place, phone)| {
            (
                member_phones::member_id.eq(id),
                member_phones::place.eq(place),
                member_phones::label.eq(&phone.label),
                member_phones::number.eq(&phone.number),
            )
        })
        .collect();
    diesel::insert_into(member_phones::table).values(rows).execute(conn)?;
    Ok(())
}

pub fn set_arrears(conn: &mut PgConnection, member: i64, owes: bool) -> Result<()> {
    if owes {
        let row = arrears::member_id.eq(member);
        diesel::insert_into(arrears::table).values(row).on_conflict_do_nothing().execute(conn)?;
    } else {
        diesel::delete(arrears::table.filter(arrears::member_id.eq(member))).execute(conn)?;
    }
    Ok(())
}

// ---- for other slices ----

pub fn options(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    let text =
        format!("select m.id, m.name from members m where {STATUS} <> 'former' order by m.sort_name, m.id limit 2000");
    let rows: Vec<Named> = sql(text).bind(day).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

pub fn names(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> =
        members::table.filter(members::id.eq_any(ids)).select((members::id, members::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

pub fn names_in_order(conn: &mut PgConnection, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    Ok(members::table
        .filter(members::id.eq_any(ids))
        .order((members::sort_name, members::id))
        .select((members::id, members::name))
        .load(conn)?)
}

row! {
    struct Stands {
        status: Option<String>,
        joined_on: NaiveDate,
        entered_at: Option<DateTime<Utc>>,
        limits: Gathered<Limits>,
    }
}

/// How somebody stood on a day, and what the rule profile says of members.
pub fn standing(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<(Standing, Limits)> {
    let row: Stands = sql("select m.joined_on, s.status, s.entered_at, to_jsonb(p) as limits \
         from members m cross join lateral status_on(m.id, $2) s cross join rule_profiles p where m.id = $1")
    .bind((member, day))
    .get_result(conn)?;
    let status = row.status.as_deref().and_then(Status::parse).unwrap_or(Status::Applicant);
    Ok((Standing { status, joined_on: row.joined_on, entered_at: row.entered_at }, row.limits.0))
}

/// Whether somebody owes something. For rules, never to be shown.
pub fn owes(conn: &mut PgConnection, member: i64) -> Result<bool> {
    let row = arrears::table.filter(arrears::member_id.eq(member));
    Ok(diesel::select(diesel::dsl::exists(row)).get_result(conn)?)
}

row! {
    struct Number {
        number: i64,
    }
}

/// Whoever is a member of full right, active or not.
const FULL: &str = "('member', 'on_leave', 'suspended')";

/// Each status as the days it lasted: from `since` to before the next one.
const SPANS: &str = "select member_id, status, since, lead(since, 1, 'infinity'::date) \
     over (partition by member_id order by since) as until from member_statuses";

pub fn counts(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<i64>> {
    let rows: Vec<Number> = sql(format!(
        "with spans as ({SPANS}) select count(s.member_id) as number from unnest($1) with ordinality as d(day, place) \
         left join spans s on s.status in {FULL} and s.since <= d.day and d.day < s.until \
         group by d.place order by d.place limit 1000"
    ))
    .bind(days)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.number).collect())
}

pub fn movement(conn: &mut PgConnection, since: NaiveDate, day: NaiveDate) -> Result<Movement> {
    Ok(sql(format!(
        "with spans as ({SPANS}), \
         old as (select member_id from spans where status in {FULL} and since <= $1 and $1 < until), \
         new as (select member_id from spans where status in {FULL} and since <= $2 and $2 < until) \
         select (select count(*) from new) as members, \
           (select count(*) from new where member_id not in (select member_id from old)) as joined, \
           (select count(*) from old where member_id not in (select member_id from new)) as gone"
    ))
    .bind((since, day))
    .get_result(conn)?)
}

pub fn contact(conn: &mut PgConnection, id: i64) -> Result<super::Contact> {
    let (name, email, language): (String, Option<String>, String) =
        members::table.find(id).select((members::name, members::email, members::language)).first(conn)?;
    let language = crate::platform::i18n::Lang::parse(&language).unwrap_or(crate::platform::i18n::Lang::En);
    Ok(super::Contact { name, email, language })
}
