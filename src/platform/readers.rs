//! Roles that read the views of the schema `reporting` (`functions/reporting.sql`): made and dropped by the owner of the database.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use super::error::Result;
use super::sql::{row, sql};

/// What the names of readers begin with; the number of their co-op comes next.
pub const READERS: &str = "cooperator_reports_";

row! {
    struct Named {
        name: String,
        words: String,
    }
}

/// Each view with its columns, and what it says of itself.
pub fn views(owner: &mut PgConnection) -> Result<Vec<(String, String)>> {
    let views: Vec<Named> = sql("select c.relname::text || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' as name, \
           coalesce(obj_description(c.oid, 'pg_class'), '') as words \
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 \
         where c.relnamespace = 'reporting'::regnamespace and c.relkind = 'v' group by c.oid, c.relname order by c.relname")
    .load(owner)?;
    Ok(views.into_iter().map(|view| (view.name, view.words)).collect())
}

/// The names of all readers of this server of databases.
pub fn all(owner: &mut PgConnection) -> Result<Vec<String>> {
    let found: Vec<Named> = sql("select r.rolname::text as name, '' as words from pg_roles r where r.rolname ~ '^cooperator_reports_[0-9]' order by 1")
        .load(owner)?;
    Ok(found.into_iter().map(|one| one.name).collect())
}

/// Makes a reader. Name and password are plain letters and digits.
///
/// # Errors
/// Where the owner may not make roles.
pub fn make(owner: &mut PgConnection, role: &str, password: &str) -> Result<()> {
    owner.transaction(|conn| {
        Ok(conn.batch_execute(&format!(
            "create role {role} login password '{password}'; \
             alter role {role} set default_transaction_read_only = on; alter role {role} set statement_timeout = '60s'; \
             alter role {role} set search_path = reporting; grant cooperator_reports to {role}; \
             do $$ begin execute format('grant connect on database %I to {role}', current_database()); end $$"
        ))?)
    })
}

/// Drops a reader with all that it was allowed.
pub fn remove(owner: &mut PgConnection, role: &str) -> Result<()> {
    owner.transaction(|conn| {
        Ok(conn.batch_execute(&format!("grant {role} to current_user; drop owned by {role}; drop role {role}"))?)
    })
}

#[cfg(test)]
#[path = "reporting_tests.rs"]
mod tests;
