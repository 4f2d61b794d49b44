//! Every query of the waiting list. Those of a decision and what comes after it are in a file of their own.

mod decided;
mod kept;

pub use decided::{Alike, accepted, alike, ended_by, forget, household};
pub use kept::{HANGING, TABLES};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::Untyped;

use super::rules::{Candidate, Home, Kind, Rule, State, Step};
use super::{Filter, NewApplication, NewInterview, Wanted};
use crate::coops::Transfers;
use crate::platform::error::Result;
use crate::platform::listing::{COUNTED_MAX, Order, Window};
use crate::platform::sql::{Kept, row, sql};

/// The state of the application `a`: its latest step, or what its form says.
const STATE: &str = "coalesce((select nullif(s.state, 'reopened') from application_steps s where s.application_id = a.id \
    order by s.on_date desc, s.id desc limit 1), case when a.complete_on is null then 'received' else 'complete' end)";
/// Who asks: the register knows members better than the form.
const NAME: &str = "coalesce(m.name, btrim(a.given_name || ' ' || a.family_name))";
const FROM: &str = "applications a left join members m on m.id = a.member_id left join units u on u.id = a.unit_id";

pub const SEARCHED: &str = "select a.id, n.name as title, '' as fact, a.received_on as day from applications a \
   left join members m on m.id = a.member_id cross join lateral \
     (select coalesce(m.name, btrim(a.given_name || ' ' || a.family_name)) as name) n \
   where folded(n.name || ' ' || a.other_adults) like all ({words}) order by a.id desc";

row! {
    /// An application as a line of the list.
    #[derive(Debug, Clone)]
    pub struct Line {
        pub id: i64,
        pub kind: String,
        /// Empty when it was forgotten.
        pub name: String,
        pub adults: i32,
        pub children: i32,
        pub bedrooms_min: Option<i32>,
        pub bedrooms_max: Option<i32>,
        pub accessible: bool,
        pub received_on: NaiveDate,
        pub complete_on: Option<NaiveDate>,
        pub state: String,
        /// The present home of who asks for a transfer.
        pub unit: Option<String>,
        pub unit_id: Option<i64>,
        /// Since when they live there.
        pub since: Option<NaiveDate>,
        /// What the list stands by.
        pub place: String,
    }
}

impl Line {
    pub fn kind(&self) -> Kind {
        Kind::read(&self.kind)
    }

    pub fn state(&self) -> State {
        State::read(&self.state)
    }

    pub fn candidate(&self) -> Candidate {
        Candidate {
            id: self.id,
            kind: self.kind(),
            people: i64::from(self.adults) + i64::from(self.children),
            bedrooms_min: self.bedrooms_min,
            bedrooms_max: self.bedrooms_max,
            accessible: self.accessible,
            received_on: self.received_on,
            complete_on: self.complete_on,
            from_unit: self.unit_id,
            lives_there_since: self.since,
        }
    }
}

fn lines(place: &str) -> String {
    format!(
        "select a.id, a.kind, {NAME} as name, a.adults, a.children, a.bedrooms_min, a.bedrooms_max, a.accessible, \
           a.received_on, a.complete_on, {STATE} as state, u.name as unit, a.unit_id, \
           case when a.kind = 'transfer' then (select lower(o.during) from occupancies o where o.member_id = a.member_id \
             and o.unit_id = a.unit_id order by o.during desc limit 1) end as since, {place} as place from {FROM}"
    )
}

/// Which are asked for: state, kind, size, words.
fn chosen() -> String {
    format!(
        "(cardinality($1::text[]) = 0 or {STATE} = any($1)) and ($2 is null or a.kind = $2) \
         and ($3 is null or (coalesce(a.bedrooms_min, 0) <= $3 and $3 <= coalesce(a.bedrooms_max, 99))) \
         and not exists (select from regexp_split_to_table(folded($4), '\\s+') word \
           where strpos(folded({NAME} || ' ' || a.id || ' ' || coalesce(u.name, '')), word) = 0)"
    )
}

/// A statement about some of the list, with the values that say which.
fn asked(text: String, filter: &Filter) -> Kept<'_, Untyped> {
    let states: &[&str] = match filter.wanted {
        Wanted::Open => &["received", "complete", "invited", "interviewed"],
        Wanted::All => &[],
        Wanted::In(state) => &[state.word()],
    };
    let states: Vec<String> = states.iter().map(|state| (*state).to_owned()).collect();
    sql(text).bind((states, filter.kind.map(Kind::word), filter.bedrooms, filter.query.as_str()))
}

/// What the list stands by; the date of the complete form among equals.
fn place(order: Order, blank: &str) -> String {
    let date =
        format!("coalesce(to_char(a.complete_on, 'YYYY-MM-DD'), {blank}) || to_char(a.received_on, 'YYYY-MM-DD')");
    let first = match order.by {
        "name" => "coalesce(m.sort_name, name_order(a.family_name, a.given_name))".to_owned(),
        "household" => "lpad((a.adults + a.children)::text, 4, '0')".to_owned(),
        "kind" => "a.kind".to_owned(),
        "state" => format!(
            "lpad(strpos('received complete invited interviewed accepted refused withdrawn expired', {STATE})::text, 2, '0')"
        ),
        _ => return format!("({date}) collate \"C\""),
    };
    format!("({first} || chr(9) || {date}) collate \"C\"")
}

pub fn list(conn: &mut PgConnection, filter: &Filter, window: &Window, rows: usize) -> Result<Vec<Line>> {
    let cut = window.cut();
    let (beyond, order, place, chosen) = (cut.beyond, cut.order, place(window.order, cut.blank), chosen());
    let text = format!(
        "{} where {chosen} and ({place}, a.id) {beyond} ($5, $6) order by {place} {order}, a.id {order} limit $7",
        lines(&place)
    );
    Ok(asked(text, filter).bind((cut.key, cut.id, rows as i64)).load(conn)?)
}

pub fn count(conn: &mut PgConnection, filter: &Filter) -> Result<i64> {
    row! {
        struct Counted {
            count: i64,
        }
    }
    let text = format!("select count(*) from (select from {FROM} where {} limit $5) n", chosen());
    let counted: Counted = asked(text, filter).bind(COUNTED_MAX + 1).get_result(conn)?;
    Ok(counted.count)
}

pub fn line(conn: &mut PgConnection, id: i64) -> Result<Line> {
    Ok(sql(format!("{} where a.id = $1", lines("''"))).bind(id).get_result(conn)?)
}

row! {
    /// Everything about one application.
    #[derive(Debug, Clone)]
    pub struct Whole {
        pub given_name: String,
        pub family_name: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub language: String,
        pub other_adults: String,
        pub member_id: Option<i64>,
        pub remarks: String,
        pub source: String,
        pub given_unit_id: Option<i64>,
        pub given_unit: Option<String>,
        pub forgotten_on: Option<NaiveDate>,
        pub version: i32,
    }
}

pub fn whole(conn: &mut PgConnection, id: i64) -> Result<Whole> {
    Ok(sql(
        "select a.given_name, a.family_name, a.email, a.phone, a.language, a.other_adults, a.member_id, a.remarks, \
         a.source, a.given_unit_id, g.label as given_unit, a.forgotten_on, a.version \
         from applications a left join units g on g.id = a.given_unit_id where a.id = $1",
    )
    .bind(id)
    .get_result(conn)?)
}

row! {
    struct Id {
        id: i64,
    }
}

const COLUMNS: &str = "given_name, family_name, email, phone, language, other_adults, adults, children, member_id, unit_id, \
    bedrooms_min, bedrooms_max, accessible, remarks, source, received_on, complete_on";
const VALUES: &str = "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17";

fn bound(text: String, new: &NewApplication) -> crate::platform::sql::Kept<'_, diesel::sql_types::Untyped> {
    sql(text)
        .bind((
            new.given_name.as_str(),
            new.family_name.as_str(),
            new.email.as_deref(),
            new.phone.as_deref(),
            new.language.code(),
            new.other_adults.as_str(),
            new.adults,
            new.children,
        ))
        .bind((
            new.member_id,
            new.unit_id,
            new.bedrooms_min,
            new.bedrooms_max,
            new.accessible,
            new.remarks.as_str(),
            new.source.as_str(),
            new.received_on,
        ))
        .bind(new.complete_on)
}

pub fn insert(conn: &mut PgConnection, new: &NewApplication) -> Result<i64> {
    let text = format!("insert into applications ({COLUMNS}, kind) values ({VALUES}, $18) returning id");
    let row: Id = bound(text, new).bind(new.kind.word()).get_result(conn)?;
    Ok(row.id)
}

/// Whether it stood at this version.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, new: &NewApplication) -> Result<bool> {
    let text = format!(
        "update applications set ({COLUMNS}, version) = row({VALUES}, version + 1) where id = $18 and version = $19"
    );
    Ok(bound(text, new).bind((id, version)).execute(conn)? == 1)
}

/// Two steps of one application wait for each other.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    let _: Id = sql("select id from applications where id = $1 for update").bind(id).get_result(conn)?;
    Ok(())
}

/// Another transfer of this member that is still open.
pub fn open_transfer(conn: &mut PgConnection, member: i64, except: Option<i64>) -> Result<Option<i64>> {
    let text = format!(
        "select a.id from {FROM} where a.kind = 'transfer' and a.member_id = $1 and a.id is distinct from $2 \
         and {STATE} in ('received', 'complete', 'invited', 'interviewed') limit 1"
    );
    let row: Option<Id> = sql(text).bind((member, except)).get_result(conn).optional()?;
    Ok(row.map(|row| row.id))
}

/// The homes where a member lives on a day, the latest last.
pub fn dwellings_of(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select o.unit_id as id from occupancies o join units u on u.id = o.unit_id and u.kind = any($3) \
         where o.member_id = $1 and o.during @> $2 order by lower(o.during), o.unit_id limit 20")
        .bind((member, day, crate::units::DWELLINGS.as_slice()))
        .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

// ---- steps and interviews ----

row! {
    /// A step as the story tells it.
    #[derive(Debug, Clone)]
    pub struct Stepped {
        pub state: String,
        pub on_date: NaiveDate,
        pub reason: String,
        pub entered_by: Option<String>,
    }
}

pub fn steps(conn: &mut PgConnection, id: i64) -> Result<Vec<Stepped>> {
    Ok(sql("select s.state, s.on_date, s.reason, c.name as entered_by from application_steps s \
         left join account_holders c on c.id = s.account_id where s.application_id = $1 order by s.on_date, s.id limit 200")
    .bind(id)
    .load(conn)?)
}

pub fn insert_step(
    conn: &mut PgConnection,
    id: i64,
    step: Step,
    on: NaiveDate,
    reason: &str,
    by: (Option<i64>, DateTime<Utc>),
) -> Result<()> {
    sql("insert into application_steps (application_id, state, on_date, reason, account_id, entered_at) \
         values ($1, $2, $3, $4, $5, $6)")
    .bind((id, step.word(), on, reason, by.0, by.1))
    .execute(conn)?;
    Ok(())
}

row! {
    /// What was written down of a talk with an applicant.
    #[derive(Debug, Clone)]
    pub struct Interview {
        pub on_date: NaiveDate,
        pub present: String,
        pub notes: String,
        pub entered_by: Option<String>,
    }
}

pub fn interviews(conn: &mut PgConnection, id: i64) -> Result<Vec<Interview>> {
    Ok(sql("select i.on_date, i.present, i.notes, c.name as entered_by from application_interviews i \
         left join account_holders c on c.id = i.account_id where i.application_id = $1 order by i.on_date, i.id limit 50")
    .bind(id)
    .load(conn)?)
}

pub fn insert_interview(
    conn: &mut PgConnection,
    id: i64,
    new: &NewInterview,
    by: (Option<i64>, DateTime<Utc>),
) -> Result<()> {
    sql("insert into application_interviews (application_id, on_date, present, notes, account_id, entered_at) \
         values ($1, $2, $3, $4, $5, $6)")
    .bind((id, new.on, new.present.as_str(), new.notes.as_str(), by.0, by.1))
    .execute(conn)?;
    Ok(())
}

// ---- the order ----

row! {
    struct RuleRow {
        transfers: Transfers,
        transfer_months_min: i32,
        application_months: i32,
    }
}

pub fn rule(conn: &mut PgConnection) -> Result<Rule> {
    let row: RuleRow =
        sql("select transfers, transfer_months_min, application_months from rule_profiles").get_result(conn)?;
    Ok(Rule {
        transfers: row.transfers,
        transfer_months_min: row.transfer_months_min.unsigned_abs(),
        kept_months: row.application_months.unsigned_abs(),
    })
}

/// The group that the last home with as many bedrooms went to.
pub fn last_given(conn: &mut PgConnection, home: &Home) -> Result<Option<Kind>> {
    row! {
        struct Row {
            kind: String,
        }
    }
    let row: Option<Row> = sql("select a.kind from applications a join application_steps s on s.application_id = a.id and s.state = 'accepted' \
         join units u on u.id = a.given_unit_id where u.bedrooms is not distinct from $1 order by s.on_date desc, s.id desc limit 1")
    .bind(home.bedrooms)
    .get_result(conn)
    .optional()?;
    Ok(row.map(|row| Kind::read(&row.kind)))
}
