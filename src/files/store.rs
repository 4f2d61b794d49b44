//! Every query of the files. Only one of them reads what a file holds.

mod kept;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Deserialize;

pub use kept::TABLES;

use super::{NewFile, Thing};
use crate::platform::asker::Asker;
use crate::platform::error::{Error, Result};
use crate::platform::file_kind::FileKind;
use crate::platform::slice::Filed;
use crate::platform::sql::{row, sql};

row! {
    /// A file without what it holds.
    #[derive(Debug, Clone, Deserialize)]
    pub struct File {
        pub id: i64,
        pub name: String,
        pub kind: FileKind,
        /// In bytes.
        pub size: i32,
        pub width: Option<i32>,
        pub height: Option<i32>,
        pub description: String,
        /// The digest of what it holds, in hexadecimal.
        pub sha256: String,
        pub account_id: i64,
        /// Who brought it.
        pub by: String,
        pub uploaded_at: DateTime<Utc>,
        pub taken_back_at: Option<DateTime<Utc>>,
        pub taken_back_by: String,
        pub taken_back_why: String,
    }
}

const FILE: &str = "f.id, f.name, f.kind, f.size, f.width, f.height, f.description, encode(f.sha256, 'hex') as sha256, f.account_id, \
    coalesce((select m.name from members m where m.id = f.member_id), (select a.name from account_holders a where a.id = f.account_id), '') as by, \
    f.uploaded_at, f.taken_back_at, \
    coalesce((select a.name from account_holders a where a.id = f.taken_back_by), '') as taken_back_by, f.taken_back_why";

row! {
    struct Titled {
        id: i64,
        title_en: String,
        title_fr: String,
        is_hidden: bool,
        are_final: bool,
    }
}

/// A thing that has files, and whether it is hidden from those who only read.
///
/// # Errors
/// `NotFound`.
pub fn thing(conn: &mut PgConnection, filed: &'static Filed, asker: &Asker<'_>, id: i64) -> Result<(Thing, bool)> {
    let asked = asker.one("select t.* from ({things}) t where t.id = $1", filed.select, filed.all, id);
    let Titled { id, title_en, title_fr, is_hidden, are_final } = asked.get_result(conn)?;
    Ok((Thing { filed, id, title_en, title_fr, are_final }, is_hidden))
}

/// The files of a thing, by time, with those that were taken back.
pub fn list(conn: &mut PgConnection, about: &str, id: i64) -> Result<Vec<File>> {
    Ok(sql(format!("select {FILE} from files f where f.about = $1 and f.about_id = $2 order by f.id limit 500"))
        .bind((about, id))
        .load(conn)?)
}

/// A column `files` of those that the thing of a row has, for a query of its own slice: `id` is the number of the thing, as SQL.
pub fn gathered(about: &str, id: &str) -> String {
    format!(
        "coalesce((select jsonb_agg(to_jsonb(l) order by l.id) from (select {FILE} from files f \
           where f.about = '{about}' and f.about_id = {id} and f.taken_back_at is null order by f.id limit 500) l), '[]') as files"
    )
}

/// A column `files` of the same for programs, below `address`, which is SQL as well: what each is called, what it is, how large, and where.
pub fn described(about: &str, id: &str, address: &str) -> String {
    format!(
        "coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.kind, 'size', f.size, \
           'description', f.description, 'address', {address} || f.id) order by f.id) from files f \
           where f.about = '{about}' and f.about_id = {id} and f.taken_back_at is null), '[]') as files"
    )
}

row! {
    struct Place {
        about: String,
        about_id: i64,
    }
}

/// A file and what it belongs to, by kind and number.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<(File, String, i64)> {
    let file: File = sql(format!("select {FILE} from files f where f.id = $1")).bind(id).get_result(conn)?;
    let place: Place = sql("select about, about_id from files where id = $1").bind(id).get_result(conn)?;
    Ok((file, place.about, place.about_id))
}

row! {
    struct Held {
        bytes: Option<Vec<u8>>,
    }
}

/// What a file holds.
///
/// # Errors
/// `NotFound` once it was taken back.
pub fn bytes(conn: &mut PgConnection, id: i64) -> Result<Vec<u8>> {
    let held: Held = sql("select bytes from files where id = $1").bind(id).get_result(conn)?;
    held.bytes.ok_or(Error::NotFound)
}

row! {
    /// What is sealed of a file.
    pub struct Sealed {
        pub id: i64,
        pub name: String,
        pub kind: String,
        pub description: String,
        pub sha256: String,
    }
}

pub fn sealed(conn: &mut PgConnection, about: &str, id: i64) -> Result<Vec<Sealed>> {
    Ok(sql("select id, name, kind, description, encode(sha256(bytes), 'hex') as sha256 from files \
         where about = $1 and about_id = $2 and bytes is not null order by id limit 500")
    .bind((about, id))
    .load(conn)?)
}

row! {
    struct Room {
        of_one: i64,
        total: i64,
    }
}

/// How many files the thing has, and how many bytes all of the co-op. Nobody else brings one until this transaction ends.
pub fn hold(conn: &mut PgConnection, thing: &Thing) -> Result<(i64, i64)> {
    sql("select pg_advisory_xact_lock(hashtextextended('files/' || current_coop(), 0))").execute(conn)?;
    let room: Room = sql("select count(*) filter (where about = $1 and about_id = $2) as of_one, \
           coalesce(sum(size), 0)::bigint as total from files where taken_back_at is null")
    .bind((thing.filed.kind.word, thing.id))
    .get_result(conn)?;
    Ok((room.of_one, room.total))
}

row! {
    struct Id {
        id: i64,
    }
}

pub fn insert(
    conn: &mut PgConnection,
    thing: &Thing,
    (account, member): (i64, Option<i64>),
    new: &NewFile,
    now: DateTime<Utc>,
) -> Result<i64> {
    let about = (thing.filed.kind.word, thing.id);
    let (width, height) = (new.measures.map(|(width, _)| width), new.measures.map(|(_, height)| height));
    let made: Id = sql("insert into files (about, about_id, name, kind, bytes, size, sha256, width, height, description, \
           account_id, member_id, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id")
    .bind((about.0, about.1, new.name.as_str(), new.kind.word(), new.bytes.as_slice(), new.bytes.len() as i32))
    .bind(new.sha256.as_slice())
    .bind((width, height, new.description.as_str(), account, member, now))
    .get_result(conn)?;
    Ok(made.id)
}

/// The same file once more, with another thing of its kind.
pub fn copy(
    conn: &mut PgConnection,
    file: i64,
    thing: &Thing,
    (account, member): (i64, Option<i64>),
    now: DateTime<Utc>,
) -> Result<i64> {
    let made: Id = sql("insert into files (about, about_id, name, kind, bytes, size, sha256, width, height, description, \
           account_id, member_id, uploaded_at) \
         select about, $2, name, kind, bytes, size, sha256, width, height, description, $3, $4, $5 from files where id = $1 returning id")
    .bind((file, thing.id, account, member, now))
    .get_result(conn)?;
    Ok(made.id)
}

/// Nobody else takes it back until this transaction ends.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("select id from files where id = $1 for update").bind(id).execute(conn)?;
    Ok(())
}

pub fn take_back(conn: &mut PgConnection, id: i64, account: i64, why: &str, now: DateTime<Utc>) -> Result<()> {
    sql("update files set bytes = null, taken_back_at = $2, taken_back_by = $3, taken_back_why = $4 where id = $1")
        .bind((id, now, account, why))
        .execute(conn)?;
    Ok(())
}

/// What a file was called and showed is forgotten with it: not everybody was to know.
pub fn forget_words(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("update files set name = '…', description = '' where id = $1").bind(id).execute(conn)?;
    Ok(())
}
