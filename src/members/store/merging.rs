//! The queries of two entries that are one person.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::Value;

use crate::members::merging::Wanted;
use crate::platform::error::{Error, Result};
use crate::platform::merging::{Merge, Side};
use crate::platform::sql::{row, sql};
use crate::schema::members;

row! {
    /// An entry beside what the register says of somebody in `Whole`.
    #[derive(Debug)]
    pub struct Entry {
        pub id: i64,
        pub name: String,
        pub status: String,
        pub joined_on: NaiveDate,
        pub has_photo: bool,
        /// How the homes are called that they live in with no end in sight.
        pub homes: Vec<String>,
        pub seats: i64,
        pub tasks: i64,
        pub shares: i64,
        pub votes: i64,
    }
}

pub fn entry(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Entry> {
    Ok(sql("select m.id, m.name, (select s.status from status_on(m.id, $2) s) as status, m.joined_on, \
           exists (select from member_photos f where f.member_id = m.id) as has_photo, \
           array(select u.name from occupancies o join units u on u.id = o.unit_id where o.member_id = m.id and o.during @> $2 \
             and upper(o.during) is null and u.kind in ('apartment', 'townhouse', 'house', 'room') order by u.label) as homes, \
           (select count(*) from seats s where s.member_id = m.id) as seats, (select count(*) from task_holders h where h.member_id = m.id and not h.has_left) as tasks, \
           (select count(*) from share_entries e where e.member_id = m.id) as shares, \
           (select count(*) from roll r where r.member_id in (select entries_of(m.id))) as votes from members m where m.id = $1")
    .bind((id, today))
    .get_result(conn)?)
}

row! {
    struct Somebody {
        id: i64,
        name: String,
        number: String,
    }
}

pub fn everybody_but(conn: &mut PgConnection, id: i64) -> Result<Vec<(i64, String, String)>> {
    let rows: Vec<Somebody> =
        sql("select id, name, number from members where id <> $1 order by sort_name, id limit 5000")
            .bind(id)
            .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name, row.number)).collect())
}

row! {
    /// Two entries that may be one person.
    #[derive(Debug)]
    pub struct Pair {
        pub one_id: i64,
        pub one_name: String,
        pub one_number: String,
        pub other_id: i64,
        pub other_name: String,
        pub other_number: String,
        pub same_name: bool,
        pub same_email: bool,
        pub same_phone: bool,
    }
}

/// Pairs of entries that may be one person, of whom nobody said that they are two: the same name, or the same given name with the same
/// e-mail or phone. A phone or e-mail alone says nothing: whoever lives together often shares one.
pub const ALIKE: &str = "select p.one_id, p.other_id, bool_or(p.why = 'name') as same_name, bool_or(p.why = 'email') as same_email, \
      bool_or(p.why = 'phone') as same_phone \
    from (select a.id as one_id, b.id as other_id, 'name' as why from members a \
        join members b on left(b.found_by, -length(b.number)) = left(a.found_by, -length(a.number)) and b.id > a.id \
      union all select a.id, b.id, 'email' from members a join members b on b.email = a.email and b.id > a.id \
        where folded(b.given_name) = folded(a.given_name) \
      union all select a.id, b.id, 'phone' from members a join members b on b.phone_digits = a.phone_digits and b.id > a.id \
        where a.phone_digits <> '' and folded(b.given_name) = folded(a.given_name)) p \
    where not exists (select from namesakes n where n.one_id = p.one_id and n.other_id = p.other_id) group by 1, 2";

/// The pairs, those of the same name first, at most a hundred.
pub fn pairs(conn: &mut PgConnection) -> Result<Vec<Pair>> {
    Ok(sql(format!(
        "select p.one_id, a.name as one_name, a.number as one_number, p.other_id, b.name as other_name, b.number as other_number, \
           p.same_name, p.same_email, p.same_phone from ({ALIKE}) p join members a on a.id = p.one_id join members b on b.id = p.other_id \
         order by not p.same_name, a.sort_name, p.one_id, p.other_id limit 100"
    ))
    .load(conn)?)
}

pub fn note_two(conn: &mut PgConnection, ids: [i64; 2], account: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    sql(
        "insert into namesakes (one_id, other_id, account_id, noted_at) values ($1, $2, $3, $4) on conflict do nothing",
    )
    .bind((ids[0].min(ids[1]), ids[0].max(ids[1]), account, now))
    .execute(conn)?;
    Ok(())
}

row! {
    /// An open vote that keeps two entries apart.
    #[derive(Debug)]
    pub struct Between {
        pub poll: i64,
        /// One of them declared an interest in it. Otherwise both have voted, and nobody can say which ballot is the one.
        pub interest: bool,
    }
}

pub fn between(conn: &mut PgConnection, kept: i64, other: i64) -> Result<Option<Between>> {
    Ok(sql("select p.id as poll, l.poll_id is not null as interest from polls p \
         left join lateral (select o.poll_id from left_out o where o.poll_id = p.id and o.reason = 'interest' \
           and o.member_id in ($1, $2) limit 1) l on true \
         left join open_ballots a on a.poll_id = p.id and a.member_id = $1 \
         left join open_ballots b on b.poll_id = p.id and b.member_id = $2 \
         where p.status = 'open' and (l.poll_id is not null or a.poll_id = b.poll_id) order by p.id limit 1")
    .bind((kept, other))
    .get_result(conn)
    .optional()?)
}

row! {
    struct Id {
        id: Option<i64>,
    }
}

pub fn entry_of(conn: &mut PgConnection, id: i64) -> Result<Option<i64>> {
    Ok(sql("select entry_of($1) as id").bind(id).get_result::<Id>(conn)?.id)
}

pub fn entries_of(conn: &mut PgConnection, id: i64) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select e as id from entries_of($1) e order by e limit 1000").bind(id).load(conn)?;
    Ok(rows.into_iter().filter_map(|row| row.id).collect())
}

/// Does something that must reach every entry there is, also those that became another one.
pub fn with_all_entries<T>(conn: &mut PgConnection, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
    let show = "select set_config('app.entries', $1, true)";
    sql(show).bind("all").execute(conn)?;
    let done = work(conn)?;
    sql(show).bind("").execute(conn)?;
    Ok(done)
}

/// Both entries, in the order of their numbers: two merges of one person wait for each other.
pub fn lock(conn: &mut PgConnection, one: i64, other: i64) -> Result<()> {
    members::table
        .filter(members::id.eq_any([one, other]))
        .order(members::id)
        .select(members::id)
        .for_update()
        .load::<i64>(conn)?;
    Ok(())
}

// ---- merging ----

row! {
    struct Found {
        rows: Value,
    }
}

/// Every row that points at some members by these columns.
pub fn rows_of(conn: &mut PgConnection, ids: &[i64], columns: &Value) -> Result<Value> {
    Ok(sql("select rows_of_members($1, $2) as rows").bind((ids, columns)).get_result::<Found>(conn)?.rows)
}

/// Of each row that is not as it was: its table, its key, how it was and how it is.
pub fn changed(conn: &mut PgConnection, before: &Value, after: &Value) -> Result<Value> {
    let found: Found = sql("select coalesce(jsonb_agg(jsonb_build_object('tab', coalesce(b.value, a.value) -> 'tab', \
           'key', coalesce(b.value, a.value) -> 'key', 'before', b.value -> 'row', 'after', a.value -> 'row') order by key), '[]') as rows \
         from jsonb_each($1) b full join jsonb_each($2) a using (key) where b.value is distinct from a.value")
    .bind((before, after))
    .get_result(conn)?;
    Ok(found.rows)
}

/// Puts together what is not of the form of a member: statuses and departures, who sees what, photo, what is owed, and since when they
/// joined. `number` is the kept entry's where the other's goes on instead.
pub fn compose(conn: &mut PgConnection, wanted: &Wanted, number: Option<&str>) -> Result<()> {
    let (kept, other) = (wanted.kept, wanted.other);
    let of_other = wanted.statuses == Side::Other;
    let chosen = |name: &str| wanted.from_other.contains(&name);
    // What came before the statuses that hold stays before them.
    sql("delete from member_statuses k where k.member_id = $1 and $3 \
         and k.since >= (select min(o.since) from member_statuses o where o.member_id = $2)")
    .bind((kept, other, of_other))
    .execute(conn)?;
    sql("insert into member_statuses (member_id, since, status, reason, planned, account_id, entered_at, corrected_by, corrected_at) \
         select $1, o.since, o.status, o.reason, o.planned, o.account_id, o.entered_at, o.corrected_by, o.corrected_at \
         from member_statuses o where o.member_id = $2 \
           and ($3 or o.since < coalesce((select min(k.since) from member_statuses k where k.member_id = $1), 'infinity'))")
    .bind((kept, other, of_other))
    .execute(conn)?;
    sql("delete from member_statuses s using (select since, lag(status) over (order by since) = status as again \
           from member_statuses where member_id = $1) t where s.member_id = $1 and s.since = t.since and t.again")
    .bind(kept)
    .execute(conn)?;
    sql("insert into departures (member_id, on_date, acted_at) select $1, d.on_date, d.acted_at from departures d where d.member_id = $2 \
         and exists (select from member_statuses s where s.member_id = $1 and s.since = d.on_date and s.status = 'former') \
         on conflict do nothing")
    .bind((kept, other))
    .execute(conn)?;
    sql("insert into arrears (member_id) select $1 from arrears where member_id = $2 on conflict do nothing")
        .bind((kept, other))
        .execute(conn)?;
    if chosen("photo") {
        sql("insert into member_photos (member_id, jpeg, set_at) select $1, jpeg, set_at from member_photos where member_id = $2 \
             on conflict (coop_id, member_id) do update set jpeg = excluded.jpeg, set_at = excluded.set_at")
        .bind((kept, other))
        .execute(conn)?;
    }
    // Who sees a field was chosen of its value, and goes on with it. Where there is a value of both, it is the narrower choice.
    sql("update members k set email_seen_by = case when $3 then o.email_seen_by else k.email_seen_by end, \
           pronoun_seen_by = case when $4 then o.pronoun_seen_by else k.pronoun_seen_by end, \
           skills_seen_by = case when $5 then o.skills_seen_by else k.skills_seen_by end, \
           photo_seen_by = case when $6 then o.photo_seen_by else k.photo_seen_by end, \
           phone_seen_by = case when o.phone is null then k.phone_seen_by when k.phone is null then o.phone_seen_by \
             when 'nobody' in (k.phone_seen_by, o.phone_seen_by) then 'nobody' \
             when 'committees' in (k.phone_seen_by, o.phone_seen_by) then 'committees' else 'members' end, \
           joined_known = case when o.joined_on < k.joined_on then o.joined_known else k.joined_known end \
         from members o where k.id = $1 and o.id = $2")
    .bind((kept, other, chosen("email"), chosen("pronoun"), chosen("skills"), chosen("photo")))
    .execute(conn)?;
    if let Some(number) = number {
        sql("set constraints all deferred").execute(conn)?;
        diesel::update(members::table.find(other)).set(members::number.eq(number)).execute(conn)?;
    }
    Ok(())
}

/// Nobody is shown the other entry any more.
pub fn hide(conn: &mut PgConnection, merge: &Merge) -> Result<()> {
    sql("select hide_entry($1, $2)").bind((merge.other, merge.kept)).execute(conn)?;
    Ok(())
}

pub fn move_rows(
    conn: &mut PgConnection,
    table: &str,
    column: &str,
    same: Option<&[&str]>,
    merge: &Merge,
) -> Result<()> {
    sql("select move_rows($1, $2, $3, $4, $5)").bind((table, column, same, merge.kept, merge.other)).execute(conn)?;
    Ok(())
}

pub fn note(
    conn: &mut PgConnection,
    merge: &Merge,
    account: Option<i64>,
    now: DateTime<Utc>,
    journal: &Value,
) -> Result<i64> {
    let made: Id = sql("insert into merges (kept_id, other_id, account_id, merged_at, journal) values ($1, $2, $3, $4, $5) returning id")
        .bind((merge.kept, merge.other, account, now, journal))
        .get_result(conn)?;
    made.id.ok_or(Error::NotFound)
}

// ---- afterwards ----

row! {
    /// Another entry that became this one.
    #[derive(Debug)]
    pub struct Merged {
        pub id: i64,
        pub other_id: i64,
        /// The number that the other entry has.
        pub number: String,
        pub merged_at: DateTime<Utc>,
        pub by: Option<String>,
        pub has_journal: bool,
    }
}

const MERGED: &str = "select g.id, g.other_id, g.number, g.merged_at, a.name as by, g.can_be_undone as has_journal \
    from merges_of($1) g left join account_holders a on a.id = g.account_id";

pub fn merges_of(conn: &mut PgConnection, kept: i64) -> Result<Vec<Merged>> {
    Ok(sql(format!("{MERGED} order by g.id desc limit 100")).bind(kept).load(conn)?)
}

row! {
    struct Journal {
        journal: Option<Value>,
    }
}

/// A merge of an entry that is shown, with its journal. Two undos at once wait for each other, and the second finds none.
pub fn find(conn: &mut PgConnection, kept: i64, id: i64) -> Result<(Merged, Option<Value>)> {
    members::table.find(kept).select(members::id).for_update().first::<i64>(conn)?;
    let merged = sql(format!("{MERGED} where g.id = $2")).bind((kept, id)).get_result(conn)?;
    let journal: Journal = sql("select journal from merges where id = $1").bind(id).get_result(conn)?;
    Ok((merged, journal.journal))
}

row! {
    struct Left {
        left_alone: Vec<String>,
    }
}

/// Puts rows back as they were before. The tables of those that are otherwise meanwhile.
pub fn put_back(conn: &mut PgConnection, rows: &Value) -> Result<Vec<String>> {
    Ok(sql("select put_rows_back($1) as left_alone").bind(rows).get_result::<Left>(conn)?.left_alone)
}

pub fn set_undone(conn: &mut PgConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    sql("update merges set undone_at = $2, journal = null where id = $1").bind((id, now)).execute(conn)?;
    Ok(())
}

pub fn forget_journals(conn: &mut PgConnection, before: DateTime<Utc>) -> Result<()> {
    sql("update merges set journal = null where merged_at <= $1 and journal is not null").bind(before).execute(conn)?;
    Ok(())
}
