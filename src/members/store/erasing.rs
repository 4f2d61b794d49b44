//! The queries that reach through all tables for one person: to show everything, and to erase it.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Jsonb, Nullable, Text};

use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::sql::sql;
use crate::schema::events;

#[derive(QueryableByName)]
struct Json {
    #[diesel(sql_type = Jsonb)]
    all: serde_json::Value,
}

/// The account of the member $1.
const ACCOUNT: &str = "(select id from accounts where member_id = $1)";
/// An event about the member, or about their account.
const ABOUT: &str =
    "((subject_kind = 'member' and subject_id = $1) or (subject_kind = 'account' and subject_id = {account}))";

/// What is known of a member: its name, the columns, and where from. $2: for themselves; $3: with the office's notes; $4: with
/// what a treasurer noted.
const PARTS: &[(&str, &str, &str)] = &[
    (
        "register",
        "number, given_name, family_name, preferred_name, pronoun, email, phone, phone_label, skills, emergency_contact, \
         language, joined_on, email_seen_by, phone_seen_by, pronoun_seen_by, skills_seen_by, photo_seen_by, created_at, \
         case when $3 then notes end as notes",
        "members where id = $1",
    ),
    (
        "photo",
        "set_at, 'data:image/jpeg;base64,' || translate(encode(jpeg, 'base64'), chr(10), '') as photo",
        "member_photos where member_id = $1",
    ),
    ("phones", "label, number", "member_phones where member_id = $1 order by place"),
    ("statuses", "since, status, reason, planned, entered_at", "member_statuses where member_id = $1 order by since"),
    (
        "homes",
        "u.label, lower(o.during) as \"from\", upper(o.during) as until",
        "occupancies o join units u on u.id = o.unit_id where o.member_id = $1 order by 2",
    ),
    (
        "committees",
        "k.name_en, k.name_fr, lower(s.during) as \"from\", upper(s.during) as until",
        "seats s join committees k on k.id = s.committee_id where s.member_id = $1 order by 3",
    ),
    (
        "led",
        "k.name_en, k.name_fr, lower(l.during) as \"from\", upper(l.during) as until",
        "leads l join committees k on k.id = l.committee_id where l.member_id = $1 order by 3",
    ),
    (
        "board",
        "t.starts_on as \"from\", t.ends_on as until, t.came, t.ended_on, t.ended_how, array(select coalesce(h.office, o.name_en) \
           from board_holdings h left join board_offices o on o.id = h.own_office_id where h.term_id = t.id order by h.id) as offices",
        "board_terms t where t.member_id = $1 order by t.starts_on",
    ),
    (
        "shares",
        "on_date, kind, quantity, certificate, entered_at",
        "share_entries where member_id = $1 order by on_date, id",
    ),
    (
        "requests",
        "kind, adults, children, bedrooms_min, bedrooms_max, accessible, remarks, source, received_on, complete_on, \
         array(select s.state || ' ' || s.on_date || case when $3 and s.reason <> '' then ': ' || s.reason else '' end \
           from application_steps s where s.application_id = a.id order by s.on_date, s.id) as steps",
        "applications a where member_id = $1 order by id",
    ),
    (
        "interviews",
        "i.on_date, i.present, i.notes",
        "application_interviews i join applications a on a.id = i.application_id where a.member_id = $1 and $3 order by i.on_date",
    ),
    ("owed", "true as in_arrears", "arrears where member_id = $1 and $4"),
    (
        "tasks",
        "title, details, status, due_on, credit_minutes, outcome, done_at",
        "tasks where member_id = $1 order by id",
    ),
    (
        "votes",
        "p.title_en, p.title_fr, p.status, b.cast_at, case when $2 or p.status = 'closed' then b.choice end as choice",
        "roll r join polls p on p.id = r.poll_id left join open_ballots b on b.poll_id = r.poll_id \
         and b.member_id = r.member_id where r.member_id = $1 order by p.id",
    ),
    (
        "scores",
        "r.period_start, r.period_end, s.figure, s.value, s.whole",
        "scores s join score_runs r on r.id = s.run_id where s.member_id = $1 order by r.id, s.figure",
    ),
    (
        "account",
        "email, name, role, language, created_at, last_sign_in_at, disabled_at",
        "accounts where member_id = $1",
    ),
    ("devices", "device, created_at, seen_at", "sessions where account_id = {account} order by created_at"),
    ("keys", "name, scopes, created_at, expires_on", "api_tokens where account_id = {account} order by id"),
    (
        "notices",
        "n.kind, e.subject_name, n.created_at, n.read_at",
        "notices n join events e on e.id = n.event_id where n.account_id = {account} order by n.id",
    ),
    ("preferences", "kind, inbox, mail", "preferences where account_id = {account} order by kind"),
    ("changes", "at, actor_name, kind, detail", "events where {about} order by id"),
    (
        "assisted",
        "at, actor_name, kind, subject_name",
        "events where detail @> jsonb_build_object('on_behalf_of', $1) order by id",
    ),
    ("acts", "at, kind, subject_name", "events where actor_id = {account} and not {about} order by id"),
];

/// The names of all these columns.
#[cfg(test)]
pub fn fields() -> Vec<String> {
    let mut names = Vec::new();
    for (_, columns, _) in PARTS {
        let (mut depth, mut quoted, mut column) = (0, false, String::new());
        for sign in columns.chars().chain([',']) {
            depth += i32::from(sign == '(') - i32::from(sign == ')');
            quoted ^= sign == '\'';
            if sign == ',' && depth == 0 && !quoted {
                let name = column.rsplit([' ', '.']).next().unwrap_or_default();
                names.push(name.trim_matches('"').to_owned());
                column.clear();
            } else {
                column.push(sign);
            }
        }
    }
    names
}

/// The kinds of what is known of a member, in the order in which they are read.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|(kind, ..)| *kind)
}

/// Everything about a member, by kind. `own`: for themselves; `office`: with its notes; `owed`: with what a treasurer noted.
pub fn everything(
    conn: &mut PgConnection,
    member: i64,
    own: bool,
    office: bool,
    owed: bool,
) -> Result<serde_json::Value> {
    let parts: Vec<String> = PARTS
        .iter()
        .map(|(name, columns, from)| {
            let from = from.replace("{about}", ABOUT).replace("{account}", ACCOUNT);
            format!(
                "'{name}', coalesce((select jsonb_agg(to_jsonb(x)) from (select {columns} from {from} limit 5000) x), '[]')"
            )
        })
        .collect();
    let found: Json = sql(format!("select jsonb_build_object({}) as \"all\"", parts.join(", ")))
        .bind::<BigInt, _>(member)
        .bind::<Bool, _>(own)
        .bind::<Bool, _>(office)
        .bind::<Bool, _>(owed)
        .get_result(conn)?;
    Ok(found.all)
}

// ---- erasing ----

/// By what a person can be found in texts.
#[derive(Debug, QueryableByName)]
pub struct Identity {
    #[diesel(sql_type = Nullable<BigInt>)]
    pub account: Option<i64>,
    #[diesel(sql_type = Array<Text>)]
    pub words: Vec<String>,
    #[diesel(sql_type = Text)]
    pub given_name: String,
    #[diesel(sql_type = Text)]
    pub family_name: String,
}

pub fn identity(conn: &mut PgConnection, member: i64) -> Result<Identity> {
    Ok(sql(
        // A word that is somebody else's too, a shared address or a namesake, is left alone: it says nothing of this person.
        "select a.id as account, m.given_name, m.family_name, array(select w from unnest(array[m.name, \
           m.given_name || ' ' || m.family_name, m.family_name || ', ' || m.given_name, m.family_name || ' ' || m.given_name, \
           a.name, m.email, a.email, m.phone] || array(select p.number from member_phones p where p.member_id = m.id)) w \
           where w is not null and not exists (select from members o where o.id <> m.id \
             and w in (o.name, o.given_name || ' ' || o.family_name, o.email, o.phone)) \
           and not exists (select from accounts b where b.id is distinct from a.id and w in (b.name, b.email))) as words \
         from members m left join accounts a on a.member_id = m.id where m.id = $1",
    )
    .bind::<BigInt, _>(member)
    .get_result(conn)?)
}

/// What erasing would touch, counted.
#[derive(Debug, QueryableByName)]
pub struct Traces {
    #[diesel(sql_type = BigInt)]
    pub events: i64,
    #[diesel(sql_type = BigInt)]
    pub tasks: i64,
    #[diesel(sql_type = BigInt)]
    pub polls: i64,
    #[diesel(sql_type = Bool)]
    pub has_account: bool,
    #[diesel(sql_type = Bool)]
    pub only_admin: bool,
    #[diesel(sql_type = Bool)]
    pub is_contact: bool,
}

/// A former member whose retention time is over.
#[derive(Debug, QueryableByName)]
pub struct Due {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Date)]
    pub left_on: NaiveDate,
}

/// Whoever bears a number for a name was erased.
pub fn due(conn: &mut PgConnection, today: NaiveDate, limit: i64) -> Result<Vec<Due>> {
    Ok(sql("select m.id, m.name, f.since as left_on from members m cross join rule_profiles r cross join lateral \
           (select s.status, s.since from member_statuses s where s.member_id = m.id and s.since <= $1 order by s.since desc limit 1) f \
         where f.status = 'former' and f.since + make_interval(months => r.retention_months) <= $1 \
           and not (m.given_name = '' and m.family_name = m.number) order by f.since, m.id limit $2")
    .bind::<Date, _>(today)
    .bind::<BigInt, _>(limit)
    .load(conn)?)
}

/// One of the words stands in this text.
fn named(text: &str, at: &str) -> String {
    format!("exists (select from unnest({at}::text[]) n where strpos({text}, n) > 0)")
}

fn concerned() -> String {
    format!(
        "(subject_kind = 'member' and subject_id = $1) or (subject_kind = 'account' and subject_id = \
         (select id from accounts where member_id = $1)) or actor_id = (select id from accounts where member_id = $1) or {}",
        named("actor_name || ' ' || subject_name || ' ' || detail::text", "$2")
    )
}

pub fn traces(conn: &mut PgConnection, member: i64, needles: &[String]) -> Result<Traces> {
    let text = format!(
        "select (select count(*) from events where {}) as events, \
           (select count(*) from tasks where {}) as tasks, (select count(*) from polls where {}) as polls, \
           exists (select from accounts where member_id = $1) as has_account, \
           exists (select from accounts where member_id = $1 and role = 'admin' and disabled_at is null) and not exists \
             (select from accounts where member_id is distinct from $1 and role = 'admin' and disabled_at is null) as only_admin, \
           exists (select from coops where {}) as is_contact",
        concerned(),
        named("title || ' ' || details || ' ' || outcome", "$2"),
        named("title_en || ' ' || title_fr || ' ' || details_en || ' ' || details_fr", "$2"),
        named("concat_ws(' ', contact_name, contact_email, contact_phone, privacy_name, privacy_address)", "$2"),
    );
    Ok(sql(text).bind::<BigInt, _>(member).bind::<Array<Text>, _>(needles).get_result(conn)?)
}

pub fn events_about(conn: &mut PgConnection, member: i64, needles: &[String]) -> Result<Vec<Event>> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }
    let ids: Vec<Id> = sql(format!("select id from events where {} order by id limit 100000", concerned()))
        .bind::<BigInt, _>(member)
        .bind::<Array<Text>, _>(needles)
        .load(conn)?;
    let ids: Vec<i64> = ids.into_iter().map(|row| row.id).collect();
    Ok(events::table
        .filter(events::id.eq_any(ids))
        .order(events::id)
        .limit(100_000)
        .select(Event::as_select())
        .load(conn)?)
}

/// Takes the person out of every table but the events. Rows that count something stay.
pub fn erase(conn: &mut PgConnection, member: i64, sign: &str, needles: &[String], identity: &Identity) -> Result<()> {
    for text in [
        "update members set given_name = '', family_name = $2, preferred_name = '', number = $2, email = null, phone = null, \
           phone_label = '', pronoun = '', skills = '', emergency_contact = '', notes = '', email_seen_by = 'nobody', \
           phone_seen_by = 'nobody', pronoun_seen_by = 'nobody', skills_seen_by = 'nobody', photo_seen_by = 'nobody', version = version + 1 where id = $1",
        "delete from member_phones where member_id = $1 and $2 <> ''",
        "delete from member_photos where member_id = $1 and $2 <> ''",
        "delete from arrears where member_id = $1 and $2 <> ''",
        "update member_statuses set reason = '' where member_id = $1 and $2 <> ''",
        "delete from application_interviews where application_id in (select id from applications where member_id = $1) and $2 <> ''",
        "update application_steps set reason = '' where application_id in (select id from applications where member_id = $1) and $2 <> ''",
        "update applications set remarks = '', source = '' where member_id = $1 and $2 <> ''",
    ] {
        sql(text).bind::<BigInt, _>(member).bind::<Text, _>(sign).execute(conn)?;
    }
    if let Some(account) = identity.account {
        for table in ["sessions", "sign_in_links", "api_tokens", "notices", "preferences", "submissions", "imports"] {
            sql(format!("delete from {table} where account_id = $1")).bind::<BigInt, _>(account).execute(conn)?;
        }
        sql("update accounts set name = $2, email = 'gone-' || id || '@invalid', password_hash = null, language = null, \
               disabled_at = coalesce(disabled_at, now()), last_sign_in_at = null, treasurer = false, \
               security_epoch = security_epoch + 1 where id = $1")
        .bind::<BigInt, _>(account)
        .bind::<Text, _>(sign)
        .execute(conn)?;
        crate::platform::events::signal_ended(conn, account)?;
    }
    for needle in needles {
        for text in [
            "update tasks set title = replace(title, $1, $2), details = replace(details, $1, $2), \
               outcome = replace(outcome, $1, $2) where strpos(title || ' ' || details || ' ' || outcome, $1) > 0",
            "update incidents set information = replace(information, $1, $2), circumstances = replace(circumstances, $1, $2), \
               risk_reasons = replace(risk_reasons, $1, $2), public_notice = replace(public_notice, $1, $2), \
               measures = replace(measures, $1, $2) \
               where strpos(concat_ws(' ', information, circumstances, risk_reasons, public_notice, measures), $1) > 0",
            "update deliveries set address = replace(address, $1, $2), subject = replace(subject, $1, $2), \
               answer = replace(answer, $1, $2) where strpos(concat_ws(' ', address, subject, answer), $1) > 0",
            "delete from jobs where kind in ('letter', 'mailing') and strpos(payload::text, $1) > 0 and $2 <> ''",
            "update jobs set last_error = null where strpos(last_error, $1) > 0 and $2 <> ''",
            "delete from submissions where strpos(outcome::text, $1) > 0 and $2 <> ''",
            "delete from attempts where strpos(subject, $1) > 0 and $2 <> ''",
            "delete from imports where strpos(concat(sheet, answers, journal), $1) > 0 and $2 <> ''",
        ] {
            sql(text).bind::<Text, _>(needle.as_str()).bind::<Text, _>(sign).execute(conn)?;
        }
    }
    // A sheet has given and family name in cells of their own.
    sql("delete from imports where strpos(concat(sheet, journal), $1) > 0 and strpos(concat(sheet, journal), $2) > 0 \
         and $1 || $2 <> ''")
    .bind::<Text, _>(identity.given_name.as_str())
    .bind::<Text, _>(identity.family_name.as_str())
    .execute(conn)?;
    Ok(())
}
