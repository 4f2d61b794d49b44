//! The queries of the member shares.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::members::rules::shares::{Kind, Movement};
use crate::members::shares::NewEntry;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    /// A movement of one member's shares.
    #[derive(Debug, Clone)]
    pub struct Entry {
        pub on_date: NaiveDate,
        pub kind: String,
        pub quantity: i32,
        pub certificate: String,
        /// The other side of a transfer.
        pub other: Option<String>,
        /// Who entered it.
        pub entered_by: Option<String>,
        pub entered_at: DateTime<Utc>,
    }
}

impl Entry {
    pub fn movement(&self) -> Option<Movement> {
        let kind = Kind::ALL.iter().find(|(word, _)| *word == self.kind).map(|(_, kind)| *kind)?;
        Some((self.on_date, kind, self.quantity))
    }
}

pub fn of_member(conn: &mut PgConnection, member: i64) -> Result<Vec<Entry>> {
    Ok(sql("select s.on_date, s.kind, s.quantity, s.certificate, m.name as other, a.name as entered_by, s.entered_at \
         from share_entries s left join members m on m.id = s.other_id left join account_holders a on a.id = s.account_id \
         where s.member_id = $1 order by s.on_date, s.id limit 1000")
    .bind(member)
    .load(conn)?)
}

row! {
    /// A movement in the ledger of the co-op.
    #[derive(Debug, Clone)]
    pub struct CoopEntry {
        pub number: String,
        pub name: String,
        pub on_date: NaiveDate,
        pub kind: String,
        pub quantity: i32,
        pub certificate: String,
        pub other: Option<String>,
    }
}

pub fn all(conn: &mut PgConnection) -> Result<Vec<CoopEntry>> {
    Ok(sql("select m.number, m.name, s.on_date, s.kind, s.quantity, s.certificate, o.name as other \
         from share_entries s join members m on m.id = s.member_id left join members o on o.id = s.other_id \
         order by s.on_date, s.id limit 100000")
    .load(conn)?)
}

pub fn insert(
    conn: &mut PgConnection,
    member: i64,
    new: &NewEntry,
    account: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    sql(
        "insert into share_entries (member_id, kind, quantity, on_date, certificate, other_id, account_id, entered_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind((member, new.kind.word(), new.quantity, new.on, new.certificate.clone(), new.other, account, now))
    .execute(conn)?;
    Ok(())
}

/// Whether more was paid under a certificate than was refunded, by whomever.
pub fn certificate_is_out(conn: &mut PgConnection, certificate: &str) -> Result<bool> {
    let paid = "select coalesce(sum(case kind when 'paid' then quantity else -quantity end), 0) > 0 as out \
         from share_entries where $1 <> '' and certificate = $1 and kind in ('paid', 'refunded')";
    let found: Out = sql(paid).bind(certificate).get_result(conn)?;
    Ok(found.out)
}

row! {
    struct Out {
        out: bool,
    }
}

row! {
    struct Held {
        id: i64,
        many: i64,
    }
}

pub fn held_on(conn: &mut PgConnection, day: NaiveDate) -> Result<HashMap<i64, i64>> {
    let rows: Vec<Held> = sql("select member_id as id, many from (select member_id, \
           sum(case when kind in ('paid', 'received') then quantity else -quantity end)::bigint as many \
           from share_entries where on_date <= $1 group by member_id) held where many > 0 limit 100000")
    .bind(day)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.many)).collect())
}
